"""What may be asked of batches."""

import msgspec

from commands.base import Command, Noun
from domain.access import MISSING
from domain.asset import AssetUploaded
from domain.batch import (
    Batch,
    BatchDeleted,
    BatchEvent,
    BatchOpened,
    GenerationRequested,
    Picture,
    evolve,
)
from domain.errors import Conflict, Invalid, NotFound
from domain.events import Event
from domain.job import JobRequested
from domain.work.image_to_model import ImageProvider, ImageToModel


class _BatchCommand(Command, frozen=True):
    batch_id: str

    @property
    def stream(self) -> str:
        """Return the batch's id."""
        return self.batch_id


class Request(msgspec.Struct, frozen=True):
    """A job that comes to be with a command: its id, and its first event."""

    job_id: str
    event: JobRequested


class OpenBatch(_BatchCommand, frozen=True):
    """Begin a batch with pictures that are kept; their assets and the first jobs come to be at the same moment."""

    is_creation = True

    owner: str
    files: tuple[Picture, ...]
    uploaded: tuple[AssetUploaded, ...] = ()
    requests: tuple[Request, ...] = ()
    face_limit: int | None = None
    provider: ImageProvider = "local"
    seed: int = 0

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the assets and jobs that come to be."""
        assets = zip((file.asset_id for file in self.files), self.uploaded, strict=False)
        return (*assets, *((request.job_id, request.event) for request in self.requests))


class RequestGeneration(_BatchCommand, frozen=True):
    """Ask for a model of one picture; the job comes to be at the same moment.

    `before` is the newest job of this picture, as it was when this was asked: if another one was started meanwhile,
    this is refused.
    """

    request: Request
    before: str = ""

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the job that comes to be."""
        return ((self.request.job_id, self.request.event),)


class DeleteBatch(_BatchCommand, frozen=True):
    """Delete it; asking again is no second fact."""


def _open(command: OpenBatch, batch: Batch) -> tuple[BatchEvent, ...]:
    if batch.owner:
        raise Conflict("There is such a batch already")
    if not command.files:
        raise Invalid("A batch has at least one picture", field="files")
    opened = BatchOpened(command.owner, command.files, command.face_limit, command.provider, command.seed)
    return (opened, *(_requested(request) for request in command.requests))


def _request(command: RequestGeneration, batch: Batch) -> tuple[BatchEvent, ...]:
    _require_there(batch)
    event = _requested(command.request)
    if batch.find(event.file_id) is None:
        raise NotFound("The batch has no such file", file_id=event.file_id)
    newest = batch.makings[event.file_id].job_id if event.file_id in batch.makings else ""
    if newest == event.job_id:
        return ()
    if newest != command.before:
        raise Conflict("Another model of this file was asked for at the same moment; ask again")
    return (event,)


def _delete(command: DeleteBatch, batch: Batch) -> tuple[BatchEvent, ...]:
    return () if batch.is_deleted else (BatchDeleted(),)


def _requested(request: Request) -> GenerationRequested:
    work = request.event.work
    if not isinstance(work, ImageToModel):
        raise TypeError("a batch makes models of pictures")
    return GenerationRequested(work.file_id, request.job_id, work.face_limit, work.provider, work.seed)


def _require_there(batch: Batch) -> None:
    if batch.is_deleted:
        raise NotFound(MISSING)


BATCH = Noun(
    "batch",
    Batch(),
    evolve,
    lambda batch: batch.owner,
    {OpenBatch: _open, RequestGeneration: _request, DeleteBatch: _delete},
)
