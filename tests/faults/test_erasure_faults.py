"""Whoever carries an erasure out may die between any two steps; the next one finishes it, with the same counts."""

import asyncio
import hashlib
from pathlib import Path

import pytest

from commands.do import Do
from commands.erasing import BeginErasure
from commands.register import register
from domain.access import SYSTEM, Caller
from domain.erasure import AccountErased, ErasureCompleted
from domain.errors import Gone
from domain.job import ArtefactKept, JobRequested, JobStarted
from domain.prompt import PromptCreated
from domain.work import TextToModel
from projections import runner
from projections.views import Views
from runtime import relay
from runtime.erasure import erasure_of
from runtime.store import Append
from tests.projecting import table_of
from tests.working import WAIT_S, Bench, process_of, settings_for, working

WORKER = "handlers.worker"
CONTENT = b"the bytes of a picture"
POINTS = (
    "erasure.closed", "erasure.cancelled", "erase.before", "erase.after", "erasure.key-destroyed",
    "erasure.files-deleted", "erasure.messages-overwritten", "erasure.recorded", "erasure.messages-dropped",
    "erasure.rewritten",
)  # fmt: skip


async def _somebody(bench: Bench) -> str:
    """Open an account with a prompt, an open job and a file; return its id."""
    services = bench.services
    account = (await register(Do(bench.store), services, "erika", "erika@example.org", "correct horse")).stream
    sha256, size_bytes = await services.blobs.put(CONTENT)
    kept = ArtefactKept(1, f"asset_{account}", "a.png", "preview", "image/png", sha256, size_bytes)
    work = TextToModel("prompt_1", "a quince", "spec_1", 7)
    await bench.store.append(
        [
            Append("prompt_1", 0, (PromptCreated(account, "a quince"),), account),
            Append("job_1", 0, (JobRequested(account, work), JobStarted(1, "a lost worker"), kept), account),
        ],
        actor=account,
    )
    return account


async def _completed(bench: Bench, erasure_id: str) -> dict[str, int]:
    deleted: dict[str, int] = {}
    async with asyncio.timeout(WAIT_S):
        async for records in bench.store.follow(0):
            for record in records:
                if record.stream == erasure_id and isinstance(record.event, AccountErased):
                    assert not deleted, "it was erased twice"
                    deleted = record.event.deleted
                if record.stream == erasure_id and isinstance(record.event, ErasureCompleted):
                    return deleted
    raise AssertionError("the log ended")


@pytest.mark.parametrize("point", POINTS)
async def test_an_erasure_is_finished_by_whoever_comes_after_a_crash(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str, point: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with working(settings, roles=(relay, runner)) as bench:
        account = await _somebody(bench)
        async with Views(bench.services.pool, settings.views) as views:
            await views.wait_for("erasure", await bench.store.last_position(), WAIT_S, is_needed=True)
            done = await bench.do(BeginErasure(erasure_of(account), account, "owner"), SYSTEM)
            await views.wait_for("erasure", done.position, is_needed=True)
        async with process_of(WORKER, settings, crash_at=point) as doomed:
            assert await doomed.wait() == 137
        async with process_of(WORKER, settings):
            deleted = await _completed(bench, done.stream)
        assert (deleted["prompts"], deleted["jobs"]) == (1, 1)
        assert deleted["assets"] == deleted["files"] in (1, 2)  # with a log where the open job was begun meanwhile
        assert deleted["bytes"] >= len(CONTENT)
        assert await bench.services.blobs.size(hashlib.sha256(CONTENT).hexdigest()) is None
        for table in ("view_account.account", "view_prompt.prompt", "view_job.job", "view_asset.asset"):
            assert await table_of(bench.services, table) == [], table
        with pytest.raises(Gone):
            await bench.store.append([Append("prompt_2", 0, (PromptCreated(account, "b"),), account)], actor=account)
        assert all(one.event is None for one in await bench.store.of_subject(account, 0))
        left = await bench.bus.js.stream_info(
            bench.bus.subjects.events_stream, subjects_filter=f"{bus_prefix}.events.{account}.>"
        )
        assert not left.state.subjects
        assert (await bench.store.verify()).holds


async def test_an_erasure_begun_twice_is_one(postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with working(settings, roles=()) as bench:
        account = await _somebody(bench)
        wish = BeginErasure(erasure_of(account), account, "owner")
        first, second = await bench.do(wish, SYSTEM), await bench.do(wish, Caller(account, "system"))
        assert (first.stream, second.records) == (second.stream, ())
