"""The event stream for subscribers: every fact about what is theirs, as it happens, from wherever they stopped."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Annotated, Any

import msgspec
from litestar import Litestar, Request, get
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler, Scope

from api.accounts.acting import account_named
from api.core import Core, Pick, core_of
from api.watching.hub import Hub
from api.watching.live import PING, POSITION_MAX, RETRY_MS, SEND_TIMEOUT_S, STREAM_HEADERS, first_of, gone
from api.watching.subscribers import Subscribers, Wanted
from domain.access import Caller, note_owner
from domain.catalogue import EVENTS, NOUNS, noun_of
from domain.errors import Invalid, Unavailable
from domain.events import Record
from runtime.relay import EventMessage

DIGITS_MAX = 15
HASH = "_hash"
"""How fields of the account's events end that nobody is shown, although nobody can turn them back."""
ANSWERS = {
    200: ResponseSpec(str, media_type="text/event-stream", description="The events", generate_examples=False),
}
After = Annotated[
    str,
    Parameter(
        description="Position of the last event that was seen; 0: all there are; empty: from now on", max_length=20
    ),
]
Tags = Annotated[
    str,
    Parameter(
        description="Tags like `design.generated`, or nouns like `design`, with commas; empty: all", max_length=1000
    ),
]
StreamId = Annotated[str, Parameter(description="Only of this design, job, prompt …; empty: all", max_length=100)]
UserId = Annotated[str, Parameter(description="Admins: only of this account; empty: of all", max_length=200)]


@get("/events/stream", operation_id="SubscribeToEvents", tags=["Events"], opt={"timeout_s": None}, responses=ANSWERS)
async def stream_events(
    caller: Caller,
    core: Core,
    hub: Hub,
    subscribers: Subscribers,
    request: Request[Any, Any, Any],
    after: After = "",
    stream: StreamId = "",
    tag: Tags = "",
    user_id: UserId = "",
) -> ASGIApp:
    """Stream events as server-sent events, each with its position as `id`; `Last-Event-ID` goes before `after`.

    You get what is yours, an admin what is everybody's. A comment comes while nothing happens, with the position up
    to which you have seen everything. What was erased comes with `data: null` inside.
    """
    own = "" if caller.is_admin else caller.account
    subject = await account_named(core, caller, user_id) if user_id else own
    position = _position(request.headers.get("last-event-id") or after)
    return EventStream(
        subscribers, Wanted(subject, stream, _tags(tag)), position, hub, caller.account,
        core.settings.http.heartbeat_s,
    )  # fmt: skip


class EventStream:
    """One subscription, as plain ASGI: a client that goes away is noticed at once."""

    def __init__(
        self,
        subscribers: Subscribers,
        wanted: Wanted,
        after: int | None,
        hub: Hub,
        account: str,
        heartbeat_s: float,
    ) -> None:
        self._subscribers = subscribers
        self._wanted = wanted
        self._after = after
        self._seat = hub.seat(account)
        self._heartbeat_s = heartbeat_s

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Send events until the client has gone, or does not read."""
        async with AsyncExitStack() as stack:
            stack.enter_context(self._seat)
            await send({"type": "http.response.start", "status": 200, "headers": STREAM_HEADERS})
            with suppress(TimeoutError, Unavailable):  # the client comes back by itself, with the last position
                await first_of(self._send(send), gone(receive))
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send(self, send: Any) -> None:
        await _say(send, f"retry: {RETRY_MS}\n".encode() + PING)
        async with self._subscribers.subscribed(self._wanted, self._after) as subscriber:
            async for records in self._subscribers.batches(subscriber, self._heartbeat_s):
                for record in records:
                    note_owner(record.subject)
                body = b"".join(encoded(record) for record in records)
                await _say(send, body or f": ping\nid: {subscriber.position}\n\n".encode())


async def _say(send: Any, body: bytes) -> None:
    async with asyncio.timeout(SEND_TIMEOUT_S):
        await send({"type": "http.response.body", "body": body, "more_body": True})


def encoded(record: Record) -> bytes:
    """Return an event as the stream carries it: in the form that the bus has, without hashes of secrets."""
    shown = EventMessage(
        record.position, record.stream, record.version, record.tag, record.recorded_at, record.actor, record.subject,
        record.correlation, record.causation, record.hash.hex(), msgspec.Raw(_payload(record)),
    )  # fmt: skip
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (record.position, record.tag.encode(), msgspec.json.encode(shown))


def _payload(record: Record) -> bytes:
    if record.event is None or noun_of(record.tag) != "account":
        return msgspec.json.encode(record.event)
    values = msgspec.to_builtins(record.event)
    return msgspec.json.encode({name: value for name, value in values.items() if not name.endswith(HASH)})


def _position(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > DIGITS_MAX or int(text) > POSITION_MAX:
        raise Invalid("`after` is the position of an event: a whole number", field="after")
    return int(text)


def _tags(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in EVENTS and name not in NOUNS:
            raise Invalid(f"There is no event {name[:64]!r}", field="tag", allowed=[*NOUNS, *EVENTS])
    return tuple(f"{name}." if name in NOUNS else name for name in names)


@asynccontextmanager
async def opened_subscribers(app: Litestar) -> AsyncIterator[None]:
    """Have what subscriptions stand on, while the app runs."""
    app.state.subscribers = Subscribers(core_of(app).services.store)
    try:
        yield
    finally:
        await app.state.subscribers.stop()


def _subscribers(scope: Scope) -> Subscribers:
    found: Subscribers = scope["litestar_app"].state.subscribers
    return found


PICKS: dict[str, Pick] = {"subscribers": _subscribers}
routes: list[ControllerRouterHandler] = [stream_events]
