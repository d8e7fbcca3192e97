"""What xatlas and UVAtlas do in a process of their own."""

import importlib
from typing import Any

import numpy as np

from domain.errors import Invalid
from engine.unwrapping.native import Answer, Laid, Patch


def xatlas(patches: list[Patch], chart_options: dict[str, Any], pack_options: dict[str, Any]) -> Answer:
    """Unwrap patches by xatlas."""
    import xatlas as native

    charting, packing = native.ChartOptions(), native.PackOptions()
    for options, values in ((charting, chart_options), (packing, pack_options)):
        for key, value in values.items():
            setattr(options, key, value)
    atlas = native.Atlas()
    for patch in patches:  # all are alive until the end: xatlas takes meshes at one address for one mesh
        atlas.add_mesh(patch.points, patch.faces, patch.normals, patch.uvs)
    atlas.generate(charting, packing)
    laid = []
    for number in range(len(patches)):
        _, faces, uvs = atlas.get_mesh(number)
        laid.append(Laid(uvs * np.array([atlas.width, atlas.height], np.float32), faces.astype(np.int64)))
    return Answer(laid, atlas.width, atlas.height, atlas.atlas_count)


def uvatlas(patches: list[Patch], resolution: int, padding: int, max_stretch: float) -> Answer:
    """Unwrap patches by UVAtlas; raise Invalid where Open3D is not there."""
    try:
        open3d: Any = importlib.import_module("open3d")  # not at hand everywhere
    except (ImportError, OSError) as error:
        raise Invalid(
            "The method uvatlas needs Open3D, which is not installed here or does not load; use parts or xatlas",
            field="method",
        ) from error
    laid = []
    for patch in patches:
        points, faces = open3d.core.Tensor(patch.points), open3d.core.Tensor(patch.faces.astype(np.int64))
        mesh = open3d.t.geometry.TriangleMesh(points, faces)
        mesh.compute_uvatlas(resolution, float(padding), max_stretch, 1, 1)
        corners = mesh.triangle.texture_uvs.numpy().astype(np.float32)
        keys = np.column_stack([patch.faces.reshape(-1).astype(np.int64), corners.reshape(-1, 2).view(np.int32)])
        _, first, faces = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        laid.append(Laid(corners.reshape(-1, 2)[first] * resolution, faces.reshape(-1, 3)))
    return Answer(laid, resolution, resolution, 1)
