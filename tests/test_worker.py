"""Workers on a real bus, with handlers that behave as the test wants."""

import asyncio
import hashlib
import re
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import msgspec
import pytest
from nats.aio.msg import Msg
from structlog.testing import capture_logs

from commands.job import RequestCancel, RequestRetry, StartAttempt, Succeed
from commands.prompt import CreatePrompt
from domain.access import Caller
from domain.errors import DiskFull
from domain.job import ArtefactKept, JobFailed, RetryScheduled, StageCompleted
from domain.prompt import Reference
from handlers import worker
from handlers.reconstructing.words import NO_DISK
from handlers.sweeper import open_in
from projections import runner
from projections.job import JobView
from projections.views import Views
from runtime import live, relay
from runtime.queue import WorkQueue
from runtime.settings import Settings
from tests.working import ADA, WAIT_S, Bench, settings_for, working


@pytest.fixture
def settings(postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str) -> Settings:
    return settings_for(postgres_url, nats_url, data_dir, bus_prefix)


async def test_a_job_goes_through_its_stages_and_keeps_its_files(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("make a watch")
        job = await bench.end_of(job_id)
        assert job.status == "succeeded", job.message
        assert job.provenance == {"seed": 7}
        files = {artefact.name: artefact for artefact in job.artefacts}
        model = b"model of make a watch 7"
        assert files["model.glb"].sha256 == hashlib.sha256(model).hexdigest()
        assert job.result == {"assets": {"model": files["model.glb"].asset_id}}
        assert await bench.services.blobs.get(files["model.glb"].sha256) == model
        assert files["preview.png"].role == "preview"
        assert await bench.tags(job_id) == [
            "requested", "started", "stage-entered", "stage-completed", "stage-entered",
            "artefact-kept", "artefact-kept", "stage-completed", "artefact-kept", "succeeded",
        ]  # fmt: skip
        planned, _ = await bench.events(job_id, StageCompleted)
        assert (planned.stage, planned.result) == ("planning", {"objects": 1})
        assert (await bench.store.load(job.work.spec_id))[0].tag == "design.generated"


async def test_the_log_of_a_job_is_kept_with_it(settings: Settings) -> None:
    async with working(settings) as bench:
        job = await bench.end_of(await bench.ask("make a watch"))
        [kept] = [artefact for artefact in job.artefacts if artefact.role == "log"]
        lines = [msgspec.json.decode(line) for line in (await bench.services.blobs.get(kept.sha256)).splitlines()]
    assert [line["message"] for line in lines if line["stage"] == "planning"] == [
        "stage entered", "thinking", "stage completed",
    ]  # fmt: skip
    assert lines[1]["values"] == {"words": 3}
    assert lines[-1]["message"] == "attempt ended"


async def test_what_a_job_says_reaches_those_who_watch(settings: Settings) -> None:
    async with working(settings) as bench, _listening(bench) as heard:
        job_id = await bench.ask("make a watch")
        job = await bench.end_of(job_id)
        said = await _said(heard, lambda said: {live.Previewed} <= set(map(type, said)) and _is_done(said))
    progress = [message for message in said if isinstance(message, live.Progressed)]
    assert (progress[0].stage, progress[0].fraction, progress[0].message) == ("planning", 0.5, "half")
    assert (progress[-1].stage, progress[-1].fraction) == ("packaging", 1.0)
    [line] = [message for message in said if isinstance(message, live.Logged)]
    assert (line.job_id, line.message, line.values) == (job_id, "thinking", {"words": 3})
    [shown] = [message for message in said if isinstance(message, live.Previewed)]
    picture = next(artefact for artefact in job.artefacts if artefact.role == "preview")
    assert (shown.asset_id, shown.media_type, shown.stage) == (picture.asset_id, "image/png", "packaging")


async def test_progress_is_held_back_but_the_last_one_is_said(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix, progress_per_s_max=5.0, log_lines_max=100)
    async with working(settings) as bench:
        async with _listening(bench) as heard:
            job = await bench.end_of(await bench.ask("chatter 1000"))
            said = await _said(heard, _is_done)
        [kept] = [artefact for artefact in job.artefacts if artefact.role == "log"]
        lines = (await bench.services.blobs.get(kept.sha256)).splitlines()
    progress = [message for message in said if isinstance(message, live.Progressed)]
    assert len(progress) < 100
    assert (progress[-1].fraction, progress[-1].message) == (1.0, "done")
    messages = [msgspec.json.decode(line)["message"] for line in lines]
    assert messages[100] == "The log is full; further lines are dropped"
    assert len(messages) == 100 + 3  # two lines of the stage, one of the attempt's end


async def test_what_the_domain_refuses_fails_the_job_at_once_with_its_words(settings: Settings) -> None:
    with capture_logs() as logs:
        async with working(settings) as bench:
            job_id = await bench.ask("fail")
            job = await bench.end_of(job_id)
            [failed] = await bench.events(job_id, JobFailed)
    [raised] = [entry for entry in logs if entry["event"] == "handler.raised"]
    assert (raised["log_level"], raised["code"]) == ("warning", "GENERATION_FAILED")
    assert re.fullmatch(r"_fail at text_to_model\.py:\d+", raised["detail"])  # one line: nothing is wrong with us
    assert (job.attempt, job.code, job.message) == (1, "GENERATION_FAILED", "The lid is not closed")
    assert failed.stage == "geometry_generation"
    assert next(stage for stage in job.stages if stage.name == "geometry_generation").status == "failed"
    assert [artefact.role for artefact in job.artefacts] == ["log"]


@pytest.fixture
def small_disk(data_dir: Path) -> Iterator[None]:
    """A megabyte for all files."""
    folder = data_dir / "blobs"
    folder.mkdir(parents=True)
    words = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield
    subprocess.run(["umount", folder], check=True)


@pytest.mark.usefixtures("small_disk")
async def test_a_full_disk_ends_a_job_at_once_with_advice(settings: Settings) -> None:
    async with working(settings) as bench:
        job = await bench.end_of(await bench.ask("keep 3000000"))
        assert (job.attempt, job.code, job.message) == (1, "DISK_FULL", NO_DISK)
        assert (await bench.end_of(await bench.ask("keep 3000"))).status == "succeeded"
        with pytest.raises(DiskFull, match="Make room"):
            await bench.services.blobs.put(bytes(3_000_000))


async def test_what_is_wrong_with_the_input_is_no_trouble_of_the_server(settings: Settings) -> None:
    with capture_logs() as logs:
        async with working(settings) as bench:
            job = await bench.end_of(await bench.ask("refuse"))
    assert (job.code, job.message) == ("INVALID", "The picture is broken")
    [raised] = [entry for entry in logs if entry["event"] == "handler.raised"]
    assert raised["log_level"] == "info"
    assert re.fullmatch(r"_refuse at text_to_model\.py:\d+ \(ZeroDivisionError\)", raised["detail"])


async def test_a_bug_is_tried_once_more_and_shows_nothing_internal(settings: Settings) -> None:
    with capture_logs() as logs:
        async with working(settings) as bench:
            job = await bench.end_of(await bench.ask("bug"))
    assert (job.status, job.attempt, job.code) == ("failed", 2, "INTERNAL_ERROR")
    assert "secret" not in job.message
    raised = [entry for entry in logs if entry["event"] == "handler.raised"]
    assert [entry["log_level"] for entry in raised] == ["error", "error"]
    assert all("secret" in entry["detail"] and "in _bug" in entry["detail"] for entry in raised)


async def test_a_crashing_process_is_a_passing_trouble(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("crash 2")
        job = await bench.end_of(job_id)
        waits = [event.delay_s for event in await bench.events(job_id, RetryScheduled)]
        keeping = [event.name for event in await bench.events(job_id, ArtefactKept)]
    assert (job.status, job.attempt) == ("succeeded", 3)
    assert waits == [0.05, 0.1]  # it doubles
    assert keeping.count("model.glb") == 1


async def test_a_job_that_never_comes_through_is_put_aside_and_can_be_retried_by_hand(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("away 3", attempts_max=3)
        job = await bench.end_of(job_id)
        assert (job.status, job.attempt, job.code) == ("failed", 3, "UNAVAILABLE")
        assert (await bench.tags(job_id))[-2:] == ["failed", "dead-lettered"]
        await bench.do(RequestRetry(job_id), ADA)
        await bench.until(job_id, "job.succeeded")
        job = await bench.job(job_id)
    assert (job.status, job.attempt) == ("succeeded", 4)


async def test_a_job_over_its_time_is_ended(postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix, time_limit_s_max=0.3)
    async with working(settings) as bench:
        job_id = await bench.ask("ignore")
        job = await bench.end_of(job_id)
        assert (job.status, job.attempt, job.code) == ("failed", 1, "TIME_LIMIT")
        assert "0.3 seconds. Ask for" in job.message
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"  # with a new process


async def test_a_job_over_its_memory_is_ended(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix, memory_mib_max=256)
    async with working(settings) as bench:
        job = await bench.end_of(await bench.ask("burn 300"))
        assert (job.status, job.attempt, job.code) == ("failed", 1, "MEMORY_LIMIT")
        assert "MiB of memory. Ask for" in job.message
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"


@pytest.mark.parametrize("text", ["wait", "ignore"])
async def test_a_running_job_is_cancelled_within_two_seconds(settings: Settings, text: str) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask(text)
        await bench.until(job_id, "job.stage-entered")
        await bench.do(RequestCancel(job_id), ADA)
        cancelled = await bench.until(job_id, "job.cancelled")
        asked = await bench.until(job_id, "job.cancel-requested")
        assert (cancelled.recorded_at - asked.recorded_at).total_seconds() < 2.0
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"
        assert (await bench.job(job_id)).status == "cancelled"


async def test_a_cancelled_job_can_be_tried_again(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("wait 1")
        await bench.until(job_id, "job.stage-entered")
        await bench.do(RequestCancel(job_id), ADA)
        await bench.until(job_id, "job.cancelled")
        await bench.do(RequestRetry(job_id), ADA)
        await bench.until(job_id, "job.succeeded")
        assert (await bench.job(job_id)).status == "succeeded"


async def test_a_waiting_job_that_is_cancelled_is_never_begun(settings: Settings) -> None:
    async with working(settings) as bench:
        running = await bench.ask("wait")
        await bench.until(running, "job.stage-entered")
        waiting = await bench.ask("make a watch")
        await bench.do(RequestCancel(waiting), ADA)
        await bench.do(RequestCancel(running), ADA)
        await bench.end_of(await bench.ask("nothing"))
        assert await bench.tags(waiting) == ["requested", "cancel-requested", "cancelled"]


async def test_a_job_of_high_priority_goes_before_those_that_wait(settings: Settings) -> None:
    async with working(settings) as bench:
        first = await bench.ask("wait")
        await bench.until(first, "job.stage-entered")
        slow = [await bench.ask("nothing", priority="low"), await bench.ask("nothing")]
        fast = await bench.ask("nothing", priority="high")
        await bench.do(RequestCancel(first), ADA)
        for job_id in (fast, *slow):
            await bench.end_of(job_id)
        begun = {job_id: (await bench.until(job_id, "job.started")).position for job_id in (fast, *slow)}
    assert sorted(begun, key=lambda job_id: begun[job_id]) == [fast, slow[1], slow[0]]


async def test_a_worker_that_is_stopped_hands_its_job_on(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("wait 1")
        await bench.until(job_id, "job.stage-entered")
    async with working(settings) as bench:
        job = await bench.end_of(job_id)
        [scheduled] = await bench.events(job_id, RetryScheduled)
    assert (job.status, job.attempt, scheduled.code) == ("succeeded", 2, "WORKER_STOPPED")


async def test_workers_say_that_they_are_there(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("wait")
        await bench.until(job_id, "job.stage-entered")
        [presence] = await live.workers(bench.bus, at_least=1)
        await bench.do(RequestCancel(job_id), ADA)
    assert (presence.lanes, presence.slots, presence.busy, presence.jobs) == (("cpu",), 1, 1, (job_id,))


async def test_a_reference_of_the_prompt_is_loaded_and_anything_else_is_not_found(settings: Settings) -> None:
    async with working(settings) as bench:
        sha256, size_bytes = await bench.services.blobs.put(b"a picture")
        reference = Reference("image", "https://example.org/a.png", "asset_a", sha256, "image/png", size_bytes)
        await bench.do(CreatePrompt("prompt_1", ADA.account, "a watch", references=(reference,)), ADA)
        job = await bench.end_of(await bench.ask("load asset_a", reference_assets=("asset_a",)))
        copy = next(artefact for artefact in job.artefacts if artefact.name == "copy.bin")
        assert copy.sha256 == sha256
        job = await bench.end_of(await bench.ask("load asset_b", reference_assets=("asset_a",)))
        assert (job.status, job.code) == ("failed", "NOT_FOUND")


async def test_a_job_is_cancelled_although_the_bus_says_nothing(settings: Settings) -> None:
    async with working(settings, roles=(worker,)) as bench:  # no relay: the worker looks for itself
        job_id = await bench.ask("wait")
        job = await bench.job(job_id)
        assert job.work is not None
        await WorkQueue(bench.bus).put(job_id, job.work, job.priority)
        await bench.until(job_id, "job.stage-entered")
        await bench.do(RequestCancel(job_id), ADA)
        assert (await bench.end_of(job_id)).status == "cancelled"


async def test_a_worker_steps_back_when_another_has_begun_anew(settings: Settings) -> None:
    other = Caller("worker:other", "system")
    async with working(settings) as bench:
        job_id = await bench.ask("wait")
        await bench.until(job_id, "job.stage-entered")
        await bench.do(StartAttempt(job_id, 2, "other"), other)
        assert (await bench.end_of(await bench.ask("nothing"))).status == "succeeded"  # its slot is free again
        await bench.do(Succeed(job_id, 2, {}), other)
        assert (await bench.tags(job_id))[2:] == ["stage-entered", "interrupted", "started", "succeeded"]


async def test_a_job_of_an_erased_account_is_let_go(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("wait")
        await bench.until(job_id, "job.stage-entered")
        await bench.store.erase(ADA.account)
        queue = WorkQueue(bench.bus)
        async with asyncio.timeout(15):
            while await queue.waiting():  # noqa: ASYNC110 - the queue rings no bell
                await asyncio.sleep(0.05)
        assert (await bench.tags(job_id))[-1] == "stage-entered"


async def test_the_sweeper_asks_the_view_for_open_jobs(settings: Settings) -> None:
    async with (
        working(settings, roles=(relay, worker, runner)) as bench,
        Views(bench.services.pool, settings.views) as views,
    ):
        await bench.end_of(await bench.ask("nothing"))
        job_id = await bench.ask("wait")
        entered = await bench.until(job_id, "job.stage-entered")
        await views.wait_for("job", entered.position, 10.0)
        assert await open_in(JobView(bench.services.pool))() == {job_id}


def _listening(bench: Bench) -> AbstractAsyncContextManager[AsyncIterator[Msg]]:
    """Listen to what is said about Ada's jobs; what is said waits until it is read."""
    return bench.bus.listen(bench.bus.subjects.live(ADA.account, "*"))


async def _said(heard: AsyncIterator[Msg], are_all: Callable[[list[live.LiveMessage]], bool]) -> list[live.LiveMessage]:
    """Return what was said, as soon as that is all: a job's end in the log may be known before its last words."""
    said: list[live.LiveMessage] = []
    async with asyncio.timeout(WAIT_S):
        async for message in heard:
            said.append(live.read_live(message.data))
            if are_all(said):
                return said
    raise AssertionError("the bus ended")


def _is_done(said: list[live.LiveMessage]) -> bool:
    return any(isinstance(message, live.Progressed) and message.fraction == 1.0 for message in said)
