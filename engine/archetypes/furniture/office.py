"""Office chairs; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype

_LOW_BACKED = ("minimalist", "scandinavian", "mid century", "bauhaus", "rustic", "japanese", "contemporary")


@archetype(
    "office chair", "furniture", "chair",
    "office chair, desk chair, swivel chair, gaming chair, computer chair, task chair, ergonomic chair, "
    "executive chair, work chair, "
    "drafting chair",
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
        "swivel_base",
        (width, 0.115 * k, width),
        arms=brief.count("wheel", brief.count("castor", 5, least=3, most=8), least=3, most=8),
        name="base",
        **metal,
    )
    drawing.add("gas_lift", (0.058 * k, 0.33 * k, 0.058 * k), (0, 0.075 * k, 0), name="column", **metal)
    drawing.add("mechanism", (0.24 * k, 0.065 * k, 0.26 * k), (0, 0.375 * k, -0.01 * k), material="plastic_black")
    seat_y, seat_w, seat_d = 0.432 * k, width * 0.78, 0.49 * k
    drawing.add(
        "cushion",
        (seat_w, 0.095 * k, seat_d),
        (0, seat_y, 0.02 * k),
        name="seat",
        finish="plain" if finish == "channelled" else finish,
        crown=0.3,
        **cover,
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
    if brief.has("headrest", default=brief.style_name not in _LOW_BACKED):
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
