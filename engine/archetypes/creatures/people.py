"""People and what is shaped like them: person, robot, alien, angel, skeleton; they face +z."""

from itertools import pairwise

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature, eyes
from engine.archetypes.creatures.trades import CURLS, NOSE, TRADES, trade_of, trade_parts
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = (
    "body, skin, hair, shirt, trouser, dress, shoe, hat, apron, eye, wing, halo, arm, leg, head, base, bone, robe, cape"
)

_HOARY = frozenset({"wizard", "gnome", "santa", "dwarf"})  # with white hair


def figure(*, slim: float = 1.0, arms: str = "down", holds: bool = False) -> dict[str, list[Bone]]:
    """Return the bones of a grown person 1.75 m tall, in groups: skin, shirt, trouser, shoe; a hand that holds."""
    hand = {"down": (0.32, 0.8, 0.08), "up": (0.46, 1.72, 0.06), "out": (0.74, 1.36, 0.03)}[arms]
    elbow = {"down": (0.28, 1.1, -0.01), "up": (0.4, 1.42, 0.0), "out": (0.46, 1.4, 0.0)}[arms]
    wrist = (elbow[0] + 0.86 * (hand[0] - elbow[0]), elbow[1] + 0.86 * (hand[1] - elbow[1]),
             elbow[2] + 0.86 * (hand[2] - elbow[2]))  # fmt: skip
    shoulder = (0.17, 1.39, -0.005)
    hands = twins(limb(wrist, 0.034, hand, 0.04, (0.8, 1.0, 1.0)))
    sleeves = twins(limb(shoulder, 0.072, elbow, 0.05), limb(elbow, 0.05, wrist, 0.042))
    if holds:
        bend, end = (0.27, 1.13, -0.01), (0.25, 1.15, 0.22)
        sleeves[:2] = [limb(shoulder, 0.072, bend, 0.05), limb(bend, 0.05, end, 0.042)]
    return {
        "skin": [
            lump((0, 1.6, 0.015), 0.105, (0.82, 1.15, 0.95)), limb((0, 1.46, -0.01), 0.05, (0, 1.54, 0.0), 0.048),
            lump((0, 1.585, 0.115), 0.016, (0.8, 1.2, 1.0)),
            *hands[1 if holds else 0 :], *twins(lump((0.086, 1.6, 0.0), 0.024, (0.5, 1.0, 0.7))),
        ],
        "shirt": [
            limb((0, 1.0, 0), 0.145 * slim, (0, 1.3, 0), 0.165 * slim, (1.05, 1.0, 0.68)),
            limb((-0.12, 1.385, -0.005), 0.075, (0.12, 1.385, -0.005), 0.075, (1.0, 1.0, 0.85)),
            *sleeves,
        ],
        "trouser": [
            lump((0, 0.96, 0), 0.155 * slim, (1.08, 0.8, 0.75)),
            *twins(limb((0.09, 0.92, 0), 0.095, (0.1, 0.5, 0.0), 0.066), limb((0.1, 0.5, 0.0), 0.066, (0.105, 0.13,
                   -0.02), 0.052)),
        ],
        "shoe": twins(limb((0.105, 0.06, -0.035), 0.058, (0.115, 0.042, 0.13), 0.05, (0.9, 0.95, 1.0)),
                      limb((0.105, 0.06, -0.03), 0.055, (0.105, 0.13, -0.025), 0.05)),
        "hand": [limb((0.25, 1.15, 0.22), 0.034, (0.245, 1.16, 0.29), 0.04, (0.8, 1.0, 1.0))] if holds else [],
    }  # fmt: skip


