"""What a model was made with."""

import hashlib
from functools import lru_cache
from importlib.metadata import version
from typing import Any

STAGE_VERSIONS = {
    "geometry_generation": "1.2", "uv_unwrapping": "1.2", "texture_baking": "1.2", "packaging": "1.2",
}  # fmt: skip
"""Raised whenever the same input gives other bytes; the planner has a version of its own."""

_LIBRARIES = ("embreex", "manifold3d", "numpy", "pillow", "scipy", "xatlas")


@lru_cache(maxsize=1)
def library_versions() -> dict[str, str]:
    """Return the versions of the libraries that shape the result."""
    return {name: version(name) for name in _LIBRARIES}


def sha256_of(data: bytes) -> str:
    """Return the hash by which an artefact is known, as hex."""
    return hashlib.sha256(data).hexdigest()


def made_with(planner_version: str) -> dict[str, Any]:
    """Return the versions of every stage and library."""
    return {"stages": {"planning": planner_version, **STAGE_VERSIONS}, "libraries": library_versions()}
