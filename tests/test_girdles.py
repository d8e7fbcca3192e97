"""What runs round turned ware follows its outside, and no two styles make the same mug or vase."""

from itertools import combinations

import pytest

from domain.spec import DesignObject
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble
from engine.parts.detail import Detail
from engine.parts.girdles import GIRDLES, Belly, stripes
from engine.parts.turning import flowing
from engine.parts.ware import FORMS
from engine.planner import plan

UNTRIMMED = {"realistic", "modern", "minimalist"}


def _looks(thing: DesignObject) -> tuple[object, ...]:
    worn = ("form", "trim", "trim_material", "trim_color", "bands_material", "bands_color")
    return (thing.material, thing.color, *(thing.properties.get(name, "") for name in worn))


@pytest.mark.parametrize("prompt", ["mug", "vase", "teapot", "plate", "cooking pot"])
def test_styles_that_are_named_differ_in_what_a_vessel_wears(prompt: str) -> None:
    looks = {style: plan(prompt, style=style, seed=0).objects for style in STYLES}
    same = [
        (one, other)
        for one, other in combinations(looks, 2)
        if [_looks(thing) for thing in looks[one]] == [_looks(thing) for thing in looks[other]]
    ]
    assert not [pair for pair in same if not UNTRIMMED.issuperset(pair)]


@pytest.mark.parametrize("form", sorted(GIRDLES))
@pytest.mark.parametrize("ware", ["cylinder", "gourd", "wine", "bowl"])
def test_a_girdle_touches_the_ware_all_round_and_stays_near_it(form: str, ware: str) -> None:
    line = flowing([(0.05 * r, 0.2 * y) for r, y in FORMS[ware]], 6)
    belly = Belly(line, 0.003, Detail("draft"))
    low_x, low_y, low_z, high_x, high_y, high_z = GIRDLES[form](belly).bounding_box()
    assert 0.0 <= low_y < high_y <= 0.2
    widest = float(line[:, 0].max())
    assert max(high_x, -low_x, high_z, -low_z) <= widest * 1.16
    assert abs(high_x + low_x) < 0.05 * widest
    assert abs(high_z + low_z) < 0.05 * widest


def test_stripes_are_three_colours_one_above_the_other() -> None:
    belly = Belly(flowing([(0.04, 0.0), (0.04, 0.1)], 4), 0.003, Detail("draft"))
    bands = stripes(belly)
    assert len({color for _, color, _ in bands}) == 3
    tops = [sheet.bounding_box()[4] for _, _, sheet in bands]
    bottoms = [sheet.bounding_box()[1] for _, _, sheet in bands]
    assert all(top < bottom for top, bottom in zip(tops, bottoms[1:], strict=False))


def test_a_trim_that_is_ruled_out_is_not_drawn() -> None:
    with_it = assemble(plan("a steampunk mug", style="steampunk", seed=0), quality="draft")
    without = assemble(plan("a mug without ornament", style="steampunk", seed=0), quality="draft")
    assert len(without.parts) == len(with_it.parts) - 1


def test_what_the_text_says_of_colour_wins_over_the_style() -> None:
    said = {plan("a red backpack", style=style, seed=0).objects[0].color for style in ("scandinavian", "baroque")}
    unsaid = {plan("a backpack", style=style, seed=0).objects[0].color for style in ("scandinavian", "baroque")}
    assert len(said) == 1
    assert len(unsaid) == 2
