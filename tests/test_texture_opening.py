"""Pictures become texels, or are refused in a sentence."""

import io

import numpy as np
import pytest
import zstandard
from PIL import Image

from domain.errors import Invalid, TooLarge
from engine.encoding.choosing import Wishes, choice_for
from engine.encoding.encoding import encoded
from engine.encoding.formats import FORMATS
from engine.encoding.kinds import COLOR
from engine.encoding.ktx2 import read_ktx2, write_ktx2
from engine.encoding.levels import levels_of
from engine.encoding.measuring import psnr_db
from engine.encoding.opening import open_texels
from engine.encoding.texels import texels_of
from engine.models.model import Picture
from engine.models.pictures import picture_of
from tests.textured import leaves, picture


def test_a_ktx2_file_can_be_a_source_again() -> None:
    for compression in ("astc", "uastc"):
        wishes = Wishes(compression, 0.95, "fast")  # type: ignore[arg-type]
        levels = levels_of(leaves(), COLOR, size=(64, 64), has_mipmaps=True)
        data = encoded(levels, choice_for(COLOR, wishes, has_alpha=False), wishes).data
        texels, form = open_texels(Picture(data, ""))
        assert form == "ktx2"
        assert psnr_db(texels[..., :3], leaves()[..., :3]) > 35


def _modes() -> dict[str, Image.Image]:
    base = Image.fromarray(leaves()).convert("RGB")
    grey = np.asarray(base.convert("L"))
    return {
        "1": base.convert("1"), "L": base.convert("L"), "LA": base.convert("LA"), "P": base.quantize(32),
        "RGB": base, "RGBA": base.convert("RGBA"), "CMYK": base.convert("CMYK"), "YCbCr": base.convert("YCbCr"),
        "I;16": Image.fromarray(grey.astype(np.uint16) * 257), "F": Image.fromarray(grey.astype(np.float32) / 255),
    }  # fmt: skip


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "F"])
def test_pictures_of_every_mode_become_texels(mode: str) -> None:
    image = _modes()[mode]
    texels = texels_of(image)
    assert texels.shape == (64, 64, 4)
    assert texels.dtype == np.uint8
    assert (texels[..., 3] == 255).all()
    wanted = np.asarray(Image.fromarray(leaves()).convert("L"))
    if mode in ("L", "LA", "I;16", "F"):
        assert np.abs(texels[..., 0].astype(int) - wanted).max() <= 1


def test_a_palette_keeps_what_is_see_through() -> None:
    image = Image.new("P", (4, 4), 1)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putpixel((0, 0), 0)
    image.info["transparency"] = 0
    texels = texels_of(image)
    assert texels[0, 0, 3] == 0
    assert tuple(texels[3, 3]) == (0, 0, 255, 255)


@pytest.mark.parametrize("cut", [5, 80, 100, 200, -1])
def test_a_ktx2_file_that_is_cut_short_is_refused(cut: int) -> None:
    form = FORMATS["bc7"]
    data = write_ktx2([bytes(16)], width=4, height=4, form=form, is_srgb=True, is_supercompressed=True)
    assert read_ktx2(data).levels == (bytes(16),)
    with pytest.raises(Invalid):
        read_ktx2(data[:cut])


def test_a_ktx2_file_that_says_too_much_is_refused() -> None:
    data = bytearray(write_ktx2([bytes(16)], width=4, height=4, form=FORMATS["bc7"], is_srgb=True))
    data[20:24] = (1 << 20).to_bytes(4, "little")
    with pytest.raises(TooLarge):
        read_ktx2(bytes(data))
    data[20:24] = (64).to_bytes(4, "little")
    with pytest.raises(Invalid, match="wrong size"):
        read_ktx2(bytes(data))


def test_a_picture_with_a_side_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="16,384"):
        open_texels(Picture(picture(np.zeros((1, 16_385, 4), np.uint8)), "image/png"))


def test_a_picture_beyond_what_pillow_takes_by_itself_is_opened() -> None:
    side = 13_400  # 179,560,000 pixels
    content = io.BytesIO()
    Image.new("1", (side, side)).save(content, "PNG")
    assert picture_of(content.getvalue(), pixels_max=side * side).data == content.getvalue()


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    head = io.BytesIO()
    Image.new("1", (1, 1)).save(head, "PNG")
    bomb = bytearray(head.getvalue())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises((TooLarge, Invalid)):
        open_texels(Picture(bytes(bomb), "image/png"))


def test_a_level_that_says_it_is_huge_is_refused_before_room_is_made() -> None:
    level = bytearray(zstandard.ZstdCompressor(write_content_size=True).compress(bytes(16)))
    level[4:6] = bytes([0xE0 | level[4] & 0x1F, 0xFF])  # the frame's own size is eight bytes long now, and enormous
    data = write_ktx2([bytes(16)], width=4, height=4, form=FORMATS["bc7"], is_srgb=True, is_supercompressed=True)
    before = zstandard.ZstdCompressor(level=12, write_content_size=True).compress(bytes(16))
    assert data.endswith(before)
    with pytest.raises(Invalid):
        read_ktx2(data[: -len(before)] + bytes(level[: len(before)]).ljust(len(before), b"\xff"))


@pytest.mark.parametrize("form", ["etc1s", "uastc", "bc7", "astc", "etc2", "PNG", "JPEG", "WEBP"])
def test_damaged_pictures_are_opened_or_refused_and_never_anything_else(form: str) -> None:
    if form.isupper():
        whole = picture(leaves(16), form)  # type: ignore[arg-type]
    else:
        wishes = Wishes(form, effort="fast")  # type: ignore[arg-type]
        levels = levels_of(leaves(16), COLOR, size=(16, 16), has_mipmaps=True)
        whole = encoded(levels, choice_for(COLOR, wishes, has_alpha=False), wishes).data
    dice = np.random.default_rng(11)
    for _ in range(150):
        damaged = bytearray(whole)
        for place in dice.integers(0, len(whole), dice.integers(1, 6)):
            damaged[place] = dice.integers(256)
        cut = len(damaged) if dice.random() < 0.8 else int(dice.integers(len(damaged)))
        try:
            texels, _ = open_texels(Picture(bytes(damaged[:cut]), ""))
        except (Invalid, TooLarge):
            continue
        assert texels.dtype == np.uint8
        assert texels.shape[2] == 4
