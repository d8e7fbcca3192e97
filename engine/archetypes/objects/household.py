"""Small things about the house: comb, toothbrush, hanger, broom, bulb, battery, plug, stands, rug."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, toned, usual
from engine.archetypes.objects.laying import around, lay
from engine.archetypes.objects.shaping import sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "comb", "object", "household",
        "comb, hair comb, hairbrush, hair brush, kamm, peigne, peine, haarbürste, beard comb",
    hints="comb hair", about="A strip with fine teeth, or a brush, with which one does one's hair.",
        parts="tooth, handle, back, bristle, spine",
)  # fmt: skip
def comb(drawing: Drawing, brief: Brief) -> None:
    """Draw a comb with its teeth, or a hair brush with bristles, lying."""
    body = brief.of(
        "back spine handle comb",
        {"realistic": "walnut", "modern": "plastic_black", "steampunk": "brass_brushed"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    if has(brief, "brush hairbrush haarbürste"):
        lay(
            drawing,
            "back",
            [(0.034 * cos(t), -0.05 + 0.055 * sin(t)) for t in (2 * pi * n / 28 for n in range(28))],
            0.014,
            body,
            edge_m=0.005,
        )
        drawing.add("plate", (0.02, 0.013, 0.13), (0, 0.0, 0.06), corner_m=0.009, name="handle", **body)
        drawing.add("ball", (0.056, 0.012, 0.092), (0, 0.0085, -0.05), name="pad", **brief.of("pad", "rubber_black"))
        bristle = brief.of("bristle", "birch")
        for ring, count in ((0.0, 1), (0.35, 6), (0.65, 12), (0.9, 16)):
            for x, z, _ in around(count, 1.0):
                drawing.add(
                    "post",
                    (0.0022, 0.018, 0.0022),
                    (x * ring * 0.024, 0.011, -0.05 + z * ring * 0.04),
                    name="bristle",
                    **bristle,
                )
        return sized(drawing, brief, (0.068, 0.03, 0.23))
    drawing.add("plate", (0.18, 0.0045, 0.016), (0, 0, -0.012), corner_m=0.006, name="spine", **body)
    count = brief.count("tooth", 38, least=8, most=60)
    for number in range(count):
        x = -0.082 + 0.164 * number / (count - 1)
        drawing.add("box", (0.0022, 0.0036, 0.031), (x, 0.0004, 0.0095), radius_m=0.0007, name="tooth", **body)
    for x in (-0.0865, 0.0865):
        drawing.add("plate", (0.006, 0.0045, 0.034), (x, 0, 0.0085), corner_m=0.003, name="end", **body)
    return sized(drawing, brief, (0.18, 0.0045, 0.045))


@archetype(
    "toothbrush", "object", "household",
        "toothbrush, tooth brush, electric toothbrush, zahnbürste, brosse à dents, cepillo de dientes, toothbrush cup",
    hints="brush teeth", about="A small brush with a long handle for one's teeth, in its cup.",
        parts="bristle, handle, head, cup",
)  # fmt: skip
def toothbrush(drawing: Drawing, brief: Brief) -> None:
    """Draw a toothbrush that leans in its cup, or an electric one on its charger."""
    body = toned(
        brief,
        "handle toothbrush body",
        "plastic_white" if brief.style_name != "rustic" else "bamboo",
        brief.choose("#3f8fd0", "#e0566f", "#3aa37a"),
    )
    bristle = brief.of("bristle", "paint_white")
    if has(brief, "electric"):
        _electric(drawing, brief, body, bristle)
        return sized(drawing, brief, (0.064, 0.22, 0.064))
    _leaning(drawing, brief, body, bristle)
    return sized(drawing, brief, (0.1, 0.195, 0.075))


def _electric(drawing: Drawing, brief: Brief, body: Finish, bristle: Finish) -> None:
    """Draw an electric toothbrush on its charger."""
    spin(
        drawing,
        "charger",
        [(0.03, 0.0), (0.032, 0.004), (0.026, 0.014), (0.012, 0.018), (0.001, 0.018)],
        brief.of("charger base", "plastic_white"),
    )
    spin(
        drawing,
        "handle",
        [
            (0.012, 0.016),
            (0.0145, 0.03),
            (0.0145, 0.1),
            (0.012, 0.155),
            (0.006, 0.17),
            (0.0045, 0.215),
            (0.001, 0.216),
        ],
        body,
        is_flowing=True,
    )
    drawing.add(
        "button",
        (0.012, 0.006, 0.012),
        (0, 0.1, 0.0135),
        turn=(90, 0, 0),
        name="button",
        **brief.of("button", "accent"),
    )
    strut(drawing, "head", (0, 0.212, -0.006), (0, 0.212, 0.004), 0.017, body, edge=0.3)
    strut(drawing, "bristle", (0, 0.212, 0.003), (0, 0.212, 0.013), 0.0145, bristle, edge=0.1)


def _leaning(drawing: Drawing, brief: Brief, body: Finish, bristle: Finish) -> None:
    """Draw a toothbrush that leans in its cup."""
    cup = brief.of(
        "cup",
        {"rustic": "stoneware", "steampunk": "copper", "industrial": "enamel_white"}.get(brief.style_name, "porcelain"),
    )
    drawing.add(
        "vessel",
        (0.075, 0.095, 0.075),
        wall=0.08,
        profile=[0.86, 0.0, 0.9, 0.03, 0.95, 0.5, 1.0, 1.0],
        name="cup",
        **cup,
    )
    strut(drawing, "handle", (-0.016, 0.005, 0), (0.036, 0.142, 0), 0.0095, body, edge=0.4)
    strut(drawing, "neck", (0.034, 0.137, 0), (0.046, 0.168, 0), 0.006, body, edge=0.3)
    strut(drawing, "head", (0.044, 0.163, 0), (0.0553, 0.1925, 0), 0.0115, body, edge=0.45)
    for number in range(4):
        x, y = 0.0462 + 0.0025 * number, 0.169 + 0.0065 * number
        strut(drawing, "bristle", (x, y, 0), (x + 0.0145, y - 0.0055, 0), 0.0068, bristle, edge=0.1)


@archetype(
    "coat hanger", "object", "household",
        "coat hanger, hanger, clothes hanger, kleiderbügel, cintre, percha, wire hanger",
    about="A shaped bar with a hook on which a coat hangs.", parts="hook, bar, shoulder, clip",
)  # fmt: skip
def coat_hanger(drawing: Drawing, brief: Brief) -> None:
    """Draw a hanger with its hook and trouser bar, lying."""
    body = brief.of(
        "shoulder bar hanger body",
        {"realistic": "beech", "futuristic": "acrylic_clear"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    steel = metal(brief, "hook", "chrome")
    wire(
        drawing,
        "shoulder",
        [
            (-0.21, 0.009, 0.1),
            (-0.12, 0.009, 0.03),
            (-0.04, 0.009, -0.004),
            (0.04, 0.009, -0.004),
            (0.12, 0.009, 0.03),
            (0.21, 0.009, 0.1),
        ],
        0.018,
        body,
    )
    strut(drawing, "bar", (-0.2, 0.009, 0.095), (0.2, 0.009, 0.095), 0.012, body)
    wire(
        drawing,
        "hook",
        [
            (0, 0.009, 0.0),
            (0, 0.009, -0.05),
            (0.012, 0.009, -0.066),
            (0.028, 0.009, -0.09),
            (0.014, 0.009, -0.116),
            (-0.014, 0.009, -0.114),
            (-0.026, 0.009, -0.092),
        ],
        0.005,
        steel,
    )
    sized(drawing, brief, (0.44, 0.018, 0.24))


@archetype(
    "broom", "object", "household",
        "broom, broomstick, witch broom, besom, besen, balai, escoba, sweeping brush, dustpan, feather duster, "
        "squeegee",
    hints="sweep the floor", about="A brush of straw or bristles on a long stick that sweeps the floor.",
    parts="handle, stick, bristle, head, binding, straw",
)  # fmt: skip
def broom(drawing: Drawing, brief: Brief) -> None:
    """Draw a besom of straw, or a flat broom, standing on its bristles in a holder plate."""
    wood, straw = brief.of("handle stick broom", "wood", is_main=True), brief.of("bristle straw", "straw")
    base = metal(brief, "base holder", "iron_black")
    drawing.add("post", (0.36, 0.016, 0.36), edge=0.3, name="base", **base)
    strut(drawing, "handle", (0, 0.05, 0), (0, 1.36, 0), 0.026, wood, edge=0.4)
    if has(brief, "flat sweeping push") or brief.style_name in ("modern", "minimalist", "futuristic", "bauhaus"):
        drawing.add("box", (0.3, 0.045, 0.06), (0, 0.1, 0), radius_m=0.012, name="head", **wood)
        drawing.add(
            "grown",
            (0.29, 0.095, 0.055),
            (0, 0.012, 0),
            profile=[1.0, 0.0, 0.98, 0.5, 0.94, 1.0],
            ribs=24,
            rib_depth=0.06,
            name="bristle",
            **straw,
        )
    else:
        drawing.add(
            "grown",
            (0.26, 0.44, 0.26),
            (0, 0.012, 0),
            profile=[0.9, 0.0, 1.0, 0.04, 0.8, 0.4, 0.34, 0.8, 0.24, 1.0],
            ribs=24,
            rib_depth=0.14,
            name="bristle",
            **straw,
        )
        for y, wide in ((0.36, 0.1), (0.4, 0.088), (0.43, 0.078)):
            drawing.add("torus", (wide, 0.016, wide), (0, y, 0), name="binding", **brief.of("binding", "rope"))
    sized(drawing, brief, (0.36, 1.36, 0.36))


@archetype(
    "light bulb", "object", "household",
    "light bulb, lightbulb, bulb, edison bulb, led bulb, filament bulb, incandescent bulb, glühbirne, ampoule, "
    "bombilla",
    about="A glass bulb with a filament and a screw cap that gives light.",
        parts="cap, base, filament, glass, stand, socket",
)  # fmt: skip
def light_bulb(drawing: Drawing, brief: Brief) -> None:
    """Draw a bulb with its glowing filament, upright in a socket."""
    stand = brief.of(
        "stand socket",
        {"realistic": "walnut", "modern": "concrete", "industrial": "concrete"}.get(brief.style_name, "wood"),
    )
    drawing.add("post", (0.07, 0.026, 0.07), edge=0.2, name="stand", **stand)
    drawing.add(
        "post", (0.034, 0.012, 0.034), (0, 0.0255, 0), name="socket", **metal(brief, "socket", "brass_polished")
    )
    cap = metal(brief, "cap base", "aluminium_polished")
    for number in range(4):
        drawing.add("torus", (0.0275, 0.0065, 0.0275), (0, 0.037 + 0.0048 * number, 0), name="cap", **cap)
    drawing.add("post", (0.0235, 0.026, 0.0235), (0, 0.036, 0), name="cap", **cap)
    glow = brief.of("filament", "emissive_warm")
    strut(drawing, "stem", (0, 0.06, 0), (0, 0.085, 0), 0.007, Finish(material="glass_clear", color=""))
    coil = [
        (0.015 * cos(2.2 * pi * n / 12), 0.083 + 0.022 * (n % 2) + 0.001 * n, 0.015 * sin(2.2 * pi * n / 12))
        for n in range(12)
    ]
    wire(drawing, "filament", [(0.0, 0.08, 0.0), *coil, (0.0, 0.084, 0.0)], 0.0022, glow)
    glass = brief.of("glass bulb", "glass_clear", is_main=True)
    drawing.add("vessel", (0.064, 0.096, 0.064), (0, 0.058, 0), wall=0.04, name="bulb", **glass,
                profile=[0.4, 0.0, 0.42, 0.1, 0.7, 0.32, 0.98, 0.58, 0.92, 0.8, 0.6, 0.96, 0.03, 1.0])  # fmt: skip
    sized(drawing, brief, (0.07, 0.154, 0.07))


@archetype(
    "battery", "object", "household",
        "battery, aa battery, car battery, pila, battery pack, power bank, powerbank, accumulator, power cell",
    about="A cell that stores electricity.", parts="pole, label, cap, terminal, body",
)  # fmt: skip
def battery(drawing: Drawing, brief: Brief) -> None:
    """Draw a pair of cells that stand, a car battery, or a power bank."""
    steel = metal(brief, "pole cap terminal", "steel_polished")
    if has(brief, "car accumulator pack"):
        body = brief.of("body case battery", "plastic_black", is_main=True)
        drawing.add("box", (0.24, 0.16, 0.17), radius_m=0.008, name="body", **body)
        drawing.add(
            "box",
            (0.246, 0.03, 0.176),
            (0, 0.155, 0),
            radius_m=0.006,
            name="lid",
            **toned(brief, "lid", "plastic_white", "#b3261e", is_main=False),
        )
        for x, tint in ((-0.085, "#c9271e"), (0.085, "#2b2d31")):
            drawing.add(
                "post", (0.03, 0.008, 0.03), (x, 0.184, 0.05), name="ring", material="plastic_white", color=tint
            )
            drawing.add("post", (0.018, 0.028, 0.018), (x, 0.184, 0.05), edge=0.15, name="terminal", **steel)
        for n in range(6):
            drawing.add("post", (0.02, 0.006, 0.02), (-0.08 + 0.032 * n, 0.184, -0.03), name="plug", **body)
        return sized(drawing, brief, (0.246, 0.212, 0.176))
    if has(brief, "bank powerbank"):
        body = toned(brief, "body case battery", "aluminium_anodised" if not brief.colors else "paint_white", "")
        drawing.add("plate", (0.07, 0.022, 0.145), corner_m=0.012, name="body", **body)
        for n in range(4):
            drawing.add(
                "button",
                (0.003, 0.0014, 0.003),
                (-0.0075 + 0.005 * n, 0.0214, 0.05),
                name="light",
                material="screen_emissive",
            )
        for x in (-0.016, 0.016):
            drawing.add("box", (0.014, 0.006, 0.004), (x, 0.008, 0.0715), radius_m=0.001, name="port", **steel)
        return sized(drawing, brief, (0.07, 0.023, 0.145))
    body, top = (
        usual(brief, "body label battery", "paint_white", "#26282c"),
        metal(brief, "top band", "copper_polished"),
    )
    for x, z in ((-0.0085, 0.0), (0.0085, 0.002)):
        drawing.add("post", (0.0145, 0.034, 0.0145), (x, 0.0015, z), edge=0.05, name="body", **body)
        drawing.add("post", (0.0145, 0.0145, 0.0145), (x, 0.0335, z), edge=0.05, name="top", **top)
        drawing.add("post", (0.0055, 0.0025, 0.0055), (x, 0.0475, z), edge=0.2, name="pole", **steel)
    drawing.add(
        "box",
        (0.042, 0.002, 0.026),
        (0, 0.0, 0.001),
        radius_m=0.0005,
        name="card",
        **brief.of("card base", "cardboard"),
    )
    return sized(drawing, brief, (0.042, 0.05, 0.026))
