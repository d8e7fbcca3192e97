"""What goes with a deleted project: its open work is stopped, its files are let go."""

from contextlib import suppress

from api.core import Core
from commands.asset import DeleteAsset
from commands.job import DropFiles, RequestCancel
from domain.access import Caller
from domain.errors import Conflict, NotFound
from projections.asset import AssetRow
from projections.project import ProjectRow


async def removed(row: ProjectRow, caller: Caller, core: Core) -> None:
    """Stop the work on a project and let go of its files; their contents are removed within a day."""
    given = [*row.pictures, *([row.video] if row.video else [])]
    jobs = await core.views.job.of_parent(row.id, caller)
    for job in jobs:
        with suppress(Conflict):  # it has ended
            await core.do(RequestCancel(job.id), caller)
    for job in jobs:
        files = await core.views.asset.of_job(job.id, caller)
        if files:
            await _doubted(files, core)
            await core.do(DropFiles(job.id, tuple(file.id for file in files)), caller)
    for one in given:
        with suppress(NotFound):
            await core.services.blobs.doubt(one.sha256)
            await core.do(DeleteAsset(one.asset_id), caller)
    await core.views.wait_for("asset", await core.services.store.last_position())


async def _doubted(files: tuple[AssetRow, ...], core: Core) -> None:
    for sha256 in {file.sha256 for file in files}:
        await core.services.blobs.doubt(sha256)
