"""The relay on a real bus: the sequence of the stream is the position in the log."""

from pathlib import Path

import msgspec
import pytest

from domain.job import JobRequested
from domain.prompt import PromptCreated
from domain.work import TextToModel
from runtime import relay
from runtime.queue import WorkQueue
from runtime.settings import Settings
from runtime.store import Append
from tests.relaying import heard, say, text_of
from tests.working import opened, settings_for, with_bus, working

_FOREIGN = {
    "stream": "prompt_1", "version": 1, "tag": "prompt.created", "recorded_at": "2026-01-01T00:00:00Z", "actor": "eve",
    "subject": "acct_eve", "correlation": "", "causation": "", "hash": "00", "data": None,
}  # fmt: skip


@pytest.fixture
def settings(postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str) -> Settings:
    return settings_for(postgres_url, nats_url, data_dir, bus_prefix)


async def test_each_event_is_on_the_bus_once_at_its_position(settings: Settings) -> None:
    async with working(settings, roles=(relay,)) as bench:
        await say(bench.store, 50)
        found = await heard(bench.bus, upto=50)
        records = await bench.store.read(0)
    assert [sequence for sequence, _ in found] == list(range(1, 51))
    assert [message.position for _, message in found] == list(range(1, 51))
    for (_, message), record in zip(found, records, strict=True):
        assert (message.stream, message.version, message.tag) == (record.stream, record.version, record.tag)
        assert (message.actor, message.subject, message.hash) == ("ada", "acct_ada", record.hash.hex())
        assert text_of(message) == record.event.text


async def test_two_relays_at_once_double_nothing(settings: Settings) -> None:
    async with working(with_bus(settings, window=7), roles=(relay, relay)) as bench:
        for start in range(0, 200, 20):
            await say(bench.store, 20, start=start)
        found = await heard(bench.bus, upto=200)
    assert [message.position for _, message in found] == list(range(1, 201))


async def test_a_job_is_asked_for_once_under_its_lane_priority_and_kind(settings: Settings) -> None:
    async with working(settings, roles=(relay,)) as bench:
        job_id = await bench.ask("make", priority="high")
        await heard(bench.bus, upto=1)
        stored = await bench.bus.js.get_msg(bench.bus.subjects.work_stream, seq=1)
        assert await WorkQueue(bench.bus).waiting() == {job_id}
    assert stored.subject == f"{settings.bus.prefix}.work.cpu.high.text_to_model.{job_id}"


async def test_a_lost_stream_is_filled_again_from_the_newest_events(settings: Settings) -> None:
    settings = with_bus(settings, refill_max=10)
    async with opened(settings) as bench:
        await say(bench.store, 30)
        async with working(settings, roles=(relay,)):
            found = await heard(bench.bus, upto=30)
            assert [sequence for sequence, _ in found] == list(range(21, 31))
            await bench.bus.js.delete_stream(bench.bus.subjects.events_stream)
            await say(bench.store, 1, start=30)
            found = await heard(bench.bus, upto=31)
    assert [sequence for sequence, _ in found] == list(range(22, 32))


async def test_a_stream_of_another_log_is_made_anew(settings: Settings) -> None:
    foreign = msgspec.json.encode({**_FOREIGN, "position": 5})
    async with opened(settings) as bench:
        await bench.bus.js.add_stream(name=bench.bus.subjects.events_stream, subjects=[bench.bus.subjects.all_events])
        for number in range(5):
            await bench.bus.js.publish(f"{settings.bus.prefix}.events.a.b.c.{number}", foreign)
        await say(bench.store, 6)
        async with working(settings, roles=(relay,)):
            found = await heard(bench.bus, upto=6)
    assert [sequence for sequence, _ in found] == [1, 2, 3, 4, 5, 6]


async def test_open_work_is_asked_for_when_the_bus_was_empty(settings: Settings) -> None:
    async with opened(settings) as bench:
        job_id = await bench.ask("make")
        async with working(settings, roles=(relay,)):
            await heard(bench.bus, upto=1)
            assert await WorkQueue(bench.bus).waiting() == {job_id}


async def test_an_event_too_large_for_the_bus_is_announced_without_its_content(settings: Settings) -> None:
    async with working(settings, roles=(relay,)) as bench:
        large = PromptCreated("acct_ada", "x" * (bench.bus.nats.max_payload + 1))
        await bench.store.append([Append("prompt_1", 0, (large,), "acct_ada")], actor="ada")
        await say(bench.store, 1, start=2)
        found = await heard(bench.bus, upto=2)
    assert found[0][1].is_truncated
    assert msgspec.json.decode(found[0][1].data) is None
    assert text_of(found[1][1]) == "2"


async def test_an_erased_event_is_announced_without_its_content(settings: Settings) -> None:
    async with opened(settings) as bench:
        requested = JobRequested("acct_bob", TextToModel("prompt_1", "make", "spec_1", 7))
        await bench.store.append([Append("run_1", 0, (requested,), "acct_bob")], actor="bob")
        await bench.store.erase("acct_bob")
        async with working(settings, roles=(relay,)):
            [(_, message)] = await heard(bench.bus, upto=1)
            assert not await WorkQueue(bench.bus).waiting()
    assert message.tag == "job.requested"
    assert msgspec.json.decode(message.data) is None


async def test_an_account_can_be_forgotten_by_the_bus(settings: Settings) -> None:
    async with working(settings, roles=(relay,)) as bench:
        await say(bench.store, 3)
        other = PromptCreated("acct_bob", "mine")
        await bench.store.append([Append("prompt_b", 0, (other,), "acct_bob")], actor="bob")
        await heard(bench.bus, upto=4)
        await bench.bus.forget("acct_ada")
        await say(bench.store, 1, start=9)
        found = await heard(bench.bus, upto=5)
    assert [message.position for _, message in found] == [4, 5]
