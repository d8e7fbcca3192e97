"""What is usual: price, carbon, mass and size of each kind of thing, and the materials of each style.

The figures stand in typical.json, which `python -m engine.typical_table` makes from everything that can be drawn.
"""

from collections.abc import Mapping
from importlib.resources import files

import msgspec


class Usual(msgspec.Struct, frozen=True):
    """The medians of a kind's own parts, over all styles."""

    price_usd: float
    carbon_kg: float
    mass_kg: float
    size_m: tuple[float, float, float]


class Typical(msgspec.Struct, frozen=True):
    """The whole table."""

    kinds: dict[str, Usual]
    styles: dict[str, dict[str, float]]  # by style, then material: its share of what is visible


USD_PER_M3 = 2500.0
KG_PER_M3 = 600.0
CARBON_PER_KG = 1.0
COMMON_SHARE = 0.06


def _read() -> Typical:
    data = (files("domain.scoring") / "typical.json").read_bytes()
    return msgspec.json.decode(data, type=Typical)


TYPICAL = _read()


def fit_of(style: str) -> Mapping[str, float]:
    """Return how well materials fit a style, in [0, 1]: those that it commonly uses fit wholly."""
    return _FITS.get(style, _FITS["realistic"])


def _fits(shares: Mapping[str, float]) -> dict[str, float]:
    return {name: min(1.0, (share / COMMON_SHARE) ** 0.5) for name, share in shares.items()}


_FITS = {style: _fits(shares) for style, shares in TYPICAL.styles.items()}
