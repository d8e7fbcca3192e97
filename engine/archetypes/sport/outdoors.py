"""For games and water: surfboard, fishing rod, boomerang, bats and clubs, trampoline, treadmill, hoop and goal."""

from itertools import pairwise
from math import cos, pi, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import cut, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "surfboard", "object", "sport",
    "surfboard, surf board, longboard surfboard, paddleboard, paddle board, stand up paddleboard, sup board, "
    "bodyboard, "
    "windsurfer, surfbrett, planche de surf, tabla de surf",
    hints="waves, surfing", about="A surfboard: a long pointed board with fins on which one rides the waves.",
    parts="deck, stripe, fin, stringer, nose, tail, stand",
)  # fmt: skip
def surfboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a board upright in a wooden foot, with a stringer, stripes and three fins."""
    deck = usual(brief, "body deck board", "plastic_white", "#f3efe4")
    stripe = usual(brief, "stripe accent graphic pattern", "plastic_white", "#2a9aa8", is_main=False)
    low, tall = 0.05, 1.9
    outline = [(0.27 * sin(pi * k / 16) ** 0.62 * (1 - 0.25 * (k / 16) ** 3), low + tall * k / 16) for k in range(17)]
    whole = outline + [(-x, y) for x, y in outline[-2:0:-1]]
    cut(drawing, "deck", whole, 0.06, deck, bevel_m=0.024)
    drawing.add(
        "box", (0.012, tall * 0.96, 0.064), (0, low + tall * 0.02, 0), radius_m=0.002, name="stringer", **plain("cedar")
    )
    for x in (-0.11, 0.11):
        drawing.add(
            "box", (0.045, tall * 0.62, 0.0635), (x, low + tall * 0.17, 0), radius_m=0.004, name="stripe", **stripe
        )
    for x, y in ((0.0, 0.16), (-0.12, 0.3), (0.12, 0.3)):
        fin = [(-0.028, y), (-0.15, y - 0.05), (-0.13, y + 0.05), (-0.028, y + 0.14)]
        cut(drawing, "fin", fin, 0.01, brief.of("fin", "plastic_black"), at=(x, 0, 0), is_side=True)
    foot = brief.of("stand base", "wood")
    drawing.add("box", (0.5, 0.06, 0.42), radius_m=0.01, name="stand", **foot)
    for z in (-0.07, 0.07):
        drawing.add("box", (0.44, 0.16, 0.07), (0, 0.05, z), radius_m=0.012, name="cheek", **foot)
    sized(drawing, brief, (0.55, 1.95, 0.42))


@archetype(
    "fishing rod", "object", "sport", "fishing rod, fishing pole, angling rod, fly rod, canne à pêche, caña de pescar",
    hints="angler, bait, hook", about="A fishing rod: a thin bending pole with a reel, a line, a float and a hook.",
    parts="rod, reel, grip, line, float, hook, stand, handle, ring",
)  # fmt: skip
def fishing_rod(drawing: Drawing, brief: Brief) -> None:
    """Draw a rod leaning in a forked stand, with reel, rings, line and float."""
    rod = usual(brief, "body rod pole", "carbon_fibre", "")
    metal = brief.of("reel ring accent", "aluminium", is_accent=True)
    cork = brief.of("grip handle", "cork")

    def at(share: float) -> tuple[float, float, float]:
        return (0.0, 0.12 + 1.55 * share - 0.16 * share**2, -0.5 + 1.25 * share + 0.25 * share**2)

    for start, end, thick in ((0.24, 0.45, 0.02), (0.45, 0.65, 0.017), (0.65, 0.84, 0.0145), (0.84, 1.0, 0.012)):
        strut(drawing, "rod", at(start - 0.004), at(end), thick, rod, kind="cone", top=0.85)
    strut(drawing, "grip", at(0.0), at(0.25), 0.03, cork, edge=0.3)
    strut(drawing, "butt", at(-0.03), at(0.01), 0.036, plain("rubber_black"), edge=0.4)
    _, y, z = at(0.2)
    strut(drawing, "foot", (0, y, z), (0, y - 0.06, z + 0.045), 0.016, metal)
    strut(drawing, "reel", (-0.04, y - 0.085, z + 0.06), (0.045, y - 0.085, z + 0.06), 0.09, metal, edge=0.2)
    strut(drawing, "spool", (-0.03, y - 0.085, z + 0.06), (0.03, y - 0.085, z + 0.06), 0.1, plain("rope"), edge=0.1)
    wire(drawing, "crank", [(0.04, y - 0.085, z + 0.06), (0.06, y - 0.085, z + 0.06), (0.06, y - 0.13, z + 0.06),
                            (0.1, y - 0.13, z + 0.06)], 0.009, metal)  # fmt: skip
    for share in (0.45, 0.65, 0.84, 1.0):
        px, py, pz = at(share)
        drawing.add("torus", (0.03, 0.005, 0.03), (px, py - 0.016, pz + 0.008), turn=(45, 0, 0), name="ring", **metal)
    px, py, pz = at(1.0)
    strut(drawing, "line", (0, py, pz), (0, 0.24, pz + 0.1), 0.006, brief.of("line string", "cotton"))
    spin(drawing, "float", [(0.003, 0.0), (0.022, 0.02), (0.026, 0.045), (0.012, 0.08), (0.003, 0.11)],
         usual(brief, "float", "plastic_white", "#d8322c", is_main=False), at=(0, 0.16, pz + 0.1),
             is_flowing=True)  # fmt: skip
    wire(
        drawing,
        "hook",
        [(0, 0.17, pz + 0.1), (0, 0.1, pz + 0.1), (0, 0.07, pz + 0.115), (0, 0.09, pz + 0.13)],
        0.005,
        metal,
    )
    stand = brief.of("stand base", "steel_brushed")
    low, high = at(0.06), at(0.32)
    for place in (low, high):
        strut(drawing, "post", (0, 0.02, place[2]), (0, place[1], place[2]), 0.022, stand)
    drawing.add("box", (0.36, 0.03, 1.1), (0, 0, -0.2), radius_m=0.01, name="stand", **stand)
    sized(drawing, brief, (0.36, 1.53, 1.8))


@archetype(
    "boomerang", "object", "sport", "boomerang, bumerang, throwing stick, wooden boomerang, búmeran",
    hints="comes back, aboriginal", about="A boomerang: a bent flat piece of wood that comes back when it is thrown.",
    parts="band, stripe, dot, stand, body",
)  # fmt: skip
def boomerang(drawing: Drawing, brief: Brief) -> None:
    """Draw a bent blade with painted bands and dots, upright on a small stand."""
    wood = usual(brief, "body blade", "mahogany", "")
    band = usual(brief, "band stripe accent", "paint_white", "#f0d9a0", is_main=False)
    outer = [(0.27 * sin(radians(a)), 0.05 + 0.3 * cos(radians(a)) ** 1.25) for a in range(-84, 85, 14)]
    inner = [(x * 0.8, y - 0.062 + 0.02 * abs(x) / 0.27) for x, y in outer[::-1]]
    cut(drawing, "body", [(x, y) for x, y in outer + inner], 0.011, wood, bevel_m=0.004, at=(0, 0.02, 0))
    for sign in (-1, 1):
        for share, finish in ((0.42, band), (0.52, plain("paint_white", "#c8521e")), (0.62, band)):
            x = sign * 0.27 * share * 1.35
            y = 0.02 + 0.05 + 0.3 * (1 - (abs(x) / 0.27) ** 2) ** 0.62 - 0.034
            drawing.add(
                "disc", (0.026, 0.0135, 0.026), (x * 0.93, y - 0.00675, 0), turn=(90, 0, 0), name="dot", **finish
            )
    for x in (-0.13, 0.13):
        drawing.add(
            "box", (0.03, 0.25, 0.03), (x, 0.02, -0.016), radius_m=0.004, name="post", **brief.of("stand base", "oak")
        )
    drawing.add("box", (0.36, 0.025, 0.14), radius_m=0.006, name="stand", **brief.of("stand base", "oak"))
    sized(drawing, brief, (0.54, 0.37, 0.14))


@archetype(
    "bat", "object", "sport",
    "baseball bat, cricket bat, bat and ball, baseball bat and ball, softball bat, baseballschläger, bate de béisbol",
    hints="home run, pitcher", about="A bat for baseball or cricket, with its ball.",
    parts="ball, grip, barrel, knob, tape",
)  # fmt: skip
def bat(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned bat, or a flat one for cricket, leaning in a stand beside its ball."""
    wood = usual(brief, "body bat barrel", "ash", "")
    grip = brief.of("grip tape accent", "leather_black", is_accent=True)
    one = Drawing(brief)
    if "cricket" in brief.words or any("cricket" in word for word in brief.words):
        blade = [
            (-0.05, 0.0),
            (0.05, 0.0),
            (0.054, 0.05),
            (0.054, 0.52),
            (0.02, 0.58),
            (-0.02, 0.58),
            (-0.054, 0.52),
            (-0.054, 0.05),
        ]
        cut(one, "body", blade, 0.045, wood, bevel_m=0.01)
        strut(one, "grip", (0, 0.56, 0), (0, 0.86, 0), 0.034, grip, edge=0.2)
    else:
        profile = [
            (0.02, 0.0),
            (0.032, 0.006),
            (0.0335, 0.06),
            (0.033, 0.25),
            (0.026, 0.42),
            (0.0155, 0.58),
            (0.0135, 0.78),
        ]
        spin(one, "body", profile, wood, is_flowing=True)
        strut(one, "grip", (0, 0.56, 0), (0, 0.82, 0), 0.032, grip, edge=0.1)
        spin(one, "knob", [(0.015, 0.815), (0.025, 0.83), (0.025, 0.84), (0.012, 0.85)], wood)
    stand = brief.of("stand base", "wood")
    pose(drawing, one, (0, 0.04, 0), (0, 0, 0))
    drawing.add("disc", (0.26, 0.03, 0.26), edge=0.3, name="stand", **stand)
    drawing.add("hoop", (0.13, 0.05, 0.13), (0, 0.025, 0), inner=0.5, name="socket", **stand)
    drawing.add(
        "play_ball",
        (0.074, 0.074, 0.074),
        (0.09, 0.028, 0.09),
        form="baseball",
        name="ball",
        **usual(brief, "ball", "leather_white", "", is_main=False),
    )
    sized(drawing, brief, (0.26, 0.9, 0.26))


