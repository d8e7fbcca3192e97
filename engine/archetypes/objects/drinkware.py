"""What one drinks from and pours from: mugs, glasses, bottles, jugs, teapots."""

from domain.spec import Property
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, kin, metal, plain, tableware, trim, trimming
from engine.archetypes.objects.placing import bent, put
from engine.archetypes.register import archetype

_DRINKS = {
    "red": ("glass_tinted", "#5c0f1f"), "white": ("glass_clear", "#e8d98a"), "rose": ("glass_clear", "#e69a94"),
    "beer": ("glass_tinted", "#c98a1c"), "whiskey": ("glass_tinted", "#a45a16"), "whisky": ("glass_tinted", "#a45a16"),
    "champagne": ("glass_clear", "#e9cf7f"), "milk": ("paint_white", ""), "water": ("glass_clear", "#a9cfe0"),
    "juice": ("paint_white", "#e8912a"), "wine": ("glass_tinted", "#5c0f1f"), "cocktail": ("glass_tinted", "#d8522e"),
    "cola": ("glass_tinted", "#2c120a"), "potion": ("screen_emissive", "#3fd08a"), "tea": ("glass_tinted", "#8a4a16"),
    "lemonade": ("glass_clear", "#eedd76"), "oil": ("glass_clear", "#b3a33a"),
}  # fmt: skip


def _drink(brief: Brief, default: str = "") -> dict[str, Property]:
    """Return the content's finish as properties, by the drink that the text names."""
    name = next((word for word in _DRINKS if word in brief.words and word not in ("red", "white", "rose")), default)
    if name == "wine" and has(brief, "white"):
        name = "white"
    material, color = _DRINKS.get(name, ("", ""))
    return {"content_material": material, "content_color": color} if material else {}


@archetype(
    "mug", "object", "tableware",
    "mug, coffee mug, cup, teacup, coffee cup, tea cup, beer mug, tankard, espresso cup, beer stein, stein, "
    "cup of coffee, cup of tea, tasse, becher, taza, "
    "beaker, travel mug, demitasse, espresso mug, cappuccino cup, flagon",
    hints="drink coffee, drink tea",
    about="A mug: a cup with a handle for hot coffee, tea or cocoa, or a large one for beer.",
    parts="handle, saucer, rim", features="saucer, empty",
)  # fmt: skip
def mug(drawing: Drawing, brief: Brief) -> None:
    """Draw a mug of coffee, a cup on a saucer, or a tankard."""
    is_cup = has(brief, "teacup saucer espresso cappuccino") or ("tea" in brief.words and "cup" in brief.words)
    is_beer = has(brief, "tankard stein beer")
    natural = (0.112, 0.07, 0.086) if is_cup else (0.145, 0.15, 0.105) if is_beer else (0.118, 0.095, 0.082)
    width, height, depth = brief.box(*natural, keeps_shape=True)
    body = tableware(brief, "mug cup body") if not is_beer else brief.of("mug body", _tankard(brief), is_main=True)
    lift = 0.0
    if is_cup or brief.has("saucer"):
        lift = height * 0.03
        saucer = brief.of("saucer", body["material"]) if "saucer" in brief.part_materials else body
        drawing.add("vessel", (width * 1.36, height * 0.26, width * 1.36), form="bowl", wall=0.045, name="saucer",
                    profile=[0.36, 0, 0.4, 0.12, 0.44, 0.14, 0.5, 0.16, 0.78, 0.42, 1, 1], **saucer)  # fmt: skip
    form = "cup" if is_cup else "tankard" if is_beer else form_by(brief, {"round bulbous": "round"}, _mug_form(brief))
    properties = {"form": form, "is_empty": "empty" in brief.modifiers, **_mug_drink(brief, is_beer=is_beer)}
    properties |= trimming(brief)
    if not brief.has("handle", default=True):
        width = depth
    put(drawing, "mug", (width, height, depth), ((width - depth) / 2, lift, 0), body, properties)


def _tankard(brief: Brief) -> str:
    return {"rustic": "oak", "realistic": "ceramic_white", "steampunk": "copper"}.get(kin(brief), "steel_brushed")


def _mug_form(brief: Brief) -> str:
    forms = {"rustic": "round", "modern": "straight", "futuristic": "round", "industrial": "enamel", "art deco": "cup"}
    return forms.get(kin(brief), brief.choose("straight", "round", "straight"))


