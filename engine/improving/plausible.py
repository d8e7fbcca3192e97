"""What a part may plausibly be of, whatever a style draws: no screen of basalt, no car of rusty steel."""

from domain.materials import CATALOGUE
from domain.scoring.sensible import WORN

BRITTLE = frozenset(("stone", "concrete", "plaster", "brick", "tile", "ceramic", "glass"))
TECHNICAL: dict[str, frozenset[str]] = {
    "electronics": frozenset(("plastic", "metal", "composite")),
    "appliance": frozenset(("plastic", "metal", "paint", "ceramic")),
    "vehicle": frozenset(("plastic", "metal", "paint", "composite")),
}
"""The stuffs that machines are made of; what a part has already it may keep."""
_SUBSTANCES = frozenset((
    "steel", "aluminium", "titanium", "chrome", "zinc", "plastic", "abs", "polypropylene", "acrylic", "carbon fibre",
    "paint", "lacquer", "enamel",
))  # fmt: skip
"""And the substances: ceramic of a machine is enamel, and its metals are no bronze or pewter unless it has them."""
_SHEET = frozenset(("steel", "aluminium", "carbon fibre", "paint", "lacquer"))
_BODIES = frozenset(("car_body", "fuselage", "cab", "cargo_box", "streamlined", "body", "wing", "door", "bonnet"))
_BUILT = frozenset(("building", "interior", ""))
_HEAVY = frozenset((
    "top", "floor", "wall", "worktop", "counter", "countertop", "basin", "base", "foot", "plinth", "hearth", "pedestal",
    "vase", "pot", "planter", "bowl", "plate", "mug", "cup", "saucer", "figure", "statue", "bust", "column", "tray",
))  # fmt: skip
"""Parts that stone and ceramics suit in furniture and small things."""
_BEDDING = frozenset(("pillow", "duvet", "mattress", "blanket", "sheet", "quilt"))
_UPHOLSTERY = frozenset(("cushion", "backrest", "seat", "back", "arm", "headrest", "sofa", "saddle", "base"))
_BED_CLOTHS = frozenset(("cotton", "linen", "wool", "fabric"))
_SEAT_CLOTHS = frozenset(("cotton", "linen", "wool", "fabric", "velvet", "canvas", "leather"))


def is_plausible(name: str, stuff: str, now: str, now_stuff: str, words: frozenset[str], design_type: str) -> bool:
    """Return whether a part may be of a material.

    `words` are those of the part's name and kind, `design_type` that of its thing ("" where none is known), `now` is
    what it is of.
    """
    substance, was = CATALOGUE[name].substance, CATALOGUE[now].substance
    if name in WORN and design_type != "building" and not (now in WORN and substance == was):
        return False
    if stuff in ("fabric", "leather"):
        return _is_cloth_for(words, substance, was)
    if design_type in TECHNICAL:
        return _is_technical(stuff, substance, now_stuff, was, words, design_type)
    return not (stuff in BRITTLE - {now_stuff} and design_type not in _BUILT and not words & _HEAVY)


def _is_technical(stuff: str, substance: str, now_stuff: str, was: str, words: frozenset[str], kind: str) -> bool:
    if substance == was:
        return True
    if now_stuff not in TECHNICAL[kind] | (BRITTLE - {"glass"}):  # a screen drawn in stone is mended, not varied
        return stuff == now_stuff  # the wood of a radio stays wood, the glass of a pane glass
    if was not in _SUBSTANCES and stuff == now_stuff == "metal":
        return True  # bronze may become copper, as it is drawn
    if kind == "vehicle" and words & _BODIES:
        return substance in _SHEET
    return stuff in TECHNICAL[kind] and substance in _SUBSTANCES


def _is_cloth_for(words: frozenset[str], substance: str, was: str) -> bool:
    if substance == was:
        return True
    if words & _BEDDING:
        return substance in _BED_CLOTHS
    return substance in _SEAT_CLOTHS or not words & _UPHOLSTERY
