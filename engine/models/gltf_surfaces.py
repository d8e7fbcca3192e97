"""Primitives of a glTF as surfaces: triangles, strips and fans, plain or packed by Draco."""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models import gltf_draco
from engine.models.draco_decoding import Decoder
from engine.models.gltf_accessors import Accessors, as_floats
from engine.models.gltf_buffers import Buffers
from engine.models.gltf_schema import Kind, Primitive
from engine.models.limits import Reading
from engine.models.model import NOTHING, Surface

_TRIANGLES, _STRIP, _FAN = 4, 5, 6
_SETS_MOST = 8
_JOINTS_MOST = 65_535
_KINDS: dict[str, tuple[Kind, ...]] = {
    "POSITION": ("VEC3",), "NORMAL": ("VEC3",), "TANGENT": ("VEC4",), "TEXCOORD": ("VEC2",), "COLOR": ("VEC3", "VEC4"),
    "JOINTS": ("VEC4",), "WEIGHTS": ("VEC4",),
}  # fmt: skip
_SHIFTED = ("POSITION", "NORMAL", "TANGENT")
Values = dict[str, NDArray[Any]]


class Surfaces:
    """Makes surfaces of the primitives of one document."""

    def __init__(
        self, accessors: Accessors, buffers: Buffers, reading: Reading, materials: int, decoder: Decoder
    ) -> None:
        self._accessors, self._buffers, self._reading, self._materials = accessors, buffers, reading, materials
        self._decoder = decoder

    def surface(self, primitive: Primitive) -> Surface | None:
        """Return the triangles of a primitive; None where it has none."""
        if primitive.mode < _TRIANGLES:
            self._reading.note("Points and lines were left out")
            return None
        if primitive.material is not None and primitive.material >= self._materials:
            raise Invalid("The glTF names a material that it does not have", field="material")
        faces, values = self._content(primitive)
        points = values.get("POSITION")
        if points is None:
            self._reading.note("A primitive without positions was left out")
            return None
        self._reading.triangles(len(faces))
        targets = tuple(self._target(target, len(points)) for target in primitive.targets)
        _check_shapes(values, faces)
        if not len(faces):
            self._reading.note("A primitive without triangles was left out")
            return None
        return self._made(faces, values, targets, NOTHING if primitive.material is None else primitive.material)

    def _content(self, primitive: Primitive) -> tuple[NDArray[Any], Values]:
        names = [name for name in primitive.attributes if self._is_read(name)]
        packed = gltf_draco.packing_of(primitive.extensions)
        if packed is None:
            values = {name: self._plain(name, primitive.attributes[name]) for name in names}
            return self._plain_faces(primitive, values), values
        content = bytes(self._buffers.view(packed.buffer_view))
        told = self._told(primitive)
        unpacked = gltf_draco.unpacked(packed, content, self._reading, self._decoder, most=told)
        self._notice_counts(primitive, unpacked, told)
        values = {
            name: self._unpacked(name, unpacked.attributes[name], primitive.attributes[name])
            if name in unpacked.attributes
            else self._plain(name, primitive.attributes[name])
            for name in names
        }
        return unpacked.faces, values

    def _notice_counts(self, primitive: Primitive, unpacked: gltf_draco.Unpacked, told: int | None) -> None:
        """Note where a part holds another number of corners or triangles than its primitive says."""
        has_others = told is not None and told != len(unpacked.faces)
        for name, number in primitive.attributes.items():
            held = unpacked.attributes.get(name)
            has_others = has_others or (held is not None and len(held) != self._accessors.entry(number).count)
        if has_others:
            self._reading.note(
                "Draco parts hold other numbers of corners or triangles than the glTF says: theirs count"
            )

    def _told(self, primitive: Primitive) -> int | None:
        """Return how many triangles the file says that a primitive has; None where it does not say so."""
        if primitive.indices is None or primitive.mode != _TRIANGLES:
            return None
        return self._accessors.entry(primitive.indices).count // 3

    def _is_read(self, name: str) -> bool:
        kind, _, number = name.partition("_")
        sets = 1 if kind == "COLOR" else _SETS_MOST
        if name in _SHIFTED or (kind in _KINDS and number in map(str, range(sets))):
            return True
        self._reading.note("Attributes of a purpose of their own were left out")
        return False

    def _plain(self, name: str, number: int) -> NDArray[Any]:
        kind = name.partition("_")[0]
        read = self._accessors.integers if kind == "JOINTS" else self._accessors.floats
        return read(number, *_KINDS[kind])

    def _unpacked(self, name: str, values: NDArray[Any], number: int) -> NDArray[Any]:
        kind = name.partition("_")[0]
        if f"VEC{values.shape[1]}" not in _KINDS[kind]:
            raise Invalid("An attribute in a Draco part of the glTF has another width", field=name)
        return values if kind == "JOINTS" else as_floats(values, self._accessors.entry(number))

    def _plain_faces(self, primitive: Primitive, values: Values) -> NDArray[Any]:
        if primitive.indices is not None:
            order = self._accessors.integers(primitive.indices, "SCALAR")[:, 0]
        else:
            order = np.arange(len(values.get("POSITION", ())), dtype=np.uint32)
        return triangles_of(order, primitive.mode)

    def _target(self, target: Mapping[str, int], count: int) -> dict[str, NDArray[np.float32]]:
        if set(target) - set(_SHIFTED):
            self._reading.note("Morph targets of texture coordinates, colours or other attributes were left out")
        shifts = {name: self._accessors.floats(target[name], "VEC3") for name in _SHIFTED if name in target}
        if any(len(values) != count for values in shifts.values()):
            raise Invalid(
                "A morph target of the glTF has another number of corners than its primitive", field="targets"
            )
        return shifts

    def _made(
        self, faces: NDArray[Any], values: Values, targets: tuple[dict[str, NDArray[np.float32]], ...], material: int
    ) -> Surface:
        corners, faces = compact(faces, len(values["POSITION"]))
        count = len(values["POSITION"]) if corners is None else len(corners)
        width = sum(each.shape[1] for each in values.values()) + sum(3 * len(target) for target in targets)
        self._reading.corners(count)
        self._reading.take(4 * count * width + 12 * count)

        def of(name: str) -> NDArray[Any] | None:
            each = values.get(name)
            return each if each is None or corners is None else each[corners]

        def sets(name: str) -> list[NDArray[Any]]:
            names = takewhile(values.__contains__, (f"{name}_{number}" for number in range(_SETS_MOST)))
            return [each for each in map(of, names) if each is not None]

        joints, weights = sets("JOINTS"), sets("WEIGHTS")
        if len(joints) != len(weights):
            raise Invalid(
                "A primitive of the glTF has joints without weights, or weights without joints", field="JOINTS"
            )
        if any(each.dtype.kind not in "iu" or int(each.max(initial=0)) > _JOINTS_MOST for each in joints):
            raise Invalid("A corner of the glTF follows a joint that no skin can have", field="JOINTS")
        points, colors = of("POSITION"), of("COLOR_0")
        assert points is not None
        return Surface(
            points=points.astype(np.float64), faces=faces, normals=of("NORMAL"), tangents=of("TANGENT"),
            uvs=tuple(sets("TEXCOORD")), colors=None if colors is None else with_alpha(colors),
            joints=np.hstack(joints).astype(np.uint16) if joints else None,
            weights=np.hstack(weights) if weights else None,
            targets=tuple({name: each if corners is None else each[corners] for name, each in target.items()}
                          for target in targets),
            material=material,
        )  # fmt: skip


