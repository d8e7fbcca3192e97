"""Photographs that were given: turned upright, with the focal length that they tell."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
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

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
PICTURES_MAX = 1000
PIXELS_MAX = 1 << 27
ZIP_BYTES_MAX = 4 << 30  # unpacked
SIDE_MIN = 64


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The photographs as upright JPEG files, and a sentence for each that was left out."""

    shots: tuple[Shot, ...]
    left_out: tuple[str, ...]


def kept(files: Sequence[tuple[str, Path]], folder: Path, *, tick: Tick = no_tick) -> Kept:
    """Write photographs, and those in ZIP files, as upright JPEG files into `folder`, by their names in order.

    A picture that comes twice is kept once. Names do not decide what a file is; its content does.

    Raises
    ------
    Invalid
        One is no picture that is read here.
    TooLarge
        There are too many, one has too many pixels, or a ZIP unfolds into too much.
    GenerationFailed
        All of them are too dark, too bright or too small.
    """
    shots: list[Shot] = []
    left_out: list[str] = []
    known: dict[str, str] = {}
    entries = sorted(_entries(files), key=lambda entry: _natural(entry[0]))
    for number, (name, source) in enumerate(entries):
        tick(number / max(len(entries), 1), f"Reading {name}")
        data = source.read()
        digest = hashlib.sha256(data).hexdigest()
        if digest in known:
            left_out.append(f"{name} is the same picture as {known[digest]}")
            continue
        known[digest] = name
        shot, why = _written(name, data, folder, len(shots))
        if shot is not None:
            shots.append(shot)
        else:
            left_out.append(f"{name} is {why}")
    if not shots:
        raise GenerationFailed("None of the pictures can be used: " + "; ".join(left_out[:5]), stage="frames")
    return Kept(tuple(shots), tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    inner: str = ""

    def read(self) -> bytes:
        if not self.inner:
            return self.path.read_bytes()
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.inner) as file:
                return file.read()
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError) as error:
            name = PurePosixPath(self.inner).name
            raise Invalid(f"{name} cannot be taken out of its ZIP file, which is broken", field="files") from error


def _entries(files: Sequence[tuple[str, Path]]) -> list[tuple[str, _Source]]:
    found: list[tuple[str, _Source]] = []
    for name, path in files:
        found += _zipped(name, path) if zipfile.is_zipfile(path) else [(PurePosixPath(name).name, _Source(path))]
    if len(found) > PICTURES_MAX:
        raise TooLarge(f"There are {len(found)} pictures; at most {PICTURES_MAX} are read", pictures_max=PICTURES_MAX)
    if not found:
        raise Invalid("There are no pictures", field="files", allowed=["JPG", "PNG", "TIFF"])
    return found


def _zipped(name: str, path: Path) -> Iterator[tuple[str, _Source]]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except zipfile.BadZipFile as error:
        raise Invalid(f"{name} is no whole ZIP file", field="files") from error
    if sum(info.file_size for info in infos) > ZIP_BYTES_MAX:
        raise TooLarge(f"{name} unfolds into more than {ZIP_BYTES_MAX} bytes", zip_bytes_max=ZIP_BYTES_MAX)
    for info in infos:
        inner = PurePosixPath(info.filename)
        if inner.suffix.lower() in SUFFIXES and not inner.name.startswith(".") and "__MACOSX" not in inner.parts:
            if info.flag_bits & 1:
                raise Invalid(f"{name} is locked by a password", field="files")
            yield inner.name, _Source(path, info.filename)


def _written(name: str, data: bytes, folder: Path, number: int) -> tuple[Shot | None, str]:
    """Return a picture as a shot, or why it is left out."""
    try:
        image = opened(Picture(data, "", name), pixels_max=PIXELS_MAX)
    except (Invalid, TooLarge) as error:
        raise type(error)(f"{name}: {error.message}", **error.facts) from error
    if image.format not in ("JPEG", "PNG", "TIFF", "MPO"):
        raise Invalid(f"{name} is {image.format}; pictures may be JPG, PNG or TIFF", field="files")
    if min(image.size) < SIDE_MIN:
        return None, f"too small: {image.width} x {image.height} pixels"
    focal_px = focal_px_of(image)
    upright = as_rgb(ImageOps.exif_transpose(image))
    grey = upright.convert("L")
    grey.thumbnail((LOOKED_AT_PX, LOOKED_AT_PX), Image.Resampling.BOX)
    looked_at = np.asarray(grey, np.float32)
    exposure = float(looked_at.mean()) / 255
    if not DARK <= exposure <= BRIGHT:
        return None, "too dark" if exposure < DARK else "too bright"
    path = folder / f"photo_{number:05}.jpg"
    upright.save(path, "JPEG", quality=QUALITY, subsampling=0)
    return Shot(
        path, path.name, upright.width, upright.height, focal_px, -1.0, round(sharpness_of(looked_at), 2),
        round(exposure, 4),
    ), ""  # fmt: skip


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
