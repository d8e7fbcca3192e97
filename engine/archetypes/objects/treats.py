"""More to eat: pancakes, noodle soup, pie, slices of melon, popcorn, candy, pretzel, corn, steak."""

from itertools import pairwise
from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, tableware, usual
from engine.archetypes.objects.shaping import blend, chain, cut, lifted, limb, lump, settle, sized, spin, strut, wire
from engine.archetypes.register import archetype


def _plate(drawing: Drawing, brief: Brief, wide: float) -> None:
    r = wide / 2
    spin(drawing, "plate", [(0.55 * r, 0.0), (0.6 * r, 0.004), (0.72 * r, 0.008), (r, 0.018), (r, 0.022), (0.7 * r,
        0.013), (0.001, 0.009)],
         tableware(brief, "plate dish"))  # fmt: skip


@archetype(
    "pancakes", "object", "food",
    "pancakes, pancake, stack of pancakes, hotcakes, flapjacks, crepes, crêpe, pfannkuchen, panqueques, tortitas, "
    "waffle, waffles, belgian waffle",
    hints="maple syrup, breakfast", about="A stack of pancakes on a plate with butter and syrup.",
    parts="pancake, butter, syrup, berry, plate",
)  # fmt: skip
def pancakes(drawing: Drawing, brief: Brief) -> None:
    """Draw a stack on a plate, syrup that runs down, a pat of butter and berries."""
    _plate(drawing, brief, 0.26)
    cake = plain("bread", "#d9a457")
    count = brief.count("pancake", 5, least=1, most=12)
    low = 0.009
    for number in range(count):
        x, z = 0.005 * sin(2.4 * number), 0.005 * cos(1.7 * number)
        drawing.add("disc", (0.16, 0.0155, 0.16), (x, low, z), edge=0.48, name="pancake", **cake)
        drawing.add(
            "disc", (0.142, 0.0025, 0.142), (x, low + 0.0135, z), edge=0.3, name="crust", **plain("bread", "#a8642a")
        )
        low += 0.0145
    if brief.has("syrup", "honey", "chocolate", default=not brief.excluded & {"syrup"}):
        syrup = usual(brief, "syrup honey chocolate", "resin", "#7a3a12", is_main=False)
        bones = [lump((0, low + 0.002, 0), 0.062, (1.0, 0.07, 0.95))]
        for turn in (30.0, 110.0, 160.0, 235.0, 300.0):
            c, s = cos(radians(turn)), sin(radians(turn))
            drop = low - 0.012 - 0.02 * abs(sin(turn))
            bones += chain(
                [
                    (0.05 * c, low + 0.002, 0.05 * s, 0.006),
                    (0.077 * c, low - 0.002, 0.077 * s, 0.006),
                    (0.083 * c, drop, 0.083 * s, 0.0065),
                ]
            )
        blend(drawing, "syrup", bones, syrup, soft=0.006)
    if brief.has("butter", default="butter" not in brief.excluded):
        drawing.add(
            "box",
            (0.036, 0.014, 0.036),
            (0.006, low + 0.003, 0),
            turn=(0, 24, 0),
            radius_m=0.004,
            name="butter",
            **plain("wax", "#f6dc7a"),
        )
    for number in range(3):
        angle = radians(200 + 34 * number)
        berry = plain("fruit") if number % 2 else plain("paint_white", "#2f3f7a")
        drawing.add(
            "ball", (0.022, 0.022, 0.022), (0.098 * cos(angle), 0.012, 0.098 * sin(angle)), name="berry", **berry
        )
    sized(drawing, brief, (0.26, low + 0.017, 0.26))


