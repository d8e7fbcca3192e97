"""Outlines of letters from the TrueType font that comes with Pillow: Aileron Regular, CC0.

Source: the OpenType specification 1.9, tables cmap (format 4), loca, glyf, hmtx.
"""

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from manifold3d import CrossSection, FillRule
from PIL import ImageFont

from domain.errors import GenerationFailed
from engine.parts.profiles import Flat, Outline

_ON_CURVE, _SHORT_X, _SHORT_Y, _REPEATED, _SAME_X, _SAME_Y = 1, 2, 4, 8, 16, 32
_WORDS, _ARE_PLACES, _SCALED, _MORE, _SCALED_TWICE, _MATRIX = 1, 2, 8, 32, 64, 128


@dataclass(frozen=True, slots=True)
class Font:
    """The tables of one font; lengths are in its own units."""

    data: bytes
    tables: dict[str, int]
    glyphs: dict[int, int]  # by code point
    places: tuple[int, ...]  # of glyphs in the table glyf
    advances: tuple[int, ...]
    units: int

    def knows(self, letter: str) -> bool:
        """Return whether the font has this letter."""
        return ord(letter) in self.glyphs

    def advance(self, letter: str) -> float:
        """Return how far the next letter stands, as a share of the size."""
        return self.advances[min(self.glyphs[ord(letter)], len(self.advances) - 1)] / self.units

    def outline(self, letter: str, steps: int) -> Outline:
        """Return the area of a letter on the base line y = 0, one unit being the size of the type."""
        lines = [_curved(contour, steps) / self.units for contour in self._contours(self.glyphs[ord(letter)])]
        return CrossSection([line for line in lines if len(line) > 2], FillRule.NonZero)

    def _contours(self, glyph: int) -> list[Flat]:
        """Return the closed lines of a glyph: rows of x, y, and whether the point is on the curve."""
        at = self.tables["glyf"] + self.places[glyph]
        if self.places[glyph] == self.places[glyph + 1]:
            return []
        count = struct.unpack_from(">h", self.data, at)[0]
        return self._simple(at + 10, count) if count >= 0 else self._composite(at + 10)

    def _simple(self, at: int, count: int) -> list[Flat]:
        ends = struct.unpack_from(f">{count}H", self.data, at)
        at += 2 * count
        at += 2 + struct.unpack_from(">H", self.data, at)[0]
        total = ends[-1] + 1
        flags: list[int] = []
        while len(flags) < total:
            flag = self.data[at]
            at += 1
            times = 1
            if flag & _REPEATED:
                times += self.data[at]
                at += 1
            flags += [flag] * times
        x, at = self._coordinates(flags, at, _SHORT_X, _SAME_X)
        y, at = self._coordinates(flags, at, _SHORT_Y, _SAME_Y)
        points = np.column_stack([x, y, [flag & _ON_CURVE for flag in flags]]).astype(np.float64)
        return np.split(points, [end + 1 for end in ends[:-1]])

    def _coordinates(self, flags: list[int], at: int, short: int, same: int) -> tuple[Flat, int]:
        steps = []
        for flag in flags:
            if flag & short:
                steps.append(self.data[at] if flag & same else -self.data[at])
                at += 1
            elif flag & same:
                steps.append(0)
            else:
                steps.append(struct.unpack_from(">h", self.data, at)[0])
                at += 2
        return np.cumsum(np.array(steps, dtype=np.float64)), at

    def _composite(self, at: int) -> list[Flat]:
        made: list[Flat] = []
        more = True
        while more:
            flags, glyph = struct.unpack_from(">HH", self.data, at)
            dx, dy = struct.unpack_from(">hh" if flags & _WORDS else ">bb", self.data, at + 4)
            at += 8 if flags & _WORDS else 6
            at += 2 if flags & _SCALED else 4 if flags & _SCALED_TWICE else 8 if flags & _MATRIX else 0
            shift = np.array([dx, dy, 0.0]) if flags & _ARE_PLACES else np.zeros(3)
            made += [contour + shift for contour in self._contours(glyph)]
            more = bool(flags & _MORE)
        return made


