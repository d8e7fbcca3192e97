"""Signing in, refreshing and signing out, whatever the family's wording of it."""

import asyncio
import time

from api.accounts.tokens import TokenPair
from api.core import Core
from api.wire.exchange import Exchange, Identity
from commands.account import (
    ACCOUNT,
    ChangePassword,
    RefreshSession,
    RefuseSignIn,
    SignIn,
    SignOut,
    require_refreshed,
)
from commands.register import hash_of
from domain.access import SYSTEM, Caller
from domain.account import Account, NameClaimed
from domain.errors import NotFound, Unauthenticated
from runtime.ids import new_id

REFUSED_S_MIN = 0.1  # no answer to a wrong password comes sooner, so that its time says nothing
WRONG = "The name or the password is not right"


async def sign_in(core: Core, name: str, password: str, exchange: Exchange) -> TokenPair:
    """Begin a session for whoever has this user name or e-mail address, and this password.

    Raises
    ------
    Unauthenticated
        There is no such account, or the password is another; which of the two is not told.
    TooMany
        There were too many wrong passwords for this name.
    """
    started = time.monotonic()
    claim = core.services.names.claim(name)
    await core.limits.require_sign_in(claim)
    account = await _claimant(core, claim)
    if not await core.passwords.matches(password, account.password_hash if account else None):
        await core.limits.note_wrong_password(claim)
        if account:
            await core.do(RefuseSignIn(account.owner), _as(account.owner, exchange))
        await asyncio.sleep(max(0.0, started + REFUSED_S_MIN - time.monotonic()))
        raise Unauthenticated(WRONG)
    assert account is not None
    return await _begin(core, account.owner, exchange)


async def refresh(core: Core, token: str, exchange: Exchange) -> TokenPair:
    """Put a new pair of tokens in the place of a refresh token; one that was used before ends its session.

    Raises
    ------
    Unauthenticated
        The token is not valid, was used before, or its session has ended.
    """
    claims = core.tokens.check(token, "refresh")
    pair = core.tokens.pair(claims.account, claims.session, access_ttl_s(core, exchange.family))
    command = RefreshSession(
        claims.account,
        claims.session,
        before_hash=hash_of(token),
        token_hash=pair.refresh_hash,
        expires_at=pair.refresh_expires_at,
        now=time.time(),
    )
    try:
        done = await core.do(command, _as(claims.account, exchange))
    except NotFound as error:
        raise Unauthenticated("The account is not there any more") from error
    finally:
        core.known_accounts.forget(claims.account)
    require_refreshed(done.state, command)
    return pair


async def sign_out(core: Core, identity: Identity, caller: Caller) -> None:
    """End the session that the caller's token belongs to."""
    await core.do(SignOut(identity.account, identity.session), caller)
    core.known_accounts.forget(identity.account)


async def change_password(core: Core, current: str, new: str, caller: Caller) -> None:
    """Give the caller another password and end all their sessions.

    Raises
    ------
    Unauthenticated
        The current password is another.
    Invalid
        The new one is too short or too long.
    """
    account = (await core.do.look(ACCOUNT, caller.account, caller)).state
    claim = core.services.names.claim(account.username)
    await core.limits.require_sign_in(claim)
    if not await core.passwords.matches(current, account.password_hash):
        await core.limits.note_wrong_password(claim)
        raise Unauthenticated("The current password is not right")
    await core.do(ChangePassword(caller.account, await core.passwords.hash(new)), caller)
    core.known_accounts.forget(caller.account)


def access_ttl_s(core: Core, family: int) -> int:
    """Return the life of an access token that a family hands out."""
    auth = core.settings.auth
    return auth.access_ttl_s if family == 1 else auth.design_access_ttl_s


async def _claimant(core: Core, claim: str) -> Account | None:
    """Return the account that a name belongs to, from the log itself: no view could be behind."""
    records = await core.services.store.load(claim)
    claimed = records[-1].event if records else None
    if not isinstance(claimed, NameClaimed):
        return None
    account = (await core.do.look(ACCOUNT, claimed.owner, SYSTEM)).state
    return account if account.owner and not account.is_closed else None


async def _begin(core: Core, account_id: str, exchange: Exchange) -> TokenPair:
    session_id = new_id("session")
    pair = core.tokens.pair(account_id, session_id, access_ttl_s(core, exchange.family))
    command = SignIn(account_id, session_id, pair.refresh_hash, pair.refresh_expires_at, exchange.family)
    await core.do(command, _as(account_id, exchange))
    core.known_accounts.forget(account_id)
    return pair


def _as(account_id: str, exchange: Exchange) -> Caller:
    return Caller(account_id, correlation=exchange.request_id)
