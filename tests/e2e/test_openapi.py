"""The documents: valid, complete, true to what the server answers, and readable without a network."""

import contextlib
import re
from typing import get_args

import httpx
import jsonschema_rs
import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.describing.asyncapi import SOCKET_DATA
from api.watching.feed import MessageType
from domain.catalogue import EVENTS
from tests.e2e.conftest import Person, Server

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
FRAMING = frozenset(("transfer-encoding", "content-length", "connection", "upgrade", "expect", "te", "host"))
EXAMPLES = 4  # of each operation, in each mode
EXAMPLED = re.compile(
    r"/api/v1/(prompts|runs|exports|geometry|textures|projects|jobs|files/(upload|attach|extract|list)|upload|models|status|admin|logs"
    r"|assets(/uploads.*|/\{asset_id\})?$)"
)
NOT_TRIED = r"/auth/(logout|password)|/accounts/|/assets/|/runs/\{run_id\}/events|/metrics|/health/ready"


@pytest.fixture(scope="module")
def document(server: Server) -> dict[str, object]:
    answer = httpx.get(server.url.replace("/api/v1", "/openapi.json"), trust_env=False)
    assert answer.status_code == 200
    return dict(answer.json())


def operations(document: dict[str, object]) -> list[tuple[str, str, dict[str, object]]]:
    paths = msgspec.convert(document["paths"], dict[str, dict[str, object]])
    return [
        (path, method, msgspec.convert(operation, dict[str, object]))
        for path, item in paths.items()
        for method, operation in item.items()
        if method in ("get", "head", "post", "put", "patch", "delete")
    ]


def test_the_document_is_openapi_3_1_with_unique_operations(document: dict[str, object]) -> None:
    assert str(document["openapi"]).startswith("3.1")
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(ids) == len(set(ids)) > 20


def test_every_operation_says_what_it_does_and_how_it_can_fail(document: dict[str, object]) -> None:
    for path, method, operation in operations(document):
        where = f"{method} {path}"
        assert operation.get("description"), where
        assert operation.get("tags"), where
        assert "security" in operation, where
        responses = msgspec.convert(operation["responses"], dict[str, object])
        assert {"400", "429", "500", "503"} <= set(responses), where
        assert ("401" in responses) or not operation["security"], where


def test_file_contents_say_that_a_link_can_be_over_and_a_range_outside(document: dict[str, object]) -> None:
    contents = [operation for path, _, operation in operations(document) if path.endswith("/assets/{asset_id}/{name}")]
    assert len(contents) == 2
    for operation in contents:
        responses = msgspec.convert(operation["responses"], dict[str, object])
        assert {"200", "206", "304", "401", "404", "416"} <= set(responses)
        assert operation["security"] == [{}, {"token": []}]


def test_every_request_and_answer_of_families_1_4_and_5_has_an_example_that_fits(document: dict[str, object]) -> None:
    for path, method, operation in operations(document):
        if not EXAMPLED.match(path):
            continue
        bodies = [operation.get("requestBody", {})]
        bodies += [answer for status, answer in operation["responses"].items() if status[0] == "2"]  # type: ignore[attr-defined]
        for body in bodies:
            for content in body.get("content", {}).values():  # type: ignore[attr-defined]
                assert "example" in content, f"{method} {path}"
                schema = {**content["schema"], "components": document["components"]}
                jsonschema_rs.validate(schema, content["example"])


def test_every_reference_leads_somewhere(document: dict[str, object]) -> None:
    text = msgspec.json.encode(document).decode()
    for reference in set(re.findall(r'"\$ref":"(#[^"]+)"', text)):
        place: object = document
        for step in reference.removeprefix("#/").split("/"):
            assert isinstance(place, dict)
            assert step in place, reference
            place = place[step]


def test_schema_names_are_plain_and_schemas_are_valid(document: dict[str, object]) -> None:
    components = msgspec.convert(document["components"], dict[str, dict[str, dict[str, object]]])
    for name, schema in components["schemas"].items():
        assert "_" not in name, name
        jsonschema_rs.meta.validate(schema)


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_server_answers_as_its_document_says(server: Server, ada: Person, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(server.url.replace("/api/v1", "/openapi.json")).exclude(path_regex=NOT_TRIED)
    tried = [_try(found.ok(), mode, server, ada) for found in schema.get_all_operations()]
    assert len(tried) > 15


def _try(operation: APIOperation, mode: GenerationMode, server: Server, person: Person) -> str:
    """Ask an operation in many ways; each answer must have a status, a type and a shape that the document has."""
    base_url, token = server.url.removesuffix("/api/v1"), {"authorization": person.client.headers["authorization"]}

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def conforms(case: schemathesis.Case) -> None:
        for name in [name for name in case.headers or () if name.lower() in FRAMING]:
            del case.headers[name]  # a request that breaks HTTP itself reaches no app
        case.call_and_validate(base_url=base_url, headers=token, checks=CHECKS, timeout=20)

    with contextlib.suppress(Unsatisfiable):  # nothing can be wrong in an operation that takes nothing
        conforms()
    return operation.label


def test_the_asyncapi_document_has_every_event_and_every_socket_message(client: httpx.Client, server: Server) -> None:
    document = client.get(server.url.replace("/api/v1", "/asyncapi.json")).json()
    assert document["asyncapi"] == "3.0.0"
    assert set(EVENTS) <= set(document["components"]["messages"])
    envelope = document["components"]["messages"]["design.generated"]["payload"]["properties"]
    assert {"position", "stream", "tag", "subject", "data"} <= set(envelope)
    assert envelope["data"]["anyOf"] == [{"$ref": "#/components/schemas/DesignGenerated"}, {"type": "null"}]
    for kind in ("progress", "preview", "stage_complete", "complete"):
        assert f"run.{kind}" in document["components"]["messages"]
    for kind in ("job_started", "job_progress", "job_completed", "job_failed"):
        assert f"project.{kind}" in document["components"]["messages"]
    for channel in document["channels"].values():
        for name in re.findall(r"\{(\w+)\}", channel["address"]):
            assert name in channel["parameters"]
    text = msgspec.json.encode(document).decode()
    for reference in set(re.findall(r'"\$ref":"#/components/schemas/([^"]+)"', text)):
        assert reference in document["components"]["schemas"]


def test_the_docs_page_loads_nothing_from_elsewhere(client: httpx.Client, server: Server) -> None:
    root = server.url.removesuffix("/api/v1")
    page = client.get(f"{root}/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    parts = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(parts) == 5
    for part in parts:
        assert part.startswith("/docs/assets/")
        answer = client.get(f"{root}{part}")
        assert answer.status_code == 200
        assert answer.content
    assert client.get(f"{root}/docs/assets/index.html").status_code == 404
    assert client.get(f"{root}/docs/assets/..%2f__init__.py").status_code == 404


def test_the_asyncapi_document_states_the_fields_of_each_socket_message(client: httpx.Client, server: Server) -> None:
    messages = client.get(server.url.replace("/api/v1", "/asyncapi.json")).json()["components"]["messages"]
    shown = {kind: set(messages[f"run.{kind}"]["payload"]["properties"]["data"]["properties"]) for kind in SOCKET_DATA}
    assert set(SOCKET_DATA) == {*get_args(MessageType), "ping"}
    assert shown["progress"] == {"stage", "progress", "message"}
    assert shown["error"] == {"run_id", "status", "code", "message", "stage"}
