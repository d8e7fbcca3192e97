"""How much light a surface sends along a ray: Lambert and GGX under the studio's lights, one reflected ray."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import studio
from engine.rays import Hits, cosine_directions, frame, unit
from engine.surfaces import Found, Surface

Field = NDArray[Any]  # float32
_KEY_SPREAD = 0.17  # radius of the key light as a tangent
_SHADOW_RAYS = 2


@dataclass(slots=True, eq=False)
class Shaded:
    """Light (n, 3) that surfaces send along rays: `albedo` times `irradiance`, and the `rest`; what comes `through`."""

    albedo: Field
    irradiance: Field
    rest: Field
    through: Field
    normals: Field


def shaded(surface: Surface, found: Found, directions: Field, rng: np.random.Generator) -> Shaded:
    """Return the light sent back along each ray, and the share of what lies behind that comes through."""
    normals = _turned(found.normals, found.flat, directions)
    facing = np.clip(-(normals * directions).sum(axis=1), 1e-3, 1)
    size = float(np.linalg.norm(np.ptp(surface.corners, axis=0)))
    origins = found.points + found.flat * np.sign(-(found.flat * directions).sum(axis=1))[:, None] * (4e-4 * size)
    irradiance = _key(surface, origins, normals, rng) + _ambient(surface, origins, normals, found, size, rng)
    mirror = directions + (2 * facing)[:, None] * normals
    arriving = _arriving(surface, origins, unit(mirror).astype(np.float32), found, rng)
    bright = 0.04 + (found.albedo - 0.04) * found.metallic[:, None]
    sheen = arriving * _response(bright, found.roughness, facing)
    body = (1 - found.metallic) * np.where(found.opacity < 0.999, 0.35, 1) * found.opacity
    fresnel = 0.04 + 0.96 * (1 - facing) ** 5
    clear = np.where(found.opacity < 0.999, (1 - found.opacity) * (1 - fresnel), 0)
    return Shaded(
        albedo=(found.albedo * body[:, None]).astype(np.float32),
        irradiance=irradiance,
        rest=(sheen + found.emission * np.float32(1.3)).astype(np.float32),
        through=(clear[:, None] * np.sqrt(found.albedo)).astype(np.float32),
        normals=normals,
    )


def _turned(normals: Field, flat: Field, directions: Field) -> Field:
    """Return the normals turned towards the viewer, and lifted where they look away from him."""
    away = ((flat * directions).sum(axis=1) > 0)[:, None]
    seen = np.where(away, -normals, normals)
    lean = (seen * directions).sum(axis=1)
    return unit(seen - directions * np.maximum(lean + 0.03, 0)[:, None]).astype(np.float32)


def _key(surface: Surface, origins: Field, normals: Field, rng: np.random.Generator) -> Field:
    """Return the key light's share (n, 3): cosine and soft shadow."""
    cosine = np.clip(normals @ studio.KEY_DIRECTION, 0, None)
    lit = np.flatnonzero(cosine > 0)
    seen = np.zeros(len(origins), np.float32)
    around = np.broadcast_to(studio.KEY_DIRECTION, (len(lit), 3))
    across, up = frame(around)
    shift = rng.random((2, len(lit)), dtype=np.float32)
    for ray in range(_SHADOW_RAYS):
        radius = np.sqrt((ray + shift[0]) / _SHADOW_RAYS) * np.float32(_KEY_SPREAD)
        angle = np.float32(2 * np.pi) * (shift[1] + np.float32(ray * 0.381966))
        towards = around + across * (radius * np.cos(angle))[:, None] + up * (radius * np.sin(angle))[:, None]
        seen[lit] += ~surface.opaque.blocked(origins[lit], towards)
    return np.asarray((cosine * seen / _SHADOW_RAYS)[:, None] * studio.KEY_IRRADIANCE, np.float32)


def _ambient(
    surface: Surface, origins: Field, normals: Field, found: Found, size: float, rng: np.random.Generator
) -> Field:
    """Return the tent's light, less what the model itself hides: as baked, and by one ray for what was not."""
    shift = rng.random((2, len(origins)), dtype=np.float32)
    around = cosine_directions(normals, shift[0], shift[1])
    hidden = surface.opaque.blocked(origins, around, reach=0.35 * size)
    open_share = 0.55 * found.exposure + 0.45 * np.where(hidden, 0.15, 1)
    return np.asarray(studio.ambient(normals) * open_share[:, None], np.float32)


def _arriving(surface: Surface, origins: Field, mirror: Field, found: Found, rng: np.random.Generator) -> Field:
    """Return the light (n, 3) that arrives from around the mirror direction: the studio, or the model's own surface."""
    spread = rng.normal(size=(len(mirror), 3)).astype(np.float32) * (0.22 * found.roughness**2)[:, None]
    directions = unit(mirror + spread).astype(np.float32)
    below = (directions * found.flat).sum(axis=1) < 0
    directions[below] = mirror[below]
    light = studio.reflected(directions, found.roughness)
    hits = surface.opaque.first(origins, directions)
    met = np.flatnonzero(hits.face >= 0)
    if len(met):
        there = surface.found(Hits(hits.face[met], hits.distance[met], hits.u[met], hits.v[met]), is_opaque=True)
        blur = np.minimum(1.2 * found.roughness[met], 0.75)[:, None]  # a rough surface mixes in what lies beside it
        light[met] = (1 - blur) * _second(there, directions[met]) + blur * 0.45 * light[met]
    return np.asarray(light * (0.35 + 0.65 * found.exposure)[:, None], np.float32)


def _second(found: Found, directions: Field) -> Field:
    """Return the light of a surface that is seen in another one: no more rays, only what the studio gives it."""
    normals = _turned(found.normals, found.flat, directions)
    facing = -(normals * directions).sum(axis=1)
    mirror = directions + (2 * facing)[:, None] * normals
    key = np.clip(normals @ studio.KEY_DIRECTION, 0, None)[:, None] * (0.5 * studio.KEY_IRRADIANCE)
    diffuse = found.albedo * (1 - found.metallic)[:, None] * (studio.ambient(normals) + key)
    metal = found.albedo * found.metallic[:, None] * studio.reflected(mirror, np.maximum(found.roughness, 0.3))
    return np.asarray((diffuse + 0.8 * metal) * found.exposure[:, None] + found.emission, np.float32)


def _response(bright: Field, roughness: Field, facing: Field) -> Field:
    """Return GGX's share of an even environment (Karis, "Physically Based Shading on Mobile", 2014)."""
    x, y = 1 - roughness, -0.0275 * roughness + 0.0425
    grazing = np.minimum(x * x, np.exp2(-9.28 * facing)) * x + y
    scale = -1.04 * grazing + (-0.572 * roughness + 1.04)
    shift = 1.04 * grazing + (0.022 * roughness - 0.04)
    return np.asarray(bright * scale[:, None] + shift[:, None], np.float32)
