"""Lamps that stand, hang and branch; a hanging one ends in a rose that the ceiling holds."""

from itertools import pairwise
from math import cos, radians, sin

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import lean_leg, path_of
from engine.archetypes.register import archetype

_METALS = frozenset(
    {"brass_polished", "copper", "steel_brushed", "chrome", "iron_black", "bronze_aged", "gold", "aluminium"}
)
_SHADES = {
    "steampunk": "copper",
    "industrial": "iron_black",
    "art deco": "enamel_white",
    "rustic": "linen",
    "contemporary": "linen",
    "gothic": "leather_tan",
    "baroque": "silk",
    "victorian": "silk",
    "cyberpunk": "neon",
}
_PLAIN = frozenset({"modern", "minimalist", "futuristic", "industrial"})
_COOL = "#bfe6ff"
# What the foot of a table lamp is made of, and its form.
_FEET = {
    "modern": ("steel_brushed", "stem"), "minimalist": ("paint_white", "stem"), "futuristic": ("chrome", "stem"),
    "industrial": ("metal", "stem"), "steampunk": ("metal", "baluster"), "rustic": ("wood_weathered", "baluster"),
    "art deco": ("marble_black", "column"), "contemporary": ("marble_white", "gourd"),
    "victorian": ("brass_polished", "baluster"), "gothic": ("iron_black", "column"), "scandinavian": ("wood", "stem"),
    "mid century": ("teak", "gourd"), "bauhaus": ("chrome", "stem"), "japanese": ("bamboo", "column"),
    "baroque": ("gold_aged", "gourd"), "cyberpunk": ("gunmetal", "stem"),
}  # fmt: skip


