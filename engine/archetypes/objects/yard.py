"""Out of doors: sundial, bird bath, barbecue, fire extinguisher, shopping cart, lifebuoy, tyre, piggy bank, "
"gift box."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, plain, usual
from engine.archetypes.objects.shaping import blend, cut, limb, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype

_PILLAR = [(0.2, 0.0), (0.2, 0.05), (0.17, 0.08), (0.12, 0.12), (0.09, 0.2), (0.075, 0.42), (0.085, 0.62), (0.12, 0.68),
           (0.15, 0.71), (0.15, 0.74)]  # fmt: skip


@archetype(
    "sundial", "object", "timepiece", "sundial, sun dial, garden sundial, sonnenuhr, cadran solaire, reloj de sol",
    hints="shadow tells the hour",
    about="A sundial: a dial on a pillar whose gnomon throws a shadow that shows the hour.",
    parts="dial, gnomon, pillar, numeral, plinth, base",
)  # fmt: skip
def sundial(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned stone pillar with a bronze dial, its hour lines and the gnomon."""
    stone = usual(brief, "body pillar base plinth pedestal", "limestone", "")
    bronze = brief.of("dial gnomon accent plate", "copper_verdigris", is_accent=True)
    drawing.add("box", (0.46, 0.08, 0.46), radius_m=0.01, name="plinth", **stone)
    spin(drawing, "pillar", _PILLAR, stone, at=(0, 0.07, 0), is_flowing=True)
    drawing.add("disc", (0.42, 0.035, 0.42), (0, 0.8, 0), edge=0.3, name="table", **stone)
    drawing.add("disc", (0.36, 0.014, 0.36), (0, 0.833, 0), edge=0.3, name="dial", **bronze)
    drawing.add("hoop", (0.33, 0.004, 0.33), (0, 0.8455, 0), inner=0.93, name="ring", **plain("brass_polished"))
    for number in range(13):
        angle = radians(-96 + 16 * number)
        start, end = 0.09, 0.15
        strut(
            drawing,
            "hour",
            (start * sin(angle), 0.848, start * cos(angle)),
            (end * sin(angle), 0.848, end * cos(angle)),
            0.007,
            plain("brass_polished"),
        )
    cut(
        drawing,
        "gnomon",
        [(0.11, 0.845), (-0.1, 0.845), (-0.1, 1.0), (-0.075, 0.985), (-0.06, 0.93), (0.0, 0.9)],
        0.012,
        bronze,
        is_side=True,
    )
    sized(drawing, brief, (0.46, 1.0, 0.46))


