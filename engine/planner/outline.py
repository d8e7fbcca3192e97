"""From noun phrases to things, their parts, and how they stand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.spec import Relation
from engine.archetypes import ARCHETYPES
from engine.planner.belonging import is_its_part
from engine.planner.heads import Head, thing_in
from engine.planner.knowledge import draws, rests
from engine.planner.links import HAS, OF, RELATIONS
from engine.planner.phrase import Phrase
from engine.planner.spans import Span
from engine.planner.wanted import Wanted

THINGS_MOST = 12
_MEETING = frozenset({"around", "beside"})  # relations in which chairs belong to their table


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a phrase belongs: to a thing, and there to a part or, with an empty part, to the whole."""

    thing: int
    part: str = ""
    span: Span | None = None


@dataclass(slots=True)
class Outline:
    """The things of a text, the head first, and where each phrase belongs."""

    things: list[Wanted] = field(default_factory=list)
    places: list[tuple[Phrase, tuple[Mention, ...]]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    unplaced: list[Phrase] = field(default_factory=list)  # neither a thing nor a part, but asked for


def outline_of(phrases: Sequence[Phrase], head: Head) -> Outline:
    """Return the things that a text asks for; of a text without a head only its phrases."""
    walker = _Walker(head, Outline())
    walker.at = next((index for index, phrase in enumerate(phrases) if phrase is head.phrase), -1)
    if head.archetype:
        walker.out.things.append(Wanted(head.archetype, noun=head.span.lemma if head.span else head.archetype))
    for index, phrase in enumerate(phrases):
        if phrase.is_negated or phrase.is_aside:
            continue
        walker.visit(index, phrase)
    _seat(walker.out)
    return walker.out


@dataclass(slots=True)
class _Walker:
    """Goes through the phrases in order and remembers what was spoken of last."""

    head: Head
    out: Outline
    at: int = -1
    last: int = 0  # the thing that was named last
    owner: int = 0  # the thing that a list after "with" belongs to
    group: tuple[Mention, ...] = ()  # what adjectives after "made of" and the like belong to

    def visit(self, index: int, phrase: Phrase) -> None:
        """Find the place of one phrase."""
        noun = phrase.noun
        if phrase.link == HAS and not phrase.is_joined:
            self.owner = self.last
        elif phrase.link == "" and not phrase.is_joined:
            self.owner = 0
        if phrase is self.head.phrase:
            self._place(phrase, Mention(0, span=self.head.span))
        elif phrase.pronoun:
            self._relate(phrase.link, self.owner)
        elif noun is None or _is_finish(phrase, noun):
            self._finish(phrase)
        elif index < self.at or not self.out.things:
            self._early(phrase)
        elif noun.meaning.thing and not self._is_part(noun, phrase):
            self._thing(phrase, noun)
        elif phrase.link in RELATIONS and (noun.meaning.part == "wall" or not self._owns(noun)):
            self._somewhere(phrase, noun)
        else:
            self._part(phrase, noun)

    def _place(self, phrase: Phrase, *mentions: Mention) -> None:
        is_list = phrase.is_joined and self.group and mentions[0].part and self.group[-1].part
        self.group = (*self.group, *mentions) if is_list else mentions
        self.last = mentions[-1].thing
        self.out.places.append((phrase, mentions))

    def _finish(self, phrase: Phrase) -> None:
        """Adjectives alone: after "made of" they are of what was just named, after a comma of the head."""
        mentions = self.group if phrase.link or phrase.is_joined else (Mention(0),)
        if phrase.link == "in" and len(mentions) == 1 and self._is_counted() and not _is_thing(mentions[0]):
            mentions = (Mention(mentions[0].thing),)  # with five shelves in walnut: all of it
        self.out.places.append((phrase, mentions or (Mention(0),)))

    def _is_counted(self) -> bool:
        """Return whether the phrase that was placed last says how many."""
        return bool(self.out.places) and any(span.number for span in self.out.places[-1][0].spans)

    def _early(self, phrase: Phrase) -> None:
        """What is said before the head: its parts ("legs of oak: a table"), or a tale."""
        noun = phrase.noun
        if noun and self.out.things and not noun.meaning.thing and self._owns(noun):
            self._place(phrase, Mention(0, noun.lemma, noun))
        else:
            self.out.unplaced.append(phrase)

    def _owner(self, noun: Span) -> int:
        """Return the thing that a part belongs to: the one that was named last, if it has such a part."""
        for thing in dict.fromkeys((self.last, 0)):
            if draws(self.out.things[thing].archetype, noun.lemma):
                return thing
        return self.last

    def _owns(self, noun: Span) -> bool:
        return any(draws(self.out.things[thing].archetype, noun.lemma) for thing in {self.last, 0})

    def _is_part(self, noun: Span, phrase: Phrase) -> bool:
        """Return whether something with a name of its own is drawn together with the thing it belongs to."""
        head = self.out.things[0]
        if is_its_part(self.out.things[self.owner], noun, phrase):
            return True
        if noun.meaning.thing == head.archetype and self.last == 0:
            is_another_word = self.head.span is not None and noun.lemma != self.head.span.lemma
            return bool(noun.meaning.part) and (phrase.link == HAS or is_another_word)
        if phrase.link == HAS and noun.meaning.part and ARCHETYPES[noun.meaning.thing].category == "architecture":
            return ARCHETYPES[head.archetype].design_type != "interior"  # a car with six doors
        is_drawn = draws(head.archetype, noun.lemma) or draws(head.archetype, noun.meaning.thing)
        is_fixed = phrase.link in (HAS, "") or ARCHETYPES[head.archetype].design_type in ("interior", "building")
        return is_drawn and is_fixed

    def _part(self, phrase: Phrase, noun: Span) -> None:
        if phrase.link == OF and not noun.meaning.part and not noun.meaning.thing:
            self.out.places.append((phrase, (Mention(0, span=noun),)))  # a bust of a roman emperor
            return
        mention = self._mention(phrase, noun)
        subject = self.group[-1] if self.group else Mention(0)
        self._place(phrase, mention)
        if phrase.link in RELATIONS and noun.meaning.thing:
            self._note(self._name(subject), phrase.link, noun.lemma)

    def _mention(self, phrase: Phrase, noun: Span) -> Mention:
        """Return the part that is meant: of floor tiles the floor, where no tiles are drawn."""
        thing = self._owner(noun)
        archetype = self.out.things[thing].archetype
        before = next((span for span in phrase.spans if span.end == noun.start), None)
        is_whole = before is not None and bool(before.meaning.part) and not before.meaning.thing
        if before is not None and is_whole and not draws(archetype, noun.lemma) and draws(archetype, before.lemma):
            return Mention(thing, before.lemma, before)
        return Mention(thing, noun.lemma, noun)

    def _thing(self, phrase: Phrase, noun: Span) -> None:
        archetype, things = noun.meaning.thing, self.out.things
        known = next((index for index, one in enumerate(things) if one.archetype == archetype), None)
        if phrase.link == OF:
            self.out.places.append((phrase, (Mention(0, span=noun),)))
        elif known is not None and (phrase.link == "" or phrase.is_definite) and not phrase.is_joined:
            self._meet(phrase, known)
        elif self._is_wish(phrase) and len(things) < THINGS_MOST:
            things.append(Wanted(archetype, noun=noun.lemma))
            self._meet(phrase, len(things) - 1)
        else:
            self.out.unplaced.append(phrase)

    def _is_wish(self, phrase: Phrase) -> bool:
        """Return whether a thing is to be drawn, and is not only the place where another one is used."""
        noun = phrase.noun
        assert noun is not None
        is_room = ARCHETYPES[noun.meaning.thing].design_type in ("interior", "building")
        if phrase.link in RELATIONS:
            return not (is_room and phrase.is_definite)
        if phrase.link == HAS or phrase.is_joined:
            return True
        return phrase.has_determiner or noun.is_plural or any(span.number for span in phrase.spans)

    def _meet(self, phrase: Phrase, index: int) -> None:
        """Set how a thing that was just named stands to those before."""
        subject = self.group[-1] if self.group else Mention(0)
        if phrase.link in RELATIONS and index != subject.thing:
            self._stand(subject, phrase.link, index)
        elif phrase.link == HAS and index:
            owner, new = self.out.things[self.owner], self.out.things[index]
            new.relation = "on" if rests(new.archetype, owner.archetype) else "beside"
            if ARCHETYPES[owner.archetype].design_type == "interior":
                new.relation = "in"
            new.anchor = self.owner
        self._place(phrase, Mention(index, span=phrase.noun))

    def _stand(self, subject: Mention, link: str, index: int) -> None:
        self._note(self._name(subject), link, self.out.things[index].noun)
        if (
            not subject.part
            and not self.out.things[subject.thing].relation
            and not self._leads_to(index, subject.thing)
        ):
            self.out.things[subject.thing].relation = link
            self.out.things[subject.thing].anchor = index

    def _leads_to(self, start: int, end: int) -> bool:
        """Return whether following the anchors from one thing comes to another."""
        now: int | None = start
        for _ in self.out.things:
            if now == end:
                return True
            now = self.out.things[now].anchor if now is not None else None
        return False

    def _relate(self, link: str, anchor: int) -> None:
        """Read "around it": what was named last stands around the head."""
        subject = self.group[-1] if self.group else Mention(self.last)
        if subject.thing == anchor and not subject.part:
            return
        for thing in self.out.things[1 : subject.thing]:
            if thing.anchor == anchor and thing.relation == link:
                self._note(thing.noun, link, self.out.things[anchor].noun)
        self._note(self._name(subject), link, self.out.things[anchor].noun if self.out.things else "")
        if not subject.part and self.out.things:
            self.out.things[subject.thing].relation = link
            self.out.things[subject.thing].anchor = anchor

    def _somewhere(self, phrase: Phrase, noun: Span) -> None:
        """A place that is no thing: a wall, a corner, the moon."""
        subject = self.group[-1] if self.group else Mention(0)
        if noun.meaning.part == "wall":
            self._note(self._name(subject), phrase.link, "wall")
            if not subject.part and self.out.things[subject.thing].relation in ("", "in", "beside"):
                self.out.things[subject.thing].relation = "against"
        elif noun.meaning.part and noun.meaning.part not in ("floor", "side", "corner", "front", "back", "top"):
            self._part(phrase, noun)
        else:
            self.out.unplaced.append(phrase)

    def _name(self, mention: Mention) -> str:
        return mention.part or self.out.things[mention.thing].noun

    def _note(self, subject: str, link: str, anchor: str) -> None:
        relation = Relation(subject, link, anchor)
        if relation not in self.out.relations:
            self.out.relations.append(relation)


def _is_thing(mention: Mention) -> bool:
    return mention.span is not None and bool(mention.span.meaning.thing)


def _is_finish(phrase: Phrase, noun: Span) -> bool:
    """Return whether a phrase only says of what something is: "in black lacquer", "black iron"."""
    if noun.meaning.thing and phrase.link == "":
        return phrase.is_ambiguous
    has_finish = any(span.meaning.color or span.meaning.material for span in phrase.spans if span is not noun)
    return noun.is_unknown and phrase.link in (OF, "in") and has_finish and not phrase.has_determiner


def _seat(out: Outline) -> None:
    """Put chairs to their table: "four chairs around a round table" is a table that is drawn with its chairs."""
    if len(out.things) < 2:
        return
    first, second = out.things[0], out.things[1]
    is_met = (first.anchor == 1 and first.relation in _MEETING) or (first.anchor is None and second.anchor is None)
    if is_met and _is_seat_of(first, second):
        _swap(out)
    elif not (second.anchor not in (None, 0)) and _is_seat_of(second, first) and second.relation in ("", *_MEETING):
        _absorb(out, 1)


def _is_seat_of(seat: Wanted, table: Wanted) -> bool:
    return seat.archetype in ("chair", "stool") and draws(table.archetype, seat.archetype)


def _swap(out: Outline) -> None:
    out.things[0], out.things[1] = out.things[1], out.things[0]
    turned = {0: 1, 1: 0}
    out.places = [
        (phrase, tuple(Mention(turned.get(one.thing, one.thing), one.part, one.span) for one in mentions))
        for phrase, mentions in out.places
    ]
    for thing in out.things:
        thing.anchor = turned.get(thing.anchor, thing.anchor) if thing.anchor is not None else None
    _absorb(out, 1)


def _absorb(out: Outline, index: int) -> None:
    """Make a thing a part of the head, which draws it."""
    gone = out.things.pop(index)
    out.places = [
        (phrase, tuple(_absorbed(one, index, gone.archetype, phrase) for one in mentions))
        for phrase, mentions in out.places
    ]
    for thing in out.things:
        if thing.anchor is not None:
            thing.anchor = None if thing.anchor == index else thing.anchor - (thing.anchor > index)
    out.things[0].relation, out.things[0].anchor = "", None


def _absorbed(mention: Mention, index: int, part: str, phrase: Phrase) -> Mention:
    if mention.thing == index:
        return Mention(0, mention.part or part, mention.span or thing_in(phrase))
    return Mention(mention.thing - (mention.thing > index), mention.part, mention.span)
