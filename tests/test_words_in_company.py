"""Words that mean another thing in their company, what vessels and tables have with them, and forms by their names."""

from collections import Counter

import pytest

from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


def things(text: str) -> Counter[str]:
    """Return how many there are of each thing that is drawn."""
    return Counter(one.rpartition("_")[0] for one in {one.part_of for one in plan(text, seed=1).objects})


def untold(text: str) -> tuple[str, ...]:
    return plan(text, seed=1).reading.not_understood


@pytest.mark.parametrize(
    ("text", "archetype"),
    [
        ("a brutalist concrete library with narrow vertical windows", "office building"),
        ("a library with a dome and columns", "office building"),
        ("a library with armchairs and a green rug", "library"),
        ("a library", "library"),
        ("a cafe with a red awning", "shop"),
        ("a cafe with round tables", "cafe"),
        ("a brick wall", "garden wall"),
        ("an old ruined stone wall with ivy", "garden wall"),
        ("two figures", "person"),
    ],
)
def test_company_decides(text: str, archetype: str) -> None:
    reading = plan(text, seed=1).reading
    assert reading.archetype == archetype
    assert reading.not_understood == ()


@pytest.mark.parametrize("text", ["a bench against a brick wall", "a picture on a brick wall"])
def test_a_wall_behind_a_thing_is_no_thing(text: str) -> None:
    assert "garden wall" not in things(text)


@pytest.mark.parametrize(
    "text",
    [
        'a police car with "POLICE" on the doors',
        'a police car with blue and red lights on the roof and "POLICE" on the doors',
        'a van with "FLOWERS" on both sides',
    ],
)
def test_words_on_doors_bring_no_door(text: str) -> None:
    assert things(text)["door"] == 0
    assert untold(text) == ()
    assert any("text" in one.properties for one in plan(text, seed=1).objects)


@pytest.mark.parametrize(
    ("text", "vessel", "held", "other"),
    [
        ("a wheelbarrow full of pumpkins beside a picket fence", "wheelbarrow", "pumpkin", "fence"),
        ("a crate full of apples beside a fence", "crate", "fruit", "fence"),
    ],
)
def test_a_full_vessel_stands_beside_another_thing(text: str, vessel: str, held: str, other: str) -> None:
    found = things(text)
    assert found[vessel] == found[other] == 1
    assert found[held] >= 2
    assert untold(text) == ()


@pytest.mark.parametrize("text", ["a picnic table with an umbrella", "a patio table with a red umbrella and 4 chairs"])
def test_a_table_with_an_umbrella_has_a_parasol(text: str) -> None:
    objects = plan(text, seed=1).objects
    parasol = [one for one in objects if one.part_of.startswith("umbrella")]
    assert max(one.dimensions.width for one in parasol) > 1.4
    assert max(one.position.y + one.dimensions.height for one in parasol) > 1.8


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("an excavator, tracks not wheels, cab on the left, all teal", "car"),
        ("a bonsai in a blue pot with moss around the trunk", "suitcase"),
        ("a mechanical owl with gears on the chest", "treasure chest"),
        ("a motorcycle with a box behind the seat", "chair"),
        ("a scooter with a wicker basket and a helmet on the seat", "chair"),
    ],
)
def test_a_part_with_the_name_of_a_thing_brings_none(text: str, other: str) -> None:
    assert things(text)[other] == 0


@pytest.mark.parametrize("text", ["a chair where the legs are gold", "a table whose legs are oak"])
def test_what_a_part_is_made_of_is_no_other_thing(text: str) -> None:
    assert untold(text) == ()


def test_the_king_of_a_chess_set_is_no_person() -> None:
    assert things("a chess set on a coffee table, black king fallen over")["person"] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a teacup with a spoon on the saucer", "spoon on the saucer"),
        ("a backpack with a water bottle in the side pocket", "water bottle in the pocket"),
        ("a violin in an open case", "violin in the case"),
        ("a helicopter carrying a crate", "carrying crate"),
        ("a wardrobe with hinges", "hinges"),
        ("a purple hippo wearing roller skates", "wearing roller skate"),
        ("a snail whose shell is a teapot", "shell is teapot"),
        ("a hot air balloon where the basket is a bathtub", "basket is bathtub"),
        ("a car with a big engine", "engine"),
    ],
)
def test_what_does_not_stand_where_it_is_said_is_told(text: str, said: str) -> None:
    assert said in untold(text)


def test_a_finish_after_an_undrawn_part_is_of_the_whole() -> None:
    spec = plan("a stool with a headrest, walnut", seed=1)
    assert spec.reading.materials == ("walnut",)
    assert spec.reading.not_understood == ("headrest",)
    assert any(one.material == "walnut" for one in spec.objects)


@pytest.mark.parametrize(
    ("text", "archetype"),
    [
        ("a pine forest", "forest"), ("a mountain stream", "river"), ("a sea cliff", "cliff"), ("a cave", "cave"),
        ("a trident", "spear"), ("a spiked mace", "mace"), ("a crossbow", "crossbow"), ("a wizard staff", "scepter"),
        ("a revolver", "gun"), ("a red mitten", "glove"), ("a christmas stocking", "sock"), ("a scarf", "scarf"),
        ("a bow tie", "necktie"), ("a leather belt", "belt"), ("a venetian mask", "mask"), ("a v8 engine", "engine"),
        ("a pipe with a valve", "pipes"), ("a coil of rope", "rope"), ("a double helix", "dna"),
        ("an atom", "molecule"),
        ("a brain", "brain"), ("a tooth", "tooth"), ("an orrery", "solar system"), ("a syringe", "syringe"),
        ("a seahorse", "seahorse"), ("a manta ray", "stingray"), ("a pelican", "toucan"), ("a sloth", "sloth"),
        ("a skunk", "skunk"), ("an earthworm", "caterpillar"), ("a wind chime with six tubes", "wind chime"),
        ("a sleeping bag", "sleeping bag"), ("a cooler", "cool box"), ("a log raft", "raft"), ("a chariot", "chariot"),
        ("a bundle of dynamite", "bomb"), ("scaffolding with four levels", "scaffolding"), ("a dam", "dam"),
        ("an air mattress", "mattress"), ("a patchwork quilt", "blanket"), ("a mop", "mop"), ("a wallet", "wallet"),
        ("a cocktail shaker", "cocktail shaker"), ("a charm bracelet", "bracelet"), ("a windsock", "windsock"),
        ("a cyclops", "cyclops"),
        ("a minotaur", "werewolf"), ("a mummy", "mummy"), ("a centaur", "centaur"), ("a sphinx", "sphinx"),
        ("a wedding dress", "dress"), ("blue jeans", "trousers"), ("a leather apron", "apron"),
        ("a pirate flag", "flag"),
        ("a ship's wheel", "ship wheel"), ("an ancient scroll", "treasure map"), ("a jigsaw puzzle", "puzzle"),
        ("a four leaf clover", "leaf"), ("hoop earrings", "earrings"), ("a walking stick", "cane"),
        ("a thermometer", "thermometer"),
    ],
)  # fmt: skip
def test_a_form_has_its_name_and_stands(text: str, archetype: str) -> None:
    spec = plan(text, seed=1)
    assert spec.reading.archetype == archetype
    assert spec.reading.not_understood == ()
    assert ARCHETYPES[archetype].about
    assert faults_of(assemble(spec, quality="draft"), spec) == ()
