"""The first start of an installation: the account of its admin, and one API key."""

import secrets
from collections.abc import Mapping

from commands.do import Do
from commands.register import new_api_key, register
from domain.errors import Conflict, Invalid
from runtime.services import Services

USERNAME, EMAIL = "admin", "admin@localhost"
PASSWORD_VARIABLE, KEY_VARIABLE = "MESHWRIGHT_ADMIN_PASSWORD", "MESHWRIGHT_API_KEY"
KEY_LENGTH_MIN, KEY_LENGTH_MAX = 8, 512


async def ensure_admin(services: Services, environment: Mapping[str, str]) -> list[str]:
    """Make the admin and its API key unless there is one, and return lines that must be shown once.

    Account and key are made in one step; of several processes that try, one does it, and the others return nothing.
    What the environment gives is not shown.

    Raises
    ------
    Invalid
        The password or the key that the environment gives is not allowed.
    """
    if await services.store.load(services.names.claim(USERNAME), upto=1):
        return []
    given_password, given_key = environment.get(PASSWORD_VARIABLE, ""), environment.get(KEY_VARIABLE, "")
    password, key = given_password or secrets.token_urlsafe(18), given_key or new_api_key()
    _require_key(key)
    try:
        await register(Do(services.store), services, USERNAME, EMAIL, password, role="admin", api_key=key)
    except Conflict:
        return []
    lines = [f"The admin account was made: user {USERNAME}, e-mail {EMAIL}"]
    if not given_password:
        lines.append(f"Its password, shown only now: {password}")
    if not given_key:
        lines.append(f"An API key, shown only now: {key}")
    return lines


def _require_key(key: str) -> None:
    if not KEY_LENGTH_MIN <= len(key) <= KEY_LENGTH_MAX or not key.isascii() or not key.isprintable() or " " in key:
        raise Invalid(
            f"{KEY_VARIABLE} must have {KEY_LENGTH_MIN} to {KEY_LENGTH_MAX} printable ASCII characters without blanks",
            field=KEY_VARIABLE,
        )
