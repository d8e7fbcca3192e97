"""Asking a planning desk over the bus: words in, a spec or edits out; nothing is kept.

A desk is a small process beside each worker. Questions go to one of them; an answer comes in milliseconds.
"""

import asyncio
from typing import Any

import msgspec
from nats.errors import NoRespondersError

from domain.design import GenerationMethod
from domain.errors import Invalid, Unavailable
from domain.spec import DesignSpec, Scale
from domain.switching import Update
from domain.targets import Target
from runtime.bus import BUS_ERRORS, Bus

QUEUE = "planners"
RETRY_S = 0.1


class PlanDesign(msgspec.Struct, frozen=True, tag="plan"):
    """Which design do these words ask for?"""

    text: str
    seed: int
    style: str = "realistic"
    scale: Scale = "medium"
    constraints: tuple[str, ...] = ()


class ReadInstruction(msgspec.Struct, frozen=True, tag="instruction"):
    """Which edits of this design do these words ask for?"""

    text: str
    spec: DesignSpec


Question = PlanDesign | ReadInstruction


class Planned(msgspec.Struct, frozen=True, tag="planned"):
    """The design."""

    spec: DesignSpec
    planner_version: str
    method: GenerationMethod = "planner"


class InstructionRead(msgspec.Struct, frozen=True, tag="read"):
    """The edits, in order, and what was not understood."""

    edits: tuple[tuple[Target, Update], ...]
    not_understood: tuple[str, ...] = ()


class NotAnswered(msgspec.Struct, frozen=True, tag="refused"):
    """Why there is no answer."""

    message: str
    facts: dict[str, Any] = {}
    is_fault: bool = False  # of the desk, not of the words


Reply = Planned | InstructionRead | NotAnswered

_encoder = msgspec.msgpack.Encoder()
_questions: msgspec.msgpack.Decoder[Question] = msgspec.msgpack.Decoder(Question)
_replies: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def encode(message: Question | Reply) -> bytes:
    """Return a message as the bus carries it."""
    return _encoder.encode(message)


def read_question(data: bytes) -> Question:
    """Return the question that was asked."""
    return _questions.decode(data)


async def plan(bus: Bus, question: PlanDesign, *, timeout_s: float) -> Planned:
    """Return the design for some words.

    Raises
    ------
    Invalid
        Nothing can be made of the words.
    Unavailable
        No desk answered in time.
    """
    reply = await _ask(bus, question, timeout_s)
    if not isinstance(reply, Planned):
        raise _refusal(reply)
    return reply


async def read_instruction(bus: Bus, question: ReadInstruction, *, timeout_s: float) -> InstructionRead:
    """Return the edits that some words ask for.

    Raises
    ------
    Invalid
        Nothing can be made of the words.
    Unavailable
        No desk answered in time.
    """
    reply = await _ask(bus, question, timeout_s)
    if not isinstance(reply, InstructionRead):
        raise _refusal(reply)
    return reply


async def _ask(bus: Bus, question: Question, timeout_s: float) -> Reply:
    data = encode(question)
    try:
        async with asyncio.timeout(timeout_s):
            while True:
                try:
                    answer = await bus.nats.request(bus.subjects.planning, data, timeout=timeout_s)
                    return _replies.decode(answer.data)
                except NoRespondersError:  # a worker may be just about to start
                    await asyncio.sleep(RETRY_S)
    except BUS_ERRORS as error:
        raise Unavailable("No worker has read the words in time; ask again", retry_after_s=2) from error


def _refusal(reply: Reply) -> Invalid | Unavailable:
    assert isinstance(reply, NotAnswered)
    if reply.is_fault:
        return Unavailable(reply.message, retry_after_s=1)
    return Invalid(reply.message, **reply.facts)
