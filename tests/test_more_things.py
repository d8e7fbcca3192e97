"""Household things, food, fixtures and plain solids: they are drawn by their own name, with the parts one asks for."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.planner import plan


def _parts(spec: DesignSpec) -> Counter[str]:
    return Counter(thing.id.rpartition("_")[0] for thing in spec.objects)


@pytest.mark.parametrize(
    ("prompt", "archetype", "part", "count"),
    [
        ("a birthday cake with seven candles", "cake", "candle", 7),
        ("a wedding cake with four tiers", "cake", "tier", 4),
        ("an ice cream cone with three scoops", "ice cream", "scoop", 3),
        ("a power strip with six sockets", "extension cord", "socket", 6),
        ("a burger with two patties", "burger", "patty", 2),
        ("a clawfoot bathtub", "bathtub", "foot", 4),
        ("a double door", "door", "leaf", 2),
        ("a wheelbarrow", "wheelbarrow", "wheel", 1),
        ("a steampunk airship with copper propellers", "airship", "propeller", 2),
        ("a blimp", "airship", "gondola", 1),
        ("a cat tree with four levels", "cat tree", "platform", 4),
        ("a scratching post", "cat tree", "post", 1),
        ("an ironing board with a striped cover", "ironing board", "stripe", 5),
        ("a baby high chair", "high chair", "tray", 1),
        ("an umbrella stand with three umbrellas", "umbrella stand", "umbrella", 3),
        ("a whiteboard with six markers", "whiteboard", "marker", 6),
        ("a flip chart", "flip chart", "pad", 1),
        ("a lectern with two microphones", "lectern", "microphone", 2),
        ("a music stand", "music stand", "sheet", 2),
        ("a punching bag", "punching bag", "bag", 1),
        ("red boxing gloves", "boxing gloves", "glove", 2),
        ("a spinning bike", "exercise bike", "pedal", 2),
        ("a rowing machine", "rowing machine", "flywheel", 1),
        ("a snowboard", "snowboard", "binding", 2),
        ("a cuckoo clock", "cuckoo clock", "bird", 1),
        ("a mortar and pestle", "mortar and pestle", "pestle", 1),
        ("a colander", "colander", "handle", 2),
        ("a knife block with five knives", "knife block", "handle", 5),
        ("salt and pepper shakers", "pepper mill", "shaker", 2),
        ("a picnic basket", "picnic basket", "lid", 2),
        ("a magnifying glass", "magnifying glass", "lens", 1),
        ("an abacus with four rows", "abacus", "bead", 40),
        ("a water cooler", "water cooler", "tap", 2),
        ("a garden hose", "garden hose", "nozzle", 1),
        ("a chainsaw", "chainsaw", "bar", 1),
        ("a garden trellis", "trellis", "arch", 1),
        ("a bench vise", "vise", "jaw", 1),
        ("an island range hood", "range hood", "hood", 1),
        ("an under cabinet extractor hood", "range hood", "filter", 2),
        ("a solar panel on a pole", "solar panel", "pole", 1),
        ("a solar array with 12 panels", "solar panel", "panel", 12),
        ("a satellite with four solar panels", "satellite", "solar_panel", 4),
        ("a barber's chair", "barber chair", "footrest", 2),
        ("a dentist's chair without a tray", "dentist chair", "tray", 0),
        ("a boxing ring with three ropes", "boxing ring", "rope", 3),
        ("a corkscrew", "corkscrew", "wing", 2),
        ("a box grater", "cheese grater", "handle", 1),
        ("a golf bag with five clubs", "golf bag", "club", 5),
        ("a clipboard with two sheets", "clipboard", "paper", 2),
        ("a wine cellar with three racks", "wine cellar", "rack_shelf", 21),
    ],
)
def test_a_thing_has_as_many_parts_as_are_asked_for(prompt: str, archetype: str, part: str, count: int) -> None:
    spec = plan(prompt)
    assert spec.reading.archetype == archetype
    assert _parts(spec)[part] == count


@pytest.mark.parametrize("kind", ["cube", "sphere", "cylinder", "cone", "torus", "octahedron", "heart shape"])
def test_a_plain_solid_is_drawn_as_the_one_that_is_named(kind: str) -> None:
    assert _parts(plan(f"a red {kind}"))[kind.removesuffix(" shape")] == 1


def test_a_stated_size_of_a_cube_is_kept() -> None:
    size = plan("a cube 50 cm wide").objects[0].dimensions
    assert (size.width, size.height, size.depth) == pytest.approx((0.5, 0.5, 0.5))


@pytest.mark.parametrize(
    ("prompt", "part", "material"),
    [
        ("a steampunk airship with copper propellers", "propeller", "copper"),
        ("a magnifying glass with an ebony handle", "handle", "ebony"),
        ("a walnut high chair with a white tray", "leg", "walnut"),
    ],
)
def test_a_new_thing_is_made_of_what_is_said(prompt: str, part: str, material: str) -> None:
    made = {thing.material for thing in plan(prompt).objects if thing.id.rpartition("_")[0] == part}
    assert made == {material}


def test_a_house_bears_its_solar_panels_on_its_roof() -> None:
    spec = plan("a house with photovoltaic panels")
    assert _parts(spec)["solar_panels"] == 1
    assert not spec.reading.not_understood


def test_a_wine_cellar_has_as_many_barrels_as_are_asked_for() -> None:
    wholes = {one.part_of for one in plan("a wine cellar with two barrels").objects}
    assert sum(whole.startswith("barrel") for whole in wholes) == 2


def test_the_hood_of_a_kitchen_is_made_of_what_is_said() -> None:
    spec = plan("a kitchen with a copper cooker hood")
    assert [one.material for one in spec.objects if one.type == "hood"] == ["copper"]


@pytest.mark.parametrize("prompt", ["a kids desk", "a toddler table", "a chair for kids", "a children's bookshelf"])
def test_for_whom_a_thing_is_says_no_more_of_it(prompt: str) -> None:
    reading = plan(prompt).reading
    assert reading.not_understood == ()
    assert reading.archetype in prompt


def test_a_statue_of_a_dragon_is_a_dragon_on_a_plinth() -> None:
    spec = plan("a dragon statue in jade")
    assert spec.reading.archetype == "statue"
    assert spec.reading.confidence > 0.9
    assert {"wing", "plinth"} <= _parts(spec).keys()


def test_a_part_has_the_material_that_is_said_of_it() -> None:
    spec = plan("a steel bathtub with gold feet")
    feet = {thing.material for thing in spec.objects if thing.id.startswith("foot")}
    assert feet == {"gold"}


def test_each_fruit_has_a_body_of_its_own() -> None:
    assert {kind for kind in ("apple", "banana", "pineapple", "lemon") if _parts(plan(f"a {kind}"))[kind]} == {
        "apple", "banana", "pineapple", "lemon",
    }  # fmt: skip
