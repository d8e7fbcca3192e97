"""Connected devices of a smart home: speakers with ears, thermostats, routers; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import lift, shell, trim

# fmt: off


@archetype(
    "smart speaker", "electronics", "iot",
    "smart speaker, voice assistant, alexa, amazon echo, echo dot, google home, homepod, smart display, voice speaker",
    hints="assistant, voice control", parts="ring, fabric, grille, base, button",
    about="A smart speaker is a round speaker in cloth with a ring of light that answers spoken questions and plays "
    "music.",
    features="display=display, ball=ball, round=ball",
)
def smart_speaker(drawing: Drawing, brief: Brief) -> None:
    """Draw a smart speaker: a cylinder in cloth, a ball, or one with a display."""
    words = " ".join(brief.words | brief.features)
    if "display" in words:
        return _smart_display(drawing, brief)
    is_ball = brief.has("ball", "dot", "sphere") or "echo dot" in words
    d, h, _ = brief.box(*((0.144, 0.133, 0.144) if is_ball else (0.1, 0.17, 0.1)), keeps_shape=True)
    fabric = brief.of(
        "fabric body case grille speaker",
        {"steampunk": "bronze_aged", "art deco": "gold", "industrial": "steel_brushed"}.get(brief.style_name, "fabric"),
        is_main=True,
    )
    metal = trim(brief, "trim top", "aluminium" if brief.style_name != "rustic" else "wood")
    glow = brief.of("light ring led", "screen_emissive")
    if is_ball:
        drawing.add(
            "turning", (d, h * 0.93, d), (0, h * 0.03, 0),
            profile=[0.56, 0, 0.72, 0.05, 0.94, 0.25, 1, 0.5, 0.92, 0.76, 0.7, 0.93, 0.46, 0.99, 0.3, 1], name="body",
            **fabric,
        )
        drawing.add("hoop", (d * 0.64, h * 0.07, d * 0.64), (0, h * 0.0, 0), inner=0.8, name="ring", **glow)
        drawing.add("disc", (d * 0.58, h * 0.08, d * 0.58), name="base", material="plastic_black")
        drawing.add("disc", (d * 0.34, h * 0.03, d * 0.34), (0, h * 0.945, 0), name="top", **metal)
    else:
        drawing.add(
            "slotted_drum" if brief.style_name in {"steampunk", "art deco", "industrial"} else "knit", (d, h * 0.86, d),
            (0, h * 0.03, 0), name="body", **fabric,
        )
        drawing.add("disc", (d * 0.96, h * 0.05, d * 0.96), name="base", material="plastic_black")
        drawing.add(
            "turning", (d, h * 0.11, d), (0, h * 0.88, 0), profile=[1, 0, 1, 0.5, 0.97, 0.85, 0.9, 1], name="top",
            **metal,
        )
        drawing.add("hoop", (d * 0.9, h * 0.016, d * 0.9), (0, h * 0.983, 0), inner=0.86, name="ring", **glow)
    for number, (x, z) in enumerate(((-0.16, 0), (0.16, 0), (0, 0.16), (0, -0.16))):
        if not is_ball:
            drawing.add(
                "box", (d * 0.09, h * 0.006, d * 0.02), (x * d, h * 0.987, z * d), turn=(0, 45 * (number % 2), 0),
                name="button", material="plastic_black",
            )
    return None


def _smart_display(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.2, 0.14, 0.1, keeps_shape=True)
    body = shell(brief, "body case", "plastic_white", may_be_wood=True)
    drawing.add(
        "pod", (w * 0.74, h * 0.62, d * 0.86), (0, 0, -d * 0.06), radius_m=d * 0.36, edge_m=0.006, taper=0.6,
        name="base", **brief.of("fabric base", "fabric"),
    )
    drawing.add(
        "display", (w, h * 0.86, 0.014), (0, h * 0.13, d * 0.24), turn=(-18, 0, 0), border_m=w * 0.05, name="display",
        **body,
    )
    lit = Drawing(brief)
    lit.add(
        "readout", (w * 0.7, h * 0.5, 0.002), text=brief.choose("9:41", "12:30", "7:05"), share=0.8,
        material="screen_emissive", color="#16324f", name="clock",
    )
    lift(drawing, lit, (0, h * 0.56, d * 0.24), -18.0, 0.0052, h * 0.25)


@archetype(
    "thermostat", "electronics", "iot",
    "thermostat, smart thermostat, room thermostat, nest thermostat, heating control, temperature control, "
    "thermostato, termostato",
    hints="set the temperature", parts="ring, dial, plate, display",
    about="A thermostat is a round dial on the wall that shows and sets the temperature of a room.",
    features="square=square",
)
def thermostat(drawing: Drawing, brief: Brief) -> None:
    """Draw a thermostat: a turning ring with the temperature inside on its wall plate."""
    d, h, deep = brief.box(0.084, 0.084, 0.032, keeps_shape=True)
    metal = shell(brief, "ring body case dial", "steel_brushed", may_be_wood=True)
    plate = brief.of("plate", "plastic_white")
    if brief.has("square"):
        drawing.add(
            "pod", (d, h, deep * 0.8), radius_m=d * 0.12, edge_m=d * 0.05, is_facing=True, name="body", held="wall",
            **metal,
        )
    else:
        drawing.add(
            "pod", (d * 1.3, h * 1.3, deep * 0.16), (0, 0, -deep * 0.46), radius_m=d * 0.2, edge_m=d * 0.02,
            is_facing=True, name="plate", held="wall", **plate,
        )
        drawing.add(
            "round_plate", (d * 0.86, h * 0.86, deep * 0.8), (0, h * 0.22, -deep * 0.05), name="collar",
            material="plastic_black",
        )
        drawing.add("knurled_ring", (d, h, deep * 0.6), (0, h * 0.15, deep * 0.2), name="ring", **metal)
    y, z = (0.0, deep * 0.4) if brief.has("square") else (h * 0.15, deep * 0.44)
    drawing.add(
        "round_plate", (d * 0.84, h * 0.84, deep * 0.14), (0, y + h * 0.08, z), name="glass", material="plastic_black",
    )
    drawing.add(
        "readout", (d * 0.5, h * 0.3, 0.002), (0, y + h * 0.36, z + deep * 0.07),
        text=brief.choose("21°", "20°", "22°"), share=0.78, corner_m=0.001, material="plastic_black", name="display",
    )
    drawing.add(
        "tick_ring", (d * 0.78, h * 0.78, 0.0016), (0, y + h * 0.11, z + deep * 0.075), ticks=40, name="scale",
        **brief.of("light", "screen_emissive"),
    )
    drawing.add(
        "box", (d * 0.02, h * 0.09, 0.002), (d * 0.2, y + h * 0.72, z + deep * 0.08), turn=(0, 0, -34), name="mark",
        material="paint_red",
    )


@archetype(
    "router", "electronics", "iot",
    "router, wifi router, wi fi router, wlan router, modem, gateway, internet router, network router, mesh router, "
    "access point, "
    "network switch, ethernet switch, routeur, enrutador",
    hints="internet, network, wifi, wi fi, wlan", parts="antenna, light, led, port",
    about="A router is a flat box with antennas and small lights that brings the internet to a home without wires.",
    features="mesh=mesh, switch=switch",
)
def router(drawing: Drawing, brief: Brief) -> None:
    """Draw a router with antennas, ports and lights, or the plain tower of a mesh."""
    body = shell(
        brief, "body case router", "plastic_black" if brief.choose("a", "b") == "a" else "plastic_white",
        may_be_wood=True,
    )
    if "mesh" in " ".join(brief.words | brief.features):
        d, h, _ = brief.box(0.11, 0.16, 0.11, keeps_shape=True)
        drawing.add("pod", (d, h, d), radius_m=d * 0.3, edge_m=d * 0.1, taper=0.86, name="body", **body)
        drawing.add(
            "box", (d * 0.3, 0.004, 0.004), (0, h * 0.2, d * 0.48), name="light",
            **brief.of("light led", "screen_emissive"),
        )
        return
    w, h, d = brief.box(0.24, 0.04, 0.16, keeps_shape=True)
    drawing.add("case_box", (w, h, d), name="housing", **body)
    drawing.add(
        "pod", (w * 0.7, h * 0.12, d * 0.5), (0, h * 0.93, -d * 0.1), radius_m=d * 0.08, edge_m=h * 0.06, name="crest",
        **trim(brief, "crest trim", "plastic_black" if body["material"] != "plastic_black" else "aluminium"),
    )
    count = brief.count("antenna", 4, most=8)
    for number in range(count):
        x = w * ((number + 0.5) / count - 0.5) * 0.92
        drawing.add(
            "antenna", (0.014, d * 1.0, 0.014), (x, h * 0.36, -d / 2 - 0.003), turn=(-4, 0, -x / w * 24),
            **brief.of("antenna", "plastic_black"),
        )
    for number in range(6):
        tint = "#3ee07a" if number % 3 else ""
        drawing.add(
            "round_plate", (0.0055, 0.0055, 0.003), (w * (-0.25 + 0.1 * number), h * 0.52, d * 0.497), name="light",
            **Finish(material="screen_emissive", color=brief.part_colors.get("light", tint)),
        )
    for number in range(5):
        drawing.add(
            "box", (0.017, h * 0.36, 0.006), (w * (-0.3 + 0.11 * number), h * 0.22, -d * 0.5), name="port",
            material="plastic_white" if number == 4 else "paint_blue",
        )
