"""Opening an account: password to hash, names to claims, then the command."""

import hashlib
import secrets
from typing import Any

from commands.account import RegisterAccount, clean_email, clean_username
from commands.do import Do, Done
from domain.access import SYSTEM, Caller
from domain.account import Account, AccountRole
from runtime.ids import new_id
from runtime.passwords import Passwords
from runtime.services import Services


async def register(
    do: Do,
    services: Services,
    username: str,
    email: str,
    password: str,
    *,
    role: AccountRole = "user",
    full_name: str = "",
    api_key: str = "",
    caller: Caller = SYSTEM,
) -> Done[Account]:
    """Open an account, with `api_key` as its first API key if that is given.

    Raises
    ------
    Invalid
        The user name, e-mail address, password or full name is not allowed.
    Conflict
        The user name or the e-mail address is taken; the fact `field` says which.
    """
    username, email = clean_username(username), clean_email(email)
    password_hash = await Passwords(services.settings.auth).hash(password)
    command = RegisterAccount(
        new_id("acct"),
        username,
        email,
        password_hash,
        services.names.claim(username),
        services.names.claim(email),
        role,
        full_name,
        key_id=key_id_of(api_key) if api_key else "",
        key_hash=hash_of(api_key) if api_key else "",
    )
    done: Done[Any] = await do(command, caller)
    return done


def new_api_key() -> str:
    """Return a new API key: `mw_<id>_<256 random bits>`."""
    return f"mw_{secrets.token_hex(6)}_{secrets.token_hex(32)}"


def key_id_of(api_key: str) -> str:
    """Return the id of an API key: the one in it, or for a key that a person chose, a new one."""
    parts = api_key.split("_")
    return f"key_{parts[1]}" if len(parts) == 3 and parts[0] == "mw" else new_id("key")


def hash_of(api_key: str) -> str:
    """Return the hash by which an API key is known."""
    return hashlib.sha256(api_key.encode()).hexdigest()
