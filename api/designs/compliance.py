"""Compliance cases: a design is held against rule sets; its geometry and a report can be fetched."""

import secrets
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import Cursor, Family3, JobShown, Limit, UserId, stamp
from api.designs.story import Story, story_at
from api.models.failures import design_failed
from api.models.family1 import require_room
from api.wire.wording import IN_WORDS
from commands.design import GiveComplianceFeedback
from commands.job import RequestJob
from domain.access import Caller
from domain.compliance import DEFAULTS, NAMES, RuleSet, chosen
from domain.compliance.coverage import coverage_of
from domain.design import ComplianceChecked, ComplianceStatus
from domain.errors import GenerationFailed, Invalid, NotFound
from domain.work import CheckCompliance
from projections.compliance import CASE_MISSING, CaseRow
from runtime.ids import new_id

CASE_PATTERN = r"^[A-Za-z0-9._-]{1,64}$"
RULE_SETS_MAX = 20
COMMENTS_LENGTH_MAX, SUGGESTION_LENGTH_MAX, SUGGESTIONS_MAX = 4000, 500, 20
FRESH_S = 2.0
NOTICE = "Measured on the drawing by a program; not legal advice"
CaseId = Annotated[
    str,
    Meta(
        pattern=CASE_PATTERN,
        description="Your own name of the case: letters, digits, . - _",
        examples=["case_001"],
        extra={IN_WORDS: "1 to 64 letters, digits, dots, dashes or underscores"},
    ),
]


class CaseRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What to check, by which rules."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    user_id: UserId = None
    case_id: CaseId | None = None
    """Without one, a name is made up; the same name again checks anew, and the newest result stands."""
    compliance_rules: Annotated[
        list[str],
        Meta(
            description=f"Rule sets by name: {', '.join(NAMES)}, and those of admins; none: the first three",
            examples=[list(DEFAULTS)],
        ),
    ] = []


class MeasuredShown(msgspec.Struct):
    """One measured thing; without an object it is the whole."""

    object_id: str
    value: float


class RuleShown(msgspec.Struct):
    """What came of one clause; `values` are in `unit`, the worst first."""

    id: str
    title: str
    clause: str
    edition: str
    status: ComplianceStatus
    weight: str
    measures: str
    unit: str
    required: str
    values: list[MeasuredShown] = []
    measured_count: int = 0
    reason: Annotated[str, Meta(description="Why it was not checked")] = ""
    advice: str = ""
    assumes: Annotated[str, Meta(description="How far the measurement stands for what the clause means")] = ""
    issues: list[str] = []
    score: float = 0.0


class RuleSetResult(msgspec.Struct):
    """What came of one rule set."""

    status: ComplianceStatus
    score: Annotated[float, Meta(description="0 to 100, of checked rules only; 0 where `checked` is 0")]
    issues: list[str]
    title: str = ""
    checked: int = 0
    not_checked: int = 0
    rules: list[RuleShown] = []


class ResultsShown(msgspec.Struct):
    """What came of the case."""

    overall_status: Annotated[
        ComplianceStatus,
        Meta(
            description="The worst of the rule sets; PASSED only where of each of them at least half of the rules for"
            " such a design could be checked, else WARNING; NOT_CHECKED where no rule could be. `checked` of `rules`"
            " says how much that is"
        ),
    ]
    overall_score: Annotated[float, Meta(description="0 to 100, the mean of the sets that were checked")]
    rule_results: dict[str, RuleSetResult]
    checked: Annotated[int, Meta(description="Rules that could be checked")] = 0
    rules: Annotated[int, Meta(description="Rules of all the sets that were asked for")] = 0
    summary: Annotated[str, Meta(examples=["7 of 15 rules checked; not checked at all: fire_safety"])] = ""
    notice: str = NOTICE


class CaseAnswer(msgspec.Struct):
    """A case as it was checked last."""

    case_id: str
    spec_id: str
    compliance_results: ResultsShown
    geometry_url: Annotated[str, Meta(description="Binary STL, millimetres, Z up; whoever has it may open it")]
    report_url: Annotated[str, Meta(description="PDF; whoever has it may open it, for a while")]
    revision: Annotated[int, Meta(description="Of the design, when it was checked")]
    checked_at: str
    feedback_count: int = 0


