"""Instruments of the orchestra: harp, cello, flute, saxophone, xylophone."""

import numpy as np

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.instruments import violin
from engine.archetypes.objects.shaping import blend, chain, lifted, pose, settle, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "harp", "object", "instrument",
    "harp, concert harp, celtic harp, pedal harp, lyre, harfe, harpe, arpa, irish harp, golden harp",
    hints="angel music, plucking", about="A harp: many strings in a tall curved frame, plucked with both hands.",
    parts="frame, string, column, neck, base, soundboard, pedal, crown",
)  # fmt: skip
def harp(drawing: Drawing, brief: Brief) -> None:
    """Draw a concert harp: fluted column with a crown, curved neck, leaning sound box, strings, foot."""
    wood = brief.of("frame body column neck soundboard", "gold" if kin(brief) == "art deco" else "wood", is_main=True)
    gold = brief.of("crown pedal accent base foot", "gold" if kin(brief) == "realistic" else "accent", is_accent=True)
    wire_of = brief.of("string", "paper")
    strings = brief.count("string", 30, least=7, most=47)
    drawing.add("box", (0.62, 0.07, 0.36), (0.05, 0, 0), radius_m=0.02, name="base", **wood)
    strut(drawing, "column", (0.28, 0.06, 0), (0.42, 1.68, 0), 0.062, wood, edge=0.1)
    spin(drawing, "crown", [(0.036, 0.0), (0.056, 0.03), (0.04, 0.06), (0.06, 0.11), (0.03, 0.145), (0.002, 0.16)],
         gold, at=(0.42, 1.64, 0))  # fmt: skip
    low, high = np.array([0.1, 0.05]), np.array([-0.42, 1.2])
    strut(drawing, "soundbox", (low[0], low[1], 0), (high[0], high[1], 0), 0.2, wood, kind="cone", top=0.42)
    neck = [(-0.42, 1.2, 0.0, 0.055), (-0.3, 1.31, 0.0, 0.045), (-0.1, 1.31, 0.0, 0.04), (0.1, 1.38, 0.0, 0.04),
            (0.28, 1.58, 0.0, 0.042), (0.41, 1.67, 0.0, 0.046)]  # fmt: skip
    blend(drawing, "neck", chain(neck, (1, 1, 0.7)), wood, soft=0.03, fineness=1.3)
    line = np.array(neck)[:, :2]
    for number in range(strings):
        share = (number + 0.7) / (strings + 0.4)
        foot = low + (high - low) * (0.1 + 0.84 * (1 - share)) + np.array([0.03, 0.0])
        x = -0.33 + 0.68 * share
        top = float(np.interp(x, line[:, 0], line[:, 1]))
        strut(drawing, "string", (float(foot[0]), float(foot[1]), 0), (x, top, 0), 0.0035, wire_of)
        if number % 2 == 0:
            strut(drawing, "pin", (x, top, -0.045), (x, top, 0.045), 0.01, gold)
    for x in (-0.08, 0.0, 0.08, 0.16):
        strut(drawing, "pedal", (x, 0.03, 0.15), (x, 0.03, 0.23), 0.016, gold)
    sized(drawing, brief, (0.94, 1.8, 0.4))


@archetype(
    "cello", "object", "instrument",
    "cello, violoncello, double bass, contrabass, string bass, upright bass, kontrabass, violoncelle, contrebasse, "
    "violonchelo, contrabajo, big violin",
    hints="string quartet, low strings", about="A cello: a large stringed instrument held between the knees and bowed.",
    parts="body, neck, scroll, fingerboard, string, bridge, tailpiece, peg, stand, bow",
)  # fmt: skip
def cello(drawing: Drawing, brief: Brief) -> None:
    """Draw a cello, or a double bass, on its stand with its bow: the violin's kin, more than twice as large."""
    is_bass = brief.has("bass", "contrabass", "kontrabass", "contrebasse", "contrabajo")
    plain = Drawing(brief)
    violin(plain, brief)
    drawing.objects[:] = scaled(plain.objects, 2.8 if is_bass else 1.85)


