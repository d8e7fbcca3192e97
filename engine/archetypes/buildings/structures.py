"""Works of builders: scaffolding, walls that stand alone, dams; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import sized, strut
from engine.archetypes.register import archetype


@archetype(
    "scaffolding", "building", "landmark", "scaffolding, scaffold, gerüst, baugerüst, andamio, échafaudage, "
    "construction scaffolding, scaffold tower",
    hints="construction site, planks, poles", about="Scaffolding: poles and planks in storeys that builders stand on.",
    parts="pole, plank, brace, ladder, rail, foot", features="ladder, net",
)  # fmt: skip
def scaffolding(drawing: Drawing, brief: Brief) -> None:
    """Draw two bays of poles with planks on every storey, rails, braces and a ladder."""
    levels = brief.count("storey", brief.counts.get("level", 3), least=1, most=8)
    width, height, depth = brief.box(4.4, 2.0 * levels + 1.1, 1.1, keeps_shape=True)
    steel, wood = brief.of("pole rail brace body", "steel_galvanised", is_main=True), brief.of("plank deck", "pine")
    rise, xs, zs = (height - 1.1) / levels, (-width / 2 + 0.06, 0.0, width / 2 - 0.06), (-depth / 2, depth / 2 - 0.06)
    for x in xs:
        for z in zs:
            drawing.add("rod", (0.06, height, 0.06), (x, 0.02, z), name="pole", **steel)
            drawing.add("box", (0.18, 0.03, 0.18), (x, 0, z), name="foot", **steel)
        for level in range(1, levels + 1):
            y = rise * level - 0.06
            strut(drawing, "ledger", (x, y, zs[0] - 0.06), (x, y, zs[1] + 0.06), 0.05, steel)
    for level in range(1, levels + 1):
        y = rise * level - 0.04
        for number in range(4):
            z = zs[0] + (zs[1] - zs[0]) * (number + 0.5) / 4
            drawing.add("box", (width - 0.02, 0.05, depth / 4 - 0.03), (0, y, z), radius_m=0.006, name="plank", **wood)
        for up in (0.55, 1.0):
            strut(drawing, "rail", (-width / 2, y + up, zs[1]), (width / 2, y + up, zs[1]), 0.045, steel)
        side = 1 if level % 2 else -1
        low = rise * (level - 1) + 0.1
        strut(drawing, "brace", (xs[1] - side * 0.02, low, zs[0]), (side * xs[2], rise * level - 0.1, zs[0]), 0.045,
              steel)  # fmt: skip
    if brief.has("ladder", default=True):
        for x in (-0.9, -0.5):
            strut(drawing, "ladder", (x, 0.012, zs[1] + 0.42), (x, rise + 0.55, zs[1] + 0.02), 0.05, steel)
        steps = max(round((rise + 0.4) / 0.3), 2)
        for number in range(1, steps):
            share = number / steps
            y, z = share * (rise + 0.5), zs[1] + 0.42 - 0.4 * share
            strut(drawing, "rung", (-0.92, y, z), (-0.48, y, z), 0.035, steel)


@archetype(
    "garden wall", "building", "landmark", "garden wall, castle wall, free standing wall, ruined wall, broken wall, "
    "city wall, ruined stone wall",
    hints="mortar, boundary",
    about="A garden wall: bricks or stones laid in rows along a garden, with a coping on top.",
    parts="brick, stone, coping, pier, body, ivy", features="ivy, pier",
)  # fmt: skip
def wall(drawing: Drawing, brief: Brief) -> None:
    """Draw a wall of bricks or stones with a coping and two piers; a ruined one is stepped, a castle's has merlons."""
    width, height, depth = brief.box(3.4, 1.8, 0.3)
    is_stone = has(brief, "stone drystone dry castle city great")
    stone = brief.of(
        "brick stone wall body",
        "limestone" if has(brief, "castle city great") else "cobblestone" if is_stone else "brick_red",
        is_main=True,
    )
    cope = brief.of("coping pier", "concrete" if not is_stone else stone["material"], is_accent=True)
    if has(brief, "broken ruined ruin"):
        heights = (1.0, 1.0, 0.92, 0.7, 0.78, 0.5, 0.34)
        step = width / len(heights)
        for number, share in enumerate(heights):
            x = -width / 2 + step * (number + 0.5)
            drawing.add("box", (step * 1.002, height * share, depth), (x, 0, 0), name="wall", unit_m=0.5, **stone)
        for number, (x, z) in enumerate(((width * 0.44, 0.45), (width * 0.3, 0.6), (width * 0.14, 0.4))):
            drawing.add("boulder", (0.3, 0.2, 0.24), (x, 0, z), seed=number, name="rubble", **stone)
        return
    merlons = has(brief, "castle city great merlon")
    low = height * (0.84 if merlons else 0.94)
    drawing.add("box", (width, low, depth), name="wall", unit_m=0.5, **stone)
    if merlons:
        count = max(round(width / 0.7), 2)
        for number in range(count):
            x = width * ((number + 0.5) / count - 0.5)
            drawing.add("box", (width / count * 0.58, height - low + 0.02, depth), (x, low - 0.02, 0), name="merlon",
                        **stone)  # fmt: skip
        return
    drawing.add("box", (width * 1.001, height - low + 0.01, depth * 1.3), (0, low - 0.01, 0), radius_m=0.02,
                name="coping", **cope)  # fmt: skip
    if brief.has("pier", default=not is_stone):
        for x in (-1, 1):
            at = x * (width / 2 - depth * 0.55)
            drawing.add("box", (depth * 1.4, height * 1.04, depth * 1.6), (at, 0, 0), name="pier", **stone)
            drawing.add("box", (depth * 1.7, 0.07, depth * 1.9), (at, height * 1.03, 0), radius_m=0.02, name="coping",
                        **cope)  # fmt: skip
    if brief.has("ivy"):
        for number in range(5):
            x = width * (-0.36 + 0.1 * number)
            drawing.add("bush", (0.5, low * (0.85 - 0.13 * number), 0.22), (x, 0, depth * 0.62), seed=number,
                        name="ivy", **brief.of("ivy leaf", "leaf_green"))  # fmt: skip


