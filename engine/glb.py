"""Binary glTF 2.0: write, read back, strip. Units are metres, Y up, as in glTF itself."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from domain.materials import CATALOGUE, Material, linear_of
from engine.assembling.bake import Textures
from engine.assembling.unwrap import UnwrappedMesh, split_at_creases
from engine.glb_reading import GlbFile, parse_glb
from engine.images import png
from engine.shapes import Assembly, Part

FLOAT, SHORT, INT = 5126, 5123, 5125
ARRAY_BUFFER, ELEMENT_BUFFER = 34962, 34963
GENERATOR = "Meshwright"
Json = dict[str, Any]

__all__ = ["GlbFile", "GlbMesh", "Primitive", "read_glb", "strip", "write_glb", "write_plain_glb"]


@dataclass(frozen=True, slots=True, eq=False)
class Primitive:
    """The triangles of one object that share a glTF material."""

    object_id: str
    material: str
    points: NDArray[np.float32]
    normals: NDArray[np.float32]
    tangents: NDArray[np.float32]
    uvs: NDArray[np.float32]
    faces: NDArray[np.uint32]


class _Binary:
    """The binary chunk as it grows, and the views and accessors into it."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.views: list[Json] = []
        self.accessors: list[Json] = []

    def view(self, content: bytes, target: int | None = None) -> int:
        self.data += b"\0" * (-len(self.data) % 4)
        view: Json = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(content)}
        if target is not None:
            view["target"] = target
        self.data += content
        self.views.append(view)
        return len(self.views) - 1

    def vertices(self, values: NDArray[np.float32], *, bounds: bool = False) -> int:
        view = self.view(values.astype("<f4").tobytes(), ARRAY_BUFFER)
        accessor: Json = {
            "bufferView": view, "componentType": FLOAT, "count": len(values), "type": f"VEC{values.shape[1]}",
        }  # fmt: skip
        if bounds:
            accessor["min"], accessor["max"] = values.min(axis=0).tolist(), values.max(axis=0).tolist()
        return self._accessor(accessor)

    def indices(self, faces: NDArray[np.uint32], vertices: int) -> int:
        kind, width = (SHORT, "<u2") if vertices < 65_535 else (INT, "<u4")
        view = self.view(faces.astype(width).tobytes(), ELEMENT_BUFFER)
        return self._accessor({"bufferView": view, "componentType": kind, "count": faces.size, "type": "SCALAR"})

    def _accessor(self, accessor: Json) -> int:
        self.accessors.append(accessor)
        return len(self.accessors) - 1


