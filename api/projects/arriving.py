"""How much of a file has come, told to those who watch its project while it arrives."""

import time
from collections.abc import AsyncIterator
from contextlib import suppress

from api.core import Core
from domain.errors import Unavailable
from projections.project import ProjectRow
from runtime.bus import BUS_ERRORS
from runtime.live import Arriving, say_arriving

TELL_S = 0.5
"""How often it is told."""


async def told(
    chunks: AsyncIterator[bytes], name: str, total_bytes: int, project: ProjectRow | None, core: Core
) -> AsyncIterator[bytes]:
    """Pass chunks on; where the project is known already, say now and then, and at the end, how much has come."""
    received_bytes, told_at = 0, 0.0
    async for chunk in chunks:
        yield chunk
        received_bytes += len(chunk)
        if project is not None and time.monotonic() - told_at > TELL_S:
            told_at = time.monotonic()
            await _say(Arriving(project.id, name, received_bytes, total_bytes), project.owner, core)
    if project is not None:
        await _say(Arriving(project.id, name, received_bytes, received_bytes), project.owner, core)


async def _say(message: Arriving, owner: str, core: Core) -> None:
    with suppress(Unavailable, *BUS_ERRORS):  # nobody waits for it
        await say_arriving(await core.services.bus(), owner, message)
