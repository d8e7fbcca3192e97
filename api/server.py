"""Serving the API by granian, in this process, until it is told to stop."""

import asyncio
import signal
import socket

import structlog
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from api.app import create_app, frame_of
from domain.errors import Unavailable
from runtime.settings import HttpSettings, Settings

log = structlog.get_logger()

STOP_S_MAX = 5.0
HEADERS_MS_MAX = 10_000
"""How long somebody may take over the head of a request before the connection is closed."""


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; then end streams, finish what was asked, and return.

    Raises
    ------
    Unavailable
        The port is taken, or the database is away.
    """
    asyncio.run(_serve(settings))


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Serve until `stop` is set."""
    require_free_port(settings.http)
    app = create_app(settings)
    # The app is opened before the port is: who can connect will be answered.
    async with app.lifespan():
        server = Server(
            app,
            address=settings.http.host,
            port=settings.http.port,
            interface=Interfaces.ASGINL,
            log_enabled=False,
            websockets=True,
            backlog=1024,
            http1_settings=HTTP1Settings(header_read_timeout=HEADERS_MS_MAX),
        )
        serving = asyncio.create_task(server.serve())
        stopping = asyncio.create_task(stop.wait())
        log.info("api.started", host=settings.http.host, port=settings.http.port)
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        await frame_of(app).end_streams()
        server.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait((serving,), timeout=STOP_S_MAX)
        log.info("api.stopped")


def require_free_port(settings: HttpSettings) -> None:
    """Refuse to start where somebody listens already.

    Raises
    ------
    Unavailable
        The port is taken, or the address is not ours.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise Unavailable(f"Nobody can listen on {settings.host}:{settings.port}: {error.strerror}") from error


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await run(settings, stop)
