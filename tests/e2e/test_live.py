"""Watching a run over a WebSocket and as server-sent events; a hand of the test's plays the worker."""

import asyncio
import base64
import contextlib
import itertools
import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import websockets
from httpx_sse import connect_sse
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

import projections.runner
import runtime.relay
from commands.job import CompleteStage, EnterStage, FailAttempt, StartAttempt, Succeed
from domain.work import TextToModel
from runtime.bus import Bus
from runtime.live import Progressed, say
from tests.e2e.conftest import Configure, Person, Server, register, serving
from tests.e2e.pipeline import data_of, give, kept, refused, started, watching

STAGES = TextToModel.stages
WAIT_S = 30.0


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server: no worker, and a quick heartbeat."""
    with serving(configure(heartbeat_s=0.4), (projections.runner.run, runtime.relay.run)) as running:
        yield running


@pytest.fixture
def run_id(server: Server, ada: Person) -> str:
    """A run of Ada's that a worker has begun."""
    run_id = str(started(ada)["run_id"])
    give(server, StartAttempt(run_id, 1, "worker"))
    return run_id


def pass_stages(server: Server, run_id: str, *stages: str) -> None:
    for stage in stages:
        give(server, EnterStage(run_id, 1, stage), CompleteStage(run_id, 1, stage, 5, {"parts": 3}))


def succeed(server: Server, run_id: str) -> None:
    asset = kept(server, run_id, b"glTF", "model.glb", "model/gltf-binary")
    give(server, Succeed(run_id, 1, {"glb_asset": asset, "textures": {}}, {"prompt": "an oak chair"}))


def next_message(socket: ClientConnection) -> dict[str, Any]:
    """Return the next message that is no heartbeat."""
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=WAIT_S))
        if message["type"] != "ping":
            return message


def rest_of(socket: ClientConnection) -> list[dict[str, Any]]:
    return [message for text in socket if (message := json.loads(text))["type"] != "ping"]


def close_of(socket: ClientConnection) -> int:
    """Return the code with which a socket is closed."""
    deadline = time.monotonic() + WAIT_S
    with contextlib.suppress(ConnectionClosed):
        while True:  # its heartbeat would go on for ever
            socket.recv(timeout=max(deadline - time.monotonic(), 0))
    assert socket.close_code is not None
    return socket.close_code


def told(owner: str, server: Server, run_id: str, fraction: float) -> None:
    async def tell() -> None:
        bus = await Bus.connect(server.settings)
        await say(bus, owner, Progressed(run_id, 1, STAGES[0], time.time(), fraction, "Reading the prompt"))
        await bus.close()

    asyncio.run(tell())


def test_a_run_is_watched_from_its_start_to_its_end(server: Server, ada: Person, run_id: str) -> None:
    with watching(ada, run_id) as socket:
        give(server, EnterStage(run_id, 1, STAGES[0]))
        assert next_message(socket)["data"] == {"stage": "planning", "progress": 0.0, "message": "Planning has begun"}
        told(owner_of(ada), server, run_id, 0.75)
        said = next_message(socket)
        assert (said["type"], set(said)) == ("progress", {"type", "data", "position"})
        assert said["data"] == {"stage": "planning", "progress": 0.75, "message": "Reading the prompt"}
        asset = kept(server, run_id, b"\x89PNG", "geometry.png", "image/png", "preview")
        preview = next_message(socket)
        assert (preview["type"], set(preview["data"])) == ("preview", {"stage", "kind", "preview_url"})
        assert asset in preview["data"]["preview_url"]
        assert httpx.get(preview["data"]["preview_url"], trust_env=False).content == b"\x89PNG"
        assert data_of(ada.client.get(f"/runs/{run_id}"))["progress"] == pytest.approx(0.75 / len(STAGES))
        give(server, CompleteStage(run_id, 1, STAGES[0], 5, {"parts": 3}))
        assert next_message(socket)["data"] == {"stage": "planning", "result": {"parts": 3}}
        succeed(server, run_id)
        complete = next_message(socket)
        assert (complete["type"], set(complete["data"])) == ("complete", {"run_id", "result"})
        assert complete["data"]["result"]["mesh_url"].startswith("http://")
        assert close_of(socket) == 1000
    assert data_of(ada.client.get(f"/runs/{run_id}"))["result"] == complete["data"]["result"]


def owner_of(person: Person) -> str:
    """Return the account of somebody, as their token says it."""
    payload = person.tokens["access_token"].split(".")[1]
    return str(json.loads(base64.urlsafe_b64decode(payload + "=="))["sub"])


