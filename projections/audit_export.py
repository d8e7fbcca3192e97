"""The audit trail as lines of JSON, each with the proof that its record stands in the log as it was written."""

from collections.abc import AsyncGenerator, Sequence

import msgspec

from domain.events import Record
from projections.audit import AuditView
from runtime.proofs import Head, Proof, head_of, holds, proofs_of
from runtime.services import Services

PAGE = 200


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record and its proof; `event` is null when its subject was erased. The last line has only the head."""

    recorded_at: str = ""
    actor: str = ""
    tag: str = ""
    stream: str = ""
    request_id: str = ""
    event: dict[str, object] | None = None
    proof: Proof | None = None
    head: Head | None = None


async def export(services: Services, account: str = "") -> AsyncGenerator[bytes, None]:
    """Yield the trail of what an account did (empty: all accounts), oldest first, then the head of the log."""
    view, after = AuditView(services.pool), 0
    while positions := await view.positions(account, after, PAGE):
        for line in await lines_at(services, positions):
            yield msgspec.json.encode(line) + b"\n"
        after = positions[-1]
    yield msgspec.json.encode(Line(head=await head_of(services.pool))) + b"\n"


async def lines_at(services: Services, positions: Sequence[int]) -> tuple[Line, ...]:
    """Return the lines of records at some positions."""
    records, proofs = await services.store.at(positions), await proofs_of(services.pool, positions)
    return tuple(_line(record, proof) for record, proof in zip(records, proofs, strict=True))


def is_true(line: Line, known: Line) -> bool:
    """Return whether a line says what the log says now; what was erased since may still stand in it."""
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
