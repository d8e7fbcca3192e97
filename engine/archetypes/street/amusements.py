"""Machines that take coins and give fun: pinball, slot machine, jukebox, gumball and popcorn machine."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.pastimes import RAINBOW
from engine.archetypes.objects.shaping import cut, pose, sized, spin, strut
from engine.archetypes.register import archetype


@archetype(
    "pinball machine", "object", "game",
    "pinball machine, pinball, pinball table, flipper machine, flipperautomat, flipper, máquina de pinball",
    hints="flippers, bumpers, high score",
    about="A pinball machine: a sloping lit table under glass with flippers and a backbox.",
    parts="cabinet, leg, glass, bumper, flipper, backbox, ball, plunger, playfield",
)  # fmt: skip
def pinball_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a sloping cabinet on four legs with bumpers, lamps and flippers on its field, and a lit backbox."""
    body = usual(brief, "body cabinet case", "paint_white", "#2a2f6b")
    chrome = brief.of("leg rail accent", "chrome", is_accent=True)
    table = Drawing(brief)
    table.add("open_box", (0.62, 0.3, 1.3), (0, 0, 0), name="cabinet", **body)
    table.add(
        "box",
        (0.56, 0.02, 1.24),
        (0, 0.22, 0),
        name="playfield",
        **usual(brief, "playfield field", "paint_white", "#1f6f8f", is_main=False),
    )
    for number, (x, z) in enumerate(((-0.13, -0.25), (0.1, -0.32), (-0.02, -0.08))):
        color = RAINBOW[number * 2 % len(RAINBOW)]
        table.add("disc", (0.1, 0.035, 0.1), (x, 0.235, z), edge=0.2, name="bumper", **plain("plastic_white", color))
        table.add("disc", (0.07, 0.02, 0.07), (x, 0.268, z), edge=0.3, name="lamp", **plain("emissive_warm"))
    for number in range(14):
        x, z = 0.2 * sin(2.1 * number), -0.5 + 0.062 * number
        table.add(
            "disc", (0.034, 0.008, 0.034), (x, 0.236, z), edge=0.3, name="lamp", **plain("neon", RAINBOW[number % 8])
        )
    for sign in (-1, 1):
        strut(
            table, "flipper", (sign * 0.12, 0.25, 0.4), (sign * 0.03, 0.25, 0.46), 0.034, plain("paint_red"), edge=0.4
        )
        strut(table, "lane", (sign * 0.25, 0.25, 0.2), (sign * 0.13, 0.25, 0.39), 0.02, chrome)
        table.add("box", (0.03, 0.02, 1.32), (sign * 0.305, 0.292, 0), radius_m=0.006, name="rail", **chrome)
        table.add(
            "disc",
            (0.034, 0.03, 0.034),
            (sign * 0.315, 0.15, 0.56),
            turn=(0, 0, 90),
            edge=0.3,
            name="button",
            **plain("paint_red"),
        )
    table.add("ball", (0.034, 0.034, 0.034), (0.22, 0.237, 0.3), name="ball", **chrome)
    strut(table, "plunger", (0.22, 0.16, 0.62), (0.22, 0.16, 0.73), 0.026, chrome, edge=0.3)
    pose(drawing, table, (0, 0.66, 0), (5, 0, 0))
    for x in (-0.3, 0.3):
        for z in (-0.6, 0.6):
            top = 0.86 - z * 0.09
            strut(drawing, "leg", (x * 1.03, 0.02, z * 1.03), (x, top, z), 0.05, chrome, kind="box")
            drawing.add("disc", (0.05, 0.022, 0.05), (x * 1.03, 0, z * 1.03), name="foot", **plain("rubber_black"))
    drawing.add("box", (0.5, 0.2, 0.16), (0, 0.85, -0.6), radius_m=0.01, name="neck", **body)
    drawing.add("box", (0.74, 0.72, 0.2), (0, 1.03, -0.62), radius_m=0.016, name="backbox", **body)
    drawing.add(
        "box", (0.66, 0.44, 0.02), (0, 1.26, -0.524), radius_m=0.006, name="art", **plain("screen_emissive", "#7a4ac8")
    )
    star = [
        (r * sin(radians(22.5 * k)), 1.49 + r * cos(radians(22.5 * k)))
        for k in range(16)
        for r in ((0.17, 0.085)[k % 2],)
    ]
    cut(drawing, "star", star, 0.02, plain("screen_emissive", "#ffb84d"), at=(0, 0, -0.512))
    drawing.add("readout", (0.5, 0.1, 0.02), (0, 1.1, -0.52), text="88:00", name="score", **plain("plastic_black"))
    sized(drawing, brief, (0.74, 1.75, 1.45))


