"""Pictures become textures: sizes, mip levels, blocks and files."""

import base64

import numpy as np
import pytest

from domain.errors import Invalid
from engine.encoding.blocks import decode_blocks, encode_blocks
from engine.encoding.choosing import Wishes, choice_for
from engine.encoding.encoding import decoded, encoded
from engine.encoding.etc1 import encode_etc1
from engine.encoding.formats import FORMATS
from engine.encoding.kinds import COLOR, NORMAL, SCALAR, profile_of
from engine.encoding.ktx2 import write_ktx2
from engine.encoding.levels import levels_of
from engine.encoding.light import directions
from engine.encoding.measuring import PSNR_MOST_DB, loss_of, psnr_db, ssim
from engine.encoding.packing import packed_orm
from engine.encoding.targets import astc_block
from engine.encoding.texels import Texels
from tests.textured import bumps, leaves, opaque, opened_ktx2

BLOCKS = sorted(FORMATS)


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_come_back_as_what_they_were_made_of(name: str) -> None:
    form = FORMATS[name]
    mode = "scalar" if name in ("bc4", "eac_r11") else "color"
    blocks = encode_blocks(leaves(), form, mode=mode, is_srgb=bool(form.vk_srgb), effort="fast")
    assert len(blocks) == form.size_bytes(64, 64)
    made = decode_blocks(blocks, form, 64, 64, mode=mode)
    channels = 1 if mode == "scalar" else 2 if name in ("bc5", "eac_rg11") else 3
    least_db = 24 if form.bits_per_texel < 2 else 28
    assert psnr_db(leaves()[..., :channels], made[..., :channels]) > least_db


def test_etc2_with_more_effort_is_nearer_and_keeps_alpha() -> None:
    texels = leaves()
    texels[10:30, 10:30, 3] = 90
    for name in ("etc2_rgb", "etc2_rgba"):
        found = []
        for effort in ("fast", "medium"):
            blocks = encode_blocks(texels, FORMATS[name], mode="color", is_srgb=True, effort=effort)  # type: ignore[arg-type]
            made = decode_blocks(blocks, FORMATS[name], 64, 64, mode="color")
            found.append(psnr_db(texels[..., :3], made[..., :3]))
            assert name == "etc2_rgb" or psnr_db(texels[..., 3], made[..., 3]) > 45
        assert found[1] > found[0] + 0.5


@pytest.mark.parametrize("split", ["upright", "lying"])
def test_two_colours_of_an_etc1_block_are_kept(split: str) -> None:
    texels = opaque(np.full((4, 4, 3), 40))
    texels[:, 2:, :3] = (220, 60, 120)
    texels = texels if split == "upright" else texels.transpose(1, 0, 2).copy()
    made = decode_blocks(encode_etc1(texels).tobytes(), FORMATS["etc2_rgb"], 4, 4, mode="color")
    assert np.abs(made.astype(int) - texels).max() <= 10


@pytest.mark.parametrize("value", [0, 1, 128, 255])
def test_a_flat_channel_is_kept_exactly(value: int) -> None:
    flat = opaque(np.full((8, 8, 3), value))
    for name in ("bc4", "eac_r11"):
        blocks = encode_blocks(flat, FORMATS[name], mode="scalar", is_srgb=False)
        made = decode_blocks(blocks, FORMATS[name], 8, 8, mode="scalar")
        assert np.abs(made[..., 0].astype(int) - value).max() <= (0 if name == "bc4" else 1)


@pytest.mark.parametrize("seed", range(4))
def test_our_bc4_is_nearer_than_the_range_over_seven_steps(seed: int) -> None:
    dice = np.random.default_rng(seed)
    channel = dice.integers(0, 256, (64, 64), dtype=np.uint8) // dice.integers(1, 8)
    texels = opaque(channel[..., None].repeat(3, -1))
    made = decode_blocks(
        encode_blocks(texels, FORMATS["bc4"], mode="scalar", is_srgb=False), FORMATS["bc4"], 64, 64, mode="scalar"
    )
    blocks = channel.reshape(16, 4, 16, 4)
    plain = (blocks.max(axis=(1, 3)) - blocks.min(axis=(1, 3)).astype(int)) / 7 / np.sqrt(12)
    assert np.sqrt(np.mean((made[..., 0].astype(float) - channel) ** 2)) <= np.sqrt(np.mean(plain**2)) * 1.02


@pytest.mark.parametrize("name", ["astc_6x6", "astc_10x8", "bc7", "etc2_rgb", "eac_r11"])
def test_sides_that_are_no_whole_blocks_are_encoded(name: str) -> None:
    form = FORMATS[name]
    small = leaves()[:13, :7]
    blocks = encode_blocks(small, form, mode="color", is_srgb=False, effort="fast")
    assert len(blocks) == form.size_bytes(7, 13)
    made = decode_blocks(blocks, form, 7, 13, mode="color")
    assert made.shape == (13, 7, 4)
    assert psnr_db(small[..., :1], made[..., :1]) > 24


