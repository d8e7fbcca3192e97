"""A model becomes lighter: repaired, simplified, in levels of detail, measured and packed."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

import msgspec

from domain.work.optimize_mesh import OptimizeMesh
from engine.models.account import account_of
from engine.models.model import Json, Model
from engine.models.packing import Packing, notes_on, packing_of
from engine.models.reading import read_model
from engine.models.showing import pictures_beside
from engine.models.writing import write_model
from engine.optimizing.beating import while_beating
from engine.optimizing.counting import Weight, cache_use_of, texture_bytes_of
from engine.optimizing.distances import Apart, Sheet, apart
from engine.optimizing.presets import Plan, planned
from engine.optimizing.repairing import Repairs
from engine.optimizing.scene import (
    Closed,
    Level,
    closedness_of,
    levels_of,
    lods_of,
    mended,
    simplified,
    without_dropped,
)  # fmt: skip
from engine.optimizing.sharing import Shared
from engine.shapes import Tick
from handlers.context import JobContext, Stage
from handlers.reading import read

GLB, PNG = "model/gltf-binary", "image/png"
_PICTURE_SIZE = 512
_SAMPLES, _LEVEL_SAMPLES = 50_000, 20_000
_PACKED_SAMPLES = 5_000
_MEASURED = 0.9  # of the stage's bar: the rest is for looking whether parts are closed


class OptimizeMeshResult(msgspec.Struct, frozen=True):
    """What optimising made; assets by id. `lods` are the files of the levels, the finest first."""

    mesh: str
    metrics: dict[str, Any]
    provenance: dict[str, Any]
    preview: str = ""
    lods: tuple[str, ...] = ()


@dataclass
class _Made:
    """What has come about so far."""

    before: Model
    size_bytes: int
    model: Model
    repairs: Repairs | None = None
    shared: Shared | None = None
    levels: list[Level] = field(default_factory=list)
    apart: Apart | None = None
    packing_m: float = 0.0
    packings: list[Packing] = field(default_factory=list)  # of the model, then of the levels in files of their own
    closed: tuple[Closed, Closed] | None = None
    strays: list[Apart] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def perform(work: OptimizeMesh, job: JobContext) -> OptimizeMeshResult:
    """Read, repair, simplify, measure and pack; return the assets and what was measured."""
    plan = planned(work)
    data = job.load(work.mesh)
    model = _read(data, job)
    made = _Made(model[0], len(data), model[0], seconds={"reading": model[1]})
    with _timed(job, "repairing", made) as stage:
        _repair(work, plan, made, job.progress, stage)
    with _timed(job, "simplifying", made) as stage:
        _simplify(work, plan, made, job.progress, stage)
    with _timed(job, "measuring", made) as stage:
        _measure(made, job.progress, stage)
    with _timed(job, "packaging", made) as stage:
        return _pack(work, plan, made, account_of(work, data), job, stage)


@contextmanager
def _timed(job: JobContext, name: str, made: _Made) -> Iterator[Stage]:
    begun = time.perf_counter()
    with job.stage(name) as stage:
        yield stage
    made.seconds[name] = round(time.perf_counter() - begun, 3)


def _read(data: bytes, job: JobContext) -> tuple[Model, float]:
    begun = time.perf_counter()
    with job.stage("reading") as stage:
        job.progress(0.0, "Reading the model")
        model = read(data)
        weight = Weight.of(model)
        stage.result = {"format": model.source, "triangles": weight.triangles_shown, "vertices": weight.vertices}
    return model, round(time.perf_counter() - begun, 3)


def _repair(work: OptimizeMesh, plan: Plan, made: _Made, tick: Tick, stage: Stage) -> None:
    if work.is_repaired:
        made.model, made.repairs = mended(
            made.model, fills_holes=plan.fills_holes, tolerance=work.weld_tolerance, tick=tick
        )
        stage.result = {name: count for name, count in asdict(made.repairs).items() if count}


def _simplify(work: OptimizeMesh, plan: Plan, made: _Made, tick: Tick, stage: Stage) -> None:
    share = 0.7 if work.lods else 1.0
    made.shared = simplified(made.model, plan.triangles, tick=_part(tick, 0.0, share))
    made.model = without_dropped(made.shared.model)
    if work.lods:
        made.levels = levels_of(made.model, work.lods, ratio=work.lod_ratio, tick=_part(tick, share, 1.0))
    stage.result = {
        "triangles": Weight.of(made.model).triangles_shown, "lods": [level.triangles for level in made.levels],
    }  # fmt: skip


def _measure(made: _Made, tick: Tick, stage: Stage) -> None:
    share = _MEASURED / (1 + len(made.levels))
    before = Sheet.of(made.before)
    made.apart = apart(before, Sheet.of(made.model), samples=_SAMPLES, tick=_part(tick, 0.0, share))
    for number, level in enumerate(made.levels):
        told = _part(tick, share * (1 + number), share * (2 + number))
        made.strays.append(apart(before, Sheet.of(level.model), samples=_LEVEL_SAMPLES, tick=told))
    made.closed = while_beating(
        lambda: (closedness_of(made.before), closedness_of(made.model)),
        _part(tick, _MEASURED, 1.0),
        "Looking for holes",
    )
    stage.result = _error(made.apart)


def _pack(
    work: OptimizeMesh, plan: Plan, made: _Made, account: Json, job: JobContext, stage: Stage
) -> OptimizeMeshResult:
    begun = time.perf_counter()
    job.progress(0.0, "Writing the model")
    is_in_one = work.lod_form == "msft_lod"
    lods = lods_of(made.model, made.levels) if made.levels and is_in_one else None
    data = write_model(
        made.model, compression=plan.compression, quantizes=plan.quantizes, lods=lods, provenance=account
    )
    mesh = job.keep(data, "model.glb", GLB, "result")
    made.packing_m = _packing_m(made.model, data) if plan.compression != "none" or plan.quantizes else 0.0
    made.packings.append(_packing(plan, data))
    files = _keep_levels([] if is_in_one else made.levels, plan, made.packings, account, job)
    job.progress(0.5, "Photographing it before and after")
    picture = pictures_beside([made.before, made.model], size=_PICTURE_SIZE, tick=_part(job.progress, 0.5, 1.0))
    preview = job.keep(picture, "before_and_after.png", PNG, "preview")
    job.preview(preview)
    made.seconds["packaging"] = round(time.perf_counter() - begun, 3)
    metrics = _metrics(work, plan, made, len(data), [size for _, size in files])
    stage.result = {"size_bytes": len(data), "compression": made.packings[0].compression}
    return OptimizeMeshResult(mesh, metrics, account, preview, tuple(asset for asset, _ in files))


def _packing(plan: Plan, data: bytes) -> Packing:
    """Return how a file that was written is packed."""
    return Packing() if plan.compression == "none" else packing_of(data)


def _keep_levels(
    levels: Sequence[Level], plan: Plan, packings: list[Packing], account: Json, job: JobContext
) -> list[tuple[str, int]]:
    """Keep each level as a file of its own; return the assets and their bytes, and add how they are packed."""
    kept = []
    for number, level in enumerate(levels, 1):
        job.progress(0.1 + 0.4 * number / len(levels), f"Writing level {number}")
        data = write_model(
            without_dropped(level.model), compression=plan.compression, quantizes=plan.quantizes, provenance=account
        )
        packings.append(_packing(plan, data))
        kept.append((job.keep(data, f"model_lod{number}.glb", GLB, "result"), len(data)))
    return kept


def _metrics(work: OptimizeMesh, plan: Plan, made: _Made, size_bytes: int, level_bytes: Sequence[int]) -> Json:
    """Return all figures as plain JSON; docs/operations/optimizing.md says how each is measured."""
    assert made.shared is not None
    assert made.apart is not None
    assert made.closed is not None
    is_quantized = plan.compression == "meshopt" or (plan.quantizes and plan.compression == "none")
    before, after = Weight.of(made.before), Weight.of(made.model, is_quantized=is_quantized)
    texture_bytes = texture_bytes_of(made.before)
    cache = cache_use_of(made.before), cache_use_of(made.model)
    return {
        "target": work.target,
        "triangles": {"before": before.triangles_shown, "after": after.triangles_shown, "wanted": plan.triangles},
        "meets_target": after.triangles_shown <= plan.triangles,
        "vertices": {"before": before.vertices, "after": after.vertices},
        "size_bytes": {"before": made.size_bytes, "after": size_bytes},
        "gpu_bytes": {
            "geometry": {"before": before.geometry_bytes, "after": after.geometry_bytes},
            "textures": {"before": texture_bytes, "after": texture_bytes},
        },
        "error": _error(made.apart) | {"packing_m": made.packing_m},
        "repairs": asdict(made.repairs) if made.repairs else None,
        "closed_parts": {
            "before": asdict(made.closed[0]), "after": asdict(made.closed[1]),
        },
        "simplified": made.shared.manners,
        "vertex_cache": {"before": cache[0], "after": cache[1]},
        "lods": [_level(made, number, level_bytes) for number in range(len(made.levels))],
        "compression": made.packings[0].compression,
        "quantized": is_quantized,
        "seconds": made.seconds,
        "notes": _notes(work, plan, made, after),
    }  # fmt: skip


def _error(measured: Apart) -> Json:
    size = max(measured.diagonal_m, 1e-300)
    return {
        "hausdorff_m": measured.hausdorff_m, "hausdorff_relative": measured.hausdorff_m / size,
        "mean_m": measured.mean_m, "mean_relative": measured.mean_m / size, "rms_m": measured.rms_m,
        "diagonal_m": measured.diagonal_m, "samples": measured.samples, "resolution_m": measured.resolution_m,
        "uv_mean": measured.uv_mean,
    }  # fmt: skip


def _packing_m(model: Model, data: bytes) -> float:
    """Return how far the surface in the file lies from the one that was packed: grids move corners."""
    return apart(Sheet.of(model), Sheet.of(read_model(data)), samples=_PACKED_SAMPLES).hausdorff_m


def _level(made: _Made, number: int, level_bytes: Sequence[int]) -> Json:
    level, error = made.levels[number], _error(made.strays[number])
    facts: Json = {"level": number + 1, "triangles": level.triangles, "vertices": Weight.of(level.model).vertices}
    facts |= {name: error[name] for name in ("hausdorff_relative", "mean_relative")}
    if level_bytes:
        facts |= {"size_bytes": level_bytes[number], "compression": made.packings[1 + number].compression}
    return facts


def _notes(work: OptimizeMesh, plan: Plan, made: _Made, after: Weight) -> list[str]:
    """Return sentences about what could not be had, or came otherwise than one would think."""
    assert made.shared is not None
    assert made.closed is not None
    notes = [*plan.notes, *made.before.notes, *notes_on(plan.compression, made.packings)]
    if made.shared.manners.get("open"):
        notes.append("Texture seams and borders had to be crossed to come down to so few triangles")
    if made.shared.manners.get("sloppy"):
        notes.append("Of some meshes only the rough shape is left at so few triangles")
    if made.shared.dropped:
        notes.append(_left_out(made.shared.dropped))
    if after.triangles_shown > plan.triangles:
        notes.append("A mesh that is shown so often cannot have fewer triangles")
    if made.repairs and made.repairs.parts_undone:
        notes.append(f"{made.repairs.parts_undone} parts are as they came: repairing would have changed their shape")
    if len(made.levels) < work.lods:
        notes.append(f"The chain ends after {len(made.levels)} levels: nothing more can go")
    closed = made.closed[1]
    if work.target == "print" and closed.closed < closed.parts:
        notes.append(f"{closed.parts - closed.closed} of {closed.parts} parts could not be closed")
    return notes


def _left_out(pieces: int) -> str:
    many = "1 small piece of a mesh was" if pieces == 1 else f"{pieces} small pieces of meshes were"
    return f"{many} left out: there are more pieces that nothing joins than triangles for them"


def _part(tick: Tick, low: float, high: float) -> Tick:
    """Return a tick that fills only part of a stage."""

    def told(fraction: float, message: str) -> None:
        tick(low + (high - low) * fraction, message)

    return told
