"""Pack models, ours against gltfpack and gltf-transform: sizes, seconds, and how far corners and normals moved.

`MESHWRIGHT_SAMPLES` names a folder of models (Duck.glb, stanford-bunny.obj); without it, our own are packed.
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.spatial import cKDTree

from bench.packers import Made, gltf_transform, gltfpack
from engine.glb import write_glb
from engine.models.model import Model
from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.models import light_still_life, still_life_textures

SAMPLES = ("Duck.glb", "stanford-bunny.obj")
_EQUAL_BITS = ("-vp", "14", "-vt", "14", "-vn", "10")


class Packer(NamedTuple):
    """A way of packing a plain GLB, and what it is measured against."""

    name: str
    pack: Callable[[Model, bytes], Made]


PACKERS: dict[str, tuple[Packer, ...]] = {
    "quantised": (
        Packer("ours", lambda model, _: _ours(model, quantizes=True)),
        Packer("gltf-transform quantize", lambda _, data: gltf_transform(data, "quantize")),
        Packer("gltfpack", lambda _, data: gltfpack(data)),
    ),
    "meshopt": (
        Packer("ours", lambda model, _: _ours(model, compression="meshopt")),
        Packer("ours, for size", lambda model, _: _ours(model, compression="meshopt", order="size")),
        Packer("gltfpack -c", lambda _, data: gltfpack(data, "-c")),
        Packer("gltfpack -cc", lambda _, data: gltfpack(data, "-cc")),
        Packer("gltfpack -cc, our bits", lambda _, data: gltfpack(data, "-cc", *_EQUAL_BITS)),
        Packer("gltf-transform medium", lambda _, data: gltf_transform(data, "meshopt")),
        Packer("gltf-transform high", lambda _, data: gltf_transform(data, "meshopt-high")),
    ),
    "draco": (
        Packer("ours", lambda model, _: _ours(model, compression="draco")),
        Packer("gltf-transform", lambda _, data: gltf_transform(data, "draco")),
    ),
}


def main() -> None:
    """Pack each model by all, and print a table for each."""
    console = Console()
    for name, model in _models():
        plain = write_model(model)
        table = Table(
            "form", "by", "KiB", "size / ours", "s", "corners moved", "normals moved",
            title=f"{name}: {model.triangles:,} triangles, {len(plain) / 1024:,.0f} KiB as plain GLB",
        )  # fmt: skip
        for form, packers in PACKERS.items():
            ours = 0
            for packer in packers:
                made = packer.pack(model, plain)
                ours = ours or len(made.data)
                moved, turned = _differences(model, read_model(made.data))
                table.add_row(
                    form, packer.name, f"{len(made.data) / 1024:,.1f}", f"{len(made.data) / ours:.2f}",
                    f"{made.seconds:.2f}", f"1/{1 / max(moved, 1e-9):,.0f}", f"{turned:.3f}°",
                )  # fmt: skip
        console.print(table)
    console.print(
        "Seconds of ours are without the start of the process, those of the others with it (Node: about 0.1 s). "
        "Corners moved: the most, in the longest side of the box. Normals: the mean angle. Pictures are the same."
    )


def _ours(model: Model, **options: object) -> Made:
    begun = time.perf_counter()
    data = write_model(model, **options)  # type: ignore[arg-type]
    return Made(data, time.perf_counter() - begun, 0.0)


def _models() -> Iterator[tuple[str, Model]]:
    folder = Path(os.environ.get("MESHWRIGHT_SAMPLES", ""))
    for name in SAMPLES:
        if (folder / name).is_file():
            yield name, read_model((folder / name).read_bytes(), name)
    yield "our still life, with tangents", read_model(write_glb(light_still_life(), still_life_textures()))


def _differences(before: Model, after: Model) -> tuple[float, float]:
    """Return the farthest that a corner moved, in the longest side, and the mean angle of normals to those before."""
    points, normals = _corners(before)
    others, turned = _corners(after)
    distances, nearest = cKDTree(others).query(points, k=4)
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
