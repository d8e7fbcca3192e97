"""Makers of seats, beds and soft things; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts import soft
from engine.parts.profiles import rounded_rectangle, smooth
from engine.parts.repeats import GRID, many
from engine.parts.soft import channels, cushion, in_turn, pillow, soft_box, tufts
from engine.parts.solids import Solid, cylinder, ellipsoid, moved, ring_of, rod, rounded_box, turned, union
from engine.parts.sweeping import sweep
from engine.parts.turning import disc
from engine.parts.wheels import caster
from engine.shapes import Points


@maker("cushion", natural=(0.5, 0.12, 0.5))
def cushion_maker(thing: Thing) -> Made:
    """Make a seat cushion; `finish` is plain, channelled or tufted, `crown` the share of its height that bulges."""
    bend = _finish(thing, thing.width, thing.depth)
    return thing.main(
        cushion(
            *thing.size,
            thing.detail,
            crown=min(max(thing.number("crown", 0.25), 0.0), 0.6),
            bend=bend,
            spacing=_spacing(thing, max(thing.width, thing.depth) / 22),
        )
    )


def _finish(thing: Thing, width: float, depth: float) -> soft.Bend | None:
    finish, press = thing.text("finish", "plain"), min(0.02, thing.height * 0.16)
    if finish == "channelled":
        count = many(width / 0.11, least=3)
        lines = tuple(-width / 2 + width * step / count for step in range(1, count))
        return channels(lines, press * 0.8, width / count * 0.13 + 0.003, thing.height * 0.3)
    if finish == "tufted":
        spots = _spots(width, depth)
        pitch = min(0.12, width / 3)
        return tufts(spots, _press(thing), pitch * 0.22, 0.0)
    return None


def _spots(width: float, depth: float) -> tuple[tuple[float, float], ...]:
    """Return where the buttons sit: rows that are set off by half a step."""
    columns, rows = many(width / 0.13, least=2, most=GRID), many(depth / 0.12, least=2, most=GRID)
    return tuple(
        (-width / 2 + width * (i + 0.5 + 0.5 * (j % 2)) / columns, -depth / 2 + depth * (j + 0.5) / rows)
        for j in range(rows)
        for i in range(columns - j % 2)
    )


def _spacing(thing: Thing, plain: float) -> float:
    """Return how dense a soft face must be cut for its finish."""
    return plain * (0.55 if thing.text("finish", "plain") == "tufted" else 1.0)


@maker("backrest")
def backrest(thing: Thing) -> Made:
    """Make an upright cushion facing +z.

    `curve_m` bends it round the sitter, `lumbar_m` swells it at the loins, `finish`.
    """
    width, height, depth = thing.size
    curve, lumbar = thing.number("curve_m", 0.0), thing.number("lumbar_m", 0.0)
    finish = _finish(thing, width, height)

    def bend(points: Points) -> Points:
        shaped = points.copy() if finish is None else finish(points)
        up = 0.5 - shaped[:, 2] / height
        shaped[:, 1] += curve * (2 * shaped[:, 0] / width) ** 2
        shaped[:, 1] += lumbar * np.exp(-(((up - 0.28) / 0.16) ** 2))
        return shaped

    body = soft_box(
        width,
        depth * 0.86,
        height,
        min(depth * 0.42, width * 0.2),
        thing.detail,
        crown=depth * 0.14,
        bend=bend,
        spacing=_spacing(thing, max(width, height) / 24),
    )
    pieces = [thing.main(turned(body, x=90.0))]
    if thing.text("finish", "plain") == "tufted":
        pieces.append(thing.sub("buttons", _buttons(thing)))
    return pieces


def _buttons(thing: Thing) -> Solid:
    """Return the buttons that hold the tufts of a backrest, half sunk into its front."""
    press = _press(thing)
    button = ellipsoid(0.03, 0.03, 0.022, 10)
    places = _spots(thing.width, thing.height)
    return union([moved(button, x=x, y=-up, z=thing.depth * 0.97 - press) for x, up in places])


def _press(thing: Thing) -> float:
    return min(0.028, thing.height * 0.3, thing.depth * 0.3)


@maker("pillow", natural=(0.44, 0.44, 0.17))
def pillow_maker(thing: Thing) -> Made:
    """Make a throw pillow standing upright, its faces to ±z."""
    return thing.main(pillow(*thing.size, thing.detail))


@maker("mattress", natural=(1.6, 0.24, 2))
def mattress(thing: Thing) -> Made:
    """Make a mattress with piped edges and quilting."""
    width, height, depth = thing.size
    lines = tuple(np.linspace(-width / 2, width / 2, many(width / 0.22, least=3) + 1)[1:-1])
    cross = tuple(np.linspace(-depth / 2, depth / 2, many(depth / 0.22, least=3) + 1)[1:-1])
    bend = in_turn(channels(lines, 0.008, 0.02, height * 0.5), channels(cross, 0.008, 0.02, height * 0.5, axis=2))
    body = soft_box(width, height, depth, min(0.06, height * 0.3), thing.detail, crown=0.012, bend=bend, spacing=0.06)
    cords = [
        moved(soft.piping(width - 0.006, depth - 0.006, 0.06, 0.014, thing.detail), y=height * at)
        for at in (0.22, 0.74)
    ]
    return thing.main(union([body, *cords]) if thing.detail.has_small_things else body)


@maker("duvet", natural=(1.7, 0.3, 1.4))
def duvet(thing: Thing) -> Made:
    """Make a duvet that lies over a mattress and hangs down at both sides, with soft folds."""
    width, height, depth = thing.size
    drop, random = min(height * 0.72, width * 0.3, depth * 0.3), thing.random()
    phase = random.uniform(0.0, 2 * np.pi, 4)

    def bend(points: Points) -> Points:
        shaped = points.copy()
        x, z = points[:, 0] / width, points[:, 2] / depth
        ripple = (
            np.sin(z * 9 + x * 6 + phase[0])
            + 0.7 * np.sin(x * 17 - z * 5 + phase[1])
            + 0.5 * np.sin(z * 23 + x * 11 + phase[2])
        )
        shaped[:, 1] += 0.009 * ripple
        over = np.clip((np.abs(points[:, 0]) - (width / 2 - drop * 0.9)) / (drop * 0.9), 0.0, 1.0)
        shaped[:, 1] -= drop * over**2.4
        shaped[:, 0] -= np.sign(points[:, 0]) * drop * 0.62 * over**1.5
        front = np.clip((points[:, 2] - (depth / 2 - drop * 0.9)) / (drop * 0.9), 0.0, 1.0)
        shaped[:, 1] -= drop * front**2.4 * (1 - 0.6 * over)
        shaped[:, 2] -= drop * 0.62 * front**1.5
        return shaped

    return thing.main(soft_box(width, height * 0.3, depth, height * 0.14, thing.detail, bend=bend, spacing=0.05))


@maker("armrest")
def armrest(thing: Thing) -> list[Piece]:
    """Make a chair's armrest: a pad on a T-shaped post."""
    width, height, depth = thing.size
    pad = soft_box(width, height * 0.16, depth, height * 0.07, thing.detail, crown=height * 0.03)
    post = rounded_box(width * 0.34, height * 0.9, depth * 0.24, width * 0.08)
    sleeve = rounded_box(width * 0.46, height * 0.45, depth * 0.3, width * 0.08)
    yoke = moved(rounded_box(width * 0.5, height * 0.07, depth * 0.5, height * 0.02), y=height * 0.79)
    return [
        thing.main(moved(pad, y=height * 0.83)),
        thing.sub("post", union((post, yoke)), "steel_brushed"),
        thing.sub("sleeve", sleeve, "plastic_black"),
    ]


