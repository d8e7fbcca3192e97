"""Buildings: what the text counts, names and asks for is there, and styles change the form, not only the paint."""

from collections import Counter

import pytest

from domain.spec import DesignObject, DesignSpec
from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan

BUILDINGS = sorted(name for name, one in ARCHETYPES.items() if one.design_type == "building")
FEATURES = {
    "a house with a solar roof": "solar_panels", "a house with a chimney": "chimney",
    "a house with a balcony": "balcony",
    "a house with a garage": "garage", "a house with columns": "column", "a house with a tower": "tower",
    "a house with a pool": "pool", "a modern house with a solar roof": "solar_panels", "a house with a fence": "fence",
    "a barn with a silo": "silo", "a factory with a solar roof": "solar_panels", "a castle with a moat": "moat",
    "a warehouse with a solar roof": "solar_panels", "an office building with a solar roof": "solar_panels",
    "a villa with a garage": "garage", "a garage with a solar roof": "solar_panels",
}  # fmt: skip


def names(spec: DesignSpec) -> Counter[str]:
    return Counter(thing.id.rpartition("_")[0] for thing in spec.objects)


def roof_of(spec: DesignSpec) -> DesignObject:
    return next(thing for thing in spec.objects if thing.id == "roof_1")


@pytest.mark.parametrize("text", FEATURES)
def test_a_feature_that_is_asked_for_is_built_and_holds(text: str) -> None:
    spec = plan(text)
    assert names(spec)[FEATURES[text]] >= 1
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize("feature", ["chimney", "porch"])
def test_a_feature_that_is_ruled_out_is_not_built(feature: str) -> None:
    built = names(plan(f"a house without a {feature}"))
    assert not any(name.startswith(feature) for name in built)
    assert any(name.startswith(feature) for name in names(plan("a house")))


def test_a_tower_has_as_many_storeys_as_are_asked_for() -> None:
    assert names(plan("a twelve storey office building"))["storey"] == 12


def test_more_storeys_make_a_higher_house_with_more_windows() -> None:
    low, high = (plan(f"a {count} storey house") for count in ("one", "three"))

    def windows(spec: DesignSpec) -> int:
        walls = [thing.properties.get("openings_m") for thing in spec.objects if thing.type == "facade"]
        return sum(len(wall) // 4 for wall in walls if isinstance(wall, list))

    assert roof_of(high).position.y > roof_of(low).position.y + 4.0
    assert windows(high) > 2 * windows(low)


def test_a_flat_roof_takes_the_place_of_a_pitched_one() -> None:
    assert roof_of(plan("a house")).type == "roof"
    assert roof_of(plan("a house with a flat roof")).type in ("parapet", "box")


def test_styles_of_a_house_differ_in_form() -> None:
    styles = ("realistic", "rustic", "modern", "futuristic", "art deco", "industrial", "japanese", "mid century")

    def form(style: str) -> tuple[object, ...]:
        spec = plan("house", style=style)
        roof, wall = roof_of(spec), next(thing for thing in spec.objects if thing.type == "facade")
        details = (wall.properties.get(name) for name in ("form", "columns", "rows", "lintels"))
        return (roof.type, roof.properties.get("form"), roof.properties.get("covering"), *details)

    assert len({form(style) for style in styles}) == len(styles)


def test_walls_and_roof_are_made_of_what_the_text_says() -> None:
    spec = plan("a white brick house with a copper roof")
    wall = next(thing for thing in spec.objects if thing.id == "front_wall_1")
    assert wall.material in ("brick_white", "brick_red")
    assert roof_of(spec).material.startswith("copper")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("suspension bridge", "suspension"), ("stone bridge", "arch_bridge"), ("teepee", "teepee_tent"),
     ("yurt", "yurt_tent"), ("wind turbine", "turbine_blades"), ("a frame cabin", "glass_gable"),
     ("colosseum", "round_arcade"), ("hangar", "sectional_door"), ("townhouse with a stepped gable", "facade")],
)  # fmt: skip
def test_a_word_for_a_variant_gives_its_form(text: str, kind: str) -> None:
    assert kind in {thing.type for thing in plan(text).objects}


@pytest.mark.parametrize(
    ("name", "style"), [(name, ("minimalist", "steampunk")[at % 2]) for at, name in enumerate(BUILDINGS)]
)
def test_a_building_stands_in_a_plain_or_an_ornate_style(name: str, style: str) -> None:
    spec = plan(name, style=style, seed=3)
    assert spec.reading.archetype == name
    assert faults_of(assemble(spec, quality="draft"), spec) == ()