def write_glb(
    mesh: UnwrappedMesh,
    textures: Textures | None,
    extras: Json | None = None,
    *,
    encoded: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the mesh as a GLB file, one node for each object; `extras` goes into `asset.extras`.

    Opaque, transparent and shining surfaces are separate materials over the same pictures. `encoded` holds textures
    that are PNG files already, by name, so that they are not compressed twice.
    """
    binary = _Binary()
    primitives = primitives_of(mesh)
    used = list(dict.fromkeys(primitive.material for primitive in primitives))
    document: Json = {
        "asset": {"version": "2.0", "generator": GENERATOR} | ({"extras": extras} if extras else {}),
        "scene": 0,
        "scenes": [{"nodes": []}],
        "nodes": [],
        "meshes": [],
        "materials": [],
    }
    for object_id in dict.fromkeys(primitive.object_id for primitive in primitives):
        parts = [primitive for primitive in primitives if primitive.object_id == object_id]
        document["meshes"].append(
            {"name": object_id, "primitives": [_primitive(binary, part, used.index(part.material)) for part in parts]}
        )
        document["nodes"].append({"name": object_id, "mesh": len(document["meshes"]) - 1})
    document["scenes"][0]["nodes"] = list(range(len(document["nodes"])))
    pictures = _pictures(document, binary, textures, used, encoded or {}) if textures is not None else {}
    document["materials"] = [_material(name, pictures) for name in used]
    return _packed(document, binary)


def write_plain_glb(assembly: Assembly) -> bytes:
    """Return a GLB of an assembly without textures, in the plain colours of its materials: a preview."""
    binary = _Binary()
    looks = list(dict.fromkeys((part.material, part.color) for part in assembly.parts))
    document: Json = {
        "asset": {"version": "2.0", "generator": GENERATOR},
        "scene": 0,
        "scenes": [{"nodes": list(range(len(assembly.parts)))}],
        "nodes": [{"name": part.name, "mesh": index} for index, part in enumerate(assembly.parts)],
        "meshes": [
            {
                "name": part.name,
                "primitives": [_plain_primitive(binary, part, looks.index((part.material, part.color)))],
            }
            for part in assembly.parts
        ],
        "materials": [_plain_material(CATALOGUE[name], color) for name, color in looks],
    }
    return _packed(document, binary)


def _plain_primitive(binary: _Binary, part: Part, material: int) -> Json:
    points, normals, faces = split_at_creases(part)
    attributes = {
        "POSITION": binary.vertices(points.astype(np.float32), bounds=True),
        "NORMAL": binary.vertices(_exactly_unit(normals)),
    }
    return {"attributes": attributes, "indices": binary.indices(faces, len(points)), "material": material}


def _plain_material(material: Material, color: str) -> Json:
    albedo = [round(value, 5) for value in linear_of(color or material.albedo)]
    surface = {
        "baseColorFactor": [*albedo, material.opacity], "metallicFactor": material.metallic,
        "roughnessFactor": material.roughness,
    }  # fmt: skip
    found: Json = {"name": material.name, "pbrMetallicRoughness": surface}
    if material.is_transparent:
        found["alphaMode"] = "BLEND"
    if material.is_emissive:
        found["emissiveFactor"] = [min(1.0, material.emission * value) for value in albedo]
    return found


def primitives_of(mesh: UnwrappedMesh) -> list[Primitive]:
    """Return the mesh cut by object and by kind of surface, in order of first appearance."""
    kinds = [(part.object_id, surface_of(CATALOGUE[part.material])) for part in mesh.parts]
    groups = list(dict.fromkeys(kinds))
    group_of_face = np.array([groups.index(kind) for kind in kinds])[mesh.part_of_face]
    primitives = []
    for number, (object_id, material) in enumerate(groups):
        faces = mesh.faces[group_of_face == number]
        if len(faces):
            kept, local = np.unique(faces, return_inverse=True)
            primitives.append(
                Primitive(
                    object_id,
                    material,
                    mesh.points[kept].astype(np.float32),
                    _exactly_unit(mesh.normals[kept]),
                    _exactly_unit(mesh.tangents[kept]),
                    mesh.uvs[kept],
                    local.reshape(-1, 3).astype(np.uint32),
                )
            )
    return primitives


def surface_of(material: Material) -> str:
    """Return which glTF material shows this one."""
    if material.is_transparent:
        return "glass"
    return "light" if material.is_emissive else "surface"


def _exactly_unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vectors with their first three numbers at length 1 to the last bit of float32."""
    wide = vectors.astype(np.float64)
    wide[:, :3] /= np.linalg.norm(wide[:, :3], axis=1, keepdims=True)
    return wide.astype(np.float32)


def _primitive(binary: _Binary, part: Primitive, material: int) -> Json:
    attributes = {
        "POSITION": binary.vertices(part.points, bounds=True),
        "NORMAL": binary.vertices(part.normals),
        "TANGENT": binary.vertices(part.tangents),
        "TEXCOORD_0": binary.vertices(part.uvs),
    }
    return {"attributes": attributes, "indices": binary.indices(part.faces, len(part.points)), "material": material}


def _pictures(
    document: Json, binary: _Binary, textures: Textures, used: list[str], encoded: Mapping[str, bytes]
) -> dict[str, int]:
    packed = np.stack([textures.occlusion, textures.roughness, textures.metallic], axis=2)
    pictures = {"albedo": textures.albedo, "normal": textures.normal, "occlusion_roughness_metallic": packed}
    if textures.emission is not None and "light" in used:
        pictures["emission"] = textures.emission
    document["images"] = [
        {"name": name, "mimeType": "image/png", "bufferView": binary.view(encoded.get(name) or png(pixels))}
        for name, pixels in pictures.items()
    ]
    document["samplers"] = [{"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}]
    document["textures"] = [{"source": index, "sampler": 0} for index in range(len(pictures))]
    return {name: index for index, name in enumerate(pictures)}


def _material(name: str, pictures: dict[str, int]) -> Json:
    """Return a glTF material; without pictures a plain grey one."""
    surface: Json = {"metallicFactor": 1.0, "roughnessFactor": 1.0}
    material: Json = {"name": name, "pbrMetallicRoughness": surface}
    if not pictures:
        surface |= {"baseColorFactor": [0.8, 0.8, 0.8, 0.35 if name == "glass" else 1.0]}
        surface |= {"metallicFactor": 0.0, "roughnessFactor": 0.6}
    else:
        packed = {"index": pictures["occlusion_roughness_metallic"]}
        surface |= {"baseColorTexture": {"index": pictures["albedo"]}, "metallicRoughnessTexture": packed}
        material |= {"normalTexture": {"index": pictures["normal"]}, "occlusionTexture": packed}
    if name == "glass":
        material |= {"alphaMode": "BLEND"}
    if name == "light" and "emission" in pictures:
        material |= {"emissiveFactor": [1.0, 1.0, 1.0], "emissiveTexture": {"index": pictures["emission"]}}
    return material


def _packed(document: Json, binary: _Binary) -> bytes:
    binary.data += b"\0" * (-len(binary.data) % 4)
    document |= {"bufferViews": binary.views, "buffers": [{"byteLength": len(binary.data)}]}
    if binary.accessors:
        document["accessors"] = binary.accessors
    return joined_chunks(document, bytes(binary.data))


def joined_chunks(document: Json, binary: bytes) -> bytes:
    """Return a GLB file of its JSON and its binary chunk."""
    text = msgspec.json.encode(document)
    text += b" " * (-len(text) % 4)
    length = 12 + 8 + len(text) + 8 + len(binary)
    return b"".join([
        struct.pack("<4sII", b"glTF", 2, length),
        struct.pack("<I4s", len(text), b"JSON"), text,
        struct.pack("<I4s", len(binary), b"BIN\0"), binary,
    ])  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class GlbMesh:
    """What a GLB file of ours holds: its primitives, its pictures as PNG, its provenance."""

    primitives: tuple[Primitive, ...]
    images: dict[str, bytes]
    extras: Json

    @property
    def triangles(self) -> int:
        """Return the number of triangles."""
        return sum(len(primitive.faces) for primitive in self.primitives)


def read_glb(data: bytes) -> GlbMesh:
    """Return what a GLB file of ours holds.

    Raises
    ------
    Invalid
        It is not a GLB, is cut short, points outside of itself, or lacks what ours have.
    """
    file = parse_glb(data)
    primitives = []
    for mesh in file.objects("meshes"):
        for primitive in file.inner(mesh, "primitives"):
            primitives.append(_read_primitive(file, mesh, primitive))
    images = {
        str(image.get("name", index)): file.view(image.get("bufferView"))
        for index, image in enumerate(file.objects("images"))
    }
    asset = file.document.get("asset", {})
    extras = asset.get("extras", {}) if isinstance(asset, dict) else {}
    return GlbMesh(tuple(primitives), images, extras if isinstance(extras, dict) else {})


def _read_primitive(file: GlbFile, mesh: Json, primitive: Json) -> Primitive:
    attributes = primitive.get("attributes")
    if not isinstance(attributes, dict):
        raise Invalid("A primitive of the GLB has no attributes")
    points = file.accessor(attributes.get("POSITION"), "VEC3")
    normals = file.accessor(attributes.get("NORMAL"), "VEC3")
    tangents = file.accessor(attributes.get("TANGENT"), "VEC4")
    uvs = file.accessor(attributes.get("TEXCOORD_0"), "VEC2")
    if not len(points) == len(normals) == len(tangents) == len(uvs):
        raise Invalid("The attributes of a primitive differ in length")
    indices = file.accessor(primitive.get("indices"), "SCALAR").reshape(-1)
    if len(indices) % 3 or (len(indices) and int(indices.max()) >= len(points)):
        raise Invalid("The triangles of the GLB name corners that it does not have")
    materials = file.objects("materials")
    number = primitive.get("material")
    name = str(materials[number].get("name", "")) if isinstance(number, int) and 0 <= number < len(materials) else ""
    return Primitive(
        str(mesh.get("name", "")), name, points.astype(np.float32), normals.astype(np.float32),
        tangents.astype(np.float32), uvs.astype(np.float32), indices.reshape(-1, 3).astype(np.uint32),
    )  # fmt: skip


def strip(data: bytes, *, textures: bool = False, provenance: bool = False) -> bytes:
    """Return the GLB without its textures, without its provenance, or without both."""
    file = parse_glb(data)
    document, binary = file.document, file.binary
    if provenance:
        document = document | {"asset": {key: value for key, value in document["asset"].items() if key != "extras"}}
    if not textures:
        return joined_chunks(document, binary)
    return _without_pictures(GlbFile(document, binary))


def _without_pictures(file: GlbFile) -> bytes:
    document = {key: value for key, value in file.document.items() if key not in ("images", "samplers", "textures")}
    document["materials"] = [_material(str(each.get("name", "")), {}) for each in file.objects("materials")]
    gone = {image.get("bufferView") for image in file.objects("images")}
    kept = [index for index in range(len(file.objects("bufferViews"))) if index not in gone]
    shrunk = _Binary()
    views = file.objects("bufferViews")
    for index in kept:
        shrunk.view(file.view(index), views[index].get("target"))
    moved = {old: new for new, old in enumerate(kept)}
    accessors = [each | {"bufferView": moved[each["bufferView"]]} for each in file.objects("accessors")]
    shrunk.accessors = accessors
    return _packed(document, shrunk)
