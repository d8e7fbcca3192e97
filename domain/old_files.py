"""Which files a cleanup may let go: the one rule.

A file may go when the work that made it, or that it was given for, ended long enough ago, unless something live needs
it; a picture of which no model was ever asked stays, however old its batch. Live are: work that has not ended or ended
lately, all work of a batch of which any has not ended, exports for as long as their links are good, every project, the
pictures of every design, and all work of other kinds than the cleanup is for. What is live needs its own files, those
that it was made from, and those that these were made from, and so on: whoever looks where it came from finds it all.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import msgspec

from domain.cleanup import CleanupScope
from domain.job import ArtefactRole
from domain.work import BakeTextures, Export, ImageToModel, OptimizeMesh, OptimizeTextures, TextToModel, UnwrapMesh

KINDS: Mapping[CleanupScope, frozenset[str]] = {
    "images": frozenset((ImageToModel.kind(),)),
    "everything": frozenset(
        work.kind()
        for work in (ImageToModel, TextToModel, Export, OptimizeMesh, UnwrapMesh, BakeTextures, OptimizeTextures)
    ),
}
"""Work whose files may go. That of projects and designs is not among them: it goes with the project, or never."""


class StoredFile(msgspec.Struct, frozen=True):
    """A file; without a job and a prompt it was given by itself."""

    asset_id: str
    owner: str
    role: ArtefactRole
    sha256: str
    size_bytes: int
    created_at: datetime
    job_id: str = ""
    prompt_id: str = ""


class PastWork(msgspec.Struct, frozen=True):
    """A job, as much as it takes to say whether its files are needed; `ended_at` is None of one that has not ended."""

    id: str
    kind: str
    inputs: tuple[str, ...] = ()
    ended_at: datetime | None = None
    parent: str = ""


class PastBatch(msgspec.Struct, frozen=True):
    """A batch and its pictures."""

    id: str
    created_at: datetime
    pictures: tuple[str, ...] = ()


class Inventory(msgspec.Struct, frozen=True):
    """All that is there; `held` are assets that projects and designs have."""

    files: tuple[StoredFile, ...] = ()
    jobs: tuple[PastWork, ...] = ()
    batches: tuple[PastBatch, ...] = ()
    held: frozenset[str] = frozenset()


class Bounds(msgspec.Struct, frozen=True):
    """What a cleanup is for: what ended before `before`, as it stands `now`."""

    before: datetime
    now: datetime
    export_ttl: timedelta
    scope: CleanupScope = "images"

    def is_live(self, job: PastWork) -> bool:
        """Return whether everything of a job stays, whatever else there is."""
        if job.kind not in KINDS[self.scope] or job.ended_at is None or job.ended_at >= self.before:
            return True
        return job.kind == Export.kind() and job.ended_at + self.export_ttl > self.now


def removable(there: Inventory, bounds: Bounds) -> tuple[StoredFile, ...]:
    """Return the files that may go."""
    running = {batch.id for batch in there.batches} & {job.parent for job in there.jobs if job.ended_at is None}
    past = {job.id: job for job in there.jobs if job.parent not in running and not bounds.is_live(job)}
    busy = {job.parent for job in there.jobs if job.id not in past}
    over = {batch.id for batch in there.batches if batch.created_at < bounds.before and batch.id not in busy}
    needed = _needed(there, past, over)
    used = {asset for job in past.values() for asset in job.inputs}

    def may_go(file: StoredFile) -> bool:
        if file.prompt_id:
            return False
        is_past = file.job_id in past if file.job_id else file.asset_id in used and file.created_at < bounds.before
        return is_past and file.asset_id not in needed

    return tuple(file for file in there.files if may_go(file))


def contents_without_a_name(there: Inventory, gone: Iterable[StoredFile]) -> dict[str, int]:
    """Return the contents, with their sizes, that no file has once these are gone."""
    removed = {file.asset_id: file for file in gone}
    named = {file.sha256 for file in there.files if file.asset_id not in removed}
    return {file.sha256: file.size_bytes for file in removed.values() if file.sha256 not in named}


def _needed(there: Inventory, past: Mapping[str, PastWork], over: set[str]) -> set[str]:
    """Return the assets that something live needs, with all that they were made from."""
    waiting = set(there.held)
    waiting |= {asset for job in there.jobs if job.id not in past for asset in job.inputs}
    waiting |= {file.asset_id for file in there.files if file.job_id and file.job_id not in past}
    waiting |= {picture for batch in there.batches if batch.id not in over for picture in batch.pictures}
    made_from = {file.asset_id: past[file.job_id].inputs for file in there.files if file.job_id in past}
    needed: set[str] = set()
    while waiting:
        asset = waiting.pop()
        needed.add(asset)
        waiting |= set(made_from.get(asset, ())) - needed
    return needed
