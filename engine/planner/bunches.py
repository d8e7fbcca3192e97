"""Flowers in a vase: a vase draws its own bunch, which fits its mouth."""

from collections.abc import Sequence
from dataclasses import replace

from engine.planner.wanted import Wanted

_BUNCH = frozenset({"bouquet", "bunch"})
_MOST = 7  # in one vase, where a text says only that there is a bunch


def bunched(things: Sequence[Wanted]) -> Sequence[Wanted]:
    """Return things in which several flowers that stand in a vase are the vase's own."""
    for index, one in enumerate(things):
        vase = things[one.anchor] if one.anchor is not None and 0 <= one.anchor < len(things) else None
        is_several = one.count > 1 or not _BUNCH.isdisjoint(one.words)
        if one.archetype == "flower" and one.relation == "in" and vase and vase.archetype == "vase" and is_several:
            return _without(things, index, _filled(vase, one))
    return things


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
