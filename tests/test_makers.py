"""From a spec to parts: all archetypes, all qualities; and that the spec alone decides."""

from functools import cache

import msgspec
import numpy as np
import pytest

from domain.errors import GenerationFailed
from domain.materials import CATALOGUE
from domain.spec import DesignObject, DesignSpec, Dimensions, Position, Quality, Rotation
from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble, fault_of, tidied
from engine.assembling.checks import faults_of
from engine.makers import MAKERS
from engine.parts.solids import Solid, from_arrays
from engine.planner import plan
from engine.shapes import Assembly, Part

PHRASES = {name: one.phrases[0] for name, one in sorted(ARCHETYPES.items())}
FLOATED_ONCE = (
    "steampunk lamp", "steampunk sports car", "pendant lamp", "vase with flowers", "house with solar roof and garage",
    "gold pocket watch", "dining table with six chairs", "bar stool", "motor boat", "biplane", "router", "wardrobe",
    "armchair", "suv", "cottage with solar roof",
)  # fmt: skip
WATCH = plan("bronze steampunk pocket watch with exposed gears")


@cache
def watch(quality: Quality = "standard") -> Assembly:
    """The watch, made once: no test may change it."""
    return assemble(WATCH, quality=quality)


def edges_are_paired(part: Part) -> bool:
    """Independent of the engine's own check: each edge twice, once in each direction."""
    directed: dict[tuple[int, int], int] = {}
    for a, b, c in part.faces.tolist():
        for edge in ((a, b), (b, c), (c, a)):
            directed[edge] = directed.get(edge, 0) + 1
    return all(count == 1 and directed.get((b, a)) == 1 for (a, b), count in directed.items())


