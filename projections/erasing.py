"""Erasures: what was asked for, how far it is, and how much there was; nothing about the person."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from domain.access import MISSING
from domain.erasure import AccountErased, ErasureBegan, ErasureCompleted, ErasureStatus, RequestedBy
from domain.errors import NotFound
from domain.events import Record
from projections.base import Fold, View


class ErasureRow(msgspec.Struct, frozen=True):
    """An erasure as it stands; `position` and `hash` are those of the record that states it."""

    id: str
    account: str
    requested_by: RequestedBy
    status: ErasureStatus
    begun_at: datetime
    deleted: dict[str, int] = {}
    erased_at: datetime | None = None
    completed_at: datetime | None = None
    position: int = 0
    hash: str = ""


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, ErasureBegan | AccountErased | ErasureCompleted) else ()


def _step(key: str, row: ErasureRow | None, record: Record) -> ErasureRow | None:
    match record.event:
        case ErasureBegan(account=account, requested_by=requested_by):
            return ErasureRow(key, account, requested_by, "begun", record.recorded_at)
        case AccountErased(deleted=deleted) if row:
            return replace(
                row, status="erased", deleted=deleted, erased_at=record.recorded_at, position=record.position,
                hash=record.hash.hex(),
            )  # fmt: skip
        case ErasureCompleted() if row:
            return replace(row, status="completed", completed_at=record.recorded_at)
        case _:
            return row


_ERASURES = Fold("erasure", ErasureRow, _keys, _step, owner="")
_SELECT = f"SELECT {_ERASURES.columns} FROM view_erasure.erasure"  # noqa: S608


class ErasureView(View):
    """Erasures."""

    name = "erasure"
    tables = """
        CREATE TABLE erasure (
            id text PRIMARY KEY, account text NOT NULL, requested_by text NOT NULL, status text NOT NULL,
            begun_at timestamptz NOT NULL, deleted jsonb NOT NULL, erased_at timestamptz, completed_at timestamptz,
            position bigint NOT NULL, hash text NOT NULL
        );
        CREATE INDEX erasure_open ON erasure (begun_at) WHERE status <> 'completed';
    """
    folds = (_ERASURES,)

    async def get(self, erasure_id: str) -> ErasureRow:
        """Return an erasure; whoever knows its id may see it.

        Raises
        ------
        NotFound
            There is no such erasure.
        """
        found = await self._row(ErasureRow, f"{_SELECT} WHERE id = %s", (erasure_id,))
        if found is None:
            raise NotFound(MISSING)
        return found

    async def open_ones(self) -> tuple[ErasureRow, ...]:
        """Return the erasures that are not completed, oldest first."""
        return await self._rows(ErasureRow, f"{_SELECT} WHERE status <> 'completed' ORDER BY begun_at")
