"""The kinds of bicycle, and where the tubes of a frame meet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes a kind of bicycle: metres, and shares of the wheel's radius."""

    wheel: float = 0.68
    tyre: float = 0.1
    broad: float = 0.05
    tube: float = 0.034
    bar: str = "flat"  # flat, drop, swept
    is_low: bool = False  # a frame to step through
    has_guards: bool = False
    has_springs: bool = False


KINDS = {
    "road": Kind(tyre=0.075, broad=0.03, bar="drop", tube=0.032),
    "mountain": Kind(wheel=0.7, tyre=0.17, broad=0.075, tube=0.044, has_springs=True),
    "city": Kind(bar="swept", has_guards=True, is_low=True),
    "cruiser": Kind(wheel=0.66, tyre=0.16, broad=0.07, bar="swept", has_guards=True, tube=0.04),
    "kids": Kind(wheel=0.5, tyre=0.15, broad=0.06, bar="swept", has_guards=True, is_low=True, tube=0.04),
    "electric": Kind(wheel=0.7, tyre=0.13, broad=0.06, tube=0.052, has_guards=True),
}


class Joints:
    """Where the tubes of a frame meet, (x, y, z)."""

    def __init__(self, k: float, radius: float, small: float, kind: Kind) -> None:
        self.k, self.radius = k, radius * k
        self.rear, self.front = (0.0, radius * k, -0.51 * k), (0.0, radius * k, 0.51 * k)
        self.crank = (0.0, (radius - 0.055) * k, -0.085 * k)
        self.seat = (0.0, (radius + 0.46 * small) * k, -0.245 * k)
        self.head = (0.0, (radius + 0.52 * small) * k, 0.325 * k)
        self.crown = (0.0, (radius + 0.385 * small) * k, 0.365 * k)
        self.saddle = (0.0, (radius + 0.6 * small) * k, -0.285 * k)
        self.bar = (0.0, (radius + 0.66 * small) * k, 0.285 * k)
        self.thick = kind.tube * k
        if kind.is_low:
            self.top = (0.0, self.crank[1] + 0.2 * small * k, -0.135 * k)
        else:
            self.top = (0.0, self.seat[1] - 0.03 * k, -0.237 * k)
