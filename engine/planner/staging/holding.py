"""Things that hold others: vessels are open and empty, and what is in them reaches out of them."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from domain.spec import DesignObject, Property
from engine.archetypes import ARCHETYPES, Drawing, scaled
from engine.archetypes.brief import OWN_STAND
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.standing import Box, box_of

_LIDS = frozenset({"cork", "cap", "lid", "stopper", "cover"})
_PLACES = ("interior", "building")
_HANDLES = frozenset({"handle", "grip", "bail"})
_OUT = 1.6  # times a vessel's height: so tall are flowers in it at least
_GROWN_MOST = 2.5


def anchor_of(one: Wanted, things: Sequence[Wanted]) -> Wanted | None:
    """Return the thing that a thing relates to."""
    return things[one.anchor] if one.anchor is not None and 0 <= one.anchor < len(things) else None


def opened(things: Sequence[Wanted]) -> Sequence[Wanted]:
    """Return things without a lid where something is in them, and that without a stand of its own."""
    found = list(things)
    for index, one in enumerate(things):
        other = anchor_of(one, things)
        if one.relation != "in" or other is None or one.anchor is None:
            continue
        if ARCHETYPES[other.archetype].design_type in _PLACES:
            continue
        found[index] = replace(found[index], excluded=found[index].excluded | {OWN_STAND})
        found[one.anchor] = replace(found[one.anchor], excluded=found[one.anchor].excluded | _LIDS)
    return found


def emptied(drawing: Drawing) -> None:
    """Pour out what a vessel holds by itself."""
    for index, one in enumerate(drawing.objects):
        changes: dict[str, Property] = {"is_empty": True} if one.type == "mug" else {}
        is_drink = one.type == "vessel" and one.properties.get("content_material") != "soil"
        changes |= {"fill": 0.0} if is_drink and one.properties.get("fill") else {}
        if changes:
            drawing.objects[index] = msgspec.structs.replace(one, properties=one.properties | changes)


def reaching_out(flowers: Drawing, vessel: Box) -> None:
    """Let flowers grow until they look out of a deep vessel."""
    tall = float(box_of(flowers.objects).size[1])
    factor = min(_OUT * float(vessel.size[1]) / tall, _GROWN_MOST)
    if factor > 1:
        flowers.objects[:] = scaled(flowers.objects, factor)


def without_handles(objects: Sequence[DesignObject]) -> list[DesignObject]:
    """Return the objects of a vessel without what arches over its mouth."""
    return [one for one in objects if one.id.rpartition("_")[0] not in _HANDLES] or list(objects)
