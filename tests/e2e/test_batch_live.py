"""Watching a batch as server-sent events and over a WebSocket; a hand of the test's plays the worker."""

import asyncio
import contextlib
import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from httpx_sse import ServerSentEvent, connect_sse
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

import projections.runner
import runtime.relay
from commands.job import CompleteStage, ConfirmCancel, EnterStage, RequestCancel, StartAttempt
from runtime.bus import Bus
from runtime.live import Logged, Progressed, say
from tests.e2e.batching import broken, made, picture, refused, uploaded
from tests.e2e.conftest import API_KEY, Configure, Person, Server, numbers, register, serving
from tests.e2e.pipeline import give
from tests.e2e.test_batches import tasks, until
from tests.e2e.test_live import owner_of

SEATS = 3


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server: no worker, a quick heartbeat, and few live connections for an account."""
    configured = configure(heartbeat_s=0.4, sockets_per_user_max=SEATS)
    with serving(configured, (projections.runner.run, runtime.relay.run)) as running:
        yield running


@pytest.fixture
def batch(ada: Person) -> dict[str, Any]:
    """Two pictures that wait for a worker."""
    return uploaded(ada, ("cup.jpg", picture()), ("sky.jpg", picture(colour=5)))


@contextlib.contextmanager
def streaming(client: httpx.Client, batch: dict[str, Any], **options: Any) -> Iterator[Iterator[ServerSentEvent]]:
    path = f"/status/stream/{batch['job_id']}"
    with connect_sse(client, "GET", path, **options) as source:
        assert source.response.status_code == 200, source.response.read()
        yield source.iter_sse()


def read(events: Iterator[ServerSentEvent], last: str = "end", count: int = 1) -> list[dict[str, Any]]:
    """Return messages up to the `count`th of type `last`, each with its id."""
    found: list[dict[str, Any]] = []
    for event in events:
        assert event.event == "message"  # without a name, as spec 4 has it: `onmessage` of an EventSource gets them
        if not event.data:  # only says when to come back
            continue
        found.append({**json.loads(event.data), "id": event.id})
        count -= found[-1]["type"] == last
        if not count:
            return found
    raise AssertionError(f"The stream ended before {last}: {found}")


def socket_of(server: Server, path: str, **headers: str) -> ClientConnection:
    url = server.url.replace("http", "ws", 1).removesuffix("/api/v1") + path
    return connect(url, additional_headers=headers, open_timeout=10, close_timeout=2, ping_interval=None, proxy=None)


def closed(watching: ClientConnection) -> int:
    with watching, contextlib.suppress(ConnectionClosed):
        while True:
            watching.recv(timeout=10)
    return watching.close_code or 0


def test_the_messages_are_those_of_the_spec(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    first, second = tasks(batch)
    with streaming(ada.client, batch) as events:
        give(server, StartAttempt(first, 1, "worker"), EnterStage(first, 1, "reading"))
        begun = read(events, "log")
        give(server, CompleteStage(first, 1, "reading", 5), EnterStage(first, 1, "foreground"))
        entered = read(events, "log")
        broken(server, second)
        failed = read(events, "failed")[-1]
        give(server, RequestCancel(first), ConfirmCancel(first, 1))
        rest = read(events)
    ids = {"job_id": batch["job_id"], "file_id": "file_001"}
    started, log = begun
    assert {**ids, "type": "progress", "progress": 0.0}.items() <= started.items()
    assert {**ids, "type": "log", "message": "Reading has begun"}.items() <= log.items()
    assert [(one["type"], one.get("progress")) for one in entered] == [("progress", 20.0), ("log", None)]
    assert (failed["file_id"], failed["status"], failed["error"]["code"]) == ("file_002", "failed", "PROCESSING_ERROR")
    assert [one["type"] for one in rest] == ["failed", "end"]
    assert (rest[0]["file_id"], rest[0]["status"]) == ("file_001", "cancelled")
    end = {"status": "failed", "total_files": 2, "processed_files": 2, "failed_files": 2}
    assert end.items() <= rest[-1].items()
    shown = until(ada, batch["job_id"], processed_files=2)
    assert shown["failed_files"] == 2
    assert [file["error"] for file in shown["files"]] == [rest[0]["error"], failed["error"]]


def test_models_come_with_links_that_open(
    server: Server, ada: Person, batch: dict[str, Any], client: httpx.Client
) -> None:
    with streaming(ada.client, batch) as events:
        for task in tasks(batch):
            made(server, task)
        messages = read(events)
    done = [one for one in messages if one["type"] == "completed"]
    assert [one["file_id"] for one in done] == ["file_001", "file_002"]
    assert (done[0]["method"], done[0]["agreement"]) == ("fit", {"iou": 0.93, "edges": 0.4})
    assert all(client.get(one[name]).status_code == 200 for one in done for name in ("model_url", "preview_url"))
    assert messages[-1]["status"] == "completed"


def test_who_was_away_goes_on_where_they_were(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    first, second = tasks(batch)
    made(server, first)
    with streaming(ada.client, batch) as events:
        seen = read(events, "completed")[-1]["id"]
    made(server, second)
    with streaming(ada.client, batch, headers={"Last-Event-ID": seen}) as events:
        missed = read(events)
    assert [one["type"] for one in missed[-2:]] == ["completed", "end"]
    assert {one.get("file_id", "file_002") for one in missed} == {"file_002"}
    path = f"/status/stream/{batch['job_id']}"
    assert ada.client.get(path, headers={"Last-Event-ID": missed[-1]["id"]}).status_code == 204
    assert ada.client.get(path, params={"after": missed[-1]["id"]}).status_code == 204
    with streaming(ada.client, batch, headers={"Last-Event-ID": missed[-2]["id"]}) as events:
        assert [one["type"] for one in read(events)] == ["end"]
    with streaming(ada.client, batch, headers={"Last-Event-ID": "nonsense"}) as events:
        assert [one["type"] for one in read(events)].count("completed") == 2


def test_a_file_that_is_asked_for_again_opens_the_stream_again(
    server: Server, ada: Person, batch: dict[str, Any]
) -> None:
    for task in tasks(batch):
        made(server, task)
    with streaming(ada.client, batch) as events:
        end = read(events)[-1]["id"]
    body = {"job_id": batch["job_id"], "file_id": "file_001", "face_limit": 500}
    again = ada.client.post("/models/generate-single", json=body).json()["model_task_id"]
    with streaming(ada.client, batch, headers={"Last-Event-ID": end}) as events:
        broken(server, again)
        messages = read(events)
    assert [one["type"] for one in messages[-2:]] == ["failed", "end"]
    assert messages[-1]["status"] == "completed"  # the other one has its model


def test_what_is_said_while_it_runs_is_passed_on(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    task = tasks(batch)[0]
    give(server, StartAttempt(task, 1, "worker"), EnterStage(task, 1, "reading"))
    with streaming(ada.client, batch) as events:
        read(events, "log")
        asyncio.run(told(server, ada, Progressed(task, 1, "reading", 0.0, 0.5, "halfway")))
        halfway = read(events, "progress")[-1]
        asyncio.run(told(server, ada, Progressed(task, 1, "reading", 0.0, 0.5, "halfway")))  # the same again
        asyncio.run(told(server, ada, Logged(task, 1, "reading", 0.0, "It is upright", {"orientation": 6})))
        (noted,) = read(events, "log")
    assert (halfway["progress"], halfway["message"]) == (10.0, "halfway")
    assert (noted["message"], noted["values"]) == ("It is upright", {"orientation": 6})


def test_ids_never_fall_while_one_picture_runs_and_another_is_cancelled(
    server: Server, ada: Person, batch: dict[str, Any]
) -> None:
    task = tasks(batch)[0]
    give(server, StartAttempt(task, 1, "worker"), EnterStage(task, 1, "reading"))
    token = {"Authorization": ada.client.headers["authorization"]}
    with (
        streaming(ada.client, batch) as events,
        socket_of(server, f"/ws/status/{batch['job_id']}", **token) as watching,
    ):
        seen = read(events, "log")
        ada.client.post("/models/cancel", json={"job_id": batch["job_id"], "file_id": "file_002"})
        seen += read(events, "failed")
        asyncio.run(told(server, ada, Progressed(task, 1, "reading", 0.0, 0.5, "halfway")))
        seen += read(events, "progress")
        carried = [json.loads(watching.recv(timeout=10))["position"] for _ in seen]
        with streaming(ada.client, batch, headers={"Last-Event-ID": seen[-1]["id"]}) as again:
            assert read(again, "progress") == seen[-1:]
    ids = [int(one["id"]) for one in seen]
    assert ids == carried == sorted(ids)


async def told(server: Server, person: Person, message: Progressed | Logged) -> None:
    bus = await Bus.connect(server.settings)
    await say(bus, owner_of(person), message)
    await bus.close()


def test_an_idle_stream_is_shown_to_be_alive(ada: Person, batch: dict[str, Any]) -> None:
    with ada.client.stream("GET", f"/status/stream/{batch['job_id']}") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        chunks = answer.iter_raw()
        said = b"".join(next(chunks) for _ in range(3))
    assert said.count(b": ping\n\n") >= 2


def test_a_socket_says_the_same(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    for task in tasks(batch):
        made(server, task)
    with streaming(ada.client, batch) as events:
        streamed = [{"position": int(one.pop("id")), **one} for one in read(events)]
    token = {"Authorization": ada.client.headers["authorization"]}
    for prefix in ("/api/v1", ""):
        with socket_of(server, f"{prefix}/ws/status/{batch['job_id']}", **token) as watching:
            said = [json.loads(message) for message in watching]
        assert without_links(said) == without_links(streamed)
        assert watching.close_code == 1000
    after = said[-2]["position"]
    with socket_of(server, f"/ws/status/{batch['job_id']}?after={after}", **token) as watching:
        assert [json.loads(message)["type"] for message in watching] == ["end"]
    assert closed(socket_of(server, f"/ws/status/{batch['job_id']}?after=zz", **token)) == 4400


def without_links(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return messages without their links, which say until when they are good."""
    return [{name: value for name, value in one.items() if not name.endswith("_url")} for one in messages]


