"""Fowl of pond and yard: duck, hen and rooster; beaks point to +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, feather, wing, beak, bill, eye, foot, leg, tail, comb, head"
_ORANGE = ("paint_white", "#e08a2a")


@archetype(
    "duck", "object", "creature", "duck, mallard, mallard duck, duckling, mother duck, ente, canard, pato, "
    "ducky bird", hints="quack, pond, waddle", about="A duck is a water bird with a flat bill and webbed feet.",
    parts=_PARTS,
)  # fmt: skip
def duck(drawing: Drawing, brief: Brief) -> None:
    """Draw a duck that stands: white, a mallard with its green head, or a yellow duckling."""
    is_wild = bool(brief.words & {"mallard", "drake", "wild"})
    is_young = bool(brief.words & {"duckling", "baby"})
    big = 1.25 if is_young else 1.0
    trunk = [
        limb((0, 0.3, 0.1), 0.145, (0, 0.3, -0.14), 0.13, (1.0, 0.92, 1.0)),
        limb((0, 0.33, -0.22), 0.085, (0, 0.42, -0.4), 0.02, (1.1, 0.6, 1.0)),
    ]  # fmt: skip
    neck = chain([(0, 0.36, 0.15, 0.1), (0, 0.47, 0.2, 0.066), (0, 0.57, 0.21, 0.07 * big)])
    head = [lump((0, 0.625, 0.225), 0.088 * big, (0.9, 0.95, 1.05))]
    bill = [limb((0, 0.605, 0.29), 0.04, (0, 0.585, 0.4), 0.03, (1.05, 0.5, 1.0)),
            lump((0, 0.583, 0.405), 0.034, (1.15, 0.42, 1.0))]  # fmt: skip
    parts = {
        "beak": Part(bill, *(_ORANGE if not is_wild else ("paint_white", "#d8b23a"))),
        "wing": Part(twins(limb((0.118, 0.32, 0.05), 0.085, (0.1, 0.36, -0.26), 0.025, (0.42, 1.0, 1.0))), "",
                     "#8d8478" if is_wild else ""),
        "eye": eyes(0.067 * big, 0.65, 0.27, 0.014),
        "foot": Part(_feet(0.08, 0.17, 0.02), *_ORANGE),
    }  # fmt: skip
    if is_wild:
        parts["head"] = Part([*head, *neck[-1:]], "", "#1f6b45", 1.0)
        parts["collar"] = Part([lump((0, 0.485, 0.203), 0.08, (1.0, 0.24, 1.0))], "", "#f2efe8")
        neck, head = neck[:-1], []
    coat = "#8a6f55" if is_wild else "#f0cf45" if is_young else "#f4f2ec"
    tall = 0.16 if is_young else 0.45
    creature(drawing, brief, Form([*trunk, *neck, *head], coat, 0.045, tall, parts, base=(0.36, 0.5)))


def _feet(x: float, up: float, z: float) -> list[Bone]:
    """Return two legs with webbed feet, from the belly down."""
    toes = (limb((x, 0.016, z), 0.015, (x + dx, 0.014, z + 0.13), 0.013, (1.0, 0.8, 1.0)) for dx in (-0.05, 0.0, 0.05))
    web = limb((x, 0.013, z + 0.04), 0.02, (x, 0.012, z + 0.1), 0.052, (1.0, 0.22, 1.0))
    return twins(limb((x, 0.02, z), 0.018, (x, up + 0.06, z - 0.02), 0.024), *toes, web)


@archetype(
    "chicken", "object", "creature", "chicken, hen, rooster, cock, cockerel, chick, broody hen, huhn, henne, hahn, "
    "poule, poulet, coq, gallina, gallo, farm hen", hints="cluck, eggs, coop, crow",
    about="A chicken is a farm bird with a red comb; the hen lays eggs and the rooster crows.", parts=_PARTS,
)  # fmt: skip
def chicken(drawing: Drawing, brief: Brief) -> None:
    """Draw a hen, a rooster with a high comb and a plume of tail feathers, or a chick."""
    if "chick" in brief.words:
        return _chick(drawing, brief)
    is_cock = bool(brief.words & {"rooster", "cock", "cockerel", "hahn", "coq", "gallo"})
    body = [
        limb((0, 0.37, 0.12), 0.15, (0, 0.36, -0.1), 0.15, (0.95, 1.0, 1.0)),
        limb((0, 0.4, -0.16), 0.11, (0, 0.58, -0.33), 0.05, (0.6, 1.0, 1.0)),
        *chain([(0, 0.44, 0.18, 0.11), (0, 0.58, 0.24, 0.072), (0, 0.68, 0.25, 0.066)]),
    ]  # fmt: skip
    crest = [lump((0, 0.755 + 0.02 * (k % 2), 0.2 + 0.04 * k), 0.03 if is_cock else 0.02, (0.4, 1.25, 0.9))
             for k in range(4)]  # fmt: skip
    lobes = twins(limb((0.016, 0.625, 0.31), 0.018, (0.016, 0.58, 0.315), 0.024, (0.6, 1.0, 1.0)))
    parts = {
        "wing": Part(twins(limb((0.125, 0.4, 0.08), 0.085, (0.11, 0.4, -0.16), 0.04, (0.42, 1.0, 1.0)))),
        "beak": Part([limb((0, 0.665, 0.305), 0.026, (0, 0.645, 0.37), 0.006)], "paint_white", "#e0b040"),
        "comb": Part(crest, "hide", "#c8281f", 0.3), "wattle": Part(lobes, "hide", "#c8281f", 0.3),
        "eye": eyes(0.056, 0.695, 0.282, 0.011),
        "foot": Part(_claws(0.075, 0.24, 0.02), "paint_white", "#dda63a"),
    }  # fmt: skip
    if is_cock:
        plumes = [
            chain([(0.4 * dx, 0.44, -0.22, 0.055), (dx, 0.68 + up, -0.34, 0.055), (1.3 * dx, 0.78 + up, -0.46, 0.05),
                   (1.6 * dx, 0.76 + up, -0.58, 0.042), (1.8 * dx, 0.66 + up, -0.66, 0.03),
                   (1.9 * dx, 0.56 + up, -0.68, 0.012)], (0.6, 1.0, 1.0))
            for dx, up in ((-0.09, -0.16), (0.09, -0.16), (-0.05, -0.06), (0.05, -0.06), (0.0, 0.02))
        ]  # fmt: skip
        parts["tail"] = Part([bone for plume in plumes for bone in plume], "", "#1d3b34", 0.3)
    coat = "#9a4a22" if is_cock else brief.choose("#b5713c", "#f1ede4", "#8f5a34")
    creature(drawing, brief, Form(body, coat, 0.045, 0.6 if is_cock else 0.45, parts, base=(0.36, 0.46)))
    return None


def _claws(x: float, up: float, z: float) -> list[Bone]:
    """Return two thin legs, each with three toes before and one behind."""
    toes = (limb((x, 0.016, z), 0.014, (x + dx, 0.013, z + dz), 0.011)
            for dx, dz in ((-0.055, 0.1), (0.0, 0.12), (0.055, 0.1), (0.0, -0.07)))  # fmt: skip
    return twins(limb((x, 0.018, z), 0.016, (x, up + 0.06, z - 0.02), 0.024), *toes)


def _chick(drawing: Drawing, brief: Brief) -> None:
    """Draw a round yellow chick."""
    body = [lump((0, 0.27, 0.0), 0.17, (0.95, 0.95, 1.05)), lump((0, 0.48, 0.06), 0.115),
            limb((0, 0.29, -0.14), 0.06, (0, 0.34, -0.2), 0.02)]  # fmt: skip
    parts = {
        "wing": Part(twins(limb((0.15, 0.29, 0.03), 0.06, (0.14, 0.27, -0.1), 0.03, (0.45, 1.0, 1.0)))),
        "beak": Part([limb((0, 0.47, 0.165), 0.022, (0, 0.462, 0.21), 0.005)], *_ORANGE),
        "eye": eyes(0.07, 0.505, 0.142, 0.015), "foot": Part(_claws(0.065, 0.1, 0.01), *_ORANGE),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#f0cf45", 0.05, 0.1, parts, base=(0.3, 0.36)))
