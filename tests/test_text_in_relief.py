"""Words on things: in relief on the face where they can be read."""

import numpy as np
import pytest

from domain.spec import DesignObject, DesignSpec, Reading
from engine.archetypes import ARCHETYPES, Brief, fitted
from engine.archetypes.inscription import layouts
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of


def _brief(text: str, **more: object) -> Brief:
    return Brief(random=np.random.default_rng(1), text=text, **more)  # type: ignore[arg-type]


def _lettered(name: str, text: str, **more: object) -> tuple[list[DesignObject], tuple[str, ...]]:
    drawing, unmet = fitted(name, _brief(text, **more))
    return [thing for thing in drawing.objects if str(thing.properties.get("text", "")).split() == text.split()], unmet


@pytest.mark.parametrize(
    "name", ["mug", "trophy", "book", "treasure chest", "hat", "sofa", "spoon", "house", "bedroom"]
)
def test_words_are_put_on_a_thing_and_the_whole_is_sound(name: str) -> None:
    drawing, unmet = fitted(name, _brief("GOOD MORNING"))
    assert unmet == ()
    assert any(thing.id.startswith(("text_", "plaque_")) for thing in drawing.objects)
    kind = ARCHETYPES[name]
    spec = DesignSpec(name, "", Reading(kind.design_type, kind.category, name), "realistic", tuple(drawing.objects))
    assert not [fault for fault in faults_of(assemble(spec, quality="draft"), spec) if "text" in fault.part]


def test_words_on_a_round_body_are_bent_around_it() -> None:
    (letters,), _ = _lettered("mug", "GOOD MORNING")
    assert 0.02 < letters.properties["bend_m"] < 0.08  # type: ignore[operator]
    (flat,), _ = _lettered("book", "GOOD MORNING")
    assert "bend_m" not in flat.properties


def test_a_vehicle_bears_its_words_on_both_sides() -> None:
    letters, _ = _lettered("truck", "ACME")
    assert sorted(np.sign(thing.position.x) for thing in letters) == [-1, 1]


def test_letters_stand_out_from_what_bears_them_and_take_the_finish_that_is_said() -> None:
    on_white, _ = _lettered("mug", "HI", materials=("ceramic_white",))
    on_black, _ = _lettered("mug", "HI", materials=("paint_black",))
    golden, _ = _lettered("mug", "HI", part_materials={"letter": "gold"})
    assert [on_white[0].material, on_black[0].material, golden[0].material] == ["paint_black", "paint_white", "gold"]


def test_words_that_no_letter_of_the_font_can_write_are_named_as_not_drawn() -> None:
    drawing, unmet = fitted("mug", _brief("日本"))
    assert unmet == ("日本",)
    assert len(drawing.objects) == len(fitted("mug", _brief(""))[0].objects)


def test_long_texts_are_set_on_lines_of_even_length() -> None:
    assert list(layouts("Home Sweet Home")) == ["Home Sweet Home", "Home\nSweet Home", "Home\nSweet\nHome"]
