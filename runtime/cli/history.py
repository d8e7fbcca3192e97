"""The tools that read, check and replay the log: `events`, `replay`, `verify`, `rebuild`, `rerun`."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import Progress

from domain.errors import Invalid, NotFound
from domain.events import Record
from runtime.cli.common import command, data_dir_option, json_option, open_services, to_json

PAGE = 500


@click.command(epilog="Example: meshwright events --stream run_01k… --limit 50 --json")
@click.option("--after", default=0, type=click.IntRange(0), help="Begin after this position.")
@click.option("--limit", default=100, type=click.IntRange(1), show_default=True, help="Most events shown.")
@click.option("--stream", help="Only this stream.")
@click.option("--tag", help="Only this tag, or all tags that begin with it.")
@json_option
@data_dir_option
@command
async def events(
    after: int, limit: int, stream: str | None, tag: str | None, as_json: bool, data_dir: Path | None
) -> None:
    """Show what happened, in order."""
    shown = 0
    async with open_services(data_dir) as services:
        if stream and not await services.store.load(stream, upto=1):
            raise NotFound("There is no such stream")
        while shown < limit and (page := await _page(services, stream, after)):
            for record in page:
                after = record.version if stream else record.position
                if shown < limit and (not tag or record.tag.startswith(tag)):
                    click.echo(to_json(_plain(record)) if as_json else _line(record))
                    shown += 1


async def _page(services: Any, stream: str | None, after: int) -> tuple[Record, ...]:
    if stream:
        return tuple(await services.store.load(stream, after=after))
    return tuple(await services.store.read(after, PAGE))


@click.command(epilog="Example: meshwright replay run_01k… --at 3      meshwright replay spec_01k… --diff 1 2")
@click.argument("stream")
@click.option("--at", help="A version, or a time like 2026-11-21T12:00:00+00:00; without it: now.")
@click.option("--diff", nargs=2, type=click.IntRange(0), help="Two versions: show what changed between them.")
@click.option("--steps", is_flag=True, help="Show the state after each event.")
@json_option
@data_dir_option
@command
async def replay(
    stream: str, at: str | None, diff: tuple[int, int] | None, steps: bool, as_json: bool, data_dir: Path | None
) -> None:
    """Show the state that the events of a stream make."""
    version, moment = _point(at)
    async with open_services(data_dir) as services:
        if diff:
            before, after = [await _state(services, stream, upto=number) for number in diff]
            _show_changes(before, after, as_json=as_json)
        elif steps:
            for record in await services.store.load(stream):
                click.echo(_line(record))
                click.echo(_text(await _state(services, stream, upto=record.version), as_json))
        else:
            click.echo(_text(await _state(services, stream, upto=version, at=moment), as_json))


def _point(at: str | None) -> tuple[int | None, datetime | None]:
    if at is None:
        return None, None
    if at.isdigit():
        return int(at), None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise Invalid("--at is neither a version nor a time like 2026-11-21T12:00:00+00:00") from error
    return None, moment.astimezone() if moment.tzinfo is None else moment


async def _state(services: Any, stream: str, *, upto: int | None = None, at: datetime | None = None) -> dict[str, Any]:
    from commands.do import NOUNS, fold
    from domain.catalogue import noun_of

    records = await services.store.load(stream, upto=upto, at=at)
    if not records and upto != 0:
        raise NotFound("There is no such stream, or nothing had happened to it then")
    if records and upto and records[-1].version < upto:
        raise NotFound(f"The stream has {records[-1].version} versions, and none with the number {upto}")
    name = noun_of(records[0].tag) if records else ""
    for noun in NOUNS:
        if noun.name == name:
            state: dict[str, Any] = msgspec.to_builtins(fold(noun, noun.initial, records))
            return state
    return {}


def _show_changes(before: dict[str, Any], after: dict[str, Any], *, as_json: bool) -> None:
    old, new = dict(_leaves(before)), dict(_leaves(after))
    paths = sorted({*old, *new})
    filled = {path for path in paths if any(other.startswith((f"{path}.", f"{path}[")) for other in paths)}
    changed = {path: (old.get(path), new.get(path)) for path in paths if old.get(path) != new.get(path)}
    changed = {path: pair for path, pair in changed.items() if path not in filled}
    if as_json:
        click.echo(
            json.dumps({path: {"before": a, "after": b} for path, (a, b) in changed.items()}, ensure_ascii=False)
        )
        return
    for path, (a, b) in changed.items():
        click.echo(f"{path}: {json.dumps(a, ensure_ascii=False)} → {json.dumps(b, ensure_ascii=False)}")


def _leaves(value: Any, path: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, f"{path}.{key}" if path else key)]
    if isinstance(value, list | tuple) and value:
        return [leaf for number, inner in enumerate(value) for leaf in _leaves(inner, f"{path}[{number}]")]
    return [(path, value)]


@click.command(epilog="Example: meshwright verify")
@json_option
@data_dir_option
@command
async def verify(as_json: bool, data_dir: Path | None) -> int:
    """Walk the hash chain of the log; name the first record that was changed."""
    async with open_services(data_dir) as services:
        total = await services.store.last_position()
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("verifying", total=total or 1)
            verdict = await services.store.verify(lambda position: bar.update(task, completed=position))
    click.echo(to_json(verdict) if as_json else _sentence(verdict))
    return 0 if verdict.holds else 1


def _sentence(verdict: Any) -> str:
    if verdict.holds:
        return f"All {verdict.checked} records are as they were written; the head is {verdict.head}."
    return f"Record {verdict.broken_position} is not as it was written: {verdict.reason}."


@click.command(epilog="Example: meshwright rebuild job")
@click.argument("view")
@json_option
@data_dir_option
@command
async def rebuild(view: str, as_json: bool, data_dir: Path | None) -> None:
    """Build a view anew from the log, beside the old one, then swap them; readers do not wait."""
    from projections.rebuild import rebuild as rebuild_view

    async with open_services(data_dir) as services:
        total = await services.store.last_position()
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(f"rebuilding {view}", total=total or 1)
            position = await rebuild_view(services, view, lambda position: bar.update(task, completed=position))
    done = {"view": view, "position": position}
    click.echo(to_json(done) if as_json else f"The view {view} was built anew from {position} events.")


@click.command(epilog="Example: meshwright rerun run_01k…")
@click.argument("job")
@json_option
@data_dir_option
@command
async def rerun(job: str, as_json: bool, data_dir: Path | None) -> int:
    """Perform a job again from its recorded inputs and seed, and compare the hash of every file that it made."""
    from handlers.rerun import rerun as rerun_job

    async with open_services(data_dir) as services:
        report = await rerun_job(services, job)
    click.echo(to_json(report) if as_json else report.text)
    return 0 if report.is_same else 1


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(record, enc_hook=lambda value: value.hex())
    plain["hash"] = record.hash.hex()
    plain["event"] = _content(record)
    return plain


def _content(record: Record) -> dict[str, Any] | None:
    """Return the event for people to read; hashes of passwords and tokens help nobody who reads."""
    content: dict[str, Any] | None = msgspec.to_builtins(record.event)
    return content and {name: "(hidden)" if name.endswith("_hash") else value for name, value in content.items()}


def _line(record: Record) -> str:
    content = "(erased)" if record.event is None else json.dumps(_content(record), ensure_ascii=False)
    return (
        f"{record.position:>8}  {record.recorded_at:%Y-%m-%d %H:%M:%S}  {record.stream} v{record.version}  "
        f"{record.tag}  {content if len(content) <= 160 else content[:157] + '…'}"
    )


def _text(state: dict[str, Any], as_json: bool) -> str:
    return json.dumps(state, ensure_ascii=False, indent=None if as_json else 2)
