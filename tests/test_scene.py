"""Several things in one scene: each stands where the text puts it, and nothing floats or meets."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.spec import DesignObject, DesignSpec, Reading
from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.scene import OBJECTS_MOST, compose
from engine.planner.staging.standing import Box, box_of

RELATIONS = ["", "on", "under", "beside", "around", "against", "in", "behind", "in front of", "above", "between"]
THINGS = ["chair", "table", "lamp", "sofa", "vase", "mug", "bookshelf", "laptop", "plant", "living room"]


def drawn(*things: Wanted) -> tuple[list[DesignObject], tuple[str, ...]]:
    drawing, missed = compose(things, style="realistic", seed=0)
    return drawing.objects, missed


def box(objects: list[DesignObject], thing: str) -> Box:
    return box_of([one for one in objects if one.part_of == thing])


def floating(objects: list[DesignObject]) -> list[str]:
    spec = DesignSpec("", "", Reading("object", "", ""), "", tuple(objects))
    return [fault.part for fault in faults_of(assemble(spec, quality="draft"), spec) if fault.reason == "floats"]


def test_a_thing_on_another_rests_on_its_surface() -> None:
    objects, missed = drawn(Wanted("vase", relation="on", anchor=1), Wanted("table"))
    vase, table = box(objects, "vase_1"), box(objects, "table_1")
    assert vase.low[1] == pytest.approx(table.high[1], abs=0.005)
    assert np.abs(vase.middle - table.middle)[[0, 2]].max() < 0.02
    assert missed == ()


def test_a_thing_on_a_seat_rests_on_the_seat_and_not_on_the_back() -> None:
    objects, _ = drawn(Wanted("laptop", relation="on", anchor=1), Wanted("sofa"))
    laptop, sofa = box(objects, "laptop_1"), box(objects, "sofa_1")
    assert 0.3 < laptop.low[1] < 0.65 * sofa.high[1]
    assert floating(objects) == []


def test_several_things_on_one_surface_stand_apart() -> None:
    objects, _ = drawn(Wanted("table"), Wanted("mug", 4, "on", 0))
    mugs = [box(objects, f"mug_{number}") for number in (1, 2, 3, 4)]
    assert not any(one.meets(other) for one in mugs for other in mugs if one is not other)
    assert floating(objects) == []


def test_chairs_around_a_table_look_at_it() -> None:
    objects, _ = drawn(Wanted("table", words={"round"}), Wanted("chair", 5, "around", 0))
    for number in range(1, 6):
        own = [one for one in objects if one.part_of == f"chair_{number}"]
        middle = box_of(own).middle
        back = max(own, key=lambda one: one.position.y + one.dimensions.height)
        outwards = np.hypot(back.position.x, back.position.z) - np.hypot(middle[0], middle[2])
        assert outwards > 0.1, number  # a chair's back is on the far side


@pytest.mark.parametrize(("relation", "axis", "sign"), [("beside", 0, 1), ("behind", 2, -1), ("in front of", 2, 1)])
def test_a_thing_stands_on_the_side_that_is_said(relation: str, axis: int, sign: int) -> None:
    objects, _ = drawn(Wanted("lamp", relation=relation, anchor=1), Wanted("sofa"))
    lamp, sofa = box(objects, "lamp_1"), box(objects, "sofa_1")
    assert sign * (lamp.middle - sofa.middle)[axis] > sofa.size[axis] / 2
    assert not lamp.meets(sofa)
    assert lamp.low[1] == pytest.approx(0.0, abs=0.01)


def test_what_is_too_tall_to_stand_under_a_table_stands_beside_it_and_is_named() -> None:
    objects, missed = drawn(Wanted("bookshelf", relation="under", anchor=1), Wanted("table"))
    assert missed == ("bookshelf under table",)
    assert not box(objects, "bookshelf_1").meets(box(objects, "table_1"))


def test_what_hangs_above_is_held_by_the_ceiling() -> None:
    objects, _ = drawn(Wanted("lamp", relation="above", anchor=1), Wanted("table"))
    assert box(objects, "lamp_1").low[1] > box(objects, "table_1").high[1]
    assert {one.properties.get("held") for one in objects if one.part_of == "lamp_1"} == {"ceiling"}
    assert floating(objects) == []


def test_a_thing_against_the_wall_of_a_room_has_its_back_to_it() -> None:
    objects, missed = drawn(Wanted("office"), Wanted("chair", relation="against", anchor=0))
    room, chair = box(objects, "office_1"), box_of([one for one in objects if one.part_of == "chair_1"])
    gaps = (chair.low - room.low)[[0, 2]]
    assert gaps.min() < 0.25
    assert missed == ()


def test_a_thing_against_a_wall_without_a_room_gets_a_wall() -> None:
    objects, _ = drawn(Wanted("bookshelf", relation="against"))
    wall = next(one for one in objects if one.type == "wall")
    assert wall.position.z + wall.dimensions.depth / 2 <= box_of([one for one in objects if one is not wall]).low[2]


def test_more_than_can_be_drawn_is_drawn_in_part_and_said() -> None:
    objects, missed = drawn(Wanted("chair", 400))
    assert len(objects) <= OBJECTS_MOST
    number = len({one.part_of for one in objects})
    assert missed == (f"400 chairs: {number} drawn",)
    assert number > 20


def test_the_ids_of_a_scene_are_unique() -> None:
    objects, _ = drawn(Wanted("table"), Wanted("chair", 4, "around", 0), Wanted("mug", 2, "on", 0))
    assert len({one.id for one in objects}) == len(objects)


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        compose((), style="realistic", seed=0)


wanted_things = st.lists(
    st.builds(
        Wanted,
        archetype=st.sampled_from([name for name in THINGS if name in ARCHETYPES]),
        count=st.integers(1, 5),
        relation=st.sampled_from(RELATIONS),
        anchor=st.none() | st.integers(0, 3),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=8, deadline=None)
@given(wanted_things)
def test_any_scene_is_drawn_finite_unique_and_the_same_each_time(things: list[Wanted]) -> None:
    objects, _ = drawn(*things)
    assert len({one.id for one in objects}) == len(objects)
    assert all(np.isfinite(box_of([one]).size).all() for one in objects)
    assert msgspec.json.encode(objects) == msgspec.json.encode(drawn(*things)[0])
