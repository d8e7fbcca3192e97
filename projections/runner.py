"""The role `project`: follows the log and keeps every view up to date."""

import asyncio

from projections import progress
from projections.feed import Feed
from projections.leader import Leader
from projections.views import VIEWS
from runtime.services import services
from runtime.settings import Settings


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Project until `stop`; several processes may do so at once, each view is led by one of them.

    Raises
    ------
    Unavailable
        The database was away when it started; later losses are waited out.
    """
    async with services(settings) as opened, asyncio.TaskGroup() as group:
        async with await progress.connect(settings.database_url) as connection:
            await progress.make_table(connection)
        feed = Feed(opened.store, kept_max=4 * settings.views.batch_max)
        roles = [feed.run(), *(Leader(view, opened, feed).run() for view in VIEWS.values())]
        tasks = [group.create_task(role) for role in roles]
        await stop.wait()
        for task in tasks:
            task.cancel()
