"""What tests of the relay share: something to say, and reading what the bus has."""

import asyncio

import msgspec
import nats.errors

from domain.prompt import PromptCreated
from runtime.bus import Bus
from runtime.relay import EventMessage, read_event
from runtime.store import Append, EventStore

WAIT_S = 30.0


async def say(store: EventStore, count: int, *, start: int = 0) -> None:
    """Append so many events, a stream each, many at the same time."""
    await asyncio.gather(
        *(
            store.append(
                [Append(f"prompt_{number}", 0, (PromptCreated("acct_ada", str(number)),), "acct_ada")], actor="ada"
            )
            for number in range(start, start + count)
        )
    )


async def heard(bus: Bus, upto: int) -> list[tuple[int, EventMessage]]:
    """Return the sequences and messages that the bus has, as soon as position `upto` is there."""
    await relayed(bus, upto)
    subscription = await bus.js.subscribe(bus.subjects.all_events, ordered_consumer=True)
    found: list[tuple[int, EventMessage]] = []
    async with asyncio.timeout(WAIT_S):
        while not found or found[-1][0] < upto:
            message = await subscription.next_msg(timeout=WAIT_S)
            found.append((message.metadata.sequence.stream, read_event(message.data)))
    return found


async def relayed(bus: Bus, upto: int) -> None:
    """Wait until the bus has the log up to a position."""
    async with asyncio.timeout(WAIT_S):
        while await _last_of(bus) < upto:  # noqa: ASYNC110 - a server that is killed rings no bell
            await asyncio.sleep(0.02)


async def _last_of(bus: Bus) -> int:
    try:
        return int((await bus.js.stream_info(bus.subjects.events_stream)).state.last_seq)
    except nats.errors.Error:  # the relay has not made the stream yet, or the server was killed
        return 0


def text_of(message: EventMessage) -> str:
    """Return what an event says."""
    return str(msgspec.json.decode(message.data)["text"])
