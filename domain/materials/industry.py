"""Plastics, composites, paints and lamps."""

from domain.materials.making import made
from domain.materials.types import Family, Material

_P: Family = "plastic"
_L: Family = "light"

PLASTICS: tuple[Material, ...] = (
    made("plastic_white", _P, 1050, "#eeeeec", 0.36, "plain", carbon="plastic", m3=2500),
    made("plastic_black", _P, 1050, "#28292b", 0.4, "plain", carbon="plastic", m3=2500),
    made("abs_grey", _P, 1050, "#8d9094", 0.5, "frost", carbon="plastic abs", m3=2600, of="abs", finish="matte"),
    made("polypropylene", _P, 905, "#e9eef0", 0.5, "frost", carbon="polypropylene", m3=1500, opacity=0.82,
         finish="translucent"),
    made("acrylic_clear", _P, 1180, "#e9f1f2", 0.04, "plain", m3=4500, opacity=0.2, of="acrylic", finish="clear"),
    made("acrylic_white", _P, 1180, "#f2f3f2", 0.08, "lacquer", m3=4500, of="acrylic", finish="glossy"),
    made("resin", _P, 1150, "#c9822f", 0.06, "plain", m3=6000, opacity=0.6),
    made("rubber_black", _P, 1150, "#28282a", 0.84, "plain", carbon="rubber", m3=3500, mottle=0.08),
    made("silicone", _P, 1150, "#d6d3ce", 0.62, "frost", m3=8000, finish="matte"),
    made("carbon_fibre", _P, 1600, "#2b2d30", 0.24, "twill", m3=60_000, of="carbon fibre", tow_m=0.004),
    made("wax", _P, 930, "#efe2c4", 0.42, "plain", m3=3000, mottle=0.06),
    made("foam", _P, 40, "#d9d5cb", 0.95, "speckle", m3=250, dark="#b7b2a6", light="#eae6dd", grain_m=0.003,
         crumbs=0.5),
)  # fmt: skip

PAINTS: tuple[Material, ...] = (
    made("paint_white", "paint", 1300, "#f0efeb", 0.42, "lacquer", carbon="paint", m2=6),
    made("paint_red", "paint", 1300, "#b3211c", 0.22, "lacquer", carbon="paint", m2=8),
    made("paint_blue", "paint", 1300, "#1f5fb0", 0.22, "lacquer", carbon="paint", m2=8),
    made("paint_black", "paint", 1300, "#27282a", 0.2, "lacquer", carbon="paint", m2=8),
    made("matte_paint", "paint", 1400, "#e9e7e1", 0.9, "plaster", carbon="paint", m2=5, of="paint", finish="matte",
         grain_m=0.004, relief=0.08),
    made("chalk_paint", "paint", 1450, "#b9c3bb", 0.94, "plain", carbon="paint", m2=9, of="paint", finish="distressed",
         mottle=0.1),
    made("metallic_paint", "paint", 1300, "#7f868e", 0.24, "flakes", carbon="paint", m2=40, of="paint",
         finish="metallic"),
    made("lacquer_black", "paint", 1300, "#29272a", 0.07, "lacquer", carbon="paint", m2=60, of="lacquer"),
    made("lacquer_red", "paint", 1300, "#8f1d17", 0.08, "lacquer", carbon="paint", m2=60, of="lacquer"),
)  # fmt: skip

LIGHTS: tuple[Material, ...] = (
    made("screen_emissive", _L, 2000, "#8fb8e8", 0.2, "screen", emission=0.9, m2=400),
    made("emissive_warm", _L, 2000, "#ffd9a0", 0.2, "plain", emission=1.0, m2=300),
    made("emissive_cold", _L, 2000, "#dfecff", 0.2, "plain", emission=1.0, m2=300),
    made("neon", _L, 2000, "#ff4fa3", 0.2, "plain", emission=1.0, m2=900),
    made("ember", _L, 2000, "#ff7a2a", 0.6, "rust", emission=0.5, dark="#5a1606", light="#ffc04d"),
)  # fmt: skip
