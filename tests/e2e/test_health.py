"""Whether the server is well, and what it says when a part is away."""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import msgspec
import pytest
from nats.aio.msg import Msg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

import handlers.worker
import projections.runner
from projections.views import VIEWS
from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.live import WorkerPresence, encode_presence
from runtime.services import services
from runtime.settings import BusSettings, HttpSettings, Settings
from tests.e2e.conftest import Configure, Server, free_port, register, serving
from tests.e2e.turns import turns

WAIT_S_MAX = 20.0


def when(client: httpx.Client, path: str, status: int) -> httpx.Response:
    """Ask until the answer has this status."""
    for _ in turns(WAIT_S_MAX):
        answer = client.get(path)
        if answer.status_code == status:
            break
    return answer


def when_said(client: httpx.Client, words: str, check: str = "projections") -> bool:
    """Ask until the check of the projections, or another one, says this; return whether it does."""
    return any(client.get("/health/ready").json()["checks"][check] == words for _ in turns(WAIT_S_MAX))


def test_health_is_public_and_has_what_specs_2_3_and_4_want(client: httpx.Client, server: Server) -> None:
    for url in ("/health", server.url.replace("/api/v1", "/health")):
        body = client.get(url).json()
        assert set(body) == {"status", "database", "agents", "timestamp"}
        assert (body["status"], body["database"]) == ("healthy", True)
        assert {"prompt", "evaluator", "rl"} <= set(body["agents"])


def test_ready_names_the_part_that_is_missing(client: httpx.Client) -> None:
    answer = when(client, "/health/ready", 503)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert answer.json()["checks"]["workers"] == "none"


def test_ready_wants_a_worker_that_takes_jobs_unless_the_api_stands_alone(
    configure: Configure, postgres_url: str
) -> None:
    base = msgspec.structs.replace(configure(), database_url=postgres_url)
    settings = msgspec.structs.replace(base, http=msgspec.structs.replace(base.http, ready_wants_worker="off"))
    with serving(settings) as server, server.client() as client:
        assert when(client, "/health/ready", 200).json()["checks"]["workers"] == "none"


async def test_a_worker_whose_process_has_not_started_is_not_counted_on(
    configure: Configure, postgres_url: str
) -> None:
    settings = msgspec.structs.replace(configure(), database_url=postgres_url)
    with serving(settings) as server, server.client() as client:
        async with services(settings) as opened:
            bus = await opened.bus()
            warm = 0

            async def answer(question: Msg) -> None:
                await bus.publish(question.reply, encode_presence(WorkerPresence("one", ("cpu",), 1, warm=warm)))

            await bus.subscribe(bus.subjects.ping, answer)
            assert await asyncio.to_thread(when_said, client, "1 alive, none takes jobs yet", "workers")
            warm = 1
            found = await asyncio.to_thread(when, client, "/health/ready", 200)
            assert found.json()["checks"]["workers"] == "1 alive"


def test_ready_follows_what_comes_and_goes(
    postgres_server: PostgresServer, nats_server: NatsServer, data_dir: Path
) -> None:
    settings = Settings(
        str(data_dir),
        database_url=postgres_server.url,
        nats_url=nats_server.url,
        blob_url=f"file://{data_dir}/blobs",
        http=HttpSettings(port=free_port()),
        bus=BusSettings(prefix="ready"),
    )
    with serving(settings, (projections.runner.run, handlers.worker.run)) as server, server.client() as client:
        ready = when(client, "/health/ready", 200)
        assert ready.json()["checks"] == {
            "postgres": "connected",
            "nats": "connected",
            "projections": "current",
            "workers": "1 alive",
            "fal_api": "not configured",
        }
        nats_server.kill()
        checks = when(client, "/health/ready", 503).json()["checks"]
        assert checks["nats"] == "away"
        assert checks["postgres"] == "connected"
        nats_server.start()
        assert when(client, "/health/ready", 200).json()["status"] == "ready"
        postgres_server.kill()
        checks = when(client, "/health/ready", 503).json()["checks"]
        assert checks["postgres"] == "away"
        assert client.get("/health").json()["database"] is False
        refused = client.post("/auth/login", json={"email": "a@b.c", "password": "x"})
        assert refused.status_code == 503
        assert refused.headers["Retry-After"]
        postgres_server.start()
        assert when(client, "/health/ready", 200).json()["status"] == "ready"


def test_ready_says_when_nobody_projects(configure: Configure, postgres_url: str) -> None:
    settings = msgspec.structs.replace(configure(), database_url=postgres_url)
    with serving(settings) as both, both.client() as client:
        assert when_said(client, "current")
    with serving(settings, ()) as alone, alone.client() as client:
        assert when_said(client, f"stopped: {', '.join(sorted(VIEWS))}")


