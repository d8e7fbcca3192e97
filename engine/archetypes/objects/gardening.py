"""What stands in a garden: barrow, mower, rake, broom, bird house, kennel, beehive, scarecrow, planter."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, toned
from engine.archetypes.objects.shaping import blend, limb, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "wheelbarrow", "object", "garden", "wheelbarrow, wheel barrow, barrow, garden cart, schubkarre, brouette, "
    "carretilla",
    about="A cart with one wheel and two handles that carries earth in a garden.", parts="tray, handle, wheel, leg, "
        "frame, tub, grip",
)  # fmt: skip
def wheelbarrow(drawing: Drawing, brief: Brief) -> None:
    """Draw a barrow: a sloping tray on two bars, its wheel in front, legs and grips behind."""
    tray = toned(brief, "tray tub body wheelbarrow", {"rustic": "wood_reclaimed", "steampunk": "copper",
        "gothic": "iron_cast"}.get(brief.style_name, "paint_white"),
                 brief.choose("#2f6b46", "#b3342a", "#2f5f8f"))  # fmt: skip
    tray = (
        tray
        if not (tray["material"] in ("wood_reclaimed", "copper") and not brief.colors)
        else Finish(material=tray["material"], color="")
    )
    frame = metal(brief, "frame leg", "gunmetal")
    wood = brief.of("handle grip", "wood")
    drawing.add(
        "open_box",
        (0.62, 0.26, 0.84),
        (0, 0.33, 0.02),
        turn=(0, 0, 0),
        wall_m=0.014,
        corner_m=0.09,
        flare=0.3,
        name="tray",
        **tray,
    )
    for x in (-1.0, 1.0):
        strut(drawing, "bar", (0.05 * x, 0.2, 0.62), (0.2 * x, 0.36, -0.1), 0.034, frame)
        strut(drawing, "bar", (0.2 * x, 0.36, -0.1), (0.27 * x, 0.53, -0.72), 0.034, frame)
        strut(drawing, "handle", (0.262 * x, 0.51, -0.64), (0.284 * x, 0.562, -0.83), 0.046, wood)
        wire(
            drawing,
            "leg",
            [(0.2 * x, 0.35, -0.02), (0.2 * x, 0.02, -0.16), (0.2 * x, 0.014, -0.26), (0.225 * x, 0.4, -0.32)],
            0.028,
            frame,
        )
    for z, y in ((0.24, 0.27), (-0.2, 0.36)):
        strut(drawing, "cross", (-0.2, y + 0.02, z), (0.2, y + 0.02, z), 0.03, frame)
    drawing.add(
        "wheel",
        (0.09, 0.4, 0.4),
        (0, 0, 0.62),
        spokes=8,
        style=brief.style.wheel,
        name="wheel",
        **brief.of("wheel tyre", "rubber_black"),
    )
    strut(drawing, "axle", (-0.07, 0.2, 0.62), (0.07, 0.2, 0.62), 0.026, frame)
    sized(drawing, brief, (0.62, 0.6, 1.65))


@archetype(
    "lawn mower", "object", "garden",
    "lawn mower, lawnmower, mower, push mower, rasenmäher, tondeuse, cortacésped, garden mower, "
    "electric mower",
    about="A machine on four wheels with a handle that cuts the grass of a lawn.", parts="deck, body, handle, wheel, "
        "engine, bag, grip, motor",
)  # fmt: skip
def lawn_mower(drawing: Drawing, brief: Brief) -> None:
    """Draw a mower: deck, engine with its cap, four wheels, a bag behind and the bent handle."""
    body = toned(brief, "deck body mower", "paint_white", brief.choose("#b3261e", "#2f7a3a", "#d9731a"))
    dark, steel = brief.of("engine motor", "plastic_black"), metal(brief, "handle", "gunmetal")
    drawing.add("box", (0.46, 0.14, 0.6), (0, 0.09, 0.1), radius_m=0.055, name="deck", **body)
    drawing.add("post", (0.3, 0.09, 0.3), (0, 0.22, 0.14), edge=0.15, name="engine", **dark)
    drawing.add(
        "grown",
        (0.26, 0.08, 0.26),
        (0, 0.3, 0.14),
        profile=[1.0, 0.0, 1.0, 0.4, 0.85, 0.8, 0.4, 1.0, 0.01, 1.0],
        ribs=16,
        rib_depth=0.05,
        name="cap",
        **body,
    )
    drawing.add("box", (0.09, 0.09, 0.1), (0.19, 0.22, 0.16), radius_m=0.02, name="filter", **dark)
    drawing.add("box", (0.08, 0.05, 0.08), (-0.17, 0.225, 0.24), radius_m=0.012, name="exhaust", **steel)
    for x in (-1.0, 1.0):
        for z, tall in ((0.33, 0.19), (-0.13, 0.23)):
            drawing.add(
                "wheel",
                (0.055, tall, tall),
                (0.25 * x, 0, z),
                turn=(0, 0 if x > 0 else 180, 0),
                spokes=6,
                style="steel",
                name="wheel",
                **brief.of("wheel", "rubber_black"),
            )
            strut(drawing, "axle", (0.15 * x, tall / 2, z), (0.255 * x, tall / 2, z), 0.03, steel)
    drawing.add(
        "box",
        (0.4, 0.26, 0.42),
        (0, 0.13, -0.38),
        radius_m=0.07,
        turn=(8, 0, 0),
        name="bag",
        **brief.of("bag", "canvas"),
    )
    path = [(-0.2, 0.17, -0.08), (-0.21, 0.62, -0.52), (-0.21, 0.98, -0.86), (-0.12, 1.03, -0.92), (0.12, 1.03,
        -0.92), (0.21, 0.98, -0.86),
            (0.21, 0.62, -0.52), (0.2, 0.17, -0.08)]  # fmt: skip
    wire(drawing, "handle", path, 0.028, steel)
    strut(drawing, "grip", (-0.12, 1.028, -0.918), (0.12, 1.028, -0.918), 0.042, brief.of("grip", "rubber_black"))
    strut(drawing, "crossbar", (-0.2, 0.62, -0.52), (0.2, 0.62, -0.52), 0.022, steel)
    sized(drawing, brief, (0.56, 1.05, 1.4))


@archetype(
    "rake", "object", "garden", "rake, garden rake, leaf rake, pitchfork, hay fork, hoe, garden fork, garden tool, "
    "rechen, harke, râteau, rastrillo",
    about="A garden tool with a long handle and teeth that gathers leaves.", parts="handle, head, tine, tooth, shaft",
)  # fmt: skip
def rake(drawing: Drawing, brief: Brief) -> None:
    """Draw a rake, a leaf rake, a pitchfork or a hoe that lies on the ground."""
    wood, steel = brief.of("handle shaft rake", "wood", is_main=True), metal(brief, "head tine tooth", "iron_black")
    strut(drawing, "handle", (0, 0.055, -0.7), (0, 0.05, 0.62), 0.03, wood, edge=0.4)
    strut(drawing, "ferrule", (0, 0.0505, 0.5), (0, 0.05, 0.665), 0.038, steel)
    drawing.add("box", (0.06, 0.045, 0.04), (0, 0.0, -0.6), radius_m=0.006, name="rest", **wood)
    tines = brief.count(
        "tine",
        brief.count("tooth", 4 if has(brief, "pitchfork fork hay") else 12),
        least=2,
        most=20,
    )
    if has(brief, "pitchfork fork"):
        strut(drawing, "head", (-0.1, 0.05, 0.66), (0.1, 0.05, 0.66), 0.022, steel)
        for number in range(tines):
            x = (number / (tines - 1) - 0.5) * 0.2
            line = [(x, 0.05, 0.66), (x, 0.036, 0.76), (x, 0.022, 0.88), (x, 0.0064, 0.98)]
            wire(drawing, "tine", line, 0.013, steel)
    elif has(brief, "leaf"):
        drawing.add("box", (0.12, 0.02, 0.03), (0, 0.04, 0.64), radius_m=0.006, name="head", **steel)
        for number in range(tines):
            turn = radians((number / (tines - 1) - 0.5) * 70)
            wire(
                drawing,
                "tine",
                [
                    (0.1 * sin(turn), 0.05, 0.64),
                    (0.5 * sin(turn), 0.05, 0.6 + 0.4 * cos(turn)),
                    (0.54 * sin(turn), 0.004, 0.62 + 0.42 * cos(turn)),
                ],
                0.007,
                steel,
            )
        strut(drawing, "brace", (-0.14, 0.05, 0.85), (0.14, 0.05, 0.85), 0.012, steel)
    elif has(brief, "hoe"):
        drawing.add("box", (0.18, 0.1, 0.008), (0, 0.0, 0.66), turn=(8, 0, 0), radius_m=0.002, name="head", **steel)
    else:
        drawing.add("box", (0.42, 0.026, 0.026), (0, 0.036, 0.64), radius_m=0.005, name="head", **steel)
        for number in range(tines):
            strut(
                drawing,
                "tine",
                ((number / (tines - 1) - 0.5) * 0.4, 0.044, 0.645),
                ((number / (tines - 1) - 0.5) * 0.4, 0.002, 0.66),
                0.011,
                steel,
            )
    sized(drawing, brief, (0.42, 0.1, 1.4))


@archetype(
    "scarecrow", "object", "garden", "scarecrow, vogelscheuche, épouvantail, espantapájaros, straw man",
    about="A figure of straw in old clothes on a pole that keeps birds off a field.", parts="hat, shirt, head, pole, "
        "trousers, straw, scarf",
)  # fmt: skip
def scarecrow(drawing: Drawing, brief: Brief) -> None:
    """Draw a scarecrow: pole and crossbar, patched shirt, trousers, sack head with hat, straw at the cuffs."""
    pole, straw = brief.of("pole", "wood"), brief.of("straw", "straw")
    _crossed_pole(drawing, pole)
    _clothes(drawing, brief, straw)
    _face(drawing, brief)
    _hat_and_scarf(drawing, brief)
    sized(drawing, brief, (1.42, 1.86, 0.7))


def _crossed_pole(drawing: Drawing, pole: Finish) -> None:
    """Draw a pole with its crossbar on crossed feet."""
    drawing.add("box", (0.06, 1.55, 0.06), radius_m=0.008, name="pole", **pole)
    for turn in (0.0, 90.0):
        drawing.add("box", (0.7, 0.05, 0.08), turn=(0, turn, 0), radius_m=0.01, name="foot", **pole)
    drawing.add("box", (1.42, 0.045, 0.045), (0, 1.32, 0), radius_m=0.008, name="crossbar", **pole)


def _clothes(drawing: Drawing, brief: Brief, straw: Finish) -> None:
    """Draw shirt and trousers with a belt of rope, straw at the cuffs."""
    shirt = toned(brief, "shirt coat body", "plaid" if not brief.colors else "fabric_grey", "")
    trousers = brief.of("trousers", "denim")
    blend(drawing, "shirt", [limb((0, 0.92, 0), 0.15, (0, 1.25, 0), 0.155, (1.1, 1.0, 0.75)), limb((0.08, 1.33, 0),
        0.085, (0.54, 1.32, 0), 0.075),
                             limb((-0.08, 1.33, 0), 0.085, (-0.54, 1.32, 0), 0.075)], shirt, soft=0.06)  # fmt: skip
    blend(
        drawing,
        "trousers",
        [limb((0.05, 0.9, 0), 0.12, (0.11, 0.4, 0.01), 0.09), limb((-0.05, 0.9, 0), 0.12, (-0.11, 0.4, 0.01), 0.09)],
        trousers,
        soft=0.04,
    )
    drawing.add("torus", (0.34, 0.04, 0.25), (0, 0.93, 0), name="belt", **brief.of("belt", "rope"))
    for x, y, turn in ((0.62, 1.32, -90.0), (-0.62, 1.32, 90.0), (0.115, 0.31, 180.0), (-0.115, 0.31, 180.0)):
        drawing.add(
            "foliage",
            (0.16, 0.16, 0.16),
            (x, y - 0.08, 0.0),
            turn=(0, 0, turn),
            form="swords",
            leaves=14,
            name="straw",
            **straw,
        )


def _face(drawing: Drawing, brief: Brief) -> None:
    """Draw the sack head with its eyes, nose and mouth."""
    drawing.add("ball", (0.24, 0.27, 0.23), (0, 1.44, 0), name="head", **brief.of("head face", "canvas"))
    for x, y in ((-0.045, 1.595), (0.045, 1.595)):
        strut(drawing, "eye", (x, y, 0.1), (x, y, 0.118), 0.03, Finish(material="paint_black", color=""))
    drawing.add(
        "cone",
        (0.04, 0.09, 0.04),
        (0, 1.525, 0.14),
        turn=(90, 0, 0),
        name="nose",
        material="paint_white",
        color="#e07a22",
    )
    wire(
        drawing,
        "mouth",
        [(-0.06, 1.53, 0.094), (-0.02, 1.508, 0.112), (0.02, 1.508, 0.112), (0.06, 1.53, 0.094)],
        0.012,
        Finish(material="paint_black", color=""),
    )


def _hat_and_scarf(drawing: Drawing, brief: Brief) -> None:
    """Draw the straw hat with its band, and the scarf."""
    spin(
        drawing,
        "hat",
        [(0.25, 1.655), (0.26, 1.662), (0.12, 1.685), (0.115, 1.74), (0.09, 1.83), (0.02, 1.86), (0.001, 1.86)],
        brief.of("hat", "straw"),
        is_flowing=True,
    )
    drawing.add(
        "torus",
        (0.255, 0.03, 0.255),
        (0, 1.685, 0),
        name="hat_band",
        **toned(brief, "band scarf", "fabric_grey", "#a3262a", is_main=False),
    )
    drawing.add(
        "torus",
        (0.2, 0.06, 0.18),
        (0, 1.4, 0),
        name="scarf",
        **toned(brief, "scarf", "fabric_grey", "#a3262a", is_main=False),
    )
