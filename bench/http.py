"""GET of one run over HTTP, against a bare Litestar route that answers the same bytes, in one run; start and memory.

    python -m bench.http [--seconds 4] [--json]

Both are served by granian in a process of their own; one more process asks. The bare route has a path parameter and
returns a ready dict: no token, no database, no limits, no log line. `paced` asks at a steady rate, whether or not the
answers come, which is what latency is about; `full` keeps 64 connections busy, which is what requests a second are
about. All share the cores of one machine, so the ratio says more than the figures.
"""

import argparse
import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import psutil
from rich.console import Console
from rich.table import Table

import projections.runner
from bench.postgres import bench_servers
from commands.do import Do
from commands.job import RequestJob
from commands.register import register
from domain.access import Caller
from domain.work import TextToModel
from projections.views import Views
from runtime.ids import new_id
from runtime.services import services
from runtime.settings import Settings, load_settings

CONNECTIONS = 64
PACE_PER_S = 200
START_S_MAX = 30.0
PASSWORD = "a password for figures"
PORTS = {"ours": 8971, "bare": 8972}
Figures = dict[str, dict[str, float]]
BARE = """
import asyncio, json, sys
from granian.constants import Interfaces
from granian.server.embed import Server
from litestar import Litestar, get
from litestar.params import FromPath
BODY = json.loads(sys.argv[2])
@get("/runs/{run_id:str}")
async def run(run_id: FromPath[str]) -> dict[str, object]:
    return BODY
app = Litestar([run], logging_config=None, openapi_config=None)
server = Server(app, address="127.0.0.1", port=int(sys.argv[1]), interface=Interfaces.ASGINL, log_enabled=False)
asyncio.run(server.serve())
"""


async def ask(port: int, path: str, token: str, *, seconds: float, connections: int, pace_per_s: int) -> list[float]:
    """Return the milliseconds of each answer; with a pace, counted from when the question was due."""
    request = f"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    began = time.perf_counter()
    due = iter(range(int(seconds * pace_per_s))) if pace_per_s else None
    asking = (_ask_on(port, request, began, seconds, due, pace_per_s) for _ in range(connections))
    return [took for found in await asyncio.gather(*asking) for took in found]


async def _ask_on(
    port: int, request: bytes, began: float, seconds: float, due: Iterator[int] | None, pace_per_s: int
) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took = []
    while time.perf_counter() - began < seconds:
        start = time.perf_counter()
        if due is not None:
            number = next(due, None)
            if number is None:
                break
            start = began + number / pace_per_s
            await asyncio.sleep(max(0.0, start - time.perf_counter()))
        writer.write(request)
        await _read_answer(reader)
        took.append((time.perf_counter() - start) * 1000)
    writer.close()
    return took


async def _read_answer(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if not head.startswith(b"http/1.1 200"):
        raise RuntimeError(head.decode())
    _, _, rest = head.partition(b"content-length:")
    await reader.readexactly(int(rest.partition(b"\r\n")[0]))


def measure(port: int, path: str, token: str, seconds: float) -> dict[str, float]:
    """Return requests a second at full load, and latencies at a steady pace."""
    asyncio.run(ask(port, path, token, seconds=1.0, connections=8, pace_per_s=0))
    full = asyncio.run(ask(port, path, token, seconds=seconds, connections=CONNECTIONS, pace_per_s=0))
    paced = asyncio.run(ask(port, path, token, seconds=seconds, connections=16, pace_per_s=PACE_PER_S))
    cuts = statistics.quantiles(paced, n=100)
    return {"requests_per_s": len(full) / seconds, "p50_ms": cuts[49], "p99_ms": cuts[98]}


@contextmanager
def serving(argv: list[str], port: int, environment: dict[str, str]) -> Iterator[dict[str, float]]:
    """Run a server in a process of its own; yields how long it took to answer and its memory then."""
    began = time.perf_counter()
    child = subprocess.Popen(argv, env={**os.environ, **environment})
    try:
        _wait_for(port)
        started_s = time.perf_counter() - began
        process = psutil.Process(child.pid)
        cpu = process.cpu_times()
        yield {
            "start_s": started_s,
            "start_cpu_s": cpu.user + cpu.system,
            "memory_mib": process.memory_info().rss / 2**20,
        }
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + START_S_MAX
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < deadline:
            try:
                client.get(f"http://127.0.0.1:{port}/health")
            except httpx.TransportError:
                time.sleep(0.01)
            else:
                return
    raise TimeoutError(f"Nobody answers at port {port}")


async def prepare(settings: Settings) -> str:
    """Make an account with a run, and the views that show it; return the run's id."""
    stop = asyncio.Event()
    async with services(settings) as opened, Views(opened.pool, settings.views) as views:
        projecting = asyncio.create_task(projections.runner.run(settings, stop))
        do = Do(opened.store)
        owner = (await register(do, opened, "bench", "bench@example.com", PASSWORD)).stream
        run_id = new_id("run")
        work = TextToModel("prompt_1", "a bronze pocket watch", "spec_1", 7)
        done = await do(RequestJob(run_id, owner, work, parent="prompt_1"), Caller(owner))
        await views.wait_for("job", done.position, 20.0, is_needed=True)
        stop.set()
        await projecting
    return run_id


def run(environment: dict[str, str], seconds: float) -> Figures:
    """Measure both, one after the other."""
    run_id = asyncio.run(prepare(load_settings(environment)))
    argv = [sys.executable, "-m", "runtime.cli", "api", "--port", str(PORTS["ours"])]
    with serving(argv, PORTS["ours"], environment) as started:
        base = f"http://127.0.0.1:{PORTS['ours']}/api/v1"
        body = {"email": "bench@example.com", "password": PASSWORD}
        token = httpx.post(f"{base}/auth/login", json=body, trust_env=False).json()["data"]["access_token"]
        answer = httpx.get(f"{base}/runs/{run_id}", headers={"Authorization": f"Bearer {token}"}, trust_env=False)
        answer.raise_for_status()
        ours = {**measure(PORTS["ours"], f"/api/v1/runs/{run_id}", token, seconds), **started}
    with serving([sys.executable, "-c", BARE, str(PORTS["bare"]), answer.text], PORTS["bare"], {}) as started:
        bare = {**measure(PORTS["bare"], f"/runs/{run_id}", token, seconds), **started}
    return {"ours": ours, "bare": bare}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with bench_servers() as environment:
        figures = run(environment, options.seconds)
    _print(figures, as_json=options.json)


def _print(figures: Figures, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures))
        return
    columns: dict[str, Any] = {
        "requests_per_s": f"requests/s, {CONNECTIONS} connections",
        "p50_ms": f"p50 at {PACE_PER_S}/s, ms",
        "p99_ms": "p99, ms",
        "start_s": "start, s",
        "start_cpu_s": "of it CPU, s",
        "memory_mib": "memory, MiB",
    }
    table = Table("GET of one run", *columns.values(), title="HTTP")
    for name, found in figures.items():
        table.add_row(name, *(f"{found[column]:.4g}" for column in columns))
    table.add_row("ratio", *(f"{figures['ours'][column] / figures['bare'][column]:.2f}" for column in columns))
    Console().print(table)


if __name__ == "__main__":
    main()
