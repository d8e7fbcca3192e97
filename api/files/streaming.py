"""Answers that are sent piece by piece, as plain ASGI: a file, or a part of one."""

import asyncio
import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any, NamedTuple
from urllib.parse import quote

import structlog

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE | re.ASCII)


log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Part(NamedTuple):
    """The bytes from `start` up to, not including, `end`."""

    start: int
    end: int


class Streamed:
    """An answer whose body comes from an iterator; a client that goes away ends it.

    One that does not take a piece within `stalled_s` is let go.
    """

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str],
        body: AsyncGenerator[bytes, None] | None,
        *,
        stalled_s: float | None = None,
    ) -> None:
        self._status = status
        self._headers = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        self._body = body
        self._stalled_s = stalled_s

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Send the answer; without its end to who was let go, so that nobody takes it for whole."""
        await send({"type": "http.response.start", "status": self._status, "headers": self._headers})
        if self._body is not None and scope["method"] != "HEAD":
            async with aclosing(self._body) as body:
                async for chunk in body:
                    if not await self._sent(send, chunk):
                        return
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _sent(self, send: Any, chunk: bytes) -> bool:
        """Send a piece and return whether the reader took it in time."""
        try:
            async with asyncio.timeout(self._stalled_s):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        except TimeoutError:
            log.info("reader.stalled", after_s=self._stalled_s)
            return False
        return True


def wanted_part(header: str, size_bytes: int) -> Part | None:
    """Return the part that a `Range` header asks for, or None for the whole file.

    What is not one plain range is not understood, and then the whole file is right. Source: RFC 9110, section 14.

    Raises
    ------
    IndexError
        The range lies outside the file.
    """
    found = _RANGE.fullmatch(header.replace(" ", ""))
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(size_bytes - int(last), 0), size_bytes
    else:
        start, end = int(first), min(int(last) + 1 if last else size_bytes, size_bytes)
        if last and int(last) < start:
            return None
    if start >= size_bytes or start >= end:
        raise IndexError("outside of the file")
    return Part(start, end)


def is_known(header: str, etag: str) -> bool:
    """Return whether an `If-None-Match` header names `etag`; weakly compared, as it must be."""
    names = {name.strip().removeprefix("W/") for name in header.split(",")}
    return "*" in names or etag in names


def disposition(name: str, *, is_shown: bool) -> str:
    """Return the header that names a file; only letters, digits and `._-` go into the plain form."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name).lstrip(".") or "file"
    kind = "inline" if is_shown else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
