"""A part of a stage's bar."""

from engine.shapes import Tick


def part(tick: Tick, low: float, high: float) -> Tick:
    """Return a tick that fills only a part of what `tick` fills."""
    return lambda fraction, message: tick(low + (high - low) * fraction, message)
