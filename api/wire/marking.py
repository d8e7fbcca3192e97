"""Says to Litestar where each parameter of a route comes from, so that signatures say only what it is.

Litestar 3 wants a marker on every parameter; the name says it already: `data` is the body, a name in the path's braces
is a part of the path, and whatever is left stands in the query. What this server itself provides (`caller`, `core`, …)
is put in here: Litestar's own injection copies the app's state and starts a task for each thing, of each request.
"""

import inspect
from collections.abc import Iterable, Mapping
from functools import wraps
from typing import Annotated, Any, get_args, get_origin

from litestar import Request, WebSocket
from litestar.di import Dependency
from litestar.handlers import BaseRouteHandler, WebsocketRouteHandler
from litestar.params import FromPath, FromQuery, JSONBody, KwargDefinition
from litestar.types import ControllerRouterHandler

from api.core import Pick

MARKS: dict[str, Any] = {"body": JSONBody, "path": FromPath, "query": FromQuery}
RESERVED = frozenset(("request", "socket", "scope", "state", "headers", "cookies", "query", "body", "return"))


def mark_parameters(routes: Iterable[ControllerRouterHandler], picks: Mapping[str, Pick]) -> None:
    """Mark the parameters of routes, and provide what `picks` has; what is marked already stays as it is."""
    for route in routes:
        if not isinstance(route, BaseRouteHandler):
            continue
        route._fn = _provided(route, picks)  # a route has no public way to wrap its function
        annotations = route.fn.__annotations__
        for name, kind in annotations.items():
            if name not in RESERVED and not _is_marked(kind):
                annotations[name] = _marked(name, kind, route)


def _provided(route: BaseRouteHandler, picks: Mapping[str, Pick]) -> Any:
    """Return the route's function without the parameters that `picks` has; it finds their values itself."""
    fn: Any = route.fn
    parameters = inspect.signature(fn).parameters
    provided = {name: picks[name] for name in parameters if name in picks}
    if not provided:
        return fn
    is_socket = isinstance(route, WebsocketRouteHandler)
    connection, kind = ("socket", WebSocket[Any, Any, Any]) if is_socket else ("request", Request[Any, Any, Any])
    is_wanted = connection in parameters

    @wraps(fn)
    async def call(**values: Any) -> Any:
        scope = (values[connection] if is_wanted else values.pop(connection)).scope
        for name, pick in provided.items():
            values[name] = pick(scope)
        return await fn(**values)

    left = {name: one.replace(kind=one.KEYWORD_ONLY) for name, one in parameters.items() if name not in provided}
    left.setdefault(connection, inspect.Parameter(connection, inspect.Parameter.KEYWORD_ONLY, annotation=kind))
    annotations = {name: one for name, one in fn.__annotations__.items() if name not in provided}
    call.__annotations__ = {connection: kind, **annotations}
    call.__signature__ = inspect.Signature(list(left.values()))  # type: ignore[attr-defined]
    return call


def _marked(name: str, kind: Any, route: BaseRouteHandler) -> Any:
    if name == "data":
        return MARKS["body"][kind]
    return MARKS["path" if any(f"{{{name}:" in path for path in route.paths) else "query"][kind]


def _is_marked(kind: Any) -> bool:
    return get_origin(kind) is Annotated and any(
        isinstance(mark, Dependency | KwargDefinition) for mark in get_args(kind)[1:]
    )
