"""Work on several cores at once: numpy and Embree let go of the interpreter while they compute."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")
_MOST = 8


def side_by_side(
    work: Callable[[Item], Answer], items: Sequence[Item], tick: Callable[[float], None] | None = None
) -> list[Answer]:
    """Return what `work` makes of each item, in their order; it must not depend on who comes first.

    `tick` is called from this thread with the share that is done; when it raises, what has not begun is left.
    """
    if len(items) < 2:
        return [work(item) for item in items]
    answers = []
    with ThreadPoolExecutor(cores()) as pool:
        waiting = [pool.submit(work, item) for item in items]
        try:
            for number, future in enumerate(waiting):
                answers.append(future.result())
                if tick is not None:
                    tick((number + 1) / len(waiting))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return answers


def cores() -> int:
    """Return how many threads may run at once."""
    return min(len(os.sched_getaffinity(0)), _MOST)
