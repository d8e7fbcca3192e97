"""Does nothing, or goes through five empty stages and keeps one file."""

import msgspec

from domain.work import TextToModel
from handlers.context import JobContext


class Made(msgspec.Struct, frozen=True):
    """What came of it."""

    mesh: str = ""


def perform(work: TextToModel, job: JobContext) -> Made:
    """Do what the text names."""
    if work.text == "nothing":
        return Made()
    for name in work.stages:
        with job.stage(name):
            job.progress(1.0)
    return Made(job.keep(b"model", "model.glb", "model/gltf-binary"))
