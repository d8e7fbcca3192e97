"""Notes of who asked for what: gathered in memory, and appended to the log in batches, a stream for each account.

A note belongs to whoever's things were opened: what an admin, or somebody with a signed link, reads of an account
stands in that account's trail.

What is noted within the last moment before a process is killed is lost; what such a request wrote is not, because its
events carry who asked and in which request.
"""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import structlog

from api.dialects import bare_path
from api.wire.exchange import Exchange
from domain.audit import Note, RequestsNoted
from domain.errors import Gone, Unavailable
from runtime.ids import id_of, new_id
from runtime.settings import AuditSettings
from runtime.store import Append, EventStore, VersionConflict
from runtime.tasks import end

BATCH_MAX = 900
CLOSE_S_MAX = 5.0
NOBODY = "system"
_QUIET = frozenset(("", "health", "health/ready", "metrics", "docs", "openapi.json", "asyncapi.json"))
# Paths and bodies may hold names and tokens: of each part only an id or a number is kept.
_ID = re.compile(r"([a-z]+(?:_\d{8}_\d{6})?_[0-9a-z]{26}(?:_v\d{1,6})?|\d{1,18})(?![0-9A-Za-z])")

log: structlog.stdlib.BoundLogger = structlog.get_logger()


_Key = tuple[str, str]
"""Who asked, and whose things: an account asks mostly for its own."""
# A case's name is its owner's own; of a file's name the token and what stands for the file are left out.
_CASE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
_CASE_FILE = re.compile(r"([A-Za-z0-9._-]{1,64}?)(?:\.[0-9a-z]{26}\.[\w-]{20,60})?\.(?:stl|pdf)", re.ASCII)
_CASE_ROUTES = ("/geometry/", "/reports/")


class _Trail:
    """The notes of one account that wait, and the stream of this process that they go to."""

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.version = 0
        self.waiting: list[Note] = []
        self.left_out = 0


class Notes:
    """Gathers notes, and appends them every `flush_s`."""

    def __init__(self, store: EventStore, settings: AuditSettings) -> None:
        self._store = store
        self._settings = settings
        self._process = new_id("process")
        self._trails: dict[_Key, _Trail] = {}
        self._waiting = 0
        self._task: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Append from now on."""
        self._task = asyncio.create_task(self._run(), name="notes")

    async def close(self) -> None:
        """Append what waits, and no more."""
        if self._task is not None:
            await end([self._task])
        try:
            async with asyncio.timeout(CLOSE_S_MAX):
                await self.flush()
        except TimeoutError:
            log.warning("audit.unflushed", notes=self._waiting)

    def add(self, scope: Mapping[str, Any], exchange: Exchange, status: int, at: float, duration_s: float) -> None:
        """Note a request that was answered, unless it had nothing to do with anybody."""
        actor = exchange.identity.account if exchange.identity else NOBODY
        route = scope.get("path_template") or "unknown"
        ids = ids_of(route, exchange.named | scope.get("path_params", {}), status)
        if (actor == NOBODY and not ids and status != 403) or bare_path(scope["path"]) in _QUIET:
            return
        method = scope.get("method", "WS")
        note = Note(at, exchange.request_id, method, route, status, ids, round(duration_s * 1000))
        others = sorted(owner for owner in exchange.owners - {actor} if owner.startswith("acct_"))
        for subject in others or [actor]:
            self._keep(actor, subject, note)

    def _keep(self, actor: str, subject: str, note: Note) -> None:
        trail = self._trails.get((actor, subject))
        if trail is None:
            whose = (actor,) if actor == subject else (actor, subject)
            trail = self._trails[actor, subject] = _Trail(id_of("audit", self._process, *whose))
        if self._waiting >= self._settings.waiting_max:
            trail.left_out += 1
            return
        trail.waiting.append(note)
        self._waiting += 1

    async def flush(self) -> None:
        """Append what waits; what cannot be appended now goes on waiting."""
        trails = [(key, trail) for key, trail in self._trails.items() if trail.waiting]
        await asyncio.gather(*(self._flush(key, trail) for key, trail in trails))

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._settings.flush_s)
            await self.flush()

    async def _flush(self, key: _Key, trail: _Trail) -> None:
        try:
            while trail.waiting:
                await self._append(key, trail)
        except Gone:  # the account was erased
            self._drop(trail, len(trail.waiting))
            self._trails.pop(key, None)
        except Unavailable:
            return
        except Exception as error:  # the other trails go on
            log.error("audit.not_kept", notes=len(trail.waiting), exc_info=error)

    async def _append(self, key: _Key, trail: _Trail) -> None:
        actor, subject = key
        noted = RequestsNoted(tuple(trail.waiting[:BATCH_MAX]), trail.left_out)
        try:
            await self._store.append([Append(trail.stream, trail.version, (noted,), subject)], actor=actor)
        except VersionConflict:  # nobody else writes here: an attempt whose answer was lost had been kept
            record = (await self._store.load(trail.stream, after=trail.version, upto=trail.version + 1))[0]
            if not isinstance(record.event, RequestsNoted):
                raise Gone("The account has been erased") from None
            noted = record.event
        trail.version += 1
        trail.left_out -= noted.left_out
        self._drop(trail, len(noted.notes))

    def _drop(self, trail: _Trail, count: int) -> None:
        del trail.waiting[:count]
        self._waiting -= count


def ids_of(route: str, params: Mapping[str, Any], status: int) -> dict[str, str]:
    """Return the ids and numbers that a path or a body names; names of cases only where there is one."""
    ids = {}
    for name, value in params.items():
        text = str(value)
        found = _ID.match(text)
        if not found and status < 400 and any(part in route for part in _CASE_ROUTES):
            found = _CASE_FILE.fullmatch(text)
        if found:
            ids[name] = found[1]
        elif name == "case_id" and status < 400 and _CASE_ID.fullmatch(text):
            ids[name] = text
    return ids
