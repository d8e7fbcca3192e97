"""What lorries share: measures, frame, cab, wheels."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import (
    bright,
    glass_of,
    lying,
    mudguard,
    tubes,
)

OLD_STYLES = frozenset({"steampunk", "victorian", "rustic", "gothic", "baroque", "art deco"})
PLAIN_STYLES = frozenset({"modern", "futuristic", "cyberpunk", "minimalist", "scandinavian", "bauhaus"})

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


class Lorry:
    """The measures of a lorry, metres: its wheels, frame and where the cab ends."""

    def __init__(self, width: float, height: float, length: float, cab: float) -> None:
        self.width, self.height, self.length = width, height, length
        self.wheel = 0.295 * height
        self.cab, self.deck = cab, self.wheel * 1.0
        self.front = length / 2 - cab * 0.56  # z of the front axle
        self.back = length / 2 - cab * 1.06  # z of the load's front


def frame(drawing: Drawing, at: Lorry, axles: list[float], *, is_semi: bool) -> None:
    """Draw the chassis; a semi has a tractor's and a trailer's."""
    tall = at.wheel * 0.62
    spans = [(-at.length / 2 + 0.1, at.length / 2 - 0.25)]
    if is_semi:
        spans = [(at.back - 3.2, at.length / 2 - 0.25), (-at.length / 2 + 0.1, at.back - 1.2)]
    for number, (rear, front) in enumerate(spans):
        lift = at.wheel * (0.28 if number == 0 else 0.38)
        own = [
            (z - (front + rear) / 2) / ((front - rear) / 2) for z in axles
            if rear < z < front and (number == 0 or z < at.back - 3)
        ]  # fmt: skip
        drawing.add(
            "chassis", (at.width * 0.86, tall, front - rear), (0, lift if number == 0 else at.wheel * 0.39,
            (front + rear) / 2), axles=list[str | float](own), **_IRON,
        )  # fmt: skip
        if number == 1:
            for z in own:
                middle = (front + rear) / 2 + z * (front - rear) / 2
                lying(
                    drawing, "rod", at.wheel * 0.2, at.width * 0.7, (0, at.wheel / 2, middle), "axle", _IRON, along="x"
                )
            legs = at.back - 4.4
            for x in (-0.3, 0.3):
                drawing.add("box", (0.14, at.wheel * 0.75, 0.14), (x * at.width, 0, legs), name="landing_leg", **_STEEL)


def cab(drawing: Drawing, brief: Brief, at: Lorry, paint: Finish) -> None:
    """Draw the cab with bumper, steps, mirrors, lamps and a sun visor."""
    low, tall = at.wheel * 0.34, at.height * 0.78
    is_old, is_plain = brief.style_name in OLD_STYLES, brief.style_name in PLAIN_STYLES
    z = at.length / 2 - at.cab / 2
    drawing.add(
        "car_body", (at.width * 0.97, tall - low, at.cab), (0, low, z), name="cab", form="cab",
        axles=[(at.front - z) / (at.cab / 2)], wheel_m=at.wheel, axle_height_m=at.wheel / 2 - low,
        well_m=at.wheel * 0.6, lamps="none" if is_old else "strip" if is_plain else "pair", is_plain=is_plain,
        **glass_of(brief), **paint,
    )  # fmt: skip
    cab_outfit(drawing, brief, at)
    metal = bright(brief, "bumper trim")
    drawing.add(
        "box", (at.width * 0.96, at.wheel * 0.3, 0.24), (0, at.wheel * 0.26, at.length / 2 - 0.1), name="bumper",
        radius_m=0.05, **metal,
    )  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.3, 0.1, 0.06), (side * at.width * 0.36, at.wheel * 0.36, at.length / 2 + 0.005),
            name="fog_light", radius_m=0.02, material="enamel_white",
        )  # fmt: skip
        drawing.add(
            "mirror", (0.2, 0.42, 0.12), (side * (at.width * 0.485 - 0.04), at.height * 0.5,
            at.length / 2 - at.cab * 0.2), is_left=side < 0, material="plastic_black",
        )  # fmt: skip
        drawing.add(
            "box", (0.2, 0.05, 0.4), (side * at.width * 0.44, at.wheel * 0.32, at.front - at.wheel * 0.84),
            name="step", **_STEEL,
        )  # fmt: skip
        drawing.add(
            "box", (0.16, 0.34, 0.08), (side * at.width * 0.42, at.wheel * 0.34, at.front - at.wheel * 0.84),
            name="step_post", **_IRON,
        )  # fmt: skip
    drawing.add(
        "box", (at.width * 0.2, 0.12, 0.3), (-at.width * 0.2, tall - 0.03, z), name="roof_lamp", radius_m=0.03,
        material="emissive_warm",
    )  # fmt: skip
    drawing.add(
        "box", (at.width * 0.2, 0.12, 0.3), (at.width * 0.2, tall - 0.03, z), name="roof_lamp", radius_m=0.03,
        material="emissive_warm",
    )  # fmt: skip


def cab_outfit(drawing: Drawing, brief: Brief, at: Lorry) -> None:
    """Draw what a style adds to a cab: round lamps and a bright grille, a boiler, a bull bar, a line of light."""
    metal, front, low = bright(brief, "trim grille headlight"), at.length / 2, at.height * 0.3
    if brief.style_name in OLD_STYLES:
        drawing.add(
            "box", (at.width * 0.4, at.height * 0.2, 0.12), (0, low, front - 0.03), name="grille", radius_m=0.05,
            **metal,
        )  # fmt: skip
        for step in range(7):
            drawing.add(
                "box", (0.05, at.height * 0.17, 0.04), ((step - 3) * at.width * 0.052, low + at.height * 0.015,
                front + 0.03), name="grille_bar", material="plastic_black",
            )  # fmt: skip
        for side in (1.0, -1.0):
            drawing.add(
                "lamp_round", (0.34, 0.34, 0.3), (side * at.width * 0.33, low + 0.06, front - 0.2), name="headlight",
                **metal,
            )  # fmt: skip
    if brief.style_name == "steampunk":
        z = at.back + 0.36
        lying(drawing, "rod", 0.6, at.width * 0.8, (0, at.height * 0.78 + 0.24, z + 0.3), "boiler",
              brief.of("boiler", "copper"), along="x", edge=0.16)  # fmt: skip
        drawing.add(
            "turning", (0.3, at.height * 0.24, 0.3), (at.width * 0.2, at.height * 0.78 + 0.46, z + 0.3), name="chimney",
            profile=[0.7, 0, 0.55, 0.08, 0.55, 0.74, 1.0, 0.9, 0.9, 1.0, 0.6, 1.0], **brief.of("chimney", "copper"),
        )  # fmt: skip
    if brief.style_name == "industrial":
        bar: list[Triple] = [
            (-at.width * 0.36, at.wheel * 0.34, front + 0.03), (-at.width * 0.36, at.height * 0.5, front + 0.05),
            (at.width * 0.36, at.height * 0.5, front + 0.05), (at.width * 0.36, at.wheel * 0.34, front + 0.03),
        ]  # fmt: skip
        cross = [[(-at.width * 0.36, at.height * y, front + 0.04), (at.width * 0.36, at.height * y, front + 0.04)]
                 for y in (0.26, 0.38)]  # fmt: skip
        tubes(drawing, [bar, *cross], 0.09, "bull_bar", _IRON, bend=0.12)


def axles_of(drawing: Drawing, brief: Brief, at: Lorry, axles: list[float]) -> None:
    """Draw single wheels in front and doubled wheels behind, under mudguards."""
    broad, metal = at.wheel * 0.31, brief.of("wheel rim", "steel_brushed")
    for z in axles:
        for doubled in (False, True) if z != at.front else (False,):
            x = at.width * 0.485 - broad / 2 - (broad * 1.04 if doubled else 0)
            for side in (1.0, -1.0):
                if doubled:
                    lying(
                        drawing, "disc", at.wheel, broad * 0.94, (side * x, at.wheel / 2, z), "inner_wheel",
                        brief.of("tyre", "rubber_black"), along="x", edge=0.06,
                    )  # fmt: skip
                    continue
                drawing.add(
                    "wheel", (broad, at.wheel, at.wheel), (side * x, 0, z), turn=(0, 0 if side > 0 else 180, 0),
                    spokes=8, style="steel", rim_share=0.58, **metal,
                )  # fmt: skip
        if z != at.front and at.length / 2 + z > 1.3:
            for side in (1.0, -1.0):
                x = side * (at.width * 0.485 - broad)
                mudguard(
                    drawing, (at.wheel / 2, z), at.wheel * 0.545, broad * 2.1, (20, 160),
                    Finish(material="plastic_black", color=""), x=x, thick=0.02,
                )  # fmt: skip
                drawing.add(
                    "box", (0.06, at.wheel * 0.4, 0.08), (x * 0.9, at.wheel * 0.7, z), name="guard_post", **_IRON
                )


def rear_of(at: Lorry) -> tuple[float, float]:
    """Return length and middle of the load."""
    reach = at.back - 0.12 + at.length / 2
    return reach, -at.length / 2 + reach / 2
