"""Horse carriages and cable cars; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, paint_of, part_of, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "horse carriage",
    "vehicle",
    "machine",
    "horse carriage, carriage, horse drawn carriage, horse-drawn carriage, stagecoach, stage coach, royal carriage, "
    "coach wagon, wedding carriage, kutsche, carruaje, calèche, landau, cinderella carriage, buggy carriage",
    hints="coachman, cinderella",
    about="An elegant closed vehicle on four spoked wheels, drawn by horses, with a driver's seat in front.",
    parts="wheel, door, window, lantern, seat, body, curtain, shaft, spring",
    features="lantern, luggage, open top=open, open",
)
def horse_carriage(drawing: Drawing, brief: Brief) -> None:
    """Draw a carriage: body with doors and windows on springs, four spoked wheels, driver's box, lanterns, drawbar."""
    k = brief.box(1.8, 2.4, 4.6, keeps_shape=True)[2] / 4.6
    paint = brief.of(
        "body door",
        {"steampunk": "bronze_aged", "industrial": "steel_brushed", "rustic": "oak"}.get(
            brief.style_name, brief.choose("lacquer_red", "lacquer_black")
        ),
        is_main=True,
    )
    gold = brief.of(
        "trim wheel spoke lantern",
        "gold" if brief.style_name not in ("industrial", "rustic") else "iron_black",
        is_accent=True,
    )
    is_open = brief.has("open", default="landau" in brief.words)
    _undercarriage(drawing, brief, k, gold)
    _coach_body(drawing, brief, k, paint, gold, is_open=is_open)
    velvet = brief.of("seat cushion", "velvet")
    if is_open:
        _open_seats(drawing, k, velvet)
    else:
        _coach_roof(drawing, k, paint, gold)
    _driver_box(drawing, k, paint, velvet)
    _lanterns(drawing, k, gold)
    pole: list[Line] = [
        [(0, 0.55 * k, 0.9 * k), (0, 0.6 * k, 1.5 * k), (0, 0.04 * k, 3.3 * k)],
        [(-0.4 * k, 0.57 * k, 1.55 * k), (0.4 * k, 0.57 * k, 1.55 * k)],
    ]
    tubes(drawing, pole, 0.07 * k, "shaft", brief.of("shaft", "oak_dark"))
    if brief.has("luggage", default="stagecoach" in brief.words):
        for x in (-0.3, 0.25):
            drawing.add(
                "box",
                (0.5 * k, 0.3 * k, 0.7 * k),
                (x * k, 2.34 * k, -0.4 * k),
                name="trunk",
                radius_m=0.03 * k,
                material="leather_brown",
            )


def _undercarriage(drawing: Drawing, brief: Brief, k: float, gold: Finish) -> None:
    """Draw four spoked wheels on their axles, leaf springs, and the frame that they carry."""
    for z, size in ((-0.95, 1.3), (0.95, 1.0)):
        for side in (1.0, -1.0):
            drawing.add(
                "wheel",
                (0.1 * k, size * k, size * k),
                (side * 0.82 * k, 0, z * k),
                turn=(0, 0 if side > 0 else 180, 0),
                spokes=brief.count("spoke", 14),
                style="wood",
                rim_share=0.92,
                tyre_material="iron_black",
                **gold,
            )
        lying(drawing, "rod", 0.08 * k, 1.66 * k, (0, size / 2 * k, z * k), "axle", _IRON, along="x")
        drawing.add("box", (0.9 * k, 0.06 * k, 0.12 * k), (0, (size / 2 + 0.02) * k, z * k), name="bolster", **_IRON)
        leaf: list[Line] = [
            [
                (0.5 * k, size / 2 * k, z * k),
                (0.5 * k, 0.72 * k, (z + s * 0.4) * k),
                (0.5 * k, 0.86 * k, (z + s * 0.1) * k),
            ]
            for s in (1.0, -1.0)
        ]
        tubes(drawing, twins(leaf), 0.05 * k, "spring", _IRON, bend=0.15 * k)
    tubes(drawing, [[(0, 0.62 * k, -1.0 * k), (0, 0.7 * k, -0.2 * k), (0, 0.56 * k, 1.0 * k)]], 0.1 * k, "perch", _IRON)
    drawing.add("box", (1.1 * k, 0.08 * k, 2.5 * k), (0, 0.84 * k, 0.05 * k), name="frame", radius_m=0.02 * k, **_IRON)


