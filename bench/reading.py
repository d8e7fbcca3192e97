"""How long it takes to read one mesh in each form, against trimesh: `python -m bench.reading [TRIANGLES]`.

Each reading is a process of its own, so that its memory at most is its own; times are those of the processor, since a
crowded machine tells nothing by the clock. trimesh reads with its defaults: it joins equal corners and checks nothing.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from engine.models.model import Mesh, Model, Node, Surface
from engine.models.writing import write_model

_TRIANGLES = 1_000_000
_ONE = "one"


def main() -> None:
    """Write the files, read each by both, and print what it took; or read one, as its own child."""
    if sys.argv[1:2] == [_ONE]:
        print(json.dumps(_read(sys.argv[2], sys.argv[3])))
        return
    triangles = int(sys.argv[1]) if len(sys.argv) > 1 else _TRIANGLES
    table = Table(title=f"Reading {triangles:,} triangles")
    for column in ("form", "MB", "ours, s", "ours, MiB", "trimesh, s", "trimesh, MiB", "times as fast"):
        table.add_column(column, justify="left" if column == "form" else "right")
    with tempfile.TemporaryDirectory() as folder:
        for path in _written(Path(folder), triangles):
            ours, theirs = _measured("ours", path), _measured("trimesh", path)
            table.add_row(
                path.name, f"{path.stat().st_size / 1e6:.1f}", *_shown(ours), *_shown(theirs),
                f"{theirs[0] / ours[0]:.1f}" if ours and theirs else "-",
            )  # fmt: skip
    Console().print(table)


def _shown(figures: list[float]) -> tuple[str, str]:
    return (f"{figures[0]:.2f}", f"{figures[1]:.0f}") if figures else ("fails", "-")


def _measured(reader: str, path: Path) -> list[float]:
    """Return seconds and MiB at most of one reading; nothing if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.reading", _ONE, reader, str(path)], capture_output=True, check=False
    )
    return list(json.loads(done.stdout)) if done.returncode == 0 else []


def _read(reader: str, path: str) -> tuple[float, float]:
    import trimesh

    from engine.models.reading import read_model

    begun = time.process_time()
    if reader == "ours":
        read_model(Path(path).read_bytes(), path)
    else:
        trimesh.load(path, force="scene")
    return time.process_time() - begun, _memory_mib()


def _memory_mib() -> float:
    """Return the memory of this process at its most; what `getrusage` says would count the parent's."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def _written(folder: Path, triangles: int) -> Iterator[Path]:
    """Write a wavy sheet in each form."""
    import trimesh

    surface = _sheet(triangles)
    model = Model((Node(mesh=0),), (0,), (Mesh((surface,)),))
    for name, compression in (("plain", "none"), ("draco", "draco"), ("meshopt", "meshopt")):
        path = folder / f"{name}.glb"
        path.write_bytes(write_model(model, compression=compression))  # type: ignore[arg-type]
        yield path
    yield _obj(folder / "words.obj", surface)
    mesh = trimesh.Trimesh(surface.points, surface.faces, process=False)
    for name, form, options in (
        ("binary.ply", "ply", {}), ("words.ply", "ply", {"encoding": "ascii"}), ("binary.stl", "stl", {}),
        ("words.stl", "stl_ascii", {}),
    ):  # fmt: skip
        mesh.export(folder / name, file_type=form, **options)
        yield folder / name


def _sheet(triangles: int) -> Surface:
    side = round((triangles / 2) ** 0.5) + 1
    u, v = (each.ravel() for each in np.meshgrid(np.linspace(0, 1, side), np.linspace(0, 1, side), indexing="ij"))
    points = np.column_stack([u, 0.05 * np.sin(20 * u) * np.cos(30 * v), v])
    corner = np.arange(side * side).reshape(side, side)
    a, b, c, d = (each.ravel() for each in (corner[:-1, :-1], corner[1:, :-1], corner[1:, 1:], corner[:-1, 1:]))
    faces = np.concatenate([np.column_stack([a, d, c]), np.column_stack([a, c, b])]).astype(np.int32)
    uvs = np.column_stack([u, v]).astype(np.float32)
    return Surface(points, faces, normals=_normals(u, v), uvs=(uvs,))


def _normals(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.float32]:
    slopes = np.column_stack([-np.cos(20 * u) * np.cos(30 * v), 0 * u + 1, 1.5 * np.sin(20 * u) * np.sin(30 * v)])
    return np.asarray(slopes / np.linalg.norm(slopes, axis=1, keepdims=True), np.float32)


def _obj(path: Path, surface: Surface) -> Path:
    with path.open("w") as file:
        np.savetxt(file, surface.points, "v %.6f %.6f %.6f")
        np.savetxt(file, surface.uvs[0], "vt %.6f %.6f")
        np.savetxt(file, surface.normals, "vn %.4f %.4f %.4f")
        np.savetxt(file, np.repeat(surface.faces + 1, 3, axis=1), "f %d/%d/%d %d/%d/%d %d/%d/%d")
    return path


if __name__ == "__main__":
    main()
