"""What hangs, is slept on or goes off out of doors: wind chime, windsock, sleeping bag, cool box, bomb."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, usual
from engine.archetypes.objects.shaping import blend, cut, limb, lump, pose, settle, sized, spin, strut
from engine.archetypes.register import archetype


@archetype(
    "wind chime", "object", "garden", "wind chime, wind chimes, windspiel, chimes, bamboo wind chime, campana de "
    "viento, carillon à vent, bamboo chime, tubular bell",
    hints="breeze, porch, tinkle", about="Wind chimes: tubes that hang from a ring on cords and ring in the wind.",
    parts="tube, cord, ring, clapper, sail, stand, disc",
)  # fmt: skip
def wind_chime(drawing: Drawing, brief: Brief) -> None:
    """Draw tubes of several lengths on cords below a disc, clapper and sail between them, on a hanger."""
    metal = brief.of("tube pipe body chime", "aluminium_polished", is_main=True)
    wood, cord = brief.of("disc ring clapper sail", "walnut", is_accent=True), brief.finish("rope", "")
    iron = brief.of("stand base frame", "iron_black")
    drawing.add("disc", (0.3, 0.02, 0.3), (0, 0, 0), edge=0.3, name="stand", **iron)
    strut(drawing, "stand", (-0.12, 0.01, 0), (-0.12, 0.86, 0), 0.018, iron)
    strut(drawing, "stand", (-0.128, 0.855, 0), (0.03, 0.855, 0), 0.018, iron)
    strut(drawing, "cord", (0, 0.72, 0), (0, 0.855, 0), 0.005, cord)
    drawing.add("disc", (0.15, 0.016, 0.15), (0, 0.71, 0), edge=0.3, name="disc", **wood)
    count = brief.count("tube", brief.count("chime", brief.counts.get("pipe", 6), least=3, most=12), least=3, most=12)
    for number in range(count):
        turn = 2 * pi * number / count + 0.4
        x, z, long = 0.058 * cos(turn), 0.058 * sin(turn), 0.26 + 0.17 * ((number * 5) % count) / count
        strut(drawing, "cord", (x, 0.63, z), (x, 0.712, z), 0.004, cord)
        drawing.add("rod", (0.018, long, 0.018), (x, 0.635 - long, z), edge=0.1, name="tube", **metal)
    strut(drawing, "cord", (0, 0.14, 0), (0, 0.712, 0), 0.004, cord)
    drawing.add("disc", (0.068, 0.014, 0.068), (0, 0.46, 0), edge=0.3, name="clapper", **wood)
    drawing.add("box", (0.05, 0.08, 0.006), (0, 0.07, 0), radius_m=0.002, name="sail", **wood)
    sized(drawing, brief, (0.3, 0.865, 0.3))


@archetype(
    "windsock", "object", "garden", "windsock, wind sock, windsack, manga de viento, manche à air, airport windsock",
    hints="airfield, wind direction", about="A windsock: a striped cloth tube on a pole that shows the wind.",
    parts="sock, stripe, pole, ring, base",
)  # fmt: skip
def windsock(drawing: Drawing, brief: Brief) -> None:
    """Draw a pole with a striped sock that the wind fills."""
    steel = brief.of("pole ring base", "steel_galvanised", is_accent=True)
    one = usual(brief, "sock body windsock", "canvas", "#e8622a")
    two = usual(brief, "stripe", "canvas", "#f2efe8", is_main=False)
    drawing.add("disc", (1.0, 0.12, 1.0), edge=0.2, name="base", **brief.of("base", "concrete"))
    drawing.add("rod", (0.11, 5.0, 0.11), (0, 0.1, 0), name="pole", **steel)
    drawing.add("ball", (0.16, 0.16, 0.16), (0, 5.05, 0), name="knob", **steel)
    tube = Drawing(brief)
    for number in range(5):
        start, wide = 0.5 * number, 0.42 - 0.055 * number
        ring = [(wide, start), (wide - 0.055, start + 0.502), (wide - 0.085, start + 0.502), (wide - 0.03, start)]
        spin(tube, "sock", ring, one if number % 2 == 0 else two)
    tube.add("torus", (0.87, 0.05, 0.87), (0, -0.02, 0), name="ring", **steel)
    pose(drawing, tube, (0.48, 4.72, 0), (0, 0, -82))
    strut(drawing, "arm", (0, 4.98, 0), (0.5, 5.13, 0), 0.05, steel)
    strut(drawing, "arm", (0, 4.4, 0), (0.46, 4.3, 0), 0.05, steel)
    sized(drawing, brief, (3.6, 5.21, 1.0))


@archetype(
    "sleeping bag", "object", "textile", "sleeping bag, schlafsack, saco de dormir, sac de couchage, camping bag, "
    "mummy sleeping bag, camping mattress, bedroll",
    hints="camping, tent, zipper", about="A sleeping bag: a quilted bag with a hood, to sleep in outdoors.",
    parts="hood, zipper, body, lining, pillow",
)  # fmt: skip
def sleeping_bag(drawing: Drawing, brief: Brief) -> None:
    """Draw a quilted bag that lies flat, its top folded back over a pale lining."""
    cloth = usual(brief, "bag body sleeping", "polypropylene", "#2f5f8f")
    inner = usual(brief, "lining hood pillow", "cotton", "#e8d9b8", is_main=False)
    for number in range(9):
        z = 0.56 - 0.19 * number
        wide = 0.72 - 0.028 * max(3 - number, 0) * (3 - number) * 0.35
        drawing.add("cushion", (wide, 0.12, 0.215), (0, 0, z), name="quilt", **cloth)
    drawing.add("cushion", (0.74, 0.1, 0.3), (0, 0.06, -0.78), turn=(0, 0, 0), name="lining", **inner)
    drawing.add("cushion", (0.46, 0.14, 0.28), (0, 0, -1.06), name="pillow", **inner)
    strut(drawing, "zipper", (0.345, 0.075, -0.6), (0.345, 0.075, 0.4), 0.014, brief.of("zipper", "steel_brushed"))
    sized(drawing, brief, (0.74, 0.17, 1.87))


@archetype(
    "cool box", "object", "container", "cool box, cooler box, ice chest, cooler, camping cooler, kühlbox, nevera "
    "portátil, glacière, esky, picnic cooler, beer cooler",
    hints="ice, picnic, cold drinks", about="A cool box: a box with a thick lid and a handle that keeps drinks cold.",
    parts="lid, handle, latch, wheel, body, drain", features="wheel",
)  # fmt: skip
def cool_box(drawing: Drawing, brief: Brief) -> None:
    """Draw a box with a white lid, a swinging handle and latches; wheels where they are asked for."""
    body = usual(brief, "body box cooler", "polypropylene", "#2f6fb0")
    lid = usual(brief, "lid", "polypropylene", "#f2f2ee", is_main=False)
    grey = brief.of("handle latch", "plastic_black")
    drawing.add("box", (0.5, 0.3, 0.32), (0, 0.012, 0), radius_m=0.03, name="body", **body)
    for x in (-0.2, 0.2):
        for z in (-0.12, 0.12):
            drawing.add("disc", (0.05, 0.02, 0.05), (x, 0, z), name="foot", **grey)
    drawing.add("box", (0.52, 0.075, 0.34), (0, 0.305, 0), radius_m=0.028, name="lid", **lid)
    for x in (-1, 1):
        strut(drawing, "handle", (0.265 * x, 0.25, 0), (0.265 * x, 0.47, 0), 0.026, grey)
        drawing.add("disc", (0.06, 0.03, 0.06), (0.258 * x, 0.235, 0), turn=(0, 0, 90), name="hub", **grey)
        drawing.add("box", (0.06, 0.09, 0.02), (0.13 * x, 0.24, 0.162), radius_m=0.006, name="latch", **grey)
    strut(drawing, "handle", (-0.275, 0.465, 0), (0.275, 0.465, 0), 0.03, grey)
    if brief.has("wheel"):
        for z in (-0.13, 0.13):
            strut(drawing, "wheel", (-0.262, 0.06, z), (-0.23, 0.06, z), 0.12, brief.of("wheel", "rubber_black"))
    sized(drawing, brief, (0.56, 0.48, 0.34))


@archetype(
    "bomb", "object", "weapon", "bomb, cartoon bomb, dynamite, stick of dynamite, bombe, bomba, grenade, hand grenade, "
    "dynamite stick, black bomb, tnt, bundle of dynamite, granate",
    hints="fuse, explode, boom", about="A bomb: a black ball with a fuse; dynamite: red sticks in a bundle.",
    parts="fuse, body, stick, band, cap, spark, clock", features="clock, spark",
)  # fmt: skip
def bomb(drawing: Drawing, brief: Brief) -> None:
    """Draw a cartoon bomb with its fuse, a bundle of red sticks, or a grenade with its pin."""
    fuse = brief.of("fuse", "rope")
    if has(brief, "grenade granate"):
        iron = usual(brief, "body grenade", "iron_cast", "#4a5a32")
        bones = [lump((0, 0.05, 0), 0.034, (0.9, 1.2, 0.9))]
        for row in range(4):
            for step in range(8):
                turn, up = 2 * pi * step / 8, -0.6 + 0.4 * row
                out = (1 - up * up) ** 0.5
                bones.append(lump((0.028 * out * cos(turn), 0.05 + 0.038 * up, 0.028 * out * sin(turn)), 0.0085))
        blend(drawing, "body", bones, iron, soft=0.002, fineness=1.5, sole=0.05)
        steel = brief.of("cap pin lever", "steel_brushed")
        drawing.add("rod", (0.02, 0.03, 0.02), (0, 0.08, 0), name="cap", **steel)
        cut(drawing, "lever", [(0.0, 0.105), (0.016, 0.112), (0.04, 0.07), (0.037, 0.066), (0.014, 0.098)], 0.01, steel)
        ring = Drawing(brief)
        ring.add("torus", (0.024, 0.003, 0.024), (0, -0.0015, 0), name="pin", **steel)
        pose(drawing, ring, (-0.02, 0.1, 0), (90, 0, 0))
        settle(drawing)
        sized(drawing, brief, (0.076, 0.112, 0.066))
        return
    if has(brief, "dynamite stick tnt"):
        red = usual(brief, "stick body dynamite", "paper", "#c22a22")
        count = brief.count(
            "stick", 1 if "stick" in brief.words and "bundle" not in brief.words else 7, most=7, least=1
        )
        spots = [(0.0, 0.0), *((0.03 * cos(pi * k / 3), 0.03 * sin(pi * k / 3)) for k in range(6))][:count]
        for number, (x, z) in enumerate(spots):
            drawing.add("rod", (0.0304, 0.2, 0.0304), (x, 0, z), edge=0.05, name="stick", **red)
            drawing.add("disc", (0.02, 0.004, 0.02), (x, 0.1985, z), name="cap", **brief.finish("paper", "#e8dcc0"))
            tip = (x * 0.3, 0.27 + 0.01 * (number % 3), z * 0.3)
            strut(drawing, "fuse", (x, 0.195, z), tip, 0.005, fuse)
        if count > 1:
            for y in (0.05, 0.14):
                drawing.add("hoop", (0.096, 0.014, 0.096), (0, y, 0), inner=0.6, name="band",
                            **brief.finish("paint_black", ""))  # fmt: skip
        sized(drawing, brief, (0.096, 0.29, 0.096))
        return
    black = usual(brief, "body bomb ball", "iron_cast", "")
    blend(drawing, "body", [lump((0, 0.1, 0), 0.1)], black, soft=0.001, sole=0.03)
    drawing.add("rod", (0.06, 0.04, 0.06), (0, 0.178, 0), edge=0.15, name="cap", **black)
    path = [limb((0, 0.21, 0), 0.007, (0.01, 0.245, 0), 0.007), limb((0.01, 0.245, 0), 0.007, (0.045, 0.268, 0), 0.007),
            limb((0.045, 0.268, 0), 0.007, (0.075, 0.255, 0), 0.006)]  # fmt: skip
    blend(drawing, "fuse", path, fuse, soft=0.003)
    if brief.has("spark", "lit", default=True):
        for number in range(5):
            turn = 2 * pi * number / 5
            strut(drawing, "spark", (0.076, 0.255, 0), (0.076 + 0.018 * cos(turn), 0.255 + 0.018 * sin(turn), 0.006),
                  0.005, brief.of("spark", "emissive_warm"), kind="cone", top=0.1)  # fmt: skip
    settle(drawing)
    sized(drawing, brief, (0.2, 0.28, 0.2))