def _mug_drink(brief: Brief, *, is_beer: bool) -> dict[str, Property]:
    if is_beer:
        return {"drink_material": "paint_white", "drink_color": "#f6efd9"}
    tea: dict[str, Property] = {"drink_material": "glass_tinted", "drink_color": "#8a4a16"}
    return tea if "tea" in brief.words or "teacup" in brief.words else {}


@archetype(
    "wine glass", "object", "tableware",
    "wine glass, wineglass, goblet, chalice, champagne flute, champagne glass, martini glass, cocktail glass, "
    "drinking glass, tumbler, whiskey glass, whisky glass, brandy snifter, snifter, beer glass, pint glass, "
    "water glass, "
    "glass of wine, glass of water, glass of beer, shot glass, stemware, weinglas, copa de vino, verre à vin, "
    "flute glass, coupe glass, champagne coupe, sherry glass, juice glass, glass tumbler, rocks glass, "
    "highball glass, crystal goblet, drinking goblet",
    hints="drink wine, toast with",
    about=(
        "A drinking glass: a thin clear bowl, often on a stem and foot, for wine, champagne, cocktails, beer or "
        "water."
    ),
    parts="stem, foot, bowl, rim", features="wine, empty, ice",
)  # fmt: skip
def wine_glass(drawing: Drawing, brief: Brief) -> None:
    """Draw a drinking glass of the form that the drink asks for, with the drink where one is named."""
    form = form_by(brief, _GLASSES, "wine" if brief.style_name != "steampunk" else "goblet")
    width, height = _GLASS_SIZES[form]
    width, height, _ = brief.box(width, height, width, keeps_shape=True)
    is_cup = form == "goblet"
    body = brief.of("glass body bowl", _goblet_of(brief) if is_cup else "glass_clear", is_main=True)
    fill = 0.0 if "empty" in brief.modifiers or is_cup else _LEVELS.get(form, 0.66)
    has_bands = brief.style_name == "art deco" or (is_cup and brief.style_name == "realistic")
    bands: dict[str, Property] = {"bands": [0.9]} if has_bands else {}
    rim = brief.of("rim band", "gold", is_accent=is_cup)
    is_beaker = form in ("tumbler", "pint")
    properties: dict[str, Property] = {
        "form": form, "wall": 0.05 if is_cup else 0.035, "floor": _FLOORS.get(form, 0.06), "fill": fill,
        "bands_material": rim["material"], "bands_color": rim["color"],
        "flutes": 16 if brief.style_name == "art deco" and is_beaker else 0,
        "sides": 10 if brief.style_name == "industrial" and is_beaker else 0,
    }  # fmt: skip
    properties |= trimming(brief) if is_cup and not bands else {}
    properties |= bands | (_drink(brief, _USUAL.get(form, "wine")) if fill else {})
    put(drawing, "vessel", (width, height, width), (0, 0, 0), body, properties, name="glass")
    if form == "martini":
        _olive(drawing, width, height)


_GLASSES = {
    "champagne flute prosecco": "flute", "martini cocktail margarita": "martini", "brandy snifter cognac": "snifter",
    "goblet chalice grail": "goblet", "beer pint": "pint",
        "tumbler whiskey whisky water shot juice milk highball": "tumbler",
}  # fmt: skip
_GLASS_SIZES = {
    "wine": (0.086, 0.215), "flute": (0.062, 0.235), "martini": (0.115, 0.175), "snifter": (0.1, 0.135),
    "goblet": (0.095, 0.19), "pint": (0.088, 0.16), "tumbler": (0.082, 0.098),
}  # fmt: skip
_FLOORS = {"wine": 0.41, "flute": 0.36, "martini": 0.6, "snifter": 0.22, "goblet": 0.5, "pint": 0.06, "tumbler": 0.1}
_LEVELS = {"wine": 0.66, "flute": 0.86, "martini": 0.93, "snifter": 0.42, "pint": 0.86, "tumbler": 0.5}
_USUAL = {"flute": "champagne", "martini": "white", "snifter": "whiskey", "pint": "beer", "tumbler": "whiskey"}


def _goblet_of(brief: Brief) -> str:
    chosen = {"rustic": "silver", "industrial": "steel_brushed", "futuristic": "chrome", "steampunk": "copper"}
    return chosen.get(kin(brief), "gold")


