"""Batches of family 4 over HTTP: pictures come in, models are made of them, and go out; whose they are."""

import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.e2e.batching import (
    GLB,
    SPEC_FILE,
    SPEC_STATUS,
    SPEC_UPLOAD,
    broken,
    made,
    picture,
    refused,
    status_of,
    upload,
    uploaded,
)
from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, Configure, Person, Server, numbers, register, serving, sign_in

WAIT_S = 20.0
BATCH_ID = re.compile(r"batch_\d{8}_\d{6}_[0-9a-z]{26}")


@pytest.fixture
def bob(server: Server) -> Iterator[Person]:
    """Somebody else."""
    person = register(server, f"bob{next(numbers)}")
    with person.client:
        yield person


@pytest.fixture
def anybody(server: Server) -> Iterator[httpx.Client]:
    """A client without credentials."""
    with server.client() as client:
        yield client


def until(person: Person, job_id: str, **wanted: Any) -> dict[str, Any]:
    """Return the status of a batch once it has these values."""
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while time.monotonic() < deadline:
        shown = status_of(person, job_id)
        if wanted.items() <= shown.items():
            return shown
        pause.wait(0.02)
    raise AssertionError(f"{wanted} did not come: {shown}")


def tasks(batch: dict[str, Any]) -> list[str]:
    return [str(file["model_task_id"]) for file in batch["files"]]


def test_pictures_become_a_batch_with_the_fields_of_the_spec(ada: Person) -> None:
    batch = uploaded(ada, ("image1.jpg", picture()), ("two.png", picture("PNG")))
    assert set(batch) == SPEC_UPLOAD
    assert BATCH_ID.fullmatch(batch["job_id"])
    assert batch["session_id"].startswith("sess_")
    assert (batch["total_files"], batch["status"]) == (2, "processing")
    shown = [(file["file_id"], file["filename"], file["status"]) for file in batch["files"]]
    assert shown == [("file_001", "image1.jpg", "pending"), ("file_002", "two.png", "pending")]
    status = status_of(ada, batch["job_id"])
    assert set(status) >= SPEC_STATUS
    assert (status["status"], status["processed_files"], status["failed_files"]) == ("processing", 0, 0)
    assert all(set(file) >= SPEC_FILE for file in status["files"])
    assert tasks(status) == tasks(batch)


def test_a_model_is_told_and_taken_home(server: Server, ada: Person, anybody: httpx.Client) -> None:
    batch = uploaded(ada, ("my cup.jpg", picture()), picture(colour=2), picture(colour=3))
    job_id = batch["job_id"]
    made(server, tasks(batch)[0])
    status = until(ada, job_id, processed_files=1)
    assert (status["status"], status["failed_files"], status["progress"]) == ("processing", 0, 33.33)
    file = status["files"][0]
    assert (file["status"], file["progress"], file["error"]) == ("completed", 100.0, None)
    assert (file["method"], file["agreement"]) == ("fit", {"iou": 0.93, "edges": 0.4})
    assert anybody.get(file["model_url"]).content == GLB
    assert anybody.get(file["preview_url"]).headers["content-type"] == "image/png"
    path = f"/download/{job_id}/file_001"
    model = ada.client.get(f"{path}/model")
    assert (model.status_code, model.content) == (200, GLB)
    assert model.headers["content-type"] == "model/gltf-binary"
    assert 'filename="my_cup.glb"' in model.headers["content-disposition"]
    part = ada.client.get(f"{path}/model", headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"glTF")
    assert ada.client.get(f"{path}/model", headers={"if-none-match": model.headers["etag"]}).status_code == 304
    assert ada.client.head(f"{path}/model").headers["content-length"] == str(len(GLB))
    assert ada.client.get(f"{path}/picture").content == picture()
    assert ada.client.get(f"{path}/spec").json() == {}
    refused(ada.client.get(f"{path}/mask"), 404, "NOT_FOUND")
    refused(ada.client.get(f"{path}/secret"))
    details = refused(ada.client.get(f"/download/{job_id}/file_002/model"), 404, "NOT_FOUND")
    assert details["status"] == "pending"


def test_one_that_fails_says_why_and_does_not_spoil_the_others(server: Server, ada: Person) -> None:
    batch = uploaded(ada, picture(), picture(colour=2))
    first, second = tasks(batch)
    broken(server, first)
    made(server, second)
    status = until(ada, batch["job_id"], processed_files=2)
    assert (status["status"], status["failed_files"], status["progress"]) == ("completed", 1, 100.0)
    assert status["files"][0]["status"] == "failed"
    assert "no foreground" in status["files"][0]["error"]["message"]
    details = refused(ada.client.get(f"/download/{batch['job_id']}/file_001/model"), 404, "NOT_FOUND")
    assert "no foreground" in details["message"]


def test_what_a_provider_has_alone_is_at_its_address(server: Server, ada: Person) -> None:
    batch = uploaded(ada)
    made(server, tasks(batch)[0], glb_asset="", source_url="https://v3.fal.media/files/cup.glb")
    status = until(ada, batch["job_id"], status="completed")
    assert status["files"][0]["model_url"] == "https://v3.fal.media/files/cup.glb"
    answer = ada.client.get(f"/download/{batch['job_id']}/file_001/model", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, "https://v3.fal.media/files/cup.glb")