@archetype(
    "trampoline", "object", "sport",
    "trampoline, garden trampoline, trampolin, bouncer, cama elástica, mini trampoline",
    hints="jump, bounce", about="A trampoline: a round sprung mat in a padded frame on legs, on which one jumps.",
    parts="mat, pad, frame, net, pole, leg",
)  # fmt: skip
def trampoline(drawing: Drawing, brief: Brief) -> None:
    """Draw a mat in a padded ring on W-shaped legs; with a net on poles where one is asked for."""
    pad = usual(brief, "pad body cover", "plastic_white", "#2456a8")
    frame = brief.of("frame leg pole", "steel_galvanised")
    drawing.add(
        "disc", (2.75, 0.02, 2.75), (0, 0.755, 0), name="mat", **brief.of("mat accent", "plastic_black", is_accent=True)
    )
    drawing.add("hoop", (3.05, 0.05, 3.05), (0, 0.74, 0), inner=0.84, name="pad", **pad)
    drawing.add("torus", (3.06, 0.06, 3.06), (0, 0.7, 0), name="frame", **frame)
    for number in range(6):
        leg = Drawing(brief)
        path = [(1.49, 0.73, -0.42), (1.49, 0.1, -0.4), (1.49, 0.025, -0.3), (1.49, 0.025, 0.3), (1.49, 0.1, 0.4),
                (1.49, 0.73, 0.42)]  # fmt: skip
        wire(leg, "leg", path, 0.05, frame)
        if brief.has("net", "enclosure", "safety net"):
            strut(leg, "pole", (1.55, 0.7, 0), (1.55, 2.5, 0), 0.05, pad)
        drawing.include(leg, turn_deg=60.0 * number)
    if brief.has("net", "enclosure", "safety net"):
        drawing.add("torus", (3.14, 0.05, 3.14), (0, 2.44, 0), name="rim", **pad)
        drawing.add("hoop", (3.1, 1.7, 3.1), (0, 0.76, 0), inner=0.995, name="net", **brief.of("net", "glass_frosted"))
    sized(drawing, brief, (3.06, 0.79, 3.06))


