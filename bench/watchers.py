"""A thousand watchers of one batch: how long it takes from what happens to the sockets of all who watch.

    python -m bench.watchers [--watchers 1000] [--messages 40] [--json]

The API, and the watchers, are processes of their own; a third plays the worker. `said` is what a job says while it
runs (a log line on the bus), timed from just before it is published; `event` is a fact (a stage was entered), timed
from when PostgreSQL recorded it: it goes by the relay, the bus, and a reading of the log. All share the cores of one
machine. The limit of connections of an account is lifted.
"""

import argparse
import asyncio
import contextlib
import json
import multiprocessing
import re
import resource
import statistics
import sys
import time
from multiprocessing.connection import Connection
from typing import Any

import httpx
import psutil
from rich.console import Console
from rich.table import Table

import runtime.relay
from bench.http import PASSWORD, serving
from bench.postgres import bench_servers
from commands.batch import OpenBatch, Request
from commands.do import Do
from commands.job import JOB, EnterStage, StartAttempt
from commands.register import register
from domain.access import SYSTEM, Caller
from domain.batch import Picture
from domain.job import JobRequested, current_stage
from domain.work import ImageToModel
from projections import runner
from projections.views import Views
from runtime.ids import new_id
from runtime.live import Logged, say
from runtime.services import Services, services
from runtime.settings import Settings, load_settings

PORT = 8973
PACE_S = 0.25
CONNECT_AT_ONCE = 50
SETTLE_S = 3.0
STAGE = "reading"
_SAID = re.compile(rb'"sent":([\d.]+)')
_FACT = re.compile(rb'id: (\d+)\ndata: [^\n]* has begun| has begun[^\n]*?"position":(\d+)')
Arrivals = list[tuple[str, float, float]]
"""What arrived: `said` with when it was, or `event` with its position; and when it came."""


class Watching(asyncio.Protocol):
    """One connection that notes when messages come; it does not look at more of them than it must."""

    def __init__(self, request: bytes, arrivals: Arrivals) -> None:
        self._request = request
        self._arrivals = arrivals
        self._head = b""
        self.is_there = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask."""
        assert isinstance(transport, asyncio.Transport)
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Note what came."""
        now = time.time()
        self._head = self._head or data[:12]
        # The handshake of a socket comes before it watches: the first message says that it does.
        if not self.is_there.done() and (b'"type"' in data or b" 4" in self._head):
            self.is_there.set_result(self._head)
        self._arrivals += [("said", float(found), now) for found in _SAID.findall(data)]
        for streamed, carried in _FACT.findall(data):
            self._arrivals.append(("event", float(streamed or carried), now))


def watch(pipe: Connection, request: bytes, watchers: int) -> None:
    """Open the connections, say so, and send back what arrived when that is asked."""
    asyncio.run(_watch(pipe, request, watchers))


async def _watch(pipe: Connection, request: bytes, watchers: int) -> None:
    arrivals: Arrivals = []
    loop = asyncio.get_running_loop()
    for start in range(0, watchers, CONNECT_AT_ONCE):
        some = range(start, min(start + CONNECT_AT_ONCE, watchers))
        opened = [loop.create_connection(lambda: Watching(request, arrivals), "127.0.0.1", PORT) for _ in some]
        for _, protocol in await asyncio.gather(*opened):
            first = await protocol.is_there
            if not first.startswith((b"HTTP/1.1 200", b"HTTP/1.1 101")):
                raise RuntimeError(first.decode(errors="replace"))
    pipe.send("there")
    await asyncio.to_thread(pipe.recv)
    pipe.send(arrivals)


