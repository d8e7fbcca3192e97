"""Pictures are known by their content."""

import io

import pytest
from PIL import Image

from domain.errors import UnsupportedMedia
from runtime.pictures import Picture, inspect_picture

PIXELS_MAX = 1_000_000


def written(kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (321, 123), "teal").save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (written("PNG"), "image/png"),
        (written("JPEG"), "image/jpeg"),
        (written("JPEG", progressive=True), "image/jpeg"),
        (written("JPEG", icc_profile=b"x" * 200_000), "image/jpeg"),
        (written("WEBP"), "image/webp"),
        (written("WEBP", lossless=True), "image/webp"),
        (written("WEBP", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"), "image/webp"),
    ],
    ids=["png", "jpeg", "progressive jpeg", "jpeg with a profile", "webp", "lossless webp", "extended webp"],
)
def test_kind_and_size_are_read_from_the_header(data: bytes, media_type: str) -> None:
    assert inspect_picture(data, pixels_max=PIXELS_MAX) == Picture(media_type, 321, 123)


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"GIF89a", b"%PDF-1.7", written("BMP"), b"RIFF\0\0\0\0WEBPVP9 "], ids=lambda data: data[:6]
)
def test_what_is_no_picture_that_is_read_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedMedia) as refusal:
        inspect_picture(data, pixels_max=PIXELS_MAX)
    assert refusal.value.facts["allowed"] == ("image/png", "image/jpeg", "image/webp")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_header_cut_anywhere_is_refused_and_never_crashes(kind: str) -> None:
    data = written(kind)
    for length in range(24):
        with pytest.raises(UnsupportedMedia):
            inspect_picture(data[:length], pixels_max=PIXELS_MAX)


@pytest.mark.parametrize("data", [written("PNG"), written("JPEG"), written("JPEG", progressive=True), written("WEBP")])
def test_a_picture_cut_anywhere_is_refused(data: bytes) -> None:
    for length in {len(data) // 2, len(data) * 9 // 10, len(data) - 2, len(data) - 1}:
        with pytest.raises(UnsupportedMedia):
            inspect_picture(data[:length], pixels_max=PIXELS_MAX)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_whole_picture_with_something_after_it_is_taken(kind: str) -> None:
    assert inspect_picture(written(kind) + b"more", pixels_max=PIXELS_MAX).width == 321


def test_more_pixels_than_allowed_are_refused() -> None:
    with pytest.raises(UnsupportedMedia) as refusal:
        inspect_picture(written("PNG"), pixels_max=321 * 123 - 1)
    assert refusal.value.facts == {"pixels_max": 321 * 123 - 1}
