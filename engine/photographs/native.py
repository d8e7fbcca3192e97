"""Watching COLMAP's stages, and stopping them."""

import json
import re
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

from domain.errors import GenerationFailed
from engine.shapes import Tick

Wanted = dict[str, Any]
Share = Callable[[str], float | None]
"""Told each line that COLMAP says; returns the fraction done in [0, 1], or None where the line says nothing of it."""
Said = Callable[[str], None]
"""Hears each line that COLMAP says."""
LOOK_S = 0.25
LINES_KEPT = 400
_HEAD = re.compile(r"^[IWEF]\d+ [\d:.]+ +\d+ [\w.]+:\d+\] ?")


def unheard(line: str) -> None:
    """Pass over what COLMAP says."""


def performed(
    stage: str,
    wanted: Wanted,
    *,
    share: Share,
    message: str,
    tick: Tick,
    said: Said = unheard,
) -> Wanted:
    """Return what came of a stage; when `tick` raises, its process is killed at once.

    `said` hears each line of COLMAP's.

    Raises
    ------
    GenerationFailed
        The process broke; the last that it said is in the facts.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "engine.photographs.colmap_child", stage],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        lines: Queue[str | None] = Queue()
        Thread(target=_read, args=(process.stderr, lines), daemon=True).start()
        try:
            json.dump(wanted, process.stdin)
            process.stdin.close()
            last = _heard(lines, share, message, tick, said)
            answer = process.stdout.read()
            if process.wait() != 0:
                raise GenerationFailed(_why(process.returncode, last), stage=stage)
        except BaseException:
            process.kill()
            raise
    found: Wanted = json.loads(answer)
    return found


def _read(source: IO[str], lines: "Queue[str | None]") -> None:
    with suppress(ValueError):  # the process was killed, and what it said is not listened to any more
        for line in source:
            lines.put(_HEAD.sub("", line).rstrip())
    lines.put(None)


def _heard(lines: "Queue[str | None]", share: Share, message: str, tick: Tick, said: Said) -> deque[str]:
    """Pass on what is said until nothing more comes, and return the last of it."""
    last: deque[str] = deque(maxlen=LINES_KEPT)
    fraction = 0.0
    while True:
        try:
            line = lines.get(timeout=LOOK_S)
        except Empty:
            tick(fraction, message)
            continue
        if line is None:
            return last
        last.append(line)
        said(line)
        found = share(line)
        if found is not None:
            fraction = min(max(found, fraction), 1.0)
            tick(fraction, message)


def _why(code: int, last: deque[str]) -> str:
    text = "\n".join(last)
    if "bad_alloc" in text or "Cannot allocate" in text or code == -9:
        return "There was not enough memory to find the cameras. Use a lower quality, or fewer pictures."
    if "No space left" in text or "disk is full" in text:
        return "The disk is full. Make room on the server, then try again."
    return "Finding the cameras broke off unexpectedly. Try again; if it happens again, use other pictures."
