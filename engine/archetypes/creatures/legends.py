"""Creatures of fable: dragon, dinosaur, ghost, mermaid, monster; noses point to +z."""

from itertools import pairwise
from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import HORN, Beast, Form, Part, beast, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, skin, scale, wing, horn, spike, tail, claw, eye, belly, tooth, plate, fin, hair, head, base"


@archetype(
    "dragon", "object", "creature", "dragon, drake, wyvern, drache, dragón, fire dragon, hydra, griffin, gryphon, "
    "phoenix dragon, dragon figurine, dragon sculpture", hints="breathe fire, myth, fantasy beast, lair",
    about="A dragon is a great scaly beast of fable with wings, horns and a long spiked tail.", parts=_PARTS,
)  # fmt: skip
def dragon(drawing: Drawing, brief: Brief) -> None:
    """Draw a dragon on four legs, its wings spread, a row of spikes down its neck and tail; a hydra has more heads."""
    heads = brief.count("head", 3 if "hydra" in brief.words else 1, least=1, most=5)
    tail = [(0, 0.62, -0.78, 0.14), (0.08, 0.4, -1.15, 0.1), (0.3, 0.2, -1.45, 0.08), (0.62, 0.1, -1.5, 0.06),
            (0.85, 0.08, -1.3, 0.04), (0.92, 0.1, -1.1, 0.025)]  # fmt: skip
    trunk = Beast(1.05, 0.72, 0.27, 0.27, 0.085, [(0, 0.9, 0.55, 0.2), (0, 0.95, 0.6, 0.15)], 0.15,
                  [(0, 0.95, 0.62, 0.12)], tail, paw=1.4)  # fmt: skip
    body, spikes, teeth, lids, horns = beast(trunk), list[Bone](), list[Bone](), list[Bone](), list[Bone]()
    for number in range(heads):
        side = 0.42 * (number - (heads - 1) / 2)
        neck = [(side * 0.2, 0.92, 0.58, 0.17), (side * 0.7, 1.2, 0.82, 0.13), (side, 1.5, 0.78, 0.11),
                (side, 1.72, 0.86, 0.12)]  # fmt: skip
        body += chain(neck)
        body += [lump((side, 1.75, 0.92), 0.135, (1.0, 0.9, 1.1)), limb((side, 1.74, 1.0), 0.1, (side, 1.68, 1.3),
                 0.062, (1.1, 0.75, 1.0)), limb((side, 1.64, 0.95), 0.07, (side, 1.54, 1.24), 0.042, (1.1, 0.6, 1.0)),
                 *(lump((side + k * 0.04, 1.72, 1.32), 0.035) for k in (-1, 1))]  # fmt: skip
        for k in (-1, 1):
            horns += chain([(side + k * 0.07, 1.83, 0.87, 0.045), (side + k * 0.13, 1.97, 0.72, 0.034),
                            (side + k * 0.14, 2.02, 0.52, 0.01)])  # fmt: skip
            teeth += [limb((side + k * 0.05, 1.645, z), 0.016, (side + k * 0.05, 1.58, z + 0.01), 0.005)
                      for z in (1.14, 1.2, 1.26)]  # fmt: skip
            lids.append(lump((side + k * 0.1, 1.79, 1.01), 0.034))
        spikes += [limb((x, y, z - r * 0.75), r * 0.5, (x, y + r * 0.9, z - r * 1.7), 0.01) for x, y, z, r in neck[1:]]
    spikes += [limb((0, 0.96 - 0.02 * abs(k), -0.2 * k), 0.065, (0, 1.12 - 0.03 * abs(k), -0.2 * k - 0.06), 0.012)
               for k in range(-1, 4)]  # fmt: skip
    spikes += [limb((x, y + r * 0.7, z), r * 0.5, (x, y + r * 2.0, z - 0.03), 0.01) for x, y, z, r in tail[:4]]
    spikes += [limb((0.92, 0.11, -1.1), 0.05, (0.92, 0.12, -0.92), 0.012, (1.6, 0.6, 1.0))]
    arms, skin = _dragon_wings()
    parts = {
        "wing": Part(arms), "web": Part(skin, "", "#a8402c", 0.5), "horn": Part(horns, *HORN),
        "spike": Part(spikes, "", "#d0b058", 0.3), "tooth": Part(teeth, "enamel_white", "#f2ead2", 0.2),
        "eye": Part(lids, "paint_white", "#e8b51e", 0.3),
        "belly": Part(chain([(0, 0.86, 0.75, 0.1), (0, 0.58, 0.42, 0.17), (0, 0.54, 0.0, 0.18), (0, 0.6, -0.45, 0.14)]),
                      "", "#d8b878"),
    }  # fmt: skip
    coat = brief.choose("#4a7a3a", "#8c2a26", "#2f5a7a")
    creature(drawing, brief, Form(body, coat, 0.08, 0.9, parts, fineness=1.6), words="body skin scale dragon")


