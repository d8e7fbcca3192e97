"""Runs over HTTP, made by the real engine."""

from collections.abc import Iterator

import httpx
import msgspec
import pytest

from domain.work import TextToModel
from tests.e2e.conftest import Configure, Person, Server, register, serving
from tests.e2e.pipeline import data_of, finished, prompted, refused, run_of, started, working

STAGES = list(TextToModel.stages)


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server, which has a worker."""
    with working(configure) as running:
        yield running


def test_a_sentence_becomes_a_textured_model(ada: Person, server: Server) -> None:
    prompt_id = prompted(ada, "bronze steampunk pocket watch with exposed gears", style="steampunk")
    answer = started(ada, prompt_id)
    assert answer["status"] == "started"
    assert answer["prompt_id"] == prompt_id
    root = server.url.removeprefix("http")
    assert answer["websocket_url"] == f"ws{root}/ws/runs/{answer['run_id']}"
    run = finished(ada, answer["run_id"])
    assert (run["id"], run["prompt_id"], run["status"], run["progress"]) == (
        answer["run_id"],
        prompt_id,
        "completed",
        1.0,
    )
    assert [stage["name"] for stage in run["stages"]] == STAGES
    assert {stage["status"] for stage in run["stages"]} == {"completed"}
    assert all(stage["progress"] == 1.0 and stage["duration"] >= 0 for stage in run["stages"])
    result = run["result"]
    assert {"albedo", "normal", "roughness", "metallic"} <= set(result["textures"])
    assert result["provenance"]["seed"] == 7
    assert result["provenance"]["model_version"]
    assert result["provenance"]["checkpoints"] == []
    with httpx.Client(trust_env=False) as anybody:
        assert anybody.get(result["mesh_url"]).content[:4] == b"glTF"
        for picture in (result["preview_url"], *result["textures"].values()):
            assert anybody.get(picture).content[:4] == b"\x89PNG"
    prompt = data_of(ada.client.get(f"/prompts/{prompt_id}"))
    assert (prompt["status"], prompt["progress"], prompt["run_id"]) == ("completed", 1.0, run["id"])


def test_a_seed_is_drawn_when_none_is_given_and_recorded(ada: Person) -> None:
    first, second = (started(ada, seed=None) for _ in range(2))
    assert first["seed"] != second["seed"]
    run = run_of(ada, first["run_id"])
    assert run["options"] == {"quality": "draft", "enable_progressive": True, "seed": first["seed"], "turntable": False}
    for answer in (first, second):
        ada.client.post(f"/runs/{answer['run_id']}/cancel")


def test_the_same_prompt_and_seed_give_the_same_bytes_and_a_turntable_to_those_who_ask_for_it(ada: Person) -> None:
    prompt_id = prompted(ada)
    filmed, still = (
        finished(ada, started(ada, prompt_id, seed=11, turntable=turntable)["run_id"]) for turntable in (True, False)
    )
    first, second = (httpx.get(run["result"]["mesh_url"], trust_env=False).content for run in (filmed, still))
    assert first == second
    assert filmed["options"]["turntable"] is True
    film = httpx.get(filmed["result"]["turntable_url"], trust_env=False)
    assert (film.content[:4], film.content[8:12]) == (b"RIFF", b"WEBP")
    assert not [name for name in still["result"] if name.startswith("turntable")]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({}, "prompt_id"),
        ({"prompt_id": "prompt_x", "options": {"quality": "best"}}, "quality"),
        ({"prompt_id": "prompt_x", "options": {"seed": -1}}, "seed"),
        ({"prompt_id": "prompt_x", "options": {"seed": 2**53}}, "seed"),
        ({"prompt_id": "prompt_x", "options": {"seeds": 1}}, "seeds"),
        ({"prompt_id": 5}, "prompt_id"),
    ],
)
def test_a_wrong_request_is_refused_by_name(ada: Person, body: dict[str, object], name: str) -> None:
    assert name in refused(ada.client.post("/runs/", json=body))["message"]


@pytest.mark.parametrize("prompt_id", ["prompt_" + "0" * 26, "prompt_123", "", "run_" + "0" * 26, "../accounts"])
def test_a_run_of_a_prompt_that_is_not_there_is_refused(ada: Person, prompt_id: str) -> None:
    refused(ada.client.post("/runs/", json={"prompt_id": prompt_id}), 404, "NOT_FOUND")


def test_somebody_elses_run_looks_like_none(ada: Person, server: Server, client: httpx.Client) -> None:
    run = started(ada)
    run_id = run["run_id"]
    bob = register(server, "bob-of-runs")
    for method, path in (
        ("GET", ""), ("POST", "/cancel"), ("POST", "/retry"), ("GET", "/history"), ("GET", "/logs"), ("GET", "/events"),
    ):  # fmt: skip
        foreign = refused(bob.client.request(method, f"/runs/{run_id}{path}"), 404, "NOT_FOUND")
        missing = refused(bob.client.request(method, f"/runs/run_{'0' * 26}{path}"), 404, "NOT_FOUND")
        assert set(foreign) == set(missing) == {"message"}
        refused(client.request(method, f"/runs/{run_id}{path}"), 401, "AUTHENTICATION_ERROR")
    refused(bob.client.post("/runs/", json={"prompt_id": run["prompt_id"]}), 404, "NOT_FOUND")
    assert data_of(bob.client.get("/runs/"))["items"] == []
    ada.client.post(f"/runs/{run_id}/cancel")
    bob.client.close()


def test_a_run_is_cancelled_then_tried_again_and_ends_well(ada: Person) -> None:
    run_id = started(ada)["run_id"]
    asked = data_of(ada.client.post(f"/runs/{run_id}/cancel"))
    assert asked["id"] == run_id
    assert finished(ada, run_id)["status"] == "cancelled"
    again = data_of(ada.client.post(f"/runs/{run_id}/cancel"))
    assert again["status"] == "cancelled"
    retried = data_of(ada.client.post(f"/runs/{run_id}/retry"))
    assert retried["status"] in ("started", "processing")
    run = finished(ada, run_id)
    assert run["status"] == "completed"
    assert refused(ada.client.post(f"/runs/{run_id}/retry"), 409)["status"] == "completed"
    refused(ada.client.post(f"/runs/{run_id}/cancel"), 409)


def test_the_history_of_a_run_is_told_in_pages(ada: Person) -> None:
    run_id = started(ada)["run_id"]
    finished(ada, run_id)
    everything = data_of(ada.client.get(f"/runs/{run_id}/history"))
    types = [event["type"] for event in everything["items"]]
    assert (types[0], types[1], types[-1]) == ("job.requested", "job.started", "job.succeeded")
    assert [event["version"] for event in everything["items"]] == list(range(1, len(types) + 1))
    first = data_of(ada.client.get(f"/runs/{run_id}/history", params={"limit": 3}))
    assert (len(first["items"]), first["next"]) == (3, 3)
    rest = data_of(ada.client.get(f"/runs/{run_id}/history", params={"after": 3}))
    assert first["items"] + rest["items"] == everything["items"]
    lines = data_of(ada.client.get(f"/runs/{run_id}/logs"))["items"]
    assert all("message" in line for line in lines)


def test_runs_are_listed_by_prompt_and_state(ada: Person) -> None:
    prompt_id = prompted(ada)
    ids = [started(ada, prompt_id)["run_id"] for _ in range(3)]
    for run_id in ids:
        ada.client.post(f"/runs/{run_id}/cancel")
        finished(ada, run_id)
    listed = data_of(ada.client.get("/runs/", params={"prompt_id": prompt_id}))["items"]
    assert [run["id"] for run in listed] == ids[::-1]
    page = data_of(ada.client.get("/runs/", params={"status": "cancelled", "limit": 2}))
    assert [run["id"] for run in page["items"]] == ids[:0:-1]
    assert [run["id"] for run in data_of(ada.client.get("/runs/", params={"after": page["next"]}))["items"]] == ids[:1]
    assert data_of(ada.client.get("/runs/", params={"status": "processing"}))["items"] == []


def test_more_open_runs_than_an_account_may_have_are_refused(configure: Configure) -> None:
    settings = configure()
    work = msgspec.structs.replace(settings.work, queued_per_account_max=2)
    with serving(msgspec.structs.replace(settings, work=work)) as idle:  # nobody works here
        ada = register(idle, "ada-of-quotas")
        prompt_id = prompted(ada)
        started(ada, prompt_id)
        run_id = started(ada, prompt_id)["run_id"]
        answer = ada.client.post("/runs/", json={"prompt_id": prompt_id})
        assert refused(answer, 429, "RATE_LIMIT_EXCEEDED")["queued_max"] == 2
        assert int(answer.headers["retry-after"]) > 0
        ada.client.post(f"/runs/{run_id}/cancel")
        started(ada, prompt_id)
        ada.client.close()


def test_more_work_than_the_server_takes_is_refused(configure: Configure) -> None:
    settings = configure()
    work = msgspec.structs.replace(settings.work, queued_max=1)
    with serving(msgspec.structs.replace(settings, work=work)) as idle:
        ada, bob = register(idle, "ada-of-queues"), register(idle, "bob-of-queues")
        if not data_of(ada.client.get("/runs/"))["items"]:
            ada.client.post("/runs/", json={"prompt_id": prompted(ada)})
        answer = bob.client.post("/runs/", json={"prompt_id": prompted(bob)})
        refused(answer, 503, "INTERNAL_ERROR")
        assert int(answer.headers["retry-after"]) > 0
        ada.client.close()
        bob.client.close()
