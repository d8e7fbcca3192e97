"""Furniture: words and styles change its form, counts are kept, and interiors still find their pieces."""

from dataclasses import replace

import numpy as np
import pytest

from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import draw
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import NINE_STYLES

FURNITURE = sorted(one.name for one in ARCHETYPES.values() if one.design_type == "furniture")
FORMS = (
    "windsor chair with arms", "cantilever chair with armrests", "tufted chair", "tulip chair", "throne",
    "bistro chair", "chesterfield sofa", "sectional sofa", "recliner", "wing chair", "loveseat", "wooden armchair",
    "park bench",
    "church pew", "bar stool", "pouf", "round glass table", "oval table", "picnic table",
    "dining table with six chairs",
    "standing desk", "vanity with mirror", "corner desk", "china cabinet", "filing cabinet", "wardrobe with mirror",
    "four poster bed", "loft bed", "cradle", "desk lamp", "banker lamp", "arc floor lamp", "tripod floor lamp",
    "pendant lamp with three shades", "chandelier with crystals", "sunburst mirror", "clothes rack", "shoji screen",
    "wood stove", "cuckoo clock", "pendulum clock", "painting",
)  # fmt: skip


def forms_of(spec: DesignSpec) -> tuple[tuple[str, str], ...]:
    """Return makers and forms of a design's objects."""
    return tuple((thing.type, str(thing.properties.get("form", ""))) for thing in spec.objects)


def count_of(spec: DesignSpec, name: str) -> int:
    return sum(thing.id.rpartition("_")[0] == name for thing in spec.objects)


def test_the_issue_gets_its_furniture() -> None:
    assert len(FURNITURE) >= 36


def test_chairs_in_nine_styles_are_nine_chairs() -> None:
    assert len({forms_of(plan("chair", style=style)) for style in NINE_STYLES}) == 9


@pytest.mark.parametrize("name", ["sofa", "table", "chandelier", "floor lamp", "bed"])
def test_styles_change_the_form_of(name: str) -> None:
    assert len({forms_of(plan(name, style=style)) for style in NINE_STYLES}) >= 3


@pytest.mark.parametrize("text", FORMS)
def test_a_form_that_words_ask_for_is_sound(text: str) -> None:
    for seed in (0, 5):
        spec = plan(text, seed=seed)
        assert ARCHETYPES[spec.reading.archetype].design_type == "furniture"
        assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize("name", FURNITURE)
def test_a_piece_stands_in_styles_of_all_kinds(name: str) -> None:
    for style in sorted(STYLES)[:: 3 if name != "chair" else 1]:
        spec = plan(ARCHETYPES[name].phrases[0], style=style, seed=3)
        assert faults_of(assemble(spec, quality="draft"), spec) == (), style


def test_counts_are_kept() -> None:
    assert count_of(plan("sofa with four seats"), "seat_cushion") == 4
    assert count_of(plan("bunk bed with six rungs"), "rung") == 6
    assert count_of(plan("round table with five chairs"), "back") == 5
    assert (
        next(thing for thing in plan("wardrobe with three doors").objects if thing.id == "carcass_1").properties[
            "doors"
        ]
        == 3
    )


def test_brass_feet_are_on_leaning_legs_too() -> None:
    spec = plan("parsons chair with brass feet")
    assert {thing.properties["foot_material"] for thing in spec.objects if thing.type == "raked_leg"} == {
        "brass_polished"
    }


@pytest.mark.parametrize(
    ("name", "word", "drawn_as"),
    [("sofa", "armchair", "armchair"), ("table", "coffee", "coffee table"), ("table", "side", "side table"),
     ("cabinet", "wardrobe", "wardrobe"), ("lamp", "floor", "floor lamp")],
)  # fmt: skip
def test_an_interior_finds_a_piece_by_name_and_word(name: str, word: str, drawn_as: str) -> None:
    brief = Brief(random=np.random.default_rng(1), words=frozenset({word}))
    by_word: Drawing = draw(name, brief)
    direct = draw(drawn_as, replace(brief, random=np.random.default_rng(1)))
    assert [thing.type for thing in by_word.objects] == [thing.type for thing in direct.objects]
