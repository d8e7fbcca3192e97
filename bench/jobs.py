"""What surrounds a job: from its request to its result, without the work itself.

    python -m bench.jobs [--jobs 300] [--json]

PostgreSQL, NATS, the relay and one worker (two slots) run as processes of their own, as `meshwright up` has them. Each
job is requested through a command, in this process, and is done when a follower of the log sees `job.succeeded`.
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.console import Console
from rich.table import Table

from bench.postgres import bench_servers
from commands.do import Do
from commands.job import RequestJob
from domain.access import Caller
from domain.work import TextToModel
from runtime.ids import new_id
from runtime.live import workers
from runtime.services import Services, services
from runtime.settings import Settings, load_settings
from runtime.store import EventStore

CALLER = Caller("acct_bench")
WARM_UP = 30
AT_ONCE = 8
KINDS = {"nothing": "a job without stages", "stages": "five empty stages and a file"}


class Ends:
    """Tells when jobs have succeeded."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self._waiting: dict[str, asyncio.Future[float]] = {}

    async def follow(self) -> None:
        """Follow the log for ever."""
        async for records in self._store.follow(await self._store.last_position()):
            for record in records:
                if record.tag == "job.succeeded" and record.stream in self._waiting:
                    self._waiting.pop(record.stream).set_result(time.perf_counter())

    def of(self, job_id: str) -> "asyncio.Future[float]":
        """Return what becomes the time at which a job's success was seen."""
        return self._waiting.setdefault(job_id, asyncio.get_running_loop().create_future())


async def one(do: Do, ends: Ends, kind: str) -> float:
    """Return the milliseconds from the request of a job to its result."""
    job_id = new_id("run")
    end = ends.of(job_id)
    began = time.perf_counter()
    await do(RequestJob(job_id, CALLER.account, TextToModel("prompt_1", kind, "spec_1", 7)), CALLER)
    return (await end - began) * 1000


async def measure(opened: Services, jobs: int) -> dict[str, dict[str, float]]:
    """Return the figures by kind of job."""
    do, ends = Do(opened.store), Ends(opened.store)
    following = asyncio.create_task(ends.follow())
    await workers(await opened.bus(), timeout_s=30.0, at_least=1)
    figures = {}
    for kind, words in KINDS.items():
        for _ in range(WARM_UP):
            await one(do, ends, kind)
        alone = [await one(do, ends, kind) for _ in range(jobs)]
        began = time.perf_counter()
        await asyncio.gather(*(_in_turn(do, ends, kind, jobs // AT_ONCE) for _ in range(AT_ONCE)))
        per_s = jobs // AT_ONCE * AT_ONCE / (time.perf_counter() - began)
        cuts = statistics.quantiles(alone, n=100)
        figures[words] = {"p50_ms": cuts[49], "p99_ms": cuts[98], "jobs_per_s": per_s}
    following.cancel()
    return figures


async def _in_turn(do: Do, ends: Ends, kind: str, jobs: int) -> None:
    for _ in range(jobs):
        await one(do, ends, kind)


@asynccontextmanager
async def roles(environment: dict[str, str]) -> AsyncIterator[None]:
    """Run the relay and a worker as processes of their own."""
    started: list[Process] = []
    for role in ("relay", "work"):
        started.append(
            await asyncio.create_subprocess_exec(
                sys.executable, "-m", "runtime.cli", role, env={**os.environ, **environment}
            )
        )
    try:
        yield
    finally:
        for process in started:
            process.terminate()
        await asyncio.gather(*(process.wait() for process in started))


async def run(settings: Settings, environment: dict[str, str], jobs: int) -> dict[str, dict[str, float]]:
    """Open the house, start the roles, measure."""
    async with services(settings) as opened, roles(environment):
        return await measure(opened, jobs)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with bench_servers() as environment:
        environment |= {"MESHWRIGHT_WORK_HANDLERS_PACKAGE": "bench.idle", "MESHWRIGHT_WORK_SLOTS": "2"}
        figures = asyncio.run(run(load_settings(environment), environment, options.jobs))
    _print(figures, as_json=options.json)


def _print(figures: dict[str, dict[str, float]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures))
        return
    table = Table(
        "job",
        "p50, ms",
        "p99, ms",
        f"jobs/s, {AT_ONCE} at once, 2 slots",
        title="request → job → result, without the work",
    )
    for words, found in figures.items():
        table.add_row(words, f"{found['p50_ms']:.1f}", f"{found['p99_ms']:.1f}", f"{found['jobs_per_s']:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
