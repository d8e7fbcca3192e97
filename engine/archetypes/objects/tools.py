"""Hand tools, lying as they were put down. They are drawn upright, x to the right, and then laid on their backs."""

from itertools import pairwise

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import tone, usual
from engine.archetypes.objects.shaping import Pair, blend, cut, limb, lump, pose, sized, spin, strut
from engine.archetypes.register import archetype

_STEELS = {
    "rustic": "iron_cast", "industrial": "iron_black", "steampunk": "bronze_aged", "art deco": "silver",
    "victorian": "steel_polished", "gothic": "iron_cast", "baroque": "gold", "cyberpunk": "gunmetal",
    "futuristic": "chrome", "japanese": "steel_hammered",
}  # fmt: skip
_GRIPS = {
    "modern": "rubber_black", "futuristic": "plastic_white", "industrial": "rubber_black", "steampunk": "leather_brown",
    "gothic": "leather_black", "victorian": "rosewood", "japanese": "bamboo", "scandinavian": "birch",
    "mid century": "teak", "bauhaus": "lacquer_red", "art deco": "ebony", "baroque": "mahogany",
    "cyberpunk": "carbon_fibre", "contemporary": "walnut",
}  # fmt: skip


def steel_of(brief: Brief, words: str) -> Finish:
    """Return the metal of a tool's working end."""
    return brief.of(f"{words} blade metal", _STEELS.get(brief.style_name, "steel_brushed"), is_accent=True)


def grip_of(brief: Brief, role: str = "wood") -> Finish:
    """Return what the hand holds."""
    return brief.of("handle grip shaft", _GRIPS.get(brief.style_name, role), is_main=True)


def lay(drawing: Drawing, tool: Drawing, lift: float, tilt: float = 0.0, turn: float = 0.0) -> None:
    """Lay a tool on its back, its middle so far above the ground, its upper end lowered by `tilt` degrees."""
    flat = Drawing(drawing.brief)
    pose(flat, tool, (0.0, lift, 0.0), (-90.0 - tilt, 0.0, 0.0))
    drawing.include(flat, turn_deg=turn)


@archetype(
    "hammer", "object", "tool",
    "hammer, claw hammer, mallet, sledgehammer, gavel, marteau, martillo, ball peen hammer, carpenter hammer, "
    "claw hammer tool, tack hammer, rubber mallet, meat tenderizer, croquet mallet, "
    "gavel hammer, roofing hammer",
    hints="pounding, nails", about="A hand tool with a heavy head on a handle, for driving nails.",
    parts="handle, grip, head, claw, face",
)  # fmt: skip
def hammer(drawing: Drawing, brief: Brief) -> None:
    """Draw a claw hammer, or a wooden mallet, a sledgehammer or a gavel where the words say so."""
    tool = Drawing(brief)
    is_mallet = brief.has("mallet", "gavel")
    wood, steel = grip_of(brief), steel_of(brief, "head face claw")
    half = 0.018 if is_mallet else 0.0145
    bulge = [
        (0.55, 0.0),
        (0.95, 0.004),
        (1.0, 0.02),
        (0.92, 0.05),
        (0.72, 0.11),
        (0.6, 0.2),
        (0.66, 0.27),
        (0.7, 0.335),
    ]
    spin(tool, "handle", [(half * radius, height) for radius, height in bulge], wood, is_flowing=True)
    if is_mallet:
        strut(tool, "head", (-0.06, 0.3, 0), (0.06, 0.3, 0), 0.068, wood | brief.of("head", "wood"), edge=0.08)
        for x in (-0.045, 0.045):
            strut(tool, "band", (x - 0.005, 0.3, 0), (x + 0.005, 0.3, 0), 0.0685, brief.of("band accent", "accent"))
    elif brief.has("sledgehammer", "sledge"):
        cut(tool, "head", _SLEDGE, 0.029, steel, bevel_m=0.004)
    else:
        strut(tool, "face", (-0.066, 0.318, 0), (-0.044, 0.318, 0), 0.029, steel, edge=0.12)
        strut(tool, "neck", (-0.046, 0.318, 0), (-0.01, 0.318, 0), 0.021, steel)
        strut(tool, "eye", (0, 0.296, 0), (0, 0.34, 0), 0.029, steel, edge=0.1)
        cut(tool, "claw", _CLAW, 0.022, steel, is_smooth=True, bevel_m=0.005)
    lift, tilt = (0.017375, -3.2143) if is_mallet else (0.0145, 0.0)
    lay(drawing, tool, lift, tilt, turn=brief.vary(25, 50))
    sized(drawing, brief, (0.2, 0.034, 0.34))


