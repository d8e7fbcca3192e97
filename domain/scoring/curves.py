"""How measurements become shares of what can be reached, in [0, 1]."""

from math import isfinite

BEST = 10.0
DIGITS = 4


def ramp(value: float, worst: float, best: float) -> float:
    """Return 0 at `worst`, 1 at `best`, and straight in between; `worst` may be the larger one."""
    share = (value - worst) / (best - worst)
    return 0.0 if share <= 0 else 1.0 if share >= 1 else share


def within(value: float, low_worst: float, low: float, high: float, high_worst: float) -> float:
    """Return 1 from `low` to `high`, falling straight to 0 at the worst values on either side."""
    if value < low:
        return ramp(value, low_worst, low)
    return 1.0 if value <= high else ramp(value, high_worst, high)


def against(ratio: float, steepness: float = 0.75) -> float:
    """Return how good it is to spend `ratio` times what is usual: 1 at nothing, 0.6 at the usual, falling ever on."""
    return 1.0 / (1.0 + (2.0 / 3.0) * float(ratio**steepness))


def said_of(value: float) -> str:
    """Return a number in words: three digits count, and there are no powers of ten."""
    short = float(f"{value:.3g}") if isfinite(value) else 0.0
    if abs(short) >= 100:
        return f"{short:,.0f}"
    return f"{short:f}" if 0 < abs(short) < 0.001 else f"{short:g}"


def rounded(value: float) -> float:
    """Return a number with as many digits as it deserves."""
    return float(f"{value:.{DIGITS}g}") if isfinite(value) else 0.0
