"""From noun phrases to things, their parts, and how they stand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from domain.spec import Relation
from engine.archetypes import ARCHETYPES
from engine.planner.reading.belonging import is_again, is_its_part, is_itself
from engine.planner.reading.furnishing import furnishes, has_own
from engine.planner.reading.heads import Head
from engine.planner.reading.insides import inside_of
from engine.planner.reading.knowledge import drawn_by, draws, is_held_in, is_laid_on, reach_m, rests
from engine.planner.reading.lists import is_some, number_of, with_lists
from engine.planner.reading.mentions import (
    Mention,
    Outline,
    above_rug,
    carrier_of,
    face_wall,
    is_content,
    is_finish,
    is_meant_again,
    is_thing,
    is_undrawn,
    is_wish,
    leads_to,
    own_of_color,
    stand_by,
    stand_by_part,
    stand_on_part,
)
from engine.planner.reading.pairs import APART, is_on_top, placed_apart, placed_on, told_twice, unplaced
from engine.planner.reading.seating import seat, seats_otherwise
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.links import HAS, OF, RELATIONS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span

THINGS_MOST = 12
SOME = 3  # of what is asked for in the plural without a number
_OVER_MOST = 1.4  # of what carries it: so much wider a thing may be
_SEATS = frozenset({"stool", "chair", "bench"})
_SOLID = "solid"


def outline_of(phrases: Sequence[Phrase], head: Head) -> Outline:
    """Return the things that a text asks for; of a text without a head only its phrases."""
    phrases = with_lists(phrases, head.phrase, head.archetype) if head.archetype else phrases
    walker = _Walker(head, Outline())
    walker.placed_apart = placed_apart(phrases, head)
    walker.placed_on = placed_on(phrases)
    walker.unlike = told_twice(phrases, head)
    walker.at = next((index for index, phrase in enumerate(phrases) if phrase is head.phrase), -1)
    if head.archetype:
        name, is_plural = (head.span.lemma, head.span.is_plural) if head.span else (head.archetype, False)
        walker.out.things.append(Wanted(head.archetype, noun=name, is_plural=is_plural))
    for index, (phrase, after) in enumerate(zip_longest(phrases, phrases[1:])):
        if phrase.is_negated or phrase.is_aside:
            continue
        walker.is_placed = bool(after and after.link in RELATIONS and not after.is_joined)
        walker.visit(index, phrase)
    seat(walker.out)
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
    row: list[int] = field(default_factory=lambda: [0])  # the things of the list that was named last
    placed_apart: frozenset[int] = frozenset()  # phrases of what is "beside it"
    placed_on: frozenset[int] = frozenset()  # phrases of what is "on top"
    unlike: frozenset[int] = frozenset()  # phrases of what is told of twice: a red chair and a green one
    is_placed: bool = False  # the next phrase says where the thing of this one is
    weak: set[int] = field(default_factory=set)  # things whose place only follows from a "with"
    numbers: dict[int, int] = field(default_factory=dict)  # of each thing

    def visit(self, index: int, phrase: Phrase) -> None:
        """Find the place of one phrase."""
        noun = phrase.noun
        if phrase.is_listing:
            self.owner = 0
        elif phrase.link == HAS and not phrase.is_joined:
            self.owner = above_rug(self.out.things, self.last)
        elif phrase.link == "" and not phrase.is_joined:
            self.owner = 0
        if phrase is self.head.phrase:
            self.numbers[0] = number_of(phrase)
            self._place(phrase, Mention(0, span=self.head.span))
        elif phrase.pronoun:
            self._relate(phrase.link, self._referent(phrase))
        elif self.out.things and (own := own_of_color(phrase, self.out.things[self.last].archetype)):
            self._place(phrase, Mention(self.last, own.lemma, own))
        elif noun is None or is_finish(phrase, noun):
            self._finish(phrase)
        elif index < self.at or not self.out.things:
            self._early(phrase)
        elif noun.meaning.thing and not self._is_part(noun, phrase):
            self._thing(phrase, noun)
        elif phrase.link in RELATIONS and (noun.meaning.part == "wall" or not self._owns(noun)):
            self._somewhere(phrase, noun)
        else:
            if self.group and self.group[-1].thing in self.weak and is_on_top(phrase, noun):
                stand_on_part(self.out, self.group[-1].thing, noun.lemma)  # two candlesticks on the mantel
            self._part(phrase, noun)

    def _place(self, phrase: Phrase, *mentions: Mention) -> None:
        is_list = phrase.is_joined and self.group and mentions[0].part and self.group[-1].part
        self.group = (*self.group, *mentions) if is_list else mentions
        self.last = mentions[-1].thing
        self.out.places.append((phrase, mentions))

    def _finish(self, phrase: Phrase) -> None:
        """Adjectives alone: after "made of" they are of what was just named, after a comma of the head."""
        is_of_group = bool(phrase.link) or phrase.is_joined or any(span.lemma == "one" for span in phrase.spans)
        mentions = self.group if is_of_group else (Mention(0),)
        if phrase.is_predicate and len(self.out.places) > 1 and self.out.places[-1][0].link in RELATIONS:
            mentions = self.out.places[-2][1]  # the lamp on the table is yellow
        is_bare = len(mentions) == 1 and not is_thing(mentions[0])
        if is_bare and (
            self._is_counted() if phrase.link == "in" else not phrase.link and is_undrawn(mentions[0], self.out.things)
        ):
            mentions = (
                Mention(mentions[0].thing),
            )  # with five shelves in walnut, with a knitted cover, grey: all of it
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
        is_room = ARCHETYPES[self.out.things[0].archetype].design_type == "interior"
        is_furniture = is_room and furnishes(self.out.things[0].archetype, noun.lemma, noun.meaning.thing)
        return 0 if is_furniture else self.last

    def _owns(self, noun: Span) -> bool:
        return any(draws(self.out.things[thing].archetype, noun.lemma) for thing in {self.last, 0})

    def _is_part(self, noun: Span, phrase: Phrase) -> bool:
        """Return whether something with a name of its own is drawn together with the thing it belongs to."""
        head = self.out.things[0]
        if any(is_again(self.out.things[one], noun, phrase) for one in (self.last, self.owner)):
            return True
        if (
            phrase.link == HAS
            and " " in noun.lemma
            and noun.lemma in ARCHETYPES[self.out.things[self.owner].archetype].parts
        ):
            return True  # a desk with a drawer unit on the right side
        if self._stands_apart(noun, phrase) or seats_otherwise(self.out.things[self.owner], noun.meaning.thing):
            return False
        if is_itself(self.out.things[self.owner], noun, phrase):
            return True
        if noun.meaning.thing == head.archetype and phrase.link == "" and (phrase.is_joined or self.last != 0):
            return False  # a red chair, a blue chair and a green chair; a dog under a table, a cat on it
        if is_its_part(self.out.things[self.owner], noun, phrase):
            return True
        if phrase.link == HAS and self.owner and noun.meaning.thing in _SEATS:
            return draws(self.out.things[self.owner].archetype, noun.meaning.thing)  # a lamp over a table with chairs
        if noun.meaning.thing == head.archetype and self.last == 0:
            is_another_word = self.head.span is not None and noun.lemma != self.head.span.lemma
            is_alike = phrase.link == HAS or (is_another_word and phrase.link not in APART)
            return bool(noun.meaning.part) and is_alike
        is_part = noun.meaning.part or noun.lemma.rpartition(" ")[2] == noun.meaning.thing
        if phrase.link == HAS and is_part and ARCHETYPES[noun.meaning.thing].category == "architecture":
            is_room = ARCHETYPES[head.archetype].design_type == "interior"
            return not is_room or noun.lemma == "window"  # a car with six doors; a room's windows are in its wall
        is_drawn = has_own(head.archetype, noun, phrase)
        kind = ARCHETYPES[head.archetype]
        is_own = (
            phrase.link in ("on", "in") and noun.lemma in kind.parts
        )  # a cannon on its carriage, a bust on its plinth
        is_fixed = phrase.link in (HAS, "") or kind.design_type in ("interior", "building")
        return is_drawn and (is_fixed or is_own)

    def _stands_apart(self, noun: Span, phrase: Phrase) -> bool:
        """Return whether a thing is one of a list, or has a place of its own: a teapot and four cups, a plant by it."""
        if id(phrase) in self.unlike:
            return True
        is_placed = phrase.link in RELATIONS or id(phrase) in self.placed_on
        if ARCHETYPES[noun.meaning.thing].category == _SOLID and is_placed and not phrase.is_definite:
            return True  # a sphere on a cube on a cylinder
        design_type = ARCHETYPES[self.out.things[0].archetype].design_type
        if design_type == "building" and id(phrase) in self.placed_apart:
            return ARCHETYPES[noun.meaning.thing].design_type in ("object", "vehicle")  # a lamp post in front of it
        if design_type in ("interior", "building") or ARCHETYPES[noun.meaning.thing].category == "architecture":
            return False
        if self._is_on_ground() and phrase.link == HAS and phrase.is_joined and phrase.has_determiner:
            return True  # a street with a bench and a tree
        is_listed = phrase.link == "" and phrase.is_joined and (phrase.has_determiner or number_of(phrase) > 1)
        is_listed = is_listed and not (self.group and self.group[-1].part)  # pink icing and seven candles
        is_on_top = id(phrase) in self.placed_on and not has_own(self.out.things[0].archetype, noun, phrase)
        return is_listed or is_on_top or id(phrase) in self.placed_apart

    def _is_on_ground(self) -> bool:
        """Return whether the head is the first thing that a place has, and what follows stands there too."""
        return self.head.phrase is not None and self.head.phrase.link == HAS and self.owner == 0

    def _part(self, phrase: Phrase, noun: Span) -> None:
        is_stuff = not (noun.meaning.part or noun.meaning.thing) or not (self._owns(noun) or number_of(phrase))
        if phrase.link == OF and is_stuff:  # of iron pipes
            is_frame = noun.lemma in ("pipe", "tube", "rod") and draws(self.out.things[self.last].archetype, "frame")
            self.out.places.append((phrase, (Mention(self.last, "frame" if is_frame else "", noun),)))
            return
        mention = self._mention(phrase, noun)
        subject = self.group[-1] if self.group else Mention(0)
        self._place(phrase, mention)
        is_apart = bool(subject.thing) and subject.thing != mention.thing
        where = "" if subject.part else unplaced(phrase, noun, is_apart=is_apart)
        if where and ARCHETYPES[self.out.things[mention.thing].archetype].design_type != "interior":
            self.out.missed.append(f"{self._name(subject)} {where}")
        is_again = phrase.is_joined and phrase.link != "between"  # a carpet under the bed and a window
        if phrase.link in RELATIONS and noun.meaning.thing and not is_again:
            self._note(self._name(subject), phrase.link, noun.lemma)

    def _mention(self, phrase: Phrase, noun: Span) -> Mention:
        """Return the part that is meant: of floor tiles the floor, where no tiles are drawn."""
        thing = self._owner(noun)
        archetype = self.out.things[thing].archetype
        before = next((span for span in phrase.spans if span.end == noun.start), None)
        is_whole = before is not None and bool(before.meaning.part) and not before.meaning.thing
        if before is not None and is_whole and not draws(archetype, noun.lemma) and draws(archetype, before.lemma):
            return Mention(thing, before.lemma, before)
        kind = noun.meaning.thing  # the bistro chairs of a table are its chairs
        is_kind = noun.lemma.endswith(f" {kind}") and kind in drawn_by(archetype)
        is_kind = is_kind and noun.lemma not in drawn_by(archetype)
        is_room = ARCHETYPES[archetype].design_type == "interior"
        return Mention(thing, kind if is_kind and not is_room else noun.lemma, noun)

    def _thing(self, phrase: Phrase, noun: Span) -> None:
        things = self.out.things
        archetype = inside_of(noun.meaning.thing, things[0].archetype, phrase)
        known = next((index for index, one in enumerate(things) if one.archetype == archetype), None)
        if known == 0 and not self.head.is_named and self.head.certainty < 1:
            things[0].noun = noun.lemma  # a dock, the nearest to which is a boat, with a boat
            self._place(phrase, Mention(0, span=noun))
        elif phrase.link == OF:
            part = noun.lemma if number_of(phrase) > 1 else ""  # a bowl of three apples is one bowl
            self.out.places.append((phrase, (Mention(self.last, part, noun),)))
        elif known is not None and is_meant_again(things, known, phrase, self.last):
            self._meet(phrase, known)
        elif is_wish(phrase, self.head, is_placed=self.is_placed) and len(things) < THINGS_MOST:
            some = is_some(phrase, noun, is_placed=self.is_placed)
            number = SOME if some else 1
            things.append(Wanted(archetype, number, noun=noun.lemma, is_some=some, is_plural=noun.is_plural))
            if ARCHETYPES[archetype].design_type == "interior":
                things[-1].excluded.add(things[0].archetype)  # it has the one that is told of, and no other
            self._meet(phrase, len(things) - 1)
        else:
            self.out.unplaced.append(phrase)
            self.out.missed += [noun.text] if phrase.link == "" and archetype != things[0].archetype else []

    def _meet(self, phrase: Phrase, index: int) -> None:
        """Set how a thing that was just named stands to those before."""
        subject = self.group[-1] if self.group else Mention(0)
        self.numbers[index] = number_of(phrase)
        if phrase.link == "between" and phrase.is_joined:
            self._between(subject.thing, index)
        elif phrase.link in RELATIONS and index != subject.thing and not phrase.is_joined:
            self._stand(subject, phrase.link, index)
        elif phrase.link == HAS and index:
            self._belong(index)
        self.row = [*self.row, index] if phrase.is_joined and phrase.link in ("", HAS) else [index]
        self._place(phrase, Mention(index, span=phrase.noun))

    def _belong(self, index: int) -> None:
        """Put what comes "with" a thing onto it, into it or beside it."""
        owner, new = self.out.things[self.owner], self.out.things[index]
        kind, new.anchor = ARCHETYPES[owner.archetype], self.owner
        is_ware = rests(new.archetype, owner.archetype) or is_laid_on(new.archetype, owner.archetype)
        is_seated = new.archetype in _SEATS and (kind.category == "table" or draws(owner.archetype, new.archetype))
        new.relation = "on" if is_ware and not self._is_on_ground() else "around" if is_seated else "beside"
        if kind.design_type == "interior" or is_held_in(new.archetype, owner.archetype):
            new.relation = "in"
        owner.excluded |= _SEATS & {new.archetype}  # a piano has no stool of its own where one comes with it
        self.weak.add(index)

    def _between(self, first: int, second: int) -> None:
        """Put one thing on either side of what stands "between a lamp and a plant"."""
        things = self.out.things
        middle = next((index for index, one in enumerate(things) if one.anchor == first), None)
        if middle is None or things[middle].relation != "between" or things[first].relation:
            return
        self._note(things[middle].noun, "between", things[second].noun)
        things[middle].relation, things[middle].anchor = "", None
        for side, index in (("left of", first), ("right of", second)):
            things[index].relation, things[index].anchor = side, middle

    def _stand(self, subject: Mention, link: str, index: int) -> None:
        """Set a relation of what was named last, and of the whole list that it ends."""
        things = self.out.things
        if subject.part and ARCHETYPES[things[subject.thing].archetype].design_type == "interior":
            self._note(subject.part, link, things[index].noun)
            stand_by_part(things[index], link, subject)
            return
        if subject.thing in self.weak and (things[index].archetype == "rug" or is_content(things, subject.thing, link)):
            subject = Mention(self.owner)
        members = self.row if self.row[-1] == subject.thing else [subject.thing]
        for thing in reversed(members):
            is_free = not things[thing].relation or thing in self.weak
            if thing == subject.thing:
                self._note(things[thing].noun, link, things[index].noun)
            elif thing == index or not self._fits(thing, link, index):
                continue
            else:
                self._note(things[thing].noun, link, things[index].noun)
            if is_free and not leads_to(self.out.things, index, thing):
                things[thing].relation, things[thing].anchor = link, index
                self.weak.discard(thing)

    def _fits(self, thing: int, link: str, anchor: int) -> bool:
        """Return whether a thing is small enough to be on or in another."""
        one, other = self.out.things[thing].archetype, self.out.things[anchor].archetype
        return link not in ("on", "in") or reach_m(one) <= _OVER_MOST * reach_m(other)

    def _referent(self, phrase: Phrase) -> int:
        """Return what "it" or "each" means: it is one thing, that can carry what is on it; each is one of several."""
        things = self.out.things
        subject = self.group[-1].thing if self.group else self.last
        before = [self.owner, *(index for index in range(len(things))[::-1] if index != subject)]
        if phrase.link in ("in front of", "behind"):
            before.insert(0, carrier_of(things, subject))  # a piano beside a window with a stool in front of it
        if phrase.link == "on":
            before.sort(key=lambda index: not rests(things[subject].archetype, things[index].archetype))
        anchor = things[self.owner].anchor if things else None
        if phrase.link in ("left of", "right of") and anchor is not None:
            before.insert(0, anchor)  # a lamp to the right of a sofa and a plant to its left
        several = [index for index in before if self.numbers.get(index, 0) > 1 and index != subject]
        if phrase.pronoun in ("each", "them", "these") and several:
            if phrase.pronoun == "each":
                things[subject].count = self.numbers[several[0]] * max(self.numbers.get(subject, 0), 1)
            return several[0]
        single = (
            index for index in before if index not in (subject, *several) and self._fits(subject, phrase.link, index)
        )
        return next(single, self.owner) if things else self.owner

    def _relate(self, link: str, anchor: int) -> None:
        """Read "around it": what was named last stands around the head."""
        subject = self.group[-1] if self.group else Mention(self.last)
        if subject.thing == anchor and not subject.part:
            return
        for thing in self.out.things[1 : subject.thing]:
            if thing.anchor == anchor and thing.relation == link:
                self._note(thing.noun, link, self.out.things[anchor].noun)
        self._note(self._name(subject), link, self._called(anchor, subject) if self.out.things else "")
        if not subject.part and self.out.things and not leads_to(self.out.things, anchor, subject.thing):
            stand_by(self.out.things, subject.thing, link, anchor)

    def _called(self, anchor: int, subject: Mention) -> str:
        """Return the name of what "it" is; in a room that of the piece of furniture that was named last."""
        noun = self.out.things[anchor].noun
        if ARCHETYPES[self.out.things[anchor].archetype].design_type != "interior":
            return noun
        said = [one for _, mentions in self.out.places for one in mentions if one.thing == anchor and one != subject]
        return next((one.part for one in reversed(said) if one.part and is_thing(one)), noun)

    def _somewhere(self, phrase: Phrase, noun: Span) -> None:
        """A place that is no thing: a wall, a corner, the moon."""
        subject = self.group[-1] if self.group else Mention(0)
        if noun.meaning.part == "wall":
            self._note(self._name(subject), phrase.link, "wall")
            if not subject.part and self.out.things[subject.thing].relation in ("", "in", "beside"):
                self.out.things[subject.thing].relation = "against"
                face_wall(self.out.things[subject.thing], phrase)
        elif noun.meaning.part and noun.meaning.part not in ("floor", "side", "corner", "front", "back", "top"):
            self._part(phrase, noun)
        else:
            self.out.unplaced.append(phrase)
            is_on_it = phrase.link == "on" and noun.lemma in ("back", "front", "side", "top") and subject.thing
            if is_on_it and not subject.part and ARCHETYPES[self.out.things[0].archetype].design_type != "interior":
                self.out.missed.append(f"{self._name(subject)} on the {noun.lemma}")

    def _name(self, mention: Mention) -> str:
        return mention.part or self.out.things[mention.thing].noun

    def _note(self, subject: str, link: str, anchor: str) -> None:
        relation = Relation(subject, link, anchor)
        if relation not in self.out.relations:
            self.out.relations.append(relation)
