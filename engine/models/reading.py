"""Read a model of any format: GLB, glTF, OBJ, PLY, STL, or a ZIP of one with what belongs to it."""

import numpy as np

from domain.errors import Invalid
from engine.models.checking import checked
from engine.models.files import NO_FILES, Files
from engine.models.gltf_reading import read_glb, read_gltf
from engine.models.limits import Reading, ReadLimits, within
from engine.models.model import Model
from engine.models.obj_reading import is_obj, read_obj
from engine.models.ply_reading import is_ply, read_ply
from engine.models.stl_reading import is_binary_stl, is_text_stl, read_stl
from engine.models.zip_reading import is_zip, read_zip

__all__ = ["ReadLimits", "read_model"]
FORMATS = ("glb", "gltf", "obj", "ply", "stl", "zip")
DEFAULTS = ReadLimits()


def read_model(data: bytes, name: str = "", *, limits: ReadLimits = DEFAULTS) -> Model:
    """Return the scene in a file; its format is told from its content, and `name` only helps where that says nothing.

    Raises
    ------
    Invalid
        It is broken, empty, or shows nothing.
    TooLarge
        It holds more than `limits` allow.
    """
    within(len(data), limits.bytes_max, "bytes_max", "bytes")
    reading = Reading(limits)
    with np.errstate(over="ignore", invalid="ignore"):  # what overflows is found and refused at the end
        model = read_zip(data, reading, _read) if is_zip(data) else _read(data, name, reading, NO_FILES)
        return checked(model, reading)


def _read(data: bytes, name: str, reading: Reading, files: Files) -> Model:
    if data[:4] == b"glTF":
        return read_glb(data, reading, files)
    if is_ply(data):
        return read_ply(data, reading, files)
    if is_text_stl(data) or is_binary_stl(data) or name.lower().endswith(".stl"):
        return read_stl(data, reading)
    if data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return read_gltf(data, reading, files)
    if is_obj(data) or name.lower().endswith(".obj"):
        return read_obj(data, reading, files)
    raise Invalid("The file is of no form that is read here, or broken", field="file", allowed=list(FORMATS))
