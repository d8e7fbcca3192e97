"""What one wears besides: glove, sock, scarf, necktie, belt, mask; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, usual
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import blend, chain, limb, lump, settle, sized, spin, strut, twins, wire
from engine.archetypes.register import archetype


@archetype(
    "glove", "object", "clothing", "glove, mitten, gloves, work glove, gardening glove, winter glove, oven mitt, "
    "oven glove, handschuh, guante, gant, leather glove, ski glove, rubber glove, fäustling, gauntlet, baseball glove",
    hints="fingers, hand, winter warm", about="A glove covers a hand and its fingers; a mitten has one for all.",
    parts="finger, thumb, cuff, palm, body, stripe", features="stripe, fur",
)  # fmt: skip
def glove(drawing: Drawing, brief: Brief) -> None:
    """Draw a glove that stands on its cuff, or a mitten; a gauntlet is of steel plates."""
    is_steel = has(brief, "gauntlet armor armour")
    cloth = usual(brief, "glove body palm finger", "steel_polished" if is_steel else "wool" if has(brief,
                  "mitten fäustling winter knitted") else "leather_brown", "")  # fmt: skip
    cuff = usual(brief, "cuff", cloth["material"], cloth["color"], is_main=False)
    is_mitten = has(brief, "mitten fäustling mitt")
    spin(drawing, "cuff", [(0.047, 0.0), (0.05, 0.012), (0.044, 0.08), (0.042, 0.1)], cuff)
    hand = [limb((0, 0.1, 0), 0.042, (0, 0.16, 0), 0.05, (1, 1, 0.55)),
            limb((-0.03, 0.13, 0.008), 0.02, (-0.078, 0.185, 0.014), 0.015)]  # fmt: skip
    if is_mitten:
        hand.append(limb((0, 0.17, 0), 0.05, (0, 0.235, 0), 0.036, (1, 1, 0.55)))
    else:
        for number, tall in enumerate((0.25, 0.275, 0.268, 0.238)):
            x = -0.034 + 0.0228 * number
            hand.append(limb((x, 0.18, 0), 0.0138, (x * 1.3, tall, 0.004), 0.0115))
    blend(drawing, "glove", hand, cloth, soft=0.012 if is_mitten else 0.008, fineness=1.5)
    if brief.has("stripe", "fur"):
        drawing.add("torus", (0.11, 0.03, 0.11), (0, 0.075, 0), name="trim", **brief.of("stripe fur", "fur"))
    sized(drawing, brief, (0.16, 0.285, 0.1))


@archetype(
    "sock", "object", "clothing", "sock, socks, stocking, christmas stocking, woolen sock, wool sock, socke, calcetín, "
    "chaussette, knee sock, striped sock, strumpf",
    hints="knitted, toes, heel", about="A sock: knitted wool for the foot, with a heel, a toe and a cuff.",
    parts="cuff, heel, toe, body, stripe", features="stripe",
)  # fmt: skip
def sock(drawing: Drawing, brief: Brief) -> None:
    """Draw a sock that stands on its sole, heel, toe and cuff in a second colour."""
    is_one = "stocking" in brief.words and "stocking" not in brief.counts
    red, white = ("#b3201f", "#f2efe8") if is_one else ("#5f7f9e", "#e9e4d8")
    wool = usual(brief, "sock body foot leg", "wool", red)
    other = usual(brief, "cuff heel toe", "wool", white, is_main=False)
    leg = chain([(0, 0.05, -0.05, 0.042), (0, 0.14, -0.055, 0.04), (0, 0.29, -0.055, 0.045)])
    foot = chain([(0, 0.044, -0.045, 0.044), (0, 0.042, 0.04, 0.042), (0, 0.036, 0.105, 0.036)])
    blend(drawing, "sock", [*leg, *foot], wool, soft=0.02, sole=0.012)
    blend(drawing, "toe", [limb((0, 0.038, 0.1), 0.038, (0, 0.036, 0.12), 0.03)], other, soft=0.01, sole=0.053)
    blend(drawing, "heel", [lump((0, 0.042, -0.066), 0.042)], other, soft=0.01, sole=0.048)
    spin(drawing, "cuff", [(0.046, 0.27), (0.051, 0.28), (0.051, 0.34), (0.046, 0.345)], other, at=(0, 0, -0.055))
    if brief.has("stripe", "striped"):
        for y in (0.13, 0.18, 0.23):
            drawing.add(
                "torus",
                (0.092, 0.022, 0.092),
                (0, y, -0.055),
                name="stripe",
                **(brief.of("stripe", "wool") if "stripe" in brief.part_colors else other),
            )
    settle(drawing)
    sized(drawing, brief, (0.1, 0.345, 0.26))


@archetype(
    "scarf", "object", "clothing", "scarf, shawl, schal, bufanda, écharpe, knitted scarf, winter scarf, wool scarf, "
    "striped scarf, silk scarf, foulard",
    hints="neck, winter, fringe", about="A scarf: a long knitted band with a fringe at both ends.",
    parts="fringe, stripe, body", features="stripe, fringe",
)  # fmt: skip
def scarf(drawing: Drawing, brief: Brief) -> None:
    """Draw a scarf that lies folded twice, stripes across it, a fringe at its ends."""
    wool = usual(brief, "scarf body", "wool", "#8f2f2f")
    stripe = usual(brief, "stripe fringe", "wool", "#e9dcc0", is_main=False)
    for number, (wide, x) in enumerate(((0.5, 0.0), (0.47, 0.03), (0.5, 0.01))):
        drawing.add("box", (wide, 0.038, 0.3), (x, 0.034 * number, 0), radius_m=0.015, name="fold", **wool)
    for side in (-1, 1):
        y = 0.004 if side < 0 else 0.072
        if brief.has("stripe", "striped", default=True):
            for x in (0.2, 0.14):
                drawing.add("box", (0.03, 0.041, 0.304), (x * side, max(y - 0.005, 0.0), 0), radius_m=0.012,
                            name="stripe", **stripe)  # fmt: skip
        if brief.has("fringe", default=True):
            for step in range(11):
                z = -0.13 + 0.026 * step
                strut(drawing, "fringe", (0.24 * side, y + 0.014, z), (0.315 * side, max(y - 0.02, 0.006), z * 1.02),
                      0.011, stripe)  # fmt: skip
    sized(drawing, brief, (0.63, 0.11, 0.3))


@archetype(
    "necktie", "object", "clothing", "necktie, tie, bow tie, bowtie, krawatte, corbata, cravate, fliege, silk tie, "
    "neck tie",
    hints="collar, suit, businessman", about="A necktie: a band of silk that is knotted at the collar.",
    parts="knot, tail, stripe, body, wing", features="stripe, dot",
)  # fmt: skip
def necktie(drawing: Drawing, brief: Brief) -> None:
    """Draw a tie that lies with its knot above, stripes across it; a bow tie has two wings."""
    silk = usual(brief, "tie necktie body wing", "silk", "#27406e")
    other = usual(brief, "stripe dot knot", "silk", "#c9a24a", is_main=False)
    if brief.words & {"bow", "bowtie", "fliege"}:
        wings = twins(limb((0.01, 0.02, 0), 0.014, (0.058, 0.02, 0), 0.034, (1.0, 0.5, 1.0)))
        blend(drawing, "wing", wings, silk, soft=0.008, sole=0.1)
        low = drawing.objects[-1].position.y
        drawing.add("cushion", (0.03, 0.036, 0.036), (0, low, 0), name="knot", **silk)
        if brief.has("stripe", "dot"):
            for x in (-0.06, 0.06):
                drawing.add("ball", (0.02, 0.012, 0.02), (x, low + 0.024, 0), name="dot", **other)
        settle(drawing)
        sized(drawing, brief, (0.185, 0.036, 0.07))
        return
    blade = [(-0.018, -0.3), (0.018, -0.3), (0.047, 0.22), (0.0, 0.285), (-0.047, 0.22)]
    lay(drawing, "tie", blade, 0.009, silk, edge_m=0.003)
    lay(drawing, "tail", [(-0.012, -0.3), (0.012, -0.3), (0.05, 0.05), (0.02, 0.09)], 0.006, silk, edge_m=0.002)
    lay(drawing, "knot", [(-0.032, -0.345), (0.032, -0.345), (0.017, -0.285), (-0.017, -0.285)], 0.02, silk,
        edge_m=0.008)  # fmt: skip
    if brief.has("stripe", "striped", default=not brief.colors):
        for number in range(5):
            z = -0.2 + 0.085 * number
            wide = 0.02 + 0.027 * (z + 0.3) / 0.52
            band = [(-wide, z), (wide, z - 0.03), (wide, z - 0.014), (-wide, z + 0.016)]
            lay(drawing, "stripe", band, 0.0098, other, edge_m=0.001)
    sized(drawing, brief, (0.1, 0.02, 0.63))


@archetype(
    "belt", "object", "clothing", "belt, leather belt, gürtel, cinturón, ceinture, waist belt, belt buckle, "
    "champion belt, utility belt",
    hints="buckle, trousers, waist", about="A belt: a strap of leather with a buckle and holes.",
    parts="buckle, strap, loop, body, plate", features="stud",
)  # fmt: skip
def belt(drawing: Drawing, brief: Brief) -> None:
    """Draw a belt that stands in a ring, its buckle in front; a champion's has a golden plate."""
    hide = brief.of("belt strap body", "leather_brown", is_main=True)
    metal = brief.of("buckle plate stud", "brass_polished", is_accent=True)
    ring = [(0.15 * cos(2 * pi * k / 24), 0.13 * sin(2 * pi * k / 24)) for k in range(24)]
    drawing.add("hoop", (0.3, 0.042, 0.3), inner=0.965, name="strap", **hide)
    for number in range(len(ring) // 2 if brief.has("stud") else 0):
        turn = 2 * pi * number / 12 + 0.4
        drawing.add("ball", (0.012, 0.012, 0.012), (0.149 * cos(turn), 0.015, 0.149 * sin(turn)), name="stud", **metal)
    if brief.words & {"champion", "wrestling", "utility"}:
        drawing.add("box", (0.13, 0.1, 0.016), (0, 0, 0.15), radius_m=0.006, name="plate", **metal)
        drawing.add("ball", (0.05, 0.05, 0.02), (0, 0.025, 0.157), name="gem", **brief.of("gem", "paint_red"))
        sized(drawing, brief, (0.3, 0.1, 0.32))
        return
    frame = [(-0.03, -0.004), (0.03, -0.004), (0.03, 0.046), (-0.03, 0.046), (-0.03, -0.004)]
    wire(drawing, "buckle", [(x, y + 0.008, 0.153) for x, y in frame], 0.007, metal)
    wire(drawing, "prong", [(-0.03, 0.025, 0.155), (0.0, 0.025, 0.161), (0.032, 0.025, 0.157)], 0.005, metal)
    drawing.add("box", (0.012, 0.046, 0.011), (0.056, 0, 0.14), radius_m=0.002, name="loop", **hide)
    sized(drawing, brief, (0.3, 0.054, 0.31))


@archetype(
    "mask", "object", "clothing", "mask, carnival mask, venetian mask, tribal mask, theater mask, theatre mask, maske, "
    "masque, máscara, face mask, masquerade mask, wooden mask, superhero mask, hockey mask, oni mask, tiki mask, "
    "african mask, gas mask, plague doctor mask, anonymous mask",
    hints="disguise, masquerade, ritual", about="A mask: a face with holes for the eyes, that one holds before one's "
    "own.", parts="face, eye, nose, mouth, horn, feather, stand, beak, brow, gem", features="feather, horn, gem",
)  # fmt: skip
def mask(drawing: Drawing, brief: Brief) -> None:
    """Draw a mask on its stand: a carnival's half face, or a whole face with brows, lips, horns or a beak."""
    form = form_by(brief, {"venetian carnival masquerade superhero": "half", "plague doctor gas": "beak",
                           "oni demon devil": "oni", "tribal tiki african wooden": "tribal"}, "whole")  # fmt: skip
    own = {"half": ("porcelain", "#f2ead8"), "beak": ("leather_brown", ""), "oni": ("lacquer_red", ""),
           "tribal": ("oak_dark", "")}.get(form, ("porcelain", ""))  # fmt: skip
    face = usual(brief, "face mask body", *own)
    gold, dark = brief.of("trim gem brow lip band", "gold"), brief.finish("paint_black", "")
    stand = brief.of("stand base", "walnut")
    drawing.add("disc", (0.16, 0.02, 0.12), edge=0.3, name="stand", **stand)
    strut(drawing, "post", (0, 0.01, -0.02), (0, 0.235 if form == "half" else 0.2, -0.005), 0.014, stand)
    if form == "half":
        bones = [
            *twins(
                lump((0.045, 0.24, 0.0), 0.052, (1.05, 0.72, 0.5)),
                limb((0.07, 0.25, -0.01), 0.034, (0.105, 0.29, -0.02), 0.012, (1, 1, 0.5)),
            ),
            limb((0, 0.25, 0.016), 0.024, (0, 0.21, 0.038), 0.016),
        ]
    else:
        bones = [lump((0, 0.25, -0.01), 0.09, (0.86, 1.2, 0.5)), limb((0, 0.2, 0), 0.06, (0, 0.165, 0.01), 0.034,
                 (1, 1, 0.6)), limb((0, 0.27, 0.034), 0.014, (0, 0.225, 0.052), 0.02)]  # fmt: skip
    if form == "beak":
        bones += chain([(0, 0.235, 0.03, 0.045), (0, 0.205, 0.11, 0.026), (0, 0.165, 0.18, 0.01)])
    blend(drawing, "face", bones, face, soft=0.016, fineness=1.4)
    front = 0.03 if form == "half" else 0.036
    holes = twins(lump((0.04, 0.262 if form != "half" else 0.245, front), 0.019, (1.25, 0.7, 0.5)))
    blend(drawing, "eye", holes, dark, soft=0.001)
    if form not in ("half", "beak"):
        lips = [limb((-0.025, 0.19, 0.038), 0.008, (0.025, 0.19, 0.038), 0.008)]
        blend(drawing, "mouth", lips, brief.of("mouth lip", "paint_red"), soft=0.004)
        brow = twins(limb((0.02, 0.294, 0.037), 0.0075, (0.062, 0.302, 0.018), 0.005))
        blend(drawing, "brow", brow, dark if form == "whole" else gold, soft=0.004)
    if form == "oni" or brief.has("horn"):
        horns = twins(*chain([(0.045, 0.32, 0.0, 0.016), (0.065, 0.37, 0.01, 0.011), (0.06, 0.41, 0.02, 0.003)]))
        blend(drawing, "horn", horns, brief.of("horn", "ceramic_white"), soft=0.004)
    if form == "tribal":
        for number in range(3):
            y = 0.33 - 0.012 * number
            strut(drawing, "band", (-0.055, y, 0.01), (0.055, y, 0.01), 0.012, gold)
    if brief.has("feather", default=form == "half" and "superhero" not in brief.words):
        tint = usual(brief, "feather", "feathers", "#6a2f8a", is_main=False)
        for number in range(5):
            lean = (number - 2) * 0.32
            plume = [
                limb(
                    (0.02 * (number - 2), 0.27, -0.012),
                    0.008,
                    (0.02 * (number - 2) + 0.13 * sin(lean), 0.27 + 0.14 * cos(lean), -0.02),
                    0.017,
                    (1, 1, 0.3),
                )
            ]
            blend(drawing, "feather", plume, tint, soft=0.002)
    if brief.has("gem", default=form == "half"):
        drawing.add("ball", (0.022, 0.026, 0.014), (0, 0.263, 0.034), name="gem", **brief.of("gem", "paint_red"))
    sized(drawing, brief, (0.2, 0.36, 0.14))
