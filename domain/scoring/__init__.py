"""How good a design is, by stated criteria, computed from its geometry and the catalogue."""

from collections.abc import Sequence

from domain.errors import Invalid
from domain.materials import CATALOGUE
from domain.scoring.types import Evaluation, Recommendation, Score
from domain.spec import DesignSpec

__all__ = ["CRITERIA", "VERSION", "Evaluation", "Recommendation", "Score", "evaluate"]

VERSION = "1.0"
CRITERIA: tuple[str, ...] = ("cost",)


def evaluate(spec: DesignSpec, criteria: Sequence[str] = ()) -> Evaluation:
    """Return the scores of a design by some criteria, or by all.

    Raises
    ------
    Invalid
        A criterion is not known; the fact `allowed` lists those that are.
    """
    for name in criteria:
        if name not in CRITERIA:
            raise Invalid(f"There is no criterion {name[:64]!r}", field="criteria", allowed=list(CRITERIA))
    price = sum((CATALOGUE[one.material].price_per_m3 or 0.0) * _volume_m3(one.dimensions) for one in spec.objects)
    value = round(10 / (1 + price / 1000), 2)
    score = Score(value, {"price_usd": round(price, 2)}, "price of the boxes", "the catalogue", f"It costs {price:.0f}")
    return Evaluation(value, {"cost": score}, score.finding, ())


def _volume_m3(size: object) -> float:
    return float(getattr(size, "width") * getattr(size, "height") * getattr(size, "depth"))  # noqa: B009
