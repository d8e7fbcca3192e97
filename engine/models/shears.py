"""Placements that translation, rotation and scale cannot tell, as two nodes that can."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.models.model import Model, Node

_SQUARE = 1e-6
_SINGULAR = 1e-12


def without_shears(model: Model) -> Model:
    """Return the scene with each sheared node under another that turns and scales it; nodes keep their numbers.

    glTF allows only matrices that are a translation, a rotation and a scale. Any other is a rotation, a scale along
    the axes, and a rotation again: its singular value decomposition.
    """
    sheared = [n for n, node in enumerate(model.nodes) if node.matrix is not None and not _is_plain(node.matrix)]
    if not sheared:
        return model
    above = {number: len(model.nodes) + place for place, number in enumerate(sheared)}

    def moved(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(above.get(number, number) for number in numbers)

    nodes = [replace(node, children=moved(node.children)) for node in model.nodes]
    for number in sheared:
        outer, inner = _parts(model.nodes[number])
        nodes[number] = replace(nodes[number], matrix=inner)
        nodes.append(replace(outer, children=(number,)))
    return replace(model, nodes=tuple(nodes), roots=moved(model.roots))


def _is_plain(matrix: NDArray[np.float64]) -> bool:
    lengths = np.linalg.norm(matrix[:3, :3], axis=0)
    if lengths.min() < _SINGULAR:
        return False
    turned = matrix[:3, :3] / lengths
    return bool(np.abs(turned.T @ turned - np.eye(3)).max() < _SQUARE)


def _parts(node: Node) -> tuple[Node, NDArray[np.float64]]:
    """Return the node above, and the rotation that is left for the node itself."""
    assert node.matrix is not None
    turned, scale, rest = np.linalg.svd(node.matrix[:3, :3])
    for side in (turned, rest.T):
        if np.linalg.det(side) < 0:
            side[:, 2] *= -1
            scale[2] *= -1
    x, y, z = (float(value) for value in node.matrix[:3, 3])
    inner = np.eye(4)
    inner[:3, :3] = rest
    name = f"{node.name}_sheared" if node.name else ""
    sizes = (float(scale[0]), float(scale[1]), float(scale[2]))
    return Node(name, translation=(x, y, z), rotation=_quaternion(turned), scale=sizes), inner


def _quaternion(turned: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Return (x, y, z, w) of a rotation matrix: the eigenvector of Bar-Itzhack's symmetric matrix. Source: his 2000."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = turned.tolist()
    symmetric = np.array([
        [xx - yy - zz, yx + xy, zx + xz, zy - yz],
        [yx + xy, yy - xx - zz, zy + yz, xz - zx],
        [zx + xz, zy + yz, zz - xx - yy, yx - xy],
        [zy - yz, xz - zx, yx - xy, xx + yy + zz],
    ])  # fmt: skip
    x, y, z, w = np.linalg.eigh(symmetric)[1][:, 3].tolist()
    return (-x, -y, -z, -w) if w < 0 else (x, y, z, w)
