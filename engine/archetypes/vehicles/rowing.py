"""Rowing boats and canoes; front to +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.boats import cradle
from engine.archetypes.vehicles.shared import Shares, bright, part_of, side_shape, tubes, twins


@archetype(
    "rowing boat", "vehicle", "boat",
    "rowing boat, rowboat, row boat, canoe, kayak, skiff, punt, gondola, pedal boat, ruderboot, kanu, kajak, canoa, "
    "barque, barca, rowing shell",
    hints="oar, oars, paddle, paddling",
    about="A small open boat without engine or sail that is moved by oars or a paddle, on ponds, rivers and lakes.",
    parts="hull, oar, paddle, thwart, bench, gunwale, strake, rib, seat",
    features="oar, paddle, anchor, fishing rod",
)  # fmt: skip
def rowing_boat(drawing: Drawing, brief: Brief) -> None:
    """Draw an open boat with ribs, thwarts, rowlocks and oars, or a canoe with a paddle."""
    known = brief.words | brief.features
    if "gondola" in known:
        _gondola(drawing, brief)
        return
    is_canoe = bool(known & {"canoe", "kayak", "kanu", "kajak", "canoa"})
    width, height, length = brief.box(*((0.9, 0.56, 4.8) if is_canoe else (1.4, 0.72, 3.9)), keeps_shape=True)
    role = {
        "modern": "paint_white",
        "futuristic": "carbon_fibre",
        "minimalist": "paint_white",
        "industrial": "aluminium",
    }.get(brief.style_name) or brief.choose("oak", "pine", "paint_red")
    paint = brief.of("hull body boat", role, is_main=True)
    wood = brief.of("thwart bench seat", "pine" if paint["material"] != "pine" else "walnut", is_accent=True)
    is_kayak = bool(known & {"kayak", "kajak"})
    cockpit: Shares = [-0.34, 0.2, 0.62] if is_kayak else [-0.93, 0.93, 0.95]
    drawing.add(
        "hull", (width, height, length), form="canoe" if is_canoe else "row", cockpit=cockpit, wall=0.028,
        **part_of("deck", paint if is_kayak else wood), **part_of("strake", brief.of("strake gunwale",
        wood["material"])), **paint,
    )  # fmt: skip
    y = height * 0.42
    for z, wide in ((-0.3, 0.82), (0.0, 0.96), (0.26, 0.82)) if not is_kayak else ((-0.12, 1.0),):
        drawing.add(
            "board", (width * wide * (0.9 if is_canoe else 0.93), 0.03, length * 0.07), (0, y, z * length),
            name="thwart", **wood,
        )  # fmt: skip
    if not is_kayak:
        for z in (-0.36, -0.24, -0.12, 0.0, 0.12, 0.24, 0.34):
            rib = [
                (0.4 * width * (1 - 1.7 * z * z), height * 0.6, z * length), (0.3 * width * (1 - 1.7 * z * z),
                height * 0.17, z * length), (0, height * 0.09, z * length),
            ]  # fmt: skip
            tubes(drawing, twins([rib]), 0.03, "rib", wood, bend=0.2)
        drawing.add(
            "board", (width * 0.4, 0.025, length * 0.62), (0, height * 0.1, -0.02 * length), name="floor", **wood
        )
    _oars(drawing, brief, width, height, length, is_canoe=is_canoe)
    cradle(drawing, brief, width, height * 0.8, (-0.22 * length, 0.2 * length))


def _gondola(drawing: Drawing, brief: Brief) -> None:
    """Draw a Venetian gondola: long black hull, iron prow with six teeth, padded seats, forcola and one oar."""
    width, height, length = brief.box(1.4, 1.9, 10.0, keeps_shape=True)
    paint = brief.of("hull body boat", "lacquer_black", is_main=True)
    hull = height * 0.36
    _gondola_hull(drawing, brief, (width, height, length), paint, hull)
    _prow_iron(drawing, height, length, hull)
    _gondola_seats(drawing, brief, width, length, hull)
    _single_oar(drawing, brief, width, length, hull)
    cradle(drawing, brief, width, hull * 0.8, (-0.18 * length, 0.16 * length))


def _gondola_hull(drawing: Drawing, brief: Brief, size: Triple, paint: Finish, hull: float) -> None:
    """Draw a long hull with a raised stem at either end."""
    width, height, length = size
    trim = brief.of("strake trim prow", "gold" if brief.style_name != "industrial" else "steel_brushed", is_accent=True)
    drawing.add(
        "hull",
        (width, hull, length * 0.94),
        form="canoe",
        cockpit=[-0.6, 0.5, 0.8],
        wall=0.03,
        **part_of("deck", paint),
        **part_of("strake", trim),
        **paint,
    )
    for end, top in ((1.0, height * 0.94), (-1.0, height * 0.62)):
        prow = [
            (0.4, 0.3 * hull),
            (0.47, 0.94 * hull),
            (0.49, top),
            (0.475, top + 0.02),
            (0.455, hull),
            (0.38, 0.9 * hull),
        ]
        side_shape(drawing, [(end * z * length, y) for z, y in prow][:: int(end)], 0.1, "stem", paint, edge=0.02)


def _prow_iron(drawing: Drawing, height: float, length: float, hull: float) -> None:
    """Draw the iron blade of the prow with its six teeth."""
    blade = [
        (0.485, 0.9 * hull),
        (0.5, 1.0 * hull),
        (0.505, height * 0.84),
        (0.53, height * 0.86),
        (0.53, height * 0.96),
        (0.49, height),
        (0.478, height * 0.9),
    ]
    side_shape(
        drawing, [(z * length, y) for z, y in blade], 0.04, "prow_iron", Finish(material="steel_polished", color="")
    )
    for step in range(6):
        y = hull * 1.1 + step * (height * 0.84 - hull * 1.1) / 6
        drawing.add("box", (0.03, 0.05, 0.22), (0, y, 0.512 * length), name="prow_tooth", material="steel_polished")


def _gondola_seats(drawing: Drawing, brief: Brief, width: float, length: float, hull: float) -> None:
    """Draw padded seats and the floor."""
    velvet = brief.of("seat cushion", "velvet")
    for z, wide in ((-0.12, 0.78), (0.12, 0.66)):
        drawing.add(
            "box", (width * wide, 0.22, 0.5), (0, hull * 0.24, z * length), name="seat", radius_m=0.06, **velvet
        )
    drawing.add(
        "box",
        (width * 0.8, 0.5, 0.12),
        (0, hull * 0.36, -0.15 * length),
        turn=(-8, 0, 0),
        name="seat_back",
        radius_m=0.04,
        **velvet,
    )
    drawing.add(
        "board", (width * 0.6, 0.03, length * 0.5), (0, hull * 0.2, 0), name="floor", **brief.of("floor", "walnut")
    )


def _single_oar(drawing: Drawing, brief: Brief, width: float, length: float, hull: float) -> None:
    """Draw one oar in its forcola."""
    wood, x, z = brief.of("oar", "pine"), width * 0.3, -0.3 * length
    tubes(
        drawing,
        [[(x, hull * 0.5, z), (x + 0.02, hull * 1.3, z), (x - 0.02, hull * 1.4, z - 0.08)]],
        0.07,
        "rowlock",
        wood,
    )
    tubes(
        drawing, [[(0.1, hull * 2.2, z + 0.6), (x + 0.02, hull * 1.28, z), (x + 0.9, 0.1, z - 1.0)]], 0.045, "oar", wood
    )


def _paddle(drawing: Drawing, wood: Finish, y: float, z: float) -> None:
    """Draw a double paddle that lies across the gunwales."""
    span = 0.95
    tubes(drawing, [[(-span, y, z), (span, y, z)]], 0.032, "paddle", wood)
    for side in (1.0, -1.0):
        at = (side * (span + 0.12), y - 0.009, z)
        drawing.add("box", (0.42, 0.018, 0.17), at, name="paddle_blade", radius_m=0.008, **wood)


def _oars(drawing: Drawing, brief: Brief, width: float, height: float, length: float, *, is_canoe: bool) -> None:
    """Draw oars in their rowlocks, or a paddle across the gunwales."""
    wood, metal = brief.of("oar paddle", "pine"), bright(brief, "rowlock")
    y = height * (0.76 if not is_canoe else 0.69)
    if is_canoe:
        for number in range(brief.count("paddle", 1, most=3)):
            _paddle(drawing, wood, y, (0.06, -0.1, 0.2)[number] * length)
        return
    for side in (1.0, -1.0):
        lock = (side * width * 0.475, y + 0.03, -0.02 * length)
        drawing.add(
            "torus", (0.1, 0.025, 0.1), (lock[0], lock[1] - 0.0, lock[2]), turn=(0, 0, 90 - side * 15), name="rowlock",
            **metal,
        )  # fmt: skip
        tubes(
            drawing, [[(lock[0], height * 0.6, lock[2]), (lock[0], lock[1] - 0.02, lock[2])]], 0.03, "rowlock_post",
            metal,
        )  # fmt: skip
        out = (side * (width * 0.475 + 0.95), y - 0.24, -0.02 * length - 0.42)
        inner = (side * width * 0.12, y + 0.11, -0.02 * length + 0.16)
        tubes(drawing, [[inner, out]], 0.042, "oar", wood)
        blade = (side * (width * 0.475 + 1.12), y - 0.285, -0.02 * length - 0.495)
        drawing.add(
            "box", (0.52, 0.018, 0.15), (blade[0], blade[1] - 0.009, blade[2]), turn=(0, side * 24.0, side * -14.0),
            name="oar_blade", radius_m=0.008, **wood,
        )  # fmt: skip
