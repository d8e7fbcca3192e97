"""Operations on meshes and textures: asked for, watched, stopped and tried again; each is a job like a run."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, get_type_hints

import msgspec
from litestar import Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler, Scope
from msgspec import UNSET, Meta, UnsetType

from api.core import Core, core_in
from api.files.links import Links
from api.models.family1 import PICKS as FAMILY_PICKS
from api.models.family1 import Answer, Cursor, Family1, Limit, require_id, require_room
from api.models.results import operation_result
from api.models.run import JOB_STATUS, RUN_STATUS, JobShown, RunStatus, job_shown
from api.models.sources import Sources, input_of
from api.watching.waiting import Patience, ended, patience_of
from api.wire.exchange import exchange_of
from commands.job import RequestCancel, RequestJob, RequestRetry
from domain.access import MISSING, Caller
from domain.errors import Conflict, NotFound
from domain.job import Input, JobStatus
from domain.work import AnyWork, Work
from projections.asset import AssetRow
from projections.job import JobRow
from runtime.ids import new_id

ATTEMPTS_MAX = 3
"""Fewer than of other jobs: what makes a reader of files crash once does so again."""
SOURCE_LENGTH_MAX = 2048

SourceUrl = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=SOURCE_LENGTH_MAX,
        description="An asset's id, a link to an asset of yours, the id of a run or job that made a model, or a public"
        " http(s) URL",
        examples=["asset_01k0000000000000000000000a"],
    ),
]


class InputShown(msgspec.Struct):
    """A file that an operation is made from."""

    asset_id: str
    name: str
    media_type: str
    sha256: str
    size_bytes: int
    url: Annotated[str, Meta(description="Signed link")]


class OperationShown(JobShown, kw_only=True):
    """An operation as it stands."""

    job_id: Annotated[str, Meta(examples=["job_01k0000000000000000000000a"])]
    kind: Annotated[str, Meta(examples=["optimize_mesh"])]
    options: Annotated[dict[str, Any], Meta(description="Everything that was asked for, as it was taken")]
    seed: int
    inputs: list[InputShown]
    status_url: Annotated[str, Meta(description="Where it is asked for; takes `?wait=`")]
    websocket_url: Annotated[str, Meta(description="Where it is watched")]
    result: Annotated[
        dict[str, Any] | UnsetType,
        Meta(description="`mesh_url` or `texture_urls` by kind, other files, `metrics`, `provenance`"),
    ] = UNSET


class OperationAnswer(Answer, kw_only=True):
    """An operation."""

    data: OperationShown


class OperationPage(msgspec.Struct):
    """Some operations, newest first."""

    items: list[OperationShown]
    next: Annotated[str, Meta(description="Give it as `after` for the next page; empty on the last one")]


class OperationsAnswer(Answer, kw_only=True):
    """Operations."""

    data: OperationPage


LATE: dict[int, ResponseSpec] = {
    202: ResponseSpec(OperationAnswer, description="It has not ended yet; ask again at `status_url`"),
}
STARTED: dict[str, Any] = {"status_code": 200, "opt": {"timeout_s": None}, "responses": LATE}
"""What routes that begin an operation have in common."""


def options_of(work: type[Work], named: Collection[str]) -> type[msgspec.Struct]:
    """Return the options of a kind of work: its fields with their ranges and defaults, without those `named` apart."""
    hints = get_type_hints(work, include_extras=True)
    fields = [
        (field.name, hints[field.name], _default(field))
        for field in msgspec.structs.fields(work)
        if field.name not in named
    ]
    return msgspec.defstruct(
        f"{work.__name__}Options", fields, kw_only=True, forbid_unknown_fields=True,
        namespace={"__doc__": f"How to do it: {work.__doc__}"}, module=__name__,
    )  # fmt: skip


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=field.default_factory)
    return field.default


class Operations:
    """What routes of one family of operations do for one request."""

    def __init__(self, core: Core, family: Family1, links: Links, scope: Scope) -> None:
        self._core = core
        self._family = family
        self._links = links
        self._scope = scope

    @property
    def caller(self) -> Caller:
        """Return who asks."""
        return exchange_of(self._scope).caller

    @property
    def sources(self) -> Sources:
        """Return what finds the models and pictures that the request names."""
        return Sources(self._core, self._family, self._links, self.caller)

    async def require_room(self) -> None:
        """Refuse further work while too much of it waits."""
        await require_room(self._core, self.caller.account)

    async def begin(self, work: AnyWork, inputs: Collection[AssetRow], wait: float | None) -> Response[OperationAnswer]:
        """Ask for work, and answer with it: 200 when it ended within the time to wait, 202 otherwise."""
        job_id = new_id("job")
        attempts_max = min(ATTEMPTS_MAX, self._core.settings.work.attempts_max)
        found = {row.id: input_of(row) for row in inputs}
        parent = next((row.job_id for row in inputs if row.job_id), "")
        command = RequestJob(
            job_id, self.caller.account, work, attempts_max=attempts_max, parent=parent, inputs=tuple(found.values())
        )
        done = await self._core.do(command, self.caller)
        await self._core.views.wait_for("job", done.position, is_needed=True)
        return await self._answer(job_id, wait, "Operation started")

    async def show(self, job_id: str, kinds: Collection[str], wait: float | None) -> Response[OperationAnswer]:
        """Answer with an operation of one of these kinds."""
        await self._found(job_id, kinds)
        return await self._answer(job_id, wait, "", late=200)

    async def list(self, kinds: Collection[str], status: RunStatus | None, after: str, limit: int) -> OperationsAnswer:
        """Answer with the caller's operations of these kinds, newest first."""
        statuses = JOB_STATUS[status] if status else ()
        page = await self._core.views.job.list(
            self.caller, kinds=tuple(kinds), statuses=statuses, after=after, limit=limit
        )
        return OperationsAnswer(data=OperationPage([self._shown(row) for row in page.items], page.after))

    async def cancel(self, job_id: str, kinds: Collection[str]) -> OperationAnswer:
        """Stop an operation; asking again changes nothing."""
        row = await self._found(job_id, kinds)
        _require_status(row.status, ("queued", "running", "waiting", "cancelled"), "cannot be stopped")
        done = await self._core.do(RequestCancel(job_id), self.caller)
        return await self._after(job_id, done.position, "Cancel requested")

    async def retry(self, job_id: str, kinds: Collection[str]) -> OperationAnswer:
        """Try a failed or cancelled operation again, with the same inputs and seed."""
        row = await self._found(job_id, kinds)
        _require_status(row.status, ("failed", "cancelled"), "cannot be tried again")
        await require_room(self._core, row.owner)
        done = await self._core.do(RequestRetry(job_id), self.caller)
        return await self._after(job_id, done.position, "The operation is tried again")

    async def _after(self, job_id: str, position: int, message: str) -> OperationAnswer:
        await self._core.views.wait_for("job", position)
        row = await self._core.views.job.get(job_id, self.caller)
        return OperationAnswer(data=self._shown(row), message=message)

    async def _found(self, job_id: str, kinds: Collection[str]) -> JobRow:
        row = await self._core.views.job.get(require_id(job_id, "job"), self.caller)
        if row.kind not in kinds:
            raise NotFound(MISSING)
        return row

    async def _answer(
        self, job_id: str, wait: float | None, message: str, *, late: int = 202
    ) -> Response[OperationAnswer]:
        patience = self._patience(wait)
        row = await ended(job_id, self.caller, patience.wait_s, self._core, self._family, self._links)
        answer = OperationAnswer(data=self._shown(row))
        if message and not row.has_ended:
            answer.message = message
        return Response(answer, status_code=200 if row.has_ended else late, headers=patience.headers)

    def _patience(self, wait: float | None) -> Patience:
        prefer = next((value.decode("latin-1") for name, value in self._scope["headers"] if name == b"prefer"), "")
        return patience_of(wait, prefer, self._core.settings.http.operation_wait_s_max)

    def _shown(self, row: JobRow) -> OperationShown:
        links = self._links
        path = "textures" if row.kind.endswith("textures") else "geometry"
        return OperationShown(
            job_id=row.id,
            kind=row.kind,
            options=_options(row.work),
            seed=getattr(row.work, "seed", 0),
            inputs=[_input(given, links) for given in row.inputs],
            status_url=f"{links.base_url}/api/v1/{path}/{row.id}",
            websocket_url=f"{links.socket_url}/api/v1/ws/runs/{row.id}",
            result=operation_result(row.job, links) if row.status == "succeeded" else UNSET,
            **job_shown(row, self._family, links),
        )


