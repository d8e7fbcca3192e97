"""What commands and nouns are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from domain.events import Event

State = TypeVar("State")


class Command(msgspec.Struct, frozen=True):
    """A wish; whether it is granted, `decide` of its noun says. Ids, time and seeds stand in it."""

    is_creation: ClassVar[bool] = False
    """Whether it begins a stream; it then has a field `owner`."""
    is_for_admins: ClassVar[bool] = False
    """Whether only admins may ask, also where the stream is their own."""

    @property
    def stream(self) -> str:
        """Return the id of the stream that it is about."""
        raise TypeError(f"{type(self).__name__} names no stream")

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return streams, each with its one event, that must not exist yet and come to be with this command."""
        return ()


@dataclass(frozen=True)
class Noun(Generic[State]):
    """How the facts of one noun are folded, who owns them, and what may be asked."""

    name: str
    initial: State
    evolve: Callable[[State, Any], State]
    owner_of: Callable[[State], str]
    decide: Mapping[type[Command], Callable[[Any, State], tuple[Event, ...]]]
