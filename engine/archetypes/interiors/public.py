"""Rooms where people are served: a shop, a barber's, a hospital room, a lobby, a waiting room, a home cinema.

The open side is +z.
"""

from dataclasses import replace

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.finishings import lay_rug
from engine.archetypes.interiors.shell import FLOOR, WALL, furniture, hang, room, room_box
from engine.archetypes.register import archetype

_STATION_M = 1.35  # from one barber chair to the next
_RACK_M = 1.2
_NIGHT = "#3a3f4a"  # the walls of a home cinema


def _counter(drawing: Drawing, brief: Brief, at: tuple[float, float], wide: float, *, turn: float = 0) -> None:
    """Draw a counter with its top; a till stands on it."""
    desk = Drawing(brief)
    body = brief.of("counter desk reception", "wood", is_main=True)
    desk.add("box", (wide, 1.0, 0.55), radius_m=0.01, name="counter", **body)
    top = brief.of("top countertop", "stone", is_accent=True)
    desk.add("box", (wide + 0.1, 0.04, 0.66), (0, 0.997, 0), radius_m=0.008, name="counter_top", **top)
    desk.include(furniture("tablet", brief), (-0.25 * wide, 1.035, 0), 180)
    drawing.include(desk, (at[0], FLOOR - 0.001, at[1]), turn)


def _clock(drawing: Drawing, brief: Brief, at: tuple[float, float]) -> None:
    """Draw a clock on the back wall."""
    face = brief.of("clock", "plastic_white")
    drawing.add("clock_face", (0.34, 0.34, 0.05), (at[0], 2.0, at[1] + 0.023), name="clock", **face)


@archetype(
    "shop interior", "interior", "commercial",
    "shop interior, store interior, inside of a shop, inside of a store, retail interior, boutique interior, "
    "bookstore interior, bookshop interior, bakery interior, supermarket interior, grocery store interior, "
    "pharmacy interior, ladeninneres",
    hints="sell, customers, till", about="A shop from the inside: shelves of goods and a counter with a till.",
    parts="counter, shelf, lamp, rug, plant, table", features="counter",
)  # fmt: skip
def shop_interior(drawing: Drawing, brief: Brief) -> None:
    """Draw a shop inside: shelves at the walls, a counter with a till, a table for goods."""
    shelves = brief.count("bookshelf", brief.counts.get("shelf", 4), most=10)
    along = max(2, shelves - 2)
    width, height, depth = room_box(brief, 2.2 + _RACK_M * along, 2.9, 4.4)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=(width / 2 - 1.0, 1.3))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    rack = "bookshelf"
    for number in range(shelves):
        if number < shelves - 2:
            drawing.include(furniture(rack, brief), (left + 0.6 + 0.98 * number, FLOOR, back + 0.19))
        else:
            drawing.include(
                furniture(rack, brief), (left + 0.19, FLOOR, back + 1.25 + 1.0 * (number - shelves + 2)), 90
            )
    if brief.has("counter", default=True):
        _counter(drawing, brief, (width / 2 - 1.2, 0.45), 1.7)
        for x in (-0.4, 0.4):
            hang(drawing, brief, "pendant lamp", (width / 2 - 1.2 + x, 0.45), height)
    drawing.include(furniture("side table", brief), (left + 1.4, FLOOR, 0.7))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.42, FLOOR, back + 0.42))


@archetype(
    "barbershop interior", "interior", "commercial",
    "barbershop interior, barber shop interior, hair salon, hairdressing salon, beauty salon, hair salon interior, "
    "beauty salon interior, barber salon, friseursalon, salon de coiffure, peluquería, inside of a barbershop",
    hints="haircut, shave", about="A barber's from the inside: chairs that turn, each before a mirror.",
    parts="counter, shelf, chair, mirror, lamp, bench, plant",
)  # fmt: skip
def barbershop_interior(drawing: Drawing, brief: Brief) -> None:
    """Draw chairs in front of mirrors with a shelf below them, a bench for those who wait, a counter."""
    chairs = brief.count("chair", brief.counts.get("barber chair", 3), least=1, most=8)
    mirrors = brief.count("mirror", chairs, most=8)
    width, height, depth = room_box(brief, 2.6 + _STATION_M * chairs, 2.9, 4.4)
    room(drawing, brief, width, height, depth, floor="tile_white", pattern="checks", window=(width / 2 - 0.75, 0.9))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    start, wood = left + 0.9, brief.of("shelf", "wood")
    frame = brief.of("mirror", "metal")
    for number in range(mirrors):
        x = start + _STATION_M * number
        drawing.add("mirror_glass", (0.8, 1.15, 0.04), (x, 1.02, back + 0.018), name="mirror", **frame)
    long = _STATION_M * (chairs - 1) + 1.0
    drawing.add("box", (long, 0.045, 0.3), (start + (long - 1.0) / 2, 0.9, back + 0.148), radius_m=0.008, name="shelf",
                **wood)  # fmt: skip
    for number in range(chairs):
        x = start + _STATION_M * number
        drawing.include(furniture("barber chair", brief), (x, FLOOR, back + 1.35), 180)
        drawing.add("vessel", (0.07, 0.2, 0.07), (x - 0.3, 0.943, back + 0.15), form="bottle", name="bottle",
                    material="glass_tinted", color=("#2f5d7a", "#7a1f22", "#c9b27a")[number % 3])  # fmt: skip
    drawing.include(furniture("bench", brief), (left + 0.35, FLOOR, depth / 2 - 1.0), 90)
    _counter(drawing, brief, (width / 2 - 0.95, depth / 2 - 1.0), 1.3, turn=-90)
    drawing.include(furniture("plant", brief, "potted"), (left + 0.4, FLOOR, back + 2.2))