@archetype(
    "lamp", "furniture", "lighting",
    "lamp, table lamp, desk lamp, reading lamp, bedside lamp, banker lamp, architect lamp, task lamp, study lamp, "
    "lampe, lámpara, "
    "anglepoise, gooseneck lamp, night light, nightlight, tiffany lamp, tischlampe, "
    "stained glass lamp",
    hints="light, lighting fixture, light fixture, lighting",
    about="A light with a shade on a foot that stands on a table, desk or nightstand.",
    parts="shade, stem, foot, arm, bulb",
    features="swing arm",
)  # fmt: skip
def lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a table lamp; a jointed one for a desk, a green glass one for a banker."""
    if brief.words & {"pendant", "hanging", "ceiling"}:
        pendant_lamp(drawing, brief)
    elif "chandelier" in brief.words:
        chandelier(drawing, brief)
    elif brief.words & {"floor", "standing", "tall"}:
        floor_lamp(drawing, brief)
    elif "banker" in brief.words:
        _banker(drawing, brief)
    elif brief.words & {"desk", "architect", "task", "study", "swing"}:
        (_beam if brief.style_name == "futuristic" else _jointed)(drawing, brief)
    else:
        (_halo if brief.style_name == "futuristic" else _table_lamp)(drawing, brief)


def _table_lamp(drawing: Drawing, brief: Brief) -> None:
    width, height, _ = brief.box(0.34, 0.54, 0.34, keeps_shape=True)
    usual = brief.choose("ceramic_white", "brass_polished", "terracotta")
    turned = brief.choose("gourd", "baluster", "column")
    role, form = _FEET.get(brief.style_name, (usual, turned))
    foot = brief.of("base foot stem lamp body", role, is_main=True)
    _shaded(drawing, brief, width, height, foot, form, share=0.56)


def _halo(drawing: Drawing, brief: Brief) -> None:
    """Draw an upright ring of light in a thin hoop, on a round foot."""
    width, height, _ = brief.box(0.34, 0.5, 0.34, keeps_shape=True)
    metal = brief.of("base foot stem lamp body", "chrome", is_main=True)
    light = brief.of("shade bulb", "screen_emissive", is_accent=True)
    across, low = height * 0.86, height * 0.14
    drawing.add("disc", (width * 0.62, height * 0.04, width * 0.62), name="base", edge=0.4, **metal)
    drawing.add("post", (width * 0.07, height * 0.13, width * 0.07), (0, height * 0.03, 0), name="stem", **metal)
    hoop, ring = (across, across, width * 0.09), (across * 0.97, across * 0.97, width * 0.12)
    drawing.add("lit_ring", hoop, (0, low, 0), inner=0.86, name="hoop", **metal)
    drawing.add("lit_ring", ring, (0, low + across * 0.015, 0), inner=0.9, name="shade",
                **light | {"color": light["color"] or _COOL})  # fmt: skip


def _beam(drawing: Drawing, brief: Brief) -> None:
    """Draw a desk lamp of one bent rod that carries a flat bar of light."""
    _, height, _ = brief.box(0.42, 0.5, 0.16, keeps_shape=True)
    metal = brief.of("lamp arm stem body frame", "metal", is_main=True)
    foot = brief.of("foot base", metal["material"])
    shade, k = brief.of("shade", metal["material"], is_accent=True), height / 0.5
    for thing in (foot, shade):
        thing["color"] = thing["color"] or (metal["color"] if thing["material"] == metal["material"] else "")
    light = brief.of("bulb", "screen_emissive")
    drawing.add("disc", (0.2 * k, 0.022 * k, 0.2 * k), (-0.09 * k, 0, 0), name="base", edge=0.4, **foot)
    drawing.add("post", (0.022 * k, 0.06 * k, 0.022 * k), (-0.15 * k, 0.012 * k, 0), name="socket", **metal)
    path = path_of("-1 -1 0, -1 .8 0, -.8 1 0, 1 1 0")
    drawing.add("bent_bar", (0.36 * k, 0.488 * k, 0.014 * k), (0.023 * k, 0.012 * k, 0), path=path, is_smooth=True,
                thickness_m=0.014 * k, name="arm", **metal)  # fmt: skip
    drawing.add("box", (0.26 * k, 0.014 * k, 0.06 * k), (0.08 * k, 0.474 * k, 0), radius_m=0.006 * k, name="shade",
                **shade)  # fmt: skip
    drawing.add("box", (0.24 * k, 0.01 * k, 0.045 * k), (0.08 * k, 0.466 * k, 0), radius_m=0.003 * k, name="bulb",
                **light | {"color": light["color"] or _COOL})  # fmt: skip


def _shaded(
    drawing: Drawing, brief: Brief, width: float, height: float, foot: Finish, form: str, *, share: float
) -> None:
    """Draw a turned foot under a shade."""
    shade = brief.of("shade", _SHADES.get(brief.style_name, "paper"), is_accent=True)
    if brief.style_name == "victorian" and shade["material"] == "silk":
        shade["color"] = shade["color"] or "#7d2434"
    if brief.words & {"tiffany", "stained"}:
        return _stained(drawing, brief, width, height, foot, share)
    is_globe = brief.style.shade == "globe"
    tall = width * (0.96 if is_globe else 0.62)
    overlap = tall * (0.97 if is_globe else 0.86)
    drawing.add("lamp_foot", (width * share, height - overlap, width * share), form=form, name="base", **foot)
    metal = _metal_of(foot)
    drawing.add(
        "lamp_shade", (width, tall, width), (0, height - tall, 0), form=brief.style.shade, name="shade",
        fitting_material=metal, rims_material=metal, **_glowing(brief, shade),
    )  # fmt: skip
    return None


def _stained(drawing: Drawing, brief: Brief, width: float, height: float, foot: Finish, share: float) -> None:
    """Draw a slender foot of bronze under a wide dome of stained glass."""
    wide, tall = width * 1.3, width * 0.72
    bronze = foot if brief.materials or brief.colors else Finish(material="bronze_aged", color="")
    base = (width * share, height - tall * 0.94, width * share)
    drawing.add("lamp_foot", base, form="baluster", name="base", **bronze)
    drawing.add("stained_shade", (wide, tall, wide), (0, height - tall, 0), name="shade", material="glass_coloured",
                colors=list(brief.palette("shade", "glass")), fitting_material=_metal_of(bronze))  # fmt: skip


def _metal_of(foot: Finish) -> str:
    return foot["material"] if foot["material"] in _METALS else "brass_polished"


def _glowing(brief: Brief, shade: Finish) -> Finish:
    """Return the shade's material; a globe without one of its own glows."""
    if brief.style.shade == "globe" and shade["material"] == "paper":
        return Finish(material="emissive_warm", color=shade["color"])
    return shade


