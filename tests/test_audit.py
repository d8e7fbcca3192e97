"""Notes of requests, the view of them, and the proofs that go with an export."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from api.accounts.noting import BATCH_MAX, Notes, ids_of
from api.wire.exchange import Exchange, Identity
from domain.access import SYSTEM, Caller, noting_owners, require_owner
from domain.audit import Note, RequestsNoted
from domain.erasure import AccountErased
from domain.errors import NotFound
from domain.prompt import PromptCreated
from projections.audit import AuditFilter
from projections.audit_export import Line, export, is_true, lines_at
from runtime.proofs import holds
from runtime.services import Services
from runtime.settings import AuditSettings
from runtime.store import Append, EventStore
from tests.projecting import ADA, BOB, append, projecting, reading, settings_of, table_of

RUN = "run_01k0000000000000000000000a"


def _asked(notes: Notes, account: str, *, path: str = "/api/v1/designs", status: int = 200, **params: str) -> None:
    scope = {"type": "http", "method": "GET", "path": path, "path_template": path, "path_params": params}
    exchange = Exchange("req_1", 3, identity=Identity(account) if account else None)
    notes.add(scope, exchange, status, 1_700_000_000.0, 0.012)


async def _notes_in(services: Services) -> list[tuple[str, Note]]:
    records = await services.store.read(0, 500)
    found = [(record, record.event) for record in records if isinstance(record.event, RequestsNoted)]
    return [(record.actor, note) for record, event in found for note in event.notes]


async def test_requests_are_noted_in_batches_for_each_account(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        notes = Notes(services.store, AuditSettings())
        for number in range(BATCH_MAX + 5):
            _asked(notes, "acct_ada", status=200 + number % 2)
        _asked(notes, "acct_bob")
        await notes.flush()
        _asked(notes, "acct_ada", status=404)
        await notes.flush()
        records = await services.store.read(0, 50)
        assert [record.version for record in records if record.subject == "acct_ada"] == [1, 2, 3]
        found = await _notes_in(services)
        assert [actor for actor, _ in found].count("acct_ada") == BATCH_MAX + 6
        assert [note.status for actor, note in found if actor == "acct_ada"][-1] == 404
        assert (
            {record.actor for record in records} == {record.subject for record in records} == {"acct_ada", "acct_bob"}
        )


async def test_a_note_keeps_ids_and_numbers_and_nothing_else_of_a_path(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        notes = Notes(services.store, AuditSettings())
        signed = f"{RUN}_v2.0abcd{'x' * 24}.jpg"
        _asked(notes, "acct_ada", run=RUN, number="17", user_id="erika@example.org", name=signed, long="1" * 30)
        _asked(notes, "acct_ada", path="/api/v1/health")
        _asked(notes, "", path="/api/v1/docs")
        await notes.flush()
        [(_, note)] = await _notes_in(services)
        assert note.ids == {"run": RUN, "number": "17", "name": f"{RUN}_v2"}


async def test_notes_beyond_the_limit_are_counted(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        notes = Notes(services.store, AuditSettings(waiting_max=2))
        for _ in range(5):
            _asked(notes, "acct_ada")
        await notes.flush()
        [record] = await services.store.read(0, 5)
        assert isinstance(record.event, RequestsNoted)
        assert (len(record.event.notes), record.event.left_out) == (2, 3)


async def test_an_append_whose_answer_was_lost_is_not_made_twice(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        lost = _LosesTheFirstAnswer(services.store)
        notes = Notes(lost, AuditSettings())  # type: ignore[arg-type]
        _asked(notes, "acct_ada", status=201)
        await notes.flush()
        _asked(notes, "acct_ada", status=202)
        await notes.flush()
        assert [note.status for _, note in await _notes_in(services)] == [201, 202]


class _LosesTheFirstAnswer:
    """The store, but for its first append nobody hears that it was made."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self._lost = False
        self.load = store.load

    async def append(self, appends: Any, *, actor: str) -> Any:
        from domain.errors import Unavailable

        found = await self._store.append(appends, actor=actor)
        if not self._lost:
            self._lost = True
            raise Unavailable("The database is away")
        return found


