"""Write a model as a ZIP of a .gltf file and what belongs to it: its geometry and its pictures."""

import io
import zipfile
from collections.abc import Mapping

import msgspec

from engine.models.model import Json, Model
from engine.models.writing import Compression, document_of

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can tell: the same model gives the same bytes
_READABLE = 0o644 << 16
_EFFORT = 4  # of zlib's 9: as small as 6 on text of numbers, and four times as fast
_PACKED_ALREADY = (".png", ".jpeg", ".webp", ".ktx2")


def write_gltf_zip(model: Model, *, compression: Compression = "none", provenance: Json | None = None) -> bytes:
    """Return `model.gltf`, `model.bin` and `textures/` as a ZIP; see `writing.write_model`."""
    document = document_of(model, compression=compression, provenance=provenance, has_files=True)
    told, binary = document.closed()
    files = dict(document.files)
    if binary:
        told["buffers"][0]["uri"] = "model.bin"
        files = {"model.bin": binary} | files
    text = msgspec.json.format(msgspec.json.encode(told), indent=2)
    return zipped({"model.gltf": text} | files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP, in their order; the same files give the same bytes."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = 3, _READABLE
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED_ALREADY) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=_EFFORT)
    return found.getvalue()
