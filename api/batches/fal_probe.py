"""Whether the remote queue can be reached, for `/health/ready`: known from a moment ago, never waited for long."""

import asyncio
import time
from typing import Literal

import httpx
import structlog

from runtime.settings_image import FalSettings

WAIT_S = 0.3
ASK_S = 5.0
Reached = Literal["reachable", "unreachable", "not configured", "unknown"]

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class FalProbe:
    """Asks the queue's address, without the key, at most once in a while; any answer of its server will do."""

    def __init__(self, settings: FalSettings) -> None:
        self._settings = settings
        self._known: Reached = "unknown"
        self._known_at = -1e9
        self._asking: asyncio.Task[None] | None = None

    async def reached(self) -> Reached:
        """Return what is known, or what comes to be known within 0.3 s."""
        if not self._settings.key:
            return "not configured"
        if time.monotonic() - self._known_at > self._settings.probe_s:
            if self._asking is None or self._asking.done():
                self._asking = asyncio.create_task(self._ask())
            await asyncio.wait([self._asking], timeout=WAIT_S)
        return self._known

    async def close(self) -> None:
        """Ask no more."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    async def _ask(self) -> None:
        try:
            async with (
                asyncio.timeout(ASK_S),
                httpx.AsyncClient(timeout=ASK_S, trust_env=False) as client,
                client.stream("GET", self._settings.url) as answer,
            ):
                self._known = "reachable" if answer.status_code < 500 else "unreachable"
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            self._known = "unreachable"
            log.info("fal.unreachable", error=type(error).__name__)
        self._known_at = time.monotonic()
