"""FAL.AI says that a request is done: the job that waits for it is woken, and asks. Nothing else is believed."""

from typing import Any

import msgspec
from litestar import Request, post
from litestar.types import ControllerRouterHandler

from api.core import Core
from domain.errors import NotFound
from runtime.fal_bell import ring
from runtime.fal_keys import FalKeys


class Heard(msgspec.Struct):
    """A webhook was heard."""

    status: str = "ok"


@post("/webhooks/fal", opt={"public": True}, status_code=200, include_in_schema=False)
async def hear_fal(request: Request[Any, Any, Any], core: Core) -> Heard:
    """Wake the job that waits for a request to fal; a webhook that fal did not sign is refused."""
    if not core.settings.fal.webhook_url:
        raise NotFound("This server uses no webhooks of fal")
    keys = request.app.state.setdefault("fal_keys", FalKeys(core.settings))
    request_id = await keys.sender(request.headers, await request.body())
    await ring(await core.services.bus(), request_id)
    return Heard()


routes: list[ControllerRouterHandler] = [hear_fal]
