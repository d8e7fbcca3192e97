"""Goggles: two round cups with thick lenses on a strap."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin
from engine.archetypes.objects.placing import bent

_OLD = ("steampunk", "rustic", "industrial")


def goggles(drawing: Drawing, brief: Brief) -> None:
    """Draw goggles that stand on their cups and the strap behind them."""
    width, height, depth = brief.box(0.17, 0.062, 0.16, keeps_shape=True)
    is_old = kin(brief) in _OLD or has(brief, "aviator pilot welding vintage leather brass")
    frame = brief.of(
        "frame rim cup glasses", "brass_polished" if is_old else "plastic_black", is_main=True,
    )  # fmt: skip
    lens = brief.of("lens", "glass_tinted" if is_old else "glass_clear", is_accent=True)
    strap = brief.of("strap band", "leather_brown" if is_old else "rubber_black")
    deep, front = height * 0.62, depth / 2
    for side in (-1, 1):
        x = side * height * 0.58
        drawing.add(
            "lens", (height, height, deep), (x, 0, front - deep / 2), turn=(0, side * 7.0, 0), name="cup",
            glass_material=lens["material"], glass_color=lens["color"], **frame,
        )  # fmt: skip
        drawing.add(
            "box", (height * 0.26, height * 0.3, height * 0.12),
            (side * height * 1.1, height * 0.35, front - deep * 0.6), turn=(0, side * 30.0, 0), name="buckle",
            radius_m=height * 0.03, **frame,
        )  # fmt: skip
    bent(
        drawing, [(-height * 0.16, height * 0.55, front - deep * 0.5), (0, height * 0.66, front - deep * 0.4),
        (height * 0.16, height * 0.55, front - deep * 0.5)], height * 0.12, frame, name="bridge",
    )  # fmt: skip
    reach, back = width / 2, depth - deep * 0.6
    start = front - deep * 0.6
    for level in (0.3, 0.42, 0.54, 0.66):  # a band of tubes that comes down to the ground behind
        line = []
        for step in range(13):
            turn = pi * step / 12
            near = 0.86 if step in (0, 12) else 1.0
            line.append((reach * cos(turn) * near, height * (level - 0.22 * sin(turn)), start - back * sin(turn)))
        bent(drawing, line, height * 0.16, strap, name="strap")
