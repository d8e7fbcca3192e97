"""A statue: a figure of stone or bronze on its plinth; it faces +z."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from domain.spec import DesignObject
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.objects.shaping import sized
from engine.archetypes.register import ARCHETYPES, archetype

_TALL_M, _WIDE_M = 1.75, 1.5  # of a figure on its plinth

_MADE_OF = {
    "realistic": "marble_white", "steampunk": "bronze_aged", "industrial": "iron_cast", "art deco": "gold",
    "futuristic": "chrome", "rustic": "limestone",
}  # fmt: skip


@archetype(
    "statue", "object", "decorative", "statue, stone statue, marble statue, bronze statue, memorial statue, "
    "estatua, standbild, roman statue, greek statue, dragon statue, lion statue, angel statue, eagle statue, "
    "elephant statue, cat statue, dog statue, wolf statue, bear statue, owl statue, unicorn statue, garden statue",
    hints="hero on a plinth, memorial, town square",
    about="A statue is a figure of a person in stone or bronze on a plinth.",
    parts="plinth, base, pedestal, figure, plaque, body", features="",
)  # fmt: skip
def statue(drawing: Drawing, brief: Brief) -> None:
    """Draw a person, or the creature that the text names, all of one material, on a plinth with a plaque."""
    stone = brief.of("figure body statue", _MADE_OF.get(brief.style_name, "bronze_aged"), is_main=True)
    plinth = brief.of(
        "plinth base pedestal", "granite" if stone["material"] != "granite" else "limestone", is_accent=True
    )
    kept = _figure(brief)
    figure = Drawing(brief)
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


def _figure(brief: Brief) -> Sequence[DesignObject]:
    """Return who stands on the plinth, without a base: a lion is as large as its plinth carries."""
    named = (one for one in ARCHETYPES.values() if one.category == "creature" and brief.words.intersection(one.phrases))
    kind = next(named, ARCHETYPES["person"])
    figure = Drawing(brief)
    kind.draw(figure, replace(brief, sizes={}, modifiers=frozenset(), zoom=[1.0]))
    kept = [one for one in figure.objects if not one.id.startswith("base")]
    if kind.name == "person":
        return kept
    sizes = [max(one.position.y + one.dimensions.height for one in kept) / _TALL_M]
    sizes += [2 * (abs(one.position.x) + one.dimensions.width / 2) / _WIDE_M for one in kept]
    sizes += [2 * (abs(one.position.z) + one.dimensions.depth / 2) / _WIDE_M for one in kept]
    return scaled(kept, 1 / max(sizes))
