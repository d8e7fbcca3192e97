"""What tests of work share: quick settings, roles beside the test or in processes that can be killed, and waiting."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from commands.do import Do
from commands.job import JOB, RequestJob
from domain.access import Caller
from domain.events import Event, Record
from domain.job import Job, Priority
from domain.work import TextToModel
from handlers import worker
from handlers.desk import Desk
from runtime import relay
from runtime.bus import Bus
from runtime.ids import new_id
from runtime.services import Services, services
from runtime.settings import BusSettings, Settings, StoreSettings, WorkSettings

ADA = Caller("acct_ada", correlation="req_1")
WAIT_S = 15.0


def settings_for(database_url: str, nats_url: str, data_dir: Path, prefix: str, **work: Any) -> Settings:
    """Return settings under which a lost worker is noticed after two seconds."""
    return Settings(
        str(data_dir),
        database_url=database_url,
        nats_url=nats_url,
        blob_url=f"file://{data_dir}/blobs",
        store=StoreSettings(follow_poll_s=0.5),
        bus=BusSettings(prefix=prefix, ack_wait_s=2.0, heartbeat_s=0.5, events_kept_bytes=2**24),
        work=WorkSettings(
            **{
                "handlers_package": "tests.handlers",
                "retry_delay_s": 0.05,
                "poll_s": 0.2,
                "cancel_grace_s": 0.5,
                **work,
            }
        ),
    )


class Bench:
    """An open house: ask for jobs, and wait for what comes of them."""

    def __init__(self, opened: Services, bus: Bus) -> None:
        self.services = opened
        self.settings = opened.settings
        self.store = opened.store
        self.bus = bus
        self.desk = Desk(opened.settings, opened.store, bus, opened.blobs)
        self.do = Do(opened.store)

    async def ask(
        self, text: str, *, priority: Priority = "normal", attempts_max: int = 5, reference_assets: tuple[str, ...] = ()
    ) -> str:
        """Request a job that does what `text` says."""
        job_id = new_id("run")
        work = TextToModel("prompt_1", text, new_id("spec"), 7, reference_assets=reference_assets)
        await self.do(RequestJob(job_id, ADA.account, work, priority, attempts_max), ADA)
        return job_id

    async def job(self, job_id: str) -> Job:
        """Return a job as it stands."""
        return (await self.do.look(JOB, job_id, ADA)).state

    async def until(self, job_id: str, tag: str, *, count: int = 1) -> Record:
        """Return the record of the `count`-th event of a kind, as soon as it is there."""
        async with asyncio.timeout(WAIT_S):
            async for records in self.store.follow(0):
                for record in records:
                    count -= record.stream == job_id and record.tag == tag
                    if not count:
                        return record
        raise AssertionError("the log ended")

    async def end_of(self, job_id: str) -> Job:
        """Return a job when it has ended."""
        async with asyncio.timeout(WAIT_S):
            async for records in self.store.follow(0):
                if any(record.stream == job_id for record in records):
                    job = await self.job(job_id)
                    if job.has_ended:
                        return job
        raise AssertionError("the log ended")

    async def tags(self, job_id: str) -> list[str]:
        """Return what happened to a job."""
        return [record.tag.removeprefix("job.") for record in await self.store.load(job_id)]

    async def events(self, job_id: str, kind: type[Event]) -> list[Any]:
        """Return the events of a kind of a job."""
        return [record.event for record in await self.store.load(job_id) if isinstance(record.event, kind)]


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Bench]:
    """Open the house without any role."""
    async with services(settings) as found:
        yield Bench(found, await found.bus())


@asynccontextmanager
async def working(settings: Settings, *, roles: Iterable[Any] = (relay, worker)) -> AsyncIterator[Bench]:
    """Open the house and run roles beside the test."""
    stop = asyncio.Event()
    async with opened(settings) as bench:
        tasks = [asyncio.create_task(role.run(settings, stop)) for role in roles]
        try:
            yield bench
        finally:
            stop.set()
            await asyncio.gather(*tasks)


@asynccontextmanager
async def process_of(module: str, settings: Settings, *, crash_at: str = "") -> AsyncIterator[Process]:
    """Run a role in a process of its own, which may be killed, and is in the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.role", module, msgspec.json.encode(settings).decode(),
        env={**os.environ, "MESHWRIGHT_CRASH_AT": crash_at},
        cwd=Path(__file__).parents[1],
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def with_bus(settings: Settings, **values: Any) -> Settings:
    """Return other settings of the bus."""
    return replace(settings, bus=replace(settings.bus, **values))
