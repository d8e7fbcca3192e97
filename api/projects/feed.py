"""From the events of a project's jobs to the messages of its socket, in the order of the log."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import msgspec
import structlog
from nats.aio.msg import Msg

from api.files.links import Links, result_of
from api.projects.family5 import STATES, TYPES
from api.watching.feed import Feed, Message, ProjectMessageType
from api.watching.hub import Settled
from api.watching.many_jobs import ManyJobs
from domain.events import Event, Record
from domain.job import (
    JobCancelled,
    JobFailed,
    JobRequested,
    JobStarted,
    JobSucceeded,
    StageCompleted,
    current_stage,
    progress_of,
)
from domain.project import Project, ProjectCreated, evolve
from runtime.live import read_arriving
from runtime.store import EventStore

FRESH = -1
"""The position of who has seen nothing: told are the jobs that have not ended, and the newest of each kind."""
LAST: ProjectMessageType = "project_deleted"
_WITHIN = {"job_progress": "job_id", "upload_progress": "file_name"}
"""Of messages of these types about the same thing, only the newest waits."""

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class ProjectMessage(Message, frozen=True, dict=True):
    """What who watches a project gets: job_started, job_progress, job_completed, job_failed, job_cancelled."""

    @cached_property
    def body(self) -> bytes:
        """Return the message as a socket carries it; its type is named as both of the usual words."""
        shown = {"event": self.type, "type": self.type, "data": self.data, "position": self.position}
        return msgspec.json.encode(shown)

    def replaces(self, other: Message) -> bool:
        """Return whether `other`, which waits just before this one, need not be sent any more."""
        about = _WITHIN.get(self.type, "")
        if self.type != other.type or not about or "result" in other.data:
            return False
        return bool(self.data[about] == other.data[about])

    @property
    def is_end(self) -> bool:
        """Whether nothing follows."""
        return self.type == LAST


class JobFeed(Feed):
    """What has happened to one job of a project, in the words of family 5."""

    def __init__(self, job_id: str, links: Links, project: int) -> None:
        super().__init__(job_id, links)
        self.number = 0
        self._fraction = 0.0  # of the stage that is worked on, as last said
        self._project = project
        self._links_of_project = links

    def _take(self, record: Record) -> list[Message]:
        if isinstance(record.event, JobRequested):
            self.number = record.position
        return super()._take(record)

    def _messages(self, event: Event) -> list[Message]:
        match event:
            case JobStarted():
                self._fraction = 0.0
                return [self._said("job_started")]
            case StageCompleted(stage=stage, result=result):
                self._fraction = 0.0
                shown = self._links_of_project.in_facts(result, self.job.artefacts)
                return [self._said("job_progress", stage=stage, stage_progress=1.0, result=shown)]
            case JobSucceeded():
                return [self._said("job_completed", result=result_of(self.job, self._links_of_project))]
            case JobFailed(message=message, stage=stage):
                return [self._said("job_failed", stage=stage, error_message=message)]
            case JobCancelled():
                return [self._said("job_cancelled")]
            case _:
                return super()._messages(event)

    def _progress(self, stage: str, fraction: float, message: str) -> Message:
        self._fraction = fraction
        return self._said("job_progress", stage=stage, stage_progress=fraction, message=message)

    def _preview(self, asset_id: str, stage: str) -> list[Message]:
        return [self._said("job_progress", **shown.data) for shown in super()._preview(asset_id, stage)]

    def _said(self, what: ProjectMessageType, **data: Any) -> Message:
        assert self.job.work is not None
        facts = {
            "job_id": self.number, "project_id": self._project, "job_type": TYPES[self.job.work.kind()],
            "status": STATES[self.job.status] if self.job.status else "pending",
            "progress": round(100 * progress_of(self.job, self._fraction), 1), "stage": current_stage(self.job) or None,
        }  # fmt: skip
        return ProjectMessage(what, facts | data, self.position)


class ProjectTopic(ManyJobs[JobFeed]):
    """One project with all its jobs, and all who watch it under the same address of the server."""

    def __init__(self, project_id: str, owner: str, links: Links, store: EventStore, settled: Settled) -> None:
        super().__init__(project_id, owner, links, store, settled)
        self._project = Project()
        self._number = 0

    @property
    def has_ended(self) -> bool:
        """Whether nothing new will come."""
        return self._project.is_deleted

    def since(self, position: int) -> list[Message]:
        """Return what a watcher gets first who has seen everything up to `position`, or who is `FRESH`."""
        newest = (self._project.newest, self._project.frames)
        feeds: Iterable[JobFeed] = self._feeds.values()
        if position == FRESH:
            feeds = [feed for feed in feeds if feed.job_id in newest or not feed.job.has_ended]
        return self._since(position, feeds)

    def _take(self, record: Record) -> None:
        if isinstance(record.event, ProjectCreated):
            self._number = record.position
        if record.event is not None:
            self._project = evolve(self._project, record.event)  # type: ignore[arg-type]

    def _open_feeds(self) -> None:
        for job_id in self._project.jobs:
            self._feeds.setdefault(job_id, JobFeed(job_id, self._links, self._number))

    def _last_words(self) -> Sequence[Message]:
        is_over = self._project.is_deleted
        return [ProjectMessage(LAST, {"project_id": self._number}, self._position)] if is_over else []

    def _hear_upload(self, heard: Msg) -> None:
        arriving = read_arriving(heard.data)
        if arriving.project_id == self._id:
            facts = {
                "project_id": self._number, "file_name": arriving.file_name, "received_bytes": arriving.received_bytes,
                "total_bytes": arriving.total_bytes or None,
            }  # fmt: skip
            self._tell(ProjectMessage("upload_progress", facts, self._position))
