"""Exports over HTTP, made by the real engine."""

import json
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.e2e.conftest import Configure, Person, Server, register
from tests.e2e.pipeline import data_of, finished, prompted, refused, started, working


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


def gltf_in(url: str) -> dict[str, Any]:
    """Return the JSON of a GLB."""
    data = httpx.get(url, trust_env=False).content
    magic, version, length, size_bytes, kind = struct.unpack("<4sIII4s", data[:20])
    assert (magic, version, length, kind) == (b"glTF", 2, len(data), b"JSON")
    return dict(json.loads(data[20 : 20 + size_bytes]))


def test_an_export_answers_as_the_spec_says_and_its_link_lives_a_week(eve: Person, run_id: str) -> None:
    shown = exported(eve, run_id)
    assert shown["export_id"].startswith("export_")
    assert {"seed", "model_version", "checkpoints", "citations"} <= set(shown["provenance"])
    lifetime = datetime.fromisoformat(shown["expires_at"]) - datetime.now(UTC)
    assert timedelta(days=6, hours=23) < lifetime <= timedelta(days=7)
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


def test_draco_makes_the_file_smaller_and_says_so(eve: Person, run_id: str) -> None:
    plain = exported(eve, run_id, include_textures=False)
    packed = exported(eve, run_id, include_textures=False, compression="draco")
    assert packed["size_bytes"] < plain["size_bytes"]
    assert "KHR_draco_mesh_compression" in gltf_in(packed["download_url"])["extensionsRequired"]


@pytest.mark.parametrize("wanted", ["gltf", "usdz", "stl", "", "GLB"])
def test_a_format_that_is_not_written_is_refused_with_those_that_are(eve: Person, run_id: str, wanted: str) -> None:
    details = refused(eve.client.post("/exports/", json={"run_id": run_id, "format": wanted}))
    assert (details["field"], details["allowed"]) == ("format", ["glb"])


def test_without_a_format_the_prompt_says_it(eve: Person, run_id: str) -> None:
    assert data_of(eve.client.post("/exports/", json={"run_id": run_id}))["format"] == "glb"
    other = finished(eve, started(eve, prompted(eve, export_format="usdz"))["run_id"])
    assert refused(eve.client.post("/exports/", json={"run_id": other["id"]}))["field"] == "format"


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
