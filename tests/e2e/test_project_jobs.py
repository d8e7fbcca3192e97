"""Work on projects over HTTP and on their socket; a hand of the test's plays the worker."""

import base64
import json
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

import projections.runner
import runtime.relay
from commands.job import EnterStage, FailAttempt, StartAttempt, Succeed
from domain.work import ExtractFrames
from tests.e2e.conftest import (
    ADMIN_PASSWORD,
    API_KEY,
    Configure,
    Person,
    Server,
    numbers,
    register,
    serving,
    sign_in,
)
from tests.e2e.pipeline import give, kept
from tests.e2e.project_work import (
    WAIT_S,
    close_of,
    extract,
    id_of,
    pass_stages,
    reconstructed,
    start,
    told,
    until,
    watching,
)
from tests.e2e.test_files import JPEG, MP4, images, listed, upload
from tests.e2e.test_projects import begun, detail_of

JOB_FIELDS = {
    "id", "project_id", "job_type", "status", "progress", "current_stage", "parameters", "result", "error_message",
    "created_at", "started_at", "completed_at", "updated_at",
}  # fmt: skip


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


def test_a_reconstruction_is_told_truly_from_its_start_to_its_files(server: Server, ada: Person, project: int) -> None:
    job = start(ada, project, quality="high", seed=7)
    assert set(job) == JOB_FIELDS
    assert (job["job_type"], job["status"], job["progress"]) == ("reconstruction", "pending", 0.0)
    assert job["parameters"] == {"quality": "high", "seed": 7}
    assert ada.client.get(f"/projects/{project}").json()["status"] == "processing"
    files = reconstructed(server, job["id"])
    done = until(ada, f"/projects/{project}/status", "completed")
    assert (done["total_frames"], done["processed_frames"], done["progress"]) == (40, 38, 100.0)
    assert done["reconstruction_quality"] == 0.83
    assert done["processing_time"] > 0
    assert ada.client.get(f"/projects/{project}").json()["processing_time"] == done["processing_time"]
    assert done["job"]["id"] == job["id"]
    assert "asset" in done["job"]["result"]["textured_mesh_url"]
    for kind, name in (
        ("frames", "frames.zip"), ("mesh", "mesh.ply"), ("textured_mesh", "textured_mesh.glb"),
        ("point_cloud", "point_cloud.ply"), ("textured_mesh?format=obj", "textured_mesh_obj.zip"),
    ):  # fmt: skip
        answer = ada.client.get(f"/files/download/{project}/{kind}")
        assert answer.content == name.encode(), answer.text
        assert f'filename="The_fountain-{name}"' in answer.headers["content-disposition"]
    assert "as ply" in detail_of(ada.client.get(f"/files/download/{project}/mesh?format=obj"), 404)
    shown = {file["file_type"]: file for file in listed(ada, project)}
    assert set(shown) == {"video", "frames", "mesh", "textured_mesh", "point_cloud", "intermediate"}
    assert shown["mesh"]["job_id"] == job["id"]
    for file in shown.values():
        assert ada.client.get(file["file_path"].removeprefix("/api/v1")).status_code == 200
    assert ada.client.delete(f"/projects/{project}").status_code == 200
    for asset in files.values():
        assert ada.client.get(f"/assets/{asset}").status_code == 404
    detail_of(ada.client.get(f"/jobs/{job['id']}"), 404)
    assert ada.client.get("/jobs").json() == []