class CasesAnswer(msgspec.Struct):
    """Some cases, newest first."""

    cases: list[CaseAnswer]
    next: Annotated[str, Meta(description="Cursor of the next page; empty on the last one")]


class FeedbackGiven(msgspec.Struct, forbid_unknown_fields=True):
    """What you think of the result."""

    rating: Annotated[int, Meta(ge=1, le=5, description="1 to 5", examples=[4])]
    comments: Annotated[str, Meta(max_length=COMMENTS_LENGTH_MAX)] = ""
    suggestions: Annotated[
        list[Annotated[str, Meta(max_length=SUGGESTION_LENGTH_MAX)]], Meta(max_length=SUGGESTIONS_MAX)
    ] = []


class FeedbackRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Feedback on a case."""

    case_id: CaseId
    feedback: FeedbackGiven
    user_id: UserId = None


class FeedbackAnswer(msgspec.Struct):
    """The feedback is kept."""

    feedback_id: str
    case_id: str
    status: Literal["received"]
    message: str


@post(
    "/compliance/run_case",
    operation_id="RunComplianceCase",
    tags=["Compliance"],
    status_code=200,
    responses={202: ResponseSpec(JobShown, description="It takes its time", generate_examples=False)},
)
async def run_case(
    data: CaseRequest, caller: Caller, core: Core, designing: Family3
) -> Response[CaseAnswer | JobShown]:
    """Measure a design as it stands, and hold it against rule sets; what it does not hold is `NOT_CHECKED`."""
    caller = await acting_for(core, caller, data.user_id)
    if len(data.compliance_rules) > RULE_SETS_MAX:
        raise Invalid(f"At most {RULE_SETS_MAX} rule sets at once", field="compliance_rules", sets_max=RULE_SETS_MAX)
    story = await story_at(core, data.spec_id, caller)
    design = story.design
    assert design.spec is not None
    names, custom = await rule_sets_asked(core, data.compliance_rules)
    owner = Caller(design.owner, correlation=caller.correlation)
    await require_room(core, owner.account)
    case_id = data.case_id or f"case_{secrets.token_hex(6)}"
    work = CheckCompliance(
        data.spec_id, design.revision, case_id, design.spec, names, as_it_stood(story), custom,
        core.settings.http.report_picture_size,
    )  # fmt: skip
    job_id = new_id("job")
    done = await core.do(RequestJob(job_id, owner.account, work, "high", parent=data.spec_id), caller)
    await core.views.wait_for("job", done.position)
    row = await designing.ended(job_id, owner.account, core.settings.http.job_wait_s)
    if row.status in ("failed", "cancelled"):
        raise design_failed(row, "The design could not be checked", "compliance")
    if not row.has_ended:
        return Response(await designing.job_shown(row), status_code=202)
    return Response(await _checked(core, designing, data.spec_id, job_id), status_code=200)


def as_it_stood(story: Story) -> str:
    """Return the time that a report of a design shows: when the design became what it is, whoever asks and when."""
    return stamp(story.newest.recorded_at)


async def rule_sets_asked(core: Core, asked: list[str]) -> tuple[tuple[str, ...], tuple[RuleSet, ...]]:
    """Return the names of the rule sets to check by, and those among them that an admin defined."""
    names = tuple(dict.fromkeys(asked or DEFAULTS))
    if set(names) <= set(NAMES):
        return names, ()
    known = {row.name: row.rules for row in await core.views.compliance.rule_sets()}
    chosen(names, known)
    return names, tuple(known[name] for name in names if name in known)


async def _checked(core: Core, designing: Family3, spec_id: str, job_id: str) -> CaseAnswer:
    """Return what a job found, from the log; the view is waited for, so that the next request meets the case."""
    for record in reversed(await core.services.store.load(spec_id)):
        checked = record.event
        if isinstance(checked, ComplianceChecked) and checked.job_id == job_id:
            await core.views.wait_for("compliance", record.position)
            return case_shown(designing, checked, spec_id, record.recorded_at)
    raise GenerationFailed("The check has left no result", stage="compliance")


def case_shown(
    designing: Family3, found: ComplianceChecked | CaseRow, spec_id: str, at: datetime, feedback_count: int = 0
) -> CaseAnswer:
    """Return a case as the wire shows it."""
    results = msgspec.convert(found.results, dict[str, RuleSetResult])
    return CaseAnswer(
        found.case_id, spec_id, results_shown(found.status, found.score, results),
        file_url(designing, "geometry", found.case_id, found.geometry_asset, "stl"),
        file_url(designing, "reports", found.case_id, found.report_asset, "pdf"),
        found.revision, stamp(at), feedback_count,
    )  # fmt: skip


def results_shown(status: ComplianceStatus, score: float, results: dict[str, RuleSetResult]) -> ResultsShown:
    """Return results with how many rules they rest on."""
    told = coverage_of(results)
    return ResultsShown(status, score, results, told.checked, told.rules, told.words)


def file_url(designing: Family3, kind: str, case_id: str, asset_id: str, extension: str) -> str:
    """Return the path of a case's file; it names the very file, and opens to whoever has it, for a while."""
    if not asset_id:
        return f"/{kind}/{case_id}.{extension}"
    name = f"{case_id}.{asset_id.removeprefix('asset_')}"
    return designing.files.path(kind, name, extension, designing.links.end())


