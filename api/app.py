"""The API: one list of routes by family, and what every request passes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.types import ControllerRouterHandler

from api.auth import require_caller
from api.core import build, dependencies
from api.dialects import PREFIX
from api.errors import answer_error
from api.limits import RateLimits
from api.middleware import Frame, remember_error
from runtime.services import services
from runtime.settings import Settings

VERSIONED: dict[str, list[ControllerRouterHandler]] = {
    "accounts": [],
    "text-to-3d": [],
    "design": [],
    "image-to-model": [],
    "reconstruction": [],
    "health": [],
}
"""Routes under `/api/v1`, by family."""

UNVERSIONED: list[ControllerRouterHandler] = []
"""Routes that answer without the prefix as well, because a spec or an answer of ours names them so."""


def create_app(settings: Settings) -> Litestar:
    """Return the API, which opens what it stands on when it is started."""
    versioned = Router(PREFIX, route_handlers=[route for routes in VERSIONED.values() for route in routes])
    app = Litestar(
        route_handlers=[versioned, Router("/", route_handlers=UNVERSIONED, include_in_schema=False)],
        dependencies=dependencies(),
        exception_handlers={Exception: answer_error},
        guards=[require_caller],
        after_exception=[remember_error],
        lifespan=[_opened],
        logging_config=None,
        openapi_config=None,
        request_max_body_size=settings.http.body_bytes_max,
        state=State({"settings": settings}),
    )
    app.asgi_handler = Frame(app, settings.http)
    return app


def frame_of(app: Litestar) -> Frame:
    """Return the outermost layer of the app."""
    assert isinstance(app.asgi_handler, Frame)
    return app.asgi_handler


@asynccontextmanager
async def _opened(app: Litestar) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    async with services(settings) as opened:
        app.state.core = build(settings, opened, RateLimits.open(settings.http, settings.auth))
        yield
