"""Small buildings of gardens and greens: well, gazebo, tent."""

from engine.archetypes.brief import Brief
from engine.archetypes.buildings import grounds
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "well", "building", "landmark",
    "well, wishing well, water well, stone well, draw well, brunnen mit dach, puits, pozo, ziehbrunnen, garden "
    "well, village well", hints="water, bucket, draw, rope, wish, coin",
    about=("A well is a round stone wall over a deep hole with water, with a little roof, a crank "
    "and a bucket on a rope."), parts="stone, wall, roof, post, bucket, rope, crank, rim",
    features="roof, bucket, crank",
)  # fmt: skip
def well(drawing: Drawing, brief: Brief) -> None:
    """Draw a well: a ring of stones with water, posts with a shingled roof, a winch with rope and bucket."""
    width, height, depth = brief.box(1.7, 2.8, 1.5, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.9, depth * 2.0, thick=0.05)
    stone = brief.of(
        "stone wall well body rim", {"modern": "concrete", "minimalist": "concrete", "steampunk": "brick_dark",
        "art deco": "marble_white", "industrial": "brick_red", "futuristic": "acrylic_white"}.get(brief.style_name,
        "cobblestone"), is_main=True,
    )  # fmt: skip
    wood = brief.of(
        "post frame roof_frame", {"modern": "iron_black", "futuristic": "chrome", "industrial": "iron_black",
        "steampunk": "brass_aged"}.get(brief.style_name, "oak"),
    )  # fmt: skip
    ring = 1.3
    drawing.add("stone_ring", (ring, 0.85, ring), (0, ground, 0), name="wall", **stone)
    drawing.add(
        "hoop", (ring * 1.08, 0.12, ring * 1.08), (0, ground + 0.83, 0), inner=0.68, name="rim",
        **brief.of("rim", "limestone"),
    )  # fmt: skip
    drawing.add("disc", (ring * 0.78, 0.5, ring * 0.78), (0, ground, 0), name="water", material="water")
    top = height - 0.75
    for side in (-1, 1):
        drawing.add("box", (0.13, top, 0.13), (side * ring * 0.56, ground, 0), radius_m=0.01, name="post", **wood)
    if brief.has("roof", default=True):
        tiles = brief.of("roof", brief.style.roof or brief.choose("slate", "roof_tile", "cedar"))
        drawing.add(
            "roof", (width, 0.78, depth), (0, ground + top - 0.12, 0), name="roof", covering="tiles", eave_m=0.3,
            verge_m=0.14, gables_material=wood["material"], **tiles,
        )  # fmt: skip
    drawing.add(
        "rod", (0.12, ring * 1.36, 0.12), (0.06, ground + 1.3 - ring * 0.68 + 0.06, 0), turn=(0, 0, 90), name="winch",
        **wood,
    )  # fmt: skip
    drawing.add(
        "box", (0.05, 0.34, 0.05), (ring * 0.72, ground + 1.08, 0), name="crank", radius_m=0.01, material="iron_black",
    )  # fmt: skip
    drawing.add(
        "rod", (0.04, 0.2, 0.04), (ring * 0.72 + 0.1, ground + 1.0, 0), turn=(0, 0, 90), name="crank_grip", **wood,
    )  # fmt: skip
    drawing.add(
        "hoop", (0.17, 0.3, 0.17), (0, ground + 1.21, 0), turn=(0, 0, 90), inner=0.6, name="rope_coil",
        material="rope",
    )  # fmt: skip
    drawing.add("rod", (0.025, 0.4, 0.025), (0.0, ground + 0.93, 0.065), name="rope", material="rope")
    drawing.add(
        "turning", (0.28, 0.27, 0.28), (0, ground + 0.69, 0.065), profile=[0.76, 0.0, 1.0, 1.0], is_flowing=False,
        name="bucket", **brief.of("bucket", "oak_dark"),
    )  # fmt: skip
    drawing.add(
        "box", (0.27, 0.03, 0.03), (0, ground + 0.93, 0.065), radius_m=0.005, name="bail", material="iron_black",
    )  # fmt: skip


