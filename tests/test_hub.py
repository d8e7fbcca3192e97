"""The hub carries what happens to a job to its watchers, over a real log, relay and bus."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from api.files.links import Links
from api.watching.feed import Message
from api.watching.hub import Hub, Watcher
from domain.errors import TooMany
from domain.events import Event
from domain.job import JobFailed, JobRequested, JobStarted, StageCompleted, StageEntered
from domain.work import TextToModel
from runtime import relay
from runtime.live import Progressed, say
from runtime.services import Services, services
from runtime.settings import BusSettings, HttpSettings, Settings
from runtime.store import Append
from runtime.urls import AssetUrls

OWNER = "acct_a"
LINKS = Links(AssetUrls(b"k"), "http://here", 60)
STAGES = TextToModel.stages
REQUESTED = JobRequested(OWNER, TextToModel("prompt_1", "a watch", "spec_1", 7))


async def settled(position: int) -> None:
    """Views are always up to date here."""


class House:
    """A hub over services, and a way to let things happen to one run."""

    def __init__(self, opened: Services, hub: Hub) -> None:
        self.opened, self.hub, self.version = opened, hub, 0

    async def happen(self, *events: Event) -> None:
        await self.opened.store.append([Append("run_1", self.version, events, OWNER)], actor=OWNER)
        self.version += len(events)

    async def say(self, fraction: float) -> None:
        await say(await self.opened.bus(), OWNER, Progressed("run_1", 1, "planning", 0.0, fraction, "x"))


@asynccontextmanager
async def house(settings: Settings, *, is_relayed: bool = True, **http: Any) -> AsyncIterator[House]:
    stop = asyncio.Event()
    async with services(settings) as opened:
        relaying = asyncio.create_task(relay.run(settings, stop) if is_relayed else stop.wait())
        try:
            yield House(opened, Hub(opened.store, opened, HttpSettings(**http), settled))
        finally:
            stop.set()
            await relaying


@pytest.fixture
def settings(postgres_url: str, nats_url: str, bus_prefix: str, data_dir: Path) -> Settings:
    return Settings(
        str(data_dir), postgres_url, nats_url, f"file://{data_dir}/blobs", bus=BusSettings(prefix=bus_prefix)
    )


async def read(watcher: Watcher, count: int) -> list[Message]:
    found = [await watcher.next(10.0) for _ in range(count)]
    assert None not in found
    return [message for message in found if message]


def kinds(messages: list[Message]) -> list[str]:
    return [message.type for message in messages]


async def test_a_watcher_gets_what_has_happened_and_then_what_happens(settings: Settings) -> None:
    async with house(settings) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"), StageEntered(1, STAGES[0]))
        async with home.hub.watch("run_1", OWNER, LINKS) as watcher:
            assert kinds(await read(watcher, 1)) == ["progress"]
            await home.happen(StageCompleted(1, STAGES[0], 4), StageEntered(1, STAGES[1]))
            assert kinds(await read(watcher, 2)) == ["stage_complete", "progress"]
            await home.happen(JobFailed(1, "X", "broken"))
            [end] = await read(watcher, 1)
            assert end.is_end


async def test_nothing_is_missed_or_doubled_however_late_watchers_come(settings: Settings) -> None:
    async with house(settings) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"))

        async def watch(delay_s: float) -> list[tuple[str, int]]:
            await asyncio.sleep(delay_s)
            found: list[tuple[str, int]] = []
            async with home.hub.watch("run_1", OWNER, LINKS) as watcher:
                while message := await watcher.next(10.0):
                    if message.type != "progress":
                        found.append((message.type, message.position))
                    if message.is_end:
                        return found
            raise AssertionError("the stream stopped before its end")

        watching = [asyncio.create_task(watch(number * 0.01)) for number in range(30)]
        for stage in STAGES:
            await home.happen(StageEntered(1, stage))
            await home.happen(StageCompleted(1, stage, 4))
            await asyncio.sleep(0.03)
        await home.happen(JobFailed(1, "X", "broken"))
        seen = await asyncio.gather(*watching)
    expected = [("stage_complete", 4 + 2 * number) for number in range(len(STAGES))] + [("error", 13)]
    assert all(found == expected for found in seen)


async def test_percentages_come_from_the_bus(settings: Settings) -> None:
    async with house(settings) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"), StageEntered(1, "planning"))
        async with home.hub.watch("run_1", OWNER, LINKS) as watcher:
            await read(watcher, 1)
            await home.say(0.25)
            [said] = await read(watcher, 1)
            assert said.data["progress"] == 0.25


async def test_a_percentage_that_overtakes_its_event_waits_for_it(settings: Settings) -> None:
    async with house(settings, is_relayed=False) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"))
        async with home.hub.watch("run_1", OWNER, LINKS) as watcher:
            await home.happen(StageEntered(1, "planning"))
            await home.say(0.25)
            [said] = await read(watcher, 1)
            assert said.data["progress"] == 0.25
            assert said.position == home.version


async def test_many_watchers_of_one_run_share_one_subscription(settings: Settings) -> None:
    async with house(settings) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"))
        bus = await home.opened.bus()
        before = len(bus.nats._subs)
        async with home.hub.watch("run_1", OWNER, LINKS), home.hub.watch("run_1", OWNER, LINKS):
            assert len(bus.nats._subs) == before + 2  # one for its events, one for what is said
        assert len(bus.nats._subs) == before


async def test_without_a_relay_the_log_is_read_now_and_then(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.watching.hub.RESYNC_S", 0.1)
    async with house(settings, is_relayed=False) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"))
        in_step = asyncio.create_task(home.hub.keep_in_step())
        async with home.hub.watch("run_1", OWNER, LINKS) as watcher:
            await home.happen(StageEntered(1, "planning"))
            assert kinds(await read(watcher, 1)) == ["progress"]
        in_step.cancel()


async def test_a_watcher_who_saw_the_end_is_told_so(settings: Settings) -> None:
    async with house(settings) as home:
        await home.happen(REQUESTED, JobStarted(1, "w"), JobFailed(1, "X", "broken"))
        async with home.hub.watch("run_1", OWNER, LINKS) as watcher:
            [end] = await read(watcher, 1)
        async with home.hub.watch("run_1", OWNER, LINKS, after=end.position) as again:
            assert again.has_seen_all


async def test_an_account_has_so_many_seats_and_gets_them_back(settings: Settings) -> None:
    async with house(settings, sockets_per_user_max=2) as home:
        hub = home.hub
        with hub.seat("a"), hub.seat("a"), hub.seat("b"):
            with pytest.raises(TooMany) as refusal, hub.seat("a"):
                pass
            assert refusal.value.facts["connections_max"] == 2
        with hub.seat("a"), hub.seat("a"):
            pass


def progress(fraction: float) -> Message:
    return Message("progress", {"progress": fraction}, 1)


async def test_of_waiting_percentages_only_the_newest_is_kept() -> None:
    watcher = Watcher(queue_max=2)
    for fraction in range(100):
        watcher.push(progress(fraction / 100))
    watcher.push(Message("stage_complete", {}, 2))
    first = await watcher.next(1.0)
    assert first is not None
    assert first.data["progress"] == 0.99
    assert not watcher.is_slow


async def test_a_reader_that_lets_too_much_wait_is_slow() -> None:
    watcher = Watcher(queue_max=2)
    for position in range(3):
        watcher.push(Message("stage_complete", {}, position))
    assert watcher.is_slow
    assert await watcher.next(1.0) is None


async def test_a_reader_who_missed_much_is_not_slow_for_that() -> None:
    watcher = Watcher(queue_max=2)
    watcher.catch_up([Message("stage_complete", {}, position) for position in range(100)])
    watcher.push(Message("stage_complete", {}, 100))
    assert not watcher.is_slow
    seen = [await watcher.next(1.0) for _ in range(101)]
    assert [message.position for message in seen if message] == list(range(101))


async def test_an_end_is_told_when_readers_can_see_it(settings: Settings) -> None:
    told: list[int] = []

    async def settled_at(position: int) -> None:
        told.append(position)

    async with house(settings) as home:
        hub = Hub(home.opened.store, home.opened, HttpSettings(), settled_at)
        await home.happen(REQUESTED, JobStarted(1, "w"), JobFailed(1, "X", "broken"))
        async with hub.watch("run_1", OWNER, LINKS) as watcher:
            [end] = await read(watcher, 1)
            assert told == [end.position]
