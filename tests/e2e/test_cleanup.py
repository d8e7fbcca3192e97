"""An admin lets old files go: what goes, what stays because it is needed, and what a kill in the middle leaves."""

import asyncio
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from PIL import Image

from api.admins.cleaning import alone_at
from api.admins.unfinished import Finisher
from api.app import create_app
from api.core import core_of, opened_core
from commands.job import StartAttempt, Succeed
from domain.cleanup import CleanupBegan, CleanupCompleted
from domain.events import Record
from runtime.services import services
from tests.e2e.batching import GLB, made, picture, refused, status_of, uploaded
from tests.e2e.conftest import API_KEY, Person, Server, numbers, register
from tests.e2e.pipeline import give, kept
from tests.e2e.test_batches import tasks, until

colours = iter(range(10_000))


@pytest.fixture(autouse=True, scope="module")
def only_when_asked() -> Iterator[None]:
    """Unfinished cleanups are looked for when a test does so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.admins.unfinished.LOOK_S", 3600.0)
        yield


@pytest.fixture
def admin(server: Server) -> Iterator[httpx.Client]:
    """A client with the admin's API key as Bearer."""
    with server.client(authorization=f"Bearer {API_KEY}") as opened:
        yield opened


def unique() -> bytes:
    """Return a picture that nobody else has."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), (*divmod(next(colours), 256), 7)).save(made, "PNG")
    return made.getvalue()


def modelled(server: Server, person: Person, content: bytes = b"", **fields: Any) -> dict[str, Any]:
    """Upload a picture and make a model of it; return the batch."""
    batch = uploaded(person, content or unique(), **fields)
    (task,) = tasks(batch)
    give(server, StartAttempt(task, 1, "worker"))
    model = kept(server, task, GLB + task.encode(), "model.glb", "model/gltf-binary")
    preview = kept(server, task, picture("PNG") + task.encode(), "preview.png", "image/png", "preview")
    give(server, Succeed(task, 1, {"glb_asset": model, "preview_asset": preview}))
    until(person, batch["job_id"], processed_files=1)
    return batch


def cleaned(admin: httpx.Client, hours: float = 0, **options: Any) -> dict[str, Any]:
    answer = admin.post("/admin/cleanup", json={"older_than_hours": hours, **options})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def events(server: Server, stream: str) -> list[Any]:
    async def load() -> tuple[Record, ...]:
        async with services(server.settings) as opened:
            return await opened.store.load(stream)

    return [record.event for record in asyncio.run(load())]


def sizes(server: Server, *contents: str) -> list[int | None]:
    async def ask() -> list[int | None]:
        async with services(server.settings) as opened:
            return [await opened.blobs.size(sha256) for sha256 in contents]

    return asyncio.run(ask())


def newest_cleanup(server: Server) -> str:
    async def ask() -> str:
        async with services(server.settings) as opened:
            return (await opened.store.of_subject("system", 0, tags=("cleanup.began",)))[-1].stream

    return asyncio.run(ask())


def finished(server: Server, *, held: str = "") -> int:
    """Look for unfinished cleanups as a process does that starts, and return how many were finished."""

    async def look() -> int:
        app = create_app(server.settings)
        async with opened_core(app), alone_at(held, core_of(app)):
            return await Finisher(core_of(app)).look()

    return asyncio.run(look())


def picture_opens(person: Person, batch: dict[str, Any]) -> int:
    return person.client.get(f"/download/{batch['job_id']}/file_001/picture").status_code


def model_opens(person: Person, batch: dict[str, Any]) -> int:
    return person.client.get(f"/download/{batch['job_id']}/file_001/model").status_code


def test_only_admins_clean_up_and_they_say_how_old(ada: Person, client: httpx.Client, admin: httpx.Client) -> None:
    body = {"older_than_hours": 24}
    refused(client.post("/admin/cleanup", json=body), 401, "AUTHENTICATION_REQUIRED")
    refused(ada.client.post("/admin/cleanup", json=body), 403, "INVALID_API_KEY")
    for wrong in ({}, {"older_than_hours": -1}, {"older_than_hours": "old"}, {**body, "scope": "mine"}):
        refused(admin.post("/admin/cleanup", json=wrong))


def test_old_files_go_and_the_log_says_so(server: Server, ada: Person, admin: httpx.Client) -> None:
    cleaned(admin)  # what other tests left
    batch = modelled(server, ada)
    assert cleaned(admin, 24)["cleaned_files"] == 0
    rehearsed = cleaned(admin, dry_run=True)
    assert (picture_opens(ada, batch), model_opens(ada, batch)) == (200, 200)
    done = cleaned(admin)
    assert (done["cleaned_files"], done["files"]) == (3, {"input": 1, "preview": 1, "result": 1})
    assert (done["contents_deleted"], done["contents_kept"], done["jobs"]) == (3, 0, 1)
    same = ("cleaned_files", "freed_space_mb", "freed_bytes", "files", "jobs", "contents_deleted", "contents_kept")
    assert {name: rehearsed[name] for name in same} == {name: done[name] for name in same}
    assert (rehearsed["cleanup_id"], rehearsed["dry_run"], done["dry_run"]) == (None, True, False)
    began, completed = events(server, done["cleanup_id"])
    assert isinstance(began, CleanupBegan)
    assert (began.scope, began.older_than_hours) == ("images", 0)
    assert isinstance(completed, CleanupCompleted)
    assert (completed.freed_bytes, completed.jobs) == (done["freed_bytes"], 1)
    assert cleaned(admin)["cleaned_files"] == 0


def test_pictures_that_no_model_was_asked_of_wait_on(server: Server, ada: Person, admin: httpx.Client) -> None:
    batch = uploaded(ada, ("one.png", unique()), ("two.png", unique()), generate="false")
    body = {"job_id": batch["job_id"], "file_id": "file_001"}
    task = ada.client.post("/models/generate-single", json=body).json()["model_task_id"]
    made(server, task)
    until(ada, batch["job_id"], processed_files=1)
    cleaned(admin)
    opened = [ada.client.get(f"/download/{batch['job_id']}/file_00{number}/picture").status_code for number in (1, 2)]
    assert opened == [410, 200]


def test_a_batch_without_its_files_says_so(server: Server, ada: Person, admin: httpx.Client) -> None:
    batch = modelled(server, ada)
    cleaned(admin)
    (file,) = status_of(ada, batch["job_id"])["files"]
    assert (file["status"], file["model_url"], file["preview_url"]) == ("completed", None, None)
    refused(ada.client.get(f"/download/{batch['job_id']}/file_001/model"), 410, "GONE")
    refused(ada.client.get(f"/download/{batch['job_id']}/file_001/preview"), 410, "GONE")
    refused(ada.client.get(f"/download/{batch['job_id']}/file_001/spec"), 404, "NOT_FOUND")  # it never had one
    refused(ada.client.get(f"/download/{batch['job_id']}/all"), 410, "GONE")
    refused(ada.client.get(f"/download/{batch['job_id']}/file_001/picture"), 410, "GONE")
    again = {"job_id": batch["job_id"], "file_id": "file_001"}
    refused(ada.client.post("/models/generate-single", json=again), 410, "GONE")
    with ada.client.stream("GET", f"/status/stream/{batch['job_id']}") as stream:
        messages = [json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: ")]
    assert {one["type"]: one for one in messages}["completed"]["model_url"] is None


def test_work_that_has_not_ended_keeps_what_it_needs(server: Server, ada: Person, admin: httpx.Client) -> None:
    waiting = uploaded(ada, unique())
    shared = unique()
    done, busy = modelled(server, ada, shared), uploaded(ada, shared)
    give(server, StartAttempt(tasks(busy)[0], 1, "worker"))
    cleaned(admin)
    assert picture_opens(ada, waiting) == 200
    assert (picture_opens(ada, done), picture_opens(ada, busy)) == (410, 200)  # the same content, of another file
    _end(server, tasks(busy)[0], is_begun=True)


def test_a_batch_loses_nothing_while_any_of_its_work_waits_or_runs(
    server: Server, ada: Person, admin: httpx.Client
) -> None:
    cleaned(admin)  # what other tests left
    batch = uploaded(ada, ("one.png", unique()), ("two.png", unique()))
    first, second = tasks(batch)
    made(server, first)
    until(ada, batch["job_id"], processed_files=1)
    for scope in ("images", "everything"):  # it waits
        assert cleaned(admin, scope=scope, dry_run=True)["cleaned_files"] == 0
        assert cleaned(admin, scope=scope)["cleaned_files"] == 0
    give(server, StartAttempt(second, 1, "worker"))
    assert cleaned(admin)["cleaned_files"] == 0  # it runs
    assert (picture_opens(ada, batch), model_opens(ada, batch)) == (200, 200)
    assert status_of(ada, batch["job_id"])["files"][0]["model_url"]
    give(server, Succeed(second, 1, {"glb_asset": kept(server, second, GLB, "model.glb", "model/gltf-binary")}))
    until(ada, batch["job_id"], processed_files=2)
    assert cleaned(admin, dry_run=True)["cleaned_files"] == cleaned(admin)["cleaned_files"] == 6
    assert (picture_opens(ada, batch), model_opens(ada, batch)) == (410, 410)


def test_contents_that_somebody_else_has_stay(server: Server, ada: Person, admin: httpx.Client) -> None:
    content = unique()
    batch = modelled(server, ada, content)
    bob = register(server, f"bob{next(numbers)}")
    with bob.client:
        given = bob.client.post("/assets", files={"file": ("mine.png", content)}).json()["data"]
        assert cleaned(admin)["contents_kept"] >= 1
        assert picture_opens(ada, batch) == 410
        assert httpx.get(given["url"], trust_env=False).content == content


def test_what_another_live_thing_was_made_from_stays(server: Server, ada: Person, admin: httpx.Client) -> None:
    batch = modelled(server, ada)
    asset = _asset_of(ada, batch)
    answer = ada.client.post("/geometry/optimize", params={"wait": 0}, json={"mesh_url": asset})
    assert answer.status_code in (200, 201, 202), answer.text
    job_id = answer.json()["data"]["job_id"]
    cleaned(admin, scope="everything")
    assert (model_opens(ada, batch), picture_opens(ada, batch)) == (200, 200)  # its picture too: it came of that
    _end(server, job_id)
    cleaned(admin)  # of images only: operations on meshes are live
    assert (model_opens(ada, batch), picture_opens(ada, batch)) == (200, 200)
    gone = cleaned(admin, scope="everything")
    assert gone["cleaned_files"] >= 3
    assert (model_opens(ada, batch), picture_opens(ada, batch)) == (410, 410)


def test_an_export_keeps_its_files_for_as_long_as_its_link(server: Server, ada: Person, admin: httpx.Client) -> None:
    batch = modelled(server, ada)
    answer = ada.client.post("/exports", params={"wait": 0}, json={"asset_id": _asset_of(ada, batch)})
    export_id = answer.json()["data"]["export_id"]
    file = _end(server, export_id, size_bytes=4, metrics={}, notes=[])
    cleaned(admin, scope="everything")
    assert model_opens(ada, batch) == 200
    assert ada.client.get(f"/assets/{file}/content").content == b"made" + export_id.encode()


def test_pictures_of_projects_stay(server: Server, ada: Person, admin: httpx.Client) -> None:
    batch = modelled(server, ada)
    given = _picture_asset(server, batch)
    project = ada.client.post("/projects", json={"name": "Cup"}).json()["id"]
    attached = ada.client.post("/files/attach", json={"project_id": project, "asset_id": given})
    assert attached.status_code == 200, attached.text
    cleaned(admin, scope="everything")
    assert (picture_opens(ada, batch), model_opens(ada, batch)) == (200, 410)


@pytest.mark.parametrize("point", ["cleanup.begun", "cleanup.job-cleaned", "cleanup.let-go", "cleanup.deleted"])
def test_who_is_killed_in_the_middle_leaves_nothing_wrong(
    point: str, server: Server, ada: Person, admin: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaned(admin)
    shared = unique()
    batches = [modelled(server, ada), modelled(server, ada, shared)]
    waiting = uploaded(ada, shared)

    with monkeypatch.context() as patch:
        patch.setattr("api.admins.cleaning.crash_point", _dying_at(point))
        refused(admin.post("/admin/cleanup", json={"older_than_hours": 0}), 500, "PROCESSING_ERROR")
    began = newest_cleanup(server)
    assert picture_opens(ada, waiting) == 200
    for batch in batches:  # each file is either there, whole, or not shown any more
        assert {picture_opens(ada, batch), model_opens(ada, batch)} <= {200, 410}
    assert finished(server) == 1
    assert finished(server) == 0
    assert [model_opens(ada, batch) for batch in batches] == [410, 410]
    assert picture_opens(ada, waiting) == 200
    _, completed = events(server, began)
    assert isinstance(completed, CleanupCompleted)  # with the figures of one that was never cut off
    assert (completed.files, completed.jobs) == ({"input": 2, "preview": 2, "result": 2}, 2)
    assert (completed.contents_deleted, completed.contents_kept) == (5, 1)  # the one that waits has the same picture
    assert completed.freed_bytes > 5 * 12
    made(server, tasks(waiting)[0])


def test_a_file_that_is_being_read_is_read_to_its_end(server: Server, ada: Person, admin: httpx.Client) -> None:
    batch = uploaded(ada, unique())
    (task,) = tasks(batch)
    give(server, StartAttempt(task, 1, "worker"))
    model = kept(server, task, b"x" * 30_000_000, "model.glb", "model/gltf-binary")
    give(server, Succeed(task, 1, {"glb_asset": model}))
    until(ada, batch["job_id"], processed_files=1)
    with ada.client.stream("GET", f"/download/{batch['job_id']}/file_001/model") as reading:
        assert reading.status_code == 200, reading.read()
        chunks = reading.iter_raw()
        got = len(next(chunks))
        assert cleaned(admin)["freed_space_mb"] >= 28
        got += sum(map(len, chunks))
    assert got == 30_000_000


def test_a_cleanup_that_somebody_is_at_is_left_to_them(
    server: Server, ada: Person, admin: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = modelled(server, ada)
    with monkeypatch.context() as patch:
        patch.setattr("api.admins.cleaning.crash_point", _dying_at("cleanup.begun"))
        refused(admin.post("/admin/cleanup", json={"older_than_hours": 0}), 500, "PROCESSING_ERROR")
    assert finished(server, held=newest_cleanup(server)) == 0
    assert model_opens(ada, batch) == 200
    assert finished(server) == 1
    assert model_opens(ada, batch) == 410


def _dying_at(point: str) -> Callable[[str], None]:
    def die(name: str) -> None:
        if name == point:
            raise RuntimeError("killed")

    return die


def _asset_of(person: Person, batch: dict[str, Any]) -> str:
    url = status_of(person, batch["job_id"])["files"][0]["model_url"]
    return str(url.partition("/assets/")[2].partition("/")[0])


def _picture_asset(server: Server, batch: dict[str, Any]) -> str:
    return str(events(server, batch["job_id"])[0].files[0].asset_id)


def _end(server: Server, job_id: str, *, is_begun: bool = False, **result: Any) -> str:
    """Play a worker that makes a file, and return its asset."""
    if not is_begun:
        give(server, StartAttempt(job_id, 1, "worker"))
    asset = kept(server, job_id, b"made" + job_id.encode(), "made.glb", "model/gltf-binary")
    give(server, Succeed(job_id, 1, {"asset": asset, **result}))
    return asset
