"""What a file of a model holds, whatever its format. Metres, right-handed, Y up; texture coordinates as in glTF."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.models.placing import own_placements, walked
from engine.models.posing import poses_of

Json = dict[str, Any]
Slot = Literal["base_color", "metallic_roughness", "normal", "occlusion", "emissive"]
SLOTS: tuple[Slot, ...] = ("base_color", "metallic_roughness", "normal", "occlusion", "emissive")
NOTHING = -1
"""Stands for no mesh, no skin, no material."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An encoded picture; `media_type` is what its bytes are, never what a file said they were."""

    data: bytes
    media_type: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Texture:
    """A use of a picture by a material.

    `transform` is offset, rotation (radians) and scale of KHR_texture_transform; `wrap` and `filters` hold glTF's enums
    (for s and t; magnifying and minifying, 0 where the file says nothing). `fallback` is the picture for those who
    cannot show the first, as a PNG beside a KTX2.
    """

    picture: int
    uv_set: int = 0
    wrap: tuple[int, int] = (10497, 10497)
    filters: tuple[int, int] = (0, 0)
    transform: tuple[float, float, float, float, float] | None = None  # offset u, v; rotation; scale u, v
    fallback: int = NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A metallic-roughness material; factors are linear. `extensions` keeps what is passed on as it was read."""

    name: str = ""
    base_color: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    metallic: float = 1.0
    roughness: float = 1.0
    emissive: tuple[float, float, float] = (0.0, 0.0, 0.0)
    alpha_mode: Literal["OPAQUE", "MASK", "BLEND"] = "OPAQUE"
    alpha_cutoff: float = 0.5
    is_double_sided: bool = False
    normal_scale: float = 1.0
    occlusion_strength: float = 1.0
    textures: Mapping[Slot, Texture] = field(default_factory=dict)
    extensions: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Triangles of one material, in the axes of the nodes that show their mesh.

    Attributes
    ----------
    points : (n, 3) float64, metres
        Corners; one stands several times where normals, texture coordinates or colours break.
    faces : (m, 3) int32, counter-clockwise seen from outside
        Corner indices of each triangle.
    normals : (n, 3) float32, unit, or None
    tangents : (n, 4) float32 or None
        The fourth is the sign of the bitangent.
    uvs : tuple of (n, 2) float32
        Texture coordinates by set; (0, 0) is the upper left corner of the picture.
    colors : (n, 4) float32, linear, in [0, 1], or None
    joints, weights : (n, 4 k) uint16 and float32, or None
        For skins: indices into the skin's joints, and how much each counts.
    targets : tuple of dicts
        Morph targets: (n, 3) float32 shifts by attribute (POSITION, NORMAL, TANGENT).
    material : int
        Index into the model's materials, or NOTHING.
    """

    points: NDArray[np.float64]
    faces: NDArray[np.int32]
    normals: NDArray[np.float32] | None = None
    tangents: NDArray[np.float32] | None = None
    uvs: tuple[NDArray[np.float32], ...] = ()
    colors: NDArray[np.float32] | None = None
    joints: NDArray[np.uint16] | None = None
    weights: NDArray[np.float32] | None = None
    targets: tuple[Mapping[str, NDArray[np.float32]], ...] = ()
    material: int = NOTHING

    def picked(self, corners: NDArray[np.integer[Any]], faces: NDArray[np.integer[Any]]) -> "Surface":
        """Return the surface of other triangles over some of its corners, all attributes with them.

        `corners` are (k,) indices of the corners that stay, in their new order; `faces` (m, 3) count in that order.
        """

        def of(values: NDArray[Any] | None) -> NDArray[Any] | None:
            return None if values is None else np.ascontiguousarray(values[corners])

        targets = tuple({name: values[corners] for name, values in each.items()} for each in self.targets)
        return replace(
            self, points=np.ascontiguousarray(self.points[corners]), faces=faces.astype(np.int32),
            normals=of(self.normals), tangents=of(self.tangents), uvs=tuple(uv[corners] for uv in self.uvs),
            colors=of(self.colors), joints=of(self.joints), weights=of(self.weights), targets=targets,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Surfaces that are shown together; `morph` holds the default weights of their morph targets."""

    surfaces: tuple[Surface, ...]
    name: str = ""
    morph: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A place in the scene: translation, rotation (quaternion x, y, z, w) and scale against its parent."""

    name: str = ""
    translation: tuple[float, float, float] = (0.0, 0.0, 0.0)
    rotation: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 1.0)
    scale: tuple[float, float, float] = (1.0, 1.0, 1.0)
    matrix: NDArray[np.float64] | None = None  # (4, 4), column vectors; stands for the three above where it is given
    children: tuple[int, ...] = ()
    mesh: int = NOTHING
    skin: int = NOTHING
    morph: tuple[float, ...] = ()  # weights of the mesh's morph targets here; empty: those of the mesh
    extras: Json = field(default_factory=dict)

    @property
    def placement(self) -> NDArray[np.float64]:
        """Return (4, 4) from the node's own axes to its parent's."""
        return self.matrix if self.matrix is not None else np.asarray(own_placements((self,))[0])


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """Nodes that move a surface's corners, and (j, 4, 4) float32 inverse bind matrices."""

    joints: tuple[int, ...]
    inverse_bind: NDArray[np.float32] | None = None
    skeleton: int = NOTHING
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """What an animation does to one node: `path` is translation, rotation, scale or weights."""

    node: int
    path: str
    times_s: NDArray[np.float32]
    values: NDArray[np.float32]
    interpolation: str = "LINEAR"


