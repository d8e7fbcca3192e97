"""What is left of a thing that is to be empty: a case without books, a cage without its bird."""

from collections.abc import Sequence

import msgspec

from domain.spec import DesignObject
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.planner.staging.holding import emptied
from engine.planner.staging.leaving import settled

# Per archetype the names of the objects that are in it or on it.
_CONTENTS = {
    "bookshelf": {"books", "vase"},
    "bowl": {"fruit", "stalk", "banana", "grape", "leaf"},
    "basket": {"egg", "cloth", "bread"},
    "aquarium": {"fish", "eye", "plant", "stone", "gravel", "water"},
    "treasure chest": {"coin", "gem", "heap"},
    "chest": {"coin", "gem", "heap"},
    "bird cage": {"bird", "eye", "beak", "wing", "tail"},
    "wine rack": {"bottle", "neck", "foil", "cork"},
    "umbrella stand": {"umbrella", "shaft", "handle"},
    "vending machine": {"can", "bottle", "snack"},
    "nest": {"egg"},
    "popcorn machine": {"popcorn"},
    "gumball machine": {"gumball"},
    "market stall": {"fruit", "straw", "crate"},
    "pallet rack": {"pallet", "box", "tape", "runner"},
    "fireplace": {"log", "flame"},
    "plant": {"foliage", "stem", "leaf", "trunk", "soil", "moss"},
}


def is_to_be_empty(brief: Brief) -> bool:
    """Return whether the text calls a thing empty."""
    return "empty" in brief.modifiers or "empty" in brief.words


def without_contents(
    name: str, objects: Sequence[DesignObject], brief: Brief
) -> tuple[Sequence[DesignObject], list[str]]:
    """Return the objects of a thing without what is in it, and "empty" where it would not stand without."""
    drained = Drawing(brief)
    drained.objects += objects
    emptied(drained)
    inside = _CONTENTS.get(name, set())
    rest = [_bare(one) for one in drained.objects if one.id.rpartition("_")[0] not in inside]
    if len(rest) == len(objects):
        return rest, []
    left = settled(drained.objects, rest)
    return (drained.objects, ["empty"]) if left is None else (left, [])


def _bare(one: DesignObject) -> DesignObject:
    """Return a vessel without the soil or the drink that its maker puts in."""
    own = {name: value for name, value in one.properties.items() if name != "fill"}
    return one if len(own) == len(one.properties) else msgspec.structs.replace(one, properties=own)