@archetype(
    "flute", "object", "instrument",
    "flute, transverse flute, concert flute, recorder, piccolo, wooden flute, tin whistle, querflöte, "
    "blockflöte, flöte, flûte, flauta, clarinet, oboe, klarinette, clarinette, clarinete, woodwind",
    hints="blow, woodwind", about="A flute: a tube with keys and holes over whose edge the player blows.",
    parts="body, key, tube, mouthpiece, stand, ring, bell",
)  # fmt: skip
def flute(drawing: Drawing, brief: Brief) -> None:
    """Draw a flute, recorder or clarinet that stands on the peg of its foot, with rings and keys."""
    is_wooden = brief.has("recorder", "wooden", "blockflöte") or kin(brief) == "rustic"
    is_clarinet = brief.has("clarinet", "oboe", "klarinette", "clarinette", "clarinete")
    usual = "ebony" if is_clarinet else "wood" if is_wooden else "silver"
    tube = brief.of(
        "body tube flute", usual if kin(brief) in ("realistic", "rustic") or is_clarinet else "metal", is_main=True
    )
    metal = brief.of("key ring mouthpiece accent", "silver" if is_clarinet else "accent", is_accent=True)
    foot = brief.of("stand base", "wood" if not is_wooden else "iron_black")
    spin(drawing, "stand", [(0.075, 0.0), (0.075, 0.012), (0.03, 0.02), (0.012, 0.04), (0.007, 0.1)], foot)
    bell = 0.032 if is_clarinet else 0.0125
    profile = [(bell, 0.03), (bell * 0.96, 0.036), (0.014, 0.085), (0.0115, 0.14), (0.0112, 0.6), (0.013, 0.605),
               (0.013, 0.625), (0.0098, 0.63), (0.0098, 0.69), (0.002, 0.7)]  # fmt: skip
    spin(drawing, "body", profile, tube)
    for y in (0.1, 0.3, 0.47, 0.6):
        drawing.add("hoop", (0.031, 0.012, 0.031), (0, y, 0), inner=0.7, name="ring", **metal)
    if is_wooden:
        for number in range(7):
            y = 0.17 + 0.05 * number
            strut(drawing, "hole", (0, y, 0.004), (0, y, 0.0118), 0.009, brief.finish("paint_black", ""))
    else:
        strut(drawing, "rail", (0.0125, 0.13, 0.006), (0.0125, 0.56, 0.006), 0.0045, metal)
        for number in range(12):
            y = 0.13 + 0.034 * number
            strut(drawing, "key", (0, y, 0.009), (0, y, 0.0145), 0.018, metal, edge=0.2)
            strut(drawing, "lever", (0.0135, y, 0.006), (0.003, y, 0.013), 0.0035, metal)
    lip = (0, 0.64, 0.006), (0, 0.64, 0.015)
    strut(drawing, "mouthpiece", *lip, 0.026 if not is_clarinet else 0.01, metal, edge=0.3)
    sized(drawing, brief, (0.15, 0.7, 0.15))


@archetype(
    "saxophone", "object", "instrument",
    "saxophone, sax, alto saxophone, tenor saxophone, saxofon, saxophon, saxofón, saxo, jazz saxophone, baritone sax",
    hints="jazz, blues", about="A saxophone: a conical brass tube with keys, a curved neck and an upturned bell.",
    parts="body, bell, key, neck, mouthpiece, stand, pearl",
)  # fmt: skip
def saxophone(drawing: Drawing, brief: Brief) -> None:
    """Draw a saxophone on a stand: cone, bow, upturned bell, key cups and rods, neck, black mouthpiece."""
    brass = brief.of("body bell saxophone tube", "brass_polished", is_main=True)
    keys = brief.of("key pearl accent", "gold" if brief.style_name == "realistic" else "accent", is_accent=True)
    black = brief.of("mouthpiece", "plastic_black")
    cone = [(0.0, 0.69, 0.0, 0.013), (0.0, 0.45, 0.0, 0.02), (0.0, 0.2, 0.0, 0.028), (0.012, 0.135, 0.0, 0.032),
            (0.055, 0.105, 0.0, 0.035), (0.1, 0.135, 0.0, 0.038), (0.115, 0.2, 0.0, 0.041),
            (0.122, 0.34, 0.0, 0.05)]  # fmt: skip
    horn = Drawing(brief)
    blend(horn, "body", chain(cone), brass, soft=0.006, fineness=1.6)
    bell = Drawing(brief)
    flare = [(0.048, 0.0), (0.052, 0.05), (0.066, 0.1), (0.086, 0.125), (0.083, 0.128), (0.06, 0.104), (0.045, 0.06)]
    spin(bell, "bell", flare, brass)
    bell.add("torus", (0.176, 0.006, 0.176), (0, 0.1225, 0), name="rim", **brass)
    pose(horn, bell, (0.122, 0.33, 0), (0, 0, -7))
    neck = [(0, 0.68, 0), (0, 0.76, 0), (-0.02, 0.8, 0), (-0.07, 0.81, 0), (-0.13, 0.79, 0)]
    wire(horn, "neck", neck, 0.02, brass)
    strut(horn, "mouthpiece", (-0.12, 0.794, 0), (-0.2, 0.76, 0), 0.026, black, edge=0.3)
    for number in range(8):
        y, reach = 0.22 + 0.056 * number, 0.0285 - 0.0018 * number
        strut(horn, "key", (0, y, reach - 0.006), (0, y, reach + 0.008), 0.032 - 0.0016 * number, keys, edge=0.2)
    for x, start, end in ((-0.021, 0.16, 0.62), (0.019, 0.26, 0.66)):
        strut(horn, "rail", (x, start, 0.018), (x * 0.62, end, 0.012), 0.006, keys)
    for y in (0.2, 0.28):
        strut(horn, "cup", (0.118, y, 0.03), (0.118, y, 0.056), 0.05, keys, edge=0.2)
    pose(drawing, horn, (-0.04, 0.1, 0.0), (0, 0, 8))
    settle(drawing)
    _stand(drawing, brief)
    sized(drawing, brief, (0.4, 0.92, 0.3))


