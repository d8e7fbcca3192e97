"""Compliance cases over real HTTP, checked by a real worker."""

import struct
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, Person, Server, designing, numbers
from tests.e2e.turns import turns

RULES = ["building_code", "accessibility", "fire_safety"]


@pytest.fixture
def owner(worked_server: Server) -> Iterator[Person]:
    with designing(worked_server, f"carl{next(numbers)}") as person:
        yield person


@pytest.fixture
def admin_client(worked_server: Server) -> Iterator[httpx.Client]:
    with worked_server.client(x_api_key=API_KEY) as client:
        body = {"username": "admin", "password": ADMIN_PASSWORD}
        client.headers["authorization"] = f"Bearer {client.post('/auth/login', json=body).json()['access_token']}"
        client.timeout = 60
        yield client


def made(person: Person, prompt: str = "a door") -> str:
    answer = person.client.post("/generate", json={"prompt": prompt, "seed": 1})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["spec_id"])


def checked(person: Person, spec_id: str, **more: Any) -> dict[str, Any]:
    body = {"spec_id": spec_id, "case_id": "case_001", "compliance_rules": RULES, **more}
    answer = person.client.post("/compliance/run_case", json=body, timeout=60)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_case_is_answered_as_in_the_spec_and_its_files_open(worked_server: Server, owner: Person) -> None:
    spec_id = made(owner)
    case = checked(owner, spec_id, user_id=owner.username)
    results = case["compliance_results"]
    assert (case["case_id"], case["spec_id"], results["overall_status"]) == ("case_001", spec_id, "FAILED")
    assert set(results["rule_results"]) == set(RULES)
    accessibility = results["rule_results"]["accessibility"]
    assert accessibility["status"] == "FAILED"
    assert 0 <= accessibility["score"] <= 100
    assert any("Clear width of doorways" in issue for issue in accessibility["issues"])
    width = next(rule for rule in accessibility["rules"] if rule["id"] == "door-clear-width")
    assert width["values"][0]["object_id"] == "leaf_1"
    stairs = next(rule for rule in accessibility["rules"] if rule["id"] == "stair-risers")
    assert (stairs["status"], stairs["reason"]) == ("NOT_CHECKED", "The design shows no stairs")

    root = worked_server.url.removesuffix("/api/v1")
    with httpx.Client(base_url=root, trust_env=False, timeout=60) as anybody:
        for prefix in ("", "/api/v1"):
            solid = anybody.get(prefix + case["geometry_url"])
            assert (solid.status_code, solid.headers["content-type"]) == (200, "model/stl"), solid.text
            report = anybody.get(prefix + case["report_url"])
            assert (report.status_code, report.headers["content-type"]) == (200, "application/pdf"), report.text
        assert report.content.startswith(b"%PDF-")
        (count,) = struct.unpack_from("<I", solid.content, 80)
        assert len(solid.content) == 84 + 50 * count
        assert anybody.get("/geometry/case_001.stl").status_code == 401
        assert anybody.get(case["geometry_url"].replace("case_001", "case_002")).status_code == 404
        foreign = case["report_url"].replace("/reports/", "/geometry/").replace(".pdf", ".stl")
        assert anybody.get(foreign).status_code == 404
    for path, content in (("/geometry/case_001.stl", solid.content), ("/reports/case_001.pdf", report.content)):
        assert owner.client.get(path).content == content


def test_a_case_is_its_owners_and_the_newest_result_stands(worked_server: Server, owner: Person) -> None:
    spec_id = made(owner)
    first = checked(owner, spec_id)
    update = {"dimensions": {"width": 0.95, "height": 2.1}}
    switched = owner.client.post(
        "/switch", json={"spec_id": spec_id, "target": {"object_id": "leaf_1"}, "update": update}
    )
    assert switched.status_code == 200, switched.text
    second = checked(owner, spec_id)
    assert second["revision"] == first["revision"] + 1
    shown = owner.client.get("/compliance/cases/case_001").json()
    assert {name: shown[name] for name in ("case_id", "spec_id", "revision")} == {
        "case_id": "case_001", "spec_id": spec_id, "revision": second["revision"],
    }  # fmt: skip
    before, after = (one["compliance_results"]["rule_results"]["accessibility"]["score"] for one in (first, second))
    assert after > before
    assert [case["case_id"] for case in owner.client.get("/compliance/cases").json()["cases"]] == ["case_001"]
    with designing(worked_server, f"stan{next(numbers)}") as stranger:
        for path in ("/compliance/cases/case_001", "/geometry/case_001.stl", "/reports/case_001.pdf"):
            assert stranger.client.get(path).status_code == 404
        assert stranger.client.get("/compliance/cases").json()["cases"] == []
        body = {"spec_id": spec_id, "compliance_rules": RULES}
        assert stranger.client.post("/compliance/run_case", json=body).status_code == 404
        feedback = {"case_id": "case_001", "feedback": {"rating": 1}}
        assert stranger.client.post("/compliance/feedback", json=feedback).status_code == 404


