"""From films and pictures to cameras: the stages frames, features, matching and mapping."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from domain.errors import Invalid
from domain.work import Reconstruct
from engine.photographs.caching import content_key, key_of
from engine.photographs.choosing import taken
from engine.photographs.frames_file import contact_sheet, notes_in, packed, unpacked
from engine.photographs.levelling import levelled
from engine.photographs.presets import Preset
from engine.photographs.showing import sparse_picture
from engine.photographs.sparse import (
    MAPPING_THREADS,
    Features,
    Pair,
    Placed,
    features,
    mapped,
    matched,
    undistorted,
)
from engine.photographs.sparse_files import (
    packed_features,
    packed_matches,
    packed_models,
    unpacked_features,
    unpacked_matches,
    unpacked_models,
)
from engine.photographs.stills import kept
from engine.photographs.troubles import (
    best_of,
    check_features,
    check_matches,
    check_shots,
    note,
    notes_on_points,
    notes_on_rotation,
    notes_on_shots,
)
from engine.photographs.views import Shot, Sparse
from engine.threads import cores
from handlers.context import JobContext, Stage
from handlers.reconstructing.portions import Counting, part
from handlers.reconstructing.shelf import REUSED, ZIP, Shelf

JPEG, PNG = "image/jpeg", "image/png"
UNDISTORTED = "undistorted"
"""Folder of a job's in which COLMAP leaves pictures and cameras without distortion."""


@dataclass(slots=True)
class Cameras:
    """What has come about so far; `content` is the hash of the frames, `key` stands for all the rest too."""

    shots: list[Shot] = field(default_factory=list)
    frames: str = ""  # asset id
    sheet: str = ""  # asset id
    content: str = ""
    key: str = ""
    notes: list[str] = field(default_factory=list)
    rotation: tuple[str, ...] = ()  # what to say of how the cameras were held, if the shape turns out to be trusted
    facts: dict[str, Any] = field(default_factory=dict)

    def note(self, notes: Sequence[str], job: JobContext) -> None:
        """Tell notes at once, and keep them for the end."""
        self.notes += notes
        tell(notes, job)


def tell(notes: Sequence[str], job: JobContext) -> None:
    """Write notes into the job's log when they are known: who cancels has read them."""
    for sentence in notes:
        job.log(sentence)


def found_cameras(work: Reconstruct, preset: Preset, job: JobContext, shelf: Shelf) -> tuple[Cameras, Sparse]:
    """Take frames, look for features, match them, and find the cameras; the world is levelled."""
    made = Cameras()
    with job.stage("frames") as stage:
        _take_frames(work, preset, job, shelf, stage, made)
    with job.stage("features") as stage:
        found = _features(preset, job, shelf, stage, made)
    with job.stage("matching") as stage:
        pairs = _matches(found, work, job, shelf, stage, made)
    with job.stage("mapping") as stage:
        models = _models(found, work, job, shelf, stage, made)
        best, notes = best_of(models, found, pairs, made.shots)
        sparse = _sparse(best, found, preset, job)
        made.note([*notes, *notes_on_points(sparse)], job)
        made.rotation = notes_on_rotation(sparse)
        made.facts |= facts_of(best, sparse, len(models), work.mapper)
        stage.result |= made.facts
    return made, sparse


def _take_frames(work: Reconstruct, preset: Preset, job: JobContext, shelf: Shelf, stage: Stage, made: Cameras) -> None:
    folder = _folder(job, "frames")
    if work.frames:
        path = job.fetch(work.frames)
        given = unpacked(path, folder)
        made.shots, made.frames, stage.result[REUSED] = evenly(given, preset.frames_max), work.frames, True
        made.note(notes_in(path), job)
        if len(given) > len(made.shots):
            made.note([note("MANY_FRAMES", found=len(given), frames_max=preset.frames_max)], job)
    elif work.video:
        _take_film(job.fetch(work.video), folder, preset, job, shelf, stage, made)
    else:
        _take_pictures(work, folder, job, made)
    made.sheet = job.keep(contact_sheet(made.shots), "contact_sheet.jpg", JPEG, "preview")
    job.preview(made.sheet)
    stage.result |= {"frames": len(made.shots), "width": made.shots[0].width, "height": made.shots[0].height}
    check_shots(made.shots)
    made.note(notes_on_shots(made.shots), job)
    made.key = made.content = content_key(shot.path for shot in made.shots)


def _take_film(
    film: Path, folder: Path, preset: Preset, job: JobContext, shelf: Shelf, stage: Stage, made: Cameras
) -> None:
    """Choose frames of a film; a choice that was not thinned out is the same for every quality that allows as many."""
    content = content_key([film])
    whole, thinned = (key_of("frames", content, frames_max=most) for most in (0, preset.frames_max))
    for key in (thinned, whole):
        path = shelf.found("frames", key)
        shots = _known_frames(path, folder, job)
        if path is not None and 0 < len(shots) <= preset.frames_max:
            made.shots, stage.result[REUSED] = shots, True
            made.note(notes_in(path), job)
            return
    choice = taken(film, folder, frames_max=preset.frames_max, tick=job.progress)
    made.shots, stage.result[REUSED] = list(choice.shots), False
    kept_as = thinned if len(made.shots) == preset.frames_max else whole
    shelf.keep("frames", kept_as, packed(made.shots, {"notes": choice.notes}))
    made.note(choice.notes, job)


