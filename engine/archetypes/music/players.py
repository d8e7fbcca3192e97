"""What plays recorded music: a record player, a gramophone, a music box; and the metronome that keeps time."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import cut, pose, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


def _record(drawing: Drawing, brief: Brief, at: tuple[float, float, float], across: float) -> None:
    """Draw a record with its label and grooves on a platter; at is the platter's bottom."""
    x, y, z = at
    drawing.add("disc", (across * 1.02, 0.014, across * 1.02), at, edge=0.3, name="platter",
                **brief.of("platter", "aluminium"))  # fmt: skip
    vinyl = brief.of("record disc vinyl", "plastic_black")
    drawing.add("disc", (across, 0.004, across), (x, y + 0.0135, z), edge=0.2, name="record", **vinyl)
    for share in (0.62, 0.76, 0.9):
        drawing.add(
            "hoop", (across * share, 0.001, across * share), (x, y + 0.0172, z), inner=0.97, name="groove", **vinyl
        )
    label = brief.of("label", "paint_red")
    drawing.add("disc", (across * 0.34, 0.001, across * 0.34), (x, y + 0.0172, z), edge=0.1, name="label", **label)
    drawing.add(
        "rod", (0.007, 0.012, 0.007), (x, y + 0.0165, z), edge=0.3, name="spindle", **brief.of("spindle", "chrome")
    )


@archetype(
    "record player", "electronics", "audio",
    "record player, turntable, vinyl player, vinyl turntable, dj turntable, vinyl record player, lp player, "
    "plattenspieler, schallplattenspieler, tourne-disque, platine vinyle, tocadiscos, phono player",
    hints="vinyl, records, lp", about="A record player: a turning platter and a needle on an arm play vinyl.",
    parts="platter, record, arm, lid, body, plinth, foot, knob, label, needle", features="lid, dust cover=lid",
)  # fmt: skip
def record_player(drawing: Drawing, brief: Brief) -> None:
    """Draw a turntable: plinth on feet, platter with a record, tone arm with counterweight, knobs, an open lid."""
    w, d, h = 0.45, 0.36, 0.09
    wood = brief.of(
        "body plinth base case", "body" if kin(brief) in ("futuristic", "industrial") else "wood", is_main=True
    )
    metal = brief.of("arm knob accent", "metal", is_accent=True)
    body = drawing.add("box", (w, h, d), (0, 0.02, 0), radius_m=0.008 * brief.style.edge, name="plinth", **wood)
    dress(drawing, brief, body, "front")
    drawing.add("box", (w * 0.96, 0.004, d * 0.95), (0, h + 0.0185, 0), radius_m=0.001, name="deck",
                **brief.of("deck top", "aluminium" if kin(brief) != "futuristic" else "plastic_black"))  # fmt: skip
    for side in (-1, 1):
        for end in (-1, 1):
            drawing.add("disc", (0.045, 0.022, 0.045), (side * w * 0.41, 0, end * d * 0.38), edge=0.2, name="foot",
                        **brief.of("foot", "rubber_black"))  # fmt: skip
    top = h + 0.022
    _record(drawing, brief, (-0.05, top - 0.001, 0.0), 0.302)
    x, z, y = 0.165, -0.11, top + 0.035
    drawing.add("disc", (0.07, 0.016, 0.07), (x, top - 0.001, z), edge=0.2, name="arm_base", **metal)
    strut(drawing, "post", (x, top + 0.01, z), (x, y + 0.008, z), 0.02, metal)
    tip = (0.055, top + 0.0235, 0.055)
    bent(drawing, [(x, y, z - 0.045), (x, y, z), (x - 0.005, y - 0.004, 0.0), tip], 0.008, metal, name="arm")
    strut(drawing, "weight", (x, y, z - 0.055), (x, y, z - 0.025), 0.03, brief.of("weight", "plastic_black"), edge=0.2)
    drawing.add("box", (0.02, 0.014, 0.032), (0.05, top + 0.0165, 0.066), turn=(0, -28, 0), radius_m=0.003,
                name="cartridge", **brief.of("needle cartridge", "plastic_black"))  # fmt: skip
    for number, size in enumerate((0.04, 0.022, 0.022)):
        drawing.add("disc", (size, 0.014, size), (0.19 - 0.045 * number, top - 0.001, 0.145),
                    edge=0.2, name="knob", **metal)  # fmt: skip
    if brief.has("lid", default=kin(brief) not in ("minimalist", "industrial")):
        lid = Drawing(brief)
        glass = brief.of("lid cover", "glass_clear")
        lid.add("box", (w, 0.004, d), (0, 0.066, d / 2), radius_m=0.001, name="lid", **glass)
        for side in (-1, 1):
            lid.add(
                "box", (0.004, 0.068, d), (side * (w / 2 - 0.002), 0, d / 2), radius_m=0.001, name="lid_side", **glass
            )
        for at in (0.002, d - 0.002):
            lid.add("box", (w, 0.068, 0.004), (0, 0, at), radius_m=0.001, name="lid_rim", **glass)
        pose(drawing, lid, (0, top - 0.004, -d / 2 + 0.012), (-68, 0, 0))
    sized(drawing, brief, (w, 0.46, d))


