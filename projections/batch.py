"""Batches, and how the newest work on each of their pictures stands.

The work stands in the view `job`; who has just requested some waits for that view too.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec.structs import asdict, replace

from domain.access import Caller
from domain.batch import Batch, BatchDeleted, BatchEvent, BatchOpened, Making, Picture, evolve
from domain.events import Record
from domain.job import Job, JobStatus, Stage, progress_of
from domain.work.image_to_model import ImageProvider
from projections.base import Fold, Page, View, limited, number_of, owned, page_of
from projections.job import JobRow
from runtime.lookups import Lookup
from runtime.queries import Queries

BatchStatus = Literal["pending", "processing", "completed", "failed", "cancelled"]
FileStatus = BatchStatus
_EVENTS = BatchEvent.__args__
_STATE = Batch.__struct_fields__
_STATUS: dict[JobStatus, FileStatus] = {
    "queued": "pending", "waiting": "processing", "running": "processing", "succeeded": "completed",
    "failed": "failed", "cancelled": "cancelled",
}  # fmt: skip
ENDED: frozenset[FileStatus] = frozenset(("completed", "failed", "cancelled"))

Fraction = Callable[[str, str], float]
"""From a job and its stage to the fraction of that stage that is done."""


class BatchRow(msgspec.Struct, frozen=True):
    """A batch as its table keeps it; `number` is the position of the event that began it."""

    id: str
    number: int
    owner: str
    files: tuple[Picture, ...]
    makings: dict[str, Making]
    jobs: tuple[str, ...]
    face_limit: int | None
    provider: ImageProvider
    seed: int
    created_at: datetime
    changed_at: datetime
    is_deleted: bool = False

    @property
    def batch(self) -> Batch:
        """Return the state that commands would see."""
        return Batch(**{name: getattr(self, name) for name in _STATE})


class Work(msgspec.Struct, frozen=True):
    """As much of a job as it takes to say how far it is."""

    id: str
    status: JobStatus
    stage: str
    stages: tuple[Stage, ...]


class Standing(msgspec.Struct, frozen=True):
    """How a batch stands; `processed` counts pictures that are done with, `failed` those of them without a model.

    What was cancelled has failed too. `progress` is in percent.
    """

    status: BatchStatus
    total: int
    processed: int
    failed: int
    progress: float


def status_of(status: JobStatus | None) -> FileStatus:
    """Return how a picture stands whose newest work stands so; None: there is none."""
    return "pending" if status is None else _STATUS[status]


def fraction_of(work: Work | JobRow | None, fraction: Fraction) -> float:
    """Return how much of a picture's work is done, in [0, 1]."""
    if work is None:
        return 0.0
    if status_of(work.status) in ENDED:
        return 1.0
    return progress_of(Job(status=work.status, stages=work.stages), fraction(work.id, work.stage))


def standing_of(works: Sequence[Work | JobRow | None], fraction: Fraction) -> Standing:
    """Return how a batch stands, from the newest work of each of its pictures."""
    found = [status_of(work.status if work else None) for work in works]
    done = sum(status in ENDED for status in found)
    share = sum(fraction_of(work, fraction) for work in works) / max(len(works), 1)
    is_open = any(work is not None and status not in ENDED for work, status in zip(works, found, strict=True))
    progress = 100.0 if done == len(found) else min(round(100 * share, 2), 99.99)
    failed = done - found.count("completed")
    return Standing("processing" if is_open else _together(found), len(works), done, failed, progress)


def _together(found: Sequence[FileStatus]) -> BatchStatus:
    """Return the status of all where no work is open; one model is enough to be completed."""
    for status in ("pending", "completed", "failed"):
        if status in found:
            return status
    return "cancelled"


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, _EVENTS) else ()


def _step(key: str, row: BatchRow | None, record: Record) -> BatchRow | None:
    event = record.event
    if isinstance(event, BatchDeleted):
        return None
    if isinstance(event, BatchOpened):
        at = record.recorded_at
        return BatchRow(key, record.position, **asdict(evolve(Batch(), event)), created_at=at, changed_at=at)
    if row is None or not isinstance(event, _EVENTS):
        return row
    return replace(row, **asdict(evolve(row.batch, event)), changed_at=record.recorded_at)


_BATCHES = Fold("batch", BatchRow, _keys, _step)
_SELECT = f"SELECT {_BATCHES.columns} FROM view_batch.batch"  # noqa: S608


class BatchView(View):
    """Batches."""

    name = "batch"
    tables = """
        CREATE TABLE batch (
            id text PRIMARY KEY, number bigint NOT NULL UNIQUE, owner text NOT NULL, files jsonb NOT NULL,
            makings jsonb NOT NULL, jobs jsonb NOT NULL, face_limit int, provider text NOT NULL, seed bigint NOT NULL,
            created_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, is_deleted boolean NOT NULL
        );
        CREATE INDEX batch_of_owner ON batch (owner, number DESC);
    """
    folds = (_BATCHES,)
    erasure = (("batch", "files"),)

    def __init__(self, pool: Queries) -> None:
        super().__init__(pool)
        self._by_id = Lookup(pool, BatchRow, f"{_SELECT} WHERE id = ANY(%s)")

    async def get(self, batch_id: str, caller: Caller) -> BatchRow:
        """Return a batch.

        Raises
        ------
        NotFound
            There is no such batch, or it belongs to somebody else.
        """
        return owned(await self._by_id.get(batch_id), caller)

    async def list(self, caller: Caller, *, after: str = "", limit: int = 20) -> Page[BatchRow]:
        """Return the caller's own batches, newest first.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        query = f"{_SELECT} WHERE owner = %s AND number < %s ORDER BY number DESC LIMIT %s"
        found = await self._rows(BatchRow, query, (caller.account, number_of(after), limit + 1))
        return page_of(found, limit, lambda row: row.number)

    async def jobs_of(self, row: BatchRow) -> dict[str, JobRow]:
        """Return the newest job of each picture for which there is one, by the picture's id."""
        found = await self._newest(JobRow, (row,))
        return {file: found[making.job_id] for file, making in row.makings.items() if making.job_id in found}

    async def works_of(self, rows: Sequence[BatchRow]) -> dict[str, Work]:
        """Return the newest work of all pictures of some batches, by the job's id."""
        return await self._newest(Work, rows)

    async def has_asset(self, owner: str, asset_id: str, *, beside: str = "") -> bool:
        """Return whether a batch of `owner`, other than `beside`, has a picture."""
        found = await self._pool.row(
            """
            SELECT 1 AS one FROM view_batch.batch
            WHERE owner = %(owner)s AND id <> %(beside)s
                AND files @> jsonb_build_array(jsonb_build_object('asset_id', %(asset_id)s::text)) LIMIT 1
            """,
            {"owner": owner, "beside": beside, "asset_id": asset_id},
        )
        return found is not None

    async def _newest(self, kind: type[Any], rows: Sequence[BatchRow]) -> dict[str, Any]:
        ids = [making.job_id for row in rows for making in row.makings.values()]
        columns = ", ".join(kind.__struct_fields__)
        found = await self._rows(kind, f"SELECT {columns} FROM view_job.job WHERE id = ANY(%s)", (ids,))  # noqa: S608
        return {job.id: job for job in found}
