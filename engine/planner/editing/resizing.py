"""Words that say how large, where or which way round something is to be: "20 cm wider", "75 cm high", "by 90°"."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from domain.spec import DesignObject, Rotation
from domain.switching import Update
from domain.targets import Target
from engine.assembling.assembly import rotation_matrix
from engine.planner.editing.stretching import around, stretched
from engine.planner.wording.sizes import LARGEST_M, SMALLEST_M, Sides, beyond_in, impossible_in, sizes_of
from engine.planner.wording.words import normalised

Edit = tuple[Target, Update]
Triple = tuple[float, float, float]
_AXIS_OF = {"width": 0, "height": 1, "depth": 2}
_MORE = {
    "wider": ("width", 1), "broader": ("width", 1), "narrower": ("width", -1), "taller": ("height", 1),
    "higher": ("height", 1), "lower": ("height", -1), "shorter": ("length", -1), "longer": ("length", 1),
    "deeper": ("depth", 1), "shallower": ("depth", -1), "thicker": ("thickness", 1), "thinner": ("thickness", -1),
    "larger": ("", 1), "bigger": ("", 1), "smaller": ("", -1), "greater": ("", 1),
}  # fmt: skip
_PLAIN = {
    "wide": "width", "broad": "width", "tall": "height", "high": "height", "deep": "depth", "long": "length",
    "thick": "thickness", "big": "", "large": "", "width": "width", "height": "height", "depth": "depth",
    "length": "length", "thickness": "thickness", "size": "", "diameter": "diameter", "breadth": "width",
}  # fmt: skip
_DIRECTIONS: dict[str, Triple] = {
    "left": (-1, 0, 0), "right": (1, 0, 0), "up": (0, 1, 0), "down": (0, -1, 0), "upwards": (0, 1, 0),
    "downwards": (0, -1, 0), "forward": (0, 0, 1), "forwards": (0, 0, 1), "back": (0, 0, -1), "backward": (0, 0, -1),
    "backwards": (0, 0, -1), "higher": (0, 1, 0), "lower": (0, -1, 0),
}  # fmt: skip
_COMPARED = "|".join(_MORE)
_SIDED = "|".join(_PLAIN)
_BY_LENGTH = re.compile(rf"(?:by )?§ ({_COMPARED})|({_COMPARED}) by §")
_BY_SHARE = re.compile(
    rf"(?:by )?(\d+(?:\.\d+)?) ?(?:%|percent|per cent) ({_COMPARED})|({_COMPARED}) by (\d+(?:\.\d+)?) ?(?:%|percent)"
)
_BY_TIMES = re.compile(
    r"(twice|half|double|triple|three times|two times|four times|(?:\d+(?:\.\d+)?) times)"
    rf" (?:as |the )?({_SIDED})(?: as (?:it is|now|before))?"
)
_A_BIT = re.compile(rf"(a bit|a little|slightly|somewhat|much|a lot|far)? ?({_COMPARED})")
_TIMES = {
    "twice": 2.0,
    "half": 0.5,
    "double": 2.0,
    "triple": 3.0,
    "three times": 3.0,
    "two times": 2.0,
    "four times": 4.0,
}
_DEGREES = {
    "a bit": 1.1,
    "a little": 1.1,
    "slightly": 1.1,
    "somewhat": 1.1,
    "much": 1.5,
    "a lot": 1.5,
    "far": 1.5,
    "": 1.25,
}
_MOVED = re.compile(
    r"(?:by )?§ (?:(?:to|towards) )?(?:the )?(" + "|".join(_DIRECTIONS) + r")|(?:(?:to|towards) )?(?:the )?("
    + "|".join(_DIRECTIONS) + r") by §"
)  # fmt: skip
_TURNED = re.compile(
    r"(?:by )?(\d+(?:\.\d+)?) ?(?:°|deg|degrees?)"
    r"(?: (?:to the )?(clockwise|counterclockwise|counter clockwise|anticlockwise|left|right))?"
)
_SHARE_MIN = 0.01
_SAME = 1e-6
_AROUND = re.compile(r"(?:around|round|upside down|by half a turn|180)")


@dataclass(frozen=True, slots=True)
class Resize:
    """Factors, lengths to add, or lengths to have, by side; "" is the whole."""

    factors: dict[str, float]
    added_m: dict[str, float]
    wanted_m: dict[str, float]


def resize_of(text: str, side: str | None = None) -> Resize | None:
    """Return the sizes that a whole text asks for; `side` is of which side a bare length is, "" of the largest."""
    text = " ".join(text.split())
    if found := _BY_SHARE.fullmatch(text):
        name, way = _MORE[found[2] or found[3]]
        return Resize({name: _share(float(found[1] or found[4]), way)}, {}, {})
    if found := _BY_TIMES.fullmatch(text):
        word = found[1]
        return Resize({_PLAIN[found[2]]: _TIMES.get(word) or float(word.split()[0])}, {}, {})
    lengths, marked = lengths_of(text)
    plain = " ".join(re.sub(r"§\d+§", "§", marked).split())
    if len(lengths) == 1 and set(lengths[0]) == {"size"} and (found := _BY_LENGTH.fullmatch(plain)):
        name, way = _MORE[found[1] or found[2]]
        return Resize({}, {name: way * lengths[0]["size"]}, {})
    if found := _A_BIT.fullmatch(text):
        name, way = _MORE[found[2]]
        factor = _DEGREES[found[1] or ""]
        return Resize({name: factor if way > 0 else 1 / factor}, {}, {})
    if lengths and not set(re.findall(r"[^\s,]+", plain)) - {"§", "and", "by", "to", "of", "in", "exactly", "be"}:
        sides = {name: value for one in lengths for name, value in one.items()}
        if "size" in sides and side is None and len(sides) > 1:
            return None
        named = {(side or "") if name == "size" else name: value for name, value in sides.items()}
        return None if "area_m2" in named else Resize({}, {}, named)
    return None


def side_named(word: str) -> str | None:
    """Return the side that a noun names, "" of the whole; None where it names none."""
    return _PLAIN.get(word)


def side_compared(word: str) -> str:
    """Return the side that a word like "wider" compares, "" of the whole."""
    return _MORE[word][0]


def _share(percent: float, way: int) -> float:
    share = 1 + way * percent / 100
    if share < _SHARE_MIN:
        raise refused(f"{percent:g}% less leaves nothing")
    return share


def lengths_of(text: str) -> tuple[list[Sides], str]:
    """Return the lengths that a text states and the text without them; a change has the size that is asked, or none.

    Raises
    ------
    Invalid
        A length is naught or less, or more or less than can be drawn.
    """
    plain = normalised(text)
    naught, _ = impossible_in(f" {plain}")
    wrong = [*naught, *(one.rpartition(":")[0] for one in beyond_in(plain))]
    if wrong:
        raise refused(wrong[0])
    return sizes_of(plain)


def refused(what: str) -> Invalid:
    """Return why something gets no such size, with what is allowed."""
    return Invalid(
        f"{what}: a size lies between 1 mm and 10 km. Nothing was changed",
        field="instruction", minimum_m=SMALLEST_M, maximum_m=LARGEST_M,
    )  # fmt: skip


def resized(things: Sequence[DesignObject], resize: Resize) -> list[Edit]:
    """Return the edits that give a thing of one or more objects its size, around its middle and on its bottom."""
    low, high = around(things)
    is_turned = _is_turned(things)
    sides = high - low
    factors = np.ones(3)
    for name, value in (*resize.factors.items(),):
        factors *= _at(_axes(name, sides, is_turned), value)
    for name, value in resize.added_m.items():
        axes = _axes(name, sides, is_turned)
        side = float(max(sides[list(axes)]))
        if side + value < SMALLEST_M:
            raise refused(f"It measures {side:.3g} m, which cannot be {-value:g} m less")
        factors *= _at(axes, (side + value) / side)
    for name, value in resize.wanted_m.items():
        axes = _axes(name, sides, is_turned)
        factors *= _at(axes, value / float(max(sides[list(axes)])))
    _require_drawable(sides * factors, factors)
    return [
        (
            Target(object_id=one.id),
            Update(dimensions=_named(("width", "height", "depth"), own), position=_named("xyz", at)),
        )
        for one, (own, at) in zip(things, stretched(things, factors), strict=True)
    ]


def _require_drawable(sides: NDArray[np.float64], factors: NDArray[np.float64]) -> None:
    """Refuse what would be larger or smaller than is drawn, though no length was said: a thousand times as wide."""
    asked = sides[np.abs(factors - 1) > _SAME]
    beyond = asked[(asked > LARGEST_M * (1 + _SAME)) | (asked < SMALLEST_M * (1 - _SAME))]
    if len(beyond):
        raise refused(f"It would measure {beyond[0]:.4g} m")


def _axes(name: str, sides: NDArray[np.float64], is_turned: bool) -> tuple[int, ...]:
    """Return the axes of the scene that a side of a thing lies along."""
    if name == "length":
        if sides[1] > 2 * max(sides[0], sides[2]):
            return (1,)  # the length of a leg
        return (0,) if sides[0] >= sides[2] else (2,)
    if name == "thickness":
        return (int(np.argmin(sides)),)
    if name == "diameter":
        return (0, 2)
    if name not in _AXIS_OF:
        return (0, 1, 2)
    axis = _AXIS_OF[name]
    return (2 - axis if is_turned else axis,)


def _at(axes: Sequence[int], factor: float) -> NDArray[np.float64]:
    factors = np.ones(3)
    factors[list(axes)] = factor
    return factors


def shift_of(text: str) -> Triple | None:
    """Return the way that a whole text tells something to go, metres; None where it says something else."""
    lengths, marked = lengths_of(" ".join(text.split()))
    plain = " ".join(re.sub(r"§\d+§", "§", marked).split())
    found = _MOVED.fullmatch(plain)
    if not found or len(lengths) != 1 or set(lengths[0]) != {"size"}:
        return None
    way, length = _DIRECTIONS[found[1] or found[2]], lengths[0]["size"]
    return way[0] * length, way[1] * length, way[2] * length


def shifted(things: Sequence[DesignObject], way: Triple) -> list[Edit]:
    """Return the edits that move objects."""
    x, y, z = way
    return [
        (
            Target(object_id=one.id),
            Update(position=_named("xyz", (one.position.x + x, one.position.y + y, one.position.z + z))),
        )
        for one in things
    ]


def turn_of(text: str) -> float | None:
    """Return the angle about the upright axis that a whole text says, degrees; seen from above, clockwise is less."""
    text = " ".join(text.split())
    if found := _TURNED.fullmatch(text):
        return float(found[1]) * (-1 if found[2] in ("clockwise", "right") else 1)
    return 180.0 if _AROUND.fullmatch(text) and "upside" not in text else None


def turned(things: Sequence[DesignObject], angle_deg: float) -> list[Edit]:
    """Return the edits that turn a thing about the upright axis through its middle."""
    low, high = around(things)
    base = (low + high) / 2
    turn = rotation_matrix(0, angle_deg, 0)
    edits = []
    for one in things:
        at = np.array([one.position.x, one.position.y, one.position.z])
        moved = base + turn @ (at - base)
        own = rotation_matrix(one.rotation.x, one.rotation.y, one.rotation.z)
        angles = _angles(turn @ own)
        update = Update(position=_named("xyz", (moved[0], at[1], moved[2])), rotation=_named("xyz", angles))
        edits.append((Target(object_id=one.id), update))
    return edits


def _angles(matrix: NDArray[np.float64]) -> Triple:
    """Return the angles about x, then y, then z, degrees, of a rotation."""
    upright = math.hypot(matrix[0, 0], matrix[1, 0])
    if upright < 1e-9:  # looking straight up or down: only the sum of the other two shows
        x, z = math.atan2(-matrix[1, 2], matrix[1, 1]), 0.0
    else:
        x, z = math.atan2(matrix[2, 1], matrix[2, 2]), math.atan2(matrix[1, 0], matrix[0, 0])
    return math.degrees(x), math.degrees(math.atan2(-matrix[2, 0], upright)), math.degrees(z)


def _is_turned(things: Sequence[DesignObject]) -> bool:
    """Return whether most of a thing stands a quarter turn round, so that its width lies along the scene's depth."""
    sideways = sum(1 for one in things if abs(math.sin(math.radians(_yaw(one.rotation)))) > math.sqrt(0.5))
    return sideways * 2 > len(things)


def _yaw(turn: Rotation) -> float:
    return turn.y


def _named(names: Sequence[str], values: Sequence[float] | NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(value), 6) + 0.0 for name, value in zip(names, values, strict=True)}
