"""Files under the hash of their content: in a folder (`file://`) or in an object store (`s3://`).

A file is written under `incoming/`, hashed on the way, and then moved to `<first two digits>/<sha256>` in one step:
what lies under a hash is always whole. The same content twice is kept once. The address and keys of S3 come from the
usual `AWS_…` variables.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, cast
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from domain.errors import StorageFailed, TooLarge
from runtime.ids import new_id, text_of_bits
from runtime.partials import Partials, not_kept

CHUNK_BYTES = 2**20
INCOMING = "incoming"
DOUBTED = "doubted"
ABANDONED_AFTER = timedelta(days=1)
OBSTORE_ERRORS = (BaseError, OSError)

Data = bytes | Path | AsyncIterator[bytes]


def asset_id(source: str, name: str, sha256: str) -> str:
    """Return the id of a file: the same job (or prompt), name and content give the same id."""
    digest = hashlib.sha256("\0".join((source, name, sha256)).encode()).digest()
    return f"asset_{text_of_bits(int.from_bytes(digest) >> (256 - 130))}"


class Blobs:
    """The blob store."""

    def __init__(self, store: "obstore.store.ObjectStore", folder: Path | None) -> None:
        self._store = store
        self._folder = folder

    @property
    def partials(self) -> Partials:
        """Return the files that have come in part."""
        return Partials(self._store)

    @classmethod
    def open(cls, url: str) -> "Blobs":
        """Return the blob store at `url`; a folder is made if it is missing.

        Raises
        ------
        StorageFailed
            The address is not understood, or the folder cannot be made.
        """
        parts = urlsplit(url)
        try:
            if parts.scheme == "file":
                folder = Path(unquote(parts.path))
                return cls(LocalStore(folder, mkdir=True), folder)
            return cls(from_url(url), None)
        except (*OBSTORE_ERRORS, ValueError) as error:
            raise StorageFailed("The blob store cannot be opened", scheme=parts.scheme) from error

    async def put(self, data: Data, *, size_bytes_max: int | None = None) -> tuple[str, int]:
        """Keep `data` and return its sha256 in hex and its size in bytes; never more than some chunks are in memory.

        Raises
        ------
        TooLarge
            There is more than `size_bytes_max`; nothing is kept.
        StorageFailed
            The store cannot keep it.
        """
        sha256, size_bytes, _ = await self._put(data, size_bytes_max, is_doubted=False)
        return sha256, size_bytes

    async def put_doubted(self, data: Data, *, size_bytes_max: int | None = None) -> tuple[str, int, str]:
        """Keep `data` like `put`, and return also the note of `doubt` that stands before the file does.

        Raises
        ------
        TooLarge
            There is more than `size_bytes_max`; nothing is kept.
        StorageFailed
            The store cannot keep it.
        """
        return await self._put(data, size_bytes_max, is_doubted=True)

    async def _put(self, data: Data, size_bytes_max: int | None, *, is_doubted: bool) -> tuple[str, int, str]:
        incoming = f"{INCOMING}/{new_id('blob')}"
        try:
            sha256, size_bytes = await self._write(incoming, _chunks(data), size_bytes_max)
            await self._sync(incoming)
            note = await self.doubt(sha256) if is_doubted else ""
            await obstore.rename_async(self._store, incoming, _path(sha256), overwrite=True)
        except BaseException as error:
            await asyncio.shield(self._forget(incoming))
            if isinstance(error, OBSTORE_ERRORS):
                raise not_kept(error) from error
            raise
        return sha256, size_bytes, note

    async def get(self, sha256: str) -> bytes:
        """Return the whole content; for files that are known to be small."""
        return b"".join([chunk async for chunk in self.stream(sha256)])

    async def stream(self, sha256: str, start: int = 0, end: int | None = None) -> AsyncGenerator[bytes, None]:
        """Yield the bytes from `start` up to, not including, `end`.

        Raises
        ------
        StorageFailed
            The store has no such file, or cannot be read.
        """
        if end is not None and end <= start:
            return
        wanted = {"offset": start} if end is None else (start, end)
        options: obstore.GetOptions = {"range": wanted} if start or end is not None else {}  # type: ignore[typeddict-item]
        try:
            found = await obstore.get_async(self._store, _path(sha256), options=options)
            async for chunk in found.stream(min_chunk_size=CHUNK_BYTES):
                yield bytes(chunk)
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The file cannot be read") from error

    def opened(self, sha256: str) -> IO[bytes]:
        """Return a file to read and seek in; its calls block, so use it in a thread.

        Raises
        ------
        StorageFailed
            The store has no such file, or cannot be read.
        """
        try:
            return cast("IO[bytes]", obstore.open_reader(self._store, _path(sha256)))
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The file cannot be read") from error

    async def size(self, sha256: str) -> int | None:
        """Return the size in bytes, or None when there is no such file."""
        try:
            return int((await obstore.head_async(self._store, _path(sha256)))["size"])
        except FileNotFoundError:
            return None
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be asked") from error

    async def delete(self, sha256: str) -> None:
        """Remove a file that no asset names any more; one that is not there is no error."""
        try:
            await obstore.delete_async(self._store, _path(sha256))
        except FileNotFoundError:
            return
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The file cannot be deleted") from error

    async def doubt(self, sha256: str, *, by: str = "") -> str:
        """Note that a file is about to be kept that perhaps no asset will name, and return the note for `trust`.

        Whoever does so twice `by` the same id notes it once.
        """
        note = f"{DOUBTED}/{sha256}-{by or new_id('blob')}"
        try:
            await obstore.put_async(self._store, note, b"")
        except OBSTORE_ERRORS as error:
            raise not_kept(error) from error
        return note

    async def trust(self, *notes: str) -> None:
        """Take notes back: an asset names the file, or it is gone."""
        try:
            await obstore.delete_async(self._store, list(notes))
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be tidied") from error

    async def doubted(self, older_than: timedelta = ABANDONED_AFTER) -> dict[str, list[str]]:
        """Return the notes of files, by sha256, where all notes and the file itself are older than that."""
        oldest, notes, fresh = datetime.now(UTC) - older_than, dict[str, list[str]](), set[str]()
        try:
            async for batch in obstore.list(self._store, prefix=DOUBTED):
                for meta in batch:
                    sha256 = meta["path"].rpartition("/")[2].partition("-")[0]
                    notes.setdefault(sha256, []).append(meta["path"])
                    fresh |= {sha256} if meta["last_modified"] >= oldest else set()
            return {one: paths for one, paths in notes.items() if one not in fresh and await self._is_old(one, oldest)}
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be tidied") from error

    async def notes(self) -> dict[str, set[str]]:
        """Return all notes of `doubt` that stand now, by sha256."""
        found: dict[str, set[str]] = {}
        try:
            async for batch in obstore.list(self._store, prefix=DOUBTED):
                for meta in batch:
                    sha256 = meta["path"].rpartition("/")[2].partition("-")[0]
                    found.setdefault(sha256, set()).add(meta["path"])
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be asked") from error
        return found

    async def is_older(self, sha256: str, than: datetime) -> bool:
        """Return whether a file was written before a time, also again; one that is not there was."""
        try:
            return await self._is_old(sha256, than)
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be asked") from error

    async def _is_old(self, sha256: str, oldest: datetime) -> bool:
        try:
            return (await obstore.head_async(self._store, _path(sha256)))["last_modified"] < oldest
        except FileNotFoundError:
            return True

    async def clear_abandoned(self, older_than: timedelta = ABANDONED_AFTER) -> int:
        """Remove what killed writers left half written, and return how many files that were."""
        oldest, left = datetime.now(UTC) - older_than, []
        try:
            async for batch in obstore.list(self._store, prefix=INCOMING):
                left += [meta["path"] for meta in batch if meta["last_modified"] < oldest]
            await obstore.delete_async(self._store, left)
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be tidied") from error
        return len(left)

    async def _write(self, path: str, chunks: AsyncIterator[bytes], size_bytes_max: int | None) -> tuple[str, int]:
        digest, size_bytes = hashlib.sha256(), 0
        async with obstore.open_writer_async(self._store, path) as writer:
            async for chunk in chunks:
                size_bytes += len(chunk)
                if size_bytes_max is not None and size_bytes > size_bytes_max:
                    raise TooLarge("The file is larger than allowed", size_bytes_max=size_bytes_max)
                digest.update(chunk)
                await writer.write(chunk)
        return digest.hexdigest(), size_bytes

    async def _sync(self, path: str) -> None:
        """Make a file on disk survive loss of power before an event names it."""
        if self._folder is not None:
            await asyncio.to_thread(_sync_file, self._folder / path)

    async def _forget(self, path: str) -> None:
        try:
            await obstore.delete_async(self._store, path)
        except OBSTORE_ERRORS:
            return  # `clear_abandoned` takes what cannot be removed now


def _path(sha256: str) -> str:
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise StorageFailed("This is not the hash of a file")
    return f"{sha256[:2]}/{sha256}"


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


async def _chunks(data: Data) -> AsyncIterator[bytes]:
    if isinstance(data, bytes):
        for start in range(0, len(data), CHUNK_BYTES):
            yield data[start : start + CHUNK_BYTES]
    elif isinstance(data, Path):
        with await asyncio.to_thread(data.open, "rb") as file:
            while chunk := await asyncio.to_thread(file.read, CHUNK_BYTES):
                yield chunk
    else:
        async for chunk in data:
            yield chunk
