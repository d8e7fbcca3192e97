"""What one eats from and with: bowls, plates, cutlery."""

from domain.spec import Property
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin, metal, plain, tableware, trim, trimming
from engine.archetypes.objects.heaps import FRUIT, heap
from engine.archetypes.objects.placing import put
from engine.archetypes.register import archetype

_BOWL = [0.42, 0.0, 0.43, 0.08, 0.46, 0.1, 0.7, 0.24, 0.9, 0.56, 1.0, 1.0]
_PLATE = [0.5, 0.0, 0.52, 0.1, 0.54, 0.16, 0.6, 0.3, 0.64, 0.52, 0.72, 0.66, 1.0, 1.0]


@archetype(
    "bowl", "object", "tableware",
    "bowl, fruit bowl, salad bowl, soup bowl, cereal bowl, mixing bowl, rice bowl, dog bowl, serving bowl, dish, "
    "bowl of fruit, bowl of soup, schüssel, schale, cuenco, fruit basket, obstschale, "
    "salad dish, punch bowl, serving dish, casserole dish, trinket dish, pet bowl, ramekin",
    hints="eat soup, eat cereal",
    about="A bowl: a round open dish, deeper than a plate, for soup, cereal, salad or fruit.",
    parts=f"rim, foot, band, fruit, stalk, {', '.join(FRUIT.split())}", features="fruit, soup, salad",
)  # fmt: skip
def bowl(drawing: Drawing, brief: Brief) -> None:
    """Draw a bowl, or a nest of them, with fruit or soup where they are asked for."""
    is_large = has(brief, f"salad fruit mixing serving {FRUIT}")
    width, height, _ = brief.box(*((0.3, 0.125, 0.3) if is_large else (0.16, 0.072, 0.16)), keeps_shape=True)
    body = tableware(brief, "bowl body") if brief.style_name != "rustic" else brief.of("bowl body", "oak", is_main=True)
    count = brief.count("bowl", 1, least=1, most=6)
    for number in range(count):
        properties: dict[str, Property] = {"profile": [*_BOWL], "wall": 0.05, **_rim(brief)}
        properties |= {} if "flutes" in properties else trimming(brief)
        if number == count - 1 and has(brief, "soup cereal rice"):
            properties |= {"fill": 0.74, "content_material": "paint_white", "content_color": _meal(brief)}
        put(drawing, "vessel", (width, height, width), (0, height * 0.22 * number, 0), body, properties, name="bowl")
    if has(brief, f"fruit {FRUIT}"):
        heap(drawing, brief, width)


def _meal(brief: Brief) -> str:
    return "#f3efe2" if has(brief, "rice cereal milk") else "#c8692a"


def _rim(brief: Brief) -> dict[str, Property]:
    """Return a metal rim where the text or the style has one, and flutes in art deco."""
    has_rim = {"rim", "band"} & (brief.part_materials.keys() | brief.part_colors.keys())
    if not has_rim and brief.style_name not in ("art deco", "steampunk", "industrial"):
        return {}
    default = {"steampunk": "brass_polished", "industrial": "iron_black"}.get(kin(brief), "gold")
    rim = brief.of("rim band", default)
    flutes: dict[str, Property] = {"flutes": 24, "flute_depth": 0.035} if brief.style_name == "art deco" else {}
    return {"bands": [0.985], "bands_material": rim["material"], "bands_color": rim["color"], **flutes}


def _edge(brief: Brief) -> dict[str, Property]:
    """Return a rim of what the style lays round turned ware."""
    own = trim(brief)
    tint = "#c8281e" if own["trim"] == "stripes" else own["trim_color"]
    return {"bands": [0.985], "bands_material": own["trim_material"], "bands_color": tint} if own["trim"] else {}


