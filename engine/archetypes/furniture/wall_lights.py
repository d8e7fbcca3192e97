"""Lamps that a wall holds: a plate on the wall, an arm, and a shade, a candle or a box of light; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.placing import bent
from engine.archetypes.register import archetype

_BOXES = frozenset({"modern", "minimalist", "contemporary", "bauhaus", "japanese", "cyberpunk", "futuristic"})
_NECKS = frozenset({"industrial", "scandinavian", "mid century"})
_CANDLES = frozenset({"gothic", "baroque", "rustic"})
_BASE = {"realistic": "brass_polished", "minimalist": "paint_white", "futuristic": "chrome", "rustic": "iron_black"}
_GLASS = {"realistic": "paper", "victorian": "glass_frosted", "art deco": "glass_frosted", "steampunk": "glass_clear"}
_COOL = "#bfe6ff"


@archetype(
    "wall lamp", "furniture", "lighting",
    "wall lamp, wall light, wall sconce, sconce, light sconce, wall mounted lamp, wall mounted light, wandlampe, "
    "wandleuchte, applique murale, applique, lámpara de pared, swing arm wall lamp, picture light, candle sconce, "
    "bathroom light, vanity light, wall candle holder",
    hints="",
    about="A light fixed to a wall by a plate: a sconce beside a mirror, a bed or along a hallway.",
    parts="shade, plate, arm, bulb, candle",
    features="swing arm, candle",
)  # fmt: skip
def wall_lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a sconce: a shade on an arm, candles, a hanging shade on a bent neck, or a box that lights up and down."""
    said = brief.words | brief.features
    metal = brief.of("plate base frame lamp body arm", _BASE.get(brief.style_name, "metal"), is_main=True)
    lights = brief.count("arm", brief.count("candle", brief.count("shade", brief.count("bulb", 1))), least=1, most=5)
    if said & {"candle", "candlestick"} or (brief.style_name in _CANDLES and not said & {"shade"}):
        _candles(drawing, brief, metal, max(lights, 2 if brief.style_name == "baroque" else 1))
    elif brief.style_name in _NECKS or said & {"swing", "gooseneck"}:
        _necked(drawing, brief, metal, lights)
    elif brief.style_name in _BOXES and lights == 1:
        _washer(drawing, brief, metal)
    else:
        _shaded(drawing, brief, metal, lights)


def _plate(drawing: Drawing, brief: Brief, across: float, y: float, metal: Finish, *, stretch: float = 1.0) -> None:
    """Draw the plate on the wall, its middle at `y`; round, or square where the style is."""
    tall, thick = across * stretch, 0.02
    plate = brief.of("plate base", metal["material"])
    plate = plate if plate["color"] or plate["material"] != metal["material"] else metal
    if brief.style.leg in ("square", "angle", "block", "stepped", "clustered"):
        drawing.add("box", (across, tall, thick), (0, y - tall / 2, thick / 2), radius_m=0.004, name="plate",
                    held="wall", **plate)  # fmt: skip
        return
    drawing.add("disc", (across, thick, tall), (0, y - thick / 2, thick / 2), turn=(90, 0, 0), name="plate",
                edge=0.35, held="wall", **plate)  # fmt: skip
    drawing.add("dome", (across * 0.5, 0.02, tall * 0.5), (0, y - 0.01, 0.025), turn=(90, 0, 0), name="boss", **metal)


def _steps(lights: int, across: float) -> list[float]:
    """Return where the lights stand along the wall."""
    return [(number - (lights - 1) / 2) * across for number in range(lights)]


def _shaded(drawing: Drawing, brief: Brief, metal: Finish, lights: int) -> None:
    """Draw arms that swing down and up again under upright shades."""
    width, height, depth = brief.box(0.17, 0.32, 0.23, keeps_shape=True)
    shade = brief.of("shade glass", _GLASS.get(brief.style_name, "paper"), is_accent=True)
    form = brief.style.shade if brief.style.shade not in ("globe", "dome", "bell") else "empire"
    plate = 0.11 if lights == 1 else 0.15
    tall, reach, y = width * 0.86, depth - width / 2, max(height * 0.32, plate * 0.75)
    _plate(drawing, brief, plate, y, metal, stretch=1.5)
    for x in _steps(lights, width * 1.15):
        line = [(0, y, 0.015), (x * 0.4, y * 0.55, reach * 0.4), (x * 0.9, y * 0.35, reach * 0.85),
                (x, y * 0.75, reach), (x, height - tall * 0.85, reach)]  # fmt: skip
        bent(drawing, line, 0.014, metal, name="arm")
        drawing.add("disc", (0.05, 0.016, 0.05), (x, height - tall, reach), name="cup", edge=0.4, **metal)
        drawing.add("lamp_shade", (width, tall, width), (x, height - tall, reach), form=form, name="shade",
                    fitting_material=metal["material"], rims_material=metal["material"], **shade)  # fmt: skip


