"""Monsters of tales: troll, werewolf and minotaur, mummy, centaur, sphinx; they face +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature, eyes
from engine.archetypes.creatures.people import figure
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, skin, fur, head, horn, hair, eye, tooth, club, cloth, bandage, claw, leg, arm, tail, mane, base, paw"
_IVORY = ("enamel_white", "#e6dcc0")


@archetype(
    "cyclops", "object", "creature", "cyclops, one eyed giant, giant, one eyed ogre",
    hints="club, one eye, odyssey", about="A cyclops is a huge heavy giant with one eye, tusks and a club.",
    parts=_PARTS, features="club",
)  # fmt: skip
def cyclops(drawing: Drawing, brief: Brief) -> None:
    """Draw a heavy figure with one eye, long arms, tusks, a loincloth and a club."""
    body = [limb((0, 0.62, 0), 0.26, (0, 0.95, 0.02), 0.28, (1.1, 1.0, 0.85)), limb((-0.24, 1.08, 0), 0.16,
            (0.24, 1.08, 0), 0.16), lump((0, 1.3, 0.09), 0.15, (1.0, 0.95, 0.95)), lump((0, 1.2, 0.16), 0.1,
            (1.25, 0.7, 0.8)), *twins(
                limb((0.13, 0.55, 0), 0.15, (0.15, 0.26, 0.02), 0.11), limb((0.15, 0.26, 0.02), 0.11, (0.16, 0.09, 0.0),
                0.095), limb((0.16, 0.06, -0.02), 0.085, (0.18, 0.05, 0.14), 0.075),
                limb((0.33, 1.05, 0), 0.12, (0.43, 0.75, 0.03), 0.1), limb((0.43, 0.75, 0.03), 0.1, (0.44, 0.47, 0.12),
                0.09), lump((0.44, 0.41, 0.14), 0.095), lump((0.15, 1.33, 0.05), 0.05, (1.6, 0.6, 0.6)))]  # fmt: skip
    tusks = twins(limb((0.055, 1.19, 0.235), 0.016, (0.065, 1.28, 0.25), 0.005))
    parts = {
        "cloth": Part([limb((0, 0.6, 0.0), 0.265, (0, 0.5, 0.0), 0.24, (1.12, 0.7, 0.9))], "leather_brown", "#6b4a2c"),
        "tooth": Part(tusks, *_IVORY), "ball": Part([lump((0, 1.345, 0.205), 0.055)], "enamel_white", "#f2ecd8"),
        "eye": Part([lump((0, 1.345, 0.245), 0.024)], "paint_black", ""),
        "brow": Part([limb((-0.08, 1.395, 0.2), 0.028, (0.08, 1.395, 0.2), 0.028)], "", "#7a5a40"),
        "nose": Part([lump((0, 1.28, 0.26), 0.036, (1.2, 1.0, 1.0))], "", "#a07858"),
    }  # fmt: skip
    if brief.has("club", default=True):
        parts["club"] = Part(chain([(0.44, 0.42, 0.14, 0.035), (0.5, 0.3, 0.36, 0.05), (0.56, 0.17, 0.62, 0.1)]),
                             "oak", "#6b4a2c")  # fmt: skip
    creature(drawing, brief, Form(body, "#b08a6a", 0.05, 2.6, parts, base=(1.2, 1.1), material="hide"))


@archetype(
    "werewolf", "object", "creature", "werewolf, minotaur, werwolf, minotauro, bull man, wolf man, "
    "lycanthrope, loup garou",
    hints="full moon, labyrinth, howl", about="A werewolf is a man with the head and the fur of a wolf; a minotaur has "
    "that of a bull.", parts=_PARTS, features="axe",
)  # fmt: skip
def werewolf(drawing: Drawing, brief: Brief) -> None:
    """Draw an upright furry figure with claws and the head of a wolf, or of a bull with horns."""
    is_bull = bool(brief.words & {"minotaur", "minotauro", "bull"})
    group = figure(slim=1.25)
    head = [lump((0, 1.6, 0.0), 0.135), limb((0, 1.45, -0.01), 0.09, (0, 1.54, 0.0), 0.1)]
    snout = [limb((0, 1.575, 0.1), 0.075, (0, 1.545, 0.22), 0.05)]
    ears = twins(limb((0.085, 1.69, 0.0), 0.045, (0.11, 1.83, -0.01), 0.012, (1.0, 1.0, 0.6)))
    if is_bull:
        head, snout = [lump((0, 1.61, 0.02), 0.15), limb((0, 1.45, -0.01), 0.12, (0, 1.55, 0.0), 0.12)], [
            limb((0, 1.56, 0.12), 0.09, (0, 1.51, 0.23), 0.075, (1.1, 0.9, 1.0))]  # fmt: skip
        ears = twins(limb((0.13, 1.63, 0.0), 0.045, (0.24, 1.61, 0.0), 0.02, (1.0, 0.6, 1.0)))
    body = [*head, *group["skin"][3:5], *group["shirt"], *group["trouser"], *group["shoe"], *ears]
    claws = [limb((0.32 + dx, 0.785, 0.09), 0.012, (0.325 + 1.3 * dx, 0.7, 0.12), 0.004) for dx in (-0.025, 0.0, 0.025)]
    parts = {
        "snout": Part(snout, "", "#c9a88a" if is_bull else "#6a5c50", 0.8),
        "nose": Part([lump((0, 1.565, 0.262), 0.022, (1.3, 0.8, 0.8))] if not is_bull else
                     twins(lump((0.035, 1.53, 0.3), 0.014)), "paint_black", ""),
        "eye": eyes(0.058, 1.655, 0.118 if not is_bull else 0.14, 0.017), "claw": Part(twins(*claws), *_IVORY),
        "cloth": Part([limb((0, 0.97, 0), 0.2, (0, 0.78, 0), 0.215, (1.08, 0.7, 0.82))], "leather_brown", "#6b4426"),
    }  # fmt: skip
    if is_bull:
        horns = twins(*chain([(0.1, 1.73, 0.0, 0.04), (0.24, 1.78, 0.02, 0.032), (0.3, 1.92, 0.04, 0.008)]))
        parts["horn"] = Part(horns, *_IVORY)
    else:
        tail = chain([(0, 0.95, -0.15, 0.06), (0, 0.72, -0.3, 0.06), (0, 0.5, -0.36, 0.02)])
        parts["tail"] = Part(tail)
    coat = "#5a3a26" if is_bull else "#5d5550"
    creature(drawing, brief, Form(body, coat, 0.05, 2.0, parts, base=(0.85, 0.7), material="fur", sole=0.0))


@archetype(
    "mummy", "object", "creature", "mummy, egyptian mummy, mumie, momia, momie, bandaged mummy",
    hints="bandages, pharaoh, tomb", about="A mummy is a dead body that walks, wrapped in bandages.", parts=_PARTS,
)  # fmt: skip
def mummy(drawing: Drawing, brief: Brief) -> None:
    """Draw a figure wrapped in bandages, its arms stretched forwards, a loose end behind."""
    group = figure(slim=0.95)
    arms = twins(limb((0.18, 1.38, 0.0), 0.07, (0.2, 1.3, 0.25), 0.052), limb((0.2, 1.3, 0.25), 0.052, (0.2, 1.32, 0.5),
                 0.045), lump((0.2, 1.32, 0.55), 0.05, (0.9, 0.7, 1.2)))  # fmt: skip
    body = [*group["skin"][:2], *group["shirt"][:2], *group["trouser"], *group["shoe"], *arms]
    wraps = [limb((-0.1, y, 0.0), 0.13, (0.1, y + 0.03 * (-1) ** k, 0.0), 0.13, (0.55, 0.13, 0.9))
             for k, y in enumerate((1.02, 1.09, 1.16, 1.23, 1.3, 1.37))]  # fmt: skip
    wraps += [lump((0.0, y, 0.015), 0.112, (0.86, 0.16, 0.98)) for y in (1.52, 1.58, 1.68)]
    wraps += [bone for y in (0.2, 0.34, 0.48, 0.62, 0.76) for bone in twins(lump((0.1, y, 0.0), 0.062 + 0.045 * y,
              (1.0, 0.3, 1.0)))]  # fmt: skip
    wraps += [bone for z in (0.2, 0.32, 0.44) for bone in twins(lump((0.2, 1.305, z), 0.06, (1.0, 1.0, 0.35)))]
    tail = chain([(0.1, 0.95, -0.105, 0.02), (0.14, 0.6, -0.24, 0.02), (0.1, 0.3, -0.3, 0.02)], (1.3, 1.0, 0.5))
    parts = {"bandage": Part(wraps, "linen", "#d8cba6", 0.15), "end": Part(tail, "linen", "#d8cba6"),
             "eye": Part(twins(lump((0.034, 1.632, 0.108), 0.014)), "emissive_warm", "")}  # fmt: skip
    form = Form(body, "#e6dcbe", 0.03, 1.75, parts, base=(0.8, 0.9), material="linen", fineness=1.2)
    creature(drawing, brief, form)


@archetype(
    "centaur", "object", "creature", "centaur, zentaur, centauro, centaure, half man half horse",
    hints="archer, greek myth, hooves", about="A centaur has the body of a horse and the trunk of a man.",
    parts=_PARTS, features="bow",
)  # fmt: skip
def centaur(drawing: Drawing, brief: Brief) -> None:
    """Draw the body and legs of a horse with a man's trunk where its neck would be."""
    horse = [limb((0, 0.86, 0.28), 0.19, (0, 0.88, -0.4), 0.21, (0.85, 1.0, 1.0)), *twins(
        *chain([(0.1, 0.78, 0.32, 0.09), (0.11, 0.46, 0.34, 0.055), (0.11, 0.12, 0.32, 0.045)]),
        *chain([(0.11, 0.8, -0.42, 0.12), (0.12, 0.48, -0.5, 0.06), (0.12, 0.12, -0.46, 0.045)])),
        limb((0, 0.95, 0.32), 0.16, (0, 1.12, 0.36), 0.14, (0.95, 1.0, 0.8))]  # fmt: skip
    trunk = [limb((0, 1.12, 0.36), 0.135, (0, 1.4, 0.36), 0.155, (1.1, 1.0, 0.72)), limb((-0.13, 1.49, 0.35), 0.072,
             (0.13, 1.49, 0.35), 0.072), limb((0, 1.55, 0.36), 0.05, (0, 1.62, 0.37), 0.048), lump((0, 1.71, 0.385),
             0.105, (0.82, 1.15, 0.95)), *twins(limb((0.2, 1.48, 0.35), 0.066, (0.27, 1.22, 0.36), 0.05),
             limb((0.27, 1.22, 0.36), 0.05, (0.24, 1.1, 0.56), 0.042), lump((0.24, 1.1, 0.6), 0.045))]  # fmt: skip
    hooves = twins(limb((0.11, 0.03, 0.325), 0.055, (0.11, 0.1, 0.32), 0.048), limb((0.12, 0.03, -0.455), 0.055,
                   (0.12, 0.1, -0.46), 0.048))  # fmt: skip
    parts = {
        "trunk": Part(trunk, "", "#dfae88", 0.7), "hoof": Part(hooves, "paint_black", "#3a322c", sole=0.08),
        "tail": Part(chain([(0, 1.0, -0.58, 0.06), (0, 0.82, -0.76, 0.075), (0, 0.45, -0.8, 0.03)]), "", "#2f2019"),
        "hair": Part([lump((0, 1.765, 0.355), 0.108, (0.9, 0.95, 1.0)), lump((0, 1.69, 0.32), 0.1, (0.95, 1.2, 0.9))],
                     "", "#3a2618"),
        "beard": Part([limb((0, 1.65, 0.45), 0.06, (0, 1.54, 0.47), 0.025)], "", "#3a2618"),
        "eye": eyes(0.034, 1.735, 0.472, 0.011), "nose": Part([lump((0, 1.7, 0.485), 0.016)], "", "#d39a74"),
    }  # fmt: skip
    creature(drawing, brief, Form(horse, "#7a4a28", 0.05, 2.1, parts, material="fur", sole=0.0, fineness=1.2))


