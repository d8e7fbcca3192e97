"""Perfume bottles."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin, metal
from engine.archetypes.register import archetype


@archetype(
    "perfume bottle", "object", "decor",
    "perfume bottle, perfume, fragrance bottle, cologne, scent bottle, flacon, parfüm, parfum, frasco de perfume, "
    "eau de toilette, "
    "atomizer, atomiser, aftershave, fragrance, cologne bottle, toilet water, scent flask, eau de parfum",
    hints="smell nice, fragrance",
    about="A perfume bottle: a small cut-glass flask with a precious stopper or spray that holds a fragrance.",
    parts="stopper, cap, label, collar, bulb", features="label, bulb",
)  # fmt: skip
def perfume_bottle(drawing: Drawing, brief: Brief) -> None:
    """Draw a thick glass flask with its perfume, collar and stopper; facetted, round or square by style."""
    width, height, depth = brief.box(0.07, 0.11, 0.04, keeps_shape=True)
    glass = brief.of("bottle glass body", "glass_clear", is_main=True)
    gold = metal(brief, "stopper cap collar", "gold")
    tint = (
        brief.colors[0]
        if brief.colors and not glass["color"]
        else brief.choose("#e8b98a", "#d98fa8", "#a9c6d8", "#c9b46a")
    )
    body = height * 0.68
    if has(brief, "round") or kin(brief) in ("steampunk", "contemporary"):
        drawing.add("vessel", (width, body * 1.08, width), form="moon", wall=0.12, fill=0.7,
                    content_material="glass_clear", content_color=tint, name="flask", **glass)  # fmt: skip
    elif brief.style_name == "art deco":
        profile: list[str | float] = [0.6, 0, 0.7, 0.04, 1, 0.5, 0.7, 0.86, 0.3, 0.9, 0.3, 1]
        drawing.add("vessel", (width, body * 1.08, width), profile=profile, sides=8, wall=0.12, fill=0.6,
            content_material="glass_clear", content_color=tint,
                    name="flask", **glass)  # fmt: skip
    else:
        drawing.add("box", (width, body, depth), radius_m=depth * 0.12, name="flask", **glass)
        drawing.add(
            "box",
            (width * 0.84, body * 0.68, depth * 0.7),
            (0, body * 0.1, 0),
            radius_m=depth * 0.08,
            name="perfume",
            material="glass_clear",
            color=tint,
        )
        if brief.has("label", default=True):
            drawing.add(
                "box",
                (width * 0.5, body * 0.3, depth * 0.03),
                (0, body * 0.3, depth / 2),
                name="label",
                **brief.of("label", "paper"),
            )
    neck = width * 0.34
    drawing.add("rod", (neck, height * 0.1, neck), (0, body * 0.98, 0), name="collar", edge=0.1, **gold)
    if kin(brief) in ("modern", "minimalist", "industrial", "realistic"):
        drawing.add(
            "box",
            (width * 0.44, height * 0.24, depth * 0.7),
            (0, height * 0.76, 0),
            radius_m=depth * 0.06,
            name="cap",
            **gold,
        )
    else:
        drawing.add("gem" if brief.style_name == "art deco" else "ball", (width * 0.42, height * 0.26, width * 0.42),
            (0, height * 0.74, 0), name="stopper",
                    **(brief.of("stopper", "glass_clear") if brief.style_name == "art deco" else gold))  # fmt: skip
