"""Makers of moulded strips: cornices, skirtings, picture rails."""

from engine.makers.base import Made, Thing, maker
from engine.parts.mouldings import edge_profile, moulding


@maker("moulding", "cornice")
def moulding_maker(thing: Thing) -> Made:
    """Make a strip along x with its `profile` (ogee, step, cove, bullnose, chamfer, knife) to +z."""
    edge = edge_profile(thing.text("profile", "ogee"), thing.height, thing.detail)
    deepest = max(float(edge[:, 0].max()), 1e-9)
    edge[:, 0] *= min(1.0, 0.8 * thing.depth / deepest)
    return thing.main(moulding(thing.width, edge, max(thing.depth - float(edge[:, 0].max()), 0.1 * thing.depth)))
