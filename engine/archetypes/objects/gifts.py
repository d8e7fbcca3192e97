"""Given, saved and sent: piggy bank, gift box, carton."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import blend, limb, lump, sized, twins, wire
from engine.archetypes.register import archetype


@archetype(
    "piggy bank", "object", "decor",
    "piggy bank, money box, coin bank, savings bank pig, sparschwein, tirelire, hucha, moneybox",
    hints="save coins", about="A piggy bank: a round china pig with a slot in its back for coins.",
    parts="slot, ear, snout, coin, leg, body",
)  # fmt: skip
def piggy_bank(drawing: Drawing, brief: Brief) -> None:
    """Draw a round pig with snout, ears, feet and curled tail, a slot, and a coin in it."""
    skin = usual(brief, "body pig", "ceramic_white", "#eda3ab")
    bones = [
        lump((0, 0.1, 0), 0.085, (0.92, 0.92, 1.12)), lump((0, 0.11, 0.085), 0.05), limb((0, 0.108, 0.12), 0.026, (0,
            0.107, 0.142), 0.027),
        *twins(limb((0.045, 0.05, 0.05), 0.024, (0.046, 0.0182, 0.052), 0.02), limb((0.045, 0.05, -0.055), 0.024,
            (0.046, 0.0182, -0.057), 0.02),
               limb((0.03, 0.15, 0.07), 0.02, (0.05, 0.182, 0.085), 0.006, (1.0, 1.0, 0.5))),
    ]  # fmt: skip
    blend(drawing, "body", bones, skin, soft=0.014, sole=0.01)
    for x in (-0.01, 0.01):
        drawing.add(
            "ball", (0.008, 0.012, 0.008), (x, 0.101, 0.1655), name="nostril", **plain("paint_white", "#b8606c")
        )
    for x in (-0.026, 0.026):
        drawing.add("ball", (0.012, 0.012, 0.012), (x, 0.128, 0.121), name="eye", **plain("paint_black"))
    drawing.add("box", (0.006, 0.008, 0.05), (0, 0.1735, -0.01), radius_m=0.002, name="slot", **plain("paint_black"))
    drawing.add(
        "disc",
        (0.042, 0.004, 0.042),
        (0, 0.187, -0.01),
        turn=(0, 0, 90),
        edge=0.2,
        name="coin",
        **brief.of("coin accent", "gold", is_accent=True),
    )
    wire(
        drawing,
        "tail",
        [
            (0, 0.115, -0.088),
            (0.005, 0.125, -0.105),
            (0.018, 0.118, -0.108),
            (0.012, 0.106, -0.112),
            (0.0, 0.118, -0.12),
        ],
        0.009,
        skin,
    )
    sized(drawing, brief, (0.165, 0.21, 0.29))


@archetype(
    "gift box", "object", "decor",
    "gift box, gift, present, birthday present, christmas present, wrapped gift, wrapped present, gift package, "
    "geschenk, cadeau, regalo, "
    "parcel with a bow",
    hints="birthday, ribbon, surprise", about="A gift box: a wrapped box with a ribbon and a bow on its lid.",
    parts="ribbon, bow, lid, box, paper, tag",
)  # fmt: skip
def gift_box(drawing: Drawing, brief: Brief) -> None:
    """Draw a box with a lid, crossing ribbons and a bow of loops."""
    paper = usual(brief, "body box paper wrapping lid", "paint_white", "#c8281e")
    ribbon = usual(brief, "ribbon bow accent", "silk", "#f0c24a", is_main=False)
    width, height, depth = brief.box(0.26, 0.2, 0.26, keeps_shape=True)
    low = height * 0.78
    drawing.add("box", (width * 0.95, low, depth * 0.95), radius_m=0.003, name="box", **paper)
    drawing.add("box", (width, height - low, depth), (0, low, 0), radius_m=0.003, name="lid", **paper)
    wide, thin = width * 0.13, 0.004
    for size, turn in (((wide, depth), 0.0), ((wide, width), 90.0)):
        band = Drawing(brief)
        band.add("box", (size[0], low, 0.95 * size[1] + thin), radius_m=0.001, name="ribbon", **ribbon)
        band.add(
            "box", (size[0], height - low + thin, size[1] + thin), (0, low, 0), radius_m=0.001, name="ribbon", **ribbon
        )
        drawing.include(band, turn_deg=turn)
    loop = width * 0.2
    for turn in (25.0, 115.0, 205.0, 295.0):
        bow = Drawing(brief)
        path = [
            (0.0, 0.0, 0.0),
            (0.5 * loop, 0.55 * loop, 0),
            (1.1 * loop, 0.7 * loop, 0),
            (1.25 * loop, 0.35 * loop, 0),
            (0.6 * loop, 0.08 * loop, 0),
            (0.0, 0.03 * loop, 0),
        ]
        wire(bow, "bow", [(x, y + height + thin * 2, z) for x, y, z in path], width * 0.05, ribbon)
        drawing.include(bow, turn_deg=turn)
    drawing.add("ball", (wide, wide * 0.8, wide), (0, height, 0), name="knot", **ribbon)


@archetype(
    "carton", "object", "container",
    "carton, cardboard box, cardboard carton, moving box, parcel, package, shipping box, delivery box, karton, "
    "umzugskarton, pappkarton, paquete, colis",
    hints="packing tape, delivery",
    about="A carton: a box of cardboard with flaps, closed with tape, for moving and sending.",
    parts="flap, tape, label, body",
)  # fmt: skip
def carton(drawing: Drawing, brief: Brief) -> None:
    """Draw a box of cardboard, its flaps closed under tape with a label, or standing open."""
    board = usual(brief, "body flap box board", "cardboard", "")
    tape = usual(brief, "tape accent", "plastic_white", "#c9a46a", is_main=False)
    width, height, depth = brief.box(0.45, 0.34, 0.34, keeps_shape=True)
    thin = 0.006
    if brief.has("open", "opened") or "lid" in brief.excluded:
        drawing.add("open_box", (width, height, depth), name="body", **board)
        for sign in (-1, 1):
            flap = (0.0, height - 0.02, sign * (depth / 2 + 0.058))
            drawing.add("box", (width * 0.98, 0.14, thin), flap, turn=(sign * 58, 0, 0), name="flap", **board)
            side = (sign * (width / 2 + 0.058), height - 0.02, 0)
            drawing.add("box", (thin, 0.14, depth * 0.98), side, turn=(0, 0, -sign * 58), name="flap", **board)
        return
    drawing.add("box", (width, height - thin, depth), radius_m=0.002, name="body", **board)
    for sign in (-1, 1):
        middle = (0.0, height - thin - 0.001, sign * depth / 4)
        drawing.add("box", (width, thin, depth / 2 - 0.003), middle, radius_m=0.001, name="flap", **board)
    drawing.add("box", (width + 0.001, 0.002, 0.05), (0, height - 0.0005, 0), name="tape", **tape)
    for sign in (-1, 1):
        over = (sign * width / 2, height - 0.09, 0.0)
        drawing.add("box", (0.002, 0.09, 0.05), over, name="tape", **tape)
    drawing.add("box", (0.12, 0.075, 0.002), (width * 0.22, height * 0.5, depth / 2), name="label", **plain("paper"))
    for number in range(4):
        size = (0.09 - 0.015 * (number % 2), 0.005, 0.0028)
        drawing.add(
            "box",
            size,
            (width * 0.22, height * 0.5 + 0.014 + 0.014 * number, depth / 2),
            name="line",
            **plain("paint_black"),
        )
