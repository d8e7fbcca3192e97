"""What holds for every model that was read: indices in range, numbers finite, shapes that agree, something to see."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.limits import Reading, within
from engine.models.model import NOTHING, Channel, Mesh, Model, Node, Surface
from engine.models.noticing import notice_looks
from engine.models.placing import walked
from engine.models.posing import poses_of

EXTENT_MAX_M = 1e9
EXTENT_MIN_M = 1e-9
_FLAT = 1e-14
"""Area over squared extent below which there is nothing to see."""


def checked(model: Model, reading: Reading) -> Model:
    """Return the model with normals of length one, colours within [0, 1] and weights that sum to one.

    Raises
    ------
    Invalid
        Something is not finite, out of range, or there is no area at all.
    TooLarge
        The scene shows more triangles than the limit.
    """
    model = _without_idle(model)
    for mesh in model.meshes:
        counts = {len(surface.targets) for surface in mesh.surfaces}
        if len(counts) > 1:
            raise Invalid("The surfaces of a mesh have different numbers of morph targets", field="targets")
    meshes = tuple(
        replace(mesh, surfaces=tuple(_surface(surface, reading, len(model.materials)) for surface in mesh.surfaces))
        for mesh in model.meshes
    )
    model = replace(model, meshes=meshes)
    _check_scene(model, reading)
    _check_moves(model)
    notice_looks(model, reading)
    return replace(model, notes=tuple(reading.noted))


def check_finite(points: NDArray[np.float64]) -> None:
    """Refuse corners that are nowhere."""
    if not np.isfinite(points).all():
        raise Invalid("The model has corners that are not numbers (NaN or infinite)", field="points")


def _without_idle(model: Model) -> Model:
    """Return the model without weights of joints, or of morphs, that nothing uses, and skins of what has none."""
    followed = {node.mesh for node in model.nodes if node.skin != NOTHING}
    meshes = tuple(
        replace(
            mesh,
            morph=mesh.morph if any(surface.targets for surface in mesh.surfaces) else (),
            surfaces=mesh.surfaces
            if number in followed
            else tuple(replace(surface, joints=None, weights=None) for surface in mesh.surfaces),
        )
        for number, mesh in enumerate(model.meshes)
    )
    nodes = tuple(_fitting(node, meshes) for node in model.nodes)
    has_targets = {number for number, mesh in enumerate(meshes) if any(surface.targets for surface in mesh.surfaces)}
    animations = (
        replace(each, channels=tuple(
            channel for channel in each.channels
            if channel.path != "weights" or nodes[channel.node].mesh in has_targets
        ))
        for each in model.animations
    )  # fmt: skip
    kept = tuple(animation for animation in animations if animation.channels)
    return replace(model, meshes=meshes, nodes=nodes, animations=kept)


def _fitting(node: Node, meshes: tuple[Mesh, ...]) -> Node:
    surfaces = () if node.mesh == NOTHING else meshes[node.mesh].surfaces
    has_joints = any(surface.joints is not None for surface in surfaces)
    has_targets = any(surface.targets for surface in surfaces)
    return replace(node, skin=node.skin if has_joints else NOTHING, morph=node.morph if has_targets else ())


def _surface(surface: Surface, reading: Reading, materials: int) -> Surface:
    points = surface.points
    check_finite(points)
    if not len(surface.faces):
        raise Invalid("The file shows no triangles", field="file")
    if float(np.abs(points).max(initial=0.0)) > EXTENT_MAX_M:
        raise Invalid("The model reaches farther than is read here", field="points", most_m=EXTENT_MAX_M)
    if surface.faces.size and not 0 <= int(surface.faces.min()) <= int(surface.faces.max()) < len(points):
        raise Invalid("A triangle names a corner that is not there", field="faces", points=len(points))
    if not NOTHING <= surface.material < materials:
        raise Invalid("A surface names a material that is not there", field="material")
    for name, values in _attributes(surface):
        if len(values) != len(points):
            raise Invalid("The attributes of a surface differ in length", field=name)
        if name not in ("normals", "tangents") and not np.isfinite(values).all():
            raise Invalid("The model has values that are not numbers (NaN or infinite)", field=name)
    normals = None if surface.normals is None else unit_normals(surface.normals, points, surface.faces)
    weights, joints = _weights(surface.weights), surface.joints
    return replace(
        surface, normals=normals, tangents=_tangents(surface, reading),
        colors=None if surface.colors is None else np.clip(surface.colors, 0, 1), weights=weights,
        joints=joints if joints is None or weights is None else np.where(weights > 0, joints, 0).astype(np.uint16),
    )  # fmt: skip


def _attributes(surface: Surface) -> Iterator[tuple[str, NDArray[np.generic]]]:
    named = {
        "normals": surface.normals, "tangents": surface.tangents, "colors": surface.colors, "joints": surface.joints,
        "weights": surface.weights,
    }  # fmt: skip
    yield from ((name, values) for name, values in named.items() if values is not None)
    yield from (("uvs", values) for values in surface.uvs)
    yield from (("targets", values) for target in surface.targets for values in target.values())


def unit_normals(
    normals: NDArray[np.float32], points: NDArray[np.float64], faces: NDArray[np.int32]
) -> NDArray[np.float32]:
    """Return normals of length one; those that are no direction become what the triangles around say."""
    lengths = np.sqrt(np.einsum("ij,ij->i", normals, normals, dtype=np.float64))
    is_lost = ~(np.isfinite(lengths) & (lengths > 1e-12))
    if not is_lost.any() and float(np.abs(lengths - 1).max(initial=0)) < 1e-6:
        return normals
    lengths[is_lost] = 1.0
    unit = np.asarray(normals / lengths[:, None], np.float32)
    if is_lost.any():
        unit[is_lost] = smooth_normals(points, faces)[is_lost]
    return unit


def smooth_normals(points: NDArray[np.float64], faces: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return (n, 3) mean directions of the triangles around each corner, weighed by area; up where there are none."""
    a, b, c = (points[faces[:, each]] for each in range(3))
    across = np.cross(b - a, c - a)
    total = np.stack(
        [np.bincount(faces.ravel(), np.repeat(across[:, axis], 3), len(points)) for axis in range(3)], axis=1
    )
    lengths = np.linalg.norm(total, axis=1)
    total[lengths < 1e-300] = (0.0, 1.0, 0.0)
    return np.asarray(total / np.where(lengths < 1e-300, 1.0, lengths)[:, None], np.float32)


