"""Unwrap: our parts against plain xatlas and, where Open3D loads, its UVAtlas, on the same meshes in one run.

`python -m bench.unwrap 20000 200000` measures meshes of about so many triangles (default: these two, and a million for
parts alone); MESHWRIGHT_SAMPLES adds the bunny and the gearbox, subdivided. Each runs in a process of its own,
one after the other; seconds are those of charting, packing and our check for overlaps (xatlas and UVAtlas: without it).
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import trimesh
from rich.console import Console
from rich.table import Table

from domain.errors import MeshwrightError
from domain.work import UnwrapMesh
from engine.models.model import Mesh, Model, Node, Surface
from engine.unwrapping.measures import measured
from engine.unwrapping.plain import unwrapped_by_uvatlas, unwrapped_by_xatlas
from engine.unwrapping.sheet import sheet_of
from engine.unwrapping.unwrapping import Clock, layouts_of

_SIZES = ("20000", "200000")
_ONLY_PARTS_ABOVE = 400_000
_COLUMNS = (
    "mesh",
    "triangles",
    "method",
    "s",
    "× xatlas",
    "CPU s",
    "charts",
    "coverage",
    "L2",
    "L∞",
    "seams m",
    "overlaps",
    "MiB",
)


def main() -> None:
    """Print a table of all meshes and methods."""
    if len(sys.argv) > 3 and sys.argv[1] == "--one":
        print(json.dumps(_measured(sys.argv[2], sys.argv[3])))
        return
    sizes = [int(size) for size in sys.argv[1:] or (*_SIZES, "1000000")]
    meshes = [f"bumpy:{size}" for size in sizes]
    if samples := os.environ.get("MESHWRIGHT_SAMPLES"):
        meshes += [f"{samples}/stanford-bunny.obj:{max(sizes[:2])}", f"{samples}/cycloidal.ply:{max(sizes[:2])}"]
    for mesh in meshes:
        table = Table(*_COLUMNS, title="Unwrap, resolution 1024, padding 2")
        is_small = int(mesh.rpartition(":")[2]) <= _ONLY_PARTS_ABOVE
        rows = [_row(mesh, method) for method in (("xatlas", "uvatlas", "parts") if is_small else ("parts",))]
        plain = next((row["seconds"] for row in rows if row and row["method"] == "xatlas"), None)
        for row in filter(None, rows):
            table.add_row(*_cells(Path(mesh).name.partition(":")[0], row, plain))
        Console(width=150).print(table)


def _row(mesh: str, method: str) -> dict | None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.unwrap", "--one", mesh, method], stdout=subprocess.PIPE, check=False, text=True
    )
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None


def _cells(name: str, row: dict, plain: float | None) -> list[str]:
    ratio = "" if plain is None else f"{plain / row['seconds']:.1f}"
    stretch = row["stretch"]
    return [
        name, f"{row['triangles']:,}", row["method"], f"{row['seconds']:.2f}", ratio, f"{row['cpu_seconds']:.2f}",
        str(row["charts"]), f"{row['coverage']:.3f}", f"{stretch['l2']:.4f}", f"{stretch['linf']:.2f}",
        f"{row['seam_length_m']:.1f}", str(row["overlaps"]), f"{row['memory_mib']:.0f}",
    ]  # fmt: skip


def _measured(mesh: str, method: str) -> dict:
    """Return the figures of one method on one mesh; run in a process of its own."""
    model = Model((Node(mesh=0),), (0,), (Mesh((_surface(mesh),)),))
    work, clock = UnwrapMesh(mesh="", method=method), Clock()  # type: ignore[arg-type]
    sheet = sheet_of(model, [0])
    begun, cpu = time.perf_counter(), _cpu_s()
    try:
        if method == "parts":
            charts = layouts_of(model, work, clock)[0].charts
        elif method == "xatlas":
            charts = unwrapped_by_xatlas(sheet, model, work).charts
        else:
            charts = unwrapped_by_uvatlas(sheet, work).charts
    except MeshwrightError as error:
        print(f"{method}: {error}", file=sys.stderr)
        sys.exit(1)
    seconds, cpu_seconds = time.perf_counter() - begun, _cpu_s() - cpu
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    figures = {"method": method, "triangles": len(sheet.faces), "seconds": seconds, "cpu_seconds": cpu_seconds}
    return figures | {"memory_mib": memory} | measured(sheet, charts, work.resolution).metrics


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _surface(name: str) -> Surface:
    path, _, size = name.rpartition(":")
    if path == "bumpy":
        return _bumpy(int(size))
    mesh = trimesh.load(path, force="mesh")
    mesh.merge_vertices(merge_tex=True, merge_norm=True)
    while len(mesh.faces) < int(size) * 0.6:
        mesh = mesh.subdivide_loop(1) if "bunny" in path else mesh.subdivide()
    return Surface(np.array(mesh.vertices, np.float64), np.array(mesh.faces, np.int32))


def _bumpy(triangles: int) -> Surface:
    """Return a ball with bumps of many sizes: six grids that are blown up, welded."""
    steps = round((triangles / 12) ** 0.5)
    a, b = np.meshgrid(np.linspace(-1, 1, steps + 1), np.linspace(-1, 1, steps + 1), indexing="ij")
    corner = (np.arange(steps)[:, None] * (steps + 1) + np.arange(steps)).reshape(-1)
    quads = np.stack([corner, corner + steps + 1, corner + steps + 2, corner + 1], axis=1)
    sides = []
    for turn in range(3):
        for sign in (1.0, -1.0):
            grid = np.stack([a * sign, b, np.full_like(a, sign)], axis=-1).reshape(-1, 3)
            sides.append(np.roll(grid, turn, axis=1))
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    ball = trimesh.Trimesh(
        np.tan(np.concatenate(sides) * np.pi / 4), np.concatenate([faces + n * (steps + 1) ** 2 for n in range(6)])
    )
    ball.merge_vertices()
    points = ball.vertices / np.linalg.norm(ball.vertices, axis=1, keepdims=True)
    draws, high = np.random.default_rng(1), np.zeros(len(points))
    for octave in range(1, 7):
        for _ in range(8):
            wave = draws.normal(size=3)
            wave *= 2.0**octave / np.linalg.norm(wave)
            high += 0.125 * 2.0 ** (-1.3 * octave) * np.sin(points @ wave + draws.uniform(0, 2 * np.pi))
    return Surface(points * (1 + high)[:, None], np.array(ball.faces, np.int32))


if __name__ == "__main__":
    main()
