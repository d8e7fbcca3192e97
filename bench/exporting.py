"""Write a sheet in every format, ours against trimesh: seconds, bytes, and peak memory, each in a process of its own.

`--large` writes a million triangles; otherwise a hundred thousand. trimesh writes geometry and one material; ours also
colours, provenance, units and axes, so a ratio above one is not all slowness.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
import trimesh
from rich.console import Console
from rich.table import Table

from domain.work.export import FORMATS
from engine.exporting.writing import write
from engine.models.model import Material, Mesh, Model, Node, Surface

THEIRS = {"glb": "glb", "obj": "obj", "stl": "stl", "ply": "ply"}
SMALL, LARGE = 100_000, 1_000_000


def sheet(triangles: int) -> Surface:
    """Return a waving sheet of about so many triangles."""
    side = round((triangles / 2) ** 0.5)
    across, along = np.meshgrid(np.linspace(0, 1, side + 1), np.linspace(0, 1, side + 1), indexing="ij")
    uvs = np.stack([across.reshape(-1), along.reshape(-1)], axis=1)
    height = 0.1 * np.sin(20 * uvs[:, 0]) * np.cos(20 * uvs[:, 1])
    first = np.arange(side * (side + 1)).reshape(side, side + 1)[:, :side].reshape(-1)
    one = np.stack([first, first + side + 1, first + 1], axis=1)
    two = np.stack([first + 1, first + side + 1, first + side + 2], axis=1)
    normals = np.tile(np.float32([0, 1, 0]), (len(uvs), 1))
    points = np.stack([uvs[:, 0], height, uvs[:, 1]], axis=1)
    return Surface(
        points, np.concatenate([one, two]).astype(np.int32), normals, uvs=(uvs.astype(np.float32),), material=0
    )


def _ours(surface: Surface, form: str) -> bytes:
    model = Model((Node("sheet", mesh=0),), (0,), (Mesh((surface,)),), (Material("paint", (0.8, 0.2, 0.1, 1.0)),))
    return write(model, form).data  # type: ignore[arg-type]


def _theirs(surface: Surface, form: str) -> bytes:
    mesh = trimesh.Trimesh(surface.points, surface.faces, vertex_normals=surface.normals, process=False)
    made = mesh.export(file_type=THEIRS[form])
    return made if isinstance(made, bytes) else made.encode()


WRITERS: dict[str, Callable[[Surface, str], bytes]] = {"ours": _ours, "trimesh": _theirs}


def measure(writer: str, form: str, triangles: int) -> None:
    """Write once and print seconds, bytes and the process' peak memory; run in a process of its own."""
    surface = sheet(triangles)
    begun = time.perf_counter()
    size = len(WRITERS[writer](surface, form))
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "size_bytes": size, "peak_mib": peak}))


def _measured(writer: str, form: str, triangles: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.exporting", "--measure", writer, form, str(triangles)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the table."""
    if "--measure" in sys.argv:
        writer, form, count = sys.argv[-3:]
        return measure(writer, form, int(count))
    triangles = LARGE if "--large" in sys.argv else SMALL
    table = Table("format", "ours s", "trimesh s", "ratio", "ours MB", "trimesh MB", "ours MiB", "trimesh MiB")
    for form in FORMATS:
        ours = _measured("ours", form, triangles)
        theirs = _measured("trimesh", form, triangles) if form in THEIRS else {}
        table.add_row(form, *_row(ours, theirs))
    Console(width=120).print(f"Exports of {triangles:,} triangles, library loading included", table)
    return None


def _row(ours: dict[str, float], theirs: dict[str, float]) -> list[str]:
    def both(name: str, scale: float, digits: int) -> tuple[str, str]:
        shown = f"{theirs[name] / scale:.{digits}f}" if theirs else "-"
        return f"{ours[name] / scale:.{digits}f}", shown

    ratio = f"{ours['seconds'] / theirs['seconds']:.2f}" if theirs else "-"
    return [*both("seconds", 1, 2), ratio, *both("size_bytes", 1e6, 1), *both("peak_mib", 1, 0)]


if __name__ == "__main__":
    main()
