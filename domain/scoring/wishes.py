"""What a design was asked to keep to, and what a change of materials would do to it."""

import re
from collections.abc import Iterator
from typing import Literal

from domain.scoring.survey import Survey
from domain.spec import DesignSpec, Reading

Way = Literal["height", "scale"]
_GREEN = re.compile(
    r"\b(?:eco(?:[- ]?friendly|[- ]?conscious)?|[eé]colog\w+|ökolog\w+|sustainab\w+|sostenib\w+|nachhaltig\w*"
    r"|umweltfreundlich\w*|environmental\w*|environment[- ]friendly|(?:for|to|spares?|protects?) the environment"
    r"|climate[- ](?:friendly|neutral|positive)|spares? the climate|(?:re|up)cycl\w+|net[- ]zero|leed|breeam"
    r"|(?:low|lower|less|little|zero|minimal|embodied|reduced?|save|cut)[- ](?:the )?carbon"
    r"|carbon[- ](?:neutral|free|negative|footprint|emissions?)"
    r"|green (?:architecture|energy|materials?|construction|technolog\w+|standards?|certifi\w+))\b",
    re.IGNORECASE,
)
_UPRIGHT = frozenset(("height", "size"))


def green_words(text: str) -> str:
    """Return the words of a text that ask to spare the climate; "" where none does. Green alone is a colour."""
    found = _GREEN.search(text)
    return found.group().casefold() if found else ""


def spares_climate(spec: DesignSpec) -> bool:
    """Return whether it is asked that a design spare the climate, in its constraints or in what was read."""
    reading = spec.reading
    told = (*spec.constraints, *reading.features, *reading.not_understood, reading.style, spec.style)
    return any(map(green_words, told))


def sums_of(survey: Survey) -> dict[str, float]:
    """Return what all parts stand for: `carbon`, kg CO2-equivalent, and `price`, US dollars."""
    parts = survey.parts
    return {"carbon": sum([part.carbon_kg for part in parts]), "price": sum([part.price_usd for part in parts])}


def held_down(spec: DesignSpec) -> frozenset[str]:
    """Return the sums that no other material may raise: the price with a budget, the carbon where it is asked."""
    budget = spec.reading.budget
    is_priced = budget is not None and budget.unit != "triangles"
    return frozenset(_named(price=is_priced, carbon=spares_climate(spec)))


def _named(**claims: bool) -> Iterator[str]:
    return (name for name, is_so in claims.items() if is_so)


def is_size_stated(reading: Reading, kind: str, way: Way) -> bool:
    """Return whether things of a kind have a stated size that a change of their height, or of all sides, would undo.

    Stated sizes are those of what the design is of: a room's height says nothing of the shelves that stand in it.
    """
    if kind != reading.archetype:
        return False
    return bool(reading.sizes_m.keys() & _UPRIGHT if way == "height" else reading.sizes_m)
