"""Planes: airliners, propeller planes, biplanes, seaplanes, gliders; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import lying, side_shape, tubes, twins, unless_said

_SMALL = frozenset({
    "propeller", "biplane", "triplane", "cessna", "vintage", "toy", "small", "old", "bush", "seaplane",
    "float", "private", "light",
})  # fmt: skip
_COATS = {"steampunk": "copper", "art deco": "silver", "rustic": "pine", "futuristic": "plastic_white",
          "industrial": "aluminium", "cyberpunk": "carbon_fibre", "modern": "silver",
          "gothic": "paint_black"}  # fmt: skip
_TRIMS = {"steampunk": "brass_polished", "art deco": "gold", "rustic": "walnut", "industrial": "paint_black",
          "modern": "paint_black", "minimalist": "paint_white"}  # fmt: skip
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "plane", "vehicle", "aircraft",
    "plane, airplane, aeroplane, aircraft, airliner, biplane, propeller plane, jetliner, glider, sailplane, "
    "passenger jet, private jet, business jet, seaplane, float plane, cessna, bush plane, triplane, jumbo jet, "
    "passenger plane, cargo plane, flugzeug, avion, avión, segelflugzeug, flying machine",
    hints="flight, airport, pilot, fly, flying",
    about="A flying machine with wings and engines that carries people through the air from airport to airport.",
    parts="wing, fuselage, propeller, cockpit, engine, tail, float, landing gear, strut, canopy",
    features="propeller, float, biplane, winglet, jet engine",
)  # fmt: skip
def plane(drawing: Drawing, brief: Brief) -> None:
    """Draw a plane on its landing gear: a propeller plane or an airliner."""
    known = brief.words | brief.modifiers | brief.features
    if known & {"glider", "sailplane", "segelflugzeug"}:
        _glider(drawing, brief)
        return
    is_small = bool(known & _SMALL) or (
        brief.style_name in ("steampunk", "rustic", "art deco") and "airliner" not in known
    )
    has_floats = bool(known & {"seaplane", "float"})
    span, height, length = brief.box(*((9.6, 2.9, 7.4) if is_small else (34.0, 11.4, 37.0)), keeps_shape=True)
    girth = length * (0.135 if is_small else 0.108)
    low = height * (0.2 if is_small else 0.17)
    role = _COATS.get(brief.style_name, "paint_white")
    paint = brief.of("body fuselage plane", role, is_main=True)
    trim = brief.of("wing", paint["material"])
    trim["color"] = trim["color"] or ("" if "wing" in brief.part_materials else paint["color"])
    drawing.add(
        "fuselage", (girth, girth * 1.05, length * 0.97), (0, low, 0), canopy="cockpit" if is_small else "airliner",
        windows=26, **paint,
    )  # fmt: skip
    rises = (
        (0.14, 0.86) if known & {"biplane", "triplane"} or (is_small and brief.style_name == "steampunk") else ((0.08,)
        if is_small else (0.16,))
    )  # fmt: skip
    half = span / 2
    for rise in rises:
        _wing_pair(
            drawing, half, length * (0.2 if is_small else 0.145), girth * 0.24, low + girth * rise, length * 0.06, 0.25
            if is_small else 0.9, girth, trim,
        )  # fmt: skip
    tail = _accent(brief, paint)
    _wing_pair(
        drawing, half * 0.36, length * (0.11 if is_small else 0.12), girth * 0.12, low + girth * 0.62, -length * 0.42,
        0.4, girth * 0.3, trim, name="tailplane",
    )  # fmt: skip
    drawing.add(
        "fin", (girth * 0.14, height - low - girth * 0.72, length * 0.15), (0, low + girth * 0.72, -length * 0.405),
        name="tail_fin", **tail,
    )  # fmt: skip
    engines = _accent(brief, paint, "engine accent")
    _engines(drawing, brief, is_small, length, girth, low, paint, rises, half, engines)
    if has_floats:
        _floats(drawing, brief, girth, low, length, paint)
    else:
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
        _propellers(drawing, brief, length, girth, low, half, rises[0], paint)
        if len(rises) == 2:
            for side in (-1, 1):
                for z in (0.0, 0.1):
                    drawing.add(
                        "pillar", (0.05, girth * 0.8, 0.05), (side * half * 0.62, low + girth * 0.26,
                        length * (0.01 + z)), name="strut", material="oak",
                    )  # fmt: skip
    else:
        count = brief.count("engine", 2, least=1, most=8)
        for step in range(count // 2):
            _jets(drawing, step, length, girth, low, half, paint, tail)
        if count % 2:
            size = girth * 0.5
            drawing.add(
                "engine_pod", (size, size, girth * 1.2), (0, low + girth * 0.86, -length * 0.34), name="engine", **tail
            )


def _propellers(
    drawing: Drawing, brief: Brief, length: float, girth: float, low: float, half: float, rise: float, paint: Finish
) -> None:
    """Draw a propeller in the nose, or pairs of engines before the wings, or both."""
    blade, count = girth * 1.5, brief.count("engine", brief.count("propeller", 1, least=1), least=1, most=4)
    blades, wood = brief.count("blade", 3, least=2), Finish(material="walnut", color="")
    if count % 2:
        drawing.add(
            "propeller", (blade, blade, girth * 0.3), (0, low + girth * 0.42 - blade / 2, length * 0.49),
            blades=blades, **wood,
        )  # fmt: skip
    for step in range(count // 2):
        for side in (-1, 1):
            x, y, z = side * half * (0.36 + 0.26 * step), low + girth * (rise + 0.2), length * 0.13
            lying(drawing, "rod", girth * 0.42, girth * 1.5, (x, y, z), "engine", paint, edge=0.2)
            drawing.add(
                "propeller", (blade * 0.86, blade * 0.86, girth * 0.3), (x, y - blade * 0.43, z + girth * 0.8),
                blades=blades, **wood,
            )  # fmt: skip


def _jets(
    drawing: Drawing, step: int, length: float, girth: float, low: float, half: float, paint: Finish, tail: Finish
) -> None:
    """Draw a pair of engines under the wings; later pairs hang further out, back and up."""
    share = 0.34 + 0.17 * step
    z, rise = length * (0.095 - 0.034 * step), girth * 0.07 * step
    for side in (-1, 1):
        drawing.add(
            "engine_pod", (girth * 0.52, girth * 0.52, girth * 1.1), (side * half * share, low - girth * 0.32 + rise,
            z), name="engine", **tail,
        )  # fmt: skip
        drawing.add(
            "board", (girth * 0.08, girth * 0.3, girth * 0.9), (side * half * share, low + girth * 0.12 + rise,
            z - length * 0.02), name="pylon", **paint,
        )  # fmt: skip


def _accent(brief: Brief, paint: Finish, parts: str = "tail accent") -> Finish:
    if max(len(brief.colors), len(brief.materials)) == 1:  # one finish for all of it
        return unless_said(brief, parts, paint)
    plain = "paint_red" if paint["material"] == "paint_white" and not paint["color"] else "paint_white"
    return brief.of(parts, _TRIMS.get(brief.style_name, plain), is_accent=True)


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
            "wing", (reach, thick * 1.5, depth), (side * (girth * 0.22 + reach / 2), y, z - depth * 0.1),
            is_left=side < 0, sweep=sweep, taper=0.4, name=name, **paint,
        )  # fmt: skip


def _landing_gear(drawing: Drawing, girth: float, low: float, length: float, is_small: bool) -> None:
    tyre = low * (0.62 if is_small else 0.56)
    broad = tyre * (0.35 if is_small else 0.6)
    spread = girth * (0.75 if is_small else 0.62)
    for x, z in ((spread, 0.02), (-spread, 0.02), (0.0, 0.36)):
        size = tyre * (0.8 if x == 0.0 else 1.0)
        drawing.add(
            "wheel", (broad, size, size), (x, 0, z * length), spokes=6, style="steel", rim_share=0.5,
            material="steel_brushed",
        )  # fmt: skip
        top = low + girth * (0.3 if x else 0.12)
        lean = x * 0.45 if is_small else x * 0.5
        drawing.add(
            "pipe", (abs(x - lean) + broad * 1.2, top - size * 0.5, broad * 0.5), ((x + lean) / 2, size * 0.5,
            z * length), path=[(1 if x > 0 else -1) * 0.8 if x else 0, -1, 0, (-1 if x > 0 else 1) * 0.9 if x else 0,
            1, 0], thickness_m=broad * 0.4, name="strut", material="steel_brushed",
        )  # fmt: skip


def _floats(drawing: Drawing, brief: Brief, girth: float, low: float, length: float, paint: Finish) -> None:
    """Draw two floats on struts instead of the landing gear."""
    finish, tall = brief.of("float", paint["material"]), low * 0.72
    finish["color"] = finish["color"] or (paint["color"] if finish["material"] == paint["material"] else "")
    for side in (1.0, -1.0):
        drawing.add(
            "streamlined", (girth * 0.5, tall, length * 0.74), (side * girth * 0.95, 0, length * 0.04), name="float",
            along=[-1, -0.5, 0.3, 0.8, 1], half=[0.2, 0.9, 1, 0.8, 0.15], low=[0.5, 0.06, 0, 0.12, 0.7], high=[0.8,
            0.95, 1, 1, 0.9], square=3.0, **finish,
        )  # fmt: skip
    legs = [
        [(girth * 0.95, tall * 0.8, z * length), (girth * 0.3, low + girth * 0.3, (z * 0.8 + 0.02) * length)]
        for z in (-0.1, 0.16)
    ]
    bars = [[(-girth * 0.95, tall * 0.85, z * length), (girth * 0.95, tall * 0.85, z * length)] for z in (-0.1, 0.16)]
    tubes(drawing, [*twins(legs), *bars], girth * 0.07, "strut", _STEEL)


def _glider(drawing: Drawing, brief: Brief) -> None:
    """Draw a sailplane: slender body, very long wings, a canopy, one wheel and wing tip wheels."""
    span, height, length = brief.box(15.0, 1.6, 6.8, keeps_shape=True)
    paint = brief.of("body fuselage plane", "paint_white", is_main=True)
    low = height * 0.14
    drawing.add(
        "streamlined", (0.72, height * 0.6, length), (0, low, 0), name="fuselage", along=[-1, -0.5, 0, 0.5, 0.85, 1],
        half=[0.1, 0.22, 0.6, 1.0, 0.7, 0.08], low=[0.55, 0.42, 0.14, 0.0, 0.1, 0.3], high=[0.72, 0.75, 0.9, 1.0, 0.7,
        0.42], glazing=[0.3, 0.68, 0.78, 0.5, 0.8, 1.1, 0.3, 1.1], seats=[0.48], seat_m=0.2, **paint,
    )  # fmt: skip
    for side in (1, -1):
        drawing.add(
            "wing", (span / 2, 0.22, 1.0), (side * span / 4, low + height * 0.4, 0.1 * length), is_left=side < 0,
            sweep=0.1, taper=0.4, name="wing", **paint,
        )  # fmt: skip
        tubes(
            drawing, [[(side * span * 0.42, low + height * 0.46, 0.1 * length), (side * span * 0.42, 0.08,
            0.1 * length)]], 0.05, "tip_leg", _STEEL,
        )  # fmt: skip
        drawing.add(
            "wheel", (0.06, 0.2, 0.2), (side * span * 0.42, 0, 0.1 * length), name="tip_wheel", material="steel_brushed"
        )
        drawing.add(
            "wing", (1.25, 0.1, 0.5), (side * 0.625, height * 0.94 - 0.04, -0.47 * length), is_left=side < 0,
            sweep=0.1, taper=0.6, name="tailplane", **paint,
        )  # fmt: skip
    fin = [
        (-0.36 * length, low + height * 0.4), (-0.44 * length, height), (-0.51 * length, height), (-0.5 * length,
        low + height * 0.36),
    ]  # fmt: skip
    side_shape(drawing, fin, 0.09, "tail_fin", brief.of("tail accent", "paint_red", is_accent=True), edge=0.03)
    drawing.add("wheel", (0.14, 0.4, 0.4), (0, 0, 0.16 * length), material="steel_brushed")
    drawing.add("wheel", (0.07, 0.2, 0.2), (0, 0, -0.3 * length), name="tail_wheel", material="steel_brushed")
    drawing.add("box", (0.05, low + height * 0.32 - 0.1, 0.08), (0, 0.1, -0.3 * length), name="tail_leg", **paint)