@archetype(
    "bird bath", "object", "garden",
    "bird bath, birdbath, bird feeder basin, vogeltränke, bain d'oiseaux, baño para pájaros",
    hints="garden birds splash",
    about="A bird bath: a shallow basin of water on a pillar in which birds drink and bathe.",
    parts="basin, pillar, water, base, bird",
)  # fmt: skip
def bird_bath(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned pillar with a scalloped basin of water."""
    stone = usual(brief, "body basin pillar base", "limestone", "")
    drawing.add("box", (0.42, 0.06, 0.42), radius_m=0.01, name="plinth", **stone)
    spin(drawing, "pillar", _PILLAR, stone, at=(0, 0.05, 0), is_flowing=True)
    basin = [
        (0.06, 0.77),
        (0.2, 0.8),
        (0.34, 0.87),
        (0.37, 0.9),
        (0.35, 0.905),
        (0.31, 0.885),
        (0.2, 0.845),
        (0.001, 0.835),
    ]
    spin(drawing, "basin", basin, stone)
    drawing.add("disc", (0.64, 0.012, 0.64), (0, 0.872, 0), name="water", **plain("water"))
    sized(drawing, brief, (0.74, 0.905, 0.74))


@archetype(
    "barbecue", "object", "garden",
    "barbecue, barbeque, bbq, bbq grill, kettle grill, charcoal grill, grill, gas grill, barbecue grill, kugelgrill, "
    "holzkohlegrill, "
    "barbacoa, parrilla, smoker",
    hints="charcoal, sausages, cookout",
    about="A barbecue: a kettle on legs with glowing coals under a grate and sausages on it.",
    parts="kettle, lid, grate, leg, wheel, handle, shelf, bowl",
)  # fmt: skip
def barbecue(drawing: Drawing, brief: Brief) -> None:
    """Draw a kettle on three legs with wheels, embers, grate and sausages, its lid hung at the side."""
    enamel = usual(brief, "body kettle lid bowl", "paint_black", "")
    steel = brief.of("leg grate accent", "aluminium", is_accent=True)
    wood = brief.of("handle shelf", "wood")
    bowl = [
        (0.06, 0.5),
        (0.2, 0.55),
        (0.27, 0.64),
        (0.29, 0.75),
        (0.28, 0.75),
        (0.255, 0.65),
        (0.18, 0.575),
        (0.001, 0.54),
    ]
    spin(drawing, "kettle", bowl, enamel)
    drawing.add("disc", (0.47, 0.03, 0.47), (0, 0.62, 0), name="ember", **plain("ember"))
    drawing.add("hoop", (0.555, 0.012, 0.555), (0, 0.725, 0), inner=0.95, name="grate", **steel)
    for number in range(-8, 9):
        half = (0.27**2 - (0.03 * number) ** 2) ** 0.5
        strut(drawing, "grate", (0.03 * number, 0.731, -half), (0.03 * number, 0.731, half), 0.007, steel)
    for x, z, lie in ((-0.1, -0.05, 20), (0.02, 0.06, -15), (0.12, -0.06, 35)):
        sausage = Drawing(brief)
        blend(
            sausage,
            "sausage",
            [limb((-0.06, 0, 0), 0.017, (0.06, 0, 0.01), 0.017)],
            plain("paint_white", "#8a3f22"),
            soft=0.004,
        )
        drawing.include(sausage, (x, 0.749, z), lie)
    for turn in (270.0, 30.0, 150.0):
        angle = radians(turn)
        reach = 0.47 if turn == 270.0 else 0.34
        foot = (reach * sin(angle), 0.07 if turn != 270.0 else 0.014, reach * cos(angle))
        strut(drawing, "leg", foot, (0.17 * sin(angle), 0.57, 0.17 * cos(angle)), 0.026, steel)
        if turn != 270.0:
            strut(
                drawing,
                "wheel",
                (foot[0] - 0.02, 0.075, foot[2]),
                (foot[0] + 0.02, 0.075, foot[2]),
                0.15,
                plain("rubber_black"),
                edge=0.2,
            )
    drawing.add("disc", (0.53, 0.012, 0.53), (0, 0.26, 0), edge=0.3, name="tray", **steel)
    drawing.add("disc", (0.05, 0.024, 0.05), (-0.47, 0, 0), edge=0.3, name="foot", **plain("rubber_black"))
    _lid(drawing, enamel, wood, steel)
    drawing.add("box", (0.2, 0.025, 0.36), (0.38, 0.7, 0), radius_m=0.008, name="shelf", **wood)
    sized(drawing, brief, (1.1, 1.02, 0.62))


def _lid(drawing: Drawing, enamel: Finish, wood: Finish, steel: Finish) -> None:
    """Draw the lid with its handle, hung at the side on a bracket."""
    lid = Drawing(drawing.brief)
    spin(
        lid,
        "lid",
        [(0.001, 0.22), (0.16, 0.188), (0.25, 0.115), (0.282, 0.0), (0.29, 0.0), (0.293, 0.04), (0.26, 0.12), (0.17,
            0.2),
         (0.06, 0.23), (0.001, 0.235)],
        enamel,
    )  # fmt: skip
    wire(lid, "handle", [(-0.06, 0.22, 0), (-0.055, 0.275, 0), (0.055, 0.275, 0), (0.06, 0.22, 0)], 0.022, wood)
    pose(drawing, lid, (-0.29, 0.72, -0.02), (0, 0, 82))
    strut(drawing, "bracket", (-0.19, 0.56, -0.02), (-0.34, 0.445, -0.02), 0.03, steel)


@archetype(
    "fire extinguisher", "object", "safety", "fire extinguisher, extinguisher, feuerlöscher, extincteur, extintor",
    hints="foam, in case of fire",
    about="A fire extinguisher: a red pressure cylinder with a lever, a gauge and a hose.",
    parts="cylinder, hose, lever, nozzle, label, gauge, pin, body",
)  # fmt: skip
def fire_extinguisher(drawing: Drawing, brief: Brief) -> None:
    """Draw the cylinder with its label, valve, lever, pin, gauge, and hose with a horn."""
    red = usual(brief, "body cylinder tank", "paint_red", "")
    black = brief.of("hose nozzle lever handle accent", "plastic_black", is_accent=True)
    spin(
        drawing, "cylinder", [(0.072, 0.0), (0.08, 0.008), (0.08, 0.4), (0.07, 0.44), (0.04, 0.47), (0.026, 0.48)], red
    )
    drawing.add("hoop", (0.166, 0.02, 0.166), (0, 0, 0), inner=0.9, name="base", **black)
    drawing.add("hoop", (0.1615, 0.14, 0.1615), (0, 0.18, 0), inner=0.97, name="label", **plain("paper"))
    drawing.add("hoop", (0.1625, 0.03, 0.1625), (0, 0.27, 0), inner=0.97, name="band", **plain("paint_black"))
    drawing.add("rod", (0.044, 0.05, 0.044), (0, 0.47, 0), edge=0.1, name="valve", **plain("brass_polished"))
    for y, turn in ((0.505, 0.0), (0.521, 10.0)):
        drawing.add(
            "box", (0.032, 0.012, 0.13), (0, y, 0.045), turn=(-turn, 0, 0), radius_m=0.004, name="lever", **black
        )
    drawing.add("round_plate", (0.036, 0.036, 0.02), (0, 0.478, 0.027), name="gauge", **plain("paper"))
    drawing.add(
        "torus", (0.036, 0.005, 0.036), (0.036, 0.512, 0.0), turn=(0, 0, 90), name="pin", **plain("steel_polished")
    )
    strut(drawing, "pin", (0.0, 0.499, 0.0), (0.038, 0.499, 0.0), 0.006, plain("steel_polished"))
    wire(
        drawing,
        "hose",
        [(-0.02, 0.5, 0), (-0.07, 0.52, 0.0), (-0.115, 0.44, 0.01), (-0.1, 0.3, 0.02), (-0.093, 0.2, 0.02)],
        0.024,
        black,
    )
    strut(drawing, "nozzle", (-0.093, 0.21, 0.02), (-0.093, 0.06, 0.02), 0.05, black, kind="cone", top=0.5)
    sized(drawing, brief, (0.23, 0.57, 0.18))


@archetype(
    "shopping cart", "object", "street",
    "shopping cart, shopping trolley, supermarket trolley, grocery cart, trolley cart, einkaufswagen, "
    "carrito de compras",
    hints="supermarket, groceries", about="A shopping cart: a wire basket on four castors with a handle to push.",
    parts="basket, handle, wheel, frame, wire, caster",
)  # fmt: skip
def shopping_cart(drawing: Drawing, brief: Brief) -> None:
    """Draw a wire basket that widens upward, the frame on castors and a coloured handle."""
    metal = usual(brief, "body basket frame wire", "chrome", "")
    grip = usual(brief, "handle grip", "plastic_white", "#c8281e", is_main=False)

    def corner(x: int, z: int, share: float) -> tuple[float, float, float]:
        return (
            x * (0.2 + 0.06 * share),
            0.46 + 0.44 * share,
            (0.36 + 0.1 * share) * z if z > 0 else (-0.3 - 0.08 * share),
        )

    sides = [((-1, -1), (1, -1)), ((1, -1), (1, 1)), ((1, 1), (-1, 1)), ((-1, 1), (-1, -1))]
    for (ax, az), (bx, bz) in sides:
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            strut(
                drawing,
                "wire",
                corner(ax, az, share),
                corner(bx, bz, share),
                0.016 if share == 1.0 else 0.008,
                metal,
                edge=0.4,
            )
        for step in range(8):
            low = tuple(a + (b - a) * step / 8 for a, b in zip(corner(ax, az, 0), corner(bx, bz, 0), strict=True))
            top = tuple(a + (b - a) * step / 8 for a, b in zip(corner(ax, az, 1), corner(bx, bz, 1), strict=True))
            strut(drawing, "wire", (low[0], low[1], low[2]), (top[0], top[1], top[2]), 0.008, metal)
    for step in range(1, 9):
        z = -0.3 + 0.66 * step / 9
        strut(drawing, "wire", (-0.2, 0.46, z), (0.2, 0.46, z), 0.008, metal)
    for x in (-0.22, 0.22):
        wire(
            drawing,
            "frame",
            [(x * 1.18, 0.96, -0.46), (x * 1.1, 0.86, -0.37), (x, 0.45, -0.3), (x, 0.14, -0.3), (x * 1.05, 0.12, 0.4)],
            0.026,
            metal,
        )
        strut(drawing, "strut", (x * 0.93, 0.46, 0.2), (x * 1.03, 0.13, 0.1), 0.022, metal)
        for z in (-0.28, 0.38):
            drawing.add("box", (0.03, 0.07, 0.04), (x * 1.02, 0.07, z), radius_m=0.006, name="fork", **metal)
            strut(
                drawing,
                "wheel",
                (x * 1.02 - 0.018, 0.055, z),
                (x * 1.02 + 0.018, 0.055, z),
                0.11,
                plain("rubber_black"),
                edge=0.2,
            )
    strut(drawing, "handle", (-0.27, 0.955, -0.455), (0.27, 0.955, -0.455), 0.034, grip, edge=0.3)
    sized(drawing, brief, (0.56, 0.97, 0.95))


@archetype(
    "lifebuoy", "object", "safety",
    "lifebuoy, life buoy, life ring, lifebelt, life preserver, ring buoy, rettungsring, bouée de sauvetage, "
    "salvavidas, buoy, "
    "swim ring, rubber ring, pool float, inner tube",
    hints="man overboard",
    about="A lifebuoy: a floating ring with a rope, white and red, thrown to people in the water.",
    parts="ring, band, rope, body, stripe, stand",
)  # fmt: skip
def lifebuoy(drawing: Drawing, brief: Brief) -> None:
    """Draw a ring with four bands and a grab rope, leaning on a post."""
    ring = usual(brief, "body ring", "plastic_white", "#f2efe6")
    band = usual(brief, "band stripe accent", "plastic_white", "#e0431e", is_main=False)
    buoy = Drawing(brief)
    buoy.add("torus", (0.72, 0.13, 0.72), name="ring", **ring)
    for number in range(4):
        angle = radians(45 + 90 * number)
        c, s = cos(angle), sin(angle)
        strut(
            buoy,
            "band",
            (0.295 * c - 0.055 * s, 0.065, 0.295 * s + 0.055 * c),
            (0.295 * c + 0.055 * s, 0.065, 0.295 * s - 0.055 * c),
            0.142,
            band,
            edge=0.08,
        )
        arc = [((0.37 + 0.025 * sin(radians(4 * k))) * cos(angle + radians(2 * k)), 0.065,
        (0.37 + 0.025 * sin(radians(4 * k))) * sin(angle + radians(2 * k)))
               for k in range(0, 46, 5)]  # fmt: skip
        wire(buoy, "rope", arc, 0.016, brief.of("rope", "rope"))
    pose(drawing, buoy, (0, 0.415, 0.05), (82, 0, 0))
    stand = brief.of("stand base post", "wood")
    drawing.add("box", (0.5, 0.065, 0.34), (0, 0, 0), radius_m=0.008, name="stand", **stand)
    drawing.add("box", (0.16, 0.5, 0.03), (0, 0.02, -0.06), radius_m=0.008, name="post", **stand)
    sized(drawing, brief, (0.8, 0.78, 0.34))


@archetype(
    "tyre", "object", "tool",
    "car tyre, car tire, tire, rubber tire, rubber tyre, spare tire, spare wheel, car wheel, alloy wheel, autoreifen, "
    "reifen, pneu, neumático, wagon wheel",
    hints="tread, rim", about="A car tyre on its wheel, standing upright.", parts="rim, tread, tyre, spoke, hub, stand",
)  # fmt: skip
def car_tyre(drawing: Drawing, brief: Brief) -> None:
    """Draw one wheel of a car, or a wooden one of a wagon, upright in a low stand."""
    if brief.has("wagon wheel", "wagon", "wooden", "cart wheel"):
        wood = usual(brief, "body rim spoke", "oak", "")
        wheel = Drawing(brief)
        wheel.add("hoop", (1.0, 0.06, 1.0), inner=0.95, name="tyre", **plain("iron_black"))
        wheel.add("hoop", (0.96, 0.075, 0.96), (0, -0.0075, 0), inner=0.84, name="rim", **wood)
        spin(wheel, "hub", [(0.07, -0.06), (0.1, 0.0), (0.1, 0.06), (0.06, 0.13)], wood)
        for number in range(12):
            c, s = cos(radians(30 * number)), sin(radians(30 * number))
            strut(wheel, "spoke", (0.08 * c, 0.03, 0.08 * s), (0.42 * c, 0.03, 0.42 * s), 0.045, wood)
        pose(drawing, wheel, (0, 0.53, -0.03), (90, 0, 0))
        wide = 1.0
    else:
        rim = brief.of("rim spoke body accent wheel", "aluminium", is_main=True)
        if has(brief, "stacked flat lying piled"):
            drawing.add("wheel", (0.22, 0.66, 0.66), (0, -0.22, 0), turn=(0, 0, 90), name="wheel", **rim)
            sized(drawing, brief, (0.66, 0.22, 0.66))
            return
        drawing.add("wheel", (0.22, 0.66, 0.66), (0, 0.03, 0), turn=(0, 90, 0), name="wheel", **rim)
        wide = 0.66
    stand = brief.of("stand base", "rubber_black")
    for x in (-0.2 * wide, 0.2 * wide):
        drawing.add("box", (0.14 * wide, 0.09 * wide, 0.2), (x, 0, 0), radius_m=0.01, name="chock", **stand)
    drawing.add("box", (0.5 * wide, 0.02, 0.24), radius_m=0.006, name="stand", **stand)
    sized(drawing, brief, (wide, wide + 0.03, 0.24))
