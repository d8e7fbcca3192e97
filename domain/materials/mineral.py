"""Stone, concrete, what is fired or cast, glass, and ground."""

from domain.materials.making import made
from domain.materials.types import Family, Material

_C: Family = "ceramic"

STONES: tuple[Material, ...] = (
    made("marble_white", "stone", 2700, "#eeece8", 0.14, "marble", carbon="marble", m3=4000, vein="#8b8d93",
         scale_m=0.22),
    made("marble_black", "stone", 2700, "#28282b", 0.12, "marble", carbon="marble", m3=5000, vein="#cfc8b8",
         scale_m=0.25, thin=1.0),
    made("marble_green", "stone", 2700, "#2f5443", 0.13, "marble", carbon="marble", m3=5500, vein="#b9cdb9",
         scale_m=0.2, thin=0.6),
    made("granite", "stone", 2700, "#8d8a87", 0.24, "granite", carbon="granite", m3=3000, dark="#2b2b2d",
         light="#d4cdc6", blush="#a98474"),
    made("granite_black", "stone", 2800, "#2c2d2f", 0.18, "granite", carbon="granite", m3=3500, dark="#111113",
         light="#6e7074", blush="#3c4046"),
    made("limestone", "stone", 2500, "#d3c8b0", 0.72, "strata", carbon="limestone", m3=1500, band="#bfb195",
         strength=0.5),
    made("sandstone", "stone", 2300, "#c7a270", 0.86, "strata", carbon="sandstone", m3=1200, band="#a4713f",
         strength=1.0, grain=1.0),
    made("travertine", "stone", 2450, "#d8c7a8", 0.4, "strata", carbon="limestone", m3=2500, band="#bda27a",
         strength=0.8, holes=1.0),
    made("slate", "stone", 2750, "#4b5157", 0.66, "slate", carbon="slate", m3=2500),
    made("basalt", "stone", 2900, "#3e4043", 0.78, "granite", carbon="stone", m3=1500, dark="#2a2b2d", light="#585b5e",
         blush="#46494c", grain_m=0.003, split=1.0),
    made("terrazzo", "stone", 2300, "#d9d4ca", 0.2, "terrazzo", carbon="terrazzo", m2=90, first="#b0705a",
         second="#6b7d74", third="#f2efe8", fourth="#4b4a4d"),
    made("cobblestone", "stone", 2600, "#7f7d79", 0.8, "cobbles", carbon="stone", m2=80, joint="#4f4a42",
         size_m=0.11),
    made("concrete", "stone", 2350, "#a3a19c", 0.82, "concrete", carbon="concrete", m3=180, finish="smooth"),
    made("concrete_polished", "stone", 2350, "#9b9994", 0.26, "concrete", carbon="concrete", m3=260, finish="polished",
         pores=0.25),
    made("concrete_boarded", "stone", 2350, "#a09d97", 0.86, "concrete", carbon="concrete", m3=260, finish="formed",
         board_m=0.12),
    made("plaster", "stone", 1200, "#e8e3d9", 0.9, "plaster", carbon="plaster", m2=25, grain_m=0.05, relief=0.3),
    made("stucco", "stone", 1800, "#dfd5c2", 0.94, "plaster", carbon="mortar", m2=40, grain_m=0.008, relief=1.0),
)  # fmt: skip

