"""Workers, the bus and the database are killed in the middle of jobs; each job still ends, once."""

import asyncio
from pathlib import Path

import psutil
import pytest
from msgspec.structs import replace

from commands.job import RequestCancel
from domain.errors import Unavailable
from domain.job import JobInterrupted, JobStarted
from handlers import worker
from handlers.sweeper import Sweeper
from runtime import relay
from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.queue import WorkQueue
from tests.working import ADA, Bench, opened, process_of, settings_for, with_bus, working

WORKER = "handlers.worker"


async def _assert_ended_once(bench: Bench, job_id: str) -> None:
    job = await bench.end_of(job_id)
    tags = await bench.tags(job_id)
    assert job.status == "succeeded", (job, tags)
    assert tags.count("succeeded") == 1
    assert tags[-1] == "succeeded"
    names = [artefact.name for artefact in job.artefacts]
    assert names.count("model.glb") == 1
    assert await WorkQueue(bench.bus).waiting() <= {job_id}


async def test_a_job_outlives_the_killing_of_its_worker(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with working(settings, roles=(relay,)) as bench:
        async with process_of(WORKER, settings) as first:
            job_id = await bench.ask("wait 1")
            await bench.until(job_id, "job.stage-entered")
            children = psutil.Process(first.pid).children()
            first.kill()
            await first.wait()
            assert children
            assert not psutil.wait_procs(children, timeout=60)[1]  # no handler computes on without its worker
            async with process_of(WORKER, settings):
                await _assert_ended_once(bench, job_id)
        started = await bench.events(job_id, JobStarted)
        [interrupted] = await bench.events(job_id, JobInterrupted)
        tags = await bench.tags(job_id)
    assert [event.attempt for event in started] == [1, 2]
    assert started[0].worker != started[1].worker
    assert interrupted.attempt == 1
    assert tags[:5] == ["requested", "started", "stage-entered", "interrupted", "started"]


@pytest.mark.parametrize(
    "point", ["worker.stage-entered", "worker.blob-put", "worker.before-outcome", "worker.after-outcome"]
)
async def test_a_worker_may_die_at_any_point(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str, point: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with working(settings, roles=(relay,)) as bench:
        job_id = await bench.ask("make a watch")
        async with process_of(WORKER, settings, crash_at=point) as first:
            assert await first.wait() == 137
        async with process_of(WORKER, settings):
            await _assert_ended_once(bench, job_id)
            await bench.end_of(await bench.ask("nothing"))


async def test_a_job_whose_workers_all_die_is_given_up_with_a_dead_letter(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix, attempts_max=2)
    settings = with_bus(settings, deliver_max=2, ack_wait_s=0.5, heartbeat_s=0.1)
    async with working(settings, roles=(relay,)) as bench:
        job_id = await bench.ask("wait", attempts_max=9)
        sweeper = Sweeper(bench.desk, lambda: _these(job_id))
        for count in (1, 2):
            async with process_of(WORKER, settings) as doomed:
                await bench.until(job_id, "job.started", count=count)
                doomed.kill()
        advisories = await bench.bus.js.subscribe(bench.bus.subjects.all_dead, ordered_consumer=True)
        async with working(settings, roles=(worker,)):
            await advisories.next_msg(timeout=10.0)
            await sweeper.sweep()
        job = await bench.job(job_id)
        assert (job.status, job.code, job.attempt) == ("failed", "ATTEMPTS_EXHAUSTED", 2)
        assert (await bench.tags(job_id))[-2:] == ["failed", "dead-lettered"]
        assert not await WorkQueue(bench.bus).waiting()
        assert not await WorkQueue(bench.bus).dead_letters()


async def test_a_job_outlives_the_killing_of_the_bus(
    postgres_url: str, nats_server: NatsServer, data_dir: Path
) -> None:
    settings = settings_for(postgres_url, nats_server.url, data_dir, "")
    async with working(settings) as bench:
        job_id = await bench.ask("last 1.5")
        await bench.until(job_id, "job.stage-entered")
        nats_server.kill()
        nats_server.start()
        await _assert_ended_once(bench, job_id)
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"


async def test_a_job_ends_although_the_bus_stays_away(
    postgres_url: str, nats_server: NatsServer, data_dir: Path
) -> None:
    settings = settings_for(postgres_url, nats_server.url, data_dir, "")
    async with working(settings) as bench:
        job_id = await bench.ask("last 0.5")
        await bench.until(job_id, "job.stage-entered")
        nats_server.kill()
        assert (await bench.end_of(job_id)).status == "succeeded"
        nats_server.start()
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"
        assert (await bench.tags(job_id)).count("started") == 1


async def test_a_job_outlives_the_killing_of_the_database(
    postgres_server: PostgresServer, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_server.url, nats_url, data_dir, bus_prefix)
    async with working(settings) as bench:
        job_id = await bench.ask("last 0.5")
        await bench.until(job_id, "job.stage-entered")
        postgres_server.kill()
        postgres_server.start()
        await _assert_ended_once(bench, job_id)
        assert (await bench.tags(job_id)).count("started") == 1


async def test_a_bus_that_lost_everything_is_filled_again(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with working(settings, roles=(relay,)) as bench:
        lost = await bench.ask("make a watch")
        await bench.until(lost, "job.requested")
        for stream in (bench.bus.subjects.work_stream, bench.bus.subjects.dead_stream):
            await bench.bus.js.delete_stream(stream)
        await bench.bus.ensure()
        sweeper = Sweeper(bench.desk, lambda: _these(lost))
        await sweeper.sweep()
        assert not await WorkQueue(bench.bus).waiting()  # once may be chance: a message on its way
        await sweeper.sweep()
        assert await WorkQueue(bench.bus).waiting() == {lost}
        async with working(settings, roles=(worker,)):
            await _assert_ended_once(bench, lost)


async def test_what_a_worker_holds_is_not_queued_again(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with working(settings) as bench:
        job_id = await bench.ask("wait")
        await bench.until(job_id, "job.stage-entered")
        await WorkQueue(bench.bus).drop(job_id)
        sweeper = Sweeper(bench.desk, lambda: _these(job_id))
        for _ in range(3):
            await sweeper.sweep()
        assert not await WorkQueue(bench.bus).waiting()
        await bench.do(RequestCancel(job_id), ADA)
        await bench.until(job_id, "job.cancelled")


async def test_a_bus_that_is_not_there_is_said_so(postgres_url: str, nats_server: NatsServer, data_dir: Path) -> None:
    settings = settings_for(postgres_url, nats_server.url, data_dir, "")
    nats_server.kill()
    with pytest.raises(Unavailable, match="bus"):
        async with opened(replace(settings, nats_url=nats_server.url)):
            pass


async def _these(*job_ids: str) -> set[str]:
    return set(job_ids)


@pytest.mark.parametrize(("outage_s_max", "outage_s", "attempts"), [(30.0, 1.0, 1), (0.2, 7.0, 2)])
async def test_an_outcome_waits_for_the_database_or_the_job_is_begun_anew(
    postgres_server: PostgresServer,
    nats_url: str,
    data_dir: Path,
    bus_prefix: str,
    outage_s_max: float,
    outage_s: float,
    attempts: int,
) -> None:
    settings = settings_for(postgres_server.url, nats_url, data_dir, bus_prefix, outage_s_max=outage_s_max)
    settings = replace(settings, store=replace(settings.store, append_timeout_s=0.2))
    async with working(settings) as bench:
        job_id = await bench.ask("last 0.2")
        await bench.until(job_id, "job.stage-entered")
        postgres_server.kill()
        await asyncio.sleep(outage_s)  # the outage: the work is done long before it is over
        postgres_server.start()
        await _assert_ended_once(bench, job_id)
        assert (await bench.tags(job_id)).count("started") == attempts
        assert (await bench.tags(job_id)).count("interrupted") == attempts - 1
