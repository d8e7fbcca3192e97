"""Computers and their screens: laptop, desktop, tablet, screen, server rack; the front is +z."""

from math import cos, radians, sin
from typing import Any

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, lift, like, run, shell, trim

# fmt: off
_SKIES = ("#a8d8f0", "#f3b58a", "#b8a3e0", "#8fd3c8")


def panel(
    drawing: Drawing, brief: Brief, size: Triple, at: Triple, lean: float, body: Finish, border: float, *,
    icons: int = 8, rows: int = 1, name: str = "display",
) -> None:
    """Draw a flat display and the picture on it; `at` is the bottom centre of its upright box."""
    w, h, d = size
    drawing.add("display", size, at, turn=(lean, 0, 0), border_m=border, name=name, **body)
    picture = Drawing(brief)
    tall = h - 2.02 * border
    picture.add(
        "wallpaper", (w - 2.02 * border, tall, d * 0.1), icons=icons, icon_rows=rows, name="picture",
        material="screen_emissive", color=brief.part_colors.get("screen", brief.choose(*_SKIES)),
    )
    lift(drawing, picture, (at[0], at[1] + h / 2, at[2]), lean, d * 0.45, tall / 2)


@archetype(
    "laptop", "electronics", "computer",
    "laptop, notebook, notebook computer, laptop computer, macbook, chromebook, gaming laptop, ordinateur portable, "
    "portátil",
    hints="typing, programming, coding", parts="lid, keyboard, screen, hinge, touchpad",
    about="A laptop is a flat computer that folds open into a keyboard and a screen.", features="gaming=gaming",
)
def laptop(drawing: Drawing, brief: Brief) -> None:
    """Draw an open laptop with a picture on its screen."""
    width, _, _ = brief.box(0.32, 0.23, 0.3, keeps_shape=True)
    base_depth, thick = width * 0.7, width * 0.05
    gaming = brief.has("gaming")
    body = shell(brief, "body case laptop", "plastic_black" if gaming else "aluminium", may_be_wood=True)
    keys = brief.of("keyboard key", "screen_emissive" if gaming else "plastic_black")
    drawing.add(
        "laptop_base", (width, thick, base_depth), name="base", keys_material=keys["material"],
        keys_color=keys["color"] or ("#c23bd6" if gaming else ""), **body,
    )
    lean, tall = -18.0, width * 0.66
    y, z = thick * 0.62, -base_depth / 2 + thick * 0.1
    up, back = tall / 2 * cos(radians(-lean)), tall / 2 * sin(radians(-lean))
    panel(
        drawing, brief, (width, tall, thick * 0.34), (0, y + up - tall / 2, z - back), lean, body, width * 0.022,
        name="lid",
    )
    drawing.add(
        "rod", (thick * 0.42, width * 0.7, thick * 0.42), (0, y - width * 0.35 + thick * 0.05, z), turn=(0, 0, 90),
        name="hinge", **brief.of("hinge", "plastic_black" if brief.style_name != "steampunk" else "accent"),
    )
    for side in (-1, 1):
        drawing.add(
            "perforated", (width * 0.035, base_depth * 0.44, 0.0008),
            (side * width * 0.462, thick * 0.847 - base_depth * 0.22, -base_depth * 0.15), turn=(-90, 0, 0),
            pitch_m=0.004, name="speaker", material="plastic_black",
        )


