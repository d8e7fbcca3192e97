"""What is laid piece by piece: bricks, tiles, roof tiles, cobbles. Sizes are real; what texels cannot show fades."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, number, share, step
from engine.textures.noise import cells, layered, speckles


def _bonded(place: Place, width: float, height: float, joint: float, shift: float) -> tuple[Field, Field]:
    """Return how much of each place is brick and not joint, and one random number for its brick."""
    across, up = place.flat()
    window = max(0.35 * joint, place.texel_m)
    row = np.floor(up / np.float32(height))
    along = across + np.float32(shift * width) * (row % 2)
    inside = share(up - np.float32(0.5 * joint), height, height - joint, window)
    inside = inside * share(along - np.float32(0.5 * joint), width, width - joint, window)
    one = speckles(np.floor(along / np.float32(width)).astype(np.int64), row.astype(np.int64), place.seed)
    return inside, np.float32(0.5) + np.float32(place.shown(0.6 * height)) * (one - np.float32(0.5))


def brick(place: Place, material: Material, base: Field) -> Look:
    """Return a stretcher bond: bricks of 215 by 65 mm, joints of 10 mm, no two of quite the same colour."""
    height = min(0.075, 0.06 * place.scene_m)
    inside, one = _bonded(place, 3 * height, height, 0.133 * height, 0.5)
    grain = place.coarse(0.25 * height, texels=2.0, most=4.0)
    rough = layered(place.points / np.float32(grain), place.seed + 1, octaves=3)
    stain = layered(place.points / np.float32(0.8), place.seed + 2, octaves=3)
    variety = np.float32(0.5 * number(material, "variety", 1.0))
    clay = base * (1 + variety * (one - 0.5) + 0.12 * rough + 0.08 * stain)[:, None]
    joint = colour(material.texture.parameters["mortar"]) * (1 + 0.1 * rough)[:, None]
    albedo = joint + inside[:, None] * (clay - joint)
    relief = np.float32(0.05 * height) * (inside + 0.16 * rough)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), relief)


def tiles(place: Place, material: Material, base: Field) -> Look:
    """Return square tiles with grout; with `variety` each is fired to another shade, and bulges a little."""
    size = min(number(material, "size_m", 0.15), 0.5 * place.scene_m)
    variety = np.float32(number(material, "variety", 0.12))
    inside, one = _bonded(place, size, size, min(0.004, 0.04 * size), 0.0)
    cloud = layered(place.points / np.float32(0.6 * size), place.seed + 1, octaves=3)
    glaze = base * (1 + variety * (0.5 * (one - 0.5) + 0.12 * cloud))[:, None]
    grout = colour(material.texture.parameters["grout"])
    albedo = grout + inside[:, None] * (glaze - grout)
    roughness = 0.8 + inside * (material.roughness - 0.8)
    relief = np.float32(0.012 * size) * (inside + 0.25 * variety * cloud)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), roughness.astype(np.float32), even(place, 0), relief)


def hexagons(place: Place, material: Material, base: Field) -> Look:
    """Return hexagonal tiles with grout."""
    size = min(number(material, "size_m", 0.1), 0.3 * place.scene_m)
    joint = min(0.004, 0.05 * size)
    edge, one = _hexagon(*place.flat(), size, place.seed)
    wide = max(joint, place.texel_m)
    gap = (1 - step(0.0, wide, edge)) * np.float32(min(1.0, joint / wide) * place.shown(0.5 * size))
    grout = colour(material.texture.parameters["grout"])
    albedo = mixed(base * (0.95 + 0.08 * one)[:, None], grout, gap)
    roughness = material.roughness + gap * (0.8 - material.roughness)
    return Look(np.clip(albedo, 0, 1), roughness.astype(np.float32), even(place, 0), np.float32(-0.012 * size) * gap)


def _hexagon(x: Field, y: Field, size: float, seed: int) -> tuple[Field, Field]:
    """Return the distance to the side of the hexagon at each place, metres, and one random number for it."""
    tall = np.float32(size * 3**0.5)
    best, which = None, None
    for turn in (0.0, 0.5):
        column = np.rint(x / np.float32(size) - np.float32(turn))
        row = np.rint(y / tall - np.float32(turn))
        dx = np.abs(x - (column + np.float32(turn)) * np.float32(size))
        dy = np.abs(y - (row + np.float32(turn)) * tall)
        edge = np.float32(size / 2) - np.maximum(dx, np.float32(0.5) * dx + np.float32(3**0.5 / 2) * dy)
        one = speckles((2 * column + 2 * turn).astype(np.int64), (2 * row + 2 * turn).astype(np.int64), seed)
        which = one if which is None else np.where(edge > best, one, which)
        best = edge if best is None else np.maximum(best, edge)
    assert best is not None
    assert which is not None
    return np.asarray(best, np.float32), which


def roof_tiles(place: Place, material: Material, base: Field) -> Look:
    """Return rows of plain tiles with round ends, each row over the one below, weathered from the eaves up."""
    width = min(number(material, "size_m", 0.2), 0.1 * place.scene_m)
    high = 0.75 * width
    across, up = place.slope()
    row = np.floor(up / np.float32(high))
    middle = np.abs((across / np.float32(width) + 0.5 * (row % 2)) % 1 - 0.5) * 2
    fall = up / np.float32(high) - row
    is_below = fall < 0.35 * middle**2  # beside the round end one sees the row below
    row, fall = np.where(is_below, row - 1, row), np.where(is_below, fall + 1, fall)
    column = np.floor(across / np.float32(width) + 0.5 * (row % 2))
    shown = np.float32(place.shown(0.5 * high))
    one = speckles(column.astype(np.int64), row.astype(np.int64), place.seed) - np.float32(0.5)
    beside = np.abs((across / np.float32(width) + 0.5 * (row % 2)) % 1 - 0.5) * 2
    dark = np.maximum(step(0.85, 1.0, fall - 0.35 * beside**2), 0.8 * step(0.94, 1.0, beside)) * shown
    stain = layered(place.points / np.float32(0.9), place.seed + 1, octaves=4)
    albedo = base * (1 + 0.4 * shown * one + 0.14 * stain)[:, None]
    albedo = mixed(albedo, colour(material.texture.parameters["dark"]), np.clip(0.8 * dark + 0.15 * stain, 0, 1))
    height = np.float32(0.1 * high) * shown * (1 - fall)
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height.astype(np.float32))


def cobbles(place: Place, material: Material, base: Field) -> Look:
    """Return round-headed stones set close in sand."""
    size = min(number(material, "size_m", 0.1), 0.15 * place.scene_m)
    wall, one = cells(place.points / np.float32(size), place.seed)
    head = step(0.05, 0.45, wall) * np.float32(place.shown(0.5 * size)) + np.float32(1 - place.shown(0.5 * size))
    rough = layered(place.points / np.float32(0.15 * size), place.seed + 1, octaves=3)
    stone = base * (0.8 + 0.4 * one + 0.12 * rough)[:, None]
    albedo = mixed(colour(material.texture.parameters["joint"]) * np.ones_like(stone), stone, head)
    height = np.float32(0.16 * size) * (head + 0.06 * rough)
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)


def gravel(place: Place, material: Material, base: Field) -> Look:
    """Return loose stones, light and dark, with shadow between them."""
    parameters = material.texture.parameters
    size = place.coarse(min(number(material, "size_m", 0.02), 0.1 * place.scene_m), texels=3.0, most=3.0)
    wall, one = cells(place.points / np.float32(size), place.seed)
    head = step(0.0, 0.28, wall)
    stone = mixed(base * np.ones((len(one), 1), np.float32), colour(parameters["light"]), step(0.55, 1.0, one))
    stone = mixed(stone, colour(parameters["dark"]), 0.8 * step(0.65, 1.0, 1 - one))
    albedo = stone * (0.35 + 0.65 * head)[:, None]
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), np.float32(0.3 * size) * head)