@archetype(
    "sphinx", "object", "creature", "sphinx, egyptian sphinx, esfinge, great sphinx, sphinx statue, sphinx of giza",
    hints="riddle, egypt, pharaoh", about="A sphinx lies with the body of a lion and the head of a pharaoh.",
    parts=_PARTS,
)  # fmt: skip
def sphinx(drawing: Drawing, brief: Brief) -> None:
    """Draw a lion of sandstone that lies on a plinth, its head a pharaoh's in a striped cloth."""
    body = [limb((0, 0.34, 0.32), 0.2, (0, 0.33, -0.45), 0.21, (0.92, 1.0, 1.0)), limb((0, 0.46, 0.36), 0.16,
            (0, 0.62, 0.42), 0.11), *twins(limb((0.16, 0.2, 0.36), 0.1, (0.17, 0.12, 0.82), 0.085, (0.9, 0.85, 1.0)),
            lump((0.2, 0.26, -0.42), 0.17, (0.6, 1.0, 1.2)), limb((0.22, 0.11, -0.5), 0.085, (0.23, 0.1, -0.2), 0.07)),
            *chain([(0, 0.3, -0.64, 0.05), (0.2, 0.14, -0.68, 0.04), (0.3, 0.11, -0.45, 0.045)]),
            lump((0, 0.79, 0.45), 0.125, (0.92, 1.15, 0.95)), lump((0, 0.785, 0.563), 0.012, (0.9, 1.5, 1.0)),
            limb((0, 0.665, 0.54), 0.02, (0, 0.58, 0.55), 0.018)]  # fmt: skip
    cloth = [
        lump((0, 0.88, 0.4), 0.17, (1.1, 0.72, 0.85)),
        limb((0, 0.82, 0.31), 0.15, (0, 0.58, 0.28), 0.15, (1.1, 1.0, 0.6)),
        *twins(limb((0.15, 0.82, 0.41), 0.085, (0.17, 0.6, 0.47), 0.1, (0.8, 1.0, 0.45))),
    ]
    bands = twins(*[limb((0.11, 0.62 + 0.055 * k, 0.515), 0.011, (0.22, 0.64 + 0.055 * k, 0.49), 0.011)
                    for k in range(4)])  # fmt: skip
    parts = {
        "cloth": Part(cloth, "", "#b8924e"), "band": Part(bands, "", "#8a6c3c", 0.1),
        "eye": Part(twins(lump((0.045, 0.815, 0.562), 0.012, (1.6, 0.7, 0.6))), "", "#6a5230", 0.1),
    }  # fmt: skip
    form = Form(body, "#d8b878", 0.03, 2.0, parts, base=(0.9, 1.9), material="sandstone", fineness=1.2)
    creature(drawing, brief, form)
