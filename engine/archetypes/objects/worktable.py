"""Small kitchen things: a mortar with its pestle, a colander, a knife block, mills, a picnic basket."""

from math import cos, pi, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.choices import has, metal, pottery, tone, trim, usual
from engine.archetypes.objects.laying import around
from engine.archetypes.objects.placing import bent, tilted
from engine.archetypes.objects.shaping import Pair, cut, sized, spin, strut
from engine.archetypes.register import archetype


@archetype(
    "mortar and pestle", "object", "kitchenware",
    "mortar and pestle, pestle and mortar, mortar with pestle, mortar, pestle, mörser, mörser mit stößel, "
    "mortier et pilon, mortero, molcajete, herb grinder bowl",
    hints="grind spices, crush herbs, apothecary",
    about="A mortar and pestle: a thick heavy bowl and a club-shaped stick, with which spices are ground.",
    parts="mortar, pestle, bowl, foot, rim, spice", features="spice, herb=spice",
)  # fmt: skip
def mortar_and_pestle(drawing: Drawing, brief: Brief) -> None:
    """Draw a thick bowl on a foot with a pestle that leans on its rim."""
    default = {"realistic": "granite", "rustic": "limestone", "industrial": "iron_cast", "victorian": "brass_polished",
               "gothic": "iron_cast", "modern": "marble_black", "minimalist": "marble_white"}  # fmt: skip
    if brief.style_name in default:
        stone = brief.of("mortar bowl body", default[brief.style_name], is_main=True)
    else:
        stone = pottery(brief, "mortar bowl body")
    profile: list[str | float] = [0.6, 0, 0.64, 0.05, 0.56, 0.14, 0.52, 0.2, 0.7, 0.32, 0.9, 0.6, 0.97, 0.9, 1, 1]
    drawing.add("vessel", (0.15, 0.12, 0.15), (0, 0, 0), profile=profile, wall=0.17, floor=0.3, name="mortar",
                **trim(brief), **stone)  # fmt: skip
    if brief.has("spice"):
        drawing.add("dome", (0.1, 0.014, 0.1), (0, 0.05, 0), name="spice", **brief.of("spice", "grass"))
    stick = Drawing(brief)
    club: list[Pair] = [(0.002, 0.0), (0.015, 0.003), (0.021, 0.014), (0.02, 0.03), (0.012, 0.06), (0.01, 0.11),
                        (0.014, 0.15), (0.015, 0.165), (0.009, 0.175), (0.001, 0.177)]  # fmt: skip
    spin(stick, "pestle", club, same_as(brief, "pestle", stone), is_flowing=True)
    tilted(drawing, stick, (0, 0, -42.0), (-0.02, 0.035, 0.0))
    sized(drawing, brief, (0.17, 0.18, 0.15))


