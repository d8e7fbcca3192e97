"""Appends a second: our store, our recorder, the stock recorder of `eventsourcing`, and raw inserts, in one run.

    python -m bench.append [--seconds 1] [--rounds 3] [--json]

Each writer appends one event of about 300 bytes to a stream of its own and waits for the answer before the next.
`store` is the whole way of a command: encode, seal, append, records back, from asyncio tasks. The others are given
ready bytes, from threads. `raw` is one INSERT a commit, without order, lock, versions or notification. The figure is
the median of the rounds.
"""

import argparse
import asyncio
import json
import os
import secrets
import statistics
import sys
import threading
import time
from collections.abc import Callable

import psycopg
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder
from rich.console import Console
from rich.table import Table

from bench.postgres import COMMITS, bench_server, fresh_database
from domain.prompt import PromptCreated
from runtime.keyring import Keyring, MasterKey
from runtime.recorder import GroupRecorder, LogDatastore
from runtime.store import Append, EventStore

WRITERS = (1, 8, 64)
STATE = os.urandom(300)
EVENT = PromptCreated("acct_01k000000000000000000000000", "a bronze steampunk pocket watch with exposed gears " * 2)
Insert = Callable[[str, int], object]
# By commit cost, contender and number of writers.
Figures = dict[str, dict[str, dict[int, float]]]


def by_threads(insert: Insert, writers: int, seconds: float) -> float:
    """Return how often a second `insert(stream, version)` is done by this many threads."""
    ends = time.perf_counter() + seconds
    counts = [0] * writers

    def write(writer: int) -> None:
        stream = f"prompt_{secrets.token_hex(13)}"
        while time.perf_counter() < ends:
            counts[writer] += 1
            insert(stream, counts[writer])

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - started)


def stored(stream: str, version: int) -> list[StoredEvent]:
    """Return what a recorder is given for one append."""
    return [StoredEvent(stream, version, "prompt.created", STATE)]


def raw(url: str, writers: int, seconds: float) -> float:
    """Return the rate of plain inserts, each with a connection and a transaction of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS raw"
            " (id bigserial PRIMARY KEY, stream text, version bigint, tag text, state bytea)"
        )
    connections = threading.local()

    def insert(stream: str, version: int) -> None:
        if not hasattr(connections, "own"):
            connections.own = psycopg.connect(url, autocommit=True)
        connections.own.execute(
            "INSERT INTO raw (stream, version, tag, state) VALUES (%s, %s, %s, %s)",
            (stream, version, "prompt.created", STATE),
            prepare=True,
        )

    return by_threads(insert, writers, seconds)


def stock(url: str, writers: int, seconds: float) -> float:
    """Return the rate of the package's own recorder."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS stock")
    with LogDatastore(url, schema="stock", pool_size=writers) as datastore:
        recorder = PostgresApplicationRecorder(datastore)
        recorder.create_table()
        return by_threads(lambda stream, version: recorder.insert_events(stored(stream, version)), writers, seconds)


def recorder(url: str, writers: int, seconds: float) -> float:
    """Return the rate of our recorder, used like the stock one."""
    ours = GroupRecorder(LogDatastore(url))
    ours.create_table()
    try:
        return by_threads(lambda stream, version: ours.insert_events(stored(stream, version)), writers, seconds)
    finally:
        ours.close()


def store(url: str, writers: int, seconds: float) -> float:
    """Return the rate of our store: everything that a command waits for."""
    return asyncio.run(_store(url, writers, seconds))


async def _store(url: str, writers: int, seconds: float) -> float:
    log = await EventStore.open(url, Keyring(MasterKey(bytes(32))))
    started = time.perf_counter()

    async def write() -> int:
        stream, version = f"prompt_{secrets.token_hex(13)}", 0
        while time.perf_counter() < started + seconds:
            await log.append(
                [Append(stream, version, (EVENT,), EVENT.owner)], actor=EVENT.owner, correlation="req_01k000000000"
            )
            version += 1
        return version

    count = sum(await asyncio.gather(*(write() for _ in range(writers))))
    rate = count / (time.perf_counter() - started)
    verdict = await log.verify()
    await log.close()
    assert verdict.holds and verdict.checked >= count  # noqa: PT018
    return rate


CONTENDERS = {"store": store, "recorder": recorder, "stock": stock, "raw": raw}


def measure(seconds: float, rounds: int) -> Figures:
    """Return the rates of all contenders; the rounds of one setting follow each other, contender by contender."""
    figures: Figures = {commit: {name: {} for name in CONTENDERS} for commit in COMMITS}
    with bench_server() as server:
        for commit, options in COMMITS.items():
            for writers in WRITERS:
                rates: dict[str, list[float]] = {name: [] for name in CONTENDERS}
                for _ in range(rounds):
                    for name, contender in CONTENDERS.items():
                        with fresh_database(server, options) as url:
                            rates[name].append(contender(url, writers, seconds))
                for name, several in rates.items():
                    figures[commit][name][writers] = statistics.median(several)
    return figures


def show(figures: Figures) -> Table:
    """Return the figures as people read them."""
    table = Table(title="Appends a second (and how many times the stock recorder's)")
    for heading in ("commit", "contender", *(f"{writers} writers" for writers in WRITERS)):
        table.add_column(heading, justify="left" if heading in ("commit", "contender") else "right")
    for commit, contenders in figures.items():
        for name, rates in contenders.items():
            cells = (f"{rate:,.0f} ({rate / contenders['stock'][n]:.1f}×)" for n, rate in rates.items())
            table.add_row(commit, name, *cells, end_section=name == "raw")
    table.caption = "free: synchronous_commit=off. 1 ms: commit_delay=1000, a wait before the flush of each commit."
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=1.0, help="length of one measurement")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of which the median is shown")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    figures = measure(options.seconds, options.rounds)
    if options.json:
        json.dump(figures, sys.stdout)
    else:
        Console().print(show(figures))


if __name__ == "__main__":
    main()
