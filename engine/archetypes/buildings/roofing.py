"""Roofs on masses: pitched with chimneys, dormers and solar panels, or flat with a parapet."""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings.walls import Mass
from engine.archetypes.drawing import Drawing
from engine.parts.repeats import GRID, many
from engine.parts.roofs import HIPPED

_THICK = 0.16
_RIDGE = 1.75 * _THICK  # of a gable roof's height: its thickness and the capping


@dataclass(frozen=True, slots=True)
class Pitch:
    """A pitched roof: form, covering, how steep (height by half its depth) and how far its edges stand out."""

    form: str = "gable"
    covering: str = "tiles"
    steep: float = 0.85
    eave_m: float = 0.45
    verge_m: float = 0.35


def covering_of(brief: Brief, *others: str) -> Finish:
    """Return what a pitched roof is covered with."""
    return brief.of("roof tile shingle", brief.style.roof or brief.choose(*(others or ("roof_tile", "slate"))))


def rise_of(mass: Mass, pitch: Pitch, *, is_turned: bool = False) -> float:
    """Return how high the roof of a mass is."""
    across = mass.width if is_turned else mass.depth
    return (across / 2 + pitch.eave_m) * pitch.steep


def pitched(
    drawing: Drawing, mass: Mass, pitch: Pitch, tiles: Finish, wall: Finish, *, is_turned: bool = False,
    name: str = "roof",
) -> float:  # fmt: skip
    """Draw a roof on a mass, its ridge along x, or along z if `is_turned`; return the height of its top."""
    long, across = (mass.depth, mass.width) if is_turned else (mass.width, mass.depth)
    high = rise_of(mass, pitch, is_turned=is_turned)
    size = (long + 2 * pitch.verge_m, high, across + 2 * pitch.eave_m)
    hipped = pitch.form in HIPPED
    low = mass.top - 0.02 if hipped else mass.top - _drop(pitch, high, size[2])
    drawing.add(
        "roof", size, (mass.x, low, mass.z), turn=(0, 90.0 if is_turned else 0.0, 0), name=name, form=pitch.form,
        covering=pitch.covering, eave_m=pitch.eave_m, verge_m=pitch.verge_m, gables_material=wall["material"],
        gables_color=wall["color"], **tiles,
    )  # fmt: skip
    return low + high


def _drop(pitch: Pitch, high: float, across: float) -> float:
    """Return how far the eaves hang below the top of the wall."""
    if pitch.form in ("shed", "butterfly", "sawtooth"):
        return 0.02
    steep = {"gambrel": 0.62 / 0.34, "barrel": 2.0, "swept": 0.4}.get(pitch.form, 1.0)
    return min(_THICK + pitch.eave_m * steep * (high - _THICK) / (across / 2), high * 0.4)


def on_slope(mass: Mass, pitch: Pitch, share: float, *, side: int = 1) -> tuple[float, float, float]:
    """Return y and z of a place on a gable roof's slope, `share` of the way up, and the slope's degrees."""
    high, half = rise_of(mass, pitch), mass.depth / 2 + pitch.eave_m
    low = mass.top - _drop(pitch, high, 2 * half) + _THICK
    rise = high - _RIDGE
    return low + rise * share, mass.z + side * half * (1 - share), degrees(atan2(rise, half))


def chimney(drawing: Drawing, brief: Brief, mass: Mass, pitch: Pitch, x: float) -> None:
    """Draw a chimney that comes out of the rear slope."""
    y, z, _ = on_slope(mass, pitch, 0.62, side=-1)
    high = rise_of(mass, pitch)
    stone = {
        "rustic": "cobblestone", "steampunk": "brick_dark", "japanese": "plaster"
    }.get(brief.style_name, "brick_red")  # fmt: skip
    size = (0.95, high * 0.38 + 1.5, 0.75)
    drawing.add("chimney", size, (x, y - 0.6, z), **brief.of("chimney", stone))


def solar(drawing: Drawing, brief: Brief, mass: Mass, pitch: Pitch, x: float, width: float) -> None:
    """Draw solar panels on the front slope."""
    high, half = rise_of(mass, pitch) - _RIDGE, mass.depth / 2 + pitch.eave_m
    slope = hypot(high, half)
    length = slope * 0.62
    y, z, angle = on_slope(mass, pitch, 0.55)
    tilt = atan2(high, half)
    lift = 0.13
    drawing.add(
        "solar_array", (width, 0.26, length), (x, y + lift * cos(tilt) - 0.13, z + lift * sin(tilt)),
        turn=(angle, 0, 0), columns=many(width / 1.05, most=GRID), rows=many(length / 1.7, most=GRID),
        name="solar_panels", **brief.of("solar", "aluminium"),
    )  # fmt: skip


def solar_flat(drawing: Drawing, brief: Brief, mass: Mass, y: float) -> None:
    """Draw rows of tilted solar panels on a flat roof."""
    rows = max(1, min(4, round(mass.depth / 2.6)))
    width = mass.width * 0.7
    for row in range(rows):
        z = mass.z + mass.depth * 0.72 * ((row + 0.5) / rows - 0.5)
        drawing.add(
            "solar_array", (width, 0.24, 1.5), (mass.x, y + 0.34, z), turn=(22, 0, 0),
            columns=many(width / 1.05, least=2), rows=1, name="solar_panels", **brief.of("solar", "aluminium"),
        )  # fmt: skip
        for x in (-0.42, 0.0, 0.42):
            drawing.add(
                "box", (0.08, 0.7, 0.08), (mass.x + x * width, y - 0.04, z - 0.25), name="panel_stand", radius_m=0.0,
                material="steel_galvanised",
            )  # fmt: skip


def wants_solar(brief: Brief) -> bool:
    """Return whether the roof bears solar panels."""
    return brief.has("solar roof", "solar", "solar panel")


def flat(drawing: Drawing, brief: Brief, mass: Mass, wall: Finish, *, eave_m: float = 0.0, high: float = 0.7) -> float:
    """Draw a flat roof with a parapet, or with `eave_m` a slab that stands out; return its deck's height."""
    finish = brief.of("roof", brief.style.roof or "concrete")
    if eave_m:
        size = (mass.width + 2 * eave_m, 0.28, mass.depth + 2 * eave_m)
        drawing.add("box", size, (mass.x, mass.top - 0.01, mass.z), radius_m=0.02, name="roof", **finish)
        return mass.top + 0.26
    coping = brief.of("roof parapet", brief.style.roof or "concrete")
    drawing.add(
        "parapet", (mass.width + 0.06, high, mass.depth + 0.06), (mass.x, mass.top - 0.02, mass.z), name="roof",
        coping_material=coping["material"], coping_color=coping["color"], **wall,
    )  # fmt: skip
    return mass.top + high * 0.28


def dormers(drawing: Drawing, brief: Brief, mass: Mass, pitch: Pitch, count: int, tiles: Finish, wall: Finish) -> None:
    """Draw a row of dormer windows on the front slope."""
    y, z, _ = on_slope(mass, pitch, 0.3)
    deep = 0.55 * mass.depth / 2
    for number in range(count):
        x = mass.x + mass.width * 0.84 * ((number + 0.5) / count - 0.5)
        drawing.add(
            "dormer", (1.5, 1.7, deep), (x, y - 0.25, z - deep / 2 + 0.15), roof_material=tiles["material"],
            roof_color=tiles["color"], **wall,
        )  # fmt: skip