@archetype(
    "colander",
    "object",
    "kitchenware",
    "colander, strainer, sieve, pasta strainer, kitchen sieve, kitchen strainer, seiher, nudelsieb, "
    "küchensieb, passoire, colador, escurridor",
    hints="drain pasta, rinse salad",
    about="A colander: a bowl full of holes with two handles, in which pasta and salad are drained.",
    parts="bowl, handle, foot, rim, hole, body",
    features="handle",
)
def colander(drawing: Drawing, brief: Brief) -> None:
    """Draw a bowl with rings of holes on a foot ring, a rolled rim and two handles."""
    painted = brief.style_name in ("rustic", "victorian", "scandinavian", "mid century", "bauhaus", "modern")
    body = (usual(brief, "bowl body colander", "enamel_white", tone(brief)) if painted else
            metal(brief, "bowl body colander", "steel_polished", is_main=True))  # fmt: skip
    lines: list[Pair] = [(0.055, 0.016), (0.08, 0.026), (0.1, 0.045), (0.114, 0.075), (0.12, 0.115)]
    profile: list[str | float] = [share for r, y in lines for share in (r / 0.12, (y - 0.016) / 0.099)]
    drawing.add("vessel", (0.24, 0.099, 0.24), (0, 0.016, 0), profile=profile, wall=0.03, name="bowl", **body)
    drawing.add("hoop", (0.12, 0.024, 0.12), (0, 0, 0), inner=0.92, name="foot", **same_as(brief, "foot", body))
    drawing.add("torus", (0.252, 0.012, 0.252), (0, 0.108, 0), name="rim", **same_as(brief, "rim", body))
    dark = brief.finish("felt", "#101114")
    rings = ((0.0905, 0.036, 0.689, -0.725), (0.107, 0.06, 0.906, -0.423), (0.1155, 0.085, 0.989, -0.148))
    for number, (radius, y, out, down) in enumerate(rings):
        for x, z, _ in around(16, 1.0, first=pi / 16 * (number % 2)):
            ends = [
                (x * (radius + out * reach), y + down * reach, z * (radius + out * reach)) for reach in (-0.006, 0.0016)
            ]
            strut(drawing, "hole", ends[0], ends[1], 0.0125, dark)
    grip = same_as(brief, "handle", body)
    for side in (1.0, -1.0) if brief.has("handle", default=True) else ():
        loop = [(side * 0.118, 0.11, -0.045), (side * 0.158, 0.118, -0.035), (side * 0.158, 0.118, 0.035),
                (side * 0.118, 0.11, 0.045)]  # fmt: skip
        bent(drawing, loop, 0.011, grip, name="handle")
    sized(drawing, brief, (0.33, 0.125, 0.25))


@archetype(
    "knife block",
    "object",
    "kitchenware",
    "knife block, knife holder, knife stand, knife set, knife block set, block of knives, messerblock, "
    "bloc à couteaux, bloque de cuchillos, knife rack, knife in a block, "
    "knife in a wooden block, knife in a wood block, knife in its block, knife in their block, "
    "kitchen knife in a block, kitchen knife in a wooden block",
    hints="kitchen knives, chef",
    about="A knife block: a slanted block of wood with slots, out of which the handles of kitchen knives stand.",
    parts="block, knife, handle, blade, slot, rivet, body",
    features="scissors",
)
def knife_block(drawing: Drawing, brief: Brief) -> None:
    """Draw a slanted block with knives in its slots, only their handles and bolsters outside."""
    wood = brief.of("block body", "wood", is_main=True)
    grip = usual(brief, "handle knife grip", {"rustic": "oak_dark", "japanese": "cherry", "art deco": "ebony",
                 "steampunk": "rosewood"}.get(brief.style_name, "plastic_black"), "", is_main=False)  # fmt: skip
    steel = brief.of("blade bolster rivet", "steel_polished")
    side: list[Pair] = [(-0.09, 0.0), (0.07, 0.0), (0.085, 0.1), (-0.005, 0.215), (-0.09, 0.15)]
    cut(drawing, "block", side, 0.11, wood, is_side=True, bevel_m=0.004)
    lean = radians(38.0)
    along = (cos(lean), sin(lean))  # y and z, out of the slanted face
    places = [
        (x, row) for row in (0.022, 0.062, 0.1, 0.13) for x in ((-0.03, 0.03) if row != 0.062 else (-0.033, 0, 0.033))
    ]
    for x, row in places[: brief.count("knife", 7, most=9)]:
        y, z = 0.1 + row * 0.787, 0.085 - row * 0.616
        long = 0.075 + 0.3 * row
        start = (x, y - along[0] * 0.03, z - along[1] * 0.03)
        strut(drawing, "knife", start, (x, y + along[0] * 0.02, z + along[1] * 0.02), 0.015, steel)
        end = (x, y + along[0] * long, z + along[1] * long)
        strut(drawing, "handle", (x, y + along[0] * 0.014, z + along[1] * 0.014), end, 0.02, grip, kind="turning",
              profile=[0.8, 0.0, 1.0, 0.15, 0.8, 0.5, 1.0, 0.85, 0.7, 1.0], is_flowing=True)  # fmt: skip
    sized(drawing, brief, (0.11, 0.3, 0.2))


