"""Bake from 327,680 and 1,310,720 triangles onto 5,120: rays per second against Embree's own, and against Blender.

Speeds are per second of a core, so that other work on the machine matters little.
`python -m bench bake` does it all; `python -m bench.bake --quick` leaves the larger mesh and Blender out.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from PIL import Image
from rich.console import Console
from rich.table import Table

from bench.blender import _blender
from engine.baking import baker
from engine.baking.baker import Baked, bake
from engine.baking.casting import EmbreeCaster
from engine.baking.charts import charted
from engine.baking.light import light_of
from engine.baking.options import Kind, Options
from engine.baking.raster import Raster
from engine.baking.tangent_space import welded
from engine.models.model import Mesh, Model, Node, Surface
from engine.threads import cores, side_by_side

SIZE, SAMPLES = 1024, 64
_EVERY, _KEPT = 7, 400  # calls of Embree
_SIDE = Path(__file__).with_name("bake_side.py")


def main() -> None:
    """Print both tables."""
    is_quick = "--quick" in sys.argv
    if "--alone" in sys.argv:
        kinds: Any = tuple(sys.argv[-1].split(","))
        print(json.dumps(_alone(int(sys.argv[-2]), kinds)))
        return
    console = Console()
    table = Table(
        "triangles", "baked", "seconds", "M rays", "M rays/cpu s", "Embree alone", "share", "peak MiB",
        title=f"onto 5,120 triangles, {SIZE}², {SAMPLES} rays per texel, {cores()} threads",
    )  # fmt: skip
    for fine in (7,) if is_quick else (7, 8):
        for kinds in ("normal", "ambient_occlusion", "normal,ambient_occlusion"):
            done = subprocess.run(
                [sys.executable, "-m", "bench.bake", "--alone", str(fine), kinds],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
            table.add_row(*json.loads(done.stdout.splitlines()[-1]))
    console.print(table)
    if not is_quick:
        _against_blender(console)


def _alone(fine: int, kinds: tuple[Kind, ...]) -> list[str]:
    """Return a row of the table, measured in a process of its own."""
    high, low = _models(fine)
    options = Options(kinds, size=SIZE, samples=SAMPLES)
    begun = time.process_time()
    baked = bake(high, low, options)
    speed = baked.facts["rays"] / (time.process_time() - begun)
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    raw = _raw_rays_per_cpu_s(high, low, options)
    return [
        f"{high.triangles:,}", " + ".join(kinds), f"{baked.facts['seconds']['all']:.2f}",
        f"{baked.facts['rays'] / 1e6:.1f}", f"{speed / 1e6:.2f}", f"{raw / 1e6:.2f}", f"{speed / raw:.2f}",
        f"{peak_mib:,}",
    ]  # fmt: skip


def _models(fine: int) -> tuple[Model, Model]:
    """Return a ball with bumps, and a light ball with charts."""
    high = trimesh.creation.icosphere(fine)
    bumps = 1 + 0.02 * np.sin(23 * high.vertices).prod(axis=1, keepdims=True)
    light = trimesh.creation.icosphere(4)
    normals = np.asarray(light.vertices, np.float32)
    models = [
        Model((Node(mesh=0),), (0,), (Mesh((surface,)),))
        for surface in (
            Surface(np.asarray(high.vertices * bumps), np.asarray(high.faces, np.int32)),
            Surface(np.asarray(light.vertices), np.asarray(light.faces, np.int32), normals=normals),
        )
    ]
    surface = models[0].meshes[0].surfaces[0]
    smooth = trimesh.Trimesh(surface.points, surface.faces, process=False).vertex_normals.astype(np.float32)
    high_model = models[0].with_surfaces((Mesh((replace(surface, normals=smooth),)),))
    ready = light_of(
        high_model, models[1], lambda model, tick: charted(model, resolution=SIZE, padding=4, tick=tick),
        onto="auto", triangles=5_120, unwraps="auto",
    )  # fmt: skip
    return high_model, ready.model


class _Recorder(EmbreeCaster):
    """Embree that keeps some of the rays that a bake shoots."""

    def __init__(self, points: Any, faces: Any) -> None:
        super().__init__(points, faces)
        self.calls = 0
        self.kept: list[tuple[str, Any, Any, Any]] = []

    def _keep(self, query: str, origins: Any, directions: Any, reach: Any) -> None:
        self.calls += 1
        if self.calls % _EVERY == 0 and len(self.kept) < _KEPT and len(origins):
            reaches = np.empty(len(origins), np.float32)
            reaches[:] = reach
            self.kept.append((query, origins.copy(), directions.copy(), reaches))

    def first(self, origins: Any, directions: Any, reach: Any = 1e30) -> Any:
        self._keep("INTERSECT", origins, directions, reach)
        return super().first(origins, directions, reach)

    def blocked(self, origins: Any, directions: Any, reach: float = 1e30) -> Any:
        self._keep("OCCLUDED", origins, directions, reach)
        return super().blocked(origins, directions, reach)

    def again(self) -> float:
        """Shoot the kept rays once more, with nothing else to do; return rays per second of a core."""

        def shoot(call: tuple[str, Any, Any, Any]) -> None:
            query, origins, directions, reaches = call
            self._scene.run(origins, directions, dists=reaches, query=query)

        begun = time.process_time()
        side_by_side(shoot, self.kept)
        return sum(len(call[1]) for call in self.kept) / (time.process_time() - begun)


def _raw_rays_per_cpu_s(high: Model, low: Model, options: Options) -> float:
    """Return Embree's own speed with rays of a bake."""
    recorders: list[_Recorder] = []

    def recorder_of(points: Any, faces: Any, *, device: str) -> _Recorder:
        recorders.append(_Recorder(points, faces))
        return recorders[-1]

    usual, baker.caster_of = baker.caster_of, recorder_of  # type: ignore[assignment]
    bake(high, low, options)
    baker.caster_of = usual
    return recorders[0].again()


