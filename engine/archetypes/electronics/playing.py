"""Playing and typing: keyboard, mouse, game controller, game console, virtual-reality headset; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, like, run, shell, trim

# fmt: off


@archetype(
    "keyboard", "electronics", "peripheral",
    "keyboard, computer keyboard, mechanical keyboard, gaming keyboard, wireless keyboard, tastatur, clavier, teclado",
    hints="type, typing", parts="key, keycap, case, cable, light, knob",
    about="A computer keyboard is a flat board of keys with letters for typing.",
    features="numpad=numpad, number pad=numpad, full size=numpad, rgb=rgb, backlit=rgb, wireless=wireless, "
    "compact=compact",
)
def keyboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a keyboard with its block of numbers, knob, lights and cable."""
    small = brief.has("compact") or bool(brief.modifiers & {"compact", "small", "mini"})
    w, h, d = brief.box(0.31 if small else 0.44, 0.034, 0.135, keeps_shape=True)
    body = shell(
        brief, "body case keyboard", "aluminium" if brief.choose("a", "b") == "a" else "plastic_black",
        may_be_wood=True,
    )
    keys = brief.of("key keycap", "plastic_white" if body["material"] != "plastic_white" else "plastic_black")
    modifier = brief.of("modifier trim", keys["material"])
    glow = brief.has("rgb", "gaming", "light", default=brief.style_name == "futuristic")
    drawing.add(
        "side_body", (w, h * 0.66, d), outline=[-1, -1, 1, -1, 1, -0.3, -0.9, 1, -1, 1], edge_m=0.005, name="case",
        **body,
    )
    deck = (0.0, h * 0.4, 0.0)
    lean = 3.6
    main = w * (0.97 if small else 0.75)
    left = -w / 2 + w * 0.014 + main / 2
    if glow:
        drawing.add(
            "box", (w * 0.96, h * 0.06, d * 0.9), (0, deck[1] + h * 0.06, 0), turn=(lean, 0, 0), name="light",
            **brief.of("light led", "screen_emissive") | {
                "color": brief.part_colors.get("light", brief.choose("#7a5cff", "#33d6ff", "#ff3b9b"))
            },
        )
    drawing.add(
        "keycaps", (main, h * 0.4, d * 0.9), (left, deck[1] + h * 0.1, 0), turn=(lean, 0, 0),
        accent_material=modifier["material"],
        accent_color=modifier["color"] or ("" if brief.part_colors else brief.choose("#e0763c", "#4f7cac", "#c9cdd2")),
        name="keys", **keys,
    )
    if not small:
        drawing.add(
            "key_grid", (w * 0.19, h * 0.4, d * 0.72), (w * 0.392, deck[1] + h * 0.085, d * 0.09), turn=(lean, 0, 0),
            is_up=True, columns=4, rows=5, share=0.86, roundness=0.25, name="numpad", **keys,
        )
        drawing.add(
            "knob", (w * 0.05, h * 0.5, w * 0.05), (w * 0.45, deck[1] + h * 0.14, -d * 0.385), is_up=True,
            **trim(brief, "knob", "aluminium"),
        )
    if not brief.has("wireless") and "wireless" not in brief.modifiers:
        run(
            drawing, "cord",
            [(0, h * 0.3, -d * 0.48), (0.005, h * 0.2, -d * 0.7), (0.05, 0.003, -d * 1.0), (0.16, 0.003, -d * 1.25)],
            0.006, brief.of("cable", "rubber_black"), "cable",
        )


@archetype(
    "mouse", "electronics", "peripheral",
    "computer mouse, wireless mouse, gaming mouse, optical mouse, trackball mouse, computermaus, souris d ordinateur, "
    "ratón de ordenador",
    hints="click, pointer", parts="wheel, button, cable, light",
    about="A computer mouse is a small rounded shell with two buttons and a wheel that is moved by hand to point on a "
    "screen.",
    features="gaming=gaming, rgb=gaming, wireless=wireless, pad=pad",
)
def mouse(drawing: Drawing, brief: Brief) -> None:
    """Draw a computer mouse with split keys, wheel and cable."""
    w, h, d = brief.box(0.066, 0.04, 0.118, keeps_shape=True)
    body = shell(
        brief, "body case mouse", "plastic_black" if brief.has("gaming") else "plastic_white", may_be_wood=True,
    )
    glow = brief.of("light led", "screen_emissive")
    drawing.add(
        "mouse_shell", (w, h, d), wheel_material=brief.of("wheel", "rubber_black")["material"],
        light_material=glow["material"], light_color=glow["color"] or ("#7a5cff" if brief.has("gaming") else ""),
        name="body", **body,
    )
    if not brief.has("wireless") and "wireless" not in brief.modifiers:
        run(
            drawing, "cord",
            [(0, h * 0.3, -d * 0.46), (0, h * 0.24, -d * 0.56), (0.01, 0.002, -d * 0.85), (-0.04, 0.002, -d * 1.3)],
            0.004, brief.of("cable", "rubber_black"), "cable",
        )


