"""From a text to what was understood: things, how they stand, and everything that is said of them."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from domain.spec import Budget, Relation
from engine.archetypes import ARCHETYPES
from engine.planner.reading.arrangements import arrange
from engine.planner.reading.budgets import budget_of, limits_of, measures_of
from engine.planner.reading.denials import hand_out, obey
from engine.planner.reading.exclusions import Ban, banned, below_naught, denied_in, naught_in, opposites
from engine.planner.reading.formations import without_formations
from engine.planner.reading.fronted import told_forwards
from engine.planner.reading.heads import Head, head_of, named_otherwise, nearest_head
from engine.planner.reading.hints import speaks
from engine.planner.reading.insides import INSIDE, insiders_in, put_inside, seen_inside
from engine.planner.reading.knowledge import drawn_by, looked_for
from engine.planner.reading.mentions import Outline, Told
from engine.planner.reading.naming import is_quality
from engine.planner.reading.otherwise import meant
from engine.planner.reading.outline import outline_of
from engine.planner.reading.over import hang_in_room
from engine.planner.reading.patterns import not_drawn
from engine.planner.reading.people import people_of, seat
from engine.planner.reading.placement import place
from engine.planner.reading.poses import told_plainly, undone_in
from engine.planner.reading.prose import without_prose
from engine.planner.reading.seating import number_seats
from engine.planner.reading.subjects import subject_of
from engine.planner.reading.trailing import of_whole
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.glasses import with_drinking_glasses
from engine.planner.wording.languages import in_english
from engine.planner.wording.lexicon import FINISH_NOUNS, GENERIC_NOUNS, PLACEHOLDERS, STYLE_WORDS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.phrases import phrases_of, without_orders
from engine.planner.wording.quotes import INKED, text_of
from engine.planner.wording.scripts import in_latin, pictured
from engine.planner.wording.sizes import beyond_in, impossible_in, sizes_of
from engine.planner.wording.slips import mended
from engine.planner.wording.spans import Span, spans_of
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemma, normalised, words_of

UNKNOWN_MOST = 24
_SAYING_LITTLE = GENERIC_NOUNS | PLACEHOLDERS
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
    limits: list[str] = field(default_factory=list)  # on cost and weight, as said, with what becomes of them
    finish: Wanted = field(default_factory=lambda: Wanted("object"))  # what is said of a thing that nobody recognised
    known: int = 0
    content: int = 0


def read(text: str) -> Understood:
    """Return what a text of any language and any signs says; never refuses."""
    inscribed, rest = text_of(normalised(text)[:TEXT_LENGTH_MAX])
    untold, rest = _plain(rest)
    whole = rest = told_plainly(meant(rest))
    limits, rest = limits_of(INSIDE.sub("", in_latin(of_whole(without_formations(rest)))))
    budget, rest = budget_of(rest)
    measures, rest = measures_of(rest)
    impossible, rest = impossible_in(rest)
    impossible += beyond_in(rest)
    sizes, rest = sizes_of(rest)
    below, rest = below_naught(rest)
    free, naught, rest = _denied(rest)
    words = told_forwards(with_drinking_glasses(mended(in_english(words_of(rest)))))
    spans = spans_of(words)
    phrases, orders = without_orders(phrases_of(spans))
    head = _head(phrases)
    outline = outline_of(phrases, head if head.archetype else Head("object", subject_of(phrases)))
    outside = put_inside(outline, insiders_in(whole))
    hang_in_room(outline)
    arrange(outline, whole)
    told = place(outline, sizes)
    people, said = people_of(phrases)
    number_seats(outline, people)
    told.undrawn = [one for one in told.undrawn if not any(one in said.split() for said in outside)]
    ban = banned([*phrases, *_freed(free)], words)
    if people and head.archetype:
        seat(outline.things[0], people)
        told.used |= said
    undrawn = [*outside, *map(_one_of, (*below, *naught))]
    seen = Understood(
        outline.things,
        head,
        relations=outline.relations,
        budget=budget,
        unknown=[*measures, *undrawn, *untold][:UNKNOWN_MOST],
    )
    seen.limits = limits
    for phrase in phrases:
        _likened(phrase, outline)
    if inscribed and seen.things:
        _lettered(outline).text = inscribed
        told.undrawn = [one for one in told.undrawn if one not in INKED]
    told.undrawn += [*not_drawn(outline), *undone_in(whole, outline)] if head.archetype else []
    _keep_to(outline, seen, _added(spans))
    _finish(seen, outline, told, ban, phrases)
    seen.part_sizes = [*seen.part_sizes, *impossible]
    _left_over(seen, spans, phrases, told, orders)
    phrases_missed = [one.replace("-", " ").split() for one in seen.undrawn]
    longer = [word for words in phrases_missed if len(words) > 1 for word in words]
    seen.unknown[:] = [one for one in seen.unknown if one not in longer]
    name = named_otherwise(seen.head)
    if name:
        seen.unknown[:] = [one for one in seen.unknown if one not in name.split()]
        _miss(seen, name)
    spaces = ("space", f"{seen.head.archetype} space")  # a room is one: an office of 20 m² space
    is_room = bool(seen.things) and ARCHETYPES[seen.things[0].archetype].design_type == "interior"
    seen.unknown = [one for one in seen.unknown if not (is_room and one in spaces)]
    return seen


def _one_of(said: str) -> str:
    """Return a number that nothing can have, and what is drawn instead; of a part as many as there are anyway."""
    meaning = VOCABULARY.get(lemma(said.rsplit(maxsplit=1)[-1].casefold()))
    is_part = meaning is not None and bool(meaning.part) and not meaning.thing
    return said if is_part else f"{said}: 1 drawn"


def _plain(text: str) -> tuple[list[str], str]:
    """Return pictograms and comparisons that nothing can be drawn of, and a text without them."""
    pictograms, rest = pictured(text)
    compared, rest = without_prose(rest)
    return [*compared, *dict.fromkeys(pictograms)], rest


def _likened(phrase: Phrase, outline: Outline) -> None:
    """Draw a chair like a throne as the throne that the same drawing knows."""
    head = outline.things[0] if outline.things else None
    is_alike = phrase.is_aside and any(span.meaning.thing == head.archetype for span in phrase.spans) if head else False
    if head and is_alike:
        head.words.update(word.lemma for span in phrase.spans for word in span.words)


def _lettered(outline: Outline) -> Wanted:
    """Return the thing that bears the words of the text."""
    mentions = (mention for _, places in outline.places for mention in places)
    return outline.things[next((mention.thing for mention in mentions if mention.part in INKED), 0)]


def _head(phrases: Sequence[Phrase]) -> Head:
    head = head_of(phrases)
    head = head if head.archetype else nearest_head(phrases) or head
    inside = seen_inside(head.archetype, phrases)
    return replace(head, archetype=inside) if inside else head


def _denied(text: str) -> tuple[list[str], list[str], str]:
    """Return what words such as blue-free deny, zero numbers of whole things, and the text that is left to read."""
    free, rest = denied_in(text)
    if rest == text or _has_subject(rest):
        return free, [], rest
    return [], *naught_in(text)


def _has_subject(rest: str) -> bool:
    """Return whether a text still names a thing after what it denies is taken out."""
    phrases, _ = without_orders(phrases_of(spans_of(mended(in_english(words_of(rest))))))
    return bool(head_of(phrases).archetype)


def _freed(words: Sequence[str]) -> list[Phrase]:
    """Return words such as the blue of blue-free as phrases that are negated."""
    return [Phrase(is_negated=True, spans=list(spans_of(words_of(word)))) for word in words]


def _opposed(outline: Outline) -> list[str]:
    """Return what is said of a thing or of a part and contradicts itself; a round table may have square legs."""
    said: dict[tuple[int, str], set[str]] = {}
    for phrase, mentions in outline.places:
        for one in mentions:
            said.setdefault((one.thing, one.part), set()).update(
                word.lemma for span in phrase.spans for word in span.words
            )
    return [clash for words in said.values() for clash in opposites(words)]


def _finish(seen: Understood, outline: Outline, told: Told, ban: Ban, phrases: Sequence[Phrase]) -> None:
    seen.spoken_style = next((style for style in told.styles if style not in ban.said), "")
    seen.style = STYLE_WORDS.get(seen.spoken_style, "")
    seen.excluded = ban.said
    seen.features = [one for one in dict.fromkeys(told.features) if one and one not in (*ban.said, *ban.names)]
    seen.part_sizes, seen.undrawn = told.part_sizes, told.undrawn
    seen.clashes += told.clashes + _opposed(outline)
    hand_out(ban, outline, phrases)
    for thing in seen.things:
        seen.clashes += obey(thing, ban)
    texts = {name: denial.text for denial in ban.denials for name in denial.names}
    seen.clashes += [f"{one}, yet {texts[one]}" for one in told.features if one in texts]
    seen.clashes = list(dict.fromkeys(seen.clashes))
    seen.undrawn = [one for one in seen.undrawn if lemma(one.casefold()) not in texts]
    if not seen.head.archetype:
        seen.finish, seen.things = _undecided(seen.things[0]), []


def _added(spans: Sequence[Span]) -> set[int]:
    """Return the places of words that a comma parts from those before, where no list with "and" follows."""
    ends = [index for index, span in enumerate(spans) if span.is_break]
    return {
        spans[index + 1].start
        for index in ends
        if index + 1 < len(spans) and not any(span.lemma in ("and", "or") for span in spans[index + 1 : index + 4])
    }


def _keep_to(outline: Outline, seen: Understood, added: Container[int]) -> None:
    """Write down of what alone a thing is made; a material that is said elsewhere contradicts it."""
    for phrase, mentions in outline.places:
        spans = [one for one in phrase.spans if one.meaning.material and one.start not in added and phrase.is_only]
        said = {MATERIALS[one.lemma]: one.lemma for one in spans}
        for thing in (outline.things[one.thing] for one in mentions if said and not one.part):
            only = f"only {' and '.join(said.values())}"
            seen.clashes += [f"{one}, yet {only}" for one in _otherwise(thing, said)]
            thing.only, thing.materials = tuple(said), list(said)


def _otherwise(thing: Wanted, only: Container[str]) -> list[str]:
    """Return other materials than those of which alone a thing is made, as said, and take those of parts away."""
    others = [name for name in thing.materials if name not in only and name not in thing.part_materials.values()]
    words = [word for word in MATERIALS if word in thing.words and MATERIALS[word] in others]
    parts = [part for part, name in thing.part_materials.items() if name not in only]
    for part in parts:
        del thing.part_materials[part]
    whole = [" and ".join(words or others)] if others else []
    return [*whole, *(thing.said.get(part, part) for part in parts)]


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
    is_said = span.lemma in counted or any(span.lemma in said.split() for said in seen.excluded)
    is_drawn = any(span.lemma in said.split() for said in seen.features) and _is_in_a_drawing(span.lemma, seen)
    is_denied = any(span.lemma.endswith("less") and span.lemma.startswith(part) for part in seen.excluded)
    is_hint = not seen.head.is_named and speaks(span.lemma, seen.head.archetype)
    is_plain = is_quality(span.lemma) or span.lemma in _SAYING_LITTLE
    return is_said or is_drawn or is_denied or is_hint or is_plain or span.lemma in own


def _is_in_a_drawing(word: str, seen: Understood) -> bool:
    """Return whether a word is of a feature that a drawing knows: the zorp of zorp details is of none."""
    return any(word in feature.split() for thing in seen.things for feature in drawn_by(thing.archetype))


def _miss(seen: Understood, text: str) -> None:
    if text not in seen.unknown and len(seen.unknown) < UNKNOWN_MOST:
        seen.unknown.append(text)
