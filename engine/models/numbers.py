"""Numbers in text, quickly: whole files at once instead of line by line."""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid

_NEWLINE = 10
_IS_SPACE = np.zeros(256, bool)
_IS_SPACE[:33] = True
_IS_INDENT = _IS_SPACE.copy()
_IS_INDENT[_NEWLINE] = False


def numbers_in(text: bytes, count: int, kind: type[np.generic], what: str) -> NDArray[Any]:
    """Return the `count` numbers that a text holds, and nothing else may stand there."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", DeprecationWarning)  # that is how numpy says that something is no number
            values = np.fromstring(text, kind, sep=" ")
    except (ValueError, OverflowError, DeprecationWarning) as error:
        raise Invalid("Something in the file that should be a number is none", field=what) from error
    if len(values) != count:
        raise Invalid("The file has another count of numbers than it should", field=what, wanted=count)
    return values


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """A text's bytes, and for each of its lines where it starts and where its first word does."""

    content: NDArray[np.uint8]
    starts: NDArray[np.int64]
    firsts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)

    def initials(self, place: int) -> NDArray[np.uint8]:
        """Return the byte at a place of each line's first word, or what stands after it."""
        return self.content[np.minimum(self.firsts + place, len(self.content) - 1)]

    def text(self, number: int) -> str:
        """Return a line without the spaces around it."""
        end = self.starts[number + 1] if number + 1 < len(self) else len(self.content)
        return self.content[self.firsts[number] : end].tobytes().decode("utf-8", "replace").strip()

    def picked(self, is_picked: NDArray[np.bool_]) -> bytes:
        """Return some of the lines as a text."""
        lengths = np.diff(self.starts, append=len(self.content))
        return self.content[np.repeat(is_picked, lengths)].tobytes()


def lines_of(text: bytes) -> Lines:
    """Return a text as lines; the last one need not end."""
    content = np.frombuffer(text if text.endswith(b"\n") else text + b"\n", np.uint8)
    starts = np.concatenate([[0], np.flatnonzero(content == _NEWLINE)[:-1] + 1])
    firsts = starts.copy()
    indented = np.flatnonzero(_IS_INDENT[content[firsts]])
    while len(indented):
        firsts[indented] += 1
        indented = indented[_IS_INDENT[content[firsts[indented]]]]
    return Lines(content, starts, firsts)


def words_in(text: bytes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each word of a text starts, and how many of them each of its lines has."""
    content = np.frombuffer(text, np.uint8)
    is_start = ~_IS_SPACE[content]
    is_start[1:] &= _IS_SPACE[content[:-1]]
    starts = np.flatnonzero(is_start)
    ends = np.flatnonzero(content == _NEWLINE)
    return starts, np.diff(np.searchsorted(starts, ends), prepend=0)
