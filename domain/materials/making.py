"""How the catalogue's lines become materials."""

from domain.materials.inventory import CARBON, EXCHANGE_USD_PER_KG, INDICATIVE, exchange_price
from domain.materials.types import Family, Material, Texture, TextureName


def made(
    name: str,
    family: Family,
    density: float,
    albedo: str,
    roughness: float,
    look: TextureName,
    *,
    carbon: str = "",
    m3: float | str = 0.0,
    m2: float = 0.0,
    of: str = "",
    finish: str = "",
    opacity: float = 1.0,
    emission: float = 0.0,
    **parameters: float | str,
) -> Material:
    """Return a material.

    `carbon` is a row of the inventory, `m3` and `m2` are indicative prices in USD (`m3` may name a metal traded at
    exchanges), `of` and `finish` say what it is and how it was worked, and the rest are parameters of its texture.
    """
    per_m3, priced_by = exchange_price(m3, density) if m3 in EXCHANGE_USD_PER_KG else (m3, INDICATIVE)
    figure = CARBON[carbon]
    return Material(
        name, family, density, albedo, roughness,
        metallic=1.0 if family == "metal" else 0.0, opacity=opacity, emission=emission,
        texture=Texture(look, parameters),
        carbon_kg_per_kg=figure.kg_per_kg, carbon_source=figure.source,
        price_per_m3=float(per_m3) or None, price_per_m2=m2 or None,
        price_currency="USD" if per_m3 or m2 else "", price_source=priced_by if per_m3 or m2 else "",
        substance=of or name.partition("_")[0], finish=finish,
    )  # fmt: skip
