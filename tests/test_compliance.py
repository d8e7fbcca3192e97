"""Designs are held against rules: what is measured, what is not checked, and what follows."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.compliance import MEASURES, NAMES, Rule, RuleSet, built_in, check, require_sound
from domain.compliance.checking import checked, overall
from domain.compliance.coverage import coverage_of
from domain.compliance.site import Site
from domain.errors import Invalid
from domain.spec import DesignObject, DesignType, Dimensions, Position, Rotation
from engine import planner
from runtime.docs_compliance import compliance
from tests.complying import design, measured, missing, room, rule_of, thing

DOOR = (
    thing("leaf_1", "front", (0.9, 2.1, 0.04), part_of="door_1"),
    thing("threshold_1", "box", (1.0, 0.012, 0.3), part_of="door_1"),
    thing("handle_1", "box", (0.1, 0.02, 0.02), (0.3, 1.0, 0.1), part_of="door_1"),
)
STAIRS = thing("stairs_1", "stairs", (1.0, 2.7, 4.2), count=15)


def test_a_doorway_is_as_wide_as_its_leaf_less_the_leafs_thickness() -> None:
    assert measured(design(*DOOR), "door_clear_width") == {"leaf_1": 0.86}
    assert measured(design(*DOOR), "door_threshold_height") == {"threshold_1": 0.012}
    assert measured(design(*DOOR), "door_handle_height") == {"handle_1": 1.01}


def test_stairs_rise_and_go_by_their_number_of_steps() -> None:
    assert measured(design(STAIRS), "stair_riser_height") == {"stairs_1": 0.18}
    assert measured(design(STAIRS), "stair_tread_depth") == {"stairs_1": 0.28}


def test_a_room_is_measured_between_its_walls_and_above_its_floor() -> None:
    assert measured(room(), "ceiling_height") == {"wall_1": 2.5, "wall_2": 2.5}
    assert measured(room(), "room_area") == {"": 4.0 * 3.0}
    assert measured(room(), "room_side") == {"": 3.0}
    assert measured(room(), "glazing_share") == {"": 1.44 / 12}
    assert measured(room(), "escape_sill_height") == {"wall_1": 0.95}
    assert measured(room(), "escape_opening_area") == {"wall_1": 1.1 * 1.1}


def test_the_free_circle_shrinks_with_what_stands_in_the_room() -> None:
    empty = MEASURES["turning_circle"].measured(Site(room())).values[0].value
    block = thing("block_1", "box", (2.0, 1.0, 1.0), (-0.95, 0.1, -0.95))
    table = MEASURES["turning_circle"].measured(Site(room(block))).values[0].value
    lamp = MEASURES["turning_circle"].measured(Site(room(replace(block, position=Position(0, 2.2, 0))))).values[0].value
    assert empty == pytest.approx(3.0, abs=0.06)
    assert table == pytest.approx(
        2 * 2 * 2**0.5 / (1 + 2**0.5), abs=0.06
    )  # it touches two walls and the block's corner
    assert lamp == empty


def test_the_way_to_a_bed_is_as_wide_as_its_narrowest_place() -> None:
    bed = thing("frame_1", "box", (1.0, 0.5, 0.6), (-1.4, 0.1, -1.1), part_of="bed_1")
    front = thing("wall_3", "wall", (4.1, 2.5, 0.1), (0, 0.1, 1.5))
    ends = [
        thing(f"block_{n}", "box", (0.2, 1.0, long), (0.4, 0.1, z))
        for n, long, z in ((1, 1.05, -0.925), (2, 1.0, 0.95))
    ]
    (way,) = MEASURES["route_width"].measured(Site(room(bed, front, *ends))).values
    assert way.object_id == "bed_1"
    assert way.value == pytest.approx(0.85, abs=0.06)
    closed = thing("block_3", "box", (0.2, 1.0, 3.4), (0.4, 0.1, 0.0))
    assert MEASURES["route_width"].measured(Site(room(bed, front, closed))).values[0].value == 0.0


def test_bars_in_a_row_are_measured_one_after_another() -> None:
    bars = [
        thing(f"bar_{n}", "post", (0.02, 0.6, 0.02), (0.08 * n, 0.3, z), part_of="crib_1")
        for z in (0, 0.7)
        for n in range(4)
    ]
    crib = design(*(replace(bar, id=f"bar_{n}") for n, bar in enumerate(bars)), of="furniture", archetype="crib")
    values = MEASURES["crib_gap"].measured(Site(crib)).values
    assert [round(one.value, 6) for one in values] == [0.06] * 6
    assert check(crib, ["product_safety"]).status == "PASSED"


def test_a_tall_thing_on_a_small_foot_tips_early_and_one_beside_its_foot_falls() -> None:
    foot = thing("foot_1", "box", (0.2, 0.1, 0.2))
    top = thing("top_1", "box", (0.2, 0.1, 0.2), (0.0, 0.9, 0.0))
    assert measured(design(foot, top), "tipping_angle")[""].expected == pytest.approx(11.31, abs=0.01)  # type: ignore[attr-defined]
    beside = replace(top, position=Position(0.5, 0.9, 0.0))
    assert MEASURES["tipping_angle"].measured(Site(design(foot, beside))).values[0].value < 0


def test_parts_that_nothing_holds_are_counted() -> None:
    post, board = thing("post_1", "box", (0.1, 1.0, 0.1)), thing("board_1", "box", (0.5, 0.02, 0.5), (0, 1.0, 0))
    assert measured(design(post, board), "loose_parts") == {"": 0}
    assert measured(design(post, replace(board, position=Position(0, 1.2, 0))), "loose_parts") == {"board_1": 1}


def test_a_fireplace_is_measured_in_the_axes_of_its_hearth() -> None:
    parts = [
        thing("hearth_1", "box", (1.6, 0.05, 1.0), part_of="fireplace_1", material="slate"),
        thing("surround_1", "box", (0.3, 0.8, 0.4), (0.6, 0.05, -0.2), part_of="fireplace_1", material="slate"),
        thing("surround_2", "box", (0.3, 0.8, 0.4), (-0.6, 0.05, -0.2), part_of="fireplace_1", material="slate"),
        thing("surround_3", "box", (1.5, 0.3, 0.4), (0.0, 0.85, -0.2), part_of="fireplace_1", material="slate"),
        thing("mantel_1", "box", (1.7, 0.05, 0.5), (0.0, 0.95, -0.2), part_of="fireplace_1"),
    ]
    assert measured(design(*parts), "hearth_front_large") == {"hearth_1": 0.5}
    assert measured(design(*parts), "hearth_side_large") == {"hearth_1": 0.35}
    assert measured(design(*parts), "combustible_distance") == {"mantel_1": 0.1}
    turned = [
        replace(
            one, position=Position(one.position.z + 3, one.position.y, -one.position.x), rotation=Rotation(0, 90, 0)
        )
        for one in parts
    ]
    assert measured(design(*turned), "hearth_front_large") == {"hearth_1": 0.5}
    assert "not small" in missing(design(*parts), "hearth_front_small")


def test_what_a_design_does_not_hold_is_not_checked_and_counts_nowhere() -> None:
    found = check(design(thing("box_1", "box", (1, 1, 1))), NAMES)
    assert (found.status, found.score) == ("NOT_CHECKED", 0.0)
    for one in found.sets.values():
        assert (one.checked, one.score, one.issues) == (0, 0.0, ())
        assert all(rule.status == "NOT_CHECKED" and rule.reason for rule in one.rules)


def test_an_issue_says_what_was_measured_what_is_required_and_by_what() -> None:
    narrow = design(replace(DOOR[0], dimensions=Dimensions(0.8, 2.1, 0.04)))
    found = check(narrow, ["accessibility"])
    assert found.status == "FAILED"
    assert found.sets["accessibility"].issues == (
        "Clear width of doorways: 760 mm (leaf_1), at least 815 mm required by 2010 ADA Standards 404.2.3."
        " Take a door leaf of at least 865 mm, or a sliding door.",
    )
    assert rule_of(check(design(*DOOR), ["accessibility"]), "accessibility", "door-clear-width").status == "PASSED"


def test_what_is_advised_is_a_warning() -> None:
    steep = design(replace(STAIRS, dimensions=Dimensions(1.0, 2.9, 4.2)))
    found = check(steep, ["building_code"])
    assert (found.status, rule_of(found, "building_code", "public-risers").status) == ("WARNING", "WARNING")
    assert rule_of(found, "building_code", "dwelling-risers").status == "PASSED"


def test_a_threshold_itself_is_within() -> None:
    exact = design(replace(DOOR[0], dimensions=Dimensions(0.855, 2.03, 0.04)))
    assert rule_of(check(exact, ["accessibility"]), "accessibility", "door-clear-width").status == "PASSED"


def test_unknown_rule_sets_are_refused_and_none_means_the_usual_ones() -> None:
    assert list(check(design(*DOOR)).sets) == ["building_code", "accessibility", "fire_safety"]
    with pytest.raises(Invalid) as refused:
        check(design(*DOOR), ["fire-safety"])
    assert refused.value.facts["near"][0] == "fire_safety"
    assert set(refused.value.facts["allowed"]) == set(NAMES)


def test_every_rule_names_its_clause_its_measurement_and_where_it_was_confirmed() -> None:
    for one in built_in().values():
        require_sound(one.rules)
        assert one.about
        for rule in one.rules:
            assert rule.edition, rule.id
            assert rule.confirmed, rule.id
            assert rule.clause or rule.edition == "Statics", rule.id


def test_thresholds_in_millimetres_are_those_in_inches_beside_them() -> None:
    """The files give the clause's inches in a comment: 1 inch is 25.4 mm; codes round to 5 mm at most."""
    inches = 0
    for name in NAMES:
        for line in (files("domain.compliance") / "rules" / f"{name}.toml").read_text().splitlines():
            found = re.fullmatch(r"at_(?:least|most) = (\d+)  # (?:(\d+) )?(?:(\d+)/(\d+) )?in", line)
            if found:
                inches += 1
                wanted = 25.4 * (int(found[2] or 0) + (int(found[3]) / int(found[4]) if found[3] else 0))
                assert float(found[1]) == pytest.approx(wanted, abs=5.5), f"{name}: {line}"
    assert inches > 30


