"""What goes with a deleted project or batch: its open work is stopped, its files are let go."""

import asyncio
from collections.abc import Collection
from contextlib import suppress

from api.core import Core
from api.files.links import Links
from api.models.family1 import Family1
from commands.asset import ASSET, DeleteAsset
from commands.job import JOB, DropFiles, RequestCancel
from domain.access import Caller
from domain.errors import Conflict, NotFound
from domain.job import Job

STOP_S_MAX = 5.0
"""How long a deletion waits for work to stop: what still runs may keep another file."""


class LettingGo:
    """Lets go of what belongs to one thing of `owner`; doing so twice is no second fact."""

    def __init__(self, owner: str, caller: Caller, core: Core, family: Family1, links: Links) -> None:
        self._owner = owner
        self._caller = caller
        self._core = core
        self._family = family
        self._links = links

    async def of_jobs(self, jobs: Collection[str]) -> None:
        """Stop these jobs, and let go of their files; contents are removed within a day."""
        await asyncio.gather(*(self._stopped(job_id) for job_id in jobs))
        for job_id in jobs:
            await self._drop(job_id)

    async def of_given(self, assets: Collection[str], *, beside: str) -> None:
        """Let go of files that were given, unless something else than `beside` has them too."""
        for asset_id in assets:
            if not await is_held(asset_id, self._owner, self._core, beside=beside):
                await self._let_go(asset_id)

    async def _stopped(self, job_id: str) -> None:
        with suppress(Conflict, NotFound):  # it has ended, or never was
            await self._core.do(RequestCancel(job_id), self._caller)
            if not (await self._job(job_id)).has_ended:
                await self._family.hub.wait_for_end(job_id, self._owner, self._links, STOP_S_MAX)

    async def _drop(self, job_id: str) -> None:
        with suppress(NotFound):
            files = (await self._job(job_id)).artefacts
            for sha256 in {file.sha256 for file in files}:
                await self._core.services.blobs.doubt(sha256)
            if files:
                await self._core.do(DropFiles(job_id, tuple(file.asset_id for file in files)), self._caller)

    async def _let_go(self, asset_id: str) -> None:
        with suppress(NotFound):
            asset = (await self._core.do.look(ASSET, asset_id, self._caller)).state
            if not asset.is_deleted:
                await self._core.services.blobs.doubt(asset.sha256)
                await self._core.do(DeleteAsset(asset_id), self._caller)

    async def _job(self, job_id: str) -> Job:
        return (await self._core.do.look(JOB, job_id, self._caller)).state


async def is_held(asset_id: str, owner: str, core: Core, *, beside: str = "") -> bool:
    """Return whether a project or a batch of `owner`, other than `beside`, has a file that was given."""
    views = core.views
    return await views.project.has_asset(owner, asset_id, beside=beside) or await views.batch.has_asset(
        owner, asset_id, beside=beside
    )
