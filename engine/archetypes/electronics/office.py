"""Office machines: printer, projector, calculator, the telephone with a cord; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, like, run, shell, trim

# fmt: off


@archetype(
    "printer", "electronics", "peripheral",
    "printer, laser printer, inkjet printer, copier, photocopier, scanner, office printer, multifunction printer, 3d "
    "printer, drucker, imprimante, impresora",
    hints="print documents, photocopy", parts="tray, paper, lid, panel, button, bed, nozzle, frame",
    about="A printer is an office machine that puts text and pictures on sheets of paper from its tray; a 3D printer "
    "builds plastic things.",
    features="3d=3d, open=open",
)
def printer(drawing: Drawing, brief: Brief) -> None:
    """Draw a printer with scanner lid, trays and paper, or the open frame of a 3D printer."""
    words = " ".join(brief.words | brief.features)
    if "3d printer" in words or "3d" in words.split():
        return _printer_3d(drawing, brief)
    w, h, d = brief.box(0.44, 0.32, 0.38)
    body = shell(brief, "body case printer", "plastic_white" if brief.choose("a", "b") == "a" else "plastic_black")
    dark = brief.of("tray panel", "plastic_black")
    base = drawing.add("pod", (w, h * 0.62, d), (0, 0, 0), radius_m=0.03, edge_m=0.01, name="body", **body)
    dress(drawing, brief, base, "right")
    drawing.add("box", (w * 0.82, h * 0.18, 0.02), (0, h * 0.33, d / 2 - 0.007), radius_m=0.004, name="mouth", **dark)
    drawing.add(
        "pod", (w * 0.7, 0.012, d * 0.42), (0, h * 0.32, d * 0.66), radius_m=0.02, edge_m=0.003, name="tray", **dark,
    )
    drawing.add(
        "box", (0.21, 0.003, d * 0.4), (0, h * 0.32 + 0.011, d * 0.62), name="paper", **brief.of("paper", "paper"),
    )
    drawing.add("box", (0.15, 0.001, d * 0.1), (0, h * 0.32 + 0.0137, d * 0.66), name="print", material="paint_blue")
    drawing.add("box", (w * 0.86, h * 0.2, 0.02), (0, h * 0.05, d / 2 - 0.008), radius_m=0.006, name="drawer", **body)
    drawing.add(
        "box", (w * 0.3, h * 0.035, 0.016), (0, h * 0.15, d / 2 + 0.001), radius_m=0.004, name="drawer_grip", **dark,
    )
    drawing.add(
        "side_body", (w, h * 0.16, d), (0, h * 0.61, 0), outline=[-1, -1, 1, -1, 0.72, 0.8, 0.6, 1, -1, 1],
        edge_m=0.008, name="head", **body,
    )
    drawing.add(
        "pod", (w * 0.92, h * 0.14, d * 0.76), (0, h * 0.76, -d * 0.1), radius_m=0.02, edge_m=0.008, name="lid", **body,
    )
    drawing.add(
        "readout", (w * 0.22, h * 0.12, 0.008), (-w * 0.1, h * 0.635, d * 0.43), turn=(-24, 0, 0), text="1-2",
        material="plastic_black", name="display",
    )
    drawing.add(
        "key_grid", (w * 0.26, h * 0.09, 0.008), (w * 0.24, h * 0.645, d * 0.43), turn=(-24, 0, 0), columns=4, rows=2,
        roundness=0.5, name="buttons", **dark,
    )
    drawing.add(
        "round_plate", (0.018, 0.018, 0.008), (-w * 0.38, h * 0.68, d * 0.43), turn=(-24, 0, 0), name="power",
        **brief.of("light led", "screen_emissive"),
    )
    for number in range(2):
        drawing.add(
            "box", (0.21, h * 0.34, 0.003), (0, h * 0.72, -d * (0.455 + 0.012 * number)), turn=(-16, 0, 0),
            name="sheet", material="paper",
        )
    drawing.add(
        "box", (w * 0.66, h * 0.3, 0.01), (0, h * 0.7, -d * 0.49), turn=(-16, 0, 0), radius_m=0.003, name="feeder",
        **dark,
    )
    return None


def _printer_3d(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame, its bed, the head on its rail, a spool, and a half-made vase."""
    w, h, d = brief.box(0.42, 0.48, 0.42)
    body = shell(brief, "body case frame", "plastic_black")
    metal = trim(brief, "rail rod", "chrome")
    drawing.add("pod", (w, h * 0.16, d), radius_m=0.02, edge_m=0.006, name="base", **body)
    for side in (-1, 1):
        drawing.add(
            "box", (0.03, h * 0.8, 0.04), (side * w * 0.46, h * 0.15, -d * 0.1), radius_m=0.003, name="column", **body,
        )
        drawing.add("rod", (0.01, h * 0.76, 0.01), (side * w * 0.4, h * 0.15, -d * 0.1), name="screw", **metal)
    drawing.add("box", (w * 0.95, 0.035, 0.04), (0, h * 0.925, -d * 0.1), radius_m=0.003, name="beam", **body)
    drawing.add("box", (w * 0.92, 0.03, 0.025), (0, h * 0.58, -d * 0.1), name="rail", **metal)
    drawing.add(
        "pod", (0.07, 0.08, 0.06), (0.0, h * 0.53, -d * 0.02), radius_m=0.008, edge_m=0.004, name="head",
        **brief.of("head", "aluminium"),
    )
    drawing.add(
        "cone", (0.022, 0.028, 0.022), (0, h * 0.48, -d * 0.02), turn=(180, 0, 0), top=0.3, name="nozzle",
        **brief.of("nozzle", "brass_polished"),
    )
    drawing.add(
        "box", (w * 0.66, 0.012, d * 0.62), (0, h * 0.16, 0), radius_m=0.002, name="bed",
        **brief.of("bed", "glass_tinted"),
    )
    drawing.add(
        "vessel", (w * 0.26, h * 0.29, w * 0.26), (0, h * 0.18, -d * 0.02), form="tulip", flutes=10, wall=0.06,
        name="made", material="plastic_white", color=brief.choose("#e0633a", "#3aa0c9", "#7ab648"),
    )
    drawing.add(
        "lit_ring", (0.18, 0.18, 0.05), (0, h * 0.93, -d * 0.1), inner=0.36, name="spool", material="plastic_white",
        color="#e0633a",
    )
    drawing.add(
        "readout", (w * 0.22, h * 0.1, 0.008), (w * 0.26, h * 0.03, d / 2), text="48", material="plastic_black",
        name="display",
    )
    drawing.add("knob", (0.03, 0.03, 0.02), (w * 0.08, h * 0.05, d / 2 + 0.008), **metal)


