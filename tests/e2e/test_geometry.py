"""Operations on meshes over HTTP: from every kind of source, to their end, by the real engine."""

import asyncio
import json
from collections.abc import Iterator

import pytest

from handlers.rerun import RerunReport, rerun
from runtime.services import services
from tests import giving
from tests.e2e.conftest import Configure, Person, Server, numbers, register
from tests.e2e.operating import asked, done, fetched, given, operating, published
from tests.e2e.pipeline import data_of, finished, prompted, refused, started, watching

HOSTED = {"/models/cube%20one.glb": giving.glb(), "/page.html": b"<html>no model</html>"}


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """A web server with a model on it."""
    with published(HOSTED) as address:
        yield address


@pytest.fixture(scope="module")
def server(configure: Configure, host: str) -> Iterator[Server]:
    """The module's server, which may fetch from that host."""
    with operating(configure, hosts=host) as running:
        yield running


@pytest.fixture(scope="module")
def mona(server: Server) -> Iterator[Person]:
    """Somebody with meshes."""
    person = register(server, f"mona{next(numbers)}")
    yield person
    person.client.close()


def rerun_of(server: Server, job_id: str) -> RerunReport:
    async def again() -> RerunReport:
        async with services(server.settings) as opened:
            return await rerun(opened, job_id)

    return asyncio.run(again())


@pytest.mark.parametrize(
    "content", [giving.glb(), giving.obj(), giving.stl(), giving.ply()], ids=["GLB", "OBJ", "STL", "PLY"]
)
def test_a_mesh_that_was_given_is_made_lighter(mona: Person, content: bytes) -> None:
    operation = done(mona, "/geometry/optimize", mesh_url=given(mona, content), target="web")
    result = operation["result"]
    assert fetched(result["mesh_url"]).startswith(b"glTF")
    assert result["metrics"]
    assert result["provenance"]["parent_asset"] == operation["inputs"][0]["asset_id"]
    assert result["provenance"]["parent_sha256"] == operation["inputs"][0]["sha256"]
    assert result["provenance"]["operation"] == "optimize_mesh"
    assert [stage["status"] for stage in operation["stages"]] == ["completed"] * len(operation["stages"])
    assert operation["progress"] == 1.0


@pytest.mark.parametrize("content", [giving.glb(), giving.obj(), giving.stl()], ids=["GLB", "OBJ", "STL"])
def test_a_mesh_that_was_given_gets_texture_coordinates(mona: Person, content: bytes) -> None:
    body = {"mesh_url": given(mona, content), "options": {"method": "xatlas", "padding": 2}}
    result = done(mona, "/geometry/uv-unwrap", **body)["result"]
    model = fetched(result["mesh_url"])
    length = int.from_bytes(model[12:16], "little")
    assert "TEXCOORD_0" in json.loads(model[20 : 20 + length])["meshes"][0]["primitives"][0]["attributes"]
    assert fetched(result["layout_url"]).startswith(b"\x89PNG")
    assert result["metrics"]


def test_what_a_run_made_is_named_by_its_id_its_link_or_its_asset(mona: Person) -> None:
    run = finished(mona, started(mona, prompted(mona, "a wooden cube"))["run_id"])
    url = run["result"]["mesh_url"]
    path = url.partition("/api/v1")[2]
    forms = [
        run["id"],
        url,
        url.replace("127.0.0.1", "localhost"),
        f"/api/v1{path}",
        path.partition("?")[0],
        path.split("/")[2],
    ]
    body = {"target": "web", "options": {"max_triangles": 200, "compression": "draco"}}
    inputs = set()
    for form in forms:
        answer = mona.client.post("/geometry/optimize", json={"mesh_url": form, **body})
        assert answer.status_code in (200, 202), answer.text
        operation = data_of(answer)
        inputs.add(operation["inputs"][0]["asset_id"])
        mona.client.post(f"/geometry/{operation['job_id']}/cancel")
    assert len(inputs) == 1
    operation = done(mona, "/geometry/optimize", mesh_url=run["id"], **body)
    again = done(mona, "/geometry/uv-unwrap", mesh_url=operation["job_id"])
    assert again["inputs"][0]["name"] == "model.glb"


