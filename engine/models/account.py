"""The account of an operation: what its result came of, and what worked on it."""

from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import msgspec

from domain.work.base import Work
from engine.models.model import Json
from engine.provenance import sha256_of

_LIBRARIES = (
    "DracoPy", "alktx2", "astc-encoder-py", "embreex", "etcpak", "manifold3d", "meshopt", "numpy",
    "opengl-basisu", "pillow", "scipy", "texture2ddecoder", "trimesh", "usd-core", "wasmtime", "xatlas", "zstandard",
)  # fmt: skip
_PARENTS = ("mesh", "low", "asset_id", "asset", "textures")


def account_of(work: Work, source: bytes | dict[str, bytes]) -> Json:
    """Return the provenance of an operation's result.

    `source` is the content of the parent, or contents by the name that the work gives them (`albedo`, `low`, …): then
    `parents` lists them all, and the first is the parent.
    """
    named = source if isinstance(source, dict) else {}
    parameters = msgspec.to_builtins(work)
    assets = _assets_of(parameters)
    account: Json = {
        "parent_asset": next(iter(assets.values()), ""),
        "parent_sha256": sha256_of(next(iter(named.values()), b"") if isinstance(source, dict) else source),
        "operation": work.kind(),
        "parameters": {name: value for name, value in parameters.items() if name not in ("kind", "seed")},
        "seed": parameters.get("seed", 0),
        "versions": {"operation": work.version, "libraries": _library_versions()},
    }
    if len(named) > 1:
        account["parents"] = {
            name: {"asset": assets.get(name, ""), "sha256": sha256_of(data)} for name, data in named.items()
        }
    return account


def _assets_of(parameters: dict[str, Any]) -> dict[str, str]:
    """Return the assets that a work names, by the name it gives them."""
    found: dict[str, str] = {}
    for name in _PARENTS:
        value = parameters.get(name)
        if isinstance(value, str) and value:
            found[name] = value
        elif isinstance(value, dict):
            found |= {str(kind): str(asset) for kind, asset in value.items()}
    return found


@lru_cache(maxsize=1)
def _library_versions() -> dict[str, str]:
    """Return the versions of the libraries that shape results; one that is not installed took no part."""
    return {name: found for name in _LIBRARIES if (found := _version_of(name))}


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
