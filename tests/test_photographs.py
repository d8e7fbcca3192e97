"""Photographs are looked at before they are kept: their headers, and the lists of ZIP files."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from domain.errors import Invalid, TooLarge
from runtime.blobs import Blobs
from runtime.formats import sniffed
from runtime.photographs import ZipLimits, photographs_in

LIMITS = ZipLimits(entries_max=20, bytes_max=100_000, entry_bytes_max=60_000)


def written(kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (32, 24), "teal").save(file, kind, **options)
    return file.getvalue()


def zipped(*files: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


async def looked_at(data: bytes, folder: Path) -> int:
    """Look at a file where it lies: in the blob store."""
    blobs = Blobs.open(f"file://{folder}")
    sha256, _ = await blobs.put(data)
    known = sniffed(data, len(data))
    assert known is not None
    return photographs_in(blobs.opened(sha256), known.media_type, LIMITS)


@pytest.mark.parametrize(
    "data",
    [
        written("JPEG"), written("JPEG", icc_profile=b"x" * 500_000), written("PNG"), written("TIFF"),
        written("TIFF", compression="tiff_lzw"), zipped(("IMG_1.JPG", b"x"), ("__MACOSX/._IMG_1.JPG", b"x")),
    ],
    ids=["JPEG", "JPEG with a long profile", "PNG", "TIFF", "TIFF that is packed", "ZIP"],
)  # fmt: skip
async def test_what_can_be_read_is_one_picture(tmp_path: Path, data: bytes) -> None:
    assert await looked_at(data, tmp_path) == 1


async def test_pictures_in_a_zip_are_counted_by_their_names(tmp_path: Path) -> None:
    data = zipped(("a.jpg", b"x"), ("deep/b.TIFF", b"x"), ("c.png", b""), ("readme.txt", b"words"))
    assert await looked_at(data, tmp_path) == 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xd8\xff\xe0" + b"\0" * 500, "header is broken"),
        (b"\xff\xd8\xff\xe0" + b"junk" * 200_000, "header is broken"),
        (written("JPEG")[:100], "header is broken"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "no pixels"),
        (b"II*\0" + b"\xff" * 40, "header is broken"),
        (b"MM\0*" + b"\0" * 40, "header is broken"),
        (b"II*\0\x08", "header is broken"),
        (zipped(("readme.txt", b"words")), "no pictures"),
        (zipped(("a.jpg", b"")), "no pictures"),
        (zipped(("a.jpg", b"x"), ("more.zip", zipped(("b.jpg", b"x")))), "another ZIP file"),
        (zipped(("a.jpg", b"x"))[:-30], "no whole ZIP"),
        (b"PK\x03\x04" + b"\0" * 100, "no whole ZIP"),
    ],
    ids=["JPEG of nothing", "JPEG of junk", "JPEG cut in its header", "PNG of nothing", "TIFF of junk",
         "TIFF of nothing", "TIFF cut", "ZIP of words", "ZIP of nothing", "ZIP in a ZIP", "ZIP cut", "no ZIP"],
)  # fmt: skip
async def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        await looked_at(data, tmp_path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zipped(*((f"{number}.jpg", b"x") for number in range(21))), "21 files in it; at most 20"),
        (zipped(("a.jpg", bytes(60_001))), "a.jpg in it unfolds into more than 60000"),
        (zipped(("a.jpg", bytes(60_000)), ("b.jpg", bytes(40_001))), "unfolds into more than 100000"),
        (zipped(*((f"{number:0300}.jpg", b"x") for number in range(600))), "list of files is too long"),
    ],
    ids=["many files", "a large file", "large in all", "a long list"],
)
async def test_zip_files_that_unfold_into_too_much_are_refused_unopened(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(TooLarge, match=why):
        await looked_at(data, tmp_path)


async def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    locked = bytearray(zipped(("a.jpg", b"x")))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Invalid, match="locked by a password"):
        await looked_at(bytes(locked), tmp_path)
