"""Cheese, sushi, chips and popcorn."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, plain, usual
from engine.archetypes.objects.laying import around, serve
from engine.archetypes.objects.shaping import blend, limb, sized, strut
from engine.archetypes.register import archetype

_RED, _GREEN, _YOLK = "#b3261e", "#6f9a3a", "#f2b632"


@archetype(
    "cheese", "object", "food",
    "cheese, cheese wheel, wheel of cheese, swiss cheese, cheese wedge, piece of cheese, slice of cheese, gouda, "
    "cheddar, brie, camembert, parmesan, emmental, käse, fromage, queso",
    about="A wedge of cheese with holes, or a whole wheel of it, on a board.", parts="rind, board, hole, knife",
)  # fmt: skip
def cheese(drawing: Drawing, brief: Brief) -> None:
    """Draw a wedge with holes beside smaller pieces, or a wheel from which a wedge is cut."""
    y = serve(drawing, brief, 0.15, is_board=True) - 0.0005
    body = usual(brief, "cheese", "paint_white", brief.choose("#f2c544", "#eebb3c", "#f4d16a"))
    if has(brief, "wheel brie camembert gouda"):
        rind = usual(brief, "rind", "paint_white", "#b8301f" if has(brief, "gouda") else "#efe6d0", is_main=False)
        drawing.add("post", (0.21, 0.07, 0.21), (-0.01, y, -0.02), edge=0.2, name="wheel", **rind)
        drawing.add(
            "wedge_slice", (0.075, 0.064, 0.1), (0.055, y, 0.06), turn=(0.0, 35.0, 0.0), hollows=0, name="wedge", **body
        )
    else:
        drawing.add("wedge_slice", (0.13, 0.075, 0.19), (-0.01, y, -0.005), hollows=22, seed=4, name="wedge", **body)
        drawing.add(
            "box", (0.024, 0.022, 0.024), (0.1, y, 0.04), turn=(0.0, 25.0, 0.0), radius_m=0.002, name="cube", **body
        )
        drawing.add(
            "box", (0.022, 0.02, 0.022), (0.08, y, 0.08), turn=(0.0, 60.0, 0.0), radius_m=0.002, name="cube", **body
        )
    sized(drawing, brief, (0.3, 0.1, 0.3))


@archetype(
    "sushi", "object", "food", "sushi, maki, nigiri, sushi roll, sushi set, onigiri, sashimi, sushi platter",
    about="Rolls of rice and fish, with chopsticks on a board.", parts="rice, fish, salmon, nori, chopstick, board",
)  # fmt: skip
def sushi(drawing: Drawing, brief: Brief) -> None:
    """Draw maki and nigiri on a footed board with chopsticks."""
    board = brief.of(
        "board plate", {"realistic": "slate", "modern": "slate"}.get(brief.style_name, "wood"), is_main=True
    )
    drawing.add("box", (0.27, 0.012, 0.15), (0, 0.015, 0), radius_m=0.003, name="board", **board)
    for x in (-0.09, 0.09):
        drawing.add("box", (0.02, 0.0155, 0.13), (x, 0, 0), radius_m=0.003, name="foot", **board)
    rice, nori = usual(brief, "rice", "ceramic_white", "#f6f3ea", is_main=False), plain("paint_white", "#1f2a22")
    for number in range(4):
        x = -0.095 + 0.04 * number
        drawing.add("post", (0.034, 0.026, 0.034), (x, 0.0265, 0.032), edge=0.06, name="nori", **nori)
        drawing.add("disc", (0.0305, 0.002, 0.0305), (x, 0.0515, 0.032), name="rice", **rice)
        drawing.add(
            "disc",
            (0.013, 0.003, 0.013),
            (x, 0.052, 0.032),
            name="filling",
            **plain("paint_white", ("#f08a5a", _GREEN)[number % 2]),
        )
    for number in range(3):
        x = -0.085 + 0.055 * number
        blend(
            drawing, "rice", [limb((x, 0.038, -0.048), 0.0145, (x, 0.038, -0.012), 0.0145)], rice, soft=0.003, sole=0.1
        )
        fish = usual(brief, "fish salmon", "paint_white", ("#f4895a", "#e8a9a0", "#f4895a")[number], is_main=False)
        blend(
            drawing,
            "fish",
            [limb((x, 0.0485, -0.056), 0.016, (x, 0.0485, -0.004), 0.016, (1.0, 0.5, 1.0))],
            fish,
            soft=0.003,
        )
    for z in (0.0, 0.012):
        strut(
            drawing,
            "chopstick",
            (0.09 + z, 0.0305, -0.1),
            (0.105 + z * 1.2, 0.0305, 0.12),
            0.0075,
            brief.of("chopstick", "lacquer_red"),
        )
    sized(drawing, brief, (0.27, 0.06, 0.22))


@archetype(
    "french fries", "object", "food", "french fry, french fries, fries, chips, potato chip, pommes frites, "
    "popcorn, patatas fritas",
    about="Fried sticks of potato in a paper box; or popcorn in a striped one.", parts="box, fry, carton, stripe",
)  # fmt: skip
def french_fries(drawing: Drawing, brief: Brief) -> None:
    """Draw fries in a carton, or popcorn in a striped bucket."""
    carton = usual(brief, "box carton", "paint_white", "#c9271e")
    if has(brief, "popcorn"):
        drawing.add("vessel", (0.13, 0.17, 0.13), wall=0.03, profile=[0.74, 0.0, 0.76, 0.01, 0.99, 0.98, 1.0, 1.0],
            name="box", flutes=18, flute_depth=0.04,
                    label=[0.36, 0.7], fill=0.9, content_material="paint_white", content_color="#f4e4b2",
                        **carton)  # fmt: skip
        for count, reach, y in ((9, 0.044, 0.145), (6, 0.028, 0.158), (3, 0.013, 0.17)):
            for x, z, turn in around(count, reach, first=reach * 50):
                drawing.add(
                    "grown",
                    (0.034, 0.03, 0.034),
                    (x, y, z),
                    ribs=5,
                    rib_depth=0.3,
                    turn=(20.0, turn * 57, 10.0),
                    name="corn",
                    **plain("paint_white", "#f7eccb"),
                )
        return sized(drawing, brief, (0.13, 0.2, 0.13))
    drawing.add("open_box", (0.1, 0.085, 0.05), wall_m=0.002, corner_m=0.012, flare=0.25, name="box", **carton)
    drawing.add("cut_shape", (0.1, 0.13, 0.0025), (0, 0.0, -0.0236), turn=(-3.5, 0.0, 0.0), name="back", **carton,
                outline=[-0.75, 0.0, 0.75, 0.0, 1.0, 0.75, 0.6, 0.94, 0.0, 1.0, -0.6, 0.94, -1.0, 0.75])  # fmt: skip
    gold = usual(brief, "fry", "paint_white", "#f0c14e", is_main=False)
    for number in range(21):
        x, z = (number % 7 - 3) * 0.0115, (number // 7 - 1) * 0.012
        tall = 0.1 + 0.035 * abs(((number * 0.618) % 1.0) - 0.2)
        drawing.add(
            "box",
            (0.0095, tall, 0.0095),
            (x * 1.05, 0.0015, z),
            turn=(0.0, 11.0 * number, -x * 180),
            radius_m=0.001,
            name="fry",
            **gold,
        )
    return sized(drawing, brief, (0.1, 0.14, 0.055))
