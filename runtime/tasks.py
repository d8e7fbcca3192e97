"""Coroutines that run until the process is told to stop."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine
from typing import Any, TypeVar

import structlog

from domain.errors import Unavailable

Value = TypeVar("Value")
AWAY_PAUSE_S = 0.5
CANCEL_AGAIN_S = 0.2

log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def run_until(stop: asyncio.Event, *parts: Coroutine[Any, Any, None]) -> None:
    """Run all parts until `stop` is set, then cancel them; the first error of a part is raised."""
    tasks = [asyncio.create_task(part) for part in parts]
    stopping = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stopping}:
            task.result()
    finally:
        await end([*tasks, stopping])


async def end(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancel tasks until they have ended: `asyncio.wait_for` of Python 3.11 may lose a cancellation."""
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=CANCEL_AGAIN_S)
    for task in tasks:
        if not task.cancelled():
            task.exception()  # was raised to who waits for the task, or came too late to matter


async def pause(stop: asyncio.Event, seconds: float) -> bool:
    """Wait, and return whether `stop` was set meanwhile."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return False
    return True


async def once_there(open_it: Callable[[], Awaitable[Value]], stop: asyncio.Event) -> Value | None:
    """Return what `open_it` returns, asking again for as long as that is away; None when `stop` is set before."""
    while True:
        try:
            return await open_it()
        except Unavailable as error:
            log.warning("part.away", error=error.message)
        if await pause(stop, AWAY_PAUSE_S):
            return None
