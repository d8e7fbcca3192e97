"""`meshwright gallery`: a page of models from a file of prompts, with times, checks and sizes."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from domain.errors import Invalid, MeshwrightError
from domain.job import ArtefactKept, JobRequested
from domain.prompt import POLY_BUDGET_MAX, POLY_BUDGET_MIN, STYLES, PromptParameters
from domain.spec import Quality
from runtime.cli.common import command, data_dir_option, json_option, settings_for, to_json, with_servers
from runtime.cli.gallery_page import Exhibit, folder_name, write_page, write_sheet
from runtime.cli.make import Wish, made, make_folder, require_style, save, stack
from runtime.logs import set_up_logs
from runtime.tasks import end

if TYPE_CHECKING:
    from runtime.services import Services

PROMPTS_MAX = 1000
FIRST_PREVIEW = "blocks.png"


@click.command(epilog="Example: meshwright gallery docs/pictures/gallery-prompts.txt --out gallery")
@click.argument("prompts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", default="gallery", show_default=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--quality", type=click.Choice(get_args(Quality)), default="standard", show_default=True)
@click.option(
    "--poly-budget",
    type=click.IntRange(POLY_BUDGET_MIN, POLY_BUDGET_MAX),
    default=20_000,
    show_default=True,
    help="Most triangles of each.",
)
@json_option
@data_dir_option
@command
async def gallery(
    prompts: Path, out: Path, quality: Quality, poly_budget: int, as_json: bool, data_dir: Path | None
) -> int:
    """Make a model of each line of a file (text | style | seed) and a page that shows them all in the folder --out."""
    set_up_logs("gallery", level="error")
    wishes = wishes_of(await asyncio.to_thread(prompts.read_text, "utf-8"), quality, poly_budget)
    make_folder(out)
    async with with_servers(settings_for(data_dir)) as settings, stack(settings) as (services, roles):
        work = asyncio.create_task(_all(services, wishes, out, quiet=as_json))
        try:
            await asyncio.wait({work, *roles}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await end([work])  # when a role ended first, whose error is then raised, or the servers did
        exhibits = work.result()
    await asyncio.to_thread(write_page, exhibits, out)
    await asyncio.to_thread(write_sheet, exhibits, out)
    return _report(exhibits, out, as_json=as_json)


def wishes_of(text: str, quality: Quality, poly_budget: int) -> list[Wish]:
    """Return what the lines of a file ask for; empty lines and those that begin with # are left out.

    Raises
    ------
    Invalid
        A line has a style or seed that there is not, or the file asks for nothing, or for too much.
    """
    wishes = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        words, style, seed, *more = *(field.strip() for field in line.split("|")), *("", "")[: 2 - line.count("|")]
        if more or not _is_style(style) or (seed and not seed.isdecimal()):
            raise Invalid(f"Line {number} is not like: text | style | seed, with a style of {', '.join(STYLES)}")
        parameters = PromptParameters(poly_budget=poly_budget, style=style or "realistic")
        wishes.append(Wish(words, parameters, quality, int(seed or 0)))
    if not 0 < len(wishes) <= PROMPTS_MAX:
        raise Invalid(f"A gallery needs between 1 and {PROMPTS_MAX} prompts; the file has {len(wishes)}")
    return wishes


def _is_style(name: str) -> bool:
    try:
        require_style(name or "realistic")
    except Invalid:
        return False
    return True


async def _all(services: "Services", wishes: Sequence[Wish], out: Path, *, quiet: bool) -> list[Exhibit]:
    exhibits = []
    columns = (TextColumn("{task.description:<44}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as bar:
        task = bar.add_task("", total=len(wishes))
        for number, wish in enumerate(wishes, 1):
            bar.update(task, description=wish.text[:44])
            exhibits.append(await _exhibit(services, wish, out, folder_name(number, wish.text)))
            bar.advance(task)
            if exhibits[-1].failure:
                bar.console.print(f"Failed: {wish.text}: {exhibits[-1].failure}")
    return exhibits


async def _exhibit(services: "Services", wish: Wish, out: Path, name: str) -> Exhibit:
    """Make one model and write its files; a failure is shown, and the next one is made."""
    began = time.monotonic()
    try:
        job_id, job = await made(services, wish, Progress(disable=True))
    except MeshwrightError as error:
        return Exhibit(
            wish.text, wish.parameters.style, wish.seed, failure=error.message, seconds=time.monotonic() - began
        )
    await asyncio.to_thread(make_folder, out / name)
    await save(services, job, out / name)
    stages = {stage.name: stage for stage in job.stages}
    shape, pack = stages["geometry_generation"].result, stages["packaging"].result
    reading = stages["planning"].result
    return Exhibit(
        wish.text,
        wish.parameters.style,
        wish.seed,
        folder=name,
        seconds=time.monotonic() - began,
        archetype=str(reading["archetype"]),
        confidence=float(reading["confidence"]),
        is_nearest=bool(reading["is_nearest"]),
        not_understood=tuple(reading["not_understood"]),
        triangles=int(shape["triangles"]),
        parts=int(shape["parts"]),
        faults=int(shape["checks"]["faults"]),
        size_bytes=int(pack["size_bytes"]),
        first_preview_s=await _first_preview_s(services, job_id),
        stages_s={stage.name: stage.duration_ms / 1000 for stage in job.stages},
    )


async def _first_preview_s(services: "Services", job_id: str) -> float:
    """Return how long after the request its first preview was kept, by the log."""
    records = await services.store.load(job_id)
    asked = next(record.recorded_at for record in records if isinstance(record.event, JobRequested))
    for record in records:
        if isinstance(record.event, ArtefactKept) and record.event.name == FIRST_PREVIEW:
            return (record.recorded_at - asked).total_seconds()
    return 0.0


def _report(exhibits: Sequence[Exhibit], out: Path, *, as_json: bool) -> int:
    failed = sum(bool(exhibit.failure) for exhibit in exhibits)
    if as_json:
        for exhibit in exhibits:
            click.echo(to_json(exhibit))
    else:
        click.echo(f"{len(exhibits) - failed} of {len(exhibits)} were made.  {(out / 'index.html').absolute()}")
    return int(failed > 0)
