"""A design as an inspector walks around it: where the ground is, which thing is which, and how high things stand."""

from collections.abc import Callable, Iterable
from functools import cached_property
from math import cos, radians, sin

from domain.boxes import Triple, bounds_of
from domain.compliance.types import Measured, Value
from domain.materials import CATALOGUE
from domain.spec import DesignObject, DesignSpec

WALLS = ("facade", "wall")
COMBUSTIBLE = frozenset(("wood", "textile", "leather", "plastic", "plant"))
Rectangle = tuple[float, float, float, float]
"""Lowest x, lowest z, highest x, highest z, metres."""


class Site:
    """A spec with what measurements ask of it."""

    def __init__(self, spec: DesignSpec) -> None:
        self.spec = spec
        self.things = spec.objects
        self.bounds: dict[str, tuple[Triple, Triple]] = {thing.id: bounds_of(thing) for thing in spec.objects}

    @property
    def is_interior(self) -> bool:
        """Whether it is a room."""
        return self.spec.reading.design_type == "interior"

    @cached_property
    def floor(self) -> DesignObject | None:
        """The floor of a room."""
        floors = [thing for thing in self.things if thing.type == "floor"] if self.is_interior else []
        return max(floors, key=lambda thing: thing.dimensions.width * thing.dimensions.depth, default=None)

    @cached_property
    def ground(self) -> float:
        """The height on which one stands: a room's floor, otherwise the lowest point."""
        if self.floor is not None:
            return self.bounds[self.floor.id][1][1]
        return min((low[1] for low, _ in self.bounds.values()), default=0.0)

    @cached_property
    def walls(self) -> list[DesignObject]:
        """The walls of a room."""
        return [thing for thing in self.things if self.is_interior and thing.type in WALLS]

    def named(self, *names: str, whole: Iterable[str] = ()) -> list[DesignObject]:
        """Return objects whose ids begin so, like `leaf`; with `whole` those that belong to one of these things."""
        wanted = frozenset(whole)
        return [
            thing
            for thing in self.things
            if root_of(thing.id) in names and (not wanted or root_of(thing.part_of) in wanted)
        ]

    def top(self, thing: DesignObject) -> float:
        """Return the height of a thing's top above the ground."""
        return self.bounds[thing.id][1][1] - self.ground

    def bottom(self, thing: DesignObject) -> float:
        """Return the height of a thing's underside above the ground."""
        return self.bounds[thing.id][0][1] - self.ground

    def plan(self, thing: DesignObject) -> Rectangle:
        """Return what a thing covers, seen from above."""
        low, high = self.bounds[thing.id]
        return low[0], low[2], high[0], high[2]

    @cached_property
    def room(self) -> Rectangle | None:
        """The floor between the walls; where no wall is drawn, up to the floor's edge."""
        if self.floor is None:
            return None
        x0, z0, x1, z1 = self.plan(self.floor)
        for wall in self.walls:
            a0, b0, a1, b1 = self.plan(wall)
            if a1 - a0 < b1 - b0:  # it runs along z
                x0, x1 = (max(x0, a1), x1) if a0 + a1 < x0 + x1 else (x0, min(x1, a0))
            else:
                z0, z1 = (max(z0, b1), z1) if b0 + b1 < z0 + z1 else (z0, min(z1, b0))
        return (x0, z0, x1, z1) if x1 > x0 and z1 > z0 else None


def root_of(name: str) -> str:
    """Return a name without its number: `chair_2` is a `chair`."""
    head, _, number = name.rpartition("_")
    return head if number.isdigit() else name


def each(things: Iterable[DesignObject], value_of: Callable[[DesignObject], float | None], missing: str) -> Measured:
    """Return a measurement of each thing that has one, or why there is none."""
    found = [(thing.id, value_of(thing)) for thing in things]
    values = tuple(Value(object_id, value) for object_id, value in found if value is not None)
    return Measured(values) if values else Measured(missing=missing)


def whole(value: float) -> Measured:
    """Return a measurement of the whole design."""
    return Measured((Value("", value),))


def number(thing: DesignObject, name: str, default: float) -> float:
    """Return a property that is a number."""
    value = thing.properties.get(name, default)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else default


def fours(thing: DesignObject, name: str) -> list[tuple[float, float, float, float]]:
    """Return a property that lists openings: x, foot, width and height of each."""
    values = thing.properties.get(name, [])
    plain = [float(value) for value in values] if isinstance(values, list) else []
    return [(plain[i], plain[i + 1], plain[i + 2], plain[i + 3]) for i in range(0, len(plain) - 3, 4)]


def is_of(thing: DesignObject, families: Iterable[str]) -> bool:
    """Return whether a thing is made of one of these families of materials."""
    material = CATALOGUE.get(thing.material)
    return material is not None and material.family in families


def is_upright(thing: DesignObject) -> bool:
    """Return whether a thing is turned about the upright axis at most."""
    return thing.rotation.x == 0.0 and thing.rotation.z == 0.0


def seen_from(frame: DesignObject, thing: DesignObject) -> tuple[float, float]:
    """Return x and z of a thing in the axes of another, whose origin is that one's place."""
    x, z = thing.position.x - frame.position.x, thing.position.z - frame.position.z
    c, s = cos(radians(frame.rotation.y)), sin(radians(frame.rotation.y))
    return c * x - s * z, s * x + c * z


def apart(one: Rectangle, other: Rectangle) -> float:
    """Return the distance between two rectangles, 0 where they meet."""
    x = max(one[0] - other[2], other[0] - one[2], 0.0)
    z = max(one[1] - other[3], other[1] - one[3], 0.0)
    return float((x * x + z * z) ** 0.5)