@maker("swivel_base", natural=(0.66, 0.115, 0.66))
def swivel_base(thing: Thing) -> list[Piece]:
    """Make a star base on casters; `arms`."""
    width, height = thing.width, thing.height
    arms, wheel = max(3, thing.count("arms", 5, most=8)), height * 0.6
    reach = width / 2 - wheel * 0.28
    rise = smooth(
        [(height * 0.3, height * 0.86), (reach * 0.5, height * 0.82), (reach * 1.02, wheel * 0.98)],
        thing.detail.along(6),
    )
    path = np.column_stack([np.zeros(len(rise)), rise[:, 1], rise[:, 0]])
    section = rounded_rectangle(height * 0.34, height * 0.26, height * 0.08, 16).to_polygons()[0]
    arm = sweep(section, path, scale=np.linspace(1.0, 0.62, len(path)))
    hub = moved(disc(height * 0.42, height * 0.36, thing.detail.around(40), edge=height * 0.08), y=height * 0.64)
    wheels, hood = caster(wheel, thing.detail)
    foot = [moved(turned(solid, y=40.0), z=reach) for solid in (wheels, hood)]
    body = union([ring_of(arm, arms), hub])
    return [
        thing.main(body),
        thing.sub("wheels", ring_of(foot[0], arms), "rubber_black"),
        thing.sub("hoods", ring_of(foot[1], arms), "plastic_black"),
    ]