def _jointed(drawing: Drawing, brief: Brief) -> None:
    """Draw a desk lamp: a heavy foot, two arms with joints and springs, a tilted bell of a shade."""
    _, height, _ = brief.box(0.42, 0.52, 0.18, keeps_shape=True)
    metal = brief.of("lamp arm stem body frame", "metal", is_main=True)
    foot = brief.of("foot base", metal["material"])
    shade = brief.of("shade", metal["material"], is_accent=True)
    k = height / 0.52
    for thing in (foot, shade):
        thing["color"] = thing["color"] or (metal["color"] if thing["material"] == metal["material"] else "")
    drawing.add("disc", (0.18 * k, 0.028 * k, 0.18 * k), (-0.1 * k, 0, 0), name="base", edge=0.3, **foot)
    joints = ((-0.1, 0.04), (-0.19, 0.27), (0.06, 0.46))
    drawing.add("post", (0.022 * k, 0.03 * k, 0.022 * k), (-0.1 * k, 0.022 * k, 0), name="socket", **metal)
    for (x0, y0), (x1, y1) in pairwise(joints):
        size = (abs(x1 - x0) * k + 0.012 * k, (y1 - y0) * k + 0.012 * k, 0.012 * k)
        path = path_of("1 -1 0, -1 1 0" if x1 < x0 else "-1 -1 0, 1 1 0")
        for z in (0.011, -0.011):
            at = ((x0 + x1) / 2 * k, (y0 - 0.006) * k, z * k)
            drawing.add("bent_bar", size, at, path=path, thickness_m=0.008 * k, name="arm", **metal)
    for x, y in joints:
        at = (x * k, (y - 0.02) * k, 0)
        drawing.add("disc", (0.03 * k, 0.04 * k, 0.03 * k), at, turn=(90, 0, 0), name="joint", edge=0.2, **metal)
    drawing.add("lamp_shade", (0.17 * k, 0.14 * k, 0.17 * k), (0.115 * k, 0.34 * k, 0), turn=(0, 0, 28), form="bell",
                is_hanging=True, name="shade", fitting_material=_metal_of(metal), rims_material=_metal_of(metal),
                **shade)  # fmt: skip


def _banker(drawing: Drawing, brief: Brief) -> None:
    """Draw a banker's lamp: a brass stem under a half round shade of green glass, a pull chain."""
    _, height, _ = brief.box(0.28, 0.38, 0.2, keeps_shape=True)
    k = height / 0.38
    brass = brief.of("base foot stem lamp body", "brass_polished", is_main=True)
    shade = brief.of("shade", "enamel_white", is_accent=True)
    tint = shade["color"] or ("#1f7a4d" if shade["material"] == "enamel_white" else "")
    foot = path_of("1 0, 1 .04, .85 .07, .35 .1, .14 .16, .1 .5, .16 .55, .1 .6, .1 1")
    drawing.add("turning", (0.19 * k, 0.3 * k, 0.19 * k), profile=foot, name="base", **brass)
    yoke = path_of("-1 -.2 0, -1 1 0, -.6 1 0, 0 -1 0, .6 1 0, 1 1 0, 1 -.2 0")
    drawing.add(
        "bent_bar",
        (0.2 * k, 0.094 * k, 0.01 * k),
        (0, 0.285 * k, 0),
        path=yoke,
        thickness_m=0.009 * k,
        name="yoke",
        **brass,
    )
    drawing.add("half_shade", (0.27 * k, 0.085 * k, 0.14 * k), (0, height - 0.085 * k, 0.012 * k), name="shade",
                material=shade["material"], color=tint)  # fmt: skip
    drawing.add(
        "rod",
        (0.02 * k, 0.2 * k, 0.02 * k),
        (0, 0.325 * k - 0.1 * k + 0.01 * k, 0.01),
        turn=(0, 0, 90),
        name="bulb",
        material="emissive_warm",
    )
    drawing.add("rod", (0.004 * k, 0.1 * k, 0.004 * k), (0.04 * k, 0.235 * k, 0.012), name="chain", **brass)
    drawing.add("ball", (0.014 * k, 0.014 * k, 0.014 * k), (0.04 * k, 0.226 * k, 0.012), name="pull", **brass)


