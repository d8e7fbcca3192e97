"""What the routes of family 1 share: the envelope, what they stand on beside the core, and a few small rules."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
import structlog
from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.params import Parameter
from litestar.types import Scope

from api.core import Core, Pick, core_in, core_of
from api.files.links import Links, base_url_of
from api.models.references import clear_unnamed
from api.watching.fractions import Fractions
from api.watching.hub import Hub
from api.watching.lines import Lines
from domain.access import MISSING
from domain.errors import NotFound, StorageFailed, TooMany, Unavailable
from runtime.fetch import Fetcher
from runtime.ids import is_id
from runtime.settings import Settings
from runtime.urls import FILES_PURPOSE, PURPOSE, AssetUrls, FileLinks

Cursor = Annotated[str, Parameter(description="`next` of the page before; empty: the first page", max_length=40)]
Limit = Annotated[int, Parameter(ge=1, le=100, description="Most items in the answer")]

JOB_PREFIXES = ("run", "job", "export", "task")
"""How the ids of jobs begin that are watched, and read about, like runs."""
TIDY_S = 3600.0
BUS_RETRY_S = 5.0

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Answer(msgspec.Struct, kw_only=True):
    """The envelope of every answer that is no error."""

    success: Literal[True] = True
    message: str = "Operation completed successfully"


@dataclass(frozen=True)
class Family1:
    """What family 1 opens once per process."""

    hub: Hub
    urls: AssetUrls
    fetcher: Fetcher
    fractions: Fractions
    lines: Lines
    files: FileLinks


@asynccontextmanager
async def opened_family1(app: Litestar) -> AsyncIterator[None]:
    """Open what family 1 stands on, while the app runs; the core is open already."""
    core = core_of(app)

    async def settled(position: int) -> None:
        await core.views.wait_for("job", position)

    hub = Hub(core.services.store, core.services, core.settings.http, settled)
    fractions, http = Fractions(), core.settings.http
    lines = Lines(
        lines_max=http.log_lines_max, bytes_max=http.log_bytes_max, silent_s_max=core.settings.work.time_limit_s_max
    )
    urls = AssetUrls(core.services.keys.derive(PURPOSE))
    files = FileLinks(core.services.keys.derive(FILES_PURPOSE))
    app.state.family1 = Family1(hub, urls, Fetcher(core.settings.blobs), fractions, lines, files)
    roles = (hub.keep_in_step(), _listen(core, fractions, lines), _tidy(core))
    tasks = [asyncio.create_task(role) for role in roles]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _listen(core: Core, *listeners: Fractions | Lines) -> None:
    """Listen to percentages and lines as soon as there is a bus; until then progress is told by finished stages."""
    waiting = list(listeners)
    while True:
        with suppress(Unavailable):
            while waiting:
                await waiting[0].listen(await core.services.bus())
                del waiting[0]
            return
        log.warning("fractions.without_bus")
        await asyncio.sleep(BUS_RETRY_S)


async def _tidy(core: Core) -> None:
    """Remove half-written files, and those that nothing came to name, now and then."""
    while True:
        with suppress(StorageFailed, Unavailable):
            await core.services.blobs.clear_abandoned()
            await clear_unnamed(core.services, core.views)
            await core.services.blobs.partials.clear_expired()
        await asyncio.sleep(TIDY_S)


def _family(scope: Scope) -> Family1:
    found: Family1 = scope["litestar_app"].state.family1
    return found


PICKS: dict[str, Pick] = {
    "family": _family,
    "hub": lambda scope: _family(scope).hub,
    "links": lambda scope: links_of(ASGIConnection(scope), core_in(scope).settings, _family(scope).urls),
}
"""What routes of family 1 may name beside what the core offers."""


def links_of(connection: Any, settings: Settings, urls: AssetUrls) -> Links:
    """Return the maker of links under the address that the client used."""
    return Links(urls, base_url_of(connection, settings), settings.blobs.url_ttl_s)


def require_id(text: str, prefix: str) -> str:
    """Return `text` if it has the form of such an id.

    Raises
    ------
    NotFound
        It has not; nothing can be there.
    """
    if not is_id(text, prefix):
        raise NotFound(MISSING)
    return text


def require_job_id(text: str) -> str:
    """Return `text` if it has the form of the id of a run, an operation or an export.

    Raises
    ------
    NotFound
        It has not; nothing can be there.
    """
    if not any(is_id(text, prefix) for prefix in JOB_PREFIXES):
        raise NotFound(MISSING)
    return text


async def require_room(core: Core, owner: str, jobs: int = 1) -> None:
    """Refuse `jobs` further jobs while too much work waits.

    Raises
    ------
    TooMany
        The account has as many jobs waiting or running as it may have.
    Unavailable
        All accounts together have.
    """
    settings = core.settings
    own, everybody = await core.views.job.open_counts(owner)
    if own + jobs > settings.work.queued_per_account_max:
        raise TooMany(
            "Too many of your jobs wait or run; wait for one to end, or cancel one",
            queued_max=settings.work.queued_per_account_max,
            retry_after_s=10,
        )
    if everybody + jobs > settings.work.queued_max:
        raise Unavailable("The server has as much work as it takes; ask again later", retry_after_s=60)
