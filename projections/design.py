"""Designs as they stand: the newest spec of each; earlier ones are read from the log."""

from datetime import datetime
from typing import get_args

import msgspec
from msgspec.structs import replace

from domain.access import Caller
from domain.design import (
    ChangesRedone,
    ChangesUndone,
    DesignBranched,
    DesignGenerated,
    DesignIterated,
    GenerationMethod,
    ObjectsSwitched,
    SpecEvent,
)
from domain.edits import applied
from domain.events import Record
from domain.spec import DesignSpec
from projections.base import Fold, Page, View, limited, number_of, owned, page_of

EVENTS = get_args(SpecEvent)


class DesignRow(msgspec.Struct, frozen=True):
    """A design as it stands; `version` is that of its stream at the newest change, `revision` counts the changes."""

    id: str
    number: int
    owner: str
    spec: DesignSpec
    version: int
    method: GenerationMethod
    planner_version: str
    created_at: datetime
    updated_at: datetime
    position: int
    prompt_id: str = ""
    job_id: str = ""
    prompt: str = ""
    duration_ms: int = 0
    revision: int = 1
    parent: str = ""
    parent_revision: int = 0


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, EVENTS) else ()


def _step(key: str, row: DesignRow | None, record: Record) -> DesignRow | None:
    match record.event:
        case DesignGenerated() as made:
            found = DesignRow(
                key, record.position, made.owner, made.spec, record.version, made.method, made.planner_version,
                record.recorded_at, record.recorded_at, record.position, made.prompt_id, made.job_id, made.prompt,
                made.duration_ms,
            )  # fmt: skip
            return replace(_renewed(row, record), spec=made.spec) if row else found
        case DesignBranched() as made:
            return DesignRow(
                key, record.position, made.owner, made.spec, record.version, "planner", "", record.recorded_at,
                record.recorded_at, record.position, parent=made.parent, parent_revision=made.parent_revision,
            )  # fmt: skip
        case (
            ObjectsSwitched(changes=changes)
            | DesignIterated(changes=changes)
            | ChangesUndone(changes=changes)
            | ChangesRedone(changes=changes)
        ) if row:
            return replace(_renewed(row, record), spec=applied(row.spec, changes))
        case _:
            return row


def _renewed(row: DesignRow, record: Record) -> DesignRow:
    return replace(
        row, version=record.version, updated_at=record.recorded_at, position=record.position, revision=row.revision + 1
    )


_DESIGNS = Fold("design", DesignRow, _keys, _step)
_SELECT = f"SELECT {_DESIGNS.columns} FROM view_design.design"  # noqa: S608


class DesignView(View):
    """Designs."""

    name = "design"
    tables = """
        CREATE TABLE design (
            id text PRIMARY KEY, number bigint NOT NULL, owner text NOT NULL, spec jsonb NOT NULL,
            version bigint NOT NULL, method text NOT NULL, planner_version text NOT NULL,
            created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, position bigint NOT NULL,
            prompt_id text NOT NULL, job_id text NOT NULL, prompt text NOT NULL, duration_ms bigint NOT NULL,
            revision bigint NOT NULL, parent text NOT NULL, parent_revision bigint NOT NULL
        );
        CREATE INDEX design_of_owner ON design (owner, number DESC);
        CREATE INDEX design_of_prompt ON design (prompt_id) WHERE prompt_id <> '';
    """
    folds = (_DESIGNS,)
    erasure = (("design", "spec"), ("design", "prompt"))

    async def get(self, design_id: str, caller: Caller) -> DesignRow:
        """Return a design with its newest spec.

        Raises
        ------
        NotFound
            There is no such design, or it belongs to somebody else.
        """
        return owned(await self._row(DesignRow, f"{_SELECT} WHERE id = %s", (design_id,)), caller)

    async def list(self, caller: Caller, *, after: str = "", limit: int = 20) -> Page[DesignRow]:
        """Return the caller's designs, newest first; the system sees everybody's.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        found = await self._rows(
            DesignRow,
            f"{_SELECT} WHERE (owner = %s OR %s) AND number < %s ORDER BY number DESC LIMIT %s",
            (caller.account, caller.role == "system", number_of(after), limit + 1),
        )
        return page_of(found, limit, lambda row: row.number)