@archetype(
    "floor lamp", "furniture", "lighting",
    "floor lamp, standing lamp, arc lamp, tripod lamp, torchiere, uplighter, standard lamp, stehlampe, "
    "reading floor lamp",
    about="A tall light that stands on the floor beside a sofa or an armchair.",
    parts="shade, stem, foot, arm, leg, bulb",
    features="tripod, arc",
)  # fmt: skip
def floor_lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a floor lamp: straight, on a tripod, in a wide arc, or throwing its light up."""
    said = brief.words | brief.features
    width, height, _ = brief.box(0.46, 1.58, 0.46, keeps_shape=True)
    foot = brief.of("base foot stem lamp body leg", "metal", is_main=True)
    if "arc" in said:
        _arc(drawing, brief, height, foot)
    elif "tripod" in said or brief.style_name in ("industrial", "scandinavian", "mid-century", "mid century"):
        _tripod(drawing, brief, width, height, foot)
    elif said & {"torchiere", "uplighter"} or brief.style_name == "art deco":
        _torchiere(drawing, brief, height, foot)
    else:
        _shaded(drawing, brief, width, height, foot, "stem", share=0.62)


def _arc(drawing: Drawing, brief: Brief, height: float, metal: Finish) -> None:
    k = height / 1.58
    stone = brief.of("foot base", "stone")
    drawing.add("disc", (0.42 * k, 0.09 * k, 0.42 * k), (-0.5 * k, 0, 0), name="base", edge=0.2, **stone)
    path = path_of("-1 -1 0, -.99 .1 0, -.8 .72 0, -.2 1 0, .5 .86 0, 1 .42 0")
    drawing.add("bent_bar", (1.05 * k, 1.78 * k, 0.024 * k), (0.015 * k, 0.055 * k, 0), path=path, is_smooth=True,
                thickness_m=0.024 * k, name="stem", **metal)  # fmt: skip
    shade = brief.of("shade", metal["material"], is_accent=True)
    drawing.add("lamp_shade", (0.36 * k, 0.22 * k, 0.36 * k), (0.52 * k, 1.145 * k, 0), form="dome", is_hanging=True,
                name="shade", fitting_material=_metal_of(metal), rims_material=_metal_of(metal), **shade)  # fmt: skip


def _tripod(drawing: Drawing, brief: Brief, width: float, height: float, body: Finish) -> None:
    tall = width * 0.6
    top = height - tall * 0.9
    legs = brief.of("leg", "wood" if CATALOGUE[body["material"]].family != "wood" else body["material"])
    metal = _metal_of(body)
    drawing.add("disc", (0.13, 0.05, 0.13), (0, top - 0.06, 0), name="tripod", edge=0.2, material=metal)
    drawing.add("post", (0.022, tall * 0.5, 0.022), (0, top - 0.02, 0), name="stem", material=metal)
    for number in range(3):
        angle = radians(90 + 120 * number)
        x, z = cos(angle), sin(angle)
        lean_leg(drawing, legs, (0.034, top - 0.02, 0.034), (x * 0.04, 0, z * 0.04), (x * 0.3, z * 0.3), style="round")
    shade = brief.of("shade", _SHADES.get(brief.style_name, "paper"), is_accent=True)
    form = brief.style.shade if brief.style.shade != "globe" else "drum"
    drawing.add("lamp_shade", (width, tall, width), (0, height - tall, 0), form=form, name="shade",
                fitting_material=metal, rims_material=metal, **shade)  # fmt: skip


def _torchiere(drawing: Drawing, brief: Brief, height: float, metal: Finish) -> None:
    k = height / 1.58
    foot = path_of("1 0, 1 .012, .9 .018, .9 .03, .75 .036, .2 .05, .1 .07, .09 .5, .14 .51, .09 .52, .08 .97, .3 1")
    drawing.add("turning", (0.34 * k, height - 0.1 * k, 0.34 * k), profile=foot, is_flowing=False, name="base", **metal)
    shade = brief.of("shade", "enamel_white", is_accent=True)
    bowl = path_of(".2 0, .55 .2, .85 .6, 1 1")
    drawing.add(
        "turning", (0.42 * k, 0.13 * k, 0.42 * k), (0, height - 0.13 * k, 0), profile=bowl, name="shade", **shade
    )
    drawing.add(
        "disc", (0.36 * k, 0.02 * k, 0.36 * k), (0, height - 0.015 * k, 0), name="light", material="emissive_warm"
    )
    drawing.add("torus", (0.2 * k, 0.014 * k, 0.2 * k), (0, height - 0.115 * k, 0), name="ring", **metal)


@archetype(
    "pendant lamp", "furniture", "lighting",
    "pendant lamp, pendant light, hanging lamp, ceiling lamp, ceiling light, pendant, hanging light, suspension lamp, "
    "hängelampe, suspension, "
    "droplight",
    about="A light that hangs from the ceiling on a cable over a table or a kitchen counter.",
    parts="shade, globe, cable, rose, bulb",
)  # fmt: skip
def pendant_lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a shade on its cable from a ceiling rose at the top, or several from one beam."""
    count = brief.count("shade", brief.count("globe", brief.count("light", 1, most=6), most=6), least=1, most=6)
    width, height, _ = brief.box(0.42, 0.95, 0.42, keeps_shape=True)
    role = {"steampunk": "copper", "rustic": "iron_black", "industrial": "iron_black"}.get(
        brief.style_name, "enamel_white"
    )
    shade = brief.of("shade globe lamp body", role, is_main=True)
    rose = brief.of("rose beam", "metal")
    wide = width if count == 1 else width * 0.7
    for number in range(count):
        _hung(drawing, brief, (number - (count - 1) / 2) * wide * 1.25, wide, height, shade)
    if count > 1:
        size = (wide * 1.25 * count, 0.04, 0.08)
        drawing.add("box", size, (0, height - 0.04, 0), name="beam", held="ceiling", **rose)
    else:
        drawing.add("disc", (0.12, 0.035, 0.12), (0, height - 0.035, 0), name="rose", edge=0.2, held="ceiling", **rose)


