"""Nodes and skins of a glTF."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.gltf_accessors import Accessors
from engine.models.gltf_schema import Document, NodeEntry, SkinEntry, picked
from engine.models.limits import Reading, within
from engine.models.model import NOTHING, Node, Skin

BIND_MOST = 1e9
_ROW_OFF = 1e-3
"""Rounding of exporters; files are written with the exact row."""


def nodes_of(document: Document, reading: Reading) -> tuple[Node, ...]:
    """Return the nodes in the order of the file."""
    within(len(document.nodes), reading.limits.nodes_max, "nodes_max", "nodes")
    parents = Counter(child for entry in document.nodes for child in entry.children)
    if parents and max(parents.values()) > 1:
        raise Invalid("A node of the glTF has two parents, or one parent twice", field="nodes")
    return tuple(_node(entry, document, reading) for entry in document.nodes)


def _node(entry: NodeEntry, document: Document, reading: Reading) -> Node:
    for number, count, what in (
        (entry.mesh, len(document.meshes), "mesh"),
        (entry.skin, len(document.skins), "skin"),
        (max(entry.children, default=None), len(document.nodes), "node"),
    ):
        if number is not None and number >= count:
            raise Invalid(f"A node of the glTF names a {what} that is not there", field="nodes")
    if entry.camera is not None:
        reading.note("Cameras were left out")
    length = float(np.linalg.norm(entry.rotation))
    if length < 1e-6:
        raise Invalid("A node of the glTF is turned by nothing: its rotation has no length", field="nodes")
    is_unit = abs(length - 1) < 1e-6
    matrix = None if entry.matrix is None else np.array(entry.matrix, np.float64).reshape(4, 4).T.copy()
    if matrix is not None and not np.allclose(matrix[3], (0, 0, 0, 1), atol=1e-6):
        raise Invalid("A node of the glTF has a matrix whose last row is not 0 0 0 1", field="nodes")
    return Node(
        name=entry.name or "", translation=entry.translation,
        rotation=entry.rotation if is_unit else _unit(entry.rotation, length), scale=entry.scale,
        matrix=matrix,
        children=entry.children, mesh=NOTHING if entry.mesh is None else entry.mesh,
        skin=NOTHING if entry.skin is None else entry.skin, morph=entry.weights,
        extras=entry.extras if isinstance(entry.extras, dict) else {},
    )  # fmt: skip


def _unit(rotation: tuple[float, float, float, float], length: float) -> tuple[float, float, float, float]:
    x, y, z, w = rotation
    return x / length, y / length, z / length, w / length


def roots_of(document: Document, reading: Reading) -> tuple[int, ...]:
    """Return the roots of the scene that the file shows first; without scenes, the nodes that have no parent."""
    if not document.scenes:
        children = {child for entry in document.nodes for child in entry.children}
        return tuple(number for number in range(len(document.nodes)) if number not in children)
    if len(document.scenes) > 1:
        reading.note("Only the default scene was read")
    roots = picked(document.scenes, document.scene or 0, "scene").nodes
    if any(root >= len(document.nodes) for root in roots) or len(set(roots)) != len(roots):
        raise Invalid("The scene of the glTF names nodes that are not there, or one twice", field="scenes")
    return tuple(roots)


def skins_of(document: Document, accessors: Accessors, reading: Reading) -> tuple[Skin, ...]:
    """Return the skins in the order of the file."""
    joints = sum(len(entry.joints) for entry in document.skins)
    within(joints, reading.limits.joints_max, "joints_max", "joints")
    return tuple(_skin(entry, len(document.nodes), accessors) for entry in document.skins)


def _skin(entry: SkinEntry, nodes: int, accessors: Accessors) -> Skin:
    named = [*entry.joints, *(() if entry.skeleton is None else (entry.skeleton,))]
    if not entry.joints or max(named) >= nodes:
        raise Invalid("A skin of the glTF has no joints, or names nodes that are not there", field="skins")
    inverse = None
    if entry.inverse_bind_matrices is not None:
        columns = accessors.floats(entry.inverse_bind_matrices, "MAT4")
        if len(columns) < len(entry.joints):
            raise Invalid("A skin of the glTF has fewer matrices than joints", field="skins")
        inverse = np.ascontiguousarray(columns[: len(entry.joints)].reshape(-1, 4, 4).transpose(0, 2, 1))
        _check_binds(inverse, entry.inverse_bind_matrices, accessors)
    skeleton = NOTHING if entry.skeleton is None else entry.skeleton
    return Skin(tuple(entry.joints), inverse, skeleton, entry.name or "")


def _check_binds(inverse: NDArray[np.float32], number: int, accessors: Accessors) -> None:
    """Refuse matrices that place a corner nowhere, or so far away that it is no number any more."""
    told = accessors.entry(number).name
    name = f"accessor {number}" + (f" (`{told[:80]}`)" if told else "")
    if not np.isfinite(inverse).all():
        reason = "hold values that are not numbers (NaN or infinite)"
    elif float(np.abs(inverse).max()) > BIND_MOST:
        reason = f"hold values over {BIND_MOST:g}"
    elif not np.allclose(inverse[:, 3], (0, 0, 0, 1), atol=_ROW_OFF):
        reason = "have a last row other than 0 0 0 1"
    else:
        return
    raise Invalid(f"The inverse bind matrices of a skin of the glTF, {name}, {reason}",
                  field=f"accessors[{number}]", most=BIND_MOST)  # fmt: skip
