"""How finely a shape is made at each quality."""

from dataclasses import dataclass

from domain.spec import Quality

_FINENESS: dict[Quality, float] = {"draft": 0.45, "standard": 1.0, "high": 1.8}


@dataclass(frozen=True, slots=True)
class Detail:
    """Segment counts and the choice of small things for one quality."""

    quality: Quality = "standard"

    @property
    def fineness(self) -> float:
        """Return the factor on every segment count."""
        return _FINENESS[self.quality]

    @property
    def has_small_things(self) -> bool:
        """Screws, stitches, knurls, vents and the like are made."""
        return self.quality != "draft"

    def around(self, standard: int = 64) -> int:
        """Return the segments of a full circle: a multiple of four, at least twelve."""
        return max(12, 4 * round(standard * self.fineness / 4))

    def along(self, standard: int) -> int:
        """Return the steps along a curve, at least two."""
        return max(2, round(standard * self.fineness))

    @property
    def bevel(self) -> int:
        """Return the steps of a rounded edge's quarter circle."""
        return {"draft": 1, "standard": 3, "high": 5}[self.quality]
