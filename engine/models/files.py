"""Files that came beside a model: those of the ZIP that it stood in."""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from io import BytesIO

from domain.errors import Invalid, TooLarge
from engine.models.limits import Reading, within

_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError,
           ValueError, struct.error, UnicodeDecodeError, KeyError, IndexError, OverflowError)  # fmt: skip
"""What zipfile raises for broken archives; RuntimeError is for those with a password."""
_HEAD = b"PK\x01\x02"
_SMALL_BYTES = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Files:
    """The files beside a model that came alone: none. `folder` is where the model stands among them."""

    folder = ""

    def found(self, path: str, folder: str = "") -> bytes | None:
        """Return a file by its path from the model's folder, or from one below; None where there is none."""
        normal_path(posixpath.join(self.folder, folder, _slashed(path)))
        return None

    def named(self, path: str) -> bytes | None:
        """Return the one file that has the same name as a path, wherever it stands; None where there is none."""
        return None


NO_FILES = Files()


class ZipFiles(Files):
    """The files of a ZIP, unpacked when they are asked for; names are found whatever their case.

    Raises
    ------
    Invalid
        It is broken, needs a password, or names paths outside of itself.
    TooLarge
        It has too many files, or they would be too large when unpacked.
    """

    def __init__(self, data: bytes, reading: Reading) -> None:
        self._reading = reading
        heads = data.count(_HEAD)
        if heads > 10 * reading.limits.zip_entries_max:  # some may be those of ZIPs in it; so many would take memory
            within(heads, reading.limits.zip_entries_max, "zip_entries_max", "files in a ZIP")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except _BROKEN as error:
            raise Invalid("The ZIP cannot be read; it is cut short or broken", field="file") from error
        _check(entries, reading)
        entries = [entry for entry in entries if _is_wanted(entry.filename)]
        self._entries = {normal_path(_slashed(entry.filename)): entry for entry in entries}
        self._folded = {path.casefold(): path for path in self._entries}
        if len(self._folded) < len(entries):
            raise Invalid("The ZIP holds two files of the same name", field="file")
        by_name = [(posixpath.basename(path), path) for path in self._folded]
        counts = Counter(name for name, _ in by_name)
        self._by_name = {name: path for name, path in by_name if counts[name] == 1}

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files."""
        return tuple(self._entries)

    def found(self, path: str, folder: str = "") -> bytes | None:
        """Return a file by its path from the model's folder, or from one below; None where there is none."""
        return self._content(normal_path(posixpath.join(self.folder, folder, _slashed(path))).casefold())

    def named(self, path: str) -> bytes | None:
        """Return the one file that has the same name as a path, wherever it stands; None where there is none."""
        return self._content(self._by_name.get(posixpath.basename(_slashed(path)).casefold(), ""))

    def _content(self, folded: str) -> bytes | None:
        if folded not in self._folded:
            return None
        entry = self._entries[self._folded[folded]]
        self._reading.take(entry.file_size)
        try:
            with self._zip.open(entry) as file:
                return file.read()
        except _BROKEN as error:
            raise Invalid("A file in the ZIP cannot be unpacked", field="file") from error


def normal_path(path: str) -> str:
    """Return a path without detours; those that lead out of the folder are refused."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                raise Invalid("A path leads out of the folder of the model", field="uri")
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _slashed(path: str) -> str:
    return path.replace("\\", "/")


def _is_wanted(path: str) -> bool:
    return not any(step == "__MACOSX" or step.startswith("._") for step in _slashed(path).split("/"))


def _check(entries: list[zipfile.ZipInfo], reading: Reading) -> None:
    limits = reading.limits
    within(len(entries), limits.zip_entries_max, "zip_entries_max", "files in a ZIP")
    within(sum(entry.file_size for entry in entries), limits.zip_bytes_max, "zip_bytes_max", "bytes when unpacked")
    for entry in entries:
        path = _slashed(entry.filename)
        if path.startswith("/") or path[1:2] == ":" or "\0" in path:
            raise Invalid("The ZIP names a path outside of itself", field="file")
        if entry.compress_type not in _METHODS or entry.flag_bits & 1:
            raise Invalid("The ZIP is packed in a way that is not read here, or needs a password",
                          field="file", allowed=["stored", "deflated"])  # fmt: skip
        if entry.file_size > max(_SMALL_BYTES, limits.zip_ratio_max * entry.compress_size):
            raise TooLarge(f"A file in the ZIP would be more than {limits.zip_ratio_max} times as large when unpacked",
                           limit="zip_ratio_max", most=limits.zip_ratio_max)  # fmt: skip
