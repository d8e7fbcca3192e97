"""What goes with a deleted project: its open work is stopped, and all files it was ever given or made are let go."""

from collections.abc import Collection

from api.core import Core
from api.files.letting_go import LettingGo
from api.files.links import Links
from api.models.family1 import Family1
from domain.access import Caller
from domain.project import PicturesGiven, VideoGiven
from projections.project import ProjectRow


class Cleaning:
    """Lets go of what belongs to one project; doing so twice is no second fact."""

    def __init__(self, row: ProjectRow, caller: Caller, core: Core, family: Family1, links: Links) -> None:
        self._row = row
        self._core = core
        self._letting_go = LettingGo(row.owner, caller, core, family, links)

    async def clean(self, jobs: Collection[str]) -> None:
        """Stop these jobs, and let go of their files and of what was given; contents are removed within a day."""
        await self._letting_go.of_jobs(jobs)
        await self._letting_go.of_given(await self._given(), beside=self._row.id)

    async def let_go(self, asset_id: str) -> None:
        """Let go of a file that the project has no more, unless something else has it too; readers see it gone."""
        await self._letting_go.of_given([asset_id], beside=self._row.id)
        await self._core.views.wait_for("asset", await self._core.services.store.last_position())

    async def _given(self) -> dict[str, None]:
        """Return everything that the project was ever given, also what another film has replaced."""
        found: dict[str, None] = {}
        for record in await self._core.services.store.load(self._row.id):
            if isinstance(record.event, VideoGiven):
                found[record.event.video.asset_id] = None
            elif isinstance(record.event, PicturesGiven):
                found |= dict.fromkeys(picture.asset_id for picture in record.event.pictures)
        return found