@archetype(
    "gazebo", "building", "landmark",
    "gazebo, pavilion, summerhouse, summer house, bandstand, pergola, kiosque, gartenpavillon, pavillon, glorieta, "
    "arbour, arbor pavilion, belvedere",
    hints="garden, shade, park, wedding, music, open sides",
    about=("A gazebo is a small open pavilion in a garden or park with a roof on posts, where "
    "people sit in the shade."), parts="post, column, roof, railing, floor, bench, step, finial",
    features="railing, bench, step, roof",
)  # fmt: skip
def gazebo(drawing: Drawing, brief: Brief) -> None:
    """Draw a gazebo: a deck of eight sides, posts, railings and a pointed roof; a pergola has beams instead."""
    width, height, depth = brief.box(4.0, 4.4, 4.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.7, depth * 1.8, z=depth * 0.1)
    wood = brief.of(
        "post column gazebo body frame", {"rustic": "cedar", "industrial": "iron_black",
        "steampunk": "copper_verdigris", "modern": "iron_black", "futuristic": "chrome", "art deco": "marble_white",
        "japanese": "lacquer_red", "minimalist": "oak"}.get(brief.style_name, "paint_white"), is_main=True,
    )  # fmt: skip
    floor = brief.of("floor deck", "wood" if brief.style_name != "art deco" else "marble_black")
    sides = 4 if brief.words & {
        "pergola", "pavilion"
    } or brief.style_name in ("modern", "minimalist", "japanese") else 8  # fmt: skip
    top = height * 0.6
    drawing.add("octagon_deck", (width, 0.36, depth), (0, ground, 0), sides=sides, **floor)
    if "pergola" in brief.words:
        drawing.add("pergola_top", (width, 0.5, depth), (0, ground + top + 0.3, 0), **wood)
    else:
        form = brief.style_name in ("japanese", "baroque")
        drawing.add(
            "spire", (width * 1.14, height - top - 0.36, depth * 1.14), (0, ground + top + 0.34, 0), sides=sides,
            is_onion=form, name="roof",
            **brief.of("roof", brief.style.roof or brief.choose("slate", "copper_verdigris", "cedar")),
        )  # fmt: skip
    drawing.add(
        "gazebo_frame", (width * 0.94, top + 0.06, depth * 0.94), (0, ground + 0.34, 0), sides=sides,
        has_rail=brief.has("railing", default=sides == 8), **wood,
    )  # fmt: skip
    drawing.add("steps", (1.4, 0.36, 0.7), (0, ground, depth * (0.5 if sides == 4 else 0.462) + 0.34), count=2, **floor)
    if brief.has("bench", default=sides == 8):
        drawing.add(
            "box", (width * 0.34, 0.42, 0.4), (0, ground + 0.34, -depth * 0.34), radius_m=0.02, name="bench",
            **brief.of("bench", "wood"),
        )  # fmt: skip


@archetype(
    "tent", "building", "landmark",
    "tent, camping tent, teepee, tipi, yurt, wigwam, dome tent, circus tent, big top, marquee, party tent, zelt, "
    "tente, tienda de campaña, carpa, glamping tent, bell tent, indian tent",
    hints="camp, outdoor, canvas, hike, sleep, pegs, circus",
    about="A tent is a shelter of cloth held up by poles and ropes in which people sleep when camping.",
    parts="cloth, canvas, pole, rope, peg, door, flap, roof, wall", features="flap, flag, campfire=fire, fire",
)  # fmt: skip
def tent(drawing: Drawing, brief: Brief) -> None:
    """Draw a tent: ridge tent with ropes and pegs, dome tent, teepee, yurt or circus tent."""
    kind = next(
        (form for words, form in (({"teepee", "tipi", "wigwam", "bell"}, "teepee"), ({"yurt"}, "yurt"), ({"circus",
        "marquee", "party"}, "circus"), ({"dome"}, "dome")) if brief.words & words), "dome"
        if brief.style_name in ("modern", "futuristic") else "ridge"
    )  # fmt: skip
    natural = {
        "teepee": (3.6, 4.2, 3.6), "yurt": (5.0, 3.0, 5.0), "circus": (9.0, 6.6, 9.0), "dome": (2.8, 1.5, 2.8),
        "ridge": (2.4, 1.7, 3.0)
    }[kind]  # fmt: skip
    width, height, depth = brief.box(*natural, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.7, depth * 1.6, thick=0.05)
    tint = {
        "circus": "#b3262e", "dome": brief.choose("#d9822b", "#3b7a57", "#2f6690"),
        "ridge": brief.choose("#8a8f4e", "#c9b27c")
    }.get(kind, "")  # fmt: skip
    cloth = brief.of("cloth canvas tent wall body roof", "canvas", is_main=True)
    if not cloth["color"] and cloth["material"] == "canvas":
        cloth["color"] = tint
    pole = brief.of("pole", "wood" if kind in ("teepee", "yurt", "ridge") else "steel_brushed")
    second = brief.of("stripe flap", "canvas")
    drawing.add(
        f"{kind}_tent", (width, height, depth), (0, ground, 0), name="tent", poles_material=pole["material"],
        stripes_material=second["material"], stripes_color=second["color"] or "#f3efe2", **cloth,
    )  # fmt: skip
    if brief.has("fire", default=kind == "teepee"):
        _campfire(drawing, width * 0.5, ground, depth * 0.62)


def _campfire(drawing: Drawing, x: float, ground: float, z: float) -> None:
    drawing.add("stone_ring", (0.8, 0.16, 0.8), (x, ground - 0.005, z), name="fire_ring", material="basalt")
    for turn in (0, 60, 120):
        drawing.add("rod", (0.09, 0.56, 0.09), (x, ground - 0.21, z), turn=(90, turn, 0), name="log", material="bark")
    drawing.add(
        "turning", (0.34, 0.46, 0.34), (x, ground + 0.02, z),
        profile=[0.6, 0.0, 1.0, 0.2, 0.7, 0.5, 0.3, 0.8, 0.02, 1.0], name="fire", material="ember",
    )  # fmt: skip
