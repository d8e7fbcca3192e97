"""Desks and dressing tables; the sitter is at +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import grips, leg_style, path_of
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_METAL = frozenset({"modern", "industrial", "contemporary", "futuristic", "bauhaus", "cyberpunk"})


@archetype(
    "desk", "furniture", "desk",
    "desk, writing desk, workstation, computer desk, office desk, standing desk, bureau, work desk, gaming desk, "
    "secretary desk, school desk, dressing table, vanity, vanity table, corner desk, schreibtisch, escritorio, "
    "escritoire, rolltop desk, roll top desk, secretaire, drafting table, drawing table, study table, "
    "writing table, work table, workbench, work bench",
    hints="write, study",
    about="A table to write and work at, with drawers at one side or both.",
    parts="drawer, top, panel, pedestal, drawer unit, hutch",
    features="standing, hutch, keyboard tray",
)  # fmt: skip
def desk(drawing: Drawing, brief: Brief) -> None:
    """Draw a desk: a top, a block of drawers, legs or a frame; a standing one on two lifting columns."""
    is_standing = bool(brief.words & {"standing", "adjustable", "stand"})
    is_vanity = bool(brief.words & {"vanity", "dressing", "makeup"})
    natural = (1.5, 1.05, 0.75) if is_standing else (1.1, 0.76, 0.45) if is_vanity else (1.5, 0.75, 0.72)
    width, height, depth = brief.box(*natural, grows=True, is_sat_at=True)
    top = brief.of("top desk surface body", "wood", is_main=True)
    thick = 0.03 * max(0.8, brief.style.heft)
    corner = 0.012 * brief.style.edge
    drawing.add("table_top", (width, thick, depth), (0, height - thick, 0), corner_m=corner, name="top", **top)
    under = height - thick
    if is_standing:
        _columns(drawing, brief, width, under, depth)
    else:
        _on_drawers(drawing, brief, width, under, depth, top, both=brief.has("partner", "executive", default=is_vanity))
    if brief.words & {"corner", "l"}:
        size = (depth, thick, 1.0)
        drawing.add(
            "table_top", size, (-width / 2 + depth / 2, under, depth / 2 + 0.49), corner_m=corner, name="return", **top
        )
        drawing.add(
            "board",
            (depth * 0.9, under + 0.002, 0.025),
            (-width / 2 + depth / 2, 0, depth / 2 + 0.95),
            name="leg",
            **top,
        )
    if is_vanity:
        _vanity_mirror(drawing, brief, width, height, depth, top)
    if brief.has("hutch") or "secretary" in brief.words:
        size = (width * 0.98, 0.4, 0.24)
        drawing.add(
            "shelf_unit",
            size,
            (0, height - 0.001, -depth / 2 + 0.13),
            shelves=1,
            columns=4,
            wall_m=0.016,
            name="hutch",
            **top,
        )
    at_work = brief.words & {"office", "workplace", "setup", "gaming", "computer", "workstation"} != set()
    if brief.has("monitor", "computer", "screen", "workstation", default=at_work):
        _workplace(drawing, brief, height, width, depth)


def _on_drawers(
    drawing: Drawing, brief: Brief, width: float, under: float, depth: float, top: Finish, *, both: bool
) -> None:
    """Draw a block of drawers at the right, or at both sides, legs at the left and a panel behind."""
    block = min(0.42, width * 0.29)
    foot = 0.12 if brief.style.leg in ("turned", "tapered", "sabre", "cabriole") else 0.04
    sides = (1.0, -1.0) if both else (1.0,)
    for side in sides:
        x = side * (width / 2 - block / 2 - 0.02)
        body = drawing.add(
            "cabinet", (block, under - foot + 0.002, depth * 0.9), (x, foot, 0), name="pedestal", doors=0,
            drawers=brief.count("drawer", 3, least=1, most=6), **grips(brief), **top,
        )  # fmt: skip
        dress(drawing, brief, body, "right" if side > 0 else "left")
        style = leg_style(brief, "square")
        for dx in (0.42, -0.42):
            for dz in (0.4, -0.4):
                drawing.add(
                    "leg",
                    (0.045, foot + 0.004, 0.045),
                    (x + dx * block, 0, dz * depth),
                    style=style,
                    name="foot",
                    **top,
                )
    if not both:
        _left_side(drawing, brief, width, under, depth, top)
    panel = (width - block * len(sides) - 0.06, under * 0.5, 0.018)
    x = 0.0 if both else -block / 2 + 0.01
    drawing.add("board", panel, (x, under * 0.5 + 0.002, -depth * 0.36), name="panel", **top)


def _left_side(drawing: Drawing, brief: Brief, width: float, under: float, depth: float, top: Finish) -> None:
    """Draw what carries the desk's left end: a metal loop, or two legs."""
    role = "metal" if brief.style_name in _METAL else top["material"]
    legs = brief.of("leg frame", role, is_accent=brief.style_name in _METAL)
    legs["color"] = legs["color"] or (top["color"] if legs["material"] == top["material"] else "")
    if brief.style_name in _METAL:
        drawing.add("bent_bar", (0.035, under + 0.002, depth * 0.9), (-width / 2 + 0.05, 0, 0), name="leg",
                    path=path_of("0 -1 -1, 0 1 -1, 0 1 1, 0 -1 1"), thickness_m=0.03, bar_m=0.035, radius_m=0.02,
                    is_closed=True, **legs)  # fmt: skip
        return
    post = 0.05 * brief.style.heft
    for z in (1.0, -1.0):
        at = (-width / 2 + post * 0.5 + 0.03, 0, z * (depth * 0.45 - post * 0.5))
        style = leg_style(brief, "tapered")
        drawing.add("leg", (post, under + 0.001, post), at, style=style, **legs)
    drawing.add(
        "box", (0.025, 0.09, depth * 0.84), (-width / 2 + post * 0.5 + 0.03, under - 0.088, 0), name="apron", **legs
    )


