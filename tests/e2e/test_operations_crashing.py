"""Decoders that crash and work that is stopped; a module of its own, since two workers on one log share its jobs."""

import time
from collections.abc import Iterator

import pytest

from tests import giving
from tests.e2e.conftest import Configure, Person, Server, numbers, register
from tests.e2e.operating import done, failed, fetched, given, operating
from tests.e2e.pipeline import data_of, refused
from tests.e2e.turns import turns


@pytest.fixture(scope="module")
def crashing(configure: Configure) -> Iterator[Server]:
    """A server whose worker's unwrapping crashes, or takes for ever, as the method says."""
    with operating(configure, package="tests.handlers") as running:
        yield running


@pytest.fixture
def cass(crashing: Server) -> Iterator[Person]:
    """Somebody there."""
    person = register(crashing, f"cass{next(numbers)}")
    yield person
    person.client.close()


def test_a_decoder_that_crashes_fails_its_job_and_the_worker_goes_on(cass: Person) -> None:
    asset = given(cass, giving.glb())
    error = failed(cass, "/geometry/uv-unwrap", mesh_url=asset, options={"method": "xatlas"})
    assert error["code"] == "GENERATION_FAILED"
    assert "crashed (SIGSEGV)" in error["message"]
    operation = done(cass, "/geometry/uv-unwrap", mesh_url=asset)
    assert fetched(operation["result"]["mesh_url"]) == giving.glb()
    assert fetched(operation["result"]["layout_url"]) == b"layout"
    assert [fetched(url)[-1] for url in operation["result"]["lod_urls"]] == [0, 0]
    assert operation["result"]["metrics"] == {"size_bytes": len(giving.glb())}


def test_an_operation_stops_within_two_seconds_and_is_tried_again(cass: Person) -> None:
    body = {"mesh_url": given(cass, giving.glb()), "options": {"method": "parts"}}
    job_id = data_of(cass.client.post("/geometry/uv-unwrap", json=body))["job_id"]
    for _ in turns():
        if data_of(cass.client.get(f"/geometry/{job_id}"))["current_stage"] == "unwrapping":
            break
    began = time.monotonic()
    for _ in range(2):
        cass.client.post(f"/geometry/{job_id}/cancel")
    assert data_of(cass.client.get(f"/geometry/{job_id}", params={"wait": 20}))["status"] == "cancelled"
    assert time.monotonic() - began < 10  # two seconds, on a machine that has nothing else to do
    assert data_of(cass.client.post(f"/geometry/{job_id}/retry"))["status"] in ("started", "processing")
    refused(cass.client.post(f"/geometry/{job_id}/retry"), 409)
    cass.client.post(f"/geometry/{job_id}/cancel")
    assert data_of(cass.client.get(f"/geometry/{job_id}", params={"wait": 20}))["status"] == "cancelled"
