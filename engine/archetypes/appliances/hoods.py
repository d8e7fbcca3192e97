"""Hoods over the cooker: on the wall as a pyramid, a slab or a pane, over an island, or under a cabinet."""

from math import cos, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, plain
from engine.archetypes.objects.shaping import Pair, cut
from engine.archetypes.register import archetype
from engine.archetypes.shells import like, shell, subs, trim

_SIZES: dict[str, Triple] = {
    "wall": (0.9, 0.86, 0.5), "island": (0.9, 0.95, 0.62), "slab": (0.9, 0.86, 0.5), "pane": (0.9, 0.86, 0.5),
    "cabinet": (0.6, 0.17, 0.5),
}  # fmt: skip
_BY_STYLE = {
    "modern": "slab", "minimalist": "slab", "japanese": "slab", "cyberpunk": "slab", "futuristic": "pane",
    "contemporary": "pane",
}  # fmt: skip
_WORDS = {
    "island ceiling": "island", "cabinet undercabinet slim visor": "cabinet", "glass pane": "pane",
    "slab flat box": "slab", "pyramid wall chimney canopy": "wall",
}  # fmt: skip


@archetype(
    "range hood", "appliance", "kitchen",
    "range hood, cooker hood, extractor hood, vent hood, exhaust hood, kitchen hood, stove hood, ventilation hood, "
    "fume hood, hood vent, oven hood, cooking hood, chimney hood, island hood, extractor fan hood, kitchen extractor, "
    "cooker extractor, dunstabzugshaube, dunsthaube, abzugshaube, hotte aspirante, hotte de cuisine, "
    "campana extractora, cappa da cucina, cappa aspirante",
    hints="steam, fumes, smell of cooking, above the stove",
    about="A range hood: a canopy with filters and a fan above the cooker that draws off steam, smoke and smells.",
    parts="chimney, canopy, filter, button, light, pane, rail, hood, duct, body",
    features="island, cabinet, under cabinet=cabinet, glass, rail, chimney, light",
)  # fmt: skip
def range_hood(drawing: Drawing, brief: Brief) -> None:
    """Draw a hood that stands on its rim: canopy, chimney, filters, keys and lights below it."""
    form = form_by(brief, _WORDS, _BY_STYLE.get(brief.style_name, "wall"))
    if "chimney" in brief.excluded:
        form = "cabinet"
    body = shell(brief, "body hood canopy chimney duct", "steel_brushed")
    width, height, depth = brief.box(*_SIZES[form])
    if form in ("wall", "island"):
        _pyramid(drawing, brief, (width, height, depth), body, is_island=form == "island")
    elif form == "cabinet":
        _under_cabinet(drawing, brief, (width, height, depth), body)
    else:
        _slab(drawing, brief, (width, height, depth), body, has_pane=form == "pane")


def _pyramid(drawing: Drawing, brief: Brief, size: Triple, body: Finish, *, is_island: bool) -> None:
    """Draw a pyramid under its chimney, a band or a rail around the rim, and lights."""
    width, height, depth = size
    drawing.add(
        "hood",
        size,
        name="hood",
        is_island=is_island,
        **subs(brief, filters="aluminium", buttons="plastic_black"),
        **body,
    )
    flue = width * 0.36
    collar = like(brief, "chimney", body)
    z = 0.0 if is_island else (flue - depth) / 2
    drawing.add("box", (flue * 1.03, height * 0.03, flue * 1.02), (0, height * 0.64, z), name="collar", **collar)
    band = trim(brief, "rail band", "chrome")
    low, tall = height * 0.062, height * 0.02
    if brief.has("rail", default=brief.style_name not in ("realistic", "bauhaus", "scandinavian")):
        drawing.add("box", (width + 0.016, tall, 0.012), (0, low, depth / 2), name="rail", **band)
        for x in (-width / 2, width / 2):
            drawing.add("box", (0.012, tall, depth), (x, low, 0), name="rail", **band)
        if is_island:
            drawing.add("box", (width + 0.016, tall, 0.012), (0, low, -depth / 2), name="rail", **band)
    _lights(drawing, brief, width, depth, height * 0.02)


