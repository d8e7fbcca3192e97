"""What is held about an account outside the database: its files, and its messages on the bus."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence

import structlog
from nats.js.errors import APIError, NotFoundError
from psycopg.rows import DictRow

from domain.errors import Unavailable
from domain.events import Record
from projections.asset import AssetView
from runtime.bus import Bus
from runtime.queue import WorkQueue
from runtime.services import Services
from runtime.settings import ErasureSettings
from runtime.store import EventStore

LOOK_S = 0.05
PAGE = 500
AT_ONCE = 8
NOT_THERE = (10037, 10043)  # JetStream's codes: the message, or its sequence, is gone already

log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def forget_files(services: Services, assets: AssetView, account: str) -> dict[str, int]:
    """Delete every file that only assets of `account` name, and return how many assets, files and bytes there were."""
    after, found = "", {"assets": 0, "files": 0, "bytes": 0, "files_kept_for_others": 0}
    while rows := await assets.contents_of(account, after, PAGE):
        for row in rows:
            await _forget_file(services, row, found)
        after = str(rows[-1]["sha256"])
    found["unfinished_uploads"] = await services.blobs.partials.forget(account)
    return found


async def _forget_file(services: Services, row: DictRow, found: dict[str, int]) -> None:
    found["assets"] += row["assets"]
    if row["is_shared"]:
        found["files_kept_for_others"] += 1
        return
    found["files"] += 1
    found["bytes"] += row["size_bytes"]
    await services.blobs.delete(row["sha256"])


async def overwrite_messages(bus: Bus, store: EventStore, account: str, upto: int, settings: ErasureSettings) -> int:
    """Overwrite the events of `account` on the bus, once the relay has carried the log there up to `upto`.

    Returns how many messages were not overwritten.

    JetStream removes messages at once, but leaves their bytes in its files until it tidies them. It overwrites only
    what is deleted one by one, which is slow: that is done for as long as `overwrite_s` allows.

    Raises
    ------
    Unavailable
        The relay did not come so far in time.
    """
    await _relayed(bus, upto, settings.wait_s)
    first = (await bus.js.stream_info(bus.subjects.events_stream)).state.first_seq
    until = time.monotonic() + settings.overwrite_s
    left = 0
    async for records in _pages(store, account):
        left += await _overwritten(bus, [one.position for one in records if one.position >= first], until)
    if left:
        log.warning("erasure.messages_not_overwritten", messages=left)
    return left


async def drop_messages(bus: Bus, store: EventStore, account: str) -> None:
    """Remove all events and jobs of `account` from the bus."""
    queue = WorkQueue(bus)
    waiting = await queue.waiting()
    async for records in _pages(store, account):
        for job_id in {record.stream for record in records if record.tag == "job.requested"} & waiting:
            await queue.drop(job_id)
    await bus.forget(account)


async def _pages(store: EventStore, account: str) -> AsyncIterator[Sequence[Record]]:
    after = 0
    while records := await store.of_subject(account, after, PAGE):
        yield records
        after = records[-1].position


async def _overwritten(bus: Bus, positions: Sequence[int], until: float) -> int:
    """Overwrite messages as long as there is time, and return how many were left as they are."""
    for start in range(0, len(positions), AT_ONCE):
        if time.monotonic() >= until:
            return len(positions) - start
        await asyncio.gather(*(_overwrite(bus, position) for position in positions[start : start + AT_ONCE]))
    return 0


async def _overwrite(bus: Bus, position: int) -> None:
    try:
        await bus.js.delete_msg(bus.subjects.events_stream, position)
    except APIError as error:
        if error.err_code not in NOT_THERE:
            raise


async def _relayed(bus: Bus, upto: int, wait_s: float) -> None:
    until = time.monotonic() + wait_s
    while time.monotonic() < until:
        try:
            if (await bus.js.stream_info(bus.subjects.events_stream)).state.last_seq >= upto:
                return
        except NotFoundError:
            pass  # the relay is about to make it
        await asyncio.sleep(LOOK_S)
    raise Unavailable("The relay has not carried the log to the bus yet", retry_after_s=1)
