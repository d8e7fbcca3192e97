"""The process in which xatlas and UVAtlas work: `python -m engine.unwrapping.native_side QUESTION ANSWER`."""

import importlib
import pickle
import sys
from pathlib import Path
from typing import Any

import numpy as np

from engine.unwrapping.native import MISSING, Answer, Laid, Patch


def _xatlas(patches: list[Patch], chart_options: dict[str, Any], pack_options: dict[str, Any]) -> Answer:
    import xatlas

    charting, packing = xatlas.ChartOptions(), xatlas.PackOptions()
    for options, values in ((charting, chart_options), (packing, pack_options)):
        for key, value in values.items():
            setattr(options, key, value)
    atlas = xatlas.Atlas()
    for patch in patches:  # all are alive until the end: xatlas takes meshes at one address for one mesh
        atlas.add_mesh(patch.points, patch.faces, patch.normals, patch.uvs)
    atlas.generate(charting, packing)
    laid = []
    for number in range(len(patches)):
        _, faces, uvs = atlas.get_mesh(number)
        laid.append(Laid(uvs * np.array([atlas.width, atlas.height], np.float32), faces.astype(np.int64)))
    return Answer(laid, atlas.width, atlas.height, atlas.atlas_count)


def _uvatlas(patches: list[Patch], resolution: int, padding: int, max_stretch: float) -> Answer:
    try:
        open3d: Any = importlib.import_module("open3d")  # not at hand everywhere
    except (ImportError, OSError):
        sys.exit(MISSING)
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


def main() -> None:
    """Unwrap what stands in one file and write the answer into another."""
    question = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301  our parent wrote it a moment ago
    answer = (_xatlas if question[0] == "xatlas" else _uvatlas)(*question[1:])
    Path(sys.argv[2]).write_bytes(pickle.dumps(answer, protocol=5))


if __name__ == "__main__":
    main()
