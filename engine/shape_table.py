"""Measures the makers for `domain/shapes.json`: `python -m engine.shape_table`; `… KIND …` only these kinds anew.

Every archetype is drawn in every style and with each of its features; of each kind of object some drawings are made
solid while a listener notes which properties the maker reads, and what it compares them with. Then each property is
tried at the ends of its range, so that what the table allows can be made.
"""

import hashlib
import math
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np
from msgspec.structs import replace

from domain.materials import CATALOGUE
from domain.shapes import FILE, Kind, PropertySchema, Shape, Table
from domain.spec import DesignObject, Dimensions, Property
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble
from engine.makers import MAKERS, Piece, Thing, make
from engine.parts.detail import Detail
from engine.planner import plan

DRAFT = Detail("draft")
MADE_MAX = 10  # drawings of a kind that are made solid
GENEROUS = 4.0  # how far past what was drawn a number may go
TRY_S_MAX = 3.0
CHOICES_MAX = 60
ODD_BOXES = (Dimensions(0.3, 0.2, 0.25), Dimensions(2.0, 0.4, 1.0), Dimensions(0.05, 0.3, 0.04))


@dataclass
class Heard:
    """What was seen and heard of one property."""

    kinds: set[Kind] = field(default_factory=set)
    numbers: list[float] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    compared: set[str] = field(default_factory=set)
    lengths: list[int] = field(default_factory=list)

    def see(self, value: Property) -> None:
        """Note a value that a drawing gives, or that a maker falls back on."""
        if isinstance(value, bool):
            self.kinds.add("flag")
        elif isinstance(value, int | float):
            self.kinds.add("number")
            self.numbers.append(float(value))
        elif isinstance(value, str):
            self.kinds.add("text")
            self.texts.add(str(value))
        else:
            self.lengths.append(len(value))
            self.kinds.add("words" if any(isinstance(item, str) for item in value) else "numbers")
            self.numbers += [float(item) for item in value if not isinstance(item, str)]


Kept = dict[str, Heard]


class Compared(str):
    """A text that notes what it is compared with, and the tables in which it is looked up."""

    __slots__ = ("heard",)
    heard: Heard

    def __eq__(self, other: object) -> bool:
        """Compare, and note."""
        if isinstance(other, str):
            self.heard.compared.add(str(other))
        return str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        """Compare, and note."""
        return not self == other

    def __hash__(self) -> int:
        """Return the hash of the text; a table of the function that asks for it may be what it is looked up in."""
        caller = sys._getframe(1)
        names = {name: caller.f_globals.get(name) for name in caller.f_code.co_names}
        for one in (*names.values(), *caller.f_locals.values(), *caller.f_code.co_consts):
            if isinstance(one, Mapping | frozenset | set) and one and all(type(key) is str for key in one):
                found = {str(key) for key in one}
                if str(self) in found:
                    self.heard.compared |= found
        return str.__hash__(self)


