"""What lorries lift with: a telescopic crane, and the boom of a tow truck."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.chassis import Lorry, rear_of
from engine.archetypes.vehicles.shared import Line, glass_of, lying, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


def crane(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a slewing house with its cab, a raised telescopic boom with ram, rope and hook block, and outriggers."""
    coat = brief.of("boom crane", "paint_white")
    if not coat["color"] and coat["material"] == "paint_white" and brief.style_name == "realistic":
        coat = Finish(material="paint_white", color="#e8a013")
    _slewing_house(drawing, brief, at, coat)
    x, tip = _boom(drawing, at, coat)
    _hook_block(drawing, at, coat, x, tip)
    _outriggers(drawing, at, coat)


def _slewing_house(drawing: Drawing, brief: Brief, at: Lorry, coat: Finish) -> None:
    """Draw the ring on the deck, the house that turns on it, the cab and the counterweight."""
    reach, z = rear_of(at)
    deck, k = at.deck, at.height / 3.5
    drawing.add("box", (at.width * 0.96, 0.16 * k, reach), (0, deck - 0.08, z), name="deck", radius_m=0.03, **_IRON)
    drawing.add("disc", (1.7 * k, 0.24 * k, 1.7 * k), (0, deck + 0.04, z), name="slewing_ring", **_STEEL)
    house = [
        (z - 1.5 * k, deck + 0.26 * k),
        (z - 1.6 * k, deck + 1.0 * k),
        (z - 1.3 * k, deck + 1.3 * k),
        (z + 0.7 * k, deck + 0.9 * k),
        (z + 0.9 * k, deck + 0.26 * k),
    ]
    side_shape(drawing, house, at.width * 0.5, "house", coat, x=-0.1 * at.width, edge=0.05)
    drawing.add(
        "cab",
        (0.8 * k, 1.4 * k, 1.3 * k),
        (at.width * 0.3, deck + 0.2 * k, z + 0.4 * k),
        name="crane_cab",
        outline=[-1, 0, 0.8, 0, 1.0, 0.3, 0.6, 1, -1, 1],
        belt=0.35,
        pillar_m=0.07 * k,
        **glass_of(brief),
        **coat,
    )
    drawing.add(
        "box",
        (at.width * 0.72, 0.8 * k, 0.6 * k),
        (-0.05 * at.width, deck + 0.34 * k, z - 1.75 * k),
        name="counterweight",
        radius_m=0.06,
        **_IRON,
    )


def _boom(drawing: Drawing, at: Lorry, coat: Finish) -> tuple[float, tuple[float, float]]:
    """Draw a raised boom of three lengths with its ram; return its x, and the y and z of its tip."""
    _, z = rear_of(at)
    deck, k = at.deck, at.height / 3.5
    x, foot, tip = -0.1 * at.width, (deck + 1.0 * k, z - 1.1 * k), (deck + 5.4 * k, z + 5.2 * k)
    for share, thick in ((0.44, 0.62), (0.74, 0.5), (1.0, 0.38)):
        end = [a + (b - a) * share for a, b in zip(foot, tip, strict=True)]
        up, out = -thick * k * 0.41, thick * k * 0.29
        beam = [
            (foot[1] + out, foot[0] + up),
            (end[1] + out, end[0] + up),
            (end[1] - out, end[0] - up),
            (foot[1] - out, foot[0] - up),
        ]
        side_shape(drawing, beam, thick * 0.8 * k, "boom", coat, x=x, edge=0.03 * k)
    tubes(drawing, [[(x, deck + 0.5 * k, z + 0.7 * k), (x, deck + 2.2 * k, z + 1.1 * k)]], 0.3 * k, "ram", _STEEL)
    return x, tip


def _hook_block(drawing: Drawing, at: Lorry, coat: Finish, x: float, tip: tuple[float, float]) -> None:
    """Draw two ropes, the block and the hook."""
    deck, k = at.deck, at.height / 3.5
    hook = deck + 2.6 * k
    tubes(
        drawing,
        [
            [(x + a * k, tip[0] - 0.05 * k, tip[1] - 0.1 * k), (x + a * k, hook, tip[1] - 0.1 * k)]
            for a in (-0.08, 0.08)
        ],
        0.04 * k,
        "rope",
        _IRON,
    )
    drawing.add(
        "box",
        (0.4 * k, 0.5 * k, 0.3 * k),
        (x, hook - 0.45 * k, tip[1] - 0.1 * k),
        name="hook_block",
        radius_m=0.05,
        **coat,
    )
    bent = [(0, 0.0, 0), (0, -0.2, 0), (0, -0.4, 0.12), (0, -0.3, 0.26)]
    tubes(
        drawing,
        [[(x, hook - 0.4 * k + b * k, tip[1] - 0.1 * k + c * k) for _, b, c in bent]],
        0.08 * k,
        "hook",
        _IRON,
        bend=0.08 * k,
    )


