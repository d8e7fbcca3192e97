"""Texture coordinates for models that have none that could be baked to: one picture for all surfaces, by xatlas."""

from dataclasses import replace

import numpy as np
import xatlas

from domain.errors import Failed
from engine.models.model import Mesh, Model, Surface
from engine.shapes import Tick, no_tick

_UNITS = 1000.0  # xatlas has absolute tolerances near 1e-4: the scene is this long while it is unwrapped


def charted(model: Model, *, resolution: int, padding: int = 4, tick: Tick = no_tick) -> Model:
    """Return the model with new texture coordinates; every surface must have normals."""
    tick(0.0, "Cutting and packing charts")
    shown = {(each.mesh, each.place): each.surface for each in reversed(list(model.placed()))}
    keys = sorted(key for key, surface in shown.items() if len(surface.faces))
    corners = np.concatenate([shown[key].points for key in keys])
    low, size = corners.min(axis=0), float(np.linalg.norm(np.ptp(corners, axis=0)))
    atlas = xatlas.Atlas()
    for key in keys:
        places = ((shown[key].points - low) * (_UNITS / max(size, 1e-30))).astype(np.float32)
        atlas.add_mesh(places, shown[key].faces.astype(np.uint32), normals=shown[key].normals)
    charting, packing = xatlas.ChartOptions(), xatlas.PackOptions()
    charting.fix_winding = True
    packing.resolution, packing.padding, packing.bilinear, packing.rotate_charts = resolution, padding, True, False
    atlas.generate(charting, packing)
    if atlas.atlas_count != 1:
        raise Failed("The light model could not be unwrapped into one picture")
    number = {key: place for place, key in enumerate(keys)}

    def relaid(mesh: int, place: int, surface: Surface) -> Surface:
        if (mesh, place) not in number:
            return surface
        corner, faces, uvs = atlas[number[mesh, place]]
        return replace(surface.picked(corner.astype(np.int64), faces), uvs=(uvs.astype(np.float32),))

    def changed(number: int, mesh: Mesh) -> Mesh:
        return replace(mesh, surfaces=tuple(relaid(number, place, each) for place, each in enumerate(mesh.surfaces)))

    return model.with_surfaces(tuple(changed(number, mesh) for number, mesh in enumerate(model.meshes)))
