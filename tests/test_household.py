"""Household objects: the words change what is drawn, and what is drawn can be made."""

import numpy as np
import pytest

from domain.spec import DesignSpec, Reading
from engine.archetypes import ARCHETYPES, Brief, draw
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.placing import tilted
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.parts.turning import flowing
from engine.parts.ware import FORMS, content, revolved, ware
from engine.shapes import Assembly

HOUSEHOLD = (
    "pocket watch", "wristwatch", "alarm clock", "vase", "bottle", "wine glass", "teapot", "mug", "bowl", "plate",
    "jug", "candle", "lantern", "book", "plant", "tree", "cactus", "flower", "suitcase", "backpack", "handbag",
    "umbrella", "hat", "shoe", "glasses", "crown", "ring", "necklace", "basket", "bucket", "pan", "pot", "knife",
    "fork", "spoon", "hourglass", "globe", "trophy", "typewriter", "sewing machine", "pillow", "perfume bottle",
)  # fmt: skip


def drawn(name: str, *words: str, style: str = "realistic", **counts: int) -> Drawing:
    asked = frozenset((*name.split(), *words))
    brief = Brief(
        np.random.default_rng(5), style, words=asked, features=asked, modifiers=frozenset(words), counts=counts
    )
    return draw(name, brief)


def built(drawing: Drawing) -> tuple[Assembly, DesignSpec]:
    reading = Reading("object", "", "object")
    spec = DesignSpec("thing", "", reading, drawing.brief.style_name, objects=tuple(drawing.objects))
    return assemble(spec, quality="draft"), spec


def names(drawing: Drawing) -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in drawing.objects]


@pytest.mark.parametrize("style", ["realistic", "steampunk", "futuristic"])
@pytest.mark.parametrize("name", HOUSEHOLD)
def test_a_household_object_stands_and_nothing_of_it_floats(name: str, style: str) -> None:
    assert faults_of(*built(drawn(name, style=style))) == ()


@pytest.mark.parametrize("name", HOUSEHOLD)
def test_a_household_object_says_what_it_is_and_is_called_by_words(name: str) -> None:
    assert ARCHETYPES[name].phrases
    assert len(ARCHETYPES[name].about) > 40


def test_variant_words_change_the_form() -> None:
    assert drawn("tree", "pine").objects[0].properties["form"] == "conifer"
    assert drawn("wine glass", "martini").objects[0].properties["form"] == "martini"
    assert drawn("vase", "amphora").objects[0].properties["form"] == "amphora"
    assert "strap" in names(drawn("wristwatch"))
    assert "link" in names(drawn("wristwatch", "bracelet"))
    assert "bell" in names(drawn("alarm clock"))
    assert "digit" in names(drawn("alarm clock", "digital"))


def test_counts_are_drawn() -> None:
    assert names(drawn("candle", "candelabra", arm=3)).count("candle") == 3
    assert names(drawn("book", book=6)).count("book") == 6
    assert names(drawn("flower", "tulip", flower=5)).count("flower") == 5
    assert names(drawn("hourglass", post=4)).count("post") == 4


def test_what_is_excluded_is_left_out() -> None:
    brief = Brief(np.random.default_rng(5), words=frozenset({"teapot"}), excluded=frozenset({"chain", "lid", "bell"}))
    assert "chain" not in names(draw("pocket watch", brief))
    assert "bell" not in names(draw("alarm clock", brief))
    assert "lid" not in names(draw("pot", brief))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_wall_is_even_and_the_content_stays_inside_it(form: str) -> None:
    line = flowing([(radius * 0.05, height * 0.2) for radius, height in FORMS[form]], 6)
    hollow = ware(line, 0.002)
    wall, drink = revolved(hollow.wall, 48), content(hollow, 0.16, 48)
    whole = wall + drink
    assert wall.volume() > 0
    assert drink.volume() > 0
    assert whole.bounding_box()[3] == pytest.approx(wall.bounding_box()[3])
    assert len(whole.decompose()) == 1


def test_a_tilted_drawing_keeps_its_shape() -> None:
    flat = drawn("pocket watch")
    upright = Drawing(flat.brief)
    tilted(upright, flat, (90.0, 0.0, 0.0))
    before, after = built(flat)[0], built(upright)[0]
    for one, other in zip(before.parts, after.parts, strict=True):
        x, y, z = one.points.T
        assert np.column_stack([x, -z, y]) == pytest.approx(other.points, abs=1e-6)
