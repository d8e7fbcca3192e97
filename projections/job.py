"""Jobs as their owners see them: runs, exports and whatever else is work."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args

import msgspec
from msgspec.structs import asdict, replace

from domain.access import Caller
from domain.events import Record
from domain.job import (
    Artefact,
    Input,
    Job,
    JobCancelled,
    JobEvent,
    JobFailed,
    JobRequested,
    JobStarted,
    JobStatus,
    JobSucceeded,
    Priority,
    RetryRequested,
    Stage,
    current_stage,
    evolve,
    progress_of,
)
from domain.work import AnyWork
from domain.work.base import Lane
from projections.base import Fold, Page, View, limited, number_of, owned, page_of
from runtime.lookups import Lookup
from runtime.queries import Queries

EVENTS = get_args(JobEvent)
_STATE = Job.__struct_fields__


class JobRow(msgspec.Struct, frozen=True):
    """A job as it stands; `number` is the position of the event that began it, `position` that of its newest."""

    id: str
    number: int
    owner: str
    kind: str
    lane: Lane
    work: AnyWork
    created_at: datetime
    updated_at: datetime
    queued_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    correlation: str = ""
    position: int = 0
    version: int = 1
    priority: Priority = "normal"
    parent: str = ""
    status: JobStatus = "queued"
    attempt: int = 0
    attempts_max: int = 5
    attempts_base: int = 0
    worker: str = ""
    stage: str = ""
    stages: tuple[Stage, ...] = ()
    artefacts: tuple[Artefact, ...] = ()
    is_cancel_wanted: bool = False
    result: dict[str, Any] = {}
    provenance: dict[str, Any] = {}
    code: str = ""
    message: str = ""
    inputs: tuple[Input, ...] = ()

    @property
    def job(self) -> Job:
        """Return the state that commands would see."""
        return Job(**{name: getattr(self, name) for name in _STATE})

    @property
    def progress(self) -> float:
        """Return the fraction done in [0, 1], by finished stages."""
        return progress_of(self.job)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen unless somebody asks."""
        return self.job.has_ended


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, EVENTS) else ()


def _step(key: str, row: JobRow | None, record: Record) -> JobRow | None:
    match record.event:
        case JobRequested() as event:
            row = _begun(key, record, event)
        case JobStarted() if row:
            row = replace(row, started_at=row.started_at or record.recorded_at, ended_at=None)
        case JobSucceeded() | JobFailed() | JobCancelled() if row:
            row = replace(row, ended_at=record.recorded_at)
        case RetryRequested() if row:
            row = replace(row, queued_at=record.recorded_at, started_at=None, ended_at=None)
    return _advanced(row, record) if row else None


def _begun(key: str, record: Record, event: JobRequested) -> JobRow:
    return JobRow(
        key,
        record.position,
        event.owner,
        event.work.kind(),
        event.work.needs.lane,
        event.work,
        created_at=record.recorded_at,
        updated_at=record.recorded_at,
        queued_at=record.recorded_at,
        correlation=record.correlation,
    )


def _advanced(row: JobRow, record: Record) -> JobRow:
    job = evolve(row.job, record.event)  # type: ignore[arg-type]
    return replace(
        row,
        **asdict(job),
        stage=current_stage(job),
        updated_at=record.recorded_at,
        position=record.position,
        version=record.version,
    )


_JOBS = Fold("job", JobRow, _keys, _step)
_SELECT = f"SELECT {_JOBS.columns} FROM view_job.job"  # noqa: S608


