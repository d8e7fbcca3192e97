"""Prompts, and how far the newest run of each is.

The run stands in the view `job`; who has just started one waits for that view.
"""

from datetime import datetime
from typing import Any, Literal

import msgspec

from domain.access import Caller
from domain.events import Record
from domain.job import Job, JobStatus, Stage, progress_of
from domain.prompt import PromptCreated, PromptParameters, Reference
from projections.base import Fold, Page, View, limited, number_of, owned, page_of

PromptStatus = Literal["created", "processing", "completed", "failed"]
_STATUS: dict[str, PromptStatus] = {
    "": "created",
    "queued": "processing",
    "running": "processing",
    "waiting": "processing",
    "succeeded": "completed",
    "failed": "failed",
    "cancelled": "failed",
}


class _Kept(msgspec.Struct, frozen=True):
    """A prompt as its table keeps it."""

    id: str
    number: int
    owner: str
    text: str
    parameters: PromptParameters
    refs: tuple[Reference, ...]
    created_at: datetime


class PromptRow(msgspec.Struct, frozen=True):
    """A prompt with its newest run; without one, `run_id` and `run_status` are empty."""

    id: str
    number: int
    owner: str
    text: str
    parameters: PromptParameters
    refs: tuple[Reference, ...]
    created_at: datetime
    updated_at: datetime
    run_id: str = ""
    run_status: JobStatus | Literal[""] = ""
    current_stage: str = ""
    stages: tuple[Stage, ...] = ()

    @property
    def status(self) -> PromptStatus:
        """Return how far it is; a cancelled run counts as failed."""
        return _STATUS[self.run_status]

    @property
    def progress(self) -> float:
        """Return the fraction of its newest run that is done, in [0, 1]."""
        return progress_of(Job(status=self.run_status, stages=self.stages)) if self.run_status else 0.0


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, PromptCreated) else ()


def _step(key: str, row: _Kept | None, record: Record) -> _Kept | None:
    match record.event:
        case PromptCreated(owner=owner, text=text, parameters=parameters, references=references):
            return _Kept(key, record.position, owner, text, parameters, references, record.recorded_at)
        case _:
            return row


_SELECT = """
    SELECT prompt.id, prompt.number, prompt.owner, prompt.text, prompt.parameters, prompt.refs, prompt.created_at,
        greatest(run.updated_at, prompt.created_at) AS updated_at, coalesce(run.id, '') AS run_id,
        coalesce(run.status, '') AS run_status, coalesce(run.stage, '') AS current_stage,
        coalesce(run.stages, '[]') AS stages
    FROM view_prompt.prompt LEFT JOIN LATERAL (
        SELECT job.id, job.status, job.stage, job.stages, job.updated_at FROM view_job.job
        WHERE job.parent = prompt.id AND job.kind = 'text_to_model' AND job.parent <> ''
        ORDER BY job.number DESC LIMIT 1
    ) AS run ON true
"""


class PromptView(View):
    """Prompts."""

    name = "prompt"
    tables = """
        CREATE TABLE prompt (
            id text PRIMARY KEY, number bigint NOT NULL, owner text NOT NULL, text text NOT NULL,
            parameters jsonb NOT NULL, refs jsonb NOT NULL, created_at timestamptz NOT NULL
        );
        CREATE INDEX prompt_of_owner ON prompt (owner, number DESC);
    """
    folds = (Fold("prompt", _Kept, _keys, _step),)
    erasure = (("prompt", "text"), ("prompt", "parameters"), ("prompt", "refs"))

    async def get(self, prompt_id: str, caller: Caller) -> PromptRow:
        """Return a prompt.

        Raises
        ------
        NotFound
            There is no such prompt, or it belongs to somebody else.
        """
        return owned(await self._row(PromptRow, f"{_SELECT} WHERE prompt.id = %s", (prompt_id,)), caller)

    async def list(self, caller: Caller, *, status: str = "", after: str = "", limit: int = 20) -> Page[PromptRow]:
        """Return the caller's prompts, newest first; the system sees everybody's.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        parameters: dict[str, Any] = {
            "owner": caller.account,
            "is_system": caller.role == "system",
            "number": number_of(after),
            "statuses": [name for name, shown in _STATUS.items() if status in ("", shown)],
            "limit": limit + 1,
        }
        found = await self._rows(
            PromptRow,
            f"""
            {_SELECT} WHERE (prompt.owner = %(owner)s OR %(is_system)s) AND prompt.number < %(number)s
                AND coalesce(run.status, '') = ANY(%(statuses)s)
            ORDER BY prompt.number DESC LIMIT %(limit)s
            """,
            parameters,
        )
        return page_of(found, limit, lambda row: row.number)