def _columns(drawing: Drawing, brief: Brief, width: float, under: float, depth: float) -> None:
    """Draw two telescopic columns on feet, a cross beam, a control."""
    metal = brief.of("leg frame base column", "metal", is_accent=True)
    for side in (1.0, -1.0):
        x = side * width * 0.36
        drawing.add("box", (0.09, 0.035, depth * 0.95), (x, 0, 0), radius_m=0.01, name="foot", **metal)
        for wide, low, tall in ((0.085, 0.03, 0.5), (0.07, 0.4, 0.85), (0.056, 0.6, 1.0)):
            drawing.add(
                "box",
                (wide, under * tall - low * under, wide * 0.7),
                (x, low * under, 0),
                radius_m=0.006,
                name="leg",
                **metal,
            )
        drawing.add("box", (0.06, 0.03, depth * 0.8), (x, under - 0.028, 0), name="bracket", **metal)
    drawing.add("box", (width * 0.72, 0.05, 0.03), (0, under - 0.055, 0.0), name="beam", **metal)
    drawing.add(
        "box",
        (0.12, 0.025, 0.03),
        (width * 0.32, under - 0.022, depth / 2 - 0.02),
        name="control",
        material="plastic_black",
    )


def _vanity_mirror(drawing: Drawing, brief: Brief, width: float, height: float, depth: float, top: Finish) -> None:
    frame = brief.of("mirror frame", top["material"])
    z = -depth / 2 + 0.04
    drawing.add("mirror_glass", (0.56, 0.7, 0.03), (0, height + 0.05, z), form="oval", name="mirror", **frame)
    for side in (1.0, -1.0):
        drawing.add("leg", (0.04, 0.44, 0.04), (side * 0.3, height - 0.002, z), style="turned", name="post", **frame)
    drawing.add("box", (0.64, 0.045, 0.05), (0, height - 0.002, z), radius_m=0.01, name="rail", **frame)
    drawing.add("box", (0.06, 0.06, 0.02), (0, height + 0.03, z), name="block", **frame)


def _workplace(drawing: Drawing, brief: Brief, y: float, width: float, depth: float) -> None:
    """Draw monitors side by side, the outer ones turned in, with a keyboard and a mouse before them."""
    z, count = -depth * 0.24, brief.count("monitor", 1, least=1, most=3)
    wide = min(0.62, (width - 0.1) / count - 0.02)
    for number in range(count):
        place = number - (count - 1) / 2
        turn = -14.0 * place if count > 1 else 0.0
        x, back = place * (wide + 0.02) - (0.12 if count == 1 else 0.0), abs(place) * 0.05
        lean = Drawing(brief)
        lean.add("display", (wide, 0.36, 0.03), (0, 0.11, 0), material="plastic_black", name="monitor")
        lean.add("post", (0.04, 0.2, 0.04), (0, 0.005, -0.03), material="aluminium", name="monitor_stand")
        lean.add("plate", (0.24, 0.012, 0.18), (0, -0.001, -0.01), material="aluminium", name="monitor_foot")
        drawing.include(lean, (x, y, z + back), turn)
    drawing.add("keyboard", (0.42, 0.024, 0.13), (-0.14, y - 0.001, depth * 0.14), material="plastic_white")
    drawing.add(
        "pointer", (0.062, 0.036, 0.11), (0.16, y - 0.001, depth * 0.15), material="plastic_white", name="mouse"
    )
