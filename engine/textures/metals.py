"""Metals: polished, brushed, hammered, cast, galvanised; aged with tarnish and patina where nobody wipes, or rusty."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, mixed, number, step
from engine.textures.noise import cells, cracks, layered, value

_BRUSHED = np.float32(1 / 60)  # how much longer than wide a line of the brush is
_ALIKE = 0.95


def polished_metal(place: Place, material: Material, base: Field) -> Look:
    """Return bright metal with the faint haze that hands leave, darker in corners."""
    scratches = number(material, "scratches", 1.0)
    haze = layered(place.points / np.float32(0.09 * place.scene_m), place.seed, octaves=3)
    grime = 1 - step(0.15, 0.75, place.exposure)
    albedo = base * (1 - 0.35 * grime * scratches)[:, None]
    roughness = material.roughness + np.float32(0.05 * scratches) * haze + 0.22 * grime * scratches
    return Look(albedo, np.clip(roughness, 0.03, 1).astype(np.float32), np.ones(len(haze), np.float32))


def brushed_metal(place: Place, material: Material, base: Field) -> Look:
    """Return metal with fine lines, along the longer way of each of its sides."""
    strength = number(material, "strength", 1.0)
    line = place.coarse(0.0006, texels=2.5, most=6.0)
    lines = layered(place.points * (_stretched(place) / np.float32(line)), place.seed, octaves=2)
    cloud = value(place.points / np.float32(0.15 * place.scene_m), place.seed + 5)
    albedo = base * (1 + np.float32(0.07 * strength) * lines + 0.03 * cloud)[:, None]
    roughness = np.clip(material.roughness + np.float32(0.09 * strength) * lines + 0.03 * cloud, 0.1, 1)
    height = np.float32(0.035 * strength * line) * lines
    return Look(
        np.minimum(albedo, 1).astype(np.float32), roughness.astype(np.float32), np.ones(len(lines), np.float32), height
    )


def _stretched(place: Place) -> Field:
    """Return (n, 3) factors on the axes: small along the brush, which is drawn along sheets and around what is round.

    Of a side that faces along an axis it is the longer one of the other two. Where the two longest axes are alike the
    rim between them may be round, and the lines run around it.
    """
    first, second, _ = place.along()
    facing = np.argmax(np.abs(place.normals), axis=1)
    is_round = place.extent[second] > _ALIKE * place.extent[first]
    stretch = np.ones((len(place.points), 3), np.float32)
    stretch[:, first] = _BRUSHED
    is_end = (facing == first) | ((facing == second) & is_round)
    stretch[is_end, second] = _BRUSHED
    return stretch


def hammered_metal(place: Place, material: Material, base: Field) -> Look:
    """Return metal beaten with a round hammer: shallow dents side by side, dark between them."""
    dent = place.coarse(min(0.011, 0.05 * place.scene_m), texels=6.0)
    bent = place.points / np.float32(dent)
    bent = bent + 0.2 * value(0.7 * bent, place.seed)[:, None]
    wall = np.minimum(cracks(bent, place.seed + 1), np.float32(0.7)) / np.float32(0.7)
    hollow = wall * (2 - wall)
    grime = np.clip((1 - place.exposure) * 0.8 + 0.45 * (1 - step(0.0, 0.3, wall)), 0, 1)
    albedo = base * (1 - 0.4 * grime)[:, None]
    roughness = material.roughness + 0.2 * grime
    height = np.float32(-0.1 * dent) * hollow
    return Look(albedo, np.clip(roughness, 0.05, 1).astype(np.float32), np.ones(len(wall), np.float32), height)


def cast_metal(place: Place, material: Material, base: Field) -> Look:
    """Return metal as it came from the sand mould: dull, pitted, worn bright on its edges."""
    grain = place.coarse(min(0.0016, 0.006 * place.scene_m), texels=3.0)
    sand = layered(place.points / np.float32(grain), place.seed, octaves=2)
    cloud = layered(place.points / np.float32(0.15 * place.scene_m), place.seed + 1, octaves=4)
    dust = 1 - step(0.2, 0.8, place.exposure)
    rust = step(0.35, 0.9, cloud + 0.5 * dust) * np.float32(0.5)
    albedo = mixed(base * (1 + 0.1 * cloud + 0.08 * sand)[:, None], colour("#4a3126"), rust)
    roughness = np.clip(material.roughness + 0.1 * sand + 0.15 * rust, 0.2, 1)
    return Look(
        np.clip(albedo, 0, 1), roughness.astype(np.float32), (1 - 0.8 * rust).astype(np.float32),
        np.float32(0.12 * grain) * sand,
    )  # fmt: skip


def galvanised(place: Place, material: Material, base: Field) -> Look:
    """Return zinc on steel: flakes of crystals, each as bright as it lies to the light."""
    flake = place.coarse(min(0.018, 0.08 * place.scene_m), texels=5.0)
    bent = place.points / np.float32(flake)
    bent = bent + 0.25 * value(1.7 * bent, place.seed)[:, None]
    wall, tone = cells(bent, place.seed + 1)
    soft = step(0.0, 0.3, wall)
    shine = np.float32(place.shown(flake)) * soft * (tone - np.float32(0.5))
    albedo = base * (1 + 0.26 * shine)[:, None]
    roughness = np.clip(material.roughness - 0.22 * shine + 0.15 * (1 - place.exposure), 0.15, 1)
    return Look(np.clip(albedo, 0, 1), roughness.astype(np.float32), np.ones(len(wall), np.float32))


def aged_metal(place: Place, material: Material, base: Field) -> Look:
    """Return metal that is bright where it is touched, tarnished between, and crusted with patina in its corners."""
    parameters = material.texture.parameters
    amount = number(material, "amount", 0.5)
    broad = layered(place.points / np.float32(0.12 * place.scene_m), place.seed, octaves=5, gain=0.6)
    fine = layered(place.points / np.float32(0.018 * place.scene_m), place.seed + 3, octaves=3, gain=0.6)
    hidden = 1 - place.exposure
    tarnish = step(0.05, 0.95, (0.55 * amount) + 0.9 * hidden + 0.38 * broad + 0.12 * fine - 0.12)
    crust = step(0.55, 0.95, 0.35 * amount + 1.0 * hidden + 0.28 * broad + 0.3 * fine - 0.05)
    if amount > 0.8:  # out in the rain for decades: the crust is everywhere, thin where water runs
        crust = np.maximum(crust, step(-0.55, 0.45, broad + 0.25 * fine))
    crust *= np.float32(min(1.0, 1.6 * amount))
    albedo = mixed(mixed(base, colour(parameters["tarnish"]), 0.72 * tarnish), colour(parameters["patina"]), crust)
    albedo *= (1 + 0.05 * fine)[:, None]
    roughness = material.roughness - 0.08 + 0.2 * tarnish + 0.3 * crust + 0.04 * fine
    height = np.float32(0.0012 * place.scene_m) * (0.12 * crust * (1 + fine) + 0.05 * tarnish * fine)
    return Look(
        np.clip(albedo, 0, 1).astype(np.float32), np.clip(roughness, 0.08, 1).astype(np.float32),
        (1 - 0.75 * crust).astype(np.float32), height.astype(np.float32),
    )  # fmt: skip


def rust(place: Place, material: Material, base: Field) -> Look:
    """Return iron that rusts: flakes from black to orange, streaks downwards, bare metal where `bare` is given."""
    parameters = material.texture.parameters
    size = min(0.12, 0.2 * place.scene_m)
    broad = layered(place.points / np.float32(size), place.seed, octaves=5, gain=0.6)
    runs = layered(place.points / np.array([0.2 * size, 2 * size, 0.2 * size], np.float32), place.seed + 1, octaves=2)
    fine = layered(place.points / np.float32(0.06 * size), place.seed + 2, octaves=3, gain=0.6)
    albedo = mixed(base * (1 + 0.12 * fine)[:, None], colour(parameters["dark"]), step(0.0, 0.9, -broad - 0.4 * fine))
    albedo = mixed(albedo, colour(parameters["light"]), 0.8 * step(0.1, 0.9, broad + 0.35 * fine + 0.25 * runs))
    metallic = np.zeros(len(broad), np.float32)
    if "bare" in parameters:
        metallic = step(0.35, 0.6, 0.9 * broad - 0.4 * fine + 0.3 * place.exposure - 0.2)
        albedo = mixed(albedo, colour(parameters["bare"]), metallic)
    roughness = np.clip(material.roughness + 0.06 * fine - 0.35 * metallic, 0.3, 1)
    height = np.float32(0.012 * size) * (0.3 * fine + 0.2 * broad) * (1 - metallic)
    return Look(np.clip(albedo, 0, 1), roughness.astype(np.float32), metallic, height)
