"""The page on materials: what the catalogue knows of each, and where its figures stand."""

from collections import Counter
from collections.abc import Iterator

from domain.materials import CATALOGUE, Material, inventory

_HEAD = """# Materials

![Every material on a ball and a board](pictures/materials.jpg)

Made of `domain/materials/` by `python -m runtime.docs`; the picture by `python -m bench.materials`. {count} materials,
{carbon} with a figure for embodied carbon, {priced} with a price, {both} with both.

Carbon is cradle to gate, in kg CO2-equivalent per kg of the stock material: neither shaping, plating nor finishing is
in it. Each figure names its table and row, so that you can look it up. The original workbooks could not be had. Of the
{rows} rows that are used,

- {table} were compared with a public copy of the table of ICE V2.0 (the data of an open-source calculator of embodied
  carbon) and agree to the digits given here: *table*;
- {quoted} agree with figures that others quote from ICE: *quoted*;
- {none} were found nowhere and stand as they were set down from memory. Take them for estimates: *estimate*.

Look up the edition in force, or the supplier's declaration, before you sign for one. Where no row fits, none is given.
Prices are orders of magnitude in USD, for comparing one design with another; none is a quotation.
"""


_COMPARED: dict[inventory.Comparison, str] = {"table": "table", "quoted": "quoted", "none": "estimate"}


def materials() -> str:
    """Return the table of materials by family, and the sources of its figures."""
    known = CATALOGUE.values()
    carbon = [one for one in known if one.carbon_kg_per_kg is not None]
    priced = [one for one in known if one.price_source]
    both = sum(bool(one.price_source) for one in carbon)
    rows = (row for row, figure in inventory.CARBON.items() if figure.kg_per_kg is not None)
    checks: Counter[str] = Counter(inventory.comparison_of(row) for row in rows)
    counts = {"count": len(known), "carbon": len(carbon), "priced": len(priced), "both": both, "rows": checks.total()}
    lines = [_HEAD.format(**counts, **checks)]
    for family in dict.fromkeys(one.family for one in known):
        lines += [f"## {family}", "", "| name | kg/m³ | kg CO2e/kg | compared | USD per m³ | USD per m² | texture |"]
        lines += ["| --- | --: | --: | --- | --: | --: | --- |", *_rows(family), ""]
    lines += ["## Sources of carbon", "", *_sources(), ""]
    lines += ["## Sources of prices", "", *(f"- {source}" for source in sorted({one.price_source for one in priced}))]
    return "\n".join(lines) + "\n"


def _rows(family: str) -> Iterator[str]:
    for one in CATALOGUE.values():
        if one.family == family:
            cells = (
                f"`{one.name}`", f"{one.density_kg_per_m3:,.0f}", _figure(one.carbon_kg_per_kg), _compared(one),
                _figure(one.price_per_m3), _figure(one.price_per_m2), one.texture.name.replace("_", " "),
            )  # fmt: skip
            yield f"| {' | '.join(cells)} |"


def _compared(one: Material) -> str:
    row = next(row for row, figure in inventory.CARBON.items() if _rests_on(one, figure))
    return _COMPARED[inventory.comparison_of(row)] if one.carbon_kg_per_kg is not None else ""


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def _sources() -> Iterator[str]:
    for row, figure in inventory.CARBON.items():
        names = [f"`{one.name}`" for one in CATALOGUE.values() if _rests_on(one, figure)]
        if names and figure.kg_per_kg is not None:
            compared = _COMPARED[inventory.comparison_of(row)]
            yield f"- {figure.source}: {_figure(figure.kg_per_kg)}, *{compared}* ({', '.join(names)})"
    unchecked = [f"`{one.name}`" for one in CATALOGUE.values() if one.carbon_kg_per_kg is None]
    yield f"- {inventory.UNCHECKED}: {', '.join(unchecked)}"


def _rests_on(material: Material, figure: inventory.Carbon) -> bool:
    return material.carbon_source == figure.source