@archetype(
    "screen", "electronics", "display",
    "tv, television, monitor, screen, display, smart tv, flat screen, computer monitor, television set, curved "
    "monitor, fernseher, "
    "bildschirm, téléviseur, televisor",
    hints="watch films, movies", parts="stand, foot, frame, bezel, antenna, knob",
    about="A television or monitor is a flat picture screen on a foot; an old one is a deep box with a rounded glass "
    "and knobs.",
    features="curved=curved, retro=retro, crt=retro",
)
def screen(drawing: Drawing, brief: Brief) -> None:
    """Draw a television or monitor on its foot, or the wooden television of old."""
    words = " ".join(brief.words | brief.features)
    is_tv = "tv" in words or "television" in words
    is_old = brief.has("retro", "crt", "vintage", "antenna") or brief.modifiers & {
        "vintage", "old", "antique", "retro",
    } or brief.style_name in {"rustic", "steampunk", "art deco"}
    if is_old:
        return _old_television(drawing, brief)
    width, height, depth = brief.box(*((1.23, 0.78, 0.26) if is_tv else (0.61, 0.5, 0.22)), keeps_shape=True)
    body = shell(brief, "body case frame bezel", "plastic_black")
    stand = trim(brief, "stand foot base", "aluminium")
    tall = width * 0.565
    panel(drawing, brief, (width, tall, depth * 0.14), (0, height - tall, 0.01 * width), 0.0, body, width * 0.012)
    drawing.add(
        "pod", (width * 0.5, tall * 0.5, depth * 0.16), (0, height - tall * 0.8, -depth * 0.1), radius_m=width * 0.03,
        edge_m=depth * 0.06, is_facing=True, name="back", **body,
    )
    if is_tv:
        for side in (-1, 1):
            run(
                drawing, "cord",
                [(side * width * 0.3, height - tall + 0.02, 0.01), (side * width * 0.36, 0.008, depth * 0.48)], 0.016,
                stand, "leg",
            )
            run(
                drawing, "cord",
                [(side * width * 0.3, height - tall + 0.02, 0.0), (side * width * 0.36, 0.008, -depth * 0.48)], 0.016,
                stand, "leg",
            )
        return None
    drawing.add("pod", (width * 0.42, depth * 0.06, depth), radius_m=depth * 0.2, edge_m=0.004, name="foot", **stand)
    drawing.add(
        "pod", (width * 0.1, height - tall * 0.5, depth * 0.1), (0, depth * 0.03, -depth * 0.18), radius_m=depth * 0.04,
        edge_m=0.004, name="neck", **stand,
    )
    return None


def _old_television(drawing: Drawing, brief: Brief) -> None:
    """Draw a television of the fifties: wooden case, bulging glass, speaker cloth, knobs, rabbit ears, legs."""
    w, h, d = brief.box(0.62, 0.86, 0.42, keeps_shape=True)
    case = shell(brief, "body case frame", "walnut", may_be_wood=True)
    metal = trim(brief, "knob leg trim antenna", "brass_polished")
    low, tall = h * 0.26, h * 0.56
    for x in (-1, 1):
        for z in (-1, 1):
            run(
                drawing, "cord", [(x * w * 0.36, low + 0.02, z * d * 0.32), (x * w * 0.46, 0.01, z * d * 0.44)], 0.02,
                brief.of("leg", "wood"), "leg",
            )
    made = drawing.add(
        "pod", (w, tall, d), (0, low, 0), radius_m=tall * 0.1, edge_m=0.012, is_facing=True, name="case", **case,
    )
    dress(drawing, brief, made, "right")
    front = d / 2
    drawing.add(
        "pod", (w * 0.68, tall * 0.84, 0.03), (-w * 0.12, low + tall * 0.08, front), radius_m=tall * 0.2, edge_m=0.012,
        is_facing=True, name="mask", **brief.of("mask bezel", "plastic_black"),
    )
    drawing.add(
        "pod", (w * 0.6, tall * 0.72, 0.05), (-w * 0.12, low + tall * 0.14, front + 0.006), radius_m=tall * 0.18,
        edge_m=0.024, is_facing=True, name="screen", **brief.of("screen glass", "glass_tinted"),
    )
    for y in (0.68, 0.44):
        drawing.add("knob", (w * 0.1, w * 0.1, 0.035), (w * 0.36, low + tall * y, front + 0.012), **metal)
    drawing.add(
        "louvres", (w * 0.17, tall * 0.3, 0.01), (w * 0.36, low + tall * 0.08, front), slats=8, tilt_deg=0,
        name="speaker", **metal,
    )
    drawing.add(
        "turning", (0.08, 0.035, 0.08), (0, low + tall - 0.003, 0), profile=[1, 0, 1, 0.3, 0.6, 1], name="antenna_foot",
        material="plastic_black",
    )
    for side in (-1, 1):
        run(
            drawing, "cord", [(side * 0.01, low + tall + 0.02, 0), (side * w * 0.36, low + tall + h * 0.26, 0)], 0.007,
            metal, "antenna",
        )


