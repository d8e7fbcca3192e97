"""Events a second when a long log is read back: from the database through the seal and the codec to state.

    python -m bench.replay [--events 100000] [--json]

The log holds jobs of sixteen events each, of several owners. `read` gives records with open events, `replay` also
evolves every job to its end, `verify` walks the chain of hashes.
"""

import argparse
import asyncio
import json
import sys
import time
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.postgres import bench_server, fresh_database
from domain import job
from domain.work import TextToModel
from runtime.ids import new_id
from runtime.keyring import Keyring, MasterKey
from runtime.store import Append, EventStore

OWNERS = tuple(new_id("acct") for _ in range(50))
PAGE = 1000
EVENTS_PER_JOB = 16


def a_job(owner: str) -> tuple[job.JobEvent, ...]:
    """Return what happens to a job that succeeds at the first attempt."""
    text = "bronze steampunk pocket watch with exposed gears"
    work = TextToModel(prompt_id=new_id("prompt"), text=text, spec_id=new_id("spec"), seed=7)
    stages: list[job.JobEvent] = []
    for stage in work.stages:
        stages += (job.StageEntered(1, stage), job.StageCompleted(1, stage, 120, {"triangles": 5000}))
    kept = (
        job.ArtefactKept(1, new_id("asset"), name, "result", "model/gltf-binary", "ab" * 32, 1_000_000)
        for name in ("model.glb", "preview.png", "provenance.json")
    )
    requested, started = job.JobRequested(owner, work), job.JobStarted(1, "worker-1")
    return (requested, started, *stages, *kept, job.JobSucceeded(1, {"model": "model.glb"}))


async def fill(store: EventStore, count: int) -> None:
    """Append at least `count` events."""
    waiting = iter(range(-(-count // EVENTS_PER_JOB)))

    async def write() -> None:
        for number in waiting:
            owner = OWNERS[number % len(OWNERS)]
            await store.append([Append(new_id("run"), 0, a_job(owner), owner)], actor=owner, correlation=new_id("req"))

    await asyncio.gather(*(write() for _ in range(64)))


async def read(store: EventStore) -> int:
    """Read the whole log; return how many events it holds."""
    after = 0
    while records := await store.read(after, PAGE):
        after = records[-1].position
    return after


async def replay(store: EventStore) -> int:
    """Bring every job to where it stands; return how many events were used."""
    jobs: dict[str, job.Job] = {}
    blank = job.Job()
    after = 0
    while records := await store.read(after, PAGE):
        for record in records:
            event: Any = record.event
            jobs[record.stream] = job.evolve(jobs.get(record.stream, blank), event)
        after = records[-1].position
    assert all(one.status == "succeeded" for one in jobs.values())
    return after


async def verify(store: EventStore) -> int:
    """Walk the chain; return how many records hold."""
    verdict = await store.verify()
    assert verdict.holds
    return verdict.checked


async def measure(url: str, count: int) -> dict[str, float]:
    """Return the rates, each the best of three."""
    store = await EventStore.open(url, Keyring(MasterKey(bytes(32))))
    started = time.perf_counter()
    await fill(store, count)
    rates = {"append, 16 events each": count / (time.perf_counter() - started)}
    for name, action in (("read", read), ("replay", replay), ("verify", verify)):
        rates[name] = 0.0
        for _ in range(3):
            started = time.perf_counter()
            rates[name] = max(rates[name], await action(store) / (time.perf_counter() - started))
    await store.close()
    return rates


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, default=100_000, help="events in the log")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    with bench_server() as server, fresh_database(server) as url:
        rates = asyncio.run(measure(url, options.events))
    if options.json:
        json.dump(rates, sys.stdout)
        return
    table = Table("what", "events a second", title=f"A log of {options.events:,} events")
    for name, rate in rates.items():
        table.add_row(name, f"{rate:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
