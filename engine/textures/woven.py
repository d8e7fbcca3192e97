"""What is spun, woven, plaited, felted or tanned."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, number, share, step, vector
from engine.textures.noise import cracks, layered, value


def _threads(place: Place, material: Material, texels: float = 4.5) -> tuple[Field, Field, float]:
    """Return places in threads across and up, and how thick a thread is, metres."""
    thread = min(number(material, "thread_m", 0.002), 0.01 * place.scene_m)
    thread = place.coarse(thread, texels=texels)
    across, up = place.flat()
    return across / np.float32(thread), up / np.float32(thread), thread


def _round(at: Field) -> Field:
    """Return the height over a round thread of width 1."""
    return np.asarray(np.sin(np.float32(np.pi) * (at - np.floor(at))), np.float32)


def weave(place: Place, material: Material, base: Field) -> Look:
    """Return plain weave: threads over and under each other, none quite like the next."""
    x, y, thread = _threads(place, material)
    over = np.where((np.floor(x) + np.floor(y)) % 2 == 0, np.float32(1), np.float32(-1))
    warp, weft = _round(x), _round(y)
    high = np.where(over > 0, warp * (0.55 + 0.45 * weft), weft * (0.55 + 0.45 * warp)).astype(np.float32)
    running = np.stack([x * np.where(over > 0, 1.0, 0.05), y * np.where(over > 0, 0.05, 1.0), over], axis=1)
    slub = np.float32(number(material, "slubs", 1.0)) * layered(running.astype(np.float32), place.seed, octaves=2)
    cloud = layered(place.points / np.float32(0.3), place.seed + 1, octaves=3)
    seen = np.float32(place.shown(thread))
    albedo = base * (1 + seen * (0.34 * (high - 0.6) + 0.16 * slub) + 0.05 * cloud)[:, None]
    height = np.float32(0.28 * thread) * seen * high
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), height)


def denim(place: Place, material: Material, base: Field) -> Look:
    """Return twill of dyed warp over pale weft: slanting lines, worn pale on its edges."""
    x, y, thread = _threads(place, material, texels=1.6)
    slant = _round((x + y) / 3)
    slub = layered(np.stack([x, 0.04 * y, np.zeros_like(x)], axis=1), place.seed, octaves=2)
    cloud = layered(place.points / np.float32(0.12), place.seed + 1, octaves=4)
    seen = np.float32(place.shown(2 * thread))
    pale = np.clip(0.16 + seen * (0.55 * (1 - slant) - 0.2) + 0.16 * slub + 0.12 * cloud, 0, 1).astype(np.float32)
    albedo = mixed(base * np.ones((len(x), 1), np.float32), colour(material.texture.parameters["weft"]), pale)
    return Look(
        np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), np.float32(0.3 * thread) * seen * slant
    )


def plaid(place: Place, material: Material, base: Field) -> Look:
    """Return a tartan: the same stripes up and across, mixed where they cross."""
    parameters = material.texture.parameters
    size = min(number(material, "size_m", 0.14), 0.25 * place.scene_m)
    stripes = []
    for at in place.flat():
        broad = share(at, size, 0.34 * size, place.texel_m)
        line = share(at - np.float32(0.62 * size), size, 0.04 * size, place.texel_m)
        cloth = mixed(base * np.ones((len(at), 1), np.float32), colour(parameters["second"]), broad)
        stripes.append(mixed(cloth, colour(parameters["third"]), line))
    x, y, thread = _threads(place, material, texels=1.6)
    slant = _round((x + y) / 3)
    seen = np.float32(place.shown(2 * thread))
    up_share = np.float32(0.5) + seen * (0.5 * step(0.3, 0.7, slant) - np.float32(0.25))
    albedo = mixed(stripes[0], stripes[1], up_share) * (1 + 0.12 * seen * (slant - 0.6))[:, None]
    return Look(
        np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0),
        np.float32(0.25 * thread) * seen * slant,
    )  # fmt: skip


def nap(place: Place, material: Material, base: Field) -> Look:
    """Return pile or felt as deep as `pile_m`: curled hairs, or with `sheen` brushed one way and another."""
    pile = place.coarse(min(number(material, "pile_m", 0.004), 0.02 * place.scene_m), texels=2.5)
    curl, sheen = np.float32(number(material, "curl", 0.3)), np.float32(number(material, "sheen", 0.0))
    at = place.points / np.float32(pile)
    hairs = layered(at + 0.6 * value(0.6 * at, place.seed)[:, None], place.seed + 1, octaves=2, gain=0.7)
    strokes = layered(place.points / vector(0.09, 0.2, 0.09), place.seed + 2, octaves=3)
    sky = sheen * np.float32(0.2) * step(-0.6, 0.6, strokes)
    deep = np.float32(0.6) * (1 - place.exposure)
    tone = (0.12 + 0.16 * curl) * hairs + 0.05 * strokes + sky - deep * (0.3 + 0.3 * sheen)
    albedo = base * (1 + tone)[:, None] + 0.05 * sky[:, None]
    height = np.float32(0.1 * pile) * (np.float32(0.4) + curl) * hairs
    return Look(np.clip(albedo, 0, 1).astype(np.float32), even(place, material.roughness), even(place, 0), height)


def wicker(place: Place, material: Material, base: Field) -> Look:
    """Return strands plaited around stakes: over one, under the next, dark in the gaps."""
    strand = place.coarse(min(number(material, "strand_m", 0.006), 0.02 * place.scene_m), texels=4.0)
    across, up = place.flat()
    x, y = across / np.float32(3.2 * strand), up / np.float32(strand)
    row = np.floor(y)
    bow = np.cos(np.float32(np.pi) * (x + (row % 2)))
    body = _round(y)
    high = body * (0.55 + 0.45 * bow)
    tone = value(np.stack([0.2 * x, row * 3.1, 0 * x], axis=1).astype(np.float32), place.seed)
    fibre = layered(np.stack([0.6 * x, 9 * y, 0 * x], axis=1).astype(np.float32), place.seed + 1, octaves=2)
    seen = np.float32(place.shown(0.5 * strand))
    gap = seen * np.clip((1 - step(0.0, 0.55, high)) + 0.4 * (1 - place.exposure), 0, 1) + (1 - seen) * 0.3
    albedo = base * (1 + 0.22 * tone + 0.1 * seen * fibre)[:, None]
    albedo = mixed(albedo, colour(material.texture.parameters["dark"]) * np.float32(0.6), gap.astype(np.float32))
    height = np.float32(0.5 * strand) * seen * high
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height.astype(np.float32))


def leather(place: Place, material: Material, base: Field) -> Look:
    """Return tanned hide: fine cells, soft creases, darker in corners."""
    cell = place.coarse(min(0.004, 0.02 * place.scene_m), texels=5.0)
    bent = place.points / np.float32(cell)
    bent = bent + 0.35 * value(bent, place.seed)[:, None]
    wall = step(0.0, 0.42, cracks(bent, place.seed + 1))
    cloud = layered(place.points / np.float32(40 * cell), place.seed + 2, octaves=4)
    folds = np.abs(layered(place.points / np.float32(9 * cell), place.seed + 3, octaves=2))
    fold = (1 - step(0.0, 0.1, folds)) * step(0.0, 0.7, cloud)
    worn = np.clip((1 - place.exposure) * 0.7 + 0.4 * (1 - wall) + 0.2 * cloud + 0.15 * fold, 0, 1)
    albedo = mixed(base * (1 + 0.14 * cloud)[:, None], colour(material.texture.parameters["crease"]), 0.75 * worn)
    roughness = material.roughness + 0.12 * (1 - wall) + 0.06 * cloud
    height = np.float32(0.095 * cell) * (
        wall * np.float32(place.shown(cell)) - 0.6 * np.float32(place.shown(2 * cell)) * fold
    )
    return Look(
        np.clip(albedo, 0, 1), np.clip(roughness, 0.2, 1).astype(np.float32), even(place, 0),
        height.astype(np.float32),
    )  # fmt: skip