def _necked(drawing: Drawing, brief: Brief, metal: Finish, lights: int) -> None:
    """Draw arms that rise from the plate and bend over, each with a shade that hangs open below."""
    width, height, depth = brief.box(0.2, 0.34, 0.3, keeps_shape=True)
    shade = brief.of("shade", metal["material"], is_accent=True)
    shade = shade if shade["color"] or shade["material"] != metal["material"] else metal
    tall, reach, y = width * 0.62, depth - width / 2, height * 0.45
    form = brief.style.shade if brief.style.shade in ("cone", "bell") else "dome"
    _plate(drawing, brief, 0.11 if lights == 1 else 0.16, y, metal)
    for x in _steps(lights, width * 1.15):
        line = [(0, y, 0.015), (x * 0.3, y, reach * 0.25), (x * 0.7, height * 0.94, reach * 0.5),
                (x, height * 0.97, reach * 0.85), (x, height * 0.8, reach), (x, tall * 0.86, reach)]  # fmt: skip
        bent(drawing, line, 0.016, metal, name="arm")
        drawing.add("lamp_shade", (width, tall, width), (x, 0, reach), form=form, is_hanging=True, name="shade",
                    fitting_material=metal["material"], rims_material=metal["material"], **shade)  # fmt: skip


def _candles(drawing: Drawing, brief: Brief, metal: Finish, lights: int) -> None:
    """Draw a tall plate with arms that carry candles, each on a drip pan."""
    width, height, depth = brief.box(0.12, 0.42, 0.16, keeps_shape=True)
    wax = brief.of("candle wax", "paint_white", is_accent=True)
    wax = wax | {"color": wax["color"] or "#efe6cf"}
    reach, low = depth - 0.045, height * 0.3
    _plate(drawing, brief, width * 0.8, height * 0.55, metal, stretch=2.6)
    drawing.add("ball", (0.045, 0.05, 0.03), (0, height * 0.27, 0.02), name="drop", **metal)
    for x in _steps(lights, 0.11):
        line = [(0, height * 0.42, 0.015), (x * 0.4, low * 0.35, reach * 0.5), (x * 0.95, low * 0.4, reach * 0.95),
                (x, low + 0.01, reach)]  # fmt: skip
        bent(drawing, line, 0.013, metal, name="arm")
        drawing.add("cone", (0.04, 0.02, 0.04), (x, low + 0.018, reach), turn=(180, 0, 0), top=0.4, name="neck",
                    **metal)  # fmt: skip
        drawing.add("disc", (0.085, 0.01, 0.085), (x, low + 0.014, reach), edge=0.4, name="pan", **metal)
        drawing.add("disc", (0.03, height * 0.34, 0.03), (x, low + 0.02, reach), edge=0.2, name="candle", **wax)
        top = low + 0.02 + height * 0.34
        drawing.add("rod", (0.003, 0.02, 0.003), (x, top - 0.005, reach), name="wick", material="plastic_black")
        drawing.add("candle_flame", (0.02, 0.055, 0.02), (x, top + 0.006, reach), name="bulb",
                    material="emissive_warm")  # fmt: skip


def _washer(drawing: Drawing, brief: Brief, metal: Finish) -> None:
    """Draw a box or a tube that lights the wall upwards and downwards."""
    width, height, depth = brief.box(0.1, 0.26, 0.12, keeps_shape=True)
    shade = brief.of("shade", metal["material"], is_accent=True)
    shade = shade if shade["color"] or shade["material"] != metal["material"] else metal
    glow = brief.of("bulb glass", brief.style.glow if brief.style.ornament == "light" else "emissive_warm")
    glow = glow | {
        "color": glow["color"] or brief.style.glow_tint or (_COOL if brief.style.ornament == "light" else "")
    }
    kind = "box" if brief.style.leg in ("square", "angle", "hairpin") else "disc"
    across, z = min(width, depth - 0.02), depth - min(width, depth - 0.02) / 2
    _plate(drawing, brief, width * 0.9, height / 2, metal)
    drawing.add("box", (0.03, 0.03, z), (0, height / 2 - 0.015, z / 2), radius_m=0.002, name="arm", **metal)
    drawing.add(kind, (across, height * 0.92, across), (0, height * 0.04, z), name="shade", **shade)
    for y in (0.0, height * 0.94):
        drawing.add(kind, (across * 0.8, height * 0.06, across * 0.8), (0, y, z), name="bulb", **glow)