def test_who_comes_late_or_again_gets_each_message_once(server: Server, ada: Person, run_id: str) -> None:
    pass_stages(server, run_id, *STAGES)
    succeed(server, run_id)
    with watching(ada, run_id) as socket:
        everything = rest_of(socket)
    assert [message["type"] for message in everything] == ["progress", "stage_complete"] * 5 + ["complete"]
    for seen in (0, 3, 10):
        with watching(ada, run_id, f"?after={everything[seen]['position']}") as socket:
            assert rest_of(socket) == everything[seen + 1 :]
    with watching(ada, run_id, f"?after={everything[-1]['position']}") as socket:
        assert close_of(socket) == 1000


def test_the_socket_answers_without_the_prefix_and_with_a_token_in_its_address(
    server: Server, ada: Person, run_id: str
) -> None:
    give(server, EnterStage(run_id, 1, STAGES[0]))
    with watching(ada, run_id, prefix="") as socket:
        assert next_message(socket)["type"] == "progress"
    token = ada.client.post("/auth/live-token").json()["data"]["token"]
    root = server.url.replace("http", "ws", 1)
    with connect(f"{root}/ws/runs/{run_id}?token={token}", proxy=None) as socket:
        assert next_message(socket)["type"] == "progress"


@pytest.mark.parametrize("query", ["", "?token=nonsense", "?token="])
def test_who_is_not_known_is_shown_the_door(server: Server, run_id: str, query: str) -> None:
    root = server.url.replace("http", "ws", 1)
    with connect(f"{root}/ws/runs/{run_id}{query}", proxy=None) as socket:
        assert close_of(socket) == 4401


def test_somebody_elses_run_and_one_that_is_not_there_close_alike(server: Server, ada: Person, run_id: str) -> None:
    bob = register(server, "bob-of-sockets")
    for foreign in (run_id, "run_" + "0" * 26, "run_456", "acct_" + "0" * 26):
        with watching(bob, foreign) as socket:
            assert close_of(socket) == 4404
    bob.client.close()


def test_a_failed_run_ends_with_an_error(server: Server, ada: Person, run_id: str) -> None:
    give(
        server,
        EnterStage(run_id, 1, "planning"),
        FailAttempt(run_id, 1, "GENERATION_FAILED", "A part is empty", "planning"),
    )
    with watching(ada, run_id) as socket:
        end = rest_of(socket)[-1]
    assert end["type"] == "error"
    assert end["data"] == {
        "run_id": run_id, "status": "failed", "code": "GENERATION_FAILED",
        "message": "A part is empty", "stage": "planning",
    }  # fmt: skip
    run = data_of(ada.client.get(f"/runs/{run_id}"))
    assert run["error"] == {"code": "GENERATION_FAILED", "message": "A part is empty"}
    assert [stage["status"] for stage in run["stages"]][:2] == ["failed", "pending"]


def test_a_message_over_the_limit_closes_the_socket_and_a_small_one_does_not(ada: Person, run_id: str) -> None:
    with watching(ada, run_id) as socket:
        socket.send("hello")
        socket.send(b"hello")
        with contextlib.suppress(ConnectionClosed):
            socket.send("x" * (2**20 + 1))
        assert close_of(socket) == 1009


def test_an_account_has_ten_connections_and_gets_them_back(ada: Person, run_id: str) -> None:
    with contextlib.ExitStack() as sockets:
        ten = [sockets.enter_context(watching(ada, run_id)) for _ in range(10)]
        for socket in ten:  # one that says something has its seat; the handshake alone comes before that
            assert json.loads(socket.recv(timeout=WAIT_S))["type"] == "ping"
        with watching(ada, run_id) as socket:
            assert close_of(socket) == 4429
        refused(ada.client.get(f"/runs/{run_id}/events"), 429, "RATE_LIMIT_EXCEEDED")
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        with watching(ada, run_id) as socket, contextlib.suppress(ConnectionClosed):
            assert json.loads(socket.recv(timeout=WAIT_S))["type"] == "ping"
            return
    raise AssertionError("the seats were not given back")


def test_a_quiet_socket_is_shown_to_be_alive(ada: Person, run_id: str) -> None:
    with watching(ada, run_id) as socket:
        assert json.loads(socket.recv(timeout=WAIT_S)) == {"type": "ping", "data": {}}


def test_an_event_stream_tells_the_same_and_resumes(server: Server, ada: Person, run_id: str) -> None:
    pass_stages(server, run_id, *STAGES)
    succeed(server, run_id)
    with watching(ada, run_id) as socket:
        expected = [(str(message["position"]), message["type"], message["data"]) for message in rest_of(socket)]

    def read(**headers: str) -> list[tuple[str, str, Any]]:
        with connect_sse(ada.client, "GET", f"/runs/{run_id}/events", headers=headers) as source:
            return [(event.id, event.event, json.loads(event.data)) for event in source.iter_sse()]

    assert read() == expected
    assert read(**{"last-event-id": expected[2][0]}) == expected[3:]
    over = ada.client.get(f"/runs/{run_id}/events", params={"after": expected[-1][0]})
    assert over.status_code == 204


