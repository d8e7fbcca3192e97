"""Files given over HTTP, whole and in pieces (tus), as tests do it."""

import base64
from typing import Any

import httpx

from tests import giving
from tests.e2e.conftest import Person
from tests.e2e.pipeline import data_of

GLB = giving.glb()
PATH = "/assets/uploads"
VERSION = {"tus-resumable": "1.0.0"}
PIECE = VERSION | {"content-type": "application/offset+octet-stream"}


def upload(person: Person, content: bytes, name: str = "thing.glb") -> dict[str, Any]:
    answer = person.client.post("/assets/", files={"file": (name, content)})
    assert answer.status_code == 201, answer.text
    return data_of(answer)


def large_glb(size_bytes: int) -> bytes:
    """Return a GLB with a long text in it."""
    return giving.glb(note="x" * size_bytes)


def begin(person: Person, size_bytes: int, name: str = "big.glb") -> str:
    """Begin an upload in pieces, and return its URL."""
    metadata = f"filename {base64.b64encode(name.encode()).decode()},note eA=="
    answer = person.client.post(
        PATH, headers={**VERSION, "upload-length": str(size_bytes), "upload-metadata": metadata}
    )
    assert answer.status_code == 201, answer.text
    assert answer.headers["tus-resumable"] == "1.0.0"
    return str(answer.headers["location"])


def offset_of(person: Person, url: str) -> int:
    answer = person.client.head(url, headers=VERSION)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return int(answer.headers["upload-offset"])


def send(person: Person, url: str, content: bytes, offset: int = 0, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return person.client.patch(url, content=content, headers={**PIECE, "upload-offset": str(offset), **named})