@archetype(
    "projector", "electronics", "display",
    "projector, beamer, video projector, home cinema projector, film projector, slide projector, movie projector, "
    "vidéoprojecteur, proyector",
    hints="project a film, presentation", parts="lens, reel, vent, button, foot, arm",
    about="A projector throws pictures and films through its lens onto a wall or a canvas.",
    features="film=film, vintage=film, reel=film",
)
def projector(drawing: Drawing, brief: Brief) -> None:
    """Draw a video projector, or the one for film with its two reels."""
    if brief.has(
        "film", "film projector", "movie projector",
    ) or brief.modifiers & {"vintage", "old", "antique"} or brief.style_name in {"steampunk", "art deco", "rustic"}:
        return _film_projector(drawing, brief)
    w, h, d = brief.box(0.3, 0.11, 0.23)
    body = shell(brief, "body case projector", "plastic_white")
    dark = brief.of("vent grille", "plastic_black")
    drawing.add("feet", (w * 0.86, h * 0.12, d * 0.84), radius_m=0.014, material="rubber_black")
    drawing.add("pod", (w, h * 0.86, d), (0, h * 0.1, 0), radius_m=0.03, edge_m=0.012, name="body", **body)
    drawing.add(
        "lit_ring", (h * 0.84, h * 0.84, 0.02), (-w * 0.24, h * 0.1, d / 2), inner=0.78, name="bezel",
        **trim(brief, "bezel ring trim", "aluminium"),
    )
    drawing.add(
        "lens_barrel", (h * 0.68, h * 0.68, 0.04), (-w * 0.24, h * 0.18, d / 2 + 0.018), name="lens",
        **brief.of("lens", "plastic_black"),
    )
    drawing.add("louvres", (w * 0.42, h * 0.5, 0.01), (w * 0.22, h * 0.28, d / 2), slats=6, name="vent", **dark)
    drawing.add(
        "louvres", (d * 0.6, h * 0.46, 0.01), (w / 2, h * 0.3, 0), turn=(0, 90, 0), slats=5, name="vent", **dark,
    )
    drawing.add(
        "key_grid", (w * 0.26, 0.006, d * 0.22), (w * 0.18, h * 0.957, -d * 0.1), is_up=True, columns=3, rows=3,
        roundness=0.5, name="buttons", **dark,
    )
    drawing.add("knob", (0.03, 0.012, 0.03), (-w * 0.24, h * 0.955, d * 0.28), is_up=True, name="focus", **dark)
    drawing.add(
        "disc", (0.008, 0.004, 0.008), (w * 0.4, h * 0.958, d * 0.3), name="light",
        **brief.of("light led", "screen_emissive"),
    )
    return None


