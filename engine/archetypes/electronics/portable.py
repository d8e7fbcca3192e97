"""What is carried along: phone, smartwatch, headphones; the front is +z."""

from math import cos, radians

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, lift, run, shell, trim

# fmt: off


@archetype(
    "phone", "electronics", "phone",
    "phone, smartphone, smart phone, mobile phone, cell phone, cellphone, iphone, mobile, android phone, foldable "
    "phone, flip phone, "
    "feature phone, handy, téléphone portable, teléfono móvil, smartfon",
    hints="texting, app", parts="stand, screen, case, button, lens, camera, key",
    about="A phone is a small flat computer with a touch screen and cameras for calls, messages and photos.",
    features="keypad=keys, button phone=keys, brick phone=keys, flip=flip",
)
def phone(drawing: Drawing, brief: Brief) -> None:
    """Draw a phone that leans on a small stand, or one with keys and a stub aerial."""
    if brief.has("keys", "vintage") or brief.modifiers & {"vintage", "old", "retro"} or "flip phone" in brief.words:
        return _key_phone(drawing, brief)
    width, height, depth = brief.box(0.073, 0.15, 0.0096, keeps_shape=True)
    body = shell(brief, "body case phone", brief.choose("aluminium", "plastic_black", "gold"), may_be_wood=True)
    cameras = brief.count("camera", brief.count("lens", 3, least=1, most=4), least=1, most=4)
    lean, at = -16.0, (0.0, height * 0.062, -height * 0.02)
    drawing.add("phone", (width, height, depth), at, turn=(lean, 0, 0), lenses=cameras, **body)
    picture = Drawing(brief)
    picture.add(
        "wallpaper", (width * 0.9, height * 0.945, depth * 0.06), icons=4, icon_rows=5, name="picture",
        material="screen_emissive",
        color=brief.part_colors.get("screen", brief.choose("#a8d8f0", "#f3b58a", "#b8a3e0")),
    )
    lift(drawing, picture, (0.0, at[1] + height / 2, at[2]), lean, depth * 0.5, height * 0.945 / 2)
    drawing.add(
        "wedge", (width * 0.86, height * 0.3, height * 0.32), (0, 0, -height * 0.045), slot_m=depth, lean_deg=16.0,
        name="stand", **brief.of("stand", "wood"),
    )
    return None


def _key_phone(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.052, 0.15, 0.026, keeps_shape=True)
    body = shell(brief, "body case phone", "plastic_black", color=brief.choose("", "#3b4a63", "#5c2a2a"))
    drawing.add("pod", (w, h * 0.86, d), radius_m=w * 0.3, edge_m=w * 0.12, is_facing=True, name="body", **body)
    drawing.add(
        "rod", (w * 0.2, h * 0.24, w * 0.2), (w * 0.34, h * 0.76, -d * 0.1), edge=0.4, name="antenna",
        **brief.of("antenna", "rubber_black"),
    )
    front = d / 2
    drawing.add(
        "pod", (w * 0.8, h * 0.28, 0.004), (0, h * 0.5, front), radius_m=w * 0.1, edge_m=0.001, is_facing=True,
        name="bezel", material="plastic_black",
    )
    drawing.add(
        "readout", (w * 0.66, h * 0.2, 0.004), (0, h * 0.54, front + 0.0015), text="12:45",
        digits_material="paint_black", material="screen_emissive", color=brief.part_colors.get("screen", "#9dbb61"),
        name="screen",
    )
    drawing.add(
        "key_grid", (w * 0.78, h * 0.3, 0.006), (0, h * 0.06, front), columns=3, rows=4, share=0.74, roundness=0.9,
        name="keys", **brief.of("key button", "plastic_white"),
    )
    drawing.add(
        "key_grid", (w * 0.78, h * 0.07, 0.006), (0, h * 0.39, front), columns=3, rows=1, roundness=0.8, name="menu",
        **trim(brief, "trim", "aluminium"),
    )
    for number in range(5):
        drawing.add(
            "box", (w * 0.06, w * 0.02, 0.003), (w * (-0.16 + 0.08 * number), h * 0.82, front), name="slot",
            material="paint_black",
        )


