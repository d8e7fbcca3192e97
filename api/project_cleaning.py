"""What goes with a deleted project: its open work is stopped, and all files it was ever given or made are let go."""

import asyncio
from collections.abc import Collection
from contextlib import suppress

from api.core import Core
from api.family1 import Family1
from api.links import Links
from commands.asset import ASSET, DeleteAsset
from commands.job import JOB, DropFiles, RequestCancel
from domain.access import Caller
from domain.errors import Conflict, NotFound
from domain.job import Job
from domain.project import PicturesGiven, VideoGiven
from projections.project import ProjectRow

STOP_S_MAX = 5.0
"""How long a deletion waits for work to stop: what still runs may keep another file."""


class Cleaning:
    """Lets go of what belongs to one project; doing so twice is no second fact."""

    def __init__(self, row: ProjectRow, caller: Caller, core: Core, family: Family1, links: Links) -> None:
        self._row = row
        self._caller = caller
        self._core = core
        self._family = family
        self._links = links

    async def clean(self, jobs: Collection[str]) -> None:
        """Stop these jobs, and let go of their files and of what was given; contents are removed within a day."""
        await asyncio.gather(*(self._stopped(job_id) for job_id in jobs))
        for job_id in jobs:
            await self._drop(job_id)
        for asset_id in await self._given():
            await self._let_go(asset_id)

    async def _stopped(self, job_id: str) -> None:
        with suppress(Conflict, NotFound):  # it has ended, or never was
            await self._core.do(RequestCancel(job_id), self._caller)
            if not (await self._job(job_id)).has_ended:
                await self._family.hub.wait_for_end(job_id, self._row.owner, self._links, STOP_S_MAX)

    async def _drop(self, job_id: str) -> None:
        with suppress(NotFound):
            files = (await self._job(job_id)).artefacts
            for sha256 in {file.sha256 for file in files}:
                await self._core.services.blobs.doubt(sha256)
            if files:
                await self._core.do(DropFiles(job_id, tuple(file.asset_id for file in files)), self._caller)

    async def _given(self) -> dict[str, None]:
        """Return everything that the project was ever given, also what another film has replaced."""
        found: dict[str, None] = {}
        for record in await self._core.services.store.load(self._row.id):
            if isinstance(record.event, VideoGiven):
                found[record.event.video.asset_id] = None
            elif isinstance(record.event, PicturesGiven):
                found |= dict.fromkeys(picture.asset_id for picture in record.event.pictures)
        return found

    async def _let_go(self, asset_id: str) -> None:
        if await self._core.views.project.has_asset(self._row.owner, asset_id, beside=self._row.id):
            return
        with suppress(NotFound):
            asset = (await self._core.do.look(ASSET, asset_id, self._caller)).state
            if not asset.is_deleted:
                await self._core.services.blobs.doubt(asset.sha256)
                await self._core.do(DeleteAsset(asset_id), self._caller)

    async def _job(self, job_id: str) -> Job:
        return (await self._core.do.look(JOB, job_id, self._caller)).state
