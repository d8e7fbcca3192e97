"""Pack models, ours against gltfpack and gltf-transform: sizes, seconds, and how far corners and normals moved.

`MESHWRIGHT_SAMPLES` names a folder of models (Duck.glb, stanford-bunny.obj); without it, our own are packed.
`--large` packs a million triangles too.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.spatial import cKDTree

from bench.packers import Made, gltf_transform, gltfpack, ours
from engine.glb import write_glb
from engine.models.model import Material, Mesh, Model, Node, Picture, Texture
from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.models import light_still_life, still_life_textures
from tests.rich_model import picture, sheet

SAMPLES = ("Duck.glb", "stanford-bunny.obj")
_EQUAL_BITS = ("-vp", "14", "-vt", "14", "-vn", "10")


Packer = Callable[[bytes], Made]
PACKERS: dict[str, dict[str, Packer]] = {
    "quantised": {
        "ours": partial(ours, quantizes=True),
        "gltf-transform quantize": lambda data: gltf_transform(data, "quantize"),
        "gltfpack": gltfpack,
    },
    "meshopt": {
        "ours": partial(ours, compression="meshopt"),
        "ours, for size": partial(ours, compression="meshopt", order="size"),
        "gltfpack -c": lambda data: gltfpack(data, "-c"),
        "gltfpack -cc": lambda data: gltfpack(data, "-cc"),
        "gltfpack -cc, our bits": lambda data: gltfpack(data, "-cc", *_EQUAL_BITS),
        "gltf-transform medium": lambda data: gltf_transform(data, "meshopt"),
        "gltf-transform high": lambda data: gltf_transform(data, "meshopt-high"),
    },
    "draco": {
        "ours": partial(ours, compression="draco"),
        "gltf-transform": lambda data: gltf_transform(data, "draco"),
    },
}


def main() -> None:
    """Pack each model by all, and print a table for each."""
    console = Console()
    for name, model in _models():
        plain = write_model(model)
        table = Table(
            "form", "by", "KiB", "size / ours", "s", "MiB", "corners moved", "normals moved",
            title=f"{name}: {model.triangles:,} triangles, {len(plain) / 1024:,.0f} KiB as plain GLB",
        )  # fmt: skip
        for form, packers in PACKERS.items():
            first = 0
            for by, packer in packers.items():
                made = packer(plain)
                first = first or len(made.data)
                moved, turned = _differences(model, read_model(made.data))
                table.add_row(
                    form, by, f"{len(made.data) / 1024:,.1f}", f"{len(made.data) / first:.2f}", f"{made.seconds:.2f}",
                    f"{made.memory_mib:,.0f}", f"1/{1 / max(moved, 1e-9):,.0f}", f"{turned:.3f}°",
                )  # fmt: skip
        console.print(table)
    console.print(
        "Seconds of ours are those of writing, of the others those of a process of Node (its start: about 0.1 s). "
        "Corners moved: the most, in the longest side of the box. Normals: the mean angle. Pictures are the same."
    )


def _models() -> Iterator[tuple[str, Model]]:
    folder = Path(os.environ.get("MESHWRIGHT_SAMPLES", ""))
    for name in SAMPLES:
        if (folder / name).is_file():
            yield name, read_model((folder / name).read_bytes(), name)
    yield "our still life, with tangents", read_model(write_glb(light_still_life(), still_life_textures()))
    if "--large" in sys.argv:
        yield "rough ground", _rough_ground()


def _rough_ground() -> Model:
    """Return a million triangles with normals, texture coordinates and a picture."""
    flat = sheet(707, 707)
    heights = np.random.default_rng(0).normal(0, 3e-4, len(flat.points))
    points = flat.points + np.column_stack([0 * heights, 0 * heights, heights])
    surface = replace(flat, points=points, uvs=flat.uvs[1:], tangents=None, colors=None, material=0)
    look = Material("ground", textures={"base_color": Texture(0)})
    return Model((Node(mesh=0),), (0,), (Mesh((surface,)),), (look,), (Picture(picture((90, 120, 60)), "image/png"),))


def _differences(before: Model, after: Model) -> tuple[float, float]:
    """Return the farthest that a corner moved, in the longest side, and the mean angle of normals to those before."""
    points, normals = _corners(before)
    others, turned = _corners(after)
    distances, nearest = cKDTree(others).query(points, k=12)
    most = float(distances[:, 0].max() / np.ptp(points, axis=0).max())
    if normals is None or turned is None:
        return most, float("nan")
    # Corners at one place differ in their normals: the most alike of the nearest is its own.
    apart = np.linalg.norm(turned[nearest] - normals[:, None], axis=2)
    alike = np.where(distances <= distances[:, :1] + 1e-4 * np.ptp(points), apart, 2).min(axis=1)
    return most, float(np.degrees(2 * np.arcsin(alike / 2)).mean())


def _corners(model: Model) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
    surfaces = [placed.surface for placed in model.placed()]
    points = np.concatenate([surface.points for surface in surfaces])
    known = [surface.normals for surface in surfaces if surface.normals is not None]
    if len(known) < len(surfaces):
        return points, None
    normals = np.concatenate(known).astype(np.float64)
    return points, normals / np.linalg.norm(normals, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
