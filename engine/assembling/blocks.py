"""The first sight of a design: the boxes of its objects."""

import numpy as np

from domain.spec import DesignSpec
from engine.assembling.assembly import placement
from engine.shapes import Assembly, Part

_CORNERS = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])
_FACES = np.array([
    [0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1],
    [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3],
], np.int32)  # fmt: skip


def blocks(spec: DesignSpec) -> Assembly:
    """Return a box for each object, in its material, where the object will stand."""
    parts = []
    for thing in spec.objects:
        matrix = placement(thing)
        size = thing.dimensions
        local = _CORNERS * [size.width, size.height, size.depth]
        points = local @ matrix[:3, :3].T + matrix[:3, 3]
        parts.append(Part(thing.id, thing.id, thing.material, thing.color, points, _FACES, matrix))
    return Assembly(tuple(parts))
