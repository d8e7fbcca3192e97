"""A photograph is whole, upright and in sRGB, or it is refused with a sentence."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from domain.errors import Invalid, TooLarge, UnsupportedMedia
from engine.shapes import Pixels
from engine.single_view.photo import SIDE_MAX, Photo, opened

MOST = 4_000_000


def ramp(height: int = 48, width: int = 64) -> Pixels:
    """Return a picture whose corners differ."""
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([255 * x // width, 255 * y // height, 128 + 0 * x], axis=-1).astype(np.uint8)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo_of(image: Image.Image, kind: str = "PNG", **options: object) -> Photo:
    return opened(saved(image, kind, **options), pixels_max=MOST)


@pytest.mark.parametrize(("kind", "name"), [("BMP", "BMP"), ("GIF", "GIF"), ("TIFF", "TIFF"), ("WEBP", "WebP")])
def test_what_is_neither_jpg_nor_png_is_refused_by_its_content(kind: str, name: str) -> None:
    with pytest.raises(UnsupportedMedia, match=name) as refused:
        photo_of(Image.fromarray(ramp()), kind)
    assert refused.value.facts["allowed_formats"] == ["JPG", "PNG"]


@pytest.mark.parametrize("data", [b"", b"hello", b"<svg xmlns='x'/>", b"%PDF-1.7", b"\0\0\0\x18ftypheic"])
def test_what_is_no_picture_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UnsupportedMedia, match="The file is"):
        opened(data, pixels_max=MOST)


def bomb(side: int) -> bytes:
    """Return a PNG of one colour, whose few bytes unfold into side × side pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(side * (side // 8 + 1)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [4_000, 20_000])
def test_too_many_pixels_are_refused_from_the_head(side: int) -> None:
    with pytest.raises(TooLarge, match="at most 4,000,000") as refused:
        opened(bomb(side)[:60], pixels_max=MOST)  # the pixels are not even there
    assert refused.value.facts["pixels_max"] == MOST


def test_a_picture_of_one_pixel_is_refused() -> None:
    with pytest.raises(Invalid, match="1 × 1"):
        photo_of(Image.new("RGB", (1, 1)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("kept", [0.02, 0.5, 0.9])
def test_half_a_picture_is_refused(kind: str, kept: float) -> None:
    rough = np.random.default_rng(1).integers(0, 256, (96, 128, 3), dtype=np.uint8)
    whole = saved(Image.fromarray(rough), kind)
    with pytest.raises(Invalid, match="is cut short"):
        opened(whole[: int(len(whole) * kept)], pixels_max=MOST)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_picture_that_is_broken_in_the_middle_is_refused(kind: str, progressive: bool) -> None:
    rough = np.random.default_rng(2).integers(0, 256, (96, 128, 3), dtype=np.uint8)
    whole = saved(Image.fromarray(rough), kind, **({"progressive": progressive} if kind == "JPEG" else {}))
    middle = len(whole) // 2
    broken = whole[:middle] + whole[middle + 300 :]
    with pytest.raises(Invalid, match=r"broken|cut short"):
        opened(broken, pixels_max=MOST)


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_orientation_comes_out_upright(turn: int) -> None:
    upright = ramp()
    undo = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[turn]  # Pillow's transposes
    stored = Image.fromarray(upright)
    stored = stored if undo is None else stored.transpose(Image.Transpose(undo))
    exif = Image.Exif()
    exif[0x0112] = turn
    photo = photo_of(stored, exif=exif)
    assert photo.source_size == upright.shape[:2]
    assert np.array_equal(photo.pixels, upright)


def test_an_orientation_that_does_not_exist_is_ignored() -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    assert np.array_equal(photo_of(Image.fromarray(ramp()), exif=exif).pixels, ramp())


def test_the_focal_length_follows_the_scaling() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA405] = 36  # the camera's "35 mm equivalent": as long as the film is wide
    photo = photo_of(Image.new("RGB", (2 * SIDE_MAX, 600), "red"), "JPEG", exif=exif)
    assert photo.pixels.shape == (300, SIDE_MAX, 3)
    assert photo.focal_px == pytest.approx(SIDE_MAX)


def test_cmyk_as_adobe_stores_it_has_its_colours() -> None:
    photo = photo_of(Image.new("CMYK", (32, 32), (0, 255, 255, 0)), "JPEG", quality=95)
    red, green, blue = photo.pixels.reshape(-1, 3).mean(axis=0)
    assert red > 200
    assert max(green, blue) < 60
    assert any("CMYK" in note for note in photo.notes)


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    grey = np.full((32, 32), 0x8000, np.uint16)
    assert photo_of(Image.fromarray(grey)).pixels.mean() == pytest.approx(128, abs=1)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_every_kind_of_grey_and_palette_is_read(mode: str) -> None:
    photo = photo_of(Image.new("RGB", (32, 32), "white").convert(mode))
    assert photo.pixels.min() == 255
    assert photo.alpha is None


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L"])
def test_transparency_is_told_and_colours_are_not_multiplied_by_it(mode: str) -> None:
    image = Image.new("RGBA", (32, 32), (200, 200, 200, 255))
    image.paste((200, 200, 200, 0), (0, 0, 16, 32))
    if mode == "L":
        grey = image.convert("L")
        grey.paste(7, (0, 0, 16, 32))
        photo = photo_of(grey, transparency=7)
    elif mode == "P":
        palette = Image.new("P", (32, 32), 1)
        palette.putpalette([200] * 6)
        palette.paste(0, (0, 0, 16, 32))
        photo = photo_of(palette, transparency=bytes([0, 255]))
    else:
        photo = photo_of(image.convert(mode))
    assert photo.alpha is not None
    assert photo.alpha[:, :16].max() == 0
    assert photo.alpha[:, 16:].min() == 1
    assert mode == "L" or photo.pixels.min() == 200


def test_hidden_colours_do_not_bleed_into_edges_when_a_picture_is_made_smaller() -> None:
    pixels = np.zeros((64, 2 * SIDE_MAX, 4), np.uint8)
    pixels[:, : SIDE_MAX + 1] = (255, 0, 0, 255)  # red that is seen beside green that is not
    pixels[:, SIDE_MAX + 1 :, 1] = 255
    photo = photo_of(Image.fromarray(pixels))
    assert photo.alpha is not None
    edge = photo.pixels[16, (photo.alpha[16] > 0.1)]
    assert edge[:, 1].max() < 30


def test_fine_stripes_keep_their_light_when_a_picture_is_made_smaller() -> None:
    stripes = np.zeros((64, 2 * SIDE_MAX, 3), np.uint8)
    stripes[:, ::2] = 255
    assert photo_of(Image.fromarray(stripes)).pixels[:, 50:-50].mean() == pytest.approx(188, abs=3)  # half the light


def test_a_profile_is_followed() -> None:
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    lab = Image.new("RGB", (32, 32), (10, 200, 30))
    photo = photo_of(lab, icc_profile=wide.tobytes())
    assert "profile cannot be used" in photo.notes[0]  # it is for other colours: not silently wrong
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    assert np.array_equal(photo_of(lab, icc_profile=srgb.tobytes()).pixels[0, 0], (10, 200, 30))
    assert photo_of(lab, icc_profile=b"nonsense").notes


def test_a_moving_png_gives_its_first_frame_and_says_so() -> None:
    photo = photo_of(Image.new("RGB", (32, 32), "red"), save_all=True, append_images=[Image.new("RGB", (32, 32))])
    assert tuple(photo.pixels[0, 0]) == (255, 0, 0)
    assert "first frame" in photo.notes[0]


def test_two_pictures_in_one_jpeg_give_the_first() -> None:
    first, second = Image.new("RGB", (32, 32), "red"), Image.new("RGB", (32, 32), "blue")
    photo = photo_of(first, "MPO", save_all=True, append_images=[second])
    assert photo.pixels[0, 0, 0] > 200


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    whole = saved(Image.fromarray(ramp()), "JPEG")
    with pytest.raises(Invalid, match="scans"):
        opened(whole + b"\xff\xda" * 200, pixels_max=MOST)
