"""Wood: sawn from a log of its own for every board; bamboo and plywood."""

import numpy as np

from domain.materials import Material
from engine.textures.look import Field, Look, Place, colour, even, mixed, number, share, step, vector
from engine.textures.noise import layered, speckles, value

_KNOTS_APART = 0.45  # metres along the board


def _in_board(place: Place) -> Field:
    """Return (n, 3) places from the middle of the board: along it, then across, then through; metres."""
    centred = place.points - (place.low + place.extent / 2)
    return np.ascontiguousarray(centred[:, list(place.along())])


def wood(place: Place, material: Material, base: Field) -> Look:
    """Return sawn wood: year rings around a far heart, fibres and pores, all along the part's longest side.

    `pores`, `rays`, `ribbon` (light stripes of interlocked fibres), `knots`, `checks` (drying cracks) and `stains` say
    how much there is of each.
    """
    longest = float(place.extent[place.along()[0]])
    ring = place.coarse(min(number(material, "ring_m", 0.006), 0.12 * longest), texels=6.0)
    board = _in_board(place)
    grain = board / np.float32(ring)
    knot, bend = _knots(board, place, number(material, "knots", 0.0))
    late = _rings(grain, bend / np.float32(ring), place)
    fine = np.float32(place.shown(0.3 * ring))
    fibre = layered(grain * vector(0.06, 3.2, 3.2), place.seed + 3, octaves=2)
    pores = _pores(grain, place, late) * np.float32(number(material, "pores", 0.5)) * fine
    tone = layered(grain * vector(0.008, 0.05, 0.05), place.seed + 5, octaves=2)
    tone = tone + _sheen(grain, material, place)
    dark = np.clip(0.5 * late + 0.13 * fibre + 0.5 * pores + 0.12 * tone + knot, 0, 1).astype(np.float32)
    albedo = mixed(base * (1 + 0.1 * tone + 0.04 * fibre)[:, None], colour(material.texture.parameters["dark"]), dark)
    cracks, relief = _cracks(grain, place, number(material, "checks", 0.0))
    albedo = _stained(albedo * (1 - 0.75 * cracks - 0.45 * np.clip(knot, 0, 1))[:, None], material, place)
    roughness = material.roughness + 0.06 * fibre + 0.1 * pores - 0.04 * late + 0.2 * cracks
    height = np.float32(0.05 * ring) * (0.3 * fibre - pores - 0.3 * late) - relief
    return Look(np.clip(albedo, 0, 1), np.clip(roughness, 0.2, 1).astype(np.float32), even(place, 0), height)


def _rings(grain: Field, bend: Field, place: Place) -> Field:
    """Return how late in the year each place grew: the dark, dense wood at a ring's end."""
    heart = np.random.default_rng(place.seed).uniform([-3, 5], [3, 13]).astype(np.float32)
    sway = layered(grain * vector(0.012, 0.05, 0.05), place.seed + 1, octaves=2)
    across = grain[:, 1:] - heart + np.stack([1.4 * sway, 0.9 * sway], axis=1)
    phase = np.hypot(across[:, 0], across[:, 1]) + bend
    phase += 0.5 * value(grain * vector(0.01, 0.12, 0.12), place.seed + 2)
    year = np.floor(phase)
    width = np.float32(0.55) + np.float32(0.3) * speckles(year.astype(np.int64), 0 * year.astype(np.int64), place.seed)
    turn = phase - year
    late = step(0.15, 0.95, turn) * (1 - step(0.95, 1.0, turn))
    return np.asarray(late * width, np.float32)


def _pores(grain: Field, place: Place, late: Field) -> Field:
    marks = value(grain * vector(0.14, 5.0, 5.0), place.seed + 4)
    return np.asarray(step(0.4, 0.75, marks) * (1.0 - 0.6 * late), np.float32)


def _sheen(grain: Field, material: Material, place: Place) -> Field:
    """Return light that stripes and flecks throw back: interlocked fibres, and rays cut through."""
    tone = np.zeros(len(grain), np.float32)
    ribbon, rays = number(material, "ribbon", 0.0), number(material, "rays", 0.0)
    if ribbon:
        tone += np.float32(0.9 * ribbon) * value(grain * vector(0.02, 0.9, 0.25), place.seed + 6)
    if rays:
        tone += np.float32(0.6 * rays) * step(0.45, 0.75, value(grain * vector(0.5, 1.8, 0.5), place.seed + 7))
    return tone


