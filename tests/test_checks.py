"""Whether what was assembled could stand in a room: each fault is found, named, and found only where it is."""

import msgspec
import pytest

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Dimensions, Position, Rotation
from engine.assembling.assembly import assemble
from engine.assembling.checks import Fault, faults_of, require_sound
from engine.planner import plan
from engine.shapes import Assembly, Part

CHAIR = plan("a wooden chair")


def spec_of(*things: DesignObject) -> DesignSpec:
    return msgspec.structs.replace(CHAIR, objects=things)


def box(name: str, size: tuple[float, float, float], at: tuple[float, float, float], **properties: str) -> DesignObject:
    return DesignObject(name, "box", "oak", Dimensions(*size), Position(*at), properties=dict(properties))


def faults(*things: DesignObject) -> tuple[Fault, ...]:
    spec = spec_of(*things)
    return faults_of(assemble(spec, quality="draft"), spec)


TABLE = (
    box("top", (1.0, 0.05, 1.0), (0, 0.7, 0)),
    *(box(f"leg_{x}{z}", (0.05, 0.7, 0.05), (x * 0.45, 0, z * 0.45)) for x in (-1, 1) for z in (-1, 1)),
)


def test_a_table_is_sound() -> None:
    assert faults(*TABLE) == ()


def test_a_part_that_touches_nothing_floats_and_is_named() -> None:
    (fault,) = faults(*TABLE, box("lamp", (0.1, 0.2, 0.1), (0, 0.76, 0)))
    assert (fault.part, fault.reason) == ("lamp", "floats")
    assert fault.measured_m == pytest.approx(0.76)
    assert fault.limit_m < 0.01


def test_a_group_that_hangs_together_floats_once() -> None:
    hanging = (box("rope", (0.02, 0.5, 0.02), (0, 1.5, 0)), box("shade", (0.4, 0.2, 0.4), (0, 1.31, 0)))
    (fault,) = faults(*TABLE, *hanging)
    assert (fault.part, fault.reason) == ("rope", "floats")


def test_what_is_held_by_the_ceiling_does_not_float() -> None:
    hanging = (box("rose", (0.1, 0.02, 0.1), (0, 2.0, 0), held="ceiling"), box("rope", (0.02, 0.5, 0.02), (0, 1.5, 0)))
    assert faults(*TABLE, *hanging) == ()


def test_a_part_under_the_ground_is_sunk() -> None:
    (fault,) = faults(box("plinth", (1, 1, 1), (0, -0.2, 0)))
    assert (fault.part, fault.reason) == ("plinth", "reaches under the ground")
    assert fault.measured_m == pytest.approx(0.2)


def test_a_table_with_legs_on_one_side_tips_over() -> None:
    (fault,) = faults(*(thing for thing in TABLE if not thing.id.startswith("leg_1")))
    assert (fault.part, fault.reason) == ("top", "tips over")
    assert fault.measured_m == pytest.approx(0.4, abs=0.01)


def test_a_heavy_foot_keeps_an_overhang_from_tipping() -> None:
    overhang = box("arm", (1.0, 0.05, 0.1), (0.45, 0.5, 0))
    foot = box("foot", (0.1, 0.5, 0.1), (0, 0, 0))
    assert [fault.reason for fault in faults(foot, overhang)] == ["tips over"]
    assert (
        faults(msgspec.structs.replace(foot, material="gold"), msgspec.structs.replace(overhang, material="pine")) == ()
    )


def test_each_group_must_stand_by_itself() -> None:
    mast = box("mast", (0.05, 2.0, 0.05), (3, 0, 0))
    leaning = msgspec.structs.replace(mast, rotation=Rotation(z=-30), position=Position(3, -0.124, 0))
    assert "tips over" in [fault.reason for fault in faults(*TABLE, leaning)]
    assert faults(*TABLE, mast) == ()


def test_a_part_out_of_its_objects_box_is_found_in_the_objects_own_axes() -> None:
    turned = msgspec.structs.replace(box("beam", (2.0, 0.2, 0.2), (0, 0, 0)), rotation=Rotation(y=40))
    spec = spec_of(turned)
    right = assemble(spec, quality="draft")
    assert faults_of(right, spec) == ()
    long = right.parts[0]
    stretched = Part(
        long.name, long.object_id, long.material, long.color, long.points * [1.2, 1, 1.2], long.faces, long.placement
    )
    (fault,) = faults_of(Assembly((stretched,)), spec)
    assert (fault.part, fault.reason) == ("beam", "reaches out of its object's box")
    assert fault.measured_m == pytest.approx(0.2, abs=0.03)


def test_a_fault_fails_the_stage_with_its_part_and_its_reason() -> None:
    spec = spec_of(*TABLE, box("lamp", (0.1, 0.2, 0.1), (0, 0.9, 0)))
    with pytest.raises(GenerationFailed, match="A part floats") as caught:
        require_sound(assemble(spec, quality="draft"), spec)
    assert caught.value.facts["part"] == "lamp"
    assert caught.value.facts["stage"] == "geometry_generation"


def test_a_chair_that_is_edited_to_float_is_refused() -> None:
    lifted = tuple(
        msgspec.structs.replace(thing, position=Position(0, thing.position.y + 0.05, 0)) for thing in CHAIR.objects
    )
    spec = msgspec.structs.replace(CHAIR, objects=lifted)
    reasons = {fault.reason for fault in faults_of(assemble(spec, quality="draft"), spec)}
    assert reasons == {"floats"}
