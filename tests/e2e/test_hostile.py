"""What somebody tries who means no good."""

import socket

import httpx
import pytest

import api.server
from api.files.streaming import wanted_part
from tests.e2e.conftest import Configure, Person, Server, register, serving
from tests.e2e.pipeline import prompted, refused, started

STREAM = {"Accept": "text/event-stream"}
DIGITS = "9" * 5000


def live_token(person: Person) -> str:
    return str(person.client.post("/auth/live-token").json()["data"]["token"])


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/prompts"), ("GET", "/auth/me"), ("POST", "/auth/api-keys"), ("POST", "/auth/live-token")],
)
def test_a_token_for_streams_opens_nothing_else_whatever_is_said_to_be_accepted(
    client: httpx.Client, ada: Person, method: str, path: str
) -> None:
    answer = client.request(method, path, params={"token": live_token(ada)}, headers=STREAM)
    assert answer.status_code == 401


def test_tokens_stand_in_for_no_other_kind(client: httpx.Client, ada: Person) -> None:
    for token in (live_token(ada), ada.tokens["refresh_token"]):
        assert client.get("/prompts", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    for token in (live_token(ada), ada.tokens["access_token"]):
        assert client.post("/auth/refresh", json={"refresh_token": token}).status_code == 401
    run = started(ada)["run_id"]
    query = {"token": ada.tokens["access_token"]}
    assert client.get(f"/runs/{run}/events", params=query, headers=STREAM).status_code == 401


def test_numbers_without_end_are_no_errors_of_the_server(server: Server, ada: Person) -> None:
    run = started(ada)["run_id"]
    refused(ada.client.get(f"/runs/{run}/history", params={"after": DIGITS}))
    refused(ada.client.get(f"/runs/{run}/history", params={"after": "9" * 30}))
    refused(ada.client.get(f"/runs/{run}/events", params={"after": DIGITS}))
    with ada.client.stream("GET", f"/runs/{run}/events", headers={"Last-Event-ID": DIGITS, **STREAM}) as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize("header", [f"bytes=0-{DIGITS}", f"bytes={DIGITS}-", "bytes=\u0663-"])
def test_a_range_that_is_no_number_is_not_understood(header: str) -> None:
    assert wanted_part(header, 10) is None


def test_who_never_ends_the_head_of_a_request_is_cut_off(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api.server, "HEADERS_MS_MAX", 300)
    with (
        serving(configure()) as running,
        socket.create_connection(("127.0.0.1", running.settings.http.port), timeout=5) as slow,
    ):
        slow.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert not slow.recv(1000).startswith(b"HTTP/1.1 200")


def test_nobody_else_may_see_change_or_watch_what_is_mine(server: Server, ada: Person) -> None:
    prompt = prompted(ada)
    run = started(ada, prompt)["run_id"]
    eve = register(server, "eve-the-hostile")
    asked = [
        ("GET", f"/prompts/{prompt}"), ("GET", f"/runs/{run}"), ("GET", f"/runs/{run}/history"),
        ("GET", f"/runs/{run}/logs"), ("GET", f"/runs/{run}/events"), ("POST", f"/runs/{run}/cancel"),
        ("POST", f"/runs/{run}/retry"),
    ]  # fmt: skip
    for method, path in asked:
        assert eve.client.request(method, path).status_code == 404, path
    assert eve.client.post("/runs", json={"prompt_id": prompt}).status_code == 404
    assert eve.client.post("/exports", json={"run_id": run}).status_code == 404
    eve.client.close()


def test_the_words_of_a_refusal_do_not_tell_whether_a_thing_exists(server: Server, ada: Person) -> None:
    eve = register(server, "eve-the-curious")
    ids = (prompted(ada), "prompt_00000000000000000000000000", "nonsense")
    answers = [refused(eve.client.post("/runs", json={"prompt_id": one}), 404, "NOT_FOUND") for one in ids]
    answers += [refused(eve.client.get(f"/prompts/{one}"), 404, "NOT_FOUND") for one in ids]
    assert len({str(answer) for answer in answers}) == 1
    eve.client.close()


def test_a_token_for_streams_opens_an_event_stream_without_any_header(client: httpx.Client, ada: Person) -> None:
    run = started(ada)["run_id"]
    with client.stream("GET", f"/runs/{run}/events", params={"token": live_token(ada)}) as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/schema", "/schema/", "/schema/openapi.json", "/schema/redoc", "/schema/swagger"])
def test_no_pages_are_shown_that_load_from_elsewhere(server: Server, client: httpx.Client, path: str) -> None:
    for url in (path, f"http://127.0.0.1:{server.settings.http.port}{path}"):
        assert client.get(url).status_code == 404


def test_who_asks_for_nothing_in_particular_is_sent_to_the_page(server: Server, client: httpx.Client) -> None:
    answer = client.get(f"http://127.0.0.1:{server.settings.http.port}/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/docs")
