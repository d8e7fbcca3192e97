"""Things that were drawn as something else: spiral notebooks, goggles, malls, a piano's closed lid."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan

TEXTS = (
    "a spiral notebook", "a leather notebook", "steampunk goggles", "swimming goggles with a blue strap",
    "a cauldron hanging over a campfire", "a grand piano with the lid closed",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("seed", [0, 5])
def test_notebooks_and_goggles_and_hung_pots_pass_the_checks(text: str, seed: int) -> None:
    spec = plan(text, seed=seed)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_spiral_notebook_has_pages_and_a_spiral_and_no_keyboard() -> None:
    spec = plan("a red spiral notebook")
    names = {one.id.rpartition("_")[0] for one in spec.objects}
    assert spec.reading.archetype == "book"
    assert {"cover", "pages", "ring"} <= names
    assert plan("a gaming notebook").reading.archetype == "laptop"


def test_goggles_have_two_cups_and_a_strap_and_no_temples() -> None:
    names = [one.id.rpartition("_")[0] for one in plan("steampunk goggles").objects]
    assert names.count("cup") == 2
    assert "strap" in names
    assert "temple" not in names


@pytest.mark.parametrize(
    ("text", "said"),
    [("a grand piano with a folded lid", "folded lid"), ("a laptop with the lid closed", "lid closed")],
)
def test_how_a_part_stands_is_said_where_the_drawing_does_not_look_for_it(text: str, said: str) -> None:
    assert said in plan(text).reading.not_understood


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a knife with a bone handle", "bone"),
        ("a mirror with a seashell frame", "seashell"),
        ("a chair with lizard legs", "lizard"),
    ],
)
def test_a_part_like_another_thing_is_said_where_the_drawing_does_not_know_it(text: str, said: str) -> None:
    assert said in plan(text).reading.not_understood


@pytest.mark.parametrize("form", ["cabriole", "hairpin", "splayed"])
@pytest.mark.parametrize("style", ["realistic", "modern", "scandinavian"])
def test_a_chair_has_the_legs_that_are_named(form: str, style: str) -> None:
    legs = [one for one in plan(f"a chair with {form} legs", style=style).objects if one.id.startswith("leg_")]
    assert [one.properties["style"] for one in legs] == [form] * 4


def test_a_lid_is_of_what_is_said_of_it() -> None:
    lid = next(one for one in plan("a jar with a cork lid").objects if one.id.startswith("lid"))
    assert lid.material == "cork"


def test_a_piano_whose_lid_is_closed_has_no_prop_and_nothing_is_missing() -> None:
    shut, raised = plan("a grand piano with the lid closed"), plan("a grand piano with an open lid")
    assert not any(one.id.startswith("prop") for one in shut.objects)
    assert any(one.id.startswith("prop") for one in raised.objects)
    assert shut.reading.not_understood == raised.reading.not_understood == ()


def test_a_state_that_a_drawing_knows_is_understood() -> None:
    assert plan("an open book").reading.not_understood == ()


def test_a_shopping_mall_is_many_times_as_wide_as_a_corner_shop() -> None:
    mall, shop = (
        next(one.dimensions.width for one in plan(text).objects if one.id.startswith("sign_1"))
        for text in ("a shopping mall", "a corner shop")
    )
    assert mall > 3 * shop


@pytest.mark.parametrize("text", ["a heart-shaped box", "a U-shaped sofa", "a star-shaped table", "an egg-shaped lamp"])
def test_a_form_that_nothing_draws_is_told(text: str) -> None:
    assert text.split()[1].casefold() in plan(text).reading.not_understood


def test_forms_that_are_drawn_by_another_name_are_drawn() -> None:
    straight, angled, corner = (len(plan(f"a{kind} sofa").objects) for kind in ("", "n L-shaped", " corner"))
    assert straight < angled == corner
    hyphened, joined = (plan(f"a warehouse with a {word} roof").reading for word in ("saw-tooth", "sawtooth"))
    assert hyphened.features == joined.features
    assert hyphened.not_understood == ()


def test_moss_is_no_slip() -> None:
    assert "mossy" in plan("a house with a mossy roof").reading.not_understood
