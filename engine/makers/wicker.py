"""The maker of a seat that is plaited over its frame."""

from engine.makers.base import Made, Thing, maker
from engine.parts.solids import copies, ellipsoid, moved, rounded_box, union

_MOST = 16  # strands across


@maker("wicker_seat", natural=(0.48, 0.03, 0.46))
def wicker_seat(thing: Thing) -> Made:
    """Make a flat seat of broad strands that go over and under each other, in a rim."""
    width, height, depth = thing.size
    count = _MOST if thing.detail.has_small_things else _MOST // 2
    rim = 0.06 * width
    pitch_x, pitch_z = (width - 2 * rim) / count, (depth - 2 * rim) / count
    sole, tall = 0.7 * height, 0.55 * height
    spots = [
        ((step + 0.5) * pitch_x - width / 2 + rim, (row + 0.5) * pitch_z - depth / 2 + rim, (step + row) % 2)
        for step in range(count)
        for row in range(count)
    ]
    sides = thing.detail.around(10)
    along = ellipsoid(pitch_x * 1.5, tall, pitch_z * 0.86, sides)
    across = ellipsoid(pitch_x * 0.86, tall, pitch_z * 1.5, sides)
    pads = [
        copies(pad, [(x, sole, z) for x, z, way in spots if way == which]) for which, pad in enumerate((along, across))
    ]
    board = rounded_box(width, height, depth, height * 0.3)
    well = moved(rounded_box(width - 2 * rim, height, depth - 2 * rim, height * 0.1), y=sole)
    return thing.main(union([board - well, *pads]))
