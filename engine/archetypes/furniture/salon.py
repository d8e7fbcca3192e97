"""Chairs in which one is served: the barber's chair and the dentist's; the front is +z."""

from math import atan2, degrees, hypot

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import same_as, soft_and_hard
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import Pair, sized, spin, strut
from engine.archetypes.register import archetype

_HIDES = {
    "steampunk": "leather_brown", "rustic": "leather_tan", "victorian": "leather_brown", "futuristic": "leather_white",
    "scandinavian": "leather_tan", "mid century": "leather_tan", "japanese": "leather_tan",
}  # fmt: skip


@archetype(
    "barber chair", "furniture", "chair",
    "barber chair, barber's chair, barbershop chair, barber shop chair, hairdresser chair, hairdresser's chair, "
    "hairdressing chair, salon chair, hair salon chair, styling chair, friseurstuhl, barbierstuhl, "
    "fauteuil de barbier, fauteuil de coiffeur, sillón de barbero, silla de barbero, poltrona da barbiere",
    hints="haircut, shave, hairdresser, salon",
    about="A barber chair: a padded chair with a headrest and a footrest on a round base that is pumped up by a lever.",
    parts="seat, back, arm, armrest, headrest, footrest, base, lever, frame, cushion, column, upholstery",
    features="headrest, footrest, tufted, lever",
)  # fmt: skip
def barber_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a round base with a pump, the seat, arms and back, a headrest on two rods, a footrest in front."""
    hide, metal = soft_and_hard(
        brief,
        "seat back cushion upholstery body",
        "frame base column arm footrest leg",
        _HIDES.get(brief.style_name, "leather_black"),
        _steel(brief),
    )
    finish = (
        "tufted"
        if brief.has("tufted", default=brief.style_name in ("victorian", "baroque", "steampunk"))
        else (
            "channelled"
            if brief.has("channelled", default=brief.style_name in ("art deco", "mid century"))
            else "plain"
        )
    )
    foot: list[Pair] = [(0.32, 0.0), (0.32, 0.02), (0.29, 0.05), (0.13, 0.075), (0.085, 0.12), (0.085, 0.2)]
    spin(drawing, "base", foot, metal)
    drawing.add("rod", (0.125, 0.2, 0.125), (0, 0.19, 0), name="column", **plain("steel_polished"))
    drawing.add("box", (0.44, 0.05, 0.46), (0, 0.37, 0.0), radius_m=0.012, name="frame", **metal)
    if brief.has("lever", default=True):
        strut(drawing, "lever", (0.05, 0.26, 0.0), (0.35, 0.4, 0.16), 0.022, metal)
        drawing.add("ball", (0.05, 0.05, 0.05), (0.355, 0.38, 0.163), name="knob", **plain("plastic_black"))
    drawing.add("cushion", (0.54, 0.14, 0.54), (0, 0.41, 0.02), finish=finish, name="seat", **hide)
    drawing.add(
        "backrest",
        (0.54, 0.56, 0.14),
        (0, 0.5, -0.285),
        turn=(-12, 0, 0),
        finish=finish,
        lumbar_m=0.02,
        name="back",
        **hide,
    )
    drawing.add("box", (0.5, 0.5, 0.03), (0, 0.53, -0.36), turn=(-12, 0, 0), radius_m=0.012, name="shell", **metal)
    _arms(drawing, brief, hide, metal)
    if brief.has("headrest", default=True):
        for x in (-0.07, 0.07):
            strut(drawing, "rod", (x, 0.92, -0.325), (x, 1.2, -0.385), 0.018, metal)
        drawing.add(
            "cushion",
            (0.3, 0.09, 0.15),
            (0, 1.12, -0.335),
            turn=(78, 0, 0),
            name="headrest",
            **same_as(brief, "headrest", hide),
        )
    if brief.has("footrest", default=True):
        _footrest(drawing, hide, metal)
    sized(drawing, brief, (0.72, 1.22, 1.1))


def _steel(brief: Brief) -> str:
    return "chrome" if brief.style_name in ("realistic", "modern", "mid century", "bauhaus") else "metal"


def _arms(drawing: Drawing, brief: Brief, hide: Finish, metal: Finish) -> None:
    """Draw two bent arms from the frame up and over, each with a pad."""
    for x in (-0.3, 0.3):
        path = [
            (x * 0.7, 0.395, 0.17),
            (x, 0.42, 0.19),
            (x, 0.66, 0.2),
            (x, 0.7, 0.12),
            (x, 0.7, -0.2),
            (x, 0.66, -0.33),
            (x * 0.82, 0.6, -0.36),
        ]
        bent(drawing, path, 0.035, metal, name="arm")
        drawing.add(
            "box",
            (0.09, 0.055, 0.36),
            (x, 0.7, -0.05),
            radius_m=0.024,
            name="armrest",
            **same_as(brief, "armrest", hide),
        )


def _footrest(drawing: Drawing, hide: Finish, metal: Finish) -> None:
    """Draw two bars that slope forward to a plate, a pad for the calves between them."""
    for x in (-0.17, 0.17):
        bent(drawing, [(x, 0.395, 0.16), (x, 0.39, 0.3), (x, 0.2, 0.46), (x, 0.12, 0.58)], 0.03, metal, name="footrest")
    drawing.add("box", (0.42, 0.025, 0.24), (0, 0.1, 0.62), turn=(-14, 0, 0), radius_m=0.011, name="plate", **metal)
    for z in (0.54, 0.6, 0.66):
        drawing.add(
            "box",
            (0.36, 0.008, 0.02),
            (0, 0.122 + (z - 0.62) * 0.25, z),
            turn=(-14, 0, 0),
            name="tread",
            **plain("rubber_black"),
        )
    drawing.add("cushion", (0.38, 0.07, 0.24), (0, 0.27, 0.415), turn=(50, 0, 0), name="legrest", **hide)


@archetype(
    "dentist chair", "furniture", "chair",
    "dentist chair, dentist's chair, dental chair, dental unit, dental treatment chair, dentists chair, "
    "dental patient chair, orthodontist chair, zahnarztstuhl, behandlungsstuhl, fauteuil dentaire, sillón dental, "
    "silla de dentista, poltrona da dentista",
    hints="dentist, teeth, dental surgery, patient",
    about="A dentist chair: a long padded chair that reclines, with a lamp on an arm, a tray of tools and a basin.",
    parts="seat, back, headrest, arm, armrest, footrest, base, lamp, tray, basin, cushion, body, tool, unit",
    features="lamp, light=lamp, tray, basin, sink=basin, tool, headrest",
)  # fmt: skip
def dentist_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a base with a column, a reclined bed of pads, and a unit beside it with basin, lamp and tray on arms."""
    hide = usual(
        brief,
        "seat back cushion upholstery headrest",
        _HIDES.get(brief.style_name, "leather_white"),
        "" if brief.style_name in _HIDES else "#4f9aa3",
    )
    body = usual(
        brief,
        "body base unit frame accent",
        "enamel_white" if brief.style_name in ("realistic", "modern") else "metal",
        "",
        is_main=False,
    )
    steel = plain("chrome")
    drawing.add("box", (0.56, 0.07, 1.0), (0, 0, 0.0), radius_m=0.03, name="base", **body)
    drawing.add("box", (0.26, 0.36, 0.34), (0, 0.06, 0.02), radius_m=0.04, name="column", **body)
    drawing.add("box", (0.4, 0.05, 0.62), (0, 0.4, 0.05), radius_m=0.02, name="frame", **body)
    seat, knee, toe = (-0.28, 0.5), (0.3, 0.52), (0.98, 0.42)
    _pad(drawing, "seat", seat, knee, (0.56, 0.13), hide)
    _pad(drawing, "footrest", (knee[0] - 0.03, knee[1]), toe, (0.5, 0.11), hide)
    _pad(drawing, "back", (-0.9, 0.98), (seat[0] + 0.06, seat[1] + 0.02), (0.54, 0.12), hide)
    _slab(drawing, "shell", (-0.84, 0.86), (seat[0] + 0.04, seat[1] - 0.07), (0.4, 0.06), body)
    _slab(drawing, "shell", (0.2, 0.44), (0.86, 0.36), (0.36, 0.05), body)
    strut(drawing, "stem", (0, 0.93, -0.82), (0, 1.07, -1.02), 0.07, steel, kind="box")
    _pad(drawing, "headrest", (-1.16, 1.17), (-0.93, 1.03), (0.28, 0.1), hide)
    for x in (-0.33, 0.33):
        bent(drawing, [(x * 0.5, 0.42, -0.12), (x, 0.44, -0.14), (x, 0.62, -0.16)], 0.035, steel, name="arm")
        drawing.add("box", (0.09, 0.06, 0.4), (x, 0.61, -0.08), radius_m=0.027, name="armrest", **hide)
    _unit(drawing, brief, body, steel)
    sized(drawing, brief, (1.1, 1.95, 2.2))


