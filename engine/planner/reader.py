"""From words to what was understood.

Head noun, materials and colours with their targets, features, counts, negation.
"""

import difflib
from dataclasses import dataclass, field

from engine.planner.lexicon import (
    CARRIERS,
    FEATURES,
    KINDS,
    MODIFIERS,
    NEGATORS,
    NUMBERS,
    PARTS,
    PREPOSITIONS,
    STOPWORDS,
    STYLE_WORDS,
    Kind,
)
from engine.planner.sizes import sizes_of
from engine.planner.substances import COLORS, MATERIALS, SHADES, shaded
from engine.planner.words import Word, lemmas, normalised, words_of

_LONGEST = 4
_PHRASES: dict[str, Kind] = {lemmas(phrase): kind for kind in reversed(KINDS) for phrase in kind.phrases}
_VAGUE = {phrase for phrase, kind in _PHRASES.items() if kind.is_vague}
_LINKS = frozenset({"of", "in", "made", "from", "is", "are", "with", "out"})
_SKIPPED = (
    MODIFIERS
    | SHADES.keys()
    | {
        "and",
        "polished",
        "aged",
        "brushed",
        "exposed",
        "curved",
        "thin",
        "turned",
        "carved",
        "shiny",
        "matte",
        "solid",
        "spoked",
        "round",
    }
)
_UNKNOWN_MOST = 24
_JOINS = frozenset({"and", "plus", "&", "+"})
_AMOUNT_MOST = 1000


@dataclass(slots=True)
class Understood:
    """Everything that the text said, in the planner's words."""

    kind: Kind | None = None
    is_head: bool = False
    words: set[str] = field(default_factory=set)
    style: str = ""
    materials: list[str] = field(default_factory=list)
    part_materials: dict[str, str] = field(default_factory=dict)
    colors: list[str] = field(default_factory=list)
    part_colors: dict[str, str] = field(default_factory=dict)
    features: list[str] = field(default_factory=list)
    excluded: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    modifiers: set[str] = field(default_factory=set)
    said: dict[str, str] = field(default_factory=dict)  # the words that give a part its finish
    missed: list[str] = field(default_factory=list)  # understood, but not drawn
    unknown: list[str] = field(default_factory=list)
    known: int = 0
    content: int = 0


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    phrase: str


def read(text: str) -> Understood:
    """Return what a text of any language and any signs says; never refuses."""
    sizes, rest = sizes_of(normalised(text))
    words = words_of(rest)
    seen = Understood(sizes=sizes)
    used = [False] * len(words)
    negated = _negated(words, seen)
    _find_style(words, seen, used, negated)
    head = _find_kind(words, seen, used, negated)
    _find_counts(words, seen, used)
    _find_substances(words, seen, used, negated, head)
    _find_features(words, seen, used, negated)
    _find_missed(words, seen, used, negated, head)
    _find_rest(words, seen, used, negated)
    if seen.kind is None:
        _guess_kind(words, seen)
    if seen.kind is None:
        _without_parts(words, seen)
    return seen


def _negated(words: tuple[Word, ...], seen: Understood) -> list[bool]:
    """Mark the words that a negation covers, and note the parts among them."""
    marks, active = [False] * len(words), 0
    for index, word in enumerate(words):
        if word.lemma in NEGATORS:
            active = 4
            continue
        following = words[index + 1].lemma if index + 1 < len(words) else ""
        is_stop = word.is_break or word.lemma in {"but", "with", "in", "on", "for", "just", "instead"}
        if is_stop or (word.lemma == "and" and following not in PARTS and following not in FEATURES):
            active = 0
        elif active and word.lemma not in {"or", "nor", "and", "any", "a", "an", "the"}:
            marks[index], active = True, active - 1
            seen.excluded.update({word.lemma, PARTS.get(word.lemma, word.lemma), FEATURES.get(word.lemma, word.lemma)})
            active = 0 if word.lemma in PARTS and following not in {"or", "nor", "and"} else active
    return marks


def _hits(words: tuple[Word, ...], vocabulary: dict[str, str] | dict[str, Kind], marks: list[bool]) -> list[_Hit]:
    """Return the longest phrases of the vocabulary, from left to right, that no mark covers."""
    hits, index = [], 0
    while index < len(words):
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            phrase = " ".join(word.lemma for word in words[index : index + length])
            if phrase in vocabulary and not any(marks[index : index + length]):
                hits.append(_Hit(index, index + length, phrase))
                index += length - 1
                break
        index += 1
    return hits


def _take(used: list[bool], hit: _Hit) -> None:
    used[hit.start : hit.end] = [True] * (hit.end - hit.start)


def _find_style(words: tuple[Word, ...], seen: Understood, used: list[bool], negated: list[bool]) -> None:
    for hit in _hits(words, STYLE_WORDS, negated):
        seen.style = seen.style or STYLE_WORDS[hit.phrase]
        _take(used, hit)


