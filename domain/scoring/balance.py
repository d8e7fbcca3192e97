"""Stability: how far each thing must lean before it falls."""

from collections.abc import Mapping, Sequence
from math import atan2, cos, degrees, exp, hypot, pi, radians, sin
from typing import Any, NamedTuple

from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST
from domain.scoring.parts import Part
from domain.scoring.survey import Survey, Thing

Point = tuple[float, float]

TILT_TEST_DEG = 10.0
STEADY_DEG = 14.0
FLAT_DEG = 80.0
ROUND = frozenset((
    "turning", "hollow_turning", "disc", "rod", "vessel", "cone", "lamp_foot", "swivel_base", "post", "round_plate",
    "torus", "hoop", "tree", "plate", "dome", "spire", "round_storey", "round_wall", "organic", "boulder",
))  # fmt: skip
ROLLING = frozenset(("wheel", "wire_wheel", "ball", "play_ball", "globe_ball", "pearls"))
ROLLING_SHARE = 0.15
HUNG_KINDS = frozenset((
    "pendant lamp", "chandelier", "wall clock", "wall lamp", "hot air balloon", "cloud", "planet", "ghost",
    "coat hanger", "security camera", "doorbell", "thermostat", "smart lock", "dartboard", "umbrella", "sign",
    "picture", "curtain", "bell", "air conditioner", "satellite", "space station", "ufo", "necklace", "shower",
    "door", "window", "hammock",
))  # fmt: skip
AFLOAT = frozenset(("boat", "spacecraft", "aircraft"))
_NEAR_M = 0.01
_NEAR_SHARE = 0.01
_CORNERS = ((1, 1), (1, -1), (-1, -1), (-1, 1))
_RING = tuple((cos(pi * n / 4), sin(pi * n / 4)) for n in range(8))


class Standing(NamedTuple):
    """A thing that stands: its parts, the hull of what it stands on, and how high that is."""

    thing: Thing
    hull: list[Point]
    bottom_m: float


def standing_of(survey: Survey) -> list[Standing]:
    """Return the things that stand by themselves, with their support."""
    kept = survey.layout.kept.get("standing")
    if kept is None:
        kept = survey.layout.kept["standing"] = [
            Standing(thing, _support(survey, thing), thing.low[1])
            for thing in survey.layout.furniture
            if thing.kind not in HUNG_KINDS and _is_supported(survey, thing)
        ]
    return kept  # type: ignore[return-value]


def _is_supported(survey: Survey, thing: Thing) -> bool:
    """Return whether a thing stands on the ground, or on another one."""
    layout = survey.layout
    if thing.low[1] <= layout.ground_m + max(_NEAR_M, _NEAR_SHARE * (thing.high[1] - thing.low[1])):
        return True
    x, z = (thing.low[0] + thing.high[0]) / 2, (thing.low[2] + thing.high[2]) / 2
    return any(
        abs(part.high[1] - thing.low[1]) < 2 * _NEAR_M
        and part.low[0] <= x <= part.high[0]
        and part.low[2] <= z <= part.high[2]
        for part in survey.parts
        if part.thing.part_of != thing.name
    )


def _support(survey: Survey, thing: Thing) -> list[Point]:
    reach = thing.low[1] + max(_NEAR_M, _NEAR_SHARE * (thing.high[1] - thing.low[1]))
    points = [
        point for at in thing.at for part in (survey.parts[at],) if part.low[1] <= reach for point in _footprint(part)
    ]
    return hull_of(points)


def _footprint(part: Part) -> list[Point]:
    """Return the points on which a part stands, seen from above."""
    one = part.thing
    half = (part.high[0] - part.low[0]) / 2, (part.high[2] - part.low[2]) / 2
    x, z = part.low[0] + half[0], part.low[2] + half[1]
    if one.type in ROLLING:
        half = _rolling(half)
    if one.type in ROUND or one.rotation.x or one.rotation.z:
        return [(x + half[0] * a, z + half[1] * b) for a, b in _RING]
    if one.rotation.y and one.type not in ROLLING:
        turn = radians(one.rotation.y)
        c, s = cos(turn), sin(turn)
        half = one.dimensions.width / 2, one.dimensions.depth / 2
        return [(x + c * a * half[0] + s * b * half[1], z - s * a * half[0] + c * b * half[1]) for a, b in _CORNERS]
    return [(x + half[0] * a, z + half[1] * b) for a, b in _CORNERS]


