"""Outlive the supervisor for a moment, and end what it leaves: run as a script that reads its standard input.

The input has a line `+123` for each process group that runs now and `-123` when it has ended. When the input ends, so
has the supervisor: its children have had their death signal, and this waits a little and kills what did not listen.
It imports nothing of ours, so that it starts in 20 ms and takes 8 MB.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable

POLL_S = 0.05


def watch(lines: Iterable[str]) -> set[int]:
    """Return the process groups that were running when the lines ended."""
    running: set[int] = set()
    for line in lines:
        group = int(line[1:])
        (running.add if line[0] == "+" else running.discard)(group)
    return running


def end(groups: set[int], *, grace_s: float) -> None:
    """Ask the groups to stop; kill those that are there after `grace_s`."""
    _signal(groups, signal.SIGTERM)
    deadline = time.monotonic() + grace_s
    while _signal(groups, 0) and time.monotonic() < deadline:
        time.sleep(POLL_S)
    _signal(groups, signal.SIGKILL)


def _signal(groups: set[int], number: int) -> bool:
    """Send a signal to the groups; return whether any was there."""
    reached = False
    for group in groups:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, number)
            reached = True
    return reached


if __name__ == "__main__":
    end(watch(sys.stdin), grace_s=float(sys.argv[1]))
