"""Spears, maces, crossbows, sceptres and guns, lying or standing as one shows them; the front is +z."""

from itertools import pairwise
from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has
from engine.archetypes.objects.shaping import blend, chain, cut, limb, lump, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype


def _stand(drawing: Drawing, brief: Brief, wide: float) -> None:
    """Draw the round foot of wood that holds a staff upright."""
    wood = brief.of("stand base foot", "walnut")
    drawing.add("disc", (wide, 0.05, wide), edge=0.3, name="stand", **wood)
    drawing.add("rod", (wide * 0.26, 0.12, wide * 0.26), (0, 0.04, 0), name="collar", **wood)


@archetype(
    "spear", "object", "weapon", "spear, lance, trident, halberd, pike, javelin, harpoon, glaive, naginata, "
    "pitchfork spear, speer, lanze, dreizack, hellebarde, lanza, tridente, trident spear, jousting lance, polearm",
    hints="hunter, throw, gladiator", about="A spear: a long wooden shaft with a pointed head of steel.",
    parts="shaft, blade, head, tip, prong, stand, binding", features="feather, ribbon",
)  # fmt: skip
def spear(drawing: Drawing, brief: Brief) -> None:
    """Draw a shaft upright on its foot with a leaf-shaped head, the prongs of a trident, or a halberd's axe."""
    steel = brief.of("blade head tip prong", "steel_brushed", is_accent=True)
    wood = brief.of("shaft pole body", "oak", is_main=True)
    form = form_by(brief, {"trident": "trident", "halberd poleaxe pollaxe": "halberd", "lance jousting": "lance"}, "")
    _stand(drawing, brief, 0.44)
    if form == "lance":
        profile = [(0.02, 0.05), (0.026, 0.3), (0.1, 0.48), (0.055, 0.5), (0.045, 0.8), (0.012, 2.2)]
        spin(drawing, "shaft", profile, wood)
        drawing.add("cone", (0.024, 0.1, 0.024), (0, 2.19, 0), top=0.1, name="tip", **steel)
        sized(drawing, brief, (0.44, 2.3, 0.44))
        return
    drawing.add("rod", (0.034, 1.78, 0.034), (0, 0.04, 0), name="shaft", **wood)
    for y in (1.62, 1.66, 1.7):
        drawing.add("torus", (0.046, 0.014, 0.046), (0, y, 0), name="binding", **brief.of("binding", "leather_brown"))
    spin(drawing, "socket", [(0.022, 1.74), (0.026, 1.8), (0.014, 1.9)], steel)
    if form == "trident":
        cut(drawing, "prong", [(-0.125, 1.86), (0.125, 1.86), (0.125, 1.9), (-0.125, 1.9)], 0.022, steel, bevel_m=0.006)
        for x in (-0.112, 0.0, 0.112):
            tall = 2.22 if x else 2.3
            barb = [(x - 0.012, 1.87), (x + 0.012, 1.87), (x + 0.012, tall - 0.12), (x + 0.036, tall - 0.13), (x, tall),
                    (x - 0.036, tall - 0.13), (x - 0.012, tall - 0.12)]  # fmt: skip
            cut(drawing, "prong", barb, 0.02, steel, bevel_m=0.004)
    else:
        leaf = [(-0.012, 1.84), (0.012, 1.84), (0.045, 1.98), (0.03, 2.12), (0.0, 2.28), (-0.03, 2.12), (-0.045, 1.98)]
        cut(drawing, "blade", leaf, 0.014, steel, bevel_m=0.006)
    if form == "halberd":
        axe = [(0.012, 1.72), (0.1, 1.72), (0.2, 1.62), (0.235, 1.76), (0.2, 1.94), (0.1, 1.84), (0.012, 1.84)]
        cut(drawing, "axe", axe, 0.016, steel, bevel_m=0.005)
        cut(drawing, "hook", [(-0.012, 1.74), (-0.012, 1.83), (-0.09, 1.8), (-0.16, 1.7), (-0.07, 1.75)], 0.014, steel,
            bevel_m=0.004)  # fmt: skip
    if has(brief, "feather ribbon"):
        for number in range(3):
            x = 0.03 * (number - 1)
            leafy = [limb((0.3 * x, 1.63, 0.016), 0.014, (x * 2.2, 1.4, 0.035), 0.02, (1, 1, 0.3))]
            blend(drawing, "feather", leafy, brief.of("feather ribbon", "paint_red"), soft=0.01)
    sized(drawing, brief, (0.44, 2.3, 0.44))


