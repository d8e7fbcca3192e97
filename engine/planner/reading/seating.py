"""Chairs belong to their table: it draws them, as many as are asked for, at its sides."""

from functools import lru_cache

import numpy as np

from engine.archetypes import ARCHETYPES, Brief, draw
from engine.planner.reading.knowledge import draws
from engine.planner.reading.mentions import Mention, Outline, without_thing
from engine.planner.reading.wanted import Wanted

_SEVERAL, _FEW = 4, 2
_SMALL = frozenset({"bistro", "cafe", "small", "tiny", "side"})  # tables with room for few
_MEETING = frozenset({"around", "beside"})  # relations in which chairs belong to their table


def seat(out: Outline) -> None:
    """Put chairs to their table: "four chairs around a round table" is a table that is drawn with its chairs."""
    if len(out.things) < 2:
        return
    first, second = out.things[0], out.things[1]
    if sum(one.archetype == second.archetype for one in out.things) > 1:
        return  # a red chair and a green one
    is_met = (first.anchor == 1 and first.relation in _MEETING) or (first.anchor is None and second.anchor is None)
    if is_met and _is_seat_of(first, second):
        _swap(out)
    elif not (second.anchor not in (None, 0)) and _is_seat_of(second, first) and second.relation in ("", *_MEETING):
        _absorb(out, 1)


def number_seats(out: Outline, people: int) -> None:
    """Write down how many chairs a table has where the text says no number: one, or several, or one for each."""
    for phrase, mentions in out.places:
        for one in mentions:
            thing = out.things[one.thing]
            is_seat = one.part == "chair" and one.span is not None and draws(thing.archetype, one.part)
            if is_seat and ARCHETYPES[thing.archetype].category == "table" and not phrase.is_negated:
                several = people or (_FEW if thing.words & _SMALL else _SEVERAL)
                thing.counts.setdefault(one.part, several if one.span and one.span.is_plural else 1)


def seats_otherwise(table: Wanted, seat: str) -> bool:
    """Return whether a table is called by a name with which it draws no chairs, as others of its kind do."""
    is_seat = seat in ("chair", "stool") and ARCHETYPES[table.archetype].category == "table"
    return is_seat and draws(table.archetype, seat) and not _draws_seats(table.archetype, table.noun)


def _is_seat_of(seat: Wanted, table: Wanted) -> bool:
    is_seat = seat.archetype in ("chair", "stool") and seat.archetype != table.archetype
    return is_seat and draws(table.archetype, seat.archetype) and _draws_seats(table.archetype, table.noun)


@lru_cache(maxsize=256)
def _draws_seats(archetype: str, name: str) -> bool:
    """Return whether a table that is called so comes with chairs that are asked for: a picnic table has its benches."""
    words, asked = frozenset(name.split()), {"chair": 1, "stool": 1}
    brief = Brief(random=np.random.default_rng(0), words=words, features=frozenset(asked), counts=asked)
    names = {one.part_of.rpartition("_")[0].rpartition(" ")[2] for one in draw(archetype, brief).objects}
    return not names.isdisjoint(asked)


def _swap(out: Outline) -> None:
    out.things[0], out.things[1] = out.things[1], out.things[0]
    turned = {0: 1, 1: 0}
    out.places = [
        (phrase, tuple(Mention(turned.get(one.thing, one.thing), one.part, one.span) for one in mentions))
        for phrase, mentions in out.places
    ]
    for thing in out.things:
        thing.anchor = turned.get(thing.anchor, thing.anchor) if thing.anchor is not None else None
    _absorb(out, 1)


def _absorb(out: Outline, index: int) -> None:
    """Make a thing a part of the head, which draws it."""
    out.things[0].excluded.discard(out.things[index].archetype)
    without_thing(out, index)
    out.things[0].relation, out.things[0].anchor = "", None
