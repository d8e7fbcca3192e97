"""From an object of a spec to solid pieces: `make` looks up the maker by the object's `type`.

A module registers its makers with `@maker`, and is found by being there.
"""

from engine.makers.base import MAKERS, Piece, Thing, make
from engine.modules import import_all

import_all(__name__)

__all__ = ["MAKERS", "Piece", "Thing", "make"]
