"""What tests of family 1 share: a whole stack with a worker, and the way from words to a finished run."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
from websockets.sync.client import ClientConnection, connect

import handlers.worker
import projections.runner
import runtime.relay
from commands.base import Command
from commands.do import Do
from commands.job import KeepArtefact
from domain.access import SYSTEM
from domain.job import ArtefactRole
from runtime.blobs import asset_id
from runtime.services import services
from tests.e2e.conftest import Configure, Person, Server, serving

ROLES = (projections.runner.run, runtime.relay.run, handlers.worker.run)
BUDGET = 600
WAIT_S = 90.0


@contextlib.contextmanager
def working(configure: Configure, **http: Any) -> Iterator[Server]:
    """Run a server with everything that makes models; nobody waits for its desk."""
    settings = configure(**http)
    work = msgspec.structs.replace(settings.work, planning_desk="off")
    with serving(msgspec.structs.replace(settings, work=work), ROLES) as running:
        yield running


def prompted(person: Person, text: str = "an oak chair", **parameters: Any) -> str:
    """Create a prompt and return its id."""
    body = {"text": text, "parameters": {"poly_budget": BUDGET, **parameters}}
    answer = person.client.post("/prompts/", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["data"]["id"])


def started(person: Person, prompt_id: str = "", **options: Any) -> dict[str, Any]:
    """Start a run at the lowest quality and return what was answered."""
    body = {"prompt_id": prompt_id or prompted(person), "options": {"quality": "draft", "seed": 7, **options}}
    answer = person.client.post("/runs/", json=body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json()["data"])


def run_of(person: Person, run_id: str) -> dict[str, Any]:
    """Return a run as it stands."""
    return dict(data_of(person.client.get(f"/runs/{run_id}")))


def finished(person: Person, run_id: str) -> dict[str, Any]:
    """Watch a run to its end and return it."""
    with watching(person, run_id) as socket:
        for _ in socket:
            continue
    return run_of(person, run_id)


def watching(person: Person, run_id: str, query: str = "", prefix: str = "/api/v1") -> ClientConnection:
    """Return a socket that watches a run."""
    root = str(person.client.base_url).removesuffix("/").removesuffix("/api/v1").replace("http", "ws", 1)
    headers = {"Authorization": person.client.headers["authorization"]}
    url = f"{root}{prefix}/ws/runs/{run_id}{query}"
    return connect(url, additional_headers=headers, open_timeout=10, close_timeout=2, ping_interval=None, proxy=None)


def data_of(answer: httpx.Response) -> dict[str, Any]:
    """Return what an answer that is no error holds."""
    body = answer.json()
    assert answer.is_success, body
    assert set(body) == {"success", "data", "message"}
    assert body["success"] is True
    return dict(body["data"])


def refused(answer: httpx.Response, status: int = 400, code: str = "VALIDATION_ERROR") -> dict[str, Any]:
    """Check that an answer is a refusal in the family's shape, and return its details with its message."""
    body = answer.json()
    assert (answer.status_code, body["success"], body["error"]["code"]) == (status, False, code), body
    details = {name: value for name, value in body["error"]["details"].items() if name != "request_id"}
    return {**details, "message": body["error"]["message"]}


def give(server: Server, *commands: Command) -> None:
    """Give commands to the server's log, in the name of a worker."""

    async def give_all() -> None:
        async with services(server.settings) as opened:
            for command in commands:
                await Do(opened.store)(command, SYSTEM)

    asyncio.run(give_all())


def kept(server: Server, run_id: str, data: bytes, name: str, media_type: str, role: ArtefactRole = "result") -> str:
    """Keep a file for the first attempt of a run, as a worker does, and return its asset id."""

    async def keep() -> str:
        async with services(server.settings) as opened:
            sha256, size_bytes = await opened.blobs.put(data)
            asset = asset_id(run_id, name, sha256)
            command = KeepArtefact(run_id, 1, asset, name, role, media_type, sha256, size_bytes, "planning")
            await Do(opened.store)(command, SYSTEM)
            return asset

    return asyncio.run(keep())
