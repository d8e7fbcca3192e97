"""Projects in their view: with the newest work on them, their own only, and the same when the view is made anew."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.access import Caller
from domain.errors import NotFound
from domain.events import Event
from domain.job import JobCancelled, JobFailed, JobRequested, JobStarted, JobSucceeded, StageCompleted, StageEntered
from domain.project import (
    Given,
    PicturesGiven,
    ProjectArchived,
    ProjectCreated,
    ProjectDeleted,
    ProjectJobStarted,
    ProjectReopened,
    VideoGiven,
)
from domain.work import ExtractFrames, Reconstruct
from projections.rebuild import rebuild
from tests.projecting import ADA, BOB, append, projecting, reading, settings_of, table_of

FILM = Given("asset_film", "film.mp4", "video/mp4", "ab" * 32, 10)
PICTURE = Given("asset_picture", "a.jpg", "image/jpeg", "cd" * 32, 10)
WORK = Reconstruct("project_1", "asset_film")
BEGUN = (ProjectCreated(ADA.account, "Fountain", "Of stone"), VideoGiven(FILM))
RUNS: tuple[Event, ...] = (JobRequested(ADA.account, WORK, parent="project_1"), JobStarted(1, "w1"))


async def test_a_project_stands_with_its_newest_work(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        number = await append(services, "project_1", ProjectCreated(ADA.account, "Fountain", "Of stone"))
        await append(services, "project_1", VideoGiven(FILM), ProjectJobStarted("frames_1", "f"), expected=1)
        await append(services, "project_1", ProjectJobStarted("recon_1", "reconstruct", "low"), expected=3)
        await append(services, "frames_1", JobRequested(ADA.account, ExtractFrames("project_1", "asset_film")))
        await append(services, "frames_1", JobStarted(1, "w"), JobSucceeded(1, {"count": 31}), expected=1)
        mapping = (StageEntered(1, "frames"), StageCompleted(1, "frames", 5, {"frames": 31}))
        last = await append(services, "recon_1", *RUNS, *mapping)
        await views.wait_for("job", last, is_needed=True)
        await views.wait_for("project", last, is_needed=True)
        row = await views.project.by_number(number, ADA)
        assert (row.id, row.number, row.status, row.video) == ("project_1", number, "processing", FILM)
        assert (row.frames_status, row.frames_result) == ("succeeded", {"count": 31})
        assert row.job_stages[0].result == {"frames": 31}
        assert row.progress == pytest.approx(1 / 8)
        assert row.job_started_at is not None
        assert row.processing_time_s(row.job_started_at + timedelta(seconds=3)) == 3.0
        last = await append(services, "recon_1", JobFailed(1, "X", "Too dark"), expected=4)
        await views.wait_for("job", last, is_needed=True)
        ended = await views.project.by_number(number, ADA)
    assert (ended.status, ended.job_message) == ("failed", "Too dark")
    assert ended.job_ended_at is not None
    assert ended.processing_time_s(ended.job_ended_at + timedelta(days=1)) < 60
    assert ended.updated_at > row.updated_at


@pytest.mark.parametrize(
    ("more", "end", "status"),
    [
        ((), (), "draft"),
        ((ProjectJobStarted("recon_1", "reconstruct", "low"),), (), "processing"),
        ((ProjectJobStarted("recon_1", "reconstruct", "low"),), (JobSucceeded(1, {}),), "completed"),
        ((ProjectJobStarted("recon_1", "reconstruct", "low"),), (JobCancelled(1),), "draft"),
        ((ProjectArchived(),), (), "archived"),
        ((ProjectArchived(), ProjectReopened()), (), "draft"),
    ],
    ids=["new", "running", "done", "stopped", "archived", "reopened"],
)
async def test_its_status_is_that_of_its_newest_reconstruction(
    postgres_url: str, data_dir: Path, more: tuple[Event, ...], end: tuple[Event, ...], status: str
) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "project_1", *BEGUN, *more)
        last = await append(services, "recon_1", *RUNS, *end)
        for view in ("job", "project"):
            await views.wait_for(view, last, is_needed=True)
        (row,) = await views.project.list(ADA)
    assert row.status == status


async def test_what_was_completed_stands_after_a_later_reconstruction_was_cancelled_or_failed(
    postgres_url: str, data_dir: Path
) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        started = [ProjectJobStarted(f"recon_{number}", "reconstruct", "low") for number in (1, 2, 3)]
        await append(services, "project_1", *BEGUN, *started[:2])
        result = {"reconstruction_quality": 0.9, "processing_time": 86_400.0}
        await append(services, "recon_1", *RUNS, JobSucceeded(1, result))
        last = await append(services, "recon_2", *RUNS, JobCancelled(1))
        for view in ("job", "project"):
            await views.wait_for(view, last, is_needed=True)
        (stands,) = await views.project.list(ADA)
        await append(services, "project_1", started[2], expected=4)
        last = await append(services, "recon_3", *RUNS, JobFailed(1, "X", "Too dark"))
        for view in ("job", "project"):
            await views.wait_for(view, last, is_needed=True)
        (failed,) = await views.project.list(ADA)
    assert (stands.status, stands.job_id, stands.newest) == ("completed", "recon_1", "recon_2")
    assert stands.made_result == result
    assert stands.job_started_at is not None
    assert stands.job_ended_at is not None
    took = (stands.job_ended_at - stands.job_started_at).total_seconds()
    assert stands.processing_time_s(stands.created_at + timedelta(days=1)) == took < 60
    assert (failed.status, failed.job_id, failed.made_result) == ("failed", "recon_3", result)


async def test_what_belongs_to_others_looks_as_if_it_were_not_there(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "project_1", *BEGUN)
        last = await append(services, "recon_1", *RUNS)
        await views.wait_for("project", last, is_needed=True)
        await views.wait_for("job", last, is_needed=True)
        with pytest.raises(NotFound):
            await views.project.by_number(1, BOB)
        with pytest.raises(NotFound):
            await views.project.number_of("project_1", BOB)
        assert await views.project.list(BOB) == ()
        asked: dict[str, Any] = {"kinds": ["reconstruct"], "statuses": (), "parent": "", "skip": 0, "limit": 10}
        assert await views.project.jobs(BOB, **asked) == ()
        assert [number for _, number in await views.project.jobs(ADA, **asked)] == [1]
        assert (await views.project.by_number(1, Caller("acct_root", "admin"))).name == "Fountain"
        assert await views.project.has_asset(ADA.account, "asset_film")
        assert not await views.project.has_asset(ADA.account, "asset_film", beside="project_1")
        assert not await views.project.has_asset(BOB.account, "asset_film")


async def test_a_view_that_is_made_anew_shows_the_same(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "project_1", *BEGUN, PicturesGiven((PICTURE,)), ProjectArchived())
        await append(services, "project_2", ProjectCreated(ADA.account, "Gone"), ProjectDeleted())
        last = await append(services, "project_3", *BEGUN, ProjectJobStarted("recon_1", "reconstruct", "low"))
        await views.wait_for("project", last, is_needed=True)
        live = await table_of(services, "view_project.project")
        await rebuild(services, "project")
        assert await table_of(services, "view_project.project") == live
        assert [row["id"] for row in live] == ["project_1", "project_3"]
        assert await views.project.has_asset(ADA.account, "asset_picture")