def _olive(drawing: Drawing, width: float, height: float) -> None:
    points = [(-width * 0.2, height * 0.79, 0.0), (width * 0.53, height * 1.05, 0.0)]
    bent(drawing, points, width * 0.02, plain("steel_brushed"), name="pick", is_straight=True)
    size = width * 0.16
    drawing.add(
        "ball", (size, size, size), (0, height * 0.825, 0), name="olive", material="paint_white", color="#7d8a34"
    )


@archetype(
    "bottle", "object", "tableware",
    "bottle, wine bottle, beer bottle, water bottle, glass bottle, champagne bottle, milk bottle, whiskey bottle, "
    "bottle of wine, bottle of water, bottle of milk, bottle of beer, potion, potion bottle, flask, vial, flasche, "
    "bouteille, botella, weinflasche, rum bottle, soda bottle, "
    "thermos, thermos flask, vacuum flask, water flask, hip flask, drinking bottle, elixir, carboy, phial, "
    "medicine bottle, ink bottle, perfume vial, wine flask, growler",
    hints="drink, store liquid",
    about=(
        "A bottle: a glass or plastic vessel with a narrow neck and a cork or cap that keeps wine, beer, milk "
        "or water."
    ),
    parts="cork, cap, label, neck", features="label, cork",
)  # fmt: skip
def bottle(drawing: Drawing, brief: Brief) -> None:
    """Draw a bottle of the form that its drink asks for, with label and cork or cap."""
    form = form_by(brief, _BOTTLES, "flask" if brief.style_name == "steampunk" else "wine_bottle")
    width, height = _BOTTLE_SIZES[form]
    width, height, _ = brief.box(width, height, width, keeps_shape=True)
    material, color = _BOTTLE_GLASS.get(form, ("glass_tinted", ""))
    body = brief.of("bottle body glass", material, is_main=True)
    body = body if body["color"] or body["material"] != material else plain(material, color)
    is_clear = body["material"].startswith("glass")
    label = brief.of("label", "paper")
    at: list[str | float] = [] if form in ("milk", "flask") or "label" in brief.excluded else list(_LABELS[form])
    properties: dict[str, Property] = {
        "form": form, "wall": 0.06, "fill": 0.68 if is_clear and form in ("milk", "flask") else 0.0, "label": at,
        "label_material": label["material"], "label_color": label["color"] or _label_tint(brief),
        "sides": 8 if form == "flask" and kin(brief) in ("industrial", "futuristic") else 0,
    }  # fmt: skip
    properties |= _drink(brief, "milk" if form == "milk" else "potion")
    put(drawing, "vessel", (width, height, width), (0, 0, 0), body, properties, name="bottle")
    _stopper(drawing, brief, form, width, height)


_BOTTLES = {
    "champagne prosecco sparkling": "champagne", "beer": "beer", "milk": "milk", "soda cola lemonade": "soda",
    "potion flask vial magic poison": "flask", "water plastic": "soda", "whiskey whisky rum gin": "beer",
}  # fmt: skip
_BOTTLE_SIZES = {
    "wine_bottle": (0.076, 0.3), "champagne": (0.088, 0.31), "beer": (0.064, 0.22), "milk": (0.095, 0.22),
    "soda": (0.066, 0.235), "flask": (0.1, 0.17),
}  # fmt: skip
_BOTTLE_GLASS = {
    "wine_bottle": ("glass_tinted", "#23402a"), "champagne": ("glass_tinted", "#1d3a24"), "beer": ("glass_tinted",
        "#6a3a12"),
    "milk": ("glass_clear", ""), "soda": ("glass_clear", ""), "flask": ("glass_clear", ""),
}  # fmt: skip
_LABELS = {"wine_bottle": (0.2, 0.48), "champagne": (0.14, 0.36), "beer": (0.14, 0.44), "soda": (0.46, 0.55)}
_CORKED = ("wine_bottle", "champagne", "flask")


def _label_tint(brief: Brief) -> str:
    tints = {"art deco": "#1d1a16", "rustic": "#d8c39a", "steampunk": "#c9a86a", "futuristic": "#9fd8f0"}
    return tints.get(kin(brief), "")


