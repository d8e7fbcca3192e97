"""Measurements around fireplaces, and of alarms."""

from typing import NamedTuple

from domain.compliance.site import COMBUSTIBLE, Site, apart, is_of, root_of, seen_from
from domain.compliance.types import Measured, Value
from domain.spec import DesignObject

NO_FIRE = "The design shows no fireplace with a surround and a hearth"
LARGE_M2 = 0.557  # 6 square feet
_FUEL = ("log", "flame", "ember", "grate")


class Fireplace(NamedTuple):
    """An opening in a surround, in the axes of its hearth: half its width, its height, and where its face is."""

    hearth: DesignObject
    half_m: float
    height_m: float
    face_m: float

    @property
    def area_m2(self) -> float:
        """Return the area of the opening."""
        return 2 * self.half_m * self.height_m


def fireplaces(site: Site) -> list[Fireplace]:
    """Return the fireplaces that are drawn with hearth, two uprights and a head."""
    found = []
    for hearth in site.named("hearth"):
        blocks = [thing for thing in site.named("surround") if thing.part_of == hearth.part_of]
        sides = [abs(seen_from(hearth, one)[0]) - one.dimensions.width / 2 for one in blocks]
        uprights = [side for side in sides if side > 0]
        heads = [site.bottom(one) for one, side in zip(blocks, sides, strict=True) if side <= 0]
        if uprights and heads:
            face = max(seen_from(hearth, one)[1] + one.dimensions.depth / 2 for one in blocks)
            found.append(Fireplace(hearth, min(uprights), min(heads) - site.top(hearth), face))
    return found


def _extension(site: Site, *, is_large: bool, is_front: bool) -> Measured:
    drawn = fireplaces(site)
    sized = [one for one in drawn if (one.area_m2 >= LARGE_M2) == is_large]
    if not sized:
        other = f"The fireplace's opening is not {'large' if is_large else 'small'}; another clause is for its size"
        return Measured(missing=other if drawn else NO_FIRE)
    size = {one.hearth.id: one.hearth.dimensions for one in sized}
    return Measured(
        tuple(
            Value(
                one.hearth.id,
                size[one.hearth.id].depth / 2 - one.face_m if is_front else size[one.hearth.id].width / 2 - one.half_m,
            )
            for one in sized
        )
    )


def hearth_front_small(site: Site) -> Measured:
    """Measure how far the hearth reaches before fireplaces with an opening of less than 0.557 m²."""
    return _extension(site, is_large=False, is_front=True)


def hearth_front_large(site: Site) -> Measured:
    """Measure how far the hearth reaches before fireplaces with an opening of 0.557 m² or more."""
    return _extension(site, is_large=True, is_front=True)


def hearth_side_small(site: Site) -> Measured:
    """Measure how far the hearth reaches beside openings of less than 0.557 m²."""
    return _extension(site, is_large=False, is_front=False)


def hearth_side_large(site: Site) -> Measured:
    """Measure how far the hearth reaches beside openings of 0.557 m² or more."""
    return _extension(site, is_large=True, is_front=False)


def combustible_distance(site: Site) -> Measured:
    """Measure how far what burns in a fireplace's surround is from its opening."""
    values = []
    for one in fireplaces(site):
        base = site.top(one.hearth)
        opening = (-one.half_m, base, one.half_m, base + one.height_m)
        for thing in site.things:
            is_trim = thing.part_of == one.hearth.part_of and root_of(thing.id) not in _FUEL
            if is_trim and is_of(thing, COMBUSTIBLE):
                x, half = seen_from(one.hearth, thing)[0], thing.dimensions.width / 2
                front = (x - half, site.bottom(thing), x + half, site.top(thing))
                values.append(Value(thing.id, apart(opening, front)))
    return Measured(tuple(values)) if values else Measured(missing="No fireplace is drawn with trim that burns")


def smoke_alarms(site: Site) -> Measured:
    """Count smoke alarms; a design that shows none says nothing about them."""
    count = len(site.named("smoke_alarm", "smoke_detector"))
    return Measured((Value("", count),)) if count else Measured(missing="Alarms are not part of the drawing")
