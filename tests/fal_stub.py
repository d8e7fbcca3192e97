"""A queue that speaks as FAL.AI's documentation says, over real HTTP, and that can be made to misbehave.

    with fal_stub() as stub:
        stub.before("status", says(503), says(429, headers={"Retry-After": "2"}))

Each misbehaviour stands before one true answer of its kind: submit, status, result, cancel, file or keys.
"""

import base64
import contextlib
import hashlib
import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY = "fal-key-id:fal-key-secret"
MODEL = "tripo3d/tripo/v2.5/image-to-3d"
APP = "/tripo3d/tripo"
GLB_TYPE = "application/octet-stream"  # as fal's own file store says it


class Seen(NamedTuple):
    """A request that came."""

    kind: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


Reply = Callable[["_Handler"], None]

STEPS: tuple[dict[str, Any], ...] = (
    {"status": "IN_QUEUE", "queue_position": 2},
    {"status": "IN_QUEUE", "queue_position": 0},
    {"status": "IN_PROGRESS", "logs": [{"message": "Loading the picture", "level": "INFO", "timestamp": "t1"}]},
    {
        "status": "COMPLETED",
        "logs": [
            {"message": "Loading the picture", "level": "INFO", "timestamp": "t1"},
            {"message": "Making the mesh", "level": "INFO", "timestamp": "t2"},
        ],
        "metrics": {"inference_time": 3.2},
    },
)


def says(status: int, body: Any = None, **headers: str) -> Reply:
    """Answer with a status and a body: bytes and texts as they are, all else as JSON; `_` in headers stands for `-`."""

    def reply(handler: "_Handler") -> None:
        handler.say(status, body, {name.replace("_", "-"): value for name, value in headers.items()})

    return reply


def hangs(handler: "_Handler") -> None:
    """Take the request and say nothing until the stub closes."""
    handler.stub.closing.wait(30)


def drips(handler: "_Handler") -> None:
    """Send a byte now and then: no silence is long, and no answer ends."""
    handler.start(200, {"Content-Type": "application/json", "Content-Length": "100000"})
    with contextlib.suppress(OSError):
        while not handler.stub.closing.wait(0.01):
            handler.wfile.write(b" ")


def breaks_off(handler: "_Handler") -> None:
    """Close the connection without an answer."""
    handler.close_connection = True


