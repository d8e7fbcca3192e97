"""What a style lays on the skin of a vehicle: rings, rivets, speed lines, strips of light, boards and seams.

A region is cut out of the shell between two offsets of the skin, so every piece follows its curves.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.parts.solids import Solid, block, copies, moved, rod, union

Layer = tuple[str, Solid, float]  # name, region, how far it stands out as a share of the width


@dataclass(frozen=True, slots=True)
class Skin:
    """A body in metres on y = 0 with front to +z: `offset` gives it moved outwards.

    `flank` are the lowest and highest share of the height, and the rear and front share of half the length, where the
    sides are steep enough to bear ornament.
    """

    offset: Callable[[float], Solid]
    width: float
    height: float
    length: float
    flank: tuple[float, float, float, float] = (0.2, 0.6, -0.8, 0.7)

    def line(self, middle: float, tall: float, rear: float = 0.0, front: float = 1.0) -> Solid:
        """Return a band along both flanks; its places are shares of the flank, its height one of the body's."""
        low, high, back, nose = self.flank
        start, end = (back + (nose - back) * share for share in (rear, front))
        band = block(self.width * 2, tall * self.height, (end - start) * self.length / 2)
        return moved(
            band,
            y=(low + (high - low) * middle - tall / 2) * self.height,
            z=(start + end) / 2 * self.length / 2,
        )

    def rings(self, shares: tuple[float, ...], wide: float) -> Solid:
        """Return slices across the body at shares of the flank's length."""
        back, nose = self.flank[2:]
        slices = block(self.width * 2, self.height * 3, wide)
        return union(
            [
                moved(slices, y=-self.height, z=(back + (nose - back) * share) * self.length / 2)
                for share in shares
            ]
        )  # fmt: skip

    def studs(self, rows: tuple[float, ...], radius: float, pitch: float, sides: int) -> Solid:
        """Return rods across the body in rows along the flanks: what is left of them on the skin are studs."""
        low, high, back, nose = self.flank
        count = int(np.clip((nose - back) * self.length / 2 / pitch, 4, 26))
        pin = rod(radius, self.width * 2, sides)
        return copies(pin, [
            (0.0, (low + (high - low) * row) * self.height, z * self.length / 2)
            for row in rows for z in np.linspace(back, nose, count + 2)[1:-1]
        ])  # fmt: skip

    def laid(self, region: Solid, out: float) -> Solid:
        """Return what stands out from the flanks' skin by `out` metres where `region` is."""
        inside = moved(block(self.width * 0.5, self.height * 4, self.length * 2), y=-self.height)
        return (self.offset(out) - self.offset(-1.5 * out - 0.004 * self.width)) ^ (region - inside)


def livery(style: str, skin: Skin, keep_out: Solid, *, has_small_things: bool) -> list[tuple[str, Solid]]:
    """Return the pieces of a style's ornament on a skin, none where `keep_out` is; unknown styles have none."""
    draw = _LIVERIES.get(style)
    if draw is None:
        return []
    laid = [
        (name, skin.laid(region, out * skin.width) - keep_out) for name, region, out in draw(skin, has_small_things)
    ]
    return [(name, solid) for name, solid in laid if not solid.is_empty()]


def _unit(skin: Skin) -> float:
    return min(0.012 * skin.height, 0.03) + 0.004 * skin.height