def test_the_rule_files_are_plain_toml_with_one_table_for_each_rule() -> None:
    for name in NAMES:
        content = tomllib.loads((files("domain.compliance") / "rules" / f"{name}.toml").read_text())
        assert len(content["rules"]) == len(built_in()[name].rules)


numbers = st.floats(0.002, 8, allow_nan=False)
places = st.floats(-20, 20, allow_nan=False)
NAMES_OF_THINGS = ["leaf_", "hearth_", "surround_", "bar_", "wall_", "pedal_", "guard_", "mattress_", "basin_", "seat_"]
KINDS_OF_THINGS = ["box", "front", "floor", "wall", "facade", "stairs", "spiral_stairs", "railing", "door", "table_top"]
objects = st.builds(
    thing,
    st.sampled_from(NAMES_OF_THINGS),
    st.sampled_from(KINDS_OF_THINGS),
    st.tuples(numbers, numbers, numbers),
    st.tuples(places, places, places),
    part_of=st.sampled_from(["door_1", "fireplace_1", "crib_1", "bunk bed_1", "bedroom_1", ""]),
    turn=st.sampled_from([0.0, 90.0, 33.0]),
)


@settings(max_examples=60, deadline=None, phases=[Phase.reuse, Phase.generate])
@given(st.lists(objects, max_size=8), st.sampled_from(["interior", "building", "furniture", "vehicle"]))
def test_whatever_a_design_is_every_rule_has_a_finite_answer(things: list[DesignObject], kind: DesignType) -> None:
    spec = design(*(replace(one, id=f"{one.id}{n}") for n, one in enumerate(things)), of=kind, archetype="bedroom")
    found = check(spec, NAMES)
    assert found == check(spec, NAMES)
    json.dumps(found.results(), allow_nan=False)
    for one in found.sets.values():
        assert 0 <= one.score <= 100
        assert one.checked == sum(rule.status != "NOT_CHECKED" for rule in one.rules)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.3, 1.5), st.floats(0.001, 0.5))