@archetype(
    "person", "object", "creature",
    "person, man, woman, human, boy, girl, child, kid, toddler, human figure, mannequin, people, mensch, mann, frau, "
    "hombre, mujer, persona, homme, femme, doll, soldier, astronaut, princess, wizard, witch, cowboy, superhero, "
    "gnome, garden gnome, elf, dwarf, zombie, vampire, businessman, doctor, policeman, firefighter, viking, "
    "pirate, ninja, samurai, monk, king figure, king, queen, santa, santa claus, "
    + ", ".join(name for name in TRADES if name not in ("cook", "doctor", "policeman", "firefighter")),
    hints="humanoid, character, someone, action figure",
    about="A person is a standing human figure with clothes and hair, such as a man, a woman, a wizard or a soldier.",
    parts=_PARTS,
)  # fmt: skip
def person(drawing: Drawing, brief: Brief) -> None:
    """Draw a standing person; words choose a dress, a robe, a beard, a pointed hat, a cape, a helmet."""
    words = brief.words
    is_woman = bool(words & {"woman", "girl", "princess", "queen", "witch", "frau", "mujer", "femme", "doll", "fairy"})
    trade = trade_of(words)
    is_woman |= trade.is_woman
    is_robed = bool(words & {"wizard", "witch", "monk", "gnome", "dwarf", "elf"}) or "robe" in brief.features
    group = figure(slim=0.86 if is_woman else 1.0, holds="holding" in words)
    skin = "#7fa05a" if "zombie" in words else "#dfae88"
    shirt, trousers = brief.choose("#3f6a9a", "#a8432f", "#4f7a52", "#8a6a9a"), brief.choose("#2f3a4a", "#5a4a3a")
    if words & {"astronaut"}:
        shirt = trousers = "#eceef0"
    if words & {"ninja", "vampire", "businessman", "witch"}:
        shirt = trousers = "#24262c"
    if words & {"santa"}:
        shirt = trousers = "#b3221f"
    if words & {"soldier"}:
        shirt = trousers = "#5a6340"
    shirt, trousers = trade.shirt or shirt, trade.trousers or trousers
    parts = {
        "shirt": Part(group["shirt"], "cotton", shirt), "trouser": Part(group["trouser"], "cotton", trousers),
        "shoe": Part(group["shoe"], "leather_black", "#2c2521"), "eye": eyes(0.034, 1.625, 0.1, 0.011),
    }  # fmt: skip
    if group["hand"]:
        parts["hand"] = Part(group["hand"], "", skin)
    if is_woman or is_robed or words & {"princess", "queen", "angel"}:
        low, wide = (0.06, 0.25) if is_robed or words & {"princess", "queen"} else (0.52, 0.2)
        skirt = [limb((0, 1.02, 0), 0.13, (0, low + wide * 0.6, 0), wide, (1.0, 0.6, 0.85))]
        parts["dress"] = Part(skirt, "cotton", shirt)
        below = group["trouser"][2::2]  # what a skirt leaves bare
        parts["trouser"] = Part(below, "", skin) if low > 0.3 else Part(below, "cotton", trousers)
    parts |= _head(words, is_woman=is_woman, is_grey=trade.is_grey) | trade_parts(trade)
    if "clown" in words:
        parts |= {"nose": NOSE, "curls": Part(CURLS, "fur", "#d8601f")}
    if words & {"superhero", "vampire", "king", "queen", "superman", "batman"} or "cape" in brief.features:
        cape = [limb((x * 0.5, 1.36, -0.12), 0.04, (x, 0.35, -0.26), 0.045, (1.0, 1.0, 0.7)) for x in (-0.24, -0.16,
                -0.08, 0.0, 0.08, 0.16, 0.24)]  # fmt: skip
        parts["cape"] = Part(cape, "cotton", "#a8221f")
    small = bool(words & {"child", "kid", "toddler", "boy", "girl", "gnome", "dwarf", "doll", "elf"})
    tall = 0.5 if words & {"gnome", "doll"} else 1.25 if small else 1.75
    form = Form(group["skin"], skin, 0.03, tall, parts, sole=0.0, base=(0.75, 0.6), fineness=1.3)
    creature(drawing, brief, form, words="body skin person figure mannequin")


