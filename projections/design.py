"""Designs: the newest spec of each, and every spec before it."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from domain.access import Caller
from domain.design import DesignGenerated, GenerationMethod
from domain.events import Record
from domain.spec import DesignSpec
from projections.base import Fold, Page, View, limited, number_of, owned, page_of


class DesignRow(msgspec.Struct, frozen=True):
    """A design as it stands at `version`."""

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


class _Version(msgspec.Struct, frozen=True):
    """The spec of a design at one version; the id is made of both."""

    id: str
    design: str
    version: int
    spec: DesignSpec


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, DesignGenerated) else ()


def _step(key: str, row: DesignRow | None, record: Record) -> DesignRow | None:
    match record.event:
        case DesignGenerated() as made:
            found = DesignRow(
                key, record.position, made.owner, made.spec, record.version, made.method, made.planner_version,
                record.recorded_at, record.recorded_at, record.position, made.prompt_id, made.job_id,
            )  # fmt: skip
            return replace(found, number=row.number, created_at=row.created_at) if row else found
        case _:
            return row


def _version_keys(record: Record) -> tuple[str, ...]:
    return tuple(f"{key}@{record.version}" for key in _keys(record))


def _version_step(key: str, row: _Version | None, record: Record) -> _Version | None:
    match record.event:
        case DesignGenerated(spec=spec):
            return _Version(key, record.stream, record.version, spec)
        case _:
            return row


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
            prompt_id text NOT NULL, job_id text NOT NULL
        );
        CREATE INDEX design_of_owner ON design (owner, number DESC);
        CREATE INDEX design_of_prompt ON design (prompt_id) WHERE prompt_id <> '';
        CREATE TABLE design_version (
            id text PRIMARY KEY, design text NOT NULL, version bigint NOT NULL, spec jsonb NOT NULL
        );
        CREATE INDEX design_version_of_design ON design_version (design, version);
    """
    folds = (_DESIGNS, Fold("design_version", _Version, _version_keys, _version_step))
    erasure = (("design", "spec"), ("design_version", "spec"))

    async def get(self, design_id: str, caller: Caller) -> DesignRow:
        """Return a design with its newest spec.

        Raises
        ------
        NotFound
            There is no such design, or it belongs to somebody else.
        """
        return owned(await self._row(DesignRow, f"{_SELECT} WHERE id = %s", (design_id,)), caller)

    async def at(self, design_id: str, version: int, caller: Caller) -> DesignRow:
        """Return a design with the spec that it had at a version.

        Raises
        ------
        NotFound
            There is no such design, it belongs to somebody else, or it had no spec yet.
        """
        newest = await self.get(design_id, caller)
        found = await self._row(
            _Version,
            """
            SELECT id, design, version, spec FROM view_design.design_version
            WHERE design = %s AND version <= %s ORDER BY version DESC LIMIT 1
            """,
            (design_id, version),
        )
        kept = owned(None, caller) if found is None else found
        return replace(newest, spec=kept.spec, version=kept.version)

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
