"""Films of the family of MP4 as they are given: whether their index is there and names pictures. Nothing is decoded.

Source: ISO/IEC 14496-12, sections 4.2, 8.2 and 8.4.3.
"""

from collections.abc import Iterator
from typing import IO, NamedTuple

from domain.errors import Invalid
from runtime.formats import MOV, MP4

INDEXED = frozenset((MP4.media_type, MOV.media_type))
_BOXES_MAX = 10_000
_KINDS_BYTES = 12  # of `hdlr`: version, flags, what came before, and what the track is


class _Box(NamedTuple):
    kind: bytes
    start: int  # of its content
    end: int


def require_pictures(file: IO[bytes], size_bytes: int) -> None:
    """Refuse an MP4 or MOV that cannot be played: one that has no whole index, or whose index names no pictures.

    Raises
    ------
    Invalid
        It is such a file.
    """
    index = next((box for box in _boxes(file, 0, size_bytes) if box.kind == b"moov"), None)
    if index is None or index.end > size_bytes:
        raise Invalid(
            "it breaks off before its index, without which no frame is found: its recording was never finished, or the"
            " file was cut. Upload it again whole",
            field="file",
        )
    inside = list(_boxes(file, index.start, index.end))
    if any(box.kind == b"cmov" for box in inside):  # packed, as old QuickTime did: the reader will see
        return
    kinds = {_kind_of(file, box) for box in inside if box.kind == b"trak"}
    if b"vide" not in kinds:
        what = "only sound" if b"soun" in kinds else "no pictures"
        raise Invalid(f"it holds {what}. Upload a film with pictures", field="file")


def _boxes(file: IO[bytes], start: int, end: int) -> Iterator[_Box]:
    at = start
    for _ in range(_BOXES_MAX):
        file.seek(at)
        head = bytes(file.read(16))
        if at + 8 > end or len(head) < 8:
            return
        length, content = int.from_bytes(head[:4]), 8
        if length == 1:  # the true one follows
            length, content = int.from_bytes(head[8:16]), 16
        if length == 0:
            length = end - at
        if length < content:
            return
        yield _Box(head[4:8], at + content, at + length)
        at += length


def _kind_of(file: IO[bytes], track: _Box) -> bytes:
    """Return what a track holds, in four letters; nothing where it does not say."""
    for media in _boxes(file, track.start, track.end):
        if media.kind != b"mdia":
            continue
        for box in _boxes(file, media.start, media.end):
            if box.kind == b"hdlr":
                file.seek(box.start)
                return bytes(file.read(_KINDS_BYTES))[8:]
    return b""