def _hung(drawing: Drawing, brief: Brief, x: float, width: float, height: float, shade: Finish) -> None:
    """Draw one shade and its cable."""
    form = brief.style.shade if brief.style.shade in ("bell", "globe", "cone") else "dome"
    form = next((word for word in ("globe", "cone", "drum", "bell", "dome") if word in brief.words), form)
    tall = width * (0.96 if form == "globe" else 0.56)
    drawing.add(
        "lamp_shade", (width, tall, width), (x, 0, 0), form=form, is_hanging=True, name="shade",
        turn=(180, 0, 0) if form == "globe" else (0, 0, 0), **_glowing(brief, shade),
    )  # fmt: skip
    drawing.add("rod", (0.012, height - tall * 0.9, 0.012), (x, tall * 0.88, 0), name="cable", material="rubber_black")


@archetype(
    "chandelier", "furniture", "lighting",
    "chandelier, crystal chandelier, ceiling chandelier, kronleuchter, lustre",
    about="A large branched light for many candles or bulbs that hangs in a hall or dining room.",
    parts="arm, candle, drop, chain, bulb",
    features="crystal=crystal, candle",
)  # fmt: skip
def chandelier(drawing: Drawing, brief: Brief) -> None:
    """Draw tiers of arms with candles, rings of light, or a wheel, on a chain from the ceiling."""
    width, height, _ = brief.box(0.8, 1.15, 0.8, keeps_shape=True)
    metal = brief.of(
        "chandelier frame arm body", "metal" if brief.style_name != "realistic" else "brass_polished", is_main=True
    )
    if brief.style_name in ("modern", "minimalist", "futuristic", "contemporary"):
        _rings(drawing, brief, width, height, metal)
    elif brief.style_name in ("rustic", "industrial"):
        _wheel(drawing, brief, width, height, metal)
    else:
        _tiers(drawing, brief, width, height, metal)
    drawing.add("disc", (0.16, 0.04, 0.16), (0, height - 0.04, 0), name="rose", edge=0.3, held="ceiling", **metal)


