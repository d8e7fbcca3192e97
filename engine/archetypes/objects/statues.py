"""A statue: a figure of stone or bronze on its plinth; it faces +z."""

from dataclasses import replace

import msgspec

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.people import person
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.objects.shaping import sized
from engine.archetypes.register import archetype

_MADE_OF = {
    "realistic": "marble_white", "steampunk": "bronze_aged", "industrial": "iron_cast", "art deco": "gold",
    "futuristic": "chrome", "rustic": "limestone",
}  # fmt: skip


@archetype(
    "statue", "object", "decorative", "statue, stone statue, marble statue, bronze statue, memorial statue, "
    "estatua, standbild, roman statue, greek statue",
    hints="hero on a plinth, memorial, town square",
    about="A statue is a figure of a person in stone or bronze on a plinth.",
    parts="plinth, base, pedestal, figure, plaque, body", features="",
)  # fmt: skip
def statue(drawing: Drawing, brief: Brief) -> None:
    """Draw a person all of one material on a plinth with a moulded foot and top, and a plaque."""
    stone = brief.of("figure body statue", _MADE_OF.get(brief.style_name, "bronze_aged"), is_main=True)
    plinth = brief.of(
        "plinth base pedestal", "granite" if stone["material"] != "granite" else "limestone", is_accent=True
    )
    figure = Drawing(brief)
    person(figure, replace(brief, sizes={}, modifiers=frozenset(), zoom=[1.0]))
    kept = scaled([one for one in figure.objects if not one.id.startswith("base")], 1.0)
    low = min(one.position.y for one in kept)
    figure.objects[:] = [msgspec.structs.replace(one, material=stone["material"], color=stone["color"]) for one in kept]
    for side, y, tall in ((0.96, 0.0, 0.14), (0.8, 0.13, 0.72), (0.92, 0.84, 0.12)):
        drawing.add("box", (side, tall, side), (0, y, 0), radius_m=0.015, name="plinth", **plinth)
    drawing.add(
        "plaque",
        (0.42, 0.2, 0.02),
        (0, 0.4, 0.407),
        text=brief.text or "MCMXII",
        name="plaque",
        **brief.of("plaque", "bronze_aged"),
    )
    drawing.include(figure, (0, 0.955 - low, 0))
    sized(drawing, brief, (0.96, 2.7, 0.96))
