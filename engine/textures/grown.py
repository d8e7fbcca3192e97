"""What grew, and what is woven or tanned from it."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, step, vector
from engine.textures.noise import cracks, layered, value


def wood(place: Place, material: Material, base: Field) -> Look:
    """Return sawn wood: year rings around a far heart, fibres and pores, all along the part's longest side."""
    parameters = material.texture.parameters
    longest, middle, shortest = place.along()
    centred = place.points - (place.low + place.extent / 2)
    ring = place.coarse(min(float(parameters.get("ring_m", 0.006)), 0.12 * float(place.extent[longest])), texels=6.0)
    grain = centred[:, [longest, middle, shortest]] / np.float32(ring)
    heart = np.random.default_rng(place.seed).uniform([-2, 5], [2, 11]).astype(np.float32)
    sway = layered(grain * vector(0.035, 0.07, 0.07), place.seed + 1, octaves=3)
    across = grain[:, 1:] - heart + np.stack([1.6 * sway, 1.1 * sway], axis=1)
    phase = np.hypot(across[:, 0], across[:, 1]) + 0.6 * value(grain * vector(0.02, 0.35, 0.35), place.seed + 2)
    turn = phase - np.floor(phase)
    late = step(0.35, 0.95, turn) * (1 - step(0.95, 1.0, turn))
    fibre = layered(grain * vector(0.12, 3.2, 3.2), place.seed + 3, octaves=2)
    pores = step(0.42, 0.75, value(grain * vector(0.22, 5.0, 5.0), place.seed + 4)) * (0.4 + 0.6 * late)
    tone = layered(grain * vector(0.01, 0.06, 0.06), place.seed + 5, octaves=2)
    share = np.clip(0.62 * late + 0.16 * fibre + 0.5 * pores + 0.12 * tone, 0, 1).astype(np.float32)
    albedo = mixed(base * (1 + 0.08 * tone)[:, None], colour(parameters["dark"]), share)
    roughness = material.roughness + 0.08 * fibre + 0.1 * pores - 0.04 * late
    height = np.float32(0.05 * ring) * (0.35 * fibre - pores - 0.4 * late)
    return Look(np.clip(albedo, 0, 1), np.clip(roughness, 0.2, 1).astype(np.float32), even(place, 0), height)


def weave(place: Place, material: Material, base: Field) -> Look:
    """Return plain weave: threads over and under each other, none quite like the next."""
    thread = place.coarse(
        min(float(material.texture.parameters.get("thread_m", 0.002)), 0.01 * place.scene_m), texels=4.5
    )
    across, up = place.flat()
    x, y = across / np.float32(thread), up / np.float32(thread)
    over = np.where((np.floor(x) + np.floor(y)) % 2 == 0, np.float32(1), np.float32(-1))
    warp = np.sin(np.float32(np.pi) * (x - np.floor(x)))
    weft = np.sin(np.float32(np.pi) * (y - np.floor(y)))
    high = np.where(over > 0, warp * (0.55 + 0.45 * weft), weft * (0.55 + 0.45 * warp)).astype(np.float32)
    running = np.stack([x * np.where(over > 0, 1.0, 0.05), y * np.where(over > 0, 0.05, 1.0), over], axis=1)
    slub = layered(running.astype(np.float32), place.seed, octaves=2)
    cloud = layered(place.points / np.float32(0.3), place.seed + 1, octaves=3)
    seen = np.float32(place.shown(thread))
    albedo = base * (1 + seen * (0.34 * (high - 0.6) + 0.16 * slub) + 0.05 * cloud)[:, None]
    height = np.float32(0.28 * thread) * seen * high
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), height)


def leather(place: Place, material: Material, base: Field) -> Look:
    """Return tanned hide: fine cells, soft creases, darker in corners."""
    cell = place.coarse(min(0.004, 0.02 * place.scene_m), texels=5.0)
    bent = place.points / np.float32(cell)
    bent = bent + 0.35 * value(bent, place.seed)[:, None]
    wall = step(0.0, 0.42, cracks(bent, place.seed + 1))
    cloud = layered(place.points / np.float32(40 * cell), place.seed + 2, octaves=4)
    worn = np.clip((1 - place.exposure) * 0.7 + 0.45 * (1 - wall) + 0.2 * cloud, 0, 1)
    albedo = mixed(base * (1 + 0.14 * cloud)[:, None], colour(material.texture.parameters["crease"]), 0.75 * worn)
    roughness = material.roughness + 0.12 * (1 - wall) + 0.06 * cloud
    height = np.float32(0.095 * cell) * wall * np.float32(place.shown(cell))
    return Look(np.clip(albedo, 0, 1), np.clip(roughness, 0.2, 1).astype(np.float32), even(place, 0), height)


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
