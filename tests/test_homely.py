"""Aquarium, bird cage, easel and trees read what is asked for."""

from engine.planner import plan


def _named(prompt: str, name: str) -> int:
    spec = plan(prompt, style="realistic", seed=0)
    return sum(thing.id.rpartition("_")[0] == name for thing in spec.objects)


def test_an_aquarium_holds_as_many_fish_as_are_said() -> None:
    assert _named("an aquarium with six fish", "fish") == 6


def test_a_bird_cage_without_a_bird_is_empty() -> None:
    assert _named("a bird cage", "bird") == 1
    assert _named("a bird cage without bird", "bird") == 0


def test_an_easel_without_a_canvas_shows_its_mast_only() -> None:
    assert _named("an easel", "canvas") == 1
    assert _named("an easel without canvas", "canvas") == 0


def test_a_christmas_tree_is_a_fir_with_baubles_and_a_hedge_is_a_row_of_bushes() -> None:
    assert plan("a christmas tree", style="realistic", seed=0).objects[0].properties["form"] == "conifer"
    assert _named("a christmas tree", "bauble") > 12
    assert _named("a hedge", "bush") >= 4
