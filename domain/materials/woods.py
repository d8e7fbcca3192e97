"""Woods, and what is cut, peeled, pressed or plaited like wood."""

from domain.materials.making import made
from domain.materials.types import Material

_HARD, _SOFT = "hardwood", "softwood"

WOODS: tuple[Material, ...] = (
    made("oak", "wood", 700, "#c39a67", 0.55, "wood", carbon=_HARD, m3=2500, dark="#8d6236", ring_m=0.006, pores=1.0,
         rays=1.0),
    made("oak_dark", "wood", 700, "#6b4a2e", 0.5, "wood", carbon=_HARD, m3=2700, of="oak", finish="stained",
         dark="#3d2817", ring_m=0.006, pores=1.0, rays=0.8),
    made("walnut", "wood", 650, "#7d5335", 0.48, "wood", carbon=_HARD, m3=4500, dark="#452a18", ring_m=0.007,
         pores=0.7),
    made("pine", "wood", 500, "#e2c08c", 0.58, "wood", carbon=_SOFT, m3=600, dark="#b9854c", ring_m=0.01, pores=0.0,
         knots=1.0),
    made("cedar", "wood", 380, "#b87b52", 0.62, "wood", carbon=_SOFT, m3=1500, dark="#8a5030", ring_m=0.006, pores=0.0,
         knots=0.4),
    made("ash", "wood", 680, "#dcc49c", 0.54, "wood", carbon=_HARD, m3=2000, dark="#ab8658", ring_m=0.009, pores=1.0),
    made("beech", "wood", 720, "#d9ae82", 0.5, "wood", carbon=_HARD, m3=1500, dark="#b98a5f", ring_m=0.005, pores=0.2,
         rays=0.7),
    made("birch", "wood", 650, "#e6cfa6", 0.5, "wood", carbon=_HARD, m3=1400, dark="#cba874", ring_m=0.007, pores=0.15),
    made("cherry", "wood", 600, "#b06f46", 0.44, "wood", carbon=_HARD, m3=3000, dark="#854a2a", ring_m=0.006,
         pores=0.2),
    made("mahogany", "wood", 600, "#7c3f28", 0.4, "wood", carbon=_HARD, m3=4000, dark="#4f2214", ring_m=0.008,
         pores=0.8, ribbon=1.0),
    made("maple", "wood", 710, "#e6cda3", 0.46, "wood", carbon=_HARD, m3=2400, dark="#c9a26d", ring_m=0.006, pores=0.1,
         ribbon=0.5),
    made("teak", "wood", 650, "#a8763f", 0.52, "wood", carbon=_HARD, m3=9000, dark="#6f4a24", ring_m=0.006, pores=0.7),
    made("rosewood", "wood", 850, "#5e2e22", 0.4, "wood", carbon=_HARD, m3=12_000, dark="#26110d", ring_m=0.005,
         pores=0.5),
    made("ebony", "wood", 1100, "#2e2723", 0.36, "wood", carbon=_HARD, m3=40_000, dark="#15110f", ring_m=0.004,
         pores=0.3),
    made("wood_weathered", "wood", 500, "#a39b8f", 0.82, "wood", carbon=_SOFT, m3=700, finish="weathered",
         dark="#6c655c", ring_m=0.008, pores=0.3, knots=0.8, checks=1.0),
    made("wood_reclaimed", "wood", 600, "#93704c", 0.74, "wood", m3=1500, finish="reclaimed", dark="#553b25",
         ring_m=0.007, pores=0.6, knots=0.7, checks=0.6, stains=1.0),
    made("wood_charred", "wood", 450, "#2c2a29", 0.6, "wood", m3=1600, finish="charred", dark="#121110", ring_m=0.007,
         pores=0.0, checks=0.8),
    made("plywood", "wood", 600, "#dcbd8b", 0.56, "plywood", carbon="plywood", m3=900, dark="#bd935a", ring_m=0.02),
    made("bamboo", "wood", 700, "#d9b878", 0.42, "bamboo", m3=1800, dark="#b08a4a"),
    made("cork", "wood", 180, "#c49a68", 0.9, "speckle", carbon="cork", m3=1500, dark="#7d5430", light="#dfbd8d",
         grain_m=0.004),
    made("wicker", "wood", 450, "#b58a55", 0.66, "wicker", m3=1500, dark="#6a4826", strand_m=0.006),
)  # fmt: skip
