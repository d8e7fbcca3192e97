"""Views follow the log: what they show, who may see it, and how they outlive trouble."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg
import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from domain.access import SYSTEM, Caller
from domain.design import DesignGenerated, ObjectsSwitched
from domain.edits import Change, applied
from domain.errors import Invalid, NotFound, Unavailable
from domain.events import Record
from domain.job import CancelRequested, JobCancelled, JobRequested, JobStarted, RetryRequested
from domain.prompt import PromptCreated, Reference
from domain.spec import DesignObject, DesignSpec, Dimensions, Reading
from projections.design import DesignView
from projections.job import JobView
from runtime.embedded.postgres import PostgresServer
from runtime.queries import Queries
from tests.projecting import ADA, BOB, a_whole_run, append, projecting, reading, settings_of, table_of, work

PICTURE = Reference("image", "https://example.org/a.jpg", "asset_ref", "cd" * 32, "image/jpeg", 12)


async def test_a_finished_run_shows_its_stages_result_and_times(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        requested, *later = a_whole_run()
        await append(services, "run_1", requested)
        position = await append(services, "run_1", *later, expected=1)
        assert await views.wait_for("job", position, is_needed=True)
        row = await views.job.get("run_1", ADA)
    assert (row.status, row.kind, row.lane, row.attempt, row.parent) == (
        "succeeded",
        "text_to_model",
        "cpu",
        1,
        "prompt_1",
    )
    assert row.progress == 1.0
    assert [stage.status for stage in row.stages] == ["completed"] * 5
    assert row.result == {"mesh": "asset_acct_ada"}
    assert row.provenance == {"seed": 7}
    assert row.work == work()
    assert row.number == 1
    assert row.version == len(a_whole_run())
    assert row.started_at is not None
    assert row.created_at == row.queued_at < row.started_at == row.updated_at == row.ended_at


async def test_a_nul_in_a_stage_result_does_not_stop_the_view(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await views.wait_for("job", await append(services, "run_1", *a_whole_run()), is_needed=True)
        row = await views.job.get("run_1", ADA)
    assert row.stages[0].result == {"faces": 12, "note": "a�b"}


async def test_what_belongs_to_others_looks_as_if_it_were_not_there(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        position = await append(services, "run_1", *a_whole_run())
        await views.wait_for("job", position, is_needed=True)
        await views.wait_for("asset", position, is_needed=True)
        with pytest.raises(NotFound) as foreign:
            await views.job.get("run_1", BOB)
        with pytest.raises(NotFound) as missing:
            await views.job.get("run_2", BOB)
        assert foreign.value.message == missing.value.message
        with pytest.raises(NotFound):
            await views.job.get("run_1\0", ADA)
        with pytest.raises(NotFound):
            await views.asset.get("asset_acct_ada", BOB)
        assert not (await views.job.list(BOB)).items
        assert await views.asset.of_job("run_1", BOB) == ()
        assert (await views.job.get("run_1", SYSTEM)).owner == ADA.account
        assert (await views.job.get("run_1", Caller("acct_root", "admin"))).owner == ADA.account


async def test_a_list_goes_on_where_its_page_ended(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        for number in range(7):
            position = await append(services, f"run_{number}", *a_whole_run())
        await views.wait_for("job", position, is_needed=True)
        shown, after = [], ""
        while True:
            page = await views.job.list(ADA, limit=3, after=after)
            shown.append([row.id for row in page.items])
            after = page.after
            if not after:
                break
        with pytest.raises(Invalid, match="cursor"):
            await views.job.list(ADA, after="c1; DROP TABLE job")
    assert shown == [["run_6", "run_5", "run_4"], ["run_3", "run_2", "run_1"], ["run_0"]]


async def test_a_list_can_be_asked_for_kind_status_and_parent(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "run_1", *a_whole_run(prompt_id="prompt_1"))
        position = await append(services, "run_2", JobRequested(ADA.account, work(), parent="prompt_2"))
        await views.wait_for("job", position, is_needed=True)
        assert [row.id for row in await views.job.list(ADA, status="queued")] == ["run_2"]
        assert [row.id for row in await views.job.list(ADA, parent="prompt_1")] == ["run_1"]
        assert [row.id for row in await views.job.list(ADA, kind="text_to_model")] == ["run_2", "run_1"]
        assert not (await views.job.list(ADA, kind="export")).items
        assert await views.job.open_counts(ADA.account) == (1, 1)
        assert [row.id for row in await views.job.open_jobs()] == ["run_2"]


async def test_the_place_in_the_queue_follows_priority_then_age(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "run_1", JobRequested(ADA.account, work(), "normal"))
        await append(services, "run_2", JobRequested(ADA.account, work(), "low"))
        await append(services, "run_3", JobRequested(BOB.account, work(), "high"), owner=BOB.account)
        position = await append(services, "run_4", JobRequested(ADA.account, work(), "normal"), JobStarted(1, "w"))
        await views.wait_for("job", position, is_needed=True)
        rows = [await views.job.get(f"run_{number}", SYSTEM) for number in (1, 2, 3, 4)]
        assert [await views.job.queue_position(row) for row in rows] == [2, 3, 1, None]
        assert await views.job.queue_depths() == {("cpu", "high"): 1, ("cpu", "normal"): 1, ("cpu", "low"): 1}


async def test_a_cancelled_job_that_is_tried_again_waits_anew(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "run_1", JobRequested(ADA.account, work()), JobStarted(1, "w"))
        position = await append(services, "run_1", CancelRequested(), JobCancelled(1), expected=2)
        await views.wait_for("job", position, is_needed=True)
        cancelled = await views.job.get("run_1", ADA)
        position = await append(services, "run_1", RetryRequested(1), expected=4)
        await views.wait_for("job", position, is_needed=True)
        again = await views.job.get("run_1", ADA)
    assert (cancelled.status, cancelled.has_ended) == ("cancelled", True)
    assert (again.status, again.ended_at, again.started_at, again.attempts_base) == ("queued", None, None, 1)
    assert again.queued_at > cancelled.queued_at


async def test_a_prompt_shows_how_far_its_newest_run_is(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        position = await append(services, "prompt_1", PromptCreated(ADA.account, "a watch", references=(PICTURE,)))
        await views.wait_for("prompt", position, is_needed=True)
        await views.wait_for("job", position, is_needed=True)
        created = await views.prompt.get("prompt_1", ADA)
        *events, _, _ = a_whole_run()
        await views.wait_for("job", await append(services, "run_1", *events[:7]), is_needed=True)
        processing = await views.prompt.get("prompt_1", ADA)
        await views.wait_for("job", await append(services, "run_2", *a_whole_run()), is_needed=True)
        completed = await views.prompt.get("prompt_1", ADA)
        assert [row.id for row in await views.prompt.list(ADA, status="completed")] == ["prompt_1"]
        assert not (await views.prompt.list(ADA, status="created")).items
        assert not (await views.prompt.list(BOB)).items
        await views.wait_for("asset", position, is_needed=True)
        [reference] = await views.asset.of_prompt("prompt_1", ADA)
    assert (created.status, created.progress, created.refs) == ("created", 0.0, (PICTURE,))
    assert (processing.status, processing.progress, processing.current_stage) == (
        "processing",
        0.4,
        "uv_unwrapping",
    )
    assert (completed.status, completed.progress, completed.run_id) == ("completed", 1.0, "run_2")
    assert completed.updated_at > completed.created_at
    assert (reference.role, reference.name, reference.media_type) == ("input", "reference.jpeg", "image/jpeg")


async def test_a_design_shows_its_newest_spec(postgres_url: str, data_dir: Path) -> None:
    (made,) = _designs()
    case = DesignObject("case_1", "watch_case", "gold", Dimensions(0.05, 0.01, 0.05))
    remade = replace(made, spec=replace(made.spec, name="second", objects=(case,)))
    switched = ObjectsSwitched("iter_1", (Change("case_1", {"material": "gold"}, {"material": "copper"}),))
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        position = await append(services, "spec_1", made, remade, switched)
        await views.wait_for("design", position, is_needed=True)
        row = await views.design.get("spec_1", ADA)
        assert row.spec == applied(remade.spec, switched.changes)
        assert row.spec.objects[0].material == "copper"
        assert (row.revision, row.version) == (3, 3)
        with pytest.raises(NotFound):
            await views.design.get("spec_1", BOB)


async def test_records_of_an_erased_account_are_passed_over(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views):
        await append(services, "run_1", *a_whole_run())
        position = await append(services, "run_2", *a_whole_run(BOB.account), owner=BOB.account)
        await services.store.erase(ADA.account)
        async with projecting(settings):
            await views.wait_for("job", position, is_needed=True)
            assert [row.id for row in await views.job.list(SYSTEM)] == ["run_2"]


async def test_a_wait_that_is_in_vain_ends(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views):
        position = await append(services, "run_1", *a_whole_run())
        assert not await views.wait_for("job", position, 0.05)
        with pytest.raises(Unavailable, match="cannot be read yet"):
            await views.wait_for("job", position, 0.05, is_needed=True)
        with pytest.raises(Unavailable, match="not built yet"):
            await views.job.get("run_1", ADA)
        assert await views.wait_for("job", 0, 0.0)


async def test_of_two_projectors_one_leads_and_the_other_takes_over(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views):
        async with projecting(settings):
            async with projecting(settings):
                positions = await asyncio.gather(
                    *(append(services, f"run_{number}", *a_whole_run()) for number in range(20))
                )
                await views.wait_for("job", max(positions), is_needed=True)
            position = await append(services, "run_x", *a_whole_run())
            assert await views.wait_for("job", position, is_needed=True)
        async with projecting(settings):
            position = await append(services, "run_y", *a_whole_run())
            assert await views.wait_for("job", position, is_needed=True)
        rows = await table_of(services, "view_job.job")
    assert len(rows) == 22
    assert {row["status"] for row in rows} == {"succeeded"}


async def test_a_record_that_one_view_cannot_take_stops_only_that_view(
    postgres_url: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_of(postgres_url, data_dir)
    project = JobView.project
    is_broken = True

    async def refuse(cursor: Any, records: Sequence[Record]) -> None:
        if is_broken and any(record.stream == "run_2" for record in records):
            raise KeyError(" ".join(("secret", "words")))
        await project(cursor, records)

    monkeypatch.setattr(JobView, "project", refuse)
    with capture_logs() as logs:
        async with reading(settings) as (services, views), projecting(settings):
            first = await append(services, "run_1", *a_whole_run())
            last = await append(services, "run_2", *a_whole_run(BOB.account), owner=BOB.account)
            await views.wait_for("asset", last, is_needed=True)
            await views.wait_for("job", first, is_needed=True)
            assert not await views.wait_for("job", last, 0.2)
            stopped = (await views.progress())["job"]
            is_broken = False
            assert await views.wait_for("job", last)
            mended = (await views.progress())["job"]
    assert stopped.position == first
    assert stopped.trouble == f"event {first + 1} (job.requested): KeyError"
    assert (mended.position, mended.trouble) == (last, "")
    [entry, *_] = [entry for entry in logs if entry["event"] == "view.stopped"]
    assert entry["log_level"] == "error"
    assert "secret words" not in str(logs)


async def test_views_go_on_after_postgres_was_killed(postgres_server: PostgresServer, data_dir: Path) -> None:
    settings = settings_of(postgres_server.url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        position = await append(services, "run_1", *a_whole_run())
        await views.wait_for("job", position, is_needed=True)
        await asyncio.to_thread(postgres_server.kill)
        with pytest.raises(Unavailable):
            await views.job.get("run_1", ADA)
        await asyncio.to_thread(postgres_server.start)
        position = await append(services, "run_2", *a_whole_run())
        assert await views.wait_for("job", position, 20)
        assert (await views.job.get("run_1", ADA)).status == "succeeded"
        assert (await views.job.get("run_2", ADA)).status == "succeeded"


async def test_a_role_starts_while_another_one_is_writing(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, _), await psycopg.AsyncConnection.connect(postgres_url) as writer:
        await append(services, "run_1", *a_whole_run())
        await writer.execute("LOCK TABLE log.events IN ROW EXCLUSIVE MODE")  # as an append in progress does
        async with asyncio.timeout(5), reading(settings) as (late, _):
            assert await late.store.last_position() == len(a_whole_run())


async def test_a_connection_that_postgres_closed_is_replaced_unnoticed(postgres_url: str) -> None:
    queries = Queries(postgres_url, size_max=4)
    held = await asyncio.gather(*(queries.row("SELECT pg_backend_pid() AS pid, pg_sleep(0.05)") for _ in range(4)))
    assert len({row["pid"] for row in held if row}) > 1
    async with await psycopg.AsyncConnection.connect(postgres_url, autocommit=True) as other:
        await other.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert await queries.row("SELECT 1 AS one") == {"one": 1}
    await queries.close()


async def test_a_view_whose_tables_are_defined_anew_is_built_anew(
    postgres_url: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views):
        async with projecting(settings):
            position = await append(services, "spec_1", *_designs())
            await views.wait_for("design", position, is_needed=True)
        before = (await views.progress())["design"]
        monkeypatch.setattr(DesignView, "revision", 2)
        monkeypatch.setattr(DesignView, "tables", DesignView.tables + "CREATE TABLE added (x int);")
        async with projecting(settings):
            later = await append(services, "spec_2", *_designs())
            await views.wait_for("design", later, is_needed=True)
            await services.pool.rows("SELECT x FROM view_design.added")
            assert (await views.design.get("spec_1", ADA)).version == 1
        assert (await views.progress())["design"].definition != before.definition


def _designs() -> tuple[DesignGenerated, ...]:
    spec = DesignSpec("watch", "", Reading("object", "jewellery", "pocket_watch"), "realistic", ())
    return (DesignGenerated(ADA.account, spec),)
