"""The audit trail as lines of JSON, each with the proof that its record stands in the log as it was written."""

from collections.abc import AsyncGenerator, Sequence

import msgspec

from domain.events import Record
from projections.audit import AuditView
from runtime.proofs import Head, Proof, head_of, holds, proofs_of
from runtime.services import Services

PAGE = 200


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record and its proof; `event` is null when its subject was erased. The last line has the head and the count."""

    recorded_at: str = ""
    actor: str = ""
    tag: str = ""
    stream: str = ""
    request_id: str = ""
    event: dict[str, object] | None = None
    proof: Proof | None = None
    head: Head | None = None
    records: int = 0  # of the last line: how many came before it


async def export(services: Services, account: str = "") -> AsyncGenerator[bytes, None]:
    """Yield the trail of what an account did or what was done with its data (empty: all), then the head of the log."""
    view, after, count = AuditView(services.pool), 0, 0
    while positions := await view.positions(account, after, PAGE):
        for line in await lines_at(services, positions):
            yield msgspec.json.encode(line) + b"\n"
        after, count = positions[-1], count + len(positions)
    yield msgspec.json.encode(Line(head=await head_of(services.pool), records=count)) + b"\n"


async def lines_at(services: Services, positions: Sequence[int]) -> tuple[Line, ...]:
    """Return the lines of records at some positions."""
    records, proofs = await services.store.at(positions), await proofs_of(services.pool, positions)
    return tuple(_line(record, proof) for record, proof in zip(records, proofs, strict=True))


def is_true(line: Line, known: Line) -> bool:
    """Return whether a line says what the log says now; of what was erased since, only the envelope can be compared."""
    if known.event is None:
        known = msgspec.structs.replace(known, event=line.event)
    is_same = msgspec.json.encode(line) == msgspec.json.encode(known)
    return line.proof is not None and holds(line.proof) and is_same


def _line(record: Record, proof: Proof) -> Line:
    content = msgspec.to_builtins(record.event)
    if content:
        content = {name: "(withheld)" if name.endswith("_hash") else value for name, value in content.items()}
    return Line(
        record.recorded_at.isoformat(), record.actor, record.tag, record.stream, record.correlation, content, proof
    )
