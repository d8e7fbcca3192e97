"""What things are made of: how it looks, what it weighs, and what is known about its carbon and price.

`albedo` is sRGB "#rrggbb": the diffuse colour of a dielectric, the reflectance at normal incidence of a metal.
`texture` names a procedural function of `engine.textures` and its parameters.
Densities are round handbook values. The catalogue has no carbon figures, because none has been checked against its
source, and no prices, because they change by the day and the shop: a figure is filled in together with its source.
"""

from typing import Literal

import msgspec

Family = Literal[
    "metal", "wood", "stone", "ceramic", "glass", "plastic", "textile", "leather", "paint", "plant", "earth", "light",
]  # fmt: skip
TextureName = Literal[
    "plain", "aged_metal", "polished_metal", "brushed_metal", "wood", "marble", "concrete", "brick", "tiles", "weave",
    "leather", "speckle", "clay", "leaf", "grass", "slate", "twill", "lacquer", "screen",
]  # fmt: skip


class Texture(msgspec.Struct, frozen=True):
    """A procedural function by name, and its parameters: lengths in metres, colours as "#rrggbb"."""

    name: TextureName = "plain"
    parameters: dict[str, float | str] = {}


class Material(msgspec.Struct, frozen=True):
    """One material; colours are sRGB, emission is in units of display white."""

    name: str
    family: Family
    density_kg_per_m3: float
    albedo: str
    roughness: float
    metallic: float = 0.0
    opacity: float = 1.0
    emission: float = 0.0  # times the albedo
    texture: Texture = Texture()
    carbon_kg_per_kg: float | None = None  # kg CO2-equivalent per kg
    carbon_source: str = ""
    price_per_m3: float | None = None
    price_per_m2: float | None = None
    price_currency: str = ""
    price_source: str = ""

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


def _made(
    name: str,
    family: Family,
    density: float,
    albedo: str,
    roughness: float,
    *,
    look: TextureName,
    **look_of: float | str,
) -> Material:
    return Material(
        name, family, density, albedo, roughness,
        metallic=1.0 if family == "metal" else 0.0,
        texture=Texture(look, look_of),
    )  # fmt: skip


def _glass(name: str, albedo: str, opacity: float) -> Material:
    return msgspec.structs.replace(_made(name, "glass", 2500.0, albedo, 0.05, look="plain"), opacity=opacity)


def _light(name: str, albedo: str, emission: float, *, look: TextureName) -> Material:
    return msgspec.structs.replace(_made(name, "light", 2000.0, albedo, 0.2, look=look), emission=emission)


_MATERIALS = (
    _made("bronze_aged", "metal", 8800.0, "#a87444", 0.36, look="aged_metal", patina="#4f6f5f", tarnish="#4a2f1c"),
    _made("brass_polished", "metal", 8500.0, "#e6c266", 0.2, look="polished_metal"),
    _made(
        "copper", "metal", 8960.0, "#e39a74", 0.26, look="aged_metal", patina="#5f8f7c", tarnish="#7a3f26", amount=0.25,
    ),
    _made("steel_brushed", "metal", 8000.0, "#c3c6c9", 0.34, look="brushed_metal"),
    _made(
        "iron_black", "metal", 7870.0, "#4a4a4c", 0.55,
        look="aged_metal", patina="#5d3a26", tarnish="#1f1f21", amount=0.3,
    ),
    _made("aluminium", "metal", 2700.0, "#dfe1e3", 0.36, look="brushed_metal", strength=0.5),
    _made("chrome", "metal", 7190.0, "#d6dadd", 0.07, look="polished_metal", scratches=0.4),
    _made("gold", "metal", 19300.0, "#ffd178", 0.16, look="polished_metal"),
    _made("silver", "metal", 10490.0, "#f2f0e9", 0.18, look="polished_metal"),
    _made("oak", "wood", 700.0, "#c39a67", 0.55, look="wood", dark="#8d6236", ring_m=0.006),
    _made("walnut", "wood", 650.0, "#7d5335", 0.48, look="wood", dark="#452a18", ring_m=0.007),
    _made("pine", "wood", 500.0, "#e2c08c", 0.58, look="wood", dark="#b9854c", ring_m=0.01),
    _made("marble_white", "stone", 2700.0, "#eeece8", 0.14, look="marble", vein="#8b8d93", scale_m=0.22),
    _made("marble_black", "stone", 2700.0, "#1d1d20", 0.12, look="marble", vein="#cfc8b8", scale_m=0.25, thin=1.0),
    _made("concrete", "stone", 2350.0, "#a3a19c", 0.82, look="concrete"),
    _made("brick_red", "ceramic", 1900.0, "#9c4f38", 0.86, look="brick", mortar="#b8b0a4"),
    _made("tile_white", "ceramic", 2000.0, "#f0f0ec", 0.14, look="tiles", grout="#b3aea6", size_m=0.15),
    _made("fabric_grey", "textile", 400.0, "#8a8c90", 0.94, look="weave", thread_m=0.0022),
    _made("fabric_blue", "textile", 400.0, "#3c5a8c", 0.94, look="weave", thread_m=0.0022),
    _made("leather_brown", "leather", 900.0, "#6d412a", 0.46, look="leather", crease="#46271a"),
    _made("leather_black", "leather", 900.0, "#2a2728", 0.42, look="leather", crease="#121112"),
    _glass("glass_clear", "#cfdcdb", 0.12),
    _glass("glass_tinted", "#26313a", 0.62),
    _made("plastic_white", "plastic", 1050.0, "#eeeeec", 0.36, look="plain"),
    _made("plastic_black", "plastic", 1050.0, "#232426", 0.4, look="plain"),
    _made("rubber_black", "plastic", 1150.0, "#1f1f20", 0.84, look="plain", mottle=0.08),
    _made("ceramic_white", "ceramic", 2400.0, "#f3f1ec", 0.12, look="lacquer"),
    _made("paint_white", "paint", 1300.0, "#f0efeb", 0.42, look="lacquer"),
    _made("paint_red", "paint", 1300.0, "#b3211c", 0.22, look="lacquer"),
    _made("paint_blue", "paint", 1300.0, "#1f5fb0", 0.22, look="lacquer"),
    _made("paint_black", "paint", 1300.0, "#18191b", 0.2, look="lacquer"),
    _made("leaf_green", "plant", 700.0, "#56763c", 0.6, look="leaf", dark="#314d28"),
    _made("soil", "earth", 1500.0, "#5a4230", 0.96, look="speckle", dark="#33241a", light="#7d6047", grain_m=0.006),
    _made("grass", "plant", 300.0, "#667a45", 0.92, look="grass", dark="#3c5530"),
    _light("screen_emissive", "#8fb8e8", 0.9, look="screen"),
    _light("emissive_warm", "#ffd9a0", 1.0, look="plain"),
    _made("paper", "textile", 800.0, "#f2eee2", 0.92, look="plain", mottle=0.04),
    _made("slate", "stone", 2750.0, "#4b5157", 0.66, look="slate"),
    _made("terracotta", "ceramic", 1900.0, "#b9694a", 0.84, look="clay"),
    _made("asphalt", "earth", 2350.0, "#3a3b3d", 0.93, look="speckle", dark="#242527", light="#6a6a68", grain_m=0.008),
    _made("enamel_white", "ceramic", 2500.0, "#f6f4ee", 0.16, look="lacquer"),
    _made("carbon_fibre", "plastic", 1600.0, "#2b2d30", 0.24, look="twill", tow_m=0.004),
)  # fmt: skip

CATALOGUE: dict[str, Material] = {material.name: material for material in _MATERIALS}
