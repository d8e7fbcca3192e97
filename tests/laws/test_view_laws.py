"""What is always true of views, whatever happened: they are a fold of the log, and nothing else."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import batch, catalogue, job, project
from domain.account import AccountRegistered, ApiKeyIssued, ApiKeyRevoked, RoleChanged, SessionRevoked, SignedIn
from domain.asset import AssetDeleted, AssetUploaded
from domain.design import DesignGenerated
from domain.events import Event, Record
from domain.prompt import PromptCreated, Reference
from domain.spec import DesignSpec, Reading
from domain.work import Export, TextToModel
from projections import progress
from projections.base import View, cursor_of, number_of
from projections.batch import BatchView
from projections.job import JobView
from projections.project import ProjectView
from projections.views import VIEWS

on_postgres = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
attempts = st.integers(1, 4)
names = st.sampled_from(["planning", "packaging", "another"])
facts = st.dictionaries(words, st.one_of(words, st.integers(-(2**53), 2**53), st.booleans(), st.none()), max_size=3)
digits = st.sampled_from(["ab" * 32, "cd" * 32])
asset_ids = st.sampled_from(["asset_1", "asset_2", "asset_3"])
owners = st.sampled_from(["acct_1", "acct_2"])
works = st.one_of(
    st.builds(TextToModel, words, words, words, st.integers(0, 2**53 - 1)), st.builds(Export, words, words)
)
job_events = st.one_of(
    st.builds(job.JobStarted, attempts, words),
    st.builds(job.StageEntered, attempts, names),
    st.builds(job.StageCompleted, attempts, names, st.integers(0, 10**6), facts),
    st.builds(
        job.ArtefactKept, attempts, asset_ids, words, st.just("result"), words, digits, st.integers(0, 2**40), names
    ),
    st.builds(job.JobInterrupted, attempts, words),
    st.builds(job.RetryScheduled, attempts, st.floats(0, 100), words, words),
    st.builds(job.JobSucceeded, attempts, facts, facts),
    st.builds(job.JobFailed, attempts, words, words, words),
    st.builds(job.JobDeadLettered, attempts, words),
    st.just(job.CancelRequested()),
    st.builds(job.JobCancelled, attempts),
    st.builds(job.RetryRequested, attempts),
)
specs = st.builds(DesignSpec, words, words, st.just(Reading("object", "thing", "thing")), words, st.just(()))
references = st.builds(Reference, st.just("image"), words, asset_ids, digits, words, st.integers(0, 2**40))
given_files = st.builds(job.Input, asset_ids, words, words, digits, st.integers(0, 2**40), asset_ids)
gifts = st.builds(project.Given, asset_ids, words, words, digits, st.integers(0, 2**40))
project_events = st.one_of(
    st.builds(project.ProjectEdited, words, words, words, words),
    st.just(project.ProjectArchived()),
    st.just(project.ProjectReopened()),
    st.builds(project.VideoGiven, gifts),
    st.builds(project.PicturesGiven, st.lists(gifts, max_size=2).map(tuple)),
    st.builds(project.PictureRemoved, gifts),
    st.builds(project.ProjectJobStarted, names, words, st.sampled_from([None, "low", "high"])),
    st.just(project.ProjectDeleted()),
)
pictures = st.builds(batch.Picture, names, asset_ids, words, words, digits, st.integers(0, 2**40))
face_limits = st.none() | st.integers(100, 500_000)
batch_events = st.one_of(
    st.builds(batch.GenerationRequested, names, names, face_limits, st.sampled_from(["local", "fal"])),
    st.just(batch.BatchDeleted()),
)
FIRST: dict[str, st.SearchStrategy[Event]] = {
    "run": st.builds(
        job.JobRequested,
        owners,
        works,
        st.sampled_from(job.PRIORITIES),
        attempts,
        st.sampled_from(["", "prompt_0"]),
        st.lists(given_files, max_size=2).map(tuple),
    ),
    "asset": st.builds(AssetUploaded, owners, words, words, digits, st.integers(0, 2**40), words),
    "project": st.builds(project.ProjectCreated, owners, words, words),
    "batch": st.builds(batch.BatchOpened, owners, st.lists(pictures, max_size=3).map(tuple), face_limits),
    "prompt": st.builds(PromptCreated, owners, words, references=st.lists(references, max_size=2).map(tuple)),
    "spec": st.builds(DesignGenerated, owners, specs),
    "acct": st.builds(AccountRegistered, owners, words, words, words),
}
LATER: dict[str, st.SearchStrategy[Event]] = {
    "run": job_events,
    "asset": st.just(AssetDeleted()),
    "project": project_events,
    "batch": batch_events,
    "prompt": st.nothing(),
    "spec": st.builds(DesignGenerated, owners, specs),
    "acct": st.one_of(
        st.builds(SignedIn, names, words, st.floats(0, 1e9)),
        st.builds(SessionRevoked, names, st.just("reuse")),
        st.builds(ApiKeyIssued, names, words, words),
        st.builds(ApiKeyRevoked, names),
        st.builds(RoleChanged, st.just("user"), st.just("admin")),
    ),
}


@st.composite
def logs(draw: st.DrawFn) -> tuple[Record, ...]:
    """Return a log of a few streams whose events come in any order, some of them of erased subjects."""
    streams = draw(st.lists(st.sampled_from(sorted(FIRST)), min_size=1, max_size=4))
    waiting = [
        [draw(FIRST[noun]), *(draw(st.lists(LATER[noun], max_size=8)) if noun != "prompt" else ())] for noun in streams
    ]
    records: list[Record] = []
    versions = [0] * len(streams)
    subjects = [draw(st.sampled_from(["acct_1", "acct_2"])) for _ in streams]
    erased = draw(st.sampled_from(["", "", "acct_2"]))
    while any(waiting):
        number = draw(st.sampled_from([index for index, events in enumerate(waiting) if events]))
        event, stream = waiting[number].pop(0), f"{streams[number]}_{number}"
        versions[number] += 1
        records.append(_record(len(records) + 1, stream, versions[number], event, subjects[number], erased))
    return tuple(records)


def _record(position: int, stream: str, version: int, event: Event, subject: str, erased: str) -> Record:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=position, microseconds=position)
    kept = None if subject == erased else event
    return Record(position, stream, version, event.tag(), at, subject, subject, "request", "", kept, b"")


@on_postgres
@given(records=logs(), cuts=st.lists(st.integers(1, 5), min_size=1))
def test_rows_are_the_same_whatever_the_batches(
    postgres_url: str, records: tuple[Record, ...], cuts: list[int]
) -> None:
    asyncio.run(_compare(postgres_url, [records], _pieces(records, cuts)))


@given(records=logs())
def test_a_job_stands_in_its_view_as_commands_see_it(records: tuple[Record, ...]) -> None:
    rows = _folded(JobView, records)
    for stream in {record.stream for record in records if record.stream.startswith("run")}:
        events = [record.event for record in records if record.stream == stream and record.event is not None]
        state = job.Job()
        for event in events:
            state = job.evolve(state, event)  # type: ignore[arg-type]
        assert (rows[stream].job if stream in rows else job.Job()) == state


@given(records=logs())
def test_events_are_the_same_after_they_were_stored(records: tuple[Record, ...]) -> None:
    for record in records:
        if record.event is not None:
            assert catalogue.decode(record.tag, catalogue.encode(record.event)) == record.event


@given(records=logs())
def test_a_project_stands_in_its_view_as_commands_see_it(records: tuple[Record, ...]) -> None:
    rows = _folded(ProjectView, records)
    for stream in {record.stream for record in records if record.stream.startswith("project")}:
        state = project.Project()
        for record in records:
            if record.stream == stream and record.event is not None:
                state = project.evolve(state, record.event)  # type: ignore[arg-type]
        if stream in rows:
            assert rows[stream].project == state
        else:
            assert state.is_deleted or not state.owner


@given(records=logs())
def test_a_batch_stands_in_its_view_as_commands_see_it(records: tuple[Record, ...]) -> None:
    rows = _folded(BatchView, records)
    for stream in {record.stream for record in records if record.stream.startswith("batch")}:
        state = batch.Batch()
        for record in records:
            if record.stream == stream and record.event is not None:
                state = batch.evolve(state, record.event)  # type: ignore[arg-type]
        if stream in rows:
            assert rows[stream].batch == state
        else:
            assert state.is_deleted or not state.owner


@given(st.integers(1, 2**59))
def test_a_cursor_leads_back_to_where_its_page_ended(number: int) -> None:
    assert number_of(cursor_of(number)) == number


def _folded(view: type[View], records: Sequence[Record]) -> dict[str, Any]:
    [fold] = view.folds
    touched = [(key, record) for record in records if record.event is not None for key in fold.keys(record)]
    return {key: row for key, row in fold.replay({}, touched).items() if row is not None}


def _pieces(records: Sequence[Record], cuts: Sequence[int]) -> list[Sequence[Record]]:
    pieces, start, turn = [], 0, 0
    while start < len(records):
        size = cuts[turn % len(cuts)]
        pieces.append(records[start : start + size])
        start, turn = start + size, turn + 1
    return pieces


async def _compare(url: str, some: Sequence[Sequence[Record]], others: Sequence[Sequence[Record]]) -> None:
    async with await progress.connect(url) as connection:
        await progress.make_table(connection)
        for view in VIEWS.values():
            assert await _built(connection, view, some) == await _built(connection, view, others)


async def _built(
    connection: psycopg.AsyncConnection[Any], view: type[View], batches: Sequence[Sequence[Record]]
) -> dict[str, list[dict[str, Any]]]:
    await progress.drop(connection, "view_of_law")
    await progress.make(connection, view, "view_of_law")
    await progress.use(connection, "view_of_law")
    async with connection.cursor() as cursor:
        for batch in batches:
            await view.project(cursor, batch)
        found = {}
        for fold in view.folds:
            await cursor.execute(f"SELECT * FROM {fold.table} ORDER BY id")
            found[fold.table] = [msgspec.to_builtins(dict(row)) for row in await cursor.fetchall()]
    return found
