"""The story of an account, as examples of the requests and answers of its routes, made of the real types."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from api.accounts.shapes import (
    AccessToken,
    ApiKeyRequest,
    LoginRequest,
    PasswordRequest,
    RefreshRequest,
    RegisterRequest,
    RoleRequest,
    Tokens,
    TokensAnswer,
    UserShown,
)

TOKEN = "eyJhbGciOiJIUzI1NiJ9.…"  # noqa: S105 - shows the form, opens nothing
AT = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)

_USER = UserShown(1, "ada", "ada@example.com", "Ada Lovelace", True, AT)
_TOKENS = TokensAnswer(data=Tokens(TOKEN, TOKEN, "bearer", 1800))

REQUESTS: dict[str, msgspec.Struct] = {
    "Register": RegisterRequest("ada", "ada@example.com", "correct horse battery", "Ada Lovelace"),
    "SignIn": LoginRequest("correct horse battery", email="ada@example.com"),
    "Refresh": RefreshRequest(TOKEN),
    "ChangePassword": PasswordRequest("correct horse battery", "another long word"),
    "IssueApiKey": ApiKeyRequest("build server"),
    "ChangeRole": RoleRequest("admin"),
}
ANSWERS: dict[tuple[str, str], Any] = {
    ("Register", "201"): _USER,
    ("ShowMe", "200"): _USER,
    ("TakeToken", "200"): AccessToken(TOKEN, "bearer"),
    ("SignIn", "200"): _TOKENS,
    ("Refresh", "200"): _TOKENS,
}