def _dragon_wings() -> tuple[list[Bone], list[Bone]]:
    """Return the fingers of a pair of wings and the skin between them."""
    root, wrist = (0.18, 0.92, 0.18), (0.62, 1.6, 0.05)
    tips = [(1.5, 1.75, -0.25), (1.42, 1.3, -0.5), (1.1, 0.98, -0.65), (0.62, 0.9, -0.62)]
    arms = [limb(root, 0.085, wrist, 0.05), *(limb(wrist, 0.045, tip, 0.016) for tip in tips)]
    skin = []
    flat = 0.05
    ends = [*tips, (0.2, 0.88, -0.35)]
    for one, other in pairwise(ends):
        for share in (0.0, 0.17, 0.34, 0.5, 0.67, 0.84, 1.0):
            dip = 1.0 - 0.5 * share * (1 - share)
            tip = tuple(w + ((1 - share) * a + share * b - w) * dip for w, a, b in zip(wrist, one, other, strict=True))
            skin.append(limb(wrist, flat, (tip[0], tip[1], tip[2]), flat * 0.8))
    return twins(*arms), twins(*skin)


@archetype(
    "dinosaur", "object", "creature",
    "dinosaur, t-rex, t rex, tyrannosaurus, tyrannosaurus rex, triceratops, stegosaurus, brontosaurus, brachiosaurus, "
    "diplodocus, velociraptor, raptor, dino, dinosaurier, dinosaurio, godzilla",
    hints="jurassic, prehistoric, extinct, fossil", about="A dinosaur is a huge extinct reptile such as a T-rex, "
    "a triceratops, a stegosaurus or a long-necked brontosaurus.", parts=_PARTS,
)  # fmt: skip
def dinosaur(drawing: Drawing, brief: Brief) -> None:
    """Draw the dinosaur that the words name, else a T-rex or another that the seed chooses."""
    kinds = {
        "three": {"triceratops", "triceratop"}, "plates": {"stegosaurus", "stegosauru"},
        "neck": {"brontosaurus", "brachiosaurus", "diplodocus", "long"},
        "rex": {"rex", "tyrannosaurus", "velociraptor", "raptor", "godzilla", "t-rex"},
    }  # fmt: skip
    kind = next((name for name, words in kinds.items() if brief.words & words), "")
    kind = kind or brief.choose("rex", "rex", "neck", "three", "plates")
    form = {"rex": _rex, "three": _triceratops, "plates": _stegosaurus, "neck": _brontosaurus}[kind]()
    creature(drawing, brief, form)


def _rex() -> Form:
    body = [
        limb((0, 1.0, 0.25), 0.26, (0, 0.95, -0.25), 0.27, (0.85, 1.0, 1.0)),
        *chain([(0, 1.08, 0.3, 0.21), (0, 1.35, 0.5, 0.16), (0, 1.5, 0.58, 0.17)], (0.9, 1.0, 1.0)),
        limb((0, 1.56, 0.6), 0.17, (0, 1.54, 1.0), 0.095, (0.9, 0.85, 1.0)),
        limb((0, 1.38, 0.62), 0.1, (0, 1.31, 0.94), 0.07, (0.95, 0.7, 1.0)),
        *chain([(0, 0.95, -0.3, 0.24), (0, 0.88, -0.75, 0.16), (0, 0.84, -1.2, 0.09), (0, 0.9, -1.6, 0.03)]),
        *twins(
            lump((0.14, 0.85, -0.12), 0.2, (0.75, 1.2, 1.15)), limb((0.19, 0.75, -0.02), 0.15, (0.21, 0.46, 0.12), 0.1),
            limb((0.21, 0.46, 0.12), 0.09, (0.21, 0.22, -0.12), 0.065), limb((0.21, 0.22, -0.12), 0.062, (0.21, 0.06,
            -0.02), 0.06), *(limb((0.21, 0.05, 0.0), 0.055, (0.21 + dx, 0.035, 0.22), 0.035) for dx in (-0.1, 0.0,
            0.1)), limb((0.21, 0.05, 0.0), 0.05, (0.21, 0.035, -0.14), 0.03),
            limb((0.17, 1.05, 0.42), 0.06, (0.21, 0.9, 0.52), 0.04), limb((0.21, 0.9, 0.52), 0.038, (0.17, 0.88, 0.66),
            0.026),
        ),
    ]  # fmt: skip
    teeth = [limb((k * x, y, z), 0.02, (k * x, y + d, z), 0.006) for k in (-1, 1) for x, z in ((0.095, 0.74), (0.09,
             0.82), (0.085, 0.9), (0.07, 0.97)) for y, d in ((1.46, -0.07), (1.36, 0.06))]  # fmt: skip
    parts = {
        "tooth": Part(teeth, "enamel_white", "#f2ead2", 0.2), "eye": Part(twins(lump((0.135, 1.63, 0.7), 0.032)),
        "paint_white", "#e8b51e"),
        "belly": Part(chain([(0, 1.18, 0.48, 0.12), (0, 0.92, 0.32, 0.18), (0, 0.85, 0.0, 0.18)]), "", "#cdbb84"),
    }  # fmt: skip
    return Form(body, "#6b7a3c", 0.08, 0.6, parts, fineness=1.5, sole=0.01)


