"""One picture's outline becomes a shape."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.assembling.assembly import fault_of
from engine.parts.solids import block, moved, union
from engine.parts.turning import lathe, spun, torus, vessel
from engine.rays import Rays
from engine.single_view.agreement import iou
from engine.single_view.foreground import Foreground
from engine.single_view.inflating import Inflated, inflated, joined
from engine.single_view.membrane import membrane
from engine.single_view.photo import Photo
from engine.single_view.rounding import rounded
from tests.snapshots import taken

VASE = [(0.05, 0.0), (0.09, 0.06), (0.1, 0.12), (0.07, 0.2), (0.04, 0.26), (0.045, 0.3)]
CUP = [(0.03, 0.0), (0.042, 0.03), (0.045, 0.09)]
GREY = (0.5, 0.5, 0.52)


def masked(mask: NDArray[np.bool_]) -> tuple[Photo, Foreground]:
    """Return a picture in which noise of all colours fills a mask."""
    colors = np.random.default_rng(0).integers(60, 200, (*mask.shape, 3), dtype=np.uint8)
    return Photo(colors), Foreground(mask.astype(np.float32), "known", 1.0)


def grainy(photo: Photo) -> Photo:
    """Return a picture with the noise of a sensor: without it, it is a drawing."""
    noise = np.random.default_rng(0).normal(0, 2, photo.pixels.shape)
    return replace(photo, pixels=np.clip(photo.pixels + noise, 0, 255).astype(np.uint8))


def blob(seed: int, side: int = 120) -> NDArray[np.bool_]:
    """Return a lopsided outline with arms."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:side, :side] - side / 2 + 0.5
    turn = np.arctan2(y, x)
    waves = sum(rng.uniform(-0.1, 0.1) * np.cos(k * turn + rng.uniform(0, 6)) for k in range(2, 6))
    return np.hypot(x, y) < side * 0.33 * (1 + waves)


def sizes(made: Inflated) -> NDArray[np.float64]:
    points, _ = joined(made.assembly)
    return np.ptp(points, axis=0)


@pytest.mark.parametrize("seed", range(6))
def test_the_surface_over_any_outline_is_closed(seed: int) -> None:
    field = np.random.default_rng(seed).random((18, 23))
    field[[0, -1]], field[:, [0, -1]] = 0, 0
    places, side, faces = membrane(field)
    points = np.column_stack([places[:, 1], -places[:, 0], side])
    assert fault_of(points, faces) == ""


def test_a_hole_in_the_outline_is_a_hole_in_the_surface() -> None:
    y, x = np.mgrid[:40, :40] - 19.5
    field = np.clip(0.5 + 6 - np.abs(np.hypot(x, y) - 12), 0, 1)
    places, _, faces = membrane(field)
    edges = len(faces) * 3 // 2
    assert len(places) - edges + len(faces) == 0  # Euler: a ring, not a ball


@pytest.mark.parametrize(("profile", "elevation_deg"), [
    ([(0.033, 0.0), (0.033, 0.115)], 10.0), ([(0.035, 0.0), (0.035, 0.15)], 4.0), ([(0.03, 0.0), (0.045, 0.12)], 12.0),
])  # fmt: skip
def test_cans_candles_and_cups_are_turned_although_their_sides_are_straight(
    profile: list[tuple[float, float]], elevation_deg: float
) -> None:
    photo, foreground, _ = taken(lathe([(0.0, 0.0), *profile, (0.0, profile[-1][1])], 96), elevation=elevation_deg)
    made = inflated(grainy(photo), foreground, largest_m=0.15)
    width, _, depth = sizes(made)
    assert made.kind == "lathe"
    assert depth == pytest.approx(width, rel=0.02)


def test_a_disc_becomes_a_ball_that_stands() -> None:
    photo, foreground, _ = taken(lathe([(0.0, -0.1), *arc(0.1), (0.0, 0.1)], 96))
    made = inflated(photo, foreground, largest_m=0.2)
    width, height, depth = sizes(made)
    assert depth == pytest.approx(width, rel=0.06)
    assert height == pytest.approx(0.2, rel=0.06)
    assert joined(made.assembly)[0][:, 1].min() == pytest.approx(0, abs=1e-9)
    assert made.iou >= 0.97


def arc(radius: float) -> list[tuple[float, float]]:
    angles = np.radians(np.linspace(-85, 85, 35))
    return [(float(radius * np.cos(angle)), float(radius * np.sin(angle))) for angle in angles]


@pytest.mark.parametrize(("elevation", "roll"), [(0.0, 0.0), (22.0, 0.0), (12.0, 14.0)])
def test_a_vase_is_turned_again_also_where_the_camera_was_held_askew(elevation: float, roll: float) -> None:
    photo, foreground, _ = taken(vessel(VASE, 0.008, 96), elevation=elevation, roll=roll, inside=(0.2, 0.15, 0.1))
    made = inflated(photo, foreground, largest_m=0.3)
    assert made.kind == "lathe"
    assert made.iou >= 0.96
    assert abs(made.facts["tilt_deg"]) == pytest.approx(abs(roll), abs=2)
    points, _ = joined(made.assembly)
    size = sizes(made)
    assert size[2] == pytest.approx(size[0], rel=0.02)
    for radius, height in VASE[1:5]:
        here = points[np.abs(points[:, 1] / size[1] - height / 0.3) < 0.03]
        assert np.hypot(here[:, 0], here[:, 2]).max() / size[1] == pytest.approx(radius / 0.3, abs=0.035)