@archetype(
    "desktop computer", "electronics", "computer",
    "desktop computer, desktop pc, desktop, computer, pc, personal computer, gaming pc, gaming computer, computer "
    "tower, pc tower, "
    "imac, all in one computer, ordinateur, ordenador",
    hints="computing", parts="tower, monitor, keyboard, mouse, fan, window, panel, light, stand",
    about="A desktop computer is a tower with a monitor, a keyboard and a mouse that stand on a desk for office work "
    "or games.",
    features="gaming=gaming, rgb=gaming, tower only=tower only, all in one=all in one",
)
def desktop_computer(drawing: Drawing, brief: Brief) -> None:
    """Draw a tower, or none for an all-in-one, with monitor, keyboard and mouse."""
    words = " ".join(brief.words | brief.features)
    w, h, d = brief.box(1.0, 0.52, 0.62, keeps_shape=True)
    gaming = "gaming" in words
    body = shell(
        brief, "body case tower", "plastic_black" if gaming or brief.choose("a", "b") == "a" else "aluminium",
        may_be_wood=True,
    )
    alone = "computer tower" in words or "pc tower" in words or "tower only" in words
    whole = "all in one" in words or "imac" in words
    if not whole:
        _tower(
            drawing, brief, (0 if alone else w * 0.39, 0, 0 if alone else -d * 0.12), (w * 0.21, h * 0.88, d * 0.72),
            body, gaming=gaming,
        )
    if alone:
        return
    left = 0.0 if whole else -w * 0.12
    _desk_set(drawing, brief, left, (w, h, d), body, gaming=gaming, whole=whole)


def _desk_set(
    drawing: Drawing, brief: Brief, x: float, size: Triple, body: Finish, *, gaming: bool, whole: bool,
) -> None:
    """Draw monitor, keyboard and mouse."""
    w, h, d = size
    wide = w * 0.6
    tall, stand = wide * 0.57, trim(brief, "stand foot", "aluminium")
    z = -d * 0.2
    panel(
        drawing, brief, (wide, tall, 0.024 if whole else 0.03), (x, h - tall, z), 0.0,
        like(brief, "monitor", body), wide * 0.014,
    )
    if whole:
        drawing.add("box", (wide, tall * 0.16, 0.024), (x, h - tall * 1.12, z), radius_m=0.004, name="chin", **body)
    drawing.add(
        "pod", (wide * 0.34, 0.012, d * 0.3), (x, 0, z - d * 0.04), radius_m=0.03, edge_m=0.004, name="foot", **stand,
    )
    drawing.add(
        "pod", (wide * 0.09, h - tall * 0.5, 0.02), (x, 0.006, z - 0.022), radius_m=0.006, edge_m=0.003, name="neck",
        **stand,
    )
    keys: dict[str, Any] = {"keys_material": "screen_emissive", "keys_color": "#b04de0"} if gaming else {}
    drawing.add(
        "keyboard", (0.43, 0.024, 0.13), (x, 0, d * 0.28), name="keyboard", **keys,
        **brief.of("keyboard", "plastic_black" if gaming else "aluminium"),
    )
    drawing.add(
        "pointer", (0.062, 0.036, 0.11), (x + 0.3, 0, d * 0.28), name="mouse",
        **brief.of("mouse", "plastic_black" if gaming else "plastic_white"),
    )


