"""What lies on a desk: pencil, pen, ruler, stapler, scissors, envelope, paint brush, palette, tape measure, magnet."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, toned, usual
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import cut, sized, strut, wire
from engine.archetypes.register import archetype

_STRIPES = ("#d8342a", "#e88a22", "#f2c52e", "#3f9a4a", "#2f6fb8", "#6a3f9a")


@archetype(
    "pencil", "object", "stationery",
    "pencil, colored pencil, coloured pencil, crayon, lead pencil, bleistift, crayon à papier, lápiz, pencil set, "
    "marker, felt tip pen, highlighter",
    hints="sketch with", about="A pencil of wood with a lead, an eraser and a sharpened point.", parts="tip, eraser, "
        "ferrule, lead, barrel, shaft, cap",
)  # fmt: skip
def pencil(drawing: Drawing, brief: Brief) -> None:
    """Draw a hexagonal pencil that lies, with its sharpened point, "
    "ferrule and eraser; a row of coloured ones for a set."""
    many = has(brief, "set colored coloured") and not brief.colors
    for number in range(6 if many else 1):
        tint = _STRIPES[number] if many else ""
        body = (
            Finish(material="paint_white", color=tint)
            if tint
            else toned(brief, "barrel shaft pencil", "paint_white", "#f0b429")
        )
        x, y = (number - 2.5) * 0.0115 if many else 0.0, 0.0045
        wood, lead = brief.of("tip", "maple"), Finish(material="paint_white", color=tint or "#2b2b2e")
        drawing.add(
            "facetted",
            (0.009, 0.14, 0.009),
            (x, y - 0.07, 0),
            turn=(90, 0, 0),
            profile=[1.0, 0.0, 1.0, 1.0],
            sides=6,
            name="barrel",
            **body,
        )
        drawing.add(
            "cone", (0.0082, 0.02, 0.0082), (x, y - 0.01, 0.0795), turn=(90, 0, 0), top=0.24, name="tip", **wood
        )
        drawing.add(
            "cone", (0.0024, 0.006, 0.0024), (x, y - 0.003, 0.0915), turn=(90, 0, 0), top=0.1, name="lead", **lead
        )
        if many:
            continue
        strut(
            drawing,
            "ferrule",
            (x, y, -0.083),
            (x, y, -0.069),
            0.0084,
            metal(brief, "ferrule", "aluminium_polished"),
            edge=0.1,
        )
        strut(
            drawing,
            "eraser",
            (x, y, -0.092),
            (x, y, -0.082),
            0.0078,
            usual(brief, "eraser", "rubber_black", "#d98a94", is_main=False),
            edge=0.3,
        )
    sized(drawing, brief, (0.009, 0.009, 0.185))


@archetype(
    "pen", "object", "stationery",
    "pen, fountain pen, ballpoint pen, ballpoint, biro, quill, quill pen, feather pen, ink pen, kugelschreiber, "
    "füller, stylo, bolígrafo, stylus",
    hints="write with", about="A pen: a barrel with a nib or a ball, a clip and a cap; or a quill.", parts="nib, "
        "clip, cap, barrel, ring, feather, stand, ink",
)  # fmt: skip
def pen(drawing: Drawing, brief: Brief) -> None:
    """Draw a fountain pen in its stand, or a quill in an inkwell."""
    gold = metal(brief, "nib clip ring", "gold")
    if has(brief, "quill feather"):
        return _quill(drawing, brief, gold)
    body = toned(brief, "barrel cap pen body", "lacquer_black" if not brief.colors else "paint_white", "")
    body = brief.of("barrel cap pen body", {"rustic": "walnut", "steampunk": "copper", "realistic": "lacquer_black",
        "industrial": "aluminium",
                    "modern": "aluminium_anodised", "futuristic": "acrylic_white"}.get(brief.style_name,
                    body["material"]), is_main=True)  # fmt: skip
    stand = brief.of("stand base", {"rustic": "oak", "realistic": "marble_black"}.get(brief.style_name, "stone"))
    drawing.add("box", (0.15, 0.018, 0.075), radius_m=0.004, name="stand", **stand)
    drawing.add(
        "turning",
        (0.026, 0.03, 0.026),
        (0.03, 0.0175, 0),
        profile=[0.6, 0.0, 0.7, 0.1, 0.5, 0.3, 1.0, 1.0, 0.5, 1.0],
        name="holder",
        **gold,
    )
    start, along = (0.03, 0.022, 0.0), (0.5, 0.866)

    def at(share: float) -> tuple[float, float, float]:
        return (start[0] - along[0] * share, start[1] + along[1] * share, 0.0)

    strut(drawing, "nib", at(0.0), at(0.03), 0.0075, gold, kind="cone")
    strut(drawing, "barrel", at(0.018), at(0.135), 0.0125, body, edge=0.3)
    for share in (0.03, 0.082, 0.126):
        strut(drawing, "ring", at(share), at(share + 0.0035), 0.0133, gold, edge=0.2)
    strut(
        drawing,
        "clip",
        (at(0.086)[0] + 0.006, at(0.086)[1] + 0.0035, 0),
        (at(0.13)[0] + 0.006, at(0.13)[1] + 0.0035, 0),
        0.003,
        gold,
    )
    return sized(drawing, brief, (0.15, 0.14, 0.075))