@archetype(
    "plate", "object", "tableware",
    "plate, dinner plate, dessert plate, serving plate, platter, tray, serving tray, saucer, teller, assiette, plato, "
    "set of dish, crockery, dinnerware, place setting, pizza plate, "
    "dish plate, side plate, charger plate, cake stand, cake plate, cheese board, serving board, coaster, "
    "dinner dish",
    hints="serve food",
    about="A plate: a flat round dish with a raised rim from which a meal is eaten; or a tray that carries things.",
    parts="rim, handle, foot", features="handle",
)  # fmt: skip
def plate(drawing: Drawing, brief: Brief) -> None:
    """Draw a plate or a pile of them, a tray with handles, or a place setting with cutlery."""
    if has(brief, "tray"):
        return _tray(drawing, brief)
    width, height, _ = brief.box(0.27, 0.024, 0.27, keeps_shape=True)
    body = tableware(brief, "plate body")
    count = brief.count("plate", 5 if has(brief, "stack pile") else 1, least=1, most=12)
    for number in range(count):
        properties: dict[str, Property] = {"profile": [*_PLATE], "wall": 0.03, **(_rim(brief) or _edge(brief))}
        put(drawing, "vessel", (width, height, width), (0, height * 0.5 * number, 0), body, properties, name="plate")
    if has(brief, "place setting") or brief.has("fork", "knife", "cutlery"):
        steel = metal(brief, "cutlery fork knife spoon", "silver")
        for x, form in ((-0.63, "fork"), (0.6, "knife"), (0.74, "spoon")):
            size = (0.026 * width / 0.27, 0.022 * width / 0.27, width * 0.76)
            size = (size[0], size[1] * (0.3 if form == "knife" else 1), size[2])
            drawing.add("cutlery", size, (x * width, 0, 0), turn=(0, 180, 0), form=form, name=form, **steel)
    return None


def _tray(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(0.46, 0.05, 0.32)
    body = brief.of(
        "tray body", {"steampunk": "copper", "modern": "plastic_black"}.get(kin(brief), "wood"), is_main=True
    )
    drawing.add("open_box", (width, height, depth), wall_m=0.011, corner_m=0.04, flare=0.04, name="tray", **body)
    for x in (-1, 1):
        finish = brief.of("handle", "accent")
        drawing.add("handle", (depth * 0.42, 0.02, 0.04), (x * (width / 2 + 0.012), height * 0.55, 0), turn=(0,
            x * 90.0, 0),
                    style="bow", name="handle", **finish)  # fmt: skip


@archetype(
    "fork", "object", "kitchenware",
    "fork, cutlery, silverware, flatware, dinner fork, cutlery set, gabel, fourchette, tenedor, besteck, "
    "salad fork, eating utensil, silver fork, carving fork, table fork",
    hints="eat with",
    about="A fork: an eating tool with tines on a handle; with knife and spoon it makes a set of cutlery.",
    parts="handle, tine",
)  # fmt: skip
def fork(drawing: Drawing, brief: Brief) -> None:
    """Draw a fork, or a set of cutlery side by side."""
    forms = ("fork", "knife", "spoon") if has(brief, "cutlery silverware flatware set besteck") else ("fork",)
    _lay(drawing, brief, forms)


@archetype(
    "spoon", "object", "kitchenware",
    "spoon, teaspoon, tablespoon, soup spoon, ladle, wooden spoon, löffel, cuillère, cuchara, "
    "dessert spoon, serving spoon, soup ladle, sugar spoon, eating spoon",
    hints="stir, eat soup with",
    about="A spoon: a small oval bowl on a handle with which one eats soup or stirs tea.",
    parts="handle, bowl",
)  # fmt: skip
def spoon(drawing: Drawing, brief: Brief) -> None:
    """Draw a spoon."""
    _lay(drawing, brief, ("spoon",))


def _lay(drawing: Drawing, brief: Brief, forms: tuple[str, ...]) -> None:
    _, _, length = brief.box(0.04, 0.025, 0.2, keeps_shape=True)
    steel = metal(brief, "fork spoon cutlery body", "silver", is_main=True)
    if has(brief, "wooden") and not brief.materials:
        steel = plain("oak")
    wide = {"fork": 0.026, "knife": 0.022, "spoon": 0.042}
    x = 0.0
    for form in forms:
        size = (wide[form] * length / 0.2, length * (0.016 if form == "knife" else 0.11), length)
        drawing.add("cutlery", size, (x, 0, 0), turn=(0, 180, 0), form=form, name=form, **steel)
        x += length * 0.24
