"""Buildings that one travels to see: church, castle, lighthouse, temple, pyramid; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import plinth
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "church", "building", "landmark",
    "church, chapel, cathedral, basilica, minster, abbey, kirche, kapelle, dom, église, iglesia, cathédrale, catedral, gothic church, village church, wedding chapel, monastery",
    hints="pray, worship, mass, wedding, steeple, priest, altar",
    about="A church is a building with a tall steeple, pointed windows, buttresses and bells, where people pray.",
    parts="tower, steeple, spire, roof, wall, window, door, portal, buttress, cross, bell, nave",
    features="tower, spire, cross, buttress, rose window, dome, bell",
)  # fmt: skip
def church(drawing: Drawing, brief: Brief) -> None:
    """Draw a church: a nave with buttresses and pointed windows, an apse, a belfry with portal, rose window and spire."""
    is_grand = bool(brief.words & {"cathedral", "basilica", "minster", "dom", "abbey"})
    width, height, depth = brief.box(11.0 if is_grand else 7.5, 26.0 if is_grand else 17.0, 24.0 if is_grand else 15.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 2.2, depth * 1.4, z=depth * 0.04)
    is_plain = brief.style_name in ("modern", "minimalist", "futuristic", "contemporary")
    wall = brief.of("wall church body facade", {"rustic": "cobblestone", "scandinavian": "wood_charred", "modern": "concrete", "minimalist": "paint_white", "futuristic": "acrylic_white",
                                                "industrial": "brick_red", "steampunk": "brick_dark", "contemporary": "concrete_boarded", "baroque": "stucco"}.get(
        brief.style_name, brief.choose("limestone", "sandstone", "paint_white") if not is_grand else "limestone"), is_main=True)  # fmt: skip
    tiles = roofing.covering_of(brief, "slate", "roof_tile") if not is_plain else brief.of("roof", brief.style.roof or "zinc")
    stone = brief.of("buttress portal trim", "limestone" if wall["material"] != "limestone" else "sandstone")
    nave = Mass(0.0, ground + 0.3, -depth * 0.06, width * 0.78, height * 0.3, depth * 0.74)
    look = replace(windows_of(brief), form="lancet" if not is_plain else "plain", panes=(2, 4), wide_m=1.05, share=0.66, foot=0.2, every_m=2.9, has_shutters=False, lintels="band")
    plinth(drawing, brief, nave, 0.3)
    shell(drawing, brief, nave, wall, look, Walls(bays={"front": 0, "back": 0}))
    pitch = Pitch("gable", "tiles", 1.35 if not is_plain else 1.7, 0.35, 0.1)
    roofing.pitched(drawing, nave, pitch, tiles, wall, is_turned=True)
    _buttresses(drawing, brief, nave, stone, look.every_m)
    drawing.add("round_wall", (nave.width * 0.76, nave.tall * 0.86, nave.width * 0.76), (0, nave.y, nave.z - nave.depth / 2), rows=1, columns=8, form="lancet", window_m=0.7, name="apse", **wall)
    drawing.add("cone", (nave.width * 0.84, nave.tall * 0.7, nave.width * 0.84), (0, nave.y + nave.tall * 0.85, nave.z - nave.depth / 2), name="apse_roof", **tiles)
    twin = is_grand or brief.counts.get("tower", 1) > 1 or "twin" in brief.words
    places = (-1, 1) if twin else (0,)
    for side in places:
        _belfry(drawing, brief, (side * width * 0.36, nave.front + width * 0.16, width * (0.34 if twin else 0.42), height), ground, wall, tiles, is_plain=is_plain)
    _portal(drawing, brief, nave, width, height, ground, wall, stone, twin=twin)
    grounds.path(drawing, brief, 0.0, nave.front + width * 0.42, depth * 0.73, width=1.9)
    grounds.planting(drawing, brief, [(-width * 0.85, depth * 0.5), (width * 0.85, -depth * 0.4)], trees=2)


def _buttresses(drawing: Drawing, brief: Brief, nave: Mass, stone: Finish, every: float) -> None:
    if not brief.has("buttress", default=brief.style_name not in ("modern", "minimalist", "futuristic", "contemporary", "scandinavian")):
        return
    count = max(1, round((nave.depth - 0.6) / every))
    for side in (-1, 1):
        for number in range(count + 1):
            z = nave.z + nave.depth * 0.96 * (number / count - 0.5)
            drawing.add("buttress", (0.55, nave.tall * 1.02, 1.0), (side * (nave.width / 2 + 0.36), nave.y - 0.3, z), turn=(0, side * 90, 0), **stone)


def _belfry(drawing: Drawing, brief: Brief, where: tuple[float, float, float, float], ground: float, wall: Finish, tiles: Finish, *, is_plain: bool) -> None:
    """Draw a tower with louvred bell openings, a clock, and a spire or an onion dome with a cross."""
    x, z, wide, height = where
    high = height * 0.6
    mass = Mass(x, ground, z, wide, high, wide, 3)
    look = replace(windows_of(brief), form="lancet" if not is_plain else "plain", panes=(1, 7), wide_m=wide * 0.3, share=0.62, foot=0.3, every_m=wide, has_shutters=False, lintels="none", has_sills=False)
    shell(drawing, brief, mass, wall, look, Walls(bays={"front": 1, "back": 1, "left": 1, "right": 1}, first_storey=2))
    trim = brief.of("cornice trim", "limestone")
    for y in (0.33, 0.66, 0.985):
        drawing.add("box", (wide + 0.24, 0.2, wide + 0.24), (x, ground + high * y - 0.1, z), radius_m=0.02, name="string_course", **trim)
    if not is_plain:
        drawing.add("clock_face", (wide * 0.36, wide * 0.36, 0.12), (x, ground + high * 0.52, z + wide / 2 + 0.02), name="clock", material="paint_white")
    if is_plain:
        drawing.add("spire", (wide * 1.0, height - high, wide), (x, ground + high - 0.03, z), sides=4, finial="cross", name="spire", finial_material="steel_brushed", **tiles)
        return
    drawing.add("spire", (wide * 1.14, height - high, wide * 1.14), (x, ground + high - 0.03, z), sides=8, finial="cross", is_onion=brief.style_name == "baroque" or brief.has("dome"),
                name="spire", finial_material=brief.of("cross", "gold")["material"], **tiles)  # fmt: skip


def _portal(drawing: Drawing, brief: Brief, nave: Mass, width: float, height: float, ground: float, wall: Finish, stone: Finish, *, twin: bool) -> None:
    """Draw the gate, the rose window over it and the steps."""
    z = nave.front + (0.12 if twin else width * 0.16 + width * 0.21 + 0.1)
    high = 4.2 if twin else 3.0
    form = "plain" if brief.style_name in ("modern", "minimalist", "futuristic") else "lancet"
    drawing.add("gate", (high * 0.66, high, 0.6), (0, ground + 0.26, z), form=form, name="portal", surround_material=stone["material"], **brief.of("door portal", "oak_dark"))
    drawing.add("steps", (high, 0.3, 1.3), (0, ground, z + 0.85), count=2, **stone)
    size = width * (0.3 if twin else 0.24)
    at = ground + (nave.tall * 0.86 if twin else height * 0.27)
    if twin:
        drawing.add("box", (width * 0.44, nave.tall * 1.36, 0.5), (0, ground, nave.front - 0.1), name="west_front", radius_m=0.01, **wall)
    if brief.has("rose window", default=True):
        drawing.add("rose_window", (size, size, 0.3), (0, at, z + 0.05 if twin else z - 0.02), petals=12 if twin else 8, tint=brief.choose("#3a5fa8", "#a83a5a", "#c98b2e"), **stone)


@archetype(
    "castle", "building", "landmark",
    "castle, fortress, fort, citadel, stronghold, keep, medieval castle, fairy tale castle, fairytale castle, burg, schloss, château fort, castillo, knights castle, dracula castle, sandcastle, watchtower, tower castle",
    hints="king, knight, moat, drawbridge, princess, dragon, siege",
    about="A castle is a fortress of stone with towers, battlements, a gate and a drawbridge, where kings and knights lived.",
    parts="wall, tower, gate, roof, battlement, flag, moat, drawbridge, keep, door",
    features="moat, drawbridge, flag, tower, roof, keep, gatehouse",
)  # fmt: skip
def castle(drawing: Drawing, brief: Brief) -> None:
    """Draw a castle: walls with battlements between round towers, a gatehouse with a drawbridge, a keep, flags, a moat."""
    width, height, depth = brief.box(26.0, 18.0, 24.0, keeps_shape=True)
    stone = brief.of("wall stone castle body tower", {"art deco": "marble_white", "futuristic": "acrylic_white", "modern": "concrete", "minimalist": "paint_white", "steampunk": "brick_dark",
                                                      "industrial": "brick_red", "baroque": "stucco"}.get(brief.style_name, brief.choose("limestone", "sandstone", "cobblestone")), is_main=True)  # fmt: skip
    ground = _castle_ground(drawing, brief, width, depth)
    towers = brief.count("tower", 4, least=3, most=4)
    is_fairy = bool(brief.words & {"fairy", "fairytale", "princess", "schloss"}) or brief.style_name in ("baroque", "futuristic")
    has_roofs = brief.has("roof", default=is_fairy or brief.style_name in ("realistic", "gothic", "steampunk"))
    tiles = brief.of("roof", brief.style.roof or brief.choose("slate", "roof_tile", "copper_verdigris"))
    half_w, half_d, high = width * 0.36, depth * 0.35, height * 0.34
    corners = [(-1, 1), (1, 1), (1, -1), (-1, -1)][:towers] if towers == 4 else [(-1, 1), (1, 1), (0, -1)]
    for x, z in corners:
        _tower(drawing, brief, x * half_w, z * half_d, width * 0.15, high * brief.vary(1.4, 1.6), ground, stone, tiles, has_roof=has_roofs)
    for at, long, turn in (((-half_w, 0.0), 2 * half_d, 90.0), ((half_w, 0.0), 2 * half_d, 90.0), ((0.0, -half_d), 2 * half_w, 0.0)):
        _curtain(drawing, (at[0], ground, at[1]), long, high, turn, stone)
    side = half_w - width * 0.07
    for x in (-1, 1):
        _curtain(drawing, (x * (width * 0.07 + side / 2), ground, half_d), side, high, 0.0, stone)
    _gatehouse(drawing, brief, width, height, half_d, ground, stone, tiles, has_roof=has_roofs)
    if brief.has("keep", default=True):
        _keep(drawing, brief, width, height, ground, stone, tiles, has_roof=has_roofs)


def _castle_ground(drawing: Drawing, brief: Brief, width: float, depth: float) -> float:
    """Draw the mound, and a moat around it."""
    grounds.lot(drawing, brief, width * 1.2, depth * 1.25)
    if brief.has("moat", default=True):
        drawing.add("rail_frame", (width * 1.06, 0.16, depth * 1.08), (0, 0, 0), board_m=width * 0.07, name="moat", **brief.of("moat water", "water"))
    drawing.add("box", (width * 0.93, 0.5, depth * 0.93), (0, 0, 0), radius_m=0.06, name="mound", **brief.of("ground mound", "grass"))
    return 0.49


def _tower(drawing: Drawing, brief: Brief, x: float, z: float, wide: float, high: float, ground: float, stone: Finish, tiles: Finish, *, has_roof: bool) -> None:
    """Draw a round tower with slits, a jutting battlement, and a pointed roof or a flag."""
    drawing.add("round_wall", (wide, high, wide), (x, ground, z), rows=3, columns=4, window_m=0.34, form="lancet", taper=0.06, name="tower", **stone)
    drawing.add("cone", (wide * 1.16, 0.5, wide * 1.16), (x, ground + high - 0.3, z), top=0.99, name="corbel", **stone)
    drawing.add("crenels", (wide * 1.16, 1.1, wide * 1.16), (x, ground + high + 0.18, z), is_round=True, merlons=12, name="battlement", **stone)
    top = ground + high + 0.18
    if has_roof:
        drawing.add("spire", (wide * 1.06, wide * 1.5, wide * 1.06), (x, top - 0.05, z), sides=16, finial="rod", is_onion=brief.style_name == "baroque", name="tower_roof", **tiles)
        top += wide * 1.5 - 0.35
    if brief.has("flag", default=True):
        drawing.add("flag_pole", (1.5, 2.6, 0.16), (x + 0.67, top - 0.05, z), cloth_color=brief.of("flag", "canvas")["color"] or "#a3212c", material="oak")


def _curtain(drawing: Drawing, at: tuple[float, float, float], long: float, high: float, turn: float, stone: Finish) -> None:
    drawing.add("box", (long, high, 1.3), at, turn=(0, turn, 0), radius_m=0.0, name="wall", **stone)
    drawing.add("merlons", (long, 0.95, 1.5), (at[0], at[1] + high - 0.02, at[2]), turn=(0, turn, 0), name="battlement", **stone)


def _gatehouse(drawing: Drawing, brief: Brief, width: float, height: float, z: float, ground: float, stone: Finish, tiles: Finish, *, has_roof: bool) -> None:
    """Draw the gatehouse: a block with the gate between two slim towers, and the drawbridge on chains."""
    wide, high = width * 0.17, height * 0.42
    drawing.add("box", (wide, high, 2.6), (0, ground, z), radius_m=0.0, name="gatehouse", **stone)
    drawing.add("crenels", (wide + 0.2, 1.0, 2.9), (0, ground + high - 0.02, z), name="battlement", **stone)
    drawing.add("gate", (2.9, 4.0, 0.7), (0, ground, z + 1.25), form="arched", surround_material=stone["material"], surround_color=stone["color"], **brief.of("gate door", "oak_dark"))
    for side in (-1, 1):
        _tower(drawing, replace(brief, excluded=brief.excluded | {"flag"}), side * wide * 0.62, z + 0.9, width * 0.075, high * 1.1, ground, stone, tiles, has_roof=has_roof)
    if brief.has("drawbridge", default=True):
        drawing.add("floor", (2.5, 0.22, 4.4), (0, ground - 0.12, z + 3.6), pattern="planks", name="drawbridge", **brief.of("drawbridge", "oak"))
        for side in (-1, 1):
            drawing.add("rod", (0.07, 6.1, 0.07), (side * 1.2, ground - 0.9, z + 3.45), turn=(-46, 0, 0), name="chain", material="iron_black")


def _keep(drawing: Drawing, brief: Brief, width: float, height: float, ground: float, stone: Finish, tiles: Finish, *, has_roof: bool) -> None:
    """Draw the keep behind the walls: the tallest part, with windows, battlements and a roof."""
    wide, high = width * 0.27, height * 0.68
    mass = Mass(-width * 0.04, ground, -width * 0.1, wide, high, wide * 0.9, 4)
    look = replace(windows_of(brief), form="lancet", panes=(2, 3), wide_m=0.7, share=0.46, every_m=2.6, has_shutters=False, lintels="none")
    shell(drawing, brief, mass, stone, look, Walls(first_storey=1))
    drawing.add("crenels", (wide + 0.3, 1.1, wide * 0.9 + 0.3), (mass.x, mass.top - 0.02, mass.z), name="battlement", **stone)
    drawing.add("box", (wide - 0.2, 0.4, wide * 0.9 - 0.2), (mass.x, mass.top - 0.02, mass.z), radius_m=0.0, name="keep_deck", **stone)
    if has_roof:
        drawing.add("roof", (wide * 0.74, height * 0.24, wide * 0.66), (mass.x, mass.top + 0.3, mass.z), form="hip", covering="tiles", name="keep_roof", **tiles)
    x = mass.x + wide * 0.42
    _tower(drawing, brief, x, mass.z - wide * 0.34, width * 0.1, height * 0.8, ground, stone, tiles, has_roof=has_roof)


@archetype(
    "lighthouse", "building", "landmark",
    "lighthouse, light house, leuchtturm, phare, faro, beacon tower, harbour light, pharos, coastal lighthouse",
    hints="ship, coast, sea, beacon, guide, rocks, harbour",
    about="A lighthouse is a tall round tower on the coast whose lamp shows ships the way at night.",
    parts="tower, stripe, band, lantern, light, gallery, railing, dome, door, window, rock, house", features="stripe, striped=stripe, house, rock, keeper house=house",
)  # fmt: skip
def lighthouse(drawing: Drawing, brief: Brief) -> None:
    """Draw a lighthouse: a tapered tower in bands, a gallery, a glazed lantern with its lamp, a dome, rocks, a keeper's house."""
    width, height, depth = brief.box(5.6, 17.0, 5.6, keeps_shape=True)
    ground = _rocks(drawing, brief, width)
    white = brief.of("tower wall lighthouse body", {"steampunk": "brick_dark", "industrial": "brick_red", "rustic": "cobblestone", "futuristic": "acrylic_white", "minimalist": "concrete",
                                                    "gothic": "limestone"}.get(brief.style_name, "paint_white"), is_main=True)  # fmt: skip
    band = brief.of("stripe band", {"steampunk": "copper", "art deco": "trim", "futuristic": "neon", "minimalist": "concrete"}.get(brief.style_name, "paint_red"), is_accent=True)
    tall = height * 0.74
    taper = 0.42
    drawing.add("round_wall", (width, tall, depth), (0, ground, 0), taper=taper, rows=3, columns=2, window_m=0.42, form="arched", name="tower", **white)
    if brief.has("stripe", default=brief.style_name not in ("rustic", "gothic", "minimalist")):
        for number in range(3):
            low, high = 0.16 + 0.3 * number, 0.16 + 0.3 * number + 0.14
            wide = width * (1 - taper * low) + 0.07
            drawing.add("cone", (wide, tall * (high - low), wide), (0, ground + tall * low, 0), top=(width * (1 - taper * high) + 0.07) / wide, name="stripe", **band)
    drawing.add("gate", (1.3, 2.3, 0.5), (0, ground, depth / 2 - 0.22), name="door", surround_material="limestone", **brief.of("door", "paint_blue" if band["material"] == "paint_red" else "oak"))
    _lantern(drawing, brief, width * (1 - taper), ground + tall, height - tall, band)
    if brief.has("house", default=True):
        _keepers_house(drawing, brief, width, ground, white)