def _pad(drawing: Drawing, name: str, start: Pair, end: Pair, size: Pair, finish: Finish) -> None:
    """Draw a cushion that runs from point to point (z, y); its width and thickness."""
    _slab(drawing, name, start, end, size, finish, kind="cushion")


def _slab(
    drawing: Drawing, name: str, start: Pair, end: Pair, size: Pair, finish: Finish, *, kind: str = "box"
) -> None:
    long = hypot(end[0] - start[0], end[1] - start[1])
    lean = degrees(atan2(start[1] - end[1], end[0] - start[0]))
    at = (0.0, (start[1] + end[1] - size[1]) / 2, (start[0] + end[0]) / 2)
    drawing.add(kind, (size[0], size[1], long), at, turn=(lean, 0, 0), radius_m=size[1] * 0.4, name=name, **finish)


def _unit(drawing: Drawing, brief: Brief, body: Finish, steel: Finish) -> None:
    """Draw the unit beside the chair, joined to its base: basin, lamp over the head, tray over the lap."""
    x, z = -0.56, 0.1
    drawing.add("box", (0.36, 0.06, 0.24), (-0.38, 0.0, z), radius_m=0.02, name="foot", **body)
    drawing.add("box", (0.26, 0.78, 0.34), (x, 0.0, z), radius_m=0.05, name="unit", **body)
    if brief.has("basin", default=True):
        bowl: list[Pair] = [(0.03, 0.0), (0.09, 0.03), (0.115, 0.09), (0.105, 0.095), (0.06, 0.03), (0.001, 0.022)]
        spin(drawing, "basin", bowl, brief.of("basin", "porcelain"), at=(x, 0.77, z + 0.06))
        tap = [(x - 0.09, 0.77, z - 0.06), (x - 0.09, 0.98, z - 0.05), (x - 0.06, 1.01, z), (x - 0.05, 0.95, z + 0.03)]
        bent(drawing, tap, 0.016, steel, name="tap")
    drawing.add("rod", (0.06, 0.94, 0.06), (x, 0.76, z - 0.11), name="post", **body)
    if brief.has("lamp", default=True):
        _lamp(drawing, brief, body, (x, z - 0.11))
    if brief.has("tray", default=True):
        _tray(drawing, brief, body, steel, (x, z - 0.11))