@archetype(
    "noodle soup", "object", "food",
    "noodle soup, bowl of ramen, ramen, ramen bowl, pho, udon, bowl of noodles, noodles, soup, spaghetti, "
    "plate of spaghetti, pasta, "
    "bowl of pasta, nudelsuppe, soupe, sopa",
    hints="broth, chopsticks, boiled egg",
    about="A bowl of noodle soup with an egg, greens, and chopsticks across its rim.",
    parts="bowl, noodle, egg, chopstick, broth, onion",
)  # fmt: skip
def noodle_soup(drawing: Drawing, brief: Brief) -> None:
    """Draw a bowl of broth with noodles in waves, halves of egg, slices and greens, and chopsticks."""
    bowl = tableware(brief, "bowl body dish")
    if bowl["material"] == "ceramic_white" and not bowl["color"]:
        bowl = plain("ceramic_white", "#27365a")
    spin(
        drawing,
        "bowl",
        [
            (0.045, 0.0),
            (0.047, 0.014),
            (0.06, 0.02),
            (0.09, 0.05),
            (0.104, 0.085),
            (0.1, 0.085),
            (0.086, 0.052),
            (0.055, 0.025),
            (0.001, 0.022),
        ],
        bowl,
    )
    is_dry = brief.has("spaghetti", "pasta")
    broth = plain("paint_white", "#b5402a") if is_dry else usual(brief, "broth soup", "resin", "#a8672a", is_main=False)
    drawing.add("disc", (0.191, 0.008, 0.191), (0, 0.064, 0), name="broth", **broth)
    noodle = plain("paint_white", "#f0d68c")
    for number in range(16):
        z = -0.055 + 0.0075 * number + 0.004 * sin(3 * number)
        half = 0.8 * (0.086**2 - z * z) ** 0.5
        path = [
            (half * (k / 4 - 1), 0.0725 + 0.0035 * sin(k * 1.6 + number), z + 0.006 * sin(k + 2 * number))
            for k in range(9)
        ]
        wire(drawing, "noodle", path, 0.0055, noodle)
    for x, z in ((0.045, 0.035), (0.012, 0.052)) if not is_dry else ():
        drawing.add("ball", (0.042, 0.02, 0.034), (x, 0.066, z), name="egg", **plain("ceramic_white"))
        drawing.add("ball", (0.022, 0.01, 0.02), (x, 0.0795, z), name="yolk", **plain("paint_white", "#f0a22e"))
    for number in range(9):
        angle = radians(40 * number)
        at = (-0.03 + 0.02 * cos(angle), 0.073, 0.03 + 0.018 * sin(angle))
        drawing.add("hoop", (0.011, 0.005, 0.011), at, inner=0.5, name="onion", **plain("paint_white", "#6aa84f"))
    for x in (-0.055, -0.028):
        meat = plain("paint_white", "#a8583f" if not is_dry else "#6b2f1e")
        drawing.add("disc", (0.05, 0.007, 0.046), (x, 0.0735, -0.028), turn=(8, 0, 6), edge=0.3, name="meat", **meat)
    if brief.has("chopstick", default=not is_dry and "chopstick" not in brief.excluded):
        for offset in (0.0, 0.013):
            strut(
                drawing,
                "chopstick",
                (0.1 + offset, 0.088, -0.1),
                (-0.02 + offset * 0.4, 0.089, 0.13),
                0.0062,
                brief.of("chopstick", "oak_dark"),
                kind="cone",
                top=0.6,
            )
    sized(drawing, brief, (0.21, 0.095, 0.23))


