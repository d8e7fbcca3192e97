"""Reference pictures of a prompt: ours, or fetched now; kept as assets either way."""

import asyncio
import hashlib
from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from api.core import Core
from domain.access import Caller
from domain.errors import Invalid, NotFound, Refused, StorageFailed
from domain.prompt import Reference
from projections.views import Views
from runtime.blobs import ABANDONED_AFTER, asset_id
from runtime.fetch import Fetcher
from runtime.pictures import READ_KINDS, inspect_picture
from runtime.services import Services
from runtime.urls import asset_of


class ReferenceRequest(msgspec.Struct, forbid_unknown_fields=True):
    """A picture to look at."""

    type: Annotated[Literal["image"], Meta(description="Only pictures are taken")]
    url: Annotated[
        str,
        Meta(
            max_length=2048,
            description="A public http(s) URL of a PNG, JPEG or WebP picture, or a link to an asset of yours",
            examples=["https://example.com/reference.jpg"],
        ),
    ]


class References:
    """Turns what a request names into what a prompt keeps."""

    def __init__(self, core: Core, fetcher: Fetcher) -> None:
        self._core = core
        self._fetcher = fetcher
        self._notes: list[str] = []

    async def trust(self) -> None:
        """Say that a prompt names what was kept; what no prompt came to name is removed after a day."""
        if not self._notes:
            return
        with suppress(StorageFailed):  # a note that stays says nothing against a picture that an asset names
            await self._core.services.blobs.trust(*self._notes)

    async def keep(
        self, wanted: list[ReferenceRequest], prompt_id: str, caller: Caller, base_url: str
    ) -> tuple[Reference, ...]:
        """Return the references, each of them kept; all are fetched at the same time.

        Raises
        ------
        Invalid
            One of them cannot be had or is no picture that is read; the facts name it.
        """
        kept = (self._kept(index, one.url, prompt_id, caller, base_url) for index, one in enumerate(wanted))
        return tuple(await asyncio.gather(*kept))

    async def _kept(self, index: int, url: str, prompt_id: str, caller: Caller, base_url: str) -> Reference:
        try:
            own = asset_of(url, base_url)
            if own:
                return await self._own(own, url, prompt_id, caller)
            return await self._fetched(url, prompt_id)
        except Refused as refusal:
            message = f"The reference cannot be used: {refusal.message}"
            raise Invalid(message, **{**refusal.facts, "field": f"references[{index}].url"}) from refusal

    async def _own(self, own: str, url: str, prompt_id: str, caller: Caller) -> Reference:
        row = await self._core.views.asset.get(own, caller)
        if row.media_type not in READ_KINDS:
            raise NotFound("this asset is not a picture")
        return _reference(prompt_id, url, row.sha256, row.media_type, row.size_bytes)

    async def _fetched(self, url: str, prompt_id: str) -> Reference:
        limits = self._core.settings.blobs
        data = await self._fetcher.read(url, size_bytes_max=limits.reference_bytes_max)
        picture = inspect_picture(data, pixels_max=limits.reference_pixels_max)
        blobs = self._core.services.blobs
        self._notes.append(await blobs.doubt(hashlib.sha256(data).hexdigest()))
        sha256, size_bytes = await blobs.put(data)
        return _reference(prompt_id, url, sha256, picture.media_type, size_bytes)


def _reference(prompt_id: str, url: str, sha256: str, media_type: str, size_bytes: int) -> Reference:
    return Reference("image", url, asset_id(prompt_id, "reference", sha256), sha256, media_type, size_bytes)


async def clear_unnamed(opened: Services, views: Views, older_than: timedelta = ABANDONED_AFTER) -> int:
    """Remove pictures whose prompts were never made, and return how many that were.

    Raises
    ------
    Unavailable
        It cannot be told now what assets there are.
    """
    blobs, removed = opened.blobs, 0
    doubted = await blobs.doubted(older_than)
    if doubted:
        await views.wait_for("asset", await opened.store.last_position(), is_needed=True)
    for sha256, notes in doubted.items():
        if not await views.asset.is_named(sha256):
            await blobs.delete(sha256)
            removed += 1
        await blobs.trust(*notes)
    return removed
