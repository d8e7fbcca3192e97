"""All models of a batch in one ZIP: streamed, in parts, while some are missing, to readers who stop."""

import hashlib
import io
import json
import socket
import threading
import zipfile
from typing import Any

import httpx
import pytest

from commands.job import DropFiles, StartAttempt, Succeed
from tests.e2e.batching import broken, made, picture, refused, status_of, uploaded
from tests.e2e.conftest import Person, Server, numbers, register
from tests.e2e.pipeline import give, kept
from tests.e2e.test_batches import tasks, until
from tests.e2e.turns import turns

MODEL = "model/gltf-binary"


def model(server: Server, task: str, data: bytes) -> str:
    """Play a worker whose model is of these bytes."""
    give(server, StartAttempt(task, 1, "worker"))
    asset = kept(server, task, data, "model.glb", MODEL)
    told = {"method": "fit", "agreement": {"iou": 0.9}, "sentence": "The model is an approximation."}
    give(server, Succeed(task, 1, {"glb_asset": asset, **told}))
    return asset


@pytest.fixture
def batch(server: Server, ada: Person) -> dict[str, Any]:
    """Three pictures, of which two have models and one has none to be found."""
    given = uploaded(ada, ("../cup.jpg", picture()), ("cup.png", picture("PNG")), ("sky.jpg", picture(colour=9)))
    first, second, third = tasks(given)
    model(server, first, b"glTF first" * 1000)
    model(server, second, b"glTF second" * 1000)
    broken(server, third)
    until(ada, given["job_id"], processed_files=3)
    return given


def opened(answer: httpx.Response) -> zipfile.ZipFile:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    assert int(answer.headers["content-length"]) == len(answer.content)
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_it_holds_what_is_made_and_says_what_is_missing(ada: Person, batch: dict[str, Any]) -> None:
    with opened(ada.client.get(f"/download/{batch['job_id']}/all")) as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == ["manifest.json", "cup.glb", "cup (2).glb"]
        assert zipped.read("cup.glb") == b"glTF first" * 1000
        manifest = json.loads(zipped.read("manifest.json"))
        listed = {one["name"]: hashlib.sha256(zipped.read(one["name"])).hexdigest() for one in manifest["models"]}
    assert listed == {one["name"]: one["sha256"] for one in manifest["models"]}
    assert [one["file_id"] for one in manifest["models"]] == ["file_001", "file_002"]
    assert manifest["models"][0]["agreement"] == {"iou": 0.9}
    assert "approximation" in manifest["models"][0]["note"]
    assert (manifest["job_id"], manifest["total_files"]) == (batch["job_id"], 3)
    (missing,) = manifest["missing"]
    assert (missing["file_id"], missing["filename"], missing["status"]) == ("file_003", "sky.jpg", "failed")
    assert "no foreground" in missing["reason"]


def test_any_part_of_it_can_be_had_alone(ada: Person, batch: dict[str, Any]) -> None:
    path = f"/download/{batch['job_id']}/all"
    whole = ada.client.get(path)
    etag, size = whole.headers["etag"], len(whole.content)
    assert ada.client.head(path).headers["content-length"] == str(size)
    for wanted in ("0-0", "100-10500", f"{size - 30}-", "-40", "9000-20500"):
        part = ada.client.get(path, headers={"range": f"bytes={wanted}", "if-range": etag})
        start, _, end = part.headers["content-range"].removeprefix("bytes ").partition("/")[0].partition("-")
        assert part.status_code == 206
        assert part.content == whole.content[int(start) : int(end) + 1]
    assert ada.client.get(path, headers={"if-none-match": etag}).status_code == 304
    assert ada.client.get(path, headers={"range": "bytes=0-9", "if-range": '"another"'}).status_code == 200
    outside = ada.client.get(path, headers={"range": f"bytes={size}-"})
    assert refused(outside, 416, "RANGE_NOT_SATISFIABLE")["size_bytes"] == size
    assert ada.client.get(path).content == whole.content


def test_another_model_makes_another_etag(server: Server, ada: Person) -> None:
    given = uploaded(ada, picture(colour=1), picture(colour=2))
    path = f"/download/{given['job_id']}/all"
    first, second = tasks(given)
    assert set(refused(ada.client.get(path), 409, "CONFLICT")["files"]) == {"file_001", "file_002"}
    made(server, first)
    until(ada, given["job_id"], processed_files=1)
    before = ada.client.get(path)
    made(server, second)
    until(ada, given["job_id"], processed_files=2)
    after = ada.client.get(path)
    assert before.headers["etag"] != after.headers["etag"]
    with opened(before) as partial, opened(after) as full:
        assert json.loads(partial.read("manifest.json"))["missing"][0]["reason"] == "Its model is not made yet"
        assert json.loads(full.read("manifest.json"))["missing"] == []


def test_a_model_that_was_removed_is_missing(server: Server, ada: Person, batch: dict[str, Any]) -> None:
    job_id = batch["job_id"]
    url = status_of(ada, job_id)["files"][0]["model_url"]
    asset = url.partition("/assets/")[2].partition("/")[0]
    give(server, DropFiles(tasks(batch)[0], (asset,)))
    until_dropped(ada, job_id)
    with opened(ada.client.get(f"/download/{job_id}/all")) as zipped:
        assert zipped.namelist() == ["manifest.json", "cup.glb"]
        missing = json.loads(zipped.read("manifest.json"))["missing"]
    assert {one["file_id"]: one["reason"] for one in missing}["file_001"] == "Its model was removed"


def until_dropped(person: Person, job_id: str) -> None:
    for _ in turns():
        if status_of(person, job_id)["files"][0]["model_url"] is None:
            return
    raise AssertionError("The model is still there")


def test_only_its_owner_and_who_knows_its_session_may_have_it(
    server: Server, client: httpx.Client, batch: dict[str, Any]
) -> None:
    path = f"/download/{batch['job_id']}/all"
    bob = register(server, f"bob{next(numbers)}")
    with bob.client:
        refused(bob.client.get(path), 404, "NOT_FOUND")
    refused(client.get(path), 401, "AUTHENTICATION_REQUIRED")
    refused(client.get(path, params={"session_id": "sess_wrong"}), 404, "NOT_FOUND")
    with opened(client.get(path, params={"session_id": batch["session_id"]})) as zipped:
        assert len(zipped.namelist()) == 3


def test_a_reader_who_stops_is_let_go(server: Server, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()
    monkeypatch.setattr("api.batches.zip.STALLED_S", 0.3)
    monkeypatch.setattr("api.files.streaming.log.info", lambda event, **_: event == "reader.stalled" and let_go.set())
    given = uploaded(ada)
    model(server, tasks(given)[0], b"x" * 40_000_000)
    until(ada, given["job_id"], processed_files=1)
    with socket.create_connection(("127.0.0.1", server.settings.http.port), timeout=10) as reader:
        token = ada.client.headers["authorization"]
        request = f"GET /api/v1/download/{given['job_id']}/all HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\n\r\n"
        reader.sendall(request.encode())
        assert b"200 OK" in reader.recv(100)
        assert let_go.wait(20)  # a reader that does something else meanwhile
        got = 0
        while chunk := _more(reader):
            got += len(chunk)
    assert got < 40_000_000


def _more(reader: socket.socket) -> bytes:
    try:
        return reader.recv(2**20)
    except ConnectionError:
        return b""
