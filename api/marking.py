"""Says to Litestar where each parameter of a route comes from, so that signatures say only what it is.

Litestar 3 wants a marker on every parameter; the name says it already: `data` is the body, a name in the path's braces
is a part of the path, a name that is provided is a dependency, and whatever is left stands in the query.
"""

from collections.abc import Collection, Iterable
from typing import Annotated, Any, get_args, get_origin

from litestar.di import Dependency, NamedDependency
from litestar.handlers import BaseRouteHandler
from litestar.params import FromPath, FromQuery, JSONBody, KwargDefinition
from litestar.types import ControllerRouterHandler

MARKS: dict[str, Any] = {"body": JSONBody, "provided": NamedDependency, "path": FromPath, "query": FromQuery}
RESERVED = frozenset(("request", "socket", "scope", "state", "headers", "cookies", "query", "body", "return"))


def mark_parameters(routes: Iterable[ControllerRouterHandler], provided: Collection[str]) -> None:
    """Mark the parameters of routes; what is marked already stays as it is."""
    for route in routes:
        if not isinstance(route, BaseRouteHandler):
            continue
        annotations = route.fn.__annotations__
        for name, kind in annotations.items():
            if name not in RESERVED and not _is_marked(kind):
                annotations[name] = _marked(name, kind, route, provided)


def _marked(name: str, kind: Any, route: BaseRouteHandler, provided: Collection[str]) -> Any:
    if name == "data":
        place = "body"
    elif name in provided:
        place = "provided"
    else:
        place = "path" if any(f"{{{name}:" in path for path in route.paths) else "query"
    return MARKS[place][kind]


def _is_marked(kind: Any) -> bool:
    return get_origin(kind) is Annotated and any(
        isinstance(mark, Dependency | KwargDefinition) for mark in get_args(kind)[1:]
    )
