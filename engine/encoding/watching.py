"""Work that cannot be interrupted, while somebody wants to hear that it goes on."""

import threading
from collections.abc import Callable

from engine.shapes import Tick

_HEARTBEAT_S = 0.25
_STEP, _MOST = 0.05, 0.95


def watched(work: Callable[[], bytes], tick: Tick, message: str) -> bytes:
    """Run what cannot be interrupted beside us, and say every quarter of a second that it goes on."""
    done: list[bytes] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    share = 0.0
    while thread.is_alive():
        thread.join(_HEARTBEAT_S)
        share += (_MOST - share) * _STEP
        tick(share, message)
    if failed:
        raise failed[0]
    return done[0]
