"""Games, instruments and signs: what belongs to them is there, in its number and of its material."""

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import Brief, fitted


def _drawn(name: str, **more: object) -> list[DesignObject]:
    drawing, _ = fitted(name, Brief(random=np.random.default_rng(1), **more))  # type: ignore[arg-type]
    return drawing.objects


def _kinds(things: list[DesignObject]) -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in things]


def test_a_chess_set_has_sixteen_pieces_on_either_side() -> None:
    things = [thing for thing in _drawn("chess set") if thing.position.y > 0.02 and "cross" not in thing.id]
    kinds = _kinds(things)
    counts = {kind: kinds.count(kind) for kind in ("king", "queen", "bishop", "rook", "pawn")}
    assert counts == {"king": 2, "queen": 2, "bishop": 4, "rook": 4, "pawn": 16}
    assert kinds.count("knight") == 8  # four feet and four heads
    assert len([thing for thing in things if thing.position.z > 0]) == len(things) / 2


def test_pins_bars_and_strings_are_as_many_as_the_text_wants() -> None:
    assert _kinds(_drawn("bowling set")).count("pin") == 10
    assert _kinds(_drawn("bowling set", counts={"pin": 6})).count("pin") == 6
    assert _kinds(_drawn("xylophone", counts={"bar": 12})).count("bar") == 12
    assert _kinds(_drawn("harp", counts={"string": 22})).count("string") == 22


def test_a_sign_bears_the_words_that_are_said_and_only_once() -> None:
    for kind in ("billboard", "neon", "gravestone", "road", "hanging", "nameplate"):
        texts = [str(thing.properties["text"]).split() for thing in _drawn("sign", words=frozenset({kind}),
        text="Go West")
                 if "text" in thing.properties]  # fmt: skip
        assert texts == [["Go", "West"]], kind


def test_a_stop_sign_is_red_and_a_pool_tables_cloth_takes_its_own_colour() -> None:
    plate = next(thing for thing in _drawn("sign", words=frozenset({"stop"})) if thing.id.startswith("plate_"))
    assert plate.material == "paint_red"
    cloth = next(thing for thing in _drawn("pool table", part_colors={"cloth": "#224488"}) if thing.id == "cloth_1")
    assert cloth.color == "#224488"