def _coach_body(drawing: Drawing, brief: Brief, k: float, paint: Finish, gold: Finish, *, is_open: bool) -> None:
    """Draw the body with its doors and windows, closed or open above."""
    drawing.add(
        "streamlined",
        (1.36 * k, (1.5 if not is_open else 0.86) * k, 1.8 * k),
        (0, 0.78 * k, -0.3 * k),
        name="body",
        along=[-1, -0.8, 0.0, 0.8, 1],
        half=[0.7, 0.92, 1.0, 0.92, 0.7],
        low=[0.5, 0.2, 0, 0.2, 0.5] if not is_open else [0.6, 0.2, 0, 0.2, 0.6],
        high=[0.94, 0.98, 1, 0.98, 0.94] if not is_open else [1, 0.9, 0.7, 0.9, 1],
        square=4.0,
        windows=[] if is_open else [0.0, 0.72, 0.2, 0.3, -0.58, 0.72, 0.16, 0.28, 0.58, 0.72, 0.16, 0.28],
        doors=[0.0, 0.3, 0.1, 0.92] if not is_open else [0.0, 0.3, 0.1, 0.66],
        seats=[] if is_open else [-0.4],
        seat_m=0.4 * k,
        **part_of("stripe", brief.of("stripe", gold["material"])),
        **glass_of(brief),
        **paint,
    )


def _open_seats(drawing: Drawing, k: float, velvet: Finish) -> None:
    """Draw two benches that face each other."""
    for z in (-0.75, 0.25):
        drawing.add("box", (1.0 * k, 0.2 * k, 0.4 * k), (0, 1.4 * k, z * k), name="seat", radius_m=0.06 * k, **velvet)


def _coach_roof(drawing: Drawing, k: float, paint: Finish, gold: Finish) -> None:
    """Draw the roof with a finial on each corner."""
    drawing.add(
        "streamlined",
        (1.42 * k, 0.16 * k, 1.86 * k),
        (0, 2.22 * k, -0.3 * k),
        name="roof",
        along=[-1, -0.7, 0.7, 1],
        half=[0.7, 0.98, 0.98, 0.7],
        low=[0, 0, 0, 0],
        high=[0.6, 1, 1, 0.6],
        square=4.0,
        **paint,
    )
    for x, z in ((0.5, -1.0), (-0.5, -1.0), (0.5, 0.4), (-0.5, 0.4)):
        drawing.add(
            "turning",
            (0.1 * k, 0.2 * k, 0.1 * k),
            (x * k, 2.3 * k, z * k),
            name="finial",
            profile=[0.9, 0, 0.4, 0.3, 1.0, 0.6, 0.1, 1.0],
            **gold,
        )


def _driver_box(drawing: Drawing, k: float, paint: Finish, velvet: Finish) -> None:
    """Draw the box in front with the driver's upholstered seat."""
    box = [(0.6, 0.86), (0.62, 1.3), (1.05, 1.34), (1.1, 1.0), (1.5, 0.96), (1.62, 1.2), (1.66, 1.18), (1.52, 0.86)]
    side_shape(drawing, [(z * k, y * k) for z, y in box], 0.96 * k, "driver_box", paint, edge=0.03 * k)
    drawing.add(
        "box", (0.96 * k, 0.12 * k, 0.42 * k), (0, 1.3 * k, 0.84 * k), name="driver_seat", radius_m=0.04 * k, **velvet
    )
    drawing.add(
        "box", (0.96 * k, 0.3 * k, 0.08 * k), (0, 1.36 * k, 0.64 * k), name="driver_back", radius_m=0.03 * k, **velvet
    )


