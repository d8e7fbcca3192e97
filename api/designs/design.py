"""Designs as they stand and stood: lists, any revision, history, differences, undo, redo and branches."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import Parameter, QueryParameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import SPEC_MISSING, Cursor, Family3, Limit, UserId, stamp
from api.designs.shapes import SpecShown
from api.designs.story import (
    Expected,
    Reason,
    Revision,
    Story,
    entity_tag,
    expected_of,
    moment,
    records_of,
    revisions,
    story_at,
)
from api.designs.switch import ChangedShown, SwitchAnswer, answered, changed_shown, changes_in, iteration_of
from commands.design import BranchDesign, RedoChange, UndoChange
from domain.access import Caller
from domain.design import (
    ChangesRedone,
    ChangesUndone,
    DesignBranched,
    DesignGenerated,
    DesignIterated,
    ObjectsSwitched,
)
from domain.edits import difference
from domain.errors import NotFound
from domain.events import Event
from projections.design import DesignRow
from runtime.ids import new_id

At = Annotated[
    str,
    Parameter(description="A revision like 2, or a time like 2026-01-31T12:00:00Z; empty: as it is now", max_length=40),
]
After = Annotated[int, Parameter(ge=0, le=1_000_000, description="The revision that was seen last")]
FRESH_S = 1.0
KINDS: dict[type[Event], str] = {
    DesignGenerated: "generated", DesignBranched: "branched", ObjectsSwitched: "switched", ChangesUndone: "undone",
    ChangesRedone: "redone", DesignIterated: "iterated",
}  # fmt: skip


class DesignListed(msgspec.Struct):
    """A design in a list."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    name: str
    description: str
    design_type: str
    style: str
    total_objects: int
    revision: int
    preview_url: str
    created_at: str
    modified_at: str
    parent: Annotated[str, Meta(description="The design that it was branched from; empty: none")]


class DesignsShown(msgspec.Struct):
    """Designs, newest first."""

    items: list[DesignListed]
    next: Annotated[str, Meta(description="Give it as `after` for older ones; empty: there are none")]


class DesignShown(msgspec.Struct):
    """A design at one of its revisions."""

    spec_id: str
    spec_json: SpecShown
    preview_url: str
    revision: int
    can_undo: bool
    can_redo: bool
    parent: str
    parent_revision: int
    created_at: str
    modified_at: str


class RevisionShown(msgspec.Struct):
    """Who made which revision, when, and why."""

    revision: int
    type: Annotated[str, Meta(examples=["switched"], description=f"One of {', '.join(KINDS.values())}")]
    at: Annotated[str, Meta(description="When")]
    actor: Annotated[str, Meta(description="The account that asked for it")]
    request_id: str
    reason: Annotated[str, Meta(description="What was asked for, or why", examples=["make the floor black marble"])]
    iteration_id: str
    changes: list[ChangedShown]
    position: Annotated[int, Meta(description="Its place in the log")]


class DesignHistoryShown(msgspec.Struct):
    """Revisions, oldest first."""

    items: list[RevisionShown]
    next: Annotated[int, Meta(description="Give it as `after` for what follows; 0: nothing follows yet")]


class DifferenceShown(msgspec.Struct, rename={"from_": "from"}):
    """How two revisions differ."""

    spec_id: str
    from_: int
    to: int
    changes: list[ChangedShown]
    added: Annotated[list[str], Meta(description="Ids of objects that only the second has")]
    removed: Annotated[list[str], Meta(description="Ids of objects that only the first has")]


class StepRequest(msgspec.Struct, forbid_unknown_fields=True):
    """On which revision to step."""

    expected_revision: Expected = None
    user_id: UserId = None


class BranchRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Where to branch."""

    at: Annotated[int | str | None, Meta(description="A revision or a time; without it, as it is now")] = None
    reason: Reason = ""
    user_id: UserId = None


@get("/designs", operation_id="ListDesigns", tags=["Design"])
async def list_designs(
    caller: Caller, core: Core, designing: Family3, after: Cursor = "", limit: Limit = 20
) -> DesignsShown:
    """Return your designs, newest first."""
    await core.views.wait_for("design", await core.services.store.last_position(), FRESH_S)
    page = await core.views.design.list(caller, after=after, limit=limit)
    return DesignsShown([_listed(row, designing) for row in page], page.after)


@get("/designs/{spec_id:str}", operation_id="GetDesign", tags=["Design"])
async def get_design(
    spec_id: str, caller: Caller, core: Core, designing: Family3, at: At = ""
) -> Response[DesignShown]:
    """Return a design as it stands, or as it stood at a revision or a time."""
    story = await story_at(core, spec_id, caller, moment(at))
    return _shown(story, designing, 200)


@get("/designs/{spec_id:str}/history", operation_id="GetDesignHistory", tags=["Design"])
async def get_design_history(
    spec_id: str, caller: Caller, core: Core, after: After = 0, limit: Limit = 50
) -> DesignHistoryShown:
    """Return who changed what, when and why; it never changes."""
    found = [one for one in revisions(await records_of(core, spec_id, caller)) if one.design.revision > after]
    shown = [_revision(spec_id, one) for one in found[:limit]]
    return DesignHistoryShown(shown, shown[-1].revision if len(found) > limit else 0)


@get("/designs/{spec_id:str}/diff", operation_id="CompareRevisions", tags=["Design"])
async def compare_revisions(
    spec_id: str,
    caller: Caller,
    core: Core,
    from_: Annotated[
        str, QueryParameter(name="from", description="A revision or a time; empty: the first revision")
    ] = "",
    to: At = "",
) -> DifferenceShown:
    """Return how one revision differs from another."""
    before = await story_at(core, spec_id, caller, moment(from_, "from") or 1)
    after = await story_at(core, spec_id, caller, moment(to, "to"))
    assert before.design.spec is not None
    assert after.design.spec is not None
    changes, added, removed = difference(before.design.spec, after.design.spec)
    shown = [changed_shown(change) for change in changes]
    return DifferenceShown(spec_id, before.revision, after.revision, shown, list(added), list(removed))


@post("/designs/{spec_id:str}/undo", operation_id="UndoChange", tags=["Design"], status_code=200)
async def undo(
    spec_id: str,
    request: Request[Any, Any, Any],
    caller: Caller,
    core: Core,
    designing: Family3,
    data: StepRequest | None = None,
) -> Response[SwitchAnswer]:
    """Take the newest standing change back; that is a new revision, and the old ones stay."""
    return await _step(UndoChange, spec_id, data or StepRequest(), request, caller, core, designing)


@post("/designs/{spec_id:str}/redo", operation_id="RedoChange", tags=["Design"], status_code=200)
async def redo(
    spec_id: str,
    request: Request[Any, Any, Any],
    caller: Caller,
    core: Core,
    designing: Family3,
    data: StepRequest | None = None,
) -> Response[SwitchAnswer]:
    """Make the change again that was taken back last."""
    return await _step(RedoChange, spec_id, data or StepRequest(), request, caller, core, designing)


@post("/designs/{spec_id:str}/branch", operation_id="BranchDesign", tags=["Design"], status_code=201)
async def branch(
    spec_id: str, caller: Caller, core: Core, designing: Family3, data: BranchRequest | None = None
) -> Response[DesignShown]:
    """Begin another design where this one stands, or stood; what happens to one leaves the other as it is."""
    data = data or BranchRequest()
    caller = await acting_for(core, caller, data.user_id)
    parent = await story_at(core, spec_id, caller, moment("" if data.at is None else str(data.at)))
    assert parent.design.spec is not None
    branch_id = new_id("spec")
    await core.do(
        BranchDesign(
            branch_id, parent.design.owner, parent.design.spec, spec_id, parent.revision, data.reason,
            tuple(sorted(parent.design.chosen)),
        ),
        caller,
    )  # fmt: skip
    return _shown(await story_at(core, branch_id, caller), designing, 201)


async def _step(
    command: type[UndoChange | RedoChange],
    spec_id: str,
    data: StepRequest,
    request: Request[Any, Any, Any],
    caller: Caller,
    core: Core,
    designing: Family3,
) -> Response[SwitchAnswer]:
    caller = await acting_for(core, caller, data.user_id)
    expected = expected_of(request, data.expected_revision)
    try:
        done = await core.do(command(spec_id, expected), caller)
    except NotFound as error:
        raise NotFound(SPEC_MISSING) from error
    return await answered(core, designing, spec_id, done, caller)


def _shown(story: Story, designing: Family3, status_code: int) -> Response[DesignShown]:
    design = story.design
    shown = DesignShown(
        story.spec_id, story.shown(), designing.preview_url(story.spec_id, story.revision), story.revision,
        bool(design.done), bool(design.undone), design.parent, design.parent_revision,
        stamp(story.first.recorded_at), stamp(story.newest.recorded_at),
    )  # fmt: skip
    return Response(shown, status_code=status_code, headers=entity_tag(story.revision))


def _listed(row: DesignRow, designing: Family3) -> DesignListed:
    spec = row.spec
    return DesignListed(
        row.id, spec.name, spec.description, spec.reading.design_type, spec.style, len(spec.objects), row.revision,
        designing.preview_url(row.id, row.revision), stamp(row.created_at), stamp(row.updated_at), row.parent,
    )  # fmt: skip


def _revision(spec_id: str, one: Revision) -> RevisionShown:
    record, design = one
    story = Story(spec_id, record, record, design)
    event = record.event
    assert event is not None
    return RevisionShown(
        design.revision, KINDS[type(event)], stamp(record.recorded_at), record.actor, record.correlation,
        _reason(event), iteration_of(story), changes_in(story), record.position,
    )  # fmt: skip


def _reason(event: object) -> str:
    match event:
        case DesignGenerated(prompt=prompt):
            return prompt
        case ChangesUndone(revision=revision):
            return f"took back revision {revision}"
        case ChangesRedone(revision=revision):
            return f"made revision {revision} again"
        case _:
            return str(getattr(event, "reason", ""))


routes: list[ControllerRouterHandler] = [
    list_designs, get_design, get_design_history, compare_revisions, undo, redo, branch,
]  # fmt: skip