def test_a_model_is_made_again_where_other_is_wished_or_the_last_try_failed(server: Server, ada: Person) -> None:
    batch = uploaded(ada, face_limit=5000)
    body = {"job_id": batch["job_id"], "file_id": "file_001"}

    def asked(**more: Any) -> tuple[str, str]:
        answer = ada.client.post("/models/generate-single", json={**body, **more})
        assert answer.status_code == 200, answer.text
        shown = answer.json()
        assert {name: shown[name] for name in body} == body
        return shown["model_task_id"], shown["status"]

    (first,) = tasks(batch)
    assert asked() == asked(face_limit=5000) == (first, "processing")
    second, _ = asked(face_limit=900)
    assert second != first
    assert ada.client.get(f"/status/{batch['job_id']}").json()["files"][0]["face_limit"] == 900
    broken(server, second)
    until(ada, batch["job_id"], status="failed")
    third, _ = asked(face_limit=900)
    assert third not in (first, second)
    made(server, third)
    until(ada, batch["job_id"], status="completed")
    assert asked(face_limit=900) == (third, "completed")


def test_of_many_who_ask_for_the_same_at_once_all_get_one_task(ada: Person) -> None:
    body = {"job_id": uploaded(ada, generate="false")["job_id"], "file_id": "file_001", "face_limit": 700}
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ada.client.post, "/models/generate-single", json=body) for _ in range(8)]
    found = [future.result().json() for future in asked]
    assert len({answer["model_task_id"] for answer in found}) == 1, found


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"file_id": "file_009"}, 404, "NOT_FOUND"),
        ({"job_id": "batch_20240315_123456_abc123"}, 404, "NOT_FOUND"),
        ({"face_limit": 99}, 400, "VALIDATION_ERROR"),
        ({"face_limit": "10000"}, 400, "VALIDATION_ERROR"),
        ({"face_limits": 10000}, 400, "VALIDATION_ERROR"),
        ({"file_id": None}, 400, "VALIDATION_ERROR"),
        ({"provider": "magic"}, 400, "VALIDATION_ERROR"),
    ],
)
def test_what_cannot_be_made_is_refused(ada: Person, body: dict[str, Any], status: int, code: str) -> None:
    job_id = uploaded(ada, generate="false")["job_id"]
    wanted = {"job_id": job_id, "file_id": "file_001", "face_limit": 10000, **body}
    refused(ada.client.post("/models/generate-single", json=wanted), status, code)
    assert status_of(ada, job_id)["files"][0]["status"] == "pending"


def test_models_wait_until_they_are_asked_for_where_that_is_wished(ada: Person) -> None:
    batch = uploaded(ada, picture(), picture(colour=2), generate="false")
    assert (batch["status"], tasks(batch)) == ("pending", ["None", "None"])
    assert status_of(ada, batch["job_id"])["status"] == "pending"
    body = {"job_id": batch["job_id"], "file_id": "file_002", "face_limit": 10000}
    task = ada.client.post("/models/generate-single", json=body).json()["model_task_id"]
    status = status_of(ada, batch["job_id"])
    assert status["status"] == "processing"
    assert tasks(status) == ["None", task]


def test_work_is_stopped_for_one_picture_or_for_all(ada: Person) -> None:
    job_id = uploaded(ada, picture(), picture(colour=2))["job_id"]
    one = ada.client.post("/models/cancel", json={"job_id": job_id, "file_id": "file_002"}).json()
    assert [file["status"] for file in one["files"]] == ["pending", "cancelled"]
    every = ada.client.post("/models/cancel", json={"job_id": job_id}).json()
    assert (every["status"], every["progress"], every["failed_files"]) == ("cancelled", 100.0, 2)
    assert [file["error"]["code"] for file in every["files"]] == ["CANCELLED", "CANCELLED"]
    assert "none comes" in refused(ada.client.get(f"/download/{job_id}/all"), 409, "CONFLICT")["message"]
    assert ada.client.post("/models/cancel", json={"job_id": job_id}).json() == every
    refused(ada.client.post("/models/cancel", json={"job_id": job_id, "file_id": "file_003"}), 404, "NOT_FOUND")


def test_ones_own_batches_are_listed_newest_first(ada: Person, bob: Person) -> None:
    ids = [uploaded(ada, generate="false")["job_id"] for _ in range(3)]
    uploaded(bob)
    page = ada.client.get("/status", params={"limit": 2}).json()
    assert [batch["job_id"] for batch in page["batches"]] == ids[:0:-1]
    assert set(page["batches"][0]) == SPEC_STATUS - {"files"} | {"created_at"}
    rest = ada.client.get("/status", params={"after": page["next"]}).json()
    assert ([batch["job_id"] for batch in rest["batches"]], rest["next"]) == ([ids[0]], "")


