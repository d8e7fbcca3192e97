"""What is proposed is what a designer would propose: no baths of brick, no dials of canvas."""

from collections.abc import Iterator
from itertools import cycle

import pytest

from domain.materials import CATALOGUE
from domain.scoring.sensible import SENSE, WORN, materials_for
from domain.scoring.survey import Survey
from domain.scoring.swaps import candidates_for, groups_of
from engine.archetypes import ARCHETYPES
from engine.improving.groups import groups_of as like_parts
from engine.improving.roles import materials_for as tried_for
from engine.planner import plan

SUBSTANCES = frozenset(one.substance for one in CATALOGUE.values())
FAMILIES = frozenset(one.family for one in CATALOGUE.values())
MASONRY = frozenset(("brick", "roof", "cobblestone", "tile", "asphalt", "stucco", "plaster"))
BUILT = frozenset(("building", "interior"))
OUTDOOR_MASONRY = frozenset(
    ("garden gate", "shower", "mailbox", "bus stop", "ferris wheel", "phone booth", "fireplace")
)
CLOTH = frozenset(("textile", "leather"))
RARE = frozenset(("ebony", "rosewood", "gold", "rose gold", "silver"))
JEWELS = frozenset(("ring", "necklace", "crown", "pocket watch", "wristwatch", "fork", "spoon"))
WINDS = frozenset(("trumpet", "saxophone", "flute", "gramophone"))
Proposal = tuple[str, str, str, str]  # of what design, which thing, which part, of what


def proposals() -> Iterator[tuple[Proposal, str]]:
    """Give what might be proposed for every archetype, each in one of the styles that differ most."""
    for one, style in zip(ARCHETYPES.values(), cycle(("realistic", "steampunk", "gothic", "modern")), strict=False):
        survey = Survey(plan(one.phrases[0], style=style, seed=1))
        for group in groups_of(survey):
            part = group.parts[0]
            for name in candidates_for(group, survey):
                yield (one.name, part.kind, part.root, part.substance.name), name


def test_no_advice_makes_a_designer_laugh() -> None:
    found = list(proposals())
    silly = [
        (*place, name)
        for place, name in found
        if _is_silly(ARCHETYPES[place[0]].design_type, place[1], CATALOGUE[place[3]].family, place[3], name)
    ]
    assert len(found) > 2000
    assert silly == []


def _is_silly(design_type: str, kind: str, family: str, now: str, name: str) -> bool:
    new, was = CATALOGUE[name], CATALOGUE[now]
    if new.substance == was.substance:
        return name in WORN and design_type != "building"
    return (
        (new.substance in MASONRY and design_type not in BUILT and kind not in OUTDOOR_MASONRY)
        or ((new.family in CLOTH) != (family in CLOTH) and was.substance not in ("paper", "cardboard"))
        or (new.family == "wood" and kind in ("bathtub", "toilet", "washbasin", "shower"))
        or (new.family == "wood" and design_type in ("vehicle", "electronics", "appliance") and family != "wood")
        or (new.family == "stone" and family != "stone" and design_type in ("vehicle", "electronics", "appliance"))
        or (new.family == "metal" and family == "textile")
        or (new.substance in RARE and kind not in JEWELS | WINDS)
        or (new.substance == "glass") != (was.substance == "glass")
    )


@pytest.mark.parametrize(
    ("root", "shape", "kind", "now", "sensible", "silly"),
    [
        ("bathtub", "vessel", "bathtub", "ceramic_white", {"enamel_white"}, {"brick_red", "tile_white", "terracotta"}),
        ("dial", "disc", "compass", "paper", {"enamel_white"}, {"canvas", "linen", "cardboard"}),
        ("dial", "disc", "wristwatch", "enamel_white", {"porcelain"}, {"terracotta", "brick_red"}),
        ("leg", "leg", "chair", "oak", {"walnut", "steel_brushed"}, {"marble_white", "ebony", "wood_charred"}),
        ("blade", "cut_shape", "knife", "steel_polished", {"steel_brushed"}, {"iron_cast", "zinc", "gold"}),
        ("rug", "rug", "rug", "wool", {"cotton"}, {"leather_black", "felt", "paper"}),
        ("wheel", "wheel", "car", "rubber_black", {"silicone"}, {"plastic_white", "steel_brushed"}),
        ("cork", "rod", "bottle", "cork", set(), {"oak", "pine"}),
        ("bumper", "box", "pickup", "chrome", {"steel_brushed"}, {"brass_polished", "copper"}),
        ("wing", "wing", "plane", "paint_white", {"paint_red"}, {"steel_brushed", "aluminium"}),
        ("pawn", "turning", "chess set", "walnut", set(), {"oak"}),
        ("plates", "plates", "dishwasher", "ceramic_white", {"porcelain"}, {"paint_white"}),
        ("body", "car_body", "car", "paint_blue", {"paint_red"}, {"aluminium", "steel_brushed"}),
        ("floor", "floor", "kids room", "oak", {"pine"}, {"concrete"}),
        ("roof", "roof", "warehouse", "steel_galvanised", {"zinc"}, {"roof_tile", "tile_roof", "slate"}),
    ],
)  # fmt: skip
def test_a_part_may_be_of_what_such_parts_are_made_of(
    root: str, shape: str, kind: str, now: str, sensible: set[str], silly: set[str]
) -> None:
    found = materials_for(root, shape, kind, ARCHETYPES[kind].design_type, now)
    assert found >= sensible & set(CATALOGUE)
    assert not found & silly


def test_the_list_of_what_is_sensible_names_what_there_is() -> None:
    named = [*(use.of for use in SENSE.use), *(line.of | line.now for line in SENSE.instead)]
    assert [names for names in named if not SENSE.substances(names) <= SUBSTANCES] == []
    assert frozenset().union(*(use.now for use in SENSE.use)) <= SUBSTANCES | FAMILIES
    assert frozenset().union(*(use.kinds for use in SENSE.use)) <= set(ARCHETYPES)
    assert SENSE.never <= SUBSTANCES


@pytest.mark.parametrize("text", ["a bathtub", "a compass", "a steampunk television", "a bicycle", "an oak chair"])
def test_iterating_tries_nothing_that_advice_would_not_give(text: str) -> None:
    spec = plan(text, seed=1)
    for group in like_parts(spec):
        design_type = ARCHETYPES[group.archetype].design_type if group.archetype in ARCHETYPES else None
        able = materials_for(group.root, group.kind, group.archetype, design_type, group.material)
        assert set(tried_for(group, spec.reading, False)) <= able
