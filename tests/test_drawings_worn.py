"""What toys and kings wear, and what is held in the hand."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.made import made
from engine.planner.staging.standing import Box, box_of


def _names(spec: DesignSpec) -> set[str]:
    return {thing.id.rpartition("_")[0] for thing in spec.objects}


@pytest.mark.parametrize(
    ("text", "archetype", "piece"),
    [
        ("a king with a crown", "person", "crown"),
        ("a teddy bear with a red bow tie", "teddy bear", "bow"),
        ("a teddy bear wearing sunglasses", "teddy bear", "glasses"),
        ("a toy robot with a bow tie", "toy robot", "bow"),
        ("a robot wearing a top hat", "toy robot", "hat"),
        ("a snowman with sunglasses", "snowman", "glasses"),
    ],
)
def test_toys_and_kings_wear_what_is_asked_for(text: str, archetype: str, piece: str) -> None:
    spec = plan(text)
    assert spec.reading.archetype == archetype
    assert piece in _names(spec)
    assert not spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_scarf_takes_the_place_of_a_teddy_bears_bow() -> None:
    names = _names(plan("a teddy bear with a blue scarf"))
    assert "scarf" in names
    assert "bow" not in names


@pytest.mark.parametrize(
    ("text", "archetype"),
    [("a king size bed", "bed"), ("a king sized mattress", "bed"), ("a queen size mattress", "bed"),
     ("a chess king", "chess piece"), ("a crown for a king", "crown")],
)  # fmt: skip
def test_a_king_is_a_person_only_where_he_is_meant(text: str, archetype: str) -> None:
    assert plan(text).reading.archetype == archetype


@pytest.mark.parametrize(
    ("text", "thing", "holder"),
    [
        ("a girl holding a flower", "flower", "person"),
        ("a robot holding a flower", "flower", "toy robot"),
        ("a person holding an umbrella", "umbrella", "person"),
        ("a man carrying a lantern", "lantern", "person"),
    ],
)
def test_what_is_held_is_in_the_hand(text: str, thing: str, holder: str) -> None:
    spec = plan(text)
    held = made([one for one in spec.objects if one.part_of == f"{thing}_1"]).points
    hands = [one for one in spec.objects if one.part_of == f"{holder}_1" and one.id.startswith("hand_")]
    assert not spec.reading.not_understood
    assert held[:, 1].min() > 0.02
    assert box_of(hands[:1]).meets(Box(held.min(axis=0), held.max(axis=0)), 0.0)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [("an octopus holding a trident", "holding trident"), ("a bear carrying a lantern", "carrying lantern")],
)
def test_what_has_no_hand_is_told(text: str, told: str) -> None:
    assert told in plan(text).reading.not_understood


def test_a_shelf_that_holds_books_is_no_hand() -> None:
    assert not plan("a shelf holding books").reading.not_understood


def test_a_cactus_wears_its_hat_on_top() -> None:
    spec = plan("a cactus wearing a sombrero")
    hat, cactus = (box_of([one for one in spec.objects if one.part_of == name]) for name in ("hat_1", "cactus_1"))
    assert hat.high[1] > cactus.high[1]
    assert cactus.low[0] < hat.middle[0] < cactus.high[0]


def test_a_low_stool_has_a_back_where_it_is_asked_for() -> None:
    spec = plan("a stool with a backrest")
    assert "back" in _names(spec)
    assert not spec.reading.not_understood
