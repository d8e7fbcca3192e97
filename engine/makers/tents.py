"""Makers of tents: the opening is in front, +z."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import facing, polygon, rectangle, sideways, standing
from engine.parts.solids import Solid, ball, block, cylinder, moved, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import hoop, spun


def _line(start: tuple[float, float, float], end: tuple[float, float, float], radius: float, sides: int = 8) -> Solid:
    return tube(np.array([start, end]), radius, sides)


@maker("ridge_tent", natural=(2.4, 1.7, 3.0))
def ridge_tent(thing: Thing) -> list[Piece]:
    """Make a tent with two sloping sides over a ridge pole, an open flap, guy ropes and pegs."""
    width, height, depth = thing.size
    half, length, top = width * 0.4, depth * 0.72, height * 0.96
    whole = polygon([(-half, 0), (half, 0), (0, top)])
    slit = polygon([(-half * 0.02, 0), (half * 0.55, 0), (0, top * 0.86)])
    skin = facing(whole - whole.offset(-0.03), length)
    back = moved(facing(whole, 0.03), z=-length / 2 + 0.015)
    front = moved(facing(whole - slit, 0.03), z=length / 2 - 0.015)
    floor = block(half * 1.96, 0.03, length)
    flap = turned(moved(block(0.03, top * 0.72, half * 0.5), y=0.0), z=0.0)
    flap = moved(flap, x=half * 0.3, z=length / 2 + half * 0.12) ^ block(width, top, depth)
    poles = [moved(cylinder(0.025, height, 12), z=side * length / 2) for side in (-1, 1)]
    ropes = [_line((0, top * 0.97, side * length / 2), (0, 0.01, side * depth / 2), 0.01) for side in (-1, 1)]
    ropes += [
        _line((x * half * 0.5, top * 0.5, z), (x * width / 2, 0.01, z), 0.01) for x in (-1, 1)
        for z in (-length * 0.3, length * 0.3)
    ]  # fmt: skip
    pegs = [moved(cylinder(0.018, 0.12, 8), z=side * (depth / 2 - 0.02)) for side in (-1, 1)]
    pegs += [
        moved(cylinder(0.018, 0.12, 8), x=x * (width / 2 - 0.02), z=z) for x in (-1, 1)
        for z in (-length * 0.3, length * 0.3)
    ]  # fmt: skip
    lines = union([*ropes, *pegs]).trim_by_plane((0, 1, 0), 0.0)
    return [
        thing.main(union([skin, back, front, floor])), thing.sub("flap", flap),
        thing.sub("poles", union(poles), "oak"), thing.sub("ropes", lines, "rope")
    ]  # fmt: skip


@maker("dome_tent", natural=(2.8, 1.5, 2.8))
def dome_tent(thing: Thing) -> list[Piece]:
    """Make a dome of cloth with crossed poles over it and a door with a zip."""
    width, height, depth = thing.size
    around = thing.detail.around(40)
    outer, inner = ball(0.47, around), ball(0.455, around)
    shell = (outer - inner).trim_by_plane((0, 1, 0), 0.0)
    door = facing(
        rectangle(0.3, 0.36).translate((0.0, 0.17)), 2.0,
    ).translate((0, 0, 1.0)) ^ (ball(0.478, around) - ball(0.46, around))  # fmt: skip
    angles = np.linspace(0, np.pi, thing.detail.along(24))
    arc = np.column_stack([0.485 * np.cos(angles), 0.485 * np.sin(angles), np.zeros(len(angles))])
    poles = union([tube(arc, 0.011, 8).rotate((0, turn, 0)) for turn in (45, -45)]).trim_by_plane((0, 1, 0), 0.0)
    floor = cylinder(0.465, 0.012, around)
    scale = (width, height / 0.497, depth)
    return [
        thing.main(union((shell, floor)).scale(scale)),
        thing.sub("stripes", door.trim_by_plane((0, 1, 0), 0.0).scale(scale), "canvas"),
        thing.sub("poles", poles.scale(scale), "aluminium")
    ]  # fmt: skip


@maker("teepee_tent", natural=(3.6, 4.2, 3.6))
def teepee_tent(thing: Thing) -> list[Piece]:
    """Make a cone of cloth around long poles that cross at the top, with an opening and painted bands."""
    width, height, depth = thing.size
    cloth = height * 0.8
    sides = 14
    outer = cylinder(0.5, cloth, sides, top=0.07)
    inner = moved(cylinder(0.48, cloth, sides, top=0.05), y=-0.01)
    slit = facing(polygon([(-0.12, -0.1), (0.12, -0.1), (0, cloth * 0.56)]), 0.4).translate((0, 0, 0.4))
    bands = [hoop(0.5 - 0.43 * y + 0.006, 0.49 - 0.43 * y - 0.03, cloth * 0.05, sides) for y in (0.12, 0.62)]
    rings = union([moved(band, y=cloth * y) for band, y in zip(bands, (0.12, 0.62), strict=True)]) - slit
    poles = []
    for turn in range(8):
        angle = 2 * np.pi * (turn + 0.5) / 8
        foot, tip = np.array(
            [np.sin(angle) * 0.485, 0.0, np.cos(angle) * 0.485],
        ), np.array([-np.sin(angle) * 0.1, height * 0.985, -np.cos(angle) * 0.1])  # fmt: skip
        poles.append(tube(np.array([foot, tip]), 0.013, 8))
    scale = (width, 1.0, depth)
    lines = union(poles).trim_by_plane((0, 1, 0), 0.0)
    return [
        thing.main((outer - inner - slit).scale(scale)), thing.sub("stripes", rings.scale(scale), "canvas"),
        thing.sub("poles", lines.scale(scale), "oak")
    ]  # fmt: skip


@maker("yurt_tent", natural=(5.0, 3.0, 5.0))
def yurt_tent(thing: Thing) -> list[Piece]:
    """Make a round tent with straight walls, a low cone of a roof with a ring at its top, girths and a wooden door."""
    width, height, depth = thing.size
    around = thing.detail.around(40)
    wall = height * 0.52
    body = spun(
        [(0.46, 0.0), (0.47, wall), (0.5, wall * 0.98), (0.48, wall * 1.06), (0.1, height * 0.95), (0.08,
        height * 0.95)], around,
    )  # fmt: skip
    girths = union([moved(hoop(0.478, 0.44, height * 0.025, around), y=wall * y) for y in (0.2, 0.55, 0.88)])
    crown = moved(hoop(0.11, 0.05, height * 0.07, around), y=height * 0.93)
    door = facing(rectangle(0.2, wall * 0.84).translate((0, wall * 0.42)), 0.08).translate((0, 0, 0.45))
    scale = (width, 1.0, depth)
    return [
        thing.main(body.scale(scale)), thing.sub("stripes", girths.scale(scale), "rope"),
        thing.sub("poles", union((crown, door)).scale(scale), "oak")
    ]  # fmt: skip


@maker("circus_tent", natural=(9.0, 6.6, 9.0))
def circus_tent(thing: Thing) -> list[Piece]:
    """Make a big top: striped wall and roof in gores, a scalloped edge, a mast with a flag, an entrance."""
    width, height, depth = thing.size
    gores, wall = 16, height * 0.36
    top = height * 0.84
    profile = [(0.5, wall), (0.36, wall + (top - wall) * 0.22), (0.2, wall + (top - wall) * 0.52), (0.02, top)]
    whole = spun([(0.47, 0.0), (0.47, wall * 0.92), (0.5, wall * 0.92), *profile], gores * 2)
    wedge = polygon([(0, 0), (np.sin(np.pi / gores * 0.5) * 2, 2), (-np.sin(np.pi / gores * 0.5) * 2, 2)])
    cuts = union([standing(wedge, height).rotate((0, 360.0 * k / (gores / 2), 0)) for k in range(gores // 2)])
    entry = facing(rectangle(0.2, wall * 1.5), 0.3).translate((0, 0, 0.42))
    open_front = whole - entry
    mast = union([cylinder(0.008, height, 10), moved(ball(0.015, 12), y=height * 0.985)])
    flag = sideways(
        polygon([(0.0, height * 0.9), (0.1, height * 0.93), (0.0, height * 0.97)]), 0.008,
    ).rotate((0, 90, 0))  # fmt: skip
    scale = (width, 1.0, depth)
    return [
        thing.main((open_front - cuts).scale(scale)),
        thing.sub("stripes", (open_front ^ cuts).scale(scale), "canvas", "#f3efe2"),
        thing.sub("poles", union((mast, flag)).scale(scale), "steel_brushed")
    ]  # fmt: skip