def _lamp(drawing: Drawing, brief: Brief, body: Finish, post: Pair) -> None:
    """Draw an arm from the post's top to a lamp that hangs over the headrest."""
    x, z = post
    bent(
        drawing,
        [(x, 1.67, z), (x + 0.05, 1.86, z - 0.06), (-0.2, 1.9, -0.35), (0, 1.88, -0.55), (0, 1.74, -0.62)],
        0.04,
        body,
        name="lamp_arm",
    )
    shade: list[Pair] = [(0.13, 0.0), (0.14, 0.02), (0.12, 0.06), (0.05, 0.1), (0.03, 0.14)]
    spin(drawing, "lamp", shade, brief.of("lamp", body["material"]), at=(0, 1.62, -0.62))
    drawing.add("disc", (0.22, 0.012, 0.22), (0, 1.612, -0.62), name="bulb", **brief.of("light bulb", "emissive_cold"))
    strut(drawing, "grip", (0.1, 1.66, -0.62), (0.22, 1.66, -0.62), 0.022, plain("rubber_black"))


def _tray(drawing: Drawing, brief: Brief, body: Finish, steel: Finish, post: Pair) -> None:
    """Draw an arm from the post to a tray over the knees, with handpieces that lie on it."""
    x, z = post
    tray = brief.of("tray", "steel_brushed")
    drawing.add("rod", (0.09, 0.09, 0.09), (x, 1.0, z), name="joint", **body)
    bent(
        drawing,
        [(x, 1.045, z), (x + 0.02, 1.045, z + 0.2), (x + 0.1, 1.045, 0.42), (-0.16, 1.045, 0.46)],
        0.04,
        body,
        name="tray_arm",
    )
    drawing.add("rod", (0.045, 0.07, 0.045), (-0.16, 1.02, 0.46), name="pivot", **body)
    drawing.add("open_box", (0.46, 0.03, 0.3), (-0.06, 1.075, 0.46), name="tray", **tray)
    for number in range(brief.count("tool", 4, least=0, most=8)):
        at = -0.06 + 0.05 * (number - 1.5) * (1.0 if number < 8 else 0.5)
        strut(drawing, "tool", (at, 1.09, 0.37), (at, 1.1, 0.55), 0.013, steel)
