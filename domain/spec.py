"""The design spec: one value type that the planner writes, people edit, and geometry is made from.

Axes: right-handed, Y up, metres. An object's `position` is the centre of its box in x and z, and the bottom in y.
"""

from typing import Literal

import msgspec

DesignType = Literal["building", "interior", "vehicle", "electronics", "appliance", "furniture", "object"]
Quality = Literal["draft", "standard", "high"]
Scale = Literal["small", "medium", "large"]
Property = str | float | int | bool | list[str | float]


class Position(msgspec.Struct, frozen=True):
    """Where an object stands, metres: centre in x and z, bottom in y."""

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0


class Dimensions(msgspec.Struct, frozen=True):
    """The box of an object before it is turned, metres along x, y and z."""

    width: float
    height: float
    depth: float


class Rotation(msgspec.Struct, frozen=True):
    """Degrees about x, then y, then z, around the centre of the object's box."""

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0


class DesignObject(msgspec.Struct, frozen=True):
    """One thing in a design: what it is (`type` names the maker of its shape), of what, how large, where."""

    id: str
    type: str
    material: str
    dimensions: Dimensions
    position: Position = Position()
    rotation: Rotation = Rotation()
    color: str = ""  # "#rrggbb", tints the material; empty: the material's own colour
    editable: bool = True
    properties: dict[str, Property] = {}
    part_of: str = ""  # the thing it belongs to, like "chair_2"; things are counted by archetype


class Relation(msgspec.Struct, frozen=True):
    """How one thing stands to another, like lamp on desk; both by archetype."""

    subject: str
    # on, under, beside, left of (-x, seen from the front), right of, around, against, in, behind, in front of, above,
    # between
    relation: str
    anchor: str


class Budget(msgspec.Struct, frozen=True):
    """What the whole may cost: money with its ISO 4217 code, or triangles."""

    amount: float
    unit: str  # "USD", "EUR" …, or "triangles"


class Reading(msgspec.Struct, frozen=True):
    """How the prompt was understood; the wire shows it as `metadata.original_spec`.

    `materials` and `colors` are those of the whole; those of parts stand under the part's name. Sizes are in metres.
    """

    design_type: DesignType
    category: str
    archetype: str
    materials: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    confidence: float = 0.0
    not_understood: tuple[str, ...] = ()
    style: str = ""  # as named in the text
    colors: tuple[str, ...] = ()
    part_materials: dict[str, str] = {}
    part_colors: dict[str, str] = {}
    counts: dict[str, int] = {}
    sizes_m: dict[str, float] = {}
    excluded: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    budget: Budget | None = None
    is_nearest: bool = False  # no word names the archetype: it is the nearest by meaning


class DesignSpec(msgspec.Struct, frozen=True):
    """A whole design; the same spec and seed give the same geometry to the byte."""

    name: str
    description: str
    reading: Reading
    style: str
    objects: tuple[DesignObject, ...]
    constraints: tuple[str, ...] = ()
    scale: Scale = "medium"
    seed: int = 0
