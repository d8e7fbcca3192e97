"""What all jobs of a worker share, and how commands are given although a part may be away."""

import asyncio
from dataclasses import dataclass
from typing import Any

import structlog

from commands.base import Command
from commands.do import Do, Done
from commands.job import JOB
from commands.prompt import PROMPT
from domain.access import Caller
from domain.errors import NotFound, Unavailable
from domain.job import Job
from domain.work import AnyWork
from runtime.blobs import Blobs
from runtime.bus import Bus
from runtime.settings import Settings
from runtime.store import EventStore

PAUSE_S_FIRST = 0.1
PAUSE_S_MAX = 2.0

log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True)
class Desk:
    """What all jobs of a worker share."""

    settings: Settings
    store: EventStore
    bus: Bus
    blobs: Blobs

    @property
    def do(self) -> Do:
        """Return what carries commands out."""
        return Do(self.store)


class Scribe:
    """Gives the commands of one attempt, each at most once, and again for as long as the log is away."""

    def __init__(self, desk: Desk, caller: Caller, name: str) -> None:
        self.caller = caller
        self._desk = desk
        self._name = name
        self._given = 0

    async def give(self, command: Command) -> Done[Any]:
        """Carry a command out.

        Raises
        ------
        Refused
            The command is not allowed.
        Unavailable
            The log was away for longer than `outage_s_max`.
        """
        self._given += 1
        command_id = f"{self._name}:{self._given}"
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._desk.settings.work.outage_s_max
        pause_s = PAUSE_S_FIRST
        while True:
            try:
                return await self._desk.do(command, self.caller, command_id=command_id)
            except Unavailable:
                if loop.time() + pause_s > deadline:
                    raise
                log.warning("log.away", command=type(command).__name__)
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, PAUSE_S_MAX)


async def hash_of_asset(do: Do, job_id: str, job: Job, asset_id: str) -> str:
    """Return the SHA-256 of an asset that the job may read: its own, its inputs, those of the run and prompt it names.

    Raises
    ------
    NotFound
        None of them has it.
    """
    assert job.work is not None
    caller = Caller(job.owner)
    own = (await do.look(JOB, job_id, caller)).state
    found = {artefact.asset_id: artefact.sha256 for artefact in own.artefacts}
    found |= {given.asset_id: given.sha256 for given in own.inputs}
    found |= await _of_run(do, job.work, caller) | await _of_prompt(do, job.work, caller)
    if asset_id not in found:
        raise NotFound("There is no such asset among what the job may read")
    return found[asset_id]


async def _of_run(do: Do, work: AnyWork, caller: Caller) -> dict[str, str]:
    run_id = getattr(work, "run_id", "")
    if not run_id:
        return {}
    run = (await do.look(JOB, run_id, caller)).state
    return {artefact.asset_id: artefact.sha256 for artefact in run.artefacts}


async def _of_prompt(do: Do, work: AnyWork, caller: Caller) -> dict[str, str]:
    if not getattr(work, "reference_assets", ()):
        return {}
    prompt = (await do.look(PROMPT, getattr(work, "prompt_id", ""), caller)).state
    return {reference.asset_id: reference.sha256 for reference in prompt.references}
