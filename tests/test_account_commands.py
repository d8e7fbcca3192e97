"""What may be asked of accounts, and what comes of it."""

import asyncio
from pathlib import Path

import pytest

from commands.account import (
    ACCOUNT,
    ChangePassword,
    ChangeRole,
    IssueApiKey,
    RefreshSession,
    RefuseSignIn,
    RegisterAccount,
    RevokeApiKey,
    SignIn,
    SignOut,
    require_refreshed,
)
from commands.do import Do
from commands.first_start import ensure_admin
from commands.register import hash_of, new_api_key, register
from domain.access import SYSTEM, Caller
from domain.account import (
    API_KEYS_MAX,
    SESSIONS_MAX,
    AccountRegistered,
    ApiKeyIssued,
    ApiKeyRevoked,
    PasswordChanged,
    RoleChanged,
    SessionRefreshed,
    SessionRevoked,
    SignedIn,
    SignInRefused,
)
from domain.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from runtime.names import Names
from runtime.passwords import Passwords
from runtime.settings import AuthSettings
from tests.decisions import given
from tests.projecting import reading, settings_of

REGISTERED = AccountRegistered("acct_1", "ada", "ada@example.org", "$argon2id$…")
SIGNED_IN = SignedIn("ses_1", "hash-1", 1000.0)
REFRESHED = SessionRefreshed("ses_1", "hash-1", "hash-2", 2000.0)


def registration(username: str = "ada", email: str = "ada@example.org", full_name: str = "") -> RegisterAccount:
    return RegisterAccount("acct_1", username, email, "$argon2id$…", "name_1", "name_2", full_name=full_name)


def test_an_account_is_opened_with_clean_names() -> None:
    command = registration("  Ａda ", " Ada@Example.org ", " Ada Lovelace ")
    given().when(command).then(
        AccountRegistered("acct_1", "Ada", "Ada@Example.org", "$argon2id$…", "user", "Ada Lovelace")
    )


@pytest.mark.parametrize("username", ["", "ab", "a" * 51, "ada lovelace", "ada@home", "-ada", "ada\0", "ädä", "a\nb"])
def test_a_user_name_of_another_form_is_refused(username: str) -> None:
    refusal = given().when(registration(username)).then_refuses(Invalid, "user name")
    assert refusal.facts["field"] == "username"


@pytest.mark.parametrize(
    "email",
    ["", "ada", "@example.org", "ada@", "ada@-x.org", "ada@x..org", "a da@x.org", "ada@x.org\nBcc: b", '"a"@x.org',
     "a" * 65 + "@x.org", "ada@" + "x" * 255, "ada@x_y.org.", "a@b@c"],
)  # fmt: skip
def test_what_is_no_email_address_is_refused(email: str) -> None:
    refusal = given().when(registration(email=email)).then_refuses(Invalid, "not an e-mail")
    assert refusal.facts["field"] == "email"


@pytest.mark.parametrize("email", ["admin@localhost", "a.b+c@x.co.uk", "jürgen@bücher.example", "o'neil@x-y.org"])
def test_unusual_email_addresses_are_taken(email: str) -> None:
    assert given().when(registration(email=email)).after.email == email


def test_a_full_name_of_many_lines_is_refused() -> None:
    given().when(registration(full_name="Ada\nadmin: yes")).then_refuses(Invalid, "control characters")


def test_an_account_is_opened_once() -> None:
    given(REGISTERED).when(registration()).then_refuses(Conflict)


def test_somebody_signs_in() -> None:
    given(REGISTERED).when(SignIn("acct_1", "ses_1", "hash-1", 1000.0)).then(SIGNED_IN)


def test_signing_in_too_often_ends_the_session_that_would_end_first() -> None:
    sessions = [SignedIn(f"ses_{number}", "h", 1000.0 + number) for number in range(SESSIONS_MAX)]
    used = SessionRefreshed("ses_0", "h", "h2", 9000.0)
    asked = given(REGISTERED, *sessions, used).when(SignIn("acct_1", "ses_x", "h", 5000.0))
    asked.then(SessionRevoked("ses_1", "too-many"), SignedIn("ses_x", "h", 5000.0))
    assert len(asked.after.sessions) == SESSIONS_MAX