def _film_projector(drawing: Drawing, brief: Brief) -> None:
    """Draw a film projector: its lens points to +x, so that the reels are seen from the front."""
    w, h, d = brief.box(0.42, 0.52, 0.22, keeps_shape=True)
    body = shell(brief, "body case projector", "paint_black", color="#3f4a45")
    metal = trim(brief, "reel trim arm lens", "chrome")
    drawing.add("pod", (w * 0.8, h * 0.08, d), radius_m=0.02, edge_m=0.006, name="base", **body)
    case = drawing.add(
        "pod", (w * 0.46, h * 0.42, d * 0.7), (0, h * 0.07, 0), radius_m=0.02, edge_m=0.012, name="case", **body,
    )
    dress(drawing, brief, case, "front")
    drawing.add(
        "turning", (d * 0.5, w * 0.2, d * 0.5), (w * 0.3, h * 0.33 - w * 0.1, 0), turn=(0, 0, -90),
        profile=[0.7, 0, 0.7, 0.2, 0.8, 0.24, 0.8, 0.6, 1, 0.66, 1, 1], is_flowing=False, name="lens",
        **brief.of("lens", metal["material"]),
    )
    drawing.add(
        "ball", (d * 0.36, d * 0.36, d * 0.16), (w * 0.4, h * 0.33 - d * 0.18, 0), turn=(0, 90, 0), name="glass",
        material="glass_clear",
    )
    across = h * 0.44
    for side, lift_ in ((-1, 0.54), (1, 0.54)):
        x = side * across * 0.52
        drawing.add(
            "film_reel", (across, across, 0.03), (x, h * lift_, 0), name="reel", film_material="paint_black",
            **brief.of("reel", metal["material"]),
        )
        run(
            drawing, "cord", [(side * w * 0.12, h * 0.44, -0.02), (x, h * lift_ + across / 2, -0.02)], 0.018, metal,
            "arm",
        )
        drawing.add(
            "rod", (0.016, 0.06, 0.016), (x, h * lift_ + across / 2 - 0.03, 0.0), turn=(90, 0, 0), name="axle", **metal,
        )
    for number in range(3):
        drawing.add("knob", (0.036, 0.036, 0.024), (w * (-0.12 + 0.12 * number), h * 0.12, d * 0.35 + 0.01), **metal)
    drawing.add(
        "louvres", (w * 0.3, h * 0.14, 0.01), (0, h * 0.26, d * 0.35), slats=6, name="vent",
        **brief.of("vent", "plastic_black"),
    )


@archetype(
    "calculator", "electronics", "computer",
    "calculator, pocket calculator, desk calculator, scientific calculator, taschenrechner, calculatrice, calculadora",
    hints="arithmetic, add numbers", parts="key, button, display, case",
    about="A calculator is a flat box with keys for numbers and a small display that adds and multiplies.",
    features="solar=solar cell, scientific=scientific",
)
def calculator(drawing: Drawing, brief: Brief) -> None:
    """Draw a calculator lying on the desk, raised a little at the back."""
    w, h, d = brief.box(0.11, 0.028, 0.16, keeps_shape=True)
    body = shell(
        brief, "body case calculator", "plastic_black", color=brief.choose("", "#e6e2d8", "#d98c4a"), may_be_wood=True,
    )
    drawing.add(
        "side_body", (w, h * 0.9, d), outline=[-1, -1, 1, -1, 1, -0.3, -0.9, 0.9, -1, 0.7], edge_m=0.004, name="body",
        **body,
    )
    lean = 5.0

    def deck(z: float) -> float:
        return h * (0.63 - 0.27 * 2 * z / d * 0.98)

    drawing.add(
        "box", (w * 0.86, 0.004, d * 0.17), (0, deck(-d * 0.32), -d * 0.32), turn=(lean, 0, 0), radius_m=0.0015,
        name="bezel", material="plastic_black",
    )
    display = brief.of("display screen", "screen_emissive")
    drawing.add(
        "readout", (w * 0.78, d * 0.12, 0.002), (0, deck(-d * 0.32) + 0.0042 - d * 0.06, -d * 0.32),
        turn=(lean - 90, 0, 0), text=brief.choose("31415", "1984", "8008"), digits_material="paint_black",
        name="display", **display | {"color": display["color"] or "#a9b89a"},
    )
    drawing.add(
        "box", (w * 0.4, 0.003, d * 0.06), (w * 0.2, deck(-d * 0.185), -d * 0.185), turn=(lean, 0, 0),
        name="solar_cell", material="glass_tinted",
    )
    keys, accent = brief.of("key button", "plastic_white"), brief.choose("#e0763c", "#4f7cac", "#c0392b")
    tall = d * 0.56
    drawing.add(
        "key_grid", (w * 0.63, h * 0.28, tall), (-w * 0.12, deck(d * 0.17) - h * 0.04, d * 0.17), turn=(lean, 0, 0),
        is_up=True, columns=3, rows=5, share=0.8, roundness=0.35, name="keys", **keys,
    )
    drawing.add(
        "key_grid", (w * 0.21, h * 0.28, tall), (w * 0.32, deck(d * 0.17) - h * 0.04, d * 0.17), turn=(lean, 0, 0),
        is_up=True, columns=1, rows=5, share=0.8, roundness=0.35, name="operators", material="plastic_white",
        color=accent,
    )


