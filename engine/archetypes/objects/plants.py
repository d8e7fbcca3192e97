"""Plants, trees, cacti and flowers."""

from math import cos, degrees, radians, sin

from domain.spec import Property
from engine.archetypes.brief import OWN_STAND, Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, kin, plain, trim
from engine.archetypes.objects.placing import put
from engine.archetypes.objects.vases import PETALS
from engine.archetypes.register import archetype

_POTS = {
    "modern": ("cylinder", "concrete"), "minimalist": ("cylinder", "ceramic_white"), "steampunk": ("cup", "copper"),
    "industrial": ("bucket", "steel_brushed"), "art "
    "deco": ("waisted", "marble_black"), "futuristic": ("squat", "plastic_white"),
    "contemporary": ("bowl", "ceramic_white"),
}  # fmt: skip


def potted(drawing: Drawing, brief: Brief, width: float, height: float, *, is_main: bool = True) -> float:
    """Draw a pot with earth and return the height of the earth."""
    form, material = _POTS.get(kin(brief), ("pot", "terracotta"))
    finish = brief.of("pot planter", material, is_main=is_main)
    drawing.add(
        "vessel",
        (width, height, width),
        form=form,
        wall=0.08,
        fill=0.87,
        content_material="soil",
        name="pot",
        **trim(brief),
        **finish,
    )
    return height * 0.82


@archetype(
    "plant", "object", "plant",
    "venus flytrap, venus fly trap, pitcher plant, "
    "plant, potted plant, house plant, houseplant, indoor plant, succulent, fern, aloe, monstera, snake plant, "
    "ficus, rubber plant, potted palm, herb, agave, zimmerpflanze, topfpflanze, plante verte, planta, flower pot, "
    "plant pot, planter, grünpflanze, ivy, peace lily, "
    "pot plant, bonsai plant, areca, philodendron, pothos, yucca, spider plant, rubber fig, bamboo plant, "
    "banana plant, herb pot, basil, lavender pot, calathea, dracaena, foliage plant",
    hints="green leaf, grow, water it",
    about="A house plant: green leaves in a flower pot with earth, for a window sill or the corner of a room.",
    parts="pot, planter, leaf, stalk, foliage, soil",
)  # fmt: skip
def plant(drawing: Drawing, brief: Brief) -> None:
    """Draw a plant in its pot: broad leaves, a fern, a palm, sword leaves or a succulent's rosette."""
    form = form_by(brief, _LEAVES, brief.choose("stalked", "stalked", "fern", "swords", "palm"))
    if has(brief, "bush hedge shrub boxwood"):
        return _bush(drawing, brief)
    wide, tall, pot_wide, pot_tall, leaves = _SHAPES[form]
    width, height, _ = brief.box(wide, tall, wide, keeps_shape=True)
    soil = potted(drawing, brief, width * pot_wide, height * pot_tall)
    drawing.add("foliage", (width, height - soil, width), (0, soil - height * 0.004, 0), form=form, leaves=leaves,
                seed=int(brief.random.integers(1000)), **brief.of("leaf foliage", "leaf_green"))  # fmt: skip
    return None


def _bush(drawing: Drawing, brief: Brief) -> None:
    """Draw a round bush on the ground, or a row of them as a hedge."""
    is_hedge = "hedge" in brief.words
    width, height, depth = brief.box(2.4 if is_hedge else 1.2, 1.0, 0.7 if is_hedge else 1.2, keeps_shape=True)
    leaves, seed = brief.of("leaf foliage bush", "leaf_green", is_main=True), int(brief.random.integers(1000))
    count = 4 if is_hedge else 1
    for number in range(count):
        x = (number - (count - 1) / 2) * width / (count + 0.4)
        wide = width if count == 1 else width / count * 1.5
        drawing.add("bush", (wide, height, depth), (x, 0, 0), name="bush", seed=seed + number, **leaves)


