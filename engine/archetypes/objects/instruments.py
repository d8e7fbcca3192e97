"""Musical instruments with strings, on their stands; the front is +z."""

from itertools import pairwise
from math import cos, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import Pair, blend, cut, limb, pose, sized, strut
from engine.archetypes.register import archetype

_ACOUSTIC = [(0.0, 0.0), (0.09, 0.006), (0.16, 0.05), (0.19, 0.13), (0.165, 0.215), (0.13, 0.275), (0.125, 0.315),
             (0.14, 0.37), (0.143, 0.415), (0.115, 0.465), (0.06, 0.487), (0.0, 0.49)]  # fmt: skip
_ELECTRIC = [(0.0, 0.0), (0.1, 0.01), (0.155, 0.06), (0.155, 0.13), (0.125, 0.2), (0.128, 0.25), (0.15, 0.31),
             (0.148, 0.375),
             (0.12, 0.39), (0.085, 0.34), (0.04, 0.315), (0.0, 0.315), (-0.04, 0.33), (-0.075, 0.38), (-0.115, 0.43),
             (-0.15, 0.41),
             (-0.155, 0.33), (-0.135, 0.26), (-0.13, 0.2), (-0.165, 0.13), (-0.165, 0.06), (-0.1, 0.01)]  # fmt: skip
_VIOLIN = [(0.0, 0.0), (0.055, 0.006), (0.092, 0.04), (0.103, 0.085), (0.094, 0.118), (0.094, 0.118), (0.072, 0.13),
           (0.056, 0.168),
           (0.066, 0.21), (0.083, 0.222), (0.083, 0.222), (0.083, 0.265), (0.07, 0.31), (0.035, 0.342),
           (0.0, 0.35)]  # fmt: skip


def both_sides(half: list[Pair]) -> list[Pair]:
    """Return a closed outline from its right half, given from bottom to top."""
    return [*half, *((-x, y) for x, y in half[-2:0:-1])]


