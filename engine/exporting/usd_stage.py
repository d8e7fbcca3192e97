"""A model as USD writes it, in a process of its own: `engine.exporting.usdz`.

Source: Pixar, "Usdz file format specification" 1.3 and "UsdPreviewSurface specification" 2.6.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from pxr import Kind, Sdf, Usd, UsdGeom, Vt

from engine.exporting.gallery import Gallery, material_of
from engine.exporting.scene import Piece
from engine.exporting.usd_materials import Look, Materials, st_name
from engine.exporting.xmp import TOOL, title_of
from engine.models.model import Json, Material, Model

_TYPES = Sdf.ValueTypeNames
MESHES, SHADERS = "/Model/Geometry", "/Model/Materials"


def files_of(model: Model, pieces: Sequence[Piece], provenance: Json | None) -> dict[str, bytes]:
    """Return the files of a package: the layer, and the pictures by their path.

    Raises
    ------
    Invalid
        A picture cannot be read.
    """
    layer = Sdf.Layer.CreateAnonymous(".usdc")
    materials = Materials(_stage(layer, provenance), SHADERS, model, Gallery(model))
    looks = [materials.of(piece.surface) for piece in pieces]
    with Sdf.ChangeBlock():  # a stage that takes note of each prim is slow where there are thousands
        for piece, look in zip(pieces, looks, strict=True):
            _mesh(layer, piece, material_of(model, piece.surface), look)
    return {"model.usdc": _crate(layer), **materials.files}


def _stage(layer: Sdf.Layer, provenance: Json | None) -> Usd.Stage:
    stage = Usd.Stage.Open(layer)
    UsdGeom.SetStageUpAxis(stage, UsdGeom.Tokens.y)
    UsdGeom.SetStageMetersPerUnit(stage, 1.0)
    root = UsdGeom.Xform.Define(stage, "/Model").GetPrim()
    stage.SetDefaultPrim(root)
    Usd.ModelAPI(root).SetKind(Kind.Tokens.component)
    UsdGeom.Scope.Define(stage, MESHES)
    layer.customLayerData = {"creator": TOOL, **_told(provenance)}
    return stage


def _told(provenance: Json | None) -> dict[str, Any]:
    """Return what the layer says of where the model came from: plain words, and the whole account as JSON."""
    if provenance is None:
        return {}
    return {"title": title_of(provenance), "provenance": msgspec.json.encode(provenance, order="sorted").decode()}


def _mesh(layer: Sdf.Layer, piece: Piece, material: Material, look: Look) -> None:
    surface = piece.surface
    mesh = _Prim(layer, f"{MESHES}/{piece.name}")
    points = surface.points.astype(np.float32)
    mesh.set("points", _TYPES.Point3fArray, _vectors(points))
    mesh.set("extent", _TYPES.Float3Array, _vectors(np.array([points.min(axis=0), points.max(axis=0)])))
    mesh.set("faceVertexCounts", _TYPES.IntArray, Vt.IntArray.FromNumpy(np.full(len(surface.faces), 3, np.int32)))
    indices = np.ascontiguousarray(surface.faces.reshape(-1))
    mesh.set("faceVertexIndices", _TYPES.IntArray, Vt.IntArray.FromNumpy(indices))
    mesh.set("subdivisionScheme", _TYPES.Token, "none", is_uniform=True)
    mesh.set("doubleSided", _TYPES.Bool, material.is_double_sided, is_uniform=True)
    if surface.normals is not None:
        mesh.set("normals", _TYPES.Normal3fArray, _vectors(surface.normals), by="vertex")
    for place, uvs in look.coordinates(surface).items():
        mesh.set(f"primvars:{st_name(place)}", _TYPES.TexCoord2fArray, Vt.Vec2fArray.FromNumpy(uvs), by="vertex")
    if surface.colors is not None:
        factor = 1.0 if look.is_pictured else np.array(material.base_color[:3], np.float32)
        shown = np.clip(surface.colors[:, :3] * factor, 0, 1)
        mesh.set("primvars:displayColor", _TYPES.Color3fArray, _vectors(shown), by="vertex")
    mesh.bind(look.path)


class _Prim:
    """A mesh as it is written into a layer."""

    def __init__(self, layer: Sdf.Layer, path: str) -> None:
        self._spec = Sdf.CreatePrimInLayer(layer, path)
        self._spec.specifier, self._spec.typeName = Sdf.SpecifierDef, "Mesh"

    def set(self, name: str, kind: Sdf.ValueTypeName, value: Any, *, by: str = "", is_uniform: bool = False) -> None:
        """Write an attribute; `by` says what has one of its values each."""
        variability = Sdf.VariabilityUniform if is_uniform else Sdf.VariabilityVarying
        attribute = Sdf.AttributeSpec(self._spec, name, kind, variability)
        attribute.default = value
        if by:
            attribute.SetInfo("interpolation", by)

    def bind(self, material: str) -> None:
        """Have the mesh wear a material."""
        self._spec.SetInfo("apiSchemas", Sdf.TokenListOp.Create(prependedItems=["MaterialBindingAPI"]))
        binding = Sdf.RelationshipSpec(self._spec, "material:binding")
        binding.targetPathList.Prepend(material)


def _vectors(values: NDArray[Any]) -> Vt.Vec3fArray:
    return Vt.Vec3fArray.FromNumpy(np.ascontiguousarray(values, np.float32))


def _crate(layer: Sdf.Layer) -> bytes:
    with tempfile.TemporaryDirectory(prefix="meshwright-usd-") as folder:
        path = Path(folder) / "model.usdc"
        layer.Export(str(path))
        return path.read_bytes()
