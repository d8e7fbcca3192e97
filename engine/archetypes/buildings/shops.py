"""Where one buys and sleeps in a row of houses: shop, gas station, townhouse; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import corners, plinth, storeys
from engine.archetypes.buildings.roofing import Pitch
from engine.archetypes.buildings.walls import Mass, Walls, shell, wall_of, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.parts.repeats import many

_SIGNS = {
    "bakery": "BAKERY", "bookshop": "BOOKS", "bookstore": "BOOKS", "pharmacy": "PHARMACY", "restaurant": "RESTAURANT",
    "cafe": "CAFE", "diner": "DINER", "pub": "PUB", "bar": "BAR", "flower": "FLOWERS", "florist": "FLOWERS",
    "butcher": "BUTCHER", "supermarket": "MARKET", "grocery": "GROCERY", "barber": "BARBER", "toy": "TOYS",
    "pizzeria": "PIZZA", "boutique": "BOUTIQUE", "cinema": "CINEMA", "theater": "THEATRE", "theatre": "THEATRE",
    "candy": "SWEETS", "saloon": "SALOON", "tavern": "TAVERN", "mall": "MALL",
}  # fmt: skip


def _tinted(finish: Finish, color: str) -> Finish:
    """Return the finish in a colour where the text says none."""
    return Finish(material=finish["material"], color=finish["color"] or color)


@archetype(
    "shop", "building", "commercial",
    "shop, store, bakery, bookshop, bookstore, boutique, pharmacy, restaurant building, coffee shop building, "
    "florist, "
    "flower shop, butcher shop, supermarket, grocery store, convenience store, barber shop, toy store, corner "
    "shop, corner store, retail store, "
    "storefront, shopfront, mall, shopping mall, market hall, laden, geschäft, boulangerie, magasin, "
    "tienda, panadería, bäckerei, cinema, " "movie theater, theatre building, candy store, western saloon",
    hints="sell, buy, customer, window display, goods, awning",
    about=("A shop is a building with large display windows, an awning and a sign, where things are "
    "sold to customers."), parts="wall, facade, window, door, awning, sign, letter, roof, lamp, storefront",
    features="awning, sign, flat roof, solar roof, lamp, bench, apartment",
)  # fmt: skip
def shop(drawing: Drawing, brief: Brief) -> None:
    """Draw a shop: display windows between pilasters, door, sign, striped awning, rooms above, a parapet or a gable."""
    levels = storeys(brief, 1 if brief.words & {"kiosk", "supermarket", "diner", "convenience"} else 2, most=5)
    is_wide = bool(brief.words & {"supermarket", "cinema", "theatre", "theater", "market"})
    wide, deep = (40.0, 18.0) if "mall" in brief.words else (18.0, 12.0) if is_wide else (9.0, 8.0)
    width, height, depth = brief.box(wide, 4.0 + 3.0 * (levels - 1) + 1.2, deep, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.25, depth * 1.5, z=depth * 0.14, material="concrete")
    wall = wall_of(brief, "shop store", "brick_red", "stucco", "brick_dark")
    low = min(4.0, height * 0.72)
    base = Mass(0.0, ground, 0.0, width, low, depth)
    look = replace(windows_of(brief), has_shutters=False)
    door = 0.0
    glazed = [(side * (0.8 + (width - 2.4) / 4), (width - 2.8) / 2, 2.7) for side in (-1, 1)]
    shell(
        drawing, brief, base, wall, look,
        Walls(doors={"front": [(door, 1.3, 2.5), *glazed]}, bays={"front": 0, "left": 2, "right": 2}),
    )  # fmt: skip
    _front(drawing, brief, base, glazed, door)
    top = base
    if levels > 1:
        top = Mass(0.0, base.top - 0.01, 0.0, width, height - low - 1.1, depth, levels - 1)
        shell(drawing, brief, top, wall, look)
    _shop_roof(drawing, brief, top, wall)
    grounds.planting(drawing, brief, [(-width * 0.56, depth * 0.74)], trees=1)
    if brief.has("bench"):
        drawing.add(
            "box", (1.6, 0.45, 0.45), (-width * 0.28, ground, base.front + 0.9), name="bench", radius_m=0.02,
            **brief.of("bench", "wood"),
        )  # fmt: skip


def _front(drawing: Drawing, brief: Brief, base: Mass, glazed: list[tuple[float, float, float]], door: float) -> None:
    """Draw display windows, door, pilasters, sign and awnings."""
    paint = _tinted(
        brief.of("storefront front", {"industrial": "iron_black", "rustic": "oak_dark", "modern": "aluminium",
        "minimalist": "paint_white", "art deco": "marble_black", "futuristic": "acrylic_white",
        "steampunk": "walnut"}.get(brief.style_name, "matte_paint")), "",
    )  # fmt: skip
    if paint["material"] == "matte_paint" and not paint["color"]:
        paint["color"] = brief.choose("#1f4a3d", "#27405e", "#7a2330", "#3b3b3b")
    for x, wide, high in glazed:
        drawing.add(
            "shop_window", (wide + 0.02, high + 0.02, 0.3), (x, base.y, base.front - 0.1),
            columns=many(wide / 1.7), name="display_window", **paint,
        )  # fmt: skip
    drawing.add(
        "door", (1.32, 2.52, 0.26), (door, base.y, base.front - 0.12), has_light=True,
        **brief.of("door", paint["material"]) | ({"color": paint["color"]} if "door" not in brief.part_colors else {})
    )  # fmt: skip
    for x in (-base.width / 2 + 0.25, base.width / 2 - 0.25):
        post = drawing.add("box", (0.5, 3.1, 0.24), (x, base.y, base.front), radius_m=0.01, name="pilaster", **paint)
        dress(drawing, brief, post, "front")
    drawing.add(
        "box", (base.width + 0.12, 0.14, 0.4), (0, base.y + 3.66, base.front + 0.02), radius_m=0.02,
        name="sign_cornice", **paint,
    )  # fmt: skip
    word = next((text for key, text in _SIGNS.items() if key in brief.words), "SHOP")
    lit = brief.of(
        "sign letter", {"cyberpunk": "neon", "futuristic": "emissive_cold", "art deco": "gold",
        "steampunk": "brass_polished"}.get(brief.style_name, "paint_white"),
    )  # fmt: skip
    drawing.add(
        "sign_board", (base.width * 0.96, 0.62, 0.16), (0, base.y + 3.06, base.front + 0.03), name="sign", text=word,
        letters_material=lit["material"], letters_color=lit["color"], **paint,
    )  # fmt: skip
    if brief.has("awning", default=brief.style_name not in ("minimalist", "futuristic", "cyberpunk", "industrial")):
        cloth = _tinted(brief.of("awning", "canvas"), brief.choose("#a9272f", "#1d5b46", "#24508a"))
        for x, wide, _ in glazed:
            drawing.add(
                "awning", (wide * 0.98, 0.75, 1.2), (x, base.y + 2.34, base.front + 0.62),
                stripes=2 * many(wide / 0.8, least=2) + 1, **cloth,
            )  # fmt: skip


def _shop_roof(drawing: Drawing, brief: Brief, top: Mass, wall: Finish) -> None:
    if brief.style_name in ("rustic", "scandinavian", "gothic", "victorian") and not brief.has("flat roof"):
        pitch = Pitch("gable", "tiles", 0.85, 0.4, 0.3)
        roofing.pitched(drawing, top, pitch, roofing.covering_of(brief), wall)
        if roofing.wants_solar(brief):
            roofing.solar(drawing, brief, top, pitch, 0.0, top.width * 0.7)
        return
    if top.y > 1.0:
        corners(drawing, brief, top)
    deck = roofing.flat(drawing, brief, top, wall, high=0.9)
    if brief.style_name == "art deco" or brief.words & {"cinema", "theatre", "theater", "saloon"}:
        drawing.add(
            "stepped_front", (top.width * 0.5, 1.9, 0.4), (0, top.top - 0.1, top.front - 0.12), name="crown",
            **brief.of("crown", "trim" if brief.style.ornament != "none" else wall["material"])
        )  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, replace(top, width=top.width * 0.85, depth=top.depth * 0.85), deck)
    else:
        if "mall" in brief.words:  # light for the hall between the shops
            drawing.add(
                "window_box", (top.width * 0.3, 3.2, top.depth * 0.55), (0, deck - 0.03, 0), name="skylight", windows=9,
                **brief.of("skylight frame", "aluminium"),
            )  # fmt: skip
        drawing.add(
            "rooftop_unit", (2.0, 1.1, 1.3), (top.width * 0.2, deck - 0.03, -top.depth * 0.2),
            material="steel_galvanised",
        )  # fmt: skip


@archetype(
    "gas station", "building", "commercial",
    "gas station, petrol station, filling station, service station, fuel station, charging station building, "
    "tankstelle, station service, " "gasolinera, truck stop, ev charging station, petrol pump station",
    hints="fuel, pump, petrol, gasoline, refuel, diesel",
    about="A gas station has a wide roof over fuel pumps where cars stop for petrol, and a small shop behind it.",
    parts="canopy, pump, shop, sign, column, roof, window, door", features="solar roof, sign, pump, shop"
)  # fmt: skip
def gas_station(drawing: Drawing, brief: Brief) -> None:
    """Draw a gas station: a canopy on columns over islands with pumps, a shop behind, a price sign."""
    width, height, depth = brief.box(18.0, 5.6, 16.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width, depth, material="asphalt")
    accent = brief.of(
        "accent stripe sign canopy", {"steampunk": "copper", "futuristic": "emissive_cold", "cyberpunk": "neon",
        "industrial": "steel_corten"}.get(brief.style_name, "paint_red"), is_main=True,
    )  # fmt: skip
    white = brief.of("column pillar", "paint_white" if brief.style.ornament in ("none", "inlay") else brief.style.metal)
    top = height - 0.8
    z = depth * 0.18
    plan = (width * 0.74, 0.8, depth * 0.44)
    _station_roof(drawing, brief, plan, ground + top, z, accent)
    for x in (-0.24, 0.24):
        for side in (-1, 1):
            drawing.add(
                "rod", (0.42, top + 0.02, 0.42), (x * width, ground, z + side * depth * 0.13), name="column", **white,
            )  # fmt: skip
        drawing.add(
            "box", (1.3, 0.2, depth * 0.36), (x * width, ground - 0.01, z), radius_m=0.08, name="island",
            material="concrete",
        )  # fmt: skip
    pumps = brief.count("pump", 4, least=1, most=8)
    for number in range(pumps):
        x, row = (-0.24 if number % 2 else 0.24) * width, number // 2
        rows = max(1, (pumps + 1) // 2)
        at = z + depth * 0.2 * ((row + 0.5) / rows - 0.5)
        drawing.add(
            "fuel_pump", (0.95, 1.9, 0.5), (x, ground + 0.185, at), turn=(0, 90, 0), head_material=accent["material"],
            head_color=accent["color"], name="pump", **brief.of("pump", "paint_white"),
        )  # fmt: skip
    _station_shop(drawing, brief, width, depth, ground, accent)


def _station_roof(
    drawing: Drawing, brief: Brief, plan: tuple[float, float, float], y: float, z: float, accent: Finish,
) -> None:  # fmt: skip
    """Draw the canopy: a slab with a coloured band, or a curved one."""
    width, high, depth = plan
    if brief.style_name in ("futuristic", "mid century"):
        form = "barrel" if brief.style_name == "futuristic" else "butterfly"
        drawing.add(
            "roof", (width, 1.4, depth), (0, y - 0.2, z), form=form, covering="plain", eave_m=0.0, verge_m=0.3,
            name="canopy", gables_material=accent["material"], **brief.of("roof", "paint_white"),
        )  # fmt: skip
        return
    drawing.add(
        "box", (width, high, depth), (0, y - 0.01, z), radius_m=0.04, name="canopy", **brief.of("roof", "paint_white"),
    )  # fmt: skip
    band = drawing.add(
        "box", (width + 0.1, high * 0.5, depth + 0.1), (0, y + high * 0.2, z), radius_m=0.02, name="canopy_band",
        **accent,
    )  # fmt: skip
    dress(drawing, brief, band, "front")
    for x in (-0.24, 0.0, 0.24):
        drawing.add(
            "box", (0.5, 0.06, depth * 0.7), (x * width, y - 0.05, z), radius_m=0.01, name="light",
            material="emissive_cold",
        )  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, Mass(0, y, z, width * 0.95, high, depth * 0.9), y + high - 0.02)


def _station_shop(drawing: Drawing, brief: Brief, width: float, depth: float, ground: float, accent: Finish) -> None:
    """Draw the shop behind, and the sign with prices beside the road."""
    wall = brief.of("wall facade shop", brief.style.facade or "paint_white")
    mass = Mass(0.0, ground, -depth * 0.32, width * 0.62, 3.3, depth * 0.26)
    glazed = [(side * width * 0.17, width * 0.22, 2.5) for side in (-1, 1)]
    look = replace(windows_of(brief), has_shutters=False)
    shell(
        drawing, brief, mass, wall, look,
        Walls(doors={"front": [(0.0, 1.5, 2.4), *glazed]}, bays={"front": 0, "left": 1, "right": 1, "back": 0}),
    )  # fmt: skip
    for x, wide, high in glazed:
        drawing.add(
            "shop_window", (wide + 0.02, high + 0.02, 0.3), (x, ground, mass.front - 0.1), columns=3,
            name="shop_window", material="aluminium",
        )  # fmt: skip
    drawing.add(
        "door", (1.52, 2.42, 0.25), (0, ground, mass.front - 0.12), has_light=True, **brief.of("door", "aluminium"),
    )  # fmt: skip
    roofing.flat(drawing, brief, mass, wall, high=0.5)
    drawing.add(
        "sign_board", (mass.width * 0.5, 0.6, 0.2), (0, mass.top - 0.42, mass.front + 0.05), name="shop_sign",
        text="SHOP", **accent,
    )  # fmt: skip
    x = width * 0.42
    drawing.add(
        "box", (0.3, 5.0, 0.3), (x, ground, depth * 0.4), radius_m=0.02, name="sign_post", material="steel_galvanised",
    )  # fmt: skip
    drawing.add("sign_board", (1.9, 1.2, 0.34), (x, ground + 4.6, depth * 0.4), name="sign", text="FUEL", **accent)
    drawing.add(
        "sign_board", (1.9, 1.3, 0.3), (x, ground + 3.25, depth * 0.4), name="price_sign", text="1.89",
        letters_material="emissive_warm", material="paint_black",
    )  # fmt: skip


@archetype(
    "townhouse", "building", "residential",
    "townhouse, town house, row house, terraced house, rowhouse, brownstone, brownstone house, canal house, half "
    "timbered house, reihenhaus, stadthaus, "
    "fachwerkhaus, maison de ville, casa adosada, dutch house, tudor house, georgian house, brick townhouse, "
    "amsterdam house", hints="row, terrace, street, narrow, stoop, gable",
    about=("A townhouse is a narrow house of several floors in a row along a street, with steps to "
    "its door and a gable."),
    parts="gable, wall, facade, window, door, stoop, step, railing, shutter, roof, cornice, timber",
    features=("stepped gable=stepped, bell gable=bell, bay window, shutter, balcony, garage, solar "
    "roof, dormer, half timbered=timber, mansard"),
)  # fmt: skip
def townhouse(drawing: Drawing, brief: Brief) -> None:
    """Draw one or more townhouses: narrow fronts with stepped, curved or plain gables, a stoop, tall windows."""
    count = 3 if brief.words & {"terrace", "terraced", "row", "rowhouse"} else 1
    levels = storeys(brief, 3, most=6)
    width, height, depth = brief.box(6.2 * count, 3.1 * levels + 3.2, 10.0, keeps_shape=True)
    ground = grounds.lot(drawing, brief, width * 1.1 + 2.6, depth * 1.55, z=depth * 0.16, material="cobblestone")
    each = width / count
    tints = ("brick_red", "brick_dark", "brick_yellow", "stucco", "sandstone")
    for number in range(count):
        wall = wall_of(brief, "house", tints[(number + int(brief.vary(0, 2))) % 5])
        x = each * (number - (count - 1) / 2)
        _one_townhouse(
            drawing, brief, Mass(x, ground + 0.8, 0.0, each - 0.02, height - 0.8 - 3.0, depth, levels), wall, ground,
        )  # fmt: skip
    grounds.planting(drawing, brief, [(-width * 0.5 - 0.5, depth * 0.82)], trees=1)


def _top_of(brief: Brief) -> str:
    """Return the gable of a townhouse: as the text asks, else as the style has it."""
    for word in ("stepped", "bell", "mansard"):
        if brief.has(word):
            return word
    styles = {
        "realistic": ("stepped", "bell", "gable"), "baroque": ("bell", ), "victorian": ("gable", ),
        "gothic": ("stepped", ), "rustic": ("gable", ), "steampunk": ("mansard", ), "scandinavian": ("gable", )
    }  # fmt: skip
    return brief.choose(*styles.get(brief.style_name, ("flat",)))


def _one_townhouse(drawing: Drawing, brief: Brief, mass: Mass, wall: Finish, ground: float) -> None:
    top = _top_of(brief)
    door = -mass.width * 0.27
    look = windows_of(brief)
    look = replace(
        look, every_m=2.0 if look.wide_m < 1.6 else 2.9, share=max(look.share, 0.56), wide_m=min(look.wide_m, 1.9),
    )  # fmt: skip
    bays = many((mass.width - 0.4) / look.every_m, least=2)
    peak = 2.9 if top in ("stepped", "bell", "gable") else 0.0
    plinth(drawing, brief, mass, 0.8)
    peaks = {"front": peak, "back": peak} if top in ("stepped", "bell") else {}
    shell(
        drawing, brief, mass, wall, look, Walls(doors={"front": [(door, 1.15, 2.5)]}, bays={"front": bays, "left": 0,
        "right": 0, "back": bays}, peaks_m=peaks, top=top),
    )  # fmt: skip
    grounds.entrance(drawing, brief, mass, door, ground, size=(1.17, 2.52))
    drawing.add(
        "box", (1.9, 0.16, 0.6), (mass.x + door, mass.y + 2.6, mass.front + 0.2), radius_m=0.02, name="door_hood",
        **brief.of("cornice", "limestone"),
    )  # fmt: skip
    if brief.has("timber", default=brief.style_name == "rustic"):
        drawing.add(
            "timber_frame", (mass.width, mass.tall, 0.14), (mass.x, mass.y, mass.front + 0.02), rows=mass.storeys,
            columns=4, **brief.of("timber", "oak_dark"),
        )  # fmt: skip
    if brief.has("balcony"):
        grounds.balcony(drawing, brief, mass, mass.x + mass.width * 0.2, mass.y + mass.tall / mass.storeys + 0.1, 2.4)
    _town_roof(drawing, brief, mass, wall, top, peak)


def _town_roof(drawing: Drawing, brief: Brief, mass: Mass, wall: Finish, top: str, peak: float) -> None:
    tiles = roofing.covering_of(brief)
    if top == "flat":
        deck = roofing.flat(drawing, brief, mass, wall, high=0.8)
        drawing.add(
            "cornice", (mass.width + 0.3, 0.45, 0.5), (mass.x, mass.top - 0.4, mass.front + 0.1), profile="ogee",
            **brief.of("cornice", "limestone"),
        )  # fmt: skip
        if roofing.wants_solar(brief):
            roofing.solar_flat(drawing, brief, replace(mass, width=mass.width * 0.8, depth=mass.depth * 0.7), deck)
        return
    if top == "mansard":
        roofing.pitched(drawing, mass, Pitch("mansard", "tiles", 0.6, 0.2, 0.05), tiles, wall)
        for x in (-0.22, 0.22):
            drawing.add(
                "dormer", (1.3, 1.8, 1.6), (mass.x + mass.width * x, mass.top + 0.2, mass.front - 0.7),
                roof_material=tiles["material"], **wall,
            )  # fmt: skip
        return
    inside = 0.34 if top in ("stepped", "bell") else -0.3
    part = replace(mass, depth=mass.depth - 2 * inside - 0.3)
    low = {"stepped": 0.72, "bell": 0.62}.get(top, 1.0)
    pitch = Pitch("gable", "tiles", peak * low / (mass.width / 2 + 0.15), 0.15, 0.15)
    roofing.pitched(drawing, part, pitch, tiles, wall, is_turned=True)
    drawing.add(
        "chimney", (0.8, 1.9, 0.7), (mass.x + mass.width * 0.24, mass.top + 0.3, -mass.depth * 0.2),
        **brief.of("chimney", "brick_red"),
    )  # fmt: skip