def _triceratops() -> Form:
    trunk = Beast(1.3, 0.75, 0.37, 0.4, 0.12, [(0, 0.85, 0.8, 0.28)], 0.24, [(0, 0.72, 1.15, 0.17), (0, 0.64, 1.34,
                  0.08)], [(0, 0.62, -1.05, 0.2), (0, 0.4, -1.45, 0.11), (0, 0.3, -1.85, 0.03)], bend=0.5)  # fmt: skip
    frill = [limb((0, 0.98, 0.78), 0.14, (0.42 * cos(a), 1.0 + 0.46 * sin(a), 0.62), 0.1, (1.0, 1.0, 0.5))
             for a in [pi * k / 8 for k in range(-1, 10)]]  # fmt: skip
    horns = [*twins(limb((0.13, 0.98, 1.0), 0.06, (0.2, 1.28, 1.42), 0.012)), limb((0, 0.8, 1.24), 0.055, (0, 0.98,
             1.36), 0.012)]  # fmt: skip
    studs = [lump((0.5 * cos(a), 1.0 + 0.54 * sin(a), 0.6), 0.05) for a in [pi * k / 8 for k in range(-1, 10)]]
    parts = {"plate": Part(frill, "", "#a8764a", 0.5), "horn": Part(horns, *HORN), "spike": Part(studs, *HORN),
             "eye": eyes(0.14, 0.92, 0.97, 0.035)}  # fmt: skip
    return Form(beast(trunk), "#7a7f5c", 0.11, 0.5, parts, fineness=1.3)


def _stegosaurus() -> Form:
    trunk = Beast(
        1.2,
        0.75,
        0.3,
        0.4,
        0.11,
        [(0, 0.68, 0.85, 0.18), (0, 0.55, 1.1, 0.12)],
        0.13,
        [(0, 0.5, 1.3, 0.08)],
        [(0, 0.75, -1.0, 0.2), (0, 0.62, -1.4, 0.11), (0, 0.6, -1.8, 0.04)],
        bend=0.5,
    )
    plates = [
        limb(
            (side * 0.07, y, z + 0.06 * side), s, (side * 0.1, y + 1.3 * s, z + 0.06 * side), s * 0.35, (0.28, 1.0, 1.0)
        )
        for z, y, s in (
            (0.75, 0.82, 0.08),
            (0.5, 1.0, 0.12),
            (0.2, 1.1, 0.16),
            (-0.12, 1.16, 0.18),
            (-0.45, 1.12, 0.16),
            (-0.8, 0.98, 0.12),
            (-1.1, 0.86, 0.08),
        )
        for side in (-1, 1)
    ]
    spikes = twins(*(limb((0.03, 0.63, z), 0.04, (0.2, 0.82, z - 0.12), 0.01) for z in (-1.5, -1.66)))
    parts = {
        "plate": Part(plates, "", "#c0662f", 0.2),
        "spike": Part(spikes, *HORN),
        "eye": eyes(0.1, 0.6, 1.17, 0.024),
    }
    return Form(beast(trunk), "#5f7a52", 0.11, 0.5, parts, fineness=1.4)


def _brontosaurus() -> Form:
    trunk = Beast(
        1.3, 0.95, 0.4, 0.42, 0.13, [(0, 1.3, 0.95, 0.22), (0, 1.8, 1.3, 0.15), (0, 2.3, 1.5, 0.115), (0, 2.55, 1.62,
        0.11)], 0.125, [(0, 2.52, 1.8, 0.085), (0, 2.48, 1.88, 0.07)],
        [(0, 0.75, -1.25, 0.24), (0.1, 0.45, -1.8, 0.13), (0.3, 0.35, -2.3, 0.07), (0.55, 0.4, -2.7, 0.025)], bend=0.4,
    )  # fmt: skip
    belly = chain([(0, 0.9, 0.85, 0.2), (0, 0.74, 0.4, 0.27), (0, 0.72, -0.3, 0.28)])
    parts = {"belly": Part(belly, "", "#b9b48c"), "eye": eyes(0.095, 2.6, 1.69, 0.024)}
    return Form(beast(trunk), "#6f8a6a", 0.13, 0.7, parts, fineness=1.5)