@archetype(
    "smartwatch", "electronics", "phone",
    "smartwatch, smart watch, apple watch, fitness tracker, fitness watch, sports watch, fitness band, digital watch, "
    "montre connectée, reloj inteligente",
    hints="fitness, steps, heart rate", parts="band, strap, crown, button, case, screen",
    about="A smartwatch is a small computer with a touch screen on a wrist band that counts steps and shows messages.",
    features="round=round",
)
def smartwatch(drawing: Drawing, brief: Brief) -> None:
    """Draw a smartwatch that stands on its closed band."""
    w, h, d = brief.box(0.042, 0.085, 0.07, keeps_shape=True)
    body = shell(brief, "body case watch", "aluminium", may_be_wood=True)
    band = brief.of(
        "band strap",
        "rubber_black" if brief.style_name in {"realistic", "modern", "futuristic", "minimalist"} else "leather_brown",
        is_accent=True,
    )
    lean, tall, thick, middle = -38.0, h * 0.52, 0.0105, (0.0, h * 0.66, d * 0.32)
    loop: Row = [
        0.42, 0.66, 0.14, 0.93, -0.26, 1, -0.72, 0.72, -1, 0.1, -0.9, -0.62, -0.5, -0.96, 0.1, -1, 0.66, -0.9, 0.96,
        -0.5, 1, -0.1, 0.92, 0.2,
    ]
    drawing.add("strap", (w * 0.6, h, d), path=loop, is_closed=True, thickness_m=0.0032, name="band", **band)
    drawing.add(
        "pod", (w * 1.5, h * 0.1, d * 1.1), (0, 0, d * 0.12), radius_m=w * 0.4, edge_m=h * 0.03, name="stand",
        **brief.of("stand", "wood"),
    )
    flat = Drawing(brief)
    round_case = brief.has("round")
    flat.add(
        "pod", (w, w if round_case else tall, thick), radius_m=w * (0.5 if round_case else 0.24), edge_m=thick * 0.3,
        is_facing=True, name="case", **body,
    )
    high = w if round_case else tall
    flat.add(
        "pod", (w * 0.92, high * 0.92, 0.002), (0, high * 0.04, thick * 0.5),
        radius_m=w * (0.46 if round_case else 0.2), edge_m=0.0008, is_facing=True, name="glass",
        material="plastic_black",
    )
    flat.add(
        "readout", (w * 0.66, high * 0.28, 0.001), (0, high * 0.54, thick * 0.5 + 0.001),
        text=brief.choose("10:09", "7:42"), share=0.8, corner_m=0.001, material="paint_black", name="time",
    )
    flat.add(
        "lit_ring", (w * 0.34, w * 0.34, 0.0014), (-w * 0.18, high * 0.16, thick * 0.5 + 0.0007), inner=0.76,
        name="steps", material="screen_emissive", color="#ff4f64",
    )
    flat.add(
        "lit_ring", (w * 0.22, w * 0.22, 0.0014), (w * 0.2, high * 0.22, thick * 0.5 + 0.0007), inner=0.7, name="pulse",
        material="screen_emissive", color="#46e08a",
    )
    flat.add(
        "knob", (0.008, 0.008, 0.004), (w * 0.5, high * 0.6, 0.0), turn=(0, 90, 0), name="crown",
        **trim(brief, "crown", "aluminium"),
    )
    _mounted(drawing, flat, middle, lean, high)


def _mounted(drawing: Drawing, flat: Drawing, middle: tuple[float, float, float], lean: float, high: float) -> None:
    """Include the case on its leaning place; the crown keeps its own turn."""
    crown = [thing for thing in flat.objects if thing.type == "knob"]
    flat.objects = [thing for thing in flat.objects if thing.type != "knob"]
    lift(drawing, flat, middle, lean, 0.0, high / 2)
    for thing in crown:
        up = (thing.position.y + 0.004 - high / 2) * cos(radians(lean))
        back = (thing.position.y + 0.004 - high / 2) * -0.6157
        drawing.add(
            "knob", (0.008, 0.008, 0.004), (thing.position.x + 0.001, middle[1] + up - 0.004, middle[2] + back),
            turn=(0, 90, 0), name="crown", material=thing.material, color=thing.color,
        )


