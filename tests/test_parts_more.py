"""Stairs, railings, cables, vents, mouldings, letters, and the forms of legs, fronts and handles of styles."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.spec import DesignObject, Dimensions, Quality
from engine.assembling.assembly import arrays_of, fault_of, tidied
from engine.makers import make
from engine.parts.cables import catenary, coiled_cord, hose, length_of
from engine.parts.detail import Detail
from engine.parts.fronts import FRONTS, HANDLES
from engine.parts.glyphs import font, writable
from engine.parts.joinery import handle, leg, panel
from engine.parts.legs import FORMS
from engine.parts.lettering import bent, raised, words
from engine.parts.mouldings import PROFILES, edge_profile, moulded_board, moulded_disc, moulding
from engine.parts.railing import FILLINGS, railing
from engine.parts.repeats import GRID, MANY
from engine.parts.solids import Solid
from engine.parts.stairs import massive_flight, spiral_flight, straight_flight, treads

STANDARD = Detail("standard")
LAW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SIDE = st.floats(0.02, 3.0)


def fault(solid: Solid) -> str:
    return fault_of(*arrays_of(tidied(solid)))


def size(solid: Solid) -> np.ndarray:
    box = np.array(solid.bounding_box())
    return box[3:] - box[:3]


def whole(
    kind: str, box: tuple[float, float, float], quality: Quality = "standard", **properties: object
) -> list[Solid]:
    made = make(DesignObject("thing_1", kind, "oak", Dimensions(*box), properties=properties), Detail(quality))  # type: ignore[arg-type]
    return [piece.solid for piece in made]


@pytest.mark.parametrize("quality", ["draft", "standard", "high"])
@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_of_leg_is_closed_and_stands_within_its_box(form: str, quality: Quality) -> None:
    made = leg(0.08, 0.7, 0.06, form, Detail(quality))
    box = np.array(made.bounding_box())
    assert fault(made) == ""
    np.testing.assert_allclose([box[1], box[4]], [0.0, 0.7], atol=2e-3)
    assert (np.abs(box[[0, 2, 3, 5]]) < 0.046).all()


@LAW
@given(st.sampled_from(sorted(FRONTS)), st.floats(0.13, 2.0), st.floats(0.09, 2.4), st.floats(0.01, 0.06))
def test_every_form_of_front_is_closed_and_fills_its_size(form: str, width: float, height: float, depth: float) -> None:
    made = panel(width, height, depth, form, Detail("draft"))
    assert fault(made) == ""
    np.testing.assert_allclose(size(made)[:2], [width, height], rtol=0.04)
    assert size(made)[2] <= depth * 1.05


@LAW
@given(st.sampled_from(sorted(HANDLES)), st.floats(0.02, 0.6), st.floats(0.008, 0.06))
def test_every_form_of_handle_is_closed_and_touches_its_door(form: str, length: float, depth: float) -> None:
    made = handle(length, depth, form, STANDARD)
    assert fault(made) == ""
    assert made.bounding_box()[2] <= 1e-4
    assert made.bounding_box()[5] > depth * 0.1


@LAW
@given(st.sampled_from(PROFILES), st.floats(0.2, 3.0), st.floats(0.2, 2.0), st.floats(0.01, 0.08), st.floats(0.0, 0.3))
def test_a_moulded_board_is_closed_and_as_large_as_asked(
    name: str, width: float, depth: float, height: float, corner: float
) -> None:
    made = moulded_board(width, depth, corner, edge_profile(name, height, STANDARD), STANDARD)
    assert fault(made) == ""
    np.testing.assert_allclose(size(made), [width, height, depth], rtol=1e-6)
    assert 0.5 * width * height * depth < made.volume() <= width * height * depth


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_give_closed_discs_and_strips_of_their_height(name: str) -> None:
    edge = edge_profile(name, 0.04, STANDARD)
    for made in (moulded_disc(0.5, edge, STANDARD), moulding(1.0, edge, 0.02)):
        assert fault(made) == ""
        assert size(made)[1] == pytest.approx(0.04)


def test_profiles_differ_from_each_other() -> None:
    volumes = [moulding(1.0, edge_profile(name, 0.04, STANDARD), 0.02).volume() for name in PROFILES]
    assert len({round(volume * 1e9) for volume in volumes}) == len(PROFILES)


@LAW
@given(st.floats(0.4, 3.0), st.floats(0.5, 5.0), st.floats(0.8, 8.0), st.integers(2, 30), st.booleans())
def test_a_straight_flight_is_closed_and_fills_its_box(
    width: float, height: float, depth: float, count: int, is_open: bool
) -> None:
    made = straight_flight(width, height, depth, count, Detail("draft"), is_open=is_open)
    assert [fault(solid) for solid in made.values()] == ["", ""]
    low = np.min([solid.bounding_box()[:3] for solid in made.values()], axis=0)
    high = np.max([solid.bounding_box()[3:] for solid in made.values()], axis=0)
    np.testing.assert_allclose(high - low, [width, height, depth], rtol=0.15)
    assert fault(massive_flight(width, height, depth, count)) == ""


def test_a_flight_has_as_many_treads_as_it_counts_each_one_rise_higher() -> None:
    made = treads(1.0, 2.8, 4.0, 16, 0.04, STANDARD)
    tops = sorted(piece.bounding_box()[4] for piece in made.decompose())
    np.testing.assert_allclose(tops, 2.8 * np.arange(1, 17) / 16, atol=1e-6)


@pytest.mark.parametrize("turn", [120.0, 360.0, 700.0])
def test_a_spiral_stair_is_closed_and_its_handrail_is_above_every_tread(turn: float) -> None:
    made = spiral_flight(0.8, 3.6, 15, turn, STANDARD)
    assert {name: fault(solid) for name, solid in made.items()} == {"treads": "", "frame": "", "rail": ""}
    assert made["rail"].bounding_box()[4] > made["treads"].bounding_box()[4] + 0.7


@pytest.mark.parametrize("slope", [0.0, 0.6])
@pytest.mark.parametrize("form", sorted(FILLINGS))
def test_a_railing_is_closed_and_its_parts_touch(form: str, slope: float) -> None:
    made = railing(2.4, 2.4 if slope else 1.0, 0.08, form, STANDARD, slope=slope)
    assert [fault(solid) for solid in made.values()] == ["", "", ""]
    assert made["filling"].min_gap(made["rails"], 0.1) <= 1e-4
    assert made["rails"].min_gap(made["posts"], 0.1) <= 1e-4


def test_a_hanging_cable_hangs_as_low_as_it_should() -> None:
    for span, sag in ((1.0, 0.05), (2.0, 0.8), (1.0, 3.0)):
        line = catenary(span, sag, 40)
        assert line[0, 1] == pytest.approx(sag)
        assert line[:, 1].min() == pytest.approx(0.0, abs=1e-9)
        assert line[0, 0] == -span / 2
        assert length_of(line) > span


@pytest.mark.parametrize("kind", ["hose", "coiled_cord", "rope"])
def test_things_along_a_path_are_closed_at_every_quality(kind: str) -> None:
    counts = []
    for quality in ("draft", "standard", "high"):
        (made,) = whole(kind, (0.8, 0.6, 0.5), quality, thickness_m=0.05)
        assert fault(made) == ""
        counts.append(made.num_tri())
    assert counts == sorted(set(counts))


def test_a_hose_is_ribbed_and_a_coiled_cord_is_longer_than_its_path() -> None:
    path = [(0.0, 0.0, 0.0), (0.5, 0.3, 0.0), (1.0, 0.3, 0.4)]
    smooth = np.pi * 0.05**2 * length_of(path)
    assert 0.75 * smooth < hose(path, 0.05, STANDARD).volume() < 0.95 * smooth
    wire = 0.01
    assert coiled_cord(path, 0.05, wire, STANDARD).volume() > 5 * np.pi * (wire / 2) ** 2 * length_of(path)


@pytest.mark.parametrize("form", ["louvres", "slots", "holes", "rings"])
def test_a_vent_lets_air_through(form: str) -> None:
    front, _ = whole("vent", (0.4, 0.3, 0.02), form=form)
    assert fault(front) == ""
    assert front.volume() < 0.8 * 0.4 * 0.3 * 0.02


def test_the_font_has_the_letters_of_english_and_their_widths_differ() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?&%()-+/'"
    assert all(font().knows(letter) for letter in letters)
    assert font().advance("W") > 2 * font().advance("i")


def test_letters_have_as_many_parts_and_holes_as_they_should() -> None:
    for letter, (parts, holes) in {
        "o": (1, 1),
        "B": (1, 2),
        "i": (2, 0),
        "%": (3, 2),
        "l": (1, 0),
        "8": (1, 2),
    }.items():
        lines = words(letter, STANDARD).to_polygons()
        turns = [np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) for x, y in (line.T for line in lines)]
        assert (sum(turn > 0 for turn in turns), sum(turn < 0 for turn in turns)) == (parts, holes), letter


def test_what_the_font_lacks_is_spelt_or_left_out() -> None:
    assert writable("Größe") == "Grosse"
    assert writable("Café") == "Cafe"
    assert writable("東京 1") == " 1"


@LAW
@given(st.text(max_size=30), st.floats(0.05, 3.0), st.floats(0.05, 1.0), st.sampled_from(["draft", "standard", "high"]))
def test_any_text_becomes_closed_letters_that_fit(text: str, width: float, height: float, quality: Quality) -> None:
    made = raised(text, width, height, 0.01, Detail(quality))
    assert fault(made) == ""
    assert (size(made) <= np.array([width, height, 0.01]) * 1.0001).all()
    assert (size(made)[:2] / [width, height]).max() == pytest.approx(1.0, rel=1e-4)


def test_bent_letters_lie_on_their_cylinder() -> None:
    made = bent(raised("around", 0.3, 0.1, 0.01, STANDARD), 0.1, 0.02)
    points, _ = arrays_of(made)
    reach = np.hypot(points[:, 0], points[:, 2] + 0.1)
    assert fault(made) == ""
    assert reach.min() == pytest.approx(0.095, rel=0.02)
    assert reach.max() == pytest.approx(0.105, rel=1e-3)


def test_engraving_takes_away_and_relief_adds() -> None:
    plain, *_ = whole("plaque", (0.4, 0.2, 0.012), text=".")
    cut, *_ = whole("plaque", (0.4, 0.2, 0.012), text="DEEP WORDS", is_engraved=True)
    raised_plate, _, letters = whole("plaque", (0.4, 0.2, 0.012), text="DEEP WORDS")
    assert cut.volume() < 0.99 * plain.volume()
    assert letters.bounding_box()[5] > raised_plate.bounding_box()[5] - 1e-6
    assert letters.min_gap(raised_plate, 0.01) == 0.0


@pytest.mark.parametrize("form", ["plain", "arched"])
def test_a_wall_of_windows_has_a_hole_for_each_pane_of_glass(form: str) -> None:
    wall, frames, glass, sills = whole("window_grid", (9.0, 6.0, 0.3), columns=4, rows=3, form=form)
    assert [fault(solid) for solid in (wall, frames, glass, sills)] == [""] * 4
    assert wall.genus() == 12
    assert len(glass.decompose()) == len(sills.decompose()) == 12
    assert frames.min_gap(wall, 0.1) == 0.0


@pytest.mark.parametrize("style", ["slatted", *sorted(FRONTS)])
def test_a_front_kilometres_long_is_made_of_no_more_than_many_details(style: str) -> None:
    assert panel(9_000.0, 9_000.0, 0.03, style, Detail("draft")).num_tri() < 40 * max(MANY, GRID * GRID)