_SLEDGE = [(-0.07, 0.295), (-0.06, 0.29), (0.06, 0.29), (0.07, 0.295), (0.07, 0.34), (0.06, 0.345), (-0.06, 0.345),
           (-0.07, 0.34)]  # fmt: skip
_CLAW = [(0.0, 0.332), (0.025, 0.333), (0.055, 0.325), (0.083, 0.301), (0.085, 0.298), (0.08, 0.298), (0.055, 0.311),
         (0.03, 0.313), (0.0, 0.306)]  # fmt: skip


@archetype(
    "screwdriver", "object", "tool",
    "screwdriver, screw driver, phillips screwdriver, schraubendreher, schraubenzieher, tournevis, destornillador, "
    "turnscrew, flathead screwdriver, slotted screwdriver, torx driver, star screwdriver, "
    "cross head screwdriver",
    hints="screwing", about="A hand tool with a handle and a steel blade for turning screws.",
    parts="handle, grip, shaft, blade, tip",
)  # fmt: skip
def screwdriver(drawing: Drawing, brief: Brief) -> None:
    """Draw a screwdriver with a fluted handle, a ferrule and a flat or a cross tip."""
    tool = Drawing(brief)
    tint = tone(brief, brief.choose("#c8321f", "#e0a21a", "#1f5fb0"))
    wooden = brief.style_name in ("rustic", "steampunk", "art deco", "victorian", "gothic", "baroque", "japanese")
    grip = grip_of(brief) if wooden else usual(brief, "handle grip shaft", "plastic_white", tint)
    steel = steel_of(brief, "shaft tip")
    profile = [(0.007, 0.0), (0.0125, 0.003), (0.0155, 0.012), (0.016, 0.05), (0.0145, 0.075), (0.0105, 0.088),
               (0.0115, 0.1), (0.0115, 0.104)]  # fmt: skip
    spin(tool, "handle", profile, grip, is_flowing=True)
    for step in range(6):
        flute = Drawing(brief)
        blend(flute, "rib", [limb((0, 0.018, 0.0143), 0.0035, (0, 0.07, 0.0138), 0.003)],
              usual(brief, "grip accent", "rubber_black", "", is_main=False), soft=0.001)  # fmt: skip
        tool.include(flute, turn_deg=30 + step * 60.0)
    spin(tool, "ferrule", [(0.0085, 0.1), (0.0085, 0.11), (0.005, 0.116)], brief.of("ferrule", "accent"))
    strut(tool, "shaft", (0, 0.11, 0), (0, 0.222, 0), 0.0066, steel)
    if brief.has("phillips", "cross"):
        spin(tool, "tip", [(0.0033, 0.218), (0.0033, 0.222), (0.001, 0.23)], steel)
    else:
        cut(tool, "tip", [(-0.0028, 0.214), (0.0028, 0.214), (0.0044, 0.224), (0.0042, 0.234), (-0.0042, 0.234),
                          (-0.0044, 0.224)], 0.0022, steel, bevel_m=0.0004)  # fmt: skip
    lay(drawing, tool, 0.02039, tilt=4.42, turn=brief.vary(20, 50))

    sized(drawing, brief, (0.037, 0.037, 0.234))


