"""Proofs that a record stands in the log as it was written: all that its hash is made of, and the hash before it.

Whoever holds a line of an export can compute the hash again (`runtime/chain.py` says how) and compare it with that of
the log; that the log as a whole is unbroken, `meshwright verify` proves. The payload is in it as it is stored: sealed.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence

import msgspec

from runtime.chain import GENESIS, link
from runtime.queries import Queries

_ROWS = """
SELECT notification_id AS position, originator_id AS stream, originator_version AS version, topic AS tag,
    (extract(epoch FROM recorded_at) * 1000000)::bigint - 946684800000000 AS recorded_us, actor, subject, correlation,
    causation, state AS sealed, hash,
    (SELECT hash FROM log.events AS before WHERE before.notification_id = events.notification_id - 1) AS previous
FROM log.events WHERE notification_id = ANY(%s::bigint[]) ORDER BY notification_id
"""


class Proof(msgspec.Struct, frozen=True):
    """What the hash of a record is made of; `recorded_us` counts microseconds since the year 2000."""

    position: int
    stream: str
    version: int
    tag: str
    recorded_us: int
    actor: str
    subject: str
    correlation: str
    causation: str
    sealed: str  # base64
    previous: str  # hexadecimal
    hash: str


class Head(msgspec.Struct, frozen=True):
    """Where the log ends."""

    position: int
    hash: str


async def proofs_of(pool: Queries, positions: Sequence[int]) -> tuple[Proof, ...]:
    """Return the proofs of records, by position.

    Raises
    ------
    Unavailable
        The database is away.
    """
    return tuple(
        msgspec.convert(
            {
                **row,
                "sealed": b64encode(row["sealed"]).decode(),
                "hash": row["hash"].hex(),
                "previous": (row["previous"] or GENESIS).hex(),
            },
            Proof,
        )
        for row in await pool.rows(_ROWS, (list(positions),))
    )


async def head_of(pool: Queries) -> Head:
    """Return where the log ends now."""
    row = await pool.row("SELECT position, hash FROM log.events_head")
    assert row is not None
    return Head(row["position"], row["hash"].hex())


def holds(proof: Proof) -> bool:
    """Return whether the hash is that of what the proof says."""
    row = (
        proof.position, proof.stream, proof.version, proof.tag, proof.recorded_us.to_bytes(8, signed=True),
        proof.actor, proof.subject, proof.correlation, proof.causation, b64decode(proof.sealed), b"",
    )  # fmt: skip
    return link(bytes.fromhex(proof.previous), row).hex() == proof.hash
