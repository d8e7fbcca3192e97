"""A batch of family 4: pictures that were given together, and the work that makes a model of each."""

from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from domain.events import Event
from domain.work.image_to_model import ImageProvider

CAPTION_LENGTH_MAX = 200


class Picture(msgspec.Struct, frozen=True):
    """A picture of a batch, kept as an asset; `id` counts within the batch: `file_001`."""

    id: str
    asset_id: str
    name: str
    media_type: str
    sha256: str
    size_bytes: Annotated[int, Meta(ge=0)]
    width: int = 0
    height: int = 0
    caption: str = ""


class Making(msgspec.Struct, frozen=True):
    """The work that was requested last for a picture."""

    job_id: str
    face_limit: int | None = None
    provider: ImageProvider = "local"
    seed: int = 0


class BatchOpened(Event, frozen=True, tag="batch.opened"):
    """Somebody gave pictures in one request."""

    owner: str
    files: tuple[Picture, ...]
    face_limit: int | None = None  # what was wished for all of them
    provider: ImageProvider = "local"
    seed: int = 0


class GenerationRequested(Event, frozen=True, tag="batch.generation-requested"):
    """A model of one picture was asked for; the work is an ordinary job."""

    file_id: str
    job_id: str
    face_limit: int | None = None
    provider: ImageProvider = "local"
    seed: int = 0


class BatchDeleted(Event, frozen=True, tag="batch.deleted"):
    """Its owner deleted the batch, and with it its pictures and models."""


BatchEvent = BatchOpened | GenerationRequested | BatchDeleted


class Batch(msgspec.Struct, frozen=True):
    """A batch as it stands; `makings` has the newest work of each picture by the picture's id, `jobs` has all work."""

    owner: str = ""
    files: tuple[Picture, ...] = ()
    makings: dict[str, Making] = {}
    jobs: tuple[str, ...] = ()
    face_limit: int | None = None
    provider: ImageProvider = "local"
    seed: int = 0
    is_deleted: bool = False

    def find(self, file_id: str) -> Picture | None:
        """Return a picture, or None where there is no such one."""
        return next((file for file in self.files if file.id == file_id), None)


def evolve(batch: Batch, event: BatchEvent) -> Batch:
    """Return the batch as it stands after `event`."""
    match event:
        case BatchOpened(owner, files, face_limit, provider, seed):
            return Batch(owner, files, face_limit=face_limit, provider=provider, seed=seed)
        case GenerationRequested(file_id, job_id, face_limit, provider, seed):
            making = Making(job_id, face_limit, provider, seed)
            return replace(batch, makings={**batch.makings, file_id: making}, jobs=(*batch.jobs, job_id))
        case BatchDeleted():
            return replace(batch, is_deleted=True)
