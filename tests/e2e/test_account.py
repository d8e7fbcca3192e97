"""Accounts over HTTP: registering, the sign-ins of three families, tokens, keys, roles."""

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import jwt
import pytest

from runtime.keyring import MasterKey
from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, PASSWORD, Configure, Person, Server, register, serving, sign_in


def test_an_account_is_shown_to_its_owner_as_family_5_shows_it(ada: Person) -> None:
    shown = ada.client.get("/auth/me").json()
    assert set(shown) == {"id", "username", "email", "full_name", "is_active", "created_at"}
    assert (shown["id"], shown["username"], shown["full_name"]) == (ada.number, ada.username, "Ada Lovelace")


def test_sign_in_by_email_answers_in_the_envelope_with_half_an_hour(client: httpx.Client, ada: Person) -> None:
    answer = client.post("/auth/login", json={"email": ada.email.upper(), "password": PASSWORD})
    assert answer.status_code == 200
    body = answer.json()
    assert body["success"] is True
    assert body["data"]["token_type"] == "bearer"
    assert body["data"]["expires_in"] == 1800


def test_sign_in_by_user_name_needs_an_api_key_and_answers_plainly_with_an_hour(client: httpx.Client) -> None:
    body = {"username": "admin", "password": ADMIN_PASSWORD}
    answer = client.post("/auth/login", json=body, headers={"X-API-Key": API_KEY})
    assert answer.status_code == 200
    assert answer.json()["expires_in"] == 3600
    assert set(answer.json()) == {"access_token", "refresh_token", "token_type", "expires_in"}
    without = client.post("/auth/login", json=body)
    assert without.status_code == 401
    assert without.json()["error_code"] == "AUTHENTICATION_ERROR"
    assert without.json()["detail"] == "Invalid or missing API key. Include X-API-Key header."
    assert client.post("/auth/login", json=body, headers={"X-API-Key": "another"}).status_code == 401


@pytest.mark.parametrize("as_json", [False, True])
def test_the_token_of_family_5_comes_for_a_form(client: httpx.Client, ada: Person, as_json: bool) -> None:
    form = {"username": ada.username, "password": PASSWORD}
    answer = client.post("/auth/token", json=form) if as_json else client.post("/auth/token", data=form)
    assert answer.status_code == 200
    assert set(answer.json()) == {"access_token", "token_type"}
    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert client.get("/auth/me", headers=bearer).json()["id"] == ada.number


def test_a_name_or_address_that_is_taken_is_refused_in_any_spelling(client: httpx.Client, ada: Person) -> None:
    for username, email, taken in (
        (ada.username.upper(), "free@example.com", "username"),
        ("free-name", ada.email.upper(), "email"),
    ):
        answer = client.post("/auth/register", json={"username": username, "email": email, "password": PASSWORD})
        assert answer.status_code == 409
        assert taken in answer.json()["detail"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "🦄🦄🦄"),
        ("username", "ab"),
        ("username", "a" * 51),
        ("username", "../../etc"),
        ("username", "ada\x00"),
        ("email", "not an address"),
        ("email", "a@b\r\nBcc: c@d"),
        ("password", "short"),
        ("password", "x" * 10_000),
        ("full_name", "x" * 10_000),
        ("full_name", 5),
    ],
)
def test_a_bad_registration_names_the_field(client: httpx.Client, field: str, value: object) -> None:
    body = {"username": "fine-name", "email": "fine@example.com", "password": PASSWORD, field: value}
    answer = client.post("/auth/register", json=body)
    assert answer.status_code == 422
    assert set(answer.json()) == {"detail"}


def test_an_emoji_in_the_full_name_and_the_password_is_kept(client: httpx.Client) -> None:
    body = {"username": "unicorn", "email": "u@example.com", "password": "🦄" * 8, "full_name": "Ünï 🦄"}
    assert client.post("/auth/register", json=body).json()["full_name"] == "Ünï 🦄"
    assert client.post("/auth/login", json={"email": "u@example.com", "password": "🦄" * 8}).status_code == 200


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(client: httpx.Client, ada: Person) -> None:
    def refused(email: str, password: str = "a wrong password") -> tuple[int, str, float]:
        started = time.perf_counter()
        answer = client.post("/auth/login", json={"email": email, "password": password})
        return answer.status_code, answer.json()["error"]["message"], time.perf_counter() - started

    known, unknown = refused(ada.email), refused("nobody@example.com")
    assert known[:2] == unknown[:2]
    assert known[0] == 401
    assert min(known[2], unknown[2]) >= 0.1
    assert refused(ada.email, "x" * 10_000)[0] == 401


