"""Objects of a design become something else: another material, colour, size, place or property."""

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import SPEC_MISSING, Family3, UserId, design_of
from api.designs.shapes import SpecShown
from api.designs.story import Expected, Reason, Story, entity_tag, expected_of, story_at
from commands.design import SwitchObjects
from commands.do import ATTEMPTS_MAX, Done
from domain.access import Caller
from domain.design import Design, ObjectsSwitched
from domain.edits import Change, nested
from domain.errors import Conflict, Invalid, NotFound, Unavailable
from domain.near import near_said
from domain.spec import DesignSpec
from domain.switching import Update
from domain.targets import Target, found, said
from runtime.ids import id_of, new_id
from runtime.planning import ReadInstruction, read_instruction

INSTRUCTION_LENGTH_MAX = 2000
Edit = tuple[Target, Update]
Instruction = Annotated[
    str | None,
    Meta(
        description=f"In words, at most {INSTRUCTION_LENGTH_MAX} characters", examples=["make the floor black marble"]
    ),
]


class QueryAsked(msgspec.Struct, forbid_unknown_fields=True):
    """Which objects are meant, by their attributes; several hold together."""

    object_id: str = ""
    type: Annotated[str, Meta(examples=["floor"])] = ""
    material: str = ""
    part_of: str = ""


class TargetAsked(msgspec.Struct, forbid_unknown_fields=True):
    """Which objects are meant; several conditions hold together."""

    object_id: Annotated[str, Meta(examples=["floor_1"])] = ""
    query: Annotated[
        str | QueryAsked, Meta(description="In words, or by attributes", examples=["all chairs", {"type": "floor"}])
    ] = ""
    type: Annotated[str, Meta(description="Its kind, or the name that its id begins with")] = ""
    material: Annotated[str, Meta(description="What it is made of now", examples=["oak"])] = ""
    part_of: Annotated[str, Meta(description="The thing it belongs to; `chair` means all of them")] = ""
    instruction: Instruction = None


class DimensionsAsked(msgspec.Struct, forbid_unknown_fields=True):
    """New sides; what is not named stays."""

    width: float | None = None
    height: float | None = None
    depth: float | None = None
    units: Literal["meters"] = "meters"


class TripleAsked(msgspec.Struct, forbid_unknown_fields=True):
    """New coordinates or angles; what is not named stays."""

    x: float | None = None
    y: float | None = None
    z: float | None = None


class UpdateAsked(msgspec.Struct, forbid_unknown_fields=True):
    """What becomes of the objects; what is not named stays."""

    material: Annotated[
        str | None, Meta(description="A name of the catalogue, or its words", examples=["marble_black"])
    ] = None
    properties: Annotated[
        dict[str, Any] | None, Meta(description="Those of the object's kind; null takes one away")
    ] = None
    color: Annotated[
        str | None, Meta(description='"#rrggbb", a word like "red", or "none" for the material\'s own')
    ] = None
    dimensions: DimensionsAsked | None = None
    position: Annotated[TripleAsked | None, Meta(description="Metres: centre in x and z, bottom in y")] = None
    rotation: Annotated[TripleAsked | None, Meta(description="Degrees about x, then y, then z")] = None
    instruction: Instruction = None


class SwitchRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What to change: a target and an update, or an instruction in words, or words about the target."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    user_id: UserId = None
    target: TargetAsked | None = None
    update: UpdateAsked | None = None
    instruction: Instruction = None
    expected_revision: Expected = None
    reason: Reason | None = None


class ChangedShown(msgspec.Struct):
    """What is different about one object; both sides name the same attributes, null: it was or is not there."""

    object_id: Annotated[str, Meta(examples=["floor_1"])]
    before: Annotated[dict[str, Any], Meta(examples=[{"material": "marble_white"}])]
    after: Annotated[dict[str, Any], Meta(examples=[{"material": "marble_black"}])]


class SwitchAnswer(msgspec.Struct):
    """The design after the change."""

    spec_id: Annotated[str, Meta(examples=["spec_01k0000000000000000000000a"])]
    updated_spec_json: SpecShown
    preview_url: Annotated[str, Meta(description="A JPEG of it as it is now")]
    iteration_id: Annotated[str | None, Meta(description="null: nothing had to change")]
    changed: Annotated[
        ChangedShown, Meta(description="The first of `changes`; where nothing had to change, both sides are empty")
    ]
    changes: list[ChangedShown]
    revision: int
    message: Annotated[str, Meta(examples=["1 object changed"])] = ""


