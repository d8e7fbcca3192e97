"""How large a pictured thing is: a picture does not tell, the words beside it may."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.errors import MeshwrightError
from engine import planner
from engine.planner.staging.standing import box_of
from engine.single_view.candidates import words_of
from engine.single_view.inflating import LARGEST_M

_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Guess:
    """The longer side of a thing, metres, and a sentence that says where that comes from.

    `sides_m` are the sizes that the words state, by the planner's names.
    """

    largest_m: float
    sentence: str
    archetype: str = ""
    sides_m: Mapping[str, float] = field(default_factory=dict)


def size_guess(hint: str) -> Guess:
    """Return how large the thing is that a hint names: as the words state, else as its archetype usually is."""
    unknown = Guess(LARGEST_M, f"Nothing tells how large it is: its longer side is taken to be {LARGEST_M} m")
    words = words_of(hint)
    if not words:
        return unknown
    try:
        spec = planner.plan(words)
    except MeshwrightError:
        return unknown
    reading = spec.reading
    is_known = not reading.is_nearest and reading.confidence >= _SURE
    largest_m = round(float(box_of(spec.objects).size.max()), 4)
    if reading.sizes_m:
        said = ", ".join(f"{side} {size:g} m" for side, size in reading.sizes_m.items())
        sentence = f"It is as large as the words say: {said}"
        return Guess(largest_m, sentence, reading.archetype if is_known else "", dict(reading.sizes_m))
    if not is_known:
        return unknown
    name = reading.archetype.replace("_", " ")
    article = "an" if name[:1] in "aeiou" else "a"
    sentence = f"It is taken to be as large as {article} {name} usually is: {largest_m:g} m"
    return Guess(largest_m, sentence, reading.archetype)
