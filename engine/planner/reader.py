"""From a text to what was understood: things, how they stand, and everything that is said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.spec import Budget, Relation
from engine.planner.budgets import budget_of, measures_of
from engine.planner.exclusions import Ban, banned, opposites
from engine.planner.heads import Head, head_of, nearest_head, subject_of
from engine.planner.hints import speaks
from engine.planner.knowledge import looked_for
from engine.planner.languages import in_english
from engine.planner.lexicon import FINISH_NOUNS, PLACEHOLDERS, STYLE_WORDS
from engine.planner.naming import is_quality
from engine.planner.outline import Outline, outline_of
from engine.planner.people import people_of, seat
from engine.planner.phrase import Phrase
from engine.planner.phrases import phrases_of, without_orders
from engine.planner.placement import Told, place
from engine.planner.sizes import sizes_of
from engine.planner.slips import mended
from engine.planner.spans import Span, spans_of
from engine.planner.wanted import Wanted
from engine.planner.words import normalised, words_of

UNKNOWN_MOST = 24
TEXT_LENGTH_MAX = 4000


@dataclass(slots=True)
class Understood:
    """Everything that the text said, in the planner's words; `things` are empty where nothing is recognised."""

    things: list[Wanted] = field(default_factory=list)
    head: Head = field(default_factory=Head)
    style: str = ""
    spoken_style: str = ""
    features: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    budget: Budget | None = None
    clashes: list[str] = field(default_factory=list)
    part_sizes: list[str] = field(default_factory=list)
    undrawn: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    finish: Wanted = field(default_factory=lambda: Wanted("object"))  # what is said of a thing that nobody recognised
    known: int = 0
    content: int = 0


def read(text: str) -> Understood:
    """Return what a text of any language and any signs says; never refuses."""
    budget, rest = budget_of(normalised(text)[:TEXT_LENGTH_MAX])
    measures, rest = measures_of(rest)
    sizes, rest = sizes_of(rest)
    words = mended(in_english(words_of(rest)))
    spans = spans_of(words)
    phrases, orders = without_orders(phrases_of(spans))
    head = head_of(phrases)
    if not head.archetype:
        head = nearest_head(phrases) or head
    outline = outline_of(phrases, head if head.archetype else Head("object", subject_of(phrases)))
    told = place(outline, sizes)
    ban = banned(phrases, words)
    people, said = people_of(phrases)
    if people and head.archetype:
        seat(outline.things[0], people)
        told.used |= said
    seen = Understood(outline.things, head, relations=outline.relations, budget=budget, unknown=measures)
    _finish(seen, outline, told, ban)
    _left_over(seen, spans, phrases, told, orders)
    return seen


def _finish(seen: Understood, outline: Outline, told: Told, ban: Ban) -> None:
    seen.spoken_style = next((style for style in told.styles if style not in ban.said), "")
    seen.style = STYLE_WORDS.get(seen.spoken_style, "")
    seen.excluded = ban.said
    seen.features = [one for one in dict.fromkeys(told.features) if one and one not in (*ban.said, *ban.names)]
    seen.part_sizes, seen.undrawn = told.part_sizes, told.undrawn
    seen.clashes = told.clashes + [one for thing in seen.things for one in opposites(thing.words)]
    for thing in seen.things:
        _obey(thing, ban, seen)
    if not seen.head.archetype:
        seen.finish, seen.things = _undecided(seen.things[0]), []


def _obey(thing: Wanted, ban: Ban, seen: Understood) -> None:
    """Take out of a thing what the text rules out; a wish that is ruled out again is a contradiction."""
    thing.excluded |= ban.names
    for color, said in zip(list(thing.colors), list(thing.spoken.get("", [])), strict=False):
        if color in ban.colors:
            seen.clashes.append(f"{said}, yet not {said}")
            thing.colors.remove(color)
    thing.features = [feature for feature in thing.features if feature not in ban.names]
    thing.words -= {word for word in ban.names if " " not in word}


def _undecided(thing: Wanted) -> Wanted:
    """Return what is known of a thing that nobody recognised: its finish; without one of its own, that of its parts."""
    thing.materials = thing.materials or list(dict.fromkeys(thing.part_materials.values()))
    thing.colors = thing.colors or list(dict.fromkeys(thing.part_colors.values()))
    thing.count = 1
    return thing


def _left_over(
    seen: Understood, spans: Sequence[Span], phrases: Sequence[Phrase], told: Told, orders: Sequence[Span]
) -> None:
    """Note what nobody understood, and which share of the words had a meaning."""
    own = _own_words(seen)
    placed = {id(span) for phrase in phrases if not phrase.is_aside for span in phrase.spans}
    for span in spans:
        if span.is_break or span.is_size or span.number or span.meaning.is_quiet or span.meaning.link:
            continue
        seen.content += 1
        if span in orders or not _is_known(span, seen, told, own):
            if id(span) in placed or span in orders or span.is_unknown:
                _miss(seen, span.text)
        else:
            seen.known += 1


def _own_words(seen: Understood) -> frozenset[str]:
    return frozenset().union(*(looked_for(thing.archetype) for thing in seen.things))


def _is_known(span: Span, seen: Understood, told: Told, own: frozenset[str]) -> bool:
    if not seen.things:
        meaning = span.meaning
        return bool(meaning.material or meaning.color or meaning.style or meaning.is_modifier or meaning.is_carrier)
    if not span.is_unknown or span is seen.head.span or span.start in told.used:
        return True
    counted = {part for thing in seen.things for part in (*thing.counts, *thing.part_materials, *thing.part_colors)}
    if span.lemma in FINISH_NOUNS:
        return True
    is_said = span.lemma in counted or any(span.lemma in said.split() for said in (*seen.excluded, *seen.features))
    is_denied = any(span.lemma.endswith("less") and span.lemma.startswith(part) for part in seen.excluded)
    is_hint = not seen.head.is_named and speaks(span.lemma, seen.head.archetype)
    return is_said or is_denied or is_hint or span.lemma in own or is_quality(span.lemma) or span.lemma in PLACEHOLDERS


def _miss(seen: Understood, text: str) -> None:
    if text not in seen.unknown and len(seen.unknown) < UNKNOWN_MOST:
        seen.unknown.append(text)
