"""A job performed again gives the same files, or the report names the one that differs."""

from pathlib import Path

import pytest

from domain.errors import Conflict, NotFound
from handlers.rerun import rerun
from runtime.settings import Settings
from tests.working import settings_for, working


@pytest.fixture
def settings(postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str) -> Settings:
    return settings_for(postgres_url, nats_url, data_dir, bus_prefix)


async def test_a_job_that_is_performed_again_gives_the_same_files(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("make a watch")
        job = await bench.end_of(job_id)
        position = await bench.store.last_position()
        report = await rerun(bench.services, job_id)
        assert await bench.store.last_position() == position
    assert report.is_same
    assert [file.name for file in report.files] == ["model.glb", "preview.png"]
    assert {file.after for file in report.files} <= {artefact.sha256 for artefact in job.artefacts}
    assert report.text.endswith("Every file is the same.")


@pytest.mark.parametrize(("text", "is_same"), [("account 1", True), ("account 2", False)])
async def test_how_long_a_run_took_is_no_difference_but_anything_else_is(
    settings: Settings, text: str, is_same: bool
) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask(text)
        await bench.end_of(job_id)
        report = await rerun(bench.services, job_id)
    assert report.files[0].before != report.files[0].after
    assert report.is_same == is_same


async def test_a_file_that_differs_is_named(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("random")
        await bench.end_of(job_id)
        report = await rerun(bench.services, job_id)
    assert not report.is_same
    assert report.text.startswith("different")


async def test_only_a_job_that_succeeded_is_performed_again(settings: Settings) -> None:
    async with working(settings) as bench:
        job_id = await bench.ask("fail")
        await bench.end_of(job_id)
        with pytest.raises(Conflict, match="failed"):
            await rerun(bench.services, job_id)
        with pytest.raises(NotFound):
            await rerun(bench.services, "run_nobody")
