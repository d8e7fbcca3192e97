"""Boats, planes and rockets; front to +z."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "boat", "vehicle", "boat",
    "boat, sailboat, sailing boat, yacht, motorboat, motor boat, ship, dinghy, fishing boat, speedboat, "
    "vessel, rowing boat, sailing yacht",
)  # fmt: skip
def boat(drawing: Drawing, brief: Brief) -> None:
    """Draw a boat on its keel: under sail by default, or with a cabin and an outboard motor."""
    has_sail = brief.has(
        "sail",
        "sailboat",
        "sailing",
        "mast",
        default=not brief.words & {"motor", "speedboat", "yacht", "fishing", "motorboat"},
    )
    if has_sail:
        width, height, length = brief.box(1.9, 7.2, 5.6, keeps_shape=True)
        hull_height = width * 0.58
    else:
        width, height, length = brief.box(2.3, 2.5, 6.5, keeps_shape=True)
        hull_height = height * 0.5
    paint = brief.of("hull body boat", "paint_white" if brief.style_name != "rustic" else "oak", is_main=True)
    deck = brief.of("deck", "oak", is_accent=True)
    drawing.add("hull", (width, hull_height, length), deck_material=deck["material"], deck_color=deck["color"], **paint)
    deck_y = hull_height * 0.74
    for z, wide in ((-0.38, 0.84), (-0.17, 0.94)):
        drawing.add(
            "board", (width * wide, 0.035, length * 0.055), (0, hull_height * 0.56, z * length), name="thwart", **deck
        )
    if has_sail:
        _rig(drawing, brief, hull_height, height, length)
    else:
        _cabin(drawing, brief, width, height, length, deck_y)
    drawing.add(
        "board",
        (0.03 * width, hull_height * 0.8, 0.08 * length),
        (0, hull_height * 0.02, -length * 0.505),
        name="rudder",
        **deck,
    )


def _rig(drawing: Drawing, brief: Brief, hull_height: float, height: float, length: float) -> None:
    mast_z, mast = 0.09 * length, height - hull_height * 0.6
    wood = brief.of("mast", "wood")
    drawing.add("pillar", (0.1, mast, 0.1), (0, hull_height * 0.6, mast_z), name="mast", **wood)
    boom = 0.48 * length
    boom_y = hull_height + 0.45
    drawing.add(
        "pillar",
        (0.075, boom, 0.075),
        (0, boom_y - boom / 2, mast_z - boom / 2 + 0.02),
        turn=(90, 0, 0),
        name="boom",
        **wood,
    )
    cloth = brief.of("sail", "paper")
    tall = height - boom_y - 0.25
    drawing.add("sail", (0.24, tall, boom * 0.94), (0.06, boom_y + 0.04, mast_z - boom * 0.47 - 0.03), **cloth)
    reach = 0.37 * length
    drawing.add(
        "sail",
        (0.16, tall * 0.86, reach),
        (0.04, hull_height + 0.06, mast_z + reach / 2 + 0.03),
        is_jib=True,
        name="jib",
        **cloth,
    )
    stay_y, stay_z = height - 0.3 - hull_height, 0.485 * length - mast_z
    drawing.add(
        "pipe",
        (0.04, stay_y, stay_z),
        (0, hull_height * 0.98, mast_z + stay_z / 2),
        path=[0, -1, 1, 0, 1, -1],
        thickness_m=0.02,
        name="stay",
        material="steel_brushed",
    )
    drawing.add(
        "pipe",
        (0.04, stay_y, 0.5 * length + mast_z - 0.1),
        (0, hull_height * 0.74, (mast_z - 0.5 * length + 0.1) / 2),
        path=[0, -1, -1, 0, 1, 1],
        thickness_m=0.02,
        name="stay",
        material="steel_brushed",
    )


def _cabin(drawing: Drawing, brief: Brief, width: float, height: float, length: float, deck_y: float) -> None:
    tall = height - deck_y - 0.1
    paint = brief.of("cabin", "paint_white")
    for number, (w, h, d) in enumerate(((0.66, 0.62, 0.34), (0.5, 0.5, 0.2))):
        base = deck_y - 0.03 if number == 0 else deck_y + tall * 0.5
        drawing.add(
            "window_box",
            (width * w, tall * h, length * d),
            (0, base, length * (0.13 - 0.02 * number)),
            name="cabin",
            windows=3 - number,
            **paint,
        )
    drawing.add(
        "box",
        (width * 0.2, height * 0.24, length * 0.06),
        (0, deck_y * 0.85, -length * 0.52),
        radius_m=0.05,
        name="outboard",
        material="paint_black",
    )
    drawing.add(
        "box",
        (width * 0.07, deck_y * 0.9, length * 0.03),
        (0, 0.02, -length * 0.525),
        name="outboard_leg",
        material="iron_black",
    )
    drawing.add(
        "torus",
        (0.5, 0.1, 0.5),
        (width * 0.335, deck_y + 0.2, length * 0.13),
        turn=(0, 0, 90),
        name="lifebuoy",
        material="paint_red",
    )
    drawing.add(
        "pillar", (0.04, height * 0.18, 0.04), (0, height * 0.87, length * 0.1), name="aerial", material="steel_brushed"
    )


@archetype(
    "plane", "vehicle", "aircraft",
    "plane, airplane, aeroplane, aircraft, jet, airliner, biplane, propeller plane, jetliner, fighter, "
    "glider, warplane, passenger jet",
)  # fmt: skip
def plane(drawing: Drawing, brief: Brief) -> None:
    """Draw a plane on its landing gear: a propeller plane or an airliner."""
    is_small = bool(
        brief.words & {"propeller", "biplane", "cessna", "fighter", "vintage", "toy", "warplane"}
    ) or brief.style_name in ("steampunk", "rustic")
    span, height, length = brief.box(*((9.6, 2.9, 7.4) if is_small else (34.0, 11.4, 37.0)), keeps_shape=True)
    girth = length * (0.135 if is_small else 0.108)
    low = height * (0.2 if is_small else 0.17)
    paint = brief.of("body fuselage plane", "paint_white", is_main=True)
    trim = brief.of("wing", paint["material"])
    trim["color"] = trim["color"] or ("" if "wing" in brief.part_materials else paint["color"])
    drawing.add(
        "fuselage",
        (girth, girth * 1.05, length * 0.97),
        (0, low, 0),
        canopy="cockpit" if is_small else "airliner",
        windows=26,
        **paint,
    )
    rises = (0.14, 0.86) if brief.words & {"biplane"} else ((0.08,) if is_small else (0.16,))
    half = span / 2
    for rise in rises:
        _wing_pair(
            drawing,
            half,
            length * (0.2 if is_small else 0.145),
            girth * 0.24,
            low + girth * rise,
            length * 0.06,
            0.25 if is_small else 0.9,
            girth,
            trim,
        )
    tail = _accent(brief, paint)
    _wing_pair(
        drawing,
        half * 0.36,
        length * (0.11 if is_small else 0.12),
        girth * 0.12,
        low + girth * 0.62,
        -length * 0.42,
        0.4,
        girth * 0.3,
        trim,
        name="tailplane",
    )
    drawing.add(
        "fin",
        (girth * 0.14, height - low - girth * 0.72, length * 0.15),
        (0, low + girth * 0.72, -length * 0.405),
        name="tail_fin",
        **tail,
    )
    _engines(drawing, brief, is_small, length, girth, low, paint, rises, half, tail)
    _landing_gear(drawing, girth, low, length, is_small)


def _engines(
    drawing: Drawing,
    brief: Brief,
    is_small: bool,
    length: float,
    girth: float,
    low: float,
    paint: Finish,
    rises: tuple[float, ...],
    half: float,
    tail: Finish,
) -> None:
    """Draw the propeller and the struts of a small plane, or the engines of an airliner."""
    if is_small:
        blade = girth * 1.5
        drawing.add(
            "propeller",
            (blade, blade, girth * 0.3),
            (0, low + girth * 0.42 - blade / 2, length * 0.49),
            blades=brief.count("blade", 3, least=2),
            material="walnut",
        )
        if len(rises) == 2:
            for side in (-1, 1):
                for z in (0.0, 0.1):
                    drawing.add(
                        "pillar",
                        (0.05, girth * 0.8, 0.05),
                        (side * half * 0.62, low + girth * 0.26, length * (0.01 + z)),
                        name="strut",
                        material="oak",
                    )
    else:
        for side in (-1, 1):
            drawing.add(
                "engine_pod",
                (girth * 0.52, girth * 0.52, girth * 1.1),
                (side * half * 0.34, low - girth * 0.32, length * 0.095),
                name="engine",
                **tail,
            )
            drawing.add(
                "board",
                (girth * 0.08, girth * 0.3, girth * 0.9),
                (side * half * 0.34, low + girth * 0.12, length * 0.075),
                name="pylon",
                **paint,
            )


def _accent(brief: Brief, paint: Finish) -> Finish:
    return brief.of(
        "tail accent",
        "paint_red" if paint["material"] == "paint_white" and not paint["color"] else "paint_white",
        is_accent=True,
    )


def _wing_pair(
    drawing: Drawing,
    half: float,
    chord: float,
    thick: float,
    y: float,
    z: float,
    sweep: float,
    girth: float,
    paint: Finish,
    name: str = "wing",
) -> None:
    reach = half - girth * 0.22
    depth = chord * (1 + sweep)
    for side in (1, -1):
        drawing.add(
            "wing",
            (reach, thick * 1.5, depth),
            (side * (girth * 0.22 + reach / 2), y, z - depth * 0.1),
            is_left=side < 0,
            sweep=sweep,
            taper=0.4,
            name=name,
            **paint,
        )


def _landing_gear(drawing: Drawing, girth: float, low: float, length: float, is_small: bool) -> None:
    tyre = low * (0.62 if is_small else 0.56)
    broad = tyre * (0.35 if is_small else 0.6)
    spread = girth * (0.75 if is_small else 0.62)
    for x, z in ((spread, 0.02), (-spread, 0.02), (0.0, 0.36)):
        size = tyre * (0.8 if x == 0.0 else 1.0)
        drawing.add(
            "wheel",
            (broad, size, size),
            (x, 0, z * length),
            spokes=6,
            style="steel",
            rim_share=0.5,
            material="steel_brushed",
        )
        top = low + girth * (0.3 if x else 0.12)
        lean = x * 0.45 if is_small else x * 0.5
        drawing.add(
            "pipe",
            (abs(x - lean) + broad * 1.2, top - size * 0.5, broad * 0.5),
            ((x + lean) / 2, size * 0.5, z * length),
            path=[(1 if x > 0 else -1) * 0.8 if x else 0, -1, 0, (-1 if x > 0 else 1) * 0.9 if x else 0, 1, 0],
            thickness_m=broad * 0.4,
            name="strut",
            material="steel_brushed",
        )


@archetype(
    "rocket", "vehicle", "spacecraft",
    "rocket, spaceship, spacecraft, space rocket, rocket ship, rocketship, missile, space ship",
)  # fmt: skip
def rocket(drawing: Drawing, brief: Brief) -> None:
    """Draw a rocket that stands on its fins, with a nozzle, portholes and a red nose."""
    width, height, _ = brief.box(2.6, 9.0, 2.6, keeps_shape=True)
    girth = width * 0.52
    foot = height * 0.07
    paint = brief.of("body rocket hull", "paint_white" if brief.style_name != "steampunk" else "copper", is_main=True)
    accent = brief.of(
        "fin nose accent", "paint_red" if brief.style_name != "steampunk" else "brass_polished", is_accent=True
    )
    body = height * 0.68
    drawing.add(
        "turning",
        (girth, body, girth),
        (0, foot, 0),
        profile=[0.6, 0, 0.78, 0.06, 0.97, 0.32, 1.0, 0.5, 0.93, 0.78, 0.76, 1.0],
        name="body",
        **paint,
    )
    drawing.add(
        "turning",
        (girth * 0.765, height - foot - body, girth * 0.765),
        (0, foot + body - 0.002, 0),
        name="nose",
        profile=[1.0, 0, 0.9, 0.16, 0.62, 0.5, 0.26, 0.78, 0.09, 0.86, 0.07, 0.97, 0.02, 1.0],
        **accent,
    )
    drawing.add("nozzle", (girth * 0.62, foot * 0.9, girth * 0.62), (0, foot * 0.2, 0), material="steel_brushed")
    fins = brief.count("fin", 4, least=3, most=8)
    reach = (width - girth * 0.8) / 2
    for number in range(fins):
        angle = 360.0 * number / fins + 45
        middle = girth * 0.36 + reach / 2
        drawing.add(
            "fin",
            (girth * 0.09, height * 0.34, reach + girth * 0.1),
            (middle * sin(radians(angle)), 0, middle * cos(radians(angle))),
            turn=(0, angle + 180, 0),
            is_rocket=True,
            **accent,
        )
    for number in range(brief.count("window", 3, most=6)):
        y = foot + body * (0.78 - 0.15 * number)
        radius = girth * (0.465 + 0.012 * number)
        drawing.add(
            "porthole",
            (girth * 0.26, girth * 0.26, girth * 0.12),
            (0, y - girth * 0.13, radius - girth * 0.02),
            **brief.of("window", "brass_polished"),
        )
    for y in (0.2, 0.6):
        across = girth * (0.955 if y < 0.5 else 1.0)
        drawing.add(
            "hoop",
            (across * 1.02, girth * 0.05, across * 1.02),
            (0, foot + body * y, 0),
            inner=0.9,
            name="band",
            **accent,
        )