@archetype(
    "mace", "object", "weapon", "mace, flail, morning star, morningstar, war hammer, warhammer, club weapon, spiked "
    "club, spiked mace, streitkolben, morgenstern, maza, masse d'armes, bludgeon, cudgel, battle hammer",
    hints="medieval, spikes, blunt", about="A mace: a heavy head with flanges or spikes on a short shaft.",
    parts="head, spike, shaft, grip, chain, ball, flange, stand",
)  # fmt: skip
def mace(drawing: Drawing, brief: Brief) -> None:
    """Draw a spiked or flanged head on its shaft, upright on a foot; a flail's ball hangs from a chain."""
    iron, wood = brief.of("head ball spike mace", "iron_cast", is_main=True), brief.of("shaft handle", "oak")
    _stand(drawing, brief, 0.56 if has(brief, "flail") else 0.24)
    drawing.add("rod", (0.032, 0.62, 0.032), (0, 0.04, 0), name="shaft", **wood)
    spin(drawing, "grip", [(0.02, 0.13), (0.022, 0.2), (0.02, 0.3)], brief.of("grip", "leather_brown"), is_flowing=True)
    if has(brief, "hammer warhammer"):
        drawing.add("box", (0.26, 0.1, 0.1), (0, 0.62, 0), radius_m=0.012, name="head", **iron)
        drawing.add("box", (0.03, 0.12, 0.12), (-0.1, 0.61, 0), radius_m=0.006, name="band", **brief.of("band", "gold"))
        drawing.add("box", (0.03, 0.12, 0.12), (0.1, 0.61, 0), radius_m=0.006, name="band", **brief.of("band", "gold"))
        sized(drawing, brief, (0.26, 0.73, 0.24))
        return
    if has(brief, "flail"):
        drawing.add("rod", (0.042, 0.05, 0.042), (0, 0.63, 0), edge=0.3, name="cap", **iron)
        links = [(0.0, 0.68, 0.0), (0.05, 0.72, 0.0), (0.11, 0.7, 0.0), (0.15, 0.62, 0.0), (0.16, 0.5, 0.0)]
        for number, (start, end) in enumerate(pairwise(links)):
            wire(drawing, "chain", [start, end], 0.016 + 0.001 * (number % 2), iron)
        _spiked(drawing, (0.16, 0.43, 0.0), 0.075, iron)
        sized(drawing, brief, (0.56, 0.73, 0.56))
        return
    if has(brief, "spiked spike star morningstar club"):
        _spiked(drawing, (0.0, 0.71, 0.0), 0.075, iron)
    else:
        drawing.add("rod", (0.05, 0.17, 0.05), (0, 0.62, 0), edge=0.2, name="core", **iron)
        flange = [(0.0, 0.63), (0.05, 0.65), (0.085, 0.71), (0.05, 0.77), (0.0, 0.79)]
        for number in range(6):
            one = Drawing(brief)
            cut(one, "flange", flange, 0.014, iron, bevel_m=0.003)
            pose(drawing, one, (0, 0, 0), (0, 60.0 * number, 0))
        drawing.add("cone", (0.03, 0.06, 0.03), (0, 0.78, 0), top=0.2, name="tip", **iron)
    sized(drawing, brief, (0.24, 0.84, 0.24))


def _spiked(drawing: Drawing, at: tuple[float, float, float], radius: float, iron: Finish) -> None:
    """Draw an iron ball with spikes all round."""
    x, y, z = at
    drawing.add("ball", (2 * radius, 2 * radius, 2 * radius), (x, y - radius, z), name="ball", **iron)
    for number in range(14):
        up = 1 - 2 * (number + 0.5) / 14
        out, turn = (1 - up * up) ** 0.5, number * 2.39996
        way = (out * cos(turn), up, out * sin(turn))
        near, far = ([c + radius * k * w for c, w in zip(at, way, strict=True)] for k in (0.9, 1.42))
        blend(drawing, "spike", [limb((near[0], near[1], near[2]), radius * 0.16, (far[0], far[1], far[2]),
              radius * 0.03)], iron, soft=0.002)  # fmt: skip