@archetype(
    "game controller", "electronics", "gaming",
    "game controller, controller, gamepad, game pad, joypad, xbox controller, playstation controller, video game "
    "controller, joystick, "
    "manette de jeu, mando de juego",
    hints="video game, gaming", parts="stick, button, trigger, cross, light",
    about="A game controller is held with both hands and has two sticks, a cross and coloured buttons for video games.",
    features="symmetric=symmetric, playstation=symmetric, retro=retro, joystick=joystick",
)
def game_controller(drawing: Drawing, brief: Brief) -> None:
    """Draw a game controller, the flat one of the eighties, or a joystick."""
    words = " ".join(brief.words | brief.features)
    if "joystick" in words:
        return _joystick(drawing, brief)
    if brief.has("retro", "nes") or brief.modifiers & {"retro", "vintage", "old"}:
        return _flat_pad(drawing, brief)
    w, h, d = brief.box(0.155, 0.056, 0.108, keeps_shape=True)
    body = shell(
        brief, "body case controller", "plastic_black" if brief.choose("a", "b") == "a" else "plastic_white",
        color=brief.choose("", "#2f5fa8", "#a12f3a"), may_be_wood=True,
    )
    sticks = brief.of("stick", "rubber_black")
    layout = "symmetric" if brief.has("symmetric") else "offset"
    glow = brief.of("light led", "screen_emissive")
    drawing.add(
        "game_pad", (w, h, d), layout=layout, sticks_material=sticks["material"], sticks_color=sticks["color"],
        home_material=glow["material"], home_color=glow["color"], name="body", **body,
    )
    return None


def _flat_pad(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.125, 0.02, 0.055, keeps_shape=True)
    body = shell(brief, "body case controller", "plastic_white", color="#c9c7c2")
    drawing.add("pod", (w, h * 0.8, d), radius_m=0.004, edge_m=0.002, name="body", **body)
    drawing.add(
        "pod", (w * 0.94, h * 0.06, d * 0.74), (0, h * 0.78, d * 0.06), radius_m=0.003, edge_m=0.0004, name="plate",
        material="plastic_black",
    )
    for turn in (0, 90):
        drawing.add(
            "box", (d * 0.42, h * 0.2, d * 0.14), (-w * 0.32, h * 0.8, d * 0.08), turn=(0, turn, 0), radius_m=0.001,
            name="cross", material="rubber_black",
        )
    for number in range(2):
        drawing.add(
            "disc", (d * 0.24, h * 0.22, d * 0.24), (w * (0.22 + 0.15 * number), h * 0.8, d * 0.14), edge=0.2,
            name="button", **brief.of("button", "paint_red"),
        )
        drawing.add(
            "box", (d * 0.2, h * 0.12, d * 0.08), (w * (-0.08 + 0.13 * number), h * 0.8, d * 0.16), radius_m=0.001,
            name="menu", material="plastic_black", color="#4a4a4e",
        )
    run(
        drawing, "cord",
        [(0, h * 0.4, -d * 0.46), (0, h * 0.4, -d * 0.8), (w * 0.3, 0.003, -d * 1.2), (w * 0.6, 0.003, -d * 1.0)],
        0.005, brief.of("cable", "rubber_black"), "cable",
    )


def _joystick(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.16, 0.22, 0.16, keeps_shape=True)
    body = shell(brief, "body case base controller", "plastic_black", may_be_wood=True)
    drawing.add("pod", (w, h * 0.24, d), radius_m=w * 0.14, edge_m=0.008, taper=0.84, name="base", **body)
    drawing.add(
        "turning", (w * 0.44, h * 0.12, w * 0.44), (0, h * 0.23, 0),
        profile=[1, 0, 0.9, 0.2, 0.7, 0.4, 0.74, 0.55, 0.5, 0.8, 0.4, 1], name="boot", material="rubber_black",
    )
    drawing.add(
        "turning", (w * 0.26, h * 0.68, w * 0.26), (0, h * 0.32, 0),
        profile=[0.5, 0, 0.44, 0.1, 0.7, 0.3, 0.8, 0.5, 0.74, 0.7, 0.96, 0.86, 0.8, 0.97, 0.3, 1], name="stick",
        **brief.of("stick", "plastic_black"),
    )
    drawing.add(
        "disc", (w * 0.12, h * 0.03, w * 0.12), (0, h * 0.985, 0), name="fire", **brief.of("button", "paint_red"),
    )
    for side in (-1, 1):
        drawing.add(
            "disc", (w * 0.16, h * 0.05, w * 0.16), (side * w * 0.28, h * 0.225, d * 0.26), edge=0.2, name="button",
            **brief.of("button", "paint_red"),
        )


