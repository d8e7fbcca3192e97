"""Wet rooms: bathroom and laundry room. The open side is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.finishings import lay_rug
from engine.archetypes.interiors.shell import furniture, room, room_box, said_of, surface
from engine.archetypes.register import archetype

_FLOOR = 0.098
_STANDING = frozenset(("clawfoot", "claw", "lion", "roll", "slipper", "soaking", "jacuzzi", "hot", "whirlpool"))
_MIRRORS = ("round", "oval", "arched")


@archetype(
    "bathroom", "interior", "bathroom",
    "bathroom, bath room, washroom, restroom, shower room, wet room, ensuite, powder room, toilet room, spa "
    "bathroom, " "badezimmer, salle de bain, cuarto de baño", hints="bathe, shower, wash yourself, brush teeth",
    about="A room with a bathtub or a shower, a washbasin with a mirror and a toilet, where people wash.",
    parts="bathtub, tub, shower, toilet, washbasin, basin, vanity, mirror, towel, faucet, tile",
    features=("bathtub, shower, freestanding bathtub=freestanding, freestanding tub=freestanding, walk "
    "in shower=shower"),
)  # fmt: skip
def bathroom(drawing: Drawing, brief: Brief) -> None:
    """Draw a bathroom: tub, shower behind glass, vanity with basin and mirror, toilet, towels, a plant."""
    width, height, depth = room_box(brief, 3.6, 2.6, 3.0)
    room(drawing, brief, width, height, depth, floor="tile_white", pattern="tiles", window=(0.55, 1.0))
    left, back = -width / 2 + 0.12, -depth / 2 + 0.12
    drawing.add(
        "box", (width - 0.14, 1.05, 0.016), (0.06, _FLOOR, back + 0.006), radius_m=0.001, name="tiling",
        **brief.of("tile splashback tiles", "tile_white"),
    )  # fmt: skip
    metal = brief.of("faucet tap shower", "chrome", is_accent=True)
    if "bathtub" not in brief.excluded:
        _tub(drawing, brief, metal, (left + 0.42, depth / 2 - 1.0))
    _vanity(drawing, brief, brief.of("basin washbasin sink", "ceramic_white", is_main=True), metal, (left + 0.62, back))
    _toilet(drawing, brief.of("toilet", "ceramic_white", is_main=True), metal, (0.55, back))
    if "shower" not in brief.excluded:
        _shower(drawing, brief, metal, (width / 2 - 0.5, back + 0.5), height)
    lay_rug(drawing, brief, (0.8, 0.55), (left + 1.25, _FLOOR, 0.1), brief.of("mat rug towel", "fabric_blue"))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.35, _FLOOR, depth / 2 - 0.4))


def _tub(drawing: Drawing, brief: Brief, metal: Finish, at: tuple[float, float]) -> None:
    """Draw a tub along the left wall with its filler, or the one that the text describes, standing free."""
    x, z = at
    china = brief.of("bathtub tub", "ceramic_white", is_main=True)
    if said_of(brief, "bathtub") & _STANDING:
        drawing.include(furniture("bathtub", brief), (x + 0.06, _FLOOR - 0.001, z), 90)
        return
    if brief.has("freestanding", default=brief.style_name in ("victorian", "baroque", "art deco", "contemporary")):
        drawing.add("vessel", (0.78, 0.6, 1.66), (x + 0.03, _FLOOR - 0.002, z), form="bowl", name="bathtub", **china)
        drawing.add("disc", (0.68, 0.01, 1.46), (x + 0.03, _FLOOR + 0.4, z), name="water", material="glass_clear")
    else:
        drawing.add(
            "open_box", (0.78, 0.56, 1.66), (x, _FLOOR - 0.002, z), wall_m=0.05, corner_m=0.16, flare=0.06,
            name="bathtub", **china,
        )  # fmt: skip
        drawing.add(
            "box", (0.71, 0.01, 1.58), (x, _FLOOR + 0.4, z), radius_m=0.002, name="water", material="glass_clear"
        )
    drawing.add(
        "box", (0.5, 0.62, 0.12), (x, _FLOOR - 0.002, z - 0.87), radius_m=0.012, name="ledge",
        **brief.of("tile splashback tiles", "tile_white"),
    )  # fmt: skip
    drawing.add("faucet", (0.1, 0.26, 0.2), (x, _FLOOR + 0.612, z - 0.83), name="filler", **metal)


def _vanity(drawing: Drawing, brief: Brief, china: Finish, metal: Finish, at: tuple[float, float]) -> None:
    """Draw a cabinet with its top, basin, tap and mirror."""
    x, back = at
    y, wide = _FLOOR + 0.78, 1.0
    body = brief.of("vanity cabinet", "wood")
    drawing.add(
        "cabinet", (wide, 0.78, 0.46), (x, _FLOOR - 0.002, back + 0.23), doors=2, plinth_m=0.08, name="vanity",
        handle=brief.style.handle, front=brief.style.front, handles_material=brief.style.metal, **body,
    )  # fmt: skip
    drawing.add(
        "box", (wide + 0.03, 0.035, 0.49), (x, y - 0.006, back + 0.245), radius_m=0.006, name="counter",
        **brief.of("counter top", "stone"),
    )  # fmt: skip
    drawing.add("vessel", (0.44, 0.13, 0.36), (x, y + 0.026, back + 0.27), form="bowl", name="basin", **china)
    drawing.add("faucet", (0.1, 0.3, 0.2), (x, y + 0.026, back + 0.09), **metal)
    form = next((one for one in _MIRRORS if one in said_of(brief, "mirror")), "rectangular")
    size = (0.75, 0.75, 0.04) if form == "round" else (wide * 0.8, 0.85, 0.04)
    drawing.add(
        "mirror_glass", size, (x, y + 0.36, back + 0.02), name="mirror", held="wall", form=form,
        **brief.of("mirror", "metal"),
    )  # fmt: skip


def _toilet(drawing: Drawing, china: Finish, metal: Finish, at: tuple[float, float]) -> None:
    """Draw a toilet: foot, bowl, seat with its lid up, cistern with a button."""
    x, back = at
    y = _FLOOR - 0.002
    drawing.add(
        "turning", (0.36, 0.38, 0.5), (x, y, back + 0.42), name="toilet_bowl", is_flowing=True,
        profile=[0.62, 0.0, 0.56, 0.12, 0.5, 0.4, 0.86, 0.8, 1.0, 1.0], **china,
    )  # fmt: skip
    drawing.add("box", (0.3, 0.36, 0.34), (x, y, back + 0.2), radius_m=0.04, name="toilet_foot", **china)
    drawing.add(
        "rounded_ring", (0.39, 0.03, 0.48), (x, y + 0.375, back + 0.42), section=0.28, name="toilet_seat", **china
    )
    drawing.add(
        "box",
        (0.37, 0.42, 0.03),
        (x, y + 0.38, back + 0.19),
        turn=(-8, 0, 0),
        radius_m=0.014,
        name="toilet_lid",
        **china,
    )
    drawing.add("box", (0.38, 0.4, 0.17), (x, y + 0.35, back + 0.082), radius_m=0.035, name="toilet_cistern", **china)
    drawing.add("button", (0.05, 0.014, 0.05), (x, y + 0.745, back + 0.08), name="toilet_flush", **metal)


def _shower(drawing: Drawing, brief: Brief, metal: Finish, at: tuple[float, float], height: float) -> None:
    """Draw a shower in the right corner: tray, a glass screen, riser with a rain head and a mixer."""
    x, z = at
    back = z - 0.5
    tray = brief.of("tray", "ceramic_white")
    drawing.add(
        "open_box", (0.96, 0.07, 0.96), (x, _FLOOR - 0.002, z), wall_m=0.03, corner_m=0.05, name="shower_tray", **tray
    )
    drawing.add(
        "box", (0.012, 1.95, 0.9), (x - 0.47, _FLOOR + 0.06, z), radius_m=0.002, name="screen", material="glass_clear"
    )
    for end in (-0.445, 0.445):
        drawing.add("post", (0.026, 1.98, 0.026), (x - 0.47, _FLOOR + 0.05, z + end), name="screen_post", **metal)
    drawing.add("post", (0.024, 1.2, 0.024), (x, 1.0, back + 0.06), name="riser", **metal)
    for y in (1.06, 2.1):
        drawing.add("box", (0.04, 0.04, 0.08), (x, y, back + 0.035), name="riser_bracket", **metal)
    drawing.add("box", (0.026, 0.026, 0.4), (x, 2.18, back + 0.25), radius_m=0.01, name="shower_arm", **metal)
    drawing.add("disc", (0.26, 0.02, 0.26), (x, 2.165, back + 0.42), name="shower_head", **metal)
    drawing.add("box", (0.26, 0.05, 0.07), (x, 1.12, back + 0.06), radius_m=0.02, name="mixer", **metal)


@archetype(
    "laundry room", "interior", "laundry room",
    "laundry room, utility room, laundrette, laundromat, wash house, waschküche, buanderie, lavadero",
    hints="do the laundry, wash clothes",
    about="A room with a washing machine, a dryer, a sink and shelves, where clothes are washed and ironed.",
    parts="washing machine, dryer, worktop, shelf, basket, sink",
)  # fmt: skip
def laundry_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a laundry room: machines under a worktop, sink, wall units, a basket, a rack of shelves."""
    width, height, depth = room_box(brief, 3.2, 2.6, 2.6)
    room(drawing, brief, width, height, depth, floor="tile_white", pattern="tiles", window=(0.95, 0.8))
    left, back = -width / 2 + 0.12, -depth / 2 + 0.12
    low = 0.0
    for number in range(brief.count("washing machine", 2, least=1, most=3)):
        machine = furniture("dryer" if number == 1 else "washing machine", brief)
        drawing.include(machine, (left + 0.34 + 0.64 * number, _FLOOR, back + 0.32))
        low = max(low, surface(machine))
    front = brief.of("cabinet cupboard door", "paint", is_main=True)
    drawing.add(
        "cabinet", (0.8, 0.85, 0.58), (left + 1.92, _FLOOR, back + 0.3), doors=2, plinth_m=0.1,
        handle=brief.style.handle, front=brief.style.front, handles_material=brief.style.metal, **front,
    )  # fmt: skip
    drawing.add(
        "box", (1.26, 0.04, 0.62), (left + 0.65, _FLOOR + low, back + 0.32), radius_m=0.004, name="worktop",
        **brief.of("worktop counter top", "wood"),
    )  # fmt: skip
    drawing.add(
        "box", (0.84, 0.04, 0.62), (left + 1.92, _FLOOR + 0.846, back + 0.32), radius_m=0.004, name="worktop",
        **brief.of("worktop counter top", "wood"),
    )  # fmt: skip
    drawing.add(
        "sink", (0.5, 0.2, 0.4), (left + 1.92, _FLOOR + 0.89 - 0.19, back + 0.34), material="steel_brushed", color=""
    )
    drawing.add(
        "faucet", (0.12, 0.34, 0.22), (left + 1.92, _FLOOR + 0.88, back + 0.12), **brief.of("faucet tap", "chrome")
    )
    drawing.add(
        "cabinet", (1.26, 0.62, 0.34), (left + 0.65, 1.6, back + 0.17), doors=3, is_hung=True, name="wall_unit",
        handle=brief.style.handle, front=brief.style.front, handles_material=brief.style.metal, **front,
    )  # fmt: skip
    drawing.add("laundry", (0.4, 0.2, 0.3), (left + 0.4, _FLOOR + low + 0.036, back + 0.32), material="fabric_blue")
    drawing.include(furniture("basket", brief, "laundry"), (width / 2 - 0.5, _FLOOR, 0.35))
