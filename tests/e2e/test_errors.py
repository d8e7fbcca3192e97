"""What goes wrong over real HTTP: in each family's words, whatever is sent, and nothing internal."""

import gzip
import re
import socket
from typing import Any

import httpx
import pytest

from api.dialects import DIALECTS, family_of
from tests.e2e.conftest import Configure, Person, Server, serving

PATHS = {
    1: "/runs/run_00000000000000000000000000",
    2: "/generate",
    3: "/compliance/run_case",
    4: "/status/batch_1",
    5: "/projects/1",
}
UNKNOWN = {1: "/exports/a/b/c/d", 3: "/core/nothing", 4: "/models/nothing", 5: "/jobs/a/b/c"}
JSON = {"Content-Type": "application/json"}


def shape(family: int, body: dict[str, Any]) -> tuple[str, str]:
    """Return code and message of an error, after checking that it has exactly its family's shape."""
    match family:
        case 1:
            assert set(body) == {"success", "error"}
            assert body["success"] is False
            assert set(body["error"]) == {"code", "message", "details"}
            return body["error"]["code"], body["error"]["message"]
        case 2 | 3:
            assert set(body) == {"detail", "error_code", "timestamp"}
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", body["timestamp"])
            return body["error_code"], body["detail"]
        case 4:
            assert set(body) == {"detail"}
            assert set(body["detail"]) == {"code", "message", "details"}
            return body["detail"]["code"], body["detail"]["message"]
        case _:
            assert set(body) == {"detail"}
            return "", body["detail"]