def request_for(kind: str, batch_id: str, token: str) -> bytes:
    """Return the head of the request of a watcher."""
    head = {"Host": "bench", "Authorization": f"Bearer {token}"}
    path = f"/api/v1/status/stream/{batch_id}"
    if kind == "socket":
        path = f"/api/v1/ws/status/{batch_id}"
        head |= {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
        head["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    return "\r\n".join([f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]).encode()


async def batch_of_one(opened: Services, settings: Settings) -> tuple[str, str, str]:
    """Make an account with a batch of one picture that a worker has begun; return owner, batch and job."""
    do = Do(opened.store)
    owner = (await register(do, opened, "bench", "bench@example.com", PASSWORD)).stream
    batch_id, job_id = f"batch_20261121_220000_{new_id('x')[2:]}", new_id("task")
    file = Picture("file_001", new_id("asset"), "cup.jpg", "image/jpeg", "ab" * 32, 10)
    work = ImageToModel(batch_id, file.id, file.asset_id, "cup")
    requests = (Request(job_id, JobRequested(owner, work, parent=batch_id)),)
    await do(OpenBatch(batch_id, owner, (file,), requests=requests), Caller(owner))
    done = await do(StartAttempt(job_id, 1, "bench"), SYSTEM)
    await do(EnterStage(job_id, 1, STAGE), SYSTEM)
    async with Views(opened.pool, settings.views) as views:
        await views.wait_for("batch", done.position, 20.0, is_needed=True)
    return owner, batch_id, job_id


async def measure(opened: Services, kind: str, ids: tuple[str, str, str], token: str, options: Any) -> dict[str, Any]:
    """Have all watch, let things happen, and return how long they took to arrive."""
    owner, batch_id, job_id = ids
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    argv = (theirs, request_for(kind, batch_id, token), options.watchers)
    watchers = multiprocessing.get_context("spawn").Process(target=watch, args=argv)
    watchers.start()
    began = time.perf_counter()
    await asyncio.to_thread(ours.recv)
    opened_s = time.perf_counter() - began
    bus, recorded = await opened.bus(), dict[float, float]()
    for number in range(options.messages):
        stage = await stage_now(opened, job_id)
        sent = {"sent": time.time()}
        await say(bus, owner, Logged(job_id, 1, stage, time.time(), "Figures", sent))
        await asyncio.sleep(PACE_S)
        done = await Do(opened.store)(EnterStage(job_id, 1, f"{kind}{number}"), SYSTEM)
        recorded[float(done.position)] = done.records[-1].recorded_at.timestamp()
        await asyncio.sleep(PACE_S)
    await asyncio.sleep(SETTLE_S)
    ours.send("enough")
    arrivals: Arrivals = await asyncio.to_thread(ours.recv)
    watchers.join()
    said = [1000 * (at - sent) for what, sent, at in arrivals if what == "said"]
    events = [1000 * (at - recorded[place]) for what, place, at in arrivals if what == "event" and place in recorded]
    return {**_cuts("said", said), **_cuts("event", events), "open_s": opened_s}


async def stage_now(opened: Services, job_id: str) -> str:
    """Return the stage that is entered now: what is said of another is not passed on."""
    return current_stage((await Do(opened.store).look(JOB, job_id, SYSTEM)).state)


def _cuts(name: str, found: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(found, n=100)
    figures = {"count": len(found), "p50_ms": cuts[49], "p99_ms": cuts[98], "max_ms": max(found)}
    return {f"{name}_{what}": figure for what, figure in figures.items()}


async def run(environment: dict[str, str], options: Any) -> dict[str, dict[str, Any]]:
    """Measure event streams, then sockets."""
    settings, stop = load_settings(environment), asyncio.Event()
    async with services(settings) as opened:
        roles = [asyncio.create_task(role.run(settings, stop)) for role in (runner, runtime.relay)]
        ids = await batch_of_one(opened, settings)
        argv = [sys.executable, "-m", "runtime.cli", "api", "--port", str(PORT)]
        server = contextlib.ExitStack()
        started = await asyncio.to_thread(server.enter_context, serving(argv, PORT, environment))
        with server:
            async with httpx.AsyncClient(trust_env=False, base_url=f"http://127.0.0.1:{PORT}/api/v1") as client:
                body = {"email": "bench@example.com", "password": PASSWORD}
                token = (await client.post("/auth/login", json=body)).json()["data"]["access_token"]
            found = {}
            for kind in ("sse", "socket"):
                found[kind] = await measure(opened, kind, ids, token, options)
                found[kind]["memory_mib"] = _memory_of_the_server() - started["memory_mib"]
        stop.set()
        await asyncio.gather(*roles)
    return found


def _memory_of_the_server() -> float:
    children = psutil.Process().children(recursive=True)
    return max(child.memory_info().rss for child in children if "runtime.cli" in " ".join(child.cmdline())) / 2**20


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--watchers", type=int, default=1000)
    parser.add_argument("--messages", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with bench_servers() as environment:
        environment["MESHWRIGHT_HTTP_SOCKETS_PER_USER_MAX"] = str(2 * options.watchers)
        figures = asyncio.run(run(environment, options))
    _print(figures, options)


def _print(figures: dict[str, dict[str, Any]], options: Any) -> None:
    if options.json:
        print(json.dumps(figures))
        return
    columns = {
        "said_p50_ms": "said p50, ms", "said_p99_ms": "p99", "said_max_ms": "max", "event_p50_ms": "event p50, ms",
        "event_p99_ms": "p99", "event_max_ms": "max", "open_s": "all open, s", "memory_mib": "more memory, MiB",
    }  # fmt: skip
    table = Table("by", *columns.values(), title=f"{options.watchers} watchers of one batch")
    for kind, found in figures.items():
        table.add_row(kind, *(f"{found[column]:.4g}" for column in columns))
    Console().print(table)
    expected = options.watchers * options.messages
    for kind, found in figures.items():
        print(f"{kind}: {found['said_count']} of {expected} said, {found['event_count']} of {expected} events arrived")


if __name__ == "__main__":
    main()
