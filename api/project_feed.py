"""From the events of a project's jobs to the messages of its socket, in the order of the log."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec
import structlog
from nats.aio.msg import Msg

from api.family5 import STATES, TYPES
from api.feed import Feed, Message, ProjectMessageType
from api.hub import Settled, Topic
from api.links import Links, result_of
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
from runtime.live import LiveMessage, read_arriving, read_live
from runtime.store import EventStore

FRESH = -1
"""The position of who has seen nothing: told are the jobs that have not ended, and the newest of each kind."""
LAST: ProjectMessageType = "project_deleted"
_WITHIN = {"job_progress": "job_id", "upload_progress": "file_name"}
"""Of messages of these types about the same thing, only the newest waits."""
_ENDS = frozenset(("job_completed", "job_failed", "job_cancelled"))

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


class ProjectTopic(Topic):
    """One project with all its jobs, and all who watch it under the same address of the server."""

    def __init__(self, project_id: str, owner: str, links: Links, store: EventStore, settled: Settled) -> None:
        super().__init__(project_id, owner, links, store, settled)
        self._id = project_id
        self._links = links
        self._project = Project()
        self._number = 0
        self._version = 0
        self._position = 0
        self._jobs: dict[str, JobFeed] = {}

    @property
    def heard(self) -> str:
        """Return which of the owner's streams is listened to: all, because new jobs have new ones."""
        return "*"

    @property
    def has_ended(self) -> bool:
        """Whether nothing new will come."""
        return self._project.is_deleted

    def since(self, position: int) -> list[Message]:
        """Return what a watcher gets first who has seen everything up to `position`, or who is `FRESH`."""
        newest = (self._project.newest, self._project.frames)
        feeds: Iterable[JobFeed] = self._jobs.values()
        if position == FRESH:
            feeds = [feed for feed in feeds if feed.job_id in newest or not feed.job.has_ended]
        found = [message for feed in feeds for message in feed.since(position)]
        return sorted(found, key=lambda message: message.position)

    async def _read(self) -> None:
        """Read what is new, up to one place in the log for all jobs: so no message comes before an earlier one."""
        last = self._position = await self.store.last_position()
        await self._read_project(last)
        found: list[Message] = []
        for feed in self._jobs.values():
            if not feed.job.has_ended:
                records = await self.store.load(feed.job_id, after=feed.version)
                found += feed.take(record for record in records if record.position <= last)
        if any(message.type in _ENDS for message in found):
            await self.settled(last)
        for message in sorted(found, key=lambda message: message.position):
            self._tell(message)
        if self._project.is_deleted:
            self._tell(ProjectMessage(LAST, {"project_id": self._number}, last))

    async def _read_project(self, last: int) -> None:
        for record in await self.store.load(self._id, after=self._version):
            if record.position > last:
                return
            self._version = record.version
            if isinstance(record.event, ProjectCreated):
                self._number = record.position
            if record.event is not None:
                self._project = evolve(self._project, record.event)  # type: ignore[arg-type]
        for job_id in self._project.jobs:
            self._jobs.setdefault(job_id, JobFeed(job_id, self._links, self._number))

    async def _hear_event(self, heard: Msg) -> None:
        stream = heard.subject.split(".")[-3]  # `events.<subject>.<stream>.<noun>.<happened>`
        if stream == self._id or stream in self._jobs:
            await super()._hear_event(heard)

    async def _hear_live(self, heard: Msg) -> None:
        if heard.subject.endswith(".upload"):
            self._hear_arriving(heard)
            return
        live: LiveMessage = read_live(heard.data)
        feed = self._jobs.get(live.job_id)
        if feed is None:
            return
        if not feed.knows(live):
            await super()._hear_event(heard)
        for message in feed.take_live(live):
            self._tell(message)

    def _hear_arriving(self, heard: Msg) -> None:
        arriving = read_arriving(heard.data)
        if arriving.project_id == self._id:
            facts = {
                "project_id": self._number, "file_name": arriving.file_name, "received_bytes": arriving.received_bytes,
                "total_bytes": arriving.total_bytes or None,
            }  # fmt: skip
            self._tell(ProjectMessage("upload_progress", facts, self._position))