@archetype(
    "wrench", "object", "tool",
    "wrench, spanner, adjustable wrench, monkey wrench, combination wrench, schraubenschlüssel, clé à molette, llave, "
    "ring spanner, open end wrench, socket wrench, pipe wrench, crescent wrench, torque wrench, lug wrench",
    hints="tightening, nuts", about="A flat steel hand tool with jaws that grip and turn nuts and bolts.",
    parts="handle, jaw, head",
)  # fmt: skip
def wrench(drawing: Drawing, brief: Brief) -> None:
    """Draw a combination wrench: an open jaw at one end, a ring at the other, a recessed shank."""
    tool = Drawing(brief)
    steel = brief.of("body wrench handle jaw head", _STEELS.get(brief.style_name, "chrome"), is_main=True)
    shank = [(-0.0085, 0.02), (0.0085, 0.02), (0.0068, 0.05), (0.0068, 0.15), (0.0095, 0.178), (-0.0095, 0.178),
             (-0.0068, 0.15), (-0.0068, 0.05)]  # fmt: skip
    cut(tool, "shank", shank, 0.0056, steel, bevel_m=0.002, is_smooth=True)
    cut(tool, "inlay", [(-0.0042, 0.058), (0.0042, 0.058), (0.0042, 0.142), (-0.0042, 0.142)], 0.0062,
        brief.of("inlay accent", "accent", is_accent=True), bevel_m=0.0006)  # fmt: skip
    ring = Drawing(brief)
    ring.add("hex_nut", (0.031, 0.01, 0.031), (0, -0.005, 0), sides=12, bore=0.6, name="ring", **steel)
    pose(tool, ring, (0, 0.014, 0), (90, 0, 0))
    cut(tool, "jaw", _jaw(), 0.008, steel, bevel_m=0.0016)
    lay(drawing, tool, 0.005142, tilt=0.2945, turn=brief.vary(30, 60))
    sized(drawing, brief, (0.04, 0.01, 0.24))


def _jaw() -> list[Pair]:
    """Return the outline of an open jaw that leans by 15°, its mouth to the upper end."""
    straight = [(-0.0105, 0.17), (0.0105, 0.17), (0.019, 0.186), (0.0215, 0.2), (0.0185, 0.216), (0.0125, 0.225),
                (0.0095, 0.221), (0.0095, 0.2), (0.006, 0.194), (-0.006, 0.194), (-0.0095, 0.2), (-0.0095, 0.221),
                (-0.0125, 0.225), (-0.0185, 0.216), (-0.0215, 0.2), (-0.019, 0.186)]  # fmt: skip
    return [(x + (y - 0.178) * 0.18 * (y > 0.178), y) for x, y in straight]


@archetype(
    "saw", "object", "tool",
    "saw, hand saw, handsaw, wood saw, säge, scie, sierra, serrucho, hacksaw, panel saw, "
    "bow saw, tenon saw, crosscut saw, back saw, carpenter saw, pruning saw, ripsaw, rip saw, coping saw",
    hints="cutting wood, sawing", about="A hand tool with a toothed steel blade for cutting wood.",
    parts="handle, grip, blade, tooth",
)  # fmt: skip
def saw(drawing: Drawing, brief: Brief) -> None:
    """Draw a hand saw: a tapering blade with teeth, a closed wooden handle with three bolts."""
    tool = Drawing(brief)
    wood, steel = grip_of(brief), steel_of(brief, "blade tooth")
    pitch, length = 0.009, 0.5
    teeth = round((length - 0.02) / pitch)
    edge: list[Pair] = []
    for step in range(teeth):
        x = step * pitch
        edge += [(x, 0.0), (x + pitch * 0.2, -0.0055)]
    blade = [*edge, (length, 0.0), (length, 0.045), (length - 0.012, 0.053), (0.0, 0.112)]
    cut(tool, "blade", [(y * 1.0 + 0.0, x) for x, y in blade], 0.002, steel, bevel_m=0.0003)
    outer = [(-0.012, 0.034), (-0.01, 0.01), (0.0, -0.03), (-0.005, -0.06), (0.012, -0.098), (0.03, -0.112),
             (0.048, -0.108), (0.075, -0.114), (0.098, -0.118), (0.118, -0.108), (0.116, -0.09), (0.124, -0.05),
             (0.128, -0.01), (0.118, 0.01), (0.1, 0.028), (0.07, 0.034), (0.04, 0.044), (0.01, 0.05)]  # fmt: skip
    holes: list[str | float] = []
    for step in range(10):
        holes += [(0.043 + 0.0048 * step - 0.058) / 0.07, (-0.046 + 0.118) / 0.168, 0.022 / 0.07]
    cut(tool, "handle", outer, 0.022, wood, is_smooth=True, bevel_m=0.007, holes=holes)
    for x, y in ((0.02, 0.02), (0.055, 0.014), (0.095, 0.008)):
        strut(tool, "bolt", (x, y, -0.0113), (x, y, 0.0113), 0.011, brief.of("bolt accent", "brass_polished"))
    lay(drawing, tool, 0.011937, tilt=1.254, turn=brief.vary(55, 75))
    sized(drawing, brief, (0.14, 0.024, 0.62))