@archetype(
    "dam", "building", "landmark", "dam, water dam, hydroelectric dam, staudamm, staumauer, presa, barrage, "
    "reservoir dam, hoover dam",
    hints="reservoir, spillway, turbines", about="A dam: a curved wall of concrete that holds back a lake.",
    parts="wall, water, road, tower, spillway, rock, gate", features="tower",
)  # fmt: skip
def dam(drawing: Drawing, brief: Brief) -> None:
    """Draw a curved wall between two slopes of rock, the lake behind it, water that runs from its gates."""
    concrete = brief.of("wall dam body road", "concrete", is_main=True)
    water, rock = brief.of("water lake", "water"), brief.of("rock slope", "slate", is_accent=True)
    drawing.add("box", (12.0, 0.3, 9.0), radius_m=0.05, name="ground", **rock)
    drawing.add("box", (9.2, 3.1, 4.6), (0, 0.2, -2.1), radius_m=0.05, name="lake", **water)
    drawing.add("floor", (3.4, 0.16, 3.9), (0, 0.28, 2.5), pattern="plain", name="river", **water)
    pieces = 15
    for number in range(pieces):
        turn = pi * (0.24 + 0.52 * (number + 0.5) / pieces)
        x, z = -6.6 * cos(turn), 4.2 - 5.0 * sin(turn)
        drawing.add("box", (0.76, 4.0, 1.5), (x, 0.2, z), turn=(0, (turn * 180 / pi - 90), 0), name="wall", **concrete)
        if number % 3 == 1 and 3 < number < 11:
            drawing.add("box", (0.5, 3.0, 0.2), (x, 0.28, z + 0.72), turn=(0, turn * 180 / pi - 90, 0),
                        name="spillway", **brief.finish("water", ""))  # fmt: skip
    top = [(-6.6 * cos(a), 4.2 - 5.0 * sin(a)) for a in (pi * (0.24 + 0.52 * k / 24) for k in range(25))]
    outer = [(x * 1.0, z - 0.7) for x, z in top]
    inner = [(x * 0.96, z + 0.72) for x, z in reversed(top)]
    lay(drawing, "road", [*outer, *inner], 0.16, concrete, y=4.12)
    for side in (-1, 1):
        drawing.add("boulder", (3.2, 5.4, 8.6), (4.6 * side, 0.1, -0.1), seed=2 + side, name="rock", **rock)
    if brief.has("tower", default=True):
        for x in (-1.5, 1.5):
            drawing.add("rod", (0.7, 4.6, 0.7), (x, 0.2, -1.9), name="tower", **concrete)
            drawing.add("cone", (0.9, 0.4, 0.9), (x, 4.75, -1.9), top=0.3, name="roof", **concrete)
    sized(drawing, brief, (12.0, 5.5, 9.0))
