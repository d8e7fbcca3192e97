"""What a place makes or sells is not what it is made of: a glass factory, a leather shop."""

from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.planner.wording.lexicon import TRADES
from engine.planner.wording.substances import EDIBLE, MATERIALS

# Of these walls are hardly built; a brick factory and a stone mill may well be of brick and of stone.
_GOODS = frozenset({"glass", "leather", "metal", "plastic", "textile"})
_WARES = frozenset({"ceramic_white", "porcelain", "stoneware", "terracotta"})
# They say what something is of, never what it sells.
_OF = frozenset({"metallic", "golden", "gilded", "gilt", "chromed", "mirrored", "tinted", "glowing", "tiled", "silken"})


def is_traded(word: str, place: str, archetype: str) -> bool:
    """Return whether a substance or colour right before the name of a place is what is made or sold there."""
    if place.rpartition(" ")[2] not in TRADES or ARCHETYPES[archetype].design_type != "building":
        return False
    if word in EDIBLE:
        return True
    name = MATERIALS.get(word, "")
    is_plain = " " not in word and word not in _OF
    return is_plain and bool(name) and (name in _WARES or CATALOGUE[name].family in _GOODS)