def _known_frames(path: Path | None, folder: Path, job: JobContext) -> list[Shot]:
    """Return the frames of a kept file; none if there is no such file, or it is broken."""
    try:
        return unpacked(path, folder) if path is not None else []
    except Invalid as error:
        job.log("What was kept of this stage cannot be used; it is done again", reason=error.message)
        return []


def evenly(shots: Sequence[Shot], most: int) -> list[Shot]:
    """Return at most so many of the shots, evenly."""
    if len(shots) <= most:
        return list(shots)
    return [shots[round(place)] for place in np.linspace(0, len(shots) - 1, most)]


def _take_pictures(work: Reconstruct, folder: Path, job: JobContext, made: Cameras) -> None:
    files = [(picture.name, job.fetch(picture.asset_id)) for picture in work.pictures]
    given = kept(files, folder, tick=job.progress)
    made.shots = list(given.shots)
    made.note(given.left_out, job)


def _features(preset: Preset, job: JobContext, shelf: Shelf, stage: Stage, made: Cameras) -> Features:
    told = [(shot.name, shot.focal_px, shot.time_s >= 0) for shot in made.shots]
    made.key = key_of("features", made.key, shots=told, size_px=preset.feature_px, count=preset.features_max)
    folder = _folder(job, "sparse")
    found = shelf.taken(
        stage,
        made.key,
        read=lambda path: unpacked_features(path, made.shots, folder),
        make=lambda: features(
            made.shots, folder, size_px_max=preset.feature_px, count_max=preset.features_max, threads=cores(),
            tick=job.progress, said=job.log,
        ),
        pack=packed_features,
    )  # fmt: skip
    check_features(found, made.shots)
    counts = found.counts.values()
    stage.result |= {"features": sum(counts), "features_median": statistics.median(counts), "least": min(counts)}
    return found


def _matches(
    found: Features, work: Reconstruct, job: JobContext, shelf: Shelf, stage: Stage, made: Cameras
) -> tuple[Pair, ...]:
    made.key = key_of("matching", made.key, seed=work.seed)
    pairs = shelf.taken(
        stage,
        made.key,
        read=lambda path: unpacked_matches(path, found),
        make=lambda: matched(found, seed=work.seed, threads=cores(), tick=job.progress, said=job.log),
        pack=lambda pairs: packed_matches(found, pairs),
    )
    check_matches(pairs)
    verified = [pair.inliers for pair in pairs if pair.inliers]
    stage.result |= {"pairs": len(verified), "inliers_median": statistics.median(verified) if verified else 0}
    return pairs


def _models(
    found: Features, work: Reconstruct, job: JobContext, shelf: Shelf, stage: Stage, made: Cameras
) -> tuple[Placed, ...]:
    made.key = key_of("mapping", made.key, seed=work.seed, mapper=work.mapper)
    folder = _folder(job, "models")
    counting = Counting(job)
    return shelf.taken(
        stage,
        made.key,
        read=lambda path: unpacked_models(path, folder),
        make=lambda: mapped(
            found, folder, how=work.mapper, seed=work.seed, threads=MAPPING_THREADS,
            tick=part(counting.tick, 0.0, 0.8), said=job.log, placed=counting.hear,
        ),
        pack=packed_models,
    )  # fmt: skip


def _sparse(best: Placed, found: Features, preset: Preset, job: JobContext) -> Sparse:
    """Return the levelled cameras with undistorted pictures, and show them."""
    counting = Counting(job, len(best.names))
    sparse = levelled(
        undistorted(
            best, found, _folder(job, UNDISTORTED), view_px_max=preset.view_px, threads=cores(),
            tick=part(counting.tick, 0.8, 1.0),
        )
    )  # fmt: skip
    job.preview(job.keep(sparse_picture(sparse), "cameras.png", PNG, "preview"))
    return sparse


def facts_of(best: Placed, sparse: Sparse, models: int, mapper: str) -> dict[str, Any]:
    """Return what there is to say of the cameras."""
    return {
        "frames": sparse.shots, "registered": len(sparse.views), "mapper": mapper, "models": models,
        "points": len(sparse.points), "error_px": round(best.error_px, 4),
        "track_length": round(best.track_length, 3), "angle_deg": round(best.angle_deg, 2),
    }  # fmt: skip


def _folder(job: JobContext, name: str) -> Path:
    folder = job.workdir / name
    folder.mkdir(exist_ok=True)
    return folder


def keep_frames(made: Cameras, job: JobContext) -> str:
    """Return the asset of the frames as a file, which is kept unless it was given."""
    return made.frames or job.keep(packed(made.shots), "frames.zip", ZIP, "result")
