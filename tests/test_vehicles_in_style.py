"""Vehicles follow their style, the new kinds are drawn as themselves, and counted parts are counted."""

import numpy as np
import pytest

from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan

OWN = {
    "formula 1 car": "formula car", "go-kart": "go-kart", "golf cart": "golf cart", "monster truck": "monster truck",
    "army tank": "tank", "satellite": "satellite", "space station": "space station", "mars rover": "rover",
    "moon lander": "lunar lander", "space shuttle": "space shuttle", "unicycle": "unicycle", "segway": "segway",
    "child tricycle": "tricycle", "cargo bike": "cargo bike", "tuk tuk": "rickshaw", "snowmobile": "snowmobile",
    "santa sleigh": "sled", "jet ski": "jet ski", "hovercraft": "hovercraft", "wheel loader": "wheel loader",
    "combine harvester": "combine harvester", "steamroller": "road roller", "stagecoach": "horse carriage",
    "ski lift": "cable car", "tow truck": "truck", "mobile crane": "truck", "aircraft carrier": "ship",
    "gondola": "rowing boat", "tugboat": "motorboat", "ferry": "ship",
}  # fmt: skip
STYLES = ("realistic", "modern", "minimalist", "futuristic", "steampunk", "rustic", "art deco", "industrial", "gothic")


def parts(prompt: str, style: str = "realistic") -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in plan(prompt, style=style, seed=1).objects]


@pytest.mark.parametrize("prompt", sorted(OWN))
def test_a_vehicle_of_its_own_name_is_drawn_soundly(prompt: str) -> None:
    spec = plan(f"a {prompt}", seed=2)
    assert spec.reading.archetype == OWN[prompt]
    assert not faults_of(assemble(spec, quality="draft"), spec)


@pytest.mark.parametrize("name", ["car", "plane", "bus"])
def test_a_style_adds_pieces_to_a_vehicles_body(name: str) -> None:
    def pieces(style: str) -> set[str]:
        made = assemble(plan(ARCHETYPES[name].phrases[0], style=style, seed=1), quality="standard")
        return {part.name.partition(".")[2] for part in made.parts}

    assert {"ornament", "bolts"} <= pieces("industrial")
    assert {"light", "rim"} <= pieces("futuristic")
    assert not {"ornament", "light", "bolts"} & pieces("realistic")


def test_a_vehicle_without_ornament_wears_none() -> None:
    made = assemble(plan("a steampunk bus without ornament", seed=1), quality="standard")
    assert not any(part.name.endswith((".ornament", ".band")) for part in made.parts)


def test_cars_of_nine_styles_have_six_silhouettes_and_more() -> None:
    shapes = set()
    for style in STYLES:
        spec = plan("a car", style=style, seed=1)
        body = next(thing for thing in spec.objects if thing.id == "body_1")
        shapes.add((body.properties["form"], len(spec.objects)))
    assert len(shapes) >= 6


@pytest.mark.parametrize(
    ("prompt", "part", "count"),
    [
        ("an airliner with four engines", "engine", 4),
        ("a propeller plane with two engines", "propeller", 2),
        ("a ship with two masts", "mast", 2),
        ("a pirate ship with four masts", "mast", 4),
        ("a tank with two guns", "gun", 2),
        ("a hovercraft with three fans", "fan", 3),
    ],
)
def test_counted_parts_of_vehicles_are_counted(prompt: str, part: str, count: int) -> None:
    assert parts(prompt).count(part) == count


def test_the_livery_follows_the_skin_and_stays_off_the_glass() -> None:
    spec = plan("a bus", style="futuristic", seed=1)
    made = {part.name: part for part in assemble(spec, quality="draft").parts}
    light, body = (next(part for name, part in made.items() if name.endswith(end)) for end in (".light", "body_1"))
    reach = np.abs(light.points[:, 0]).max() - np.abs(body.points[:, 0]).max()
    assert -0.05 < reach < 0.02
