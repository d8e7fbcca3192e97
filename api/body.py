"""A request's body that is read to its end even when the answer came first.

A server that closes while the client still sends resets the connection, and the client never sees why it was refused.
"""

import asyncio
from contextlib import suppress
from typing import Any

DRAIN_BYTES_MAX = 64 * 2**20
DRAIN_S_MAX = 5.0


class Body:
    """Passes the messages of a body on, and knows whether the last one came."""

    def __init__(self, receive: Any) -> None:
        self._receive = receive
        self._is_over = False

    async def __call__(self) -> Any:
        """Return the next message."""
        message = await self._receive()
        self._is_over = message["type"] != "http.request" or not message.get("more_body", False)
        return message

    async def drain(self) -> None:
        """Read and drop what is left, within limits of size and time: who sends for ever is cut off after all."""
        size_bytes = 0
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_S_MAX):
                while not self._is_over and size_bytes < DRAIN_BYTES_MAX:
                    size_bytes += len((await self()).get("body", b""))
