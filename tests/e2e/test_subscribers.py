"""GET /events/stream over real HTTP, and the examples that follow it and the bus."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from httpx_sse import EventSource, ServerSentEvent, connect_sse

from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, PASSWORD, Person, Server, designing, numbers

EXAMPLES = Path(__file__).parents[2] / "examples"


@contextmanager
def following(person: Person, **query: Any) -> Iterator[EventSource]:
    headers = query.pop("headers", {})
    with connect_sse(person.client, "GET", "/events/stream", params=query, headers=headers, timeout=20) as source:
        yield source


def told(source: EventSource) -> Iterator[ServerSentEvent]:
    return (event for event in source.iter_sse() if event.data)


def first(source: EventSource, count: int) -> list[dict[str, Any]]:
    events = told(source)
    return [json.loads(next(events).data) for _ in range(count)]


def made(person: Person, prompt: str = "an oak chair") -> str:
    return str(person.client.post("/generate", json={"prompt": prompt}).json()["spec_id"])


def test_what_has_happened_comes_first_and_then_what_happens(designer: Person) -> None:
    spec_id = made(designer)
    with following(designer, after=0, tag="design") as source:
        events = told(source)
        earlier = json.loads(next(events).data)
        later_id = made(designer)
        later = next(events)
    assert (earlier["tag"], earlier["stream"]) == ("design.generated", spec_id)
    assert earlier["data"]["spec"]["objects"]
    assert (later.event, json.loads(later.data)["stream"]) == ("design.generated", later_id)
    assert int(later.id) > earlier["position"]


def test_it_goes_on_from_the_last_position_that_was_seen(designer: Person) -> None:
    specs = [made(designer) for _ in range(4)]
    with following(designer, after=0, tag="design.generated") as source:
        seen = first(source, 2)
    position = str(seen[-1]["position"])
    with following(designer, after=0, tag="design", headers={"Last-Event-ID": position}) as source:
        rest = first(source, 2)
    assert [event["stream"] for event in (*seen, *rest)] == specs


def test_without_a_position_only_what_comes_is_told(designer: Person) -> None:
    made(designer)
    with following(designer, tag="design") as source:  # notes of requests come when they come
        spec_id = made(designer)
        assert first(source, 1)[0]["stream"] == spec_id


def test_others_hear_nothing_of_it_and_an_admin_hears_all(design_server: Server, designer: Person) -> None:
    spec_id = made(designer)
    with designing(design_server, f"eve{next(numbers)}") as eve:
        own = made(eve)
        with following(eve, after=0, tag="design") as source:
            assert first(source, 1)[0]["stream"] == own
        assert eve.client.get("/events/stream", params={"user_id": designer.username}).status_code == 403
    with admin_of(design_server) as admin, following(admin, after=0, stream=spec_id) as source:
        assert first(source, 1)[0]["stream"] == spec_id


def test_no_hash_of_a_secret_is_shown(designer: Person) -> None:
    with following(designer, after=0, tag="account.registered") as source:
        event = first(source, 1)[0]
    assert event["data"]["username"] == designer.username
    assert not [name for name in event["data"] if name.endswith("_hash")]


@pytest.mark.parametrize("query", [{"after": "x"}, {"after": "-1"}, {"tag": "design.burnt"}, {"after": "9" * 19}])
def test_what_cannot_be_followed_is_refused(designer: Person, query: dict[str, str]) -> None:
    assert designer.client.get("/events/stream", params=query).status_code == 400


def test_both_credentials_are_needed(design_server: Server, designer: Person) -> None:
    with design_server.client(authorization=designer.client.headers["authorization"]) as client:
        assert client.get("/events/stream").status_code == 401


def test_the_example_over_http_follows_a_real_server(design_server: Server, designer: Person) -> None:
    spec_id = made(designer)
    environment = {
        "MESHWRIGHT_URL": design_server.url, "MESHWRIGHT_API_KEY": API_KEY, "MESHWRIGHT_USER": designer.username,
        "MESHWRIGHT_PASSWORD": PASSWORD,
    }  # fmt: skip
    assert said("follow_events.py", environment).split()[1:] == ["design.generated", spec_id]


def test_the_example_over_nats_follows_a_real_server(worked_server: Server) -> None:
    settings = worked_server.settings
    with designing(worked_server, f"nat{next(numbers)}") as person:
        spec_id = made(person)
    environment = {"NATS_URL": settings.nats_url, "MESHWRIGHT_BUS_PREFIX": settings.bus.prefix}
    assert said("follow_bus.py", environment, until=spec_id).split()[1:] == ["design.generated", spec_id]


def said(name: str, environment: dict[str, str], until: str = "") -> str:
    """Run an example until it has printed a line with these words, and return that line."""
    argv = [sys.executable, str(EXAMPLES / name), "0"]
    with subprocess.Popen(argv, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            return next(line for line in child.stdout if until in line)
        finally:
            child.kill()


@contextmanager
def admin_of(server: Server) -> Iterator[Person]:
    with server.client(x_api_key=API_KEY) as client:
        tokens = client.post("/auth/login", json={"username": "admin", "password": ADMIN_PASSWORD}).json()
        client.headers["authorization"] = f"Bearer {tokens['access_token']}"
        yield Person("admin", "", 0, tokens, client)
