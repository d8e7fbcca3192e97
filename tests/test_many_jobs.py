"""A batch is told of over a real log and bus: ids never fall, and whoever goes on from any of them misses nothing."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from api.batches.feed import BatchTopic
from api.files.links import Links
from api.watching.feed import Message
from api.watching.hub import Hub, Watcher
from domain.batch import BatchOpened, GenerationRequested, Picture
from domain.events import Event
from domain.job import JobCancelled, JobFailed, JobRequested, JobStarted, RetryRequested, StageCompleted, StageEntered
from domain.work import ImageToModel
from runtime import relay
from runtime.live import Progressed, say
from runtime.services import Services, services
from runtime.settings import BusSettings, HttpSettings, Settings
from runtime.store import Append
from runtime.urls import AssetUrls

BATCH, OWNER = "batch_1", "acct_a"
FILES = ("file_001", "file_002", "file_003")
LINKS = Links(AssetUrls(b"k"), "http://here", 60)
STAGE, NEXT = ImageToModel.stages[:2]


class Studio:
    """A batch of three pictures, and a way to let things happen to its jobs; `job_001` makes `file_001`."""

    def __init__(self, opened: Services) -> None:
        self.opened = opened
        self.reached: asyncio.Event | None = None  # set when somebody waits for readers of views
        self.let_on = asyncio.Event()
        self.hub = Hub(opened.store, opened, HttpSettings(), self._settled)
        self._versions: Counter[str] = Counter()

    async def happen(self, stream: str, *events: Event) -> None:
        await self.happen_together({stream: events})

    async def happen_together(self, news: dict[str, tuple[Event, ...]]) -> None:
        appends = [Append(stream, self._versions[stream], events, OWNER) for stream, events in news.items()]
        await self.opened.store.append(appends, actor=OWNER)
        self._versions.update({stream: len(events) for stream, events in news.items()})

    async def open(self) -> None:
        pictures = tuple(Picture(file, f"asset_{file}", "a.png", "image/png", "0" * 64, 1) for file in FILES)
        jobs = [(file, file.replace("file", "job")) for file in FILES]
        await self.happen(BATCH, BatchOpened(OWNER, pictures), *(GenerationRequested(file, job) for file, job in jobs))
        for file, job in jobs:
            await self.happen(job, JobRequested(OWNER, ImageToModel(BATCH, file, f"asset_{file}", "a thing")))

    async def say(self, job: str, fraction: float) -> None:
        await say(await self.opened.bus(), OWNER, Progressed(job, 1, STAGE, 0.0, fraction, "x"))

    @asynccontextmanager
    async def watched(self, after: int = 0) -> AsyncIterator[Watcher]:
        async with self.hub.watch(BATCH, OWNER, LINKS, after=after, kind=BatchTopic) as watcher:
            yield watcher

    async def _settled(self, _: int) -> None:
        if self.reached:
            self.reached.set()
            await self.let_on.wait()


@pytest.fixture
async def studio(
    postgres_url: str, nats_url: str, bus_prefix: str, data_dir: Path, stop: asyncio.Event
) -> AsyncIterator[Studio]:
    """Services with a relay, and the batch."""
    settings = Settings(
        str(data_dir), postgres_url, nats_url, f"file://{data_dir}/blobs", bus=BusSettings(prefix=bus_prefix)
    )
    async with services(settings) as opened:
        relaying = asyncio.create_task(relay.run(settings, stop))
        try:
            there = Studio(opened)
            await there.open()
            yield there
        finally:
            stop.set()
            await relaying


@pytest.fixture
def stop() -> asyncio.Event:
    return asyncio.Event()


async def read(watcher: Watcher, last: str, count: int = 1) -> list[Message]:
    """Return messages up to the `count`th of type `last`."""
    found: list[Message] = []
    while count:
        message = await watcher.next(10.0)
        assert message, found
        found.append(message)
        count -= message.type == last
    return found


def logged(messages: list[Message]) -> list[tuple[str, str, int]]:
    """Return what is in the log: all but percentages that were only said."""
    facts = [one for one in messages if "x" not in one.data.get("message", "")]
    return [(one.type, one.data.get("file_id", ""), one.position) for one in facts]


async def test_ids_never_fall_and_whoever_goes_on_from_one_gets_every_event_once(studio: Studio) -> None:
    await studio.happen("job_001", JobStarted(1, "w"), StageEntered(1, STAGE))
    async with studio.watched() as watcher:
        seen = await read(watcher, "log")
        for number in (2, 3):
            await studio.happen(f"job_00{number}", JobCancelled(0))
            seen += await read(watcher, "failed")
            await studio.say("job_001", number / 10)
            seen += await read(watcher, "progress")
        for seen_upto in {message.position for message in seen}:
            async with studio.watched(seen_upto) as again:
                first = await read(again, "progress")
                assert logged(first) == [one for one in logged(seen) if one[2] > seen_upto]
                assert all(message.position >= seen_upto for message in first)
        await studio.happen("job_001", StageCompleted(1, STAGE, 5), StageEntered(1, NEXT), JobFailed(1, "X", "broken"))
        seen += await read(watcher, "end")
    positions = [message.position for message in seen]
    assert positions == sorted(positions)
    for upto, message in enumerate(seen, 1):
        async with studio.watched(message.position) as again:
            rest = await read(again, "end") if upto < len(seen) else []
            assert again.has_seen_all == (upto == len(seen))
        assert logged(rest) == [one for one in logged(seen) if one[2] > message.position]


async def test_what_is_said_while_an_end_is_held_back_does_not_overtake_events(studio: Studio) -> None:
    async with studio.watched() as watcher:
        studio.reached = asyncio.Event()
        begun = (JobStarted(1, "w"), StageEntered(1, STAGE))
        await studio.happen_together({"job_002": begun, "job_001": (JobStarted(1, "w"), JobFailed(1, "X", "broken"))})
        await studio.reached.wait()
        await studio.say("job_002", 0.5)
        await (await studio.opened.bus()).nats.flush()
        studio.let_on.set()
        seen = await read(watcher, "progress", 3)
    assert [one.type for one in seen] == ["progress", "log", "progress", "failed", "progress"]
    assert [one.position for one in seen] == sorted(one.position for one in seen)


async def test_who_is_further_on_than_this_process_is_told_nothing_twice(studio: Studio) -> None:
    async with studio.watched() as watcher:
        topic = next(iter(studio.hub._topics.values()))
        await topic.stop()  # it hears nothing any more, as where the bus is slow
        await studio.happen("job_001", JobStarted(1, "w"))
        after = await studio.opened.store.last_position()
        async with studio.watched(after) as ahead:
            await studio.happen("job_002", JobCancelled(0))
            await topic.read()
            assert [one.data["file_id"] for one in await read(ahead, "failed")] == ["file_002"]
        assert [one.data["file_id"] for one in await read(watcher, "failed")] == ["file_001", "file_002"]


async def test_a_failed_job_that_is_tried_again_is_told_of_in_its_place(studio: Studio) -> None:
    await studio.happen("job_001", JobStarted(1, "w"), JobFailed(1, "X", "broken"))
    async with studio.watched() as watcher:
        seen = await read(watcher, "failed")
        await studio.happen("job_001", RetryRequested(1), JobStarted(2, "w"), StageEntered(2, STAGE))
        seen += await read(watcher, "log")
        await studio.happen("job_002", JobCancelled(0))
        seen += await read(watcher, "failed")
    positions = [message.position for message in seen]
    assert positions == sorted(set(positions))
    assert [one.type for one in seen if one.data["file_id"] == "file_001"] == ["progress", "failed", "progress", "log"]
