"""A photograph that was given, opened without trusting it: upright, in sRGB, at the size that is worked at."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from domain.errors import Invalid, TooLarge, UnsupportedMedia
from engine.focal import focal_px_of
from engine.shapes import Pixels
from engine.single_view.colors import in_srgb
from engine.single_view.heads import check_jpeg, check_png, kind_of
from engine.single_view.scaling import scaled

SIDE_MAX = 1600
"""Longer side of what is worked at, pixels: silhouettes and textures gain nothing from more, and time grows with it."""
SIDE_MIN = 16
ALLOWED = ("JPG", "PNG")
_DRAFT_SIDE = 2 * SIDE_MAX  # a larger JPEG is decoded at a half, a quarter or an eighth, not smaller than this
_BROKEN = (
    OSError, SyntaxError, ValueError, struct.error, EOFError, IndexError, KeyError, TypeError, OverflowError,
    zlib.error,
)  # fmt: skip
"""What Pillow raises for broken files."""

Coverage = NDArray[np.float32]
Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A picture, upright.

    Attributes
    ----------
    pixels : (h, w, 3) uint8
        sRGB colours, not multiplied by alpha; at most `SIDE_MAX` on the longer side.
    alpha : (h, w) float32 in [0, 1], or None
        How opaque it is; None where the file does not say.
    notes : tuple of str
        Sentences about what was done to it.
    source_size : (int, int)
        Height and width of the file's picture, upright, pixels.
    focal_px : float
        Focal length in pixels of `pixels`, as the camera noted it; 0 where it is not known.
    """

    pixels: Pixels
    alpha: Coverage | None = None
    notes: tuple[str, ...] = ()
    source_size: tuple[int, int] = (0, 0)
    focal_px: float = 0.0


def opened(data: bytes, *, pixels_max: int) -> Photo:
    """Return the photograph in a JPG or PNG file; what it is, its content says.

    Raises
    ------
    UnsupportedMedia
        It is something else.
    TooLarge
        It has more than `pixels_max` pixels; told from its head, before memory is spent.
    Invalid
        It is cut short, broken, or too small.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of broken EXIF, and at a limit of its own; ours is checked here
        return _opened(data, pixels_max)


def _opened(data: bytes, pixels_max: int) -> Photo:
    kind = kind_of(data)
    if kind not in ("JPEG", "PNG"):
        raise UnsupportedMedia(f"The file is {kind}; a picture may be JPG or PNG", allowed_formats=list(ALLOWED))
    image = _lazily(data, kind, pixels_max)
    size, focal_px, turn = image.size, focal_px_of(image), _orientation(image)
    check = check_png if kind == "PNG" else check_jpeg
    notes = [*check(data), *(["The picture moves; its first frame is used"] if _frames(image) > 1 else [])]
    _load(image)
    pixels, alpha, said = in_srgb(image)
    small, covered = scaled(pixels, alpha, SIDE_MAX)
    small, covered = _turned(small, turn), None if covered is None else _turned(covered, turn)
    upright = size if turn >= 5 else size[::-1]
    return Photo(small, covered, (*notes, *said), upright, focal_px * max(small.shape) / max(size))


def _lazily(data: bytes, kind: str, pixels_max: int) -> Image.Image:
    """Return a picture whose head is read and whose pixels are not."""
    try:
        image = Image.open(io.BytesIO(data), formats=(kind, "MPO") if kind == "JPEG" else (kind,))
    except Image.DecompressionBombError as error:
        raise _too_large("more pixels than are safe to decode", pixels_max) from error
    except _BROKEN as error:
        raise _broken(kind) from error
    if image.width * image.height > pixels_max:
        raise _too_large(f"{image.width} × {image.height} pixels", pixels_max)
    if min(image.size) < SIDE_MIN:
        raise Invalid(
            f"The picture is {image.width} × {image.height} pixels; each side must have at least {SIDE_MIN}",
            field="image", side_px_min=SIDE_MIN,
        )  # fmt: skip
    return image


def _load(image: Image.Image) -> None:
    kind = image.format or "picture"
    try:
        image.draft(None, (_DRAFT_SIDE, _DRAFT_SIDE))
        image.load()
    except (*_BROKEN, Image.DecompressionBombError) as error:
        raise _broken(kind) from error


def _orientation(image: Image.Image) -> int:
    """Return how EXIF says that the picture must be turned, 1 to 8; 1 where it says nothing that can be read."""
    try:
        turn = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _BROKEN:
        return 1
    return turn if isinstance(turn, int) and 1 <= turn <= 8 else 1


def _turned(pixels: NDArray[Value], turn: int) -> NDArray[Value]:
    """Return a picture turned upright. Source: CIPA DC-008 (Exif 2.32), Orientation."""
    if turn >= 5:
        pixels = pixels.swapaxes(0, 1)
    if turn in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if turn in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def _frames(image: Image.Image) -> int:
    return int(getattr(image, "n_frames", 1)) if image.format == "PNG" else 1


def _too_large(what: str, pixels_max: int) -> TooLarge:
    return TooLarge(
        f"The picture has {what}; at most {pixels_max:,} are read", limit="image_pixels_max", pixels_max=pixels_max
    )


def _broken(kind: str) -> Invalid:
    return Invalid(f"The {kind} file is cut short or broken; send it once more", field="image")