def test_feedback_is_kept_with_the_case(owner: Person) -> None:
    case = checked(owner, made(owner), case_id="kitchen-7.b", compliance_rules=["product_safety"])
    assert case["compliance_results"]["overall_status"] == "NOT_CHECKED"
    said = {"rating": 4, "comments": "Good compliance check", "suggestions": ["Add more detailed guidelines"]}
    answer = owner.client.post("/compliance/feedback", json={"case_id": "kitchen-7.b", "feedback": said})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert (body["case_id"], body["status"]) == ("kitchen-7.b", "received")
    (kept,) = owner.client.get("/compliance/cases/kitchen-7.b").json()["feedback"]
    assert (kept["feedback_id"], kept["rating"], kept["suggestions"]) == (body["feedback_id"], 4, said["suggestions"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"case_id": "../etc"}, "`case_id` must be 1 to 64 letters, digits"),
        ({"case_id": "x" * 65}, "`case_id` must be 1 to 64 letters, digits"),
        ({"case_id": ""}, "case_id"),
        ({"compliance_rules": ["acessibility"]}, "acessibility"),
        ({"compliance_rules": ["accessibility"] * 21}, "At most 20"),
        ({"compliance_rules": "accessibility"}, "compliance_rules"),
    ],
)
def test_a_case_that_cannot_be_checked_is_refused(owner: Person, body: dict[str, Any], words: str) -> None:
    answer = owner.client.post("/compliance/run_case", json={"spec_id": made(owner), **body})
    assert answer.status_code == 400, answer.text
    assert words in answer.text


def test_an_unknown_rule_set_names_those_that_are_like_it(owner: Person) -> None:
    answer = owner.client.post(
        "/compliance/run_case", json={"spec_id": made(owner), "compliance_rules": ["acessibility"]}
    )
    assert answer.json()["details"]["near"] == ["accessibility"]


@pytest.mark.parametrize("rating", [0, 6, 4.5, "4", None])
def test_a_rating_lies_between_one_and_five(owner: Person, rating: Any) -> None:
    answer = owner.client.post("/compliance/feedback", json={"case_id": "case_001", "feedback": {"rating": rating}})
    assert answer.status_code == 400, answer.text


def test_an_admin_defines_rules_and_everybody_checks_by_them(admin_client: httpx.Client, owner: Person) -> None:
    rule = {"id": "low", "title": "Height of the whole", "measures": "overall_height", "unit": "cm", "at_most": 100}
    asked = {"name": "house_rules", "title": "House rules", "rules": [rule]}
    assert owner.client.post("/compliance/rules", json=asked).status_code == 403
    answer = admin_client.post("/compliance/rules", json=asked)
    assert answer.status_code == 200, answer.text
    assert answer.json()["defined_at"]
    listed = owner.client.get("/compliance/rules").json()
    assert listed["rule_sets"][-1]["defined_at"] == answer.json()["defined_at"]
    assert [one["name"] for one in listed["rule_sets"]][-1] == "house_rules"
    assert "door_clear_width" in {one["name"] for one in listed["measures"]}
    spec_id = made(owner)
    case = checked(owner, spec_id, compliance_rules=["house_rules", "accessibility"])
    (issue,) = case["compliance_results"]["rule_results"]["house_rules"]["issues"]
    assert "at most 100 cm required" in issue
    assert admin_client.delete("/compliance/rules/house_rules").json()["status"] == "withdrawn"
    assert admin_client.delete("/compliance/rules/house_rules").status_code == 404
    body = {"spec_id": spec_id, "compliance_rules": ["house_rules"]}
    assert owner.client.post("/compliance/run_case", json=body).status_code == 400


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"measures": "beauty"}, "beauty"),
        ({"unit": "deg"}, "another unit"),
        ({"at_most": None}, "at_least"),
        ({"at_least": 200.0}, "more than"),
        ({"id": "a b"}, "id"),
        ({"title": "x" * 501}, "500"),
    ],
)
def test_rules_that_cannot_be_measured_are_refused(
    admin_client: httpx.Client, change: dict[str, Any], words: str
) -> None:
    rule = {"id": "low", "title": "Low", "measures": "overall_height", "unit": "cm", "at_most": 100.0, **change}
    answer = admin_client.post("/compliance/rules", json={"name": "house_rules", "title": "", "rules": [rule]})
    assert answer.status_code == 400, answer.text
    assert words in answer.text


def test_the_names_of_the_packages_rule_sets_are_taken(admin_client: httpx.Client) -> None:
    rule = {"id": "low", "title": "Low", "measures": "overall_height", "unit": "cm", "at_most": 100.0}
    answer = admin_client.post("/compliance/rules", json={"name": "accessibility", "title": "", "rules": [rule]})
    assert answer.status_code == 400, answer.text