def test_numbers_are_true_while_it_runs(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"))
    pass_stages(server, job, {"frames": {"frames": 40}, "features": {}, "matching": {}})
    give(server, EnterStage(job, 1, "mapping"))
    until(ada, f"/jobs/{number}", "processing")
    told(server, number, "mapping", 0.5, count=20)
    told(server, number, "mapping", 0.8)
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while (shown := ada.client.get(f"/projects/{project}/status").json())["processed_frames"] != 20:
        assert time.monotonic() < deadline, shown
        pause.wait(0.05)
    assert (shown["total_frames"], shown["current_stage"], shown["status"]) == (40, "mapping", "processing")
    assert shown["progress"] == pytest.approx(100 * 3.8 / 8, abs=0.1)
    told(server, number, "dense", 0.1)  # heard before the views know that mapping is done
    assert ada.client.get(f"/projects/{project}").json()["processed_frames"] == 20
    first = shown["processing_time"]
    assert ada.client.get(f"/projects/{project}").json()["processing_time"] > first > 0
    give(server, FailAttempt(job, 1, "GENERATION_FAILED", "The film is blurred. Hold the camera still.", "mapping"))
    failed = until(ada, f"/projects/{project}/status", "failed")
    assert failed["error_message"] == "The film is blurred. Hold the camera still."
    assert ada.client.get(f"/jobs/{number}").json()["error_message"] == failed["error_message"]
    assert start(ada, project, quality="low")["status"] == "pending"


def test_without_a_film_there_is_nothing_to_reconstruct(ada: Person) -> None:
    project = begun(ada)["id"]
    assert "upload" in detail_of(ada.client.post(f"/projects/{project}/start-reconstruction"), 409)
    assert "upload" in detail_of(ada.client.post("/files/extract-frames", data={"project_id": project}), 409)
    images(ada, project, JPEG)
    assert "pictures" in detail_of(ada.client.post("/files/extract-frames", data={"project_id": project}), 409)
    assert start(ada, project)["status"] == "pending"


@pytest.mark.parametrize(
    "query",
    [{"quality": "best"}, {"quality": ""}, {"mapper": "x"}, {"seed": -1}, {"seed": 2**53}, {"seed": "x"}],
    ids=str,
)
def test_what_cannot_be_asked_for_is_refused(ada: Person, project: int, query: dict[str, Any]) -> None:
    answer = ada.client.post(f"/projects/{project}/start-reconstruction", params=query)
    assert next(iter(query)) in detail_of(answer, 422)


def test_a_refused_choice_names_what_there_is(ada: Person, project: int) -> None:
    answer = ada.client.post(f"/projects/{project}/start-reconstruction", params={"quality": "best"})
    assert detail_of(answer, 422) == "`quality` must be one of: extreme, high, low, medium, not `best`"
    listed = detail_of(ada.client.get("/jobs", params={"status": "odd", "limit": 0}), 422)
    assert "`status` must be one of: cancelled, completed" in listed
    assert "`limit` must be a whole number, at least 1 and at most 1000" in listed


def test_frames_are_taken_by_form_or_json(server: Server, ada: Person, project: int) -> None:
    for interval in (None, 0.5):
        fields = {"project_id": project} | ({} if interval is None else {"interval": interval})
        for sent in (
            {"data": fields},
            {"files": {key: (None, str(one)) for key, one in fields.items()}},
            {"json": fields},
        ):
            answer = ada.client.post("/files/extract-frames", **sent)
            assert answer.status_code == 200, answer.text
            told_of = answer.json()
            assert told_of["message"] == "Frame extraction started"
            assert told_of["project_id"] == project
            assert told_of["job"]["parameters"] == {"interval": interval, "frames_max": 200}
            job = ada.client.get(f"/jobs/{told_of['job_id']}").json()
            assert (job["job_type"], job["status"]) == ("frame_extraction", "pending")
            ada.client.post(f"/jobs/{told_of['job_id']}/cancel")


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"interval": "0"}, "interval"),
        ({"interval": "-1"}, "interval"),
        ({"interval": "nan"}, "interval"),
        ({"interval": "1e9"}, "interval"),
        ({"interval": "often"}, "interval"),
        ({"frames_max": "0"}, "frames_max"),
        ({"every": "1"}, "every"),
        ({"project_id": "x"}, "project_id"),
        ({"project_id": "-1"}, "project_id"),
        ({"project_id": str(10**30)}, "project_id"),
        ({"project_id": ""}, "project_id"),
    ],
    ids=str,
)
def test_frames_that_cannot_be_taken_are_refused(ada: Person, fields: dict[str, str], named: str) -> None:
    answer = ada.client.post("/files/extract-frames", data={"project_id": "1", **fields})
    assert named in detail_of(answer, 422)


