"""From an object of a spec to solid pieces: `make` looks up the maker by the object's `type`."""

from engine.makers import (
    appliances,
    basic,
    building,
    casework,
    clockwork,
    craft,
    devices,
    furniture,
    plants,
    vehicles,
    vessels,
)
from engine.makers.base import MAKERS, Piece, Thing, make

__all__ = [
    "MAKERS",
    "Piece",
    "Thing",
    "appliances",
    "basic",
    "building",
    "casework",
    "clockwork",
    "craft",
    "devices",
    "furniture",
    "make",
    "plants",
    "vehicles",
    "vessels",
]
