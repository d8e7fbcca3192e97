"""What tests leave on servers and in the kernel, and how it goes."""

import asyncio
import contextlib
import ctypes
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nats
from nats.js.errors import NotFoundError

from runtime.subjects import Subjects

IPC_RMID = 0
MEMORY = Path("/dev/shm")
FRESH_S = 5.0  # its server may not have mapped it yet


def forget_streams(url: str, *prefixes: str) -> None:
    """Delete the streams of a test that has ended: the server sets storage aside for each, and works for it."""
    with ThreadPoolExecutor(1) as thread:  # the test's own thread has its own event loop
        thread.submit(asyncio.run, _forget_streams(url, prefixes)).result()


async def _forget_streams(url: str, prefixes: tuple[str, ...]) -> None:
    client = await nats.connect(url)
    for subjects in map(Subjects, prefixes):
        for name in (subjects.work_stream, subjects.events_stream, subjects.dead_stream):
            with contextlib.suppress(NotFoundError):
                await client.jetstream().delete_stream(name)
    await client.close()


def free_shared_memory(folder: Path) -> None:
    """Free what killed PostgreSQL servers below `folder` left in the kernel: each has one small segment."""
    for note in folder.glob("**/postmaster.pid"):
        key_and_id = note.read_text().splitlines()[6:7]
        for number in (line.split()[1] for line in key_and_id if len(line.split()) == 2):
            ctypes.CDLL(None).shmctl(int(number), IPC_RMID, None)


def remove_segments(since: float) -> None:
    """Remove the segments that servers killed since a time left in the machine's memory: nobody maps them any more."""
    found = [path for path in MEMORY.glob("PostgreSQL.*") if since < path.stat().st_ctime < time.time() - FRESH_S]
    mapped = "".join(map(_maps_of, Path("/proc").glob("[0-9]*"))) if found else ""
    for path in found:
        if str(path) not in mapped:
            path.unlink(missing_ok=True)


def _maps_of(process: Path) -> str:
    with contextlib.suppress(OSError):  # it has ended, or is somebody else's
        return (process / "maps").read_text()
    return ""
