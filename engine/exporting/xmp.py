"""What a file was made of and by, as an XMP packet in JSON-LD, the way glTF carries it.

Source: Khronos, KHR_xmp_json_ld; Adobe, "XMP specification part 1", 2012. There is no date in it: the same model gives
the same bytes.
"""

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from engine.models.model import Json

TOOL = f"Meshwright {version('meshwright')}"
NAME = "KHR_xmp_json_ld"
_TITLE_MOST = 80
_PLAIN = ("model", "mesh", "scene")
"""Names of files that name nothing."""
_CONTEXT = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stRef": "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
}


def packet(provenance: Mapping[str, Any]) -> Json:
    """Return an XMP packet that says what the account of a model says: title, words, tool, parent and citations."""
    made: Json = {
        "@context": dict(_CONTEXT),
        "dc:title": _words(title_of(provenance)),
        "dc:creator": {"@list": [TOOL]},
        "dc:format": "model/gltf-binary",
        "xmp:CreatorTool": TOOL,
    }
    if prompt := _text(provenance, "prompt"):
        made["dc:description"] = _words(prompt)
    if cited := _references(provenance):
        made["dc:source"] = "; ".join(cited)
    if parent := _text(_latest(provenance), "parent_sha256"):
        made["xmpMM:DerivedFrom"] = {"stRef:documentID": f"sha256:{parent}"}
    return made


def title_of(provenance: Mapping[str, Any]) -> str:
    """Return what the model is called: its design's name, the words it was asked for, its file's name, or a plain word.

    All of these stand in the account as well, so a title tells nothing that the file does not tell anyway; a file
    without provenance has no title.
    """
    spec = provenance.get("spec")
    export = provenance.get("export")
    given = export.get("parameters") if isinstance(export, Mapping) else None
    named = _text(given, "name") if isinstance(given, Mapping) else ""
    titles = (_text(spec, "name") if isinstance(spec, Mapping) else "", _asked(provenance), PurePath(named).stem)
    return next((title for title in map(_shortened, titles) if title and title.lower() not in _PLAIN), "Model")


def _asked(provenance: Mapping[str, Any]) -> str:
    """Return the words that the model was made of, or else the nearest of what it came of."""
    ancestors = provenance.get("ancestors")
    listed = ancestors if isinstance(ancestors, list | tuple) else ()
    prompts = (_text(each, "prompt") for each in (provenance, *listed) if isinstance(each, Mapping))
    return next(filter(None, prompts), "")


def _shortened(title: str) -> str:
    """Return a title on one line, of whole words where a word is not longer than a title may be."""
    plain = " ".join("".join(each if each.isprintable() else " " for each in title).split())
    head = plain[: _TITLE_MOST - 1]
    return plain if len(plain) <= _TITLE_MOST else f"{head.rpartition(' ')[0] or head}…"


def _latest(provenance: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the account of the newest operation that the provenance tells of."""
    export = provenance.get("export")
    return export if isinstance(export, Mapping) else provenance


def _references(provenance: Mapping[str, Any]) -> list[str]:
    cited = provenance.get("citations")
    listed = cited if isinstance(cited, list | tuple) else ()
    return [text for each in listed if isinstance(each, Mapping) and (text := _text(each, "reference"))]


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def _words(text: str) -> Json:
    return {"@type": "rdf:Alt", "rdf:_1": {"@language": "x-default", "@value": text}}
