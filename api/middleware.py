"""What every request passes before and after the routes: its id, its limits, its log line.

Plain ASGI around the whole app, so that unknown paths and methods pass it too.
"""

import asyncio
import contextlib
import ipaddress
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

import structlog
from litestar import Litestar
from litestar.config.cors import CORSConfig
from structlog.contextvars import bound_contextvars

from api.accounts.auth import identify
from api.batches.family4 import batch_of_session
from api.core import core_of
from api.dialects import bare_path
from api.wire.answer import Answer
from api.wire.body import Body, BodyCut, BodyLate
from api.wire.exchange import Exchange, begin, exchange_of
from api.wire.nesting import checked_nesting
from domain.access import noting_owners
from domain.errors import MeshwrightError
from runtime import metrics
from runtime.ids import new_id
from runtime.settings import HttpSettings
from runtime.tasks import CANCEL_AGAIN_S

log = structlog.get_logger()

_SANE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{7,63}")
_IDS = re.compile(r"[a-z]+(?:_\d{8}_\d{6})?_[0-9a-z]{26}")
CLOSE_S_MAX = 1.0
_QUIET = frozenset(("health", "health/ready", "metrics"))
_KNOWN_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


class Frame:
    """The outermost layer of the app."""

    def __init__(self, app: Litestar, settings: HttpSettings) -> None:
        self._app = app
        self._inner = app.asgi_handler
        self._settings = settings
        self._proxies = frozenset(part.strip() for part in settings.proxies_trusted.split(",") if part.strip())
        self._open: dict[asyncio.Task[Any], Answer] = {}
        self._is_stopping = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request or carry one socket."""
        headers = headers_of(scope)
        exchange = begin(scope, _request_id(headers), headers)
        exchange.address = address_of(scope, headers, self._proxies)
        exchange.headers.update(_cors_headers(self._app.cors_config, headers.get("origin", "")))
        answer = Answer(scope, send, exchange)
        started = time.perf_counter()
        known = bound_contextvars(correlation=exchange.request_id)
        with known, self._remembered(answer), noting_owners(exchange.owners):
            try:
                await self._carry(scope, headers, receive, answer)
            except asyncio.CancelledError:
                if not self._is_stopping:
                    raise
                async with asyncio.timeout(CLOSE_S_MAX):
                    await answer.end_for_restart()
            finally:
                duration_s = time.perf_counter() - started
                core_of(self._app).notes.add(scope, exchange, answer.status, time.time(), duration_s)
                _record(scope, exchange, answer, duration_s)

    async def end_streams(self) -> None:
        """End all sockets with 1012 and all event streams in good order, before the server stops."""
        self._is_stopping = True
        # Cancelled first: granian sends no close while somebody waits for the client's next message.
        # Then again: `asyncio.wait_for` of Python 3.11, in which a library may be just now, may lose a cancellation.
        left = {task for task, answer in self._open.items() if answer.is_stream}
        until = time.monotonic() + 2 * CLOSE_S_MAX
        while left and time.monotonic() < until:
            for task in left:
                if not self._open[task].is_over:
                    task.cancel()
            await asyncio.wait(left, timeout=CANCEL_AGAIN_S)
            left &= self._open.keys()

    @contextlib.contextmanager
    def _remembered(self, answer: Answer) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None
        self._open[task] = answer
        try:
            yield
        finally:
            del self._open[task]

    async def _carry(self, scope: Any, headers: Mapping[str, str], receive: Any, answer: Answer) -> None:
        limit_s = self._settings.request_timeout_s if scope["type"] == "http" else None
        body = Body(receive, is_announced=scope["type"] == "http" and _has_body(headers))
        try:
            async with asyncio.timeout(limit_s) as deadline:
                exchange_of(scope).deadline = deadline
                await self._admit(scope, headers)
                await self._inner(scope, _checked_body(scope, headers, body, self._settings), answer)
        except TimeoutError as error:
            await answer.refuse(BodyLate() if body.is_stalled else error)
        except (MeshwrightError, BodyCut) as error:
            await answer.refuse(error)
        except Exception as error:
            log.error("request.broke", exc_info=error)
            await answer.refuse(error)
        if scope["type"] == "http" and answer.status >= 400 and _has_body(headers):
            await body.drain()

    async def _admit(self, scope: Any, headers: Mapping[str, str]) -> None:
        """Find out who asks, and whether they may ask so often; where addresses are counted, count before looking."""
        core, exchange = core_of(self._app), exchange_of(scope)
        rule = core.limits.rule_of(scope.get("method", "WS"), scope["path"], exchange.family)
        if rule and rule.by == "address":
            await core.limits.admit(rule, exchange)
        elif rule and core.authenticator.must_look_up(exchange, headers):
            await core.limits.require_room(rule, exchange)
        await identify(scope, headers, core.authenticator)
        if rule and rule.by == "account":
            exchange.batch = batch_of_session(scope, core)
            await core.limits.admit(rule, exchange)


def _checked_body(scope: Any, headers: Mapping[str, str], body: Body, settings: HttpSettings) -> Any:
    """Return the body as routes read it; files that are given pass as they are, because they do not fit into memory."""
    is_file = bare_path(scope["path"]).startswith(("assets", "files/upload", "upload"))
    return body if is_file else checked_nesting(headers, body, settings.nesting_max)


def _cors_headers(config: CORSConfig | None, origin: str) -> dict[str, str]:
    """Return what lets a page of this origin read an answer, also one that is given before Litestar is asked."""
    if config is None or not origin or not config.is_origin_allowed(origin):
        return {}
    allowed = {} if config.is_allow_all_origins else {"access-control-allow-origin": origin, "vary": "Origin"}
    return {name.lower(): value for name, value in config.simple_headers.items()} | allowed


def _has_body(headers: Mapping[str, str]) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def headers_of(scope: Any) -> dict[str, str]:
    """Return the headers of a request by their lower-case names; of doubled ones the first."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    return found


