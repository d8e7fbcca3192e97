"""Lamps, vases, mugs, plants."""

from math import atan2, cos, degrees, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "lamp", "furniture", "lighting",
    "lamp, table lamp, floor lamp, desk lamp, reading lamp, light, pendant lamp, pendant light, hanging lamp, "
    "ceiling lamp, standing lamp, bedside lamp, lantern, chandelier, ceiling light, lighting fixture",
)  # fmt: skip
def lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a table lamp, a floor lamp or a hanging lamp."""
    if brief.words & {"pendant", "hanging", "chandelier", "ceiling"}:
        return _pendant(drawing, brief)
    is_floor = bool(brief.words & {"floor", "standing", "tall"})
    natural = (0.46, 1.58, 0.46) if is_floor else (0.34, 0.54, 0.34)
    width, height, _ = brief.box(*natural, keeps_shape=True)
    foot = brief.of(
        "base foot stem lamp body",
        "metal"
        if is_floor or brief.style_name in ("industrial", "steampunk")
        else brief.choose("ceramic_white", "brass_polished", "terracotta"),
        is_main=True,
    )
    shade = brief.of(
        "shade",
        {"steampunk": "copper", "industrial": "iron_black", "art deco": "enamel_white"}.get(brief.style_name, "paper"),
        is_accent=True,
    )
    tall = width * (0.62 if brief.style.shade != "globe" else 0.96)
    base = width * (0.62 if is_floor else 0.56)
    overlap = tall * 0.86 if brief.style.shade != "globe" else tall * 0.97
    form = (
        "stem"
        if is_floor or brief.style_name in ("modern", "minimalist", "futuristic", "industrial")
        else brief.choose("gourd", "baluster", "column")
    )
    drawing.add("lamp_foot", (base, height - overlap, base), form=form, name="base", **foot)
    drawing.add(
        "lamp_shade",
        (width, tall, width),
        (0, height - tall, 0),
        form=brief.style.shade,
        name="shade",
        fitting_material=_metal_of(foot),
        rims_material=_metal_of(foot),
        **_glowing(brief, shade),
    )
    return None


def _metal_of(foot: Finish) -> str:
    return (
        foot["material"]
        if foot["material"]
        in ("brass_polished", "copper", "steel_brushed", "chrome", "iron_black", "bronze_aged", "gold")
        else "brass_polished"
    )


def _glowing(brief: Brief, shade: Finish) -> Finish:
    """Return the shade's material; a globe without one of its own glows."""
    if brief.style.shade == "globe" and shade["material"] == "paper":
        return Finish(material="emissive_warm", color=shade["color"])
    return shade


def _pendant(drawing: Drawing, brief: Brief) -> None:
    """Draw a hanging lamp on its cable from a ceiling rose; the rose is at the top."""
    width, height, _ = brief.box(0.42, 0.95, 0.42, keeps_shape=True)
    shade = brief.of(
        "shade lamp body",
        {"steampunk": "copper", "rustic": "iron_black"}.get(brief.style_name, "enamel_white"),
        is_main=True,
    )
    tall = width * (0.56 if brief.style.shade != "globe" else 0.96)
    form = brief.style.shade if brief.style.shade in ("bell", "globe") else "dome"
    drawing.add(
        "lamp_shade",
        (width, tall, width),
        (0, 0, 0),
        form=form,
        is_hanging=True,
        name="shade",
        turn=(180, 0, 0) if form == "globe" else (0, 0, 0),
        **_glowing(brief, shade),
    )
    drawing.add("rod", (0.012, height - tall * 0.9, 0.012), (0, tall * 0.88, 0), name="cable", material="rubber_black")
    drawing.add("disc", (0.12, 0.035, 0.12), (0, height - 0.035, 0), name="rose", edge=0.2, **brief.of("rose", "metal"))


@archetype(
    "vase", "object", "decor",
    "vase, urn, bowl, flower vase, pot, jar, amphora, goblet, chalice, trophy, jug, pitcher, vessel for "
    "flower, vessel for plant, porcelain vessel, ceramic vessel, fruit bowl, bottle, carafe",
)  # fmt: skip
def vase(drawing: Drawing, brief: Brief) -> None:
    """Draw a vase, with flowers if they are asked for."""
    is_bowl = bool(brief.words & {"bowl", "dish"})
    width, height, _ = brief.box(*((0.26, 0.12, 0.26) if is_bowl else (0.19, 0.34, 0.19)), keeps_shape=True)
    form = {
        "art deco": "urn",
        "minimalist": "cylinder",
        "modern": "bottle",
        "futuristic": "moon",
        "rustic": "pot",
        "steampunk": "urn",
    }.get(brief.style_name, brief.choose("classic", "tulip", "moon", "bottle"))
    has_flowers = brief.has("flower", "flowers", "bouquet", "tulip", "rose")
    form = "tulip" if has_flowers else form
    form = "bowl" if is_bowl else ("goblet" if brief.words & {"goblet", "chalice", "trophy", "cup"} else form)
    material = brief.of(
        "vase body bowl",
        {"steampunk": "bronze_aged", "rustic": "terracotta", "art deco": "marble_black"}.get(
            brief.style_name, "ceramic_white"
        ),
        is_main=True,
    )
    bands: list[str | float] = (
        [0.16, 0.84]
        if brief.has("band", "gilded", "gold", default=brief.style_name in ("art deco", "steampunk")) and not is_bowl
        else []
    )
    has_rim = bool({"rim", "band"} & (brief.part_materials.keys() | brief.part_colors.keys())) and not is_bowl
    if has_rim and not bands:
        bands = [0.94] if "rim" in brief.part_materials or "rim" in brief.part_colors else [0.84]
    ring = brief.of("rim band", "gold") if has_rim else Finish(material="gold", color="")
    drawing.add(
        "vessel",
        (width, height, width),
        form=form,
        bands_material=ring["material"],
        bands_color=ring["color"],
        flutes=brief.count(
            "flute",
            24 if brief.style_name in ("art deco", "contemporary") or "fluted" in brief.features else 0,
            most=48,
        ),
        handles=2 if brief.has("handle") else 0,
        bands=bands,
        wall=0.07,
        name="vase" if not is_bowl else "bowl",
        **material,
    )
    if has_flowers:
        _flowers(drawing, brief, width, height)


