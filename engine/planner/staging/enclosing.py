"""A fence that goes all around what it encloses: runs of whole bays, with a gate in front."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from msgspec.structs import replace as replaced

from engine.archetypes import Brief, Drawing, draw
from engine.planner.staging.props import around
from engine.planner.staging.standing import Box, Place

ENCLOSING = frozenset({"fence"})
_BAY_M = 1.5  # from post to post
_BAYS_MOST = 12  # of one run, as one is drawn
_POST_M = 0.14  # the width of a post with its cap
_MARGIN_M = 0.35  # between what is enclosed and the fence
_NEAR_M = 0.9  # what stands so near belongs inside
_OPEN_BAYS = 2.0  # metres: what is deeper than that has a gate


def fenced(drawn: Drawing, there: Box, others: Iterable[Box], most: int) -> list[Place]:
    """Draw a fence all around a thing and what stands near, and return its place; none where it has too many parts."""
    whole = enclosed(there, others)
    ring = fence_around(drawn.name, drawn.brief, whole)
    if len(ring.objects) > most:
        return []
    drawn.objects[:] = ring.objects
    return [((float(whole.middle[0]), 0.0, float(whole.middle[2])), 0.0)]


def enclosed(there: Box, others: Iterable[Box]) -> Box:
    """Return the box of a thing and of everything that stands so near that a fence around the thing would meet it."""
    whole, rest = there, list(others)
    while near := [one for one in rest if whole.meets(one, _NEAR_M)]:
        whole = around([whole, *near])
        rest = [one for one in rest if not any(one is other for other in near)]
    return whole


def fence_around(name: str, brief: Brief, whole: Box) -> Drawing:
    """Return a fence on all four sides of a box, the middle of it at the origin."""
    wide, deep = (_bays(float(whole.size[axis])) for axis in (0, 2))
    has_gate = "gate" not in brief.excluded and float(whole.size[[0, 2]].min()) > _OPEN_BAYS
    ring = Drawing(brief)
    ring.name = name
    for side, bays in enumerate((wide, deep, wide, deep)):
        run = _run(name, brief, bays, has_gate=has_gate and side == 0)
        if side % 2:  # the posts in the corners stand there already
            run.objects[:] = [
                one for one in run.objects if not (one.id.startswith(("post", "cap")) and _is_end(one.position.x, bays))
            ]
        x, z = ((0.0, deep), (wide, 0.0), (0.0, -deep), (-wide, 0.0))[side]
        ring.include(run, (x * _BAY_M / 2, 0.0, z * _BAY_M / 2), (0.0, 90.0, 180.0, 270.0)[side])
    ring.objects[:] = [replaced(one, part_of="") for one in ring.objects]  # all of them are one fence
    return ring


def _bays(inside_m: float) -> int:
    return max(ceil((inside_m + 2 * _MARGIN_M) / _BAY_M), 1)


def _run(name: str, brief: Brief, bays: int, *, has_gate: bool) -> Drawing:
    """Return a straight fence of so many bays along x, drawn in as few pieces as can be."""
    pieces = ceil(bays / _BAYS_MOST)
    counts = [bays // pieces + (number < bays % pieces) for number in range(pieces)]
    run, start = Drawing(brief), -bays * _BAY_M / 2
    for number, count in enumerate(counts):
        is_gated = has_gate and number == pieces // 2
        features = brief.features | {"gate"} if is_gated else brief.features - {"gate"}
        part = replace(
            brief, sizes={"width": count * _BAY_M + _POST_M}, features=features, asked=set(), clamped={}, zoom=[1.0],
            counts={key: value for key, value in brief.counts.items() if key not in ("post", "gate")},
        )  # fmt: skip
        drawn = draw(name, part)
        if number:
            drawn.objects[:] = [
                one for one in drawn.objects
                if not (one.id.startswith(("post", "cap")) and one.position.x < -count * _BAY_M / 2 + _POST_M)
            ]  # fmt: skip
        run.include(drawn, (start + count * _BAY_M / 2, 0.0, 0.0))
        start += count * _BAY_M
    return run


def _is_end(x: float, bays: int) -> bool:
    return abs(x) > bays * _BAY_M / 2 - _POST_M