def _at_another_port(settings: Settings) -> Settings:
    http = msgspec.structs.replace(settings.http, port=free_port(), heartbeat_s=0.2)
    return msgspec.structs.replace(settings, http=http)


def test_metrics_count_requests_and_show_the_lag_of_views(client: httpx.Client) -> None:
    client.get("/auth/me")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].count("charset") == 1
    text = answer.text
    assert 'http_requests_total{endpoint="/api/v1/auth/me",method="GET",status="401"}' in text
    assert 'projection_lag_events{view="account"} 0.0' in text
    assert "http_request_duration_seconds_bucket" in text
    assert "log_position " in text


def test_unknown_paths_and_methods_do_not_make_new_metrics(client: httpx.Client) -> None:
    for number in range(3):
        client.request(f"METHOD{number}", f"/nothing/{number}")
    text = client.get("/metrics").text
    assert "METHOD1" not in text
    assert "nothing" not in text


def test_the_api_imports_neither_the_engine_nor_heavy_libraries() -> None:
    code = "import sys, api.app; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for heavy in ("torch", "engine", "handlers", "numpy", "trimesh", "manifold3d", "scipy", "PIL", "swagger_ui"):
        assert f"'{heavy}'" not in loaded


@contextmanager
def process(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """The API in a process of its own, as `meshwright api` runs it."""
    code = (
        "import sys, msgspec; from runtime.settings import Settings; from runtime.logs import set_up_logs;"
        "from api.server import serve; set_up_logs('api'); serve(msgspec.json.decode(sys.argv[1], type=Settings))"
    )
    argv = [sys.executable, "-c", code, json.dumps(msgspec.to_builtins(settings))]
    child = subprocess.Popen(argv, stderr=subprocess.PIPE, text=True)
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


@pytest.fixture
def second(server: Server) -> Settings:
    """Settings of a second API over the same database."""
    return _at_another_port(server.settings)


async def test_a_stopping_server_ends_event_streams_in_good_order(server: Server, second: Settings) -> None:
    person = register(server, "stream-reader")
    prompt = person.client.post("/prompts", json={"text": "a bronze watch"}).json()["data"]
    run = person.client.post("/runs", json={"prompt_id": prompt["id"]}).json()["data"]["run_id"]
    headers = {"Authorization": str(person.client.headers["authorization"]), "Accept": "text/event-stream"}
    person.client.close()
    with process(second) as child:
        await _url(second, run, "")
        url = f"http://127.0.0.1:{second.http.port}/api/v1/runs/{run}/events"
        async with (
            httpx.AsyncClient(trust_env=False, timeout=WAIT_S_MAX) as client,
            client.stream("GET", url, headers=headers) as answer,
        ):
            assert answer.status_code == 200
            chunks = answer.aiter_text()
            await anext(chunks)
            child.send_signal(signal.SIGTERM)
            async for _ in chunks:  # a torn stream would raise
                pass
        child.communicate(timeout=WAIT_S_MAX)
        assert child.returncode == 0


async def test_a_stopping_server_closes_sockets_with_1012_and_logs_no_secret(server: Server, second: Settings) -> None:
    person = register(server, "socket-holder")
    prompt = person.client.post("/prompts", json={"text": "a bronze watch"}).json()["data"]
    run = person.client.post("/runs", json={"prompt_id": prompt["id"]}).json()["data"]["run_id"]
    live = person.client.post("/auth/live-token").json()["data"]["token"]
    person.client.close()
    with process(second) as child:
        async with connect(await _url(second, run, live)) as socket:
            await socket.recv()
            child.send_signal(signal.SIGTERM)
            with pytest.raises(ConnectionClosed) as closed:
                await asyncio.wait_for(_read_on(socket), WAIT_S_MAX)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1012
        _, logged = child.communicate(timeout=WAIT_S_MAX)
        assert child.returncode == 0
    lines = [json.loads(line) for line in logged.splitlines()]
    assert any(line["event"] == "request.finished" and line["correlation"] for line in lines)
    assert live not in logged


async def _read_on(socket: ClientConnection) -> None:
    while True:
        await socket.recv()


async def _url(settings: Settings, run: str, token: str) -> str:
    base = f"127.0.0.1:{settings.http.port}"
    async with httpx.AsyncClient(trust_env=False) as client:
        deadline = time.monotonic() + WAIT_S_MAX
        while time.monotonic() < deadline:
            try:
                await client.get(f"http://{base}/health")
                break
            except httpx.HTTPError:
                await asyncio.sleep(0.05)
    return f"ws://{base}/api/v1/ws/runs/{run}?token={token}"


def test_a_taken_port_is_said_in_one_sentence(server: Server) -> None:
    with process(server.settings) as child:
        _, logged = child.communicate(timeout=WAIT_S_MAX)
    assert child.returncode != 0
    assert f"Nobody can listen on 127.0.0.1:{server.settings.http.port}" in logged
