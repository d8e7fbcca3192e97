"""Flowers in a vase: a vase draws its own bunch, which fits its mouth; in other vessels several are one bunch."""

from collections.abc import Sequence
from dataclasses import replace

from engine.archetypes import ARCHETYPES
from engine.archetypes.objects.heaps import FRUIT
from engine.planner.reading.wanted import Wanted

_BUNCH = frozenset({"bouquet", "bunch"})
_VESSELS = frozenset({"container", "tableware"})
_ROUND = frozenset({"fruit", *FRUIT.split()})
_HEAP_MOST = 6  # fruits in one bowl
_FLOWERS_MOST = 12  # in one bunch
_MOST = 7  # in one vase, where a text says only that there is a bunch


def bunched(things: Sequence[Wanted]) -> Sequence[Wanted]:
    """Return things in which several flowers that stand in a vase are the vase's own."""
    for index, one in enumerate(things):
        vase = things[one.anchor] if one.anchor is not None and 0 <= one.anchor < len(things) else None
        if vase and _is_heap(one, vase):
            return _without(things, index, _heaped(vase, one))
        is_several = one.count > 1 or not _BUNCH.isdisjoint(one.words)
        if one.archetype != "flower" or one.relation != "in" or not vase or not is_several:
            continue
        if vase.archetype == "vase":
            return _without(things, index, _filled(vase, one))
        if 1 < one.count <= _FLOWERS_MOST and ARCHETYPES[vase.archetype].category in _VESSELS:
            bunch = replace(one, count=1, counts={**one.counts, "flower": one.count})
            return [bunch if number == index else other for number, other in enumerate(things)]
    return things


def _is_heap(one: Wanted, bowl: Wanted) -> bool:
    """Return whether fruit lies in a bowl that can draw it."""
    is_kind = one.archetype == "fruit" and bowl.archetype == "bowl" and not _ROUND.isdisjoint(one.words)
    return is_kind and one.relation == "in" and one.count <= _HEAP_MOST


def _heaped(bowl: Wanted, fruit: Wanted) -> Wanted:
    """Return a bowl with fruit in it: as many as are said, of their kind."""
    is_open = fruit.is_some or (fruit.is_plural and fruit.count == 1)
    kinds = fruit.words & {*FRUIT.split()} or {"fruit"}
    counts = {} if is_open else dict.fromkeys(kinds, fruit.count)
    return replace(
        bowl, words=bowl.words | fruit.words, features=[*bowl.features, "fruit"], counts=bowl.counts | counts
    )


def _filled(vase: Wanted, flowers: Wanted) -> Wanted:
    """Return a vase with flowers in it: as many, of their kind and colour."""
    count = flowers.count if flowers.count > 1 else flowers.counts.get("flower", _MOST)
    colors = {"flower": flowers.colors[0]} if flowers.colors else {}
    return replace(
        vase,
        words=vase.words | flowers.words,
        features=[*vase.features, "flower"],
        counts={**vase.counts, "flower": count},
        part_colors={**vase.part_colors, **colors},
    )


def _without(things: Sequence[Wanted], index: int, vase: Wanted) -> Sequence[Wanted]:
    """Return the things less one; what stood by it stands by the vase."""
    place = things[index].anchor
    kept = [vase if number == place else one for number, one in enumerate(things)]
    moved = [replace(one, anchor=_moved(one.anchor, index, place)) for one in kept]
    return [one for number, one in enumerate(moved) if number != index]


def _moved(anchor: int | None, index: int, place: int | None) -> int | None:
    if anchor == index:
        anchor = place
    return anchor if anchor is None or anchor < index else anchor - 1
