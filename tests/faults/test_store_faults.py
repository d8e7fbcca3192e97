"""The event store where PostgreSQL goes away, answers get lost, and processes die."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from domain.errors import StorageFailed, Unavailable
from runtime.embedded.postgres import PostgresServer
from runtime.keyring import Keyring
from runtime.settings import StoreSettings
from runtime.store import EventStore
from tests.logs import MASTER, OWNER, heard, opened, words

IMPATIENT = StoreSettings(append_timeout_s=0.6, follow_poll_s=60.0)


async def test_a_follower_outlives_the_loss_of_every_connection(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        following = store.follow(0)
        await store.append([words("one")], actor=OWNER)
        await anext(following)
        waiting = asyncio.ensure_future(anext(following))
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        await store.append([words("two", expected=1)], actor=OWNER)
        [record] = await asyncio.wait_for(waiting, 10)
        assert record.position == 2
        await following.aclose()


async def test_appends_wait_while_postgres_restarts_and_none_is_lost_or_doubled(
    postgres_server: PostgresServer,
) -> None:
    url = postgres_server.url
    async with opened(url) as store:
        acknowledged: list[str] = []

        async def write(name: str) -> None:
            for version in range(40):
                await store.append([words(f"{name}-{version}", f"prompt_{name}", version)], actor=OWNER)
                acknowledged.append(f"{name}-{version}")

        writers = [asyncio.create_task(write(str(n))) for n in range(8)]
        async for records in store.follow(0):
            if records[-1].position >= 40:
                break
        await asyncio.to_thread(postgres_server.kill)
        await asyncio.to_thread(postgres_server.start)
        await asyncio.gather(*writers)
        assert sorted(acknowledged) == sorted(text or "" for text in await heard(store))
        assert (await store.verify()).checked == 320


async def test_when_postgres_stays_away_everyone_is_told(postgres_server: PostgresServer) -> None:
    async with opened(postgres_server.url, IMPATIENT) as store:
        await store.append([words("one")], actor=OWNER)
        await asyncio.to_thread(postgres_server.kill)
        with pytest.raises(Unavailable):
            await store.append([words("two", expected=1)], actor=OWNER)
        with pytest.raises(Unavailable):
            await store.load("prompt_1")
        with pytest.raises(Unavailable):
            await store.last_position()


async def test_closing_first_writes_what_waits(postgres_url: str) -> None:
    store = await EventStore.open(postgres_url, Keyring(MASTER), StoreSettings(append_batch_max=7))
    await store.append([words("first", "prompt_first")], actor=OWNER)
    tasks = [asyncio.create_task(store.append([words("x", f"prompt_{n}")], actor=OWNER)) for n in range(60)]
    await asyncio.sleep(0)
    await store.close()
    assert all(len(records) == 1 for records in await asyncio.gather(*tasks))
    with pytest.raises(Unavailable):
        await store.append([words("late", "prompt_late")], actor=OWNER)


async def test_a_store_without_postgres_does_not_open() -> None:
    with pytest.raises(Unavailable):
        await EventStore.open("postgresql://postgres@127.0.0.1:1/none?connect_timeout=1", Keyring(MASTER))


@asynccontextmanager
async def slow_line(url: str, delay_s: float) -> AsyncIterator[str]:
    """A line to PostgreSQL that says nothing at first, as that of a machine that has too much to do."""
    target, lines = conninfo_to_dict(url), list[asyncio.Task[Any] | None]()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            writer.write(data)
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(asyncio.current_task())
        with closing(writer):
            with suppress(TimeoutError):
                async with asyncio.timeout(delay_s):
                    await asyncio.Event().wait()
            there, back = await asyncio.open_unix_connection(f"{target['host']}/.s.PGSQL.{target['port']}")
            with closing(back):
                await asyncio.gather(pump(reader, back), pump(there, writer))

    server = await asyncio.start_server(serve, "127.0.0.1")
    try:
        yield make_conninfo(url, host="127.0.0.1", port=server.sockets[0].getsockname()[1])
    finally:
        server.close()
        open_lines = [line for line in lines if line is not None and not line.done()]
        for line in open_lines:
            line.cancel()
        await asyncio.gather(*open_lines, return_exceptions=True)


async def test_a_slow_postgres_is_waited_for_as_long_as_is_set(postgres_url: str) -> None:
    async with slow_line(postgres_url, 0.5) as url:
        with pytest.raises(Unavailable):
            await EventStore.open(url, Keyring(MASTER), StoreSettings(connect_timeout_s=0.1))
        store = await EventStore.open(url, Keyring(MASTER), StoreSettings(connect_timeout_s=10.0))
        assert await store.last_position() == 0
        await store.close()


async def test_a_database_of_another_encoding_is_refused_with_the_reason(postgres_url: str) -> None:
    latin = make_conninfo(postgres_url, dbname="latin")
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'")
        try:
            with pytest.raises(StorageFailed, match="UTF8"):
                await EventStore.open(latin, Keyring(MASTER))
        finally:
            connection.execute("DROP DATABASE latin WITH (FORCE)")


@asynccontextmanager
async def deaf_line(url: str) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A line to PostgreSQL that swallows the first answer after an append and then breaks."""
    target = conninfo_to_dict(url)
    cuts: list[bytes] = [b"events_append"]

    lines: list[asyncio.Task[Any] | None] = []

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cut: asyncio.Event, *, up: bool) -> None:
        while data := await reader.read(65536):
            if up and cuts and b"wave" in data:
                cuts.pop()
                cut.set()
            if not up and cut.is_set():
                break
            writer.write(data)
        writer.close()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(asyncio.current_task())
        far_reader, far_writer = await asyncio.open_unix_connection(f"{target['host']}/.s.PGSQL.{target['port']}")
        cut = asyncio.Event()
        ends = (pump(reader, far_writer, cut, up=True), pump(far_reader, writer, cut, up=False))
        await asyncio.gather(*ends, return_exceptions=True)
        for end in (writer, far_writer):
            await asyncio.gather(end.wait_closed(), return_exceptions=True)

    server = await asyncio.start_server(accept, "127.0.0.1")
    port = server.sockets[0].getsockname()[1]
    yield make_conninfo(url, host="127.0.0.1", port=port), cuts
    server.close()
    await asyncio.gather(*(line for line in lines if line))


