"""Reports of designs: as JSON, as a page, and as a PDF."""

import re
from collections.abc import AsyncGenerator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from litestar import Request, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter
from litestar.types import ASGIApp, ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.designs.compliance_files import case_report
from api.designs.family3 import SPEC_MISSING, Family3, stamp
from api.designs.preview import RETRY_AFTER_S, made
from api.designs.report_page import POLICY, page_of
from api.designs.story import records_of
from api.files.asset import content_of, found_asset
from api.files.streaming import Streamed
from api.models.failures import design_failed
from api.wire.accepting import preferred
from api.wire.exchange import Exchange
from domain.access import SYSTEM, Caller
from domain.compliance.coverage import coverage_of
from domain.errors import NotFound
from domain.report import Told, told
from domain.work import ReportDesign
from projections.job import JobRow
from runtime.ids import id_of

Form = Literal["json", "html", "pdf"]
_FORM_OF: dict[str | None, Form] = {"json": "json", "html": "html", "pdf": "pdf"}
FORMS: dict[str, Form] = {"application/json": "json", "text/html": "html", "application/pdf": "pdf"}
_NAME = re.compile(r"(?P<spec>spec_[0-9a-z]{26})(?:\.(?P<token>[\w-]{20,60}))?(?:\.(?P<form>json|html|pdf))?", re.ASCII)


