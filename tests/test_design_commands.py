"""Designs: what may be asked of them, and what comes of it."""

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from commands.design import DESIGN as NOUN
from commands.design import BranchDesign, KeepIteration, RecordDesign, RedoChange, SwitchObjects, UndoChange, _undo
from domain.design import ChangesRedone, ChangesUndone, Design, DesignGenerated, ObjectsSwitched, evolve
from domain.edits import Change, applied, difference, inverse, nested
from domain.errors import Conflict, Invalid
from domain.spec import DesignObject, DesignSpec, Dimensions, Reading
from domain.switching import Update, changes_of
from domain.targets import Target, found
from tests.decisions import given

FLOOR = DesignObject("floor_1", "floor", "marble_white", Dimensions(5.0, 0.1, 4.0), part_of="living room_1")
LEGS = tuple(
    DesignObject(f"leg_{n}", "leg", "oak", Dimensions(0.05, 0.4, 0.05), part_of=f"chair_{1 + n // 3}")
    for n in (1, 2, 3)
)
SEAT = DesignObject(
    "seat_1", "box", "oak", Dimensions(0.4, 0.05, 0.4), part_of="chair_1", properties={"radius_m": 0.01}
)
ROOM = DesignSpec("Room", "", Reading("interior", "living room", "living room"), "modern", (FLOOR, *LEGS, SEAT))
MADE = DesignGenerated("acct_ada", ROOM)


def switch(target: Target, **update: object) -> SwitchObjects:
    return SwitchObjects("spec_1", "iter_1", target, Update(**update))  # type: ignore[arg-type]


def test_a_switch_tells_exactly_what_was_and_what_is() -> None:
    given(MADE).when(switch(Target("floor_1"), material="marble_black")).then(
        ObjectsSwitched(
            "iter_1", (Change("floor_1", {"material": "marble_white"}, {"material": "marble_black"}),), "floor_1"
        )
    )


def test_a_scene_is_described_by_the_words_that_asked_for_it() -> None:
    asked = RecordDesign("spec_2", "acct_ada", ROOM, prompt="A room with a marble floor")
    made = given().when(asked)
    made.then(DesignGenerated("acct_ada", replace(ROOM, description="A room with a marble floor"), prompt=asked.prompt))
    given(DesignGenerated("acct_ada", replace(ROOM, description=asked.prompt), prompt=asked.prompt)).when(
        asked
    ).then_nothing()


def test_a_material_may_be_said_in_words() -> None:
    after = given(MADE).when(switch(Target("floor_1"), material="black marble")).after
    assert after.spec.objects[0].material == "marble_black"


def test_switching_to_what_is_already_so_is_no_new_fact() -> None:
    given(MADE).when(switch(Target("floor_1"), material="marble_white")).then_nothing()


@pytest.mark.parametrize(
    ("target", "ids"),
    [
        (Target(query="all chairs"), ["leg_1", "leg_2", "leg_3", "seat_1"]),
        (Target(query="legs"), ["leg_1", "leg_2", "leg_3"]),
        (Target(query="the legs of the chair 2"), ["leg_3"]),
        (Target(query="leg 2"), ["leg_2"]),
        (Target(type="floor"), ["floor_1"]),
        (Target(part_of="chair"), ["leg_1", "leg_2", "leg_3", "seat_1"]),
        (Target(material="oak", type="leg"), ["leg_1", "leg_2", "leg_3"]),
        (Target(query="oak chairs"), ["leg_1", "leg_2", "leg_3", "seat_1"]),
        (Target(query="everything"), ["floor_1", "leg_1", "leg_2", "leg_3", "seat_1"]),
    ],
)
def test_objects_are_meant_by_words_and_attributes(target: Target, ids: list[str]) -> None:
    assert [thing.id for thing in found(ROOM, target)] == ids


def test_an_unknown_object_is_refused_with_near_names() -> None:
    refusal = given(MADE).when(switch(Target("flor_1"), material="oak")).then_refuses(Invalid, "no such object")
    assert "floor_1" in refusal.facts["near"]


def test_an_unknown_material_is_refused_with_near_names() -> None:
    refusal = given(MADE).when(switch(Target("floor_1"), material="marbel black")).then_refuses(Invalid, "no material")
    assert "marble_black" in refusal.facts["near"]


@pytest.mark.parametrize(
    "update",
    [
        {"dimensions": {"width": float("nan")}},
        {"dimensions": {"width": float("inf")}},
        {"dimensions": {"width": -1.0}},
        {"dimensions": {"breadth": 1.0}},
        {"color": "redd"},
        {"properties": {"radius_m": [1, 2]}},
        {"properties": {"a b": 1}},
        {},
    ],
)
def test_a_value_that_cannot_be_is_refused(update: dict[str, object]) -> None:
    given(MADE).when(switch(Target("floor_1"), **update)).then_refuses(Invalid)


