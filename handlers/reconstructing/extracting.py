"""The stages of taking frames from a film."""

import statistics
from collections import Counter
from typing import Any

import msgspec

from domain.work import ExtractFrames
from engine.photographs.choosing import Choice, taken
from engine.photographs.film import FilmFacts, opened
from engine.photographs.frames_file import contact_sheet, packed
from engine.photographs.troubles import notes_on_shots
from handlers.context import JobContext


def extracted(work: ExtractFrames, job: JobContext) -> dict[str, Any]:
    """Choose frames and keep them, with a list of all that were looked at and a picture of those that were taken."""
    folder = job.workdir / "frames"
    folder.mkdir()
    with job.stage("reading") as stage:
        path = job.fetch(work.video)
        with opened(path) as film:
            facts = film.facts
        stage.result = msgspec.to_builtins(facts)
    with job.stage("choosing") as stage:
        choice = taken(path, folder, interval_s=work.interval_s, frames_max=work.frames_max, tick=job.progress)
        told = summary(choice, facts)
        stage.result = told
        for sentence in told["notes"]:
            job.log(sentence, frames=len(choice.shots))
    with job.stage("packaging") as stage:
        sheet = job.keep(contact_sheet(choice.shots), "contact_sheet.jpg", "image/jpeg", "preview")
        job.preview(sheet)
        seen = msgspec.json.format(msgspec.json.encode([msgspec.to_builtins(one) for one in choice.seen]), indent=1)
        listed = job.keep(seen, "frames.json", "application/json", "result")
        frames = job.keep(packed(choice.shots, {"notes": choice.notes}), "frames.zip", "application/zip", "result")
        stage.result = {"frames": len(choice.shots)}
    account = {"parent_asset": work.video, "parameters": msgspec.to_builtins(work), "seed": None}
    return told | {
        "frames": frames, "frames_list": listed, "contact_sheet": sheet, "film": msgspec.to_builtins(facts),
        "provenance": account,
    }  # fmt: skip


def summary(choice: Choice, facts: FilmFacts) -> dict[str, Any]:
    """Return what there is to say of a choice."""
    return {
        "count": len(choice.shots),
        "total_frames": facts.frames,
        "looked_at": len(choice.seen),
        "verdicts": dict(sorted(Counter(one.verdict for one in choice.seen).items())),
        "sharpness_median": round(statistics.median(shot.sharpness for shot in choice.shots), 2),
        "exposure_median": round(statistics.median(shot.exposure for shot in choice.shots), 4),
        "is_cut": choice.is_cut,
        "is_variable": choice.is_variable,
        "notes": [*choice.notes, *notes_on_shots(choice.shots)],
    }
