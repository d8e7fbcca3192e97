"""Under which name the result of a stage is kept: the same inputs, parameters and versions have the same name."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from domain.errors import Invalid
from domain.work.reconstruct import KEPT_PREFIX

_KEY_LENGTH = 16
_DATE = (1980, 1, 1, 0, 0, 0)
FACTS = "facts.json"
_LEVEL = 1
_VERSIONS: dict[str, int] = {"frames": 3, "features": 1, "matching": 1, "mapping": 2, "dense": 2, "meshing": 3}
"""Of our own part in each stage: counted up when it comes to make something else of the same."""
_LIBRARIES: dict[str, tuple[str, ...]] = {
    "frames": ("av", "pillow", "opencv-python-headless"), "features": ("pycolmap",), "matching": ("pycolmap",),
    "mapping": ("pycolmap",), "dense": ("pycolmap", "torch", "numpy"), "meshing": ("numpy", "scipy"),
}  # fmt: skip


def key_of(stage: str, *before: str, **parameters: Any) -> str:
    """Return what a stage's result depends on as 16 hexadecimal digits; `before` are keys or hashes of its inputs."""
    told = [stage, _VERSIONS[stage], [_version_of(name) for name in _LIBRARIES[stage]], before, parameters]
    return hashlib.sha256(msgspec.json.encode(told, order="sorted")).hexdigest()[:_KEY_LENGTH]


def name_of(stage: str, key: str) -> str:
    """Return the name of the file that keeps a stage's result."""
    return f"{KEPT_PREFIX}{stage}-{key}.zip"


def library_versions() -> dict[str, str]:
    """Return the versions of the libraries that shape a reconstruction."""
    return {name: _version_of(name) for name in sorted({name for names in _LIBRARIES.values() for name in names})}


def content_key(paths: Iterable[Path]) -> str:
    """Return one hash of files, in order."""
    whole = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def zipped(facts: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """Return facts and files as one file; the same content gives the same bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in ((FACTS, msgspec.json.encode(facts)), *files.items()):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return data.getvalue()


def unzipped(path: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the facts and files that `zipped` put into one.

    Raises
    ------
    Invalid
        The file is broken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            facts = msgspec.json.decode(archive.read(FACTS), type=dict[str, Any])
            return facts, {name: archive.read(name) for name in archive.namelist() if name != FACTS}
    except (zipfile.BadZipFile, KeyError, msgspec.MsgspecError, zlib.error) as error:
        raise Invalid("The file is broken", field="earlier") from error
