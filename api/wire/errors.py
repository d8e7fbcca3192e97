"""From any exception to a problem that says what to change, and from a problem to an answer in the right dialect."""

from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.exceptions.base_exceptions import SerializationException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.handlers import HTTPRouteHandler

from api.dialects import PROBLEM_MEDIA_TYPE, Kind, Problem
from api.wire.accepting import NotAcceptable
from api.wire.body import BodyCut, BodyLate, ChecksumOther, VersionOther
from api.wire.exchange import Exchange, exchange_of
from api.wire.wording import reworded
from domain.errors import (
    Conflict,
    DiskFull,
    Forbidden,
    GenerationFailed,
    Gone,
    Invalid,
    MeshwrightError,
    NotFound,
    ProviderFailed,
    StorageFailed,
    TooLarge,
    TooMany,
    Unauthenticated,
    Unavailable,
    UnsupportedMedia,
)

log = structlog.get_logger()

KINDS: dict[type[MeshwrightError], Kind] = {
    Invalid: "validation",
    Unauthenticated: "unauthenticated",
    Forbidden: "forbidden",
    NotFound: "not_found",
    Conflict: "conflict",
    Gone: "gone",
    TooLarge: "too_large",
    UnsupportedMedia: "unsupported",
    TooMany: "too_many",
    GenerationFailed: "generation",
    ProviderFailed: "provider",
    StorageFailed: "storage",
    DiskFull: "full",
    Unavailable: "unavailable",
}
_BY_STATUS: dict[int, tuple[Kind, str]] = {
    400: ("malformed", "The request cannot be read"),
    401: ("unauthenticated", "Sign in first: send a token in the Authorization header"),
    403: ("forbidden", "You may not do this"),
    404: ("not_found", "There is nothing at this path"),
    405: ("method", "This method is not allowed here"),
    413: ("too_large", "The body is larger than this endpoint takes"),
    415: ("unsupported", "The body's media type is not one that this endpoint reads"),
    429: ("too_many", "Too many requests"),
}
INTERNAL = Problem("internal", "Something went wrong in the server; its log has the cause under this request id")


def problem_of(
    error: BaseException, data_type: Any = None, body_bytes_max: Any = None, parameters: Any = None
) -> Problem:
    """Return what `error` says to the caller; nothing of the server's inside is in it."""
    if isinstance(error, MeshwrightError):
        return _from_domain(error)
    if isinstance(error, ValidationException):
        return _from_validation(error, data_type, parameters)
    if isinstance(error, SerializationException) or isinstance(error.__cause__, SerializationException):
        return Problem("malformed", "The body is not valid JSON")
    if isinstance(error, BodyCut):
        return Problem("malformed", "The body ended before its announced length")
    if isinstance(error, BodyLate):
        return Problem("late", "The body did not arrive in time")
    if isinstance(error, VersionOther | ChecksumOther):
        return Problem("version" if isinstance(error, VersionOther) else "checksum", str(error))
    if isinstance(error, NotAcceptable):
        return Problem("unacceptable", str(error), {"allowed": error.forms})
    if isinstance(error, TimeoutError):
        return Problem("timeout", "The answer took too long; ask again, or ask for less")
    if isinstance(error, RequestEntityTooLarge):
        return _too_large(body_bytes_max)
    if isinstance(error, HTTPException) and error.status_code in _BY_STATUS:
        kind, message = _BY_STATUS[error.status_code]
        return Problem(kind, message, headers=dict(error.headers or {}))
    return INTERNAL


def _too_large(body_bytes_max: Any) -> Problem:
    if not isinstance(body_bytes_max, int):
        return Problem("too_large", _BY_STATUS[413][1])
    message = f"The body is larger than this endpoint takes: at most {body_bytes_max} bytes"
    return Problem("too_large", message, {"size_bytes_max": body_bytes_max})


def _from_domain(error: MeshwrightError) -> Problem:
    kind: Kind = next((KINDS[step] for step in type(error).__mro__ if step in KINDS), "internal")
    retry_after_s = error.facts.get("retry_after_s", 1 if kind == "unavailable" else None)
    headers = {} if retry_after_s is None else {"Retry-After": str(max(1, round(retry_after_s)))}
    if kind == "unauthenticated":
        headers["WWW-Authenticate"] = "Bearer"
    return Problem(kind, error.message, error.facts, headers)


def _from_validation(error: ValidationException, data_type: Any, parameters: Any) -> Problem:
    extra = error.extra if isinstance(error.extra, list) else []
    found = [
        reworded(item.get("key", ""), item.get("message", ""), data_type if _is_of_body(item) else parameters)
        for item in extra
    ]
    if not found:
        return Problem("validation", "The request has a value that is not allowed")
    fields = [{"field": field, "message": message} for field, message in found if field]
    facts: dict[str, Any] = {"field": fields[0]["field"], "fields": fields} if fields else {}
    return Problem("validation", "; ".join(message for _, message in found), facts)


def _is_of_body(item: dict[str, Any]) -> bool:
    return item.get("source", "body") not in ("query", "path", "header", "cookie")


def answer_error(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Answer in the dialect of the request's path; what is not expected is logged with its cause."""
    exchange = exchange_of(request.scope)
    problem = problem_of(error, _data_type(request), _body_bytes_max(request), _parameters(request))
    if problem is INTERNAL:
        log.error("request.broke", exc_info=error)
    status, headers, body = rendered(problem, exchange)
    return Response(body, status_code=status, headers=headers, media_type=headers["content-type"])


def rendered(problem: Problem, exchange: Exchange) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of a problem in the exchange's dialect, or as problem+json if that was asked."""
    dialect = exchange.dialect
    make = dialect.problem_body if exchange.wants_problem else dialect.body
    media_type = PROBLEM_MEDIA_TYPE if exchange.wants_problem else "application/json"
    body = msgspec.json.encode(make(problem, exchange.request_id), enc_hook=str)
    return dialect.status(problem), {**problem.headers, "content-type": media_type}, body


def reason_of(status: int) -> str:
    """Return the standard phrase of an HTTP status."""
    return HTTPStatus(status).phrase


def _body_bytes_max(request: Request[Any, Any, Any]) -> Any:
    handler = request.scope.get("route_handler")
    return handler.resolve_request_max_body_size() if isinstance(handler, HTTPRouteHandler) else None


def _data_type(request: Request[Any, Any, Any]) -> Any:
    handler = request.scope.get("route_handler")
    signature = getattr(handler, "parsed_fn_signature", None)
    data = signature.parameters.get("data") if signature else None
    return data.annotation if data else None


def _parameters(request: Request[Any, Any, Any]) -> Any:
    """Return a struct with a field for each parameter of the path, the query and the headers."""
    return getattr(request.scope.get("route_handler"), "signature_model", None)
