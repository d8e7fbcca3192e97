"""Reading JSON bodies strictly: a value of another type is refused, not turned into what was perhaps meant.

Litestar converts bodies as leniently as queries, where everything is text. Here the bytes are decoded straight into
the route's type; queries, paths and forms stay as lenient as they must be.
"""

from functools import cache
from typing import Any

import msgspec
from litestar import Request
from litestar.exceptions.base_exceptions import SerializationException

from api.wire.exchange import exchange_of
from api.wire.soundness import plain, require_finite, require_sound
from api.wire.wording import is_about_name, is_out_of_range, place_of, reworded
from domain.errors import Invalid

IDS_NAMED = frozenset(
    f"{noun}_id" for noun in ("asset", "case", "file", "job", "project", "prompt", "run", "session", "spec", "user")
)
"""Fields of bodies that say what is asked about; the audit trail keeps them."""
_ANY_NAME = "[...]"
_NAMES_TRIED_MAX = 64


class StrictRequest(Request[Any, Any, Any]):
    """A request whose JSON body is read strictly where a route names its type."""

    async def json(self) -> Any:
        """Return the body as the type of the route's `data`, or as plain values where it has none.

        Raises
        ------
        Invalid
            A field has another type, is missing, unknown, out of bounds or there twice; it is named.
        """
        signature = self.route_handler.parsed_fn_signature
        data = signature.parameters.get("data")
        if data is None:
            return decoded(await self.body() or b"null", Any)
        found = decoded(await self.body(), data.annotation)
        exchange_of(self.scope).named.update(named_in(found))
        return found


def named_in(body: Any) -> dict[str, str]:
    """Return the ids that a body, or the `input` in it, names in known fields."""
    fields = _fields(body)
    return {
        name: str(value)
        for each in (_fields(fields.get("input")), fields)
        for name in IDS_NAMED & each.keys()
        if isinstance(value := each[name], str | int)
    }


def _fields(found: Any) -> dict[str, Any]:
    if isinstance(found, msgspec.Struct):
        return msgspec.structs.asdict(found)
    return found if isinstance(found, dict) else {}


def decoded(body: bytes, kind: Any) -> Any:
    """Return a JSON body as `kind`.

    Raises
    ------
    Invalid
        It is JSON, but not such a thing.
    SerializationException
        It is no JSON.
    """
    try:
        found = _decoder(kind).decode(body)
    except msgspec.ValidationError as error:
        _require_json(body)
        if is_out_of_range(str(error)):
            require_finite(body)
        field, message = reworded(place_of(str(error)), str(error), kind, _name_at_fault(body, kind, str(error)))
        facts: dict[str, Any] = {"field": field, "fields": [{"field": field, "message": message}]} if field else {}
        raise Invalid(message, **facts) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SerializationException(str(error)) from error
    require_sound(body)
    return found


def _name_at_fault(body: bytes, kind: Any, message: str) -> str | None:
    """Return which name of an object that has any names a message is about; None where it is about no such object."""
    place = place_of(message)
    if not is_about_name(message) and not place.endswith(_ANY_NAME):
        return None
    whole = holder = plain(body)
    for part in place.removesuffix(_ANY_NAME).split("."):
        holder = holder.get(part) if isinstance(holder, dict) else None
    for name, value in list(holder.items())[:_NAMES_TRIED_MAX] if isinstance(holder, dict) else ():
        holder.clear()
        holder[name] = value
        try:
            msgspec.convert(whole, kind)
        except msgspec.ValidationError as error:
            if str(error) == message:
                return str(name)
    return None


def _require_json(body: bytes) -> None:
    """Refuse what is no JSON as such: the decoder tells of a wrong type before it has seen the end."""
    try:
        msgspec.json.decode(body, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SerializationException(str(error)) from error


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