def volume_of(part: Part) -> float:
    corners = part.points[part.faces]
    return float(np.einsum("ij,ij->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) / 6)


def test_no_part_of_the_watch_holds_crumbs_without_volume() -> None:
    for part in watch().parts:
        whole = from_arrays(part.points, part.faces)
        volumes = [abs(piece.volume()) for piece in whole.decompose()]
        assert min(volumes) > 1e-7 * whole.volume(), part.name


def test_tidying_drops_a_crumb_and_keeps_a_hollow() -> None:
    ball, crumb = Solid.sphere(1.0, 64), Solid.cube((1e-3, 1e-3, 1e-3)).translate((3, 0, 0))
    hollow = ball - Solid.sphere(0.5, 32)
    assert len(tidied(hollow + crumb).decompose()) == 2
    assert tidied(hollow + crumb).volume() == pytest.approx(hollow.volume(), rel=1e-6)


def with_object(spec: DesignSpec, object_id: str, **changes: object) -> DesignSpec:
    objects = tuple(
        msgspec.structs.replace(thing, **changes) if thing.id == object_id else thing for thing in spec.objects
    )
    return msgspec.structs.replace(spec, objects=objects)


def only(*things: DesignObject) -> DesignSpec:
    return msgspec.structs.replace(WATCH, objects=things)


def part(assembly: Assembly, name: str) -> Part:
    return next(one for one in assembly.parts if one.name == name)


@pytest.mark.parametrize("archetype", PHRASES)
def test_every_archetype_is_read_by_its_name(archetype: str) -> None:
    assert plan(PHRASES[archetype], seed=1).reading.archetype == archetype


@pytest.mark.parametrize("archetype", list(PHRASES)[::5])
def test_a_fifth_of_the_archetypes_are_sound(archetype: str) -> None:
    sound(plan(PHRASES[archetype], seed=1), "draft")  # all of them: below, and in bench.soundness


@pytest.mark.slow
@pytest.mark.parametrize("quality", ["standard", "high"])
@pytest.mark.parametrize("archetype", PHRASES)
def test_every_archetype_is_sound_in_full_detail(archetype: str, quality: Quality) -> None:
    sound(plan(PHRASES[archetype], seed=0), quality)


def sound(spec: DesignSpec, quality: Quality) -> None:
    """Assert that each part is closed, manifold and solid, and that all of them stand together."""
    assembly = assemble(spec, quality=quality)
    assert len({one.name for one in assembly.parts}) == len(assembly.parts)
    for one in assembly.parts:
        assert fault_of(one.points, one.faces) == "", one.name
        assert volume_of(one) > 0, one.name
        assert one.material in CATALOGUE, one.name
    smallest = min(assembly.parts, key=lambda one: len(one.faces))
    assert edges_are_paired(smallest), smallest.name
    assert faults_of(assembly, spec) == ()


@pytest.mark.parametrize("text", FLOATED_ONCE)
def test_what_floated_once_floats_no_more(text: str) -> None:
    sound(plan(text, seed=1), "draft")


def test_quality_changes_the_number_of_triangles() -> None:
    counts = [watch("draft").triangles, watch().triangles, watch("high").triangles]
    assert counts[0] * 2 < counts[1]
    assert counts[1] * 1.5 < counts[2]
    assert 60_000 < counts[1] < 160_000


def test_the_same_spec_gives_the_same_arrays() -> None:
    one, other = watch(), assemble(WATCH)
    for a, b in zip(one.parts, other.parts, strict=True):
        assert a.points.tobytes() == b.points.tobytes()
        assert a.faces.tobytes() == b.faces.tobytes()


def test_changing_a_material_or_colour_changes_the_part() -> None:
    changed = assemble(with_object(WATCH, "case_1", material="gold", color="#112233"), quality="draft")
    assert part(changed, "case_1").material == "gold"
    assert part(changed, "case_1").color == "#112233"


def test_changing_a_sub_material_changes_only_the_sub_part() -> None:
    properties = {**next(t for t in WATCH.objects if t.id == "dial_1").properties, "numerals_material": "gold"}
    changed = assemble(with_object(WATCH, "dial_1", properties=properties), quality="draft")
    assert part(changed, "dial_1.numerals").material == "gold"
    assert part(changed, "dial_1").material != "gold"


def test_changing_dimensions_fills_the_new_box() -> None:
    changed = assemble(with_object(WATCH, "case_1", dimensions=Dimensions(0.08, 0.02, 0.07)), quality="draft")
    assert np.ptp(part(changed, "case_1").points, axis=0) == pytest.approx([0.08, 0.02, 0.07])


def test_changing_properties_changes_the_shape() -> None:
    gear = next(thing for thing in WATCH.objects if thing.type == "gear")
    few = assemble(with_object(WATCH, gear.id, properties={**gear.properties, "teeth": 10}), quality="draft")
    assert len(part(few, gear.id).faces) < len(part(watch("draft"), gear.id).faces)


def test_position_is_the_bottom_centre_of_the_box() -> None:
    thing = DesignObject("box_1", "box", "oak", Dimensions(0.4, 0.2, 0.6), Position(1.0, 2.0, 3.0))
    points = assemble(only(thing)).parts[0].points
    assert points.min(axis=0) == pytest.approx([0.8, 2.0, 2.7])
    assert points.max(axis=0) == pytest.approx([1.2, 2.2, 3.3])


def test_rotation_is_about_the_centre_of_the_box_x_first() -> None:
    thing = DesignObject("box_1", "box", "oak", Dimensions(0.4, 0.2, 0.6), rotation=Rotation(90.0, 90.0, 0.0))
    one = assemble(only(thing)).parts[0]
    assert np.ptp(one.points, axis=0) == pytest.approx([0.2, 0.6, 0.4])
    assert (one.points.min(axis=0) + one.points.max(axis=0)) / 2 == pytest.approx([0.0, 0.1, 0.0], abs=1e-9)


def test_placement_leads_from_the_objects_axes_to_the_scene() -> None:
    straight = DesignObject("gear_1", "gear", "oak", Dimensions(0.1, 0.02, 0.1), properties={"teeth": 12})
    placed = msgspec.structs.replace(straight, position=Position(1.0, 0.5, -2.0), rotation=Rotation(20.0, 30.0, 40.0))
    own, scene = assemble(only(straight)).parts[0], assemble(only(placed)).parts[0]
    assert own.points @ scene.placement[:3, :3].T + scene.placement[:3, 3] == pytest.approx(scene.points)


def test_an_unknown_type_fails_with_its_name() -> None:
    with pytest.raises(GenerationFailed) as failed:
        assemble(only(DesignObject("thing_1", "flux capacitor", "oak", Dimensions(1, 1, 1))))
    assert failed.value.facts == {"stage": "geometry_generation", "object_id": "thing_1", "type": "flux capacitor"}


@pytest.mark.parametrize(
    "size",
    [Dimensions(0.0, 1, 1), Dimensions(-1, 1, 1), Dimensions(float("nan"), 1, 1), Dimensions(float("inf"), 1, 1)],
)
def test_a_box_that_is_none_fails(size: Dimensions) -> None:
    with pytest.raises(GenerationFailed):
        assemble(only(DesignObject("box_1", "box", "oak", size)))


def test_a_spec_without_objects_fails() -> None:
    with pytest.raises(GenerationFailed):
        assemble(only())


def test_progress_rises_to_one_and_may_stop_the_work() -> None:
    seen: list[float] = []
    assemble(WATCH, quality="draft", tick=lambda fraction, message: seen.append(fraction))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    class Stop(Exception):
        pass

    def stop(fraction: float, message: str) -> None:
        raise Stop

    with pytest.raises(Stop):
        assemble(WATCH, tick=stop)


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_every_maker_stands_odd_boxes_and_no_properties(kind: str) -> None:
    for size in (Dimensions(0.3, 0.2, 0.25), Dimensions(2.0, 0.4, 1.0), Dimensions(0.05, 0.3, 0.04)):
        parts = assemble(only(DesignObject("thing_1", kind, "oak", size)), quality="draft").parts
        assert parts
        assert all(np.isfinite(one.points).all() for one in parts)
