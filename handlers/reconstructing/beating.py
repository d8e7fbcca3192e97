"""Long work in a thread, while progress is told from this one: often, and cancelling is heard at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from engine.shapes import Tick

BEAT_S = 0.4
Answer = TypeVar("Answer")


class Stopped(Exception):
    """Nobody waits for the work any more."""


def beaten(work: Callable[[Tick], Answer], tick: Tick) -> Answer:
    """Return what `work` returns; what it says last is passed on at least every 0.4 s.

    When `tick` raises, the work stops the next time that it says something.
    """
    said, is_wanted = (0.0, ""), True

    def hear(fraction: float, message: str) -> None:
        nonlocal said
        if not is_wanted:
            raise Stopped
        said = (fraction, message)

    pool = ThreadPoolExecutor(1)
    try:
        running = pool.submit(work, hear)
        while not wait([running], timeout=BEAT_S).done:
            tick(*said)
        return running.result()
    finally:
        is_wanted = False
        pool.shutdown(wait=False, cancel_futures=True)