@archetype(
    "slot machine", "object", "game",
    "slot machine, one armed bandit, fruit machine, jackpot machine, gambling machine, spielautomat, machine à sous, "
    "tragaperras, "
    "casino machine",
    hints="jackpot, casino, three reels",
    about="A slot machine: three reels behind a window and an arm to pull, for coins.",
    parts="cabinet, arm, reel, lever, tray, lamp, button, handle",
)  # fmt: skip
def slot_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw an upright case with three reels, the arm with its ball, coin tray and lit crown."""
    body = usual(brief, "body cabinet case", "lacquer_red", "")
    trim = brief.of("trim accent tray arm lever", "chrome", is_accent=True)
    drawing.add("box", (0.52, 0.5, 0.44), radius_m=0.02, name="cabinet", **body)
    drawing.add("box", (0.52, 0.5, 0.36), (0, 0.48, -0.04), radius_m=0.02, name="cabinet", **body)
    crown = [
        (-0.26, 0.97),
        (0.26, 0.97),
        (0.26, 1.08),
        (0.2, 1.19),
        (0.1, 1.24),
        (-0.1, 1.24),
        (-0.2, 1.19),
        (-0.26, 1.08),
    ]
    cut(drawing, "crown", crown, 0.3, body, at=(0, 0, -0.05), bevel_m=0.01)
    drawing.add(
        "lettering",
        (0.36, 0.09, 0.02),
        (0, 1.06, 0.1),
        text=brief.text or "777",
        name="lettering",
        **plain("emissive_warm"),
    )
    for number in range(11):
        angle = radians(-80 + 16 * number)
        at = (0.235 * sin(angle), 1.0 + 0.2 * cos(angle), 0.095)
        drawing.add("ball", (0.024, 0.024, 0.024), at, name="lamp", **plain("emissive_warm"))
    drawing.add("frame", (0.44, 0.24, 0.03), (0, 0.64, 0.14), border_m=0.025, name="frame", **trim)
    for number in range(3):
        x = -0.125 + 0.125 * number
        strut(drawing, "reel", (x - 0.055, 0.76, 0.08), (x + 0.055, 0.76, 0.08), 0.2, plain("plastic_white"), edge=0.02)
        for step, color in ((-1, "#3fa05a"), (0, "#d8322c"), (1, "#f0b92e")):
            angle = radians(38 * step)
            at = (x, 0.76 + 0.1 * sin(angle) - 0.022, 0.08 + 0.1 * cos(angle))
            drawing.add("ball", (0.05, 0.044, 0.02), at, name="fruit", **plain("paint_white", color))
    drawing.add("box", (0.4, 0.03, 0.1), (0, 0.56, 0.17), turn=(12, 0, 0), radius_m=0.01, name="shelf", **trim)
    for number in range(3):
        drawing.add(
            "disc",
            (0.05, 0.03, 0.05),
            (-0.12 + 0.12 * number, 0.578, 0.18),
            edge=0.3,
            name="button",
            **plain("neon", RAINBOW[number * 2]),
        )
    drawing.add("box", (0.36, 0.16, 0.02), (0, 0.26, 0.215), radius_m=0.006, name="panel", **plain("gold"))
    drawing.add("open_box", (0.34, 0.07, 0.12), (0, 0.06, 0.26), name="tray", **trim)
    strut(drawing, "hub", (0.25, 0.62, 0.0), (0.32, 0.62, 0.0), 0.11, trim, edge=0.2)
    strut(drawing, "arm", (0.3, 0.62, 0.0), (0.34, 1.02, 0.1), 0.03, trim)
    drawing.add("ball", (0.075, 0.075, 0.075), (0.343, 1.0, 0.105), name="knob", **plain("paint_black"))
    sized(drawing, brief, (0.64, 1.24, 0.54))


@archetype(
    "jukebox", "object", "game", "jukebox, juke box, musikbox, wurlitzer, music box machine, juke-box",
    hints="diner music, coin records",
    about="A jukebox: a rounded cabinet with coloured lights that plays records for coins.",
    parts="cabinet, light, grille, record, button, arch",
)  # fmt: skip
def jukebox(drawing: Drawing, brief: Brief) -> None:
    """Draw an arched cabinet with glowing tubes, a window on records, keys and a fretted grille."""
    wood = usual(brief, "body cabinet case", "walnut", "")
    chrome = brief.of("trim grille accent", "chrome", is_accent=True)

    def arch(half: float, low: float, spring: float) -> list[tuple[float, float]]:
        round_top = [(half * cos(radians(a)), spring + half * sin(radians(a))) for a in range(0, 181, 12)]
        return [(-half, low), (half, low), *round_top]

    cut(drawing, "cabinet", arch(0.42, 0.0, 1.05), 0.56, wood, bevel_m=0.02)
    for half, color in ((0.385, "#ff7a3d"), (0.345, "#ffd24d"), (0.305, "#46d0a0")):
        thick = 0.03 + (0.4 - half) * 0.3
        cut(drawing, "light", arch(half, 0.14, 1.05), thick, plain("neon", color), at=(0, 0, 0.285))
    cut(drawing, "arch", arch(0.275, 0.14, 1.05), 0.08, wood, at=(0, 0, 0.285))
    cut(drawing, "window", arch(0.235, 0.86, 1.05), 0.09, plain("glass_tinted"), at=(0, 0, 0.285))
    for x in (-0.11, 0.0, 0.11):
        drawing.add("disc", (0.2, 0.01, 0.2), (x, 1.0, 0.33), turn=(90, 0, 0), name="record", **plain("plastic_black"))
        drawing.add("disc", (0.07, 0.012, 0.07), (x, 1.0, 0.331), turn=(90, 0, 0), name="label", **plain("paint_red"))
    drawing.add("box", (0.5, 0.09, 0.1), (0, 0.74, 0.32), turn=(20, 0, 0), radius_m=0.015, name="desk", **chrome)
    drawing.add(
        "key_grid",
        (0.42, 0.05, 0.012),
        (0, 0.77, 0.372),
        turn=(20, 0, 0),
        columns=12,
        rows=2,
        name="button",
        **plain("enamel_white"),
    )
    drawing.add("louvres", (0.5, 0.5, 0.04), (0, 0.18, 0.32), slats=9, name="grille", **chrome)
    for number in range(3):
        drawing.add(
            "box",
            (0.025, 0.5, 0.02),
            (-0.14 + 0.14 * number, 0.18, 0.335),
            radius_m=0.008,
            name="bar",
            **plain("neon", "#ff7a3d"),
        )
    drawing.add("box", (0.88, 0.1, 0.6), (0, 0, 0), radius_m=0.02, name="plinth", **wood)
    sized(drawing, brief, (0.88, 1.47, 0.7))


@archetype(
    "gumball machine", "object", "game",
    "gumball machine, gum ball machine, bubblegum machine, bubble gum machine, candy machine, candy dispenser, "
    "sweet dispenser, "
    "kaugummiautomat, sweet machine",
    hints="chewing gum, coin slot",
    about="A gumball machine: a glass globe of coloured gumballs on a red base that takes a coin.",
    parts="globe, base, gumball, crank, lid, stand, glass",
)  # fmt: skip
def gumball_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a red foot with crank and flap, a glass ball full of coloured balls, and a cap."""
    red = usual(brief, "body base lid cap", "paint_red", "")
    chrome = brief.of("crank trim accent", "chrome", is_accent=True)
    spin(
        drawing,
        "base",
        [(0.085, 0.0), (0.088, 0.01), (0.07, 0.03), (0.062, 0.06), (0.068, 0.13), (0.078, 0.15), (0.078, 0.165)],
        red,
    )
    middle, radius = 0.27, 0.118
    inner = [(radius * 0.97 * cos(radians(a)), middle + radius * 0.97 * sin(radians(a))) for a in range(78, -66, -9)]
    outer = [(radius * cos(radians(a)), middle + radius * sin(radians(a))) for a in range(-65, 79, 9)]
    line = [*outer, *inner]
    low = min(y for _, y in line)
    tall = max(y for _, y in line) - low
    flat: list[str | float] = [value for x, y in line for value in (round(x / radius, 5), round((y - low) / tall, 5))]
    drawing.add(
        "hollow_turning",
        (2 * radius, tall, 2 * radius),
        (0, low, 0),
        profile=flat,
        name="globe",
        **plain("glass_clear"),
    )
    spin(drawing, "cap", [(0.05, 0.375), (0.05, 0.383), (0.03, 0.398), (0.01, 0.404), (0.002, 0.405)], red)
    drawing.add("ball", (0.02, 0.02, 0.02), (0, 0.4, 0), name="knob", **chrome)
    for level, (y, reach, count) in enumerate(
        (
            (0.165, 0.035, 7),
            (0.18, 0.06, 13),
            (0.199, 0.078, 17),
            (0.22, 0.087, 19),
            (0.242, 0.089, 19),
            (0.25, 0.058, 13),
            (0.258, 0.028, 7),
        )
    ):
        for number in range(count):
            angle = radians(360 * number / count + 23 * level)
            ball = plain("plastic_white", RAINBOW[(number * 3 + level) % len(RAINBOW)])
            drawing.add(
                "ball", (0.033, 0.033, 0.033), (reach * cos(angle), y, reach * sin(angle)), name="gumball", **ball
            )
    drawing.add("round_plate", (0.05, 0.05, 0.012), (0, 0.085, 0.066), name="plate", **chrome)
    drawing.add("box", (0.034, 0.01, 0.014), (0, 0.105, 0.077), radius_m=0.003, name="crank", **chrome)
    drawing.add("box", (0.04, 0.032, 0.03), (0, 0.034, 0.062), radius_m=0.006, name="flap", **chrome)
    sized(drawing, brief, (0.236, 0.42, 0.236))


