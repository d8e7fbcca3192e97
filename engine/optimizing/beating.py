"""Long native calls say nothing while they run: this says for them that they still do."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from engine.shapes import Tick

_BEAT_S = 0.5
_HALF_S = 5.0  # after so long, half of what is left of the bar is filled
Answer = TypeVar("Answer")


def while_beating(work: Callable[[], Answer], tick: Tick, message: str) -> Answer:
    """Return what `work` returns, and tick twice a second until then; how far it is, is a guess that never ends.

    When the tick raises, what runs is left to itself: the process that it runs in is about to end.
    """
    pool = ThreadPoolExecutor(1)
    try:
        running, begun = pool.submit(work), time.monotonic()
        while not wait([running], timeout=_BEAT_S).done:
            elapsed_s = time.monotonic() - begun
            tick(elapsed_s / (elapsed_s + _HALF_S), message)
        return running.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