def _flowers(drawing: Drawing, brief: Brief, width: float, height: float) -> None:
    """Draw flowers whose stems meet on the vase's floor and lean out through its neck."""
    petals = brief.of("flower petal", "paint_red")
    count = brief.count("flower", 5, least=1, most=12)
    widest = degrees(atan2(0.24 * width, height))
    for number in range(count):
        lean, turn = widest * (0.35 + 0.65 * ((number * 3) % count) / count), number * 360.0 / count
        tall = height * brief.vary(1.35, 1.7)
        out = tall / 2 * sin(radians(lean))
        at = (out * sin(radians(turn)), height * 0.012 - tall / 2 * (1 - cos(radians(lean))), out * cos(radians(turn)))
        size = (width * 0.62, tall, width * 0.62)
        drawing.add("flower", size, at, turn=(lean, turn, 0), petals=8 + number % 3, **petals)


@archetype(
    "mug", "object", "tableware",
    "mug, coffee mug, cup, teacup, coffee cup, tea cup, beer mug, tankard, espresso cup",
)  # fmt: skip
def mug(drawing: Drawing, brief: Brief) -> None:
    """Draw a mug of coffee, on a saucer if it is a tea or coffee cup."""
    width, height, depth = brief.box(0.118, 0.095, 0.082, keeps_shape=True)
    material = brief.of(
        "mug cup body",
        {"rustic": "terracotta", "industrial": "enamel_white", "steampunk": "copper"}.get(
            brief.style_name, "ceramic_white"
        ),
        is_main=True,
    )
    lift = 0.0
    if brief.has("saucer", default=bool(brief.words & {"teacup", "saucer", "espresso", "cappuccino"})):
        lift = height * 0.05
        drawing.add(
            "vessel",
            (width * 1.3, height * 0.2, width * 1.3),
            (-(width - depth) / 2 * 0, 0, 0),
            form="bowl",
            wall=0.08,
            name="saucer",
            **material,
        )
    drawing.add(
        "mug",
        (width, height, depth),
        ((width - depth) / 2, lift, 0),
        bulge=brief.vary(-0.04, 0.1),
        is_empty="empty" in brief.modifiers,
        **material,
    )


@archetype(
    "plant", "object", "plant",
    "plant, potted plant, house plant, houseplant, tree, succulent, fern, palm, flower pot, bonsai, aloe, "
    "cactus, potted tree, monstera, shrub",
)  # fmt: skip
def plant(drawing: Drawing, brief: Brief) -> None:
    """Draw a plant in its pot, or a tree that stands in the ground."""
    if brief.words & {"tree", "oak", "forest"} and not brief.words & {"potted", "bonsai", "pot"}:
        width, height, depth = brief.box(4.2, 5.6, 4.2, keeps_shape=True)
        drawing.add(
            "tree",
            (width, height, depth),
            seed=int(brief.random.integers(1000)),
            material="walnut",
            crown_material="leaf_green",
        )
        return
    width, height, _ = brief.box(0.5, 0.78, 0.5, keeps_shape=True)
    pot = brief.of(
        "pot planter",
        {"modern": "concrete", "minimalist": "ceramic_white", "steampunk": "copper", "industrial": "concrete"}.get(
            brief.style_name, "terracotta"
        ),
        is_main=True,
    )
    pot_w, pot_h = width * 0.52, height * 0.34
    drawing.add(
        "vessel",
        (pot_w, pot_h, pot_w),
        form="pot" if brief.style_name not in ("minimalist", "modern") else "cylinder",
        wall=0.08,
        name="pot",
        **pot,
    )
    drawing.add(
        "soil_disc", (pot_w * 0.82, pot_h * 0.2, pot_w * 0.82), (0, pot_h * 0.72, 0), name="soil", material="soil"
    )
    form = (
        "rosette"
        if brief.words & {"succulent", "aloe", "agave", "fern", "palm"}
        else brief.choose("stalked", "stalked", "rosette")
    )
    drawing.add(
        "foliage",
        (width, height - pot_h * 0.72, width),
        (0, pot_h * 0.72, 0),
        form=form,
        leaves=18 if form == "stalked" else 24,
        seed=int(brief.random.integers(1000)),
        **brief.of("leaf foliage", "leaf_green"),
    )
