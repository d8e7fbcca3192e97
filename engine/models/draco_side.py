"""The process in which Draco parts are unpacked: `python -m engine.models.draco_side`.

Google's decoder trusts what it reads: a damaged part may keep it busy, fill the memory or end it. Here that ends
nothing else. It takes parts from stdin, answers on stdout, and ends when nobody asks any more.
"""

import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import BinaryIO

import DracoPy
import msgspec

from engine.models.draco_messages import LENGTH_BYTES, Answer, Array, Asked, framed

_MIB = 1 << 20
_LEAST_S = 1e-3
_STATM = Path("/proc/self/statm")


def answered(content: bytes) -> Answer:
    """Return what is in a part, or what is wrong with it."""
    try:
        mesh = DracoPy.decode(content)
    except (DracoPy.FileTypeException, ValueError, RuntimeError, MemoryError):
        return Answer(trouble="A Draco part of the glTF cannot be unpacked; it is cut short or broken")
    if not isinstance(mesh, DracoPy.DracoMesh):
        return Answer(trouble="A Draco part of the glTF has no triangles")
    return Answer(Array.of(mesh.faces), {each["unique_id"]: Array.of(each["data"]) for each in mesh.attributes})


def _bound(asked: Asked) -> None:
    """Let the system end this process when it has taken too long, and refuse it memory beyond what is allowed."""
    signal.setitimer(signal.ITIMER_PROF, max(asked.seconds - time.process_time(), _LEAST_S))
    if _STATM.exists():
        most = _began_with_bytes + asked.memory_mib * _MIB
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _size_bytes() -> int:
    return int(_STATM.read_text().split()[0]) * resource.getpagesize() if _STATM.exists() else 0


def serve(heard: BinaryIO, said: BinaryIO) -> None:
    """Unpack part after part, until nobody asks any more."""
    decode = msgspec.msgpack.Decoder(Asked).decode
    while len(length := heard.read(LENGTH_BYTES)) == LENGTH_BYTES:
        asked = decode(heard.read(int.from_bytes(length, "little")))
        _bound(asked)
        answer = framed(answered(asked.content))
        signal.setitimer(signal.ITIMER_PROF, 0)
        said.write(answer)
        said.flush()


_began_with_bytes = _size_bytes()

if __name__ == "__main__":
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # what libraries print is no answer
        serve(sys.stdin.buffer, answers)
