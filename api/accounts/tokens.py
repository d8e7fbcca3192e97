"""Tokens: what the server signs to know somebody again.

Three audiences that never stand in for each other: `api` (Authorization header), `refresh` (only for new tokens),
`live` (in the query of a socket or event stream, short-lived, because queries end up in other people's logs).
"""

import secrets
import time
from typing import Any, Literal

import jwt
import msgspec

from commands.register import hash_of
from domain.errors import Unauthenticated
from runtime.settings import AuthSettings

Audience = Literal["api", "refresh", "live"]
_NOT_LIVE = "The token is not valid in an address: `?token=` takes a live token, which POST /auth/live-token gives"

ALGORITHM = "HS256"
ISSUER = "meshwright"
LEEWAY_S = 2
TOKEN_LENGTH_MAX = 2048
KNOWN_MAX = 10_000
_REQUIRED = ["aud", "exp", "iat", "iss", "jti", "sid", "sub"]


class Claims(msgspec.Struct, frozen=True):
    """What a token that was checked says."""

    account: str
    session: str
    expires_at: float


class TokenPair(msgspec.Struct, frozen=True):
    """What a sign-in hands out."""

    access: str
    refresh: str
    session: str
    access_ttl_s: int
    refresh_expires_at: float

    @property
    def refresh_hash(self) -> str:
        """Return the hash under which the refresh token is remembered."""
        return hash_of(self.refresh)


class Tokens:
    """Signs and checks tokens with a key of its own."""

    def __init__(self, secret: bytes, settings: AuthSettings) -> None:
        self._secret = secret
        self._settings = settings
        self._known: dict[tuple[str, Audience], Claims] = {}

    def pair(self, account: str, session: str, access_ttl_s: int) -> TokenPair:
        """Return an access and a refresh token of a session."""
        refresh_ttl_s = self._settings.refresh_ttl_s
        return TokenPair(
            access=self.sign(account, session, "api", access_ttl_s),
            refresh=self.sign(account, session, "refresh", refresh_ttl_s),
            session=session,
            access_ttl_s=access_ttl_s,
            refresh_expires_at=time.time() + refresh_ttl_s,
        )

    def live(self, account: str, session: str) -> str:
        """Return a short-lived token for the query of a socket or event stream."""
        return self.sign(account, session, "live", self._settings.live_ttl_s)

    def sign(self, account: str, session: str, audience: Audience, ttl_s: int) -> str:
        """Return a token that says `account` to one audience for a while."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": audience,
            "sub": account,
            "sid": session,
            "iat": now,
            "exp": now + ttl_s,
            "jti": secrets.token_urlsafe(12),
        }
        return jwt.encode(claims, self._secret, algorithm=ALGORITHM)

    def check(self, token: str, audience: Audience) -> Claims:
        """Return what `token` says.

        Raises
        ------
        Unauthenticated
            It is not ours, not for this audience, expired, or not signed with the one algorithm that is used here.
        """
        known = self._known.get((token, audience))
        if known is None or known.expires_at <= time.time():
            claims = self._decoded(token, audience)
            known = Claims(claims["sub"], str(claims["sid"]), float(claims["exp"]))
            self._remember(token, audience, known)
        return known

    def _remember(self, token: str, audience: Audience, claims: Claims) -> None:
        """Keep what a good token says: clients send one many times, and checking costs a fifth of a request."""
        if len(self._known) >= KNOWN_MAX:
            self._known.clear()
        self._known[token, audience] = claims

    def _decoded(self, token: str, audience: Audience) -> dict[str, Any]:
        if len(token) > TOKEN_LENGTH_MAX:
            raise Unauthenticated("The token is not valid")
        try:
            return jwt.decode(
                token,
                self._secret,
                algorithms=[ALGORITHM],
                audience=audience,
                issuer=ISSUER,
                leeway=LEEWAY_S,
                options={"require": _REQUIRED, "strict_aud": True},
            )
        except jwt.ExpiredSignatureError as error:
            raise Unauthenticated("The token has expired; refresh it or sign in again") from error
        except jwt.InvalidAudienceError as error:
            raise Unauthenticated(_NOT_LIVE if audience == "live" else "The token is not valid") from error
        except (jwt.InvalidTokenError, ValueError) as error:
            raise Unauthenticated("The token is not valid") from error
