"""The OpenAPI document: what Litestar knows of the routes, and what it cannot know: errors in each family's words."""

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Litestar, Router
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import License

from api.dialects import (
    DIALECTS,
    PROBLEM_MEDIA_TYPE,
    SHARED,
    STATUS,
    TITLE,
    Dialect,
    Kind,
    Problem,
    bare_path,
    family_of,
)
from api.models.examples import add_examples
from domain.errors import NotFound
from runtime.version import VERSION

Document = dict[str, Any]

METHODS = ("get", "head", "put", "post", "patch", "delete")
OWN = ("416", "503")
"""Errors that a route describes itself."""
ALWAYS: tuple[Kind, ...] = ("malformed", "too_many", "internal", "unavailable", "timeout")
_EXAMPLE_ID = "req_01k9v6q3m8e5t2r7w4y1c0b9da"
_FAMILY_NEEDS_KEY = (2, 3)
DESCRIPTION = """3D models from words, with a log that remembers how each was made.

Every answer has `X-Request-Id` (yours, if the request had a sane one), and `X-RateLimit-Limit`, `-Remaining`, `-Reset`
where requests are counted. Every error can be had after RFC 9457 with `Accept: application/problem+json`."""


async def _refuse(_connection: Any, _handler: Any) -> None:
    raise NotFound("There is nothing at this path")


def config() -> OpenAPIConfig:
    """Return what Litestar is to make of the routes, for one app."""
    return OpenAPIConfig(
        title="Meshwright",
        version=VERSION,
        description=DESCRIPTION,
        license=License(name="Apache-2.0", identifier="Apache-2.0"),
        use_handler_docstrings=True,
        render_plugins=[JsonRenderPlugin()],
        # Litestar insists on pages of its own, which load from elsewhere; ours are in `api.describing.docs`.
        openapi_router=Router(
            "/schema", route_handlers=[], guards=[_refuse], opt={"public": True}, include_in_schema=False
        ),
    )


def document(app: Litestar) -> Document:
    """Return the OpenAPI 3.1 document of the app."""
    found: Document = app.openapi_schema.to_schema()
    found["servers"] = [{"url": "/", "description": "This server"}]
    components = found.setdefault("components", {})
    components["securitySchemes"] = _security_schemes()
    components.setdefault("schemas", {}).update(_error_schemas())
    components["headers"] = _headers()
    components["responses"] = {}
    handlers = _handlers(app)
    for path, item in found["paths"].items():
        for method in METHODS:
            if method in item:
                _complete(item[method], path, handlers.get((path, method)), components["responses"])
    return found


def _complete(operation: Document, path: str, handler: HTTPRouteHandler | None, shared: Document) -> None:
    family = family_of(path)
    dialects = [DIALECTS[family], *([DIALECTS[3]] if bare_path(path) in SHARED else [])]
    if handler and "form" in handler.opt:
        operation["requestBody"] = _form(handler.opt["form"])
    if handler and "body" in handler.opt:
        operation["requestBody"] = handler.opt["body"]
    is_public = bool(handler and handler.opt.get("public"))
    is_signed = bool(handler and handler.opt.get("signed"))
    operation["security"] = [{}, *_security(family)] if is_signed else [] if is_public else _security(family)
    responses = {status: answer for status, answer in operation["responses"].items() if int(status) < 400}
    responses.get("204", {}).pop("content", None)
    for answer in responses.values():
        answer.setdefault("headers", {}).update(_header_references())
    own = {status: answer for status, answer in operation["responses"].items() if status in OWN}
    kinds = _kinds(operation, is_public=is_public, is_admin=bool(handler and handler.opt.get("admin")))
    if is_signed:
        kinds += ["unauthenticated", "gone"]
    if handler and handler.opt.get("provider"):
        kinds.append("provider")
    kinds += handler.opt.get("kinds", ()) if handler else ()
    if family == 3 and not is_public:
        kinds.append("forbidden")  # a `user_id` may be somebody else's
    kinds = list(dict.fromkeys(kinds))
    operation["responses"] = {**responses, **_errors(kinds, dialects, shared), **own}
    add_examples(operation)


def _form(kind: type[msgspec.Struct]) -> Document:
    """Return the body of a route that reads a form, or the same as JSON, itself (`opt={"form": …}`)."""
    schema = msgspec.json.schema(kind)["$defs"][kind.__name__]
    media_types = ("application/x-www-form-urlencoded", "application/json")
    return {"required": True, "content": {media_type: {"schema": schema} for media_type in media_types}}


def _kinds(operation: Document, *, is_public: bool, is_admin: bool) -> list[Kind]:
    kinds = list(ALWAYS)
    has_body = "requestBody" in operation
    if has_body or operation.get("parameters"):
        kinds.append("validation")
    if has_body:
        kinds += ["too_large", "unsupported", "conflict"]
    if not is_public or has_body:
        kinds.append("unauthenticated")
    if is_admin:
        kinds.append("forbidden")
    kinds += ["not_found"] if is_public else ["not_found", "conflict", "gone"]
    return list(dict.fromkeys(kinds))


