"""Textiles, leather, paper, what grows, and what is eaten."""

from domain.materials.making import made
from domain.materials.types import Family, Material

_T: Family = "textile"
_L: Family = "leather"

TEXTILES: tuple[Material, ...] = (
    made("fabric_grey", _T, 400, "#8a8c90", 0.94, "weave", carbon="cotton", m2=25, thread_m=0.0022),
    made("fabric_blue", _T, 400, "#3c5a8c", 0.94, "weave", carbon="cotton", m2=25, thread_m=0.0022),
    made("linen", _T, 450, "#cfc2a6", 0.94, "weave", carbon="flax", m2=30, thread_m=0.0014, slubs=1.8),
    made("cotton", _T, 400, "#e9e6df", 0.94, "weave", carbon="cotton", m2=15, thread_m=0.0008),
    made("canvas", _T, 500, "#c8b58c", 0.94, "weave", carbon="cotton", m2=18, thread_m=0.0024, slubs=1.3),
    made("denim", _T, 500, "#3b5378", 0.92, "denim", carbon="cotton", m2=18, weft="#c4cdd8", thread_m=0.0016),
    made("wool", _T, 300, "#a59a8b", 0.97, "nap", carbon="wool carpet", m2=60, pile_m=0.006, curl=1.0),
    made("felt", _T, 250, "#6f7377", 0.98, "nap", carbon="wool carpet", m2=35, pile_m=0.003, curl=0.7),
    made("velvet", _T, 350, "#6d1f33", 0.82, "nap", carbon="cotton", m2=50, pile_m=0.002, sheen=1.0),
    made("plaid", _T, 400, "#8f2d2b", 0.94, "plaid", carbon="cotton", m2=35, second="#23382f", third="#d9c98f",
         size_m=0.14),
    made("silk", _T, 400, "#d8c3b0", 0.36, "weave", m2=60, thread_m=0.0005),
    made("carpet", _T, 300, "#8b7d70", 0.98, "nap", carbon="wool carpet", m2=45, pile_m=0.008, curl=0.8),
    made("rope", _T, 700, "#b99a6b", 0.92, "straw", m3=3000, dark="#7c6038", fibre_m=0.004),
    made("paper", _T, 800, "#f2eee2", 0.92, "plain", carbon="paper", m3=1200, mottle=0.04),
    made("cardboard", _T, 690, "#b99566", 0.92, "plaster", carbon="paperboard", m3=600, grain_m=0.003, relief=0.1),
)  # fmt: skip

LEATHERS: tuple[Material, ...] = (
    made("leather_brown", _L, 900, "#6d412a", 0.46, "leather", m2=90, crease="#46271a"),
    made("leather_black", _L, 900, "#2a2728", 0.42, "leather", m2=90, crease="#121112"),
    made("leather_tan", _L, 900, "#b0763f", 0.5, "leather", m2=90, crease="#6f4520"),
    made("leather_white", _L, 900, "#e4dfd5", 0.46, "leather", m2=100, crease="#aaa294"),
    made("suede", _L, 800, "#8a6a4c", 0.96, "nap", m2=80, pile_m=0.002, sheen=0.5, of="leather", finish="matte"),
)  # fmt: skip

# What animals are covered with; they weigh what the body under it does.
COATS: tuple[Material, ...] = (
    made("fur", _T, 950, "#8f8a84", 0.95, "nap", m2=90, pile_m=0.009, curl=0.35, sheen=0.35),
    made("feathers", _T, 850, "#8a8580", 0.84, "nap", m2=110, pile_m=0.014, curl=0.2, sheen=0.7),
    made("hide", _L, 1050, "#a08a7a", 0.72, "leather", m2=60, crease="#6e5c50"),
)  # fmt: skip

PLANTS: tuple[Material, ...] = (
    made("leaf_green", "plant", 700, "#56763c", 0.6, "leaf", dark="#314d28"),
    made("grass", "plant", 300, "#667a45", 0.92, "grass", m2=6, dark="#3c5530"),
    made("moss", "plant", 250, "#5d7136", 0.96, "nap", m2=120, pile_m=0.012, curl=1.0),
    made("bark", "plant", 500, "#6b5340", 0.94, "bark", m3=60, dark="#2f2319"),
    made("straw", "plant", 120, "#cfae66", 0.9, "straw", carbon="straw", m3=40, dark="#8e6d30", fibre_m=0.006),
    made("thatch", "plant", 240, "#9c814f", 0.95, "straw", carbon="straw", m2=130, dark="#5a4522", fibre_m=0.01),
    made("petal", "plant", 700, "#d98aa5", 0.6, "nap", pile_m=0.001, curl=0.1, sheen=0.6),
)  # fmt: skip

FOODS: tuple[Material, ...] = (
    made("fruit", "food", 850, "#c0392b", 0.3, "peel", shade="#d9a13b"),
    made("citrus", "food", 900, "#e08a1e", 0.38, "peel", shade="#c9781a", dimples=1.0),
    made("chocolate", "food", 1250, "#4a2b1b", 0.34, "plain", mottle=0.04),
    made("bread", "food", 300, "#c08a4a", 0.9, "speckle", dark="#8a5626", light="#dcb77c", grain_m=0.006, crumbs=0.5),
)  # fmt: skip
