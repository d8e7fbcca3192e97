"""Stone, cast and coated walls, clay and earth."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, number, share, step, vector
from engine.textures.noise import cells, cracks, layered, speckles, value


def marble(place: Place, material: Material, base: Field) -> Look:
    """Return polished stone with veins that branch and fade."""
    scale = min(number(material, "scale_m", 0.2), 0.6 * place.scene_m)
    thin = number(material, "thin", 0.0)
    at = place.points / np.float32(scale)
    bent = at + 0.45 * np.stack([layered(at, place.seed + k, octaves=3) for k in (1, 2, 3)], axis=1)
    veins = 1 - step(0.0, 0.17 - 0.09 * thin, np.abs(layered(0.8 * bent, place.seed + 7, octaves=3)))
    threads = 1 - step(0.0, 0.09, np.abs(layered(2.1 * bent, place.seed + 9, octaves=2)))
    fade = step(-0.8, 0.35, layered(0.9 * at, place.seed + 11, octaves=2))
    cloud = layered(1.3 * bent, place.seed + 13, octaves=4)
    veined = np.clip((0.75 + 0.2 * thin) * veins * fade + 0.4 * threads * fade, 0, 1).astype(np.float32)
    albedo = mixed(base * (1 + 0.08 * cloud)[:, None], colour(material.texture.parameters["vein"]), veined)
    roughness = material.roughness + 0.08 * veined + 0.02 * cloud
    return Look(np.clip(albedo, 0, 1), np.clip(roughness, 0.05, 1).astype(np.float32), even(place, 0))


def granite(place: Place, material: Material, base: Field) -> Look:
    """Return crystals of three kinds grown into each other; with `split` the face is rough."""
    parameters = material.texture.parameters
    grain = place.coarse(min(number(material, "grain_m", 0.005), 0.04 * place.scene_m), texels=2.5)
    seen = np.float32(0.4 + 0.6 * place.shown(grain))
    at = place.points / np.float32(grain)
    bent = at + 0.5 * value(0.6 * at, place.seed)[:, None]
    pale = step(0.0, 0.45, layered(0.8 * bent, place.seed + 1, octaves=2)) * seen
    warm = step(0.15, 0.6, layered(0.6 * bent, place.seed + 2, octaves=2)) * seen
    mica = step(0.25, 0.6, layered(1.1 * bent, place.seed + 3, octaves=2)) * seen
    cloud = layered(place.points / np.float32(0.3), place.seed + 4, octaves=2)
    albedo = mixed(base * (1 + 0.05 * cloud)[:, None], colour(parameters["blush"]), 0.8 * warm)
    albedo = mixed(mixed(albedo, colour(parameters["light"]), 0.85 * pale), colour(parameters["dark"]), 0.9 * mica)
    roughness = np.clip(material.roughness + 0.06 * mica, 0.05, 1).astype(np.float32)
    split = number(material, "split", 0.0)
    height = np.float32(0.9 * split * grain) * layered(place.points / np.float32(8 * grain), place.seed + 5, octaves=4)
    return Look(np.clip(albedo, 0, 1), roughness, even(place, 0), height if split else None)


def strata(place: Place, material: Material, base: Field) -> Look:
    """Return stone laid down in beds: bands, sand grain, and in travertine drawn-out holes."""
    strength = np.float32(number(material, "strength", 1.0))
    size = min(0.25, 0.5 * place.scene_m)
    at = place.points / np.float32(size)
    lie = layered(0.8 * at, place.seed, octaves=3)
    bands = layered(np.stack([0.15 * at[:, 0], 3.2 * at[:, 1] + 0.7 * lie, 0.15 * at[:, 2]], axis=1), place.seed + 1)
    grain = place.coarse(0.0015, texels=2.5, most=5.0)
    sand = value(place.points / np.float32(grain), place.seed + 2)
    bed = strength * step(-0.5, 0.9, bands)
    albedo = mixed(base * (1 + 0.05 * lie + 0.06 * sand)[:, None], colour(material.texture.parameters["band"]), bed)
    holes = number(material, "holes", 0.0) * _holes(place, bands)
    albedo = albedo * (1 - 0.5 * holes)[:, None]
    height = np.float32(grain) * (0.1 + 0.25 * number(material, "grain", 0.0)) * sand - np.float32(0.003) * holes
    roughness = np.clip(material.roughness + 0.4 * holes + 0.04 * sand, 0.1, 1)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), roughness.astype(np.float32), even(place, 0), height)


def _holes(place: Place, bands: Field) -> Field:
    size = place.coarse(0.012, texels=4.0)
    drawn = layered(place.points / vector(3 * size, 0.8 * size, 3 * size), place.seed + 3, octaves=2)
    return np.asarray(step(0.42, 0.62, drawn + 0.25 * bands), np.float32)


def terrazzo(place: Place, material: Material, base: Field) -> Look:
    """Return chips of four stones, large and small, ground flat in a pale binder."""
    parameters = material.texture.parameters
    size = place.coarse(min(0.022, 0.08 * place.scene_m), texels=5.0)
    albedo = base * np.ones((len(place.points), 1), np.float32)
    albedo *= (1 + 0.03 * layered(place.points / np.float32(0.3), place.seed, octaves=3))[:, None]
    palette = np.stack([colour(parameters[name]) for name in ("first", "second", "third", "fourth")])
    for layer, part in enumerate((0.45, 1.0)):
        wall, one = cells(place.points / np.float32(part * size), place.seed + 5 * layer)
        chip = step(0.24, 0.34, wall - 0.25 * ((7.3 * one) % 1)) * np.float32(place.shown(0.4 * part * size))
        albedo = mixed(albedo, palette[(one * 4).astype(np.int8) % 4], chip * (0.85 if layer else 0.6))
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0))


def concrete(place: Place, material: Material, base: Field) -> Look:
    """Return cast concrete: clouds, sand and a few pores; with `board_m` it shows the boards that it was cast in."""
    grain = place.coarse(0.004)
    cloud = layered(place.points / np.float32(0.35), place.seed, octaves=4)
    sand = value(place.points / np.float32(grain), place.seed + 1)
    pores = step(0.62, 0.8, value(place.points / np.float32(3.5 * grain), place.seed + 2))
    pores = pores * np.float32(number(material, "pores", 1.0))
    tone, relief = 0.12 * cloud + 0.07 * sand - 0.3 * pores, np.float32(grain) * (0.05 * sand - 0.35 * pores)
    board = number(material, "board_m", 0.0)
    if board:
        boards, height = _boards(place, min(board, 0.2 * place.scene_m))
        tone, relief = tone + boards, relief + height
    albedo = base * (1 + tone)[:, None]
    roughness = np.clip(material.roughness + 0.05 * cloud + 0.2 * pores, 0.1, 1)
    return Look(np.clip(albedo, 0, 1).astype(np.float32), roughness.astype(np.float32), even(place, 0), relief)


def _boards(place: Place, width: float) -> tuple[Field, Field]:
    """Return shade and relief of formwork boards: grain, ridges where they met, no two as deep."""
    across, up = place.flat()
    row = np.floor(up / np.float32(width))
    one = speckles(row.astype(np.int64), np.zeros(len(row), np.int64), place.seed) - np.float32(0.5)
    ridge = 1 - share(up - np.float32(0.02 * width), width, 0.96 * width, max(0.02 * width, place.texel_m))
    fine = place.coarse(0.004, texels=3.0)
    grain = layered(
        np.stack([across / np.float32(20 * fine), up / np.float32(fine), row * np.float32(3.7)], axis=1).astype(
            np.float32
        ),
        place.seed + 4, octaves=2,
    )  # fmt: skip
    shade = 0.14 * one - 0.16 * ridge + 0.05 * grain
    return shade.astype(np.float32), np.float32(0.02 * width) * (0.8 * one + 0.7 * ridge) + np.float32(
        0.1 * fine
    ) * grain


def plaster(place: Place, material: Material, base: Field) -> Look:
    """Return a coat put on by hand: trowel marks or grit as coarse as `grain_m`, as deep as `relief`."""
    grain = place.coarse(min(number(material, "grain_m", 0.02), 0.2 * place.scene_m), texels=3.0)
    marks = layered(place.points / np.float32(grain), place.seed, octaves=3, gain=0.6)
    cloud = layered(place.points / np.float32(0.8), place.seed + 1, octaves=3)
    relief = np.float32(number(material, "relief", 0.5))
    dust = 1 - step(0.1, 0.8, place.exposure)
    albedo = base * (1 + 0.05 * relief * marks + 0.03 * cloud - 0.12 * dust)[:, None]
    height = np.float32(0.16 * grain) * relief * marks
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), height)


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
    """Return crumbs of darker and lighter earth or stone, as strong as `crumbs`."""
    parameters = material.texture.parameters
    much = np.float32(number(material, "crumbs", 1.0))
    grain = place.coarse(min(number(material, "grain_m", 0.006), 0.05 * place.scene_m), texels=4.0)
    crumbs = cracks(place.points / np.float32(grain), place.seed)
    tone = value(place.points / np.float32(1.4 * grain), place.seed + 1)
    cloud = layered(place.points / np.float32(30 * grain), place.seed + 2, octaves=3)
    light = much * np.float32(0.8) * step(0.2, 0.7, tone)
    dark = much * np.maximum(step(0.1, 0.7, -tone), 0.7 * (1 - step(0, 0.3, crumbs)))
    albedo = mixed(base * (1 + 0.15 * much * cloud)[:, None], colour(parameters["light"]), light)
    albedo = mixed(albedo, colour(parameters["dark"]), dark)
    height = np.float32(0.3 * grain) * much * np.minimum(crumbs, np.float32(0.5))
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)
