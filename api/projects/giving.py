"""Films and pictures that projects are given: by a form, or as assets that were uploaded before."""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from api.core import Core
from api.files.asset import found_asset
from api.files.giving import Received, require_space, trust
from api.projects.family5 import found_project
from commands.project import GivePictures, GiveVideo
from domain.access import Caller
from domain.asset import AssetUploaded
from domain.errors import Conflict, Invalid, TooLarge
from domain.project import Given
from projections.asset import AssetRow
from projections.project import ProjectRow
from runtime.films import INDEXED, require_pictures
from runtime.formats import JPEG, PNG, TIFF, VIDEOS, ZIP, Format
from runtime.ids import new_id
from runtime.photographs import ZipLimits, photographs_in

STILLS = (JPEG, PNG, TIFF, ZIP)
_FILMS = frozenset(known.media_type for known in VIDEOS)
_STILLS = frozenset(known.media_type for known in STILLS)


class Gift(NamedTuple):
    """What a project was given, and where it stands in the log."""

    project: ProjectRow
    files: tuple[Given, ...]


async def give(files: Sequence[Received], project: ProjectRow, caller: Caller, core: Core) -> Gift:
    """Give a film, or pictures, that have just been received to a project: both facts come to be at once, or neither.

    Raises
    ------
    Refused
        A picture or ZIP file cannot be read; the project is gone or archived, or has too many pictures; or its owner
        has no room for more.
    """
    await require_space(core, project.owner, sum(file.size_bytes for file in files))
    given = tuple([await _looked_at(new_id("asset"), file, core) for file in files])
    uploaded = tuple(
        AssetUploaded(project.owner, one.name, one.media_type, one.sha256, one.size_bytes) for one in given
    )  # fmt: skip
    gift = await _given(given, uploaded, project, caller, core)
    await trust(core, *files)
    return gift


async def attach(asset_ids: Sequence[str], number: int, caller: Caller, core: Core) -> Gift:
    """Give assets of the caller to a project: one film, or pictures.

    Raises
    ------
    Refused
        An asset or the project is not there, or somebody else's; or they are neither one film nor pictures.
    """
    project = await found_project(number, caller, core)
    rows = [await found_asset(asset_id, caller, core) for asset_id in dict.fromkeys(asset_ids)]
    if any(row.owner != project.owner for row in rows):
        raise Conflict("The files and the project belong to different people")
    if any(row.job_id or row.prompt_id for row in rows):
        raise Conflict("Only files that were given by themselves can be given to a project")
    limit = core.settings.blobs.film_bytes_max
    if any(row.size_bytes > limit for row in rows):
        raise TooLarge(f"A file may have at most {limit} bytes", size_bytes_max=limit)
    given = tuple([await _looked_at(row.id, row, core) for row in rows])
    return await _given(given, (), project, caller, core)


def named(error: Invalid | TooLarge, name: str) -> Invalid | TooLarge:
    """Return a refusal that says which file it is about."""
    return type(error)(f"{name} is not taken: {error.message}", **error.facts)


def worded(formats: Sequence[Format]) -> str:
    """Return the names of formats with commas."""
    return ", ".join(known.label for known in formats)


async def _looked_at(asset_id: str, file: Received | AssetRow, core: Core) -> Given:
    """Return a file as a project is given it, with how many pictures it has; what is broken is refused by its name."""
    limits = core.settings.blobs
    allowed = ZipLimits(limits.zip_entries_max, limits.zip_bytes_max, limits.zip_entry_bytes_max)
    pictures = 1
    if file.media_type in _STILLS | INDEXED:
        try:
            content = await asyncio.to_thread(core.services.blobs.opened, file.sha256)
            if file.media_type in _STILLS:
                pictures = await asyncio.to_thread(photographs_in, content, file.media_type, allowed)
            else:
                await asyncio.to_thread(require_pictures, content, file.size_bytes)
        except (Invalid, TooLarge) as error:
            raise named(error, file.name) from error
    return Given(asset_id, file.name, file.media_type, file.sha256, file.size_bytes, pictures)


async def _given(
    files: tuple[Given, ...], uploaded: tuple[AssetUploaded, ...], project: ProjectRow, caller: Caller, core: Core
) -> Gift:
    kinds = {file.media_type for file in files}
    command: GiveVideo | GivePictures
    if len(files) == 1 and kinds <= _FILMS:
        command = GiveVideo(project.id, files[0], uploaded)
    elif files and kinds <= _STILLS:
        command = GivePictures(project.id, files, uploaded)
    else:
        raise Invalid(f"Give one film ({worded(VIDEOS)}), or pictures ({worded(STILLS)})", field="asset_id")
    done = await core.do(command, caller)
    for view in ("asset", "project"):
        await core.views.wait_for(view, done.position)
    return Gift(project, files)
