"""Work in a process of its own: for libraries that hold the interpreter, break it, or remember what they did before.

The parent says how long it has taken, may be told to stop at any moment, and gets a crash as an error like any other.
`python -m engine.aside QUESTION ANSWER` is the other side.
"""

import importlib
import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from domain.errors import GenerationFailed, MeshwrightError
from engine.shapes import Tick, no_tick

_TICK_S = 0.25
_USUAL_S = 30.0
"""When this long has passed, half of the work is taken for done."""


def aside(module: str, function: str, *given: Any, name: str, stage: str, tick: Tick = no_tick) -> Any:
    """Return what a function of a module returns for some arguments; `name` is what the library is called.

    Raises
    ------
    MeshwrightError
        The function raised it.
    GenerationFailed
        The process broke; the last that it said is in the message.
    """
    with tempfile.TemporaryDirectory(prefix="meshwright-aside-") as folder:
        asked, answered = Path(folder, "asked"), Path(folder, "answered")
        asked.write_bytes(pickle.dumps((module, function, given), protocol=5))
        command = [sys.executable, "-P", "-m", "engine.aside", str(asked), str(answered)]
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=paths
        ) as process:
            try:
                said = _waited_for(process, name, tick)
            finally:
                process.kill()
        if process.returncode != 0:
            reason = said.decode(errors="replace").strip().splitlines()[-1:] or [f"ended with {process.returncode}"]
            raise GenerationFailed(f"{name} could not do its work: {reason[0][:300]}", stage=stage)
        answer = pickle.loads(answered.read_bytes())  # noqa: S301  our own process wrote it a moment ago
    if isinstance(answer, MeshwrightError):
        raise answer
    return answer


def _waited_for(process: subprocess.Popen[bytes], name: str, tick: Tick) -> bytes:
    """Return what the process says on stderr until it ends; tell meanwhile how long it has taken."""
    begun = time.monotonic()
    while True:
        try:
            return process.communicate(timeout=_TICK_S)[1]
        except subprocess.TimeoutExpired:
            taken = time.monotonic() - begun
            tick(taken / (taken + _USUAL_S), f"{name} has been at it for {taken:.0f} s")


def main() -> None:
    """Do what stands in one file and write the answer, or the error, into another."""
    module, function, given = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301  our parent wrote it
    try:
        answer = getattr(importlib.import_module(module), function)(*given)
    except MeshwrightError as error:
        answer = error
    Path(sys.argv[2]).write_bytes(pickle.dumps(answer, protocol=5))


if __name__ == "__main__":
    main()
