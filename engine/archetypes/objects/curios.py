"""Hourglass, globe, trophy; crowns, rings and necklaces."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, kin, metal, plain, tone
from engine.archetypes.objects.placing import bent
from engine.archetypes.register import archetype

_WOODEN = {"steampunk": "brass_polished", "art deco": "gold", "industrial": "iron_black", "futuristic": "chrome",
           "modern": "steel_brushed", "minimalist": "pine"}  # fmt: skip


@archetype(
    "hourglass", "object", "timepiece",
    "hourglass, sand clock, sandglass, egg timer, sand timer, sanduhr, sablier, reloj de arena, hour glass, "
    "sand clock timer, minute glass, sand watch, kitchen sand timer",
    hints="measure time, running sand",
    about="An hourglass: two glass bulbs in a frame between which sand runs to measure an hour or a few minutes.",
    parts="sand, frame, post, glass, base",
)  # fmt: skip
def hourglass(drawing: Drawing, brief: Brief) -> None:
    """Draw two bulbs with sand between discs on turned posts."""
    width, height, _ = brief.box(0.12, 0.23, 0.12, keeps_shape=True)
    frame = brief.of("frame post base body", _WOODEN.get(kin(brief), "walnut"), is_main=True)
    sand = brief.of("sand", "soil", is_accent=True)
    disc = height * 0.075
    profile: list[str | float] = [0.96, 0, 1, 0.12, 1, 0.4, 0.86, 0.55, 0.84, 0.8, 0.78, 1]
    drawing.add("turning", (width, disc, width), profile=profile, name="base", **frame)
    drawing.add(
        "turning", (width, disc, width), (0, height - disc, 0), turn=(180, 0, 0), profile=profile, name="top", **frame
    )
    post: list[str | float] = [
        0.7,
        0,
        1,
        0.05,
        0.6,
        0.1,
        0.5,
        0.22,
        0.9,
        0.42,
        1,
        0.5,
        0.9,
        0.58,
        0.5,
        0.78,
        0.6,
        0.9,
        1,
        0.95,
        0.7,
        1,
    ]
    plain_post: list[str | float] = [0.6, 0, 0.6, 1]
    is_plain = kin(brief) in ("modern", "minimalist", "futuristic", "industrial")
    count = brief.count("post", 3, least=2, most=6)
    for number in range(count):
        a = radians(90 + 360 / count * (number + 0.5))
        at = (width * 0.37 * cos(a), disc * 0.9, width * 0.37 * sin(a))
        wide = width * 0.085
        drawing.add("turning", (wide, height - disc * 1.8, wide), at, profile=plain_post if is_plain else post,
            name="post",
                    is_flowing=not is_plain, **frame)  # fmt: skip
    drawing.add("hourglass_bulbs", (width * 0.6, height - disc * 1.84, width * 0.6), (0, disc * 0.92, 0), name="glass",
                sand_material="soil" if sand["material"] == "soil" else sand["material"],
                    sand_color=sand["color"] or "#d9b878",
                running=brief.vary(0.35, 0.7), **brief.of("glass", "glass_clear"))  # fmt: skip
    ring = brief.of("ring", "brass_polished" if brief.style_name != "minimalist" else frame["material"])
    drawing.add(
        "torus", (width * 0.13, width * 0.05, width * 0.13), (0, height / 2 - width * 0.025, 0), name="ring", **ring
    )


@archetype(
    "globe", "object", "decor",
    "globe, world globe, desk globe, terrestrial globe, earth globe, globus, mappemonde, globo terráqueo, "
    "earth, world map globe, "
    "planet earth, "
    "celestial globe, terrestrial sphere, armillary sphere, world ball, school globe",
    hints="geography, continents",
    about=(
        "A globe: a ball that shows the continents and oceans of the earth, tilted in a ring on a stand, on a "
        "desk at school."
    ),
    parts="stand, base, ring, land, ocean, meridian, continent", features="stand",
)  # fmt: skip
def globe(drawing: Drawing, brief: Brief) -> None:
    """Draw the earth in its tilted meridian on a turned foot."""
    width, height, _ = brief.box(0.3, 0.42, 0.3, keeps_shape=True)
    stand = brief.of("stand base foot", _WOODEN.get(kin(brief), "walnut"), is_accent=True)
    brass = metal(brief, "ring meridian arm")
    ball = min(width * 0.9, height * 0.68)
    foot: list[str | float] = [1, 0, 1, 0.1, 0.9, 0.2, 0.5, 0.32, 0.24, 0.5, 0.3, 0.64, 0.16, 0.8, 0.2, 1]
    low = height * 0.225
    drawing.add("turning", (ball * 0.66, low, ball * 0.66), profile=foot, name="base", **stand)
    sea = brief.of("ocean sea globe", _SEAS.get(kin(brief), ("paint_blue", ""))[0], is_main=True)
    land = brief.of("land continent", "paint_white")
    tint = land["color"] or _LANDS.get(kin(brief), "#7f9a55")
    y = height - ball * 1.06
    drawing.add("globe_ball", (ball, ball, ball), (0, y, 0), turn=(0, -20, -23.5), name="globe",
        land_material=land["material"],
                land_color=tint, material=sea["material"], color=sea["color"] or _SEAS.get(kin(brief), ("",
                    "#2f6f9f"))[1])  # fmt: skip
    middle, reach = y + ball / 2, ball * 0.555
    arc = [(reach * cos(radians(a)), middle + reach * sin(radians(a)), 0.0) for a in range(-113, 68, 15)][::-1]
    bent(drawing, arc, ball * 0.035, brass, name="meridian")
    a = radians(66.5)
    for sign in (-1, 1):
        ends = [
            (sign * cos(a) * ball * 0.47, middle + sign * sin(a) * ball * 0.47, 0.0),
            (sign * cos(a) * ball * 0.575, middle + sign * sin(a) * ball * 0.575, 0.0),
        ]
        bent(drawing, ends, ball * 0.026, brass, name="axis", is_straight=True)
    bent(
        drawing,
        [(0.0, low * 0.94, 0.0), (0.0, middle - reach * 0.99, 0.0)],
        ball * 0.05,
        brass,
        name="neck",
        is_straight=True,
    )


_SEAS = {"steampunk": ("walnut", ""), "rustic": ("paper", "#d9c49a"), "art deco": ("paint_black", ""),
    "minimalist": ("paint_white", ""),
         "futuristic": ("screen_emissive", ""), "industrial": ("steel_brushed", ""), "contemporary": ("paint_white",
             "#24394a")}  # fmt: skip
_LANDS = {"steampunk": "#c9a24a", "rustic": "#9a7a44", "art deco": "#d9b24a", "minimalist": "#b9b6ae",
    "futuristic": "#e8f6ff",
          "industrial": "#4a4c4f", "contemporary": "#d8b27a"}  # fmt: skip


_CUPS = {
    "futuristic": "chrome", "industrial": "steel_brushed", "gothic": "silver_aged", "steampunk": "brass_polished",
    "rustic": "pewter", "scandinavian": "silver", "bauhaus": "chrome", "cyberpunk": "gunmetal", "victorian": "silver",
}  # fmt: skip


@archetype(
    "trophy", "object", "decor",
    "trophy, award, cup trophy, winner cup, prize cup, championship trophy, award cup, pokal, trophée, trofeo, "
    "medal trophy, oscar, "
    "medal cup, world cup, challenge cup, loving cup, award statue, golden cup, winner trophy",
    hints="win, winner, champion, first place",
    about="A trophy: a golden cup with two handles on a base, given to the winner of a contest or championship.",
    parts="handle, base, plinth, plate, star, cup, lid", features="star, lid",
)  # fmt: skip
def trophy(drawing: Drawing, brief: Brief) -> None:
    """Draw a two-handled cup on a stepped base with its plate; a star or a column where they are asked for."""
    width, height, _ = brief.box(0.24, 0.4, 0.2, keeps_shape=True)
    gold = brief.of("trophy cup body", _CUPS.get(brief.style_name, "gold"), is_main=True)
    dark = {"realistic": "marble_black", "rustic": "oak", "minimalist": "paint_black", "victorian": "mahogany",
            "gothic": "slate", "scandinavian": "birch", "mid century": "teak", "bauhaus": "lacquer_red",
            "japanese": "lacquer_black", "baroque": "marble_white", "modern": "concrete_polished",
            "industrial": "concrete", "contemporary": "walnut", "futuristic": "plastic_white",
            "cyberpunk": "carbon_fibre"}  # fmt: skip
    base = brief.of(
        "base plinth",
        dark.get(brief.style_name, "walnut" if brief.style_name == "steampunk" else "marble_black"),
        is_accent=True,
    )
    low, wide = height * 0.24, width * 0.56
    drawing.add("box", (wide, low * 0.62, wide), radius_m=wide * 0.02, name="base", **base)
    drawing.add(
        "box", (wide * 0.8, low * 0.42, wide * 0.8), (0, low * 0.6, 0), radius_m=wide * 0.02, name="plinth", **base
    )
    drawing.add(
        "box",
        (wide * 0.6, low * 0.34, wide * 0.03),
        (0, low * 0.14, wide * 0.5),
        radius_m=wide * 0.006,
        name="plate",
        **gold,
    )
    if brief.has("star"):
        return _star(drawing, brief, gold, low, width, height)
    across = width * 0.72
    cup = height - low
    flutes = 18 if kin(brief) in ("art deco", "realistic") and brief.choose("fluted", "plain") == "fluted" else 0
    drawing.add("vessel", (across, cup, across), (0, low * 0.99, 0), form="loving_cup", wall=0.045, floor=0.22,
        bands=[0.17, 0.88],
                bands_material=gold["material"], bands_color=gold["color"], flutes=flutes, flute_depth=0.03,
                    name="cup", **gold)  # fmt: skip
    r = across / 2
    for hand in (-1, 1):
        ear = [(hand * r * 0.8, low + cup * 0.87, 0.0), (hand * r * 1.24, low + cup * 0.97, 0.0), (hand * r * 1.6,
            low + cup * 0.82, 0.0),
               (hand * r * 1.4, low + cup * 0.56, 0.0), (hand * r * 0.92, low + cup * 0.44, 0.0), (hand * r * 0.62,
                   low + cup * 0.36, 0.0)]  # fmt: skip
        bent(
            drawing,
            ear,
            across * 0.075,
            brief.of("handle", gold["material"]) if "handle" in brief.part_materials else gold,
            name="handle",
        )
    if brief.has("lid"):
        profile: list[str | float] = [1, 0, 1, 0.06, 0.8, 0.3, 0.4, 0.5, 0.14, 0.58, 0.26, 0.74, 0.1, 1]
        drawing.add(
            "turning",
            (across * 0.96, cup * 0.3, across * 0.96),
            (0, low * 0.99 + cup * 0.99, 0),
            profile=profile,
            name="lid",
            **gold,
        )
    return None


def _star(drawing: Drawing, brief: Brief, gold: Finish, low: float, width: float, height: float) -> None:
    column: list[str | float] = [0.9, 0, 1, 0.06, 0.5, 0.12, 0.34, 0.2, 0.3, 0.8, 0.5, 0.92, 0.6, 1]
    tall = height * 0.36
    drawing.add("turning", (width * 0.3, tall, width * 0.3), (0, low * 0.99, 0), profile=column, name="column", **gold)
    shape: list[str | float] = []
    for number in range(10):
        reach, a = (1.0 if number % 2 == 0 else 0.42), radians(90 + 36 * number)
        shape += [reach * cos(a) / 0.951, (reach * sin(a) + 0.809) / 0.9045 - 1.0]
    size = width * 0.8
    drawing.add(
        "cutout",
        (size, size * 0.95, size * 0.16),
        (0, low + tall * 0.93, 0),
        outline=shape,
        bevel=0.3,
        name="star",
        **gold,
    )


@archetype(
    "crown", "object", "clothing",
    "crown, king crown, royal crown, tiara, queen crown, diadem, krone, couronne, corona, coronet, princess "
    "crown, king's crown, "
    "royal diadem, laurel wreath, circlet, mitre, imperial crown, prince crown",
    hints="king, queen, royal, rule",
    about="A crown: a ring of gold with peaks, pearls and jewels that a king or queen wears on the head.",
    parts="gem, jewel, band, point, velvet, pearl, cap, cross",
        features="velvet, jewel, gem=jewel, ruby, sapphire, emerald, diamond",
)  # fmt: skip
def crown(drawing: Drawing, brief: Brief) -> None:
    """Draw a crown of peaks with gems; a royal one with velvet cap, arches and cross."""
    is_tiara = has(brief, "tiara diadem coronet princess")
    width, height, _ = brief.box(0.19, 0.11 if not is_tiara else 0.075, 0.19, keeps_shape=True)
    gold = brief.of("crown band body", {"futuristic": "chrome", "industrial": "iron_black",
        "steampunk": "brass_polished", "modern": "silver"}
                    .get(kin(brief), "gold" if not is_tiara else "silver"), is_main=True)  # fmt: skip
    stone = brief.of("gem jewel ruby sapphire emerald diamond", "paint_red", is_accent=True)
    tint = form_by(
        brief, {"sapphire": "#1f4fa3", "emerald": "#12764f", "diamond": "#dfe9f0", "ruby": "#b0122e"}, stone["color"]
    )
    count = brief.count("point", {"art deco": 12, "minimalist": 5, "modern": 6}.get(kin(brief), 8), least=4, most=16)
    material = "glass_clear" if has(brief, "diamond") or is_tiara else stone["material"]
    drawing.add("crown_band", (width, height, width), points=count, name="crown", gems_material=material,
        gems_color=tint,
                beads_material=gold["material"] if kin(brief) in ("minimalist",
                    "industrial") else "ceramic_white", **gold)  # fmt: skip
    if is_tiara or not (has(brief, "velvet royal king queen arched") or brief.style_name == "realistic"):
        return
    velvet = brief.of("velvet cap", "fabric_blue")
    velvet = velvet if velvet["color"] or "velvet" in brief.part_materials else plain("velvet", "#7d1428")
    drawing.add("dome", (width * 0.84, height * 0.92, width * 0.84), (0, height * 0.05, 0), name="velvet", **velvet)
    if has(brief, "royal king queen arched"):
        r = width / 2
        for hand in (0, 90):
            arch = [(-r * 0.93, height * 0.8, 0.0), (-r * 0.86, height * 1.25, 0.0), (-r * 0.4, height * 1.42, 0.0),
                (0.0, height * 1.3, 0.0),
                    (r * 0.4, height * 1.42, 0.0), (r * 0.86, height * 1.25, 0.0), (r * 0.93, height * 0.8,
                        0.0)]  # fmt: skip
            places = arch if hand == 0 else [(z, y, x) for x, y, z in arch]
            bent(drawing, places, width * 0.05, gold, name="arch")
        drawing.add("ball", (width * 0.13, width * 0.13, width * 0.13), (0, height * 1.3, 0), name="orb", **gold)
        for size in ((0.035, 0.15, 0.03), (0.12, 0.035, 0.03)):
            y = height * 1.3 + width * (0.11 if size[0] < 0.1 else 0.17)
            drawing.add("box", (size[0] * width, size[1] * width, size[2] * width), (0, y, 0), name="cross", **gold)


@archetype(
    "ring", "object", "jewellery",
    "ring, wedding ring, engagement ring, diamond ring, finger ring, signet ring, gold ring, jewellery, "
    "jewelry, bague, anillo, ehering, "
    "signet, promise ring, engagement band, wedding band, magic ring, class ring, band ring, solitaire ring, "
    "jewelled ring, seal ring",
    hints="marry, propose, engagement",
    about="A ring: a band of gold or silver for the finger, often with a diamond, given at a wedding or engagement.",
    parts="band, stone, gem, diamond, cushion, box", features="diamond, ruby, sapphire, emerald, box",
)  # fmt: skip
def ring(drawing: Drawing, brief: Brief) -> None:
    """Draw a ring that stands in the slit of a velvet cushion: a plain band, a solitaire or a signet."""
    width, _, _ = brief.box(0.021, 0.026, 0.006, keeps_shape=True)
    gold = brief.of("ring band", {"futuristic": "chrome", "industrial": "iron_black", "steampunk": "copper",
        "modern": "silver"}
                    .get(kin(brief), "gold"), is_main=True)  # fmt: skip
    bed = brief.of("cushion box", "fabric_blue")
    bed = bed if bed["color"] or "cushion" in brief.part_materials else plain("fabric_grey", tone(brief, "#27345c"))
    low, sunk = width * 0.62, width * 0.36
    for x in (-1, 1):
        drawing.add("cushion", (width * 2.0, low, width * 0.92), (0, 0, x * width * 0.47), name="cushion", **bed)
    is_plain = has(brief, "wedding plain band") or "diamond" in brief.excluded
    wide = width * (0.2 if is_plain else 0.12)
    drawing.add("torus" if not is_plain else "hoop", (width, wide, width), (0, low - sunk + width / 2 - wide / 2, 0),
        turn=(90, 0, 0),
                name="band", **({} if not is_plain else {"inner": 0.86}), **gold)  # fmt: skip
    top = low - sunk + width * 0.99
    if has(brief, "signet"):
        drawing.add(
            "disc",
            (width * 0.56, width * 0.14, width * 0.46),
            (0, top - width * 0.07, 0),
            edge=0.3,
            name="seal",
            **gold,
        )
    elif not is_plain:
        _stone(drawing, brief, gold, width, top)


def _stone(drawing: Drawing, brief: Brief, gold: Finish, width: float, top: float) -> None:
    """Draw a setting with claws, and the stone in it."""
    stone = brief.of("stone gem diamond ruby sapphire emerald", "glass_clear", is_accent=True)
    tint = stone["color"] or form_by(brief, {"ruby": "#b0122e", "sapphire": "#1f4fa3", "emerald": "#12764f"}, "")
    size = width * 0.42
    setting: list[str | float] = [0.4, 0, 0.5, 0.3, 0.9, 0.9, 1, 1]
    drawing.add(
        "vessel",
        (size * 0.84, size * 0.4, size * 0.84),
        (0, top - size * 0.12, 0),
        profile=setting,
        wall=0.14,
        name="setting",
        **gold,
    )
    cut = "emerald" if brief.style_name == "art deco" or "emerald" in brief.words else "brilliant"
    drawing.add(
        "gem",
        (size, size * 0.62, size),
        (0, top - size * 0.02, 0),
        cut=cut,
        name="stone",
        material=stone["material"],
        color=tint,
    )
    for turn in (45, 135, 225, 315):
        a = radians(turn)
        x, z = size * 0.43 * cos(a), size * 0.43 * sin(a)
        claw = [(x * 0.7, top, z * 0.7), (x * 1.1, top + size * 0.32, z * 1.1), (x * 0.94, top + size * 0.5, z * 0.94)]
        bent(drawing, claw, size * 0.1, gold, name="claw")


@archetype(
    "necklace", "object", "jewellery",
    "necklace, pearl necklace, pendant necklace, amulet, locket, bead necklace, halskette, collier, collar de "
    "perlas, medallion, "
    "pendant chain, choker, gold chain, string of pearl, pearl string, talisman, dog tag, jewelry pendant, "
    "rosary, bead string",
    hints="wear around the neck",
    about="A necklace: a string of pearls or a fine chain with a pendant, worn around the neck.",
    parts="pendant, chain, pearl, bead, stone", features="pendant, pearl, bead",
)  # fmt: skip
def necklace(drawing: Drawing, brief: Brief) -> None:
    """Draw a string of pearls, or a chain with a pendant, laid out in a loop."""
    width, height, depth = brief.box(0.16, 0.01, 0.2, keeps_shape=True)
    if has(brief, "pearl bead"):
        pearls = brief.of("necklace pearl bead", "ceramic_white", is_main=True)
        drawing.add("beads", (width, height, depth), beads=56, name="pearls", **pearls)
        return
    gold = brief.of(
        "necklace chain",
        {"modern": "silver", "industrial": "steel_brushed", "steampunk": "copper"}.get(kin(brief), "gold"),
        is_main=True,
    )
    drawing.add(
        "beads",
        (width, height * 0.3, depth),
        beads=120,
        grows=0.0,
        name="chain",
        cord_material=gold["material"],
        **gold,
    )
    size = width * 0.2
    z = depth / 2 + size * 0.42
    drawing.add("disc", (size, height * 0.5, size), (0, 0, z), edge=0.3, name="pendant", **gold)
    stone = brief.of("stone gem pendant", "paint_red", is_accent=True)
    drawing.add(
        "gem", (size * 0.56, height * 0.6, size * 0.56), (0, height * 0.4, z), cut="round", name="stone", **stone
    )
    bent(drawing, [(0.0, height * 0.2, z - size * 0.4), (0.0, height * 0.34, z - size * 0.6), (0.0, height * 0.14,
        z - size * 0.36)],
         height * 0.16, gold, name="bail")  # fmt: skip