def test_a_mesh_is_fetched_from_a_public_url_and_kept(mona: Person, host: str) -> None:
    url = f"http://{host}/models/cube%20one.glb"
    operation = done(mona, "/geometry/optimize", mesh_url=url)
    source = operation["inputs"][0]
    assert source["name"] == "cube one.glb"
    assert fetched(source["url"]) == HOSTED["/models/cube%20one.glb"]
    assert data_of(mona.client.get(f"/assets/{source['asset_id']}"))["provenance"]["source_url"] == url
    refused(mona.client.post("/geometry/optimize", json={"mesh_url": f"http://{host}/page.html"}))
    refused(mona.client.post("/geometry/optimize", json={"mesh_url": f"http://{host}/missing.glb"}))


def test_an_operation_is_watched_to_its_end_and_has_a_history_and_a_log(mona: Person) -> None:
    answer = mona.client.post("/geometry/optimize", json={"mesh_url": given(mona, giving.glb())})
    assert answer.status_code == 202
    operation = data_of(answer)
    with watching(mona, operation["job_id"]) as socket:
        last = [json.loads(message) for message in socket][-1]
    assert (last["type"], last["data"]["run_id"]) == ("complete", operation["job_id"])
    shown = data_of(mona.client.get(operation["status_url"]))
    assert shown["result"]["metrics"] == last["data"]["result"]["metrics"]
    history = data_of(mona.client.get(f"/runs/{operation['job_id']}/history"))["items"]
    assert [history[0]["type"], history[-1]["type"]] == ["job.requested", "job.succeeded"]
    assert mona.client.get(f"/runs/{operation['job_id']}/logs").status_code == 200
    listed = data_of(mona.client.get("/geometry", params={"status": "completed", "limit": 1}))
    assert listed["items"][0]["job_id"] == operation["job_id"]
    assert listed["next"]


def test_a_preference_to_wait_is_honoured_and_said_so(mona: Person) -> None:
    body = {"mesh_url": given(mona, giving.glb())}
    answer = mona.client.post("/geometry/optimize", json=body, headers={"prefer": "respond-async, wait=100"})
    assert (answer.status_code, answer.headers["preference-applied"]) == (200, "wait=100")
    job_id = data_of(answer)["job_id"]
    assert data_of(mona.client.get(f"/geometry/{job_id}", params={"wait": 1}))["status"] == "completed"
    far = mona.client.get(f"/geometry/{job_id}", headers={"prefer": "wait=86400"})
    assert far.headers["preference-applied"] == "wait=120"


@pytest.mark.parametrize("path", ["/geometry/optimize", "/geometry/uv-unwrap"])
def test_the_same_work_again_gives_the_same_bytes(mona: Person, server: Server, path: str) -> None:
    operation = done(mona, path, mesh_url=given(mona, giving.glb()))
    report = rerun_of(server, operation["job_id"])
    assert report.is_same, report.text


def test_somebody_elses_meshes_and_operations_look_like_none(mona: Person, server: Server) -> None:
    asset = given(mona, giving.glb())
    operation = data_of(asked(mona, "/geometry/optimize", mesh_url=asset))
    bob = register(server, f"bob{next(numbers)}")
    link = data_of(mona.client.get(f"/assets/{asset}"))["url"]
    for name in (asset, link, operation["job_id"], "asset_" + "0" * 26, "job_" + "0" * 26):
        details = refused(bob.client.post("/geometry/optimize", json={"mesh_url": name}), 404, "NOT_FOUND")
        assert details["field"] == "mesh_url"
    for answer in (
        bob.client.get(f"/geometry/{operation['job_id']}"),
        bob.client.post(f"/geometry/{operation['job_id']}/cancel"),
        bob.client.post(f"/geometry/{operation['job_id']}/retry"),
        mona.client.get(f"/textures/{operation['job_id']}"),
    ):
        refused(answer, 404, "NOT_FOUND")
    assert data_of(bob.client.get("/geometry"))["items"] == []
    bob.client.close()
    with server.client() as anybody:
        refused(anybody.get(f"/geometry/{operation['job_id']}"), 401, "AUTHENTICATION_ERROR")