def _head(words: frozenset[str], *, is_woman: bool, is_grey: bool) -> dict[str, Part]:
    """Return hair, beard and what a person wears on the head."""
    if words & {"mannequin"}:
        return {}
    if words & {"astronaut", "ninja"}:
        tint = "#f0f1f2" if "astronaut" in words else "#24262c"
        visor = Part([lump((0, 1.62, 0.06), 0.115, (0.85, 0.72, 0.9))], "glass_tinted" if "astronaut" in words else "",
                     "" if "astronaut" in words else "#dfae88")  # fmt: skip
        pack = {"pack": Part([limb((0, 1.05, -0.16), 0.13, (0, 1.32, -0.16), 0.13, (1.1, 1.0, 0.7))], "", "#d9dcdf")}
        return {"helmet": Part([lump((0, 1.61, 0.0), 0.155)], "", tint), "visor": visor, **(
            pack if "astronaut" in words else {})}  # fmt: skip
    hair = [lump((0, 1.655, -0.02), 0.108, (0.9, 0.95, 1.0)), lump((0, 1.6, -0.05), 0.09, (0.95, 1.1, 0.9))]
    if is_woman:
        hair += [*twins(limb((0.07, 1.62, -0.03), 0.045, (0.09, 1.42, -0.05), 0.035)), limb((0, 1.58, -0.07), 0.085,
                 (0, 1.36, -0.11), 0.06, (1.1, 1.0, 0.7))]  # fmt: skip
    found = {"hair": Part(hair, "fur", "#4a3020" if not (is_grey or words & _HOARY) else "#e6e3dc")}
    if words & {"wizard", "gnome", "dwarf", "santa", "viking", "monk", "pirate"}:
        tint = "#e6e3dc" if not words & {"viking", "pirate"} else "#8a4f26"
        found["beard"] = Part([limb((0, 1.53, 0.07), 0.075, (0, 1.33, 0.11), 0.025, (1.0, 1.0, 0.6))], "fur", tint)
    if words & {"wizard", "witch", "gnome", "santa", "elf"}:
        tint = {"wizard": "#2f3f8a", "witch": "#1f1c24", "elf": "#3f7a3a"}.get(
            next(iter(sorted(words & {"wizard", "witch", "elf"})), ""), "#b3221f")  # fmt: skip
        cone = [limb((0, 1.69, -0.02), 0.115, (0, 2.02, -0.08), 0.012)]
        brim = [lump((0, 1.69, -0.01), 0.2, (1.0, 0.14, 1.0))] if words & {"wizard", "witch"} else []
        found["hat"] = Part([*cone, *brim], "felt", tint)
    if words & {"cowboy", "pirate", "policeman", "soldier", "firefighter"}:
        tint = {"cowboy": "#8a5a30", "soldier": "#4a5236", "firefighter": "#b3221f"}.get(
            next(iter(sorted(words & {"cowboy", "soldier", "firefighter"})), ""), "#20242c")  # fmt: skip
        rim = lump((0, 1.685, 0.0), 0.23 if "cowboy" in words else 0.15, (1.0, 0.16, 1.0))
        found["hat"] = Part([lump((0, 1.72, -0.01), 0.12, (0.9, 0.85, 1.0)), rim], "felt", tint)
    if words & {"princess", "king", "queen"}:
        crown = [limb((0.075 * x, 1.72, 0.075 * z - 0.01), 0.02, (0.085 * x, 1.8, 0.085 * z - 0.01), 0.008) for x,
        z in (
            (1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87))]  # fmt: skip
        found["crown"] = Part([*crown, lump((0, 1.725, -0.01), 0.095, (1.0, 0.3, 1.0))], "gold", "")
    if "viking" in words:
        horns = twins(*chain([(0.1, 1.7, 0.0, 0.035), (0.18, 1.74, 0.0, 0.03), (0.2, 1.85, 0.01, 0.008)]))
        found["hat"] = Part([lump((0, 1.68, -0.01), 0.115, (0.95, 0.9, 1.0)), *horns], "steel_brushed", "")
    return found


