"""Films and photographs to meshes: seconds of each stage, cameras found, errors, F-score where the truth is known.

    python -m bench.reconstruct [--low] [--medium] [--keep FOLDER] [--pictures FOLDER] [film] [castle]

`film` is the film of tests/filming.py, whose cameras and surface are known: 36 frames at 640 × 480 half around a vase.
`castle` are the photographs in `$MESHWRIGHT_SAMPLES/photos-castle`. Each runs by the handler, as a job does, in a
process of its own, whose greatest memory is told (COLMAP's processes beside it). CPU seconds are those of all
processes: on a machine that does much else they say more than the clock. `--pictures` draws each model from two sides;
`docs/pictures/castle.jpg` is `castle-medium.jpg` of it.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from rich.console import Console
from rich.table import Table

from domain.work import Reconstruct
from domain.work.reconstruct import NamedAsset
from engine.models.reading import read_model
from engine.models.showing import pixels_of
from engine.photographs.frames_file import unpacked
from engine.photographs.judging import Fit, Similarity, aligned, fit_of
from engine.photographs.views import View
from handlers.context import ReplayContext
from handlers.messages import Completed, Entered, FromChild
from handlers.reconstruct import ReconstructResult, perform
from handlers.reconstructing.cameras_file import cameras_of
from tests.filming import Truth, filmed

CASTLE = Path(os.environ.get("MESHWRIGHT_SAMPLES", "/nowhere")) / "photos-castle"
QUALITIES = ("low", "medium")
THRESHOLDS = (0.005, 0.01, 0.02)  # metres; the thing is 0.54 m high and filmed from 1.1 m
FRAMES, FPS, TURN_DEG = 36, 6, 180.0
SIDES_DEG, DRAWN_PX, SHOWN_PX = (-22.0, 28.0), 720, 570


def main() -> None:
    """Print the figures."""
    words = sys.argv[1:]
    if words[:1] == ["--one"]:
        print(json.dumps(_measured(words[1], words[2], Path(words[3]))))
        return
    kept = Path(words[words.index("--keep") + 1]) if "--keep" in words else Path(tempfile.mkdtemp())
    qualities = [name for name in QUALITIES if f"--{name}" in words] or QUALITIES
    cases: list[str] = [name for name in ("film", "castle") if name in words] or [
        "film",
        *(["castle"] if CASTLE.exists() else []),
    ]
    _show([(case, quality, _run(case, quality, kept)) for case in cases for quality in qualities])
    if "--pictures" in words:
        folder = Path(words[words.index("--pictures") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        for case in cases:
            for quality in qualities:
                _draw(kept / f"{case}-{quality}" / "textured_mesh.glb", folder / f"{case}-{quality}.jpg")


def _draw(model: Path, picture: Path) -> None:
    """Write a picture of a model from two sides, beside each other."""
    read = read_model(model.read_bytes())
    sides = np.hstack([pixels_of(read, size=DRAWN_PX, turn_deg=turn_deg) for turn_deg in SIDES_DEG])
    shown = Image.fromarray(sides).resize((len(SIDES_DEG) * SHOWN_PX, SHOWN_PX), Image.Resampling.LANCZOS)
    shown.save(picture, quality=90)


def _run(case: str, quality: str, kept: Path) -> dict[str, Any]:
    folder = kept / f"{case}-{quality}"
    folder.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", "bench.reconstruct", "--one", case, quality, str(folder)]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _measured(case: str, quality: Any, folder: Path) -> dict[str, Any]:
    """Perform one case, keep its files, and return its figures."""
    truth: Truth | None = None
    if case == "film":
        film = folder / "film.mp4"
        truth = filmed(film, count=FRAMES, fps=FPS, turn_deg=TURN_DEG)
        work, files = Reconstruct(project_id="bench", video="film", quality=quality), {"film": film}
    else:
        files = {path.name: path for path in sorted(CASTLE.glob("*.JPG"))}
        pictures = tuple(NamedAsset(name, name) for name in files)
        work = Reconstruct(project_id="bench", pictures=pictures, quality=quality)
    cpu_s: dict[str, float] = {}

    def told(message: FromChild) -> None:
        if isinstance(message, Entered):
            cpu_s[message.stage] = -_cpu_s()
        elif isinstance(message, Completed):
            cpu_s[message.stage] += _cpu_s()

    job = ReplayContext(load=lambda asset: files[asset].read_bytes(), on_message=told)
    made = perform(work, job)
    for file in job.kept:
        (folder / file.name).write_bytes(file.data)
    seconds = {message.stage: message.duration_ms / 1000 for message in job.messages if isinstance(message, Completed)}
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    figures = {
        "seconds": seconds,
        "cpu_s": cpu_s,
        "peak_mib": peaks,
        "quality": made.reconstruction_quality,
        "metrics": made.metrics,
    }
    return figures | (_against(truth, made, job, folder) if truth else {})


def _cpu_s() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


def _against(truth: Truth, made: ReconstructResult, job: ReplayContext, folder: Path) -> dict[str, Any]:
    """Return how far cameras and surface lie from the truth."""
    frames = unpacked(folder / "frames.zip", Path(tempfile.mkdtemp()))
    known = {shot.name: replace(truth.views[round(shot.time_s * FPS)], name=shot.name) for shot in frames}
    found, errors = aligned(cameras_of(job.load(made.cameras)), known)
    fits = fits_of(job.load(made.mesh), found, truth, list(known.values()))
    return {"pose": vars_of(errors), "fits": [vars_of(fit) | {"f_score": fit.f_score} for fit in fits]}


def fits_of(mesh: bytes, found: Similarity, truth: Truth, views: Sequence[View]) -> list[Fit]:
    """Return how near a reconstructed mesh is to the truth at each threshold."""
    surface = read_model(mesh).meshes[0].surfaces[0]
    moved = (found.moved(surface.points), surface.faces)
    return [fit_of(moved, (truth.points, truth.faces), views, threshold=threshold) for threshold in THRESHOLDS]


def vars_of(values: Any) -> dict[str, float]:
    """Return the members of a small record."""
    return {name: float(getattr(values, name)) for name in values.__slots__}


def _show(rows: Sequence[tuple[str, str, dict[str, Any]]]) -> None:
    table = Table(title="Reconstruction", show_lines=True)
    for name in ("what", *(f"{case} {quality}" for case, quality, _ in rows)):
        table.add_column(name)
    for stage in rows[0][2]["seconds"]:
        table.add_row(
            f"{stage}, s (CPU s)", *(f"{row['seconds'][stage]:.1f} ({row['cpu_s'][stage]:.1f})" for *_, row in rows)
        )
    table.add_row(
        "all, s (CPU s)",
        *(f"{sum(row['seconds'].values()):.1f} ({sum(row['cpu_s'].values()):.1f})" for *_, row in rows),
    )
    for name in ("frames", "registered", "error_px", "track_length", "points", "dense_points", "triangles"):
        table.add_row(name, *(str(row["metrics"][name]) for *_, row in rows))
    table.add_row("reconstruction_quality", *(f"{row['quality']:.3f}" for *_, row in rows))
    table.add_row("memory, MiB", *(f"{row['peak_mib'][0]:.0f} + {row['peak_mib'][1]:.0f}" for *_, row in rows))
    table.add_row(
        "cameras off, mm (median, worst)", *(_pose(row, "place_median", "place_worst", 1000) for *_, row in rows)
    )
    table.add_row(
        "turned by, ° (median, worst)", *(_pose(row, "turn_median_deg", "turn_worst_deg", 1) for *_, row in rows)
    )
    for number, threshold in enumerate(THRESHOLDS):
        label = f"accuracy, completeness, F at {1000 * threshold:.0f} mm"
        table.add_row(label, *(_fit(row, number) for *_, row in rows))
    Console(width=160).print(table)


def _pose(row: dict[str, Any], median: str, worst: str, unit: int) -> str:
    return f"{unit * row['pose'][median]:.3f}, {unit * row['pose'][worst]:.3f}" if "pose" in row else ""


def _fit(row: dict[str, Any], number: int) -> str:
    if "fits" not in row:
        return ""
    fit = row["fits"][number]
    return f"{fit['accuracy']:.3f}, {fit['completeness']:.3f}, {fit['f_score']:.3f}"


if __name__ == "__main__":
    main()
