"""The socket of a project: all its jobs in the order of the log."""

import contextlib
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import jsonschema_rs
import psycopg
import pytest
from websockets.sync.client import connect

import projections.runner
import runtime.relay
from commands.job import ConfirmCancel, EnterStage, FailAttempt, StartAttempt
from tests.e2e.conftest import (
    Configure,
    Person,
    Server,
    serving,
)
from tests.e2e.pipeline import give, kept
from tests.e2e.project_work import (
    WAIT_S,
    close_of,
    extract,
    id_of,
    next_message,
    reconstructed,
    start,
    told,
    upto,
    watching,
)
from tests.e2e.test_files import MP4, upload
from tests.e2e.test_projects import begun


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server: no worker, and a quick heartbeat."""
    with serving(configure(heartbeat_s=0.4), (projections.runner.run, runtime.relay.run)) as running:
        yield running


@pytest.fixture
def project(ada: Person) -> int:
    """A project of Ada's with a film."""
    number = int(begun(ada)["id"])
    assert upload(ada, number).status_code == 200
    return number


def test_messages_have_the_shape_that_the_document_says(server: Server, ada: Person, project: int) -> None:
    document = httpx.get(server.url.replace("/api/v1", "/asyncapi.json"), trust_env=False).json()
    known = document["components"]["messages"]
    reconstructed(server, start(ada, project)["id"])
    number = extract(ada, project)["job_id"]
    give(server, StartAttempt(id_of(server, number), 1, "worker"))
    give(server, FailAttempt(id_of(server, number), 1, "INVALID", "The film cannot be read", "reading"))
    with watching(ada, project, "?after=0") as socket:
        for message in upto(socket, "job_failed"):
            jsonschema_rs.validate(known[f"project.{message['type']}"]["payload"], message)


def test_one_socket_shows_all_jobs_of_a_project_in_order(server: Server, ada: Person, project: int) -> None:
    with watching(ada, project) as socket:
        frames = extract(ada, project)["job_id"]
        work = start(ada, project)["id"]
        job = id_of(server, frames)
        give(server, StartAttempt(job, 1, "worker"))
        begins = next_message(socket)
        assert begins["event"] == begins["type"] == "job_started"
        assert {key: begins["data"][key] for key in ("job_id", "project_id", "job_type", "status")} == {
            "job_id": frames, "project_id": project, "job_type": "frame_extraction", "status": "processing",
        }  # fmt: skip
        give(server, EnterStage(job, 1, "reading"))
        assert next_message(socket)["data"]["stage"] == "reading"
        told(server, frames, "reading", 0.5)
        said = next_message(socket)
        assert (said["type"], said["data"]["stage_progress"]) == ("job_progress", 0.5)
        assert said["data"]["progress"] == pytest.approx(100 / 6, abs=0.1)
        give(server, FailAttempt(job, 1, "INVALID", "The film cannot be read. Upload another one.", "reading"))
        failed = next_message(socket)
        assert (failed["type"], failed["data"]["job_id"]) == ("job_failed", frames)
        assert failed["data"]["error_message"] == "The film cannot be read. Upload another one."
        reconstructed(server, work)
        messages = upto(socket, "job_completed")
        assert {message["data"]["job_id"] for message in messages} == {work}
        assert messages[-1]["data"]["result"]["textured_mesh_url"].startswith("http")
        assert messages[-1]["data"]["progress"] == 100.0
        positions = [begins["position"], failed["position"], *(message["position"] for message in messages)]
        assert positions == sorted(positions)
        assert ada.client.get(f"/projects/{project}").json()["status"] == "completed"
        last = start(ada, project)["id"]
        ada.client.post(f"/jobs/{last}/cancel")
        cancelled = next_message(socket)
        assert (cancelled["type"], cancelled["data"]["job_id"]) == ("job_cancelled", last)