@archetype(
    "crossbow", "object", "weapon", "crossbow, arbalest, armbrust, arbalète, ballesta, hunting crossbow",
    hints="bolt, trigger, siege",
    about="A crossbow: a steel bow across a wooden stock with a trigger and a bolt.",
    parts="stock, bow, limb, string, bolt, trigger, stirrup, stand",
)  # fmt: skip
def crossbow(drawing: Drawing, brief: Brief) -> None:
    """Draw a stock with its bow across the front, the string drawn to the nut, a bolt, a trigger, on two cradles."""
    wood, steel = brief.of("stock body", "walnut", is_main=True), brief.of("bow limb prod", "steel_brushed")
    stand = brief.of("stand base", "oak_dark")
    drawing.add("box", (0.16, 0.02, 0.6), radius_m=0.006, name="stand", **stand)
    for z in (-0.18, 0.2):
        drawing.add("box", (0.05, 0.15, 0.03), (0, 0.015, z), radius_m=0.005, name="cradle", **stand)
    side = [(-0.44, 0.1), (-0.28, 0.14), (0.4, 0.15), (0.4, 0.2), (-0.2, 0.2), (-0.3, 0.185), (-0.44, 0.2)]
    cut(drawing, "stock", side, 0.05, wood, is_side=True, is_smooth=True, bevel_m=0.01)
    bow = chain([(-0.36, 0.185, 0.2, 0.009), (-0.24, 0.185, 0.3, 0.014), (-0.1, 0.185, 0.365, 0.018),
                 (0.0, 0.185, 0.375, 0.02), (0.1, 0.185, 0.365, 0.018), (0.24, 0.185, 0.3, 0.014),
                 (0.36, 0.185, 0.2, 0.009)])  # fmt: skip
    blend(drawing, "bow", bow, steel, soft=0.01, fineness=1.4)
    for x in (-1, 1):
        wire(drawing, "string", [(0.357 * x, 0.187, 0.2), (0.0, 0.205, -0.1)], 0.007, brief.of("string", "rope"))
    spin(drawing, "nut", [(0.02, 0.19), (0.024, 0.2), (0.02, 0.22)], brief.of("nut", "brass_polished"), at=(0, 0, -0.1))
    strut(drawing, "bolt", (0, 0.208, -0.09), (0, 0.208, 0.42), 0.011, brief.of("bolt arrow", "birch"))
    strut(drawing, "tip", (0, 0.208, 0.41), (0, 0.208, 0.46), 0.02, steel, kind="cone", top=0.1)
    wire(drawing, "trigger", [(0, 0.155, -0.14), (0, 0.11, -0.17), (0, 0.1, -0.26)], 0.012, steel)
    wire(drawing, "stirrup", [(-0.03, 0.175, 0.385), (-0.05, 0.17, 0.44), (0.0, 0.168, 0.475), (0.05, 0.17, 0.44),
         (0.03, 0.175, 0.385)], 0.012, steel)  # fmt: skip
    sized(drawing, brief, (0.74, 0.22, 0.92))


