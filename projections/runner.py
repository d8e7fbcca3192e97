"""The role `project`: follows the log and keeps every view up to date."""

import asyncio

from projections import progress
from projections.feed import Feed
from projections.leader import Leader
from projections.views import VIEWS
from runtime.services import services
from runtime.settings import Settings
from runtime.tasks import run_until


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Project until `stop`; several processes may do so at once, each view is led by one of them.

    Raises
    ------
    Unavailable
        The database was away when it started; later losses are waited out.
    """
    async with services(settings) as opened:
        async with await progress.connect(settings.database_url) as connection:
            await progress.make_table(connection)
        feed = Feed(opened.store, kept_max=4 * settings.views.batch_max)
        await run_until(stop, feed.run(), *(Leader(view, opened, feed).run() for view in VIEWS.values()))
