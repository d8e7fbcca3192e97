"""The audit trail: who did and read what, when, and what came of it."""

from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from litestar import get
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import account_named
from api.core import Core
from api.designs.family3 import Cursor, Limit, stamp
from api.files.streaming import Streamed
from domain.access import Caller, note_owner
from domain.errors import Forbidden
from projections.audit import AuditFilter, AuditRow
from projections.audit_export import export

Text = Annotated[str, Parameter(max_length=200)]


WhoseTrail = Annotated[
    str | None, Parameter(max_length=200, description="An account's id, number or user name: its trail alone")
]


class AuditEntry(msgspec.Struct):
    """Something that somebody did."""

    at: Annotated[str, Meta(examples=["2024-01-15T10:30:00Z"])]
    actor: Annotated[str, Meta(description="The account that did it; `system`: somebody with a signed link")]
    subject: Annotated[
        str,
        Meta(description="The account whose data the record is, or was shown; that of `actor` where it was nobody's"),
    ]
    kind: Annotated[Literal["request", "event"], Meta(description="Asked for, or written")]
    what: Annotated[str, Meta(description="The route of a request, the tag of an event", examples=["/api/v1/designs"])]
    method: str
    ids: Annotated[dict[str, str], Meta(description="What the path named, or the stream that was written")]
    outcome: Annotated[str, Meta(description="The status of the answer, or `recorded`", examples=["200"])]
    request_id: str
    position: Annotated[int, Meta(description="Of the record in the log that says so")]


class AuditPage(msgspec.Struct):
    """Entries, newest first; `next` asks for those behind them."""

    entries: list[AuditEntry]
    next: str = ""


@get("/audit", operation_id="ListAudit", tags=["Audit"])
async def list_audit(
    caller: Caller,
    core: Core,
    actor: Text = "",
    subject: Text = "",
    kind: Literal["", "request", "event"] = "",
    what: Text = "",
    request_id: Text = "",
    status_min: Annotated[int, Parameter(ge=0, le=999, description="400: only what was refused")] = 0,
    since: datetime | None = None,
    until: datetime | None = None,
    after: Cursor = "",
    limit: Limit = 50,
    user_id: WhoseTrail = None,
) -> AuditPage:
    """Return what you did and read here, and what others did with your data; for an admin, what anybody did.

    `user_id` asks for the trail of one account: your own, or as an admin anybody's. What was just asked shows a second
    later.
    """
    _require_own(actor, caller)
    account = await _whose(core, caller, user_id)
    wanted = AuditFilter(actor, subject, kind, what, request_id, status_min, _aware(since), _aware(until), account)
    page = await core.views.audit.list(caller, wanted, after=after, limit=limit)
    for row in page.items:
        note_owner(row.subject)
    return AuditPage([_shown(row) for row in page.items], page.after)


@get(
    "/audit/export",
    operation_id="ExportAudit",
    tags=["Audit"],
    opt={"timeout_s": None},
    responses={
        200: ResponseSpec(bytes, media_type="application/x-ndjson", description="Lines", generate_examples=False)
    },
)
async def export_audit(caller: Caller, core: Core, actor: Text = "", user_id: WhoseTrail = None) -> ASGIApp:
    """Return the trail as lines of JSON, oldest first, each with all that the hash of its record is made of.

    The last line says where the log ends. Yours; for an admin, that of `user_id` (or `actor`) or of everybody.
    """
    _require_own(actor, caller)
    account = await _whose(core, caller, user_id) or actor
    headers = {"content-type": "application/x-ndjson", "cache-control": "no-store"}
    return Streamed(200, headers, export(core.services, account))


async def _whose(core: Core, caller: Caller, user_id: str | None) -> str:
    """Return the account whose trail is asked for; empty: everybody's, for an admin who names nobody."""
    if user_id is None:
        return "" if caller.is_admin else caller.account
    return await account_named(core, caller, user_id)


def _require_own(actor: str, caller: Caller) -> None:
    if actor not in ("", caller.account) and not caller.is_admin:
        raise Forbidden("This is not your trail", field="actor")


def _aware(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=at.tzinfo or UTC) if at else None


def _shown(row: AuditRow) -> AuditEntry:
    outcome = str(row.status) if row.kind == "request" else "recorded"
    return AuditEntry(
        stamp(row.at), row.actor, row.subject, row.kind, row.what, row.method, row.ids, outcome, row.request_id,
        row.position,
    )  # fmt: skip


routes: list[ControllerRouterHandler] = [list_audit, export_audit]