@dataclass(frozen=True, slots=True)
class Listener(Thing):
    """A thing that notes which of its properties a maker reads."""

    kept: Kept

    def _hear(self, name: str, kind: Kind, value: Property | None = None) -> Heard:
        heard = self.kept.setdefault(name, Heard())
        heard.kinds.add(kind)
        if value is not None:
            heard.see(value)
        return heard

    def number(self, name: str, default: float) -> float:
        """Return a numeric property."""
        self._hear(name, "number", default)
        return Thing.number(self, name, default)

    def count(self, name: str, default: int, most: int = 400) -> int:
        """Return a property that counts something."""
        self._hear(name, "count", min(default, most))
        return max(0, min(most, round(Thing.number(self, name, default))))

    def text(self, name: str, default: str) -> str:
        """Return a property that is a word."""
        heard = self._hear(name, "text", default)
        value = Compared(Thing.text(self, name, default))
        value.heard = heard
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a property that is true or false."""
        self._hear(name, "flag")
        return Thing.flag(self, name, default=default)

    def numbers(self, name: str) -> list[float]:
        """Return a property that is a list of numbers."""
        self._hear(name, "numbers")
        return Thing.numbers(self, name)

    def words(self, name: str) -> list[str]:
        """Return a property that is a list of words."""
        self._hear(name, "words")
        return Thing.words(self, name)


class TooSlow(Exception):
    """A shape takes longer than it may."""


@contextmanager
def limited() -> Iterator[None]:
    """Give up what takes longer than `TRY_S_MAX`."""

    def ring(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, TRY_S_MAX)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def digest() -> str:
    """Return the hash of the names that the table is about: a kind without a row is an old table."""
    return hashlib.sha256(msgspec.json.encode(sorted(MAKERS))).hexdigest()


def drawings() -> dict[str, list[DesignObject]]:
    """Return the objects that archetypes draw, by kind, each shape once."""
    found: defaultdict[str, dict[bytes, DesignObject]] = defaultdict(dict)
    for prompt, style in _prompts():
        for thing in plan(prompt, style=style, seed=1).objects:
            likeness = msgspec.json.encode((thing.dimensions, thing.properties), enc_hook=float)
            found[thing.type].setdefault(likeness, _plain(thing))
    for kind in MAKERS:
        for size in () if kind in found else ODD_BOXES:
            found[kind][repr(size).encode()] = DesignObject("thing_1", kind, "oak", size)
    return {kind: list(things.values()) for kind, things in sorted(found.items())}


def _prompts() -> Iterator[tuple[str, str]]:
    for one in ARCHETYPES.values():
        yield from ((one.name, style) for style in STYLES)
        yield from ((f"{one.name} with {phrase}", "realistic") for phrase in one.features)


def _plain(thing: DesignObject) -> DesignObject:
    return msgspec.json.decode(msgspec.json.encode(thing, enc_hook=float), type=DesignObject)


def measured(kind: str, things: list[DesignObject]) -> Shape:
    """Return what is known of a kind of object from its drawings."""
    kept: Kept = {}
    for thing in things:
        for name, value in thing.properties.items():
            kept.setdefault(name, Heard()).see(value)
    chosen = [things[round(at)] for at in np.linspace(0, len(things) - 1, min(MADE_MAX, len(things)))]
    shares = [share for thing in chosen if (share := _shares(thing, kept))]
    typical = sorted(chosen, key=lambda one: _volume(one.dimensions))[len(chosen) // 2]
    for name in list(kept):  # what a maker reads only in one of its forms
        for text in sorted(_choices(kept[name]))[:CHOICES_MAX]:
            _shares(_with(typical, name, text), kept)
    fill, surface = np.median(np.array(shares), axis=0)
    properties = {name: _schema(name, heard, typical) for name, heard in sorted(kept.items())}
    return Shape(
        round(min(1.0, float(fill)), 4),
        round(float(surface), 4),
        {name: one for name, one in properties.items() if one},
    )


def _shares(thing: DesignObject, kept: Kept) -> tuple[float, float] | None:
    """Return volume and surface of a thing as shares of its box's; None where it cannot be made."""
    try:
        with limited():
            pieces = make(thing, DRAFT, lambda near, detail: Listener(near, detail, kept))
    except Exception:
        return None
    return _of_box(pieces, thing.dimensions)


def _of_box(pieces: Iterable[Piece], size: Dimensions) -> tuple[float, float]:
    solids = [piece.solid for piece in pieces]
    wide, high, deep = size.width, size.height, size.depth
    around = 2 * (wide * high + high * deep + deep * wide)
    volume = sum(float(solid.volume()) for solid in solids)
    return volume / _volume(size), sum(float(solid.surface_area()) for solid in solids) / around


def _volume(size: Dimensions) -> float:
    return size.width * size.height * size.depth


def _with(thing: DesignObject, name: str, value: Property) -> DesignObject:
    return replace(thing, properties=thing.properties | {name: value})


def _can_be_made(thing: DesignObject) -> bool:
    """Return whether a thing comes out closed and sound."""
    try:
        with limited():
            return bool(assemble(_alone(thing), quality="draft").parts)
    except Exception:
        return False


