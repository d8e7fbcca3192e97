"""Nodes that show their mesh many times (EXT_mesh_gpu_instancing), as nodes of their own."""

from dataclasses import replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.gltf_accessors import Accessors
from engine.models.gltf_schema import Document, Index, Kind, NodeEntry
from engine.models.limits import Reading, within
from engine.models.model import NOTHING, Node

NAME = "EXT_mesh_gpu_instancing"
_KINDS: dict[str, Kind] = {"TRANSLATION": "VEC3", "ROTATION": "VEC4", "SCALE": "VEC3"}


class _Instances(msgspec.Struct, frozen=True):
    attributes: dict[str, Index]


def spread(nodes: tuple[Node, ...], document: Document, accessors: Accessors, reading: Reading) -> tuple[Node, ...]:
    """Return the nodes with a child for each instance in place of the mesh of those that have some."""
    made = list(nodes)
    for number, entry in enumerate(document.nodes):
        if NAME in entry.extensions and entry.mesh is not None:
            columns = _columns(entry, accessors)
            count = len(next(iter(columns.values())))
            within(len(made) + count, reading.limits.nodes_max, "nodes_max", "nodes")
            node = made[number]
            children = (*node.children, *range(len(made), len(made) + count))
            made[number] = replace(node, mesh=NOTHING, skin=NOTHING, morph=(), children=children)
            made.extend(_instance(node, columns, place) for place in range(count))
    return tuple(made)


def _columns(entry: NodeEntry, accessors: Accessors) -> dict[str, NDArray[np.float32]]:
    try:
        found = msgspec.convert(entry.extensions[NAME], _Instances).attributes
    except msgspec.ValidationError as error:
        raise Invalid(f"The instances of a node of the glTF are not valid: {error}", field=NAME) from error
    columns = {name: accessors.floats(found[name], kind) for name, kind in _KINDS.items() if name in found}
    if len({len(values) for values in columns.values()}) != 1:
        raise Invalid("The instances of a node of the glTF have no places, or columns of other lengths", field=NAME)
    return columns


def _instance(node: Node, columns: dict[str, NDArray[np.float32]], place: int) -> Node:
    def row(name: str, default: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(columns[name][place].astype(float).tolist()) if name in columns else default

    x, y, z, w = row("ROTATION", (0.0, 0.0, 0.0, 1.0))
    length = float(np.linalg.norm((x, y, z, w))) or 1.0
    tx, ty, tz = row("TRANSLATION", (0.0, 0.0, 0.0))
    sx, sy, sz = row("SCALE", (1.0, 1.0, 1.0))
    return Node(
        name=node.name, translation=(tx, ty, tz), rotation=(x / length, y / length, z / length, w / length),
        scale=(sx, sy, sz), mesh=node.mesh, morph=node.morph,
    )  # fmt: skip