def _knots(board: Field, place: Place, much: float) -> tuple[Field, Field]:
    """Return how dark a knot is at each place, and by how far it bends the rings around it, metres."""
    if not much:
        nothing = np.zeros(len(board), np.float32)
        return nothing, nothing
    apart = np.float32(min(_KNOTS_APART, 0.6 * float(place.extent.max())) / much)
    cell = np.floor(board[:, 0] / apart).astype(np.int64)
    one, other, third = (speckles(cell, np.full_like(cell, k), place.seed) for k in (1, 2, 3))
    spread = np.float32(max(0.3 * float(np.sort(place.extent)[1]), 1e-4))
    far = board[:, 0] - (cell + np.float32(0.25) + np.float32(0.5) * one) * apart
    aside = board[:, 1] - (2 * other - 1) * spread
    radius = np.minimum((np.float32(0.005) + np.float32(0.011) * third), np.float32(0.5) * spread)
    away = np.hypot(far, aside) * (1 + 0.15 * value(board / np.float32(0.01), place.seed + 8))
    knot = (1 - step(0.75, 1.0, away / radius)) * (0.55 + 0.25 * np.sin(away / radius * np.float32(9)))
    rim = np.exp(-(((away / radius - 1) / np.float32(0.18)) ** 2)) * np.float32(0.5)
    bend = 2.2 * radius * np.exp(-((away / (1.8 * radius)) ** 2))
    return np.asarray(knot + rim, np.float32), bend.astype(np.float32)


def _cracks(grain: Field, place: Place, much: float) -> tuple[Field, Field]:
    """Return drying cracks along the fibres, 1 inside, and their depth in metres."""
    if not much:
        nothing = np.zeros(len(grain), np.float32)
        return nothing, nothing
    lines = np.abs(layered(grain * vector(0.012, 0.5, 0.5), place.seed + 9, octaves=3))
    there = step(0.0, 0.6, value(grain * vector(0.01, 0.08, 0.08), place.seed + 10) + 0.5 * much - 0.2)
    inside = (1 - step(0.0, 0.05, lines)) * there * np.float32(much)
    furrow = np.float32(0.0006 * much) * layered(grain * vector(0.02, 1.6, 1.6), place.seed + 11, octaves=2)
    return np.asarray(inside, np.float32), np.asarray(np.float32(0.002) * inside + furrow, np.float32)


def _stained(albedo: Field, material: Material, place: Place) -> Field:
    """Return wood that had another life: dark stains, and paler where it was planed."""
    much = number(material, "stains", 0.0)
    if not much:
        return albedo
    cloud = layered(place.points / np.float32(0.2), place.seed + 12, octaves=4)
    return np.asarray(albedo * (1 + np.float32(0.3 * much) * cloud)[:, None], np.float32)


def bamboo(place: Place, material: Material, base: Field) -> Look:
    """Return bamboo: straight fibres, and a dark ridge where every segment ends."""
    board = _in_board(place)
    apart = min(0.28, 0.45 * float(place.extent.max()))
    thick = max(min(0.012, 0.05 * apart), 1.2 * place.texel_m)
    node = np.abs((board[:, 0] / np.float32(apart)) % 1 - 0.5) * np.float32(apart)
    ridge = 1 - step(0.2 * thick, thick, node)
    line = place.coarse(0.001, texels=2.5, most=6.0)
    fibre = layered(board / vector(60 * line, line, line), place.seed, octaves=2)
    cloud = layered(board / vector(0.3, 0.05, 0.05), place.seed + 1, octaves=3)
    dark = np.clip(0.75 * ridge + 0.16 * fibre + 0.15 * cloud, 0, 1).astype(np.float32)
    albedo = mixed(base * (1 + 0.07 * cloud)[:, None], colour(material.texture.parameters["dark"]), dark)
    height = np.float32(0.35 * thick) * ridge + np.float32(0.08 * line) * fibre
    return Look(np.clip(albedo, 0, 1), even(place, material.roughness), even(place, 0), height)


def plywood(place: Place, material: Material, base: Field) -> Look:
    """Return peeled veneer on the faces, and the edges of the plies around them."""
    face = wood(place, material, base)
    through = place.along()[2]
    ply = 0.0036
    at = place.points[:, through] - place.low[through]
    bands = share(at, ply, 0.5 * ply, place.texel_m)
    edge = 1 - step(0.6, 0.8, np.abs(place.normals[:, through]))
    fibre = layered(place.points / vector(0.002, 0.002, 0.002), place.seed + 6, octaves=2)
    plies = mixed(0.8 * base * (1 + 0.08 * fibre)[:, None], colour(material.texture.parameters["dark"]), bands)
    face.albedo = mixed(face.albedo, plies * np.float32(0.8), edge)
    return face
