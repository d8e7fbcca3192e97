"""How much light a surface sends along a ray: Lambert and GGX under the studio's lights, one reflected ray."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.dice import Dice
from engine.rays import Hits, cosine_directions, dot, frame, unit
from engine.studio.floor import Floor
from engine.studio.lights import Studio
from engine.studio.surfaces import Found, Surface

Field = NDArray[Any]  # float32
_DARKEST = 0.16  # what a place that sees only the model itself gets of the tent's light
_DULL = 0.55  # roughness of what is no metal, above which it mirrors nothing that could be told apart
_CLEAR = 0.1  # roughness up to which things are seen sharply through a surface
_GLOW = 2.2  # what shines is brighter than what is lit: it burns out, and its light spreads on the film
_BROADEST = 0.35  # of the model's size: farther things hide no ambient light


@dataclass(slots=True, eq=False)
class Shaded:
    """Light (n, 3) that surfaces send along rays: `albedo` times `irradiance`, and the `rest`; what comes `through`."""

    albedo: Field
    irradiance: Field
    rest: Field
    through: Field
    normals: Field


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A model on its floor in the studio."""

    surface: Surface
    studio: Studio
    floor: Floor


def shaded(scene: Scene, found: Found, directions: Field, dice: Dice) -> Shaded:
    """Return the light sent back along each ray, and the share of what lies behind that comes through."""
    normals = _turned(found.normals, found.flat, directions)
    facing = np.clip(-dot(normals, directions), 1e-3, 1)
    outside = np.sign(-dot(found.flat, directions)) * np.float32(4e-4 * scene.surface.size_m)
    origins = found.points + found.flat * outside[:, None]
    around = cosine_directions(normals, *dice.pair(5))
    hidden = scene.surface.opaque.blocked(origins, around, reach=_BROADEST * scene.surface.size_m)
    irradiance = _direct(scene, origins, normals, dice) + _ambient(scene, normals, found, hidden)
    mirror = directions + (2 * facing)[:, None] * normals
    arriving = _arriving(scene, origins, mirror, found, hidden, dice)
    bright = 0.04 + (found.albedo - 0.04) * found.metallic[:, None]
    sheen = arriving * _response(bright, found.roughness, facing)
    murk = 0.35 + 0.4 * np.clip(found.roughness / 0.5, 0, 1)  # what is clear scatters less than what is frosted
    glow = np.max(found.emission, axis=1)
    body = (1 - found.metallic) * np.where(found.opacity < 0.999, murk, 1) * found.opacity * (1 - np.minimum(glow, 0.8))
    fresnel = 0.04 + 0.96 * (1 - facing) ** 5
    clear = np.where(found.opacity < 0.999, (1 - found.opacity) * (1 - fresnel), 0)
    return Shaded(
        albedo=(found.albedo * body[:, None]).astype(np.float32),
        irradiance=irradiance,
        rest=(sheen + found.emission * np.float32(_GLOW)).astype(np.float32),
        through=(clear[:, None] * np.sqrt(found.albedo)).astype(np.float32),
        normals=normals,
    )


def _turned(normals: Field, flat: Field, directions: Field) -> Field:
    """Return the normals turned towards the viewer, and lifted where they look away from him."""
    away = (dot(flat, directions) > 0)[:, None]
    seen = np.where(away, -normals, normals)
    lean = dot(seen, directions)
    return unit(seen - directions * np.maximum(lean + 0.03, 0)[:, None]).astype(np.float32)


def _direct(scene: Scene, origins: Field, normals: Field, dice: Dice) -> Field:
    """Return the share (n, 3) of the lights that throw shadows: cosine, and one ray to a place on each."""
    total = np.zeros((len(origins), 3), np.float32)
    for number, light in enumerate(scene.studio.lights):
        cosine = normals @ light.towards
        lit = np.flatnonzero(cosine > 0)
        towards = light.rays(*dice.pair(number, lit))
        seen = lit[~scene.surface.opaque.blocked(origins[lit], towards)]
        total[seen] += cosine[seen, None] * light.irradiance
    return total


def _ambient(scene: Scene, normals: Field, found: Found, hidden: NDArray[np.bool_]) -> Field:
    """Return the tent's light, less what the model itself hides: as baked, and by one ray for what was not."""
    open_share = np.where(hidden, np.float32(_DARKEST), np.float32(1))
    if scene.surface.knows_exposure:
        open_share = np.float32(0.5) * (open_share + found.exposure)
    return np.asarray(scene.studio.ambient(normals) * open_share[:, None], np.float32)