def _lights(drawing: Drawing, brief: Brief, width: float, depth: float, y: float) -> None:
    if brief.has("light", default=True):
        for x in (-width * 0.36, width * 0.36):
            drawing.add(
                "disc", (0.06, 0.03, 0.06), (x, y, depth * 0.36), name="light", **brief.of("light", "emissive_warm")
            )


def _slab(drawing: Drawing, brief: Brief, size: Triple, body: Finish, *, has_pane: bool) -> None:
    """Draw a flat canopy, or an arched pane over a narrow one, with a square chimney at the wall."""
    width, height, depth = size
    wide, thick = (width * 0.62, 0.07) if has_pane else (width, 0.06)
    deep = depth * (0.84 if has_pane else 1.0)
    drawing.add(
        "box",
        (wide, thick, deep),
        (0, 0.005, (deep - depth) / 2),
        radius_m=0.004,
        name="canopy",
        **like(brief, "canopy", body),
    )
    if has_pane:
        arc = [
            (width / 2 * sin(turn) / sin(0.5), thick - 0.012 + 0.1 * (cos(turn) - cos(0.5)) / (1 - cos(0.5)) - 0.05)
            for turn in (0.5 * step / 8 for step in range(-8, 9))
        ]
        outline: list[Pair] = [*arc, *((x, y + 0.009) for x, y in reversed(arc))]
        cut(drawing, "pane", outline, depth, brief.of("pane glass", "glass_clear"), bevel_m=0.001)
    flue, z = (min(0.3, width * 0.4), min(0.27, depth * 0.6)), (min(0.27, depth * 0.6) - depth) / 2
    chimney = like(brief, "chimney duct", body)
    drawing.add(
        "box", (flue[0], height * 0.56, flue[1]), (0, thick - 0.01, z), radius_m=0.003, name="chimney", **chimney
    )
    drawing.add(
        "box",
        (flue[0] * 0.95, height * 0.5 - thick, flue[1] * 0.95),
        (0, height * 0.5 + thick, z + flue[1] * -0.02),
        radius_m=0.003,
        name="chimney",
        **chimney,
    )
    for x in (-wide * 0.22, wide * 0.22):
        drawing.add(
            "box",
            (wide * 0.38, 0.012, deep * 0.6),
            (x, 0, (deep - depth) / 2 - deep * 0.08),
            radius_m=0.002,
            name="filter",
            **brief.of("filter", "aluminium"),
        )
    _keys(drawing, brief, thick * 0.5, deep - depth / 2)


def _keys(drawing: Drawing, brief: Brief, y: float, z: float) -> None:
    """Draw a row of keys on the front, the middle one lit."""
    for number in range(-2, 3):
        glow = plain("screen_emissive") if number == 0 else brief.of("button", "plastic_black")
        drawing.add("box", (0.022, 0.012, 0.008), (number * 0.036, y - 0.006, z), radius_m=0.002, name="button", **glow)


def _under_cabinet(drawing: Drawing, brief: Brief, size: Triple, body: Finish) -> None:
    """Draw a flat box with a sloping front, filters and keys."""
    width, height, depth = size
    half = depth / 2
    side: list[Pair] = [(-half, 0.005), (half, 0.005), (half, height * 0.34), (half * 0.35, height), (-half, height)]
    cut(drawing, "canopy", side, width, body, is_side=True, bevel_m=0.004)
    for x in (-width * 0.22, width * 0.22):
        drawing.add(
            "box",
            (width * 0.38, 0.012, depth * 0.6),
            (x, 0, -depth * 0.06),
            radius_m=0.002,
            name="filter",
            **brief.of("filter", "aluminium"),
        )
    _keys(drawing, brief, height * 0.17, half)
