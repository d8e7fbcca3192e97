"""What grows as it is: leaves, lawn, bark, straw, fruit."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, number, step, vector
from engine.textures.noise import cracks, layered, value


def leaf(place: Place, material: Material, base: Field) -> Look:
    """Return foliage: every leaf of another green, darker inside the crown."""
    size = 0.06 * place.scene_m
    tone = layered(place.points / np.float32(size), place.seed, octaves=4, gain=0.65)
    shade = np.clip(0.5 * (1 - place.exposure) + 0.5 * step(-0.6, 0.7, tone), 0, 1)
    albedo = mixed(base * vector(1.35, 1.25, 0.9), colour(material.texture.parameters["dark"]), shade)
    height = np.float32(0.09 * size) * layered(place.points / np.float32(0.3 * size), place.seed + 1, octaves=2)
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)


def grass(place: Place, material: Material, base: Field) -> Look:
    """Return lawn: short blades, patches and drier spots."""
    blade = place.coarse(0.008, texels=2.5, most=8.0)
    blades = layered(place.points / vector(blade, 4 * blade, blade), place.seed, octaves=3, gain=0.7)
    patch = layered(place.points / np.float32(0.8), place.seed + 1, octaves=3)
    albedo = mixed(
        base * (1 + 0.3 * blades)[:, None], colour(material.texture.parameters["dark"]), step(-0.6, 1.2, -blades)
    )
    albedo = albedo * (1 + np.stack([0.18 * patch, 0.08 * patch, 0 * patch], axis=1))
    return Look(
        np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0),
        np.float32(0.4 * blade) * blades,
    )  # fmt: skip


def bark(place: Place, material: Material, base: Field) -> Look:
    """Return bark: plates drawn out along the trunk, deep furrows between them."""
    plate = place.coarse(min(0.03, 0.03 * place.scene_m), texels=4.0)
    at = place.points / vector(plate, 3.5 * plate, plate)
    at = at + 0.4 * np.stack([value(at, place.seed + k) for k in (1, 2, 3)], axis=1)
    wall = step(0.0, 0.4, cracks(at, place.seed))
    rough = layered(place.points / vector(0.3 * plate, plate, 0.3 * plate), place.seed + 4, octaves=3)
    albedo = base * (1 + 0.2 * rough)[:, None]
    albedo = mixed(albedo, colour(material.texture.parameters["dark"]), np.clip(1 - wall - 0.2 * rough, 0, 1))
    height = np.float32(0.22 * plate) * (wall + 0.25 * rough)
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)


def straw(place: Place, material: Material, base: Field) -> Look:
    """Return stalks side by side, running down as on a roof, light and dark."""
    stalk = place.coarse(min(number(material, "fibre_m", 0.006), 0.02 * place.scene_m), texels=2.5, most=5.0)
    across, down = place.slope()
    at = np.stack([across / stalk, down / (22 * stalk), 0 * across], axis=1).astype(np.float32)
    bent = at + np.stack([1.2 * value(at * vector(0.15, 1, 1), place.seed), 0 * across, 0 * across], axis=1)
    stalks = layered(bent.astype(np.float32), place.seed + 1, octaves=2, gain=0.7)
    cloud = layered(place.points / np.float32(0.5), place.seed + 2, octaves=3)
    dark = np.clip(step(-0.1, 0.9, -stalks) + 0.15 * cloud + 0.3 * (1 - place.exposure), 0, 1)
    albedo = mixed(base * (1 + 0.2 * stalks + 0.1 * cloud)[:, None], colour(material.texture.parameters["dark"]), dark)
    height = np.float32(0.3 * stalk) * stalks
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)


def peel(place: Place, material: Material, base: Field) -> Look:
    """Return the skin of a fruit: paler towards one side, freckled, with `dimples` like an orange."""
    size = max(float(place.extent.max()), 1e-4)
    up = (place.points[:, 1] - place.low[1]) / np.float32(max(float(place.extent[1]), 1e-6))
    streak = layered(place.points / vector(0.12 * size, 0.6 * size, 0.12 * size), place.seed, octaves=3)
    blush = step(0.55, 1.15, up + 0.35 * streak) * np.float32(0.65)
    freckle = step(0.55, 0.8, value(place.points / np.float32(0.03 * size), place.seed + 1)) * np.float32(0.25)
    albedo = mixed(base * (1 + 0.08 * streak)[:, None], colour(material.texture.parameters["shade"]), blush)
    albedo = albedo * (1 - 0.3 * freckle)[:, None]
    much = number(material, "dimples", 0.0)
    dents = cracks(place.points / np.float32(0.035 * size), place.seed + 2)
    height = np.float32(0.006 * size * much) * dents if much else None
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), height)