@dataclass(frozen=True, slots=True, eq=False)
class Animation:
    """Channels that play together."""

    channels: tuple[Channel, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A surface as a node shows it, in the scene: points, normals and tangents are turned into the scene's axes."""

    surface: Surface
    node: int
    mesh: int
    place: int  # number of the surface in its mesh


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A scene. `extras` are those of the asset (provenance); `source` is the format that it was read from.

    `notes` are sentences about what the file held and the model does not.
    """

    nodes: tuple[Node, ...]
    roots: tuple[int, ...]
    meshes: tuple[Mesh, ...]
    materials: tuple[Material, ...] = ()
    pictures: tuple[Picture, ...] = ()
    skins: tuple[Skin, ...] = ()
    animations: tuple[Animation, ...] = ()
    extras: Json = field(default_factory=dict)
    source: str = ""
    notes: tuple[str, ...] = ()

    @property
    def triangles(self) -> int:
        """Return the number of triangles in all meshes, each counted once."""
        return sum(len(surface.faces) for mesh in self.meshes for surface in mesh.surfaces)

    @property
    def triangles_shown(self) -> int:
        """Return the number of triangles that the scene draws, each mesh as often as it is shown."""
        counts = [sum(len(surface.faces) for surface in mesh.surfaces) for mesh in self.meshes]
        meshes = (self.nodes[number].mesh for number, _, _ in walked(self))
        return sum(counts[mesh] for mesh in meshes if mesh != NOTHING)

    @property
    def moves(self) -> bool:
        """Tell whether anything in it is animated, skinned or morphed."""
        has_targets = any(surface.targets for mesh in self.meshes for surface in mesh.surfaces)
        return bool(self.animations or self.skins or has_targets)

    def with_surfaces(self, meshes: tuple[Mesh, ...]) -> "Model":
        """Return the same scene with other meshes in the places of the old ones."""
        return replace(self, meshes=meshes)

    def placed(self) -> Iterator[Placed]:
        """Go through all surfaces as the scene shows them, node by node from the roots; skins and morphs at rest."""
        for pose in poses_of(self):
            for place, surface in enumerate(self.meshes[pose.mesh].surfaces):
                yield Placed(pose.of(surface), pose.node, pose.mesh, place)