def test_a_cup_with_a_handle_on_a_saucer_is_hollow_and_its_handle_is_open() -> None:
    handle = moved(torus(0.022, 0.009, 48).rotate((90.0, 0.0, 0.0)), 0.056, 0.058)
    cup = union([vessel(CUP, 0.003, 96), handle - spun(CUP, 96)])
    saucer = lathe([(0.0, -0.008), (0.05, -0.008), (0.075, 0.002), (0.075, 0.006), (0.045, 0.0), (0.0, 0.0)], 96)
    photo, foreground, _ = taken(union([cup, saucer]), elevation=28, inside=(0.95, 0.9, 0.85))
    made = inflated(photo, foreground, largest_m=0.15)
    assert (made.kind, made.facts["is_open"]) == ("lathe", True)
    assert made.iou >= 0.96
    points, faces = joined(made.assembly)
    rays, (_, height, _) = Rays(points, faces), sizes(made)
    axis = points[points[:, 1] > 0.97 * height].mean(axis=0)[[0, 2]]
    down = rays.first(np.array([[axis[0], height * 2, axis[1]]]), np.array([[0.0, -1.0, 0.0]]))
    assert down.distance[0] > 1.35 * height  # the floor lies deep below the rim
    level = height * np.linspace(0.35, 0.95, 40)
    starts = np.array([[x, y, 1.0] for y in level for x in axis[0] + 0.075 * np.linspace(0.62, 1.05, 30)])
    through = rays.first(starts, np.tile([0.0, 0.0, -1.0], (len(starts), 1))).face.reshape(40, 30) < 0
    enclosed = [row for row in range(40) if not through[row].all() and _has_gap(through[row])]
    assert len(enclosed) >= 5
    sides = np.array([[-1.0, height * share, axis[1]] for share in (0.06, 0.3)])
    saucer_reach, cup_reach = 1 + axis[0] - rays.first(sides, np.tile([1.0, 0.0, 0.0], (2, 1))).distance
    assert saucer_reach > 1.4 * cup_reach  # the saucer ends where the cup begins: no cone between


def _has_gap(through: NDArray[np.bool_]) -> bool:
    """Return whether free places lie between solid ones."""
    solid = np.flatnonzero(~through)
    return bool(len(solid)) and bool(through[: solid[-1]].any())


def test_a_board_becomes_a_plate() -> None:
    photo, foreground, _ = taken(block(0.2, 0.3, 0.02))
    made = inflated(photo, foreground, largest_m=0.3)
    width, height, depth = sizes(made)
    assert made.kind == "relief"
    assert (width, height) == (pytest.approx(0.2, rel=0.03), pytest.approx(0.3, rel=0.03))
    assert 0.01 < depth < 0.04
    assert made.iou >= 0.97


def test_a_board_has_no_holes_and_four_sides_where_its_mask_lost_some() -> None:
    photo, foreground, _ = taken(block(0.2, 0.3, 0.02))
    bitten = foreground.mask.copy()
    rows, columns = np.nonzero(bitten > 0.5)
    middle, right = rows.mean().astype(int), columns.max()
    bitten[middle : middle + 9, 110:122] = 0
    bitten[middle + 20 : middle + 32, right - 9 :] = 0
    made = inflated(grainy(photo), replace(foreground, mask=bitten), largest_m=0.3)
    points, faces = joined(made.assembly)
    assert made.kind == "relief"
    assert len(points) - len(faces) // 2 == 2  # Euler: no hole through it
    assert made.mask is not None
    assert iou(made.mask >= 0.5, foreground.mask >= 0.5) >= 0.98
    assert iou(made.view.silhouette(points, faces, bitten.shape), foreground.mask >= 0.5) >= 0.97


@pytest.mark.parametrize(
    ("sides", "azimuth", "elevation", "roll"),
    [((0.2, 0.3, 0.1), 35.0, 20.0, 0.0), ((0.3, 0.2, 0.25), -50.0, 30.0, 3.0)],
)
def test_a_box_seen_from_a_corner_is_that_box(
    sides: tuple[float, float, float], azimuth: float, elevation: float, roll: float
) -> None:
    photo, foreground, _ = taken(block(*sides), azimuth=azimuth, elevation=elevation, roll=roll)
    made = inflated(photo, foreground, largest_m=0.3)
    width, height, depth = sizes(made)
    assert made.kind == "box"
    assert made.iou >= 0.97
    assert sorted((width, depth)) == pytest.approx(sorted((sides[0], sides[2])), rel=0.08)
    assert height == pytest.approx(sides[1], rel=0.05)
    assert made.facts["elevation_deg"] == pytest.approx(elevation, abs=6)


