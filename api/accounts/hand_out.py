"""Everything that is held about a person, gathered from the log, the views and the blob store."""

from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from api.core import Core
from api.files.archive import Archive, safe_name
from commands.account import ACCOUNT
from commands.design import DESIGN
from commands.do import fold
from domain.access import SYSTEM, Caller
from domain.design import Design
from domain.erasure import KINDS
from domain.errors import StorageFailed
from domain.events import Record
from projections.account import AccountRow
from projections.asset import AssetRow
from projections.base import every
from projections.project import ProjectRow

PAGE = 100
FROM_LOG = ("evaluations", "iterations", "compliance_cases", "feedback")
README = """Everything that this Meshwright server holds about you.

account.json      who you are here, your API keys and open sessions (hashes of secrets are withheld)
prompts.jsonl     one prompt a line, as are jobs, projects, batches, evaluations, iterations, compliance cases,
                  feedback
designs/          a file for each design, one revision a line, the first one first
audit.jsonl       what you, or who signed in as you, asked the server for
events.jsonl      every fact in the log that is about you; the other files are readings of it
files/            your files: models, pictures, references, uploads, logs of jobs
uploads/          what has come of uploads that are not done
manifest.json     name, SHA-256 and size of each of these files
"""

Lines = AsyncIterator[bytes]


async def archive_of(account: AccountRow, core: Core) -> AsyncGenerator[bytes, None]:
    """Yield the archive piece by piece."""
    archive, position = Archive(), await core.services.store.last_position()
    async for name, content, is_packed in _files(account, core):
        async for piece in archive.add(name, content, is_packed=is_packed):
            if piece:
                yield piece
    manifest = {
        "account": account.id, "made_at": datetime.now(UTC), "log_position": position, "files": archive.entries,
    }  # fmt: skip
    async for piece in archive.add("manifest.json", _once(msgspec.json.encode(manifest))):
        yield piece
    yield archive.end()


async def _files(account: AccountRow, core: Core) -> AsyncIterator[tuple[str, Lines, bool]]:
    owner, views = Caller(account.id), core.views
    yield "README.txt", _once(README.encode()), True
    yield "account.json", _once(await _account(account, core)), True
    yield "prompts.jsonl", _lines(every(lambda after: views.prompt.list(owner, after=after, limit=PAGE))), True
    yield "jobs.jsonl", _lines(every(lambda after: views.job.list(owner, after=after, limit=PAGE))), True
    yield "projects.jsonl", _lines(_projects(owner, core)), True
    yield "batches.jsonl", _lines(every(lambda after: views.batch.list(owner, after=after, limit=PAGE))), True
    async for design in every(lambda after: views.design.list(owner, after=after, limit=PAGE)):
        yield f"designs/{design.id}.jsonl", _revisions(design.id, core), True
    for kind in FROM_LOG:
        yield f"{kind}.jsonl", _events(account.id, core, KINDS[kind]), True
    yield "audit.jsonl", _lines(every(lambda after: views.audit.list(owner, after=after, limit=PAGE))), True
    yield "events.jsonl", _events(account.id, core), True
    async for asset in _assets(account.id, core):
        yield f"files/{asset.id}/{safe_name(asset.name)}", _content(asset, core), asset.media_type.startswith("text/")
    partials = core.services.blobs.partials
    for begun in await partials.of_owner(account.id):
        upload = await partials.find(account.id, begun.id) or begun
        yield f"uploads/{upload.id}/{safe_name(upload.name)}", partials.pieces(upload), False


async def _account(account: AccountRow, core: Core) -> bytes:
    state = (await core.do.look(ACCOUNT, account.id, SYSTEM)).state
    shown = {name: getattr(account, name) for name in ("id", "number", "username", "email", "full_name", "role")}
    shown |= {
        "created_at": account.created_at,
        "api_keys": [{"id": key_id, "name": key.name} for key_id, key in state.api_keys.items()],
        "sessions": [
            {"id": session_id, "expires_at": datetime.fromtimestamp(session.expires_at, UTC)}
            for session_id, session in state.sessions.items()
        ],
    }
    return msgspec.json.encode(shown)


async def _projects(owner: Caller, core: Core) -> AsyncIterator[ProjectRow]:
    skip = 0
    while rows := await core.views.project.list(owner, skip=skip, limit=PAGE):
        for row in rows:
            yield row
        skip += len(rows)


async def _revisions(design_id: str, core: Core) -> Lines:
    """Yield the design as each of its events left it."""
    design, after = Design(), 0
    while records := await core.services.store.load(design_id, after=after, upto=after + PAGE):
        for record in records:
            before, design = design.revision, fold(DESIGN, design, (record,))
            if design.revision != before:
                shown = {"revision": design.revision, "at": record.recorded_at, "by": record.actor, "why": record.tag}
                yield _line({**shown, "spec": design.spec})
        after = records[-1].version


async def _events(account: str, core: Core, tags: Sequence[str] = ()) -> Lines:
    after = 0
    while records := await core.services.store.of_subject(account, after, PAGE, tags=tags):
        for record in records:
            yield _line(_shown(record))
        after = records[-1].position


def _shown(record: Record) -> dict[str, Any]:
    shown: dict[str, Any] = {name: getattr(record, name) for name in Record.__struct_fields__}
    content = msgspec.to_builtins(record.event) or {}
    return {**shown, "hash": record.hash.hex(), "event": dict(_withheld(content))}


def _withheld(content: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in content.items():
        yield name, "(withheld)" if name.endswith("_hash") else value


async def _assets(account: str, core: Core) -> AsyncIterator[AssetRow]:
    after = ""
    while rows := await core.views.asset.of_owner(account, after, PAGE):
        for row in rows:
            yield row
        after = rows[-1].id


async def _content(asset: AssetRow, core: Core) -> Lines:
    """Yield a file; one that the store has lost is empty in the archive, which its size in the manifest shows."""
    try:
        async for chunk in core.services.blobs.stream(asset.sha256):
            yield chunk
    except StorageFailed:
        if await core.services.blobs.size(asset.sha256) is not None:
            raise


async def _lines(rows: AsyncIterator[Any]) -> Lines:
    async for row in rows:
        yield _line(row)


def _line(value: Any) -> bytes:
    return msgspec.json.encode(value) + b"\n"


async def _once(content: bytes) -> Lines:
    yield content