@archetype(
    "pepper mill", "object", "tableware",
    "pepper mill, pepper grinder, salt mill, salt and pepper mills, salt and pepper shakers, salt and pepper set, "
    "salt shaker, pepper shaker, salt and pepper, spice mill, pfeffermühle, salzstreuer, moulin à poivre, salière, "
    "molinillo, salero",
    hints="season food, dining table",
    about="A pepper mill: a turned column with a knob on top that grinds pepper, often beside one for salt.",
    parts="mill, knob, cap, band, crank, body", features="crank",
)  # fmt: skip
def pepper_mill(drawing: Drawing, brief: Brief) -> None:
    """Draw a turned mill, or a shaker with a pierced cap; salt and pepper are two."""
    is_shaker = has(brief, "shaker salière salero salzstreuer")
    is_pair = {"salt", "pepper"} <= brief.words or has(brief, "pair set")
    wood = brief.of("mill body shaker", "glass_clear" if is_shaker else "wood", is_main=True)
    other = brief.of("pepper second accent", wood["material"] if is_shaker else "ebony", is_accent=True)
    bright = metal(brief, "knob cap band crank", "steel_polished")
    for number in range(2 if is_pair else 1):
        x = 0.045 * (2 * number - 1) if is_pair else 0.0
        finish = other if number else wood
        (_shaker if is_shaker else _mill)(drawing, brief, x, finish, bright, number)
    sized(drawing, brief, (0.15 if is_pair else 0.06, 0.1 if is_shaker else 0.24, 0.06))


def _mill(drawing: Drawing, brief: Brief, x: float, wood: Finish, bright: Finish, number: int) -> None:
    form: list[Pair] = {
        "modern": [(0.028, 0.0), (0.028, 0.155)], "minimalist": [(0.026, 0.0), (0.026, 0.155)],
        "bauhaus": [(0.03, 0.0), (0.018, 0.155)], "futuristic": [(0.03, 0.0), (0.02, 0.07), (0.03, 0.155)],
    }.get(brief.style_name, [(0.03, 0.0), (0.031, 0.02), (0.024, 0.035), (0.028, 0.06), (0.019, 0.1), (0.022, 0.135),
                             (0.03, 0.15), (0.028, 0.157)])  # fmt: skip
    spin(drawing, "mill", form, wood, at=(x, 0, 0), is_flowing=len(form) > 2)
    drawing.add("rod", (0.038, 0.008, 0.038), (x, 0.153, 0), name="band", **bright)
    head: list[Pair] = [(0.02, 0.158), (0.029, 0.17), (0.03, 0.185), (0.02, 0.2), (0.008, 0.205)]
    spin(drawing, "cap", head, wood, at=(x, 0, 0), is_flowing=True)
    if brief.has("crank", default=brief.style_name == "steampunk"):
        strut(drawing, "crank", (x, 0.207, 0), (x + 0.05, 0.212, 0.02), 0.006, bright)
        drawing.add("ball", (0.016, 0.02, 0.016), (x + 0.05, 0.208, 0.02), name="knob", **wood)
    drawing.add("ball", (0.017, 0.018 + 0.004 * number, 0.017), (x, 0.2, 0), name="knob", **bright)


def _shaker(drawing: Drawing, brief: Brief, x: float, body: Finish, bright: Finish, number: int) -> None:
    tint = "#3a3027" if number else "#f4f1ea"
    drawing.add("vessel", (0.05, 0.075, 0.05), (x, 0, 0), profile=[0.9, 0, 1, 0.06, 0.9, 0.5, 0.72, 0.9, 0.72, 1],
                wall=0.08, name="shaker", fill=0.7, sides=8, content_material="sand", content_color=tint,
                **body)  # fmt: skip
    drawing.add("dome", (0.041, 0.022, 0.041), (x, 0.072, 0), name="cap", **bright)
    for hole in range(5 if number else 3):
        turn = 2 * pi * hole / (5 if number else 3)
        drawing.add("disc", (0.004, 0.006, 0.004), (x + 0.008 * sin(turn), 0.0865, 0.008 * cos(turn)), name="hole",
                    material="felt", color="#101114")  # fmt: skip