def _rocks(drawing: Drawing, brief: Brief, width: float) -> float:
    """Draw the island: sea, rocks."""
    drawing.add("disc", (width * 2.9, 0.1, width * 2.7), (0, 0, 0), name="sea", **brief.of("sea water", "water"))
    stone = brief.of("rock", "basalt")
    drawing.add("stepped_rock", (width * 2.3, 0.9, width * 2.1), (0, 0, 0), seed=int(brief.random.integers(1000)), name="rock", **stone)
    return 0.88


def _lantern(drawing: Drawing, brief: Brief, wide: float, y: float, high: float, band: Finish) -> None:
    metal = brief.of("gallery railing", "iron_black" if brief.style_name != "art deco" else "trim")
    drawing.add("cone", (wide * 1.5, 0.5, wide * 1.5), (0, y - 0.48, 0), top=0.995, name="corbel", **metal)
    drawing.add("disc", (wide * 1.56, 0.16, wide * 1.56), (0, y - 0.02, 0), name="gallery", **metal)
    drawing.add("round_rail", (wide * 1.5, 0.9, wide * 1.5), (0, y + 0.12, 0), name="railing", **metal)
    room = high * 0.5
    drawing.add("lantern_room", (wide * 0.92, room, wide * 0.92), (0, y + 0.12, 0), name="lantern", light_material=brief.of("light lamp", "emissive_warm")["material"], **metal)
    drawing.add("spire", (wide * 1.1, high - room - 0.1, wide * 1.1), (0, y + 0.1 + room, 0), sides=16, is_onion=True, finial="rod", name="dome", **brief.of("dome roof", band["material"]))


