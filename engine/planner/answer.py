"""What the planner answers beside the objects: name, description, and how the text was understood."""

from collections.abc import Sequence
from dataclasses import replace

from domain.materials import CATALOGUE
from domain.spec import DesignObject, Reading
from engine.archetypes import Archetype
from engine.archetypes.brief import ALIKE
from engine.planner.reading.belonging import own_number
from engine.planner.reading.knowledge import draws
from engine.planner.reading.naming import plural
from engine.planner.reading.people import PERSON
from engine.planner.reading.reader import Understood
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.leaving import is_called
from engine.planner.wording.words import lemma, lemmas, stem

UNRECOGNISED_MOST = 0.2  # the highest confidence where nothing is recognised
# Names of objects that say how they are made, or where, and not what they are.
_VAGUE = frozenset({"box", "board", "plate", "panel", "body", "end", "side", "base", "cut", "core", "case", "cross"})
GUESSED_MOST = 0.5  # the highest where no word names the thing


def reading_of(seen: Understood, kind: Archetype, unmet: Sequence[str]) -> Reading:
    """Return how a text was understood; `unmet` is what was understood and is not drawn."""
    head = seen.things[0] if seen.things else seen.finish
    others = seen.things[1:]
    said = _once((*seen.unknown, *unmet, *seen.clashes, *seen.part_sizes, *seen.limits))
    return Reading(
        design_type=kind.design_type,
        category=kind.category,
        archetype=kind.name,
        materials=tuple(dict.fromkeys((*head.materials, *head.part_materials.values()))),
        features=tuple(seen.features),
        confidence=confidence_of(seen, len(unmet) + len(seen.part_sizes)),
        not_understood=said,
        style=seen.spoken_style,
        colors=tuple(dict.fromkeys(head.spoken.get("", ()))),
        part_materials=_others_materials(others) | head.part_materials,
        part_colors=_others_colors(others) | _part_colors(head),
        counts=head.counts | {one.noun: one.count for one in seen.things if one.count > 1 and not one.is_some},
        sizes_m={side: round(value, 6) for side, value in head.sizes.items()},
        excluded=tuple(seen.excluded),
        relations=tuple(seen.relations),
        budget=seen.budget,
        is_nearest=not seen.head.is_named,
    )


def without_drawn(seen: Understood, objects: Sequence[DesignObject]) -> Understood:
    """Return what was understood without the words that nobody knew and that name an object of the drawing after all.

    Only of one thing that is drawn alone: else the object might belong to another.
    """
    if len(seen.things) != 1:
        return seen
    own = [one for one in objects if not one.part_of]
    unknown = [word for word in seen.unknown if not _is_among(word, own)]
    return replace(seen, unknown=unknown, undrawn=[word for word in seen.undrawn if not _is_among(word, own)])


def _is_among(word: str, objects: Sequence[DesignObject]) -> bool:
    name = lemmas(word)
    if not name or name in _VAGUE:
        return False
    names = {name, ALIKE.get(name, name), stem(name) if name.endswith("ed") else name}  # what is potted has a pot
    return any(is_called(one, each) for one in objects for each in names)


def _once(said: Sequence[str]) -> tuple[str, ...]:
    """Return what is said, each once, be it of one or of several."""
    return tuple({lemmas(one): one for one in reversed(said)}[key] for key in dict.fromkeys(map(lemmas, said)))


def _others_materials(others: Sequence[Wanted]) -> dict[str, str]:
    whole = {one.noun: one.materials[0] for one in others if one.materials}
    return {part: name for one in others for part, name in one.part_materials.items()} | whole


def _others_colors(others: Sequence[Wanted]) -> dict[str, str]:
    whole = {one.noun: one.spoken[""][0] for one in others if one.spoken.get("")}
    return {part: said for one in others for part, said in _part_colors(one).items()} | whole


def _part_colors(thing: Wanted) -> dict[str, str]:
    return {part: spoken[-1] for part, spoken in thing.spoken.items() if part}


def confidence_of(seen: Understood, unmet: int) -> float:
    """Return how sure the reading is.

    A named subject counts most, then the share of the words that had a meaning; what could not be met and what
    contradicts itself counts against it.
    """
    share = seen.known / seen.content if seen.content else 0.0
    if not seen.head.archetype:
        return round(0.03 + (UNRECOGNISED_MOST - 0.08) * share, 2)
    certainty = seen.head.certainty
    if not seen.head.is_named:
        return round(min(certainty, GUESSED_MOST) * (0.4 + 0.6 * share), 2)
    base = 0.6 * certainty + (0.38 * share if certainty > 0.7 else 0.2 * share)
    less = (0.19 if unmet else 0.0) + 0.07 * max(min(unmet, 6) - 1, 0) + 0.1 * min(len(seen.clashes), 3)
    return round(max(min(base, 0.98) - less, 0.05), 2)


def unmet_of(thing: Wanted) -> list[str]:
    """Return counts and features that are said of a thing and that its drawing does not know."""
    archetype = thing.archetype
    missed = [
        (part, number)
        for part, number in thing.counts.items()
        if not (_is_counted(archetype, part) or own_number(thing, part) == number)
    ]
    counts = [f"{number} {plural(part, number)}" for part, number in missed]
    return counts + [
        thing.wishes.get(one, one)
        for one in thing.features
        if not (_is_drawn(archetype, one) or own_number(thing, one))
    ]


def _is_counted(archetype: str, part: str) -> bool:
    return part == PERSON or draws(archetype, part)


def _is_drawn(archetype: str, feature: str) -> bool:
    return draws(archetype, feature) or any(draws(archetype, lemma(word)) for word in feature.split())


def name_of(kind: Archetype, style: str, seen: Understood) -> str:
    """Return a short name, like "Steampunk aged bronze pocket watch"."""
    materials = (seen.things[0] if seen.things else seen.finish).materials
    words = [style if style != "realistic" else "", spoken(materials[0]) if materials else "", _called(kind, seen)]
    return " ".join(word for word in words if word).capitalize()


def _called(kind: Archetype, seen: Understood) -> str:
    count = seen.things[0].count if seen.things else 1
    return kind.name if count < 2 else f"{kind.name} × {count}"


def spoken(material: str) -> str:
    """Return a material's name as one says it: `bronze_aged` is aged bronze."""
    words = material.split("_")
    is_turned = len(words) == 2 and words[0] in _FIRST_WORDS
    return " ".join(reversed(words)) if is_turned else " ".join(words)


_FIRST_WORDS = frozenset(
    [
        "bronze",
        "brass",
        "steel",
        "iron",
        "marble",
        "brick",
        "tile",
        "fabric",
        "leather",
        "glass",
        "plastic",
        "rubber",
        "ceramic",
        "paint",
        "enamel",
    ]
) & {name.partition("_")[0] for name in CATALOGUE}


def description_of(kind: Archetype, style: str, seen: Understood) -> str:
    """Return one sentence of what is drawn."""
    head = seen.things[0] if seen.things else seen.finish
    article = "An" if (style if style != "realistic" else kind.name)[0] in "aeiou" else "A"
    manner = f" {style}" if style != "realistic" else ""
    of = f" of {' and '.join(spoken(name) for name in head.materials[:3])}" if head.materials else ""
    drawn = [one for one in head.features if _is_drawn(kind.name, one)]
    features = f" with {', '.join(drawn[:4])}" if drawn else ""
    others = [f"{one.count} × {one.noun}" if one.count > 1 else one.noun for one in seen.things[1:5]]
    beside = f", and {', '.join(others)}" if others else ""
    return f"{article}{manner} {_called(kind, seen)}{of}{features}{beside}."
