"""What may be asked of erasures; whoever asks has made sure that it is the account's own wish, or an admin's."""

from commands.base import Command, Noun
from domain.erasure import (
    AccountErased,
    Erasure,
    ErasureBegan,
    ErasureCompleted,
    ErasureEvent,
    RequestedBy,
    evolve,
)
from domain.errors import Conflict


class BeginErasure(Command, frozen=True):
    """Erase an account; asked twice, it is still one erasure. Who asks says whether it is the last admin."""

    is_creation = True

    erasure_id: str
    account: str
    requested_by: RequestedBy
    is_last_admin: bool = False
    owner: str = "system"

    @property
    def stream(self) -> str:
        """Return the id of the one erasure that an account can have."""
        return self.erasure_id


class _ErasureCommand(Command, frozen=True):
    erasure_id: str

    @property
    def stream(self) -> str:
        """Return the id of the erasure."""
        return self.erasure_id


class RecordErased(_ErasureCommand, frozen=True):
    """State that key and files are gone."""

    deleted: dict[str, int]


class CompleteErasure(_ErasureCommand, frozen=True):
    """State that messages and rows are gone as well."""

    tables_rewritten: int
    tables_too_large: tuple[str, ...] = ()


def _begin(command: BeginErasure, erasure: Erasure) -> tuple[ErasureEvent, ...]:
    if erasure.status:
        return ()
    if command.is_last_admin:
        raise Conflict("This is the last admin; make another one first")
    return (ErasureBegan(command.account, command.requested_by),)


def _record(command: RecordErased, erasure: Erasure) -> tuple[ErasureEvent, ...]:
    return (AccountErased(erasure.account, command.deleted),) if erasure.status == "begun" else ()


def _complete(command: CompleteErasure, erasure: Erasure) -> tuple[ErasureEvent, ...]:
    if erasure.status != "erased":
        return ()
    return (ErasureCompleted(command.tables_rewritten, command.tables_too_large),)


ERASURE = Noun(
    "erasure",
    Erasure(),
    evolve,
    lambda erasure: "system",
    {BeginErasure: _begin, RecordErased: _record, CompleteErasure: _complete},
)
