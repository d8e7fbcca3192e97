"""Generate, switch and evaluate over HTTP against `meshwright up`: latency, throughput, and CPU by process.

    python -m bench.design [--seconds 6] [--sustained 30] [--clients 1,200] [--json]

The bench starts the server itself, with limits off, in a folder that is gone afterwards. Each client keeps one
connection and asks again as soon as it is answered; with 200 of them the latency is that of a queue. Whoever asks
shares the cores with the server, so `CPU ms` - what all processes of the server took for one answer - says more on a
busy machine. `mixed` is generate, switch and evaluate in turn.
"""

import argparse
import asyncio
import itertools
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import psutil
from rich.console import Console
from rich.table import Table

PORT = 8973
START_S_MAX = 90.0
OPENED_AT_ONCE = 20
CPU_MS_SHOWN_MIN = 0.02
IDLE_CORES = 0.15
REFUSAL_SHOWN, REFUSALS_SHOWN = 200, 3
PASSWORD, API_KEY = "a password for figures", "a-key-for-figures"
KINDS = ("generate", "switch", "evaluate", "mixed")
PROMPTS = (
    "Living room with marble floor", "Modern electric vehicle with aerodynamic design", "an oak chair",
    "Modern kitchen design", "a small office with two desks", "Smart home IoT sensor with WiFi connectivity",
    "a red sports car", "a two storey house with a garage", "a bookshelf of walnut", "a bathroom with a bathtub",
)  # fmt: skip
MATERIALS = ("oak", "walnut", "steel_brushed", "aluminium", "concrete", "marble_black")
Figures = dict[str, dict[str, float]]


class Answered(NamedTuple):
    """One answer: how long it took, and what it said where it was not a good one."""

    took_ms: float
    refusal: str