@archetype(
    "game console", "electronics", "gaming",
    "game console, video game console, games console, playstation, xbox, nintendo, handheld console, arcade machine, "
    "arcade cabinet, "
    "spielkonsole, console de jeux, videoconsola",
    hints="play video games", parts="controller, light, disc, button, screen",
    about="A game console is a box that is joined to a television and played with controllers; an arcade machine has "
    "its own screen.",
    features="arcade=arcade, handheld=handheld, portable=handheld",
)
def game_console(drawing: Drawing, brief: Brief) -> None:
    """Draw a console with its controller, a handheld one, or an arcade cabinet."""
    words = " ".join(brief.words | brief.features)
    if "arcade" in words:
        return _arcade(drawing, brief)
    if "handheld" in words or "nintendo" in words:
        return _handheld(drawing, brief)
    w, h, d = brief.box(0.11, 0.3, 0.26, keeps_shape=True)
    body = shell(brief, "body case console", "plastic_white", may_be_wood=True)
    dark, glow = brief.of("core", "plastic_black"), brief.of("light led", "screen_emissive")
    drawing.add("pod", (w * 1.1, h * 0.04, d * 0.8), radius_m=w * 0.4, edge_m=0.004, name="stand", **dark)
    drawing.add(
        "pod", (w * 0.6, h * 0.94, d * 0.94), (0, h * 0.035, 0), radius_m=0.01, edge_m=0.006, name="core", **dark,
    )
    for side in (-1, 1):
        drawing.add(
            "pod", (d, h * 0.965, w * 0.16), (side * w * 0.35, h * 0.03, 0), turn=(0, 90, side * -1.5),
            radius_m=h * 0.06, edge_m=w * 0.05, is_facing=True, name="wing", **body,
        )
        drawing.add("box", (0.003, h * 0.8, 0.003), (side * w * 0.265, h * 0.1, d * 0.47), name="light", **glow)
    drawing.add("box", (0.004, h * 0.3, 0.004), (-w * 0.1, h * 0.5, d * 0.47), name="slot", material="paint_black")
    drawing.add("button", (0.008, 0.003, 0.008), (w * 0.1, h * 0.6, d * 0.468), turn=(90, 0, 0), name="button", **glow)
    drawing.add(
        "game_pad", (0.155, 0.056, 0.108), (w * 1.9, 0, d * 0.3), turn=(0, -20, 0), name="controller",
        **like(brief, "controller", body),
    )
    return None


def _handheld(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.24, 0.105, 0.018, keeps_shape=True)
    body = shell(brief, "body case console", "plastic_black")
    drawing.add(
        "side_body", (w * 0.5, h * 0.3, h * 0.6), (0, 0, -h * 0.1),
        outline=[-1, -1, 1, -1, 1, -0.5, 0.7, -0.5, 0.6, -0.76, 0.34, -0.76, -0.2, 1, -0.4, 1], edge_m=0.002,
        name="stand", **brief.of("stand", "wood"),
    )
    at = (0.0, h * 0.03, h * 0.05)
    drawing.add(
        "handheld", (w, h, d), at, turn=(-16, 0, 0), left_color=brief.part_colors.get("controller", "#2aa7d6"),
        right_color=brief.part_colors.get("controller", "#ef4b4b"), name="console", **body,
    )


