"""What opens, grates and holds: a winged corkscrew, a box grater, a clipboard."""

from math import cos, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as
from engine.archetypes.objects.choices import metal, plain, usual
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, cut, sized, spin, strut
from engine.archetypes.register import archetype


@archetype(
    "corkscrew", "object", "kitchenware",
    "corkscrew, cork screw, winged corkscrew, wing corkscrew, butterfly corkscrew, wine opener, wine bottle opener, "
    "bottle opener, cork puller, korkenzieher, flaschenöffner, tire-bouchon, sacacorchos, cavatappi",
    hints="open a bottle of wine, cork",
    about="A corkscrew: a twisted steel worm in a frame with two wings that are pressed down to draw a cork.",
    parts="wing, handle, worm, screw, frame, ring, arm, body", features="",
)  # fmt: skip
def corkscrew(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame on a ring, the worm in it, a rack with a handle above, and two wings that are half raised."""
    body = metal(brief, "body frame ring corkscrew", "steel_polished", is_main=True)
    wing, handle = same_as(brief, "wing arm", body), same_as(brief, "handle", body)
    spin(drawing, "ring", [(0.021, 0.0), (0.0215, 0.004), (0.02, 0.022), (0.019, 0.024)], body)
    for side in (-1.0, 1.0):
        drawing.add("box", (0.007, 0.078, 0.012), (side * 0.0165, 0.02, 0), radius_m=0.002, name="frame", **body)
    drawing.add("box", (0.042, 0.024, 0.018), (0, 0.092, 0), radius_m=0.005, name="body", **body)
    worm = brief.of("worm screw", "steel_polished")
    path = [
        (0.0045 * cos(turn), 0.03 + 0.0028 * turn, 0.0045 * sin(turn)) for turn in (0.8 * step for step in range(25))
    ]
    bent(drawing, [(0, 0.022, 0), *path, (0, 0.09, 0), (0, 0.098, 0)], 0.0034, worm, name="worm")
    drawing.add("rod", (0.011, 0.058, 0.011), (0, 0.112, 0), name="rack", **worm)
    for number in range(9):
        drawing.add("rod", (0.0135, 0.0024, 0.0135), (0, 0.117 + 0.0048 * number, 0), name="rack_tooth", **worm)
    loop: list[Pair] = [(-0.022, 0.168), (0.022, 0.168), (0.026, 0.176), (0.02, 0.186), (-0.02, 0.186), (-0.026, 0.176)]
    cut(drawing, "handle", loop, 0.014, handle, bevel_m=0.004)
    for side in (-1.0, 1.0):
        arm = [
            (side * 0.016, 0.1),
            (side * 0.03, 0.096),
            (side * 0.058, 0.118),
            (side * 0.075, 0.152),
            (side * 0.085, 0.168),
            (side * 0.076, 0.172),
            (side * 0.064, 0.156),
            (side * 0.048, 0.128),
            (side * 0.026, 0.112),
        ]
        cut(drawing, "wing", arm if side > 0 else arm[::-1], 0.009, wing, bevel_m=0.003)
        drawing.add("rod", (0.019, 0.009, 0.019), (side * 0.0805, 0.163, 0), turn=(90, 0, 0), name="tip", **wing)
        strut(
            drawing, "pin", (side * 0.022, 0.104, -0.011), (side * 0.022, 0.104, 0.011), 0.006, plain("steel_brushed")
        )
        drawing.add("gear", (0.024, 0.006, 0.024), (side * 0.0215, 0.101, 0), turn=(90, 0, 0), name="gear", **wing)
    sized(drawing, brief, (0.18, 0.186, 0.043))


@archetype(
    "cheese grater", "object", "kitchenware",
    "cheese grater, box grater, grater, food grater, vegetable grater, kitchen grater, hand grater, carrot grater, "
    "reibe, käsereibe, küchenreibe, vierkantreibe, râpe, râpe à fromage, rallador, rallador de queso, grattugia",
    hints="grate, shred, parmesan, kitchen",
    about="A cheese grater: a hollow box of steel with a grip on top and rows of sharp holes on its four sides.",
    parts="handle, grip, body, foot, hole, base, frame", features="",
)  # fmt: skip
def cheese_grater(drawing: Drawing, brief: Brief) -> None:
    """Draw a tapered box with holes and teeth on its sides, a soft rim below, a grip on a bow above."""
    steel = metal(brief, "body cheese grater", "steel_polished", is_main=True)
    grip = usual(
        brief,
        "handle grip accent",
        "wood" if brief.style_name in ("rustic", "japanese", "scandinavian", "victorian") else "rubber_black",
        "",
        is_main=False,
    )
    drawing.add("grater", (0.11, 0.2, 0.085), (0, 0.006, 0), name="body", **steel)
    drawing.add("frame", (0.116, 0.0888, 0.016), (0, -0.0364, 0), turn=(90, 0, 0), border_m=0.007, name="base", **grip)
    for side in (-1.0, 1.0):
        bent(
            drawing,
            [(side * 0.034, 0.2, 0), (side * 0.036, 0.225, 0), (side * 0.028, 0.246, 0), (0, 0.25, 0)],
            0.008,
            steel,
            name="bow",
        )
    strut(drawing, "handle", (-0.03, 0.249, 0), (0.03, 0.249, 0), 0.019, grip, edge=0.3)
    sized(drawing, brief, (0.116, 0.26, 0.089))


@archetype(
    "clipboard", "object", "stationery",
    "clipboard, clip board, clip-board, writing clipboard, checklist board, paper clipboard, klemmbrett, porte-bloc, "
    "tablero con clip, portapapeles, portablocco",
    hints="checklist, paper, take notes, inspector",
    about="A clipboard: a stiff board with a spring clip at its top that holds sheets of paper to write on.",
    parts="board, clip, paper, sheet, pen, line, page", features="pen, pencil=pen, paper, sheet=paper, checklist",
)  # fmt: skip
def clipboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a board that lies with sheets on it, a clip over their top and a pen if asked for."""
    board = brief.of(
        "board body clipboard",
        "plastic_black"
        if brief.style_name in ("modern", "futuristic", "cyberpunk", "industrial")
        else "leather_brown"
        if brief.style_name in ("victorian", "steampunk")
        else "wood",
        is_main=True,
    )
    steel = metal(brief, "clip", "steel_polished")
    drawing.add("plate", (0.23, 0.005, 0.32), corner_m=0.012, name="board", **board)
    top = 0.0048
    if brief.has("paper", default=True):
        sheets = brief.count("sheet", brief.count("page", 3, least=1, most=6), least=1, most=6)
        for number in range(sheets):
            turn = (0.0, (number * 37 % 5 - 2) * 0.5, 0.0)
            drawing.add(
                "box", (0.205, 0.0012, 0.285), (0, top, 0.008), turn=turn, name="paper", **brief.of("paper", "paper")
            )
            top += 0.00115
        _writing(drawing, brief, top)
    drawing.add("plate", (0.12, 0.004, 0.034), (0, top - 0.0002, -0.138), corner_m=0.004, name="clip", **steel)
    drawing.add("box", (0.1, 0.012, 0.012), (0, 0.003, -0.152), radius_m=0.004, name="clip", **steel)
    strut(drawing, "spring", (-0.056, top + 0.0075, -0.146), (0.056, top + 0.0075, -0.146), 0.01, steel)
    tongue: list[Pair] = [(-0.05, 0.0), (0.05, 0.0), (0.044, 0.026), (0.022, 0.034), (-0.022, 0.034), (-0.044, 0.026)]
    cut(drawing, "lever", tongue, 0.003, steel, at=(0, top + 0.005, -0.152))
    if brief.has("pen"):
        strut(
            drawing,
            "pen",
            (0.06, top + 0.0043, -0.02),
            (0.085, top + 0.0043, 0.11),
            0.009,
            brief.of("pen", "paint_blue"),
        )
    sized(drawing, brief, (0.23, 0.05, 0.32))


def _writing(drawing: Drawing, brief: Brief, y: float) -> None:
    """Draw a heading and lines with boxes to tick."""
    ink = plain("paint_black")
    drawing.add("box", (0.1, 0.0006, 0.007), (-0.03, y - 0.0002, -0.1), name="line", **ink)
    for number in range(10):
        z = -0.075 + 0.021 * number
        long = 0.12 + 0.03 * ((number * 7) % 3 - 1)
        drawing.add("box", (long, 0.0006, 0.0022), (-0.06 + long / 2, y - 0.0002, z), name="line", **ink)
        drawing.add(
            "frame",
            (0.009, 0.009, 0.0006),
            (-0.08, y - 0.0044, z),
            turn=(90, 0, 0),
            border_m=0.0012,
            name="tick_box",
            **ink,
        )
