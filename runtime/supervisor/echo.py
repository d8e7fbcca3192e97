"""What children write, shown on our own standard error."""

import contextlib
import os
import queue
import threading
from typing import Self

ECHO_CHUNKS_MAX = 100
STANDARD_ERROR = 2


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
            # Not through sys.stderr: its lock, held here by a write that never ends, would abort the interpreter's end.
            with contextlib.suppress(OSError):
                while chunk:
                    chunk = chunk[os.write(STANDARD_ERROR, chunk) :]
