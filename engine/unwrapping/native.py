"""xatlas and Open3D's UVAtlas, in a process of their own: they hold the interpreter for as long as they work."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.aside import aside
from engine.shapes import Tick, no_tick

_SIDE = "engine.unwrapping.native_side"


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
    answer: Answer = aside(
        _SIDE, "xatlas", patches, dict(chart_options), dict(pack_options), name="xatlas", stage="unwrapping", tick=tick
    )
    return answer


def by_uvatlas(
    patches: list[Patch], *, resolution: int, padding: int, max_stretch: float, tick: Tick = no_tick
) -> Answer:
    """Return one patch unwrapped by Open3D's UVAtlas; raise Invalid where Open3D is not installed."""
    answer: Answer = aside(
        _SIDE, "uvatlas", patches, resolution, padding, max_stretch, name="UVAtlas", stage="unwrapping", tick=tick
    )
    return answer
