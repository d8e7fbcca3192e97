"""USDZ: a package of a USD file and its pictures, as AR viewers take it. Metres, Y up.

Pictures are PNG or JPEG, since that is all that every viewer takes; geometry is never compressed.
Source: Pixar, "Usdz file format specification" 1.3 and "UsdPreviewSurface specification" 2.6.
"""

import tempfile
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from pxr import Kind, Sdf, Usd, UsdGeom, UsdShade, Vt

from engine.exporting.gallery import Gallery, material_of
from engine.exporting.packing import aligned
from engine.exporting.scene import Piece, pieces_of
from engine.exporting.usd_materials import Materials, st_name
from engine.exporting.xmp import TOOL, title_of
from engine.models.model import Json, Model
from engine.shapes import Tick, no_tick

MESHES, SHADERS = "/Model/Geometry", "/Model/Materials"


def usdz(model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
    """Return the model as a USDZ package; the same model gives the same bytes.

    Raises
    ------
    Invalid, TooLarge
        It shows no triangle, or too many.
    """
    pieces = pieces_of(model)
    layer = Sdf.Layer.CreateAnonymous(".usdc")
    stage = _stage(layer, provenance)
    gallery = Gallery(model)
    materials = Materials(stage, SHADERS, model, gallery)
    for number, piece in enumerate(pieces):
        tick(0.7 * number / len(pieces), "Writing the surfaces")
        _mesh(stage, piece, model, materials)
    tick(0.7, "Packing the file")
    return aligned({"model.usdc": _crate(layer), **materials.files})


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


def _mesh(stage: Usd.Stage, piece: Piece, model: Model, materials: Materials) -> None:
    surface = piece.surface
    material = material_of(model, surface)
    mesh = UsdGeom.Mesh.Define(stage, f"{MESHES}/{piece.name}")
    points = surface.points.astype(np.float32)
    mesh.CreatePointsAttr(_vectors(points))
    mesh.CreateExtentAttr(_vectors(np.array([points.min(axis=0), points.max(axis=0)])))
    mesh.CreateFaceVertexCountsAttr(Vt.IntArray.FromNumpy(np.full(len(surface.faces), 3, np.int32)))
    mesh.CreateFaceVertexIndicesAttr(Vt.IntArray.FromNumpy(np.ascontiguousarray(surface.faces.reshape(-1))))
    mesh.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    mesh.CreateDoubleSidedAttr(material.is_double_sided)
    if surface.normals is not None:
        mesh.CreateNormalsAttr(_vectors(surface.normals))
        mesh.SetNormalsInterpolation(UsdGeom.Tokens.vertex)
    look = materials.of(surface)
    primvars = UsdGeom.PrimvarsAPI(mesh)
    for key, uvs in look.coordinates(surface).items():
        st = primvars.CreatePrimvar(st_name(key), Sdf.ValueTypeNames.TexCoord2fArray, UsdGeom.Tokens.vertex)
        st.Set(Vt.Vec2fArray.FromNumpy(uvs))
    if surface.colors is not None:
        factor = np.array(material.base_color[:3], np.float32)
        shown = surface.colors[:, :3] * (1 if look.is_pictured else factor)
        color = mesh.CreateDisplayColorPrimvar(UsdGeom.Tokens.vertex)
        color.Set(_vectors(np.clip(shown, 0, 1)))
    binding = UsdShade.MaterialBindingAPI.Apply(mesh.GetPrim())
    binding.Bind(look.shader)


def _vectors(values: NDArray[Any]) -> Vt.Vec3fArray:
    return Vt.Vec3fArray.FromNumpy(np.ascontiguousarray(values, np.float32))


def _crate(layer: Sdf.Layer) -> bytes:
    with tempfile.TemporaryDirectory(prefix="meshwright-usd-") as folder:
        path = Path(folder) / "model.usdc"
        layer.Export(str(path))
        return path.read_bytes()