def _outriggers(drawing: Drawing, at: Lorry, coat: Finish) -> None:
    """Draw two beams with legs and pads."""
    reach, z = rear_of(at)
    deck, k = at.deck, at.height / 3.5
    for share in (-0.42, 0.42):
        across = at.width * 0.95
        at_z = z + share * reach
        drawing.add("box", (across * 2, 0.2 * k, 0.26 * k), (0, deck - 0.24 * k, at_z), name="outrigger", **coat)
        legs: list[Line] = [[(across * 0.96, deck - 0.2 * k, at_z), (across * 0.96, 0.075 * k, at_z)]]
        tubes(drawing, twins(legs), 0.14 * k, "outrigger_leg", _STEEL)
        for side in (1.0, -1.0):
            drawing.add(
                "disc", (0.5 * k, 0.08 * k, 0.5 * k), (side * across * 0.96, 0, at_z), name="outrigger_pad", **_IRON
            )


def tow(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a low bed with lockers, a boom with its winch, rope and hook, a wheel lift and a bar of lights."""
    paint = brief.of("bed body", "paint_white" if finish["material"] == "paint_white" else finish["material"])
    _bed(drawing, at, paint)
    _tow_boom(drawing, brief, at, paint)
    _wheel_lift(drawing, at)
    _light_bar(drawing, at)


def _bed(drawing: Drawing, at: Lorry, paint: Finish) -> None:
    """Draw the low bed with three lockers on either side."""
    reach, z = rear_of(at)
    deck, k = at.deck, at.height / 3.5
    drawing.add(
        "box",
        (at.width * 0.96, 0.5 * k, reach * 0.9),
        (0, deck - 0.06, z + reach * 0.05),
        name="bed",
        radius_m=0.06,
        **paint,
    )
    for side in (1.0, -1.0):
        for step in range(3):
            drawing.add(
                "box",
                (0.05, 0.34 * k, reach * 0.24),
                (side * at.width * 0.475, deck, z + (step - 0.8) * reach * 0.28),
                name="locker",
                radius_m=0.02,
                **_STEEL,
            )


def _tow_boom(drawing: Drawing, brief: Brief, at: Lorry, paint: Finish) -> None:
    """Draw the boom of two frames with winch, rope and hook."""
    reach, z = rear_of(at)
    deck, k, rear = at.deck, at.height / 3.5, z - reach / 2
    top, tip = (deck + 1.9 * k, z + 0.1 * reach), (deck + 2.1 * k, rear - 1.0 * k)
    lines: list[Line] = [
        [(0.5 * k, deck + 0.3 * k, z + 0.2 * reach), (0.3 * k, top[0], top[1])],
        [(0.5 * k, deck + 0.3 * k, z - 0.1 * reach), (0.3 * k, top[0], top[1])],
        [(0.5 * k, deck + 0.35 * k, z - 0.05 * reach), (0.12 * k, tip[0], tip[1])],
        [(0.3 * k, top[0], top[1]), (0.12 * k, tip[0], tip[1])],
    ]
    bars: list[Line] = [
        [(-0.3 * k, top[0], top[1]), (0.3 * k, top[0], top[1])],
        [(-0.14 * k, tip[0], tip[1]), (0.14 * k, tip[0], tip[1])],
    ]
    boom = brief.of("boom crane", "paint_red" if paint["material"] != "paint_red" else "iron_black")
    tubes(drawing, [*twins(lines), *bars], 0.15 * k, "boom", boom)
    lying(drawing, "rod", 0.44 * k, 0.8 * k, (0, deck + 0.6 * k, z + 0.1 * reach), "winch", _STEEL, along="x")
    tubes(
        drawing,
        [
            [
                (0, deck + 0.7 * k, z + 0.06 * reach),
                (0, tip[0] + 0.02 * k, tip[1]),
                (0, deck + 0.6 * k, tip[1] - 0.05 * k),
            ]
        ],
        0.05 * k,
        "rope",
        _IRON,
    )
    hook = [(0.05, 0.64), (0.05, 0.4), (-0.05, 0.24), (-0.2, 0.32)]
    tubes(
        drawing, [[(0, deck + y * k, tip[1] + (a - 0.1) * k) for a, y in hook]], 0.09 * k, "hook", _IRON, bend=0.08 * k
    )


def _wheel_lift(drawing: Drawing, at: Lorry) -> None:
    """Draw the fork that takes a car by its wheels."""
    reach, z = rear_of(at)
    deck, k, rear = at.deck, at.height / 3.5, z - reach / 2
    lift: list[Line] = [
        [
            (0, deck - 0.1 * k, rear + 0.6 * k),
            (0, at.wheel * 0.3, rear - 0.1 * k),
            (0, at.wheel * 0.24, rear - 1.2 * k),
        ],
        [(-0.8 * k, at.wheel * 0.24, rear - 1.2 * k), (0.8 * k, at.wheel * 0.24, rear - 1.2 * k)],
    ]
    tubes(drawing, lift, 0.14 * k, "wheel_lift", _IRON)


def _light_bar(drawing: Drawing, at: Lorry) -> None:
    """Draw the bar of warning lights over the cab."""
    k = at.height / 3.5
    drawing.add(
        "box",
        (at.width * 0.7, 0.14 * k, 0.2 * k),
        (0, at.height * 0.78 - 0.02, at.back + 0.55),
        name="light_bar",
        radius_m=0.04,
        material="emissive_warm",
    )
