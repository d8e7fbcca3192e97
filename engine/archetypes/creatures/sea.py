"""Creatures of the sea and the ice: shark, whale, octopus, crab, starfish, jellyfish, penguin; noses point to +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, skin, fin, tail, eye, belly, beak, foot, wing, arm, tentacle, claw, leg, base"


@archetype(
    "shark", "object", "creature", "shark, great white shark, dolphin, hai, tiburón, delfin, delfín, hammerhead, "
    "requin",
    hints="jaws, ocean predator", about="A shark is a big fish of the sea with a pointed fin on its back.",
    parts=_PARTS,
)  # fmt: skip
def shark(drawing: Drawing, brief: Brief) -> None:
    """Draw a shark on a stem, its belly white; a dolphin has a beak and a level tail."""
    is_dolphin = bool(brief.words & {"dolphin", "delfin", "delfín"})
    body = chain([(0, 0.62, 1.05, 0.05 if is_dolphin else 0.07), (0, 0.66, 0.85, 0.16), (0, 0.67, 0.35, 0.25),
                  (0, 0.66, -0.1, 0.23), (0, 0.67, -0.6, 0.13), (0, 0.7, -1.0, 0.055)], (0.85, 1.0, 1.0))  # fmt: skip
    if is_dolphin:
        body.append(limb((0, 0.6, 0.95), 0.075, (0, 0.57, 1.25), 0.045, (1.1, 0.7, 1.0)))
    thin, level = (0.28, 1.0, 1.0), (1.0, 0.25, 1.0)
    fins = [limb((0, 0.86, 0.15), 0.1, (0, 1.14, -0.1), 0.035, thin)]
    fins += twins(limb((0.15, 0.56, 0.45), 0.1, (0.5, 0.4, 0.2), 0.04, level))
    if is_dolphin:
        fins += twins(limb((0.0, 0.7, -1.0), 0.07, (0.3, 0.7, -1.2), 0.045, level))
    else:
        fins += [limb((0, 0.7, -0.98), 0.07, (0, 1.08, -1.3), 0.04, thin), limb((0, 0.7, -0.98), 0.06,
                 (0, 0.45, -1.22), 0.04, thin)]  # fmt: skip
    parts = {
        "belly": Part(chain([(0, 0.57, 0.8, 0.1), (0, 0.52, 0.35, 0.16), (0, 0.54, -0.1, 0.14), (0, 0.6, -0.55, 0.07)],
                            (0.9, 0.75, 1.0)), "", "#eceff0"),
        "fin": Part(fins), "eye": eyes(0.135 if not is_dolphin else 0.13, 0.7, 0.82, 0.026),
        "stem": Part([limb((0, 0.02, 0.1), 0.035, (0, 0.5, 0.1), 0.035)], "steel_brushed", ""),
    }  # fmt: skip
    if brief.words & {"hammerhead"}:
        parts["head"] = Part([limb((-0.38, 0.66, 0.98), 0.08, (0.38, 0.66, 0.98), 0.08, (1.0, 0.5, 1.0))])
    coat = "#6b7d8c" if not is_dolphin else "#7590a6"
    creature(drawing, brief, Form(body, coat, 0.07, 0.4, parts, base=(0.8, 0.8)))


@archetype(
    "whale", "object", "creature", "whale, blue whale, orca, killer whale, wal, ballena, baleine, sperm whale, narwhal",
    hints="moby dick, ocean giant", about="A whale is a huge sea animal with a level tail fin.", parts=_PARTS,
)  # fmt: skip
def whale(drawing: Drawing, brief: Brief) -> None:
    """Draw a whale that lies on its belly, its fluke raised; an orca has white patches, a narwhal a tusk."""
    is_orca = bool(brief.words & {"orca", "killer"})
    body = chain([(0, 0.42, 0.75, 0.3), (0, 0.42, 0.2, 0.4), (0, 0.38, -0.35, 0.28), (0, 0.42, -0.8, 0.15),
                  (0, 0.62, -1.1, 0.08)])  # fmt: skip
    level = (1.0, 0.3, 1.0)
    fins = twins(limb((0.0, 0.66, -1.12), 0.1, (0.42, 0.82, -1.3), 0.07, level),
                 limb((0.3, 0.25, 0.4), 0.12, (0.66, 0.08, 0.15), 0.06, level))  # fmt: skip
    if is_orca:
        fins.append(limb((0, 0.75, -0.05), 0.11, (0, 1.15, -0.22), 0.04, (0.35, 1.0, 1.0)))
    parts = {
        "belly": Part([limb((0, 0.3, 0.72), 0.25, (0, 0.3, 0.1), 0.3, (0.98, 0.98, 1.0)), limb((0, 0.3, 0.1), 0.3,
                       (0, 0.27, -0.4), 0.22)], "", "#e4e9ec", sole=0.04),
        "fin": Part(fins), "eye": eyes(0.278, 0.45, 0.86, 0.032),
    }  # fmt: skip
    if is_orca:
        parts["patch"] = Part(twins(lump((0.25, 0.57, 0.78), 0.1, (0.5, 0.7, 1.3))), "", "#f2f2f0")
    if "narwhal" in brief.words:
        parts["tusk"] = Part([limb((0.05, 0.5, 1.0), 0.035, (0.05, 0.62, 1.8), 0.008)], "enamel_white", "#e9dcb8")
    creature(drawing, brief, Form(body, "#4d6f8f" if not is_orca else "#23262b", 0.12, 0.4, parts))


@archetype(
    "octopus", "object", "creature", "octopus, squid, kraken, tintenfisch, krake, pulpo, poulpe, cuttlefish, cthulhu",
    hints="eight arms, tentacles", about="An octopus is a soft sea animal with a big head and eight curling arms.",
    parts=_PARTS,
)  # fmt: skip
def octopus(drawing: Drawing, brief: Brief) -> None:
    """Draw an octopus whose arms spread and curl."""
    arms = brief.count("arm", brief.count("tentacle", brief.counts.get("leg", 8), least=3, most=12), least=3, most=12)
    body = [lump((0, 0.5, -0.04), 0.2, (1.0, 1.15, 1.0)), limb((0, 0.34, 0), 0.15, (0, 0.16, 0.0), 0.15)]
    cups = []
    for number in range(arms):
        angle = 2 * pi * (number + 0.5) / arms + pi / 2
        sway = 0.35 if number % 2 else -0.3
        path = []
        for share, up, thick in ((0.1, 0.12, 0.075), (0.26, 0.06, 0.065), (0.42, 0.045, 0.052), (0.56, 0.06, 0.04),
                                 (0.64, 0.12, 0.03), (0.61, 0.19, 0.022), (0.55, 0.2, 0.014)):  # fmt: skip
            bend = angle + sway * share * 1.6
            path.append((share * cos(bend), up, share * sin(bend), thick))
        body += chain(path)
        cups += [lump((x, y + r * 0.9, z), r * 0.36) for x, y, z, r in path[2:5]]
    parts = {
        "cup": Part(cups, "", "#efc9b8", 0.2),
        "ball": Part(twins(lump((0.09, 0.42, 0.155), 0.052)), "enamel_white", "#f4efe4"),
        "eye": eyes(0.1, 0.42, 0.197, 0.026),
    }  # fmt: skip
    creature(drawing, brief, Form(body, brief.choose("#c4503a", "#a8487a", "#b5602f"), 0.05, 0.35, parts, fineness=1.4))


@archetype(
    "crab", "object", "creature", "crab, lobster, krabbe, cangrejo, crabe, scorpion, hermit crab, crayfish, skorpion",
    hints="pincers, beach shell walks sideways", about="A crab is a flat sea animal with two claws and eight legs.",
    parts=_PARTS,
)  # fmt: skip
def crab(drawing: Drawing, brief: Brief) -> None:
    """Draw a crab with raised claws; a lobster or scorpion has a long tail."""
    is_long = bool(brief.words & {"lobster", "scorpion", "crayfish", "skorpion"})
    is_scorpion = bool(brief.words & {"scorpion", "skorpion"})
    body = [lump((0, 0.2, 0), 0.24, (1.25, 0.48, 0.9) if not is_long else (0.62, 0.5, 1.2))]
    side = 0.25 if not is_long else 0.12
    for k in range(4):
        z = 0.12 - 0.1 * k
        body += twins(*chain([(side, 0.19, z, 0.035), (side + 0.17, 0.28, z * 1.7, 0.032), (side + 0.28, 0.02, z * 2.2,
                              0.018)]))  # fmt: skip
    body += twins(*chain([(side * 0.9, 0.2, 0.14, 0.045), (side + 0.12, 0.26, 0.3, 0.045), (side + 0.06, 0.3, 0.42,
                                                                                       0.06)]))  # fmt: skip
    x = side + 0.05
    claws = twins(lump((x, 0.31, 0.48), 0.09, (0.9, 0.7, 1.1)), limb((x + 0.05, 0.33, 0.52), 0.05, (x + 0.02, 0.37,
                  0.68), 0.016), limb((x - 0.04, 0.3, 0.52), 0.04, (x - 0.03, 0.31, 0.66), 0.012))  # fmt: skip
    parts = {
        "claw": Part(claws), "eye": eyes(0.07, 0.385 if not is_long else 0.36, 0.2, 0.028),
        "stalk": Part(twins(limb((0.06, 0.24, 0.17), 0.018, (0.07, 0.36 if not is_long else 0.34, 0.2), 0.018))),
    }  # fmt: skip
    if is_scorpion:
        tail = [(0, 0.2, -0.25, 0.07), (0, 0.24, -0.42, 0.065), (0, 0.42, -0.52, 0.055), (0, 0.58, -0.44, 0.05),
                (0, 0.62, -0.3, 0.055), (0, 0.55, -0.2, 0.012)]  # fmt: skip
        parts["tail"] = Part(chain(tail))
    elif is_long:
        rings = [lump((0, 0.16 - 0.014 * k, -0.26 - 0.085 * k), 0.12 - 0.011 * k, (1.0, 0.75, 0.7)) for k in range(5)]
        fan = twins(limb((0, 0.08, -0.62), 0.045, (0.1, 0.06, -0.78), 0.06, (1.0, 0.35, 1.0)),
                    limb((0, 0.08, -0.62), 0.04, (0.0, 0.06, -0.8), 0.055, (1.0, 0.35, 1.0)))  # fmt: skip
        parts["tail"] = Part([*rings, *fan], "", "", 0.3)
    coat = "#c8402a" if not is_scorpion else "#3b302a"
    creature(drawing, brief, Form(body, coat, 0.03, 0.12 if not is_long else 0.18, parts, fineness=1.4, sole=0.01))


@archetype(
    "starfish", "object", "creature", "starfish, sea star, seestern, estrella de mar, étoile de mer, jellyfish, qualle",
    hints="rock pool", about="A starfish is a flat sea animal with five arms.", parts=_PARTS,
)  # fmt: skip
def starfish(drawing: Drawing, brief: Brief) -> None:
    """Draw a starfish with knobbed arms, or a jellyfish: a bell on trailing arms over a stand."""
    if brief.words & {"jellyfish", "qualle"}:
        return _jellyfish(drawing, brief)
    arms = brief.count("arm", 5, least=4, most=12)
    body, knobs = [lump((0, 0.035, 0), 0.09, (1.0, 0.6, 1.0))], []
    for number in range(arms):
        angle = 2 * pi * number / arms - pi / 2
        x, z = cos(angle), sin(angle)
        body.append(limb((0, 0.035, 0), 0.075, (0.3 * x, 0.03, 0.3 * z), 0.028, (1.0, 0.75, 1.0)))
        knobs += [lump((r * x, 0.092 - 0.14 * r, r * z), 0.014) for r in (0.06, 0.12, 0.18, 0.24)]
    parts = {"spot": Part(knobs, "", "#f0c9a0", 0.3)}
    creature(drawing, brief, Form(body, brief.choose("#d9683c", "#c8474f", "#d99a3c"), 0.04, 0.035, parts, sole=0.12))
    return None


def _jellyfish(drawing: Drawing, brief: Brief) -> None:
    body = [lump((0, 0.8, 0), 0.28, (1.0, 0.72, 1.0)), lump((0, 0.7, 0), 0.27, (1.0, 0.3, 1.0))]
    arms = []
    for number in range(8):
        angle = 2 * pi * number / 8
        x, z = cos(angle), sin(angle)
        arms += chain([(0.2 * x, 0.7, 0.2 * z, 0.026), (0.26 * x, 0.5, 0.26 * z, 0.022), (0.18 * x, 0.32, 0.18 * z,
                       0.02), (0.24 * x, 0.14, 0.24 * z, 0.016)])  # fmt: skip
    frill = chain([(0, 0.68, 0, 0.09), (0.03, 0.5, 0.02, 0.075), (-0.02, 0.32, -0.02, 0.06), (0.0, 0.02, 0, 0.05)])
    parts = {"arm": Part(arms, "resin", "#e6b6d6"), "frill": Part(frill, "resin", "#f2d8ea")}
    form = Form(body, "#b58ad0", 0.04, 0.35, parts, base=(0.4, 0.4), material="resin", fineness=1.3)
    creature(drawing, brief, form)


@archetype(
    "penguin", "object", "creature", "penguin, pinguin, pingüino, pingouin, tux, emperor penguin",
    hints="ice, antarctica", about="A penguin is a black and white bird that stands upright and cannot fly.",
    parts=_PARTS,
)  # fmt: skip
def penguin(drawing: Drawing, brief: Brief) -> None:
    """Draw a penguin: a dark back, a white belly, flippers, orange beak and feet."""
    body = [
        limb((0, 0.3, 0), 0.22, (0, 0.6, 0), 0.15), limb((0, 0.6, 0), 0.15, (0, 0.84, 0.02), 0.125),
        limb((0, 0.14, -0.1), 0.08, (0, 0.06, -0.24), 0.03, (1.0, 0.7, 1.0)),
        *twins(limb((0.16, 0.6, 0.0), 0.07, (0.3, 0.3, 0.0), 0.035, (0.5, 1.0, 1.1))),
    ]  # fmt: skip
    orange = "#e8952a"
    parts = {
        "belly": Part([limb((0, 0.28, 0.05), 0.19, (0, 0.56, 0.05), 0.125, (0.95, 1.0, 0.98)),
                       *twins(lump((0.05, 0.84, 0.09), 0.062))], "", "#f3f1ea"),
        "beak": Part([limb((0, 0.8, 0.13), 0.042, (0, 0.785, 0.25), 0.012, (1.0, 0.75, 1.0))], "paint_white", orange),
        "foot": Part(twins(limb((0.09, 0.06, 0.03), 0.08, (0.11, 0.03, 0.22), 0.06, (1.0, 0.8, 1.0))), "paint_white",
                     orange), "eye": eyes(0.055, 0.865, 0.145, 0.02),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#272a30", 0.05, 0.8, parts, base=(0.62, 0.72)))
