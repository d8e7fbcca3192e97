"""Photographs that were given: turned upright, with the focal length that they tell."""

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from PIL import Image, ImageOps

from domain.errors import GenerationFailed, Invalid, TooLarge
from engine.focal import focal_px_of
from engine.models.model import Picture
from engine.models.pictures import opened
from engine.photographs.choosing import BRIGHT, DARK, LOOKED_AT_PX, QUALITY, sharpness_of
from engine.photographs.views import Shot
from engine.shapes import Tick, no_tick

FORMS = ("JPEG", "PNG", "TIFF", "MPO")
"""Of Pillow; MPO is a JPEG file with more than one picture, of which the first is used."""
PICTURES_MAX = 1000
PIXELS_MAX = 1 << 27
ZIP_BYTES_MAX = 4 << 30  # unpacked
ENTRY_BYTES_MAX = 500 << 20
SIDE_MIN = 64
TOLD_MAX = 5
NOTES_MAX = 50
ENTRIES_MAX = 10_000
ADVICE = {
    "too dark": "Take them again in more light, or with a longer exposure and a camera that stands firmly.",
    "too bright": "Take them again with a shorter exposure.",
    "too small": f"Each side must have at least {SIDE_MIN} pixels; better are 1600.",
}
"""What to do where all pictures are left out, by how the first reason begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The photographs as upright JPEG files, and a sentence for each that was left out."""

    shots: tuple[Shot, ...]
    left_out: tuple[str, ...]


def kept(
    files: Sequence[tuple[str, Path]], folder: Path, *, entry_bytes_max: int = ENTRY_BYTES_MAX, tick: Tick = no_tick
) -> Kept:
    """Write photographs, and those in ZIP files, as upright JPEG files into `folder`, by their names in order.

    A picture that comes twice is kept once. Names do not decide what a file is; its content does. What cannot be read
    is left out; of what lies in a ZIP file, also what unfolds into more than `entry_bytes_max`.

    Raises
    ------
    Invalid
        There are no files at all.
    TooLarge
        There are too many pictures.
    GenerationFailed
        None can be used: all are unreadable, too dark, too bright or too small.
    """
    shots: list[Shot] = []
    left_out: list[str] = []
    known: dict[str, str] = {}
    entries = _entries(files, left_out)
    for number, (name, source) in enumerate(entries):
        tick(number / max(len(entries), 1), f"Reading {name}")
        try:
            data = source.read(entry_bytes_max)
            digest = hashlib.sha256(data).hexdigest()
            if digest in known:
                raise _LeftOut(f"is the same picture as {known[digest]}")
            known[digest] = name
            shots.append(_written(name, data, folder, len(shots)))
        except _LeftOut as error:
            left_out.append(f"{name} {error}")
        if len(shots) > PICTURES_MAX:
            raise TooLarge(f"There are more than {PICTURES_MAX} pictures", pictures_max=PICTURES_MAX)
    if not shots:
        raise GenerationFailed(_none_left(left_out), stage="frames")
    more = len(left_out) - NOTES_MAX
    return Kept(tuple(shots), (*left_out[:NOTES_MAX], *([f"{more} more files were left out"] if more > 0 else [])))


class _LeftOut(Exception):
    """Why a picture is left out, as what follows its name."""


def _none_left(left_out: Sequence[str]) -> str:
    more = len(left_out) - TOLD_MAX
    told = "; ".join(left_out[:TOLD_MAX]) + (f"; and {more} more" if more > 0 else "")
    advice = next((text for why, text in ADVICE.items() if f" is {why}" in told), "Give it other pictures.")
    return f"None of the pictures can be used: {told}. {advice}"


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    inner: zipfile.ZipInfo | None = None

    def read(self, size_bytes_max: int) -> bytes:
        if self.inner is None:
            return self.path.read_bytes()
        if self.inner.flag_bits & 1:
            raise _LeftOut("is locked by a password")
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.inner) as file:
                data = file.read(size_bytes_max + 1)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, RuntimeError, EOFError) as error:
            raise _LeftOut("cannot be taken out of its ZIP file, which is broken") from error
        if len(data) > size_bytes_max:
            raise _LeftOut(f"unfolds into more than {size_bytes_max} bytes")
        return data


