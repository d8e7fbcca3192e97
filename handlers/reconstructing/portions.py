"""A part of a stage's bar, and how many things of it are done."""

from engine.shapes import Tick
from handlers.context import JobContext


def part(tick: Tick, low: float, high: float) -> Tick:
    """Return a tick that fills only a part of what `tick` fills."""
    return lambda fraction, message: tick(low + (high - low) * fraction, message)


class Counting:
    """Tells with each tick how many pictures have their camera; the number never falls."""

    def __init__(self, job: JobContext, count: int = 0) -> None:
        self._job = job
        self._count = count

    def hear(self, count: int) -> None:
        """Take note of a number."""
        self._count = max(self._count, count)

    def tick(self, fraction: float, message: str = "") -> None:
        """Say how much is done."""
        self._job.progress(fraction, message, count=self._count)
