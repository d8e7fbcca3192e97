"""What the commands share: the data folder, open services, and errors as one sentence."""

import asyncio
import dataclasses
import functools
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, ParamSpec

import click
import msgspec

from domain.errors import MeshwrightError, NotFound
from runtime.settings import Settings, load_settings

P = ParamSpec("P")

data_dir_option = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where servers, keys and files lie; by default ~/.local/share/meshwright, as root /var/lib/meshwright.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")


def command(function: Callable[P, Coroutine[Any, Any, int | None]]) -> Callable[P, None]:
    """Run a coroutine as a command: its errors become one sentence on stderr, its number the exit status."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with in_a_sentence():
            status = asyncio.run(function(*args, **kwargs))
        sys.exit(status or 0)

    return run


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Turn an error that people can do something about into one sentence on stderr and an exit status."""
    try:
        yield
    except (MeshwrightError, ExceptionGroup) as error:
        known = error if isinstance(error, MeshwrightError) else _within(error)
        if known is None:
            raise
        click.echo(f"meshwright: {known.message}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _within(group: ExceptionGroup[Exception]) -> MeshwrightError | None:
    """Return the first error of ours in a group."""
    for error in group.exceptions:
        found = _within(error) if isinstance(error, ExceptionGroup) else error
        if isinstance(found, MeshwrightError):
            return found
    return None


def settings_for(data_dir: Path | None, **http: Any) -> Settings:
    """Return the settings of the environment; options of the command line go before it."""
    settings = load_settings(data_dir=data_dir)
    given = {name: value for name, value in http.items() if value is not None}
    return msgspec.structs.replace(settings, http=msgspec.structs.replace(settings.http, **given))


@asynccontextmanager
async def with_servers(settings: Settings) -> AsyncIterator[Settings]:
    """Start or join PostgreSQL and NATS, and give settings that name them.

    Raises
    ------
    CannotStart
        They cannot be started, died for good, or the process that ran them ended: nothing would ever come back.
    """
    from runtime.embedded import embedded

    body = asyncio.current_task()
    async with embedded(settings) as servers:
        servers.lost.add_done_callback(lambda _: body.cancel() if body else None)
        try:
            yield msgspec.structs.replace(settings, database_url=servers.database_url, nats_url=servers.nats_url)
        except asyncio.CancelledError:
            if not servers.lost.done():
                raise
            if body:
                body.uncancel()
            raise servers.lost.result() from None


@asynccontextmanager
async def open_services(data_dir: Path | None, *, begin: bool = False) -> AsyncIterator[Any]:
    """Start or join the servers and open the services over them; only with `begin` in a folder that has no log yet."""
    from runtime.logs import set_up_logs
    from runtime.services import services

    set_up_logs("cli", level="warning")
    settings = settings_for(data_dir)
    if not (begin or settings.database_url or await asyncio.to_thread(os.path.exists, f"{settings.data_dir}/postgres")):
        raise NotFound(f"There is no log in {settings.data_dir}; --data-dir says where it lies")
    async with with_servers(settings) as reached, services(reached) as opened:
        yield opened


def to_json(value: Any) -> str:
    """Return one line of JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = dataclasses.asdict(value)
    return json.dumps(msgspec.to_builtins(value, enc_hook=_readable), ensure_ascii=False)


def _readable(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"{type(value).__name__} has no JSON form")
