"""A design becomes better, step by step; each step that is kept is a fact at once."""

from collections.abc import Callable

import msgspec

from commands.design import EndIterations, KeepIteration
from domain.work import IterateDesign
from engine.improving.session import METHOD, Kept, Session, improved
from handlers.context import Cancelled, JobContext

TICKS = 8
"""After so many tried edits the worker says that it lives, and hears whether it is to stop."""


class IterateResult(msgspec.Struct, frozen=True):
    """How a session ended."""

    session_id: str
    spec_id: str
    revision: int
    strategy: str
    method: str
    iterations: int
    evaluations: int
    score_before: float
    score_after: float
    reason: str


def perform(work: IterateDesign, job: JobContext) -> IterateResult:
    """Improve the design and record each step."""
    with job.stage("iterating") as stage:
        result, _ = iterated(work, job)
        stage.result = {"iterations": result.iterations, "evaluations": result.evaluations, "reason": result.reason}
    return result


def iterated(work: IterateDesign, job: JobContext) -> tuple[IterateResult, Session]:
    """Improve a design inside a stage, record each step, and end the session also where the job is cancelled."""
    kept: list[Kept] = []

    def keep(one: Kept) -> None:
        revision = work.revision + len(kept)
        kept.append(one)
        job.record(
            KeepIteration(
                work.spec_id, work.session_id, one.iteration, revision, work.strategy, one.method, one.changes,
                one.score_before, one.score_after, one.reason,
            )
        )  # fmt: skip
        job.log(one.reason, iteration=one.iteration, gain=round(one.score_after - one.score_before, 4))
        job.progress(one.iteration / work.max_iterations, f"Iteration {one.iteration}: {one.reason}")

    job.progress(0.0, "Looking for edits")
    try:
        found = improved(
            work.spec, work.strategy, seed=work.seed, iterations_max=work.max_iterations, chosen=work.chosen,
            fixed=work.fixed, rejected=work.rejected, evaluations_max=work.evaluations_max, kept=keep,
            tick=_tick(work, job, kept),
        )  # fmt: skip
    except Cancelled:
        after = kept[-1].score_after if kept else 0.0
        before, method = (kept[0].score_before, kept[-1].method) if kept else (0.0, METHOD)
        job.record(_ended(work, method, len(kept), 0, before, after, "cancelled"))
        raise
    job.record(
        _ended(
            work, found.method, found.iterations, found.evaluations, found.score_before, found.score_after, found.reason
        )
    )
    return (
        IterateResult(
            work.session_id, work.spec_id, work.revision + found.iterations, work.strategy, found.method,
            found.iterations, found.evaluations, found.score_before, found.score_after, found.reason,
        ),
        found,
    )  # fmt: skip


def _tick(work: IterateDesign, job: JobContext, kept: list[Kept]) -> Callable[[], None]:
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        if ticks % TICKS == 0:
            job.progress(len(kept) / work.max_iterations)

    return tick


def _ended(
    work: IterateDesign, method: str, iterations: int, evaluations: int, before: float, after: float, reason: str
) -> EndIterations:
    return EndIterations(
        work.spec_id, work.session_id, work.strategy, method, iterations, evaluations, before, after, reason, work.seed
    )