def test_somebody_elses_batch_looks_as_if_it_were_not_there(ada: Person, bob: Person, anybody: httpx.Client) -> None:
    batch = uploaded(ada)
    job_id, path = batch["job_id"], f"/download/{batch['job_id']}/file_001/picture"
    body = {"job_id": job_id, "file_id": "file_001"}
    for answer in (
        bob.client.get(f"/status/{job_id}"),
        bob.client.get(path),
        bob.client.post("/models/generate-single", json=body),
        bob.client.post("/models/cancel", json=body),
        bob.client.delete(f"/upload/batch/{job_id}"),
        ada.client.get(path, params={"session_id": "sess_" + "0" * 26}),
        anybody.get(path, params={"session_id": uploaded(bob)["session_id"]}),
    ):
        refused(answer, 404, "NOT_FOUND")
    for answer in (anybody.get(path), anybody.get(f"/status/{job_id}"), anybody.post("/upload/batch")):
        refused(answer, 401, "AUTHENTICATION_REQUIRED")
    session = {"session_id": batch["session_id"]}
    assert anybody.get(path, params=session).content == picture()
    assert anybody.get(f"/status/{job_id}", params=session).json()["job_id"] == job_id


def test_an_api_key_is_sent_as_bearer_and_owns_what_it_makes(server: Server) -> None:
    with server.client(authorization=f"Bearer {API_KEY}") as keyed, server.client(authorization="Bearer no") as wrong:
        batch = upload(keyed).json()
        assert keyed.get(f"/status/{batch['job_id']}").json()["total_files"] == 1
        details = refused(wrong.get(f"/status/{batch['job_id']}"), 401, "AUTHENTICATION_REQUIRED")
        assert "Authorization: Bearer" in details["message"]


def test_every_answer_says_how_many_more_requests_there_may_be(configure: Configure) -> None:
    with (
        serving(configure(rate_limits="on", image_per_minute=6)) as limited,
        sign_in(limited, "admin@localhost", ADMIN_PASSWORD) as root,
    ):
        batch = upload(root)
        answers = [
            batch,
            root.get(f"/status/{batch.json()['job_id']}"),
            root.get("/status/batch_20240315_123456_abc123"),
            root.post("/models/generate-single", json={}),
            root.get(f"/download/{batch.json()['job_id']}/file_001/picture"),
            upload(root, b"no picture"),
        ]
        assert [answer.headers["x-ratelimit-remaining"] for answer in answers] == ["5", "4", "3", "2", "1", "0"]
        assert {answer.headers["x-ratelimit-limit"] for answer in answers} == {"6"}
        assert all(int(answer.headers["x-ratelimit-reset"]) > 1_700_000_000 for answer in answers)
        late = root.get("/status")
        refused(late, 429, "RATE_LIMIT_EXCEEDED")
        assert int(late.headers["retry-after"]) > 0


def test_who_has_a_session_id_is_counted_for_the_batch_and_not_with_strangers(configure: Configure) -> None:
    with (
        serving(configure(rate_limits="on", image_per_minute=3)) as limited,
        sign_in(limited, "admin@localhost", ADMIN_PASSWORD) as root,
        limited.client(authorization="Bearer bad") as stranger,
        limited.client() as page,
    ):
        batch = upload(root).json()
        path = f"/status/{batch['job_id']}"
        for _ in range(3):
            refused(stranger.get(path), 401, "AUTHENTICATION_REQUIRED")
        late = stranger.get(path)
        refused(late, 429, "RATE_LIMIT_EXCEEDED")
        assert late.headers["x-ratelimit-remaining"] == "0"
        refused(page.get(path, params={"session_id": "sess_wrong"}), 429, "RATE_LIMIT_EXCEEDED")
        shown = [page.get(path, params={"session_id": batch["session_id"]}) for _ in range(4)]
        assert [answer.status_code for answer in shown] == [200, 200, 200, 429]
        assert [answer.headers["x-ratelimit-remaining"] for answer in shown] == ["2", "1", "0", "0"]
        assert root.get(path).status_code == 200


def test_a_deleted_batch_takes_its_pictures_and_models_with_it(server: Server, ada: Person) -> None:
    batch = uploaded(ada, picture(), picture(colour=2))
    made(server, tasks(batch)[0])
    model_url = until(ada, batch["job_id"], processed_files=1)["files"][0]["model_url"]
    assert ada.client.delete(f"/upload/batch/{batch['job_id']}").status_code == 204
    refused(ada.client.get(f"/status/{batch['job_id']}"), 404, "NOT_FOUND")
    assert ada.client.get(model_url).status_code == 404
    assert ada.client.get("/status").json()["batches"] == []
    assert ada.client.get("/assets").json()["data"]["items"] == []


def test_a_picture_of_a_batch_cannot_be_deleted_alone(ada: Person) -> None:
    job_id = uploaded(ada)["job_id"]
    (item,) = ada.client.get("/assets").json()["data"]["items"]
    answer = ada.client.delete(f"/assets/{item['asset_id']}")
    assert (answer.status_code, answer.json()["success"]) == (409, False)
    assert ada.client.get(f"/download/{job_id}/file_001/picture").status_code == 200
