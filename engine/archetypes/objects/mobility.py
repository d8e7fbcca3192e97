"""What helps people along: a wheelchair, a stroller, crutches, a walker."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import sized, strut
from engine.archetypes.register import archetype


def _pair(drawing: Drawing, name: str, path: list[Triple], thick: float, finish: Finish) -> None:
    """Draw a tube and its mirror image across x = 0."""
    for side in (-1.0, 1.0):
        bent(drawing, [(side * x, y, z) for x, y, z in path], thick, finish, name=name)


def _caster(drawing: Drawing, at: tuple[float, float], across: float, top: float, metal: Finish) -> None:
    """Draw a small wheel in a fork under a tube at x, z, whose middle is `top` high."""
    x, z = at
    drawing.add("wheel", (across * 0.26, across, across), (x, 0, z), style="spoke", name="caster",
                tyre_material="rubber_black", **metal)  # fmt: skip
    for side in (-1.0, 1.0):
        strut(drawing, "fork", (x + side * across * 0.2, across / 2, z), (x + side * across * 0.16, across * 1.12, z),
              across * 0.09, metal)  # fmt: skip
    strut(drawing, "axle", (x - across * 0.23, across / 2, z), (x + across * 0.23, across / 2, z), across * 0.08, metal)
    drawing.add("box", (across * 0.46, across * 0.1, across * 0.2), (x, across * 1.06, z), name="fork_crown", **metal)
    strut(drawing, "stem", (x, across * 1.1, z), (x, top, z), across * 0.15, metal)


@archetype(
    "wheelchair", "furniture", "seating",
    "wheelchair, wheel chair, electric wheelchair, mobility chair, rollstuhl, fauteuil roulant, chaise roulante, "
    "silla de ruedas, transport chair, invalid chair",
    hints="disabled, mobility",
        about="A wheelchair: a seat on two large wheels and two casters for a person who cannot walk.",
    parts="seat, back, wheel, frame, footrest, armrest, handle, caster, rim",
)  # fmt: skip
def wheelchair(drawing: Drawing, brief: Brief) -> None:
    """Draw a wheelchair: tube frame, spoked wheels with push rims, casters, sling seat, armrests, footrests."""
    metal = brief.of("frame body", "metal" if kin(brief) != "realistic" else "chrome", is_main=True)
    cloth = brief.of(
        "seat back cushion accent", "fabric" if kin(brief) != "realistic" else "leather_black", is_accent=True
    )
    rubber, pad = brief.of("handle grip", "rubber_black"), brief.of("armrest arm", "rubber_black")
    rims = brief.of("rim wheel", metal["material"])
    for side in (-1.0, 1.0):
        drawing.add("wire_wheel", (0.05, 0.61, 0.61), (side * 0.29, 0, -0.12), name="wheel", **rims)
        drawing.add(
            "torus", (0.53, 0.016, 0.53), (side * 0.335, 0.297, -0.12), turn=(0, 0, 90), name="push_rim", **metal
        )
        strut(drawing, "axle", (side * 0.2, 0.305, -0.12), (side * 0.32, 0.305, -0.12), 0.03, metal)
        for y, z in ((0.25, 0.0), (-0.25, 0.0), (0.0, 0.25), (0.0, -0.25)):
            start, end = (
                (side * 0.295, 0.305 + y * 1.14, -0.12 + z * 1.14),
                (side * 0.336, 0.305 + y * 1.03, -0.12 + z * 1.03),
            )
            strut(drawing, "rim_post", start, end, 0.01, metal)
        _caster(drawing, (side * 0.2, 0.27), 0.17, 0.47, metal)
        drawing.add("box", (0.05, 0.03, 0.34), (side * 0.215, 0.69, -0.02), radius_m=0.012, name="armrest", **pad)
        strut(drawing, "grip", (side * 0.2, 0.925, -0.28), (side * 0.2, 0.925, -0.41), 0.034, rubber, edge=0.3)
        drawing.add("box", (0.15, 0.014, 0.13), (side * 0.1, 0.1, 0.5), turn=(-14, 0, 0), radius_m=0.004,
            name="footrest",
                    **brief.of("footrest", "plastic_black"))  # fmt: skip
    _pair(drawing, "frame", [(0.2, 0.28, -0.22), (0.2, 0.6, -0.22), (0.2, 0.88, -0.235), (0.2, 0.925, -0.28),
                             (0.2, 0.925, -0.36)], 0.024, metal)  # fmt: skip
    _pair(drawing, "frame", [(0.2, 0.3, -0.22), (0.2, 0.3, 0.1), (0.2, 0.3, 0.27)], 0.024, metal)
    _pair(drawing, "frame", [(0.2, 0.47, -0.23), (0.2, 0.47, 0.1), (0.2, 0.47, 0.3), (0.2, 0.42, 0.36), (0.17, 0.25,
        0.42),
                             (0.15, 0.105, 0.47)], 0.024, metal)  # fmt: skip
    _pair(drawing, "frame", [(0.215, 0.47, 0.13), (0.215, 0.66, 0.13), (0.215, 0.695, 0.1), (0.215, 0.695, -0.1),
                             (0.2, 0.695, -0.22)], 0.022, metal)  # fmt: skip
    for y, z in ((0.3, -0.16), (0.47, -0.18)):
        strut(drawing, "cross", (-0.2, y, z), (0.2, 0.77 - y, z + 0.03), 0.022, metal)
    drawing.add("box", (0.41, 0.045, 0.42), (0, 0.465, 0.045), radius_m=0.016, name="seat", **cloth)
    drawing.add("box", (0.41, 0.4, 0.025), (0, 0.5, -0.225), radius_m=0.01, name="back", **cloth)
    sized(drawing, brief, (0.68, 0.94, 1.0))


@archetype(
    "stroller", "object", "childcare",
    "stroller, pram, baby carriage, pushchair, buggy stroller, baby stroller, baby buggy, perambulator, kinderwagen, "
    "poussette, cochecito, carrito de bebé, doll pram",
    hints="baby, push", about="A stroller: a small carriage with a hood and a handle in which a baby is pushed.",
    parts="hood, body, wheel, frame, handle, basket, cushion, seat",
)  # fmt: skip
def stroller(drawing: Drawing, brief: Brief) -> None:
    """Draw a pram: tub body with a folding hood, four spoked wheels on sprung frames, handle, basket."""
    cloth = brief.of("body hood seat", "fabric" if kin(brief) != "realistic" else "fabric_blue", is_main=True)
    metal = brief.of("frame wheel accent", "chrome" if kin(brief) == "realistic" else "metal", is_accent=True)
    inside = brief.of("cushion lining", "fabric_grey")
    drawing.add(
        "open_box", (0.42, 0.26, 0.82), (0, 0.5, 0.0), wall_m=0.03, corner_m=0.17, flare=0.12, name="body", **cloth
    )
    drawing.add("box", (0.33, 0.08, 0.66), (0, 0.55, 0), radius_m=0.03, name="cushion", **inside)
    drawing.add("quarter_hood", (0.44, 0.36, 0.38), (0, 0.73, -0.22), name="hood", **cloth)
    for x in (-1.0, 1.0):
        for z in (-0.3, 0.3):
            drawing.add("wire_wheel", (0.035, 0.3, 0.3), (x * 0.25, 0, z), name="wheel", **metal)
    for z in (-0.3, 0.3):
        strut(drawing, "axle", (-0.27, 0.15, z), (0.27, 0.15, z), 0.02, metal)
    _pair(drawing, "spring", [(0.19, 0.15, -0.3), (0.19, 0.22, -0.36), (0.19, 0.34, -0.3), (0.19, 0.42, 0.0), (0.19,
        0.34, 0.3),
                              (0.19, 0.22, 0.36), (0.19, 0.15, 0.3)], 0.018, metal)  # fmt: skip
    strut(drawing, "cross", (-0.19, 0.42, 0), (0.19, 0.42, 0), 0.02, metal)
    for z in (-0.14, 0.14):
        strut(drawing, "post", (-0.15, 0.39, z), (-0.15, 0.52, z), 0.018, metal)
        strut(drawing, "post", (0.15, 0.39, z), (0.15, 0.52, z), 0.018, metal)
        strut(drawing, "rail", (-0.195, 0.395, z), (0.195, 0.395, z), 0.018, metal)
    drawing.add("open_box", (0.34, 0.12, 0.44), (0, 0.145, 0), wall_m=0.012, corner_m=0.04, name="basket",
                **brief.of("basket", "wicker"))  # fmt: skip
    for z in (-0.21, 0.21):
        strut(drawing, "rail", (-0.19, 0.2, z), (0.19, 0.2, z), 0.012, metal)
        for x in (-0.19, 0.19):
            strut(drawing, "hanger", (x, 0.2, z), (x, 0.37, z), 0.012, metal)
    handle = [(0.16, 0.69, 0.31), (0.2, 0.8, 0.48), (0.2, 0.95, 0.62), (0.17, 0.98, 0.65), (0.0, 0.98, 0.65)]
    bent(drawing, [*handle, *((-x, y, z) for x, y, z in handle[-2::-1])], 0.022, metal, name="handle")
    strut(
        drawing,
        "grip",
        (-0.13, 0.98, 0.65),
        (0.13, 0.98, 0.65),
        0.036,
        brief.of("grip handle", "leather_brown"),
        edge=0.2,
    )
    sized(drawing, brief, (0.54, 1.15, 1.1))


@archetype(
    "crutches", "object", "medical",
    "crutch, crutches, pair of crutches, forearm crutch, walking crutch, krücke, krücken, béquille, béquilles, muleta, "
    "muletas, underarm crutch",
    hints="broken leg, injury", about="Crutches: two props with arm rests that take the weight off an injured leg.",
    parts="pad, grip, shaft, foot, stand",
)  # fmt: skip
def crutches(drawing: Drawing, brief: Brief) -> None:
    """Draw two underarm crutches leaning in a low stand."""
    wood = brief.of("shaft frame body", "wood" if kin(brief) in ("rustic", "steampunk") else "aluminium", is_main=True)
    pad = brief.of("pad grip foot accent", "rubber_black", is_accent=True)
    stand = brief.of("stand base", "wood")
    drawing.add("box", (0.56, 0.03, 0.34), (0, 0, 0), radius_m=0.006, name="stand", **stand)
    for x in (-0.25, 0.25):
        strut(drawing, "upright", (x, 0.02, -0.1), (x, 0.72, -0.1), 0.036, stand)
    strut(drawing, "bar", (-0.265, 0.7, -0.1), (0.265, 0.7, -0.1), 0.036, stand)
    for x in (-0.13, 0.13):
        strut(drawing, "foot", (x, 0.028, -0.072), (x, 0.075, -0.072), 0.042, pad, edge=0.2)
        strut(drawing, "shaft", (x, 0.06, -0.072), (x, 0.62, -0.072), 0.024, wood)
        for side in (-1.0, 1.0):
            path = [(x + side * 0.012, 0.42, -0.072), (x + side * 0.03, 0.56, -0.072), (x + side * 0.06, 0.75, -0.072),
                    (x + side * 0.066, 1.0, -0.072), (x + side * 0.07, 1.26, -0.072)]  # fmt: skip
            bent(drawing, path, 0.02, wood, name="side")
        strut(drawing, "grip", (x - 0.066, 0.86, -0.072), (x + 0.066, 0.86, -0.072), 0.034, pad, edge=0.2)
        drawing.add("box", (0.19, 0.055, 0.05), (x, 1.245, -0.072), radius_m=0.022, name="pad", **pad)
    sized(drawing, brief, (0.56, 1.3, 0.34))


@archetype(
    "walker", "object", "medical",
    "walker, walking frame, zimmer frame, rollator, rollator walker, medical walker, gehhilfe, déambulateur, andador, "
    "mobility walker",
    hints="elderly, support",
        about="A walker: a light frame on four legs that steadies a person who walks with difficulty.",
    parts="frame, grip, leg, wheel, foot, basket",
)  # fmt: skip
def walker(drawing: Drawing, brief: Brief) -> None:
    """Draw a walking frame: two bent sides, cross bars, grips, wheels before and rubber feet behind."""
    metal = brief.of("frame body leg", "aluminium" if kin(brief) == "realistic" else "metal", is_main=True)
    pad = brief.of("grip foot accent", "rubber_black", is_accent=True)
    _pair(drawing, "side", [(0.29, 0.03, -0.24), (0.27, 0.5, -0.2), (0.26, 0.84, -0.18), (0.26, 0.875, -0.13),
                            (0.26, 0.875, 0.08), (0.26, 0.84, 0.13), (0.27, 0.5, 0.16), (0.28, 0.2, 0.2)], 0.027,
                                metal)  # fmt: skip
    for side in (-1.0, 1.0):
        strut(drawing, "foot", (side * 0.2905, 0.001, -0.2425), (side * 0.288, 0.07, -0.237), 0.04, pad, edge=0.2)
        strut(drawing, "grip", (side * 0.26, 0.875, -0.13), (side * 0.26, 0.875, 0.05), 0.038, pad, edge=0.2)
        strut(drawing, "brace", (side * 0.275, 0.44, -0.207), (side * 0.272, 0.44, 0.166), 0.022, metal)
        _caster(drawing, (side * 0.28, 0.2), 0.13, 0.24, metal)
    for y, z in ((0.62, 0.148), (0.4, 0.17)):
        strut(drawing, "bar", (-0.272, y, z), (0.272, y, z), 0.024, metal)
    if brief.has("basket"):
        drawing.add(
            "open_box",
            (0.36, 0.16, 0.2),
            (0, 0.44, 0.255),
            wall_m=0.01,
            corner_m=0.02,
            name="basket",
            **brief.of("basket", "wicker"),
        )
    sized(drawing, brief, (0.6, 0.89, 0.5))