@archetype(
    "headphones", "electronics", "audio",
    "headphones, headphone, headset, earphones, earphone, earbuds, earbud, airpods, wireless headphones, gaming "
    "headset, over ear "
    "headphones, kopfhörer, casque audio, écouteurs, auriculares",
    hints="music, listen", parts="band, headband, cushion, cup, ear cup, pad, cable, microphone, case",
    about="Headphones are two padded cups on a bow over the head for listening to music.",
    features="microphone=microphone, gaming=microphone, mic=microphone, wired=cable, cable=cable, stand=stand",
)
def headphones(drawing: Drawing, brief: Brief) -> None:
    """Draw headphones that stand on their cups, or a pair of earbuds in their box."""
    words = " ".join(brief.words | brief.features)
    if "earbud" in words or "airpod" in words or "earphone" in words:
        return _earbuds(drawing, brief)
    w, h, d = brief.box(0.19, 0.2, 0.08, keeps_shape=True)
    body = shell(
        brief, "body case cup headphones", "plastic_black" if brief.choose("a", "b") == "a" else "plastic_white",
        color=brief.choose("", "#33475b", "#8b2e3c"), may_be_wood=True,
    )
    metal = trim(brief, "band yoke arm trim", "aluminium")
    pad = brief.of(
        "cushion pad", "leather_black" if brief.style_name not in {"rustic", "steampunk"} else "leather_brown",
    )
    cup = h * 0.44
    thick = w * 0.3
    for side in (-1, 1):
        turn = 0.0 if side > 0 else 180.0
        kinds = {"cushion_material": pad["material"], "cushion_color": pad["color"], "cap_material": metal["material"]}
        drawing.add(
            "ear_cup", (thick, cup, d * 0.94), (side * (w / 2 - thick * 0.42), 0, 0), turn=(0, turn, 0), name="cup",
            **kinds, **body,
        )
        x = side * (w / 2 - thick * 0.12)
        run(
            drawing, "cord",
            [
                (x, cup * 0.5, d * 0.46), (x, cup * 0.92, d * 0.36), (x, cup * 1.1, 0.0), (x, cup * 0.92, -d * 0.36),
                (x, cup * 0.5, -d * 0.46),
            ],
            0.008, metal, "yoke",
        )
        drawing.add(
            "box", (0.009, h * 0.24, d * 0.2), (x - side * 0.001, cup * 1.02, 0), turn=(0, 0, side * 3.0),
            radius_m=0.003, name="slider", **metal,
        )
    drawing.add(
        "band_arch", (w * 0.985, h * 0.4, d * 0.5), (0, h * 0.6, 0), thickness_m=0.011, straight=0.16, end=0.6,
        name="band", **body,
    )
    drawing.add(
        "band_arch", (w * 0.84, h * 0.33, d * 0.44), (0, h * 0.625, 0), thickness_m=0.016, straight=0.05, end=0.7,
        name="headband_cushion", **pad,
    )
    _boom_and_cable(drawing, brief, (w, h, d), cup, thick)
    return None


def _boom_and_cable(
    drawing: Drawing, brief: Brief, size: tuple[float, float, float], cup: float, thick: float
) -> None:
    """Draw the microphone on its arm and the cable, where they are asked for."""
    w, _, d = size
    if brief.has("microphone"):
        side = -(w / 2 - thick * 0.2)
        run(
            drawing, "cord",
            [
                (side, cup * 0.4, d * 0.3), (side - 0.004, cup * 0.3, d * 0.8), (side + w * 0.1, cup * 0.16, d * 1.35),
                (side + w * 0.26, cup * 0.12, d * 1.5),
            ],
            0.007, brief.of("microphone", "rubber_black"), "boom",
        )
        drawing.add(
            "ball", (0.022, 0.018, 0.018), (side + w * 0.28, cup * 0.12 - 0.009, d * 1.51), name="microphone",
            **brief.of("microphone", "rubber_black"),
        )
    if brief.has("cable"):
        run(
            drawing, "cord",
            [(w * 0.36, 0.03, 0), (w * 0.4, 0.003, d * 0.5), (w * 0.2, 0.003, d * 1.2), (-w * 0.3, 0.003, d * 1.0)],
            0.004, brief.of("cable", "rubber_black"), "cable",
        )


def _earbuds(drawing: Drawing, brief: Brief) -> None:
    """Draw an open charging box with two buds before it."""
    w, h, d = brief.box(0.06, 0.05, 0.024, keeps_shape=True)
    body = shell(brief, "body case earbuds", "plastic_white", may_be_wood=True)
    drawing.add("pod", (w, h * 0.72, d), radius_m=d * 0.48, edge_m=d * 0.3, low_edge_m=d * 0.12, name="case", **body)
    drawing.add(
        "pod", (w, h * 0.46, d), (0, h * 0.68, -d * 0.4), turn=(-62, 0, 0), radius_m=d * 0.48, edge_m=d * 0.3,
        low_edge_m=0.001, name="lid", **body,
    )
    drawing.add(
        "pod", (w * 0.86, h * 0.012, d * 0.8), (0, h * 0.715, 0), radius_m=d * 0.38, edge_m=0.0002, name="tray",
        material="plastic_black",
    )
    drawing.add(
        "round_plate", (0.004, 0.004, 0.002), (0, h * 0.4, d * 0.5), name="light", material="screen_emissive",
        color="#3ee07a",
    )
    for side in (-1, 1):
        x, z = side * w * 0.28, d * 1.5
        drawing.add("ball", (d * 0.72, d * 0.66, d * 0.72), (x, 0, z), name="bud", **body)
        drawing.add(
            "rod", (d * 0.28, w * 0.5, d * 0.28), (x - side * d * 0.05, d * 0.14 - w * 0.25, z + w * 0.26),
            turn=(90, 0, 0), edge=0.4, name="stem", **body,
        )
        drawing.add(
            "ball", (d * 0.42, d * 0.42, d * 0.5), (x - side * d * 0.36, 0, z - d * 0.08), name="tip",
            **brief.of("tip cushion", "rubber_black"),
        )
