"""A project of family 5: a film or pictures of one thing, and what was reconstructed from them."""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from domain.events import Event

NAME_LENGTH_MAX = 200
DESCRIPTION_LENGTH_MAX = 4000
PICTURES_MAX = 1000

ReconstructionQuality = Literal["low", "medium", "high", "extreme"]
Mapper = Literal["incremental", "global"]


class Given(msgspec.Struct, frozen=True):
    """A film or picture that was given, kept as an asset."""

    asset_id: str
    name: str
    media_type: str
    sha256: str
    size_bytes: Annotated[int, Meta(ge=0)]
    pictures: Annotated[int, Meta(ge=1, description="How many pictures are in it; more than one only in ZIP files")] = 1


class ProjectCreated(Event, frozen=True, tag="project.created"):
    """Somebody began a project."""

    owner: str
    name: str
    description: str = ""


class ProjectEdited(Event, frozen=True, tag="project.edited"):
    """A project was given another name or description."""

    name: str
    description: str
    name_before: str
    description_before: str


class ProjectArchived(Event, frozen=True, tag="project.archived"):
    """Its owner put the project aside; nothing is computed for it until it is taken up again."""


class ProjectReopened(Event, frozen=True, tag="project.reopened"):
    """Its owner took an archived project up again."""


class VideoGiven(Event, frozen=True, tag="project.video-given"):
    """A film was uploaded; it stands for the one, or the pictures, before it."""

    video: Given


class PicturesGiven(Event, frozen=True, tag="project.pictures-given"):
    """Pictures were uploaded; they come beside those that are there, and stand for a film before them."""

    pictures: tuple[Given, ...]


class PictureRemoved(Event, frozen=True, tag="project.picture-removed"):
    """Its owner took a picture, or a ZIP file of pictures, out of the project."""

    picture: Given


class ProjectJobStarted(Event, frozen=True, tag="project.job-started"):
    """Work was requested for the project: frames, or a reconstruction."""

    job_id: str
    kind: str
    quality: ReconstructionQuality | None = None


class ProjectDeleted(Event, frozen=True, tag="project.deleted"):
    """Its owner deleted the project, and with it all of its files."""


ProjectEvent = (
    ProjectCreated
    | ProjectEdited
    | ProjectArchived
    | ProjectReopened
    | VideoGiven
    | PicturesGiven
    | PictureRemoved
    | ProjectJobStarted
    | ProjectDeleted
)


class Project(msgspec.Struct, frozen=True):
    """A project as it stands; `jobs` are the ids of all work requested for it, in order."""

    owner: str = ""
    name: str = ""
    description: str = ""
    video: Given | None = None
    pictures: tuple[Given, ...] = ()
    jobs: tuple[str, ...] = ()
    newest: str = ""  # the job of the newest reconstruction
    frames: str = ""  # the job that took the newest frames of the film that is there now
    is_archived: bool = False
    is_deleted: bool = False

    def find(self, asset_id: str) -> Given | None:
        """Return a picture that the project has."""
        return next((picture for picture in self.pictures if picture.asset_id == asset_id), None)


def pictures_in(files: Iterable[Given]) -> int:
    """Return how many pictures there are, those in ZIP files included."""
    return sum(file.pictures for file in files)


def evolve(project: Project, event: ProjectEvent) -> Project:
    """Return the project as it stands after `event`."""
    match event:
        case ProjectCreated(owner=owner, name=name, description=description):
            return Project(owner, name, description)
        case ProjectEdited(name=name, description=description):
            return replace(project, name=name, description=description)
        case ProjectArchived():
            return replace(project, is_archived=True)
        case ProjectReopened():
            return replace(project, is_archived=False)
        case VideoGiven(video=video):
            return replace(project, video=video, pictures=(), frames="")
        case PicturesGiven(pictures=pictures):
            return replace(project, video=None, pictures=(*project.pictures, *pictures), frames="")
        case PictureRemoved(picture=picture):
            left = tuple(one for one in project.pictures if one.asset_id != picture.asset_id)
            return replace(project, pictures=left)
        case ProjectJobStarted(job_id=job_id, quality=None):
            return replace(project, jobs=(*project.jobs, job_id), frames=job_id)
        case ProjectJobStarted(job_id=job_id):
            return replace(project, jobs=(*project.jobs, job_id), newest=job_id)
        case ProjectDeleted():
            return replace(project, is_deleted=True)
