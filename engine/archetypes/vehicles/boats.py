"""Sailing boats, motorboats and rowing boats on their cradles; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, Shares, bright, glass_of, lying, part_of, side_shape, tubes, twins

_STEEL = Finish(material="steel_brushed", color="")


def cradle(drawing: Drawing, brief: Brief, width: float, hull: float, zs: tuple[float, ...]) -> None:
    """Draw trestles that hold a hull upright."""
    wood, thick = brief.of("cradle stand trestle", "pine"), 0.05 * width
    for z in zs:
        drawing.add("box", (width * 0.8, thick, thick * 1.6), (0, 0, z), name="cradle", **wood)
        legs: list[Line] = [[(0.37 * width, thick * 0.5, z), (0.33 * width, hull * 0.36, z)]]
        tubes(drawing, twins(legs), thick * 0.9, "cradle_post", wood)
        for side in (1.0, -1.0):
            drawing.add(
                "box",
                (thick * 1.4, hull * 0.3, thick * 2.4),
                (side * 0.345 * width, hull * 0.26, z),
                turn=(0, 0, side * -34.0),
                name="cradle_pad",
                **wood,
            )


def hull_finish(brief: Brief, *choices: str) -> tuple[Finish, Finish]:
    """Return the finishes of the hull and the deck."""
    role = {"rustic": "oak", "steampunk": "walnut", "art deco": "walnut", "industrial": "steel_brushed"}.get(
        brief.style_name
    )
    hull = brief.of(
        "hull body boat", role or brief.choose(*(choices or ("paint_white", "paint_blue", "paint_red"))), is_main=True
    )
    return hull, brief.of("deck", "oak" if hull["material"] != "oak" else "walnut", is_accent=True)


@archetype(
    "sailboat", "vehicle", "boat",
    "sailboat, boat, sailing boat, sailing yacht, sailing ship, dinghy, catamaran, sloop, ketch, schooner, regatta boat, galleon, "
    "pirate ship, tall ship, viking ship, longship, segelboot, velero, voilier, yawl",
    hints="sailing, sail the sea, regatta",
    about="A boat with a mast and sails that the wind drives over lakes and the sea.",
    parts="hull, sail, mast, boom, deck, rudder, keel, rope, flag, jib, cradle, bottom",
    features="jib, flag, spinnaker, cabin, cradle, stripe",
)  # fmt: skip
def sailboat(drawing: Drawing, brief: Brief) -> None:
    """Draw a sailing boat: hull, cockpit, rig with shrouds; square sails on a galleon, two hulls for a catamaran."""
    known = brief.words | brief.modifiers | brief.features
    if (
        known & {"galleon", "pirate", "tall ship", "viking", "longship"}
        or (known & {"tall"} and "ship" in known)
        or brief.style_name == "steampunk"
    ):
        _square_rigger(drawing, brief)
        return
    width, height, length = brief.box(2.2, 9.2, 6.6, keeps_shape=True)
    paint, deck = hull_finish(brief)
    hull = width * 0.56
    if "catamaran" in known:
        width *= 1.6
        for side in (1.0, -1.0):
            drawing.add(
                "hull",
                (width * 0.24, hull, length),
                (side * width * 0.36, 0, 0),
                cockpit=[0, 0, 0],
                **part_of("deck", paint),
                **paint,
            )
        drawing.add(
            "box",
            (width * 0.66, 0.16, length * 0.46),
            (0, hull * 0.7, -0.1 * length),
            name="deck",
            radius_m=0.06,
            **deck,
        )
        tubes(
            drawing,
            [[(-width * 0.36, hull * 0.78, 0.34 * length), (width * 0.36, hull * 0.78, 0.34 * length)]],
            0.12,
            "beam",
            _STEEL,
        )
    else:
        bottom = brief.of("bottom keel", "paint_red" if paint["material"] != "paint_red" else "paint_black")
        drawing.add(
            "hull",
            (width, hull, length),
            waterline=0.3 if paint["material"].startswith("paint") else 0.0,
            **part_of("deck", deck),
            **part_of("bottom", bottom),
            **paint,
        )
        _cockpit(drawing, brief, width, hull, length, deck)
        cradle(drawing, brief, width, hull, (-0.24 * length, 0.14 * length))
    _rig(drawing, brief, width, hull, height, length)


def _cockpit(drawing: Drawing, brief: Brief, width: float, hull: float, length: float, deck: Finish) -> None:
    """Draw benches, the coach roof with its windows, tiller and rudder, cleats and the rail at the bow."""
    metal = bright(brief, "fitting rail")
    for side in (1.0, -1.0):
        drawing.add(
            "board",
            (width * 0.22, 0.05, length * 0.28),
            (side * width * 0.28, hull * 0.5, -0.27 * length),
            name="bench",
            **deck,
        )
        drawing.add("rod", (0.12, 0.14, 0.12), (side * width * 0.4, hull * 0.74, -0.14 * length), name="winch", **metal)
    if brief.has("cabin", default=True):
        drawing.add(
            "streamlined", (width * 0.56, hull * 0.5, length * 0.34), (0, hull * 0.66, 0.06 * length), name="cabin", along=[-1, -0.9, 0.3, 0.8, 1], half=[0.94, 1, 0.9, 0.66, 0.4],
            low=[0, 0, 0, 0, 0], high=[0.96, 1, 0.9, 0.66, 0.4], square=5.0, windows=[-0.5, 0.6, 0.16, 0.28, 0.0, 0.6, 0.14, 0.26, 0.42, 0.55, 0.1, 0.22], **glass_of(brief), **brief.of("cabin", "paint_white"),
        )  # fmt: skip
        drawing.add("board", (width * 0.24, 0.04, length * 0.1), (0, hull * 1.14, -0.06 * length), name="hatch", **deck)
    rudder = [
        (-0.49 * length, hull * 0.86),
        (-0.49 * length, hull * 0.12),
        (-0.56 * length, hull * 0.08),
        (-0.55 * length, hull * 0.86),
    ]
    side_shape(drawing, rudder, 0.05, "rudder", deck)
    tubes(drawing, [[(0, hull * 0.84, -0.53 * length), (0, hull * 0.9, -0.34 * length)]], 0.05, "tiller", deck)
    rail = [
        (0.26 * width, hull * 0.86, 0.3 * length),
        (0.24 * width, hull * 1.3, 0.3 * length),
        (0.06 * width, hull * 1.4, 0.49 * length),
        (0.0, hull * 1.4, 0.5 * length),
    ]
    tubes(
        drawing,
        twins([rail, [(0.07 * width, hull * 0.94, 0.46 * length), (0.08 * width, hull * 1.39, 0.47 * length)]]),
        0.035,
        "bow_rail",
        metal,
        bend=0.1,
    )


def _rig(drawing: Drawing, brief: Brief, width: float, hull: float, height: float, length: float) -> None:
    """Draw mast, boom, mainsail with battens, jib, shrouds with spreaders and a flag."""
    z, top, steel = 0.1 * length, height - 0.05, _STEEL
    wood = brief.of("mast boom", "wood" if brief.style_name in ("rustic", "art deco") else "aluminium")
    foot = hull * 0.6
    drawing.add("pillar", (0.12, height - foot, 0.12), (0, foot, z), name="mast", **wood)
    boom, y = 0.48 * length, hull + 0.75
    lying(drawing, "rod", 0.09, boom, (0, y, z - boom / 2 + 0.03), "boom", wood)
    cloth = brief.of("sail", "paint_white" if brief.style_name != "rustic" else "paper")
    tall = height - y - 0.3
    drawing.add("sail", (0.3, tall, boom * 0.94), (0.1, y + 0.04, z - boom * 0.47 - 0.04), name="sail", **cloth)
    for share in (0.25, 0.5, 0.75):
        reach = boom * 0.9 * (1 - share)
        tubes(
            drawing,
            [[(0.03, y + tall * share, z - 0.04), (0.03, y + tall * share, z - 0.04 - reach)]],
            0.03,
            "batten",
            wood,
        )
    if brief.has("jib", default=True):
        reach = 0.36 * length
        drawing.add(
            "sail",
            (0.2, tall * 0.84, reach),
            (0.06, hull + 0.16, z + reach / 2 + 0.05),
            is_jib=True,
            name="jib",
            **(cloth if not brief.has("spinnaker") else brief.of("jib spinnaker", "paint_red")),
        )
    lines: list[Line] = [
        [(0, top - 0.25, z), (0, hull * 0.96, 0.487 * length)], [(0, top, z), (0, hull * 0.74, -0.485 * length)],
        *twins([[(0.0, top - 0.5, z), (0.3 * width, foot + (top - foot) * 0.55, z - 0.02), (0.47 * width, hull * 0.7, z - 0.04)]]),
    ]  # fmt: skip
    tubes(drawing, lines, 0.022, "stay", steel)
    spread = foot + (top - foot) * 0.55
    tubes(
        drawing,
        [[(-0.3 * width, spread, z - 0.02), (0, spread, z), (0.3 * width, spread, z - 0.02)]],
        0.045,
        "spreader",
        steel,
    )
    if brief.has("flag", default=True):
        tubes(drawing, [[(0, hull * 0.7, -0.47 * length), (0, hull + 0.7, -0.5 * length)]], 0.03, "flag_pole", steel)
        drawing.add(
            "board",
            (0.02, 0.28, 0.44),
            (0, hull + 0.4, -0.5 * length - 0.22),
            name="flag",
            **brief.of("flag", "paint_red"),
        )


def _square_rigger(drawing: Drawing, brief: Brief) -> None:
    """Draw a ship of oak with two or three masts of square sails, a bowsprit, castles and gun ports."""
    k = brief.box(7.0, 22.0, 26.0, keeps_shape=True)[2] / 26.0
    wood, deck = brief.of("hull body boat ship", "oak", is_main=True), brief.of("deck", "pine")
    trim, cloth = (
        brief.of(
            "strake trim accent", "walnut" if brief.style_name != "steampunk" else "brass_polished", is_accent=True
        ),
        brief.of("sail", "paper"),
    )
    hull = 4.6 * k
    drawing.add(
        "hull",
        (6.6 * k, hull, 24.0 * k),
        form="ship",
        cockpit=[0, 0, 0],
        **part_of("deck", deck),
        **part_of("strake", trim),
        **wood,
    )
    for z, size, rise in ((-8.6, 6.2, 2.2), (-10.4, 3.4, 3.6), (9.2, 3.2, 1.3)):
        wide = 5.4 if z < 0 else 3.0
        castle = drawing.add(
            "box",
            (wide * k, (rise + 0.6) * k, size * k),
            (0, (3.5 if z < 0 else 3.9) * k, z * k),
            name="castle",
            radius_m=0.15 * k,
            **wood,
        )
        top = castle.position.y + castle.dimensions.height
        drawing.add(
            "box",
            ((wide + 0.3) * k, 0.16 * k, (size + 0.3) * k),
            (0, top - 0.08 * k, z * k),
            name="castle_rail",
            **trim,
        )
    for x in (-1.6, -0.55, 0.55, 1.6):
        drawing.add(
            "box",
            (0.66 * k, 0.86 * k, 0.2 * k),
            (x * k, 4.7 * k, -12.06 * k),
            name="stern_window",
            **brief.of("window", "emissive_warm"),
        )
    for side in (1.0, -1.0):
        for z in (-5.4, -3.6, -1.8, 0.0, 1.8, 3.6, 5.4):
            x = 3.22 - 0.012 * (z - 0.5) ** 2
            lying(
                drawing,
                "rod",
                0.26 * k,
                0.9 * k,
                (side * x * k, 2.5 * k, z * k),
                "gun",
                Finish(material="iron_black", color=""),
                along="x",
            )
    tubes(drawing, [[(0, 4.2 * k, 10.2 * k), (0, 6.9 * k, 15.6 * k)]], 0.3 * k, "bowsprit", wood)
    lines: list[Line] = [
        [(0, 6.8 * k, 15.4 * k), (0, 16.8 * k, 6.3 * k)],
        [(0, 6.1 * k, 14.0 * k), (0, 12.0 * k, 6.2 * k)],
        [(0, 19.8 * k, -0.4 * k), (0, 17.0 * k, 6.2 * k)],
        [(0, 15.4 * k, -7.2 * k), (0, 19.6 * k, -0.6 * k)],
    ]
    for z, top in ((6.2, 17.6), (-0.5, 21.0), (-7.3, 16.0)):
        drawing.add("pillar", (0.42 * k, (top - 3.2) * k, 0.42 * k), (0, 3.2 * k, z * k), name="mast", **wood)
        drawing.add(
            "turning",
            (1.5 * k, 0.6 * k, 1.5 * k),
            (0, (top * 0.72 - 0.2) * k, z * k),
            name="crow_nest",
            profile=[0.6, 0, 0.9, 0.2, 1.0, 1.0],
            **wood,
        )
        for share, wide in ((0.44, 8.6), (0.7, 6.6), (0.9, 4.6)):
            y = (3.4 + (top - 3.4) * share) * k
            lying(drawing, "rod", 0.2 * k, wide * k, (0, y, (z + 0.24) * k), "yard", wood, along="x")
            tall = (top - 3.4) * (0.24 if share < 0.8 else 0.17) * k
            drawing.add(
                "billow",
                (wide * 0.92 * k, tall, 0.9 * k),
                (0, y - tall + 0.04 * k, (z + 0.24 + 0.42) * k),
                name="sail",
                **cloth,
            )
        lines += twins([[(3.1 * k, 3.7 * k, (z + s) * k), (0, top * 0.74 * k, z * k)] for s in (-1.2, -0.4, 0.4)])
        drawing.add(
            "board",
            (0.03 * k, 0.7 * k, 1.5 * k),
            (0, (top - 0.75) * k, (z - 0.75) * k),
            name="flag",
            **brief.of("flag", "paint_red" if "pirate" not in brief.words else "paint_black"),
        )
    tubes(drawing, lines, 0.07 * k, "rope", brief.of("rope", "iron_black"))
    cradle(drawing, brief, 6.0 * k, hull, (-5.0 * k, 4.0 * k))


@archetype(
    "motorboat", "vehicle", "boat",
    "motorboat, motor boat, speedboat, speed boat, powerboat, power boat, yacht, motor yacht, fishing boat, fishing trawler, trawler, "
    "cabin cruiser, jet boat, runabout, riva, water taxi, superyacht, rennboot, motorboot, lancha, bateau, schnellboot, lifeboat, tugboat, tug boat, tug",
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
        hull_finish(brief, "paint_white", "paint_blue")
        if not is_work
        else hull_finish(brief, "paint_blue", "paint_red")
    )
    hull = height * (0.36 if is_yacht or is_work else 0.58)
    rear, front = (-0.9, -0.45) if is_yacht else (-0.92, -0.3) if is_work else (-0.86, 0.16)
    cockpit: Shares = [rear, front, 0.74]
    bottom = brief.of("bottom", "paint_black" if paint["material"] != "paint_black" else "paint_red")
    drawing.add(
        "hull",
        (width, hull, length),
        form="motor",
        cockpit=cockpit,
        waterline=0.24 if paint["material"].startswith("paint") else 0,
        **part_of("deck", deck),
        **part_of("bottom", bottom),
        **part_of("strake", bright(brief, "strake trim")),
        **paint,
    )
    floor = drawing.add(
        "board",
        (width * 0.74, 0.04, (front - rear) * length / 2),
        (0, hull * 0.3, (rear + front) * length / 4),
        name="floor",
        **deck,
    )
    if is_yacht:
        _yacht(drawing, brief, width, height, hull, length)
    elif is_work:
        _wheelhouse(drawing, brief, width, height, hull, length)
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
                "box",
                (width * wide, hull * 0.42, 0.5),
                (x * width, floor, z * length),
                name="seat",
                radius_m=0.08,
                **leather,
            )
            drawing.add(
                "box",
                (width * wide, hull * 0.5, 0.16),
                (x * width, floor + hull * 0.3, z * length - 0.22),
                name="seat_back",
                radius_m=0.06,
                **leather,
            )
    drawing.add(
        "box",
        (width * 0.72, hull * 0.5, 0.3),
        (0, hull * 0.42, 0.085 * length),
        name="dashboard",
        radius_m=0.06,
        **brief.of("dashboard", "walnut"),
    )
    lying(
        drawing,
        "torus",
        0.42,
        0.05,
        (-0.2 * width, hull * 0.9, 0.085 * length - 0.22),
        "steering_wheel",
        Finish(material="iron_black", color=""),
    )
    lying(drawing, "rod", 0.05, 0.3, (-0.2 * width, hull * 0.88, 0.085 * length - 0.12), "column", _STEEL)
    for x in (-0.2, 0.2):
        tubes(
            drawing,
            [
                [
                    (-0.2 * width - 0.19, hull * 0.9, 0.085 * length - 0.22),
                    (-0.2 * width + 0.19, hull * 0.9, 0.085 * length - 0.22),
                ]
            ],
            0.03,
            "wheel_spoke",
            _STEEL,
        )
    glass = glass_of(brief)
    z, y = 0.085 * length, hull * 0.82
    drawing.add(
        "plate",
        (width * 0.76, 0.02, height * 0.26),
        (0, y + height * 0.08, z + 0.06),
        turn=(58, 0, 0),
        name="windscreen",
        corner_m=0.12,
        material=glass["glass_material"],
        color=glass["glass_color"],
    )
    metal, top, rake = bright(brief, "frame"), y + height * 0.19, 0.1
    tubes(
        drawing,
        [
            [
                (-width * 0.38, y - 0.05, z + 0.14),
                (-width * 0.37, top, z + 0.13 - rake),
                (width * 0.37, top, z + 0.13 - rake),
                (width * 0.38, y - 0.05, z + 0.14),
            ]
        ],
        0.035,
        "windscreen_frame",
        metal,
        bend=0.1,
    )


def _wheelhouse(drawing: Drawing, brief: Brief, width: float, height: float, hull: float, length: float) -> None:
    """Draw a wheelhouse with windows, mast, radar, a lifebuoy and a winch."""
    paint, deck = brief.of("cabin wheelhouse", "paint_white"), hull * 0.74
    tall = height * 0.42
    drawing.add(
        "window_box", (width * 0.56, tall, length * 0.26), (0, deck, 0.04 * length), name="cabin", windows=3, **paint
    )
    drawing.add(
        "box",
        (width * 0.5, tall * 0.46, length * 0.2),
        (0, deck, 0.24 * length),
        name="forecabin",
        radius_m=0.14,
        **paint,
    )
    metal, top = bright(brief, "mast"), deck + tall
    tubes(
        drawing,
        [[(0, top - 0.05, 0), (0, height, 0)], [(-0.4, height - 0.4, 0), (0.4, height - 0.4, 0)]],
        0.07,
        "mast",
        metal,
    )
    drawing.add("box", (0.9, 0.12, 0.2), (0, top + 0.3, 0.06), name="radar", radius_m=0.05, material="plastic_white")
    drawing.add(
        "torus",
        (0.6, 0.12, 0.6),
        (width * 0.285, deck + tall * 0.2, 0.02 * length),
        turn=(0, 0, 90),
        name="lifebuoy",
        material="paint_red",
    )
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


def _yacht(drawing: Drawing, brief: Brief, width: float, height: float, hull: float, length: float) -> None:
    """Draw a long cabin with panes all round, a flybridge, radar arch and sun beds."""
    paint, deck = brief.of("cabin", "paint_white"), hull * 0.76
    one, two = (height - deck) * 0.44, (height - deck) * 0.3
    for y, tall, wide, long, z in ((deck, one, 0.7, 0.5, 0.02), (deck + one * 0.94, two, 0.56, 0.3, -0.02)):
        drawing.add(
            "streamlined", (width * wide, tall, length * long), (0, y - 0.04, z * length), name="cabin", along=[-1, -0.9, 0.3, 0.7, 1], half=[0.96, 1, 0.96, 0.78, 0.5],
            low=[0, 0, 0, 0, 0], high=[0.98, 1, 1, 0.72, 0.08], square=6.0, glazing=[-0.86, 0.36, 0.7, 0.36, 0.48, 0.78, 0.3, 0.86, -0.86, 0.86], pillars=[-0.4, 0.0], **glass_of(brief), **paint,
        )  # fmt: skip
    top = deck + one * 0.94 + two
    metal = bright(brief, "rail")
    x = width * 0.26
    tubes(
        drawing,
        [
            [
                (-x, top - two, -0.16 * length),
                (-x * 0.9, top + 0.5, -0.13 * length),
                (x * 0.9, top + 0.5, -0.13 * length),
                (x, top - two, -0.16 * length),
            ]
        ],
        0.14,
        "radar_arch",
        paint,
        bend=0.3,
    )
    drawing.add("ball", (0.5, 0.42, 0.5), (0, top + 0.52, -0.13 * length), name="radar", material="plastic_white")
    tubes(drawing, [[(0.4, top + 0.5, -0.13 * length), (0.4, height, -0.14 * length)]], 0.04, "aerial", metal)
    drawing.add(
        "box",
        (width * 0.5, 0.16, length * 0.1),
        (0, hull * 0.86, 0.3 * length),
        name="sun_bed",
        radius_m=0.06,
        **brief.of("cushion seat", "fabric_blue"),
    )
    drawing.add(
        "box",
        (width * 0.6, hull * 0.36, 0.7),
        (0, hull * 0.3, -0.4 * length),
        name="sofa",
        radius_m=0.12,
        **brief.of("cushion seat", "fabric_blue"),
    )
    drawing.add(
        "box",
        (width * 0.8, 0.12, length * 0.06),
        (0, hull * 0.22, -0.52 * length),
        name="swim_platform",
        radius_m=0.04,
        **brief.of("deck", "oak"),
    )


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
        drawing,
        [
            *twins([points, *posts]),
            [(points[-1][0], points[-1][1], points[-1][2]), (-points[-1][0], points[-1][1], points[-1][2])],
        ],
        0.035,
        "rail",
        metal,
    )
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
        "box",
        (0.14 * k, hull * 0.74 - 0.06 * k, 0.22 * k),
        (0, 0.12 * k, z - 0.22 * k),
        name="engine_leg",
        radius_m=0.04 * k,
        **dark,
    )
    drawing.add("box", (0.3 * k, 0.2 * k, 0.3 * k), (0, hull * 0.56, z - 0.04 * k), name="engine_bracket", **_STEEL)
    drawing.add(
        "propeller",
        (0.34 * k, 0.34 * k, 0.1 * k),
        (0, 0.04 * k, z - 0.37 * k),
        turn=(0, 180, 0),
        blades=3,
        material="brass_polished",
    )


@archetype(
    "rowing boat", "vehicle", "boat",
    "rowing boat, rowboat, row boat, canoe, kayak, skiff, punt, gondola, pedal boat, ruderboot, kanu, kajak, canoa, barque, barca, rowing shell",
    hints="oar, oars, paddle, paddling",
    about="A small open boat without engine or sail that is moved by oars or a paddle, on ponds, rivers and lakes.",
    parts="hull, oar, paddle, thwart, bench, gunwale, strake, rib, seat",
    features="oar, paddle, anchor, fishing rod",
)  # fmt: skip
def rowing_boat(drawing: Drawing, brief: Brief) -> None:
    """Draw an open boat with ribs, thwarts, rowlocks and oars, or a canoe with a paddle."""
    known = brief.words | brief.features
    is_canoe = bool(known & {"canoe", "kayak", "kanu", "kajak", "canoa"})
    width, height, length = brief.box(*((0.9, 0.56, 4.8) if is_canoe else (1.4, 0.72, 3.9)), keeps_shape=True)
    role = {
        "modern": "paint_white",
        "futuristic": "carbon_fibre",
        "minimalist": "paint_white",
        "industrial": "aluminium",
    }.get(brief.style_name) or brief.choose("oak", "pine", "paint_red")
    paint = brief.of("hull body boat", role, is_main=True)
    wood = brief.of("thwart bench seat", "pine" if paint["material"] != "pine" else "walnut", is_accent=True)
    is_kayak = bool(known & {"kayak", "kajak"})
    cockpit: Shares = [-0.34, 0.2, 0.62] if is_kayak else [-0.93, 0.93, 0.95]
    drawing.add(
        "hull", (width, height, length), form="canoe" if is_canoe else "row", cockpit=cockpit, wall=0.028, **part_of("deck", paint if is_kayak else wood),
        **part_of("strake", brief.of("strake gunwale", wood["material"])), **paint,
    )  # fmt: skip
    y = height * 0.42
    for z, wide in ((-0.3, 0.82), (0.0, 0.96), (0.26, 0.82)) if not is_kayak else ((-0.12, 0.5),):
        drawing.add(
            "board",
            (width * wide * (0.9 if is_canoe else 0.93), 0.03, length * 0.07),
            (0, y, z * length),
            name="thwart",
            **wood,
        )
    if not is_kayak:
        for z in (-0.36, -0.24, -0.12, 0.0, 0.12, 0.24, 0.34):
            rib = [
                (0.4 * width * (1 - 1.7 * z * z), height * 0.6, z * length),
                (0.3 * width * (1 - 1.7 * z * z), height * 0.17, z * length),
                (0, height * 0.09, z * length),
            ]
            tubes(drawing, twins([rib]), 0.03, "rib", wood, bend=0.2)
        drawing.add(
            "board", (width * 0.4, 0.025, length * 0.62), (0, height * 0.1, -0.02 * length), name="floor", **wood
        )
    _oars(drawing, brief, width, height, length, is_canoe=is_canoe)
    cradle(drawing, brief, width, height * 0.8, (-0.22 * length, 0.2 * length))


def _oars(drawing: Drawing, brief: Brief, width: float, height: float, length: float, *, is_canoe: bool) -> None:
    """Draw oars in their rowlocks, or a paddle across the gunwales."""
    wood, metal = brief.of("oar paddle", "pine"), bright(brief, "rowlock")
    y = height * (0.76 if not is_canoe else 0.69)
    if is_canoe:
        span = 0.95
        tubes(drawing, [[(-span, y, 0.06 * length), (span, y, 0.06 * length)]], 0.032, "paddle", wood)
        for side in (1.0, -1.0):
            drawing.add(
                "box",
                (0.42, 0.018, 0.17),
                (side * (span + 0.12), y - 0.009, 0.06 * length),
                name="paddle_blade",
                radius_m=0.008,
                **wood,
            )
        return
    for side in (1.0, -1.0):
        lock = (side * width * 0.475, y + 0.03, -0.02 * length)
        drawing.add(
            "torus",
            (0.1, 0.025, 0.1),
            (lock[0], lock[1] - 0.0, lock[2]),
            turn=(0, 0, 90 - side * 15),
            name="rowlock",
            **metal,
        )
        tubes(
            drawing,
            [[(lock[0], height * 0.6, lock[2]), (lock[0], lock[1] - 0.02, lock[2])]],
            0.03,
            "rowlock_post",
            metal,
        )
        out = (side * (width * 0.475 + 0.95), y - 0.24, -0.02 * length - 0.42)
        inner = (side * width * 0.12, y + 0.11, -0.02 * length + 0.16)
        tubes(drawing, [[inner, out]], 0.042, "oar", wood)
        blade = (side * (width * 0.475 + 1.12), y - 0.285, -0.02 * length - 0.495)
        drawing.add(
            "box",
            (0.52, 0.018, 0.15),
            (blade[0], blade[1] - 0.009, blade[2]),
            turn=(0, side * 24.0, side * -14.0),
            name="oar_blade",
            radius_m=0.008,
            **wood,
        )
