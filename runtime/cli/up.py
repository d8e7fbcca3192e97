"""`meshwright up`: PostgreSQL, NATS, the API, the projections, the relay and the workers in one supervised tree."""

import os
import shutil
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import httpx
import msgspec

from runtime.cli.common import command, data_dir_option, settings_for
from runtime.log_file import LogFile
from runtime.logs import set_up_logs
from runtime.settings import Settings

if TYPE_CHECKING:
    from runtime.supervisor import Child


@click.command(epilog="Example: meshwright up --host 127.0.0.1 --port 8000 --workers 1")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(0, 64), help="Worker processes.")
@data_dir_option
@command
async def up(host: str | None, port: int | None, workers: int, data_dir: Path | None) -> None:
    """Serve everything on this machine until Ctrl-C."""
    from runtime.embedded import embedded
    from runtime.supervisor import Supervisor, stop_on_signals

    settings = settings_for(data_dir, host=host, port=port)
    set_up_logs("up", level=settings.log_level, file=LogFile.of(settings))
    url = _url(settings)
    _require_free_port(settings)
    async with stop_on_signals() as stop, embedded(settings, join=False, serving=url) as servers:
        reached = msgspec.structs.replace(settings, database_url=servers.database_url, nats_url=servers.nats_url)
        for line in await _first_start(reached):
            click.echo(line)
        servers.lost.add_done_callback(lambda lost: stop.set())
        await Supervisor(_children(reached, workers, url)).run(stop, lambda: _announce(url))
        if servers.lost.done():
            raise servers.lost.result()


def _announce(url: str) -> None:
    click.echo(f"Meshwright is ready at {url}   (how to ask: {url}/docs; stop: Ctrl-C)")


def _url(settings: Settings) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.http.host, settings.http.host)  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.http.port}"


def _require_free_port(settings: Settings) -> None:
    """Say at once that the port is taken, instead of after the servers have started."""
    from runtime.embedded import PortTaken

    family = socket.AF_INET6 if ":" in settings.http.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.http.host, settings.http.port))
        except OSError as error:
            raise PortTaken(
                f"The address {settings.http.host}:{settings.http.port} cannot be used"
                f" ({(error.strerror or str(error)).lower()}); choose another with --host and --port",
                port=settings.http.port,
            ) from error


def _children(settings: Settings, workers: int, url: str) -> list["Child"]:
    from runtime.supervisor import Child

    environment = {
        "DATABASE_URL": settings.database_url,
        "NATS_URL": settings.nats_url,
        "BLOB_URL": settings.blob_url,
        "PROMETHEUS_MULTIPROC_DIR": _metrics_dir(settings),
    }
    data = ["--data-dir", settings.data_dir]
    address = ["--host", settings.http.host, "--port", str(settings.http.port)]

    def child(name: str, role: str, *options: str, ready: Callable[[], Awaitable[bool]] | None = None) -> Child:
        return Child(name, [sys.executable, "-m", "runtime.cli", role, *data, *options], environment, ready)

    return [
        child("relay", "relay"),
        child("project", "project"),
        *(child(f"work-{number}", "work") for number in range(1, workers + 1)),
        child("api", "api", *address, ready=lambda: _answers(url, workers)),
    ]


async def _answers(url: str, workers: int) -> bool:
    """Return whether the server is ready; without workers, whether it is alive."""
    path = "/api/v1/health/ready" if workers else "/api/v1/health"
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
        try:
            return (await client.get(url + path)).status_code == 200
        except httpx.HTTPError:
            return False


def _metrics_dir(settings: Settings) -> str:
    """Return an empty folder through which all children show their figures on the API's `/metrics`."""
    folder = Path(settings.data_dir) / "metrics"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return str(folder)


async def _first_start(settings: Settings) -> list[str]:
    from commands.first_start import ensure_admin
    from runtime.services import services

    async with services(settings) as opened:
        return await ensure_admin(opened, os.environ)