def test_only_its_owner_and_who_knows_its_session_may_watch(
    server: Server, client: httpx.Client, batch: dict[str, Any]
) -> None:
    path, session = f"/status/stream/{batch['job_id']}", {"session_id": batch["session_id"]}
    bob = register(server, f"bob{next(numbers)}")
    with bob.client:
        refused(bob.client.get(path), 404, "NOT_FOUND")
        token = {"Authorization": bob.client.headers["authorization"]}
        assert closed(socket_of(server, f"/ws/status/{batch['job_id']}", **token)) == 4404
    refused(client.get(path), 401, "AUTHENTICATION_REQUIRED")
    refused(client.get(path, params={"session_id": "sess_wrong"}), 404, "NOT_FOUND")
    assert closed(socket_of(server, f"/ws/status/{batch['job_id']}")) == 4401
    for task in tasks(batch):
        made(server, task)
    with streaming(client, batch, params=session) as events:
        assert read(events)[-1]["type"] == "end"
    opened = socket_of(server, f"/ws/status/{batch['job_id']}?session_id={session['session_id']}")
    assert closed(opened) == 1000


def test_a_page_watches_with_a_short_lived_token(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    token = ada.client.post("/auth/live-token").json()["data"]["token"]
    for task in tasks(batch):
        made(server, task)
    with server.client(authorization=f"Bearer {API_KEY}") as keyed:
        assert keyed.post("/auth/live-token").status_code == 401
    with server.client() as page, streaming(page, batch, params={"token": token}) as events:
        assert read(events)[-1]["type"] == "end"


def test_an_account_has_so_many_connections(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    path = f"/status/stream/{batch['job_id']}"
    with contextlib.ExitStack() as open_ones:
        for _ in range(SEATS):
            open_ones.enter_context(streaming(ada.client, batch))
        assert refused(ada.client.get(path), 429, "RATE_LIMIT_EXCEEDED")["connections_max"] == SEATS
        token = {"Authorization": ada.client.headers["authorization"]}
        assert closed(socket_of(server, f"/ws/status/{batch['job_id']}", **token)) == 4429
    for _ in range(200):
        with ada.client.stream("GET", path) as again:
            if again.status_code == 200:
                return
    raise AssertionError("The connections are still counted")


def test_a_deleted_batch_ends_the_stream(ada: Person) -> None:
    batch = uploaded(ada, generate="false")
    with streaming(ada.client, batch) as events:
        assert ada.client.delete(f"/upload/batch/{batch['job_id']}").status_code == 204
        assert read(events)[-1]["status"] == "deleted"
    refused(ada.client.get(f"/status/stream/{batch['job_id']}"), 404, "NOT_FOUND")


def test_who_goes_away_in_the_middle_leaves_nothing(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    for _ in range(SEATS + 2):
        with socket.create_connection(("127.0.0.1", server.settings.http.port), timeout=10) as reader:
            request = f"GET /api/v1/status/stream/{batch['job_id']} HTTP/1.1\r\nHost: x\r\n"
            reader.sendall(f"{request}Authorization: {ada.client.headers['authorization']}\r\n\r\n".encode())
            assert reader.recv(100)
    for task in tasks(batch):
        made(server, task)
    for _ in range(200):
        with ada.client.stream("GET", f"/status/stream/{batch['job_id']}") as answer:
            if answer.status_code == 200:
                return
    raise AssertionError("The connections are still counted")


def test_who_stops_reading_is_let_go(
    server: Server, ada: Person, batch: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.watching.live.SEND_TIMEOUT_S", 0.3)
    task, path = tasks(batch)[0], f"/status/stream/{batch['job_id']}"
    give(server, StartAttempt(task, 1, "worker"), EnterStage(task, 1, "reading"))
    with contextlib.ExitStack() as deaf:
        for _ in range(SEATS):
            reader = deaf.enter_context(socket.create_connection(("127.0.0.1", server.settings.http.port), timeout=10))
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            request = f"GET /api/v1{path} HTTP/1.1\r\nHost: x\r\n"
            reader.sendall(f"{request}Authorization: {ada.client.headers['authorization']}\r\n\r\n".encode())
            assert b" 200 " in reader.recv(100)
        assert any(asyncio.run(flooded(server, ada, task)) or _has_a_seat(ada, path) for _ in range(50))


async def flooded(server: Server, person: Person, task: str) -> None:
    """Say two megabytes; repeated, it is more than the buffers between server and reader hold."""
    bus = await Bus.connect(server.settings)
    for number in range(40):
        await say(bus, owner_of(person), Logged(task, 1, "reading", float(number), "@" * 50_000))
        await bus.nats.flush()
    await bus.close()


def _has_a_seat(person: Person, path: str) -> bool:
    with person.client.stream("GET", path) as answer:
        return answer.status_code == 200
