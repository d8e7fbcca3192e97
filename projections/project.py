"""Projects, each with the newest work on it.

The work stands in the view `job`; who has just requested some waits for that view.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec.structs import asdict, replace

from domain.access import Caller
from domain.events import Record
from domain.job import Job, JobStatus, Stage, progress_of
from domain.project import Given, Project, ProjectCreated, ProjectDeleted, ProjectEvent, evolve
from projections.base import Fold, View, owned
from projections.job import JobRow

ProjectStatus = Literal["draft", "processing", "completed", "failed", "archived"]
LIST_MAX = 1000
_EVENTS = ProjectEvent.__args__
_STATE = Project.__struct_fields__
_STATUS: dict[str, ProjectStatus] = {
    "": "draft", "queued": "processing", "running": "processing", "waiting": "processing", "succeeded": "completed",
    "failed": "failed", "cancelled": "draft",
}  # fmt: skip


class _Kept(msgspec.Struct, frozen=True):
    """A project as its table keeps it."""

    id: str
    number: int
    owner: str
    name: str
    description: str
    video: Given | None
    pictures: tuple[Given, ...]
    jobs: tuple[str, ...]
    newest: str
    frames: str
    is_archived: bool
    created_at: datetime
    changed_at: datetime
    is_deleted: bool = False

    @property
    def project(self) -> Project:
        """Return the state that commands would see."""
        return Project(**{name: getattr(self, name) for name in _STATE})


class ProjectRow(msgspec.Struct, frozen=True):
    """A project with the reconstruction that stands, and the work that took its newest frames, where there are any.

    That which stands is the newest; or, where the newest was cancelled, the newest that was completed. `made_result` is
    that of the newest that was completed: its files are what the project has.
    """

    id: str
    number: int
    owner: str
    name: str
    description: str
    video: Given | None
    pictures: tuple[Given, ...]
    newest: str
    frames: str
    is_archived: bool
    created_at: datetime
    updated_at: datetime
    job_id: str = ""
    job_number: int = 0
    job_status: JobStatus | Literal[""] = ""
    job_stage: str = ""
    job_stages: tuple[Stage, ...] = ()
    job_result: dict[str, Any] = {}
    job_code: str = ""
    job_message: str = ""
    job_started_at: datetime | None = None
    job_ended_at: datetime | None = None
    frames_status: JobStatus | Literal[""] = ""
    frames_result: dict[str, Any] = {}
    made_result: dict[str, Any] = {}

    @property
    def status(self) -> ProjectStatus:
        """Return how far it is: a project that was never reconstructed, or whose only work was stopped, is a draft."""
        return "archived" if self.is_archived else _STATUS[self.job_status]

    @property
    def progress(self) -> float:
        """Return the fraction of the reconstruction that stands that is done, in [0, 1]."""
        return progress_of(Job(status=self.job_status, stages=self.job_stages)) if self.job_status else 0.0

    def processing_time_s(self, now: datetime) -> float:
        """Return the seconds from the beginning of the first attempt at what stands to its end, or to now."""
        if self.job_started_at is None:
            return 0.0
        return max(0.0, ((self.job_ended_at or now) - self.job_started_at).total_seconds())


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, _EVENTS) else ()


def _step(key: str, row: _Kept | None, record: Record) -> _Kept | None:
    event = record.event
    if isinstance(event, ProjectDeleted):
        return None
    if isinstance(event, ProjectCreated):
        begun = Project(event.owner, event.name, event.description)
        at = record.recorded_at
        return _Kept(key, record.position, **asdict(begun), created_at=at, changed_at=at)
    if row is None or not isinstance(event, _EVENTS):
        return row
    return replace(row, **asdict(evolve(row.project, event)), changed_at=record.recorded_at)


_SELECT = """
    SELECT project.id, project.number, project.owner, project.name, project.description, project.video,
        project.pictures, project.newest, project.frames, project.is_archived, project.created_at,
        greatest(job.updated_at, frames.updated_at, project.changed_at) AS updated_at,
        coalesce(job.id, '') AS job_id, coalesce(job.number, 0) AS job_number, coalesce(job.status, '') AS job_status,
        coalesce(job.stage, '') AS job_stage, coalesce(job.stages, '[]') AS job_stages,
        coalesce(job.result, '{}') AS job_result, coalesce(job.code, '') AS job_code,
        coalesce(job.message, '') AS job_message, job.started_at AS job_started_at, job.ended_at AS job_ended_at,
        coalesce(frames.status, '') AS frames_status, coalesce(frames.result, '{}') AS frames_result,
        coalesce(made.result, '{}') AS made_result
    FROM view_project.project
    LEFT JOIN view_job.job AS newest ON newest.id = project.newest
    LEFT JOIN LATERAL (
        SELECT one.id, one.result FROM view_job.job AS one
        WHERE one.parent = project.id AND one.kind = 'reconstruct' AND one.status = 'succeeded'
        ORDER BY one.number DESC LIMIT 1
    ) AS made ON true
    LEFT JOIN view_job.job AS job
        ON job.id = CASE WHEN newest.status = 'cancelled' THEN coalesce(made.id, newest.id) ELSE newest.id END
    LEFT JOIN view_job.job AS frames ON frames.id = project.frames
