"""What each kind of texture means: how its numbers are filtered, and which channels count."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """How the texels of a kind are treated.

    `is_color`: stored in sRGB, so filtered in linear light. `is_normal`: unit vectors, 0.5 is naught. `channels`: how
    many of red, green, blue, alpha mean something (a fourth only where the picture has it).
    """

    name: str
    is_color: bool = False
    is_normal: bool = False
    channels: int = 3


COLOR = Profile("color", is_color=True, channels=4)
DATA = Profile("data", channels=3)
PLAIN = Profile("plain", channels=4)
SCALAR = Profile("scalar", channels=1)
NORMAL = Profile("normal", is_normal=True)

PROFILES: Mapping[str, Profile] = {
    "albedo": COLOR, "base_color": COLOR, "diffuse": COLOR, "emissive": COLOR, "specular_color": COLOR,
    "sheen_color": COLOR,
    "normal": NORMAL, "clearcoat_normal": NORMAL,
    "orm": DATA, "metallic_roughness": DATA,
    "roughness": SCALAR, "metallic": SCALAR, "occlusion": SCALAR, "ambient_occlusion": SCALAR, "curvature": SCALAR,
    "thickness": SCALAR, "height": SCALAR, "opacity": SCALAR,
}  # fmt: skip
"""Profiles by kind; a kind that is not here is taken as plain numbers in up to four channels."""


def profile_of(kind: str) -> Profile:
    """Return how textures of a kind are treated."""
    return PROFILES.get(kind, PLAIN)
