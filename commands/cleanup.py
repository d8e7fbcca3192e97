"""What may be asked of cleanups; only admins may."""

from datetime import datetime

from commands.base import Command, Noun
from domain.cleanup import Cleanup, CleanupBegan, CleanupCompleted, CleanupEvent, CleanupScope, evolve
from domain.errors import Conflict


class _CleanupCommand(Command, frozen=True):
    is_for_admins = True

    cleanup_id: str

    @property
    def stream(self) -> str:
        """Return the id of the cleanup."""
        return self.cleanup_id


class BeginCleanup(_CleanupCommand, frozen=True):
    """Let old files go."""

    is_creation = True

    requested_by: str
    older_than_hours: float
    before: datetime
    scope: CleanupScope = "images"
    owner: str = "system"


class CompleteCleanup(_CleanupCommand, frozen=True):
    """State what has gone; twice is no second fact."""

    files: dict[str, int]
    jobs: int
    contents_deleted: int
    freed_bytes: int
    contents_kept: int


def _begin(command: BeginCleanup, cleanup: Cleanup) -> tuple[CleanupEvent, ...]:
    if cleanup.status:
        raise Conflict("There is such a cleanup already")
    return (CleanupBegan(command.requested_by, command.older_than_hours, command.before, command.scope),)


def _complete(command: CompleteCleanup, cleanup: Cleanup) -> tuple[CleanupEvent, ...]:
    if cleanup.status != "begun":
        return ()
    return (
        CleanupCompleted(
            command.files, command.jobs, command.contents_deleted, command.freed_bytes, command.contents_kept
        ),
    )


CLEANUP = Noun(
    "cleanup",
    Cleanup(),
    evolve,
    lambda cleanup: "system",
    {BeginCleanup: _begin, CompleteCleanup: _complete},
)
