"""Watching a batch: an event stream with the messages of spec 4, and a WebSocket with the same.

The socket is accepted first and closed with a code when it is refused: 4401 neither token nor session id, 4404 no such
batch of yours, 4429 too many connections, 1009 message too large, 1012 the server stops, 1013 the reader is too slow,
1000 the batch is done.
"""

from typing import Any

from litestar import Request, WebSocket, get, websocket
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ASGIApp, ControllerRouterHandler

from api.batches.family4 import SessionId, opened_batch
from api.batches.feed import BatchTopic
from api.core import Core
from api.files.links import Links
from api.models.family1 import Family1, links_of
from api.watching.hub import Hub
from api.watching.live import After, Close, EventStream, after_of, carry, close_as, position_of
from api.wire.exchange import Exchange

OVER = Close(1000, "The batch is done")
ANSWERS = {
    200: ResponseSpec(str, media_type="text/event-stream", description="The messages", generate_examples=False),
    204: ResponseSpec(None, description="The batch is done, and you know"),
}


@get(
    "/status/stream/{job_id:str}",
    operation_id="WatchBatch",
    tags=["Batches"],
    opt={"public": True, "signed": True, "timeout_s": None},
    responses=ANSWERS,
)
async def stream_batch(
    job_id: str,
    exchange: Exchange,
    core: Core,
    hub: Hub,
    links: Links,
    request: Request[Any, Any, Any],
    after: After = 0,
    session_id: SessionId = "",
) -> ASGIApp:
    """Stream what happens to a batch as server-sent events: `progress`, `log`, `completed`, `failed`, at last `end`.

    Who comes late is told first what has happened; `Last-Event-ID` (or `?after=`) goes on from there. When the batch is
    done and all was seen, the answer is 204: an `EventSource` then does not come back.
    """
    row = await opened_batch(job_id, session_id, exchange, core)
    seen = position_of(request.headers.get("last-event-id", ""), after)
    return EventStream(hub, row.id, row.owner, _watcher(exchange, row.id), links, seen, core, BatchTopic)


@websocket("/ws/status/{job_id:str}", opt={"public": True})
async def watch_batch(
    socket: WebSocket[Any, Any, Any],
    job_id: str,
    exchange: Exchange,
    core: Core,
    family: Family1,
) -> None:
    """Show what happens to a batch: first what has happened after `?after=`, then what happens, until it is done."""
    await socket.accept()
    row = await opened_batch(job_id, socket.query_params.get("session_id", ""), exchange, core)
    links = links_of(socket, core.settings, family.urls)
    with family.hub.seat(_watcher(exchange, row.id)):
        async with family.hub.watch(row.id, row.owner, links, after=after_of(socket), kind=BatchTopic) as watcher:
            close = await carry(socket, watcher, core)
    await close_as(socket, OVER if close == Close() else close)


def _watcher(exchange: Exchange, batch_id: str) -> str:
    """Return for whom a connection is counted: an account, or all who watch a batch by its session id."""
    return exchange.identity.account if exchange.identity else batch_id


routes: list[ControllerRouterHandler] = [stream_batch, watch_batch]
