"""Bodies that do not come whole, in time, or as they are read."""

import socket
from collections.abc import Iterator

import pytest
import structlog.testing

from tests.e2e.conftest import Configure, Person, Server, serving

PATHS = ("/prompts/", "/auth/register", "/auth/token")


def answer_to_part(server: Server, path: str, person: Person | None = None, *, is_closed: bool) -> str:
    """Return the answer to 6 bytes of a body of 100."""
    token = person.client.headers["authorization"] if person else ""
    kind = "application/x-www-form-urlencoded" if path == "/auth/token" else "application/json"
    head = f"POST /api/v1{path} HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\nContent-Type: {kind}\r\n"
    with socket.create_connection(("127.0.0.1", server.settings.http.port), timeout=10) as connection:
        connection.sendall(f'{head}Content-Length: 100\r\n\r\n{{"a": 1'.encode()[:-1])
        if is_closed:
            connection.shutdown(socket.SHUT_WR)
        return connection.recv(10_000).decode()


@pytest.fixture(scope="module")
def hasty(configure: Configure) -> Iterator[Server]:
    """A server that waits for nobody."""
    with serving(configure(request_timeout_s=0.5)) as running:
        yield running


@pytest.mark.parametrize("path", PATHS)
def test_a_body_cut_in_the_middle_is_refused_and_is_no_error_of_the_server(
    server: Server, ada: Person, path: str
) -> None:
    with structlog.testing.capture_logs() as said:
        answer = answer_to_part(server, path, ada, is_closed=True)
        for _ in range(2):  # the first one's line is there when the second one is answered
            ada.client.get("/auth/me")
    assert not answer or answer.startswith("HTTP/1.1 400"), answer
    assert "request.finished" in {line["event"] for line in said}
    assert [line for line in said if line["log_level"] == "error"] == []


@pytest.mark.parametrize("path", PATHS)
def test_a_body_that_stalls_is_told_from_an_answer_that_is_late(hasty: Server, ada: Person, path: str) -> None:
    answer = answer_to_part(hasty, path, ada, is_closed=False)
    assert answer.startswith("HTTP/1.1 408"), answer
    assert "The body did not arrive in time" in answer
