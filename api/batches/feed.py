"""From the events of a batch's jobs to what those who watch it get, in the words of spec 4 and the order of the log."""

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from api.batches.family4 import FileFault, fault_of, model_url, preview_url
from api.files.links import Links
from api.watching.feed import Feed, Message
from api.watching.hub import Settled
from api.watching.many_jobs import ManyJobs
from domain.batch import Batch, evolve
from domain.events import Event, Record
from domain.job import (
    FilesDropped,
    JobCancelled,
    JobFailed,
    JobInterrupted,
    JobStarted,
    JobSucceeded,
    RetryScheduled,
    StageCompleted,
    StageEntered,
    current_stage,
    progress_of,
)
from projections.batch import ENDED, BatchStatus, Work, standing_of, status_of
from runtime.live import LiveMessage, Logged
from runtime.store import EventStore


class _OfFile(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    job_id: Annotated[str, Meta(description="The batch")]
    file_id: Annotated[str, Meta(examples=["file_001"])]


class FileProgress(_OfFile, frozen=True, kw_only=True, tag="progress"):
    """So much of the work on a picture is done."""

    progress: Annotated[float, Meta(ge=0, le=100, description="Percent; all stages weigh the same")]
    stage: Annotated[str, Meta(description="What is being done; empty between stages")]
    message: Annotated[str, Meta(description="A sentence for people, or empty")] = ""


class FileLog(_OfFile, frozen=True, kw_only=True, tag="log"):
    """Something was noted about the work on a picture."""

    message: str
    stage: str = ""
    values: dict[str, Any] = {}


class FileCompleted(_OfFile, frozen=True, kw_only=True, tag="completed"):
    """There is a model of a picture."""

    model_url: Annotated[str | None, Meta(description="Signed link; null: it was removed since")]
    preview_url: str | None = None
    method: str | None = None
    agreement: Any = None


class FileFailed(_OfFile, frozen=True, kw_only=True, tag="failed"):
    """There will be no model of a picture, unless somebody asks again."""

    status: Literal["failed", "cancelled"]
    error: FileFault


class BatchEnded(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    """Nothing of the batch waits or runs any more; the stream ends."""

    job_id: str
    status: Annotated[BatchStatus | Literal["deleted"], Meta(description="Of the whole batch")]
    total_files: int = 0
    processed_files: int = 0
    failed_files: int = 0


BatchSaid = FileProgress | FileLog | FileCompleted | FileFailed | BatchEnded


class BatchMessage(Message, frozen=True, dict=True):
    """What who watches a batch gets; `data` names its type as well, because the spec's events have no names."""

    @cached_property
    def body(self) -> bytes:
        """Return the message as a socket carries it."""
        return msgspec.json.encode({**self.data, "position": self.position})

    @cached_property
    def event(self) -> bytes:
        """Return the message as an event stream carries it."""
        return b"id: %d\ndata: %s\n\n" % (self.position, msgspec.json.encode(self.data))

    def replaces(self, other: Message) -> bool:
        """Return whether `other`, which waits just before this one, need not be sent any more."""
        return self.type == other.type == "progress" and bool(self.data["file_id"] == other.data["file_id"])

    @property
    def is_end(self) -> bool:
        """Whether nothing follows."""
        return self.type == "end"


def said(what: BatchSaid, position: int) -> BatchMessage:
    """Return what was said as a message."""
    data = msgspec.to_builtins(what)
    return BatchMessage(data["type"], data, position)


class FileFeed(Feed):
    """What has happened to the newest work on one picture."""

    def __init__(self, job_id: str, batch_id: str, file_id: str, links: Links) -> None:
        super().__init__(job_id, links)
        self._ids = {"job_id": batch_id, "file_id": file_id}
        self._batch_links = links

    @property
    def work(self) -> Work:
        """Return how far it is."""
        return Work(self.job_id, self.job.status, current_stage(self.job), self.job.stages)

    def take_live(self, live: LiveMessage) -> list[Message]:
        """Return the message that follows from what was said, if it is about what runs now."""
        if not isinstance(live, Logged):
            return super().take_live(live)
        if self.job.has_ended or live.attempt != self.job.attempt:
            return []
        return [self._log(live.message, live.stage, live.values)]

    def _messages(self, event: Event) -> list[Message]:
        match event:
            case JobStarted():
                return [self._progress("", 0.0, "Work has begun")]
            case StageEntered(stage=stage):
                return [self._log(f"{stage.replace('_', ' ').capitalize()} has begun", stage)]
            case StageCompleted(stage=stage):
                return [self._progress(stage, 0.0, f"{stage.replace('_', ' ').capitalize()} is done")]
            case JobInterrupted() | RetryScheduled():
                return [self._log("The attempt was interrupted; another one follows", "")]
            case JobSucceeded():
                return [self._completed(self.position)]
            case JobFailed():
                return [self._said(FileFailed(**self._ids, status="failed", error=fault_of(self.job)))]
            case JobCancelled():
                return [self._said(FileFailed(**self._ids, status="cancelled", error=fault_of(self.job)))]
            case _:
                return []

    def _take(self, record: Record) -> list[Message]:
        found = super()._take(record)
        if isinstance(record.event, FilesDropped):  # links that open nothing any more are told to nobody
            self.history = [self._completed(one.position) if one.type == "completed" else one for one in self.history]
        return found

    def _completed(self, position: int) -> BatchMessage:
        facts: dict[str, Any] = {name: self.job.result.get(name) for name in ("method", "agreement")}
        model, preview = model_url(self.job, self._batch_links), preview_url(self.job, self._batch_links)
        return said(FileCompleted(**self._ids, model_url=model, preview_url=preview, **facts), position)

    def _progress(self, stage: str, fraction: float, message: str) -> Message:
        percent = round(100 * progress_of(self.job, fraction), 2)
        return self._said(FileProgress(**self._ids, progress=percent, stage=stage, message=message))

    def _preview(self, asset_id: str, stage: str) -> list[Message]:
        return []  # spec 4 has no such message: what there is to see comes with the end

    def _log(self, message: str, stage: str, values: dict[str, Any] | None = None) -> Message:
        return self._said(FileLog(**self._ids, message=message, stage=stage, values=values or {}))

    def _said(self, what: BatchSaid) -> Message:
        return said(what, self.position)


class BatchTopic(ManyJobs[FileFeed]):
    """One batch with the newest work on each picture, by its file; and all who watch it under the same address."""

    def __init__(self, batch_id: str, owner: str, links: Links, store: EventStore, settled: Settled) -> None:
        super().__init__(batch_id, owner, links, store, settled)
        self._batch = Batch()
        self._end: BatchMessage | None = None
        self._deleted: BatchMessage | None = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing new will come, unless somebody asks for it."""
        return self._end is not None

    def since(self, position: int) -> list[Message]:
        """Return what a watcher gets first who has seen everything up to `position`."""
        found = self._since(position, self._feeds.values())
        return [*found, self._end] if self._end and self._end.position > position else found

    def _take(self, record: Record) -> None:
        if record.event is not None:
            self._batch = evolve(self._batch, record.event)  # type: ignore[arg-type]
        if self._batch.is_deleted:
            self._feeds.clear()
            self._batch = msgspec.structs.replace(self._batch, makings={})
            self._deleted = said(BatchEnded(job_id=self._id, status="deleted"), record.position)

    def _open_feeds(self) -> None:
        for file_id, making in self._batch.makings.items():
            known = self._feeds.get(file_id)
            if known is None or known.job_id != making.job_id:
                self._feeds[file_id] = FileFeed(making.job_id, self._id, file_id, self._links)

    def _last_words(self) -> Sequence[Message]:
        before, self._end = self._end, self._ended()
        return [self._end] if self._end and self._end != before else []

    def _ended(self) -> BatchMessage | None:
        """Return that all is over; its position is that of the last message and one: nothing else comes to have it."""
        if self._deleted:
            return self._deleted
        feeds = [self._feeds.get(file.id) for file in self._batch.files]
        if any(feed is None or status_of(feed.job.status) not in ENDED for feed in feeds):
            return None
        standing = standing_of([feed.work for feed in feeds if feed], lambda _job, _stage: 0.0)
        last = max((message.position for feed in feeds if feed for message in feed.history), default=0)
        ended = BatchEnded(
            job_id=self._id, status=standing.status, total_files=standing.total, processed_files=standing.processed,
            failed_files=standing.failed,
        )  # fmt: skip
        return said(ended, last + 1)
