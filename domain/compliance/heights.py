"""Measurements of what people sit on, work at, wash at and switch."""

from domain.compliance.site import Site, apart, each, root_of
from domain.compliance.types import Measured
from domain.spec import DesignObject

TABLES = ("table", "dining table", "desk", "kitchen table")
NO_BENCH = "The design shows no bench"
ZONE_M = 2.5  # above a rim


def toilet_seat_height(site: Site) -> Measured:
    """Measure the top of toilet seats above the floor."""
    seats = [thing for thing in site.named("seat") if thing.type == "rounded_ring"]
    return each(seats, site.top, "The design shows no toilet")


def basin_rim_height(site: Site) -> Measured:
    """Measure the rim of washbasins above the floor."""
    return each(site.named("basin"), site.top, "The design shows no washbasin")


def table_top_height(site: Site) -> Measured:
    """Measure the tops of tables and desks at which one sits, above the floor."""
    tops = [thing for thing in site.named("top", whole=TABLES) if _is_board(thing)]
    return each(tops, site.top, "The design shows no table or desk")


def _is_board(thing: DesignObject) -> bool:
    size = thing.dimensions
    return size.height < 0.2 * max(size.width, size.depth)


def _benches(site: Site) -> list[DesignObject]:
    return [thing for thing in site.named("seat") if root_of(thing.part_of) == "bench"]


def bench_seat_height(site: Site) -> Measured:
    """Measure the seats of benches above the floor."""
    return each(_benches(site), site.top, NO_BENCH)


def bench_seat_length(site: Site) -> Measured:
    """Measure the length of bench seats."""
    return each(_benches(site), lambda thing: max(thing.dimensions.width, thing.dimensions.depth), NO_BENCH)


def bench_seat_depth(site: Site) -> Measured:
    """Measure the depth of bench seats."""
    return each(_benches(site), lambda thing: min(thing.dimensions.width, thing.dimensions.depth), NO_BENCH)


def switch_height(site: Site) -> Measured:
    """Measure the top of wall switches above the floor."""
    return each(site.named("light_switch", "wall_switch"), site.top, "The design shows no wall switch")


def bath_luminaire_distance(site: Site) -> Measured:
    """Measure how far hanging lamps that are less than 2.5 m above a bathtub's rim are from it, horizontally."""
    baths = [
        thing
        for thing in site.named("bathtub", "tub", "rim", "shower_tray")
        if root_of(thing.part_of) in ("bathtub", "bathroom", "shower")
    ]
    lamps = [thing for thing in site.things if root_of(thing.part_of) in ("pendant lamp", "chandelier")]
    if not baths or not lamps:
        return Measured(missing="The design does not show a bathtub or shower together with a hanging lamp")

    def nearest(lamp: DesignObject) -> float | None:
        near = [
            apart(site.plan(lamp), site.plan(bath)) for bath in baths if site.bottom(lamp) < site.top(bath) + ZONE_M
        ]
        return min(near, default=None)

    return each(lamps, nearest, "The hanging lamps are 2.5 m or more above the rim")