@archetype(
    "angel", "object", "creature", "angel, engel, ange, ángel, guardian angel, fairy, cherub, fee, hada, tinkerbell, "
    "cupid", hints="heaven, wings and halo", about="An angel is a person in a long robe with wings and a halo.",
    parts=_PARTS,
)  # fmt: skip
def angel(drawing: Drawing, brief: Brief) -> None:
    """Draw an angel with feathered wings and a halo; a fairy has the wings of a butterfly."""
    is_fairy = bool(brief.words & {"fairy", "fee", "hada", "tinkerbell"})
    group = figure(slim=0.88)
    robe = [limb((0, 1.2, 0), 0.13, (0, 0.2 if not is_fairy else 0.7, 0), 0.25 if not is_fairy else 0.2, (1.0, 1.0,
            0.85))]  # fmt: skip
    wings = []
    for k in range(6):
        reach, up = 0.75 - 0.09 * k, 1.75 - 0.22 * k
        wings.append(limb((0.08, 1.3, -0.13), 0.06, (reach * 0.6, 1.5 - 0.08 * k, -0.2), 0.07, (1.0, 1.0, 0.4)))
        wings.append(limb((reach * 0.6, 1.5 - 0.08 * k, -0.2), 0.07, (reach, up - 0.35, -0.22), 0.035, (1.0, 1.0, 0.4)))
    if is_fairy:
        wings = [limb((0.05, 1.3, -0.12), 0.05, (0.42, 1.58, -0.18), 0.2, (1.0, 1.0, 0.22)),
                 limb((0.05, 1.22, -0.12), 0.05, (0.32, 0.98, -0.16), 0.15, (1.0, 1.0, 0.22))]  # fmt: skip
    hair = [lump((0, 1.655, -0.02), 0.108, (0.9, 0.95, 1.0)), limb((0, 1.6, -0.06), 0.09, (0, 1.38, -0.1), 0.06, (1.1,
            1.0, 0.7))]  # fmt: skip
    parts = {
        "shirt": Part(group["shirt"], "", "#f4f1e8" if not is_fairy else "#5fa86a"),
        "robe": Part(robe, "", "#f4f1e8" if not is_fairy else "#5fa86a"),
        "shoe": Part([*group["shoe"], *group["trouser"]], "", "#dfae88" if is_fairy else "#d8cfba"),
        "wing": Part(twins(*wings), "", "#ffffff" if not is_fairy else "#bfe3ef", 0.3),
        "hair": Part(hair, "fur", "#d9b25a"), "eye": eyes(0.034, 1.625, 0.1, 0.011),
    }  # fmt: skip
    if not is_fairy:
        ring = [(0.0, 1.8, 0.11), (0.078, 1.8, 0.078), (0.11, 1.8, 0.0), (0.078, 1.8, -0.078), (0.0, 1.8, -0.11)]
        halo = [limb(a, 0.016, b, 0.016) for a, b in pairwise(ring)]
        parts["halo"] = Part([*twins(*halo), limb((0, 1.8, -0.11), 0.012, (0, 1.68, -0.1), 0.012)], "gold", "")
    form = Form(group["skin"], "#e6bb98", 0.03, 0.5, parts, sole=0.0, base=(0.8, 0.7), fineness=1.3)
    creature(drawing, brief, form)


@archetype(
    "alien", "object", "creature", "alien, extraterrestrial, martian, außerirdischer, extraterrestre, monster, goblin, "
    "troll, yeti, bigfoot, demon, gremlin, orc, ogre, devil", hints="from outer space, area 51",
    about="An alien is a creature from space with a big head and large dark eyes.", parts=_PARTS + ", horn, antenna",
)  # fmt: skip
def alien(drawing: Drawing, brief: Brief) -> None:
    """Draw an alien with a big head and slender limbs, or a broad monster with horns and teeth."""
    is_beast = bool(brief.words & {"monster", "troll", "yeti", "bigfoot", "demon", "orc", "ogre", "devil", "goblin",
                                   "gremlin"})  # fmt: skip
    creature(drawing, brief, _monster(brief) if is_beast else _grey(brief))


