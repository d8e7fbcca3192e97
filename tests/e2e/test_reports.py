"""GET /reports/{spec_id} over real HTTP: JSON, a page, and a PDF."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.e2e.conftest import Person, Server, designing, numbers
from tests.e2e.turns import turns

ROOM, STOOL = (f"{words} <script>alert(1)</script>" for words in ("Living room with marble floor", "A round oak stool"))


@pytest.fixture
def rhea(worked_server: Server) -> Iterator[Person]:
    """Somebody who asks for reports."""
    with designing(worked_server, f"rhea{next(numbers)}") as person:
        yield person


def made(person: Person, prompt: str = STOOL) -> str:
    answer = person.client.post("/generate", json={"prompt": prompt, "seed": 5})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["spec_id"])


def told(person: Person, spec_id: str) -> dict[str, Any]:
    answer = person.client.get(f"/reports/{spec_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_report_tells_how_a_design_came_to_be_and_what_was_found(rhea: Person) -> None:
    spec_id = made(rhea, ROOM)
    evaluation = rhea.client.post("/evaluate", json={"spec_id": spec_id}).json()
    target = {"spec_id": spec_id, "target": {"object_id": "floor_1"}, "update": {"material": "marble_black"}}
    assert rhea.client.post("/switch", json=target).status_code == 200
    case = {"pipeline": "compliance_only", "input_data": {"spec_id": spec_id, "case_id": "case_001"}}
    assert rhea.client.post("/core/run", json=case).status_code == 200
    answer = told(rhea, spec_id)
    report = answer["report"]
    assert answer["created_at"] <= answer["last_updated"]
    assert answer["created_at"].endswith("Z")
    details = report["generation_details"]
    assert (details["prompt"], details["agent_used"]) == (ROOM, "planner")
    assert details["processing_time"] > 0
    (evaluated,) = report["evaluation_history"]
    assert evaluated["evaluation_id"] == evaluation["evaluation_id"]
    assert evaluated["score"] == evaluation["scores"]["overall"]
    case = report["compliance_results"]["case_001"]
    assert case["status"] in ("PASSED", "WARNING", "FAILED")
    assert f"{case['checked']} of {case['rules']} rules checked" in case["summary"]
    assert 0 < case["checked"] < case["rules"]
    assert report["iteration_logs"] == []
    assert [change["what"] for change in report["change_log"]] == ["generated", "switched"]
    assert report["change_log"][1]["objects"] == ["floor_1"]


def test_a_report_of_no_design_says_so(rhea: Person) -> None:
    answer = rhea.client.get("/reports/spec_001")
    assert (answer.status_code, answer.json()["detail"]) == (404, "Spec not found")


def test_an_improvement_is_told_with_its_steps(rhea: Person) -> None:
    spec_id = made(rhea)
    body = {"spec_id": spec_id, "strategy": "reduce_cost", "max_iterations": 2}
    session = rhea.client.post("/iterate", json=body).json()
    (log,) = told(rhea, spec_id)["report"]["iteration_logs"]
    assert log["session_id"] == session["session_id"]
    assert [step["score_improvement"] for step in log["iterations"]] == pytest.approx(
        [step["score_improvement"] for step in session["iterations"]], abs=1e-3
    )


def test_a_page_that_shows_compliance_says_that_it_is_no_legal_advice(rhea: Person) -> None:
    spec_id = made(rhea)
    page = f"/reports/{spec_id}?format=html"
    assert "not legal advice" not in rhea.client.get(page).text
    case = {"spec_id": spec_id, "compliance_rules": ["accessibility"]}
    assert rhea.client.post("/compliance/run_case", json=case, timeout=60).status_code == 200
    assert "not legal advice" in rhea.client.get(page).text


def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing(rhea: Person) -> None:
    spec_id = made(rhea)
    for _ in turns():  # a page that is asked for too early comes without its picture
        if rhea.client.get(f"/preview/{spec_id}").status_code != 202:
            break
    page = rhea.client.get(f"/reports/{spec_id}", headers={"Accept": "text/html,application/xhtml+xml"})
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "data:image/jpeg;base64," in page.text
    assert "<script" not in page.text
    assert "&lt;script&gt;" in page.text
    assert "http://" not in page.text
    assert "https://" not in page.text
    assert rhea.client.get(f"/reports/{spec_id}?format=html").text == page.text


def test_a_pdf_is_made_once_for_each_state_of_the_design(rhea: Person) -> None:
    spec_id = made(rhea)
    asked = [
        rhea.client.get(f"/reports/{spec_id}.pdf"),
        rhea.client.get(f"/reports/{spec_id}", headers={"Accept": "application/pdf"}),
    ]
    assert [answer.status_code for answer in asked] == [200, 200], asked[0].text
    assert {answer.headers["content-type"] for answer in asked} == {"application/pdf"}
    assert asked[0].content == asked[1].content
    assert asked[0].content.startswith(b"%PDF-")
    rhea.client.post("/evaluate", json={"spec_id": spec_id})
    assert rhea.client.get(f"/reports/{spec_id}.pdf").content != asked[0].content


def test_links_of_a_report_open_without_credentials_and_only_those(worked_server: Server, rhea: Person) -> None:
    spec_id = made(rhea)
    answer = told(rhea, spec_id)
    root = worked_server.url.removesuffix("/api/v1")
    with httpx.Client(base_url=root, trust_env=False, timeout=60) as anybody:
        for name, media_type in (("html_url", "text/html"), ("pdf_url", "application/pdf")):
            page = anybody.get(answer[name])
            assert (page.status_code, page.headers["content-type"].split(";")[0]) == (200, media_type)
        token = answer["html_url"].split(".")[1]
        assert (
            anybody.get(answer["html_url"].replace(token, token[:-1] + ("A" if token[-1] != "A" else "B"))).status_code
            == 404
        )
        assert anybody.get(f"/reports/{spec_id}").status_code == 401


def test_somebody_elses_report_is_not_there(worked_server: Server, rhea: Person) -> None:
    spec_id = made(rhea)
    with designing(worked_server, f"nosy{next(numbers)}") as stranger:
        for ending in ("", ".html", ".pdf"):
            answer = stranger.client.get(f"/reports/{spec_id}{ending}")
            assert (answer.status_code, answer.json()["error_code"]) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("text/*", "text/html"),
        ("image/png, */*;q=0.1", "application/json"),
        ("application/problem+json", "application/json"),
        ("application/json;q=0, */*", "text/html"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "text/html"),
        ("text/html;q=0.2, application/json;q=0.9", "application/json"),
    ],
)
def test_a_report_comes_in_the_form_that_is_liked_best(rhea: Person, accept: str, form: str) -> None:
    answer = rhea.client.get(f"/reports/{made(rhea)}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, form)


def test_a_form_that_there_is_not_is_refused_with_those_that_there_are(rhea: Person) -> None:
    spec_id = made(rhea)
    for accept in ("image/png", "image/*, text/plain", "application/json;q=0"):
        answer = rhea.client.get(f"/reports/{spec_id}", headers={"Accept": accept})
        assert (answer.status_code, answer.json()["error_code"]) == (406, "NOT_ACCEPTABLE"), accept
        assert answer.json()["details"]["allowed"] == ["application/json", "text/html", "application/pdf"]
    named = rhea.client.get(f"/reports/{spec_id}?format=json", headers={"Accept": "image/png"})
    assert named.headers["content-type"] == "application/json"
    silent = httpx.Request("GET", f"{rhea.client.base_url}reports/{spec_id}", headers=rhea.client.headers)
    del silent.headers["accept"]
    assert rhea.client.send(silent).headers["content-type"] == "application/json"
