"""Work on projects as tests ask for it and watch it; a hand of the test's plays the worker."""

import asyncio
import contextlib
import json
import threading
import time
from typing import Any

import psycopg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from commands.job import CompleteStage, EnterStage, StartAttempt, Succeed
from domain.work import Reconstruct
from runtime.bus import Bus
from runtime.live import LiveMessage, Logged, Progressed, say
from tests.e2e.conftest import Person, Server
from tests.e2e.pipeline import give, kept

WAIT_S = 30.0


def start(person: Person, project: int, **query: Any) -> dict[str, Any]:
    answer = person.client.post(f"/projects/{project}/start-reconstruction", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def extract(person: Person, project: int, **fields: Any) -> dict[str, Any]:
    answer = person.client.post("/files/extract-frames", data={"project_id": project, **fields})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def id_of(server: Server, number: int) -> str:
    """Return the id that workers know a job by."""
    with psycopg.connect(server.settings.database_url) as connection:
        found = connection.execute("SELECT id FROM view_job.job WHERE number = %s", (number,)).fetchone()
    assert found
    return str(found[0])


def pass_stages(server: Server, job: str, results: dict[str, dict[str, Any]]) -> None:
    for stage, result in results.items():
        give(server, EnterStage(job, 1, stage), CompleteStage(job, 1, stage, 5, result))


def reconstructed(server: Server, number: int) -> dict[str, str]:
    """Play a worker that makes everything, and return the files' assets."""
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"))
    results: dict[str, dict[str, Any]] = {stage: {} for stage in Reconstruct.stages}
    pass_stages(server, job, results | {"frames": {"frames": 40}, "mapping": {"registered": 38}})
    files = {
        name: kept(server, job, name.encode(), name, "application/octet-stream")
        for name in ("frames.zip", "mesh.ply", "textured_mesh.glb", "textured_mesh_obj.zip", "point_cloud.ply")
    }
    files["stage"] = kept(server, job, b"features", "stage-features-0123456789abcdef.zip", "application/zip", "input")
    result = {"textured_mesh": files["textured_mesh.glb"], "reconstruction_quality": 0.83}
    give(server, Succeed(job, 1, result, {"seed": 0}))
    return files


def until(person: Person, path: str, status: str) -> dict[str, Any]:
    """Return what is at a path once it has a status."""
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while time.monotonic() < deadline:
        shown = dict(person.client.get(path).json())
        if shown["status"] == status:
            return shown
        pause.wait(0.05)
    raise AssertionError(f"{path} did not become {status}: {shown}")


def watching(person: Person, project: int, query: str = "", prefix: str = "/api/v1") -> ClientConnection:
    """Return a socket that watches a project."""
    root = str(person.client.base_url).removesuffix("/").removesuffix("/api/v1").replace("http", "ws", 1)
    headers = {"Authorization": person.client.headers["authorization"]}
    url = f"{root}{prefix}/ws/jobs/{project}{query}"
    return connect(url, additional_headers=headers, open_timeout=10, close_timeout=2, ping_interval=None, proxy=None)


def next_message(socket: ClientConnection, wait_s: float = WAIT_S) -> dict[str, Any]:
    """Return the next message that is no heartbeat."""
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=wait_s))
        if message["type"] != "ping":
            return message


def upto(socket: ClientConnection, kind: str) -> list[dict[str, Any]]:
    """Return the messages up to the first of a kind."""
    found = [next_message(socket)]
    while found[-1]["type"] != kind:
        found.append(next_message(socket))
    return found


def close_of(socket: ClientConnection) -> int:
    """Return the code with which a socket is closed."""
    deadline = time.monotonic() + WAIT_S
    with contextlib.suppress(ConnectionClosed):
        while True:
            socket.recv(timeout=max(deadline - time.monotonic(), 0))
    assert socket.close_code is not None
    return socket.close_code


def owner_of(server: Server, number: int) -> str:
    with psycopg.connect(server.settings.database_url) as connection:
        found = connection.execute("SELECT owner FROM view_job.job WHERE number = %s", (number,)).fetchone()
    assert found
    return str(found[0])


def told(server: Server, number: int, stage: str, fraction: float, *, count: int | None = None, line: str = "") -> None:
    async def tell() -> None:
        bus = await Bus.connect(server.settings)
        job = id_of(server, number)
        message: LiveMessage = Progressed(job, 1, stage, time.time(), fraction, "On it", count)
        if line:
            message = Logged(job, 1, stage, time.time(), line, {"image": 3})
        await say(bus, owner_of(server, number), message)
        await bus.close()

    asyncio.run(tell())