def _stand(drawing: Drawing, brief: Brief) -> None:
    """Draw a round foot, a post behind the horn and two hooks under its bow and neck."""
    metal = brief.of("stand base", "iron_black")
    drawing.objects[:] = lifted(drawing, 0.05)
    drawing.add("disc", (0.34, 0.02, 0.34), edge=0.2, name="stand", **metal)
    strut(drawing, "post", (-0.02, 0.015, -0.075), (-0.1, 0.5, -0.075), 0.018, metal)
    strut(drawing, "hook", (-0.1, 0.49, -0.075), (-0.1, 0.49, 0.0), 0.016, metal)
    strut(drawing, "cradle", (0.02, 0.018, 0.0), (0.0, 0.1, 0.0), 0.03, metal)


@archetype(
    "xylophone", "object", "instrument",
    "xylophone, glockenspiel, marimba, vibraphone, metallophone, toy xylophone, xylofon, xylophon, xilófono, "
    "rainbow xylophone, children's xylophone",
    hints="mallets, tuned bars", about="A xylophone: a row of tuned bars on a frame that are struck with two mallets.",
    parts="bar, frame, mallet, peg",
)  # fmt: skip
def xylophone(drawing: Drawing, brief: Brief) -> None:
    """Draw a xylophone: bars that grow shorter on two converging rails, pins, and two mallets laid across."""
    bars = brief.count("bar", 8, least=5, most=24)
    wood = brief.of("frame body", "wood", is_main=True)
    steel = brief.of("peg pin mallet accent", "metal", is_accent=True)
    said = brief.of("bar", "paint_white")
    has_own = said["color"] or said["material"] != "paint_white"
    wide = 0.046
    reach = bars * wide / 2
    for side in (-1.0, 1.0):
        strut(
            drawing,
            "rail",
            (-reach, 0.025, side * 0.105),
            (reach, 0.025, side * 0.06),
            0.05,
            wood,
            kind="box",
            radius_m=0.006,
        )
    for x, half in ((-reach, 0.12), (reach, 0.075)):
        drawing.add("box", (0.03, 0.05, 2 * half), (x, 0, 0), radius_m=0.006, name="end", **wood)
    for number in range(bars):
        share = number / max(bars - 1, 1)
        x = (number + 0.5) * wide - reach
        finish = said if has_own else _rainbow(brief, share)
        long = 0.3 - 0.12 * share
        drawing.add("box", (wide * 0.84, 0.014, long), (x, 0.0498, 0), radius_m=0.004, name="bar", **finish)
        rail = 0.105 - 0.045 * (x + reach) / (2 * reach)
        for side in (-1.0, 1.0):
            drawing.add("disc", (0.011, 0.006, 0.011), (x, 0.0632, side * rail), edge=0.4, name="peg", **steel)
    for z, turn in ((0.02, 12.0), (-0.05, -16.0)):
        mallet = Drawing(brief)
        strut(mallet, "stick", (-0.13, 0, 0), (0.12, 0, 0), 0.008, brief.of("mallet stick", "wood"))
        mallet.add(
            "ball", (0.028, 0.028, 0.028), (0.125, -0.014, 0), name="mallet", **brief.of("mallet", "rubber_black")
        )
        pose(drawing, mallet, (0, 0.0825 if z > 0 else 0.0775, z), (0, turn, 0))
    sized(drawing, brief, (2 * reach + 0.03, 0.1, 0.3))


_TINTS = ("#d32f2f", "#f07a1a", "#f2c21b", "#3f9d46", "#1f9fae", "#2458b8", "#5b34a0", "#c2297f")


def _rainbow(brief: Brief, share: float) -> Finish:
    """Return a bar's paint, or the style's metal or wood where the style is plain."""
    if kin(brief) in ("realistic", "modern"):
        return brief.finish("paint_white", _TINTS[round(share * 7)])
    return brief.of("bar", "metal" if kin(brief) in ("steampunk", "industrial", "art deco") else "walnut")