async def test_notes_wait_while_the_log_is_away_and_are_appended_at_the_end(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        notes = Notes(services.store, AuditSettings(flush_s=1.0))
        notes.open()
        _asked(notes, "acct_ada")
        await notes.close()
        assert len(await _notes_in(services)) == 1


async def test_notes_of_an_erased_account_are_dropped(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        notes = Notes(services.store, AuditSettings())
        _asked(notes, "acct_ada")
        await notes.flush()
        await services.store.erase("acct_ada")
        _asked(notes, "acct_ada")
        _asked(notes, "acct_bob")
        await notes.flush()
        assert [actor for actor, _ in await _notes_in(services)] == ["acct_bob"]


async def test_the_trail_shows_requests_and_events_of_whom_may_see_them(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "prompt_1", PromptCreated(ADA.account, "a quince"))
        noted = RequestsNoted(tuple(Note(1.7e9 + n, f"req_{n}", "GET", "/designs", 200 + n) for n in range(3)))
        await append(services, "audit_ada", noted)
        await append(services, "audit_bob", noted, owner=BOB.account)
        await views.wait_for("audit", 3, is_needed=True)
        own = await views.audit.list(ADA)
        assert [(row.kind, row.what, row.status) for row in own] == [
            ("request", "/designs", 202),
            ("request", "/designs", 201),
            ("request", "/designs", 200),
            ("event", "prompt.created", 0),
        ]
        assert {row.actor for row in await views.audit.list(SYSTEM)} == {ADA.account, BOB.account}
        first = await views.audit.list(ADA, limit=2)
        rest = await views.audit.list(ADA, after=first.after, limit=2)
        assert [*first, *rest] == list(own)
        sifted = await views.audit.list(SYSTEM, AuditFilter(request_id="req_1", actor=BOB.account))
        assert [(row.actor, row.status) for row in sifted] == [(BOB.account, 201)]
        assert [row.status for row in await views.audit.list(ADA, AuditFilter(status_min=202))] == [202]


async def test_views_forget_the_erased_in_order_and_nobody_else(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        for who in (ADA, BOB):
            await append(services, f"prompt_{who.account}", PromptCreated(who.account, "a quince"), owner=who.account)
        await services.store.append(
            [Append("erasure_1", 0, (AccountErased(ADA.account, {}),), "system")], actor=ADA.account
        )
        for name in ("prompt", "audit"):
            await views.wait_for(name, 3, is_needed=True)
        assert [row["owner"] for row in await table_of(services, "view_prompt.prompt")] == [BOB.account]
        assert [row["position"] for row in await table_of(services, "view_audit.entry")] == [2, 3]


async def test_an_exported_line_proves_its_record_and_a_changed_one_does_not(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "prompt_1", PromptCreated(ADA.account, "a quince"))
        await append(services, "prompt_2", PromptCreated(ADA.account, "a pear"))
        await append(services, "prompt_3", PromptCreated(BOB.account, "a plum"), owner=BOB.account)
        await views.wait_for("audit", 3, is_needed=True)
        lines = [msgspec.json.decode(line, type=Line) async for line in export(services, ADA.account)]
        assert [line.proof.position for line in lines if line.proof] == [1, 2]
        assert lines[-1].head is not None
        assert lines[-1].head.position == 3
        for line in lines[:-1]:
            assert line.proof is not None
            assert holds(line.proof)
            assert not holds(msgspec.structs.replace(line.proof, actor="acct_eve"))
            [known] = await lines_at(services, [line.proof.position])
            assert is_true(line, known)
            assert not is_true(msgspec.structs.replace(line, event={"text": "another"}), known)
        await services.store.erase(ADA.account)
        [known] = await lines_at(services, [1])
        assert known.event is None
        assert is_true(lines[0], known)


def test_the_command_writes_the_trail_out_and_finds_a_changed_line(
    postgres_url: str, nats_url: str, data_dir: Path, tmp_path: Path
) -> None:
    asyncio.run(_a_trail(postgres_url, data_dir))
    environment = {**os.environ, "DATABASE_URL": postgres_url, "NATS_URL": nats_url}

    def audit(*words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "runtime.cli", "audit", *words, "--data-dir", str(data_dir)]
        return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)

    written = audit("--account", ADA.account)
    assert written.returncode == 0, written.stderr
    assert len(written.stdout.splitlines()) == 2
    trail = tmp_path / "trail.jsonl"
    trail.write_text(written.stdout)
    assert audit("--check", str(trail)).returncode == 0
    trail.write_text(written.stdout.replace("a quince", "a medlar"))
    checked = audit("--check", str(trail))
    assert (checked.returncode, "Line 1" in checked.stdout) == (1, True)


async def _a_trail(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        await append(services, "prompt_1", PromptCreated(ADA.account, "a quince"))
        await views.wait_for("audit", 1, is_needed=True)


def test_nobody_may_wait_longer_than_a_second_for_his_note() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"flush_s": 1.5}, AuditSettings)


async def test_what_an_admin_reads_of_somebody_stands_in_the_trail_of_both(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        notes = Notes(services.store, AuditSettings())
        with noting_owners(set()) as owners:
            require_owner("acct_ada", Caller("acct_root", "admin"))
            with pytest.raises(NotFound):
                require_owner("acct_ada", Caller("acct_bob"))
        scope = {"method": "GET", "path": "/x", "path_template": "/preview/{name:str}", "path_params": {"name": RUN}}
        for identity in (Identity("acct_root", "admin"), None):
            notes.add(scope, Exchange("req_1", 3, identity=identity, owners=owners), 200, 1_700_000_000.0, 0.01)
        await notes.flush()
        records = await services.store.read(0, 9)
        assert {(one.actor, one.subject) for one in records} == {("acct_root", "acct_ada"), ("system", "acct_ada")}


@pytest.mark.parametrize(
    ("route", "name", "value", "status", "kept"),
    [
        ("/geometry/{name:str}", "name", "case_001.stl", 200, {"name": "case_001"}),
        ("/api/v1/reports/{name:str}", "name", f"case_001.{'0' * 26}.{'x' * 24}.pdf", 200, {"name": "case_001"}),
        ("/reports/{name:str}", "name", "erika@example.org.pdf", 404, {}),
        ("/compliance/cases/{case_id:str}", "case_id", "case_001", 200, {"case_id": "case_001"}),
        ("/data/{user_id:str}", "user_id", "erika", 200, {}),
    ],
)
def test_the_case_that_a_path_names_is_noted_without_its_token(
    route: str, name: str, value: str, status: int, kept: dict[str, str]
) -> None:
    assert ids_of(route, {name: value}, status) == kept