def _arcade(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.7, 1.75, 0.85)
    body = shell(brief, "body case cabinet", "paint_black", may_be_wood=True)
    side: Row = [
        -1, -1, 0.7, -1, 0.7, -0.2, 1, -0.1, 0.98, 0.02, 0.3, 0.12, 0.06, 0.6, 0.5, 0.72, 0.5, 0.98, 0.3, 1, -0.9, 1,
        -1, 0.8,
    ]
    for x in (-1, 1):
        drawing.add(
            "side_body", (w * 0.05, h, d), (x * w * 0.475, 0, 0), outline=side, edge_m=0.004, name="side",
            **brief.of("side", "paint_red" if brief.style_name == "realistic" else body["material"]),
        )
    core: Row = [
        -0.94, -0.99, 0.62, -0.99, 0.62, -0.22, 0.9, -0.1, 0.88, -0.02, 0.24, 0.08, -0.02, 0.62, 0.42, 0.74, 0.42, 0.95,
        -0.9, 0.95,
    ]
    drawing.add("side_body", (w * 0.92, h * 0.99, d * 0.97), (0, 0, 0), outline=core, edge_m=0.002, name="core", **body)
    drawing.add(
        "wallpaper", (w * 0.78, h * 0.25, 0.02), (0, h * 0.559, d * 0.0685), turn=(-13.6, 0, 0), icons=6, name="screen",
        material="screen_emissive", color=brief.part_colors.get("screen", "#7b3fe4"),
    )
    drawing.add(
        "box", (w * 0.88, h * 0.1, 0.02), (0, h * 0.886, d * 0.235), radius_m=0.004, name="marquee",
        **brief.of("marquee light", "screen_emissive") | {"color": brief.part_colors.get("light", "#ffcf3f")},
    )
    for number in (-1, 1):
        at_x = number * w * 0.22
        drawing.add("rod", (0.012, 0.09, 0.012), (at_x - w * 0.09, h * 0.51, d * 0.3), name="shaft", material="chrome")
        drawing.add(
            "ball", (0.036, 0.036, 0.036), (at_x - w * 0.09, h * 0.51 + 0.075, d * 0.3), name="stick",
            **brief.of("stick", "paint_red"),
        )
        for key in range(4):
            drawing.add(
                "disc", (0.03, 0.03, 0.03),
                (
                    at_x + w * (0.02 + 0.07 * (key % 2)), h * 0.526 - 0.018 - h * 0.0106 * (key // 2),
                    d * (0.27 + 0.07 * (key // 2)),
                ),
                turn=(17.3, 0, 0), name="button", material="plastic_white",
                color=("#e53935", "#fdd835", "#1e88e5", "#43a047")[key],
            )
    drawing.add(
        "box", (w * 0.4, h * 0.22, 0.01), (0, h * 0.1, d * 0.337), radius_m=0.003, name="coin_door",
        material="steel_brushed",
    )
    for side_ in (-1, 1):
        drawing.add(
            "box", (0.012, 0.04, 0.008), (side_ * w * 0.08, h * 0.25, d * 0.342), name="coin_slot",
            material="screen_emissive", color="#ff4a3d",
        )


@archetype(
    "vr headset", "electronics", "gaming",
    "vr headset, virtual reality headset, vr goggles, vr glasses, oculus, augmented reality headset, mixed reality "
    "headset, casque vr, gafas de realidad virtual",
    hints="virtual reality, metaverse", parts="strap, band, lens, camera, cushion, controller",
    about="A virtual reality headset is a box with lenses worn before the eyes on straps round the head for games and "
    "films.",
)
def vr_headset(drawing: Drawing, brief: Brief) -> None:
    """Draw a headset: visor with cameras, face cushion, strap round the back, band over the top."""
    w, h, d = brief.box(0.19, 0.14, 0.26, keeps_shape=True)
    body = shell(brief, "body case headset", "plastic_white")
    strap = brief.of("strap band", "fabric")
    deep, tall = d * 0.34, h * 0.72
    z = d * 0.33
    drawing.add(
        "pod", (w * 0.96, tall, deep * 0.86), (0, 0, z), radius_m=tall * 0.44, edge_m=deep * 0.24, is_facing=True,
        name="visor", **body,
    )
    drawing.add(
        "pod", (w * 0.88, tall * 0.8, deep * 0.2), (0, tall * 0.1, z + deep * 0.38), radius_m=tall * 0.34,
        edge_m=deep * 0.08, is_facing=True, name="front", **brief.of("front glass", "plastic_black"),
    )
    for x in (-1, 1):
        for y in (0.22, 0.7):
            drawing.add(
                "lens_barrel", (w * 0.08, w * 0.08, 0.005), (x * w * 0.33, tall * y, z + deep * 0.48), name="camera",
                material="plastic_black",
            )
        drawing.add(
            "pod", (d * 0.26, tall * 0.28, 0.012), (x * w * 0.46, tall * 0.36, z - deep * 0.4), turn=(0, 90, 0),
            radius_m=tall * 0.12, edge_m=0.003, is_facing=True, name="arm", **body,
        )
    drawing.add(
        "pod", (w * 0.88, tall * 0.94, deep * 0.5), (0, 0, z - deep * 0.5), radius_m=tall * 0.4, edge_m=deep * 0.06,
        is_facing=True, name="cushion", **brief.of("cushion", "rubber_black"),
    )
    drawing.add("ring_strap", (w * 0.98, tall * 0.3, d * 0.74), (0, tall * 0.35, -d * 0.06), name="strap", **strap)
    drawing.add(
        "pod", (w * 0.4, tall * 0.5, d * 0.09), (0, tall * 0.25, -d * 0.42), radius_m=tall * 0.2, edge_m=d * 0.03,
        is_facing=True, name="back_pad", **brief.of("cushion", "rubber_black"),
    )
    points: Row = [0.66, -0.72, 0.5, 0.5, 0.0, 1, -0.6, 0.5, -0.94, -0.9]
    drawing.add(
        "strap", (w * 0.16, h * 0.56, d * 0.74), (0, h * 0.44, -d * 0.08), path=points, thickness_m=0.006,
        name="top_band", **strap,
    )
