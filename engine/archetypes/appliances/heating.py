"""What heats a house and its water; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, run, shell, trim

# fmt: off


@archetype(
    "radiator", "appliance", "hvac",
    "radiator, heater, column radiator, cast iron radiator, panel radiator, towel radiator, towel rail, towel warmer, "
    "electric "
    "heater, oil heater, heizkörper, heizung, radiateur, radiador, towel rack, heated towel rack, towel holder",
    hints="heating, heat the room, warm", parts="valve, pipe, foot, section, panel",
    about="A radiator is a set of hollow metal ribs below a window through which hot water flows to heat a room.",
    features="towel=towel, section=section, panel=panel, oil filled=oil",
)
def radiator(drawing: Drawing, brief: Brief) -> None:
    """Draw a cast radiator of sections, a pressed panel, or the ladder of a bathroom."""
    words = " ".join(brief.words | brief.features)
    if "towel" in words:
        return _towel_rail(drawing, brief)
    if "panel" in words or (
        brief.style_name in {"modern", "minimalist", "futuristic", "contemporary"} and "column" not in words
        and "iron" not in words
    ):
        return _panel_radiator(drawing, brief)
    count = brief.count("section", brief.count("column", 10, least=2, most=30), least=3, most=30)
    w, h, d = brief.box(0.075 * count, 0.66, 0.2)
    body = brief.of(
        "body section radiator",
        {
            "steampunk": "bronze_aged", "industrial": "iron_black", "art deco": "gold", "rustic": "iron_black",
        }.get(brief.style_name, "paint_white"),
        is_main=True,
    )
    metal = trim(brief, "valve pipe", "chrome")
    drawing.add("radiator_sections", (w, h, d), sections=count, columns=3, name="body", **body)
    for side in (-1, 1):
        x = side * (w / 2 + 0.045)
        drawing.add(
            "rod", (0.03, 0.1, 0.03), (side * (w / 2 + 0.01), h * 0.15 - 0.05, 0), turn=(0, 0, 90), name="union",
            **metal,
        )
        drawing.add("rod", (0.022, h * 0.15, 0.022), (x, 0, 0), name="pipe", **metal)
        drawing.add("torus", (0.06, 0.012, 0.06), (x, 0, 0), name="collar", **metal)
        if side > 0:
            drawing.add(
                "valve", (0.055, 0.12, 0.055), (x, h * 0.13, 0),
                head_material=brief.of(
                    "valve knob", "plastic_white" if brief.style_name == "realistic" else metal["material"],
                )["material"],
                **metal,
            )
        else:
            drawing.add("ball", (0.036, 0.036, 0.036), (x, h * 0.135, 0), name="elbow", **metal)
    return None


def _panel_radiator(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(1.0, 0.6, 0.11)
    body = shell(brief, "body panel radiator", "paint_white")
    metal = trim(brief, "valve pipe", "chrome")
    up = h * 0.16
    for z in (-1, 1):
        drawing.add(
            "ribbed_panel", (w, h - up, d * 0.3), (0, up, z * d * 0.33), turn=(0, 0 if z > 0 else 180, 0), name="panel",
            **body,
        )
    drawing.add(
        "louvres", (w * 0.99, d * 0.9, 0.012), (0, h - 0.008 - d * 0.45, 0), turn=(-90, 0, 0), slats=3, tilt_deg=0,
        name="grille", **body,
    )
    for side in (-1, 1):
        drawing.add("box", (0.008, h - up - 0.02, d * 0.8), (side * w * 0.494, up + 0.012, 0), name="side", **body)
        drawing.add("box", (0.05, up + 0.03, d * 0.5), (side * w * 0.36, 0, 0), radius_m=0.004, name="foot", **body)
        drawing.add("box", (0.09, 0.008, d * 1.5), (side * w * 0.36, 0, 0), radius_m=0.003, name="foot_plate", **body)
    for x in (0.42, 0.46):
        drawing.add("rod", (0.018, up + 0.03, 0.018), (w * x, 0, 0), name="pipe", **metal)
    drawing.add("valve", (0.055, 0.11, 0.055), (w * 0.5 + 0.048, h * 0.8, 0), turn=(0, 0, -90), **metal)


def _towel_rail(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.5, 1.2, 0.09)
    metal = brief.of("body rail", "chrome" if brief.style_name in {"realistic", "modern"} else "metal", is_main=True)
    for side in (-1, 1):
        drawing.add("rod", (0.034, h, 0.034), (side * (w / 2 - 0.017), 0, 0), name="post", held="wall", **metal)
        for y in (0.1, 0.88):
            drawing.add(
                "rod", (0.022, d, 0.022), (side * (w / 2 - 0.017), h * y - d / 2, -d / 2), turn=(90, 0, 0),
                name="bracket", **metal,
            )
    levels = [0.06, 0.11, 0.16, 0.21, 0.32, 0.37, 0.42, 0.47, 0.58, 0.63, 0.68, 0.73, 0.84, 0.89, 0.94]
    for level in levels:
        drawing.add(
            "rod", (0.022, w * 0.96, 0.022), (0, h * level - w * 0.48, 0.004), turn=(0, 0, 90), name="rung", **metal,
        )
    if brief.has("towel", default=True):
        path: Row = [-0.9, -1, -0.9, 0.7, 0, 1, 0.9, 0.7, 0.9, -0.8]
        drawing.add(
            "strap", (w * 0.7, h * 0.26, 0.05), (0, h * 0.47 + 0.013, 0.004), path=path, thickness_m=0.01, name="towel",
            **brief.of("towel", "fabric_blue"),
        )


@archetype(
    "heat pump", "appliance", "hvac",
    "heat pump, air source heat pump, outdoor unit, condenser unit, air conditioning condenser, compressor unit, "
    "wärmepumpe, "
    "pompe à chaleur, bomba de calor",
    hints="heating system, renewable heat", parts="fan, grille, pipe, case, foot",
    about="A heat pump is a box with a large fan that stands outside a house and takes heat from the air to warm it.",
    features="two fans=two fans, double fan=two fans",
)
def heat_pump(drawing: Drawing, brief: Brief) -> None:
    """Draw the outdoor unit of a heat pump: case, fan behind its grille, fins at the back, pipes, rails."""
    fans = 2 if brief.has("two fans") else brief.count("fan", 1, least=1, most=2)
    w, h, d = brief.box(1.05, 1.3 if fans > 1 else 0.82, 0.4)
    body = shell(brief, "body case", "paint_white")
    dark, metal = brief.of("grille fan", "plastic_black"), trim(brief, "pipe", "copper")
    foot = 0.09
    for side in (-1, 1):
        drawing.add(
            "box", (0.08, foot + 0.004, d * 1.2), (side * w * 0.32, 0, 0), radius_m=0.006, name="rail",
            **brief.of("foot rail", "rubber_black"),
        )
    case = drawing.add("box", (w, h - foot, d), (0, foot, 0), radius_m=0.012, name="case", **body)
    drawing.add("box", (w * 1.01, 0.03, d * 1.03), (0, h - 0.03, 0), radius_m=0.008, name="lid", **body)
    tall = (h - foot) / fans
    across = min(tall * 0.84, w * 0.6)
    for number in range(fans):
        y, x = foot + tall * (number + 0.5), -w * 0.16
        drawing.add(
            "round_plate", (across * 1.02, across * 1.02, 0.02), (x, y - across * 0.51, d / 2), name="well",
            material="plastic_black",
        )
        drawing.add(
            "fan_blades", (across * 0.92, across * 0.92, 0.05), (x, y - across * 0.46, d / 2 + 0.025), blades=3,
            name="fan", **brief.of("blade", "plastic_white") | {"color": "#8b9197"},
        )
        drawing.add(
            "ring_guard", (across, across, 0.02), (x, y - across * 0.5, d / 2 + 0.05), rings=11, name="grille", **dark,
        )
        drawing.add(
            "lit_ring", (across * 1.06, across * 1.06, 0.066), (x, y - across * 0.53, d / 2 + 0.028), inner=0.93,
            name="ring", **body,
        )
    drawing.add(
        "louvres", (d * 0.7, (h - foot) * 0.36, 0.012), (w / 2, foot + (h - foot) * 0.3, -d * 0.05), turn=(0, 90, 0),
        slats=9, name="vent", **body,
    )
    drawing.add(
        "box", (0.012, (h - foot) * 0.9, 0.008), (w * 0.27, foot + 0.03, d / 2), name="seam", material="plastic_black",
    )
    drawing.add(
        "fin_block", (w * 0.86, (h - foot) * 0.86, 0.03), (0, foot + (h - foot) * 0.07, -d / 2), turn=(0, 180, 0),
        name="fins", **brief.of("fin", "aluminium"),
    )
    drawing.add(
        "readout", (w * 0.12, h * 0.06, 0.008), (w * 0.39, h * 0.8, d / 2), text="55°", material="plastic_black",
        name="display",
    )
    for y, z in ((0.2, 0.36), (0.3, 0.2)):
        x = w * (0.56 + 0.2 * (y - 0.2))
        drop = x + w * 0.02
        bend = [(w * 0.49, h * y, d * z), (x, h * y, d * z), (drop, h * y - 0.05, d * z), (drop, 0.015, d * z)]
        run(drawing, "cord", bend, 0.028, metal, "pipe")
    dress(drawing, brief, case, "left")


@archetype(
    "water heater", "appliance", "hvac",
    "water heater, boiler, hot water tank, hot water heater, geyser, tankless water heater, gas boiler, combi boiler, "
    "hot water "
    "cylinder, warmwasserspeicher, durchlauferhitzer, chauffe eau, calentador de agua, calentador",
    hints="hot water, shower water", parts="tank, pipe, valve, gauge, panel",
    about="A water heater is a tall insulated tank with pipes on top that heats the water for taps and showers of a "
    "house.",
    features="tankless=tankless, wall mounted=wall, gas=gas",
)
def water_heater(drawing: Drawing, brief: Brief) -> None:
    """Draw a standing tank with its pipes, valve, gauge and controls, or a box on the wall."""
    words = " ".join(brief.words | brief.features)
    if "tankless" in words or "combi" in words or "gas boiler" in words:
        return _wall_boiler(drawing, brief)
    d, h, _ = brief.box(0.52, 1.45, 0.52)
    body = shell(brief, "body tank", "enamel_white" if brief.choose("a", "b") == "a" else "paint_white")
    copper, brass = brief.of("pipe", "copper"), trim(brief, "valve gauge", "brass_polished")
    foot = h * 0.05
    for turn in (45, 165, 285):
        leg = Drawing(brief)
        leg.add("rod", (0.04, foot + 0.03, 0.04), (d * 0.36, 0, 0), name="foot", material="iron_black")
        drawing.include(leg, turn_deg=turn)
    low, tall = foot, h * 0.86
    drawing.add(
        "turning", (d, tall, d), (0, low, 0),
        profile=[0.9, 0, 0.99, 0.015, 1, 0.04, 1, 0.5, 1, 0.94, 0.97, 0.965, 0.8, 0.985, 0.3, 1], name="tank", **body,
    )
    for level in (0.02, 0.5, 0.9):
        drawing.add(
            "hoop", (d * 1.012, h * 0.012, d * 1.012), (0, low + tall * level, 0), inner=0.97, name="band",
            **trim(brief, "band trim", "steel_brushed"),
        )
    for side in (-1, 1):
        x = side * d * 0.24
        run(
            drawing, "cord", [(x, low + tall * 0.97, 0), (x, low + tall + h * 0.05, 0), (x, h * 0.99, 0)], 0.024,
            copper, "pipe",
        )
        drawing.add("rod", (0.04, 0.04, 0.04), (x, low + tall + 0.02, 0), name="fitting", **brass)
    drawing.add(
        "knob", (0.06, 0.02, 0.06), (d * 0.24, low + tall + h * 0.06, 0.03), is_up=True, name="valve",
        **brief.of("valve", "paint_red"),
    )
    _tank_front(drawing, brief, d, low, tall, brass, copper)
    return None


def _tank_front(
    drawing: Drawing, brief: Brief, d: float, low: float, tall: float, brass: Finish, copper: Finish,
) -> None:
    """Draw the control box, gauge, drain cock and the overflow pipe on the side."""
    front = d / 2
    drawing.add(
        "pod", (d * 0.4, tall * 0.16, 0.07), (0, low + tall * 0.14, front), radius_m=0.02, edge_m=0.01, is_facing=True,
        name="controls", **brief.of("panel", "plastic_black"),
    )
    drawing.add(
        "knob", (0.07, 0.07, 0.03), (-d * 0.09, low + tall * 0.19, front + 0.048), name="dial", material="paint_red",
    )
    drawing.add(
        "readout", (0.07, 0.045, 0.006), (d * 0.09, low + tall * 0.2, front + 0.036), text="60°",
        material="paint_black", name="display",
    )
    drawing.add("lit_ring", (0.1, 0.1, 0.03), (0, low + tall * 0.66, front), inner=0.84, name="gauge", **brass)
    drawing.add(
        "round_plate", (0.088, 0.088, 0.026), (0, low + tall * 0.66 + 0.006, front), name="gauge_face",
        material="ceramic_white",
    )
    drawing.add(
        "box", (0.005, 0.036, 0.004), (0.008, low + tall * 0.66 + 0.05, front + 0.014), turn=(0, 0, -40), name="needle",
        material="paint_red",
    )
    drawing.add(
        "box", (d * 0.34, tall * 0.11, 0.012), (0, low + tall * 0.42, front - 0.003), radius_m=0.004, name="label",
        material="aluminium",
    )
    drawing.add(
        "rod", (0.026, 0.08, 0.026), (0, low + tall * 0.06 - 0.04, front + 0.02), turn=(90, 0, 0), name="drain",
        **brass,
    )
    side = d / 2
    run(
        drawing, "cord",
        [
            (side - 0.02, low + tall * 0.86, 0), (side + 0.03, low + tall * 0.86, 0),
            (side + 0.05, low + tall * 0.8, 0), (side + 0.05, low + tall * 0.4, 0), (side + 0.05, low * 0.6, 0),
        ],
        0.022, copper, "overflow",
    )


def _wall_boiler(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.42, 0.7, 0.3)
    body = shell(brief, "body case", "paint_white")
    low = h * 0.16
    case = drawing.add("box", (w, h - low, d), (0, low, 0), radius_m=0.02, name="case", held="wall", **body)
    dress(drawing, brief, case, "front")
    drawing.add(
        "box", (w * 0.96, 0.01, 0.006), (0, low + (h - low) * 0.24, d / 2), name="seam", material="plastic_black",
    )
    drawing.add(
        "readout", (w * 0.3, h * 0.07, 0.01), (0, low + h * 0.06, d / 2), text="52°", material="plastic_black",
        name="display",
    )
    for side in (-1, 1):
        drawing.add(
            "knob", (0.05, 0.05, 0.03), (side * w * 0.32, low + h * 0.06, d / 2 + 0.012),
            **trim(brief, "knob", "chrome"),
        )
    for number in range(5):
        drawing.add(
            "rod", (0.02, low + 0.02, 0.02), (w * (-0.34 + 0.17 * number), 0, -d * 0.1), name="pipe",
            **brief.of("pipe", "copper"),
        )
    drawing.add("rod", (0.1, 0.16, 0.1), (0, h - 0.01, -d * 0.1), name="flue", **brief.of("flue", "aluminium"))
