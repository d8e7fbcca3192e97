"""The remote provider behind a real server: webhooks wake jobs, a killed process costs nothing, failures are told."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import msgspec
import psutil
import pytest

from engine.models.reading import read_model
from engine.models.writing import write_model
from runtime.settings_image import FalSettings
from tests.e2e.batching import refused, status_of, upload, uploaded
from tests.e2e.conftest import Configure, Person, Server, free_port, numbers, register, serving
from tests.e2e.pipeline import ROLES
from tests.fal_stub import KEY, FalStub, fal_stub, says
from tests.optimizing import ball, model_of

GLB = write_model(model_of(ball(1)))
WAIT_S = 60.0
QUICK: dict[str, Any] = {"poll_s": 0.05, "read_timeout_s": 5.0, "retry_delay_s": 0.01, "poll_webhook_s": 500.0}


@pytest.fixture(scope="module")
def stub() -> Iterator[FalStub]:
    with fal_stub(GLB) as running:
        yield running


@pytest.fixture(scope="module")
def server(configure: Configure, stub: FalStub) -> Iterator[Server]:
    """A server and a worker that know the queue, and that it may call back."""
    settings = configure()
    fal = FalSettings(
        key=KEY,
        url=stub.origin,
        webhook_url=f"http://127.0.0.1:{settings.http.port}/api/v1/webhooks/fal",
        keys_url=f"{stub.origin}/.well-known/jwks.json",
        **QUICK,
    )
    settings = msgspec.structs.replace(
        settings,
        fal=fal,
        blobs=msgspec.structs.replace(settings.blobs, reference_hosts_allowed=stub.host),
        work=msgspec.structs.replace(
            settings.work, handlers_package="tests.providing", planning_desk="off", retry_delay_s=0.05
        ),
    )
    with pytest.MonkeyPatch.context() as patch:  # what the worker's processes know, they know from the environment
        patch.setenv("FAL_KEY", KEY)
        patch.setenv("NATS_URL", settings.nats_url)
        patch.setenv("MESHWRIGHT_BUS_PREFIX", settings.bus.prefix)
        patch.setenv("MESHWRIGHT_BLOBS_REFERENCE_HOSTS_ALLOWED", stub.host)
        for name in ("url", "webhook_url", "poll_s", "poll_webhook_s", "read_timeout_s", "retry_delay_s"):
            patch.setenv(f"MESHWRIGHT_FAL_{name.upper()}", str(getattr(fal, name)))
        with serving(settings, ROLES) as running:
            yield running


@pytest.fixture
def eve(server: Server) -> Iterator[Person]:
    person = register(server, f"eve{next(numbers)}")
    with person.client:
        yield person


@pytest.fixture(autouse=True)
def well_behaved(stub: FalStub) -> Iterator[None]:
    """Each test begins with a queue that has heard nothing and does its part."""
    steps = list(stub.steps)
    stub.seen.clear()
    yield
    stub.steps, stub.failure = steps, None
    stub.when("status", lambda: None)


def until(what: Callable[[], Any]) -> Any:
    """Return the first true answer."""
    deadline, pause = time.monotonic() + WAIT_S, threading.Event()
    while time.monotonic() < deadline:
        found = what()
        if found:
            return found
        pause.wait(0.02)
    raise AssertionError("it did not come")


def ended(person: Person, batch: dict[str, Any]) -> dict[str, Any]:
    """Return the only file of a batch when its work has ended."""

    def file() -> dict[str, Any] | None:
        (found,) = status_of(person, batch["job_id"])["files"]
        return found if found["status"] in ("completed", "failed") else None

    return dict(until(file))


def hook(server: Server, headers: dict[str, str], body: bytes = b"{}") -> httpx.Response:
    with server.client() as client:
        return client.post("/webhooks/fal", content=body, headers=headers)


def test_a_webhook_wakes_the_job_and_its_model_is_ours(server: Server, eve: Person, stub: FalStub) -> None:
    stub.steps = [{"status": "IN_PROGRESS", "logs": [{"message": "Dreaming"}]}, {"status": "COMPLETED", "logs": []}]
    batch = uploaded(eve, provider="fal", face_limit=500)
    until(lambda: stub.count("status"))
    request_id = max(stub.requests)
    body = b'{"request_id": "%s", "status": "OK", "payload": null}' % request_id.encode()
    assert hook(server, stub.signed(body, request_id), body).json() == {"status": "ok"}
    file = ended(eve, batch)  # long before the queue would have been asked again by itself
    assert (file["status"], file["method"]) == ("completed", "fal")
    model = eve.client.get(f"/download/{batch['job_id']}/file_001/model")
    assert read_model(model.content).triangles == read_model(GLB).triangles
    assert stub.of("submit")[0].path.endswith("%2Fapi%2Fv1%2Fwebhooks%2Ffal")
    assert (stub.count("submit"), stub.count("status")) == (1, 2)


def test_a_process_that_is_killed_while_it_waits_costs_no_second_model(eve: Person, stub: FalStub) -> None:
    stub.steps = [{"status": "IN_QUEUE", "queue_position": 1}, {"status": "COMPLETED", "logs": []}]

    def kill_once() -> None:
        stub.when("status", lambda: None)
        for child in psutil.Process().children():
            with contextlib.suppress(psutil.Error):  # it has gone by itself
                if "handlers.child" in child.cmdline():
                    child.kill()

    stub.when("status", kill_once)
    batch = uploaded(eve, provider="fal")
    assert ended(eve, batch)["status"] == "completed"
    assert stub.count("submit") == 1
    assert stub.count("status") >= 2


def test_a_failure_of_the_provider_is_told_with_its_words(eve: Person, stub: FalStub) -> None:
    stub.steps = [{"status": "COMPLETED", "logs": [], "error": "Invalid status code: 422"}]
    stub.failure = 422, {"detail": [{"loc": ["body", "image_url"], "msg": "No object", "type": "x"}]}, {}
    batch = uploaded(eve, provider="fal")
    file = ended(eve, batch)
    assert file["status"] == "failed"
    assert file["error"] == {
        "code": "FAL_API_ERROR",
        "message": "The provider fal answered with status 422: image_url: No object",
    }
    answer = eve.client.get(f"/download/{batch['job_id']}/file_001/model")
    assert refused(answer, 502, "FAL_API_ERROR")["message"] == file["error"]["message"]
    assert stub.count("submit") == 1


def test_a_webhook_that_fal_did_not_sign_is_refused(server: Server, stub: FalStub) -> None:
    body = b'{"status": "OK"}'
    good = stub.signed(body, "req-1")
    assert hook(server, good, body).status_code == 200
    stale = stub.signed(body, "req-1", at=time.time() - 400)
    early = stub.signed(body, "req-1", at=time.time() + 400)
    with fal_stub() as stranger:
        other = stranger.signed(body, "req-1")
    wrong = [
        ({}, body), (good, b"{}"), ({**good, "X-Fal-Webhook-Request-Id": "req-2"}, body), (stale, body), (early, body),
        ({**good, "X-Fal-Webhook-User-Id": "user_2"}, body), ({**good, "X-Fal-Webhook-Timestamp": "²"}, body),
        ({**good, "X-Fal-Webhook-Signature": "zz"}, body), ({**good, "X-Fal-Webhook-Signature": "00" * 64}, body),
        ({**good, "X-Fal-Webhook-Signature": ""}, body), (other, body), (stub.signed(body, "a.b"), body),
        (stub.signed(body, ">"), body),
    ]  # fmt: skip
    for headers, sent in wrong:
        refused(hook(server, _ascii(headers), sent), 401, "AUTHENTICATION_REQUIRED")
    assert stub.count("keys") <= 1  # who sends nonsense does not make us fetch


def _ascii(headers: dict[str, str]) -> Any:
    return {name: value.encode("latin-1") for name, value in headers.items()}


def test_a_webhook_that_is_too_large_is_not_read(server: Server, stub: FalStub) -> None:
    refused(hook(server, stub.signed(b"", "req-1"), b" " * (2**20 + 1)), 413, "FILE_TOO_LARGE")


def test_readiness_knows_that_the_queue_is_reached(server: Server) -> None:
    assert until(lambda: reached(server) == "reachable")


def reached(server: Server) -> str:
    with server.client() as client:
        return str(client.get("/health/ready").json()["checks"]["fal_api"])


def test_without_its_keys_a_webhook_is_put_off_and_a_queue_that_is_away_is_said_to_be(
    configure: Configure, stub: FalStub
) -> None:
    stub.before("keys", says(200, "<html>"))
    settings = configure()
    nowhere = f"http://127.0.0.1:{free_port()}"
    fal = FalSettings(key=KEY, url=nowhere, webhook_url="http://here.example/x", keys_url=f"{stub.origin}/jwks.json")
    blobs = msgspec.structs.replace(settings.blobs, reference_hosts_allowed=stub.host)
    with serving(msgspec.structs.replace(settings, fal=fal, blobs=blobs)) as running:
        answer = hook(running, stub.signed(b"{}", "req-1"))
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        assert hook(running, stub.signed(b"{}", "req-1")).status_code == 200
        assert until(lambda: reached(running) == "unreachable")


def test_a_server_that_knows_no_queue_says_so_before_anything_is_kept(configure: Configure) -> None:
    with serving(configure()) as running:
        refused(hook(running, {}), 404, "NOT_FOUND")
        assert reached(running) == "not configured"
        person = register(running, f"eve{next(numbers)}")
        with person.client:
            for provider in ("fal", "shap-e"):
                details = refused(upload(person.client, provider=provider))
                assert (details["field"], details["allowed"]) == ("provider", ["local"])
                assert "is not set" in details["message"]
            assert person.client.get("/status").json()["batches"] == []
            batch = uploaded(person, generate="false")
            body = {"job_id": batch["job_id"], "file_id": "file_001", "provider": "fal"}
            refused(person.client.post("/models/generate-single", json=body))
