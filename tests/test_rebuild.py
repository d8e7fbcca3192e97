"""A view is built anew beside the one that is read, and readers notice nothing."""

import asyncio
import time
from pathlib import Path

import pytest

from domain.access import SYSTEM
from domain.errors import Conflict, NotFound
from domain.job import CancelRequested, JobCancelled
from projections import progress
from projections.rebuild import rebuild
from projections.views import VIEWS, Views
from runtime.services import Services
from tests.projecting import ADA, a_whole_run, append, projecting, reading, settings_of, table_of

RUNS = 30


async def test_a_rebuilt_view_has_the_same_rows(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir, batch_max=7)
    async with reading(settings) as (services, views):
        async with projecting(settings):
            position = await _appended(services)
            await views.wait_for("job", position, is_needed=True)
        before = await table_of(services, "view_job.job")
        await services.pool.rows("UPDATE view_job.job SET status = 'wrong'")
        ticks: list[int] = []
        assert await rebuild(services, "job", ticks.append) == position
        after = await table_of(services, "view_job.job")
    assert len(before) == RUNS
    assert after == before
    assert ticks == sorted(ticks)
    assert ticks[-1] == position


@pytest.mark.parametrize("name", list(VIEWS))
async def test_every_view_can_be_built_where_none_was(name: str, postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, views):
        position = await append(services, "run_1", *a_whole_run())
        assert await rebuild(services, name) == position
        assert (await views.progress())[name].position == position


async def test_the_projector_goes_on_with_the_rows_of_the_rebuild(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await views.wait_for("job", await append(services, "run_1", *a_whole_run()), is_needed=True)
        await rebuild(services, "job")
        await views.wait_for("job", await append(services, "run_2", *a_whole_run()), is_needed=True)
        assert [row.id for row in await views.job.list(ADA)] == ["run_2", "run_1"]
        schemas = await services.pool.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'view%' ORDER BY 1")
    assert [row["nspname"] for row in schemas] == sorted([*(f"view_{name}" for name in VIEWS), "views"])


async def test_readers_see_whole_rows_and_never_wait_while_views_are_swapped(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir, batch_max=100)
    async with reading(settings) as (services, views), projecting(settings):
        position = await _appended(services)
        await views.wait_for("job", position, is_needed=True)
        stop = asyncio.Event()
        readers = [asyncio.create_task(_read_until(stop, views)) for _ in range(3)]
        writer = asyncio.create_task(_append_until(stop, services))
        watcher = asyncio.create_task(_watch_until(stop, views))
        for _ in range(3):
            await rebuild(services, "job")
        stop.set()
        positions = await watcher
        reads = await asyncio.gather(*readers)
        last = await writer
        assert await views.wait_for("job", last, is_needed=True)
        rows = await table_of(services, "view_job.job")
    assert sum(count for count, _ in reads) > 50
    assert max(longest_s for _, longest_s in reads) < 2.0
    assert positions == sorted(positions)
    assert {row["status"] for row in rows} == {"succeeded", "cancelled"}
    assert {row["version"] for row in rows if row["status"] == "succeeded"} == {len(a_whole_run())}


async def test_a_reader_in_a_long_transaction_delays_nobody(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), await progress.connect(postgres_url) as slow:
        await append(services, "run_1", *a_whole_run())
        await rebuild(services, "job")
        async with slow.transaction():
            await slow.execute("SELECT * FROM view_job.job")
            rebuilding = asyncio.create_task(rebuild(services, "job"))
            await _until_swapped(services)
            async with asyncio.timeout(15):  # who waited for the transaction would wait for ever
                assert [row.id for row in await views.job.list(ADA)] == ["run_1"]
        await rebuilding


async def test_a_position_moves_only_from_where_it_was_left(postgres_url: str) -> None:
    async with await progress.connect(postgres_url) as connection:
        await progress.make_table(connection)
        await progress.make(connection, VIEWS["job"], "view_job")
        assert await progress.move(connection, "view_job", 0, 5)
        assert not await progress.move(connection, "view_job", 0, 9)
        assert not await progress.move(connection, "view_asset", 5, 9)
        found = await progress.progress_of(connection, "view_job")
    assert found is not None
    assert found.position == 5


async def test_a_view_is_rebuilt_by_one_at_a_time(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        await append(services, "run_1", *a_whole_run())
        outcomes = await asyncio.gather(*(rebuild(services, "job") for _ in range(3)), return_exceptions=True)
        with pytest.raises(NotFound, match="no such view; there are account"):
            await rebuild(services, "nothing")
    assert any(isinstance(outcome, int) for outcome in outcomes)
    assert all(isinstance(outcome, int | Conflict) for outcome in outcomes)


async def test_an_interrupted_rebuild_leaves_the_view_as_it_was(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir, batch_max=7)
    async with reading(settings) as (services, views):
        position = await _appended(services)
        await rebuild(services, "job")
        before = await table_of(services, "view_job.job")
        with pytest.raises(InterruptedError):
            await rebuild(services, "job", _interrupt)
        assert await table_of(services, "view_job.job") == before
        assert (await views.progress())["job"].position == position
        assert await rebuild(services, "job") == position
        assert await table_of(services, "view_job.job") == before


async def test_a_rebuild_shows_nothing_of_an_erased_account(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, views):
        await append(services, "run_1", *a_whole_run())
        await rebuild(services, "job")
        assert len((await views.job.list(SYSTEM)).items) == 1
        await services.store.erase(ADA.account)
        await rebuild(services, "job")
        assert not (await views.job.list(SYSTEM)).items


def _interrupt(position: int) -> None:
    if position > 50:
        raise InterruptedError


async def _appended(services: Services) -> int:
    positions = [await append(services, f"run_{number}", *a_whole_run()) for number in range(RUNS)]
    return max(positions)


async def _read_until(stop: asyncio.Event, views: Views) -> tuple[int, float]:
    count, longest_s = 0, 0.0
    while not stop.is_set():
        began = time.monotonic()
        page = await views.job.list(ADA, status="succeeded", limit=RUNS)
        row = await views.job.get("run_3", ADA)
        longest_s = max(longest_s, time.monotonic() - began)
        assert len(page.items) == RUNS
        assert row.status == "succeeded"
        count += 1
    return count, longest_s


async def _watch_until(stop: asyncio.Event, views: Views) -> list[int]:
    positions = []
    while not stop.is_set():
        positions.append((await views.progress())["job"].position)
    return positions


async def _append_until(stop: asyncio.Event, services: Services) -> int:
    position, number = 0, 0
    while not stop.is_set():
        number += 1
        position = await append(services, f"more_{number}", a_whole_run()[0], CancelRequested(), JobCancelled(0))
        await asyncio.sleep(0.01)
    return position


async def _until_swapped(services: Services) -> None:
    async with asyncio.timeout(10):
        while True:
            if await services.pool.rows("SELECT 1 AS one FROM pg_namespace WHERE nspname = 'view_job__old'"):
                return
            await asyncio.sleep(0.01)
