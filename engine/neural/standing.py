"""A neural maker's mesh as an assembly: closed, of real size, on the ground, in its own colours."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Dimensions
from engine.assembling.assembly import arrays_of, fault_of
from engine.neural.maker import RawMesh
from engine.neural.repair import STAGE, repaired
from engine.shapes import Assembly, Part, Points

NAME = "model"
MATERIAL = "plastic_white"
_FLATTENED = 0.004  # of the height, cut off below: a ball of noise would stand on one corner
_NEIGHBOURS = 3


class VertexPaint:
    """Colours that are known at some points of a surface and mixed between them."""

    def __init__(self, points: Points, colors: NDArray[np.float32]) -> None:
        """Keep points (n, 3) in the scene and their linear albedo (n, 3)."""
        self._tree, self._colors = cKDTree(points), colors

    def at(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return (n, 3) linear albedo at places: the nearest known ones, weighted by how near they are."""
        count = min(_NEIGHBOURS, len(self._colors))
        distance, near = self._tree.query(points, k=list(range(1, count + 1)))
        weights = 1 / np.maximum(distance, 1e-9)
        weights /= weights.sum(axis=1, keepdims=True)
        return np.asarray(np.einsum("nk,nkc->nc", weights, self._colors[near]), np.float32)


def stood(raw: RawMesh, *, largest_m: float) -> tuple[Assembly, dict[str, int | float]]:
    """Return a raw mesh as one closed part on the ground whose largest side is `largest_m`, and what was mended.

    Raises
    ------
    GenerationFailed
        It cannot be closed.
    """
    solid, facts = repaired(raw)
    low, high = np.array(solid.bounding_box()[:3]), np.array(solid.bounding_box()[3:])
    foot = float(low[1] + _FLATTENED * (high[1] - low[1]))
    points, faces = arrays_of(solid.trim_by_plane((0.0, 1.0, 0.0), foot))
    fault = fault_of(points, faces)
    if fault:
        raise GenerationFailed(f"The neural model's mesh {fault}", stage=STAGE)
    scale = largest_m / float(np.ptp(points, axis=0).max())
    middle = np.array([(low[0] + high[0]) / 2, foot, (low[2] + high[2]) / 2])
    paint = VertexPaint((raw.points - middle) * scale, raw.colors)
    part = Part(NAME, NAME, MATERIAL, _hex(raw.colors), (points - middle) * scale, faces, paint=paint)
    return Assembly((part,)), facts


def spec_of(assembly: Assembly, spec: DesignSpec) -> DesignSpec:
    """Return the design as it came out of a maker: one object that is as large as its mesh."""
    import msgspec

    part = assembly.parts[0]
    reach = np.abs(part.points).max(axis=0)
    size = Dimensions(2 * float(reach[0]), float(reach[1]), 2 * float(reach[2]))
    thing = DesignObject(NAME, "neural", part.material, size, color=part.color, editable=False)
    return msgspec.structs.replace(spec, objects=(thing,))


def _hex(colors: NDArray[np.float32]) -> str:
    """Return the mean of linear colours as "#rrggbb"."""
    mean = np.clip(colors.mean(axis=0), 0, 1)
    encoded = np.where(mean <= 0.0031308, mean * 12.92, 1.055 * mean ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(float(value) * 255):02x}" for value in encoded)
