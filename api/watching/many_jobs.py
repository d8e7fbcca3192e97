"""What watches several jobs at once as one thing, such as a project or a batch, in the order of the log."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from nats.aio.msg import Msg

from api.files.links import Links
from api.watching.feed import Feed, Message
from api.watching.hub import Settled, Topic
from domain.events import Record
from runtime.live import read_live
from runtime.store import EventStore

F = TypeVar("F", bound=Feed)


class ManyJobs(Topic, Generic[F]):
    """One thing with its jobs, and all who watch it under the same address of the server.

    `_feeds` holds the jobs that are told of; `_position` is the place in the log up to which all was read.
    """

    ends: ClassVar[frozenset[str]]
    """Types of the messages with which a job ends."""

    def __init__(self, thing_id: str, owner: str, links: Links, store: EventStore, settled: Settled) -> None:
        super().__init__(thing_id, owner, links, store, settled)
        self._id = thing_id
        self._links = links
        self._version = 0
        self._position = 0
        self._feeds: dict[str, F] = {}

    @property
    def heard(self) -> str:
        """Return which of the owner's streams is listened to: all, because new jobs have new ones."""
        return "*"

    @abstractmethod
    def _take(self, record: Record) -> None:
        """Take what happened to the thing itself."""

    @abstractmethod
    def _open_feeds(self) -> None:
        """Have a feed for each job that is to be told of."""

    @abstractmethod
    def _last_words(self) -> Sequence[Message]:
        """Return what follows everything that was just read, and was not told before."""

    def _hear_upload(self, heard: Msg) -> None:
        """Hear how much of a file has come; told only where the words know of it."""

    async def _read(self) -> None:
        """Read what is new, up to one place in the log for all jobs: so no message comes before an earlier one."""
        last = self._position = await self.store.last_position()
        for record in await self.store.load(self._id, after=self._version):
            if record.position > last:
                break
            self._version = record.version
            self._take(record)
        self._open_feeds()
        found: list[Message] = []
        for feed in self._feeds.values():
            if not feed.job.has_ended:
                records = await self.store.load(feed.job_id, after=feed.version)
                found += feed.take(record for record in records if record.position <= last)
        if any(message.type in self.ends for message in found):
            await self.settled(last)
        self._tell_all(sorted(found, key=lambda message: message.position))
        self._tell_all(self._last_words())

    async def _hear_event(self, heard: Msg) -> None:
        stream = heard.subject.split(".")[-3]  # `events.<subject>.<stream>.<noun>.<happened>`
        if stream == self._id or any(feed.job_id == stream for feed in self._feeds.values()):
            await super()._hear_event(heard)

    async def _hear_live(self, heard: Msg) -> None:
        if heard.subject.endswith(".upload"):
            self._hear_upload(heard)
            return
        live = read_live(heard.data)
        feed = next((feed for feed in self._feeds.values() if feed.job_id == live.job_id), None)
        if feed is None:
            return
        if not feed.knows(live):
            await super()._hear_event(heard)
        self._tell_all(feed.take_live(live))

    def _tell_all(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._tell(message)
