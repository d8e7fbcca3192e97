"""Who did and read what: a row for each event that an account made, and for each batch of requests that were noted.

Rows belong to whom the data is about; those of somebody who was erased go, as in every view.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from domain.access import Caller
from domain.audit import Note, RequestsNoted
from domain.events import Record
from projections.base import Fold, Page, View, limited, number_of, page_of

PLACES = 1000
"""More than one batch has notes: an entry's number is its event's position times this, plus its place."""


class _Kept(msgspec.Struct, frozen=True):
    """A record as the table keeps it; of a batch of requests, `notes` has them."""

    id: str
    position: int
    subject: str
    actor: str
    at: datetime
    tag: str
    stream: str
    request_id: str
    notes: tuple[Note, ...] = ()


class AuditRow(msgspec.Struct, frozen=True):
    """Something that somebody did: a request (`what` is its route), or an event that came of one (its tag)."""

    number: int
    position: int
    at: datetime
    actor: str
    subject: str
    kind: Literal["request", "event"]
    method: str
    what: str
    ids: dict[str, str]
    status: int
    request_id: str


class AuditFilter(msgspec.Struct, frozen=True):
    """Which entries are wanted; empty values want all. `account` means what it did, and what was done with its data."""

    actor: str = ""
    subject: str = ""
    kind: str = ""
    what: str = ""
    request_id: str = ""
    status_min: int = 0
    since: datetime | None = None
    until: datetime | None = None
    account: str = ""


EVERYTHING = AuditFilter()


def _keys(record: Record) -> tuple[str, ...]:
    is_note = isinstance(record.event, RequestsNoted)
    return (str(record.position),) if is_note or record.actor.startswith("acct_") else ()


def _step(key: str, row: _Kept | None, record: Record) -> _Kept | None:
    notes = record.event.notes if isinstance(record.event, RequestsNoted) else ()
    return _Kept(
        key, record.position, record.subject, record.actor, record.recorded_at, record.tag, record.stream,
        record.correlation, notes,
    )  # fmt: skip


_ENTRIES = Fold("entry", _Kept, _keys, _step, owner="subject")
_SELECT = f"""
    SELECT * FROM (
        SELECT entry.position * {PLACES} + coalesce(place, 0) AS number, entry.position, actor, subject,
            coalesce(to_timestamp((note ->> 'at')::float8), at) AS at,
            CASE WHEN note IS NULL THEN 'event' ELSE 'request' END AS kind,
            coalesce(note ->> 'method', '') AS method, coalesce(note ->> 'route', tag) AS what,
            coalesce(note -> 'ids', jsonb_build_object('stream', stream)) AS ids,
            coalesce((note ->> 'status')::int, 0) AS status,
            coalesce(note ->> 'request_id', request_id) AS request_id
        FROM (
            SELECT * FROM view_audit.entry
            WHERE position <= %(last)s AND (%(actor)s = '' OR actor = %(actor)s)
                AND (%(subject)s = '' OR subject = %(subject)s)
                AND (%(account)s = '' OR actor = %(account)s OR subject = %(account)s)
                AND at >= coalesce(%(since)s::timestamptz, '-infinity')
                AND at <= coalesce(%(until)s::timestamptz + interval '1 minute', 'infinity')
            ORDER BY position DESC LIMIT %(batches)s
        ) AS entry
        LEFT JOIN LATERAL jsonb_array_elements(notes) WITH ORDINALITY AS noted (note, place) ON true
    ) AS found
    WHERE number < %(number)s AND (%(kind)s = '' OR kind = %(kind)s) AND (%(what)s = '' OR what = %(what)s)
        AND (%(request_id)s = '' OR request_id = %(request_id)s) AND status >= %(status_min)s
        AND at >= coalesce(%(since)s::timestamptz, '-infinity') AND at <= coalesce(%(until)s::timestamptz, 'infinity')
    ORDER BY number DESC LIMIT %(limit)s
"""  # noqa: S608


class AuditView(View):
    """The audit trail."""

    name = "audit"
    tables = """
        CREATE TABLE entry (
            id text PRIMARY KEY, position bigint NOT NULL UNIQUE, subject text NOT NULL, actor text NOT NULL,
            at timestamptz NOT NULL, tag text NOT NULL, stream text NOT NULL, request_id text NOT NULL,
            notes jsonb NOT NULL
        );
        CREATE INDEX entry_of_actor ON entry (actor, position DESC);
        CREATE INDEX entry_of_subject ON entry (subject, position DESC);
    """
    folds = (_ENTRIES,)
    erasure = (("entry", "notes"),)

    async def list(
        self,
        caller: Caller,
        wanted: AuditFilter = EVERYTHING,
        *,
        after: str = "",
        limit: int = 50,
    ) -> Page[AuditRow]:
        """Return entries, newest first: for an admin all, else what the caller did or what was done with its data.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit, number = limited(limit), number_of(after)
        if not caller.is_admin:
            wanted = msgspec.structs.replace(wanted, account=caller.account)
        parameters: dict[str, Any] = msgspec.structs.asdict(wanted)
        is_sifted = any((wanted.kind, wanted.what, wanted.request_id, wanted.status_min, wanted.since, wanted.until))
        batches = None if is_sifted else limit + 2  # the first may have been shown already
        parameters |= {"number": number, "last": number // PLACES, "limit": limit + 1, "batches": batches}
        return page_of(await self._rows(AuditRow, _SELECT, parameters), limit, lambda row: row.number)

    async def positions(self, account: str, after: int, limit: int) -> Sequence[int]:
        """Return positions of the records behind the entries by or about an account (empty: of all), in order."""
        found = await self._pool.rows(
            "SELECT position FROM view_audit.entry WHERE position > %s AND (%s = '' OR actor = %s OR subject = %s)"
            " ORDER BY position LIMIT %s",
            (after, account, account, account, limit),
        )
        return [int(row["position"]) for row in found]
