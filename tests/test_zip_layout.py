"""ZIP files of which any part can be had alone."""

import io
import zipfile
import zlib
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.zip_layout import Content, Member, ZipLayout, safe_names

AT = datetime(2026, 11, 21, 21, 30, 8, tzinfo=UTC)
CONTENTS = st.lists(st.binary(max_size=300), max_size=6)


def layout_of(contents: list[bytes]) -> ZipLayout:
    return ZipLayout([Member(f"{place} é.glb", len(data)) for place, data in enumerate(contents)], AT)


async def part_of(contents: list[bytes], start: int, end: int) -> bytes:
    async def checksum(place: int) -> int:
        return zlib.crc32(contents[place])

    parts = [part async for part in layout_of(contents).parts(start, end, checksum)]
    return b"".join(
        contents[part.member][part.start : part.end] if isinstance(part, Content) else part for part in parts
    )


async def whole_of(contents: list[bytes]) -> bytes:
    return await part_of(contents, 0, layout_of(contents).size_bytes)


@given(CONTENTS)
async def test_it_is_a_zip_file_of_the_announced_size(contents: list[bytes]) -> None:
    whole = await whole_of(contents)
    assert len(whole) == layout_of(contents).size_bytes
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        assert opened.testzip() is None
        assert [opened.read(name) for name in opened.namelist()] == contents
        assert all(info.filename.endswith(" é.glb") for info in opened.infolist())
        assert all(info.date_time == (2026, 11, 21, 21, 30, 8) for info in opened.infolist())


@given(CONTENTS, st.data())
async def test_any_part_of_it_is_that_part_of_the_whole(contents: list[bytes], data: st.DataObject) -> None:
    whole = await whole_of(contents)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert await part_of(contents, start, end) == whole[start:end]


async def test_checksums_are_computed_only_of_what_a_part_needs() -> None:
    layout, asked = layout_of([b"a" * 1000, b"b" * 1000, b"c" * 1000]), []

    async def checksum(place: int) -> int:
        asked.append(place)
        return 0

    parts = layout.parts(0, 1500, checksum)
    assert isinstance(await anext(parts), bytes)
    assert asked == [0]  # the others not before they are sent
    assert [part async for part in parts if isinstance(part, Content)] == [Content(0, 0, 1000), Content(1, 0, 424)]
    assert asked == [0, 1]
    asked.clear()
    assert [part async for part in layout.parts(500, 600, checksum)] == [Content(0, 462, 562)]
    assert asked == []


class Sparse(io.RawIOBase):
    """A ZIP whose large members are all zeros and exist nowhere, as a file that can be sought in."""

    def __init__(self, layout: ZipLayout, sizes: dict[int, int], small: dict[int, bytes]) -> None:
        self._layout, self._sizes, self._small, self._place = layout, sizes, small, 0

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        self._place = offset + (0, self._place, self._layout.size_bytes)[whence]
        return self._place

    def readinto(self, buffer: Any) -> int:
        end = min(self._place + len(buffer), self._layout.size_bytes)
        data = b"".join(map(self._read, _run(self._parts(self._place, end))))
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)

    async def _parts(self, start: int, end: int) -> list[bytes | Content]:
        return [part async for part in self._layout.parts(start, end, self._checksum)]

    def _read(self, part: bytes | Content) -> bytes:
        if not isinstance(part, Content):
            return part
        return self._small.get(part.member, b"\0" * (part.end - part.start))[: part.end - part.start]

    async def _checksum(self, place: int) -> int:
        return zlib.crc32(self._small[place]) if place in self._small else 0


def _run(coroutine: Any) -> Any:
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("nothing here waits")


@pytest.mark.parametrize("size_bytes", [2**32 - 2, 2**32 - 1, 2**32, 5 * 2**30])
def test_beyond_four_gigabytes_it_is_zip64_and_opens(size_bytes: int) -> None:
    members = [Member("large.glb", size_bytes), Member("small.glb", 5), Member("large too.glb", size_bytes)]
    members.append(Member("last.glb", 4))
    layout = ZipLayout(members, AT)
    sparse = Sparse(layout, {0: size_bytes, 2: size_bytes}, {1: b"small", 3: b"last"})
    with zipfile.ZipFile(io.BufferedReader(sparse)) as opened:
        assert [info.file_size for info in opened.infolist()] == [member.size_bytes for member in members]
        assert (opened.read("small.glb"), opened.read("last.glb")) == (b"small", b"last")
        with opened.open("large too.glb") as large:
            assert large.read(10) == b"\0" * 10


async def test_more_members_than_a_plain_zip_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runtime.zip_layout.MEMBERS_LIMIT", 3)
    contents = [b"a", b"b", b"c", b"d"]
    whole = await whole_of(contents)
    assert b"PK\6\6" in whole
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        assert [opened.read(name) for name in opened.namelist()] == contents


NAMES = {
    "cup.jpg": "cup.glb",
    "../../etc/passwd": "passwd.glb",
    "..\\..\\boot.ini": "boot.glb",
    "CON.png": "_CON.glb",
    "a\0b\x1b[31m.png": "ab[31m.glb",
    'who? "me" <*>|.png': "who_ _me_ ____.glb",
    ".hidden": ".hidden",
    "": "model.glb",
    "...": "model (2).glb",
    "tasse à café.jpeg": "tasse à café.glb",
    "x" * 500 + ".png": "x" * 100 + ".glb",
}


def test_names_are_safe_on_every_system() -> None:
    made = dict(zip(NAMES, safe_names(NAMES, ".glb"), strict=True))
    assert made | {".hidden": ".hidden"} == NAMES
    assert made[".hidden"] == "hidden.glb"


def test_no_two_names_are_one() -> None:
    made = list(safe_names(["cup.jpg", "cup.png", "CUP.jpg", "ﬁg.png", "fig.png", "manifest.png"], ".glb"))
    assert made == ["cup.glb", "cup (2).glb", "CUP (3).glb", "ﬁg.glb", "fig (2).glb", "manifest.glb"]


@given(st.lists(st.text(max_size=30), max_size=10))
def test_whatever_pictures_are_called_names_are_unique_and_stay_in_their_folder(wanted: list[str]) -> None:
    made = list(safe_names(wanted, ".glb"))
    assert len({name.casefold() for name in made}) == len(wanted)
    assert all(not set(name) & set('/\\:*?"<>|') and name.isprintable() and name[0] != "." for name in made)
