"""What every role stands on, opened in one place and closed in the right order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from runtime.keyring import Keyring, MasterKey
from runtime.names import Names
from runtime.queries import Queries
from runtime.settings import Settings
from runtime.store import EventStore

if TYPE_CHECKING:
    from runtime.blobs import Blobs
    from runtime.bus import Bus


class Services:
    """The master key, the event store and the query pool; bus and blobs when somebody asks for them."""

    def __init__(
        self, settings: Settings, keys: MasterKey, store: EventStore, pool: Queries, closing: AsyncExitStack
    ) -> None:
        self.settings = settings
        self.keys = keys
        self.store = store
        self.pool = pool
        self._closing = closing
        self._bus: Bus | None = None
        self._connecting = asyncio.Lock()

    @cached_property
    def names(self) -> Names:
        """Return the maker of claims of user names and e-mail addresses."""
        return Names(self.keys.derive("names"))

    @cached_property
    def blobs(self) -> Blobs:
        """Return the blob store."""
        from runtime.blobs import Blobs

        return Blobs.open(self.settings.blob_url)

    async def bus(self) -> Bus:
        """Return the bus, connected when first asked for."""
        async with self._connecting:  # of two who ask first, only one connects
            if self._bus is None:
                from runtime.bus import Bus

                self._bus = await Bus.connect(self.settings)
                self._closing.push_async_callback(self._bus.close)
        return self._bus


@asynccontextmanager
async def services(settings: Settings) -> AsyncIterator[Services]:
    """Open what a role needs, and close it afterwards.

    Raises
    ------
    Unavailable
        The database is away.
    """
    async with AsyncExitStack() as closing:
        keys = MasterKey.load(settings.data_dir)
        store = await EventStore.open(settings.database_url, Keyring(keys), settings.store)
        closing.push_async_callback(store.close)
        pool = Queries(settings.database_url, size_max=settings.views.pool_size_max)
        closing.push_async_callback(pool.close)
        yield Services(settings, keys, store, pool, closing)
