"""Wakes a job that waits for the remote queue, when that says by webhook that it is done. Asking stays the truth."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from runtime.bus import BUS_ERRORS, Bus
from runtime.settings import Settings
from runtime.subjects import Subjects

CONNECT_TIMEOUT_S = 2.0

log: structlog.stdlib.BoundLogger = structlog.get_logger()


@asynccontextmanager
async def bell(settings: Settings, request_id: str) -> AsyncIterator[asyncio.Event]:
    """Give out an event that is set each time a webhook tells of the request; without webhooks or bus it is silent."""
    rung = asyncio.Event()
    if not (settings.fal.webhook_url and settings.nats_url):
        yield rung
        return
    client = Client()
    try:
        await _listen(client, settings, request_id, rung)
        yield rung
    finally:
        await client.close()


async def _listen(client: Client, settings: Settings, request_id: str, rung: asyncio.Event) -> None:
    async def heard(_: Msg) -> None:
        rung.set()

    async def note(error: Exception) -> None:
        log.debug("bell.error", error=type(error).__name__)

    try:
        async with asyncio.timeout(CONNECT_TIMEOUT_S):
            await client.connect(settings.nats_url, allow_reconnect=True, error_cb=note)
            await client.subscribe(Subjects(settings.bus.prefix).fal(request_id), cb=heard)
            await client.flush()
    except BUS_ERRORS as error:
        log.info("bell.silent", error=type(error).__name__)


async def ring(bus: Bus, request_id: str) -> None:
    """Wake whoever waits for a request; while the bus is away nobody hears, and asking finds it out."""
    await bus.publish(bus.subjects.fal(request_id), b"")