def _find_kind(words: tuple[Word, ...], seen: Understood, used: list[bool], negated: list[bool]) -> _Hit | None:
    """Choose the head noun: the last known phrase before the first preposition, else the first after it."""
    hits = _hits(words, _PHRASES, negated)
    clear = [hit for hit in hits if hit.phrase not in _VAGUE]
    end = _clause_end(words)
    inside = [hit for hit in clear if hit.start < end]
    chosen = inside[-1] if inside else (clear[0] if clear else (hits[0] if hits else None))
    if chosen is None:
        return None
    seen.kind, seen.is_head = _PHRASES[chosen.phrase], chosen in inside
    table = _table_beside(words, chosen, clear)
    if table:
        seen.kind, chosen = _PHRASES[table.phrase], table
        seen.counts["chair"] = max(seen.counts.get("chair", 0), 1)
    _take(used, chosen)
    return chosen


def _table_beside(words: tuple[Word, ...], chair: _Hit, hits: list[_Hit]) -> _Hit | None:
    """Return the table that stands with a chair: "two chairs and a table" is a table with chairs."""
    if _PHRASES[chair.phrase].archetype != "chair":
        return None
    for hit in hits:
        between = {word.lemma for word in words[chair.end : hit.start]}
        if _PHRASES[hit.phrase].archetype == "table" and between & (_JOINS | {"around", "at"}):
            return hit
    return None


def _find_missed(
    words: tuple[Word, ...], seen: Understood, used: list[bool], negated: list[bool], head: _Hit | None
) -> None:
    """Note more than one of the whole thing, and other things that are joined to it by "and"."""
    if head is None or seen.kind is None:
        return
    amount = _amount_before(words, head, used)
    if 1 < amount <= _AMOUNT_MOST:
        seen.missed.append(f"{amount} {words[head.end - 1].text[:40]}")
    if seen.kind.design_type == "interior":
        return
    for hit in _hits(words, _PHRASES, negated):
        other = _PHRASES[hit.phrase].archetype
        is_seat = seen.kind.archetype == "table" and other == "chair"
        if other != seen.kind.archetype and not is_seat and hit.phrase not in FEATURES and _is_joined(words, head, hit):
            seen.missed.append(" ".join(word.text[:40] for word in words[hit.start : hit.end]))


def _amount_before(words: tuple[Word, ...], head: _Hit, used: list[bool]) -> int:
    """Return how many of the head noun are asked for; only its adjectives may stand between."""
    for index in range(head.start - 1, max(head.start - 6, -1), -1):
        lemma = words[index].lemma
        if lemma in NUMBERS and lemma not in {"double", "single", "triple"}:
            return NUMBERS[lemma]
        if words[index].is_number:
            return int(float(lemma.replace(",", "."))) if len(lemma) < 6 else 0
        if not lemma or lemma in PARTS or not (used[index] or lemma in _SKIPPED or lemma == "of"):
            return 0
    return 0


def _is_joined(words: tuple[Word, ...], head: _Hit, hit: _Hit) -> bool:
    """Return whether "and a", "plus two" and the like stand between the head noun and another thing."""
    first, last = (head, hit) if head.start < hit.start else (hit, head)
    between = [word.lemma for word in words[first.end : last.start]]
    return len(between) > 1 and between[0] in _JOINS and (between[1] in {"a", "an", "the"} or between[1] in NUMBERS)


def _without_parts(words: tuple[Word, ...], seen: Understood) -> None:
    """Read parts of nothing known as unknown things, and what they are made of as what the whole is made of."""
    for plain, targeted in ((seen.materials, seen.part_materials), (seen.colors, seen.part_colors)):
        plain.extend(value for value in targeted.values() if value not in plain)
        targeted.clear()
    seen.said.clear()
    for word in words:
        if word.lemma in PARTS and word.lemma not in seen.excluded:
            seen.known -= 1
            if word.text[:40] not in seen.unknown and len(seen.unknown) < _UNKNOWN_MOST:
                seen.unknown.append(word.text[:40])
    seen.known = max(seen.known, 0)


def _clause_end(words: tuple[Word, ...]) -> int:
    """Return where the first noun phrase with content ends."""
    has_noun = False
    for index, word in enumerate(words):
        if word.is_break or word.lemma in PREPOSITIONS:
            if has_noun:
                return index
        elif word.lemma in _PHRASES:
            has_noun = True
    return len(words)


def _find_counts(words: tuple[Word, ...], seen: Understood, used: list[bool]) -> None:
    for index, word in enumerate(words):
        number = NUMBERS.get(word.lemma) or (
            int(float(word.lemma.replace(",", "."))) if word.is_number and len(word.lemma) < 6 else 0
        )
        if not number:
            continue
        for step in range(index + 1, min(index + 4, len(words))):
            noun = words[step].lemma
            if words[step].is_break:
                break
            if noun in PARTS or (noun in {"story", "floor"} and seen.kind and seen.kind.design_type == "building"):
                target = (
                    "storey"
                    if noun in {"story", "floor"} and seen.kind and seen.kind.design_type == "building"
                    else PARTS[noun]
                )
                if target != "chair" or seen.kind is None or seen.kind.archetype != "table":
                    seen.counts.setdefault(target, number)
                else:
                    seen.counts[target] = number
                used[index] = used[step] = True
                break


