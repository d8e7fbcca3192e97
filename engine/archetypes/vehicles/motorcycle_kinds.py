"""The kinds of motorcycle, and where their parts are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes a kind of motorcycle, metres."""

    base: float = 1.46  # between the axles
    rake: float = 0.24  # how far the steering head lies behind the front axle
    front: float = 0.64
    rear: float = 0.64
    broad: float = 0.15
    bar: float = 0.0  # how far the grips rise above the head
    seat: float = 0.79
    is_faired: bool = False
    is_offroad: bool = False
    has_bags: bool = False
    style: str = "spoke"


KINDS = {
    "naked": Kind(),
    "cruiser": Kind(base=1.68, rake=0.42, front=0.66, rear=0.64, broad=0.18, bar=0.16, seat=0.68, style="wire"),
    "sport": Kind(base=1.4, rake=0.2, front=0.6, rear=0.62, broad=0.18, bar=-0.07, seat=0.83, is_faired=True),
    "offroad": Kind(
        base=1.48, rake=0.26, front=0.72, rear=0.66, broad=0.11, bar=0.12, seat=0.9, is_offroad=True, style="wire"
    ),
    "touring": Kind(base=1.58, rake=0.3, broad=0.17, bar=0.1, seat=0.78, has_bags=True),
}


class Places:
    """Where the parts of a motorcycle are, metres in the scene."""

    def __init__(self, k: float, kind: Kind) -> None:
        self.k, half = k, kind.base * k / 2
        self.front, self.rear = (kind.front * k / 2, half), (kind.rear * k / 2, -half)  # (y, z)
        self.head = (0.94 * k, half - kind.rake * k)
        self.seat_y = kind.seat * k
        self.engine = (0.44 * k, -0.02 * k)
        self.gap = kind.broad * k / 2 + 0.035 * k
