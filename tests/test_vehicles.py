"""Vehicles have the parts a person expects, in every kind that the words name, and stand on the ground."""

import numpy as np
import pytest

from domain.spec import DesignSpec, Reading
from engine.archetypes import ARCHETYPES, Brief, Drawing, draw
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of

VEHICLES = sorted(name for name, one in ARCHETYPES.items() if one.design_type == "vehicle")
_WORDS = {
    "bicycle": "mountain, city basket, kid, road, electric",
    "motorcycle": "chopper, sport, dirt, touring sidecar",
    "scooter": "kick, vespa",
    "car": "taxi, police, convertible, limousine, racing, estate, vintage, suv",
    "van": "camper, ambulance",
    "truck": "tanker, dump, mixer, log, semi, garbage",
    "bus": "school, decker, city",
    "train": "steam, bullet, commuter",
    "tram": "old, modern",
    "plane": "biplane, seaplane, glider, airliner",
    "fighter jet": "stealth, missile",
    "helicopter": "attack, police",
    "drone": "racing, hexacopter, delivery",
    "rocket": "booster, ladder",
    "sailboat": "catamaran, galleon, dinghy",
    "motorboat": "yacht, fishing, speedboat",
    "rowing boat": "canoe, kayak, skiff",
    "ship": "container, battleship, cruise",
    "submarine": "yellow, nuclear",
    "tractor": "vintage, plough loader",
    "excavator": "bulldozer, blade, breaker",
    "forklift": "pallet, warehouse",
    "hot air balloon": "montgolfier",
    "airship": "blimp, pirate",
    "wagon": "covered, hay, pull",
    "skateboard": "longboard, penny",
}
KINDS = [(name, words) for name, kinds in _WORDS.items() for words in kinds.split(", ")]


def drawn(name: str, words: str = "", style: str = "realistic", seed: int = 0, **said: object) -> Drawing:
    brief = Brief(
        random=np.random.default_rng(seed),
        style_name=style,
        words=frozenset(words.split()),
        features=frozenset(words.split()),
        **said,  # type: ignore[arg-type]
    )
    return draw(name, brief)


def faults(name: str, drawing: Drawing, style: str = "realistic") -> list[str]:
    one = ARCHETYPES[name]
    reading = Reading(design_type=one.design_type, category=one.category, archetype=name)
    spec = DesignSpec(name=name, description="", reading=reading, style=style, objects=tuple(drawing.objects))
    return [f"{fault.part} {fault.reason}" for fault in faults_of(assemble(spec, quality="draft"), spec)]


def names(drawing: Drawing) -> set[str]:
    return {thing.id.rpartition("_")[0] for thing in drawing.objects}


@pytest.mark.parametrize(
    ("name", "style"), [(name, ("steampunk", "futuristic")[number % 2]) for number, name in enumerate(VEHICLES)]
)
def test_a_vehicle_stands_in_one_piece_in_a_far_style(name: str, style: str) -> None:
    assert faults(name, drawn(name, style=style, seed=3), style) == []


@pytest.mark.parametrize(("name", "words"), KINDS[::3])
def test_a_kind_of_vehicle_stands_in_one_piece(name: str, words: str) -> None:
    assert faults(name, drawn(name, words)) == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "words"), KINDS)
def test_every_kind_of_vehicle_stands_in_one_piece(name: str, words: str) -> None:
    assert faults(name, drawn(name, words)) == []


@pytest.mark.parametrize("name", sorted(_WORDS))
def test_the_kinds_of_a_vehicle_differ(name: str) -> None:
    drawings = [drawn(name, words, seed=5) for words in _WORDS[name].split(", ")]
    forms = {
        tuple(
            (thing.type, thing.dimensions, thing.material, thing.color, str(thing.properties)) for thing in one.objects
        )
        for one in drawings
    }
    assert len(forms) == len(drawings)


def test_a_bicycle_has_chain_pedals_saddle_and_brake_levers() -> None:
    assert {"chain", "pedal", "saddle", "brake_lever", "wheel", "fork", "handlebar"} <= names(drawn("bicycle"))


def test_a_train_has_as_many_carriages_as_are_asked_for() -> None:
    drawing = drawn("train", counts={"carriage": 3})
    assert sum(thing.id.startswith("carriage_") for thing in drawing.objects) == 3


def test_a_helicopter_has_as_many_blades_as_are_asked_for() -> None:
    rotor = next(thing for thing in drawn("helicopter", counts={"blade": 5}).objects if thing.id == "rotor_1")
    assert rotor.properties["blades"] == 5


def test_a_taxi_is_yellow_unless_a_colour_is_named() -> None:
    colors = [drawn("car", "taxi", **said).objects[0].color for said in ({}, {"colors": ("#00ff00",)})]
    assert colors == ["#f4bd16", "#00ff00"]