def test_a_wider_door_is_never_worse(wide: float, more: float) -> None:
    def score(width: float) -> float:
        return check(design(replace(DOOR[0], dimensions=Dimensions(width, 2.1, 0.04))), ["accessibility"]).score

    assert score(wide) <= score(wide + more)


@pytest.mark.parametrize(
    "words", ["a bedroom", "a bathroom", "a spiral staircase", "a modern house", "a truck", "a kettle"]
)
def test_designs_of_the_planner_are_checked(words: str) -> None:
    found = checked(planner.plan(words, seed=1), tuple(built_in().values()))
    assert sum(one.checked for one in found.sets.values()) >= 2


def test_the_page_on_compliance_is_that_of_these_rules() -> None:
    assert (Path(__file__).parents[1] / "docs" / "compliance.md").read_text() == compliance()


def test_a_whole_is_not_passed_where_a_set_could_not_be_checked() -> None:
    assert overall(["PASSED", "PASSED"]) == "PASSED"
    assert overall(["PASSED", "NOT_CHECKED"]) == "WARNING"
    assert overall(["FAILED", "NOT_CHECKED"]) == "FAILED"
    assert overall(["NOT_CHECKED"]) == overall([]) == "NOT_CHECKED"


def test_a_set_of_which_hardly_anything_could_be_checked_is_not_passed() -> None:
    door = check(design(*DOOR), ["accessibility"]).sets["accessibility"]
    assert (door.status, door.score, door.checked) == ("WARNING", 100.0, 4)
    assert door.issues == ("Nothing is broken, but only 4 of 15 rules for such a design could be checked.",)
    chair = check(planner.plan("a chair", seed=1), ["structural"]).sets["structural"]
    assert (chair.status, chair.checked, chair.issues) == ("PASSED", 3, ())  # the other rules are not for chairs


