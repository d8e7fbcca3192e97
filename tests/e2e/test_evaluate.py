"""POST /evaluate over real HTTP."""

from typing import Any

import pytest

from domain.scoring import CRITERIA
from tests.e2e.conftest import Person, Server, designing, numbers


def designed(person: Person, prompt: str = "Living room with marble floor") -> str:
    answer = person.client.post("/generate", json={"prompt": prompt, "seed": 7})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["spec_id"])


def evaluated(person: Person, spec_id: str, **body: Any) -> dict[str, Any]:
    answer = person.client.post("/evaluate", json={"spec_id": spec_id, **body})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_request_of_spec_3_is_answered_in_its_form(designer: Person) -> None:
    spec_id = designed(designer)
    asked = ["aesthetics", "functionality", "cost"]
    answer = evaluated(designer, spec_id, user_id=designer.username, criteria=asked)
    assert answer["evaluation_id"].startswith("eval_")
    assert answer["spec_id"] == spec_id
    scores = answer["scores"]
    assert list(scores["criteria"]) == asked
    assert scores["overall"] == pytest.approx(sum(scores["criteria"].values()) / 3, abs=0.02)
    assert all(0 <= value <= 10 for value in scores["criteria"].values())
    assert f"{scores['overall']:.1f} of 10" in answer["feedback"]
    assert all(isinstance(one, str) for one in answer["recommendations"])


def test_each_score_tells_its_numbers_method_and_source(designer: Person) -> None:
    answer = evaluated(designer, designed(designer))
    assert tuple(answer["details"]) == CRITERIA
    for detail in answer["details"].values():
        assert detail["applies"]
        assert detail["numbers"]
        assert detail["method"]
        assert detail["source"]
        assert detail["finding"]
    assert answer["details"]["cost"]["numbers"]["price_usd"] > 100


def test_sending_the_recommended_switches_raises_the_score_by_what_was_said(designer: Person) -> None:
    spec_id = designed(designer, "a dining table with six chairs")
    before = evaluated(designer, spec_id)
    advice = before["recommended_switches"][0]
    assert advice["text"] == before["recommendations"][0]
    for body in advice["switches"]:
        answer = designer.client.post("/switch", json=body)
        assert answer.status_code == 200, answer.text
    after = evaluated(designer, spec_id)
    gained = after["scores"]["overall"] - before["scores"]["overall"]
    assert gained == pytest.approx(advice["gain"], abs=0.011)
    assert after["revision"] == before["revision"] + len(advice["switches"])


def test_what_says_nothing_of_a_design_is_null_and_does_not_count(designer: Person) -> None:
    answer = evaluated(designer, designed(designer, "a rowing boat"), criteria=["stability", "cost"])
    scores = answer["scores"]
    assert scores["criteria"]["stability"] is None
    assert not answer["details"]["stability"]["applies"]
    assert scores["overall"] == scores["criteria"]["cost"]


def test_no_criteria_mean_all_and_one_named_twice_counts_once(designer: Person) -> None:
    spec_id = designed(designer, "a chair")
    assert tuple(evaluated(designer, spec_id, criteria=[])["scores"]["criteria"]) == CRITERIA
    assert list(evaluated(designer, spec_id, criteria=["Cost", "cost"])["scores"]["criteria"]) == ["cost"]


def test_an_unknown_criterion_is_refused_with_those_that_are_known(designer: Person) -> None:
    answer = designer.client.post("/evaluate", json={"spec_id": designed(designer, "a chair"), "criteria": ["beauty"]})
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "VALIDATION_ERROR"
    assert answer.json()["details"]["allowed"] == list(CRITERIA)
    near = designer.client.post("/evaluate", json={"spec_id": "spec_1", "criteria": ["costs"]}).json()
    assert near["details"]["near"] == ["cost"]


def test_somebody_elses_design_cannot_be_evaluated(designer: Person, design_server: Server) -> None:
    spec_id = designed(designer, "a chair")
    with designing(design_server, f"eve{next(numbers)}") as other:
        answer = other.client.post("/evaluate", json={"spec_id": spec_id})
        assert (answer.status_code, answer.json()["detail"]) == (404, "Spec not found")
        answer = other.client.post("/evaluate", json={"spec_id": spec_id, "user_id": designer.username})
        assert answer.status_code == 403
    missing = designer.client.post("/evaluate", json={"spec_id": "spec_01k0000000000000000000000a"})
    assert (missing.status_code, missing.json()["detail"]) == (404, "Spec not found")
