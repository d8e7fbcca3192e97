"""Metals: polished, brushed, and aged with tarnish and patina where nobody wipes."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, mixed, step
from engine.textures.noise import layered, value


def polished_metal(place: Place, material: Material, base: Field) -> Look:
    """Return bright metal with the faint haze that hands leave, darker in corners."""
    scratches = float(material.texture.parameters.get("scratches", 1.0))
    haze = layered(place.points / np.float32(0.09 * place.scene_m), place.seed, octaves=3)
    grime = 1 - step(0.15, 0.75, place.exposure)
    albedo = base * (1 - 0.35 * grime * scratches)[:, None]
    roughness = material.roughness + np.float32(0.05 * scratches) * haze + 0.22 * grime * scratches
    return Look(albedo, np.clip(roughness, 0.03, 1).astype(np.float32), np.ones(len(haze), np.float32))


def brushed_metal(place: Place, material: Material, base: Field) -> Look:
    """Return metal with fine lines along its longest side."""
    strength = float(material.texture.parameters.get("strength", 1.0))
    line = place.coarse(0.0006, texels=2.5, most=6.0)
    stretch = np.full(3, 1 / line, np.float32)
    stretch[place.along()[0]] /= 60
    lines = layered(place.points * stretch, place.seed, octaves=2)
    cloud = value(place.points / np.float32(0.15 * place.scene_m), place.seed + 5)
    albedo = base * (1 + np.float32(0.07 * strength) * lines + 0.03 * cloud)[:, None]
    roughness = np.clip(material.roughness + np.float32(0.09 * strength) * lines + 0.03 * cloud, 0.1, 1)
    height = np.float32(0.035 * strength * line) * lines
    return Look(
        np.minimum(albedo, 1).astype(np.float32), roughness.astype(np.float32), np.ones(len(lines), np.float32), height
    )


def aged_metal(place: Place, material: Material, base: Field) -> Look:
    """Return metal that is bright where it is touched, tarnished between, and crusted with patina in its corners."""
    parameters = material.texture.parameters
    amount = float(parameters.get("amount", 0.5))
    broad = layered(place.points / np.float32(0.12 * place.scene_m), place.seed, octaves=5, gain=0.6)
    fine = layered(place.points / np.float32(0.018 * place.scene_m), place.seed + 3, octaves=3, gain=0.6)
    hidden = 1 - place.exposure
    tarnish = step(0.05, 0.95, (0.55 * amount) + 0.9 * hidden + 0.38 * broad + 0.12 * fine - 0.12)
    crust = step(0.55, 0.95, 0.35 * amount + 1.0 * hidden + 0.28 * broad + 0.3 * fine - 0.05)
    crust *= np.float32(min(1.0, 1.6 * amount))
    albedo = mixed(mixed(base, colour(parameters["tarnish"]), 0.72 * tarnish), colour(parameters["patina"]), crust)
    albedo *= (1 + 0.05 * fine)[:, None]
    roughness = material.roughness - 0.08 + 0.2 * tarnish + 0.3 * crust + 0.04 * fine
    height = np.float32(0.0012 * place.scene_m) * (0.12 * crust * (1 + fine) + 0.05 * tarnish * fine)
    return Look(
        np.clip(albedo, 0, 1).astype(np.float32), np.clip(roughness, 0.08, 1).astype(np.float32),
        (1 - 0.75 * crust).astype(np.float32), height.astype(np.float32),
    )  # fmt: skip