def cut(data: bytes) -> Reply:
    """Promise `data`, and send only its first half."""

    def reply(handler: "_Handler") -> None:
        handler.start(200, {"Content-Type": GLB_TYPE, "Content-Length": str(len(data))})
        handler.wfile.write(data[: len(data) // 2])
        handler.close_connection = True

    return reply


class FalStub:
    """What the queue knows: what is asked, what it answers, and in which steps a request becomes done."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.steps: list[dict[str, Any]] = list(STEPS)
        self.glb = b""
        self.output: dict[str, Any] | None = None
        self.failure: tuple[int, Any, dict[str, str]] | None = None
        self.closing = threading.Event()
        self.origin = ""
        self.signing = Ed25519PrivateKey.generate()
        self._misbehaving: dict[str, deque[Reply]] = defaultdict(deque)
        self._hooks: dict[str, Callable[[], None]] = {}
        self.requests: dict[str, int] = {}  # by id, how far each is in the steps
        self.cancelled: list[str] = []

    def before(self, kind: str, *replies: Reply) -> None:
        """Let these stand before the next true answers of a kind."""
        self._misbehaving[kind].extend(replies)

    def when(self, kind: str, hook: Callable[[], None]) -> None:
        """Call `hook` whenever a request of a kind has come, before it is answered."""
        self._hooks[kind] = hook

    def count(self, kind: str) -> int:
        """Return how many requests of a kind came."""
        return sum(seen.kind == kind for seen in self.seen)

    def of(self, kind: str) -> list[Seen]:
        """Return the requests of a kind."""
        return [seen for seen in self.seen if seen.kind == kind]

    @property
    def host(self) -> str:
        """Return host and port."""
        return self.origin.removeprefix("http://")

    def signed(self, body: bytes, request_id: str, *, at: float | None = None) -> dict[str, str]:
        """Return the headers that fal sends with a webhook."""
        moment = str(int(time.time() if at is None else at))
        digest = hashlib.sha256(body).hexdigest()
        message = "\n".join((request_id, "user_1", moment, digest)).encode()
        return {
            "X-Fal-Webhook-Request-Id": request_id,
            "X-Fal-Webhook-User-Id": "user_1",
            "X-Fal-Webhook-Timestamp": moment,
            "X-Fal-Webhook-Signature": self.signing.sign(message).hex(),
        }

    def handle(self, handler: "_Handler", kind: str, request_id: str) -> None:
        """Answer a request: wrongly, where that was asked for, else as documented."""
        if kind in self._hooks:
            self._hooks[kind]()
        if self._misbehaving[kind]:
            self._misbehaving[kind].popleft()(handler)
            return
        if kind not in ("file", "keys") and handler.headers["Authorization"] != f"Key {KEY}":
            handler.say(401, {"detail": "Cannot access application. Authentication is required."})
            return
        getattr(self, f"_{kind}")(handler, request_id)

    def _submit(self, handler: "_Handler", _: str) -> None:
        asked = json.loads(handler.body)
        if not str(asked.get("image_url", "")).startswith("data:image/"):
            wrong = {"loc": ["body", "image_url"], "msg": "Invalid image URL", "type": "value_error", "input": asked}
            handler.say(422, {"detail": [wrong]})
            return
        request_id = f"req-{len(self.requests) + 1}"
        self.requests[request_id] = 0
        handler.say(200, {"status": "IN_QUEUE", "request_id": request_id, "queue_position": 0, **self.urls(request_id)})

    def urls(self, request_id: str) -> dict[str, str]:
        """Return where to ask for a request: owner and app only, as documented."""
        here = f"{self.origin}{APP}/requests/{request_id}"
        return {"response_url": here, "status_url": f"{here}/status", "cancel_url": f"{here}/cancel"}

    def _status(self, handler: "_Handler", request_id: str) -> None:
        if request_id not in self.requests:
            handler.say(404, {"detail": "Request not found"})
            return
        step = self.requests[request_id]
        self.requests[request_id] = min(step + 1, len(self.steps) - 1)
        found = {**self.steps[step], "request_id": request_id, **self.urls(request_id)}
        if "logs=1" not in handler.path:
            found["logs"] = None
        handler.say(200 if found["status"] == "COMPLETED" else 202, found)

    def _result(self, handler: "_Handler", request_id: str) -> None:
        if request_id not in self.requests:
            handler.say(404, {"detail": "Request not found"})
        elif self.steps[self.requests[request_id]]["status"] != "COMPLETED":
            handler.say(400, {"detail": "Request is still in progress"})
        elif self.failure is not None:
            handler.say(*self.failure)
        else:
            handler.say(200, self.output if self.output is not None else self.made())

    def made(self, url: str = "") -> dict[str, Any]:
        """Return what Tripo3D answers."""
        file = {"url": url or f"{self.origin}/files/model.glb", "content_type": GLB_TYPE, "file_size": len(self.glb)}
        picture = {"url": f"{self.origin}/files/rendered.webp", "content_type": "image/webp", "file_size": 12}
        return {"task_id": "tripo-task-7", "model_mesh": file, "rendered_image": picture}

    def _cancel(self, handler: "_Handler", request_id: str) -> None:
        if request_id not in self.requests:
            handler.say(404, {"status": "NOT_FOUND"})
            return
        self.cancelled.append(request_id)
        handler.say(202, {"status": "CANCELLATION_REQUESTED"})

    def _file(self, handler: "_Handler", _: str) -> None:
        handler.say(200, self.glb, {"Content-Type": GLB_TYPE})

    def _keys(self, handler: "_Handler", _: str) -> None:
        public = base64.urlsafe_b64encode(self.signing.public_key().public_bytes_raw()).decode().rstrip("=")
        handler.say(200, {"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "k1", "x": public}]})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    stub: FalStub

    def _any(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = self.path.partition("?")[0]
        kind, request_id = self._kind_of(path)
        self.stub.seen.append(Seen(kind, self.command, self.path, dict(self.headers), self.body))
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.stub.handle(self, kind, request_id)

    do_GET = do_POST = do_PUT = _any

    def _kind_of(self, path: str) -> tuple[str, str]:
        if path.startswith("/files/"):
            return "file", ""
        if path.endswith("/jwks.json"):
            return "keys", ""
        if self.command == "POST":
            return "submit", ""
        last = path.split("/")
        if self.command == "PUT":
            return "cancel", last[-2]
        return ("status", last[-2]) if last[-1] == "status" else ("result", last[-1])

    def start(self, status: int, headers: dict[str, str]) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def say(self, status: int, body: Any = None, headers: dict[str, str] | None = None) -> None:
        """Send a whole answer."""
        plain = body.encode() if isinstance(body, str) else body
        data = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
        self.start(
            status, {"Content-Type": "application/json", "Content-Length": str(len(data)), **(headers or {})}
        )  # fmt: skip
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def fal_stub(glb: bytes = b"") -> Iterator[FalStub]:
    """Run the stub while the block lasts."""
    stub = FalStub()
    stub.glb = glb
    handler = type("Handler", (_Handler,), {"stub": stub})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.daemon_threads = True
        stub.origin = f"http://127.0.0.1:{running.server_port}"
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield stub
        finally:
            stub.closing.set()
            running.shutdown()
            thread.join()
