"""Measurements of doors, windows and rooms."""

from domain.compliance.site import Site, each, fours, whole
from domain.compliance.types import Measured, Value
from domain.spec import DesignObject

NO_DOOR = "The design shows no door leaf"
NO_ROOM = "The design is no room with a floor and walls"
NO_WINDOW = "The design shows no window in a room's wall"
_LEAF_M = 0.045  # the thickness of a leaf that is drawn in one piece with its frame
_FRAME_M = 0.05  # of an openable window, on each side
_BORDER_M, _BORDER_SHARE = 0.08, 0.1  # of a door that is drawn with its frame


def _doors(site: Site) -> list[DesignObject]:
    drawn = [thing for thing in site.things if thing.type == "door"]
    return [thing for thing in site.named("leaf", whole=("door",)) if thing.type == "front"] + drawn


def _border(thing: DesignObject) -> float:
    return min(_BORDER_M, thing.dimensions.width * _BORDER_SHARE) if thing.type == "door" else 0.0


def door_clear_width(site: Site) -> Measured:
    """Measure doorways with the leaf open by 90°: its width less its thickness, which then stands in the opening."""

    def clear(thing: DesignObject) -> float:
        thick = _LEAF_M if thing.type == "door" else thing.dimensions.depth
        return thing.dimensions.width - 2 * _border(thing) - thick

    return each(_doors(site), clear, NO_DOOR)


def door_clear_height(site: Site) -> Measured:
    """Measure the height of door leaves."""
    return each(_doors(site), lambda thing: thing.dimensions.height - _border(thing), NO_DOOR)


def door_threshold_height(site: Site) -> Measured:
    """Measure thresholds above the floor."""
    return each(site.named("threshold", whole=("door",)), site.top, "The design shows no threshold")


def door_handle_height(site: Site) -> Measured:
    """Measure the middle of door handles above the floor."""
    handles = site.named("handle", whole=("door",))
    return each(handles, lambda thing: (site.top(thing) + site.bottom(thing)) / 2, "The design shows no door handle")


def ceiling_height(site: Site) -> Measured:
    """Measure walls above the floor: ceilings are not drawn, and lie on them."""
    return each(site.walls, site.top, NO_ROOM) if site.floor is not None else Measured(missing=NO_ROOM)


def room_area(site: Site) -> Measured:
    """Measure the floor between the walls."""
    if site.room is None:
        return Measured(missing=NO_ROOM)
    x0, z0, x1, z1 = site.room
    return whole((x1 - x0) * (z1 - z0))


def room_side(site: Site) -> Measured:
    """Measure the shorter side of the floor between the walls."""
    if site.room is None:
        return Measured(missing=NO_ROOM)
    x0, z0, x1, z1 = site.room
    return whole(min(x1 - x0, z1 - z0))


def glazing_share(site: Site) -> Measured:
    """Measure all windows of a room against its floor."""
    if site.room is None:
        return Measured(missing=NO_ROOM)
    glazed = sum(wide * high for _, _, _, wide, high in _windows(site))
    x0, z0, x1, z1 = site.room
    return whole(glazed / ((x1 - x0) * (z1 - z0))) if glazed else Measured(missing=NO_WINDOW)


def _windows(site: Site) -> list[tuple[DesignObject, float, float, float, float]]:
    """Return the windows of a room: wall, middle, foot above the floor, width, height."""
    return [
        (wall, x, foot + site.bottom(wall), wide, high)
        for wall in site.walls
        for x, foot, wide, high in fours(wall, "openings_m")
    ]


def _escape(site: Site) -> tuple[str, float, float, float] | None:
    """Return the wall, sill, net width and net height of a room's largest window, opened fully."""
    nets = [(wall.id, foot, wide - 2 * _FRAME_M, high - 2 * _FRAME_M) for wall, _, foot, wide, high in _windows(site)]
    return max((net for net in nets if net[2] > 0 and net[3] > 0), key=lambda net: net[2] * net[3], default=None)


def escape_opening_area(site: Site) -> Measured:
    """Measure the largest window of a room without its frame, as if it opened fully."""
    found = _escape(site)
    return Measured((Value(found[0], found[2] * found[3]),)) if found else Measured(missing=NO_WINDOW)


def escape_opening_width(site: Site) -> Measured:
    """Measure the width of a room's largest window without its frame."""
    found = _escape(site)
    return Measured((Value(found[0], found[2]),)) if found else Measured(missing=NO_WINDOW)


def escape_opening_height(site: Site) -> Measured:
    """Measure the height of a room's largest window without its frame."""
    found = _escape(site)
    return Measured((Value(found[0], found[3]),)) if found else Measured(missing=NO_WINDOW)


def escape_sill_height(site: Site) -> Measured:
    """Measure the sill of a room's largest window above the floor."""
    found = _escape(site)
    return Measured((Value(found[0], found[1] + _FRAME_M),)) if found else Measured(missing=NO_WINDOW)
