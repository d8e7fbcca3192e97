"""Pictures of any mode and profile as 8-bit sRGB."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from engine.shapes import Pixels

Coverage = NDArray[np.float32]
_SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab"}  # Pillow's mode: the profile's space
_SRGB = ImageCms.createProfile("sRGB")
_BROKEN_PROFILE = "The picture's colour profile cannot be used; its colours are taken for sRGB"
_PLAIN_CMYK = "The picture is CMYK without a profile; its colours are a guess"


def in_srgb(image: Image.Image) -> tuple[Pixels, Coverage | None, tuple[str, ...]]:
    """Return (h, w, 3) uint8 sRGB, (h, w) alpha in [0, 1] where the picture has one, and notes about it."""
    profile = image.info.get("icc_profile")
    alpha = _alpha_of(image)
    plain = _plain(image)
    if not profile:
        notes = (_PLAIN_CMYK,) if plain.mode == "CMYK" else ()
        return np.asarray(plain.convert("RGB")), alpha, notes
    try:
        converted = _converted(plain, profile)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return np.asarray(plain.convert("RGB")), alpha, (_BROKEN_PROFILE,)
    return np.asarray(converted), alpha, ()


def _plain(image: Image.Image) -> Image.Image:
    """Return the colours alone, with 8 bits a channel: L, RGB, CMYK or LAB."""
    if image.mode.startswith(("I", "F")):
        return Image.fromarray((np.clip(_values(image), 0, 65535) / 257 + 0.5).astype(np.uint8))
    if image.mode in ("1", "L", "LA"):
        return image.convert("L")
    return image if image.mode in ("CMYK", "LAB") else image.convert("RGB")


def _values(image: Image.Image) -> NDArray[np.float64]:
    return np.asarray(image, np.float64)


def _alpha_of(image: Image.Image) -> Coverage | None:
    """Return how opaque each pixel is, None where nothing says so."""
    told = image.info.get("transparency")
    if image.mode.startswith("I"):
        return None if not isinstance(told, int) else (_values(image) != told).astype(np.float32)
    if image.mode not in ("LA", "PA", "RGBA") and told is None:
        return None
    return np.asarray(image.convert("RGBA").getchannel("A"), np.float32) / np.float32(255)


def _converted(plain: Image.Image, data: bytes) -> Image.Image:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    if profile.profile.xcolor_space.strip() != _SPACES[plain.mode]:
        raise ValueError("The profile is for other colours")
    if plain.mode == "RGB" and "sRGB" in (profile.profile.profile_description or ""):
        return plain
    made = ImageCms.profileToProfile(plain, profile, _SRGB, outputMode="RGB")
    if made is None:
        raise ValueError("The profile turned the picture into nothing")
    return made