@archetype(
    "hospital room", "interior", "medical",
    "hospital room, patient room, hospital ward, sickroom, infirmary, krankenzimmer, chambre d'hôpital, "
    "habitación de hospital, hospital interior, clinic room",
    hints="nurse, patient, treatment", about="A room in a hospital with a bed for a patient, a chair and a screen.",
    parts="bed, curtain, chair, table, lamp, screen, floor",
)  # fmt: skip
def hospital_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a hospital room: beds with nightstands, a chair for visitors, a wheelchair, a screen on the wall."""
    beds = brief.count("bed", brief.counts.get("hospital bed", 1), least=1, most=6)
    width, height, depth = room_box(brief, 2.4 + 2.0 * beds, 2.8, 4.2)
    room(drawing, brief, width, height, depth, floor="plastic_white", pattern="plain", window=(width / 2 - 1.0, 1.4))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    for number in range(beds):
        x = left + 1.25 + 2.0 * number
        drawing.include(furniture("hospital bed", brief), (x, FLOOR, back + 1.2))
        drawing.include(furniture("nightstand", brief), (x - 0.85, FLOOR, back + 0.25))
    drawing.include(furniture("chair", brief), (width / 2 - 0.65, FLOOR, -0.4), -90)
    drawing.include(furniture("wheelchair", brief), (width / 2 - 0.75, FLOOR, depth / 2 - 0.8), -35)
    panel = brief.of("screen", "plastic_black")
    drawing.add("display", (0.9, 0.53, 0.05), (left + 0.022, 1.5, depth / 2 - 1.3), turn=(0, 90, 0), name="screen",
                **panel)  # fmt: skip


@archetype(
    "hotel lobby", "interior", "commercial",
    "hotel lobby, lobby interior, reception area, reception room, hotel reception, hotelhalle, lobby of a hotel",
    hints="check in, guests", about="A room in which guests are received: a reception desk, sofas, plants.",
    parts="counter, desk, sofa, armchair, rug, table, lamp, plant, clock, chandelier", features="chandelier",
)  # fmt: skip
def hotel_lobby(drawing: Drawing, brief: Brief) -> None:
    """Draw a lobby: reception desk, sofa and armchairs around a low table, a plant, a chandelier."""
    width, height, depth = room_box(brief, 6.4, 3.0, 5.0)
    room(drawing, brief, width, height, depth, floor="marble_white", pattern="tiles", window=(width / 2 - 1.0, 1.2))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    _clock(drawing, brief, (left + 1.2, back))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.45, FLOOR, back + 0.45))
    _counter(drawing, brief, (left + 1.9, back + 1.15), 2.6)
    lay_rug(drawing, brief, (2.8, 2.0), (0.9, FLOOR, 0.95), brief.of("rug carpet", "carpet"))
    y = FLOOR + 0.012
    sofas = brief.count("sofa", 1, most=2)
    for x, turn in ((-0.75, 90), (2.55, -90))[:sofas]:
        drawing.include(furniture("sofa", brief), (x, FLOOR, 0.95), turn)
    for x in (0.45, 1.4)[: brief.count("armchair", 2, most=2)]:
        drawing.include(furniture("armchair", brief), (x, FLOOR, depth / 2 - 0.55), 180)
    drawing.include(furniture("coffee table", brief), (0.9, y, 0.85))
    if brief.has("chandelier", default=True):
        hang(drawing, brief, "chandelier", (0.9, 0.85), height)


@archetype(
    "waiting room", "interior", "commercial",
    "waiting room, waiting area, wartezimmer, salle d'attente, sala de espera, doctor's waiting room",
    hints="wait for the doctor", about="A room with chairs along its walls and a table, in which people wait.",
    parts="chair, table, clock, plant, floor",
)  # fmt: skip
def waiting_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a waiting room: chairs along the back wall and the left one, a low table, a clock, a plant."""
    chairs = brief.count("chair", 6, most=15)
    along = -(-chairs * 2 // 3)
    width, height, depth = room_box(brief, max(2.0 + 0.62 * along, 4.2), 2.8, max(3.6, 2.2 + 0.62 * (chairs - along)))
    room(drawing, brief, width, height, depth, floor="fabric_grey", pattern="plain", window=(width / 2 - 1.0, 1.2))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    _clock(drawing, brief, (left + 1.2, back))
    drawing.include(furniture("plant", brief, "potted"), (width / 2 - 0.45, FLOOR, back + 0.45))
    for number in range(chairs):
        if number < along:
            drawing.include(furniture("chair", brief), (left + 0.5 + 0.62 * number, FLOOR, back + 0.34))
        else:
            drawing.include(furniture("chair", brief), (left + 0.36, FLOOR, back + 1.2 + 0.62 * (number - along)), 90)
    drawing.include(furniture("coffee table", brief), (0.45, FLOOR, 0.5))


@archetype(
    "home theater", "interior", "living room",
    "home theater, home cinema, home theatre, media room, screening room, movie room, heimkino, private cinema",
    hints="watch films, projector", about="A dark room with a large screen and rows of soft chairs to watch films in.",
    parts="screen, armchair, recliner, sofa, speaker, rug, projector",
)  # fmt: skip
def home_theater(drawing: Drawing, brief: Brief) -> None:
    """Draw a home cinema: a wide screen between speakers, armchairs in rows of three that face it, a thick rug."""
    seats = brief.count("armchair", brief.counts.get("recliner", brief.counts.get("seat", 3)), least=1, most=9)
    rows = -(-seats // 3)
    width, height, depth = room_box(brief, 4.8, 2.8, 3.0 + 1.35 * rows)
    is_open = not {"wall"} & (brief.part_materials.keys() | brief.part_colors.keys())
    dark = replace(brief, part_colors=brief.part_colors | {"wall": _NIGHT}) if is_open else brief
    room(drawing, dark, width, height, depth, floor="carpet", pattern="plain", window=(width / 2 - 0.35, 0.3))
    back = -depth / 2 + WALL
    drawing.add("display", (2.9, 1.55, 0.06), (-0.25, 0.85, back + 0.028), name="screen",
                **brief.of("screen", "plastic_black"))  # fmt: skip
    for x in (-2.0, 1.5):
        drawing.include(furniture("speaker", brief), (x, FLOOR, back + 0.35))
    for number in range(seats):
        row, place = divmod(number, 3)
        count = min(3, seats - 3 * row)
        x = -0.1 + (place - (count - 1) / 2) * 1.15
        drawing.include(furniture("armchair", brief), (x, FLOOR, back + 2.6 + 1.35 * row), 180)


@archetype(
    "dressing room", "interior", "bedroom",
    "dressing room, walk in closet, walk in wardrobe, walkin closet, dressing area, ankleidezimmer, vestidor, "
    "dressing interior, walk in robe", hints="get dressed, clothes, shoes",
    about="A room with wardrobes along its walls, a chest of drawers and a mirror, where one dresses.",
    parts="wardrobe, mirror, rug, ottoman, drawer, shoe rack, closet",
)  # fmt: skip
def dressing_room(drawing: Drawing, brief: Brief) -> None:
    """Draw a dressing room: wardrobes along two walls, a shoe rack, a mirror, an ottoman on a rug."""
    wardrobes = brief.count("wardrobe", 3, least=1, most=6)
    width, height, depth = room_box(brief, 2.6 + 1.3 * max(wardrobes - 1, 1), 2.7, 3.6)
    room(drawing, brief, width, height, depth, floor="wood", pattern="planks", window=(width / 2 - 1.2, 0.5))
    left, back = -width / 2 + WALL, -depth / 2 + WALL
    for number in range(wardrobes - 1):
        drawing.include(furniture("wardrobe", brief), (left + 0.75 + 1.3 * number, FLOOR, back + 0.34))
    drawing.include(furniture("wardrobe", brief), (left + 0.34, FLOOR, depth / 2 - 0.75), 90)
    lay_rug(drawing, brief, (1.8, 1.3), (0.3, FLOOR, 0.4), brief.of("rug carpet", "wool"))
    drawing.include(furniture("ottoman", brief), (0.3, FLOOR + 0.012, 0.4))
    drawing.include(furniture("mirror", brief, "standing"), (width / 2 - 0.45, FLOOR, back + 0.4))
    drawing.include(furniture("shoe rack", brief), (width / 2 - 0.4, FLOOR, depth / 2 - 0.8), -90)