class ReportShown(msgspec.Struct):
    """What happened to a design, and what was found about it."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    report: Annotated[
        dict[str, Any],
        Meta(
            description="`generation_details`, `evaluation_history`, `compliance_results` by case, `iteration_logs` by"
            " session, `change_log` by revision; all oldest first",
        ),
    ]
    created_at: str
    last_updated: str
    revision: int
    preview_url: str
    html_url: Annotated[str, Meta(description="The same as a page; whoever has the path may see it, for a while")]
    pdf_url: Annotated[str, Meta(description="The same as a PDF, likewise")]


class _Asked(NamedTuple):
    spec_id: str
    form: Form
    is_signed: bool


ANSWERS = {
    200: ResponseSpec(ReportShown, description="The report; also as text/html and application/pdf"),
    202: ResponseSpec(None, description="The PDF is still being made; ask again after `Retry-After` seconds"),
}
FormAsked = Annotated[
    Form | None, QueryParameter(name="format", description="Goes before the ending of the path and `Accept`")
]


@route(
    "/reports/{name:str}",
    http_method=["GET", "HEAD"],
    operation_id=lambda _handler, method, _parts: f"{method.title()}Report",
    tags=["Design"],
    opt={"public": True, "signed": True, "kinds": ("unacceptable",)},
    responses=ANSWERS,
)
async def get_report(
    name: str,
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    designing: Family3,
    form: FormAsked = None,
) -> ASGIApp:
    """Return the report of a design, or that of a compliance case.

    `spec_…` comes in the form that `Accept` or `?format=` names, `spec_….html`, `.pdf` and `.json` in that one. Any
    other `….pdf` is the report of the case of that name. Paths that an answer gave need no credentials. An `Accept`
    that takes none of JSON, HTML and PDF is answered 406, unless the path or the query names the form.
    """
    if not _NAME.fullmatch(name):
        if not name.endswith(".pdf") and exchange.caller:
            raise NotFound(SPEC_MISSING)
        return await case_report(name, request, exchange, core, designing)
    asked = _asked(name, form, request.headers.get("accept", ""), designing)
    records = await records_of(core, asked.spec_id, SYSTEM if asked.is_signed else exchange.caller)
    found = told(records)
    if found.design.spec is None:
        raise NotFound(SPEC_MISSING)
    if asked.form == "pdf":
        return await _pdf(asked.spec_id, found, request, exchange, core, designing)
    if asked.form == "html":
        page = page_of(asked.spec_id, found, await _picture(asked.spec_id, found, core, designing))
        return _whole(page.encode(), "text/html; charset=utf-8", {"content-security-policy": POLICY})
    return _whole(msgspec.json.encode(_shown(asked.spec_id, found, designing)), "application/json")


def _whole(body: bytes, media_type: str, headers: Mapping[str, str] = MappingProxyType({})) -> ASGIApp:
    async def chunks() -> AsyncGenerator[bytes, None]:
        yield body

    sent = {"content-type": media_type, "content-length": str(len(body))}
    return Streamed(200, {**sent, "cache-control": "private, no-cache", "vary": "Accept", **headers}, chunks())


def _asked(name: str, form: Form | None, accept: str, designing: Family3) -> _Asked:
    found = _NAME.fullmatch(name)
    assert found
    wanted = form or _FORM_OF.get(found["form"]) or FORMS[preferred(accept, FORMS)]
    if not found["token"]:
        return _Asked(found["spec"], wanted, is_signed=False)
    if not designing.files.opens("reports", found["spec"], found["token"], datetime.now(UTC)):
        raise NotFound(SPEC_MISSING)
    return _Asked(found["spec"], wanted, is_signed=True)


def _shown(spec_id: str, found: Told, designing: Family3) -> ReportShown:
    report = found.report
    assert report.created_at is not None
    assert report.last_updated is not None
    body = msgspec.to_builtins(report, enc_hook=None, builtin_types=(datetime,))
    for name in ("created_at", "last_updated"):
        del body[name]
    for name, case in report.compliance_results.items():
        covered = coverage_of({title: one for title, one in case.rule_results.items() if isinstance(one, dict)})
        body["compliance_results"][name] |= {
            "checked": covered.checked, "rules": covered.rules, "summary": covered.words,
        }  # fmt: skip
    return ReportShown(
        spec_id, _stamped(body), stamp(report.created_at), stamp(report.last_updated), found.design.revision,
        designing.preview_url(spec_id, found.design.revision), _link(spec_id, "html", designing),
        _link(spec_id, "pdf", designing),
    )  # fmt: skip


def _stamped(value: Any) -> Any:
    """Return plain values with all times as the specs write them."""
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, dict):
        return {name: _stamped(inner) for name, inner in value.items()}
    return [_stamped(inner) for inner in value] if isinstance(value, list | tuple) else value


def _link(spec_id: str, form: str, designing: Family3) -> str:
    return designing.files.path("reports", spec_id, form, designing.links.end())


async def _picture(spec_id: str, found: Told, core: Core, designing: Family3) -> bytes:
    """Return the design's picture; nothing where it is not there in time."""
    row = await made(core, spec_id, found.design, designing)
    if row.status != "succeeded":
        return b""
    asset = await found_asset(str(row.result["preview_asset"]), Caller(row.owner), core)
    return await core.services.blobs.get(asset.sha256)


async def _pdf(
    spec_id: str, found: Told, request: Request[Any, Any, Any], exchange: Exchange, core: Core, designing: Family3
) -> ASGIApp:
    row = await _set(spec_id, found, core, designing)
    if not row.has_ended:
        return Streamed(202, {"retry-after": str(RETRY_AFTER_S), "content-length": "0"}, None)
    if row.status != "succeeded":
        raise design_failed(row, "The report could not be made", "report")
    asset = await found_asset(str(row.result["report_asset"]), Caller(row.owner), core)
    return content_of(asset, request, exchange, core)


async def _set(spec_id: str, found: Told, core: Core, designing: Family3) -> JobRow:
    """Return the job that makes the PDF of this report, asked for if nobody has, after waiting for it a while."""
    design, report = found.design, found.report
    assert design.spec is not None
    work = ReportDesign(spec_id, design.revision, design.spec, report, core.settings.http.report_picture_size)
    job_id = id_of("job", "report", spec_id, str(report.last_updated))
    return await designing.once(job_id, design.owner, work, spec_id, core.settings.http.job_wait_s)


routes: list[ControllerRouterHandler] = [get_report]
