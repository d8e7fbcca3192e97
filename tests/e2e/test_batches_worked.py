"""A picture goes in over HTTP and a model comes out, with everything that `meshwright up` runs."""

import io
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image, ImageDraw

from tests.e2e.batching import picture, refused, status_of, uploaded
from tests.e2e.conftest import Configure, Person, Server, numbers, register
from tests.e2e.operating import done, fetched, operating

WAIT_S = 110.0


@pytest.fixture(scope="module")
def quick(configure: Configure) -> Iterator[Server]:
    """A server whose worker makes a cube of every picture."""
    with operating(configure, package="tests.handlers") as running:
        yield running


def vase() -> bytes:
    """Return a picture of a vase with nothing around it."""
    shape = Image.new("RGBA", (96, 128))
    draw = ImageDraw.Draw(shape)
    draw.ellipse((18, 40, 78, 120), fill=(40, 90, 160, 255))
    draw.rectangle((38, 12, 58, 60), fill=(60, 120, 190, 255))
    made = io.BytesIO()
    shape.save(made, "PNG")
    return made.getvalue()


def test_a_picture_becomes_a_model_and_one_of_nothing_fails_with_a_sentence(quick: Server) -> None:
    person = register(quick, f"vera{next(numbers)}")
    with person.client as client:
        batch = uploaded(person, ("vase.png", vase()), ("fog.jpg", picture()), face_limit=400)
        first, second = (file for file in ended(person, batch["job_id"])["files"])
        assert (first["status"], second["status"]) == ("completed", "failed"), (first, second)
        assert (first["method"], first["agreement"]) == ("inflation", {"iou": 0.97})
        assert "approximation" in first["note"]
        assert second["error"]["code"] == "PROCESSING_ERROR"
        assert "no foreground" in second["error"]["message"]
        path = f"/download/{batch['job_id']}/file_001"
        assert client.get(f"{path}/model").content[:4] == b"glTF"
        for what in ("preview", "mask"):
            assert client.get(f"{path}/{what}").content == vase()
        assert client.get(f"{path}/provenance").json()["method"] == "inflation"
        refused(client.get(f"{path}/spec"), 404, "NOT_FOUND")
        refused(client.get(f"/download/{batch['job_id']}/file_002/model"), 404, "NOT_FOUND")


def test_a_model_of_a_picture_is_worked_on_like_any_other(quick: Server) -> None:
    person = register(quick, f"vera{next(numbers)}")
    with person.client as client:
        batch = uploaded(person, ("vase.png", vase()))
        task = batch["files"][0]["model_task_id"]
        ended(person, batch["job_id"])
        unwrapped = done(person, "/geometry/uv-unwrap", mesh_url=task)
        assert fetched(unwrapped["result"]["mesh_url"])[:4] == b"glTF"
        history = client.get(f"/runs/{task}/history").json()["data"]["items"]
        assert [history[0]["type"], history[-1]["type"]] == ["job.requested", "job.succeeded"]
        assert client.get(f"/runs/{task}/logs").status_code == 200


@pytest.mark.slow
def test_the_maker_of_this_server_makes_it(worked_server: Server) -> None:
    person = register(worked_server, f"vera{next(numbers)}")
    with person.client as client:
        batch = uploaded(person, ("vase.png", vase()), face_limit=400)
        (file,) = ended(person, batch["job_id"])["files"]
        assert (file["status"], file["progress"]) == ("completed", 100.0), file
        assert file["method"] in ("fit", "inflation")
        assert 0.8 < file["agreement"]["iou"] <= 1
        model = client.get(f"/download/{batch['job_id']}/file_001/model")
        assert model.content[:4] == b"glTF"


def ended(person: Person, job_id: str) -> dict[str, Any]:
    """Return a batch when nothing of it is under way any more."""
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while (shown := status_of(person, job_id))["status"] == "processing":
        assert time.monotonic() < deadline, shown
        pause.wait(0.1)
    return shown
