"""A film of a known thing goes through the whole of family 5, on a server with all its roles."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from engine.models.reading import read_model
from engine.photographs.frames_file import unpacked
from engine.photographs.judging import Fit, aligned, fit_of
from handlers.reconstructing.cameras_file import cameras_of
from tests.e2e.conftest import Configure, Person, Server, designing, numbers, wait_for_the_admin
from tests.e2e.operating import operating
from tests.e2e.project_work import next_message, start, watching
from tests.e2e.test_projects import begun, detail_of
from tests.filming import Truth, filmed
from tests.gltf import issues_of

FPS = 6
WAIT_S = 540.0  # a minute on two quiet cores


@pytest.fixture(scope="module")
def film_server(configure: Configure) -> Iterator[Server]:
    """A server with everything, whose worker makes small models of films."""
    with operating(configure, package="tests.smaller") as running:
        wait_for_the_admin(running)
        yield running


@pytest.fixture
def fay(film_server: Server) -> Iterator[Person]:
    """Somebody with a camera."""
    with designing(film_server, f"fay{next(numbers)}") as person:
        yield person
        jobs = person.client.get("/jobs").json()
        for job in jobs if isinstance(jobs, list) else ():  # or the account is gone
            person.client.post(f"/jobs/{job['id']}/cancel")


@pytest.fixture(scope="module")
def filming(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    """A film around the vase, and what it shows."""
    path = tmp_path_factory.mktemp("film") / "vase.mp4"
    return path, filmed(path, count=14, fps=FPS, turn_deg=140, size=(256, 192), samples=1)


@pytest.fixture(scope="module")
def film(filming: tuple[Path, Truth]) -> Path:
    """A film around the vase."""
    return filming[0]


def give_film(person: Person, film: Path) -> int:
    number = int(begun(person, "The vase")["id"])
    with film.open("rb") as file:
        answer = person.client.post("/files/upload/video", data={"project_id": number}, files={"file": file})
    assert answer.status_code == 200, answer.text
    return number


def fit_to(truth: Truth, person: Person, project: int, listed: list[dict[str, Any]], folder: Path) -> Fit:
    """Return how near the mesh that a project can be asked for lies to the surface that was filmed."""
    download = f"/files/download/{project}"
    frames = folder / "frames.zip"
    frames.write_bytes(person.client.get(f"{download}/frames").content)
    known = {
        shot.name: replace(truth.views[round(shot.time_s * FPS)], name=shot.name) for shot in unpacked(frames, folder)
    }
    cameras = next(file for file in listed if file["file_name"] == "cameras.json")
    moved, _ = aligned(cameras_of(httpx.get(cameras["url"], trust_env=False).content), known)
    mesh = read_model(person.client.get(f"{download}/mesh").content).meshes[0].surfaces[0]
    return fit_of(
        (moved.moved(mesh.points), mesh.faces), (truth.points, truth.faces), list(known.values()), threshold=0.01
    )


def watched(person: Person, project: int, job: int) -> list[dict[str, Any]]:
    """Return what a socket says of a job until it ends."""
    found: list[dict[str, Any]] = []
    with watching(person, project, "?after=0") as socket:
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            message = next_message(socket, deadline - time.monotonic())
            found += [message] if message["data"]["job_id"] == job else []
            if found and found[-1]["type"] in ("job_completed", "job_failed", "job_cancelled"):
                return found
    raise AssertionError(found[-1])


def test_frames_of_a_film_come_out_as_they_were_chosen(fay: Person, film: Path) -> None:
    project = give_film(fay, film)
    answer = fay.client.post("/files/extract-frames", data={"project_id": project, "interval": 0.5})
    assert watched(fay, project, answer.json()["job_id"])[-1]["type"] == "job_completed"
    total = fay.client.get(f"/projects/{project}").json()["total_frames"]
    assert 4 <= total <= 6
    with zipfile.ZipFile(io.BytesIO(fay.client.get(f"/files/download/{project}/frames").content)) as archive:
        pictures = [name for name in archive.namelist() if name.endswith(".jpg")]
        assert len(pictures) == total
        assert Image.open(io.BytesIO(archive.read(pictures[0]))).size == (256, 192)


def test_what_only_begins_like_a_film_ends_in_a_sentence(fay: Person, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mkv"
    broken.write_bytes(b"\x1aE\xdf\xa3\x93B\x82\x88matroskaB\x87\x81\4B\x85\x81\2" + b"\0" * 10_000)
    project = give_film(fay, broken)
    answer = fay.client.post("/files/extract-frames", data={"project_id": project})
    failed = watched(fay, project, answer.json()["job_id"])[-1]
    assert failed["type"] == "job_failed"
    assert "film" in failed["data"]["error_message"]
    job = fay.client.get(f"/jobs/{failed['data']['job_id']}").json()
    assert (job["status"], job["error_message"]) == ("failed", failed["data"]["error_message"])
    detail_of(fay.client.get(f"/files/download/{project}/frames"), 404)


def test_a_job_that_runs_stops_within_seconds(fay: Person, film: Path) -> None:
    project = give_film(fay, film)
    job = start(fay, project)["id"]
    with watching(fay, project) as socket:
        while next_message(socket)["type"] != "job_progress":
            continue
        begun_at = time.monotonic()
        assert fay.client.post(f"/jobs/{job}/cancel").status_code == 200
        while next_message(socket)["type"] != "job_cancelled":
            continue
        assert time.monotonic() - begun_at < 10  # two on a quiet machine
    assert fay.client.get(f"/projects/{project}").json()["status"] == "draft"


@pytest.mark.timeout(600)
def test_a_film_becomes_a_mesh(fay: Person, filming: tuple[Path, Truth], tmp_path: Path) -> None:
    film, truth = filming
    project = give_film(fay, film)
    job = start(fay, project, quality="low")["id"]
    messages = watched(fay, project, job)
    assert (messages[0]["type"], messages[-1]["type"]) == ("job_started", "job_completed"), messages[-1]
    percents = [message["data"]["progress"] for message in messages]
    assert percents == sorted(percents)
    status = fay.client.get(f"/projects/{project}/status").json()
    assert (status["status"], status["progress"]) == ("completed", 100.0)
    assert status["total_frames"] >= status["processed_frames"] >= 8
    assert 0 < status["reconstruction_quality"] <= 1
    assert status["processing_time"] > 1

    model = fay.client.get(f"/files/download/{project}/textured_mesh").content
    assert issues_of(model)["numErrors"] == 0
    for kind in ("mesh", "point_cloud"):
        assert fay.client.get(f"/files/download/{project}/{kind}").content.startswith(b"ply")
    for kind, names in (("frames", {"frames.json"}), ("textured_mesh?format=obj", {"model.mtl"})):
        answer = fay.client.get(f"/files/download/{project}/{kind}")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            assert any(name.endswith(tuple(one.rpartition(".")[2] for one in names)) for name in archive.namelist())
    listed = fay.client.get(f"/files/list/{project}").json()["files"]
    fit = fit_to(truth, fay, project, listed, tmp_path)
    assert fit.accuracy > 0.95  # 0.997 as a rule: share of the found surface within 10 mm of the true one
    assert fit.f_score > 0.75  # 0.841 as a rule: the ground at the rim is seen by too few of these small pictures
    preview = next(file for file in listed if file["file_name"] == "preview.png")
    Image.open(io.BytesIO(httpx.get(preview["url"], trust_env=False).content)).verify()
    assert fay.client.get(f"/jobs/{job}/logs").status_code == 200

    with zipfile.ZipFile(io.BytesIO(fay.client.get(f"/data/{fay.username}").content)) as archive:
        (line,) = archive.read("projects.jsonl").splitlines()
        assert json.loads(line)["name"] == "The vase"
        assert any(name.endswith("textured_mesh.glb") for name in archive.namelist())
    deleted = fay.client.delete(f"/data/{fay.username}").json()["deleted_records"]
    assert (deleted["projects"], deleted["uploads"]) == (1, 1)
    assert httpx.get(preview["url"], trust_env=False).status_code == 404
