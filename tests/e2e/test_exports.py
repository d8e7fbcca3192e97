"""Exports over HTTP, made by the real engine."""

import asyncio
import hashlib
import json
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import numpy as np
import pytest

from engine.exporting.credentials import checked
from engine.exporting.writing import KINDS, write
from handlers.rerun import RerunReport, rerun
from runtime.services import services
from tests import giving
from tests.e2e.conftest import Configure, Person, Server, register
from tests.e2e.pipeline import data_of, finished, prompted, refused, started, working
from tests.exporting import picture, rich, skinned


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server, which has a worker."""
    with working(configure) as running:
        yield running


@pytest.fixture(scope="module")
def eve(server: Server) -> Iterator[Person]:
    """Somebody with a finished run."""
    person = register(server, "eve-of-exports")
    yield person
    person.client.close()


@pytest.fixture(scope="module")
def run_id(eve: Person) -> str:
    """A finished run."""
    run = finished(eve, started(eve, prompted(eve, "an oak chair"))["run_id"])
    assert run["status"] == "completed", run
    return str(run["id"])


def exported(person: Person, run_id: str, **options: Any) -> dict[str, Any]:
    body = {"run_id": run_id, "format": "glb", "options": options}
    answer = person.client.post("/exports/", json=body)
    assert answer.status_code == 201, answer.text
    return data_of(answer)


def fetched(url: str) -> bytes:
    """Return the content behind a link."""
    answer = httpx.get(url, trust_env=False)
    assert answer.status_code == 200, answer.text
    return answer.content


def gltf_in(url: str) -> dict[str, Any]:
    """Return the JSON of a GLB."""
    data = fetched(url)
    magic, version, length, size_bytes, kind = struct.unpack("<4sIII4s", data[:20])
    assert (magic, version, length, kind) == (b"glTF", 2, len(data), b"JSON")
    return dict(json.loads(data[20 : 20 + size_bytes]))


def test_an_export_answers_as_the_spec_says_and_its_link_lives_a_week(eve: Person, run_id: str) -> None:
    shown = exported(eve, run_id)
    assert shown["export_id"].startswith("export_")
    assert {"seed", "model_version", "checkpoints", "citations"} <= set(shown["provenance"])
    assert shown["provenance"]["checkpoints"] == ["all-MiniLM-L6-v2"]
    lifetime = datetime.fromisoformat(shown["expires_at"]) - datetime.now(UTC)
    assert timedelta(days=6, hours=23) < lifetime <= timedelta(days=7, hours=1)
    ends = parse_qs(urlsplit(shown["download_url"]).query)["expires"]
    assert ends == [str(int(datetime.fromisoformat(shown["expires_at"]).timestamp()))]
    gltf = gltf_in(shown["download_url"])
    assert gltf["images"]
    again = data_of(eve.client.get(f"/exports/{shown['export_id']}"))
    assert (again["status"], again["run_id"]) == ("completed", run_id)
    assert gltf_in(again["download_url"]) == gltf


def test_textures_and_provenance_are_left_out_when_that_is_asked(eve: Person, run_id: str) -> None:
    whole = gltf_in(exported(eve, run_id)["download_url"])
    bare = gltf_in(exported(eve, run_id, include_textures=False, include_provenance=False)["download_url"])
    assert "images" in whole
    assert "images" not in bare
    assert "provenance" in json.dumps(whole)
    assert "provenance" not in json.dumps(bare)


@pytest.mark.parametrize(
    ("compression", "extension"), [("draco", "KHR_draco_mesh_compression"), ("meshopt", "EXT_meshopt_compression")]
)
def test_compression_makes_the_file_smaller_and_says_so(
    eve: Person, run_id: str, compression: str, extension: str
) -> None:
    plain = exported(eve, run_id, include_textures=False)
    packed = exported(eve, run_id, include_textures=False, compression=compression)
    assert packed["size_bytes"] < plain["size_bytes"]
    assert extension in gltf_in(packed["download_url"])["extensionsRequired"]
    assert (plain["compression"], packed["compression"]) == ("none", compression)


def test_a_file_that_nothing_packs_says_none(eve: Person) -> None:
    corners, triangle = np.float32([[0, 0, 0], [1, 0, 0], [0, 1, 0]]), np.array([[0, 1, 2]])
    given = data_of(eve.client.post("/assets?name=flag.glb", content=giving.glb(corners, triangle)))
    body = {"asset_id": given["asset_id"], "format": "glb", "options": {"compression": "draco"}}
    shown = data_of(eve.client.post("/exports/", json=body))
    assert shown["compression"] == "none"
    assert any(note.startswith("No surface is packed") for note in shown["notes"])
    assert "extensionsRequired" not in gltf_in(shown["download_url"])


FORMATS = ["glb", "gltf", "usdz", "obj", "stl", "ply", "3mf"]
BEGINNINGS = {"glb": b"glTF", "stl": b"Meshwright: binary STL", "ply": b"ply\n"}


@pytest.mark.parametrize("wanted", FORMATS)
def test_every_format_is_downloaded_with_its_provenance_and_credentials(eve: Person, run_id: str, wanted: str) -> None:
    answer = eve.client.post("/exports/", json={"run_id": run_id, "format": wanted})
    assert answer.status_code == 201, answer.text
    shown = data_of(answer)
    data = fetched(shown["download_url"])
    assert data.startswith(BEGINNINGS.get(wanted, b"PK\x03\x04"))
    assert (len(data), hashlib.sha256(data).hexdigest()) == (shown["size_bytes"], shown["sha256"])
    told = json.loads(fetched(shown["provenance_url"]))
    assert told["entity"]["mw:file"]["mw:sha256"] == shown["sha256"]
    assert checked(data, KINDS[wanted].media_type, fetched(shown["c2pa_url"]))[1] == ()  # type: ignore[index]
    assert shown["provenance"]["export"]["parameters"]["format"] == wanted
    assert "manifold3d" in [each["name"] for each in shown["provenance"]["citations"]]
    part = httpx.get(shown["download_url"], headers={"Range": "bytes=1-3"}, trust_env=False)
    assert (part.status_code, part.content) == (206, data[1:4])


@pytest.mark.parametrize("wanted", ["fbx", "", "GLB"])
def test_a_format_that_is_not_written_is_refused_with_those_that_are(eve: Person, run_id: str, wanted: str) -> None:
    details = refused(eve.client.post("/exports/", json={"run_id": run_id, "format": wanted}))
    assert (details["field"], details["allowed"]) == ("format", FORMATS)


@pytest.mark.parametrize(("wanted", "compression"), [("usdz", "draco"), ("obj", "meshopt"), ("3mf", "draco")])
def test_a_compression_that_a_format_does_not_know_is_refused_with_what_it_does(
    eve: Person, run_id: str, wanted: str, compression: str
) -> None:
    body = {"run_id": run_id, "format": wanted, "options": {"compression": compression}}
    details = refused(eve.client.post("/exports/", json=body))
    assert (details["field"], details["allowed"]) == ("options.compression", ["none"])
    assert wanted in details["message"]


def test_without_a_format_the_prompt_says_it(eve: Person, run_id: str) -> None:
    assert data_of(eve.client.post("/exports/", json={"run_id": run_id}))["format"] == "glb"
    other = finished(eve, started(eve, prompted(eve, export_format="usdz"))["run_id"])
    shown = data_of(eve.client.post("/exports/", json={"run_id": other["id"]}))
    assert (shown["format"], fetched(shown["download_url"])[:2]) == ("usdz", b"PK")


def test_a_model_that_was_given_is_exported_by_its_id_and_its_url(eve: Person) -> None:
    given = data_of(eve.client.post("/assets", files={"file": ("box.glb", write(rich(), "glb").data)}))
    for source in ({"asset_id": given["asset_id"]}, {"mesh_url": given["url"]}):
        shown = data_of(eve.client.post("/exports/", json={**source, "format": "stl"}))
        assert (shown["status"], shown["run_id"]) == ("completed", "")
        assert shown["provenance"]["seed"] is None
        assert shown["provenance"]["export"]["parent_sha256"] == given["sha256"]
        assert shown["metrics"]["units_and_axes"] == "millimetres, Z up"
        again = data_of(eve.client.get(f"/exports/{shown['export_id']}"))
        assert again["sha256"] == shown["sha256"] == hashlib.sha256(fetched(again["download_url"])).hexdigest()


def test_the_result_of_an_operation_is_exported_with_all_that_it_came_of(eve: Person, run_id: str) -> None:
    body = {"mesh_url": run_id, "target": "web", "options": {"max_triangles": 300, "compression": "draco"}}
    job = data_of(eve.client.post("/geometry/optimize?wait=45", json=body))
    assert job["status"] == "completed", job
    answer = eve.client.post("/exports/", json={"job_id": job["job_id"], "format": "usdz"})
    assert answer.status_code == 201, answer.text
    shown = data_of(answer)
    assert shown["run_id"] == job["job_id"]
    line = shown["provenance"]["export"]["ancestors"]
    assert [each["operation"] for each in line] == ["optimize_mesh", "text_to_model"]
    assert line[1]["prompt"] == "an oak chair"
    assert {"oak: embodied carbon", "xatlas", "usd-core"} <= {each["name"] for each in shown["provenance"]["citations"]}
    assert shown["metrics"]["triangles"] <= 300


def test_what_a_format_has_no_words_for_is_said(eve: Person) -> None:
    given = data_of(eve.client.post("/assets", files={"file": ("wave.glb", write(skinned(), "glb").data)}))
    shown = data_of(eve.client.post("/exports/", json={"asset_id": given["asset_id"], "format": "usdz"}))
    assert any("animation" in note for note in shown["notes"])


def test_a_file_that_is_no_model_is_refused_and_one_that_is_broken_too(eve: Person) -> None:
    given = data_of(eve.client.post("/assets", files={"file": ("a.png", picture((1, 2, 3)).data)}))
    details = refused(eve.client.post("/exports/", json={"asset_id": given["asset_id"], "format": "obj"}))
    assert details["field"] == "asset_id"
    broken = write(rich(), "glb").data[:-400]
    given = data_of(eve.client.post("/assets", files={"file": ("cut.glb", broken)}))
    details = refused(eve.client.post("/exports/", json={"asset_id": given["asset_id"], "format": "obj"}))
    assert details["export_id"].startswith("export_")


@pytest.mark.parametrize("body", [{}, {"run_id": "run_1", "asset_id": "asset_1"}])
def test_an_export_of_nothing_or_of_two_things_is_refused(eve: Person, body: dict[str, str]) -> None:
    details = refused(eve.client.post("/exports/", json={**body, "format": "glb"}))
    assert details["allowed"] == ["run_id", "job_id", "asset_id", "mesh_url"]


def test_one_who_does_not_wait_is_answered_at_once_and_asks_again(eve: Person, run_id: str) -> None:
    answer = eve.client.post("/exports/?wait=0", json={"run_id": run_id, "format": "usdz"})
    assert answer.status_code in (201, 202)
    export_id = data_of(answer)["export_id"]
    answer = eve.client.get(f"/exports/{export_id}", headers={"Prefer": "wait=25"})
    assert data_of(answer)["status"] == "completed"
    assert answer.headers["preference-applied"] == "wait=25"


def test_an_export_performed_again_gives_the_same_files(server: Server, eve: Person, run_id: str) -> None:
    export_id = data_of(eve.client.post("/exports/", json={"run_id": run_id, "format": "usdz"}))["export_id"]

    async def performed() -> RerunReport:
        async with services(server.settings) as opened:
            return await rerun(opened, export_id)

    report = asyncio.run(performed())
    assert report.is_same, report.text
    assert {file.name for file in report.files} == {f"{export_id}.usdz", "provenance.json"}


def test_a_run_that_is_not_completed_is_not_exported(eve: Person) -> None:
    run_id = started(eve)["run_id"]
    eve.client.post(f"/runs/{run_id}/cancel")
    finished(eve, run_id)
    details = refused(eve.client.post("/exports/", json={"run_id": run_id, "format": "glb"}), 409)
    assert details["status"] == "cancelled"
    assert "completed" in details["message"]


def test_somebody_elses_run_and_export_look_like_none(server: Server, eve: Person, run_id: str) -> None:
    export_id = exported(eve, run_id)["export_id"]
    bob = register(server, "bob-of-exports")
    refused(bob.client.post("/exports/", json={"run_id": run_id, "format": "glb"}), 404, "NOT_FOUND")
    refused(bob.client.get(f"/exports/{export_id}"), 404, "NOT_FOUND")
    refused(bob.client.get("/exports/export_789"), 404, "NOT_FOUND")
    bob.client.close()


@pytest.mark.parametrize(
    ("options", "name"),
    [({"compression": "zip"}, "compression"), ({"lod": 1}, "lod"), ({"include_textures": "no"}, "include_textures")],
)
def test_a_wrong_option_is_refused_by_name(eve: Person, run_id: str, options: dict[str, object], name: str) -> None:
    body = {"run_id": run_id, "format": "glb", "options": options}
    assert name in refused(eve.client.post("/exports/", json=body))["message"]
