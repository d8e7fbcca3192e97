"""Watching a project: one WebSocket shows what happens to all of its jobs.

It is accepted first and closed with a code when it is refused: 4401 no valid token, 4404 no such project of yours,
4422 `after` is no position, 4429 too many connections, 1009 message too large, 1012 the server stops, 1013 the reader
is too slow, 1000 the project was deleted.
"""

from typing import Any

from litestar import WebSocket, websocket
from litestar.types import ControllerRouterHandler

from api.core import Core
from api.models.family1 import Family1, links_of
from api.projects.family5 import NUMBER_MAX, found_project
from api.projects.feed import FRESH, ProjectTopic
from api.watching.live import Close, after_of, carry, close_as
from api.wire.exchange import Exchange
from domain.access import MISSING
from domain.errors import NotFound

OVER = Close(1000, "The project was deleted")


@websocket("/ws/jobs/{project_id:int}", opt={"public": True})
async def watch_project(
    socket: WebSocket[Any, Any, Any], project_id: int, exchange: Exchange, core: Core, family: Family1
) -> None:
    """Show what happens to the jobs of a project: first how they stand, or what was missed since `?after=`."""
    await socket.accept()
    caller = exchange.caller
    if not 0 < project_id <= NUMBER_MAX:
        raise NotFound(MISSING)
    row = await found_project(project_id, caller, core)
    links = links_of(socket, core.settings, family.urls)
    after = after_of(socket, FRESH)
    with family.hub.seat(caller.account):
        async with family.hub.watch(row.id, row.owner, links, after=after, kind=ProjectTopic) as watcher:
            close = await carry(socket, watcher, core)
    await close_as(socket, OVER if close == Close() else close)


routes: list[ControllerRouterHandler] = [watch_project]
