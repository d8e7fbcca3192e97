"""Laws of planning and of shapes: whatever the words and whatever the edit, the result is whole or refused by name."""

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.colors import COLORS
from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Dimensions, Position, Rotation
from engine.archetypes import ARCHETYPES, scaled
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble, fault_of, placement, rotation_matrix
from engine.parts.gears import gear_outline, phase_to_mesh
from engine.planner import plan
from engine.planner.staging.standing import bounds_of
from engine.planner.wording.lexicon import FEATURES, PARTS
from engine.planner.wording.substances import MATERIALS

LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.sampled_from(
    [phrase for one in ARCHETYPES.values() for phrase in one.phrases[:2]]
    + [
        *PARTS,
        *FEATURES,
        *MATERIALS,
        *COLORS,
        "no",
        "without",
        "with",
        "of",
        "and",
        ",",
        "four",
        "12",
        "2 m tall",
        "6 ft wide",
        "3 x 2 m",
    ]
)
SENTENCES = st.lists(WORDS, max_size=14).map(" ".join)
SIDES = st.floats(0.01, 5.0)
SIMPLE = st.sampled_from(
    ["box", "gear", "vessel", "leg", "lamp_shade", "cushion", "wheel", "cabinet", "torus", "spring"]
)


@LAW
@given(st.text(max_size=4000))
def test_any_text_can_be_planned(text: str) -> None:
    spec = plan(text)
    assert spec.objects
    assert 0.0 < spec.reading.confidence <= 1.0
    assert len({thing.id for thing in spec.objects}) == len(spec.objects)


@LAW
@given(
    SENTENCES, st.sampled_from(sorted(STYLES)), st.sampled_from(["small", "medium", "large"]), st.integers(0, 2**53 - 1)
)
def test_any_mix_of_known_words_gives_one_and_the_same_well_formed_spec(
    text: str, style: str, scale: str, seed: int
) -> None:
    spec = plan(text, style=style, scale=scale, seed=seed)  # type: ignore[arg-type]
    assert spec == plan(text, style=style, scale=scale, seed=seed)  # type: ignore[arg-type]
    assert msgspec.json.decode(msgspec.json.encode(spec), type=DesignSpec) == spec
    for thing in spec.objects:
        assert min(thing.dimensions.width, thing.dimensions.height, thing.dimensions.depth) > 0


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SENTENCES, st.sampled_from(sorted(STYLES)), st.integers(0, 1000))
def test_whatever_is_planned_can_be_made(text: str, style: str, seed: int) -> None:
    assembly = assemble(plan(text, style=style, seed=seed), quality="draft")
    assert all(fault_of(part.points, part.faces) == "" for part in assembly.parts)


@LAW
@given(SIMPLE, SIDES, SIDES, SIDES, st.floats(-180, 180), st.floats(-180, 180), st.floats(-180, 180))
def test_an_edited_object_stays_closed_or_is_refused(
    kind: str, width: float, height: float, depth: float, x: float, y: float, z: float
) -> None:
    thing = DesignObject("thing_1", kind, "oak", Dimensions(width, height, depth), Position(1, 2, 3), Rotation(x, y, z))
    spec = msgspec.structs.replace(plan("a box"), objects=(thing,))
    try:
        parts = assemble(spec, quality="draft").parts
    except GenerationFailed as failed:
        refusal = failed
    else:
        assert all(fault_of(part.points, part.faces) == "" for part in parts)
        return
    assert refusal.facts["stage"] == "geometry_generation"


@LAW
@given(st.floats(-180, 180), st.floats(-180, 180), st.floats(-180, 180))
def test_a_rotation_keeps_lengths_and_hands(x: float, y: float, z: float) -> None:
    matrix = rotation_matrix(x, y, z)
    assert matrix @ matrix.T == pytest.approx(rotation_matrix(0, 0, 0), abs=1e-12)
    thing = DesignObject("thing_1", "box", "oak", Dimensions(1, 2, 3), rotation=Rotation(x, y, z))
    assert placement(thing) @ [0, 1, 0, 1] == pytest.approx([0, 1, 0, 1], abs=1e-9)


@LAW
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-180, 180), st.floats(-180, 180)), min_size=1, max_size=3))
def test_bounds_are_those_of_the_corners_of_each_turned_box(turns: list[tuple[float, float, float]]) -> None:
    size = np.array([1.0, 2.0, 3.0])
    things = [
        DesignObject(f"box_{number}", "box", "oak", Dimensions(*size), Position(number, 2, -1), Rotation(*turn))
        for number, turn in enumerate([*turns, (0.0, 0.0, 0.0)])
    ]
    own = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)]) * size
    low, high = bounds_of(things)
    for number, thing in enumerate(things):
        corners = own @ placement(thing)[:3, :3].T + placement(thing)[:3, 3]
        assert low[number] == pytest.approx(corners.min(axis=0), abs=1e-9)
        assert high[number] == pytest.approx(corners.max(axis=0), abs=1e-9)


@LAW
@given(st.integers(8, 60), st.integers(8, 60), st.floats(0, 360), st.floats(-180, 180))
def test_any_two_gears_mesh_where_they_are_told_to(first: int, second: int, phase: float, bearing: float) -> None:
    other = phase_to_mesh(first, phase, second, bearing)
    tooth = first * (bearing - phase) / 360.0
    gap = second * (bearing + 180.0 - other) / 360.0
    assert (tooth + gap) % 1.0 == pytest.approx(0.5, abs=1e-6)
    assert gear_outline(first, 0.001).area() > 0


@LAW
@given(st.floats(0.001, 1000.0))
def test_scaling_there_and_back_changes_nothing(factor: float) -> None:
    objects = plan("a pocket watch with exposed gears").objects
    again = scaled(scaled(objects, factor), 1 / factor)
    for before, after in zip(objects, again, strict=True):
        assert after.dimensions.width == pytest.approx(before.dimensions.width)
        assert after.position.x == pytest.approx(before.position.x)
