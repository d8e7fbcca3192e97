"""Erasing somebody: what may be asked, what views make of it, receipts, and that a name is free again afterwards."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from msgspec.structs import replace

from api.accounts.auth import Accounts
from commands.account import ACCOUNT, CloseAccount, IssueApiKey, SignIn
from commands.do import Do
from commands.erasing import BeginErasure, CompleteErasure, RecordErased
from commands.register import register
from domain.access import SYSTEM, Caller, noting_owners
from domain.erasure import AccountErased, Erasure, counted, evolve
from domain.errors import Conflict, Forbidden, Gone, MeshwrightError, NotFound
from domain.job import JobCancelled
from domain.prompt import PromptCreated
from projections.rebuild import rebuild
from projections.views import VIEWS
from runtime.erasure import Receipts, Statement, announce, erasure_of, is_genuine, rewrite
from runtime.services import Services
from runtime.store import Append
from tests.projecting import ADA, BOB, a_whole_run, append, projecting, reading, settings_of, table_of

STATEMENT = Statement(
    "erasure_1", "acct_1", "owner", datetime(2026, 11, 21, 12, tzinfo=UTC), {"specs": 2, "bytes": 10}, 7, "ab" * 32
)


async def _person(services: Services, name: str = "erika") -> str:
    return (await register(Do(services.store), services, name, f"{name}@example.org", "correct horse")).stream


async def test_a_name_and_an_address_are_free_again_after_an_erasure(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        first = await _person(services)
        with pytest.raises(Conflict):
            await _person(services)
        await services.store.erase(first)
        second = await _person(services)
        assert second != first
        with pytest.raises(Conflict):
            await _person(services)


async def test_a_closed_account_neither_signs_in_nor_gets_keys(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        account, do = await _person(services), Do(services.store)
        await do(SignIn(account, "session_1", "aa", 1e12), SYSTEM)
        done = await do(CloseAccount(account), SYSTEM)
        assert (done.state.sessions, done.state.api_keys, done.state.is_closed) == ({}, {}, True)
        assert (await do(CloseAccount(account), SYSTEM)).records == ()
        for command in (SignIn(account, "session_2", "bb", 1e12), IssueApiKey(account, "key_1", "laptop", "cc")):
            with pytest.raises(NotFound):
                await do(command, SYSTEM)
        with pytest.raises(NotFound):
            await Accounts(do).get(account)


async def test_looking_up_whose_a_key_is_opens_nothing_of_theirs(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        account = await _person(services)
        with noting_owners(set()) as owners:
            await Accounts(Do(services.store)).get(account)
            assert owners == set()
            await Do(services.store).look(ACCOUNT, account, SYSTEM)
            assert owners == {account}


async def test_processes_look_accounts_up_again_as_soon_as_an_erasure_begins(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (here, _), reading(settings) as (there, _):
        account = await _person(here)
        accounts = Accounts(Do(there.store))
        heard = asyncio.Event()
        there.store.when_erased(accounts.forget_all)
        there.store.when_erased(heard.set)
        assert (await accounts.get(account)).owner == account
        await Do(here.store)(CloseAccount(account), SYSTEM)
        assert (await accounts.get(account)).owner == account
        await announce(here.pool)
        async with asyncio.timeout(10):
            await heard.wait()
        with pytest.raises(NotFound):
            await accounts.get(account)


async def test_only_the_system_begins_an_erasure_and_the_last_admin_stays(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        do = Do(services.store)
        with pytest.raises(Conflict):
            await do(BeginErasure(erasure_of("acct_1"), "acct_1", "owner", is_last_admin=True), SYSTEM)
        with pytest.raises(MeshwrightError) as refused:
            await do(BeginErasure(erasure_of("acct_1"), "acct_1", "owner"), Caller("acct_1"))
        assert isinstance(refused.value, NotFound | Forbidden)
        erasure_id = (await do(BeginErasure(erasure_of("acct_1"), "acct_1", "owner"), SYSTEM)).stream
        assert (await do(CompleteErasure(erasure_id, 1), SYSTEM)).records == ()
        await do(RecordErased(erasure_id, {"specs": 1}), SYSTEM)
        assert (await do(RecordErased(erasure_id, {"specs": 2}), SYSTEM)).state.deleted == {"specs": 1}
        assert (await do(CompleteErasure(erasure_id, 1), SYSTEM)).state.status == "completed"


async def test_a_rebuild_brings_nothing_back_and_changes_nothing(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views):
        async with projecting(settings):
            for who in (ADA, BOB):
                prompt_id = f"prompt_{who.account}"
                await append(services, prompt_id, PromptCreated(who.account, "a quince"), owner=who.account)
                await append(
                    services, f"run_{who.account}", *a_whole_run(who.account, prompt_id)[:-1], owner=who.account
                )
            for name in VIEWS:
                await views.wait_for(name, await services.store.last_position(), is_needed=True)
            await services.store.erase(ADA.account)
            gone = Append("erasure_1", 0, (AccountErased(ADA.account, {}),), "system")
            later = Append(f"run_{BOB.account}", 17, (JobCancelled(1),), BOB.account)
            version = (await services.store.load(f"run_{BOB.account}"))[-1].version
            await services.store.append([gone], actor="system")
            await services.store.append([replace(later, expected=version)], actor=BOB.account)
            for name in VIEWS:
                await views.wait_for(name, await services.store.last_position(), is_needed=True)
            before = await _all_tables(services)
            for name in VIEWS:
                await rebuild(services, name)
            assert await _all_tables(services) == before
        assert [row["owner"] for row in before["view_job.job"]] == [BOB.account]
        assert [row["owner"] for row in before["view_prompt.prompt"]] == [BOB.account]
        assert ADA.account not in str([before[name] for name in before if name.startswith(("view_job", "view_asset"))])
        assert (await services.store.verify()).holds
        with pytest.raises(Gone):
            await append(services, "prompt_9", PromptCreated(ADA.account, "again"))


async def _all_tables(services: Services) -> dict[str, list[dict[str, object]]]:
    names = [f"{view.schema()}.{fold.table}" for view in VIEWS.values() for fold in view.folds]
    return {name: await table_of(services, name) for name in names}


def test_every_table_of_a_view_says_whose_its_rows_are_or_is_of_nobody() -> None:
    for view in VIEWS.values():
        for fold in view.folds:
            assert not fold.owner or fold.owner in fold.row.__struct_fields__, f"{view.name}.{fold.table}"
            assert fold.owner or not any(table == fold.table for table, _ in view.erasure), f"{view.name}.{fold.table}"


async def test_rewritten_tables_hold_no_removed_row_and_large_ones_are_named(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute("CREATE TABLE public.notes (id int PRIMARY KEY, text text)")
            connection.execute(
                "INSERT INTO public.notes SELECT n, repeat('quince', 50) FROM generate_series(1, 500) AS n"
            )
            connection.execute("ANALYZE public.notes")
            before = connection.execute("SELECT pg_relation_size('public.notes')").fetchone()
            connection.execute("DELETE FROM public.notes")
            done = await rewrite(postgres_url, ["public.notes"], bytes_max=2**30)
            after = connection.execute("SELECT pg_relation_size('public.notes')").fetchone()
            statistics = connection.execute(
                "SELECT count(*) FROM pg_stats WHERE tablename = 'notes' AND histogram_bounds::text LIKE '%quince%'"
            ).fetchone()
        assert (done[1], after, statistics) == ((), (0,), (0,))
        assert before is not None
        assert before[0] > 0
        _, large = await rewrite(postgres_url, ["public.notes"], bytes_max=0)
        assert "public.notes" in large
        assert services.pool


def test_a_receipt_is_the_same_each_time_and_no_word_of_it_can_be_changed() -> None:
    receipts = Receipts(b"k" * 32)
    receipt = receipts.of(STATEMENT)
    assert receipt == Receipts(b"k" * 32).of(STATEMENT)
    assert is_genuine(receipt, receipts.public_key)
    assert not is_genuine(receipt, Receipts(b"m" * 32).public_key)
    assert not is_genuine(replace(receipt, statement=replace(STATEMENT, position=8)), receipts.public_key)
    assert not is_genuine(replace(receipt, signed_text=receipt.signed_text + " "), receipts.public_key)
    assert not is_genuine(replace(receipt, signature="?"), receipts.public_key)


def test_the_numbers_of_the_specs_are_always_there() -> None:
    found = counted({"design.generated": 2, "design.branched": 1, "design.evaluated": 4})
    assert (found["specs"], found["evaluations"], found["iterations"], found["feedback"], found["events"]) == (
        3, 4, 0, 0, 7,
    )  # fmt: skip


def test_an_erasure_is_a_fold_that_bears_any_order() -> None:
    assert evolve(Erasure(), AccountErased("acct_1", {"specs": 1})) == Erasure(
        "acct_1", status="erased", deleted={"specs": 1}
    )
