"""POST /core/run over real HTTP, with a worker that performs the jobs."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, Person, Server, designing, numbers
from tests.e2e.turns import turns

KITCHEN = {
    "pipeline": "full_design_generation",
    "input_data": {"prompt": "Modern kitchen design", "constraints": ["budget: $50k", "space: 200sqft"]},
    "options": {"async": False, "priority": "high"},
}
STOOL = {**KITCHEN, "input_data": {"prompt": "a round oak stool"}}


@pytest.fixture
def cook(worked_server: Server) -> Iterator[Person]:
    """Somebody who runs pipelines."""
    with designing(worked_server, f"cook{next(numbers)}") as person:
        yield person


def ran(person: Person, status: int = 200, **body: Any) -> dict[str, Any]:
    answer = person.client.post("/core/run", json=body, timeout=60)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_whole_design_is_made_scored_and_can_be_asked_for_again(cook: Person) -> None:
    job = ran(cook, **KITCHEN)
    result = job["result"]
    assert (job["status"], job["queue_position"]) == ("completed", 0)
    assert job["processing_time"] > 0
    design = cook.client.get(f"/designs/{result['spec_id']}").json()
    assert len(design["spec_json"]["objects"]) == result["generated_objects"] > 5
    assert design["spec_json"]["metadata"]["constraints"] == KITCHEN["input_data"]["constraints"]
    assert set(result["scores"]) == {"overall", "criteria"}
    assert 0 < result["compliance_score"] <= 100
    assert result["preview_url"].startswith(f"/preview/{result['spec_id']}_v1.")
    assert cook.client.get(f"/core/run/{job['job_id']}").json()["result"]["evaluation_id"] == result["evaluation_id"]


def test_a_run_that_is_not_waited_for_is_told_at_once_and_can_be_followed(cook: Person) -> None:
    job = ran(cook, 202, **{**STOOL, "options": {"async": True}})
    assert job["status"] in ("queued", "processing")
    path = f"/core/run/{job['job_id']}"
    for _ in turns():
        shown = cook.client.get(path).json()
        if shown["status"] not in ("queued", "processing"):
            break
        assert shown["queue_position"] <= 2
    assert shown["status"] == "completed", shown
    assert cook.client.post(f"{path}/cancel").status_code == 409


def test_a_design_that_is_there_is_scored_as_it_stands(cook: Person) -> None:
    spec_id = cook.client.post("/generate", json={"prompt": "an oak chair"}).json()["spec_id"]
    job = ran(cook, pipeline="evaluate_only", input_data={"spec_id": spec_id, "criteria": ["cost", "cost"]})
    assert list(job["result"]["scores"]["criteria"]) == ["cost"]
    assert "generated_objects" not in job["result"]


def test_rules_are_checked_under_the_name_that_the_case_was_given(cook: Person) -> None:
    spec_id = cook.client.post("/generate", json={"prompt": "a bathroom"}).json()["spec_id"]
    asked = {"spec_id": spec_id, "compliance_rules": ["accessibility"], "case_id": "my-case.1"}
    result = ran(cook, pipeline="compliance_only", input_data=asked)["result"]
    assert result["case_id"] == "my-case.1"
    assert result["compliance_status"] in ("PASSED", "WARNING", "FAILED")
    assert "scores" not in result
    case = cook.client.get("/compliance/cases/my-case.1").json()
    for name, media_type in (("geometry_url", "model/stl"), ("report_url", "application/pdf")):
        assert cook.client.get(case[name]).headers["content-type"] == media_type


def test_a_design_becomes_better_and_is_scored_as_it_is_then(cook: Person) -> None:
    spec_id = cook.client.post("/generate", json={"prompt": "a concrete chair", "seed": 1}).json()["spec_id"]
    before = cook.client.post("/evaluate", json={"spec_id": spec_id}).json()["scores"]["overall"]
    asked = {"spec_id": spec_id, "strategy": "reduce_cost", "max_iterations": 2}
    result = ran(cook, pipeline="iterate_and_evaluate", input_data=asked)["result"]
    assert result["iterations"] >= 1
    assert result["revision"] == 1 + result["iterations"]
    assert result["score_improvement"] > 0
    assert result["scores"]["overall"] >= before
    assert cook.client.get(f"/designs/{spec_id}").json()["revision"] == result["revision"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"pipeline": "everything", "input_data": {}}, "full_design_generation"),
        ({"pipeline": "full_design_generation", "input_data": {}}, "input_data: The field `prompt` is missing"),
        ({**KITCHEN, "input_data": {"prompt": "a chair", "colour": 1}}, "colour"),
        ({**KITCHEN, "input_data": {"prompt": "a chair", "constraints": ["c"] * 10_000}}, "at most 50"),
        ({**KITCHEN, "options": {"priority": "urgent"}}, "high, low, normal"),
        ({"pipeline": "evaluate_only", "input_data": {"spec_id": 7}}, "input_data"),
        ({**KITCHEN, "input_data": {"prompt": "a chair", "criteria": ["charm"]}}, "known are "),
        ({**KITCHEN, "input_data": {"prompt": "a chair", "compliance_rules": ["magic"]}}, "no rule set"),
        (
            {"pipeline": "compliance_only", "input_data": {"spec_id": "x", "case_id": "../x"}},
            "must be 1 to 64 letters, digits",
        ),
        ({"pipeline": "iterate_and_evaluate", "input_data": {"spec_id": "x", "strategy": "pray"}}, "no strategy"),
    ],
)
def test_what_no_pipeline_takes_is_refused_in_words(cook: Person, body: dict[str, Any], words: str) -> None:
    answer = ran(cook, 400, **body)
    assert answer["error_code"] == "VALIDATION_ERROR"
    assert words in answer["detail"]


def test_other_peoples_designs_and_jobs_are_not_there(worked_server: Server, cook: Person) -> None:
    job = ran(cook, **KITCHEN)
    with designing(worked_server, "stranger") as stranger:
        body = {"pipeline": "evaluate_only", "input_data": {"spec_id": job["result"]["spec_id"]}}
        assert ran(stranger, 404, **body)["detail"] == "Spec not found"
        for method, path in (("GET", ""), ("POST", "/cancel")):
            answer = stranger.client.request(method, f"/core/run/{job['job_id']}{path}")
            assert (answer.status_code, answer.json()["detail"]) == (404, "Job not found")


def test_metrics_count_requests_by_their_endpoint_and_time_generations(cook: Person) -> None:
    def count(line: str) -> float:
        text = cook.client.get("/metrics").text
        found = [one.rpartition(" ")[2] for one in text.splitlines() if one.startswith(line)]
        return sum(float(one) for one in found)

    generated, asked = "generation_time_seconds_count", 'http_requests_total{endpoint="/api/v1/core/run",method="POST"'
    before = count(generated), count(asked)
    ran(cook, **STOOL)
    assert (count(generated), count(asked)) == (before[0] + 1, before[1] + 1)


def test_a_job_on_somebodys_design_is_that_persons_whoever_asks(worked_server: Server) -> None:
    with designing(worked_server, "olga") as owner, worked_server.client(x_api_key=API_KEY) as admin:
        spec_id = owner.client.post("/generate", json={"prompt": "oak bench"}).json()["spec_id"]
        body = {"username": "admin", "password": ADMIN_PASSWORD}
        admin.headers["authorization"] = f"Bearer {admin.post('/auth/login', json=body).json()['access_token']}"
        asked = {"pipeline": "evaluate_only", "input_data": {"spec_id": spec_id}}
        job_id = admin.post("/core/run", json=asked).json()["job_id"]
        session = admin.post("/iterate", json={"spec_id": spec_id, "max_iterations": 1}).json()
        for job in (job_id, session["job_id"]):
            assert owner.client.get(f"/core/run/{job}").status_code == 200
