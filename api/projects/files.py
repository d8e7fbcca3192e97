"""Files of projects: a film or pictures come in, frames, point clouds and meshes go out."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, delete, get, post, route
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler
from msgspec import UNSET, Meta, UnsetType

from api.core import Core
from api.files.asset import CONTENT_ANSWERS, content_of
from api.files.giving import Arrival, Received, received
from api.files.links import Links
from api.files.multipart import MEDIA_TYPE, BrokenForm, Form
from api.files.upload import arriving, length_of, limited, require_plain
from api.models.family1 import Family1
from api.projects.arriving import told
from api.projects.cleaning import Cleaning
from api.projects.family5 import Number, found_project
from api.projects.giving import STILLS, Gift, attach, give, named, worded
from api.projects.shelf import TYPES, Item, asset_row, shelf_of
from api.projects.work import remove_picture
from api.wire.exchange import Exchange
from commands.asset import clean_name
from domain.access import Caller
from domain.errors import Invalid, StorageFailed, TooLarge
from domain.job import Artefact
from domain.project import PICTURES_MAX, Given, pictures_in
from projections.project import ProjectRow
from runtime.formats import VIDEOS, ZIP, Format

FILM_FIELDS, PICTURE_FIELDS = ("file", "files", "images"), ("files", "file", "images")
"""What files may be called in a form; the first is the name that is documented."""
STREAMED: dict[str, Any] = {"timeout_s": None, "streams": True}
_BINARY = {"type": "string", "format": "binary"}
_NUMBER = {"type": "integer", "minimum": 1, "description": "The project, before or behind the file"}


def _body(formats: Sequence[Format], file: dict[str, Any]) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"project_id": _NUMBER, **file}, "required": ["project_id", *file]}
    text = f"A form with {worded(formats)}, told from the content, not from the name."
    return {"required": True, "description": text, "content": {MEDIA_TYPE: {"schema": schema}}}


VIDEO_BODY = _body(VIDEOS, {"file": _BINARY})
IMAGES_BODY = _body(STILLS, {"files": {"type": "array", "items": _BINARY}})


class FileGiven(msgspec.Struct, kw_only=True):
    """A file that a project was given."""

    asset_id: str
    file_name: str
    file_path: Annotated[str, Meta(description="Where it is downloaded, on this server")]
    file_size: Annotated[int, Meta(description="Bytes")]
    media_type: str
    sha256: str
    pictures: Annotated[int | UnsetType, Meta(description="Of a ZIP file: how many are in it, by their names")] = UNSET


class VideoUploaded(FileGiven, kw_only=True):
    """A film that a project was given."""

    message: Annotated[str, Meta(examples=["Video uploaded successfully"])]
    project_id: int


class ImagesUploaded(msgspec.Struct, kw_only=True):
    """Pictures that a project was given."""

    message: Annotated[str, Meta(examples=["2 images uploaded successfully"])]
    project_id: int
    file_path: Annotated[str, Meta(description="Where the project's files are listed")]
    file_size: Annotated[int, Meta(description="Bytes of all of them")]
    files: list[FileGiven]


class ImageRemoved(msgspec.Struct):
    """A picture that a project has no more."""

    message: Annotated[str, Meta(examples=["Image removed successfully"])]
    project_id: int
    asset_id: str
    file_name: str


class AttachRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Files that were uploaded already, for instance in pieces."""

    project_id: Annotated[int, Meta(ge=1)]
    asset_id: (
        Annotated[str, Meta(min_length=1, max_length=100)] | list[Annotated[str, Meta(min_length=1, max_length=100)]]
    )


class FileListed(FileGiven, kw_only=True):
    """A file of a project."""

    file_type: Annotated[
        str, Meta(description=f"{', '.join(TYPES)}; or preview, result, log, intermediate", examples=["video"])
    ]
    url: Annotated[str, Meta(description="Signed link to the content; needs no token")]
    job_id: Annotated[int | UnsetType, Meta(description="The job that made it")] = UNSET
    created_at: datetime


class FilesListed(msgspec.Struct):
    """All files of a project."""

    project_id: int
    files: list[FileListed]


