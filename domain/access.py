"""Who asks, and the one place that says whether they may, and whose things were asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

import msgspec

from domain.errors import Forbidden, NotFound

Role = Literal["user", "admin", "system"]


class Caller(msgspec.Struct, frozen=True):
    """Who asks, and in which request."""

    account: str
    role: Role = "user"
    correlation: str = ""
    causation: str = ""

    @property
    def is_admin(self) -> bool:
        """Whether the caller may act on what belongs to others."""
        return self.role in ("admin", "system")


SYSTEM = Caller("system", "system")
MISSING = "There is no such thing, or it is not yours"
"""Said of what is not there and of what is somebody else's, so that nobody can tell which."""


def require_owner(owner: str, caller: Caller) -> None:
    """Refuse with NotFound unless `caller` owns the thing or is an admin: a foreign id looks like a missing one."""
    if caller.account != owner and not caller.is_admin:
        raise NotFound(MISSING)
    note_owner(owner)


def require_admin(caller: Caller) -> None:
    """Refuse with Forbidden unless `caller` is an admin."""
    if not caller.is_admin:
        raise Forbidden("Only an admin may do this")


_OWNERS: ContextVar[set[str] | None] = ContextVar("owners", default=None)


@contextmanager
def noting_owners(owners: set[str]) -> Iterator[set[str]]:
    """Gather the accounts whose things are opened meanwhile: an audit trail says whose data was read."""
    token = _OWNERS.set(owners)
    try:
        yield owners
    finally:
        _OWNERS.reset(token)


def note_owner(owner: str) -> None:
    """Say whose things are opened, where somebody gathers that."""
    owners = _OWNERS.get()
    if owners is not None:
        owners.add(owner)