@archetype(
    "treadmill", "object", "sport",
    "treadmill, running machine, running treadmill, laufband, tapis de course, cinta de correr, "
    "elliptical trainer, cross trainer",
    hints="running indoors, cardio",
    about="A treadmill: a belt to run on, with rails and a panel that shows speed and time.",
    parts="belt, rail, deck, panel, screen, handle",
)  # fmt: skip
def treadmill(drawing: Drawing, brief: Brief) -> None:
    """Draw a deck with its belt, two uprights, rails and a lit panel."""
    body = usual(brief, "body frame deck panel", "plastic_black", "")
    metal = brief.of("rail handle accent upright", "aluminium", is_accent=True)
    for x in (-0.32, 0.32):
        drawing.add("box", (0.13, 0.13, 1.75), (x, 0.03, 0), radius_m=0.03, name="side", **body)
        drawing.add("box", (0.1, 0.012, 1.6), (x, 0.155, 0), radius_m=0.003, name="rail", **metal)
        for z in (-0.75, 0.75):
            drawing.add("disc", (0.09, 0.04, 0.09), (x, 0, z), name="foot", **plain("rubber_black"))
        strut(drawing, "upright", (x * 1.06, 0.06, -0.62), (x * 1.06, 1.2, -0.8), 0.075, metal, kind="box")
        strut(drawing, "arm", (x * 1.06, 0.96, -0.8), (x * 1.06, 0.96, -0.24), 0.045, plain("rubber_black"), edge=0.4)
    drawing.add(
        "box", (0.54, 0.05, 1.72), (0, 0.1, 0.01), radius_m=0.022, name="belt", **brief.of("belt", "rubber_black")
    )
    drawing.add("box", (0.78, 0.2, 0.34), (0, 0.04, -0.78), radius_m=0.07, name="hood", **body)
    drawing.add("box", (0.82, 0.34, 0.09), (0, 1.1, -0.8), turn=(-32, 0, 0), radius_m=0.035, name="panel", **body)
    drawing.add(
        "readout",
        (0.42, 0.17, 0.014),
        (0, 1.2, -0.752),
        turn=(-32, 0, 0),
        text="12:45",
        name="screen",
        **plain("plastic_black"),
    )
    drawing.add(
        "key_grid", (0.5, 0.045, 0.012), (0, 1.13, -0.705), turn=(-32, 0, 0), columns=6, rows=1, name="key", **metal
    )
    sized(drawing, brief, (0.84, 1.4, 1.75))