async def remember_error(error: Exception, scope: Any) -> None:
    """Keep what broke a socket, so that its close says it in our words (a hook of Litestar)."""
    if scope["type"] == "websocket":
        exchange_of(scope).broken_by = error
        if not isinstance(error, MeshwrightError) and not hasattr(error, "detail"):
            log.error("socket.broke", exc_info=error)


def _request_id(headers: Mapping[str, str]) -> str:
    given = headers.get("x-request-id", "")
    return given if _SANE_ID.fullmatch(given) else new_id("req")


def address_of(scope: Any, headers: Mapping[str, str], proxies: frozenset[str]) -> str:
    """Return the client's address: the last in X-Forwarded-For that is no trusted proxy, if a trusted one is asking."""
    address = (scope.get("client") or ("unknown", 0))[0]
    hops = [hop.strip() for hop in headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    while address in proxies and hops:
        address = hops.pop()
    return _network(str(address))


def _network(address: str) -> str:
    """Return an address as it is counted: of IPv6 the /64, because that is what one customer has."""
    if ":" not in address:
        return address
    try:
        parsed = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed, 64), strict=False).network_address)


def _record(scope: Any, exchange: Exchange, answer: Answer, duration_s: float) -> None:
    """Write the access log line and the metrics; the path is shown as its template, because paths may hold names."""
    route = scope.get("path_template") or "unknown"
    method = scope.get("method", "WS")
    metrics.observe_request(
        method if method in _KNOWN_METHODS or method == "WS" else "other", route, answer.status, duration_s
    )
    if answer.is_stream:
        metrics.sockets.dec()
    if bare_path(scope["path"]) in _QUIET:
        return
    values = {name: value for name, value in scope.get("path_params", {}).items() if _IDS.fullmatch(str(value))}
    log.info(
        "request.finished",
        method=method,
        route=route,
        status=answer.status,
        duration_ms=round(duration_s * 1000, 2),
        size_bytes=answer.size_bytes,
        account=exchange.identity.account if exchange.identity else "",
        **values,
    )
