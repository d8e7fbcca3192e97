"""What evaluations advise, and what they say in words."""

import re
from functools import reduce

import pytest
from msgspec.structs import replace

from domain.design import (
    ChangesUndone,
    Design,
    DesignBranched,
    DesignGenerated,
    DesignIterated,
    ObjectsSwitched,
    evolve,
)
from domain.edits import Change, applied
from domain.scoring import CRITERIA, Survey, evaluate
from domain.scoring.advice import plural_of
from domain.scoring.use import crowded
from domain.scoring.wishes import sums_of
from domain.spec import Budget, DesignObject, Dimensions, Position
from engine.planner import plan
from tests.scored import design, finding_of, planned

ALL = dict.fromkeys(CRITERIA, 1.0)
PROMPTS = (
    "a chair", "a dining table with six chairs", "living room with marble floor", "modern kitchen design", "a house",
    "an electric car", "a phone", "a teapot", "a bookshelf", "an office chair", "a bathroom", "a tree", "a greenhouse",
    "a floor lamp", "a washing machine", "a sword", "a bus stop", "a bed",
)  # fmt: skip


def test_what_was_asked_for_by_name_or_excluded_is_not_advised_against() -> None:
    room = planned("living room with marble floor")
    floor = next(thing.id for thing in room.objects if thing.type == "floor")
    assert all(change.object_id != floor for one in evaluate(room).recommendations for change in one.changes)
    chairs = planned("a dining table with six chairs")
    materials = {str(c.after.get("material")) for one in evaluate(chairs).recommendations for c in one.changes}
    ruled_out = materials - {"None"}
    without = replace(chairs, reading=replace(chairs.reading, excluded=tuple(ruled_out)))
    assert ruled_out
    assert not ruled_out & {
        str(c.after.get("material")) for one in evaluate(without).recommendations for c in one.changes
    }


def test_fixed_objects_are_not_advised_to_change() -> None:
    spec = planned("a dining table with six chairs")
    fixed = replace(spec, objects=tuple(replace(thing, editable=False) for thing in spec.objects))
    assert evaluate(spec).recommendations
    assert not evaluate(fixed).recommendations


def test_a_thing_that_cannot_be_approached_is_advised_to_move() -> None:
    floor = DesignObject("floor_1", "floor", "oak", Dimensions(4.0, 0.1, 4.0), part_of="office_1")

    def block(n: int, x: float, z: float, width: float, depth: float) -> DesignObject:
        size, at = Dimensions(width, 0.8, depth), Position(x, 0.1, z)
        return DesignObject(f"carcass_{n}", "cabinet", "oak", size, at, part_of=f"cabinet_{n}")

    crowd = block(1, -1.4, 0.0, 1.0, 1.0), block(2, -0.5, 0.0, 0.4, 3.9), block(3, -1.4, 1.2, 1.0, 1.0)
    room = replace(design(floor, *crowd, kind="interior", category="office"), style="realistic")
    survey = Survey(room)
    assert [thing.name for thing in crowded(survey)] == ["cabinet_3"]
    found = [one for one in evaluate(room, ["functionality"]).recommendations if one.text.startswith("Move cabinet 3")]
    assert found
    for one in found:
        assert {path for change in one.changes for path in change.after} <= {"position.x", "position.z"}


@pytest.mark.parametrize(
    ("text", "silly"),
    [
        ("a gothic television", {"basalt", "ebony", "oak"}), ("a laptop", {"ebony", "steel_galvanised", "oak"}),
        ("a bicycle", {"steel_galvanised", "oak"}), ("a car", {"steel_corten", "oak", "bronze_aged"}),
    ],
)  # fmt: skip
def test_nothing_is_recommended_that_nobody_would_make_a_machine_of(text: str, silly: set[str]) -> None:
    found = evaluate(plan(text, seed=1)).recommendations
    assert not {change.after.get("material") for one in found for change in one.changes} & silly


def test_the_names_of_several_things_are_plurals() -> None:
    names = "leg", "foot", "table foot", "bench", "books", "bookshelf", "battery", "key"
    assert [plural_of(name) for name in names] == [
        "legs", "feet", "table feet", "benches", "books", "bookshelves", "batteries", "keys",
    ]  # fmt: skip


