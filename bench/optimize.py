"""Simplify models, ours against gltfpack and gltf-transform at equal triangles: seconds, memory, size, and error.

    python -m bench.optimize [--large] [NAME …]

`MESHWRIGHT_SAMPLES` names a folder of models; without it only our own bumpy ring of 100,000 triangles is simplified,
and with `--large` one of a million. Each runs in a process of its own; reading, writing and the start are included
(ours: Python, numpy and scipy; theirs: Node). All are measured by the same code, which MeshLab's library agrees with
(tests/test_optimize_distances.py). Ours repairs, too, which the others do not.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import psutil
from rich.console import Console
from rich.table import Table

from bench.packers import FOLDER, _install
from engine.models.model import Material, Mesh, Model, Node, Surface
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.optimizing.distances import Apart, Sheet, apart
from engine.optimizing.sharing import triangles_shown
from tests.gltf import node_tools

SAMPLES = ("Duck.glb", "CesiumMilkTruck.glb", "spot.obj", "stanford-bunny.obj", "cycloidal.ply", "fuze.obj")
_SHARE = 0.1
_LARGE_TARGET = 10_000

_OURS = """
import sys
from pathlib import Path
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.optimizing.scene import mended, simplified, without_dropped
triangles, repairs, source, target = sys.argv[1:]
model = read_model(Path(source).read_bytes())
model = mended(model)[0] if repairs == "repairs" else model
made = write_model(without_dropped(simplified(model, int(triangles)).model))
Path(target).write_bytes(made)
"""


class Made(NamedTuple):
    """A file that somebody made, what it cost: start, reading and writing included."""

    data: bytes
    seconds: float
    cpu_s: float
    memory_mib: float


def ran(words: list[str], data: bytes, place: Path) -> Made:
    """Return what a command makes of a GLB, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.glb", Path(folder) / "out.glb"
        source.write_bytes(data)
        names = {"{in}": str(source), "{out}": str(target)}
        begun, memory_mib = time.perf_counter(), 0.0
        process = subprocess.Popen([names.get(word, word) for word in words], cwd=place, stdout=subprocess.DEVNULL)
        watched = psutil.Process(process.pid)
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            memory_mib = max(memory_mib, watched.memory_info().rss / 2**20)
            time.sleep(0.01)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{words[:3]} ended with {process.returncode}")
        seconds = time.perf_counter() - begun
        return Made(target.read_bytes(), seconds, usage.ru_utime + usage.ru_stime, memory_mib)


def _by(data: bytes, triangles: int, before: int) -> dict[str, Callable[[], Made]]:
    ratio, node, here = f"{triangles / before:.6f}", node_tools()[0], Path.cwd()
    python = [sys.executable, "-c", _OURS, str(triangles)]
    gltfpack = [node, "node_modules/gltfpack/cli.js", "-i", "{in}", "-o", "{out}", "-noq", "-si", ratio, "-se", "1"]
    transform = [node, "simplify.mjs", ratio, "{in}", "{out}"]
    return {
        "ours": lambda: ran([*python, "repairs", "{in}", "{out}"], data, here),
        "ours, not repaired": lambda: ran([*python, "plain", "{in}", "{out}"], data, here),
        "gltfpack -si": lambda: ran(gltfpack, data, FOLDER),
        "gltf-transform simplify": lambda: ran(transform, data, FOLDER),
    }


def main() -> None:
    """Simplify each model by all, and print a table for each."""
    _install()
    console = Console(width=150)
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")]
    for name, model, triangles in _models():
        if wanted and name not in wanted:
            continue
        before = triangles_shown(model)
        data, whole = write_model(model), Sheet.of(model)
        table = Table(
            "by", "triangles", "s", "CPU s", "MiB", "KiB", "mean error %", "× ours", "Hausdorff %", "texture slid",
            title=f"{name}: {before:,} → {triangles:,} triangles, {len(data) / 1024:,.0f} KiB",
        )  # fmt: skip
        first: Apart | None = None
        for by, make in _by(data, triangles, before).items():
            made = make()
            after = read_model(made.data)
            found = apart(whole, Sheet.of(after))
            first = first or found
            table.add_row(by, *_row(made, triangles_shown(after), found, first))
        console.print(table)


def _row(made: Made, triangles: int, found: Apart, first: Apart) -> list[str]:
    return [
        f"{triangles:,}", f"{made.seconds:.2f}", f"{made.cpu_s:.2f}", f"{made.memory_mib:.0f}",
        f"{len(made.data) / 1024:,.0f}",
        f"{100 * found.mean_m / found.diagonal_m:.4f}", f"{found.mean_m / max(first.mean_m, 1e-30):.2f}",
        f"{100 * found.hausdorff_m / found.diagonal_m:.3f}",
        "-" if found.uv_mean is None else f"{found.uv_mean:.5f}",
    ]  # fmt: skip


def _models() -> Iterator[tuple[str, Model, int]]:
    folder = os.environ.get("MESHWRIGHT_SAMPLES")
    for name in SAMPLES if folder else ():
        model = read_model((Path(str(folder)) / name).read_bytes(), name)
        yield name, model, int(_SHARE * triangles_shown(model))
    yield "ring-100k", bumpy_ring(320, 160), _LARGE_TARGET
    if "--large" in sys.argv:
        yield "ring-1m", bumpy_ring(1000, 500), _LARGE_TARGET


def bumpy_ring(around: int, across: int) -> Model:
    """Return a ring of 2 * around * across triangles with bumps of three sizes, normals and texture coordinates."""
    u, v = np.meshgrid(np.linspace(0, 1, around + 1), np.linspace(0, 1, across + 1), indexing="ij")
    a, b = 2 * np.pi * (u % 1), 2 * np.pi * (v % 1)
    r = 0.35 + 0.02 * np.sin(9 * a) * np.cos(5 * b) + 0.008 * np.sin(31 * a + 7 * b)
    r += 0.003 * np.sin(90 * a) * np.sin(40 * b)
    points = np.stack([(1 + r * np.cos(b)) * np.cos(a), r * np.sin(b), -(1 + r * np.cos(b)) * np.sin(a)], axis=-1)
    inner = points[:-1, :-1]
    along = np.roll(inner, -1, axis=0) - np.roll(inner, 1, axis=0)
    normals = np.cross(along, np.roll(inner, -1, axis=1) - np.roll(inner, 1, axis=1))
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    normals = np.pad(normals, ((0, 1), (0, 1), (0, 0)), mode="wrap")
    row = np.arange(around)[:, None] * (across + 1) + np.arange(across)
    quads = np.stack([row, row + across + 1, row + across + 2, row + 1], axis=-1).reshape(-1, 4)
    faces = quads[:, [0, 1, 2, 0, 2, 3]].reshape(-1, 3)
    surface = Surface(
        points.reshape(-1, 3), faces.astype(np.int32), normals=normals.reshape(-1, 3).astype(np.float32),
        uvs=(np.stack([u, v], axis=-1).reshape(-1, 2).astype(np.float32),), material=0,
    )  # fmt: skip
    return Model((Node(mesh=0),), (0,), (Mesh((surface,)),), (Material(),))


if __name__ == "__main__":
    main()
