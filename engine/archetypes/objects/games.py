"""Chess piece, ball, dice and dumbbell."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import (
    blend,
    chain,
    cut,
    limb,
    lump,
    pose,
    settle,
    sized,
    spin,
    strut,
    twins,
    wire,
)
from engine.archetypes.register import archetype

_FOOT = [(0.016, 0.0), (0.0175, 0.002), (0.0175, 0.006), (0.0155, 0.009), (0.0155, 0.011), (0.012, 0.015)]


@archetype(
    "chess piece", "object", "toy",
    "chess piece, chess king, chess queen, chess knight, chess pawn, chess rook, chess bishop, pawn, rook, chessman, "
    "schachfigur, "
    "pièce d'échecs, pieza de ajedrez, chess figure, knight piece, "
    "knight chess piece, bishop chess piece, queen chess piece, king chess piece, rook piece, "
    "chess figurine, chess knight piece, chess horse",
    hints="checkmate, chess", about="A turned figure from the game of chess, such as the king or the knight.",
    parts="base, crown, cross, body, collar",
)  # fmt: skip
def chess_piece(drawing: Drawing, brief: Brief) -> None:
    """Draw king, queen, bishop, knight, rook or pawn, turned in the Staunton manner."""
    wood = brief.of(
        "body piece chess",
        {"modern": "marble_black", "minimalist": "ceramic_white", "futuristic": "chrome"}.get(kin(brief), "wood"),
        is_main=True,
    )
    kinds = ("king", "queen", "bishop", "knight", "rook", "pawn")
    kind = next((one for one in kinds if one in brief.words), brief.choose("king", "knight", "queen", "rook"))
    felt = brief.of("felt", "fabric_grey")
    drawing.add(
        "rod",
        (0.033, 0.0016, 0.033),
        name="felt",
        **(felt if felt["color"] else brief.finish("fabric_grey", "#2f5f3f")),
    )
    top = {"king": 0.062, "queen": 0.058, "bishop": 0.05, "knight": 0.02, "rook": 0.034, "pawn": 0.034}[kind]
    neck = 0.0062 if kind != "rook" else 0.0085
    stem = [] if kind == "knight" else [(neck + 0.002, 0.024), (neck, top * 0.72), (neck + 0.0008, top - 0.004)]
    collar = (
        [(0.0125, 0.018), (0.0135, 0.02)]
        if kind == "knight"
        else [
            (0.0115, top - 0.003),
            (0.012, top - 0.001),
            (0.008, top + 0.001),
            (0.0095, top + 0.003),
            (0.0065, top + 0.0045),
        ]
    )
    spin(drawing, "stem", [*((r, y + 0.001) for r, y in _FOOT), *stem, *collar], wood)
    {"king": _king, "queen": _queen, "bishop": _bishop, "knight": _knight, "rook": _rook, "pawn": _pawn}[kind](
        drawing, brief, wood, top
    )
    drawing.add(
        "torus",
        (0.0352, 0.003, 0.0352),
        (0, 0.0035, 0),
        name="ring",
        **brief.of("collar accent", wood["material"], is_accent=True),
    )
    sized(drawing, brief, (0.036, top + 0.03, 0.036))


def _king(drawing: Drawing, brief: Brief, wood: Finish, top: float) -> None:
    spin(
        drawing,
        "crown",
        [
            (0.0065, top + 0.004),
            (0.0078, top + 0.012),
            (0.0105, top + 0.021),
            (0.0098, top + 0.0225),
            (0.0045, top + 0.026),
            (0.001, top + 0.027),
        ],
        wood,
    )
    gold = brief.of("cross crown", wood["material"])
    drawing.add("box", (0.0026, 0.0115, 0.0026), (0, top + 0.0255, 0), radius_m=0.0006, name="cross", **gold)
    drawing.add("box", (0.0085, 0.0026, 0.0026), (0, top + 0.0305, 0), radius_m=0.0006, name="cross_arm", **gold)


def _queen(drawing: Drawing, brief: Brief, wood: Finish, top: float) -> None:
    spin(
        drawing,
        "crown",
        [
            (0.0065, top + 0.004),
            (0.007, top + 0.01),
            (0.0108, top + 0.0205),
            (0.009, top + 0.0205),
            (0.0075, top + 0.0195),
            (0.004, top + 0.023),
            (0.001, top + 0.0235),
        ],
        wood,
    )
    for step in range(9):
        point = Drawing(brief)
        point.add("ball", (0.0042, 0.0046, 0.0042), (0.0096, top + 0.0185, 0), name="point", **wood)
        drawing.include(point, turn_deg=40.0 * step)
    drawing.add("ball", (0.006, 0.006, 0.006), (0, top + 0.0225, 0), name="pearl", **wood)


def _bishop(drawing: Drawing, brief: Brief, wood: Finish, top: float) -> None:
    spin(
        drawing,
        "mitre",
        [
            (0.006, top + 0.004),
            (0.0085, top + 0.0095),
            (0.0082, top + 0.014),
            (0.0045, top + 0.021),
            (0.0015, top + 0.0235),
        ],
        wood,
        is_flowing=True,
    )
    drawing.add("ball", (0.0048, 0.0048, 0.0048), (0, top + 0.0225, 0), name="pearl", **wood)
    drawing.add(
        "box",
        (0.0014, 0.0105, 0.008),
        (0.0048, top + 0.0095, 0.0035),
        turn=(0, 0, -32),
        radius_m=0.0002,
        name="slit",
        **brief.finish("paint_black", ""),
    )


def _rook(drawing: Drawing, brief: Brief, wood: Finish, top: float) -> None:
    spin(
        drawing,
        "tower",
        [(0.0085, top + 0.003), (0.0095, top + 0.006), (0.0128, top + 0.0075), (0.0128, top + 0.0135)],
        wood,
    )
    for step in range(6):
        merlon = Drawing(brief)
        merlon.add("box", (0.0042, 0.0046, 0.0072), (0.0106, top + 0.013, 0), radius_m=0.0006, name="merlon", **wood)
        drawing.include(merlon, turn_deg=60.0 * step)


def _pawn(drawing: Drawing, brief: Brief, wood: Finish, top: float) -> None:
    drawing.add("ball", (0.0186, 0.0186, 0.0186), (0, top + 0.002, 0), name="head", **wood)


def _knight(drawing: Drawing, brief: Brief, wood: Finish, top: float) -> None:
    """Draw the horse's head of a knight: arched neck, jaw, ears, a mane of ridges."""
    head = [
        *chain([(0, 0.021, -0.002, 0.0115), (0, 0.035, -0.004, 0.0098), (0, 0.047, 0.0, 0.0082),
                (0, 0.053, 0.006, 0.0068)], (0.78, 1, 1)),
        *chain([(0, 0.053, 0.007, 0.0068), (0, 0.0465, 0.0145, 0.0048), (0, 0.0415, 0.0185, 0.0042)], (0.8, 1, 1)),
        limb((0, 0.03, 0.005), 0.008, (0, 0.04, 0.006), 0.006, (0.72, 1, 1)),
        *twins(limb((0.0028, 0.057, 0.002), 0.0022, (0.0034, 0.064, 0.0022), 0.0006)),
    ]  # fmt: skip
    blend(drawing, "head", head, wood, soft=0.005, fineness=1.4)
    mane = [
        lump((0, 0.024 + 0.0064 * step, -0.0125 + 0.00055 * step * step * 0.5), 0.0042, (0.62, 1, 1))
        for step in range(6)
    ]
    blend(drawing, "mane", mane, wood, soft=0.001, fineness=1.2)
    blend(drawing, "eye", twins(lump((0.0047, 0.0535, 0.0085), 0.0011)), brief.of("eye", "paint_black"), soft=0.0005)


