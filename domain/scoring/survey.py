"""A design measured once: its parts, its things, and where they stand; a changed design takes over what is the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from domain.boxes import Triple
from domain.scoring.parts import Part, part_of
from domain.spec import DesignSpec, Reading

ROOM_ROOTS = frozenset(("floor", "wall", "skirting", "ceiling", "curtain", "curtain_rail", "rail_bracket"))
FLAT_M = 0.05


@dataclass(slots=True)
class Thing:
    """What belongs together, like the parts of one chair, and the box around it."""

    name: str
    kind: str
    at: list[int] = field(default_factory=list)  # its parts, by their place in the survey
    low: Triple = (inf, inf, inf)
    high: Triple = (-inf, -inf, -inf)


class Layout:
    """What depends on sizes and places alone; of its parts it reads nothing else."""

    def __init__(self, parts: Sequence[Part], reading: Reading) -> None:
        """Gather parts into things."""
        self.parts = parts
        self.is_room = reading.design_type == "interior"
        self.things = _things(parts)
        self.kept: dict[str, object] = {}  # what criteria have measured of it, by their own names

    @cached_property
    def low(self) -> Triple:
        """Return the lowest corner of everything."""
        return _extreme([one.low for one in self.things], min)

    @cached_property
    def high(self) -> Triple:
        """Return the highest corner of everything."""
        return _extreme([one.high for one in self.things], max)

    @cached_property
    def ground_m(self) -> float:
        """Return the height that people stand on: the top of a room's floor, or the lowest point."""
        floors = [part.high[1] for part in self.parts if part.thing.type == "floor"] if self.is_room else []
        return min(floors) if floors else self.low[1]

    @cached_property
    def furniture(self) -> list[Thing]:
        """Return the things that stand in a room, or all things where there is no room."""
        return [one for one in self.things if not self.is_shell(one)]

    def is_shell(self, thing: Thing) -> bool:
        """Tell whether a thing is the room itself."""
        return self.is_room and any(self.parts[at].root in ("floor", "wall") for at in thing.at)


def _things(parts: Sequence[Part]) -> list[Thing]:
    found: dict[str, Thing] = {}
    for at, part in enumerate(parts):
        name = part.thing.part_of
        one = found.get(name)
        if one is None:
            one = found[name] = Thing(name, part.kind)
        one.at.append(at)
    for one in found.values():
        one.low = _extreme([parts[at].low for at in one.at], min)
        one.high = _extreme([parts[at].high for at in one.at], max)
    return list(found.values())


def _extreme(corners: Sequence[Triple], choose: object) -> Triple:
    if not corners:
        return 0.0, 0.0, 0.0
    x, y, z = zip(*corners, strict=True)
    return choose(x), choose(y), choose(z)  # type: ignore[operator]


class Survey:
    """A design, measured; criteria read it."""

    __slots__ = ("area_m2", "layout", "mass_kg", "parts", "spec")

    def __init__(self, spec: DesignSpec, near: "Survey | None" = None) -> None:
        """Measure a design; `near` is that of one that differs little, whose measurements are taken over."""
        self.spec = spec
        self.parts, is_moved = _measured(spec, near)
        self.layout: Layout = Layout(self.parts, spec.reading) if near is None or is_moved else near.layout
        self.mass_kg = sum([part.mass_kg for part in self.parts])
        self.area_m2 = sum([part.area_m2 for part in self.parts])


def _is_read_alike(one: DesignSpec, other: DesignSpec) -> bool:
    return one.reading is other.reading or one.reading == other.reading


def _measured(spec: DesignSpec, near: Survey | None) -> tuple[list[Part], bool]:
    """Return the parts, and whether anything stands elsewhere, is otherwise sized or formed than in `near`."""
    kind = spec.reading.design_type
    if near is None or len(near.parts) != len(spec.objects) or not _is_read_alike(near.spec, spec):
        return [part_of(thing, kind) for thing in spec.objects], True
    parts, is_moved = [], False
    for old, thing in zip(near.parts, spec.objects, strict=True):
        was = old.thing
        if was is thing:
            parts.append(old)
            continue
        parts.append(part_of(thing, kind))
        is_moved = is_moved or (
            (was.dimensions, was.position, was.rotation, was.properties, was.id, was.type, was.part_of)
            != (thing.dimensions, thing.position, thing.rotation, thing.properties, thing.id, thing.type, thing.part_of)
        )
    return parts, is_moved
