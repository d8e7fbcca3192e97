"""Cost and sustainability: what a design takes, against what the same things usually take."""

from collections.abc import Mapping
from typing import Any

from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST, against, ramp, said_of
from domain.scoring.survey import Survey
from domain.scoring.typical import CARBON_PER_KG, KG_PER_M3, TYPICAL, USD_PER_M3

NOTHING = 1e-9
_OWN = "this project's table of materials and of what things usually take, domain/scoring/typical.json"


def usual_of(survey: Survey) -> tuple[float, float]:
    """Return the price and the carbon that these things usually have; what no table knows is taken by its volume."""
    kept = survey.layout.kept.get("usual")
    if kept is None:
        kept = survey.layout.kept["usual"] = _usual(survey)
    return kept  # type: ignore[return-value]


def _usual(survey: Survey) -> tuple[float, float]:
    price = carbon = 0.0
    for thing in survey.layout.things:
        usual = TYPICAL.kinds.get(thing.kind)
        if usual:
            price += usual.price_usd
            carbon += usual.carbon_kg
        else:
            volume = sum(survey.parts[at].volume_m3 for at in thing.at)
            price += volume * USD_PER_M3
            carbon += volume * KG_PER_M3 * CARBON_PER_KG
    return price or NOTHING, carbon or NOTHING


def _cost(survey: Survey) -> Measured:
    if not survey.parts:
        return inapplicable("there is nothing to buy")
    price = unpriced = 0.0
    for part in survey.parts:
        price += part.price_usd
        if not part.substance.is_priced:
            unpriced += part.mass_kg
    usual, _ = usual_of(survey)
    share = against(price / usual)
    numbers: dict[str, Any] = {
        "price_usd": price, "usual_price_usd": usual, "ratio": price / usual,
        "unpriced_mass_share": unpriced / (survey.mass_kg or 1.0),
    }  # fmt: skip
    budget = survey.spec.reading.budget
    if budget is not None and budget.unit == "USD" and budget.amount > 0:
        kept = ramp(price / budget.amount, 2.0, 0.5)
        numbers |= {"budget_usd": budget.amount, "budget_ratio": price / budget.amount}
        share = 0.5 * (share + kept)
    return Measured(BEST * share, numbers)


def _said_of_cost(n: Mapping[str, Any]) -> str:
    said = f"Its materials cost about {said_of(n['price_usd'])} USD, {_times(n['ratio'])} what such things usually take"
    if "budget_usd" in n:
        said += f", {n['budget_ratio']:.0%} of the budget"
    return said


def _times(ratio: float) -> str:
    if 0.95 <= ratio <= 1.05:
        return "about"
    if ratio < 1:
        return f"{ratio:.0%} of" if ratio >= 0.01 else "less than 1% of"
    return f"{ratio:.2g} times" if ratio < 10 else f"{ratio:,.0f} times"


def _sustainability(survey: Survey) -> Measured:
    if not survey.parts:
        return inapplicable("there is nothing to make")
    carbon = unknown = renewed = recycled = known = volume = 0.0
    for part in survey.parts:
        carbon += part.carbon_kg
        unknown += part.carbon_unknown_kg
        known += part.mass_known_kg
        volume += part.volume_m3
        renewed += part.renewable_m3
        recycled += part.recyclable_m3
    _, usual = usual_of(survey)
    volume = volume or 1.0
    share = 0.7 * against(carbon / usual) + 0.2 * renewed / volume + 0.1 * recycled / volume
    return Measured(
        BEST * share,
        {
            "carbon_kg_co2e": carbon, "usual_carbon_kg_co2e": usual, "ratio": carbon / usual,
            "carbon_without_figure_kg_co2e": unknown, "mass_kg": survey.mass_kg,
            "mass_with_known_carbon_share": known / (survey.mass_kg or 1.0),
            "renewable_volume_share": renewed / volume, "recyclable_volume_share": recycled / volume,
        },
    )  # fmt: skip


def _said_of_sustainability(n: Mapping[str, Any]) -> str:
    return (
        f"It embodies about {said_of(n['carbon_kg_co2e'])} kg of CO2, {_times(n['ratio'])} what such things usually do;"
        f" {n['renewable_volume_share']:.0%} of it is renewable"
    )


COST = Criterion(
    "cost", _cost, _said_of_cost,
    "Price of the materials: volume (box times the fill of its shape) or area, times the catalogue's price, over the"
    " usual price r of the same things: 10 / (1 + 2/3 r^0.75). With a budget in USD, half of it is the share of that.",
    f"indicative prices of the catalogue; {_OWN}",
)  # fmt: skip
SUSTAINABILITY = Criterion(
    "sustainability", _sustainability, _said_of_sustainability,
    "70 %: embodied carbon, cradle to gate, over the usual carbon r of the same things, 1 / (1 + 2/3 r^0.75);"
    " 20 %: share of volume that grows again; 10 %: share that is commonly recycled. What has no published figure is"
    " taken at the mean of its family and stated.",
    "Hammond & Jones, Inventory of Carbon & Energy (ICE) 2.0, 2011; Nuss & Eckelman, PLOS ONE 9(7), 2014;"
    f" {_OWN}",
)  # fmt: skip
