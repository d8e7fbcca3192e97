"""What is known of a material: how it looks, what it weighs, its carbon and its price."""

from typing import Literal

import msgspec

Family = Literal[
    "metal", "wood", "stone", "ceramic", "glass", "plastic", "textile", "leather", "paint", "plant", "earth", "light",
    "food",
]  # fmt: skip
TextureName = Literal[
    "plain", "aged_metal", "polished_metal", "brushed_metal", "hammered_metal", "cast_metal", "rust", "galvanised",
    "wood", "bamboo", "plywood", "marble", "granite", "strata", "terrazzo", "concrete", "plaster", "brick",
    "tiles", "hexagons", "roof_tiles", "cobbles", "weave", "denim", "plaid", "nap", "wicker", "leather", "speckle",
    "gravel", "clay", "leaf", "grass", "bark", "straw", "slate", "twill", "lacquer", "flakes", "peel", "ripples",
    "frost", "screen",
]  # fmt: skip


class Texture(msgspec.Struct, frozen=True):
    """A procedural function by name, and its parameters: lengths in metres, colours as "#rrggbb"."""

    name: TextureName = "plain"
    parameters: dict[str, float | str] = {}


class Material(msgspec.Struct, frozen=True):
    """One material; colours are sRGB, emission is in units of display white.

    `substance` and `finish` say what it is and how it was worked, so that "brushed gold" finds gold that is brushed.
    A figure never stands without its source; where there is none, `carbon_source` says why.
    """

    name: str
    family: Family
    density_kg_per_m3: float
    albedo: str
    roughness: float
    metallic: float = 0.0
    opacity: float = 1.0
    emission: float = 0.0  # times the albedo
    texture: Texture = Texture()
    carbon_kg_per_kg: float | None = None  # kg CO2-equivalent per kg, cradle to gate
    carbon_source: str = ""
    price_per_m3: float | None = None
    price_per_m2: float | None = None
    price_currency: str = ""
    price_source: str = ""
    substance: str = ""
    finish: str = ""

    @property
    def is_transparent(self) -> bool:
        """Whether light passes through."""
        return self.opacity < 1.0

    @property
    def is_emissive(self) -> bool:
        """Whether it shines by itself."""
        return self.emission > 0.0

    @property
    def albedo_linear(self) -> tuple[float, float, float]:
        """Return the albedo in linear light."""
        return linear_of(self.albedo)


def linear_of(color: str) -> tuple[float, float, float]:
    """Return the linear-light red, green and blue in [0, 1] of an sRGB "#rrggbb"."""
    red, green, blue = (_decoded(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
