"""What stages of finding the cameras leave, as files: so that the same need not be computed twice.

The same content gives the same bytes. What they unfold to depends on the same photographs: the caller keeps them by the
content of those, by parameters and by version.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from domain.errors import Invalid
from engine.photographs.caching import unzipped, zipped
from engine.photographs.sparse import Features, Pair, Placed, by_camera
from engine.photographs.views import Shot

_DATABASE = "database.db"
_MATCH_TABLES = ("matches", "two_view_geometries")
_BROKEN = (Invalid, KeyError, TypeError, ValueError, msgspec.MsgspecError, sqlite3.DatabaseError, OSError)


class _Model(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    points: int
    error_px: float
    track_length: float
    angle_deg: float
    files: tuple[str, ...]


def packed_features(found: Features) -> bytes:
    """Return what was found on photographs; the photographs themselves are left out."""
    data = _copied(found.database, lambda table: table not in _MATCH_TABLES)
    return zipped({"names": found.names, "counts": found.counts}, {_DATABASE: data})


def unpacked_features(path: Path, shots: Sequence[Shot], folder: Path) -> Features:
    """Return features of the same shots as if `features` had been asked.

    Raises
    ------
    Invalid
        The file is broken, or is of other photographs.
    """
    try:
        facts, files = unzipped(path)
        names, counts = tuple(facts["names"]), dict(facts["counts"])
        (folder / "database.db").write_bytes(files[_DATABASE])
    except _BROKEN as error:
        raise Invalid("The file of features is broken", field="features") from error
    places = by_camera(shots, folder / "pictures")
    if tuple(places.values()) != names:
        raise Invalid("The file of features is of other photographs", field="features")
    return Features(folder / "database.db", folder / "pictures", names, counts)


def packed_matches(found: Features, pairs: Sequence[Pair]) -> bytes:
    """Return the matches that stand in the database of `found`, without its features."""
    facts = {"names": found.names, "pairs": [msgspec.to_builtins(pair) for pair in pairs]}
    return zipped(facts, {_DATABASE: _copied(found.database, lambda table: table in _MATCH_TABLES)})


def _copied(database: Path, is_wanted: Callable[[str], bool]) -> bytes:
    """Return a database of the same tables with the rows of those that are wanted, in order.

    COLMAP's own file has its rows where its threads happened to put them.
    """
    with closing(sqlite3.connect(":memory:")) as copy, closing(sqlite3.connect(database)) as source:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        copy.execute(f"PRAGMA user_version = {int(version)}")
        made = source.execute("SELECT type, name, sql FROM sqlite_master WHERE sql <> '' ORDER BY type DESC, name")
        for kind, name, sql in made.fetchall():
            if not name.startswith("sqlite_"):
                copy.execute(sql)
                if kind == "table" and is_wanted(name):
                    _copy_rows(name, source, copy)
        copy.commit()
        return copy.serialize()


def _copy_rows(table: str, source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    listed = source.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608  the names are COLMAP's
    places = ", ".join("?" * len(listed.description))
    target.executemany(f"INSERT INTO {table} VALUES ({places})", listed)  # noqa: S608


def unpacked_matches(path: Path, found: Features) -> tuple[Pair, ...]:
    """Write matches into the database of the same features, and return them as `matched` would.

    Raises
    ------
    Invalid
        The file is broken, or is of other photographs.
    """
    try:
        facts, files = unzipped(path)
        names, pairs = tuple(facts["names"]), msgspec.convert(facts["pairs"], tuple[Pair, ...])
        data = files[_DATABASE]
        if names == found.names:
            _write_matches(data, found.database)
    except _BROKEN as error:
        raise Invalid("The file of matches is broken", field="matches") from error
    if names != found.names:
        raise Invalid("The file of matches is of other photographs", field="matches")
    return pairs


def _write_matches(data: bytes, database: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as source, closing(sqlite3.connect(database)) as target:
        source.deserialize(data)
        for table in _MATCH_TABLES:
            target.execute(f"DELETE FROM {table}")  # noqa: S608
            _copy_rows(table, source, target)
        target.commit()


def packed_models(models: Sequence[Placed]) -> bytes:
    """Return models, as COLMAP writes them, in one file."""
    listed: list[dict[str, Any]] = []
    files: dict[str, bytes] = {}
    for number, model in enumerate(models):
        inside = sorted(model.folder.glob("*.bin"))
        listed.append({
            "names": model.names, "points": model.points, "error_px": model.error_px,
            "track_length": model.track_length, "angle_deg": model.angle_deg, "files": [file.name for file in inside],
        })  # fmt: skip
        files |= {f"{number}/{file.name}": file.read_bytes() for file in inside}
    return zipped({"models": listed}, files)


def unpacked_models(path: Path, folder: Path) -> tuple[Placed, ...]:
    """Write models below `folder` and return them as `mapped` would.

    Raises
    ------
    Invalid
        The file is broken.
    """
    try:
        facts, files = unzipped(path)
        listed = msgspec.convert(facts["models"], tuple[_Model, ...])
        return tuple(_model(number, one, files, folder) for number, one in enumerate(listed))
    except _BROKEN as error:
        raise Invalid("The file of cameras is broken", field="models") from error


def _model(number: int, one: _Model, files: Mapping[str, bytes], folder: Path) -> Placed:
    into = folder / f"model-{number}"
    into.mkdir(parents=True, exist_ok=True)
    for name in one.files:
        (into / PurePosixPath(name).name).write_bytes(files[f"{number}/{name}"])
    return Placed(into, one.names, one.points, one.error_px, one.track_length, one.angle_deg)