@archetype(
    "scepter", "object", "weapon", "scepter, sceptre, wizard staff, magic staff, royal scepter, "
    "zepter, cetro, mage staff, shepherd's crook, crook staff",
    hints="spell, sorcerer, coronation", about="A sceptre: a staff with a jewel in a golden setting on its top.",
    parts="shaft, gem, orb, crystal, setting, stand, grip, jewel", features="crystal, orb=orb",
)  # fmt: skip
def scepter(drawing: Drawing, brief: Brief) -> None:
    """Draw a staff upright on a foot: a turned one of gold with an orb, or a gnarled one that holds a crystal."""
    is_wood = has(brief, "wizard magic wand mage sorcerer druid wood wooden crook") or bool(
        brief.materials and "gold" not in brief.materials and "silver" not in brief.materials
    )
    _stand(drawing, brief, 0.24)
    gem = brief.of("gem orb crystal jewel", "glass_coloured")
    gem = gem if gem["color"] else brief.finish(gem["material"], "#2f6fd0" if is_wood else "#b3201f")
    if is_wood:
        wood = brief.of("shaft staff body wand", "oak_dark", is_main=True)
        path = [(0.012 * sin(2.2 * k), 0.05 + 0.16 * k, 0.012 * cos(2.7 * k), 0.02 - 0.001 * k) for k in range(8)]
        claws = [limb((0.0, 1.15, 0.0), 0.018, (0.05 * cos(a), 1.23, 0.05 * sin(a)), 0.011) for a in (0.3, 2.4, 4.5)]
        tips = [limb((0.05 * cos(a), 1.23, 0.05 * sin(a)), 0.011, (0.034 * cos(a), 1.32, 0.034 * sin(a)), 0.006)
                for a in (0.3, 2.4, 4.5)]  # fmt: skip
        blend(drawing, "shaft", [*chain(path), *claws, *tips], wood, soft=0.012, fineness=1.4)
        drawing.add("ball", (0.092, 0.105, 0.092), (0, 1.17, 0), name="orb", **gem)
        sized(drawing, brief, (0.24, 1.33, 0.24))
        return
    gold = brief.of("shaft staff body setting", "gold", is_main=True)
    profile = [(0.014, 0.05), (0.022, 0.14), (0.014, 0.16), (0.016, 0.3), (0.024, 0.32), (0.014, 0.34), (0.014, 0.56),
               (0.03, 0.6), (0.016, 0.63), (0.034, 0.68), (0.03, 0.7)]  # fmt: skip
    spin(drawing, "shaft", profile, gold)
    drawing.add("ball", (0.09, 0.09, 0.09), (0, 0.685, 0), name="orb", **gem)
    drawing.add("torus", (0.094, 0.012, 0.094), (0, 0.724, 0), name="setting", **gold)
    drawing.add("box", (0.014, 0.06, 0.01), (0, 0.768, 0), radius_m=0.003, name="cross", **gold)
    drawing.add("box", (0.044, 0.014, 0.01), (0, 0.793, 0), radius_m=0.003, name="cross", **gold)
    for number in range(5):
        turn = 2 * pi * number / 5
        drawing.add("ball", (0.016, 0.016, 0.016), (0.03 * cos(turn), 0.592, 0.03 * sin(turn)), name="gem", **gem)
    sized(drawing, brief, (0.24, 0.83, 0.24))


@archetype(
    "gun", "object", "weapon", "gun, rifle, pistol, revolver, musket, shotgun, handgun, blaster, ray gun, laser gun, "
    "flintlock pistol, sniper rifle, gewehr, pistole, pistola, fusil, carbine, nerf gun, machine gun, flintlock, "
    "blunderbuss, toy gun, water gun, water pistol, space gun, sci fi gun, sci fi rifle, hunting rifle",
    hints="trigger, barrel, muzzle", about="A gun: a barrel on a stock or a grip with a trigger.",
    parts="barrel, stock, grip, trigger, sight, scope, muzzle, drum, magazine, stand, body",
    features="scope, magazine",
)  # fmt: skip
def gun(drawing: Drawing, brief: Brief) -> None:
    """Draw a pistol or a long gun on its stand, seen from the side; a revolver has its drum, a blaster its rings."""
    is_ray = has(brief, "ray blaster laser space sci water toy nerf") or brief.style_name in ("futuristic", "cyberpunk")
    is_long = has(brief, "rifle musket shotgun carbine sniper gewehr fusil machine blunderbuss")
    steel = brief.of("barrel body gun muzzle", "plastic_white" if is_ray else "gunmetal", is_main=True)
    steel = steel if steel["color"] or not has(brief, "water toy nerf") else brief.finish(steel["material"], "#2f9fd0")
    wood = brief.of("stock grip handle", "rubber_black" if is_ray else "walnut", is_accent=True)
    stand = brief.of("stand base", "oak_dark")
    if is_long:
        _long(drawing, brief, steel, wood)
        drawing.add("box", (0.07, 0.02, 0.7), (0, 0, 0.02), radius_m=0.005, name="stand", **stand)
        for z in (-0.24, 0.28):
            drawing.add("box", (0.05, 0.155, 0.025), (0, 0.015, z), radius_m=0.004, name="cradle", **stand)
        sized(drawing, brief, (0.08, 0.32, 1.12))
        return
    drawing.add("box", (0.07, 0.015, 0.16), (0, 0, 0.03), radius_m=0.004, name="stand", **stand)
    drawing.add("box", (0.02, 0.13, 0.02), (0, 0.01, 0.07), radius_m=0.004, name="cradle", **stand)
    grip = [(-0.035, 0.15), (0.005, 0.15), (-0.01, 0.09), (-0.025, 0.035), (-0.075, 0.04), (-0.055, 0.1)]
    cut(drawing, "grip", grip, 0.026, wood, is_side=True, is_smooth=True, bevel_m=0.006)
    cut(drawing, "frame", [(-0.05, 0.14), (0.07, 0.128), (0.07, 0.175), (-0.045, 0.178)], 0.024, steel, is_side=True,
        bevel_m=0.004)  # fmt: skip
    strut(drawing, "barrel", (0, 0.16, 0.05), (0, 0.16, 0.22), 0.034 if is_ray else 0.022, steel, edge=0.1)
    wire(drawing, "guard", [(0, 0.137, 0.045), (0, 0.108, 0.035), (0, 0.105, 0.005), (0, 0.125, -0.008)], 0.006, steel)
    wire(drawing, "trigger", [(0, 0.14, 0.022), (0, 0.125, 0.026), (0, 0.114, 0.02)], 0.005, steel)
    if is_ray:
        for number, z in enumerate((0.11, 0.14, 0.17)):
            strut(drawing, "ring", (0, 0.16, z), (0, 0.16, z + 0.008), 0.062 - 0.008 * number, wood, edge=0.3)
        drawing.add("ball", (0.034, 0.034, 0.034), (0, 0.143, 0.222), name="muzzle", **brief.of("light tip", "neon"))
        drawing.add("dome", (0.026, 0.02, 0.05), (0, 0.172, -0.01), name="fin", **wood)
    else:
        if has(brief, "revolver") or brief.style_name in ("rustic", "victorian"):
            strut(drawing, "drum", (0, 0.153, -0.005), (0, 0.153, 0.045), 0.044, steel, edge=0.15)
        cut(drawing, "hammer", [(-0.05, 0.17), (-0.04, 0.175), (-0.05, 0.2), (-0.065, 0.2)], 0.008, steel, is_side=True)
        drawing.add("box", (0.004, 0.012, 0.012), (0, 0.168, 0.205), name="sight", **steel)
    sized(drawing, brief, (0.07, 0.2, 0.31))


