"""One role in this process: `api`, `work`, `project` and `relay`, as many of each as you like."""

import importlib
from pathlib import Path

import click
import msgspec

from domain.errors import Invalid
from runtime.cli.common import command, data_dir_option, in_a_sentence, settings_for, with_servers
from runtime.log_file import LogFile
from runtime.logs import set_up_logs
from runtime.settings import Settings


@click.command(epilog="Example: DATABASE_URL=… NATS_URL=… meshwright api --host 0.0.0.0 --port 8000")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@data_dir_option
def api(host: str | None, port: int | None, data_dir: Path | None) -> None:
    """Serve the API."""
    from api.server import serve

    with in_a_sentence():
        settings = settings_for(data_dir, host=host, port=port)
        if not (settings.database_url and settings.nats_url):
            raise Invalid("DATABASE_URL and NATS_URL must name the servers; `meshwright up` brings its own")
        set_up_logs("api", level=settings.log_level, file=LogFile.of(settings))
        serve(settings)


@click.command(epilog="Example: meshwright work --lanes gpu --slots 1")
@click.option("--lanes", help="Lanes to serve, with commas: cpu, gpu.")
@click.option("--slots", type=click.IntRange(1, 64), help="Jobs at the same time.")
@data_dir_option
@command
async def work(lanes: str | None, slots: int | None, data_dir: Path | None) -> None:
    """Perform jobs."""
    settings = settings_for(data_dir)
    given = {name: value for name, value in (("lanes", lanes), ("slots", slots)) if value is not None}
    await run_role("work", msgspec.structs.replace(settings, work=msgspec.structs.replace(settings.work, **given)))


@click.command(epilog="Example: meshwright project")
@data_dir_option
@command
async def project(data_dir: Path | None) -> None:
    """Keep the views up to date with the log."""
    await run_role("project", settings_for(data_dir))


@click.command(epilog="Example: meshwright relay")
@data_dir_option
@command
async def relay(data_dir: Path | None) -> None:
    """Carry the log to the bus."""
    await run_role("relay", settings_for(data_dir))


ROLES = {"work": "handlers.worker", "project": "projections.runner", "relay": "runtime.relay"}


async def run_role(role: str, settings: Settings) -> None:
    """Run a role until the process is told to stop."""
    set_up_logs(role, level=settings.log_level, file=LogFile.of(settings))
    from runtime.supervisor import stop_on_signals

    async with stop_on_signals() as stop, with_servers(settings) as reached:
        await importlib.import_module(ROLES[role]).run(reached, stop)
