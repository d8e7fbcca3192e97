"""The register of archetypes: a name, and the function that draws it."""

from collections.abc import Callable

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing

Draw = Callable[[Drawing, Brief], None]
ARCHETYPES: dict[str, Draw] = {}


def archetype(name: str) -> Callable[[Draw], Draw]:
    """Register how an archetype is drawn."""

    def register(draw: Draw) -> Draw:
        if name in ARCHETYPES:
            raise ValueError(f"{name} is drawn twice")
        ARCHETYPES[name] = draw
        return draw

    return register


def draw(name: str, brief: Brief) -> Drawing:
    """Return the drawing of an archetype for a brief."""
    drawing = Drawing(brief)
    ARCHETYPES[name](drawing, brief)
    return drawing