@archetype(
    "pie", "object", "food",
    "pie, apple pie, cherry pie, pumpkin pie, fruit tart, tarte, tarta de manzana, slice of pie",
    hints="crust, lattice", about="A pie: a round crust with a filling under a lattice of dough.",
    parts="crust, filling, lattice, dish, plate",
)  # fmt: skip
def pie(drawing: Drawing, brief: Brief) -> None:
    """Draw a dish with filling under woven strips and a crimped rim."""
    crust = plain("bread", "#d9a65a")
    color = (
        "#d9772a" if brief.has("pumpkin") else "#b5261e" if brief.has("cherry", "fruit", "strawberry") else "#e0b04a"
    )
    filling = usual(brief, "filling", "resin", color, is_main=False)
    spin(
        drawing,
        "dish",
        [(0.095, 0.0), (0.098, 0.004), (0.118, 0.034), (0.124, 0.034), (0.124, 0.038), (0.112, 0.036), (0.001, 0.01)],
        tableware(brief, "dish plate"),
    )
    drawing.add("disc", (0.222, 0.026, 0.222), (0, 0.009, 0), edge=0.2, name="filling", **filling)
    for turn, lift in ((0.0, 0.0), (90.0, 0.0015)):
        strips = Drawing(brief)
        for number in range(-3, 4):
            half = (0.108**2 - (0.03 * number) ** 2) ** 0.5
            strips.add(
                "box",
                (0.016, 0.006, 2 * half),
                (0.03 * number, 0.033 + lift, 0),
                radius_m=0.0025,
                name="lattice",
                **crust,
            )
        drawing.include(strips, turn_deg=turn)
    for number in range(32):
        angle = radians(360 * number / 32)
        drawing.add(
            "ball",
            (0.026, 0.016, 0.02),
            (0.112 * cos(angle), 0.0315, 0.112 * sin(angle)),
            turn=(0, -360 * number / 32, 0),
            name="crust",
            **crust,
        )
    sized(drawing, brief, (0.248, 0.047, 0.248))


@archetype(
    "melon slice", "object", "food",
    "slice of watermelon, watermelon slice, melon slice, slice of melon, watermelon wedge, wassermelonenscheibe, "
    "tranche de pastèque, rodaja de sandía",
    hints="red flesh, black seeds", about="A slice of watermelon: red flesh with seeds in a green rind.",
    parts="rind, flesh, seed",
)  # fmt: skip
def melon_slice(drawing: Drawing, brief: Brief) -> None:
    """Draw a half round slice that stands on its rind."""

    def bow(radius: float) -> list[tuple[float, float]]:
        return [(radius * cos(radians(a)), 0.13 + radius * sin(radians(a))) for a in range(180, 361, 9)]

    cut(drawing, "rind", bow(0.13), 0.05, usual(brief, "rind", "paint_white", "#2f7a3a", is_main=False))
    cut(drawing, "pith", bow(0.12), 0.0515, plain("paint_white", "#dfe8b0"))
    cut(drawing, "flesh", bow(0.112), 0.053, usual(brief, "flesh body", "paint_white", "#e0403a"))
    for ring, count in ((0.085, 8), (0.05, 5)):
        for number in range(count):
            angle = radians(180 + 180 * (number + 0.5) / count)
            for z in (-0.0262, 0.0262):
                at = (ring * cos(angle), 0.13 + ring * sin(angle) - 0.0055, z)
                drawing.add("ball", (0.006, 0.011, 0.0035), at, name="seed", **plain("paint_black"))
    sized(drawing, brief, (0.26, 0.13, 0.053))


@archetype(
    "candy", "object", "food",
    "candy cane, candy, wrapped candy, sweets, bonbon, chocolate bar, bar of chocolate, zuckerstange, "
    "tafel schokolade, sucre d'orge, caramelo",
    hints="peppermint, sugar", about="Sweets: a striped candy cane, or a bar of chocolate.",
    parts="stripe, body, foil, sleeve",
)  # fmt: skip
def candy(drawing: Drawing, brief: Brief) -> None:
    """Draw a striped cane in a stand, or a half unwrapped bar of chocolate."""
    if brief.has("chocolate", "chocolate bar", "schokolade"):
        _chocolate(drawing, brief)
    else:
        _cane(drawing, brief)