def _riveted(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Steampunk: plates held by rows of rivets, and a band of copper between them."""
    unit = _unit(skin)
    layers = [("band", skin.line(0.5, 0.045), 0.004)]
    if has_small_things:
        layers.append(("ornament", skin.studs((0.12, 0.36, 0.64, 0.9), unit, unit * 9, 12), 0.006))
    return layers


def _lit(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Futuristic: a line of light in a dark rim along each flank, and a short one below."""
    rim = skin.line(0.62, 0.052, 0.02, 0.98)
    light = skin.line(0.62, 0.026, 0.03, 0.97)
    low = skin.line(0.12, 0.02, 0.2, 0.8)
    return [("rim", rim - light, 0.005), ("light", union((light, low)), 0.003)]


def _sped(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Art deco: three speed lines, each shorter than the one above."""
    lines = [skin.line(0.78 - 0.2 * step, 0.024, 0.0, 1.0 - 0.2 * step) for step in range(3)]
    return [("ornament", union(lines), 0.007)]


def _boarded(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Rustic: boards in a frame of rails on the flanks."""
    rails = [skin.line(at, 0.03) for at in (0.06, 0.94)]
    posts = skin.rings((0.03, 0.34, 0.66, 0.97), 0.03 * skin.height) ^ skin.line(0.5, 0.9 * _tall(skin))
    boards = [skin.line(at, 0.2 * _tall(skin)) for at in (0.18, 0.395, 0.605, 0.82)]
    frame = union([*rails, posts])
    return [("boards", union(boards) - frame, 0.004), ("ornament", frame, 0.007)]


def _tall(skin: Skin) -> float:
    return skin.flank[1] - skin.flank[0]


def _bolted(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Industrial: raised welds between the sheets, and bolts along them."""
    unit = _unit(skin)
    field = skin.line(0.5, 0.96 * _tall(skin))
    seams = union([skin.line(0.5, 0.016), skin.rings((0.0, 0.25, 0.5, 0.75, 1.0), 0.018 * skin.height) ^ field])
    layers: list[Layer] = [("ornament", seams, 0.004)]
    if has_small_things:
        layers.append(("bolts", skin.studs((0.32, 0.68), unit * 1.1, unit * 13, 6) - seams, 0.007))
    return layers


def _inlaid(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Contemporary: one thin line of metal."""
    return [("ornament", skin.line(0.72, 0.012), 0.003)]


def _beaded(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Victorian and baroque: a coach line above and below, with beads between."""
    unit = _unit(skin)
    layers: list[Layer] = [("ornament", union([skin.line(at, 0.014) for at in (0.14, 0.84)]), 0.005)]
    if has_small_things:
        layers.append(("beads", skin.studs((0.74,), unit * 0.9, unit * 6, 12), 0.006))
    return layers


def _ribbed(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Gothic: ribs that rise along the flanks."""
    field = skin.line(0.5, 0.92 * _tall(skin))
    return [("ornament", skin.rings((0.02, 0.18, 0.34, 0.5, 0.66, 0.82, 0.98), 0.025 * skin.height) ^ field, 0.006)]


def _latticed(skin: Skin, has_small_things: bool) -> list[Layer]:
    """Japanese: a low lattice of slats."""
    field = skin.line(0.3, 0.5 * _tall(skin))
    shares = tuple(float(share) for share in np.linspace(0.02, 0.98, 12))
    bars = skin.rings(shares, 0.016 * skin.height) ^ field
    return [("ornament", union([bars, *(skin.line(at, 0.014) for at in (0.06, 0.3, 0.54))]), 0.006)]


def _striped(count: int) -> Callable[[Skin, bool], list[Layer]]:
    """Stripes that the text asks for, along both flanks: one broad, or several one below the other."""
    tall, step = (0.09, 0.0) if count == 1 else (0.045, 0.24)

    def layers(skin: Skin, has_small_things: bool) -> list[Layer]:
        places = [0.55 + (number - (count - 1) / 2) * step for number in range(count)]
        return [("stripe", union([skin.line(at, tall) for at in places]), 0.0025)]

    return layers


_LIVERIES: dict[str, Callable[[Skin, bool], list[Layer]]] = {
    "rivets": _riveted,
    "light": _lit,
    "deco": _sped,
    "straps": _boarded,
    "bolts": _bolted,
    "inlay": _inlaid,
    "beading": _beaded,
    "tracery": _ribbed,
    "lattice": _latticed,
    "stripe": _striped(1),
    "two stripes": _striped(2),
    "three stripes": _striped(3),
}
