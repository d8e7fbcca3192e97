"""Makers of what hands play and type on: game pad, keys, mouse, handheld console."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.detail import Detail
from engine.parts.moulded import pod
from engine.parts.profiles import facing, rounded_rectangle
from engine.parts.solids import Solid, block, cylinder, ellipsoid, hull_of, moved, rounded_box, turned, union
from engine.parts.turning import disc, hoop

# fmt: off


@maker("game_pad", natural=(0.155, 0.05, 0.11))
def game_pad(thing: Thing) -> list[Piece]:
    """Make a game controller lying on the ground: body with two grips, sticks, cross, four keys, triggers."""
    width, height, depth = thing.size
    body = _pad_body(width, height, depth, thing)
    top = height * 0.78
    sticks, wells = [], []
    for x, z in (
        (-0.27, -0.12), (0.13, 0.13),
    ) if thing.text("layout", "offset") == "offset" else ((-0.14, 0.13), (0.14, 0.13)):
        at = {"x": width * x, "z": depth * z}
        wells.append(
            moved(
                hoop(width * 0.078, width * 0.06, height * 0.1, thing.detail.around(36), edge=height * 0.03),
                y=top - height * 0.03, **at,
            )
        )
        cap = moved(
            disc(width * 0.052, height * 0.09, thing.detail.around(36), edge=height * 0.03), y=top + height * 0.12,
            **at,
        )
        dip = moved(ellipsoid(width * 0.08, height * 0.06, width * 0.08, 24), y=top + height * 0.215, **at)
        sticks.append(union([cap - dip, moved(cylinder(width * 0.026, height * 0.26, 20), y=top - height * 0.1, **at)]))
    cross_at = {
        "x": -width * (0.13 if thing.text("layout", "offset") == "offset" else 0.29),
        "z": depth * (0.13 if thing.text("layout", "offset") == "offset" else -0.12),
    }
    arm = rounded_box(width * 0.13, height * 0.12, width * 0.042, 0.0015, thing.detail.bevel)
    cross = moved(union([arm, turned(arm, y=90.0)]), y=top - height * 0.02, **cross_at)
    return [
        thing.main(body), thing.sub("wells", union(wells), "plastic_black"), thing.sub(
            "sticks", union(sticks), "rubber_black",
        ),
        thing.sub("cross", cross, "plastic_black"), *_pad_keys(
            width, height, depth, top, thing,
        ), *_pad_shoulders(width, height, depth, thing),
    ]  # fmt: skip


def _pad_body(width: float, height: float, depth: float, thing: Thing) -> Solid:
    """Return the housing: a flat middle hulled to two round grips that reach to the player."""
    side = thing.detail.around(32)
    half = []
    for sign in (-1, 1):
        shoulder = moved(
            ellipsoid(width * 0.36, height * 0.86, depth * 0.56, side), x=sign * width * 0.3, y=height * 0.43,
            z=-depth * 0.14,
        )
        grip = moved(
            ellipsoid(width * 0.2, height * 0.62, depth * 0.34, side), x=sign * width * 0.4, y=height * 0.31,
            z=depth * 0.33,
        )
        half.append(hull_of([shoulder, grip]))
    middle = moved(
        pod(width * 0.66, height * 0.76, depth * 0.62, depth * 0.2, height * 0.16, thing.detail), y=height * 0.1,
        z=-depth * 0.13,
    )
    bridge = hull_of(
        [
            moved(
                ellipsoid(width * 0.3, height * 0.72, depth * 0.5, side), x=sign * width * 0.24, y=height * 0.47,
                z=-depth * 0.12,
            )
            for sign in (-1, 1)
        ]
    )
    return union([*half, middle, bridge])


def _pad_keys(width: float, height: float, depth: float, top: float, thing: Thing) -> list[Piece]:
    """Return the four coloured keys, the two small ones and the lit one in the middle."""
    tints = (
        ("south", 0.0, 1.0, "#4caf50"), ("east", 1.0, 0.0, "#e53935"), ("west", -1.0, 0.0, "#1e88e5"),
        ("north", 0.0, -1.0, "#fdd835"),
    )
    key = disc(width * 0.028, height * 0.14, thing.detail.around(28), edge=height * 0.03)
    made = [
        thing.sub(
            name, moved(key, x=width * (0.28 + 0.06 * x), y=top - height * 0.03, z=-depth * 0.12 + width * 0.06 * z),
            "plastic_white", tint,
        )
        for name, x, z, tint in tints
    ]
    small = [
        moved(
            rounded_box(width * 0.04, height * 0.07, width * 0.018, 0.001, 1), x=sign * width * 0.075,
            y=top + height * 0.04, z=-depth * 0.14,
        )
        for sign in (-1, 1)
    ]
    home = moved(
        disc(width * 0.032, height * 0.08, thing.detail.around(28), edge=height * 0.02), y=top + height * 0.05,
        z=-depth * 0.27,
    )
    return [*made, thing.sub("menu", union(small), "plastic_black"), thing.sub("home", home, "screen_emissive")]


def _pad_shoulders(width: float, height: float, depth: float, thing: Thing) -> list[Piece]:
    """Return bumpers and triggers at the far side."""
    bumper = [
        moved(
            turned(
                pod(width * 0.24, height * 0.2, depth * 0.16, depth * 0.05, height * 0.06, thing.detail), y=sign * 12.0,
            ),
            x=sign * width * 0.28, y=height * 0.6, z=-depth * 0.37,
        )
        for sign in (-1, 1)
    ]
    trigger = [
        moved(
            turned(
                pod(width * 0.15, height * 0.42, depth * 0.2, depth * 0.06, height * 0.08, thing.detail, taper=0.8),
                y=sign * 14.0,
            ),
            x=sign * width * 0.29, y=height * 0.2, z=-depth * 0.39,
        )
        for sign in (-1, 1)
    ]
    return [
        thing.sub("bumpers", union(bumper), "plastic_black"), thing.sub("triggers", union(trigger), "plastic_black"),
    ]


@maker("keycaps", natural=(0.32, 0.014, 0.12))
def keycaps(thing: Thing) -> list[Piece]:
    """Make rows of tapered keys standing on y = 0 with their caps hollowed; the outer ones are the piece `accent`."""
    width, height, depth = thing.size
    pitch = depth / len(_KEY_ROWS)
    plain: list[Solid] = []
    accent: list[Solid] = []
    for number, row in enumerate(_KEY_ROWS):
        unit, at = width / sum(row), -width / 2
        z = -depth / 2 + pitch * (number + 0.5)
        for place, size in enumerate(row):
            key = pod(
                size * unit * 0.93, height, pitch * 0.9, unit * 0.12, height * 0.12, _KEY_DETAIL,
                taper=0.8 if size < 2 else 0.9,
            )
            is_edge = place == 0 or (size > 1.2 and size < 4) or (number == 0 and place % 4 == 0)
            (accent if is_edge else plain).append(moved(key, x=at + size * unit / 2, z=z))
            at += size * unit
    return [thing.main(_joined(plain)), thing.sub("accent", _joined(accent))]


_KEY_DETAIL = Detail("draft")


_KEY_ROWS = (
    (1.0,) * 15, (1.0,) * 13 + (2.0,), (1.5,) + (1.0,) * 12 + (1.5,), (1.75,) + (1.0,) * 11 + (2.25,),
    (2.25,) + (1.0,) * 10 + (2.75,), (1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25),
)  # fmt: skip


def _joined(solids: list[Solid]) -> Solid:
    """Return solids that do not touch as one."""
    return Solid.compose(solids)


@maker("mouse_shell", natural=(0.066, 0.04, 0.118))
def mouse_shell(thing: Thing) -> list[Piece]:
    """Make a computer mouse whose keys are towards −z: waist, split, wheel, thumb keys, a strip of light."""
    width, height, depth = thing.size
    side = thing.detail.around(48)
    back = moved(ellipsoid(width, height * 2, depth * 0.8, side), z=depth * 0.1)
    nose = moved(ellipsoid(width * 0.9, height * 1.2, depth * 0.6, side), z=-depth * 0.2)
    body = hull_of([back, nose]).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    split = moved(block(width * 0.02, height * 0.6, depth * 0.5), y=height * 0.5, z=-depth * 0.36)
    seam = moved(block(width * 1.2, height * 0.9, depth * 0.012), y=height * 0.45, z=-depth * 0.08)
    core = hull_of([back, nose]).scale((0.965, 0.965, 0.975))
    wheel = moved(
        turned(disc(height * 0.3, width * 0.11, thing.detail.around(32), edge=width * 0.02), z=90.0), x=width * 0.055,
        y=height * 0.62, z=-depth * 0.3,
    )
    thumb = [
        moved(
            rounded_box(width * 0.06, height * 0.14, depth * 0.13, 0.001, 1), x=-width * 0.43, y=height * 0.5,
            z=depth * z,
        )
        for z in (-0.02, 0.13)
    ]
    light = moved(
        block(width * 1.02, height * 0.05, depth * 0.3), y=height * 0.12, z=depth * 0.2,
    ) ^ hull_of([back, nose]).scale((1.01, 1.01, 1.0))
    return [
        thing.main(body - ((split + seam) - core)), thing.sub("wheel", wheel, "rubber_black"),
        thing.sub("thumb", union(thumb), "rubber_black"), thing.sub("light", light, "screen_emissive"),
    ]  # fmt: skip


@maker("handheld", natural=(0.24, 0.105, 0.018))
def handheld(thing: Thing) -> list[Piece]:
    """Make a handheld console facing +z: screen between two coloured grips with sticks and keys."""
    width, height, depth = thing.size
    middle = moved(
        turned(pod(width * 0.72, depth * 0.7, height, 0.003, depth * 0.15, thing.detail), x=90.0), y=height / 2,
        z=-depth * 0.25,
    )
    lit = moved(
        facing(rounded_rectangle(width * 0.62, height * 0.82, 0.003), depth * 0.06), y=height / 2, z=depth * 0.45,
    )
    pieces = [thing.main(middle), thing.sub("screen", lit, "screen_emissive", "#a8d8f0")]
    keys = []
    for sign, name in ((-1, "left"), (1, "right")):
        x = sign * width * 0.43
        grip = turned(pod(width * 0.145, depth * 0.8, height, width * 0.07, depth * 0.2, thing.detail), x=90.0)
        pieces.append(thing.sub(name, moved(grip, x=x, y=height / 2, z=-depth * 0.3), "plastic_white"))
        stick = turned(disc(width * 0.034, depth * 0.5, thing.detail.around(28), edge=depth * 0.12), x=90.0)
        keys.append(moved(stick, x=x, y=height * (0.72 if sign < 0 else 0.36), z=depth * 0.4))
        for angle in range(4):
            key = turned(disc(width * 0.013, depth * 0.16, 20, edge=depth * 0.03), x=90.0)
            turn = np.radians(90.0 * angle)
            keys.append(
                moved(
                    key, x=x + width * 0.03 * np.cos(turn),
                    y=height * (0.36 if sign < 0 else 0.72) + width * 0.03 * np.sin(turn), z=depth * 0.46,
                )
            )
    return [*pieces, thing.sub("keys", union(keys), "plastic_black")]