def test_frames_that_were_taken_are_used_and_downloaded(server: Server, ada: Person, project: int) -> None:
    number = extract(ada, project)["job_id"]
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"))
    pass_stages(server, job, {stage: {} for stage in ExtractFrames.stages})
    frames = kept(server, job, b"PK", "frames.zip", "application/zip")
    give(server, Succeed(job, 1, {"frames": frames, "count": 31}))
    until(ada, f"/jobs/{number}", "completed")
    assert ada.client.get(f"/projects/{project}").json()["total_frames"] == 31
    assert ada.client.get(f"/projects/{project}").json()["status"] == "draft"
    assert ada.client.get(f"/files/download/{project}/frames").content == b"PK"
    reconstruction = id_of(server, start(ada, project)["id"])
    with psycopg.connect(server.settings.database_url) as connection:
        found = connection.execute("SELECT work, inputs FROM view_job.job WHERE id = %s", (reconstruction,)).fetchone()
    assert found
    assert found[0]["frames"] == frames
    assert {one["asset_id"] for one in found[1]} == {frames, found[0]["video"]}
    upload(ada, project, MP4 + b"another")
    detail_of(ada.client.get(f"/files/download/{project}/frames"), 404)
    (former,) = (file for file in listed(ada, project) if file["file_type"] == "frames")
    assert ada.client.get(former["file_path"].removeprefix("/api/v1")).content == b"PK"


def test_what_jobs_kept_of_their_stages_is_handed_on(server: Server, ada: Person, project: int) -> None:
    first = start(ada, project)["id"]
    stage = reconstructed(server, first)["stage"]
    until(ada, f"/jobs/{first}", "completed")
    with psycopg.connect(server.settings.database_url) as connection:
        job = id_of(server, start(ada, project, quality="high")["id"])
        found = connection.execute("SELECT work, inputs FROM view_job.job WHERE id = %s", (job,)).fetchone()
    assert found
    assert [one["asset_id"] for one in found[0]["earlier"]] == [stage]
    assert stage in {one["asset_id"] for one in found[1]}


def test_the_commands_of_the_page_work_as_they_stand(server: Server, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "projects.md").read_text()
    script = page.partition("```sh\n")[2].partition("```")[0].replace("http://localhost:8000/api/v1", server.url)
    name = f"ada{next(numbers)}"
    script = script.replace("ada@", f"{name}@").replace('"username": "ada"', f'"username": "{name}"')
    script = script.replace("username=ada", f"username={name}").replace("curl -s ", "curl -sS --noproxy 127.0.0.1 ")
    (tmp_path / "fountain.mp4").write_bytes(MP4)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert '"Video uploaded successfully"' in done.stdout, done.stdout
    assert '"job_type":"reconstruction"' in done.stdout
    assert '"status":"processing"' in done.stdout
    assert "This project has: video" in (tmp_path / "fountain.glb").read_text()


