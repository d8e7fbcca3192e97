"""What plants that grow weigh and cost: as a nursery sells them by their height, not as so much timber."""

from domain.scoring.grades import SUBSTANCES
from domain.spec import DesignObject

KG_PER_M3: dict[str, float] = {"tree": 2.0, "bush": 12.0, "foliage": 6.0, "flower": 6.0, "cactus": 150.0}
"""What a plant weighs by the box that it stands in, mostly air: a tree of 7 m some 400 kg, a bush of 1 m some 13 kg."""
USD, POWER = 30.0, 1.5
"""A plant of one metre, and how the price grows with height: of 7 m some 500 USD. Indicative, as all prices are."""
_FROM_M = 0.12
_LEAF = SUBSTANCES["leaf_green"]


def is_plant(thing: DesignObject) -> bool:
    """Return whether an object is a plant that grows; what is smaller is a leaf of salad."""
    return thing.type in KG_PER_M3 and thing.dimensions.height >= _FROM_M


def figures_of(thing: DesignObject) -> tuple[float, tuple[float, float, float, float, float]]:
    """Return a plant's volume, m³, and its mass, price, carbon, and of these the carbon and mass without a figure."""
    size = thing.dimensions
    mass = KG_PER_M3[thing.type] * size.width * size.height * size.depth
    carbon = mass * _LEAF.carbon_kg_per_kg
    return mass / _LEAF.density_kg_per_m3, (mass, USD * size.height**POWER, carbon, carbon, 0.0)
