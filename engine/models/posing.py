"""How a scene shows its surfaces at rest: morphed by their default weights, and where their node or their bones stand.

Everything that is measured, laid flat, baked, pictured or exported is posed here: raw corners of a skinned mesh may be
in any unit (centimetres, steps of a grid), which only the bones undo.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.models.placing import walked

if TYPE_CHECKING:
    from engine.models.model import Model, Skin, Surface

_NOWHERE_ELSE = np.eye(4)
_CHUNK = 1 << 16  # corners that are blended at a time


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """How a node shows its mesh.

    Attributes
    ----------
    node, mesh : int
    placement : (4, 4) float64
        From the node's own axes to the scene; a surface that follows bones ignores it.
    bones : (j, 4, 4) float64, or None
        From the surface's own axes to the scene, by joint of the node's skin.
    morph : tuple of float
        How much each morph target counts.
    """

    node: int
    mesh: int
    placement: NDArray[np.float64]
    bones: NDArray[np.float64] | None = None
    morph: tuple[float, ...] = ()

    def of(self, surface: "Surface") -> "Surface":
        """Return the surface as the scene shows it."""
        return self.laid(_morphed(surface, self.morph))

    def at_rest(self, surface: "Surface") -> "tuple[Surface, NDArray[np.float64]]":
        """Return the surface morphed and held by its bones, and the (4, 4) placement that is left to do."""
        shape = _morphed(surface, self.morph)
        return (self.laid(shape), _NOWHERE_ELSE) if self.has_bones(surface) else (shape, self.placement)

    def laid(self, surface: "Surface") -> "Surface":
        """Return the surface in the scene, its morph targets beside it as they are; bones turn these too."""
        if self.bones is None or surface.joints is None or surface.weights is None:
            return moved(surface, self.placement)
        return _boned(surface, self.bones, surface.joints, surface.weights)

    def has_bones(self, surface: "Surface") -> bool:
        """Tell whether it is bones that place a surface of the mesh."""
        return self.bones is not None and surface.joints is not None and surface.weights is not None


def poses_of(model: "Model") -> Iterator[Pose]:
    """Go through the nodes that show a mesh, from the roots, parents first."""
    found = list(walked(model))
    bones: Mapping[int, NDArray[np.float64]] = {}
    if model.skins:
        placements = {number: placement for number, placement, _ in found}
        used = sorted({model.nodes[number].skin for number in placements} - {-1})
        bones = {number: _bones_of(model.skins[number], placements) for number in used}
    for number, placement, _ in found:
        node = model.nodes[number]
        if node.mesh >= 0:
            morph = node.morph or model.meshes[node.mesh].morph
            yield Pose(number, node.mesh, placement, bones.get(node.skin), morph)


def moved(surface: "Surface", placement: NDArray[np.float64]) -> "Surface":
    """Return the surface under a (4, 4) placement; one that mirrors turns the triangles, so that outside stays out."""
    if np.array_equal(placement, _NOWHERE_ELSE):
        return surface
    linear = placement[:3, :3]
    cofactors, determinant = _cofactors(linear)
    is_mirrored = determinant < 0
    tangents = surface.tangents
    if tangents is not None:
        along = _unit(tangents[:, :3] @ linear.T)
        tangents = np.column_stack([along, tangents[:, 3] * (-1 if is_mirrored else 1)]).astype(np.float32)
    return replace(
        surface,
        points=surface.points @ linear.T + placement[:3, 3],
        faces=surface.faces[:, ::-1].copy() if is_mirrored else surface.faces,
        normals=None if surface.normals is None else _unit(surface.normals @ cofactors.T),
        tangents=tangents,
    )


def is_mirror(placement: NDArray[np.float64]) -> bool:
    """Tell whether a (4, 4) placement turns outside in."""
    return _cofactors(placement[:3, :3])[1] < 0


def _bones_of(skin: "Skin", placements: Mapping[int, NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return (j, 4, 4) from the surface's own axes to the scene, by joint."""
    placed = np.array([placements.get(joint, _NOWHERE_ELSE) for joint in skin.joints])
    return placed if skin.inverse_bind is None else np.asarray(placed @ skin.inverse_bind, np.float64)