def _long(drawing: Drawing, brief: Brief, steel: Finish, wood: Finish) -> None:
    """Draw a stock, a receiver, a barrel with its sight, and what else is asked for."""
    stock = [(-0.56, 0.1), (-0.56, 0.21), (-0.3, 0.2), (-0.16, 0.215), (0.26, 0.205), (0.3, 0.17), (0.0, 0.155),
             (-0.2, 0.15), (-0.24, 0.11), (-0.29, 0.11), (-0.3, 0.15)]  # fmt: skip
    cut(drawing, "stock", stock, 0.042, wood, is_side=True, bevel_m=0.008)
    drawing.add("box", (0.034, 0.05, 0.22), (0, 0.19, -0.1), radius_m=0.008, name="receiver", **steel)
    wide = 0.044 if "blunderbuss" in brief.words else 0.024
    strut(drawing, "barrel", (0, 0.218, -0.04), (0, 0.218, 0.55), 0.024, steel, edge=0.1)
    strut(drawing, "muzzle", (0, 0.218, 0.49), (0, 0.218, 0.56), wide + 0.01, steel, edge=0.15)
    drawing.add("box", (0.005, 0.018, 0.012), (0, 0.226, 0.47), name="sight", **steel)
    wire(drawing, "guard", [(0, 0.16, -0.11), (0, 0.12, -0.12), (0, 0.115, -0.18), (0, 0.155, -0.2)], 0.008, steel)
    wire(drawing, "trigger", [(0, 0.165, -0.14), (0, 0.145, -0.135), (0, 0.13, -0.145)], 0.006, steel)
    wire(drawing, "bolt", [(0.012, 0.22, -0.15), (0.04, 0.215, -0.15), (0.052, 0.2, -0.155)], 0.01, steel)
    if has(brief, "scope sniper"):
        for z in (-0.12, 0.02):
            drawing.add("box", (0.014, 0.045, 0.02), (0, 0.228, z), name="mount", **steel)
        strut(drawing, "scope", (0, 0.278, -0.2), (0, 0.278, 0.1), 0.03, brief.of("scope", "paint_black"), edge=0.1)
        strut(drawing, "scope", (0, 0.278, 0.06), (0, 0.278, 0.13), 0.044, brief.of("scope", "paint_black"), edge=0.1)
    if has(brief, "magazine machine assault"):
        drawing.add("box", (0.026, 0.12, 0.05), (0, 0.062, -0.02), turn=(0, 0, 0), radius_m=0.005, name="magazine",
                    **brief.of("magazine", "paint_black"))  # fmt: skip
    blend(drawing, "pad", [lump((0, 0.155, -0.556), 0.05, (0.42, 1.1, 0.26))], brief.of("pad", "rubber_black"),
          soft=0.01)  # fmt: skip
