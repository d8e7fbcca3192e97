"""Whom a model rests on: the libraries, models and published figures that its account names, each with its source."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from domain.materials import CATALOGUE
from domain.materials.inventory import INDICATIVE, UNCHECKED

Json = Mapping[str, Any]


class Citation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A work that is to be named where the model is shown."""

    kind: Literal["library", "model", "data"]
    name: str
    reference: str
    url: str = ""
    licence: str = ""
    version: str = ""
    used_for: str = ""


def _library(name: str, reference: str, url: str, licence: str, used_for: str) -> Citation:
    return Citation("library", name, reference, url, licence, used_for=used_for)


_LIBRARIES = {
    each.name: each
    for each in (
        _library(
            "embreex",
            "Wald, Woop, Benthin, Johnson, Ernst: Embree: A Kernel Framework for Efficient CPU Ray Tracing, "
            "ACM Transactions on Graphics 33(4), 2014",
            "https://doi.org/10.1145/2601097.2601199", "Apache-2.0", "rays",
        ),
        _library("manifold3d", "Lalish and contributors: Manifold", "https://github.com/elalish/manifold", "Apache-2.0",
                 "solids"),
        _library("xatlas", "Young and contributors: xatlas", "https://github.com/jpcy/xatlas", "MIT",
                 "texture coordinates"),
        _library(
            "numpy", "Harris et al.: Array programming with NumPy, Nature 585, 2020",
            "https://doi.org/10.1038/s41586-020-2649-2", "BSD-3-Clause", "arrays",
        ),
        _library(
            "scipy", "Virtanen et al.: SciPy 1.0: fundamental algorithms for scientific computing in Python, "
            "Nature Methods 17, 2020",
            "https://doi.org/10.1038/s41592-019-0686-2", "BSD-3-Clause", "neighbours and sparse systems",
        ),
        _library("pillow", "Clark and contributors: Pillow", "https://python-pillow.github.io", "MIT-CMU", "pictures"),
        _library("DracoPy", "Draco 3D data compression, by way of DracoPy", "https://github.com/google/draco",
                 "Apache-2.0", "compression"),
        _library("meshopt", "Kapoulkine and contributors: meshoptimizer", "https://github.com/zeux/meshoptimizer",
                 "MIT", "compression and simplification"),
        _library("usd-core", "Pixar: OpenUSD", "https://openusd.org", "TOST-1.0", "USD files"),
        _library("astc-encoder-py", "Arm: astcenc, the ASTC encoder", "https://github.com/ARM-software/astc-encoder",
                 "Apache-2.0", "texture compression"),
        _library("etcpak", "Taudul and contributors: etcpak", "https://github.com/wolfpld/etcpak", "BSD-3-Clause",
                 "texture compression"),
    )
}  # fmt: skip
_OF_OPERATIONS = {
    "optimize_mesh": ("meshopt", "DracoPy"), "unwrap_mesh": ("xatlas",), "bake_textures": ("embreex", "pillow"),
    "optimize_textures": ("astc-encoder-py", "etcpak", "pillow"),
}  # fmt: skip
_ENCODER = Citation(
    "model", "all-MiniLM-L6-v2",
    "Reimers, Gurevych: Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks, EMNLP 2019, over Wang et al.: "
    "MiniLM, 2020",
    "https://arxiv.org/abs/1908.10084", "Apache-2.0", used_for="words the lexicon lacks",
)  # fmt: skip
_SHAP_E = Citation(
    "model", "Shap-E", "Jun, Nichol: Shap-E: Generating Conditional 3D Implicit Functions, 2023",
    "https://arxiv.org/abs/2305.02463", "MIT", used_for="shapes",
)  # fmt: skip


def citations_of(account: Json, *, libraries: Mapping[str, str] | None = None) -> tuple[Citation, ...]:
    """Return the citations for a model of this account; `libraries` are further ones, with their versions.

    An account that is not of our making, or lacks what is looked for, adds none.
    """
    known = _inner(account, "versions", "libraries")
    if operation := account.get("operation"):
        known = {name: known[name] for name in _OF_OPERATIONS.get(str(operation), ()) if name in known}
    found = [*_models(account), *_figures(account), *_libraries({**known, **(libraries or {})})]
    return tuple(dict.fromkeys(found))


def as_json(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """Return citations as plain JSON."""
    plain: list[dict[str, Any]] = msgspec.to_builtins(tuple(citations), builtin_types=())
    return list(plain)


def _models(account: Json) -> Iterator[Citation]:
    planning = _inner(account, "stages", "planning")
    if planning.get("generation_method") == "planner" or str(planning.get("fallback_reason", "")):
        yield _ENCODER
    if isinstance(name := planning.get("model"), str) and name:
        yield Citation("model", name, "the language model that the operator of the server set", used_for="words")
    if _inner(account, "stages", "geometry_generation").get("maker") == "shap-e":
        yield _SHAP_E


def _figures(account: Json) -> Iterator[Citation]:
    """Yield where the published figures of the materials stand, as far as any was checked."""
    for name in sorted(_materials(account)):
        material = CATALOGUE.get(name)
        if material is None:
            continue
        if material.carbon_kg_per_kg is not None and material.carbon_source != UNCHECKED:
            yield Citation("data", f"{name}: embodied carbon", material.carbon_source, used_for="materials")
        if material.price_source and material.price_source != INDICATIVE:
            yield Citation("data", f"{name}: price", material.price_source, used_for="materials")


def _materials(account: Json) -> set[str]:
    objects = _inner(account, "spec").get("objects")
    listed = objects if isinstance(objects, list | tuple) else ()
    return {str(each.get("material", "")) for each in listed if isinstance(each, Mapping)}


def _libraries(versions: Mapping[str, Any]) -> Iterator[Citation]:
    for name in sorted(versions, key=str.lower):
        if name in _LIBRARIES:
            yield msgspec.structs.replace(_LIBRARIES[name], version=str(versions[name]))


def _inner(account: Json, *names: str) -> Json:
    """Return an object that lies within the account, empty where it has none."""
    found: Any = account
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}
