"""Draco's decoder, at arm's length: a process of its own with a time and a memory limit, for as long as a file is read.

Source: `engine/models/draco_side.py` is the other side.
"""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Self

import msgspec

from domain.errors import GenerationFailed, Invalid
from engine.models.draco_messages import LENGTH_BYTES, Answer, Asked, framed
from engine.models.limits import Reading

NAME = "KHR_draco_mesh_compression"
_COMMAND = (sys.executable, "-P", "-m", "engine.models.draco_side")
_MILLION = 1e6
_PATIENCE, _START_S = 20.0, 60.0
"""On a crowded machine a second of the processor takes longer by the clock; this ends only what does nothing."""
_PYTHON_FAILED = 1


class Decoder:
    """Unpacks Draco parts; the process starts with the first of them and ends with the `with`."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._process: subprocess.Popen[bytes] | None = None
        self._promised = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        with suppress(BrokenPipeError), process:  # what it did not take any more is of no use
            pass

    @property
    def process_id(self) -> int | None:
        """Return the number of the process; None where none runs."""
        return None if self._process is None else self._process.pid

    def unpacked(self, content: bytes, triangles: int) -> Answer:
        """Return what a part holds that says to have so many triangles.

        Raises
        ------
        Invalid
            It is broken, or needs more time or memory than parts of its size do.
        """
        limits = self._reading.limits
        self._promised += triangles
        seconds = limits.draco_s * (1 + self._promised / _MILLION)
        process = self._process = self._process or _started()
        watch = threading.Timer(_START_S + _PATIENCE * seconds, process.kill)
        watch.start()
        try:
            answer = _asked(process, Asked(content, seconds, limits.draco_mib))
        finally:
            watch.cancel()
        if answer is None:
            raise self._ended(process)
        if answer.trouble or answer.faces is None:
            raise Invalid(answer.trouble, field=NAME)
        return answer

    def _ended(self, process: subprocess.Popen[bytes]) -> Invalid | GenerationFailed:
        if process.wait() == _PYTHON_FAILED:
            return GenerationFailed("The decoder of Draco parts does not run here", stage="reading")
        return Invalid(
            "A Draco part of the glTF is broken: unpacking it takes more time or memory than parts of its size do",
            field=NAME, limits=["draco_s", "draco_mib"],
        )  # fmt: skip


def _started() -> "subprocess.Popen[bytes]":
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=paths
    )


def _asked(process: "subprocess.Popen[bytes]", asked: Asked) -> Answer | None:
    """Return the answer of the process; None where it ended before it gave one."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(framed(asked))
        process.stdin.flush()
    except BrokenPipeError:
        return None
    length = process.stdout.read(LENGTH_BYTES)
    content = process.stdout.read(int.from_bytes(length, "little"))
    if len(length) < LENGTH_BYTES or len(content) < int.from_bytes(length, "little"):
        return None
    return msgspec.msgpack.decode(content, type=Answer)
