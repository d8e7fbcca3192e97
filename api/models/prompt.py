"""Prompts: words, parameters and pictures from which runs are started."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from litestar import get, post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.files.links import Links
from api.models.family1 import Answer, Cursor, Family1, Limit, require_id
from api.models.references import ReferenceRequest, References
from commands.prompt import STYLE_LENGTH_MAX, CreatePrompt, clean_style, clean_text
from domain.access import Caller
from domain.job import Job, progress_of
from domain.prompt import (
    POLY_BUDGET_MAX,
    POLY_BUDGET_MIN,
    REFERENCES_MAX,
    STYLES,
    TEXT_LENGTH_MAX,
    ExportFormat,
    Prompt,
    PromptParameters,
    Reference,
)
from domain.spec import Scale
from projections.prompt import PromptRow, PromptStatus
from runtime.ids import new_id

EXAMPLE_TEXT = "bronze steampunk pocket watch with exposed gears"


class ParametersRequest(msgspec.Struct, forbid_unknown_fields=True):
    """What the model should be like."""

    scale: Annotated[Scale, Meta(description="Half of, once, or twice the natural size")] = "medium"
    poly_budget: Annotated[
        int, Meta(ge=POLY_BUDGET_MIN, le=POLY_BUDGET_MAX, description="Most triangles of the model", examples=[5000])
    ] = 5000
    style: Annotated[
        str,
        Meta(
            description=f"1 to {STYLE_LENGTH_MAX} printable characters; known are: {', '.join(STYLES)}. A model in any"
            " other style is made as if none were named, and its design says that the style was not understood",
            examples=["steampunk"],
        ),
    ] = "realistic"
    export_format: Annotated[
        ExportFormat, Meta(description="Format of exports that name none; this server writes glb")
    ] = "glb"


class PromptRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A new prompt."""

    text: Annotated[
        str,
        Meta(
            description=f"What to make, in words: 1 to {TEXT_LENGTH_MAX} characters with a letter or digit among them",
            examples=[EXAMPLE_TEXT],
        ),
    ]
    parameters: ParametersRequest = msgspec.field(default_factory=ParametersRequest)
    references: Annotated[list[ReferenceRequest], Meta(max_length=REFERENCES_MAX)] = []


class ReferenceShown(msgspec.Struct):
    """A picture that came with the prompt, as it was kept."""

    type: Literal["image"]
    url: Annotated[str, Meta(description="Signed link to the kept copy")]
    source_url: Annotated[str, Meta(description="Where it was fetched from")]
    asset_id: str
    media_type: str
    size_bytes: int


class PromptShown(msgspec.Struct, kw_only=True):
    """A prompt, and how far its newest run is."""

    id: Annotated[str, Meta(examples=["prompt_01k0000000000000000000000a"])]
    text: str
    parameters: PromptParameters
    references: list[ReferenceShown]
    status: Annotated[PromptStatus, Meta(description="Of its newest run; a cancelled run counts as failed")]
    progress: Annotated[float, Meta(ge=0, le=1, description="Done of its newest run, the stage in work included")] = 0.0
    current_stage: Annotated[str | None, Meta(description="The stage in work", examples=["texture_baking"])] = None
    run_id: Annotated[str | None, Meta(description="Its newest run")] = None
    created_at: datetime
    updated_at: datetime


class PromptAnswer(Answer, kw_only=True):
    """A prompt."""

    data: PromptShown


class PromptPage(msgspec.Struct):
    """Some prompts, newest first."""

    items: list[PromptShown]
    next: Annotated[str, Meta(description="Give it as `after` for the next page; empty on the last one")]


class PromptsAnswer(Answer, kw_only=True):
    """Prompts."""

    data: PromptPage


@post("/prompts", operation_id="CreatePrompt", tags=["Prompts"])
async def create_prompt(data: PromptRequest, caller: Caller, core: Core, family: Family1, links: Links) -> PromptAnswer:
    """Keep a prompt; its reference pictures are fetched now and kept as assets."""
    text, prompt_id = clean_text(data.text), new_id("prompt")
    wanted = msgspec.structs.replace(data.parameters, style=clean_style(data.parameters.style))
    parameters = msgspec.convert(wanted, PromptParameters, from_attributes=True)
    pictures = References(core, family.fetcher)
    references = await pictures.keep(data.references, prompt_id, caller, links.base_url)
    done = await core.do(CreatePrompt(prompt_id, caller.account, text, parameters, references), caller)
    await pictures.trust()
    await core.views.wait_for("prompt", done.position)
    return PromptAnswer(
        data=_created(prompt_id, done.state, done.records[0].recorded_at, links), message="Prompt created"
    )


@get("/prompts/{prompt_id:str}", operation_id="GetPrompt", tags=["Prompts"])
async def get_prompt(prompt_id: str, caller: Caller, core: Core, family: Family1, links: Links) -> PromptAnswer:
    """Return a prompt, and how far its newest run is."""
    row = await core.views.prompt.get(require_id(prompt_id, "prompt"), caller)
    return PromptAnswer(data=_shown(row, family, links))


@get("/prompts", operation_id="ListPrompts", tags=["Prompts"])
async def list_prompts(
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
    status: PromptStatus | None = None,
    after: Cursor = "",
    limit: Limit = 20,
) -> PromptsAnswer:
    """Return your prompts, newest first."""
    page = await core.views.prompt.list(caller, status=status or "", after=after, limit=limit)
    return PromptsAnswer(data=PromptPage([_shown(row, family, links) for row in page.items], page.after))


def _created(prompt_id: str, prompt: Prompt, at: datetime, links: Links) -> PromptShown:
    references = [_reference(reference, links) for reference in prompt.references]
    return PromptShown(
        id=prompt_id, text=prompt.text, parameters=prompt.parameters, references=references, status="created",
        created_at=at, updated_at=at,
    )  # fmt: skip


def _shown(row: PromptRow, family: Family1, links: Links) -> PromptShown:
    job = Job(status=row.run_status or "queued", stages=row.stages)
    fraction = family.fractions.newest(row.run_id, row.current_stage)
    return PromptShown(
        id=row.id,
        text=row.text,
        parameters=row.parameters,
        references=[_reference(reference, links) for reference in row.refs],
        status=row.status,
        progress=progress_of(job, fraction) if row.run_id else 0.0,
        current_stage=row.current_stage or None,
        run_id=row.run_id or None,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _reference(kept: Reference, links: Links) -> ReferenceShown:
    name = f"reference.{kept.media_type.rpartition('/')[2]}"
    url = links.to(kept.asset_id, name)
    return ReferenceShown("image", url, kept.url, kept.asset_id, kept.media_type, kept.size_bytes)


routes: list[ControllerRouterHandler] = [create_prompt, get_prompt, list_prompts]
