"""The table of shapes, held against the makers that it was measured from."""

import msgspec
import pytest

from domain.errors import Invalid
from domain.shapes import PropertySchema, checked, fill_of, schema_of, surface_of, table
from domain.spec import DesignObject, DesignSpec, Dimensions
from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.makers import MAKERS
from engine.planner import plan
from engine.shape_table import digest, measured

STYLES = ("realistic", "steampunk", "baroque")
UNSEEN_MAX = 0.01  # of what is drawn: makers and drawings move on, the table follows when it is made anew


def test_the_table_is_of_todays_makers() -> None:
    assert table().digest == digest(), "run python -m engine.shape_table"
    assert table().shapes.keys() == MAKERS.keys()


def test_a_box_is_full_and_a_rope_is_not() -> None:
    assert fill_of("wallpaper") > 0.95
    assert 0 < fill_of("rope") < 0.1
    assert all(0 < shape.fill <= 1 for shape in table().shapes.values())
    assert all(0.01 < surface_of(kind) < 100 for kind in MAKERS)
    assert fill_of("nothing known") == 0.5


def test_what_is_measured_again_is_what_the_table_has() -> None:
    found = measured("leg", [DesignObject("leg_1", "leg", "oak", Dimensions(0.05, 0.4, 0.05))])
    assert found.fill == pytest.approx(fill_of("leg"), abs=0.2)
    assert {"tapered", "turned", "round"} <= set(found.properties["style"].choices)


def test_what_the_planner_draws_may_be_said_in_a_switch() -> None:
    seen, refused = 0, []
    for name in ARCHETYPES:
        for style in STYLES:
            for thing in plan(name, style=style, seed=1).objects:
                drawn = msgspec.json.decode(msgspec.json.encode(thing.properties, enc_hook=float))
                for key, value in drawn.items():
                    seen += 1
                    try:
                        checked(thing.type, key, value, key)
                    except Invalid as error:
                        refused.append((thing.type, key, value, error.message))
    assert len(refused) < seen * UNSEEN_MAX, refused[:20]


@pytest.mark.parametrize("kind", ["leg", "table_top", "chair_back", "vessel", "wheel", "roof", "lamp_shade", "cabinet"])
def test_what_the_table_allows_can_be_made(kind: str) -> None:
    thing = next(one for name in ARCHETYPES for one in plan(name).objects if one.type == kind)
    for name, known in schema_of(kind).items():
        for value in _extremes(known):
            properties = thing.properties | {name: checked(kind, name, value, name)}
            changed = msgspec.structs.replace(thing, properties=properties)
            assert assemble(_only(changed), quality="draft").parts, (name, value)


def _extremes(known: PropertySchema) -> list[object]:
    match known.kind:
        case "choice":
            return list(known.choices)
        case "flag":
            return [True, False]
        case "count":
            return [int(known.minimum or 0), int(known.maximum or 0)]
        case "number":
            return [known.maximum]
        case "material":
            return ["brass_polished"]
        case _:
            return []


def _only(thing: DesignObject) -> DesignSpec:
    return msgspec.structs.replace(plan("a cube"), objects=(thing,))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("styel", "turned", "style"),
        ("style", "wobbly", "turned"),
        ("style", 3, "turned"),
    ],
)
def test_what_a_kind_does_not_take_is_refused_with_what_it_takes(name: str, value: object, words: str) -> None:
    with pytest.raises(Invalid, match=words) as raised:
        checked("leg", name, value, f"update.properties.{name}")
    assert raised.value.facts["allowed"]


@pytest.mark.parametrize("value", ["5", True, -1, 1e9, float("nan"), float("inf"), None, [1]])
def test_a_number_is_a_number_within_its_range(value: object) -> None:
    with pytest.raises(Invalid, match="a number from 0 to") as raised:
        checked("table_top", "corner_m", value, "update.properties.corner_m")
    assert raised.value.facts["unit"] == "m"


def test_materials_of_pieces_are_held_against_the_catalogue() -> None:
    assert checked("vessel", "trim_material", "polished brass", "f") == "brass_polished"
    assert checked("vessel", "trim_color", "#AABBCC", "f") == "#aabbcc"
    for name, value in (("trim_material", "unobtainium"), ("trim_color", "red"), ("trim_color", 3)):
        with pytest.raises(Invalid):
            checked("vessel", name, value, "f")
