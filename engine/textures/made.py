"""Plastics, paints, composites, glass and water, and screens."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, even, step
from engine.textures.noise import cells, layered, value


def plain(place: Place, material: Material, base: Field) -> Look:
    """Return one colour with a breath of unevenness."""
    mottle = float(material.texture.parameters.get("mottle", 0.02))
    cloud = layered(place.points / np.float32(0.07 * place.scene_m), place.seed, octaves=4, gain=0.6)
    albedo = np.clip(base * (1 + np.float32(mottle) * cloud)[:, None], 0, 1).astype(np.float32)
    roughness = np.clip(material.roughness + 0.02 * cloud, 0.03, 1).astype(np.float32)
    return Look(albedo, roughness, even(place, material.metallic))


def lacquer(place: Place, material: Material, base: Field) -> Look:
    """Return paint or glaze: a smooth coat with dust in its corners."""
    cloud = layered(place.points / np.float32(0.2 * place.scene_m), place.seed, octaves=3)
    dust = 1 - step(0.1, 0.7, place.exposure)
    albedo = base * (1 - 0.18 * dust + 0.015 * cloud)[:, None]
    roughness = np.clip(material.roughness + 0.2 * dust + 0.02 * cloud, 0.04, 1).astype(np.float32)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), roughness, even(place, 0))


def flakes(place: Place, material: Material, base: Field) -> Look:
    """Return metallic paint: aluminium flakes under a clear coat, each lying another way."""
    grain = place.coarse(min(0.0012, 0.003 * place.scene_m), texels=2.0)
    _, one = cells(place.points / np.float32(grain), place.seed)
    glint = np.float32(0.4 + 0.6 * place.shown(grain)) * (one - np.float32(0.5))
    cloud = layered(place.points / np.float32(0.25 * place.scene_m), place.seed + 1, octaves=2)
    dust = 1 - step(0.1, 0.7, place.exposure)
    albedo = base * (1 + 0.3 * glint + 0.02 * cloud - 0.15 * dust)[:, None]
    roughness = np.clip(material.roughness - 0.08 * glint + 0.2 * dust, 0.05, 1).astype(np.float32)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), roughness, even(place, 0.5))


def frost(place: Place, material: Material, base: Field) -> Look:
    """Return a surface that was etched, blasted or moulded to a fine even grain."""
    grain = place.coarse(0.0009, texels=2.0, most=5.0)
    sand = value(place.points / np.float32(grain), place.seed)
    cloud = layered(place.points / np.float32(0.15 * place.scene_m), place.seed + 1, octaves=2)
    albedo = base * (1 + 0.03 * sand + 0.02 * cloud)[:, None]
    roughness = np.clip(material.roughness + 0.04 * sand + 0.04 * cloud, 0.05, 1).astype(np.float32)
    return Look(
        np.clip(albedo, 0, 1).astype(np.float32), roughness, even(place, material.metallic),
        np.float32(0.05 * grain) * sand,
    )  # fmt: skip


def ripples(place: Place, material: Material, base: Field) -> Look:
    """Return a surface of water under a light breeze."""
    size = min(0.12, 0.12 * place.scene_m)
    bent = place.points / np.float32(size)
    bent = bent + 0.5 * value(0.5 * bent, place.seed)[:, None]
    waves = layered(bent, place.seed + 1, octaves=3, gain=0.45)
    albedo = np.clip(base * (1 + 0.05 * waves)[:, None], 0, 1).astype(np.float32)
    return Look(albedo, even(place, material.roughness), even(place, 0), np.float32(0.035 * size) * waves)


def twill(place: Place, material: Material, base: Field) -> Look:
    """Return carbon fibre under clear resin: tows two over, two under."""
    tow = place.coarse(min(float(material.texture.parameters.get("tow_m", 0.004)), 0.02 * place.scene_m), texels=4.0)
    across, up = place.flat()
    x, y = np.floor(across / np.float32(tow)), np.floor(up / np.float32(tow))
    over = (x + y) % 4 < 2
    inside = np.where(over, across / np.float32(tow) - x, up / np.float32(tow) - y)
    sheen = np.sin(np.float32(np.pi) * inside).astype(np.float32)
    albedo = base * (np.where(over, 1.5, 0.75) * (0.55 + 0.6 * sheen))[:, None]
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0))


def screen(place: Place, material: Material, base: Field) -> Look:
    """Return a lit display: a deep gradient with a bright band of content."""
    first, second, _ = place.along()
    at = (place.points - place.low) / np.maximum(place.extent, 1e-6)
    across, up = at[:, first], at[:, second]
    glow = 0.28 + 0.5 * up + 0.25 * np.sin(np.float32(2.4) * across + np.float32(3.1) * up)
    rows = (
        step(0.55, 0.6, np.abs(np.sin(np.float32(21) * up))) * step(0.1, 0.12, across) * (1 - step(0.45, 0.47, across))
    )
    albedo = base * (glow + 0.35 * rows + 0.02 * value(place.points / np.float32(0.01), place.seed))[:, None]
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0))
