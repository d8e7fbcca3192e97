"""Hovercraft; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, glass_of, lying, paint_of, part_of, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "hovercraft",
    "vehicle",
    "boat",
    "hovercraft, hover craft, air cushion vehicle, luftkissenboot, aerodeslizador, airboat, swamp boat",
    hints="air cushion",
    about="A vehicle that floats on a cushion of air over water and land, driven by fans.",
    parts="skirt, cabin, fan, propeller, rudder, deck, hull",
    features="fan, flag",
)
def hovercraft(drawing: Drawing, brief: Brief) -> None:
    """Draw a hovercraft: rubber skirt, deck, cabin with windows, ducted fans with rudders behind, mast."""
    k = brief.box(6.0, 4.6, 11.0, keeps_shape=True)[2] / 11.0
    paint = brief.of("cabin body", paint_of(brief, "paint_white", "paint_red", "paint_blue"), is_main=True)
    _cushion(drawing, brief, k)
    _cabin(drawing, brief, paint, k)
    _fans(drawing, brief, paint, k)
    _mast_and_rail(drawing, k)


def _cushion(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the rubber skirt and the deck on it."""
    deck = brief.of("deck", "steel_brushed", is_accent=True)
    drawing.add(
        "streamlined",
        (5.9 * k, 1.1 * k, 10.8 * k),
        (0, 0, 0),
        name="skirt",
        along=[-1, -0.95, 0.5, 0.85, 1],
        half=[0.86, 0.97, 1, 0.8, 0.4],
        low=[0, 0, 0, 0, 0],
        high=[0.9, 1, 1, 1, 0.9],
        square=4.5,
        livery="",
        **brief.of("skirt", "rubber_black"),
    )
    drawing.add(
        "streamlined",
        (5.5 * k, 0.4 * k, 10.2 * k),
        (0, 0.96 * k, 0),
        name="deck",
        along=[-1, 0.5, 0.85, 1],
        half=[0.96, 1, 0.76, 0.4],
        low=[0, 0, 0, 0],
        high=[1, 1, 1, 1],
        square=8.0,
        **deck,
    )


def _cabin(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the cabin with its windows, seats and door."""
    drawing.add(
        "streamlined",
        (3.6 * k, 1.7 * k, 5.6 * k),
        (0, 1.3 * k, 0.9 * k),
        name="cabin",
        along=[-1, -0.94, 0.4, 0.8, 1],
        half=[0.9, 1, 1, 0.86, 0.6],
        low=[0, 0, 0, 0, 0],
        high=[0.92, 1, 1, 0.7, 0.2],
        square=6.0,
        windows=[value for step in range(5) for value in (-0.76 + 0.26 * step, 0.6, 0.1, 0.34)],
        screens=[0.62, 0.4, 0.7, 0.5],
        seats=[-0.4, 0.1],
        seat_m=0.5 * k,
        doors=[0.62, 0.12, 0.06, 0.72],
        stripes=[0.26, 0.32],
        **glass_of(brief),
        **part_of("stripe", brief.of("stripe", "paint_red" if paint["material"] != "paint_red" else "paint_white")),
        **paint,
    )


def _fans(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw one to three ducted fans with rudders behind."""
    count = brief.count("fan", brief.count("propeller", 2), least=1, most=3)
    for number in range(count):
        x = (number - (count - 1) / 2) * 2.3 * k
        across, y, z = 2.0 * k, 2.5 * k, -3.9 * k
        lying(drawing, "hoop", across, 0.9 * k, (x, y, z), "duct", paint, inner=0.92)
        drawing.add(
            "propeller",
            (across * 0.9, across * 0.9, 0.4 * k),
            (x, y - across * 0.45, z),
            name="fan",
            blades=5,
            **brief.of("propeller fan", "iron_black"),
        )
        lying(drawing, "rod", 0.2 * k, 0.8 * k, (x, y, z - 0.2 * k), "fan_hub", _STEEL)
        struts: list[Line] = [
            [(x, y, z - 0.3 * k), (x + a * across * 0.47, y + b * across * 0.47, z - 0.3 * k)]
            for a, b in ((0, 1), (0, -1), (1, 0), (-1, 0))
        ]
        tubes(drawing, struts, 0.09 * k, "fan_strut", _STEEL)
        drawing.add("box", (0.5 * k, 0.4 * k, 0.7 * k), (x, 1.2 * k, z), name="duct_foot", radius_m=0.04 * k, **paint)
        for side in (-0.4, 0.4):
            drawing.add(
                "box",
                (0.06 * k, 1.7 * k, 0.6 * k),
                (x + side * k, y - 0.85 * k, z - 0.72 * k),
                name="rudder",
                **brief.of("rudder", paint["material"]),
            )


def _mast_and_rail(drawing: Drawing, k: float) -> None:
    """Draw the mast with its yard, and the rail round the bow."""
    mast: list[Line] = [
        [(0, 2.9 * k, 0.3 * k), (0, 4.4 * k, 0.1 * k)],
        [(-0.6 * k, 3.9 * k, 0.17 * k), (0.6 * k, 3.9 * k, 0.17 * k)],
    ]
    tubes(drawing, mast, 0.08 * k, "mast", _STEEL)
    rail = [(2.4, 1.3, -2.6), (2.5, 1.85, -2.6), (2.5, 1.85, 2.4), (1.7, 1.85, 4.0), (0.8, 1.85, 4.6)]
    posts: list[Line] = [
        [(x * k, 1.3 * k, z * k), (x * k, 1.85 * k, z * k)]
        for x, z in ((2.5, -1.0), (2.5, 0.8), (2.5, 2.4), (1.7, 4.0), (0.8, 4.6))
    ]
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in rail], *posts]), 0.05 * k, "rail", _STEEL)