def _tower(drawing: Drawing, brief: Brief, at: Triple, size: Triple, body: Finish, *, gaming: bool) -> None:
    """Draw a computer's case: feet, front with its vents, button and ports, side window or ornament."""
    (x, _, z), (w, h, d) = at, size
    foot = h * 0.03
    glow = brief.of("light led fan", "screen_emissive")
    drawing.add("feet", (w * 0.94, foot + 0.004, d * 0.9), (x, 0, z), radius_m=0.018, material="rubber_black")
    case = drawing.add("box", (w, h - foot, d * 0.95), (x, foot, z - d * 0.02), radius_m=0.006, name="tower", **body)
    drawing.add(
        "pod", (w * 0.98, (h - foot) * 0.98, d * 0.05), (x, foot + h * 0.01, z + d * 0.47), radius_m=0.012,
        edge_m=0.008, is_facing=True, name="front", **body,
    )
    front = z + d * 0.495
    fans = 3 if gaming else 0
    for number in range(fans):
        across = min(w * 0.82, h * 0.27)
        y = foot + h * (0.1 + 0.29 * number)
        tint = ("#ff3b6b", "#7a5cff", "#33d6ff")[number]
        drawing.add(
            "lit_ring", (across, across, 0.012), (x, y, front), inner=0.86, name="fan_light",
            **glow | {"color": glow["color"] or tint},
        )
        drawing.add(
            "fan_blades", (across * 0.8, across * 0.8, 0.014), (x, y + across * 0.1, front + 0.004), blades=7,
            name="fan", material="plastic_black",
        )
        drawing.add(
            "round_plate", (across * 0.9, across * 0.9, 0.004), (x, y + across * 0.05, front), name="fan_well",
            material="paint_black",
        )
    if not gaming:
        drawing.add(
            "louvres", (w * 0.7, h * 0.46, 0.008), (x, foot + h * 0.08, front), slats=14, name="vent",
            **trim(brief, "vent grille", "plastic_black"),
        )
        drawing.add(
            "box", (w * 0.74, h * 0.05, 0.006), (x, h * 0.76, front), radius_m=0.002, name="drive",
            material="plastic_black",
        )
    drawing.add(
        "lit_ring", (w * 0.16, w * 0.16, 0.006), (x - w * 0.3, h * 0.925, front), inner=0.72, name="power", **glow,
    )
    for number in range(2):
        drawing.add(
            "box", (w * 0.09, h * 0.012, 0.006), (x + w * (0.1 + 0.16 * number), h * 0.94, front), name="port",
            material="plastic_black",
        )
    if gaming or brief.has("window", "panel"):
        drawing.add(
            "pod", (d * 0.78, h * 0.76, 0.008), (x + w / 2, foot + h * 0.12, z), turn=(0, 90, 0), radius_m=0.01,
            edge_m=0.002, is_facing=True, name="window", **brief.of("window panel glass", "glass_tinted"),
        )
        drawing.add(
            "box", (0.006, h * 0.02, d * 0.7), (x + w / 2 + 0.003, h * 0.3, z), name="light_bar",
            **glow | {"color": glow["color"] or "#7a5cff"},
        )
    else:
        dress(drawing, brief, case, "right", "top")


@archetype(
    "tablet", "electronics", "computer",
    "tablet, ipad, tablet computer, drawing tablet, e reader, ebook reader, kindle, e book reader, tableta, tablette",
    hints="swipe, draw digitally", parts="stand, pen, pencil, screen, case",
    about="A tablet is a thin flat computer with a touch screen, larger than a phone, for reading and drawing.",
    features="pen=pen, stylus=pen, pencil=pen",
)
def tablet(drawing: Drawing, brief: Brief) -> None:
    """Draw a tablet that leans on a folded stand, with its pen before it."""
    w, h, _ = brief.box(0.25, 0.2, 0.16, keeps_shape=True)
    body = shell(brief, "body case tablet", "aluminium", may_be_wood=True)
    tall, thick, lean = h * 0.9, 0.0075, -22.0
    up, back = tall / 2 * cos(radians(22)), tall / 2 * sin(radians(22))
    low = h * 0.035
    panel(
        drawing, brief, (w, tall, thick), (0, low + up - tall / 2, h * 0.1 - back), lean, body, w * 0.032, icons=6,
        rows=4,
    )
    stand = brief.of("stand", "wood" if brief.style_name in {"rustic", "steampunk", "realistic"} else "metal")
    outline: Row = [-1, -1, 1, -1, 1, -0.72, 0.66, -0.72, 0.6, -0.86, 0.32, -0.86, -0.5, 0.98, -0.62, 1]
    drawing.add(
        "side_body", (w * 0.5, h * 0.62, h * 0.75), (0, 0, -h * 0.1), outline=outline, edge_m=0.002, name="stand",
        **stand,
    )
    if brief.has("pen", default=brief.style_name in {"realistic", "modern", "contemporary"}):
        drawing.add(
            "rod", (0.009, w * 0.62, 0.009), (w * 0.1, 0.0045 - w * 0.31, h * 0.52), turn=(0, 0, 90), edge=0.4,
            name="pen", **brief.of("pen pencil", "plastic_white"),
        )


