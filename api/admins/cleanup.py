"""Cleaning up: an admin lets old files go."""

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from litestar import post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.admins.cleaning import Cleaning, bounds_of
from api.core import Core
from domain.access import Caller
from domain.cleanup import CleanupScope

HOURS_MAX = 20 * 365 * 24
MIB = 2**20


class CleanupRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Which files are to go."""

    older_than_hours: Annotated[
        float, Meta(ge=0, le=HOURS_MAX, description="Work that ended longer ago loses its files", examples=[24])
    ]
    dry_run: Annotated[bool, Meta(description="Only say what would go")] = False
    scope: Annotated[
        CleanupScope,
        Meta(
            description="images: pictures, models and previews of batches; everything: also the files of runs, exports"
            " and operations on meshes and textures. Files of projects and designs never go"
        ),
    ] = "images"


class CleanupAnswer(msgspec.Struct, kw_only=True):
    """What has gone; or would, in a dry run."""

    cleaned_files: Annotated[int, Meta(description="Files that are there no more", examples=[45])]
    freed_space_mb: Annotated[int, Meta(description="MiB of the blob store, rounded", examples=[1024])]
    freed_bytes: Annotated[int, Meta(description="The same, exactly")]
    files: Annotated[dict[str, int], Meta(description="The files by what they were: result, preview, texture, …")]
    jobs: Annotated[int, Meta(description="Jobs that lost files")]
    contents_deleted: int
    contents_kept: Annotated[
        int, Meta(description="Contents that stay: other files have them, or somebody brings them just now")
    ]
    cleanup_id: Annotated[str | None, Meta(description="Its stream in the log; null of a dry run")]
    dry_run: bool


@post("/admin/cleanup", operation_id="CleanUp", status_code=200, opt={"admin": True, "timeout_s": None}, tags=["Admin"])
async def clean_up(data: CleanupRequest, caller: Caller, core: Core) -> CleanupAnswer:
    """Let files of finished work go that are older; never what something live needs. Admins only; safe to repeat."""
    cleaning = Cleaning(bounds_of(data.older_than_hours, datetime.now(UTC), core, data.scope), caller, core)
    found = await (cleaning.rehearse() if data.dry_run else cleaning.carry_out(data.older_than_hours))
    return CleanupAnswer(
        cleaned_files=sum(found.files.values()),
        freed_space_mb=round(found.freed_bytes / MIB),
        freed_bytes=found.freed_bytes,
        files=found.files,
        jobs=found.jobs,
        contents_deleted=found.contents_deleted,
        contents_kept=found.contents_kept,
        cleanup_id=found.cleanup_id or None,
        dry_run=data.dry_run,
    )


routes: list[ControllerRouterHandler] = [clean_up]