class Client:
    """One connection that asks one question after the other."""

    def __init__(self, number: int, headers: dict[str, str]) -> None:
        self._number = number
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._turn = itertools.count(number)
        self._spec = ""
        self._object = ""
        self._prompt = PROMPTS[number % len(PROMPTS)]

    async def open(self) -> None:
        """Connect, and make the design that is switched and evaluated."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", PORT)
        _, body = await self._post("/generate", {"prompt": self._prompt, "seed": self._number})
        made = json.loads(body)
        self._spec = made["spec_id"]
        self._object = next(one["id"] for one in made["spec_json"]["objects"] if one["editable"])

    async def ask(self, kind: str) -> Answered:
        """Ask once."""
        turn = next(self._turn)
        kind = KINDS[turn % 3] if kind == "mixed" else kind
        path, body = self._question(kind, turn)
        begun = time.perf_counter()
        status, said = await self._post(path, body)
        took_ms = (time.perf_counter() - begun) * 1000
        return Answered(took_ms, "" if status == 200 else f"{status} {said[:REFUSAL_SHOWN].decode(errors='replace')}")

    def close(self) -> None:
        """Disconnect."""
        self._writer.close()

    def _question(self, kind: str, turn: int) -> tuple[str, dict[str, Any]]:
        if kind == "generate":
            return "/generate", {"prompt": PROMPTS[turn % len(PROMPTS)], "context": {"style": "modern"}}
        if kind == "evaluate":
            return "/evaluate", {"spec_id": self._spec, "criteria": ["aesthetics", "functionality", "cost"]}
        material = MATERIALS[turn % len(MATERIALS)]
        return "/switch", {
            "spec_id": self._spec, "target": {"object_id": self._object}, "update": {"material": material},
        }  # fmt: skip

    async def _post(self, path: str, body: dict[str, Any]) -> tuple[int, bytes]:
        data = json.dumps(body).encode()
        head = f"POST /api/v1{path} HTTP/1.1\r\nHost: bench\r\n{self._headers}Content-Length: {len(data)}\r\n\r\n"
        self._writer.write(head.encode() + data)
        answer = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        _, _, rest = answer.partition(b"content-length:")
        content = await self._reader.readexactly(int(rest.partition(b"\r\n")[0]))
        return int(answer[9:12]), content


async def load(kind: str, clients: int, seconds: float, headers: dict[str, str]) -> list[Answered]:
    """Return every answer that some clients got in a time."""
    opened = [Client(number, headers) for number in range(clients)]
    for first in range(0, clients, OPENED_AT_ONCE):
        await asyncio.gather(*(client.open() for client in opened[first : first + OPENED_AT_ONCE]))
    end = time.perf_counter() + seconds

    async def keep_asking(client: Client) -> list[Answered]:
        found = []
        while time.perf_counter() < end:
            found.append(await client.ask(kind))
        client.close()
        return found

    return [answer for found in await asyncio.gather(*map(keep_asking, opened)) for answer in found]


def measure(kind: str, clients: int, seconds: float, headers: dict[str, str], server: int) -> dict[str, float]:
    """Return the figures of one load."""
    asyncio.run(load(kind, min(clients, 8), 1.0, headers))
    before, begun = cpu_of(server), time.perf_counter()
    answers = asyncio.run(load(kind, clients, seconds, headers))
    wall_s, spent = time.perf_counter() - begun, cpu_of(server) - before
    took = sorted(one.took_ms for one in answers)
    cuts = statistics.quantiles(took, n=100) if len(took) > 1 else [took[0]] * 99
    count = len(answers) + clients  # each client also made the design that it works on
    figures = {
        "p50_ms": cuts[49], "p95_ms": cuts[94], "p99_ms": cuts[98], "per_minute": len(answers) * 60 / seconds,
        "cpu_ms": sum(spent.values()) * 1000 / count, "cores": sum(spent.values()) / wall_s,
        "not_200": float(sum(bool(one.refusal) for one in answers)),
    }  # fmt: skip
    for refusal, number in Counter(one.refusal for one in answers if one.refusal).most_common(REFUSALS_SHOWN):
        print(f"{kind}, {clients}: {number} times {refusal}", file=sys.stderr)
    return figures | {
        f"cpu_ms_{role}": value * 1000 / count for role, value in spent.items() if value * 1000 > count / 50
    }


def cpu_of(server: int) -> Counter[str]:
    """Return the seconds of CPU that the processes of the server have taken, by what they are."""
    found: Counter[str] = Counter()
    root = psutil.Process(server)
    for process in (root, *root.children(recursive=True)):
        try:
            times = process.cpu_times()
            found[_role(process)] += times.user + times.system
        except psutil.NoSuchProcess:
            continue
    return found


def _role(process: psutil.Process) -> str:
    line = " ".join(process.cmdline())
    if "postgres" in process.name() or "postgres" in line[:60]:
        return "postgres"
    for word in ("nats-server", "planning_desk", "handlers.child", " relay", " project", " api", " work"):
        if word in line:
            return word.strip().removeprefix("handlers.").replace("-server", "")
    return "other"


@contextmanager
def serving() -> Iterator[tuple[int, dict[str, str]]]:
    """Run `meshwright up`; yields its process and the headers of somebody who may ask."""
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as name:
        Path(name).chmod(0o711)
        with serving_in(Path(name) / "data") as found:
            yield found


@contextmanager
def serving_in(folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Run `meshwright up` with its data in a folder."""
    environment = {
        **os.environ, "MESHWRIGHT_ADMIN_PASSWORD": PASSWORD, "MESHWRIGHT_API_KEY": API_KEY,
        "MESHWRIGHT_RATE_LIMITS": "off", "MESHWRIGHT_LOG_LEVEL": "warning",
    }  # fmt: skip
    argv = [sys.executable, "-m", "runtime.cli", "up", "--port", str(PORT), "--data-dir", str(folder)]
    child = subprocess.Popen(argv, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait_until_ready()
        _wait_until_idle(child.pid)
        yield child.pid, _headers()
    finally:
        child.send_signal(signal.SIGINT)
        child.wait(60)


def _wait_until_ready() -> None:
    deadline = time.monotonic() + START_S_MAX
    with httpx.Client(base_url=f"http://127.0.0.1:{PORT}/api/v1", trust_env=False) as client:
        while time.monotonic() < deadline:
            try:
                if client.get("/health/ready").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
            time.sleep(0.1)
    raise TimeoutError(f"Nobody is ready at port {PORT}")


def _wait_until_idle(server: int) -> None:
    """Wait until workers have loaded what they load ahead."""
    deadline = time.monotonic() + START_S_MAX
    while time.monotonic() < deadline:
        before = cpu_of(server).total()
        time.sleep(2.0)
        if (cpu_of(server).total() - before) / 2.0 < IDLE_CORES:
            return


def _headers() -> dict[str, str]:
    key = {"X-API-Key": API_KEY}
    body = {"username": "admin", "password": PASSWORD}
    answer = httpx.post(f"http://127.0.0.1:{PORT}/api/v1/auth/login", json=body, headers=key, trust_env=False)
    token = answer.raise_for_status().json()["access_token"]
    return {**key, "Authorization": f"Bearer {token}", "Content-Type": "application/json"}


def run(seconds: float, sustained: float, clients: list[int]) -> Figures:
    """Measure each kind at each number of clients, then the mixture for longer."""
    with serving() as (server, headers):
        figures = {
            f"{kind}, {count}": measure(kind, count, seconds, headers, server)
            for count in clients
            for kind in KINDS[:3]
        }
        if sustained:
            figures["mixed, 32"] = measure("mixed", 32, sustained, headers, server)
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--sustained", type=float, default=30.0)
    parser.add_argument("--clients", default="1,200")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = run(options.seconds, options.sustained, [int(count) for count in options.clients.split(",")])
    if options.json:
        print(json.dumps(figures))
        return
    columns = {
        "p50_ms": "p50, ms", "p95_ms": "p95, ms", "p99_ms": "p99, ms", "per_minute": "requests/min",
        "cpu_ms": "CPU ms", "cores": "cores", "not_200": "not 200",
    }  # fmt: skip
    table = Table("clients", *columns.values(), "CPU ms by process", title="Design")
    for name, found in figures.items():
        roles = {key.removeprefix("cpu_ms_"): value for key, value in found.items() if key.startswith("cpu_ms_")}
        shown = ", ".join(f"{role} {value:.1f}" for role, value in sorted(roles.items(), key=lambda one: -one[1]))
        table.add_row(name, *(f"{found[column]:,.4g}" for column in columns), shown)
    Console(width=170).print(table)


if __name__ == "__main__":
    main()