def _grey(brief: Brief) -> Form:
    count = brief.count("eye", 2, least=1, most=3)
    body = [
        lump((0, 1.22, 0.0), 0.24, (0.95, 1.0, 0.95)), limb((0, 1.05, 0.03), 0.13, (0, 0.96, 0.04), 0.06),
        limb((0, 0.95, 0), 0.05, (0, 0.85, 0), 0.05), limb((0, 0.78, 0), 0.13, (0, 0.5, 0), 0.12, (1.0, 1.0, 0.75)),
        *twins(
            limb((0.12, 0.8, 0), 0.05, (0.24, 0.58, 0.03), 0.04), limb((0.24, 0.58, 0.03), 0.038, (0.26, 0.36, 0.12),
            0.034), *(limb((0.26, 0.36, 0.12), 0.02, (0.26 + dx, 0.24, 0.16), 0.016) for dx in (-0.04, 0.0, 0.04)),
            limb((0.07, 0.48, 0), 0.075, (0.1, 0.26, 0.02), 0.05), limb((0.1, 0.26, 0.02), 0.05, (0.1, 0.06, 0.0),
            0.045), limb((0.1, 0.04, 0.0), 0.048, (0.12, 0.035, 0.15), 0.05, (1.1, 0.8, 1.0)),
        ),
    ]  # fmt: skip
    slant = [limb((0.05, 1.16, 0.17), 0.05, (0.14, 1.24, 0.165), 0.06, (1.0, 1.0, 0.75))]
    one = [lump((0, 1.22, 0.2), 0.085, (1.0, 1.1, 0.6))]
    parts = {"eye": Part(twins(*slant) + (one if count == 3 else []) if count > 1 else one, "paint_black", ""),
             "antenna": Part(twins(*chain([(0.08, 1.4, 0.0, 0.022), (0.12, 1.52, 0.02, 0.016), (0.14, 1.56, 0.02, 0.035)
                                           ])), "", "#8fc06a")}  # fmt: skip
    return Form(body, "#7fb05a", 0.035, 1.2, parts, base=(0.6, 0.5), sole=0.0, fineness=1.3)


def _monster(brief: Brief) -> Form:
    is_furry = bool(brief.words & {"yeti", "bigfoot"})
    body = [
        limb((0, 0.55, 0), 0.36, (0, 0.95, 0.04), 0.3), lump((0, 1.2, 0.08), 0.25, (1.05, 0.95, 1.0)),
        *twins(
            limb((0.3, 1.0, 0.03), 0.14, (0.52, 0.68, 0.1), 0.12), limb((0.52, 0.68, 0.1), 0.11, (0.46, 0.36, 0.26),
            0.13), limb((0.18, 0.4, 0), 0.17, (0.21, 0.12, 0.0), 0.14), limb((0.21, 0.09, 0.0), 0.12, (0.24, 0.08, 0.2),
            0.12, (1.0, 0.75, 1.0)),
        ),
    ]  # fmt: skip
    fangs = twins(limb((0.09, 1.06, 0.3), 0.03, (0.1, 1.17, 0.33), 0.008))
    horns = twins(*chain([(0.15, 1.38, 0.06, 0.055), (0.26, 1.5, 0.06, 0.045), (0.27, 1.64, 0.1, 0.012)]))
    claws = twins(*(limb((0.46 + dx, 0.27, 0.33), 0.03, (0.46 + dx, 0.2, 0.38), 0.008) for dx in (-0.07, 0.0, 0.07)))
    parts = {
        "ball": Part(twins(lump((0.1, 1.27, 0.285), 0.06)), "enamel_white", "#f2e68a"),
        "eye": eyes(0.1, 1.27, 0.335, 0.03), "mouth": Part([lump((0, 1.08, 0.285), 0.13, (1.0, 0.45, 0.5))],
        "paint_black", "#3a1218"), "tooth": Part(fangs, "enamel_white", ""), "claw": Part(claws, "enamel_white", ""),
    }  # fmt: skip
    if not is_furry:
        parts["horn"] = Part(horns, "enamel_white", "#d8c9a4")
    coat = (
        "#e9edf0" if "yeti" in brief.words else "#5f3f2a" if is_furry else brief.choose("#6a4f9a", "#4f8a4a", "#a83a3a")
    )
    return Form(body, coat, 0.1, 1.3, parts, sole=0.01, fineness=1.3)