_LEAVES = {
    "succulent aloe agave": "rosette",
    "fern herb basil mint parsley thyme rosemary oregano cilantro coriander dill": "fern",
    "palm": "palm", "snake sword sansevieria": "swords",
    "monstera ficus rubber broad": "stalked",
}  # fmt: skip
_SHAPES = {  # width, height, pot's width and height as shares, leaves
    "stalked": (0.55, 0.85, 0.46, 0.32, 18), "fern": (0.62, 0.56, 0.36, 0.38, 17), "palm": (0.9, 1.35, 0.34, 0.26, 13),
    "swords": (0.3, 0.78, 0.66, 0.3, 15), "rosette": (0.34, 0.32, 0.58, 0.5, 26),
}  # fmt: skip


@archetype(
    "tree", "object", "plant",
    "tree, oak tree, pine tree, fir tree, conifer, spruce, palm tree, bonsai, bonsai tree, apple tree, birch tree, "
    "maple tree, "
    "willow, willow tree, poplar, cypress, christmas tree, cherry tree, olive tree, dead tree, sapling, deciduous "
    "tree, "
    "cherry blossom, baum, arbre, árbol, tannenbaum, nadelbaum, palme, evergreen, fruit tree, coconut tree, "
    "sequoia, baobab, beech tree, ash tree, chestnut tree, walnut tree, lemon tree, orange tree, mango tree, "
    "pear tree, plum tree, fig tree, xmas tree, ginkgo, japanese maple, cedar tree, banyan, stump tree, "
    "tree of life",
    hints="forest, branch, bark",
    about=(
        "A tree: a tall plant with a wooden trunk, branches and a crown of leaves or needles that grows in a park "
        "or forest."
    ),
    parts="trunk, crown, leaf, branch, pot, tray, ornament, ball, star, fruit",
    features="snow, fruit, blossom, apple=fruit, cherry=fruit, orange=fruit",
)  # fmt: skip
def tree(drawing: Drawing, brief: Brief) -> None:
    """Draw a broadleaf tree, conifer, palm, poplar, bare tree or a bonsai in its tray."""
    form = form_by(brief, _TREES, "round")
    if form == "bonsai":
        return _bonsai(drawing, brief)
    wide, tall = {"conifer": (3.6, 7.6), "palm": (4.4, 7.5), "poplar": (2.2, 9.0), "bare": (5.0, 6.6)}.get(
        form, (5.4, 6.8)
    )
    small = 0.28 if has(brief, "christmas christma xmas") else 1.0
    width, height, _ = brief.box(wide * small, tall * small, wide * small, keeps_shape=True)
    properties: dict[str, Property] = {"form": form, "seed": int(brief.random.integers(1000)), **_crown(brief, form)}
    put(drawing, "tree", (width, height, width), (0, 0, 0), brief.of("trunk bark", "walnut"), properties, name="tree")
    if has(brief, "christmas christma xmas"):
        _christmas(drawing, brief, width, height)
    elif brief.has("fruit") and form == "round":
        _fruit(drawing, brief, width, height)
    return None


_TREES = {
    "bonsai": "bonsai", "conifer pine fir spruce christmas christma xmas evergreen tannenbaum nadelbaum": "conifer",
    "palm coconut palme": "palm", "poplar cypress columnar": "poplar", "dead bare winter leafless": "bare",
}  # fmt: skip


def _crown(brief: Brief, form: str) -> dict[str, Property]:
    """Return the crown's finish: autumn, blossom or a colour that the text gives the leaves."""
    finish = brief.of("crown leaf foliage", "leaf_green", is_main=False)
    season = {"autumn": "#c8692a", "fall": "#c8692a", "maple": "#b8432a", "blossom": "#eeb6c8", "cherry": "#eeb6c8",
              "snow": "#e9eef0", "snowy": "#e9eef0", "olive": "#8a9468", "birch": "#8fa34e"}  # fmt: skip
    tint = finish["color"] or next((color for word, color in season.items() if word in brief.words), "")
    tint = tint or (brief.colors[0] if brief.colors else "#3d5c3a" if form == "conifer" else "")
    return {"crown_material": finish["material"], "crown_color": tint}