def test_a_wrong_password_is_a_fact() -> None:
    given(REGISTERED).when(RefuseSignIn("acct_1")).then(SignInRefused())


def test_a_refresh_token_is_good_once() -> None:
    command = RefreshSession("acct_1", "ses_1", "hash-1", "hash-2", 2000.0, now=10.0)
    asked = given(REGISTERED, SIGNED_IN).when(command)
    asked.then(REFRESHED)
    require_refreshed(asked.after, command)


def test_a_spent_refresh_token_ends_the_session() -> None:
    command = RefreshSession("acct_1", "ses_1", "hash-1", "hash-3", 3000.0, now=10.0)
    asked = given(REGISTERED, SIGNED_IN, REFRESHED).when(command)
    asked.then(SessionRevoked("ses_1", "reuse"))
    with pytest.raises(Unauthenticated, match="used before"):
        require_refreshed(asked.after, command)


def test_nobody_refreshes_with_a_token_that_was_never_given_or_is_too_old() -> None:
    never = RefreshSession("acct_1", "ses_1", "guess", "hash-3", 3000.0, now=10.0)
    given(REGISTERED, SIGNED_IN).when(never).then_refuses(Unauthenticated, "not valid any more")
    late = RefreshSession("acct_1", "ses_1", "hash-1", "hash-3", 3000.0, now=1000.0)
    given(REGISTERED, SIGNED_IN).when(late).then_refuses(Unauthenticated, "not valid any more")
    gone = RefreshSession("acct_1", "ses_9", "hash-1", "hash-3", 3000.0, now=10.0)
    given(REGISTERED, SIGNED_IN).when(gone).then_refuses(Unauthenticated, "has ended")


def test_signing_out_twice_is_no_second_fact() -> None:
    given(REGISTERED, SIGNED_IN).when(SignOut("acct_1", "ses_1")).then(SessionRevoked("ses_1", "signed-out"))
    given(REGISTERED).when(SignOut("acct_1", "ses_1")).then_nothing()


def test_another_password_ends_every_session() -> None:
    given(REGISTERED, SIGNED_IN, SignedIn("ses_2", "h", 1.0)).when(ChangePassword("acct_1", "$new")).then(
        PasswordChanged("$new"),
        SessionRevoked("ses_1", "password-changed"),
        SessionRevoked("ses_2", "password-changed"),
    )


def test_an_api_key_is_issued_and_revoked() -> None:
    issued = ApiKeyIssued("key_1", "laptop", "hash")
    given(REGISTERED).when(IssueApiKey("acct_1", "key_1", " laptop ", "hash")).then(issued)
    given(REGISTERED, issued).when(IssueApiKey("acct_1", "key_1", "laptop", "hash")).then_nothing()
    given(REGISTERED, issued).when(RevokeApiKey("acct_1", "key_1")).then(ApiKeyRevoked("key_1"))
    given(REGISTERED).when(RevokeApiKey("acct_1", "key_1")).then_refuses(NotFound, "no such API key")


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\tb"])
def test_an_api_key_needs_a_short_name(name: str) -> None:
    given(REGISTERED).when(IssueApiKey("acct_1", "key_1", name, "hash")).then_refuses(Invalid)


def test_an_account_has_only_so_many_api_keys() -> None:
    keys = [ApiKeyIssued(f"key_{number}", "k", "h") for number in range(API_KEYS_MAX)]
    given(REGISTERED, *keys).when(IssueApiKey("acct_1", "key_x", "k", "h")).then_refuses(Conflict, "at most 20")


def test_a_role_changes_unless_it_is_the_last_admins() -> None:
    admin = RoleChanged("user", "admin")
    given(REGISTERED).when(ChangeRole("acct_1", "admin")).then(admin)
    given(REGISTERED).when(ChangeRole("acct_1", "user", is_last_admin=True)).then_nothing()
    given(REGISTERED, admin).when(ChangeRole("acct_1", "user")).then(RoleChanged("admin", "user"))
    given(REGISTERED, admin).when(ChangeRole("acct_1", "user", is_last_admin=True)).then_refuses(Conflict, "last admin")


