"""What is always true of the log, whatever is appended by whomever at the same time."""

import asyncio
from collections import Counter
from typing import Any

import psycopg
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from domain import catalogue
from domain.events import Event
from domain.prompt import PromptCreated, PromptParameters, Reference
from runtime.store import Append, EventStore, VersionConflict
from tests.logs import OWNER, heard, opened, said, tamper, words

# One database serves all examples of a law: each looks only at what it added itself.
# No shrinking: what depends on who is faster does not fail the same way twice.
on_postgres = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
number = iter(range(1_000_000))

# What one of several writers appends: pairs of a stream, out of a few, and how many events.
writers = st.lists(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=8), min_size=1, max_size=6
)


async def write(store: EventStore, example: int, plan: list[tuple[int, int]]) -> None:
    """Append as planned, each time to where the stream stands then."""
    for place, count in plan:
        stream = f"prompt_{example}_{place}"
        while True:
            version = len(await store.load(stream))
            try:
                await store.append([Append(stream, version, said(*"x" * count), OWNER)], actor=OWNER)
            except VersionConflict:
                continue
            break


async def write_all(stores: list[EventStore], plans: list[list[tuple[int, int]]]) -> dict[str, int]:
    """Append by all writers at once; return how many events each stream must have."""
    example = next(number)
    await asyncio.gather(*(write(stores[n % len(stores)], example, plan) for n, plan in enumerate(plans)))
    wanted: Counter[str] = Counter()
    for place, count in (step for plan in plans for step in plan):
        wanted[f"prompt_{example}_{place}"] += count
    return dict(wanted)


@on_postgres
@given(plans=writers)
def test_positions_and_versions_have_no_gaps_and_the_chain_holds(
    postgres_url: str, plans: list[list[tuple[int, int]]]
) -> None:
    async def law() -> None:
        async with opened(postgres_url) as store, opened(postgres_url) as other:
            start = await store.last_position()
            wanted = await write_all([store, other], plans)
            records = await store.read(start, 10_000)
            total = sum(wanted.values())
            assert [record.position for record in records] == list(range(start + 1, start + total + 1))
            for stream, count in wanted.items():
                assert [r.version for r in records if r.stream == stream] == list(range(1, count + 1))
            assert (await store.verify()).checked == start + total
            times = [record.recorded_at for record in records]
            assert times == sorted(times)

    asyncio.run(law())


@on_postgres
@given(plans=writers, limit=st.integers(1, 7))
def test_a_follower_sees_every_position_once_and_in_order(
    postgres_url: str, plans: list[list[tuple[int, int]]], limit: int
) -> None:
    async def law() -> None:
        async with opened(postgres_url) as store, opened(postgres_url) as other:
            start = await store.last_position()
            total = sum(count for plan in plans for _, count in plan)

            async def follow() -> list[int]:
                seen: list[int] = []
                async for records in other.follow(start, limit=limit):
                    seen += [record.position for record in records]
                    if len(seen) >= total:
                        break
                return seen

            following = asyncio.create_task(follow())
            await write_all([store, other], plans)
            assert await asyncio.wait_for(following, 20) == list(range(start + 1, start + total + 1))

    asyncio.run(law())


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
references = st.builds(
    Reference,
    st.just("image"),
    texts,
    texts,
    texts,
    st.sampled_from(["image/png", "image/jpeg"]),
    st.integers(0, 2**53),
)
parameters = st.builds(
    PromptParameters, st.sampled_from(["small", "medium", "large"]), st.integers(100, 500_000), texts, st.just("glb")
)
events = st.builds(PromptCreated, texts, texts, parameters, st.lists(references, max_size=3).map(tuple))


@given(event=events)
def test_decoding_what_was_encoded_gives_the_same_event(event: Event) -> None:
    assert catalogue.decode(event.tag(), catalogue.encode(event)) == event


