"""A whole scene is repaired, simplified, and given levels of detail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import manifold3d
import numpy as np

from engine.baking.tangent_space import with_tangents
from engine.models.model import NOTHING, Mesh, Model, Surface
from engine.models.vertex_order import ordered
from engine.optimizing.beating import while_beating
from engine.optimizing.reducing import LEAST
from engine.optimizing.repairing import TOLERANCE, Repairs, repaired
from engine.optimizing.sharing import Shared, lightened, triangles_shown
from engine.optimizing.soup import Soup, renumbered
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

_PARTS_MOST = 2_000  # of one mesh: with more, whether parts are closed is told for the mesh as one


def mended(
    model: Model, *, fills_holes: bool = False, tolerance: float = TOLERANCE, tick: Tick = no_tick
) -> tuple[Model, Repairs]:
    """Return the scene with each of its meshes repaired, and how much was mended in all."""

    def mend(mesh: Mesh) -> tuple[Mesh, Repairs]:
        return repaired(mesh, fills_holes=fills_holes, tolerance=tolerance)

    if len(model.meshes) == 1:
        done = [while_beating(lambda: mend(model.meshes[0]), tick, "Repairing")]
    else:
        done = side_by_side(mend, model.meshes, lambda share: tick(share, "Repairing"))
    return model.with_surfaces(tuple(mesh for mesh, _ in done)), sum((found for _, found in done), Repairs())


def simplified(model: Model, triangles: int, *, tick: Tick = no_tick) -> Shared:
    """Return the scene with at most so many triangles, its tangents made anew, in an order that draws fast."""
    shared = lightened(model, triangles, tick=tick)
    return replace(shared, model=tidied(shared.model, model))


def tidied(model: Model, before: Model) -> Model:
    """Return the scene with tangents that fit what was moved, and its triangles in an order that draws fast."""
    normal_maps = [
        material.textures["normal"].uv_set if "normal" in material.textures else 0 for material in model.materials
    ]
    known = {id(surface) for mesh in before.meshes for surface in mesh.surfaces}

    def tidy(surface: Surface) -> Surface:
        uv_set = normal_maps[surface.material] if 0 <= surface.material < len(normal_maps) else 0
        return ordered(surface if id(surface) in known else _with_tangents(surface, uv_set))

    meshes = side_by_side(lambda mesh: replace(mesh, surfaces=tuple(map(tidy, mesh.surfaces))), model.meshes)
    return model.with_surfaces(tuple(meshes))


def _with_tangents(surface: Surface, uv_set: int) -> Surface:
    """Return a surface whose tangents fit its normals; corners that were only picked keep theirs."""
    if surface.tangents is None or surface.joints is not None or surface.targets:
        return surface
    if surface.normals is None or uv_set >= len(surface.uvs):
        return replace(surface, tangents=None)
    return with_tangents(surface, uv_set=uv_set)


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A lighter version of a scene."""

    model: Model
    triangles: int


def levels_of(model: Model, count: int, *, ratio: float = 0.5, tick: Tick = no_tick) -> list[Level]:
    """Return up to `count` lighter versions, each with `ratio` of the triangles of the one before.

    The chain ends where nothing more can go.
    """
    levels: list[Level] = []
    now, triangles = model, triangles_shown(model)
    for number in range(count):
        wanted = max(int(triangles * ratio), LEAST)

        def told(share: float, message: str, number: int = number) -> None:
            tick((number + share) / count, f"Level {number + 1}: {message}")

        lighter = simplified(now, wanted, tick=told).model
        left = triangles_shown(lighter)
        if left >= triangles:
            break
        levels.append(Level(lighter, left))
        now, triangles = lighter, left
    return levels


def lods_of(model: Model, levels: Sequence[Level]) -> Mapping[int, Sequence[Mesh]]:
    """Return for each mesh of a scene its lighter versions, the finest first, as the writer takes them."""
    found: dict[int, list[Mesh]] = {}
    for number in range(len(model.meshes)):
        meshes = [level.model.meshes[number] for level in levels]
        filled = [mesh for mesh in meshes if any(len(surface.faces) for surface in mesh.surfaces)]
        if filled:
            found[number] = filled
    return found


@dataclass(frozen=True, slots=True)
class Closed:
    """How many of the connected parts of all meshes are closed manifold shells."""

    parts: int
    closed: int


def closedness_of(model: Model) -> Closed:
    """Return how many parts manifold3d takes for solids; corners of one place count as one."""
    counts = [_closedness(mesh) for mesh in model.meshes if any(len(surface.faces) for surface in mesh.surfaces)]
    return Closed(sum(count.parts for count in counts), sum(count.closed for count in counts))


def _closedness(mesh: Mesh) -> Closed:
    soup = Soup.of(mesh)
    faces, count = soup.place[soup.faces], int(soup.part.max()) + 1
    if count > _PARTS_MOST:
        return Closed(1, int(_is_solid(soup.points, faces)))
    order = np.argsort(soup.part, kind="stable")
    parts = np.split(faces[order], np.cumsum(np.bincount(soup.part))[:-1])
    return Closed(count, sum(_is_solid(soup.points, part) for part in parts))


def _is_solid(points: np.ndarray, faces: np.ndarray) -> bool:
    corners, local = renumbered(faces)
    mesh = manifold3d.Mesh64(vert_properties=np.ascontiguousarray(points[corners]), tri_verts=local.astype(np.uint64))
    solid = manifold3d.Manifold(mesh)
    return bool(solid.status().name == "NoError" and not solid.is_empty())


def without_dropped(model: Model) -> Model:
    """Return the scene without meshes that have lost all their triangles, and without what moved their morphs."""
    empty = {number for number, mesh in enumerate(model.meshes) if not mesh.surfaces}
    if not empty and all(node.mesh != NOTHING or node.skin == NOTHING for node in model.nodes):
        return model
    nodes = tuple(
        replace(node, mesh=NOTHING, skin=NOTHING) if node.mesh in empty or node.mesh == NOTHING else node
        for node in model.nodes
    )
    animations = tuple(
        replace(animation, channels=tuple(
            channel for channel in animation.channels
            if channel.path != "weights" or nodes[channel.node].mesh != NOTHING
        )) for animation in model.animations
    )  # fmt: skip
    place = np.cumsum([number not in empty for number in range(len(model.meshes))]) - 1
    nodes = tuple(node if node.mesh == NOTHING else replace(node, mesh=int(place[node.mesh])) for node in nodes)
    return replace(
        model, meshes=tuple(mesh for number, mesh in enumerate(model.meshes) if number not in empty), nodes=nodes,
        animations=tuple(each for each in animations if each.channels),
    )  # fmt: skip
