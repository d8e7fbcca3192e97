"""Tokens: what is signed is believed once, by one audience, for a while."""

import time
from datetime import datetime, timedelta, tzinfo

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.accounts.tokens import ISSUER, Audience, Tokens
from commands.register import hash_of
from domain.errors import Unauthenticated
from runtime.settings import AuthSettings

SECRET = b"s" * 32
TOKENS = Tokens(SECRET, AuthSettings())


class _Later(datetime):
    """A minute from now, as far as the JWT library knows."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Later":
        return super().now(tz) + timedelta(seconds=60)


CLAIMS = {"iss": ISSUER, "aud": "api", "sub": "acct_1", "sid": "s", "jti": "j", "iat": 0, "exp": 2**33}


def test_a_token_says_account_and_session_to_its_audience() -> None:
    claims = TOKENS.check(TOKENS.sign("acct_1", "session_1", "api", 60), "api")
    assert (claims.account, claims.session) == ("acct_1", "session_1")
    assert claims.expires_at == pytest.approx(time.time() + 60, abs=2)


@pytest.mark.parametrize("made_for", ["api", "refresh", "live"])
@pytest.mark.parametrize("shown_to", ["api", "refresh", "live"])
def test_an_audience_believes_its_own_tokens_only(made_for: Audience, shown_to: Audience) -> None:
    token = TOKENS.sign("acct_1", "s", made_for, 60)
    if made_for == shown_to:
        TOKENS.check(token, shown_to)
    else:
        with pytest.raises(Unauthenticated):
            TOKENS.check(token, shown_to)


def test_a_token_in_an_address_that_is_none_for_addresses_is_told_where_those_are_given() -> None:
    with pytest.raises(Unauthenticated, match="POST /auth/live-token"):
        TOKENS.check(TOKENS.sign("acct_1", "s", "api", 60), "live")


def test_an_expired_token_says_that_it_has_expired() -> None:
    with pytest.raises(Unauthenticated, match="expired"):
        TOKENS.check(TOKENS.sign("acct_1", "s", "api", -10), "api")


def test_a_token_that_was_believed_once_still_expires() -> None:
    tokens = Tokens(SECRET, AuthSettings())
    token = tokens.sign("acct_1", "s", "api", -1)  # within the leeway
    tokens.check(token, "api")
    with pytest.MonkeyPatch.context() as patch:
        later = time.time() + 60
        patch.setattr(time, "time", lambda: later)
        patch.setattr(jwt.api_jwt, "datetime", _Later)
        with pytest.raises(Unauthenticated, match="expired"):
            tokens.check(token, "api")


@pytest.mark.parametrize("missing", [*CLAIMS])
def test_a_token_without_one_of_its_claims_is_refused(missing: str) -> None:
    claims = {name: value for name, value in CLAIMS.items() if name != missing}
    TOKENS.check(jwt.encode(CLAIMS, SECRET, "HS256"), "api")
    with pytest.raises(Unauthenticated):
        TOKENS.check(jwt.encode(claims, SECRET, "HS256"), "api")


@pytest.mark.parametrize("algorithm", ["HS384", "HS512", "none"])
def test_another_algorithm_is_refused_with_the_right_key(algorithm: str) -> None:
    key = "" if algorithm == "none" else SECRET * 2
    with pytest.raises(Unauthenticated):
        Tokens(SECRET * 2, AuthSettings()).check(jwt.encode(CLAIMS, key, algorithm), "api")


def test_a_pair_is_two_tokens_and_the_hash_of_the_second() -> None:
    pair = TOKENS.pair("acct_1", "session_1", 1800)
    assert TOKENS.check(pair.access, "api").session == "session_1"
    assert TOKENS.check(pair.refresh, "refresh").session == "session_1"
    assert pair.refresh_hash == hash_of(pair.refresh)
    assert pair.refresh_expires_at > time.time() + 86_400
    assert TOKENS.pair("acct_1", "session_1", 1800).refresh != pair.refresh


@given(st.text(max_size=300))
def test_no_text_is_a_token(text: str) -> None:
    with pytest.raises(Unauthenticated):
        TOKENS.check(text, "api")


@given(st.integers(0, 10_000), st.integers(0, 127))
def test_a_token_with_one_character_changed_is_refused(place: int, code: int) -> None:
    token = jwt.encode(CLAIMS, SECRET, "HS256")
    place %= len(token) - 1  # the last character has bits that nobody reads
    changed = token[:place] + chr(code) + token[place + 1 :]
    if changed != token:
        with pytest.raises(Unauthenticated):
            TOKENS.check(changed, "api")
