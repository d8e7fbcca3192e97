"""The process that reads words while a client waits: `python -m handlers.planning_desk PARENT`.

It answers questions from the bus one after another, each within a time limit, and dies with its worker.
"""

import asyncio
import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import structlog
from nats.aio.msg import Msg

from domain.errors import Invalid, MeshwrightError
from engine import planner
from engine.planner.editing.instruction import edits_of
from handlers.child import die_with
from runtime.bus import Bus
from runtime.log_file import LogFile
from runtime.logs import set_up_logs
from runtime.planning import (
    QUEUE,
    InstructionRead,
    NotAnswered,
    PlanDesign,
    Planned,
    ReadInstruction,
    Reply,
    encode,
    read_question,
)
from runtime.settings import Settings, load_settings
from runtime.tasks import once_there

WARMING = "a red chair beside an oak table"

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class TooSlow(Exception):
    """The words took longer than they may."""


@contextmanager
def limited(limit_s: float) -> Iterator[None]:
    """Raise `TooSlow` in this thread when the block takes more than `limit_s` of this process's own time.

    How long others keep the cores, or the disk the vectors of words, is no fault of the text.
    """

    def ring(_: int, __: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def answered(question: PlanDesign | ReadInstruction, limit_s: float) -> Reply:
    """Return the answer to a question; what goes wrong is an answer too."""
    try:
        with limited(limit_s):
            return _planned(question) if isinstance(question, PlanDesign) else _read(question)
    except TooSlow:
        return NotAnswered(f"The words take longer than {limit_s:g} s to read; say it in fewer", {"limit_s": limit_s})
    except Invalid as error:
        return NotAnswered(error.message, error.facts)
    except MeshwrightError as error:
        return NotAnswered(error.message, error.facts, is_fault=True)
    except Exception as error:
        log.error("planning.failed", exc_info=error)
        return NotAnswered("The words could not be read; it was noted", is_fault=True)


def _planned(question: PlanDesign) -> Planned:
    spec = planner.plan(
        question.text, style=question.style, scale=question.scale, constraints=question.constraints, seed=question.seed
    )
    return Planned(spec, planner.VERSION)


def _read(question: ReadInstruction) -> InstructionRead:
    edits, not_understood = edits_of(question.spec, question.text)
    return InstructionRead(tuple(edits), tuple(not_understood))


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Answer questions until `stop` is set."""
    bus = await once_there(lambda: Bus.connect(settings), stop)
    if bus is None:
        return

    async def heard(message: Msg) -> None:
        reply = answered(read_question(message.data), settings.work.planning_limit_s)
        await bus.publish(message.reply, encode(reply))

    try:
        await bus.nats.subscribe(
            bus.subjects.planning, queue=QUEUE, cb=heard, pending_msgs_limit=settings.work.planning_queue_max
        )
        await stop.wait()
    finally:
        await bus.close()


async def _main(settings: Settings) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    answered(PlanDesign(WARMING, 0), settings.work.planning_limit_s * 10)
    gc.freeze()  # tables and words stay as long as the process
    log.debug("planning.desk_opened")
    await serve(settings, stop)


if __name__ == "__main__":
    die_with(int(sys.argv[1]))
    set_up_logs("plan", level=load_settings().log_level, file=LogFile.of(load_settings()))
    asyncio.run(_main(load_settings()))
