"""A swimming pool in its terrace."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import wire
from engine.archetypes.register import archetype


@archetype(
    "swimming pool", "building", "landmark", "swimming pool, pool, outdoor pool, backyard pool, lap pool, garden pool, "
    "aboveground pool, paddling pool, "
    "schwimmbad, schwimmbecken, piscine, piscina, swimming bath", hints="swim, dive, summer, lanes",
    about="A swimming pool is a basin of clear water in a paved terrace with a ladder and a diving board.",
    parts="water, rim, ladder, deck, tile, board", features="diving board=board, springboard=board, board, lounger",
)  # fmt: skip
def swimming_pool(drawing: Drawing, brief: Brief) -> None:
    """Draw a paved terrace with a basin of water, its ladder, and a diving board; or a round one that stands above."""
    if brief.words & {"aboveground", "paddling", "inflatable"}:
        return _round(drawing, brief)
    width, height, depth = brief.box(9.0, 0.95, 5.6, keeps_shape=True)
    stone = brief.of("deck terrace tile", "travertine", is_accent=True)
    drawing.add("floor", (width, 0.16, depth), (0, 0, 0), pattern="tiles", unit_m=0.6, name="deck", **stone)
    rim = brief.of("rim pool", "tile_white", is_main=True)
    drawing.add(
        "pool", (width * 0.84, height - 0.14, depth * 0.76), (0, 0.15, 0), name="pool", water_color=_tint(brief), **rim
    )
    if brief.has("board", default=True):
        x = -width * 0.42
        for z in (-0.2, 0.2):
            drawing.add(
                "box", (0.5, 0.34, 0.07), (x + 0.05, 0.15, z), radius_m=0.01, name="stand", material="steel_brushed"
            )
        drawing.add(
            "box",
            (1.9, 0.05, 0.5),
            (x + 0.65, 0.48, 0),
            radius_m=0.01,
            name="board",
            **brief.of("board", "paint_white"),
        )
    return None


def _round(drawing: Drawing, brief: Brief) -> None:
    """Draw a round wall of sheet with posts and a rim, full of water, and a ladder over it."""
    is_small = "paddling" in brief.words
    width, height, _ = brief.box(*((1.6, 0.32, 1.6) if is_small else (4.6, 1.2, 4.6)), keeps_shape=True)
    wall = brief.of("wall body pool", "plastic_white", is_main=True)
    wall = wall if wall["color"] or wall["material"] != "plastic_white" else brief.finish("plastic_white", "#5f8fb5")
    rim = brief.of("rim frame post", "steel_brushed")
    drawing.add(
        "vessel", (width * 0.97, height, width * 0.97), form="cylinder", wall=0.02, fill=0.86,
        content_material="water", content_color=_tint(brief), name="pool", **wall,
    )  # fmt: skip
    drawing.add("torus", (width, height * 0.07, width), (0, height * 0.95, 0), name="rim", **rim)
    if is_small:
        return
    for number in range(12):
        turn = 2 * pi * (number + 0.5) / 12
        x, z = 0.49 * width * cos(turn), 0.49 * width * sin(turn)
        drawing.add("rod", (0.06, height * 0.97, 0.06), (x, 0, z), name="post", **rim)
    if brief.has("ladder", default=True):
        _ladder(drawing, brief, (0.0, height, width / 2))


def _ladder(drawing: Drawing, brief: Brief, at: Triple) -> None:
    """Draw steps up to a rim at a place, and the rails beside them that lean over it."""
    metal = brief.of("ladder step", "steel_brushed")
    x, top, z = at
    for side in (-0.22, 0.22):
        path = [(x + side, 0.022, z + 0.5), (x + side, top + 0.42, z + 0.06), (x + side, top + 0.38, z - 0.12),
                (x + side, top - 0.12, z - 0.14)]  # fmt: skip
        wire(drawing, "rail", path, 0.04, metal)
    for number in range(1, 5):
        up = number * top / 4.6
        out = z + 0.5 - 0.44 * up / (top + 0.42)
        drawing.add("box", (0.46, 0.03, 0.1), (x, up, out), radius_m=0.004, name="step", **metal)


def _tint(brief: Brief) -> str:
    return brief.part_colors.get("water", "")
