"""From an object of a spec to solid pieces: `make` looks up the maker by the object's `type`."""

from engine.makers import basic, clockwork, vehicles
from engine.makers.base import MAKERS, Piece, Thing, make

__all__ = ["MAKERS", "Piece", "Thing", "basic", "clockwork", "make", "vehicles"]
