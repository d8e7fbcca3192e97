"""What an archetype draws by itself: learned from its register entry, and from drawing it once and listening."""

from functools import lru_cache

import numpy as np

from engine.archetypes import ARCHETYPES, Brief, draw
from engine.archetypes.brief import ALIKE
from engine.planner.wording.lexicon import PARTS
from engine.planner.wording.words import lemmas

SMALL_TYPES = frozenset({"object", "electronics"})


_SERVED = frozenset({"tableware", "food", "plant", "kitchenware"})
# Archetypes that are open above and hold small things.
VESSELS = frozenset(("bathtub", "bowl", "wheelbarrow", "shopping cart", "sandbox", "crate", "basket", "bucket"))


@lru_cache(maxsize=512)
def drawn_by(archetype: str) -> frozenset[str]:
    """Return the words for parts and features that an archetype knows how to draw, singular."""
    one, brief = ARCHETYPES[archetype], _told(archetype)
    own = {lemmas(word) for word in one.parts} | {lemmas(word) for word in (*one.features, *one.features.values())}
    return frozenset(own | brief.named | asked_by(archetype))


@lru_cache(maxsize=512)
def asked_by(archetype: str) -> frozenset[str]:
    """Return the parts and features of which a drawing asks whether, or how many, are wanted."""
    return frozenset(lemmas(word) for word in _told(archetype).asked)


@lru_cache(maxsize=512)
def _told(archetype: str) -> Brief:
    """Return the brief of one drawing that nothing was said of: it knows what the drawing asked."""
    brief = Brief(random=np.random.default_rng(0))
    draw(archetype, brief)
    return brief


def draws(archetype: str, noun: str) -> bool:
    """Return whether an archetype draws what a noun names."""
    known = drawn_by(archetype)
    if noun in ARCHETYPES and " " in noun and noun not in known:
        return False  # a bunk bed is no bed
    names = {noun, PARTS.get(noun, noun), ALIKE.get(noun, noun), noun.rpartition(" ")[2]}
    return not known.isdisjoint(names) or (noun == "foot" and "leg" in known)


@lru_cache(maxsize=512)
def looked_for(archetype: str) -> frozenset[str]:
    """Return the words of a text that change how an archetype is drawn, as far as one drawing tells."""
    return _told(archetype).sought


def reads(archetype: str, word: str) -> bool:
    """Return whether an archetype looks for a word, so that it may be drawn otherwise for it."""
    return word in drawn_by(archetype) or word in looked_for(archetype)


@lru_cache(maxsize=512)
def reach_m(archetype: str) -> float:
    """Return the largest side of a thing in plan, as it is drawn where nothing is said of it."""
    drawn = draw(archetype, Brief(random=np.random.default_rng(0))).objects
    middle = np.array([[one.position.x, one.position.z] for one in drawn])
    half = np.array([[one.dimensions.width, one.dimensions.depth] for one in drawn]) / 2
    return float(np.ptp(np.concatenate([middle - half, middle + half]), axis=0).max())


def is_held_in(archetype: str, vessel: str) -> bool:
    """Return whether a thing that comes with a vessel is in it."""
    if archetype == "flower" and vessel in ("jug", "bottle", "tumbler", "watering can"):
        return True
    return vessel in VESSELS and ARCHETYPES[archetype].design_type in SMALL_TYPES


def is_laid_on(archetype: str, below: str) -> bool:
    """Return whether a thing that comes with a tray lies on it: a croissant, a cup."""
    return below == "plate" != archetype and ARCHETYPES[archetype].category in _SERVED


def rests(archetype: str, on: str) -> bool:
    """Return whether a thing is one that people put onto the other rather than beside it."""
    below, above = ARCHETYPES[on], ARCHETYPES[archetype]
    has_surface = below.design_type == "furniture" and below.category in ("table", "desk", "storage", "kitchen")
    is_small = above.design_type in SMALL_TYPES or ("lamp" in archetype and "floor" not in archetype)
    return has_surface and (is_small or above.category == "kitchen")
