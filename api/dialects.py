"""The five families' ways to say that something went wrong, and the one table that says which path speaks which.

| family | shape |
|---|---|
| 1 | `{"success": false, "error": {"code", "message", "details"}}` |
| 2, 3 | `{"detail", "error_code", "timestamp", "details"}` |
| 4 | `{"detail": {"code", "message", "details"}}` |
| 5 | `{"detail"}` |
| any, on request | RFC 9457, `application/problem+json` |
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

Kind = Literal[
    "malformed",
    "validation",
    "unauthenticated",
    "forbidden",
    "not_found",
    "method",
    "unacceptable",
    "conflict",
    "gone",
    "late",
    "too_large",
    "unsupported",
    "range",
    "version",
    "checksum",
    "too_many",
    "generation",
    "provider",
    "storage",
    "full",
    "internal",
    "unavailable",
    "timeout",
]
Body = dict[str, Any]

PREFIX = "/api/v1"
PROBLEM_MEDIA_TYPE = "application/problem+json"

STATUS: Mapping[Kind, int] = {
    "malformed": 400,
    "validation": 400,
    "unauthenticated": 401,
    "forbidden": 403,
    "not_found": 404,
    "method": 405,
    "unacceptable": 406,
    "conflict": 409,
    "gone": 410,
    "late": 408,
    "too_large": 413,
    "unsupported": 415,
    "range": 416,
    "version": 412,
    "checksum": 460,
    "too_many": 429,
    "generation": 500,
    "provider": 502,
    "storage": 500,
    "full": 500,
    "internal": 500,
    "unavailable": 503,
    "timeout": 504,
}
TITLE: Mapping[Kind, str] = {
    "malformed": "The request cannot be read",
    "validation": "A value is not allowed",
    "unauthenticated": "The caller is not known",
    "forbidden": "The caller may not do this",
    "not_found": "There is no such thing",
    "method": "The method is not allowed here",
    "unacceptable": "It is not to be had in this form",
    "conflict": "What is true now does not allow this",
    "gone": "It is not there any more",
    "late": "The request took too long to arrive",
    "too_large": "The request is too large",
    "unsupported": "The format is not supported",
    "range": "The range cannot be had",
    "version": "This version of the protocol is not spoken",
    "checksum": "The bytes do not have the stated checksum",
    "too_many": "Too many requests",
    "generation": "The work could not be done",
    "provider": "A remote service failed",
    "storage": "A file could not be kept or read",
    "full": "There is no room for a file",
    "internal": "Something went wrong in the server",
    "unavailable": "A part of the server is away",
    "timeout": "The answer took too long",
}


class Problem(msgspec.Struct, frozen=True):
    """What went wrong, in no dialect yet; `facts` are safe to show."""

    kind: Kind
    message: str
    facts: dict[str, Any] = {}
    headers: dict[str, str] = {}


@dataclass(frozen=True)
class Dialect:
    """How one family words a problem: its codes, its shape, and where its statuses differ."""

    name: str
    codes: Mapping[Kind, str]
    shape: Callable[[str, Problem, str], Body]
    statuses: Mapping[Kind, int] = field(default_factory=dict)

    def status(self, problem: Problem) -> int:
        """Return the HTTP status of `problem`."""
        return self.statuses.get(problem.kind, STATUS[problem.kind])

    def body(self, problem: Problem, request_id: str) -> Body:
        """Return the answer's body."""
        return self.shape(self.codes[problem.kind], problem, request_id)

    def problem_body(self, problem: Problem, request_id: str) -> Body:
        """Return the answer's body after RFC 9457."""
        return {
            "type": f"urn:meshwright:problem:{problem.kind.replace('_', '-')}",
            "title": TITLE[problem.kind],
            "status": self.status(problem),
            "detail": problem.message,
            "code": self.codes[problem.kind],
            "request_id": request_id,
            **({"details": problem.facts} if problem.facts else {}),
        }


def _enveloped(code: str, problem: Problem, request_id: str) -> Body:
    details = {**problem.facts, "request_id": request_id}
    return {"success": False, "error": {"code": code, "message": problem.message, "details": details}}


_TOLD_MORE = frozenset(("validation", "conflict", "too_large", "unacceptable"))
"""Kinds of which specs 2 and 3 leave open what is said beside their three fields."""


def _stamped(code: str, problem: Problem, request_id: str) -> Body:
    timestamp = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    shown = {"detail": problem.message, "error_code": code, "timestamp": timestamp}
    has_more = bool(problem.facts) and problem.kind in _TOLD_MORE
    return {**shown, "details": problem.facts} if has_more else shown


def _nested(code: str, problem: Problem, request_id: str) -> Body:
    details = {**problem.facts, "request_id": request_id}
    return {"detail": {"code": code, "message": problem.message, "details": details}}


def _bare(code: str, problem: Problem, request_id: str) -> Body:
    return {"detail": problem.message}


