"""A cleanup: old files of finished work go when an admin asks; what another live thing needs stays."""

from datetime import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from domain.events import Event

CleanupScope = Literal["images", "everything"]
CleanupStatus = Literal["", "begun", "completed"]


class CleanupBegan(Event, frozen=True, tag="cleanup.began"):
    """An admin asked that old files go; each job and each given file that lost some says so itself."""

    requested_by: str
    older_than_hours: float
    before: datetime  # what ended after this stays
    scope: CleanupScope


class CleanupCompleted(Event, frozen=True, tag="cleanup.completed"):
    """Old files are gone; contents that another file has too, or that somebody just brings again, were kept."""

    files: dict[str, int]  # how many by role: result, preview, texture, log, input
    jobs: int
    contents_deleted: int
    freed_bytes: int
    contents_kept: int


CleanupEvent = CleanupBegan | CleanupCompleted


class Cleanup(msgspec.Struct, frozen=True):
    """A cleanup as it stands."""

    status: CleanupStatus = ""
    files: dict[str, int] = {}
    freed_bytes: int = 0


def evolve(cleanup: Cleanup, event: CleanupEvent) -> Cleanup:
    """Return the cleanup as it stands after `event`."""
    match event:
        case CleanupBegan():
            return replace(cleanup, status="begun")
        case CleanupCompleted(files=files, freed_bytes=freed_bytes):
            return replace(cleanup, status="completed", files=files, freed_bytes=freed_bytes)
