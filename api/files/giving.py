"""Taking in a file that somebody gives: never in memory, its format told from its content, if there is room."""

from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from api.core import Core
from api.files.asset import found_asset
from api.files.links import Links
from api.models.family1 import Answer
from commands.asset import UploadAsset, clean_name
from domain.access import Caller
from domain.errors import Conflict, Invalid, StorageFailed, TooLarge
from projections.asset import AssetRow
from runtime.formats import FORMATS, HEAD_BYTES, STL, Format, sniffed, stl_trouble
from runtime.ids import new_id

_STRANGERS = {
    b"Kaydara FBX": "FBX", b"; FBX": "FBX", b"BLENDER": "a Blender file", b"PXR-USDC": "USD", b"#usda": "USD",
    b"<?xml": "XML (COLLADA, X3D, SVG …)", b"#VRML": "VRML", b"%PDF": "PDF", b"GIF8": "GIF", b"BM": "BMP",
    b"8BPS": "PSD", b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip",
}  # fmt: skip
"""What people send that is not taken, by how it begins: an answer that names it says what to convert."""


class AssetGiven(msgspec.Struct, kw_only=True):
    """A file that somebody gave."""

    asset_id: Annotated[str, Meta(examples=["asset_01k0000000000000000000000a"])]
    name: Annotated[str, Meta(examples=["duck.glb"])]
    media_type: Annotated[str, Meta(description="Told from the content", examples=["model/gltf-binary"])]
    sha256: Annotated[str, Meta(description="SHA-256 of the content in hex; also its ETag")]
    size_bytes: int
    url: Annotated[str, Meta(description="Signed link to the content; needs no token")]
    expires_at: Annotated[datetime, Meta(description="Until when `url` is good, at least")]
    created_at: datetime


class AssetGivenAnswer(Answer, kw_only=True):
    """A file that somebody gave."""

    data: AssetGiven