def test_glass_that_was_asked_for_is_not_held_against_a_design() -> None:
    assert "does not suit" not in finding_of("a glass coffee table", "functionality")
    assert "does not suit" not in finding_of("a glass office tower of 12 floors", "functionality")


def test_findings_say_numbers_as_people_do() -> None:
    house, board = planned("a brick house"), planned("a circuit board")
    assert "e+" not in finding_of("a brick house", "sustainability")
    said = [evaluate(spec).scores["cost"].finding for spec in (house, board)]
    assert re.match(r"Its materials cost about \d{2,3},\d00 USD, ", said[0])
    assert re.match(r"Its materials cost about 0\.\d{2,3} USD, ", said[1])


def test_the_insides_of_buildings_and_their_edges_are_not_advised_upon() -> None:
    texts = [one.text for one in evaluate(planned("a warehouse")).recommendations]
    assert not [one for one in texts if "rooms" in one or "sharp edge" in one]


def test_a_stated_height_is_not_advised_against() -> None:
    spec = plan("three-legged milking stool, 35 cm high")
    wide = replace(spec, reading=replace(spec.reading, sizes_m={"width": 0.3}))
    said, other = ([one.text for one in evaluate(each, ["ergonomics"]).recommendations] for each in (spec, wide))
    assert not [one for one in said if "seat height" in one]
    assert [one for one in other if "seat height" in one]


def test_what_a_person_has_set_is_not_advised_against() -> None:
    spec = planned("a dining table with six chairs")
    first = evaluate(spec).recommendations[0]
    set_before = frozenset((change.object_id, path) for change in first.changes for path in change.after)
    again = evaluate(spec, chosen=set_before).recommendations
    assert again
    assert not [one for one in again if set_before & {(c.object_id, path) for c in one.changes for path in c.after}]


def test_a_design_knows_what_people_have_set_and_not_taken_back() -> None:
    change = Change("leg_1", {"material": "oak"}, {"material": "walnut"})
    found = Change("leg_2", {"material": "oak"}, {"material": "ash"})
    events = (
        DesignGenerated("acct_ada", planned("a chair")), ObjectsSwitched("iter_1", (change,)),
        DesignIterated("session_1", 1, "balanced", "policy", (found,), 5.0, 5.5), ChangesUndone((inverse(found),), 3),
    )  # fmt: skip
    design = reduce(evolve, events, Design())
    assert design.chosen == {("leg_1", "material")}
    assert evolve(design, ChangesUndone((inverse(change),), 2)).chosen == frozenset()
    branched = DesignBranched("acct_ada", planned("a chair"), "spec_1", 4, chosen=tuple(design.chosen))
    assert evolve(Design(), branched).chosen == design.chosen


def inverse(change: Change) -> Change:
    return Change(change.object_id, change.after, change.before)


def test_no_material_is_advised_that_breaks_a_budget_or_a_wish_to_spare_the_climate() -> None:
    spec = replace(planned("a chair"), constraints=("eco-friendly materials",))
    spec = replace(spec, reading=replace(spec.reading, budget=Budget(50.0, "USD")))
    before, free = sums_of(Survey(spec)), replace(spec, constraints=(), reading=planned("a chair").reading)
    raised = [
        {name for name, was in before.items() if sums_of(Survey(applied(each, one.changes)))[name] > was}
        for each in (spec, free) for one in evaluate(each, ["aesthetics", "durability"]).recommendations
        if each is free or any("material" in change.after for change in one.changes)
    ]  # fmt: skip
    bound = len([1 for one in evaluate(spec, ["aesthetics", "durability"]).recommendations if one.changes])
    assert not set().union(*raised[:bound])
    assert set().union(*raised[bound:])


def test_a_colour_that_was_asked_for_stays_where_another_material_is_advised() -> None:
    for text in ("a red chair", "a blue sofa", "a red armchair"):
        spec = plan(text)
        tints = {thing.id for thing in spec.objects if thing.color}
        for one in evaluate(spec).recommendations:
            assert not [
                change for change in one.changes if change.object_id in tints and change.after.get("color") == ""
            ]


def test_a_bench_of_slats_has_a_seat() -> None:
    numbers = evaluate(plan("a park bench"), ["ergonomics"]).scores["ergonomics"].numbers
    assert numbers["applies"]
    assert {one["measure"] for one in numbers["fits"]} == {"seat height", "seat width"}
