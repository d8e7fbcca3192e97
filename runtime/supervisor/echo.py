"""What children write, shown on our own standard error."""

import contextlib
import queue
import sys
import threading
from typing import Self

ECHO_CHUNKS_MAX = 1000


class Echo:
    """Writes to our standard error from a thread: a pipe that nobody reads must not stop the supervisor."""

    def __init__(self) -> None:
        self._chunks: queue.Queue[bytes] = queue.Queue(ECHO_CHUNKS_MAX)
        self._thread = threading.Thread(target=self._write_all, name="echo", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(queue.Full):
            self._chunks.put_nowait(b"")
            self._thread.join(timeout=1.0)

    def write(self, chunk: bytes) -> None:
        """Write the chunk some time, or drop it when nobody reads."""
        with contextlib.suppress(queue.Full):
            if chunk:
                self._chunks.put_nowait(chunk)

    def _write_all(self) -> None:
        while chunk := self._chunks.get():
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.buffer.write(chunk)
                sys.stderr.buffer.flush()
