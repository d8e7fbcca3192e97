"""What stands on the hulls of aircraft carriers and ferries; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import Glazing, Line, Shares, glass_of, lying, part_of, plan_shape, tubes

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")
_WHITE = Finish(material="paint_white", color="")


def carrier(drawing: Drawing, brief: Brief, k: float, hull: float) -> None:
    """Draw a flight deck with its angled runway and markings, an island with mast and radar, jets and lifts."""
    deck, grey = brief.of("deck runway", "asphalt"), brief.of("superstructure island tower", "steel_brushed")
    y, thick = hull * 0.94, 1.0 * k
    drawing.add(
        "box", (13.0 * k, hull * 0.26, 96.0 * k), (0, hull * 0.7, -6.0 * k), name="hangar", radius_m=0.5 * k, **grey
    )
    outline = [
        (-11, -60),
        (9, -60),
        (12, -52),
        (15, -30),
        (15, 8),
        (12, 22),
        (10, 40),
        (6, 60),
        (-5, 60),
        (-9, 44),
        (-13, 30),
        (-17, 10),
        (-17, -34),
        (-13, -52),
    ]
    plan_shape(drawing, [(x * k, z * k) for x, z in outline], y, thick, "flight_deck", deck)
    top = y + thick - 0.02 * k
    drawing.add(
        "box", (0.6 * k, 0.1 * k, 84.0 * k), (-6.5 * k, top, -12.0 * k), turn=(0, -7, 0), name="runway_line", **_WHITE
    )
    for x in (-11.0, -2.2):
        drawing.add(
            "box",
            (0.5 * k, 0.1 * k, 80.0 * k),
            (x * k, top, -12.0 * k),
            turn=(0, -7, 0),
            name="runway_edge",
            material="paint_white",
            color="#f0c419",
        )
    for x in (-2.0, 4.0):
        drawing.add("box", (0.4 * k, 0.1 * k, 30.0 * k), (x * k, top, 42.0 * k), name="catapult", **_STEEL)
    for z in (-40.0, 20.0):
        drawing.add("box", (6.0 * k, 0.1 * k, 9.0 * k), (11.0 * k, top, z * k), name="lift", **_STEEL)
    _island(drawing, brief, grey, top, k)
    for number in range(brief.count("plane", brief.count("jet", 6), most=12)):
        side, row = number % 2, number // 2
        _jet(
            drawing,
            brief,
            (9.5 - 5.0 * side) * k if row > 2 else (11.0 - 0.5 * side) * k,
            top,
            (-54.0 + 8.0 * number) * k if number < 4 else (22.0 + 8.0 * (number - 4)) * k,
            k,
        )


def _island(drawing: Drawing, brief: Brief, grey: Finish, top: float, k: float) -> None:
    """Draw the tower at the side: storeys with windows, mast, radars, funnel."""
    x, z, y = 11.5 * k, -8.0 * k, top
    for wide, tall, long in ((5.0, 4.0, 16.0), (4.6, 3.0, 12.0), (4.2, 2.6, 8.0)):
        row: Shares = [value for step in range(7) for value in (-0.8 + 0.26 * step, 0.66, 0.09, 0.3)]
        drawing.add(
            "streamlined",
            (wide * k, tall * k, long * k),
            (x, y - 0.05 * k, z),
            name="island",
            along=[-1, -0.97, 0.8, 1],
            half=[0.94, 1, 1, 0.7],
            low=[0, 0, 0, 0],
            high=[1, 1, 1, 1],
            square=12.0,
            windows=row,
            screens=[0.66, 0.3, 0.7, 0.9],
            livery="",
            **glass_of(brief),
            **grey,
        )
        y += tall * k - 0.05 * k
    drawing.add(
        "box",
        (3.4 * k, 3.4 * k, 3.0 * k),
        (x, y - 0.1 * k, z - 3.0 * k),
        turn=(0, 0, 0),
        name="funnel",
        radius_m=0.4 * k,
        **_IRON,
    )
    mast: list[Line] = [
        [(x, y - 0.2 * k, z), (x, y + 9.0 * k, z)],
        [(x - 2.0 * k, y + 5.0 * k, z), (x + 2.0 * k, y + 5.0 * k, z)],
        [(x - 1.4 * k, y + 7.0 * k, z), (x + 1.4 * k, y + 7.0 * k, z)],
    ]
    tubes(drawing, mast, 0.5 * k, "mast", _STEEL)
    drawing.add(
        "box", (3.0 * k, 1.6 * k, 0.4 * k), (x, y + 2.6 * k, z + 0.4 * k), name="radar", radius_m=0.1 * k, **_STEEL
    )
    drawing.add("ball", (2.0 * k,) * 3, (x, y - 0.3 * k, z + 2.6 * k), name="radome", **_WHITE)


def _jet(drawing: Drawing, brief: Brief, x: float, y: float, z: float, k: float) -> None:
    """Draw a small parked jet: plan of wings, fuselage, fins."""
    grey = brief.of("plane jet", "gunmetal")
    plan = [
        (0, 4.2),
        (0.5, 1.6),
        (3.0, -1.4),
        (3.0, -2.2),
        (0.9, -2.0),
        (1.8, -3.6),
        (1.8, -4.0),
        (0, -3.6),
        (-1.8, -4.0),
        (-1.8, -3.6),
        (-0.9, -2.0),
        (-3.0, -2.2),
        (-3.0, -1.4),
        (-0.5, 1.6),
    ]
    plan_shape(drawing, [(x + a * k, z + b * k) for a, b in plan], y + 0.9 * k, 0.24 * k, "jet_wing", grey)
    lying(drawing, "rod", 1.1 * k, 7.4 * k, (x, y + 1.1 * k, z - 0.2 * k), "jet_body", grey, edge=0.45)
    for side in (-0.7, 0.7):
        drawing.add(
            "box", (0.14 * k, 1.4 * k, 1.3 * k), (x + side * k, y + 1.0 * k, z - 2.9 * k), name="jet_fin", **grey
        )
    for a, b in ((0.0, 2.2), (0.8, -1.2), (-0.8, -1.2)):
        drawing.add("box", (0.24 * k, 0.98 * k, 0.4 * k), (x + a * k, y - 0.02 * k, z + b * k), name="jet_leg", **_IRON)


def ferry(drawing: Drawing, brief: Brief, k: float, hull: float) -> None:
    """Draw a ferry: car deck with openings and a bow door, two passenger decks, bridge, side funnels, lifeboats."""
    paint, glass = brief.of("superstructure cabin", "paint_white"), glass_of(brief)
    stripe = brief.of("stripe funnel", "paint_blue", is_accent=True)
    y = _storeys(drawing, hull, paint, glass, stripe, k)
    _bridge(drawing, paint, glass, y, k)
    _funnels_and_boats(drawing, brief, y, stripe, k)
    _ferry_mast(drawing, y, k)
    _stern_door(drawing, hull, k)


def _storeys(drawing: Drawing, hull: float, paint: Finish, glass: Glazing, stripe: Finish, k: float) -> float:
    """Draw the car deck and two passenger decks with their windows, one on the other; return their top."""
    y = hull * 0.7
    for wide, tall, long, at, count in (
        (17.4, 6.0, 100.0, -8.0, 14),
        (16.6, 3.4, 88.0, -8.0, 24),
        (15.0, 3.2, 60.0, -2.0, 18),
    ):
        row: Shares = [
            value for step in range(count) for value in (-0.9 + 1.8 * (step + 0.5) / count, 0.56, 0.62 / count, 0.36)
        ]
        drawing.add(
            "streamlined",
            (wide * k, tall * k, long * k),
            (0, y, at * k),
            name="superstructure",
            along=[-1, -0.98, 0.8, 0.94, 1],
            half=[0.96, 1, 1, 0.86, 0.6],
            low=[0, 0, 0, 0, 0],
            high=[1, 1, 1, 1, 1],
            square=12.0,
            windows=row,
            stripes=[0.12, 0.24],
            **part_of("stripe", stripe),
            **glass,
            **paint,
        )
        drawing.add(
            "box",
            ((wide + 0.6) * k, 0.3 * k, (long + 0.6) * k),
            (0, y + (tall - 0.16) * k, at * k),
            name="deck_edge",
            **paint,
        )
        y += tall * k
    return y


def _bridge(drawing: Drawing, paint: Finish, glass: Glazing, y: float, k: float) -> None:
    """Draw the bridge across the top storey and the mast on it."""
    drawing.add(
        "streamlined",
        (18.6 * k, 3.0 * k, 10.0 * k),
        (0, y, 20.0 * k),
        name="bridge",
        along=[-1, 0.6, 1],
        half=[1, 1, 0.9],
        low=[0, 0, 0],
        high=[1, 1, 0.9],
        square=12.0,
        screens=[0.6, 0.44, 0.9, 0.5],
        livery="",
        **glass,
        **paint,
    )


def _funnels_and_boats(drawing: Drawing, brief: Brief, y: float, stripe: Finish, k: float) -> None:
    """Draw a funnel on either side and a row of lifeboats below."""
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (2.6 * k, 6.0 * k, 7.0 * k),
            (side * 5.4 * k, y - 0.1 * k, -34.0 * k),
            name="funnel",
            radius_m=0.6 * k,
            **stripe,
        )
        drawing.add(
            "box",
            (2.0 * k, 0.8 * k, 5.0 * k),
            (side * 5.4 * k, y + 5.8 * k, -34.0 * k),
            name="funnel_top",
            radius_m=0.3 * k,
            **_IRON,
        )
        for step in range(brief.count("lifeboat", 6, most=12) // 2):
            at = (step * 11.0 - 18.0) * k
            drawing.add(
                "ball",
                (2.2 * k, 2.0 * k, 6.4 * k),
                (side * 8.2 * k, y - 2.6 * k, at),
                name="lifeboat",
                material="paint_white",
                color="#e86a1c",
            )


def _ferry_mast(drawing: Drawing, y: float, k: float) -> None:
    """Draw the mast with its yard."""
    tubes(
        drawing,
        [
            [(0, y + 2.8 * k, 20.0 * k), (0, y + 8.0 * k, 19.0 * k)],
            [(-1.6 * k, y + 6.0 * k, 19.4 * k), (1.6 * k, y + 6.0 * k, 19.4 * k)],
        ],
        0.4 * k,
        "mast",
        _STEEL,
    )


def _stern_door(drawing: Drawing, hull: float, k: float) -> None:
    """Draw the door that the cars go through, and its ramp."""
    drawing.add(
        "box", (11.0 * k, 5.6 * k, 0.6 * k), (0, hull * 0.72, -58.0 * k), name="stern_door", radius_m=0.2 * k, **_STEEL
    )
    drawing.add("box", (11.4 * k, 0.5 * k, 9.0 * k), (0, hull * 0.66, -61.5 * k), turn=(6, 0, 0), name="ramp", **_STEEL)
