"""A model as a file of any format that is exported."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from domain.work.export import ExportCompression, Format
from engine.exporting.plain import without_pictures
from engine.exporting.readable import readable
from engine.exporting.scene import notes_of
from engine.models.gltf_zip import write_gltf_zip
from engine.models.model import Json, Model
from engine.models.writing import write_model
from engine.shapes import Tick, no_tick


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a format's files are called, and what they are."""

    ending: str
    media_type: str
    axes: str


KINDS: dict[Format, FileKind] = {
    "glb": FileKind("glb", "model/gltf-binary", "metres, Y up"),
    "gltf": FileKind("gltf.zip", "application/zip", "metres, Y up"),
    "usdz": FileKind("usdz", "model/vnd.usdz+zip", "metres, Y up"),
    "obj": FileKind("obj.zip", "application/zip", "metres, Y up"),
    "stl": FileKind("stl", "model/stl", "millimetres, Z up"),
    "ply": FileKind("ply", "model/ply", "metres, Y up"),
    "3mf": FileKind("3mf", "model/3mf", "millimetres, Z up"),
}
MOVING: tuple[Format, ...] = ("glb", "gltf")
"""Formats that keep nodes, skins, morph targets and animations."""


_OF_USD = (
    "KHR_materials_clearcoat", "KHR_materials_emissive_strength", "KHR_materials_ior", "KHR_materials_unlit",
)  # fmt: skip
"""Further materials of glTF of which USD's preview surface takes something."""


class Writer(Protocol):
    """Writes a model that stands still."""

    def __call__(self, model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
        """Return the file."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and sentences about what is not in it."""

    data: bytes
    notes: tuple[str, ...]


def write(
    model: Model,
    format: Format,
    *,
    compression: ExportCompression = "none",
    textures: bool = True,
    provenance: Json | None = None,
    tick: Tick = no_tick,
) -> Written:
    """Return the model in a format; the same model and options give the same bytes.

    Without `textures`, materials have the mean of what their pictures showed. Without `provenance`, the file tells
    nothing of where the model came from, nor does what the model itself brought along.

    Raises
    ------
    Invalid
        The model shows nothing, or holds a picture that cannot be read.
    TooLarge
        The scene shows more triangles than the format takes.
    """
    model = replace(model, extras={})
    notes = [] if format in MOVING else notes_of(model)
    if not textures or format not in MOVING:
        model, missing = readable(model)
        notes += missing
    if not textures:
        model = without_pictures(model)
    if format in MOVING:
        return Written(_gltf(format, model, compression, provenance), tuple(notes))
    notes += _lost(format, model)
    return Written(_writer(format)(model, provenance=provenance, tick=tick), tuple(notes))


def _gltf(format: Format, model: Model, compression: ExportCompression, provenance: Json | None) -> bytes:
    if format == "glb":
        return write_model(model, compression=compression, provenance=provenance)
    return write_gltf_zip(model, compression=compression, provenance=provenance)


def _writer(format: Format) -> Writer:
    """Return the writer of a format; its library is loaded only now, since that takes time and memory."""
    from engine.exporting import obj, ply, stl, three_mf

    if format == "usdz":
        from engine.exporting.usdz import usdz

        return usdz
    writers: dict[str, Callable[..., bytes]] = {
        "obj": obj.obj_zip, "stl": stl.stl, "ply": ply.ply, "3mf": three_mf.three_mf,
    }  # fmt: skip
    return writers[format]


def _lost(format: Format, model: Model) -> list[str]:
    """Return sentences about looks that a format has no words for."""
    pictured = bool(model.pictures)
    surfaces = [surface for mesh in model.meshes for surface in mesh.surfaces]
    lost = {
        "stl": (bool(model.materials) or pictured, "STL holds no colours, materials or pictures."),
        "ply": (pictured, "Pictures are told as colours at the corners; between them they are blended."),
        "3mf": (pictured, "Of the pictures only the colour is in it; printers know no others."),
        "usdz": (
            pictured and any(surface.colors is not None for surface in surfaces),
            "Where a surface has a picture, its corners' own colours are not multiplied in.",
        ),
    }  # fmt: skip
    is_lost, sentence = lost.get(format, (False, ""))
    return [sentence] * is_lost + _further(format, model)


def _further(format: Format, model: Model) -> list[str]:
    """Return a sentence that names the further materials of glTF that a format does not have."""
    known = _OF_USD if format == "usdz" else ()
    names = {name for material in model.materials for name in material.extensions if name not in known}
    return [f"Not in this format: {', '.join(sorted(names))}."] if names and format != "stl" else []
