"""Buildings that one travels to see: lighthouse, temple, pyramid; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, shell, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "lighthouse", "building", "landmark",
    "lighthouse, light house, leuchtturm, phare, faro, beacon tower, harbour light, pharos, coastal lighthouse",
    hints="ship, coast, sea, beacon, guide, rocks, harbour",
    about="A lighthouse is a tall round tower on the coast whose lamp shows ships the way at night.",
    parts="tower, stripe, band, lantern, light, gallery, railing, dome, door, window, rock, house",
    features="stripe, striped=stripe, house, rock, keeper house=house",
)  # fmt: skip
def lighthouse(drawing: Drawing, brief: Brief) -> None:
    """Draw a lighthouse: a tapered tower in bands, a gallery, a lantern under a dome, rocks, a keeper's house."""
    width, height, depth = brief.box(5.6, 17.0, 5.6, keeps_shape=True)
    ground = _rocks(drawing, brief, width)
    white = brief.of(
        "tower wall lighthouse body", {"steampunk": "brick_dark", "industrial": "brick_red", "rustic": "cobblestone",
        "futuristic": "acrylic_white", "minimalist": "concrete", "gothic": "limestone"}.get(brief.style_name,
        "paint_white"), is_main=True,
    )  # fmt: skip
    band = brief.of(
        "stripe band", {"steampunk": "copper", "art deco": "trim", "futuristic": "neon",
        "minimalist": "concrete"}.get(brief.style_name, "paint_red"), is_accent=True,
    )  # fmt: skip
    tall = height * 0.74
    taper = 0.42
    drawing.add(
        "round_wall", (width, tall, depth), (0, ground, 0), taper=taper, rows=3, columns=2, window_m=0.42,
        form="arched", name="tower", **white,
    )  # fmt: skip
    if brief.has("stripe", default=brief.style_name not in ("rustic", "gothic", "minimalist")):
        for number in range(3):
            low, high = 0.16 + 0.3 * number, 0.16 + 0.3 * number + 0.14
            wide = width * (1 - taper * low) + 0.07
            drawing.add(
                "cone", (wide, tall * (high - low), wide), (0, ground + tall * low, 0),
                top=(width * (1 - taper * high) + 0.07) / wide, name="stripe", **band,
            )  # fmt: skip
    drawing.add(
        "gate", (1.3, 2.3, 0.5), (0, ground, depth / 2 - 0.22), name="door", surround_material="limestone",
        **brief.of("door", "paint_blue" if band["material"] == "paint_red" else "oak")
    )  # fmt: skip
    _lantern(drawing, brief, width * (1 - taper), ground + tall, height - tall, band)
    if brief.has("house", default=True):
        _keepers_house(drawing, brief, width, ground, white)


def _rocks(drawing: Drawing, brief: Brief, width: float) -> float:
    """Draw the island: sea, rocks."""
    drawing.add("disc", (width * 2.9, 0.1, width * 2.7), (0, 0, 0), name="sea", **brief.of("sea water", "water"))
    stone = brief.of("rock", "basalt")
    drawing.add(
        "stepped_rock", (width * 2.3, 0.9, width * 2.1), (0, 0, 0), seed=int(brief.random.integers(1000)),
        name="rock", **stone,
    )  # fmt: skip
    return 0.88


def _lantern(drawing: Drawing, brief: Brief, wide: float, y: float, high: float, band: Finish) -> None:
    metal = brief.of("gallery railing", "iron_black" if brief.style_name != "art deco" else "trim")
    drawing.add("cone", (wide * 1.5, 0.5, wide * 1.5), (0, y - 0.48, 0), top=0.995, name="corbel", **metal)
    drawing.add("disc", (wide * 1.56, 0.16, wide * 1.56), (0, y - 0.02, 0), name="gallery", **metal)
    drawing.add("round_rail", (wide * 1.5, 0.9, wide * 1.5), (0, y + 0.12, 0), name="railing", **metal)
    room = high * 0.5
    drawing.add(
        "lantern_room", (wide * 0.92, room, wide * 0.92), (0, y + 0.12, 0), name="lantern",
        light_material=brief.of("light lamp", "emissive_warm")["material"], **metal,
    )  # fmt: skip
    drawing.add(
        "spire", (wide * 1.1, high - room - 0.1, wide * 1.1), (0, y + 0.1 + room, 0), sides=16, is_onion=True,
        finial="rod", name="dome", **brief.of("dome roof", band["material"]),
    )  # fmt: skip


