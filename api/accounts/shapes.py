"""What the account routes take and answer."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from api.accounts.tokens import TokenPair
from api.models.family1 import Answer
from domain.account import (
    EMAIL_LENGTH_MAX,
    FULL_NAME_LENGTH_MAX,
    KEY_NAME_LENGTH_MAX,
    PASSWORD_LENGTH_MAX,
    PASSWORD_LENGTH_MIN,
    USERNAME_PATTERN,
    AccountRole,
)
from projections.account import AccountRow, ApiKeyRow

NAME_LENGTH_MAX = 320
Name = Annotated[str, Meta(min_length=1, max_length=NAME_LENGTH_MAX)]
Username = Annotated[
    str,
    Meta(
        description="3 to 50 letters, digits, dots, dashes or underscores, beginning with a letter or digit",
        examples=["ada"],
        extra_json_schema={"pattern": USERNAME_PATTERN},
    ),
]
Email = Annotated[str, Meta(max_length=EMAIL_LENGTH_MAX, examples=["ada@example.com"])]
NewPassword = Annotated[
    str, Meta(min_length=PASSWORD_LENGTH_MIN, max_length=PASSWORD_LENGTH_MAX, examples=["correct horse battery"])
]


class RegisterRequest(msgspec.Struct):
    """A new account."""

    username: Username
    email: Email
    password: NewPassword
    full_name: Annotated[str, Meta(max_length=FULL_NAME_LENGTH_MAX, examples=["Ada Lovelace"])] | None = None


class LoginRequest(msgspec.Struct):
    """An e-mail address (family 1) or a user name (family 3, with `X-API-Key`), and the password."""

    password: Annotated[str, Meta(description="The account's password", examples=["password123"])]
    email: Annotated[str, Meta(max_length=NAME_LENGTH_MAX, examples=["user@example.com"])] | None = None
    username: Annotated[str, Meta(max_length=NAME_LENGTH_MAX, examples=["admin"])] | None = None


class TokenRequest(msgspec.Struct):
    """The fields of the form of `/auth/token`."""

    username: Name
    password: str


class RefreshRequest(msgspec.Struct):
    """A refresh token, which is spent by this."""

    refresh_token: Annotated[str, Meta(description="As given by the last sign-in or refresh")]


class PasswordRequest(msgspec.Struct):
    """Another password."""

    current_password: str
    new_password: NewPassword


class ApiKeyRequest(msgspec.Struct):
    """A new API key."""

    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=KEY_NAME_LENGTH_MAX,
            description="By which you will know it",
            examples=["build server"],
        ),
    ]


class RoleRequest(msgspec.Struct):
    """What an account may do."""

    role: AccountRole


class UserShown(msgspec.Struct):
    """An account as family 5 shows it."""

    id: Annotated[int, Meta(examples=[1])]
    username: str
    email: str
    full_name: str
    is_active: bool
    created_at: datetime

    @classmethod
    def of(cls, row: AccountRow) -> "UserShown":
        """Return a row as it is shown."""
        return cls(row.number, row.username, row.email, row.full_name, True, row.created_at)


class Tokens(msgspec.Struct):
    """An access token, and the refresh token that takes its place when it has expired."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"]
    expires_in: Annotated[int, Meta(description="Life of the access token, seconds", examples=[1800])]

    @classmethod
    def of(cls, pair: TokenPair) -> "Tokens":
        """Return a pair as it is shown."""
        return cls(pair.access, pair.refresh, "bearer", pair.access_ttl_s)


class AccessToken(msgspec.Struct):
    """An access token alone."""

    access_token: str
    token_type: Literal["bearer"]


class LiveToken(msgspec.Struct):
    """A token for `?token=` of a socket or event stream."""

    token: str
    expires_in: int


class ApiKeyShown(msgspec.Struct):
    """An API key; its secret is not kept, so it cannot be shown."""

    id: str
    name: str
    created_at: datetime

    @classmethod
    def of(cls, row: ApiKeyRow) -> "ApiKeyShown":
        """Return a row as it is shown."""
        return cls(row.id, row.name, row.created_at)


class ApiKeyIssued(msgspec.Struct):
    """A new API key with its secret, which is shown only now."""

    id: str
    name: str
    key: str


class AccountShown(msgspec.Struct):
    """An account as an admin sees it."""

    id: str
    number: int
    username: str
    role: AccountRole


class TokensAnswer(Answer):
    """Tokens in the envelope of family 1."""

    data: Tokens


class LiveTokenAnswer(Answer):
    """A token for sockets."""

    data: LiveToken


class ApiKeysAnswer(Answer):
    """All API keys of the caller, oldest first."""

    data: list[ApiKeyShown]


class ApiKeyAnswer(Answer):
    """A new API key."""

    data: ApiKeyIssued


class AccountAnswer(Answer):
    """An account."""

    data: AccountShown


class DoneAnswer(Answer):
    """It is done, and there is nothing to show."""

    data: dict[str, str] = {}