def _curved(points: Flat, steps: int) -> Flat:
    """Return a closed line of straight and quadratic pieces as points."""
    full = []
    for here, there in zip(points, np.roll(points, -1, axis=0), strict=True):
        full.append(here)
        if not here[2] and not there[2]:
            full.append(np.array([*((here[:2] + there[:2]) / 2), 1.0]))
    line = np.array(full)
    line = np.roll(line, -int(np.argmax(line[:, 2])), axis=0)
    t = np.arange(1, steps + 1)[:, None] / steps
    made = [line[:1, :2]]
    for number in range(1, len(line)):
        if line[number, 2]:
            made.append(line[number : number + 1, :2])
            continue
        start, bend, end = made[-1][-1], line[number, :2], line[(number + 1) % len(line), :2]
        made.append((start * (1 - t) ** 2 + bend * 2 * t * (1 - t) + end * t**2)[:-1])
    flat: Flat = np.vstack(made)
    return flat


@cache
def font() -> Font:
    """Return the font, read once.

    Raises
    ------
    GenerationFailed
        This Pillow was built without FreeType and has no outlines.
    """
    loaded = ImageFont.load_default(16)
    if not isinstance(loaded, ImageFont.FreeTypeFont):
        raise GenerationFailed("There is no font to cut letters from", stage="geometry_generation")
    data = loaded.font_bytes
    tables = {
        data[12 + 16 * row : 16 + 16 * row].decode(): struct.unpack_from(">I", data, 20 + 16 * row)[0]
        for row in range(struct.unpack_from(">H", data, 4)[0])
    }
    units, is_long = (struct.unpack_from(">H", data, tables["head"] + at)[0] for at in (18, 50))
    count = struct.unpack_from(">H", data, tables["maxp"] + 4)[0]
    raw = struct.unpack_from(f">{count + 1}{'I' if is_long else 'H'}", data, tables["loca"])
    wide = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    advances = struct.unpack_from(f">{2 * wide}H", data, tables["hmtx"])[::2]
    places = tuple(place if is_long else 2 * place for place in raw)
    return Font(data, tables, _code_points(data, tables["cmap"]), places, advances, units)


def _code_points(data: bytes, cmap: int) -> dict[int, int]:
    """Return glyph by code point from the first subtable of format 4."""
    for row in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * row)[0]
        if struct.unpack_from(">H", data, at)[0] == 4:
            return _segments(data, at)
    raise GenerationFailed("There is no font to cut letters from", stage="geometry_generation")


def _segments(data: bytes, at: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, deltas = (
        struct.unpack_from(f">{count}H", data, at + place) for place in (14, 16 + 2 * count, 16 + 4 * count)
    )
    offsets_at = at + 16 + 6 * count
    found = {}
    for row, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        offset = struct.unpack_from(">H", data, offsets_at + 2 * row)[0]
        for code in range(start, min(end, 0xFFFE) + 1):
            place = offsets_at + 2 * row + offset + 2 * (code - start)
            glyph = code if not offset else struct.unpack_from(">H", data, place)[0]
            if glyph:
                found[code] = (glyph + delta) % 65536
    return {code: glyph for code, glyph in found.items() if glyph}


_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
                        "–": "-", "—": "-", "„": '"', "\t": " "})  # fmt: skip


def writable(text: str) -> str:
    """Return the text with letters that the font lacks replaced: accents fall away, others become nothing."""
    known = font()
    plain = unicodedata.normalize("NFC", text.translate(_SPELT))
    swapped = (letter if known.knows(letter) else unicodedata.normalize("NFKD", letter) for letter in plain)
    return "".join(letter for letter in "".join(swapped) if known.knows(letter))
