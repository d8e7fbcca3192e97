"""Electronics and appliances: what the words ask for is drawn, and each kind looks like itself."""

import numpy as np
import pytest

from engine.archetypes import ARCHETYPES
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.parts.detail import Detail
from engine.parts.moulded import digits, pod, side_body
from engine.planner import plan

MINE = sorted(name for name, one in ARCHETYPES.items() if one.design_type in {"electronics", "appliance"})
STYLED = ("steampunk", "futuristic", "rustic")


def drawn(name: str, *words: str, style: str = "realistic", seed: int = 0) -> Drawing:
    features = frozenset(words)
    brief = Brief(np.random.default_rng(seed), style_name=style, words=features | {name}, features=features)
    drawing = Drawing(brief)
    ARCHETYPES[name].draw(drawing, brief)
    return drawing


def names(drawing: Drawing) -> set[str]:
    return {thing.id.rpartition("_")[0] for thing in drawing.objects}


@pytest.mark.parametrize("style", STYLED)
@pytest.mark.parametrize("name", MINE)
def test_every_device_stands_and_holds_together_in_its_style(name: str, style: str) -> None:
    spec = plan(ARCHETYPES[name].phrases[0], style=style, seed=2)
    assert spec.reading.archetype == name
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("name", "word", "part"),
    [
        ("kettle", "stovetop", "bail"), ("coffee machine", "espresso", "portafilter"), ("fan", "ceiling", "canopy"),
        ("radiator", "towel", "rung"), ("camera", "instant", "print"), ("vacuum cleaner", "upright", "dust_bin"),
        ("phone", "keys", "antenna"), ("game console", "arcade", "marquee"), ("printer", "3d", "nozzle"),
        ("security camera", "dome", "dome"), ("circuit board", "motherboard", "memory"),
        ("headphones", "earbuds", "lid"),
    ],
)  # fmt: skip
def test_a_variant_has_the_part_that_makes_it_what_it_is(name: str, word: str, part: str) -> None:
    assert part in names(drawn(name, word))
    assert part not in names(drawn(name))


def test_no_two_kitchen_and_laundry_machines_are_drawn_alike() -> None:
    outlines = {name: frozenset(names(drawn(name))) for name in MINE if ARCHETYPES[name].design_type == "appliance"}
    assert len(set(outlines.values())) == len(outlines)


def test_counts_of_antennas_sections_and_blades_are_followed() -> None:
    assert sum(thing.type == "antenna" for thing in plan("router with six antennas").objects) == 6
    sections = next(thing for thing in plan("cast iron radiator with 14 sections").objects if thing.id == "body_1")
    assert sections.properties["sections"] == 14
    assert sum(thing.id.startswith("blade_") for thing in plan("ceiling fan with three blades").objects) == 3


def test_a_part_takes_the_material_and_colour_that_the_text_gives_it() -> None:
    kettle = plan("stovetop kettle in red with a brass spout")
    spout = next(thing for thing in kettle.objects if thing.id == "spout_1")
    assert spout.material.startswith("brass")
    body = next(thing for thing in kettle.objects if thing.id == "body_1")
    assert body.color


def test_seven_segment_signs_have_the_strokes_of_their_digits() -> None:
    areas = {sign: outline.area() for sign in "178" if (outline := digits(sign, 1.0)) is not None}
    assert areas["1"] < areas["7"] < areas["8"]
    assert digits(" ", 1.0) is None


@pytest.mark.parametrize("taper", [0.6, 1.0, 1.3])
def test_a_moulded_housing_fills_its_box_and_tapers(taper: float) -> None:
    solid = pod(0.2, 0.3, 0.1, 0.03, 0.01, Detail(), taper=taper)
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    widest = 0.2 * max(taper, 1.0)
    assert high[1] - low[1] == pytest.approx(0.3)
    assert high[0] - low[0] == pytest.approx(widest, rel=0.04)


def test_a_side_view_that_is_not_convex_keeps_its_notch() -> None:
    notched = [(-0.1, 0.0), (0.1, 0.0), (0.1, 0.2), (0.0, 0.05), (-0.1, 0.2)]
    assert side_body(notched, 0.1, 0.002, Detail()).volume() < 0.7 * 0.2 * 0.2 * 0.1