@archetype(
    "ghost", "object", "creature", "ghost, spirit, phantom, spook, gespenst, geist, fantasma, fantôme, poltergeist, "
    "specter, boo", hints="haunted, halloween, spooky",
    about="A ghost is a white figure like a floating sheet with dark eyes.", parts="body, sheet, eye, mouth, arm, base",
)  # fmt: skip
def ghost(drawing: Drawing, brief: Brief) -> None:
    """Draw a ghost: a sheet with a wavy hem, two arms raised, eyes and an open mouth."""
    hem = []
    for k in range(10):
        angle = 2 * pi * k / 10
        hem += chain([(0.2 * cos(angle), 0.5, 0.2 * sin(angle), 0.13), (0.27 * cos(angle), 0.12 + 0.05 * (k % 2), 0.27
                      * sin(angle), 0.1)])  # fmt: skip
    body = [limb((0, 0.35, 0), 0.25, (0, 0.85, 0), 0.25), *hem,
            *twins(limb((0.2, 0.68, 0.05), 0.1, (0.42, 0.82, 0.14), 0.06))]  # fmt: skip
    parts = {
        "eye": Part(twins(lump((0.09, 0.9, 0.225), 0.055, (0.75, 1.2, 0.6))), "paint_black", ""),
        "mouth": Part([lump((0, 0.73, 0.245), 0.06, (0.8, 1.25, 0.5))], "paint_black", ""),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#eef1f4", 0.07, 0.4, parts, sole=0.03), words="body sheet ghost")


@archetype(
    "mermaid", "object", "creature", "mermaid, siren, merman, meerjungfrau, sirena, sirène, little mermaid",
    hints="half woman half fish", about="A mermaid is a woman of fable whose lower half is the tail of a fish.",
    parts=_PARTS + ", rock",
)  # fmt: skip
def mermaid(drawing: Drawing, brief: Brief) -> None:
    """Draw a mermaid who sits on a rock, her tail curled before her."""
    body = [
        limb((0, 0.46, -0.05), 0.1, (0, 0.62, -0.05), 0.075, (1.1, 1.0, 0.8)), limb((0, 0.62, -0.05), 0.075, (0, 0.74,
        -0.03), 0.09, (1.15, 1.0, 0.75)), limb((0, 0.82, -0.03), 0.035, (0, 0.88, -0.02), 0.034),
        lump((0, 0.97, 0.0), 0.085, (0.9, 1.1, 1.0)),
        *twins(limb((0.11, 0.79, -0.03), 0.04, (0.2, 0.6, -0.04), 0.032), limb((0.2, 0.6, -0.04), 0.032, (0.21, 0.4,
               0.03), 0.026), lump((0.21, 0.375, 0.04), 0.034)),
    ]  # fmt: skip
    tail = chain([(0, 0.46, -0.05, 0.125), (0.04, 0.42, 0.15, 0.115), (0.1, 0.28, 0.33, 0.095), (0.14, 0.14, 0.38,
    0.07),
                  (0.05, 0.07, 0.5, 0.05), (-0.1, 0.08, 0.6, 0.04)])  # fmt: skip
    fin = [limb((-0.1, 0.08, 0.6), 0.04, (-0.28, 0.1, 0.72), 0.075, (1.0, 0.4, 1.0)), limb((-0.1, 0.08, 0.6), 0.04,
           (-0.3, 0.1, 0.53), 0.07, (1.0, 0.4, 1.0))]  # fmt: skip
    hair = [lump((0, 1.0, -0.03), 0.098, (1.0, 1.05, 1.0)), *twins(*chain([(0.06, 1.0, -0.03, 0.06), (0.1, 0.85, -0.07,
            0.05), (0.1, 0.66, -0.11, 0.04), (0.07, 0.55, -0.12, 0.02)])), limb((0, 0.95, -0.08), 0.08, (0, 0.62,
            -0.12),
            0.045)]  # fmt: skip
    parts = {
        "tail": Part([*tail, *fin], "", "#2f8a7c"), "hair": Part(hair, "", "#a8432a"),
        "top": Part(twins(lump((0.045, 0.735, 0.035), 0.048, (1.0, 1.0, 0.7))), "", "#8a5ab0"),
        "eye": eyes(0.032, 0.975, 0.08, 0.011),
        "rock": Part([lump((0.02, 0.14, -0.06), 0.27, (1.15, 0.9, 0.95)), lump((0.0, 0.06, 0.2), 0.2, (1.3, 0.5, 1.4))],
                     "basalt", ""),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#e3b48f", 0.025, 0.6, parts, sole=0.0, fineness=1.3, base=(0.95, 1.35)))