def test_a_design_that_cannot_be_made_is_a_conflict_that_names_the_part(owner: Person) -> None:
    spec_id = made(owner, "an oak chair")
    change = {"target": {"object_id": "leg_1"}, "update": {"dimensions": {"height": 100, "width": 0.001}}}
    assert owner.client.post("/switch", json={"spec_id": spec_id, **change}).status_code == 200
    case = {"spec_id": spec_id, "case_id": "case_009"}
    answers = [
        owner.client.post("/compliance/run_case", json=case, timeout=60),
        owner.client.get(f"/preview/{spec_id}.jpg"),
        owner.client.get(f"/reports/{spec_id}.pdf"),
    ]
    assert [answer.status_code for answer in answers] == [409, 409, 409], [answer.text for answer in answers]
    for answer in answers:
        assert "A part has no triangle (leg_1)" in answer.json()["detail"]


def test_results_say_how_much_they_rest_on(owner: Person) -> None:
    results = checked(owner, made(owner), compliance_rules=["accessibility", "vehicle"])["compliance_results"]
    found = results["rule_results"]
    assert results["checked"] == sum(one["checked"] for one in found.values()) > 0
    assert results["rules"] == sum(len(one["rules"]) for one in found.values())
    assert (
        results["summary"] == f"{results['checked']} of {results['rules']} rules checked; not checked at all: vehicle"
    )


def test_what_an_admin_reads_of_somebody_is_in_that_trail(admin_client: httpx.Client, owner: Person) -> None:
    spec_id = made(owner)
    checked(owner, spec_id)
    assert admin_client.get(f"/reports/{spec_id}").status_code == 200
    assert admin_client.get(f"/data/{owner.username}").status_code == 200
    assert owner.client.get("/geometry/case_001.stl").status_code == 200
    read, handed, own = (_noted(owner, route) for route in ("reports/{name}", "data/{user_id}", "geometry/{name}"))
    assert (read["ids"], own["ids"]) == ({"name": spec_id}, {"name": "case_001"})
    assert own["actor"] == own["subject"] == read["subject"] == handed["subject"]
    assert read["actor"] == handed["actor"] != own["actor"]
    named = admin_client.get("/audit", params={"user_id": owner.username, "limit": 100}).json()["entries"]
    assert named
    assert all(own["actor"] in (entry["actor"], entry["subject"]) for entry in named)
    assert owner.client.get("/audit", params={"user_id": "admin"}).status_code == 403
    assert owner.client.get("/audit/export", params={"user_id": "admin"}).status_code == 403


def test_what_an_admin_hears_of_somebody_is_in_that_trail(admin_client: httpx.Client, owner: Person) -> None:
    spec_id = made(owner)
    with admin_client.stream("GET", "/events/stream", params={"after": "0", "tag": "design"}) as events:
        assert events.status_code == 200
        assert any(spec_id in line for line in events.iter_lines())
    heard = _noted(owner, "events/stream")
    assert heard["actor"] != heard["subject"]
    assert heard["subject"] == owner.client.get("/audit", params={"kind": "event"}).json()["entries"][0]["actor"]


def test_a_trail_of_nobody_is_not_found(admin_client: httpx.Client, owner: Person) -> None:
    for path in ("/audit", "/audit/export", "/events/stream"):
        answer = admin_client.get(path, params={"user_id": "nobody-of-this-name"})
        assert (answer.status_code, answer.json()["error_code"]) == (404, "NOT_FOUND"), path
        assert owner.client.get(path, params={"user_id": "nobody-of-this-name"}).status_code == 403, path


def test_a_report_of_the_same_state_is_the_same_to_the_byte_whenever_it_is_asked_for(owner: Person) -> None:
    spec_id = made(owner)
    urls = [checked(owner, spec_id)["report_url"] for _ in range(2)]
    first, second = (owner.client.get(url) for url in urls)
    assert first.status_code == 200
    assert first.content == second.content


def test_a_refused_try_at_somebody_elses_design_says_which_it_was(owner: Person) -> None:
    spec_id = "spec_01k0000000000000000000000a"
    body = {"spec_id": spec_id, "instruction": "make the floor black marble"}
    assert owner.client.post("/switch", json=body).status_code == 404
    assert _noted(owner, "switch")["ids"] == {"spec_id": spec_id}
    assert owner.client.post("/evaluate", json={"spec_id": "spec of Erika"}).status_code == 404
    assert _noted(owner, "evaluate")["ids"] == {}


def _noted(person: Person, route: str) -> dict[str, Any]:
    """Return the newest entry of a route in somebody's trail, as soon as there is one."""
    for _ in turns():
        entries = person.client.get("/audit", params={"what": f"/api/v1/{route}"}).json()["entries"]
        if entries:
            found: dict[str, Any] = entries[0]
            return found
    raise TimeoutError("The request was not noted")
