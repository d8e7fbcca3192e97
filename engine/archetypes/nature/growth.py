"""What grows and lies in a wood: mushroom, bush, pumpkin, log, campfire, nest, shell, skull, coral."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.creatures.anatomy import Form, Part, creature
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import blend, chain, limb, lump, settle, sized, spin, strut, twins
from engine.archetypes.register import archetype


@archetype(
    "mushroom", "object", "nature", "mushroom, toadstool, fly agaric, pilz, seta, champignon, fungus, fliegenpilz, "
    "fungi, mushrooms", hints="forest floor, spores", about="A mushroom has a stem and a round cap; a toadstool's is "
    "red "
    "with white spots.", parts="cap, stem, spot, gill, moss, body, grass",
)  # fmt: skip
def mushroom(drawing: Drawing, brief: Brief) -> None:
    """Draw a group of toadstools of three sizes with spots, rings and gills on a patch of moss."""
    cap = brief.of("cap body mushroom", {"futuristic": "acrylic_white", "steampunk": "copper", "art deco": "gold",
                   "minimalist": "ceramic_white", "industrial": "iron_cast"}.get(brief.style_name, "ceramic_white"),
                   is_main=True)  # fmt: skip
    if cap == brief.finish("ceramic_white", "") and brief.style_name != "minimalist":
        cap = brief.finish("ceramic_white", "#c22a1f" if "champignon" not in brief.words else "#e6dcc8")
    stem = (
        brief.finish("ceramic_white", "#efe6d2")
        if "stem" not in brief.part_colors
        else brief.of("stem", "ceramic_white")
    )
    drawing.add(
        "hill", (0.34, 0.03, 0.28), name="moss", seed=int(brief.random.integers(99)), **brief.of("moss grass", "moss")
    )
    groups = [(0.0, 0.0, 1.0), (0.1, 0.03, 0.56), (-0.09, 0.04, 0.42), (0.02, 0.1, 0.3), (-0.06, -0.08, 0.5)]
    for x, z, s in groups[: brief.count("mushroom", 3, least=1, most=5)]:
        at = (x, 0.008, z)
        spin(drawing, "stem", [(0.03 * s, 0.0), (0.036 * s, 0.02 * s), (0.024 * s, 0.07 * s), (0.02 * s, 0.15 * s)],
        stem,
             at=at, is_flowing=True)  # fmt: skip
        spin(drawing, "ring", [(0.024 * s, 0.1 * s), (0.04 * s, 0.098 * s), (0.024 * s, 0.118 * s)], stem, at=at)
        spin(drawing, "gill", [(0.02 * s, 0.138 * s), (0.088 * s, 0.132 * s), (0.07 * s, 0.15 * s)], stem, at=at)
        profile = [(0.094 * s, 0.13 * s), (0.098 * s, 0.14 * s), (0.088 * s, 0.168 * s), (0.06 * s, 0.196 * s),
                   (0.025 * s, 0.21 * s), (0.004 * s, 0.212 * s)]  # fmt: skip
        spin(drawing, "cap", profile, cap, at=at, is_flowing=True)
        for k in range(11 if s > 0.35 else 6):
            angle, reach = 2.4 * k, 0.018 + 0.0065 * k
            y = 0.14 + 0.07 * (1 - (reach / 0.098) ** 2) ** 0.72
            size = 0.022 * s
            drawing.add("ball", (size, size * 0.5, size), (x + reach * s * cos(angle), 0.008 + y * s - size * 0.2,
                        z + reach * s * sin(angle)), name="spot", **brief.of("spot dot", "enamel_white"))  # fmt: skip
    sized(drawing, brief, (0.34, 0.22, 0.28))


@archetype(
    "bush", "object", "nature", "bush, hedge, shrub, topiary, hecke, busch, seto, haie, box hedge, garden hedge, "
    "boxwood, "
    "rose bush, berry bush", hints="trim, clipped, garden border",
    about="A bush is a round leafy shrub in the ground; a hedge is a clipped wall of leaves; topiary is cut to shapes.",
    parts="leaf, flower, trunk, pot, body, rose, berry", features="flower",
)  # fmt: skip
def bush(drawing: Drawing, brief: Brief) -> None:
    """Draw bushes in a group, a clipped hedge, or a topiary of balls on a trunk."""
    leaf = brief.of("leaf bush hedge body", "leaf_green", is_main=True)
    words = brief.words
    seed = int(brief.random.integers(99))
    if words & {"hedge", "hecke", "seto", "haie"}:
        for k in range(5):
            drawing.add("bush", (0.8, 1.22, 0.75), ((k - 2) * 0.46, -0.0, 0), seed=seed + k, name="bush", **leaf)
        drawing.add("box", (2.3, 1.15, 0.6), (0, 0, 0), radius_m=0.12, name="hedge", **leaf)
        return sized(drawing, brief, (2.6, 1.5, 0.8))
    if "topiary" in words:
        drawing.add("rod", (0.08, 1.4, 0.08), name="trunk", **brief.of("trunk", "bark"))
        drawing.add("bush", (0.8, 0.8, 0.8), (0, 0, 0), name="leaf", seed=seed, **leaf)
        for y, s in ((0.62, 0.6), (1.1, 0.42)):
            drawing.add("ball", (s, s, s), (0, y, 0), name="leaf", **leaf)
        return sized(drawing, brief, (0.8, 1.52, 0.8))
    for x, z, s in ((0, 0, 1.0), (0.55, 0.16, 0.66), (-0.5, 0.22, 0.56)):
        drawing.add("bush", (1.1 * s, 0.95 * s, 1.05 * s), (x, 0, z), seed=seed + int(10 * s), name="bush", **leaf)
    if brief.has("flower", default=bool(words & {"rose", "berry"})):
        for k in range(14):
            angle, up = 2.4 * k, 0.18 + 0.024 * k
            r = 0.42 * (1 - (up / 1.1) ** 2) ** 0.5
            drawing.add("ball", (0.09, 0.09, 0.09), (r * cos(angle), up, r * sin(angle)), name="flower",
                        **brief.of("flower rose berry", "petal"))  # fmt: skip
    return sized(drawing, brief, (1.7, 0.95, 1.2))


@archetype(
    "pumpkin", "object", "nature", "pumpkin, jack o lantern, kürbis, calabaza, citrouille, halloween pumpkin, gourd, "
    "squash",
    hints="halloween, autumn, harvest", about="A pumpkin is a big ribbed orange fruit; a jack o lantern has a carved "
    "face.",
    parts="pumpkin, stem, face, eye, body, leaf", features="face, carved=face",
)  # fmt: skip
def pumpkin(drawing: Drawing, brief: Brief) -> None:
    """Draw a pumpkin of ribs with its stem; a lantern has a glowing face."""
    skin = brief.of(
        "pumpkin body",
        {
            "steampunk": "copper",
            "futuristic": "chrome",
            "art deco": "gold",
            "minimalist": "ceramic_white",
            "industrial": "iron_rusty",
        }.get(brief.style_name, "ceramic_white"),
        is_main=True,
    )
    if skin == brief.finish("ceramic_white", "") and brief.style_name != "minimalist":
        skin = brief.finish("ceramic_white", "#e0751c")
    ribs = []
    for k in range(11):
        x, z = cos(2 * pi * k / 11 + 0.28), sin(2 * pi * k / 11 + 0.28)
        ribs.append(lump((0.115 * x, 0.115, 0.115 * z), 0.07, (1.0, 1.55, 1.0)))
    blend(drawing, "pumpkin", ribs, skin, soft=0.006, fineness=1.5, sole=0.05)
    stem = chain([(0, 0.19, 0, 0.026), (0.005, 0.235, 0.005, 0.018), (0.03, 0.275, 0.01, 0.017)])
    blend(drawing, "stem", stem, brief.finish("wood_weathered", "") if "stem" not in brief.part_materials else
          brief.of("stem", "wood"), soft=0.01)  # fmt: skip
    if brief.has("face", default=bool(brief.words & {"jack", "lantern", "halloween"})):
        glow = brief.of("face eye light", "emissive_warm")
        for x in (-0.06, 0.06):
            drawing.add("cut_shape", (0.055, 0.05, 0.05), (x, 0.13, 0.155), outline=[-1.0, 0.0, 1.0, 0.0, 0.0, 1.0],
                        name="eye", bevel_m=0.002, **glow)  # fmt: skip
        drawing.add("cut_shape", (0.03, 0.028, 0.05), (0, 0.105, 0.168), outline=[-1.0, 0.0, 1.0, 0.0, 0.0, 1.0],
                    name="nose", bevel_m=0.002, **glow)  # fmt: skip
        grin = [-1.0, 1.0, -0.6, 0.35, 0.0, 0.0, 0.6, 0.35, 1.0, 1.0, 0.6, 0.8, 0.45, 0.55, 0.3, 0.72, 0.1, 0.45, -0.1,
                0.7, -0.3, 0.5, -0.5, 0.78]  # fmt: skip
        drawing.add("cut_shape", (0.15, 0.055, 0.05), (0, 0.04, 0.155), outline=list(grin), name="mouth", bevel_m=0.002,
                    **glow)  # fmt: skip
    drawing.add("disc", (0.2, 0.17, 0.2), (0, 0.03, 0), name="heart", edge=0.1, **skin)
    settle(drawing)
    sized(drawing, brief, (0.37, 0.28, 0.37))


@archetype(
    "log", "object", "nature", "firewood, pile of firewood, stack of firewood, wood pile, log pile, "
    "log, tree stump, stump, tree trunk, baumstamm, tronco, fallen tree, wood log, "
    "driftwood, "
    "baumstumpf, firewood, pile of log", hints="lumber, chop, woodpile",
    about="A log is a felled trunk with its bark and rings; a stump is what is left in the ground.",
    parts="bark, wood, moss, branch, ring, body, root",
)  # fmt: skip
def log(drawing: Drawing, brief: Brief) -> None:
    """Draw a log with a branch, a pile of logs, or a stump with roots."""
    bark, wood = brief.of("bark body log", "bark", is_main=True), brief.of("wood ring", "pine")
    if "stump" in brief.words or "baumstumpf" in brief.words:
        bones = [limb((0, 0.03, 0), 0.24, (0, 0.16, 0), 0.2)]
        for k in range(6):
            x, z = cos(2 * pi * k / 6 + 0.3), sin(2 * pi * k / 6 + 0.3)
            bones += chain([(0.14 * x, 0.1, 0.14 * z, 0.09), (0.4 * x, 0.03, 0.4 * z, 0.05)])
        blend(drawing, "stump", bones, bark, soft=0.06, sole=0.32)
        settle(drawing)
        spin(drawing, "trunk", [(0.24, 0.04), (0.205, 0.2), (0.2, 0.44)], bark)
        drawing.add("disc", (0.35, 0.1, 0.35), (0, 0.35, 0), name="rings", edge=0.05, **wood)
        return sized(drawing, brief, (0.85, 0.5, 0.85))
    pile = bool(brief.words & {"pile", "firewood", "woodpile"})
    count = brief.count("log", 6 if pile else 1, least=1, most=10)
    places = [(0.0, 0.0)] if count == 1 else [(-0.4, 0), (0.0, 0), (0.4, 0), (-0.2, 1), (0.2, 1), (0.0, 2), (0.8, 0),
                                             (0.6, 1), (0.4, 2), (0.2, 3)][:count]  # fmt: skip
    for x, row in places:
        y = 0.2 + row * 0.33  # logs of few sides still touch
        strut(drawing, "log", (x, y, -0.7), (x, y, 0.7), 0.4, bark)
        strut(drawing, "rings", (x, y, -0.712), (x, y, 0.712), 0.345, wood)
        strut(drawing, "heart", (x, y, -0.716), (x, y, 0.716), 0.12, brief.of("heart ring", "oak_dark"))
    if count == 1:
        strut(drawing, "branch", (0.05, 0.3, -0.2), (0.3, 0.52, -0.3), 0.11, bark)
        strut(drawing, "cut", (0.295, 0.515, -0.297), (0.306, 0.525, -0.302), 0.09, wood)
        drawing.add("hill", (0.5, 0.1, 0.8), (0.0, 0.36, 0.2), name="moss", **brief.of("moss", "moss"))
    for x in (-0.62, 0.62) if count > 1 else (-0.1, 0.1):
        drawing.add("box", (0.08, 0.14 if count > 1 else 0.06, 0.9), (x, 0, 0), name="wedge", **bark)
    return sized(drawing, brief, (0.6, 0.55, 1.4) if count == 1 else (1.3, 1.1, 1.4))


@archetype(
    "campfire", "object", "nature", "campfire, camp fire, bonfire, fire, lagerfeuer, hoguera, feu de camp, fire pit, "
    "firepit, flame, camping fire", hints="marshmallow, ember, burn, camp",
    about="A campfire is burning logs in a ring of stones.", parts="stone, log, flame, ember, body, fire, ring",
)  # fmt: skip
def campfire(drawing: Drawing, brief: Brief) -> None:
    """Draw flames over logs that lean together in a ring of stones."""
    stone = brief.of("stone ring body", "granite" if brief.style_name != "industrial" else "steel_corten", is_main=True)
    stones = brief.count("stone", 11, least=6, most=18)
    for k in range(stones):
        angle, s = 2 * pi * k / stones, brief.vary(0.2, 0.27)
        drawing.add("boulder", (s, s * 0.7, s * 0.85), (0.52 * cos(angle), 0, 0.52 * sin(angle)), seed=k, facets=26,
                    turn=(0, 57.0 * k, 0), name="stone", **stone)  # fmt: skip
    drawing.add("hill", (0.9, 0.09, 0.9), name="ember", rough=0.6, **brief.of("ember ash", "ember"))
    logs = brief.count("log", 6, least=3, most=9)
    for k in range(logs):
        x, z = cos(2 * pi * k / logs + 0.2), sin(2 * pi * k / logs + 0.2)
        strut(
            drawing, "log", (0.36 * x, 0.06, 0.36 * z), (-0.04 * x, 0.44, -0.04 * z), 0.1, brief.of("log wood", "bark")
        )
    flame = brief.of("flame fire", "emissive_warm")
    for k, (x, z, s) in enumerate(((0, 0, 1.0), (0.13, 0.05, 0.7), (-0.12, 0.06, 0.64), (0.02, -0.13, 0.6), (0.0, 0.15,
                                                   0.5))):  # fmt: skip
        tint = flame["color"] or ("#ff8a1e", "#ffb52e", "#ff6a14", "#ffb52e", "#ffd45a")[k]
        bones = chain([(x, 0.16, z, 0.1 * s + 0.02), (x * 1.3 + 0.03, 0.2 + 0.22 * s, z * 1.2, 0.11 * s),
        (x * 1.2 - 0.03
                       * s, 0.2 + 0.46 * s, z, 0.06 * s), (x * 1.2 + 0.02, 0.2 + 0.68 * s, z, 0.014)])  # fmt: skip
        blend(drawing, "flame", bones, brief.finish(flame["material"], tint), soft=0.06)
    sized(drawing, brief, (1.28, 0.9, 1.28))


@archetype(
    "nest", "object", "nature", "nest, bird nest, vogelnest, nido, nid, egg in a nest, birds nest, eagle nest",
    hints="eggs, twigs, hatch", about="A nest is a bowl of twigs in which birds lay their eggs.",
    parts="twig, egg, body, branch, straw", features="egg",
)  # fmt: skip
def nest(drawing: Drawing, brief: Brief) -> None:
    """Draw a bowl of straw wound with twigs, with eggs in it."""
    straw = brief.of("twig straw body nest", "straw", is_main=True)
    spin(drawing, "nest", [(0.07, 0.0), (0.105, 0.02), (0.13, 0.06), (0.135, 0.085), (0.11, 0.09), (0.085, 0.06), (0.03,
         0.045)], straw, is_flowing=True)  # fmt: skip
    for k in range(22):
        angle, y, r = 2.4 * k, 0.02 + 0.0034 * k, 0.112 + 0.0012 * k
        x, z, dx, dz = r * cos(angle), r * sin(angle), -sin(angle) * 0.08, cos(angle) * 0.08
        strut(drawing, "twig", (x - dx, y, z - dz), (x + dx, y + 0.014, z + dz), 0.0075,
              brief.finish("wood_weathered", "") if k % 2 else straw)  # fmt: skip
    eggs = brief.count("egg", 3, most=5)
    for k in range(eggs):
        angle = 2 * pi * k / max(eggs, 1)
        reach = 0.0 if eggs == 1 else 0.034
        spin(drawing, "egg", [(0.006, 0.0), (0.018, 0.006), (0.023, 0.022), (0.017, 0.044), (0.004, 0.056)],
             brief.of("egg", "ceramic_white") | {"color": brief.part_colors.get("egg", "#bfdcd8")},
             at=(reach * cos(angle), 0.045, reach * sin(angle)), is_flowing=True)  # fmt: skip
    sized(drawing, brief, (0.28, 0.105, 0.28))


@archetype(
    "seashell", "object", "nature", "seashell, shell, sea shell, conch, muschel, concha, coquillage, scallop, clam, "
    "scallop "
    "shell, oyster, nautilus shell, pearl oyster, snail shell", hints="beach find, ocean sound",
    about="A seashell is the hard ribbed fan or spiral house of a sea animal.", parts="shell, rib, pearl, body, base",
    features="pearl",
)  # fmt: skip
def seashell(drawing: Drawing, brief: Brief) -> None:
    """Draw an open scallop with a pearl, or a spiral conch."""
    if brief.words & {"conch", "nautilus", "snail"}:
        winds = []
        for k in range(40):
            share, angle = k / 39, 2 * pi * 3.2 * k / 39
            r = 0.085 * (1 - share) ** 1.1
            winds.append((0.12 - 0.3 * share, 0.09 + r * 0.8 * cos(angle), r * 0.8 * sin(angle),
            0.078 * (1 - share) ** 1.1 +
                          0.006))  # fmt: skip
        lip = [limb((0.14, 0.06, 0.06), 0.05, (0.24, 0.06, 0.08), 0.02, (1.0, 0.8, 1.3))]
        form = Form([*chain(winds), *lip], "#e6c3a2", 0.012, 0.14, {}, fineness=1.5, sole=0.03)
        return creature(drawing, brief, form, words="shell body seashell")
    ribs, upper = [], []
    for k in range(13):
        angle = pi * (0.1 + 0.8 * k / 12)
        x, z = cos(angle), sin(angle)
        ribs += chain([(0, 0.014, -0.06, 0.014), (0.07 * x, 0.02, -0.06 + 0.08 * z, 0.02), (0.12 * x, 0.04,
        -0.06 + 0.16 * z,
                       0.021)])  # fmt: skip
        upper += chain([(0, 0.03, -0.065, 0.014), (0.08 * x, 0.03 + 0.085 * z, -0.085, 0.02), (0.12 * x,
        0.03 + 0.16 * z,
                        -0.08, 0.02)])  # fmt: skip
    parts = {"rib": Part([*upper, limb((-0.05, 0.02, -0.07), 0.02, (0.05, 0.02, -0.07), 0.02)]),
             "pearl": Part([lump((0, 0.066, 0.0), 0.032)], "silk", "#f4f1ec")}  # fmt: skip
    form = Form(ribs, brief.choose("#e8a58c", "#e9c7a8", "#d9889a"), 0.012, 0.2, parts, fineness=1.4, base=(0.24, 0.24))
    return creature(drawing, brief, form, words="shell body seashell")


@archetype(
    "skull", "object", "nature", "skull, totenkopf, calavera, crâne, human skull, schädel, cráneo, cranium, sugar "
    "skull",
    hints="skull and bones, hamlet, memento mori", about="A skull is the bone of a head with empty eyes and teeth.",
    parts="skull, bone, tooth, eye, jaw, body",
)  # fmt: skip
def skull(drawing: Drawing, brief: Brief) -> None:
    """Draw a human skull with sockets, cheek bones, a jaw and teeth."""
    body = [
        lump((0, 0.165, -0.02), 0.078, (0.95, 0.95, 1.2)), lump((0, 0.17, 0.035), 0.062, (1.0, 0.9, 0.8)),
        limb((-0.025, 0.09, 0.06), 0.028, (0.025, 0.09, 0.06), 0.028),
        *twins(lump((0.05, 0.112, 0.045), 0.024, (0.8, 0.7, 1.1)), limb((0.052, 0.165, 0.058), 0.014, (0.02, 0.17,
        0.078),
               0.014), limb((0.058, 0.11, 0.02), 0.013, (0.06, 0.115, -0.03), 0.011),
               *chain([(0.058, 0.09, -0.005, 0.016), (0.052, 0.035, 0.015, 0.018), (0.024, 0.022, 0.07, 0.02),
                       (0.0, 0.022, 0.078, 0.021)])),
    ]  # fmt: skip
    holes = [*twins(lump((0.03, 0.138, 0.07), 0.0235, (1.0, 0.95, 0.75))), *twins(limb((0.004, 0.113, 0.084), 0.008,
    (0.009,
             0.1, 0.086), 0.006))]  # fmt: skip
    teeth = [limb((x, 0.066, z), 0.0075, (x, 0.045, z), 0.007) for x, z in ((-0.037, 0.06), (-0.025, 0.071), (-0.0125,
             0.079), (0.0, 0.082), (0.0125, 0.079), (0.025, 0.071), (0.037, 0.06))]  # fmt: skip
    parts = {"eye": Part(holes, "paint_black", "#241e1a", 0.3), "tooth": Part(teeth, soft=0.1)}
    creature(
        drawing,
        brief,
        Form(body, "#e6dcc2", 0.014, 0.22, parts, fineness=1.5, base=(0.18, 0.24)),
        words="skull bone body",
    )


@archetype(
    "coral", "object", "nature", "coral, coral reef, koralle, coral branch, reef, sea anemone, seaweed, kelp",
    hints="underwater garden", about="Coral grows in branches on the floor of warm seas.",
    parts="coral, rock, body, base",
)  # fmt: skip
def coral(drawing: Drawing, brief: Brief) -> None:
    """Draw branching coral on a rock, in two colours for a reef."""
    drawing.add("boulder", (0.42, 0.1, 0.36), seed=4, name="rock", **brief.of("rock base", "sandstone"))
    finish = brief.of("coral body", "ceramic_white", is_main=True)
    tints = ["#e0605a", "#e8a23a", "#b55fb0"] if not finish["color"] else [finish["color"]] * 3
    for k, (x, z, s) in enumerate(((0.0, -0.03, 1.0), (0.13, 0.06, 0.6), (-0.13, 0.05, 0.66))):
        bones = []
        for j in range(6):
            angle, lean = 2 * pi * j / 6 + k, 0.09 * s
            px, pz = x + lean * cos(angle), z + lean * sin(angle)
            bones += chain([(x, 0.07, z, 0.028 * s), (px, 0.07 + 0.12 * s, pz, 0.022 * s), (x + 1.5 * lean * cos(angle),
                            0.07 + 0.26 * s, z + 1.5 * lean * sin(angle), 0.014 * s)])  # fmt: skip
            for turn in (-0.7, 0.7):
                bones.append(limb((px, 0.07 + 0.13 * s, pz), 0.018 * s, (px + 0.08 * s * cos(angle + turn),
                0.07 + 0.23 * s,
                                  pz + 0.08 * s * sin(angle + turn)), 0.011 * s))  # fmt: skip
        blend(drawing, "coral", bones, brief.finish(finish["material"], tints[k]), soft=0.02, fineness=1.2)
    sized(drawing, brief, (0.42, 0.34, 0.36))
