"""What every kind of work declares."""

from collections.abc import Sequence
from typing import ClassVar, Literal, Self

import msgspec

Lane = Literal["cpu", "gpu"]


class Needs(msgspec.Struct, frozen=True):
    """What a kind of work needs from the machine that performs it."""

    lane: Lane
    memory_mib: int
    time_limit_s: float


class Work(msgspec.Struct, frozen=True, tag_field="kind"):
    """Everything that a job is made from: parameters and seed. The tag is the name of its handler's module."""

    needs: ClassVar[Needs]
    version: ClassVar[str]
    stages: ClassVar[tuple[str, ...]]
    lighter: ClassVar[str] = ""
    """What to ask for instead where a job took too long or too much memory, a sentence for people."""

    @classmethod
    def kind(cls) -> str:
        """Return the kind's name."""
        return str(cls.__struct_config__.tag)

    def resumed(self, kept: Sequence[tuple[str, str]]) -> Self:
        """Return the work as a further attempt performs it; `kept` are ids and names of the files of those before."""
        return self
