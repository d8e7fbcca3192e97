"""A ZIP that is made while it is sent: never more of it is in memory than the pieces that wait to be sent."""

import asyncio
import hashlib
import re
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import msgspec

THREAD_BYTES_MIN = 2**16
PIECE_BYTES = 2**16


class Entry(msgspec.Struct, frozen=True):
    """What the manifest says of a file in the archive."""

    name: str
    sha256: str
    size_bytes: int


class _Pipe:
    """Where the archive is written to: it can only go on, never back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.size_bytes = 0

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        self.size_bytes += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        pieces, self._pieces, self.size_bytes = b"".join(self._pieces), [], 0
        return pieces


class Archive:
    """Takes files one after another; what comes of each call is to be sent at once."""

    def __init__(self) -> None:
        self._pipe = _Pipe()
        self._zip = zipfile.ZipFile(self._pipe, "w", zipfile.ZIP_DEFLATED)
        self._at = datetime.now(UTC).timetuple()[:6]
        self.entries: list[Entry] = []

    async def add(self, name: str, content: AsyncIterator[bytes], *, is_packed: bool = True) -> AsyncIterator[bytes]:
        """Yield pieces of the archive as the content of one file comes; what is packed already is stored."""
        info = zipfile.ZipInfo(name, self._at)
        info.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        digest, size_bytes = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as file:
            async for chunk in content:
                digest.update(chunk)
                size_bytes += len(chunk)
                if len(chunk) < THREAD_BYTES_MIN:
                    file.write(chunk)
                else:
                    await asyncio.to_thread(file.write, chunk)
                if self._pipe.size_bytes >= PIECE_BYTES:
                    yield self._pipe.taken()
        self.entries.append(Entry(name, digest.hexdigest(), size_bytes))
        yield self._pipe.taken()

    def end(self) -> bytes:
        """Return the end of the archive."""
        self._zip.close()
        return self._pipe.taken()


def safe_name(name: str) -> str:
    """Return a name that means a plain file on every system."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", name).strip(".")[:100] or "file"
