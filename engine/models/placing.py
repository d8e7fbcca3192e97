"""Where nodes stand: for all of a scene at once, so that a scene of many small things costs no more than they weigh."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.models.model import Model, Node

_CHUNK = 1 << 20  # corners that are moved at a time


def own_placements(nodes: "Sequence[Node]") -> NDArray[np.float64]:
    """Return (n, 4, 4) from each node's own axes to its parent's."""
    placed = np.tile(np.eye(4), (len(nodes), 1, 1))
    if not nodes:
        return placed
    x, y, z, w = np.array([node.rotation for node in nodes], np.float64).T
    rows = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        (2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        (2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    )
    turned = np.moveaxis(np.array(rows), 2, 0)
    placed[:, :3, :3] = turned * np.array([node.scale for node in nodes], np.float64)[:, None]
    placed[:, :3, 3] = [node.translation for node in nodes]
    for number, node in enumerate(nodes):
        if node.matrix is not None:
            placed[number] = node.matrix
    return placed


def walked(model: "Model") -> Iterator[tuple[int, NDArray[np.float64], int]]:
    """Go from the roots through all nodes, parents first: number, (4, 4) place in the scene, and depth from 1."""
    own = own_placements(model.nodes)
    top = np.eye(4)
    waiting = [(root, top, 1) for root in reversed(model.roots)]
    while waiting:
        number, above, depth = waiting.pop()
        placement = own[number] if above is top else above @ own[number]
        yield number, placement, depth
        waiting.extend((child, placement, depth + 1) for child in reversed(model.nodes[number].children))


def all_moved(points: Sequence[NDArray[np.float64]], placements: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return the corners of some (n, 3) surfaces, one after the other, each under a (4, 4) placement of its own.

    A corner comes out the same to the last bit whatever stands beside it.
    """
    joined = np.concatenate(points) if points else np.zeros((0, 3))
    owner = np.repeat(np.arange(len(points)), [len(each) for each in points])
    place = np.array(placements).reshape(-1, 4, 4)
    moved = np.empty_like(joined, np.float64)
    for start in range(0, len(joined), _CHUNK):
        part = slice(start, start + _CHUNK)
        at = place[owner[part]]
        x, y, z = joined[part].T
        for axis in range(3):
            moved[part, axis] = x * at[:, axis, 0] + y * at[:, axis, 1] + z * at[:, axis, 2] + at[:, axis, 3]
    return moved
