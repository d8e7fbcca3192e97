"""The maker of streamlined bodies with inlaid glass, doors, stripes and lights; front to +z."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.livery import Skin, livery
from engine.parts.profiles import Outline, eased, facing, polygon, rounded_rectangle, sideways
from engine.parts.soft import soft_box
from engine.parts.solids import Solid, block, mirrored, moved, rod, turned, union
from engine.parts.streamlined import Streamlined

_WHOLE = ([-1.0, -0.6, 0.5, 0.9, 1.0], [0.1, 0.8, 1.0, 0.6, 0.1], [0.5, 0.1, 0.0, 0.2, 0.45], [0.8, 1.0, 1.0, 0.8, 0.5])


@maker("streamlined")
def streamlined(thing: Thing) -> list[Piece]:
    """Make a body through sections: `along`, `half`, `low`, `high` (see the part), `square`.

    Glass: `windows` (z, y, width, height shares, on both sides), `glazing` (side outlines z, y; `glazing_counts`),
    `pillars` (z), `screens` (y, height, width, rear z: panes that face the front; a negative z faces the rear).
    `doors` (z, width, low, high), `stripes` (low, high), `seats` (z), `lamps` and `tail_lamps` (x, y, size),
    `axles` with `wheel_m`, `axle_height_m`, `well_m`. `livery` is a style's ornament.
    """
    work = _skin_of(thing)
    wall = 0.022 * min(thing.width, thing.height)
    outer = work.skin()
    glass_region, wells = _glazing(thing, work), _wells(thing, work)
    pieces: list[Piece] = []
    body = outer - wells
    if not glass_region.is_empty():
        room = work.skin(-wall) ^ _room(work, glass_region, wall)
        body = body - room - glass_region
        pane = ((work.skin(-0.15 * wall) - work.skin(-0.6 * wall)) ^ glass_region) - wells
        pieces.append(thing.sub("glass", pane, "glass_tinted"))
        seats = _seats(thing, work)
        pieces += [thing.sub("seats", seats, "fabric_blue")] if not seats.is_empty() else []
    for name, solid, material in _on_skin(thing, work, glass_region, wall):
        pieces += [thing.sub(name, solid - wells, material)] if not (solid - wells).is_empty() else []
    if thing.detail.has_small_things:
        body = body - _seams(thing, work, wall)
    taken = union([glass_region, wells, *(_door(work, *door) for door in _fours(thing.numbers("doors")))])
    skin = Skin(work.skin, work.width, work.height, work.depth, _flank(thing, work))
    dressed = livery(thing.text("livery", ""), skin, taken, has_small_things=thing.detail.has_small_things)
    return [thing.main(body), *pieces, *(thing.sub(name, solid) for name, solid in dressed)]


def _flank(thing: Thing, work: Streamlined) -> tuple[float, float, float, float]:
    """Return the part of the sides that is broad: below the stripes and windows of a coach, the middle of a hull."""
    at = np.linspace(-0.95, 0.95, 39)
    broad = [z for z in at if work.half_width(float(z)) > 0.4 * work.width]
    rear, front = (float(broad[0]), float(broad[-1])) if broad else (-0.5, 0.5)
    low, high = (value / work.height for value in work.bounds((rear + front) / 2))
    tall = high - low
    bands = thing.numbers("stripes")
    top = min(low + 0.62 * tall, *(bands[:1] or [1.0]))
    return low + 0.16 * tall, max(top, low + 0.3 * tall), rear, front


def _skin_of(thing: Thing) -> Streamlined:
    given = [thing.numbers(name) for name in ("along", "half", "low", "high")]
    at, half, low, high = given if len(given[0]) > 1 and len({len(one) for one in given}) == 1 else _WHOLE
    square = min(max(thing.number("square", 2.4), 1.4), 14.0)
    return Streamlined(*thing.size, tuple(at), tuple(half), tuple(low), tuple(high), square, thing.detail)


def _fours(values: list[float]) -> list[list[float]]:
    return [values[n : n + 4] for n in range(0, len(values) - 3, 4)]


def _glazing(thing: Thing, work: Streamlined) -> Solid:
    """Return where glass goes."""
    half, tall = work.depth / 2, work.height
    regions = []
    for z, y, wide, high in _fours(thing.numbers("windows")):
        pane = rounded_rectangle(wide * work.depth, high * tall, 0.3 * min(wide * work.depth, high * tall))
        regions.append(moved(sideways(pane, work.width * 2), y=y * tall, z=z * half))
    for outline in _outlines(thing):
        shape = outline
        for pillar in thing.numbers("pillars"):
            shape = shape - polygon(
                [((pillar + a * 0.011) * half, b * tall) for a, b in ((-1, -1), (1, -1), (1, 2), (-1, 2))]
            )
        regions.append(sideways(eased(shape, 0.02 * tall), work.width * 2))
    for y, high, wide, from_z in _fours(thing.numbers("screens")):
        pane = rounded_rectangle(wide * work.width, high * tall, 0.12 * high * tall)
        reach = half * 1.1 - abs(from_z) * half
        regions.append(moved(facing(pane, reach), y=y * tall, z=float(np.sign(from_z)) * (half * 1.1 - reach / 2)))
    solid = union(regions)
    if thing.flag("is_split"):
        solid = solid - block(0.035 * work.width, tall * 3, work.depth * 2)
    return solid


def _outlines(thing: Thing) -> list[Outline]:
    flat, start, outlines = thing.numbers("glazing"), 0, []
    for count in thing.numbers("glazing_counts") or [len(flat) / 2]:
        points = np.array(flat[start : start + 2 * int(count)]).reshape(-1, 2)
        start += 2 * int(count)
        if len(points) >= 3:
            outlines.append(polygon(points * [thing.depth / 2, thing.height]))
    return outlines


def _room(work: Streamlined, glass: Solid, wall: float) -> Solid:
    """Return the stretch of the body that is hollow: where there is glass."""
    low, high = glass.bounding_box()[2] / (work.depth / 2), glass.bounding_box()[5] / (work.depth / 2)
    margin = 2 * wall / work.depth
    return work.between(max(low - margin, -0.985), min(high + margin, 0.985))


def _seats(thing: Thing, work: Streamlined) -> Solid:
    """Return seats that stand on the room's floor, at `seats`."""
    parts = []
    size = thing.number("seat_m", 0.3 * work.width)
    for z in thing.numbers("seats"):
        low, high = work.bounds(z)
        base = moved(soft_box(size, (high - low) * 0.3, size, size * 0.12, work.detail), y=low)
        back = moved(soft_box(size, (high - low) * 0.62, size * 0.22, size * 0.1, work.detail), y=low, z=-size * 0.45)
        seat = moved(union((base, back)), z=z * work.depth / 2)
        parts.append(mirrored(moved(seat, x=work.half_width(z) * 0.48)))
    return (union(parts) ^ work.skin(-0.008 * work.width)) if parts else union([])


