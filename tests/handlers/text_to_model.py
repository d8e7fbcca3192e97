"""Performs what the prompt's text says: its first word is the name of a function below."""

import os
import signal
import threading
from typing import Any

import msgspec

from commands.design import RecordDesign
from domain.errors import GenerationFailed, Invalid, Unavailable
from domain.spec import DesignSpec, Reading
from domain.work import TextToModel
from handlers.context import JobContext

TICK_S = 0.01


class Made(msgspec.Struct, frozen=True):
    """What came of it."""

    assets: dict[str, str] = {}
    provenance: dict[str, Any] = {}


def perform(work: TextToModel, job: JobContext) -> Made:
    """Do what the first word says."""
    name, _, argument = work.text.partition(" ")
    result: Made = globals()[f"_{name}"](work, job, argument)
    return result


def _keep(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Keep a file of so many bytes."""
    with job.stage("packaging"):
        job.keep(bytes(int(argument)), "model.glb", "model/gltf-binary")
    return Made()


def _make(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Go through two stages, and keep two files."""
    with job.stage("planning") as stage:
        job.log("thinking", words=len(work.text.split()))
        job.progress(0.5, "half")
        stage.result["objects"] = 1
        job.record(RecordDesign(work.spec_id, job.owner, _spec(work.text), work.prompt_id, job.id))
    with job.stage("packaging"):
        model = job.keep(f"model of {work.text} {work.seed}".encode(), "model.glb", "model/gltf-binary")
        picture = job.keep(b"picture", "preview.png", "image/png", role="preview")
        job.preview(picture)
        assert job.load(picture) == b"picture"
        job.progress(1.0)
    return Made({"model": model}, {"seed": work.seed})


def _nothing(work: TextToModel, job: JobContext, argument: str) -> Made:
    return Made()


def _random(work: TextToModel, job: JobContext, argument: str) -> Made:
    return Made({"model": job.keep(os.urandom(16), "model.glb", "model/gltf-binary")})


def _wait(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Wait until cancelled; with an attempt as argument only in attempts up to it."""
    if argument and job.attempt > int(argument):
        return _make(work, job, "")
    with job.stage("planning"):
        tick = 0
        while not threading.Event().wait(TICK_S):
            tick += 1
            job.progress(1 - 1 / (tick + 1))
    return Made()


def _elsewhere(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Wait for a file, as for another machine; then make."""
    with job.stage("geometry_generation"), job.elsewhere():
        while not os.path.exists(argument):
            threading.Event().wait(TICK_S)
            job.progress(0.5)
    return _make(work, job, "")


def _last(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Wait for a while (seconds), then make."""
    with job.stage("geometry_generation"):
        for tick in range(count := int(float(argument) / TICK_S)):
            threading.Event().wait(TICK_S)
            job.progress(tick / count)
    return _make(work, job, "")


def _ignore(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Compute without ever looking up."""
    with job.stage("planning"):
        threading.Event().wait()
    return Made()


def _crash(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Die by a signal in the attempts up to the argument."""
    if job.attempt <= int(argument or "1"):
        with job.stage("planning"):
            os.kill(os.getpid(), signal.SIGSEGV)
    return _make(work, job, "")


def _burn(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Take so many MiB, and wait."""
    with job.stage("planning"):
        held = b"\1" * (int(argument) * 2**20)
        threading.Event().wait()
    return Made({str(len(held)): ""})


def _fail(work: TextToModel, job: JobContext, argument: str) -> Made:
    with job.stage("geometry_generation"):
        raise GenerationFailed("The lid is not closed", stage="geometry_generation")


def _refuse(work: TextToModel, job: JobContext, argument: str) -> Made:
    try:
        return Made({str(1 // 0): ""})
    except ZeroDivisionError as error:
        raise Invalid("The picture is broken") from error


def _bug(work: TextToModel, job: JobContext, argument: str) -> Made:
    raise RuntimeError("a secret of the machine room")


def _away(work: TextToModel, job: JobContext, argument: str) -> Made:
    if job.attempt <= int(argument):
        raise Unavailable("The provider is away for a moment")
    return _make(work, job, "")


def _chatter(work: TextToModel, job: JobContext, argument: str) -> Made:
    with job.stage("planning"):
        for number in range(int(argument)):
            job.log(f"line {number}")
            job.progress(number / int(argument))
        job.progress(1.0, "done")
    return Made()


def _load(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Keep the content of an asset under another name."""
    return Made({"copy": job.keep(job.load(argument), "copy.bin", "application/octet-stream")})


def _account(work: TextToModel, job: JobContext, argument: str) -> Made:
    """Keep a provenance whose member `run` is another each time, with 2 as argument also another one."""
    account = {"run": os.urandom(4).hex(), "seed": 7, "noise": "" if argument == "1" else os.urandom(4).hex()}
    return Made({"it": job.keep(msgspec.json.encode(account), "provenance.json", "application/json")})


def _spec(text: str) -> DesignSpec:
    return DesignSpec(text, text, Reading("object", "thing", "thing"), "realistic", ())
