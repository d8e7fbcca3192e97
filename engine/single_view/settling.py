"""Letting down what came to float: proportions change, while walls keep their thickness."""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from domain.spec import DesignObject, DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner.staging.made import made

_ROUNDS = 4
_FOOT = 0.06  # of its height: corners so far up may stand on something
_FALL_MOST = 0.15  # of its height: what is farther up was never meant to lie there
_SINK = 0.01  # of its height: so far it reaches into what carries it, at most
_SINK_MOST_M = 0.001


def settled(spec: DesignSpec) -> DesignSpec:
    """Return a design whose floating things are let down onto what is under them; others stay where they are."""
    for _ in range(_ROUNDS):
        faults = faults_of(assemble(spec, quality="draft"), spec)
        floating = {fault.part for fault in faults if fault.reason == "floats"}
        objects = tuple(
            _let_down(one, [other for other in spec.objects if other is not one]) if one.id in floating else one
            for one in spec.objects
        )
        if objects == tuple(spec.objects):
            break
        spec = replace(spec, objects=objects)
    return spec


def _let_down(thing: DesignObject, others: Sequence[DesignObject]) -> DesignObject:
    if not others:
        return thing
    points = made([thing]).points
    low, height = float(points[:, 1].min()), float(np.ptp(points[:, 1]))
    feet = points[points[:, 1] <= low + _FOOT * height]
    hits = made(others).rays.first(feet, np.tile([0.0, -1.0, 0.0], (len(feet), 1)))
    fall = float(hits.distance[hits.face >= 0].min(initial=np.inf))
    if fall > _FALL_MOST * height:
        return thing
    drop = fall + min(_SINK * height, _SINK_MOST_M)
    return replace(thing, position=replace(thing.position, y=thing.position.y - drop))
