"""ZIP files of stored members whose sizes are known before: where each byte stands, so that any part can be had alone.

Models hardly shrink, so nothing is packed. Headers hold checksums, which a reader of parts computes for the members
whose headers it needs. The same members and time give the same bytes. Source: PKWARE, APPNOTE 6.3.10.
"""

import re
import struct
import unicodedata
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

LIMIT = 0xFFFFFFFF
"""Sizes and places from here on need the fields of ZIP64."""
MEMBERS_LIMIT = 0xFFFF
NAME_LENGTH_MAX = 100
_LOCAL, _CENTRAL = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I")
_END, _END64, _LOCATOR = struct.Struct("<4s4H2IH"), struct.Struct("<4sQ2H2I4Q"), struct.Struct("<4sIQI")
_UTF8 = 0x0800
_UNIX, _FILE_MODE = 3 << 8, 0o100644 << 16
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_UNSAFE = re.compile(r'[<>:"/\\|?*]')

Checksum = Callable[[int], Awaitable[int]]
"""Returns the CRC-32 of the content of a member, by its place among the members."""


class Member(NamedTuple):
    """A file in a ZIP."""

    name: str
    size_bytes: int


class Content(NamedTuple):
    """Bytes of the content of a member, from `start` up to, not including, `end`."""

    member: int
    start: int
    end: int


class ZipLayout:
    """Where everything stands in a ZIP of these members."""

    def __init__(self, members: Sequence[Member], at: datetime) -> None:
        self._members = members
        self._names = [member.name.encode() for member in members]
        self._time = _dos_time(at)
        sizes = (self._header_bytes(place) + member.size_bytes for place, member in enumerate(members))
        self._starts = list(accumulate(sizes, initial=0))

    @property
    def size_bytes(self) -> int:
        """Return how many bytes the whole ZIP has."""
        listed = sum(len(self._listed(place, 0)) for place in range(len(self._members)))
        return self._starts[-1] + listed + len(self._end(listed))

    async def parts(self, start: int, end: int, checksum: Checksum) -> AsyncGenerator[bytes | Content, None]:
        """Yield what stands from `start` up to, not including, `end`: bytes, and contents that the caller reads."""
        for place, member in enumerate(self._members):
            header_start, header_bytes = self._starts[place], self._header_bytes(place)
            if header_start < end and start < header_start + header_bytes:
                header = self._header(place, await checksum(place))
                yield header[max(start - header_start, 0) : end - header_start]
            content_start = header_start + header_bytes
            first, last = max(start - content_start, 0), min(end - content_start, member.size_bytes)
            if first < last:
                yield Content(place, first, last)
        if end > self._starts[-1]:
            listed = b"".join([self._listed(place, await checksum(place)) for place in range(len(self._members))])
            tail = listed + self._end(len(listed))
            yield tail[max(start - self._starts[-1], 0) : end - self._starts[-1]]

    def _header_bytes(self, place: int) -> int:
        return _LOCAL.size + len(self._names[place]) + (20 if self._members[place].size_bytes >= LIMIT else 0)

    def _header(self, place: int, crc: int) -> bytes:
        name, size = self._names[place], self._members[place].size_bytes
        more = struct.pack("<2H2Q", 1, 16, size, size) if size >= LIMIT else b""
        shown, version = min(size, LIMIT), 45 if more else 20
        return (
            _LOCAL.pack(b"PK\3\4", version, _UTF8, 0, *self._time, crc, shown, shown, len(name), len(more))
            + name
            + more
        )

    def _listed(self, place: int, crc: int) -> bytes:
        name, size, start = self._names[place], self._members[place].size_bytes, self._starts[place]
        large = [size, size] if size >= LIMIT else []
        large += [start] if start >= LIMIT else []
        more = struct.pack(f"<2H{len(large)}Q", 1, 8 * len(large), *large) if large else b""
        shown, version = min(size, LIMIT), 45 if more else 20
        fixed = _CENTRAL.pack(
            b"PK\1\2", _UNIX | version, version, _UTF8, 0, *self._time, crc, shown, shown, len(name), len(more),
            0, 0, 0, _FILE_MODE, min(start, LIMIT),
        )  # fmt: skip
        return fixed + name + more

    def _end(self, listed_bytes: int) -> bytes:
        count, start = len(self._members), self._starts[-1]
        is_large = count >= MEMBERS_LIMIT or start >= LIMIT or listed_bytes >= LIMIT
        shown = min(count, MEMBERS_LIMIT)
        plain = _END.pack(b"PK\5\6", 0, 0, shown, shown, min(listed_bytes, LIMIT), min(start, LIMIT), 0)
        if not is_large:
            return plain
        large = _END64.pack(b"PK\6\6", _END64.size - 12, _UNIX | 45, 45, 0, 0, count, count, listed_bytes, start)
        return large + _LOCATOR.pack(b"PK\6\7", 0, start + listed_bytes, 1) + plain


def safe_names(wanted: Iterable[str], extension: str, taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield a name for each wanted one with this extension: safe on every system, and no two that any takes for one."""
    seen = {_folded(name) for name in taken}
    for text in wanted:
        stem = _safe(text)
        name, number = stem + extension, 2
        while _folded(name) in seen:
            name, number = f"{stem} ({number}){extension}", number + 1
        seen.add(_folded(name))
        yield name


def _safe(text: str) -> str:
    last = unicodedata.normalize("NFC", text).replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    plain = _UNSAFE.sub("_", "".join(character for character in stem if character.isprintable()))
    plain = plain[:NAME_LENGTH_MAX].strip(" .").encode("utf-8", "ignore").decode()
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain or "model"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _dos_time(at: datetime) -> tuple[int, int]:
    """Return time and date as DOS wrote them; they begin in 1980, and count two seconds at a time."""
    year = min(max(at.year - 1980, 0), 127)
    return at.hour << 11 | at.minute << 5 | at.second // 2, year << 9 | at.month << 5 | at.day
