"""Jobs that wait for another machine give their seat to those that compute, and get one back before anybody else."""

import asyncio
from pathlib import Path

import pytest

from commands.job import RequestCancel
from handlers.seats import BACK, COLD, WARM, Seat, Seats
from runtime.settings import Settings
from tests.working import ADA, settings_for, working


@pytest.fixture
def settings(postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str) -> Settings:
    return settings_for(postgres_url, nats_url, data_dir, bus_prefix, away_max=1)


async def test_seats_go_to_those_who_come_back_then_to_the_warm_ones() -> None:
    calls: list[str] = []
    seats = Seats(1, lambda: calls.append("wanted"))
    first = Seat(seats)
    await first.take(COLD)
    order: list[int] = []

    async def sit(rank: int) -> None:
        seat = Seat(seats)
        await seat.take(rank)
        order.append(rank)
        seat.leave()
        seat.leave()

    sitting = [asyncio.create_task(sit(rank)) for rank in (COLD, WARM, BACK, COLD)]
    await asyncio.sleep(0)
    assert (calls, order) == (["wanted"], [])
    first.make_way()
    await asyncio.gather(*sitting)
    assert order == [BACK, WARM, COLD, COLD]
    await first.take(COLD)
    first.make_way()  # nobody comes back: it stays
    assert first.is_taken


async def test_a_seat_that_was_given_to_somebody_who_went_is_free() -> None:
    seats = Seats(1, lambda: None)
    first, second, third = Seat(seats), Seat(seats), Seat(seats)
    await first.take(COLD)
    early, late = asyncio.create_task(second.take(WARM)), asyncio.create_task(third.take(COLD))
    await asyncio.sleep(0)
    first.leave()
    early.cancel()
    await asyncio.gather(early, late, return_exceptions=True)
    assert (second.is_taken, third.is_taken) == (False, True)


async def test_while_a_job_waits_for_another_machine_the_next_is_performed(settings: Settings, tmp_path: Path) -> None:
    async with working(settings) as bench:
        away = await bench.ask(f"elsewhere {tmp_path / 'a'}")
        await bench.until(away, "job.stage-entered")
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"
        long = await bench.ask("last 0.5")
        await bench.until(long, "job.stage-entered")
        (tmp_path / "a").touch()  # it comes back, and waits for the seat, though not behind the one after
        later = await bench.ask("nothing")
        ends = [(await bench.until(job_id, "job.succeeded")).position for job_id in (long, away, later)]
        assert ends == sorted(ends)


async def test_only_so_many_jobs_are_at_hand(settings: Settings, tmp_path: Path) -> None:
    async with working(settings) as bench:
        away = [await bench.ask(f"elsewhere {tmp_path / 'a'}") for _ in range(3)]
        for job_id in away[:2]:
            await bench.until(job_id, "job.stage-entered")
        assert (await bench.job(away[2])).status == "queued"
        (tmp_path / "a").touch()
        assert [(await bench.end_of(job_id)).status for job_id in away] == ["succeeded"] * 3


async def test_a_job_that_waits_for_another_machine_is_cancelled_and_leaves_no_seat_behind(
    settings: Settings, tmp_path: Path
) -> None:
    async with working(settings) as bench:
        away = await bench.ask(f"elsewhere {tmp_path / 'a'}")
        await bench.until(away, "job.stage-entered")
        long = await bench.ask("last 0.5")
        await bench.until(long, "job.stage-entered")
        (tmp_path / "a").touch()
        await bench.do(RequestCancel(away), ADA)
        assert (await bench.end_of(away)).status == "cancelled"
        assert (await bench.end_of(long)).status == "succeeded"
        for _ in range(2):
            assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"