@archetype(
    "server rack", "electronics", "computer",
    "server rack, server, mainframe, supercomputer, network rack, nas, "
    "serveur, servidor",
    hints="cloud computing, hosting", parts="door, light, cable, panel",
    about="A server rack is a tall cabinet full of flat computers with rows of blinking lights and cables in a data "
    "centre.",
    features="open=open, glass door=glass",
)
def server_rack(drawing: Drawing, brief: Brief) -> None:
    """Draw a rack: frame, units with vents and lights, patch cables."""
    w, h, d = brief.box(0.6, 2.0, 0.9)
    body = shell(brief, "body case frame rack", "paint_black")
    glow = brief.of("light led", "screen_emissive")
    drawing.add("feet", (w * 0.9, h * 0.02, d * 0.9), radius_m=0.025, material="rubber_black")
    low, tall = h * 0.018, h * 0.98
    case = drawing.add(
        "casing", (w, tall, d * 0.96), (0, low, -d * 0.02), opening=[0.09, 0.03, 0.91, 0.975], hollow=0.9,
        radius_m=0.008, lining_material="paint_black", name="frame", **body,
    )
    dress(drawing, brief, case, "right", "left")
    units = max(6, min(18, round(tall / 0.13)))
    pitch = tall * 0.93 / units
    for number in range(units):
        _unit(
            drawing, brief, (0, low + tall * 0.032 + pitch * number, d * 0.06), (w * 0.825, pitch * 0.94, d * 0.72),
            number, glow,
        )


def _unit(drawing: Drawing, brief: Brief, at: Triple, size: Triple, number: int, glow: Finish) -> None:
    """Draw one unit: its box, vent or drives, lights."""
    (x, y, z), (w, h, d) = at, size
    drawing.add(
        "box", size, at, radius_m=0.003, name="unit",
        **brief.of("unit panel", "steel_brushed" if number % 4 == 3 else "plastic_black"),
    )
    front = z + d / 2
    if number % 3 == 1:
        drawing.add(
            "key_grid", (w * 0.7, h * 0.7, 0.008), (x - w * 0.1, y + h * 0.15, front), columns=8, rows=2, share=0.86,
            roundness=0.1, name="drives", material="aluminium" if number % 4 != 3 else "plastic_black",
        )
    elif number % 3 == 2:
        drawing.add(
            "key_grid", (w * 0.74, h * 0.5, 0.006), (x - w * 0.08, y + h * 0.25, front), columns=12, rows=2, share=0.7,
            roundness=0.1, name="ports", material="paint_blue",
        )
    else:
        drawing.add(
            "louvres", (w * 0.68, h * 0.7, 0.008), (x - w * 0.1, y + h * 0.15, front), slats=5, name="vent",
            **brief.of("vent", "steel_brushed"),
        )
    drawing.add(
        "key_grid", (w * 0.12, h * 0.4, 0.006), (x + w * 0.38, y + h * 0.3, front), columns=3, rows=2, share=0.5,
        roundness=0.5, name="lights",
        **glow | {"color": glow["color"] or ("#3ee07a", "#4db8ff", "#ffb84d")[number % 3]},
    )