def _christmas(drawing: Drawing, brief: Brief, width: float, height: float) -> None:
    """Draw balls on the tiers' rims and a star on top."""
    tints = [brief.part_colors.get("ball", ""), "#b3201f", "#d9a521", "#1f4fa3", "#c9ccd0"]
    size = width * 0.075
    for number in range(26):
        share = (number % 9) / 9
        out = width / 2 * (1 - share) ** 0.9 * 0.6
        turn = number * 2.4
        y = height * (0.12 + 0.88 * (share * 0.94 + 0.03))
        drawing.add("ball", (size, size, size), (out * cos(turn), y, out * sin(turn)), name="bauble",
            material="paint_white",
                    color=tints[number % 5] or "#b3201f")  # fmt: skip
    drawing.add("ball", (size * 1.5, size * 1.5, size * 0.7), (0, height * 0.985, 0), name="star", material="gold")
    drawing.add("vessel", (width * 0.3, height * 0.11, width * 0.3), form="bucket", name="stand", material="iron_black")


def _fruit(drawing: Drawing, brief: Brief, width: float, height: float) -> None:
    tint = "#e08a1e" if "orange" in brief.words else "#b3201f"
    for number in range(22):
        share = (number + 0.5) / 22
        out, turn = width * 0.47 * max(1 - (2 * share - 0.9) ** 2, 0.1) ** 0.5, number * 2.39996
        drawing.add("ball", (width * 0.05, width * 0.05, width * 0.05), (out * cos(turn),
            height * (0.42 + 0.44 * share), out * sin(turn)),
                    name="fruit", material="paint_white", color=tint)  # fmt: skip


