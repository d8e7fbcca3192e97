"""What may be asked of projects."""

import unicodedata

from commands.base import Command, Noun
from domain.access import MISSING
from domain.asset import AssetUploaded
from domain.errors import Conflict, Invalid, NotFound
from domain.events import Event
from domain.job import JobRequested
from domain.project import (
    DESCRIPTION_LENGTH_MAX,
    NAME_LENGTH_MAX,
    PICTURES_MAX,
    Given,
    PictureRemoved,
    PicturesGiven,
    Project,
    ProjectArchived,
    ProjectCreated,
    ProjectDeleted,
    ProjectEdited,
    ProjectEvent,
    ProjectJobStarted,
    ProjectReopened,
    ReconstructionQuality,
    VideoGiven,
    evolve,
    pictures_in,
)


class _ProjectCommand(Command, frozen=True):
    project_id: str

    @property
    def stream(self) -> str:
        """Return the project's id."""
        return self.project_id


class CreateProject(_ProjectCommand, frozen=True):
    """Begin a project."""

    is_creation = True

    owner: str
    name: str
    description: str = ""


class EditProject(_ProjectCommand, frozen=True):
    """Give it another name or description, put it aside or take it up again; what is None stays."""

    name: str | None = None
    description: str | None = None
    is_archived: bool | None = None


class GiveVideo(_ProjectCommand, frozen=True):
    """State that a film of the project is kept; with `uploaded`, its asset comes to be at the same moment."""

    video: Given
    uploaded: tuple[AssetUploaded, ...] = ()

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the asset that comes to be."""
        return tuple(zip((self.video.asset_id,), self.uploaded, strict=False))


class GivePictures(_ProjectCommand, frozen=True):
    """State that pictures of the project are kept; with `uploaded`, their assets come to be at the same moment."""

    pictures: tuple[Given, ...]
    uploaded: tuple[AssetUploaded, ...] = ()

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the assets that come to be."""
        return tuple(zip((picture.asset_id for picture in self.pictures), self.uploaded, strict=False))


class RemovePicture(_ProjectCommand, frozen=True):
    """Take a picture out of the project.

    `before` is the newest reconstruction, which has ended: if another one was started meanwhile, this is refused.
    """

    asset_id: str
    before: str | None = None


class StartProjectJob(_ProjectCommand, frozen=True):
    """State that work for the project was requested; with `request`, the job comes to be at the same moment.

    `before` is the newest job of this kind, which has ended: if another one was started meanwhile, this is refused.
    """

    job_id: str
    kind: str
    quality: ReconstructionQuality | None = None
    request: JobRequested | None = None
    before: str | None = None

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the job that comes to be."""
        return ((self.job_id, self.request),) if self.request else ()


class DeleteProject(_ProjectCommand, frozen=True):
    """Delete it; asking again is no second fact."""


def clean_line(text: str, field: str, length_max: int) -> str:
    """Return a name or description without outer blanks.

    Raises
    ------
    Invalid
        It is too long, or has control characters.
    """
    text = text.strip()
    if len(text) > length_max:
        raise Invalid(f"`{field}` has {len(text)} characters; at most {length_max} are allowed", field=field)
    if any(unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\r\t" for one in text):
        raise Invalid(f"`{field}` has control characters; only line breaks and tabs are allowed", field=field)
    return text


def clean_name(text: str) -> str:
    """Return a project's name; it may not be empty."""
    name = clean_line(text, "name", NAME_LENGTH_MAX)
    if not name:
        raise Invalid("`name` is empty; say what the project is called", field="name")
    return name


def _create(command: CreateProject, project: Project) -> tuple[ProjectEvent, ...]:
    if project.owner:
        raise Conflict("There is such a project already")
    description = clean_line(command.description, "description", DESCRIPTION_LENGTH_MAX)
    return (ProjectCreated(command.owner, clean_name(command.name), description),)


def _edit(command: EditProject, project: Project) -> tuple[ProjectEvent, ...]:
    _require_there(project)
    name = project.name if command.name is None else clean_name(command.name)
    description = project.description
    if command.description is not None:
        description = clean_line(command.description, "description", DESCRIPTION_LENGTH_MAX)
    events: list[ProjectEvent] = []
    if (name, description) != (project.name, project.description):
        events.append(ProjectEdited(name, description, project.name, project.description))
    if command.is_archived is not None and command.is_archived != project.is_archived:
        events.append(ProjectArchived() if command.is_archived else ProjectReopened())
    return tuple(events)


def _give_video(command: GiveVideo, project: Project) -> tuple[ProjectEvent, ...]:
    _require_open(project)
    return () if project.video == command.video else (VideoGiven(command.video),)


def _give_pictures(command: GivePictures, project: Project) -> tuple[ProjectEvent, ...]:
    _require_open(project)
    known = {picture.asset_id for picture in project.pictures}
    fresh = tuple(picture for picture in command.pictures if picture.asset_id not in known)
    if fresh and pictures_in((*project.pictures, *fresh)) > PICTURES_MAX:
        raise Invalid(f"A project may have {PICTURES_MAX} pictures", field="files", allowed=PICTURES_MAX)
    return (PicturesGiven(fresh),) if fresh else ()


def _remove_picture(command: RemovePicture, project: Project) -> tuple[ProjectEvent, ...]:
    _require_open(project)
    picture = project.find(command.asset_id)
    if picture is None:
        raise NotFound("The project has no such picture")
    if command.before not in (None, project.newest):
        raise Conflict("A reconstruction was started at this moment by somebody else; wait for it, or cancel it first")
    return (PictureRemoved(picture),)


def _start(command: StartProjectJob, project: Project) -> tuple[ProjectEvent, ...]:
    _require_open(project)
    if command.job_id in project.jobs:
        return ()
    newest = project.frames if command.quality is None else project.newest
    if command.before not in (None, newest):
        raise Conflict("The same was started at this moment by somebody else; wait for it, or cancel it first")
    return (ProjectJobStarted(command.job_id, command.kind, command.quality),)


def _delete(command: DeleteProject, project: Project) -> tuple[ProjectEvent, ...]:
    return () if project.is_deleted else (ProjectDeleted(),)


def _require_there(project: Project) -> None:
    if project.is_deleted:
        raise NotFound(MISSING)


def _require_open(project: Project) -> None:
    _require_there(project)
    if project.is_archived:
        raise Conflict("The project is archived; set its `status` to `draft` to take it up again")


PROJECT = Noun(
    "project",
    Project(),
    evolve,
    lambda project: project.owner,
    {
        CreateProject: _create,
        EditProject: _edit,
        GiveVideo: _give_video,
        GivePictures: _give_pictures,
        RemovePicture: _remove_picture,
        StartProjectJob: _start,
        DeleteProject: _delete,
    },
)
