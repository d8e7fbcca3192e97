"""Land: rock, mountain, volcano, island, waterfall, iceberg, cave, crystals, planet; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import Bone, blend, chain, lump, settle, sized
from engine.archetypes.register import archetype

_STONE = {
    "steampunk": "bronze_aged", "futuristic": "acrylic_white", "cyberpunk": "gunmetal", "art deco": "marble_black",
    "industrial": "concrete", "minimalist": "limestone", "modern": "concrete_polished", "rustic": "cobblestone",
    "gothic": "basalt", "japanese": "basalt", "baroque": "marble_white", "scandinavian": "granite",
    "victorian": "sandstone", "mid century": "terrazzo", "bauhaus": "plaster", "contemporary": "slate",
}  # fmt: skip


def stone_of(brief: Brief, words: str, usual: str = "granite") -> Finish:
    """Return the rock of the style."""
    return brief.of(words, _STONE.get(brief.style_name, usual), is_main=True)


def _seed(brief: Brief) -> int:
    return int(brief.random.integers(1000))


@archetype(
    "rock", "object", "nature", "rock, boulder, stone, fels, roca, rocher, pebble, pile of rock, rock formation, "
    "meteorite, asteroid, pile of stone, cairn, stack of stone, zen stone",
    hints="geology, cliff face, quarry", about="A rock is a lump of stone; boulders lie in groups.",
    parts="rock, stone, moss, boulder, body, pebble",
)  # fmt: skip
def rock(drawing: Drawing, brief: Brief) -> None:
    """Draw boulders in a group, or a cairn of flat stones."""
    stone = stone_of(brief, "rock stone boulder body pebble")
    if brief.words & {"cairn", "stack", "zen"}:
        y = 0.0
        for number in range(brief.count("stone", 5, least=2, most=9)):
            wide, tall = 0.5 * 0.8**number, 0.13 * 0.9**number
            drawing.add("ball", (wide, tall, wide * 0.84), (0.012 * (-1) ** number, y, 0), name="stone", **stone)
            y += tall * 0.965
        first = drawing.objects[0].dimensions
        drawing.add("disc", (first.width * 0.6, 0.02, first.depth * 0.6), name="sole", edge=0.1, **stone)
        return sized(drawing, brief, (0.5, y, 0.42))
    places = [(0.0, 0.0, 1.0), (0.72, 0.3, 0.5), (-0.66, 0.34, 0.36), (0.2, 0.75, 0.22), (-0.5, -0.45, 0.44)]
    for x, z, share in places[: brief.count("rock", brief.counts.get("boulder", 3), least=1, most=5)]:
        drawing.add("boulder", (1.3 * share, 0.95 * share * brief.vary(0.8, 1.1), 1.1 * share), (x, 0, z),
                    turn=(0, brief.vary(0, 360), 0), seed=_seed(brief), name="rock", **stone)  # fmt: skip
    if brief.has("moss", default=brief.style_name == "rustic"):
        drawing.add("hill", (0.7, 0.12, 0.5), (0.1, 0.0, 0.62), seed=3, name="moss", **brief.of("moss", "moss"))
    return sized(drawing, brief, (2.0, 0.95, 1.6))


@archetype(
    "mountain", "object", "nature", "mountain, berg, montaña, montagne, mountain range, hill, peak, alps, mount "
    "everest, "
    "matterhorn, mount fuji, mountain landscape, gebirge", hints="climb, summit, snow top, hiking",
    about="A mountain is a high mass of rock with a snowy top and forests at its foot.",
    parts="rock, snow, tree, peak, body, ground, stone", features="snow, tree",
)  # fmt: skip
def mountain(drawing: Drawing, brief: Brief) -> None:
    """Draw a mountain with ridges, a cap of snow and trees at its foot."""
    stone = stone_of(brief, "rock stone mountain body", "slate")
    peaks = brief.count("peak", 4 if "range" in brief.words else brief.counts.get("mountain", 2), least=1, most=6)
    is_green = "hill" in brief.words
    cap = 0.0 if is_green or not brief.has("snow", default=True) else 0.62
    if is_green:
        stone = brief.of("rock stone mountain body", "grass", is_main=True)
    drawing.add(
        "mountain",
        (10.0, 5.6 if not is_green else 2.4, 9.0),
        (0, 0, 0),
        peaks=peaks,
        snow=cap,
        rough=0.15 if is_green else 0.5,
        snow_material="snow",
        seed=_seed(brief),
        name="mountain",
        **stone,
    )
    _trees(drawing, brief, 4.6, 9 if brief.has("tree", default=True) else 0)
    sized(drawing, brief, (10.0, 5.6, 9.0))


def _trees(drawing: Drawing, brief: Brief, radius: float, count: int, high: float = 0.9) -> None:
    for number in range(brief.count("tree", count, most=14) if count else 0):
        angle, share = 2 * pi * number / count + brief.vary(-0.3, 0.3), brief.vary(0.92, 1.04)
        x, z, tall = radius * share * cos(angle), radius * share * sin(angle), high * brief.vary(0.7, 1.2)
        drawing.add("tree", (tall * 0.5, tall, tall * 0.5), (x, 0, z), form="conifer", seed=number, tiers=5,
                    material="bark")  # fmt: skip


@archetype(
    "volcano", "object", "nature", "volcano, vulkan, volcán, volcan, crater, lava mountain",
    hints="eruption, lava, magma", about="A volcano is a mountain with a crater from which glowing lava flows.",
    parts="rock, lava, crater, smoke, body", features="smoke, lava",
)  # fmt: skip
def volcano(drawing: Drawing, brief: Brief) -> None:
    """Draw a volcano: a cone with a crater, glowing streams of lava, a plume of smoke."""
    stone = stone_of(brief, "rock body volcano crater", "basalt")
    lava = brief.of("lava magma", "ember")
    drawing.add("mountain", (10.0, 4.6, 10.0), crater=0.16, rough=0.22, seed=_seed(brief), name="cone", **stone)
    drawing.add("disc", (2.1, 1.1, 2.1), (0, 2.9, 0), name="lava", **lava)
    for number in range(brief.count("stream", 4, least=0, most=8)):
        angle = 2 * pi * number / 4 + 0.6
        path = [(r * cos(angle + 0.12 * sin(3 * r)), 4.6 * (1 - r / 5) ** 1.25 + 0.12,
        r * sin(angle + 0.12 * sin(3 * r)),
                 0.3) for r in (0.75, 1.3, 1.9, 2.6, 3.4)]  # fmt: skip
        blend(drawing, "lava", chain([(x, y * 1.02, z, t) for x, y, z, t in path]), lava, soft=0.1)
    if brief.has("smoke", default=True):
        puffs = [lump((0.34 * k + 0.3 * sin(k * 2.1), 4.1 + 0.42 * k, 0.34 * cos(k * 1.7)), 0.42 + 0.17 * k)
                 for k in range(8)]  # fmt: skip
        blend(drawing, "smoke", puffs, brief.of("smoke", "wool") | {"color": brief.part_colors.get("smoke", "#8d8a88")},
              soft=0.1)  # fmt: skip
    sized(drawing, brief, (10.0, 8.0, 10.0))


@archetype(
    "island", "object", "nature", "island, tropical island, desert island, insel, isla, île, floating island, palm "
    "beach, "
    "atoll, islet, treasure island", hints="castaway, paradise, beach, robinson",
    about="An island is a piece of land with a sandy beach and palm trees in the sea.",
    parts="sand, water, sea, palm, tree, rock, hut, body", features="hut, rock",
)  # fmt: skip
def island(drawing: Drawing, brief: Brief) -> None:
    """Draw an island of sand in a disc of sea with palms and rocks; a floating one hangs over its own rock."""
    floats = "floating" in brief.words
    base = 0.0
    if floats:
        drawing.add("cone", (5.6, 3.4, 5.0), (0, 0.0, 0), turn=(180, 0, 0), top=0.12, name="rock",
                    **stone_of(brief, "rock stone", "slate"))  # fmt: skip
        drawing.add("disc", (1.6, 0.2, 1.6), (0, 0, 0), name="foot", edge=0.2, **stone_of(brief, "rock stone", "slate"))
        base = 3.25
    else:
        drawing.add("disc", (9.0, 0.4, 9.0), (0, 0, 0), name="sea", edge=0.2, **brief.of("water sea ocean", "water"))
        base = 0.28
    ground = brief.of("sand ground beach body", "sand" if not floats else "grass", is_main=True)
    drawing.add("hill", (6.4, 0.95, 5.6), (0, base, 0), seed=_seed(brief), name="ground", **ground)
    spots = [(0.3, 0.1, 3.4), (-0.8, -0.5, 2.7), (1.3, -0.7, 2.3), (-1.4, 0.6, 2.0), (0.9, 1.2, 1.8), (-0.2, -1.2, 2.4)]
    number = brief.count("palm", brief.counts.get("tree", 3), most=6)
    for step, (x, z, tall) in enumerate(spots[:number]):
        drawing.add("tree", (tall * 0.75, tall, tall * 0.75), (x, base + 0.3, z),
        form="palm" if not floats else "round",
                    seed=step, turn=(0, 100.0 * step, 0), material="bark")  # fmt: skip
    for x, z, s in ((-1.9, -0.9, 0.9), (1.9, 0.7, 0.6)):
        drawing.add("boulder", (s, s * 0.7, s * 0.8), (x, base + 0.1, z), seed=_seed(brief), name="rock",
                    **brief.of("rock stone", "basalt"))  # fmt: skip
    if brief.has("hut"):
        drawing.add("box", (0.8, 0.6, 0.7), (-0.3, base + 0.6, 0.9), name="hut", **brief.of("hut", "bamboo"))
        drawing.add("thatch_cone", (1.3, 0.7, 1.2), (-0.3, base + 1.18, 0.9), name="roof", material="thatch")
    sized(drawing, brief, (9.0, 4.2, 9.0))


@archetype(
    "waterfall", "object", "nature", "waterfall, wasserfall, cascada, cascade, niagara fall, water fall, pond, lake, "
    "oasis",
    hints="falling water, river gorge", about="A waterfall is water that falls over a cliff into a pool.",
    parts="rock, water, tree, pool, cliff, body, plant",
)  # fmt: skip
def waterfall(drawing: Drawing, brief: Brief) -> None:
    """Draw a cliff over which water falls into a pool between boulders; a pond has no cliff."""
    stone = stone_of(brief, "rock stone cliff body")
    water = brief.of("water pool", "water")
    is_pond = bool(brief.words & {"pond", "lake", "oasis"})
    drawing.add(
        "hill", (7.0, 0.5, 6.4), (0, 0, 0.6), name="ground", seed=5, rough=0.1, **brief.of("ground grass", "grass")
    )
    drawing.add("disc", (4.2, 0.62, 3.4), (0, 0, 1.5), name="pool", edge=0.05, **water)
    if not is_pond:
        drawing.add("cliff", (5.6, 4.6, 2.2), (0, 0, -1.0), dip=0.12, seed=_seed(brief), name="cliff", **stone)
        sheet: list[Bone] = []
        for k in range(7):
            x = (k - 3) * 0.24
            sheet += chain([(x, 4.0, -0.6, 0.2), (x * 1.04, 3.85, 0.3, 0.2), (x * 1.1, 2.6, 0.62,
            0.17 + 0.03 * (k % 2)),
                            (x * 1.2, 0.55, 0.8, 0.24)])  # fmt: skip
        blend(drawing, "water", sheet, water, soft=0.14, fineness=1.3)
        foam = [lump((0.3 * (k - 3), 0.55, 0.95 + 0.1 * (k % 2)), 0.24) for k in range(7)]
        blend(drawing, "foam", foam, brief.of("foam", "snow"), soft=0.15)
    for k in range(9):
        angle = pi * (k / 8) * (1.0 if not is_pond else 2.0)
        x, z, s = 2.15 * cos(angle), 1.5 + 1.75 * sin(angle), brief.vary(0.5, 0.9)
        drawing.add("boulder", (s, s * 0.75 + 0.25, s), (x, 0.15, z), seed=_seed(brief), name="rock", **stone)
    for x, z in ((-2.7, 0.4), (2.8, 0.6)):
        drawing.add("tree", (1.5, 2.4, 1.5), (x, 0.05, z), form="conifer", seed=2, material="bark")
    sized(drawing, brief, (7.0, 4.6, 6.4))


@archetype(
    "iceberg", "object", "nature", "iceberg, eisberg, glacier, ice floe, ice block, block of ice, ice cube",
    hints="frozen, arctic, titanic sank", about="An iceberg is a mountain of ice that floats in a cold sea.",
    parts="ice, water, sea, body",
)  # fmt: skip
def iceberg(drawing: Drawing, brief: Brief) -> None:
    """Draw an iceberg of sharp facets in a disc of sea; an ice cube alone."""
    ice = brief.of("ice body iceberg", "ice", is_main=True)
    if brief.words & {"cube", "block"}:
        drawing.add("box", (0.03, 0.03, 0.03), radius_m=0.003, name="ice", **ice)
        return sized(drawing, brief, (0.03, 0.03, 0.03))
    drawing.add("disc", (9.0, 0.5, 9.0), name="sea", edge=0.2, **brief.of("water sea", "water"))
    for x, z, w, h, seed in ((-0.4, -0.3, 4.6, 4.2, 1), (1.7, 0.7, 2.8, 2.2, 2), (-2.1, 1.0, 2.2, 1.4, 3)):
        drawing.add("boulder", (w, h, w * 0.8), (x, 0.2, z), sharp=0.6, facets=34, seed=seed + _seed(brief), name="ice",
                    **ice)  # fmt: skip
    return sized(drawing, brief, (9.0, 4.4, 9.0))


@archetype(
    "crystal", "object", "nature", "crystal, crystal cluster, amethyst, quartz, kristall, cristal, geode, gemstone "
    "cluster, "
    "mineral, crystals, kryptonite", hints="mineral specimen, facets",
    about="A cluster of pointed crystals that grow from a rock.", parts="crystal, rock, base, body",
)  # fmt: skip
def crystal(drawing: Drawing, brief: Brief) -> None:
    """Draw a cluster of crystals on a rock."""
    gem = brief.of("crystal body gem", "crystal", is_main=True)
    if not gem["color"]:
        gem = brief.finish(gem["material"], brief.choose("#9a5fd0", "#6fc0d8", "#d070a0", "#70c890"))
    drawing.add("boulder", (0.3, 0.1, 0.27), name="rock", seed=_seed(brief), **brief.of("rock base", "granite"))
    drawing.add("crystals", (0.26, 0.24, 0.25), (0, 0.045, 0), count=brief.count("crystal", 10, least=1, most=24),
                seed=_seed(brief), name="crystal", **gem)  # fmt: skip
    sized(drawing, brief, (0.3, 0.285, 0.27))


_PLANETS = {"mars": "#b5522e", "jupiter": "#c9a27a", "saturn": "#d8bd84", "venus": "#d9b36a", "neptune": "#3f66c4",
            "uranus": "#8fd0d6", "mercury": "#8d8780", "moon": "#b9b7b2", "sun": "#f0b32c",
            "pluto": "#c8b39a"}  # fmt: skip


@archetype(
    "planet", "object", "nature", "planet, moon, sun, saturn, mars, jupiter, venus, neptune, uranus, mond, sonne, "
    "luna, "
    "full moon, planeta, planète, pluto, crescent moon, star, stern, estrella, étoile",
    hints="solar system, orbit, astronomy", about="A planet is a ball in space, like Saturn with its rings, on a "
    "stand.",
    parts="planet, ring, crater, base, stand, moon, body, ray",
)  # fmt: skip
def planet(drawing: Drawing, brief: Brief) -> None:
    """Draw a planet on a stand, with rings for Saturn and craters for a moon; a star has five points."""
    name = next(
        (name for name in _PLANETS if name in brief.words), "moon" if brief.words & {"mond", "luna"} else "saturn"
    )
    if brief.words & {"sonne"}:
        name = "sun"
    is_star = bool(brief.words & {"star", "stern", "estrella", "étoile"})
    body = brief.of("planet body moon sun star", "ceramic_white" if name != "sun" else "emissive_warm", is_main=True)
    if not body["color"] and body["material"] == "ceramic_white":
        body = brief.finish("ceramic_white", _PLANETS[name] if not is_star else "#e8b82e")
    base = brief.of("base stand", "wood")
    drawing.add("disc", (0.16, 0.02, 0.16), name="base", edge=0.2, **base)
    drawing.add("rod", (0.014, 0.12, 0.014), (0, 0.015, 0), name="stem", **brief.of("stem", "metal"))
    if is_star:
        points = [v for k in range(10) for v in (sin(pi * k / 5) * (1.0 if k % 2 == 0 else 0.45),
                  0.5 + 0.5 * cos(pi * k / 5) * (1.0 if k % 2 == 0 else 0.45))]  # fmt: skip
        drawing.add(
            "cut_shape", (0.26, 0.25, 0.05), (0, 0.055, 0), outline=list(points), bevel_m=0.012, name="star", **body
        )
        return sized(drawing, brief, (0.26, 0.36, 0.16))
    drawing.add("ball", (0.2, 0.2, 0.2), (0, 0.12, 0), name="planet", **body)
    if name == "saturn" or brief.has("ring"):
        drawing.add("hoop", (0.4, 0.006, 0.4), (0, 0.217, 0), turn=(14, 0, 12), inner=0.64, name="ring",
                    **brief.of("ring", "brass_brushed"))  # fmt: skip
        drawing.add("hoop", (0.26, 0.006, 0.26), (0, 0.217, 0), turn=(14, 0, 12), inner=0.72, name="ring",
                    **brief.of("ring", "brass_brushed"))  # fmt: skip
    if name == "moon":
        for x, y, z, s in (
            (0.3, 0.4, 0.86, 1.0),
            (-0.45, 0.1, 0.88, 0.8),
            (0.1, -0.4, 0.9, 0.9),
            (-0.25, 0.65, 0.7, 0.7),
            (0.7, -0.1, 0.7, 0.8),
        ):
            drawing.add("ball", (0.05 * s, 0.05 * s, 0.02), (0.095 * x, 0.22 + 0.095 * y - 0.025 * s, 0.095 * z),
                        name="crater", **brief.of("crater", "ceramic_white") | {"color": "#8d8b87"})  # fmt: skip
    return sized(drawing, brief, (0.26, 0.33, 0.26))


@archetype(
    "cloud", "object", "nature", "cloud, wolke, nube, nuage, rain cloud, storm cloud, thundercloud, rainbow",
    hints="sky, weather", about="A cloud is a white puff in the sky; a rainbow arches between clouds.",
    parts="cloud, rain, lightning, base, stem, body, rainbow", features="rain, lightning, rainbow",
)  # fmt: skip
def cloud(drawing: Drawing, brief: Brief) -> None:
    """Draw a cloud of puffs that rests on its flat underside; drops or a bolt hang under it; a rainbow spans it."""
    puff = brief.of("cloud body", "wool", is_main=True)
    if not puff["color"]:
        puff = brief.finish(puff["material"], "#6d7480" if brief.words & {"storm", "thundercloud"} else "#f3f5f8")
    is_bow = "rainbow" in brief.words
    spots = [(0, 0.2, 0, 0.24), (0.27, 0.14, 0.02, 0.17), (-0.27, 0.15, 0.02, 0.18), (0.1, 0.33, -0.02, 0.19),
             (-0.13, 0.3, 0.03, 0.18), (0.42, 0.1, 0, 0.11), (-0.43, 0.1, 0, 0.12),
             (0.05, 0.14, 0.14, 0.16)]  # fmt: skip
    for side in (-1, 1) if is_bow else (0,):
        share = 0.6 if is_bow else 1.0
        bones = [lump((x * share + side * 0.75, y * share, z * share), r * share) for x, y, z, r in spots]
        blend(drawing, "cloud", bones, puff, soft=0.05, sole=0.1)
    if is_bow:
        for k, tint in enumerate(("#d8322c", "#e8842a", "#f0c92e", "#4fa84a", "#3a78c8", "#7a4fb0")):
            reach = 0.86 - 0.045 * k
            path = [
                v for step in range(13) for v in (reach * cos(pi * step / 12), reach * sin(pi * step / 12) + 0.1, 0.0)
            ]
            _bow(drawing, brief, path, tint)
    settle(drawing)
    sized(drawing, brief, (1.1, 0.52, 0.6) if not is_bow else (2.1, 0.98, 0.4))


def _bow(drawing: Drawing, brief: Brief, path: list[float], tint: str) -> None:
    points = [(path[k], path[k + 1], path[k + 2], 0.025) for k in range(0, len(path), 3)]
    blend(drawing, "rainbow", chain(points), brief.finish("paint_white", tint), soft=0.01, fineness=2.0)