def test_an_erased_account_can_do_nothing() -> None:
    given().when(SignIn("acct_1", "ses_1", "h", 1.0)).then_refuses(NotFound)
    given().when(IssueApiKey("acct_1", "key_1", "k", "h")).then_refuses(NotFound)
    given().when(ChangeRole("acct_1", "admin")).then_refuses(NotFound)
    given().when(ChangePassword("acct_1", "$new")).then_refuses(NotFound)


def test_names_are_compared_without_case_and_width() -> None:
    names = Names(b"k" * 32)
    assert names.claim("Ada") == names.claim("ａDA ") == names.claim("ada")
    assert names.claim("ada") != names.claim("ada@example.org")
    assert names.claim("ada") != Names(b"x" * 32).claim("ada")
    assert "ada" not in names.claim("ada")


async def test_a_name_is_given_to_one_of_many_who_want_it(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        do = Do(services.store)
        wishes = [("Ada", f"{number}@example.org") for number in range(4)]
        outcomes = await asyncio.gather(
            *(register(do, services, username, email, "correct horse") for username, email in wishes),
            return_exceptions=True,
        )
        refused = [outcome for outcome in outcomes if isinstance(outcome, Conflict)]
        assert len(refused) == 3
        assert {refusal.facts["field"] for refusal in refused} == {"username"}
        owned = next(email for (_, email), outcome in zip(wishes, outcomes, strict=True) if outcome not in refused)
        with pytest.raises(Conflict) as taken:
            await register(do, services, "grace", owned.upper(), "correct horse")
        assert taken.value.facts["field"] == "email"


async def test_only_an_admin_changes_roles_even_of_the_own_account(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        do = Do(services.store)
        account = (await register(do, services, "ada", "ada@example.org", "correct horse")).stream
        with pytest.raises(Forbidden):
            await do(ChangeRole(account, "admin"), Caller(account))
        assert (await do(ChangeRole(account, "admin"), SYSTEM)).state.role == "admin"
        with pytest.raises(NotFound):
            await do(SignOut(account, "ses_1"), Caller("acct_other"))


async def test_the_first_start_makes_the_admin_once(postgres_url: str, data_dir: Path) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        shown = await asyncio.gather(*(ensure_admin(services, {}) for _ in range(3)))
        [lines] = [lines for lines in shown if lines]
        assert await ensure_admin(services, {}) == []
        [claim] = await services.store.load(services.names.claim("admin"))
        account = (await Do(services.store).look(ACCOUNT, claim.subject, SYSTEM)).state
    password, key = (line.rpartition(" ")[2] for line in lines[1:])
    assert (account.username, account.email, account.role) == ("admin", "admin@localhost", "admin")
    assert await Passwords(AuthSettings()).matches(password, account.password_hash)
    [(key_id, kept)] = account.api_keys.items()
    assert kept.secret_hash == hash_of(key)
    assert key.startswith(f"mw_{key_id.removeprefix('key_')}_")


async def test_the_first_start_takes_password_and_key_from_the_environment(postgres_url: str, data_dir: Path) -> None:
    given_ones = {"MESHWRIGHT_ADMIN_PASSWORD": "a chosen word", "MESHWRIGHT_API_KEY": "a-key-that-a-person-chose"}
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        lines = await ensure_admin(services, given_ones)
        [claim] = await services.store.load(services.names.claim("admin@localhost"))
        account = (await Do(services.store).look(ACCOUNT, claim.subject, SYSTEM)).state
    assert not any(secret in line for secret in given_ones.values() for line in lines)
    assert [key.secret_hash for key in account.api_keys.values()] == [hash_of("a-key-that-a-person-chose")]
    assert await Passwords(AuthSettings()).matches("a chosen word", account.password_hash)


@pytest.mark.parametrize("environment", [{"MESHWRIGHT_ADMIN_PASSWORD": "short"}, {"MESHWRIGHT_API_KEY": "a b c d e"}])
async def test_the_first_start_refuses_weak_secrets(
    environment: dict[str, str], postgres_url: str, data_dir: Path
) -> None:
    async with reading(settings_of(postgres_url, data_dir)) as (services, _):
        with pytest.raises(Invalid):
            await ensure_admin(services, environment)
        assert await services.store.last_position() == 0


def test_api_keys_are_never_the_same() -> None:
    assert len({new_api_key() for _ in range(100)}) == 100
