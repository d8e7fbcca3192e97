"""A view built anew from the log, beside the one that is read, and then put in its place.

Readers never wait: renaming a schema locks no table. What an interrupted rebuild leaves behind is dropped by the next.
"""

from collections.abc import Callable

import structlog
from psycopg import AsyncConnection, OperationalError
from psycopg.rows import DictRow

from domain.errors import Conflict, NotFound, Unavailable
from projections import progress
from projections.base import View
from projections.views import VIEWS
from runtime.services import Services

log = structlog.get_logger()
Tick = Callable[[int], object]
CHASES_MAX = 5  # a log that grows as fast as it is read would never be caught up with


async def rebuild(services: Services, name: str, tick: Tick = lambda position: None) -> int:
    """Build the view `name` anew and return the position up to which it was built.

    Raises
    ------
    NotFound
        There is no such view.
    Conflict
        Somebody rebuilds it at this moment.
    Unavailable
        The database went away; nothing has changed for readers.
    """
    if name not in VIEWS:
        raise NotFound(f"There is no such view; there are {', '.join(VIEWS)}")
    try:
        return await build(services, VIEWS[name], tick)
    except OperationalError as error:
        raise Unavailable("The database went away; the view is as it was", retry_after_s=1) from error


async def build(services: Services, view: type[View], tick: Tick = lambda position: None) -> int:
    """Build `view` beside itself, catch up, and swap."""
    async with await progress.connect(services.settings.database_url) as connection:
        await progress.make_table(connection)
        if not await progress.try_lock(connection, "rebuild", view.name):
            raise Conflict("This view is being rebuilt already")
        await progress.drop(connection, _old(view))
        await progress.drop(connection, _next(view))
        await progress.make(connection, view, _next(view))
        await progress.use(connection, _next(view))
        position = await _catch_up(services, connection, view, tick)
        position = await _swap(services, connection, view, position)
        await progress.drop(connection, _old(view))
        tick(position)
        log.info("view.rebuilt", view=view.name, position=position)
        return position


def _next(view: type[View]) -> str:
    return f"{view.schema()}__next"


def _old(view: type[View]) -> str:
    return f"{view.schema()}__old"


async def _catch_up(services: Services, connection: AsyncConnection[DictRow], view: type[View], tick: Tick) -> int:
    """Come close to the end of the log; what is still missing then is taken in while the projector holds still."""
    position = 0
    for _ in range(CHASES_MAX):
        head = await services.store.last_position()
        if position and head - position <= services.settings.views.batch_max:
            break
        while position < head:
            async with connection.transaction():
                position = await _take_in(services, connection, view, position)
            tick(position)
    return position


async def _take_in(services: Services, connection: AsyncConnection[DictRow], view: type[View], position: int) -> int:
    records = await services.store.read(position, services.settings.views.batch_max)
    async with connection.cursor() as cursor:
        await view.project(cursor, records)
    await progress.move(connection, _next(view), position, records[-1].position)
    return records[-1].position


async def _swap(services: Services, connection: AsyncConnection[DictRow], view: type[View], position: int) -> int:
    async with connection.transaction():
        await connection.execute("SET LOCAL synchronous_commit = on")
        live = await progress.progress_of(connection, view.schema(), is_held=True)
        while live and position < live.position:
            position = await _take_in(services, connection, view, position)
        if live:
            await _rename(connection, view.schema(), _old(view))
        await _rename(connection, _next(view), view.schema())
        await connection.execute("SELECT pg_notify(%s, %s)", (progress.CHANNEL, f"{view.name} {position}"))
    return position


async def _rename(connection: AsyncConnection[DictRow], before: str, after: str) -> None:
    await connection.execute(f"ALTER SCHEMA {before} RENAME TO {after}")
    await connection.execute("UPDATE views.progress SET schema = %s WHERE schema = %s", (after, before))
