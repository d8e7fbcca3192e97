"""Why a job failed, in the codes of family 1: a client that knows the eight of spec 1 meets no ninth.

Jobs keep finer codes in the log, for operators; they show in a run's history. A cancelled run ends its streams with
GENERATION_FAILED and `status: cancelled`, because nothing was generated and spec 1 has no code that says it better.
"""

from collections.abc import Mapping

from api.dialects import TEXT_TO_3D
from domain.errors import Conflict, GenerationFailed, MeshwrightError
from projections.job import JobRow

_CODES: Mapping[str, str] = {
    "INVALID": "VALIDATION_ERROR",
    "UNSUPPORTED_MEDIA": "VALIDATION_ERROR",
    "TOO_LARGE": "VALIDATION_ERROR",
    "CONFLICT": "VALIDATION_ERROR",
    "NOT_FOUND": "NOT_FOUND",
    "GONE": "NOT_FOUND",
    "FORBIDDEN": "AUTHORIZATION_ERROR",
    "UNAUTHENTICATED": "AUTHENTICATION_ERROR",
    "TOO_MANY": "RATE_LIMIT_EXCEEDED",
    "STORAGE_FAILED": "STORAGE_ERROR",
    "UNAVAILABLE": "INTERNAL_ERROR",
}
_KNOWN = frozenset(TEXT_TO_3D.codes.values())
CANCELLED = "GENERATION_FAILED"


def failure_code(code: str) -> str:
    """Return the code of family 1 for the code of a job; what has none of its own is GENERATION_FAILED."""
    return code if code in _KNOWN else _CODES.get(code, "GENERATION_FAILED")


def design_failed(row: JobRow, what: str, stage: str) -> MeshwrightError:
    """Return why a job about a design came to nothing.

    A design that cannot be made as it stands is a conflict: it is the design that has to change. All else is a failure.
    """
    message = f"{what}: {row.message or row.status}"
    if row.code == "GENERATION_FAILED":
        return Conflict(f"{message}. The design cannot be made as it stands", stage=row.stage or stage)
    return GenerationFailed(message, stage=stage)
