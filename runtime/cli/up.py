"""`meshwright up`: PostgreSQL, NATS, the API, the projections, the relay and the workers in one supervised tree."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import click
import httpx
import msgspec

from runtime.cli.common import command, data_dir_option, settings_for
from runtime.logs import set_up_logs
from runtime.settings import Settings


@click.command(epilog="Example: meshwright up --host 127.0.0.1 --port 8000 --workers 1")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(0, 64), help="Worker processes.")
@data_dir_option
@command
async def up(host: str | None, port: int | None, workers: int, data_dir: Path | None) -> int | None:
    """Serve everything on this machine until Ctrl-C."""
    from runtime.embedded import embedded
    from runtime.supervisor import Supervisor

    settings = settings_for(data_dir, host=host, port=port)
    set_up_logs("up", level=settings.log_level)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with embedded(settings, exclusive=True) as servers:
        reached = msgspec.structs.replace(settings, database_url=servers.database_url, nats_url=servers.nats_url)
        for line in await _first_start(reached):
            click.echo(line)
        supervisor = Supervisor(_children(reached, workers))
        announcing = asyncio.create_task(_announce(reached))
        try:
            return await supervisor.run(stop)
        finally:
            announcing.cancel()


def _children(settings: Settings, workers: int) -> list[object]:
    from runtime.supervisor import Child

    environment = {**os.environ, "DATABASE_URL": settings.database_url, "NATS_URL": settings.nats_url}
    base = [sys.executable, "-m", "runtime.cli"]
    data = ["--data-dir", settings.data_dir]
    address = ["--host", settings.http.host, "--port", str(settings.http.port)]
    children = [
        Child("relay", [*base, "relay", *data], environment),
        Child("project", [*base, "project", *data], environment),
        Child("api", [*base, "api", *data, *address], environment),
    ]
    children += [Child(f"work-{number}", [*base, "work", *data], environment) for number in range(1, workers + 1)]
    return list(children)


async def _first_start(settings: Settings) -> list[str]:
    from commands.first_start import ensure_admin
    from runtime.services import services

    async with services(settings) as opened:
        return await ensure_admin(opened, os.environ)


async def _announce(settings: Settings) -> None:
    host = f"[{settings.http.host}]" if ":" in settings.http.host else settings.http.host
    url = f"http://{host}:{settings.http.port}"
    async with httpx.AsyncClient(trust_env=False) as client:
        while True:
            try:
                if (await client.get(f"{url}/api/v1/health/ready")).status_code == 200:
                    break
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.1)
    click.echo(f"Meshwright is ready at {url}   (how to ask: {url}/docs; stop: Ctrl-C)")
