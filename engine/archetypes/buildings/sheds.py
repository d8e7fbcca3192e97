"""Small buildings that stand by themselves, without a lawn: a garden shed, a Japanese tea house; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import cut
from engine.archetypes.register import archetype
from engine.parts.repeats import many


@archetype(
    "shed", "building", "landmark", "shed, garden shed, tool shed, potting shed, wooden shed, storage shed, bike shed, "
    "beach hut, beach cabin, bathing hut, "
    "gartenhäuschen, geräteschuppen, schuppen, abri de jardin, cobertizo", hints="keep tools, lawn mower",
    about="A shed is a small wooden hut in a garden for tools and bicycles.",
    parts="wall, roof, door, window, board, hinge, base", features="window",
)  # fmt: skip
def shed(drawing: Drawing, brief: Brief) -> None:
    """Draw boarded walls under a low gable roof, a boarded door with hinges, and a window; no ground."""
    width, height, depth = brief.box(2.6, 2.35, 1.9)
    wood = brief.of("wall body shed board", {"realistic": "pine"}.get(brief.style_name, "wood"), is_main=True)
    felt = brief.of("roof", {"realistic": "slate", "rustic": "cedar"}.get(brief.style_name,
        brief.style.roof or "slate"),
                    is_accent=True)  # fmt: skip
    over, thick = min(0.12, 0.05 * width), 0.05
    w, d = width - 2 * over, depth - 2 * over
    eave, ridge = height * 0.8, height - thick
    drawing.add(
        "box", (w + 0.02, 0.08, d + 0.02), (0, 0, 0), radius_m=0.005, name="base", **brief.of("base", "wood_weathered")
    )
    cut(drawing, "walls", [(-w / 2, 0.07), (w / 2, 0.07), (w / 2, eave), (0, ridge), (-w / 2, eave)], d, wood,
        bevel_m=0.004)  # fmt: skip
    boards = many(w / 0.18, least=6)
    for number in range(boards + 1):
        x = w * (number / boards - 0.5)
        top = eave + (ridge - eave) * (1 - abs(x) / (w / 2)) - 0.02
        drawing.add("box", (0.03, top - 0.08, d + 0.024), (x, 0.075, 0), radius_m=0.004, name="batten", **wood)
    for side in (-1.0, 1.0):
        slope = [
            (0.0, ridge),
            (side * width / 2, ridge - (ridge - eave) * width / w),
        ]
        outline = [*slope, (slope[1][0], slope[1][1] + thick), (0.0, ridge + thick)]
        cut(drawing, "roof", outline if side > 0 else outline[::-1], depth, felt, bevel_m=0.004)
    _front(drawing, brief, w, d, eave)


def _front(drawing: Drawing, brief: Brief, w: float, d: float, eave: float) -> None:
    """Draw the door with its hinges and handle, and the window beside it."""
    door = brief.of("door", "wood_weathered" if brief.style_name in ("realistic", "rustic") else "wood")
    iron, z = brief.of("hinge handle", "iron_black"), d / 2 + 0.02
    wide, tall = min(0.8, w * 0.36), eave * 0.93
    x = -w * 0.2
    drawing.add("box", (wide, tall - 0.09, 0.05), (x, 0.09, z), radius_m=0.006, name="door", **door)
    for y in (0.25, 0.75):
        drawing.add(
            "box",
            (wide * 0.55, 0.04, 0.016),
            (x - wide * 0.22, tall * y, z + 0.028),
            radius_m=0.003,
            name="hinge",
            **iron,
        )
    drawing.add(
        "box", (0.025, 0.14, 0.03), (x + wide * 0.38, tall * 0.5, z + 0.03), radius_m=0.006, name="handle", **iron
    )
    if brief.has("window", default=True):
        size = min(0.6, w * 0.26)
        drawing.add(
            "window", (size, size, 0.08), (w * 0.26, eave * 0.45, z), name="window", **brief.of("window", "paint_white")
        )


@archetype(
    "tea house", "building", "landmark", "japanese tea house, tea house, teahouse, tea pavilion, chashitsu, "
    "japanese house, "
    "teehaus, maison de thé, casa de té", hints="tea ceremony, tatami, zen garden",
    about="A Japanese tea house is a small wooden house on posts with paper screens and a wide roof.",
    parts="roof, post, screen, deck, step, wall, railing", features="",
)  # fmt: skip
def tea_house(drawing: Drawing, brief: Brief) -> None:
    """Draw a raised deck with posts, walls of paper screens, and a wide hipped roof in two tiers."""
    width, height, depth = brief.box(6.0, 4.4, 4.8, keeps_shape=True)
    wood = brief.of("post body frame tea house", {"realistic": "oak_dark"}.get(brief.style_name, "wood"), is_main=True)
    roof = brief.of(
        "roof",
        {"realistic": "slate", "rustic": "thatch"}.get(brief.style_name, brief.style.roof or "slate"),
        is_accent=True,
    )
    w, d, floor, top = width * 0.8, depth * 0.8, 0.5, height * 0.58
    for x in (-0.48, -0.16, 0.16, 0.48):
        for z in (-0.48, 0.48):
            drawing.add(
                "box",
                (0.22, floor, 0.22),
                (x * w, 0, z * d),
                radius_m=0.02,
                name="stone",
                **brief.of("stone", "granite"),
            )
            drawing.add(
                "box",
                (0.14, top - floor + 0.05, 0.14),
                (x * w * 0.96, floor - 0.05, z * d * 0.94),
                radius_m=0.008,
                name="post",
                **wood,
            )
    drawing.add(
        "box",
        (w + 0.5, 0.14, d + 0.5),
        (0, floor - 0.12, 0),
        radius_m=0.01,
        name="deck",
        **brief.of("deck floor", "cedar"),
    )
    _screens(drawing, brief, w * 0.92, d * 0.9, floor, top, wood)
    drawing.add(
        "roof", (width, height * 0.3, depth), (0, top - 0.02, 0), form="pagoda", covering="tiles", name="roof", **roof
    )
    drawing.add(
        "box", (w * 0.42, height * 0.12, d * 0.36), (0, top + height * 0.2, 0), radius_m=0.01, name="attic", **wood
    )
    drawing.add("roof", (w * 0.72, height * 0.16, d * 0.66), (0, height * 0.84 + top - height * 0.58, 0), form="pagoda",
                covering="tiles", name="roof", **roof)  # fmt: skip
    drawing.add(
        "steps", (1.3, floor, 0.7), (0, 0, d / 2 + 0.25 + 0.33), count=2, name="step", **brief.of("step", "granite")
    )


def _screens(
    drawing: Drawing, brief: Brief, w: float, d: float, floor: float, top: float, wood: Finish
) -> None:  # fmt: skip
    """Draw walls of paper in wooden lattice."""
    finish, paper = wood, brief.of("screen wall", "paper")
    tall = top - floor
    drawing.add("box", (w, tall, d), (0, floor, 0), name="screen", **paper)
    for side in (-1, 1):
        for number in range(13):
            drawing.add(
                "box", (0.035, tall, 0.03), (w * (number / 12 - 0.5), floor, side * d / 2), name="bar", **finish
            )
        for number in range(9):
            drawing.add("box", (0.03, tall, 0.035), (side * w / 2, floor, d * (number / 8 - 0.5)), name="bar", **finish)
    for row in range(5):
        y = floor + (tall - 0.035) * row / 4
        drawing.add("box", (w + 0.03, 0.035, d + 0.03), (0, y, 0), name="rail", **finish)