def _keepers_house(drawing: Drawing, brief: Brief, width: float, ground: float, wall: Finish) -> None:
    mass = Mass(width * 0.66, ground - 0.1, -width * 0.3, width * 0.62, 2.5, width * 0.5)
    shell(
        drawing, brief, mass, wall, replace(windows_of(brief), has_shutters=False, wide_m=0.8, every_m=1.7),
        Walls(bays={"left": 0}),
    )  # fmt: skip
    roofing.pitched(
        drawing, mass, Pitch("gable", "tiles", 0.8, 0.2, 0.2), brief.of("roof", brief.style.roof or "roof_tile"), wall,
    )  # fmt: skip


@archetype(
    "temple", "building", "landmark",
    "temple, greek temple, parthenon, roman temple, mausoleum, acropolis, tempel, templo, pantheon, ancient "
    "temple, pagoda, japanese temple, shrine, buddhist temple, monument building, mosque, taj mahal",
    hints="gods, columns, ancient, sacred, ritual, zeus, monk",
    about=("A temple is a sacred building: of marble with rows of columns in Greece, or a pagoda of "
    "many roofs in Asia."), parts="column, roof, pediment, step, stylobate, wall, door, gold",
    features="column, pediment, step, tier, dome",
)  # fmt: skip
def temple(drawing: Drawing, brief: Brief) -> None:
    """Draw a temple: columns all round a cella on steps, a pediment; or a pagoda of tiers; or a domed mosque."""
    if brief.words & {"pagoda", "japanese", "buddhist", "shrine"} or brief.style_name == "japanese":
        _pagoda(drawing, brief)
    elif brief.words & {"mosque", "taj"}:
        _domed(drawing, brief)
    else:
        _greek(drawing, brief)