def _morphed(surface: "Surface", weights: Sequence[float]) -> "Surface":
    """Return the surface with its targets added as much as they count."""
    if not surface.targets:
        return surface
    points, normals = surface.points, surface.normals
    for weight, target in zip(weights, surface.targets, strict=False):
        if weight and "POSITION" in target:
            points = points + weight * target["POSITION"]
        if weight and normals is not None and "NORMAL" in target:
            normals = _unit(normals + np.float32(weight) * target["NORMAL"])
    return replace(surface, points=points, normals=normals, targets=())


def _boned(
    surface: "Surface", bones: NDArray[np.float64], joints: NDArray[np.uint16], weights: NDArray[np.float32]
) -> "Surface":
    """Return a surface with its corners and its morph targets where the bones hold them.

    Where most corners are mirrored the triangles are turned, so that outside stays out.
    """
    count, mirrored = len(surface.points), 0
    points, normals, tangents = np.empty((count, 3)), _like(surface.normals), _like(surface.tangents)
    targets = tuple({name: np.empty_like(values) for name, values in target.items()} for target in surface.targets)
    for start in range(0, count, _CHUNK):
        part = slice(start, start + _CHUNK)
        blend = _blended(bones, joints[part], weights[part])
        linear = blend[:, :, :3]
        points[part] = _turned(linear, surface.points[part]) + blend[:, :, 3]
        cofactors, signs = _all_cofactors(linear)
        mirrored += int((signs < 0).sum())
        if normals is not None and surface.normals is not None:
            normals[part] = _unit(_turned(cofactors, surface.normals[part]))
        if tangents is not None and surface.tangents is not None:
            tangents[part, :3] = _unit(_turned(linear, surface.tangents[part, :3]))
            tangents[part, 3] = surface.tangents[part, 3] * signs
        for into, target in zip(targets, surface.targets, strict=True):
            for name, shifts in target.items():
                into[name][part] = _turned(linear, shifts[part])
    faces = surface.faces[:, ::-1].copy() if 2 * mirrored > count else surface.faces
    return replace(surface, points=points, faces=faces, normals=normals, tangents=tangents, targets=targets)


def _blended(bones: NDArray[np.float64], joints: NDArray[Any], weights: NDArray[Any]) -> NDArray[np.float64]:
    """Return (n, 3, 4): what moves each corner. It is the same to the last bit for the same bones and weights."""
    total = np.maximum(weights.astype(np.float64).sum(axis=1), 1e-12)
    at = np.minimum(joints, len(bones) - 1)
    blend = np.zeros((len(joints), 3, 4))
    for column in range(joints.shape[1]):
        share = weights[:, column] / total
        if share.any():
            blend += share[:, None, None] * bones[at[:, column], :3]
    return blend


def _turned(linear: NDArray[np.float64], vectors: NDArray[Any]) -> NDArray[np.float64]:
    """Return (n, 3) vectors, each under a (3, 3) matrix of its own; the same bits whatever stands beside."""
    x, y, z = (vectors[:, axis, None].astype(np.float64) for axis in range(3))
    return np.asarray(x * linear[:, :, 0] + y * linear[:, :, 1] + z * linear[:, :, 2])


def _all_cofactors(linear: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what normals are turned by, for each of (n, 3, 3) matrices, and -1 where it mirrors, 1 elsewhere."""
    a, b, c = linear[:, 0], linear[:, 1], linear[:, 2]
    rows = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)], axis=1)
    signs = np.where(np.einsum("nx,nx->n", a, rows[:, 0]) < 0, -1.0, 1.0)
    return rows * signs[:, None, None], signs


def _cofactors(linear: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Return what normals are turned by, and the determinant; it exists for singular ones too, and keeps outside out.

    In plain numbers: arrays of three take ten times as long.
    """
    (a, b, c), (d, e, f), (g, h, i) = linear.tolist()
    rows = ((e * i - f * h, f * g - d * i, d * h - e * g), (h * c - i * b, i * a - g * c, g * b - h * a),
            (b * f - c * e, c * d - a * f, a * e - b * d))  # fmt: skip
    determinant = a * rows[0][0] + b * rows[0][1] + c * rows[0][2]
    return np.array(rows) * (-1.0 if determinant < 0 else 1.0), determinant


def _like(values: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
    return None if values is None else np.empty_like(values)


def _unit(vectors: NDArray[Any]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-30), np.float32)
