"""What tests of views share: settings over a fresh database, and a process that projects."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from domain.access import Caller
from domain.events import Event
from domain.job import ArtefactKept, JobRequested, JobStarted, JobSucceeded, StageCompleted, StageEntered
from domain.work import TextToModel
from projections import runner
from projections.views import Views
from runtime.services import Services, services
from runtime.settings import Settings, ViewSettings
from runtime.store import Append

ADA, BOB = Caller("acct_ada"), Caller("acct_bob")


def settings_of(database_url: str, data_dir: Path, **views: Any) -> Settings:
    """Return settings whose projectors take over and try again quickly."""
    quick = {"standby_s": 0.05, "trouble_retry_s": 0.1, **views}
    return Settings(
        str(data_dir), database_url=database_url, blob_url=f"file://{data_dir}/blobs", views=ViewSettings(**quick)
    )


@asynccontextmanager
async def reading(settings: Settings) -> AsyncIterator[tuple[Services, Views]]:
    """Open services and views."""
    async with services(settings) as opened, Views(opened.pool, settings.views) as views:
        yield opened, views


@asynccontextmanager
async def projecting(settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    """Run the role `project` beside the test."""
    stop = asyncio.Event()
    task = asyncio.create_task(runner.run(settings, stop))
    try:
        yield task
    finally:
        stop.set()
        await task


def work(prompt_id: str = "prompt_1", text: str = "a bronze watch") -> TextToModel:
    """Return some work."""
    return TextToModel(prompt_id, text, "spec_1", 7)


def a_whole_run(owner: str = ADA.account, prompt_id: str = "prompt_1") -> tuple[Event, ...]:
    """Return the events of a run that succeeds at once."""
    stages = TextToModel.stages
    inside = [
        event
        for stage in stages
        for event in (StageEntered(1, stage), StageCompleted(1, stage, 40, {"faces": 12, "note": "a\0b"}))
    ]
    kept = ArtefactKept(1, "asset_" + owner, "model.glb", "result", "model/gltf-binary", "ab" * 32, 99, "packaging")
    return (
        JobRequested(owner, work(prompt_id), parent=prompt_id),
        JobStarted(1, "w1"),
        *inside,
        kept,
        JobSucceeded(1, {"mesh": kept.asset_id}, {"seed": 7}),
    )


async def append(services: Services, stream: str, *events: Event, owner: str = ADA.account, expected: int = 0) -> int:
    """Append events and return the position of the last."""
    records = await services.store.append([Append(stream, expected, events, owner)], actor=owner)
    return records[-1].position


async def table_of(services: Services, table: str) -> list[dict[str, Any]]:
    """Return all rows of a table."""
    return [dict(row) for row in await services.pool.rows(f"SELECT * FROM {table} ORDER BY id")]
