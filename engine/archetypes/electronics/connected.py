"""Connected devices of a smart home: sensors, speakers with ears, thermostats, cameras, doorbells, routers, locks."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import lift, run, shell, trim

# fmt: off


@archetype(
    "sensor", "electronics", "iot",
    "sensor, iot device, smart sensor, iot sensor, temperature sensor, motion sensor, motion detector, smoke detector, smoke "
    "alarm, detector, beacon, weather station, iot, smart home hub, smart hub, hub, smart home, air quality sensor, door sensor, "
    "water leak sensor, humidity sensor, smart home device, capteur",
    hints="device, gadget, electronics, electronic, iot, wireless, bluetooth",
    parts="light, led, ring, eye, lens, antenna, port", about="A sensor is a small wireless box with a light that measures temperature, motion, smoke or air in a smart home.",
    features="motion=motion, temperature=temperature, smoke=smoke, humidity=temperature, weather=temperature, door=contact",
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
    drawing.add("puck", (width, height, width), name="housing", light_material=light["material"], light_color=light["color"], **body)
    drawing.add("lens", (width * 0.11, width * 0.11, height * 0.2), (0, height * 0.18, width * 0.468), name="eye", material="plastic_black", glass_material="glass_tinted")
    if brief.has("antenna", default=True):
        drawing.add("antenna", (width * 0.075, width * 0.62, width * 0.075), (width * 0.2, height * 0.42, -width * 0.4), turn=(-6, 0, 0), **brief.of("antenna", "plastic_black"))
    drawing.add("box", (width * 0.09, height * 0.12, width * 0.03), (width * 0.3, height * 0.16, width * 0.385), turn=(0, 38, 0), name="port", material="plastic_black")


def _motion(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.062, 0.11, 0.062, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    drawing.add("turning", (w * 0.9, h * 0.07, w * 0.9), profile=[1, 0, 1, 0.5, 0.8, 0.9, 0.3, 1], name="base", **body)
    drawing.add("rod", (w * 0.26, h * 0.22, w * 0.26), (0, h * 0.04, 0), name="stem", **trim(brief, "stem", "chrome"))
    drawing.add("ball", (w * 0.42, w * 0.42, w * 0.42), (0, h * 0.17, 0), name="joint", **trim(brief, "joint", "chrome"))
    drawing.add("pod", (w, h * 0.68, d * 0.7), (0, h * 0.32, 0), radius_m=w * 0.3, edge_m=w * 0.1, is_facing=True, name="housing", **body)
    drawing.add("fresnel", (w * 0.78, w * 0.78, d * 0.3), (0, h * 0.52, d * 0.33), name="eye", **brief.of("lens eye", "ceramic_white"))
    drawing.add("round_plate", (w * 0.09, w * 0.09, 0.004), (0, h * 0.4, d * 0.345), name="light", **brief.of("light led", "screen_emissive") | {"color": brief.part_colors.get("light", "#ff4a3d")})


def _weather(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.1, 0.1, 0.045, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    drawing.add("pod", (w, h, d * 0.5), (0, 0, 0), radius_m=w * 0.16, edge_m=w * 0.05, is_facing=True, name="housing", **body)
    drawing.add("readout", (w * 0.82, h * 0.5, 0.004), (0, h * 0.4, d * 0.25), text=brief.choose("21.5°", "19.8°", "23.4°"), share=0.5, material="plastic_black", name="display")
    drawing.add("readout", (w * 0.5, h * 0.2, 0.004), (-w * 0.16, h * 0.12, d * 0.25), text="48", share=0.6, material="plastic_black", name="humidity")
    drawing.add("round_plate", (w * 0.1, w * 0.1, 0.004), (w * 0.3, h * 0.17, d * 0.25), name="light", material="screen_emissive", color="#3ee07a")
    drawing.add("box", (w * 0.5, h * 0.05, d), (0, 0, -d * 0.1), radius_m=0.001, name="foot", **body)
    run(drawing, "cord", [(w * 0.3, h * 0.15, -d * 0.2), (w * 0.3, h * 0.1, -d * 0.6), (w * 0.45, 0.003, -d * 1.0), (w * 0.9, 0.003, -d * 0.9)], 0.004, brief.of("cord cable", "plastic_black"), "cord")
    drawing.add("rod", (0.009, 0.03, 0.009), (w * 0.9 + 0.012, -0.0105, -d * 0.9), turn=(0, 0, 90), name="probe", **trim(brief, "probe", "chrome"))


def _smoke(drawing: Drawing, brief: Brief) -> None:
    w, h, _ = brief.box(0.13, 0.048, 0.13, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white")
    drawing.add("turning", (w, h * 0.32, w), (0, h * 0.68, 0), profile=[0.97, 0, 1, 0.2, 1, 0.9, 0.97, 1], name="base", held="ceiling", **body)
    drawing.add("slotted_drum", (w * 0.86, h * 0.34, w * 0.86), (0, h * 0.36, 0), bars=36, name="vent", **body)
    drawing.add("turning", (w * 0.94, h * 0.4, w * 0.94), (0, 0, 0), profile=[0.3, 0, 0.6, 0.06, 0.86, 0.4, 1, 0.9, 0.97, 1], name="housing", **body)
    drawing.add("disc", (w * 0.26, h * 0.06, w * 0.26), (0, 0, 0), name="button", **trim(brief, "button", "aluminium"))
    drawing.add("ball", (0.005, 0.005, 0.005), (w * 0.24, h * 0.02, 0), name="light", material="screen_emissive", color="#ff4a3d")


def _contact(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.062, 0.075, 0.018, keeps_shape=True)
    body = shell(brief, "body case sensor", "plastic_white", may_be_wood=True)
    drawing.add("pod", (w * 0.6, h, d), (-w * 0.2, 0, 0), radius_m=w * 0.08, edge_m=w * 0.05, is_facing=True, name="housing", held="wall", **body)
    drawing.add("pod", (w * 0.28, h * 0.62, d), (w * 0.28, h * 0.19, 0), radius_m=w * 0.08, edge_m=w * 0.05, is_facing=True, name="magnet", held="wall", **body)
    drawing.add("round_plate", (w * 0.09, w * 0.09, 0.003), (-w * 0.2, h * 0.74, d * 0.5), name="light", material="screen_emissive")


@archetype(
    "smart speaker", "electronics", "iot",
    "smart speaker, voice assistant, alexa, amazon echo, echo dot, google home, homepod, smart display, voice speaker",
    hints="assistant, voice control", parts="ring, fabric, grille, base, button",
    about="A smart speaker is a round speaker in cloth with a ring of light that answers spoken questions and plays music.",
    features="display=display, ball=ball, round=ball",
)
def smart_speaker(drawing: Drawing, brief: Brief) -> None:
    """Draw a smart speaker: a cylinder in cloth, a ball, or one with a display."""
    words = " ".join(brief.words | brief.features)
    if "display" in words:
        return _smart_display(drawing, brief)
    is_ball = brief.has("ball", "dot", "sphere") or "echo dot" in words
    d, h, _ = brief.box(*((0.144, 0.133, 0.144) if is_ball else (0.1, 0.17, 0.1)), keeps_shape=True)
    fabric = brief.of("fabric body case grille speaker", {"steampunk": "bronze_aged", "art deco": "gold", "industrial": "steel_brushed"}.get(brief.style_name, "fabric"), is_main=True)
    metal = trim(brief, "trim top", "aluminium" if brief.style_name != "rustic" else "wood")
    glow = brief.of("light ring led", "screen_emissive")
    if is_ball:
        drawing.add("turning", (d, h * 0.93, d), (0, h * 0.03, 0), profile=[0.56, 0, 0.72, 0.05, 0.94, 0.25, 1, 0.5, 0.92, 0.76, 0.7, 0.93, 0.46, 0.99, 0.3, 1], name="body", **fabric)
        drawing.add("hoop", (d * 0.64, h * 0.07, d * 0.64), (0, h * 0.0, 0), inner=0.8, name="ring", **glow)
        drawing.add("disc", (d * 0.58, h * 0.08, d * 0.58), name="base", material="plastic_black")
        drawing.add("disc", (d * 0.34, h * 0.03, d * 0.34), (0, h * 0.945, 0), name="top", **metal)
    else:
        drawing.add("slotted_drum" if brief.style_name in {"steampunk", "art deco", "industrial"} else "knit", (d, h * 0.86, d), (0, h * 0.03, 0), name="body", **fabric)
        drawing.add("disc", (d * 0.96, h * 0.05, d * 0.96), name="base", material="plastic_black")
        drawing.add("turning", (d, h * 0.11, d), (0, h * 0.88, 0), profile=[1, 0, 1, 0.5, 0.97, 0.85, 0.9, 1], name="top", **metal)
        drawing.add("hoop", (d * 0.9, h * 0.016, d * 0.9), (0, h * 0.983, 0), inner=0.86, name="ring", **glow)
    for number, (x, z) in enumerate(((-0.16, 0), (0.16, 0), (0, 0.16), (0, -0.16))):
        if not is_ball:
            drawing.add("box", (d * 0.09, h * 0.006, d * 0.02), (x * d, h * 0.987, z * d), turn=(0, 45 * (number % 2), 0), name="button", material="plastic_black")
    return None


def _smart_display(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.2, 0.14, 0.1, keeps_shape=True)
    body = shell(brief, "body case", "plastic_white", may_be_wood=True)
    drawing.add("pod", (w * 0.74, h * 0.62, d * 0.86), (0, 0, -d * 0.06), radius_m=d * 0.36, edge_m=0.006, taper=0.6, name="base", **brief.of("fabric base", "fabric"))
    drawing.add("display", (w, h * 0.86, 0.014), (0, h * 0.13, d * 0.24), turn=(-18, 0, 0), border_m=w * 0.05, name="display", **body)
    lit = Drawing(brief)
    lit.add("readout", (w * 0.7, h * 0.5, 0.002), text=brief.choose("9:41", "12:30", "7:05"), share=0.8, material="screen_emissive", color="#16324f", name="clock")
    lift(drawing, lit, (0, h * 0.56, d * 0.24), -18.0, 0.0052, h * 0.25)


@archetype(
    "thermostat", "electronics", "iot",
    "thermostat, smart thermostat, room thermostat, nest thermostat, heating control, temperature control, thermostato, termostato",
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
        drawing.add("pod", (d, h, deep * 0.8), radius_m=d * 0.12, edge_m=d * 0.05, is_facing=True, name="body", held="wall", **metal)
    else:
        drawing.add("pod", (d * 1.3, h * 1.3, deep * 0.16), (0, 0, -deep * 0.46), radius_m=d * 0.2, edge_m=d * 0.02, is_facing=True, name="plate", held="wall", **plate)
        drawing.add("round_plate", (d * 0.86, h * 0.86, deep * 0.5), (0, h * 0.22, -deep * 0.2), name="collar", material="plastic_black")
        drawing.add("knurled_ring", (d, h, deep * 0.6), (0, h * 0.15, deep * 0.2), name="ring", **metal)
    y, z = (0.0, deep * 0.4) if brief.has("square") else (h * 0.15, deep * 0.44)
    drawing.add("round_plate", (d * 0.84, h * 0.84, deep * 0.14), (0, y + h * 0.08, z), name="glass", material="plastic_black")
    drawing.add("readout", (d * 0.5, h * 0.3, 0.002), (0, y + h * 0.36, z + deep * 0.07), text=brief.choose("21°", "20°", "22°"), share=0.78, corner_m=0.001, material="plastic_black", name="display")
    drawing.add("tick_ring", (d * 0.78, h * 0.78, 0.0016), (0, y + h * 0.11, z + deep * 0.075), ticks=40, name="scale", **brief.of("light", "screen_emissive"))
    drawing.add("box", (d * 0.02, h * 0.09, 0.002), (d * 0.2, y + h * 0.72, z + deep * 0.08), turn=(0, 0, -34), name="mark", material="paint_red")


@archetype(
    "security camera", "electronics", "iot",
    "security camera, surveillance camera, cctv, cctv camera, ip camera, webcam, bullet camera, dome camera, baby monitor, "
    "überwachungskamera, caméra de surveillance, cámara de seguridad",
    hints="surveillance, watch the house", parts="lens, light, arm, base, bracket, housing",
    about="A security camera on its arm watches a house, a shop or a baby and sends the picture to a phone.",
    features="dome=dome, indoor=indoor, pan tilt=indoor, solar=solar, webcam=webcam",
)
def security_camera(drawing: Drawing, brief: Brief) -> None:
    """Draw a camera in a weatherproof tube on its arm, in a dome, or as a ball on a foot."""
    words = " ".join(brief.words | brief.features)
    if "dome" in words:
        return _dome_camera(drawing, brief)
    if any(word in words for word in ("indoor", "webcam", "baby")):
        return _ball_camera(drawing, brief)
    return _bullet_camera(drawing, brief)


def _bullet_camera(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.1, 0.2, 0.22, keeps_shape=True)
    body = shell(brief, "body case housing", "paint_white")
    arm = trim(brief, "arm base bracket", "aluminium")
    base = w * 1.25
    drawing.add("turning", (base, h * 0.09, base), (0, 0, 0), profile=[1, 0, 1, 0.55, 0.9, 0.9, 0.5, 1], name="base", **arm)
    for turn in (45, 135, 225, 315):
        screw = Drawing(brief)
        screw.add("button", (w * 0.09, h * 0.02, w * 0.09), (base * 0.38, h * 0.07, 0), name="screw", material="steel_brushed")
        drawing.include(screw, turn_deg=turn)
    drawing.add("rod", (w * 0.24, h * 0.36, w * 0.24), (0, h * 0.07, 0), name="arm", **arm)
    drawing.add("ball", (w * 0.42, w * 0.42, w * 0.42), (0, h * 0.36, 0), name="joint", **arm)
    middle, tilt, across = h * 0.74, 7, h * 0.42
    drawing.add("pod", (across, across, d * 0.8), (0, middle - across / 2, -d * 0.02), turn=(tilt, 0, 0), radius_m=across / 2, edge_m=across * 0.1, is_facing=True, name="housing", **body)
    drawing.add("rod", (w * 0.16, h * 0.14, w * 0.16), (0, h * 0.47, 0), name="stem", **arm)
    drawing.add("side_body", (across * 1.08, across * 0.56, d), (0, middle + across * 0.02, d * 0.06), turn=(tilt, 0, 0), outline=[-1, -0.4, -1, 0.9, 1, 0.9, 1, 0.2, 0.9, 0.2], edge_m=across * 0.1, name="visor", **body)
    front = d * 0.38
    drop = front * 0.12
    drawing.add("round_plate", (across * 0.9, across * 0.9, 0.01), (0, middle - across * 0.45 - drop, front), turn=(tilt, 0, 0), name="face", material="plastic_black")
    drawing.add("lens_barrel", (across * 0.46, across * 0.46, 0.016), (0, middle - across * 0.23 - drop, front + 0.007), turn=(tilt, 0, 0), name="lens", **brief.of("lens", "plastic_black"))
    drawing.add("tick_ring", (across * 0.76, across * 0.76, 0.004), (0, middle - across * 0.38 - drop, front + 0.005), turn=(tilt, 0, 0), ticks=12, is_dots=True, name="infrared", **brief.of("light led", "paint_red"))
    run(drawing, "cord", [(0, middle, -d * 0.38), (0, middle - h * 0.06, -d * 0.56), (0, h * 0.3, -d * 0.46), (0, h * 0.06, -d * 0.2)], 0.006, brief.of("cord cable", "plastic_black"), "cord")


def _dome_camera(drawing: Drawing, brief: Brief) -> None:
    d, h, _ = brief.box(0.13, 0.1, 0.13, keeps_shape=True)
    body = shell(brief, "body case housing base", "paint_white")
    drawing.add("turning", (d, h * 0.44, d), (0, h * 0.56, 0), profile=[0.86, 0, 0.97, 0.1, 1, 0.4, 1, 0.9, 0.97, 1], name="base", held="ceiling", **body)
    drawing.add("turning", (d * 0.8, h * 0.58, d * 0.8), (0, 0, 0), profile=[0.05, 0, 0.5, 0.12, 0.84, 0.42, 1, 0.85, 1, 1], name="dome", **brief.of("glass dome", "glass_tinted"))
    drawing.add("ball", (d * 0.44, d * 0.44, d * 0.44), (0, h * 0.3, 0), name="eye", material="plastic_black")
    drawing.add("lens_barrel", (d * 0.2, d * 0.2, d * 0.1), (0, h * 0.26, d * 0.2), turn=(30, 0, 0), name="lens", material="plastic_black")


def _ball_camera(drawing: Drawing, brief: Brief) -> None:
    d, h, _ = brief.box(0.08, 0.125, 0.08, keeps_shape=True)
    body = shell(brief, "body case housing", "plastic_white", may_be_wood=True)
    drawing.add("turning", (d, h * 0.36, d), profile=[1, 0, 1, 0.12, 0.9, 0.3, 0.72, 0.8, 0.7, 1], name="base", **body)
    drawing.add("hoop", (d * 0.75, h * 0.02, d * 0.75), (0, h * 0.345, 0), inner=0.9, name="ring", **brief.of("light ring led", "screen_emissive"))
    drawing.add("ball", (d * 0.98, d * 0.98, d * 0.98), (0, h - d * 0.98, 0), name="head", **body)
    middle = h - d * 0.49
    drawing.add("round_plate", (d * 0.72, d * 0.72, d * 0.2), (0, middle - d * 0.36, d * 0.3), name="face", material="plastic_black")
    drawing.add("lens_barrel", (d * 0.36, d * 0.36, d * 0.14), (0, middle - d * 0.18, d * 0.44), name="lens", **brief.of("lens", "plastic_black"))
    drawing.add("round_plate", (d * 0.06, d * 0.06, 0.003), (0, middle + d * 0.23, d * 0.4), name="light", material="screen_emissive", color="#3ee07a")


@archetype(
    "doorbell", "electronics", "iot",
    "doorbell, video doorbell, smart doorbell, door bell, ring doorbell, door chime, türklingel, sonnette, timbre de puerta",
    hints="front door, visitor", parts="button, lens, light, ring, plate",
    about="A doorbell is a small box with a button beside the front door; a smart one has a camera that shows who is there.",
    features="video=video, camera=video, push button=button only",
)
def doorbell(drawing: Drawing, brief: Brief) -> None:
    """Draw a doorbell: with a camera above its lit button, or the round brass push of old."""
    body = shell(brief, "body case plate", "plastic_black", may_be_wood=True)
    glow = brief.of("light ring", "screen_emissive")
    if brief.style_name in {"steampunk", "art deco", "rustic"} and not brief.has("video", "smart") and "smart" not in brief.modifiers:
        return _bell_push(drawing, brief)
    w, h, d = brief.box(0.046, 0.13, 0.026, keeps_shape=True)
    drawing.add("pod", (w * 1.1, h * 1.02, d * 0.26), (0, 0, -d * 0.4), radius_m=w * 0.3, edge_m=w * 0.03, is_facing=True, name="plate", held="wall", **trim(brief, "plate bracket", "aluminium"))
    drawing.add("pod", (w, h * 0.98, d * 0.8), (0, h * 0.02, 0.0), radius_m=w * 0.46, edge_m=w * 0.1, is_facing=True, name="body", **body)
    front = d * 0.4
    drawing.add("pod", (w * 0.9, h * 0.44, 0.003), (0, h * 0.52, front), radius_m=w * 0.42, edge_m=0.001, is_facing=True, name="glass", material="paint_black")
    drawing.add("lens_barrel", (w * 0.5, w * 0.5, d * 0.22), (0, h * 0.77 - w * 0.25, front + d * 0.1), name="lens", **brief.of("lens", "plastic_black"))
    drawing.add("lit_ring", (w * 0.62, w * 0.62, 0.004), (0, h * 0.24 - w * 0.31, front), inner=0.86, name="ring", **glow)
    drawing.add("round_plate", (w * 0.5, w * 0.5, 0.006), (0, h * 0.24 - w * 0.25, front), name="button", **brief.of("button", "steel_brushed"))
    for number in range(5):
        drawing.add("box", (w * 0.05, w * 0.05, 0.002), (w * (-0.2 + 0.1 * number), h * 0.46, front), name="hole", material="paint_black")
    return None


def _bell_push(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.075, 0.11, 0.03, keeps_shape=True)
    metal = brief.of("body case plate", "trim" if brief.style_name != "rustic" else "iron_black", is_main=True)
    drawing.add("pod", (w, h, d * 0.34), radius_m=w * 0.48, edge_m=w * 0.05, is_facing=True, name="plate", held="wall", **metal)
    drawing.add("lit_ring", (w * 0.74, w * 0.74, d * 0.4), (0, h / 2 - w * 0.37, d * 0.26), inner=0.72, name="ring", **metal)
    drawing.add("lit_ring", (w * 0.5, w * 0.5, d * 0.24), (0, h / 2 - w * 0.25, d * 0.26), inner=0.7, name="step", **metal)
    drawing.add("pod", (w * 0.3, w * 0.3, d * 0.5), (0, h / 2 - w * 0.15, d * 0.36), radius_m=w * 0.15, edge_m=w * 0.08, is_facing=True, name="button", **brief.of("button", "ceramic_white"))
    for y in (0.09, 0.91):
        drawing.add("round_plate", (w * 0.1, w * 0.1, 0.004), (0, h * y - w * 0.05, d * 0.17), name="screw", **metal)


@archetype(
    "router", "electronics", "iot",
    "router, wifi router, wi fi router, wlan router, modem, gateway, internet router, network router, mesh router, access point, "
    "network switch, ethernet switch, routeur, enrutador",
    hints="internet, network, wifi, wi fi, wlan", parts="antenna, light, led, port",
    about="A router is a flat box with antennas and small lights that brings the internet to a home without wires.",
    features="mesh=mesh, switch=switch",
)
def router(drawing: Drawing, brief: Brief) -> None:
    """Draw a router with antennas, ports and lights, or the plain tower of a mesh."""
    body = shell(brief, "body case router", "plastic_black" if brief.choose("a", "b") == "a" else "plastic_white", may_be_wood=True)
    if "mesh" in " ".join(brief.words | brief.features):
        d, h, _ = brief.box(0.11, 0.16, 0.11, keeps_shape=True)
        drawing.add("pod", (d, h, d), radius_m=d * 0.3, edge_m=d * 0.1, taper=0.86, name="body", **body)
        drawing.add("box", (d * 0.3, 0.004, 0.004), (0, h * 0.2, d * 0.48), name="light", **brief.of("light led", "screen_emissive"))
        return
    w, h, d = brief.box(0.24, 0.04, 0.16, keeps_shape=True)
    drawing.add("case_box", (w, h, d), name="housing", **body)
    drawing.add("pod", (w * 0.7, h * 0.12, d * 0.5), (0, h * 0.93, -d * 0.1), radius_m=d * 0.08, edge_m=h * 0.06, name="crest", **trim(brief, "crest trim", "plastic_black" if body["material"] != "plastic_black" else "aluminium"))
    count = brief.count("antenna", 4, most=8)
    for number in range(count):
        x = w * ((number + 0.5) / count - 0.5) * 0.92
        drawing.add("antenna", (0.014, d * 1.0, 0.014), (x, h * 0.36, -d / 2 - 0.003), turn=(-4, 0, -x / w * 24), **brief.of("antenna", "plastic_black"))
    for number in range(6):
        tint = "#3ee07a" if number % 3 else ""
        drawing.add("round_plate", (0.0055, 0.0055, 0.003), (w * (-0.25 + 0.1 * number), h * 0.52, d * 0.497), name="light", **Finish(material="screen_emissive", color=brief.part_colors.get("light", tint)))
    for number in range(5):
        drawing.add("box", (0.017, h * 0.36, 0.006), (w * (-0.3 + 0.11 * number), h * 0.22, -d * 0.5), name="port", material="plastic_white" if number == 4 else "paint_blue")


@archetype(
    "smart lock", "appliance", "smart home",
    "smart lock, door lock, electronic lock, digital lock, keypad lock, smart door lock, fingerprint lock, code lock, deadbolt, "
    "türschloss, serrure connectée, cerradura inteligente",
    hints="lock the door, access code", parts="keypad, handle, lever, door, plate, display, button",
    about="A smart lock is a door handle with a keypad and a light that opens a door by a code, a finger or a phone.",
    features="fingerprint=fingerprint, keypad=keypad, lever=lever, knob=knob",
)
def smart_lock(drawing: Drawing, brief: Brief) -> None:
    """Draw a smart lock with keypad, sensor and lever on a piece of its door."""
    w, h, d = brief.box(0.075, 0.3, 0.03, keeps_shape=True)
    body = shell(brief, "body case plate lock", "plastic_black")
    metal = trim(brief, "handle lever knob", "steel_brushed")
    held: dict[str, str] = {}
    low = 0.0
    if brief.has("door", default=True):
        low = h * 0.2
        drawing.add("box", (w * 3.4, h * 1.42, 0.045), (w * 0.62, 0, -d / 2 - 0.0215), radius_m=0.003, name="door", **brief.of("door", "wood"))
        drawing.add("box", (w * 3.7, h * 0.04, 0.13), (w * 0.62, 0, -d / 2 - 0.0215), radius_m=0.004, name="sill", **brief.of("sill base", "metal"))
        drawing.add("box", (0.004, h * 0.34, 0.026), (-w * 1.08, low + h * 0.34, -d / 2 - 0.021), name="strike", **metal)
        drawing.add("box", (0.022, h * 0.1, 0.016), (-w * 1.13, low + h * 0.46, -d / 2 - 0.021), radius_m=0.003, name="bolt", **metal)
    else:
        held["held"] = "wall"
    drawing.add("pod", (w, h, d), (0, low, 0), radius_m=w * 0.3, edge_m=w * 0.08, is_facing=True, name="body", **held, **body)
    face = d / 2
    drawing.add("pod", (w * 0.84, h * 0.5, 0.004), (0, low + h * 0.45, face), radius_m=w * 0.2, edge_m=0.001, is_facing=True, name="glass", material="paint_black")
    drawing.add("key_grid", (w * 0.66, h * 0.32, 0.003), (0, low + h * 0.48, face + 0.0025), columns=3, rows=4, share=0.62, roundness=0.5, name="keypad", **brief.of("keypad button", "screen_emissive"))
    drawing.add("lit_ring", (w * 0.36, w * 0.36, 0.004), (0, low + h * 0.835, face + 0.001), inner=0.84, name="fingerprint", **brief.of("light ring", "screen_emissive") | {"color": brief.part_colors.get("light", "#4db8ff")})
    drawing.add("round_plate", (w * 0.28, w * 0.28, 0.004), (0, low + h * 0.835 + w * 0.04, face + 0.001), name="reader", material="plastic_black")
    _lever(drawing, metal, brief, (0, low + h * 0.24, face), w)


def _lever(drawing: Drawing, metal: Finish, brief: Brief, at: tuple[float, float, float], w: float) -> None:
    """Draw the rose, the neck and the lever, or a round knob."""
    x, y, z = at
    drawing.add("round_plate", (w * 0.7, w * 0.7, 0.01), (x, y - w * 0.35, z + 0.004), name="rose", **metal)
    drawing.add("rod", (0.02, 0.05, 0.02), (x, y - 0.025, z + 0.028), turn=(90, 0, 0), name="neck", **metal)
    if brief.has("knob"):
        drawing.add("pod", (w * 0.74, w * 0.74, 0.03), (x, y - w * 0.37, z + 0.058), radius_m=w * 0.37, edge_m=0.012, is_facing=True, name="knob", **metal)
    else:
        drawing.add("pod", (w * 1.9, 0.024, 0.018), (x + w * 0.72, y - 0.012, z + 0.054), radius_m=0.006, edge_m=0.006, name="lever", **metal)
        drawing.add("round_plate", (w * 0.16, w * 0.16, 0.004), (x, y - w * 0.08 - w * 0.26, z + 0.009), name="keyhole", material="plastic_black")