CERAMICS: tuple[Material, ...] = (
    made("brick_red", _C, 1900, "#9c4f38", 0.86, "brick", carbon="brick", m3=450, mortar="#b8b0a4"),
    made("brick_white", _C, 1900, "#dcd6cb", 0.8, "brick", carbon="brick", m3=550, mortar="#c4beb2", variety=0.35),
    made("brick_dark", _C, 1950, "#55474a", 0.82, "brick", carbon="brick", m3=600, mortar="#8d8780", variety=0.7),
    made("brick_yellow", _C, 1900, "#c6a470", 0.86, "brick", carbon="brick", m3=480, mortar="#bdb3a2"),
    made("tile_white", _C, 2000, "#f0f0ec", 0.14, "tiles", carbon="tile", m2=30, grout="#b3aea6", size_m=0.15),
    made("tile_blue", _C, 2000, "#2c6f8f", 0.12, "tiles", carbon="tile", m2=110, grout="#cfcac0", size_m=0.1,
         variety=1.0),
    made("tile_hexagon", _C, 2000, "#e7e5df", 0.2, "hexagons", carbon="tile", m2=55, grout="#8f8b84", size_m=0.1),
    made("tile_terracotta", _C, 2000, "#b5653f", 0.7, "tiles", carbon="clay tile", m2=45, grout="#b7a48c", size_m=0.3,
         variety=0.7),
    made("roof_tile", _C, 2000, "#a4553a", 0.82, "roof_tiles", carbon="clay tile", m2=35, dark="#5d3323",
         size_m=0.22),
    made("ceramic_white", _C, 2400, "#f3f1ec", 0.12, "lacquer", carbon="ceramic", m3=6000, of="ceramic"),
    made("porcelain", _C, 2400, "#f6f5f1", 0.07, "lacquer", carbon="sanitary", m3=9000),
    made("stoneware", _C, 2300, "#b7a58c", 0.5, "speckle", carbon="ceramic", m3=6000, dark="#6b5139", light="#cfc0a8",
         grain_m=0.003, crumbs=0.35),
    made("terracotta", _C, 1900, "#b9694a", 0.84, "clay", carbon="clay tile", m3=1500),
    made("enamel_white", _C, 2500, "#f6f4ee", 0.16, "lacquer", m2=60, of="enamel"),
)  # fmt: skip

GLASSES: tuple[Material, ...] = (
    made("glass_clear", "glass", 2500, "#cfdcdb", 0.05, "plain", carbon="glass", m3=6000, opacity=0.12, finish="clear"),
    made("glass_tinted", "glass", 2500, "#26313a", 0.05, "plain", carbon="glass", m3=8000, opacity=0.62,
         finish="tinted"),
    made("glass_frosted", "glass", 2500, "#e6eeee", 0.55, "frost", carbon="glass", m3=9000, opacity=0.5,
         finish="frosted"),
    made("glass_coloured", "glass", 2500, "#3f9a8c", 0.06, "plain", carbon="glass", m3=14_000, opacity=0.5,
         finish="coloured"),
    made("glass_mirror", "metal", 2500, "#e8ebea", 0.03, "polished_metal", carbon="glass", m3=9000, scratches=0.1,
         finish="mirrored"),
    made("obsidian", "glass", 2400, "#28272b", 0.04, "plain", m3=20_000),
    made("crystal", "glass", 3000, "#e6f0f5", 0.03, "plain", m3=60_000, opacity=0.18),
    made("ice", "glass", 917, "#d5e8ef", 0.16, "frost", m3=150, opacity=0.5),
    made("water", "glass", 1000, "#5f94a3", 0.05, "ripples", opacity=0.45, m3=3),
)  # fmt: skip

EARTHS: tuple[Material, ...] = (
    made("soil", "earth", 1500, "#5a4230", 0.96, "speckle", carbon="soil", m3=40, dark="#33241a", light="#7d6047",
         grain_m=0.006),
    made("sand", "earth", 1600, "#d8bf93", 0.94, "speckle", carbon="sand", m3=45, dark="#b3925f", light="#eedcb8",
         grain_m=0.002, crumbs=0.3),
    made("gravel", "earth", 1700, "#8f8a82", 0.9, "gravel", carbon="aggregate", m3=50, dark="#4d4a46",
         light="#bcb5aa", size_m=0.02),
    made("asphalt", "earth", 2350, "#3a3b3d", 0.93, "speckle", carbon="asphalt", m3=200, dark="#242527",
         light="#6a6a68", grain_m=0.008),
    made("snow", "earth", 300, "#f4f7fa", 0.9, "plaster", grain_m=0.02, relief=0.4),
)  # fmt: skip
