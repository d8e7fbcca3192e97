"""Archetypes: from what was understood to the objects of a design, in real-world metres."""

from engine.archetypes import beds, buildings, craft, gadgets, rooms, seating, tables, things, vehicles, ware, watch
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.register import ARCHETYPES, draw
from engine.archetypes.targets import fitted

__all__ = [
    "ARCHETYPES",
    "Brief",
    "Drawing",
    "beds",
    "buildings",
    "craft",
    "draw",
    "fitted",
    "gadgets",
    "rooms",
    "scaled",
    "seating",
    "tables",
    "things",
    "vehicles",
    "ware",
    "watch",
]
