"""Compliance cases as they were checked last, what people said of them, and the rule sets of admins."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from domain.access import Caller
from domain.compliance.types import RuleSet
from domain.design import ComplianceChecked, ComplianceFeedbackGiven, ComplianceStatus
from domain.errors import NotFound
from domain.events import Record
from domain.rule_set import RuleSetDefined, RuleSetWithdrawn
from projections.base import Fold, Page, View, limited, number_of, page_of

CASE_MISSING = "Case not found"
FEEDBACK_KEPT = 100


class FeedbackRow(msgspec.Struct, frozen=True):
    """What somebody said of a case."""

    feedback_id: str
    rating: int
    comments: str
    suggestions: tuple[str, ...]
    given_at: datetime


class CaseRow(msgspec.Struct, frozen=True):
    """A case as it was checked last; `id` joins its owner and the name that they gave it."""

    id: str
    number: int
    owner: str
    case_id: str
    spec_id: str
    revision: int
    status: ComplianceStatus
    score: float
    results: dict[str, Any]
    job_id: str
    geometry_asset: str
    report_asset: str
    created_at: datetime
    updated_at: datetime
    position: int
    feedback: tuple[FeedbackRow, ...] = ()


class RuleSetRow(msgspec.Struct, frozen=True):
    """A rule set that an admin defined."""

    id: str
    name: str
    rules: RuleSet
    edition: int
    defined_by: str
    created_at: datetime
    updated_at: datetime
    position: int


def key_of(owner: str, case_id: str) -> str:
    """Return the key of a case."""
    return f"{owner}/{case_id}"


def _case_keys(record: Record) -> tuple[str, ...]:
    match record.event:
        case ComplianceChecked(case_id=case_id) | ComplianceFeedbackGiven(case_id=case_id):
            return (key_of(record.subject, case_id),)
        case _:
            return ()


def _case_step(key: str, row: CaseRow | None, record: Record) -> CaseRow | None:
    match record.event:
        case ComplianceChecked() as checked:
            return CaseRow(
                key, row.number if row else record.position, record.subject, checked.case_id, record.stream,
                checked.revision, checked.status, checked.score, checked.results, checked.job_id,
                checked.geometry_asset, checked.report_asset, row.created_at if row else record.recorded_at,
                record.recorded_at, record.position, row.feedback if row else (),
            )  # fmt: skip
        case ComplianceFeedbackGiven() as given if row:
            said = FeedbackRow(given.feedback_id, given.rating, given.comments, given.suggestions, record.recorded_at)
            return replace(row, feedback=(*row.feedback, said)[-FEEDBACK_KEPT:], position=record.position)
        case _:
            return row


def _rule_set_keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, RuleSetDefined | RuleSetWithdrawn) else ()


def _rule_set_step(key: str, row: RuleSetRow | None, record: Record) -> RuleSetRow | None:
    match record.event:
        case RuleSetDefined(rules=rules):
            created_at, edition = (row.created_at, row.edition) if row else (record.recorded_at, 0)
            return RuleSetRow(
                key, rules.name, rules, edition + 1, record.actor, created_at, record.recorded_at, record.position
            )
        case _:
            return None


_CASES = Fold("compliance_case", CaseRow, _case_keys, _case_step)
_RULE_SETS = Fold("rule_set", RuleSetRow, _rule_set_keys, _rule_set_step, owner="")
_SELECT = f"SELECT {_CASES.columns} FROM view_compliance.compliance_case"  # noqa: S608
_SELECT_RULES = f"SELECT {_RULE_SETS.columns} FROM view_compliance.rule_set"  # noqa: S608


class ComplianceView(View):
    """Compliance cases and rule sets."""

    name = "compliance"
    tables = """
        CREATE TABLE compliance_case (
            id text PRIMARY KEY, number bigint NOT NULL, owner text NOT NULL, case_id text NOT NULL,
            spec_id text NOT NULL, revision bigint NOT NULL, status text NOT NULL, score double precision NOT NULL,
            results jsonb NOT NULL, job_id text NOT NULL, geometry_asset text NOT NULL, report_asset text NOT NULL,
            created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, position bigint NOT NULL,
            feedback jsonb NOT NULL
        );
        CREATE INDEX case_of_owner ON compliance_case (owner, number DESC);
        CREATE INDEX case_of_design ON compliance_case (spec_id);
        CREATE TABLE rule_set (
            id text PRIMARY KEY, name text NOT NULL, rules jsonb NOT NULL, edition bigint NOT NULL,
            defined_by text NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
            position bigint NOT NULL
        );
        CREATE INDEX rule_set_by_name ON rule_set (name);
    """
    folds = (_CASES, _RULE_SETS)
    erasure = (("compliance_case", "case_id"), ("compliance_case", "results"), ("compliance_case", "feedback"))

    async def case(self, case_id: str, caller: Caller) -> CaseRow:
        """Return the caller's case of this name.

        Raises
        ------
        NotFound
            The caller has no such case.
        """
        row = await self._row(CaseRow, f"{_SELECT} WHERE id = %s", (key_of(caller.account, case_id),))
        if row is None:
            raise NotFound(CASE_MISSING)
        return row

    async def cases(self, caller: Caller, *, after: str = "", limit: int = 20) -> Page[CaseRow]:
        """Return the caller's cases, newest first.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        found = await self._rows(
            CaseRow,
            f"{_SELECT} WHERE owner = %s AND number < %s ORDER BY number DESC LIMIT %s",
            (caller.account, number_of(after), limit + 1),
        )
        return page_of(found, limit, lambda row: row.number)

    async def rule_sets(self) -> tuple[RuleSetRow, ...]:
        """Return the rule sets of admins, by name."""
        return await self._rows(RuleSetRow, f"{_SELECT_RULES} ORDER BY name")
