"""Names in a query that a route does not know, or that come twice, are refused: a slip must not start other work."""

from urllib.parse import parse_qsl

from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.typing import FieldDefinition

from api.accounts.auth import AnyConnection, live_token_of
from api.wire.marking import RESERVED
from api.wire.wording import unknown_name
from domain.errors import Invalid

ANY_QUERY = "any_query"
"""In `opt` of a route: whatever stands in its query, such as the `?v=3` by which pages fetch a picture anew."""

_NOT_OF_THE_QUERY = RESERVED | {"request", "data"}


async def require_known_query(connection: AnyConnection, handler: BaseRouteHandler) -> None:
    """Let no request in that asks by a name that the route does not know, or by one twice; sockets have their own.

    Raises
    ------
    Invalid
        There is such a name; those that are known are listed.
    """
    query = connection.scope.get("query_string", b"")
    if connection.scope["type"] != ScopeType.HTTP or not query or handler.opt.get(ANY_QUERY):
        return
    others = _NOT_OF_THE_QUERY | connection.scope.get("path_params", {}).keys()
    parameters = handler.parsed_fn_signature.parameters
    known = [_sent_as(name, one) for name, one in parameters.items() if name not in others]
    names = [name for name, _ in parse_qsl(query.decode("latin-1"), keep_blank_values=True)]
    spared = {"token"} if live_token_of(connection.scope) else set[str]()
    for name in names:
        if name not in known and name not in spared:
            raise unknown_name("query parameter", name, known)
        if names.count(name) > 1:
            raise Invalid(f"The query has `{name}` twice", field=name)


def _sent_as(name: str, parameter: FieldDefinition) -> str:
    """Return what clients call a parameter: `from` where the route must call it `from_`."""
    return getattr(parameter.kwarg_definition, "name", None) or name
