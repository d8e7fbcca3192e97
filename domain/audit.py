"""Who asked for what: requests as the log keeps them beside the facts that they led to."""

import msgspec

from domain.events import Event


class Note(msgspec.Struct, frozen=True):
    """A request that was answered."""

    at: float  # seconds since 1970, when the answer ended
    request_id: str
    method: str
    route: str  # the template of its path
    status: int
    ids: dict[str, str] = {}  # what the path and the body named
    duration_ms: int = 0


class RequestsNoted(Event, frozen=True, tag="audit.requests-noted"):
    """Requests of one account, in the order of their answers; `actor` of the record says whose they were."""

    notes: tuple[Note, ...]
    left_out: int = 0  # requests that were too many to be kept


AuditEvent = RequestsNoted
