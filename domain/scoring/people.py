"""Measures of things that people use, and the ranges in which they suit most people."""

from typing import NamedTuple

PANERO = "Panero & Zelnik, Human Dimension & Interior Space, 1979"
ADA = "2010 ADA Standards for Accessible Design"
OURS = "range of this project"


class Reach(NamedTuple):
    """A measure, metres: best from `low` to `high`, useless at the worst values.

    `measure` is `top` (highest point of the parts over the ground of the thing), `width` or `depth` (of the widest
    part), `length` (its longest side), `thickness` (its thinnest one), `over_seat` (top over that of the seat).
    """

    name: str
    kinds: frozenset[str]
    roots: tuple[str, ...]
    measure: str
    low_worst: float
    low: float
    high: float
    high_worst: float
    source: str
    types: frozenset[str] = frozenset()


SEATS = frozenset(("chair", "office chair", "stool", "bench", "wheelchair", "rocking chair", "ottoman"))
LOUNGES = frozenset(("sofa", "armchair", "chaise longue"))
SEAT_ROOTS = ("seat", "seat_cushion", "cushion", "seat_board")
STORAGE = frozenset(("bookshelf", "cabinet", "wardrobe", "chest of drawers", "sideboard", "shoe rack", "coat rack"))
KITCHENS = frozenset(("kitchen", "kitchen island", "laundry room", "bathroom"))
MACHINES = frozenset((
    "oven", "washing machine", "dryer", "dishwasher", "water heater", "fan", "air purifier",
    "vending machine", "atm", "parking meter", "printer", "server rack",
))  # fmt: skip
TOOLS = frozenset((
    "hammer", "axe", "shovel", "rake", "broom", "screwdriver", "saw", "umbrella", "pan", "racket", "sword", "wrench",
    "pliers", "drill", "rolling pin", "bicycle", "cargo bike", "tricycle", "wheelbarrow", "lawn mower", "suitcase",
    "crutches", "walker",
))  # fmt: skip
_BARS = frozenset(("rod", "turning", "post", "disc", "hollow_turning", "pipe"))

REACHES: tuple[Reach, ...] = (
    Reach("seat height", SEATS, SEAT_ROOTS, "top", 0.30, 0.40, 0.49, 0.60,
          f"{PANERO}: popliteal height 356 mm (women, 5th percentile) to 490 mm (men, 95th), with shoes"),
    Reach("seat height", frozenset(("stool",)), SEAT_ROOTS, "top", 0.55, 0.61, 0.79, 0.90,
          f"{PANERO}: stools at counters and bars, 24 to 31 in"),
    Reach("seat height", frozenset(("bench",)), ("slat",), "top", 0.30, 0.40, 0.49, 0.60,
          f"{PANERO}: popliteal height 356 mm (women, 5th percentile) to 490 mm (men, 95th), with shoes"),
    Reach("seat height", LOUNGES, SEAT_ROOTS, "top", 0.28, 0.38, 0.48, 0.58,
          f"{PANERO}: popliteal height 356 to 490 mm; lounge seats lie lower"),
    Reach("seat depth", SEATS - {"bench", "ottoman", "stool"}, SEAT_ROOTS, "depth", 0.30, 0.38, 0.46, 0.60,
          f"{PANERO}: buttock to popliteal length 432 mm (women, 5th percentile)"),
    Reach("seat width", SEATS - {"stool", "ottoman"}, SEAT_ROOTS, "width", 0.30, 0.434, 3.0, 9.0,
          f"{PANERO}: hip breadth 434 mm (women, 95th percentile)"),
    Reach("seat width", frozenset(("bench",)), ("slat",), "width", 0.30, 0.434, 3.0, 9.0,
          f"{PANERO}: hip breadth 434 mm (women, 95th percentile)"),
    Reach("armrest over the seat", SEATS | LOUNGES, ("armrest", "arm"), "over_seat", 0.05, 0.18, 0.295, 0.42,
          f"{PANERO}: elbow rest height 180 to 295 mm"),
    Reach("table height", frozenset(("table", "desk", "dining room")), ("top", "table"), "top", 0.60, 0.71, 0.77, 0.88,
          f"{PANERO}: 29 to 30 in for sitting work"),
    Reach("low table height", frozenset(("coffee table", "side table")), ("top",), "top", 0.25, 0.36, 0.60, 0.80, OURS),
    Reach("bedside height", frozenset(("nightstand",)), ("top",), "top", 0.30, 0.45, 0.66, 0.90, OURS),
    Reach("worktop height", KITCHENS - {"bathroom"}, ("worktop", "counter", "island_top", "top"), "top",
          0.70, 0.85, 0.95, 1.10, f"{PANERO}: 35 to 36 in for work in the kitchen"),
    Reach("top of the storage", STORAGE, ("carcass", "cabinet", "hook", "top", "post"), "top", 0.0, 0.4, 1.85, 2.4,
          f"{PANERO}: vertical grip reach 1852 mm (women, 5th percentile)"),
    Reach("top of the wall units", KITCHENS, ("wall_unit",), "top", 1.2, 1.6, 2.1, 2.6,
          f"{PANERO}: vertical grip reach 1852 mm (women, 5th percentile), for the lower shelves"),
    Reach("height of the bed", frozenset(("bed",)), ("mattress", "duvet"), "top", 0.20, 0.42, 0.62, 0.90, OURS),
    Reach("length of the bed", frozenset(("bed", "bunk bed")), ("mattress",), "length", 1.60, 1.95, 2.30, 3.5,
          f"{PANERO}: stature 1849 mm (men, 95th percentile) and room for the feet"),
    Reach("toilet seat height", frozenset(("toilet",)), ("seat",), "top", 0.30, 0.38, 0.485, 0.60,
          f"{ADA}, 604.4: 430 to 485 mm; children need less"),
    Reach("basin height", frozenset(("washbasin", "bathroom")), ("basin", "counter", "top"), "top",
          0.60, 0.75, 0.92, 1.10, OURS),
    Reach("door width", frozenset(("door",)), ("door", "leaf", "panel"), "width", 0.55, 0.815, 1.3, 2.5,
          f"{ADA}, 404.2.3: 815 mm clear"),
    Reach("door height", frozenset(("door",)), ("door", "leaf", "panel"), "top", 1.6, 2.03, 3.0, 6.0,
          f"{ADA}, 404.2.3: 2030 mm clear height"),
    Reach("height of the controls", MACHINES,
          ("display", "readout", "panel", "dial", "knob", "controls", "buttons", "keypad", "keys", "screen"), "top",
          0.0, 0.38, 1.22, 1.80, f"{ADA}, 308.2: 380 to 1220 mm"),
    Reach("grip thickness", TOOLS, ("handle", "grip"), "thickness", 0.004, 0.025, 0.045, 0.09,
          "Kroemer & Grandjean, Fitting the Task to the Human, 5th ed., 1997: handles of 30 to 40 mm", _BARS),
    Reach("width in the hand", frozenset(("phone",)), ("body", "phone", "case", "frame"), "width", 0.03, 0.055, 0.08,
          0.13, OURS),
    Reach("breadth in the hand", frozenset(("mug", "wine glass", "bottle", "jug", "teapot")),
          ("body", "cup", "bowl", "bottle", "mug"), "width", 0.02, 0.055, 0.12, 0.30, OURS),
)  # fmt: skip