def _quill(drawing: Drawing, brief: Brief, gold: Finish) -> None:
    glass = brief.of("inkwell bottle", "glass_coloured")
    drawing.add(
        "vessel",
        (0.07, 0.05, 0.07),
        wall=0.12,
        profile=[0.9, 0.0, 1.0, 0.1, 1.0, 0.5, 0.75, 0.75, 0.45, 0.85, 0.5, 1.0],
        fill=0.55,
        content_material="paint_black",
        name="inkwell",
        **glass,
    )
    drawing.add("torus", (0.042, 0.006, 0.042), (0, 0.046, 0), name="ring", **gold)
    wire(
        drawing,
        "shaft",
        [(0.004, 0.006, 0), (0.014, 0.08, 0), (0.035, 0.16, 0), (0.075, 0.25, 0)],
        0.0032,
        brief.of("shaft", "ceramic_white"),
    )
    feather = usual(brief, "feather quill", "petal", "#f2eee2")
    cut(drawing, "feather", [(0.017, 0.085), (0.004, 0.11), (0.008, 0.17), (0.035, 0.235), (0.078, 0.262), (0.082,
        0.22), (0.066, 0.165), (0.045, 0.115)],
        0.0022, feather, kind="cut_shape", is_smooth=True)  # fmt: skip
    sized(drawing, brief, (0.1, 0.26, 0.07))


