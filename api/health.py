"""Whether the server is well, for people, load balancers and Prometheus."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from litestar import Response, get
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.gauges import measure
from domain.errors import MeshwrightError
from projections.views import VIEWS
from runtime import live, metrics

CHECK_S_MAX = 2.0
PING_S_MAX = 0.3
LAG_S_MAX = 10.0
OPEN = {"public": True}
FIGURES = metrics.MEDIA_TYPE.partition("; charset=")[0]
"""Without its charset: the framework adds that to every text."""
AGENTS = ["prompt", "evaluator", "rl", "compliance", "planner", "maker"]
"""What can be asked of the server, in the words of spec 3 and ours."""


class Health(msgspec.Struct):
    """How the server is, in the words of specs 2, 3 and 4 at once."""

    status: Literal["healthy", "degraded"]
    database: Annotated[bool, Meta(description="Whether PostgreSQL answers")]
    agents: Annotated[list[str], Meta(description="What can be asked", examples=[["prompt", "evaluator", "rl"]])]
    timestamp: datetime


class Readiness(msgspec.Struct):
    """Whether the server can do its work, and what is away if not."""

    status: Literal["ready", "not_ready"]
    checks: Annotated[
        dict[str, str],
        Meta(examples=[{"postgres": "connected", "nats": "connected", "projections": "current", "workers": "1 alive"}]),
    ]
    timestamp: datetime


@get("/health", operation_id="ShowHealth", opt=OPEN, tags=["health"])
async def health(core: Core) -> Health:
    """Say that the server is there, and whether its database is."""
    has_database = await _is_fine(core.services.store.last_position())
    status: Literal["healthy", "degraded"] = "healthy" if has_database else "degraded"
    return Health(status, has_database, AGENTS, datetime.now(UTC))


@get(
    "/health/ready",
    operation_id="ShowReadiness",
    opt=OPEN,
    tags=["health"],
    responses={503: ResponseSpec(Readiness, generate_examples=False, description="Something is away")},
)
async def ready(core: Core) -> Response[Readiness]:
    """Check Postgres, NATS, the projections and the workers for real; 503 names what is away."""
    names = ("postgres", "nats", "projections", "workers")
    found = await asyncio.gather(_postgres(core), _nats(core), _projections(core), _workers(core))
    is_ready = all(is_fine for is_fine, _ in found)
    checks = {name: words for name, (_, words) in zip(names, found, strict=True)}
    checks["fal_api"] = await core.fal.reached()  # the server is ready without it
    body = Readiness("ready" if is_ready else "not_ready", checks, datetime.now(UTC))
    headers = {} if is_ready else {"Retry-After": "1"}
    return Response(body, status_code=200 if is_ready else 503, headers=headers)


@get("/metrics", operation_id="ShowMetrics", opt=OPEN, media_type=FIGURES, tags=["health"])
async def show_metrics(core: Core) -> bytes:
    """Show all figures for Prometheus."""
    await measure(core)
    return metrics.exposition()


routes: list[ControllerRouterHandler] = [health, ready, show_metrics]


async def _is_fine(question: Awaitable[object]) -> bool:
    try:
        async with asyncio.timeout(CHECK_S_MAX):
            await question
    except (MeshwrightError, TimeoutError):
        return False
    return True


async def _postgres(core: Core) -> tuple[bool, str]:
    return (True, "connected") if await _is_fine(core.services.store.last_position()) else (False, "away")


async def _nats(core: Core) -> tuple[bool, str]:
    async def ask() -> None:
        await (await core.services.bus()).check()

    return (True, "connected") if await _is_fine(ask()) else (False, "away")


async def _projections(core: Core) -> tuple[bool, str]:
    """Fine when a process leads each view, and what a view has not seen yet is young."""
    try:
        async with asyncio.timeout(CHECK_S_MAX):
            views, led = await asyncio.gather(core.views.progress(), core.views.led())
            late = [name for name, view in sorted(views.items()) if await _is_late(core, view.position)]
    except (MeshwrightError, TimeoutError):
        return False, "away"
    for words, names in (("never built", VIEWS.keys() - views.keys()), ("stopped", VIEWS.keys() - led), ("late", late)):
        if names:
            return False, f"{words}: {', '.join(sorted(names))}"
    return True, "current"


async def _is_late(core: Core, position: int) -> bool:
    """Return whether an event behind `position` has waited too long to be seen."""
    unseen = await core.services.store.read(position, limit=1)
    return bool(unseen) and (datetime.now(UTC) - unseen[0].recorded_at).total_seconds() > LAG_S_MAX


async def _workers(core: Core) -> tuple[bool, str]:
    """Fine when some worker's process for jobs has started; the first that answers does, if it can take one."""
    is_wanted = core.settings.http.ready_wants_worker == "on"
    try:
        async with asyncio.timeout(CHECK_S_MAX):
            bus = await core.services.bus()
            found = await live.workers(bus, timeout_s=PING_S_MAX, at_least=1)
            if found and not found[0].warm:
                found = await live.workers(bus, timeout_s=PING_S_MAX)
    except (MeshwrightError, TimeoutError):
        return not is_wanted, "unknown"
    if not found:
        return not is_wanted, "none"
    if not any(worker.warm for worker in found):
        return not is_wanted, f"{len(found)} alive, none takes jobs yet"
    return True, f"{len(found)} alive"
