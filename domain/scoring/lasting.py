"""Durability: how what people touch and weather reaches wears, breaks and weathers."""

from collections.abc import Mapping
from typing import Any

from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST
from domain.scoring.survey import Survey

OUTDOORS = frozenset(("street", "garden", "playground", "landmark", "bicycle", "sport", "architecture"))
THIN_M = 0.01
BEARING_TYPES = frozenset((
    "leg", "raked_leg", "post", "rod", "table_top", "rail_frame", "swivel_base", "gas_lift", "shelf_unit", "chassis",
    "bent_tube", "bent_bar", "wheel", "wire_wheel", "pillar", "classical_column", "buttress", "lattice_mast", "steps",
    "seat_shell", "runner", "rocker", "lamp_foot", "flag_pole", "lamp_post", "chair_back", "railing",
))  # fmt: skip
"""Shapes that carry something."""
BEARING_ROOTS = frozenset(("leg", "foot", "axle", "stretcher", "frame", "beam", "column", "post", "bracket"))
FLEXIBLE = frozenset(("cable", "cord", "rope", "string", "hose", "wire", "chain", "strap"))
"""What hangs and bends, whatever its shape: a lamp's flex need not be strong."""
_WEAKEST_SHARE = 0.1


def is_bearing(kind: str, root: str) -> bool:
    """Return whether a part carries others, as its shape or its name says."""
    return (kind in BEARING_TYPES or root in BEARING_ROOTS) and root.rpartition("_")[2] not in FLEXIBLE


def is_outdoors(survey: Survey) -> bool:
    """Return whether a design stands in the weather, as far as its kind tells."""
    reading = survey.spec.reading
    return reading.design_type in ("building", "vehicle") or reading.category in OUTDOORS


def _durability(survey: Survey) -> Measured:
    area = survey.area_m2
    if area <= 0:
        return inapplicable("nothing is exposed")
    wear = toughness = weather = 0.0
    graded: list[tuple[float, float]] = []
    outdoors = is_outdoors(survey)
    for part in survey.parts:
        grades, exposed = part.substance.grades, part.area_m2
        wear += exposed * grades.wear
        toughness += exposed * grades.toughness
        weather += exposed * grades.weather
        worst = grades.wear if grades.wear < grades.toughness else grades.toughness
        graded.append((grades.weather if outdoors and grades.weather < worst else worst, exposed))
    weakest = _lowest_mean(graded, area * _WEAKEST_SHARE)
    wear, toughness, weather = wear / area, toughness / area, weather / area
    if outdoors:
        value = 0.25 * wear + 0.2 * toughness + 0.35 * weather + 0.2 * weakest
    else:
        value = 0.45 * wear + 0.35 * toughness + 0.2 * weakest
    numbers = {
        "wear_grade": wear, "toughness_grade": toughness, "weather_grade": weather, "weakest_tenth_grade": weakest,
        "is_outdoors": outdoors,
    }  # fmt: skip
    return Measured(value, numbers)


def _lowest_mean(graded: list[tuple[float, float]], area: float) -> float:
    """Return the mean grade of the weakest surface, `area` of it."""
    left, total = area, 0.0
    for grade, exposed in sorted(graded):
        taken = exposed if exposed < left else left
        total += taken * grade
        left -= taken
        if left <= 0:
            break
    return total / area


def _said(n: Mapping[str, Any]) -> str:
    grades = {"scratches": n["wear_grade"], "blows": n["toughness_grade"]}
    if n["is_outdoors"]:
        grades["weather"] = n["weather_grade"]
    worst = min(grades, key=lambda name: grades[name])
    listed = ", ".join(f"{name} {value:.1f}" for name, value in grades.items())
    return f"Its surfaces resist {listed} of {BEST:.0f}; they are weakest against {worst}"


DURABILITY = Criterion(
    "durability", _durability, _said,
    "Means over the exposed area of the grades of wear and toughness (indoors 45 % and 35 %; outdoors 25 % and 20 %,"
    " and 35 % weather), and 20 % the weakest tenth of the surface.",
    "grades of this project, ordered after Mohs's scale, the Janka hardness of the Wood Handbook (FPL-GTR-190, 2010)"
    " and the natural durability classes of EN 350-2:1994",
)  # fmt: skip
