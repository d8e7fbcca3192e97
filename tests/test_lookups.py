"""Rows by their keys: shared queries that never answer with what was true before the question."""

import asyncio
from typing import Any

import msgspec
import pytest

from domain.errors import Unavailable
from runtime.lookups import KEYS_MAX, Lookup
from runtime.queries import Queries


class Thing(msgspec.Struct, frozen=True):
    """A row."""

    id: str
    value: int


QUERY = "SELECT id, nextval('calls')::int AS value FROM unnest(%s::text[]) AS id WHERE id <> 'none'"


@pytest.fixture
async def queries(postgres_url: str) -> Any:
    opened = Queries(postgres_url, size_max=4)
    await opened.rows("CREATE SEQUENCE calls")
    yield opened
    await opened.close()


async def test_who_asks_at_the_same_time_shares_a_query(queries: Queries) -> None:
    lookup = Lookup(queries, Thing, QUERY)
    keys = [f"k{number % 300}" for number in range(2 * KEYS_MAX)]
    found = await asyncio.gather(*(lookup.get(key) for key in keys))
    assert [thing.id for thing in found if thing] == keys
    assert max(thing.value for thing in found if thing) == 300
    assert await lookup.get("none") is None


async def test_a_later_question_gets_no_earlier_answer(queries: Queries) -> None:
    lookup = Lookup(queries, Thing, QUERY)
    first = asyncio.create_task(lookup.get("a"))
    for _ in range(3):  # the first query is under way then
        await asyncio.sleep(0)
    second = await lookup.get("a")
    before = await first
    assert before is not None
    assert second is not None
    assert second.value > before.value


async def test_one_who_goes_away_takes_no_answer_from_the_others(queries: Queries) -> None:
    lookup = Lookup(queries, Thing, QUERY)
    gone, here = asyncio.create_task(lookup.get("a")), asyncio.create_task(lookup.get("a"))
    await asyncio.sleep(0)
    gone.cancel()
    assert (await here) is not None


async def test_a_query_that_fails_is_told_to_all_and_forgotten(queries: Queries) -> None:
    lookup = Lookup(queries, Thing, "SELECT id, value FROM things WHERE id = ANY(%s)")
    found = await asyncio.gather(lookup.get("a"), lookup.get("b\0"), return_exceptions=True)
    assert [type(error) for error in found] == [Unavailable, Unavailable]
    await queries.rows("CREATE TABLE things AS SELECT 'a' AS id, 1 AS value")
    assert await lookup.get("a") == Thing("a", 1)
