"""The page on materials: what the catalogue knows of each, and where its figures stand."""

from collections.abc import Iterator

from domain.materials import CATALOGUE, Material, inventory

_HEAD = """# Materials

![Every material on a ball and a board](pictures/materials.jpg)

Made of `domain/materials/` by `python -m runtime.docs`; the picture by `python -m bench.materials`. {count} materials,
{carbon} with a figure for embodied carbon, {priced} with a price, {both} with both.

Carbon is cradle to gate, in kg CO2-equivalent per kg of the stock material: neither shaping, plating nor finishing is
in it. Each figure names its table and row, so that you can look it up. They were set down from memory; some rows were
compared with reproduced tables, none with the original workbooks, which could not be had. Look up the edition in force,
or the supplier's declaration, before you sign for one. Where no row fits, none is given. Prices are orders of magnitude
in USD, for comparing one design with another; none is a quotation.
"""


def materials() -> str:
    """Return the table of materials by family, and the sources of its figures."""
    known = CATALOGUE.values()
    carbon = [one for one in known if one.carbon_kg_per_kg is not None]
    priced = [one for one in known if one.price_source]
    both = sum(bool(one.price_source) for one in carbon)
    lines = [_HEAD.format(count=len(known), carbon=len(carbon), priced=len(priced), both=both)]
    for family in dict.fromkeys(one.family for one in known):
        lines += [f"## {family}", "", "| name | kg/m³ | kg CO2e/kg | USD per m³ | USD per m² | texture |"]
        lines += ["| --- | --: | --: | --: | --: | --- |", *_rows(family), ""]
    lines += ["## Sources of carbon", "", *_sources(), ""]
    lines += ["## Sources of prices", "", *(f"- {source}" for source in sorted({one.price_source for one in priced}))]
    return "\n".join(lines) + "\n"


def _rows(family: str) -> Iterator[str]:
    for one in CATALOGUE.values():
        if one.family == family:
            cells = (
                f"`{one.name}`", f"{one.density_kg_per_m3:,.0f}", _figure(one.carbon_kg_per_kg),
                _figure(one.price_per_m3), _figure(one.price_per_m2), one.texture.name.replace("_", " "),
            )  # fmt: skip
            yield f"| {' | '.join(cells)} |"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def _sources() -> Iterator[str]:
    for figure in inventory.CARBON.values():
        names = [f"`{one.name}`" for one in CATALOGUE.values() if _rests_on(one, figure)]
        if names and figure.kg_per_kg is not None:
            yield f"- {figure.source}: {_figure(figure.kg_per_kg)} ({', '.join(names)})"
    unchecked = [f"`{one.name}`" for one in CATALOGUE.values() if one.carbon_kg_per_kg is None]
    yield f"- {inventory.UNCHECKED}: {', '.join(unchecked)}"


def _rests_on(material: Material, figure: inventory.Carbon) -> bool:
    return material.carbon_source == figure.source