@archetype(
    "basketball hoop", "object", "sport",
    "basketball hoop, basketball net, basketball stand, basketball ring, backboard, basketball goal, basketballkorb, "
    "canasta",
    hints="slam dunk", about="A basketball hoop: a ring with a net on a backboard, on a pole.",
    parts="backboard, ring, net, pole, base, rim, board",
)  # fmt: skip
def basketball_hoop(drawing: Drawing, brief: Brief) -> None:
    """Draw a weighted base, a pole with an arm, the backboard with its square, ring and net."""
    pole = usual(brief, "pole body", "paint_black", "")
    board = usual(brief, "backboard board panel", "acrylic_white", "", is_main=False)
    ring = usual(brief, "ring rim hoop", "paint_white", "#e2591e", is_main=False)
    drawing.add("box", (0.85, 0.2, 1.1), (0, 0, -1.05), radius_m=0.06, name="base", **brief.of("base", "plastic_black"))
    drawing.add("rod", (0.13, 3.0, 0.13), (0, 0.15, -1.0), name="pole", **pole)
    for y in (2.75, 3.1):
        strut(drawing, "arm", (0, y, -1.0), (0, y + 0.35, -0.03), 0.07, pole)
    drawing.add("box", (1.8, 1.05, 0.04), (0, 2.9, 0), radius_m=0.012, name="backboard", **board)
    drawing.add("frame", (1.84, 1.09, 0.05), (0, 2.88, 0), border_m=0.05, name="frame", **ring)
    drawing.add("frame", (0.6, 0.45, 0.012), (0, 3.06, 0.022), border_m=0.045, name="square", **ring)
    drawing.add("box", (0.16, 0.12, 0.12), (0, 3.0, 0.05), radius_m=0.01, name="bracket", **ring)
    drawing.add("torus", (0.48, 0.022, 0.48), (0, 3.045, 0.33), name="ring", **ring)
    cotton = brief.of("net", "cotton")
    for number in range(12):
        for lean in (-1, 1):
            points = [
                (0.23 - 0.03 * k - (0.018 * (k == 3)), radians(30 * number + 15 * lean * k), 3.05 - 0.14 * k)
                for k in range(4)
            ]
            path = [(r * cos(a), y, 0.33 + r * sin(a)) for r, a, y in points]
            wire(drawing, "net", path, 0.011, cotton)
    sized(drawing, brief, (1.84, 3.97, 2.2))


