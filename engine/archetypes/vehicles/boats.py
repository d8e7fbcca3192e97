"""Sailing boats, motorboats and rowing boats on their cradles; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    Shares,
    bright,
    glass_of,
    lying,
    part_of,
    shows_stripe,
    tubes,
    twins,
)

_STEEL = Finish(material="steel_brushed", color="")
_CABINS = {
    "steampunk": "bronze_aged", "industrial": "steel_galvanised", "rustic": "oak", "art deco": "mahogany",
    "cyberpunk": "carbon_fibre", "gothic": "oak_dark", "futuristic": "silver", "japanese": "cedar",
}  # fmt: skip


def cradle(drawing: Drawing, brief: Brief, width: float, hull: float, zs: tuple[float, ...]) -> None:
    """Draw trestles that hold a hull upright."""
    wood, thick = brief.of("cradle stand trestle", "pine"), 0.05 * width
    for z in zs:
        drawing.add("box", (width * 0.8, thick, thick * 1.6), (0, 0, z), name="cradle", **wood)
        legs: list[Line] = [[(0.37 * width, thick * 0.5, z), (0.33 * width, hull * 0.36, z)]]
        tubes(drawing, twins(legs), thick * 0.9, "cradle_post", wood)
        for side in (1.0, -1.0):
            drawing.add(
                "box", (thick * 1.4, hull * 0.3, thick * 2.4), (side * 0.345 * width, hull * 0.26, z), turn=(0, 0,
                side * -34.0), name="cradle_pad", **wood,
            )  # fmt: skip


def hull_finish(brief: Brief, *choices: str) -> tuple[Finish, Finish]:
    """Return the finishes of the hull and the deck."""
    role = {"rustic": "oak", "steampunk": "walnut", "art deco": "walnut", "industrial": "steel_brushed"}.get(
        brief.style_name
    )
    hull = brief.of(
        "hull body boat",
        role or shows_stripe(brief, choices or ("paint_white", "paint_blue", "paint_red")),
        is_main=True,
    )
    return hull, brief.of("deck", "oak" if hull["material"] != "oak" else "walnut", is_accent=True)


@archetype(
    "motorboat", "vehicle", "boat",
    "motorboat, motor boat, speedboat, speed boat, powerboat, power boat, yacht, motor yacht, fishing boat, fishing "
    "trawler, trawler, cabin cruiser, jet boat, runabout, riva, water taxi, superyacht, rennboot, motorboot, lancha, "
    "bateau, schnellboot, lifeboat, tugboat, tug boat, tug",
    hints="water skiing, harbour",
    about="A boat driven by an engine, from an open speedboat to a yacht with a cabin, for lakes and the sea.",
    parts="hull, cabin, deck, seat, windscreen, engine, rail, bottom, stripe",
    features="cabin, rail, flag, lifebuoy, stripe, flybridge, radar",
)  # fmt: skip
def motorboat(drawing: Drawing, brief: Brief) -> None:
    """Draw a motorboat: an open speedboat, or a cabin, a yacht with a flybridge, a fishing boat."""
    known = brief.words | brief.modifiers | brief.features
    is_yacht = bool(known & {"yacht", "superyacht", "cruiser", "flybridge"})
    is_work = bool(known & {"fishing", "trawler", "tug", "tugboat", "lifeboat", "cabin"})
    width, height, length = brief.box(
        *((4.6, 5.6, 16.0) if is_yacht else (3.0, 4.2, 8.0) if is_work else (2.2, 1.9, 6.6)), keeps_shape=True
    )
    paint, deck = (
        hull_finish(brief, "paint_white", "paint_blue") if not is_work else hull_finish(brief, "paint_blue",
        "paint_red")
    )  # fmt: skip
    hull = height * (0.36 if is_yacht or is_work else 0.58)
    rear, front = (-0.9, -0.45) if is_yacht else (-0.92, -0.3) if is_work else (-0.86, 0.16)
    cockpit: Shares = [rear, front, 0.74]
    bottom = brief.of("bottom", "paint_black" if paint["material"] != "paint_black" else "paint_red")
    drawing.add(
        "hull", (width, hull, length), form="motor", cockpit=cockpit, waterline=0.24
        if paint["material"].startswith("paint") else 0, **part_of("deck", deck), **part_of("bottom", bottom),
        **part_of("strake", bright(brief, "strake trim")), **paint,
    )  # fmt: skip
    floor = drawing.add(
        "board", (width * 0.74, 0.04, (front - rear) * length / 2), (0, hull * 0.3, (rear + front) * length / 4),
        name="floor", **deck,
    )  # fmt: skip
    if is_yacht:
        _yacht(drawing, brief, width, height, hull, length)
    elif is_work:
        _wheelhouse(drawing, brief, width, height, hull, length)
        if known & {"tug", "tugboat"}:
            _tug(drawing, brief, width, hull, length)
    else:
        _speedboat(drawing, brief, width, height, hull, length, floor.position.y)
    _rails(drawing, brief, width, hull, length)
    if not is_yacht:
        _outboard(drawing, brief, hull, length, width)
    cradle(drawing, brief, width, hull, (-0.26 * length, 0.08 * length))


def _speedboat(
    drawing: Drawing, brief: Brief, width: float, height: float, hull: float, length: float, floor: float
) -> None:
    """Draw seats, dashboard, steering wheel and a raked windscreen."""
    leather = brief.of(
        "seat",
        "leather_brown" if brief.style_name in ("art deco", "rustic", "steampunk", "realistic") else "leather_black",
    )
    for z, wide in ((-0.06, 0.26), (-0.34, 0.66)):
        for x in (-0.2, 0.2) if wide < 0.5 else (0.0,):
            drawing.add(
                "box", (width * wide, hull * 0.42, 0.5), (x * width, floor, z * length), name="seat", radius_m=0.08,
                **leather,
            )  # fmt: skip
            drawing.add(
                "box", (width * wide, hull * 0.5, 0.16), (x * width, floor + hull * 0.3, z * length - 0.22),
                name="seat_back", radius_m=0.06, **leather,
            )  # fmt: skip
    drawing.add(
        "box", (width * 0.72, hull * 0.5, 0.3), (0, hull * 0.42, 0.085 * length), name="dashboard", radius_m=0.06,
        **brief.of("dashboard", "walnut"),
    )  # fmt: skip
    lying(
        drawing, "torus", 0.42, 0.05, (-0.2 * width, hull * 0.9, 0.085 * length - 0.22), "steering_wheel",
        Finish(material="iron_black", color=""),
    )  # fmt: skip
    lying(drawing, "rod", 0.05, 0.3, (-0.2 * width, hull * 0.88, 0.085 * length - 0.12), "column", _STEEL)
    tubes(
        drawing, [[(-0.2 * width - 0.19, hull * 0.9, 0.085 * length - 0.22), (-0.2 * width + 0.19, hull * 0.9,
        0.085 * length - 0.22)]], 0.03, "wheel_spoke", _STEEL,
    )  # fmt: skip
    glass = glass_of(brief)
    z, y = 0.085 * length, hull * 0.82
    drawing.add(
        "plate", (width * 0.76, 0.02, height * 0.26), (0, y + height * 0.08, z + 0.06), turn=(58, 0, 0),
        name="windscreen", corner_m=0.12, material=glass["glass_material"], color=glass["glass_color"],
    )  # fmt: skip
    metal, top, rake = bright(brief, "frame"), y + height * 0.19, 0.1
    tubes(
        drawing, [[(-width * 0.38, y - 0.05, z + 0.14), (-width * 0.37, top, z + 0.13 - rake), (width * 0.37, top,
        z + 0.13 - rake), (width * 0.38, y - 0.05, z + 0.14)]], 0.035, "windscreen_frame", metal, bend=0.1,
    )  # fmt: skip


def _wheelhouse(drawing: Drawing, brief: Brief, width: float, height: float, hull: float, length: float) -> None:
    """Draw a wheelhouse with windows, mast, radar, a lifebuoy and a winch."""
    paint, deck = brief.of("cabin wheelhouse", "paint_white"), hull * 0.74
    tall = height * 0.42
    drawing.add(
        "window_box", (width * 0.56, tall, length * 0.26), (0, deck, 0.04 * length), name="cabin", windows=3, **paint
    )
    drawing.add(
        "box", (width * 0.5, tall * 0.46, length * 0.2), (0, deck, 0.24 * length), name="forecabin", radius_m=0.14,
        **paint,
    )  # fmt: skip
    metal, top = bright(brief, "mast"), deck + tall
    tubes(
        drawing, [[(0, top - 0.05, 0), (0, height, 0)], [(-0.4, height - 0.4, 0), (0.4, height - 0.4, 0)]], 0.07,
        "mast", metal,
    )  # fmt: skip
    drawing.add("box", (0.9, 0.12, 0.2), (0, top + 0.3, 0.06), name="radar", radius_m=0.05, material="plastic_white")
    drawing.add(
        "torus", (0.6, 0.12, 0.6), (width * 0.285, deck + tall * 0.2, 0.02 * length), turn=(0, 0, 90), name="lifebuoy",
        material="paint_red",
    )  # fmt: skip
    lying(drawing, "rod", 0.4, width * 0.4, (0, deck + 0.3, -0.16 * length), "winch", _STEEL, along="x")
    for x in (-0.16, 0.16):
        drawing.add("box", (0.1, 0.5, 0.3), (x * width, deck - 0.08, -0.16 * length), name="winch_stand", **_STEEL)
    boom: list[Line] = [
        [(0, deck - 0.1, -0.05 * length - 0.3), (0, top + 0.3, -0.05 * length - 0.3), (0, top + 0.5, -0.4 * length)]
    ]
    tubes(drawing, [*boom, [(0, top - 0.06, 0.0), (0, top + 0.2, -0.05 * length - 0.3)]], 0.08, "boom", metal)
    drawing.add(
        "board", (width * 0.74, 0.04, 0.3), (0, hull * 0.7, -0.16 * length), name="thwart", **brief.of("deck", "oak")
    )


def _tug(drawing: Drawing, brief: Brief, width: float, hull: float, length: float) -> None:
    """Draw what makes a tug: a funnel with a band, old tyres along the sides, a fender on the bow, a towing bitt."""
    deck, z = hull * 0.74, -0.13 * length
    drawing.add("rod", (0.62, 2.0, 0.62), (0, deck - 0.1, z), name="funnel", edge=0.04,
                **brief.of("funnel", "paint_red"))  # fmt: skip
    drawing.add("rod", (0.66, 0.34, 0.66), (0, deck + 1.6, z), name="funnel_top", edge=0.1, material="paint_black")
    for side in (1.0, -1.0):
        for share, out in ((-0.34, 0.47), (-0.18, 0.485), (-0.02, 0.485), (0.12, 0.455)):
            drawing.add("torus", (0.62, 0.2, 0.62), (side * width * out, hull * 0.56, share * length), turn=(0, 0, 90),
                        name="fender", material="rubber_black")  # fmt: skip
    tubes(drawing, [[(-width * 0.16, hull * 0.97, 0.455 * length), (0, hull * 0.98, 0.498 * length), (width * 0.16,
          hull * 0.97, 0.455 * length)]], 0.34, "bow_fender", Finish(material="rubber_black", color=""),
          bend=0.2)  # fmt: skip


def _yacht(drawing: Drawing, brief: Brief, width: float, height: float, hull: float, length: float) -> None:
    """Draw a long cabin with panes all round, a flybridge, radar arch and sun beds."""
    paint, deck = brief.of("cabin", _CABINS.get(brief.style_name, "paint_white")), hull * 0.76
    one, two = (height - deck) * 0.44, (height - deck) * 0.3
    for y, tall, wide, long, z in ((deck, one, 0.7, 0.5, 0.02), (deck + one * 0.94, two, 0.56, 0.3, -0.02)):
        drawing.add(
            "streamlined", (width * wide, tall, length * long), (0, y - 0.04, z * length), name="cabin", along=[-1,
            -0.9, 0.3, 0.7, 1], half=[0.96, 1, 0.96, 0.78, 0.5], low=[0, 0, 0, 0, 0], high=[0.98, 1, 1, 0.72, 0.08],
            square=6.0, glazing=[-0.86, 0.36, 0.7, 0.36, 0.48, 0.78, 0.3, 0.86, -0.86, 0.86], pillars=[-0.4, 0.0],
            **glass_of(brief), **paint,
        )  # fmt: skip
    top = deck + one * 0.94 + two
    metal = bright(brief, "rail")
    x = width * 0.26
    tubes(
        drawing, [[(-x, top - two, -0.16 * length), (-x * 0.9, top + 0.5, -0.13 * length), (x * 0.9, top + 0.5,
        -0.13 * length), (x, top - two, -0.16 * length)]], 0.14, "radar_arch", paint, bend=0.3,
    )  # fmt: skip
    drawing.add("ball", (0.5, 0.42, 0.5), (0, top + 0.52, -0.13 * length), name="radar", material="plastic_white")
    tubes(drawing, [[(0.4, top + 0.5, -0.13 * length), (0.4, height, -0.14 * length)]], 0.04, "aerial", metal)
    drawing.add(
        "box", (width * 0.5, 0.16, length * 0.1), (0, hull * 0.86, 0.3 * length), name="sun_bed", radius_m=0.06,
        **brief.of("cushion seat", "fabric_blue"),
    )  # fmt: skip
    drawing.add(
        "box", (width * 0.6, hull * 0.36, 0.7), (0, hull * 0.3, -0.4 * length), name="sofa", radius_m=0.12,
        **brief.of("cushion seat", "fabric_blue"),
    )  # fmt: skip
    drawing.add(
        "box", (width * 0.8, 0.12, length * 0.06), (0, hull * 0.22, -0.52 * length), name="swim_platform",
        radius_m=0.04, **brief.of("deck", "oak"),
    )  # fmt: skip


def _rails(drawing: Drawing, brief: Brief, width: float, hull: float, length: float) -> None:
    """Draw a rail round the foredeck, cleats and side lights."""
    metal = bright(brief, "rail")
    tall = min(0.24 * hull + 0.12, 0.7)
    path = [(0.43, 0.84, 0.12), (0.4, 0.88, 0.25), (0.26, 0.93, 0.37), (0.1, 0.97, 0.46)]
    points = [(x * width * 0.96, y * hull + tall, z * length) for x, y, z in path]
    posts: list[Line] = [
        [(x * width * 0.96, y * hull - 0.06, z * length), (x * width * 0.96, y * hull + tall, z * length)]
        for x, y, z in path
    ]
    tubes(
        drawing, [*twins([points, *posts]), [(points[-1][0], points[-1][1], points[-1][2]), (-points[-1][0],
        points[-1][1], points[-1][2])]], 0.035, "rail", metal,
    )  # fmt: skip
    for side, name in ((1.0, "paint_red"), (-1.0, "leaf_green")):
        drawing.add(
            "ball", (0.1, 0.1, 0.14), (side * 0.19 * width, hull * 0.93, 0.4 * length), name="side_light", material=name
        )


def _outboard(drawing: Drawing, brief: Brief, hull: float, length: float, width: float) -> None:
    """Draw an outboard engine on the transom with its leg and propeller."""
    z, k = -0.5 * length, min(hull, 1.2)
    dark = brief.of("engine motor", "paint_black" if brief.style_name != "steampunk" else "brass_polished")
    drawing.add(
        "box", (0.36 * k, 0.5 * k, 0.56 * k), (0, hull * 0.74, z - 0.28 * k), name="engine", radius_m=0.1 * k, **dark
    )
    drawing.add(
        "box", (0.14 * k, hull * 0.74 - 0.06 * k, 0.22 * k), (0, 0.12 * k, z - 0.22 * k), name="engine_leg",
        radius_m=0.04 * k, **dark,
    )  # fmt: skip
    drawing.add("box", (0.3 * k, 0.2 * k, 0.3 * k), (0, hull * 0.56, z - 0.04 * k), name="engine_bracket", **_STEEL)
    drawing.add(
        "propeller", (0.34 * k, 0.34 * k, 0.1 * k), (0, 0.04 * k, z - 0.37 * k), turn=(0, 180, 0), blades=3,
        material="brass_polished",
    )  # fmt: skip