@archetype(
    "ruler", "object", "stationery", "ruler, measuring stick, straightedge, wooden ruler, lineal, règle, regla, "
    "protractor, set square, yardstick",
    about="A flat strip with marks by which one measures lengths.", parts="mark, edge, hole",
)  # fmt: skip
def ruler(drawing: Drawing, brief: Brief) -> None:
    """Draw a ruler with its marks, or a set square."""
    body = brief.of(
        "ruler body",
        {"realistic": "maple", "modern": "aluminium", "futuristic": "acrylic_clear"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    ink = brief.of("mark", "paint_black")
    if has(brief, "set square"):
        lay(drawing, "square", [(-0.1, 0.06), (0.1, 0.06), (-0.1, -0.06)], 0.004, body, edge_m=0.001)
        return sized(drawing, brief, (0.2, 0.004, 0.12))
    drawing.add("box", (0.31, 0.004, 0.034), radius_m=0.0012, name="ruler", **body)
    for number in range(61):
        x, long = -0.15 + 0.005 * number, 0.012 if number % 10 == 0 else 0.009 if number % 2 == 0 else 0.006
        drawing.add("box", (0.0008, 0.0008, long), (x, 0.0036, 0.0165 - long / 2), radius_m=0.0001, name="mark", **ink)
    return sized(drawing, brief, (0.31, 0.004, 0.034))


@archetype(
    "desk stapler", "object", "stationery", "stapler, staple gun, tacker, hefter, agrafeuse, grapadora, "
    "office stapler, desk stapler",
    hints="staple paper", about="A tool that pins sheets of paper together with staples.", parts="base, arm, lid, "
        "spring, anvil, body",
)  # fmt: skip
def stapler(drawing: Drawing, brief: Brief) -> None:
    """Draw a stapler: base with its anvil, the arm with its magazine, the hinge."""
    body = toned(
        brief,
        "arm lid body stapler",
        "paint_white" if brief.style_name != "steampunk" or brief.colors else "copper",
        brief.choose("#b3261e", "#2b2d31", "#2f5f8f"),
    )
    steel, dark = metal(brief, "base anvil", "chrome"), brief.of("base foot", "rubber_black")
    drawing.add("plate", (0.036, 0.008, 0.15), corner_m=0.012, name="base", **dark)
    drawing.add("plate", (0.03, 0.005, 0.142), (0, 0.0075, 0), corner_m=0.01, name="plate", **body)
    drawing.add("box", (0.016, 0.003, 0.016), (0, 0.0118, 0.058), radius_m=0.001, name="anvil", **steel)
    drawing.add("box", (0.03, 0.034, 0.022), (0, 0.0115, -0.056), radius_m=0.004, name="hinge", **steel)
    drawing.add(
        "box", (0.018, 0.012, 0.13), (0, 0.031, 0.006), turn=(-5, 0, 0), radius_m=0.002, name="magazine", **steel
    )
    drawing.add("box", (0.032, 0.022, 0.142), (0, 0.0395, 0.003), turn=(-5, 0, 0), radius_m=0.009, name="arm", **body)
    sized(drawing, brief, (0.036, 0.068, 0.15))


@archetype(
    "scissors", "object", "stationery",
    "scissors, scissor, pair of scissor, shears, garden shears, pruning shears, secateurs, schere, ciseaux, tijeras, "
    "nail scissor, tailor scissor",
    hints="cut paper with", about="Two blades that turn on a pivot and cut paper or cloth.", parts="blade, handle, "
        "grip, screw, pivot, ring",
)  # fmt: skip
def scissors(drawing: Drawing, brief: Brief) -> None:
    """Draw open scissors that lie: two blades crossed on a screw, each with its ring."""
    steel = metal(
        brief,
        "blade screw pivot",
        "steel_polished",
        is_main=brief.style_name in ("steampunk", "gothic", "rustic", "japanese"),
    )
    grip = toned(
        brief, "handle grip ring scissor", "plastic_white", brief.choose("#d9342a", "#2b2d31", "#e07a22"), is_main=True
    )
    if brief.style_name in ("steampunk", "rustic", "victorian", "gothic", "japanese", "baroque") and not (
        brief.colors or brief.materials
    ):
        grip = steel
    for side, y in ((1.0, 0.0048), (-1.0, 0.0026)):
        turn = side * 0.2

        def at(x: float, z: float, turn: float = turn, side: float = side) -> tuple[float, float]:
            x *= side
            return (x * cos(turn) + z * sin(turn), -x * sin(turn) + z * cos(turn))

        blade = [
            at(-0.003, -0.1),
            at(0.0095, -0.02),
            at(0.008, 0.012),
            at(0.004, 0.035),
            at(-0.006, 0.035),
            at(-0.008, 0.0),
            at(-0.004, -0.06),
        ]
        lay(drawing, "blade", blade, 0.0023, steel, y=y, edge_m=0.0004)
        ring = [(*at(0.014 + 0.017 * cos(2 * pi * n / 14), 0.058 + 0.027 * sin(2 * pi * n / 14)),) for n in range(15)]
        wire(drawing, "ring", [(x, 0.00425, z) for x, z in ring], 0.0085, grip)
        wire(
            drawing,
            "handle",
            [(*_lift(at(0.0, 0.02)),), (*_lift(at(0.001, 0.03)),), (*_lift(at(-0.008, 0.036)),)],
            0.0085,
            grip,
        )
    drawing.add(
        "post", (0.009, 0.0085, 0.009), (0, 0.0012, 0), edge=0.2, name="screw", **metal(brief, "screw pivot", "chrome")
    )
    drawing.add(
        "post", (0.0135, 0.0045, 0.0135), (0, 0.0, 0.0), edge=0.2, name="pivot", **metal(brief, "screw pivot", "chrome")
    )
    sized(drawing, brief, (0.1, 0.0095, 0.2))


def _lift(place: tuple[float, float]) -> tuple[float, float, float]:
    return (place[0], 0.00425, place[1])
