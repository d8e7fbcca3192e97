"""All files, and what needs them, read from several views at one moment: what the rule of cleanups is asked about."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from domain.old_files import Inventory, PastBatch, PastWork, StoredFile
from runtime.queries import Queries

_FILES = """
    SELECT id AS asset_id, owner, role, sha256, size_bytes, created_at, job_id, prompt_id FROM view_asset.asset
"""
_JOBS = """
    SELECT id, kind, parent, jsonb_path_query_array(inputs, '$[*].asset_id') AS inputs,
        CASE WHEN status IN ('succeeded', 'failed', 'cancelled') THEN coalesce(ended_at, updated_at) END AS ended_at
    FROM view_job.job
"""
_BATCHES = """
    SELECT id, created_at, jsonb_path_query_array(files, '$[*].asset_id') AS pictures FROM view_batch.batch
"""
_HELD = """
    SELECT video->>'asset_id' AS asset_id FROM view_project.project WHERE video->>'asset_id' IS NOT NULL
    UNION SELECT jsonb_array_elements(pictures)->>'asset_id' FROM view_project.project
    UNION SELECT geometry_asset FROM view_compliance.compliance_case
    UNION SELECT report_asset FROM view_compliance.compliance_case
    UNION SELECT asset.id FROM view_asset.asset JOIN view_design.design ON design.job_id = asset.job_id
        WHERE asset.role = 'preview' AND asset.job_id <> ''
"""
_OPEN_INPUTS = """
    SELECT DISTINCT input->>'sha256' AS sha256
    FROM view_job.job, jsonb_array_elements(inputs) AS input
    WHERE status IN ('queued', 'running', 'waiting') AND input->>'sha256' = ANY(%s)
"""
_GIVEN = """
    SELECT DISTINCT given->>'sha256' AS sha256
    FROM view_project.project, jsonb_array_elements(pictures || coalesce(video, '[]')) AS given
    WHERE given->>'sha256' = ANY(%s)
"""
_NAMED = "SELECT DISTINCT sha256 FROM view_asset.asset WHERE sha256 = ANY(%s)"


async def inventory(pool: Queries) -> Inventory:
    """Return all that is there; asked in one question, so that nothing comes between its parts."""
    row = await pool.row(
        "SELECT "  # noqa: S608
        f"(SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM ({_FILES}) AS one) AS files, "
        f"(SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM ({_JOBS}) AS one) AS jobs, "
        f"(SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM ({_BATCHES}) AS one) AS batches, "
        f"(SELECT coalesce(jsonb_agg(one.asset_id), '[]') FROM ({_HELD}) AS one) AS held"
    )
    assert row is not None
    return Inventory(
        _all(StoredFile, row["files"]), _all(PastWork, row["jobs"]), _all(PastBatch, row["batches"]),
        frozenset(row["held"]),
    )  # fmt: skip


async def wanted_contents(pool: Queries, contents: Sequence[str]) -> set[str]:
    """Return those of these contents that a file has, that open work is made from, or that a project was given."""
    found = [await pool.rows(query, ([*contents],)) for query in (_NAMED, _OPEN_INPUTS, _GIVEN)]
    return {row["sha256"] for rows in found for row in rows}


async def running_since(pool: Queries) -> datetime | None:
    """Return when the oldest attempt that runs now may have begun; None where none runs."""
    row = await pool.row("SELECT min(started_at) AS since FROM view_job.job WHERE status = 'running'")
    return row["since"] if row else None


def _all(kind: type[Any], rows: list[Any]) -> tuple[Any, ...]:
    return tuple(msgspec.convert(row, kind) for row in rows)
