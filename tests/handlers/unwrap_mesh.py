"""Performs what the method says: `xatlas` crashes as a native library does, `parts` waits to be stopped."""

import os
import signal
import threading
from typing import Any

import msgspec

from domain.work import UnwrapMesh
from handlers.context import JobContext

TICK_S = 0.01


class Made(msgspec.Struct, frozen=True):
    """What came of it."""

    mesh: str
    metrics: dict[str, Any]


def perform(work: UnwrapMesh, job: JobContext) -> Made:
    """Read the model, then do what the method says."""
    with job.stage("reading"):
        data = job.load(work.mesh)
        if work.method == "xatlas":
            os.kill(os.getpid(), signal.SIGSEGV)
    with job.stage("unwrapping"):
        while work.method == "parts":
            job.progress(0.5, "half")
            threading.Event().wait(TICK_S)
    layout = job.keep(b"layout", "layout.png", "image/png", "preview")
    job.preview(layout)
    for level in (1, 2):
        job.keep(data + bytes(level), f"model_lod{level}.glb", "model/gltf-binary")
    return Made(job.keep(data, "model.glb", "model/gltf-binary"), {"size_bytes": len(data)})