def test_a_refresh_token_is_spent_by_use_and_a_second_use_ends_the_session(client: httpx.Client, ada: Person) -> None:
    first = ada.tokens["refresh_token"]
    second = client.post("/auth/refresh", json={"refresh_token": first}).json()["data"]
    bearer = {"Authorization": f"Bearer {second['access_token']}"}
    assert client.get("/auth/me", headers=bearer).status_code == 200
    stolen = client.post("/auth/refresh", json={"refresh_token": first})
    assert stolen.status_code == 401
    assert "used before" in stolen.json()["error"]["message"]
    assert client.post("/auth/refresh", json={"refresh_token": second["refresh_token"]}).status_code == 401
    assert client.get("/auth/me", headers=bearer).status_code == 401


def test_of_two_refreshes_at_once_at_most_one_gets_tokens(server: Server, ada: Person) -> None:
    def use() -> int:
        with server.client() as anybody:
            return anybody.post("/auth/refresh", json={"refresh_token": ada.tokens["refresh_token"]}).status_code

    with ThreadPoolExecutor(4) as threads:
        statuses = sorted(threads.map(lambda _: use(), range(4)))
    assert statuses in ([200, 401, 401, 401], [401, 401, 401, 401])


def test_refreshing_with_an_api_key_answers_plainly(client: httpx.Client, ada: Person) -> None:
    body = {"refresh_token": ada.tokens["refresh_token"]}
    refused = client.post("/auth/refresh", json=body, headers={"X-API-Key": "another"})
    assert refused.status_code == 401
    assert refused.json()["error_code"] == "AUTHENTICATION_ERROR"
    answer = client.post("/auth/refresh", json=body, headers={"X-API-Key": API_KEY})
    assert answer.json()["expires_in"] == 3600


def test_after_signing_out_the_tokens_are_worth_nothing(client: httpx.Client, ada: Person) -> None:
    assert ada.client.post("/auth/logout").json()["success"] is True
    assert ada.client.get("/auth/me").status_code == 401
    assert client.post("/auth/refresh", json={"refresh_token": ada.tokens["refresh_token"]}).status_code == 401


def test_another_password_ends_all_sessions(client: httpx.Client, ada: Person) -> None:
    wrong = ada.client.post("/auth/password", json={"current_password": "wrong", "new_password": "another password"})
    assert wrong.status_code == 401
    body = {"current_password": PASSWORD, "new_password": "another password"}
    assert ada.client.post("/auth/password", json=body).status_code == 200
    assert ada.client.get("/auth/me").status_code == 401
    assert client.post("/auth/login", json={"email": ada.email, "password": PASSWORD}).status_code == 401
    assert client.post("/auth/login", json={"email": ada.email, "password": "another password"}).status_code == 200


def test_an_api_key_opens_doors_until_it_is_revoked(client: httpx.Client, ada: Person) -> None:
    issued = ada.client.post("/auth/api-keys", json={"name": "build server"}).json()["data"]
    assert issued["key"].startswith("mw_")
    listed = ada.client.get("/auth/api-keys").json()["data"]
    assert [(key["id"], key["name"]) for key in listed] == [(issued["id"], "build server")]
    assert issued["key"] not in str(listed)
    body = {"username": ada.username, "password": PASSWORD}
    assert client.post("/auth/login", json=body, headers={"X-API-Key": issued["key"]}).status_code == 200
    assert ada.client.delete(f"/auth/api-keys/{issued['id']}").status_code == 200
    assert client.post("/auth/login", json=body, headers={"X-API-Key": issued["key"]}).status_code == 401
    assert ada.client.delete(f"/auth/api-keys/{issued['id']}").status_code == 404


def test_somebody_elses_api_key_cannot_be_revoked(server: Server, ada: Person) -> None:
    issued = ada.client.post("/auth/api-keys", json={"name": "mine"}).json()["data"]
    other = register(server, "eve")
    assert other.client.delete(f"/auth/api-keys/{issued['id']}").status_code == 404
    other.client.close()


