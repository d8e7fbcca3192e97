"""What stands where the text says, at the size it says, in as few triangles as it says."""

from types import SimpleNamespace
from typing import cast

import msgspec
import numpy as np
import pytest

from domain.prompt import POLY_BUDGET_MIN
from domain.spec import Budget, DesignObject, DesignSpec, Reading
from domain.work import TextToModel
from engine.assembling.assembly import assemble
from engine.assembling.checks import Fault, faults_of
from engine.assembling.mending import lightened
from engine.planner import plan
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.scene import compose
from engine.planner.staging.sizing import at_size, measured_m
from engine.planner.staging.standing import Box, box_of
from handlers.text_to_model import _budget


def spec_of(*things: Wanted) -> DesignSpec:
    drawing, _ = compose(things, style="realistic", seed=0)
    first = things[0].archetype
    objects = tuple(one if one.part_of else _owned(one, f"{first}_1") for one in drawing.objects)
    return DesignSpec("", "", Reading("object", "", ""), "", objects)


def _owned(one: DesignObject, whole: str) -> DesignObject:
    return msgspec.structs.replace(one, part_of=whole)


def box(spec: DesignSpec, thing: str) -> Box:
    return box_of([one for one in spec.objects if one.part_of == thing])


def faults(spec: DesignSpec) -> tuple[Fault, ...]:
    return faults_of(assemble(spec, quality="draft"), spec)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a lamp on the left of a sofa", -1),
        ("a lamp to the right of a sofa", 1),
        ("a sofa with a lamp to its left", -1),
        ("eine Lampe rechts von einem Sofa", 1),
        ("une lampe à gauche d'un canapé", -1),
    ],
)
def test_left_is_where_x_is_less_as_seen_from_the_front(text: str, sign: int) -> None:
    spec = plan(text)
    assert [one.relation for one in spec.reading.relations] == ["left of" if sign < 0 else "right of"]
    assert sign * (box(spec, "lamp_1").middle - box(spec, "sofa_1").middle)[0] > 0.5


def test_a_chair_right_next_to_a_lamp_is_only_beside_it() -> None:
    assert [one.relation for one in plan("a chair right next to a lamp").reading.relations] == ["beside"]


@pytest.mark.parametrize(
    "things",
    [
        (Wanted("washing machine", relation="beside", anchor=1), Wanted("dryer"), Wanted("cactus", 1, "on", 1)),
        (Wanted("sofa"), Wanted("plant", 3, "behind", 0), Wanted("lamp", 2, "behind", 0)),
        (Wanted("table"), Wanted("chair", 12, "around", 0), Wanted("laptop", 1, "on", 0), Wanted("mug", 4, "on", 0)),
        (Wanted("desk"), Wanted("vase", 1, "on", 0), Wanted("mug", 1, "beside", 1), Wanted("lamp", 2, "above", 0)),
        (Wanted("living room"), Wanted("washing machine", 2, "in", 0), Wanted("chess piece", 1, "in", 0)),
    ],
)
def test_nothing_stands_inside_another_thing_and_nothing_floats(things: tuple[Wanted, ...]) -> None:
    assert faults(spec_of(*things)) == ()


def test_what_is_beside_a_thing_on_a_table_stands_on_the_table() -> None:
    spec = spec_of(Wanted("table"), Wanted("vase", 1, "on", 0), Wanted("mug", 1, "beside", 1))
    assert box(spec, "mug_1").low[1] == pytest.approx(box(spec, "table_1").high[1], abs=0.01)


def test_a_thing_put_into_another_is_found() -> None:
    spec = spec_of(Wanted("washing machine"), Wanted("cactus", 1, "beside", 0))
    cactus = [one for one in spec.objects if one.part_of == "cactus_1"]
    shift = box(spec, "washing machine_1").middle - box_of(cactus).middle
    moved = tuple(
        msgspec.structs.replace(one, position=msgspec.structs.replace(one.position, x=one.position.x + shift[0]))
        if one in cactus else one for one in spec.objects
    )  # fmt: skip
    reasons = [fault.reason for fault in faults(msgspec.structs.replace(spec, objects=moved))]
    assert reasons == ["stands inside washing machine_1"]


@pytest.mark.parametrize("triangles", [POLY_BUDGET_MIN, 2000])
@pytest.mark.parametrize("name", ["chair", "kitchen", "motorcycle", "cactus", "compass"])
def test_what_is_delivered_hangs_together_in_any_number_of_triangles(name: str, triangles: int) -> None:
    spec = spec_of(Wanted(name))
    light = lightened(assemble(spec, quality="draft"), spec, triangles=triangles)
    assert light.faults == ()
    assert 0 < light.assembly.triangles <= triangles


def test_a_simplified_model_is_as_large_as_the_full_one() -> None:
    spec = spec_of(Wanted("lamp"))
    full = assemble(spec, quality="draft")
    light = lightened(full, spec, triangles=200).assembly
    sizes = [np.ptp(np.concatenate([part.points for part in one.parts]), axis=0) for one in (full, light)]
    assert sizes[1] == pytest.approx(sizes[0], rel=0.005)


@pytest.mark.parametrize("share", [0.7, 10.0])
@pytest.mark.parametrize("name", ["table", "lamp", "car", "chair"])
def test_a_stated_side_is_that_of_the_model_as_it_is_made(name: str, share: float) -> None:
    natural = measured_m(spec_of(Wanted(name)).objects)
    for axis, side in enumerate(("width", "height", "depth")):
        said = float(natural[axis] * share)
        made = measured_m(spec_of(Wanted(name, sizes={side: said}, count=1)).objects)
        assert made[axis] == pytest.approx(said, rel=0.005), side


def test_two_stated_sides_that_are_nearly_met_are_met_both() -> None:
    objects = spec_of(Wanted("table")).objects
    width, height, _ = measured_m(objects)
    made = measured_m(at_size(objects, {"width": 1.05 * width, "height": 0.98 * height}))
    assert made[:2] == pytest.approx([1.05 * width, 0.98 * height], rel=0.005)


def test_what_is_alike_is_made_once() -> None:
    parts = assemble(spec_of(Wanted("chair", 5)), quality="draft").parts
    assert len({id(part.faces) for part in parts}) <= len(parts) / 5
    assert len({part.points.tobytes() for part in parts}) == len(parts)


@pytest.mark.parametrize(
    ("said", "triangles", "source"),
    [(500, 500, "prompt"), (9000, 5000, "poly_budget"), (12, POLY_BUDGET_MIN, "prompt")],
)
def test_the_smaller_of_two_budgets_rules(said: int, triangles: int, source: str) -> None:
    spec = DesignSpec("", "", Reading("object", "", "", budget=Budget(said, "triangles")), "", ())
    allowed, facts = _budget(cast("TextToModel", SimpleNamespace(poly_budget=5000)), spec)
    assert (allowed, facts["triangles"], facts["from"]) == (triangles, triangles, source)
    assert ("note" in facts) == (said < POLY_BUDGET_MIN)
