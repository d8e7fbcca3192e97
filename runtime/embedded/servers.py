"""The servers that Meshwright stands on: its own, those of another Meshwright in the same data folder, or yours."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path

import structlog

from runtime.embedded.errors import CannotStart
from runtime.embedded.folders import make_data_dir, require_free_space, server_user
from runtime.embedded.lock import DataDirLock, Running
from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.embedded.server import Server
from runtime.settings import Settings

log = structlog.get_logger()

JOIN_POLL_S = 0.05
WATCH_S = 0.1
RESTART_DELAYS_S = (0.0, 0.2, 0.5, 1.0, 2.0)  # one for each death within the window; then it is given up
RESTARTS_MAX = len(RESTART_DELAYS_S)
RESTARTS_WINDOW_S = 60.0


class Servers:
    """Where the servers are; `lost` is done, with the reason, when one died for good or their owner ended."""

    def __init__(self, database_url: str, nats_url: str, *, is_joined: bool = False) -> None:
        self.database_url = database_url
        self.nats_url = nats_url
        self.is_joined = is_joined
        self.lost: asyncio.Future[CannotStart] = asyncio.get_running_loop().create_future()


@contextlib.asynccontextmanager
async def embedded(settings: Settings, *, join: bool = True, serving: str = "") -> AsyncIterator[Servers]:
    """Run PostgreSQL and NATS for as long as the block runs, but for those that the settings name.

    Call it from the main thread, with which the servers end. If another process runs them in this data folder, use
    those (`join`), or raise `AlreadyRunning`. `serving` tells others what we do, for example `http://127.0.0.1:8000`.

    Raises
    ------
    CannotStart
        With the reason, and what to do, in one sentence.
    """
    if settings.database_url and settings.nats_url:
        yield Servers(settings.database_url, settings.nats_url)
        return
    data_dir = await asyncio.to_thread(make_data_dir, Path(settings.data_dir), server_user())
    with DataDirLock(data_dir) as lock:
        running = await _join(lock, settings) if join else None
        if running is not None:
            async with _joined(lock, running, settings) as servers:
                yield servers
        elif join or lock.acquire():
            async with _owned(lock, settings, serving) as servers:
                yield servers
        else:
            raise lock.already_running()


@contextlib.asynccontextmanager
async def _joined(lock: DataDirLock, running: Running, settings: Settings) -> AsyncIterator[Servers]:
    database_url = settings.database_url or running.database_url
    servers = Servers(database_url, settings.nats_url or running.nats_url, is_joined=True)
    watcher = asyncio.create_task(_keep_watch(lock, running, servers.lost))
    try:
        yield servers
    finally:
        watcher.cancel()


async def _keep_watch(lock: DataDirLock, joined: Running, lost: "asyncio.Future[CannotStart]") -> None:
    """Say when the owner of the servers that we joined has ended, and they with it."""
    while True:
        await asyncio.sleep(WATCH_S)
        if lock.running() != joined:
            said = f"The Meshwright that ran the servers in {lock.data_dir} (process {joined.pid}) ended; start again."
            lost.set_result(CannotStart(said))
            return


async def _join(lock: DataDirLock, settings: Settings) -> Running | None:
    """Return the servers of the owner, once they run; None if there is no owner, and we are it now."""
    deadline = time.monotonic() + settings.embedded.start_timeout_s
    while not lock.acquire():
        running = lock.running()
        if running is not None:
            return running
        if time.monotonic() > deadline:
            raise lock.already_running()
        await asyncio.sleep(JOIN_POLL_S)
    return None


@contextlib.asynccontextmanager
async def _owned(lock: DataDirLock, settings: Settings, serving: str) -> AsyncIterator[Servers]:
    require_free_space(lock.data_dir, free_mib_min=settings.embedded.free_disk_mib_min)
    postgres, nats = _servers(lock.data_dir, settings)
    own = [server for server in (postgres, nats) if server is not None]
    watchers: list[asyncio.Task[None]] = []
    try:
        for server in own:
            await _start(server)
        servers = Servers(
            postgres.url if postgres else settings.database_url,
            nats.url if nats else settings.nats_url,
        )
        note = Running.here(serving=serving, database_url=servers.database_url, nats_url=servers.nats_url)
        lock.publish(note)
        watchers += [asyncio.create_task(_keep_running(server, servers.lost)) for server in own]
        yield servers
    finally:
        for watcher in watchers:
            watcher.cancel()
        for server in reversed([server for server in own if server.is_running]):
            _stop(server, settings.embedded.stop_timeout_s)
            server.clean_up()


def _servers(data_dir: Path, settings: Settings) -> tuple[PostgresServer | None, NatsServer | None]:
    chosen, timeout_s = settings.embedded, settings.embedded.start_timeout_s
    postgres = PostgresServer(data_dir, port=chosen.postgres_port, start_timeout_s=timeout_s)
    nats = NatsServer(data_dir, port=chosen.nats_port, start_timeout_s=timeout_s)
    return (None if settings.database_url else postgres, None if settings.nats_url else nats)


async def _start(server: Server) -> None:
    started = time.monotonic()
    await server.start_from_loop()
    duration_ms = round((time.monotonic() - started) * 1000)
    log.info("server.started", server=server.name, port=server.port, duration_ms=duration_ms)


def _stop(server: Server, timeout_s: float) -> None:
    # Without the loop: a second Ctrl-C cannot come in between.
    in_order = server.stop(timeout_s=timeout_s)
    log.info("server.stopped", server=server.name, in_order=in_order)


async def _keep_running(server: Server, lost: "asyncio.Future[CannotStart]") -> None:
    """Start the server again, at its old address, whenever it ends; give up if that happens too often."""
    deaths: list[float] = []
    reason = f"{server.name} ended again and again; see {server.log_path}."
    while True:
        await asyncio.sleep(WATCH_S)
        if server.is_running:
            continue
        now = time.monotonic()
        deaths = [*(death for death in deaths if now - death < RESTARTS_WINDOW_S), now]
        log.warning("server.died", server=server.name, deaths=len(deaths))
        if len(deaths) > RESTARTS_MAX:
            lost.set_result(CannotStart(reason))
            return
        await asyncio.sleep(RESTART_DELAYS_S[len(deaths) - 1])
        try:
            await _start(server)
        except CannotStart as error:
            reason = error.message
            log.warning("server.restart_failed", server=server.name, reason=reason)
