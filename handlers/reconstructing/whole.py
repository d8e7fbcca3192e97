"""All stages of a reconstruction in order."""

from typing import Any

import msgspec

from domain.work import Reconstruct
from engine.photographs.caching import library_versions
from engine.photographs.presets import Preset
from engine.photographs.quality import Measures, angle_between_rays, quality_of, relief_of, scores_of
from engine.photographs.views import Sparse
from handlers.context import JobContext
from handlers.reconstructing.cameras import Cameras, found_cameras, keep_frames
from handlers.reconstructing.packaging import keep_files
from handlers.reconstructing.shape import Shape, found_shape
from handlers.reconstructing.shelf import Shelf

UNIT = "arbitrary"
"""Of length: pictures do not show how large a thing is."""


def reconstructed(work: Reconstruct, preset: Preset, job: JobContext) -> dict[str, Any]:
    """Perform all stages, and return the members of the result."""
    shelf = Shelf(job, work.earlier)
    cameras, sparse = found_cameras(work, preset, job, shelf)
    shape = found_shape(sparse, cameras.key, preset, job, shelf)
    measures = _measured(cameras, sparse, shape)
    if measures.is_trusted:
        cameras.note(cameras.rotation, job)
    account = _account(work, cameras)
    with job.stage("packaging") as stage:
        names = {shot.name: shot.given_as for shot in cameras.shots}
        files = keep_files(shape, sparse, account, job, names)
        files["frames"] = keep_frames(cameras, job)
        stage.result |= {"reconstruction_quality": quality_of(measures), "files": len(files)}
    facts = {**cameras.facts, **shape.facts, "relief": round(measures.relief, 4)}
    metrics = {**facts, "scores": scores_of(measures), "notes": [*cameras.notes, *shape.notes]}
    return {
        **files, "contact_sheet": cameras.sheet, "reconstruction_quality": quality_of(measures), "metrics": metrics,
        "provenance": account,
    }  # fmt: skip


def _measured(cameras: Cameras, sparse: Sparse, shape: Shape) -> Measures:
    longer = max(max(shot.width, shot.height) for shot in cameras.shots)
    return Measures(
        registered=len(sparse.views) / sparse.shots,
        error=sparse.error_px / longer,
        angle_deg=angle_between_rays(sparse),
        consistent=float(shape.facts["consistent"]),
        coverage=float(shape.facts["coverage"]),
        relief=relief_of(sparse),
    )


def _account(work: Reconstruct, cameras: Cameras) -> dict[str, Any]:
    """Return what the result came of, and what worked on it."""
    parameters = msgspec.to_builtins(work)
    given = work.video or work.frames or (work.pictures[0].asset_id if work.pictures else "")
    return {
        "parent_asset": given,
        "operation": work.kind(),
        "parameters": {name: parameters[name] for name in ("quality", "mapper", "video", "pictures", "frames")},
        "frames_sha256": cameras.content,
        "unit": UNIT,
        "seed": work.seed,
        "versions": {"operation": work.version, "libraries": library_versions()},
    }
