"""A wall of windows: the repeated bay of a facade in one object."""

from manifold3d import OpType

from engine.makers.base import Piece, Thing, maker
from engine.parts.ornament import lancet
from engine.parts.profiles import Outline, facing, rectangle
from engine.parts.solids import Solid, copies, moved, rounded_box


@maker("window_grid", natural=(9.0, 6.0, 0.3))
def window_grid(thing: Thing) -> list[Piece]:
    """Make a wall facing +z with `columns` × `rows` windows.

    `share` is the part of each bay that is open, `panes` divide each window across, `form` plain or arched;
    `has_sills`.
    """
    width, height, depth = thing.size
    columns, rows = (max(1, thing.count(name, 3, most=40)) for name in ("columns", "rows"))
    share = min(max(thing.number("share", 0.62), 0.1), 0.92)
    bay = (width / columns, height / rows)
    opening = (bay[0] * share, bay[1] * min(share * 1.1, 0.92))
    places = [
        (bay[0] * (column - (columns - 1) / 2), bay[1] * (row + 0.5), 0.0)
        for row in range(rows)
        for column in range(columns)
    ]
    is_arched = thing.text("form", "plain") == "arched"
    hole = lancet(*opening, thing.detail) if is_arched else rectangle(*opening)
    wall = facing(_cut(width, height, hole, places), depth * 0.8)
    border = min(0.07, 0.08 * min(opening))
    frame = facing(_leaf(hole, opening, border, max(1, thing.count("panes", 2, most=8))), depth * 0.3)
    glass = facing(hole.offset(border * 0.2), depth * 0.06)
    pieces = [
        thing.main(moved(wall, z=-depth * 0.1)),
        thing.sub("frames", moved(copies(frame, places), z=-depth * 0.12), "paint_white"),
        thing.sub("glass", moved(copies(glass, places), z=-depth * 0.14), "glass_tinted"),
    ]
    sill = rounded_box(opening[0] * 1.16, border * 1.2, depth * 0.5, border * 0.2, thing.detail.bevel)
    sills: Solid = copies(sill, [(x, y - opening[1] / 2 - border, depth * 0.25) for x, y, _ in places])
    if thing.flag("has_sills", default=True):
        pieces.append(thing.sub("sills", sills, "concrete"))
    return pieces


def _cut(width: float, height: float, hole: Outline, places: list[tuple[float, float, float]]) -> Outline:
    """Return the elevation of the wall, its foot on y = 0."""
    whole = rectangle(width, height).translate((0.0, height / 2))
    return whole - Outline.batch_boolean([hole.translate((x, y)) for x, y, _ in places], OpType.Add)


def _leaf(hole: Outline, opening: tuple[float, float], border: float, panes: int) -> Outline:
    """Return the frame of one window with its bars; it reaches a little into the wall."""
    bars = [rectangle(border * 0.6, opening[1]).translate((opening[0] * (step / panes - 0.5), 0.0)) for step in
            range(1, panes)]  # fmt: skip
    bars.append(rectangle(opening[0], border * 0.6).translate((0.0, opening[1] * 0.14)))
    rim = hole.offset(border * 0.3) - hole.offset(-border * 0.7)
    return Outline.batch_boolean([rim, *(bar ^ hole for bar in bars)], OpType.Add)
