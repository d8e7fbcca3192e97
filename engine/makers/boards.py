"""Makers of boards to play on (squares of two colours, rings of a target), and of a carriage's hood."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import polygon, standing
from engine.parts.solids import Solid, block, moved, turned, union
from engine.parts.sweeping import loft
from engine.parts.turning import hoop


@maker("chequered", natural=(0.4, 0.006, 0.4))
def chequered(thing: Thing) -> list[Piece]:
    """Make a slab of `count` × `count` squares that look up, of the own and the `dark` material in turn."""
    count = max(2, thing.count("count", 8, most=20))
    wide, deep = thing.width / count, thing.depth / count
    places = [((c + 0.5) * wide - thing.width / 2, (r + 0.5) * deep - thing.depth / 2, (c + r) % 2)
              for c in range(count) for r in range(count)]  # fmt: skip
    floor = block(thing.width, thing.height * 0.7, thing.depth)
    tile = block(wide * 0.999, thing.height * 0.6, deep * 0.999)
    at = thing.height * 0.4
    dark = union([moved(tile, x=x, y=at, z=z) for x, z, odd in places if not odd])
    pale = union([floor - dark, *(moved(tile, x=x, y=at, z=z) for x, z, odd in places if odd)])
    return [thing.main(pale), thing.sub("dark", dark, "walnut")]


@maker("dart_face", natural=(0.45, 0.45, 0.02))
def dart_face(thing: Thing) -> list[Piece]:
    """Make the face of a dartboard that looks to +z: twenty sectors, double and treble rings, bull, wires."""
    radius, deep = 0.5 * 0.78, 1.0
    groups: dict[str, list[Solid]] = {"black": [], "pale": [], "red": [], "green": []}
    for sector in range(20):
        wide = (("black", "red"), ("pale", "green"))[sector % 2]
        for inner, outer, name in (
            (0.075, 0.56, wide[0]), (0.56, 0.62, wide[1]), (0.62, 0.94, wide[0]), (0.94, 1.0, wide[1]),
        ):  # fmt: skip
            groups[name].append(_wedge(inner * radius, outer * radius, sector, deep, thing.detail.along(3)))
    around = thing.detail.around(48)
    groups["green"].append(moved(hoop(radius * 0.08, radius * 0.036, deep, around), y=0.0))
    groups["red"].append(moved(hoop(radius * 0.038, radius * 0.0005, deep, around), y=0.0))
    groups["black"].append(hoop(0.5, radius, deep, around))
    pieces = {name: _faced(union(solids), thing) for name, solids in groups.items()}
    tints = {"pale": ("felt", "#e6dcc0"), "red": ("felt", "#b3211c"), "green": ("felt", "#1f6b3a")}
    return [thing.main(pieces["black"]), *(thing.sub(name, pieces[name], *tints[name]) for name in tints)]


def _wedge(inner: float, outer: float, sector: int, deep: float, steps: int) -> Solid:
    turn = np.radians(18.0 * sector + np.linspace(-9.0, 9.0, steps + 1))
    ring = np.column_stack([np.cos(turn), np.sin(turn)])
    return standing(polygon(np.vstack([ring * outer, ring[::-1] * inner])), deep)


def _faced(solid: Solid, thing: Thing) -> Solid:
    """Return a disc of width and height 1 that lay on the ground, upright and filling the box."""
    upright = turned(solid, x=90.0).translate((0.0, 0.5, -0.5))
    return upright.scale((thing.width, thing.height, thing.depth))


@maker("quarter_hood")
def quarter_hood(thing: Thing) -> Piece:
    """Make a folding hood, open below and to +z: a quarter of a ball of five panels that sag between their ribs."""
    steps, around = 5 * thing.detail.along(5), thing.detail.around(28)
    turns = np.linspace(np.pi / 2, np.pi, steps + 1)  # from straight up to straight back
    sag = 1 - 0.05 * np.abs(np.sin(np.linspace(0.0, 5 * np.pi, steps + 1)))
    arch = np.linspace(0.0, np.pi, around + 1)
    shells = []
    for scale in (1.0, 0.94):
        rows = [
            np.column_stack([np.cos(arch), np.sin(arch) * np.sin(t), np.sin(arch) * np.cos(t)])
            * [scale, s * scale, s * scale]
            for t, s in zip(turns, sag, strict=True)
        ]
        shells.append(rows)
    outer, inner = shells
    rings = [np.vstack([out, within[::-1]]) for out, within in zip(outer, inner, strict=True)]
    solid = loft(rings)
    solid = solid if solid.volume() > 0 else loft([ring[::-1] for ring in rings])
    return thing.main(solid)
