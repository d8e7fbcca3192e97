"""What somebody gives is known by its content, and a refusal says what it is."""

import asyncio
import struct
from collections.abc import AsyncIterator

import pytest

from api.files.giving import Arrival, require_known
from domain.errors import Invalid
from runtime.formats import MODELS, PICTURES, STL
from tests import giving


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"Kaydara FBX Binary  \0", "is FBX, which is not taken here"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is PNG, which is not taken here"),
        (b"just some words", "is of no known format"),
    ],
)
def test_a_refused_file_is_named(head: bytes, what: str) -> None:
    with pytest.raises(Invalid) as refused:
        require_known(head, len(head), MODELS)
    assert refused.value.message == f"The file {what}; these are read here: GLB, glTF, OBJ, PLY, STL, ZIP"


def claiming(triangles: int) -> bytes:
    """Return a binary STL whose head says that it has so many triangles; it has a cube's."""
    return giving.stl()[:80] + struct.pack("<I", triangles) + giving.stl()[84:]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (giving.stl()[:-100], "is cut short: its head says 12 triangles, which take 684 bytes; the file has 584"),
        (giving.stl()[:100], "is cut short: its head says 12 triangles, which take 684 bytes; the file has 100"),
        (claiming(50_000_000), "is cut short: its head says 50,000,000 triangles, which take 2,500,000,084 bytes"),
        (giving.stl() + bytes(5_000), "goes on after its last triangle: its head says 12 triangles"),
    ],
)
@pytest.mark.parametrize("name", ["part.stl", "PART.STL"])
def test_an_stl_of_another_size_than_its_head_says_is_told_so(data: bytes, words: str, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        require_known(data, len(data), MODELS, name)
    assert refused.value.message.startswith(f"The STL {words}")
    for other in ({"name": "part"}, {"name": name, "formats": PICTURES}):
        with pytest.raises(Invalid, match="of no known format"):
            require_known(data, len(data), **other)  # type: ignore[arg-type]


def test_an_stl_with_a_little_after_its_triangles_is_taken_where_its_name_says_what_it_is() -> None:
    data = giving.stl() + bytes(500)
    assert require_known(data, len(data), name="part.stl") == require_known(data[:100], None, name="part.stl") == STL
    with pytest.raises(Invalid):
        require_known(data, len(data))


@pytest.mark.parametrize("data", [b"just some words " * 20, bytes(range(256)), b"\xff" * 300])
def test_what_is_only_called_stl_is_of_no_known_format(data: bytes) -> None:
    with pytest.raises(Invalid, match="of no known format"):
        require_known(data, len(data), name="notes.stl")


def test_a_file_that_arrives_is_judged_by_its_name_too() -> None:
    async def taken(data: bytes, **stated: int) -> Arrival:
        async def chunks() -> AsyncIterator[bytes]:
            for place in range(0, len(data), 10_000):
                yield data[place : place + 10_000]

        arrival = Arrival("part.stl", **stated)
        async for _ in arrival.watched(chunks()):
            pass
        return arrival

    assert asyncio.run(taken(giving.stl() + bytes(99))).format == STL
    long = claiming(2_000) + bytes(80_000)
    with pytest.raises(Invalid, match="cut short: its head says 2,000 triangles"):
        asyncio.run(taken(long, size_bytes_stated=len(long)))
    with pytest.raises(Invalid, match="cut short: its head says 2,000 triangles"):
        _ = asyncio.run(taken(long)).format
    with pytest.raises(Invalid, match=r"goes on after its last triangle: .* the file has more"):
        asyncio.run(taken(giving.stl() + bytes(80_000)))
