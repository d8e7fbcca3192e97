"""From an object of a spec to solid pieces: `make` looks up the maker by the object's `type`."""

from engine.makers import basic, building, clockwork, devices, furniture, plants, vehicles, vessels
from engine.makers.base import MAKERS, Piece, Thing, make

__all__ = [
    "MAKERS", "Piece", "Thing", "basic", "building", "clockwork", "devices", "furniture", "make", "plants", "vehicles", "vessels",
]  # fmt: skip