def _tiers(drawing: Drawing, brief: Brief, width: float, height: float, metal: Finish) -> None:
    body = height * 0.62
    tiers = _shared_out(brief.count("arm", brief.count("candle", 12, least=2, most=36), least=2, most=36))
    drops = brief.has("crystal", "drop", default=brief.style_name in ("realistic", "art deco", "baroque"))
    cut = brief.of("drop crystal", "glass_clear")
    stem = path_of(".1 0, .5 .03, .9 .1, .5 .17, .25 .24, .35 .34, 1 .5, .5 .62, .22 .72, .4 .84, .2 .95, .12 1")
    drawing.add("turning", (width * 0.14, body, width * 0.14), profile=stem, name="body", **metal)
    if brief.style_name == "steampunk":
        drawing.add(
            "gear",
            (width * 0.5, 0.014, width * 0.5),
            (0, body * 0.24, 0),
            teeth=36,
            spokes=6,
            **brief.of("gear", "copper"),
        )
    for (level, share), count in zip(((0.08, 1.0), (0.48, 0.58)), tiers, strict=False):
        tall = width * (0.42 if share == 1.0 else 0.3)
        drawing.add("light_arms", (width * share, tall, width * share), (0, body * level, 0), arms=count,
                    has_drops=drops, drops_material=cut["material"], drops_color=cut["color"], name="tier",
                    **metal)  # fmt: skip
    drawing.add("rod", (0.016, height - body, 0.016), (0, body - 0.02, 0), name="chain", **metal)


def _shared_out(lights: int) -> tuple[int, ...]:
    """Return how many arms each tier has: two thirds of them are on the lower one, few are on one tier."""
    upper = lights // 3
    return (lights - upper, upper) if upper >= 2 else (lights,)


def _rings(drawing: Drawing, brief: Brief, width: float, height: float, metal: Finish) -> None:
    """Draw two or three hoops of light at different heights, each on three wires."""
    rings = brief.count("ring", 2 if brief.style_name == "minimalist" else 3, least=1, most=5)
    for number in range(rings):
        across, y = width * (1 - 0.24 * number), height * 0.2 * number
        drawing.add("light_ring", (across, 0.04, across), (0, y, 0), name="ring", **metal)
        for step in range(3):
            angle = radians(120 * step + 40 * number)
            x, z = cos(angle) * (across / 2 - 0.02), sin(angle) * (across / 2 - 0.02)
            size, top = (0.006, height - y - 0.045, 0.006), (x * 0.08, y + 0.02, z * 0.08)
            lean_leg(drawing, metal, size, top, (x * 0.92, z * 0.92), style="square", name="wire")


def _wheel(drawing: Drawing, brief: Brief, width: float, height: float, metal: Finish) -> None:
    """Draw a wooden or iron wheel with candles on its rim, on four chains."""
    rim = brief.of("ring rim wheel", "wood" if brief.style_name == "rustic" else metal["material"])
    drawing.add("hoop", (width, 0.07, width), (0, 0, 0), inner=0.86, name="rim", **rim)
    for turn in (0.0, 90.0):
        drawing.add("box", (width * 0.95, 0.04, 0.05), (0, 0.015, 0), turn=(0, turn + 45, 0), name="spoke", **rim)
    drawing.add("ball", (0.12, 0.1, 0.12), (0, -0.0, 0), name="hub", **metal)
    candles = brief.count("candle", brief.count("arm", 8, most=16), least=2, most=24)
    for step in range(candles):
        angle = radians(360 * step / candles)
        x, z = cos(angle) * width * 0.465, sin(angle) * width * 0.465
        drawing.add("disc", (0.07, 0.02, 0.07), (x, 0.064, z), name="cup", **metal)
        drawing.add("bulb", (0.06, 0.12, 0.06), (x, 0.08, z), material="emissive_warm")
    for step in range(4):
        angle = radians(90 * step + 45)
        x, z = cos(angle) * width * 0.46, sin(angle) * width * 0.46
        size, top = (0.012, height - 0.09, 0.012), (x * 0.05, 0.06, z * 0.05)
        lean_leg(drawing, metal, size, top, (x * 0.95, z * 0.95), style="round", name="chain")
