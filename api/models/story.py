"""What has happened to a run: its events as the log has them, and the lines that its work wrote."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import get
from litestar.params import Parameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.models.family1 import Answer, Limit, require_job_id
from api.watching.live import POSITION_MAX
from commands.job import JOB
from domain.access import Caller
from domain.events import Record
from domain.job import Job

After = Annotated[int, Parameter(ge=0, le=POSITION_MAX, description="Version of the last event that was seen")]


class EventShown(msgspec.Struct):
    """One event of a run."""

    position: Annotated[int, Meta(description="Its place in the log; the id of a live message")]
    version: Annotated[int, Meta(description="Its number among the events of the run, from 1")]
    type: Annotated[str, Meta(examples=["job.stage-completed"])]
    recorded_at: datetime
    data: dict[str, Any]


class HistoryShown(msgspec.Struct):
    """Events of a run, oldest first."""

    items: list[EventShown]
    next: Annotated[int, Meta(description="Give it as `after` for what follows; 0: nothing follows yet")]


class HistoryAnswer(Answer, kw_only=True):
    """Events of a run."""

    data: HistoryShown


class LinesShown(msgspec.Struct):
    """Lines that the work of a run wrote, oldest first."""

    items: list[dict[str, Any]]


class LinesAnswer(Answer, kw_only=True):
    """The log of a run."""

    data: LinesShown


@get("/runs/{run_id:str}/history", operation_id="GetRunHistory", tags=["Runs"])
async def get_run_history(
    run_id: str, caller: Caller, core: Core, after: After = 0, limit: Limit = 100
) -> HistoryAnswer:
    """Return the events of a run; they never change."""
    await core.do.look(JOB, require_job_id(run_id), caller)
    records = await core.services.store.load(run_id, after=after, upto=after + limit + 1)
    following = records[limit - 1].version if len(records) > limit else 0
    return HistoryAnswer(data=HistoryShown(list(_events(records[:limit])), following))


@get("/runs/{run_id:str}/logs", operation_id="GetRunLogs", tags=["Runs"])
async def get_run_logs(run_id: str, caller: Caller, core: Core) -> LinesAnswer:
    """Return what the work wrote into its log; it is kept when an attempt ends."""
    job = (await core.do.look(JOB, require_job_id(run_id), caller)).state
    return LinesAnswer(data=LinesShown(await lines_of(job, core)))


async def lines_of(job: Job, core: Core) -> list[dict[str, Any]]:
    """Return the lines that a job wrote, oldest first."""
    return [line for text in await _logs(job, core) for line in _lines(text)]


async def _logs(job: Job, core: Core) -> list[bytes]:
    return [await core.services.blobs.get(kept.sha256) for kept in job.artefacts if kept.role == "log"]


def _lines(text: bytes) -> Iterable[dict[str, Any]]:
    return (msgspec.json.decode(line, type=dict[str, Any]) for line in text.splitlines() if line)


def _events(records: Iterable[Record]) -> Iterable[EventShown]:
    for record in records:
        data = msgspec.to_builtins(record.event) if record.event is not None else {}
        data.pop("type", None)
        yield EventShown(record.position, record.version, record.tag, record.recorded_at, data)


routes: list[ControllerRouterHandler] = [get_run_history, get_run_logs]
