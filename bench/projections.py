"""How soon a view shows what was appended, under a steady load; and how fast views are rebuilt.

    python -m bench.projections [--rate 500] [--seconds 10] [--json]

A process of its own projects all views. Whole runs (14 events each) are appended one event at a time at a steady rate.
`lag` is the time from the answer of the append until the view's commit is known to a reader (what reading one's own
write costs); `whole` counts from before the append. Commits of the log cost what the disk of the bench costs.
"""

import argparse
import asyncio
import json
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from psycopg import AsyncConnection
from rich.console import Console
from rich.table import Table

from bench.postgres import bench_server, fresh_database
from domain.events import Event
from domain.job import ArtefactKept, JobRequested, JobStarted, JobSucceeded, StageCompleted, StageEntered
from domain.work import TextToModel
from projections import runner
from projections.rebuild import rebuild
from projections.views import VIEWS
from runtime.ids import new_id
from runtime.logs import set_up_logs
from runtime.services import Services, services
from runtime.settings import Settings
from runtime.store import Append

OWNER = "acct_01k000000000000000000000000"
WARM_UP_S = 3.0
WRITERS = 20
RUN_LENGTH = 14


@dataclass
class Times:
    """When appends began and were answered, and when views had them, by position."""

    began: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    shown: dict[str, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))

    def of(self, view: str, since: dict[int, float]) -> list[float]:
        """Return milliseconds from `since` until `view` had each position."""
        waits, reached = [], iter(self.shown[view])
        position, at = next(reached, (0, 0.0))
        for wanted in sorted(since):
            while position < wanted:
                position, at = next(reached, (sys.maxsize, float("inf")))
            waits.append(max(at - since[wanted], 0.0) * 1000)
        return waits


def a_run(run_id: str) -> list[Event]:
    """Return the events of a run."""
    stages = [
        event
        for stage in TextToModel.stages
        for event in (StageEntered(1, stage), StageCompleted(1, stage, 812, {"parts": 12, "faces": 4980}))
    ]
    kept = ArtefactKept(
        1, run_id.replace("run", "asset"), "model.glb", "result", "model/gltf-binary", "ab" * 32, 812345
    )
    work = TextToModel("prompt_1", "a bronze steampunk pocket watch with exposed gears", "spec_1", 7)
    return [JobRequested(OWNER, work), JobStarted(1, "w1"), *stages, kept, JobSucceeded(1, {"mesh": kept.asset_id})]


def project(settings: Settings) -> None:
    """Run the role `project` until killed."""
    set_up_logs("project", level="warning")
    asyncio.run(runner.run(settings, asyncio.Event()))


async def append_runs(opened: Services, times: Times, rate: float, seconds: float) -> None:
    """Append at a steady rate, whether or not earlier appends were answered."""
    began, count = time.perf_counter(), 0
    ticks = [asyncio.Semaphore(0) for _ in range(WRITERS)]
    writers = [asyncio.create_task(_write(opened, times, tick, int(rate * seconds) // WRITERS)) for tick in ticks]
    while (elapsed := time.perf_counter() - began) < seconds:
        while count < elapsed * rate:
            ticks[count % WRITERS].release()
            count += 1
        await asyncio.sleep(0.001)
    for tick in ticks:
        tick.release()
    await asyncio.gather(*writers)


async def _write(opened: Services, times: Times, tick: asyncio.Semaphore, count: int) -> None:
    run_id, events = "", list[Event]()
    for number in range(count):
        if number % RUN_LENGTH == 0:
            run_id = new_id("run")
            events = a_run(run_id)
        await tick.acquire()
        version, began = number % RUN_LENGTH, time.perf_counter()
        [record] = await opened.store.append([Append(run_id, version, (events[version],), OWNER)], actor=OWNER)
        times.began[record.position], times.answered[record.position] = began, time.perf_counter()


async def listen(url: str, times: Times) -> None:
    """Note when each view says how far it is."""
    async with await AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("LISTEN views")
        async for notice in connection.notifies():
            view, _, position = notice.payload.partition(" ")
            times.shown[view].append((int(position), time.perf_counter()))


async def measure(url: str, rate: float, seconds: float) -> dict[str, object]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(str(Path(folder)), database_url=url)
        async with services(settings) as opened:
            times = Times()
            listening = asyncio.create_task(listen(url, times))
            projector = multiprocessing.get_context("spawn").Process(target=project, args=(settings,), daemon=True)
            projector.start()
            await append_runs(opened, Times(), rate, WARM_UP_S)
            times.shown.clear()
            await append_runs(opened, times, rate, seconds)
            await asyncio.sleep(1.0)
            projector.terminate()
            listening.cancel()
            return _figures(times, seconds) | {"rebuild_events_per_s": await _rebuilt(opened)}


def _figures(times: Times, seconds: float) -> dict[str, object]:
    lags = {view: times.of(view, times.answered) for view in VIEWS}
    wholes = {view: times.of(view, times.began) for view in VIEWS}
    return {
        "appends_per_s": len(times.began) / seconds,
        "lag_ms": {view: _p50_p99(lags[view]) for view in VIEWS},
        "whole_ms": {view: _p50_p99(wholes[view]) for view in VIEWS},
    }


def _p50_p99(values: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(values, n=100)
    return cuts[49], cuts[98]


async def _rebuilt(opened: Services) -> dict[str, float]:
    rates = {}
    for view in VIEWS:
        began = time.perf_counter()
        rates[view] = await rebuild(opened, view) / (time.perf_counter() - began)
    return rates


def show(figures: dict[str, object]) -> Table:
    """Return the figures as people read them."""
    table = Table(title=f"Views under {figures['appends_per_s']:,.0f} appends a second, milliseconds p50 / p99")
    for heading in ("view", "lag", "whole", "rebuild, events/s"):
        table.add_column(heading, justify="left" if heading == "view" else "right")
    for view in VIEWS:
        lag, whole = figures["lag_ms"][view], figures["whole_ms"][view]  # type: ignore[index]
        rate = figures["rebuild_events_per_s"][view]  # type: ignore[index]
        table.add_row(view, f"{lag[0]:.1f} / {lag[1]:.1f}", f"{whole[0]:.1f} / {whole[1]:.1f}", f"{rate:,.0f}")
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rate", type=float, default=500.0, help="appends a second")
    parser.add_argument("--seconds", type=float, default=10.0, help="length of the measurement")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    set_up_logs("bench", level="warning")
    with bench_server() as server, fresh_database(server) as url:
        figures = asyncio.run(measure(url, options.rate, options.seconds))
    if options.json:
        json.dump(figures, sys.stdout)
    else:
        Console().print(show(figures))


if __name__ == "__main__":
    main()
