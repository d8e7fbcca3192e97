"""Sizes, levels and filters of textures."""

import numpy as np
import pytest

from engine.encoding.filtering import halved, resampled, weights
from engine.encoding.kinds import COLOR, NORMAL, profile_of
from engine.encoding.levels import levels_of
from engine.encoding.sizing import fitted, mip_sizes
from tests.textured import bumps, leaves, opaque


@pytest.mark.parametrize(
    ("size", "most", "policy", "wanted"),
    [
        ((774, 616), 2048, "nearest", (1024, 512)),
        ((774, 616), 2048, "lower", (512, 512)),
        ((774, 616), 2048, "higher", (1024, 1024)),
        ((774, 616), 2048, "none", (774, 616)),
        ((4096, 2048), 1024, "nearest", (1024, 512)),
        ((4096, 1000), 1000, "nearest", (512, 256)),
        ((1, 1), 2048, "nearest", (1, 1)),
        ((1025, 3), 1024, "higher", (1024, 4)),
    ],
)
def test_sides_become_powers_of_two_within_the_limit(
    size: tuple[int, int], most: int, policy: str, wanted: tuple[int, int]
) -> None:
    assert fitted(*size, max_size_px=most, policy=policy) == wanted  # type: ignore[arg-type]


def test_basis_textures_have_whole_blocks() -> None:
    assert fitted(1, 1, max_size_px=64, policy="nearest", multiple=4) == (4, 4)
    assert fitted(10, 7, max_size_px=64, policy="none", multiple=4) == (8, 8)


def test_mip_levels_go_down_to_one_texel() -> None:
    assert mip_sizes(5, 2) == [(5, 2), (2, 1), (1, 1)]


def test_colours_are_averaged_in_linear_light() -> None:
    checks = opaque(np.indices((16, 16)).sum(axis=0)[..., None] % 2 * np.array([255, 255, 255]))
    levels = levels_of(checks, COLOR, size=(16, 16), has_mipmaps=True)
    assert levels.texels[1][0, 0, 0] == 188  # half the light, where half the stored value would be 128
    assert levels_of(checks, profile_of("orm"), size=(16, 16), has_mipmaps=True).texels[1][0, 0, 0] == 128


def test_texels_that_keep_their_size_stay_as_they_are() -> None:
    texels = leaves()
    levels = levels_of(texels, COLOR, size=(64, 64), has_mipmaps=True)
    assert np.array_equal(levels.texels[0], texels)
    assert [level.shape[:2] for level in levels.texels] == [
        (64, 64),
        (32, 32),
        (16, 16),
        (8, 8),
        (4, 4),
        (2, 2),
        (1, 1),
    ]


def test_normals_are_unit_vectors_at_every_level() -> None:
    for level in levels_of(bumps(), NORMAL, size=(32, 32), has_mipmaps=True).texels[:-1]:
        lengths = np.linalg.norm(level[..., :3] / 127.5 - 1, axis=-1)
        assert np.abs(lengths - 1).max() < 0.01


def test_what_alpha_hides_does_not_bleed_into_what_it_shows() -> None:
    texels = opaque(np.zeros((32, 32, 3)))
    texels[:, :15] = (200, 30, 30, 255)
    texels[:, 15:] = (0, 255, 0, 0)  # a green that nothing shows
    levels = levels_of(texels, COLOR, size=(8, 8), has_mipmaps=True)
    for level in levels.texels:
        assert np.abs(level[..., :3].astype(int) - (200, 30, 30)).max() <= 2
    assert levels.texels[0][0, 0, 3] == 255
    assert levels.texels[0][0, -1, 3] == 0


def test_alpha_that_nothing_reads_is_left_out() -> None:
    texels = leaves()
    texels[:8, :8, 3] = 0
    levels = levels_of(texels, COLOR, size=(64, 64), has_mipmaps=False, counts_alpha=False)
    assert not levels.has_alpha
    assert (levels.texels[0][..., 3] == 255).all()
    assert np.array_equal(levels.texels[0][..., :3], texels[..., :3])


def test_leaves_that_are_cut_out_do_not_vanish_with_distance() -> None:
    texels = leaves()
    texels[..., 3] = np.random.default_rng(3).random((64, 64)) < 0.3
    texels[..., 3] *= 255
    shown = [
        [float((level[..., 3] >= 128).mean()) for level in levels_of(
            texels, COLOR, size=(64, 64), has_mipmaps=True, alpha_cutoff=cutoff
        ).texels[:4]]
        for cutoff in (0.0, 0.5)
    ]  # fmt: skip
    assert shown[0][3] < 0.05
    assert shown[1] == pytest.approx([shown[1][0]] * 4, abs=0.1)


@pytest.mark.parametrize("kind", ["kaiser", "box"])
@pytest.mark.parametrize(("before", "after"), [(64, 32), (33, 16), (16, 64), (100, 7), (1, 4)])
def test_each_new_texel_weighs_one(kind: str, before: int, after: int) -> None:
    for is_tiled in (False, True):
        sums = np.asarray(weights(before, after, kind, is_tiled).sum(axis=1))  # type: ignore[arg-type]
        assert np.allclose(sums, 1, atol=1e-5)


def test_a_slow_wave_is_the_same_wave_at_half_the_size() -> None:
    def wave(count: int) -> np.ndarray:
        return np.sin(2 * np.pi * (np.arange(count) + 0.5) / count)[None, :, None].astype(np.float32)

    assert np.abs(resampled(wave(256), 64, 1, is_tiled=True) - wave(64)).max() < 0.003
    assert np.abs(resampled(wave(64), 256, 1, is_tiled=True) - wave(256)).max() < 0.003


def test_odd_sides_are_halved_without_a_shift() -> None:
    ramp = np.arange(5, dtype=np.float32)[None, :, None].repeat(2, axis=0)
    assert np.allclose(halved(ramp, 2, 1)[0, :, 0], [0.8, 3.2])
