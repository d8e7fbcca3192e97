"""What watches several jobs at once as one thing, such as a project or a batch, in the order of the log.

Positions never fall: all jobs are read up to one place in the log, their messages are told in its order, and what is
only said has that place as its position, whichever job it is about.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec.structs import replace
from nats.aio.msg import Msg

from api.files.links import Links
from api.watching.feed import Feed, Message
from api.watching.hub import Settled, Topic
from domain.events import Event, Record
from domain.job import JobCancelled, JobFailed, JobSucceeded
from runtime.live import read_live
from runtime.store import EventStore

F = TypeVar("F", bound=Feed)
_ENDS: tuple[type[Event], ...] = (JobSucceeded, JobFailed, JobCancelled)


class ManyJobs(Topic, Generic[F]):
    """One thing with its jobs, and all who watch it under the same address of the server.

    `_feeds` holds the jobs that are told of; `position` is the place in the log up to which all was told.
    """

    def __init__(self, thing_id: str, owner: str, links: Links, store: EventStore, settled: Settled) -> None:
        super().__init__(thing_id, owner, links, store, settled)
        self._id = thing_id
        self._links = links
        self._version = 0
        self._position = 0
        self._feeds: dict[str, F] = {}
        self._stirred: set[str] = set()  # jobs of which something was heard that is not read yet

    @property
    def heard(self) -> str:
        """Return which of the owner's streams is listened to: all, because new jobs have new ones."""
        return "*"

    @property
    def position(self) -> int:
        """Return the place in the log up to which everything was told."""
        return self._position

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
        """Read what is new, up to one place in the log for all jobs, and tell all of it at once."""
        last = await self.store.last_position()
        for record in await self.store.load(self._id, after=self._version):
            if record.position > last:
                break
            self._version = record.version
            self._take(record)
        self._open_feeds()
        news = await self._news(last)
        if any(isinstance(record.event, _ENDS) for _, records in news for record in records):
            await self.settled(last)
        self._position = last  # from here on nothing is waited for: nobody comes, and nothing is said, in between
        found = [message for feed, records in news for message in feed.take(records)]
        self._tell_all(sorted(found, key=lambda message: message.position))
        self._tell_all(self._last_words())

    async def _news(self, last: int) -> list[tuple[F, list[Record]]]:
        """Return what is new up to position `last` of jobs that go on, and of those that something was heard of."""
        stirred, self._stirred = self._stirred, set()
        found = []
        try:
            for feed in list(self._feeds.values()):
                if not feed.job.has_ended or feed.job_id in stirred:
                    records = await self.store.load(feed.job_id, after=feed.version)
                    found.append((feed, [record for record in records if record.position <= last]))
        except BaseException:
            self._stirred |= stirred
            raise
        return found

    async def _hear_event(self, heard: Msg) -> None:
        stream = heard.subject.split(".")[-3]  # `events.<subject>.<stream>.<noun>.<happened>`
        if stream == self._id or any(feed.job_id == stream for feed in self._feeds.values()):
            self._stirred.add(stream)
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
        self._tell_all(self._placed(feed.take_live(live)))

    def _since(self, position: int, feeds: Iterable[F]) -> list[Message]:
        """Return what a watcher of these jobs missed since `position`: events in order, then what was said last."""
        told = list(feeds)
        logged = sorted((one for feed in told for one in feed.logged_since(position)), key=lambda one: one.position)
        return [*logged, *self._placed(feed.said for feed in told if feed.said)]

    def _placed(self, said: Iterable[Message]) -> list[Message]:
        """Return what was only said, at the place up to which everything was told."""
        return [replace(message, position=self._position) for message in said]

    def _tell_all(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._tell(message)
