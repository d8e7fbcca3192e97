"""A design as the wire shows it: the union of what specs 2 and 3 ask for."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from api.designs.family3 import stamp
from domain.boxes import bounds_of
from domain.design import Design, GenerationMethod
from domain.spec import DesignObject, DesignSpec, Position, Reading, Rotation

Metres = Literal["meters"]


class DimensionsShown(msgspec.Struct):
    """The box of an object, or of everything."""

    width: float
    height: float
    depth: float
    units: Metres = "meters"


class ObjectShown(msgspec.Struct):
    """One object; both specs' names of its id are there."""

    id: Annotated[str, Meta(examples=["floor_1"])]
    object_id: Annotated[str, Meta(examples=["floor_1"])]
    type: Annotated[str, Meta(examples=["floor"])]
    material: Annotated[str, Meta(examples=["marble_white"])]
    color: Annotated[str, Meta(description="#rrggbb; empty: the material's own")]
    position: Annotated[Position, Meta(description="Metres: centre in x and z, bottom in y")]
    dimensions: DimensionsShown
    rotation: Annotated[Rotation, Meta(description="Degrees about x, then y, then z")]
    editable: bool
    properties: dict[str, Any]
    part_of: Annotated[str, Meta(description="The thing it belongs to", examples=["chair_2"])]


class SceneShown(msgspec.Struct):
    """The whole."""

    name: str
    description: str
    total_objects: int
    bounding_box: DimensionsShown


class VersionShown(msgspec.Struct):
    """Which revision it is: "1.0" is the first, and each change makes the next."""

    version: Annotated[str, Meta(examples=["1.0"])]
    created_at: str
    modified_at: str
    author: str


class SpecShown(msgspec.Struct):
    """A design."""

    spec_id: str
    objects: list[ObjectShown]
    scene: SceneShown
    version: VersionShown
    metadata: dict[str, Any]


def spec_shown(
    spec_id: str,
    design: Design,
    *,
    created_at: datetime,
    modified_at: datetime,
    author: str,
    method: GenerationMethod = "planner",
    more: dict[str, Any] | None = None,
) -> SpecShown:
    """Return a design as the wire shows it; `more` joins its metadata."""
    spec = design.spec
    assert spec is not None
    metadata = {
        "original_spec": original_spec(spec.reading),
        "generation_method": method,
        "style": spec.style,
        "constraints": list(spec.constraints),
        "scale": spec.scale,
        "seed": spec.seed,
        **({"parent": design.parent, "parent_revision": design.parent_revision} if design.parent else {}),
        **(more or {}),
    }
    scene = SceneShown(spec.name, spec.description, len(spec.objects), bounding_box(spec))
    version = VersionShown(f"{design.revision}.0", stamp(created_at), stamp(modified_at), author)
    return SpecShown(spec_id, objects_shown(spec), scene, version, metadata)


def objects_shown(spec: DesignSpec) -> list[ObjectShown]:
    """Return the objects as the wire shows them, each with those features that are its own or of the whole."""
    own = {thing.id: frozenset((_noun(thing.id), _noun(thing.part_of))) for thing in spec.objects}
    named = frozenset[str]().union(*own.values())
    said = [(one, named.intersection(one.casefold().split())) for one in spec.reading.features]
    return [
        object_shown(thing, spec.reading, [one for one, meant in said if not meant or meant & own[thing.id]])
        for thing in spec.objects
    ]


def _noun(name: str) -> str:
    """Return the word that a name ends with, without its number: a lamp is what a floor lamp is."""
    return name.rpartition("_")[0].replace("_", " ").rpartition(" ")[2]


def object_shown(thing: DesignObject, reading: Reading, features: list[str]) -> ObjectShown:
    """Return one object as the wire shows it; `features` are those of the reading that it has."""
    size = thing.dimensions
    return ObjectShown(
        thing.id, thing.id, thing.type, thing.material, thing.color, thing.position,
        DimensionsShown(size.width, size.height, size.depth), thing.rotation, thing.editable,
        {"design_type": reading.design_type, "features": features, **thing.properties}, thing.part_of,
    )  # fmt: skip


def original_spec(reading: Reading) -> dict[str, Any]:
    """Return how the prompt was understood."""
    shown: dict[str, Any] = msgspec.to_builtins(reading)
    return shown | {"materials": [{"type": name} for name in reading.materials]}


def bounding_box(spec: DesignSpec) -> DimensionsShown:
    """Return the box around all objects' boxes, turned as they are."""
    corners = [corner for thing in spec.objects for corner in bounds_of(thing)]
    if not corners:
        return DimensionsShown(0.0, 0.0, 0.0)
    sides = [max(axis) - min(axis) for axis in zip(*corners, strict=True)]
    return DimensionsShown(*(round(side, 6) for side in sides))
