"""Reading the log of the server back from its end: bounded work, whatever it holds."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from runtime.log_file import LINE_BYTES_MAX, log_folder, newest_first
from runtime.logs import REDACTED, redact

Level = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
LEVELS: tuple[Level, ...] = ("DEBUG", "INFO", "WARNING", "ERROR")
_RANK = {name: rank for rank, name in enumerate(LEVELS)} | {"CRITICAL": len(LEVELS)}
CHUNK_BYTES = 2**16
SHOWN_LENGTH_MAX = 2000
OUT_OF_ORDER = timedelta(minutes=1)
"""How much older than a line those before it may be: processes do not wait for each other."""
_WORDS = re.compile(r"(?:^|_)(?:caption|description|hint|prompt|text|word)s?(?:_|$)", re.IGNORECASE)
_ID = re.compile(r"[a-z]+_[0-9a-z_]{8,}|\d+")
_OUTSIDE = frozenset(("at", "level", "event", "correlation"))


class Line(msgspec.Struct, frozen=True):
    """A line of the log; `at` and `fields` are missing from one that cannot be read."""

    at: datetime | None
    level: str
    message: str
    correlation: str = ""
    fields: dict[str, Any] = {}
    is_malformed: bool = False


class Wanted(msgspec.Struct, frozen=True):
    """Which lines are wanted: the newest `lines` of those that are at least of a level, since a time, of a request."""

    lines: int
    level: Level | None = None
    since: datetime | None = None
    correlation: str = ""

    def admits(self, line: Line) -> bool:
        """Return whether a line is wanted; one that cannot be read has no time and no request."""
        if self.level and _RANK.get(line.level, 0) < _RANK[self.level]:
            return False
        if self.since and (line.at is None or line.at < self.since):
            return False
        return not self.correlation or line.correlation == self.correlation


class Found(msgspec.Struct, frozen=True):
    """Lines, oldest first; `is_whole` says whether all that are wanted are here."""

    lines: tuple[Line, ...]
    is_whole: bool
    read_bytes: int


def read_log(data_dir: str | Path, wanted: Wanted, *, bytes_max: int) -> Found:
    """Return the newest lines that are wanted, after reading at most `bytes_max` back from the end of the log."""
    with newest_first(log_folder(data_dir)) as files:
        backwards = _Backwards(files, bytes_max)
        found: list[Line] = []
        for raw in backwards:
            line = parsed(raw)
            if wanted.since and line.at and line.at < wanted.since - OUT_OF_ORDER:
                break
            if not wanted.admits(line):
                continue
            if len(found) == wanted.lines:
                return Found(tuple(reversed(found)), False, backwards.read_bytes)
            found.append(line)
        return Found(tuple(reversed(found)), not backwards.is_cut, backwards.read_bytes)


def parsed(raw: bytes) -> Line:
    """Return a line as it is shown: without secrets, also where it was torn."""
    try:
        entry = msgspec.json.decode(raw, type=dict[str, Any])
        at = msgspec.convert(entry.get("at"), datetime)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError):
        return _torn(raw)
    shown = redact(None, "", {name: _without_words(name, value) for name, value in entry.items()})
    fields = {name: value for name, value in shown.items() if name not in _OUTSIDE}
    return Line(
        at if at.tzinfo else at.replace(tzinfo=UTC), str(shown.get("level", "info")).upper(),
        str(shown.get("event", ""))[:SHOWN_LENGTH_MAX], str(shown.get("correlation", "")), fields,
    )  # fmt: skip


def _torn(raw: bytes) -> Line:
    text = str(redact(None, "", {"said": raw[:SHOWN_LENGTH_MAX].decode(errors="replace")})["said"])
    readable = "".join(character if character.isprintable() else "�" for character in text)
    return Line(None, "WARNING", readable, is_malformed=True)


def _without_words(name: str, value: Any) -> Any:
    """Return a value, unless it may be what somebody typed; ids and numbers under such a name are none."""
    if isinstance(value, str) and _WORDS.search(name) and not _ID.fullmatch(value):
        return REDACTED
    return value


class _Backwards(Iterable[bytes]):
    """The lines of files, from the last of the first file to the first of the last."""

    def __init__(self, files: list[BinaryIO], bytes_max: int) -> None:
        self._files = files
        self._left = bytes_max
        self.read_bytes = 0
        self.is_cut = False

    def __iter__(self) -> Iterator[bytes]:
        for file in self._files:
            for line in self._lines(file):
                if line.strip():
                    yield line
            if self.is_cut:
                return

    def _lines(self, file: BinaryIO) -> Iterator[bytes]:
        place, rest = file.seek(0, 2), b""
        while place:
            if self.read_bytes >= self._left:
                self.is_cut = True
                return
            size = min(CHUNK_BYTES, place)
            place -= size
            file.seek(place)
            chunk = file.read(size)
            self.read_bytes += size
            first, *whole = (chunk + rest).split(b"\n")
            yield from reversed(whole)
            # A longer line is none that was written here: only its beginning is of use.
            rest = first[:LINE_BYTES_MAX]
        yield rest
