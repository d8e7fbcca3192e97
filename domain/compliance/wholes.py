"""Measurements of whole designs: sizes, vehicles and toys."""

from math import hypot, sqrt

from domain.compliance.site import Site, each, root_of, whole
from domain.compliance.types import Measured
from domain.spec import DesignObject

CYLINDER_WIDE_M, CYLINDER_DEEP_M = 0.0317, 0.0571
_PAIR = 2


def _side(site: Site, axis: int, *, without: tuple[str, ...] = ()) -> Measured:
    bounds = [site.bounds[thing.id] for thing in site.things if root_of(thing.id) not in without]
    if not bounds:
        return Measured(missing="The design has no objects")
    return whole(max(high[axis] for _, high in bounds) - min(low[axis] for low, _ in bounds))


def overall_width(site: Site) -> Measured:
    """Measure the whole along x."""
    return _side(site, 0)


def overall_height(site: Site) -> Measured:
    """Measure the whole upwards."""
    return _side(site, 1)


def overall_depth(site: Site) -> Measured:
    """Measure the whole along z."""
    return _side(site, 2)


def vehicle_width(site: Site) -> Measured:
    """Measure a vehicle across, without its mirrors."""
    return _side(site, 0, without=("mirror", "mirror_arm", "mirror_stalk"))


def object_count(site: Site) -> Measured:
    """Count the objects."""
    return whole(len(site.things))


def headlight_height(site: Site) -> Measured:
    """Measure the middle of headlamps above the ground."""
    return each(
        site.named("headlight"), lambda thing: (site.top(thing) + site.bottom(thing)) / 2,
        "Headlamps are part of the body's shape, or not shown",
    )  # fmt: skip


def toe_clearance(site: Site) -> Measured:
    """Measure from a pedal at its foremost forward to the arc that the front tyre sweeps when it is steered."""
    pedals, hubs = site.named("pedal"), site.named("bottom_bracket")
    wheels = sorted(site.named("wheel"), key=lambda thing: thing.position.z)
    if len(pedals) != _PAIR or len(hubs) != 1 or len(wheels) != _PAIR:
        return Measured(missing="The design shows no bicycle with two wheels, two pedals and a crank")
    front, hub = wheels[-1], hubs[0]
    hub_y = hub.position.y + hub.dimensions.height / 2
    wheel_y, radius = front.position.y + front.dimensions.height / 2, front.dimensions.height / 2

    def clearance(pedal: DesignObject) -> float:
        pedal_y = pedal.position.y + pedal.dimensions.height / 2
        crank = hypot(pedal.position.z - hub.position.z, pedal_y - hub_y)
        across = radius**2 - (wheel_y - hub_y) ** 2 - pedal.position.x**2
        return front.position.z - sqrt(max(across, 0.0)) - hub.position.z - crank

    return each(pedals, clearance, "")


def _cylinder_ratio(sides: tuple[float, float, float]) -> float:
    a, b, c = sorted(sides)
    return max(hypot(a, b) / CYLINDER_WIDE_M, c / CYLINDER_DEEP_M)


def small_part_ratio(site: Site) -> Measured:
    """Measure the whole against the test cylinder for small parts; below 1 it may fit in."""
    low = [min(low[axis] for low, _ in site.bounds.values()) for axis in range(3)]
    high = [max(high[axis] for _, high in site.bounds.values()) for axis in range(3)]
    return whole(_cylinder_ratio((high[0] - low[0], high[1] - low[1], high[2] - low[2])))


def small_piece_ratio(site: Site) -> Measured:
    """Measure each object against the test cylinder for small parts, as if it came off; below 1 it may fit in."""

    def ratio(thing: DesignObject) -> float:
        size = thing.dimensions
        return _cylinder_ratio((size.width, size.height, size.depth))

    return each(site.things, ratio, "The design has no objects")
