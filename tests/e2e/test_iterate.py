"""POST /iterate over real HTTP, from a prompt to a better design that can be taken back."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from domain.work.iterate_design import STRATEGIES
from tests.e2e.conftest import Person, Server, designing, numbers

CHAIR = {"prompt": "office chair", "seed": 3}


@pytest.fixture
def iterator(worked_server: Server) -> Iterator[Person]:
    """Somebody whose sessions are searched."""
    with designing(worked_server, f"ida{next(numbers)}") as person:
        yield person


def made(person: Person, **body: Any) -> str:
    answer = person.client.post("/generate", json={**CHAIR, **body})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["spec_id"])


def iterated(person: Person, spec_id: str, **body: Any) -> httpx.Response:
    return person.client.post("/iterate", json={"spec_id": spec_id, **body}, timeout=90)


def test_a_session_is_answered_in_the_form_of_spec_3_and_says_more(iterator: Person) -> None:
    spec_id = made(iterator)
    body = {"user_id": iterator.username, "strategy": "improve_materials", "max_iterations": 3, "seed": 5}
    found = iterated(iterator, spec_id, **body)
    assert found.status_code == 200, found.text
    answer = found.json()
    assert answer["session_id"].startswith("session_")
    assert answer["spec_id"] == spec_id
    assert 1 <= len(answer["iterations"]) <= 3
    first = answer["iterations"][0]
    assert first["iteration"] == 1
    assert first["before_spec"].keys() == first["after_spec"].keys()
    assert first["before_spec"] != first["after_spec"]
    assert first["score_improvement"] > 0
    assert re.search(r": score \d\.\d\d → \d\.\d\d", first["feedback"])
    assert {"object_id", "before", "after"} == first["changes"][0].keys()
    assert answer["final_spec"]["spec_id"] == spec_id
    assert answer["final_spec"]["version"]["version"] == f"{answer['revision']}.0"
    assert answer["revision"] == 1 + len(answer["iterations"])
    assert answer["preview_url"].startswith(f"/preview/{spec_id}_v{answer['revision']}.")
    assert (answer["method"], answer["seed"]) == ("exhaustive", 5)
    assert answer["scores"]["strategy"]["after"] > answer["scores"]["strategy"]["before"]
    assert answer["scores"]["overall"]["after"] >= answer["scores"]["overall"]["before"]
    assert answer["stopped"] in ("max_iterations", "nothing improves")
    assert answer["evaluations"] >= len(answer["iterations"])
    by_id = {one["object_id"]: one for one in answer["final_spec"]["objects"]}
    for change in answer["iterations"][-1]["changes"]:
        assert {name: by_id[change["object_id"]][name] for name in change["after"]} == change["after"]
    again = iterator.client.get(f"/iterate/{answer['session_id']}").json()
    assert {**again, "preview_url": "", "processing_time": 0} == {**answer, "preview_url": "", "processing_time": 0}


def test_each_step_is_in_the_history_and_can_be_taken_back(iterator: Person) -> None:
    spec_id = made(iterator)
    answer = iterated(iterator, spec_id, strategy="reduce_cost", max_iterations=2).json()
    history = iterator.client.get(f"/designs/{spec_id}/history").json()
    kinds = [one["type"] for one in history["items"]]
    assert kinds.count("iterated") == len(answer["iterations"]) == 2
    undone = iterator.client.post(f"/designs/{spec_id}/undo", json={})
    assert undone.status_code == 200, undone.text
    change = answer["iterations"][-1]["changes"][0]
    objects = {one["object_id"]: one for one in undone.json()["updated_spec_json"]["objects"]}
    assert {name: objects[change["object_id"]][name] for name in change["before"]} == change["before"]


def test_the_same_design_and_seed_give_the_same_edits_for_every_strategy(iterator: Person) -> None:
    for strategy in STRATEGIES:
        one, other = (
            iterated(iterator, made(iterator), strategy=strategy, max_iterations=2, seed=9).json() for _ in range(2)
        )
        assert [each["changes"] for each in one["iterations"]] == [each["changes"] for each in other["iterations"]]


def test_what_a_person_switched_keeps_its_substance(iterator: Person) -> None:
    spec_id = made(iterator, prompt="a chair")
    switched = {"spec_id": spec_id, "target": {"query": "legs"}, "update": {"material": "brass_polished"}}
    assert iterator.client.post("/switch", json=switched).status_code == 200
    answer = iterated(iterator, spec_id, strategy="reduce_cost", max_iterations=10).json()
    legs = [one["material"] for one in answer["final_spec"]["objects"] if one["object_id"].startswith("leg")]
    assert legs
    assert all(material.startswith("brass") for material in legs)


def test_what_a_person_took_an_object_away_from_does_not_come_back(iterator: Person) -> None:
    spec_id = made(iterator, prompt="living room with marble floor")
    switched = {"spec_id": spec_id, "target": {"object_id": "floor_1"}, "update": {"material": "marble_black"}}
    assert iterator.client.post("/switch", json=switched).status_code == 200
    answer = iterated(iterator, spec_id, strategy="improve_materials", max_iterations=20).json()
    (floor,) = [one for one in answer["final_spec"]["objects"] if one["object_id"] == "floor_1"]
    assert floor["material"].startswith("marble_")
    assert floor["material"] != "marble_white"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"strategy": "improve_material"}, "improve_materials"),
        ({"strategy": "be nicer"}, "reduce_carbon"),
        ({"max_iterations": 0}, "between 1 and 50"),
        ({"max_iterations": 51}, "between 1 and 50"),
        ({"max_iterations": "many"}, "max_iterations"),
        ({"depth": 3}, "depth"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(iterator: Person, body: dict[str, Any], words: str) -> None:
    answer = iterated(iterator, made(iterator), **body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error_code"] == "VALIDATION_ERROR"
    assert words in answer.json()["detail"]


def test_somebody_elses_design_and_session_are_not_found(worked_server: Server, iterator: Person) -> None:
    spec_id = made(iterator)
    session_id = iterated(iterator, spec_id, max_iterations=1).json()["session_id"]
    with designing(worked_server, f"eve{next(numbers)}") as stranger:
        assert iterated(stranger, spec_id).status_code == 404
        assert stranger.client.get(f"/iterate/{session_id}").status_code == 404
        assert iterated(stranger, made(stranger), user_id=iterator.username).status_code == 403
    assert iterated(iterator, "spec_00000000000000000000000000").status_code == 404
    for name in ("session_00000000000000000000000000", "nothing"):
        assert iterator.client.get(f"/iterate/{name}").status_code == 404
