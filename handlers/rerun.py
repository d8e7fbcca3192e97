"""Performs a job again from its recorded work, and compares every file with the one that was made then."""

import asyncio
from typing import Any

import msgspec

from commands.do import Do
from commands.job import JOB
from domain.access import SYSTEM
from domain.errors import Conflict, GenerationFailed, Gone
from domain.job import Job
from handlers import handlers_in
from handlers.child import perform
from handlers.context import KeptFile, ReplayContext
from handlers.desk import hash_of_asset
from handlers.messages import Returned
from runtime.services import Services

PROVENANCE_NAME = "provenance.json"
RUN_MEMBER = "run"  # what is true of one run only: its id and how long its stages took
SIGNATURES = ".c2pa"  # how names of files end that differ each time, since signatures are random


class Compared(msgspec.Struct, frozen=True):
    """A file then and now, by SHA-256; an empty text: it was not made."""

    name: str
    before: str
    after: str
    is_same: bool


class RerunReport(msgspec.Struct, frozen=True):
    """What came of performing a job again."""

    job_id: str
    is_same: bool
    files: tuple[Compared, ...]

    @property
    def text(self) -> str:
        """Return the report for people: a line for each file."""
        lines = [f"{_verdict(file):<9}  {file.after or file.before}  {file.name}" for file in self.files]
        end = "Every file is the same." if self.is_same else "Not every file is the same."
        return "\n".join([*lines, end])


async def rerun(services: Services, job_id: str) -> RerunReport:
    """Perform a job again, in this process, and compare its files; nothing is written anywhere.

    Raises
    ------
    NotFound
        There is no such job.
    Conflict
        It did not succeed, so there is nothing to compare with.
    Gone
        Its content was erased.
    GenerationFailed
        It does not succeed any more.
    """
    do = Do(services.store)
    job = (await do.look(JOB, job_id, SYSTEM)).state
    if job.work is None:
        raise Gone("What the job was made from has been erased")
    if job.status != "succeeded":
        raise Conflict(f"Only a job that succeeded can be compared; this one is {job.status}", status=job.status)
    loop = asyncio.get_running_loop()

    async def fetch(asset_id: str) -> bytes:
        return await services.blobs.get(await hash_of_asset(do, job_id, job, asset_id))

    context = ReplayContext(
        job_id, job.owner, job.attempt, load=lambda asset: asyncio.run_coroutine_threadsafe(fetch(asset), loop).result()
    )
    handlers = handlers_in(services.settings.work.handlers_package)
    outcome = await asyncio.to_thread(perform, job.work, handlers, context)
    if not isinstance(outcome, Returned):
        raise GenerationFailed(f"The job does not succeed any more: {getattr(outcome, 'message', 'it was stopped')}")
    return await _compare(services, job_id, job, context.artefacts)


async def _compare(services: Services, job_id: str, job: Job, made: dict[str, KeptFile]) -> RerunReport:
    """Return how the files that were made now differ from those of the job; logs and signatures are left out."""
    made = {name: file for name, file in made.items() if not name.endswith(SIGNATURES)}
    known = [each for each in job.artefacts if each.role != "log" and not each.name.endswith(SIGNATURES)]
    before = {artefact.name: artefact.sha256 for artefact in known}
    for artefact in known:  # earlier attempts may have left other files of the same name
        if artefact.name in made and made[artefact.name].sha256 == artefact.sha256:
            before[artefact.name] = artefact.sha256
    files = []
    for name in sorted(before.keys() | made.keys()):
        then, now = before.get(name, ""), made[name].sha256 if name in made else ""
        is_same = then == now
        if name == PROVENANCE_NAME and then and now:
            is_same = _lasting(await services.blobs.get(then)) == _lasting(made[name].data)
        files.append(Compared(name, then, now, is_same))
    return RerunReport(job_id, all(file.is_same for file in files), tuple(files))


def _lasting(provenance: bytes) -> dict[str, Any]:
    """Return the provenance without what is true of one run only."""
    value = msgspec.json.decode(provenance, type=dict[str, Any])
    value.pop(RUN_MEMBER, None)
    return value


def _verdict(file: Compared) -> str:
    if file.is_same:
        return "same"
    if not file.before:
        return "new"
    return "different" if file.after else "missing"