@archetype(
    "axe", "object", "tool",
    "pickaxe, pick axe, mattock, "
    "axe, ax, hatchet, felling axe, battle axe, tomahawk, axt, beil, hache, hacha, lumberjack axe, "
    "splitting axe, poleaxe, broadaxe, throwing axe, fire axe, viking axe, chopper axe, double axe, "
    "splitting maul",
    hints="chopping wood", about="A tool with a wedge-shaped steel head on a long handle for chopping wood.",
    parts="handle, head, blade, edge",
)  # fmt: skip
def axe(drawing: Drawing, brief: Brief) -> None:
    """Draw an axe stuck in a chopping block, or lying where the words want none; double-bitted for battle."""
    tool = Drawing(brief)
    wood, steel = grip_of(brief), steel_of(brief, "head blade edge")
    is_double = brief.has("battle", "double", "viking")
    sway = [(0.0, 0.0), (-0.008, 0.12), (0.004, 0.3), (0.0, 0.47), (-0.006, 0.52), (0.004, 0.562)]
    radii = (0.0165, 0.0145, 0.0135, 0.0145, 0.0165, 0.0165)
    ends = [((x, y, 0.0), radius) for (x, y), radius in zip(sway, radii, strict=True)]
    bones = [limb(a, ra, b, rb, (1.0, 1.0, 0.8)) for (a, ra), (b, rb) in pairwise(ends)]
    blend(tool, "handle", bones, wood, soft=0.02)
    cut(tool, "head", _DOUBLE if is_double else _AXE, 0.03, steel, is_smooth=True, bevel_m=0.013)
    strut(tool, "wedge", (0, -0.018, 0), (0, -0.006, 0), 0.014, steel)
    stump = brief.of("stump block base", "pine")
    drawing.add("rod", (0.3, 0.24, 0.3), name="stump", edge=0.04, **stump)
    drawing.add("disc", (0.26, 0.004, 0.26), (0, 0.239, 0), name="rings", **brief.finish("oak", ""))
    stuck = Drawing(brief)
    pose(stuck, tool, (-0.06, 0.335, 0.0), (0, 0, -66.0))
    drawing.include(stuck, turn_deg=brief.vary(15, 35))
    sized(drawing, brief, (0.6, 0.55, 0.3))


_AXE = [(-0.03, -0.018), (-0.034, 0.0), (-0.034, 0.03), (-0.03, 0.044), (0.02, 0.042), (0.06, 0.05), (0.1, 0.076),
        (0.112, 0.074), (0.122, 0.04), (0.124, 0.0), (0.118, -0.034), (0.108, -0.04), (0.07, -0.016),
        (0.03, -0.012)]  # fmt: skip
_DOUBLE = [(0.02, 0.034), (0.06, 0.05), (0.1, 0.086), (0.112, 0.084), (0.124, 0.04), (0.124, -0.01), (0.112, -0.054),
           (0.1, -0.054), (0.06, -0.018), (0.02, -0.01), (-0.02, -0.01), (-0.06, -0.018), (-0.1, -0.054),
           (-0.112, -0.054), (-0.124, -0.01), (-0.124, 0.04), (-0.112, 0.084), (-0.1, 0.086), (-0.06, 0.05),
           (-0.02, 0.034)]  # fmt: skip