class JobView(View):
    """Jobs."""

    name = "job"
    tables = """
        CREATE TABLE job (
            id text PRIMARY KEY, number bigint NOT NULL UNIQUE, owner text NOT NULL, kind text NOT NULL,
            lane text NOT NULL, work jsonb NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
            queued_at timestamptz NOT NULL, started_at timestamptz, ended_at timestamptz, correlation text NOT NULL,
            position bigint NOT NULL, version bigint NOT NULL, priority text NOT NULL, parent text NOT NULL,
            status text NOT NULL, attempt int NOT NULL, attempts_max int NOT NULL, attempts_base int NOT NULL,
            worker text NOT NULL, stage text NOT NULL, stages jsonb NOT NULL, artefacts jsonb NOT NULL,
            is_cancel_wanted boolean NOT NULL, result jsonb NOT NULL, provenance jsonb NOT NULL, code text NOT NULL,
            message text NOT NULL, inputs jsonb NOT NULL
        );
        CREATE INDEX job_of_owner ON job (owner, number DESC);
        CREATE INDEX job_of_parent ON job (parent, number DESC) WHERE parent <> '';
        CREATE INDEX job_waiting ON job (lane, priority, number) WHERE status = 'queued';
        CREATE INDEX job_open ON job (number) WHERE status IN ('queued', 'running', 'waiting');
    """
    folds = (_JOBS,)
    erasure = (
        ("job", "work"), ("job", "artefacts"), ("job", "stages"), ("job", "result"), ("job", "provenance"),
        ("job", "inputs"),
    )  # fmt: skip

    def __init__(self, pool: Queries) -> None:
        super().__init__(pool)
        self._by_id = Lookup(pool, JobRow, f"{_SELECT} WHERE id = ANY(%s)")

    async def get(self, job_id: str, caller: Caller) -> JobRow:
        """Return a job.

        Raises
        ------
        NotFound
            There is no such job, or it belongs to somebody else.
        """
        return owned(await self._by_id.get(job_id), caller)

    async def by_number(self, number: int, caller: Caller) -> JobRow:
        """Return the job with a number.

        Raises
        ------
        NotFound
            There is no such job, or it belongs to somebody else.
        """
        return owned(await self._row(JobRow, f"{_SELECT} WHERE number = %s", (number,)), caller)

    async def list(
        self,
        caller: Caller,
        *,
        kind: str = "",
        kinds: Sequence[str] = (),
        status: str = "",
        statuses: Sequence[str] = (),
        parent: str = "",
        after: str = "",
        limit: int = 20,
    ) -> Page[JobRow]:
        """Return the caller's jobs, newest first; the system sees everybody's.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        found = await self._rows(
            JobRow,
            f"""
            {_SELECT}
            WHERE (owner = %(owner)s OR %(is_system)s) AND number < %(number)s
                AND (cardinality(%(kinds)s::text[]) = 0 OR kind = ANY(%(kinds)s))
                AND (cardinality(%(statuses)s::text[]) = 0 OR status = ANY(%(statuses)s))
                AND (%(parent)s = '' OR parent = %(parent)s)
            ORDER BY number DESC LIMIT %(limit)s
            """,
            {
                "owner": caller.account,
                "is_system": caller.role == "system",
                "number": number_of(after),
                "kinds": [*kinds, *filter(None, (kind,))],
                "statuses": [*statuses, *filter(None, (status,))],
                "parent": parent,
                "limit": limit + 1,
            },
        )
        return page_of(found, limit, lambda row: row.number)

    async def queue_position(self, row: JobRow) -> int | None:
        """Return how many queued jobs of its lane are served before it, plus one; None when it does not wait."""
        if row.status != "queued":
            return None
        found = await self._pool.row(
            """
            SELECT count(*) AS before FROM view_job.job
            WHERE status = 'queued' AND lane = %(lane)s
                AND (array_position(ARRAY['high', 'normal', 'low'], priority), number)
                    < (array_position(ARRAY['high', 'normal', 'low'], %(priority)s), %(number)s)
            """,
            {"lane": row.lane, "priority": row.priority, "number": row.number},
        )
        return int(found["before"]) + 1 if found else None

    async def of_parent(self, parent: str, caller: Caller) -> tuple[JobRow, ...]:
        """Return the caller's jobs that belong to one thing, oldest first."""
        found = await self._rows(JobRow, f"{_SELECT} WHERE parent = %s ORDER BY number", (parent,))
        return tuple(row for row in found if caller.is_admin or row.owner == caller.account)

    async def open_jobs(self, *, after: int = 0, limit: int = 500) -> tuple[JobRow, ...]:
        """Return jobs that wait or run, oldest first, with numbers above `after`."""
        return await self._rows(
            JobRow,
            f"""
            {_SELECT} WHERE status IN ('queued', 'running', 'waiting') AND number > %s
            ORDER BY number LIMIT %s
            """,
            (after, limit),
        )

    async def open_counts(self, owner: str) -> tuple[int, int]:
        """Return how many jobs of `owner`, and how many of everybody, wait or run."""
        found = await self._pool.row(
            """
            SELECT count(*) FILTER (WHERE owner = %s) AS own, count(*) AS everybody
            FROM view_job.job WHERE status IN ('queued', 'running', 'waiting')
            """,
            (owner,),
        )
        return (found["own"], found["everybody"]) if found else (0, 0)

    async def status_counts(self) -> dict[str, int]:
        """Return how many jobs of everybody there are, by status."""
        found = await self._pool.rows("SELECT status, count(*) AS jobs FROM view_job.job GROUP BY status")
        return {row["status"]: row["jobs"] for row in found}

    async def queue_depths(self) -> dict[tuple[str, str], int]:
        """Return how many jobs wait, by lane and priority."""
        found = await self._pool.rows(
            "SELECT lane, priority, count(*) AS waiting FROM view_job.job WHERE status = 'queued' GROUP BY 1, 2"
        )
        return {(row["lane"], row["priority"]): row["waiting"] for row in found}