def test_hidden_faces_of_a_box_wear_the_colours_of_those_that_face_them() -> None:
    photo, foreground, _ = taken(block(0.3, 0.2, 0.25), azimuth=-50, elevation=30)
    made = inflated(photo, foreground, largest_m=0.3)
    points, _ = joined(made.assembly)
    half = np.ptp(points, axis=0) / 2
    towards = np.sign(made.view.place - [0, half[1], 0])
    for axis in range(3):
        shown = np.array([0, half[1], 0]) + np.eye(3)[axis] * towards * half
        hidden = np.array([0, half[1], 0]) - np.eye(3)[axis] * towards * half
        assert made.back.looked_for(hidden[None])[0] == pytest.approx(shown)
        assert made.back.looked_for(shown[None])[0] == pytest.approx(shown)


def test_wings_are_thin_and_so_is_what_words_say_grew_thin() -> None:
    y, x = np.mgrid[:120, :200] - np.array([60, 100])[:, None, None]
    wings = (np.hypot((np.abs(x) - 45) / 42, (y + 18) / 22) < 1) | (np.hypot((np.abs(x) - 30) / 24, (y - 28) / 20) < 1)
    spread = wings | (np.hypot(x / 7, y / 40) < 1)
    made, leaf, stone = (
        inflated(*masked(spread)),
        inflated(*masked(blob(1)), hint="oak leaf.jpg"),
        inflated(*masked(blob(1))),
    )
    for thin in (made, leaf):
        assert (thin.kind, thin.back.way) == ("relief", "mirrored")
        assert sizes(thin)[2] < 0.15 * sizes(thin)[:2].min()
    assert stone.kind == "solid"


def test_limbs_are_as_deep_as_wide() -> None:
    y, x = np.mgrid[:140, :180] - np.array([70, 90])[:, None, None]
    body = np.hypot(x / 70, (y + 25) / 34) < 1
    legs = (np.abs(np.abs(x) - 45) < 7) & (y > -25) & (y < 65)
    height = rounded(np.pad(body | legs, 3))
    assert height[123, 48] == pytest.approx(7, rel=0.2)
    assert height[48, 93] < 30  # the trunk is flatter than wide


def test_jags_of_an_outline_make_no_wrinkles() -> None:
    y, x = np.mgrid[:140, :140] - 69.5
    jagged = np.hypot(x, y) < 60 + 2 * np.sign(np.sin(24 * np.arctan2(y, x)))
    near_the_rim = np.pad(np.abs(np.hypot(x, y) - 55) < 0.5, 3)
    smooth, found = rounded(np.pad(np.hypot(x, y) < 60, 3)), rounded(np.pad(jagged, 3))
    assert found[near_the_rim].std() < 1.2 * smooth[near_the_rim].std()


@pytest.mark.parametrize("seed", [1, 4])
def test_what_is_neither_becomes_a_round_solid_of_the_same_outline(seed: int) -> None:
    photo, foreground = masked(blob(seed))
    made = inflated(photo, foreground, largest_m=0.5)
    width, height, depth = sizes(made)
    assert made.kind == "solid"
    assert made.iou >= 0.97
    assert max(width, height) == pytest.approx(0.5, rel=0.03)
    assert 0.3 * min(width, height) < depth < 1.2 * min(width, height)
    assert made.facts["checks"]["faults"] == 0


def test_depth_that_a_model_saw_shapes_the_front_and_not_the_outline() -> None:
    photo, foreground = masked(blob(3))
    slope = np.broadcast_to(np.linspace(0, 1, 120), (120, 120)).astype(np.float32)
    plain, leaning = inflated(photo, foreground), inflated(photo, foreground, depth=slope)

    def right_minus_left(made: Inflated) -> float:
        points, _ = joined(made.assembly)
        reach = np.quantile(points[:, 0], [0.3, 0.7])
        return float(points[points[:, 0] > reach[1], 2].max() - points[points[:, 0] < reach[0], 2].max())

    assert right_minus_left(leaning) > right_minus_left(plain) + 0.02
    assert leaning.iou >= 0.97


def test_a_speck_of_background_within_the_thing_is_no_hole_and_a_large_one_is() -> None:
    y, x = np.mgrid[:120, :120] - 59.5
    mask = blob(1)
    for radius, holes in ((1.5, 0), (9, 1)):
        points, faces = joined(inflated(*masked(mask & (np.hypot(x, y) > radius))).assembly)
        assert (2 - (len(points) - len(faces) * 3 // 2 + len(faces))) // 2 == holes


def test_crumbs_beside_the_thing_are_left_out() -> None:
    mask = blob(1)
    mask[2:6, 2:6] = True
    made = inflated(*masked(mask))
    assert sizes(made)[0] < 0.31
    assert made.iou >= 0.96


def test_an_empty_foreground_is_refused_in_words() -> None:
    with pytest.raises(GenerationFailed, match="no thing"):
        inflated(*masked(np.zeros((60, 60), np.bool_)))


def test_the_same_picture_gives_the_same_shape() -> None:
    one, other = (inflated(*masked(blob(2))) for _ in range(2))
    assert np.array_equal(joined(one.assembly)[0], joined(other.assembly)[0])
