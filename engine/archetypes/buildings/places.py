"""Bridges, fountains and stadiums."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.buildings import grounds
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "bridge", "building", "landmark",
    "bridge, stone bridge, arch bridge, suspension bridge, footbridge, viaduct, aqueduct, brücke, pont, puente, "
    "cable stayed bridge, golden gate bridge, wooden bridge, covered bridge, railway bridge, drawbridge over "
    "river, overpass", hints="cross, river, span, arch, water under, road over",
    about=("A bridge carries a road or a path over a river or a valley, on arches of stone or hung "
    "from cables between towers."), parts="arch, tower, deck, cable, railing, parapet, road, pier, water, plank, "
    "pond, lake, stream, canal",
    features="suspension, cable stayed=stayed, arch, river=water, railing, tower",
)  # fmt: skip
def bridge(drawing: Drawing, brief: Brief) -> None:
    """Draw a bridge over water: stone arches, a suspension or cable-stayed bridge, or a bowed one of wood."""
    is_hung = brief.has(
        "suspension", "stayed", default=bool(brief.words & {"golden", "gate", "cable", "suspension", "stayed"})
        or brief.style_name in ("modern", "futuristic", "industrial", "contemporary", "minimalist", "steampunk",
        "art deco", "cyberpunk"),
    )  # fmt: skip
    if brief.words & {"stone", "arch", "viaduct", "aqueduct", "roman"}:
        is_hung = False
    if brief.words & {"wooden", "footbridge", "japanese", "covered"} or brief.style_name == "japanese":
        _wooden(drawing, brief)
    elif is_hung:
        _hung(drawing, brief)
    else:
        _arched(drawing, brief)


def _river(drawing: Drawing, brief: Brief, width: float, depth: float, *, bank: float) -> None:
    """Draw water with a bank on both sides."""
    drawing.add("box", (width, 0.14, depth), (0, 0, 0), radius_m=0.0, name="river", **brief.of("water river", "water"))
    for side in (-1, 1):
        drawing.add(
            "box", (width * bank, 0.5, depth), (side * width * (0.5 - bank / 2), 0, 0), radius_m=0.1, name="bank",
            **brief.of("bank grass", "grass"),
        )  # fmt: skip


def _arched(drawing: Drawing, brief: Brief) -> None:
    is_long = bool(brief.words & {"viaduct", "aqueduct", "railway"})
    width, height, depth = brief.box(24.0 if is_long else 15.0, 8.0 if is_long else 4.4, 3.8, keeps_shape=True)
    _river(drawing, brief, width * 1.04, depth * 2.6, bank=0.1)
    stone = brief.of(
        "arch stone bridge body wall", brief.choose("sandstone", "limestone", "cobblestone")
        if brief.style_name != "industrial" else "brick_red", is_main=True,
    )  # fmt: skip
    count = brief.count("arch", 5 if is_long else 3, least=1, most=9)
    drawing.add(
        "arch_bridge", (width, height, depth), (0, 0, 0), count=count, rise=0.02 if is_long
        else brief.vary(0.3, 0.42), name="bridge", **stone,
    )  # fmt: skip
    bay = width * 0.86 / count
    for number in range(count - 1):
        x = bay * (number + 1 - count / 2)
        drawing.add(
            "cone", (bay * 0.26, height * 0.42, bay * 0.26), (x, 0, depth / 2 - 0.1), top=0.5, name="cutwater",
            **stone,
        )  # fmt: skip
    if not is_long:
        for x in (-0.42, 0.42):
            for z in (-1, 1):
                drawing.add(
                    "lamp_post", (0.4, 2.0, 0.4), (x * width, height * 0.56, z * (depth / 2 - 0.2)),
                    **brief.of("lamp", "iron_black"),
                )  # fmt: skip


def _hung(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(30.0, 9.0, 4.6, keeps_shape=True)
    _river(drawing, brief, width * 1.02, depth * 2.4, bank=0.08)
    is_stayed = brief.has(
        "stayed", default=brief.style_name in ("futuristic", "minimalist", "contemporary") or "stayed" in brief.words,
    )  # fmt: skip
    steel = brief.of(
        "tower bridge body frame", {"industrial": "iron_rusty", "futuristic": "acrylic_white",
        "minimalist": "paint_white", "modern": "paint_white", "steampunk": "copper", "art deco": "limestone",
        "cyberpunk": "iron_black"}.get(brief.style_name, "paint_red"), is_main=True,
    )  # fmt: skip
    drawing.add(
        "suspension", (width, height, depth), (0, 0, 0), is_stayed=is_stayed, name="bridge",
        cables_material=brief.of("cable", "steel_galvanised")["material"],
        deck_material=brief.of("deck road", "asphalt")["material"], **steel,
    )  # fmt: skip
    for x in (-0.28, 0.28):
        post = drawing.add(
            "box", (1.6, 1.0, depth * 1.1), (x * width, 0, 0), radius_m=0.06, name="pier",
            **brief.of("pier", "concrete"),
        )  # fmt: skip
        dress(drawing, brief, post, "front")


def _wooden(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(7.0, 2.4, 2.0, keeps_shape=True)
    _river(drawing, brief, width * 1.2, depth * 2.8, bank=0.16)
    wood = brief.of(
        "bridge body plank deck", "lacquer_red" if brief.style_name == "japanese" or "japanese" in brief.words
        else "oak", is_main=True,
    )  # fmt: skip
    drawing.add("bowed_bridge", (width, height, depth), (0, 0.1, 0), name="bridge", **wood)


@archetype(
    "fountain", "building", "landmark",
    "fountain, water fountain, stone fountain, garden fountain, brunnen, springbrunnen, fontaine, fuente, trevi "
    "fountain, drinking fountain, wasserspiel, plaza fountain, tiered fountain",
    hints="splash, square, plaza, park, water jet, coins",
    about="A fountain is a basin in a park or square in which water shoots up and falls from bowl to bowl.",
    parts="basin, bowl, water, column, statue, rim, jet", features="tier, statue, jet, square",
)  # fmt: skip
def fountain(drawing: Drawing, brief: Brief) -> None:
    """Draw a fountain: a basin with water, bowls on a turned column, jets; modern ones are plain slabs with jets."""
    width, height, depth = brief.box(4.6, 3.4, 4.6, keeps_shape=True)
    is_plain = brief.style_name in ("modern", "minimalist", "futuristic", "contemporary", "industrial")
    stone = brief.of(
        "basin stone fountain body", {"modern": "granite_black", "minimalist": "concrete", "futuristic": "chrome",
        "industrial": "steel_corten", "steampunk": "copper_verdigris", "art deco": "marble_black",
        "rustic": "cobblestone"}.get(brief.style_name, brief.choose("limestone", "marble_white", "sandstone")),
        is_main=True,
    )  # fmt: skip
    thick = grounds.lot(drawing, brief, width * 1.4, depth * 1.4, material="granite", thick=0.06)
    sides = 4 if brief.has(
        "square", default=brief.style_name in ("minimalist", "modern"),
    ) else 8 if brief.style_name in ("art deco", "gothic", "rustic") else 0  # fmt: skip
    drawing.add("basin", (width, 0.66, depth), (0, thick, 0), sides=sides, name="basin", **stone)
    tiers = brief.count("tier", 1 if is_plain else 2, least=0, most=4)
    tiers = brief.count("basin", tiers + 1, least=1, most=5) - 1
    y, wide = thick + 0.2, width * 0.5
    each = (height - 1.1) / max(tiers, 1)
    for tier in range(tiers):
        drawing.add(
            "turning", (wide * 0.34, each * 0.74, wide * 0.34), (0, y, 0),
            profile=[1.0, 0.0, 0.95, 0.08, 0.5, 0.2, 0.7, 0.45, 0.42, 0.62, 0.5, 0.85, 0.8, 1.0] if not is_plain
            else [0.6, 0.0, 0.5, 1.0, 0.5, 1.0], is_flowing=not is_plain, name="column",
            **brief.of("column", stone["material"]) | {"color": stone["color"]},
        )  # fmt: skip
        y += each * 0.72
        drawing.add("bowl_of_water", (wide, each * 0.3, wide), (0, y, 0), name="bowl", **stone)
        drawing.add(
            "fall", (wide * 1.06, each * 0.95, wide * 1.06), (0, max(y + each * 0.27 - each * 0.95, thick + 0.5), 0),
            streams=8 if tier == 0 else 6, name="fall", **brief.of("water", "water"),
        )  # fmt: skip
        y, wide = y + each * 0.2, wide * 0.62
    if brief.has("statue"):
        drawing.add(
            "turning", (0.5, 0.9, 0.4), (0, y - 0.05, 0),
            profile=[0.9, 0.0, 0.5, 0.3, 0.8, 0.6, 0.3, 0.76, 0.45, 0.9, 0.1, 1.0], name="statue",
            **brief.of("statue", "bronze_aged"),
        )  # fmt: skip
    jet = max(height - y, 0.7)
    drawing.add(
        "water_jet", (wide * 1.2, jet, wide * 1.2), (0, y - 0.03, 0), streams=8, name="jet",
        **brief.of("water jet", "water"),
    )  # fmt: skip
    if is_plain:
        for turn in range(6):
            drawing.add(
                "water_jet", (0.7, 1.0, 0.7),
                (width * 0.3 * sin(turn * pi / 3), thick + 0.42, width * 0.3 * cos(turn * pi / 3)), streams=5,
                name="jet", **brief.of("water jet", "water"),
            )  # fmt: skip


@archetype(
    "stadium", "building", "landmark",
    "stadium, arena, football stadium, soccer stadium, colosseum, coliseum, amphitheater, amphitheatre, stadion, "
    "estadio, stade, olympic stadium, sports arena, baseball stadium, ballpark, bullring",
    hints="match, football, crowd, spectators, goal, athletes, gladiator",
    about="A stadium is a huge oval of rows of seats around a playing field, where crowds watch football and sports.",
    parts="seat, roof, field, pitch, wall, arch, floodlight, track", features="roof, floodlight, track, dome",
)  # fmt: skip
def stadium(drawing: Drawing, brief: Brief) -> None:
    """Draw a stadium: seats around a pitch, a ring of a roof, floodlights; the colosseum has tiers of arches."""
    width, height, depth = brief.box(60.0, 12.0, 48.0, keeps_shape=True)
    is_old = bool(
        brief.words & {"colosseum", "coliseum", "amphitheater", "amphitheatre", "gladiator", "bullring"},
    ) or brief.style_name in ("rustic", "baroque", "gothic")  # fmt: skip
    stone = brief.of(
        "wall stadium body stand", {"futuristic": "acrylic_white", "steampunk": "brick_dark",
        "industrial": "steel_corten"}.get(brief.style_name, "travertine" if is_old else "concrete"), is_main=True,
    )  # fmt: skip
    grounds.lot(drawing, brief, width * 1.12, depth * 1.14, material="sand" if is_old else "concrete")
    seats = brief.of("seat", "limestone" if is_old else "plastic_white")
    tint = seats["color"] or ("#d9cdb4" if is_old else brief.choose("#2b62ad", "#b3262e", "#d98a1f"))
    drawing.add(
        "stands",
        (width * (0.96 if is_old else 0.98), height * (0.7 if is_old else 0.84), depth * (0.96 if is_old else 0.98)),
        (0, 0.1, 0), rows=18, name="stands", seats_material=seats["material"], seats_color=tint, **stone,
    )  # fmt: skip
    if is_old:
        drawing.add(
            "round_arcade", (width, height, depth), (0, 0.11, 0), rows=3, count=36, wall=0.1, name="arches", **stone,
        )  # fmt: skip
        drawing.add(
            "disc", (width * 0.56, 0.2, depth * 0.56), (0, 0.1, 0), name="field", **brief.of("field pitch", "sand"),
        )  # fmt: skip
        return
    drawing.add(
        "disc", (width * 0.57, 0.14, depth * 0.57), (0, 0.1, 0), name="track", **brief.of("track", "asphalt")
        | {"color": "#a5482f"},
    )  # fmt: skip
    drawing.add(
        "pitch_lines", (width * 0.4, 0.1, depth * 0.34), (0, 0.22, 0), name="pitch",
        **brief.of("field pitch grass", "grass"),
    )  # fmt: skip
    if brief.has("roof", default=True):
        drawing.add(
            "stand_roof", (width, height * 0.36, depth), (0, height * 0.64, 0), name="roof",
            **brief.of("roof", {"futuristic": "chrome", "steampunk": "copper"}.get(brief.style_name, "paint_white")),
        )  # fmt: skip
    if brief.has("floodlight", default=True):
        for x in (-0.47, 0.47):
            for z in (-0.47, 0.47):
                drawing.add(
                    "floodlight", (2.6, height * 1.3, 1.4), (x * width, 0.11, z * depth),
                    turn=(0, 180 - 45 * (1 if x * z > 0 else -1) - (0 if z > 0 else 180), 0), name="floodlight",
                    **brief.of("floodlight", "steel_galvanised"),
                )  # fmt: skip
