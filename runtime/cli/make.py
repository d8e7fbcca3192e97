"""`meshwright make`: the main job on this machine, without a server running."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
from msgspec.structs import replace
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from domain.access import Caller
from domain.errors import GenerationFailed, Invalid
from domain.job import Job
from domain.prompt import POLY_BUDGET_MAX, POLY_BUDGET_MIN, STYLES, PromptParameters
from domain.spec import Quality, Scale
from runtime.cli.common import command, data_dir_option, json_option, settings_for, to_json, with_servers
from runtime.ids import new_id
from runtime.logs import set_up_logs
from runtime.settings import Settings
from runtime.tasks import end

if TYPE_CHECKING:
    from runtime.services import Services

LOCAL = Caller("local")
FILES = ("model.glb", "preview.png", "provenance.json", "turntable.webp")


@click.command(epilog='Example: meshwright make "a bronze pocket watch" --out watch --quality high')
@click.argument("text")
@click.option("--out", default="model", show_default=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--seed", type=click.IntRange(0, 2**53 - 1), help="Without it, 0: the same words make the same bytes.")
@click.option("--quality", type=click.Choice(get_args(Quality)), default="standard", show_default=True)
@click.option("--scale", type=click.Choice(get_args(Scale)), default="medium", show_default=True)
@click.option("--style", default="realistic", show_default=True, help=f"One of: {', '.join(STYLES)}.")
@click.option(
    "--poly-budget",
    type=click.IntRange(POLY_BUDGET_MIN, POLY_BUDGET_MAX),
    default=20_000,
    show_default=True,
    help="Most triangles.",
)
@click.option("--turntable", is_flag=True, help="Also film the model turning once: turntable.webp.")
@json_option
@data_dir_option
@command
async def make(
    text: str,
    out: Path,
    seed: int | None,
    quality: Quality,
    scale: Scale,
    style: str,
    poly_budget: int,
    turntable: bool,
    as_json: bool,
    data_dir: Path | None,
) -> None:
    """Make a model from words: model.glb, preview.png and provenance.json in the folder --out."""
    set_up_logs("make", level="error")
    require_style(style)
    make_folder(out)
    began = time.monotonic()
    parameters = PromptParameters(scale=scale, poly_budget=poly_budget, style=style)
    wish = Wish(text, parameters, quality, seed or 0, turntable)
    async with with_servers(settings_for(data_dir)) as settings, stack(settings) as (services, roles):
        run = asyncio.create_task(made(services, wish, _bar(as_json)))
        try:
            await asyncio.wait({run, *roles}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await end([run])  # when a role ended first, whose error is then raised, or the servers did
        job_id, job = run.result()
        await save(services, job, out)
    _report(job_id, job, out, time.monotonic() - began, as_json=as_json)
    if other := other_reader(_reading(job), settings.lm.model):
        click.echo(other, err=True)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made, and how."""

    text: str
    parameters: PromptParameters
    quality: Quality = "standard"
    seed: int = 0
    turntable: bool = False


async def save(services: "Services", job: Job, out: Path) -> None:
    """Write the files that a job made for its owner into a folder."""
    for artefact in job.artefacts:
        if artefact.name in FILES:
            await asyncio.to_thread((out / artefact.name).write_bytes, await services.blobs.get(artefact.sha256))


def _without_desk(settings: Settings) -> Settings:
    """Return settings under which nobody waits for a client's words: there is none."""
    return replace(settings, work=replace(settings.work, planning_desk="off"))


@asynccontextmanager
async def stack(settings: Settings) -> AsyncIterator[tuple["Services", list[asyncio.Task[None]]]]:
    """The roles that a job needs, as tasks of this process, on the services they share."""
    from handlers import worker
    from projections import runner
    from runtime import relay
    from runtime.services import services

    settings, stop = _without_desk(settings), asyncio.Event()
    async with services(settings) as opened:
        roles = [asyncio.create_task(role.run(settings, stop)) for role in (relay, runner, worker)]
        try:
            yield opened, roles
        except asyncio.CancelledError:  # the servers are gone, or Ctrl-C: what still waits for them never ends itself
            stop.set()
            await asyncio.wait(roles, timeout=settings.embedded.stop_timeout_s)
            await end(roles)
            raise
        finally:
            stop.set()
            await asyncio.gather(*(role for role in roles if not role.done()))


