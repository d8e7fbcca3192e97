"""`given(facts).when(command).then(facts)`: what commands decide, without a database."""

from dataclasses import dataclass
from typing import Any

import pytest

from commands.base import Command
from commands.do import NOUN_OF
from domain.errors import MeshwrightError
from domain.events import Event


@dataclass(frozen=True)
class Given:
    """What has happened before."""

    facts: tuple[Event, ...]

    def when(self, command: Command) -> "Asked":
        """Ask for something."""
        noun = NOUN_OF[type(command)]
        state = noun.initial
        for fact in self.facts:
            state = noun.evolve(state, fact)
        return Asked(command, state)


@dataclass(frozen=True)
class Asked:
    """What was asked for, and how things stood."""

    command: Command
    state: Any

    @property
    def facts(self) -> tuple[Event, ...]:
        """What comes of it."""
        return NOUN_OF[type(self.command)].decide[type(self.command)](self.command, self.state)

    @property
    def after(self) -> Any:
        """How things stand afterwards."""
        state = self.state
        for fact in self.facts:
            state = NOUN_OF[type(self.command)].evolve(state, fact)
        return state

    def then(self, *facts: Event) -> None:
        """Expect these facts, and no others."""
        assert self.facts == facts

    def then_nothing(self) -> None:
        """Expect that nothing happened, and that this is no error."""
        assert self.facts == ()

    def then_refuses(self, kind: type[MeshwrightError], words: str = "") -> MeshwrightError:
        """Expect a refusal whose message has these words."""
        with pytest.raises(kind) as refusal:
            _ = self.facts
        assert words in refusal.value.message
        return refusal.value


def given(*facts: Event) -> Given:
    """Begin a story."""
    return Given(facts)
