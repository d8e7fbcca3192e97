"""A picture goes in over HTTP and a model comes out, with everything that `meshwright up` runs."""

import io
import threading
import time
from typing import Any

from PIL import Image, ImageDraw

from tests.e2e.batching import refused, status_of, uploaded
from tests.e2e.conftest import Server, numbers, register

WAIT_S = 90.0


def vase() -> bytes:
    """Return a picture of a vase with nothing around it."""
    shape = Image.new("RGBA", (96, 128))
    draw = ImageDraw.Draw(shape)
    draw.ellipse((18, 40, 78, 120), fill=(40, 90, 160, 255))
    draw.rectangle((38, 12, 58, 60), fill=(60, 120, 190, 255))
    made = io.BytesIO()
    shape.save(made, "PNG")
    return made.getvalue()


def nothing() -> bytes:
    """Return a picture that shows nothing."""
    made = io.BytesIO()
    Image.new("RGB", (64, 64), (90, 90, 90)).save(made, "JPEG")
    return made.getvalue()


def test_a_picture_becomes_a_model_and_one_of_nothing_fails_with_a_sentence(worked_server: Server) -> None:
    person = register(worked_server, f"vera{next(numbers)}")
    with person.client as client:
        batch = uploaded(person, ("vase.png", vase()), ("fog.jpg", nothing()), face_limit=400)
        first, second = (file for file in _ended(person, batch["job_id"])["files"])
        assert (first["status"], second["status"]) == ("completed", "failed"), (first, second)
        assert first["method"] in ("fit", "inflation")
        assert 0.8 < first["agreement"]["iou"] <= 1
        assert "pproximation" in first["note"]
        assert second["error"]["code"] == "PROCESSING_ERROR"
        path = f"/download/{batch['job_id']}/file_001"
        assert client.get(f"{path}/model").content[:4] == b"glTF"
        for what in ("preview", "mask"):
            assert client.get(f"{path}/{what}").headers["content-type"] == "image/png"
        provenance = client.get(f"{path}/provenance").json()
        assert isinstance(provenance, dict)
        refused(client.get(f"/download/{batch['job_id']}/file_002/model"), 404, "NOT_FOUND")


def _ended(person: Any, job_id: str) -> dict[str, Any]:
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while (shown := status_of(person, job_id))["status"] == "processing":
        assert time.monotonic() < deadline, shown
        pause.wait(0.2)
    return shown
