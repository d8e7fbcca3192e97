"""POST /switch, and designs as they stood, over real HTTP."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from schemathesis import APIOperation, GenerationMode

from tests.e2e.conftest import Person, Server, designing
from tests.e2e.test_generate import made
from tests.e2e.test_openapi import CHECKS, FRAMING

LIVING_ROOM = "Living room with marble floor"


@pytest.fixture
def room(designer: Person) -> str:
    """A living room with a floor of white marble."""
    return str(made(designer, prompt=LIVING_ROOM, seed=1)["spec_id"])


def asked(person: Person, spec_id: str, *, headers: dict[str, str] | None = None, **body: Any) -> httpx.Response:
    return person.client.post("/switch", json={"spec_id": spec_id, **body}, headers=headers)


def switched(person: Person, spec_id: str, **body: Any) -> dict[str, Any]:
    answer = asked(person, spec_id, **body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def floor_of(spec: dict[str, Any]) -> str:
    return next(str(one["material"]) for one in spec["objects"] if one["object_id"] == "floor_1")


def test_the_request_of_spec_3_is_answered_in_its_form(designer: Person, room: str) -> None:
    answer = switched(designer, room, target={"object_id": "floor_1"}, update={"material": "marble_black"})
    assert answer["spec_id"] == room
    assert floor_of(answer["updated_spec_json"]) == "marble_black"
    assert answer["changed"] == {
        "object_id": "floor_1", "before": {"material": "marble_white"}, "after": {"material": "marble_black"},
    }  # fmt: skip
    assert answer["preview_url"].startswith(f"/preview/{room}_v2.")
    assert answer["iteration_id"].startswith("iter_")
    assert answer["updated_spec_json"]["version"]["version"] == "2.0"


def test_nothing_to_change_is_no_revision(designer: Person, room: str) -> None:
    answer = switched(designer, room, target={"object_id": "floor_1"}, update={"material": "white marble"})
    assert answer["changed"] == {"object_id": "floor_1", "before": {}, "after": {}}
    assert (answer["changes"], answer["iteration_id"]) == ([], None)
    assert answer["message"] == "Nothing had to change: it is so already"
    assert answer["updated_spec_json"]["version"]["version"] == "1.0"


@pytest.mark.parametrize(
    "target", [{"query": "the floor"}, {"query": {"type": "floor"}}, {"type": "floor"}, {"material": "marble_white"}]
)
def test_objects_are_meant_in_several_ways(designer: Person, room: str, target: dict[str, Any]) -> None:
    assert switched(designer, room, target=target, update={"material": "oak"})["changed"]["object_id"] == "floor_1"


@pytest.mark.parametrize("place", ["top", "target", "update"])
def test_words_are_understood_wherever_they_stand(designer: Person, room: str, place: str) -> None:
    words = {"instruction": "make the floor black marble"}
    answer = switched(designer, room, **(words if place == "top" else {place: words}))
    assert answer["changed"]["after"] == {"material": "marble_black"}
    (_, change) = designer.client.get(f"/designs/{room}/history").json()["items"]
    assert change["reason"] == words["instruction"]


def test_words_may_be_about_a_target(designer: Person, room: str) -> None:
    answer = switched(designer, room, target={"object_id": "floor_1"}, instruction="make it black marble")
    assert [one["object_id"] for one in answer["changes"]] == ["floor_1"]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("make it cheaper", "POST /iterate with the strategy reduce_cost"),
        ("remove the lamp", "it adds and removes none"),
        ("make the floor sticky", "Nothing was changed"),
    ],
)
def test_what_a_switch_cannot_do_is_told_with_what_can(designer: Person, room: str, words: str, hint: str) -> None:
    answer = asked(designer, room, instruction=words)
    assert answer.status_code == 400
    assert answer.json()["detail"].endswith(hint)


def test_what_is_not_understood_is_said_and_nothing_is_changed(designer: Person, room: str) -> None:
    words = "make the floor black marble and frobnicate the sofa"
    answer = asked(designer, room, instruction=words)
    assert answer.status_code == 400
    assert "frobnicate" in answer.json()["detail"]
    assert answer.json()["details"]["not_understood"]
    assert designer.client.get(f"/designs/{room}").json()["revision"] == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"target": {"object_id": "flor_1"}, "update": {"material": "oak"}}, "floor_1"),
        ({"target": {"object_id": "floor_1"}, "update": {"material": "marbel black"}}, "marble_black"),
        ({"target": {"object_id": "floor_1"}, "update": {"properties": {"patern": "planks"}}}, "pattern"),
        ({"target": {"object_id": "floor_1"}, "update": {"properties": {"pattern": 3}}}, "pattern"),
        ({"target": {"object_id": "floor_1"}, "update": {"dimensions": {"width": -1}}}, "between"),
        ({"target": {"object_id": "floor_1"}, "update": {"dimensions": {"breadth": 1}}}, "breadth"),
        ({"target": {"object_id": "floor_1"}, "update": {"color": "turquose"}}, "near are turquoise"),
        ({"target": {"object_id": "floor_1"}, "update": {}}, "what to change"),
        ({"target": {}, "update": {"material": "oak"}}, "which object"),
        ({"instruction": "  "}, "empty"),
        ({"instruction": "x" * 2001}, "2000"),
        ({"instruction": "make it red", "update": {"material": "oak"}}, "once"),
        ({}, "what to change"),
    ],
)
def test_what_cannot_be_is_refused_in_words(designer: Person, room: str, body: dict[str, Any], words: str) -> None:
    answer = asked(designer, room, **body)
    assert answer.status_code == 400, answer.text
    assert words in answer.text


def test_numbers_beyond_all_bounds_are_refused(designer: Person, room: str) -> None:
    body = '{"spec_id": "%s", "target": {"object_id": "floor_1"}, "update": {"dimensions": {"width": %s}}}'
    for number in ("NaN", "Infinity", "1e999", "1e300"):
        answer = designer.client.post("/switch", content=body % (room, number))
        assert answer.status_code == 400, answer.text


def test_who_saw_another_revision_is_told(designer: Person, room: str) -> None:
    body = {"target": {"object_id": "floor_1"}, "update": {"material": "oak"}}
    seen = designer.client.get(f"/designs/{room}").headers["etag"]
    assert asked(designer, room, headers={"If-Match": seen}, **body).status_code == 200
    body["update"] = {"material": "walnut"}
    assert asked(designer, room, headers={"If-Match": seen}, **body).status_code == 409
    assert asked(designer, room, expected_revision=1, **body).status_code == 409
    assert asked(designer, room, expected_revision=1, instruction="make the floor walnut").status_code == 409
    assert asked(designer, room, headers={"If-Match": "new"}, **body).status_code == 400
    assert asked(designer, room, expected_revision=2, **body).status_code == 200


def test_switches_at_once_are_all_kept_in_order(designer: Person, room: str) -> None:
    def switch_width(number: int) -> dict[str, Any]:
        width = 6 + number / 100  # none is what the room has
        return switched(designer, room, target={"object_id": "floor_1"}, update={"dimensions": {"width": width}})

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(switch_width, range(1, 21)))
    assert sorted(answer["revision"] for answer in answers) == list(range(2, 22))
    chain = [answer["changed"] for answer in sorted(answers, key=lambda one: int(one["revision"]))]
    assert all(one["after"] == later["before"] for one, later in itertools.pairwise(chain))
    history = designer.client.get(f"/designs/{room}/history").json()["items"]
    assert [item["changes"][0] for item in history[1:]] == chain


def test_a_design_is_read_as_it_stood(designer: Person, room: str) -> None:
    for material in ("oak", "walnut"):
        switched(designer, room, target={"object_id": "floor_1"}, update={"material": material}, reason="to try")
    read = designer.client.get
    (first, second, third) = read(f"/designs/{room}/history").json()["items"]
    assert (first["type"], first["reason"], second["reason"]) == ("generated", LIVING_ROOM, "to try")
    assert third["changes"] == [
        {"object_id": "floor_1", "before": {"material": "oak"}, "after": {"material": "walnut"}}
    ]
    assert read(f"/designs/{room}/history?after=1&limit=1").json()["items"] == [second]
    for at, material in (("", "walnut"), ("2", "oak"), ("2.0", "oak"), ("1", "marble_white")):
        assert floor_of(read(f"/designs/{room}", params={"at": at}).json()["spec_json"]) == material
    assert read(f"/designs/{room}", params={"at": "2999-01-01T00:00:00Z"}).json()["revision"] == 3
    assert read(f"/designs/{room}", params={"at": "1999-01-01T00:00:00Z"}).status_code == 404
    assert read(f"/designs/{room}", params={"at": "4"}).status_code == 404
    assert read(f"/designs/{room}", params={"at": "soon"}).status_code == 400


def test_two_revisions_are_compared(designer: Person, room: str) -> None:
    switched(designer, room, target={"object_id": "floor_1"}, update={"material": "oak"})
    switched(designer, room, target={"object_id": "floor_1"}, update={"dimensions": {"height": 0.2}})
    found = designer.client.get(f"/designs/{room}/diff", params={"from": "1", "to": "3"}).json()
    (change,) = found["changes"]
    assert (found["from"], found["to"], found["added"], found["removed"]) == (1, 3, [], [])
    assert change["before"]["material"] == "marble_white"
    assert change["after"] == {"material": "oak", "dimensions": {"height": 0.2}}
    assert designer.client.get(f"/designs/{room}/diff").json()["changes"] == found["changes"]


def test_a_query_that_a_route_does_not_know_is_refused_with_the_names_it_knows(designer: Person, room: str) -> None:
    root = str(designer.client.base_url).removesuffix("/api/v1/")
    for path, name, known in (
        (f"/designs/{room}/diff?a=1&b=3", "a", "from, to"),
        (f"/designs/{room}?revision=1", "revision", "at"),
        ("/designs?page=2", "page", "after, limit"),
        (f"{root}/reports/{room}?form=pdf", "form", "format"),
        ("/audit?token=x", "token", "actor"),
    ):
        answer = designer.client.get(path)
        assert (answer.status_code, answer.json()["error_code"]) == (400, "VALIDATION_ERROR"), path
        assert f"There is no query parameter `{name}` here" in answer.text
        assert known in answer.text
    assert designer.client.get(f"/preview/{room}.jpg?v=3").status_code in (200, 202)
    posted = designer.client.post("/evaluate?criteria=cost", json={"spec_id": room})
    assert (posted.status_code, "criteria" in posted.text) == (400, True)


def test_undo_and_redo_are_revisions_too(designer: Person, room: str) -> None:
    switched(designer, room, target={"object_id": "floor_1"}, update={"material": "oak"})
    undone = designer.client.post(f"/designs/{room}/undo").json()
    assert undone["changed"]["after"] == {"material": "marble_white"}
    assert undone["revision"] == 3
    assert designer.client.post(f"/designs/{room}/undo").status_code == 409
    redone = designer.client.post(f"/designs/{room}/redo", json={"expected_revision": 3}).json()
    assert redone["changed"]["after"] == {"material": "oak"}
    assert designer.client.post(f"/designs/{room}/redo").status_code == 409
    shown = designer.client.get(f"/designs/{room}").json()
    assert (shown["revision"], shown["can_undo"], shown["can_redo"]) == (4, True, False)


def test_a_branch_goes_its_own_way(designer: Person, room: str) -> None:
    switched(designer, room, target={"object_id": "floor_1"}, update={"material": "oak"})
    answer = designer.client.post(f"/designs/{room}/branch", json={"at": 1, "reason": "a lighter one"})
    assert answer.status_code == 201, answer.text
    branch = answer.json()
    assert (branch["parent"], branch["parent_revision"], branch["revision"]) == (room, 1, 1)
    switched(designer, branch["spec_id"], target={"object_id": "floor_1"}, update={"material": "walnut"})
    assert floor_of(designer.client.get(f"/designs/{room}").json()["spec_json"]) == "oak"


def test_designs_are_listed_page_by_page(designer: Person) -> None:
    ids = [made(designer, prompt="a chair")["spec_id"] for _ in range(3)]
    seen, after = list[str](), ""
    while len(seen) < 3:
        page = designer.client.get("/designs", params={"limit": 2, "after": after}).json()
        seen += [item["spec_id"] for item in page["items"]]
        after = page["next"]
    assert seen == ids[::-1]
    assert after == ""


def test_what_is_somebody_elses_is_not_there(design_server: Server, designer: Person, room: str) -> None:
    body = {"target": {"object_id": "floor_1"}, "update": {"material": "oak"}}
    with designing(design_server, "mallory") as stranger:
        assert asked(stranger, room, **body).status_code == 404
        assert asked(stranger, room, instruction="make the floor oak").status_code == 404
        assert asked(stranger, room, user_id=designer.username, **body).status_code == 403
        for path in ("", "/history", "/diff"):
            answer = stranger.client.get(f"/designs/{room}{path}")
            assert (answer.status_code, answer.json()["detail"]) == (404, "Spec not found")
        for step in ("undo", "redo", "branch"):
            assert stranger.client.post(f"/designs/{room}/{step}").status_code == 404
        assert stranger.client.get("/designs").json()["items"] == []


MATERIALS = ("oak", "walnut", "marble_black", "marble_white", "glass_clear")


@pytest.mark.slow
def test_whatever_is_asked_for_over_http_a_design_is_what_its_history_says(designer: Person) -> None:
    class Asking(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            spec = made(designer, prompt=LIVING_ROOM, seed=1)
            self.id, self.floors = spec["spec_id"], ["marble_white"]
            self.past, self.future = list[str](), list[str]()

        @rule(material=st.sampled_from(MATERIALS), in_words=st.booleans())
        def switch(self, material: str, in_words: bool) -> None:
            words = {"instruction": f"make the floor {material.replace('_', ' ')}"}
            exact = {"target": {"object_id": "floor_1"}, "update": {"material": material}}
            answer = switched(designer, self.id, **(words if in_words else exact))
            assert floor_of(answer["updated_spec_json"]) == material
            if material != self.floors[-1]:
                self.past.append(self.floors[-1])
                self.future.clear()
                self.floors.append(material)

        @rule(word=st.sampled_from(["undo", "redo"]))
        def step(self, word: str) -> None:
            stack, other = (self.past, self.future) if word == "undo" else (self.future, self.past)
            answer = designer.client.post(f"/designs/{self.id}/{word}")
            assert answer.status_code == (200 if stack else 409)
            if stack:
                other.append(self.floors[-1])
                self.floors.append(stack.pop())

        @rule(back=st.integers(0, 9))
        def branch(self, back: int) -> None:
            at = 1 + back % len(self.floors)
            answer = designer.client.post(f"/designs/{self.id}/branch", json={"at": at})
            self.id, self.floors, self.past, self.future = answer.json()["spec_id"], [self.floors[at - 1]], [], []

        @invariant()
        def every_revision_is_as_it_was(self) -> None:
            history = designer.client.get(f"/designs/{self.id}/history?limit=100").json()["items"]
            assert [one["revision"] for one in history] == list(range(1, len(self.floors) + 1))
            for revision in {1, 1 + len(self.floors) // 2, len(self.floors)}:
                shown = designer.client.get(f"/designs/{self.id}?at={revision}").json()
                assert floor_of(shown["spec_json"]) == self.floors[revision - 1]

    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    run_state_machine_as_test(
        Asking, settings=settings(max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=checks)
    )


def test_the_model_of_an_edited_design_is_made_as_it_was_left(worked_server: Server) -> None:
    with designing(worked_server, "mona") as person:
        cube = made(person, prompt="a red cube", seed=1)
        thing = cube["spec_json"]["objects"][0]["object_id"]
        switched(person, cube["spec_id"], target={"object_id": thing}, update={"material": "gold"})
        switched(person, cube["spec_id"], instruction="make it twice as tall")
        started = person.client.post(f"/designs/{cube['spec_id']}/runs", json={"quality": "draft"})
        assert started.status_code == 202, started.text
        assert started.json()["revision"] == 3
        run = _ended(person, started.json()["run_id"])
        assert run["status"] == "completed", run
        spec = run["result"]["provenance"]["spec"]
        assert spec["objects"][0]["material"] == "gold"
        assert spec["objects"][0]["dimensions"]["height"] == 2 * thing_height(cube)
        assert person.client.get(run["result"]["mesh_url"]).content[:4] == b"glTF"
        assert person.client.get(f"/designs/{cube['spec_id']}").json()["revision"] == 3


def thing_height(answer: dict[str, Any]) -> float:
    return float(answer["spec_json"]["objects"][0]["dimensions"]["height"])


def _ended(person: Person, run_id: str) -> dict[str, Any]:
    """Wait until a run has ended: its history is read until nothing more comes of it."""
    pause = threading.Event()
    for _ in range(600):
        run: dict[str, Any] = person.client.get(f"/runs/{run_id}").json()["data"]
        if run["status"] in ("completed", "failed", "cancelled"):
            return run
        pause.wait(0.1)
    raise TimeoutError(run_id)


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_sent_is_answered_as_documented(
    design_server: Server, designer: Person, room: str, mode: GenerationMode
) -> None:
    url = design_server.url.replace("/api/v1", "/openapi.json")
    schema = schemathesis.openapi.from_url(url).include(path_regex="/(switch|designs)")
    headers = {name: designer.client.headers[name] for name in ("authorization", "x-api-key")}
    base_url = design_server.url.removesuffix("/api/v1")
    tried = [_sent(found.ok(), mode, base_url, headers, room) for found in schema.get_all_operations()]
    assert len(tried) == 9


def _sent(operation: APIOperation, mode: GenerationMode, base_url: str, headers: dict[str, str], room: str) -> str:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=mode), is_real=st.booleans())
    def conforms(case: schemathesis.Case, is_real: bool) -> None:
        for name in [name for name in case.headers or () if name.lower() in FRAMING]:
            del case.headers[name]
        if is_real and case.path_parameters:
            case.path_parameters["spec_id"] = room
        if is_real and isinstance(case.body, dict) and "target" in case.body:
            case.body["spec_id"] = room
        case.call_and_validate(base_url=base_url, headers=headers, checks=CHECKS, timeout=20)

    conforms()
    return operation.label