@post("/switch", operation_id="SwitchObjects", tags=["Design"], status_code=200)
async def switch(
    data: SwitchRequest, request: Request[Any, Any, Any], caller: Caller, core: Core, designing: Family3
) -> Response[SwitchAnswer]:
    """Change materials or properties of objects; all changes of one request are made, or none.

    Two switches at once are both kept, in order; who wants to be told instead sends the revision that they have seen
    as `If-Match` or `expected_revision`. Nothing is changed where a part of an instruction is not understood.
    """
    caller = await acting_for(core, caller, data.user_id)
    expected = expected_of(request, data.expected_revision)
    words = _instruction(data)
    if words is None:
        edits = [(_target(data.target or TargetAsked()), _update(data.update or UpdateAsked()))]
        done = await _switched(core, data, edits, expected, caller)
    else:
        done = await _obeyed(core, data, words, expected, caller)
    meant = data.target.object_id if data.target else ""
    return await answered(core, designing, data.spec_id, done, caller, meant=meant)


async def answered(
    core: Core, designing: Family3, spec_id: str, done: Done[Design], caller: Caller, *, meant: str = ""
) -> Response[SwitchAnswer]:
    """Return the answer to a change of a design: how it stands right after it, whatever came later.

    `meant` is the object that was named, which the answer names also where nothing had to change.
    """
    story = await _story_after(core, spec_id, done, caller)
    changes = changes_in(story) if done.records else []
    answer = SwitchAnswer(
        spec_id, story.shown(), designing.preview_url(spec_id, story.revision),
        iteration_of(story) if done.records else None, changes[0] if changes else ChangedShown(meant, {}, {}), changes,
        story.revision, _message(changes),
    )  # fmt: skip
    return Response(answer, status_code=200, headers=entity_tag(story.revision))


def _message(changes: Sequence[ChangedShown]) -> str:
    if not changes:
        return "Nothing had to change: it is so already"
    return "1 object changed" if len(changes) == 1 else f"{len(changes)} objects changed"


async def _story_after(core: Core, spec_id: str, done: Done[Design], caller: Caller) -> Story:
    """Return the story that ends with what was just done; of all that was before, only its beginning is read."""
    if not done.records:
        return await story_at(core, spec_id, caller, upto=done.version)
    (first,) = await core.services.store.load(spec_id, upto=1)
    return Story(spec_id, first, done.records[-1], done.state)


def changes_in(story: Story) -> list[ChangedShown]:
    """Return what the newest event of a story changed."""
    return [changed_shown(change) for change in getattr(story.newest.event, "changes", ())]


def changed_shown(change: Change) -> ChangedShown:
    """Return a change as the wire shows it."""
    return ChangedShown(change.object_id, nested(change.before), nested(change.after))


def iteration_of(story: Story) -> str:
    """Return the id of the step that made a revision."""
    event = story.newest.event
    return event.iteration_id if isinstance(event, ObjectsSwitched) else id_of("iter", story.spec_id, story.revision)


async def _switched(
    core: Core, data: SwitchRequest, edits: list[Edit], expected: int | None, caller: Caller, words: str = ""
) -> Done[Design]:
    (target, update), *more = edits
    reason = data.reason or words or said(target)
    command = SwitchObjects(data.spec_id, new_id("iter"), target, update, reason, expected, tuple(more))
    try:
        done: Done[Design] = await core.do(command, caller)
    except NotFound as error:
        raise NotFound(SPEC_MISSING) from error
    return done


async def _obeyed(core: Core, data: SwitchRequest, words: str, expected: int | None, caller: Caller) -> Done[Design]:
    """Have the words read against the design as it stands, and again where it was changed meanwhile."""
    for _ in range(ATTEMPTS_MAX):
        design = (await design_of(core, data.spec_id, caller)).state
        assert design.spec is not None
        if expected not in (None, design.revision):
            raise Conflict("The design was changed meanwhile", revision=design.revision, expected=expected)
        edits = await _read(core, _narrowed(design.spec, data), words)
        try:
            return await _switched(core, data, edits, design.revision, caller, words)
        except Conflict as error:
            if expected is not None or "revision" not in error.facts:
                raise
    raise Unavailable("Others change this at the same moment; try again", retry_after_s=1)