async def test_an_append_whose_answer_was_lost_is_not_written_twice(postgres_url: str) -> None:
    async with deaf_line(postgres_url) as (url, cuts), opened(url) as store:
        await store.append([words("first", "prompt_0")], actor=OWNER)
        tries = [store.append([words(f"n{n}", f"prompt_wave{n}")], actor=OWNER) for n in range(5)]
        outcomes = await asyncio.gather(*tries)
        assert not cuts
        assert [records[0].version for records in outcomes] == [1] * 5
        assert sorted(await heard(store)) == ["first", "n0", "n1", "n2", "n3", "n4"]
        assert [records[0].position for records in outcomes] == [
            (await store.load(f"prompt_wave{n}"))[0].position for n in range(5)
        ]


SCRIPT = """
import asyncio, sys
from tests.logs import opened, words, OWNER
async def main():
    async with opened(sys.argv[1]) as store:
        await store.append([words("one")], actor=OWNER)
        if sys.argv[2] == "erase":
            await store.erase(OWNER)
asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("point", "texts"),
    [("append.before", []), ("append.after", ["one"]), ("erase.before", ["one"]), ("erase.after", [None])],
)
async def test_a_process_that_dies_leaves_all_or_nothing(
    postgres_url: str, point: str, texts: list[str | None]
) -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        SCRIPT,
        postgres_url,
        point.partition(".")[0],
        env={**os.environ, "MESHWRIGHT_CRASH_AT": point},
    )
    assert await child.wait() == 137
    async with opened(postgres_url) as store:
        assert await heard(store) == texts
        assert (await store.verify()).holds


async def test_an_append_behind_a_lock_that_is_never_released_is_given_up_in_time(postgres_url: str) -> None:
    async with opened(postgres_url, IMPATIENT) as store:
        with psycopg.connect(postgres_url) as blocker:
            blocker.execute("LOCK TABLE log.events_head IN ACCESS EXCLUSIVE MODE")
            with pytest.raises(Unavailable):
                await asyncio.wait_for(store.append([words("one")], actor=OWNER), 10)
        await store.append([words("two", "prompt_2")], actor=OWNER)
        assert await heard(store) == ["two"]