def _against_blender(console: Console) -> None:
    """Bake the same normals and occlusion with Cycles."""
    high, low = _models(7)
    kinds: tuple[tuple[str, Kind], ...] = (("normal", "normal"), ("occlusion", "ambient_occlusion"))
    ours = {
        step: _timed(high, low, Options((kind,), size=SIZE, samples=SAMPLES, occlusion_m=10.0)) for step, kind in kinds
    }
    try:
        theirs, picture = _theirs(_blender(), high, low, 1.5 * ours["normal"][0].facts["farthest_m"])
    except (OSError, subprocess.CalledProcessError) as error:
        console.print(f"Blender's bpy cannot be had here: {error}")
        return
    table = Table(
        "step", "ours, cpu s", "Blender, cpu s", "Blender / ours", title=f"327,680 onto 5,120, {SIZE}², {SAMPLES} rays"
    )
    for step, (_, mine) in ours.items():
        other = theirs["seconds"][step]
        table.add_row(step, f"{mine:.2f}", f"{other:.2f}", f"{other / mine:.2f}")
    console.print(table)
    apart = _degrees_between(ours["normal"][0], low, picture)
    console.print(
        f"Blender {theirs['version']}, Cycles on the CPU, 4 samples for normals as ours has 4 places per texel. "
        f"Its normals and ours differ by {np.median(apart):.2f}° (median), {np.quantile(apart, 0.99):.2f}° (99 %)."
    )


def _timed(high: Model, low: Model, options: Options) -> tuple[Baked, float]:
    """Return a bake, and the seconds of cores that it took."""
    begun = time.process_time()
    return bake(high, low, options), time.process_time() - begun


def _degrees_between(ours: Baked, low: Model, picture: Any) -> Any:
    own, other = (each.astype(np.float64) / 127.5 - 1 for each in (ours.pictures["normal"], picture))
    cosine = (own * other).sum(axis=2) / np.linalg.norm(own, axis=2) / np.linalg.norm(other, axis=2)
    light = low.meshes[0].surfaces[0]
    shown = Raster(light.uvs[0], light.faces, SIZE, reach=0.0).band(0, SIZE).texel
    return np.degrees(np.arccos(np.clip(cosine.reshape(-1)[shown], -1, 1)))


def _theirs(python: Path, high: Model, low: Model, reach_m: float) -> tuple[dict[str, Any], Any]:
    full, light = high.meshes[0].surfaces[0], low.meshes[0].surfaces[0]
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as folder:
        meshes = Path(folder) / "meshes.npz"
        place = welded(light.points)  # Blender makes normals of its own: charts must not break them
        first = np.unique(place, return_index=True)[1]
        np.savez(
            meshes, full_points=full.points, full_faces=full.faces, light_points=light.points[first],
            light_faces=place[light.faces], light_uvs=light.uvs[0][light.faces], reach=reach_m,
        )  # fmt: skip
        done = subprocess.run(
            [str(python), str(_SIDE), str(meshes), str(SIZE), str(SAMPLES), str(cores())],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        picture = np.asarray(Image.open(f"{meshes}.png").convert("RGB"))
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
    return json.loads(line.removeprefix("RESULT ")), picture


if __name__ == "__main__":
    main()
