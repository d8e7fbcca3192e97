"""Curtains on their rail over a window of a room's back wall."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing


def curtains(drawing: Drawing, brief: Brief, window: tuple[float, float], back: float) -> None:
    """Draw two curtains on a rail over a window of the back wall (its middle's x and its width)."""
    if not brief.has("curtain", default=brief.style_name not in ("minimalist", "futuristic", "cyberpunk", "japanese")):
        return
    x, wide = window
    cloth = {
        "art deco": "velvet", "victorian": "velvet", "baroque": "velvet", "steampunk": "velvet", "gothic": "velvet"
    }.get(brief.style_name, "linen")  # fmt: skip
    finish = brief.of("curtain", cloth)
    if cloth == "velvet" and not finish["color"]:
        finish["color"] = brief.choose("#6d1f2d", "#1f3d4a", "#3a2f5a")
    for side in (-1, 1):
        drawing.add("curtain", (0.46, 2.05, 0.1), (x + side * (wide / 2 + 0.14), 0.35, back + 0.075), **finish)
    metal = brief.of("rail", "metal")
    drawing.add(
        "rod", (0.024, wide + 1.1, 0.024), (x, 2.41 - (wide + 1.1) / 2, back + 0.075), turn=(0, 0, 90),
        name="curtain_rail", **metal,
    )  # fmt: skip
    for side in (-1, 1):
        drawing.add(
            "box", (0.03, 0.05, 0.1), (x + side * (wide / 2 + 0.42), 2.385, back + 0.04), name="rail_bracket", **metal,
        )  # fmt: skip