@archetype(
    "guitar", "object", "instrument",
    "sitar, balalaika, bouzouki, "
    "guitar, acoustic guitar, electric guitar, bass guitar, classical guitar, ukulele, gitarre, guitare, guitarra, "
    "banjo, "
    "stratocaster, bass, "
    "bass guitar electric, archtop, telecaster, les paul, flamenco guitar, acoustic bass, mandolin, lute, "
    "string guitar, twelve string guitar, uke, ukelele, semi acoustic guitar",
    hints="strumming, rock music",
    about="A stringed musical instrument with a fretted neck that is plucked or strummed.",
    parts="body, neck, headstock, fretboard, string, bridge, pickguard, peg, pickup, rosette, stand, rim",
)  # fmt: skip
def guitar(drawing: Drawing, brief: Brief) -> None:
    """Draw an acoustic or an electric guitar on a stand: neck with frets, strings, tuners, bridge."""
    is_electric = brief.has("electric", "bass", "stratocaster") or kin(brief) in ("futuristic", "industrial")
    is_small = brief.has("ukulele")
    strings = brief.count("string", 4 if is_small or brief.has("bass") else 6, least=3, most=12)
    tool = Drawing(brief)
    wood = brief.of(
        "body guitar", "paint_red" if is_electric and brief.style_name == "realistic" else "wood", is_main=True
    )
    dark, metal = brief.of("fretboard bridge", "walnut"), brief.of("peg pickup tuner accent", "accent", is_accent=True)
    thick = 0.044 if is_electric else 0.1
    front = thick / 2
    if is_electric:
        cut(tool, "body", _ELECTRIC, thick, wood, is_smooth=True, bevel_m=0.008)
        _electrics(tool, brief, front, metal)
    else:
        cut(
            tool,
            "sides",
            both_sides(_ACOUSTIC),
            thick - 0.008,
            brief.of("rim side", "walnut"),
            is_smooth=True,
            bevel_m=0.002,
        )
        for z in (-1, 1):
            plate = [(x * 1.012, 0.245 + (y - 0.245) * 1.012) for x, y in both_sides(_ACOUSTIC)]
            cut(tool, "plate", plate, 0.006, wood, at=(0, 0, z * (front - 0.003)), is_smooth=True, bevel_m=0.0022)
        _soundhole(tool, brief, front, dark)
    top = 0.315 if is_electric else 0.487
    scale = 0.93 if is_small else 1.0
    end = 0.17 + 0.63 * scale
    neck = [(-0.027, top - 0.05), (0.027, top - 0.05), (0.0215, end), (-0.0215, end)]
    cut(tool, "neck", neck, 0.024, brief.of("neck", "wood"), at=(0, 0, front - 0.011), bevel_m=0.009)
    board = [(-0.0285, 0.33), (0.0285, 0.33), (0.022, end), (-0.022, end)]
    cut(tool, "fretboard", board, 0.008, dark, at=(0, 0, front + 0.004), bevel_m=0.002)
    for fret in range(1, 20):
        y = end - (end - 0.168) * (1 - 2 ** (-fret / 12))
        if y > 0.335:
            half = 0.0285 - 0.0065 * (y - 0.33) / (end - 0.33)
            strut(tool, "fret", (-half, y, front + 0.008), (half, y, front + 0.008), 0.002, metal)
    head = [(-0.022, end - 0.004), (0.022, end - 0.004), (0.036, end + 0.04), (0.034, end + 0.15),
            (0.012, end + 0.162), (-0.012, end + 0.162),
            (-0.034, end + 0.15), (-0.036, end + 0.04)]  # fmt: skip
    cut(tool, "headstock", head, 0.016, brief.of("headstock head", wood["material"], is_accent=False),
                at=(0, 0, front - 0.006), bevel_m=0.003)  # fmt: skip
    _strings(tool, strings, (0.168, front + 0.0165), (end, front + 0.0095), 0.046, 0.034, metal)
    for number in range(strings):
        side = -1 if number % 2 else 1
        y = end + 0.045 + 0.028 * (number // 2) * 6 / max(strings, 6)
        strut(tool, "post", (side * 0.022, y, front), (side * 0.022, y, front + 0.014), 0.007, metal)
        strut(tool, "peg", (side * 0.034, y, front - 0.008), (side * 0.06, y, front - 0.008), 0.008, metal)
        tool.add("ball", (0.016, 0.02, 0.009), (side * 0.06, y - 0.01, front - 0.008), name="key", **metal)
    _stand(drawing, brief, tool, 0.16, thick, 0.5)
    sized(drawing, brief, (0.4, 1.14, 0.4))


def _electrics(tool: Drawing, brief: Brief, front: float, metal: Finish) -> None:
    """Draw pickguard, pickups, knobs and bridge of an electric guitar."""
    guard = [
        (0.03, 0.3),
        (0.1, 0.345),
        (0.118, 0.3),
        (0.09, 0.22),
        (0.105, 0.13),
        (0.075, 0.08),
        (0.03, 0.12),
        (-0.05, 0.17),
        (-0.07, 0.27),
        (-0.03, 0.3),
    ]
    cut(
        tool,
        "pickguard",
        guard,
        0.003,
        brief.of("pickguard", "plastic_white"),
        at=(0, 0, front + 0.001),
        is_smooth=True,
        bevel_m=0.0008,
    )
    for y in (0.205, 0.255, 0.3):
        tool.add(
            "box",
            (0.072, 0.018, 0.01),
            (0, y - 0.009, front + 0.0045),
            radius_m=0.004,
            name="pickup",
            **brief.of("pickup", "plastic_black"),
        )
    for x, y in ((0.075, 0.165), (0.085, 0.125), (0.062, 0.1)):
        strut(tool, "knob", (x, y, front), (x, y, front + 0.016), 0.02, metal, edge=0.2)
    tool.add("box", (0.078, 0.03, 0.0165), (0, 0.153, front + 0.008), radius_m=0.003, name="bridge", **metal)


def _soundhole(tool: Drawing, brief: Brief, front: float, dark: Finish) -> None:
    """Draw the sound hole as a dark inlay with a rosette of rings, the bridge with its saddle, and a pickguard."""
    strut(
        tool, "soundhole", (0, 0.335, front - 0.004), (0, 0.335, front + 0.0006), 0.096, brief.finish("paint_black", "")
    )
    for inner, across, finish in (
        (0.93, 0.112, brief.of("rosette", "walnut")),
        (0.95, 0.125, brief.of("rosette", "walnut")),
    ):
        ring = Drawing(brief)
        ring.add("hoop", (across, 0.003, across), (0, -0.0015, 0), inner=inner, name="rosette", **finish)
        pose(tool, ring, (0, 0.335, front + 0.0002), (90, 0, 0))
    bridge = [
        (-0.085, 0.15),
        (0.085, 0.15),
        (0.088, 0.158),
        (0.084, 0.17),
        (0.05, 0.182),
        (-0.05, 0.182),
        (-0.084, 0.17),
        (-0.088, 0.158),
    ]
    cut(tool, "bridge", bridge, 0.01, dark, at=(0, 0, front + 0.004), bevel_m=0.003)
    tool.add("box", (0.062, 0.004, 0.01), (0, 0.166, front + 0.007), radius_m=0.001, name="saddle", material="paper")
    guard = [(0.05, 0.3), (0.066, 0.34), (0.1, 0.33), (0.115, 0.27), (0.09, 0.235), (0.06, 0.255)]
    cut(
        tool,
        "pickguard",
        guard,
        0.002,
        brief.of("pickguard", "plastic_black"),
        at=(0, 0, front + 0.0006),
        is_smooth=True,
        bevel_m=0.0005,
    )


def _strings(
    tool: Drawing, count: int, low: Pair, high: Pair, low_wide: float, high_wide: float, metal: Finish
) -> None:
    """Draw strings that fan from the bridge to the nut; each pair is height and depth."""
    for number in range(count):
        share = number / max(count - 1, 1) - 0.5
        start, end = (share * low_wide, low[0], low[1]), (share * high_wide, high[0], high[1])
        strut(tool, "string", start, end, 0.0022 - 0.0002 * number, metal)


def _stand(drawing: Drawing, brief: Brief, tool: Drawing, lift: float, thick: float, tall: float) -> None:
    """Lean an instrument back on a folding stand with two padded arms and four feet."""
    metal, rubber = brief.of("stand base", "iron_black"), brief.of("pad", "rubber_black")
    lean = 8.0
    pose(drawing, tool, (0.0, lift, 0.02), (-lean, 0.0, 0.0))
    back = -thick / 2
    top = tall * 0.62
    for side in (-1.0, 1.0):
        strut(drawing, "leg", (0.19 * side, 0.012, 0.17), (0.012 * side, lift + 0.03, back - 0.024), 0.018, metal)
        strut(drawing, "rear_leg", (0.13 * side, 0.012, -0.2), (0.004 * side, lift + 0.1, back - 0.025), 0.016, metal)
        for x, z in ((0.19 * side, 0.17), (0.13 * side, -0.2)):
            drawing.add("disc", (0.034, 0.022, 0.034), (x, 0, z), edge=0.3, name="foot", **rubber)
        start, end = (0.008 * side, lift - 0.006, back - 0.02), (0.075 * side, lift - 0.014, 0.02 + thick / 2 + 0.01)
        strut(drawing, "arm", start, end, 0.016, rubber, edge=0.3)
        strut(drawing, "hook", end, (end[0], end[1] + 0.035, end[2] + 0.004), 0.016, rubber, edge=0.3)
    behind = 0.02 + back - 0.1405 * top - 0.006
    strut(drawing, "post", (0, lift - 0.012, back - 0.02), (0, lift + top, behind), 0.02, metal)
    strut(
        drawing,
        "yoke",
        (-0.07, lift + top, behind + 0.004),
        (0.07, lift + top, behind + 0.004),
        0.018,
        rubber,
        edge=0.3,
    )


@archetype(
    "violin", "object", "instrument",
    "violin, viola, fiddle, geige, violine, violon, violín, string instrument, "
    "viola instrument, stringed instrument, baroque violin, "
    "electric violin",
    hints="orchestra, bowing", about="A small wooden stringed musical instrument that is played with a bow.",
    parts="body, neck, scroll, fingerboard, string, bridge, tailpiece, peg, chinrest, stand",
)  # fmt: skip
def violin(drawing: Drawing, brief: Brief) -> None:
    """Draw a violin on a stand: arched plates, f-holes, bridge, tailpiece, chin rest, pegs and scroll."""
    tool = Drawing(brief)
    wood = brief.of(
        "body violin", "walnut" if kin(brief) in ("realistic", "rustic", "art deco") else "wood", is_main=True
    )
    if brief.style_name == "realistic" and not (wood["color"] or brief.materials):
        wood = brief.finish("walnut", "#a8562a")
    dark, metal = (
        brief.of("fingerboard tailpiece chinrest peg accent", "paint_black", is_accent=True),
        brief.of("string", "metal"),
    )
    cut(tool, "body", both_sides(_VIOLIN), 0.062, wood, kind="arched_plate", is_smooth=True, arch=0.24, overhang=0.03)
    for side in (-1.0, 1.0):
        hole = [
            (0.036, 0.145, 0.0245, 0.0042), (0.0335, 0.16, 0.027, 0.0024), (0.04, 0.178, 0.0262, 0.003),
            (0.046, 0.195, 0.0252, 0.0024), (0.04, 0.21, 0.0262, 0.0042)
        ]  # fmt: skip
        bones = [
            limb((side * a[0], a[1], a[2]), a[3], (side * b[0], b[1], b[2]), b[3], (1, 1, 0.8))
            for a, b in pairwise(hole)
        ]
        blend(tool, "f_hole", bones, brief.finish("paint_black", ""), soft=0.002)
    neck = [limb((0, 0.335, 0.015), 0.0145, (0, 0.475, 0.016), 0.0105),
            limb((0, 0.475, 0.016), 0.011, (0, 0.53, 0.004), 0.0115),
            limb((0, 0.53, 0.004), 0.0115, (0, 0.565, -0.014), 0.008, (1.0, 1, 1))]  # fmt: skip
    blend(tool, "neck", neck, wood, soft=0.008, fineness=1.5)
    _scroll(tool, wood)
    strut(tool, "fingerboard", (0, 0.235, 0.0445), (0, 0.475, 0.0285), 0.032, dark, kind="box", radius_m=0.004)
    tailpiece = [(-0.009, 0.02), (0.009, 0.02), (0.02, 0.105), (0.018, 0.118), (-0.018, 0.118), (-0.02, 0.105)]
    cut(tool, "tailpiece", tailpiece, 0.007, dark, at=(0, 0, 0.0385), bevel_m=0.0025)
    strut(tool, "button", (0, -0.006, 0.012), (0, 0.024, 0.038), 0.006, dark)
    bridge = [
        (-0.022, 0.0), (-0.012, 0.0), (-0.006, 0.006), (0.006, 0.006), (0.012, 0.0), (0.022, 0.0),
        (0.017, 0.016), (0.014, 0.026), (0, 0.031), (-0.014, 0.026), (-0.017, 0.016)
    ]  # fmt: skip
    side_view = Drawing(brief)
    cut(side_view, "bridge", bridge, 0.005, brief.of("bridge", "pine"), bevel_m=0.001)
    pose(tool, side_view, (0, 0.177, 0.026), (90, 0, 0))
    chin = [limb((-0.05, 0.035, 0.034), 0.022, (-0.022, 0.024, 0.036), 0.012, (1.2, 1.0, 0.42))]
    blend(tool, "chinrest", chin, dark, soft=0.004)
    _strings(tool, 4, (0.177, 0.0565), (0.475, 0.0405), 0.024, 0.015, metal)
    _strings(tool, 4, (0.112, 0.0415), (0.177, 0.0565), 0.024, 0.024, metal)
    for number, y in enumerate((0.492, 0.506, 0.52, 0.534)):
        side = -1 if number % 2 else 1
        strut(tool, "peg", (-side * 0.012, y, 0.01), (side * 0.032, y, 0.01), 0.006, dark)
        tool.add("ball", (0.012, 0.018, 0.007), (side * 0.036, y - 0.009, 0.01), name="peg_head", **dark)
    _stand(drawing, brief, tool, 0.1, 0.066, 0.4)
    _bow(drawing, brief, dark, metal)
    sized(drawing, brief, (0.4, 0.69, 0.4))


def _scroll(tool: Drawing, wood: Finish) -> None:
    """Draw the volute that rolls forward at the end of the pegbox, narrower in its inner turns."""
    turns = [(0.46 * step, 0.021 * 0.87**step) for step in range(13)]
    path = [(0.5725 - reach * cos(turn), 0.0015 - reach * sin(turn), reach) for turn, reach in turns]
    bones = [
        limb((0, y0, z0), 0.0024 + 0.24 * r0, (0, y1, z1), 0.0024 + 0.24 * r1, (1.5 + 0.1 * step, 1, 1))
        for step, ((y0, z0, r0), (y1, z1, r1)) in enumerate(pairwise(path))
    ]
    box = limb((0, 0.556, -0.011), 0.0085, (0, 0.5725, -0.014), 0.007)
    blend(tool, "scroll", [box, *bones], wood, soft=0.002, fineness=2.0)
    for side in (-1.0, 1.0):
        strut(tool, "eye", (side * 0.006, 0.5725, 0.0015), (side * 0.0155, 0.5725, 0.0015), 0.0075, wood, edge=0.3)


def _bow(drawing: Drawing, brief: Brief, dark: Finish, metal: Finish) -> None:
    """Draw the bow, resting on its frog and tip on the ground before the stand."""
    stick = [limb((-0.34, 0.0165, 0.27), 0.0042, (0.0, 0.0125, 0.27), 0.0038),
             limb((0.0, 0.0125, 0.27), 0.0038, (0.36, 0.022, 0.27), 0.003),
             limb((0.36, 0.022, 0.27), 0.004, (0.373, 0.004, 0.27), 0.004)]  # fmt: skip
    blend(drawing, "bow", stick, brief.of("bow", "walnut"), soft=0.002, fineness=1.6)
    strut(drawing, "hair", (-0.31, 0.004, 0.27), (0.372, 0.004, 0.27), 0.003, brief.finish("paper", ""))
    drawing.add("box", (0.045, 0.02, 0.011), (-0.31, 0, 0.27), radius_m=0.002, name="frog", **dark)
    strut(drawing, "screw", (-0.352, 0.0155, 0.27), (-0.328, 0.0155, 0.27), 0.008, metal)
