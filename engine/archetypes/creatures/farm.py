"""Animals of the farm: cow, pig, sheep, goat; noses point to +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import HOOF, HORN, Beast, Form, Part, beast, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, fur, coat, ear, horn, hoof, eye, tail, spot, wool, snout, udder, beard"


@archetype(
    "cow", "object", "creature", "cow, bull, calf, ox, dairy cow, kuh, vache, vaca, cattle, bison, buffalo, yak",
    hints="milk, moo, beef", about="A cow is a large farm animal with horns and an udder that gives milk.",
    parts=_PARTS,
)  # fmt: skip
def cow(drawing: Drawing, brief: Brief) -> None:
    """Draw a spotted cow, or a brown bull with longer horns."""
    is_bull = bool(brief.words & {"bull", "ox", "bison", "buffalo", "yak"})
    form = Beast(
        1.25, 0.93, 0.36 if not is_bull else 0.4, 0.35, 0.082, [(0, 1.2, 0.83, 0.17), (0, 1.32, 0.94, 0.15)], 0.155,
        [(0, 1.22, 1.12, 0.12), (0, 1.15, 1.22, 0.105)],
        [(0, 1.0, -0.92, 0.03), (0, 0.7, -0.95, 0.024), (0, 0.52, -0.94, 0.05)],
    )  # fmt: skip
    reach = 0.42 if is_bull else 0.26
    horns = twins(*chain([(0.1, 1.44, 0.92, 0.035), (reach * 0.75, 1.5, 0.95, 0.03), (reach, 1.64, 1.0, 0.01)]))
    ears = twins(
        limb(
            (
                0.13,
                1.39,
                0.9,
            ),
            0.04,
            (0.29, 1.36, 0.88),
            0.05,
            (1.0, 0.9, 0.45),
        )
    )
    parts = {
        "horn": Part(horns, *HORN), "ear": Part(ears), "eye": eyes(0.113, 1.37, 1.05, 0.026),
        "snout": Part([lump((0, 1.13, 1.27), 0.098, (1.12, 0.85, 0.75))], "", "#d9a79a"),
        "hoof": Part(twins(*(limb((0.223 if not is_bull else 0.248, 0.045, z), 0.1, (0.223 if not is_bull else 0.248,
            0.06, z - 0.02), 0.09, (1.0, 0.46, 1.2)) for z in (0.57, -0.54))), *HOOF),
    }  # fmt: skip
    if not is_bull:
        parts["udder"] = Part([lump((0, 0.6, -0.3), 0.16, (1.0, 0.8, 1.1))], "", "#e0b0a4")
        parts["spot"] = Part(
            [*(lump((side * 0.235, y, z), 0.17, (0.45, 1.0, 1.2)) for side, y, z in
               ((1, 1.0, 0.25), (-1, 0.9, 0.1), (1, 0.92, -0.4), (-1, 1.02, -0.42))),
             lump((0.0, 1.24, -0.1), 0.16, (1.1, 0.42, 1.2))], "", "#2c2826",
        )  # fmt: skip
    coat = "#e9e4da" if not is_bull else brief.choose("#5d4030", "#3b2c25")
    creature(drawing, brief, Form(beast(form), coat, 0.11, 1.5 if not is_bull else 1.6, parts))


@archetype(
    "pig", "object", "creature", "pig, hog, piglet, swine, boar, wild boar, schwein, cochon, cerdo, piggy",
    hints="bacon, oink, pork", about="A pig is a round pink farm animal with a flat snout and a curly tail.",
    parts=_PARTS,
)  # fmt: skip
def pig(drawing: Drawing, brief: Brief) -> None:
    """Draw a pig with a curly tail, or a dark boar with tusks."""
    is_wild = "boar" in brief.words
    form = Beast(
        0.72, 0.44, 0.25, 0.26, 0.062, [(0, 0.52, 0.46, 0.19)], 0.185,
        [(0, 0.47, 0.62, 0.105), (0, 0.46, 0.69, 0.088)], bend=0.5,
    )  # fmt: skip
    curl = [(0, 0.55, -0.5, 0.022), (0.04, 0.61, -0.55, 0.02), (0.0, 0.65, -0.58, 0.018), (-0.04, 0.6, -0.59, 0.016),
            (0.0, 0.55, -0.61, 0.014), (0.035, 0.58, -0.63, 0.01)]  # fmt: skip
    ears = twins(limb((0.1, 0.66, 0.44), 0.05, (0.15, 0.67, 0.57), 0.022, (1.0, 0.5, 1.0)))
    parts = {
        "ear": Part(ears, "", "#d98f8c" if not is_wild else "#3d332b"), "eye": eyes(0.092, 0.57, 0.605, 0.02),
        "snout": Part([lump((0, 0.462, 0.755), 0.085, (1.1, 0.95, 0.4))], "", "#d77f80"),
        "nose": Part(twins(lump((0.032, 0.468, 0.785), 0.018, (0.8, 1.2, 0.6))), "paint_black", "#7c3f42"),
        "tail": Part(chain(curl)),
    }  # fmt: skip
    if is_wild:
        parts["horn"] = Part(twins(limb((0.075, 0.42, 0.7), 0.016, (0.09, 0.52, 0.73), 0.004)), *HORN)
    creature(drawing, brief, Form(beast(form), "#e6a9a3" if not is_wild else "#51443a", 0.08, 0.75, parts))


@archetype(
    "sheep", "object", "creature", "sheep, lamb, ram, schaf, mouton, oveja, ewe",
    hints="wool, baa, flock, shepherd", about="A sheep is a farm animal with a thick curly coat of white wool.",
    parts=_PARTS,
)  # fmt: skip
def sheep(drawing: Drawing, brief: Brief) -> None:
    """Draw a sheep: a cloud of wool on dark legs, with curled horns for a ram."""
    form = Beast(
        0.72, 0.56, 0.2, 0.2, 0.048, [(0, 0.78, 0.45, 0.12), (0, 0.86, 0.5, 0.1)], 0.105,
        [(0, 0.79, 0.62, 0.075), (0, 0.76, 0.68, 0.06)],
    )  # fmt: skip
    puffs = []
    for ring, z in enumerate((0.36, 0.16, -0.05, -0.26, -0.42)):
        wide = (0.19, 0.25, 0.26, 0.25, 0.18)[ring]
        for x, y in ((1.0, 0.1), (0.72, 0.72), (0.0, 1.0), (-0.72, 0.72), (-1.0, 0.1), (0.66, -0.6), (-0.66, -0.6)):
            puffs.append(lump((x * wide, 0.6 + y * wide * 0.92, z + (0.04 if x else 0.0)), 0.105))
    puffs += [lump((x, 0.95, 0.47), 0.065) for x in (-0.05, 0.0, 0.05)]
    ears = twins(limb((0.08, 0.88, 0.49), 0.03, (0.2, 0.84, 0.49), 0.032, (1.0, 0.9, 0.5)))
    parts = {
        "wool": Part([*puffs, lump((0, 0.58, -0.03), 0.3, (0.85, 0.85, 1.35))], "wool", "#efe9dc", 0.6),
        "ear": Part(ears), "eye": eyes(0.074, 0.87, 0.575, 0.018),
    }  # fmt: skip
    if "ram" in brief.words:
        horn = [(0.06, 0.95, 0.45, 0.045), (0.17, 1.0, 0.4, 0.045), (0.23, 0.9, 0.36, 0.04), (0.21, 0.79, 0.42, 0.032),
                (0.2, 0.79, 0.53, 0.022), (0.22, 0.86, 0.58, 0.01)]  # fmt: skip
        parts["horn"] = Part(twins(*chain(horn)), *HORN)
    creature(drawing, brief, Form(beast(form), "#3c3531", 0.06, 1.0, parts))


@archetype(
    "goat", "object", "creature", "goat, billy goat, ziege, chèvre, cabra, ibex, mountain goat, antelope, gazelle",
    hints="bleat", about="A goat is a farm animal with horns that curve backwards and a beard.", parts=_PARTS,
)  # fmt: skip
def goat(drawing: Drawing, brief: Brief) -> None:
    """Draw a goat with a beard and horns that curve backwards."""
    form = Beast(
        0.72, 0.58, 0.19, 0.19, 0.046, [(0, 0.82, 0.46, 0.1), (0, 0.98, 0.52, 0.075)], 0.088,
        [(0, 0.92, 0.64, 0.06), (0, 0.89, 0.7, 0.045)], [(0, 0.74, -0.5, 0.03), (0, 0.8, -0.54, 0.02)],
    )  # fmt: skip
    horns = twins(*chain([(0.035, 1.05, 0.52, 0.03), (0.06, 1.19, 0.48, 0.026), (0.09, 1.28, 0.36, 0.018),
                          (0.11, 1.27, 0.24, 0.008)]))  # fmt: skip
    ears = twins(limb((0.07, 1.0, 0.5), 0.026, (0.17, 0.98, 0.49), 0.026, (1.0, 0.8, 0.45)))
    parts = {
        "horn": Part(horns, *HORN), "ear": Part(ears), "eye": eyes(0.064, 0.995, 0.585, 0.016),
        "beard": Part([limb((0, 0.87, 0.65), 0.028, (0, 0.72, 0.63), 0.008)], "", "#7a6a58"),
    }  # fmt: skip
    creature(drawing, brief, Form(beast(form), "#d9cdb8", 0.06, 1.25, parts))
