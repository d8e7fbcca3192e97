"""Stores on a test's database, and small events to put into them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
import psycopg

from domain import catalogue
from domain.events import Event
from domain.prompt import PromptCreated
from runtime.keyring import Keyring, MasterKey
from runtime.mapper import Codec
from runtime.settings import StoreSettings
from runtime.store import Append, EventStore

MASTER = MasterKey(b"0123456789abcdef" * 2)
OWNER = "acct_owner"


@asynccontextmanager
async def opened(
    url: str,
    settings: StoreSettings = StoreSettings(follow_poll_s=60.0),  # noqa: B008 - immutable
    *,
    codec: Codec = catalogue,
) -> AsyncIterator[EventStore]:
    """The store of a database, with a keyring of its own, as another process would have it."""
    store = await EventStore.open(url, Keyring(MASTER), settings, codec=codec)
    try:
        yield store
    finally:
        await store.close()


def said(*texts: str) -> tuple[Event, ...]:
    """One event for each text."""
    return tuple(PromptCreated(OWNER, text) for text in texts)


def words(text: str, stream: str = "prompt_1", expected: int = 0, subject: str = OWNER) -> Append:
    """An append of one event for each word."""
    return Append(stream, expected, said(*text.split()), subject)


async def heard(store: EventStore, after: int = 0) -> list[str | None]:
    """The texts of all events in the log; None for those that can no longer be read."""
    records = await store.read(after, 1_000_000)
    return [record.event.text if isinstance(record.event, PromptCreated) else None for record in records]


def tamper(url: str, statement: str, *parameters: object) -> int:
    """Change the log behind the back of its guard, as the owner of the database could; return the rows changed."""
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        return connection.execute(statement.encode(), parameters).rowcount


class Painted(Event, frozen=True, tag="wall.painted"):
    """A wall has another colour now; before the second release, events of this kind had only a number."""

    colour: str
    coats: int = 1


class Colours:
    """A codec of one event whose first shape was `{"number": 7}`."""

    def encode(self, event: Event, /) -> bytes:
        """Return the payload."""
        return msgspec.json.encode(event)

    def decode(self, tag: str, payload: bytes, /) -> Event:
        """Return the event, of whichever shape it is."""
        value = msgspec.json.decode(payload)
        if "number" in value:
            value = {"type": tag, "colour": f"number {value['number']}"}
        return msgspec.convert(value, Painted)
