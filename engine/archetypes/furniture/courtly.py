"""Armchairs of the gothic hall and of the baroque court; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import corner_legs, soft_and_hard
from engine.archetypes.objects.placing import bent
from engine.archetypes.ornament import dress

COURTLY = frozenset({"gothic", "baroque"})
_COVERS = "seat back cushion upholstery armchair chair body"
_SEAT_M = 0.46


def courtly_armchair(drawing: Drawing, brief: Brief) -> None:
    """Draw a stall with a pointed back, or a gilded armchair with scrolls."""
    if brief.style_name == "gothic":
        _stall(drawing, brief)
    else:
        _fauteuil(drawing, brief)


def _stall(drawing: Drawing, brief: Brief) -> None:
    """Draw a seat with arches along its box, a high back of pointed tracery with pinnacles, and padded cushions."""
    width, height, depth = brief.box(0.7, 1.42, 0.62)
    cover, wood = soft_and_hard(brief, _COVERS, "leg frame base foot arm")
    iron, post, back = brief.of("finial pinnacle trim", "metal"), 0.075, -depth / 2 + 0.05
    drawing.add("box", (width - 0.06, _SEAT_M - 0.1, depth - 0.08), (0, 0.05, 0), radius_m=0.004, name="base", **wood)
    drawing.add("box", (width, 0.06, depth), (0, 0, 0), radius_m=0.01, name="plinth", **wood)
    arches = (width - 0.16, _SEAT_M - 0.18, 0.03)
    drawing.add("tracery", arches, (0, 0.08, depth / 2 - 0.04), arches=3, border_m=0.03, name="tracery", **wood)
    for side in (1, -1):
        drawing.add("tracery", (depth - 0.2, arches[1], 0.03), (side * (width / 2 - 0.03), 0.08, 0), arches=2,
                    turn=(0, 90, 0), border_m=0.03, name="tracery", **wood)  # fmt: skip
    drawing.add(
        "cushion", (width - 0.16, 0.1, depth - 0.12), (0, _SEAT_M - 0.055, 0.03), name="seat", crown=0.3, **cover
    )
    tall = height - 0.2 - _SEAT_M + 0.08
    drawing.add("chair_back", (width, tall, 0.09), (0, _SEAT_M - 0.08, back), form="gothic", count=5, post_m=post,
                bow_m=0.0, name="back", **wood)  # fmt: skip
    drawing.add("backrest", (width - 0.17, tall * 0.5, 0.06), (0, _SEAT_M, back + 0.035), turn=(-3, 0, 0),
                name="cushion", **cover)  # fmt: skip
    for side in (1, -1):
        x = side * (width / 2 - post / 2)
        drawing.add("box", (post, _SEAT_M + 0.2, post), (x, 0, depth / 2 - post / 2), radius_m=0.006, name="arm_post",
                    **wood)  # fmt: skip
        rest = (post + 0.01, 0.045, depth - 0.02)
        drawing.add("box", rest, (x, _SEAT_M + 0.19, 0.01), radius_m=0.012, name="armrest", **wood)
        panel = (depth - 0.14, 0.16, 0.022)
        drawing.add("tracery", panel, (x, _SEAT_M + 0.04, 0.01), turn=(0, 90, 0), arches=3, border_m=0.02,
                    name="tracery", **wood)  # fmt: skip
        low = height - 0.24
        drawing.add("cone", (post * 0.9, 0.2, post * 0.9), (x, low, back), top=0.05, name="pinnacle", **iron)
        drawing.add("ball", (0.045, 0.045, 0.045), (x, height - 0.055, back), name="finial", **iron)


def _fauteuil(drawing: Drawing, brief: Brief) -> None:
    """Draw gilded cabriole legs and a carved frame around a buttoned back, arms that end in scrolls."""
    width, height, depth = brief.box(0.74, 1.14, 0.68)
    cover, gilt = soft_and_hard(brief, _COVERS, "leg frame base foot arm", "velvet", "gold_aged")
    if cover["material"] == "velvet":
        cover["color"] = cover["color"] or "#1f4f46"
    thick, seat_y, back = 0.062, 0.42, -depth / 2 + 0.05
    corner_legs(drawing, brief, gilt, (width / 2 - thick, depth / 2 - thick), seat_y - 0.09, thick, style="cabriole")
    apron = drawing.add("rail_frame", (width, 0.1, depth), (0, seat_y - 0.1, 0), board_m=0.035, name="apron", **gilt)
    dress(drawing, brief, apron, "front")
    drawing.add("board", (width - 0.03, 0.02, depth - 0.03), (0, seat_y - 0.03, 0), name="seat_board", **gilt)
    drawing.add(
        "cushion", (width * 0.94, 0.13, depth * 0.93), (0, seat_y - 0.015, 0.01), name="seat", crown=0.5, **cover
    )
    tall, low = height - seat_y - 0.1, seat_y + 0.02
    drawing.add("backrest", (width * 0.76, tall - 0.02, 0.1), (0, low + 0.04, back), turn=(-6, 0, 0), finish="tufted",
                name="back", **cover)  # fmt: skip
    z = back - 0.03
    half = width * 0.41
    rim = [(half * 0.86, low - 0.06, z + 0.03), (half, low + tall * 0.5, z), (half * 0.86, low + tall * 0.92, z - 0.05),
           (half * 0.45, low + tall * 1.02, z - 0.06), (0.0, low + tall * 1.07, z - 0.065)]  # fmt: skip
    bent(drawing, [*rim, *((-x, y, depth) for x, y, depth in rim[-2::-1])], 0.055, gilt, name="frame")
    _crest(drawing, gilt, (0.0, low + tall * 1.07, z - 0.06))
    for side in (1, -1):
        x = side * (width / 2 - 0.03)
        arm = [(side * half * 0.97, seat_y + 0.28, z + 0.02), (x, seat_y + 0.27, -depth * 0.1),
               (x, seat_y + 0.22, depth * 0.24)]  # fmt: skip
        bent(drawing, arm, 0.048, gilt, name="armrest")
        _scroll(drawing, gilt, (x, seat_y + 0.2, depth * 0.24))
        post = [(x, seat_y + 0.2, depth * 0.2), (x, seat_y + 0.1, depth * 0.14), (x, seat_y - 0.04, depth * 0.26)]
        bent(drawing, post, 0.044, gilt, name="arm_post")
        drawing.add("ball", (0.07, 0.06, 0.2), (x, seat_y + 0.255, -depth * 0.05), name="elbow_pad", **cover)


def _scroll(drawing: Drawing, gilt: Finish, at: tuple[float, float, float]) -> None:
    """Draw a volute that rolls in towards the front."""
    x, y, z = at
    turns = [(step / 10) * 2.6 * pi for step in range(11)]
    line = [(x, y + 0.045 * (1 - 0.09 * n) * cos(a) - 0.02, z + 0.045 * (1 - 0.09 * n) * sin(a))
            for n, a in enumerate(turns)]  # fmt: skip
    bent(drawing, line, 0.03, gilt, name="scroll")


def _crest(drawing: Drawing, gilt: Finish, at: tuple[float, float, float]) -> None:
    """Draw a shell between two scrolls on top of the back."""
    x, y, z = at
    for step in range(-3, 4):
        tilt = step * 24.0
        reach = 0.1 - 0.008 * abs(step)
        end = (x + reach * sin(tilt * pi / 180), y + reach * cos(tilt * pi / 180), z)
        bent(drawing, [(x, y - 0.01, z), end], 0.032, gilt, name="shell", is_straight=True)
    for side in (1, -1):
        line = [(x + side * (0.03 + 0.05 * step / 6 + 0.03 * sin(step)), y + 0.015 + 0.02 * cos(step), z)
                for step in range(7)]  # fmt: skip
        bent(drawing, line, 0.024, gilt, name="crest_scroll")