_BALLS = ("football", "soccer", "basketball", "tennis", "beach", "bowling", "billiard", "baseball")


@archetype(
    "ball", "object", "sport",
    "ball, soccer ball, football, basketball, tennis ball, beach ball, bowling ball, pelota, ballon, bouncy ball, "
    "rubber ball, play ball, "
    "billiard ball, baseball, "
    "volleyball, rugby ball, golf ball, handball, cricket ball, medicine ball, gym ball, exercise ball, "
    "american football, snooker ball, cannon ball, cannonball, marble ball, "
    "bauble, pool ball, yoga ball, ping pong ball",
    hints="sport, bouncing, playing", about="A round thing to throw, kick and play with.",
    parts="seam, panel, stripe, body",
)  # fmt: skip
def ball(drawing: Drawing, brief: Brief) -> None:
    """Draw a football of pentagons and hexagons, a basketball, a tennis ball, or one with coloured wedges."""
    kind = next(
        (one for one in _BALLS if one in brief.words),
        "soccer" if brief.has("football", "fußball", "ballon") else "beach",
    )
    across = {
        "soccer": 0.22,
        "football": 0.22,
        "basketball": 0.24,
        "tennis": 0.067,
        "bowling": 0.216,
        "billiard": 0.057,
        "baseball": 0.074,
    }.get(kind, 0.3)
    pattern = {"football": "soccer", "billiard": "plain", "bowling": "bowling", "baseball": "tennis"}.get(kind, kind)
    looks = {"soccer": ("plastic_white", ""), "basketball": ("leather_brown", "#c4622d"),
             "tennis": ("fabric_grey", "#cfe03a"), "beach": ("plastic_white", ""),
             "bowling": ("marble_black", ""), "plain": ("plastic_white", "#b3211c")}  # fmt: skip
    body = brief.of("body ball panel", looks[pattern][0], is_main=True)
    body = body if body["color"] or brief.materials else brief.finish(*looks[pattern])
    second = brief.of(
        "seam stripe accent",
        {"tennis": "paint_white", "beach": "paint_red"}.get(pattern, "rubber_black"),
        is_accent=True,
    )
    drawing.add(
        "play_ball",
        (across, across, across),
        pattern=pattern,
        name="ball",
        second_material=second["material"],
        second_color=second["color"],
        **body,
    )
    sized(drawing, brief, (across, across, across))