@post(
    "/files/upload/video", operation_id="UploadVideo", tags=["Files"], status_code=200,
    opt={**STREAMED, "body": VIDEO_BODY}, request_max_body_size=None,
)  # fmt: skip
async def upload_video(request: Request[Any, Any, Any], caller: Caller, core: Core) -> VideoUploaded:
    """Give a project its film; it stands for the film, or the pictures, before it.

    It is hashed, and its format told from its content, while it arrives. Larger films may be sent in pieces that can be
    taken up again: tus at `/assets/uploads`, with `project_id` in `Upload-Metadata` or `POST /files/attach` behind it.
    """
    gift = await _taken(request, VIDEOS, 1, caller, core)
    shown = _shown(gift.files[0], gift.project)
    return VideoUploaded(message="Video uploaded successfully", project_id=gift.project.number, **shown)


@post(
    "/files/upload/images", operation_id="UploadImages", tags=["Files"], status_code=200,
    opt={**STREAMED, "body": IMAGES_BODY}, request_max_body_size=None,
)  # fmt: skip
async def upload_images(request: Request[Any, Any, Any], caller: Caller, core: Core) -> ImagesUploaded:
    """Give a project pictures, or ZIP files of them: all that are sent, or none. They come beside those it has."""
    return _images(await _taken(request, STILLS, PICTURES_MAX, caller, core))


@post("/files/attach", operation_id="AttachFiles", tags=["Files"], status_code=200)
async def attach_files(data: AttachRequest, caller: Caller, core: Core) -> VideoUploaded | ImagesUploaded:
    """Give a project a film or pictures that were uploaded already, for instance in pieces by tus."""
    asset_ids = [data.asset_id] if isinstance(data.asset_id, str) else data.asset_id
    gift = await attach(asset_ids, data.project_id, caller, core)
    if not gift.files[0].media_type.startswith("video/"):
        return _images(gift)
    shown = _shown(gift.files[0], gift.project)
    return VideoUploaded(message="Video attached successfully", project_id=gift.project.number, **shown)


@route(
    "/files/download/{project_id:str}/{file_type:str}",
    http_method=["GET", "HEAD"],
    operation_id=lambda _handler, method, _parts: f"{method.title()}ProjectFile",
    tags=["Files"],
    opt={"timeout_s": None},
    responses=CONTENT_ANSWERS,
)
async def download_file(
    project_id: Number,
    file_type: Annotated[str, Parameter(description=", ".join(TYPES))],
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    format: Annotated[Literal["ply", "glb", "obj", "zip"] | None, Parameter(description="Of those there are")] = None,
    asset_id: Annotated[str, Parameter(max_length=100, description="Which of several pictures")] = "",
) -> ASGIApp:
    """Return the newest file of a type. Takes `Range`, `If-Range` and `If-None-Match`; the ETag is the SHA-256."""
    row = await found_project(project_id, exchange.caller, core)
    item = (await shelf_of(row, exchange.caller, core)).find(file_type, format or "", asset_id)
    if await core.services.blobs.size(item.file.sha256) != item.file.size_bytes:
        raise StorageFailed("The file's content is missing in the blob store")
    return content_of(asset_row(item, row), request, exchange, core)


@get("/files/list/{project_id:str}", operation_id="ListFiles", tags=["Files"])
async def list_files(project_id: Number, caller: Caller, core: Core, links: Links) -> FilesListed:
    """Return all files of a project: what was given, then what its jobs made, the newest first."""
    row = await found_project(project_id, caller, core)
    shelf = await shelf_of(row, caller, core)
    return FilesListed(row.number, [_listed(item, shelf.path(item), row, links) for item in shelf.items()])


@delete("/files/{project_id:str}/images/{asset_id:str}", operation_id="RemoveImage", tags=["Files"], status_code=200)
async def remove_image(
    project_id: Number,
    asset_id: Annotated[str, Parameter(max_length=100, description="As the list of files names it")],
    caller: Caller,
    core: Core,
    family: Family1,
    links: Links,
) -> ImageRemoved:
    """Take a picture, or a ZIP file of pictures, out of a project, and let its file go."""
    row = await found_project(project_id, caller, core)
    removed = await remove_picture(row, asset_id, caller, core)
    await Cleaning(row, caller, core, family, links).let_go(removed.asset_id)
    return ImageRemoved("Image removed successfully", row.number, removed.asset_id, removed.name)


