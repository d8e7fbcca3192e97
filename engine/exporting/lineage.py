"""What an export came of: the account that goes into its file, and the same as W3C PROV beside it."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import msgspec

from domain.citations import as_json, citations_of
from domain.work import Export
from engine.exporting.xmp import title_of
from engine.models.account import account_of
from engine.models.model import Json, Model
from engine.provenance import sha256_of

_LIBRARIES = {"draco": "DracoPy", "meshopt": "meshopt"}
_OWN = "urn:meshwright:"


def account_for(work: Export, source: bytes, model: Model) -> Json:
    """Return the account that an export's file carries: the model's own, the export's beside it, and citations."""
    known = model.extras.get("provenance")
    own = dict(known) if isinstance(known, Mapping) else {}
    account = own | {
        "export": account_of(work, source),
        "citations": as_json(citations_of(own, libraries=_libraries(work))),
    }
    plain: Json = msgspec.json.decode(msgspec.json.encode(account))
    return plain


def prov_json(account: Json, *, file_sha256: str, format: str, size_bytes: int) -> bytes:
    """Return the account as PROV-JSON; the whole of it stands as text in the file's own entity.

    Source: W3C, "The PROV-JSON serialization", 2013.
    """
    export = account["export"]
    file, source = "mw:file", "mw:source"
    document: Json = {
        "prefix": {"mw": _OWN, "dcterms": "http://purl.org/dc/terms/"},
        "entity": {
            file: {
                "prov:label": title_of(account), "mw:sha256": file_sha256, "mw:format": format,
                "mw:sizeBytes": size_bytes, "mw:account": msgspec.json.encode(account, order="sorted").decode(),
            },
            source: {"mw:sha256": export["parent_sha256"], "mw:asset": export["parent_asset"]},
            **_cited(account),
        },
        "activity": {"mw:export": {"prov:label": "export", **_parameters(export)}},
        "agent": {"mw:meshwright": _agent()},
        "used": {"_:used1": {"prov:activity": "mw:export", "prov:entity": source}},
        "wasGeneratedBy": {"_:made1": {"prov:entity": file, "prov:activity": "mw:export"}},
        "wasDerivedFrom": {"_:from1": {"prov:generatedEntity": file, "prov:usedEntity": source}},
        "wasAssociatedWith": {"_:by1": {"prov:activity": "mw:export", "prov:agent": "mw:meshwright"}},
        "wasInfluencedBy": {
            f"_:cites{number}": {"prov:influencee": file, "prov:influencer": name}
            for number, name in enumerate(_cited(account), 1)
        },
    }  # fmt: skip
    _tell_making(document, account, source)
    filled = {name: value for name, value in document.items() if value}
    return msgspec.json.format(msgspec.json.encode(filled), indent=2)


def digest(account: Json) -> Json:
    """Return the part of the account that an answer shows: seed, parent, operation, versions and citations."""
    export = account["export"]
    return {
        "seed": account.get("seed"),
        "parent_asset": export["parent_asset"], "parent_sha256": export["parent_sha256"],
        "operation": export["operation"], "parameters": export["parameters"], "versions": export["versions"],
        "citations": account["citations"],
    }  # fmt: skip


def sha256(data: bytes) -> str:
    """Return the hash by which a file is known."""
    return sha256_of(data)


def _libraries(work: Export) -> dict[str, str]:
    """Return the libraries that shape an export of this kind, with their versions."""
    names = [_LIBRARIES.get(work.compression, ""), "usd-core" if work.format == "usdz" else ""]
    return {name: found for name in names if name and (found := _version_of(name))}


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _cited(account: Json) -> dict[str, Json]:
    """Return the citations as entities, by name."""
    found: dict[str, Json] = {}
    for number, each in enumerate(account["citations"], 1):
        told = {"prov:label": each["name"], "dcterms:bibliographicCitation": each["reference"]}
        optional = {"dcterms:identifier": "url", "dcterms:license": "licence", "dcterms:hasVersion": "version"}
        told |= {word: each[name] for word, name in optional.items() if each.get(name)}
        found[f"mw:citation{number}"] = {**told, "mw:kind": each["kind"]}
    return found


def _parameters(operation: Mapping[str, Any]) -> Json:
    told = {f"mw:{name}": value for name, value in operation["parameters"].items() if isinstance(value, str | int)}
    return told | {"mw:version": str(operation["versions"]["operation"])}


def _agent() -> Json:
    kind = {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}
    return {"prov:type": kind, "prov:label": "Meshwright", "mw:version": version("meshwright")}


def _tell_making(document: Json, account: Json, source: str) -> None:
    """Add how the source came to be, as far as its own account tells it."""
    if "prompt" in account:
        document["entity"]["mw:prompt"] = {"prov:label": "prompt", "mw:text": str(account["prompt"])}
        document["activity"]["mw:making"] = {"prov:label": "text to model", "mw:seed": account.get("seed") or 0}
        document["used"]["_:used2"] = {"prov:activity": "mw:making", "prov:entity": "mw:prompt"}
    elif isinstance(account.get("operation"), str):
        document["activity"]["mw:making"] = {"prov:label": account["operation"], "mw:seed": account.get("seed") or 0}
    else:
        return
    document["wasGeneratedBy"]["_:made2"] = {"prov:entity": source, "prov:activity": "mw:making"}
    document["wasAssociatedWith"]["_:by2"] = {"prov:activity": "mw:making", "prov:agent": "mw:meshwright"}
