"""Files that were made or given: what is known of each beside its content."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from domain.access import Caller
from domain.asset import AssetDeleted, AssetUploaded
from domain.events import Record
from domain.job import ArtefactKept, ArtefactRole, FilesDropped
from domain.prompt import PromptCreated, Reference
from projections.base import Fold, Page, View, limited, number_of, owned, page_of


class AssetRow(msgspec.Struct, frozen=True):
    """A file in the blob store; it came from a job, with a prompt, or else by itself."""

    id: str
    owner: str
    name: str
    role: ArtefactRole
    media_type: str
    sha256: str
    size_bytes: int
    created_at: datetime
    position: int
    job_id: str = ""
    prompt_id: str = ""
    stage: str = ""


def _keys(record: Record) -> tuple[str, ...]:
    match record.event:
        case ArtefactKept(asset_id=asset_id):
            return (asset_id,)
        case PromptCreated(references=references):
            return tuple(reference.asset_id for reference in references)
        case AssetUploaded() | AssetDeleted():
            return (record.stream,)
        case FilesDropped(asset_ids=asset_ids):
            return asset_ids
        case _:
            return ()


def _step(key: str, row: AssetRow | None, record: Record) -> AssetRow | None:
    if row is not None and row.owner != record.subject:
        return row
    match record.event:
        case ArtefactKept() as kept:
            found = _of_job(kept, record)
        case PromptCreated(references=references):
            found = _of_prompt(next(known for known in references if known.asset_id == key), record)
        case AssetUploaded() as uploaded:
            found = _of_upload(uploaded, record)
        case AssetDeleted() | FilesDropped():
            return None
        case _:
            return row
    return replace(found, created_at=row.created_at) if row else found


def _of_job(kept: ArtefactKept, record: Record) -> AssetRow:
    return AssetRow(
        kept.asset_id, record.subject, kept.name, kept.role, kept.media_type, kept.sha256, kept.size_bytes,
        record.recorded_at, record.position, job_id=record.stream, stage=kept.stage,
    )  # fmt: skip


def _of_upload(uploaded: AssetUploaded, record: Record) -> AssetRow:
    return AssetRow(
        record.stream, record.subject, uploaded.name, "input", uploaded.media_type, uploaded.sha256,
        uploaded.size_bytes, record.recorded_at, record.position,
    )  # fmt: skip


def _of_prompt(reference: Reference, record: Record) -> AssetRow:
    return AssetRow(
        reference.asset_id, record.subject, _name_of(reference), "input", reference.media_type, reference.sha256,
        reference.size_bytes, record.recorded_at, record.position, prompt_id=record.stream,
    )  # fmt: skip


def _name_of(reference: Reference) -> str:
    return f"reference.{reference.media_type.rpartition('/')[2]}"


_ASSETS = Fold("asset", AssetRow, _keys, _step)
_SELECT = f"SELECT {_ASSETS.columns} FROM view_asset.asset"  # noqa: S608


class AssetView(View):
    """Assets."""

    name = "asset"
    tables = """
        CREATE TABLE asset (
            id text PRIMARY KEY, owner text NOT NULL, name text NOT NULL, role text NOT NULL, media_type text NOT NULL,
            sha256 text NOT NULL, size_bytes bigint NOT NULL, created_at timestamptz NOT NULL, position bigint NOT NULL,
            job_id text NOT NULL, prompt_id text NOT NULL, stage text NOT NULL
        );
        CREATE INDEX asset_of_job ON asset (job_id, position) WHERE job_id <> '';
        CREATE INDEX asset_of_prompt ON asset (prompt_id) WHERE prompt_id <> '';
        CREATE INDEX asset_of_content ON asset (sha256);
        CREATE INDEX asset_of_owner ON asset (owner);
    """
    folds = (_ASSETS,)
    erasure = (("asset", "name"), ("asset", "sha256"))

    async def get(self, asset_id: str, caller: Caller) -> AssetRow:
        """Return an asset.

        Raises
        ------
        NotFound
            There is no such asset, or it belongs to somebody else.
        """
        return owned(await self._row(AssetRow, f"{_SELECT} WHERE id = %s", (asset_id,)), caller)

    async def is_named(self, sha256: str) -> bool:
        """Return whether any asset, of whomever, has this content."""
        return (
            await self._pool.row("SELECT 1 AS one FROM view_asset.asset WHERE sha256 = %s LIMIT 1", (sha256,))
            is not None
        )

    async def contents_of(self, owner: str, after: str, limit: int) -> tuple[dict[str, Any], ...]:
        """Return contents that assets of `owner` have, by hash: how many have it, its size, and whether others' do."""
        found = await self._pool.rows(
            "SELECT sha256, count(*) AS assets, max(size_bytes) AS size_bytes, EXISTS ("
            "  SELECT FROM view_asset.asset AS other WHERE other.sha256 = asset.sha256 AND other.owner <> asset.owner"
            ") AS is_shared FROM view_asset.asset"
            " WHERE owner = %s AND sha256 > %s GROUP BY sha256, owner ORDER BY sha256 LIMIT %s",
            (owner, after, limit),
        )
        return tuple(found)

    async def held_by(self, owner: str) -> tuple[int, int]:
        """Return how many assets `owner` has, and how many bytes their contents have, each content once."""
        found = await self._pool.row(
            "SELECT coalesce(sum(assets), 0)::bigint AS assets, coalesce(sum(size_bytes), 0)::bigint AS size_bytes"
            " FROM (SELECT count(*) AS assets, max(size_bytes) AS size_bytes FROM view_asset.asset"
            " WHERE owner = %s GROUP BY sha256) AS content",
            (owner,),
        )
        return (found["assets"], found["size_bytes"]) if found else (0, 0)

    async def given_by(self, caller: Caller, *, after: str = "", limit: int = 20) -> Page[AssetRow]:
        """Return the assets that the caller gave by themselves, newest first.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        found = await self._rows(
            AssetRow,
            f"{_SELECT} WHERE owner = %s AND job_id = '' AND prompt_id = '' AND position < %s"
            " ORDER BY position DESC LIMIT %s",
            (caller.account, number_of(after), limit + 1),
        )
        return page_of(found, limit, lambda row: row.position)

    async def of_owner(self, owner: str, after: str, limit: int) -> tuple[AssetRow, ...]:
        """Return assets of `owner` by id, with ids above `after`."""
        query = f"{_SELECT} WHERE owner = %s AND id > %s ORDER BY id LIMIT %s"
        return await self._rows(AssetRow, query, (owner, after, limit))

    async def of_job(self, job_id: str, caller: Caller) -> tuple[AssetRow, ...]:
        """Return the caller's assets that a job kept, in the order in which it kept them."""
        found = await self._rows(AssetRow, f"{_SELECT} WHERE job_id = %s ORDER BY position, id", (job_id,))
        return tuple(row for row in found if caller.is_admin or row.owner == caller.account)

    async def of_prompt(self, prompt_id: str, caller: Caller) -> tuple[AssetRow, ...]:
        """Return the caller's assets that came with a prompt."""
        found = await self._rows(AssetRow, f"{_SELECT} WHERE prompt_id = %s ORDER BY position, id", (prompt_id,))
        return tuple(row for row in found if caller.is_admin or row.owner == caller.account)
