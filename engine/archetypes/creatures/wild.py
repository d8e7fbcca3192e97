"""Animals of the wild: lion, giraffe, deer, monkey, camel, crocodile, rhinoceros, squirrel; noses point to +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import HORN, Beast, Form, Part, beast, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, fur, coat, ear, horn, antler, eye, tail, spot, stripe, mane, snout, belly, tooth, hump, nose"


@archetype(
    "lion", "object", "creature",
    "lion, tiger, leopard, cheetah, panther, puma, jaguar, lioness, big cat, cougar, löwe, león, lynx",
    hints="roar, savanna, king of the jungle", about="A lion is a big wild cat with a mane; a tiger has stripes.",
    parts=_PARTS,
)  # fmt: skip
def lion(drawing: Drawing, brief: Brief) -> None:
    """Draw a big cat: a lion in its mane, a striped tiger, a spotted leopard, a black panther."""
    form = Beast(
        1.1, 0.66, 0.23, 0.2, 0.068, [(0, 0.86, 0.62, 0.18), (0, 0.95, 0.7, 0.16)], 0.165,
        [(0, 0.9, 0.85, 0.1), (0, 0.885, 0.9, 0.088)],
        [(0, 0.55, -0.78, 0.035), (0, 0.38, -0.95, 0.03), (0, 0.45, -1.12, 0.028)], paw=1.45,
    )  # fmt: skip
    parts = {
        "ear": Part(twins(limb((0.1, 1.07, 0.68), 0.045, (0.125, 1.11, 0.67), 0.04, (1.0, 1.0, 0.6)))),
        "eye": eyes(0.07, 0.985, 0.838, 0.02),
        "nose": Part([lump((0, 0.93, 0.975), 0.034, (1.2, 0.8, 0.7))], "paint_black", "#3b2a28"),
        "tuft": Part([lump((0, 0.47, -1.15), 0.06, (0.9, 1.1, 1.2))], "", "#5f3a1e"),
    }  # fmt: skip
    kinds = {"tiger": "#d9812f", "leopard": "#d6a850", "cheetah": "#d6a850", "jaguar": "#c99a45", "panther": "#26242a"}
    name = next((kind for kind in kinds if kind in brief.words), "lion")
    if name == "lion" and not brief.words & {"puma", "cougar", "lynx", "lioness"}:
        ring = [(0.0, 0.23), (0.15, 0.18), (0.22, 0.04), (0.22, -0.12), (0.14, -0.25), (0.0, -0.32)]
        tufts = [lump((side * x, 0.94 + y, 0.63 - 0.3 * abs(y)), 0.125) for x, y in ring for side in (-1, 1)]
        parts["mane"] = Part([*tufts, lump((0, 0.9, 0.5), 0.25, (0.95, 1.1, 0.7)), lump((0, 0.62, 0.6), 0.14)], "",
                             "#7a4723", 0.7)  # fmt: skip
    if name == "tiger":
        parts["stripe"] = Part(
            [bone for z in (-0.36, -0.2, -0.03, 0.14, 0.3) for bone in twins(*chain(
                [(0.0, 0.665 + 0.205 + 0.02 * (z > 0), z, 0.022), (0.13, 0.81 + 0.02 * (z > 0), z, 0.022),
                 (0.182, 0.66, z + 0.03, 0.008)]))], "", "#2a2220",
        )  # fmt: skip
    if name in ("leopard", "cheetah", "jaguar"):
        spots = [(0.15, 0.79, z + 0.06) for z in (-0.4, -0.22, -0.04, 0.14, 0.3)]
        spots += [(0.182, 0.68, z) for z in (-0.36, -0.18, 0.0, 0.18, 0.32)]
        spots += [(0.175, 0.58, z + 0.08) for z in (-0.4, -0.2, 0.0, 0.2)]
        parts["spot"] = Part(twins(*(lump(at, 0.033, (0.7, 1.0, 1.0)) for at in spots)), "", "#2f2620")
    creature(drawing, brief, Form(beast(form), kinds.get(name, "#c9974f"), 0.08, 1.15, parts))


@archetype(
    "giraffe", "object", "creature", "giraffe, jirafa, girafe", hints="long neck",
    about="A giraffe is an African animal with a very long neck and brown patches.", parts=_PARTS,
)  # fmt: skip
def giraffe(drawing: Drawing, brief: Brief) -> None:
    """Draw a giraffe with patches and two knobbed horns."""
    form = Beast(
        0.95, 1.75, 0.3, 0.26, 0.075, [(0, 2.6, 0.72, 0.15), (0, 3.4, 0.95, 0.11), (0, 3.65, 1.05, 0.11)], 0.13,
        [(0, 3.56, 1.25, 0.095), (0, 3.5, 1.36, 0.08)],
        [(0, 1.6, -0.68, 0.03), (0, 1.2, -0.74, 0.02), (0, 1.0, -0.74, 0.05)], bend=0.5,
    )  # fmt: skip
    spots = [(0.235, 1.88, 0.3), (0.235, 1.62, 0.12), (0.225, 1.9, -0.06), (0.22, 1.64, -0.22), (0.205, 1.86, -0.38),
             (0.2, 1.62, 0.38), (0.16, 2.2, 0.55), (0.14, 2.42, 0.7), (0.12, 2.65, 0.72), (0.11, 2.88, 0.82),
             (0.1, 3.1, 0.86), (0.09, 3.3, 0.93)]  # fmt: skip
    horns = twins(limb((0.05, 3.75, 1.02), 0.028, (0.07, 3.9, 0.99), 0.024), lump((0.07, 3.91, 0.99), 0.038))
    ears = twins(limb((0.1, 3.7, 1.0), 0.035, (0.25, 3.73, 0.98), 0.03, (1.0, 1.0, 0.5)))
    parts = {
        "spot": Part(twins(*(lump(at, 0.12 if at[1] < 2 else 0.075, (0.5, 1.0, 0.9)) for at in spots)), "", "#8a4f25"),
        "horn": Part(horns, "", "#5a3a22"), "ear": Part(ears), "eye": eyes(0.1, 3.69, 1.12, 0.022),
    }  # fmt: skip
    creature(drawing, brief, Form(beast(form), "#e0b465", 0.09, 4.2, parts, fineness=1.5))


@archetype(
    "deer", "object", "creature", "deer, stag, reindeer, elk, moose, fawn, doe, hirsch, cerf, ciervo, roe deer, buck",
    hints="antlers, forest animal", about="A deer is a forest animal with slender legs; a stag bears antlers.",
    parts=_PARTS, features="antler",
)  # fmt: skip
def deer(drawing: Drawing, brief: Brief) -> None:
    """Draw a deer, with antlers unless it is a fawn or a doe."""
    form = Beast(
        0.95, 0.92, 0.2, 0.2, 0.045, [(0, 1.25, 0.62, 0.1), (0, 1.48, 0.68, 0.085)], 0.1,
        [(0, 1.42, 0.84, 0.065), (0, 1.39, 0.92, 0.05)], [(0, 1.02, -0.66, 0.05), (0, 0.97, -0.7, 0.03)],
    )  # fmt: skip
    ears = twins(limb((0.08, 1.54, 0.65), 0.032, (0.2, 1.6, 0.62), 0.034, (1.0, 0.9, 0.5)))
    parts = {
        "ear": Part(ears), "eye": eyes(0.078, 1.5, 0.755, 0.018),
        "nose": Part([lump((0, 1.4, 0.965), 0.028)], "paint_black",
                     "#c23028" if brief.words & {"rudolph", "rudolf"} else "#2c2422"),
        "belly": Part([lump((0, 0.78, 0.05), 0.12, (0.8, 0.6, 2.4))], "", "#e0cdb2"),
    }  # fmt: skip
    if brief.has("antler", default=not brief.words & {"fawn", "doe"}):
        beam = chain([(0.04, 1.56, 0.66, 0.026), (0.14, 1.76, 0.58, 0.024), (0.27, 1.95, 0.55, 0.02),
                      (0.28, 2.15, 0.6, 0.008)])  # fmt: skip
        tines = [limb((0.08, 1.64, 0.63), 0.02, (0.1, 1.73, 0.78), 0.007),
                 limb((0.17, 1.8, 0.58), 0.02, (0.14, 1.98, 0.66), 0.007),
                 limb((0.26, 1.94, 0.55), 0.018, (0.4, 2.08, 0.58), 0.007)]  # fmt: skip
        parts["antler"] = Part(twins(*beam, *tines), "enamel_white", "#b89a6c", 0.25)
    creature(drawing, brief, Form(beast(form), "#9a6a3f", 0.06, 1.5 if "antler" not in parts else 1.9, parts))


@archetype(
    "monkey", "object", "creature",
    "monkey, ape, chimpanzee, gorilla, chimp, orangutan, affe, singe, mono, baboon, king kong",
    hints="banana, jungle swing", about="A monkey sits with long arms, round ears and a long tail.", parts=_PARTS,
)  # fmt: skip
def monkey(drawing: Drawing, brief: Brief) -> None:
    """Draw a monkey that sits, its tail curled beside it; a gorilla is broader and has none."""
    is_ape = bool(brief.words & {"gorilla", "ape", "kong", "orangutan", "chimpanzee", "chimp"})
    wide = 1.3 if is_ape else 1.0
    body = [
        limb((0, 0.2, 0), 0.17 * wide, (0, 0.44, 0.02), 0.13 * wide * (1.12 if is_ape else 1.0), (1.0, 1.0, 0.85)),
        lump((0, 0.68, 0.05), 0.15, (1.02, 1.0, 0.95)),
        *twins(
            limb((0.15 * wide, 0.46, 0.03), 0.07 * wide, (0.25 * wide, 0.27, 0.1), 0.052 * wide),
            limb((0.25 * wide, 0.27, 0.1), 0.052 * wide, (0.17 * wide, 0.06, 0.26), 0.045 * wide),
            limb((0.12, 0.14, 0.06), 0.1 * wide, (0.26 * wide, 0.27, 0.2), 0.062 * wide),
            limb((0.26 * wide, 0.27, 0.2), 0.06 * wide, (0.24 * wide, 0.055, 0.22), 0.045 * wide),
        ),
    ]  # fmt: skip
    skin = "#c99a72" if not is_ape else "#6b5a50"
    parts = {
        "face": Part([lump((0.052, 0.71, 0.158), 0.062, (1.0, 1.0, 0.6)), lump((-0.052, 0.71, 0.158), 0.062, (1.0, 1.0,
                      0.6)), lump((0, 0.63, 0.165), 0.085, (1.15, 0.8, 0.8))], "", skin),
        "ear": Part(twins(lump((0.155, 0.7, 0.04), 0.055, (0.6, 1.0, 0.5))), "", skin),
        "eye": eyes(0.05, 0.715, 0.19, 0.021),
        "nose": Part(twins(lump((0.015, 0.658, 0.23), 0.011)), "paint_black", "#3d2a22"),
        "foot": Part(twins(limb((0.24 * wide, 0.036, 0.2), 0.05, (0.26 * wide, 0.036, 0.36), 0.045, (1.0, 0.72, 1.0)),
                           lump((0.16 * wide, 0.05, 0.29), 0.05)), "", skin),
        "belly": Part([lump((0, 0.3, 0.09), 0.11 * wide, (1.0, 1.3, 0.72))], "", skin),
    }  # fmt: skip
    if not is_ape:
        tail = [(0.0, 0.1, -0.14, 0.032), (0.1, 0.035, -0.28, 0.03), (0.28, 0.035, -0.24, 0.028),
                (0.36, 0.15, -0.14, 0.026), (0.38, 0.3, -0.12, 0.024), (0.31, 0.38, -0.12, 0.022),
                (0.25, 0.32, -0.12, 0.018)]  # fmt: skip
        parts["tail"] = Part(chain(tail))
    creature(
        drawing,
        brief,
        Form(body, "#7b4d2c" if not is_ape else "#332f31", 0.05, 0.6 * wide**2, parts, base=(0.8 * wide, 0.8 * wide)),
    )


@archetype(
    "camel", "object", "creature", "camel, dromedary, kamel, camello, llama, alpaca, lama", hints="desert caravan",
    about="A camel is a desert animal with humps on its back and a long curved neck.", parts=_PARTS,
)  # fmt: skip
def camel(drawing: Drawing, brief: Brief) -> None:
    """Draw a camel with one or two humps; a llama has none."""
    is_llama = bool(brief.words & {"llama", "alpaca", "lama"})
    usual = 0 if is_llama else 1 if "dromedary" in brief.words else 2
    neck = [(0, 1.15, 0.95, 0.13), (0, 1.35, 1.1, 0.12), (0, 1.75, 1.12, 0.11)]
    if is_llama:
        neck = [(0, 1.4, 0.7, 0.14), (0, 1.8, 0.74, 0.13)]
    form = Beast(
        1.15 if not is_llama else 0.95, 1.2 if not is_llama else 1.0, 0.31, 0.29, 0.072 if not is_llama else 0.08,
        neck, 0.13, [(0, neck[-1][1] - 0.05, neck[-1][2] + 0.2, 0.095), (0, neck[-1][1] - 0.08, neck[-1][2] + 0.28,
        0.08)], [(0, 1.1, -0.8, 0.03), (0, 0.8, -0.82, 0.025), (0, 0.7, -0.82, 0.04)],
    )  # fmt: skip
    count = brief.count("hump", usual, most=3)
    places = {0: [], 1: [-0.05], 2: [0.24, -0.27], 3: [0.32, 0.0, -0.32]}[count]
    humps = [limb((0, 1.4, z), 0.17, (0, 1.68, z - 0.02), 0.08) for z in places]
    top, front = neck[-1][1], neck[-1][2]
    ears = twins(limb((0.07, top + 0.1, front - 0.04), 0.03, (0.1, top + (0.19 if not is_llama else 0.26),
    front - 0.05),
                      0.018))  # fmt: skip
    parts = {"ear": Part(ears), "eye": eyes(0.098, top + 0.04, front + 0.075, 0.022)}
    coat = "#c39a62" if not is_llama else "#e8dcc6"
    creature(drawing, brief, Form([*beast(form), *humps], coat, 0.1, 2.1 if not is_llama else 1.7, parts))


@archetype(
    "crocodile", "object", "creature", "crocodile, alligator, krokodil, cocodrilo, lizard, gecko, iguana, caiman",
    hints="swamp, reptile", about="A crocodile is a long flat reptile with many teeth and a ridged tail.",
    parts=_PARTS,
)  # fmt: skip
def crocodile(drawing: Drawing, brief: Brief) -> None:
    """Draw a crocodile with its jaws open, ridges along its back; a lizard has none."""
    is_lizard = bool(brief.words & {"lizard", "gecko", "iguana"})
    flat = (1.15, 0.75, 1.0)
    body = [
        *chain([(0, 0.26, 0.55, 0.16), (0, 0.25, 0.2, 0.22), (0, 0.25, -0.25, 0.22), (0, 0.22, -0.6, 0.16),
                (0.06, 0.17, -1.0, 0.11), (0.2, 0.12, -1.4, 0.075), (0.4, 0.07, -1.75, 0.04)], flat),
        lump((0, 0.29, 0.72), 0.17, flat), limb((0, 0.34, 0.8), 0.12, (0, 0.38, 1.3), 0.075, (1.1, 0.6, 1.0)),
        limb((0, 0.19, 0.75), 0.12, (0, 0.17, 1.25), 0.065, (1.1, 0.5, 1.0)),
        *twins(
            limb((0.2, 0.22, 0.38), 0.08, (0.37, 0.14, 0.42), 0.06), limb((0.37, 0.14, 0.42), 0.055, (0.36, 0.04, 0.5),
            0.05), limb((0.2, 0.22, -0.45), 0.1, (0.4, 0.15, -0.42), 0.07),
            limb((0.4, 0.15, -0.42), 0.06, (0.39, 0.04, -0.36), 0.055),
        ),
        *twins(lump((0.075, 0.42, 0.76), 0.055)),
    ]  # fmt: skip
    ridge = [limb((side * 0.07, 0.4 - 0.02 * abs(k - 3), 0.35 - 0.2 * k), 0.04, (side * 0.07, 0.47 - 0.03 * abs(k - 3),
             0.33 - 0.2 * k), 0.012) for k in range(6) for side in (-1, 1)]  # fmt: skip
    teeth = [limb((side * (0.1 - 0.006 * k), y, 0.9 + 0.07 * k), 0.018, (side * (0.1 - 0.006 * k), y + d, 0.9 + 0.07 *
             k), 0.005) for k in range(6) for side in (-1, 1)
             for y, d in ((0.3 + 0.012 * k, -0.045), (0.225 - 0.004 * k, 0.045))]  # fmt: skip
    parts = {"eye": eyes(0.1, 0.44, 0.8, 0.026)}
    if not is_lizard:
        parts |= {"tooth": Part(teeth, "enamel_white", "#efe8d4", 0.2), "ridge": Part(ridge, "", "#3f4f2c", 0.3)}
    creature(
        drawing, brief, Form(body, "#5f7440" if not is_lizard else "#76a13c", 0.07, 0.5, parts, fineness=1.3, sole=0.05)
    )


@archetype(
    "rhinoceros", "object", "creature", "rhinoceros, rhino, hippo, hippopotamus, nashorn, rinoceronte",
    hints="armoured, safari", about="A rhinoceros is a heavy grey animal with a horn on its nose.", parts=_PARTS,
)  # fmt: skip
def rhinoceros(drawing: Drawing, brief: Brief) -> None:
    """Draw a rhinoceros with its horns, or a hippopotamus without them."""
    is_hippo = bool(brief.words & {"hippo", "hippopotamus"})
    form = Beast(
        1.25, 0.82, 0.43, 0.44, 0.125, [(0, 0.95, 0.95, 0.3), (0, 0.9, 1.1, 0.24)], 0.25,
        [(0, 0.74, 1.42, 0.2 if is_hippo else 0.15), (0, 0.7, 1.56, 0.24 if is_hippo else 0.13)],
        [(0, 0.85, -0.98, 0.035), (0, 0.6, -1.0, 0.04)], bend=0.4,
    )  # fmt: skip
    ears = twins(limb((0.15, 1.1, 1.0), 0.055, (0.2, 1.22, 0.98), 0.04, (1.0, 1.0, 0.6)))
    parts = {"ear": Part(ears), "eye": eyes(0.19, 0.97, 1.22, 0.03)}
    if is_hippo:
        parts["nose"] = Part(twins(lump((0.1, 0.87, 1.68), 0.035)), "paint_black", "#4a3c42")
    else:
        horns = [*chain([(0, 0.8, 1.56, 0.1), (0, 1.0, 1.7, 0.065), (0, 1.28, 1.72, 0.012)]),
                 limb((0, 0.92, 1.36, ), 0.07, (0, 1.12, 1.4), 0.012)]  # fmt: skip
        parts["horn"] = Part(horns, *HORN)
    creature(drawing, brief, Form(beast(form), "#8b8a88" if not is_hippo else "#8a7f88", 0.13, 1.55, parts))


@archetype(
    "squirrel", "object", "creature", "squirrel, chipmunk, eichhörnchen, ardilla, mouse animal, hamster, rat, beaver",
    hints="nuts, acorn", about="A squirrel is a small animal that sits with a bushy tail and holds a nut.",
    parts=_PARTS,
)  # fmt: skip
def squirrel(drawing: Drawing, brief: Brief) -> None:
    """Draw a squirrel that sits with a nut before its bushy tail; a hamster or rat has another tail."""
    is_bushy = not brief.words & {"hamster", "rat", "beaver"}
    body = [
        limb((0, 0.09, 0.0), 0.085, (0, 0.17, 0.03), 0.06), lump((0, 0.26, 0.06), 0.062, (0.95, 0.95, 1.0)),
        limb((0, 0.25, 0.1), 0.04, (0, 0.243, 0.13), 0.022),
        *twins(
            limb((0.05, 0.06, 0.02), 0.055, (0.06, 0.03, 0.09), 0.028, (0.8, 1.0, 1.0)),
            limb((0.055, 0.017, 0.04), 0.02, (0.06, 0.017, 0.12), 0.02, (1.0, 0.8, 1.0)),
            limb((0.05, 0.18, 0.06), 0.025, (0.025, 0.15, 0.115), 0.016),
        ),
    ]  # fmt: skip
    tail = [(0, 0.05, -0.06, 0.035), (0, 0.08, -0.15, 0.055), (0, 0.2, -0.16, 0.07), (0, 0.31, -0.12, 0.066),
            (0, 0.36, -0.16, 0.05), (0, 0.35, -0.2, 0.025)]  # fmt: skip
    bare = [(0, 0.03, -0.07, 0.018), (0.05, 0.014, -0.16, 0.013), (0.02, 0.012, -0.25, 0.007)]
    parts = {
        "tail": Part(chain(tail if is_bushy else bare), "", "#a8562a" if is_bushy else "#c9958a"),
        "ear": Part(twins(limb((0.032, 0.31, 0.05), 0.018, (0.045, 0.345, 0.045), 0.012))),
        "eye": eyes(0.047, 0.272, 0.102, 0.012),
        "nose": Part([lump((0, 0.25, 0.151), 0.009)], "paint_black", "#3a2622"),
        "belly": Part([lump((0, 0.13, 0.055), 0.056, (0.9, 1.35, 0.65))], "", "#ecdcc4"),
        "nut": Part([lump((0, 0.152, 0.128), 0.024, (1.0, 1.15, 1.0))], "", "#7b4f27"),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#b9652f" if is_bushy else "#b08a62", 0.02, 0.3, parts, base=(0.3, 0.36)))
