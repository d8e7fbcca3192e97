"""Small creatures: frog, snail, snake, spider, butterfly, bee, owl, swan; noses point to +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature, eyes
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins
from engine.archetypes.register import archetype

_PARTS = "body, skin, wing, eye, shell, leg, tongue, spot, stripe, beak, foot, belly, base, antenna, feather"


@archetype(
    "frog", "object", "creature", "frog, toad, frosch, rana, grenouille, bullfrog, tree frog, tadpole frog",
    hints="croak, pond, prince", about="A frog is a small green animal that sits and leaps with strong hind legs.",
    parts=_PARTS,
)  # fmt: skip
def frog(drawing: Drawing, brief: Brief) -> None:
    """Draw a frog that sits, eyes on top of its head."""
    body = [
        limb((0, 0.16, -0.1), 0.13, (0, 0.26, 0.1), 0.12, (1.1, 0.9, 1.0)), lump((0, 0.29, 0.18), 0.13, (1.15, 0.75,
        1.0)), *twins(
            lump((0.085, 0.38, 0.17), 0.055),
            limb((0.12, 0.12, -0.14), 0.08, (0.2, 0.16, 0.02), 0.06), limb((0.2, 0.16, 0.02), 0.05, (0.17, 0.04, -0.15),
            0.035), limb((0.17, 0.035, -0.15), 0.035, (0.22, 0.025, 0.08), 0.03, (1.0, 0.7, 1.0)),
            *(limb((0.22, 0.025, 0.08), 0.022, (0.22 + dx, 0.022, 0.17), 0.022) for dx in (-0.05, 0.01, 0.07)),
            limb((0.1, 0.2, 0.14), 0.045, (0.13, 0.1, 0.2), 0.032), limb((0.13, 0.1, 0.2), 0.03, (0.12, 0.03, 0.2),
            0.026), *(limb((0.12, 0.022, 0.2), 0.02, (0.12 + dx, 0.02, 0.29), 0.02) for dx in (-0.04, 0.01, 0.06)),
        ),
    ]  # fmt: skip
    parts = {
        "belly": Part([limb((0, 0.15, 0.02), 0.095, (0, 0.22, 0.16), 0.095)], "", "#e6e8b4"),
        "ball": Part(twins(lump((0.093, 0.395, 0.2), 0.042)), "enamel_white", "#e9c94a"),
        "eye": eyes(0.1, 0.4, 0.235, 0.021),
    }  # fmt: skip
    creature(drawing, brief, Form(body, brief.choose("#4f9a3c", "#6aa832"), 0.035, 0.12, parts, fineness=1.2))


@archetype(
    "snail", "object", "creature", "snail, schnecke, caracol, escargot, slug", hints="slow, slime, garden shell",
    about="A snail is a slow soft animal with a spiral shell on its back.", parts=_PARTS,
)  # fmt: skip
def snail(drawing: Drawing, brief: Brief) -> None:
    """Draw a snail: a foot, two feelers, a shell that winds up."""
    body = [
        *chain([(0, 0.045, -0.5, 0.02), (0, 0.06, -0.25, 0.06), (0, 0.07, 0.1, 0.085), (0, 0.13, 0.32, 0.08),
                (0, 0.24, 0.4, 0.085)], (1.1, 1.0, 1.0)),
        *twins(limb((0.04, 0.3, 0.42), 0.022, (0.085, 0.47, 0.45), 0.016), limb((0.03, 0.22, 0.46), 0.016,
                                                                            (0.05, 0.23, 0.54), 0.012)),
    ]  # fmt: skip
    winds = []
    for step in range(25):
        angle = 0.55 * pi + step * 2 * pi * 2.3 / 24
        reach = 0.25 * (1 - step / 27)
        winds.append((0.0, 0.39 + reach * sin(-angle), -0.1 + reach * cos(-angle),
                      0.1 * (1 - step / 40)))  # fmt: skip
    parts = {
        "shell": Part(chain(winds, (1.2, 1.0, 1.0)), "", brief.choose("#a8683a", "#c08a4f", "#8c5a48"), 0.1),
        "eye": eyes(0.088, 0.485, 0.455, 0.022),
    }  # fmt: skip
    if "slug" in brief.words:
        del parts["shell"]
    creature(drawing, brief, Form(body, "#d3b58a", 0.04, 0.1, parts, sole=0.04, fineness=1.3))


@archetype(
    "snake", "object", "creature", "snake, cobra, python, serpent, schlange, serpiente, viper, rattlesnake, boa",
    hints="hiss, venom", about="A snake is a long animal without legs that lies in coils.", parts=_PARTS,
)  # fmt: skip
def snake(drawing: Drawing, brief: Brief) -> None:
    """Draw a snake in coils with its head raised; a cobra spreads its hood."""
    coils = []
    for step in range(46):
        angle, share = step * 2 * pi * 2.6 / 45, step / 45
        reach = 0.34 - 0.2 * share
        coils.append((reach * cos(angle), 0.045 + 0.16 * share, reach * sin(angle), 0.018 + 0.038 * min(share * 5, 1)))
    neck = [(0.02, 0.28, 0.06, 0.055), (0.0, 0.42, -0.02, 0.05), (0, 0.56, 0.02, 0.048), (0, 0.62, 0.08, 0.052)]
    body = [*chain([*coils, *neck]), limb((0, 0.63, 0.08), 0.062, (0, 0.615, 0.2), 0.04, (1.15, 0.75, 1.0))]
    if "cobra" in brief.words:
        body.append(limb((0, 0.46, -0.02), 0.13, (0, 0.56, 0.01), 0.1, (1.0, 1.0, 0.3)))
    tongue = [limb((0, 0.605, 0.2), 0.009, (0, 0.59, 0.28), 0.008), *twins(limb((0, 0.59, 0.28), 0.007, (0.02, 0.59,
              0.32), 0.005))]  # fmt: skip
    spots = [lump((x, y + r * 0.8, z), r * 0.55, (1.0, 0.6, 1.0)) for x, y, z, r in coils[6::3]]
    parts = {
        "spot": Part(spots, "", "#2f4a26", 0.2), "eye": eyes(0.05, 0.655, 0.14, 0.016),
        "tongue": Part(tongue, "paint_red", "", 0.2),
    }  # fmt: skip
    creature(drawing, brief, Form(body, "#7c9a3f", 0.025, 0.35, parts, fineness=1.5))


@archetype(
    "spider", "object", "creature", "spider, tarantula, spinne, araña, araignée, ant, beetle, ladybug, ladybird, "
    "insect, "
    "bug, scarab, grasshopper, marienkäfer", hints="web, eight legs, arachnid",
    about="A spider is a small creature with eight legs that spins webs; a beetle or ladybird has six.", parts=_PARTS,
)  # fmt: skip
def spider(drawing: Drawing, brief: Brief) -> None:
    """Draw a spider with eight legs, or an ant, a beetle or a ladybird with six."""
    kind = "lady" if brief.words & {"ladybug", "ladybird", "marienkäfer"} else "beetle" if brief.words & {
        "beetle", "bug", "scarab"} else "ant" if brief.words & {
        "ant", "insect", "grasshopper"} else "spider"  # fmt: skip
    legs = brief.count("leg", 8 if kind == "spider" else 6, least=4, most=12)
    pairs = max(2, legs // 2)
    wide = 0.09 if kind in ("spider", "ant") else 0.2
    bones: list[Bone] = [lump((0, 0.22, 0.08), 0.13, (1.0, 0.8, 1.1))]
    if kind in ("spider", "ant"):
        bones += [lump((0, 0.27, -0.24), 0.2, (0.95, 0.85, 1.15)), limb((0, 0.22, 0.05), 0.06, (0, 0.25, -0.1), 0.05),
                  lump((0, 0.24, 0.24), 0.09)]  # fmt: skip
    else:
        bones += [lump((0, 0.2, -0.12), 0.27, (0.95, 0.55, 1.15)), lump((0, 0.2, 0.24), 0.11, (1.2, 0.8, 0.8))]
    reach = 0.42 if kind == "spider" else 0.26
    for k in range(pairs):
        lean = (0.5 - k / (pairs - 1)) * 1.7
        x, z = cos(lean), sin(lean)
        bones += twins(*chain([
            (wide * x, 0.2, 0.06 + 0.14 * z, 0.03), (wide + reach * 0.5 * x, 0.36 if kind == "spider" else 0.24,
            0.06 + (0.14 + reach * 0.5) * z, 0.026), (wide + reach * x, 0.02, 0.06 + (0.14 + reach) * z, 0.013)
        ]))  # fmt: skip
    parts = {"eye": eyes(0.045, 0.27, 0.315, 0.022)}
    if kind == "lady":
        shell = [lump((0, 0.23, -0.12), 0.285, (0.98, 0.62, 1.15))]
        spots = [lump((x, y, z), 0.05, (1.0, 0.6, 1.0)) for x, y, z in ((0.13, 0.37, 0.0), (0.16, 0.34, -0.2),
                 (0.08, 0.37, -0.3), (0.21, 0.28, -0.05), (0.06, 0.39, -0.12))]  # fmt: skip
        parts |= {"shell": Part(shell, "paint_white", "#c8281e"), "spot": Part(twins(*spots), "paint_black", "#1f1c1b")}
    if kind == "beetle":
        parts["wing"] = Part(twins(lump((0.1, 0.23, -0.14), 0.25, (0.62, 0.62, 1.2))), "", "#2f6b4a", 0.1)
    if kind != "spider":
        parts["antenna"] = Part(twins(*chain([(0.03, 0.24, 0.28, 0.02), (0.08, 0.42, 0.38, 0.012), (0.13, 0.43, 0.47,
                                0.016)])), "paint_black", "#26211f")  # fmt: skip
    creature(drawing, brief, Form(bones, "#3a302c", 0.035, 0.1, parts, fineness=1.4, sole=0.01))


@archetype(
    "butterfly", "object", "creature",
    "butterfly, moth, schmetterling, mariposa, papillon, dragonfly, bee, bumblebee, wasp, honey bee, biene, abeja, fly",
    hints="flutter, pollen, honey", about="A butterfly has four broad bright wings; a bee is striped and hums.",
    parts=_PARTS,
)  # fmt: skip
def butterfly(drawing: Drawing, brief: Brief) -> None:
    """Draw a butterfly over a stem, its wings raised; a striped bee; a dragonfly with long wings."""
    kind = "bee" if brief.words & {"bee", "bumblebee", "wasp", "biene", "abeja", "fly"} else (
        "dragonfly" if "dragonfly" in brief.words else "butterfly")  # fmt: skip
    if kind == "bee":
        body = [limb((0, 0.6, -0.2), 0.15, (0, 0.62, 0.02), 0.16), lump((0, 0.64, 0.24), 0.13)]
    else:
        body = chain([(0, 0.6, -0.34 if kind == "butterfly" else -0.6, 0.025), (0, 0.62, -0.05, 0.05),
                      (0, 0.63, 0.08, 0.065), (0, 0.65, 0.2, 0.055)])  # fmt: skip
    wings, marks = _wings(kind)
    tint = {"bee": "#eef3f5", "dragonfly": "#bfe0e6"}.get(
        kind, brief.choose("#d9742a", "#3f7fc4", "#c9a02f", "#8a4fb0")
    )
    feeler = chain([(0.025, 0.69, 0.24, 0.011), (0.07, 0.82, 0.33, 0.01), (0.1, 0.84, 0.37, 0.018)])
    parts = {
        "wing": Part(wings, "paint_white", tint, 0.4), "antenna": Part(twins(*feeler), "paint_black", "#2a2422"),
        "eye": eyes(0.04 if kind != "bee" else 0.07, 0.67, 0.24 if kind != "bee" else 0.34, 0.022),
        "stem": Part([limb((0, 0.02, -0.03), 0.02, (0, 0.6, -0.03), 0.02)], "steel_brushed", ""),
    }  # fmt: skip
    if marks:
        parts["spot"] = Part(marks, "paint_black", "#241f22", 0.2)
    if kind == "bee":
        parts["stripe"] = Part(
            [
                lump((0, y, z), 0.165 - 0.015 * k, (1.0, 1.0, 0.22))
                for k, (y, z) in enumerate(((0.62, -0.02), (0.61, -0.16), (0.6, -0.28)))
            ],
            "",
            "#2c2420",
            0.1,
        )
    coat = {"bee": "#e2ab2a", "dragonfly": "#2f7a7a"}.get(kind, "#3a302b")
    creature(drawing, brief, Form(body, coat, 0.04, 0.2, parts, base=(0.42, 0.42), fineness=1.3))


def _wings(kind: str) -> tuple[list[Bone], list[Bone]]:
    """Return wings and the marks on their tips."""
    if kind == "bee":
        return twins(limb((0.06, 0.76, 0.0), 0.07, (0.4, 0.95, -0.16), 0.13, (1.0, 0.22, 1.0)),
                     limb((0.06, 0.74, -0.08), 0.05, (0.3, 0.85, -0.3), 0.09, (1.0, 0.22, 1.0))), []  # fmt: skip
    if kind == "dragonfly":
        return twins(limb((0.04, 0.68, 0.1), 0.05, (0.75, 0.76, 0.2), 0.08, (1.0, 0.5, 1.0)),
                     limb((0.04, 0.67, 0.0), 0.05, (0.7, 0.74, -0.18), 0.09, (1.0, 0.5, 1.0))), []  # fmt: skip
    flat = (1.0, 0.26, 1.0)
    wings = twins(
        limb((0.05, 0.64, 0.1), 0.07, (0.36, 1.0, 0.26), 0.22, flat),
        limb((0.05, 0.63, 0.0), 0.07, (0.32, 0.92, -0.2), 0.19, flat),
    )
    marks = twins(*(lump(at, 0.045, (1.0, 0.55, 1.0)) for at in ((0.38, 1.04, 0.38), (0.44, 1.05, 0.24),
                    (0.34, 0.95, -0.28), (0.4, 0.97, -0.15), (0.28, 0.96, 0.28))))  # fmt: skip
    return wings, marks


@archetype(
    "owl", "object", "creature", "owl, eule, búho, hibou, barn owl, eagle, hawk, falcon, vulture, adler, águila, uhu",
    hints="night bird, wise, hoot, bird of prey", about="An owl is a round bird of the night with big eyes.",
    parts=_PARTS,
)  # fmt: skip
def owl(drawing: Drawing, brief: Brief) -> None:
    """Draw an owl that perches on a branch; an eagle has a slimmer head and a hooked beak."""
    is_eagle = bool(brief.words & {"eagle", "hawk", "falcon", "vulture", "adler", "águila"})
    head = 0.105 if is_eagle else 0.16
    body = [
        limb((0, 0.3, -0.02), 0.16, (0, 0.5, 0.02), 0.13), lump((0, 0.66, 0.03), head),
        limb((0, 0.24, -0.1), 0.08, (0, 0.06, -0.2), 0.045, (1.0, 1.0, 0.5)),
    ]  # fmt: skip
    if not is_eagle:
        body += twins(limb((0.08, 0.77, 0.05), 0.04, (0.12, 0.88, 0.04), 0.012))
    wings = twins(limb((0.155, 0.5, -0.02), 0.075, (0.13, 0.18, -0.1), 0.035, (0.5, 1.0, 1.25)))
    gold = ("paint_white", "#e0a030")
    parts = {
        "wing": Part(wings, "", "#5b4027"),
        "belly": Part([limb((0, 0.3, 0.05), 0.12, (0, 0.46, 0.06), 0.1)], "", "#d9bd8f" if not is_eagle else "#6b4a2c"),
        "foot": Part(twins(limb((0.06, 0.16, 0.06), 0.035, (0.06, 0.12, 0.12), 0.035),
                           *(limb((0.06, 0.13, 0.08), 0.018, (0.06 + dx, 0.12, 0.16), 0.014) for dx in (-0.035, 0.0,
                             0.035))), *gold),
        "branch": Part([limb((-0.3, 0.075, 0.06), 0.05, (0.3, 0.075, 0.06), 0.045), limb((0, 0.02, 0.0), 0.16,
                        (0, 0.02, 0.01), 0.16, (1.0, 0.25, 1.0)), limb((0, 0.02, 0.03), 0.06, (0, 0.08, 0.06), 0.05)],
                       "bark", ""),
    }  # fmt: skip
    if is_eagle:
        parts |= {
            "head": Part([lump((0, 0.67, 0.04), 0.112), limb((0, 0.55, 0.02), 0.12, (0, 0.62, 0.03), 0.11)], "",
                         "#efe9dc"),
            "beak": Part(chain([(0, 0.66, 0.13, 0.045), (0, 0.65, 0.2, 0.03), (0, 0.61, 0.22, 0.01)]), *gold),
            "eye": eyes(0.075, 0.7, 0.115, 0.018),
        }  # fmt: skip
    else:
        parts |= {
            "disc": Part(twins(lump((0.065, 0.68, 0.145), 0.07, (1.0, 1.0, 0.45))), "", "#e0c79c"),
            "ball": Part(twins(lump((0.063, 0.685, 0.172), 0.04, (1.0, 1.0, 0.5))), *gold),
            "eye": eyes(0.062, 0.685, 0.19, 0.024),
            "beak": Part([limb((0, 0.65, 0.175), 0.026, (0, 0.605, 0.195), 0.008)], *gold),
        }  # fmt: skip
    creature(drawing, brief, Form(body, "#7b5735" if not is_eagle else "#4a3220", 0.04, 0.4, parts, base=(0.5, 0.5)))


@archetype(
    "swan", "object", "creature", "swan, goose, flamingo, stork, heron, schwan, cisne, ostrich, crane bird, "
    "peacock, turkey, turkey bird", hints="lake bird, long neck bird",
    about="A swan is a white water bird with a long curved neck; a flamingo stands on long legs.", parts=_PARTS,
)  # fmt: skip
def swan(drawing: Drawing, brief: Brief) -> None:
    """Draw a swan that rests; birds with long legs stand on them; a peacock or turkey fans its tail."""
    is_long = bool(brief.words & {"flamingo", "stork", "heron", "ostrich", "crane"})
    fans = bool(brief.words & {"peacock", "turkey"})
    up = 0.62 if is_long else 0.22 if fans else 0.0
    body = [
        limb((0, 0.22 + up, 0.12), 0.15, (0, 0.24 + up, -0.2), 0.12, (1.05, 0.9, 1.0)),
        limb((0, 0.27 + up, -0.28), 0.08, (0, 0.38 + up, -0.48), 0.03, (1.0, 0.6, 1.0)),
        *chain([(0, 0.3 + up, 0.2, 0.09), (0, 0.42 + up, 0.3, 0.062), (0, 0.58 + up, 0.27, 0.05),
                (0, 0.72 + up, 0.22, 0.046), (0, 0.82 + up, 0.25, 0.05), (0, 0.83 + up, 0.32, 0.048)]),
    ]  # fmt: skip
    wings = twins(limb((0.12, 0.3 + up, 0.1), 0.1, (0.13, 0.36 + up, -0.3), 0.035, (0.55, 1.0, 1.0)))
    parts = {
        "wing": Part(wings), "eye": eyes(0.042, 0.85 + up, 0.34, 0.014),
        "beak": Part([limb((0, 0.825 + up, 0.35), 0.032, (0, 0.79 + up, 0.46), 0.014, (1.0, 0.8, 1.0))], "paint_white",
                     "#e08a2a"),
    }  # fmt: skip
    if up:
        legs = [*chain([(0.06, 0.2 + up, -0.02, 0.028), (0.07, up * 0.5, -0.05, 0.02), (0.07, 0.03, 0.0, 0.018)]),
                *(limb((0.07, 0.018, -0.02), 0.018, (0.07 + dx, 0.016, 0.13), 0.016) for dx in (-0.05, 0.0, 0.05)),
                limb((0.07, 0.018, 0.0), 0.018, (0.07, 0.016, -0.09), 0.016)]  # fmt: skip
        parts["leg"] = Part(twins(*legs), "paint_white", "#d88a5a")
    if fans:
        feathers, spots = [], []
        for k in range(9):
            angle = pi * (k + 0.5) / 9
            x, y = cos(angle) * 0.5, 0.3 + up + sin(angle) * 0.55
            feathers.append(limb((0, 0.3 + up, -0.3), 0.05, (x, y, -0.42), 0.09, (1.0, 1.0, 0.28)))
            spots.append(lump((x * 0.97, y * 0.99, -0.4), 0.05, (1.0, 1.0, 0.5)))
        parts |= {
            "feather": Part(feathers, "", "#2f7a5f" if "peacock" in brief.words else "#7a4326", 0.2),
            "spot": Part(spots, "", "#2a4f9a" if "peacock" in brief.words else "#e0b36a", 0.1),
            "comb": Part([limb((0, 0.88 + up, 0.25), 0.03, (0, 0.92 + up, 0.3), 0.02)], "paint_red", ""),
        }
    coat = "#2a5c9a" if "peacock" in brief.words else "#e88a92" if "flamingo" in brief.words else (
        "#8a4f2a" if fans else "#f3f1ec")  # fmt: skip
    creature(drawing, brief, Form(body, coat, 0.04, 0.8 if not is_long else 1.3, parts, (0.5, 1.0) if fans else
             (0.5, 0.7) if up else None, sole=0.05 if not up else 0.0))  # fmt: skip
