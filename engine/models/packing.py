"""How the surfaces of a written glTF are packed: by what the file holds, whatever was asked for."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from engine.glb_reading import parse_glb
from engine.models import draco_packing
from engine.models.model import Json
from engine.models.writing import Compression

MESHOPT = ("EXT_meshopt_compression", "KHR_meshopt_compression")
PACKINGS = (draco_packing.EXTENSION, *MESHOPT)
"""Extensions by which geometry is packed."""
_WHY = {
    "draco": "Draco takes no morph targets, and nothing that it would not make smaller",
    "meshopt": "meshopt would not make them smaller",
}


@dataclass(frozen=True, slots=True)
class Packing:
    """What packs the surfaces of a file, how many of them, and how many there are; levels of detail count too."""

    compression: Compression = "none"
    packed: int = 0
    surfaces: int = 0


def packing_of(data: bytes) -> Packing:
    """Return how the surfaces are packed in a GLB, or in a ZIP with `model.gltf`, that was written here."""
    return _packing(_gltf(data))


def notes_on(wanted: Compression, packings: Sequence[Packing]) -> list[str]:
    """Return a sentence where files that should be packed so hold surfaces that are not."""
    surfaces = sum(packing.surfaces for packing in packings)
    plain = surfaces - sum(packing.packed for packing in packings)
    if wanted == "none" or not plain:
        return []
    count = (
        "No surface is" if plain == surfaces else f"{plain} of {surfaces} surfaces {'is' if plain == 1 else 'are'} not"
    )
    return [f"{count} packed: {_WHY[wanted]}"]


def _gltf(data: bytes) -> Json:
    if data[:4] == b"glTF":
        return parse_glb(data).document
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return msgspec.json.decode(archive.read("model.gltf"), type=dict[str, Any])


def _packing(gltf: Json) -> Packing:
    squeezed = {number for number, view in enumerate(gltf.get("bufferViews", [])) if _names(view) & set(MESHOPT)}
    accessors = [accessor.get("bufferView") in squeezed for accessor in gltf.get("accessors", [])]
    primitives = [each for mesh in gltf.get("meshes", []) for each in mesh["primitives"]]
    by_draco = sum(draco_packing.EXTENSION in _names(each) for each in primitives)
    by_meshopt = sum(any(accessors[number] for number in _accessors(each)) for each in primitives)
    name: Compression = "draco" if by_draco else "meshopt" if by_meshopt else "none"
    return Packing(name, by_draco or by_meshopt, len(primitives))


def _names(entry: Json) -> set[str]:
    return set(entry.get("extensions", {}))


def _accessors(primitive: Json) -> Iterator[int]:
    for columns in (primitive["attributes"], *primitive.get("targets", [])):
        yield from columns.values()
    if "indices" in primitive:
        yield primitive["indices"]