@archetype(
    "telephone", "electronics", "phone",
    "telephone, landline phone, landline, rotary phone, rotary telephone, dial telephone, old telephone, vintage "
    "telephone, antique "
    "telephone, desk phone, wired phone, candlestick telephone, handset, festnetztelefon",
    hints="ring, dial a number", parts="handset, dial, cord, base, receiver, cradle",
    about="A telephone with a cord has a handset that lies on a cradle and a round dial with holes or keys.",
    features="keys=keys, push button=keys, candlestick=candlestick",
)
def telephone(drawing: Drawing, brief: Brief) -> None:
    """Draw a telephone: sloped body, dial or keys, handset on its cradle, coiled cord."""
    w, h, d = brief.box(0.24, 0.15, 0.2, keeps_shape=True)
    body = shell(
        brief, "body case base telephone", "plastic_black", color=brief.choose("", "#a8322f", "#e8dfc8", "#3f6b5c"),
        may_be_wood=True,
    )
    metal = trim(brief, "dial cradle trim", "chrome")
    low = h * 0.05
    drawing.add("feet", (w * 0.66, low + 0.003, d * 0.86), radius_m=0.012, material="rubber_black")
    outline: Row = [-1, -1, 1, -1, 1, -0.72, 0.1, 0.82, -0.1, 1, -0.7, 1, -0.86, 0.8, -1, -0.6]
    drawing.add("side_body", (w * 0.74, h * 0.7, d), (0, low, 0), outline=outline, edge_m=0.014, name="body", **body)
    slope, face = -46.0, (0.0, low + h * 0.36, d * 0.285)
    if brief.has("keys"):
        drawing.add(
            "key_grid", (w * 0.36, d * 0.42, 0.014), (0, face[1] - d * 0.21, face[2]), turn=(slope, 0, 0), columns=3,
            rows=4, roundness=0.3, name="keys", **brief.of("key button", "plastic_white"),
        )
    else:
        across = d * 0.56
        drawing.add(
            "rotary_dial", (across, across, 0.022), (0, face[1] - across / 2, face[2]), turn=(slope, 0, 0), name="dial",
            **brief.of("dial", metal["material"]),
        )
    for side in (-1, 1):
        drawing.add(
            "box", (0.026, h * 0.2, d * 0.3), (side * w * 0.22, low + h * 0.62, -d * 0.18), radius_m=0.006,
            name="cradle", **metal,
        )
    drawing.add(
        "handset", (w * 0.98, h * 0.26, d * 0.27), (0, low + h * 0.7, -d * 0.18), name="handset",
        **like(brief, "handset receiver", body),
    )
    run(
        drawing, "ribbed_hose",
        [
            (-w * 0.44, low + h * 0.72, -d * 0.18), (-w * 0.56, low + h * 0.4, -d * 0.1), (-w * 0.6, 0.006, d * 0.1),
            (-w * 0.5, 0.006, d * 0.34), (-w * 0.33, h * 0.12, d * 0.2),
        ],
        0.011, brief.of("cord", "plastic_black"), "cord",
    )
