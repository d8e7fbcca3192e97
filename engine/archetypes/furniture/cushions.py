"""The cushions that lie loose on sofas and armchairs; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing

_TONES = ("#c98b4b", "#e9e2d3", "#7d8b7a", "#b35f4a")
_APART_M = 0.3


def are_thrown(brief: Brief) -> bool:
    """Return whether the cushions that a text speaks of lie loose on the seat: all but "seat cushions" do."""
    is_said = "cushion" in {*brief.part_colors, *brief.part_materials, *brief.counts, *brief.features}
    return is_said and not brief.words & {"seat", "back"}


def throw_pillows(
    drawing: Drawing, brief: Brief, cover: Finish, seats: int, depth: float, inner: float, seat_y: float
) -> None:
    """Draw a pillow at each end of a sofa, or as many as are counted."""
    thrown, several = are_thrown(brief), seats > 1
    most = 2 * max(1, int((inner / 2 - 0.22) / _APART_M) + 1) if several else 1
    natural = 2 if several else int(thrown)
    count = brief.count("cushion" if thrown and "cushion" in brief.counts else "pillow", natural, most=most)
    if not brief.has("pillow", default=True):
        return
    role = "fabric_blue" if cover["material"] != "fabric_blue" else "fabric_grey"
    chosen = brief.of("pillow cushion" if thrown else "pillow", role)
    first = int(brief.random.integers(4))
    for number in range(count):
        side = 1.0 if number % 2 == 0 else -1.0
        x = side * (inner / 2 - 0.22 - _APART_M * (number // 2)) if several else 0.0
        drawing.add(
            "pillow", (0.43, 0.41, 0.16), (x, seat_y - 0.02, -depth * 0.02), turn=(-20, -side * 12, side * 4),
            material=chosen["material"], color=chosen["color"] or _TONES[(first + number) % 4],
        )  # fmt: skip
