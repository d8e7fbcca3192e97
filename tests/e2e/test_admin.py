"""What admins see of the machine and of the log."""

import asyncio
import importlib.metadata
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psutil
import pytest
from nats.aio.msg import Msg

import projections.runner
from commands.job import FailAttempt, RequestCancel, StartAttempt, Succeed
from runtime.bus import Bus
from runtime.live import WorkerPresence, encode_presence
from runtime.log_file import LogFile, log_folder
from runtime.machine import Device, Gpu, device
from runtime.version import VERSION
from tests.e2e.conftest import API_KEY, Configure, Person, Server, serving
from tests.e2e.pipeline import give, started
from tests.e2e.turns import turns

MIB = 2**20
NOW = datetime.now(UTC).replace(microsecond=0)
PATHS = ("/admin/system-info", "/logs")


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server, without a worker."""
    with serving(configure(), (projections.runner.run,)) as running:
        yield running


@pytest.fixture
def admin(server: Server) -> Iterator[httpx.Client]:
    """A client with the admin's API key as Bearer, as family 4 has it."""
    with server.client(authorization=f"Bearer {API_KEY}") as opened:
        yield opened


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["detail"]["code"]


@pytest.mark.parametrize("path", PATHS)
def test_only_admins_may_look(
    path: str, server: Server, client: httpx.Client, ada: Person, admin: httpx.Client
) -> None:
    assert refused(client.get(path)) == (401, "AUTHENTICATION_REQUIRED")
    assert refused(ada.client.get(path)) == (403, "INVALID_API_KEY")
    key = ada.client.post("/auth/api-keys", json={"name": "mine"}).json()["data"]["key"]
    with server.client(authorization=f"Bearer {key}") as keyed:
        assert refused(keyed.get(path)) == (403, "INVALID_API_KEY")
    with server.client(authorization="Bearer mw_nobody_" + "0" * 64) as stranger:
        assert refused(stranger.get(path)) == (401, "AUTHENTICATION_REQUIRED")
    assert admin.get(path).status_code == 200