def _lanterns(drawing: Drawing, k: float, gold: Finish) -> None:
    """Draw on either side a lantern on its arm, and the step under the door."""
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.16 * k, 0.24 * k, 0.16 * k),
            (side * 0.6 * k, 1.4 * k, 0.62 * k),
            name="lantern",
            radius_m=0.02 * k,
            material="emissive_warm",
        )
        for y in (1.37, 1.62):
            drawing.add(
                "cone" if y > 1.5 else "disc",
                (0.2 * k, 0.08 * k, 0.2 * k),
                (side * 0.6 * k, y * k, 0.62 * k),
                name="lantern_cap",
                **gold,
            )
        drawing.add(
            "box", (0.2 * k, 0.05 * k, 0.05 * k), (side * 0.5 * k, 1.38 * k, 0.62 * k), name="lantern_arm", **gold
        )
        drawing.add("box", (0.24 * k, 0.04 * k, 0.3 * k), (side * 0.62 * k, 0.62 * k, -0.3 * k), name="step", **_IRON)
        drawing.add(
            "box", (0.05 * k, 0.3 * k, 0.05 * k), (side * 0.53 * k, 0.62 * k, -0.3 * k), name="step_arm", **_IRON
        )


@archetype(
    "cable car",
    "vehicle",
    "rail",
    "cable car, gondola lift, ski gondola, aerial tramway, cableway, ropeway, aerial lift, ski lift, chair lift, "
    "chairlift, seilbahn, teleférico, téléphérique, gondola cabin",
    hints="alps, ski resort, mountain top station",
    about="A cabin that hangs from a rope between pylons and carries people up a mountain.",
    parts="cabin, pylon, rope, wheel, door, seat, stripe",
    features="ski rack",
)
def cable_car(drawing: Drawing, brief: Brief) -> None:
    """Draw a pylon with sheaves and ropes, and cabins (or chairs) that hang from them on both sides."""
    k = brief.box(7.0, 9.0, 10.0, keeps_shape=True)[1] / 9.0
    paint = brief.of("cabin body", paint_of(brief, "paint_red", "paint_white", "paint_blue"), is_main=True)
    metal = brief.of(
        "pylon tower", "steel_galvanised" if brief.style_name != "steampunk" else "bronze_aged", is_accent=True
    )
    drawing.add(
        "box", (2.4 * k, 0.5 * k, 2.4 * k), (0, 0, 0), name="foundation", radius_m=0.04 * k, material="concrete"
    )
    drawing.add(
        "turning",
        (1.0 * k, 7.9 * k, 1.0 * k),
        (0, 0.45 * k, 0),
        name="pylon",
        profile=[1.0, 0, 0.6, 0.9, 0.6, 1.0],
        **metal,
    )
    drawing.add("box", (5.2 * k, 0.5 * k, 0.5 * k), (0, 7.9 * k, 0), name="cross_arm", radius_m=0.06 * k, **metal)
    tubes(drawing, twins([[(0.25 * k, 6.9 * k, 0), (1.6 * k, 8.0 * k, 0)]]), 0.2 * k, "brace", metal)
    is_chair = bool(brief.words & {"chair", "chairlift"})
    for side in (1.0, -1.0):
        x, y = side * 2.4 * k, 8.62 * k
        drawing.add("box", (0.2 * k, 0.24 * k, 3.0 * k), (x, 8.25 * k, 0), name="sheave_beam", **_STEEL)
        drawing.add("box", (0.3 * k, 0.3 * k, 0.3 * k), (x, 8.1 * k, 0), name="sheave_post", **metal)
        for step in range(5):
            lying(
                drawing,
                "disc",
                0.44 * k,
                0.12 * k,
                (x, y - 0.24 * k, (step - 2) * 0.62 * k),
                "wheel",
                _IRON,
                along="x",
                edge=0.2,
            )
        rope: Line = [(x, y, -4.9 * k), (x, y, 4.9 * k)]
        tubes(drawing, [rope], 0.09 * k, "rope", _STEEL)
        z = side * 3.0 * k
        hanger: Line = [
            (x, y - 0.02 * k, z),
            (x + side * 0.34 * k, y - 0.2 * k, z),
            (x + side * 0.34 * k, 5.4 * k, z),
            (x, 5.0 * k, z),
        ]
        tubes(drawing, [hanger], 0.11 * k, "hanger", _STEEL, bend=0.2 * k)
        drawing.add(
            "box", (0.24 * k, 0.22 * k, 0.7 * k), (x, y - 0.06 * k, z), name="grip", radius_m=0.04 * k, **_STEEL
        )
        if is_chair:
            _chair(drawing, brief, paint, (x, 3.6 * k, z), k)
        else:
            _cabin(drawing, brief, paint, (x, 2.7 * k, z), k)


