"""The sheet an archetype draws on: objects with ids, placed in one scene."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np

from domain.spec import DesignObject, Dimensions, Position, Property, Rotation
from engine.archetypes.brief import Brief, Triple
from engine.archetypes.habits import habits, leg_turn
from engine.makers.base import scaled_lengths


@dataclass(slots=True)
class Drawing:
    """Objects in the order they were drawn; ids count up by name, like `leg_1`, `leg_2`.

    `name` is the archetype that is drawn; what another drawing includes of it is `part_of` that, like `chair_2`.
    """

    brief: Brief
    objects: list[DesignObject] = field(default_factory=list)
    name: str = ""
    _numbers: Counter[str] = field(default_factory=Counter)
    _things: Counter[str] = field(default_factory=Counter)

    def add(
        self,
        kind: str,
        size: Triple,
        at: Triple = (0.0, 0.0, 0.0),
        *,
        material: str,
        color: str = "",
        turn: Triple = (0.0, 0.0, 0.0),
        name: str = "",
        **properties: Property,
    ) -> DesignObject:
        """Draw one object.

        `kind` names its maker, `size` its box, `at` the bottom centre of the box, `turn` degrees.
        """
        made = DesignObject(
            id=self._next(name or kind),
            type=kind,
            material=material,
            dimensions=Dimensions(*map(_tidy, size)),
            position=Position(*map(_tidy, at)),
            rotation=Rotation(*map(_tidy, leg_turn(kind, at, turn, properties))),
            color=color,
            properties=habits(kind, size, properties, self.brief),
        )
        self.objects.append(made)
        return made

    def _next(self, name: str) -> str:
        self._numbers[name] += 1
        return f"{name}_{self._numbers[name]}"

    def include(self, other: "Drawing", at: Triple = (0.0, 0.0, 0.0), turn_deg: float = 0.0) -> None:
        """Draw all objects of another drawing, turned about the y axis and then moved; their ids are counted on."""
        names: dict[str, str] = {}
        for thing in other.objects:
            moved = _moved(thing, at, turn_deg)
            whole = thing.part_of or other.name
            if whole and whole not in names:
                names[whole] = self._next_thing(whole)
            self.objects.append(
                msgspec.structs.replace(moved, id=self._next(thing.id.rpartition("_")[0]), part_of=names.get(whole, ""))
            )

    def _next_thing(self, whole: str) -> str:
        """Return the name of one more thing: "chair_2" and "chair" both become the next chair."""
        kind, _, number = whole.rpartition("_")
        kind = kind if number.isdigit() else whole
        self._things[kind] += 1
        return f"{kind}_{self._things[kind]}"

    @property
    def top(self) -> float:
        """Return the height of the highest upright object."""
        upright = [thing for thing in self.objects if not (thing.rotation.x or thing.rotation.z)]
        return max(thing.position.y + thing.dimensions.height for thing in upright or self.objects)


def _tidy(value: float) -> float:
    """Return the value without the noise of arithmetic: a tenth of a micron is far below anything made here."""
    return round(float(value), 7)


def _moved(thing: DesignObject, at: Triple, turn_deg: float) -> DesignObject:
    """Return the object turned about the scene's y axis and shifted."""
    cos, sin = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    x, z = thing.position.x, thing.position.z
    position = Position(
        _tidy(cos * x + sin * z + at[0]), _tidy(thing.position.y + at[1]), _tidy(-sin * x + cos * z + at[2])
    )
    return msgspec.structs.replace(thing, position=position, rotation=_turned(thing.rotation, turn_deg))


def _turned(rotation: Rotation, turn_deg: float) -> Rotation:
    """Return the rotation followed by a turn about y, again as turns about x, then y, then z."""
    if not turn_deg:
        return rotation
    if not rotation.z:
        return Rotation(rotation.x, _tidy(rotation.y + turn_deg), 0.0)
    turn = np.radians([rotation.x, rotation.y, rotation.z])
    (cx, cy, cz), (sx, sy, sz) = np.cos(turn), np.sin(turn)
    cos, sin = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    rows = np.array(
        [
            [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx],
            [sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx],
            [-sy, cy * sx, cy * cx],
        ]
    )
    both = np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]]) @ rows
    x, y, z = (
        np.arctan2(both[2, 1], both[2, 2]),
        np.arcsin(np.clip(-both[2, 0], -1, 1)),
        np.arctan2(both[1, 0], both[0, 0]),
    )
    return Rotation(*(_tidy(np.degrees(angle)) for angle in (x, y, z)))


def scaled(objects: Sequence[DesignObject], factor: float) -> tuple[DesignObject, ...]:
    """Return all objects scaled about the origin; properties that end in `_m` are lengths and scale too."""
    return tuple(_scaled(thing, factor) for thing in objects)


def _scaled(thing: DesignObject, factor: float) -> DesignObject:
    size, at = thing.dimensions, thing.position
    return msgspec.structs.replace(
        scaled_lengths(thing, factor),
        dimensions=Dimensions(size.width * factor, size.height * factor, size.depth * factor),
        position=Position(at.x * factor, at.y * factor, at.z * factor),
    )