def test_only_an_admin_changes_roles_and_the_last_admin_stays(ada: Person, admin: httpx.Client) -> None:
    assert ada.client.patch(f"/accounts/{ada.username}/role", json={"role": "admin"}).status_code == 403
    assert admin.patch("/accounts/admin/role", json={"role": "user"}).status_code == 409
    assert admin.patch("/accounts/nobody/role", json={"role": "user"}).status_code == 404
    answer = admin.patch(f"/accounts/{ada.username}/role", json={"role": "admin"})
    assert answer.json()["data"]["role"] == "admin"
    assert ada.client.patch("/accounts/admin/role", json={"role": "user"}).status_code == 200
    assert ada.client.patch("/accounts/admin/role", json={"role": "admin"}).status_code == 200
    assert admin.patch(f"/accounts/{ada.number}/role", json={"role": "owner"}).status_code == 400


def test_a_live_token_is_of_use_for_live_connections_only(client: httpx.Client, ada: Person) -> None:
    live = ada.client.post("/auth/live-token").json()["data"]
    assert live["expires_in"] == 300
    assert client.get("/auth/me", headers={"Authorization": f"Bearer {live['token']}"}).status_code == 401
    assert client.get("/auth/me", params={"token": live["token"]}).status_code == 401
    assert client.get("/auth/me", params={"token": ada.tokens["access_token"]}).status_code == 401


@pytest.fixture
def forged(server: Server, ada: Person) -> dict[str, str]:
    """Tokens that must not be believed, made from a good one."""
    secret = MasterKey.load(server.settings.data_dir).derive("jwt")
    claims = jwt.decode(ada.tokens["access_token"], secret, algorithms=["HS256"], audience="api")
    good = ada.tokens["access_token"]

    def signed(key: bytes | str = secret, algorithm: str = "HS256", **changes: object) -> str:
        return jwt.encode({**claims, **changes}, key, algorithm=algorithm)

    head, body, tail = good.split(".")
    return {
        "expired": signed(exp=int(time.time()) - 60),
        "unsigned": jwt.encode(claims, "", algorithm="none"),
        "unsigned with a signature": f"{jwt.encode(claims, '', algorithm='none')}{tail}",
        "another audience": signed(aud="refresh"),
        "many audiences": signed(aud=["api", "refresh"]),
        "another issuer": signed(iss="somebody"),
        "another key": signed(key=b"k" * 32),
        "another algorithm": signed(key=secret * 2, algorithm="HS512"),
        "somebody else": signed(sub="acct_00000000000000000000000000"),
        "another stream": signed(sub="name_x"),
        "another session": signed(sid="session_00000000000000000000000000"),
        "no end": jwt.encode({name: value for name, value in claims.items() if name != "exp"}, secret, "HS256"),
        "not valid yet": signed(nbf=int(time.time()) + 600),
        "cut": good[:-5],
        "changed": f"{head}.{body[:-3]}abc.{tail}",
        "long": good + "a" * 100_000,
        "the refresh token": ada.tokens["refresh_token"],
        "an API key": API_KEY,
        "nothing": "",
        "not ASCII": "é" * 20,
    }


def test_no_forged_token_is_believed(client: httpx.Client, forged: dict[str, str]) -> None:
    statuses = {}
    for name, token in forged.items():
        header = f"Bearer {token}".strip().encode("latin-1")
        statuses[name] = client.get("/auth/api-keys", headers={b"Authorization": header}).status_code
    assert {name: status for name, status in statuses.items() if status not in (401, 431)} == {}
    assert client.get("/auth/api-keys", headers={"Authorization": f"Basic {forged['cut']}"}).status_code == 401


def test_sign_ins_are_limited_by_address_and_the_answer_says_when_to_return(configure: Configure) -> None:
    with serving(configure(rate_limits="on", auth_per_minute=2)) as limited, limited.client() as client:
        for remaining in ("1", "0"):
            answer = client.post("/auth/login", json={"email": "x@example.com", "password": "wrong"})
            assert answer.status_code == 401
            assert answer.headers["X-RateLimit-Remaining"] == remaining
        refused = client.post("/auth/login", json={"email": "x@example.com", "password": "wrong"})
        assert refused.status_code == 429, refused.text
        assert refused.json()["error"]["code"] == "RATE_LIMIT_EXCEEDED"
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
        assert refused.headers["X-RateLimit-Limit"] == "2"
        assert client.get("/health").status_code == 200
        other = client.post("/auth/token", data={"username": "x", "password": "y"})
        assert other.status_code == 429
        assert set(other.json()) == {"detail"}


def test_the_admin_of_the_first_start_can_sign_in(server: Server) -> None:
    with sign_in(server, "admin@localhost", ADMIN_PASSWORD) as admin:
        assert admin.get("/auth/me").json()["username"] == "admin"
