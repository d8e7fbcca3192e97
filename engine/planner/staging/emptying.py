"""What is left of a thing that is to be empty: a case without books, a cage without its bird, a room unfurnished."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from domain.spec import DesignObject, Property
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.heaps import FRUIT
from engine.planner.reading.over import named
from engine.planner.staging.holding import emptied
from engine.planner.staging.leaving import settled
from engine.planner.staging.replacing import upon
from engine.planner.staging.standing import box_of

# Per archetype the names of the objects that are in it or on it.
_CONTENTS = {
    "bookshelf": {"books", "vase"},
    "bowl": {*FRUIT.split(), "stalk"},
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
    "vase": {"flower", "stem", "leaf"},
    "plant": {"foliage", "stem", "leaf", "trunk", "soil", "moss"},
}
# What a room is made of, beside the maker's own floor and walls.
_SHELL = frozenset((
    "floor", "wall", "skirting", "cornice", "panelling", "pipe", "pipe_clamp", "valve", "valve_spoke", "valve_stem",
    "light_line", "ceiling_beam", "beam", "door", "tatami",
))  # fmt: skip
_FITTED = frozenset({"kitchen", "bathroom", "laundry room", "tatami room"})  # what is built in stays
_LOOSE = frozenset({"rug", "bowl", "fruit", "laundry", "cushion", "scroll", "stroke"})
_FIRM = frozenset({"floor", "wall", "facade"})


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


def unfurnished(name: str, objects: Sequence[DesignObject], spoken: Iterable[str]) -> Sequence[DesignObject]:
    """Return an empty room: what it is made of, what is built into it, and what the text speaks of."""
    kept = {one.id for word in spoken for one in named(objects, word)}
    if any(one.type == "curtain" and one.id in kept for one in objects):
        kept |= {one.id for one in objects if "rail" in one.id}
    for whole in {one.part_of for one in objects if one.part_of}:
        own = [one for one in objects if one.part_of == whole]
        if not _is_built_in(name, own[0]) and any(one.id in kept for one in upon(own, objects)):
            kept |= {one.id for one in own}  # a screen stands on something
    rest = [one for one in objects if one.id in kept or _is_built_in(name, one)]
    left = settled(objects, rest, firm=_FIRM)
    return rest if left is None else left


def _is_built_in(name: str, one: DesignObject) -> bool:
    root = one.id.rpartition("_")[0]
    return root in _SHELL or (name in _FITTED and not one.part_of and root not in _LOOSE)


def emptied_in_room(
    objects: Sequence[DesignObject], part_words: Mapping[str, Collection[str]], brief: Brief
) -> tuple[Sequence[DesignObject], list[str]]:
    """Return a room whose bookshelf, or the like, is empty where the text calls that so; else what is told of it."""
    now, missed = list(objects), dict[str, None]()
    for word in (word for word, said in part_words.items() if "empty" in said):
        wholes = {one.part_of for one in named(now, word)}
        kinds = {whole.rpartition("_")[0] for whole in wholes}
        alike = dict.fromkeys(one.part_of for one in now if one.part_of.rpartition("_")[0] in kinds and one.part_of)
        for whole in alike:
            kind, own = whole.rpartition("_")[0], [one for one in now if one.part_of == whole]
            foot_m = float(box_of(own).low[1])
            bare, kept = without_contents(kind, _raised(own, -foot_m), brief)
            bare = _raised(bare, foot_m)
            missed |= dict.fromkeys(
                [f"empty {word}"] if kept or (kind not in _CONTENTS and _looks(bare) == _looks(own)) else []
            )
            changed = {one.id: one for one in bare}
            now = [changed.get(one.id, one) for one in now if one.part_of != whole or one.id in changed]
    return now, list(missed)


def _looks(objects: Sequence[DesignObject]) -> list[tuple[str, dict[str, Property]]]:
    """Return what of a piece an emptying changes."""
    return [(one.id, one.properties) for one in objects]


def _raised(objects: Sequence[DesignObject], by_m: float) -> list[DesignObject]:
    """Return a piece of a room as it stands on the ground alone, or back on the room's floor."""
    return [
        msgspec.structs.replace(one, position=msgspec.structs.replace(one.position, y=one.position.y + by_m))
        for one in objects
    ]


def _bare(one: DesignObject) -> DesignObject:
    """Return a vessel without the soil or the drink that its maker puts in."""
    own = {name: value for name, value in one.properties.items() if name != "fill"}
    return one if len(own) == len(one.properties) else msgspec.structs.replace(one, properties=own)
