"""Land to walk in: forest, river, cliff, cave; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import blend, chain, limb, lump, sized
from engine.archetypes.register import archetype

_TREES = {"pine fir spruce conifer needle boreal": "conifer", "palm jungle tropical": "palm", "dead bare": "bare"}
_CROWNS = {"autumn": "#c8692a", "fall": "#c8692a", "snowy": "#e9eef0", "winter": "#e9eef0"}


@archetype(
    "forest", "object", "nature", "forest, wood of tree, woods, pine forest, grove, woodland, jungle, thicket, copse, "
    "group of tree, cluster of tree, fir forest, wald, forêt, bosque, rain forest, rainforest, enchanted forest",
    hints="deer, wilderness", about="A forest: many trees close together on a floor of grass and moss.",
    parts="tree, ground, grass, mushroom, rock, trunk, crown, leaf", features="mushroom, rock, clearing",
)  # fmt: skip
def forest(drawing: Drawing, brief: Brief) -> None:
    """Draw a dozen trees of several sizes on a floor of grass; conifers, palms or bare ones where the words say so."""
    form = form_by(brief, _TREES, "round")
    count = brief.count("tree", 13, least=2, most=24)
    drawing.add("disc", (14.0, 0.24, 14.0), edge=0.3, name="ground", unit_m=1.0,
                **brief.of("ground grass forest floor", "grass"))  # fmt: skip
    trunk = brief.of("trunk bark", "bark" if form == "conifer" else "walnut", is_main=True)
    tint = next((color for word, color in _CROWNS.items() if word in brief.words), "")
    tint = brief.of("crown leaf tree", "leaf_green")["color"] or tint or ("#3d5c3a" if form == "conifer" else "")
    open_m = 2.6 if has(brief, "clearing") else 0.0
    for number in range(count):
        turn, share = number * 2.39996, ((number + 0.5) / count) ** 0.5
        out = open_m + (5.9 - open_m) * share
        tall = brief.vary(4.6, 6.6)
        wide = tall * {"conifer": 0.46, "palm": 0.6}.get(form, 0.62)
        drawing.add("tree", (wide, tall, wide), (out * cos(turn), 0.2, out * sin(turn)), form=form, seed=number,
                    crown_material="leaf_green", crown_color=tint, name="tree", **trunk)  # fmt: skip
    if has(brief, "mushroom"):
        for x, z in ((1.2, 6.1), (1.5, 6.3), (0.95, 6.35)):
            drawing.add("rod", (0.12, 0.3, 0.12), (x, 0.22, z), name="stem", **brief.finish("ceramic_white", "#efe6d2"))
            drawing.add("dome", (0.36, 0.18, 0.36), (x, 0.5, z), name="mushroom", **brief.of("mushroom", "paint_red"))
    if has(brief, "rock stone boulder"):
        for number, (x, z) in enumerate(((-2.4, 6.0), (-3.1, 5.5))):
            drawing.add("boulder", (1.1, 0.7, 0.9), (x, 0.2, z), seed=number, name="rock", **brief.of("rock", "slate"))
    sized(drawing, brief, (14.0, 6.4, 14.0))


@archetype(
    "river", "object", "nature", "river, stream, creek, brook, fluss, bach, río, rivière, riverbed, mountain stream, "
    "winding river, forest stream",
    hints="flows, trout, ford", about="A river: water that winds between two grassy banks with stones.",
    parts="water, bank, grass, stone, rock, ground", features="stone",
)  # fmt: skip
def river(drawing: Drawing, brief: Brief) -> None:
    """Draw water that winds between two banks of grass, stones along it and some in it."""
    drawing.add("floor", (7.0, 0.16, 9.0), pattern="plain", name="bed", unit_m=1.0, **brief.finish("sand", ""))
    drawing.add("floor", (6.9, 0.14, 8.9), (0, 0.1, 0), pattern="plain", name="water", unit_m=2.0,
                **brief.of("water river", "water", is_main=True))  # fmt: skip
    grass, stone = brief.of("grass bank ground", "grass", is_accent=True), brief.of("stone rock", "granite")
    for side in (-1, 1):
        edge = [(1.35 * side + 0.75 * sin(0.75 * z), z) for z in (4.4 * step / 16 for step in range(-16, 17))]
        lay(drawing, "bank", [(3.45 * side, -4.4), *edge, (3.45 * side, 4.4)], 0.4, grass, y=0.05)
        for number in range(5):
            z = -3.6 + 1.75 * number
            x = 1.3 * side + 0.75 * sin(0.75 * z) + brief.vary(-0.12, 0.12)
            size = brief.vary(0.34, 0.6)
            drawing.add("boulder", (size, size * 0.72, size), (x, 0.1, z), seed=number, name="stone", **stone)
    sized(drawing, brief, (7.0, 0.66, 9.0))


@archetype(
    "cliff", "object", "nature", "cliff, rock face, sea cliff, klippe, felswand, falaise, acantilado, precipice, "
    "rocky cliff, canyon wall, bluff",
    hints="steep, climbers", about="A cliff: a steep wall of rock with grass on its top.",
    parts="rock, grass, stone, top, water, face", features="water, sea=water",
)  # fmt: skip
def cliff(drawing: Drawing, brief: Brief) -> None:
    """Draw a steep face of rock with grass on top and fallen blocks, or the sea, at its foot."""
    stone = brief.of("rock stone face cliff", "slate", is_main=True)
    foot = brief.of("water sea", "water") if has(brief, "sea water ocean") else brief.of("ground", "gravel")
    drawing.add("box", (7.2, 0.2, 5.6), radius_m=0.05, name="ground", **foot)
    drawing.add("box", (6.6, 4.4, 2.2), (0, 0.14, -1.5), radius_m=0.3, name="rock", **stone)
    drawing.add("cliff", (6.8, 5.2, 3.4), (0, 0.14, -0.5), count=11, seed=int(brief.random.integers(99)), name="rock",
                **stone)  # fmt: skip
    drawing.add("hill", (6.6, 0.9, 2.9), (0, 4.6, -1.3), seed=3, name="grass", **brief.of("grass top", "grass"))
    for number, (x, z, size) in enumerate(((-2.4, 1.9, 0.8), (-1.2, 2.2, 0.5), (1.5, 2.0, 0.9), (2.6, 1.7, 0.6))):
        drawing.add("boulder", (size, size * 0.75, size), (x, 0.15, z), seed=number + 7, name="stone", **stone)
    sized(drawing, brief, (7.2, 5.8, 5.6))


@archetype(
    "cave", "object", "nature", "cave, cavern, grotto, höhle, cueva, grotte, cave entrance, bear cave, dragon cave",
    hints="stalactites, dark, bats", about="A cave: a dark hollow in a hill of rock, with stones at its mouth.",
    parts="rock, stone, mouth, grass, ground, moss", features="moss",
)  # fmt: skip
def cave(drawing: Drawing, brief: Brief) -> None:
    """Draw a hill of rock about a dark mouth, with boulders beside it and pointed stones that hang from its edge."""
    stone = brief.of("rock stone cave", "slate", is_main=True)
    drawing.add("disc", (6.6, 0.2, 5.6), edge=0.2, name="ground", **brief.of("ground", "gravel"))
    arch = [(1.45 * cos(pi * k / 8), 0.25 + 2.0 * sin(pi * k / 8), 0.9, 0.62 + 0.1 * sin(2.1 * k)) for k in range(9)]
    hill = [lump((0, 1.1, -1.0), 1.9, (1.15, 1.0, 0.85)), lump((-1.6, 0.6, -0.6), 1.2), lump((1.7, 0.5, -0.7), 1.15)]
    blend(drawing, "rock", [*hill, *chain(arch)], stone, soft=0.25, sole=0.225)
    low = drawing.objects[-1].position.y
    drawing.add("box", (2.1, 2.1, 0.1), (0, max(low, 0.12), 0.62), radius_m=0.04, name="mouth",
                **brief.finish("paint_black", "#141210"))  # fmt: skip
    for x, tall in ((-0.5, 0.5), (0.05, 0.62), (0.5, 0.42)):
        drawing.add("cone", (0.2, tall, 0.2), (x, 2.02 - tall, 0.86), top=0.05, turn=(180, 0, 0), name="stalactite",
                    **stone)  # fmt: skip
    for number, (x, z, size) in enumerate(((-1.9, 1.5, 0.9), (1.95, 1.4, 0.8), (1.2, 1.9, 0.45))):
        drawing.add("boulder", (size, size * 0.8, size), (x, 0.12, z), seed=number, name="stone", **stone)
    if brief.has("moss", "grass"):
        blend(drawing, "moss", [limb((-0.9, 2.75, -0.9), 0.3, (0.9, 2.75, -0.9), 0.3, (1.0, 0.4, 1.6))],
              brief.of("moss grass", "moss"), soft=0.1)  # fmt: skip
    sized(drawing, brief, (6.6, 2.9, 5.6))
