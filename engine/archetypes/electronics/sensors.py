"""Sensors of a smart home: for motion, smoke, temperature, doors; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import run, shell, trim

# fmt: off


@archetype(
    "sensor", "electronics", "iot",
    "sensor, iot device, smart sensor, iot sensor, temperature sensor, motion sensor, motion detector, smoke "
    "detector, smoke "
    "alarm, detector, beacon, weather station, iot, smart home hub, smart hub, hub, smart home, air quality sensor, "
    "door sensor, "
    "water leak sensor, humidity sensor, smart home device, capteur",
    hints="device, gadget, electronics, electronic, iot, wireless, bluetooth",
    parts="light, led, ring, eye, lens, antenna, port",
    about="A sensor is a small wireless box with a light that measures motion, smoke, warmth or air in a smart home.",
    features="motion=motion, temperature=temperature, smoke=smoke, humidity=temperature, weather=temperature, "
    "door=contact",
)
def sensor(drawing: Drawing, brief: Brief) -> None:
    """Draw a sensor: for motion, smoke, temperature or a door, or the round puck that does a bit of all."""
    words = " ".join(brief.words | brief.features)
    if "motion" in words:
        return _motion(drawing, brief)
    if "temperature" in words or "weather" in words or "air quality" in words:
        return _weather(drawing, brief)
    if "smoke" in words:
        return _smoke(drawing, brief)
    if "door" in words or "contact" in words:
        return _contact(drawing, brief)
    return _puck(drawing, brief)


def _puck(drawing: Drawing, brief: Brief) -> None:
    width, height, _ = brief.box(0.11, 0.034, 0.11, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    light = brief.of("light led ring", "screen_emissive")
    drawing.add(
        "puck", (width, height, width), name="housing", light_material=light["material"], light_color=light["color"],
        **body,
    )
    drawing.add(
        "lens", (width * 0.11, width * 0.11, height * 0.2), (0, height * 0.18, width * 0.468), name="eye",
        material="plastic_black", glass_material="glass_tinted",
    )
    if brief.has("antenna", default=True):
        drawing.add(
            "antenna", (width * 0.075, width * 0.62, width * 0.075), (width * 0.2, height * 0.42, -width * 0.4),
            turn=(-6, 0, 0), **brief.of("antenna", "plastic_black"),
        )
    drawing.add(
        "box", (width * 0.09, height * 0.12, width * 0.03), (width * 0.3, height * 0.16, width * 0.385),
        turn=(0, 38, 0), name="port", material="plastic_black",
    )


def _motion(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.062, 0.11, 0.062, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    drawing.add("turning", (w * 0.9, h * 0.07, w * 0.9), profile=[1, 0, 1, 0.5, 0.8, 0.9, 0.3, 1], name="base", **body)
    drawing.add("rod", (w * 0.26, h * 0.22, w * 0.26), (0, h * 0.04, 0), name="stem", **trim(brief, "stem", "chrome"))
    drawing.add(
        "ball", (w * 0.42, w * 0.42, w * 0.42), (0, h * 0.17, 0), name="joint", **trim(brief, "joint", "chrome"),
    )
    drawing.add(
        "pod", (w, h * 0.68, d * 0.7), (0, h * 0.32, 0), radius_m=w * 0.3, edge_m=w * 0.1, is_facing=True,
        name="housing", **body,
    )
    drawing.add(
        "fresnel", (w * 0.78, w * 0.78, d * 0.3), (0, h * 0.52, d * 0.33), name="eye",
        **brief.of("lens eye", "ceramic_white"),
    )
    drawing.add(
        "round_plate", (w * 0.09, w * 0.09, 0.004), (0, h * 0.4, d * 0.345), name="light",
        **brief.of("light led", "screen_emissive") | {"color": brief.part_colors.get("light", "#ff4a3d")},
    )


def _weather(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.1, 0.1, 0.045, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    drawing.add(
        "pod", (w, h, d * 0.5), (0, 0, 0), radius_m=w * 0.16, edge_m=w * 0.05, is_facing=True, name="housing", **body,
    )
    drawing.add(
        "readout", (w * 0.82, h * 0.5, 0.004), (0, h * 0.4, d * 0.25), text=brief.choose("21.5°", "19.8°", "23.4°"),
        share=0.5, material="plastic_black", name="display",
    )
    drawing.add(
        "readout", (w * 0.5, h * 0.2, 0.004), (-w * 0.16, h * 0.12, d * 0.25), text="48", share=0.6,
        material="plastic_black", name="humidity",
    )
    drawing.add(
        "round_plate", (w * 0.1, w * 0.1, 0.004), (w * 0.3, h * 0.17, d * 0.25), name="light",
        material="screen_emissive", color="#3ee07a",
    )
    drawing.add("box", (w * 0.5, h * 0.05, d), (0, 0, -d * 0.1), radius_m=0.001, name="foot", **body)
    run(
        drawing, "cord",
        [
            (w * 0.3, h * 0.15, -d * 0.2), (w * 0.3, h * 0.1, -d * 0.6), (w * 0.45, 0.003, -d * 1.0),
            (w * 0.9, 0.003, -d * 0.9),
        ],
        0.004, brief.of("cord cable", "plastic_black"), "cord",
    )
    drawing.add(
        "rod", (0.009, 0.03, 0.009), (w * 0.9 + 0.012, -0.0105, -d * 0.9), turn=(0, 0, 90), name="probe",
        **trim(brief, "probe", "chrome"),
    )


def _smoke(drawing: Drawing, brief: Brief) -> None:
    w, h, _ = brief.box(0.13, 0.048, 0.13, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white")
    drawing.add(
        "turning", (w, h * 0.32, w), (0, h * 0.68, 0), profile=[0.97, 0, 1, 0.2, 1, 0.9, 0.97, 1], name="base",
        held="ceiling", **body,
    )
    drawing.add("slotted_drum", (w * 0.86, h * 0.34, w * 0.86), (0, h * 0.36, 0), bars=36, name="vent", **body)
    drawing.add(
        "turning", (w * 0.94, h * 0.4, w * 0.94), (0, 0, 0), profile=[0.3, 0, 0.6, 0.06, 0.86, 0.4, 1, 0.9, 0.97, 1],
        name="housing", **body,
    )
    drawing.add("disc", (w * 0.26, h * 0.06, w * 0.26), (0, 0, 0), name="button", **trim(brief, "button", "aluminium"))
    drawing.add(
        "ball", (0.005, 0.005, 0.005), (w * 0.24, h * 0.02, 0), name="light", material="screen_emissive",
        color="#ff4a3d",
    )


def _contact(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.062, 0.075, 0.018, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    drawing.add(
        "pod", (w * 0.6, h, d), (-w * 0.2, 0, 0), radius_m=w * 0.08, edge_m=w * 0.05, is_facing=True, name="housing",
        held="wall", **body,
    )
    drawing.add(
        "pod", (w * 0.28, h * 0.62, d), (w * 0.28, h * 0.19, 0), radius_m=w * 0.08, edge_m=w * 0.05, is_facing=True,
        name="magnet", held="wall", **body,
    )
    drawing.add(
        "round_plate", (w * 0.09, w * 0.09, 0.003), (-w * 0.2, h * 0.74, d * 0.5), name="light",
        material="screen_emissive",
    )
