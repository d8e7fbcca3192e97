"""Things of house and bar: mattress, blanket, mop, cocktail shaker, bracelet, wallet, thermometer; front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, usual
from engine.archetypes.objects.shaping import blend, chain, limb, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "mattress", "object", "textile", "mattress, air mattress, spring mattress, foam mattress, matratze, colchón, "
    "matelas, double mattress, single mattress",
    hints="bed, sleep, quilted", about="A mattress: a quilted cushion for a bed with piping along its edges.",
    parts="top, side, piping, handle, body, label",
)  # fmt: skip
def mattress(drawing: Drawing, brief: Brief) -> None:
    """Draw a mattress with quilted squares on top, piping round its edges and handles."""
    width, height, depth = brief.box(1.6 if "double" in brief.words else 0.9, 0.22, 2.0)
    cloth = usual(brief, "mattress body top side", "cotton", "#eef0ee")
    trim = usual(brief, "piping handle", "cotton", "#8fa3b8", is_main=False)
    drawing.add("box", (width, height * 0.96, depth), (0, 0, 0), radius_m=height * 0.2, name="mattress", **cloth)
    across, along = max(round(width / 0.3), 2), max(round(depth / 0.3), 2)
    for row in range(across):
        for step in range(along):
            x, z = width * 0.94 * ((row + 0.5) / across - 0.5), depth * 0.96 * ((step + 0.5) / along - 0.5)
            drawing.add("cushion", (width * 0.94 / across, 0.05, depth * 0.96 / along), (x, height * 0.96 - 0.032, z),
                        name="quilt", **cloth)  # fmt: skip
    for x in (-1, 1):
        for z in (-0.25, 0.25):
            drawing.add("box", (0.02, 0.03, 0.2), (x * width / 2, height * 0.45, z * depth), radius_m=0.008,
                        name="handle", **trim)  # fmt: skip
    for y in (0.18, 0.8):
        half_w, half_d, r = width / 2 - 0.015, depth / 2 - 0.015, height * 0.2
        ring = [(half_w, -half_d + r), (half_w, half_d - r), (half_w - r, half_d), (-half_w + r, half_d),
                (-half_w, half_d - r), (-half_w, -half_d + r), (-half_w + r, -half_d),
                (half_w - r, -half_d)]  # fmt: skip
        blend(drawing, "piping", chain([(x, height * y, z, 0.017) for x, z in [*ring, ring[0]]]), trim, soft=0.004)


@archetype(
    "blanket", "object", "textile", "blanket, throw blanket, folded blanket, quilt, duvet, comforter, wolldecke, "
    "couverture, patchwork quilt, fleece blanket, bedspread, plaid blanket, towel, folded towel, bath towel, "
    "stack of towel, handtuch, toalla, serviette de bain",
    hints="warm, cozy, folded", about="A blanket: a folded woollen cloth with a fringe; towels lie folded in a stack.",
    parts="fringe, stripe, patch, body, border", features="fringe, stripe",
)  # fmt: skip
def blanket(drawing: Drawing, brief: Brief) -> None:
    """Draw a blanket in four folds with a fringe, a patchwork quilt, or folded towels."""
    is_towel = has(brief, "towel handtuch toalla")
    cloth = usual(brief, "blanket towel quilt body", "cotton" if is_towel else "wool", "" if is_towel else "#7f9a8a")
    other = usual(brief, "stripe border patch fringe", cloth["material"], "#e6dcc6", is_main=False)
    layers = brief.count("towel", 3, least=1, most=8) if is_towel else 4
    wide, deep, thick = (0.42, 0.3, 0.06) if is_towel else (0.62, 0.46, 0.045)
    for number in range(layers):
        y = thick * 0.93 * number
        drawing.add("box", (wide - 0.006 * (number % 2), thick, deep - 0.004 * (number % 2)), (0, y, 0),
                    radius_m=thick * 0.42, name="fold", **cloth)  # fmt: skip
        if is_towel and brief.has("stripe", "border"):
            drawing.add("box", (0.03, thick * 1.01, deep * 1.002), (wide * 0.36, y, 0), radius_m=thick * 0.4,
                        name="stripe", **other)  # fmt: skip
    top = thick * (0.93 * (layers - 1) + 1)
    if not is_towel and has(brief, "patchwork quilt patch"):
        tints = ("#b8483f", "#3f6f9e", "#d8b04a", "#5f8a58", "#8a5f9a")
        for row in range(4):
            for step in range(3):
                x, z = wide * 0.92 * ((row + 0.5) / 4 - 0.5), deep * 0.9 * ((step + 0.5) / 3 - 0.5)
                drawing.add("box", (wide * 0.215, 0.012, deep * 0.285), (x, top - 0.006, z), radius_m=0.005,
                            name="patch", **brief.finish("cotton", tints[(row * 2 + step) % 5]))  # fmt: skip
    elif not is_towel and brief.has("fringe", default=True):
        for number in range(14):
            z = deep * 0.94 * ((number + 0.5) / 14 - 0.5)
            strut(drawing, "fringe", (wide / 2 - 0.03, top - 0.02, z), (wide / 2 + 0.05, top - 0.07, z * 1.02), 0.012,
                  other)  # fmt: skip
    sized(drawing, brief, (wide, top, deep))


@archetype(
    "mop", "object", "household", "mop, mop and bucket, floor mop, wischmopp, fregona, serpillière, cleaning mop",
    hints="cleaning, wet floor, janitor", about="A mop: a handle with strands of cotton, in its bucket.",
    parts="handle, strand, bucket, head, wheel",
)  # fmt: skip
def mop(drawing: Drawing, brief: Brief) -> None:
    """Draw a mop that leans in its bucket, the strands inside."""
    pail = usual(brief, "bucket pail", "polypropylene", "#e8c22e", is_main=False)
    wood = brief.of("handle shaft mop", "beech", is_main=True)
    cotton = usual(brief, "strand head", "cotton", "#eeeae0", is_main=False)
    spin(drawing, "bucket", [(0.105, 0.0), (0.15, 0.3), (0.16, 0.3), (0.16, 0.312), (0.142, 0.312), (0.1, 0.018),
         (0.001, 0.018)], pail)  # fmt: skip
    wire(drawing, "bail", [(-0.156, 0.3, 0), (-0.15, 0.26, 0.11), (0.0, 0.235, 0.165), (0.15, 0.26, 0.11),
         (0.156, 0.3, 0)], 0.008, brief.of("bail", "steel_galvanised"))  # fmt: skip
    strut(drawing, "handle", (-0.02, 0.12, 0.0), (0.16, 1.28, -0.06), 0.026, wood, edge=0.3)
    drawing.add("rod", (0.06, 0.07, 0.06), (-0.01, 0.14, 0), edge=0.2, name="socket",
                **brief.of("socket", "plastic_white"))  # fmt: skip
    bones = []
    for number in range(16):
        turn = 2 * pi * number / 16
        out = 0.05 + 0.03 * ((number * 3) % 4) / 4
        bones.append(limb((0.0, 0.17, 0.0), 0.012, (out * cos(turn), 0.024, out * sin(turn)), 0.011))
    blend(drawing, "strand", bones, cotton, soft=0.003)
    sized(drawing, brief, (0.34, 1.28, 0.34))


@archetype(
    "cocktail shaker", "object", "tableware", "cocktail shaker, shaker, martini shaker, boston shaker, bar shaker, "
    "cocktailshaker, coctelera",
    hints="bartender, martini, drinks", about="A cocktail shaker: a polished cup with a strainer and a cap.",
    parts="cup, cap, strainer, body, lid, band",
)  # fmt: skip
def cocktail_shaker(drawing: Drawing, brief: Brief) -> None:
    """Draw a cup that widens upwards, its shoulder with the strainer, and the cap."""
    steel = brief.of("body cup shaker", "steel_polished", is_main=True)
    cap = brief.of("cap lid strainer", steel["material"], is_accent=True)
    spin(drawing, "cup", [(0.032, 0.0), (0.034, 0.003), (0.044, 0.13), (0.044, 0.135), (0.001, 0.135)], steel)
    spin(drawing, "shoulder", [(0.0455, 0.126), (0.0455, 0.14), (0.043, 0.155), (0.024, 0.186), (0.022, 0.2),
         (0.001, 0.2)], cap, is_flowing=False)  # fmt: skip
    spin(drawing, "cap", [(0.0235, 0.19), (0.0235, 0.215), (0.02, 0.228), (0.008, 0.234), (0.001, 0.235)], cap)
    drawing.add("torus", (0.0905, 0.004, 0.0905), (0, 0.122, 0), name="band", **brief.of("band", "brass_polished"))
    sized(drawing, brief, (0.09, 0.235, 0.09))


@archetype(
    "bracelet", "object", "jewellery", "bracelet, bangle, charm bracelet, armband, armreif, pulsera, beaded bracelet, "
    "gold bracelet, pearl bracelet, friendship bracelet",
    hints="wrist, jewelry", about="A bracelet: a ring for the wrist, plain, of beads, or with charms.",
    parts="bead, charm, band, clasp, stone, gem, pearl", features="charm, gem, bead=bead",
)  # fmt: skip
def bracelet(drawing: Drawing, brief: Brief) -> None:
    """Draw a bangle with stones, a row of beads, or links with charms, that lies on a low roll."""
    gold = metal(brief, "band body bracelet clasp", "gold", is_main=True)
    if has(brief, "bead beaded pearl friendship"):
        count = brief.count("bead", brief.counts.get("pearl", 24), least=8, most=40)
        size = 0.98 * 2 * 0.03 * sin(pi / count)
        own = usual(brief, "bead pearl stone", "porcelain" if has(brief, "pearl") else "glass_coloured", "#f4efe6"
                    if has(brief, "pearl") else "#2f8a8f", is_main=False)  # fmt: skip
        drawing.add("torus", (0.0618, 0.0018, 0.0618), (0, size / 2 - 0.0009, 0), name="cord", **gold)
        for number in range(count):
            turn = 2 * pi * number / count
            drawing.add("ball", (size, size, size), (0.03 * cos(turn), 0, 0.03 * sin(turn)), name="bead", **own)
        sized(drawing, brief, (0.068, size, 0.068))
        return
    drawing.add("hoop", (0.068, 0.011, 0.068), inner=0.93, name="band", **gold)
    gem = usual(brief, "gem stone charm", "glass_coloured", "#b3201f", is_main=False)
    if brief.has("gem", "stone", "charm", default=True):
        for number in range(brief.count("gem", brief.count("charm", 5, least=1, most=12), least=1, most=12)):
            turn = pi / 2 + 0.34 * (number - 2)
            x, z = 0.0345 * cos(turn), 0.0345 * sin(turn)
            drawing.add("ball", (0.0066, 0.0066, 0.005), (x, 0.0024, z), name="gem", **gem)
    sized(drawing, brief, (0.068, 0.011, 0.072))


@archetype(
    "wallet", "object", "luggage", "wallet, leather wallet, purse wallet, billfold, geldbeutel, brieftasche, cartera, "
    "portefeuille, card holder, money clip, passport holder, portemonnaie",
    hints="money, cards, pocket", about="A wallet: folded leather with stitched edges, cards and notes inside.",
    parts="card, note, stitch, cover, body, flap, button", features="card, note",
)  # fmt: skip
def wallet(drawing: Drawing, brief: Brief) -> None:
    """Draw a wallet that lies half open, cards and notes looking out of it."""
    hide = brief.of("cover body wallet leather", "leather_brown", is_main=True)
    thread = usual(brief, "stitch", "cotton", "#d8c49a", is_main=False)
    drawing.add("box", (0.115, 0.009, 0.092), (0, 0, 0), radius_m=0.003, name="cover", **hide)
    drawing.add("box", (0.1, 0.004, 0.086), (0, 0.0085, -0.006), radius_m=0.001, name="note",
                **brief.finish("paper", "#8fae86"))  # fmt: skip
    for number, tint in enumerate(("#2f5f9e", "#b8483f", "#d8b04a")):
        drawing.add("box", (0.086, 0.0012, 0.054), (0, 0.0122 + 0.001 * number, -0.024 + 0.009 * number),
                    radius_m=0.0004, name="card", **brief.finish("plastic_white", tint))  # fmt: skip
    drawing.add("box", (0.115, 0.008, 0.07), (0, 0.0146, 0.011), radius_m=0.003, name="flap", **hide)
    drawing.add("box", (0.114, 0.0226, 0.008), (0, 0, 0.0425), radius_m=0.0035, name="fold", **hide)
    for x in (-0.05, 0.05):
        drawing.add("box", (0.0014, 0.0012, 0.058), (x, 0.022, 0.01), radius_m=0.0004, name="stitch", **thread)
    drawing.add("box", (0.1, 0.0012, 0.0014), (0, 0.022, -0.019), radius_m=0.0004, name="stitch", **thread)
    sized(drawing, brief, (0.115, 0.0232, 0.093))
