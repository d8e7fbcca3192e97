"""Figures that others published, each with where it stands: embodied carbon, and what metals cost.

ICE is cradle to gate, kg CO2-equivalent per kg: Hammond & Jones, "Inventory of Carbon & Energy (ICE)", version 2.0,
University of Bath, 2011. Its wood rows are given by their fossil share alone, as EN 15804 counts. Rows with a range are
given by its middle. Figures are of the stock material: neither shaping, plating nor finishing is in them.
Nuss & Eckelman, "Life Cycle Assessment of Metals: A Scientific Synthesis", PLOS ONE 9(7), 2014, has the rarer metals.
ICE has rows of its own for four of those, on older and fewer data: chromium 5.39, silver 6.31, tin 14.47, titanium
31.55. They differ by so much that a figure of either is good for no more than its order of magnitude.
"""

from dataclasses import dataclass
from typing import Literal

_ICE = "ICE V2.0, University of Bath, 2011, row"
_METALS = "Nuss & Eckelman, PLOS ONE 9(7) e101298, 2014, table of 63 metals, row"
UNCHECKED = "no published figure checked"
INDICATIVE = "indicative, trade stock, 2025; not a quotation"
_EXCHANGE = "metal content at the annual average of 2024, World Bank commodity prices, rounded; not a quotation"


Comparison = Literal["table", "quoted", "none"]
"""How a figure was checked: in a copy of the table, by others who quote it, or not at all: then it is an estimate."""

_IN_TABLE = frozenset((
    "brass", "bronze", "ceramic", "clay tile", "copper", "cork", "granite", "iron", "limestone", "marble", "paper",
    "paperboard", "plaster", "plastic abs", "polypropylene", "rubber", "sand", "sandstone", "sanitary", "slate",
    "stainless", "stone", "tile", "zinc",
))  # fmt: skip
_QUOTED = frozenset(("aluminium", "brick", "concrete", "flax", "mortar", "steel"))


def comparison_of(row: str) -> Comparison:
    """Return how the figure of a row of `CARBON` was checked."""
    return "table" if row in _IN_TABLE else "quoted" if row in _QUOTED else "none"


@dataclass(frozen=True, slots=True)
class Carbon:
    """A figure in kg CO2-equivalent per kg, and its row in the inventory."""

    kg_per_kg: float | None
    source: str


def _ice(kg_per_kg: float, row: str, note: str = "") -> Carbon:
    return Carbon(kg_per_kg, f'{_ICE} "{row}"{note}')


def _metal(kg_per_kg: float, row: str) -> Carbon:
    return Carbon(kg_per_kg, f'{_METALS} "{row}"')


CARBON: dict[str, Carbon] = {
    "": Carbon(None, UNCHECKED),
    "aggregate": _ice(0.0052, "Aggregate, general"),
    "aluminium": _ice(9.16, "Aluminium, general"),
    "asphalt": _ice(0.076, "Asphalt, 6 % bitumen binder"),
    "brass": _ice(2.64, "Brass, general"),
    "brick": _ice(0.24, "Bricks, general (common brick)"),
    "bronze": _ice(4.00, "Bronze, general"),
    "ceramic": _ice(0.70, "Ceramics, general"),
    "chromium": _metal(2.4, "chromium"),
    "clay tile": _ice(0.48, "Clay, tile"),
    "concrete": _ice(0.107, "Concrete, general"),
    "copper": _ice(2.71, "Copper, EU tube and sheet"),
    "cork": _ice(0.19, "Insulation, cork"),
    "cotton": _ice(6.78, "Miscellaneous, cotton fabric"),
    "flax": _ice(1.70, "Insulation, flax"),
    "galvanised": _ice(1.54, "Steel, coil (sheet), galvanised, UK average recycled content"),
    "glass": _ice(0.91, "Glass, primary"),
    "gold": _metal(12_500.0, "gold"),
    "granite": _ice(0.70, "Stone, granite"),
    "hardwood": _ice(0.24, "Timber, sawn hardwood", ", fossil share; 0.63 biogenic besides"),
    "iron": _ice(2.03, "Iron, general"),
    "limestone": _ice(0.09, "Stone, limestone"),
    "marble": _ice(0.13, "Stone, marble"),
    "mortar": _ice(0.221, "Mortar, 1:3 cement to sand"),
    "paint": _ice(2.91, "Paint, general"),
    "paper": _ice(1.49, "Paper, fine"),
    "paperboard": _ice(1.29, "Paper, paperboard, general"),
    "plaster": _ice(0.13, "Plaster, general (gypsum)"),
    "plastic": _ice(3.31, "Plastics, general"),
    "plastic abs": _ice(3.76, "Plastics, ABS"),
    "plywood": _ice(0.45, "Timber, plywood", ", fossil share; 0.65 biogenic besides"),
    "polypropylene": _ice(4.49, "Plastics, polypropylene, injection moulding"),
    "rubber": _ice(2.85, "Rubber, general"),
    "sand": _ice(0.0051, "Sand, general"),
    "sandstone": _ice(0.06, "Stone, sandstone"),
    "sanitary": _ice(1.61, "Ceramics, sanitary products"),
    "silver": _metal(196.0, "silver"),
    "slate": _ice(0.035, "Stone, slate", ", middle of 0.007 to 0.063"),
    "softwood": _ice(0.20, "Timber, sawn softwood", ", fossil share; 0.39 biogenic besides"),
    "soil": _ice(0.024, "Soil, general (rammed)"),
    "stainless": _ice(6.15, "Steel, stainless"),
    "steel": _ice(1.46, "Steel, general, UK average recycled content"),
    "stone": _ice(0.079, "Stone, general"),
    "straw": _ice(0.01, "Miscellaneous, straw"),
    "terrazzo": _ice(0.12, "Stone or tiles, terrazzo tiles"),
    "tile": _ice(0.78, "Ceramics, tiles and cladding panels"),
    "tin": _metal(17.1, "tin"),
    "titanium": _metal(8.1, "titanium"),
    "wool carpet": _ice(5.53, "Carpet, wool"),
    "zinc": _ice(3.09, "Zinc, general"),
}

EXCHANGE_USD_PER_KG: dict[str, float] = {
    "aluminium": 2.42, "copper": 9.14, "zinc": 2.78, "tin": 30.1, "silver": 909.0, "gold": 76_700.0,
}  # fmt: skip


def exchange_price(metal: str, density_kg_per_m3: float) -> tuple[float, str]:
    """Return what a cubic metre of a metal costs at the exchange, two digits, and where that stands."""
    price = EXCHANGE_USD_PER_KG[metal] * density_kg_per_m3
    return float(f"{price:.2g}"), _EXCHANGE