def _cane(drawing: Drawing, brief: Brief) -> None:
    """Draw a hooked cane of white and red rings that stands in a dish of sugar."""
    white, red = (
        usual(brief, "body", "plastic_white", "#f6f1ea"),
        usual(brief, "stripe accent", "plastic_white", "#c8231e", is_main=False),
    )
    line = [(0.0, 0.01 + 0.0125 * k, 0.0) for k in range(11)]
    line += [(0.026 - 0.026 * cos(radians(a)), 0.135 + 0.026 * sin(radians(a)), 0.0) for a in range(24, 205, 20)]
    for number, (start, end) in enumerate(pairwise(line)):
        blend(
            drawing,
            "stripe",
            [limb(start, 0.0078, end, 0.0078)],
            red if number % 2 else white,
            soft=0.001,
            fineness=0.5,
        )
    spin(
        drawing, "stand", [(0.035, 0.0), (0.036, 0.008), (0.028, 0.014), (0.001, 0.016)], brief.of("stand base", "snow")
    )
    sized(drawing, brief, (0.1, 0.17, 0.072))


def _chocolate(drawing: Drawing, brief: Brief) -> None:
    """Draw a bar of squares, its lower half in foil and a paper sleeve."""
    brown = usual(brief, "body", "chocolate", "")
    drawing.add("box", (0.08, 0.007, 0.17), name="bar", radius_m=0.001, **brown)
    for row in range(7):
        for column in range(4):
            at = (-0.03 + 0.02 * column, 0.005, -0.0735 + 0.0245 * row)
            drawing.add("box", (0.017, 0.007, 0.0215), at, radius_m=0.002, name="square", **brown)
    drawing.add("box", (0.084, 0.0135, 0.084), (0, 0, 0.046), radius_m=0.002, name="foil", **plain("silver"))
    drawing.add(
        "box",
        (0.085, 0.0145, 0.07),
        (0, 0, 0.056),
        radius_m=0.002,
        name="sleeve",
        **usual(brief, "sleeve foil accent", "paint_white", "#8a1f2e", is_main=False),
    )
    sized(drawing, brief, (0.085, 0.0145, 0.176))


@archetype(
    "corn", "object", "food",
    "corn, corn on the cob, corn cob, ear of corn, maize, sweetcorn, maiskolben, épi de maïs, mazorca",
    hints="kernels, husk", about="An ear of corn: rows of yellow kernels in green leaves.",
    parts="kernel, husk, leaf, cob",
)  # fmt: skip
def corn(drawing: Drawing, brief: Brief) -> None:
    """Draw an ear lying with its kernels in rows and leaves drawn back."""
    yellow = usual(brief, "body kernel cob", "paint_white", "#f0c22e")
    blend(
        drawing,
        "cob",
        chain([(0.0, 0.024, -0.06, 0.017), (0.0, 0.024, 0.03, 0.02), (0.0, 0.024, 0.085, 0.01)]),
        yellow,
        soft=0.01,
    )
    for ring in range(17):
        z = -0.066 + 0.0095 * ring
        reach = 0.0185 + 0.0035 * sin(3.1416 * ring / 17) - (0.0009 * max(0, ring - 11) ** 1.6)
        for number in range(12):
            angle = radians(30 * number)
            at = (reach * cos(angle), 0.024 + reach * sin(angle) - 0.0045, z)
            drawing.add("ball", (0.0105, 0.0095, 0.0105), at, name="kernel", **yellow)
    for turn in (-58.0, -20.0, 20.0, 58.0):
        c, s = sin(radians(turn)), -cos(radians(turn)) * 0.55
        leaf = chain(
            [
                (0.0, 0.024, -0.1, 0.01),
                (0.024 * c, 0.024 + 0.022 * s, -0.055, 0.012),
                (0.034 * c, 0.02 + 0.016 * s, -0.005, 0.006),
            ],
            (1, 0.5, 1),
        )
        blend(drawing, "husk", leaf, usual(brief, "husk leaf", "paint_white", "#7fae4a", is_main=False), soft=0.008)
    strut(drawing, "stalk", (0, 0.024, -0.09), (0, 0.022, -0.13), 0.016, plain("paint_white", "#9ab85a"))
    settle(drawing)
    drawing.objects[:] = lifted(drawing, 0.011)
    drawing.add("box", (0.1, 0.013, 0.24), (0, 0, -0.02), radius_m=0.005, name="board", **brief.of("board", "wood"))
    sized(drawing, brief, (0.1, 0.065, 0.24))
