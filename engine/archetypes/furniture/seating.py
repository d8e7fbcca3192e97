"""Chairs, stools and sofas; the front is +z."""

from math import cos, radians, tan

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "office chair", "furniture", "chair",
    "office chair, desk chair, swivel chair, gaming chair, computer chair, task chair, ergonomic chair, "
    "executive chair, work chair",
)  # fmt: skip
def office_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a swivel chair: star base, column, seat, curved back, armrests, headrest."""
    width, height, _ = brief.box(0.66, 1.24, 0.66, keeps_shape=True)
    k = height / 1.24
    cover = brief.of(
        "seat back upholstery cushion chair",
        "leather_black" if brief.style_name == "realistic" else "fabric",
        is_main=True,
    )
    metal = brief.of("base frame leg", "chrome" if brief.style_name == "realistic" else "metal", is_accent=True)
    finish = (
        "channelled"
        if brief.style_name in ("realistic", "contemporary", "futuristic")
        else ("tufted" if brief.style_name in ("steampunk", "art deco") else "plain")
    )
    drawing.add(
        "swivel_base", (width, 0.115 * k, width), arms=brief.count("arm", 5, least=3, most=8), name="base", **metal
    )
    drawing.add("gas_lift", (0.058 * k, 0.33 * k, 0.058 * k), (0, 0.075 * k, 0), name="column", **metal)
    drawing.add("mechanism", (0.24 * k, 0.065 * k, 0.26 * k), (0, 0.375 * k, -0.01 * k), material="plastic_black")
    seat_y, seat_w, seat_d = 0.432 * k, width * 0.78, 0.49 * k
    drawing.add(
        "cushion", (seat_w, 0.095 * k, seat_d), (0, seat_y, 0.02 * k), name="seat", finish=finish, crown=0.22, **cover
    )
    drawing.add("spine", (0.075 * k, 0.5 * k, 0.3 * k), (0, 0.378 * k, -0.17 * k), material="plastic_black")
    drawing.add(
        "backrest",
        (width * 0.73, 0.56 * k, 0.1 * k),
        (0, 0.56 * k, -0.235 * k),
        turn=(-9, 0, 0),
        curve_m=0.045 * k,
        lumbar_m=0.022 * k,
        finish=finish,
        **cover,
    )
    _armrests(drawing, brief, k, metal, seat_w)
    _headrest(drawing, brief, width, height, k, cover, metal)


def _armrests(drawing: Drawing, brief: Brief, k: float, metal: Finish, seat_w: float) -> None:
    """Draw both armrests with their brackets."""
    if brief.has("armrest", "arms", "arm", default=True):
        for side in (1.0, -1.0):
            drawing.add(
                "armrest",
                (0.09 * k, 0.245 * k, 0.27 * k),
                (side * (seat_w / 2 + 0.03 * k), 0.43 * k, -0.01 * k),
                material="rubber_black",
                post_material=metal["material"],
                post_color=metal["color"],
            )
            drawing.add(
                "board",
                (0.12 * k, 0.016 * k, 0.06 * k),
                (side * (seat_w / 2 - 0.02 * k), 0.422 * k, -0.01 * k),
                name="arm_bracket",
                **metal,
            )


def _headrest(
    drawing: Drawing, brief: Brief, width: float, height: float, k: float, cover: Finish, metal: Finish
) -> None:
    """Draw the headrest on its two posts."""
    if brief.has("headrest", default=True):
        drawing.add(
            "pipe",
            (0.13 * k, 0.16 * k, 0.02 * k),
            (0, 1.05 * k, -0.315 * k),
            path=[-0.5, -1, 0, -0.5, 1, 0.6],
            thickness_m=0.014 * k,
            name="headrest_post",
            **metal,
        )
        drawing.add(
            "pipe",
            (0.13 * k, 0.16 * k, 0.02 * k),
            (0, 1.05 * k, -0.315 * k),
            path=[0.5, -1, 0, 0.5, 1, 0.6],
            thickness_m=0.014 * k,
            name="headrest_post",
            **metal,
        )
        drawing.add(
            "backrest",
            (width * 0.44, 0.15 * k, 0.075 * k),
            (0, height - 0.15 * k, -0.29 * k),
            turn=(-4, 0, 0),
            curve_m=0.02 * k,
            name="headrest",
            **cover,
        )


@archetype(
    "stool", "furniture", "chair",
    "stool, bar stool, barstool, footstool, counter stool",
)  # fmt: skip
def stool(drawing: Drawing, brief: Brief) -> None:
    """Draw a stool with four splayed legs and a foot ring; a bar stool is high."""
    is_high = bool(brief.words & {"bar", "counter", "high"})
    width, height, _ = brief.box(0.38, 0.72 if is_high else 0.46, 0.38)
    wood = brief.of("seat stool body", "wood", is_main=True)
    legs = brief.of("leg frame", wood["material"] if brief.style.leg != "hairpin" else "metal", is_accent=True)
    drawing.add("table_top", (width, 0.04, width), (0, height - 0.04, 0), shape="round", name="seat", **wood)
    lean = 7.0
    sink = (height - 0.024) / 2 * (cos(radians(lean)) ** 2 - 1) + 0.0016  # a leaning leg still stands on its foot
    for x in (1, -1):
        for z in (1, -1):
            drawing.add(
                "leg",
                (0.036, height - 0.024, 0.036),
                (x * width * 0.36, sink, z * width * 0.36),
                turn=(-z * lean, 0, x * lean),
                style="round",
                **legs,
            )
    ring = 2 * (width * 0.36 + 0.2 * (height - 0.024) * tan(radians(lean))) * 2**0.5 + 0.02
    drawing.add("torus", (ring, 0.02, ring), (0, height * 0.3, 0), name="foot_ring", **legs)


@archetype(
    "sofa", "furniture", "sofa",
    "sofa, couch, settee, loveseat, armchair, arm chair, lounge chair, chesterfield, sectional, easy chair, "
    "wing chair, divan, recliner",
)  # fmt: skip
def sofa(drawing: Drawing, brief: Brief) -> None:
    """Draw a sofa: base, seat and back cushions, arms, throw pillows, legs."""
    seats = brief.count(
        "seat", 1 if brief.words & {"armchair"} else (2 if brief.words & {"loveseat"} else 3), least=1, most=6
    )
    width, height, depth = brief.box(0.42 + 0.62 * seats, 0.84, 0.92)
    cover = brief.of("sofa couch cushion upholstery seat body armchair", "fabric", is_main=True)
    legs = brief.of("leg", "wood", is_accent=True)
    foot, arm = 0.13 if brief.style_name != "art deco" else 0.08, 0.17
    inner = width - 2 * arm
    base_y = 0.17
    for x in (1.0, -1.0):
        for z in (1, -1):
            drawing.add(
                "leg",
                (0.05, foot + 0.005, 0.05),
                (x * (width / 2 - 0.09), 0, z * (depth / 2 - 0.09)),
                style="round" if brief.style.leg != "turned" else "turned",
                **legs,
            )
    drawing.add("box", (width - 0.03, base_y, depth - 0.03), (0, foot, 0), radius_m=0.025, name="base", **cover)
    each = inner / seats
    finish = {"steampunk": "tufted", "art deco": "channelled", "rustic": "plain"}.get(brief.style_name, "plain")
    top = foot + base_y - 0.006
    _seat_and_back_cushions(drawing, seats, height, depth, cover, inner, x, each, finish, top)
    drawing.add(
        "box",
        (width - 0.04, height - foot - 0.08, depth * 0.2),
        (0, foot + 0.003, -depth * 0.39),
        radius_m=0.06 * min(brief.style.edge, 1.3),
        name="back",
        **cover,
    )
    for x in (1.0, -1.0):
        drawing.add(
            "box",
            (arm, 0.47 if brief.style_name != "art deco" else 0.56, depth),
            (x * (width / 2 - arm / 2), foot - 0.002, 0),
            radius_m=0.05 * min(brief.style.edge, 1.5),
            name="arm",
            **cover,
        )
    _throw_pillows(drawing, brief, seats, depth, cover, inner, top)


def _seat_and_back_cushions(
    drawing: Drawing,
    seats: int,
    height: float,
    depth: float,
    cover: Finish,
    inner: float,
    x: float,
    each: float,
    finish: str,
    top: float,
) -> None:
    """Draw a seat and a back cushion for each seat."""
    for number in range(seats):
        x = -inner / 2 + each * (number + 0.5)
        drawing.add(
            "cushion",
            (each - 0.006, 0.17, depth * 0.66),
            (x, top, depth * 0.135),
            name="seat_cushion",
            crown=0.2,
            finish=finish,
            **cover,
        )
        drawing.add(
            "backrest",
            (each - 0.01, height - top - 0.19, 0.19),
            (x, top + 0.145, -depth * 0.2),
            turn=(-11, 0, 0),
            name="back_cushion",
            lumbar_m=0.012,
            finish=finish if finish != "plain" else "",
            **cover,
        )


def _throw_pillows(
    drawing: Drawing,
    brief: Brief,
    seats: int,
    depth: float,
    cover: Finish,
    inner: float,
    top: float,
) -> None:
    """Draw a pillow at each end."""
    if brief.has("pillow", default=True) and seats > 1:
        tones = ("#c98b4b", "#e9e2d3")
        for number, x in enumerate((1.0, -1.0)):
            chosen = brief.of("pillow", "fabric_blue" if cover["material"] != "fabric_blue" else "fabric_grey")
            drawing.add(
                "pillow",
                (0.44, 0.42, 0.17),
                (x * (inner / 2 - 0.24), top + 0.155, -depth * 0.02),
                turn=(-20, -x * 12, x * 5),
                material=chosen["material"],
                color=chosen["color"] or tones[(number + int(brief.random.integers(2))) % 2],
            )
