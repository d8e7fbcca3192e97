"""What the routes of the design family share: ids, waiting for a job, and links into its own paths."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from litestar.connection import ASGIConnection
from litestar.params import Parameter
from litestar.types import Scope

from api.core import Core, Pick, core_in
from api.files.links import Links
from api.models.family1 import Family1, links_of, require_room
from commands.design import DESIGN
from commands.do import Done, fold
from commands.job import RequestJob, RequestRetry
from domain.access import Caller
from domain.design import Design
from domain.errors import Conflict, NotFound
from domain.job import JobStatus
from domain.work import AnyWork
from projections.job import JobRow
from runtime.ids import is_id
from runtime.urls import FileLinks

Cursor = Annotated[str, Parameter(description="`next` of the page before; empty: the first page", max_length=40)]
Limit = Annotated[int, Parameter(ge=1, le=100, description="Most items in the answer")]
UserId = Annotated[
    str | None,
    msgspec.Meta(description="Your own id, number or user name; an admin may name anybody's", examples=["u123"]),
]
JobWord = Literal["queued", "processing", "completed", "failed", "cancelled"]
JOB_WORDS: dict[JobStatus, JobWord] = {
    "queued": "queued", "running": "processing", "waiting": "processing", "succeeded": "completed",
    "failed": "failed", "cancelled": "cancelled",
}  # fmt: skip
SPEC_MISSING = "Spec not found"
FAILED_FOR = timedelta(minutes=1)
"""How long a failed job is answered as such before it is tried again."""


class JobShown(msgspec.Struct):
    """A job of the design family; `result` is there once it has ended well."""

    job_id: Annotated[str, msgspec.Meta(examples=["job_01k0000000000000000000000a"])]
    status: Annotated[JobWord, msgspec.Meta(description="How far it is")]
    result: dict[str, Any]
    processing_time: Annotated[float, msgspec.Meta(description="Seconds that it ran, or has run")]
    queue_position: Annotated[int, msgspec.Meta(description="0: it does not wait")]
    progress: float = 0.0
    error: str = ""


class Family3(msgspec.Struct, frozen=True):
    """What the design family has beside the core."""

    core: Core
    family: Family1
    links: Links
    files: FileLinks

    async def ended(self, job_id: str, owner: str, timeout_s: float) -> JobRow:
        """Wait until a job has ended, at most `timeout_s`, and return it as it stands then."""
        await self.family.hub.wait_for_end(job_id, owner, self.links, timeout_s)
        return await self.core.views.job.get(job_id, Caller(owner))

    async def once(self, job_id: str, owner: str, work: AnyWork, parent: str, timeout_s: float) -> JobRow:
        """Return the one job of this id, asked for if nobody has, after waiting for it a while.

        One that failed is returned as it is; a minute after it failed it is tried again.
        """
        core, caller = self.core, Caller(owner)
        try:
            row = await core.views.job.get(job_id, caller)
        except NotFound:
            await require_room(core, owner)
            try:
                done = await core.do(RequestJob(job_id, owner, work, "high", parent=parent), caller)
                await core.views.wait_for("job", done.position)
            except Conflict:  # somebody else asked at this moment
                await core.views.wait_for("job", await core.services.store.last_position())
        else:
            if row.status == "succeeded" or _has_just_failed(row):
                return row
            if row.has_ended:
                await core.do(RequestRetry(job_id), caller)
        return await self.ended(job_id, owner, timeout_s)

    async def job_shown(self, row: JobRow, result: dict[str, Any] | None = None) -> JobShown:
        """Return a job as the wire shows it."""
        end = row.ended_at or datetime.now(UTC)
        took_s = (end - row.started_at).total_seconds() if row.started_at else 0.0
        position = await self.core.views.job.queue_position(row) or 0
        shown = row.result if result is None else result
        return JobShown(
            row.id, JOB_WORDS[row.status], shown, round(took_s, 3), position, round(row.progress, 3), row.message
        )

    def preview_url(self, spec_id: str, revision: int) -> str:
        """Return the path of the picture of a design at a revision; it opens to whoever has it, for a while."""
        return self.files.path("preview", f"{spec_id}_v{revision}", "jpg", self.links.end())


def _has_just_failed(row: JobRow) -> bool:
    """Tell whether asking again so soon would only keep the caller waiting for the same failure."""
    return row.status == "failed" and row.ended_at is not None and datetime.now(UTC) - row.ended_at < FAILED_FOR


def family3_in(scope: Scope) -> Family3:
    """Return what the design family stands on in a request."""
    family: Family1 = scope["litestar_app"].state.family1
    core = core_in(scope)
    connection: ASGIConnection[Any, Any, Any, Any] = ASGIConnection(scope)
    return Family3(core, family, links_of(connection, core.settings, family.urls), family.files)


PICKS: dict[str, Pick] = {"designing": family3_in}
"""What routes of the design family may name beside what the core offers."""


async def design_of(core: Core, spec_id: str, caller: Caller) -> Done[Design]:
    """Return a design as the log has it now.

    Raises
    ------
    NotFound
        There is no such design, or it belongs to somebody else.
    """
    require_spec_id(spec_id)
    try:
        found = await core.do.look(DESIGN, spec_id, caller)
    except NotFound as error:
        raise NotFound(SPEC_MISSING) from error
    if found.state.spec is None:
        raise NotFound(SPEC_MISSING)
    return found


async def design_at(core: Core, spec_id: str, caller: Caller, at: int | datetime | None) -> Design:
    """Return a design as it stood at a revision, or at a time; without either, as it stands.

    Raises
    ------
    NotFound
        There is no such design, it belongs to somebody else, or it was not there yet.
    """
    newest = (await design_of(core, spec_id, caller)).state
    if at is None or at == newest.revision:
        return newest
    time = at if isinstance(at, datetime) else None
    records = await core.services.store.load(spec_id, at=time)
    design = Design()
    for record in records:
        design = fold(DESIGN, design, (record,))
        if design.revision == at:
            break
    if design.spec is None or (time is None and design.revision != at):
        raise NotFound(SPEC_MISSING)
    return design


def require_spec_id(spec_id: str) -> str:
    """Return `spec_id` if it has the form of one.

    Raises
    ------
    NotFound
        It has not; nothing can be there.
    """
    if not is_id(spec_id, "spec"):
        raise NotFound(SPEC_MISSING)
    return spec_id


def new_seed() -> int:
    """Return a seed for a request that names none."""
    return secrets.randbelow(2**31)


def stamp(at: datetime) -> str:
    """Return a time as the specs write it: `2024-01-15T10:30:00Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
