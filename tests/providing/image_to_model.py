"""The remote provider's part of the work is true; no picture of the model is drawn, and no account of it written."""

from typing import Any

from domain.work import ImageToModel
from handlers.context import JobContext


def perform(work: ImageToModel, job: JobContext) -> dict[str, Any]:
    """Have the model made, and keep it."""
    from handlers.providers import provider_of

    made = provider_of(work.provider).made(work, job)
    with job.stage("packaging"):
        glb = job.keep(made.glb, "model.glb", "model/gltf-binary")
    return {"glb_asset": glb, "method": made.method, "source_url": made.source_url}