def _stopper(drawing: Drawing, brief: Brief, form: str, width: float, height: float) -> None:
    """Draw a cork, a foil or a crown cap in the mouth."""
    if form == "milk" or brief.excluded & {"cork", "cap", "lid"}:
        return
    mouth = width * {"wine_bottle": 0.36, "champagne": 0.34, "beer": 0.42, "soda": 0.42, "flask": 0.36}[form]
    if form in _CORKED:
        cork = brief.of("cork stopper", "pine")
        wide = mouth * 0.93
        profile: list[str | float] = [0.82, 0, 0.88, 0.5, 1, 0.56, 1, 0.94, 0.8, 1]
        drawing.add("turning", (wide, height * 0.1, wide), (0, height * 0.94, 0), profile=profile, name="cork", **cork)
    else:
        cap = metal(brief, "cap", "steel_brushed")
        drawing.add("knob_cap", (mouth * 1.16, height * 0.04, mouth * 1.16), (0, height * 0.968, 0), ridges=21,
                    name="cap", **cap)  # fmt: skip


@archetype(
    "jug", "object", "tableware",
    "jug, pitcher, carafe, milk jug, water jug, ewer, decanter, creamer, krug, cruche, jarra, water pitcher, "
    "watering can, "
    "gravy boat, "
    "cream jug, oil can, coffee carafe",
    hints="pour water, pour milk, water plant",
    about="A jug: a vessel with a handle and a lip from which water, milk or wine is poured.",
    parts="handle, spout, rim, band", features="handle, lid",
)  # fmt: skip
def jug(drawing: Drawing, brief: Brief) -> None:
    """Draw a jug with a lip and a handle, a carafe without one, or a watering can."""
    if {"watering", "can"} <= brief.words:
        return watering_can(drawing, brief)
    form = form_by(brief, {"carafe decanter": "carafe", "pitcher water": "pitcher"},
                   {"modern": "pitcher", "minimalist": "pitcher", "industrial": "pitcher"}.get(kin(brief),
                       "jug"))  # fmt: skip
    width, height, _ = brief.box(0.13, 0.23, 0.13, keeps_shape=True)
    body = brief.of("body", "glass_clear", is_main=True) if form == "carafe" else tableware(brief, "jug pitcher body")
    drawing.add(
        "lipped_vessel",
        (width, height, width * 1.04),
        form=form,
        wall=0.06,
        name="jug",
        turn=(0, 90, 0),
        **trim(brief),
        **body,
    )
    if brief.has("handle", default=form != "carafe"):
        grip = body if "handle" not in brief.part_materials else brief.of("handle", body["material"])
        top = 0.6 if form == "jug" else 0.8
        side(drawing, width / 2, height, (0.26, 0.98), (top + 0.02, 0.87), grip, thick=width * 0.12)
    return None


def side(
    drawing: Drawing, radius: float, height: float, low: tuple[float, float], high: tuple[float, float],
    finish: Finish, *, thick: float, out: float = 0.72,
) -> None:  # fmt: skip
    """Draw a handle at −x from (height, radius) shares below to (radius, height) shares above."""
    (y0, r0), (r1, y1) = low, high
    reach = radius * (1 + out)
    points = [(-r0 * radius * 0.97, y0 * height, 0.0), (-reach * 0.93, (y0 * 0.6 + y1 * 0.4) * height, 0.0),
              (-reach, (y0 * 0.25 + y1 * 0.75) * height, 0.0), (-reach * 0.86, (y1 + 0.01) * height, 0.0),
              (-r1 * radius * 0.97, y1 * height, 0.0)]  # fmt: skip
    bent(drawing, points, thick, finish, name="handle")


def watering_can(drawing: Drawing, brief: Brief) -> None:
    """Draw a watering can with a long spout and its rose."""
    width, height, _ = brief.box(0.2, 0.22, 0.2, keeps_shape=True)
    body = metal(brief, "body can", "paint_white", is_main=True)
    body = body if body["color"] or body["material"] != "paint_white" else plain("paint_white", "#5f8f63")
    drawing.add("vessel", (width, height, width), form="cylinder", wall=0.03, bands=[0.1, 0.95], name="can",
                bands_material=body["material"], bands_color=body["color"], **body)  # fmt: skip
    r = width / 2
    path = [(r * 0.9, height * 0.16, 0.0), (r * 1.7, height * 0.5, 0.0), (r * 2.5, height * 0.98, 0.0)]
    bent(drawing, path, width * 0.13, body, kind="spout", name="spout", end=0.6)
    rose = plain("brass_polished") if brief.style_name != "minimalist" else body
    drawing.add("cone", (width * 0.3, height * 0.14, width * 0.3), (r * 2.58, height * 0.93, 0), turn=(0, 0, 135),
        top=0.34,
                name="rose", **rose)  # fmt: skip
    side(drawing, r, height, (0.2, 1.0), (0.9, 1.0), body, thick=width * 0.08, out=0.62)


