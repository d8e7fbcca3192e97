"""Vessels that are full: a crate full of oranges holds them layer on layer, up to its rim."""

from collections.abc import Sequence

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing, scaled
from engine.planner.reading.formations import FULL
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.drawn import brief_of, drawn_of
from engine.planner.staging.holding import emptied, without_handles
from engine.planner.staging.piling import rise_of
from engine.planner.staging.standing import Place, box_of, crowd_of, resting_places

_ACROSS_MOST, _SMALLEST = 4.6, 0.4  # a vessel is that many times as wide as what it is full of, or made smaller
_ACROSS_LEAST = 2.3  # and what it is full of, so many times smaller
_LAYER_MOST, _PIECES_MOST = 25, 60
_OVER_RIM = 0.6  # of its height: so far what lies on top may stand out
_DEEP, _WIDE = 0.25, 0.35  # of a vessel: so large is its tray
_PLACES = ("interior", "building")


def hold_within(drawing: Drawing, index: int, things: Sequence[Wanted], *, style: str, seed: int) -> None:
    """Make a drawn thing the vessel of what is said to be in it: empty, and of a size that what it is full of fills."""
    held = [one for one in things if one.relation == "in" and one.anchor == index]
    if not held or ARCHETYPES[things[index].archetype].design_type in _PLACES:
        return
    emptied(drawing)
    full = next((one for one in held if one.formation == FULL), None)
    if full is None or things[index].sizes:
        return
    one = drawn_of(full, brief_of(full, style=style, seed=seed))[0]
    wide, across = box_of(without_handles(drawing.objects)).size[[0, 2]].min(), box_of(one.objects).size.max()
    if wide > _ACROSS_MOST * across:
        drawing.objects[:] = scaled(drawing.objects, max(_ACROSS_MOST * float(across / wide), _SMALLEST))


def fill(
    thing: Drawing, vessel: Sequence[DesignObject], objects: Sequence[DesignObject], pieces_left: int
) -> list[Place]:
    """Return places in layers from the floor of a vessel to its rim; none where nothing goes in."""
    body = _body_of(vessel)
    inside, box = box_of(body), box_of(thing.objects)
    wide, across = float(inside.size[[0, 2]].min()), float(box.size.max())
    if across * _ACROSS_LEAST > wide:
        thing.objects[:] = scaled(thing.objects, wide / (_ACROSS_LEAST * across))
        box = box_of(thing.objects)
    mine, high = {one.id for one in vessel}, float(box.size[1])
    others = crowd_of([one for one in objects if one.id not in mine])
    top = float(inside.high[1]) + _OVER_RIM * high
    floor = resting_places(thing, body, inside, _LAYER_MOST, others, below_m=top - high)
    rise = rise_of(thing) or high
    return [
        ((x, y + layer * rise, z), turn)
        for layer in range(_PIECES_MOST)
        for (x, y, z), turn in floor
        if y + float(box.high[1]) + layer * rise <= top
    ][: min(_PIECES_MOST, pieces_left // max(len(thing.objects), 1))]


def _body_of(vessel: Sequence[DesignObject]) -> Sequence[DesignObject]:
    """Return what of a vessel holds things: the tray of a wheelbarrow, all boards of a crate."""
    body = without_handles(vessel)
    widest = max(body, key=lambda one: one.dimensions.width * one.dimensions.depth)
    tray, whole = box_of([widest]).size, box_of(body).size
    return [widest] if tray[1] > _DEEP * whole[1] and (tray[[0, 2]] > _WIDE * whole[[0, 2]]).all() else body