def _greek(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(13.0, 9.5, 19.0, keeps_shape=True)
    stone = brief.of(
        "column wall temple body", {"steampunk": "bronze_aged", "industrial": "concrete", "modern": "concrete",
        "futuristic": "acrylic_white", "rustic": "sandstone", "art deco": "limestone"}.get(brief.style_name,
        brief.choose("marble_white", "limestone")), is_main=True,
    )  # fmt: skip
    base = 1.2
    drawing.add(
        "stepped_stack", (width + 1.6, base, depth + 1.6), (0, 0, 0), count=3, top=0.93, name="stylobate",
        **brief.of("step stylobate", stone["material"]) | {"color": stone["color"]},
    )  # fmt: skip
    front = brief.count("column", 6, least=2, most=10)
    along = max(4, round((front * 2 + 1) * 0.75))
    thick = min(width / front * 0.5, 1.2)
    high = height - base - 3.0
    is_plain = brief.style_name in ("modern", "minimalist", "futuristic", "industrial")
    places = [
        ((width - thick) * (i / (front - 1) - 0.5), side * (depth - thick) / 2) for i in range(front)
        for side in (-1, 1)
    ]  # fmt: skip
    places += [
        (side * (width - thick) / 2, (depth - thick) * (j / (along - 1) - 0.5)) for j in range(1, along - 1)
        for side in (-1, 1)
    ]  # fmt: skip
    for x, z in places:
        drawing.add(
            "classical_column", (thick, high, thick), (x, base - 0.01, z), is_plain=is_plain, order="ionic"
            if "ionic" in brief.words else "doric", name="column", **stone,
        )  # fmt: skip
    drawing.add("box", (width * 0.6, high, depth * 0.66), (0, base - 0.01, 0), radius_m=0.01, name="cella", **stone)
    drawing.add(
        "gate", (2.4, high * 0.7, 0.4), (0, base - 0.01, depth * 0.33), form="plain",
        surround_material=stone["material"], name="door", **brief.of("door", "bronze_aged"),
    )  # fmt: skip
    y = base + high - 0.03
    beam = drawing.add("box", (width + 0.1, 0.62, depth + 0.1), (0, y, 0), radius_m=0.01, name="architrave", **stone)
    drawing.add("triglyphs", (width + 0.24, 0.6, depth + 0.24), (0, y + 0.6, 0), name="frieze", **stone)
    drawing.add("box", (width + 0.7, 0.22, depth + 0.7), (0, y + 1.18, 0), radius_m=0.02, name="cornice", **stone)
    drawing.add(
        "roof", (depth + 0.5, height - y - 1.38, width + 0.6), (0, y + 1.38, 0), turn=(0, 90, 0), form="gable",
        covering="plain" if is_plain else "tiles", eave_m=0.1, verge_m=0.35, gables_material=stone["material"],
        gables_color=stone["color"], name="roof", **brief.of("roof", brief.style.roof or "terracotta"),
    )  # fmt: skip
    dress(drawing, brief, beam, "front")


def _pagoda(drawing: Drawing, brief: Brief) -> None:
    tiers = brief.count("tier", brief.counts.get("storey", 5 if "pagoda" in brief.words else 2), least=1, most=9)
    width, height, depth = brief.box(
        7.5 if tiers > 2 else 10.0, 2.9 * tiers + 3.0, 7.5 if tiers > 2 else 8.5, keeps_shape=True,
    )  # fmt: skip
    ground = grounds.lot(drawing, brief, width * 1.9, depth * 1.9, z=depth * 0.06)
    wood = brief.of("wall column body temple", "lacquer_red", is_main=True)
    tiles = brief.of("roof", "slate")
    drawing.add(
        "box", (width * 1.12, 0.8, depth * 1.12), (0, ground, 0), radius_m=0.03, name="base",
        **brief.of("base step", "granite"),
    )  # fmt: skip
    drawing.add("steps", (2.4, 0.8, 1.2), (0, ground, depth * 0.56 + 0.58), count=5, material="granite")
    y, each = ground + 0.78, (height - 3.0 - 0.8) / tiers
    for tier in range(tiers):
        share = 0.78 * (1 - 0.1 * tier)
        mass = Mass(0.0, y, 0.0, width * share, each * 0.62, depth * share)
        look = replace(
            windows_of(brief), form="plain", panes=(5, 4), share=0.5, foot=0.26, wide_m=1.3, every_m=2.2,
            has_shutters=False, lintels="flat",
        )  # fmt: skip
        door = Walls(doors={"front": [(0.0, 1.6, mass.tall * 0.8)]}) if tier == 0 else Walls()
        shell(drawing, brief, mass, wood, look, door)
        if tier == 0:
            drawing.add(
                "cross_door", (1.62, mass.tall * 0.8 + 0.02, 0.2), (0, y, mass.front - 0.1), name="door",
                cross_material="gold", **wood,
            )  # fmt: skip
        else:
            drawing.add(
                "rail_frame", (width * share + 0.16, 0.5, depth * share + 0.16), (0, y, 0), board_m=0.1,
                name="balustrade", **wood,
            )  # fmt: skip
        last = tier == tiers - 1
        roof_high = each * (0.55 if not last else 0.9)
        drawing.add(
            "roof", (width * (share + 0.4), roof_high, depth * (share + 0.4)), (0, mass.top - 0.03, 0), form="pagoda",
            covering="tiles", name="roof", **tiles,
        )  # fmt: skip
        y = mass.top + each * 0.36
    drawing.add(
        "spire", (0.7, 2.6, 0.7), (0, mass.top + roof_high * 0.86, 0), sides=12, name="finial",
        **brief.of("finial gold", "gold"),
    )  # fmt: skip
    grounds.planting(drawing, brief, [(-width * 0.8, depth * 0.8), (width * 0.8, depth * 0.7)], trees=1)


def _domed(drawing: Drawing, brief: Brief) -> None:
    """Draw a domed building with four minarets."""
    width, height, depth = brief.box(16.0, 15.0, 16.0, keeps_shape=True)
    stone = brief.of("wall body temple", "marble_white", is_main=True)
    gold = brief.of("dome", "marble_white" if "taj" in brief.words else "gold")
    drawing.add("box", (width, 1.0, depth), (0, 0, 0), radius_m=0.02, name="terrace", **stone)
    mass = Mass(0.0, 0.99, 0.0, width * 0.6, height * 0.36, depth * 0.6)
    look = replace(
        windows_of(brief), form="lancet", panes=(2, 4), share=0.6, foot=0.16, wide_m=1.3, every_m=2.4,
        has_shutters=False, lintels="band",
    )  # fmt: skip
    shell(drawing, brief, mass, stone, look)
    drawing.add(
        "gate", (3.6, mass.tall * 1.12, 1.0), (0, 0.98, mass.front + 0.1), form="lancet",
        surround_material=stone["material"], name="portal", **brief.of("door", "oak_dark"),
    )  # fmt: skip
    roofing.flat(drawing, brief, mass, stone, high=0.7)
    wide = width * 0.36
    drawing.add("rod", (wide, 1.6, wide), (0, mass.top, 0), name="drum", **stone)
    drawing.add(
        "spire", (wide * 1.12, height * 0.42, wide * 1.12), (0, mass.top + 1.55, 0), sides=40, is_onion=True,
        name="dome", **gold,
    )  # fmt: skip
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add(
                "round_wall", (1.3, height * 0.72, 1.3), (x * width * 0.45, 0.98, z * depth * 0.45), taper=0.3,
                rows=4, columns=2, window_m=0.22, name="minaret", **stone,
            )  # fmt: skip
            drawing.add(
                "round_rail", (1.5, 0.5, 1.5), (x * width * 0.45, 0.98 + height * 0.5, z * depth * 0.45),
                name="balcony", **stone,
            )  # fmt: skip
            drawing.add(
                "hoop", (1.5, 0.14, 1.5), (x * width * 0.45, 0.86 + height * 0.5, z * depth * 0.45), inner=0.4,
                name="gallery", **stone,
            )  # fmt: skip
            drawing.add(
                "spire", (1.1, 1.8, 1.1), (x * width * 0.45, 0.96 + height * 0.72, z * depth * 0.45), sides=20,
                is_onion=True, name="cap", **gold,
            )  # fmt: skip


@archetype(
    "pyramid", "building", "landmark",
    "pyramid, egyptian pyramid, great pyramid, pyramide, pirámide, mayan pyramid, aztec pyramid, mayan temple, "
    "ziggurat, step pyramid, louvre pyramid, glass pyramid", hints="pharaoh, egypt, desert, tomb, mummy, maya",
    about=("A pyramid is a huge monument with a square base and sloping sides that meet in a point, "
    "like the tombs of Egypt."), parts="stone, block, cap, entrance, stair, temple, glass",
    features="stair, temple, entrance, cap, step",
)  # fmt: skip
def pyramid(drawing: Drawing, brief: Brief) -> None:
    """Draw a pyramid: courses of stone with a golden cap, a stepped one with stairs and a temple, or one of glass."""
    width, height, depth = brief.box(20.0, 12.6, 20.0, keeps_shape=True)
    ground = grounds.lot(
        drawing, brief, width * 1.3, depth * 1.3, material="sand" if "glass" not in brief.words else "granite",
    )  # fmt: skip
    stone = brief.of(
        "stone pyramid body block", {"futuristic": "acrylic_white", "steampunk": "bronze_aged",
        "industrial": "concrete"}.get(brief.style_name, "sandstone"), is_main=True,
    )  # fmt: skip
    if brief.words & {"mayan", "aztec", "ziggurat", "step", "stepped"}:
        tiers = brief.count("tier", 6, least=3, most=12)
        drawing.add(
            "stepped_stack", (width, height * 0.78, depth), (0, ground, 0), count=tiers, top=0.34, name="tiers",
            **stone,
        )  # fmt: skip
        for turn in (0, 90, 180, 270):
            out = {0: (0, 1), 90: (1, 0), 180: (0, -1), 270: (-1, 0)}[turn]
            run = width * 0.36
            at = (out[0] * (width * 0.5 - run / 2 + 0.6), ground, out[1] * (width * 0.5 - run / 2 + 0.6))
            drawing.add(
                "steps", (width * 0.17, height * 0.78, run), at, turn=(0, turn, 0), count=24, name="stair", **stone,
            )  # fmt: skip
        top = ground + height * 0.78 - 0.02
        drawing.add(
            "arcade", (width * 0.22, height * 0.17, 0.6), (0, top, width * 0.1), count=3, form="arched",
            name="temple_front", **stone,
        )  # fmt: skip
        drawing.add(
            "box", (width * 0.22, height * 0.17, width * 0.18), (0, top, 0), radius_m=0.0, name="temple", **stone,
        )  # fmt: skip
        drawing.add(
            "box", (width * 0.25, height * 0.05, width * 0.25), (0, top + height * 0.168, 0.1), radius_m=0.02,
            name="temple_roof", **stone,
        )  # fmt: skip
        return
    if "louvre" in brief.words or stone["material"].startswith("glass"):
        drawing.add(
            "glass_pyramid", (width, height, depth), (0, ground, 0), glass_material="glass_tinted",
            **brief.of("frame", "aluminium"),
        )  # fmt: skip
        return
    drawing.add(
        "stepped_stack", (width, height * 0.9, depth), (0, ground, 0), count=36, top=0.1, name="courses", **stone,
    )  # fmt: skip
    drawing.add(
        "spire", (width * 0.11, height * 0.12, depth * 0.11), (0, ground + height * 0.89, 0), sides=4, finial="none",
        name="cap", **brief.of("cap top", "gold" if brief.style_name != "rustic" else stone["material"])
    )  # fmt: skip
    drawing.add(
        "gate", (1.6, 2.2, 0.8), (0, ground, depth / 2 + 0.1), form="plain", surround_material=stone["material"],
        name="entrance", material="paint_black",
    )  # fmt: skip
    drawing.add("box", (3.4, 2.9, 1.4), (0, ground, depth / 2 - 0.65), radius_m=0.02, name="entrance_block", **stone)
