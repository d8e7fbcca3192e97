"""What a fresh process does while nobody waits for it, so that its first job is as quick as the next."""

from collections.abc import Callable

from domain.work import IterateDesign, TextToModel
from engine import planner
from engine.assembling.assembly import assemble
from engine.assembling.blocks import blocks
from engine.assembling.checks import faults_of
from engine.images import png
from engine.improving.session import improved
from engine.studio.picture import render_solid

_KNOWN, _UNKNOWN = "a brass lamp on a marble table", "a thing that no lexicon has: brillig"
_SIZE, _SEED = 64, 0


def _see_words() -> None:
    """Load the sentence encoder: it is asked where the lexicon knows no word."""
    planner.plan(_UNKNOWN, style="realistic", scale="medium", seed=_SEED)


def _see_blocks() -> None:
    """Make the tables of noise and light that the first picture needs."""
    spec = planner.plan(_KNOWN, style="realistic", scale="medium", seed=_SEED)
    png(render_solid(blocks(spec), size=_SIZE, seed=_SEED))


def _see_parts() -> None:
    """Load what makes, checks and shows parts."""
    spec = planner.plan(_KNOWN, style="realistic", scale="medium", seed=_SEED)
    full = assemble(spec, quality="draft")
    faults_of(full, spec)
    render_solid(full, size=_SIZE, seed=_SEED)


def _see_edits() -> None:
    """Load the policy that proposes edits."""
    improved(planner.plan(_KNOWN, seed=_SEED), "balanced", seed=_SEED, iterations_max=1)


STEPS: dict[str, tuple[Callable[[], None], ...]] = {
    TextToModel.kind(): (_see_blocks, _see_words, _see_parts),
    IterateDesign.kind(): (_see_edits,),
}
"""By kind of work, in the order in which a job needs them; each is short, and none changes what a job makes."""
