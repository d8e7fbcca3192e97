"""Creatures seldom seen: seahorse, stingray, shrimp, toucan and pelican, sloth, skunk, caterpillar; noses to +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, skin, fin, tail, eye, belly, beak, bill, foot, wing, leg, claw, face, stripe, branch, spot, head"


@archetype(
    "seahorse", "object", "creature", "seahorse, sea horse, seepferdchen, caballito de mar, hippocampe",
    hints="reef, curled tail", about="A seahorse is a small upright fish with a curled tail.", parts=_PARTS,
)  # fmt: skip
def seahorse(drawing: Drawing, brief: Brief) -> None:
    """Draw a seahorse upright on a stem, rings on its belly, its tail curled."""
    trunk = [(0, 0.82, -0.02, 0.07), (0, 0.7, -0.05, 0.055), (0, 0.58, 0.0, 0.1), (0, 0.44, 0.02, 0.105),
             (0, 0.3, -0.04, 0.07)]  # fmt: skip
    tail = [(0, 0.3, -0.04, 0.07), (0, 0.18, -0.05, 0.045), (0, 0.1, 0.01, 0.036), (0, 0.09, 0.09, 0.03),
            (0, 0.15, 0.13, 0.025), (0, 0.19, 0.09, 0.02), (0, 0.16, 0.06, 0.015)]  # fmt: skip
    body = [*chain(trunk), *chain(tail), lump((0, 0.86, 0.02), 0.075), limb((0, 0.85, 0.08), 0.034,
            (0, 0.8, 0.22), 0.024)]  # fmt: skip
    rings = [limb((-0.055, 0.63 - 0.055 * k, 0.035 + 0.01 * (k % 2)), 0.02, (0.055, 0.63 - 0.055 * k, 0.035), 0.02,
                  (1.5, 0.6, 2.6)) for k in range(6)]  # fmt: skip
    crest = [limb((0, 0.91, -0.01), 0.02, (0, 0.99, -0.03), 0.012), *[
        limb((0, 0.86 - 0.1 * k, -0.085), 0.014, (0, 0.87 - 0.1 * k, -0.125), 0.005) for k in range(3)]]  # fmt: skip
    parts = {
        "belly": Part(rings, "", "#f2cf8a"), "crest": Part(crest),
        "fin": Part([limb((0, 0.54, -0.09), 0.05, (0, 0.5, -0.19), 0.03, (0.25, 1.0, 1.0))], "", "#f0b24a"),
        "eye": eyes(0.064, 0.88, 0.05, 0.017),
        "stem": Part([limb((0, 0.01, 0.0), 0.022, (0, 0.12, 0.0), 0.022)], "steel_brushed", ""),
    }  # fmt: skip
    creature(drawing, brief, Form(body, brief.choose("#e08a2e", "#d8b030", "#c8603a"), 0.03, 0.2, parts,
             base=(0.34, 0.34), fineness=1.3))  # fmt: skip


@archetype(
    "stingray", "object", "creature", "stingray, manta ray, ray fish, rochen, manta, mantarraya, raie, electric ray",
    hints="flat fish, glides", about="A stingray is a flat fish with wide wings and a thin tail.", parts=_PARTS,
)  # fmt: skip
def stingray(drawing: Drawing, brief: Brief) -> None:
    """Draw a ray that glides above its stem with raised wing tips; a manta has horns at its mouth."""
    flat = (1.0, 0.3, 1.0)
    body = [limb((0, 0.42, 0.26), 0.2, (0, 0.42, -0.12), 0.22, (1.0, 0.42, 1.0)),
            *twins(limb((0.12, 0.42, 0.1), 0.2, (0.52, 0.47, -0.02), 0.09, flat),
                   limb((0.5, 0.465, -0.02), 0.09, (0.78, 0.55, -0.12), 0.03, flat))]  # fmt: skip
    tail = chain([(0, 0.42, -0.3, 0.05), (0, 0.43, -0.6, 0.022), (0, 0.47, -1.0, 0.011), (0, 0.5, -1.25, 0.006)])
    parts = {
        "tail": Part(tail), "eye": eyes(0.12, 0.5, 0.3, 0.026),
        "belly": Part([limb((0, 0.385, 0.26), 0.16, (0, 0.385, -0.15), 0.17, (1.0, 0.36, 1.0))], "", "#e8e6e0"),
        "stem": Part([limb((0, 0.02, 0.05), 0.03, (0, 0.38, 0.05), 0.03)], "steel_brushed", ""),
    }  # fmt: skip
    if brief.words & {"manta", "mantarraya"}:
        parts["horn"] = Part(twins(limb((0.14, 0.4, 0.42), 0.045, (0.17, 0.38, 0.6), 0.028, (0.5, 1.0, 1.0))))
    creature(drawing, brief, Form(body, "#5d6570" if "manta" in brief.words else "#9a8a6c", 0.06, 0.35, parts,
             base=(0.6, 0.6)))  # fmt: skip


@archetype(
    "shrimp", "object", "creature", "shrimp, prawn, garnele, gamba, crevette, krill, langoustine, mantis shrimp",
    hints="seafood, antennae", about="A shrimp is a small curved sea animal with long feelers.", parts=_PARTS,
)  # fmt: skip
def shrimp(drawing: Drawing, brief: Brief) -> None:
    """Draw a shrimp that stands on its legs, its back arched, with feelers and a fan of a tail."""
    arch = [(0, 0.22, 0.3, 0.085), (0, 0.3, 0.12, 0.11), (0, 0.32, -0.08, 0.1), (0, 0.26, -0.26, 0.08),
            (0, 0.14, -0.36, 0.06), (0, 0.06, -0.32, 0.04)]  # fmt: skip
    rings = [lump((0, 0.32 - 0.5 * (0.1 * k) ** 2, 0.06 - 0.085 * k), 0.118 - 0.008 * k, (0.98, 0.98, 0.22))
             for k in range(4)]  # fmt: skip
    legs = [bone for k in range(5) for bone in twins(limb((0.05, 0.22, 0.18 - 0.075 * k), 0.018,
            (0.11, 0.01, 0.22 - 0.1 * k), 0.008))]  # fmt: skip
    feelers = twins(*chain([(0.03, 0.26, 0.36, 0.012), (0.1, 0.4, 0.52, 0.008), (0.2, 0.44, 0.7, 0.005)]),
                    *chain([(0.02, 0.24, 0.37, 0.012), (0.05, 0.26, 0.6, 0.006)]))  # fmt: skip
    fan = twins(limb((0.0, 0.055, -0.32), 0.03, (0.08, 0.03, -0.2), 0.045, (1.0, 0.35, 1.0)))
    parts = {
        "ring": Part(rings, "", "#e8845c"), "leg": Part(legs, "", "#d8704a"), "feeler": Part(feelers, "", "#c85a3a"),
        "tail": Part(fan, "", "#d8603a", sole=0.05), "eye": eyes(0.07, 0.285, 0.33, 0.02),
        "beak": Part([limb((0, 0.29, 0.34), 0.024, (0, 0.34, 0.47), 0.006)], "", "#d8704a"),
    }  # fmt: skip
    creature(drawing, brief, Form(chain(arch), "#f0a07a", 0.03, 0.08, parts, fineness=1.4, sole=0.0))


@archetype(
    "toucan", "object", "creature", "toucan, tukan, tucán, pelican, pelikan, pelícano, pélican, hornbill, puffin, "
    "kingfisher, macaw, cockatoo",
    hints="huge beak, tropical bird", about="A toucan is a bird with a huge coloured beak; a pelican has a pouch under "
    "its bill.", parts=_PARTS,
)  # fmt: skip
def toucan(drawing: Drawing, brief: Brief) -> None:
    """Draw a toucan on a branch, a pelican on its feet, or a macaw, cockatoo, puffin or kingfisher."""
    is_pelican = bool(brief.words & {"pelican", "pelikan", "pelícano", "pélican"})
    body = [limb((0, 0.42, 0.02), 0.15, (0, 0.3, -0.1), 0.12), *chain([(0, 0.5, 0.05, 0.11), (0, 0.62, 0.09, 0.1)]),
            limb((0, 0.26, -0.14), 0.08, (0, 0.06, -0.3), 0.035, (1.2, 1.0, 0.5))]  # fmt: skip
    beak = chain([(0, 0.62, 0.17, 0.055), (0, 0.62, 0.32, 0.052), (0, 0.55, 0.46, 0.02)], (0.62, 1.0, 1.0))
    coat, bib, tint = "#1f2024", "#f4ecd8", "#f08a24"
    if is_pelican:
        body = [limb((0, 0.36, 0.02), 0.16, (0, 0.34, -0.18), 0.12), limb((0, 0.36, -0.26), 0.06, (0, 0.38, -0.36),
                0.03), *chain([(0, 0.44, 0.12, 0.08), (0, 0.58, 0.18, 0.055), (0, 0.7, 0.14, 0.06)]),
                lump((0, 0.74, 0.17), 0.07)]  # fmt: skip
        beak = [limb((0, 0.73, 0.22), 0.035, (0, 0.6, 0.56), 0.014, (1.0, 0.6, 1.0)),
                limb((0, 0.67, 0.25), 0.05, (0, 0.6, 0.44), 0.03, (0.55, 1.0, 1.0))]  # fmt: skip
        coat, bib, tint = "#efede8", "#efede8", "#f0a83c"
    elif brief.words & {"macaw", "cockatoo", "puffin", "kingfisher"}:
        word = next(word for word in ("macaw", "cockatoo", "puffin", "kingfisher") if word in brief.words)
        coat, bib, tint = {"macaw": ("#c8281f", "#e8e2d8", "#2a2622"), "cockatoo": ("#f6f4ee", "#f6f4ee", "#3a3835"),
                           "puffin": ("#1f2126", "#f4f2ec", "#e8682a"),
                           "kingfisher": ("#1f7fa8", "#e08a3a", "#2a2622")}[word]  # fmt: skip
        reach = 0.42 if word == "kingfisher" else 0.27
        beak = chain([(0, 0.635, 0.17, 0.045), (0, 0.625, 0.24, 0.035), (0, 0.57, reach, 0.01)], (0.7, 1.0, 1.0))
        if word == "cockatoo":
            body += [limb((0, 0.7, 0.06), 0.02, (0, 0.82 - 0.02 * k, -0.02 - 0.04 * k), 0.01) for k in range(3)]
    foot = twins(limb((0.05, 0.07, 0.0), 0.02, (0.06, 0.28, 0.0), 0.028), limb((0.05, 0.065, -0.02), 0.018,
                 (0.055, 0.065, 0.06), 0.014))  # fmt: skip
    parts = {
        "beak": Part(beak, "paint_white", tint), "bib": Part([lump((0, 0.53, 0.11), 0.085, (0.9, 1.1, 0.75))], "", bib),
        "wing": Part(twins(limb((0.13, 0.44, -0.02), 0.07, (0.1, 0.22, -0.2), 0.035, (0.4, 1.0, 1.0))), "",
                     "#c9c6be" if is_pelican else "#2f5fb0" if "macaw" in brief.words else ""),
        "eye": eyes(0.09 if not is_pelican else 0.062, 0.655 if not is_pelican else 0.765, 0.15 if not is_pelican
                    else 0.2, 0.018), "foot": Part(foot, "paint_white", "#5a6a78" if not is_pelican else "#e0902e"),
    }  # fmt: skip
    if is_pelican:
        parts["foot"] = Part(twins(limb((0.07, 0.02, 0.02), 0.02, (0.07, 0.26, 0.0), 0.026),
                             limb((0.07, 0.014, 0.02), 0.02, (0.075, 0.012, 0.13), 0.045, (1, 0.25, 1))),
                             "paint_white", "#e0902e")  # fmt: skip
        creature(drawing, brief, Form(body, coat, 0.04, 1.2, parts, base=(0.36, 0.42)))
        return
    parts["branch"] = Part([limb((-0.3, 0.04, 0.0), 0.04, (0.3, 0.04, 0.0), 0.034)], "bark", "#6b4a30", sole=0.12)
    creature(drawing, brief, Form(body, coat, 0.04, 0.5, parts, sole=0.0))


@archetype(
    "sloth", "object", "creature", "sloth, faultier, perezoso, paresseux, baby sloth, three toed sloth",
    hints="slow, hangs from branches", about="A sloth is a slow furry animal that hugs a branch with long arms.",
    parts=_PARTS,
)  # fmt: skip
def sloth(drawing: Drawing, brief: Brief) -> None:
    """Draw a sloth that sits and hugs an upright branch with its long arms."""
    body = [limb((0, 0.16, -0.04), 0.14, (0, 0.36, -0.02), 0.115), lump((0, 0.52, 0.03), 0.105, (1.05, 0.95, 0.95)),
            *twins(*chain([(0.1, 0.4, 0.0, 0.05), (0.15, 0.36, 0.12, 0.042), (0.06, 0.42, 0.2, 0.036)]),
                   *chain([(0.1, 0.12, 0.0, 0.06), (0.15, 0.09, 0.13, 0.045), (0.06, 0.12, 0.19, 0.038)]))]  # fmt: skip
    mask = twins(limb((0.035, 0.535, 0.105), 0.028, (0.075, 0.505, 0.085), 0.02, (1.0, 0.8, 0.6)))
    claws = twins(*[limb((0.05 - 0.014 * k, y, 0.215), 0.011, (0.0 - 0.012 * k, y + 0.012 * (k - 1), 0.238), 0.006)
                    for k in range(3) for y in (0.42, 0.12)])  # fmt: skip
    parts = {
        "face": Part([lump((0, 0.51, 0.07), 0.078, (1.0, 0.9, 0.75))], "", "#e6d6b4"),
        "mask": Part(mask, "", "#4a3424"),
        "eye": eyes(0.042, 0.535, 0.123, 0.011), "nose": Part([lump((0, 0.495, 0.13), 0.017, (1.3, 0.8, 1))],
        "paint_black", ""), "claw": Part(claws, "enamel_white", "#d8cdb0"),
        "branch": Part([limb((0, 0.02, 0.185), 0.036, (0.01, 0.46, 0.19), 0.03)], "bark", "#6b4a30", sole=0.01),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#8f7a5c", 0.03, 0.6, parts, base=(0.5, 0.56)))


@archetype(
    "skunk", "object", "creature", "skunk, stinktier, mofeta, mouffette, striped skunk, honey badger",
    hints="smell, stripe on its back", about="A skunk is a small black animal with white stripes and a bushy tail.",
    parts=_PARTS,
)  # fmt: skip
def skunk(drawing: Drawing, brief: Brief) -> None:
    """Draw a skunk on four feet, a white stripe from its nose to its raised tail."""
    body = [limb((0, 0.22, 0.12), 0.115, (0, 0.23, -0.16), 0.135), lump((0, 0.29, 0.26), 0.085, (0.95, 0.9, 1.0)),
            limb((0, 0.275, 0.32), 0.045, (0, 0.255, 0.4), 0.022), *twins(lump((0.055, 0.36, 0.24), 0.024),
            limb((0.07, 0.16, 0.13), 0.045, (0.075, 0.03, 0.15), 0.032), limb((0.075, 0.16, -0.17), 0.055,
            (0.08, 0.03, -0.15), 0.034))]  # fmt: skip
    tail = chain([(0, 0.28, -0.28, 0.06), (0, 0.42, -0.38, 0.09), (0, 0.58, -0.36, 0.105), (0, 0.7, -0.28, 0.07)])
    stripe = [*twins(limb((0.04, 0.34, 0.06), 0.034, (0.075, 0.335, -0.22), 0.04, (0.7, 0.7, 1.0))),
              limb((0, 0.365, 0.27), 0.022, (0, 0.345, 0.1), 0.03, (1.0, 0.7, 1.0)),
              *chain([(0, 0.32, -0.32, 0.045), (0, 0.46, -0.44, 0.055), (0, 0.62, -0.42, 0.06), (0, 0.75, -0.27,
                                                                                                0.045)])]  # fmt: skip
    parts = {
        "tail": Part(tail), "stripe": Part(stripe, "", "#f2f0ea"), "eye": eyes(0.052, 0.315, 0.325, 0.013),
        "nose": Part([lump((0, 0.26, 0.42), 0.016)], "paint_black", ""),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#26262a", 0.04, 0.32, parts))


@archetype(
    "caterpillar", "object", "creature", "caterpillar, worm, earthworm, raupe, wurm, oruga, gusano, chenille, "
    "silkworm, maggot, inchworm, hungry caterpillar, millipede, centipede, larva, grub",
    hints="crawl, cocoon, leaf eater", about="A caterpillar is a soft crawling animal of many round segments.",
    parts=_PARTS,
)  # fmt: skip
def caterpillar(drawing: Drawing, brief: Brief) -> None:
    """Draw a row of round segments that rises to a head with feelers; an earthworm is long and bare."""
    is_worm = bool(brief.words & {"worm", "earthworm", "wurm", "gusano", "maggot", "larva", "grub"})
    count = brief.count("segment", 9, least=4, most=16)
    rows = [(0.0 if not is_worm else 0.14 * sin(1.1 * k), 0.1 + (0.05 * (1 - cos(2 * pi * k / count)) if not is_worm
             else 0.0), 0.15 * (count / 2 - k)) for k in range(count)]  # fmt: skip
    body = [lump(at, 0.1, (1.0, 1.0, 0.9)) for at in rows]
    if is_worm:
        body = chain([(x, 0.06, z, 0.055) for x, _, z in rows])
        parts = {"band": Part([lump((rows[3][0], 0.07, rows[3][2]), 0.062, (1.0, 0.9, 1.2))], "", "#c88a80")}
        creature(drawing, brief, Form(body, "#d89a8c", 0.03, 0.02, parts, sole=0.04))
        return
    x, y, z = rows[0]
    head = (x, y + 0.07, z + 0.15)
    legs = [bone for at in rows for bone in twins(limb((0.05, 0.06, at[2]), 0.024, (0.07, 0.012, at[2]), 0.018))]
    feelers = twins(limb((0.04, head[1] + 0.1, head[2]), 0.011, (0.08, head[1] + 0.2, head[2] + 0.03), 0.008),
                    lump((0.082, head[1] + 0.21, head[2] + 0.032), 0.018))  # fmt: skip
    parts = {
        "head": Part([lump(head, 0.125)], "", "#d8482f"), "feeler": Part(feelers, "paint_black", ""),
        "leg": Part(legs, "", "#e8b23a"), "eye": eyes(0.05, head[1] + 0.03, head[2] + 0.112, 0.024),
        "spot": Part([bone for at in rows[1::2] for bone in twins(lump((0.088, at[1] + 0.03, at[2]), 0.028))], "",
                     "#f0d84a"),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#6fae3a", 0.02, 0.12, parts, sole=0.0))
