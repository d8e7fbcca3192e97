"""The files of a model that some provider made of a picture: the stage packaging."""

from typing import Any

import msgspec

from domain.errors import GenerationFailed, MeshwrightError
from domain.work import ImageToModel
from engine import planner
from engine.images import png
from engine.models.model import Model
from engine.models.reading import read_model
from engine.models.showing import pixels_of
from engine.provenance import made_with, sha256_of
from handlers.context import JobContext
from handlers.picturing.accounting import with_account
from handlers.providers import Made
from handlers.reconstructing.beating import beaten

GLB, PNG, JSON = "model/gltf-binary", "image/png", "application/json"
PICTURE_PX = 640
SENTENCE = (
    "One picture shows one side: what it does not show is guessed, and so are depth and size. The model is an"
    " approximation."
)
AGREES_WELL = 0.9
"""Agreement of silhouettes (IoU) under which the sentence about a model says how well it agrees."""


def packed(work: ImageToModel, made: Made, job: JobContext) -> dict[str, Any]:
    """Check the model, keep all files, and return what the result says of them.

    Raises
    ------
    GenerationFailed
        What the provider made is no model that can be read, or has more faces than were asked for.
    """
    job.progress(0.0, "Checking the model")
    model = beaten(lambda tick: _read(made.glb), job.progress)
    triangles = sum(len(placed.surface.faces) for placed in model.placed())
    if work.face_limit is not None and triangles > work.face_limit:
        raise GenerationFailed(
            f"The model has {triangles} faces; {work.face_limit} were asked for at most", stage="packaging"
        )
    account = account_of(work, made, triangles)
    glb = with_account(made.glb, account)
    job.progress(0.4, "Keeping the files")
    preview = made.preview or beaten(lambda tick: png(pixels_of(model, size=PICTURE_PX, tick=tick)), job.progress)
    kept = {file.name: job.keep(file.data, file.name, file.media_type, file.role) for file in made.files}
    shown = job.keep(preview, "preview.png", PNG, "preview")  # the last picture that is kept is the one that is shown
    job.preview(shown)
    whole = account | {
        "artefacts": {
            name: {"sha256": sha256_of(data), "size_bytes": len(data)}
            for name, data in (("model.glb", glb), ("preview.png", preview), *((f.name, f.data) for f in made.files))
        },
        "run": {"job_id": job.id, "attempt": job.attempt},
    }
    written = msgspec.json.format(msgspec.json.encode(whole), indent=2)
    return {
        "glb_asset": job.keep(glb, "model.glb", GLB),
        "preview_asset": shown,
        "provenance_asset": job.keep(written, "provenance.json", JSON),
        "mask_asset": kept.get("mask.png", ""),
        "spec_asset": kept.get("spec.json", ""),
        "provider": work.provider,
        "method": made.method,
        "agreement": made.agreement,
        "approximation": True,
        "sentence": sentence_of(made),
        "triangles": triangles,
        "size_bytes": len(glb),
        "source_url": made.source_url,
        "facts": made.facts,
        "provenance": msgspec.json.decode(msgspec.json.encode(whole)),
    }


def account_of(work: ImageToModel, made: Made, triangles: int) -> dict[str, Any]:
    """Return what is the same whenever the same work is done with the same versions; it goes into the GLB."""
    return {
        "operation": work.kind(),
        "provider": work.provider,
        "method": made.method,
        "agreement": made.agreement,
        "approximation": True,
        "sentence": sentence_of(made),
        "parameters": {"face_limit": work.face_limit, "hint": work.hint},
        "seed": work.seed,
        "triangles": triangles,
        "facts": made.facts,
        "versions": {"work": work.version, **made_with(planner.VERSION)},
    }


def sentence_of(made: Made) -> str:
    """Return what a model is and is not, with what is doubtful of this one."""
    agreed = made.agreement.get("iou", 1.0)
    told = [SENTENCE, *(f"{doubt.rstrip('.')}." for doubt in made.doubts)]
    if agreed < AGREES_WELL:
        if made.method == "fit" and (made.facts.get("fit") or {}).get("is_named"):
            told.append(f"It is a design of what its words name: {made.facts['fit']['archetype']}.")
        told.append(
            f"From where the picture was taken its outline agrees with what the picture shows by {agreed:.2f} (IoU;"
            " 1 is all): parts of the thing are missing, or stand elsewhere."
        )
    return " ".join(told)


def _read(glb: bytes) -> Model:
    try:
        return read_model(glb, "model.glb")
    except MeshwrightError as error:
        raise GenerationFailed("What was made is no model that can be read", stage="packaging") from error
