"""What stands in the street: lamp, mailbox, hydrant, trash can, traffic light; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import Pair, cut, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype


def iron_of(brief: Brief, words: str) -> Finish:
    """Return the main metal of street furniture."""
    metals = {"steampunk": "bronze_aged", "art deco": "paint_black", "modern": "steel_brushed",
              "futuristic": "paint_white", "minimalist": "paint_black", "contemporary": "paint_black",
              "scandinavian": "paint_white", "mid century": "steel_brushed", "bauhaus": "paint_red",
              "japanese": "cedar", "baroque": "gold_aged", "cyberpunk": "gunmetal"}  # fmt: skip
    return brief.of(words, metals.get(brief.style_name, "iron_black"), is_main=True)


@archetype(
    "street lamp", "object", "street",
    "street lamp, street light, lamp post, lamppost, streetlight, street lantern, straßenlaterne, lampadaire, "
    "farola, gas lamp, "
    "street lantern post, lamp standard, lamp pole, light pole, road lamp, road light, park lamp, city lamp, "
    "park lantern",
    hints="street lighting", about="A tall post with a light on top that lights a street at night.",
    parts="post, pole, lantern, base, arm, bulb, glass, finial",
)  # fmt: skip
def street_lamp(drawing: Drawing, brief: Brief) -> None:
    """Draw a cast post with a lantern, or a slender mast with a flat head for modern styles."""
    iron = iron_of(brief, "post pole base body lamp")
    if kin(brief) in ("modern", "futuristic", "minimalist", "contemporary") or brief.has("led", "modern"):
        return _mast(drawing, brief, iron)
    post = [(0.2, 0.0), (0.2, 0.08), (0.16, 0.1), (0.165, 0.36), (0.13, 0.42), (0.14, 0.46), (0.09, 0.54),
            (0.075, 0.6), (0.085, 0.64), (0.06, 0.68), (0.05, 1.6),
            (0.066, 1.63), (0.066, 1.68), (0.045, 1.72), (0.038, 2.6), (0.06, 2.64), (0.06, 2.68), (0.036, 2.74),
            (0.07, 2.84), (0.035, 2.9)]  # fmt: skip
    spin(drawing, "post", post, iron)
    for step in range(12):
        x, z = 0.163 * cos(2 * pi * step / 12), 0.163 * sin(2 * pi * step / 12)
        drawing.add("rod", (0.026, 0.24, 0.026), (x, 0.11, z), name="flute", edge=0.4, **iron)
    count = brief.count("lantern", brief.count("lamp", 1), least=1, most=4)
    if count == 1:
        _lantern(drawing, brief, (0, 2.88, 0), iron)
    else:
        for number in range(count):
            angle = 2 * pi * number / count
            x, z = 0.46 * cos(angle), 0.46 * sin(angle)
            wire(
                drawing,
                "arm",
                [
                    (0.02 * cos(angle), 2.5, 0.02 * sin(angle)),
                    (x * 0.5, 2.42, z * 0.5),
                    (x * 0.95, 2.55, z * 0.95),
                    (x, 2.72, z),
                ],
                0.036,
                iron,
            )
            _lantern(drawing, brief, (x, 2.7, z), iron)
        spin(drawing, "finial", [(0.035, 2.88), (0.06, 2.94), (0.03, 3.0), (0.012, 3.12)], iron)
    strut(drawing, "ladder_bar", (-0.3, 2.62, 0), (0.3, 2.62, 0), 0.026, iron)
    for x in (-0.3, 0.3):
        drawing.add("ball", (0.05, 0.05, 0.05), (x, 2.595, 0), name="ladder_knob", **iron)
    sized(drawing, brief, (0.62, 3.55, 0.42))
    return None


def _lantern(drawing: Drawing, brief: Brief, at: tuple[float, float, float], iron: Finish) -> None:
    """Draw a four-sided lantern that widens upwards, with a roof and a finial."""
    x, y, z = at
    light = brief.of("bulb light", "emissive_warm")
    drawing.add("cone", (0.24, 0.04, 0.24), (x, y, z), top=1.0, name="lantern_floor", **iron)
    spin(
        drawing,
        "bulb",
        [(0.03, y + 0.03), (0.03, y + 0.09), (0.055, y + 0.17), (0.045, y + 0.25), (0.01, y + 0.28)],
        light,
        at=(x, 0, z),
        is_flowing=True,
    )
    for turn in range(4):
        angle = pi / 4 + turn * pi / 2
        low = (x + 0.13 * cos(angle), y + 0.03, z + 0.13 * sin(angle))
        high = (x + 0.2 * cos(angle), y + 0.39, z + 0.2 * sin(angle))
        strut(drawing, "lantern_bar", low, high, 0.018, iron)
        side = Drawing(brief)
        cut(
            side,
            "pane",
            [(-0.09, 0.0), (0.09, 0.0), (0.14, 0.36), (-0.14, 0.36)],
            0.006,
            brief.of("glass pane", "glass_clear"),
            bevel_m=0.001,
        )
        posed = Drawing(brief)
        pose(posed, side, (0, y + 0.03, 0.0895), (7.8, 0, 0))
        drawing.include(posed, (x, 0, z), turn_deg=90.0 * turn)
    eave = Drawing(brief)
    roof = [
        (0.215, 0.38),
        (0.215, 0.4),
        (0.15, 0.45),
        (0.07, 0.52),
        (0.06, 0.56),
        (0.065, 0.575),
        (0.03, 0.6),
        (0.03, 0.62),
        (0.042, 0.64),
        (0.008, 0.68),
    ]
    spin(eave, "lantern_roof", roof, iron)
    drawing.include(eave, (x, y, z))


def _mast(drawing: Drawing, brief: Brief, metal: Finish) -> None:
    """Draw a tapering mast whose arm bends into a flat head with a lit underside."""
    spin(drawing, "base", [(0.17, 0.0), (0.17, 0.02), (0.1, 0.03), (0.09, 0.4), (0.075, 0.42)], metal)
    spin(drawing, "mast", [(0.085, 0.03), (0.06, 4.2)], metal)
    path = [(0, 4.1, 0), (0, 4.55, 0.04), (0, 4.78, 0.3), (0, 4.82, 0.7)]
    wire(drawing, "arm", path, 0.11, metal)
    head = [(-0.11, 0.0), (0.11, 0.0), (0.14, 0.3), (0.1, 0.62), (-0.1, 0.62), (-0.14, 0.3)]
    top = Drawing(brief)
    cut(top, "head", head, 0.07, metal, is_smooth=True, bevel_m=0.025)
    cut(
        top,
        "light",
        [(px * 0.75, 0.06 + py * 0.8) for px, py in head],
        0.03,
        brief.of("bulb light", "emissive_warm"),
        at=(0, 0, -0.03),
        is_smooth=True,
        bevel_m=0.004,
    )
    pose(drawing, top, (0, 4.83, 0.62), (-90.0, 180.0, 0))
    drawing.add(
        "box", (0.02, 0.2, 0.12), (0, 0.5, 0.03), radius_m=0.006, name="hatch", **brief.of("hatch accent", "accent")
    )
    sized(drawing, brief, (0.34, 4.9, 1.4))


@archetype(
    "mailbox", "object", "street",
    "mailbox, letter box, letterbox, post box, postbox, briefkasten, boîte aux lettres, buzón, mail box, pillar box, "
    "letter plate box, mail drop, postal box, parcel box, us mailbox, drop box",
    hints="mail, letters, post", about="A box on a post into which letters are put.",
    parts="box, flag, post, door, slot, body, base",
)  # fmt: skip
def mailbox(drawing: Drawing, brief: Brief) -> None:
    """Draw a box with a rounded top on a post with a flag and a newspaper's worth of letters; or a pillar box."""
    if brief.has("pillar", "british", "postbox") or kin(brief) in ("art deco", "steampunk"):
        return _pillar(drawing, brief)
    box = brief.of(
        "box body mailbox",
        {"realistic": brief.choose("paint_blue", "aluminium", "paint_red")}.get(kin(brief), "metal"),
        is_main=True,
    )
    wood, flag = brief.of("post base", "wood"), brief.of("flag accent", "paint_red", is_accent=True)
    drawing.add("disc", (0.34, 0.03, 0.34), edge=0.3, name="foot", **brief.of("foot", "concrete"))
    drawing.add("box", (0.1, 1.04, 0.1), (0, 0.02, -0.02), radius_m=0.008, name="post", **wood)
    drawing.add("box", (0.15, 0.03, 0.42), (0, 1.03, 0), radius_m=0.006, name="shelf", **wood)
    strut(drawing, "brace", (0, 0.78, 0.01), (0, 1.04, 0.16), 0.05, wood, kind="box", radius_m=0.006)
    arch: list[Pair] = [
        (-0.095, 0.0),
        (0.095, 0.0),
        *((0.095 * cos(pi * step / 12), 0.115 + 0.095 * sin(pi * step / 12)) for step in range(13)),
    ]
    cut(drawing, "body", arch, 0.46, box, at=(0, 1.058, 0), bevel_m=0.006)
    for z, grow in ((0.228, 1.06), (-0.228, 1.04)):
        cut(
            drawing,
            "lip",
            [(x * grow, 0.1 + (y - 0.1) * grow) for x, y in arch],
            0.018,
            box,
            at=(0, 1.062, z),
            bevel_m=0.004,
        )
    cut(
        drawing,
        "door",
        [(x * 0.9, 0.1 + (y - 0.1) * 0.9) for x, y in arch],
        0.012,
        box,
        at=(0, 1.058, 0.234),
        bevel_m=0.003,
    )
    drawing.add(
        "box", (0.04, 0.016, 0.026), (0, 1.2, 0.246), radius_m=0.005, name="pull", **brief.of("handle", "metal")
    )
    drawing.add("box", (0.008, 0.2, 0.018), (0.101, 1.14, 0.06), radius_m=0.003, name="flag_arm", **flag)
    drawing.add("box", (0.008, 0.055, 0.09), (0.101, 1.29, 0.085), radius_m=0.003, name="flag", **flag)
    strut(drawing, "pivot", (0.09, 1.155, 0.06), (0.112, 1.155, 0.06), 0.024, brief.of("handle", "metal"))
    sized(drawing, brief, (0.34, 1.35, 0.5))
    return None