def _keepers_house(drawing: Drawing, brief: Brief, width: float, ground: float, wall: Finish) -> None:
    mass = Mass(width * 0.66, ground - 0.1, -width * 0.3, width * 0.62, 2.5, width * 0.5)
    shell(drawing, brief, mass, wall, replace(windows_of(brief), has_shutters=False, wide_m=0.8, every_m=1.7), Walls(bays={"left": 0}))
    roofing.pitched(drawing, mass, Pitch("gable", "tiles", 0.8, 0.2, 0.2), brief.of("roof", brief.style.roof or "roof_tile"), wall)


@archetype(
    "temple", "building", "landmark",
    "temple, greek temple, parthenon, roman temple, mausoleum, acropolis, tempel, templo, pantheon, ancient temple, pagoda, japanese temple, shrine, buddhist temple, monument building, mosque, taj mahal",
    hints="gods, columns, ancient, sacred, ritual, zeus, monk",
    about="A temple is a sacred building: of marble with rows of columns in Greece, or a pagoda of many roofs in Asia.",
    parts="column, roof, pediment, step, stylobate, wall, door, gold", features="column, pediment, step, tier, dome",
)  # fmt: skip
def temple(drawing: Drawing, brief: Brief) -> None:
    """Draw a temple: steps, columns all round, a cella, entablature and pediment; or a pagoda of tiers; or a domed mosque."""
    if brief.words & {"pagoda", "japanese", "buddhist", "shrine"} or brief.style_name == "japanese":
        _pagoda(drawing, brief)
    elif brief.words & {"mosque", "taj"}:
        _domed(drawing, brief)
    else:
        _greek(drawing, brief)