async def fresh_case(core: Core, case_id: str, caller: Caller) -> CaseRow:
    """Return the caller's case; one that was checked a moment ago is waited for.

    Raises
    ------
    NotFound
        The caller has no such case.
    """
    try:
        return await core.views.compliance.case(case_id, caller)
    except NotFound:
        await core.views.wait_for("compliance", await core.services.store.last_position(), FRESH_S)
        return await core.views.compliance.case(case_id, caller)


@post("/compliance/feedback", operation_id="GiveComplianceFeedback", tags=["Compliance"], status_code=200)
async def give_feedback(data: FeedbackRequest, caller: Caller, core: Core) -> FeedbackAnswer:
    """Say what you think of the result of a case."""
    caller = await acting_for(core, caller, data.user_id)
    case = await fresh_case(core, data.case_id, caller)
    said = data.feedback
    feedback_id = new_id("feedback")
    done = await core.do(
        GiveComplianceFeedback(
            case.spec_id, feedback_id, data.case_id, said.rating, said.comments, tuple(said.suggestions)
        ),
        caller,
    )
    await core.views.wait_for("compliance", done.position)
    return FeedbackAnswer(feedback_id, data.case_id, "received", "Feedback recorded successfully")


class FeedbackShown(msgspec.Struct):
    """What was said of a case."""

    feedback_id: str
    rating: int
    comments: str
    suggestions: list[str]
    given_at: str


class OneCaseAnswer(CaseAnswer, kw_only=True):
    """A case with what was said of it, oldest first."""

    feedback: list[FeedbackShown]


@get("/compliance/cases/{case_id:str}", operation_id="GetComplianceCase", tags=["Compliance"])
async def get_case(
    case_id: str, caller: Caller, core: Core, designing: Family3, user_id: str | None = None
) -> OneCaseAnswer:
    """Return a case as it was checked last."""
    caller = await acting_for(core, caller, user_id)
    row = await fresh_case(core, required_case_id(case_id), caller)
    shown: dict[str, Any] = {name: getattr(_row_shown(designing, row), name) for name in CaseAnswer.__struct_fields__}
    said = [
        FeedbackShown(one.feedback_id, one.rating, one.comments, list(one.suggestions), stamp(one.given_at))
        for one in row.feedback
    ]
    return OneCaseAnswer(**shown, feedback=said)


@get("/compliance/cases", operation_id="ListComplianceCases", tags=["Compliance"])
async def list_cases(
    caller: Caller, core: Core, designing: Family3, after: Cursor = "", limit: Limit = 20, user_id: str | None = None
) -> CasesAnswer:
    """Return your cases, newest first."""
    caller = await acting_for(core, caller, user_id)
    page = await core.views.compliance.cases(caller, after=after, limit=limit)
    return CasesAnswer([_row_shown(designing, row) for row in page], page.after)


def _row_shown(designing: Family3, row: CaseRow) -> CaseAnswer:
    return case_shown(designing, row, row.spec_id, row.updated_at, len(row.feedback))


def required_case_id(case_id: str) -> str:
    """Return `case_id` if it has the form of one.

    Raises
    ------
    NotFound
        It has not; nothing can be there.
    """
    if len(case_id) > 64 or not set(case_id) <= _CASE_LETTERS:
        raise NotFound(CASE_MISSING)
    return case_id


_CASE_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")

routes: list[ControllerRouterHandler] = [run_case, give_feedback, get_case, list_cases]
