"""Sports gear: a racket, skis, bowling pins, a kettlebell, a helmet."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import blend, cut, limb, lump, pose, settle, sized, spin, strut, twins, wire
from engine.archetypes.register import archetype


@archetype(
    "racket", "object", "sport",
    "tennis racket, racket, racquet, badminton racket, tennis racquet, squash racket, tennisschläger, "
    "raquette, raquette de tennis, raqueta, raqueta de tenis, table tennis bat, tennis set",
    hints="tennis, badminton", about="A racket: a frame strung with a net of strings on a handle, for striking a ball.",
    parts="frame, string, grip, handle, throat, ball",
)  # fmt: skip
def racket(drawing: Drawing, brief: Brief) -> None:
    """Draw a racket lying on its side of a ball: oval frame, strings, throat, wound grip."""
    frame = brief.of("frame body head throat", {"rustic": "wood", "steampunk": "wood", "art deco": "walnut"}.get(
        kin(brief), "paint_red"), is_main=True)  # fmt: skip
    grip = brief.of("grip handle accent", "leather_brown" if kin(brief) in ("rustic", "steampunk") else "rubber_black",
                    is_accent=True)  # fmt: skip
    nylon = brief.of("string", "paper")
    tool = Drawing(brief)
    a, b, y = 0.122, 0.158, 0.52
    ring = [(a * sin(t * pi / 12), y - b * cos(t * pi / 12), 0.0) for t in range(24)]
    bent(tool, ring, 0.02, frame, name="frame", is_closed=True)
    for side in (-1.0, 1.0):
        path = [(side * 0.085, 0.41, 0), (side * 0.045, 0.33, 0), (side * 0.014, 0.24, 0), (side * 0.01, 0.2, 0)]
        bent(tool, path, 0.018, frame, name="throat")
    for number in range(-7, 8):
        x = number * 0.0155
        tall = b * (1 - (x / a) ** 2) ** 0.5
        strut(tool, "string", (x, y - tall, 0), (x, y + tall, 0), 0.0022, nylon)
    for number in range(-9, 10):
        at = number * 0.0158
        wide = a * (1 - (at / b) ** 2) ** 0.5
        strut(tool, "string", (-wide, y + at, 0.0012), (wide, y + at, 0.0012), 0.0022, nylon)
    strut(tool, "handle", (0, 0.0, 0), (0, 0.225, 0), 0.033, grip, edge=0.15)
    for number in range(9):
        tool.add("torus", (0.0345, 0.003, 0.0345), (0, 0.012 + 0.021 * number, 0), name="winding", **grip)
    tool.add("disc", (0.04, 0.012, 0.04), (0, -0.004, 0), edge=0.4, name="butt", **grip)
    pose(drawing, tool, (0, 0.0202, 0.34), (-90.87, 0, 0))  # the head lies down too
    tint = brief.of("ball", "felt")
    ball = tint if tint["color"] or tint["material"] != "felt" else brief.finish("felt", "#c9dc3a")
    drawing.add("play_ball", (0.067, 0.067, 0.067), (0.2, 0, 0.1), pattern="tennis", second_material="paint_white",
                name="ball", **ball)  # fmt: skip
    sized(drawing, brief, (0.35, 0.067, 0.69))


@archetype(
    "skis", "object", "sport",
    "ski, skis, pair of skis, alpine skis, cross country skis, ski set, esquís, esquí, ski poles, snow skis",
    hints="slope, winter sport, snow",
        about="Skis: two long narrow boards with bindings for gliding over snow, and poles.",
    parts="board, binding, pole, edge, tip, stand, strap, basket",
)  # fmt: skip
def skis(drawing: Drawing, brief: Brief) -> None:
    """Draw two skis and two poles upright in a wooden rack."""
    usual = "wood" if kin(brief) in ("rustic", "steampunk", "art deco") else "paint_red"
    deck = brief.of("board body ski", usual, is_main=True)
    metal = brief.of("binding pole accent", "aluminium", is_accent=True)
    rack = brief.of("stand base rack", "wood")
    drawing.add("box", (0.62, 0.06, 0.4), (0, 0, 0), radius_m=0.008, name="rack", **rack)
    for x in (-0.27, 0.27):
        drawing.add("box", (0.05, 1.2, 0.06), (x, 0.05, -0.13), radius_m=0.006, name="upright", **rack)
    drawing.add("box", (0.6, 0.07, 0.03), (0, 1.12, -0.09), radius_m=0.006, name="rail", **rack)
    for x in (-0.085, 0.085):
        ski = [(-0.052, 0.0), (0.052, 0.0), (0.036, 0.8), (0.056, 1.58), (0.03, 1.68), (0.0, 1.7), (-0.03, 1.68),
               (-0.056, 1.58), (-0.036, 0.8)]  # fmt: skip
        cut(drawing, "board", ski, 0.018, deck, at=(x, 0.055, -0.066), bevel_m=0.004)
        drawing.add("box", (0.06, 0.09, 0.05), (x, 0.66, -0.035), radius_m=0.012, name="binding", **metal)
        drawing.add("box", (0.066, 0.07, 0.07), (x, 0.98, -0.028), radius_m=0.014, name="binding", **metal)
        drawing.add(
            "box",
            (0.05, 0.24, 0.012),
            (x, 0.745, -0.053),
            radius_m=0.003,
            name="plate",
            **brief.of("plate", "plastic_black"),
        )
    for x in (-0.2, 0.2):
        strut(drawing, "pole", (x, 0.055, -0.03), (x, 1.2, -0.068), 0.016, metal)
        strut(drawing, "grip", (x, 1.18, -0.067), (x, 1.32, -0.071), 0.032, brief.of("grip", "rubber_black"), edge=0.3)
        drawing.add(
            "disc",
            (0.09, 0.012, 0.09),
            (x, 0.13, -0.033),
            edge=0.2,
            name="basket",
            **brief.of("basket", "plastic_black"),
        )
    sized(drawing, brief, (0.62, 1.755, 0.4))


@archetype(
    "bowling set", "object", "sport",
    "bowling set, bowling pins, bowling pin, ten pins, tenpin, skittles, bowling, kegelspiel, kegel, jeu de quilles, "
    "quilles, bolos, juego de bolos",
    hints="strike, alley", about="Ten bowling pins in a triangle and the heavy ball that knocks them down.",
    parts="pin, ball, stripe, lane",
)  # fmt: skip
def bowling_set(drawing: Drawing, brief: Brief) -> None:
    """Draw pins in a triangle with two stripes each, on a piece of lane with a ball."""
    pin = brief.of(
        "pin body", {"rustic": "wood", "steampunk": "brass_polished"}.get(kin(brief), "plastic_white"), is_main=True
    )
    stripe, ball = brief.of("stripe band", "paint_red"), brief.of("ball accent", "marble_black", is_accent=True)
    rows = {1: 1, 3: 2, 6: 3}.get(brief.count("pin", 10, least=1, most=15), 4)
    gap = 0.16
    drawing.add(
        "box", (0.86, 0.03, 1.3), (0, 0, 0.2), radius_m=0.004, name="lane", **brief.of("lane floor base", "maple")
    )
    shape = [(0.028, 0.0), (0.031, 0.006), (0.05, 0.07), (0.0605, 0.114), (0.056, 0.15), (0.037, 0.21), (0.0225, 0.25),
             (0.0235, 0.285), (0.0315, 0.33), (0.0325, 0.345), (0.027, 0.368), (0.014, 0.3785), (0.001,
                 0.381)]  # fmt: skip
    for row in range(rows):
        for column in range(row + 1):
            at = ((column - row / 2) * gap, 0.0295, 0.1 - row * gap * 0.866)
            spin(drawing, "pin", shape, pin, at=at, is_flowing=True)
            for y, across in ((0.235, 0.057), (0.262, 0.0505)):
                drawing.add("torus", (across, 0.011, across), (at[0], at[1] + y, at[2]), name="stripe", **stripe)
    drawing.add(
        "play_ball",
        (0.216, 0.216, 0.216),
        (0.18, 0.0295, 0.55),
        pattern="bowling",
        turn=(40, 0, 0),
        name="ball",
        **ball,
    )
    sized(drawing, brief, (0.86, 0.41, 1.3))


@archetype(
    "kettlebell", "object", "sport",
    "kettlebell, kettle bell, girya, kettlebell weight, kugelhantel, russian weight, pesa rusa",
    hints="swing, gym, workout",
        about="A kettlebell: a cast iron ball with a flat foot and a thick handle, swung in training.",
    parts="handle, ball, body, badge, base",
)  # fmt: skip
def kettlebell(drawing: Drawing, brief: Brief) -> None:
    """Draw a kettlebell: flat-footed ball, horns that flow into a thick arched handle, a badge on the front."""
    iron = brief.of("body ball weight", {"steampunk": "bronze_aged", "art deco": "gold",
        "futuristic": "plastic_white"}.get(
        kin(brief), "iron_cast"), is_main=True)  # fmt: skip
    badge = brief.of("badge accent", "paint_red" if brief.style_name == "realistic" else "accent", is_accent=True)
    horns = twins(limb((0.05, 0.16, 0), 0.026, (0.06, 0.2, 0), 0.0172))
    blend(drawing, "body", [lump((0, 0.098, 0), 0.098), *horns], iron, soft=0.02, fineness=1.5, sole=0.045)
    turn = [(0.03 + 0.034 * sin(pi * k / 12), 0.224 + 0.034 * cos(pi * k / 12)) for k in range(7)][::-1]
    half = [(0.0605, 0.2, 0.0), *((x, y, 0.0) for x, y in turn)]
    bow = [*half, (0.0, 0.259, 0.0), *((-x, y, z) for x, y, z in half[::-1])]
    wire(drawing, "handle", bow, 0.0345, iron)
    strut(drawing, "badge", (0, 0.089, 0.088), (0, 0.089, 0.0995), 0.082, badge, edge=0.3)
    settle(drawing)
    sized(drawing, brief, (0.196, 0.275, 0.196))


@archetype(
    "helmet", "object", "clothing",
    "helmet, motorcycle helmet, bike helmet, bicycle helmet, crash helmet, hard hat, racing helmet, safety helmet, "
    "construction helmet, knight helmet, viking helmet, medieval helmet, space helmet, helm, sturzhelm, casque, casco, "
    "football helmet, astronaut helmet",
    hints="protects the head", about="A helmet: a hard shell with a visor that protects the head.",
    parts="shell, visor, strap, horn, plume, stripe, vent, body", features="visor, horn, plume",
)  # fmt: skip
def helmet(drawing: Drawing, brief: Brief) -> None:
    """Draw a motorcycle helmet, a hard hat, a knight's helm or a viking's with horns, on a low block."""
    if brief.has("knight", "medieval", "viking", "horn", "plume") or brief.style_name in ("gothic", "victorian"):
        return _helm(drawing, brief)
    if brief.has("hard", "construction", "safety") or kin(brief) == "industrial":
        return _hard_hat(drawing, brief)
    shell = brief.of("shell body helmet", {"steampunk": "copper", "rustic": "leather_brown"}.get(kin(brief),
        "paint_white"),
                     is_main=True)  # fmt: skip
    dark, glass = brief.of("rim trim strap", "rubber_black"), brief.of("visor", "glass_tinted")
    bones = [lump((0, 0.165, -0.01), 0.128, (1.0, 1.0, 1.08)), limb((0, 0.09, 0.05), 0.085, (0, 0.08, -0.05), 0.1),
             limb((-0.05, 0.075, 0.075), 0.045, (0.05, 0.075, 0.075), 0.045)]  # fmt: skip
    blend(drawing, "shell", bones, shell, soft=0.03, fineness=1.6, sole=0.12)
    visor = [lump((0, 0.172, 0.004), 0.129, (0.985, 0.62, 1.075))]
    blend(drawing, "visor", visor, glass if glass["material"] != "glass_tinted" else brief.finish("plastic_black",
        "#14161c"),
          soft=0.01, fineness=1.4)  # fmt: skip
    for side in (-1.0, 1.0):
        strut(drawing, "pivot", (side * 0.11, 0.16, -0.01), (side * 0.136, 0.16, -0.01), 0.05, dark, edge=0.3)
        drawing.add(
            "box",
            (0.012, 0.014, 0.05),
            (side * 0.045, 0.28, -0.03),
            turn=(0, 0, side * -18),
            radius_m=0.004,
            name="vent",
            **dark,
        )
    stripe = brief.of("stripe accent", "paint_red" if brief.style_name == "realistic" else "accent", is_accent=True)
    arch = [(0.0, 0.16 + 0.131 * sin(t), -0.01 + 0.1405 * cos(t)) for t in (pi * k / 12 for k in range(4, 12))]
    wire(drawing, "stripe", arch, 0.016, stripe)
    settle(drawing)
    return sized(drawing, brief, (0.27, 0.3, 0.3))


def _hard_hat(drawing: Drawing, brief: Brief) -> None:
    """Draw a hard hat: ribbed dome, brim with a peak, headband."""
    said = brief.of("shell body helmet", "plastic_white", is_main=True)
    shell = said if said["color"] or said["material"] != "plastic_white" else brief.finish("plastic_white", "#f2b81b")
    drawing.add("dome", (0.22, 0.145, 0.27), (0, 0.0115, 0), name="shell", **shell)
    oval = [(0.128 * cos(t * pi / 16), 0.152 * sin(t * pi / 16)) for t in range(32)]
    brim = [(x, z + 0.035 if z > 0 else z) for x, z in oval]
    flat = Drawing(brief)
    cut(flat, "brim", [(x, -z) for x, z in brim], 0.012, shell, bevel_m=0.004)
    pose(drawing, flat, (0, 0.006, 0), (-90, 0, 0))
    for x, half in ((0.0, 1.0), (-0.045, 0.9), (0.045, 0.9)):
        arch = [(x, 0.012 + 0.146 * half * sin(t), 0.136 * half * cos(t)) for t in (pi * k / 12 for k in range(1, 12))]
        wire(drawing, "rib", arch, 0.016, shell)
    sized(drawing, brief, (0.256, 0.166, 0.34))


def _helm(drawing: Drawing, brief: Brief) -> None:
    """Draw a steel helm on a wooden block: dome, brow band with rivets, nose guard, cheeks; horns or a plume."""
    steel = brief.of("shell body helmet", "steel_brushed", is_main=True)
    trim = brief.of("band trim accent", "brass_polished", is_accent=True)
    drawing.add(
        "box", (0.24, 0.04, 0.24), (0, 0, 0), radius_m=0.006, name="block", **brief.of("block base stand", "wood")
    )
    strut(drawing, "post", (0, 0.03, 0), (0, 0.3, 0), 0.06, brief.of("block base stand", "wood"))
    dome = [(0.115, 0.2), (0.118, 0.24), (0.112, 0.3), (0.09, 0.36), (0.05, 0.405), (0.012, 0.43), (0.001, 0.434)]
    spin(drawing, "shell", dome, steel, is_flowing=True)
    drawing.add("hoop", (0.246, 0.036, 0.246), (0, 0.19, 0), inner=0.86, name="band", **trim)
    cut(drawing, "nose", [(-0.016, 0.0), (0.016, 0.0), (0.022, 0.05), (0.01, 0.14), (-0.01, 0.14), (-0.022, 0.05)],
        0.008,
        trim, at=(0, 0.09, 0.118), bevel_m=0.002)  # fmt: skip
    cheek = Drawing(brief)
    cut(
        cheek,
        "cheek",
        [(-0.07, 0.12), (0.05, 0.12), (0.05, 0.03), (0.02, 0.0), (-0.05, 0.02)],
        0.008,
        steel,
        bevel_m=0.002,
    )
    for side in (-1.0, 1.0):
        pose(drawing, cheek, (side * 0.112, 0.085, 0.0), (0, side * 90.0, 0))
    for number in range(12):
        t = number * pi / 6
        drawing.add("ball", (0.012,) * 3, (0.123 * sin(t), 0.202, 0.123 * cos(t)), name="rivet", **steel)
    if brief.has("viking", "horn"):
        for side in (-1.0, 1.0):
            path = [(side * 0.1, 0.29, 0), (side * 0.17, 0.3, 0), (side * 0.22, 0.35, 0), (side * 0.235, 0.44, 0)]
            bent(drawing, path, 0.06, brief.of("horn", "paper"), name="horn", end=0.15)
    else:
        plume = brief.of("plume feather", "paint_red")
        bent(
            drawing,
            [(0, 0.42, 0), (0, 0.49, -0.02), (0, 0.48, -0.1), (0, 0.38, -0.16)],
            0.05,
            plume,
            name="plume",
            end=0.3,
        )
    sized(drawing, brief, (0.25, 0.47, 0.25))