async def _read(core: Core, spec: DesignSpec, words: str) -> list[Edit]:
    bus = await core.services.bus()
    reading = await read_instruction(bus, ReadInstruction(words, spec), timeout_s=core.settings.http.planning_wait_s)
    if reading.not_understood or not reading.edits:
        missed = list(reading.not_understood) or [words[:100]]
        near = near_said(spec, missed[0])
        raise Invalid(
            f"Not understood: {'; '.join(repr(one[:100]) for one in missed)}. Nothing was changed{_hint(missed[0])}",
            field="instruction",
            not_understood=missed,
            near=near,
        )
    return list(reading.edits)


def _hint(words: str) -> str:
    """Return what else might help with words that no switch can do."""
    if _COUNTED.match(words):
        return ". A switch changes the objects that are there; it adds and removes none"
    aims = [strategy for aim, strategy in _AIMS.items() if re.search(rf"\b{aim}", words)]
    return f". For that, ask POST /iterate with the strategy {aims[0]}" if aims else ""


_COUNTED = re.compile(r"(remove|delete|drop|discard|take away|get rid of|add|insert|duplicate|copy)\b")
_AIMS = {
    "cheap": "reduce_cost", "less expensive": "reduce_cost", "greener": "reduce_carbon", "eco": "reduce_carbon",
    "sustainab": "reduce_carbon", "carbon": "reduce_carbon", "comfort": "improve_ergonomics",
    "ergonomic": "improve_ergonomics", "durable": "improve_materials", "nicer": "improve_materials",
    "better": "balanced", "improve": "balanced",
}  # fmt: skip


def _narrowed(spec: DesignSpec, data: SwitchRequest) -> DesignSpec:
    """Return the design with only the objects that the target names, so that the words are about them."""
    target = _target(data.target or TargetAsked())
    return spec if target == Target() else msgspec.structs.replace(spec, objects=found(spec, target))


def _instruction(data: SwitchRequest) -> str | None:
    """Return the words of a request, wherever they stand in it."""
    said_in = [one.instruction for one in (data, data.target, data.update) if one and one.instruction is not None]
    if not said_in:
        return None
    if len(said_in) > 1 or (data.update and data.update != UpdateAsked(instruction=data.update.instruction)):
        raise Invalid("Say it once: as one instruction, or as an update", field="instruction")
    (words,) = said_in
    if not words.strip():
        raise Invalid("The instruction is empty", field="instruction")
    if len(words) > INSTRUCTION_LENGTH_MAX:
        raise Invalid(
            f"The instruction is longer than {INSTRUCTION_LENGTH_MAX} characters",
            field="instruction",
            length_max=INSTRUCTION_LENGTH_MAX,
        )
    return words


def _target(asked: TargetAsked) -> Target:
    if isinstance(asked.query, str):
        return Target(asked.object_id, asked.query, asked.type, asked.material, asked.part_of)
    query = asked.query
    pairs = [
        (asked.object_id, query.object_id), (asked.type, query.type), (asked.material, query.material),
        (asked.part_of, query.part_of),
    ]  # fmt: skip
    if any(one and other and one != other for one, other in pairs):
        raise Invalid("The target and its query ask for different objects", field="target.query")
    object_id, kind, material, part_of = (one or other for one, other in pairs)
    return Target(object_id, "", kind, material, part_of)


def _update(asked: UpdateAsked) -> Update:
    return Update(
        asked.material,
        asked.properties or {},
        asked.color,
        *(_named(part) for part in (asked.dimensions, asked.position, asked.rotation)),
    )


def _named(part: DimensionsAsked | TripleAsked | None) -> dict[str, float]:
    fields = msgspec.structs.asdict(part) if part else {}
    return {name: value for name, value in fields.items() if isinstance(value, int | float)}


routes: list[ControllerRouterHandler] = [switch]
