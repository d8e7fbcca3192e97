"""Changes of a spec: what is different about each object, exactly, so that every change can be undone."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from domain.errors import Invalid
from domain.spec import DesignObject, DesignSpec, Dimensions, Position, Property, Rotation

Facet = Property | None
"""The value of one attribute; None: the attribute is not there."""

PARTS: Mapping[str, type[Dimensions] | type[Position] | type[Rotation]] = {
    "dimensions": Dimensions, "position": Position, "rotation": Rotation,
}  # fmt: skip
PLAIN = ("material", "color", "editable")


class Change(msgspec.Struct, frozen=True):
    """What is different about one object; both sides name the same attributes.

    An attribute is `material`, `color`, `editable`, `dimensions.width`, `position.x`, `rotation.y`, or
    `properties.<name>`.
    """

    object_id: str
    before: dict[str, Facet]
    after: dict[str, Facet]


def attributes_of(thing: DesignObject) -> dict[str, Facet]:
    """Return every attribute of an object by its path."""
    found: dict[str, Facet] = {name: getattr(thing, name) for name in PLAIN}
    for part in PARTS:
        found |= {f"{part}.{axis}": value for axis, value in msgspec.structs.asdict(getattr(thing, part)).items()}
    return found | {f"properties.{name}": value for name, value in thing.properties.items()}


def change_of(thing: DesignObject, after: Mapping[str, Facet]) -> Change | None:
    """Return the change that gives an object these attributes; None if it has them already."""
    now = attributes_of(thing)
    different = {path: value for path, value in after.items() if now.get(path) != value}
    if not different:
        return None
    return Change(thing.id, {path: now.get(path) for path in different}, different)


def inverse(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that undo `changes`."""
    return tuple(Change(one.object_id, one.after, one.before) for one in reversed(changes))


def applied(spec: DesignSpec, changes: Sequence[Change]) -> DesignSpec:
    """Return the spec after `changes`; changes of objects that are not there do nothing."""
    by_id: dict[str, dict[str, Facet]] = {}
    for one in changes:
        by_id.setdefault(one.object_id, {}).update(one.after)
    if not by_id:
        return spec
    objects = tuple(_changed(thing, by_id[thing.id]) if thing.id in by_id else thing for thing in spec.objects)
    return replace(spec, objects=objects)


def _changed(thing: DesignObject, after: Mapping[str, Facet]) -> DesignObject:
    fields: dict[str, Any] = {name: value for name, value in after.items() if name in PLAIN}
    for part in PARTS:
        axes = {path.partition(".")[2]: value for path, value in after.items() if path.startswith(f"{part}.")}
        if axes:
            fields[part] = replace(getattr(thing, part), **axes)
    named = {path.removeprefix("properties."): v for path, v in after.items() if path.startswith("properties.")}
    if named:
        kept = {name: value for name, value in thing.properties.items() if name not in named}
        fields["properties"] = kept | {name: value for name, value in named.items() if value is not None}
    return replace(thing, **fields)


def nested(facets: Mapping[str, Facet]) -> dict[str, Any]:
    """Return attributes as the wire shows them: `{"dimensions.width": 2}` becomes `{"dimensions": {"width": 2}}`."""
    shown: dict[str, Any] = {}
    for path, value in facets.items():
        part, _, name = path.partition(".")
        if name:
            shown.setdefault(part, {})[name] = value
        else:
            shown[part] = value
    return shown


def difference(before: DesignSpec, after: DesignSpec) -> tuple[tuple[Change, ...], tuple[str, ...], tuple[str, ...]]:
    """Return how two specs differ: changes of objects in both, ids that were added, ids that were removed."""
    old, new = ({thing.id: thing for thing in spec.objects} for spec in (before, after))
    changes = []
    for object_id in old.keys() & new.keys():
        was, now = attributes_of(old[object_id]), attributes_of(new[object_id])
        paths = [path for path in was.keys() | now.keys() if was.get(path) != now.get(path)]
        if paths:
            names = sorted(paths)
            changes.append(Change(object_id, {n: was.get(n) for n in names}, {n: now.get(n) for n in names}))
    changes.sort(key=lambda one: one.object_id)
    return tuple(changes), tuple(sorted(new.keys() - old.keys())), tuple(sorted(old.keys() - new.keys()))


def require_known_objects(spec: DesignSpec, changes: Sequence[Change]) -> None:
    """Refuse changes of objects that the spec does not have.

    Raises
    ------
    Invalid
        Some object is not there.
    """
    known = {thing.id for thing in spec.objects}
    for one in changes:
        if one.object_id not in known:
            raise Invalid("The design has no such object", object_id=one.object_id)