def _tangents(surface: Surface, reading: Reading) -> NDArray[np.float32] | None:
    tangents = surface.tangents
    if tangents is None:
        return None
    lengths = np.linalg.norm(tangents[:, :3].astype(np.float64), axis=1)
    if not (np.isfinite(tangents).all() and bool((lengths > 1e-6).all())):
        reading.note("Tangents that were no directions were left out")
        return None
    unit = tangents[:, :3] / lengths[:, None]
    return np.column_stack([unit, np.where(tangents[:, 3] < 0, -1.0, 1.0)]).astype(np.float32)


def _weights(weights: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
    if weights is None:
        return None
    total = np.maximum(weights, 0).sum(axis=1, keepdims=True)
    return np.asarray(np.maximum(weights, 0) / np.where(total > 0, total, 1), np.float32)


def _check_scene(model: Model, reading: Reading) -> None:
    shapes = [_Shape.of(mesh) for mesh in model.meshes]
    shown, has_area = 0, False
    for number, placement, depth in walked(model):
        within(depth, reading.limits.depth_max, "depth_max", "nodes below each other")
        if not np.isfinite(placement).all():
            raise Invalid("A node of the model is placed at no number", field="nodes")
        if model.nodes[number].mesh == NOTHING:
            continue
        shape, scale = shapes[model.nodes[number].mesh], float(np.abs(placement[:3, :3]).max())
        shown += shape.triangles
        if scale * shape.reach_m + float(np.abs(placement[:3, 3]).max()) > EXTENT_MAX_M:
            raise Invalid("The model reaches farther than is read here", field="nodes", most_m=EXTENT_MAX_M)
        has_area = has_area or (shape.area > _FLAT and scale * shape.extent_m > EXTENT_MIN_M)
    if model.skins:
        _check_bones(model, shapes)
    within(shown, reading.limits.triangles_max, "triangles_max", "triangles")
    if not shown:
        raise Invalid("The file shows no triangles", field="file")
    if not has_area:
        raise Invalid("The model has no area: all of its triangles are points or lines", field="faces")


def _check_bones(model: Model, shapes: "list[_Shape]") -> None:
    """Refuse skinned meshes that their bones hold nowhere, or too far away."""
    for pose in poses_of(model):
        if pose.bones is None:
            continue
        reach_m = np.abs(pose.bones[:, :3, :3]).max() * shapes[pose.mesh].reach_m + np.abs(pose.bones[:, :3, 3]).max()
        if not reach_m <= EXTENT_MAX_M:  # also where it is no number
            raise Invalid("The bones of a skin hold the model farther away than is read here",
                          field="skins", most_m=EXTENT_MAX_M)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a mesh is like: `area` is that of its largest triangle over the squared extent of its surface."""

    triangles: int
    reach_m: float
    extent_m: float
    area: float

    @classmethod
    def of(cls, mesh: Mesh) -> "_Shape":
        surfaces = mesh.surfaces
        extents = [float(np.ptp(surface.points, axis=0).max()) for surface in surfaces]
        return cls(
            sum(len(surface.faces) for surface in surfaces),
            max((float(np.abs(surface.points).max()) for surface in surfaces), default=0.0),
            max(extents, default=0.0),
            max((_largest(surface, extent) for surface, extent in zip(surfaces, extents, strict=True)), default=0.0),
        )


def _largest(surface: Surface, extent_m: float) -> float:
    if extent_m <= 0:
        return 0.0
    a, b, c = (surface.points[surface.faces[:, each]] / extent_m for each in range(3))
    across = np.cross(b - a, c - a)
    return float(np.sqrt(np.einsum("ij,ij->i", across, across).max()))


def _check_moves(model: Model) -> None:
    for node in model.nodes:
        surfaces = () if node.mesh == NOTHING else model.meshes[node.mesh].surfaces
        targets = max((len(surface.targets) for surface in surfaces), default=0)
        if node.mesh != NOTHING and len(model.meshes[node.mesh].morph) not in (0, targets):
            raise Invalid("A mesh has another number of weights than of morph targets", field="weights")
        if len(node.morph) not in (0, targets):
            raise Invalid("A node has another number of weights than its mesh of morph targets", field="weights")
        joints = 0 if node.skin == NOTHING else len(model.skins[node.skin].joints)
        for surface in surfaces:
            if joints and surface.joints is not None and int(surface.joints.max(initial=0)) >= joints:
                raise Invalid("A corner follows a joint that its skin does not have", field="joints", joints=joints)
    for animation in model.animations:
        for channel in animation.channels:
            _check_channel(channel, model)
    for skin in model.skins:
        if skin.inverse_bind is not None and not np.isfinite(skin.inverse_bind).all():
            raise Invalid("A skin has values that are not numbers", field="skins")


def _check_channel(channel: Channel, model: Model) -> None:
    if not (np.isfinite(channel.times_s).all() and np.isfinite(channel.values).all()):
        raise Invalid("An animation has values that are not numbers", field="animations")
    mesh = model.nodes[channel.node].mesh
    if channel.path == "weights" and mesh != NOTHING:
        targets = len(model.meshes[mesh].surfaces[0].targets)
        if channel.values.shape[1] != targets:
            raise Invalid("An animation weighs another number of morph targets than its mesh has", field="animations")
