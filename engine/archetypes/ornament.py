"""What a style adds to a plain body: rivets, straps, steps, strips of light."""

from domain.spec import DesignObject
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing


def dress(drawing: Drawing, brief: Brief, body: DesignObject, *faces: str) -> None:
    """Draw the style's ornament on faces (front, back, left, right, top) of a box-shaped object already drawn."""
