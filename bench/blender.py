"""Unwrap and bake, ours against Blender's, on the demo's model: the same two meshes, texture size and occlusion rays.

Blender is GPL, so it lives in a virtual environment of its own under the user's cache folder, which the first run
makes; it is never imported here.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from bench.demo import PROMPT
from domain.materials import CATALOGUE, linear_of
from engine.assembling.assembly import assemble
from engine.assembling.bake import bake
from engine.assembling.budget import fit_to_budget
from engine.assembling.unwrap import unwrap
from engine.planner import plan
from engine.shapes import Assembly
from handlers.text_to_model import SETTINGS

REQUIREMENT = "bpy>=5.0,<5.1"
TRIANGLES = 20_000
_SIDE = Path(__file__).with_name("blender_side.py")


def main() -> None:
    """Run both and print the seconds and their ratio."""
    console = Console()
    python = _blender()
    settings = SETTINGS["standard"]
    full = assemble(plan(PROMPT))
    light = fit_to_budget(full, triangles=TRIANGLES)
    ours = _ours(full, light)
    theirs = _theirs(python, full, light, settings.texture_size, settings.occlusion_rays)
    table = Table(
        "step", "ours, s", "Blender, s", "Blender / ours",
        title=f"{light.triangles:,} triangles from {full.triangles:,}, {settings.texture_size}², "
        f"{settings.occlusion_rays} occlusion rays",
    )  # fmt: skip
    baked = sum(theirs["seconds"][step] for step in ("albedo", "normal", "occlusion"))
    rows = {"unwrap": (ours["unwrap"], theirs["seconds"]["unwrap"]), "bake": (ours["bake"], baked)}
    rows["both"] = (sum(row[0] for row in rows.values()), sum(row[1] for row in rows.values()))
    for step, (mine, other) in rows.items():
        table.add_row(step, f"{mine:.2f}", f"{other:.2f}", f"{other / mine:.2f}")
    console.print(table)
    console.print(
        f"Blender {theirs['version']}: Smart UV Project; Cycles on the CPU bakes albedo, normal and occlusion. Ours "
        "bakes roughness, metallic and emission too, evaluates the procedural materials, and lets no charts overlap."
    )


def _ours(full: Assembly, light: Assembly) -> dict[str, float]:
    settings = SETTINGS["standard"]
    begun = time.perf_counter()
    mesh = unwrap(light, texture_size=settings.texture_size, padding=settings.padding)
    unwrapped = time.perf_counter()
    bake(mesh, full, texture_size=settings.texture_size, samples=settings.occlusion_rays, seed=0)
    return {"unwrap": unwrapped - begun, "bake": time.perf_counter() - unwrapped}


def _theirs(python: Path, full: Assembly, light: Assembly, size: int, rays: int) -> dict[str, object]:
    colors = [
        np.tile([*linear_of(part.color or CATALOGUE[part.material].albedo), 1.0], (len(part.points), 1))
        for part in full.parts
    ]
    (full_points, full_faces), (light_points, light_faces) = _joined(full), _joined(light)
    reach = 0.02 * float(np.linalg.norm(np.ptp(full_points, axis=0)))
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as folder:
        meshes = Path(folder) / "meshes.npz"
        np.savez(
            meshes, full_points=full_points, full_faces=full_faces, full_colors=np.concatenate(colors),
            light_points=light_points, light_faces=light_faces, reach=reach,
        )  # fmt: skip
        done = subprocess.run(
            [str(python), str(_SIDE), str(meshes), str(size), str(rays)], check=True, capture_output=True, text=True
        )
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
    result: dict[str, object] = json.loads(line.removeprefix("RESULT "))
    return result


def _joined(assembly: Assembly) -> tuple[np.ndarray, np.ndarray]:
    starts = np.cumsum([0, *(len(part.points) for part in assembly.parts[:-1])])
    faces = [part.faces + start for part, start in zip(assembly.parts, starts, strict=True)]
    return np.concatenate([part.points for part in assembly.parts]), np.concatenate(faces)


def _blender() -> Path:
    """Return the interpreter that has `bpy`, made at the first call."""
    folder = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "meshwright" / "blender"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", REQUIREMENT], check=True, stdout=sys.stderr)
        (folder / "ready").touch()
    return python


if __name__ == "__main__":
    main()
