"""A swimming pool in its terrace."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "swimming pool", "building", "landmark", "swimming pool, pool, outdoor pool, backyard pool, lap pool, garden pool, "
    "schwimmbad, schwimmbecken, piscine, piscina, swimming bath", hints="swim, dive, summer, lanes",
    about="A swimming pool is a basin of clear water in a paved terrace with a ladder and a diving board.",
    parts="water, rim, ladder, deck, tile, board", features="diving board=board, springboard=board, board, lounger",
)  # fmt: skip
def swimming_pool(drawing: Drawing, brief: Brief) -> None:
    """Draw a paved terrace with a basin of water, its ladder, and a diving board."""
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


def _tint(brief: Brief) -> str:
    return brief.part_colors.get("water", "")
