"""What tests of batches share: small pictures, uploads, and a hand that plays the worker."""

import io
import struct
import zlib
from typing import Any

import httpx
from PIL import Image

from commands.job import FailAttempt, StartAttempt, Succeed
from tests.e2e.conftest import Person, Server
from tests.e2e.pipeline import give, kept

GLB = b"glTF" + struct.pack("<II", 2, 12)
SPEC_UPLOAD = {"job_id", "session_id", "files", "total_files", "status"}
SPEC_STATUS = {"job_id", "status", "total_files", "processed_files", "failed_files", "progress", "files"}
SPEC_FILE = {"file_id", "filename", "status", "model_url", "model_task_id"}
Form = list[tuple[str, tuple[str, bytes, str]]]


def picture(kind: str = "JPEG", size: tuple[int, int] = (24, 16), colour: int = 128, **more: Any) -> bytes:
    """Return a small picture."""
    made = io.BytesIO()
    Image.new("RGB", size, (colour, 40, 200)).save(made, kind, **more)
    return made.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """Return a small file that says it has very many pixels of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"x" * 40) + chunk(b"IEND", b"")


def form(*files: bytes | tuple[str, bytes], field: str = "files") -> Form:
    """Return files as a form sends them."""
    named = [file if isinstance(file, tuple) else (f"image{number}.jpg", file) for number, file in enumerate(files, 1)]
    return [(field, (name, content, "application/octet-stream")) for name, content in named]


def upload(client: httpx.Client, *files: bytes | tuple[str, bytes], **fields: Any) -> httpx.Response:
    """Send pictures; without any, one small one."""
    return client.post("/upload/batch", files=form(*(files or (picture(),))), data=fields)


def uploaded(person: Person, *files: bytes | tuple[str, bytes], **fields: Any) -> dict[str, Any]:
    """Send pictures that must be taken, and return the answer."""
    answer = upload(person.client, *files, **fields)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def status_of(person: Person, job_id: str) -> dict[str, Any]:
    """Return how a batch stands."""
    answer = person.client.get(f"/status/{job_id}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def refused(answer: httpx.Response, status: int = 400, code: str = "VALIDATION_ERROR") -> dict[str, Any]:
    """Check that an answer is a refusal in the shape of spec 4, and return its details with its message."""
    body = answer.json()
    assert (answer.status_code, body["detail"]["code"]) == (status, code), body
    assert set(body) == {"detail"}
    assert set(body["detail"]) == {"code", "message", "details"}
    details = {name: value for name, value in body["detail"]["details"].items() if name != "request_id"}
    return {**details, "message": body["detail"]["message"]}


def made(server: Server, task: str, **result: Any) -> dict[str, str]:
    """Play a worker that makes a model, and return the assets that it kept."""
    give(server, StartAttempt(task, 1, "worker"))
    files = {
        "glb_asset": kept(server, task, GLB, "model.glb", "model/gltf-binary"),
        "preview_asset": kept(server, task, picture("PNG"), "preview.png", "image/png", "preview"),
        "spec_asset": kept(server, task, b"{}", "spec.json", "application/json"),
    }
    facts = {"method": "fit", "agreement": {"iou": 0.93, "edges": 0.4}, "sentence": "An approximation.", **result}
    give(server, Succeed(task, 1, files | facts))
    return files


def broken(server: Server, task: str, message: str = "There is no foreground in the picture") -> None:
    """Play a worker that finds nothing to make."""
    give(server, StartAttempt(task, 1, "worker"), FailAttempt(task, 1, "GENERATION_FAILED", message, "foreground"))
