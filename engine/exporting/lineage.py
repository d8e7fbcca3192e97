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
_TOOL = "mw:meshwright"
FILE = "mw:file"


def account_for(work: Export, source: bytes, model: Model) -> Json:
    """Return the account that an export's file carries.

    It is the model's own with the export beside it, what the model came of, and the citations of all of them.
    """
    known = model.extras.get("provenance")
    own = dict(known) if isinstance(known, Mapping) else {}
    cited = [*citations_of(own, libraries=_libraries(work))]
    cited += [each for ancestor in work.ancestors for each in ancestor.citations]
    export = account_of(work, source)
    export["parameters"].pop("ancestors", None)
    ancestors = [
        {name: fact for name, fact in msgspec.to_builtins(ancestor).items() if name != "citations"}
        for ancestor in work.ancestors
    ]
    account = own | {"export": export, "ancestors": ancestors, "citations": as_json(dict.fromkeys(cited))}
    plain: Json = msgspec.json.decode(msgspec.json.encode(account))
    return plain


def prov_json(account: Json, *, file_sha256: str, format: str, size_bytes: int) -> bytes:
    """Return the account as PROV-JSON; the whole of it stands as text in the file's own entity.

    Source: W3C, "The PROV-JSON serialization", 2013.
    """
    export = account["export"]
    source = _entity_name(export["parent_asset"])
    story = _Story()
    story.entity(FILE, {
        "prov:label": title_of(account), "mw:sha256": file_sha256, "mw:format": format, "mw:sizeBytes": size_bytes,
        "mw:account": msgspec.json.encode(account, order="sorted").decode(),
    })  # fmt: skip
    story.entity(source, {"mw:sha256": export["parent_sha256"]})
    story.made(FILE, "mw:export", {"prov:label": "export", **_parameters(export)}, [source])
    for number, ancestor in enumerate(_line(account, export), 1):
        _tell(story, ancestor, f"mw:making{number}")
    for name, cited in _cited(account).items():
        story.entity(name, cited)
        story.relation("wasInfluencedBy", {"prov:influencee": FILE, "prov:influencer": name})
    return msgspec.json.format(msgspec.json.encode(story.document), indent=2)


class _Story:
    """A PROV document as it grows."""

    def __init__(self) -> None:
        self.document: Json = {
            "prefix": {"mw": _OWN, "dcterms": "http://purl.org/dc/terms/"}, "entity": {}, "activity": {},
            "agent": {_TOOL: _agent()},
        }  # fmt: skip

    def entity(self, name: str, told: Json) -> None:
        """Tell of a thing; what is told twice of it is one."""
        self.document["entity"].setdefault(name, {}).update(told)

    def made(self, entity: str, activity: str, told: Json, sources: list[str]) -> None:
        """Tell that something came to be, by what, and of what."""
        self.document["activity"][activity] = told
        self.relation("wasGeneratedBy", {"prov:entity": entity, "prov:activity": activity})
        self.relation("wasAssociatedWith", {"prov:activity": activity, "prov:agent": _TOOL})
        for source in sources:
            self.relation("used", {"prov:activity": activity, "prov:entity": source})
            self.relation("wasDerivedFrom", {"prov:generatedEntity": entity, "prov:usedEntity": source})

    def relation(self, kind: str, told: Json) -> None:
        """Add a relation, under a name of its own."""
        known = self.document.setdefault(kind, {})
        known[f"_:{kind}{len(known) + 1}"] = told


def _line(account: Json, export: Json) -> list[Json]:
    """Return what the model came of; without a line from the server, what the file says of itself."""
    if account.get("ancestors"):
        return list(account["ancestors"])
    own = {"asset": export["parent_asset"], "sha256": export["parent_sha256"], "seed": account.get("seed")}
    if "prompt" in account:
        return [{**own, "operation": "text_to_model", "prompt": str(account["prompt"])}]
    if isinstance(account.get("operation"), str):
        return [{**own, "operation": account["operation"]}]
    return []


def _tell(story: _Story, ancestor: Json, activity: str) -> None:
    """Tell how a file that the model came of was made; one that was given is only named."""
    entity, parents = _entity_name(ancestor["asset"]), [_entity_name(each) for each in ancestor.get("parents", ())]
    story.entity(entity, {"mw:sha256": ancestor["sha256"]})
    if not ancestor.get("operation"):
        return
    for parent in parents:
        story.entity(parent, {})
    if prompt := ancestor.get("prompt"):
        parents.append(f"{activity}-prompt")
        story.entity(parents[-1], {"prov:label": "prompt", "mw:text": prompt})
    told = {"prov:label": ancestor["operation"], "mw:seed": ancestor.get("seed"), "mw:version": ancestor.get("version")}
    story.made(entity, activity, {name: fact for name, fact in told.items() if fact is not None}, parents)


def _entity_name(asset_id: str) -> str:
    return f"mw:{asset_id or 'source'}"


def digest(account: Json) -> Json:
    """Return the part of the account that an answer shows: seed, parent, operation, versions and citations."""
    export = account["export"]
    return {
        "seed": seed if isinstance(seed := account.get("seed"), int) else None,
        "parent_asset": export["parent_asset"], "parent_sha256": export["parent_sha256"],
        "operation": export["operation"], "parameters": export["parameters"], "versions": export["versions"],
        "ancestors": account["ancestors"], "citations": account["citations"],
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