def _cabin(drawing: Drawing, brief: Brief, paint: Finish, at: tuple[float, float, float], k: float) -> None:
    """Draw a cabin with glass all round, a door, benches and a rack for skis."""
    x, y, z = at
    drawing.add(
        "streamlined",
        (1.9 * k, 2.3 * k, 2.1 * k),
        (x, y, z),
        name="cabin",
        along=[-1, -0.86, 0.0, 0.86, 1],
        half=[0.6, 0.94, 1.0, 0.94, 0.6],
        low=[0.2, 0.03, 0, 0.03, 0.2],
        high=[0.84, 0.98, 1, 0.98, 0.84],
        square=4.0,
        windows=[-0.5, 0.62, 0.24, 0.42, 0.5, 0.62, 0.24, 0.42, 0.0, 0.62, 0.2, 0.42],
        screens=[0.62, 0.42, 0.7, 0.6, 0.62, 0.42, 0.7, -0.6],
        stripes=[0.2, 0.26],
        **part_of("stripe", bright(brief, "stripe")),
        **glass_of(brief),
        **paint,
    )
    drawing.add(
        "box", (0.6 * k, 0.2 * k, 0.5 * k), (x, y + 2.22 * k, z), name="hanger_seat", radius_m=0.04 * k, **_STEEL
    )
    if brief.has("ski rack", default=True):
        side = 1.0 if x > 0 else -1.0
        drawing.add(
            "box",
            (0.16 * k, 0.3 * k, 0.9 * k),
            (x + side * 0.98 * k, y + 0.4 * k, z),
            name="ski_rack",
            radius_m=0.03 * k,
            **_STEEL,
        )


def _chair(drawing: Drawing, brief: Brief, paint: Finish, at: tuple[float, float, float], k: float) -> None:
    """Draw a bench with a back, a bar before it and its frame."""
    x, y, z = at
    drawing.add("box", (1.8 * k, 0.14 * k, 0.56 * k), (x, y, z), name="seat", radius_m=0.05 * k, **paint)
    drawing.add(
        "box",
        (1.8 * k, 0.7 * k, 0.12 * k),
        (x, y + 0.06 * k, z - 0.26 * k),
        turn=(-8, 0, 0),
        name="seat_back",
        radius_m=0.04 * k,
        **paint,
    )
    frame: list[Line] = [
        [
            (x + s * 0.86 * k, y + 0.05 * k, z + 0.2 * k),
            (x + s * 0.92 * k, y + 0.5 * k, z - 0.1 * k),
            (x + s * 0.5 * k, y + 1.4 * k, z),
            (x, y + 1.5 * k, z),
        ]
        for s in (1.0, -1.0)
    ]
    bar: Line = [
        (x - 0.88 * k, y + 0.3 * k, z + 0.05 * k),
        (x - 0.8 * k, y + 0.4 * k, z + 0.5 * k),
        (x + 0.8 * k, y + 0.4 * k, z + 0.5 * k),
        (x + 0.88 * k, y + 0.3 * k, z + 0.05 * k),
    ]
    tubes(drawing, [*frame, bar], 0.07 * k, "frame", _STEEL, bend=0.1 * k)