@archetype(
    "gramophone", "object", "instrument",
    "gramophone, phonograph, grammophon, gramophone player, gramofon, phonographe, gramófono, graphophone, victrola, "
    "horn gramophone, vintage record player, antique record player",
    hints="antique music, shellac", about="A gramophone: a wound-up record player with a great flared horn.",
    parts="horn, base, case, record, crank, arm, platter",
)  # fmt: skip
def gramophone(drawing: Drawing, brief: Brief) -> None:
    """Draw a gramophone: a moulded case, a record, a tone arm and a great fluted horn, a crank."""
    wood = brief.of("base case body box", "walnut" if brief.style_name == "realistic" else "wood", is_main=True)
    brass = brief.of("horn bell", "brass_polished", is_accent=True)
    metal = brief.of("arm crank accent", "brass_polished")
    for wide, tall, y in ((0.42, 0.035, 0.0), (0.37, 0.13, 0.03), (0.41, 0.03, 0.155)):
        body = drawing.add("box", (wide, tall, wide), (0, y, 0), radius_m=0.008, name="case", **wood)
        if tall > 0.1:
            dress(drawing, brief, body, "front", "right", "left")
    _record(drawing, brief, (0.0, 0.184, 0.02), 0.27)
    horn = Drawing(brief)
    flare = [(0.014, 0.0), (0.018, 0.06), (0.03, 0.15), (0.055, 0.24), (0.1, 0.31), (0.16, 0.355), (0.225, 0.38)]
    inner = [(0.219, 0.383), (0.154, 0.36), (0.094, 0.315), (0.049, 0.245), (0.024, 0.155), (0.008, 0.08)]
    spin(horn, "horn", [*flare, *inner], brass)
    horn.add("torus", (0.456, 0.01, 0.456), (0, 0.376, 0), name="rim", **brass)
    pose(drawing, horn, (0.0, 0.44, -0.13), (52, 0, 0))
    path = [(0, 0.447, -0.12), (0, 0.42, -0.155), (0, 0.36, -0.185), (0, 0.27, -0.185), (0, 0.182, -0.17)]
    bent(drawing, path, 0.03, brass, name="neck")
    bent(
        drawing,
        [(0, 0.25, -0.17), (0.05, 0.25, -0.12), (0.085, 0.245, -0.03), (0.075, 0.236, 0.05)],
        0.016,
        metal,
        name="arm",
    )
    drawing.add("disc", (0.05, 0.022, 0.05), (0.074, 0.212, 0.052), edge=0.2, name="sound_box", **metal)
    strut(drawing, "needle", (0.068, 0.2, 0.06), (0.072, 0.215, 0.054), 0.004, metal)
    bent(drawing, [(0.18, 0.1, 0), (0.26, 0.1, 0), (0.265, 0.1, 0), (0.265, 0.04, 0.0)], 0.012, metal, name="crank",
         is_straight=True)  # fmt: skip
    strut(
        drawing, "grip", (0.258, 0.045, 0), (0.315, 0.045, 0), 0.024, brief.of("crank grip", wood["material"]), edge=0.3
    )
    sized(drawing, brief, (0.52, 0.85, 0.6))


@archetype(
    "metronome", "object", "instrument",
    "metronome, pyramid metronome, music metronome, metronom, métronome, metrónomo, beat keeper",
    hints="tempo, keeps time", about="A metronome: a pendulum in a tapered case that ticks the beat for a musician.",
    parts="case, pendulum, weight, scale, base, foot",
)  # fmt: skip
def metronome(drawing: Drawing, brief: Brief) -> None:
    """Draw a wooden metronome: tapered case, brass plate with a scale, a pendulum with its weight, a key."""
    wood = brief.of("case body", "mahogany" if brief.style_name == "realistic" else "wood", is_main=True)
    metal = brief.of("pendulum weight scale foot accent", "accent" if kin(brief) == "futuristic" else "brass_polished",
                     is_accent=True)  # fmt: skip
    drawing.add("box", (0.13, 0.025, 0.13), (0, 0.01, 0), radius_m=0.004, name="base", **wood)
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add("ball", (0.018, 0.016, 0.018), (x * 0.05, 0, z * 0.05), name="foot", **metal)
    front = [(-0.055, 0.0), (0.055, 0.0), (0.024, 0.185), (0.014, 0.2), (-0.014, 0.2), (-0.024, 0.185)]
    cut(drawing, "case", front, 0.09, wood, at=(0, 0.034, -0.005), bevel_m=0.006)
    cut(
        drawing,
        "scale",
        [(-0.036, 0.03), (0.036, 0.03), (0.018, 0.17), (-0.018, 0.17)],
        0.004,
        metal,
        at=(0, 0.034, 0.041),
    )
    for number in range(9):
        y = 0.09 + 0.012 * number
        drawing.add("box", (0.03 - 0.0014 * number, 0.0012, 0.002), (0, y, 0.0425), name="mark", material="paint_black")
    needle = Drawing(brief)
    strut(needle, "pendulum", (0, 0.0, 0), (0, 0.155, 0), 0.004, brief.of("pendulum", "steel_brushed"))
    cut(needle, "weight", [(-0.008, 0.095), (0.008, 0.095), (0.012, 0.115), (-0.012, 0.115)], 0.008, metal)
    pose(drawing, needle, (0, 0.066, 0.0455), (0, 0, -10))
    strut(drawing, "pivot", (0, 0.068, 0.04), (0, 0.068, 0.05), 0.014, metal)
    strut(drawing, "key", (0.044, 0.08, -0.01), (0.07, 0.08, -0.01), 0.006, metal)
    drawing.add("box", (0.004, 0.02, 0.026), (0.07, 0.07, -0.01), radius_m=0.002, name="key_wing", **metal)
    sized(drawing, brief, (0.13, 0.236, 0.13))