def _pillar(drawing: Drawing, brief: Brief) -> None:
    """Draw a cast pillar box with a domed cap, a slot under a hood, a door and a notice."""
    iron = brief.of(
        "box body mailbox",
        "paint_red" if brief.style_name == "realistic" else brief.style.material("metal"),
        is_main=True,
    )
    black = brief.of("base accent", "paint_black", is_accent=True)
    spin(drawing, "base", [(0.25, 0.0), (0.25, 0.16), (0.235, 0.18), (0.225, 0.19)], black)
    spin(drawing, "body", [(0.22, 0.18), (0.22, 1.32), (0.235, 1.34), (0.235, 1.38), (0.22, 1.4), (0.22, 1.44)], iron)
    spin(
        drawing,
        "cap",
        [
            (0.27, 1.43),
            (0.275, 1.45),
            (0.265, 1.475),
            (0.25, 1.485),
            (0.18, 1.54),
            (0.09, 1.575),
            (0.04, 1.585),
            (0.03, 1.61),
            (0.005, 1.62),
        ],
        iron,
    )
    drawing.add("box", (0.24, 0.05, 0.05), (0, 1.2, 0.2), radius_m=0.01, name="hood", **iron)
    drawing.add(
        "box", (0.2, 0.022, 0.03), (0, 1.185, 0.205), radius_m=0.003, name="slot", **brief.finish("paint_black", "")
    )
    drawing.add(
        "box", (0.15, 0.2, 0.03), (0, 0.9, 0.205), radius_m=0.004, name="notice", **brief.of("notice", "enamel_white")
    )
    drawing.add("box", (0.24, 0.58, 0.03), (0, 0.28, 0.195), radius_m=0.01, name="door", **iron)
    strut(drawing, "lock", (0.08, 0.56, 0.2), (0.08, 0.56, 0.22), 0.034, brief.of("lock", "brass_polished"))
    sized(drawing, brief, (0.55, 1.62, 0.55))


