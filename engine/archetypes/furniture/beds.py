"""Beds; the headboard is at −z, the foot at +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "bed", "furniture", "bed",
    "bed, double bed, king bed, single bed, twin bed, queen bed, bunk, bedstead, king size bed, queen size "
    "bed",
)  # fmt: skip
def bed(drawing: Drawing, brief: Brief) -> None:
    """Draw a bed: frame, headboard, mattress, duvet, pillows, legs."""
    wide = 0.98 if brief.words & {"single", "twin"} else (1.88 if brief.words & {"king"} else 1.66)
    width, height, length = brief.box(wide, 1.12, 2.14)
    wood = brief.of("bed frame body leg", "wood", is_main=True)
    soft_head = brief.has(
        "upholstered", "tufted", default=brief.style_name in ("art deco", "contemporary", "modern", "futuristic")
    )
    rail_y, rail = 0.16, 0.2
    for x in (1.0, -1.0):
        for z in (1, -1):
            drawing.add(
                "leg",
                (0.07, rail_y + 0.01, 0.07),
                (x * (width / 2 - 0.06), 0, z * (length / 2 - 0.08)),
                style=brief.style.leg if brief.style.leg != "hairpin" else "square",
                **wood,
            )
    drawing.add("rail_frame", (width, rail, length - 0.06), (0, rail_y, 0.03), board_m=0.03, name="frame", **wood)
    drawing.add("board", (width - 0.05, 0.03, length - 0.1), (0, rail_y + 0.06, 0.03), name="slats", **wood)
    board_finish = (
        ("tufted" if brief.style_name == "art deco" else "channelled")
        if soft_head
        else ("slatted" if brief.style_name in ("realistic", "rustic", "steampunk") else "plain")
    )
    head = brief.of("headboard", "fabric" if soft_head else wood["material"], is_accent=True)
    drawing.add(
        "headboard",
        (width, height, 0.11 if soft_head else 0.06),
        (0, 0, -length / 2 + 0.03),
        finish=board_finish,
        **head,
    )
    drawing.add(
        "mattress",
        (width - 0.07, 0.24, length - 0.14),
        (0, rail_y + 0.085, 0.035),
        **brief.of("mattress", "fabric_grey") | {"color": "#f3f1ec"},
    )
    top = rail_y + 0.085 + 0.24
    cover = brief.of("duvet blanket bedding", "fabric_blue")
    drawing.add(
        "duvet",
        (width + 0.02, 0.3, length * 0.68),
        (0, top - 0.2, length * 0.165),
        seed=int(brief.random.integers(1000)),
        name="duvet",
        **cover,
    )
    _bed_pillows(drawing, brief, width, length, x, top, cover)


def _bed_pillows(
    drawing: Drawing, brief: Brief, width: float, length: float, x: float, top: float, cover: Finish
) -> None:
    """Draw the pillows against the headboard."""
    count = 1 if width < 1.2 else 2
    for number in range(count):
        x = (number - (count - 1) / 2) * width * 0.46
        drawing.add(
            "pillow",
            (width * 0.42 / (1 if count > 1 else 0.75), 0.44, 0.17),
            (x, top - 0.155, -length * 0.355),
            turn=(-76, 0, 0),
            material="fabric_grey",
            color="#fbfaf7",
        )
        if brief.has("pillow", default=count > 1):
            drawing.add("pillow", (0.4, 0.4, 0.15), (x * 0.86, top - 0.01, -length * 0.3), turn=(-32, 0, 0), **cover)