def test_a_set_is_not_passed_by_what_has_no_clause() -> None:
    tower = check(planner.plan("a concrete apartment block of 8 storeys", seed=1), ["structural"]).sets["structural"]
    assert (tower.status, tower.checked) == ("WARNING", 1)
    assert tower.issues == ("Nothing is broken, but no clause could be checked, only: Every part is held.",)
    own = RuleSet("own", "House rules", (Rule("tall", "Tall", "overall_height", "m", at_most=99),))
    assert checked(design(*DOOR), [own]).status == "PASSED"  # an admin's own rules need none


def test_a_car_is_held_against_the_sizes_that_cars_may_have() -> None:
    usual, wide = (check(planner.plan(text, seed=1), ["vehicle"]) for text in ("a car", "a car 3 m wide"))
    assert (usual.status, usual.sets["vehicle"].checked) == ("PASSED", 3)
    assert rule_of(wide, "vehicle", "car-width").status == "FAILED"


def test_a_room_without_things_to_reach_is_told_which_things_count() -> None:
    assert "bed, sofa" in missing(
        room(thing("seat_1", "cushion", (0.7, 0.4, 0.7), part_of="armchair_1")), "route_width"
    )


def test_results_say_how_many_rules_they_rest_on() -> None:
    found = check(planner.plan("a wooden door", seed=1), ["building_code", "vehicle"])
    told = coverage_of(found.sets)
    assert coverage_of(found.results()) == told
    assert told.words == f"{told.checked} of {told.rules} rules checked; not checked at all: vehicle"
    assert 0 < told.checked < told.rules == sum(len(one.rules) for one in found.sets.values())


def test_advice_fits_the_side_on_which_a_threshold_is_missed() -> None:
    found = check(planner.plan("a concrete apartment block of 8 storeys"), ["building_code"])
    risers = rule_of(found, "building_code", "public-risers")
    assert risers.values[0].value < 102
    assert "fewer, higher steps" in risers.issues[0]


@pytest.mark.parametrize(
    ("text", "is_for_it"), [("a concrete apartment block of 8 storeys", False), ("a brick house with a porch", True)]
)
def test_rules_for_houses_are_not_held_against_a_block_of_flats(text: str, is_for_it: bool) -> None:
    risers = rule_of(check(planner.plan(text), ["building_code"]), "building_code", "dwelling-risers")
    assert ("The rule is not for" in risers.reason) != is_for_it


def test_cast_concrete_is_no_masonry() -> None:
    wall = thing("wall_1", "wall", (4.0, 3.0, 0.2))
    assert measured(design(replace(wall, material="brick_red")), "masonry_thickness_tall")
    assert "no masonry wall" in missing(design(replace(wall, material="concrete")), "masonry_thickness_tall")
