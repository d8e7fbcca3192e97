"""The sending side of one request or socket: what every answer has, and what becomes of an error."""

from typing import Any

from api.wire.errors import problem_of, rendered
from api.wire.exchange import Exchange
from runtime import metrics

SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
}
DENIAL = "websocket.http.response"
RESTARTING = 1012
REASON_BYTES_MAX = 123  # of a close frame
_STARTS = ("http.response.start", f"{DENIAL}.start")
_BODIES = ("http.response.body", f"{DENIAL}.body")


class Answer:
    """Passes messages on to the server, and remembers what was sent."""

    def __init__(self, scope: Any, send: Any, exchange: Exchange) -> None:
        self._is_socket = scope["type"] == "websocket"
        self._can_deny = DENIAL in (scope.get("extensions") or {})
        self._send = send
        self._exchange = exchange
        self.status = 0
        self.size_bytes = 0
        self.is_stream = False
        self.is_over = False

    async def __call__(self, message: Any) -> None:
        """Pass one message on; after the end there is nothing to pass on."""
        if self.is_over:
            return
        if message["type"] in _STARTS:
            message = self._started(message)
        elif message["type"] in _BODIES:
            self.size_bytes += len(message.get("body", b""))
            self.is_over = not message.get("more_body", False)
        elif message["type"] == "websocket.accept":
            self.status = 101
            self._begin_stream()
        elif message["type"] == "websocket.close":
            await self._close(message)
            return
        await self._send(message)

    async def refuse(self, error: BaseException) -> None:
        """Answer with an error, unless an answer has begun; then the connection ends torn, as it must."""
        self._exchange.deadline = None  # it has passed, or nobody waits for it any more
        if self._is_socket and not (self._can_deny and self.status == 0):
            await self._close_for(error)
            return
        if self.status:
            raise error
        status, headers, body = rendered(problem_of(error), self._exchange)
        headers["content-length"] = str(len(body))
        pairs = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
        start, end = (f"{DENIAL}.start", f"{DENIAL}.body") if self._is_socket else (_STARTS[0], _BODIES[0])
        await self({"type": start, "status": status, "headers": pairs})
        await self({"type": end, "body": body})

    async def end_for_restart(self) -> None:
        """End a socket with 1012, or an event stream in good order: the server is about to stop."""
        if self._is_socket:
            await self({"type": "websocket.close", "code": RESTARTING, "reason": "The server restarts; connect again"})
        elif self.status:
            await self({"type": "http.response.body", "body": b"", "more_body": False})

    async def _close(self, message: Any) -> None:
        error, self._exchange.broken_by = self._exchange.broken_by, None
        if error is not None:  # what Litestar says of an exception is not for everybody's eyes
            await self.refuse(error)
            return
        self.is_over = True
        self.status = self.status or message.get("code", 1000)
        await self._send(message)

    async def _close_for(self, error: BaseException) -> None:
        problem = problem_of(error)
        status = self._exchange.dialect.status(problem)
        code = 1011 if problem.kind == "internal" else 4000 + status
        reason = problem.message.encode()[:REASON_BYTES_MAX].decode(errors="ignore")
        await self({"type": "websocket.close", "code": code, "reason": reason})

    def _begin_stream(self) -> None:
        self.is_stream = True
        metrics.sockets.inc()

    def _started(self, message: Any) -> Any:
        self.status = message["status"]
        if self._exchange.deadline is not None:
            self._exchange.deadline.reschedule(None)
        headers = list(message.get("headers", ()))
        known = {name.lower(): value for name, value in headers}
        if known.get(b"content-type", b"").startswith(b"text/event-stream"):
            self._begin_stream()
        own = {**SECURITY_HEADERS, **self._exchange.headers, "x-request-id": self._exchange.request_id}
        headers += [(name.encode(), value.encode()) for name, value in own.items() if name.encode() not in known]
        return {**message, "headers": headers}
