"""Read Wavefront OBJ with its MTL: a mesh for each object, a surface for each material."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.checking import check_finite
from engine.models.colors import linear_of
from engine.models.files import NO_FILES, Files
from engine.models.limits import Reading, within
from engine.models.model import Mesh, Model, Node, Surface
from engine.models.mtl_reading import Looks, looks_of
from engine.models.numbers import Lines, lines_of, numbers_in, words_in
from engine.models.polygons import triangulated
from engine.models.welding import joined_keys

_COMMENT = re.compile(rb"#[^\n]*")
_CONTINUED = re.compile(rb"\\[ \t]*\r?\n")
_SLASH = ord("/")
_V, _T, _N, _F, _O, _G, _U, _M = (ord(letter) for letter in "vtnfogum")
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Corners:
    """Corners of all faces, end to end: indices of points, texture coordinates and normals (-1: none), and lines."""

    places: Whole  # (k, 3)
    counts: Whole  # (f,) corners of each face
    lines: Whole  # (f,) line of each face


def is_obj(data: bytes) -> bool:
    """Tell whether a text has a line of a vertex near its start."""
    return re.search(rb"(?m)^\s*v[ \t]+[-+.0-9]", data[: 1 << 20]) is not None


def read_obj(data: bytes, reading: Reading, files: Files = NO_FILES) -> Model:
    """Return the surfaces of an OBJ; its library of materials and pictures are looked for among `files`."""
    lines = lines_of(_plain(data))
    first, second = lines.initials(0), lines.initials(1)
    is_blank = second <= 32
    is_point, is_face = (first == _V) & is_blank, (first == _F) & is_blank
    points, colors = _points(lines, is_point, reading)
    uvs = _table(lines, (first == _V) & (second == _T), b"t", 2, reading)
    normals = _table(lines, (first == _V) & (second == _N), b"n", 3, reading)
    corners = _corners(lines, is_face, (is_point, (first == _V) & (second == _T), (first == _V) & (second == _N)),
                       (len(points), len(uvs), len(normals)), reading)  # fmt: skip
    triangles, faces = triangulated(points, corners.places[:, 0], corners.counts)
    reading.triangles(len(triangles))
    looks = looks_of(_names(lines, first, _M, "mtllib"), files, reading)
    groups = _Groups(lines, first, corners.lines[faces], looks, reading)
    tables = _Tables(points, colors, uvs, normals)
    return groups.model(triangles, corners.places, tables)


def _plain(data: bytes) -> bytes:
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    if b"\\" in data:
        data = _CONTINUED.sub(b" ", data)
    return _COMMENT.sub(b"", data) if b"#" in data else data


def _points(lines: Lines, is_point: NDArray[np.bool_], reading: Reading) -> tuple[Floats, NDArray[np.float32] | None]:
    """Return the points, and the colours that stand behind them in some files."""
    text = lines.picked(is_point).replace(b"v", b" ")
    counts = words_in(text)[1]
    reading.corners(len(counts))
    if len(counts) and not np.isin(counts, (3, 4, 6, 7)).all():
        raise Invalid("A vertex of the OBJ has another count of numbers than 3, 4, 6 or 7", field="v")
    values = numbers_in(text, int(counts.sum()), np.float64, "v")
    starts = np.cumsum(counts) - counts
    points = values[starts[:, None] + np.arange(3)] if len(counts) else np.zeros((0, 3))
    check_finite(points)
    if not (counts >= 6).any():
        return points, None
    has = counts >= 6
    colors = np.ones((len(counts), 4), np.float32)
    colors[has, :3] = linear_of(values[starts[has][:, None] + (counts[has] - 3)[:, None] + np.arange(3)])
    return points, colors


def _table(lines: Lines, is_row: NDArray[np.bool_], letter: bytes, width: int, reading: Reading) -> Floats:
    """Return the rows of texture coordinates or normals; a missing second number is 0, further ones are left out."""
    text = lines.picked(is_row).replace(b"v" + letter, b" ")
    counts = words_in(text)[1]
    if len(counts) and not (int(counts.min()) >= (1 if width == 2 else 3) and int(counts.max()) <= 4):
        raise Invalid("A line of the OBJ has another count of numbers than it should", field="v" + letter.decode())
    values = numbers_in(text, int(counts.sum()), np.float64, "v" + letter.decode())
    starts = np.cumsum(counts) - counts
    table = np.zeros((len(counts), width))
    for column in range(width):
        has = counts > column
        table[has, column] = values[starts[has] + column]
    return table


def _corners(
    lines: Lines,
    is_face: NDArray[np.bool_],
    rows: tuple[NDArray[np.bool_], ...],
    sizes: tuple[int, ...],
    reading: Reading,
) -> _Corners:
    text = _tidy(lines.picked(is_face))
    starts, counts = words_in(text)
    reading.corners(len(starts))
    slashes = np.flatnonzero(np.frombuffer(text, np.uint8) == _SLASH)
    parts = np.diff(np.searchsorted(slashes, starts), append=len(slashes))
    if len(parts) and int(parts.max()) > 2:
        raise Invalid("A corner of the OBJ has more than three indices", field="f")
    values = numbers_in(text.replace(b"/", b" "), int(parts.sum()) + len(parts), np.int64, "f")
    firsts = np.cumsum(parts + 1) - parts - 1
    found = np.zeros((len(parts), 3), np.int64)
    for column in range(3):
        has = parts >= column
        found[has, column] = values[firsts[has] + column]
    numbers = np.flatnonzero(is_face)
    return _Corners(_resolved(found, np.repeat(numbers, counts), rows, sizes), counts, numbers)


def _tidy(text: bytes) -> bytes:
    """Return face lines with a 0 where an index is left out, and without slashes that nothing follows."""
    content = np.frombuffer(text.replace(b"f", b" ").replace(b"//", b"/0/"), np.uint8).copy()
    for _ in range(2):
        is_last = content[:-1] == _SLASH
        is_last &= content[1:] <= 32
        if not is_last.any():
            break
        content[:-1][is_last] = 32
    return content.tobytes()


def _resolved(found: Whole, lines: Whole, rows: tuple[NDArray[np.bool_], ...], sizes: tuple[int, ...]) -> Whole:
    """Return indices from 0; negative ones count back from the line that they stand in."""
    for column, (is_row, size) in enumerate(zip(rows, sizes, strict=True)):
        values = found[:, column]
        is_back = values < 0
        if is_back.any():
            before = np.searchsorted(np.flatnonzero(is_row), lines[is_back])
            values[is_back] += before + 1
            if (values[is_back] < 1).any():
                raise Invalid("A face of the OBJ counts back farther than there is anything", field="f")
        if len(values) and (int(values.max()) > size or (column == 0 and int(values.min()) < 1)):
            raise Invalid("A face of the OBJ names something that is not there", field="f", count=size)
    return found - 1


def _names(lines: Lines, first: NDArray[np.uint8], letter: int, word: str) -> dict[int, str]:
    """Return what stands behind a word, by line."""
    found = {int(number): lines.text(int(number)) for number in np.flatnonzero(first == letter)}
    parted = {number: text.split(None, 1) for number, text in found.items()}
    return {number: part[1] if len(part) > 1 else "" for number, part in parted.items() if part and part[0] == word}


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    points: Floats
    colors: NDArray[np.float32] | None
    uvs: Floats
    normals: Floats


class _Groups:
    """Which triangle belongs to which object and material."""

    def __init__(self, lines: Lines, first: NDArray[np.uint8], of: Whole, looks: Looks, reading: Reading) -> None:
        self._reading, self._looks = reading, looks
        objects = _names(lines, first, _O, "o") or _names(lines, first, _G, "g")
        self.objects, self._object = _numbered(objects, of)
        self.uses, self._use = _numbered(_names(lines, first, _U, "usemtl"), of)

    def model(self, triangles: Whole, places: Whole, tables: _Tables) -> Model:
        """Return the model with a mesh for each object that has triangles."""
        keys = self._object * len(self.uses) + self._use
        order = np.argsort(keys, kind="stable")
        bounds = np.flatnonzero(np.diff(keys[order], prepend=-1))
        within(len(bounds), self._reading.limits.surfaces_max, "surfaces_max", "groups of faces")
        surfaces: dict[int, list[Surface]] = {}
        for part in np.split(order, bounds[1:]) if len(order) else ():
            number, use = divmod(int(keys[part[0]]), len(self.uses))
            surface = self._surface(places[triangles[part].ravel()], tables, self._looks.number_of(self.uses[use]))
            surfaces.setdefault(number, []).append(surface)
        meshes = tuple(Mesh(tuple(made), self.objects[number]) for number, made in surfaces.items())
        nodes = tuple(Node(mesh.name, mesh=number) for number, mesh in enumerate(meshes))
        return Model(nodes, tuple(range(len(nodes))), meshes, self._looks.materials, self._looks.pictures, source="obj")

    def _surface(self, corners: Whole, tables: _Tables, material: int) -> Surface:
        """Return the surface of (3 m, 3) corners; those that agree in all three are joined."""
        firsts, places = _joined(corners, len(tables.uvs) + 1, len(tables.normals) + 1)
        point, uv, normal = corners[firsts].T
        uvs = _looked_up(tables.uvs, uv)
        if uvs is not None:
            uvs[:, 1] = 1 - uvs[:, 1]
        return Surface(
            tables.points[point], places.reshape(-1, 3), normals=_looked_up(tables.normals, normal),
            uvs=() if uvs is None else (uvs,), colors=None if tables.colors is None else tables.colors[point],
            material=material,
        )  # fmt: skip


def _joined(corners: Whole, uvs: int, normals: int) -> tuple[Whole, NDArray[np.int32]]:
    coordinates = corners[:, 1:] + 1
    if uvs * normals > 2**30:  # keys of all three would not fit
        pairs = joined_keys(coordinates[:, 0] * normals + coordinates[:, 1])[1].astype(np.int64)
        return joined_keys(corners[:, 0] * (len(corners) + 1) + pairs)
    return joined_keys((corners[:, 0] * uvs + coordinates[:, 0]) * normals + coordinates[:, 1])


def _looked_up(table: Floats, places: Whole) -> NDArray[np.float32] | None:
    """Return rows of a table, zeros where a corner has none; None where no corner has one."""
    has = places >= 0
    if not has.any():
        return None
    rows = np.zeros((len(places), table.shape[1]), np.float32)
    rows[has] = table[places[has]]
    return rows


def _numbered(names: dict[int, str], of: Whole) -> tuple[list[str], Whole]:
    """Return the different names, "" first, and which of them stands last before each of some lines."""
    known = {"": 0}
    for name in names.values():
        known.setdefault(name, len(known))
    numbers = np.array([0, *(known[name] for name in names.values())], np.int64)
    where = np.fromiter(names, np.int64, len(names))
    return list(known), numbers[np.searchsorted(where, of)]
