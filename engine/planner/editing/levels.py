"""What moves with a part or a thing that goes up or down: a seat takes its chair along, a table what stands on it."""

from collections.abc import Callable, Iterable, Sequence

from domain.boxes import bounds_of
from domain.edits import applied
from domain.errors import Invalid
from domain.spec import DesignObject, DesignSpec
from domain.switching import Update, changes_of_all
from domain.targets import Target
from engine.planner.editing.resizing import Edit, Resize, Triple
from engine.planner.wording.sizes import LARGEST_M

Things = tuple[DesignObject, ...]
Bounds = tuple[Triple, Triple]
_LEVELS = frozenset(("seat", "top", "worktop", "countertop", "tabletop"))
"""Parts whose height, as people say it, is how high their top is above the ground."""
_TOUCHING_M = 0.006
_SAME_M = 1e-6
_LOWEST_SHARE = 0.05


def releveled(spec: DesignSpec, things: Things, resize: Resize) -> list[Edit] | None:
    """Return the edits that bring seats and tops to a height above the ground; None where that is not asked.

    What is below is stretched, what is above goes along: legs become longer, and a back keeps its height.
    """
    asked = {*resize.factors, *resize.added_m, *resize.wanted_m}
    if asked != {"height"} or not all(_is_level(one) for one in things):
        return None
    edits: list[Edit] = []
    for whole in dict.fromkeys(one.part_of for one in things):
        parts = [one for one in spec.objects if one.part_of == whole]
        edits += _releveled(parts, [one for one in things if one.part_of == whole], resize)
    return edits


def _is_level(one: DesignObject) -> bool:
    size = one.dimensions
    is_flat = size.height <= min(size.width, size.depth)
    return bool(one.part_of) and is_flat and not _LEVELS.isdisjoint(one.id.split("_"))


def _releveled(parts: Sequence[DesignObject], chosen: Sequence[DesignObject], resize: Resize) -> list[Edit]:
    ground = min(bounds_of(one)[0][1] for one in parts)
    bottom = min(bounds_of(one)[0][1] for one in chosen) - ground
    top = max(bounds_of(one)[1][1] for one in chosen) - ground
    if bottom <= _SAME_M:  # it stands on the ground itself: its height is its own
        return []
    wanted = resize.wanted_m.get("height", top * resize.factors.get("height", 1.0) + resize.added_m.get("height", 0.0))
    rise = wanted - top
    if rise < (_LOWEST_SHARE - 1) * bottom:
        raise Invalid(
            f"Its top can be no lower than {top + (_LOWEST_SHARE - 1) * bottom:.3f} m. Nothing was changed",
            field="instruction", minimum_m=round(top + (_LOWEST_SHARE - 1) * bottom, 4), maximum_m=LARGEST_M,
        )  # fmt: skip

    def level(y: float) -> float:
        above = y - ground
        return y + rise * min(max(above / bottom, 0.0), 1.0)

    return [edit for one in parts for edit in _at_level(one, level)]


def _at_level(one: DesignObject, level: Callable[[float], float]) -> list[Edit]:
    """Return the edit that brings an object to where a level is now; what leans or lies is moved, not stretched."""
    low, high = bounds_of(one)
    bottom, top = level(low[1]), level(high[1])
    turn = one.rotation
    if turn.x % 180 or turn.z % 180:
        rise = (bottom + top - low[1] - high[1]) / 2
        return _lifted(one, (0.0, rise, 0.0))
    update = Update(position={"y": round(bottom, 6)}, dimensions={"height": round(top - bottom, 6)})
    is_same = abs(bottom - low[1]) < _SAME_M and abs(top - high[1]) < _SAME_M
    return [] if is_same else [(Target(object_id=one.id), update)]


def carried(spec: DesignSpec, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits by which what stands on things that changed goes on standing on them."""
    if all(update.rotation or not (update.position or update.dimensions) for _, update in edits):
        return []
    after = {one.id: bounds_of(one) for one in applied(spec, changes_of_all(spec, list(edits))).objects}
    before = {one.id: bounds_of(one) for one in spec.objects}
    moved = {one.id for one in spec.objects if after[one.id] != before[one.id]}
    wholes = {one.part_of or one.id for one in spec.objects if one.id in moved}
    waiting = _by_whole(one for one in spec.objects if (one.part_of or one.id) not in wholes)
    found: list[Edit] = []
    supports = moved
    while supports:
        boxes = [(before[name], after[name]) for name in supports]
        supports = set()
        for whole, things in list(waiting.items()):
            way = _way(things, before, boxes)
            if way is None:
                continue
            del waiting[whole]
            found += [edit for one in things for edit in _lifted(one, way)]
            supports |= {one.id for one in things}
            after |= {one.id: _beside(before[one.id], way) for one in things}
    return found


def _by_whole(things: Iterable[DesignObject]) -> dict[str, list[DesignObject]]:
    wholes: dict[str, list[DesignObject]] = {}
    for one in things:
        wholes.setdefault(one.part_of or one.id, []).append(one)
    return wholes


def _way(
    things: Sequence[DesignObject], before: dict[str, Bounds], boxes: Sequence[tuple[Bounds, Bounds]]
) -> Triple | None:
    """Return how far what stands on one of the boxes goes with it; None where it stands on none that went."""
    lows, highs = zip(*(before[one.id] for one in things), strict=True)
    bottom = min(low[1] for low in lows)
    x, z = ((min(low[axis] for low in lows) + max(high[axis] for high in highs)) / 2 for axis in (0, 2))
    for was, now in boxes:
        if abs(was[1][1] - bottom) > _TOUCHING_M or not _is_over(x, z, was):
            continue
        way = (_along(0, x, was, now), now[1][1] - was[1][1], _along(2, z, was, now))
        if any(abs(far) > _SAME_M for far in way):
            return way
    return None


def _is_over(x: float, z: float, box: Bounds) -> bool:
    (x0, _, z0), (x1, _, z1) = box
    return x0 <= x <= x1 and z0 <= z <= z1


def _along(axis: int, at: float, was: Bounds, now: Bounds) -> float:
    """Return how far something goes sideways with what it stands on: with what is moved, not with what only grows."""
    old, new = was[1][axis] - was[0][axis], now[1][axis] - now[0][axis]
    if abs(old - new) < _SAME_M:
        return now[0][axis] - was[0][axis]
    if now[0][axis] <= at <= now[1][axis]:
        return 0.0
    return now[0][axis] + (at - was[0][axis]) * new / old - at


def _beside(box: Bounds, way: Triple) -> Bounds:
    low, high = box
    return (low[0] + way[0], low[1] + way[1], low[2] + way[2]), (high[0] + way[0], high[1] + way[1], high[2] + way[2])


def _lifted(one: DesignObject, way: Triple) -> list[Edit]:
    at = one.position
    place = {"x": round(at.x + way[0], 6), "y": round(at.y + way[1], 6), "z": round(at.z + way[2], 6)}
    is_same = all(abs(far) < _SAME_M for far in way)
    return [] if is_same else [(Target(object_id=one.id), Update(position=place))]