@maker("gas_lift")
def gas_lift(thing: Thing) -> list[Piece]:
    """Make a telescopic column with a bellows sleeve."""
    radius, height = thing.width / 2, thing.height
    piston = cylinder(radius * 0.55, height, thing.detail.around(32))
    sleeves = [cylinder(radius * at, height * up, thing.detail.around(32)) for at, up in ((1.0, 0.5), (0.84, 0.68))]
    return [
        thing.main(piston),
        thing.sub("sleeve", union(sleeves) - cylinder(radius * 0.55, height, 32), "plastic_black"),
    ]


@maker("mechanism")
def mechanism(thing: Thing) -> Made:
    """Make the tilt plate below an office chair's seat, with its lever."""
    width, height, depth = thing.size
    plate = moved(rounded_box(width * 0.8, height * 0.3, depth, height * 0.06), y=height * 0.7)
    box = rounded_box(width * 0.42, height * 0.85, depth * 0.7, height * 0.15)
    lever = moved(rod(height * 0.1, width * 0.5, 12), x=width * 0.25, y=height * 0.45, z=depth * 0.2)
    return thing.main(union((plate, box, lever)))


@maker("spine")
def spine(thing: Thing) -> Made:
    """Make the curved bar that carries a backrest, from below the seat (front, bottom) up behind it (back, top)."""
    width, height, depth = thing.size
    line = smooth(
        [
            (depth * 0.5, height * 0.03),
            (-depth * 0.1, height * 0.03),
            (-depth * 0.42, height * 0.16),
            (-depth * 0.46, height * 0.5),
            (-depth * 0.36, height),
        ],
        thing.detail.along(6),
    )
    path = np.column_stack([np.zeros(len(line)), line[:, 1], line[:, 0]])
    section = rounded_rectangle(width, min(width * 0.35, depth * 0.12), width * 0.08, 16).to_polygons()[0]
    return thing.main(sweep(section, path))


@maker("headboard", natural=(1.6, 1.1, 0.08))
def headboard(thing: Thing) -> Made:
    """Make a bed's headboard facing +z; `finish` is tufted, channelled, slatted or plain."""
    width, height, depth = thing.size
    finish = thing.text("finish", "plain")
    if finish == "slatted":
        posts = [
            moved(rounded_box(depth, height, depth, depth * 0.1), x=side * (width - depth) / 2) for side in (-1, 1)
        ]
        rails = [moved(rounded_box(width, 0.08, depth * 0.8, 0.01), y=y) for y in (height * 0.3, height - 0.1)]
        count = many(width / 0.12, least=5)
        slats = [
            moved(
                rounded_box(0.05, height * 0.66, depth * 0.4, 0.006),
                x=-width / 2 + width * (step + 0.5) / count,
                y=height * 0.32,
            )
            for step in range(count)
        ]
        return thing.main(union([*posts, *rails, *slats]))
    if finish == "plain":
        return thing.main(rounded_box(width, height, depth, min(0.012, depth * 0.2), thing.detail.bevel))
    columns = many(width / 0.2, least=3)
    if finish == "channelled":
        bend = channels(
            tuple(-width / 2 + width * step / columns for step in range(1, columns)), depth * 0.3, 0.014, depth * 0.4
        )
    else:
        bend = tufts(_spots(width, height), depth * 0.36, 0.02, 0.0)
    body = soft_box(
        width, depth * 0.85, height, depth * 0.35, thing.detail, crown=depth * 0.15, bend=bend, spacing=0.03
    )
    return thing.main(turned(body, x=90.0))
