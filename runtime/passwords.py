"""Passwords: argon2id, in threads, a few at a time, so that sign-ins cannot take all memory and cores."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from domain.account import PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN
from domain.errors import Invalid
from runtime.settings import AuthSettings


class Passwords:
    """Makes and checks hashes with the cost that the settings name."""

    def __init__(self, settings: AuthSettings) -> None:
        self._hasher = PasswordHasher(
            time_cost=settings.hash_passes, memory_cost=settings.hash_memory_kib, parallelism=1, type=Type.ID
        )
        self._threads = _threads(settings.hashes_at_once_max)
        self._nobody: str | None = None

    async def hash(self, password: str) -> str:
        """Return the hash under which a new password is kept.

        Raises
        ------
        Invalid
            It is too short or too long.
        """
        require_password(password)
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._hasher.hash, password)

    async def matches(self, password: str, password_hash: str | None) -> bool:
        """Return whether this is the password; without a hash (no such account) it takes as long, and is not."""
        if len(password) > PASSWORD_LENGTH_MAX:
            password = ""  # no account has one so long; the work is done all the same
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._matches, password, password_hash)

    def _matches(self, password: str, password_hash: str | None) -> bool:
        try:
            return self._hasher.verify(password_hash or self._hash_of_nobody(), password) and password_hash is not None
        except (VerificationError, InvalidHashError):
            return False

    def _hash_of_nobody(self) -> str:
        if self._nobody is None:
            self._nobody = self._hasher.hash(secrets.token_urlsafe(32))
        return self._nobody


@cache
def _threads(count: int) -> ThreadPoolExecutor:
    """Return the threads that all hashers of this process share: so many hashes are made at once, and no more."""
    return ThreadPoolExecutor(count, thread_name_prefix="argon2")


def require_password(password: str, field: str = "password") -> None:
    """Refuse a password that is too short or too long.

    Raises
    ------
    Invalid
        Names the field and the lengths allowed.
    """
    if not PASSWORD_LENGTH_MIN <= len(password) <= PASSWORD_LENGTH_MAX:
        raise Invalid(
            f"`{field}` must have {PASSWORD_LENGTH_MIN} to {PASSWORD_LENGTH_MAX} characters",
            field=field,
            length_min=PASSWORD_LENGTH_MIN,
            length_max=PASSWORD_LENGTH_MAX,
        )
