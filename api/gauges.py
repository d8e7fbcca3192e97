"""Figures that are asked for when somebody looks: how far the views are, what waits, who works."""

import asyncio

from api.core import Core
from domain.errors import MeshwrightError
from runtime import live, metrics
from runtime.bus import BUS_ERRORS
from runtime.subjects import consumer_name, consumers

ASK_S_MAX = 2.0
PING_S_MAX = 0.2


async def measure(core: Core) -> None:
    """Set the gauges; those of a part that is away keep their last value."""
    await asyncio.gather(_measure_log(core), _measure_queue(core))


async def _measure_log(core: Core) -> None:
    try:
        async with asyncio.timeout(ASK_S_MAX):
            last, views = await asyncio.gather(core.services.store.last_position(), core.views.progress())
    except (MeshwrightError, TimeoutError):
        return
    metrics.log_position.set(last)
    for name, view in views.items():
        metrics.projection_lag.labels(name).set(max(0, last - view.position))


async def _measure_queue(core: Core) -> None:
    try:
        async with asyncio.timeout(ASK_S_MAX):
            bus = await core.services.bus()
            known = {info.name: info for info in await bus.js.consumers_info(bus.subjects.work_stream)}
            present = await live.workers(bus, timeout_s=PING_S_MAX)
    except (MeshwrightError, *BUS_ERRORS):
        return
    metrics.workers.set(len(present))
    for lane, priority in consumers():
        info = known.get(consumer_name(lane, priority))
        metrics.queue_depth.labels(lane, priority).set((info.num_pending or 0) if info else 0)
