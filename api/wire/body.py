"""A request's body: told from an answer that is late or broken, and read to its end even when the answer came first.

A server that closes while the client still sends resets the connection, and the client never sees why it was refused.
"""

import asyncio
from contextlib import suppress
from typing import Any

DRAIN_BYTES_MAX = 64 * 2**20
DRAIN_S_MAX = 5.0


class BodyCut(Exception):
    """The body ended before its announced end."""


class BodyLate(Exception):
    """The client did not send its body in time."""


class VersionOther(Exception):
    """The client speaks another version of the protocol of uploads."""


class ChecksumOther(Exception):
    """The body does not have the checksum that was stated."""


class Body:
    """Passes the messages of a body on, and knows whether the last one came."""

    def __init__(self, receive: Any, *, is_announced: bool) -> None:
        self._receive = receive
        self._is_announced = is_announced
        self._is_waiting = False
        self._is_over = False

    @property
    def is_stalled(self) -> bool:
        """Whether more of the body was waited for when the reader was stopped."""
        return self._is_announced and self._is_waiting and not self._is_over

    async def __call__(self) -> Any:
        """Return the next message.

        Raises
        ------
        BodyCut
            The client has gone, or sends no more, before the end.
        """
        self._is_waiting = True
        message = await self._receive()
        self._is_waiting = False
        is_cut = self._is_announced and not self._is_over and message["type"] == "http.disconnect"
        self._is_over = self._is_over or message["type"] != "http.request" or not message.get("more_body", False)
        if is_cut:
            raise BodyCut
        return message

    async def drain(self) -> None:
        """Read and drop what is left, within limits of size and time: who sends for ever is cut off after all."""
        size_bytes = 0
        with suppress(TimeoutError, BodyCut):
            async with asyncio.timeout(DRAIN_S_MAX):
                while not self._is_over and size_bytes < DRAIN_BYTES_MAX:
                    size_bytes += len((await self()).get("body", b""))
