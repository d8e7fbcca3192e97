"""Rug, soda can, phone stand, extension cord."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, toned, usual
from engine.archetypes.objects.laying import lay
from engine.archetypes.objects.shaping import cut, sized, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "extension cord", "object", "household",
    "extension cord, power strip, plug, electric plug, power outlet, socket, wall socket, steckdose, multi plug, "
    "extension lead, steckdosenleiste, power cord, power socket",
    about="A cord with a plug and a strip of sockets that brings power to machines.",
        parts="cord, cable, plug, switch, body, socket",
)  # fmt: skip
def extension_cord(drawing: Drawing, brief: Brief) -> None:
    """Draw a strip of sockets with its switch, a cord and a plug."""
    body, dark = toned(brief, "body strip case", "plastic_white", "#f3f3f0"), brief.of("hole", "plastic_black")
    count = brief.count("socket", brief.count("outlet", 4), least=1, most=8)
    long = 0.06 + 0.055 * count
    drawing.add("box", (0.055, 0.036, long), radius_m=0.008, name="body", **body)
    for number in range(count):
        z = -long / 2 + 0.065 + 0.055 * number
        drawing.add("hoop", (0.042, 0.003, 0.042), (0, 0.0352, z), inner=0.86, name="socket", **body)
        for x in (-0.0095, 0.0095):
            drawing.add("post", (0.0055, 0.0022, 0.0055), (x, 0.0345, z), name="hole", **dark)
    drawing.add(
        "box",
        (0.018, 0.008, 0.024),
        (0, 0.033, -long / 2 + 0.022),
        turn=(7, 0, 0),
        radius_m=0.002,
        name="switch",
        material="paint_red",
    )
    cord = brief.of("cord cable", "rubber_black" if body["material"] != "plastic_black" else "plastic_white")
    y = 0.0045
    path = [
        (0, 0.016, -long / 2 + 0.006),
        (0, 0.008, -long / 2 - 0.05),
        (0.08, y, -long / 2 - 0.08),
        (0.14, y, -0.04),
        (0.09, y, 0.08),
        (0.1, y, 0.14),
    ]
    wire(drawing, "cord", path, 0.009, cord)
    strut(drawing, "plug", (0.1, 0.0185, 0.132), (0.1, 0.0185, 0.175), 0.037, body, edge=0.15)
    strut(drawing, "plug_neck", (0.1, 0.0068, 0.115), (0.1, 0.0068, 0.138), 0.0135, body, edge=0.2)
    for x in (0.0905, 0.1095):
        strut(drawing, "pin", (x, 0.0185, 0.172), (x, 0.0185, 0.194), 0.0048, metal(brief, "pin", "chrome"), edge=0.3)
    sized(drawing, brief, (0.2, 0.04, 0.36))


@archetype(
    "phone stand", "object", "household",
    "phone stand, phone holder, headphone stand, headset stand, tablet stand, mobile phone stand, smartphone stand, "
    "charging stand, headphone holder",
    about="A stand on a desk that holds a phone or headphones.", parts="base, arm, hook, pad, stem",
)  # fmt: skip
def phone_stand(drawing: Drawing, brief: Brief) -> None:
    """Draw a leaning cradle for a phone, or a stem with a yoke for headphones."""
    body = brief.of(
        "stand arm stem body",
        {"realistic": "walnut", "modern": "aluminium"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    base, pad = brief.of("base", "metal"), brief.of("pad", "rubber_black")
    if has(brief, "headphone headset"):
        drawing.add("post", (0.15, 0.016, 0.15), edge=0.3, name="base", **base)
        strut(drawing, "stem", (0, 0.014, -0.03), (0, 0.245, -0.03), 0.024, body, edge=0.2)
        cut(drawing, "yoke", [(-0.06, 0.225), (-0.045, 0.215), (0.045, 0.215), (0.06, 0.225), (0.045, 0.262), (0.0,
            0.276), (-0.045, 0.262)], 0.055, body, is_smooth=True,
            at=(0, 0, -0.01))  # fmt: skip
        drawing.add("box", (0.07, 0.006, 0.05), (0, 0.27, -0.01), radius_m=0.002, name="pad", **pad)
        return sized(drawing, brief, (0.15, 0.276, 0.15))
    drawing.add("box", (0.085, 0.012, 0.1), (0, 0, 0), radius_m=0.005, name="base", **base)
    strut(drawing, "arm", (0, 0.008, -0.036), (0, 0.085, -0.008), 0.02, base, edge=0.2)
    drawing.add("box", (0.075, 0.115, 0.009), (0, 0.034, -0.008), turn=(-20, 0, 0), radius_m=0.004, name="back", **body)
    drawing.add(
        "box", (0.075, 0.009, 0.032), (0, 0.033, 0.0225), turn=(-20, 0, 0), radius_m=0.003, name="ledge", **body
    )
    drawing.add("box", (0.075, 0.02, 0.006), (0, 0.0325, 0.0385), turn=(-20, 0, 0), radius_m=0.002, name="lip", **body)
    drawing.add("box", (0.05, 0.07, 0.003), (0, 0.056, -0.0022), turn=(-20, 0, 0), radius_m=0.001, name="pad", **pad)
    return sized(drawing, brief, (0.085, 0.15, 0.1))


@archetype(
    "rug", "object", "household",
    "rug, carpet, floor rug, persian rug, area rug, round rug, doormat, bath mat, floor mat, teppich, tapis, "
    "alfombra, yoga mat, runner rug, prayer rug, oriental rug",
    about="A woven carpet with a border and fringes that lies on the floor.",
        parts="border, fringe, medallion, center, centre, band", features="fringe, round",
)  # fmt: skip
def rug(drawing: Drawing, brief: Brief) -> None:
    """Draw a rug with its border, bands and a medallion by style; round or long if asked for."""
    is_round = has(brief, "round circular")
    width, height, depth = brief.box(
        *(
            (1.8, 0.014, 1.8)
            if is_round
            else (0.75, 0.014, 0.45)
            if has(brief, "doormat bath mat")
            else (2.4, 0.014, 1.6)
        )
    )
    main = toned(brief, "rug carpet centre center", "wool", brief.choose("#8e3b36", "#3f5d7a", "#6f7d5a"))
    second = toned(brief, "border band medallion", "wool", "#e6d9bd", is_main=False, second=True)
    plain = brief.style_name in ("minimalist", "modern", "scandinavian", "japanese", "industrial")
    if is_round:
        _rings(drawing, (width, height, depth), main, second, is_plain=plain)
        return
    drawing.add("rug", (width, height, depth), name="rug", **main)
    if plain:
        _bands(drawing, brief, (width, height, depth), second)
        return
    _border(drawing, (width, height, depth), second)
    _medallion(drawing, (width, height, depth), main, second)


def _rings(drawing: Drawing, size: Triple, main: Finish, second: Finish, *, is_plain: bool) -> None:
    """Draw a round rug of rings."""
    width, height, _ = size
    for share, finish in (
        ((1.0, main), (0.86, second), (0.8, main), (0.4, second), (0.34, main))
        if not is_plain
        else ((1.0, main), (0.94, second), (0.91, main))
    ):
        drawing.add(
            "disc", (width * share, height * (1.24 - 0.24 * share), width * share), edge=0.2, name="ring", **finish
        )


def _bands(drawing: Drawing, brief: Brief, size: Triple, second: Finish) -> None:
    """Draw bands across the rug."""
    width, height, depth = size
    rise = height * 0.66
    for number in range(brief.count("band", 3, most=9)):
        z = depth * (-0.3 + 0.12 * number)
        drawing.add(
            "box", (width * 0.86, height * 0.5, depth * 0.035), (0, rise, z), radius_m=0.001, name="band", **second
        )


def _border(drawing: Drawing, size: Triple, second: Finish) -> None:
    """Draw a line along each edge."""
    width, height, depth = size
    rise = height * 0.66
    for x, z, wide, deep in (
        (0, 0.4, 0.86, 0.02),
        (0, -0.4, 0.86, 0.02),
        (0.42, 0, 0.013, 0.82),
        (-0.42, 0, 0.013, 0.82),
    ):
        drawing.add(
            "box",
            (width * wide, height * 0.5, depth * deep),
            (x * width, rise, z * depth),
            radius_m=0.001,
            name="border",
            **second,
        )


def _medallion(drawing: Drawing, size: Triple, main: Finish, second: Finish) -> None:
    """Draw stars in the middle and in the corners."""
    width, height, depth = size
    rise = height * 0.66
    for across, finish, step in ((0.34, second, 0.0), (0.27, main, 0.12), (0.12, second, 0.24)):
        points = [
            (
                across * width * 0.72 * (1.0 if n % 2 == 0 else 0.74) * cos(pi * n / 8),
                across * depth * 1.0 * (1.0 if n % 2 == 0 else 0.74) * sin(pi * n / 8),
            )
            for n in range(16)
        ]
        lay(drawing, "medallion", points, height * 0.5, finish, y=rise + height * step, edge_m=0.0006)
    for x, z in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        star = [
            (x * width * 0.36 + 0.05 * width * cos(pi * n / 2), z * depth * 0.3 + 0.07 * depth * sin(pi * n / 2))
            for n in range(4)
        ]
        lay(drawing, "corner", star, height * 0.5, second, y=rise, edge_m=0.0006)


@archetype(
    "soda can", "object", "tableware",
        "soda can, beer can, can of soda, tin can, drink can, cola can, dose, canette, lata, can of beans, food can, "
        "can, soft drink can",
    about="A can of tin with a drink or food in it.", parts="lid, label, tab, rim, body",
)  # fmt: skip
def soda_can(drawing: Drawing, brief: Brief) -> None:
    """Draw a drinks can with its tab, or a ribbed food can with a label."""
    tin = metal(brief, "lid rim tab", "aluminium_polished")
    if has(brief, "food bean tin"):
        drawing.add(
            "grown",
            (0.075, 0.1, 0.075),
            profile=[0.97, 0.0, 1.0, 0.02, 1.0, 0.05, 0.96, 0.07, 0.96, 0.93, 1.0, 0.95, 1.0, 0.98, 0.97, 1.0],
            name="can",
            **tin,
        )
        drawing.add(
            "post",
            (0.0752, 0.076, 0.0752),
            (0, 0.012, 0),
            edge=0.01,
            name="label",
            **usual(brief, "label can body", "paper", "#b3261e"),
        )
        return sized(drawing, brief, (0.075, 0.1, 0.075))
    body = usual(brief, "body label can", "metallic_paint", brief.choose("#b81f24", "#1f5fa8", "#2f8a4a"))
    drawing.add(
        "turning",
        (0.066, 0.112, 0.066),
        (0, 0.003, 0),
        profile=[0.72, 0.0, 0.82, 0.01, 1.0, 0.07, 1.0, 0.86, 0.84, 0.985, 0.8, 1.0],
        name="can",
        is_flowing=False,
        **body,
    )
    drawing.add("torus", (0.05, 0.005, 0.05), (0, 0.0, 0), name="foot", **tin)
    drawing.add("torus", (0.0545, 0.0045, 0.0545), (0, 0.1135, 0), name="rim", **tin)
    drawing.add("post", (0.051, 0.003, 0.051), (0, 0.1125, 0), name="lid", **tin)
    drawing.add("plate", (0.013, 0.0016, 0.022), (0, 0.1152, 0.003), corner_m=0.006, name="tab", **tin)
    return sized(drawing, brief, (0.066, 0.118, 0.066))
