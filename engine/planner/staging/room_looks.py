"""Forms and patterns that a text gives to parts of a room, and that nothing drawn there shows: told, never lost."""

from collections.abc import Sequence

from domain.spec import DesignObject
from engine.archetypes.interiors.finishings import CHECKS, LOOKS, STRIPES
from engine.planner.reading.over import named
from engine.planner.reading.wanted import Wanted

_TURNED = frozenset((
    "disc", "turning", "vessel", "ball", "clock_face", "hoop", "round_wall", "lamp_shade", "globe_ball", "play_ball",
))  # fmt: skip
_MADE_BY = {"window": "facade", "floor": "floor", "tile": "floor", "floor tile": "floor"}
_EVEN = 0.08  # sides that differ less are those of a square


def unseen_looks(wanted: Wanted, objects: Sequence[DesignObject]) -> list[str]:
    """Return the looks of a room's parts, as said, that the parts do not have."""
    found = []
    for part, words in wanted.part_words.items():
        if any(part != other and other.split()[-1] == part and words == said
               for other, said in wanted.part_words.items()):  # fmt: skip
            continue  # the table of a coffee table
        kind = _MADE_BY.get(part)
        shown = [one for one in objects if one.type == kind] if kind else named(objects, part)
        found += [f"{word} {part}" for word in sorted(words & LOOKS) if word not in part and not _shows(shown, word)]
    return found


def _shows(objects: Sequence[DesignObject], word: str) -> bool:
    values = {str(one.properties.get(name, "")) for one in objects for name in ("form", "shape", "pattern")}
    match word:
        case "round" | "circular":
            return "round" in values or any(one.type in _TURNED for one in objects)
        case "oval":
            return "oval" in values or any(_is_stretched(one) for one in objects)
        case "square":
            return any(_is_square(one) for one in objects)
        case "rectangular":
            return bool(objects) and not {"round", "oval"} & values
        case _ if word in STRIPES:
            return any(one.properties.get("stripes") for one in objects)
        case _ if word in CHECKS:
            return "checks" in values
        case _:
            return word in values


def _is_square(one: DesignObject) -> bool:
    """Return whether a thing is as wide as it is deep, or as high; a window, as its opening is."""
    opening = one.properties.get("openings_m")
    size = one.dimensions
    if isinstance(opening, list | tuple):
        return bool(opening) and abs(float(opening[2]) / float(opening[3]) - 1) < _EVEN
    sides = sorted((size.width, size.height, size.depth))
    return abs(sides[1] / sides[2] - 1) < _EVEN and one.properties.get("form", "") not in ("round", "oval")


def _is_stretched(one: DesignObject) -> bool:
    """Return whether a round thing is wider than deep."""
    size = one.dimensions
    return one.properties.get("shape") == "round" and abs(size.width / size.depth - 1) > _EVEN
