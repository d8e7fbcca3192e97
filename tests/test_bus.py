"""The bus and its queue on a real NATS."""

import asyncio
import gc
from pathlib import Path

import pytest

from domain.work import TextToModel
from runtime import live
from runtime.bus import Bus
from runtime.queue import PATIENCE, Taken, Turns, WorkQueue
from runtime.settings import Settings
from tests.working import settings_for, with_bus

WORK = TextToModel("prompt_1", "make", "spec_1", 7)


@pytest.fixture
def settings(nats_url: str, data_dir: Path, bus_prefix: str) -> Settings:
    return settings_for("", nats_url, data_dir, bus_prefix)


@pytest.fixture
async def bus(settings: Settings):  # type: ignore[no-untyped-def]
    connected = await Bus.connect(settings)
    yield connected
    await connected.close()


async def arrived(queue: WorkQueue) -> Taken | None:
    """Take a job that was put: a message that is stored reaches its consumer a little later."""
    return await queue.take("cpu", "normal", wait_s=5.0)


async def test_the_streams_are_made_once_whoever_comes(bus: Bus, settings: Settings) -> None:
    second = await Bus.connect(with_bus(settings, ack_wait_s=7.0))
    await second.check()
    await second.close()
    await bus.check()
    consumer = await bus.js.consumer_info(bus.subjects.work_stream, "cpu-normal")
    assert consumer.config.ack_wait == 7.0


async def test_a_job_stands_in_the_queue_once(bus: Bus) -> None:
    queue = WorkQueue(bus)
    assert await queue.put("run_1", WORK, "normal", message_id="run_1:1") == "stored"
    assert await queue.put("run_1", WORK, "normal", message_id="run_1:1") == "known"
    assert await queue.put("run_1", WORK, "normal") == "taken"
    assert await queue.waiting() == {"run_1"}


async def test_a_job_that_is_done_leaves_the_queue(bus: Bus) -> None:
    queue = WorkQueue(bus)
    await queue.put("run_1", WORK, "normal")
    taken = await arrived(queue)
    assert taken is not None
    assert (taken.job_id, taken.deliveries) == ("run_1", 1)
    assert await queue.take("cpu", "normal") is None
    await taken.done()
    assert await queue.waiting() == set()


async def test_a_job_comes_again_after_a_delay_and_when_its_worker_is_silent(bus: Bus) -> None:
    queue = WorkQueue(bus)
    await queue.put("run_1", WORK, "normal")
    taken = await arrived(queue)
    assert taken is not None
    await taken.again(0.05)
    second = await queue.take("cpu", "normal", wait_s=5.0)
    assert second is not None
    assert second.deliveries == 2
    third = await queue.take("cpu", "normal", wait_s=5.0)  # after the two seconds of `ack_wait_s`
    assert third is not None
    assert third.deliveries == 3


async def test_a_dropped_job_is_not_delivered_again(bus: Bus) -> None:
    queue = WorkQueue(bus)
    await queue.put("run_1", WORK, "normal")
    await queue.put("run_2", WORK, "normal")
    taken = await arrived(queue)
    assert taken is not None
    await queue.drop("run_1")
    await taken.again(0.0)
    second = await arrived(queue)
    assert second is not None
    assert second.job_id == "run_2"
    assert await queue.take("cpu", "normal", wait_s=0.2) is None


async def test_a_queue_that_the_bus_lost_is_made_again_by_who_asks(bus: Bus) -> None:
    queue = WorkQueue(bus)
    await bus.js.delete_stream(bus.subjects.work_stream)
    assert await queue.take("cpu", "normal") is None
    assert await queue.put("run_1", WORK, "normal") == "stored"


async def test_a_live_message_is_read_as_it_was_said(bus: Bus) -> None:
    said = live.Progressed("run_1", 1, "planning", 12.5, 0.25, "half of the half")
    async with bus.listen(bus.subjects.live("acct_ada", "run_1")) as messages:
        await live.say(bus, "acct_bob", said)
        await live.say(bus, "acct_ada", said)
        async for message in messages:
            assert message.subject.endswith("live.acct_ada.run_1.progress")
            assert live.read_live(message.data) == said
            break


async def test_nobody_answers_when_there_is_no_worker(bus: Bus) -> None:
    assert await live.workers(bus, timeout_s=0.2) == []


def test_the_highest_priority_is_asked_for_first() -> None:
    assert Turns().order() == ("high", "normal", "low")


def test_with_all_three_waiting_each_priority_gets_its_turns() -> None:
    turns = Turns()
    taken = []
    for _ in range(60):
        taken.append(turns.order()[0])
        turns.took(taken[-1])
    counts = {priority: taken.count(priority) for priority in PATIENCE}
    assert counts["high"] > counts["normal"] > counts["low"] >= 3
    assert taken[:4] == ["high"] * 4


async def test_who_is_stopped_while_it_connects_leaves_no_connection_open(settings: Settings) -> None:
    for steps in range(0, 60, 3):
        task = asyncio.create_task(Bus.connect(settings))
        for _ in range(steps):
            await asyncio.sleep(0.0002)
        task.cancel()
        bus = (await asyncio.gather(task, return_exceptions=True))[0]
        if isinstance(bus, Bus):
            await bus.close()
    gc.collect()  # a connection that nobody closed is told of here