@archetype(
    "fire hydrant", "object", "street",
    "fire hydrant, hydrant, fireplug, hydrante, bouche d'incendie, feuerhydrant, "
    "water hydrant, street hydrant",
    hints="firefighters water", about="A short iron post in the street from which firefighters take water.",
    parts="body, cap, nozzle, bonnet, bolt, chain, base, nut",
)  # fmt: skip
def fire_hydrant(drawing: Drawing, brief: Brief) -> None:
    """Draw a hydrant: flanges with bolts, barrel, three capped outlets on chains, domed bonnet with its nut."""
    body = brief.of(
        "body hydrant",
        "paint_red" if kin(brief) in ("realistic", "modern", "contemporary", "minimalist") else "metal",
        is_main=True,
    )
    cap = brief.of(
        "cap nozzle bonnet accent", "paint_white" if body["material"].startswith("paint") else "accent", is_accent=True
    )
    profile = [(0.17, 0.0), (0.17, 0.035), (0.115, 0.045), (0.105, 0.09), (0.105, 0.16), (0.15, 0.17), (0.15, 0.205),
               (0.108, 0.215), (0.102, 0.45), (0.118, 0.48), (0.118, 0.54),
               (0.145, 0.545), (0.145, 0.575), (0.13, 0.58)]  # fmt: skip
    spin(drawing, "body", profile, body)
    dome = [(0.128, 0.575), (0.126, 0.61), (0.11, 0.66), (0.075, 0.705), (0.045, 0.722), (0.045, 0.735)]
    spin(drawing, "bonnet", dome, cap if brief.has("bonnet") or "bonnet" in brief.part_colors else body)
    drawing.add("hex_nut", (0.06, 0.05, 0.06), (0, 0.73, 0), sides=5, name="nut", **cap)
    for y, reach in ((0.035, 0.145), (0.2, 0.132), (0.57, 0.128)):
        for step in range(8):
            x, z = reach * cos(2 * pi * (step + 0.5) / 8), reach * sin(2 * pi * (step + 0.5) / 8)
            drawing.add("hex_nut", (0.028, 0.018, 0.028), (x, y, z), name="bolt", **cap)
    for turn, across, y in ((90.0, 0.11, 0.4), (-90.0, 0.11, 0.4), (0.0, 0.15, 0.385)):
        outlet = Drawing(brief)
        strut(outlet, "outlet", (0, y, 0.06), (0, y, 0.145), across * 0.9, body)
        strut(outlet, "flange", (0, y, 0.13), (0, y, 0.15), across * 1.12, body, edge=0.1)
        strut(outlet, "cap", (0, y, 0.148), (0, y, 0.19), across, cap, edge=0.15)
        strut(outlet, "cap_nut", (0, y, 0.188), (0, y, 0.212), across * 0.36, cap, kind="hex_nut", sides=5)
        drawing.include(outlet, turn_deg=turn)
    for side in (-1.0, 1.0):
        links = [
            (0.17 * side, 0.36, 0.02),
            (0.155 * side, 0.3, 0.05),
            (0.12 * side, 0.29, 0.075),
            (0.07 * side, 0.33, 0.085),
        ]
        wire(drawing, "chain", [*links, (0.065 * side, 0.36, 0.08)], 0.012, brief.of("chain", "iron_black"))
    sized(drawing, brief, (0.42, 0.78, 0.38))


