"""Wakes a job that waits for the remote queue, when that says by webhook that it is done. Asking stays the truth."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from nats.aio.client import Client
from nats.aio.msg import Msg

from runtime.bus import BUS_ERRORS, Bus
from runtime.settings import Settings
from runtime.subjects import Subjects

CONNECT_TIMEOUT_S = 2.0


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

    async def bear(_: Exception) -> None:
        """A bus that is away rings no bell, which nobody misses."""

    with suppress(*BUS_ERRORS):
        async with asyncio.timeout(CONNECT_TIMEOUT_S):
            await client.connect(settings.nats_url, allow_reconnect=True, error_cb=bear)
            await client.subscribe(Subjects(settings.bus.prefix).fal(request_id), cb=heard)
            await client.flush()


async def ring(bus: Bus, request_id: str) -> None:
    """Wake whoever waits for a request; while the bus is away nobody hears, and asking finds it out."""
    await bus.publish(bus.subjects.fal(request_id), b"")
