"""How large a pictured thing is: a picture does not tell, its name may."""

import re
from dataclasses import dataclass

from domain.errors import MeshwrightError
from engine import planner
from engine.planner.staging.standing import box_of
from engine.single_view.inflating import LARGEST_M

_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Guess:
    """The longer side of a thing, metres, and a sentence that says where that comes from."""

    largest_m: float
    sentence: str
    archetype: str = ""


def words_of(hint: str) -> str:
    """Return the words of a caption or of a file's name."""
    stem = re.sub(r"\.(jpe?g|png)$", "", hint.strip(), flags=re.IGNORECASE)
    return " ".join(re.sub(r"[\W_]+|\d+", " ", stem).split()).casefold()


def size_guess(hint: str) -> Guess:
    """Return how large the thing is that a hint names, as its archetype usually is."""
    unknown = Guess(LARGEST_M, f"Nothing tells how large it is: its longer side is taken to be {LARGEST_M} m")
    words = words_of(hint)
    if not words:
        return unknown
    try:
        spec = planner.plan(words)
    except MeshwrightError:
        return unknown
    reading = spec.reading
    if reading.is_nearest or reading.confidence < _SURE:
        return unknown
    largest_m = round(float(box_of(spec.objects).size.max()), 4)
    name = reading.archetype.replace("_", " ")
    return Guess(largest_m, f"It is taken to be as large as a {name} usually is: {largest_m:g} m", reading.archetype)