@archetype(
    "traffic light", "object", "street",
    "traffic light, stoplight, traffic signal, stop light, ampel, verkehrsampel, feu de circulation, semáforo, "
    "semaphore, "
    "road signal, signal light, stop signal, crossing light, traffic lamp, pedestrian light",
    hints="crossing road signal", about="A post with red, yellow and green lights that tells traffic when to go.",
    parts="housing, body, post, pole, visor, light, base",
)  # fmt: skip
def traffic_light(drawing: Drawing, brief: Brief) -> None:
    """Draw a post with a backing board and three lamps under visors, the lowest for pedestrians if asked."""
    housing = brief.of(
        "housing body",
        {"steampunk": "bronze_aged", "realistic": "paint_black", "futuristic": "plastic_white"}.get(
            kin(brief), "iron_black"
        ),
        is_main=True,
    )
    metal = brief.of("post pole base accent", "metal", is_accent=True)
    spin(drawing, "base", [(0.19, 0.0), (0.19, 0.03), (0.1, 0.05), (0.09, 0.32), (0.065, 0.34)], metal)
    drawing.add("rod", (0.1, 2.75, 0.1), (0, 0.02, 0), name="post", edge=0.2, **metal)
    y0 = 2.0
    drawing.add("box", (0.5, 1.06, 0.012), (0, y0 - 0.08, 0.055), radius_m=0.005, name="board", **housing)
    drawing.add("box", (0.3, 0.9, 0.16), (0, y0, 0.14), radius_m=0.03, name="housing", **housing)
    for number, tint in enumerate(("#2fb45a", "#f0b020", "#e0281e")):
        y = y0 + 0.16 + 0.29 * number
        lamp = brief.finish("emissive_warm", tint)
        strut(drawing, "lens", (0, y, 0.2), (0, y, 0.232), 0.2, lamp, edge=0.35)
        visor = Drawing(brief)
        visor.add("visor", (0.24, 0.17, 0.24), (0, 0, 0), name="visor", **housing)
        pose(drawing, visor, (0, y, 0.215), (90.0, 0, 0))
    sized(drawing, brief, (0.5, 3.05, 0.5))