@archetype(
    "dice", "object", "toy",
    "dice, die, game die, playing dice, d6, würfel, spielwürfel, dé à jouer, dados, "
    "rolling cube, casino dice, number cube, d20, gaming die, six sided die",
    hints="gambling, board game, rolling", about="Small cubes with dots on each side that are thrown in games.",
    parts="pip, dot, body",
)  # fmt: skip
def dice(drawing: Drawing, brief: Brief) -> None:
    """Draw a pair of dice, or as many as are asked for, pips sunk into rounded cubes."""
    body = brief.of(
        "body dice die",
        {"realistic": "plastic_white", "rustic": "oak", "steampunk": "bronze_aged", "art deco": "paint_black"}.get(
            kin(brief), "body"
        ),
        is_main=True,
    )
    pale = (
        body["material"] in ("plastic_white", "paint_white", "ceramic_white", "enamel_white", "oak", "pine", "paper")
        and not body["color"]
    )
    pip = brief.of("pip dot accent", "paint_black" if pale else "paint_white", is_accent=True)
    single = "die" in brief.words and "dice" not in brief.words
    count = brief.count("dice", brief.count("die", 1 if single else 2), least=1, most=8)
    for number in range(count):
        x, z = (number - (count - 1) / 2) * 0.027, (0.008 if number % 2 else -0.006)
        drawing.add("die", (0.018, 0.018, 0.018), (x, 0, z), turn=(0, brief.vary(-50, 50) + 90 * number, 0), name="die",
                    face=1 + (number * 2 + int(brief.random.integers(6))) % 6, pips_material=pip["material"],
                    pips_color=pip["color"], **body)  # fmt: skip
    sized(drawing, brief, (0.018 + 0.027 * (count - 1), 0.018, 0.034))