def test_of_two_who_start_at_once_one_is_told(ada: Person, project: int) -> None:
    barrier = threading.Barrier(6)

    def ask(_: int) -> httpx.Response:
        barrier.wait()
        return ada.client.post(f"/projects/{project}/start-reconstruction")

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(ask, range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
    assert all("wait" in answer.json()["detail"] for answer in answers if answer.status_code == 409)
    assert len(ada.client.get("/jobs").json()) == 1


def test_jobs_are_listed_newest_first_and_filtered(server: Server, ada: Person, project: int) -> None:
    frames = extract(ada, project)["job_id"]
    ada.client.post(f"/jobs/{frames}/cancel")
    work = start(ada, project)["id"]
    other = begun(ada)["id"]
    images(ada, other, JPEG)
    elsewhere = start(ada, other)["id"]

    def numbers_of(**query: Any) -> list[int]:
        answer = ada.client.get("/jobs", params=query)
        assert answer.status_code == 200, answer.text
        return [job["id"] for job in answer.json()]

    assert numbers_of() == [elsewhere, work, frames]
    assert numbers_of(project_id=project) == [work, frames]
    assert numbers_of(status="cancelled") == [frames]
    assert numbers_of(status="pending", project_id=other) == [elsewhere]
    assert numbers_of(job_type="frame_extraction") == [frames]
    assert numbers_of(skip=1, limit=1) == [work]
    assert numbers_of(skip=100) == []
    stands = ada.client.get(f"/jobs/project/{project}/status").json()
    assert (stands["total_jobs"], stands["pending"], stands["cancelled"], stands["completed"]) == (2, 1, 1, 0)
    assert [job["id"] for job in stands["jobs"]] == [frames, work]


@pytest.mark.parametrize(
    "query",
    [{"status": "odd"}, {"job_type": "odd"}, {"project_id": "x"}, {"project_id": 0}, {"skip": -1}, {"limit": 10**9},
     {"limit": 0}, {"project_id": 10**30}],
    ids=str,
)  # fmt: skip
def test_filters_that_make_no_sense_are_refused(ada: Person, query: dict[str, Any]) -> None:
    assert next(iter(query)) in detail_of(ada.client.get("/jobs", params=query), 422)


def test_a_job_is_stopped_once(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    assert ada.client.post(f"/jobs/{number}/cancel").json()["status"] == "cancelled"
    assert ada.client.post(f"/jobs/{number}/cancel").json()["status"] == "cancelled"
    assert ada.client.get(f"/projects/{project}").json()["status"] == "draft"
    again = start(ada, project)["id"]
    reconstructed(server, again)
    until(ada, f"/jobs/{again}", "completed")
    assert "completed" in detail_of(ada.client.post(f"/jobs/{again}/cancel"), 409)


def test_lines_of_a_job_are_read(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    assert ada.client.get(f"/jobs/{number}/logs").json() == {"job_id": number, "logs": []}
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"))
    line = b'{"attempt":1,"stage":"frames","message":"40 frames"}\n'
    kept(server, job, line, "job.log", "application/jsonl", "log")
    (line,) = ada.client.get(f"/jobs/{number}/logs").json()["logs"]
    assert line == {"attempt": 1, "stage": "frames", "message": "40 frames"}


def test_others_jobs_and_other_work_look_as_if_they_were_not_there(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    bob = register(server, f"bob{next(numbers)}")
    with bob.client:
        for answer in (
            bob.client.get(f"/jobs/{number}"),
            bob.client.post(f"/jobs/{number}/cancel"),
            bob.client.get(f"/jobs/{number}/logs"),
        ):
            detail_of(answer, 404)
        assert bob.client.get("/jobs").json() == []
        with watching(bob, project) as socket:
            assert close_of(socket) == 4404
    assert ada.client.get(f"/jobs/{number}").json()["status"] == "pending"


def test_another_film_while_work_runs_changes_nothing_for_it(server: Server, ada: Person, project: int) -> None:
    number = start(ada, project)["id"]
    job = id_of(server, number)
    give(server, StartAttempt(job, 1, "worker"), EnterStage(job, 1, "frames"))
    (before,) = listed(ada, project)
    assert upload(ada, project, MP4 + b"another").status_code == 200
    assert ada.client.get(f"/jobs/{number}").json()["status"] in ("pending", "processing")
    assert ada.client.get(f"/assets/{before['asset_id']}/content").content == MP4


def test_a_form_of_very_many_fields_takes_no_frames(ada: Person, project: int) -> None:
    fields = "&".join(f"a{number}=1" for number in range(100_000))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = ada.client.post("/files/extract-frames", content=f"project_id={project}&{fields}", headers=headers)
    assert answer.status_code in (400, 413, 422)
    assert list(answer.json()) == ["detail"]
    twice = ada.client.post("/files/extract-frames", content=f"project_id={project}&project_id=2", headers=headers)
    assert "project_id" in detail_of(twice, 422)


def test_what_an_admin_reads_of_a_project_stands_in_its_owners_trail(server: Server, ada: Person, project: int) -> None:
    with sign_in(server, "admin@localhost", ADMIN_PASSWORD) as admin:
        assert admin.get(f"/projects/{project}").json()["id"] == project
        assert admin.get("/projects").json() == []
        body = {"project_id": project}
        assert admin.post("/files/extract-frames", data=body).json()["job"]["status"] == "pending"
    ada.client.headers["x-api-key"] = API_KEY
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while time.monotonic() < deadline:
        items = ada.client.get("/audit").json()["entries"]
        if any(str(project) in json.dumps(item) and item["actor"] != owner_account(ada) for item in items):
            return
        pause.wait(0.2)
    raise AssertionError(items)


def owner_account(person: Person) -> str:
    """Return the account of somebody, as their token says it."""
    payload = person.tokens["access_token"].split(".")[1]
    return str(json.loads(base64.urlsafe_b64decode(payload + "=="))["sub"])


def test_family_5_is_limited_by_the_second(configure: Configure) -> None:
    limited = {"rate_limits": "on", "project_per_second": 10, "reconstruction_per_second": 2}
    with serving(configure(**limited)) as running:
        person = register(running, f"ada{next(numbers)}")
        with person.client:
            burst = [person.client.get("/projects") for _ in range(30)]
            refused = [answer for answer in burst if answer.status_code == 429]
            assert refused
            assert "10 per second" in detail_of(refused[0], 429)
            assert refused[0].headers["retry-after"] == "1"
            works = [person.client.post("/projects/2/start-reconstruction") for _ in range(8)]
            assert "2 per second" in detail_of(next(one for one in works if one.status_code == 429), 429)
