"""The chain of hashes names the record that is not what was written."""

from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise

import psycopg
import pytest

from runtime.chain import GENESIS, ROWS, link
from runtime.store import EventStore
from tests.logs import OWNER, opened, tamper, words


async def filled(store: EventStore) -> None:
    await store.append([words("a b c d e f")], actor=OWNER, correlation="req_1", causation="cmd_1")


async def test_an_empty_log_holds(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        verdict = await store.verify()
        assert verdict.holds
        assert (verdict.checked, verdict.head) == (0, GENESIS.hex())


async def test_a_log_as_written_holds_and_its_head_is_the_newest_hash(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await filled(store)
        fractions: list[float] = []
        verdict = await store.verify(fractions.append)
        assert verdict.holds
        assert (verdict.checked, verdict.head) == (6, (await store.read(5))[0].hash.hex())
        assert fractions == [1.0]


async def test_a_missing_record_is_named(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await filled(store)
        tamper(postgres_url, "DELETE FROM log.events WHERE notification_id = 3")
        verdict = await store.verify()
        assert (verdict.checked, verdict.broken_position, verdict.reason) == (2, 3, "The record is missing")


async def test_a_log_that_was_cut_short_is_noticed(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await filled(store)
        tamper(postgres_url, "DELETE FROM log.events WHERE notification_id > 4")
        assert (await store.verify()).broken_position == 5
        tamper(postgres_url, "UPDATE log.events_head SET position = 4")
        assert (await store.verify()).broken_position == 4


async def test_a_forged_record_with_a_matching_hash_breaks_at_the_next(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await filled(store)
        with psycopg.connect(postgres_url) as connection:
            rows = connection.execute(ROWS, (0, 10), binary=True).fetchall()
        forged = (*rows[2][:5], "acct_forger", *rows[2][6:])
        tamper(
            postgres_url,
            "UPDATE log.events SET actor = 'acct_forger', hash = %s WHERE notification_id = 3",
            link(rows[1][-1], forged),
        )
        assert (await store.verify()).broken_position == 4


async def test_two_records_that_changed_places_are_named_at_the_first(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        await filled(store)
        for before, after in ((2, 99), (5, 2), (99, 5)):
            tamper(postgres_url, "UPDATE log.events SET notification_id = %s WHERE notification_id = %s", after, before)
        assert (await store.verify()).broken_position == 2


def test_the_hash_is_what_the_page_on_it_says() -> None:
    recorded = datetime(2000, 1, 1, 0, 0, 1, tzinfo=UTC)
    microseconds = int((recorded - datetime(2000, 1, 1, tzinfo=UTC)).total_seconds() * 1_000_000)
    row = (7, "s", 2, "t.u", microseconds.to_bytes(8, "big"), "ä", "su", "", "ca", b"\x01\x02", b"")
    by_hand = (
        GENESIS
        + (7).to_bytes(8, "big")
        + (2).to_bytes(8, "big")
        + microseconds.to_bytes(8, "big")
        + b"".join(length.to_bytes(4, "big") for length in (1, 3, 2, 2, 0, 2))
        + "st.uäsuca".encode()
        + b"\x01\x02"
    )
    assert link(GENESIS, row) == sha256(by_hand).digest()


TEXTS = ("originator_id", "topic", "actor", "subject", "correlation", "causation")


@pytest.mark.parametrize(("column", "neighbour"), list(pairwise(TEXTS)))
async def test_a_letter_moved_from_one_column_to_its_neighbour_is_noticed(
    postgres_url: str, column: str, neighbour: str
) -> None:
    async with opened(postgres_url) as store:
        await filled(store)
        move = f"{column} = left({column}, -1), {neighbour} = right({column}, 1) || {neighbour}"
        assert tamper(postgres_url, f"UPDATE log.events SET {move} WHERE notification_id = 4") == 1
        assert (await store.verify()).broken_position == 4
