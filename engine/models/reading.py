"""Read a model of any format: GLB, glTF, OBJ, PLY, STL, or a ZIP of one with what belongs to it."""

from domain.errors import Invalid
from engine.models.checking import checked
from engine.models.gltf_reading import read_glb, read_gltf
from engine.models.limits import Reading, ReadLimits, within
from engine.models.model import Model
from engine.models.obj_reading import is_obj, read_obj
from engine.models.stl_reading import is_binary_stl, is_text_stl, read_stl

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
    return checked(_read(data, name, reading), reading)


def _read(data: bytes, name: str, reading: Reading) -> Model:
    head = data[:4]
    if head == b"glTF":
        return read_glb(data, reading)
    if is_text_stl(data) or (is_binary_stl(data) and not _looks_like_text(data)):
        return read_stl(data, reading)
    if data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return read_gltf(data, reading)
    if is_obj(data) or name.lower().endswith(".obj"):
        return read_obj(data, reading)
    raise Invalid("The file is of no form that is read here, or broken", field="file", allowed=list(FORMATS))


def _looks_like_text(data: bytes) -> bool:
    return b"\0" not in data[:1024]