def test_an_event_stream_says_when_to_come_back_and_that_it_is_alive(server: Server, ada: Person, run_id: str) -> None:
    with ada.client.stream("GET", f"/runs/{run_id}/events") as answer:
        assert answer.headers["content-type"] == "text/event-stream"
        lines = answer.iter_lines()
        assert [next(lines) for _ in range(4)] == [": ping", "", ": ping", ""]
        give(server, EnterStage(run_id, 1, STAGES[0]))
        told = list(itertools.takewhile(lambda line: not line.startswith("data: "), lines))
        assert told[-3] == "retry: 2000"
        assert told[-1] == "event: progress"


def test_a_reader_that_never_reads_keeps_nobody_else_waiting(server: Server, ada: Person, run_id: str) -> None:
    give(server, EnterStage(run_id, 1, STAGES[0]))
    with watching(ada, run_id), watching(ada, run_id) as socket:
        next_message(socket)
        told(owner_of(ada), server, run_id, 0.5)
        assert next_message(socket)["data"]["progress"] == 0.5


def test_a_reader_that_never_reads_is_let_go(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.watching.live.SEND_TIMEOUT_S", 0.5)
    settings = configure(sockets_per_user_max=1)
    with serving(settings, (projections.runner.run, runtime.relay.run)) as small:
        ada = register(small, "ada-of-deafness")
        run_id = started(ada)["run_id"]
        give(small, StartAttempt(run_id, 1, "worker"), EnterStage(run_id, 1, STAGES[0]))
        with deaf_socket(ada, run_id):
            assert any(let_go_after_flood(small, ada, run_id) for _ in range(100))
        ada.client.close()


def let_go_after_flood(server: Server, person: Person, run_id: str) -> bool:
    asyncio.run(flood(server, owner_of(person), run_id))
    return has_a_seat(person, run_id)


def has_a_seat(person: Person, run_id: str) -> bool:
    """Return whether another socket of the account is let in; if not, that takes a moment to say."""
    with watching(person, run_id) as socket, contextlib.suppress(ConnectionClosed):
        return bool(next_message(socket))
    return threading.Event().wait(0.1)


@contextlib.contextmanager
def deaf_socket(person: Person, run_id: str) -> Iterator[None]:
    """Open a WebSocket by hand and read nothing but the answer to its handshake."""
    url = person.client.base_url
    head = {
        "Host": "x", "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Authorization": person.client.headers["authorization"],
    }  # fmt: skip
    lines = [f"GET /api/v1/ws/runs/{run_id} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
    with socket.create_connection((url.host, url.port)) as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        raw.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        assert b" 101 " in raw.recv(200)
        yield


async def flood(server: Server, owner: str, run_id: str) -> None:
    """Say a megabyte; repeated, it is more than the buffers between server and reader hold."""
    bus = await Bus.connect(server.settings)
    for number in range(20):
        await say(bus, owner, Progressed(run_id, 1, STAGES[0], time.time(), number / 20, "@" * 50_000))
        await bus.nats.flush()
    await bus.close()


def test_a_server_that_stops_closes_its_sockets_with_1012(configure: Configure) -> None:
    with contextlib.ExitStack() as sockets:
        with serving(configure(), (projections.runner.run,)) as stopping:
            ada = register(stopping, "ada-of-restarts")
            socket = sockets.enter_context(watching(ada, started(ada)["run_id"]))
            ada.client.close()
        assert close_of(socket) == 1012


def test_ten_watchers_see_the_same_end(server: Server, ada: Person, run_id: str) -> None:
    headers = {"Authorization": ada.client.headers["authorization"]}
    url = f"{server.url.replace('http', 'ws', 1)}/ws/runs/{run_id}"

    async def watch() -> list[Any]:
        async with websockets.connect(url, additional_headers=headers, proxy=None) as socket:
            return [json.loads(text) async for text in socket]

    async def watch_all() -> list[list[Any]]:
        tasks = [asyncio.create_task(watch()) for _ in range(10)]
        await asyncio.to_thread(pass_stages, server, run_id, *STAGES)
        await asyncio.to_thread(succeed, server, run_id)
        return await asyncio.gather(*tasks)

    seen = asyncio.run(watch_all())
    assert seen[0][-1]["type"] == "complete"
    assert all(watched[-1] == seen[0][-1] for watched in seen)
