"""The thing in a picture is found, with its openings and thin parts; where there is none, that is said."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import gaussian_filter

from domain.errors import GenerationFailed
from engine.shapes import Pixels
from engine.single_view.agreement import iou
from engine.single_view.bridges import unbridged
from engine.single_view.foreground import Guess, doubts_of, foreground_of, pieces, rivals_of
from engine.single_view.judging import Verdict, judged
from engine.single_view.openings import closed
from engine.single_view.openings import opened as openings
from engine.single_view.outlines import sharpness, way_from_border
from engine.single_view.photo import Photo
from engine.single_view.plain import lab_of, ring_of
from tests.picturing import BACKGROUNDS, blurred_room, coloured_wall, lawn, pictured, sweep


def noisy(colors: np.ndarray, seed: int = 0) -> Pixels:
    grain = np.random.default_rng(seed).normal(0, 1.5, colors.shape)
    return np.clip(colors + grain, 0, 255).astype(np.uint8)


def stool(height: int = 240, width: int = 320) -> np.ndarray:
    """Return the mask of a stool with a ring for a back: two thin legs, and a hole."""
    y, x = np.mgrid[0:height, 0:width]
    legs = ((abs(x - 120) < 3) | (abs(x - 200) < 3)) & (y > 120) & (y < 215)
    far = np.hypot(x - 160, y - 70)
    return legs | ((abs(x - 160) < 50) & (abs(y - 118) < 8)) | ((far < 42) & (far > 26))


def test_alpha_is_believed() -> None:
    alpha = np.zeros((40, 60), np.float32)
    alpha[10:30, 20:40] = 0.75
    found = foreground_of(Photo(np.zeros((40, 60, 3), np.uint8), alpha))
    assert found.method == "alpha"
    assert np.array_equal(found.mask, alpha)


def test_an_alpha_that_hides_nothing_says_nothing() -> None:
    picture = pictured("a red mug", "wall", size=128)
    opaque = np.ones(picture.mask.shape, np.float32)
    assert foreground_of(Photo(picture.pixels, opaque)).method != "alpha"


def test_a_stray_transparent_pixel_shows_no_thing() -> None:
    picture = pictured("a red mug", "wall", size=128)
    alpha = np.ones(picture.mask.shape, np.float32)
    alpha[0, 0] = 0
    found = foreground_of(Photo(picture.pixels, alpha))
    assert iou(found.mask, picture.mask) > 0.88
    assert "transparency hides next to nothing" in found.notes[0]


@pytest.mark.parametrize("background", sorted(BACKGROUNDS))
def test_a_mug_is_found_before_any_background(background: str) -> None:
    picture = pictured("a red mug", background, size=128)
    found = foreground_of(Photo(picture.pixels))
    assert iou(found.mask, picture.mask) > 0.88
    assert found.confidence > 0.35


def test_thin_legs_survive_and_openings_stay_open() -> None:
    mask = stool()
    wall = coloured_wall(*mask.shape, 0)
    found = foreground_of(Photo(noisy(np.where(mask[..., None], (226, 190, 60), wall)))).mask
    assert found[70, 160] < 0.1  # through the ring
    assert found[170, 160] < 0.1  # between the legs
    assert found[140:210, 120].min() > 0.5
    assert iou(found, mask) > 0.85


def test_a_soft_grainy_thing_that_fills_the_frame_is_found_and_not_what_lies_beside_it() -> None:
    y, x = np.mgrid[0:240, 0:320]
    apple = (x - 160) ** 2 / 125**2 + (y - 118) ** 2 / 108**2 < 1
    stick = (x < 34) & (abs(y - 215) < 5)
    edge = gaussian_filter(apple.astype(np.float64), 6.0)[..., None]
    seen = np.array([120, 130, 60]) * (1 - edge) + np.array([180, 70, 30]) * edge
    seen[stick] = (240, 200, 20)
    grain = np.random.default_rng(0).normal(0, 14, (*apple.shape, 1))
    found = foreground_of(Photo(np.clip(seen + grain, 0, 255).astype(np.uint8)))
    assert iou(found.mask, apple) > 0.9
    assert found.mask[215, 10] < 0.1
    assert any("not certain" in note for note in found.notes)


def test_a_hole_stays_open_only_where_it_shows_what_is_outside() -> None:
    y, x = np.mgrid[0:120, 0:160]
    ring, dark = (np.hypot(x - 60, y - 60) < 40) & (np.hypot(x - 60, y - 60) > 15), np.hypot(x - 130, y - 60) < 8
    lab = np.full((120, 160, 3), (80, 5, 5), np.float32)
    plate = (abs(x - 130) < 20) & (abs(y - 60) < 30)
    lab[dark] = (20, 0, 0)
    mask = closed(ring | (plate & ~dark), lab)
    assert not mask[60, 60]
    assert mask[60, 130]


def test_what_fills_the_frame_has_no_holes() -> None:
    sheet = np.zeros((60, 80), bool)
    sheet[3:-3, 3:-3] = True
    holed = sheet.copy()
    holed[20:30, 30:50] = False
    assert np.array_equal(closed(holed, np.full((60, 80, 3), 50, np.float32)), sheet)


def test_a_soft_shadow_is_not_the_thing() -> None:
    y, x = np.mgrid[0:240, 0:320]
    ball = np.hypot(x - 150, y - 110) < 60
    shadow = 0.4 * np.exp(-(((x - 190) / 60) ** 2) - ((y - 185) / 18) ** 2)
    seen = np.where(ball[..., None], (40, 90, 170), sweep(240, 320, 0) * (1 - shadow[..., None]))
    found = foreground_of(Photo(noisy(seen))).mask
    assert iou(found, ball) > 0.95
    assert found[185, 215] < 0.1


@pytest.mark.parametrize(
    "pixels",
    [
        np.full((120, 160, 3), 200, np.uint8),
        np.random.default_rng(0).integers(0, 256, (120, 160, 3), dtype=np.uint8),
        noisy(coloured_wall(120, 160, 1)),
        noisy(blurred_room(120, 160, 2)),
    ],
    ids=["one colour", "noise", "a wall", "a blur"],
)
def test_where_there_is_no_thing_that_is_said_with_advice(pixels: Pixels) -> None:
    with pytest.raises(GenerationFailed, match=r"no foreground: .*; take a picture") as failed:
        foreground_of(Photo(pixels))
    assert failed.value.facts["stage"] == "foreground"


def test_a_picture_that_is_transparent_all_over_shows_nothing() -> None:
    with pytest.raises(GenerationFailed, match="transparent"):
        foreground_of(Photo(np.zeros((40, 60, 3), np.uint8), np.zeros((40, 60), np.float32)))


def test_the_same_picture_is_cut_the_same_and_progress_is_told() -> None:
    photo, told = Photo(pictured("a red mug", "table", size=128).pixels), []
    first = foreground_of(photo, tick=lambda done, text: told.append(done))
    assert np.array_equal(first.mask, foreground_of(photo).mask)
    assert told == sorted(told)
    assert told[-1] == 1
    assert first.mask.dtype == np.float32


def test_a_job_that_is_stopped_stops() -> None:
    class Stopped(Exception):
        """What a cancelled job raises."""

    def tick(done: float, text: str) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        foreground_of(Photo(pictured("a red mug", "lawn", size=128).pixels), tick=tick)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(3, 24), st.integers(3, 24))
def test_no_way_from_the_border_costs_more_than_the_straight_one(seed: int, height: int, width: int) -> None:
    cost = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    way = way_from_border(cost)
    assert (way <= np.cumsum(cost, axis=0) + 1e-4).all()
    assert (way <= np.cumsum(cost, axis=1) + 1e-4).all()
    assert (way >= cost - 1e-6).all()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_verdict_is_between_none_and_all(seed: int) -> None:
    dice = np.random.default_rng(seed)
    mask, edge = dice.random((20, 30)) > dice.random(), dice.random((20, 30)) > dice.random()
    verdict = judged(mask, dice.uniform(0, 100, (20, 30, 3)).astype(np.float32), edge)
    for value in (verdict.support, verdict.contrast, verdict.apart, verdict.explained, verdict.score):
        assert -1e-9 <= value <= 1


def test_a_table_s_edge_behind_a_thing_is_cut_from_it_and_its_own_arms_stay() -> None:
    y, x = np.mgrid[0:120, 0:160]
    ball = np.hypot(x - 80, y - 60) < 34
    edge = (abs(y - 70) < 2) & (x < 80)
    arm = (abs(y - 50) < 2) & (x >= 80) & (x < 140)
    leg = (abs(x - 80) < 2) & (y > 60)
    found = unbridged(ball | edge | arm | leg)
    assert not found[70, :40].any()
    assert (found | ~(ball | arm | leg)).all()


def test_a_thin_thing_that_the_border_cuts_stays_whole() -> None:
    y, x = np.mgrid[0:120, 0:160]
    ladder = (abs(y - 40) < 3) | (abs(y - 80) < 3) | ((x % 20 < 3) & (y > 40) & (y < 80))
    assert np.array_equal(unbridged(ladder), ladder)


def test_a_thing_before_a_sharp_horizon_is_found_without_it() -> None:
    y, x = np.mgrid[0:240, 0:320]
    ball = np.hypot(x - 160, y - 120) < 60
    line = abs(y - 130 - 0.02 * x) < 2.5
    seen = np.where((y < 130)[..., None], (190, 200, 214), (150, 160, 168)).astype(np.float64)
    seen[line] = (60, 52, 44)
    seen[ball] = (170, 60, 40)
    found = foreground_of(Photo(noisy(seen)))
    assert found.mask[:, :60].mean() < 0.01
    assert found.mask[:, -60:].mean() < 0.01
    assert iou(found.mask, ball) > 0.93


def test_an_opening_that_shows_grass_is_open_though_no_blade_is_like_another() -> None:
    y, x = np.mgrid[0:180, 0:240]
    far = np.hypot(x - 120, y - 90)
    ring, hole = (far < 60) & (far > 40), far < 40
    seen = lawn(180, 240, 0)
    seen[ring] = (200, 60, 40)
    lab = lab_of(np.clip(seen, 0, 255).astype(np.uint8))
    mask = openings(ring | hole, lab, sharpness(lab, ring_of(180, 240)) > 1)
    assert mask[ring].mean() > 0.9
    assert mask[far < 34].mean() < 0.1


def test_a_carton_that_nearly_fills_the_frame_is_preferred_to_the_light_part_of_it() -> None:
    lab, edge = np.full((90, 130, 3), (15, 0, 0), np.float32), np.zeros((90, 130), bool)
    carton, light = np.zeros((90, 130), bool), np.zeros((90, 130), bool)
    carton[1:-1, 1:-1], light[1:-1, 1:64] = True, True
    lab[carton], lab[carton & ~light] = (70, 0, 0), (40, 0, 0)
    lab[:, 100:][carton[:, 100:]] = (70, 0, 0)
    edge[1], edge[-2], edge[:, 1], edge[:, -2], edge[1:-1, 64] = True, True, True, True, True
    assert judged(carton, lab, edge).score > judged(light, lab, edge).score


def test_where_two_ways_see_different_outlines_that_is_said() -> None:
    mask = np.zeros((40, 60), bool)
    mask[10:30, 10:40] = True
    half = mask & (np.arange(60) < 25)
    sure, nearly, hardly = (Verdict(1.0, 0.5, 1.0, 0.8, score) for score in (0.8, 0.75, 0.42))
    assert not doubts_of(Guess("saliency", mask, sure), [Guess("enclosing edges", mask, nearly)])
    assert not doubts_of(Guess("saliency", mask, sure), [Guess("enclosing edges", half, hardly)])
    assert "another outline" in doubts_of(Guess("saliency", mask, sure), [Guess("enclosing edges", half, nearly)])[0]
    assert "not certain" in doubts_of(Guess("saliency", mask, hardly), [])[0]


def block(top: int, bottom: int, left: int, right: int) -> np.ndarray:
    mask = np.zeros((80, 100), bool)
    mask[top:bottom, left:right] = True
    return mask


def test_pieces_that_the_border_cuts_off_are_let_go_where_it_does_not_cut_the_largest() -> None:
    thing, cut_off, near = block(20, 60, 30, 70), block(70, 80, 0, 30), block(64, 70, 40, 60)
    assert np.array_equal(pieces(thing | cut_off | near), thing | near)
    standing = block(20, 80, 40, 70)
    assert np.array_equal(pieces(standing | cut_off), standing | cut_off)
    assert np.array_equal(pieces(thing | block(40, 80, 0, 28)), thing | block(40, 80, 0, 28))


def test_a_thing_cut_off_below_has_more_for_it_than_one_cut_off_above() -> None:
    picture = np.full((80, 100, 3), 200, np.uint8)
    picture[20:, 35:65] = (150, 30, 30)
    lab, mask = lab_of(picture), block(20, 80, 35, 65)
    edge = sharpness(lab, ring_of(80, 100)) > 1
    standing = judged(mask, lab, edge)
    hanging = judged(mask[::-1], np.ascontiguousarray(lab[::-1]), np.ascontiguousarray(edge[::-1]))
    assert standing.score > hanging.score
    assert standing.support == hanging.support


def test_pieces_apart_and_sharp_surroundings_are_told() -> None:
    sure = Verdict(1.0, 0.9, 1.0, 0.9, 0.8)
    one, two = block(20, 60, 30, 50), block(20, 60, 30, 50) | block(30, 50, 60, 80)
    assert doubts_of(Guess("saliency", one, sure), []) == ()
    (apart,) = doubts_of(Guess("saliency", two, sure), [])
    assert "pieces apart" in apart
    (cut,) = doubts_of(Guess("saliency", one, Verdict(0.8, 0.9, 1.0, 0.9, 0.8)), [])
    assert "cut away" in cut
    (among,) = doubts_of(Guess("saliency", one, Verdict(1.0, 0.9, 1.0, 0.5, 0.8)), [])
    assert "part of the thing may be missing" in among


def test_a_rival_is_another_outline_that_nearly_as_much_speaks_for() -> None:
    sure, nearly, hardly = (Verdict(1.0, 0.5, 1.0, 0.8, score) for score in (0.8, 0.7, 0.6))
    best = Guess("saliency", block(20, 60, 30, 50), sure)
    alike, other = (Guess("enclosing edges", block(20, 60, 30, right), nearly) for right in (51, 70))
    assert rivals_of(best, [best, alike, other, Guess("middle", other.mask, hardly)]) == [other]
