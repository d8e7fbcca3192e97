"""A picture of a known thing is told what it is, from where it was taken, how large and of what colour it is."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.planner import plan
from engine.planner.reading.reader import read
from engine.planner.staging.standing import box_of
from engine.shapes import Assembly, Part
from engine.single_view.agreement import edge_agreement, iou
from engine.single_view.candidates import candidates, understood
from engine.single_view.coloring import colored
from engine.single_view.fitting import (
    Fit,
    Runner,
    best_of,
    contenders,
    fitted,
    in_the_final,
    names_exactly,
    sure_of,
    twins_of,
)
from engine.single_view.foreground import Foreground
from engine.single_view.oklab import apart, hex_of, lab_of
from engine.single_view.photo import Photo
from engine.single_view.posing import Found, Guess, Search
from engine.single_view.shape import Pose, Shape, joined
from engine.single_view.silhouettes import FILE, VIEWS, alone, drawable, drawn, silhouette_of, table
from engine.single_view.target import target_of
from engine.single_view.variants import at_stated_size, usual
from engine.single_view.view import SeenFrom, orbit
from tests.picturing import studio

MASKS = arrays(np.bool_, (9, 12))
# Quickly made, one of each of many families.
SAMPLE = (
    "mug", "vase", "chair", "table", "bookshelf", "bottle", "candle", "hammer", "key", "guitar", "snowman", "rocket",
    "umbrella", "pyramid", "bicycle", "anvil", "trumpet", "teapot", "axe", "bed",
)  # fmt: skip


@lru_cache(maxsize=32)
def _shape(name: str) -> Shape:
    return Shape(assemble(alone(plan(ARCHETYPES[name].phrases[0])), quality="draft"))


def _chance_pose(random: np.random.Generator) -> Pose:
    return Pose(
        azimuth=float(random.uniform(-70, 70)), elevation=float(random.uniform(5, 45)),
        roll=float(random.normal(0, 1.5)), distance=float(random.uniform(3, 8)),
        width=float(random.normal(0, 0.08)), depth=float(random.normal(0, 0.08)),
    )  # fmt: skip


def _mask(shape: Shape, pose: Pose, longest: int) -> np.ndarray:
    view = shape.portrait(pose, longest)
    return (shape.seen(view, pose.factors).face >= 0).reshape(view.size)


@given(MASKS, MASKS)
def test_agreement_of_masks_is_a_share_and_does_not_mind_their_order(one: np.ndarray, other: np.ndarray) -> None:
    assert 0 <= iou(one, other) <= 1
    assert iou(one, other) == iou(other, one)
    assert iou(one, one) == 1
    assert (iou(one, other) == 1) == bool((one == other).all())


@given(MASKS, MASKS)
def test_agreement_of_edges_is_a_share_and_does_not_mind_their_order(one: np.ndarray, other: np.ndarray) -> None:
    assert 0 <= edge_agreement(one, other) <= 1
    assert edge_agreement(one, other) == pytest.approx(edge_agreement(other, one))
    assert edge_agreement(one, one) == 1


@given(st.floats(-180, 180), st.floats(-20, 89), st.floats(-30, 30))
def test_the_axes_of_a_camera_are_square_to_each_other_and_right_handed(turn: float, lift: float, roll: float) -> None:
    axes = orbit(turn, lift, roll)
    assert np.allclose(axes @ axes.T, np.eye(3))
    assert np.linalg.det(axes) == pytest.approx(1)


def test_a_camera_sees_a_thing_where_it_projects_its_corners_and_at_any_size_of_the_picture() -> None:
    points, faces, _ = joined(assemble(plan("a crate"), quality="draft"))
    view = SeenFrom(np.array([0.0, 1.0, 4.0]), orbit(0, 10), 300.0, (100.0, 80.0), (160, 200))
    for size in ((160, 200), (80, 100)):
        places, depth = view.scaled(size).project(points)
        rows, columns = np.nonzero(view.silhouette(points, faces, size))
        assert (depth > 0).all()
        assert np.allclose([columns.min(), rows.min()], places.min(axis=0), atol=1)
        assert np.allclose([columns.max() + 1, rows.max() + 1], places.max(axis=0), atol=1)


def test_silhouettes_are_kept_of_every_archetype_that_is_one_thing_in_a_megabyte_and_a_half() -> None:
    assert list(table().names) == drawable()
    assert table().cells.shape[1] == len(VIEWS)
    assert FILE.stat().st_size < 1_500_000


@pytest.mark.parametrize("name", ["mug", "chair"])
def test_the_kept_silhouettes_are_those_that_are_drawn_today(name: str) -> None:
    cells, aspects = drawn(name)
    at = table().names.index(name)
    assert (cells != table().cells[at]).mean() < 0.002
    assert np.allclose(aspects, table().aspects[at], atol=0.05)


def test_most_things_are_known_again_by_their_silhouette_from_anywhere_in_other_proportions() -> None:
    random = np.random.default_rng(3)
    right = []
    for name in SAMPLE:
        assert name in table().names
        found = candidates(_mask(_shape(name), _chance_pose(random), 160), most=3)
        right.append(ARCHETYPES[name].category in [ARCHETYPES[one.archetype].category for one in found])
    assert np.mean(right) >= 0.8


@pytest.mark.parametrize(("style", "seed"), [("modern", 2), ("rustic", 3)])
def test_a_thin_thing_is_known_again_in_another_form_though_its_silhouettes_hardly_overlap(
    style: str, seed: int
) -> None:
    spec = plan(ARCHETYPES["chair"].phrases[0], style=style, seed=seed)
    shape = Shape(assemble(alone(spec), quality="draft"))
    mask = _mask(shape, Pose(33.0, 10.0, 2.0, 3.5, 0.1, -0.1), 160)
    assert "chair" in [one.archetype for one in candidates(mask, most=3)]


def test_a_stretched_thing_looks_like_the_thing_made_in_those_proportions() -> None:
    shape, pose = _shape("table"), Pose(30, 20, 0, 5, width=0.3, depth=-0.2)
    made = Shape(Assembly(tuple(_scaled(part, pose.factors) for part in shape.parts)))
    there, _ = silhouette_of(shape, pose)
    here, _ = silhouette_of(made, Pose(30, 20, 0, 5))
    assert iou(there, here) > 0.99


def _scaled(part: Part, factors: np.ndarray) -> Part:
    return replace(part, points=part.points * factors)


def test_the_search_finds_the_pose_that_a_silhouette_was_seen_from() -> None:
    shape, pose = _shape("anvil"), Pose(35, 22, 0, 5)
    mask = _mask(shape, pose, 200)
    target = target_of(np.full((*mask.shape, 3), 128, np.uint8), mask, 64)
    assert target is not None
    search = Search(shape, target)
    found = search.climbed(Guess(Pose(52, 10)), looks=120)
    assert found.iou > 0.96
    assert found.guess.pose.azimuth == pytest.approx(35, abs=6)
    assert search.looks <= 122


def test_a_canvas_and_the_photograph_show_the_same_place_at_the_same_pixel() -> None:
    mask = np.zeros((90, 120), bool)
    mask[30:70, 5:60] = True
    target = target_of(np.zeros((90, 120, 3), np.uint8), mask, 64)
    assert target is not None
    view = SeenFrom(np.array([0.0, 0.0, 3.0]), orbit(0, 0), 80.0, (30.0, 20.0), target.frame.size)
    back = target.on_canvas(target.in_photograph(view))
    assert back.focal_px == pytest.approx(view.focal_px)
    assert back.centre == pytest.approx(view.centre)


@pytest.mark.parametrize(
    ("hint", "archetype"),
    [
        ("coffee_cup.jpg", "mug"),
        ("IMG_2044.JPG", None),
        ("", None),
        ("coffee.png", "mug"),
        ("red-wooden-chair 2.png", "chair"),
    ],
)
def test_a_file_name_may_say_what_it_shows(hint: str, archetype: str | None) -> None:
    seen = understood(hint)
    assert (seen.things[0].archetype if seen else None) == archetype


def test_a_size_in_a_file_name_is_no_number_of_a_picture() -> None:
    seen = understood("mug_003, 12 cm tall.png")
    assert seen
    assert seen.things[0].sizes == {"height": pytest.approx(0.12)}


@given(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)))
def test_colours_come_back_from_oklab(color: tuple[float, float, float]) -> None:
    shown = hex_of(lab_of(np.array(color)))
    assert [int(shown[at : at + 2], 16) / 255 for at in (1, 3, 5)] == pytest.approx(color, abs=0.004)


@lru_cache(maxsize=1)
def _fit_of_a_mug() -> Fit:
    picture = studio("a red mug", size=200)
    fit = fitted(Photo(picture.pixels), Foreground(picture.mask, "given", 1.0), hint="mug, 12 cm tall.png", seed=0)
    assert fit is not None
    return fit


def test_a_picture_of_a_mug_becomes_the_design_of_a_mug_seen_from_where_the_picture_was_taken() -> None:
    fit = _fit_of_a_mug()
    assert fit.archetype == "mug"
    assert fit.iou >= 0.9
    picture = studio("a red mug", size=200)
    points, faces, _ = joined(assemble(fit.spec, quality="draft"))
    assert iou(fit.view.silhouette(points, faces, (200, 200)), picture.mask) >= 0.9


def test_a_fitted_design_has_the_size_that_the_words_state_and_the_colour_that_the_picture_shows() -> None:
    spec = _fit_of_a_mug().spec
    points, _, _ = joined(assemble(spec, quality="draft"))
    assert float(np.ptp(points[:, 1])) == pytest.approx(0.12, abs=0.004)
    body = spec.objects[0]
    color = body.color or CATALOGUE[body.material].albedo
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    assert red > 1.5 * max(green, blue)
    assert apart(lab_of(np.array([red, green, blue]) / 255), lab_of(np.array([0.7, 0.12, 0.12]))) < 0.25


def test_a_cup_has_the_colour_of_its_outside_though_more_is_seen_of_its_inside() -> None:
    spec = alone(plan("a bowl"))
    shape = Shape(assemble(spec, quality="draft"))
    pose = Pose(0.0, 30.0, 0.0, 4.0)
    view = shape.portrait(pose, 160)
    hits = shape.seen(view, np.ones(3))
    mask, face = (hits.face >= 0).reshape(view.size), np.maximum(hits.face, 0)
    across = shape.points[shape.faces[face]].mean(axis=1)[:, [0, 2]]
    within = (np.einsum("nk,nk->n", across, shape.normals[face][:, [0, 2]]) < 0).reshape(view.size)
    pixels = np.where(within[..., None], (0.93, 0.92, 0.9), (0.62, 0.12, 0.1))
    assert within[mask].mean() > 0.55
    body = colored(spec, shape, view, pixels, mask).objects[0]
    red, green, blue = (int((body.color or CATALOGUE[body.material].albedo)[at : at + 2], 16) for at in (1, 3, 5))
    assert red > 1.8 * max(green, blue)


def test_the_best_stays_in_the_race_however_well_it_agrees_and_close_others_run_on_where_it_does_not() -> None:
    drawn_mug = usual("mug", None, seed=0)
    assert drawn_mug is not None
    pose = Guess(Pose(0.0, 10.0))
    car, pickup = (Runner(drawn_mug, Found(pose, score, iou, 0.8), 0.0) for score, iou in ((1.15, 0.98), (1.10, 0.95)))
    worse = Runner(drawn_mug, Found(pose, 1.14, 0.94, 0.8), 0.0)
    assert contenders([car, pickup]) == [car]
    assert contenders([worse, pickup]) == [worse, pickup]
    assert contenders([worse, Runner(drawn_mug, Found(pose, 0.9, 0.9, 0.5), 0.0)]) == [worse]


@pytest.mark.parametrize("pose", [Pose(32.0, 11.0), Pose(214.0, 2.0), Pose(340.0, -4.0)])
def test_a_chair_has_the_same_outline_from_behind_and_below_and_both_are_looked_at(pose: Pose) -> None:
    made = usual("chair", None, seed=0)
    assert made is not None
    behind, higher, behind_and_higher = twins_of(pose)
    far = (replace(one, distance=1000.0) for one in (pose, behind))
    cells, other = (silhouette_of(made.shape, one)[0] for one in far)
    assert np.minimum(cells, other).sum() / np.maximum(cells, other).sum() > 0.95
    assert (behind.azimuth + pose.azimuth) % 360 == 180
    assert min(higher.elevation, behind_and_higher.elevation) >= 12


@pytest.mark.parametrize(
    ("material", "words", "is_exact"),
    [
        ("oak", "an oak chair", True),
        ("oak", "wooden_chair.jpg", False),
        ("oak", "a cloak", False),
        ("gold", "a golden ring", True),
    ],
)
def test_words_name_a_material_or_only_its_family(material: str, words: str, is_exact: bool) -> None:
    assert names_exactly(material, words) == is_exact


def test_of_drawings_that_look_alike_well_the_one_with_the_better_inner_edges_wins() -> None:
    drawn_mug = usual("mug", None, seed=0)
    assert drawn_mug is not None
    pose = Guess(Pose(0.0, 10.0))
    pickup, car, late = (
        Runner(drawn_mug, Found(pose, score, 0.95, edges), 0.0)
        for score, edges in ((1.104, 0.76), (1.103, 0.83), (1.05, 0.9))
    )
    assert best_of([pickup, car, late]) is car
    assert best_of([pickup, late]) is pickup


def test_where_things_of_other_kinds_look_as_good_the_words_decide() -> None:
    drawings = {name: usual(name, None, seed=0) for name in ("fruit", "accordion")}
    fruit, accordion = (
        Runner(drawn, Found(Guess(Pose(0.0, 10.0)), score, 0.9, edges), bonus)
        for (drawn, score, edges, bonus) in (
            (drawings["fruit"], 0.97, 0.3, 0.12), (drawings["accordion"], 1.1, 0.5, 0.0),
        )
        if drawn is not None
    )  # fmt: skip
    near = Runner(accordion.drawn, Found(Guess(Pose(0.0, 10.0)), 1.09, 0.9, 0.4), 0.0)
    assert sure_of([accordion, fruit], [accordion, fruit, replace(fruit, found=near.found)]) is fruit
    assert sure_of([accordion], [accordion, replace(fruit, found=near.found)]) is None
    assert sure_of([accordion, fruit], [accordion, fruit]) is accordion


def test_what_the_words_name_is_always_looked_at_closer() -> None:
    drawn_mug = usual("mug", None, seed=0)
    assert drawn_mug is not None
    pose = Guess(Pose(0.0, 10.0))
    others = [Runner(drawn_mug, Found(pose, 1.0 + 0.01 * at, 0.9, 0.5), 0.0) for at in range(8)]
    named = [Runner(drawn_mug, Found(pose, score, 0.7, 0.2), 0.12) for score in (0.6, 0.7)]
    final = in_the_final([*others, *named])
    assert len(final) == 6
    assert named[1] in final
    assert others[7] in final
    assert in_the_final(others[:2]) == [others[1], others[0]]


def test_nothing_fits_a_foreground_without_any_pixel() -> None:
    photo = Photo(np.full((40, 40, 3), 200, np.uint8))
    assert fitted(photo, Foreground(np.zeros((40, 40), np.float32), "given", 1.0), hint="", seed=0) is None


@pytest.mark.parametrize(("words", "height_m"), [("a vase 40 cm tall", 0.4), ("a vase 8 cm tall", 0.08)])
def test_a_fit_is_as_large_as_the_words_say_in_its_own_proportions(words: str, height_m: float) -> None:
    plain = plan("a vase", seed=1)
    was = box_of(plain.objects)
    now, factor = at_stated_size(plain, read(words))
    box = box_of(now.objects)
    assert box.high[1] - box.low[1] == pytest.approx(height_m, abs=1e-6)
    assert box.high - box.low == pytest.approx((was.high - was.low) * factor, rel=1e-5)


@pytest.mark.parametrize("words", ["", "a vase", "a lamp 40 cm tall"])
def test_a_fit_of_which_no_size_is_said_stays_as_it_is(words: str) -> None:
    plain = plan("a vase", seed=1)
    assert at_stated_size(plain, read(words) if words else None) == (plain, 1.0)