def _arriving(
    scene: Scene, origins: Field, mirror: Field, found: Found, hidden: NDArray[np.bool_], dice: Dice
) -> Field:
    """Return the light (n, 3) from around the mirror direction: the studio, its floor, or the model's own surface."""
    directions = _spread(mirror, found, dice)
    light = scene.studio.reflected(directions, found.roughness)
    is_dull = (found.roughness > _DULL) & (found.metallic < 0.3)
    light[is_dull & hidden] *= np.float32(0.4)
    clear = np.flatnonzero(~is_dull)
    origins, directions = origins[clear], directions[clear]
    light[clear] *= scene.floor.mirrored(origins, directions)[:, None]
    hits = scene.surface.opaque.first(origins, directions)
    met = np.flatnonzero(hits.face >= 0)
    if len(met):
        there = scene.surface.found(Hits(hits.face[met], hits.distance[met], hits.u[met], hits.v[met]), is_opaque=True)
        rows = clear[met]
        blur = np.minimum(1.2 * found.roughness[rows], 0.75)[:, None]  # a rough surface mixes in what lies beside it
        light[rows] = (1 - blur) * _second(scene.studio, there, directions[met]) + blur * 0.45 * light[rows]
    return np.asarray(light * (0.35 + 0.65 * found.exposure)[:, None], np.float32)


def scattered(found: Found, directions: Field, dice: Dice) -> Field:
    """Return where light goes on that passes a surface: straight on through what is clear, anywhere through frost."""
    rough = np.flatnonzero((found.opacity < 0.999) & (found.roughness > _CLEAR))
    if not len(rough):
        return directions
    first, second = dice.of(rough).pair(7)
    radius = np.float32(0.9) * (found.roughness[rough] - _CLEAR) * np.sqrt(first)
    angle = np.float32(2 * np.pi) * second
    across, up = frame(directions[rough])
    lean = (radius * np.cos(angle))[:, None] * across + (radius * np.sin(angle))[:, None] * up
    spread = directions.copy()
    spread[rough] = unit(directions[rough] + lean)
    return spread


def _spread(mirror: Field, found: Found, dice: Dice) -> Field:
    """Return unit directions around the mirror direction, wider with roughness, none into the surface."""
    first, second = dice.pair(6)
    radius = np.float32(0.22) * found.roughness**2 * np.sqrt(-2 * np.log(1 - np.minimum(first, np.float32(0.99))))
    angle = np.float32(2 * np.pi) * second
    ring = radius[:, None] * np.stack([np.cos(angle), 2 * first - 1, np.sin(angle)], axis=1)
    directions = mirror + ring
    below = dot(directions, found.flat) * dot(mirror, found.flat) < 0
    directions[below] = mirror[below]
    return unit(directions).astype(np.float32)


def _second(studio: Studio, found: Found, directions: Field) -> Field:
    """Return the light of a surface that is seen in another one: no more rays, only what the studio gives it."""
    normals = _turned(found.normals, found.flat, directions)
    facing = -dot(normals, directions)
    mirror = directions + (2 * facing)[:, None] * normals
    irradiance = studio.ambient(normals)
    for light in studio.lights:
        irradiance += np.clip(normals @ light.towards, 0, None)[:, None] * (0.5 * light.irradiance)
    diffuse = found.albedo * (1 - found.metallic)[:, None] * irradiance
    metal = found.albedo * found.metallic[:, None] * studio.reflected(mirror, np.maximum(found.roughness, 0.33))
    return np.asarray((diffuse + 0.8 * metal) * found.exposure[:, None] + found.emission, np.float32)


def _response(bright: Field, roughness: Field, facing: Field) -> Field:
    """Return GGX's share of an even environment (Karis, "Physically Based Shading on Mobile", 2014)."""
    x, y = 1 - roughness, -0.0275 * roughness + 0.0425
    grazing = np.minimum(x * x, np.exp2(-9.28 * facing)) * x + y
    scale = -1.04 * grazing + (-0.572 * roughness + 1.04)
    shift = 1.04 * grazing + (0.022 * roughness - 0.04)
    return np.asarray(bright * scale[:, None] + shift[:, None], np.float32)
