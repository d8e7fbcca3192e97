"""A process that owns embedded servers, and what can be seen of it from outside."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg

from runtime.embedded.process import User

ROOT = Path(__file__).parents[2]

OWNER = """
import asyncio, json, sys
from runtime.embedded import CannotStart, embedded
from runtime.settings import load_settings
async def main():
    try:
        async with embedded(load_settings(data_dir=sys.argv[1]), join=sys.argv[2] == "join") as servers:
            print(json.dumps([servers.database_url, servers.nats_url, servers.is_joined]), file=sys.stderr, flush=True)
            await asyncio.to_thread(sys.stdin.read)
    except CannotStart as error:
        print(json.dumps(error.message), file=sys.stderr, flush=True)
asyncio.run(main())
"""


class Owner:
    """Another process that runs, or joins, the servers of a data folder, until its input ends."""

    def __init__(
        self,
        data_dir: Path,
        how: str = "alone",
        *,
        python: str = sys.executable,
        path: str = str(ROOT),
        user: User | None = None,
    ) -> None:
        become = {"user": user.uid, "group": user.gid, "extra_groups": []} if user else {}
        self.process = subprocess.Popen(
            [python, "-c", OWNER, str(data_dir), how],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
            env={"PATH": os.environ["PATH"], "PYTHONPATH": path},
            **become,
        )

    def said(self) -> object:
        """Return its addresses and whether it joined, or the sentence with which it refused."""
        assert self.process.stderr is not None
        return json.loads(self.process.stderr.readline() or '"it died"')

    def end(self) -> None:
        with self.process:
            self.process.communicate(timeout=20)

    def kill(self) -> None:
        with self.process:
            self.process.kill()


def count(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM kept").fetchone()
    assert row is not None
    return int(row[0])


def insert_until_it_breaks(url: str) -> int:
    """Return how many inserts were acknowledged before the server was gone."""
    acknowledged = 0
    with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url, autocommit=True) as connection:
        while True:
            connection.execute("INSERT INTO kept DEFAULT VALUES")
            acknowledged += 1
    return acknowledged


def processes_in(data_dir: Path) -> list[psutil.Process]:
    return [process for process in psutil.process_iter() if is_in(process, data_dir)]


def is_in(process: psutil.Process, data_dir: Path) -> bool:
    with contextlib.suppress(psutil.Error):
        return any(str(data_dir) in part for part in process.cmdline())
    return False
