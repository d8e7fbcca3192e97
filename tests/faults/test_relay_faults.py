"""The relay and the bus are killed again and again while events are appended; none is lost, doubled or out of order."""

import asyncio
from pathlib import Path

import pytest

from runtime.embedded.nats import NatsServer
from tests.relaying import heard, relayed, say
from tests.working import Bench, opened, process_of, settings_for, with_bus

RELAY = "runtime.relay"
KILLS = 4
EVENTS = 400


async def _append_slowly(bench: Bench) -> None:
    for start in range(0, EVENTS, 10):
        await say(bench.store, 10, start=start)
        await asyncio.sleep(0.02)


async def test_a_relay_killed_again_and_again_loses_and_doubles_nothing(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    settings = with_bus(settings_for(postgres_url, nats_url, data_dir, bus_prefix), window=20)
    async with opened(settings) as bench:
        appending = asyncio.create_task(_append_slowly(bench))
        job_id = await bench.ask("make")
        for kill in range(1, KILLS + 1):
            async with process_of(RELAY, settings) as doomed:
                await relayed(bench.bus, kill * EVENTS // (KILLS * 2))
                doomed.kill()
        await appending
        async with process_of(RELAY, settings), process_of(RELAY, settings):
            found = await heard(bench.bus, upto=EVENTS + 1)
        asked = (await bench.bus.js.stream_info(bench.bus.subjects.work_stream)).state.messages
    assert [sequence for sequence, _ in found] == list(range(1, EVENTS + 2))
    assert [message.position for _, message in found] == list(range(1, EVENTS + 2))
    assert asked == 1, job_id


@pytest.mark.parametrize("point", ["relay.work-asked", "relay.published"])
async def test_a_relay_may_die_between_asking_for_work_and_telling_of_it(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str, point: str
) -> None:
    settings = settings_for(postgres_url, nats_url, data_dir, bus_prefix)
    async with opened(settings) as bench:
        await bench.ask("make")
        async with process_of(RELAY, settings, crash_at=point) as doomed:
            assert await doomed.wait() == 137
        async with process_of(RELAY, settings):
            await say(bench.store, 1)
            found = await heard(bench.bus, upto=2)
        asked = (await bench.bus.js.stream_info(bench.bus.subjects.work_stream)).state
    assert [message.position for _, message in found] == [1, 2]
    assert (asked.messages, asked.last_seq) == (1, 1)


async def test_a_bus_killed_while_events_are_relayed_has_each_once(
    postgres_url: str, nats_server: NatsServer, data_dir: Path
) -> None:
    settings = with_bus(settings_for(postgres_url, nats_server.url, data_dir, ""), window=20)
    async with opened(settings) as bench, process_of(RELAY, settings):
        appending = asyncio.create_task(_append_slowly(bench))
        for kill in (1, 2):
            await relayed(bench.bus, kill * EVENTS // 4)
            nats_server.kill()
            nats_server.start()
        await appending
        found = await heard(bench.bus, upto=EVENTS)
    assert [message.position for _, message in found] == list(range(1, EVENTS + 1))