@archetype(
    "picnic basket", "object", "container",
    "picnic basket, picnic hamper, wicker picnic basket, picknickkorb, panier de pique-nique, panier pique-nique, "
    "cesta de picnic, basket for a picnic",
    hints="outing, meadow, sandwiches",
    about="A picnic basket: a wicker box with a lid in two halves, a handle over it and a checked cloth inside.",
    parts="lid, handle, strap, cloth, lining, buckle, bottle, rim, body", features="cloth, bottle, lid, open",
)  # fmt: skip
def picnic_basket(drawing: Drawing, brief: Brief) -> None:
    """Draw a woven box with a checked cloth over its edge, a lid in two halves, a handle, straps with buckles."""
    cane = brief.of("basket body", "wicker" if brief.style_name != "industrial" else "steel_brushed", is_main=True)
    hide = brief.of("strap buckle", "leather_brown", is_accent=True)
    wide, tall, deep = 0.46, 0.22, 0.3
    drawing.add("basket_wicker", (wide, tall, deep), (0, 0, 0), name="basket", rim_material=cane["material"],
                rim_color=cane["color"], **cane)  # fmt: skip
    lid = same_as(brief, "lid", cane)
    for side in (1.0, -1.0) if brief.has("lid", default=True) else ():
        is_open = side > 0 and brief.has("open", "bottle")
        leaf = Drawing(brief)
        leaf.add(
            "plate", (wide * 0.48, 0.022, deep * 0.97), (side * wide * 0.245, 0, 0), corner_m=0.03, name="lid", **lid
        )
        leaf.add(
            "rail_frame",
            (wide * 0.45, 0.012, deep * 0.9),
            (side * wide * 0.245, 0.019, 0),
            board_m=0.014,
            name="rib",
            **lid,
        )
        tilted(drawing, leaf, (0, 0, 60.0 if is_open else 0.0), (0, tall - 0.006, 0))
        if not is_open:
            strut(
                drawing,
                "strap",
                (side * 0.13, tall + 0.012, deep * 0.42),
                (side * 0.13, tall - 0.1, deep * 0.485),
                0.026,
                hide,
            )
            drawing.add("torus", (0.036, 0.007, 0.036), (side * 0.13, tall - 0.055, deep * 0.488), turn=(90, 0, 0),
                        name="buckle", **brief.of("buckle", "brass_polished"))  # fmt: skip
    if brief.has("cloth", "lining", default=True):
        _cloth(drawing, brief, tall, deep)
    arch = [(0.0, 0.1, -deep * 0.5), (0.0, tall + 0.1, -deep * 0.49), (0.0, tall + 0.19, -deep * 0.3),
            (0.0, tall + 0.215, 0.0), (0.0, tall + 0.19, deep * 0.3), (0.0, tall + 0.1, deep * 0.49),
            (0.0, 0.1, deep * 0.5)]  # fmt: skip
    bent(drawing, arch, 0.022, same_as(brief, "handle", cane), name="handle")
    if brief.has("bottle"):
        drawing.add("vessel", (0.075, 0.3, 0.075), (0.12, 0.015, 0), form="wine_bottle", name="bottle",
                    **brief.of("bottle", "glass_coloured"))  # fmt: skip
    sized(drawing, brief, (wide, 0.44, deep))


def _cloth(drawing: Drawing, brief: Brief, tall: float, deep: float) -> None:
    """Draw a corner of checked cloth that hangs over the front."""
    cloth = usual(brief, "cloth lining", "plaid", "", is_main=False)
    corner: list[Pair] = [(-0.075, tall + 0.01), (0.075, tall + 0.01), (0.06, tall - 0.035), (0.0, tall - 0.1),
                          (-0.06, tall - 0.035)]  # fmt: skip
    cut(drawing, "cloth", corner, 0.012, cloth, at=(0, 0, deep * 0.5), bevel_m=0.003)
