"""The light model that is baked onto: as it was given, the detailed one itself, or a lighter version of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from domain.errors import Invalid
from engine.baking.raster import Raster
from engine.baking.source import normals_of
from engine.baking.tangent_space import welded, with_tangents
from engine.models.model import Mesh, Model, Surface
from engine.optimizing.sharing import lightened, triangles_shown
from engine.shapes import Tick, no_tick

Onto = Literal["auto", "self", "light"]
Unwraps = Literal["auto", "always", "never"]
SELF_MAX = 100_000
"""Triangles up to which `auto` bakes a model that has texture coordinates onto itself."""
OVERLAP_MAX = 0.03
"""Share of the picture that may be shown by two triangles; mirrored halves share more, and are unwrapped anew."""
_OUTSIDE_MAX = 1e-3
_SIDE = 512  # of the picture in which overlaps are looked for

Unwrapper = Callable[[Model, Tick], Model]


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """The model to bake onto, every surface of which has normals, tangents and texture coordinates.

    `keeps_uvs` tells whether texture coordinates are those of the file, `is_same` whether it is the detailed model
    itself; `notes` say what was decided, and why.
    """

    model: Model
    keeps_uvs: bool
    is_same: bool
    notes: tuple[str, ...]


def light_of(
    high: Model, low: Model | None, unwrapper: Unwrapper, *, onto: Onto, triangles: int, unwraps: Unwraps,
    tick: Tick = no_tick,
) -> Light:  # fmt: skip
    """Return what is baked onto.

    Raises
    ------
    Invalid
        It has no triangles; or its texture coordinates cannot be baked to, and it may not be unwrapped.
    """
    notes: list[str] = []
    chosen = low if low is not None else _chosen(high, onto, triangles, notes, tick)
    model = _still(chosen)
    trouble = uv_trouble(model)
    if not trouble and overlap_share(model) > OVERLAP_MAX:
        if unwraps == "never":
            notes.append("Charts overlap: what several triangles share shows the first of them")
        else:
            trouble = f"has charts that overlap on {overlap_share(model):.0%} of their area"
    anew = unwraps == "always" or bool(trouble)
    if trouble and unwraps == "never":
        raise Invalid(
            f"The light model {trouble}, and may not be unwrapped", field="unwraps", allowed=["auto", "always"]
        )
    model = _with_normals(model)
    if anew:
        which = "The model" if chosen is high else "The light model"
        notes.append(f"{which} {trouble}: it was unwrapped anew" if trouble else "Unwrapped anew, as asked")
        model = unwrapper(model, lambda done, text: tick(0.4 + 0.5 * done, text))
    return Light(_with_tangents(model, anew), not anew, chosen is high, tuple(notes))


def _chosen(high: Model, onto: Onto, triangles: int, notes: list[str], tick: Tick) -> Model:
    shown = triangles_shown(high)
    is_fit = shown <= SELF_MAX and not uv_trouble(high) and overlap_share(high) <= OVERLAP_MAX
    if onto == "self" or (onto == "auto" and is_fit) or shown <= triangles:
        notes.append("No light model was given: baked onto the model itself")
        return high
    found = lightened(high, triangles, tick=lambda done, text: tick(0.4 * done, text))
    notes.append(f"No light model was given: one was made that shows {_counted(found.model)}")
    return found.model


def _counted(model: Model) -> str:
    """Return how many triangles a model shows, and how many it holds where some are shown several times."""
    shown, held = triangles_shown(model), model.triangles
    return f"{shown:,} triangles" + (f" ({held:,} in the file: meshes are shown several times)" if held < shown else "")


def uv_trouble(model: Model) -> str:
    """Return why textures cannot be baked to the first texture coordinates, or an empty text."""
    surfaces = _filled(model)
    if any(not surface.uvs for surface in surfaces):
        bare = sum(not surface.uvs for surface in surfaces)
        return (
            "has no texture coordinates"
            if bare == len(surfaces)
            else (f"has no texture coordinates on {bare} of its {len(surfaces)} surfaces")
        )
    used = [surface.uvs[0][np.unique(surface.faces)] for surface in surfaces]
    if any(not np.isfinite(uvs).all() for uvs in used):
        return "has texture coordinates that are not numbers"
    if any(uvs.min() < -_OUTSIDE_MAX or uvs.max() > 1 + _OUTSIDE_MAX for uvs in used):
        return "has texture coordinates outside of the picture"
    return ""


def overlap_share(model: Model) -> float:
    """Return the share of covered texels that more than one triangle shows; 1 if the charts cover nothing."""
    surfaces = _filled(model)
    starts = np.cumsum([0, *(len(surface.points) for surface in surfaces)])
    faces = np.concatenate(
        [surface.faces + np.int32(start) for surface, start in zip(surfaces, starts[:-1], strict=True)]
    )
    raster = Raster(np.concatenate([surface.uvs[0] for surface in surfaces]), faces, _SIDE, reach=0.0)
    bands = [raster.band(row, row + 64) for row in range(0, _SIDE, 64)]
    covered = sum(len(band.texel) for band in bands)
    return sum(band.shared for band in bands) / covered if covered else 1.0


def _filled(model: Model) -> list[Surface]:
    found = [surface for mesh in model.meshes for surface in mesh.surfaces if len(surface.faces)]
    if not found:
        raise Invalid("The light model has no triangles")
    return found


def _still(model: Model) -> Model:
    """Return the model without surfaces that have no triangles."""
    meshes = tuple(
        replace(mesh, surfaces=tuple(surface for surface in mesh.surfaces if len(surface.faces)))
        for mesh in model.meshes
    )
    return model.with_surfaces(meshes)


def _each(model: Model, change: Callable[[Surface], Surface]) -> Model:
    def changed(mesh: Mesh) -> Mesh:
        return replace(mesh, surfaces=tuple(change(surface) for surface in mesh.surfaces))

    return model.with_surfaces(tuple(changed(mesh) for mesh in model.meshes))


def _with_normals(model: Model) -> Model:
    """Return the model with unit normals everywhere; smooth up to creases where the file has none."""
    return _each(model, lambda surface: _creased(surface) if surface.normals is None else _mended(surface))


def _mended(surface: Surface) -> Surface:
    """Return the surface with unit normals: broken ones are those of a triangle beside."""
    assert surface.normals is not None
    normals = np.zeros_like(surface.normals)
    normals[surface.faces.reshape(-1)] = normals_of(surface).reshape(-1, 3)
    normals[np.linalg.norm(normals, axis=1) < 0.5] = (0, 1, 0)
    return replace(surface, normals=normals)


def _creased(surface: Surface) -> Surface:
    normals = normals_of(surface).reshape(-1, 3).astype(np.float32)
    corner = surface.faces.reshape(-1).astype(np.int64)
    number = welded(corner.astype(np.float64)[:, None], normals)
    first = np.unique(number, return_index=True)[1]
    split = surface.picked(corner[first], number.reshape(-1, 3))
    return replace(split, normals=np.ascontiguousarray(normals[first]), tangents=None)


def _with_tangents(model: Model, anew: bool) -> Model:
    return _each(model, lambda each: with_tangents(each) if anew or each.tangents is None else each)
