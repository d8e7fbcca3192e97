"""One view kept up to date by one process at a time; the others stand by and take over."""

import asyncio
import contextlib
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime

import structlog
from psycopg import AsyncConnection, OperationalError
from psycopg.rows import DictRow

from domain.errors import Conflict, Unavailable
from domain.events import Record
from projections import progress
from projections.base import View
from projections.feed import Feed
from projections.rebuild import build
from runtime import metrics
from runtime.services import Services

log = structlog.get_logger()
PAUSE_S, PAUSE_S_MAX = 0.2, 2.0
ALIVE_S = 2.0


class Swapped(Exception):
    """The rows are not where this leader left them: a rebuild has put others in their place."""


class Poison(Exception):
    """A record that the view cannot take in."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.tag)
        self.record = record


class Leader:
    """Projects one view while it holds the view's lock; a record that it cannot take stops this view only."""

    def __init__(self, view: type[View], services: Services, feed: Feed) -> None:
        self._view = view
        self._services = services
        self._settings = services.settings.views
        self._feed = feed
        self._pause_s = PAUSE_S

    async def run(self) -> None:
        """Lead, or stand by, for ever."""
        while True:
            try:
                await self._lead()
            except (OperationalError, Unavailable) as error:
                log.warning("view.interrupted", view=self._view.name, error=type(error).__name__)
                await asyncio.sleep(self._pause_s)
                self._pause_s = min(2 * self._pause_s, PAUSE_S_MAX)
            except Poison as poison:
                await self._report(poison)
                await asyncio.sleep(self._settings.trouble_retry_s)

    async def _lead(self) -> None:
        async with await progress.connect(self._services.settings.database_url) as connection:
            while not await progress.try_lock(connection, "lead", self._view.name):  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(self._settings.standby_s)
            await self._make_tables(connection)
            await progress.use(connection, self._view.schema())
            log.info("view.led", view=self._view.name)
            self._pause_s = PAUSE_S
            await self._follow(connection)

    async def _make_tables(self, connection: AsyncConnection[DictRow]) -> None:
        found = await progress.progress_of(connection, self._view.schema())
        if found is None:
            await progress.make(connection, self._view, self._view.schema())
        elif found.definition != self._view.definition():
            log.info("view.outdated", view=self._view.name)
            with contextlib.suppress(Conflict):  # somebody rebuilds it already
                await build(self._services, self._view)

    async def _follow(self, connection: AsyncConnection[DictRow]) -> None:
        while True:
            found = await progress.progress_of(connection, self._view.schema())
            position = found.position if found else 0
            with contextlib.suppress(Swapped):
                while True:
                    records = await self._next(connection, position)
                    await self._project(connection, position, records)
                    position = records[-1].position

    async def _next(self, connection: AsyncConnection[DictRow], position: int) -> tuple[Record, ...]:
        """Return the next records; while there are none, notice when the connection is lost, and the lead with it."""
        while True:
            try:
                async with asyncio.timeout(ALIVE_S):
                    return await self._feed.after(position, self._settings.batch_max)
            except TimeoutError:
                await connection.execute("SELECT 1")

    async def _project(self, connection: AsyncConnection[DictRow], position: int, records: Sequence[Record]) -> None:
        try:
            await self._project_together(connection, position, records)
        except (OperationalError, Swapped):
            raise
        except Exception as error:
            if len(records) == 1:
                raise Poison(records[0]) from error
            for record in records:
                await self._project(connection, record.position - 1, (record,))

    async def _project_together(
        self, connection: AsyncConnection[DictRow], position: int, records: Sequence[Record]
    ) -> None:
        schema, after = self._view.schema(), records[-1].position
        if not self._view.is_concerned(records):
            if not await progress.move(connection, schema, position, after):
                raise Swapped
        else:
            # The move comes first: it holds a swap off. Its answer comes with that to the first question for rows.
            async with connection.pipeline(), connection.transaction(), connection.cursor() as cursor:
                moved = await progress.start_move(connection, schema, position, after)
                await self._view.project(cursor, records)
                if moved.rowcount != 1:
                    raise Swapped
        self._measure(records)

    def _measure(self, records: Sequence[Record]) -> None:
        now, ages = datetime.now(UTC), metrics.projection_lag_s.labels(self._view.name)
        for record in records:
            ages.observe(max((now - record.recorded_at).total_seconds(), 0.0))

    async def _report(self, poison: Poison) -> None:
        cause = poison.__cause__
        trouble = f"event {poison.record.position} ({poison.record.tag}): {type(cause).__name__}"
        frames = traceback.format_tb(cause.__traceback__) if cause else []  # the message could hold personal data
        log.error("view.stopped", view=self._view.name, trouble=trouble, frames="".join(frames))
        with contextlib.suppress(OperationalError):
            async with await progress.connect(self._services.settings.database_url) as connection:
                await connection.execute(
                    "UPDATE views.progress SET trouble = %s WHERE schema = %s", (trouble, self._view.schema())
                )