@on_postgres
@given(batch=st.lists(events, min_size=1, max_size=5), actor=texts.filter(lambda text: "\0" not in text))
def test_what_was_appended_is_what_is_loaded(postgres_url: str, batch: list[Event], actor: str) -> None:
    async def law() -> None:
        async with opened(postgres_url) as store:
            stream = f"prompt_{next(number)}"
            records = await store.append([Append(stream, 0, tuple(batch), OWNER)], actor=actor, correlation=actor)
            assert [record.event for record in records] == batch
            assert await store.load(stream) == records

    asyncio.run(law())


BYTES = ("state", "hash")
TEXTS = ("originator_id", "topic", "actor", "subject", "correlation", "causation")
NUMBERS = ("notification_id", "originator_version")
LENGTH = 12


async def prepare(url: str) -> None:
    """Fill an empty log."""
    async with opened(url) as store:
        if not await store.last_position():
            await store.append(
                [words(" ".join("abcdefghijkl"[:LENGTH]))], actor=OWNER, correlation="req_1", causation="cmd_1"
            )


def flip(url: str, position: int, column: str, place: int, bit: int) -> None:
    """Flip one bit of one column of one record; texts stay texts, numbers stay unique."""
    if column in BYTES:
        where = f"mod({place}, length({column}))"
        value = f"set_byte({column}, {where}, get_byte({column}, {where}) # {1 << bit})"
    elif column in TEXTS:
        where = f"(mod({place}, length({column})) + 1)"
        value = (
            f"overlay({column} placing chr(ascii(substr({column}, {where}, 1)) # {1 << bit % 2}) from {where} for 1)"
        )
    elif column in NUMBERS:
        value = f"{column} # (1::bigint << {16 + place % 40})"
    else:
        value = f"recorded_at + interval '{1 << place % 40} microseconds'"
    assert tamper(url, f"UPDATE log.events SET {column} = {value} WHERE notification_id = {position}") == 1


@settings(on_postgres, max_examples=40)
@given(
    position=st.integers(1, LENGTH),
    column=st.sampled_from([*BYTES, *TEXTS, *NUMBERS, "recorded_at"]),
    place=st.integers(0, 400),
    bit=st.integers(0, 7),
)
def test_any_flipped_bit_is_named_at_exactly_its_record(
    postgres_url: str, position: int, column: str, place: int, bit: int
) -> None:
    async def law() -> None:
        await prepare(postgres_url)
        with psycopg.connect(postgres_url) as connection:
            before = connection.execute("SELECT * FROM log.events ORDER BY notification_id").fetchall()
        flip(postgres_url, position, column, place, bit)
        async with opened(postgres_url) as store:
            verdict = await store.verify()
        restore(postgres_url, before)
        assert (verdict.broken_position, verdict.checked) == (position, position - 1)

    asyncio.run(law())


def restore(url: str, rows: list[tuple[Any, ...]]) -> None:
    """Put the log back as it was."""
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("DELETE FROM log.events")
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO log.events VALUES ({', '.join(['%s'] * 11)})".encode(), rows)


subjects = st.lists(st.sampled_from(["acct_a", "acct_b", "acct_c", "system"]), min_size=1, max_size=8)


@on_postgres
@given(owners=subjects, gone=st.sampled_from(["acct_a", "acct_b"]))
def test_after_an_erasure_the_chain_holds_and_only_that_subject_is_silent(
    postgres_url: str, owners: list[str], gone: str
) -> None:
    async def law() -> None:
        example = next(number)
        names = [owner if owner == "system" else f"{owner}_{example}" for owner in owners]
        async with opened(postgres_url) as store:
            start = await store.last_position()
            for place, name in enumerate(names):
                await store.append([words("x", f"prompt_{example}_{place}", subject=name)], actor=name)
            before = await store.read(start)
            await store.erase(f"{gone}_{example}")
            assert await heard(store, start) == [None if name == f"{gone}_{example}" else "x" for name in names]
            after = await store.read(start)
            assert [record.hash for record in after] == [record.hash for record in before]
            assert (await store.verify()).holds

    asyncio.run(law())