@pytest.mark.parametrize("family", UNKNOWN)
def test_an_unknown_path_is_answered_in_its_familys_words(client: httpx.Client, family: int) -> None:
    answer = client.get(UNKNOWN[family])
    assert answer.status_code == 404
    assert shape(family, answer.json())[0] in ("NOT_FOUND", "")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("DELETE", "/prompts"),
        ("PUT", "/runs"),
        ("DELETE", "/auth/me"),
        ("PATCH", "/auth/register"),
        ("POST", "/health"),
        ("TRACE", "/runs"),
        ("BREW", "/prompts"),
        ("DELETE", "/auth/login"),
    ],
)
def test_a_method_that_is_not_there_is_answered_in_its_familys_words(
    client: httpx.Client, method: str, path: str
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    shape(family_of(path), answer.json())


def test_a_missing_token_is_answered_in_the_words_of_family_1(client: httpx.Client) -> None:
    answer = client.get(PATHS[1])
    assert answer.status_code == 401
    assert shape(1, answer.json())[0] == "AUTHENTICATION_ERROR"
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "missing"),
        (b"null", "missing"),
        (b"{", "JSON"),
        (b'{"email": "a@b.c", "password": "x"', "JSON"),
        (b"[]", "object"),
        (b'"text"', "object"),
        (b"[" * 100_000, "nested"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested"),
        (b'{"email": "\xff\xfe", "password": "x"}', "UTF-8"),
        (b'{"email": "\\ud800", "password": "x"}', "JSON"),
        (b'{"email": 5, "password": "x"}', "`email`"),
        (b'{"email": "a@b.c"}', "`password`"),
        (b'{"password": NaN}', "JSON"),
        (b"\x00" * 100, "JSON"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_a_reason(client: httpx.Client, body: bytes, words: str) -> None:
    answer = client.post("/auth/login", content=body, headers=JSON)
    assert answer.status_code == 400
    code, message = shape(1, answer.json())
    assert code == "VALIDATION_ERROR"
    assert words in message


def test_brackets_in_texts_are_not_nesting(client: httpx.Client) -> None:
    body = {"email": "[" * 150 + '\\"{' * 40, "password": "x"}
    assert client.post("/auth/login", json=body).status_code == 401


@pytest.mark.parametrize(("path", "status"), [("/auth/login", 400), ("/auth/register", 422)])
def test_a_missing_field_has_the_status_of_its_family(client: httpx.Client, path: str, status: int) -> None:
    assert client.post(path, json={"email": "x@example.com"}).status_code == status


def test_the_sign_in_speaks_the_words_of_family_3_when_an_api_key_is_sent(client: httpx.Client) -> None:
    answer = client.post("/auth/login", content=b"{", headers={**JSON, "X-API-Key": "x"})
    assert shape(3, answer.json())[0] == "VALIDATION_ERROR"


def test_a_body_of_10_megabytes_is_refused(client: httpx.Client) -> None:
    answer = client.post("/auth/login", content=b" " * 10_000_000, headers=JSON)
    assert answer.status_code == 413
    assert str(2**20) in shape(1, answer.json())[1]


def test_a_body_of_10_megabytes_that_hides_its_length_is_refused(client: httpx.Client) -> None:
    answer = client.post("/auth/login", content=iter([b" " * 100_000] * 100), headers=JSON)
    assert answer.status_code == 413


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", "multipart/form-data; boundary=x", "x"])
def test_another_media_type_is_refused(client: httpx.Client, media_type: str) -> None:
    answer = client.post("/auth/login", content=b"{}", headers={"Content-Type": media_type})
    assert answer.status_code == 415
    assert "application/json" in shape(1, answer.json())[1]


@pytest.mark.parametrize("family", UNKNOWN)
def test_every_error_can_be_had_after_rfc_9457(client: httpx.Client, family: int) -> None:
    answer = client.get(UNKNOWN[family], headers={"Accept": "application/problem+json"})
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code == 404
    assert body["request_id"] == answer.headers["X-Request-Id"]
    assert {"type", "title", "detail", "code"} <= set(body)


@pytest.mark.parametrize(
    "accept", ["application/problem+json;q=0", "application/json, application/problem+json; q=0.00"]
)
def test_what_is_not_wanted_at_all_is_not_sent(client: httpx.Client, accept: str) -> None:
    answer = client.get(UNKNOWN[1], headers={"Accept": accept})
    assert answer.headers["Content-Type"] == "application/json"


def test_a_packed_body_is_refused_by_the_name_of_its_packing(client: httpx.Client) -> None:
    answer = client.post("/auth/login", content=gzip.compress(b"{}"), headers={**JSON, "Content-Encoding": "gzip"})
    assert answer.status_code == 415
    assert "gzip" in shape(1, answer.json())[1]


def test_a_sane_request_id_is_kept_and_another_is_replaced(client: httpx.Client) -> None:
    kept = client.get(PATHS[1], headers={"X-Request-Id": "my-request-0001"})
    assert kept.headers["X-Request-Id"] == "my-request-0001"
    assert kept.json()["error"]["details"]["request_id"] == "my-request-0001"
    for insane in ("short", "x" * 65, "has blank in it", "<script>alert(1)</script>"):
        given = client.get("/health", headers={"X-Request-Id": insane}).headers["X-Request-Id"]
        assert given != insane
        assert given.startswith("req_")


def test_every_answer_has_a_request_id_and_security_headers(client: httpx.Client) -> None:
    for path in ("/health", "/nothing", "/auth/me"):
        headers = client.get(path).headers
        assert headers["X-Request-Id"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_broken_request_line_and_a_cut_body_do_not_stop_the_server(server: Server, client: httpx.Client) -> None:
    address = ("127.0.0.1", server.settings.http.port)
    for sent in (
        b"\x00\xff\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{",
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    ):
        with socket.create_connection(address, timeout=5) as connection:
            connection.sendall(sent)
    assert client.get("/health").status_code == 200


def test_a_query_that_is_not_allowed_names_the_parameter(ada: Person) -> None:
    answer = ada.client.get("/runs", params={"limit": "many"})
    assert answer.status_code == 400
    assert "`limit`" in shape(1, answer.json())[1]


def test_somebody_elses_thing_looks_like_a_missing_one(ada: Person) -> None:
    answer = ada.client.get("/runs/run_00000000000000000000000000")
    assert answer.status_code == 404
    assert shape(1, answer.json())[0] == "NOT_FOUND"


def test_limits_show_on_every_answer_and_refuse_in_the_words_of_the_family(configure: Configure) -> None:
    settings = configure(rate_limits="on", other_per_minute=2, design_per_minute=1, image_per_minute=1)
    with serving(settings) as limited, limited.client() as client:
        for family, path, allowed in ((1, "/prompts", 2), (3, "/designs", 1), (4, "/status/x", 1)):
            for _ in range(allowed):
                answer = client.get(path)
                assert answer.status_code in (401, 404)
                assert {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"} <= set(answer.headers)
            refused = client.get(path)
            assert refused.status_code == 429
            assert shape(family, refused.json())[0] == DIALECTS[family].codes["too_many"]
            assert int(refused.headers["Retry-After"]) >= 1
        for _ in range(5):
            assert client.get("/metrics").status_code == 200


def test_web_pages_may_call_only_from_origins_that_are_named(configure: Configure, client: httpx.Client) -> None:
    asked = {"Origin": "https://page.example", "Access-Control-Request-Method": "POST"}
    assert "access-control-allow-origin" not in client.get("/health", headers=asked).headers
    with serving(configure(cors_origins="https://page.example")) as open_server, open_server.client() as other:
        assert other.get("/health", headers=asked).headers["Access-Control-Allow-Origin"] == "https://page.example"
        assert other.options("/prompts", headers=asked).status_code == 204
        stranger = {**asked, "Origin": "https://evil.example"}
        assert "access-control-allow-origin" not in other.get("/health", headers=stranger).headers


def test_a_page_may_read_a_refusal_that_comes_before_any_route(configure: Configure) -> None:
    limits = configure(rate_limits="on", other_per_minute=1, cors_origins="https://page.example")
    with serving(limits) as limited, limited.client(origin="https://page.example") as page:
        page.get("/prompts")
        refused = page.get("/prompts")
        assert refused.status_code == 429
        assert refused.headers.get_list("Access-Control-Allow-Origin") == ["https://page.example"]
        assert "Retry-After" in refused.headers["Access-Control-Expose-Headers"]
        assert refused.headers["Vary"] == "Origin"
        stranger = page.get("/prompts", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in stranger.headers
