"""Operations on textures over HTTP: baked and packed by the real engine."""

from collections.abc import Iterator
from typing import get_args

import pytest

from domain.work.bake_textures import BakedKind
from tests import giving
from tests.e2e.conftest import Configure, Person, Server, numbers, register
from tests.e2e.operating import done, fetched, given, operating
from tests.e2e.pipeline import data_of, refused
from tests.e2e.test_geometry import rerun_of

BAKE = {"textures": ["albedo", "normal"], "options": {"resolution": 64, "samples": 2}}


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server, with a worker."""
    with operating(configure) as running:
        yield running


@pytest.fixture(scope="module")
def tara(server: Server) -> Iterator[Person]:
    """Somebody with pictures."""
    person = register(server, f"tara{next(numbers)}")
    yield person
    person.client.close()


def test_textures_are_baked_of_what_was_given_and_again_with_the_same_bytes(tara: Person, server: Server) -> None:
    kinds = list(get_args(BakedKind))
    operation = done(tara, "/textures/bake", mesh_url=given(tara, giving.obj()), **BAKE | {"textures": kinds})
    result = operation["result"]
    assert set(result["texture_urls"]) >= set(kinds)
    for url in result["texture_urls"].values():
        assert fetched(url).startswith(b"\x89PNG")
    assert fetched(result["mesh_url"]).startswith(b"glTF")
    assert result["provenance"]["operation"] == "bake_textures"
    report = rerun_of(server, operation["job_id"])
    assert report.is_same, report.text


def test_a_detailed_mesh_is_baked_onto_a_light_one_of_ones_own(tara: Person) -> None:
    high, low = given(tara, giving.glb(note="high")), given(tara, giving.stl())
    flat = done(tara, "/geometry/uv-unwrap", mesh_url=low)["job_id"]
    operation = done(tara, "/textures/bake", mesh_url=high, low_url=flat, **BAKE)
    assert len(operation["inputs"]) == 2


def test_pictures_are_packed_and_again_with_the_same_bytes(tara: Person, server: Server) -> None:
    pictures = {"albedo": given(tara, giving.png()), "normal": given(tara, giving.png(16, (128, 128, 255)))}
    body = {"target": "mobile", "options": {"compression": "astc", "quality": 0.8}}
    operation = done(tara, "/textures/optimize", texture_urls=pictures, **body)
    result = operation["result"]
    assert set(result["texture_urls"]) >= {"albedo", "normal"}
    assert fetched(result["texture_urls"]["albedo"])
    assert result["metrics"]
    report = rerun_of(server, operation["job_id"])
    assert report.is_same, report.text


def test_the_textures_of_a_model_are_packed_inside_it(tara: Person) -> None:
    baked = done(tara, "/textures/bake", mesh_url=given(tara, giving.glb()), **BAKE)
    operation = done(tara, "/textures/optimize", mesh_url=baked["job_id"], options={"compression": "webp"})
    assert b"EXT_texture_webp" in fetched(operation["result"]["mesh_url"])


@pytest.mark.parametrize("body", [{}, {"texture_urls": {}}, {"texture_urls": {"albedo": "x"}, "mesh_url": "y"}])
def test_either_pictures_or_a_model_are_wanted(tara: Person, body: dict[str, object]) -> None:
    assert "either" in refused(tara.client.post("/textures/optimize", json=body))["message"]


def test_a_mesh_is_no_picture_and_a_picture_no_mesh(tara: Person) -> None:
    mesh, picture = given(tara, giving.glb()), given(tara, giving.png())
    details = refused(tara.client.post("/textures/optimize", json={"texture_urls": {"albedo": mesh}}))
    assert (details["field"], "PNG" in details["allowed"]) == ("texture_urls.albedo", True)
    details = refused(tara.client.post("/textures/bake", json={"mesh_url": picture, **BAKE}))
    assert (details["field"], "GLB" in details["allowed"]) == ("mesh_url", True)


def test_operations_on_textures_are_listed_and_stopped(tara: Person) -> None:
    answer = tara.client.post("/textures/bake", json={"mesh_url": given(tara, giving.glb()), **BAKE})
    job_id = data_of(answer)["job_id"]
    tara.client.post(f"/textures/{job_id}/cancel")
    shown = data_of(tara.client.get(f"/textures/{job_id}", params={"wait": 30}))
    assert shown["status"] in ("cancelled", "completed")
    assert job_id in [item["job_id"] for item in data_of(tara.client.get("/textures"))["items"]]
