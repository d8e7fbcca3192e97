"""What guards a house: cameras, doorbells, smart locks; the front is +z."""

from typing import Any

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import run, shell, trim

# fmt: off


@archetype(
    "security camera", "electronics", "iot",
    "security camera, surveillance camera, cctv, cctv camera, ip camera, webcam, bullet camera, dome camera, baby "
    "monitor, "
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
    drawing.add(
        "turning", (base, h * 0.09, base), (0, 0, 0), profile=[1, 0, 1, 0.55, 0.9, 0.9, 0.5, 1], name="base", **arm,
    )
    for turn in (45, 135, 225, 315):
        screw = Drawing(brief)
        screw.add(
            "button", (w * 0.09, h * 0.02, w * 0.09), (base * 0.38, h * 0.07, 0), name="screw",
            material="steel_brushed",
        )
        drawing.include(screw, turn_deg=turn)
    drawing.add("rod", (w * 0.24, h * 0.36, w * 0.24), (0, h * 0.07, 0), name="arm", **arm)
    drawing.add("ball", (w * 0.42, w * 0.42, w * 0.42), (0, h * 0.36, 0), name="joint", **arm)
    middle, tilt, across = h * 0.74, 7, h * 0.42
    drawing.add(
        "pod", (across, across, d * 0.8), (0, middle - across / 2, -d * 0.02), turn=(tilt, 0, 0), radius_m=across / 2,
        edge_m=across * 0.1, is_facing=True, name="housing", **body,
    )
    drawing.add("rod", (w * 0.16, h * 0.14, w * 0.16), (0, h * 0.47, 0), name="stem", **arm)
    drawing.add(
        "side_body", (across * 1.08, across * 0.56, d), (0, middle + across * 0.02, d * 0.06), turn=(tilt, 0, 0),
        outline=[-1, -0.4, -1, 0.9, 1, 0.9, 1, 0.2, 0.9, 0.2], edge_m=across * 0.1, name="visor", **body,
    )
    front = d * 0.38
    drop = front * 0.12
    drawing.add(
        "round_plate", (across * 0.9, across * 0.9, 0.01), (0, middle - across * 0.45 - drop, front), turn=(tilt, 0, 0),
        name="face", material="plastic_black",
    )
    drawing.add(
        "lens_barrel", (across * 0.46, across * 0.46, 0.016), (0, middle - across * 0.23 - drop, front + 0.007),
        turn=(tilt, 0, 0), name="lens", **brief.of("lens", "plastic_black"),
    )
    drawing.add(
        "tick_ring", (across * 0.76, across * 0.76, 0.004), (0, middle - across * 0.38 - drop, front + 0.005),
        turn=(tilt, 0, 0), ticks=12, is_dots=True, name="infrared", **brief.of("light led", "paint_red"),
    )
    run(
        drawing, "cord",
        [(0, middle, -d * 0.38), (0, middle - h * 0.06, -d * 0.56), (0, h * 0.3, -d * 0.46), (0, h * 0.06, -d * 0.2)],
        0.006, brief.of("cord cable", "plastic_black"), "cord",
    )


def _dome_camera(drawing: Drawing, brief: Brief) -> None:
    d, h, _ = brief.box(0.13, 0.1, 0.13, keeps_shape=True)
    body = shell(brief, "body case housing base", "paint_white")
    drawing.add(
        "turning", (d, h * 0.44, d), (0, h * 0.56, 0), profile=[0.86, 0, 0.97, 0.1, 1, 0.4, 1, 0.9, 0.97, 1],
        name="base", held="ceiling", **body,
    )
    drawing.add(
        "turning", (d * 0.8, h * 0.58, d * 0.8), (0, 0, 0), profile=[0.05, 0, 0.5, 0.12, 0.84, 0.42, 1, 0.85, 1, 1],
        name="dome", **brief.of("glass dome", "glass_tinted"),
    )
    drawing.add("ball", (d * 0.44, d * 0.44, d * 0.44), (0, h * 0.3, 0), name="eye", material="plastic_black")
    drawing.add(
        "lens_barrel", (d * 0.2, d * 0.2, d * 0.1), (0, h * 0.26, d * 0.2), turn=(30, 0, 0), name="lens",
        material="plastic_black",
    )


def _ball_camera(drawing: Drawing, brief: Brief) -> None:
    d, h, _ = brief.box(0.08, 0.125, 0.08, keeps_shape=True)
    body = shell(brief, "body case housing", "plastic_white", may_be_wood=True)
    drawing.add("turning", (d, h * 0.4, d), profile=[1, 0, 1, 0.12, 0.9, 0.3, 0.72, 0.8, 0.7, 1], name="base", **body)
    drawing.add(
        "hoop", (d * 0.75, h * 0.02, d * 0.75), (0, h * 0.345, 0), inner=0.9, name="ring",
        **brief.of("light ring led", "screen_emissive"),
    )
    drawing.add("ball", (d * 0.98, d * 0.98, d * 0.98), (0, h - d * 0.98, 0), name="head", **body)
    middle = h - d * 0.49
    drawing.add(
        "round_plate", (d * 0.72, d * 0.72, d * 0.2), (0, middle - d * 0.36, d * 0.3), name="face",
        material="plastic_black",
    )
    drawing.add(
        "lens_barrel", (d * 0.36, d * 0.36, d * 0.14), (0, middle - d * 0.18, d * 0.44), name="lens",
        **brief.of("lens", "plastic_black"),
    )
    drawing.add(
        "round_plate", (d * 0.06, d * 0.06, 0.003), (0, middle + d * 0.23, d * 0.4), name="light",
        material="screen_emissive", color="#3ee07a",
    )


@archetype(
    "doorbell", "electronics", "iot",
    "doorbell, video doorbell, smart doorbell, door bell, ring doorbell, door chime, türklingel, sonnette, timbre de "
    "puerta",
    hints="front door, visitor", parts="button, lens, light, ring, plate",
    about="A doorbell is a small box with a button beside the front door; a smart one has a camera that shows who is "
    "there.",
    features="video=video, camera=video, push button=button only",
)
def doorbell(drawing: Drawing, brief: Brief) -> None:
    """Draw a doorbell: with a camera above its lit button, or the round brass push of old."""
    body = shell(brief, "body case plate", "plastic_black", may_be_wood=True)
    glow = brief.of("light ring", "screen_emissive")
    if brief.style_name in {
        "steampunk", "art deco", "rustic",
    } and not brief.has("video", "smart") and "smart" not in brief.modifiers:
        return _bell_push(drawing, brief)
    w, h, d = brief.box(0.046, 0.13, 0.026, keeps_shape=True)
    drawing.add(
        "pod", (w * 1.1, h * 1.02, d * 0.26), (0, 0, -d * 0.4), radius_m=w * 0.3, edge_m=w * 0.03, is_facing=True,
        name="plate", held="wall", **trim(brief, "plate bracket", "aluminium"),
    )
    drawing.add(
        "pod", (w, h * 0.98, d * 0.8), (0, h * 0.02, 0.0), radius_m=w * 0.46, edge_m=w * 0.1, is_facing=True,
        name="body", **body,
    )
    front = d * 0.4
    drawing.add(
        "pod", (w * 0.9, h * 0.44, 0.003), (0, h * 0.52, front), radius_m=w * 0.42, edge_m=0.001, is_facing=True,
        name="glass", material="paint_black",
    )
    drawing.add(
        "lens_barrel", (w * 0.5, w * 0.5, d * 0.22), (0, h * 0.77 - w * 0.25, front + d * 0.1), name="lens",
        **brief.of("lens", "plastic_black"),
    )
    drawing.add(
        "lit_ring", (w * 0.62, w * 0.62, 0.004), (0, h * 0.24 - w * 0.31, front), inner=0.86, name="ring", **glow,
    )
    drawing.add(
        "round_plate", (w * 0.5, w * 0.5, 0.006), (0, h * 0.24 - w * 0.25, front), name="button",
        **brief.of("button", "steel_brushed"),
    )
    for number in range(5):
        drawing.add(
            "box", (w * 0.05, w * 0.05, 0.002), (w * (-0.2 + 0.1 * number), h * 0.46, front), name="hole",
            material="paint_black",
        )
    return None


def _bell_push(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.075, 0.11, 0.03, keeps_shape=True)
    metal = brief.of("body case plate", "trim" if brief.style_name != "rustic" else "iron_black", is_main=True)
    drawing.add(
        "pod", (w, h, d * 0.34), radius_m=w * 0.48, edge_m=w * 0.05, is_facing=True, name="plate", held="wall", **metal,
    )
    drawing.add(
        "lit_ring", (w * 0.74, w * 0.74, d * 0.4), (0, h / 2 - w * 0.37, d * 0.26), inner=0.72, name="ring", **metal,
    )
    drawing.add(
        "lit_ring", (w * 0.5, w * 0.5, d * 0.24), (0, h / 2 - w * 0.25, d * 0.26), inner=0.7, name="step", **metal,
    )
    drawing.add(
        "pod", (w * 0.3, w * 0.3, d * 0.5), (0, h / 2 - w * 0.15, d * 0.36), radius_m=w * 0.15, edge_m=w * 0.08,
        is_facing=True, name="button", **brief.of("button", "ceramic_white"),
    )
    for y in (0.09, 0.91):
        drawing.add("round_plate", (w * 0.1, w * 0.1, 0.004), (0, h * y - w * 0.05, d * 0.17), name="screw", **metal)


@archetype(
    "smart lock", "appliance", "smart home",
    "smart lock, door lock, electronic lock, digital lock, keypad lock, smart door lock, fingerprint lock, code lock, "
    "deadbolt, "
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
    held: dict[str, Any] = {}
    low = 0.0
    if brief.has("door", default=True):
        low = h * 0.2
        drawing.add(
            "box", (w * 3.4, h * 1.42, 0.045), (w * 0.62, 0, -d / 2 - 0.0215), radius_m=0.003, name="door",
            **brief.of("door", "wood"),
        )
        drawing.add(
            "box", (w * 3.7, h * 0.04, 0.13), (w * 0.62, 0, -d / 2 - 0.0215), radius_m=0.004, name="sill",
            **brief.of("sill base", "metal"),
        )
        drawing.add(
            "box", (0.004, h * 0.34, 0.026), (-w * 1.08, low + h * 0.34, -d / 2 - 0.021), name="strike", **metal,
        )
        drawing.add(
            "box", (0.022, h * 0.1, 0.016), (-w * 1.13, low + h * 0.46, -d / 2 - 0.021), radius_m=0.003, name="bolt",
            **metal,
        )
    else:
        held["held"] = "wall"
    drawing.add(
        "pod", (w, h, d), (0, low, 0), radius_m=w * 0.3, edge_m=w * 0.08, is_facing=True, name="body", **held, **body,
    )
    face = d / 2
    drawing.add(
        "pod", (w * 0.84, h * 0.5, 0.004), (0, low + h * 0.45, face), radius_m=w * 0.2, edge_m=0.001, is_facing=True,
        name="glass", material="paint_black",
    )
    drawing.add(
        "key_grid", (w * 0.66, h * 0.32, 0.003), (0, low + h * 0.48, face + 0.0025), columns=3, rows=4, share=0.62,
        roundness=0.5, name="keypad", **brief.of("keypad button", "screen_emissive"),
    )
    drawing.add(
        "lit_ring", (w * 0.36, w * 0.36, 0.004), (0, low + h * 0.835, face + 0.001), inner=0.84, name="fingerprint",
        **brief.of("light ring", "screen_emissive") | {"color": brief.part_colors.get("light", "#4db8ff")},
    )
    drawing.add(
        "round_plate", (w * 0.28, w * 0.28, 0.004), (0, low + h * 0.835 + w * 0.04, face + 0.001), name="reader",
        material="plastic_black",
    )
    _lever(drawing, metal, brief, (0, low + h * 0.24, face), w)


def _lever(drawing: Drawing, metal: Finish, brief: Brief, at: tuple[float, float, float], w: float) -> None:
    """Draw the rose, the neck and the lever, or a round knob."""
    x, y, z = at
    drawing.add("round_plate", (w * 0.7, w * 0.7, 0.01), (x, y - w * 0.35, z + 0.004), name="rose", **metal)
    drawing.add("rod", (0.02, 0.05, 0.02), (x, y - 0.025, z + 0.028), turn=(90, 0, 0), name="neck", **metal)
    if brief.has("knob"):
        drawing.add(
            "pod", (w * 0.74, w * 0.74, 0.03), (x, y - w * 0.37, z + 0.058), radius_m=w * 0.37, edge_m=0.012,
            is_facing=True, name="knob", **metal,
        )
    else:
        drawing.add(
            "pod", (w * 1.9, 0.024, 0.018), (x + w * 0.72, y - 0.012, z + 0.054), radius_m=0.006, edge_m=0.006,
            name="lever", **metal,
        )
        drawing.add(
            "round_plate", (w * 0.16, w * 0.16, 0.004), (x, y - w * 0.08 - w * 0.26, z + 0.009), name="keyhole",
            material="plastic_black",
        )
