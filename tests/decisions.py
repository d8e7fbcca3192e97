"""Tells the story of a decision: `given(…events).when(command).then(…events)` or `.then_refuses(NotFound, "words")`."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from commands.base import Command, Noun
from commands.do import NOUN_OF
from domain.errors import Refused
from domain.events import Event


@dataclass(frozen=True)
class Asked:
    """A command that was given to a noun in some state."""

    answer: Callable[[], tuple[Event, ...]]
    evolve: Callable[[Any, Any], Any]
    before: Any

    @property
    def after(self) -> Any:
        """How things stand afterwards."""
        return functools.reduce(self.evolve, self.answer(), self.before)

    def then(self, *events: Event) -> None:
        """Exactly these events come of it."""
        assert self.answer() == events

    def then_nothing(self) -> None:
        """It is no new fact."""
        assert self.answer() == ()

    def then_refuses(self, kind: type[Refused], words: str = "") -> Refused:
        """It is refused, with these words."""
        with pytest.raises(kind) as raised:
            self.answer()
        assert words in raised.value.message
        return raised.value


@dataclass(frozen=True)
class Given:
    """What has happened so far."""

    events: tuple[Event, ...]

    def when(self, command: Command) -> Asked:
        """Give a command."""
        noun: Noun[Any] = NOUN_OF[type(command)]
        state = noun.initial
        for event in self.events:
            state = noun.evolve(state, event)
        return Asked(lambda: noun.decide[type(command)](command, state), noun.evolve, state)


def given(*events: Event) -> Given:
    """Begin a story with what has happened."""
    return Given(events)