def _alone(thing: DesignObject) -> Any:
    return replace(plan("a cube"), objects=(thing,))


def _choices(heard: Heard) -> set[str]:
    """Return the words that a maker tells apart; none where it takes any text."""
    return {text for text in heard.compared | heard.texts if len(text) < 40} if heard.compared - {""} else set()


def _schema(name: str, heard: Heard, typical: DesignObject) -> PropertySchema | None:
    kind = _kind(name, heard)
    if kind in ("number", "count"):
        return _ranged(name, kind, heard, typical)
    if kind == "choice":
        found = [text for text in sorted(_choices(heard)) if _can_be_made(_with(typical, name, text))]
        return PropertySchema(kind, choices=tuple(found)) if found else None
    if kind in ("numbers", "words"):
        ends = _widened(heard.numbers) if kind == "numbers" else ()
        low, high = (_round(end, way) for end, way in zip(ends, (-1, 1), strict=True)) if ends else (None, None)
        return PropertySchema(kind, low, high, unit=_unit(name), length_max=round(GENEROUS * max([*heard.lengths, 4])))
    return PropertySchema(kind)


def _kind(name: str, heard: Heard) -> Kind:
    if name.endswith("_material") or (heard.texts - {""} and heard.texts - {""} <= CATALOGUE.keys()):
        return "material"
    if name.endswith("_color"):
        return "color"
    for kind in ("numbers", "words", "count", "number", "flag"):
        if kind in heard.kinds:
            return kind
    return "choice" if _choices(heard) else "text"


def _ranged(name: str, kind: Kind, heard: Heard, typical: DesignObject) -> PropertySchema | None:
    """Return the range of a number: generous where the ends of it can be made, otherwise as it was drawn."""
    if name == "seed":
        return PropertySchema(kind, 0, 2**53)
    low, high = _widened(heard.numbers)
    if kind == "count":
        low, high = math.floor(low), math.ceil(high)
    high = high or (GENEROUS if kind == "count" else 1.0)
    seen = min(heard.numbers), max(heard.numbers)
    cast = round if kind == "count" else float
    lows = (0.0, low, seen[0]) if low > 0 else (low, seen[0])
    lowest = next((one for one in lows if _can_be_made(_with(typical, name, cast(one)))), seen[0])
    highest = next((one for one in (high, seen[1]) if _can_be_made(_with(typical, name, cast(one)))), seen[1])
    if lowest == highest:
        return None  # the drawings know one value only
    return PropertySchema(kind, _round(min(lowest, highest), -1), _round(max(lowest, highest), 1), unit=_unit(name))


def _round(value: float, way: int) -> float:
    """Return a limit in six digits, never narrower than it was."""
    if value == 0:
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(abs(value))) - 5)
    return float(f"{(math.ceil if way > 0 else math.floor)(value / unit) * unit:.8g}")


def _widened(numbers: list[float]) -> tuple[float, float]:
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    return (low * GENEROUS if low < 0 else low / GENEROUS), (high * GENEROUS if high > 0 else high / GENEROUS)


def _unit(name: str) -> str:
    return "m" if name.endswith("_m") else "deg" if name.endswith("_deg") else ""


def write(kinds: Sequence[str] = ()) -> None:
    """Measure these kinds of object, or all, and keep the table; the others stay as they were measured."""
    shapes = dict(msgspec.json.decode(FILE.read_bytes(), type=Table).shapes) if kinds else {}
    found = {kind: things for kind, things in drawings().items() if kind in kinds or not kinds}
    for number, (kind, things) in enumerate(found.items(), 1):
        shapes[kind] = measured(kind, things)
        sys.stderr.write(f"\r{number} of {len(found)}: {kind:30}")
    table = Table(digest(), {kind: shapes[kind] for kind in sorted(shapes) if kind in MAKERS})
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(table), indent=1) + b"\n")


if __name__ == "__main__":
    write(sys.argv[1:])
