"""The windows in a room's back wall: as many as are wanted, side by side where one would be."""

from engine.archetypes.brief import Brief

WINDOWS_MOST = 3
_BETWEEN_M, _NARROWEST_M = 0.2, 0.45
_ENDS_M = (0.25, 0.15)  # from the wall's ends


def openings(brief: Brief, room_m: float, window: tuple[float, float], level: tuple[float, float]) -> list[str | float]:
    """Return x, foot, width and height of each window of a wall; `window` is the middle and width of a single one."""
    count, (x, wide), (low, high) = brief.count("window", 1, most=WINDOWS_MOST), window, level
    gaps = _BETWEEN_M * (count - 1)
    each = max((wide - gaps) / count, _NARROWEST_M) if count > 1 else wide
    each = min(each, (room_m - 0.5 - gaps) / max(count, 1))
    half = (each * count + gaps) / 2
    x = min(max(x, half + _ENDS_M[0] - room_m / 2), room_m / 2 - _ENDS_M[1] - half)
    middles = [x + (each + _BETWEEN_M) * (number - (count - 1) / 2) for number in range(count)]
    return [value for middle in middles for value in (middle, low, each, high)]
