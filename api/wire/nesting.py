"""What a JSON body must be before a decoder sees it: UTF-8, and not nested too deep, because decoders recurse."""

import re
from collections.abc import Mapping
from typing import Any

from domain.errors import Invalid

_STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")


def checked_nesting(headers: Mapping[str, str], receive: Any, depth_max: int) -> Any:
    """Return `receive` for this request; it refuses a JSON body that is too deep just before its end is passed on."""
    if not _is_json(headers):
        return receive
    chunks: list[bytes] = []

    async def receive_checked() -> Any:
        message = await receive()
        if message["type"] == "http.request":
            chunks.append(message.get("body", b""))
            if not message.get("more_body", False):
                require_shallow(b"".join(chunks), depth_max)
        return message

    return receive_checked


def require_shallow(body: bytes, depth_max: int) -> None:
    """Refuse a JSON body that is not UTF-8, or is nested deeper than `depth_max`."""
    try:
        body.decode()
    except UnicodeDecodeError as error:
        raise Invalid("The body is not UTF-8", byte=error.start) from error
    if body.count(b"[") + body.count(b"{") <= depth_max:
        return
    depth = 0
    for bracket in _BRACKETS.finditer(_STRINGS.sub(b"", body)):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > depth_max:
            raise Invalid(f"The body is nested deeper than {depth_max} levels", depth_max=depth_max)


def _is_json(headers: Mapping[str, str]) -> bool:
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return not media_type or media_type == "application/json" or media_type.endswith("+json")
