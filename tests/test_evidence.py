"""Which depths a picture itself speaks for: not those of the sky beside a roof."""

import numpy as np
from numpy.typing import NDArray

from engine.photographs.evidence import evident, plain_in
from engine.photographs.views import Depth

SIZE = (120, 160)
LEAST = 0.45


def wall(*, hole: tuple[slice, slice], shade: int, top: int = 60) -> NDArray[np.uint8]:
    """Return a rough wall below a bright sky that begins at a row, with a plain patch of some shade in it."""
    picture = np.full((*SIZE, 3), 245, np.uint8)
    picture[top:] = np.random.default_rng(2).integers(70, 130, (SIZE[0] - top, SIZE[1], 1))
    picture[hole] = shade
    return picture


def measured(known: NDArray[np.bool_], depth: float = 2.0) -> Depth:
    return Depth(np.where(known, depth, 0).astype(np.float32), np.where(known, 0.8, 0).astype(np.float32))


PATCH = (slice(80, 90), slice(70, 84))
NOWHERE = (slice(0, 0), slice(0, 0))


def test_sky_beside_a_roof_loses_the_depth_of_the_roof() -> None:
    known = np.zeros(SIZE, bool)
    known[54:] = True  # six rows too high, as a window of stereo sees it
    kept = evident(wall(hole=NOWHERE, shade=0), measured(known), confidence_least=LEAST)
    assert not (kept.depth[:59] > 0).any()
    assert not kept.confidence[:59].any()
    assert (kept.depth[61:] > 0).all()


def test_the_glow_of_an_edge_on_the_sky_belongs_to_the_sky() -> None:
    picture = wall(hole=NOWHERE, shade=0)
    glow = np.array([238, 225])[:, None, None]
    picture[58:60] = glow + np.random.default_rng(3).integers(-4, 5, (2, 160, 1))
    assert plain_in(picture)[:60].mean() > 0.98
    assert not plain_in(picture)[62:].any()


def test_a_plain_patch_between_places_on_one_plane_keeps_its_depth() -> None:
    known = np.zeros(SIZE, bool)
    known[60:] = True
    kept = evident(wall(hole=PATCH, shade=220), measured(known), confidence_least=LEAST)
    assert (kept.depth[PATCH] > 0).all()


def test_a_plain_patch_that_was_measured_off_its_surroundings_loses_its_depth() -> None:
    known = np.zeros(SIZE, bool)
    known[60:] = True
    depth = measured(known)
    depth.depth[PATCH] = 2.4
    kept = evident(wall(hole=PATCH, shade=220), depth, confidence_least=LEAST)
    assert not np.isclose(kept.depth, 2.4).any()


def test_what_was_not_measured_is_filled_between_its_own_colour_only() -> None:
    known = np.zeros(SIZE, bool)
    known[60:] = True
    known[PATCH] = False
    slate = evident(wall(hole=PATCH, shade=100), measured(known), confidence_least=LEAST)
    assert (slate.depth[PATCH] > 0).mean() > 0.85
    assert np.allclose(slate.depth[PATCH][slate.depth[PATCH] > 0], 2.0, rtol=1e-4)
    window = evident(wall(hole=PATCH, shade=245), measured(known), confidence_least=LEAST)  # the sky seen through it
    assert not (window.depth[PATCH] > 0).any()


def test_a_slanted_plane_goes_on_through_a_patch() -> None:
    rows = np.arange(SIZE[0])[:, None] * np.ones(SIZE[1])
    inverse = 0.3 + 0.002 * rows
    known = rows >= 60
    known[PATCH] = False
    depth = Depth(np.where(known, 1 / inverse, 0).astype(np.float32), known.astype(np.float32))
    filled = evident(wall(hole=PATCH, shade=100), depth, confidence_least=LEAST).depth[PATCH]
    assert (filled > 0).mean() > 0.85
    assert np.allclose(filled[filled > 0], (1 / inverse)[PATCH][filled > 0], rtol=1e-4)
