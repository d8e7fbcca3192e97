"""The model of a design as it stands or stood: a run like those of prompts, of a spec that people have edited."""

from typing import Annotated

import msgspec
from litestar import post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.accounts.acting import acting_for
from api.core import Core
from api.designs.family3 import Family3, UserId
from api.designs.story import moment, story_at
from api.models.family1 import require_room
from commands.job import RequestJob
from domain.access import Caller
from domain.prompt import POLY_BUDGET_MAX, POLY_BUDGET_MIN
from domain.spec import Quality
from domain.work import TextToModel
from runtime.ids import new_id


class DesignRunRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Which revision to make, and how."""

    at: Annotated[int | str | None, Meta(description="A revision or a time; without it, as it is now")] = None
    quality: Annotated[Quality, Meta(description="Detail, texture size and samples")] = "standard"
    poly_budget: Annotated[int, Meta(ge=POLY_BUDGET_MIN, le=POLY_BUDGET_MAX, description="Most triangles")] = 5000
    turntable: Annotated[bool, Meta(description="Also film the model turning once")] = False
    user_id: UserId = None


class DesignRunStarted(msgspec.Struct):
    """A run that waits for a worker; it is watched, cancelled and retried like any other."""

    run_id: Annotated[str, Meta(examples=["run_01k0000000000000000000000a"])]
    spec_id: str
    revision: int
    run_url: Annotated[str, Meta(description="Where its progress and its result are read", examples=["/runs/run_01k"])]
    websocket_url: str


@post("/designs/{spec_id:str}/runs", operation_id="MakeDesign", tags=["Design"], status_code=202)
async def make_design(
    spec_id: str, caller: Caller, core: Core, designing: Family3, data: DesignRunRequest | None = None
) -> DesignRunStarted:
    """Start making the textured GLB of a design, with every change that was made to it."""
    data = data or DesignRunRequest()
    caller = await acting_for(core, caller, data.user_id)
    story = await story_at(core, spec_id, caller, moment("" if data.at is None else str(data.at)))
    spec, owner = story.design.spec, story.design.owner
    assert spec is not None
    await require_room(core, owner)
    work = TextToModel(
        "", spec.description, spec_id, spec.seed, spec.scale, data.poly_budget, spec.style, data.quality,
        turntable=data.turntable, spec=spec,
    )  # fmt: skip
    run_id = new_id("run")
    done = await core.do(
        RequestJob(run_id, owner, work, attempts_max=core.settings.work.attempts_max, parent=spec_id), caller
    )
    await core.views.wait_for("job", done.position)
    url = f"{designing.links.socket_url}/api/v1/ws/runs/{run_id}"
    return DesignRunStarted(run_id, spec_id, story.revision, f"/api/v1/runs/{run_id}", url)


routes: list[ControllerRouterHandler] = [make_design]
