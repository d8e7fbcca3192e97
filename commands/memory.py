"""States that were read or written lately, so that a command reads only what has happened to its stream since.

The log stays what is true: each use reads on from the version that is kept. After an erasure everything is forgotten,
and while erasures by other processes cannot be heard, nothing is kept.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

Kept = TypeVar("Kept")


class Erasures(Protocol):
    """Says when somebody was erased; the event store does."""

    @property
    def hears_erasures(self) -> bool:
        """Return whether erasures by other processes are heard at this moment."""

    def when_erased(self, heard: Callable[[], object]) -> None:
        """Call `heard` whenever somebody was erased."""


class Memory(Generic[Kept]):
    """The newest of what was kept under each name, at most `kept_max` of them."""

    def __init__(self, erasures: Erasures, kept_max: int) -> None:
        self.epoch = 0
        """Changes with each erasure: what was read in an earlier one is not kept."""
        self._erasures = erasures
        self._kept_max = kept_max
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        if kept_max:
            erasures.when_erased(self.forget)

    def get(self, name: str) -> Kept | None:
        """Return what is kept under a name."""
        if not self._erasures.hears_erasures:
            self._kept.clear()
        found = self._kept.get(name)
        if found is not None:
            self._kept.move_to_end(name)
        return found

    def keep(self, name: str, kept: Kept, *, epoch: int) -> None:
        """Keep something that was read in an epoch."""
        if not self._kept_max or epoch != self.epoch or not self._erasures.hears_erasures:
            return
        self._kept[name] = kept
        self._kept.move_to_end(name)
        while len(self._kept) > self._kept_max:
            self._kept.popitem(last=False)

    def forget(self) -> None:
        """Keep nothing any more, also of what is being read right now."""
        self.epoch += 1
        self._kept.clear()