def test_threads_do_not_change_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    large = np.tile(leaves(), (12, 4, 1))
    for name in ("astc_6x6", "bc7", "etc2_rgb"):
        together = encode_blocks(large, FORMATS[name], mode="color", is_srgb=True, effort="fast")
        monkeypatch.setattr("engine.threads.cores", lambda: 1)
        alone = encode_blocks(large, FORMATS[name], mode="color", is_srgb=True, effort="fast")
        monkeypatch.undo()
        assert together == alone


@pytest.mark.parametrize(("compression", "most_deg"), [("astc", 2.0), ("bc7", 1.0), ("etc2", 1.0), ("webp", 0.01)])
def test_normals_keep_their_direction(compression: str, most_deg: float) -> None:
    wishes = Wishes(compression, effort="fast")  # type: ignore[arg-type]
    levels = levels_of(bumps(), NORMAL, size=(64, 64), has_mipmaps=False)
    file = encoded(levels, choice_for(NORMAL, wishes, has_alpha=False), wishes)
    loss = loss_of(levels.texels[0], decoded(file), NORMAL, has_alpha=False)
    assert loss.angle_mean_deg is not None
    assert loss.angle_mean_deg < most_deg


def test_the_normal_mode_of_astc_beats_three_channels() -> None:
    levels = levels_of(bumps(), NORMAL, size=(64, 64), has_mipmaps=False)
    angles = []
    for is_compact in (True, False):
        wishes = Wishes("astc", is_compact=is_compact, astc_block="6x6")
        file = encoded(levels, choice_for(NORMAL, wishes, has_alpha=False), wishes)
        angles.append(loss_of(levels.texels[0], decoded(file), NORMAL, has_alpha=False).angle_mean_deg or 0)
    assert angles[0] < angles[1]


def test_finer_blocks_are_chosen_for_more_quality_and_for_normals() -> None:
    assert [astc_block(quality, is_normal=False) for quality in (1.0, 0.8, 0.3)] == ["4x4", "6x6", "8x8"]
    assert astc_block(0.8, is_normal=True) == "5x5"


def test_more_quality_never_looks_worse() -> None:
    levels = levels_of(leaves(), COLOR, size=(64, 64), has_mipmaps=False)
    for compression in ("astc", "webp", "etc1s", "uastc"):
        found = []
        for quality in (0.1, 0.5, 0.9):
            wishes = Wishes(compression, quality, "fast")  # type: ignore[arg-type]
            file = encoded(levels, choice_for(COLOR, wishes, has_alpha=False), wishes)
            found.append(psnr_db(levels.texels[0][..., :3], decoded(file)[..., :3]))
        assert found[0] <= found[1] <= found[2], compression


@pytest.mark.parametrize(
    ("form", "mode", "is_srgb", "vk_format", "samples"),
    [
        ("astc_6x6", "color", True, 166, [[0, 0, 127]]),
        ("astc_4x4", "data", False, 157, [[0, 0, 127]]),
        ("bc7", "color", True, 146, [[0, 0, 127]]),
        ("bc5", "data", False, 141, [[0, 0, 63], [1, 64, 63]]),
        ("bc4", "scalar", False, 139, [[0, 0, 63]]),
        ("etc2_rgb", "color", True, 148, [[2, 0, 63]]),
        ("etc2_rgba", "color", True, 152, [[31, 0, 63], [2, 64, 63]]),
        ("eac_rg11", "data", False, 155, [[0, 0, 63], [1, 64, 63]]),
    ],
)
def test_three_and_ktx_parse_open_our_ktx2_files(
    form: str, mode: str, is_srgb: bool, vk_format: int, samples: list[list[int]]
) -> None:
    levels = levels_of(leaves(), COLOR, size=(64, 64), has_mipmaps=True).texels
    block = FORMATS[form]
    blocks = [encode_blocks(level, block, mode=mode, is_srgb=is_srgb, effort="fast") for level in levels]  # type: ignore[arg-type]
    for is_supercompressed in (False, True):
        data = write_ktx2(
            blocks,
            width=64,
            height=64,
            form=block,
            is_srgb=is_srgb,
            is_supercompressed=is_supercompressed,
            swizzle="rrr1",
        )
        found = opened_ktx2(data)
        assert found["vk_format"] == vk_format
        assert found["samples"] == samples
        assert found["transfer"] == (2 if is_srgb else 1)
        assert found["block"] == [block.block_width, block.block_height]
        assert found["values"]["KTXswizzle"] == "rrr1"
        assert found["supercompression"] == (2 if is_supercompressed else 0)
        assert [base64.b64decode(level["data"]) for level in found["three"]["mipmaps"]] == blocks
        assert found["three"]["color_space"] == ("srgb" if is_srgb else "srgb-linear")