@archetype(
    "goal", "object", "sport",
    "goal, soccer goal, football goal, goal post, goalpost, hockey goal, soccer net, fußballtor, but de football, "
    "portería",
    hints="goalkeeper, penalty", about="A goal: two posts and a crossbar with a net behind, for football or hockey.",
    parts="net, post, crossbar, frame",
)  # fmt: skip
def goal(drawing: Drawing, brief: Brief) -> None:
    """Draw posts, crossbar and stays, the net of crossing cords, and a ball."""
    frame = usual(brief, "frame post crossbar body", "paint_white", "")
    net = brief.of("net accent", "cotton", is_accent=True)
    wide, tall, top, low = 3.66, 1.83, 0.5, 1.3
    for x in (-wide / 2, wide / 2):
        path = [(x, 0.0, 0), (x, tall, 0), (x, tall, -top), (x, 0.03, -low), (x, 0.03, 0)]
        for start, end in pairwise(path):
            strut(drawing, "post", start, end, 0.1 if start[2] == end[2] == 0 else 0.06, frame)
    for y, z, thick in ((tall, 0.0, 0.1), (tall, -top, 0.06), (0.03, -low, 0.06)):
        strut(drawing, "crossbar", (-wide / 2, y, z), (wide / 2, y, z), thick, frame, edge=0.4)
    lines = 18
    for number in range(1, lines):
        x = -wide / 2 + wide * number / lines
        wire(drawing, "net", [(x, tall, 0), (x, tall - 0.02, -top), (x, 0.9, -0.96), (x, 0.03, -low)], 0.014, net)
    for number in range(1, 11):
        share = number / 11
        y, z = (tall - 0.02 * share / 0.27, -top * share / 0.27) if share < 0.27 else (
            tall - (tall - 0.05) * (share - 0.27) / 0.73, -top - (low - top) * (share - 0.27) / 0.73)  # fmt: skip
        strut(drawing, "net", (-wide / 2, y, z), (wide / 2, y, z), 0.014, net)
    drawing.add("play_ball", (0.22, 0.22, 0.22), (0.5, 0, 0.5), form="football", name="ball", **plain("plastic_white"))
    sized(drawing, brief, (3.76, 1.88, 1.4))
