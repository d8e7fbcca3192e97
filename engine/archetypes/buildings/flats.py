"""Buildings with many rooms to live and sleep in: apartment building, hotel; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings import grounds, roofing
from engine.archetypes.buildings.homes import corners, plinth, storeys
from engine.archetypes.buildings.walls import Mass, Walls, Windows, shell, wall_of, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.parts.repeats import many


@archetype(
    "apartment building", "building", "residential",
    "apartment building, apartment block, apartment house, block of flats, flats, residential tower, condominium, "
    "condo, "
    "tenement, mehrfamilienhaus, wohnhaus, wohnblock, plattenbau, apartment complex, housing block, residential "
    "block, " "flat building, condo tower, student housing, residential high rise",
    hints="flat, tenants, balconies, rent, storeys",
    about="An apartment building is a block of several floors with balconies, where many families live in flats.",
    parts="wall, facade, balcony, railing, window, door, roof, storey, entrance, canopy",
    features="balcony, solar roof, flat roof, green roof, mansard, shop, canopy",
)  # fmt: skip
def apartment_building(drawing: Drawing, brief: Brief) -> None:
    """Draw an apartment building: storeys of windows and balconies over an entrance, a flat or mansard roof."""
    levels = storeys(brief, 5, most=24)
    is_old = brief.has("mansard", default=brief.style_name in ("victorian", "baroque", "steampunk", "gothic"))
    width, height, depth = brief.box(
        17.0, 3.05 * levels + (4.2 if is_old else 1.4), 12.0, keeps_shape="storey" not in brief.counts,
    )  # fmt: skip
    ground = grounds.lot(
        drawing, brief, width * 1.4, depth * 1.75, z=depth * 0.12, material="cobblestone" if is_old else "concrete",
    )  # fmt: skip
    wall = wall_of(brief, "building", "brick_yellow", "stucco", "brick_red")
    mass = Mass(0.0, ground + 0.3, 0.0, width, height - 0.3 - (4.0 if is_old else 1.2), depth, levels)
    look = replace(windows_of(brief), every_m=2.8, has_shutters=brief.has("shutter"))
    look = replace(look, wide_m=min(look.wide_m, 1.7), panes=(min(look.panes[0], 3), min(look.panes[1], 3)))
    plinth(drawing, brief, mass, 0.3)
    shell(
        drawing, brief, mass, wall, look,
        Walls(doors={"front": [(0.0, 1.7, 2.5)]}, bays={"front": _odd_bays(width, look)}),
    )  # fmt: skip
    corners(drawing, brief, mass)
    grounds.entrance(drawing, brief, mass, 0.0, ground, size=(1.72, 2.52))
    drawing.add(
        "box", (3.0, 0.16, 1.4), (0, mass.y + 2.7, mass.front + 0.6), radius_m=0.02, name="entrance_canopy",
        **brief.of("canopy", "concrete"),
    )  # fmt: skip
    if brief.has("balcony", default=True):
        for level in range(1, levels):
            for side in (-1, 1):
                grounds.balcony(
                    drawing, brief, mass, side * width * 0.3, mass.y + mass.tall / levels * level + 0.1,
                    min(width * 0.28, 4.4), is_many=True,
                )  # fmt: skip
    _apartment_roof(drawing, brief, mass, wall, is_old=is_old)
    grounds.planting(
        drawing, brief, [(-width * 0.58, depth * 0.82), (width * 0.58, depth * 0.82), (-width * 0.3, depth * 0.66),
        (width * 0.3, depth * 0.66)], trees=2,
    )  # fmt: skip


def _odd_bays(width: float, look: Windows) -> int:
    return 2 * many((width / look.every_m - 1) / 2) + 1


def _apartment_roof(drawing: Drawing, brief: Brief, mass: Mass, wall: Finish, *, is_old: bool) -> None:
    if is_old:
        pitch = roofing.Pitch("mansard", "tiles", 0.62, 0.35, 0.35)
        tiles = roofing.covering_of(brief, "slate", "zinc")
        drawing.add(
            "cornice", (mass.width + 0.6, 0.4, 0.45), (0, mass.top - 0.3, mass.front + 0.1), profile="ogee",
            **brief.of("cornice", "limestone"),
        )  # fmt: skip
        top = roofing.pitched(drawing, mass, pitch, tiles, wall)
        for x in (-0.34, -0.11, 0.11, 0.34):
            drawing.add(
                "dormer", (1.4, 1.9, 1.8), (mass.width * x, mass.top + 0.2, mass.front - 0.95),
                roof_material=tiles["material"], **wall,
            )  # fmt: skip
        drawing.add("chimney", (1.6, 2.0, 0.7), (mass.width * 0.2, top - 0.6, -0.6), **brief.of("chimney", "brick_red"))
        return
    deck = roofing.flat(drawing, brief, mass, wall, high=0.9)
    drawing.add(
        "box", (3.4, 2.2, 3.4), (-mass.width * 0.2, deck - 0.05, -mass.depth * 0.18), radius_m=0.02,
        name="stair_head", **wall,
    )  # fmt: skip
    if roofing.wants_solar(brief):
        roofing.solar_flat(
            drawing, brief, replace(mass, x=mass.width * 0.18, width=mass.width * 0.5, depth=mass.depth * 0.8), deck,
        )  # fmt: skip
    if brief.has("green roof"):
        drawing.add(
            "box", (mass.width * 0.5, 0.3, mass.depth * 0.7), (mass.width * 0.16, deck - 0.02, 0), name="roof_garden",
            radius_m=0.05, material="grass",
        )  # fmt: skip


@archetype(
    "hotel", "building", "commercial",
    "hotel, motel, inn, hostel, guest house, guesthouse, grand hotel, resort, pension, posada, gasthaus, auberge, "
    "luxury hotel, " "boutique hotel, hotel building, casino", hints="guest, night, reception, stay, tourists, suite",
    about=("A hotel is a building with many rooms where travellers sleep, with a sign, flags, an "
    "entrance canopy and awnings."),
    parts="wall, facade, window, door, balcony, canopy, sign, flag, roof, storey, awning",
    features="balcony, canopy, sign, flag, solar roof, mansard, pool, awning",
)  # fmt: skip
def hotel(drawing: Drawing, brief: Brief) -> None:
    """Draw a hotel: rows of windows and balconies, a sign on the roof, an entrance with canopy and flags."""
    levels = storeys(brief, 2 if brief.words & {"motel", "inn", "pension", "guesthouse"} else 6, most=30)
    width, height, depth = brief.box(22.0, 3.2 * levels + 4.0, 13.0, keeps_shape="storey" not in brief.counts)
    ground = grounds.lot(drawing, brief, width * 1.3, depth * 1.9, z=depth * 0.2, material="granite")
    wall = wall_of(brief, "hotel", "stucco", "sandstone", "brick_yellow")
    mass = Mass(0.0, ground + 0.25, 0.0, width, height - 3.4, depth, levels)
    look = replace(windows_of(brief), every_m=2.75, has_shutters=False)
    look = replace(
        look, wide_m=min(look.wide_m, 1.5), panes=(min(look.panes[0], 3), min(look.panes[1], 3)), lintels="hood"
        if brief.style_name == "realistic" else look.lintels,
    )  # fmt: skip
    plinth(drawing, brief, mass, 0.25)
    shell(
        drawing, brief, mass, wall, look,
        Walls(doors={"front": [(0.0, 3.0, 2.9)]}, bays={"front": _odd_bays(width, look)}),
    )  # fmt: skip
    corners(drawing, brief, mass)
    storey = mass.tall / levels
    for level in range(1, levels + 1):
        drawing.add(
            "box", (width + 0.16, 0.22, depth + 0.16), (0, mass.y + storey * level - 0.24, 0), radius_m=0.02,
            name="band", **brief.of("band cornice", "limestone"),
        )  # fmt: skip
    if brief.has("balcony", default=True):
        grounds.balcony(drawing, brief, mass, 0.0, mass.y + storey + 0.05, 5.2, is_many=True)
    deck = roofing.flat(drawing, brief, mass, wall, high=0.9)
    _hotel_sign(drawing, brief, mass)
    _hotel_front(drawing, brief, mass, ground)
    if roofing.wants_solar(brief):
        roofing.solar_flat(drawing, brief, replace(mass, z=-depth * 0.16, depth=depth * 0.5), deck)
    grounds.planting(drawing, brief, [(x * width, depth * 0.92) for x in (-0.52, 0.52, -0.3, 0.3)], trees=2)


def _hotel_sign(drawing: Drawing, brief: Brief, mass: Mass) -> None:
    """Draw letters that stand on the roof's edge on a frame."""
    lit = brief.of(
        "sign letter", {"futuristic": "neon", "cyberpunk": "neon", "art deco": "gold",
        "steampunk": "brass_polished"}.get(brief.style_name, "paint_red"),
    )  # fmt: skip
    word = "CASINO" if "casino" in brief.words else "MOTEL" if "motel" in brief.words else "HOTEL"
    z = mass.front - 0.25
    for x in (-0.2, 0.0, 0.2):
        drawing.add(
            "box", (0.12, 1.0, 0.12), (mass.width * x, mass.top + 0.3, z), radius_m=0.0, name="sign_post",
            material="iron_black",
        )  # fmt: skip
    drawing.add(
        "sign_board", (mass.width * 0.52, 2.0, 0.3), (0, mass.top + 1.2, z), name="sign", text=word,
        letters_material=lit["material"], letters_color=lit["color"], **brief.of("board", "iron_black"),
    )  # fmt: skip


