"""Projectors that are killed in the middle: nothing is lost, doubled or half."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from domain.work import TextToModel
from projections.rebuild import rebuild
from projections.views import VIEWS
from runtime.settings import Settings
from tests.projecting import a_whole_run, append, reading, settings_of, table_of

ROOT = Path(__file__).parent.parent.parent
RUNS_A_ROUND = 40


@contextmanager
def projector(settings: Settings) -> Iterator["subprocess.Popen[bytes]"]:
    """Project in a process of its own, which is killed at the end."""
    command = [sys.executable, "-m", "tests.role", "projections.runner", msgspec.json.encode(settings).decode()]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.timeout(120)
async def test_views_are_whole_after_their_projectors_were_killed_again_and_again(
    postgres_url: str, data_dir: Path
) -> None:
    settings = settings_of(postgres_url, data_dir, batch_max=5)
    async with reading(settings) as (services, views):
        for turn in range(3):
            with projector(settings), projector(settings):
                names = [f"run_{turn}_{number}" for number in range(RUNS_A_ROUND)]
                positions = await asyncio.gather(*(append(services, name, *a_whole_run()) for name in names))
                # Killed on the way: this round is far from projected when the first of it can be read.
                assert await views.wait_for("job", min(positions), 30)
        with projector(settings):
            for name in VIEWS:
                assert await views.wait_for(name, max(positions), 30)
        tables = {name: f"view_{name}.{view.folds[0].table}" for name, view in VIEWS.items()}
        live = {name: await table_of(services, table) for name, table in tables.items()}
        for name, table in tables.items():
            await rebuild(services, name)
            assert await table_of(services, table) == live[name]
    assert len(live["job"]) == 3 * RUNS_A_ROUND
    assert {row["version"] for row in live["job"]} == {len(a_whole_run())}
    assert {len(row["stages"]) for row in live["job"]} == {len(TextToModel.stages)}
