"""Make the table of what is usual: `python -m engine.typical_table` draws every archetype in every style."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import msgspec

from domain.prompt import STYLES
from domain.scoring.survey import Survey
from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.planner import plan

TABLE = Path(__file__).parent.parent / "domain" / "scoring" / "typical.json"
SEED = 1
DIGITS = 3
_LEAST_SHARE = 0.0005

Figures = tuple[float, float, float, float, float, float]


def kinds_of(spec: DesignSpec) -> Iterator[tuple[str, Figures]]:
    """Give each thing of a design: its kind, price, carbon, mass, width, height and depth."""
    survey = Survey(spec)
    for thing in survey.layout.things:
        parts = [survey.parts[at] for at in thing.at]
        price, carbon, mass = (
            sum(getattr(part, name) for part in parts) for name in ("price_usd", "carbon_kg", "mass_kg")
        )
        x, y, z = (high - low for low, high in zip(thing.low, thing.high, strict=True))
        yield thing.kind, (price, carbon, mass, x, y, z)


def table() -> dict[str, object]:
    """Return the table, from every archetype in every style."""
    figures: dict[str, list[Figures]] = defaultdict(list)
    areas: dict[str, dict[str, float]] = {style: defaultdict(float) for style in STYLES}
    for style in STYLES:
        for archetype in ARCHETYPES.values():
            spec = plan(archetype.phrases[0], style=style, seed=SEED)
            for kind, found in kinds_of(spec):
                figures[kind].append(found)
            survey = Survey(spec)
            whole = survey.area_m2 or 1.0
            for part in survey.parts:
                areas[style][part.substance.name] += part.area_m2 / whole  # each archetype counts alike
    kinds = {kind: _usual(found) for kind, found in sorted(figures.items())}
    return {"kinds": kinds, "styles": {style: _shares(found) for style, found in areas.items()}}


def _usual(found: list[Figures]) -> dict[str, object]:
    price, carbon, mass, x, y, z = (_short(median(column)) for column in zip(*found, strict=True))
    return {"price_usd": price, "carbon_kg": carbon, "mass_kg": mass, "size_m": (x, y, z)}


def _shares(areas: Mapping[str, float]) -> dict[str, float]:
    whole = sum(areas.values())
    shares = {name: area / whole for name, area in sorted(areas.items())}
    return {name: _short(share) for name, share in shares.items() if share >= _LEAST_SHARE}


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def main() -> None:
    """Write the table."""
    made = msgspec.json.format(msgspec.json.encode(table()), indent=1)
    TABLE.write_bytes(made + b"\n")


if __name__ == "__main__":
    main()