# Specs 2 and 3 name five of these codes, spec 4 seven; the others are worded in the same manner.
_COMMON: Mapping[Kind, str] = {
    "malformed": "VALIDATION_ERROR",
    "validation": "VALIDATION_ERROR",
    "unauthenticated": "AUTHENTICATION_ERROR",
    "forbidden": "AUTHORIZATION_ERROR",
    "not_found": "NOT_FOUND",
    "method": "METHOD_NOT_ALLOWED",
    "unacceptable": "NOT_ACCEPTABLE",
    "conflict": "CONFLICT",
    "gone": "GONE",
    "late": "REQUEST_TIMEOUT",
    "too_large": "PAYLOAD_TOO_LARGE",
    "unsupported": "UNSUPPORTED_MEDIA_TYPE",
    "range": "RANGE_NOT_SATISFIABLE",
    "version": "VALIDATION_ERROR",
    "checksum": "VALIDATION_ERROR",
    "too_many": "RATE_LIMIT_ERROR",
    "generation": "INTERNAL_ERROR",
    "provider": "PROVIDER_ERROR",
    "storage": "INTERNAL_ERROR",
    "full": "INTERNAL_ERROR",
    "internal": "INTERNAL_ERROR",
    "unavailable": "SERVICE_UNAVAILABLE",
    "timeout": "TIMEOUT",
}

TEXT_TO_3D = Dialect(
    "text-to-3d",
    {  # the eight codes of spec 1 and no other
        **_COMMON,
        "method": "VALIDATION_ERROR",
        "unacceptable": "VALIDATION_ERROR",
        "conflict": "VALIDATION_ERROR",
        "gone": "NOT_FOUND",
        "late": "VALIDATION_ERROR",
        "too_large": "VALIDATION_ERROR",
        "unsupported": "VALIDATION_ERROR",
        "range": "VALIDATION_ERROR",
        "too_many": "RATE_LIMIT_EXCEEDED",
        "generation": "GENERATION_FAILED",
        "provider": "GENERATION_FAILED",
        "storage": "STORAGE_ERROR",
        "full": "STORAGE_ERROR",
        "unavailable": "INTERNAL_ERROR",
        "timeout": "INTERNAL_ERROR",
    },
    _enveloped,
)
DESIGN = Dialect("design", _COMMON, _stamped)
IMAGE_TO_MODEL = Dialect(
    "image-to-model",
    {
        **_COMMON,
        "unauthenticated": "AUTHENTICATION_REQUIRED",
        "forbidden": "INVALID_API_KEY",
        "too_large": "FILE_TOO_LARGE",
        "too_many": "RATE_LIMIT_EXCEEDED",
        "generation": "PROCESSING_ERROR",
        "provider": "FAL_API_ERROR",
        "storage": "PROCESSING_ERROR",
        "full": "PROCESSING_ERROR",
        "internal": "PROCESSING_ERROR",
    },
    _nested,
)
RECONSTRUCTION = Dialect("reconstruction", _COMMON, _bare, {"validation": 422, "full": 507})

DIALECTS: Mapping[int, Dialect] = {
    1: TEXT_TO_3D,
    2: DESIGN,
    3: DESIGN,
    4: IMAGE_TO_MODEL,
    5: RECONSTRUCTION,
}

FAMILY_DEFAULT = 1
FAMILIES: Mapping[str, int] = {
    **dict.fromkeys(("prompts", "runs", "geometry", "textures", "exports", "assets", "ws/runs"), 1),
    **dict.fromkeys(("auth", "accounts"), 1),
    **dict.fromkeys(("generate", "switch", "evaluate", "iterate", "compliance", "core", "reports", "data"), 3),
    **dict.fromkeys(("preview", "designs", "events", "audit", "health", "metrics"), 3),
    **dict.fromkeys(("upload", "models", "status", "download", "admin", "logs", "ws/status", "webhooks"), 4),
    **dict.fromkeys(("projects", "files", "jobs", "ws/jobs", "auth/register", "auth/token", "auth/me"), 5),
}
SHARED = frozenset(("auth/login", "auth/refresh"))
"""Paths of family 1 that are of family 3 when the request has an API key."""

_SEGMENTS = {tuple(prefix.split("/")): family for prefix, family in FAMILIES.items()}
_SEGMENTS_MAX = max(map(len, _SEGMENTS))


def bare_path(path: str) -> str:
    """Return `path` without `/api/v1` and outer slashes."""
    return path.removeprefix(PREFIX).strip("/") if path == PREFIX or path.startswith(PREFIX + "/") else path.strip("/")


def family_of(path: str, *, has_api_key: bool = False) -> int:
    """Return the family whose prefix is the longest that `path` begins with."""
    if has_api_key and bare_path(path) in SHARED:
        return 3
    segments = tuple(bare_path(path).split("/", _SEGMENTS_MAX)[:_SEGMENTS_MAX])
    if segments[0] == "geometry" and path.endswith(".stl"):  # the files of compliance cases
        return 3
    for length in range(len(segments), 0, -1):
        family = _SEGMENTS.get(segments[:length])
        if family is not None:
            return family
    return FAMILY_DEFAULT