@pytest.mark.parametrize("codec", ["etc1s", "uastc"])
def test_three_transcodes_basis_to_what_we_measured(codec: str) -> None:
    wishes = Wishes(codec, effort="fast")  # type: ignore[arg-type]
    levels = levels_of(leaves(), COLOR, size=(64, 64), has_mipmaps=True)
    file = encoded(levels, choice_for(COLOR, wishes, has_alpha=False), wishes)
    found = opened_ktx2(file.data)
    pixels = [np.frombuffer(base64.b64decode(level), np.uint8) for level in found["pixels"]]
    assert len(pixels) == 7
    assert np.array_equal(pixels[0].reshape(64, 64, 4), decoded(file))
    assert psnr_db(levels.texels[0][..., :3], decoded(file)[..., :3]) > (25 if codec == "etc1s" else 38)
    assert found["transfer"] == 2


@pytest.mark.parametrize(("codec", "quality"), [("etc1s", 0.5), ("uastc", 0.9), ("uastc", 0.3)])
def test_basis_gives_the_same_bytes_each_time(codec: str, quality: float) -> None:
    wishes = Wishes(codec, quality, "fast")  # type: ignore[arg-type]
    levels = levels_of(np.tile(leaves(), (4, 4, 1)), COLOR, size=(256, 256), has_mipmaps=True)
    choice = choice_for(COLOR, wishes, has_alpha=False)
    assert encoded(levels, choice, wishes).data == encoded(levels, choice, wishes).data


def test_occlusion_roughness_and_metallic_become_one_picture() -> None:
    grey = opaque(np.full((8, 8, 3), 10))
    packed = packed_orm({"ambient_occlusion": grey, "roughness": opaque(np.full((16, 16, 3), 90))})
    assert packed.shape == (16, 16, 4)
    assert tuple(packed[5, 5]) == (10, 90, 0, 255)
    with pytest.raises(Invalid, match="nothing to pack"):
        packed_orm({"albedo": grey})
    with pytest.raises(Invalid, match="say the same"):
        packed_orm({"occlusion": grey, "ambient_occlusion": grey})


def test_similarity_is_one_for_the_same_and_falls_with_noise() -> None:
    one = leaves()[..., 0].astype(np.float32) / 255
    noise = np.random.default_rng(1).normal(0, 0.1, one.shape).astype(np.float32)
    assert ssim(one, one) == pytest.approx(1)
    assert 0 < ssim(one, one + noise) < ssim(one, one + noise / 4) < 1


def test_noise_is_measured_against_its_size() -> None:
    one = np.full((32, 32, 3), 100, np.uint8)
    assert psnr_db(one, one) == PSNR_MOST_DB
    assert psnr_db(one, one + 1) == pytest.approx(48.13, abs=0.01)


def test_a_turned_normal_is_measured_by_its_angle() -> None:
    upright = opaque(np.tile([127.5, 127.5, 255], (8, 8, 1)))
    tilt = np.radians(10)
    tilted = opaque(np.tile([127.5 + 127.5 * np.sin(tilt), 127.5, 127.5 + 127.5 * np.cos(tilt)], (8, 8, 1)))
    assert loss_of(upright, tilted, NORMAL, has_alpha=False).angle_mean_deg == pytest.approx(10, abs=0.4)


def test_a_vector_without_length_points_outwards() -> None:
    for grey in (127, 128):
        assert np.array_equal(directions(np.full((2, 2, 4), grey, np.uint8)), np.tile([0.0, 0.0, 1.0], (2, 2, 1)))


def _sources() -> list[tuple[str, Texels]]:
    see_through = leaves()
    see_through[16:32, 16:32, 3] = 40
    return [("albedo", leaves()), ("albedo", see_through), ("normal", bumps()), ("roughness", leaves())]


@pytest.mark.parametrize("compression", ["none", "webp", "astc", "etc2", "bc7", "etc1s", "uastc", "basis"])
def test_every_kind_takes_every_compression(compression: str) -> None:
    for kind, texels in _sources():
        profile = profile_of(kind)
        wishes = Wishes(compression, effort="fast")  # type: ignore[arg-type]
        levels = levels_of(texels, profile, size=(64, 64), has_mipmaps=True)
        file = encoded(levels, choice_for(profile, wishes, has_alpha=levels.has_alpha), wishes)
        loss = loss_of(levels.texels[0], decoded(file), profile, has_alpha=levels.has_alpha)
        assert loss.psnr_db > 25, (kind, file.choice)
        assert loss.ssim > 0.8, (kind, file.choice)
        assert levels.has_alpha is (loss.alpha_psnr_db is not None)
        assert (loss.alpha_psnr_db or 99) > 30, (kind, file.choice)


def test_a_scalar_is_kept_in_one_channel() -> None:
    choice = choice_for(SCALAR, Wishes("etc2"), has_alpha=False)
    assert (choice.form, choice.mode) == ("eac_r11", "scalar")
    assert choice_for(SCALAR, Wishes("etc2", is_compact=False), has_alpha=False).form == "etc2_rgb"
