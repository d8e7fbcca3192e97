"""Cleanups that were cut off in the middle: found in the log, and finished by whichever API process looks first."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import structlog
from litestar import Litestar
from msgspec.structs import replace

from api.admins.cleaning import Cleaning, alone_at, bounds_of
from api.core import Core, core_of
from domain.access import Caller
from domain.asset import AssetDeleted, AssetUploaded
from domain.cleanup import CleanupBegan, CleanupCompleted
from domain.errors import StorageFailed, Unavailable
from domain.events import Record
from domain.job import ArtefactKept, FilesDropped
from domain.old_files import StoredFile
from runtime.store import EventStore

LOOK_S = 30.0
WINDOW = 10_000
OURS = "system"
TURNS = (CleanupBegan.tag(), CleanupCompleted.tag())
LOSSES = (FilesDropped.tag(), AssetDeleted.tag())

log: structlog.stdlib.BoundLogger = structlog.get_logger()


@asynccontextmanager
async def finishing_cleanups(app: Litestar) -> AsyncIterator[None]:
    """Finish at once what others left, and look again now and then, while the app runs."""
    task = asyncio.create_task(_forever(Finisher(core_of(app))), name="unfinished cleanups")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _forever(finisher: "Finisher") -> None:
    while True:
        try:
            await finisher.look()
        except (StorageFailed, Unavailable) as error:
            log.warning("cleanup.unfinished", error=error.message)
        await asyncio.sleep(LOOK_S)


class Finisher:
    """Finishes cleanups whose processes are gone."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._seen = 0
        self._open: dict[str, Record] = {}

    async def look(self) -> int:
        """Finish what is unfinished and in nobody's hands, and return how many cleanups that were.

        Raises
        ------
        StorageFailed, Unavailable
            A part is away; what was done stays done.
        """
        finished = 0
        await self._read()
        for cleanup_id in list(self._open):
            async with alone_at(cleanup_id, self._core) as is_ours:
                if not is_ours:
                    continue
                await self._read()  # it may have been finished at this very moment
                if cleanup_id in self._open:
                    await self._finish(self._open[cleanup_id])
                    finished += 1
        return finished

    async def _read(self) -> None:
        while records := await self._core.services.store.of_subject(OURS, self._seen, tags=TURNS):
            for record in records:
                if isinstance(record.event, CleanupBegan):
                    self._open[record.stream] = record
                else:
                    self._open.pop(record.stream, None)
            self._seen = records[-1].position

    async def _finish(self, began: Record) -> None:
        assert isinstance(began.event, CleanupBegan)
        asked, now = began.event, datetime.now(UTC)
        log.info("cleanup.resumed", cleanup=began.stream)
        bounds = replace(bounds_of(asked.older_than_hours, now, self._core, asked.scope), before=asked.before)
        caller = Caller(asked.requested_by, "system", began.correlation)
        gone = await gone_by(began, self._core.services.store)
        await Cleaning(bounds, caller, self._core, began.stream).finish(gone)


async def gone_by(began: Record, store: EventStore) -> list[StoredFile]:
    """Return the files that a cleanup has let go of so far, as the log tells."""
    upto, gone = await store.last_position(), list[StoredFile]()
    for after in range(began.position, upto, WINDOW):
        end = min(after + WINDOW, upto)
        for record in await store.select(after, end, tags=LOSSES, limit=WINDOW):
            if record.causation == began.stream and record.event is not None:
                gone += _lost(record, await store.load(record.stream, upto=record.version))
    return gone


def _lost(loss: Record, story: tuple[Record, ...]) -> list[StoredFile]:
    """Return the files that went with an event, as their stream has told of them before."""
    found: dict[str, StoredFile] = {}
    for record in story:
        match record.event:
            case ArtefactKept(asset_id=asset_id, role=role, sha256=sha256, size_bytes=size_bytes):
                found[asset_id] = StoredFile(
                    asset_id, record.subject, role, sha256, size_bytes, record.recorded_at, record.stream
                )
            case AssetUploaded(sha256=sha256, size_bytes=size_bytes):
                found[record.stream] = StoredFile(
                    record.stream, record.subject, "input", sha256, size_bytes, record.recorded_at
                )
            case _:
                continue
    names = loss.event.asset_ids if isinstance(loss.event, FilesDropped) else (loss.stream,)
    return [found[name] for name in names if name in found]
