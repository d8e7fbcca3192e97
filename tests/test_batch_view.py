"""Batches in their view: how their newest work stands, their owner's only, and the same when the view is made anew."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.batch import BatchDeleted, BatchOpened, GenerationRequested, Picture
from domain.erasure import AccountErased
from domain.errors import NotFound
from domain.events import Event
from domain.job import JobFailed, JobRequested, JobStarted, JobStatus, JobSucceeded, Stage
from domain.work import ImageToModel
from projections.batch import BatchRow, Work, standing_of
from projections.rebuild import rebuild
from projections.views import Views
from runtime.services import Services
from tests.projecting import ADA, BOB, append, projecting, reading, settings_of, table_of

CUP = Picture("file_001", "asset_cup", "cup.jpg", "image/jpeg", "ab" * 32, 10, 640, 480, "a cup")
KEY = Picture("file_002", "asset_key", "key.png", "image/png", "cd" * 32, 10, 640, 480)
OPENED = BatchOpened(ADA.account, (CUP, KEY))
STATUSES: tuple[JobStatus, ...] = ("queued", "running", "waiting", "succeeded", "failed", "cancelled")


def asked(file_id: str = "file_001") -> JobRequested:
    return JobRequested(ADA.account, ImageToModel("batch_1", file_id, "asset_cup"), parent="batch_1")


async def opened(services: Services, *more: Event) -> int:
    return await append(services, "batch_1", OPENED, *more)


async def seen(views: Views, position: int) -> BatchRow:
    for view in ("batch", "job"):
        await views.wait_for(view, position, is_needed=True)
    return await views.batch.get("batch_1", ADA)


async def test_each_picture_stands_with_its_newest_job_and_nobody_elses(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await opened(services, *(GenerationRequested("file_001", job) for job in ("task_1", "task_2")))
        await append(services, "task_1", asked(), JobStarted(1, "w"), JobFailed(1, "X", "Too dark"))
        last = await append(services, "task_2", asked(), JobStarted(1, "w"), JobSucceeded(1, {"method": "fit"}))
        row = await seen(views, last)
        assert (row.files, row.jobs) == ((CUP, KEY), ("task_1", "task_2"))
        jobs = await views.batch.jobs_of(row)
        assert {file: (job.id, job.result) for file, job in jobs.items()} == {"file_001": ("task_2", {"method": "fit"})}
        assert set(await views.batch.works_of([row])) == {"task_2"}
        assert [one.id for one in await views.batch.list(ADA)] == ["batch_1"]
        assert not (await views.batch.list(BOB)).items
        with pytest.raises(NotFound):
            await views.batch.get("batch_1", BOB)
        assert await views.batch.has_asset(ADA.account, "asset_key")
        assert not await views.batch.has_asset(ADA.account, "asset_key", beside="batch_1")
        assert not await views.batch.has_asset(BOB.account, "asset_key")


@pytest.mark.parametrize("end", [BatchDeleted(), AccountErased(ADA.account, {})], ids=["deleted", "erased"])
async def test_nothing_is_left_of_one_that_is_gone(postgres_url: str, data_dir: Path, end: Event) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await opened(services)
        stream = "batch_1" if isinstance(end, BatchDeleted) else "erasure_1"
        last = await append(services, stream, end, expected=1 if stream == "batch_1" else 0)
        await views.wait_for("batch", last, is_needed=True)
        assert await table_of(services, "view_batch.batch") == []


async def test_made_anew_it_is_the_same(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await seen(views, await opened(services, GenerationRequested("file_002", "task_1", 900, "shap-e", 7)))
        before = await table_of(services, "view_batch.batch")
        await rebuild(services, "batch")
        assert await table_of(services, "view_batch.batch") == before


works = st.lists(st.none() | st.sampled_from(STATUSES), min_size=1, max_size=8)


@given(works, st.floats(0, 1))
def test_a_batch_is_done_exactly_when_all_of_its_pictures_are(found: list[JobStatus | None], fraction: float) -> None:
    stages = tuple(Stage(name) for name in ImageToModel.stages)
    standing = standing_of(
        [status and Work("task_1", status, "reading", stages) for status in found], lambda _job, _stage: fraction
    )
    is_done = standing.status in ("completed", "failed", "cancelled")
    assert is_done == (standing.processed == standing.total == len(found)) == (standing.progress == 100)
    assert 0 <= standing.failed <= standing.processed
    assert ("succeeded" in found) >= (standing.status == "completed")


def test_one_of_three_is_a_third_with_two_decimals() -> None:
    done, waiting = Work("task_1", "succeeded", "", ()), Work("task_2", "queued", "", ())
    standing = standing_of([done, waiting, waiting], lambda _job, _stage: 0.0)
    assert (standing.status, standing.processed, standing.failed, standing.progress) == ("processing", 1, 0, 33.33)
