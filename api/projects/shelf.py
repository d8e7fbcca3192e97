"""Which files a project has: what was given, and what its jobs made; by type and format."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from api.core import Core
from domain.access import Caller
from domain.errors import Invalid, NotFound
from domain.job import Artefact
from domain.project import Given
from domain.work import ExtractFrames, Reconstruct
from projections.asset import AssetRow
from projections.job import JobRow
from projections.project import ProjectRow

MADE: Mapping[str, Mapping[str, str]] = {
    "frames": {"zip": "frames.zip"},
    "mesh": {"ply": "mesh.ply"},
    "textured_mesh": {"glb": "textured_mesh.glb", "obj": "textured_mesh_obj.zip"},
    "point_cloud": {"ply": "point_cloud.ply"},
}
"""Names of the files that jobs make, by type and format; the first format is the usual one."""
TYPES = ("video", "images", *MADE)
_TYPE_OF = {name: (kind, form) for kind, known in MADE.items() for form, name in known.items()}
_OTHER = {"preview": "preview", "log": "log", "input": "intermediate", "result": "result", "texture": "result"}


class Item(NamedTuple):
    """A file of a project; `job` made it, or else it was given."""

    kind: str
    form: str  # empty: there is only one
    file: Given | Artefact
    job: JobRow | None = None

    def path(self, number: int) -> str:
        """Return where it is downloaded, on this server."""
        base = f"/api/v1/files/download/{number}/{self.kind}"
        if self.kind == "images":
            return f"{base}?asset_id={self.file.asset_id}"
        if self.kind in MADE:
            return base if self.form == next(iter(MADE[self.kind])) else f"{base}?format={self.form}"
        return base if self.kind == "video" else f"/api/v1/assets/{self.file.asset_id}/content"


class Shelf:
    """The files of one project."""

    def __init__(self, row: ProjectRow, jobs: tuple[JobRow, ...]) -> None:
        self._row = row
        self._jobs = jobs[::-1]

    def items(self) -> Iterator[Item]:
        """Yield all files: what was given, then what jobs made, the newest job first."""
        if self._row.video:
            yield Item("video", "", self._row.video)
        yield from (Item("images", "", picture) for picture in self._row.pictures)
        for job in self._jobs:
            for kept in job.artefacts:
                kind, form = _TYPE_OF.get(kept.name, ("", ""))
                yield Item(kind or _OTHER[kept.role], form, kept, job)

    def path(self, item: Item) -> str:
        """Return where exactly this file is downloaded: by its type only the newest of those that are offered is."""
        if item.kind in MADE:
            newest = next((one for one in self._offered() if (one.kind, one.form) == (item.kind, item.form)), None)
            if newest is None or newest.file.asset_id != item.file.asset_id:
                return f"/api/v1/assets/{item.file.asset_id}/content"
        return item.path(self._row.number)

    def find(self, kind: str, form: str, asset_id: str) -> Item:
        """Return the newest file of a type.

        Raises
        ------
        NotFound
            There is none; the message says what there is.
        Invalid
            There is no such type; or there are several pictures, and it is not said which.
        """
        if kind not in TYPES:
            there = ", ".join(TYPES)
            raise Invalid(f"There is no such type of file; types: {there}", field="file_type", allowed=[*TYPES])
        found = [item for item in self._offered() if item.kind == kind]
        if asset_id:
            found = [item for item in found if item.file.asset_id == asset_id]
        if kind == "images" and len(found) > 1:
            raise Invalid(f"The project has {len(found)} pictures; say which one by `asset_id`", field="asset_id")
        form = form or next(iter(MADE.get(kind, {})), "")
        for item in found:
            if item.form in ("", form):
                return item
        raise NotFound(self._missing(kind, form if found else "", [item.form for item in found]))

    def _offered(self) -> Iterator[Item]:
        """Yield what may be downloaded by its type: of jobs that succeeded, and of what the project has now."""
        for item in self.items():
            if item.kind == "frames":
                if item.job and self._is_of_now(item.job):
                    yield item
            elif item.job is None or item.job.status == "succeeded":
                yield item

    def _is_of_now(self, job: JobRow) -> bool:
        """Whether a job looked at the film, or the pictures, that the project has now."""
        if isinstance(job.work, ExtractFrames | Reconstruct):
            return job.work.video == (self._row.video.asset_id if self._row.video else "")
        return False

    def _missing(self, kind: str, form: str, forms: list[str]) -> str:
        if forms:
            return f"`{kind}` is not there as {form}, but as {', '.join(dict.fromkeys(forms))}"
        there = list(dict.fromkeys(item.kind for item in self._offered() if item.kind in TYPES))
        return f"`{kind}` is not there. This project has: {', '.join(there) or 'no files yet'}"


async def shelf_of(row: ProjectRow, caller: Caller, core: Core) -> Shelf:
    """Return the files of a project."""
    return Shelf(row, await core.views.job.of_parent(row.id, caller))


def asset_row(item: Item, row: ProjectRow) -> AssetRow:
    """Return a file as an asset, without asking for it."""
    file, job = item.file, item.job
    return AssetRow(
        file.asset_id, row.owner, _named(item, row), "input" if job is None else "result", file.media_type, file.sha256,
        file.size_bytes, job.updated_at if job else row.created_at, 0, job_id=job.id if job else "",
    )  # fmt: skip


def _named(item: Item, row: ProjectRow) -> str:
    """Return under which name a file is saved: what was given as it was called, the rest after its project."""
    if item.job is None:
        return item.file.name
    stem = "_".join("".join(one if one.isalnum() else " " for one in row.name).split())[:60]
    return f"{stem}-{item.file.name}" if stem else item.file.name