def test_the_figures_are_those_of_the_machine(admin: httpx.Client, server: Server) -> None:
    system = admin.get("/admin/system-info").json()["system"]
    memory, disk = psutil.virtual_memory(), psutil.disk_usage(server.settings.data_dir)
    assert (system["platform"], system["cpu_count"]) == (sys.platform, psutil.cpu_count())
    assert system["memory"]["total"] == memory.total // MIB
    assert 0 < system["memory"]["available"] <= system["memory"]["total"]
    assert 0 <= system["memory"]["percent"] <= 100
    assert system["disk"]["total"] == disk.total // MIB
    assert abs(system["disk"]["free"] - disk.free // MIB) < 4096
    assert 1 <= system["cpu_usable"] <= system["cpu_count"]


def test_jobs_are_counted_by_how_they_stand(admin: httpx.Client, server: Server, ada: Person) -> None:
    before = admin.get("/admin/system-info").json()["jobs"]
    runs = [str(started(ada)["run_id"]) for _ in range(4)]
    give(server, *(StartAttempt(run, 1, "worker") for run in runs[:2]))
    give(server, Succeed(runs[0], 1, {}), FailAttempt(runs[1], 1, "INVALID", "no"), RequestCancel(runs[2]))
    wanted = {"active": 1, "completed": 1, "failed": 1, "cancelled": 1}
    for _ in turns():  # until the view has come so far
        after = admin.get("/admin/system-info").json()["jobs"]
        if (found := {name: after[name] - before[name] for name in wanted}) == wanted:
            break
    assert found == wanted


def test_without_a_worker_there_is_none(admin: httpx.Client) -> None:
    assert admin.get("/admin/system-info").json()["workers"] == []


def log_line(second: int, **values: Any) -> str:
    at = (NOW + timedelta(seconds=second)).isoformat().replace("+00:00", "Z")
    return json.dumps({"event": "thing.happened", "level": "info", "at": at, "role": "work", **values}) + "\n"


@pytest.fixture(scope="module")
def lines(server: Server) -> None:
    """What the roles of the server wrote."""
    file = LogFile(log_folder(server.settings.data_dir), bytes_max=2**20, files_max=2)
    file.append(log_line(0, number=0, level="debug", correlation="req_aaaaaaaa"))
    file.append(log_line(1, number=1, level="warning", said="for ada@example.com"))
    file.append('{"event": "torn\n')
    file.append(log_line(3, number=3, level="error", correlation="req_aaaaaaaa", password="hunter22"))
    file.close()


def asked(admin: httpx.Client, **query: Any) -> list[Any]:
    answer = admin.get("/logs", params=query)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["total_lines"] == len(body["logs"])
    return [line["fields"].get("number") for line in body["logs"]]


def test_the_log_is_read_as_the_spec_shows_it(admin: httpx.Client, lines: None) -> None:
    last = admin.get("/logs", params={"lines": 1}).json()
    (line,) = last["logs"]
    assert line["timestamp"] == (NOW + timedelta(seconds=3)).isoformat().replace("+00:00", "Z")
    assert (line["level"], line["message"], line["correlation_id"]) == ("ERROR", "thing.happened", "req_aaaaaaaa")
    assert last["has_more"] is True
    assert "hunter22" not in str(last)


def test_the_log_is_asked_by_level_time_and_request(admin: httpx.Client, lines: None) -> None:
    assert asked(admin) == [0, 1, None, 3]
    assert asked(admin, level="WARNING") == asked(admin, level="warning") == [1, None, 3]
    assert asked(admin, level="ERROR") == [3]
    assert asked(admin, correlation_id="req_aaaaaaaa") == [0, 3]
    since = (NOW + timedelta(seconds=1)).isoformat()
    assert asked(admin, since=since) == asked(admin, since=since[:-6]) == [1, 3]
    assert admin.get(f"/logs?since={since}").json()["total_lines"] == 2  # its plus sign has become a space
    assert "ada@" not in admin.get("/logs").text


@pytest.mark.parametrize(
    "query", [{"lines": 0}, {"lines": 10_001}, {"lines": "x"}, {"level": "LOUD"}, {"since": "eve"}]
)
def test_what_cannot_be_asked_is_refused(query: dict[str, Any], admin: httpx.Client) -> None:
    answer = admin.get("/logs", params=query)
    assert refused(answer) == (400, "VALIDATION_ERROR")
    assert next(iter(query)) in answer.text


@pytest.mark.parametrize(
    ("query", "said"),
    [("foo=1", "There is no query parameter `foo` here"), ("lines=1&lines=2", "The query has `lines` twice")],
)
def test_a_name_in_the_query_of_the_log_that_is_unknown_or_doubled_is_refused(
    query: str, said: str, admin: httpx.Client
) -> None:
    answer = admin.get(f"/logs?{query}")
    assert refused(answer) == (400, "VALIDATION_ERROR")
    assert answer.json()["detail"]["message"].startswith(said)


def test_workers_say_what_they_compute_on(server: Server, admin: httpx.Client) -> None:
    there = Device("cuda", "NVIDIA H200", "2.13.0", (Gpu("NVIDIA H200", 143_771),))
    present = WorkerPresence("gpu-1", ("cpu", "gpu"), 2, ("run_1",), VERSION, there)

    async def asked_meanwhile() -> httpx.Response:
        bus = await Bus.connect(server.settings)

        async def answer(question: Msg) -> None:
            await bus.publish(question.reply, encode_presence(present))

        await bus.subscribe(bus.subjects.ping, answer)
        await bus.nats.flush()
        found = await asyncio.to_thread(admin.get, "/admin/system-info")
        await bus.close()
        return found

    (worker,) = asyncio.run(asked_meanwhile()).json()["workers"]
    assert (worker["name"], worker["slots"], worker["busy"], worker["version"]) == ("gpu-1", 2, 1, VERSION)
    assert worker["device"]["gpus"] == [{"name": "NVIDIA H200", "memory_mib": 143_771}]


async def test_a_worker_looks_what_it_computes_on() -> None:
    found = await device()
    assert found.kind in ("cpu", "cuda")
    assert found.torch == importlib.metadata.version("torch")
    assert (found.kind == "cuda") == bool(found.gpus)
