"""Read glTF 2.0: GLB, or .gltf with its buffers in data URIs or beside it in a ZIP."""

import struct

import numpy as np

from domain.errors import Invalid
from engine.models import draco_decoding, gltf_instances, gltf_meshopt
from engine.models.draco_decoding import Decoder
from engine.models.files import NO_FILES, Files
from engine.models.gltf_accessors import Accessors
from engine.models.gltf_animations import animations_of
from engine.models.gltf_buffers import Buffers
from engine.models.gltf_materials import Materials
from engine.models.gltf_scene import nodes_of, roots_of, skins_of
from engine.models.gltf_schema import Document, MeshEntry, document_of
from engine.models.gltf_surfaces import Surfaces
from engine.models.limits import Reading, within
from engine.models.model import Json, Mesh, Model, Node
from engine.models.pruning import pruned

_UNPACKED = ("KHR_mesh_quantization", draco_decoding.NAME, *gltf_meshopt.NAMES)
_TEXTURES = ("KHR_texture_transform", "KHR_texture_basisu", "EXT_texture_webp")
_LEFT_OUT = {
    "KHR_lights_punctual": "Lights were left out",
    "KHR_materials_variants": "Other variants of the materials were left out",
    "KHR_animation_pointer": "Animations of other things than nodes were left out",
    "MSFT_lod": "Only the finest level of detail was read",
}
READ = (*_UNPACKED, *_TEXTURES, *_LEFT_OUT, "KHR_xmp_json_ld", gltf_instances.NAME)
"""Extensions that a file may require; those named KHR_materials_… too."""
_JSON, _BINARY = b"JSON", b"BIN\0"


def read_glb(data: bytes, reading: Reading, files: Files = NO_FILES) -> Model:
    """Return the scene of a GLB."""
    text, binary = chunks_of(data)
    return _read(text, binary, files, reading)


def read_gltf(data: bytes, reading: Reading, files: Files = NO_FILES) -> Model:
    """Return the scene of a .gltf whose buffers are data URIs or among `files`."""
    return _read(data.removeprefix(b"\xef\xbb\xbf"), b"", files, reading)


def chunks_of(data: bytes) -> tuple[bytes, bytes]:
    """Return the JSON and the binary chunk of a GLB; chunks of other kinds are passed over."""
    if len(data) < 20:
        raise Invalid("The GLB is cut short", field="file")
    version, length = struct.unpack_from("<II", data, 4)
    if version != 2:
        raise Invalid(f"The GLB is of version {version}; version 2 is read", field="file", allowed=[2])
    if length > len(data):
        raise Invalid("The GLB is cut short", field="file")
    found: dict[bytes, bytes] = {}
    place = 12
    while place + 8 <= length:
        size, kind = struct.unpack_from("<I4s", data, place)
        if place + 8 + size > length:
            raise Invalid("A chunk of the GLB is longer than the file", field="file")
        if place == 12 and kind != _JSON:
            raise Invalid("The GLB does not start with its JSON", field="file")
        found.setdefault(kind, data[place + 8 : place + 8 + size] if kind in (_JSON, _BINARY) else b"")
        place += 8 + size
    return found.get(_JSON, b""), found.get(_BINARY, b"")


def _read(text: bytes, binary: bytes, files: Files, reading: Reading) -> Model:
    within(len(text), reading.limits.json_bytes_max, "json_bytes_max", "bytes of JSON")
    objects = text.count(b"{") + text.count(b"[")
    within(objects, reading.limits.json_objects_max, "json_objects_max", "objects and lists in its JSON")
    if _depth(text) > reading.limits.depth_max:
        raise Invalid("The JSON of the glTF is not valid: it is nested too deeply", field="gltf")
    document = document_of(text)
    _check(document)
    for name in document.extensions_used:
        if name in _LEFT_OUT:
            reading.note(_LEFT_OUT[name])
    buffers = Buffers(document, binary, files, reading)
    accessors = Accessors(document, buffers, reading)
    materials, pictures = Materials(document, buffers, files, reading).read()
    nodes = gltf_instances.spread(nodes_of(document, reading), document, accessors, reading)
    with Decoder(reading) as decoder:
        meshes = _meshes(document, Surfaces(accessors, buffers, reading, len(document.materials), decoder), reading)
    if not nodes:
        nodes = tuple(Node(mesh.name, mesh=number) for number, mesh in enumerate(meshes))
    model = Model(
        nodes=nodes, roots=roots_of(document, reading) if document.nodes else tuple(range(len(nodes))), meshes=meshes,
        materials=materials, pictures=pictures, skins=skins_of(document, accessors, reading),
        animations=animations_of(document, accessors, reading),
        extras=_extras(document), source="gltf",
    )  # fmt: skip
    return pruned(model)


def _depth(text: bytes) -> int:
    """Return how deeply a JSON is nested; brackets in its strings count too, so it is less in truth."""
    content = np.frombuffer(text, np.uint8)
    is_open, is_close = ((content == ord(one)) | (content == ord(other)) for one, other in ("{[", "}]"))
    steps = is_open.astype(np.int8) - is_close
    return int(np.cumsum(steps[steps != 0], dtype=np.int64).max(initial=0))


def _extras(document: Document) -> Json:
    """Return what the file says of itself, with whose it is."""
    extras = document.asset.extras if isinstance(document.asset.extras, dict) else {}
    return {"copyright": document.asset.copyright} | extras if document.asset.copyright else extras


def _check(document: Document) -> None:
    least = document.asset.min_version or document.asset.version
    if not least.startswith("2."):
        raise Invalid("The glTF is of another version; 2.0 is read", field="asset.version", allowed=["2.0"])
    unknown = [
        name for name in document.extensions_required if name not in READ and not name.startswith("KHR_materials_")
    ]
    if unknown:
        raise Invalid(f"The glTF requires {', '.join(unknown[:5])[:200]}, which is not read here",
                      field="extensionsRequired", allowed=[*READ, "KHR_materials_*"])  # fmt: skip


def _meshes(document: Document, surfaces: Surfaces, reading: Reading) -> tuple[Mesh, ...]:
    primitives = sum(len(entry.primitives) for entry in document.meshes)
    within(primitives, reading.limits.surfaces_max, "surfaces_max", "primitives")
    return tuple(_mesh(entry, surfaces) for entry in document.meshes)


def _mesh(entry: MeshEntry, surfaces: Surfaces) -> Mesh:
    made = [surfaces.surface(primitive) for primitive in entry.primitives]
    return Mesh(tuple(each for each in made if each is not None), entry.name or "", tuple(entry.weights))
