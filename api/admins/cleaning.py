"""Letting old files go: step by step, each of which may be done twice; who dies between leaves nothing that is wrong.

What a cleanup lets go names it as its cause, and its notes bear its id: whoever finishes it
(`api/admins/unfinished.py`) knows what it has done already.

| step | afterwards |
|---|---|
| begin | the log says who asked |
| doubt | each content that may go has a note: should this process die, it goes within a day |
| let go | the jobs and given files have the files no more: nobody is shown them |
| delete | contents that nobody names, and nobody is about to name, are gone |
| complete | the log says what has gone |
"""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

import msgspec
import structlog
from msgspec.structs import replace
from psycopg import OperationalError

from api.core import Core
from commands.asset import DeleteAsset
from commands.cleanup import BeginCleanup, CompleteCleanup
from commands.job import CleanFiles
from domain.access import Caller
from domain.cleanup import CleanupScope
from domain.errors import NotFound, Unavailable
from domain.old_files import Bounds, StoredFile, contents_without_a_name, removable
from projections.inventory import inventory, running_since, wanted_contents
from projections.progress import connect, try_lock
from runtime.crash import crash_point
from runtime.ids import new_id

AT_ONCE = 200
VIEWS = ("asset", "job", "batch", "project", "design", "compliance")
"""Those that say what is needed."""
FOLLOW_S_MAX = 30.0

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Cleaned(msgspec.Struct, frozen=True):
    """What has gone, or would."""

    cleanup_id: str
    files: dict[str, int]
    jobs: int
    contents_deleted: int
    freed_bytes: int
    contents_kept: int


class Cleaning:
    """One cleanup, a new one or one that was begun."""

    def __init__(self, bounds: Bounds, caller: Caller, core: Core, cleanup_id: str = "") -> None:
        self._id = cleanup_id or new_id("cleanup")
        self._bounds = bounds
        self._caller = replace(caller, causation=self._id)
        self._core = core
        self._blobs = core.services.blobs
        self._pool = core.services.pool
        self._notes: dict[str, str] = {}

    async def rehearse(self) -> Cleaned:
        """Return what would go now; nothing does."""
        await self._follow()
        there = await inventory(self._pool)
        files = removable(there, self._bounds)
        freed = contents_without_a_name(there, files)
        return _counted("", files, len(freed), sum(freed.values()), len({file.sha256 for file in files}) - len(freed))

    async def carry_out(self, older_than_hours: float) -> Cleaned:
        """Let old files go.

        Raises
        ------
        Unavailable
            A part is away, or did not follow in time; what was done stays done, and the rest is done later.
        """
        bounds = self._bounds
        begin = BeginCleanup(self._id, self._caller.account, older_than_hours, bounds.before, bounds.scope)
        async with alone_at(self._id, self._core):
            await self._core.do(begin, self._caller)
            crash_point("cleanup.begun")
            return await self.finish()

    async def finish(self, gone_before: Sequence[StoredFile] = ()) -> Cleaned:
        """Do what is left of a cleanup that has begun, and that has let go of some files perhaps."""
        await self._follow()
        files = removable(await inventory(self._pool), self._bounds)
        await self._doubt(gone_before)
        gone = [*gone_before, *await self._let_go(files)]
        crash_point("cleanup.let-go")
        deleted, freed_bytes = await self._delete({file.sha256: file.size_bytes for file in gone})
        crash_point("cleanup.deleted")
        kept = len({file.sha256 for file in gone}) - deleted
        found = _counted(self._id, gone, deleted, freed_bytes, kept)
        facts = {name: getattr(found, name) for name in CompleteCleanup.__struct_fields__}
        await self._core.do(CompleteCleanup(**facts), self._caller)
        log.info("cleanup.completed", cleanup=self._id, files=len(gone), freed_bytes=freed_bytes)
        return found

    async def _follow(self) -> None:
        """Wait until the views have seen all that is true now."""
        last = await self._core.services.store.last_position()
        for name in VIEWS:
            await self._core.views.wait_for(name, last, FOLLOW_S_MAX, is_needed=True)

    async def _let_go(self, files: Sequence[StoredFile]) -> list[StoredFile]:
        """Return the files that have gone: not those of work that somebody has taken up again meanwhile."""
        of_jobs: defaultdict[str, list[StoredFile]] = defaultdict(list)
        for file in files:
            of_jobs[file.job_id].append(file)
        given = of_jobs.pop("", [])
        gone: list[StoredFile] = []
        for job_id, kept in of_jobs.items():
            await self._doubt(kept)
            gone += await self._clean_job(job_id, kept)
            crash_point("cleanup.job-cleaned")
        for file in given:
            await self._doubt([file])
            with suppress(NotFound):
                done = await self._core.do(DeleteAsset(file.asset_id), self._caller)
                gone += [file] if done.records else []
        return gone

    async def _clean_job(self, job_id: str, files: Sequence[StoredFile]) -> list[StoredFile]:
        with suppress(NotFound):
            done = await self._core.do(CleanFiles(job_id, tuple(file.asset_id for file in files)), self._caller)
            return list(files) if done.records else []
        return []

    async def _doubt(self, files: Sequence[StoredFile]) -> None:
        for sha256 in {file.sha256 for file in files} - self._notes.keys():
            self._notes[sha256] = await self._blobs.doubt(sha256, by=self._id)

    async def _delete(self, sizes: Mapping[str, int]) -> tuple[int, int]:
        """Delete contents (with their sizes) that nobody names any more, and return how many and how large they were.

        What is being brought again just now, by an upload or by work that runs, is left to the tidying of each hour.
        """
        await self._follow()
        since = min(filter(None, (await running_since(self._pool), self._bounds.now)))
        contents, freed = sorted(sizes), list[int]()
        for start in range(0, len(contents), AT_ONCE):
            some = contents[start : start + AT_ONCE]
            brought = await self._blobs.notes()
            wanted = await wanted_contents(self._pool, some)
            for sha256 in some:
                others = brought.get(sha256, set()) - {self._notes[sha256]}
                if sha256 in wanted:
                    await self._blobs.trust(self._notes[sha256])
                elif not others and await self._blobs.is_older(sha256, since):
                    freed.append(sizes[sha256])
                    await self._blobs.delete(sha256)
                    await self._blobs.trust(self._notes[sha256])
        return len(freed), sum(freed)


@asynccontextmanager
async def alone_at(cleanup_id: str, core: Core) -> AsyncIterator[bool]:
    """Say whether nobody else is at a cleanup; nobody will be until the block ends, or this process dies.

    Raises
    ------
    Unavailable
        Postgres is away.
    """
    try:
        connection = await connect(core.settings.database_url)
    except OperationalError as error:
        raise Unavailable("The database is away for a moment; ask again", retry_after_s=1) from error
    try:
        yield await try_lock(connection, "cleanup", cleanup_id)
    finally:
        await connection.close()


def bounds_of(older_than_hours: float, now: datetime, core: Core, scope: CleanupScope) -> Bounds:
    """Return what a cleanup is for."""
    ttl = timedelta(seconds=core.settings.blobs.export_ttl_s)
    return Bounds(now - timedelta(hours=older_than_hours), now, ttl, scope)


def _counted(cleanup_id: str, files: Sequence[StoredFile], deleted: int, freed_bytes: int, kept: int) -> Cleaned:
    roles = Counter(file.role for file in files)
    jobs = len({file.job_id for file in files if file.job_id})
    return Cleaned(cleanup_id, dict(sorted(roles.items())), jobs, deleted, freed_bytes, kept)
