"""From the events of one job, and from what is said while it runs, to the messages that watchers get.

Messages of the newest attempt are kept for those who come later. A message's `position` is that of its event in the
log; what is only said (percentages) has the position up to which the log was told, so that a watcher who resumes
misses no event.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Literal

import msgspec

from api.files.links import Links
from api.models.failures import CANCELLED, failure_code
from api.models.results import shown_result
from domain.events import Event, Record
from domain.job import (
    ArtefactKept,
    Job,
    JobCancelled,
    JobFailed,
    JobInterrupted,
    JobStarted,
    JobSucceeded,
    RetryRequested,
    RetryScheduled,
    StageCompleted,
    StageEntered,
    current_stage,
    evolve,
)
from runtime.live import LiveMessage, Previewed, Progressed, preview_kind

MessageType = Literal["progress", "preview", "stage_complete", "complete", "error"]
ProjectMessageType = Literal[
    "upload_progress", "job_started", "job_progress", "job_completed", "job_failed", "job_cancelled", "project_deleted"
]
BatchMessageType = Literal["progress", "log", "completed", "failed", "end"]


class Message(msgspec.Struct, frozen=True, dict=True):
    """What a watcher gets."""

    type: MessageType | ProjectMessageType | BatchMessageType
    data: dict[str, Any]
    position: int

    @cached_property
    def body(self) -> bytes:
        """Return the message as a socket carries it; made once for all watchers."""
        return msgspec.json.encode(self)

    @cached_property
    def event(self) -> bytes:
        """Return the message as an event stream carries it; made once for all watchers."""
        data = msgspec.json.encode(self.data).decode()
        return f"id: {self.position}\nevent: {self.type}\ndata: {data}\n\n".encode()

    def replaces(self, other: "Message") -> bool:
        """Return whether `other`, which waits just before this one, need not be sent any more."""
        return self.type == other.type == "progress"

    @property
    def is_end(self) -> bool:
        """Whether nothing follows."""
        return self.type in ("complete", "error")


class Feed:
    """What has happened to one job, as messages."""

    def __init__(self, job_id: str, links: Links) -> None:
        self.job_id = job_id
        self.job = Job()
        self.version = 0
        self.position = 0
        self.history: list[Message] = []
        self.said: Message | None = None
        self._links = links
        self._shown: set[str] = set()

    def take(self, records: Iterable[Record]) -> list[Message]:
        """Return the messages that follow from new events of the job."""
        return [message for record in records for message in self._take(record)]

    def _take(self, record: Record) -> list[Message]:
        self.version, self.position = record.version, record.position
        if record.event is None:
            return []
        self.job = evolve(self.job, record.event)  # type: ignore[arg-type]
        if isinstance(record.event, JobStarted | RetryRequested):
            self._begin_afresh()
        found = self._messages(record.event)
        self.history += found
        self.said = None if found else self.said
        return found

    def take_live(self, live: LiveMessage) -> list[Message]:
        """Return the message that follows from what was said, if it is about what runs now and says something new."""
        if self.job.has_ended or live.attempt != self.job.attempt:
            return []
        if isinstance(live, Previewed):
            found = self._preview(live.asset_id, live.stage)
            self.history += found
            return found
        if isinstance(live, Progressed) and live.stage == current_stage(self.job):
            before, self.said = self.said, self._progress(live.stage, live.fraction, live.message)
            return [] if before and before.data == self.said.data else [self.said]
        return []

    def knows(self, live: LiveMessage) -> bool:
        """Return whether the events that `live` builds on have been taken."""
        if isinstance(live, Previewed):
            return any(kept.asset_id == live.asset_id for kept in self.job.artefacts)
        return live.attempt == self.job.attempt and live.stage == current_stage(self.job)

    def since(self, position: int) -> list[Message]:
        """Return what a watcher gets first who has seen everything up to `position`."""
        found = self.logged_since(position)
        return [*found, self.said] if self.said else found

    def logged_since(self, position: int) -> list[Message]:
        """Return what is kept for those who have seen everything up to `position`, without what was said last."""
        return [message for message in self.history if message.position > position]

    def _begin_afresh(self) -> None:
        self.history.clear()
        self._shown.clear()
        self.said = None

    def _messages(self, event: Event) -> list[Message]:
        match event:
            case StageEntered(stage=stage):
                return [self._progress(stage, 0.0, f"{stage.replace('_', ' ').capitalize()} has begun")]
            case StageCompleted(stage=stage, result=result):
                shown = self._links.of_stage(stage, result, self.job.artefacts)
                return [Message("stage_complete", {"stage": stage, "result": shown}, self.position)]
            case ArtefactKept(role="preview", asset_id=asset_id, stage=stage):
                return self._preview(asset_id, stage)
            case JobInterrupted() | RetryScheduled():
                return [
                    self._progress(current_stage(self.job), 0.0, "The attempt was interrupted; another one follows")
                ]
            case JobSucceeded():
                data = {"run_id": self.job_id, "result": shown_result(self.job, self._links)}
                return [Message("complete", data, self.position)]
            case JobFailed(code=code, message=message, stage=stage):
                return [self._error(failure_code(code), message, stage)]
            case JobCancelled():
                return [self._error(CANCELLED, "The run was cancelled", "")]
            case _:
                return []

    def _progress(self, stage: str, fraction: float, message: str) -> Message:
        return Message("progress", {"stage": stage, "progress": fraction, "message": message}, self.position)

    def _error(self, code: str, message: str, stage: str) -> Message:
        status = "cancelled" if self.job.status == "cancelled" else "failed"
        data = {"run_id": self.job_id, "status": status, "code": code, "message": message, "stage": stage}
        return Message("error", data, self.position)

    def _preview(self, asset_id: str, stage: str) -> list[Message]:
        name = next((kept.name for kept in self.job.artefacts if kept.asset_id == asset_id), "")
        if not name or asset_id in self._shown:
            return []
        self._shown.add(asset_id)
        data = {"stage": stage, "kind": preview_kind(name), "preview_url": self._links.to(asset_id, name)}
        return [Message("preview", data, self.position)]
