"""The chain of hashes: each record's hash covers the one before, so that no record can be changed in silence.

The hash of a record is SHA-256 of: the previous hash; position, version and time (microseconds since 2000) as signed
64-bit numbers; the lengths in bytes of the six texts as 32-bit numbers (all big-endian); stream, tag, actor, subject,
correlation and causation in UTF-8; the sealed payload. It covers the ciphertext, so the chain holds after an erasure.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from struct import Struct
from typing import Any

import msgspec

from runtime.pool import Pool, fetch

GENESIS = bytes(32)
PAGE = 5000
_numbers = Struct(">qq").pack
_lengths = Struct(">6i").pack

ROWS = """
SELECT notification_id, originator_id, originator_version, topic, timestamptz_send(recorded_at), actor, subject,
    correlation, causation, state, hash
FROM log.events WHERE notification_id > %s ORDER BY notification_id LIMIT %s
"""


class Verdict(msgspec.Struct, frozen=True):
    """What came of walking the chain: whether it holds, or the first position that is broken and why."""

    checked: int
    head: str
    broken_position: int | None = None
    reason: str = ""

    @property
    def holds(self) -> bool:
        """Whether every record is as it was written."""
        return self.broken_position is None


class Break(Exception):
    """The chain is broken at a position."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


def link(previous: bytes, row: tuple[Any, ...]) -> bytes:
    """Return the hash of a row of `ROWS` that follows on `previous`."""
    position, stream, version, tag, recorded, actor, subject, correlation, causation, state, _ = row
    texts = [text.encode() for text in (stream, tag, actor, subject, correlation, causation)]
    numbers = _numbers(position, version) + recorded + _lengths(*map(len, texts))
    return sha256(b"".join((previous, numbers, *texts, state))).digest()


def follow_on(position: int, previous: bytes, rows: Iterable[tuple[Any, ...]]) -> tuple[int, bytes]:
    """Return position and hash of the last row when `rows` follow on the given ones.

    Raises
    ------
    Break
        A row is missing, or is not what was written.
    """
    for row in rows:
        position += 1
        if row[0] != position:
            raise Break(position, "The record is missing")
        previous = link(previous, row)
        if row[-1] != previous:
            raise Break(position, "The record is not what was written")
    return position, previous


async def verify(pool: Pool, tick: Callable[[float], object]) -> Verdict:
    """Walk the whole chain up to where the log ends now; `tick` hears the fraction that is done.

    Raises
    ------
    Unavailable
        PostgreSQL does not answer.
    """
    [(end, head)] = await fetch(pool, "SELECT position, hash FROM log.events_head")
    position, previous = 0, GENESIS
    try:
        while position < end:
            rows = await fetch(pool, ROWS, (position, min(PAGE, end - position)))
            if not rows:
                raise Break(position + 1, "The record is missing")
            position, previous = follow_on(position, previous, rows)
            tick(position / end)
        if previous != head:
            raise Break(end, "The log ends with another record than was written last")
    except Break as broken:
        return Verdict(broken.position - 1, previous.hex(), broken.position, broken.reason)
    return Verdict(end, previous.hex())
