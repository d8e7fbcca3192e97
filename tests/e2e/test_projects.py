"""Projects of family 5 over HTTP: begun, listed, edited, put aside, deleted; whose they are."""

from typing import Any

import httpx
import pytest

from tests.e2e.conftest import PASSWORD, Person, Server, numbers, register

FIELDS = {
    "id", "name", "description", "status", "total_frames", "processed_frames", "reconstruction_quality",
    "processing_time", "created_at", "updated_at",
}  # fmt: skip


def begun(person: Person, name: str = "The fountain", **more: Any) -> dict[str, Any]:
    answer = person.client.post("/projects", json={"name": name, **more})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def detail_of(answer: httpx.Response, status: int) -> str:
    """Return what an error says: one field, and nothing else."""
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert list(body) == ["detail"]
    return str(body["detail"])


@pytest.fixture
def bob(server: Server) -> Any:
    person = register(server, f"bob{next(numbers)}")
    with person.client:
        yield person


def test_a_project_is_begun_and_read_with_the_fields_of_the_spec(ada: Person) -> None:
    project = begun(ada, description="Of stone")
    assert set(project) == FIELDS
    assert isinstance(project["id"], int)
    assert (project["name"], project["description"], project["status"]) == ("The fountain", "Of stone", "draft")
    assert (project["total_frames"], project["processed_frames"]) == (0, 0)
    assert (project["reconstruction_quality"], project["processing_time"]) == (0.0, 0.0)
    assert ada.client.get(f"/projects/{project['id']}").json() == project


def test_the_tokens_of_the_spec_open_it(server: Server) -> None:
    name = f"eve{next(numbers)}"
    with server.client() as client:
        body = {"username": name, "email": f"{name}@example.com", "password": PASSWORD}
        account = client.post("/auth/register", json=body).json()
        assert isinstance(account["id"], int)
        token = client.post("/auth/token", data={"username": name, "password": PASSWORD}).json()
        client.headers["authorization"] = f"Bearer {token['access_token']}"
        assert client.get("/auth/me").json()["username"] == name
        assert client.get("/projects").json() == []


def test_a_list_is_bare_in_order_and_of_ones_own(ada: Person, bob: Person) -> None:
    names = [begun(ada, f"Project {number}")["name"] for number in range(5)]
    begun(bob)
    assert [project["name"] for project in ada.client.get("/projects").json()] == names
    shown = ada.client.get("/projects", params={"skip": 1, "limit": 2}).json()
    assert [project["name"] for project in shown] == names[1:3]
    assert ada.client.get("/projects", params={"skip": 1000}).json() == []


@pytest.mark.parametrize(
    "query", [{"skip": -1}, {"limit": 0}, {"limit": 10**9}, {"limit": "many"}, {"skip": 10**30}], ids=str
)
def test_a_page_that_makes_no_sense_is_refused(ada: Person, query: dict[str, Any]) -> None:
    assert next(iter(query)) in detail_of(ada.client.get("/projects", params=query), 422)


def test_an_edit_changes_what_it_names(ada: Person) -> None:
    project = begun(ada, description="Of stone")
    path = f"/projects/{project['id']}"
    edited = ada.client.put(path, json={"name": "The well"}).json()
    assert (edited["name"], edited["description"]) == ("The well", "Of stone")
    assert edited["updated_at"] > project["updated_at"]
    assert ada.client.put(path, json={"description": ""}).json()["description"] == ""
    assert ada.client.put(path, json={"status": "archived"}).json()["status"] == "archived"
    detail = detail_of(ada.client.post(f"{path}/start-reconstruction"), 409)
    assert "film" in detail or "archived" in detail
    assert ada.client.put(path, json={"status": "draft"}).json()["status"] == "draft"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, "name"),
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": 7}, "name"),
        ({"name": "a\0b"}, "name"),
        ({"name": "a", "description": "y" * 4001}, "description"),
        ({"name": "a", "colour": "red"}, "colour"),
        ([], "object"),
    ],
    ids=["nothing", "empty", "long", "number", "control", "long description", "unknown field", "list"],
)
def test_what_no_project_can_be_called_is_refused(ada: Person, body: Any, named: str) -> None:
    assert named in detail_of(ada.client.post("/projects", json=body), 422)


def test_a_deleted_project_is_gone(ada: Person) -> None:
    project = begun(ada)
    path = f"/projects/{project['id']}"
    assert ada.client.delete(path).status_code == 200
    for answer in (
        ada.client.get(path),
        ada.client.delete(path),
        ada.client.get(f"{path}/status"),
        ada.client.put(path, json={"name": "again"}),
        ada.client.post(f"{path}/start-reconstruction"),
        ada.client.get(f"/files/list/{project['id']}"),
        ada.client.get(f"/jobs/project/{project['id']}/status"),
    ):
        detail_of(answer, 404)
    assert ada.client.get("/projects").json() == []


@pytest.mark.parametrize("number", ["2", "9007199254740991"])
def test_numbers_of_nobody_and_of_other_things_are_not_there(ada: Person, number: str) -> None:
    detail_of(ada.client.get(f"/projects/{number}"), 404)
    detail_of(ada.client.get(f"/jobs/{number}"), 404)


@pytest.mark.parametrize("number", ["0", "9" * 30])
def test_numbers_that_no_project_can_have_are_refused(ada: Person, number: str) -> None:
    detail_of(ada.client.get(f"/projects/{number}"), 422)


@pytest.mark.parametrize("number", ["abc", "-1", "0", "1.5", "9" * 30])
def test_an_id_that_is_no_number_is_refused_as_such(ada: Person, number: str) -> None:
    for method, path in (
        ("GET", "/projects/{}"), ("DELETE", "/projects/{}"), ("GET", "/projects/{}/status"), ("GET", "/jobs/{}"),
        ("POST", "/jobs/{}/cancel"), ("GET", "/files/list/{}"), ("GET", "/jobs/project/{}/status"),
    ):  # fmt: skip
        assert "whole number" in detail_of(ada.client.request(method, path.format(number)), 422)


@pytest.mark.parametrize(
    ("method", "path", "named", "meant"),
    [("GET", "/projects?limt=3", "limt", "did you mean `limit`? Known are: skip, limit"),
     ("GET", "/jobs?stauts=failed", "stauts", "did you mean `status`?"),
     ("POST", "/projects/{}/start-reconstruction?qualty=low", "qualty", "did you mean `quality`? Known are: quality"),
     ("GET", "/projects/{}?x=", "x", "known are: none"),
     ("GET", "/files/download/{}/mesh?fromat=obj", "fromat", "did you mean `format`?")],
)  # fmt: skip
def test_a_name_in_a_query_that_is_not_known_is_refused(
    ada: Person, method: str, path: str, named: str, meant: str
) -> None:
    detail = detail_of(ada.client.request(method, path.format(begun(ada)["id"])), 422)
    assert detail.startswith(f"There is no query parameter `{named}` here")
    assert meant in detail


@pytest.mark.parametrize("body", ["[1", '{"name": ', "{"])
def test_a_body_that_is_no_json_is_told_as_such(ada: Person, body: str) -> None:
    answer = ada.client.post("/projects", content=body, headers={"content-type": "application/json"})
    assert detail_of(answer, 400) == "The body is not valid JSON"
