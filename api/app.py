"""The API: one list of routes by family, and what every request passes."""

from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.datastructures import State
from litestar.types import ControllerRouterHandler, Guard

from api import health
from api.accounts import account, audit, data
from api.accounts.auth import require_caller
from api.admins import admin, cleanup, logs, unfinished
from api.batches import batch, fal_webhook
from api.batches import files as batch_files
from api.batches import live as batch_live
from api.batches import zip as batch_zip
from api.core import PICKS, opened_core
from api.describing import docs, openapi
from api.designs import (
    compliance,
    compliance_files,
    design,
    evaluate,
    family3,
    generate,
    iterate,
    pipeline,
    preview,
    report,
    rule_sets,
    switch,
)
from api.designs import run as design_run
from api.dialects import PREFIX
from api.files import asset, resumable, upload
from api.middleware import Frame, remember_error
from api.models import export, family1, geometry, operations, prompt, run, story, textures
from api.projects import files as project_files
from api.projects import live as project_live
from api.projects import processing, project
from api.projects import work as project_work
from api.watching import live, subscribe
from api.wire.errors import answer_error
from api.wire.marking import mark_parameters
from api.wire.query_names import require_known_query
from api.wire.strictness import StrictRequest
from runtime.settings import HttpSettings, Settings

EXPOSED = (
    "X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After", "ETag",
    "Preference-Applied", "Location", "Upload-Offset", "Upload-Length", "Upload-Expires", "X-Asset-Id",
    "Tus-Resumable", "Tus-Version", "Tus-Extension", "Tus-Max-Size",
)  # fmt: skip

VERSIONED: dict[str, list[ControllerRouterHandler]] = {
    "accounts": account.routes,
    "text-to-3d": [
        *prompt.routes,
        *run.routes,
        *story.routes,
        *live.routes,
        *export.routes,
        *asset.routes,
        *upload.routes,
        *resumable.routes,
        *geometry.routes,
        *textures.routes,
    ],
    "design": [
        *generate.routes,
        *switch.routes,
        *evaluate.routes,
        *iterate.routes,
        *design.routes,
        *design_run.routes,
        *preview.routes,
        *data.routes,
        *audit.routes,
        *pipeline.routes,
        *compliance.routes,
        *rule_sets.routes,
        *report.routes,
        *subscribe.routes,
    ],
    "image-to-model": [
        *batch.routes,
        *batch_files.routes,
        *batch_zip.routes,
        *batch_live.routes,
        *admin.routes,
        *cleanup.routes,
        *logs.routes,
        *fal_webhook.routes,
    ],
    "reconstruction": [
        *project.routes,
        *project_files.routes,
        *project_work.routes,
        *processing.routes,
        *project_live.routes,
    ],
    "health": health.routes,
}
"""Routes under `/api/v1`, by family."""

UNVERSIONED: dict[str, list[ControllerRouterHandler]] = {
    "design": [*generate.routes, *preview.routes, *report.routes, *data.public, *compliance_files.routes],
    "live": [live.watch_run, *project_live.routes, batch_live.watch_batch],
    "health": [*health.routes, *docs.routes],
}
"""Routes that answer without the prefix as well, because a spec or an answer of ours names them so."""

QUERIES_KNOWN = ("design", "reconstruction")
"""Whose routes refuse names in a query that they do not know."""


def create_app(settings: Settings) -> Litestar:
    """Return the API, which opens what it stands on when it is started."""
    mark_parameters(
        [route for named in (VERSIONED, UNVERSIONED) for routes in named.values() for route in routes],
        {**PICKS, **family1.PICKS, **family3.PICKS, **subscribe.PICKS, **operations.PICKS},
    )
    app = Litestar(
        route_handlers=[
            *(Router(PREFIX, route_handlers=routes, guards=_guards(name)) for name, routes in VERSIONED.items()),
            *(
                Router("/", route_handlers=routes, guards=_guards(name), include_in_schema=False)
                for name, routes in UNVERSIONED.items()
            ),
        ],
        exception_handlers={Exception: answer_error},
        guards=[require_caller],
        after_exception=[remember_error],
        lifespan=[
            opened_core,
            family1.opened_family1,
            subscribe.opened_subscribers,
            unfinished.finishing_cleanups,
        ],
        logging_config=None,
        request_class=StrictRequest,
        openapi_config=openapi.config(),
        cors_config=_cors(settings.http),
        request_max_body_size=settings.http.body_bytes_max,
        state=State({"settings": settings}),
    )
    app.asgi_handler = Frame(app, settings.http)
    return app


def _guards(name: str) -> list[Guard]:
    return [require_known_query] if name in QUERIES_KNOWN else []


def _cors(settings: HttpSettings) -> CORSConfig | None:
    """Return which web pages may call; by default none."""
    origins = [origin.strip() for origin in settings.cors_origins.split(",") if origin.strip()]
    return CORSConfig(allow_origins=origins, expose_headers=list(EXPOSED)) if origins else None


def frame_of(app: Litestar) -> Frame:
    """Return the outermost layer of the app."""
    assert isinstance(app.asgi_handler, Frame)
    return app.asgi_handler