def _operations(scope: Scope) -> Operations:
    family, links = FAMILY_PICKS["family"](scope), FAMILY_PICKS["links"](scope)
    return Operations(core_in(scope), family, links, scope)


PICKS = {"operations": _operations}
"""What routes of operations may name beside what the family offers."""


def common_routes(path: str, name: str, kinds: Collection[str]) -> list[ControllerRouterHandler]:
    """Return what is asked of every family of operations under a path: the list, stopping, and another try."""
    tag = path.capitalize()

    @get(f"/{path}", summary=f"List{tag}", operation_id=f"List{name}Operations", tags=[tag])
    async def listed(
        operations: Operations, status: RunStatus | None = None, after: Cursor = "", limit: Limit = 20
    ) -> OperationsAnswer:
        """Return your operations of this family, newest first; in one state, if you say so."""
        return await operations.list(kinds, status, after, limit)

    @post(
        f"/{path}/{{job_id:str}}/cancel",
        summary=f"Cancel{tag}",
        operation_id=f"Cancel{name}Operation",
        tags=[tag],
        status_code=200,
    )
    async def cancelled(job_id: str, operations: Operations) -> OperationAnswer:
        """Stop an operation; one that is being worked on stops within two seconds. Asking again changes nothing."""
        return await operations.cancel(job_id, kinds)

    @post(
        f"/{path}/{{job_id:str}}/retry",
        summary=f"Retry{tag}",
        operation_id=f"Retry{name}Operation",
        tags=[tag],
        status_code=200,
    )
    async def retried(job_id: str, operations: Operations) -> OperationAnswer:
        """Try a failed or cancelled operation again, with the same inputs and seed."""
        return await operations.retry(job_id, kinds)

    return [listed, cancelled, retried]


def _options(work: Work) -> dict[str, Any]:
    options: dict[str, Any] = msgspec.to_builtins(work)
    options.pop("kind", None)
    return options


def _input(given: Input, links: Links) -> InputShown:
    url = links.to(given.asset_id, given.name)
    return InputShown(given.asset_id, given.name, given.media_type, given.sha256, given.size_bytes, url)


def _require_status(status: JobStatus, allowed: Collection[JobStatus], what: str) -> None:
    if status not in allowed:
        shown = RUN_STATUS[status]
        raise Conflict(f"The operation {what}; it is {shown}", status=shown)


def fields_of(options: msgspec.Struct) -> Mapping[str, Any]:
    """Return the options as fields of the work."""
    return msgspec.structs.asdict(options)
