"""Winds and bellows: tuba and trombone, accordion, bagpipes, harmonica; gong and tambourine."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import blend, chain, lump, pose, settle, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "tuba", "object", "instrument",
    "tuba, sousaphone, euphonium, trombone, french horn, baritone horn, posaune, waldhorn, tuba instrument",
    hints="brass band, low notes", about="A tuba: a great brass horn with a wide bell, coiled tubes and valves.",
    parts="bell, valve, tube, mouthpiece, stand, body",
)  # fmt: skip
def tuba(drawing: Drawing, brief: Brief) -> None:
    """Draw the coiled tubes with three valves under the wide bell, on a stand."""
    brass = usual(brief, "body bell tube horn", "brass_polished", "")
    silver = brief.of("valve mouthpiece accent", "chrome", is_accent=True)
    bell = [(0.045, 0.0), (0.055, 0.18), (0.08, 0.36), (0.13, 0.47), (0.2, 0.53), (0.205, 0.54), (0.195, 0.54),
        (0.12, 0.48),
            (0.07, 0.37), (0.045, 0.2), (0.02, 0.05), (0.001, 0.04)]  # fmt: skip
    spin(drawing, "bell", bell, brass, at=(-0.08, 0.42, 0))
    coil = [(-0.08, 0.46, 0.0, 0.046), (-0.09, 0.24, 0.0, 0.045), (-0.05, 0.13, 0.0, 0.044), (0.04, 0.095, 0.0, 0.042),
            (0.13, 0.13, 0.01, 0.039), (0.17, 0.22, 0.02, 0.036), (0.17, 0.5, 0.03, 0.031), (0.12, 0.62, 0.04, 0.028),
            (0.04, 0.62, 0.05, 0.025), (0.0, 0.54, 0.055, 0.022), (0.0, 0.3, 0.06, 0.019)]  # fmt: skip
    blend(drawing, "tube", chain(coil), brass, soft=0.006, fineness=1.4)
    for number in range(3):
        x = 0.0 + 0.052 * number
        drawing.add("rod", (0.042, 0.2, 0.042), (x, 0.24, 0.075), edge=0.1, name="valve", **silver)
        drawing.add("rod", (0.012, 0.05, 0.012), (x, 0.43, 0.075), name="stem", **silver)
        drawing.add("disc", (0.034, 0.01, 0.034), (x, 0.475, 0.075), edge=0.3, name="button", **plain("ceramic_white"))
        wire(drawing, "slide", [(x, 0.27, 0.08), (x, 0.2, 0.1), (x + 0.022, 0.17, 0.1), (x + 0.04, 0.2, 0.1),
            (x + 0.04, 0.27, 0.08)],
             0.017, brass)  # fmt: skip
    wire(drawing, "leadpipe", [(0.01, 0.4, 0.07), (-0.06, 0.5, 0.09), (-0.1, 0.62, 0.1), (-0.05, 0.7, 0.13), (0.05,
        0.72, 0.18)],
         0.019, brass)  # fmt: skip
    strut(drawing, "mouthpiece", (0.04, 0.718, 0.172), (0.1, 0.73, 0.21), 0.04, silver, kind="cone", top=0.5)
    foot = brief.of("stand base", "iron_black")
    drawing.add("disc", (0.42, 0.02, 0.34), (0.03, 0, 0.0), name="stand", **foot)
    for x in (-0.07, 0.12):
        strut(drawing, "prop", (x, 0.01, 0), (x, 0.13, 0), 0.03, foot)
    sized(drawing, brief, (0.5, 0.96, 0.42))


@archetype(
    "accordion", "object", "instrument",
    "accordion, piano accordion, button accordion, concertina, squeezebox, bandoneon, melodeon, akkordeon, "
    "ziehharmonika, "
    "accordéon, acordeón",
    hints="folk music, polka",
    about="An accordion: bellows between a keyboard and buttons, pulled and pushed to sound.",
    parts="bellows, key, button, grille, strap, body",
)  # fmt: skip
def accordion(drawing: Drawing, brief: Brief) -> None:
    """Draw the treble side with keys and grille, pleated bellows, and the bass side with its buttons."""
    case = usual(brief, "body case", "lacquer_red", "")
    bellows = usual(brief, "bellows", "paint_black", "", is_main=False)
    metal = brief.of("grille trim accent", "chrome", is_accent=True)
    tall, deep = 0.42, 0.2
    pleats = 13
    for number in range(pleats):
        angle = radians(-16 + 32 * number / (pleats - 1))
        x, y = 0.36 * sin(angle), 0.012 * cos(4 * angle)
        inset = 0.0 if number % 2 else 0.022
        size = (0.022, tall - 0.02 - inset, deep - 0.012 - inset)
        drawing.add(
            "box",
            size,
            (x, 0.012 + y + inset / 2, 0),
            turn=(0, 0, -12 * angle),
            radius_m=0.004,
            name="bellows",
            **bellows,
        )
        if number % 2:
            for z in (-1, 1):
                drawing.add(
                    "box", (0.02, 0.02, 0.02), (x, tall - 0.024 + y, z * (deep / 2 - 0.015)), name="corner", **metal
                )
    drawing.add("box", (0.11, tall, deep), (-0.15, 0, 0), radius_m=0.02, name="body", **case)
    drawing.add("box", (0.1, tall, deep), (0.147, 0, 0), radius_m=0.02, name="body", **case)
    drawing.add("louvres", (0.085, tall * 0.8, 0.012), (-0.148, tall * 0.1, deep / 2), slats=9, name="grille", **metal)
    drawing.add("box", (0.075, tall * 0.96, 0.07), (-0.235, tall * 0.02, 0.02), radius_m=0.008, name="keybed", **case)
    _manuals(drawing, brief, tall)
    sized(drawing, brief, (0.5, tall, deep))


def _manuals(drawing: Drawing, brief: Brief, tall: float) -> None:
    """Draw the keys of the right hand, the buttons and the strap of the left."""
    for number in range(17):
        y = 0.022 + number * (tall - 0.05) / 17
        drawing.add(
            "box",
            (0.085, 0.0195, 0.014),
            (-0.243, y, 0.058),
            radius_m=0.002,
            name="key",
            **brief.of("key", "enamel_white"),
        )
        if number % 7 not in (2, 6):
            drawing.add(
                "box",
                (0.05, 0.012, 0.016),
                (-0.226, y + 0.0165, 0.066),
                radius_m=0.002,
                name="sharp",
                **plain("paint_black"),
            )
    pearl = brief.of("button", "ceramic_white")
    for row in range(12):
        for column in range(4):
            at = (0.2, 0.05 + row * 0.029, -0.04 + column * 0.027)
            drawing.add(
                "disc",
                (0.013, 0.014, 0.013),
                (at[0] - 0.001, at[1], at[2]),
                turn=(0, 0, 90),
                edge=0.3,
                name="button",
                **pearl,
            )
    drawing.add(
        "box",
        (0.012, tall * 0.7, 0.05),
        (0.203, tall * 0.15, -0.075),
        radius_m=0.003,
        name="strap",
        **brief.of("strap", "leather_black"),
    )


@archetype(
    "bagpipes", "object", "instrument",
    "bagpipes, bagpipe, scottish bagpipes, highland pipes, dudelsack, cornemuse, gaita",
    hints="scottish piper, drone pipes",
    about="Bagpipes: a bag in tartan cloth with a chanter, a blowpipe and three drones.",
    parts="bag, drone, chanter, blowpipe, cord, ring, stand",
)  # fmt: skip
def bagpipes(drawing: Drawing, brief: Brief) -> None:
    """Draw a tartan bag with three drones, blowpipe and chanter, on a wooden cradle."""
    bag = usual(brief, "bag body cover", "plaid", "")
    wood = brief.of("drone chanter blowpipe pipe", "ebony")
    ivory = brief.of("ring accent", "ceramic_white", is_accent=True)
    bones = [(0.0, 0.2, -0.2, 0.06), (0.0, 0.21, -0.08, 0.115), (0.0, 0.21, 0.08, 0.12), (0.0, 0.23, 0.19, 0.085),
             (0.0, 0.25, 0.27, 0.035)]  # fmt: skip
    blend(drawing, "bag", chain(bones, (0.8, 1, 1)), bag, soft=0.03)
    for x, top, z in ((-0.07, 0.98, -0.02), (0.0, 0.72, 0.05), (0.07, 0.72, 0.13)):
        foot = (0.3 * x, 0.26, z)
        head = (x * 1.5, top, z - 0.1)
        strut(drawing, "drone", foot, head, 0.024, wood, edge=0.2)
        for share in (0.25, 0.55, 0.97):
            at = tuple(a + (b - a) * share for a, b in zip(foot, head, strict=True))
            nxt = tuple(a + (b - a) * (share + 0.06) for a, b in zip(foot, head, strict=True))
            strut(drawing, "ring", (at[0], at[1], at[2]), (nxt[0], nxt[1], nxt[2]), 0.042, ivory, edge=0.3)
    wire(drawing, "cord", [(-0.092, 0.8, -0.1), (-0.04, 0.62, -0.04), (0.0, 0.6, -0.01), (0.05, 0.58, 0.04), (0.09,
        0.6, 0.06)],
         0.012, plain("fabric_grey", "#2f5f3f"))  # fmt: skip
    strut(drawing, "blowpipe", (0, 0.3, 0.2), (0.02, 0.56, 0.3), 0.022, wood)
    strut(drawing, "mouthpiece", (0.019, 0.55, 0.296), (0.024, 0.62, 0.322), 0.014, ivory)
    strut(drawing, "chanter", (0, 0.26, 0.26), (0, 0.045, 0.5), 0.02, wood, kind="rod")
    strut(drawing, "sole", (0, 0.05, 0.495), (0, 0.02, 0.528), 0.05, ivory)
    stand = brief.of("stand base", "wood")
    drawing.add("box", (0.34, 0.03, 0.72), (0, 0, 0.1), radius_m=0.008, name="stand", **stand)
    for z in (-0.14, 0.14):
        drawing.add("box", (0.2, 0.1, 0.03), (0, 0.02, z), radius_m=0.006, name="cradle", **stand)
    sized(drawing, brief, (0.34, 0.99, 0.75))


@archetype(
    "harmonica", "object", "instrument", "harmonica, mouth organ, blues harp, mundharmonika, armónica, harmonica case",
    hints="blues", about="A harmonica: a small metal case with holes that one blows into.",
    parts="cover, comb, hole, plate",
)  # fmt: skip
def harmonica(drawing: Drawing, brief: Brief) -> None:
    """Draw two arched cover plates on a comb with ten holes."""
    cover = usual(brief, "body cover plate", "chrome", "")
    comb = brief.of("comb accent", "cherry", is_accent=True)
    count = brief.count("hole", 10, least=4, most=16)
    long = 0.0098 * count
    drawing.add("box", (long + 0.006, 0.0075, 0.026), (0, 0.0085, 0.0), radius_m=0.001, name="comb", **comb)
    for sign, low in ((1, 0.0155), (-1, 0.0)):
        drawing.add(
            "box",
            (long + 0.003, 0.0012, 0.0265),
            (0, 0.0155 if sign > 0 else 0.0078, 0),
            name="reed_plate",
            **plain("brass_polished"),
        )
        shape = Drawing(brief)
        shape.add("box", (long, 0.0075, 0.0235), (0, 0, 0), radius_m=0.0034, name="cover", **cover)
        drawing.include(shape, (0, low + (0.0005 if sign > 0 else 0.0012), -0.0018))
    for number in range(count):
        x = -long / 2 + 0.0098 * (number + 0.5)
        drawing.add("box", (0.0062, 0.005, 0.0012), (x, 0.0098, 0.0129), name="hole", **plain("paint_black"))
    settle(drawing)
    sized(drawing, brief, (long + 0.006, 0.0235, 0.0265))


@archetype(
    "gong", "object", "instrument", "gong, tam tam, tam-tam, chinese gong, temple gong",
    hints="struck with a mallet",
    about="A gong: a round bronze plate that hangs in a frame and is struck with a mallet.",
    parts="frame, disc, mallet, cord, plate",
)  # fmt: skip
def gong(drawing: Drawing, brief: Brief) -> None:
    """Draw a bossed disc on cords in a wooden gate, and its mallet."""
    bronze = usual(brief, "body disc plate gong", "brass_hammered", "")
    wood = brief.of("frame stand accent", "lacquer_red", is_accent=True)
    for x in (-0.42, 0.42):
        drawing.add("box", (0.06, 1.05, 0.06), (x, 0.04, 0), radius_m=0.006, name="post", **wood)
        drawing.add("box", (0.09, 0.06, 0.42), (x, 0, 0), radius_m=0.01, name="foot", **wood)
    drawing.add("box", (1.16, 0.06, 0.07), (0, 1.02, 0), radius_m=0.012, name="beam", **wood)
    drawing.add("box", (0.86, 0.05, 0.05), (0, 0.12, 0), radius_m=0.006, name="rail", **wood)
    disc = Drawing(brief)
    spin(
        disc,
        "disc",
        [(0.3, 0.0), (0.32, 0.005), (0.32, 0.05), (0.3, 0.06), (0.11, 0.064), (0.08, 0.085), (0.001, 0.095)],
        bronze,
    )
    pose(drawing, disc, (0, 0.57, -0.03), (90, 0, 0))
    for x in (-0.2, 0.2):
        wire(drawing, "cord", [(x, 1.03, 0), (x * 1.02, 0.9, 0), (x, 0.8, 0)], 0.014, brief.of("cord", "rope"))
    strut(drawing, "mallet", (0.5, 0.015, 0.1), (0.47, 0.5, 0.02), 0.022, plain("oak"))
    drawing.add("ball", (0.09, 0.09, 0.09), (0.468, 0.47, 0.01), name="head", **plain("felt"))
    sized(drawing, brief, (1.16, 1.08, 0.42))


@archetype(
    "tambourine", "object", "instrument", "tambourine, tamburin, schellenkranz, pandereta, maraca, pair of maracas",
    hints="jingles", about="A tambourine: a small round frame drum with jingles.", parts="frame, skin, jingle, stand",
)  # fmt: skip
def tambourine(drawing: Drawing, brief: Brief) -> None:
    """Draw a frame drum with pairs of jingles, upright on a small rack; or two maracas."""
    wood = usual(brief, "body frame", "beech", "")
    if brief.has("maraca", "maracas"):
        for sign in (-1, 1):
            strut(drawing, "handle", (sign * 0.03, 0.015, 0.1), (sign * 0.094, 0.037, -0.055), 0.02, wood, edge=0.3)
            drawing.add("box", (0.018, 0.012, 0.014), (sign * 0.036, 0.0, 0.088), name="rest", **wood)
            rattle = usual(brief, "head accent", "paint_white", "#c8281e", is_main=False)
            head = lump((sign * 0.098, 0.0341, -0.065), 0.038, (1.0, 1.0, 1.3))
            blend(drawing, "head", [head], rattle, soft=0.01, sole=0.05)
        sized(drawing, brief, (0.27, 0.076, 0.22))
        return
    drum = Drawing(brief)
    drum.add("hoop", (0.26, 0.05, 0.26), inner=0.93, name="frame", **wood)
    drum.add(
        "disc", (0.25, 0.003, 0.25), (0, 0.048, 0), name="skin", **brief.of("skin head accent", "paper", is_accent=True)
    )
    for number in range(8):
        angle = radians(45 * number)
        for y in (0.018, 0.026):
            drum.add(
                "disc",
                (0.04, 0.004, 0.04),
                (0.127 * cos(angle), y, 0.127 * sin(angle)),
                edge=0.3,
                name="jingle",
                **plain("brass_polished"),
            )
        strut(
            drum,
            "pin",
            (0.127 * cos(angle), 0.004, 0.127 * sin(angle)),
            (0.127 * cos(angle), 0.046, 0.127 * sin(angle)),
            0.006,
            plain("steel_brushed"),
        )
    pose(drawing, drum, (0, 0.165, 0), (80, 0, 0))
    drawing.add(
        "box", (0.2, 0.05, 0.14), (0, 0, 0.02), radius_m=0.01, name="stand", **brief.of("stand base", "oak_dark")
    )
    sized(drawing, brief, (0.3, 0.31, 0.14))
