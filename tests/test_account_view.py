"""Accounts as they are looked up."""

from pathlib import Path

import pytest

from commands.account import ChangeRole, IssueApiKey, RefreshSession, RevokeApiKey, SignIn, SignOut
from commands.do import Do
from commands.register import hash_of, register
from domain.access import SYSTEM, Caller
from domain.account import AccountRegistered
from domain.errors import NotFound
from projections.account import AccountView
from projections.rebuild import rebuild
from runtime.services import Services
from runtime.store import Append
from tests.projecting import projecting, reading, settings_of, table_of


async def _ada(services: Services) -> str:
    done = await register(
        Do(services.store), services, "Ada", "Ada@Example.org", "correct horse", full_name="Ada L", api_key="my own key"
    )
    return done.stream


async def test_an_account_is_found_by_everything_that_names_it(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        account = await _ada(services)
        await views.wait_for("account", await services.store.last_position(), is_needed=True)
        by_name = await views.account.by_login("ADA")
        by_email = await views.account.by_login("ada@example.ORG ")
        me = Caller(account)
        row = await views.account.by_id(account, me)
        assert by_name == by_email == row
        for reference in (account, str(row.number), "aDa"):
            assert await views.account.by_reference(reference, me) == row
        assert (row.username, row.email, row.full_name, row.role) == ("Ada", "Ada@Example.org", "Ada L", "user")
        for nobody in ("grace", "ada@example.com", "", "\0", "9" * 30):
            assert await views.account.by_login(nobody) is None
            with pytest.raises(NotFound):
                await views.account.by_reference(nobody, me)
        with pytest.raises(NotFound):
            await views.account.by_id(account, Caller("acct_other"))
        assert [row.id for row in await views.account.list(SYSTEM)] == [account]
        assert not (await views.account.list(Caller("acct_other"))).items


async def test_an_api_key_is_found_by_its_hash_until_it_is_revoked(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        account, do = await _ada(services), Do(services.store)
        done = await do(IssueApiKey(account, "key_2", "laptop", hash_of("mw_2_secret")), Caller(account))
        await views.wait_for("account", done.position, is_needed=True)
        assert await views.account.owner_of_key(hash_of("my own key")) == account
        assert await views.account.owner_of_key(hash_of("mw_2_secret")) == account
        assert await views.account.owner_of_key(hash_of("another")) is None
        keys = await views.account.api_keys(account)
        assert [key.name for key in keys] == ["first", "laptop"]
        assert keys[1].id == "key_2"
        done = await do(RevokeApiKey(account, "key_2"), Caller(account))
        await views.wait_for("account", done.position, is_needed=True)
        assert await views.account.owner_of_key(hash_of("mw_2_secret")) is None


async def test_a_session_is_there_until_it_ends(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        account, do = await _ada(services), Do(services.store)
        me = Caller(account)
        done = await do(SignIn(account, "ses_1", "h1", 1e10), me)
        await views.wait_for("account", done.position, is_needed=True)
        assert await views.account.has_session(account, "ses_1")
        assert not await views.account.has_session("acct_other", "ses_1")
        await do(RefreshSession(account, "ses_1", "h1", "h2", 2e10, now=1.0), me)
        done = await do(SignOut(account, "ses_1"), me)
        await views.wait_for("account", done.position, is_needed=True)
        assert not await views.account.has_session(account, "ses_1")


async def test_the_last_admin_is_known(postgres_url: str, data_dir: Path) -> None:
    settings = settings_of(postgres_url, data_dir)
    async with reading(settings) as (services, views), projecting(settings):
        ada, do = await _ada(services), Do(services.store)
        grace = (await register(do, services, "grace", "grace@example.org", "correct horse", role="admin")).stream
        await views.wait_for("account", await services.store.last_position(), is_needed=True)
        assert await views.account.is_last_admin(grace)
        done = await do(ChangeRole(ada, "admin"), SYSTEM)
        await views.wait_for("account", done.position, is_needed=True)
        assert not await views.account.is_last_admin(grace)
        assert (await views.account.by_id(ada, SYSTEM)).role == "admin"


async def test_personal_data_stands_only_in_columns_that_erasure_lists(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        await _ada(services)
        await rebuild(services, "account")
        listed = set(AccountView.erasure)
        for table in ("account", "api_key", "session"):
            for row in await table_of(services, f"view_account.{table}"):
                shown = {column for column, value in row.items() if "ada" in str(value).lower()}
                assert {(table, column) for column in shown} <= listed
        [row] = await services.pool.rows("SELECT string_agg(encode(state, 'escape'), ' ') AS log FROM log.events")
    assert "example" not in row["log"].lower()


async def test_the_command_line_lists_every_account(postgres_url: str, data_dir: Path) -> None:
    from runtime.cli.account import _accounts

    registered = [
        AccountRegistered(f"acct_{number}", f"user{number}", f"user{number}@example.org", "$hash")
        for number in range(120)
    ]
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        await services.store.append(
            [Append(event.owner, 0, (event,), event.owner) for event in registered], actor="system"
        )
        await rebuild(services, "account")
        shown = await _accounts(services)
    assert [row["username"] for row in shown] == [event.username for event in reversed(registered)]
