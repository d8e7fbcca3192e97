"""Ergonomics: whether measures that people meet lie in ranges that suit them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST, rounded, within
from domain.scoring.parts import Part, root_of
from domain.scoring.people import REACHES, SEAT_ROOTS, Reach
from domain.scoring.survey import Survey, Thing

LISTED_MAX = 20
_BY_KIND: dict[str, list[Reach]] = {}
for _reach in REACHES:
    for _kind in _reach.kinds:
        _BY_KIND.setdefault(_kind, []).append(_reach)


class Fit(NamedTuple):
    """How one measure of one thing suits people."""

    reach: Reach
    thing: Thing
    value_m: float
    share: float


def fits_of(survey: Survey) -> list[Fit]:
    """Return each measure that people meet."""
    kept = survey.layout.kept.get("fits")
    if kept is None:
        kept = survey.layout.kept["fits"] = [fit for thing in survey.layout.things for fit in _of_thing(survey, thing)]
    return kept  # type: ignore[return-value]


def _of_thing(survey: Survey, thing: Thing) -> list[Fit]:
    found: dict[str, Fit] = {}
    for reach in _BY_KIND.get(thing.kind, ()):
        parts = _parts(survey, thing, reach.roots)
        if reach.types:
            parts = [part for part in parts if part.thing.type in reach.types]
        if not parts:
            continue
        ground = survey.layout.ground_m if survey.layout.is_room else thing.low[1]
        value = _value(survey, thing, parts, reach.measure, ground)
        if value is not None:
            share = within(value, reach.low_worst, reach.low, reach.high, reach.high_worst)
            if reach.name not in found or found[reach.name].share < share:  # a stool is of one height or another
                found[reach.name] = Fit(reach, thing, value, share)
    return list(found.values())


def _parts(survey: Survey, thing: Thing, roots: Sequence[str]) -> list[Part]:
    return [survey.parts[at] for at in thing.at if survey.parts[at].root in roots]


def _value(survey: Survey, thing: Thing, parts: Sequence[Part], measure: str, ground: float) -> float | None:
    match measure:
        case "top":
            return max(part.high[1] for part in parts) - ground
        case "over_seat":
            seats = _parts(survey, thing, SEAT_ROOTS)
            top = max((seat.high[1] for seat in seats), default=None)
            return None if top is None else max(part.high[1] for part in parts) - top
        case "width" | "depth":
            return max(float(getattr(part.thing.dimensions, measure)) for part in parts)
        case "length":
            return max(max(part.thing.dimensions.width, part.thing.dimensions.depth) for part in parts)
        case _:
            return min(sorted(_sides(part))[1] for part in parts)


def _sides(part: Part) -> tuple[float, float, float]:
    size = part.thing.dimensions
    return size.width, size.height, size.depth


def _ergonomics(survey: Survey) -> Measured:
    fits = fits_of(survey)
    if not fits:
        return inapplicable("it has no measure that people must meet")
    shares = [fit.share for fit in fits]
    worst = min(fits, key=lambda fit: fit.share)
    value = 0.7 * sum(shares) / len(shares) + 0.3 * worst.share
    return Measured(
        BEST * value,
        {
            "measures": len(fits), "measures_in_range": sum(share >= 1 for share in shares),
            "worst": worst.reach.name, "worst_of": worst.thing.name, "worst_m": worst.value_m,
            "things_alike": sum(one.kind == worst.thing.kind for one in survey.layout.things),
            "best_from_m": worst.reach.low, "best_to_m": worst.reach.high, "worst_source": worst.reach.source,
            "fits": fits,
        },
    )  # fmt: skip


def shown(fits: Sequence[Fit]) -> list[dict[str, Any]]:
    """Return measures as an answer lists them, the worst first."""
    ordered = sorted(fits, key=lambda fit: fit.share)[:LISTED_MAX]
    return [
        {
            "measure": fit.reach.name, "thing": fit.thing.name, "value_m": rounded(fit.value_m),
            "best_from_m": fit.reach.low, "best_to_m": fit.reach.high, "share": rounded(fit.share),
            "source": fit.reach.source,
        }
        for fit in ordered
    ]  # fmt: skip


def _article(name: str) -> str:
    return "An" if name[0] in "aeiou" else "A"


def _said(n: Mapping[str, Any]) -> str:
    if n["measures_in_range"] == n["measures"]:
        many = n["measures"]
        return (
            f"All {many} measures that people meet suit most of them"
            if many > 1
            else (f"{_article(n['worst'])} {n['worst']} of {n['worst_m'] * 1000:.0f} mm suits most people")
        )
    name = str(n["worst_of"])
    whose = name.replace("_", " ") if n["things_alike"] > 1 else f"the {root_of(name)}"
    return (
        f"The {n['worst']} of {whose} is {n['worst_m'] * 1000:.0f} mm; best is"
        f" {n['best_from_m'] * 1000:.0f} to {n['best_to_m'] * 1000:.0f} mm"
    )


ERGONOMICS = Criterion(
    "ergonomics", _ergonomics, _said,
    "Heights, depths and widths that people meet, each 1 in its range and falling to 0 at its worst values; 70 % their"
    " mean, 30 % the worst. What no range covers is not judged.",
    "Panero & Zelnik, Human Dimension & Interior Space, 1979; 2010 ADA Standards; Kroemer & Grandjean, 1997; each range"
    " names its own, and those of this project say so",
)  # fmt: skip
