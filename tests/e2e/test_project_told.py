"""What a running job says is told over HTTP while it runs, and not taken back when it breaks off."""

import threading
import time

import pytest

from commands.job import EnterStage, FailAttempt, StartAttempt
from tests.e2e.conftest import Person, Server
from tests.e2e.pipeline import give, kept
from tests.e2e.project_work import WAIT_S, id_of, start, told, until
from tests.e2e.test_files import upload
from tests.e2e.test_projects import begun


@pytest.fixture
def project(ada: Person) -> int:
    """A project of Ada's with a film."""
    number = int(begun(ada)["id"])
    assert upload(ada, number).status_code == 200
    return number


def test_lines_are_read_while_a_job_runs_until_its_log_is_kept(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"))
    told(server, number, "mapping", 0.0, line="Registering image #3")
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while not (lines := ada.client.get(f"/jobs/{number}/logs").json()["logs"]):
        assert time.monotonic() < deadline
        pause.wait(0.05)
    (line,) = lines
    assert line.pop("at") > 0
    assert line == {
        "attempt": 1, "stage": "mapping", "message": "Registering image #3", "values": {"image": 3},
    }  # fmt: skip
    whole = b'{"attempt":1,"message":"stage entered"}\n{"attempt":1,"message":"attempt ended"}\n'
    kept(server, job, whole, "job.log", "application/jsonl", "log")
    lines = ada.client.get(f"/jobs/{number}/logs").json()["logs"]
    assert [line["message"] for line in lines] == ["stage entered", "attempt ended"]


def test_what_was_done_is_still_told_of_a_job_that_is_stopped(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"), EnterStage(job, 1, "frames"))
    until(ada, f"/jobs/{number}", "processing")
    told(server, number, "frames", 0.5)
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while not (before := ada.client.get(f"/jobs/{number}").json()["progress"]):
        assert time.monotonic() < deadline
        pause.wait(0.05)
    give(server, FailAttempt(job, 1, "GENERATION_FAILED", "The film is blurred.", "frames"))
    assert until(ada, f"/jobs/{number}", "failed")["progress"] == before