def _greek(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(13.0, 9.5, 19.0, keeps_shape=True)
    stone = brief.of("column wall temple body", {"steampunk": "bronze_aged", "industrial": "concrete", "modern": "concrete", "futuristic": "acrylic_white", "rustic": "sandstone",
                                                 "art deco": "marble_black"}.get(brief.style_name, brief.choose("marble_white", "limestone")), is_main=True)  # fmt: skip
    base = 1.2
    drawing.add("stepped_stack", (width + 1.6, base, depth + 1.6), (0, 0, 0), count=3, top=0.93, name="stylobate", **brief.of("step stylobate", stone["material"]) | {"color": stone["color"]})
    front = brief.count("column", 6, least=2, most=10)
    along = max(4, round((front * 2 + 1) * 0.75))
    thick = min(width / front * 0.5, 1.2)
    high = height - base - 3.0
    is_plain = brief.style_name in ("modern", "minimalist", "futuristic", "industrial")
    places = [((width - thick) * (i / (front - 1) - 0.5), side * (depth - thick) / 2) for i in range(front) for side in (-1, 1)]
    places += [(side * (width - thick) / 2, (depth - thick) * (j / (along - 1) - 0.5)) for j in range(1, along - 1) for side in (-1, 1)]
    for x, z in places:
        drawing.add("classical_column", (thick, high, thick), (x, base - 0.01, z), is_plain=is_plain, order="ionic" if "ionic" in brief.words else "doric", name="column", **stone)
    drawing.add("box", (width * 0.6, high, depth * 0.66), (0, base - 0.01, 0), radius_m=0.01, name="cella", **stone)
    drawing.add("gate", (2.4, high * 0.7, 0.4), (0, base - 0.01, depth * 0.33), form="plain", surround_material=stone["material"], name="door", **brief.of("door", "bronze_aged"))
    y = base + high - 0.03
    beam = drawing.add("box", (width + 0.1, 0.62, depth + 0.1), (0, y, 0), radius_m=0.01, name="architrave", **stone)
    drawing.add("triglyphs", (width + 0.24, 0.6, depth + 0.24), (0, y + 0.6, 0), name="frieze", **stone)
    drawing.add("box", (width + 0.7, 0.22, depth + 0.7), (0, y + 1.18, 0), radius_m=0.02, name="cornice", **stone)
    drawing.add("roof", (depth + 0.5, height - y - 1.38, width + 0.6), (0, y + 1.38, 0), turn=(0, 90, 0), form="gable", covering="plain" if is_plain else "tiles", eave_m=0.1, verge_m=0.35,
                gables_material=stone["material"], gables_color=stone["color"], name="roof", **brief.of("roof", brief.style.roof or "terracotta"))  # fmt: skip
    dress(drawing, brief, beam, "front")


def _pagoda(drawing: Drawing, brief: Brief) -> None:
    tiers = brief.count("tier", brief.counts.get("storey", 5 if "pagoda" in brief.words else 2), least=1, most=9)
    width, height, depth = brief.box(7.5 if tiers > 2 else 10.0, 2.9 * tiers + 3.0, 7.5 if tiers > 2 else 8.5, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.9, depth * 1.9, z=depth * 0.06)
    wood = brief.of("wall column body temple", "lacquer_red", is_main=True)
    tiles = brief.of("roof", "slate")
    drawing.add("box", (width * 1.12, 0.8, depth * 1.12), (0, ground, 0), radius_m=0.03, name="base", **brief.of("base step", "granite"))
    drawing.add("steps", (2.4, 0.8, 1.2), (0, ground, depth * 0.56 + 0.58), count=5, material="granite")
    y, each = ground + 0.78, (height - 3.0 - 0.8) / tiers
    for tier in range(tiers):
        share = 0.78 * (1 - 0.1 * tier)
        mass = Mass(0.0, y, 0.0, width * share, each * 0.62, depth * share)
        look = replace(windows_of(brief), form="plain", panes=(5, 4), share=0.5, foot=0.26, wide_m=1.3, every_m=2.2, has_shutters=False, lintels="flat")
        door = Walls(doors={"front": [(0.0, 1.6, mass.tall * 0.8)]}) if tier == 0 else Walls()
        shell(drawing, brief, mass, wood, look, door)
        if tier == 0:
            drawing.add("cross_door", (1.62, mass.tall * 0.8 + 0.02, 0.2), (0, y, mass.front - 0.1), name="door", cross_material="gold", **wood)
        else:
            drawing.add("rail_frame", (width * share + 0.16, 0.5, depth * share + 0.16), (0, y, 0), board_m=0.1, name="balustrade", **wood)
        last = tier == tiers - 1
        roof_high = each * (0.55 if not last else 0.9)
        drawing.add("roof", (width * (share + 0.4), roof_high, depth * (share + 0.4)), (0, mass.top - 0.03, 0), form="pagoda", covering="tiles", name="roof", **tiles)
        y = mass.top + each * 0.36
    drawing.add("spire", (0.7, 2.6, 0.7), (0, mass.top + roof_high * 0.86, 0), sides=12, name="finial", **brief.of("finial gold", "gold"))
    grounds.planting(drawing, brief, [(-width * 0.8, depth * 0.8), (width * 0.8, depth * 0.7)], trees=1)


def _domed(drawing: Drawing, brief: Brief) -> None:
    """Draw a domed building with four minarets."""
    width, height, depth = brief.box(16.0, 15.0, 16.0, keeps_shape=True)
    stone = brief.of("wall body temple", "marble_white", is_main=True)
    gold = brief.of("dome", "marble_white" if "taj" in brief.words else "gold")
    drawing.add("box", (width, 1.0, depth), (0, 0, 0), radius_m=0.02, name="terrace", **stone)
    mass = Mass(0.0, 0.99, 0.0, width * 0.6, height * 0.36, depth * 0.6)
    look = replace(windows_of(brief), form="lancet", panes=(2, 4), share=0.6, foot=0.16, wide_m=1.3, every_m=2.4, has_shutters=False, lintels="band")
    shell(drawing, brief, mass, stone, look)
    drawing.add("gate", (3.6, mass.tall * 1.12, 1.0), (0, 0.98, mass.front + 0.1), form="lancet", surround_material=stone["material"], name="portal", **brief.of("door", "oak_dark"))
    roofing.flat(drawing, brief, mass, stone, high=0.7)
    wide = width * 0.36
    drawing.add("rod", (wide, 1.6, wide), (0, mass.top, 0), name="drum", **stone)
    drawing.add("spire", (wide * 1.12, height * 0.42, wide * 1.12), (0, mass.top + 1.55, 0), sides=40, is_onion=True, name="dome", **gold)
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add("round_wall", (1.3, height * 0.72, 1.3), (x * width * 0.45, 0.98, z * depth * 0.45), taper=0.3, rows=4, columns=2, window_m=0.22, name="minaret", **stone)
            drawing.add("round_rail", (1.5, 0.5, 1.5), (x * width * 0.45, 0.98 + height * 0.5, z * depth * 0.45), name="balcony", **stone)
            drawing.add("hoop", (1.5, 0.14, 1.5), (x * width * 0.45, 0.86 + height * 0.5, z * depth * 0.45), inner=0.4, name="gallery", **stone)
            drawing.add("spire", (1.1, 1.8, 1.1), (x * width * 0.45, 0.96 + height * 0.72, z * depth * 0.45), sides=20, is_onion=True, name="cap", **gold)


@archetype(
    "pyramid", "building", "landmark",
    "pyramid, egyptian pyramid, great pyramid, pyramide, pirámide, mayan pyramid, aztec pyramid, mayan temple, ziggurat, step pyramid, louvre pyramid, glass pyramid",
    hints="pharaoh, egypt, desert, tomb, mummy, maya",
    about="A pyramid is a huge monument with a square base and sloping sides that meet in a point, like the tombs of Egypt.",
    parts="stone, block, cap, entrance, stair, temple, glass", features="stair, temple, entrance, cap, step",
)  # fmt: skip
def pyramid(drawing: Drawing, brief: Brief) -> None:
    """Draw a pyramid: courses of stone blocks with a golden cap, a stepped one with stairs and a temple, or one of glass."""
    width, height, depth = brief.box(20.0, 12.6, 20.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.3, depth * 1.3, material="sand" if "glass" not in brief.words else "granite")
    stone = brief.of("stone pyramid body block", {"futuristic": "acrylic_white", "steampunk": "bronze_aged", "industrial": "concrete"}.get(brief.style_name, "sandstone"), is_main=True)
    if brief.words & {"mayan", "aztec", "ziggurat", "step", "stepped"}:
        tiers = brief.count("tier", 6, least=3, most=12)
        drawing.add("stepped_stack", (width, height * 0.78, depth), (0, ground, 0), count=tiers, top=0.34, name="tiers", **stone)
        for turn in (0, 90, 180, 270):
            out = {0: (0, 1), 90: (1, 0), 180: (0, -1), 270: (-1, 0)}[turn]
            run = width * 0.36
            at = (out[0] * (width * 0.5 - run / 2 + 0.6), ground, out[1] * (width * 0.5 - run / 2 + 0.6))
            drawing.add("steps", (width * 0.17, height * 0.78, run), at, turn=(0, turn, 0), count=24, name="stair", **stone)
        top = ground + height * 0.78 - 0.02
        drawing.add("arcade", (width * 0.22, height * 0.17, 0.6), (0, top, width * 0.1), count=3, form="arched", name="temple_front", **stone)
        drawing.add("box", (width * 0.22, height * 0.17, width * 0.18), (0, top, 0), radius_m=0.0, name="temple", **stone)
        drawing.add("box", (width * 0.25, height * 0.05, width * 0.25), (0, top + height * 0.168, 0.1), radius_m=0.02, name="temple_roof", **stone)
        return
    if "louvre" in brief.words or stone["material"].startswith("glass"):
        drawing.add("glass_pyramid", (width, height, depth), (0, ground, 0), glass_material="glass_tinted", **brief.of("frame", "aluminium"))
        return
    drawing.add("stepped_stack", (width, height * 0.9, depth), (0, ground, 0), count=36, top=0.1, name="courses", **stone)
    drawing.add("spire", (width * 0.11, height * 0.12, depth * 0.11), (0, ground + height * 0.89, 0), sides=4, finial="none", name="cap", **brief.of("cap top", "gold" if brief.style_name != "rustic" else stone["material"]))
    drawing.add("gate", (1.6, 2.2, 0.8), (0, ground, depth / 2 + 0.1), form="plain", surround_material=stone["material"], name="entrance", material="paint_black")
    drawing.add("box", (3.4, 2.9, 1.4), (0, ground, depth / 2 - 0.65), radius_m=0.02, name="entrance_block", **stone)
