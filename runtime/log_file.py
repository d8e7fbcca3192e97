"""The log of all roles of a data folder as files: one JSON object a line, of bounded size, written by all at once.

The newest lines are in `meshwright.jsonl`; the file before it is `meshwright.1.jsonl`, and so on. Each line is one
write at the end of the file, which the kernel keeps whole beside those of other processes; who turns the files over
holds a lock meanwhile, and the others notice at their next line.
"""

import contextlib
import fcntl
import os
import threading
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path
from typing import BinaryIO, TextIO

from runtime.settings import Settings

LINE_BYTES_MAX = 2**18
_LOCK = "lock"


def log_folder(data_dir: str | Path) -> Path:
    """Return where the log of a data folder lies."""
    return Path(data_dir) / "logs"


def name_of(age: int) -> str:
    """Return the name of the file that was turned over `age` times."""
    return f"meshwright.{age}.jsonl" if age else "meshwright.jsonl"


class LogFile:
    """Writes lines at the end of the log; what cannot be written is lost, because a log must stop nobody."""

    def __init__(self, folder: Path, *, bytes_max: int, files_max: int) -> None:
        self._folder = folder
        self._path = folder / name_of(0)
        self._bytes_max = bytes_max
        self._files_max = files_max
        self._writing = threading.Lock()
        self._descriptor = -1

    @classmethod
    def of(cls, settings: Settings) -> "LogFile | None":
        """Return the log that the settings name; None where they want none."""
        wanted = settings.logs
        if wanted.file == "off":
            return None
        return cls(log_folder(settings.data_dir), bytes_max=wanted.file_bytes_max, files_max=wanted.files_max)

    def append(self, text: str) -> None:
        """Write one line, which ends with a line feed."""
        line = text.encode("utf-8", "replace")
        if len(line) > LINE_BYTES_MAX:
            line = line[: LINE_BYTES_MAX - 1] + b"\n"
        with self._writing, contextlib.suppress(OSError):
            self._open_newest()
            os.write(self._descriptor, line)
            if os.fstat(self._descriptor).st_size >= self._bytes_max:
                self._turn_over()

    def close(self) -> None:
        """Let the file go."""
        with self._writing:
            self._close()

    def _open_newest(self) -> None:
        if self._descriptor >= 0 and self._is_newest():
            return
        self._close()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
        self._descriptor = os.open(self._path, flags, 0o600)

    def _is_newest(self) -> bool:
        try:
            return os.path.samestat(self._path.stat(), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False

    def _turn_over(self) -> None:
        """Begin a new file, unless another process is about to, or readers look just now: then at the next line."""
        with _locked(self._folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
            if not self._is_newest():
                return
            for age in reversed(range(self._files_max - 1)):
                with contextlib.suppress(FileNotFoundError):
                    os.replace(self._folder / name_of(age), self._folder / name_of(age + 1))
            if self._files_max == 1:
                self._path.unlink()
        self._close()

    def _close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


class Both:
    """A stream whose lines go to the log's files too."""

    def __init__(self, stream: TextIO, file: LogFile) -> None:
        self._stream = stream
        self._file = file

    def write(self, text: str) -> int:
        """Write to both; the files first, because who reads the stream may have gone."""
        self._file.append(text)
        return self._stream.write(text)

    def flush(self) -> None:
        """Flush the stream; the files have what was written."""
        self._stream.flush()


@contextlib.contextmanager
def newest_first(folder: Path) -> Iterator[list[BinaryIO]]:
    """Give the files of a log as they are at one moment, the newest first; no line is in two, or missing between.

    Between the line that fills a file and the next one there is no file of age 0.
    """
    with contextlib.ExitStack() as opened:
        files: list[BinaryIO] = []
        if folder.is_dir():
            with _locked(folder, fcntl.LOCK_SH):
                there = takewhile(lambda path: path.exists(), (folder / name_of(age) for age in count(1)))
                paths = (folder / name_of(0), *there)
                files += [opened.enter_context(path.open("rb")) for path in paths if path.exists()]
        yield files


@contextlib.contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)