def test_what_is_not_editable_is_left_as_it_is() -> None:
    fixed = replace(MADE, spec=replace(ROOM, objects=(replace(FLOOR, editable=False),)))
    given(fixed).when(switch(Target("floor_1"), material="oak")).then_refuses(Invalid, "cannot be edited")


def test_undo_and_redo_take_back_and_make_again() -> None:
    change = Change("floor_1", {"material": "marble_white"}, {"material": "oak"})
    switched = ObjectsSwitched("iter_1", (change,))
    undone = ChangesUndone(inverse((change,)), 2)
    given(MADE, switched).when(UndoChange("spec_1")).then(undone)
    given(MADE, switched, undone).when(RedoChange("spec_1")).then(ChangesRedone((change,), 2))
    given(MADE).when(UndoChange("spec_1")).then_refuses(Conflict, "no change")
    given(MADE, switched).when(RedoChange("spec_1")).then_refuses(Conflict)


def test_a_switch_after_undoing_forgets_what_was_undone() -> None:
    change = Change("floor_1", {"material": "marble_white"}, {"material": "oak"})
    past = (
        MADE,
        ObjectsSwitched("iter_1", (change,)),
        ChangesUndone(inverse((change,)), 2),
        ObjectsSwitched("i", (change,)),
    )
    given(*past).when(RedoChange("spec_1")).then_refuses(Conflict)


def test_who_expects_another_revision_is_told() -> None:
    command = SwitchObjects("spec_1", "iter_1", Target("floor_1"), Update("oak"), expected_revision=2)
    given(MADE).when(command).then_refuses(Conflict, "changed meanwhile")


def test_an_iteration_on_an_older_revision_or_without_gain_is_refused() -> None:
    change = Change("floor_1", {"material": "marble_white"}, {"material": "oak"})
    kept = KeepIteration("spec_1", "rl_1", 1, 1, "balanced", "policy", (change,), 5.0, 5.5)
    given(MADE, ObjectsSwitched("iter_1", (change,))).when(kept).then_refuses(Conflict)
    given(MADE).when(replace(kept, score_after=5.0)).then_refuses(Invalid)


def test_a_branch_begins_as_its_parent_stood() -> None:
    after = given().when(BranchDesign("spec_2", "acct_ada", ROOM, "spec_1", 3)).after
    assert (after.spec, after.revision, after.parent, after.parent_revision) == (ROOM, 1, "spec_1", 3)
    given(MADE).when(BranchDesign("spec_2", "acct_ada", ROOM, "spec_1", 3)).then_refuses(Conflict)


def test_the_same_design_twice_is_one_fact() -> None:
    given(MADE).when(RecordDesign("spec_1", "acct_ada", ROOM)).then_nothing()


def test_attributes_are_nested_on_the_wire() -> None:
    assert nested({"material": "oak", "dimensions.width": 2.0}) == {"material": "oak", "dimensions": {"width": 2.0}}


UPDATES = st.builds(
    Update,
    material=st.sampled_from([None, "oak", "gold", "marble_black"]),
    color=st.sampled_from([None, "#aabbcc", "none"]),
    dimensions=st.dictionaries(st.sampled_from(["width", "height"]), st.floats(0.01, 10), max_size=2),
).filter(lambda update: update != Update())
TARGETS = st.sampled_from(
    [Target(query="everything"), Target("floor_1"), Target(type="leg"), Target(part_of="chair_1")]
)
ROUNDED = st.builds(Update, properties=st.fixed_dictionaries({"radius_m": st.one_of(st.none(), st.floats(0, 0.05))}))
STEPS = st.one_of(st.tuples(TARGETS, UPDATES), st.tuples(st.just(Target("seat_1")), ROUNDED))


@settings(max_examples=60, deadline=None)
@forall(st.lists(STEPS, max_size=6))
def test_undoing_everything_gives_the_first_spec_and_redoing_the_last(steps: list[tuple[Target, Update]]) -> None:
    design = evolve(Design(), MADE)
    for target, update in steps:
        changes = changes_of(design.spec, target, update)  # type: ignore[arg-type]
        design = evolve(design, ObjectsSwitched("i", changes)) if changes else design
    last, count = design.spec, len(design.done)
    for _ in range(count):
        (undone,) = _undo(UndoChange("s"), design)
        design = evolve(design, undone)
    assert design.spec == ROOM
    for _ in range(count):
        (redone,) = NOUN.decide[RedoChange](RedoChange("s"), design)
        design = evolve(design, redone)
    assert design.spec == last


@forall(TARGETS, UPDATES)
def test_the_difference_of_two_specs_leads_from_one_to_the_other(target: Target, update: Update) -> None:
    after = applied(ROOM, changes_of(ROOM, target, update))
    changes, added, removed = difference(ROOM, after)
    assert applied(ROOM, changes) == after
    assert (added, removed) == ((), ())
