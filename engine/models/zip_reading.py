"""Read the one model in a ZIP, with the buffers, materials and pictures that stand beside it."""

import posixpath
from collections.abc import Callable

from domain.errors import Invalid
from engine.models.files import Files, ZipFiles
from engine.models.limits import Reading
from engine.models.model import Model

_ENDINGS = (".gltf", ".glb", ".obj", ".ply", ".stl")
Reader = Callable[[bytes, str, Reading, Files], Model]


def is_zip(data: bytes) -> bool:
    """Tell whether a file starts as ZIPs do."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def read_zip(data: bytes, reading: Reading, read: Reader) -> Model:
    """Return the model in a ZIP, read by `read`."""
    files = ZipFiles(data, reading)
    path = _model_in(files.paths)
    content = files.found(path)
    assert content is not None
    files.folder = posixpath.dirname(path)
    return read(content, path, reading, files)


def _model_in(paths: tuple[str, ...]) -> str:
    """Return the path of the model: the one that stands highest, glTF before the others."""
    found = [path for path in paths if path.lower().endswith(_ENDINGS)]
    if not found:
        raise Invalid("The ZIP holds no model", field="file", allowed=list(_ENDINGS))
    found.sort(key=_rank)
    if len(found) > 1 and _rank(found[0]) == _rank(found[1]):
        raise Invalid("The ZIP holds several models; send them one by one", field="file", models=len(found))
    return found[0]


def _rank(path: str) -> tuple[int, int]:
    return path.count("/"), _ENDINGS.index(posixpath.splitext(path.lower())[1])
