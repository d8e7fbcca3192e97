"""What use, weather and light make of a thing: drawn, or told; and what is shown on a thing, or in a pictogram."""

import pytest

from engine.planner import plan


def _materials(text: str, *names: str) -> set[str]:
    """Return the materials of the objects whose names begin so, or of all."""
    return {one.material for one in plan(text).objects if not names or one.id.startswith(names)}


@pytest.mark.parametrize(
    ("text", "names", "material"),
    [
        ("a rusty old pickup truck", ("body", "car"), "iron_rusty"),
        ("a rusty bicycle", ("frame",), "iron_rusty"),
        ("a table with rusty legs", ("leg",), "iron_rusty"),
        ("a distressed table", (), "wood_reclaimed"),
        ("a weathered chest of drawers", (), "wood_weathered"),
        ("a charred log", (), "wood_charred"),
        ("a tall frosted blue glass vase", (), "glass_frosted"),
        ("a frosted vase", (), "glass_frosted"),
        ("a transparent chair", ("leg", "seat"), "acrylic_clear"),
        ("a see-through blue chair", ("leg",), "acrylic_clear"),
        ("a chair with transparent legs", ("leg",), "acrylic_clear"),
        ("a transparent vase", (), "glass_clear"),
        ("a table lamp with a transparent shade", ("lamp_shade", "shade"), "glass_clear"),
        ("a brass ceiling fan", ("motor", "rod"), "brass_polished"),
        ("a copper ceiling fan with oak blades", ("motor",), "copper"),
        ("a wooden bluetooth speaker with a fabric grille", ("body",), "oak"),
        ("a bathroom with hexagonal tiles", ("floor", "tiling"), "tile_hexagon"),
    ],
)
def test_a_condition_or_a_material_is_drawn(text: str, names: tuple[str, ...], material: str) -> None:
    spec = plan(text)
    assert material in _materials(text, *names)
    assert spec.reading.not_understood == ()


def test_weathered_paint_keeps_its_colour() -> None:
    walls = [one for one in plan("a weathered red barn").objects if one.material == "chalk_paint"]
    assert walls
    assert any(int(one.color[1:3], 16) > 1.5 * int(one.color[3:5], 16) for one in walls)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a dirty sports car", "dirty"),
        ("an abandoned factory", "abandoned"),
        ("worn leather sneakers", "worn"),
        ("a battered suitcase", "battered"),
        ("a cracked vase", "cracked"),
        ("a house with dirty windows", "dirty windows"),
        ("an invisible chair", "invisible"),
        ("a tea table with dragon carving on the apron", "dragon carving"),
        ("a mug with a cat print", "cat print"),
        ("a rug with an elephant motif", "elephant motif"),
        ("a red car 🎆", "🎆"),
    ],
)
def test_what_is_not_drawn_of_a_look_is_told(text: str, told: str) -> None:
    spec = plan(text)
    assert told in spec.reading.not_understood
    assert len({one.part_of for one in spec.objects}) == 1


@pytest.mark.parametrize(
    ("text", "archetype"),
    [("🚗", "car"), ("a red 🚗", "car"), ("🏰", "castle"), ("🐱", "animal"), ("a ✂️", "scissors")],
)
def test_a_pictogram_is_read_by_what_it_shows(text: str, archetype: str) -> None:
    reading = plan(text).reading
    assert (reading.archetype, reading.not_understood) == (archetype, ())


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("стул из дерева", {"chair"}),
        ("красная лампа на столе", {"lamp", "table"}),
        ("стол и два стула", {"table", "chair"}),
    ],
)
def test_russian_is_read_with_what_joins_it(text: str, things: set[str]) -> None:
    spec = plan(text)
    assert {one.part_of.rpartition("_")[0] for one in spec.objects} == things
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    "text",
    [
        "a grey sofa in the living room",
        "a grey sofa in the corner of a living room",
        "a grey sofa in the middle of my living room",
    ],
)
def test_a_thing_in_a_room_comes_with_the_room(text: str) -> None:
    assert "living room_1" in {one.part_of for one in plan(text).objects}


def test_the_room_is_none_where_nobody_speaks_of_a_kind() -> None:
    assert {one.part_of for one in plan("a plant in the corner of the room").objects} == {"plant_1"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("a living room with a beige sofa and a robot beside it", ("robot", "beside", "sofa")),
        ("a bedroom with a bed and a cat in front of it", ("cat", "in front of", "bed")),
    ],
)
def test_it_is_the_piece_of_the_room_that_was_named_last(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in [(one.subject, one.relation, one.anchor) for one in plan(text).reading.relations]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a hexagonal car", "hexagonal"),
        ("a square ball", "square"),
        ("a round bookshelf", "round"),
        ("an oval clock", "oval"),
        ("a curved bookshelf", "curved"),
        ("a woven mug", "woven"),
        ("a corrugated lamp", "corrugated"),
        ("an inflatable house", "inflatable"),
        ("a floating car", "floating"),
        ("an open house", "open"),
        ("a matte vase", "matte"),
        ("a shiny brick house", "shiny"),
        ("a slatted vase", "slatted"),
        ("a spiral table", "spiral"),
        ("a spiky chair", "spiky"),
        ("a chair with a round back", "round back"),
        ("a table with a glossy top", "glossy top"),
        ("a house with round windows", "round windows"),
    ],
)
def test_a_form_that_is_not_drawn_is_told(text: str, told: str) -> None:
    assert told in plan(text).reading.not_understood


@pytest.mark.parametrize(
    "text",
    [
        "a round bowl",
        "a square box",
        "a shiny mug",
        "a matte wooden tower",
        "a matte black car",
        "a woven basket",
        "a fluffy teddy bear",
        "a hanging wall clock",
        "a curved vase",
        "an open bookshelf",
        "a table with tapered legs",
        "a table with a polished marble top",
        "an ornate mirror",
        "a wall mounted air conditioner",
    ],
)
def test_a_form_that_is_drawn_is_not_told(text: str) -> None:
    assert plan(text).reading.not_understood == ()


def test_matte_paint_keeps_its_colour() -> None:
    body = next(one for one in plan("a matte red car").objects if one.id == "body_1")
    assert (body.material, int(body.color[1:3], 16) > 2 * int(body.color[3:5], 16)) == ("matte_paint", True)