def _entries(files: Sequence[tuple[str, Path]], left_out: list[str]) -> list[tuple[str, _Source]]:
    """Return what may be pictures, by name in order; why a file is none of them is put to `left_out`."""
    if not files:
        raise Invalid("There are no pictures", field="files", allowed=["JPG", "PNG", "TIFF"])
    found: list[tuple[str, _Source]] = []
    for name, path in files:
        if not zipfile.is_zipfile(path):
            found.append((PurePosixPath(name).name, _Source(path)))
            continue
        try:
            found += _zipped(path)
        except _LeftOut as error:
            left_out.append(f"{name} {error}")
    if len(found) > ENTRIES_MAX:
        raise TooLarge(f"There are {len(found)} files; at most {ENTRIES_MAX} are looked at", entries_max=ENTRIES_MAX)
    return sorted(found, key=lambda entry: _natural(entry[0]))


def _zipped(path: Path) -> list[tuple[str, _Source]]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise _LeftOut("is no whole ZIP file") from error
    if sum(info.file_size for info in infos) > ZIP_BYTES_MAX:
        raise _LeftOut(f"unfolds into more than {ZIP_BYTES_MAX} bytes")
    places = [(PurePosixPath(info.filename), info) for info in infos]
    found = [(place.name, _Source(path, info)) for place, info in places if not _is_of_the_system(place)]
    if not found:
        raise _LeftOut("is a ZIP file without pictures")
    return found


def _is_of_the_system(place: PurePosixPath) -> bool:
    """Whether an entry is what macOS and Windows put beside people's files."""
    return place.name.startswith(".") or "__MACOSX" in place.parts or place.name.lower() in ("thumbs.db", "desktop.ini")


def _written(name: str, data: bytes, folder: Path, number: int) -> Shot:
    """Return a picture as a shot, or raise why it is left out."""
    try:
        image = opened(Picture(data, "", name), pixels_max=PIXELS_MAX)
    except Invalid as error:
        raise _LeftOut("cannot be read: it is cut short, broken, or no picture") from error
    except TooLarge as error:
        raise _LeftOut(f"has too many pixels: at most {PIXELS_MAX:,} are read") from error
    if image.format not in FORMS:
        raise _LeftOut(f"is {image.format}; pictures may be JPG, PNG or TIFF")
    if min(image.size) < SIDE_MIN:
        raise _LeftOut(f"is too small: {image.width} x {image.height} pixels")
    focal_px = focal_px_of(image)
    upright = as_rgb(ImageOps.exif_transpose(image))
    grey = upright.convert("L")
    grey.thumbnail((LOOKED_AT_PX, LOOKED_AT_PX), Image.Resampling.BOX)
    looked_at = np.asarray(grey, np.float32)
    exposure = float(looked_at.mean()) / 255
    if not DARK <= exposure <= BRIGHT:
        raise _LeftOut("is too dark" if exposure < DARK else "is too bright")
    path = folder / f"photo_{number:05}.jpg"
    upright.save(path, "JPEG", quality=QUALITY, subsampling=0)
    return Shot(
        path, path.name, upright.width, upright.height, focal_px, -1.0, round(sharpness_of(looked_at), 2),
        round(exposure, 4), name,
    )  # fmt: skip


def as_rgb(image: Image.Image) -> Image.Image:
    """Return the picture as 8-bit RGB: 16 bits are scaled, transparency is laid on white, CMYK is converted."""
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, np.float64)
        top = 65535.0 if image.mode.startswith("I") else max(float(values.max()), 1e-9)
        image = Image.fromarray(np.clip(255 * values / top, 0, 255).astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return image.convert("RGB")


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that puts 2.jpg before 10.jpg."""
    parts: list[tuple[int, int, str]] = []
    digits = ""
    for character in name.lower() + "\0":
        if character.isascii() and character.isdigit():
            digits += character
            continue
        if digits:
            parts.append((0, int(digits), ""))
            digits = ""
        parts.append((1, 0, character))
    return tuple(parts)
