"""Archetypes: from what was understood to the objects of a design, in real-world metres.

One folder for each design type; a module registers what it draws with `@archetype`, and is found by being there.
"""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.register import ARCHETYPES, Archetype, draw
from engine.archetypes.targets import fitted
from engine.modules import import_all

import_all(__name__)

__all__ = ["ARCHETYPES", "Archetype", "Brief", "Drawing", "draw", "fitted", "scaled"]