@archetype(
    "popcorn machine", "appliance", "kitchen",
    "popcorn machine, popcorn maker, popcorn cart, popcorn popper, popcornmaschine, palomitas machine, "
    "cotton candy machine",
    hints="cinema snack, kettle corn",
    about="A popcorn machine: a glass case with a kettle over a heap of popcorn, on a cart or table.",
    parts="case, kettle, glass, roof, wheel, popcorn, frame, cart",
)  # fmt: skip
def popcorn_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a cart with big wheels, the glazed case with kettle and popcorn, and a striped roof."""
    red = usual(brief, "body frame roof cart", "paint_red", "")
    gold = brief.of("trim rim accent", "gold", is_accent=True)
    drawing.add("box", (0.62, 0.4, 0.46), (0, 0.34, 0), radius_m=0.012, name="cart", **red)
    drawing.add("box", (0.68, 0.03, 0.52), (0, 0.73, 0), radius_m=0.008, name="top", **gold)
    for x in (-0.29, 0.29):
        for z in (-0.21, 0.21):
            drawing.add("box", (0.03, 0.62, 0.03), (x, 0.75, z), name="post", **gold)
        wheel = Drawing(brief)
        wheel.add("hoop", (0.5, 0.03, 0.5), inner=0.9, name="rim", **gold)
        wheel.add("disc", (0.09, 0.05, 0.09), (0, -0.01, 0), edge=0.2, name="hub", **gold)
        for number in range(10):
            angle = radians(36 * number)
            strut(
                wheel,
                "spoke",
                (0.03 * cos(angle), 0.015, 0.03 * sin(angle)),
                (0.23 * cos(angle), 0.015, 0.23 * sin(angle)),
                0.014,
                gold,
            )
        pose(drawing, wheel, (x * 1.14 - 0.015, 0.25, -0.12), (0, 0, -90))
        strut(drawing, "leg", (x * 0.9, 0.0, 0.18), (x * 0.9, 0.36, 0.18), 0.035, gold)
        drawing.add("box", (0.008, 0.6, 0.4), (x, 0.755, 0), name="glass", **plain("glass_clear"))
    strut(drawing, "axle", (-0.34, 0.25, -0.12), (0.34, 0.25, -0.12), 0.03, gold)
    drawing.add("box", (0.3, 0.12, 0.03), (0, 0.25, -0.12), name="bracket", **red)
    drawing.add("box", (0.56, 0.6, 0.008), (0, 0.755, 0.212), name="glass", **plain("glass_clear"))
    drawing.add("box", (0.66, 0.1, 0.5), (0, 1.36, 0), radius_m=0.01, name="head", **red)
    drawing.add("roof", (0.72, 0.14, 0.56), (0, 1.455, 0), form="hip", name="roof", **red)
    drawing.add(
        "lettering", (0.46, 0.065, 0.012), (0, 1.378, 0.254), text=brief.text or "POPCORN", name="lettering", **gold
    )
    drawing.add("rod", (0.03, 0.2, 0.03), (0, 1.18, 0), name="rod", **plain("chrome"))
    spin(drawing, "kettle", [(0.09, 1.06), (0.115, 1.08), (0.115, 1.18), (0.12, 1.185), (0.02, 1.2)], plain("chrome"))
    drawing.add("hill", (0.54, 0.16, 0.4), (0, 0.757, 0), name="popcorn", **plain("paint_white", "#f7eccb"))
    for number in range(46):
        angle, reach = 2.4 * number, 0.035 * number**0.5
        x, z = 1.05 * reach * cos(angle), 0.75 * reach * sin(angle)
        y = 0.757 + 0.15 * max(0.0, 1 - (x / 0.27) ** 2 - (z / 0.2) ** 2) - 0.012
        drawing.add(
            "ball",
            (0.042, 0.034, 0.04),
            (x, y, z),
            turn=(17.0 * number, 31.0 * number, 0),
            name="popcorn",
            **plain("paint_white", "#fdf3d6" if number % 3 else "#f0cf7a"),
        )
    sized(drawing, brief, (0.74, 1.6, 0.56))