async def made(services: "Services", wish: Wish, bar: Progress) -> tuple[str, Job]:
    """Have a model made and its stages drawn as bars; return the job's id and the job.

    Raises
    ------
    GenerationFailed
        The job did not succeed; the message says why.
    """
    from commands.do import Do
    from commands.prompt import CreatePrompt
    from commands.run import run_of

    do = Do(services.store)
    caller = Caller(LOCAL.account, correlation=f"make-{secrets.token_hex(4)}")
    prompt_id, run_id = new_id("prompt"), new_id("run")
    prompt = await do(CreatePrompt(prompt_id, caller.account, wish.text, wish.parameters), caller)
    run = run_of(
        prompt_id, prompt.state, run_id=run_id, spec_id=new_id("spec"), seed=wish.seed, quality=wish.quality,
        turntable=wish.turntable,
    )  # fmt: skip
    with bar:
        watching = asyncio.create_task(_watch(services, run_id, bar))
        try:
            asked = await do(run, caller)
            job = await _end_of(services, do, run_id, asked.position, caller)
        finally:
            watching.cancel()
        for task in bar.tasks:
            bar.update(task.id, completed=1.0, words="")
    return run_id, job


async def _end_of(services: Any, do: Any, run_id: str, position: int, caller: Caller) -> Job:
    from commands.job import JOB

    async for records in services.store.follow(position):
        if not any(record.stream == run_id for record in records):
            continue
        job: Job = (await do.look(JOB, run_id, caller)).state
        if job.status == "succeeded":
            return job
        if job.has_ended:
            raise GenerationFailed(
                f"{job.message or f'The job was {job.status}'} (see: meshwright events --stream {run_id})"
            )
    raise GenerationFailed("The log ended")


async def _watch(services: Any, run_id: str, bar: Progress) -> None:
    """Draw the stages and their percentages as they come over the bus."""
    from runtime.live import Progressed, watch

    tasks: dict[str, Any] = {}
    async for message in watch(await services.bus(), LOCAL.account, run_id):
        if not isinstance(message, Progressed):
            continue
        if message.stage not in tasks:
            for task in tasks.values():
                bar.update(task, completed=1.0, words="")
            tasks[message.stage] = bar.add_task(message.stage.replace("_", " "), total=1.0, words="")
        bar.update(tasks[message.stage], completed=message.fraction, words=message.message)


def require_style(name: str) -> None:
    """Refuse a style that nobody can draw; the planner is asked only about names that are not of the list."""
    if name not in STYLES:
        from handlers import planning

        planning.require_style(name)


def make_folder(out: Path) -> None:
    """Say that the files cannot be written before the work is done, not after."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Invalid(f"The folder {out} cannot be made: {(error.strerror or str(error)).lower()}") from error


def _bar(quiet: bool) -> Progress:
    columns = (
        TextColumn("{task.description:<20}"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[words]}"),
    )
    return Progress(*columns, console=Console(stderr=True), disable=quiet)


def _report(job_id: str, job: Job, out: Path, seconds: float, *, as_json: bool) -> None:
    if as_json:
        stages = {stage.name: stage.duration_ms for stage in job.stages}
        answer = {"job_id": job_id, "out": str(out), "seconds": round(seconds, 2), "stages_ms": stages}
        click.echo(to_json(answer | {"reading": _reading(job)}))
        return
    for line in _understood(_reading(job)):
        click.echo(line)
    for stage in job.stages:
        click.echo(f"  {stage.name:<22} {stage.duration_ms / 1000:6.2f} s")
    for artefact in job.artefacts:
        if artefact.name in FILES:
            click.echo(f"  {(out / artefact.name).absolute()}")
    click.echo(f"Made in {seconds:.1f} s as {job_id}.   How it came about:  meshwright events --stream {job_id}")


def _reading(job: Job) -> dict[str, Any]:
    """Return what the planning stage says of how the words were read."""
    facts = next((stage.result for stage in job.stages if stage.name == "planning"), {})
    names = ("archetype", "is_nearest", "confidence", "not_understood", "generation_method", "model", "fallback_reason")
    return {name: facts[name] for name in names if name in facts}


def _understood(reading: dict[str, Any]) -> Iterator[str]:
    """Say what was made of the words, and what was not."""
    nearest = ", the nearest of what is known" * reading.get("is_nearest", False)
    yield f"Read as: {reading.get('archetype', '')}{nearest} (confidence {reading.get('confidence', 0.0):.2f})"
    if reading.get("not_understood"):
        yield f"Not understood, or not drawn: {', '.join(reading['not_understood'])}"
    if reading.get("fallback_reason"):
        yield f"The language model's reading was not taken: {reading['fallback_reason']}"


def other_reader(reading: dict[str, Any], model: str) -> str:
    """Return what to say where the words were read by another language model than is set here, or by none.

    A worker of another process on the same data folder may have taken the job, with settings of its own.
    """
    from handlers.planning import known_as

    wanted, used = known_as(model) if model else "", reading.get("model", "")
    if wanted == used or reading.get("generation_method") not in ("planner", "planner_fallback", "lm_adapter"):
        return ""
    said = f"MESHWRIGHT_LM is {wanted} here" if wanted else "No MESHWRIGHT_LM is set here"
    by = f"the language model {used}" if used else "the planner alone"
    return (
        f"{said}, but the words were read by {by}: a worker of another process on this data folder took the job. "
        "Give that process the same setting, or this one a --data-dir of its own."
    )
