"""Files that come in pieces: what came so far lies in the blob store, so that any process can go on with it.

Each piece is an object of its own, named after the place at which it begins, and is only ever created: of two who
write at the same place, one is refused. What is there is always the beginning of the file without a gap.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import msgspec
import obstore
from obstore.exceptions import AlreadyExistsError, BaseError

from domain.errors import Conflict, DiskFull, StorageFailed

FOLDER = "partial"
INFO = "info.json"
PIECE_BYTES = 4 * 2**20
"""A process that is killed loses less than this of what it was sent."""
OBSTORE_ERRORS = (BaseError, OSError)
_FULL = ("No space left on device", "Disk quota exceeded", "os error 28", "os error 122")  # as stores say it


class Partial(msgspec.Struct, frozen=True):
    """A file that is on its way; times are in seconds since 1970."""

    id: str
    owner: str
    name: str
    size_bytes: int
    metadata: str
    expires_at: float
    offset: int = 0

    @property
    def is_over(self) -> bool:
        """Whether it has had its time."""
        return self.expires_at <= datetime.now(UTC).timestamp()


class Partials:
    """All files that have come in part."""

    def __init__(self, store: "obstore.store.ObjectStore") -> None:
        self._store = store

    async def begin(self, partial: Partial) -> None:
        """Note what will come.

        Raises
        ------
        StorageFailed
            The store cannot keep it.
        """
        await self._put(f"{_folder(partial.owner, partial.id)}/{INFO}", msgspec.json.encode(partial))

    async def find(self, owner: str, partial_id: str) -> Partial | None:
        """Return what is known of a file, and how much of it there is; None when there is none, or it is over."""
        folder = _folder(owner, partial_id)
        sizes = await self._sizes(folder)
        if INFO not in sizes:
            return None
        info = await self._read(f"{folder}/{INFO}")
        return None if info is None or info.is_over else msgspec.structs.replace(info, offset=_gapless(sizes))

    async def add(self, partial: Partial, data: bytes) -> Partial:
        """Keep the piece that begins at `partial.offset`, and return the file as it is then.

        Raises
        ------
        Conflict
            Somebody else has written there.
        StorageFailed
            The store cannot keep it.
        """
        path = f"{_folder(partial.owner, partial.id)}/{partial.offset:015d}"
        try:
            await obstore.put_async(self._store, path, data, mode="create")
        except AlreadyExistsError as error:
            raise Conflict("Somebody else is sending this file at the same time; ask where it stands") from error
        except OBSTORE_ERRORS as error:
            raise not_kept(error) from error
        return msgspec.structs.replace(partial, offset=partial.offset + len(data))

    async def pieces(self, partial: Partial) -> AsyncIterator[bytes]:
        """Yield what there is of a file, up to `partial.offset` at most.

        Raises
        ------
        StorageFailed
            Somebody removes it meanwhile, or the store cannot be read.
        """
        folder, offset = _folder(partial.owner, partial.id), 0
        while offset < partial.offset:
            try:
                piece = await self._get(f"{folder}/{offset:015d}")
            except FileNotFoundError as error:
                raise StorageFailed("The file is not there any more") from error
            yield piece
            offset += len(piece)

    async def of_owner(self, owner: str) -> list[Partial]:
        """Return the files of an account that are on their way, without how much there is of each."""
        found = [await self._read(path) for path in await self._paths(f"{FOLDER}/{owner}") if path.endswith(INFO)]
        return [info for info in found if info is not None and not info.is_over]

    async def remove(self, owner: str, partial_id: str) -> None:
        """Remove a file; its note goes last, so that what is interrupted is found again."""
        await self._delete(await self._paths(_folder(owner, partial_id)))

    async def forget(self, owner: str) -> int:
        """Remove all of an account, and return how many files that were."""
        paths = await self._paths(f"{FOLDER}/{owner}")
        await self._delete(paths)
        return sum(path.endswith(INFO) for path in paths)

    async def clear_expired(self) -> int:
        """Remove the files that have had their time, and return how many that were."""
        over = [
            info
            for path in await self._paths(FOLDER)
            if path.endswith(INFO) and (info := await self._read(path)) is not None and info.is_over
        ]
        for info in over:
            await self.remove(info.owner, info.id)
        return len(over)

    async def _sizes(self, folder: str) -> dict[str, int]:
        try:
            return {
                meta["path"].rpartition("/")[2]: meta["size"]
                async for batch in obstore.list(self._store, prefix=folder)
                for meta in batch
            }
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be asked") from error

    async def _paths(self, prefix: str) -> list[str]:
        try:
            return [meta["path"] async for batch in obstore.list(self._store, prefix=prefix) for meta in batch]
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The blob store cannot be asked") from error

    async def _read(self, path: str) -> Partial | None:
        try:
            return msgspec.json.decode(await self._get(path), type=Partial)
        except FileNotFoundError:
            return None  # it went meanwhile

    async def _get(self, path: str) -> bytes:
        try:
            return bytes(await (await obstore.get_async(self._store, path)).bytes_async())
        except FileNotFoundError:
            raise
        except OBSTORE_ERRORS as error:
            raise StorageFailed("The file cannot be read") from error

    async def _put(self, path: str, data: bytes) -> None:
        try:
            await obstore.put_async(self._store, path, data)
        except OBSTORE_ERRORS as error:
            raise not_kept(error) from error

    async def _delete(self, paths: list[str]) -> None:
        for path in sorted(paths):  # digits before letters: the note is last
            try:
                await obstore.delete_async(self._store, path)
            except FileNotFoundError:
                continue
            except OBSTORE_ERRORS as error:
                raise StorageFailed("The file cannot be deleted") from error


def not_kept(error: BaseException) -> StorageFailed:
    """Return what to say of a file that could not be kept: a full disk is told from other troubles."""
    if any(words in str(error) for words in _FULL):
        return DiskFull("The disk is full: the file was not kept. Make room on the server, then send it again")
    return StorageFailed("The file cannot be kept")


def _folder(owner: str, partial_id: str) -> str:
    return f"{FOLDER}/{owner}/{partial_id}"


def _gapless(sizes: dict[str, int]) -> int:
    """Return how many bytes there are from the beginning without a gap."""
    offset = 0
    while (size_bytes := sizes.get(f"{offset:015d}")) is not None and size_bytes:
        offset += size_bytes
    return offset