@archetype(
    "skeleton", "object", "creature", "skeleton, skelett, esqueleto, squelette, human skeleton, bones",
    hints="anatomy, halloween bones", about="A skeleton is the set of bones of a person: skull, ribs, spine, limbs.",
    parts="bone, skull, rib, eye, base, body",
)  # fmt: skip
def skeleton(drawing: Drawing, brief: Brief) -> None:
    """Draw a standing skeleton on a stand: skull, spine, ribs, pelvis, limbs with knuckled ends."""
    spine = [lump((0, 0.95 + 0.045 * k, -0.03 + 0.0006 * (k - 5) ** 2), 0.03, (1.0, 0.7, 1.0)) for k in range(13)]
    spine.append(limb((0, 0.93, -0.03), 0.018, (0, 1.55, -0.01), 0.018))
    ribs = []
    for k in range(7):
        y, w = 1.4 - 0.05 * k, 0.11 + 0.022 * min(k, 4) - 0.012 * max(k - 4, 0)
        ribs += twins(*chain([(0.0, y + 0.02, -0.03, 0.012), (w, y + 0.01, -0.04, 0.012), (w * 1.12, y - 0.03, 0.05,
                              0.012), (0.02, y - 0.06, 0.12, 0.011)]))  # fmt: skip
    ribs.append(limb((0, 1.36, 0.115), 0.022, (0, 1.05, 0.13), 0.018, (1.2, 1.0, 0.6)))
    limbs = twins(
        limb((0.02, 1.42, 0.06), 0.015, (0.19, 1.43, -0.01), 0.016), lump((0.2, 1.42, -0.01), 0.036),
        limb((0.2, 1.42, -0.01), 0.02, (0.25, 1.12, -0.02), 0.018), lump((0.25, 1.12, -0.02), 0.032),
        limb((0.245, 1.12, -0.01), 0.014, (0.255, 0.86, 0.05), 0.014), limb((0.27, 1.12, -0.01), 0.012, (0.285, 0.86,
        0.05), 0.012), lump((0.27, 0.84, 0.055), 0.034),
        *(limb((0.27, 0.83, 0.055), 0.011, (0.27 + dx, 0.7, 0.08), 0.009) for dx in (-0.03, -0.01, 0.012, 0.034)),
        *chain([(0.02, 0.93, -0.04, 0.03), (0.11, 1.0, -0.02, 0.035), (0.12, 0.92, 0.02, 0.03), (0.04, 0.85, 0.03,
        0.024),
                (0.0, 0.86, 0.03, 0.022)]), lump((0.11, 0.9, 0.0), 0.042),
        limb((0.11, 0.9, 0.0), 0.025, (0.1, 0.51, 0.01), 0.022), lump((0.1, 0.5, 0.01), 0.044), limb((0.1, 0.5, 0.0),
        0.021, (0.105, 0.1, -0.02), 0.017), limb((0.125, 0.47, -0.01), 0.012, (0.13, 0.1, -0.02), 0.011),
        lump((0.11, 0.08, -0.02), 0.038), *(limb((0.11, 0.06, -0.01), 0.022, (0.11 + dx, 0.022, 0.14), 0.013) for dx in
        (-0.035, -0.012, 0.012, 0.036)), limb((0.11, 0.07, -0.02), 0.026, (0.11, 0.026, -0.06), 0.026),
    )  # fmt: skip
    skull = [lump((0, 1.66, -0.01), 0.1, (0.82, 0.95, 1.05)), lump((0, 1.6, 0.055), 0.055, (1.0, 1.0, 0.9)),
             limb((-0.03, 1.535, 0.065), 0.025, (0.03, 1.535, 0.065), 0.025), *twins(limb((0.055, 1.6, 0.0), 0.02,
             (0.04, 1.54, 0.05), 0.02))]  # fmt: skip
    holes = [
        *twins(lump((0.036, 1.645, 0.085), 0.024, (1.0, 1.0, 0.6))),
        lump((0, 1.6, 0.108), 0.012, (0.9, 1.4, 0.7)),
        *(limb((x, 1.565, 0.105), 0.0045, (x, 1.545, 0.1), 0.0045) for x in (-0.024, -0.012, 0.0, 0.012, 0.024)),
    ]
    parts = {"skull": Part(skull), "rib": Part(ribs, soft=0.3), "limb": Part(limbs, soft=0.4),
             "eye": Part(holes, "paint_black", "")}  # fmt: skip
    form = Form(spine, "#e9e0c8", 0.02, 1.75, parts, base=(0.62, 0.5), sole=0.0, fineness=1.6)
    creature(drawing, brief, form, words="bone body skeleton")