"""


class ProjectView(View):
    """Projects."""

    name = "project"
    tables = """
        CREATE TABLE project (
            id text PRIMARY KEY, number bigint NOT NULL UNIQUE, owner text NOT NULL, name text NOT NULL,
            description text NOT NULL, video jsonb, pictures jsonb NOT NULL, jobs jsonb NOT NULL, newest text NOT NULL,
            frames text NOT NULL, is_archived boolean NOT NULL, created_at timestamptz NOT NULL,
            changed_at timestamptz NOT NULL, is_deleted boolean NOT NULL
        );
        CREATE INDEX project_of_owner ON project (owner, number);
    """
    folds = (Fold("project", _Kept, _keys, _step),)
    erasure = (("project", "name"), ("project", "description"), ("project", "video"), ("project", "pictures"))

    async def by_number(self, number: int, caller: Caller) -> ProjectRow:
        """Return the project with a number.

        Raises
        ------
        NotFound
            There is no such project, or it belongs to somebody else.
        """
        return owned(await self._row(ProjectRow, f"{_SELECT} WHERE project.number = %s", (number,)), caller)

    async def number_of(self, project_id: str, caller: Caller) -> int:
        """Return the number of a project.

        Raises
        ------
        NotFound
            There is no such project, or it belongs to somebody else.
        """
        return owned(await self._row(ProjectRow, f"{_SELECT} WHERE project.id = %s", (project_id,)), caller).number

    async def list(self, caller: Caller, *, skip: int = 0, limit: int = 100) -> tuple[ProjectRow, ...]:
        """Return the caller's own projects, in the order in which they were begun."""
        query = f"{_SELECT} WHERE project.owner = %s ORDER BY project.number OFFSET %s LIMIT %s"
        found = await self._rows(ProjectRow, query, (caller.account, skip, min(limit, LIST_MAX)))
        return tuple(found)

    async def has_asset(self, owner: str, asset_id: str, *, beside: str = "") -> bool:
        """Return whether a project of `owner`, other than `beside`, has a given file now."""
        found = await self._pool.row(
            """
            SELECT 1 AS one FROM view_project.project
            WHERE owner = %(owner)s AND id <> %(beside)s AND (
                video->>'asset_id' = %(asset_id)s
                OR pictures @> jsonb_build_array(jsonb_build_object('asset_id', %(asset_id)s::text))
            ) LIMIT 1
            """,
            {"owner": owner, "beside": beside, "asset_id": asset_id},
        )
        return found is not None

    async def jobs(
        self, caller: Caller, *, kinds: Sequence[str], statuses: Sequence[str], parent: str, skip: int, limit: int
    ) -> tuple[tuple[JobRow, int], ...]:
        """Return the jobs of the caller's projects, newest first, each with the number of its project."""
        found = await self._pool.rows(
            """
            SELECT job.*, project.number AS project_number
            FROM view_job.job JOIN view_project.project ON project.id = job.parent
            WHERE project.owner = %(owner)s AND job.kind = ANY(%(kinds)s)
                AND (cardinality(%(statuses)s::text[]) = 0 OR job.status = ANY(%(statuses)s))
                AND (%(parent)s = '' OR job.parent = %(parent)s)
            ORDER BY job.number DESC OFFSET %(skip)s LIMIT %(limit)s
            """,
            {
                "owner": caller.account, "kinds": [*kinds], "statuses": [*statuses], "parent": parent, "skip": skip,
                "limit": min(limit, LIST_MAX),
            },
        )  # fmt: skip
        return tuple((msgspec.convert(row, JobRow), int(row["project_number"])) for row in found)