async def _taken(
    request: Request[Any, Any, Any], formats: Sequence[Format], files_max: int, caller: Caller, core: Core
) -> Gift:
    """Take the files of a form in, and give them to the project that it names."""
    require_plain(request)
    kind = request.headers.get("content-type", "")
    names = FILM_FIELDS if files_max == 1 else PICTURE_FIELDS
    form = Form(kind, names=names, texts=("project_id",), files_max=files_max, is_strict=True)
    limit = core.settings.blobs.film_bytes_max
    if files_max == 1 and (length_of(request) or 0) > limit + 2**20:
        raise TooLarge(f"A file may have at most {limit} bytes", size_bytes_max=limit)
    body = arriving(request, core.settings.blobs.upload_idle_s)
    total_bytes = length_of(request) or 0
    taken = _received(form, limited(body, limit * files_max), formats, total_bytes, caller, core)
    files = [one async for one in taken]
    return await give(files, await _project(form, caller, core), caller, core)


async def _received(
    form: Form, body: AsyncIterator[bytes], formats: Sequence[Format], total_bytes: int, caller: Caller, core: Core
) -> AsyncIterator[Received]:
    limit, held_bytes = core.settings.blobs.film_bytes_max, 0
    async for file in form.files(body):
        # Who gives to what is not there hears it before the file has come.
        project = await _project(form, caller, core) if "project_id" in form.fields else None
        arrival, name = Arrival(file.name, allowed=formats), clean_name(file.name, "")
        chunks = told(file.chunks, name, total_bytes, project, core)
        try:
            one = await received(core, caller.account, chunks, arrival, size_bytes_max=limit, reserved_bytes=held_bytes)
        except BrokenForm:
            raise  # it says nothing of the file
        except (Invalid, TooLarge) as error:
            error = named(error, name) if name and formats is STILLS else error
            raise type(error)(error.message, **_in_field(error.facts, formats)) from error
        held_bytes += one.size_bytes
        yield one


def _in_field(facts: Mapping[str, Any], formats: Sequence[Format]) -> dict[str, Any]:
    """Return facts of a refusal with the field as the form calls it."""
    return {**facts, "field": "files"} if formats is STILLS and facts.get("field") == "file" else {**facts}


async def _project(form: Form, caller: Caller, core: Core) -> ProjectRow:
    text = form.fields.get("project_id", "")
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 16):
        raise Invalid("Send the field `project_id` with the number of a project", field="project_id")
    return await found_project(int(text), caller, core)


def _images(gift: Gift) -> ImagesUploaded:
    count, number = pictures_in(gift.files), gift.project.number
    return ImagesUploaded(
        message=f"{count} image{'s' * (count != 1)} uploaded successfully",
        project_id=number,
        file_path=f"/api/v1/files/list/{number}",
        file_size=sum(file.size_bytes for file in gift.files),
        files=[FileGiven(**_shown(file, gift.project)) for file in gift.files],
    )


def _shown(file: Given, project: ProjectRow) -> dict[str, Any]:
    kind = "video" if file.media_type.startswith("video/") else "images"
    return {
        "asset_id": file.asset_id, "file_name": file.name, "file_path": Item(kind, "", file).path(project.number),
        "file_size": file.size_bytes, "media_type": file.media_type, "sha256": file.sha256, "pictures": _pictures(file),
    }  # fmt: skip


def _pictures(file: Given | Artefact) -> int | UnsetType:
    return file.pictures if isinstance(file, Given) and file.media_type == ZIP.media_type else UNSET


def _listed(item: Item, path: str, row: ProjectRow, links: Links) -> FileListed:
    file, job = item.file, item.job
    return FileListed(
        file_type=item.kind,
        file_name=file.name,
        file_path=path,
        file_size=file.size_bytes,
        media_type=file.media_type,
        sha256=file.sha256,
        pictures=_pictures(file),
        asset_id=file.asset_id,
        url=links.to(file.asset_id, file.name),
        job_id=job.number if job else UNSET,
        created_at=job.updated_at if job else row.created_at,
    )


routes: list[ControllerRouterHandler] = [
    upload_video, upload_images, attach_files, download_file, list_files, remove_image,
]  # fmt: skip
