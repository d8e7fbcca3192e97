"""Things for work outside: a chainsaw, a trellis with a climbing plant, a bench vise."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.choices import usual
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, cut, sized, strut
from engine.archetypes.register import archetype

_MOTORS = {
    "steampunk": ("copper", ""),
    "rustic": ("iron_cast", ""),
    "industrial": ("gunmetal", ""),
    "art deco": ("lacquer_black", ""),
    "futuristic": ("plastic_white", ""),
    "gothic": ("iron_black", ""),
}


@archetype(
    "chainsaw", "object", "tool",
    "chainsaw, chain saw, power saw, motor saw, motorsäge, kettensäge, tronçonneuse, motosierra",
    hints="lumberjack, cut trees, forest",
    about="A chainsaw: a motor with two handles that drives a chain of teeth around a long bar, to cut trees.",
    parts="bar, chain, handle, body, guard, cap, tooth, blade, motor", features="guard",
)  # fmt: skip
def chainsaw(drawing: Drawing, brief: Brief) -> None:
    """Draw a motor with its handles and hand guard, a bar to +x with a toothed chain around it."""
    shell = usual(brief, "body motor chainsaw", *_MOTORS.get(brief.style_name, ("plastic_white", "#d9541e")))
    dark = brief.of("handle guard accent", "wood" if brief.style_name in ("rustic", "victorian") else "plastic_black",
                    is_accent=True)  # fmt: skip
    body: list[Pair] = [
        (-0.14, 0.0),
        (0.1, 0.0),
        (0.12, 0.03),
        (0.12, 0.1),
        (0.07, 0.16),
        (-0.05, 0.17),
        (-0.13, 0.13),
    ]
    cut(drawing, "body", body, 0.15, shell, bevel_m=0.015)
    drawing.add("box", (0.14, 0.11, 0.03), (0.02, 0.03, 0.085), radius_m=0.012, name="cover", **dark)
    for number in range(4):
        drawing.add(
            "box", (0.012, 0.06, 0.006), (-0.02 + 0.028 * number, 0.055, 0.1), name="vent", material="iron_black"
        )
    steel = brief.of("bar blade", "steel_polished")
    tip = [(0.46 + 0.042 * sin(turn), 0.075 + 0.042 * cos(turn)) for turn in (pi * step / 8 for step in range(9))]
    cut(drawing, "bar", [(0.08, 0.117), *tip, (0.08, 0.033)], 0.008, steel)
    loop = [(0.06, 0.12, 0.0), (0.46, 0.12, 0.0), *((x + 0.003 * (x - 0.46) / 0.042, y, 0.0) for x, y in tip[1:-1]),
            (0.46, 0.03, 0.0), (0.06, 0.03, 0.0)]  # fmt: skip
    chain = brief.of("chain tooth", "iron_black")
    bent(drawing, loop, 0.011, chain, name="chain", is_straight=True)
    for number in range(9):
        for y, lean in ((0.118, 14.0), (0.018, -14.0)):
            drawing.add(
                "box", (0.016, 0.014, 0.009), (0.14 + 0.037 * number, y, 0), turn=(0, 0, lean), name="tooth", **chain
            )
    bent(
        drawing,
        [(0.04, 0.05, -0.07), (0.05, 0.16, -0.1), (0.055, 0.22, -0.07), (0.055, 0.225, 0.05), (0.05, 0.13, 0.075)],
        0.026,
        dark,
        name="handle",
    )
    bent(drawing, [(-0.1, 0.15, 0), (-0.2, 0.16, 0), (-0.25, 0.12, 0), (-0.24, 0.04, 0), (-0.1, 0.035, 0)], 0.032, dark,
         name="handle")  # fmt: skip
    if brief.has("guard", default=True):
        drawing.add("box", (0.012, 0.12, 0.14), (0.105, 0.1, 0), turn=(0, 0, -12), radius_m=0.005, name="guard", **dark)
    strut(drawing, "cap", (-0.07, 0.09, 0.07), (-0.07, 0.09, 0.09), 0.05, dark)
    sized(drawing, brief, (0.78, 0.25, 0.2))


@archetype(
    "trellis",
    "object",
    "garden",
    "trellis, garden trellis, rose trellis, plant trellis, lattice, climbing frame for plants, rankgitter, spalier, "
    "treillis, espaldera, enrejado",
    hints="climbing plant, ivy, vine, roses",
    about="A trellis: a lattice of thin bars between posts, on which roses, ivy and other plants climb.",
    parts="slat, post, leaf, plant, rose, frame, flower, planter, bar",
    features="rose, ivy=leaf, flower=rose, leaf, vine=leaf",
)
def trellis(drawing: Drawing, brief: Brief) -> None:
    """Draw two posts with an arched rail, crossed slats between them, and a plant that climbs."""
    wood = brief.of("post slat frame body trellis", "metal" if brief.style_name in ("gothic", "industrial", "art deco")
                    else "wood", is_main=True)  # fmt: skip
    wide, tall = 0.9, 1.8
    for x in (-wide / 2, wide / 2):
        drawing.add("box", (0.06, tall, 0.06), (x, 0, 0), name="post", radius_m=0.004, **same_as(brief, "post", wood))
        drawing.add("box", (0.1, 0.04, 0.5), (x, 0, 0), radius_m=0.008, name="foot", **wood)
    for y in (0.14, tall - 0.06):
        drawing.add("box", (wide, 0.05, 0.04), (0, y, 0), name="rail", **wood)
    arch = [
        (-wide / 2, tall - 0.04, 0),
        (-wide * 0.28, tall + 0.14, 0),
        (0, tall + 0.2, 0),
        (wide * 0.28, tall + 0.14, 0),
        (wide / 2, tall - 0.04, 0),
    ]
    bent(drawing, arch, 0.045, wood, name="arch")
    slat = same_as(brief, "slat", wood)
    low, high, half = 0.16, tall - 0.04, wide / 2
    for number in range(-7, 8):
        for side in (1.0, -1.0):
            start = number * 0.225
            first = max(low, low + side * (-half - start) if side > 0 else low + (start - half))
            last = min(high, low + side * (half - start) if side > 0 else low + (start + half))
            if last - first > 0.1:
                ends = [(start + side * (y - low), y, 0.008 * side) for y in (first, last)]
                strut(drawing, "slat", ends[0], ends[1], 0.018, slat)
    if brief.has("leaf", "rose", default=True) and "plant" not in brief.excluded:
        _climber(drawing, brief, tall)
    sized(drawing, brief, (0.96, 2.02, 0.5))


def _climber(drawing: Drawing, brief: Brief, tall: float) -> None:
    """Draw a stem that winds up the slats, with leaves, and roses if they are asked for."""
    stem = [(0.3 * sin(0.9 * step) * (0.5 + 0.07 * step), 0.02 + (tall - 0.2) * step / 9, 0.024) for step in range(10)]
    bent(drawing, stem, 0.016, brief.of("plant", "leaf_green"), name="stem")
    for number in range(26):
        at = number / 26 * 8.9
        x, y = (0.3 * sin(0.9 * at) * (0.5 + 0.07 * at), 0.02 + (tall - 0.2) * at / 9)
        side = 1.0 if number % 2 else -1.0
        drawing.add("ball", (0.1, 0.06, 0.05), (x + side * 0.028, y, 0.035), turn=(0, 0, side * 24.0), name="leaf",
                    **brief.of("leaf plant", "leaf_green"))  # fmt: skip
        if number % 4 == 1 and brief.has("rose"):
            drawing.add("ball", (0.08, 0.07, 0.07), (x - side * 0.02, y, 0.05), name="rose",
                        **usual(brief, "rose flower", "petal", "#c22a4a", is_main=False))  # fmt: skip


@archetype(
    "vise",
    "object",
    "tool",
    "vise, vice, bench vise, bench vice, workshop vise, clamp vise, schraubstock, étau, tornillo de banco",
    hints="clamp, workshop, hold a workpiece",
    about="A vise: two iron jaws on a screw that hold a workpiece fast on the workbench.",
    parts="jaw, screw, handle, base, body, anvil",
    features="",
)
def vise(drawing: Drawing, brief: Brief) -> None:
    """Draw a fixed jaw on a round base, a sliding jaw on its bar, the screw and its handle."""
    iron = usual(
        brief,
        "body jaw base vise",
        "iron_cast"
        if brief.style_name in ("rustic", "gothic", "industrial")
        else "paint_blue"
        if brief.style_name == "realistic"
        else "metal",
        "",
    )
    steel = brief.of("screw handle accent", "steel_polished", is_accent=True)
    drawing.add("disc", (0.17, 0.025, 0.17), (0, 0, -0.03), edge=0.2, name="base", **iron)
    for x in (-0.06, 0.06):
        drawing.add("rod", (0.022, 0.014, 0.022), (x, 0.02, -0.03), name="bolt", **steel)
    fixed: list[Pair] = [
        (-0.1, 0.02),
        (0.03, 0.02),
        (0.0, 0.09),
        (0.0, 0.17),
        (-0.035, 0.17),
        (-0.05, 0.12),
        (-0.12, 0.115),
        (-0.12, 0.09),
        (-0.06, 0.07),
    ]
    cut(drawing, "body", fixed, 0.09, iron, is_side=True, bevel_m=0.006)
    slide: list[Pair] = [(0.05, 0.06), (0.13, 0.06), (0.13, 0.1), (0.085, 0.17), (0.05, 0.17)]
    cut(drawing, "jaw", slide, 0.09, iron, is_side=True, bevel_m=0.006)
    drawing.add("box", (0.05, 0.045, 0.22), (0, 0.06, 0.02), radius_m=0.006, name="bar", **iron)
    for z in (0.003, 0.047):
        drawing.add("box", (0.13, 0.04, 0.012), (0, 0.135, z), name="jaw_plate", radius_m=0.002, **steel)
    strut(drawing, "screw", (0, 0.082, 0.1), (0, 0.082, 0.19), 0.028, steel)
    strut(drawing, "head", (0, 0.082, 0.165), (0, 0.082, 0.195), 0.044, iron)
    strut(drawing, "handle", (-0.09, 0.1, 0.18), (0.09, 0.064, 0.18), 0.012, steel)
    for x, y in ((-0.09, 0.1), (0.09, 0.064)):
        drawing.add("ball", (0.024, 0.024, 0.024), (x, y - 0.012, 0.18), name="knob", **steel)
    sized(drawing, brief, (0.2, 0.18, 0.33))


@archetype(
    "raised bed", "object", "garden",
    "raised bed, garden bed, raised garden bed, flower bed, flowerbed, vegetable bed, planting bed, planter box, "
    "raised planter, window box planter, garden planter box, hochbeet, carré potager, jardinera",
    hints="grow vegetables, soil, gardening", about="A raised bed: a box of boards full of soil in which plants grow.",
    parts="board, post, soil, plant, leaf, frame", features="leaf",
)  # fmt: skip
def raised_bed(drawing: Drawing, brief: Brief) -> None:
    """Draw a box of boards between posts, full of soil, with two rows of lettuce where nothing else is put in it."""
    width, height, depth = brief.box(1.8, 0.42, 0.9)
    wood = brief.of("board frame bed body", "cedar", is_main=True)
    post = same_as(brief, "post", wood)
    levels = max(round(height / 0.16), 1)
    tall = height / levels
    for level in range(levels):
        for side in (-1, 1):
            drawing.add("box", (width - 0.02, tall * 0.96, 0.03), (0, level * tall, side * (depth / 2 - 0.025)),
                        radius_m=0.004, name="board", **wood)  # fmt: skip
            drawing.add("box", (0.03, tall * 0.96, depth - 0.05), (side * (width / 2 - 0.025), level * tall, 0),
                        radius_m=0.004, name="board", **wood)  # fmt: skip
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add("box", (0.07, height + 0.01, 0.07), (x * (width / 2 - 0.04), 0, z * (depth / 2 - 0.04)),
                        radius_m=0.005, name="post", **post)  # fmt: skip
    drawing.add("box", (width - 0.06, height * 0.6, depth - 0.06), name="soil", **brief.of("soil", "soil"))
    if "lid" in brief.excluded or not brief.has("leaf", "plant", default=True):
        return  # what the text puts in it grows there
    count = max(round((width - 0.3) / 0.3), 1)
    for number in range(2 * count):
        row, place = divmod(number, count)
        at = ((place - (count - 1) / 2) * 0.3, height * 0.6 - 0.012, (row - 0.5) * 0.4 * depth / 0.9)
        drawing.add("foliage", (0.24, 0.24, 0.24), at, form="rosette", leaves=16, seed=number, name="plant",
                    **brief.of("plant leaf", "leaf_green"))  # fmt: skip
