"""Waiting for another machine, while the job says that it lives and hears at once when it is cancelled."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

BEAT_S = 0.4
Answer = TypeVar("Answer")


async def watched(doing: Awaitable[Answer], beat: Callable[[], None]) -> Answer:
    """Return what `doing` returns, and call `beat` before it and every 0.4 s; when that raises, `doing` is stopped."""
    task = asyncio.ensure_future(doing)
    try:
        beat()
        while not (await asyncio.wait([task], timeout=BEAT_S))[0]:
            beat()
        return task.result()
    finally:
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