def _errors(kinds: list[Kind], dialects: list[Dialect], shared: Document) -> Document:
    """Return references to the answers of these kinds, which are put among the shared ones."""
    by_status: dict[str, list[Kind]] = {}
    for kind in kinds:
        by_status.setdefault(str(dialects[0].statuses.get(kind, STATUS[kind])), []).append(kind)
    found = {}
    for status, group in sorted(by_status.items()):
        name = ".".join([*(dialect.name for dialect in dialects), *group])
        shared.setdefault(name, _error(dialects, group))
        found[status] = {"$ref": f"#/components/responses/{name}"}
    return found


def _error(dialects: list[Dialect], kinds: list[Kind]) -> Document:
    headers = _header_references()
    if {"too_many", "unavailable"} & set(kinds):
        headers["Retry-After"] = {"$ref": "#/components/headers/Retry-After"}
    schemas = [_schema(f"Error of {dialect.name}") for dialect in dialects]
    examples = {
        f"{kind}, {dialect.name}": {"value": _shown(dialect.body(_example(kind), _EXAMPLE_ID))}
        for dialect in dialects
        for kind in kinds
    }
    problems = {kind: {"value": dialects[0].problem_body(_example(kind), _EXAMPLE_ID)} for kind in kinds}
    return {
        "description": "; ".join(TITLE[kind] for kind in kinds),
        "headers": headers,
        "content": {
            "application/json": {
                "schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas},
                "examples": examples,
            },
            PROBLEM_MEDIA_TYPE: {"schema": _schema("Problem"), "examples": problems},
        },
    }


def _shown(body: Document) -> Document:
    return {**body, "timestamp": "2026-01-31T12:00:00.000Z"} if "timestamp" in body else body


def _example(kind: Kind) -> Problem:
    if kind == "validation":
        return Problem(kind, "The field `text` is missing", {"field": "text"})
    return Problem(kind, f"{TITLE[kind]}.")


def _schema(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name.replace(' ', '.')}"}


def _error_schemas() -> Document:
    text, words = {"type": "string"}, {"type": "object"}
    parts = _object({"code": text, "message": text, "details": words})
    shapes: Mapping[str, Document] = {
        "Error of text-to-3d": _object({"success": {"const": False}, "error": parts}),
        "Error of design": _object(
            {"detail": text, "error_code": text, "timestamp": {"type": "string", "format": "date-time"}}
        ),
        "Error of image-to-model": _object({"detail": parts}),
        "Error of reconstruction": _object({"detail": text}),
        "Problem": _object(
            {
                "type": {"type": "string", "format": "uri"},
                "title": text,
                "status": {"type": "integer"},
                "detail": text,
                "code": text,
                "request_id": text,
            },
            details=words,
        ),
    }
    codes = {f"Error of {dialect.name}": sorted(set(dialect.codes.values())) for dialect in DIALECTS.values()}
    for name, shape in shapes.items():
        shape["description"] = f"{name}. Codes: {', '.join(codes[name])}" if name in codes else "After RFC 9457"
    return {name.replace(" ", "."): shape for name, shape in shapes.items()}


def _object(required: Document, **optional: Document) -> Document:
    return {"type": "object", "properties": {**required, **optional}, "required": list(required)}


def _headers() -> Document:
    def header(kind: str, description: str) -> Document:
        return {"schema": {"type": kind}, "description": description}

    return {
        "X-Request-Id": header("string", "By which this request is found in the logs"),
        "X-RateLimit-Limit": header("integer", "Requests in the window that is tightest now"),
        "X-RateLimit-Remaining": header("integer", "Requests that are left in it"),
        "X-RateLimit-Reset": header("integer", "When it ends, in seconds since 1970"),
        "Retry-After": header("integer", "Seconds until it is worth asking again"),
    }


def _header_references() -> Document:
    names = ("X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _security_schemes() -> Document:
    return {
        "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "From a sign-in"},
        "key": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "From `/auth/api-keys`"},
        "bearer_key": {"type": "http", "scheme": "bearer", "description": "An API key where a token stands"},
    }


def _security(family: int) -> list[Document]:
    if family in _FAMILY_NEEDS_KEY:
        return [{"token": [], "key": []}]
    return [{"bearer_key": []}, {"token": []}] if family == 4 else [{"token": []}]


def _handlers(app: Litestar) -> dict[tuple[str, str], HTTPRouteHandler]:
    found = {}
    for route in app.routes:
        for handler in getattr(route, "route_handlers", ()):
            for method in getattr(handler, "http_methods", ()):
                found[route.path_format, method.lower()] = handler
    return found
