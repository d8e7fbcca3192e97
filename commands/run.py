"""A run: the job that makes a model from a prompt."""

from commands.job import RequestJob
from domain.prompt import Prompt
from domain.spec import Quality
from domain.work import TextToModel


def run_of(
    prompt_id: str,
    prompt: Prompt,
    *,
    run_id: str,
    spec_id: str,
    seed: int,
    quality: Quality = "standard",
    is_progressive: bool = True,
    turntable: bool = False,
    attempts_max: int = 5,
) -> RequestJob:
    """Return the command that asks for a run of `prompt`; all that the work is made from stands in it."""
    work = TextToModel(
        prompt_id=prompt_id,
        text=prompt.text,
        spec_id=spec_id,
        seed=seed,
        scale=prompt.parameters.scale,
        poly_budget=prompt.parameters.poly_budget,
        style=prompt.parameters.style,
        quality=quality,
        is_progressive=is_progressive,
        turntable=turntable,
        reference_assets=tuple(reference.asset_id for reference in prompt.references),
    )
    return RequestJob(run_id, prompt.owner, work, attempts_max=attempts_max, parent=prompt_id)
