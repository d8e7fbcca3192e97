"""Cameras: our stages of finding them against bare pycolmap with the same options, on the same photographs.

`python -m bench.sparse 1600 4096` (longest side of pictures, features of each) takes the photographs in
MESHWRIGHT_SAMPLES/photos-castle, or else twelve pictures of the known thing of our tests. Each of the two runs in a
process of its own, one after the other; CPU seconds are those of all processes, and less noisy than the clock. Reading
and turning pictures upright is told apart: bare pycolmap does not do that. Places are compared after the best
similarity, as a share of the median distance of cameras from their own middle.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycolmap
from rich.console import Console
from rich.table import Table

from engine.photographs.sparse import MAPPING_THREADS, features, mapped, matched
from engine.photographs.stills import kept
from engine.photographs.views import Shot
from tests.filming import orbit, photographed, photographs

_THREADS, _SEED = 2, 0  # of features and matches, and of all that bare pycolmap does; we map as reconstructions do


def main() -> None:
    """Print a table, and how far the two agree."""
    if len(sys.argv) > 5 and sys.argv[1] == "--one":
        print(json.dumps(_measured(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))))
        return
    size_px, count = (int(word) for word in (sys.argv[1:3] if len(sys.argv) > 2 else ("1600", "4096")))
    with tempfile.TemporaryDirectory() as folder:
        source = _photographs(Path(folder))
        bare, ours = (_asked(how, source, size_px, count) for how in ("bare", "ours"))
    table = Table("", "s", "CPU s", "× bare", "× bare CPU", "registered", "error px", "points", "focal px", "read s")
    for name, found in (("bare pycolmap", bare), ("ours", ours)):
        table.add_row(
            name, f"{found['s']:.1f}", f"{found['cpu_s']:.1f}", f"{found['s'] / bare['s']:.2f}",
            f"{found['cpu_s'] / bare['cpu_s']:.2f}", f"{len(found['places'])} of {found['pictures']}",
            f"{found['error_px']:.3f}", str(found["points"]), f"{found['focal_px']:.0f}", f"{found['read_s']:.1f}",
        )  # fmt: skip
    console = Console(width=130)
    console.print(table)
    console.print(f"largest difference of places: {_difference(bare['places'], ours['places']):.5f}")
    if (known := source / "K.txt").is_file():
        console.print(f"focal length by calibration: {float(known.read_text().split()[0]):.0f} px")


def _photographs(folder: Path) -> Path:
    if samples := os.environ.get("MESHWRIGHT_SAMPLES"):
        return Path(samples) / "photos-castle"
    photographs(folder, [photographed(view, samples=1) for view in orbit(24)[:12]])
    return folder


def _asked(how: str, source: Path, size_px: int, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.sparse", "--one", how, str(source), str(size_px), str(count)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    found: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return found


def _measured(how: str, source: Path, size_px: int, count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "shots").mkdir()
        begun = time.perf_counter()
        files = sorted(path for path in source.iterdir() if path.suffix.lower() in (".jpg", ".png"))
        shots = kept([(path.name, path) for path in files], folder / "shots").shots
        read_s, cpu_s, begun = time.perf_counter() - begun, _cpu_s(), time.perf_counter()
        model = (_ours if how == "ours" else _bare)(shots, folder, size_px, count)
        taken_s = time.perf_counter() - begun
        return {
            "s": taken_s, "cpu_s": _cpu_s() - cpu_s, "read_s": read_s, "pictures": len(shots),
            "error_px": model.compute_mean_reprojection_error(), "points": model.num_points3D(),
            "focal_px": next(iter(model.cameras.values())).focal_length,
            "places": {
                Path(model.image(number).name).name: list(model.image(number).projection_center())
                for number in model.reg_image_ids()
            },
        }  # fmt: skip


def _ours(shots: Sequence[Shot], folder: Path, size_px: int, count: int) -> Any:
    found = features(shots, folder, size_px_max=size_px, count_max=count, threads=_THREADS)
    matched(found, seed=_SEED, threads=_THREADS)
    return pycolmap.Reconstruction(mapped(found, folder / "models", seed=_SEED, threads=MAPPING_THREADS)[0].folder)


def _bare(shots: Sequence[Shot], folder: Path, size_px: int, count: int) -> Any:
    database, pictures = folder / "database.db", folder / "shots"
    extraction = pycolmap.FeatureExtractionOptions()
    extraction.num_threads, extraction.max_image_size, extraction.use_gpu = _THREADS, size_px, False
    extraction.sift.max_num_features = count
    matching = pycolmap.FeatureMatchingOptions()
    matching.num_threads, matching.use_gpu = _THREADS, False
    mapping = pycolmap.IncrementalPipelineOptions()
    mapping.num_threads, mapping.min_model_size = _THREADS, 3
    pycolmap.set_random_seed(_SEED)
    pycolmap.extract_features(
        database, pictures, camera_mode=pycolmap.CameraMode.SINGLE, extraction_options=extraction
    )  # fmt: skip
    pycolmap.match_exhaustive(database, matching)
    models = pycolmap.incremental_mapping(database, pictures, folder, mapping)
    return max(models.values(), key=lambda model: model.num_reg_images())


def _cpu_s() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


def _difference(one: dict[str, list[float]], other: dict[str, list[float]]) -> float:
    """Return the largest distance between places of the same pictures after the best similarity (Umeyama, 1991)."""
    names = sorted(one.keys() & other.keys())
    first, second = (np.array([places[name] for name in names]) for places in (one, other))
    first, second = first - first.mean(axis=0), second - second.mean(axis=0)
    left, sizes, right = np.linalg.svd(first.T @ second)
    sizes[2] *= np.sign(np.linalg.det(left @ right))
    left[:, 2] *= np.sign(np.linalg.det(left @ right))
    fitted = second @ (left @ right).T * sizes.sum() / (second**2).sum()
    return float(np.linalg.norm(fitted - first, axis=1).max() / np.median(np.linalg.norm(first, axis=1)))


if __name__ == "__main__":
    main()