@archetype(
    "teapot", "object", "tableware",
    "teapot, tea pot, tea kettle pot, coffee pot, samovar, teekanne, théière, tetera, kaffeekanne",
    hints="brew tea, serve tea",
    about="A teapot: a round pot with spout, handle and lid in which tea is brewed and from which it is poured.",
    parts="lid, spout, handle, knob, foot, band", features="lid",
)  # fmt: skip
def teapot(drawing: Drawing, brief: Brief) -> None:
    """Draw a pot with lid, knob, spout and handle; the handle is an arch over a cast-iron or Japanese pot."""
    is_asian = has(brief, "japanese cast tetsubin chinese") or brief.style_name == "rustic"
    forms = {"art deco": "facetted", "industrial": "coffee_pot", "modern": "squat", "minimalist": "moon_pot"}
    form = "coffee_pot" if has(brief, "coffee") else "squat" if is_asian else forms.get(kin(brief), "teapot")
    tall = 0.2 if form == "coffee_pot" else 0.11 if form == "squat" else 0.125
    width, height, _ = brief.box(0.15 if form != "coffee_pot" else 0.12, tall, 0.15, keeps_shape=True)
    r = width / 2
    default = "iron_black" if is_asian else "silver" if brief.style_name == "art deco" else ""
    body = brief.of("pot body teapot", default, is_main=True) if default else tableware(brief, "pot body teapot")
    shape = "squat" if form == "moon_pot" else form
    drawing.add("vessel", (width, height, width), form=shape, wall=0.06, name="pot",
                sides=12 if form == "facetted" else 0, flutes=30 if is_asian and brief.style_name == "rustic" else 0,
                flute_depth=0.03, **trim(brief), **body)  # fmt: skip
    lid = (
        brief.of("lid", body["material"])
        if {"lid"} & (brief.part_materials.keys() | brief.part_colors.keys())
        else body
    )
    mouth = r * {"teapot": 0.5, "coffee_pot": 0.6, "facetted": 0.6}.get(shape, 0.52)
    profile: list[str | float] = [0.8, 0, 1, 0.02, 1.02, 0.12, 0.9, 0.28, 0.5, 0.46, 0.16, 0.52]
    drawing.add("turning", (mouth * 2.3, height * 0.2, mouth * 2.3), (0, height * 0.965, 0), profile=profile,
        name="lid",
                **lid)  # fmt: skip
    knob = brief.of("knob", _accent(brief, body))
    drawing.add("ball", (r * 0.3, r * 0.3, r * 0.3), (0, height * 1.135, 0), name="knob", **knob)
    _pour(drawing, brief, r, height, body, is_tall=form == "coffee_pot")
    grip = brief.of("handle", _accent(brief, body)) if "handle" in brief.part_materials or is_asian else body
    if is_asian or has(brief, "arched"):
        arch = [(0.0, height * 0.84, z * r * 0.7) for z in (-1,)] + [(0.0, height * 1.3, -r * 0.86), (0.0,
            height * 1.72, 0.0),
                (0.0, height * 1.3, r * 0.86), (0.0, height * 0.84, r * 0.7)]  # fmt: skip
        bent(drawing, [(z, y, x) for x, y, z in arch], r * 0.12, grip, name="handle")
    else:
        side(
            drawing,
            r,
            height,
            (0.22, 0.86 if form != "coffee_pot" else 0.96),
            (0.74, 0.82),
            grip,
            thick=r * 0.17,
            out=0.66,
        )


def _accent(brief: Brief, body: Finish) -> str:
    wooden = {"art deco": "walnut", "modern": "oak", "minimalist": "oak", "steampunk": "brass_polished"}
    return wooden.get(kin(brief), body["material"])


def _pour(drawing: Drawing, brief: Brief, r: float, height: float, body: Finish, *, is_tall: bool) -> None:
    finish = brief.of("spout", body["material"]) if "spout" in brief.part_materials else body
    low = 0.3 if not is_tall else 0.24
    path = [(r * 0.72, height * low, 0.0), (r * 1.3, height * (low + 0.1), 0.0), (r * 1.52, height * 0.72, 0.0),
            (r * 1.9, height * 1.0, 0.0)]  # fmt: skip
    bent(drawing, path, r * 0.46, finish, kind="spout", name="spout", end=0.42)
