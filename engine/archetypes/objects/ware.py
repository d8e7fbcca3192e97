"""Lamps, vases, mugs, plants."""

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