def _bonsai(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(0.4, 0.4, 0.28, keeps_shape=True)
    tray = brief.of("pot tray planter", {"rustic": "terracotta", "art deco": "marble_black"}.get(kin(brief), "slate"))
    low = height * 0.16
    drawing.add("open_box", (width * 0.86, low * 0.88, depth), (0, low * 0.12, 0), name="pot", **tray)
    for x in (-1, 1):
        drawing.add("box", (width * 0.12, low * 0.16, depth * 0.8), (x * width * 0.3, 0, 0), name="foot", **tray)
    drawing.add(
        "box",
        (width * 0.83, low * 0.5, depth * 0.93),
        (0, low * 0.42, 0),
        name="soil",
        radius_m=low * 0.12,
        material="grass",
    )
    properties: dict[str, Property] = {"form": "bonsai", "seed": int(brief.random.integers(1000))}
    properties |= _crown(brief, "bonsai")
    trunk = brief.of("trunk bark", "walnut")
    put(drawing, "tree", (width, height - low * 0.86, depth * 1.3), (0, low * 0.86, 0), trunk, properties, name="tree")


@archetype(
    "cactus", "object", "plant",
    "cactus, cacti, saguaro, prickly pear, barrel cactus, potted cactus, kaktus, cactus plant, desert plant, "
    "succulent cactus, saguaro cactus, opuntia, desert cactus",
    hints="desert, spine, thorn",
    about="A cactus: a prickly green desert plant with ribs, thorns and arms, often in a small pot.",
    parts="pot, planter, spine, arm, flower, bloom", features="flower, bloom=flower",
)  # fmt: skip
def cactus(drawing: Drawing, brief: Brief) -> None:
    """Draw a cactus in its pot, or a tall saguaro that stands in the ground."""
    form = form_by(brief, {"barrel round ball": "barrel", "prickly pear paddle": "paddle"}, "column")
    finish = brief.of("cactus body", "leaf_green", is_main=not brief.materials)
    finish = finish if finish["material"] == "leaf_green" else plain("leaf_green", finish["color"])
    finish["color"] = finish["color"] or "#5c7f4e"
    seed = int(brief.random.integers(1000))
    more: dict[str, Property] = {
        "form": form,
        "seed": seed,
        "has_flower": brief.has("flower", "bloom", default=brief.random.uniform() < 0.4),
    }
    if more["has_flower"]:
        bloom = brief.of("flower bloom", "paint_red")
        more |= {"bloom_material": bloom["material"], "bloom_color": bloom["color"] or "#d8487e"}
    arms = brief.count("arm", 2 if form == "column" else 0, most=5)
    if has(brief, "saguaro desert tall giant"):
        width, height, _ = brief.box(2.2, 4.6, 2.2, keeps_shape=True)
        put(
            drawing,
            "cactus",
            (width, height, width * 0.5),
            (0, 0, 0),
            finish,
            more | {"arms": arms or 3},
            name="cactus",
        )
        return
    width, height, _ = brief.box(0.2, 0.32 if form != "barrel" else 0.26, 0.2, keeps_shape=True)
    soil = potted(drawing, brief, width * 0.72, height * 0.36)
    wide = width * (0.6 if form == "barrel" else 0.94)
    size = (wide, height - soil, wide if form == "barrel" else width * 0.42)
    put(drawing, "cactus", size, (0, soil - height * 0.005, 0), finish, more | {"arms": arms}, name="cactus")


@archetype(
    "flower", "object", "plant",
    "flower, rose, tulip, sunflower, daisy, bouquet, bunch of flower, lily, orchid, flower bouquet, blume, fleur, "
    "flor, "
    "potted flower, blossom, daffodil, poppy, carnation, dandelion, bouquet of flower, sonnenblume, rosa, "
    "hyacinth, iris flower, peony, hydrangea, lilac flower, marigold, pansy, chrysanthemum, magnolia, lotus, "
    "lotus flower, water lily, hibiscus, cherry blossom branch, single rose, red rose, bunch of rose, "
    "bouquet of rose, bouquet of tulip, wildflower, edelweiss, forget me not, snowdrop, crocus",
    hints="petal, bloom",
    about="A flower: coloured petals on a green stem with leaves, such as a rose, tulip, daisy or sunflower.",
    parts="petal, stem, leaf, pot, heart",
)  # fmt: skip
def flower(drawing: Drawing, brief: Brief) -> None:
    """Draw a flower that grows in a small pot, or several."""
    kind = form_by(brief, {"rose": "rose", "sunflower": "sunflower", "tulip": "tulip", "daisy": "daisy"}, "")
    kind = kind or brief.choose("tulip", "daisy", "rose")
    material, tint = PETALS[kind]
    petals = brief.of("petal flower bloom", material, is_main=True)
    petals = petals if petals["color"] or petals["material"] != material else plain(material, tint)
    count = brief.count("flower", brief.count(kind, 7 if has(brief, "bouquet bunch") else 1), least=1, most=12)
    tall = 0.62 if kind == "sunflower" else 0.36
    width, height, _ = brief.box(0.2, tall, 0.2, keeps_shape=True)
    pot_wide, pot_tall = width * (0.72 if count < 4 else 0.95), height * 0.28
    is_cut = OWN_STAND in brief.excluded  # the stems of a bunch meet at their lower ends, in whatever it stands
    soil = 0.0 if is_cut else potted(drawing, brief, pot_wide, pot_tall, is_main=False)
    for number in range(count):
        out = pot_wide * 0.3 * ((number / max(count - 1, 1)) ** 0.5 if count > 1 and not is_cut else 0)
        turn, low = number * 2.39996, soil * 0.96
        size = width * {"sunflower": 1.15, "tulip": 0.4, "rose": 0.56}.get(kind, 0.74) * (1.0 if count < 4 else 0.72)
        lean = 0.0 if count == 1 else 16.0 * (number / max(count - 1, 1))
        rise = (height - low) * (1 - 0.18 * (number % 3) / 2 * (count > 1))
        aside = out + rise / 2 * sin(radians(lean))
        at = (aside * sin(turn), low - rise / 2 * (1 - cos(radians(lean))), aside * cos(turn))
        drawing.add("flower", (size, rise, size), at, turn=(lean, degrees(turn), 0), form=kind,
            petals=12 if kind == "daisy" else 10,
                    name="flower", **petals)  # fmt: skip