def _find_substances(
    words: tuple[Word, ...], seen: Understood, used: list[bool], negated: list[bool], head: _Hit | None
) -> None:
    materials = [
        hit for hit in _hits(words, MATERIALS, negated) if head is None or hit.end < head.end or hit.start >= head.end
    ]
    covered = {index for hit in materials for index in range(hit.start, hit.end)}
    colors = [
        hit
        for hit in _hits(words, COLORS, negated)
        if hit.start not in covered and (head is None or hit.end < head.end or hit.start >= head.end)
    ]
    busy = covered | {index for hit in colors for index in range(hit.start, hit.end)}
    for hit in materials:
        if hit.phrase == "glass" and not _is_adjective(words, hit, busy):
            continue
        _place(MATERIALS[hit.phrase], hit, words, seen.materials, seen.part_materials, seen.said, busy, head)
        _take(used, hit)
    for hit in colors:
        shade = words[hit.start - 1].lemma if hit.start and words[hit.start - 1].lemma in SHADES else ""
        if shade:
            used[hit.start - 1] = True
        _place(shaded(COLORS[hit.phrase], shade), hit, words, seen.colors, seen.part_colors, seen.said, busy, head)
        _take(used, hit)


def _is_adjective(words: tuple[Word, ...], hit: _Hit, busy: set[int]) -> bool:
    """Return whether a word like glass says of what something is, and is not a part itself."""
    before = words[hit.start - 1].lemma if hit.start else ""
    after = words[hit.end].lemma if hit.end < len(words) else ""
    return before in {"of", "in", "from", "and"} or bool(after and after not in PREPOSITIONS) or hit.start == 0


def _place(
    value: str,
    hit: _Hit,
    words: tuple[Word, ...],
    plain: list[str],
    targeted: dict[str, str],
    said: dict[str, str],
    busy: set[int],
    head: _Hit | None,
) -> None:
    target = _target_after(words, hit, busy, head) or _target_before(words, hit, busy, head)
    if target:
        targeted.setdefault(target, value)
        part = next((word.text for word in words if PARTS.get(word.lemma) == target), target)
        said.setdefault(target, f"{hit.phrase} {part[:40]}")
    elif value not in plain:
        plain.append(value)


def _target_after(words: tuple[Word, ...], hit: _Hit, busy: set[int], head: _Hit | None) -> str:
    for index in range(hit.end, min(hit.end + 5, len(words))):
        lemma = words[index].lemma
        if head and head.start <= index < head.end:
            return ""
        if lemma in PARTS and index not in busy:
            return PARTS[lemma]
        if not (index in busy or lemma in _SKIPPED):
            return ""
    return ""


def _target_before(words: tuple[Word, ...], hit: _Hit, busy: set[int], head: _Hit | None) -> str:
    index, has_link = hit.start - 1, False
    while index >= 0 and hit.start - index < 6:
        lemma = words[index].lemma
        if lemma in _LINKS:
            has_link = has_link or lemma != "with"
        elif lemma in PARTS and index not in busy:
            is_head = bool(head and head.start <= index < head.end)
            return PARTS[lemma] if has_link and not is_head else ""
        elif index not in busy and lemma not in _SKIPPED:
            return ""
        index -= 1
    return ""


def _find_features(words: tuple[Word, ...], seen: Understood, used: list[bool], negated: list[bool]) -> None:
    for hit in _hits(words, FEATURES, negated):
        if FEATURES[hit.phrase] not in seen.features:
            seen.features.append(FEATURES[hit.phrase])
        _take(used, hit)


def _find_rest(words: tuple[Word, ...], seen: Understood, used: list[bool], negated: list[bool]) -> None:
    """Note modifiers and parts, and what nobody understood."""
    for index, word in enumerate(words):
        lemma = word.lemma
        if not lemma or negated[index] or lemma in NEGATORS:
            continue
        seen.words.add(lemma)
        if lemma in MODIFIERS:
            seen.modifiers.add(lemma)
            used[index] = True
        if lemma in STOPWORDS or lemma in PREPOSITIONS or lemma in CARRIERS or word.is_number:
            continue
        seen.content += 1
        if used[index] or lemma in PARTS or lemma in _SKIPPED or lemma in _PHRASES:
            seen.known += 1
        elif word.text[:40] not in seen.unknown and len(seen.unknown) < _UNKNOWN_MOST:
            seen.unknown.append(word.text[:40])


def _guess_kind(words: tuple[Word, ...], seen: Understood) -> None:
    """Allow for a slip of the pen where nothing else was found."""
    single = [phrase for phrase in _PHRASES if " " not in phrase and len(phrase) > 3]
    for word in [word for word in words if len(word.lemma) > 3 and word.lemma not in STOPWORDS][:12]:
        close = difflib.get_close_matches(word.lemma[:40], single, n=1, cutoff=0.84)
        if close:
            seen.kind = _PHRASES[close[0]]
            seen.unknown = [text for text in seen.unknown if text != word.text]
            return
