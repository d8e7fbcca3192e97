"""Asking again and again, with a breath between, so that whoever is waited for has the processor."""

import threading
import time
from collections.abc import Iterator

BREATH_S = 0.03


def turns(limit_s: float = 60.0) -> Iterator[None]:
    """Return a turn at once, and further ones until the time is over."""
    deadline, pause = time.monotonic() + limit_s, threading.Event()
    yield
    while time.monotonic() < deadline:
        pause.wait(BREATH_S)
        yield
