"""Squeeze the geometry of a GLB with Draco (KHR_draco_mesh_compression)."""

from typing import Any

import DracoPy
import numpy as np

from domain.errors import GenerationFailed
from engine.glb import Primitive, joined_chunks, read_glb
from engine.glb_reading import GlbFile, parse_glb

NAME = "KHR_draco_mesh_compression"
_BITS = {"quantization_bits": 16, "tex_coord_quantization_bits": 14, "normal_quantization_bits": 12}
_TANGENT = 3
Json = dict[str, Any]


def compress(data: bytes) -> bytes:
    """Return the GLB with the geometry of every primitive as Draco; textures stay as they are.

    Positions keep 16 bits of each primitive's own box, texture coordinates 14, normals 12.

    Raises
    ------
    GenerationFailed
        What Draco gives back has other triangles than what went in.
    """
    file, mesh = parse_glb(data), read_glb(data)
    views = _pictures_only(file)
    binary = bytearray(views.pop("data"))
    primitives = iter(mesh.primitives)
    for each in file.objects("meshes"):
        for primitive in file.inner(each, "primitives"):
            _compress(file, primitive, next(primitives), views["views"], binary)
    document = file.document | {
        "bufferViews": views["views"], "buffers": [{"byteLength": len(binary)}], "extensionsUsed": [NAME],
        "extensionsRequired": [NAME],
    }  # fmt: skip
    return joined_chunks(document, bytes(binary) + b"\0" * (-len(binary) % 4))


def _pictures_only(file: GlbFile) -> Json:
    data = bytearray()
    views: list[Json] = []
    for image in file.objects("images"):
        content = file.view(image["bufferView"])
        image["bufferView"] = len(views)
        views.append(_appended(data, content))
    return {"data": data, "views": views}


def _appended(data: bytearray, content: bytes) -> Json:
    data += b"\0" * (-len(data) % 4)
    view = {"buffer": 0, "byteOffset": len(data), "byteLength": len(content)}
    data += content
    return view


def _compress(file: GlbFile, primitive: Json, part: Primitive, views: list[Json], binary: bytearray) -> None:
    content = DracoPy.encode(
        part.points, part.faces, normals=part.normals.astype(float), tex_coord=part.uvs.astype(float),
        compression_level=7,
        generic_attributes={_TANGENT: np.ascontiguousarray(part.tangents)}, **_BITS,
    )  # fmt: skip
    back = DracoPy.decode(content)
    if len(back.faces) != len(part.faces):
        raise GenerationFailed("Draco lost triangles", stage="packaging", wanted=len(part.faces), kept=len(back.faces))
    ids = {attribute["attribute_type"]: attribute["unique_id"] for attribute in back.attributes}
    accessors = file.objects("accessors")
    names = {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 3, "TANGENT": 4}  # Draco's attribute types
    for name in names:
        accessor = accessors[primitive["attributes"][name]]
        accessor["count"] = len(back.points)
    points = np.asarray(back.points, np.float32)
    position = accessors[primitive["attributes"]["POSITION"]]
    position["min"], position["max"] = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    for number in (*primitive["attributes"].values(), primitive["indices"]):
        accessors[number].pop("bufferView", None)
    primitive["extensions"] = {
        NAME: {"bufferView": len(views), "attributes": {name: ids[kind] for name, kind in names.items()}}
    }
    views.append(_appended(binary, content))
