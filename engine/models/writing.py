"""Write a model as glTF 2.0: plain, quantised, or packed by Draco or meshopt; with lighter levels and provenance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.exporting import xmp
from engine.models.draco_packing import write_draco
from engine.models.gltf_document import GENERATOR, Column, Document
from engine.models.material_writing import Materials, textures_of
from engine.models.model import NOTHING, Json, Mesh, Model, Surface
from engine.models.node_writing import Tree, Written, write_animations
from engine.models.quantizing import EXTENSION as QUANTIZATION
from engine.models.quantizing import (
    FINE,
    SQUEEZED,
    Bits,
    Form,
    Grid,
    Range,
    columns_of,
    grid_of,
    range_of,
    target_columns,
)
from engine.models.shears import without_shears
from engine.models.tangent_making import with_needed_tangents
from engine.models.vertex_order import ordered

Compression = Literal["none", "draco", "meshopt"]
Order = Literal["drawing", "size"]
_CORNERS_OF_SHORTS = 65_535
"""The last of the 16-bit numbers ends a strip in some drivers, so that a surface has at most this many corners."""
_FARTHEST = 3.4e38  # what 32-bit floats hold


def write_model(
    model: Model,
    *,
    compression: Compression = "none",
    quantizes: bool = False,
    lods: Mapping[int, Sequence[Mesh]] | None = None,
    provenance: Json | None = None,
    order: Order = "drawing",
) -> bytes:
    """Return the model as a GLB file; the same model gives the same bytes.

    Parameters
    ----------
    model : Model
        Surfaces without triangles, and pictures that nothing uses, are left out.
    compression : "none", "draco" or "meshopt"
        How geometry is packed; "meshopt" quantises too. Draco leaves surfaces with morph targets as they are.
    quantizes : bool
        Whether attributes are whole numbers on grids; `quantizing` says how far they move. Draco has its own.
    lods : mesh number -> lighter versions of it, the finest first
        Written as MSFT_lod.
    provenance : object of JSON, or None
        Written into the asset's extras, and as an XMP packet.
    order : "drawing" or "size"
        What the order of triangles is good for where geometry is packed. For size, meshopt's files are 2 to 24 %
        smaller and a quarter more corners are shaded; Draco's do not change. What is not packed keeps its order.

    Raises
    ------
    Invalid
        A coordinate is not finite, or a picture is of a kind that glTF does not hold.
    TooLarge
        The file would have more than 4 GiB.
    """
    return document_of(
        model, compression=compression, quantizes=quantizes, lods=lods, provenance=provenance, order=order
    ).joined()


def document_of(
    model: Model,
    *,
    compression: Compression = "none",
    quantizes: bool = False,
    lods: Mapping[int, Sequence[Mesh]] | None = None,
    provenance: Json | None = None,
    order: Order = "drawing",
    has_files: bool = False,
) -> Document:
    """Return the model as a glTF document; see `write_model`. With `has_files`, pictures are files beside it."""
    model = without_shears(model)
    document = Document(is_squeezed=compression == "meshopt", has_files=has_files)
    _tell_origin(document, model, provenance)
    shapes = _Shapes(document, model, compression, quantizes, lods or {}, order)
    levels = {number: shapes.levels(number) for number in range(len(model.meshes))}
    tree = Tree(document, model, levels)
    tree.write()
    write_animations(document, model, tree.morphing)
    return document


def _tell_origin(document: Document, model: Model, provenance: Json | None) -> None:
    extras = dict(model.extras) | ({"provenance": provenance} if provenance else {})
    asset: Json = {"version": "2.0", "generator": GENERATOR}
    if isinstance(extras.get("copyright"), str):
        asset["copyright"] = extras.pop("copyright")
    asset |= {"extras": extras} if extras else {}
    if provenance:
        form = {"dc:format": "model/gltf+json"} if document.has_files else {}
        document.uses(xmp.NAME)
        document.top["extensions"] = {xmp.NAME: {"packets": [xmp.packet(provenance) | form]}}
        asset["extensions"] = {xmp.NAME: {"packet": 0}}
    document.top["asset"] = asset


@dataclass(slots=True, eq=False)
class _Shapes:
    """Writes the meshes of a model and their lighter levels."""

    document: Document
    model: Model
    compression: Compression
    quantizes: bool
    lods: Mapping[int, Sequence[Mesh]]
    order: Order
    materials: Materials = field(init=False)
    ranges: dict[int, dict[int, Range]] = field(init=False)  # material -> UV set -> its range
    skinned: set[int] = field(init=False)  # meshes that some node shows under a skin

    def __post_init__(self) -> None:
        self.materials = Materials(self.document, self.model)
        self.ranges = self._ranges() if self._is_whole else {}
        self.skinned = {node.mesh for node in self.model.nodes if node.skin != NOTHING}
        self.materials.write({(each.material, len(each.uvs)) for each in self._all_surfaces()}, self.ranges)

    @property
    def _is_whole(self) -> bool:
        return self.compression == "meshopt" or (self.quantizes and self.compression == "none")

    def levels(self, number: int) -> list[Written]:
        """Write a mesh and its lighter levels; those without triangles are left out."""
        meshes = [self.model.meshes[number], *self.lods.get(number, ())]
        prepared = [self._prepared(mesh, number in self.skinned) for mesh in meshes]
        return [self._mesh(mesh) for mesh in prepared if mesh.surfaces]

    def _prepared(self, mesh: Mesh, is_skinned: bool) -> Mesh:
        checked = (_checked(surface) for surface in mesh.surfaces if len(surface.faces))
        surfaces = [with_needed_tangents(surface, self.model.materials) for surface in checked]
        if not is_skinned or any(surface.joints is None for surface in surfaces):
            surfaces = [_without_joints(surface) for surface in surfaces]
        if self.compression != "none":
            surfaces = [ordered(surface, is_for_size=self.order == "size") for surface in surfaces]
        return Mesh(tuple(surfaces), mesh.name, mesh.morph)

    def _mesh(self, mesh: Mesh) -> Written:
        grid = grid_of(mesh, self._bits.position)
        if self._is_whole:
            self.document.uses(QUANTIZATION, is_required=True)
        entry: Json = {"name": mesh.name} if mesh.name else {}
        entry["primitives"] = [self._primitive(surface, grid) for surface in mesh.surfaces]
        if mesh.morph and len(mesh.morph) == max(len(surface.targets) for surface in mesh.surfaces):
            entry["weights"] = list(mesh.morph)
        triangles = sum(len(surface.faces) for surface in mesh.surfaces)
        number = self.document.add_once("meshes", entry)
        return Written(
            number, grid if self._is_whole else None, triangles,
            has_joints=all(surface.joints is not None for surface in mesh.surfaces),
            has_targets=any(surface.targets for surface in mesh.surfaces),
        )  # fmt: skip

    def _primitive(self, surface: Surface, grid: Grid) -> Json:
        ranges = self.ranges.get(surface.material, {})
        entry: Json = {}
        if surface.material != NOTHING:
            entry["material"] = self.materials.numbered(surface.material, len(surface.uvs), ranges)
        if self.compression == "draco" and not surface.targets:
            packed = write_draco(self.document, surface, grid, self._bits)
            if packed is not None:
                return entry | packed
        form = Form(grid, ranges, self._bits) if self._is_whole else Form()
        entry["attributes"] = self._attributes(columns_of(surface, form))
        entry["indices"] = self.document.accessor(_indices(surface), "triangles")
        targets = [self._attributes(target) for target in target_columns(surface, form)]
        return entry | ({"targets": targets} if targets else {})

    def _attributes(self, columns: Mapping[str, Column]) -> Json:
        return {
            name: self.document.accessor(column, "vertices", has_bounds=name == "POSITION")
            for name, column in columns.items()
        }

    @property
    def _bits(self) -> Bits:
        return FINE if self.compression == "none" else SQUEEZED

    def _ranges(self) -> dict[int, dict[int, Range]]:
        """Return the ranges of the texture coordinates of each material, all its surfaces and levels together."""
        found: dict[tuple[int, int], list[NDArray[np.float32]]] = {}
        for surface in self._all_surfaces():
            for number in self._shown_sets(surface.material) & set(range(len(surface.uvs))):
                found.setdefault((surface.material, number), []).append(surface.uvs[number])
        ranges: dict[int, dict[int, Range]] = {}
        for (material, number), uvs in found.items():
            fitting = range_of(uvs, self._bits)
            if fitting is not None:
                ranges.setdefault(material, {})[number] = fitting
        return ranges

    def _all_surfaces(self) -> Iterator[Surface]:
        for mesh in (*self.model.meshes, *(level for levels in self.lods.values() for level in levels)):
            yield from (surface for surface in mesh.surfaces if len(surface.faces))

    def _shown_sets(self, material: int) -> set[int]:
        """Return the UV sets by which a material shows pictures, but for those that a texture turns."""
        if material == NOTHING:
            return set()
        textures = textures_of(self.model.materials[material])
        turned = {texture.uv_set for texture in textures if texture.transform and texture.transform[2]}
        return {texture.uv_set for texture in textures} - turned


def _checked(surface: Surface) -> Surface:
    told: tuple[NDArray[Any], ...] = (surface.points, *surface.uvs)
    for values in told:
        if not float(np.abs(values).max(initial=0)) < _FARTHEST:  # nor where it is not a number
            raise Invalid("A corner of the model is not at a finite place")
    return surface


def _without_joints(surface: Surface) -> Surface:
    return surface if surface.joints is None else replace(surface, joints=None, weights=None)


def _indices(surface: Surface) -> Column:
    kind = np.uint16 if len(surface.points) <= _CORNERS_OF_SHORTS else np.uint32
    return Column(surface.faces.reshape(-1, 1).astype(kind))
