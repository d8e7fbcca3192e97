"""Cloths that lie on tables."""

from engine.archetypes.brief import Brief, Triple
from engine.archetypes.drawing import Drawing


def lay_cloth(drawing: Drawing, brief: Brief, size: Triple, *, is_round: bool) -> None:
    """Lay a cloth over a table that hangs down at its edges; a checkered one is woven so."""
    width, height, depth = size
    said = brief.part_words.get("tablecloth", frozenset()) | brief.words
    is_checked = bool(said & {"checkered", "checked", "gingham", "plaid", "chequered"})
    cloth = brief.of("tablecloth", "plaid" if is_checked else "linen")
    drop = min(0.2, 0.4 * height)
    if is_round:
        drawing.add("disc", (width + 0.03, drop, depth + 0.03), (0, height + 0.004 - drop, 0), name="tablecloth",
                    **cloth)  # fmt: skip
    else:
        drawing.add("box", (width + 0.03, drop, depth + 0.03), (0, height + 0.004 - drop, 0), radius_m=0.012,
                    name="tablecloth", **cloth)  # fmt: skip