@archetype(
    "dumbbell", "object", "sport",
    "dumbbell, dumb bell, barbell, weight, weights, hantel, kurzhantel, haltère, mancuerna, free weight, "
    "hand weight, lifting weight, weight plate, weightlifting bar, barbell weight, fitness weight, "
    "exercise weight",
    hints="gym, fitness, lifting, workout", about="A short bar with a weight at either end for training muscles.",
    parts="handle, grip, plate, head, bar, collar",
)  # fmt: skip
def dumbbell(drawing: Drawing, brief: Brief) -> None:
    """Draw a hexagonal dumbbell with a knurled grip; a kettlebell or a barbell with plates where the words say so."""
    heads = brief.of(
        "plate head weight body",
        {"steampunk": "bronze_aged", "art deco": "gold", "futuristic": "plastic_white", "rustic": "iron_black"}.get(
            kin(brief), "rubber_black"
        ),
        is_main=True,
    )
    steel = brief.of(
        "handle grip bar collar accent", "chrome" if brief.style_name == "realistic" else "metal", is_accent=True
    )
    if brief.has("kettlebell"):
        horns = twins(limb((0.046, 0.165, 0), 0.024, (0.066, 0.196, 0), 0.0175))
        blend(drawing, "body", [lump((0, 0.1, 0), 0.1), *horns], heads, soft=0.02, fineness=1.4, sole=0.04)
        half = [(0.064, 0.193, 0.0), (0.0685, 0.216, 0.0), (0.064, 0.24, 0.0), (0.045, 0.2535, 0.0)]
        bow = [*half, (0.0, 0.256, 0.0), *[(-x, y, z) for x, y, z in reversed(half)]]
        wire(drawing, "handle", bow, 0.034, heads)
        strut(drawing, "badge", (0, 0.1, 0.09), (0, 0.1, 0.1015), 0.08, steel, edge=0.3)
        settle(drawing)
        return sized(drawing, brief, (0.2, 0.273, 0.2))
    if brief.has("barbell"):
        strut(drawing, "bar", (-0.9, 0.225, 0), (0.9, 0.225, 0), 0.028, steel, edge=0.2)
        for side in (-1.0, 1.0):
            strut(drawing, "sleeve", (0.5 * side, 0.225, 0), (0.92 * side, 0.225, 0), 0.05, steel, edge=0.1)
            for x, across in ((0.55, 0.45), (0.61, 0.45), (0.66, 0.34), (0.7, 0.23)):
                strut(drawing, "plate", ((x - 0.022) * side, 0.225, 0), ((x + 0.022) * side, 0.225, 0),
                            across, heads, edge=0.15)  # fmt: skip
            strut(drawing, "collar", (0.73 * side, 0.225, 0), (0.77 * side, 0.225, 0), 0.08, steel, edge=0.2)
        return sized(drawing, brief, (1.84, 0.45, 0.45))
    high = 0.0495
    spin_bar = [(0.0125, -0.07), (0.0165, -0.03), (0.0165, 0.03), (0.0125, 0.07)]
    grip = Drawing(brief)
    spin(grip, "handle", spin_bar, steel, is_flowing=True)
    for step in range(9):
        grip.add(
            "torus",
            (0.0345 - 0.0004 * abs(step - 4), 0.0028, 0.0345 - 0.0004 * abs(step - 4)),
            (0, -0.037 + 0.009 * step, 0),
            name="knurl",
            **steel,
        )
    pose(drawing, grip, (0, high, 0), (0, 0, 90.0))
    for side in (-1.0, 1.0):
        head = Drawing(brief)
        hexagon = [
            (0.0572, 0.0), (0.0286, 0.0495), (-0.0286, 0.0495), (-0.0572, 0.0), (-0.0286, -0.0495),
            (0.0286, -0.0495)
        ]  # fmt: skip
        cut(head, "head", hexagon, 0.07, heads, bevel_m=0.009)
        pose(drawing, head, (0.1 * side, high, 0), (0, 90.0, 0))
        strut(drawing, "collar", (0.058 * side, high, 0), (0.068 * side, high, 0), 0.05, steel, edge=0.2)
        strut(drawing, "badge", (0.13 * side, high, 0), (0.1362 * side, high, 0), 0.05, steel, edge=0.3)
    return sized(drawing, brief, (0.272, 0.099, 0.115))
