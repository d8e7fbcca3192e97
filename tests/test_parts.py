"""Single generators: closed, of the stated size, and what makes them what they are."""

import numpy as np
import pytest
from manifold3d import Manifold

from domain.errors import GenerationFailed
from engine.assembling.assembly import arrays_of, fault_of
from engine.parts import clockwork, gears, joinery, soft, solids, sweeping, turning, wheels
from engine.parts.bodywork import FORMS, Bodywork
from engine.parts.detail import Detail

STANDARD = Detail("standard")


def size_of(solid: solids.Solid) -> np.ndarray:
    box = np.array(solid.bounding_box())
    return box[3:] - box[:3]


def test_a_rounded_box_fills_its_size_and_loses_its_corners() -> None:
    box = solids.rounded_box(2.0, 1.0, 0.5, 0.1)
    assert size_of(box) == pytest.approx([2.0, 1.0, 0.5])
    assert 0.9 < box.volume() < 1.0


def test_an_empty_profile_is_refused_and_not_skipped() -> None:
    with pytest.raises(GenerationFailed) as refused:
        turning.lathe([(1.0, 0.0), (1.0, 0.0), (1.0, 0.0)], 32)
    assert refused.value.facts["stage"] == "geometry_generation"


def test_a_gear_has_as_many_teeth_as_it_should() -> None:
    outline = gears.gear_outline(18, 0.001)
    ring = outline ^ (gears.circle(0.0101, 256) - gears.circle(0.0096, 256))
    assert ring.num_contour() == 18
    assert outline.bounds()[2] == pytest.approx(0.010, rel=0.01)


@pytest.mark.parametrize(
    ("first", "second", "bearing"), [(26, 28, 120.0), (22, 18, -80.0), (12, 31, 7.0), (40, 11, 233.0)]
)
def test_meshing_gears_do_not_cut_into_each_other(first: int, second: int, bearing: float) -> None:
    phase = gears.phase_to_mesh(first, 13.0, second, bearing)
    distance = (first + second) / 2 * 0.001
    one = gears.gear_outline(first, 0.001, flank_steps=8).rotate(13.0)
    other = gears.gear_outline(second, 0.001, flank_steps=8).rotate(phase)
    place = (distance * np.cos(np.radians(bearing)), distance * np.sin(np.radians(bearing)))
    tooth = 0.001**2
    assert (one ^ other.translate(place)).area() < 0.05 * tooth
    assert (
        one ^ other.rotate(180.0 / second).translate(place)
    ).area() > 0.5 * tooth  # and it can fail: half a tooth on


def test_a_lampshade_is_a_wall_and_open_at_both_ends() -> None:
    shade = turning.shell([(0.2, 0.0), (0.15, 0.3)], 0.002, 48)
    assert shade.genus() == 1
    assert 0 < shade.volume() < 0.001


def test_a_vessel_holds_something() -> None:
    pot = turning.vessel([(0.08, 0.0), (0.1, 0.2)], 0.008, 48)
    inside = solids.moved(solids.cylinder(0.05, 0.1, 24), y=0.05)
    assert (pot ^ inside).is_empty()
    assert pot.genus() == 0


def test_a_closed_sweep_closes_without_a_twist() -> None:
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    path = np.column_stack([np.cos(turn), 0.3 * np.sin(2 * turn), np.sin(turn)])
    ring = sweeping.sweep([(-0.1, -0.02), (0.1, -0.02), (0.1, 0.02), (-0.1, 0.02)], path, closed=True)
    assert ring.genus() == 1
    assert ring.volume() == pytest.approx(0.2 * 0.04 * _length(path), rel=0.05)


def _length(path: np.ndarray) -> float:
    return float(np.linalg.norm(np.roll(path, -1, axis=0) - path, axis=1).sum())


@pytest.mark.parametrize("finish", ["plain", "channelled", "tufted"])
def test_a_cushion_has_no_torn_seam(finish: str) -> None:
    bend = {
        "plain": None,
        "channelled": soft.channels((-0.1, 0.1), 0.01, 0.02, 0.03),
        "tufted": soft.dimples(((0.0, 0.0),), 0.02, 0.03, 0.03),
    }[finish]
    body = soft.cushion(0.5, 0.1, 0.5, STANDARD, bend=bend)
    points, faces = arrays_of(body)
    assert fault_of(points, faces) == ""
    assert len(body.decompose()) == 1
    edges = np.linalg.norm(points[faces] - points[np.roll(faces, 1, axis=1)], axis=2)
    assert edges.max() < 0.06


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_cars_skin_is_one_closed_piece_of_its_size(form: str) -> None:
    skin = Bodywork(FORMS[form], 1.8, 1.2, 4.5, STANDARD).skin()
    assert fault_of(*arrays_of(skin)) == ""
    assert size_of(skin) == pytest.approx([1.8, 1.2, 4.5], rel=0.03)


@pytest.mark.parametrize("style", ["spoke", "split", "wire", "steel", "wood"])
def test_a_rim_fills_its_tyre(style: str) -> None:
    rubber = wheels.tyre(0.33, 0.22, STANDARD)
    metal = wheels.rim(0.33 * 0.68, 0.22, 5, STANDARD, style=style)
    assert size_of(rubber) == pytest.approx([0.22, 0.66, 0.66], rel=0.01)
    assert not (rubber ^ metal).is_empty()
    assert size_of(metal)[1] < 0.5


@pytest.mark.parametrize("style", ["square", "tapered", "round", "turned", "sabre", "hairpin"])
def test_a_leg_reaches_from_the_floor_to_its_top(style: str) -> None:
    box = joinery.leg(0.06, 0.7, 0.06, style, STANDARD).bounding_box()
    assert box[1] == pytest.approx(0.0, abs=2e-3)
    assert box[4] == pytest.approx(0.7, abs=2e-3)


def test_roman_numerals_are_as_wide_as_they_are_long() -> None:
    widths = {
        text: np.diff(np.array(clockwork.roman(text, 1.0).bounds()).reshape(2, 2)[:, 0], axis=0)[0]
        for text in ("I", "V", "VIII")
    }
    assert widths["I"] < widths["V"] < widths["VIII"]


def test_detail_follows_quality() -> None:
    counts = [wheels.tyre(0.3, 0.2, Detail(quality)).num_tri() for quality in ("draft", "standard", "high")]
    assert counts[0] * 2 < counts[1] < counts[2]


def test_a_vessel_whose_wall_is_thicker_than_it_is_high_still_has_a_hollow() -> None:
    bowl = turning.vessel([(1.0, 0.0), (1.24, 0.125)], 0.14, 24)
    assert 0 < bowl.volume() < turning.disc(1.24, 0.125, 24).volume()


def test_the_hull_of_many_corners_is_the_same_each_time() -> None:
    ball = Manifold.sphere(1.0, 96)
    hulls = [solids.hull_of([ball]).to_mesh64() for _ in range(4)]
    assert len({(hull.vert_properties.tobytes(), hull.tri_verts.tobytes()) for hull in hulls}) == 1
    assert solids.hull_of([ball]).volume() == pytest.approx(ball.volume(), rel=1e-6)
