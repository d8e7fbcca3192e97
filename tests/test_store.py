"""The event store on real PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import psycopg
import pytest
from eventsourcing.persistence import EventStore as LibraryEventStore

from domain import catalogue
from domain.errors import Gone, Invalid, StorageFailed, Unavailable
from domain.events import Event
from runtime.keyring import Keyring
from runtime.mapper import Fact, Mapper
from runtime.pool import fetch, open_pool
from runtime.recorder import GroupRecorder, LogDatastore
from runtime.settings import StoreSettings
from runtime.store import Append, EventStore, VersionConflict
from tests.logs import MASTER, OWNER, Colours, Painted, heard, opened, said, tamper, words


async def test_events_come_back_in_the_envelope_they_were_put_in(postgres_url: str) -> None:
    before = datetime.now(UTC)
    async with opened(postgres_url) as store:
        records = await store.append([words("one two")], actor="acct_actor", correlation="req_1", causation="cmd_1")
        assert await store.load("prompt_1") == records
        assert await store.read(0) == records
        assert await store.last_position() == 2
    first, second = records
    assert (first.position, first.stream, first.version, first.tag) == (1, "prompt_1", 1, "prompt.created")
    assert (first.actor, first.subject, first.correlation, first.causation) == ("acct_actor", OWNER, "req_1", "cmd_1")
    assert (second.position, second.version, second.event) == (2, 2, said("two")[0])
    assert before - timedelta(seconds=1) < first.recorded_at < datetime.now(UTC) + timedelta(seconds=1)
    assert len(first.hash) == 32
    assert first.hash != second.hash


async def test_the_payload_does_not_stand_in_the_database_in_clear(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("confidential")], actor=OWNER)
    with psycopg.connect(postgres_url) as connection:
        [state] = connection.execute("SELECT state FROM log.events").fetchone() or [b""]
    assert state
    assert b"confidential" not in state


@pytest.mark.parametrize("expected", [0, 1, 3, 7])
async def test_another_version_than_the_expected_is_a_conflict(postgres_url: str, expected: int) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("one two")], actor=OWNER)
        with pytest.raises(VersionConflict):
            await store.append([words("three", expected=expected)], actor=OWNER)
        await store.append([words("three", expected=2)], actor=OWNER)
        assert await heard(store) == ["one", "two", "three"]


async def test_a_conflict_in_one_stream_keeps_the_other_streams_as_they_were(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("taken", "name_1")], actor=OWNER)
        with pytest.raises(VersionConflict):
            await store.append([words("new", "acct_1"), words("mine", "name_1")], actor=OWNER)
        both = await store.append([words("new", "acct_1"), words("free", "name_2")], actor=OWNER)
        assert [(record.stream, record.version) for record in both] == [("acct_1", 1), ("name_2", 1)]
        assert await heard(store) == ["taken", "new", "free"]


async def test_of_many_that_append_the_same_version_at_once_one_wins(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        tries = (store.append([words(f"try{n}")], actor=OWNER) for n in range(50))
        outcomes = await asyncio.gather(*tries, return_exceptions=True)
        assert sum(isinstance(outcome, tuple) for outcome in outcomes) == 1
        assert sum(isinstance(outcome, VersionConflict) for outcome in outcomes) == 49
        assert await store.last_position() == 1


def wait_until_blocked(url: str) -> None:
    """Return when an append waits for the lock."""
    with psycopg.connect(url, autocommit=True) as observer:
        while not observer.execute(
            "SELECT FROM pg_locks WHERE NOT granted AND relation = 'log.events_head'::regclass"
        ).fetchall():
            continue


@asynccontextmanager
async def one_batch(store: EventStore, url: str) -> AsyncIterator[None]:
    """What is appended inside is written together: the writer is kept busy until the end of the block."""
    with psycopg.connect(url) as blocker:
        blocker.execute("LOCK TABLE log.events_head IN ACCESS EXCLUSIVE MODE")
        busy = asyncio.create_task(store.append([words("busy", "prompt_busy")], actor=OWNER))
        await asyncio.to_thread(wait_until_blocked, url)
        yield
        await asyncio.sleep(0)
    await busy


async def test_a_failed_append_does_not_stand_in_the_way_of_another_in_its_batch(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("there", "b")], actor=OWNER)
        async with one_batch(store, postgres_url):
            failing = asyncio.create_task(store.append([words("x", "a"), words("x", "b")], actor=OWNER))
            good = asyncio.create_task(store.append([words("y", "a")], actor=OWNER))
        outcomes = await asyncio.gather(failing, good, return_exceptions=True)
        assert isinstance(outcomes[0], VersionConflict)
        assert isinstance(outcomes[1], tuple)
        assert await heard(store) == ["there", "busy", "y"]


async def test_in_one_batch_an_append_may_follow_on_another(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        async with one_batch(store, postgres_url):
            tries = [asyncio.create_task(store.append([words(f"n{n}", expected=n)], actor=OWNER)) for n in (0, 1, 1, 2)]
        outcomes = await asyncio.gather(*tries, return_exceptions=True)
        assert [isinstance(outcome, tuple) for outcome in outcomes] == [True, True, False, True]
        assert await heard(store) == ["busy", "n0", "n1", "n2"]


async def test_the_same_command_twice_in_one_batch_is_written_once(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        async with one_batch(store, postgres_url):
            tries = [
                asyncio.create_task(store.append([words("x", f"prompt_{n}")], actor=OWNER, command_id="cmd_1"))
                for n in range(5)
            ]
        first, *others = await asyncio.gather(*tries)
        assert others == [first] * 4
        assert await heard(store) == ["busy", "x"]


async def test_the_same_command_a_second_time_answers_with_the_first_records(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        first = await store.append([words("one two")], actor=OWNER, command_id="cmd_1")
        again = await store.append([words("else", "prompt_2")], actor=OWNER, command_id="cmd_1")
        assert again == first
        assert await store.last_position() == 2


async def test_the_same_command_many_times_at_once_is_written_once(postgres_url: str) -> None:
    async with opened(postgres_url) as store, opened(postgres_url) as other:
        tries = [
            asker.append([words("one two", f"prompt_{n}")], actor=OWNER, command_id="cmd_1")
            for n in range(10)
            for asker in (store, other)
        ]
        outcomes = await asyncio.gather(*tries)
        assert all(outcome == outcomes[0] for outcome in outcomes)
        assert await heard(store) == ["one", "two"]


async def test_a_command_that_conflicted_may_be_tried_again_under_its_id(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("one")], actor=OWNER)
        with pytest.raises(VersionConflict):
            await store.append([words("two")], actor=OWNER, command_id="cmd_1")
        [record] = await store.append([words("two", expected=1)], actor=OWNER, command_id="cmd_1")
        assert record.version == 2


async def test_no_events_write_nothing(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        assert await store.append([Append("prompt_1", 5, (), OWNER)], actor=OWNER, command_id="cmd_1") == ()
        assert await store.last_position() == 0


@pytest.mark.parametrize("poison", ["a\0b", "lone \ud800 surrogate", None])
async def test_an_append_that_cannot_be_sent_fails_alone(postgres_url: str, poison: Any) -> None:
    async with opened(postgres_url) as store:
        tries = [
            store.append([words(f"n{n}", f"prompt_{n}")], actor=OWNER, correlation=poison if n == 3 else "")
            for n in range(9)
        ]
        outcomes = await asyncio.gather(*tries, return_exceptions=True)
        assert [n for n, outcome in enumerate(outcomes) if isinstance(outcome, StorageFailed)] == [3]
        assert sorted(await heard(store)) == [f"n{n}" for n in range(9) if n != 3]
        assert (await store.verify()).holds


async def test_an_append_that_makes_the_transaction_fail_fails_alone(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        with psycopg.connect(postgres_url) as connection:
            connection.execute("ALTER TABLE log.events ADD CHECK (actor <> 'acct_banned')")
        tries = [
            store.append([words(f"n{n}", f"prompt_{n}")], actor="acct_banned" if n in (2, 5) else OWNER)
            for n in range(12)
        ]
        outcomes = await asyncio.gather(*tries, return_exceptions=True)
        assert [n for n, outcome in enumerate(outcomes) if isinstance(outcome, StorageFailed)] == [2, 5]
        records = await store.read(0)
        assert [record.position for record in records] == list(range(1, 11))
        assert (await store.verify()).holds


async def test_a_payload_larger_than_a_batch_is_written(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        large = "x" * 9_000_000
        await asyncio.gather(*(store.append([words(large, f"prompt_{n}")], actor=OWNER) for n in range(3)))
        assert await heard(store) == [large] * 3


async def test_more_waiting_appends_than_allowed_are_refused(postgres_url: str) -> None:
    async with opened(postgres_url, StoreSettings(append_queue_max=10)) as store:
        with psycopg.connect(postgres_url) as blocker:
            blocker.execute("LOCK TABLE log.events_head IN ACCESS EXCLUSIVE MODE")
            tasks = [asyncio.create_task(store.append([words("x", f"prompt_{n}")], actor=OWNER)) for n in range(300)]
            refused, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            assert all(isinstance(task.exception(), Unavailable) for task in refused)
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        written = sum(isinstance(outcome, tuple) for outcome in outcomes)
        assert 10 <= written < 300
        assert await store.last_position() == written


async def test_a_stream_is_loaded_by_version_and_by_time(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        for version, text in enumerate(["one", "two", "three", "four"]):
            records = await store.append([words(text, expected=version)], actor=OWNER)
            if version == 1:
                then = records[0].recorded_at
        await store.append([words("other", "prompt_2")], actor=OWNER)

        async def versions(**which: Any) -> list[int]:
            return [record.version for record in await store.load("prompt_1", **which)]

        assert await versions() == [1, 2, 3, 4]
        assert await versions(after=1, upto=3) == [2, 3]
        assert await versions(at=then) == [1, 2]
        assert await versions(at=then - timedelta(days=1)) == []
        assert await store.load("prompt_none") == ()


async def test_time_in_the_log_never_goes_back(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        ahead = datetime.now(UTC) + timedelta(hours=1)
        tamper(postgres_url, "UPDATE log.events_head SET recorded_at = %s", ahead)
        [record] = await store.append([words("one")], actor=OWNER)
        assert record.recorded_at == ahead


@pytest.mark.parametrize(
    "statement", ["UPDATE log.events SET actor = 'x'", "DELETE FROM log.events", "TRUNCATE log.events"]
)
async def test_the_database_refuses_to_change_what_happened(postgres_url: str, statement: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("one")], actor=OWNER)
        with psycopg.connect(postgres_url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement.encode())


async def test_a_follower_is_woken_by_an_append_of_another_process(postgres_url: str) -> None:
    async with opened(postgres_url) as store, opened(postgres_url) as other:
        following = store.follow(0)
        waiting = asyncio.ensure_future(anext(following))
        await other.append([words("one")], actor=OWNER)
        [record] = await asyncio.wait_for(waiting, 10)  # its poll is 60 s
        assert record.position == 1
        await other.append([words("two", expected=1)], actor=OWNER)
        [record] = await asyncio.wait_for(anext(following), 10)
        assert record.position == 2
        await following.aclose()


async def test_an_erased_subject_leaves_records_without_content(postgres_url: str) -> None:
    async with opened(postgres_url) as store, opened(postgres_url) as other:
        await store.append([words("secret", "prompt_1", subject="acct_a")], actor="acct_a")
        await store.append([words("public", "prompt_2", subject="acct_b")], actor="acct_b")
        assert await heard(other) == ["secret", "public"]
        await store.erase("acct_a")
        assert await heard(store) == [None, "public"]
        ring = other._bell.next()
        await store.append([words("wake", "prompt_3")], actor=OWNER)  # what was notified before this has been heard
        await asyncio.wait_for(ring.wait(), 10)
        assert await heard(other) == [None, "public", "wake"]
        [record] = await store.load("prompt_1")
        assert (record.event, record.tag, record.subject) == (None, "prompt.created", "acct_a")
        assert (await store.verify()).holds
        with pytest.raises(Gone):
            await store.append([words("more", "prompt_1", 1, subject="acct_a")], actor="acct_a")
        await store.erase("acct_a")


async def test_a_subject_without_a_key_may_be_erased_and_never_gets_one(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.erase("acct_quiet")
        with pytest.raises(Gone):
            await store.append([words("hello", subject="acct_quiet")], actor="acct_quiet")


async def test_the_system_cannot_be_erased(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        with pytest.raises(Invalid, match="system"):
            await store.erase("system")


async def test_without_notifications_no_key_is_trusted_to_exist_still(postgres_url: str) -> None:
    async with opened(postgres_url) as store, opened(postgres_url) as other:
        await store.append([words("secret")], actor=OWNER)
        assert await heard(other) == ["secret"]
        assert other._listener is not None
        await other._listener.close()
        assert await heard(other) == ["secret"]
        await store.erase(OWNER)
        assert await heard(other) == [None]


async def test_events_of_an_earlier_shape_are_read_in_the_present_one(postgres_url: str) -> None:
    class Earlier(Colours):
        def encode(self, event: Event, /) -> bytes:
            return msgspec.json.encode({"type": "wall.painted", "number": 7})

    async with opened(postgres_url, codec=Earlier()) as store:
        await store.append([Append("wall_1", 0, (Painted("ignored"),), "system")], actor="system")
    async with opened(postgres_url, codec=Colours()) as store:
        await store.append([Append("wall_1", 1, (Painted("blue", 2),), "system")], actor="system")
        events = [record.event for record in await store.load("wall_1")]
    assert events == [Painted("number 7", 1), Painted("blue", 2)]


async def test_an_event_unknown_to_this_release_is_named(postgres_url: str) -> None:
    async with opened(postgres_url, codec=Colours()) as store:
        await store.append([Append("wall_1", 0, (Painted("blue"),), "system")], actor="system")
    async with opened(postgres_url) as store:
        with pytest.raises(StorageFailed, match="not known") as caught:
            await store.read(0)
        assert caught.value.facts["tag"] == "wall.painted"


async def test_a_payload_put_in_another_place_does_not_open(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await store.append([words("one two")], actor=OWNER)
        tamper(postgres_url, "UPDATE log.events e SET state = o.state FROM log.events o WHERE o.originator_version = 1")
        with pytest.raises(StorageFailed, match="seal"):
            await store.load("prompt_1", after=1)


async def test_many_processes_may_make_the_tables_at_once(postgres_url: str) -> None:
    stores = await asyncio.gather(*(EventStore.open(postgres_url, Keyring(MASTER)) for _ in range(5)))
    await asyncio.gather(*(store.append([words("x", f"p_{n}")], actor=OWNER) for n, store in enumerate(stores)))
    assert await stores[0].last_position() == 5
    await asyncio.gather(*(store.close() for store in stores))


async def test_who_asks_waits_for_a_connection_that_others_have_and_is_told_when_all_stay_busy(
    postgres_url: str,
) -> None:
    pool = await open_pool(postgres_url, size_max=1, busy_s_max=0.05)
    patient = await open_pool(postgres_url, size_max=1)
    async with pool.connection():
        with pytest.raises(Unavailable, match="All connections to the log are busy"):
            await fetch(pool, "SELECT 1")
    async with patient.connection():
        asking = asyncio.create_task(fetch(patient, "SELECT 1"))
        await asyncio.sleep(0)
        assert not asking.done()
    assert await asking == [(1,)]
    await asyncio.gather(pool.close(), patient.close())


async def test_the_event_store_of_the_library_works_with_our_recorder_and_mapper(postgres_url: str) -> None:
    keyring = Keyring(MASTER)
    pool = await open_pool(postgres_url, size_max=2)
    await keyring.open(pool, life_s=60)
    keyring.is_notified = True
    await keyring.key_of(OWNER)
    recorder = GroupRecorder(LogDatastore(postgres_url))
    recorder.create_table()
    library: LibraryEventStore[str] = LibraryEventStore(Mapper(catalogue, keyring), recorder)
    [event] = said("one")
    library.put([Fact("prompt_1", 1, event, OWNER)])
    assert [fact.event for fact in library.get("prompt_1") if isinstance(fact, Fact)] == [event]
    recorder.close()
    await pool.close()
