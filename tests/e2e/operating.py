"""What tests of operations on meshes and textures share."""

import contextlib
import http.server
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import msgspec

from runtime.settings import Settings
from tests.e2e.conftest import Configure, Person, Server, serving
from tests.e2e.pipeline import ROLES, data_of

WAIT_S = 100
TINY = {"options": {"resolution": 64, "samples": 2}}


@contextlib.contextmanager
def operating(configure: Configure, *, package: str = "handlers", hosts: str = "", **blobs: Any) -> Iterator[Server]:
    """Run a server with everything, whose worker performs with the handlers of `package`."""
    with serving(settings_for(configure, package, hosts, **blobs), ROLES) as running:
        yield running


def settings_for(configure: Configure, package: str = "handlers", hosts: str = "", **blobs: Any) -> Settings:
    """Return settings that try failed work again at once, and may fetch from `hosts`."""
    settings = configure()
    work = msgspec.structs.replace(settings.work, handlers_package=package, retry_delay_s=0.05, planning_desk="off")
    allowed = msgspec.structs.replace(settings.blobs, reference_hosts_allowed=hosts, **blobs)
    return msgspec.structs.replace(settings, work=work, blobs=allowed)


def given(person: Person, content: bytes, name: str = "") -> str:
    """Give a file and return the id of its asset."""
    answer = person.client.post("/assets", content=content, params={"name": name})
    return str(data_of(answer)["asset_id"])


def asked(person: Person, path: str, **body: Any) -> httpx.Response:
    """Ask for an operation, and wait for its end."""
    return person.client.post(path, params={"wait": WAIT_S}, json=body, timeout=WAIT_S + 20)


def done(person: Person, path: str, **body: Any) -> dict[str, Any]:
    """Ask for an operation that must end well, and return it."""
    answer = asked(person, path, **body)
    operation = data_of(answer)
    assert (answer.status_code, operation["status"]) == (200, "completed"), operation
    return operation


def failed(person: Person, path: str, **body: Any) -> dict[str, Any]:
    """Ask for an operation that must fail, and return why."""
    answer = asked(person, path, **body)
    operation = data_of(answer)
    assert (answer.status_code, operation["status"]) == (200, "failed"), operation
    return dict(operation["error"])


def fetched(url: str) -> bytes:
    """Return what a signed link leads to."""
    answer = httpx.get(url, trust_env=False)
    assert answer.status_code == 200, answer.text
    return answer.content


@contextlib.contextmanager
def published(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve files on a port of this machine, and give its `host:port`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = files.get(self.path)
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()
