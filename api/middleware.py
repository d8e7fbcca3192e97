"""What every request passes before and after the routes: its id, its log line, its limits.

Plain ASGI around the whole app, so that unknown paths and methods pass it too.
"""

import asyncio
import re
import time
from collections.abc import Mapping
from typing import Any

import structlog
from litestar import Litestar
from structlog.contextvars import bound_contextvars

from api.auth import identify
from api.core import core_of
from api.errors import problem_of, rendered
from api.exchange import Exchange, begin, exchange_of
from api.nesting import checked_nesting
from domain.errors import MeshwrightError
from runtime import metrics
from runtime.ids import new_id
from runtime.settings import HttpSettings

log = structlog.get_logger()

_SANE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{7,63}")
_IDS = re.compile(r"[a-z]+_[0-9a-z]{26}")
_QUIET = frozenset(
    ("/health", "/metrics", "/api/v1/health", "/api/v1/metrics", "/api/v1/health/ready", "/health/ready")
)
SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
}


class Frame:
    """The outermost layer of the app."""

    def __init__(self, app: Litestar, settings: HttpSettings) -> None:
        self._app = app
        self._inner = app.asgi_handler
        self._settings = settings
        self._proxies = frozenset(part.strip() for part in settings.proxies_trusted.split(",") if part.strip())

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request or carry one socket."""
        headers = headers_of(scope)
        exchange = begin(scope, _request_id(headers), headers.get("accept", ""))
        exchange.address = _address(scope, headers, self._proxies)
        answer = _Answer(send, exchange)
        started = time.perf_counter()
        with bound_contextvars(correlation=exchange.request_id):
            try:
                await self._carry(scope, headers, receive, answer)
            finally:
                _record(scope, exchange, answer, time.perf_counter() - started)

    async def _carry(self, scope: Any, headers: Mapping[str, str], receive: Any, answer: "_Answer") -> None:
        if scope["type"] != "http":
            await self._admit(scope, headers)
            await self._inner(scope, receive, answer)
            return
        try:
            async with asyncio.timeout(self._settings.request_timeout_s) as deadline:
                exchange_of(scope).deadline = deadline
                await self._admit(scope, headers)
                receive = checked_nesting(headers, receive, self._settings.nesting_max)
                await self._inner(scope, receive, answer)
        except (MeshwrightError, TimeoutError) as error:
            await answer.refuse(error)
        except Exception as error:
            log.error("request.broke", exc_info=error)
            await answer.refuse(error)

    async def _admit(self, scope: Any, headers: Mapping[str, str]) -> None:
        core = core_of(self._app)
        exchange = exchange_of(scope)
        await identify(scope, headers, core.authenticator)
        await core.limits.admit(scope.get("method", "WS"), scope["path"], exchange)


class _Answer:
    """The sending side: adds the headers that every answer has, and remembers what was sent."""

    def __init__(self, send: Any, exchange: Exchange) -> None:
        self._send = send
        self._exchange = exchange
        self.status = 0
        self.size_bytes = 0

    async def __call__(self, message: Any) -> None:
        """Pass one message on."""
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            self.status = message["status"]
            self._exchange.deadline and self._exchange.deadline.reschedule(None)
            message = {**message, "headers": self._with_own(message.get("headers", ()))}
        elif message["type"] == "http.response.body":
            self.size_bytes += len(message.get("body", b""))
        elif message["type"] == "websocket.accept":
            self.status = 101
        elif message["type"] == "websocket.close":
            self.status = self.status or message.get("code", 1000)
        await self._send(message)

    async def refuse(self, error: Exception) -> None:
        """Answer with an error, unless an answer has begun; then the connection ends torn, as it must."""
        if self.status:
            raise error
        status, headers, body = rendered(problem_of(error), self._exchange)
        headers["content-length"] = str(len(body))
        pairs = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
        await self({"type": "http.response.start", "status": status, "headers": pairs})
        await self({"type": "http.response.body", "body": body})

    def _with_own(self, headers: Any) -> list[tuple[bytes, bytes]]:
        own = {**SECURITY_HEADERS, **self._exchange.headers, "x-request-id": self._exchange.request_id}
        known = {name.lower() for name, _ in headers}
        added = [(name.encode(), value.encode()) for name, value in own.items() if name.encode() not in known]
        return [*headers, *added]


def headers_of(scope: Any) -> dict[str, str]:
    """Return the headers of a request by their lower-case names; of doubled ones the first."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    return found


def _request_id(headers: Mapping[str, str]) -> str:
    given = headers.get("x-request-id", "")
    return given if _SANE_ID.fullmatch(given) else new_id("req")


def _address(scope: Any, headers: Mapping[str, str], proxies: frozenset[str]) -> str:
    """Return the client's address: the last in X-Forwarded-For that is no trusted proxy, if a trusted one is asking."""
    address = (scope.get("client") or ("unknown", 0))[0]
    hops = [hop.strip() for hop in headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    while address in proxies and hops:
        address = hops.pop()
    return str(address)


def _record(scope: Any, exchange: Exchange, answer: _Answer, duration_s: float) -> None:
    """Write the access log line and the metrics; the path is shown as its template, because paths may hold names."""
    route = scope.get("path_template") or ""
    method = scope.get("method", "WS")
    metrics.observe_request(method, route or "unknown", answer.status, duration_s)
    if scope["path"] in _QUIET:
        return
    values = {name: value for name, value in scope.get("path_params", {}).items() if _IDS.fullmatch(str(value))}
    log.info(
        "request.finished",
        method=method,
        route=route or "unknown",
        status=answer.status,
        duration_ms=round(duration_s * 1000, 2),
        size_bytes=answer.size_bytes,
        account=exchange.identity.account if exchange.identity else "",
        **values,
    )
