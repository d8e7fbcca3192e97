"""The design family answers as its document says, whatever it is asked."""

import contextlib
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

import projections.runner
from handlers.desk_keeper import keep_planning_desk
from tests.e2e.conftest import Configure, Server, designing, serving
from tests.e2e.test_openapi import CHECKS, FRAMING

PATHS = r"^/api/v1/(generate|switch|evaluate|iterate|compliance|core|reports|designs|preview|geometry|audit)"
NOT_TRIED = r"/export|/stream"
EXAMPLES = 4  # of each operation, in each mode


@pytest.fixture(scope="module")
def impatient_server(configure: Configure) -> Iterator[Server]:
    """A server that reads words, and waits for no job, because nobody performs any."""
    roles = (projections.runner.run, keep_planning_desk)
    with serving(configure(job_wait_s=0.05, preview_wait_s=0.05), roles) as running:
        yield running


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_design_family_answers_as_its_document_says(impatient_server: Server, mode: GenerationMode) -> None:
    base_url = impatient_server.url.removesuffix("/api/v1")
    schema = schemathesis.openapi.from_url(f"{base_url}/openapi.json").include(path_regex=PATHS)
    with designing(impatient_server, f"schema{mode.value[0]}") as person:
        person.client.post("/generate", json={"prompt": "a chair"}).raise_for_status()  # the bus is connected now
        headers = {name: person.client.headers[name] for name in ("authorization", "x-api-key")}

        def tried(operation: schemathesis.APIOperation) -> str:
            @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
            @given(case=operation.as_strategy(generation_mode=mode))
            def conforms(case: schemathesis.Case) -> None:
                for name in [name for name in case.headers or () if name.lower() in FRAMING]:
                    del case.headers[name]  # a request that breaks HTTP itself reaches no app
                case.call_and_validate(base_url=base_url, headers=headers, checks=CHECKS, timeout=20)

            with contextlib.suppress(Unsatisfiable):  # nothing can be wrong in an operation that takes nothing
                conforms()
            return operation.label

        labels = [tried(found.ok()) for found in schema.exclude(path_regex=NOT_TRIED).get_all_operations()]
    assert len(labels) >= 12
