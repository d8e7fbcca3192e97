"""Whoever cleans up may be killed between any two steps; the next process finishes it, from the log."""

import asyncio
import socket
from pathlib import Path

import httpx
from msgspec.structs import replace

from commands.first_start import ensure_admin
from domain.cleanup import CleanupBegan, CleanupCompleted
from domain.events import Record
from domain.job import ArtefactKept, FilesDropped, JobRequested, JobStarted, JobSucceeded
from domain.work import ImageToModel
from projections import runner
from runtime.settings import HttpSettings
from runtime.store import Append
from tests.working import WAIT_S, Bench, process_of, settings_for, working

KEY = "a-key-that-an-operator-chose"


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


async def _model(bench: Bench, task: str) -> str:
    """Keep a model whose work is over; return its asset."""
    sha256, size_bytes = await bench.services.blobs.put(task.encode())
    kept = ArtefactKept(1, f"asset_{task}", "model.glb", "result", "model/gltf-binary", sha256, size_bytes)
    asked = JobRequested("acct_1", ImageToModel("batch_1", "file_001", "asset_in", "a cup"))
    events = (asked, JobStarted(1, "a worker"), kept, JobSucceeded(1, {}))
    await bench.store.append([Append(task, 0, events, "acct_1")], actor="acct_1")
    return kept.asset_id


async def _cleaned_up(port: int) -> None:
    """Ask for a cleanup, as soon as the server answers; it dies over it."""
    address = f"http://127.0.0.1:{port}/api/v1/admin/cleanup"
    async with httpx.AsyncClient(timeout=WAIT_S, trust_env=False) as client, asyncio.timeout(WAIT_S):
        while True:
            try:
                await client.post(address, json={"older_than_hours": 0}, headers={"authorization": f"Bearer {KEY}"})
            except httpx.ConnectError:
                await asyncio.sleep(0.05)
            except httpx.TransportError:
                return


async def _until_completed(bench: Bench) -> list[Record]:
    """Return what cleanups wrote."""
    found: list[Record] = []
    async with asyncio.timeout(WAIT_S):
        async for records in bench.store.follow(0):
            found += [one for one in records if isinstance(one.event, CleanupBegan | CleanupCompleted | FilesDropped)]
            if any(isinstance(one.event, CleanupCompleted) for one in found):
                return found
    raise AssertionError("the log ended")


async def test_a_cleanup_is_finished_by_the_process_that_comes_after_the_killed_one(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    settings = replace(settings, http=HttpSettings(port=free_port(), rate_limits="off"))
    async with working(settings, roles=(runner,)) as bench:
        await ensure_admin(bench.services, {"MESHWRIGHT_API_KEY": KEY})
        assets = [await _model(bench, task) for task in ("task_1", "task_2")]
        async with process_of("api.server", settings, crash_at="cleanup.job-cleaned") as doomed:
            await _cleaned_up(settings.http.port)
            assert await doomed.wait() == 137
        async with process_of("api.server", settings):
            began, *dropped, completed = await _until_completed(bench)
        assert (began.stream, began.tag) == (completed.stream, "cleanup.began")
        assert [one.event.asset_ids for one in dropped if isinstance(one.event, FilesDropped)] == [
            (asset,) for asset in assets
        ]  # fmt: skip
        assert {one.causation for one in dropped} == {began.stream}
        assert isinstance(completed.event, CleanupCompleted)
        assert (completed.event.files, completed.event.jobs, completed.event.contents_deleted) == ({"result": 2}, 2, 2)
        assert completed.event.freed_bytes == len("task_1") + len("task_2")