@archetype(
    "anvil", "object", "tool",
    "anvil, blacksmith anvil, amboss, enclume, yunque, "
    "forging block, smith anvil, forge anvil",
    hints="forge, blacksmith, smithing", about="A heavy iron block with a horn on which a smith hammers hot metal.",
    parts="horn, face, base, stump, block",
)  # fmt: skip
def anvil(drawing: Drawing, brief: Brief) -> None:
    """Draw a London pattern anvil with horn, heel and waist, on a stump with an iron band."""
    iron = brief.of("body anvil horn face", _STEELS.get(brief.style_name, "iron_black"), is_main=True)
    drawing.add("rod", (0.36, 0.4, 0.36), name="stump", edge=0.03, **brief.of("stump base block", "oak"))
    for y in (0.06, 0.31):
        drawing.add("hoop", (0.376, 0.035, 0.376), (0, y, 0), inner=0.94, name="band", **brief.of("band", "iron_black"))
    waist = [(-0.13, 0.4), (0.13, 0.4), (0.13, 0.43), (0.075, 0.465), (0.065, 0.5), (0.085, 0.535), (0.12, 0.56),
             (-0.14, 0.56), (-0.075, 0.535), (-0.065, 0.5), (-0.075, 0.465), (-0.13, 0.43)]  # fmt: skip
    cut(drawing, "waist", waist, 0.13, iron, bevel_m=0.012)
    drawing.add("box", (0.27, 0.065, 0.11), (-0.04, 0.555, 0), radius_m=0.004, name="face", **iron)
    horn = [limb((0.07, 0.578, 0), 0.046, (0.27, 0.607, 0), 0.009, (1.0, 0.9, 1.0))]
    blend(drawing, "horn", horn, iron, soft=0.01)
    sized(drawing, brief, (0.46, 0.62, 0.37))


@archetype(
    "shovel", "object", "tool",
    "shovel, spade, garden shovel, garden spade, schaufel, spaten, pelle, pala, trowel, "
    "snow shovel, coal shovel, digging spade, garden trowel, hand shovel, scoop shovel",
    hints="digging", about="A tool with a broad blade on a long handle for digging and moving earth.",
    parts="handle, blade, shaft, grip",
)  # fmt: skip
def shovel(drawing: Drawing, brief: Brief) -> None:
    """Draw a spade stuck upright in a small mound of soil, with a D-shaped grip."""
    wood, steel = grip_of(brief), steel_of(brief, "blade")
    mound = [lump((0, 0, 0), 0.2, (1.0, 0.34, 0.9)), lump((0.1, 0, 0.06), 0.11, (1.0, 0.4, 1.0)),
             lump((-0.11, 0, 0.03), 0.1, (1.0, 0.36, 1.0))]  # fmt: skip
    blend(drawing, "mound", mound, brief.of("soil earth base", "soil"), soft=0.05, sole=0.5)
    outline = [(-0.015, 0.0), (-0.06, 0.018), (-0.088, 0.07), (-0.094, 0.27), (-0.088, 0.287), (-0.02, 0.29),
               (0.02, 0.29), (0.088, 0.287), (0.094, 0.27), (0.088, 0.07), (0.06, 0.018), (0.015, 0.0)]  # fmt: skip
    cut(drawing, "blade", outline, 0.006, steel, at=(0, 0.02, 0), is_smooth=True, bevel_m=0.002)
    spin(drawing, "socket", [(0.012, 0.2), (0.019, 0.31), (0.02, 0.44)], steel)
    spin(drawing, "shaft", [(0.0165, 0.4), (0.0165, 0.7), (0.015, 0.94)], wood)
    grip = [limb((0, 0.92, 0), 0.015, (0, 0.955, 0), 0.014), limb((0, 0.955, 0), 0.0135, (-0.05, 1.04, 0), 0.0115),
            limb((0, 0.955, 0), 0.0135, (0.05, 1.04, 0), 0.0115),
            limb((-0.056, 1.045, 0), 0.0155, (0.056, 1.045, 0), 0.0155)]  # fmt: skip
    blend(drawing, "grip", grip, wood, soft=0.01, fineness=1.3)
    sized(drawing, brief, (0.4, 1.06, 0.36))
