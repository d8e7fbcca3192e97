"""Where each phrase of a text belongs: the things of an outline, and mentions of them and of their parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.colors import COLORS
from domain.spec import Relation
from engine.archetypes import ARCHETYPES
from engine.planner.reading.heads import Head, thing_in
from engine.planner.reading.knowledge import draws, rests
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.links import HAS, OF, RELATIONS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span
from engine.planner.wording.substances import MATERIALS


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a phrase belongs: to a thing, and there to a part or, with an empty part, to the whole."""

    thing: int
    part: str = ""
    span: Span | None = None


# How a thing stands to a part of a room that is said to stand so to it: a bed is on the rug that is under it.
_TURNED = {
    "under": "on", "above": "under", "behind": "in front of", "in front of": "behind", "beside": "beside",
    "left of": "right of", "right of": "left of",
}  # fmt: skip


def stand_by_part(thing: Wanted, link: str, subject: Mention) -> None:
    """Put a thing to the part of a room of which the text says how it stands to the thing."""
    if link in _TURNED:
        thing.relation, thing.anchor, thing.by = _TURNED[link], subject.thing, subject.part
        thing.said["by"] = f"{subject.part} {link} {thing.noun}"


@dataclass(slots=True)
class Outline:
    """The things of a text, the head first, and where each phrase belongs."""

    things: list[Wanted] = field(default_factory=list)
    places: list[tuple[Phrase, tuple[Mention, ...]]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    unplaced: list[Phrase] = field(default_factory=list)  # neither a thing nor a part, but asked for
    missed: list[str] = field(default_factory=list)  # places that nothing is put at, as said


def without_thing(out: Outline, index: int) -> None:
    """Take a thing out; what is said of it is said of the head's part of that name."""
    gone = out.things.pop(index)
    out.places = [
        (phrase, tuple(_absorbed(one, index, gone.archetype, phrase) for one in mentions))
        for phrase, mentions in out.places
    ]
    for thing in out.things:
        if thing.anchor is not None:
            thing.anchor = 0 if thing.anchor == index else thing.anchor - (thing.anchor > index)


def _absorbed(mention: Mention, index: int, part: str, phrase: Phrase) -> Mention:
    if mention.thing == index:
        return Mention(0, mention.part or part, mention.span or thing_in(phrase))
    return Mention(mention.thing - (mention.thing > index), mention.part, mention.span)


def stand_on_part(outline: Outline, index: int, part: str) -> None:
    """Put a thing on top of the first one, where it is said to be on its mantel or roof; on houses that is told."""
    thing = outline.things[index]
    if ARCHETYPES[outline.things[0].archetype].design_type == "building":  # what is on one stands on its ground
        outline.missed.append(f"{thing.noun} on the {part}")
    else:
        thing.relation, thing.anchor = "on", 0


def face_wall(thing: Wanted, phrase: Phrase) -> None:
    """Note what the wall is of that a thing stands against: a brick wall, a blue one."""
    for span in phrase.spans:
        if span.meaning.material:
            thing.part_materials.setdefault("wall", MATERIALS[span.lemma])
        elif span.meaning.color:
            thing.part_colors.setdefault("wall", COLORS[span.lemma])


def leads_to(things: Sequence[Wanted], start: int, end: int) -> bool:
    """Return whether following the anchors from one thing comes to another."""
    now: int | None = start
    for _ in things:
        if now == end:
            return True
        now = things[now].anchor if now is not None else None
    return False


def is_content(things: Sequence[Wanted], index: int, link: str) -> bool:
    """Return whether a place is that of a vessel, and not of what it is full of: a crate of apples by a fence."""
    anchor = things[index].anchor if things[index].relation == "in" else None
    is_beside = anchor is not None and link not in ("in", "on", "under")
    return is_beside and ARCHETYPES[things[anchor or 0].archetype].design_type != "interior"


def above_rug(things: Sequence[Wanted], last: int) -> int:
    """Return the thing that what follows belongs to: a table on a rug with a bowl has the bowl itself."""
    on_rug = (index for index, one in enumerate(things) if one.anchor == last and one.relation == "on")
    return next(on_rug, last) if things and things[last].archetype == "rug" else last


@dataclass(slots=True)
class Told:
    """What was read beside the things themselves.

    Attributes
    ----------
    used : set of int
        Places of the words that had a meaning here.
    features : list of str
        What is asked for, as said.
    clashes : list of str
        Contradictions, both sides said.
    part_sizes : list of str
        Sizes of parts; they are understood and not drawn.
    styles : list of str
        As said.
    undrawn : list of str
        Parts that are asked for, with no finish or number of their own, and that the drawing does not know.
    """

    used: set[int] = field(default_factory=set)
    features: list[str] = field(default_factory=list)
    clashes: list[str] = field(default_factory=list)
    part_sizes: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    undrawn: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Spot:
    """A phrase, the thing or part that it is about, and where to write down what it says."""

    phrase: Phrase
    mention: Mention
    outline: Outline
    told: Told

    @property
    def thing(self) -> Wanted:
        """Return the thing that it is about."""
        return self.outline.things[self.mention.thing]

    @property
    def noun(self) -> Span | None:
        """Return the name by which it is called."""
        return self.mention.span


def is_thing(mention: Mention) -> bool:
    return mention.span is not None and bool(mention.span.meaning.thing)


def is_undrawn(mention: Mention, things: Sequence[Wanted]) -> bool:
    """Return whether a part is meant that its thing's drawing does not know."""
    return bool(mention.part) and not draws(things[mention.thing].archetype, mention.part)


def is_finish(phrase: Phrase, noun: Span) -> bool:
    """Return whether a phrase only says of what something is: "in black lacquer", "black iron"."""
    if noun.meaning.thing and phrase.link == "":
        return phrase.is_ambiguous
    has_finish = any(span.meaning.color or span.meaning.material for span in phrase.spans if span is not noun)
    return noun.is_unknown and phrase.link in (OF, "in") and has_finish and not phrase.has_determiner


def own_of_color(phrase: Phrase, archetype: str) -> Span | None:
    """Return the part of a thing that is called by its colour: an emerald in a ring."""
    if phrase.link != HAS or phrase.noun is not None or not phrase.spans:
        return None
    last, is_one = phrase.spans[-1], phrase.has_determiner or phrase.counts
    return last if is_one and last.meaning.color and last.lemma in ARCHETYPES[archetype].features else None


def is_wish(phrase: Phrase, head: Head, *, is_placed: bool) -> bool:
    """Return whether a thing is to be drawn, and is not only the place where another one is used.

    `is_placed` is whether the next phrase says where it is.
    """
    noun = phrase.noun
    assert noun is not None
    kind = ARCHETYPES[noun.meaning.thing].design_type
    is_around = head.is_named and phrase.link == "in" and kind == "interior" and noun.lemma != "room"
    if phrase.link in RELATIONS:
        return is_around or not (phrase.is_definite and kind in ("interior", "building"))
    if phrase.link == HAS or phrase.is_joined:
        return True
    is_bare = head.phrase is not None and not head.phrase.has_determiner and kind != "interior"
    is_told = phrase.has_determiner or noun.is_plural or any(span.number for span in phrase.spans)
    return is_told or is_bare or is_placed


def carrier_of(things: Sequence[Wanted], subject: int) -> int:
    """Return what is meant by "in front of it": the head, or what carries it where the subject does not go up there.

    Boots in front of a wardrobe with a suitcase on it, a mug in front of a laptop on a desk.
    """
    head, archetype = things[0], things[subject].archetype
    if head.relation != "on" or head.anchor is None:
        return 0
    is_worn = ARCHETYPES[archetype].category == "clothing"
    return head.anchor if is_worn or not rests(archetype, things[head.anchor].archetype) else 0


def is_meant_again(things: Sequence[Wanted], known: int, phrase: Phrase, last: int) -> bool:
    """Return whether a phrase speaks of a thing that was named before: not a cat after a dog."""
    noun = phrase.noun.lemma if phrase.noun else ""
    is_other = things[known].noun != noun and phrase.has_determiner and not phrase.is_definite
    is_again = phrase.link == "" or phrase.is_definite
    return is_again and not phrase.is_joined and not (is_other and (known or last))


def stand_by(things: Sequence[Wanted], subject: int, link: str, anchor: int) -> None:
    """Put a thing to another; a monitor "on the right" of a desk stands on it."""
    one = things[subject]
    one.relation, one.anchor = link, anchor
    if link in ("left of", "right of") and rests(one.archetype, things[anchor].archetype):
        one.relation, one.said["side"] = "on", link
