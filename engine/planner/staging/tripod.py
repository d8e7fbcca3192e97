"""What hangs over an open fire hangs from a tripod."""

from engine.archetypes import Drawing
from engine.archetypes.brief import Finish
from engine.archetypes.vehicles.shared import Line, tubes
from engine.planner.staging.standing import Box, boxes_of

FIRES = frozenset({"campfire"})
_IRON = Finish(material="iron_black", color="")
_THICK_M = 0.03
_TURNS = ((0.0, -1.0), (0.866, 0.5), (-0.866, 0.5))  # of the legs


def hang_from_tripod(drawn: Drawing, height_m: float, fire: Box) -> bool:
    """Draw a tripod that stands around the fire and carries a pot by its handles; False where it has none.

    The pot will be raised by `height_m`; everything is drawn in its own axes.
    """
    boxes = zip(drawn.objects, boxes_of(drawn.objects), strict=True)
    handles = [box for one, box in boxes if one.id.rpartition("_")[0] == "handle"]
    if not handles:
        return False
    top = max(float(box.high[1]) for box in boxes_of(drawn.objects))
    reach, apex = 0.62 * float(max(fire.size[0], fire.size[2])) + 0.1, top + 0.45
    ground = -height_m
    legs: list[Line] = [
        [(0.05 * x, apex + 0.12, 0.05 * z), (reach * x, ground + _THICK_M / 2, reach * z)] for x, z in _TURNS
    ]
    tubes(drawn, legs, _THICK_M, "tripod", _IRON)
    drawn.add("rod", (0.14, 0.08, 0.14), (0.0, apex + 0.06, 0.0), name="tripod_ring", **_IRON)
    grips = [
        (float(box.low[0] if box.middle[0] < 0 else box.high[0]), float(box.middle[1]), float(box.middle[2]))
        for box in handles
    ]
    chains: list[Line] = [[(0.0, apex + 0.1, 0.0), (x * 0.985, y, z)] for x, y, z in grips]
    tubes(drawn, chains, 0.012, "chain", _IRON)
    return True
