"""Stone, brick, tiles, clay and earth."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, step, vector
from engine.textures.noise import cracks, layered, speckles, value


def marble(place: Place, material: Material, base: Field) -> Look:
    """Return polished stone with veins that branch and fade."""
    parameters = material.texture.parameters
    scale = min(float(parameters.get("scale_m", 0.2)), 0.6 * place.scene_m)
    thin = float(parameters.get("thin", 0.0))
    at = place.points / np.float32(scale)
    bent = at + 0.45 * np.stack([layered(at, place.seed + k, octaves=3) for k in (1, 2, 3)], axis=1)
    veins = 1 - step(0.0, 0.17 - 0.09 * thin, np.abs(layered(0.8 * bent, place.seed + 7, octaves=3)))
    threads = 1 - step(0.0, 0.06, np.abs(layered(2.1 * bent, place.seed + 9, octaves=2)))
    fade = step(-0.35, 0.5, layered(0.7 * at, place.seed + 11, octaves=2))
    cloud = layered(1.3 * bent, place.seed + 13, octaves=4)
    share = np.clip((0.75 + 0.2 * thin) * veins * fade + 0.3 * threads * fade, 0, 1)
    albedo = mixed(base * (1 + 0.06 * cloud)[:, None], colour(parameters["vein"]), share.astype(np.float32))
    roughness = material.roughness + 0.08 * share + 0.02 * cloud
    return Look(np.clip(albedo, 0, 1), np.clip(roughness, 0.05, 1).astype(np.float32), even(place, 0))


def concrete(place: Place, material: Material, base: Field) -> Look:
    """Return cast concrete: clouds, sand and a few pores."""
    grain = place.coarse(0.004)
    cloud = layered(place.points / np.float32(0.35), place.seed, octaves=4)
    sand = value(place.points / np.float32(grain), place.seed + 1)
    pores = step(0.62, 0.8, value(place.points / np.float32(3.5 * grain), place.seed + 2))
    albedo = base * (1 + 0.12 * cloud + 0.07 * sand - 0.3 * pores)[:, None]
    height = np.float32(grain) * (0.05 * sand - 0.35 * pores)
    roughness = material.roughness + 0.05 * cloud
    return Look(np.clip(albedo, 0, 1), roughness.astype(np.float32), even(place, 0), height)


def _bonded(place: Place, width: float, height: float, joint: float, shift: float) -> tuple[Field, Field]:
    """Return how far each place lies inside a brick (0 in the joint), and one random number for its brick."""
    across, up = place.flat()
    row = np.floor(up / np.float32(height))
    along = across / np.float32(width) + np.float32(shift) * (row % 2)
    column = np.floor(along)
    edge_x = (0.5 - np.abs(along - column - 0.5)) * width
    edge_y = (0.5 - np.abs(up / np.float32(height) - row - 0.5)) * height
    edge = np.minimum(edge_x, edge_y).astype(np.float32)
    soft = max(0.35 * joint, 0.5 * place.texel_m)
    number = speckles(column.astype(np.int64), row.astype(np.int64), place.seed)
    return step(0.5 * joint - soft, 0.5 * joint + soft, edge), number


def brick(place: Place, material: Material, base: Field) -> Look:
    """Return a stretcher bond: bricks of 215 by 65 mm, joints of 10 mm, no two of quite the same red."""
    height = place.coarse(0.075, texels=8.0)
    inside, number = _bonded(place, 3 * height, height, 0.14 * height, 0.5)
    rough = layered(place.points / np.float32(0.25 * height), place.seed + 1, octaves=3)
    stain = layered(place.points / np.float32(0.8), place.seed + 2, octaves=3)
    clay = base * (0.72 + 0.5 * number + 0.14 * rough + 0.08 * stain)[:, None]
    joint = colour(material.texture.parameters["mortar"]) * (1 + 0.1 * rough)[:, None]
    albedo = joint + inside[:, None] * (clay - joint)
    relief = np.float32(0.05 * height) * (inside + 0.16 * rough)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), relief)


def tiles(place: Place, material: Material, base: Field) -> Look:
    """Return glazed square tiles with grout."""
    size = min(float(material.texture.parameters.get("size_m", 0.15)), 0.5 * place.scene_m)
    size = place.coarse(size, texels=14.0)
    inside, number = _bonded(place, size, size, 0.025 * size, 0.0)
    glaze = base * (0.95 + 0.06 * number)[:, None]
    grout = colour(material.texture.parameters["grout"])
    albedo = grout + inside[:, None] * (glaze - grout)
    roughness = 0.8 + inside * (material.roughness - 0.8)
    return Look(
        albedo.astype(np.float32), roughness.astype(np.float32), even(place, 0), np.float32(0.012 * size) * inside
    )


def slate(place: Place, material: Material, base: Field) -> Look:
    """Return split stone: thin layers, uneven and grey to blue."""
    size = min(0.12, 0.3 * place.scene_m)
    ridges = layered(place.points / vector(size, 0.35 * size, size), place.seed, octaves=5)
    tone = layered(place.points / np.float32(2.5 * size), place.seed + 1, octaves=3)
    tint = np.stack([-tone, 0 * tone, tone], axis=1) * 0.08
    albedo = base * (1 + 0.18 * ridges[:, None] + 0.12 * tone[:, None] + tint)
    return Look(
        np.clip(albedo, 0, 1).astype(np.float32), np.clip(material.roughness + 0.1 * ridges, 0, 1).astype(np.float32),
        even(place, 0), np.float32(0.045 * size) * ridges,
    )  # fmt: skip


def clay(place: Place, material: Material, base: Field) -> Look:
    """Return unglazed fired clay with bloom and turning marks."""
    size = max(0.4 * place.scene_m, 1e-4)
    bloom = layered(place.points / np.float32(0.35 * size), place.seed, octaves=4)
    rings = value(place.points * vector(1, 40, 1) / np.float32(size), place.seed + 1)
    dust = step(0.1, 0.9, bloom) * 0.35
    albedo = mixed(base * (1 + 0.1 * bloom + 0.05 * rings)[:, None], vector(0.72, 0.6, 0.5), dust)
    return Look(
        np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), np.float32(0.0012 * size) * rings
    )


def speckle(place: Place, material: Material, base: Field) -> Look:
    """Return crumbs of darker and lighter earth or stone."""
    parameters = material.texture.parameters
    grain = place.coarse(min(float(parameters.get("grain_m", 0.006)), 0.05 * place.scene_m), texels=4.0)
    crumbs = cracks(place.points / np.float32(grain), place.seed)
    tone = value(place.points / np.float32(1.4 * grain), place.seed + 1)
    cloud = layered(place.points / np.float32(30 * grain), place.seed + 2, octaves=3)
    albedo = mixed(base * (1 + 0.15 * cloud)[:, None], colour(parameters["light"]), 0.8 * step(0.2, 0.7, tone))
    albedo = mixed(
        albedo, colour(parameters["dark"]), np.maximum(step(0.1, 0.7, -tone), 0.7 * (1 - step(0, 0.3, crumbs)))
    )
    height = np.float32(0.3 * grain) * np.minimum(crumbs, np.float32(0.5))
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)
