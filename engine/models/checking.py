"""What holds for every model that was read: indices in range, numbers finite, shapes that agree, something to see."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.limits import Reading, within
from engine.models.model import NOTHING, Model, Surface

EXTENT_MAX_M = 1e9
"""Farther out, float32 cannot tell a kilometre from nothing."""
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
    return replace(model, notes=tuple(reading.noted))


def _surface(surface: Surface, reading: Reading, materials: int) -> Surface:
    points = surface.points
    if not np.isfinite(points).all():
        raise Invalid("The model has corners that are not numbers (NaN or infinite)", field="points")
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
    return replace(
        surface, normals=normals, tangents=_tangents(surface, reading),
        colors=None if surface.colors is None else np.clip(surface.colors, 0, 1), weights=_weights(surface.weights),
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
    with np.errstate(invalid="ignore", over="ignore"):
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
    with np.errstate(invalid="ignore", over="ignore"):
        lengths = np.linalg.norm(tangents[:, :3].astype(np.float64), axis=1)
        is_good = np.isfinite(tangents).all() and bool((lengths > 1e-6).all())
    if not is_good:
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
    shown = 0
    has_area = False
    areas = [max((_flatness(surface) for surface in mesh.surfaces), default=0.0) for mesh in model.meshes]
    reaches = [_reach(mesh.surfaces) for mesh in model.meshes]
    sizes = [sum(len(surface.faces) for surface in mesh.surfaces) for mesh in model.meshes]
    for number, placement in placements(model, reading):
        mesh = model.nodes[number].mesh
        if not np.isfinite(placement).all():
            raise Invalid("A node of the model is placed at no number", field="nodes")
        if mesh != NOTHING:
            shown += sizes[mesh]
            if float(np.abs(placement[:3]).max()) * max(reaches[mesh], 1.0) > EXTENT_MAX_M:
                raise Invalid("The model reaches farther than is read here", field="nodes", most_m=EXTENT_MAX_M)
            has_area = has_area or (areas[mesh] > _FLAT and bool(np.abs(placement[:3, :3]).max() > 0))
    within(shown, reading.limits.triangles_max, "triangles_max", "triangles")
    if not shown:
        raise Invalid("The file shows no triangles", field="file")
    if not has_area:
        raise Invalid("The model has no area: all of its triangles are points or lines", field="faces")


def placements(model: Model, reading: Reading) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """Go through the scene's nodes with their places in it; too deep a tree is refused."""
    waiting = [(root, np.eye(4), 1) for root in model.roots]
    while waiting:
        number, above, depth = waiting.pop()
        within(depth, reading.limits.depth_max, "depth_max", "nodes below each other")
        with np.errstate(over="ignore", invalid="ignore"):
            placement = above @ model.nodes[number].placement
        yield number, placement
        waiting.extend((child, placement, depth + 1) for child in model.nodes[number].children)


def _flatness(surface: Surface) -> float:
    """Return the largest triangle's area over the squared extent of the surface; 0 for points and lines."""
    used = surface.points
    extent = float((used.max(axis=0) - used.min(axis=0)).max())
    if extent <= 0:
        return 0.0
    a, b, c = (used[surface.faces[:, each]] / extent for each in range(3))
    across = np.cross(b - a, c - a)
    return float(np.sqrt(np.einsum("ij,ij->i", across, across).max()))


def _reach(surfaces: tuple[Surface, ...]) -> float:
    return max((float(np.abs(surface.points).max()) for surface in surfaces), default=0.0)


def _check_moves(model: Model) -> None:
    for node in model.nodes:
        if node.skin == NOTHING:
            continue
        count = len(model.skins[node.skin].joints)
        for surface in model.meshes[node.mesh].surfaces:
            if surface.joints is not None and int(surface.joints.max(initial=0)) >= count:
                raise Invalid("A corner follows a joint that its skin does not have", field="joints", joints=count)
    for animation in model.animations:
        for channel in animation.channels:
            if not (np.isfinite(channel.times_s).all() and np.isfinite(channel.values).all()):
                raise Invalid("An animation has values that are not numbers", field="animations")
    for skin in model.skins:
        if skin.inverse_bind is not None and not np.isfinite(skin.inverse_bind).all():
            raise Invalid("A skin has values that are not numbers", field="skins")