def _rolling(half: Point) -> Point:
    """Return the half sides of where something round touches: as wide as it is, and hardly long."""
    return (ROLLING_SHARE * half[0], half[1]) if half[0] > half[1] else (half[0], ROLLING_SHARE * half[1])


def hull_of(points: Sequence[Point]) -> list[Point]:
    """Return the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _chain(ordered) + _chain(ordered[::-1])


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def margin_of(hull: Sequence[Point], x: float, z: float) -> float:
    """Return how far a point lies within a hull from its nearest edge, metres; below 0 outside."""
    if len(hull) < 3:
        return 0.0
    margin = 1e9
    ax, az = hull[-1]
    for bx, bz in hull:
        ex, ez = bx - ax, bz - az
        length = hypot(ex, ez)
        if length > 1e-12:
            distance = (ex * (z - az) - ez * (x - ax)) / length
            margin = min(margin, distance)
        ax, az = bx, bz
    return margin


def lean_of(survey: Survey, standing: Standing) -> tuple[float, float, float]:
    """Return the angle at which a thing falls over, degrees; the height of its centre of mass, metres; its mass, kg."""
    mass = mx = my = mz = 0.0
    for at in standing.thing.at:
        part = survey.parts[at]
        m, low, high = part.mass_kg, part.low, part.high
        mass += m
        mx += m * (low[0] + high[0])
        my += m * (low[1] + high[1])
        mz += m * (low[2] + high[2])
    if mass <= 0:
        return FLAT_DEG, 0.0, 0.0
    height = my / mass / 2 - standing.bottom_m
    margin = margin_of(standing.hull, mx / mass / 2, mz / mass / 2)
    return max(0.0, degrees(atan2(margin, max(height, 1e-6)))), height, mass


def _stability(survey: Survey) -> Measured:
    if survey.spec.reading.category in AFLOAT:
        return inapplicable("it swims or flies")
    standing = standing_of(survey)
    if not standing:
        return inapplicable("nothing stands by itself")
    worst, worst_value, total = "", BEST + 1, 0.0
    angle_min = height_of_worst = 0.0
    for one in standing:
        angle, height, _ = lean_of(survey, one)
        value = BEST * (1 - exp(-angle / STEADY_DEG))
        total += value
        if value < worst_value:
            worst, worst_value, angle_min, height_of_worst = one.thing.name, value, angle, height
    return Measured(
        0.5 * worst_value + 0.5 * total / len(standing),
        {
            "tipping_angle_deg_min": angle_min, "least_stable": worst, "centre_of_mass_m": height_of_worst,
            "standing_things": len(standing), "tilt_test_deg": TILT_TEST_DEG,
        },
    )  # fmt: skip


def _said(n: Mapping[str, Any]) -> str:
    angle = n["tipping_angle_deg_min"]
    name = str(n["least_stable"]).replace("_", " ") if n["standing_things"] > 1 else "it"
    if angle <= 0:
        return f"{name.capitalize()} does not stand by itself"
    word = "falls" if angle < TILT_TEST_DEG else "stands until it leans by"
    how = f"{angle:.0f}°" if angle >= TILT_TEST_DEG else f"when it leans by {angle:.0f}°"
    many = f", the least stable of {n['standing_things']}" if n["standing_things"] > 1 else ""
    return f"{name.capitalize()} {word} {how}{many}"


STABILITY = Criterion(
    "stability", _stability, _said,
    "For each thing that stands: the angle a by which its centre of mass must lean over the nearest edge of its"
    " support, 10 (1 - exp(-a / 14°)); half the mean of all, half the worst.",
    "statics; 10° is the tilt that household appliances must bear in IEC 60335-1, clause 20",
)  # fmt: skip