def _hotel_front(drawing: Drawing, brief: Brief, mass: Mass, ground: float) -> None:
    """Draw the glazed entrance with its canopy, a red carpet, flags, and awnings over the windows."""
    drawing.add(
        "door", (3.02, 2.92, 0.25), (0, mass.y, mass.front - 0.12), name="entrance", has_light=True,
        **brief.of("entrance door", "walnut"),
    )  # fmt: skip
    drawing.add(
        "canopy", (5.0, 3.7, 3.4), (0, ground, mass.front + 1.66), name="entrance_canopy",
        **brief.of("canopy", "trim" if brief.style.ornament != "none" else "iron_black")
    )  # fmt: skip
    drawing.add(
        "steps", (3.6, mass.y - ground + 0.004, 0.9), (0, ground, mass.front + 0.44), count=2, material="limestone",
    )  # fmt: skip
    drawing.add(
        "box", (1.8, 0.03, 3.0), (0, ground + 0.002, mass.front + 2.3), radius_m=0.005, name="carpet",
        **brief.of("carpet", "felt") | {"color": "#8e1f2b"},
    )  # fmt: skip
    for x, tint in ((-0.34, "#1f4e8c"), (0.34, "#b3262e")):
        drawing.add(
            "flag_pole", (1.5, 7.0, 0.16), (mass.width * x, ground, mass.front + 3.6), name="flag",
            cloth_color=brief.of("flag", "canvas")["color"] or tint, material="aluminium",
        )  # fmt: skip
    if not brief.has("awning", default=brief.style_name not in ("futuristic", "cyberpunk", "minimalist", "industrial")):
        return
    wide = mass.width / 6.2
    for x in (-0.36, -0.19, 0.19, 0.36):
        drawing.add(
            "awning", (wide * 0.8, 0.7, 0.9),
            (mass.width * x, mass.y + mass.tall / mass.storeys * 0.78, mass.front + 0.42),
            **brief.of("awning", "canvas") | ({"color": "#8e1f2b"} if not brief.part_colors.get("awning") else {})
        )  # fmt: skip