def triangles_of(order: NDArray[Any], mode: int) -> NDArray[Any]:
    """Return (m, 3) corner indices of a list, a strip or a fan; what stitches strips together is left out."""
    if mode == _TRIANGLES:
        if len(order) % 3:
            raise Invalid("The corners of a primitive of the glTF are not a multiple of three", field="indices")
        return order.reshape(-1, 3)
    if len(order) < 3:
        return np.zeros((0, 3), order.dtype)
    if mode == _FAN:
        faces = np.column_stack([np.full(len(order) - 2, order[0]), order[1:-1], order[2:]])
    else:
        faces = np.column_stack([order[:-2], order[1:-1], order[2:]])
        faces[1::2] = faces[1::2, [1, 0, 2]]
    a, b, c = faces.T
    return np.asarray(faces[(a != b) & (b != c) & (c != a)])


def compact(faces: NDArray[Any], count: int) -> tuple[NDArray[np.int64] | None, NDArray[np.int32]]:
    """Return the corners that triangles use, None where that is all of them, and the triangles over those."""
    if count > 4 * faces.size:  # many primitives may share one long list of corners
        used, inverse = np.unique(faces, return_inverse=True)
        return used.astype(np.int64), inverse.reshape(-1, 3).astype(np.int32)
    is_used = np.zeros(count, bool)
    is_used[faces] = True
    if is_used.all():
        return None, np.ascontiguousarray(faces, np.int32)
    places = np.cumsum(is_used, dtype=np.int32) - 1
    return np.flatnonzero(is_used), np.asarray(places[faces], np.int32)


def with_alpha(colors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (n, 4) colours of (n, 3) or (n, 4) ones."""
    if colors.shape[1] == 4:
        return colors
    return np.column_stack([colors, np.ones(len(colors), np.float32)])


def _check_shapes(values: Values, faces: NDArray[Any]) -> None:
    count = len(values["POSITION"])
    wrong = [name for name, each in values.items() if len(each) != count]
    if wrong:
        raise Invalid("The attributes of a primitive of the glTF differ in length", field=wrong[0], points=count)
    if len(faces) and int(faces.max()) >= count:
        raise Invalid("A triangle of the glTF names a corner that is not there", field="indices", points=count)
