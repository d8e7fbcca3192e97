"""Words that say of what something is to be, or in which colour: "black marble", "sage green", "painted oak"."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.colors import COLORS
from domain.errors import Invalid
from domain.materials import CATALOGUE
from domain.materials.naming import material_named
from domain.spec import DesignObject
from domain.switching import Update
from engine.planner.wording.substances import MATERIALS, SHADES, shaded
from engine.planner.wording.words import lemma

PHRASE_MAX = 5  # words
PAINT = "paint_white"
_PAINTS = {
    "matte": "matte_paint", "matt": "matte_paint", "chalk": "chalk_paint", "metallic": "metallic_paint",
    "glossy": PAINT, "gloss": PAINT, "shiny": PAINT,
}  # fmt: skip
_SOFT = frozenset(("textile", "leather"))
_UNPAINTED = frozenset(("paint", "textile", "leather", "plastic"))  # paint has, or dye takes, the colour as it is
_FILLERS = frozenset(
    ("a", "an", "the", "of", "in", "out", "made", "from", "color", "colour", "colored", "coloured", "one", "material",
     "to", "into", "with", "all", "some", "as", "like", "and", "finish", "look", "tone", "shade", "version", "be",
     "real", "nice", "entirely", "completely", "totally", "fully", "again", "instead")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """A material, a colour, or both; `is_painted`: the colour lies on whatever it is of."""

    material: str = ""
    color: str = ""
    hue: str = ""  # the colour's word, for materials that come in it
    is_painted: bool = False
    paint: str = ""  # a kind of paint that is asked for


def look_of(text: str, *, is_painted: bool = False) -> Look | None:
    """Return the look that a whole text says; None where some word of it says something else."""
    words = [lemma(word) for word in text.replace("_", " ").split()]
    paint = next((_PAINTS[word] for word in words if is_painted and word in _PAINTS), "")
    words = [word for word in words if not (is_painted and word in _PAINTS)]
    if not words or len(words) > 12:
        return None
    if not is_painted and _PAINTS.keys() & set(words) and (coat := _coated(words)):
        return coat
    if not is_painted and (whole := _named(" ".join(word for word in words if word not in _FILLERS))):
        return Look(whole)
    material, hues, shade, at = "", list[str](), "", 0
    while at < len(words):
        length, meaning = _longest(words[at:], is_painted=is_painted)
        if not length:
            return None
        kind, _, value = meaning.partition(":")
        if kind == "material" and material:
            return None
        material = value if kind == "material" else material
        hues += [value] if kind == "hue" else []
        shade = value if kind == "shade" else shade
        at += length
    if not material and not hues:
        return None
    hue = hues[0] if hues else ""  # sage green, navy blue: the first word is the finer one
    color = COLORS.get(hue) or (CATALOGUE[MATERIALS[hue]].albedo if hue else "")
    return Look(material, shaded(color, shade) if color else "", "" if shade else hue, is_painted, paint)


def _coated(words: Sequence[str]) -> Look | None:
    """Return the paint that words like "matte black" mean though nobody said to paint; None of "matte oak"."""
    plain = look_of(" ".join(word for word in words if word not in _PAINTS))
    return look_of(" ".join(words), is_painted=True) if plain and not plain.material else None


def _longest(words: Sequence[str], *, is_painted: bool) -> tuple[int, str]:
    """Return how many of the first words belong together, and what they are."""
    for length in range(min(PHRASE_MAX, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        if phrase in COLORS and (is_painted or phrase not in MATERIALS):
            return length, f"hue:{phrase}"
        if phrase in MATERIALS:
            return length, f"hue:{phrase}" if is_painted else f"material:{MATERIALS[phrase]}"
        if phrase in SHADES:
            return length, f"shade:{phrase}"
        if phrase in _FILLERS:
            return length, "filler:"
    return 0, ""


def _named(words: str) -> str:
    """Return the catalogue's material of that name, in any order of its words, "" of none."""
    if words in MATERIALS:
        return MATERIALS[words]
    try:
        return material_named(words)
    except Invalid:
        return ""


def update_for(thing: DesignObject, look: Look) -> Update:
    """Return what gives a thing a look: a colour is a material's own where the catalogue has it so."""
    if look.material:
        return Update(material=look.material, color=look.color or "none")
    now = CATALOGUE.get(thing.material)
    if look.is_painted:
        is_kept = now is not None and now.family in _UNPAINTED and (not look.paint or now.family in _SOFT)
        return Update(material=None if is_kept else look.paint or PAINT, color=look.color)
    own = _named(f"{look.hue} {now.substance}") if now and look.hue else ""
    is_same = bool(own) and now is not None and CATALOGUE[own].substance == now.substance
    return Update(material=own, color="none") if is_same else Update(color=look.color)


def main_of(things: Sequence[DesignObject], look: Look) -> tuple[DesignObject, ...]:
    """Return the objects of one thing that a look is meant for: the cushions of a leather sofa, not its legs.

    A soft material is for what is soft, a hard one for what is hard, a colour for what most of the thing is of.
    """
    if look.material:
        is_soft = CATALOGUE[look.material].family in _SOFT
        alike = [one for one in things if (_family(one) in _SOFT) == is_soft]
        if is_soft or not alike:
            return tuple(alike or things)
        things = alike
    bulk: dict[str, float] = {}
    for one in things:
        size = one.dimensions
        bulk[one.material] = bulk.get(one.material, 0.0) + size.width * size.height * size.depth
    most = max(bulk, key=lambda name: bulk[name])
    return tuple(one for one in things if one.material == most)


def _family(thing: DesignObject) -> str:
    material = CATALOGUE.get(thing.material)
    return material.family if material else ""
