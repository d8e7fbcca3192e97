"""Handing the log on, on real PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing

from api.watching.subscribe import encoded
from api.watching.subscribers import WAITING_MAX, Subscribers, Wanted
from domain.events import Record
from tests.logs import OWNER, opened, words

MANY = WAITING_MAX + 44


async def taken(batches: AsyncIterator[Sequence[Record]], count: int) -> list[int]:
    """Return the positions of the first records."""
    found: list[int] = []
    while len(found) < count:
        found += [record.position for record in await anext(batches)]
    return found


async def test_who_reads_slowly_gets_each_event_once_and_holds_nobody_up(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("first")], actor=OWNER)
        everybody = Subscribers(store)
        async with (
            everybody.subscribed(Wanted(), 0) as slow,
            everybody.subscribed(Wanted(), None) as fast,
            aclosing(everybody.batches(slow, 5.0)) as slowly,  # type: ignore[type-var]
            aclosing(everybody.batches(fast, 5.0)) as at_once,  # type: ignore[type-var]
        ):
            assert await taken(slowly, 1) == [1]
            reading = asyncio.create_task(taken(at_once, MANY))
            waiting = asyncio.create_task(taken(slowly, 1))
            await store.append([words("second", expected=1)], actor=OWNER)
            assert await waiting == [2]
            for number in range(2, MANY + 1):
                await store.append([words("more", expected=number)], actor=OWNER)
            assert await reading == list(range(2, MANY + 2))
            assert slow.is_behind
            assert await taken(slowly, MANY - 1) == list(range(3, MANY + 2))
            assert not slow.is_behind


async def test_only_what_is_wanted_is_read_and_pushed(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        everybody = Subscribers(store)
        await store.append([words("a"), words("b", "prompt_2")], actor=OWNER)
        async with everybody.subscribed(Wanted(stream="prompt_2", tags=("prompt.",)), 0) as subscriber:
            batches = everybody.batches(subscriber, 5.0)
            assert await taken(batches, 1) == [2]
            waiting = asyncio.create_task(taken(batches, 1))
            await store.append([words("c", expected=1), words("d", "prompt_2", expected=1)], actor=OWNER)
            assert await waiting == [4]


async def test_after_an_erasure_the_fact_is_told_and_not_what_it_said(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("confidential")], actor=OWNER)
        assert b"confidential" in encoded((await store.read(0))[0])
        await store.erase(OWNER)
        shown = encoded((await store.read(0))[0])
    assert b'"data":null' in shown
    assert b"confidential" not in shown
