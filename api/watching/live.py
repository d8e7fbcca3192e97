"""Watching a run, an operation or an export: a WebSocket and an event stream with the same messages.

A socket is accepted first and closed with a code when it is refused, because browsers see close codes and not the
status of a refused handshake: 4401 no valid token, 4404 no such run of yours, 4429 too many connections, 1009 message
too large, 1012 the server stops, 1013 the reader is too slow, 1000 the run has ended.
"""

import asyncio
from contextlib import AsyncExitStack, suppress
from typing import Annotated, Any, NamedTuple

import structlog
from litestar import Request, WebSocket, get, websocket
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler

from api.core import Core
from api.files.links import Links
from api.models.family1 import Family1, links_of, require_job_id
from api.watching.hub import Hub, Topic, Watcher
from api.wire.exchange import Exchange
from commands.job import JOB
from domain.access import Caller
from domain.errors import Invalid

RETRY_MS = 2000
POSITION_MAX = 2**53
DIGITS_MAX = 18
SEND_TIMEOUT_S = 20.0
CLOSE_TIMEOUT_S = 2.0
PING = b": ping\n\n"
HEARTBEAT = b'{"type":"ping","data":{}}'
STREAM_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
STREAM_ANSWERS = {
    200: ResponseSpec(str, media_type="text/event-stream", description="The messages", generate_examples=False),
    204: ResponseSpec(None, description="The run has ended, and you know"),
}
After = Annotated[int, Parameter(ge=0, le=POSITION_MAX, description="Position of the last message that was seen")]

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Close(NamedTuple):
    """How a socket ends."""

    code: int = 1000
    reason: str = "The run has ended"


SLOW = Close(1013, "Messages were not read fast enough; connect again with ?after=")


@websocket("/ws/runs/{run_id:str}", opt={"public": True})
async def watch_run(
    socket: WebSocket[Any, Any, Any], run_id: str, exchange: Exchange, core: Core, family: Family1
) -> None:
    """Show what happens to a run: first what has happened after `?after=`, then what happens, until it ends."""
    await socket.accept()
    caller = exchange.caller
    owner = await _owner(run_id, caller, core)
    links = links_of(socket, core.settings, family.urls)
    with family.hub.seat(caller.account):
        async with family.hub.watch(run_id, owner, links, after=after_of(socket)) as watcher:
            close = await carry(socket, watcher, core)
    await close_as(socket, close)


@get(
    "/runs/{run_id:str}/events",
    operation_id="WatchRun",
    tags=["Runs"],
    opt={"timeout_s": None},
    responses=STREAM_ANSWERS,
)
async def stream_run(
    run_id: str, caller: Caller, core: Core, hub: Hub, links: Links, request: Request[Any, Any, Any], after: After = 0
) -> ASGIApp:
    """Stream the messages of a run as server-sent events; `Last-Event-ID` goes before `after`.

    When the run has ended and all was seen, the answer is 204: an `EventSource` then does not come back.
    """
    owner = await _owner(run_id, caller, core)
    seen = request.headers.get("last-event-id", "")
    return EventStream(hub, run_id, owner, caller.account, links, position_of(seen, after), core)


class EventStream:
    """One event stream, as plain ASGI: a client that goes away is noticed at once."""

    def __init__(
        self,
        hub: Hub,
        run_id: str,
        owner: str,
        account: str,
        links: Links,
        after: int,
        core: Core,
        kind: type[Topic] = Topic,
    ) -> None:
        self._seat = hub.seat(account)
        self._watch = hub.watch(run_id, owner, links, after=after, kind=kind)
        self._heartbeat_s = core.settings.http.heartbeat_s

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Send the stream until the run has ended or the client has gone."""
        async with AsyncExitStack() as stack:
            stack.enter_context(self._seat)
            watcher = await stack.enter_async_context(self._watch)
            if watcher.has_seen_all:
                await send({"type": "http.response.start", "status": 204, "headers": []})
            else:
                await send({"type": "http.response.start", "status": 200, "headers": STREAM_HEADERS})
                await first_of(self._send(watcher, send), gone(receive))
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send(self, watcher: Watcher, send: Any) -> None:
        await self._say(send, PING)
        first = f"retry: {RETRY_MS}\n".encode()
        while not watcher.is_slow:
            message = await watcher.next(self._heartbeat_s)
            await self._say(send, first + message.event if message else PING)
            first = b"" if message else first
            if message and message.is_end:
                return

    async def _say(self, send: Any, body: bytes) -> None:
        async with asyncio.timeout(SEND_TIMEOUT_S):
            await send({"type": "http.response.body", "body": body, "more_body": True})


async def close_as(socket: WebSocket[Any, Any, Any], close: Close | None) -> None:
    """Close a socket, unless its client has gone."""
    if close is not None:
        with suppress(TimeoutError):  # who does not read cannot be told why; the connection ends with its coroutine
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                await socket.close(close.code, close.reason)


async def carry(socket: WebSocket[Any, Any, Any], watcher: Watcher, core: Core) -> Close | None:
    """Send and listen until one of them says how to close; None when the client has gone."""
    settings = core.settings.http
    sending = _send(socket, watcher, settings.heartbeat_s)
    close: Close | None = await first_of(sending, _listen(socket, settings.socket_message_bytes_max))
    return close


async def _send(socket: WebSocket[Any, Any, Any], watcher: Watcher, heartbeat_s: float) -> Close:
    while not watcher.has_seen_all:
        message = await watcher.next(heartbeat_s)
        if watcher.is_slow:
            return SLOW
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await socket.send_data(message.body if message else HEARTBEAT, mode="text")
        except TimeoutError:
            return SLOW
        if message and message.is_end:
            break
    return Close()


async def _listen(socket: WebSocket[Any, Any, Any], size_bytes_max: int) -> Close | None:
    """Read what the client sends, which has no meaning yet, so that its going and its breaches are noticed."""
    while True:
        event: Any = await socket.receive()
        if event["type"] == "websocket.disconnect":
            return None
        sent = event.get("bytes") or (event.get("text") or "").encode()
        if len(sent) > size_bytes_max:
            return Close(1009, f"A message may have {size_bytes_max} bytes")


async def gone(receive: Any) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        continue


async def first_of(*coroutines: Any) -> Any:
    """Return the result of whichever ends first; the others are stopped."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(iter(done)).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _owner(run_id: str, caller: Caller, core: Core) -> str:
    """Return the owner of a run that the caller may see."""
    return (await core.do.look(JOB, require_job_id(run_id), caller)).state.owner


def position_of(text: str, otherwise: int) -> int:
    """Return the position in a `Last-Event-ID`, or `otherwise` where it is none of ours."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS_MAX else otherwise


def after_of(socket: WebSocket[Any, Any, Any], otherwise: int = 0) -> int:
    """Return the position of the last message that a watcher has seen, or `otherwise` where it does not say."""
    text = socket.query_params.get("after")
    if text is None:
        return otherwise
    if not text.isdecimal() or len(text) > DIGITS_MAX:
        raise Invalid("`after` must be a position, a whole number")
    return int(text)


routes: list[ControllerRouterHandler] = [watch_run, stream_run]