class Arrival:
    """A file while it arrives: its name, its first bytes, and how many there were."""

    def __init__(
        self, name: str = "", *, size_bytes_stated: int | None = None, allowed: Sequence[Format] = FORMATS
    ) -> None:
        self.name = name
        self.head = b""
        self.size_bytes = 0
        self._stated = size_bytes_stated
        self._allowed = allowed

    async def watched(self, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Pass chunks on; a file that cannot be one of those that are read is refused before more of it comes.

        Raises
        ------
        Invalid
            The content is in no format that is read here.
        """
        async for chunk in chunks:
            self.size_bytes += len(chunk)
            if len(self.head) < HEAD_BYTES:
                self.head += chunk[: HEAD_BYTES - len(self.head)]
                if len(self.head) == HEAD_BYTES:
                    require_known(self.head, self._stated, self._allowed, self.name)
            yield chunk

    @property
    def format(self) -> Format:
        """Return the format of what has arrived.

        Raises
        ------
        Invalid
            It is none that is read here, or nothing has arrived.
        """
        if not self.size_bytes:
            raise Invalid("The file is empty", field="file")
        return require_known(self.head, self.size_bytes, self._allowed, self.name)


class Received(NamedTuple):
    """The content of a file that was given; no asset names it yet, and `note` says so."""

    name: str
    media_type: str
    sha256: str
    size_bytes: int
    note: str


def require_known(head: bytes, size_bytes: int | None, formats: Sequence[Format] = FORMATS, name: str = "") -> Format:
    """Return the format of a file; its name counts for binary STL alone, which has no mark of its own.

    Raises
    ------
    Invalid
        It is none that is read here; the facts list those that are.
    """
    found = sniffed(head, size_bytes, name)
    if found is None and STL in formats and (trouble := stl_trouble(head, size_bytes, name)):
        raise Invalid(trouble, field="file")
    if found is None or found not in formats:
        allowed = [known.label for known in formats]
        raise Invalid(
            f"The file {_described(found, head)}; these are read here: {', '.join(allowed)}",
            field="file",
            allowed=allowed,
        )
    return found


def _described(found: Format | None, head: bytes) -> str:
    """Return what a refused file is: a format of ours, one that is known by its first bytes, or neither."""
    stranger = next((name for mark, name in _STRANGERS.items() if head.startswith(mark)), "")
    label = found.label if found and not (found is STL and stranger) else stranger  # any size may be that of an STL
    return f"is {label}, which is not taken here" if label else "is of no known format"


async def take_in(
    core: Core,
    owner: str,
    chunks: AsyncIterator[bytes],
    arrival: Arrival,
    *,
    asset_id: str = "",
    source_url: str = "",
    correlation: str = "",
) -> AssetRow:
    """Keep a file that arrives, as an asset of `owner`, and return it once readers see it.

    Raises
    ------
    Invalid
        Its content is in no format that is read here.
    TooLarge
        It is larger than a file may be, or the account has no room for it.
    """
    got = await received(core, owner, chunks, arrival)
    command = UploadAsset(
        asset_id or new_id("asset"), owner, got.name, got.media_type, got.sha256, got.size_bytes, source_url
    )
    row = await _recorded(core, command, Caller(owner, correlation=correlation))
    await trust(core, got)
    return row


async def received(
    core: Core,
    owner: str,
    chunks: AsyncIterator[bytes],
    arrival: Arrival,
    *,
    size_bytes_max: int = 0,
    reserved_bytes: int = 0,
) -> Received:
    """Keep the content of a file that arrives; what nothing comes to name is removed within a day.

    `size_bytes_max` of 0 is that of the settings; `reserved_bytes` are those of files that came with it.

    Raises
    ------
    Invalid
        Its content is in no format that is read here.
    TooLarge
        It is larger than a file may be, or the account has no room for it.
    """
    size_bytes_max = size_bytes_max or core.settings.blobs.upload_bytes_max
    await require_space(core, owner, 0, reserved_bytes=reserved_bytes)
    data = arrival.watched(chunks)
    try:
        sha256, size_bytes, note = await core.services.blobs.put_doubted(data, size_bytes_max=size_bytes_max)
    except TooLarge as error:
        raise TooLarge(f"A file may have at most {size_bytes_max} bytes", **error.facts) from error
    found = arrival.format
    await require_space(core, owner, size_bytes, reserved_bytes=reserved_bytes)
    name = clean_name(arrival.name, f"upload{found.extension}")
    return Received(name, found.media_type, sha256, size_bytes, note)


async def trust(core: Core, *files: Received) -> None:
    """Say that assets name what was received."""
    with suppress(StorageFailed):  # a note that stays says nothing against a file that an asset names
        await core.services.blobs.trust(*(file.note for file in files))


async def require_space(core: Core, owner: str, size_bytes: int, *, reserved_bytes: int = 0) -> None:
    """Refuse a file for which an account has no room; `reserved_bytes` are those of uploads that are on their way.

    Raises
    ------
    TooLarge
        It has as many files, or bytes, as it may have.
    """
    limits = core.settings.blobs
    if size_bytes > limits.upload_bytes_max:
        raise TooLarge(
            f"A file may have at most {limits.upload_bytes_max} bytes", size_bytes_max=limits.upload_bytes_max
        )
    assets, held_bytes = await core.views.asset.held_by(owner)
    if assets >= limits.account_assets_max:
        raise TooLarge(
            f"Your account has {assets} files; it may have {limits.account_assets_max}. Delete some first",
            assets_max=limits.account_assets_max,
        )
    held_bytes += reserved_bytes
    if held_bytes + size_bytes > limits.account_bytes_max:
        raise TooLarge(
            f"Your files have {held_bytes} bytes; with this one they would have more than"
            f" {limits.account_bytes_max}. Delete some first",
            account_bytes_max=limits.account_bytes_max,
            held_bytes=held_bytes,
        )


async def _recorded(core: Core, command: UploadAsset, caller: Caller) -> AssetRow:
    """Record that a file was given; one that an earlier try has recorded is left as it is."""
    with suppress(Conflict):
        done = await core.do(command, caller)
        await core.views.wait_for("asset", done.position, is_needed=True)
    return await found_asset(command.asset_id, caller, core)


def given(row: AssetRow, links: Links) -> AssetGiven:
    """Return a file as the wire shows it."""
    return AssetGiven(
        asset_id=row.id, name=row.name, media_type=row.media_type, sha256=row.sha256, size_bytes=row.size_bytes,
        url=links.to(row.id, row.name), expires_at=links.end(), created_at=row.created_at,
    )  # fmt: skip
