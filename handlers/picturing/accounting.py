"""How a model was made is written into its file, and nothing else of the file changes."""

import struct
from typing import Any

import msgspec

from engine.glb_reading import parse_glb

_MAGIC, _JSON_CHUNK, _BINARY_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942


def with_account(glb: bytes, account: dict[str, Any]) -> bytes:
    """Return a GLB whose asset says in its extras how it was made.

    Raises
    ------
    Invalid
        The file is no GLB.
    """
    file = parse_glb(glb)
    asset = file.document.get("asset", {})
    extras = asset.get("extras")
    said = extras if isinstance(extras, dict) else {}
    document = {**file.document, "asset": {**asset, "extras": {**said, "provenance": account}}}
    text = msgspec.json.encode(document)
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), _JSON_CHUNK) + text
    if file.binary:
        binary = file.binary + b"\0" * (-len(file.binary) % 4)
        chunks += struct.pack("<II", len(binary), _BINARY_CHUNK) + binary
    return struct.pack("<III", _MAGIC, 2, 12 + len(chunks)) + chunks