def _wells(thing: Thing, work: Streamlined) -> Solid:
    """Return what is cut out of the body for the wheels."""
    diameter, rise = thing.number("wheel_m", 0.3 * work.height), thing.number("axle_height_m", 0.05 * work.height)
    deep = thing.number("well_m", 0.18 * work.width)
    drum = rod(diameter * 0.58, deep + 0.05 * work.width, thing.detail.around(56))
    return union(
        [mirrored(moved(drum, x=work.width / 2 - deep / 2 + 0.025 * work.width, y=rise, z=z * work.depth / 2))
        for z in thing.numbers("axles")]
    )  # fmt: skip


def _raised(work: Streamlined, region: Solid, out: float, wall: float) -> Solid:
    """Return what stands out from the skin by `out` where `region` is."""
    return (work.skin(out) - work.skin(-0.5 * wall)) ^ region


def _on_skin(thing: Thing, work: Streamlined, glass: Solid, wall: float) -> list[tuple[str, Solid, str]]:
    """Return stripes, doors and lamps, each with its material."""
    tall, half = work.height, work.depth / 2
    bands = thing.numbers("stripes")
    stripes = [
        moved(block(work.width * 2, (high - low) * tall, work.depth * 1.1), y=low * tall)
        for low, high in zip(bands[::2], bands[1::2], strict=False)
    ]
    doors = [_door(work, *door) for door in _fours(thing.numbers("doors"))]
    front = moved(block(work.width * 2, tall * 3, half), y=-tall, z=half * 1.25)
    found = [
        ("stripe", stripes, 0.12 * wall, "paint_red"), ("door", doors, 0.3 * wall, ""), ("lamps", [lamp ^ front
        for lamp in _lamps(thing, work, "lamps")], 0.5 * wall, "enamel_white"), ("tail_lamps", [lamp - front
        for lamp in _lamps(thing, work, "tail_lamps")], 0.5 * wall, "paint_red")
    ]  # fmt: skip
    return [
        (name, _raised(work, union(solids), out, wall) - glass, material) for name, solids, out, material in found
        if solids
    ]  # fmt: skip


def _door(work: Streamlined, z: float, wide: float, low: float, high: float) -> Solid:
    outline = rounded_rectangle(wide * work.depth, (high - low) * work.height, 0.06 * wide * work.depth)
    return moved(sideways(outline, work.width * 2), y=(low + high) / 2 * work.height, z=z * work.depth / 2)


def _lamps(thing: Thing, work: Streamlined, name: str) -> list[Solid]:
    flat = thing.numbers(name)
    across = thing.number(f"{name}_wide", 1.0)
    lamps = []
    for x, y, size in zip(flat[::3], flat[1::3], flat[2::3], strict=False):
        beam = turned(rod(size * work.height / 2, work.depth * 1.2, 28, axis="z"), z=0.0).scale((across, 1.0, 1.0))
        lamps.append(mirrored(moved(beam, x=x * work.width / 2, y=y * work.height)))
    return lamps


def _seams(thing: Thing, work: Streamlined, wall: float) -> Solid:
    """Return the gaps around the doors."""
    gap = 0.004 * work.height
    shapes = [
        _door(work, z, wide + 2 * gap / work.depth, low - gap / work.height, high + gap / work.height) - _door(work, z,
        wide, low, high) for z, wide, low, high in _fours(thing.numbers("doors"))
    ]  # fmt: skip
    return (union(shapes) ^ (work.skin(wall) - work.skin(-0.3 * wall))) if shapes else union([])