def test_a_film_is_watched_while_it_arrives(ada: Person) -> None:
    number = int(begun(ada)["id"])
    with watching(ada, number) as socket:
        assert json.loads(socket.recv(timeout=WAIT_S))["type"] == "ping"
        assert upload(ada, number, MP4 + b"\0" * 3_000_000, "a b.mp4").status_code == 200
        messages = [next_message(socket)]
        while messages[-1]["data"]["received_bytes"] < len(MP4) + 3_000_000:
            messages.append(next_message(socket))
    assert {message["type"] for message in messages} == {"upload_progress"}
    assert messages[-1]["data"] == {
        "project_id": number, "file_name": "a b.mp4", "received_bytes": len(MP4) + 3_000_000,
        "total_bytes": len(MP4) + 3_000_000,
    }  # fmt: skip


def test_who_comes_back_misses_nothing(server: Server, ada: Person, project: int) -> None:
    first = extract(ada, project)["job_id"]
    ada.client.post(f"/jobs/{first}/cancel")
    second = extract(ada, project)["job_id"]
    job = id_of(server, second)
    give(server, StartAttempt(job, 1, "worker"), EnterStage(job, 1, "reading"))
    with watching(ada, project, "?after=0") as socket:
        everything = [next_message(socket) for _ in range(3)]
    assert [(one["type"], one["data"]["job_id"]) for one in everything] == [
        ("job_cancelled", first), ("job_started", second), ("job_progress", second),
    ]  # fmt: skip
    with watching(ada, project, f"?after={everything[0]['position']}") as socket:
        assert [next_message(socket), next_message(socket)] == everything[1:]
    with watching(ada, project, prefix="") as socket:  # a new watcher hears of the newest work
        assert [next_message(socket), next_message(socket)] == everything[1:]
        assert json.loads(socket.recv(timeout=WAIT_S))["type"] == "ping"


def test_a_socket_takes_a_token_in_its_address_and_nobody_without(server: Server, ada: Person, project: int) -> None:
    token = ada.client.post("/auth/live-token").json()["data"]["token"]
    url = f"{server.url.replace('http', 'ws', 1)}/ws/jobs/{project}"
    with connect(f"{url}?token={token}", proxy=None) as socket:
        assert json.loads(socket.recv(timeout=WAIT_S))["type"] == "ping"
    for query in ("", "?token=x", f"?token={ada.tokens['access_token']}"):
        with connect(url + query, proxy=None) as socket:
            assert close_of(socket) == 4401


@pytest.mark.parametrize(("number", "code"), [("2", 4404), ("0", 4404), ("9" * 30, 4404)])
def test_a_socket_of_no_project_is_closed(ada: Person, number: str, code: int) -> None:
    with watching(ada, int(number)) as socket:
        assert close_of(socket) == code


def test_a_socket_refuses_what_is_no_position_and_too_many_of_one_person(ada: Person, project: int) -> None:
    with watching(ada, project, "?after=-1") as socket:
        assert close_of(socket) == 4422
    with contextlib.ExitStack() as stack:
        for _ in range(10):
            json.loads(stack.enter_context(watching(ada, project)).recv(timeout=WAIT_S))
        with watching(ada, project) as socket:
            assert close_of(socket) == 4429


def test_a_deletion_stops_what_runs_and_ends_the_socket(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"), EnterStage(job, 1, "frames"))
    early = kept(server, job, b"sheet", "contact_sheet.jpg", "image/jpeg", "preview")

    def play_worker() -> str:
        pause = threading.Event()
        while not ada_wants_it_stopped(server, job):
            pause.wait(0.05)
        late = kept(server, job, b"late", "late.bin", "application/octet-stream")
        give(server, ConfirmCancel(job, 1))
        return late

    with watching(ada, project) as socket, ThreadPoolExecutor(1) as pool:
        late = pool.submit(play_worker)
        assert ada.client.delete(f"/projects/{project}").status_code == 200
        assert upto(socket, "project_deleted")[-2]["type"] == "job_cancelled"
        assert close_of(socket) == 1000
        assert socket.close_reason == "The project was deleted"
    for asset in (early, late.result()):
        assert ada.client.get(f"/assets/{asset}").status_code == 404


def ada_wants_it_stopped(server: Server, job: str) -> bool:
    with psycopg.connect(server.settings.database_url) as connection:
        found = connection.execute("SELECT is_cancel_wanted FROM view_job.job WHERE id = %s", (job,)).fetchone()
    return bool(found and found[0])
