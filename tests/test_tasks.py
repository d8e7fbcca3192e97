"""Coroutines that end when they are told to."""

import asyncio

import pytest

from runtime.tasks import end, pause


async def test_a_cancellation_that_comes_together_with_the_bell_is_not_lost() -> None:
    bell = asyncio.Event()
    waiting = asyncio.create_task(pause(bell, 60.0))
    await asyncio.sleep(0)
    bell.set()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_task_that_loses_a_cancellation_is_cancelled_again() -> None:
    bell = asyncio.Event()

    async def lose_the_first() -> None:
        try:
            await bell.wait()
        except asyncio.CancelledError:
            await bell.wait()

    task = asyncio.create_task(lose_the_first())
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await end([task])
    assert task.cancelled()
