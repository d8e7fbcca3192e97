"""xatlas and Open3D's UVAtlas, in a process of their own: they hold the interpreter for as long as they work.

The parent tells how long it has taken, and a crash of theirs is an error like any other.
"""

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed, Invalid
from engine.shapes import Tick, no_tick

_TICK_S = 0.25
MISSING = 3
"""What the process ends with where the library is not there."""


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A surface for a native unwrapper: (n, 3) float32 points, (m, 3) uint32 faces, and what else it may look at."""

    points: NDArray[np.float32]
    faces: NDArray[np.uint32]
    normals: NDArray[np.float32] | None = None
    uvs: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """An unwrapped patch: (k, 2) places in pixels or shares, and the (m, 3) places of each face's corners."""

    uvs: NDArray[np.float32]
    faces: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a native unwrapper made of some patches; sizes in texels."""

    laid: list[Laid]
    width: int
    height: int
    atlases: int


def by_xatlas(
    patches: list[Patch], chart_options: Mapping[str, Any], pack_options: Mapping[str, Any], tick: Tick = no_tick
) -> Answer:
    """Return patches unwrapped by xatlas; options are those of its `ChartOptions` and `PackOptions`."""
    return _asked(("xatlas", patches, dict(chart_options), dict(pack_options)), tick)


def by_uvatlas(
    patches: list[Patch], *, resolution: int, padding: int, max_stretch: float, tick: Tick = no_tick
) -> Answer:
    """Return one patch unwrapped by Open3D's UVAtlas; raise Invalid where Open3D is not installed."""
    return _asked(("uvatlas", patches, resolution, padding, max_stretch), tick)


def _asked(question: tuple[Any, ...], tick: Tick) -> Answer:
    name = "xatlas" if question[0] == "xatlas" else "UVAtlas"
    with tempfile.TemporaryDirectory(prefix="meshwright-unwrap-") as folder:
        asked, answered = Path(folder, "asked"), Path(folder, "answered")
        asked.write_bytes(pickle.dumps(question, protocol=5))
        command = [sys.executable, "-P", "-m", "engine.unwrapping.native_side", str(asked), str(answered)]
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=paths
        ) as process:
            try:
                said = _waited_for(process, name, tick)
            finally:
                process.kill()
        if process.returncode == MISSING:
            raise Invalid(
                "The method uvatlas needs Open3D, which is not installed here or does not load; use parts or xatlas",
                field="method",
            )
        if process.returncode != 0:
            reason = said.decode(errors="replace").strip().splitlines()[-1:] or [f"ended with {process.returncode}"]
            raise GenerationFailed(f"{name} could not unwrap the surface: {reason[0][:300]}", stage="unwrapping")
        answer: Answer = pickle.loads(answered.read_bytes())  # noqa: S301  our own process wrote it a moment ago
        return answer


def _waited_for(process: subprocess.Popen[bytes], name: str, tick: Tick) -> bytes:
    """Return what the process says on stderr until it ends; tell meanwhile how long it has taken."""
    begun = time.monotonic()
    while True:
        try:
            return process.communicate(timeout=_TICK_S)[1]
        except subprocess.TimeoutExpired:
            taken = time.monotonic() - begun
            tick(taken / (taken + 30), f"{name} has been at it for {taken:.0f} s")
